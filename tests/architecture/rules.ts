/**
 * The house from the ground up: a place may import what lies below it, never beside or above it. Places are told by
 * the longest beginning of a path.
 */
const storeys: readonly (readonly string[])[] = [
  ['server/core/'],
  ['server/integrations/'],
  ['server/config.ts'],
  ['server/features/organisation/', 'server/features/parametres/'],
  ['server/features/clients/'],
  ['server/features/assurance/', 'server/features/documents/'],
  ['server/features/demandes/', 'server/features/titres/', 'server/features/crm/', 'server/features/annonces/'],
  ['server/features/borne/'],
  ['server/features/journal/', 'server/features/notifications/', 'server/features/rapports/'],
  ['server/features.ts', 'server/liens.ts'],
  ['migrations/'],
  ['ormconfig.ts'],
  ['server/guichet.ts', 'server/explain.ts', 'server/until-stopped.ts'],
  ['server/connect.ts'],
  ['server/http/', 'server/jobs.ts'],
  ['admin/', 'kiosk/'],
  ['server/serve.ts'],
  ['server/main.ts', 'server/jobs-main.ts'],
  ['scripts/postgres/'],
  ['seeds/'],
  ['scripts/'],
  ['tests/'],
  ['bench/'],
];

/** What reads what others publish: only those that put the house together know it. */
const listeners = ['server/features/journal/', 'server/features/notifications/', 'server/features/rapports/'];
const builders = ['server/features.ts', 'server/jobs.ts'];
/** What is read in them is shown by the surfaces. */
const surfaces = ['server/http/', 'admin/', 'seeds/', 'bench/', 'tests/'];

const places = storeys.flatMap((storey, height) => storey.map((place) => ({ place, height })));

const longestFirst = places.toSorted((a, b) => b.place.length - a.place.length);

const placeOf = (file: string) => longestFirst.find(({ place }) => file.startsWith(place));

/** Why `file` may not import `target`; undefined when it may. Both are paths from the root of the checkout. */
export function objection(file: string, target: string): string | undefined {
  const [from, to] = [placeOf(file), placeOf(target)];
  if (!from) return `${file} has no place in the house`;
  if (!to) return `${file} imports ${target}, which has no place in the house`;
  if (from.place === to.place) return undefined;
  if (to.height >= from.height) return `${from.place} may not import ${to.place} (${file} → ${target})`;
  const shows = to.place === 'server/features/rapports/' && surfaces.includes(from.place);
  const told = listeners.includes(to.place) && !builders.includes(from.place) && !shows;
  return told ? `nobody imports ${to.place} (${file} → ${target})` : undefined;
}
