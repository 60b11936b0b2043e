import { Badge, Loader } from '@adminjs/design-system';
import { ApiClient, useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import { francs, whole } from './format.ts';

interface Side {
  quantite: number;
  prix: number;
  montant: number;
}

interface Compared {
  libelle: string;
  changement: 'ajoutee' | 'retiree' | 'modifiee' | 'inchangee';
  avant: Side | null;
  apres: Side | null;
  ecart: number;
}

interface Answer {
  avant: { id: number; version: number; montant: number };
  apres: { id: number; version: number; montant: number };
  lignes: Compared[];
}

const tones = { ajoutee: 'vert', retiree: 'rouge', modifiee: 'ocre', inchangee: 'gris' } as const;
const signed = (value: number) => (value > 0 ? `+${francs(value)}` : francs(value).replace('-', '−'));
const quantity = (value: number) => (Number.isInteger(value) ? whole(value) : String(value).replace('.', ','));

/** What a version changes since the one before, line by line, and what that comes to. */
export function Comparison({ resourceId, recordId }: { resourceId: string; recordId: string }) {
  const { translateLabel, translateMessage } = useTranslation();
  const [found, setFound] = useState<Answer | 'failed'>();
  useEffect(() => {
    new ApiClient()
      .recordAction({ resourceId, recordId, actionName: 'comparer' })
      .then(({ data }) => setFound((data as unknown as { comparaison?: Answer }).comparaison ?? 'failed'))
      .catch(() => setFound('failed'));
  }, [resourceId, recordId]);
  if (!found) return <Loader />;
  if (found === 'failed') return <p role="alert">{translateMessage('echecChargement')}</p>;
  const { avant, apres, lignes } = found;
  const name = (version: number) => translateLabel('version', { numero: version } as Record<string, unknown>);
  const head = [name(avant.version), name(apres.version)];
  return (
    <div className="g-defile">
      <table className="g-table g-comparaison">
        <thead>
          <tr>
            <th scope="col">{translateLabel('ligne')}</th>
            <th scope="col" className="g-droite">
              <Link to={`/admin/resources/${resourceId}/records/${avant.id}/show`}>{head[0]}</Link>
            </th>
            <th scope="col" className="g-droite">
              {head[1]}
            </th>
            <th scope="col" className="g-droite">
              {translateLabel('ecart')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lignes.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one answer stay where they are
            <tr key={i} data-changement={line.changement}>
              <th scope="row">
                {line.libelle}{' '}
                <Badge className={`g-choix g-ton-${tones[line.changement]}`}>
                  {translateLabel(`ligne_${line.changement}`)}
                </Badge>
              </th>
              {[line.avant, line.apres].map((side, at) => (
                <td key={head[at]} className="g-droite" data-nom={head[at]}>
                  <SideOf side={side} />
                </td>
              ))}
              <td className="g-droite" data-nom={translateLabel('ecart')}>
                {line.ecart === 0 ? '—' : signed(line.ecart)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{translateLabel('total')}</th>
            <td className="g-droite" data-nom={head[0]}>
              {francs(avant.montant)}
            </td>
            <td className="g-droite" data-nom={head[1]}>
              {francs(apres.montant)}
            </td>
            <td className="g-droite" data-nom={translateLabel('ecart')}>
              {signed(apres.montant - avant.montant)}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function SideOf({ side }: { side: Side | null }) {
  if (!side) return <span className="g-vide">—</span>;
  return (
    <>
      {francs(side.montant)}
      <small>
        {quantity(side.quantite)} × {francs(side.prix)}
      </small>
    </>
  );
}
