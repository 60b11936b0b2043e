import express, { type Request, type Response, type Router } from 'express';
import type { Caller } from '../../../server/core/access.ts';
import { transact } from '../../../server/core/records/transaction.ts';
import { choisirLangue } from '../../../server/features/organisation/utilisateurs/langue.ts';
import { changePassword } from '../../../server/features/organisation/utilisateurs/mot-de-passe.ts';
import type { Guichet } from '../../../server/guichet.ts';
import { takeTurn } from '../../../server/http/auth/throttle.ts';
import { enteredBy } from '../../../server/http/request.ts';
import { pageTexts } from '../locale/pages.ts';
import type { RoleNames } from '../role-names.ts';
import { knownIn, type PanelSession } from '../session.ts';
import { field, html, notice, sendPage } from './html.ts';
import { inWords, type Said, typedIn } from './texts.ts';

function callerOf(req: Request): Caller {
  const known = knownIn(req);
  if (!known) throw new Error('nobody is signed in');
  return {
    actor: known.actor,
    surface: 'panneau',
    langue: known.langue,
    adresse_ip: req.ip,
    requete_id: enteredBy(req).requete_id,
  };
}

/** What a person sees and changes of themselves. */
export function profilePages(guichet: Guichet, session: PanelSession, roles: RoleNames): Router {
  const { database, watch } = guichet;
  const router = express.Router();

  router.get('/profil', (req, res) => profilePage(req, res, roles));

  router.post('/profil/langue', async (req, res) => {
    const caller = callerOf(req);
    await transact(database, caller, (tx) => choisirLangue(tx, typedIn(req)));
    watch.tell('acces', 'utilisateurs');
    res.redirect(303, '/admin/profil?etat=langue');
  });

  router.post('/profil/mot-de-passe', async (req, res) => {
    const caller = callerOf(req);
    const { ancien = '', nouveau = '', confirmation = '' } = typedIn(req);
    const message = pageTexts[caller.langue].differents;
    if (nouveau !== confirmation)
      return profilePage(req, res, roles, { status: 400, message, fields: { confirmation: message } });
    try {
      await takeTurn(database, 'compte', `changement:${caller.actor.id}`);
      await transact(database, caller, (tx) => changePassword(tx, { ancien, nouveau }));
      watch.tell('acces', 'utilisateurs');
      await session.close(req, res);
      return res.redirect(303, `/admin/connexion?etat=choisi&langue=${caller.langue}`);
    } catch (error) {
      return profilePage(req, res, roles, inWords(error, caller.langue));
    }
  });

  return router;
}

async function profilePage(req: Request, res: Response, roles: RoleNames, wrong?: Said): Promise<void> {
  const { actor, langue } = callerOf(req);
  const texts = pageTexts[langue];
  const choice = (code: 'fr' | 'en') =>
    html`<option value="${code}" ${code === langue && html`selected`}>${texts[code]}</option>`;
  sendPage(
    res,
    { langue, title: texts.profilTitre, status: wrong?.status },
    html`<h1>${texts.profilTitre}</h1>
${req.query.etat === 'langue' && notice(texts.langueFaite, 'bien')}
<dl><dt>${texts.email}</dt><dd>${actor.nom}<br>${actor.email}</dd>
<dt>${texts.profilRole}</dt><dd>${await roles.nameOf(actor.role)}</dd>
<dt>${texts.profilPortee}</dt><dd>${texts[actor.portee]}</dd></dl>
<form method="post" action="/admin/profil/langue" class="rang">
<div class="champ"><label for="langue">${texts.profilLangue}</label>
<select id="langue" name="langue">${choice('fr')}${choice('en')}</select></div>
<button type="submit" class="second">${texts.enregistrer}</button>
</form>
<h2>${texts.changerTitre}</h2>
<p class="sous-titre">${texts.changerAide}</p>
${wrong && notice(wrong.message, 'erreur')}
<form method="post" action="/admin/profil/mot-de-passe">
${field({ name: 'ancien', label: texts.ancien, type: 'password', autocomplete: 'current-password', error: wrong?.fields.ancien })}
${field({ name: 'nouveau', label: texts.nouveau, type: 'password', autocomplete: 'new-password', hint: texts.choisirAide, error: wrong?.fields.nouveau })}
${field({ name: 'confirmation', label: texts.confirmation, type: 'password', autocomplete: 'new-password', error: wrong?.fields.confirmation })}
<button type="submit">${texts.enregistrer}</button>
</form>
<p class="lien"><a href="/admin">${texts.retourPanneau}</a></p>`,
  );
}
