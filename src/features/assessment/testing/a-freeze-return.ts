import { randomBytes } from 'node:crypto';
import type { FreezeReturn } from '../../return-documents/freeze-return.ts';

/** An assessment to freeze, with what a test is about. */
export function aFreezeReturn(
  about: Pick<FreezeReturn, 'instrument' | 'answers'> & Partial<FreezeReturn>,
): FreezeReturn {
  return {
    programme: { id: 'programme', title: 'The programme' },
    round: { id: 'round', label: 'The first round' },
    instrumentDigest: null,
    organisation: { code: 'RX1', name: 'Northvale Hospitals', type: { id: 'acute-trust', label: 'Acute trust' } },
    careSetting: { id: 'acute', label: 'Acute' },
    illustrative: true,
    asked: { at: new Date('2015-12-03T14:05:00Z'), by: 'Ben Example' },
    giver: null,
    newSalt: () => randomBytes(16).toString('hex'),
    ...about,
  };
}
