import type { EventEmitter } from 'node:events';
import type { Request, RequestHandler, Response, Router } from 'express';
import { chiffre, chiffresPour, stats } from '../../features/rapports/chiffres/chiffre.ts';
import { decrire } from '../../features/rapports/chiffres/decrire.ts';
import { dater } from '../../features/rapports/chiffres/periode.ts';
import type { Guichet } from '../../guichet.ts';
import { callerOf } from '../request.ts';
import { send } from '../send.ts';
import { fluxDe } from './flux.ts';
import { sansParametre, vueDe } from './parametres.ts';

/** The figures, each with the list that adds up to it, and the news of those that have changed. */
export function dashboardRoutes(api: Router, guichet: Guichet, signedIn: RequestHandler): void {
  const answer = (made: (req: Request) => Promise<unknown>) => async (req: Request, res: Response) => {
    send(res, 200, JSON.stringify(await made(req)));
  };

  api.get(
    '/dashboard',
    signedIn,
    answer(async (req) => {
      sansParametre(req);
      return { results: decrire(callerOf(req)) };
    }),
  );

  api.get(
    '/dashboard/stats',
    signedIn,
    answer(async (req) => {
      const vue = vueDe(req);
      const { du, au } = dater(vue);
      return { periode: { du, au }, cartes: await stats(guichet, callerOf(req), vue) };
    }),
  );

  api.get('/dashboard/flux', signedIn, (req, res) => {
    sansParametre(req);
    const app = req.app as unknown as EventEmitter;
    fluxDe(guichet).brancher(app, res, chiffresPour(callerOf(req)), () => encore(req, res, signedIn));
  });

  api.get(
    '/dashboard/:nom',
    signedIn,
    answer((req) => chiffre(guichet, callerOf(req), String(req.params.nom), vueDe(req))),
  );
}

/** What whoever asked may see now; undefined when what they proved themselves with no longer does. */
const encore = (req: Request, res: Response, signedIn: RequestHandler): Promise<string[] | undefined> =>
  new Promise((resolve) => {
    signedIn(req, res, (error?: unknown) => resolve(error ? undefined : chiffresPour(callerOf(req))));
  });
