import { Bell, CircleHelp, LogOut, Megaphone, Phone } from 'lucide-react';
import { Card } from '../../components/Card.tsx';
import { DisplayChoices } from '../../components/DisplayDialog.tsx';
import { Screen } from '../../components/Screen.tsx';
import { Tile, TileButton, Tiles } from '../../components/Tile.tsx';
import { useDisplay } from '../../display/display.tsx';
import { useClient, useSession } from '../../session/session.tsx';
import { readable } from '../paiement/telephone.ts';

/** What is the client’s own beside their contrats: their number, how they read, what they are told of. */
export function Compte() {
  const { t } = useDisplay();
  const { support, leave } = useSession();
  const { nom, prenom, telephone } = useClient();
  return (
    <Screen
      title={t('compte.titre')}
      lead={[prenom, nom].filter(Boolean).join(' ')}
      speech="compte.parole"
      back="/tableau"
      wide
    >
      <Tiles>
        <Tile to="/compte/telephone" icon={Phone} title={t('compte.telephone')} text={readable(telephone)} />
        {support === 'espace' ? (
          <Tile to="/compte/notifications" icon={Bell} title={t('compte.notifications')} />
        ) : null}
        <Tile to="/aide" icon={CircleHelp} title={t('compte.aide')} />
        <Tile to="/annonces" icon={Megaphone} title={t('compte.annonces')} />
        <TileButton
          icon={LogOut}
          title={t('compte.terminer')}
          text={t('compte.terminer_texte')}
          onClick={() => leave('parti')}
        />
      </Tiles>
      <Card title={t('affichage.titre')}>
        <DisplayChoices />
      </Card>
    </Screen>
  );
}
