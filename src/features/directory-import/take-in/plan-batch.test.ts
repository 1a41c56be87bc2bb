import { describe, expect, it } from 'vitest';
import type { OrganisationObservation } from '../../register/records/observation.ts';
import type { StoredOrganisation } from '../../register/records/stored-history.ts';
import { organisationTypes } from '../../register/records/type-rules.ts';
import { practice } from '../testing/practice.ts';
import { type Batch, planBatch } from './plan-batch.ts';

const types = organisationTypes([
  {
    id: 'gp-practice',
    label: '',
    labelPlural: '',
    assessed: false,
    careSetting: null,
    furtherCareSettings: [],
    odsRoles: ['RO76'],
    introducedOn: null,
  },
]);

const nobody = new Map<string, StoredOrganisation>();

function plan(batch: Partial<Batch>, datedOn = '2016-02-29', stored: ReadonlyMap<string, StoredOrganisation> = nobody) {
  return planBatch(
    stored,
    { organisations: [], relations: [], ...batch },
    { sourceId: `file-${datedOn}`, datedOn },
    types,
  );
}

/** What is stored after a plan on nothing. */
function storedAfter({ rows }: ReturnType<typeof plan>): Map<string, StoredOrganisation> {
  const states = rows.records.map(({ dated }, index) => ({ ...dated, recordId: `record-${index}` }));
  const relations = rows.relations.map(({ relation }, index) => ({ ...relation, relationId: `relation-${index}` }));
  const lives = [{ openedOn: '1974-04-01', endedOn: null, endedBy: null, states: states.map(({ state }) => state) }];
  return new Map([['Z99901', { history: { organisationId: 'Z99901', code: 'Z99901', lives }, states, relations }]]);
}

const first = plan({ organisations: [practice()] });

describe('a batch of a file', () => {
  it('writes a new organisation with its relation, each citing its row', () => {
    expect(first.rows).toMatchObject({
      organisations: [{ organisationId: 'Z99901', code: 'Z99901' }],
      records: [{ dated: { from: '1974-04-01', to: null, state: { cited: { sourceId: 'file-2016-02-29', row: 7 } } } }],
      relations: [{ relation: { relatedCode: '00C', from: '2013-04-01', to: null, cited: { row: 7 } } }],
    });
    expect(first.differences.map(({ kind }) => kind)).toEqual(['added']);
  });

  it('writes nothing of what is stored already', () => {
    const { rows, differences } = plan({ organisations: [practice()] }, '2016-02-29', storedAfter(first));
    expect(Object.values(rows).flat()).toEqual([]);
    expect(differences).toEqual([]);
  });

  it('takes from a copy what was not known, tells each of it once, and nothing of a copy without it', () => {
    const stated = { typeId: 'gp-practice', typeStanding: 'official', standing: 'official', note: '' } as const;
    const known = storedAfter(plan({ organisations: [practice({ address: null, status: null, regionCode: null })] }));
    const copy = (change: Partial<OrganisationObservation>) =>
      plan({ organisations: [practice({ relations: [], stated, ...change })] }, '2016-02-29', known);
    const { rows, differences } = copy({ phone: '01902 307999' });
    expect(rows.records.map(({ dated: { state } }) => state.facts)).toMatchObject([
      { address: '1 High Street', phone: '01902 307999', status: 'active' },
    ]);
    expect(differences.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['status-changed', '', 'active'],
      ['moved', 'Valetown, VA1 1AA', '1 High Street, Valetown, VA1 1AA'],
      ['phone-changed', '', '01902 307999'],
    ]);
    expect(copy({ town: 'Hilltown' }).differences.map(({ kind }) => kind)).toEqual(['moved', 'status-changed']);
    const nothing = copy({ address: null, status: null });
    expect([nothing.differences, Object.values(nothing.rows).flat()]).toEqual([[], []]);
  });

  it('tells of an older file that closes what a newer source found open, and leaves it open', () => {
    const known = storedAfter(plan({ organisations: [practice()] }, '2023-12-31'));
    const older = (change: Partial<OrganisationObservation>) =>
      plan({ organisations: [practice({ relations: [], ...change })] }, '2016-02-29', known);
    const { rows, differences, contradictions } = older({ closedOn: '2016-01-31', status: null });
    const open = { kind: 'closed-earlier', known: 'open', knownSourceId: 'file-2023-12-31' };
    expect(contradictions).toMatchObject([{ ...open, said: 'closed on 2016-01-31' }]);
    expect(differences).toEqual([
      {
        kind: 'contradicted',
        code: 'Z99901',
        name: 'Vale Surgery',
        before: 'open on 2023-12-31',
        after: 'closed on 2016-01-31',
        isPast: false,
        row: 7,
      },
    ]);
    expect(rows.records.every(({ dated }) => dated.to !== '2016-02-01')).toBe(true);
    expect(older({}).differences).toEqual([]);
    // Announced by the older file for a day of which no newer source speaks.
    expect(older({ closedOn: '2024-03-31' }).differences).toEqual([]);
    const stated = { typeId: 'gp-practice', typeStanding: 'official', standing: 'official', note: '' } as const;
    const copy = older({ closedOn: '2016-01-31', status: null, stated });
    expect(copy.differences.map(({ kind }) => kind)).toEqual(['contradicted']);
    expect(Object.values(copy.rows).flat()).toEqual([]);
  });

  it('notes on the row itself that a later file says the same', () => {
    const { rows } = plan({ organisations: [practice()] }, '2017-02-28', storedAfter(first));
    expect(rows.seenAgain).toEqual([{ recordId: 'record-0', seen: ['2016-02-29', '2017-02-28'] }]);
    expect([rows.records, rows.removedRecordIds]).toEqual([[], []]);
  });

  it('puts two periods in the place of one when a name changes', () => {
    const { rows, differences } = plan(
      { organisations: [practice({ name: 'Hill Surgery' })] },
      '2023-12-31',
      storedAfter(first),
    );
    expect(rows.removedRecordIds).toEqual(['record-0']);
    expect(rows.records.map(({ dated: { from, to } }) => [from, to])).toEqual([
      ['1974-04-01', '2023-12-31'],
      ['2023-12-31', null],
    ]);
    expect(differences).toMatchObject([{ kind: 'renamed', before: 'Vale Surgery', after: 'Hill Surgery', row: 7 }]);
  });

  it('tells a new commissioner in one line, and ends the one before', () => {
    const relations = [{ kind: 'commissioned-by' as const, relatedCode: '16C', from: '2020-04-01', to: null }];
    const { rows, differences } = plan({ organisations: [practice({ relations })] }, '2023-12-31', storedAfter(first));
    expect(rows.relations.map(({ relation: { relatedCode, from, to } }) => [relatedCode, from, to])).toEqual([
      ['00C', '2013-04-01', '2020-04-01'],
      ['16C', '2020-04-01', null],
    ]);
    expect(differences).toMatchObject([{ kind: 'relation-changed', after: 'commissioned-by 16C, 2020-04-01 to now' }]);
  });

  it('takes a relation alone of an organisation that is known, and names those that are not', () => {
    const item = {
      organisationCode: 'Z99901',
      relation: { kind: 'located-in' as const, relatedCode: 'Q74', from: null, to: null },
      row: 3,
    };
    const { rows, unknown } = plan(
      { relations: [item, { ...item, organisationCode: 'Z00000' }] },
      '2016-02-29',
      storedAfter(first),
    );
    expect(rows.relations.map(({ relation }) => relation.relatedCode)).toEqual(['Q74']);
    expect(unknown.map(({ organisationCode }) => organisationCode)).toEqual(['Z00000']);
  });
});

