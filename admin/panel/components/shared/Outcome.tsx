import { Button, Icon, MessageBox } from '@adminjs/design-system';
import { type ReduxState, useTranslation } from 'adminjs';
import React, { useState } from 'react';
import { useSelector } from 'react-redux';
import { Link } from 'react-router-dom';
import { instant } from './format.ts';

interface Props {
  values: Record<string, unknown>;
  resourceId: string;
  back: () => void;
}

/** Shown once and never again. */
const secrets = ['cle', 'lien', 'code'];

/** What an action answered, once: a link, a key. */
export function Outcome({ values, resourceId, back }: Props) {
  const { translateButton, translateMessage, i18n } = useTranslation();
  return (
    <div className="g-carte g-formulaire">
      {Object.keys(values).some((name) => secrets.includes(name)) && (
        <MessageBox variant="info" message={translateMessage('resultatUnique')} />
      )}
      {Object.entries(values).map(([name, value]) => (
        <div key={name} className="g-valeur">
          <div className="g-nom">
            {i18n.t(
              [
                `labels.${name}`,
                `resources.${resourceId}.inputs.${name}`,
                `resources.${resourceId}.properties.${name}`,
              ],
              { defaultValue: name.replaceAll('_', ' ') },
            )}
          </div>
          <Line name={name} value={value} />
        </div>
      ))}
      <div className="g-pied">
        <Button type="button" variant="contained" onClick={back}>
          {translateButton('retour')}
        </Button>
      </div>
    </div>
  );
}

function Line({ name, value }: { name: string; value: unknown }) {
  const { translateButton } = useTranslation();
  const resources = useSelector((state: ReduxState) => state.resources);
  const [copied, setCopied] = useState(false);
  const text = String(value);
  const target = name.endsWith('_id') && resources.find(({ id, href }) => href && id.startsWith(name.slice(0, -3)));
  if (target)
    return (
      <Link className="g-bouton" to={`/admin/resources/${target.id}/records/${text}/show`}>
        {translateButton('ouvrir')}
        <Icon icon="ArrowRight" />
      </Link>
    );
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return <div className="g-dit">{instant(text)}</div>;
  const whole = text.startsWith('/') ? `${window.location.origin}${text}` : text;
  return (
    <div className="g-copie">
      <input readOnly value={whole} aria-label={whole} onFocus={(event) => event.target.select()} />
      <Button type="button" onClick={() => navigator.clipboard.writeText(whole).then(() => setCopied(true))}>
        <Icon icon={copied ? 'Check' : 'Copy'} />
        {translateButton(copied ? 'copie' : 'copier')}
      </Button>
    </div>
  );
}
