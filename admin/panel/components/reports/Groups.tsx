import { useTranslation } from 'adminjs';
import React from 'react';
import type { Apercu } from '../../screens/reports.ts';
import { Opens } from '../home/Numbers.tsx';
import { written } from '../home/numbers.ts';
import { summed, sumWritten } from './Preview.tsx';

/** Each group with its sums, every number of which opens its list, and what all come to. */
export function Groups({ apercu }: { apercu: Apercu }) {
  const { translateLabel, translateMessage } = useTranslation();
  const { groupes, groupes_tronques, mesures, totaux } = apercu;
  return (
    <div className="g-carte">
      <h2 id="titre-groupes">{translateLabel('groupes')}</h2>
      {groupes_tronques && <p className="g-sous">{translateMessage('groupesTronques')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="g-defile g-nombres" tabIndex={0} aria-labelledby="titre-groupes">
        <table className="g-table">
          <thead>
            <tr>
              <th scope="col">{translateLabel('groupe')}</th>
              <th scope="col" className="g-droite">
                {translateLabel('nombre')}
              </th>
              {mesures.map(({ nom, libelle }) => (
                <th key={nom} scope="col" className="g-droite">
                  {libelle}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groupes.map((groupe) => (
              <tr key={String(groupe.valeur)} data-groupe={String(groupe.valeur)}>
                <th scope="row">
                  <Opens liste={groupe.liste}>{groupe.libelle}</Opens>
                </th>
                <td className="g-droite">
                  <Opens liste={groupe.liste}>{written('nombre', groupe.nombre ?? 0)}</Opens>
                </td>
                {mesures.map(({ nom, sorte }) => (
                  <td key={nom} className="g-droite" data-mesure={nom}>
                    <Opens liste={{ ...groupe.liste, somme: summed(nom) }}>{sumWritten(sorte, groupe[nom])}</Opens>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{translateLabel('total')}</th>
              <td className="g-droite">{written('nombre', totaux.nombre ?? 0)}</td>
              {mesures.map(({ nom, sorte }) => (
                <td key={nom} className="g-droite">
                  {sumWritten(sorte, totaux[nom])}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
    </div>
  );
}
