/** Does the work for a key, or joins it where it is being done already. */
export type SharedWork<Value> = (key: string, work: () => Promise<Value>) => Promise<Value>;

/**
 * Lets those who ask for the same at the same time share one piece of work, so that a crowd at one address costs as much
 * as a single reader. Nothing outlives the work: who comes after it is done has it done anew. A failure is shared too.
 */
export function shareWork<Value>(): SharedWork<Value> {
  const underWay = new Map<string, Promise<Value>>();
  return (key, work) => {
    const joined = underWay.get(key);
    if (joined !== undefined) {
      return joined;
    }
    const begun = work().finally(() => underWay.delete(key));
    underWay.set(key, begun);
    return begun;
  };
}
