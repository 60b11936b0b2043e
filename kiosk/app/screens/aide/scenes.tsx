import type { ReactNode } from 'react';
import styles from './Dessin.module.css';
import {
  Billet,
  Borne,
  Calendrier,
  Coche,
  Code,
  Croix,
  Doigt,
  Fleche,
  Maison,
  Message,
  Papier,
  Parapluie,
  Personne,
  Pluie,
  Porte,
  Telephone,
} from './objets.tsx';

/** What there is help for, each told in pictures. */
export const sujets = ['police', 'entrer', 'payer', 'couvert', 'sinistre', 'partir'] as const;
export type Sujet = (typeof sujets)[number];

const loupe = <circle className={styles.touch} cx="40" cy="60" r="40" />;

/** One picture a step, on 220 by 150. */
export const scenes: Readonly<Record<Sujet, readonly ReactNode[]>> = {
  police: [
    <Papier key="1" x={70} y={23} />,
    <Papier key="2" x={70} y={23}>
      {loupe}
    </Papier>,
    <Telephone key="3" x={80} y={20}>
      <Message x={7} y={30} />
    </Telephone>,
  ],
  entrer: [
    <g key="1">
      <Borne x={68} y={12} />
      <Doigt x={110} y={58} />
    </g>,
    <g key="2">
      <Papier x={20} y={26} />
      <Fleche x={106} y={72} />
      <Borne x={146} y={12}>
        <rect className={styles.mark} x="16" y="34" width="52" height="20" rx="4" />
      </Borne>
    </g>,
    <g key="3">
      <Telephone x={26} y={20} />
      <Fleche x={96} y={72} />
      <Borne x={136} y={12}>
        <Coche x={42} y={46} />
      </Borne>
    </g>,
  ],
  payer: [
    <g key="1">
      <Borne x={68} y={12}>
        <Billet x={7} y={20} />
      </Borne>
      <Doigt x={122} y={72} />
    </g>,
    <Telephone key="2" x={80} y={20}>
      <Message x={7} y={30} />
    </Telephone>,
    <g key="3">
      <Telephone x={80} y={20}>
        <Code x={12} y={44} />
      </Telephone>
      <Doigt x={110} y={90} />
    </g>,
    <g key="4">
      <Telephone x={34} y={20} />
      <Fleche x={102} y={74} />
      <Coche x={172} y={74} />
    </g>,
  ],
  couvert: [
    <g key="1">
      <Billet x={18} y={54} />
      <Fleche x={96} y={76} />
      <Calendrier x={136} y={42} jour="31" />
    </g>,
    <g key="2">
      <Pluie />
      <Personne x={66} y={46} />
      <Parapluie x={128} y={18} />
    </g>,
    <g key="3">
      <Pluie />
      <Personne x={44} y={46} />
      <Croix x={160} y={92} />
    </g>,
  ],
  sinistre: [
    <Maison key="1" x={65} y={40} />,
    <g key="2">
      <Borne x={68} y={12}>
        <Maison x={-3} y={4} />
      </Borne>
      <Doigt x={132} y={78} />
    </g>,
    <g key="3">
      <Telephone x={30} y={20} />
      <Fleche x={98} y={72} />
      <Papier x={136} y={24} />
    </g>,
    <g key="4">
      <Papier x={24} y={24} />
      <Fleche x={110} y={72} />
      <Billet x={148} y={50} />
    </g>,
  ],
  partir: [
    <g key="1">
      <Borne x={68} y={12}>
        <rect className={styles.grave} x="42" y="66" width="26" height="12" rx="3" />
      </Borne>
      <Doigt x={122} y={84} />
    </g>,
    <g key="2">
      <Borne x={30} y={12} />
      <Coche x={166} y={66} />
    </g>,
    <g key="3">
      <Porte x={36} y={18} />
      <Personne x={130} y={40} />
    </g>,
  ],
};

/** A scene in its frame: what it shows is said in words beside it. */
export const Dessin = ({ children }: { children: ReactNode }) => (
  <svg className={styles.drawing} viewBox="0 0 220 150" aria-hidden>
    {children}
  </svg>
);
