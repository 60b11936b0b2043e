import type { Langue } from '../../core/messages/messages.ts';
import { liens } from '../../features/assurance/sinistres/sinistre.ts';
import { imprimantes } from '../../features/borne/bornes/borne.ts';
import { moyens, sortes } from '../../features/borne/envoyer/messages.ts';
import {
  about,
  beneficiaire,
  borne,
  day,
  flag,
  francs,
  list,
  oneOf,
  operateur,
  POLICE,
  periodicite,
  shape,
  text,
  typed,
} from './borne-shapes.ts';
import { borneWords } from './borne-words.ts';
import type { Schema } from './types.ts';

/** What the client’s surface takes. */
export function borneBodies(langue: Langue): Record<string, Schema> {
  const said = borneWords(langue).fields;
  const code = shape({ id: text('5b0f1c9e-8f1d-4c58-9d35-0d2c2ad0a6f1'), code: text('482913') });
  const identity = { police: text(POLICE, { maxLength: 40 }), telephone: typed };
  const canal = { ...oneOf(['borne', 'espace']), default: 'borne', description: said.canal };
  const version = about(text('1.4.0', { maxLength: 40 }), said.version);
  const payer = { operateur, telephone: about(typed, said.telephonePayeur) };
  const asked = {
    produit: text('PASS-KIMIA', { maxLength: 40 }),
    montant: francs(500, { minimum: 1 }),
    periodicite,
    operateur,
    telephone_payeur: about(typed, said.telephonePayeur),
    canal,
    consentement: about(text('J’accepte les conditions du PASS KIMIA.', { maxLength: 4000 }), said.consentement),
    nom: about(text('KONGO'), said.inconnu),
    prenom: about(text('Jean Baptiste'), said.inconnu),
    telephone: about(typed, said.inconnu),
  };
  return {
    Login: {
      ...shape({ ...identity, canal, code: about(code, said.codeConnexion), cookie: about(flag, said.cookie) }, [
        'police',
        'telephone',
      ]),
      example: { police: POLICE, telephone: '06 123 45 67' },
    },
    Espace: shape({ canal: about(oneOf(['espace']), said.espace) }, []),
    Presence: shape({ reste_secondes: about({ type: 'integer', minimum: 0, maximum: 300 }, said.reste) }, []),
    Enroler: shape({ code: text('7KQ2M-XW9RD', { maxLength: 40 }), version }),
    Contact: shape({ version, imprimante: oneOf(imprimantes) }),
    Code: code,
    DemandeCode: {
      ...shape({ but: oneOf(['beneficiaire', 'sinistre', 'telephone', 'connexion']), ...identity, canal }, ['but']),
      example: { but: 'beneficiaire' },
    },
    Payer: shape({ ...payer, montant: francs(100_000, { minimum: 1 }), type: oneOf(['cotisation', 'rattrapage']) }, [
      'operateur',
      'montant',
    ]),
    Renouveler: shape(payer, ['operateur']),
    NouveauBeneficiaire: shape(
      {
        ...beneficiaire,
        telephone: typed,
        date_naissance: day('2010-05-17'),
        part: { type: 'number' },
        code: borne('Code'),
      },
      ['nom', 'prenom', 'relation'],
    ),
    RetraitBeneficiaire: shape({ code: borne('Code') }, []),
    Declaration: shape(
      {
        date_survenance: day(),
        description: text('Hospitalisation après un accident.', { maxLength: 5000 }),
        lignes: list(shape({ garantie: text('deces'), demande: francs(150_000, { minimum: 1 }) })),
        declarant: shape({ nom: text('KONGO Grâce'), telephone: typed, lien: oneOf(liens) }, ['nom']),
        code: borne('Code'),
      },
      ['date_survenance', 'lignes'],
    ),
    NouveauTelephone: shape({ telephone: typed, code: borne('Code') }, ['telephone']),
    Envoyer: {
      ...shape(
        {
          document: oneOf(sortes),
          police: about(text(POLICE, { maxLength: 40 }), said.envoyerPolice),
          paiement: about(text('PAI-2026-000123', { maxLength: 60 }), said.envoyerPaiement),
          par: oneOf(moyens),
        },
        ['document', 'par'],
      ),
      example: { document: 'releve', par: 'sms' },
    },
    Souscrire: shape(asked, ['produit', 'montant', 'periodicite', 'operateur', 'consentement']),
  };
}
