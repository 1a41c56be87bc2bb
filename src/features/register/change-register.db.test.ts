import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { RowCountError } from '../../platform/database/statements/affected-rows.ts';
import { programmeFolder } from '../../project-folder.ts';
import type { RegisterChanged, WrittenRecords } from '../../register-keeping.ts';
import { listFootprintMemberships } from '../formation/forms/members-on-record-repository.ts';
import { readProgrammePack } from '../programme/index.ts';
import { changeRegister, type RegisterAction } from './change-register.ts';
import type { RegisterTransaction } from './hand-on-records.ts';
import { holdMembers } from './hold-members.ts';
import { areaFact, membershipFact, type PlaceFact } from './place.ts';
import { endPlaces, insertPlaces, updatePlaces } from './places-repository.ts';

const footprintId = 'footprint:wol';
const at = new Date('2016-11-01T12:00:00Z');
const by = { personId: null, name: 'A test', onBehalfOf: 'a test', at };
const action: RegisterAction = { because: 'a test said so', by, lasts: 'short' };

let clone: TestDatabase;
let positionOn: string;
let heard: RegisterChanged[];

beforeEach(async () => {
  clone = await cloneDatabase('facts');
  ({ positionOn } = await readProgrammePack(programmeFolder));
  heard = [];
});
afterEach(() => clone.close());

function change<T>(write: (register: RegisterTransaction) => Promise<T>, changes: Partial<RegisterAction> = {}) {
  const listeners = [
    async (_: unknown, changed: RegisterChanged) => {
      heard.push(changed);
      return [];
    },
  ];
  return clone.database
    .transaction()
    .execute((transaction) =>
      changeRegister(transaction, { positionOn, listeners, recordListeners: [] }, { ...action, ...changes }, write),
    );
}

const anOrganisation = async () => {
  const { rows } = await sql<{ id: string }>`
    select organisation_id as id from organisation_record
    where valid @> ${positionOn}::date and not exists (
      select from membership where membership.organisation_id = organisation_record.organisation_id)
    order by code limit 1`.execute(clone.database);
  return rows[0]?.id ?? '';
};

const join = (organisationId: string, from: string) => (register: RegisterTransaction) =>
  insertPlaces(register, 'membership', [
    said(membershipFact({ areaId: footprintId, organisationId, role: 'core' }), from),
  ]);

const said = (fact: PlaceFact, validFrom: string) => ({
  ...fact,
  validFrom,
  validTo: null,
  sourceId: 'formation',
  standing: 'official',
  note: '',
});

describe('changeRegister', () => {
  it('tells which footprints have other members since, and why', async () => {
    const organisationId = await anOrganisation();
    await change(join(organisationId, positionOn));
    expect(heard).toMatchObject([{ because: 'a test said so', by, footprints: [{ footprintId }] }]);
    const [told] = heard[0]?.footprints ?? [];
    expect(told?.after.length).toBe((told?.before.length ?? 0) + 1);
    expect(told?.after.map((one) => one.organisationId)).toContain(organisationId);
  });

  it('tells of nothing where members become others on a later day, or nothing is written', async () => {
    await change(join(await anOrganisation(), '2099-01-01'));
    await change(async () => 'nothing');
    expect(heard.map(({ footprints }) => footprints)).toEqual([[], []]);
  });

  it('tells whoever follows the records at once, while the writing goes on', async () => {
    const told: unknown[] = [];
    const recordListeners = [async (_: unknown, written: WrittenRecords) => void told.push(written)];
    await clone.database.transaction().execute((transaction) =>
      changeRegister(transaction, { positionOn, listeners: [], recordListeners }, action, async (register) => {
        const footprint = areaFact({
          areaId: 'footprint:new',
          kind: 'footprint',
          code: 'new',
          name: 'New',
          slug: 'new',
        });
        const written = { organisationIds: [], areaIds: ['footprint:new'] };
        await insertPlaces(register, 'area', [said(footprint, positionOn)]);
        expect(told).toEqual([written]);
        await endPlaces(register, 'area', [footprint], { on: '2099-01-01', sourceId: 'succession' });
        expect(told).toEqual([written, written]);
      }),
    );
  });

  it('takes everything back when a listener throws', async () => {
    const organisationId = await anOrganisation();
    const listeners = [() => Promise.reject(new Error('no'))];
    const refused = clone.database
      .transaction()
      .execute((transaction) =>
        changeRegister(
          transaction,
          { positionOn, listeners, recordListeners: [] },
          action,
          join(organisationId, positionOn),
        ),
      );
    await expect(refused).rejects.toThrow('no');
    const members = await listFootprintMemberships(clone.database, footprintId);
    expect(members.map((one) => one.organisationId)).not.toContain(organisationId);
  });

  it('refuses a write that hits other rows than it was decided for', async () => {
    const members = await listFootprintMemberships(clone.database, footprintId);
    const things = [...members.slice(0, 1), { organisationId: 'NOBODY', role: 'core' as const }].map((member) =>
      membershipFact({ areaId: footprintId, ...member }),
    );
    const end = { on: '2099-01-01', sourceId: 'formation' };
    await expect(change((register) => endPlaces(register, 'membership', things, end))).rejects.toBeInstanceOf(
      RowCountError,
    );
    const nothing = { removed: ['-1'], cut: [], added: [] };
    await expect(
      change((register) => updatePlaces(register, 'membership', nothing, 'formation')),
    ).rejects.toBeInstanceOf(RowCountError);
  });

  it.each(['short', 'long'] as const)('lets nobody decide by members in between (%s)', async (lasts) => {
    const organisationId = await anOrganisation();
    const order: string[] = [];
    const held = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    // Somebody who endorses, say: the members are read, and must still be those when the decision is kept.
    const deciding = clone.database.transaction().execute(async (transaction) => {
      const members = await holdMembers(transaction, footprintId, positionOn);
      held.resolve();
      await release.promise;
      const still = await holdMembers(transaction, footprintId, positionOn);
      expect(still).toEqual(members);
      order.push('decided');
    });
    await held.promise;
    const writing = change(join(organisationId, positionOn), { lasts }).then(() => order.push('written'));
    release.resolve();
    await Promise.all([deciding, writing]);
    expect(order).toEqual(['decided', 'written']);
  });
});
