import type { Send } from '../../../tests/api.ts';
import type { Borne } from './borne.fixture.ts';

export interface Enrolee {
  jeton: string;
  borne: { id: number; nom: string; succursale: string };
}

/** Terminals of the real API, as Mireille makes them and as their shells speak. */
export async function openTerminaux({ api }: Borne) {
  const mireille = await api.as(api.people.mireille);

  async function creer(nom: string, succursale_id = api.people.douala): Promise<number> {
    const { status, body, text } = await mireille<{ id: number }>('POST', '/bornes', { nom, succursale_id });
    if (status !== 201) throw new Error(text);
    return body.id;
  }

  async function code(id: number): Promise<string> {
    const { body, text } = await mireille<{ resultat: { code: string } }>('POST', `/bornes/${id}/enroler`);
    if (!body.resultat) throw new Error(text);
    return body.resultat.code;
  }

  const utiliser = (given: string, version = '1.4.0') =>
    api.anonymous<Enrolee>('POST', '/borne/terminal/enroler', { code: given, version });

  return {
    mireille,
    creer,
    code,
    utiliser,
    /** A terminal in service: its id, its secret, and requests that come from it. */
    async enrolee(nom: string, succursale_id?: number) {
      const id = await creer(nom, succursale_id);
      const { jeton } = (await utiliser(await code(id))).body;
      const depuis: Send = (method, path, body) => api.anonymous(method, path, body, { 'x-borne': jeton });
      return { id, jeton, depuis };
    },
    revoquer: (id: number) => mireille('POST', `/bornes/${id}/revoquer`, { motif: 'Borne volée' }),
    contact: (jeton: string, sent: object = {}) =>
      api.anonymous<{ borne: object; reglages: object; code: string }>(
        'POST',
        '/borne/terminal/contact',
        { version: '1.4.0', imprimante: 'prete', ...sent },
        { 'x-borne': jeton },
      ),
  };
}

export type Terminaux = Awaited<ReturnType<typeof openTerminaux>>;
