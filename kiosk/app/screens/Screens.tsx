import { Navigate, Outlet, Route, Routes, useParams } from 'react-router-dom';
import { Online } from '../phone/Online.tsx';
import { useSession } from '../session/session.tsx';
import { Accueil } from './accueil/Accueil.tsx';
import { Aide } from './aide/Aide.tsx';
import { Sujet } from './aide/Sujet.tsx';
import { Annonces } from './annonces/Annonces.tsx';
import { Ajouter } from './beneficiaires/Ajouter.tsx';
import { Beneficiaires } from './beneficiaires/Beneficiaires.tsx';
import { Compte } from './compte/Compte.tsx';
import { Notifications } from './compte/Notifications.tsx';
import { Telephone } from './compte/Telephone.tsx';
import { Connexion } from './connexion/Connexion.tsx';
import { Contrat } from './contrat/Contrat.tsx';
import { Contrats } from './contrat/Contrats.tsx';
import { Cotisations } from './contrat/Cotisations.tsx';
import { Garanties } from './contrat/Garanties.tsx';
import { Paiements } from './contrat/Paiements.tsx';
import { Sinistres } from './contrat/Sinistres.tsx';
import { Declarer } from './declarer/Declarer.tsx';
import { DeclarerContrat } from './declarer/DeclarerContrat.tsx';
import { Documents } from './documents/Documents.tsx';
import { Payer } from './paiement/Payer.tsx';
import { PayerContrat } from './paiement/PayerContrat.tsx';
import { Photos } from './photos/Photos.tsx';
import { Produit } from './produits/Produit.tsx';
import { Produits } from './produits/Produits.tsx';
import { Souscrire } from './souscrire/Souscrire.tsx';
import { Tableau } from './tableau/Tableau.tsx';

/** Every screen by its path: those for everybody, then those behind the client’s door. */
export function Screens() {
  return (
    <Routes>
      <Route path="/" element={<Accueil />} />
      <Route path="/aide" element={<Aide />} />
      <Route path="/aide/:sujet" element={<Sujet />} />
      <Route path="/annonces" element={<Annonces />} />
      <Route path="/connexion" element={<Connexion />} />
      <Route path="/produits" element={<Produits />} />
      <Route path="/produits/:code" element={<Produit />} />
      <Route element={<Online />}>
        <Route path="/souscrire/:code" element={<Souscrire />} />
      </Route>
      <Route element={<Door />}>
        <Route path="/tableau" element={<Tableau />} />
        <Route path="/contrats" element={<Contrats />} />
        <Route path="/contrats/:police" element={<Contrat />} />
        <Route path="/contrats/:police/garanties" element={<Garanties />} />
        <Route path="/contrats/:police/cotisations" element={<Cotisations />} />
        <Route path="/contrats/:police/paiements" element={<OfContrat />} />
        <Route path="/contrats/:police/sinistres" element={<Sinistres />} />
        <Route path="/documents" element={<Documents />} />
        <Route element={<Online />}>
          <Route path="/payer" element={<Payer />} />
          <Route path="/contrats/:police/payer" element={<PayerContrat />} />
          <Route path="/contrats/:police/beneficiaires/ajouter" element={<Ajouter />} />
          <Route path="/declarer" element={<Declarer />} />
          <Route path="/contrats/:police/declarer" element={<DeclarerContrat />} />
          <Route path="/contrats/:police/sinistres/:numero/photos" element={<Photos />} />
          <Route path="/compte/telephone" element={<Telephone />} />
        </Route>
        <Route path="/paiements" element={<Paiements />} />
        <Route path="/contrats/:police/beneficiaires" element={<Beneficiaires />} />
        <Route path="/compte" element={<Compte />} />
        <Route path="/compte/notifications" element={<Notifications />} />
      </Route>
      <Route path="*" element={<Navigate to="/" replace />} />
    </Routes>
  );
}

/** Whoever has not signed in is asked to. */
function Door() {
  const { client } = useSession();
  return client ? <Outlet /> : <Navigate to="/connexion" replace />;
}

function OfContrat() {
  return <Paiements police={useParams().police} />;
}
