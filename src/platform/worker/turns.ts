/** Does work as it is given, so much of it at a time; the rest waits in its order. */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** For work that takes much memory or many processors: no more of it is under way than `most`, however many ask for it. */
export function turnsOf(most: number): Turns {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  return async (work) => {
    if (underWay >= most) {
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      underWay += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) {
        underWay -= 1;
      } else {
        // The place goes on to whoever has waited longest.
        next();
      }
    }
  };
}
