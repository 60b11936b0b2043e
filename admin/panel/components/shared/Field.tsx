import { FormGroup } from '@adminjs/design-system';
import { type PropertyJSON, PropertyLabel, useTranslation } from 'adminjs';
import React, { type ReactNode } from 'react';

interface Props {
  property: PropertyJSON;
  error?: string;
  filter?: boolean;
  children: ReactNode;
}

/** A label, what is typed or chosen, and what is wrong with it, tied together for those who do not see them. */
export function Field({ property, error, filter = false, children }: Props) {
  return (
    <FormGroup error={Boolean(error)} variant={filter ? 'filter' : undefined}>
      <PropertyLabel property={property} filter={filter} />
      {children}
      {error && (
        <p id={`${property.path}-erreur`} className="g-faute" role="alert">
          {error}
        </p>
      )}
    </FormGroup>
  );
}

/** What ties an input to its message. */
export const ties = (property: PropertyJSON, error?: string) => ({
  id: property.path,
  name: property.path,
  'aria-required': property.isRequired || undefined,
  'aria-invalid': error ? true : undefined,
  'aria-describedby': error ? `${property.path}-erreur` : undefined,
});

/** The words of the chooser, which has none in French. */
export function useChooserWords() {
  const { translateLabel } = useTranslation();
  return {
    placeholder: translateLabel('choisir'),
    noOptionsMessage: () => translateLabel('aucunChoix'),
    loadingMessage: () => translateLabel('chargement'),
  };
}
