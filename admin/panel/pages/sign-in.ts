import express, { type Request, type Response, type Router } from 'express';
import { journalizeAlone } from '../../../server/core/journal/journal.ts';
import type { Langue } from '../../../server/core/messages/messages.ts';
import type { Guichet } from '../../../server/guichet.ts';
import { signIn } from '../../../server/http/auth/sign-in.ts';
import { enteredBy } from '../../../server/http/request.ts';
import { pageTexts } from '../locale/pages.ts';
import { knownIn, type PanelSession } from '../session.ts';
import { field, html, notice, sendPage } from './html.ts';
import { inWords, langueIn, otherLangue, type Said, typedIn } from './texts.ts';

/** Where a person goes after signing in: only within the panel. */
const within = (wanted: unknown): string =>
  typeof wanted === 'string' && /^\/admin(\/(?!\/)[^\\]*)?(\?.*)?$/.test(wanted) ? wanted : '/admin';

export function signInPages(guichet: Guichet, session: PanelSession): Router {
  const router = express.Router();

  router.get('/connexion', (req, res) => {
    if (knownIn(req)) return res.redirect('/admin');
    return signInPage(req, res, {});
  });

  router.post('/connexion', async (req, res) => {
    const { email = '', mot_de_passe = '', suite } = typedIn(req);
    const langue = langueIn(req);
    try {
      const known = await signIn(
        guichet,
        { email, password: mot_de_passe },
        { adresse_ip: req.ip, requete_id: enteredBy(req).requete_id, surface: 'panneau' },
      );
      await session.open(req, known);
      res.redirect(303, within(suite));
    } catch (error) {
      const wrong = inWords(error, langue);
      if (wrong.status === 400) wrong.status = 401;
      signInPage(req, res, { email, wrong, suite });
    }
  });

  router.post('/deconnexion', async (req, res) => {
    const known = knownIn(req);
    if (known) {
      const { requete_id } = enteredBy(req);
      const caller = {
        actor: known.actor,
        surface: 'panneau',
        langue: known.langue,
        adresse_ip: req.ip,
        requete_id,
      } as const;
      await journalizeAlone(guichet.database, caller, {
        action: 'deconnexion',
        ressource: 'utilisateurs',
        objet_id: known.actor.id,
        objet: known.actor.nom,
      });
    }
    await session.close(req, res);
    res.redirect(303, '/admin/connexion?etat=sortie');
  });

  return router;
}

const states = { sortie: 'sortie', choisi: 'choisirFait', expiree: 'expiree' } as const;

interface Tried {
  email?: string;
  wrong?: Said;
  suite?: string;
}

function signInPage(req: Request, res: Response, { email, wrong, suite }: Tried): void {
  const langue: Langue = langueIn(req);
  const texts = pageTexts[langue];
  const wanted = suite ?? (typeof req.query.suite === 'string' ? req.query.suite : '');
  const state = states[req.query.etat as keyof typeof states];
  const also = wanted ? `&suite=${encodeURIComponent(wanted)}` : '';
  sendPage(
    res,
    {
      langue,
      title: texts.entrer,
      other: `/admin/connexion?langue=${otherLangue(langue)}${also}`,
      status: wrong?.status,
    },
    html`<h1>${texts.bienvenue}</h1>
<p class="sous-titre">${texts.sousTitre}</p>
${wrong && notice(wrong.message, 'erreur')}
${!wrong && state && notice(texts[state], 'bien')}
<form method="post" action="/admin/connexion?langue=${langue}">
${wanted && html`<input type="hidden" name="suite" value="${wanted}">`}
${field({ name: 'email', label: texts.email, type: 'email', value: email, autocomplete: 'username', autofocus: !email })}
${field({ name: 'mot_de_passe', label: texts.motDePasse, type: 'password', autocomplete: 'current-password', autofocus: Boolean(email) })}
<button type="submit">${texts.entrer}</button>
</form>
<p class="lien"><a href="/admin/mot-de-passe/oublie?langue=${langue}">${texts.oublie}</a></p>`,
  );
}
