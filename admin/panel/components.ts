import './environment.ts';
import { fileURLToPath } from 'node:url';
import { ComponentLoader } from 'adminjs';

const added = [
  'HomeScreen',
  'MatrixScreen',
  'ReportsScreen',
  'BinScreen',
  'ActionForm',
  'ValueCell',
  'ValueShow',
  'TextEdit',
  'LongTextEdit',
  'ChoiceEdit',
  'FlagEdit',
  'DayEdit',
  'ReferenceEdit',
  'DroitsEdit',
  'DocumentEdit',
  'TextFilter',
  'ChoiceFilter',
  'FlagFilter',
  'RangeFilter',
  'ReferenceFilter',
];

/** AdminJS's own part → our file that takes its place. */
const replaced: Record<string, string> = {
  DefaultListAction: 'ListScreen',
  DefaultShowAction: 'ShowScreen',
  DefaultEditAction: 'FormScreen',
  DefaultNewAction: 'FormScreen',
  ActionHeader: 'HeaderBar',
  RecordsTable: 'RecordsFrame',
  PropertyHeader: 'HeadingCell',
  SidebarResourceSection: 'SidebarMenu',
  SidebarPages: 'SidebarPages',
  SidebarFooter: 'SidebarPages',
  TopBar: 'TopBar',
  PropertyDescription: 'FieldHint',
};

const fileOf = (name: string) => fileURLToPath(new URL(`./components/${name}.tsx`, import.meta.url));

/** Every component that the bundle holds. */
export const componentLoader = new ComponentLoader();
for (const name of added) componentLoader.add(name, fileOf(name));
for (const [name, file] of Object.entries(replaced)) componentLoader.override(name, fileOf(file));
