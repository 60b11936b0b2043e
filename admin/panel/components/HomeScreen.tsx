import { Icon, Loader } from '@adminjs/design-system';
import { ApiClient, type ReduxState, useCurrentAdmin, useTranslation } from 'adminjs';
import React, { useEffect, useMemo, useState } from 'react';
import { useSelector } from 'react-redux';
import { Link, useSearchParams } from 'react-router-dom';
import type { Home, Total } from '../screens/dashboard.ts';
import { listOf } from './home/address.ts';
import { Card } from './home/Card.tsx';
import { Controls } from './home/Controls.tsx';
import { Figure } from './home/Figure.tsx';
import { Freshness, SessionOver } from './home/Freshness.tsx';
import { addressOf, askedBy, viewIn } from './home/period.ts';
import { askedFor, type Section, sectionsFor } from './home/sections.ts';
import { type UsedFigures, useFigures } from './home/use-figures.ts';
import { whole } from './shared/format.ts';

/** What this person may see of the house, with what waits for them first; each number leads to its rows. */
export default function HomeScreen() {
  const { translateMessage } = useTranslation();
  const [home, setHome] = useState<Home>();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    new ApiClient()
      .getDashboard<Home>()
      .then(({ data }) => setHome(data))
      .catch(() => setFailed(true));
  }, []);

  if (failed)
    return (
      <p className="g-carte" role="alert">
        {translateMessage('echecChargement')}
      </p>
    );
  return home ? <Board home={home} /> : <Loader />;
}

function Board({ home }: { home: Home }) {
  const { translateMessage } = useTranslation();
  const [person] = useCurrentAdmin();
  const [address, setAddress] = useSearchParams();
  const view = viewIn(address, home.aujourdhui, home.succursales);
  const sections = useMemo(() => sectionsFor(home.chiffres, person?.role as string | undefined), [home]);
  const groups = useMemo(() => sections.map((section) => askedFor(section, home.chiffres)), [sections]);
  const figures = useFigures(groups, askedBy(view), translateMessage('echecChargement'));
  const moments = Object.values(figures.known).flatMap(({ chiffre }) => (chiffre ? [chiffre.calcule_le] : []));
  if (figures.hearing.state === 'finie') return <SessionOver />;
  return (
    <div className="g-page g-accueil">
      <header className="g-entete">
        <h1 className="g-titre-page">{translateMessage('bonjour', { nom: person?.nom })}</h1>
        <Freshness since={moments.toSorted()[0]} hearing={figures.hearing} />
      </header>
      <Controls
        view={view}
        succursales={home.succursales}
        onView={(next) => setAddress(addressOf(next), { replace: true })}
      />
      {sections.map((section) => (
        <Part
          key={section.nom}
          section={section}
          home={home}
          figures={figures}
          totaux={section.nom === 'agir' && !view.succursale ? home.totaux : []}
        />
      ))}
    </div>
  );
}

interface PartProps {
  section: Section;
  home: Home;
  figures: UsedFigures;
  totaux: Total[];
}

function Part({ section: { nom, cartes, chiffres }, home, figures: { known, retry }, totaux }: PartProps) {
  const { translateLabel } = useTranslation();
  const described = (name: string) => home.chiffres.filter((each) => each.nom === name);
  return (
    <section className="g-partie" aria-labelledby={`partie-${nom}`}>
      <h2 id={`partie-${nom}`}>{translateLabel(`partie_${nom}`)}</h2>
      {cartes.length + totaux.length > 0 && (
        <div className="g-totaux">
          {cartes.flatMap(described).map((each) => (
            <Card
              key={each.nom}
              described={each}
              known={known[each.nom] ?? {}}
              waiting={nom === 'agir'}
              onRetry={() => retry(each.nom)}
            />
          ))}
          {totaux.map((total) => (
            <Beside key={total.nom} total={total} />
          ))}
        </div>
      )}
      <div className="g-graphiques">
        {chiffres.flatMap(([name, width]) =>
          described(name).map((each) => (
            <Figure
              key={name}
              described={each}
              known={known[name] ?? {}}
              whole={known.mouvements?.chiffre}
              width={width}
              onRetry={() => retry(name)}
            />
          )),
        )}
      </div>
    </section>
  );
}

/** A number beside the figures, as it was when the page came. */
function Beside({ total: { nom, ressource, filtre, count } }: { total: Total }) {
  const { translateLabel } = useTranslation();
  const resources = useSelector((state: ReduxState) => state.resources);
  const icon = resources.find(({ id }) => id === ressource)?.navigation?.icon || 'Folder';
  return (
    <Link to={listOf({ ressource, filtre })} className={`g-total ${count === 0 ? 'g-calme' : 'g-agir'}`}>
      <Icon icon={icon} />
      <span className="g-nom">{translateLabel(`tuile_${nom}`)}</span>
      <strong>{whole(count)}</strong>
      <small>{'\u00a0'}</small>
    </Link>
  );
}
