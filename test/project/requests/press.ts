import { expect } from 'vitest';
import type { Visitor } from '../../database/visitor.ts';

/** Sends the form of a page with all that it holds hidden; gives the address that it leads to. */
export async function press(visitor: Visitor, page: string, fields: Record<string, string>): Promise<string> {
  const { body } = await visitor.get(page);
  const hidden = [...body.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => [
    /name="([^"]*)"/.exec(input)?.[1] ?? '',
    /value="([^"]*)"/.exec(input)?.[1]?.replaceAll('&#x2F;', '/') ?? '',
  ]);
  const sent = await visitor.post(page, { ...Object.fromEntries(hidden), ...fields });
  expect([page, sent.statusCode]).toEqual([page, 303]);
  return String(sent.headers.location);
}
