import { ArrowBigUp, ChevronDown, Delete, Space } from 'lucide-react';
import { useState } from 'react';
import { useDisplay } from '../../display/display.tsx';
import styles from './Keyboard.module.css';
import { accents, type Keys, layouts } from './layouts.ts';
import { typeKey } from './type-key.ts';

interface Props {
  field: HTMLInputElement | HTMLTextAreaElement;
  keys: Keys;
  onClose(): void;
}

const pictures = { '⌫': Delete, '⇧': ArrowBigUp, ' ': Space } as const;
const names = {
  '⌫': 'clavier.effacer',
  '⇧': 'clavier.majuscules',
  ' ': 'clavier.espace',
  áb: 'clavier.accents',
} as const;

/** Keys on the glass. The field keeps the focus, so that keys of a real keyboard go there too. */
export function Keyboard({ field, keys, onClose }: Props) {
  const { t } = useDisplay();
  const [capital, setCapital] = useState(keys === 'texte' && field.value === '');
  const [accented, setAccented] = useState(false);
  const layout = accented ? accents : layouts[keys];
  const cased = (key: string) => (capital ? key.toLocaleUpperCase('fr') : key);

  function press(key: string) {
    if (key === '⇧') return setCapital(!capital);
    if (key === 'áb') return setAccented(!accented);
    typeKey(field, cased(key));
    if (key !== '⌫') setCapital(false);
  }

  function face(key: string) {
    const Picture = pictures[key as keyof typeof pictures];
    if (Picture) return <Picture aria-hidden />;
    if (key === 'áb') return accented ? 'abc' : 'éàç';
    return cased(key);
  }

  return (
    <section className={[styles.keyboard, styles[keys]].join(' ')} aria-label={t('clavier.nom')}>
      {layout.map((row) => (
        <div key={row.join('')} className={styles.row}>
          {row.map((key) => {
            const name = names[key as keyof typeof names];
            return (
              <button
                key={key}
                type="button"
                tabIndex={-1}
                className={key === ' ' ? styles.space : undefined}
                aria-label={name && (key === 'áb' ? `${face(key)} ${t(name)}` : t(name))}
                aria-pressed={key === '⇧' ? capital : undefined}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => press(key)}
              >
                {face(key)}
              </button>
            );
          })}
        </div>
      ))}
      <button
        type="button"
        tabIndex={-1}
        className={styles.close}
        onPointerDown={(event) => event.preventDefault()}
        onClick={onClose}
      >
        <ChevronDown aria-hidden />
        {t('clavier.fermer')}
      </button>
    </section>
  );
}
