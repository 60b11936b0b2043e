import { useTranslation } from 'adminjs';
import React from 'react';
import { Link } from 'react-router-dom';
import type { Chiffre, Liste } from '../../../../server/features/rapports/chiffres/types.ts';
import { listOf } from './address.ts';
import { drawn, placesOf, pointAt } from './Drawing.tsx';
import { fill } from './fills.ts';
import { written } from './numbers.ts';

type Number = { liste?: Liste; children: string };

/** A number that opens what it counts. */
export const Opens = ({ liste, children }: Number) =>
  liste ? <Link to={listOf(liste)}>{children}</Link> : <span>{children}</span>;

const sum = (points: readonly { valeur: number }[]) => points.reduce((all, { valeur }) => all + valeur, 0);

/** Beside a drawing: what each part of it is called and comes to. */
export function Legend({ chiffre }: { chiffre: Chiffre }) {
  const { unite, series, forme } = chiffre;
  const [only] = series;
  const many = series.length > 1;
  const parts = many
    ? drawn(chiffre).map(({ serie, nth }) => ({ ...serie, valeur: sum(serie.points), nth }))
    : (only?.points ?? []).map((point, nth) => ({ ...point, nth })).filter(({ valeur }) => valeur !== 0);
  // A bar for each of thirty days needs no list of them: the table has it.
  if (!many && parts.length > 8) return null;
  return (
    <ul className="g-legende">
      {parts.map(({ code, libelle, valeur, liste, nth }) => (
        <li key={code}>
          {(many || forme === 'anneau') && <i style={{ backgroundImage: fill(nth).picture }} />}
          <Opens liste={liste}>{`${libelle}\u00a0: ${written(unite, valeur)}`}</Opens>
        </li>
      ))}
    </ul>
  );
}

/** The same numbers as a table: for those who hear the page, and those who would rather read. */
export function Numbers({ chiffre }: { chiffre: Chiffre }) {
  const { translateLabel } = useTranslation();
  const { titre, unite, series, total, liste } = chiffre;
  const shown = drawn(chiffre).map(({ serie }) => serie);
  const [only] = shown;
  const counted = series.length === 1 && unite !== 'nombre';
  const places = placesOf({ series: shown });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="g-defile g-nombres" tabIndex={0} aria-label={titre}>
      <table className="g-table">
        <thead>
          <tr>
            <td />
            {shown.map(({ code, libelle }) => (
              <th key={code} scope="col" className="g-droite">
                {series.length === 1 ? translateLabel(`unite_${unite}`) : libelle}
              </th>
            ))}
            {counted && (
              <th scope="col" className="g-droite">
                {translateLabel('nombre')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr key={place.code}>
              <th scope="row">{place.libelle}</th>
              {shown.map((serie) => {
                const point = pointAt(serie, place);
                return (
                  <td key={serie.code} className="g-droite">
                    <Opens liste={point?.liste}>{written(unite, point?.valeur ?? 0)}</Opens>
                  </td>
                );
              })}
              {counted && only && (
                <td className="g-droite">
                  <Opens liste={pointAt(only, place)?.liste}>
                    {written('nombre', pointAt(only, place)?.nombre ?? 0)}
                  </Opens>
                </td>
              )}
            </tr>
          ))}
        </tbody>
        {unite !== 'pourcent' && (
          <tfoot>
            <tr>
              <th scope="row">{translateLabel('ensemble')}</th>
              {shown.length > 1 ? (
                shown.map(({ code, points, liste: own }) => (
                  <td key={code} className="g-droite">
                    <Opens liste={own}>{written(unite, sum(points))}</Opens>
                  </td>
                ))
              ) : (
                <td className="g-droite">
                  <Opens liste={liste}>{written(unite, total)}</Opens>
                </td>
              )}
              {counted && (
                <td className="g-droite">
                  <Opens liste={liste}>{written('nombre', chiffre.nombre ?? 0)}</Opens>
                </td>
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
