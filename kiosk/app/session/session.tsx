import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Api, openApi, type Tokens } from '../api/client.ts';
import { useDisplay } from '../display/display.tsx';
import { hush } from '../display/speech.ts';
import type { Support } from '../support.ts';

/** Who signed in, and what may be shown of them. */
export interface Client {
  nom: string;
  prenom: string | null;
  /** Masked. */
  telephone: string;
  /** The police that they came with: the paths below `/clients/{police}` take it. */
  police: string;
}

/** What the server answers to who signs in. */
export interface Opened {
  tokens: Tokens;
  client: Omit<Client, 'police'>;
  polices: { police: string; produit: string; statut: string }[];
  expire_le: string;
  fin_le: string;
}

/** Why a client is not signed in any more. */
export type Leaving = 'parti' | 'inactif' | 'expire';

interface Session {
  api: Api;
  support: Support;
  client: Client | undefined;
  enter(opened: Opened, police: string): void;
  /** Everything of the client is gone from the screen before it is painted again. */
  leave(why: Leaving): void;
}

const Context = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error('no session around this');
  return session;
}

/** The client who signed in. For screens behind the client’s door. */
export function useClient(): Client {
  const { client } = useSession();
  if (!client) throw new Error('nobody is signed in');
  return client;
}

interface Given {
  support: Support;
  /** Called when a client has left, before anything is painted: the screens begin anew. */
  onLeave(why: Leaving): void;
  children: ReactNode;
}

export function SessionProvider({ support, onLeave, children }: Given) {
  const queries = useQueryClient();
  const { langue } = useDisplay();
  const [client, setClient] = useState<Client>();
  const ended = useRef<() => void>(() => undefined);
  const [api] = useState(() => openApi({ onEnd: () => ended.current() }));

  useEffect(() => api.speak(langue), [api, langue]);

  const leave = useCallback(
    (why: Leaving) => {
      hush();
      const known = client !== undefined;
      if (known && why !== 'expire') api.farewell('/auth/logout');
      api.forget();
      flushSync(() => {
        setClient(undefined);
        queries.clear();
        onLeave(why);
      });
      // Whoever typed without signing in has left traces too: the shell throws its window away for both.
      window.guichet?.terminer().catch(() => window.location.reload());
    },
    [api, client, queries, onLeave],
  );
  ended.current = () => leave('expire');

  const session = useMemo<Session>(
    () => ({
      api,
      support,
      client,
      enter({ tokens, client: who }, police) {
        api.enter(tokens);
        setClient({ ...who, police });
      },
      leave,
    }),
    [api, support, client, leave],
  );
  return <Context.Provider value={session}>{children}</Context.Provider>;
}
