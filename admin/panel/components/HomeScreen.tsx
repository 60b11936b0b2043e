import { Icon, Loader } from '@adminjs/design-system';
import { ApiClient, type ReduxState, useCurrentAdmin, useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { useSelector } from 'react-redux';
import { Link } from 'react-router-dom';
import { Chart, listOf, type Part } from './shared/Chart.tsx';
import { month, whole } from './shared/format.ts';

interface Home {
  totaux: {
    nom: string;
    ressource: string;
    filtre: Record<string, string>;
    count: number;
    count_is_estimate: boolean;
  }[];
  parSuccursale?: Part[];
  parCategorie?: Part[];
  parMois?: Part[];
}

/** The numbers of one's own reach; each leads to its rows. */
export default function HomeScreen() {
  const { translateMessage, translateLabel } = useTranslation();
  const [person] = useCurrentAdmin();
  const resources = useSelector((state: ReduxState) => state.resources);
  const iconOf = (name: string) => resources.find(({ id }) => id === name)?.navigation?.icon || 'Folder';
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
  if (!home) return <Loader />;
  const months = home.parMois?.map((part) => ({ ...part, libelle: month(part.libelle) }));
  return (
    <div className="g-page">
      <h2 className="g-titre-page">{translateMessage('bonjour', { nom: person?.nom })}</h2>
      <div className="g-totaux">
        {home.totaux.map(({ nom, ressource, filtre, count, count_is_estimate }) => (
          <Link key={nom} to={listOf(ressource, { filtre })} className="g-total">
            <Icon icon={iconOf(ressource)} />
            <strong>{count_is_estimate ? `≈ ${whole(count)}` : whole(count)}</strong>
            <span>{translateLabel(`tuile_${nom}`)}</span>
          </Link>
        ))}
      </div>
      <div className="g-graphiques">
        {months && <Chart kind="bar" wide title={translateLabel('derniersMois')} parts={months} resource="clients" />}
        {home.parSuccursale && (
          <Chart
            kind="bar"
            title={translateLabel('parSuccursale')}
            parts={home.parSuccursale}
            resource="clients"
            across
          />
        )}
        {home.parCategorie && (
          <Chart kind="doughnut" title={translateLabel('parCategorie')} parts={home.parCategorie} resource="clients" />
        )}
      </div>
    </div>
  );
}
