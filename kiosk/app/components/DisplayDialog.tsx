import { contrasts, sizes, useDisplay } from '../display/display.tsx';
import { Button } from './Button.tsx';
import { Choices } from './Choices.tsx';
import { Dialog } from './Dialog.tsx';

/** Letters, contrast and voice, as somebody needs them. */
export function DisplayDialog({ onClose }: { onClose(): void }) {
  const { t } = useDisplay();
  return (
    <Dialog title={t('affichage.titre')} onClose={onClose}>
      <DisplayChoices />
      <Button onClick={onClose}>{t('affichage.fini')}</Button>
    </Dialog>
  );
}

export function DisplayChoices() {
  const { t, taille, contraste, voix, choose } = useDisplay();
  return (
    <>
      <Choices
        legend={t('affichage.taille')}
        compact
        value={taille}
        choices={sizes.map((value) => ({ value, label: t(`affichage.taille_${value}`) }))}
        onChange={(value) => choose({ taille: value })}
      />
      <Choices
        legend={t('affichage.contraste')}
        compact
        value={contraste}
        choices={contrasts.map((value) => ({ value, label: t(`affichage.contraste_${value}`) }))}
        onChange={(value) => choose({ contraste: value })}
      />
      <Choices
        legend={t('affichage.voix')}
        compact
        value={voix ? 'oui' : 'non'}
        choices={[
          { value: 'non', label: t('commun.non') },
          { value: 'oui', label: t('commun.oui') },
        ]}
        onChange={(value) => choose({ voix: value === 'oui' })}
      />
    </>
  );
}