describe('what contradicts the directory', () => {
  const closings = [{ code: 'Z99901', on: '2018-04-01', successors: ['Z99909'], sourceId: 'merger' }];
  const closed = plan({ organisations: [practice({ closedOn: '2018-03-31' })] }, '2018-06-30');
  const stored: ReadonlyMap<string, StoredOrganisation> = new Map(
    [...storedAfter(closed)].map(([id, each]) => {
      const [life] = each.history.lives;
      const lives = life === undefined ? [] : [{ ...life, endedOn: '2018-04-01' }];
      return [id, { ...each, history: { ...each.history, lives } }];
    }),
  );
  const against = (
    change: Partial<OrganisationObservation>,
    reopened: readonly string[] = [],
    known: ReadonlyMap<string, StoredOrganisation> = stored,
  ) =>
    planBatch(
      known,
      { organisations: [practice(change)], relations: [] },
      { sourceId: 'file', datedOn: '2020-06-19' },
      types,
      { closings, reopened: new Set(reopened) },
    );

  it('is told and left out: open again, though another is on record to have taken its place', () => {
    const { differences, rows, contradictions } = against({});
    expect(contradictions).toMatchObject([
      { kind: 'reopened', code: 'Z99901', knownSourceId: 'merger', said: 'open', observation: practice() },
    ]);
    expect(contradictions[0]?.known).toBe(differences[0]?.before);
    expect(contradictions[0]?.difference).toBe(differences[0]);
    expect(against({ name: 'Hill Surgery' }).contradictions[0]?.said).toBe('open, as “Hill Surgery”');
    expect(differences).toEqual([
      {
        kind: 'contradicted',
        code: 'Z99901',
        name: 'Vale Surgery',
        before: 'ended on 2018-03-31; Z99909 in its place from 2018-04-01',
        after: 'open on 2020-06-19',
        isPast: false,
        row: 7,
      },
    ]);
    expect(rows.records).toEqual([]);
  });

  it('is taken in where somebody has decided so, and where it was opened after its end', () => {
    expect(against({}, ['Z99901']).differences.map(({ kind }) => kind)).toContain('end-changed');
    expect(against({ openedOn: '2019-04-01' }).differences.map(({ kind }) => kind)).toEqual(['reopened']);
    expect(against({ closedOn: '2018-03-31' }).differences).toEqual([]);
  });

  it('is told of an end without a day, and nobody is added by it', () => {
    const ended = { isClosedWithoutDay: true, status: null } as const;
    const kindsIn = ({ differences, rows }: ReturnType<typeof plan>) => [
      differences.map(({ kind }) => kind),
      rows.records.length,
    ];
    expect(against(ended, [], nobody).contradictions).toEqual([]);
    expect(against(ended, [], storedAfter(first)).contradictions).toMatchObject([
      { kind: 'closed-without-day', known: 'open', knownSourceId: 'file-2016-02-29' },
    ]);
    expect(kindsIn(against(ended, [], nobody))).toEqual([['not-added'], 0]);
    expect(kindsIn(against(ended, [], storedAfter(first)))).toEqual([['contradicted'], 0]);
    expect(kindsIn(against(ended))).toEqual([[], 0]);
  });
});
