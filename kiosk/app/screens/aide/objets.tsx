import type { ReactNode } from 'react';
import styles from './Dessin.module.css';

interface Place {
  x?: number;
  y?: number;
  children?: ReactNode;
}

const at = ({ x = 0, y = 0 }: Place) => `translate(${x} ${y})`;

/** A telephone, 60 by 110. */
export const Telephone = (place: Place) => (
  <g transform={at(place)}>
    <rect className={styles.solid} width="60" height="110" rx="10" />
    <rect className={styles.glass} x="6" y="12" width="48" height="80" rx="3" />
    <circle className={styles.glass} cx="30" cy="101" r="4" />
    {place.children}
  </g>
);

/** A sheet of paper with lines, 80 by 104; the third line is the one to look at. */
export const Papier = (place: Place) => (
  <g transform={at(place)}>
    <path className={styles.sheet} d="M0 6a6 6 0 0 1 6-6h50l24 24v74a6 6 0 0 1-6 6H6a6 6 0 0 1-6-6z" />
    <path className={styles.line} d="M56 0v24h24M14 38h52M14 82h36" />
    <rect className={styles.mark} x="10" y="50" width="60" height="20" rx="4" />
    <path className={styles.dark} d="M18 60h10m6 0h18m6 0h4" />
    {place.children}
  </g>
);

/** The terminal on its foot, 84 by 128. */
export const Borne = (place: Place) => (
  <g transform={at(place)}>
    <rect className={styles.solid} width="84" height="92" rx="10" />
    <rect className={styles.glass} x="8" y="8" width="68" height="76" rx="4" />
    <path className={styles.body} d="M34 92h16v28H34zM16 120h52v8H16z" />
    {place.children}
  </g>
);

/** A finger that touches with its tip at its place. */
export const Doigt = (place: Place) => (
  <g transform={at(place)}>
    <circle className={styles.touch} r="15" />
    <path className={styles.hand} d="M-6 2a6 6 0 0 1 12 0v24l20 5a9 9 0 0 1 7 10l-3 21H-4l-14-20a6 6 0 0 1 9-8l3 3z" />
  </g>
);

/** Somebody, 60 by 100. */
export const Personne = (place: Place) => (
  <g transform={at(place)}>
    <circle className={styles.skin} cx="30" cy="20" r="18" />
    <path className={styles.body} d="M0 100V74a30 30 0 0 1 60 0v26z" />
  </g>
);

/** An umbrella, whose tip is at its place. */
export const Parapluie = (place: Place) => (
  <g transform={at(place)}>
    <path className={styles.line} d="M0 0v88a11 11 0 0 1-22 0" />
    <path
      className={styles.cover}
      d="M-74 54a74 52 0 0 1 148 0q-12-12-25 0-12-12-24 0-13-12-25 0-12-12-24 0-13-12-25 0-12-12-25 0z"
    />
  </g>
);

/** Rain above everything. */
export const Pluie = () => (
  <path className={styles.rain} d="M30 20l-8 18M70 12l-8 18M112 20l-8 18M156 12l-8 18M196 22l-8 18" />
);

/** A page of a calendar, 80 by 80; `jour` is written on it. */
export const Calendrier = ({ jour, ...place }: Place & { jour: string }) => (
  <g transform={at(place)}>
    <rect className={styles.sheet} width="80" height="80" rx="8" />
    <path className={styles.body} d="M0 24V8a8 8 0 0 1 8-8h64a8 8 0 0 1 8 8v16z" />
    <path className={styles.dark} d="M22-6v14M58-6v14" />
    <text className={styles.digits} x="40" y="62">
      {jour}
    </text>
  </g>
);

/** Done. */
export const Coche = (place: Place) => (
  <g transform={at(place)}>
    <circle className={styles.good} r="24" />
    <path className={styles.tick} d="M-11 0l8 9 14-17" />
  </g>
);

/** Not so. */
export const Croix = (place: Place) => (
  <g transform={at(place)}>
    <circle className={styles.grave} r="24" />
    <path className={styles.tick} d="M-9-9L9 9M9-9L-9 9" />
  </g>
);

/** A house, 90 by 84; something has happened to it. */
export const Maison = (place: Place) => (
  <g transform={at(place)}>
    <path className={styles.sheet} d="M10 40v44h70V40" />
    <path className={styles.body} d="M45 0l45 42H0z" />
    <path
      className={styles.mark}
      d="M45 84c-15 0-20-12-13-22 3 5 6 5 6 0 0-8 5-12 9-15 0 9 14 12 14 24 0 8-6 13-16 13z"
    />
  </g>
);

/** A sum of money, 70 by 44. */
export const Billet = (place: Place) => (
  <g transform={at(place)}>
    <rect className={styles.mark} width="70" height="44" rx="6" />
    <circle className={styles.glass} cx="35" cy="22" r="12" />
    <path className={styles.dark} d="M10 22h6M54 22h6" />
  </g>
);

/** What a screen or a telephone shows: dots of a code, or a message. */
export const Code = (place: Place) => (
  <g transform={at(place)}>
    {[0, 12, 24, 36].map((x) => (
      <circle key={x} className={styles.ink} cx={x} r="4" />
    ))}
  </g>
);

export const Message = (place: Place) => (
  <g transform={at(place)}>
    <path
      className={styles.bubble}
      d="M6 0h34a6 6 0 0 1 6 6v18a6 6 0 0 1-6 6H18l-8 8v-8H6a6 6 0 0 1-6-6V6a6 6 0 0 1 6-6z"
    />
    <path className={styles.light} d="M9 11h28M9 20h18" />
  </g>
);

/** Leads from one thing to the next. */
export const Fleche = (place: Place) => (
  <path transform={at(place)} className={styles.line} d="M0 0h34m-11-10l11 10-11 10" />
);

/** A door that stands open, 60 by 110. */
export const Porte = (place: Place) => (
  <g transform={at(place)}>
    <path className={styles.sheet} d="M0 110V30a30 30 0 0 1 60 0v80z" />
    <path className={styles.body} d="M0 110V30A30 30 0 0 1 30 0v122z" />
    <circle className={styles.mark} cx="22" cy="66" r="4" />
  </g>
);
