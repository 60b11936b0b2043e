import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { BrowserRouter, MemoryRouter } from 'react-router-dom';
import { KeyboardProvider } from './components/keyboard/KeyboardProvider.tsx';
import { DisplayProvider } from './display/display.tsx';
import { Presence } from './phone/Presence.tsx';
import { Farewell } from './screens/accueil/Farewell.tsx';
import { Screens } from './screens/Screens.tsx';
import { Idle } from './session/Idle.tsx';
import { type Leaving, SessionProvider } from './session/session.tsx';
import type { Support } from './support.ts';

const newQueries = () =>
  new QueryClient({
    defaultOptions: {
      // Whether there is a network is told by asking: what was seen last may be shown without one.
      queries: { retry: 1, staleTime: 15_000, gcTime: 60_000, refetchOnWindowFocus: true, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });

/** The whole of the screens. Each person finds them as the first one did: nothing is carried over. */
export function App({ support }: { support: Support }) {
  const [person, setPerson] = useState<{ number: number; left?: Leaving }>({ number: 0 });
  const [queries] = useState(newQueries);
  const own = support === 'espace';

  const onLeave = useCallback((left: Leaving) => {
    setPerson(({ number }) => ({ number: number + 1, left }));
  }, []);

  return (
    <QueryClientProvider client={queries}>
      <DisplayProvider key={own ? 'own' : person.number} own={own}>
        <SessionProvider support={support} onLeave={onLeave}>
          <Route key={person.number} own={own}>
            <KeyboardProvider shown={!own}>
              <Farewell why={person.left} />
              <Screens />
              {own ? <Presence /> : <Idle />}
            </KeyboardProvider>
          </Route>
        </SessionProvider>
      </DisplayProvider>
    </QueryClientProvider>
  );
}

/** A terminal has no address and no history; a phone has its own button for going back. */
function Route({ own, children }: { own: boolean; children: React.ReactNode }) {
  return own ? <BrowserRouter basename="/espace">{children}</BrowserRouter> : <MemoryRouter>{children}</MemoryRouter>;
}
