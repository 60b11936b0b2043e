import { Loader } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React from 'react';
import { Link } from 'react-router-dom';
import type { Unite } from '../../../../server/features/rapports/chiffres/types.ts';
import type { Apercu } from '../../screens/reports.ts';
import { listOf } from '../home/address.ts';
import { Drawing } from '../home/Drawing.tsx';
import { Legend } from '../home/Numbers.tsx';
import { clock, written } from '../home/numbers.ts';
import { Groups } from './Groups.tsx';
import { Rows } from './Rows.tsx';
import type { Shown } from './use-preview.ts';

const units: Partial<Record<string, Unite>> = { francs: 'francs', percent: 'pourcent' };

/** A sum of a report in its unit; a rate of nothing is none. */
export const sumWritten = (sorte: string, value: unknown): string =>
  typeof value === 'number' ? written(units[sorte] ?? 'nombre', value) : '—';

/** The field whose sum a measure is; a rate is the sum of none. */
export const summed = (mesure: string): string | undefined => /^sum_(.+)$/.exec(mesure)?.[1];

/** What a report answers: its sums, its picture, its groups, its first rows. */
export function Preview({ apercu, erreur, busy }: Shown) {
  return (
    <div className={`g-apercu${busy && apercu ? ' g-ancien' : ''}`} aria-busy={busy}>
      {erreur && (
        <p className="g-carte g-erreur" role="alert">
          {erreur}
        </p>
      )}
      {!apercu && !erreur && <Loader />}
      {apercu && !erreur && <Told apercu={apercu} />}
    </div>
  );
}

function Told({ apercu }: { apercu: Apercu }) {
  const { translateMessage } = useTranslation();
  const { chiffre, count, nonDessines } = apercu;
  return (
    <>
      <Heading apercu={apercu} />
      {count === 0 ? (
        <p className="g-carte g-sous">{translateMessage('rapportVide')}</p>
      ) : (
        <>
          {chiffre?.series.some(({ points }) => points.some(({ valeur }) => valeur !== 0)) && (
            <figure className="g-carte g-graphique" data-chiffre={chiffre.nom}>
              <figcaption>
                <b>{chiffre.series[0]?.libelle}</b>
                {nonDessines > 0 && (
                  <em>{translateMessage('nonDessines', { nombre: nonDessines } as Record<string, unknown>)}</em>
                )}
              </figcaption>
              <Drawing chiffre={chiffre} />
              {chiffre.forme === 'anneau' && <Legend chiffre={chiffre} />}
            </figure>
          )}
          {apercu.grouper_par && <Groups apercu={apercu} />}
          <Rows apercu={apercu} />
        </>
      )}
    </>
  );
}

/** Of which rows and of when it is, and what everything comes to. */
function Heading({ apercu: { periode, filtres_dits, calcule_le, mesures, totaux, liste } }: { apercu: Apercu }) {
  const { translateLabel, translateMessage } = useTranslation();
  const said = [periode?.dite, ...filtres_dits].filter(Boolean).join(' · ');
  return (
    <>
      <p className="g-sous g-dite">
        {said && <span>{said}</span>}
        <span>{translateMessage('calculeA', { heure: clock(calcule_le) } as Record<string, unknown>)}</span>
      </p>
      <div className="g-totaux" aria-live="polite">
        <Link className="g-total" to={listOf(liste)} data-mesure="nombre">
          <span>{translateLabel('nombre')}</span>
          <strong>{written('nombre', totaux.nombre ?? 0)}</strong>
        </Link>
        {mesures.map(({ nom, libelle = nom, sorte }) => (
          <Link key={nom} className="g-total" to={listOf({ ...liste, somme: summed(nom) })} data-mesure={nom}>
            <span>{libelle}</span>
            <strong>{sumWritten(sorte, totaux[nom])}</strong>
          </Link>
        ))}
      </div>
    </>
  );
}
