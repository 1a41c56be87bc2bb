import { z } from 'zod';
import type { IllustratedFootprint, IllustrationFacts } from '../content-kind.ts';
import type { PartText } from './part.ts';

const illustration = z.record(z.string(), z.string());

/** The invented text of every part: the same words for all footprints, with their own names. */
export function illustrateParts(data: unknown, { pack, footprint }: IllustrationFacts): PartText[] {
  const bodies = illustration.parse(data);
  return pack.roadmapTemplate.parts.map(({ id }) => {
    return { partId: id, localHeading: '', body: fillIn(bodies[id] ?? '', footprint).trim() };
  });
}

function fillIn(text: string, footprint: IllustratedFootprint): string {
  const list = (items: readonly string[]) => new Intl.ListFormat('en-GB').format(items);
  return unwrapped(text)
    .replaceAll('{footprint}', footprint.name)
    .replaceAll('{organisations}', footprint.organisations.join('\n- '))
    .replaceAll('{stps}', list(footprint.stps));
}

/** The pack's lines are wrapped for whoever edits them; on the page a line break within a paragraph would show. */
function unwrapped(text: string): string {
  return text.replaceAll(/([^\n])\n(?=[^\n\-#\d])/g, '$1 ');
}
