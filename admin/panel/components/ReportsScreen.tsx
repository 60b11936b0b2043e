import { Loader } from '@adminjs/design-system';
import { useTranslation } from 'adminjs';
import React, { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Bureau } from '../screens/reports.ts';
import { ask, sentence } from './reports/ask.ts';
import { Index } from './reports/Index.tsx';
import { Report } from './reports/Report.tsx';

/** Reports: which there are, and, named in the address, one of them. */
export default function ReportsScreen() {
  const { translateMessage } = useTranslation();
  const [address] = useSearchParams();
  const [bureau, setBureau] = useState<Bureau>();
  const [erreur, fail] = useState<string>();
  const load = useCallback(
    () =>
      ask<Bureau>('rapports')
        .then(setBureau)
        .catch((error: unknown) => fail(sentence(error, translateMessage('echecChargement')))),
    [],
  );
  useEffect(() => void load(), [load]);

  if (erreur)
    return (
      <p className="g-carte" role="alert">
        {erreur}
      </p>
    );
  if (!bureau) return <Loader />;
  const wanted = address.get('rapport');
  const rapport = bureau.rapports.find(({ nom }) => nom === wanted);
  if (rapport)
    return (
      <Report
        key={`${rapport.nom} ${address.get('enregistre') ?? ''}`}
        rapport={rapport}
        bureau={bureau}
        reload={load}
      />
    );
  return (
    <>
      {wanted && (
        <p className="g-carte g-erreur" role="alert">
          {translateMessage('rapportHorsDePortee')}
        </p>
      )}
      <Index bureau={bureau} reload={load} />
    </>
  );
}
