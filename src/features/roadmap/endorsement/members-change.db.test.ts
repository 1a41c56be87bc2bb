import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import type { AppContext } from '../../../context.ts';
import { keepRegister } from '../../../register-listeners.ts';
import { listNamedMembers } from '../documents/named-member-repository.ts';
import { freezeVersion } from '../freezing/freeze-version.ts';
import { listWithdrawals } from '../freezing/withdrawal-repository.ts';
import { submitVersion } from '../submission/submit-version.ts';
import { bringInMembers, letLeave } from '../testing/members.ts';
import {
  decide,
  frozenVersion,
  later,
  submittedVersion,
  type Wolverhampton,
  wolverhampton,
} from '../testing/wolverhampton.ts';
import { getVersion } from '../versions/version-repository.ts';
import { listEndorsements } from './endorsement-repository.ts';
import { readMembersSince } from './read-members-since.ts';

let service: TestService;
let context: AppContext;
let place: Wolverhampton;

beforeEach(async () => {
  service = await startTestService('facts');
  // Some time after the first day of what is recorded, so that a member can leave.
  const pack = { ...service.context.pack, positionOn: '2016-10-31' };
  context = { ...service.context, pack, register: keepRegister(pack) };
  place = await wolverhampton({ context });
});
afterEach(() => service.close());

const joins = (from: string) => [`wol,RKB,core,,${from},,stated,`];
const leaves = () => letLeave(context, { areaId: place.footprint.areaId, organisationId: place.trustId }, '2016-10-31');

describe('members who become others while a version waits for endorsement', () => {
  it('take it back to draft in the same transaction, with the reason, and endorsements lapse', async () => {
    const { versionId, digest } = await frozenVersion(place);
    await decide(place, place.ccgId, digest);
    await bringInMembers(context, joins('2016-07-01'));
    const version = await getVersion(service.database, versionId);
    expect(version).toMatchObject({ state: 'draft', digest: null });
    const [withdrawal] = await listWithdrawals(service.database, version.roadmapId);
    expect(withdrawal).toMatchObject({ digest });
    expect(withdrawal?.reason).toMatch(
      /^The members of the footprint are others now: .+ joined on 1 July 2016 \(the file members.csv was brought in\)$/,
    );
    expect(await decide(place, place.ccgId, digest)).toMatchObject({ kind: 'refused', code: 'not-open' });
  });

  it.each([
    ['leaves', () => leaves()],
    [
      'has another role',
      () =>
        bringInMembers(context, [
          'wol,RL4,core,,2016-06-30,2016-10-31,stated,',
          'wol,RL4,associate,,2016-10-31,,stated,',
        ]),
    ],
  ])('take it back when one %s', async (_, change) => {
    const { versionId } = await frozenVersion(place);
    await change();
    expect(await getVersion(service.database, versionId)).toMatchObject({ state: 'draft' });
  });

  it('leave it waiting where another footprint, or only what the source calls a member, is concerned', async () => {
    const { versionId } = await frozenVersion(place);
    await bringInMembers(context, ['she,RL4,support,,2016-07-01,,stated,']);
    await bringInMembers(context, ['wol,RL4,core,The Royal,2016-06-30,,stated,']);
    expect(await getVersion(service.database, versionId)).toMatchObject({ state: 'endorsement' });
  });

  it('count from their day on: whoever decides then is refused, and the version goes back to draft', async () => {
    const { versionId, digest } = await frozenVersion(place);
    await decide(place, place.ccgId, digest);
    await bringInMembers(context, joins('2017-03-01'));
    expect(await getVersion(service.database, versionId)).toMatchObject({ state: 'endorsement' });

    const pack = { ...place.context.pack, positionOn: '2017-04-01' };
    const thereafter = { ...place, context: { ...place.context, pack } };
    const refused = await decide(thereafter, place.trustId, digest);
    expect(refused).toMatchObject({ kind: 'refused', code: 'members-changed' });
    expect(refused.kind === 'refused' && refused.reason).toContain('joined on 1 March 2017');
    expect(await getVersion(service.database, versionId)).toMatchObject({ state: 'draft' });

    // Frozen again, it names the one who joined, who may then decide like the others.
    const again = await freezeVersion(thereafter.context, place.footprint, 1, later(place.by, 5));
    expect(again).toMatchObject({ kind: 'ok' });
    const named = await listNamedMembers(service.database, versionId);
    const joined = named?.find(({ code }) => code === 'RKB')?.organisationId ?? '';
    const anew = again.kind === 'ok' ? again.digest : '';
    expect(await decide(thereafter, joined, anew)).toMatchObject({ kind: 'ok' });
  });

  it('are noticed on submitting too', async () => {
    const { versionId, digest } = await frozenVersion(place);
    await decide(place, place.ccgId, digest);
    await decide(place, place.trustId, digest);
    await bringInMembers(context, joins('2017-03-01'));
    const pack = { ...place.context.pack, positionOn: '2017-04-01' };
    const outcome = await submitVersion({ ...place.context, pack }, place.footprint, 1, later(place.by, 4));
    expect(outcome).toMatchObject({ kind: 'members-changed' });
    expect(await getVersion(service.database, versionId)).toMatchObject({ state: 'draft' });
  });
});

describe('members who become others after it was submitted', () => {
  it('leave it as it was endorsed, and the difference is told', async () => {
    const { versionId, digest } = await submittedVersion(place);
    await leaves();
    expect(await getVersion(service.database, versionId)).toMatchObject({ state: 'submitted', digest });
    const since = await readMembersSince(service.database, versionId, [place.members[0] ?? fail()]);
    expect(since?.left.map(({ code }) => code)).toEqual(['RL4']);
    expect(await listEndorsements(service.database, versionId)).toHaveLength(2);
  });
});

describe('a document', () => {
  it('keeps whom it names, whoever is given their code later', async () => {
    const { versionId } = await frozenVersion(place);
    expect(await listNamedMembers(service.database, versionId)).toEqual(
      place.members.map(({ organisationId, code, name, role }) => ({ organisationId, code, name, role })),
    );
  });

  it('cannot be endorsed by anyone else, by order of the database', async () => {
    const { versionId, digest } = await frozenVersion(place);
    const insert = sql`
      insert into endorsement (endorsement_id, version_id, organisation_id, person_name, person_role, decision, digest, decided_at, illustrative)
      select uuidv7(), ${versionId}, organisation_id, 'A', 'B', 'endorse', ${digest}, now(), false
      from organisation where code = 'RKB'`.execute(service.database);
    await expect(insert).rejects.toThrow(/endorsement_by_a_named_member/);
  });
});

it('nobody can forget the listeners: the service, its commands and the tests are all given them', () => {
  expect(keepRegister({ positionOn: '2016-10-31' }).listeners.length).toBeGreaterThan(0);
  expect(service.context.register.listeners).toEqual(keepRegister(service.context.pack).listeners);
});

function fail(): never {
  throw new Error('The footprint has no members');
}
