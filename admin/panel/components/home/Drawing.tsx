import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  type ChartConfiguration,
  Chart as ChartJs,
  DoughnutController,
  LinearScale,
  Tooltip,
} from 'chart.js';
import React, { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Chiffre, Point, Serie } from '../../../../server/features/rapports/chiffres/types.ts';
import { listOf } from './address.ts';
import { fill } from './fills.ts';
import { short, written } from './numbers.ts';

ChartJs.register(ArcElement, BarController, BarElement, CategoryScale, DoughnutController, LinearScale, Tooltip);

/** Names longer than this stand beside bars that lie down. */
const NAME_MAX = 14;
const STANDING_MAX = 5;
/** Pixels for a bar that lies, and at least for a drawing. */
const BAR = 34;
const HEIGHT = 230;

export interface Place {
  code: string;
  libelle: string;
}

/** A long name on two lines. */
function lines(name: string): string | string[] {
  if (name.length <= NAME_MAX) return name;
  const middle = name.length / 2;
  const blanks = [...name.matchAll(/ /g)].map(({ index }) => index);
  const at = blanks.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  return at === undefined ? name : [name.slice(0, at), name.slice(at + 1)];
}

/** Every place of any series, once, in order. */
export const placesOf = ({ series }: Pick<Chiffre, 'series'>): Place[] => [
  ...new Map(series.flatMap(({ points }) => points.map(({ code, libelle }) => [code, { code, libelle }]))).values(),
];

export const pointAt = ({ points }: Serie, place: Place): Point | undefined =>
  points.find(({ code }) => code === place.code);

/** The series with anything in them, each with its place among all, so that it keeps its fill. */
export const drawn = ({ series }: Pick<Chiffre, 'series'>): { serie: Serie; nth: number }[] =>
  series
    .map((serie, nth) => ({ serie, nth }))
    .filter(({ serie }) => series.length === 1 || serie.points.some(({ valeur }) => valeur !== 0));

const isTime = ({ code }: Place) => /^\d{4}-\d\d/.test(code);

/** Whether bars lie down: their names are long, or more than fit beside each other. */
const lies = ({ forme }: Chiffre, places: Place[]): boolean =>
  forme !== 'anneau' &&
  !places.some(isTime) &&
  (places.length > STANDING_MAX || places.some(({ libelle }) => libelle.length > NAME_MAX));

type Config = ChartConfiguration<'bar' | 'doughnut', number[], string | string[]>;

function configOf(chiffre: Chiffre, open: (point: Point) => void): Config {
  const round = chiffre.forme === 'anneau';
  const places = placesOf(chiffre);
  const shown = drawn(chiffre);
  const lying = lies(chiffre, places);
  const at = (dataset: number, index: number) => {
    const [serie, place] = [shown[dataset]?.serie, places[index]];
    return serie && place ? pointAt(serie, place) : undefined;
  };
  const numbers = lying ? 'x' : 'y';
  const scales: NonNullable<Config['options']>['scales'] = {
    [numbers]: {
      stacked: chiffre.forme === 'piles',
      beginAtZero: true,
      border: { display: false },
      ticks: { precision: 0, maxTicksLimit: 6, callback: (value: string | number) => short(Number(value)) },
    },
    [lying ? 'y' : 'x']: {
      stacked: chiffre.forme === 'piles',
      grid: { display: false },
      ticks: { maxRotation: 0, autoSkipPadding: 12, autoSkip: places.some(isTime) },
    },
  };
  return {
    type: round ? 'doughnut' : 'bar',
    data: {
      labels: places.map(({ libelle }) => (lying ? lines(libelle) : libelle)),
      datasets: shown.map(({ serie, nth }) => ({
        label: serie.libelle,
        data: places.map((place) => pointAt(serie, place)?.valeur ?? 0),
        backgroundColor: round ? places.map((_, i) => fill(i).pattern) : fill(nth).pattern,
        borderColor: '#fff',
        borderWidth: round || shown.length > 1 ? 1 : 0,
        borderRadius: round ? 0 : 3,
        maxBarThickness: 40,
      })),
    },
    options: {
      maintainAspectRatio: false,
      animation: false,
      indexAxis: lying ? 'y' : 'x',
      ...(round ? { cutout: '58%' } : { scales }),
      plugins: {
        tooltip: {
          callbacks: {
            label: ({ dataset, datasetIndex, dataIndex }) => {
              const point = at(datasetIndex, dataIndex);
              if (!point) return '';
              const named = shown.length > 1 ? `${dataset.label} : ` : '';
              const rows = chiffre.unite === 'nombre' ? '' : ` (${written('nombre', point.nombre)})`;
              return ` ${named}${written(chiffre.unite, point.valeur)}${rows}`;
            },
          },
        },
      },
      onHover: (_event, hit, { canvas }) => {
        canvas.style.cursor = hit.length > 0 ? 'pointer' : '';
      },
      onClick: (event, _hit, chart) => {
        if (!event.native) return;
        const [hit] = chart.getElementsAtEventForMode(event.native, 'nearest', { intersect: true }, false);
        const point = hit && at(hit.datasetIndex, hit.index);
        if (point) open(point);
      },
    },
  };
}

/** A figure as a picture; each part of it opens the rows that it stands for. New numbers take the place of the old. */
export function Drawing({ chiffre }: { chiffre: Chiffre }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<ChartJs<'bar' | 'doughnut', number[], string | string[]>>();
  const navigate = useNavigate();

  useEffect(() => {
    if (!canvas.current) return;
    const config = configOf(chiffre, ({ liste }) => navigate(listOf(liste)));
    if (chart.current) {
      chart.current.data = config.data;
      chart.current.options = config.options ?? {};
      chart.current.update('none');
    } else chart.current = new ChartJs(canvas.current, config);
  }, [chiffre]);
  useEffect(
    () => () => {
      chart.current?.destroy();
      chart.current = undefined;
    },
    [],
  );

  const places = placesOf(chiffre);
  const height = lies(chiffre, places) ? Math.max(HEIGHT, BAR * places.length + BAR) : HEIGHT;
  return (
    <div className="g-toile" style={{ height }}>
      <canvas ref={canvas} role="img" aria-label={`${chiffre.titre} : ${written(chiffre.unite, chiffre.total)}`} />
    </div>
  );
}
