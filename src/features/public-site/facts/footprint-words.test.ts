import { describe, expect, it } from 'vitest';
import type { AreaRef, Footprint, Member } from '../../directory/directory.ts';
import type { MembershipRole } from '../../programme/index.ts';
import { footprintPopulation, inShort, roleGroups } from './footprint-words.ts';

const area = (name: string): AreaRef => ({ areaId: name, kind: 'stp', code: name, name, slug: name });
const footprint = (stps: string[]) =>
  ({ name: 'Northvale', regions: [area('North')], stps: stps.map(area) }) as unknown as Footprint;

function member(name: string, typeId: string, role: MembershipRole = 'core', patients?: number): Member {
  const registeredPatients =
    patients === undefined ? null : { value: patients, measuredOn: '2016-01-01', sourceId: 'lists' };
  return { organisationId: name, code: name, name, typeId, role, registeredPatients } as unknown as Member;
}

describe('inShort', () => {
  const day = { asAt: '2016-06-30' };

  it('says where a footprint is, who is in it and for how many people', () => {
    const members = [
      member('Vale CCG', 'ccg', 'lead', 1000),
      member('Moor CCG', 'ccg', 'core', 250),
      member('Vale Hospitals', 'acute-trust'),
      member('Vale GPs', 'gp-federation'),
    ];
    expect(inShort(footprint(['Vale']), members, day)).toEqual([
      'Northvale is one footprint in the North region, in the Vale STP area.',
      '4 organisations are recorded in it; Vale CCG leads.',
      '1,250 people were registered with the GP practices of its 2 CCGs on 1 January 2016.',
    ]);
  });

  it('says an article once', () => {
    expect(inShort(footprint(['The Black Country']), [], day)[0]).toBe(
      'Northvale is one footprint in the North region, in the Black Country STP area.',
    );
  });

  it('says what is not recorded instead of leaving it out', () => {
    expect(inShort(footprint([]), [], day)).toEqual([
      'Northvale is one footprint in the North region; the STP area it lies in is not recorded.',
      'Which organisations belong to it is not recorded.',
      'How many people it serves is not known, because no CCG with a figure is recorded.',
    ]);
    const [, who, people] = inShort(footprint(['Vale']), [member('A', 'ccg', 'core', 10), member('B', 'ccg')], day);
    expect(who).toMatch(/its lead is not recorded\.$/);
    expect(people).toBe('10 people were registered with the GP practices of 1 of its 2 CCGs on 1 January 2016.');
  });

  it('names every STP a footprint spans', () => {
    expect(inShort(footprint(['Cornwall', 'Devon']), [], day)[0]).toBe(
      'Northvale is one footprint in the North region. It spans 2 STP areas: Cornwall; Devon.',
    );
  });

  it('speaks of the areas of boards on a day of today', () => {
    expect(inShort(footprint(['Essex']), [], { asAt: '2026-11-28' })[0]).toBe(
      'Northvale is one footprint in the North region, in the Essex ICB area.',
    );
  });
});

describe('footprintPopulation', () => {
  it('leaves associates out: their people belong to another footprint', () => {
    const population = footprintPopulation([member('A', 'ccg', 'core', 10), member('B', 'ccg', 'associate', 90)]);
    expect(population).toMatchObject({ total: 10, countedCcgs: 1, missingCcgs: 0 });
  });
});

describe('roleGroups', () => {
  it('puts the lead first and leaves empty roles out', () => {
    const groups = roleGroups([member('A', 'ccg', 'associate'), member('B', 'ccg', 'lead')]);
    expect(groups.map(({ role }) => role)).toEqual(['lead', 'associate']);
  });
});
