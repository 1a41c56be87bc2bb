import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacities } from '../formation.ts';
import { arbitraryOrganisations, organisation } from '../testing/forms.ts';
import { changeOrganisations } from './change-organisations.ts';

describe('changeOrganisations', () => {
  const list = [organisation('C1', 'lead'), organisation('C2', 'partner')];

  it('makes the lead a partner when another takes over', () => {
    const outcome = changeOrganisations(list, { organisation: organisation('C2', 'partner'), capacity: 'lead' });
    expect(outcome).toEqual({ kind: 'ok', organisations: [organisation('C1', 'partner'), organisation('C2', 'lead')] });
  });

  it('never leaves a footprint without its lead', () => {
    for (const capacity of [null, 'partner', 'support'] as const) {
      expect(changeOrganisations(list, { organisation: organisation('C1', 'lead'), capacity }).kind).toBe('refused');
    }
  });

  it('names every organisation once and keeps one lead, whatever is done', () => {
    const changes = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C', 'D'), fc.constantFrom(null, ...capacities)));
    fc.assert(
      fc.property(arbitraryOrganisations, changes, (start, drawn) => {
        let held: typeof start | readonly ReturnType<typeof organisation>[] = start;
        for (const [code, capacity] of drawn) {
          const outcome = changeOrganisations(held, { organisation: organisation(code, 'provider'), capacity });
          held = outcome.kind === 'ok' ? outcome.organisations : held;
        }
        expect(new Set(held.map(({ organisationId }) => organisationId)).size).toBe(held.length);
        expect(held.filter(({ capacity }) => capacity === 'lead')).toHaveLength(1);
      }),
    );
  });
});
