import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { keepRegister } from '../../register-listeners.ts';
import { isInHand } from '../formation/forms/form-state.ts';
import type { ActingPerson } from '../identity/index.ts';
import { areSameMembers, compareMembers } from '../register/index.ts';
import { listNamedMembers, listVersions } from '../roadmap/index.ts';
import { aPerson, wolverhampton, writtenDraft } from '../roadmap/testing/wolverhampton.ts';
import { listPublicationsOf } from './publication-repository.ts';
import { type ActedWorld, actedWorld, membersOf, type Steps, versionOf } from './testing/acted-world.ts';
import { formSteps, theCase } from './testing/form-steps.ts';
import { registerSteps } from './testing/register-steps.ts';
import { roadmapSteps } from './testing/roadmap-steps.ts';
import { successionSteps } from './testing/succession-steps.ts';

/* Whatever is done in whatever order: nothing but refusals in words, no version without a way on, nobody signs what leaves them out. */

let service: TestService;
let world: ActedWorld;
let steps: Steps;
/** What was done at least once, and not refused each time. */
const done = new Set<string>();

beforeAll(async () => {
  service = await startTestService('facts');
  // Later than every day on which something is done, so that it is all of now.
  const pack = { ...service.context.pack, positionOn: '2019-03-31' };
  const context = { ...service.context, pack, register: keepRegister(pack) };
  const place = await wolverhampton({ context });
  await writtenDraft(place);
  world = actedWorld(context, place);
  const two = [await decider('One'), await decider('Another')] as const;
  steps = { ...roadmapSteps(world), ...registerSteps(world), ...formSteps(world), ...successionSteps(world, two) };
});
afterAll(() => service.close());

async function decider(name: string): Promise<ActingPerson> {
  const { personId, ...person } = await aPerson(service, name);
  return { ...person, personId: personId ?? '' };
}

async function act(name: string): Promise<void> {
  world.goOn();
  const outcome = await steps[name]?.();
  if (outcome?.kind === 'ok' || outcome?.kind === 'imported') {
    done.add(name);
  }
}

/** The steps that lead on from each state, in turn. */
const wayOn: Readonly<Record<string, string>> = {
  draft: 'freezes',
  endorsement: 'returns to draft',
  submitted: 'is taken into review',
  'under-review': 'is to be changed',
  'changes-requested': 'begins anew',
  cleared: 'is published',
  published: 'begins anew',
};

async function holds(): Promise<void> {
  const { database } = world.context;
  const { rows } = await sql<{ count: number }>`
    select count(*) from endorsement where not exists (
      select from document_member where document_member.version_id = endorsement.version_id
        and document_member.digest = endorsement.digest
        and document_member.organisation_id = endorsement.organisation_id)`.execute(database);
  expect(rows[0]?.count).toBe(0);
  const version = await versionOf(world);
  if (version.state === 'endorsement') {
    const named = (await listNamedMembers(database, version.versionId)) ?? [];
    expect(compareMembers(named, await membersOf(world))).toSatisfy(areSameMembers);
  }
}

async function publicationsFollow(): Promise<void> {
  const { context, place } = world;
  const versions = await listVersions(context.database, place.footprint.areaId);
  for (const publication of await listPublicationsOf(context.database, place.footprint.areaId)) {
    const published = versions.find(({ versionId }) => versionId === publication.versionId);
    const named = (await listNamedMembers(context.database, publication.versionId)) ?? [];
    expect(published?.digest).toBe(publication.digest);
    expect(publication.memberCount).toBe(new Set(named.map(({ code }) => code)).size);
  }
}

async function isNotStuck(): Promise<void> {
  const seen: string[] = [];
  for (let left = 6; left > 0; left -= 1) {
    const { state } = await versionOf(world);
    seen.push(state);
    if (state === 'draft' || state === 'published') {
      return;
    }
    await act(wayOn[state] ?? '');
  }
  throw new Error(`Stuck: ${seen.join(', ')}`);
}

async function formIsNotStuck(): Promise<void> {
  await act('gives its change up');
  const { form } = await theCase(world);
  expect(form === null || !isInHand(form.state)).toBe(true);
}

async function inOrder(order: readonly string[]): Promise<void> {
  for (const name of order) {
    await act(name);
    await holds();
  }
  await publicationsFollow();
  await isNotStuck();
  await formIsNotStuck();
}

const straight = ['freezes', 'is endorsed by all', 'is submitted', 'is taken into review', 'is cleared'];
const askedFor = ['asks for a change', 'is asked for by its CCG'];
const event = (name: string) => [name, 'has its event confirmed'];

/** Each change of members while a version waits, and after it was cleared. */
const told: readonly (readonly string[])[] = [
  ['freezes', 'joins', 'freezes', 'is endorsed by all', 'is in support', ...straight, 'leaves', 'is published'],
  [
    'begins anew',
    ...straight,
    'joins',
    'loses its clearance',
    'begins anew',
    ...straight,
    'begins anew',
    'is published',
  ],
  [...askedFor, 'freezes', 'is endorsed by all', 'has its change accepted', ...straight, 'is published'],
  [...askedFor, 'takes its change back', ...askedFor, 'joins', 'has its change accepted', 'is asked for by its CCG'],
  ['begins anew', 'freezes', 'is closed by a file', 'freezes', 'is opened again by a file', 'is an associate'],
  ['joins', 'freezes', ...event('is to move away'), 'freezes', 'is endorsed by all', ...event('is to move here')],
  ['joins', 'freezes', ...event('is to merge'), ...straight, 'is published', ...event('is to be by itself again')],
  ['joins', 'is to merge', 'is in support', 'has its event confirmed', 'begins anew', 'freezes', 'is to be changed'],
  [
    'freezes',
    'is endorsed by all',
    'is submitted',
    'is taken into review',
    'is to be changed',
    'begins anew',
    'freezes',
    'returns to draft',
  ],
];

describe('in whatever order members, lead, region, executives and the keepers of the register act', () => {
  // A file of organisations is read in a thread of its own, which takes as long as ten other steps.
  const aStep = () =>
    fc.oneof(
      ...Object.keys(steps).map((name) => ({
        arbitrary: fc.constant(name),
        weight: name.endsWith('by a file') ? 1 : 4,
      })),
    );
  const anOrder = () => fc.array(aStep(), { minLength: 12, maxLength: 20 });
  const property = () => fc.asyncProperty(anOrder(), inOrder);

  it('agreements hold, publications follow from their document, and there is a way on', {
    timeout: 60_000,
  }, async () => {
    const examples = told.map((order): [string[]] => [[...order]]);
    await fc.assert(property(), { seed: 20160630, numRuns: examples.length + 3, examples, endOnFailure: true });
    expect(Object.keys(steps).filter((name) => !done.has(name))).toEqual([]);
  });

  it('and in orders that were not tried before', { timeout: 60_000 }, async () => {
    await fc.assert(property(), { numRuns: 2, endOnFailure: true });
  });
});
