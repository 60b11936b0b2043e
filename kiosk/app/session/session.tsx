import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Api, openApi, type Tokens } from '../api/client.ts';
import { useDisplay } from '../display/display.tsx';
import { hush } from '../display/speech.ts';
import { openPhone, type Phone } from '../phone/phone.ts';
import { Splash } from '../phone/Splash.tsx';
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
  /** Where the screens are somebody’s own. */
  phone: Phone | undefined;
  client: Client | undefined;
  enter(opened: Opened, police: string): void;
  /** What is shown of the client is otherwise from now on. */
  changed(some: Partial<Client>): void;
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
  const own = support === 'espace';
  const [phone] = useState(() => (own ? openPhone() : undefined));
  const [api] = useState(() => openApi({ onEnd: () => ended.current(), onReach: (up) => phone?.network.set(up), own }));
  const [resuming, setResuming] = useState(() => phone?.mayResume() ?? false);

  useEffect(() => api.speak(langue), [api, langue]);

  useEffect(() => {
    void phone?.sayLeft(api);
    if (!phone?.mayResume()) return;
    void phone.resume(api).then((found) => {
      setResuming(false);
      if (found === 'finie') return onLeave('expire');
      if (found && window.location.pathname === '/espace/') window.history.replaceState(null, '', '/espace/tableau');
      setClient(found);
    });
  }, [phone, api, onLeave]);

  const leave = useCallback(
    (why: Leaving) => {
      hush();
      const known = client !== undefined;
      const told = known && why !== 'expire' ? api.farewell('/auth/logout') : undefined;
      api.forget();
      phone?.leave(told);
      flushSync(() => {
        setClient(undefined);
        queries.clear();
        onLeave(why);
      });
      // Whoever typed without signing in has left traces too: the shell throws its window away for both.
      window.guichet?.terminer().catch(() => window.location.reload());
    },
    [api, phone, client, queries, onLeave],
  );
  ended.current = () => leave('expire');

  const session = useMemo<Session>(
    () => ({
      api,
      support,
      phone,
      client,
      enter({ tokens, client: who }, police) {
        const here = { ...who, police };
        api.enter(tokens);
        phone?.enter(here);
        setClient(here);
      },
      changed(some) {
        setClient((known) => known && { ...known, ...some });
      },
      leave,
    }),
    [api, support, phone, client, leave],
  );
  return <Context.Provider value={session}>{resuming ? <Splash /> : children}</Context.Provider>;
}
