import { isDeepStrictEqual } from 'node:util';
import { load } from './load.ts';
import { cycle, type Scenario } from './scenarios.ts';

export interface Servers {
  api: string;
  floor: string;
  /** Bearer token of a gestionnaire. */
  token: string;
}

export interface Bounds {
  connections: number;
  /** Of one measurement; each scenario takes up to three of them a round. */
  seconds: number;
  /** Seconds that each server gets to warm up before a scenario. */
  warmup: number;
  rounds: number;
}

export interface Result {
  scenario: Scenario;
  /** Answers a second, medians over the rounds. */
  api: number;
  floor: number;
  counting?: number;
  /** Medians of the rounds' own ratios, so that what drifts during the run drifts out. */
  ratio: number;
  ratioCounting?: number;
}

const authorization = ({ token }: Servers) => ({ Authorization: `Bearer ${token}` });

/** @throws unless the API and the floor answer each question of a scenario with the same rows, field by field */
export async function sameAnswers(servers: Servers, { name, api, floor, counting }: Scenario): Promise<void> {
  for (const [i, path] of api.slice(0, 50).entries()) {
    const own = await ask(servers.api + path, authorization(servers));
    for (const other of [floor[i], counting?.[i]].filter((each) => each !== undefined)) {
      const theirs = await ask(servers.floor + other, {});
      const [ours, floors] = [own.results ?? own, theirs.results ?? theirs];
      if (!isDeepStrictEqual(ours, floors)) throw new Error(`${name}: ${path} and ${other} differ`);
      if (Array.isArray(ours) && ours.length === 0) throw new Error(`${name}: ${path} finds nothing`);
    }
  }
}

async function ask(url: string, headers: Record<string, string>): Promise<{ results?: unknown }> {
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { results?: unknown };
}

/** Takes turns between the API and the floor; every other round the other way round. */
export async function compare(
  servers: Servers,
  scenario: Scenario,
  { connections, seconds, rounds, warmup }: Bounds,
): Promise<Result> {
  const targets = {
    floor: { origin: servers.floor, next: cycle(scenario.floor) },
    api: { origin: servers.api, next: cycle(scenario.api), headers: authorization(servers) },
    counting: scenario.counting && { origin: servers.floor, next: cycle(scenario.counting) },
  };
  const measure = async (name: keyof typeof targets, time: number): Promise<number> => {
    const target = targets[name];
    return target ? (await load(target, { connections, seconds: time })).rate : Number.NaN;
  };
  const names = ['floor', 'api', 'counting'] as const;
  for (const name of names) await measure(name, warmup);
  const seen: Record<(typeof names)[number], number>[] = [];
  for (let round = 0; round < rounds; round++) {
    const rates = { floor: 0, api: 0, counting: 0 };
    for (const name of round % 2 === 0 ? names : names.toReversed()) rates[name] = await measure(name, seconds);
    seen.push(rates);
  }
  const of = (value: (rates: (typeof seen)[number]) => number) => median(seen.map(value));
  return {
    scenario,
    api: of(({ api }) => api),
    floor: of(({ floor }) => floor),
    ratio: of(({ api, floor }) => api / floor),
    ...(scenario.counting
      ? { counting: of(({ counting }) => counting), ratioCounting: of(({ api, counting }) => api / counting) }
      : {}),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
