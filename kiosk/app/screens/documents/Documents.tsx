import { BadgeCheck, Files, FileText } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useRead } from '../../api/read.ts';
import type { ContratDuClient, TableauDeBord } from '../../api/types.ts';
import { Banner } from '../../components/Banner.tsx';
import { Screen } from '../../components/Screen.tsx';
import { TileButton, Tiles } from '../../components/Tile.tsx';
import { Trouble, Waiting } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useClient } from '../../session/session.tsx';
import { Deliver } from './Deliver.tsx';
import styles from './Documents.module.css';
import type { Asked } from './document.ts';

/** What a client takes away: a relevé, an attestation, the reçu of a payment. */
export function Documents() {
  const client = useClient();
  const [address] = useSearchParams();
  const paiement = address.get('paiement');
  const [asked, setAsked] = useState<Asked | undefined>(paiement ? { document: 'recu', paiement } : undefined);
  const read = useRead<TableauDeBord>(`/clients/${encodeURIComponent(client.police)}/dashboard`);
  if (asked) {
    return <Deliver asked={asked} email={read.data?.client.email ?? null} onOther={() => setAsked(undefined)} />;
  }
  return <Choose read={read} only={address.get('police')} onChoose={setAsked} />;
}

interface ChooseProps {
  read: ReturnType<typeof useRead<TableauDeBord>>;
  /** The contrat that the client came from. */
  only: string | null;
  onChoose(asked: Asked): void;
}

function Choose({ read: { data, error, refetch }, only, onChoose }: ChooseProps) {
  const { t } = useDisplay();
  const contrats = data?.contrats.filter(({ police }) => only === null || police === only) ?? [];
  return (
    <Screen
      title={t('documents.titre')}
      speech="documents.parole"
      back={only === null ? '/tableau' : `/contrats/${encodeURIComponent(only)}`}
      wide
    >
      {error ? <Trouble problem={error} onRetry={refetch} /> : null}
      {!data && !error ? <Waiting /> : null}
      {data && only === null && data.contrats.length > 1 ? (
        <TileButton
          icon={Files}
          title={t('documents.releve_tout')}
          text={t('documents.releve_texte')}
          onClick={() => onChoose({ document: 'releve' })}
        />
      ) : null}
      {contrats.map((contrat) => (
        <OfContrat key={contrat.police} contrat={contrat} onChoose={onChoose} />
      ))}
    </Screen>
  );
}

function OfContrat({ contrat, onChoose }: { contrat: ContratDuClient; onChoose(asked: Asked): void }) {
  const { t } = useDisplay();
  const { police, produit, couvert } = contrat;
  return (
    <section className={styles.contrat}>
      <h2>
        {produit} <span className={styles.police}>{police}</span>
      </h2>
      <Tiles>
        <TileButton
          icon={FileText}
          title={t('documents.releve')}
          text={t('documents.releve_texte')}
          onClick={() => onChoose({ document: 'releve', police })}
        />
        {couvert ? (
          <TileButton
            icon={BadgeCheck}
            title={t('documents.attestation')}
            text={t('documents.attestation_texte')}
            onClick={() => onChoose({ document: 'attestation', police })}
          />
        ) : null}
      </Tiles>
      {couvert ? null : <Banner tone="info" title={t('documents.attestation_absente', { police })} />}
    </section>
  );
}
