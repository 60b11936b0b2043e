import { Button, Icon } from '@adminjs/design-system';
import { type ActionProps, ApiClient, useNotice, useTranslation } from 'adminjs';
import React, { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { ActionField, type Input } from './shared/ActionField.tsx';
import { Outcome } from './shared/Outcome.tsx';

interface Schema {
  properties?: Record<string, Input>;
  required?: string[];
}

interface Answer {
  notice?: { message: string; type: 'success' | 'error' };
  record: { errors: Record<string, { message: string }> };
  redirectUrl?: string;
  resultat?: Record<string, unknown>;
}

/** The form of an action, made from what the action says that it needs. */
export default function ActionForm({ action, record, resource }: ActionProps) {
  const { translateButton, translateMessage, translateAction, i18n } = useTranslation();
  const { properties = {}, required = [] } = action.custom.schema as Schema;
  const [values, setValues] = useState<Record<string, string>>({});
  const [errors, setErrors] = useState<Answer['record']['errors']>({});
  const [outcome, setOutcome] = useState<Record<string, unknown>>();
  const [sending, setSending] = useState(false);
  const addNotice = useNotice();
  const navigate = useNavigate();
  if (!record) return null;
  const here = `/admin/resources/${resource.id}/records/${record.id}/show`;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    const data = new FormData();
    for (const [name, value] of Object.entries({ ...values, revision: String(record.params.revision) }))
      data.set(name, value);
    const asked = new ApiClient().recordAction({
      resourceId: resource.id,
      recordId: record.id,
      actionName: action.name,
      data,
    });
    const answer = await asked.then(({ data: said }) => said as unknown as Answer).catch(() => undefined);
    setSending(false);
    if (!answer) return addNotice({ message: 'errorFetchingRecord', type: 'error' });
    if (answer.notice) addNotice(answer.notice);
    setErrors(answer.record.errors ?? {});
    if (answer.resultat) return setOutcome(answer.resultat);
    if (answer.redirectUrl) navigate(`${answer.redirectUrl}?refresh=true`);
  };

  if (outcome)
    return <Outcome values={outcome} resourceId={resource.id} back={() => navigate(`${here}?refresh=true`)} />;
  const general = Object.entries(errors).filter(([name]) => !(name in properties));
  return (
    <form className="g-carte g-formulaire" onSubmit={send} noValidate>
      <h3 className="g-titre">{record.title}</h3>
      {general.map(([name, { message }]) => (
        <p key={name} role="alert" className="g-erreur">
          {message}
        </p>
      ))}
      {Object.entries(properties).map(([name, input]) => (
        <ActionField
          key={name}
          name={name}
          resourceId={resource.id}
          input={input}
          label={i18n.t(`resources.${resource.id}.inputs.${name}`)}
          hint={name === 'motif' ? translateMessage('motifAide') : undefined}
          required={required.includes(name)}
          value={values[name] ?? ''}
          error={errors[name]?.message}
          onChange={(value) => setValues({ ...values, [name]: value })}
        />
      ))}
      <div className="g-pied">
        <Button type="button" variant="text" onClick={() => navigate(here)}>
          {translateButton('cancel')}
        </Button>
        <Button
          type="submit"
          variant="contained"
          color={action.variant === 'danger' ? 'danger' : 'primary'}
          disabled={sending}
          data-testid="button-action"
        >
          {sending && <Icon icon="Loader" spin />}
          {translateAction(action.name, resource.id)}
        </Button>
      </div>
    </form>
  );
}
