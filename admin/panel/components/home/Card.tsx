import { Icon } from '@adminjs/design-system';
import { type ReduxState, useTranslation } from 'adminjs';
import React from 'react';
import { useSelector } from 'react-redux';
import { Link } from 'react-router-dom';
import type { Description } from '../../../../server/features/rapports/chiffres/decrire.ts';
import type { Chiffre } from '../../../../server/features/rapports/chiffres/types.ts';
import { listOf } from './address.ts';
import { against, written } from './numbers.ts';
import type { Known } from './use-figures.ts';

interface Props {
  described: Pick<Description, 'titre'>;
  known: Known;
  /** What waits for somebody: nothing is good news. */
  waiting?: boolean;
  onRetry: () => void;
}

/** The second line of a card: how many rows a sum is of, or what it was before. */
function useAside({ unite, total, nombre, montant, precedent, periode }: Chiffre): string | undefined {
  const { translateLabel, translateMessage } = useTranslation();
  const say = (key: string, blanks: Record<string, string>) => translateMessage(key, blanks as Record<string, unknown>);
  if (precedent !== undefined && periode) {
    const change = against(total, precedent);
    return say('contreAvant', { change: change ?? '', avant: written(unite, precedent) }).trim();
  }
  if (unite === 'francs' && nombre !== undefined)
    return `${written('nombre', nombre)} ${translateLabel('lignesEnTout')}`;
  if (unite === 'nombre' && montant) return written('francs', montant);
  return undefined;
}

/** One number, which opens its list. */
export function Card({
  described: { titre },
  known: { chiffre, erreur, changed, busy },
  waiting = false,
  onRetry,
}: Props) {
  const { translateButton } = useTranslation();
  if (erreur)
    return (
      <div className="g-total g-echec" role="alert">
        <span className="g-nom">{titre}</span>
        <small>{erreur}</small>
        <button type="button" className="g-bouton" onClick={onRetry}>
          {translateButton('reessayer')}
        </button>
      </div>
    );
  if (!chiffre) return <div className="g-total g-attend" role="status" aria-label={titre} />;
  return <Told chiffre={chiffre} titre={titre} state={{ changed, busy, waiting }} />;
}

interface Shown {
  chiffre: Chiffre;
  titre: string;
  state: { changed?: boolean; busy?: boolean; waiting: boolean };
}

function Told({ chiffre, titre, state: { changed, busy, waiting } }: Shown) {
  const aside = useAside(chiffre);
  const resources = useSelector((state: ReduxState) => state.resources);
  const { translateLabel } = useTranslation();
  const { unite, total, nombre, liste, series } = chiffre;
  const opened = liste ?? series[0]?.points[0]?.liste;
  const icon = resources.find(({ id }) => id === opened?.ressource)?.navigation?.icon || 'Folder';
  const tone = !waiting ? '' : total === 0 ? ' g-calme' : ' g-agir';
  const content = (
    <>
      <Icon icon={icon} />
      <span className="g-nom">{titre}</span>
      <strong>{unite === 'pourcent' && nombre === 0 ? translateLabel('vide') : written(unite, total)}</strong>
      <small>{aside ?? '\u00a0'}</small>
    </>
  );
  const className = `g-total${tone}${changed ? ' g-change' : ''}${busy ? ' g-ancien' : ''}`;
  return opened ? (
    <Link to={listOf(opened)} className={className} data-chiffre={chiffre.nom}>
      {content}
    </Link>
  ) : (
    <div className={className}>{content}</div>
  );
}
