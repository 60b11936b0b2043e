import { ApiClient, type RecordJSON } from 'adminjs';
import { useState } from 'react';

export interface Option {
  value: string | number;
  label: string;
  record?: RecordJSON;
}

async function find(resourceId: string, query: string): Promise<Option[]> {
  const found = await new ApiClient().searchRecords({ resourceId, query });
  return found.map((record) => ({ value: record.id, label: record.title, record }));
}

/** The rows to choose from: the first ones once the chooser is opened, others as one types. */
export function useChoices(resourceId: string) {
  const [first, setFirst] = useState<Option[]>();
  const [loading, setLoading] = useState(false);
  return {
    defaultOptions: first ?? [],
    isLoading: loading,
    loadOptions: (typed: string) => find(resourceId, typed),
    onMenuOpen: () => {
      if (first) return;
      setLoading(true);
      find(resourceId, '')
        .then(setFirst)
        .catch(() => setFirst([]))
        .finally(() => setLoading(false));
    },
  };
}
