import { Button, Icon, MessageBox } from '@adminjs/design-system';
import { type ActionProps, BasePropertyComponent, useQueryParams, useRecord, useTranslation } from 'adminjs';
import React, { type FormEvent, useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { FormTitle } from './shared/FormTitle.tsx';
import { customOf } from './shared/types.ts';

/** One form for a new row and for a known one. What was typed stays, whatever the answer. */
export default function FormScreen({ record: initial, resource }: ActionProps) {
  const { record, handleChange, submit, loading, setRecord } = useRecord(initial, resource.id);
  const { translateButton, translateMessage } = useTranslation();
  const { parsedQuery } = useQueryParams();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const stale = record.baseError?.type === 'perime';

  useEffect(() => {
    if (initial) return;
    const usual = resource.editProperties
      .map((property) => [property.propertyPath, customOf(property).initial])
      .filter(([, value]) => value !== undefined);
    const given = Object.entries(parsedQuery).filter(
      ([name, value]) => name in resource.properties && typeof value === 'string',
    );
    setRecord({ ...record, params: { ...Object.fromEntries([...usual, ...given]), ...record.params } });
  }, []);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    // The notice that AdminJS shows on failure is enough: nothing to add here.
    const answer = await submit().catch(() => undefined);
    const saved = answer?.data.record;
    if (saved?.id && answer?.data.redirectUrl)
      return navigate(`/admin/resources/${resource.id}/records/${saved.id}/show?refresh=true`);
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  return (
    <form ref={form} className="g-carte g-formulaire" onSubmit={send} noValidate>
      <FormTitle record={initial} resource={resource} />
      {stale && (
        <MessageBox variant="danger" message={record.baseError?.message ?? ''}>
          <p>{translateMessage('perimeAide')}</p>
          <a href={`/admin/resources/${resource.id}/records/${record.id}/show`} target="_blank" rel="noreferrer">
            {translateButton('recharger')}
          </a>
        </MessageBox>
      )}
      <div className="g-grille">
        {resource.editProperties.map((property) => (
          <BasePropertyComponent
            key={property.propertyPath}
            where="edit"
            property={property}
            resource={resource}
            record={record}
            onChange={handleChange}
          />
        ))}
      </div>
      <div className="g-pied">
        <Button type="button" variant="text" onClick={() => navigate(-1)}>
          {translateButton('cancel')}
        </Button>
        <Button type="submit" variant="contained" disabled={loading} data-testid="button-save">
          {loading && <Icon icon="Loader" spin />}
          {translateButton('save')}
        </Button>
      </div>
    </form>
  );
}
