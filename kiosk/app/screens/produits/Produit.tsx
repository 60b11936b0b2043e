import { ArrowRight, CalendarDays, Hourglass, Repeat, Users } from 'lucide-react';
import { useParams } from 'react-router-dom';
import { useRead } from '../../api/read.ts';
import type { ProduitPresente } from '../../api/types.ts';
import { Amount } from '../../components/Amount.tsx';
import { Banner } from '../../components/Banner.tsx';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Screen } from '../../components/Screen.tsx';
import { Trouble, Waiting } from '../../components/Waiting.tsx';
import { useDisplay } from '../../display/display.tsx';
import { GarantieCard } from '../contrat/Garanties.tsx';
import { branchIcon } from './branches.ts';
import styles from './Produits.module.css';

/** One product: what it covers, for how long, what it costs. */
export function Produit() {
  const { t } = useDisplay();
  const { code = '' } = useParams();
  const { data, error, refetch } = useRead<ProduitPresente>(`/borne/produits/${encodeURIComponent(code)}`);
  return (
    <Screen
      title={data?.nom ?? t('produits.titre')}
      lead={data?.description ? <span lang="fr">{data.description}</span> : undefined}
      speech="produits.parole_un"
      speechValues={{ nom: data?.nom ?? '', description: data?.description ?? '' }}
      back="/produits"
      actions={
        data ? (
          <ButtonLink size="large" icon={ArrowRight} onward to={`/souscrire/${encodeURIComponent(data.code)}`}>
            {t('produits.souscrire')}
          </ButtonLink>
        ) : undefined
      }
      wide
    >
      {error ? <Trouble problem={error} onRetry={error.status === 404 ? undefined : refetch} /> : null}
      {!data && !error ? <Waiting /> : null}
      {data ? <Presented {...data} /> : null}
    </Screen>
  );
}

function Presented(produit: ProduitPresente) {
  const { t } = useDisplay();
  const { branche, garanties, montant_min, periodicites, duree, duree_unite, beneficiaires_max } = produit;
  const Sign = branchIcon(branche);
  const waits = garanties.some(({ carence_jours }) => carence_jours > 0);
  return (
    <>
      <Card tone="brand">
        <div className={styles.price}>
          <Sign aria-hidden />
          <p>
            {t('produits.des')} <Amount value={montant_min} size="huge" />
          </p>
        </div>
      </Card>
      <section className={styles.part}>
        <h2>{t('produits.couvert')}</h2>
        <ul className={styles.garanties}>
          {garanties.map((garantie) => (
            <li key={garantie.code}>
              <GarantieCard {...garantie} />
            </li>
          ))}
        </ul>
        {waits ? (
          <Banner tone="info" title={t('produits.attente')}>
            <p>{t('produits.attente_texte')}</p>
          </Banner>
        ) : null}
      </section>
      <section className={styles.part}>
        <h2>{t('produits.comment')}</h2>
        <ul className={styles.facts}>
          <li>
            <CalendarDays aria-hidden />
            <span>{t(`produits.duree_${duree_unite}`, { n: duree })}</span>
          </li>
          <li>
            <Repeat aria-hidden />
            <span>
              {t('produits.rythme', { liste: periodicites.map((each) => t(`souscrire.par_${each}`)).join(', ') })}
            </span>
          </li>
          {beneficiaires_max > 0 ? (
            <li>
              <Users aria-hidden />
              <span>{t('produits.beneficiaires', { n: beneficiaires_max })}</span>
            </li>
          ) : null}
          <li>
            <Hourglass aria-hidden />
            <span>{t('produits.sans_paiement')}</span>
          </li>
        </ul>
      </section>
    </>
  );
}
