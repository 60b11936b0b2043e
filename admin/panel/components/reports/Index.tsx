import { Icon } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import type { Bureau } from '../../screens/reports.ts';
import { Exports } from './Exports.tsx';
import { underHeadings } from './groups.ts';
import { Saved } from './Saved.tsx';
import { reportAt } from './settings.ts';

/** The reports that this person may run, those that were kept, and the files that were asked for. */
export function Index({ bureau, reload }: { bureau: Bureau; reload: () => Promise<void> }) {
  const { translateLabel, translatePage } = useTranslation();
  const [address] = useSearchParams();
  const exportable = bureau.rapports.some((each) => each.exportable);
  return (
    <div className="g-page g-rapport">
      <h1 className="g-titre-page">{translatePage('rapports')}</h1>
      {underHeadings(bureau).map(([heading, members]) => (
        <section key={heading} className="g-partie" aria-labelledby={`rapports-${heading}`}>
          <h2 id={`rapports-${heading}`}>{translateLabel(`rapports_${heading}`)}</h2>
          <ul className="g-choix-rapport">
            {members.map(({ nom, libelle }) => (
              <li key={nom}>
                <Link to={reportAt(nom)}>
                  <strong>
                    {libelle}
                    <Icon icon="ArrowRight" />
                  </strong>
                  <span>{translateLabel(`rapport_${nom}`)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {(bureau.enregistrable || bureau.enregistres.length > 0) && <Saved bureau={bureau} reload={reload} />}
      {exportable && <Exports wanted={Number(address.get('export')) || undefined} />}
    </div>
  );
}
