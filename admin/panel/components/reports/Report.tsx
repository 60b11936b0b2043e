import { Icon } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React, { useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import type { Bureau, RapportOffert } from '../../screens/reports.ts';
import { ExportButtons } from './ExportButtons.tsx';
import { Preview } from './Preview.tsx';
import { SaveForm } from './SaveForm.tsx';
import { SettingsPanel } from './SettingsPanel.tsx';
import { changed, queryOf, settingsIn } from './settings.ts';
import { usePreview } from './use-preview.ts';

interface Props {
  rapport: RapportOffert;
  bureau: Bureau;
  reload: () => Promise<void>;
}

/** One report: what is asked of it beside what it answers. The address holds all of it. */
export function Report({ rapport, bureau, reload }: Props) {
  const { translateButton, translateLabel, translateMessage, translatePage } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const settings = settingsIn(address);
  const query = queryOf(settings);
  const preview = usePreview(rapport.nom, query);
  const saved = bureau.enregistres.find(({ id }) => String(id) === address.get('enregistre'));
  const mayChange = saved?.actions.includes('modifier') ?? false;
  const [saving, save] = useState<'nouveau' | 'existant' | undefined>(
    mayChange && address.has('modifier') ? 'existant' : undefined,
  );
  const done = async (id: number) => {
    save(undefined);
    await reload();
    setAddress((now) => changed(now, { enregistre: String(id), modifier: undefined }), { replace: true });
  };
  return (
    <div className="g-page g-rapport">
      <Link to="/admin/pages/rapports" className="g-lien g-arriere">
        <Icon icon="ArrowLeft" />
        {translatePage('rapports')}
      </Link>
      <header className="g-entete">
        <h1 className="g-titre-page">{saved?.nom ?? rapport.libelle}</h1>
        {bureau.enregistrable && (
          <div className="g-boutons">
            {mayChange && (
              <button type="button" className="g-bouton" onClick={() => save('existant')}>
                {translateButton('modifierEnregistrement')}
              </button>
            )}
            <button type="button" className="g-bouton" onClick={() => save('nouveau')}>
              <Icon icon="Bookmark" />
              {translateButton('enregistrerSous')}
            </button>
          </div>
        )}
      </header>
      <p className="g-sous">
        {saved ? `${rapport.libelle} · ` : ''}
        {translateLabel(`rapport_${rapport.nom}`)}
      </p>
      {saving && (
        <SaveForm
          key={saving}
          rapport={rapport}
          query={query}
          saved={saving === 'existant' ? saved : undefined}
          onSaved={done}
          onCancel={() => save(undefined)}
        />
      )}
      <div className="g-etat">
        <SettingsPanel
          rapport={rapport}
          bureau={bureau}
          settings={settings}
          onChange={(change) => setAddress((now) => changed(now, change), { replace: true })}
        />
        <div className="g-reponse">
          {rapport.exportable ? (
            <ExportButtons nom={rapport.nom} query={query} />
          ) : (
            <p className="g-sous">{translateMessage('sansExport')}</p>
          )}
          <Preview {...preview} />
        </div>
      </div>
    </div>
  );
}
