import { useTranslation } from 'adminjs';
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart as ChartJs,
  DoughnutController,
  LinearScale,
  Tooltip,
} from 'chart.js';
import React, { useEffect, useRef } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { whole } from './format.ts';

ChartJs.register(ArcElement, BarController, BarElement, CategoryScale, DoughnutController, LinearScale, Tooltip);

export interface Part {
  libelle: string;
  nombre: number;
  filtre: Record<string, string>;
}

interface Props {
  kind: 'bar' | 'doughnut';
  title: string;
  parts: Part[];
  resource: string;
  wide?: boolean;
  /** Bars lying down, for long names. */
  across?: boolean;
}

const colours = ['#0b5563', '#c8862b', '#3f8f7b', '#7a5c99', '#b4553f', '#5d7f99', '#8a8f3c', '#a1607f'];

/** The list that has exactly the rows of a number. */
export function listOf(resource: string, { filtre }: Pick<Part, 'filtre'>): string {
  const query = new URLSearchParams(Object.entries(filtre).map(([name, value]) => [`filters.${name}`, value]));
  return `/admin/resources/${resource}${query.size > 0 ? `?${query}` : ''}`;
}

/** A picture of the numbers, and beside it the numbers themselves, each a way to its rows. */
export function Chart({ kind, title, parts, resource, wide = false, across = false }: Props) {
  const { translateMessage } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const navigate = useNavigate();

  useEffect(() => {
    if (!canvas.current) return;
    const chart = new ChartJs(canvas.current, {
      type: kind,
      data: {
        labels: parts.map(({ libelle }) => libelle),
        datasets: [
          {
            data: parts.map(({ nombre }) => nombre),
            backgroundColor: kind === 'bar' ? colours[0] : colours,
            borderRadius: kind === 'bar' ? 4 : 0,
            maxBarThickness: 44,
          },
        ],
      },
      options: {
        maintainAspectRatio: false,
        animation: false,
        indexAxis: across ? 'y' : 'x',
        ...(kind === 'bar'
          ? {
              scales: {
                [across ? 'x' : 'y']: { beginAtZero: true, ticks: { precision: 0 } },
                [across ? 'y' : 'x']: { grid: { display: false } },
              },
            }
          : {}),
        onClick: (_event, [hit]) => {
          const part = hit && parts[hit.index];
          if (part) navigate(listOf(resource, part));
        },
      },
    });
    return () => chart.destroy();
  }, [parts]);

  return (
    <figure className={wide ? 'g-carte g-graphique g-large' : 'g-carte g-graphique'}>
      <figcaption>{title}</figcaption>
      {parts.length === 0 && <p className="g-vide">{translateMessage('accueilVide')}</p>}
      <div className="g-toile">
        <canvas ref={canvas} role="img" aria-label={title} />
      </div>
      <ul className="g-chiffres">
        {parts.map((part, i) => (
          <li key={part.libelle}>
            <Link to={listOf(resource, part)}>
              {kind === 'doughnut' && <i style={{ background: colours[i % colours.length] }} />}
              {part.libelle} <strong>{whole(part.nombre)}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </figure>
  );
}
