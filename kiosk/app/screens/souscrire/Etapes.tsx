import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Problem } from '../../api/problem.ts';
import type { ProduitPresente } from '../../api/types.ts';
import { useDisplay } from '../../display/display.tsx';
import { useSession } from '../../session/session.tsx';
import { Attente } from '../paiement/Attente.tsx';
import { ChoisirOperateur } from '../paiement/ChoisirOperateur.tsx';
import { Echoue } from '../paiement/Echoue.tsx';
import { Partie } from '../paiement/Partie.tsx';
import { readable } from '../paiement/telephone.ts';
import { Accord } from './Accord.tsx';
import { Assure } from './Assure.tsx';
import { Combien } from './Combien.tsx';
import { consentementOf, type Demande, type Etape, etapeOf, etapes } from './demande.ts';
import { Payeur } from './Payeur.tsx';
import { type Asked, Revoir } from './Revoir.tsx';
import { Rythme } from './Rythme.tsx';
import { Saisie } from './Saisie.tsx';

interface Props {
  produit: ProduitPresente;
  /** The polices that the client has already. */
  before: readonly string[];
}

/** One decision after the other, then a last look, then the wait for the first payment. */
export function Etapes({ produit, before: now }: Props) {
  const { t } = useDisplay();
  const { client } = useSession();
  const navigate = useNavigate();
  const [demande, setDemande] = useState<Demande>({ nom: '', prenom: '', telephone: '', consentement: '' });
  const [etape, setEtape] = useState<Etape>('montant');
  const [errors, setErrors] = useState<Readonly<Record<string, string | undefined>>>({});
  const [asked, setAsked] = useState<Asked>();
  // As they were before: the list is read anew once the payment is received.
  const [before] = useState(now);
  const [stopped, setStopped] = useState(false);

  const steps = etapes.filter(
    (each) =>
      !(client && (each === 'qui' || each === 'contact')) && !(each === 'rythme' && produit.periodicites.length === 1),
  );
  const after = steps[steps.indexOf(etape) + 1] ?? 'revoir';
  const back = () => setEtape(steps[steps.indexOf(etape) - 1] ?? 'montant');

  /** On to the next decision, with what was decided here. What the server said of it is settled by that. */
  function go(more: Partial<Demande> = {}) {
    const only = produit.periodicites.length === 1 ? { periodicite: produit.periodicites[0] } : {};
    setDemande({ ...demande, ...only, ...more });
    setErrors(Object.fromEntries(Object.entries(errors).filter(([field]) => etapeOf[field] !== etape)));
    setEtape(after);
  }

  function refused(told: Problem['errors']) {
    setErrors(Object.fromEntries(Object.entries(told).map(([field, [first]]) => [field, first])));
    setEtape(steps.find((each) => Object.keys(told).some((field) => etapeOf[field] === each)) ?? 'revoir');
  }

  const own = client ? readable(client.telephone) : demande.telephone;
  const payeur = demande.telephone_payeur ?? own;
  const { montant = 0 } = demande;

  if (asked && stopped) return <Partie montant={montant} onResume={() => setStopped(false)} />;
  if (asked)
    return (
      <Attente suivi={asked.suivi} montant={montant} telephone={payeur} onStop={() => setStopped(true)}>
        {(etat) =>
          etat.etat === 'reussi' ? (
            <Assure etat={etat} numero={asked.numero} produit={produit.nom} before={before} />
          ) : (
            <Echoue
              etat={etat}
              onDone={() => navigate(client ? '/tableau' : '/')}
              onRetry={() => {
                setAsked(undefined);
                setEtape('revoir');
              }}
            />
          )
        }
      </Attente>
    );

  const type = (field: 'nom' | 'prenom' | 'telephone', value: string) => {
    setDemande({ ...demande, [field]: value });
    setErrors({ ...errors, [field]: undefined });
  };
  const typed = { values: demande, errors, onType: type, back, onDone: () => go() };

  switch (etape) {
    case 'montant':
      return (
        <Combien
          produit={produit}
          value={demande.montant}
          error={errors.montant}
          onChoose={(chosen) => go({ montant: chosen })}
        />
      );
    case 'rythme':
      return (
        <Rythme
          produit={produit}
          montant={montant}
          error={errors.periodicite}
          back={back}
          onChoose={(periodicite) => go({ periodicite })}
        />
      );
    case 'qui':
      return <Saisie key="qui" step="qui" fields={['prenom', 'nom']} keys="texte" {...typed} />;
    case 'contact':
      return <Saisie key="contact" step="contact" fields={['telephone']} keys="telephone" {...typed} />;
    case 'payeur':
      return (
        <Payeur
          own={own}
          value={demande.telephone_payeur}
          error={errors.telephone_payeur}
          back={back}
          onChoose={(telephone_payeur) => go({ telephone_payeur, operateur: undefined })}
        />
      );
    case 'compte':
      return (
        <ChoisirOperateur
          telephone={demande.telephone_payeur ?? (demande.telephone || undefined)}
          value={demande.operateur}
          back={back}
          onChoose={(operateur) => go({ operateur })}
        />
      );
    case 'accord': {
      const texte = consentementOf(produit, demande, t);
      return (
        <Accord texte={texte} error={errors.consentement} back={back} onAgree={() => go({ consentement: texte })} />
      );
    }
    default:
      return <Revoir produit={produit} demande={demande} back={back} onAccepted={setAsked} onRefused={refused} />;
  }
}
