import { XML, xmlText } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Positions in the list of cell formats of `stylesXml`. */
export const styles = {
  plain: 0,
  header: 1,
  whole: 2,
  francs: 3,
  day: 4,
  instant: 5,
  text: 6,
  totalText: 7,
  totalWhole: 8,
  totalFrancs: 9,
} as const;

/** Excel's own number formats: 1 `0`, 3 `#,##0`, 14 a day and 22 a day with its hour as the reader's country writes them, 49 text. */
const formats = [
  '<xf numFmtId="0"/>',
  '<xf numFmtId="49" fontId="1" fillId="2" applyFont="1" applyFill="1" applyNumberFormat="1"/>',
  ...[1, 3, 14, 22, 49].map((format) => `<xf numFmtId="${format}" applyNumberFormat="1"/>`),
  ...[49, 1, 3].map(
    (format) => `<xf numFmtId="${format}" fontId="1" fillId="2" applyFont="1" applyFill="1" applyNumberFormat="1"/>`,
  ),
];

export const stylesXml = `${XML}<styleSheet xmlns="${MAIN}">
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFE2EFF1"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Every part is a sheet unless named: sheets can then be added while the file is being sent. */
export const contentTypesXml = `${XML}<Types xmlns="${PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="${TYPE}.worksheet+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`;

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;
const relations = (...each: string[]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;

export const packageRelationsXml = relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'));

export const workbookRelationsXml = (sheets: number) =>
  relations(
    ...Array.from({ length: sheets }, (_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
    relation('styles', 'styles', 'styles.xml'),
  );

/**
 * @param names of the sheets, in order
 * @param ranges what the filters of the first of them cover, `$A$1:$H$120`
 */
export function workbookXml(names: readonly string[], ranges: readonly string[]): string {
  const sheets = names.map((name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const filters = ranges.map((covered, i) => {
    const range = `'${names[i]?.replaceAll("'", "''")}'!${covered}`;
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${xmlText(range)}</definedName>`;
  });
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><bookViews><workbookView/></bookViews>
<sheets>${sheets.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`;
}

/** At most 31 characters, without those that Excel forbids in the name of a sheet. */
export function sheetName(title: string, position: number): string {
  const suffix = position > 1 ? ` (${position})` : '';
  const clean =
    title
      .replace(/[:\\/?*[\]]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Export';
  return clean.slice(0, 31 - suffix.length) + suffix;
}
