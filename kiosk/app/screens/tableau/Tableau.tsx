import { CircleAlert, FileText, Megaphone, Smartphone, Store, UserRoundCog } from 'lucide-react';
import { useRead } from '../../api/read.ts';
import type { TableauDeBord } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Card } from '../../components/Card.tsx';
import { Screen } from '../../components/Screen.tsx';
import { Tile, Tiles } from '../../components/Tile.tsx';
import { Trouble, Waiting } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useClient, useSession } from '../../session/session.tsx';
import { francs, grouped } from '../../texts/format.ts';
import { ContratCard } from './ContratCard.tsx';
import { Recentes } from './Recentes.tsx';
import styles from './Tableau.module.css';

/** What a client sees first: what they have paid, whether they are covered, and what can be done. */
export function Tableau() {
  const { t } = useDisplay();
  const { support } = useSession();
  const { police, prenom, nom } = useClient();
  const { data, error, refetch } = useRead<TableauDeBord>(`/clients/${encodeURIComponent(police)}/dashboard`);
  const late = new Map(data?.prochaines_echeances.map(({ police: each, jours_retard }) => [each, jours_retard]));
  const due = data?.reste_a_payer ?? 0;
  return (
    <Screen
      title={t('tableau.titre', { nom: prenom ?? nom })}
      speech="tableau.parole"
      speechValues={{ solde: grouped(data?.solde_global ?? 0) }}
      wide
    >
      {error ? <Trouble problem={error} onRetry={refetch} /> : null}
      {!data && !error ? <Waiting /> : null}
      {data ? (
        <>
          <Card tone="brand">
            <dl className={styles.sums}>
              <div>
                <dt>{t('tableau.solde')}</dt>
                <dd>
                  <Amount value={data.solde_global} size="huge" />
                </dd>
              </div>
              <div>
                <dt>{t('tableau.reste')}</dt>
                <dd>
                  <Amount value={due} size="large" />
                </dd>
              </div>
            </dl>
          </Card>
          <section className={styles.part}>
            <h2>{t('tableau.contrats')}</h2>
            <div className={styles.contrats}>
              {data.contrats.map((contrat) => (
                <ContratCard key={contrat.police} contrat={contrat} jours_retard={late.get(contrat.police) ?? 0} />
              ))}
            </div>
          </section>
          <section className={styles.part}>
            <h2>{t('tableau.faire')}</h2>
            <Tiles>
              <Tile
                main={due > 0}
                to="/payer"
                icon={Smartphone}
                title={t('tableau.payer')}
                text={due > 0 ? t('tableau.payer_texte', { montant: francs(due) }) : undefined}
              />
              <Tile to="/declarer" icon={CircleAlert} title={t('tableau.declarer')} />
              <Tile to="/documents" icon={FileText} title={t('tableau.documents')} />
              <Tile to="/annonces" icon={Megaphone} title={t('tableau.annonces')} />
              <Tile to="/produits" icon={Store} title={t('tableau.produits')} />
              {support === 'borne' ? <Tile to="/compte" icon={UserRoundCog} title={t('tableau.compte')} /> : null}
            </Tiles>
          </section>
          <Recentes cotisations={data.cotisations_recentes} />
        </>
      ) : null}
    </Screen>
  );
}
