import { FileText, HeartHandshake, ListChecks, ReceiptText, ShieldCheck, Siren, Smartphone } from 'lucide-react';
import { useRead } from '../../api/read.ts';
import type { ContratEnDetail, TableauDeBord } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Card } from '../../components/Card.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Pill } from '../../components/Pill.tsx';
import { Tile, Tiles } from '../../components/Tile.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useClient } from '../../session/session.tsx';
import { francs } from '../../texts/format.ts';
import { standing } from '../contrats.ts';
import { ContratScreen } from './ContratScreen.tsx';

/** One contrat: whether it covers, what it costs, and the ways to everything about it. */
export function Contrat() {
  return (
    <ContratScreen title={({ produit }) => produit} speech="contrat.parole" back="/contrats" wide>
      {(contrat) => <Inside contrat={contrat} />}
    </ContratScreen>
  );
}

function Inside({ contrat }: { contrat: ContratEnDetail }) {
  const display = useDisplay();
  const { t, day } = display;
  const client = useClient();
  const { data } = useRead<TableauDeBord>(`/clients/${encodeURIComponent(client.police)}/dashboard`);
  const echeance = data?.prochaines_echeances.find(({ police }) => police === contrat.police);
  const { tone, text } = standing(contrat, echeance?.jours_retard ?? 0, display);
  const { police, date_effet, date_expiration, montant, periodicite, solde, reste_a_payer } = contrat;
  const to = (part: string) => `/contrats/${encodeURIComponent(police)}/${part}`;
  return (
    <>
      <Card>
        <Pill tone={tone}>{text}</Pill>
        <Facts
          facts={[
            [t('contrat.cotisation'), t(`contrat.cotisation_${periodicite}`, { montant: francs(montant) })],
            [t('contrat.verse'), <Amount key="verse" value={solde} />],
            [t('contrat.reste'), <Amount key="reste" value={reste_a_payer} size="large" />],
          ]}
        />
        <p>
          {t('contrat.police', { police })}
          {date_effet && date_expiration
            ? `. ${t('contrat.du_au', { debut: day(date_effet), fin: day(date_expiration) })}`
            : null}
        </p>
      </Card>
      <Tiles>
        <Tile
          main={reste_a_payer > 0}
          to={to('payer')}
          icon={Smartphone}
          title={t('contrat.payer')}
          text={reste_a_payer > 0 ? francs(reste_a_payer) : undefined}
        />
        <Tile
          to={to('cotisations')}
          icon={ListChecks}
          title={t('contrat.cotisations')}
          text={t('contrat.cotisations_texte')}
        />
        <Tile
          to={to('garanties')}
          icon={ShieldCheck}
          title={t('contrat.garanties')}
          text={t('contrat.garanties_texte', { n: contrat.garanties.length })}
        />
        <Tile
          to={to('beneficiaires')}
          icon={HeartHandshake}
          title={t('contrat.beneficiaires')}
          text={t('contrat.beneficiaires_texte', {
            n: contrat.beneficiaires.length,
            maximum: contrat.beneficiaires_max,
          })}
        />
        <Tile
          to={to('paiements')}
          icon={ReceiptText}
          title={t('contrat.paiements')}
          text={t('contrat.paiements_texte', { n: contrat.paiements.length })}
        />
        <Tile
          to={to('sinistres')}
          icon={Siren}
          title={t('contrat.sinistres')}
          text={t('contrat.sinistres_texte', { n: contrat.sinistres.length })}
        />
        <Tile
          to={`/documents?police=${encodeURIComponent(police)}`}
          icon={FileText}
          title={t('contrat.documents')}
          text={t('contrat.documents_texte')}
        />
      </Tiles>
    </>
  );
}
