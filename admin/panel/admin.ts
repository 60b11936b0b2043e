import './environment.ts';
import AdminJS, { type CurrentAdmin } from 'adminjs';
import { resources } from '../../server/features.ts';
import type { Guichet } from '../../server/guichet.ts';
import { RecordsResource } from './adapter/records-resource.ts';
import { componentLoader } from './components.ts';
import { translationsIn } from './locale/translations.ts';
import { optionsOf } from './options/resource-options.ts';
import { langueOf } from './person.ts';
import { dashboardHandler } from './screens/dashboard.ts';
import { matrixHandler } from './screens/matrix.ts';
import { theme } from './theme.ts';

const PER_PAGE = 20;

/** The panel out of the declarations: every resource, the home, the matrix of rights. */
export function createAdmin(guichet: Guichet): AdminJS {
  const translations = { fr: translationsIn('fr'), en: translationsIn('en') };
  return new AdminJS({
    rootPath: '/admin',
    loginPath: '/admin/connexion',
    logoutPath: '/admin/deconnexion',
    componentLoader,
    resources: resources.map((resource) => ({
      resource: new RecordsResource(guichet, resource),
      options: optionsOf(guichet, resource),
    })),
    dashboard: { component: 'HomeScreen', handler: dashboardHandler(guichet) },
    pages: {
      droits: { component: 'MatrixScreen', icon: 'Shield', handler: matrixHandler(guichet) },
      rapports: { component: 'ReportsScreen', icon: 'BarChart2' },
    },
    settings: { defaultPerPage: PER_PAGE },
    assets: { styles: ['/admin/frontend/assets/panel.css'] },
    branding: {
      companyName: 'Guichet',
      logo: '/admin/frontend/assets/logo.svg',
      favicon: '/admin/frontend/assets/icone.svg',
      withMadeWithLove: false,
      theme,
    },
    locale: (person?: CurrentAdmin) => {
      const language = langueOf(person);
      return { language, availableLanguages: [language], translations: { [language]: translations[language] } };
    },
  });
}
