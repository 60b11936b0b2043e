import { CircleHelp, Megaphone, ShieldCheck, Store } from 'lucide-react';
import { Screen } from '../../components/Screen.tsx';
import { Tile, Tiles } from '../../components/Tile.tsx';
import { useDisplay } from '../../display/display.tsx';
import styles from './Accueil.module.css';

/** What everybody sees first. */
export function Accueil() {
  const { t } = useDisplay();
  return (
    <Screen title={t('accueil.titre')} lead={t('accueil.sous_titre')} speech="accueil.parole" wide>
      <div className={styles.wave} aria-hidden>
        <span />
        <span />
        <span />
      </div>
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
    </Screen>
  );
}
