import { Loader } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React, { useState } from 'react';
import type { Description } from '../../../../server/features/rapports/chiffres/decrire.ts';
import type { Chiffre } from '../../../../server/features/rapports/chiffres/types.ts';
import { Drawing } from './Drawing.tsx';
import { Movements } from './Movements.tsx';
import { Legend, Numbers, Opens } from './Numbers.tsx';
import { written } from './numbers.ts';
import { Rows } from './Rows.tsx';
import type { Known } from './use-figures.ts';

interface Props {
  described: Description;
  known: Known;
  /** The same movements without their products. */
  whole?: Chiffre;
  width: number;
  onRetry: () => void;
}

const isEmpty = ({ series, total }: Chiffre) =>
  total === 0 && series.every(({ points }) => points.every(({ valeur, nombre }) => valeur === 0 && nombre === 0));

/** What a rate is about is its first part. */
const firstOf = ({ unite, series }: Chiffre) => (unite === 'pourcent' ? series[0]?.points[0]?.liste : undefined);

/** A figure in its frame: what it is, of when, its total, and the numbers as a drawing or a table. */
export function Figure({ described, known, whole, width, onRetry }: Props) {
  const { translateButton, translateLabel } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const { chiffre, erreur, changed, busy } = known;
  const total = chiffre && !chiffre.lignes ? (chiffre.liste ?? firstOf(chiffre)) : undefined;
  const drawable = chiffre !== undefined && chiffre.forme !== 'table' && !isEmpty(chiffre);
  return (
    <figure
      className={`g-carte g-graphique g-sur-${width}${changed ? ' g-change' : ''}${busy ? ' g-ancien' : ''}`}
      data-chiffre={described.nom}
      aria-busy={!chiffre && !erreur}
    >
      <figcaption>
        <span>
          <b>{described.titre}</b>
          {chiffre && !chiffre.periode && <em>{translateLabel('aCeJour')}</em>}
        </span>
        {chiffre && total && !isEmpty(chiffre) && (
          <span className="g-le-total">
            <Opens liste={total}>{written(chiffre.unite, chiffre.total)}</Opens>
          </span>
        )}
        {drawable && (
          <button
            type="button"
            className="g-lien g-bascule"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {translateButton('enTableau')}
          </button>
        )}
      </figcaption>
      {erreur && (
        <div className="g-echec" role="alert">
          <p>{erreur}</p>
          <button type="button" className="g-bouton" onClick={onRetry}>
            {translateButton('reessayer')}
          </button>
        </div>
      )}
      {!chiffre && !erreur && <Loader />}
      {chiffre && <Body chiffre={chiffre} asTable={asTable} whole={whole} />}
    </figure>
  );
}

function Body({ chiffre, asTable, whole }: { chiffre: Chiffre; asTable: boolean; whole?: Chiffre }) {
  const { translateMessage } = useTranslation();
  if (chiffre.lignes) return <Rows chiffre={chiffre} />;
  if (chiffre.nom === 'mouvements-produits') return <Movements chiffre={chiffre} whole={whole} />;
  if (isEmpty(chiffre)) return <p className="g-vide">{translateMessage('accueilVide')}</p>;
  if (asTable || chiffre.forme === 'table') return <Numbers chiffre={chiffre} />;
  return (
    <>
      <Drawing chiffre={chiffre} />
      <Legend chiffre={chiffre} />
    </>
  );
}
