import { Icon } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React, { useState } from 'react';
import { Link } from 'react-router-dom';
import type { Bureau } from '../../screens/reports.ts';
import type { Enregistre } from '../../screens/saved-reports.ts';
import { instant } from '../shared/format.ts';
import { send, sentence } from './ask.ts';
import { OF } from './draft.ts';
import { askForExports } from './exports-store.ts';
import { momentInWords, rhythmInWords } from './moments.ts';
import { reportAt } from './settings.ts';

interface Props {
  bureau: Bureau;
  reload: () => Promise<void>;
}

/** The reports that were kept under a name: one's own, and those that colleagues share. */
export function Saved({ bureau, reload }: Props) {
  const { translateLabel, translateMessage } = useTranslation();
  return (
    <section className="g-carte g-enregistres" aria-labelledby="titre-enregistres">
      <h2 id="titre-enregistres">{translateLabel('rapportsGardes')}</h2>
      {bureau.enregistres.length === 0 && <p className="g-sous">{translateMessage('aucunGarde')}</p>}
      <ul className="g-rangs">
        {bureau.enregistres.map((each) => (
          <Line key={each.id} row={each} bureau={bureau} reload={reload} />
        ))}
      </ul>
    </section>
  );
}

function Line({ row, bureau, reload }: Props & { row: Enregistre }) {
  const { translateAction, translateButton, translateMessage } = useTranslation();
  const [erreur, fail] = useState<string>();
  const { id, nom, rapport, reglages, revision, actions } = row;
  const named = bureau.rapports.find((each) => each.nom === rapport);
  const at = (more: Record<string, string>) => reportAt(rapport, reglages, { enregistre: String(id), ...more });
  const act = async (verbe: string) => {
    if (verbe === 'supprimer' && !window.confirm(translateMessage('confirmerOubli', { nom } as object))) return;
    fail(undefined);
    try {
      await send(`rapports-enregistres/${id}/${verbe}`, { revision: String(revision) });
      await Promise.all([reload(), ...(verbe === 'executer' ? [askForExports()] : [])]);
    } catch (error) {
      fail(sentence(error, translateMessage('echecAction')));
    }
  };
  return (
    <li data-enregistre={id}>
      <div>
        <strong>{named ? <Link to={at({})}>{nom}</Link> : nom}</strong>
        <Standing row={row} bureau={bureau} />
        {erreur && (
          <p className="g-erreur" role="alert">
            {erreur}
          </p>
        )}
      </div>
      <div className="g-boutons">
        {actions.includes('modifier') && named && (
          <Link className="g-bouton" to={at({ modifier: '1' })} aria-label={`${translateButton('modifier')} : ${nom}`}>
            <Icon icon="Edit" />
            {translateButton('modifier')}
          </Link>
        )}
        {['executer', 'suspendre', 'reprendre'].map(
          (verbe) =>
            actions.includes(verbe) && (
              <button key={verbe} type="button" className="g-bouton" onClick={() => void act(verbe)}>
                {translateAction(verbe, OF)}
              </button>
            ),
        )}
        {actions.includes('supprimer') && (
          <button
            type="button"
            className="g-bouton g-danger"
            aria-label={`${translateButton('supprimer')} : ${nom}`}
            onClick={() => void act('supprimer')}
          >
            {translateButton('supprimer')}
          </button>
        )}
      </div>
    </li>
  );
}

/** Which report, whose, when it leaves next and how it went last. */
function Standing({ row, bureau }: { row: Enregistre; bureau: Bureau }) {
  const { translateLabel, translateMessage, translateProperty } = useTranslation();
  const { rapport, format_fichier, utilisateur, utilisateur_id, partage, suspendu, prochain_le, dernier_le } = row;
  const say = (key: string, blanks: Record<string, unknown>) => translateMessage(key, blanks);
  const rhythm = rhythmInWords(row, say);
  const facts = [
    translateLabel(`rapport.${rapport}`, OF),
    translateLabel(`format_fichier.${format_fichier}`, OF),
    utilisateur_id === bureau.moi ? undefined : utilisateur?.libelle,
    partage ? translateProperty('partage', OF) : undefined,
  ];
  return (
    <>
      <p className="g-sous">{facts.filter(Boolean).join(' · ')}</p>
      {rhythm && (
        <p>
          {rhythm}.{' '}
          {suspendu
            ? translateMessage('envoisSuspendus')
            : prochain_le && say('prochainLe', { quand: momentInWords(prochain_le) })}
        </p>
      )}
      {row.dernier_resultat && (
        <p className="g-sous">
          {dernier_le && `${translateProperty('dernier_le', OF)} : ${instant(dernier_le)}. `}
          {row.dernier_resultat}
        </p>
      )}
    </>
  );
}
