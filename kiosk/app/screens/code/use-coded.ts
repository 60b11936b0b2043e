import { useState } from 'react';
import { Problem } from '../../api/problem.ts';
import type { Reglages } from '../../api/types.ts';
import { useSession } from '../../session/session.tsx';

/** A one-time code as the server reads it: the id it was announced with, and its digits. */
export interface CodeDonne {
  id: string;
  code: string;
}

/** A code is on its way to the client’s telephone. */
export interface Promised {
  id: string;
  expire_le: string;
  /** Masked. */
  telephone: string;
  /** The text of the SMS, where nothing real is sent. */
  demonstration?: string;
}

interface Asked<T> {
  but: 'beneficiaire' | 'sinistre' | 'telephone';
  /** Does it, with a code where the server has asked for one. */
  send(code: CodeDonne | undefined): Promise<T>;
  onDone(answer: T): void;
  /** It is not the code that is wrong. */
  onRefused?(problem: Problem): void;
}

/**
 * What may need a one-time code: asked for first where the institution wants one, and whenever the server does. Nothing
 * is tried without a network, and nothing is kept to be tried later.
 */
export function useCoded<T>({ but, send, onDone, onRefused }: Asked<T>) {
  const { api } = useSession();
  const [promised, setPromised] = useState<Promised>();
  /** Right, for a request that was refused for something else: it still works. */
  const [spare, setSpare] = useState<CodeDonne>();
  const [wrong, setWrong] = useState(0);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function promise() {
    setPromised(await api.send<Promised>('POST', '/borne/codes', { body: { but } }));
    setSpare(undefined);
    setWrong(0);
  }

  /** Asks what the institution wants at this moment: it may have changed its mind since the screen opened. */
  async function first() {
    const { code } = await api.get<Reglages>('/borne/reglages');
    return code === 'jamais' ? attempt(undefined) : promise();
  }

  async function attempt(code: CodeDonne | undefined) {
    try {
      onDone(await send(code));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'code_demande' || (error.errors.code && !promised)) return promise();
      if (error.errors.code) setWrong(wrong + 1);
      else if (error.status !== 0) {
        setSpare(code);
        setPromised(undefined);
        onRefused?.(error);
      }
      throw error;
    }
  }

  async function carefully(work: () => Promise<void>) {
    if (busy) return;
    if (!navigator.onLine) return setProblem(new Problem(0, 'hors_ligne', ''));
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return {
    promised,
    wrong,
    problem,
    busy,
    begin: () => carefully(() => (spare ? attempt(spare) : first())),
    enter: (code: string) => carefully(() => attempt(promised && { id: promised.id, code })),
    again: () => carefully(promise),
    /** Back to what is about to be done; the code that came stays good. */
    leave() {
      setPromised(undefined);
      setProblem(undefined);
    },
  };
}

export type Coded = ReturnType<typeof useCoded>;
