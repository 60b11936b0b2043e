import { Button, Icon } from '@adminjs/design-system';
import { type ActionProps, ApiClient, useNotice, useTranslation } from 'adminjs';
import React, { type FormEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useSearchParams } from 'react-router-dom';
import { Outcome } from './shared/Outcome.tsx';
import { PartField } from './shared/PartField.tsx';
import { blank, compound, type Errors, type Shape, useShapeWords, type Values } from './shared/shapes.ts';

interface Answer {
  notice?: { message: string; type: 'success' | 'error' };
  record: { errors: Errors };
  redirectUrl?: string;
  resultat?: Record<string, unknown>;
}

const prefilled = (json: unknown): Values => (typeof json === 'string' ? JSON.parse(json) : {});

/** Back to where one came from, within the panel only. */
const within = (address: string | null) =>
  address && /^\/admin\/resources\/\w+\?/.test(address) ? address : undefined;

/** The row that an action has made, where it is one of the same resource: one goes on there. */
const madeBy = (resultat: Values, resourceId: string) => resultat[`${resourceId}_id`];

/** The form of an action, made from what the action says that it needs. */
export default function ActionForm({ action, record, resource }: ActionProps) {
  const { translateButton, translateMessage, translateAction } = useTranslation();
  const words = useShapeWords(resource.id);
  const shape = action.custom.shape as Shape;
  const parts = Object.entries(shape.parts ?? {});
  const [query] = useSearchParams();
  const given = Object.fromEntries([...query].filter(([name]) => name in (shape.parts ?? {})));
  const [values, setValues] = useState(() => ({
    ...(blank(shape) as Values),
    ...prefilled(record?.params.prefill),
    ...given,
  }));
  const [errors, setErrors] = useState<Errors>({});
  const [outcome, setOutcome] = useState<Record<string, unknown>>();
  const [sending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const addNotice = useNotice();
  const navigate = useNavigate();
  if (!record) return null;
  const from = within(query.get('retour'));
  const here = `/admin/resources/${resource.id}/records/${record.id}/show`;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    const data = new FormData();
    data.set('revision', String(record.params.revision));
    for (const [name, part] of parts) {
      const value = values[name];
      const empty = value === '' || value == null || (part.optional && Array.isArray(value) && value.length === 0);
      if (!empty) data.set(name, compound(part) ? JSON.stringify(value) : String(value));
    }
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
    const made = answer.resultat && madeBy(answer.resultat, resource.id);
    if (made) return navigate(`/admin/resources/${resource.id}/records/${made}/show?refresh=true`);
    if (answer.resultat) return setOutcome(answer.resultat);
    if (answer.redirectUrl) return navigate(from ?? `${answer.redirectUrl}?refresh=true`);
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  if (outcome)
    return <Outcome values={outcome} resourceId={resource.id} back={() => navigate(`${here}?refresh=true`)} />;
  const general = Object.entries(errors).filter(
    ([name]) => !parts.some(([part]) => name === part || name.startsWith(`${part}.`)),
  );
  return (
    <form ref={form} className="g-carte g-formulaire" onSubmit={send} noValidate>
      <h3 className="g-titre">{record.title}</h3>
      {general.map(([name, { message }]) => (
        <p key={name} role="alert" className="g-erreur">
          {message}
        </p>
      ))}
      {parts.map(([name, part]) => (
        <PartField
          key={name}
          shape={part}
          resourceId={resource.id}
          path={name}
          at={name}
          label={words.input(name)}
          hint={name === 'motif' ? translateMessage('motifAide') : words.hint(name)}
          required={!part.optional}
          value={values[name]}
          errors={errors}
          onChange={(value) => setValues((known) => ({ ...known, [name]: value }))}
        />
      ))}
      <div className="g-pied">
        <Button type="button" variant="text" onClick={() => navigate(from ?? here)}>
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
