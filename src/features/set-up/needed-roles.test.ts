import { expect, it } from 'vitest';
import { paths } from '../../paths.ts';
import { roleStep } from './needed-roles.ts';

const coverage = { role: 'lead', all: 73, without: 0, named: [] } as const;

it.each([
  [{}, true, 'Every one of 73 footprints has one', paths.people({ role: 'lead' })],
  [{ without: 1, named: ['York'] }, false, '1 of 73 footprints has no lead: York', paths.placesWithout('lead')],
  [
    { without: 3, named: ['Bath', 'Leeds', 'York'] },
    false,
    '3 of 73 footprints have no lead: Bath, Leeds and York',
    paths.placesWithout('lead'),
  ],
  [
    { without: 1_037, all: 1_073, named: ['Bath', 'Leeds', 'York'] },
    false,
    '1,037 of 1,073 footprints have no lead: Bath, Leeds, York and 1,034 more',
    paths.placesWithout('lead'),
  ],
  [{ all: 0 }, false, 'The directory has no footprints', paths.newImport()],
] as const)('%j', (change, isDone, state, href) => {
  expect(roleStep({ ...coverage, ...change }, { one: 'provider', many: 'providers' })).toMatchObject({
    id: 'leads',
    isDone,
    state,
    href,
  });
});
