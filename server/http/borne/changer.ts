import type { Request } from 'express';
import { z } from 'zod';
import { introuvable } from '../../core/errors.ts';
import { maskPhone } from '../../core/phone.ts';
import type { Transaction } from '../../core/records/transaction.ts';
import {
  ajouterBeneficiaire,
  nouveauBeneficiaire,
  retirerBeneficiaire,
} from '../../features/assurance/beneficiaires/beneficiaires.ts';
import { type Declaration, declarerSinistre } from '../../features/assurance/sinistres/declarer.ts';
import { liens } from '../../features/assurance/sinistres/sinistre.ts';
import type { But } from '../../features/borne/codes-messages.ts';
import { type CodeDonne, exigerCode } from '../../features/borne/exiger-code.ts';
import { beneficiairesLus } from '../../features/borne/lecture/detail.ts';
import { changerTelephone } from '../../features/borne/telephone.ts';
import type { Guichet } from '../../guichet.ts';
import { nomDe } from './auth.ts';
import { codeDonne, jour, telephone, texte } from './corps.ts';
import { json } from './lire.ts';
import { cleDe, corps, ecrire, policeDe, porteurDe, sansParametre, sessionDe } from './requete.ts';
import type { Porte } from './routes.ts';

const code = codeDonne.optional();
const beneficiaireShape = z.strictObject({ ...nouveauBeneficiaire.shape, code });
const retraitShape = z.strictObject({ code });
const telephoneShape = z.strictObject({ telephone: telephone(), code });
const sinistreShape = z.strictObject({
  date_survenance: jour(),
  description: texte(5000).optional(),
  lignes: z.custom<Declaration['lignes']>((lines) => Array.isArray(lines), { error: 'type_array' }),
  declarant: z
    .strictObject({ nom: texte(120), telephone: telephone().optional(), lien: z.enum(liens).default('assure') })
    .optional(),
  code,
});

/** What changes rights: each asks for a one-time code, unless the institution wants none. */
export function changerRoutes(router: Porte, guichet: Guichet): void {
  const { database } = guichet;

  /** The try counts whatever becomes of the request; the code is used up with what it allows. */
  async function avecCode<T>(
    req: Request,
    but: But,
    donne: CodeDonne | undefined,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    const session = sessionDe(req);
    const consommer = await exigerCode(guichet, session, but, donne);
    return ecrire(guichet, req, porteurDe(session), async (tx) => {
      await consommer(tx);
      return work(tx);
    });
  }

  router.post('/contrats/:police/beneficiaires', async (req, res) => {
    const { souscription_id } = await policeDe(guichet, req);
    const { code: donne, ...donnees } = corps(req, beneficiaireShape);
    const id = await avecCode(
      req,
      'beneficiaire',
      donne,
      async (tx) => (await ajouterBeneficiaire(tx, souscription_id, donnees)).id,
    );
    json(res, { id, beneficiaires: await beneficiairesLus(database, souscription_id) }, 201);
  });

  router.delete('/contrats/:police/beneficiaires/:id', async (req, res) => {
    sansParametre(req);
    const { souscription_id } = await policeDe(guichet, req);
    const id = cleDe(req);
    const known = await beneficiairesLus(database, souscription_id);
    if (!known.some((each) => each.id === id)) throw introuvable();
    const donne = req.body === undefined ? undefined : corps(req, retraitShape).code;
    await avecCode(req, 'beneficiaire', donne, async (tx) => {
      await retirerBeneficiaire(tx, id);
      return null;
    });
    json(res, { beneficiaires: await beneficiairesLus(database, souscription_id) });
  });

  router.post('/contrats/:police/sinistres', async (req, res) => {
    const session = sessionDe(req);
    const { souscription_id } = await policeDe(guichet, req);
    const {
      code: donne,
      declarant = { nom: nomDe(session), telephone: session.telephone },
      ...rest
    } = corps(req, sinistreShape);
    const declaration: Declaration = { ...rest, declarant, souscription_id, canal: session.canal };
    const { numero, statut, alertes } = await avecCode(req, 'sinistre', donne, (tx) =>
      declarerSinistre(tx, declaration),
    );
    json(res, { numero, statut, alertes }, 201);
  });

  router.put('/clients/:police/telephone', async (req, res) => {
    const session = sessionDe(req);
    await policeDe(guichet, req);
    const { code: donne, telephone: nouveau } = corps(req, telephoneShape);
    await avecCode(req, 'telephone', donne, async (tx) => {
      await changerTelephone(tx, session, nouveau);
      return null;
    });
    json(res, { telephone: maskPhone(nouveau) });
  });
}
