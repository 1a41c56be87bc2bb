import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GrantToHold, signInAs } from '../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import { heardOf } from '../../../../test/database/page-words.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { getPlacement } from '../../directory/index.ts';
import { type Role, roleLabels, scopeOfRole } from '../../identity/index.ts';
import { questionsFor } from '../../programme/index.ts';
import { levelledInstrument } from '../../scoring/testing/levelled-instrument.ts';
import { type AssessmentState, allAssessmentStates } from '../assessment.ts';
import { freezeWaiting } from '../documents/freeze-waiting.ts';
import { insertAssessments } from '../insert-assessments.ts';
import { startServiceAsking } from '../testing/levelled-service.ts';
import { sectionOf } from '../testing/pages.ts';
import { careSetting, completeForm, realInstrument, roundId } from '../testing/real-instrument.ts';

/** Acute trusts of which it is recorded in which footprint they are. */
const trusts = ['RL4', 'RP5', 'RTE', 'RJZ'] as const;

/** Words that stand in a note, and in the reason for which the assessment was given back. */
const note = 'Plum stones in the north wing';
const reason = 'Count the plum stones again';

/** Where an organisation stands in each state, and what may be held there. */
interface Place {
  readonly trust: string;
  readonly scopes: Readonly<Record<'organisation' | 'footprint' | 'region', string>>;
}

let service: TestService;
const places = new Map<AssessmentState, Place>();

beforeAll(async () => {
  service = await startTestService('facts');
  for (const [index, state] of allAssessmentStates.entries()) {
    places.set(state, await placeOf(service, trusts[index] ?? ''));
  }
  await insertThem();
});
afterAll(() => service.close());

/** As if people had answered so; one of them had it given back. */
async function insertThem(): Promise<void> {
  const { database, owner, context } = service;
  const instrument = await realInstrument();
  const at = new Date('2015-12-03T14:05:00Z');
  const assessments = [...places].flatMap(([state, { trust }]) => {
    const answers = completeForm(instrument).map(({ questionId, value }) => ({
      questionId,
      value: value ?? { kind: 'not-applicable' as const },
      comment: questionId === 'RA1' ? note : '',
    }));
    const assessment = { organisationId: trust, assessmentId: context.newId(), careSetting, state, answers };
    const submittedAt = state === 'submitted' ? at : null;
    return state === 'not-started' ? [] : [{ ...assessment, answeredAt: at, requestedAt: at, submittedAt }];
  });
  await database
    .transaction()
    .execute((transaction) => insertAssessments(transaction, { roundId, instrument, assessments, origin: 'Test', at }));
  await freezeWaiting(database, context);
  await owner
    .updateTable('assessment')
    .set({ returned_at: at, return_reason: reason })
    .where('state', '=', 'in-progress')
    .execute();
}

async function placeOf({ database, context }: TestService, trust: string): Promise<Place> {
  const { positionOn } = context.pack;
  const { footprintIds, regionIds } = await getPlacement(database, trust, { day: positionOn, positionOn });
  return { trust, scopes: { organisation: trust, footprint: footprintIds[0] ?? '', region: regionIds[0] ?? '' } };
}

function own(trust: string): GrantToHold[] {
  return [
    { role: 'coordinator', scopeId: trust },
    { role: 'executive', scopeId: trust },
  ];
}

function grantOf(role: Role, { scopes }: Place): GrantToHold {
  const scopeKind = scopeOfRole[role];
  return scopeKind === 'nation' ? { role } : { role, scopeId: scopes[scopeKind] };
}

/** Every address that reads an assessment, by what it is. */
function addressesOf(trust: string) {
  return {
    list: paths.assessment(trust, roundId),
    section: sectionOf(trust, 'records'),
    request: paths.assessmentRequest(trust, roundId),
    sign: paths.assessmentAuthorise(trust, roundId),
    return: paths.assessmentReturn(trust, roundId),
    result: paths.assessmentResult(trust, roundId),
    file: paths.assessmentAnswers(trust, roundId),
    coverage: paths.coverage({ round: roundId, name: trust }),
    coverageFile: paths.coverageFile({ round: roundId, name: trust }),
    trail: paths.audit(),
    work: paths.workspace(),
  };
}

/** Those that are the same for everybody. */
function publicAddressesOf(trust: string): string[] {
  return [
    paths.organisation(trust),
    paths.insights(),
    paths.search('plum stones'),
    `/api/v1/results?organisation=${trust}`,
  ];
}

