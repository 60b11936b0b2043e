import { CalendarClock, CalendarPlus, CircleCheck, PencilLine, RefreshCw, ShieldCheck } from 'lucide-react';
import type { ContratEnDetail, Rattrapage } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Banner } from '../../components/Banner.tsx';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Screen } from '../../components/Screen.tsx';
import { TileButton } from '../../components/Tile.tsx';
import { useDisplay } from '../../display/display.tsx';
import type { Objet, Offre } from './offres.ts';
import styles from './Quoi.module.css';

const icons = {
  rattrapage: ShieldCheck,
  du: CalendarClock,
  ouverture: ShieldCheck,
  prochaine: CalendarPlus,
  renouvellement: RefreshCw,
  autre: PencilLine,
} as const satisfies Record<Objet, unknown>;

const tones = {
  a_jour: 'good',
  delai: 'alert',
  derogation: 'alert',
  en_retard: 'grave',
  ouverture: 'info',
  suspendu: 'grave',
  expire: 'grave',
  termine: 'info',
  a_venir: 'info',
} as const satisfies Record<Rattrapage['etat'], unknown>;

interface Props {
  contrat: ContratEnDetail;
  rattrapage: Rattrapage;
  offres: Offre[];
  /** Whether another amount may be paid. */
  other: boolean;
  onChoose(offre: Offre): void;
  onOther(): void;
}

/** How the contrat stands, and what can be paid for it. */
export function Quoi({ contrat: { police, produit }, rattrapage, offres, other, onChoose, onOther }: Props) {
  const { t, shortDay } = useDisplay();
  const { etat, message, periodes } = rattrapage;
  const nothing = offres.length === 0 && !other;
  return (
    <Screen
      title={t(nothing ? 'payer.titre_rien' : 'payer.titre_quoi')}
      lead={`${produit}, ${police}`}
      speech="payer.parole_quoi"
      back={`/contrats/${encodeURIComponent(police)}`}
    >
      <Banner tone={tones[etat]} title={message}>
        {etat === 'suspendu' ? <p>{t('payer.suspendu_suite')}</p> : null}
        {etat === 'termine' ? <p>{t('payer.termine_suite')}</p> : null}
      </Banner>
      <div className={styles.offers}>
        {offres.map((offre, n) => (
          <TileButton
            key={offre.objet}
            main={n === 0}
            icon={icons[offre.objet]}
            title={t(offre.objet === 'du' ? 'payer.objet_du' : `payer.${offre.objet}`)}
            text={<Told offre={offre} />}
            onClick={() => onChoose(offre)}
          />
        ))}
        {other ? (
          <TileButton icon={icons.autre} title={t('payer.autre')} text={t('payer.autre_texte')} onClick={onOther} />
        ) : null}
      </div>
      {periodes.length > 0 ? (
        <Card title={t('payer.periodes')}>
          <Facts
            facts={periodes.map(({ periode_debut, periode_fin, montant }) => [
              t('payer.periode', { debut: shortDay(periode_debut), fin: shortDay(periode_fin) }),
              <Amount key={periode_debut} value={montant} />,
            ])}
          />
        </Card>
      ) : null}
      {nothing ? <Onward etat={etat} police={police} /> : null}
    </Screen>
  );
}

function Told({ offre: { montant, couvert, debut, fin, objet } }: { offre: Offre }) {
  const { t, day, shortDay } = useDisplay();
  return (
    <span className={styles.told}>
      <Amount value={montant} size="large" />
      {couvert ? (
        <span className={styles.covered}>
          <CircleCheck aria-hidden />
          {t('payer.rattrapage_couvert', { jour: day(couvert) })}
        </span>
      ) : null}
      {objet !== 'rattrapage' && debut && fin ? (
        <span>{t('payer.periode', { debut: shortDay(debut), fin: shortDay(fin) })}</span>
      ) : null}
    </span>
  );
}

/** Where nothing can be paid one can go on all the same. */
function Onward({ etat, police }: { etat: Rattrapage['etat']; police: string }) {
  const { t } = useDisplay();
  return (
    <>
      {etat === 'a_jour' ? <p>{t('payer.tout_paye')}</p> : null}
      {etat === 'termine' ? (
        <ButtonLink to="/produits" size="large">
          {t('payer.voir_produits')}
        </ButtonLink>
      ) : (
        <ButtonLink to={`/contrats/${encodeURIComponent(police)}`} size="large">
          {t('payer.voir_contrat')}
        </ButtonLink>
      )}
    </>
  );
}
