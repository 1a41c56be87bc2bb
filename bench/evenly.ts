/**
 * Does something so many times a second, evenly, whether or not what was done before is finished, as people arrive. Answers the
 * milliseconds that each took from the moment when it was due, so that whoever had to wait for their turn counts, sorted.
 */
export async function timesWhenArrivingEvenly(
  perSecond: number,
  seconds: number,
  act: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const begun = performance.now();
  const under: Promise<number>[] = [];
  const dueAt = (index: number) => begun + (index * 1000) / perSecond;
  for (let index = 0; index < perSecond * seconds; index += 1) {
    await until(dueAt(index));
    under.push(act(index).then(() => performance.now() - dueAt(index)));
  }
  return (await Promise.all(under)).sort((a, b) => a - b);
}

/** The time that so great a share of them took at the most. */
export function within(share: number, sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

async function until(moment: number): Promise<void> {
  const left = moment - performance.now();
  if (left > 0) {
    await new Promise((resolve) => setTimeout(resolve, left));
  }
}
