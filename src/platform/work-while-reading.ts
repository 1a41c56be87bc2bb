type Ending = { readonly error: unknown } | null;

/**
 * Does `work` with one item after another, and reads the next item meanwhile. What fails, reading or work, ends both: the work under
 * way comes to its end, nothing further is begun, and the fault is thrown. A failure of the work is held from the moment it
 * happens, however long the next item takes to be read: nobody waiting for it then must not end the process.
 */
export async function workWhileReading<Item>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let working: Promise<Ending> = Promise.resolve(null);
  try {
    for await (const item of items) {
      refuse(await working);
      working = endingOf(work(item));
    }
  } finally {
    // A source that cannot be read to its end must not have what is being done taken back under its feet.
    await working;
  }
  refuse(await working);
}

function endingOf(work: Promise<void>): Promise<Ending> {
  return work.then(
    () => null,
    (error: unknown) => ({ error }),
  );
}

function refuse(ending: Ending): void {
  if (ending !== null) {
    throw ending.error;
  }
}
