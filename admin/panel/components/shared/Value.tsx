import { Badge } from '@adminjs/design-system';
import { type RecordJSON, useTranslation } from 'adminjs';
import React from 'react';
import { Link } from 'react-router-dom';
import { Differences } from './Differences.tsx';
import { Document } from './Document.tsx';
import { day, francs, instant, parsed, percent, phone, whole } from './format.ts';
import { Rights } from './Rights.tsx';
import { standing, toneOf, worries } from './tones.ts';
import { customOf, type ShowProps } from './types.ts';

interface Props extends ShowProps {
  /** In a list there is little room. */
  short?: boolean;
}

/** A value as people read it, by the look of its field. */
export function Value({ property, record, resource, short = false }: Props) {
  const { translateLabel, translateButton, i18n } = useTranslation();
  const value = record.params[property.path];
  const { look, catalogue, shape, plain } = customOf(property);
  if (look === 'differences') return <Differences record={record} short={short} />;
  if (value === null || value === undefined || value === '')
    return <span className="g-vide">{translateLabel('vide')}</span>;
  switch (look) {
    case 'choice': {
      const word = translateLabel(`${property.path}.${value}`, resource.id);
      // In a list only a state is worth a mark.
      const text = plain || (short && !standing.includes(property.path));
      return text ? <span>{word}</span> : <Badge className={toneOf(property.path, value)}>{word}</Badge>;
    }
    case 'flag': {
      const on = value === true || value === 'true';
      return (
        <Badge className={`g-choix g-ton-${on ? (worries[property.path] ?? 'vert') : 'gris'}`}>
          {translateLabel(on ? 'oui' : 'non')}
        </Badge>
      );
    }
    case 'valeur':
      return /^\d+$/.test(String(value)) ? <span className="g-nombre">{whole(value)}</span> : <span>{value}</span>;
    case 'francs':
      return <span className="g-nombre">{francs(value)}</span>;
    case 'percent':
      return <span className="g-nombre">{percent(value)}</span>;
    case 'integer':
      return <span className="g-nombre">{whole(value)}</span>;
    case 'day':
      return <span className="g-nombre">{day(value)}</span>;
    case 'instant':
      return <span className="g-nombre">{instant(value)}</span>;
    case 'phone':
      return short ? (
        <span className="g-nombre">{phone(value)}</span>
      ) : (
        <a href={`tel:${value}`} className="g-nombre">
          {phone(value)}
        </a>
      );
    case 'email':
      return short ? <span>{value}</span> : <a href={`mailto:${value}`}>{value}</a>;
    case 'reference':
      return <Reference record={record} path={property.path} target={property.reference} />;
    case 'fichier':
      return (
        <a href={`/admin${value}`} target="_blank" rel="noreferrer">
          {translateButton('ouvrirFichier')}
        </a>
      );
    case 'verbe':
      return <span>{i18n.t(`verbes.${value}`, { defaultValue: String(value) })}</span>;
    case 'ressource':
      return <span>{i18n.t(`resources.${value}.labels.${value}`, { defaultValue: String(value) })}</span>;
    case 'droits':
      return <Rights value={parsed(value)} catalogue={catalogue ?? []} />;
    case 'json':
    case 'document':
      return (
        <Document
          shape={shape ?? { kind: 'any' }}
          resourceId={resource.id}
          path={property.path}
          value={parsed(value)}
          short={short}
        />
      );
    case 'longtext':
      return <span className={short ? 'g-court' : 'g-long'}>{value}</span>;
    default:
      return <span className={oneWord(value)}>{String(value)}</span>;
  }
}

/** A number or a code is one word: it is never broken at its hyphens. */
const oneWord = (value: unknown) => (/^\S{1,32}$/.test(String(value)) ? 'g-nombre' : undefined);

function Reference({ record, path, target }: { record: RecordJSON; path: string; target: string | null }) {
  const named = record.populated[path];
  const text = named?.title ?? String(record.params[path]);
  if (!target || !named?.recordActions?.some(({ name }) => name === 'show'))
    return <span className={oneWord(text)}>{text}</span>;
  return (
    <Link className={oneWord(text)} to={`/admin/resources/${target}/records/${named.id}/show`}>
      {text}
    </Link>
  );
}
