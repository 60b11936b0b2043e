import { CircleHelp, Megaphone, ShieldCheck, Store } from 'lucide-react';
import { Link } from 'react-router-dom';
import { Screen } from '../../components/Screen.tsx';
import { Tile, Tiles } from '../../components/Tile.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useSession } from '../../session/session.tsx';
import { useAnnonces } from '../annonces/annonces.ts';
import { signs } from '../annonces/signs.ts';
import styles from './Accueil.module.css';
import { Hall } from './Hall.tsx';
import { Veille } from './Veille.tsx';

/** What everybody sees first. */
export function Accueil() {
  const { t } = useDisplay();
  const { support } = useSession();
  return (
    <>
      <Screen title={t('accueil.titre')} lead={t('accueil.sous_titre')} speech="accueil.parole" hall={<Hall />}>
        <div className={styles.ways}>
          <Told />
          <Tiles>
            <Tile
              main
              to="/connexion"
              icon={ShieldCheck}
              title={t('accueil.mon_assurance')}
              text={t('accueil.mon_assurance_texte')}
            />
            <Tile to="/produits" icon={Store} title={t('accueil.produits')} text={t('accueil.produits_texte')} />
            <Tile to="/annonces" icon={Megaphone} title={t('accueil.annonces')} text={t('accueil.annonces_texte')} />
            <Tile to="/aide" icon={CircleHelp} title={t('accueil.aide')} text={t('accueil.aide_texte')} />
          </Tiles>
        </div>
      </Screen>
      {support === 'borne' ? <Veille /> : null}
    </>
  );
}

/** The weightiest thing that the institution has to say, where it has one: the hall stays as it is without. */
function Told() {
  const { t } = useDisplay();
  const { data: [first] = [] } = useAnnonces();
  if (!first) return null;
  const { icon: Icon, tone } = signs[first.importance];
  return (
    <Link to="/annonces" className={`${styles.told} ${styles[tone]}`}>
      <Icon aria-hidden />
      <span>
        {t(first.importance === 'urgent' ? 'accueil.annonce_urgent' : 'accueil.annonce')}
        <strong>{first.titre}</strong>
      </span>
    </Link>
  );
}
