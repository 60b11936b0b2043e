import { ApiClient } from 'adminjs';
import { useEffect, useState } from 'react';

/** The name of a row of which an address or a form knows only the key; undefined until it is known. */
export function useNamed(resourceId: string, id: string, known?: string): string | undefined {
  const [named, setNamed] = useState<{ id: string; title: string }>();
  useEffect(() => {
    if (!/^\d+$/.test(id) || known !== undefined || named?.id === id) return;
    const asked = new ApiClient().recordAction({ resourceId, recordId: id, actionName: 'show' });
    asked
      .then(({ data }) => setNamed({ id, title: data.record?.id ? data.record.title : id }))
      .catch(() => setNamed({ id, title: id }));
  }, [resourceId, id, known]);
  return known ?? (named?.id === id ? named.title : undefined);
}
