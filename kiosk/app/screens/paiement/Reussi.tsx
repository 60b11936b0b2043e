import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, MessageSquareText, Printer, ReceiptText, ShieldCheck } from 'lucide-react';
import { useEffect } from 'react';
import type { ContratEnDetail, EtatPaiement } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Banner } from '../../components/Banner.tsx';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Screen } from '../../components/Screen.tsx';
import { Tile, Tiles } from '../../components/Tile.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useSession } from '../../session/session.tsx';
import { grouped } from '../../texts/format.ts';
import styles from './Reussi.module.css';

interface Props {
  etat: EtatPaiement;
  police: string;
  /** The screen is left. */
  onSeen?(): void;
}

/** The payment is received: how much, until when it covers now, and the reçu. */
export function Reussi({ etat: { numero, montant }, police, onSeen }: Props) {
  const { t } = useDisplay();
  const { support } = useSession();
  const queries = useQueryClient();
  useEffect(() => onSeen, [onSeen]);
  // Everything that was read before the payment has changed with it.
  useEffect(() => void queries.invalidateQueries({ queryKey: ['api'] }), [queries]);
  const recu = `/documents?paiement=${encodeURIComponent(numero)}`;
  return (
    <Screen
      step="reussi"
      title={t('attente.titre_reussi')}
      speech="attente.parole_reussi"
      speechValues={{ montant: grouped(montant) }}
      actions={
        <ButtonLink size="large" to="/tableau">
          {t('attente.fini')}
        </ButtonLink>
      }
    >
      <Card tone="good">
        <div className={styles.received}>
          <CircleCheck aria-hidden />
          <p>
            {t('attente.recu')} <Amount value={montant} size="huge" />
          </p>
        </div>
        <p className={styles.number}>{t('attente.numero', { numero })}</p>
      </Card>
      <Cover police={police} paiement={numero} />
      <Tiles>
        <Tile
          to={recu}
          icon={support === 'borne' ? Printer : ReceiptText}
          title={t(support === 'borne' ? 'attente.imprimer' : 'attente.voir_recu')}
        />
        <Tile to={recu} icon={MessageSquareText} title={t('attente.sms')} />
      </Tiles>
    </Screen>
  );
}

/** Until when there is cover, read from the server after the payment: nothing that was known before it is shown. */
function Cover({ police, paiement }: { police: string; paiement: string }) {
  const { t, day } = useDisplay();
  const { api } = useSession();
  const path = `/contrats/${encodeURIComponent(police)}`;
  const { data, error } = useQuery<ContratEnDetail>({
    queryKey: ['apres', path, paiement],
    queryFn: () => api.get<ContratEnDetail>(path),
  });
  if (error) return <Banner tone="info" title={t('attente.couverture_plus_tard')} />;
  if (!data) return <Banner tone="info" title={t('attente.couverture_lue')} />;
  const { couvert, couvert_jusqu_au } = data;
  return (
    <p className={couvert ? styles.covered : styles.open}>
      <ShieldCheck aria-hidden />
      <span>
        {couvert && couvert_jusqu_au ? t('attente.couvert', { jour: day(couvert_jusqu_au) }) : t('attente.pas_couvert')}
      </span>
    </p>
  );
}
