import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, IdCard, LogIn, MessageSquareText, ReceiptText, ShieldCheck } from 'lucide-react';
import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import type { ContratDuClient, EtatPaiement } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDisplay } from '../../display/display.tsx';
import { type Client, useSession } from '../../session/session.tsx';
import styles from './Souscrire.module.css';

interface Props {
  etat: EtatPaiement;
  /** Of the souscription. */
  numero: string;
  produit: string;
  /** The polices that the client had before. */
  before: readonly string[];
}

/** The first payment is received: what was bought, what to keep, and the way in. */
export function Assure({ etat, numero, produit, before }: Props) {
  const { t } = useDisplay();
  const { client, support, leave } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  useEffect(() => void queries.invalidateQueries({ queryKey: ['api'] }), [queries]);
  // A terminal forgets whoever has typed their name here, whether they signed in or not.
  const finish = () => (support === 'borne' ? leave('parti') : navigate('/'));
  return (
    <Screen
      step="assure"
      title={t('souscrire.titre_assure')}
      lead={produit}
      speech="souscrire.parole_assure"
      speechValues={{ nom: produit }}
      actions={
        client ? (
          <ButtonLink size="large" icon={ShieldCheck} to="/tableau">
            {t('souscrire.voir')}
          </ButtonLink>
        ) : (
          <>
            <Button variant="secondary" size="large" onClick={finish}>
              {t('attente.fini')}
            </Button>
            <ButtonLink size="large" icon={LogIn} to="/connexion">
              {t('souscrire.entrer')}
            </ButtonLink>
          </>
        )
      }
    >
      <Card tone="good">
        <p className={styles.received}>
          <CircleCheck aria-hidden />
          <span>
            {t('attente.recu')} <Amount value={etat.montant} size="huge" />
          </span>
        </p>
      </Card>
      {client ? <Attribuee client={client} before={before} /> : null}
      <Card title={t('souscrire.garder')}>
        <ul className={styles.keep}>
          {client ? null : (
            <li>
              <MessageSquareText aria-hidden />
              <span>{t('souscrire.garder_sms')}</span>
            </li>
          )}
          <li>
            <IdCard aria-hidden />
            <span>{t('souscrire.garder_dossier', { numero })}</span>
          </li>
          <li>
            <ReceiptText aria-hidden />
            <span>{t('attente.numero', { numero: etat.numero })}</span>
          </li>
        </ul>
      </Card>
    </Screen>
  );
}

/** The police that was attributed, where the server may say it: to the client who signed in. */
function Attribuee({ client, before }: { client: Client; before: readonly string[] }) {
  const { t } = useDisplay();
  const { api } = useSession();
  const path = `/clients/${encodeURIComponent(client.police)}/contrats`;
  const { data } = useQuery({
    queryKey: ['apres', path, before],
    queryFn: async () => (await api.get<{ results: ContratDuClient[] }>(path)).results,
  });
  const made = data?.find(({ police }) => !before.includes(police));
  if (!made) return null;
  return (
    <Card>
      <p>{t('souscrire.police')}</p>
      <p className={styles.police}>{made.police}</p>
    </Card>
  );
}
