import { CreateOrganisation1763690000000 } from './1763690000000-create-organisation.ts';
import { CreateClients1763690001000 } from './1763690001000-create-clients.ts';
import { CreateJournal1763690002000 } from './1763690002000-create-journal.ts';
import { CreateAccess1763690003000 } from './1763690003000-create-access.ts';
import { SearchWithinSuccursale1763690004000 } from './1763690004000-search-within-succursale.ts';
import { CreateAssurance1763690005000 } from './1763690005000-create-assurance.ts';
import { ExtendAssurance1763690006000 } from './1763690006000-extend-assurance.ts';
import { CreateMobileMoney1763690007000 } from './1763690007000-create-mobile-money.ts';
import { CreateSinistres1763690008000 } from './1763690008000-create-sinistres.ts';
import { CreateReversements1763690009000 } from './1763690009000-create-reversements.ts';
import { CreateBorne1763690010000 } from './1763690010000-create-borne.ts';
import { CreateConversations1763690011000 } from './1763690011000-create-conversations.ts';
import { CreateAvenants1763690012000 } from './1763690012000-create-avenants.ts';
import { ShowContrats1763690013000 } from './1763690013000-show-contrats.ts';
import { CreateSessionsBorne1763690014000 } from './1763690014000-create-sessions-borne.ts';
import { ScaleContrats1763690015000 } from './1763690015000-scale-contrats.ts';
import { CreateBornes1763690016000 } from './1763690016000-create-bornes.ts';
import { CreateDocuments1763690017000 } from './1763690017000-create-documents.ts';
import { CreateAnnonces1763690018000 } from './1763690018000-create-annonces.ts';
import { CreateAbonnementsPush1763690019000 } from './1763690019000-create-abonnements-push.ts';
import { CreateLiens1763690020000 } from './1763690020000-create-liens.ts';
import { CreateCrm1763690021000 } from './1763690021000-create-crm.ts';
import { CountFigures1763690022000 } from './1763690022000-count-figures.ts';
import { CreateRapports1763690023000 } from './1763690023000-create-rapports.ts';
import { CreateLiensDevis1763690024000 } from './1763690024000-create-liens-devis.ts';

/** In order; a new one goes to the end. */
export const migrations = [
  CreateOrganisation1763690000000,
  CreateClients1763690001000,
  CreateJournal1763690002000,
  CreateAccess1763690003000,
  SearchWithinSuccursale1763690004000,
  CreateAssurance1763690005000,
  ExtendAssurance1763690006000,
  CreateMobileMoney1763690007000,
  CreateSinistres1763690008000,
  CreateReversements1763690009000,
  CreateBorne1763690010000,
  CreateConversations1763690011000,
  CreateAvenants1763690012000,
  ShowContrats1763690013000,
  CreateSessionsBorne1763690014000,
  ScaleContrats1763690015000,
  CreateBornes1763690016000,
  CreateDocuments1763690017000,
  CreateAnnonces1763690018000,
  CreateAbonnementsPush1763690019000,
  CreateLiens1763690020000,
  CreateCrm1763690021000,
  CountFigures1763690022000,
  CreateRapports1763690023000,
  CreateLiensDevis1763690024000,
];
