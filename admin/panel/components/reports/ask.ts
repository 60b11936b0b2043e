/** Why the server said no: a sentence, and one for each field. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly erreurs: Record<string, string> = {},
  ) {
    super(message);
  }
}

/** Nobody is signed in any more. */
export class SessionOver extends Error {}

/** Where reports are asked for. */
const API = '/admin/api';

async function answered(path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(`${API}/${path}`, { redirect: 'manual', ...init });
  if (answer.type === 'opaqueredirect') throw new SessionOver();
  if (answer.ok) return answer;
  const said = (await answer.json().catch(() => ({}))) as Partial<Refused>;
  throw new Refused(said.message ?? '', said.erreurs);
}

export const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> => (await answered(path, init)).json();

/** Sends a form, which is all that the panel takes. */
export const send = (path: string, form: Readonly<Record<string, string>> = {}): Promise<Response> =>
  answered(path, { method: 'POST', body: new URLSearchParams(form) });

/** What went wrong in one sentence; whoever is signed out is led to sign in again, and then back here. */
export function sentence(error: unknown, failed: string): string {
  if (error instanceof SessionOver) {
    const { pathname, search } = window.location;
    window.location.assign(`/admin/connexion?suite=${encodeURIComponent(pathname + search)}`);
  }
  if (!(error instanceof Refused)) return failed;
  return [error.message || failed, ...Object.values(error.erreurs)].join(' ');
}
