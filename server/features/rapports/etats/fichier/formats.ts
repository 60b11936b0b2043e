import { aujourdhui } from '../../../../core/jours.ts';

export const formats = ['csv', 'xlsx', 'pdf'] as const;
export type Format = (typeof formats)[number];

export const types: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** `encaissements-2026-11-21.xlsx` */
export const nomDuFichier = (rapport: string, format: Format, jour = aujourdhui()): string =>
  `${rapport}-${jour}.${format}`;
