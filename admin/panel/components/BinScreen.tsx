import { Button, Loader } from '@adminjs/design-system';
import { type ActionProps, ApiClient, useNotice, useTranslation } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { instant } from './shared/format.ts';

interface Deleted {
  id: number;
  libelle: string;
  supprime_le: string;
}

interface Bin {
  lignes: Deleted[];
  total?: number;
  page: number;
  par_page: number;
  peut_detruire: boolean;
}

/** What deletion has put aside: to bring back, or to destroy for good. */
export default function BinScreen({ resource }: ActionProps) {
  const { translateButton, translateMessage, translateLabel } = useTranslation();
  const [bin, setBin] = useState<Bin>();
  const [page, setPage] = useState(1);
  const addNotice = useNotice();

  const ask = async (options: { data?: FormData }) => {
    const answer = await new ApiClient()
      .resourceAction({ resourceId: resource.id, actionName: 'corbeille', params: { page }, ...options })
      .catch(() => undefined);
    const said = answer?.data as unknown as
      | (Bin & { notice?: { message: string; type: 'success' | 'error' } })
      | undefined;
    if (!said) addNotice({ message: 'echecChargement', type: 'error' });
    if (said?.notice) addNotice(said.notice);
    return said;
  };
  const load = async () => {
    const found = await ask({});
    if (found?.lignes) setBin(found);
  };
  useEffect(() => void load(), [resource.id, page]);

  const act = async ({ id, libelle }: Deleted, verbe: 'restaurer' | 'detruire') => {
    if (verbe === 'detruire' && !window.confirm(translateMessage('confirmerDestruction', { libelle }))) return;
    const data = new FormData();
    data.set('id', String(id));
    data.set('verbe', verbe);
    await ask({ data });
    await load();
  };

  if (!bin) return <Loader />;
  const more = (bin.total ?? 0) > bin.page * bin.par_page;
  return (
    <div className="g-carte">
      <p className="g-sous">{translateMessage(bin.lignes.length > 0 ? 'corbeilleAide' : 'corbeilleVide')}</p>
      <ul className="g-corbeille">
        {bin.lignes.map((line) => (
          <li key={line.id}>
            <div>
              <strong>{line.libelle}</strong>
              <span>
                {translateLabel('supprimeLe')} {instant(line.supprime_le)}
              </span>
            </div>
            <div className="g-boutons">
              <Button type="button" size="sm" onClick={() => act(line, 'restaurer')}>
                {translateButton('restaurer')}
              </Button>
              {bin.peut_detruire && (
                <Button type="button" size="sm" color="danger" onClick={() => act(line, 'detruire')}>
                  {translateButton('detruire')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {(more || page > 1) && (
        <div className="g-pied">
          <Button type="button" disabled={page === 1} onClick={() => setPage(page - 1)}>
            {translateButton('precedent')}
          </Button>
          <Button type="button" disabled={!more} onClick={() => setPage(page + 1)}>
            {translateButton('suivant')}
          </Button>
        </div>
      )}
    </div>
  );
}
