import { setTimeout as wait } from 'node:timers/promises';

/**
 * `npm run parcours -- http://127.0.0.1:3000`: somebody who has never been a client dials the USSD code, subscribes to a
 * PASS, pays on the operator's simulator, is given a police, and signs in with it at the kiosk. All over HTTP, as the
 * gateway, the operator and the kiosk do it. The server must run with the same USSD_SECRET.
 */
const origin = process.argv[2] ?? 'http://127.0.0.1:3000';
const secret = process.env.USSD_SECRET ?? '';
const telephone = process.env.TELEPHONE ?? `+24206${String(Date.now()).slice(-7)}`;
const PATIENCE_SECONDS = 90;

interface SignedIn {
  tokens: { access: string };
}

interface Dashboard {
  solde_global: number;
  contrats: { police: string; produit: string; statut: string; solde: number; couvert_jusqu_au: string }[];
}

/** One dialled session: the gateway sends all inputs so far, with stars between. */
async function composer(session: string, ...saisies: string[]): Promise<string> {
  let ecran = '';
  for (let n = 0; n <= saisies.length; n++) {
    const text = saisies.slice(0, n).join('*');
    const body = new URLSearchParams({ sessionId: session, phoneNumber: telephone, text });
    const answer = await fetch(`${origin}/api/v1/ussd/africas-talking/${secret}`, { method: 'POST', body });
    ecran = await answer.text();
    if (!answer.ok) throw new Error(`USSD ${answer.status} : USSD_SECRET est-il celui du serveur ?`);
    console.info(`  ${(saisies[n - 1] ?? '*128#').padEnd(8)} ${ecran.replaceAll('\n', '\n           ')}`);
    if (ecran.startsWith('END')) break;
  }
  return ecran;
}

async function json<T>(method: string, path: string, body?: object, token?: string): Promise<T> {
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} ${answer.status} : ${text}`);
  return JSON.parse(text) as T;
}

console.info(`1. ${telephone} souscrit un PASS KIMIA de 500 FCFA par mois`);
const fin = await composer('souscrire', '1', '2', '500', '1', 'MAKAYA', 'Rose', '1', '1');
if (!fin.startsWith('END')) throw new Error('la souscription n’a pas abouti');

console.info('\n2. Le simulateur reçoit la demande, le client compose son code, le contrat s’ouvre');
let police: string | undefined;
for (let waited = 0; !police && waited < PATIENCE_SECONDS; waited += 3) {
  await wait(3000);
  police = (await composer(`contrats-${waited}`, '3')).match(/[A-Z]{2}-\d{4}-[A-Z]{3}-\d+/)?.[0];
}
if (!police) throw new Error(`pas de police après ${PATIENCE_SECONDS} s`);

console.info(`\n3. À la borne : police ${police} et téléphone`);
const { tokens } = await json<SignedIn>('POST', '/auth/login', { police, telephone });
const tableau = await json<Dashboard>('GET', `/clients/${police}/dashboard`, undefined, tokens.access);
console.info(JSON.stringify(tableau, null, 2));
if (tableau.solde_global !== 500) throw new Error(`solde global ${tableau.solde_global}, attendu 500`);
console.info('\n✓ De l’appel à la couverture');
