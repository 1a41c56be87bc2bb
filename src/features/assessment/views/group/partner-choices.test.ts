import { expect, it } from 'vitest';
import type { AreaRef } from '../../../directory/index.ts';
import { partnerChoices } from './partner-choices.ts';

const area = (areaId: string): AreaRef => ({ areaId, kind: 'stp', code: 'E54000001', name: areaId, slug: areaId });
const partner = (code: string, footprints: readonly string[], stps: readonly string[]) => ({
  organisationId: `org-${code}`,
  code,
  name: `Trust ${code}`,
  footprints: footprints.map(area),
  stps: stps.map(area),
});

it('puts those of the same footprint first, then those of the same area, then the others, and says where nobody is to agree', () => {
  const own = { footprints: [area('vale')], stps: [area('north')] };
  const partners = [
    partner('A', [], ['south']),
    partner('B', [], ['north']),
    partner('C', ['vale'], ['south']),
    partner('D', ['hill'], []),
  ];
  expect(partnerChoices(own, partners, new Set(['org-A', 'org-B', 'org-D']))).toEqual([
    { value: 'org-C', label: 'Trust C (C), nobody there to agree yet', group: 'In the same footprint' },
    { value: 'org-B', label: 'Trust B (B)', group: 'In the same STP area' },
    { value: 'org-A', label: 'Trust A (A)', group: 'Elsewhere' },
    { value: 'org-D', label: 'Trust D (D)', group: 'Elsewhere' },
  ]);
});
