import { Icon } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React, { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import type { ExportDit } from '../../../../server/features/rapports/etats/exports/export.ts';
import { instant, whole } from '../shared/format.ts';
import { send, sentence } from './ask.ts';
import { askForExports, isRunning, lookedAt, useExports } from './exports-store.ts';

/** The files that this person asked for, the latest first. */
export function Exports({ wanted }: { wanted?: number }) {
  const { translateLabel, translateMessage } = useTranslation();
  const { exports, failed } = useExports();
  const { hash } = useLocation();
  const box = useRef<HTMLElement>(null);
  useEffect(lookedAt, [exports]);
  useEffect(() => {
    if (exports && (hash === '#exports' || wanted)) box.current?.scrollIntoView({ block: 'start' });
  }, [exports === undefined, hash, wanted]);
  return (
    <section ref={box} className="g-carte g-exports" id="exports" aria-labelledby="titre-exports">
      <h2 id="titre-exports">{translateLabel('mesExports')}</h2>
      {failed && (
        <p className="g-erreur" role="alert">
          {translateMessage('echecChargement')}
        </p>
      )}
      {exports?.length === 0 && <p className="g-sous">{translateMessage('aucunExport')}</p>}
      <ExportLines exports={exports ?? []} wanted={wanted} />
    </section>
  );
}

export function ExportLines({ exports, wanted }: { exports: readonly ExportDit[]; wanted?: number }) {
  return (
    <ul className="g-rangs">
      {exports.map((each) => (
        <Line key={each.id} one={each} wanted={each.id === wanted} />
      ))}
    </ul>
  );
}

function Line({ one, wanted }: { one: ExportDit; wanted: boolean }) {
  const { translateButton, translateMessage } = useTranslation();
  const [erreur, fail] = useState<string>();
  const { id, nom, format, statut, cree_le } = one;
  const remove = () =>
    send(`exports/${id}/retirer`)
      .then(() => askForExports())
      .catch((error: unknown) => fail(sentence(error, translateMessage('echecAction'))));
  const verb = translateButton(isRunning(one) ? 'annulerExport' : 'jeterExport');
  return (
    <li className={wanted ? 'g-attendu' : undefined} data-export={id}>
      <div>
        <strong>
          {nom} <small>{{ csv: 'CSV', xlsx: 'Excel', pdf: 'PDF' }[format]}</small>
        </strong>
        <time dateTime={cree_le}>{instant(cree_le)}</time>
        <Standing one={one} />
        {erreur && (
          <p className="g-erreur" role="alert">
            {erreur}
          </p>
        )}
      </div>
      <div className="g-boutons">
        {statut === 'pret' && (
          <a className="g-bouton" href={`/admin/exports/${id}/fichier`}>
            <Icon icon="Download" />
            {translateButton('telecharger')}
          </a>
        )}
        <button type="button" className="g-bouton" onClick={remove} aria-label={`${verb} : ${nom}`}>
          {verb}
        </button>
      </div>
    </li>
  );
}

/** How far it is, or how it ended, and until when it is kept. */
function Standing({ one: { nom, statut, lignes, total, taille, motif_echec, expire_le } }: { one: ExportDit }) {
  const { translateMessage } = useTranslation();
  const say = (key: string, blanks: Record<string, string>) => translateMessage(key, blanks as Record<string, unknown>);
  if (statut === 'en_attente') return <p className="g-sous">{translateMessage('exportAttend')}</p>;
  if (statut === 'annule') return <p className="g-sous">{translateMessage('exportAnnule')}</p>;
  if (statut === 'echoue') return <p className="g-erreur">{motif_echec}</p>;
  if (statut === 'pret')
    return (
      <p className="g-sous">
        {say('exportGarde', { lignes: whole(lignes), taille: sizeOf(taille ?? 0), moment: instant(expire_le) })}
      </p>
    );
  const known = total !== null;
  const done = total ? Math.min(100, Math.floor((100 * lignes) / total)) : 0;
  return (
    <p className="g-avance">
      <progress max={100} value={known ? done : undefined} aria-label={nom} />
      <span>
        {known
          ? say('exportAvance', { lignes: whole(lignes), total: whole(total) })
          : translateMessage('exportCommence')}
      </span>
    </p>
  );
}

/** `1,2 Mo`, `340 ko`. */
function sizeOf(bytes: number): string {
  const language = document.documentElement.lang === 'en' ? 'en-GB' : 'fr-FR';
  const unit = bytes >= 1_000_000 ? 'megabyte' : 'kilobyte';
  const value = bytes / (unit === 'megabyte' ? 1_000_000 : 1000);
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(
    value,
  );
}
