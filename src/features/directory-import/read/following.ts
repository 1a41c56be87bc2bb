/** A piece of text that was read to look at it, and what comes behind it. */
export async function* following(first: string, texts: AsyncIterator<string>): AsyncGenerator<string> {
  yield first;
  for (let next = await texts.next(); next.done !== true; next = await texts.next()) {
    yield next.value;
  }
}
