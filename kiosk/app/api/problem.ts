/** What the API, or the way to it, answers instead of what was asked for. */
export class Problem extends Error {
  constructor(
    /** HTTP; 0 when nobody answered. */
    readonly status: number,
    /** For machines: `code_demande`, `session_borne_finie`, `injoignable`. */
    readonly code: string,
    /** In the reader’s language, as the server says it. */
    message: string,
    /** By field, in the reader’s language. */
    readonly errors: Readonly<Record<string, readonly string[]>> = {},
    /** Seconds to wait, where that is known. */
    readonly attente?: number,
  ) {
    super(message);
  }
}

interface Body {
  code?: string;
  message?: string;
  detail?: string;
  errors?: Record<string, string[]>;
}

/** Reads an `application/problem+json`; whatever else stands in between says only its number. */
export async function problemOf(answer: Response): Promise<Problem> {
  const type = answer.headers.get('content-type') ?? '';
  const body: Body = type.includes('json') ? await answer.json().catch(() => ({})) : {};
  const after = Number(answer.headers.get('retry-after')) || undefined;
  const code = body.code ?? `http_${answer.status}`;
  return new Problem(answer.status, code, body.message ?? body.detail ?? '', body.errors, after);
}
