import { useTranslation } from 'adminjs';
import React from 'react';
import type { Chiffre, Serie } from '../../../../server/features/rapports/chiffres/types.ts';
import { Opens } from './Numbers.tsx';
import { signed, written } from './numbers.ts';

const balance = ['ouverture', 'cloture'];

/** Opening, what came and went, closing: by product, and added up. */
export function Movements({ chiffre, whole }: { chiffre: Chiffre; whole?: Chiffre }) {
  const { translateLabel } = useTranslation();
  const columns = (whole ?? chiffre).series[0]?.points ?? [];
  const cells = ({ points }: Serie) =>
    points.map(({ code, valeur, liste }) => (
      <td key={code} className={balance.includes(code) ? 'g-droite g-solde' : 'g-droite'}>
        <Opens liste={liste}>{balance.includes(code) ? written('nombre', valeur) : signed(valeur)}</Opens>
      </td>
    ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="g-defile g-nombres" tabIndex={0} aria-label={chiffre.titre}>
      <table className="g-table">
        <thead>
          <tr>
            <td />
            {columns.map(({ code, libelle }) => (
              <th key={code} scope="col" className="g-droite">
                {libelle}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chiffre.series.map((serie) => (
            <tr key={serie.code}>
              <th scope="row">{serie.libelle}</th>
              {cells(serie)}
            </tr>
          ))}
        </tbody>
        {whole?.series[0] && (
          <tfoot>
            <tr>
              <th scope="row">{translateLabel('ensemble')}</th>
              {cells(whole.series[0])}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
