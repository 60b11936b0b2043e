import type { ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { useSession } from '../session/session.tsx';
import { Accueil } from './accueil/Accueil.tsx';
import { Connexion } from './connexion/Connexion.tsx';
import { Tableau } from './tableau/Tableau.tsx';

/** Every screen by its path: those for everybody, then those behind the client’s door. */
export function Screens() {
  return (
    <Routes>
      <Route path="/" element={<Accueil />} />
      <Route path="/connexion" element={<Connexion />} />
      <Route
        path="/tableau"
        element={
          <Door>
            <Tableau />
          </Door>
        }
      />
      <Route path="*" element={<Navigate to="/" replace />} />
    </Routes>
  );
}

/** Whoever has not signed in is asked to. */
function Door({ children }: { children: ReactNode }) {
  const { client } = useSession();
  return client ? children : <Navigate to="/connexion" replace />;
}