const inside: readonly Role[] = ['contributor', 'coordinator', 'executive', 'signatory'];
const outside: readonly Role[] = ['editor', 'lead', 'reviewer', 'analyst', 'programme-manager'];
const everyRole = Object.keys(roleLabels) as Role[];
/** The pages on which the words stand, for whoever may read them. */
const toldIn: Readonly<Record<AssessmentState, readonly string[]>> = {
  'not-started': [],
  'in-progress': ['list', 'section'],
  'awaiting-authorisation': ['section'],
  submitted: ['section', 'file'],
};
const cases = everyRole.flatMap((role) => allAssessmentStates.map((state) => ({ role, state })));

describe.each(cases)('$role, of an assessment that is $state', ({ role, state }) => {
  const seesHowFar = [...inside, ...outside].includes(role);
  const reads = inside.includes(role) || (seesHowFar && state === 'submitted');
  let visitor: Visitor;
  let addresses: ReturnType<typeof addressesOf>;

  beforeAll(async () => {
    const place = places.get(state) as Place;
    visitor = await signInAs(service, [grantOf(role, place)]);
    addresses = addressesOf(place.trust);
  });

  it('is told what it says on no page but those that may', async () => {
    const told: string[] = [];
    for (const [name, address] of Object.entries(addresses)) {
      const { statusCode, body } = await visitor.get(address);
      expect(statusCode, address).toBeLessThan(500);
      told.push(...(isTold(body) ? [name] : []));
    }
    // Whoever signs reads there what they sign.
    const signs = role === 'executive' && state === 'awaiting-authorisation';
    expect(told).toEqual(reads ? [...toldIn[state], ...(signs ? ['sign'] : [])] : []);
  });

  it('is led to no refusal, and sees how far it is', async () => {
    const { list, section, result } = addresses;
    const answers = await Promise.all([list, section, result].map((address) => visitor.get(address)));
    for (const { body } of answers.filter(({ statusCode }) => statusCode === 200)) {
      expect(await refusedOf(visitor, body)).toEqual([]);
    }
    const page = readPage(await visitor.get(list), seesHowFar ? 200 : 403);
    expect(/\d+ of \d+ questions/.test(page.text)).toBe(seesHowFar);
  });

  it('is refused a section in words with a next step, where it may not be read', async () => {
    const page = readPage(await visitor.get(addresses.section), reads ? 200 : 403);
    const isToBeRead = page.text.includes('can be read once an executive has authorised them');
    expect(isToBeRead).toBe(seesHowFar && !reads);
    expect(page.links.includes('See how far it has come')).toBe(isToBeRead);
  });
});

it.each(allAssessmentStates)('tells nobody in public what one says that is %s', async (state) => {
  const visitor = new Visitor(service.app);
  for (const address of publicAddressesOf((places.get(state) as Place).trust)) {
    expect(isTold((await visitor.get(address)).body), address).toBe(false);
  }
});

function isTold(body: string): boolean {
  const words = heardOf(body);
  return [note, reason].some((said) => words.includes(said));
}

/** Addresses of assessments to which a page leads and that refuse. */
async function refusedOf(visitor: Visitor, body: string): Promise<string[]> {
  const links = new Set([...body.matchAll(/href="([^"#]*)/g)].map(([, href = '']) => href));
  const refused: string[] = [];
  for (const href of links) {
    if (href.startsWith('/workspace/assessments') && (await visitor.get(href)).statusCode >= 400) {
      refused.push(href);
    }
  }
  return refused;
}

it('lets those read a draft whom its questionnaire names, says so to its organisation, and nobody else', async () => {
  const opened = await startServiceAsking('facts', { ...levelledInstrument(), draftsReadBy: ['reviewer'] });
  try {
    const place = await placeOf(opened, trusts[0]);
    const [question] = questionsFor(levelledInstrument(), 'acute');
    const section = sectionOf(place.trust, 'leadership');
    const coordinator = await signInAs(opened, own(place.trust));
    await coordinator.submit(section, { [`comment-${question?.id}`]: note, [`revision-${question?.id}`]: '0' });
    const list = await coordinator.read(paths.assessment(place.trust, roundId));
    expect(list.fact('Who can read the answers').text).toContain('the organisation and its regional reviewers');
    const reviewer = await signInAs(opened, [grantOf('reviewer', place), { role: 'analyst' }]);
    expect((await reviewer.read(section)).text).toContain(note);
    const lead = await signInAs(opened, [grantOf('lead', place)]);
    expect((await lead.get(section)).statusCode).toBe(403);
  } finally {
    await opened.close();
  }
});
