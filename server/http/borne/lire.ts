import type { Response } from 'express';
import { sinistresDe } from '../../features/assurance/sinistres/declarer.ts';
import { contratsDuClient, policeDuClient } from '../../features/borne/contrats.ts';
import { lecteur } from '../../features/borne/lecteur.ts';
import { attestationDuClient } from '../../features/borne/lecture/attestation.ts';
import { cotisationsDuClient } from '../../features/borne/lecture/cotisations.ts';
import { contratEnDetail } from '../../features/borne/lecture/detail.ts';
import { paiementsDuClient } from '../../features/borne/lecture/paiements.ts';
import { recuDuClient } from '../../features/borne/lecture/recu.ts';
import { releveDuClient } from '../../features/borne/lecture/releve.ts';
import { tableauDeBord } from '../../features/borne/lecture/tableau-de-bord.ts';
import type { Guichet } from '../../guichet.ts';
import { enteredBy } from '../request.ts';
import { send } from '../send.ts';
import { envoyerPdf, sceauDe } from './pdf.ts';
import { envoyerPage, parametres, policeDe, sansParametre, sessionDe } from './requete.ts';
import type { Porte } from './routes.ts';

/** What a client may read: their own, by any police of theirs. */
export function lireRoutes(router: Porte, guichet: Guichet): void {
  const { database } = guichet;
  const db = lecteur(database);

  router.get('/clients/:police/dashboard', async (req, res) => {
    sansParametre(req);
    await policeDe(guichet, req);
    json(res, await tableauDeBord(db, sessionDe(req)));
  });

  router.get('/clients/:police/contrats', async (req, res) => {
    sansParametre(req);
    await policeDe(guichet, req);
    json(res, { results: await contratsDuClient(db, sessionDe(req).client_id) });
  });

  for (const [name, read] of [
    ['cotisations', cotisationsDuClient],
    ['paiements', paiementsDuClient],
  ] as const) {
    router.get(`/clients/:police/${name}`, async (req, res) => {
      const { police, ...tranche } = parametres(req);
      const { client_id } = sessionDe(req);
      await policeDe(guichet, req);
      const one = police === undefined ? undefined : await policeDuClient(db, client_id, police);
      envoyerPage<object>(req, res, tranche, await read(db, client_id, tranche, one?.souscription_id));
    });
  }

  router.get('/contrats/:police', async (req, res) => {
    sansParametre(req);
    const police = await policeDe(guichet, req);
    json(res, await contratEnDetail(database, sessionDe(req).client_id, police));
  });

  router.get('/contrats/:police/sinistres', async (req, res) => {
    sansParametre(req);
    const { souscription_id } = await policeDe(guichet, req);
    json(res, { results: await sinistresDe(database, souscription_id) });
  });

  for (const [path, seul] of [
    ['/contrats/:police/releve.pdf', true],
    ['/clients/:police/releve.pdf', false],
  ] as const) {
    router.get(path, async (req, res) => {
      sansParametre(req);
      const police = await policeDe(guichet, req);
      const { langue } = enteredBy(req);
      envoyerPdf(res, await releveDuClient(db, sessionDe(req), police, { langue, seul }));
    });
  }

  router.get('/contrats/:police/attestation.pdf', async (req, res) => {
    sansParametre(req);
    const police = await policeDe(guichet, req);
    const { langue } = enteredBy(req);
    envoyerPdf(res, await attestationDuClient(db, sceauDe(guichet), sessionDe(req), police, langue));
  });

  router.get('/paiements/:numero/recu.pdf', async (req, res) => {
    sansParametre(req);
    const { langue } = enteredBy(req);
    envoyerPdf(res, await recuDuClient(db, sessionDe(req), String(req.params.numero), langue));
  });
}

/** @param secondes for how long anybody may keep it; not at all unless given */
export function json(res: Response, value: object, status = 200, secondes?: number): void {
  send(res, status, JSON.stringify(value), secondes === undefined ? undefined : `public, max-age=${secondes}`);
}
