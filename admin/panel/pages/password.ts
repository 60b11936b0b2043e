import express, { type Request, type Response, type Router } from 'express';
import { type Caller, unknownActor } from '../../../server/core/access.ts';
import { transact } from '../../../server/core/records/transaction.ts';
import { choosePassword, forgotPassword } from '../../../server/features/organisation/utilisateurs/mot-de-passe.ts';
import type { Guichet } from '../../../server/guichet.ts';
import { takeTurn } from '../../../server/http/auth/throttle.ts';
import { enteredBy } from '../../../server/http/request.ts';
import { pageTexts } from '../locale/pages.ts';
import { field, html, notice, sendPage } from './html.ts';
import { inWords, langueIn, otherLangue, type Said, typedIn } from './texts.ts';

/** Someone who has proved nothing yet. */
function nobody(req: Request): Caller {
  return {
    actor: unknownActor(),
    surface: 'panneau',
    langue: langueIn(req),
    adresse_ip: req.ip,
    requete_id: enteredBy(req).requete_id,
  };
}

/** For those who cannot sign in: ask for a link, and use it. */
export function passwordPages({ database, watch }: Guichet): Router {
  const router = express.Router();

  router.get('/mot-de-passe/oublie', (req, res) => forgotPage(req, res, {}));

  router.post('/mot-de-passe/oublie', async (req, res) => {
    const email = (typedIn(req).email ?? '').trim().toLowerCase().slice(0, 254);
    try {
      await takeTurn(database, 'adresse', `oubli:${req.ip}`);
      await transact(database, nobody(req), (tx) => forgotPassword(tx, email));
      forgotPage(req, res, { done: true });
    } catch (error) {
      forgotPage(req, res, { wrong: inWords(error, langueIn(req)) });
    }
  });

  router.get('/mot-de-passe/:token', (req, res) => choosePage(req, res));

  router.post('/mot-de-passe/:token', async (req, res) => {
    const langue = langueIn(req);
    const { nouveau = '', confirmation = '' } = typedIn(req);
    if (nouveau !== confirmation) {
      const message = pageTexts[langue].differents;
      return choosePage(req, res, { status: 400, message, fields: { confirmation: message } });
    }
    try {
      await takeTurn(database, 'adresse', `lien:${req.ip}`);
      await transact(database, nobody(req), (tx) => choosePassword(tx, req.params.token, { mot_de_passe: nouveau }));
      watch.tell('acces', 'utilisateurs');
      return res.redirect(303, `/admin/connexion?etat=choisi&langue=${langue}`);
    } catch (error) {
      const { fields, ...wrong } = inWords(error, langue);
      return choosePage(req, res, { ...wrong, fields: { nouveau: fields.mot_de_passe ?? '' } });
    }
  });

  return router;
}

function forgotPage(req: Request, res: Response, { done, wrong }: { done?: boolean; wrong?: Said }): void {
  const langue = langueIn(req);
  const texts = pageTexts[langue];
  sendPage(
    res,
    {
      langue,
      title: texts.oublieTitre,
      other: `/admin/mot-de-passe/oublie?langue=${otherLangue(langue)}`,
      status: wrong?.status,
    },
    html`<h1>${texts.oublieTitre}</h1>
${wrong && notice(wrong.message, 'erreur')}
${
  done
    ? notice(texts.oublieFait, 'bien')
    : html`<p class="sous-titre">${texts.oublieAide}</p>
<form method="post" action="/admin/mot-de-passe/oublie?langue=${langue}">
${field({ name: 'email', label: texts.email, type: 'email', autocomplete: 'username', autofocus: true })}
<button type="submit">${texts.envoyerLien}</button>
</form>`
}
<p class="lien"><a href="/admin/connexion?langue=${langue}">${texts.retour}</a></p>`,
  );
}

function choosePage(req: Request, res: Response, wrong?: Said): void {
  const langue = langueIn(req);
  const texts = pageTexts[langue];
  const here = `/admin/mot-de-passe/${encodeURIComponent(req.params.token as string)}`;
  sendPage(
    res,
    { langue, title: texts.choisirTitre, other: `${here}?langue=${otherLangue(langue)}`, status: wrong?.status },
    html`<h1>${texts.choisirTitre}</h1>
${wrong && notice(wrong.message, 'erreur')}
<form method="post" action="${here}?langue=${langue}">
${field({ name: 'nouveau', label: texts.nouveau, type: 'password', autocomplete: 'new-password', hint: texts.choisirAide, error: wrong?.fields.nouveau, autofocus: true })}
${field({ name: 'confirmation', label: texts.confirmation, type: 'password', autocomplete: 'new-password', error: wrong?.fields.confirmation })}
<button type="submit">${texts.enregistrer}</button>
</form>
<p class="lien"><a href="/admin/connexion?langue=${langue}">${texts.retour}</a></p>`,
  );
}
