/** Lets so many works run at once; the others wait, in the order in which they came. */
export function turns(atOnce: number) {
  const waiting: (() => void)[] = [];
  let open = 0;

  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (open >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else open += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else open -= 1;
    }
  };
}

/** The same for each name on its own: nobody waits for what another one does. */
export function turnsOf(atOnce: number) {
  const known = new Map<string, { inTurn: ReturnType<typeof turns>; users: number }>();

  return async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const mine = known.get(name) ?? { inTurn: turns(atOnce), users: 0 };
    known.set(name, mine);
    mine.users += 1;
    try {
      return await mine.inTurn(work);
    } finally {
      mine.users -= 1;
      if (mine.users === 0) known.delete(name);
    }
  };
}
