import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../../src/compose.ts';
import { pdf } from '../../../src/features/assessment/testing/evidence-steps.ts';
import { elementsUpTo } from '../../../src/features/scoring/testing/levelled-instrument.ts';
import { paths } from '../../../src/paths.ts';
import type { Clock } from '../../../src/platform/clock.ts';
import { parseConfig } from '../../../src/platform/config.ts';
import { dayFrom, today } from '../../../src/platform/days.ts';
import { signInAs } from '../../builders/sign-in-as.ts';
import { PageReader } from '../../database/page-reader.ts';
import { type TestService, testSecret } from '../../database/test-service.ts';
import { Visitor } from '../../database/visitor.ts';
import { walkFiles, walkModeration } from './crawl-returns.ts';

interface Looking {
  readonly noteVisits: (app: FastifyInstance) => void;
  readonly crawl: (visitor: Visitor, from: string) => Promise<void>;
  readonly noteForms: (body: string, address: string) => void;
}

/** In the demonstration: who gave sections looks at whose they are, and somebody who has one says that they are done with it. */
export async function walkAssignments(
  app: FastifyInstance,
  round: string,
  { crawl, noteForms }: Looking,
): Promise<void> {
  const [ben, asha] = [new Visitor(app), new Visitor(app)];
  await ben.become('persona-coordinator');
  await crawl(ben, paths.assignments('RL4', round, { by: 'person' }));
  await asha.become('persona-contributor');
  const section = paths.assessmentSection('RL4', round, 'records');
  await asha.submit(section, { 'revision-RA3': '0', after: 'done' });
  noteForms((await asha.get(section)).body, section);
}

interface Answered {
  readonly trust: string;
  readonly round: string;
  readonly section: string;
  readonly question: string;
  readonly setting: string | null;
}

/** Where a scanner is set up: somebody keeps a paper on which an answer rests, looks at it as it stands there and by itself, and asks colleagues. */
export async function walkEvidence(service: TestService, answer: Answered, looking: Looking): Promise<void> {
  const { trust, round, setting } = answer;
  const question = paths.questionEvidence(trust, round, answer, setting);
  const config = parseConfig({ DEMO: '0', LOG_LEVEL: 'silent', EVIDENCE_SCANNER: 'clamd://127.0.0.1:9' });
  const context = { ...service.context, config: { ...service.context.config, evidence: config.evidence } };
  const app = await buildApp(context, testSecret, service.changes);
  looking.noteVisits(app);
  const visitor = await signInAs({ ...service, app }, [{ role: 'coordinator', scopeId: trust }]);
  await visitor.upload(question, { title: 'Board paper' }, { name: 'paper.pdf', content: pdf() });
  looking.noteForms((await visitor.get(question)).body, question);
  await looking.crawl(visitor, question);
  await walkFiles(visitor, answer, looking.noteForms);
  if (setting !== null) {
    await walkPolls(visitor, { trust, round, clock: service.context.clock }, looking.noteForms);
  }
  await app.close();
}

/** Somebody begins a thread of private notes about an answer, resolves it, and looks at the page each time. */
export async function walkNotes(
  visitor: Visitor,
  { trust, round, question, setting }: Omit<Answered, 'section'>,
  noteForms: Looking['noteForms'],
): Promise<void> {
  const page = paths.questionNotes(trust, round, question, setting);
  noteForms((await visitor.get(page)).body, page);
  await visitor.submit(page, { 'text-new': 'Is this the number of March?' });
  noteForms((await visitor.get(page)).body, page);
}

/** Somebody asks colleagues about an answer of a care setting, and about one for all of them, and looks at each poll. */
async function walkPolls(
  visitor: Visitor,
  { trust, round, clock }: Pick<Answered, 'trust' | 'round'> & { readonly clock: Clock },
  noteForms: Looking['noteForms'],
): Promise<void> {
  const asked = [
    ['technology', 'SF1', 'community'],
    ['leadership', 'WL1', null],
  ] as const;
  for (const [section, questions, setting] of asked) {
    const form = { questions, links: '5', 'runs-until': dayFrom(today(clock), 7) };
    const opened = await visitor.submit(paths.openPoll(trust, round, section, setting), form);
    const poll = new PageReader(opened.body).link('Go to the poll');
    noteForms((await visitor.get(poll)).body, poll);
  }
}

/**
 * Somebody of the region asks about a signed answer, and looks at the page before and after, and at where the return is validated and opened
 * again, which is while results wait for their day.
 */
export async function walkQueries(
  service: TestService,
  { trust, round, question, setting }: Omit<Answered, 'section'>,
  { crawl, noteForms, noteVisits }: Looking,
): Promise<void> {
  const pack = { ...service.context.pack, resultsPublic: 'on-a-day' as const };
  const app = await buildApp({ ...service.context, pack }, testSecret, service.changes);
  noteVisits(app);
  const regions = ['Y54', 'Y55', 'Y56', 'Y57'].map((code) => ({
    role: 'reviewer' as const,
    scopeId: `region:${code}`,
  }));
  const reviewer = await signInAs({ ...service, app }, regions);
  await crawl(reviewer, paths.queries(trust, round, setting));
  const page = paths.queriesAbout(trust, round, question, setting);
  noteForms((await reviewer.get(page)).body, page);
  await reviewer.submit(page, { 'text-new': 'Is this the number of March?' });
  await crawl(reviewer, page);
  const second = await signInAs({ ...service, app }, regions);
  const own = await signInAs({ ...service, app }, [{ role: 'coordinator', scopeId: trust }]);
  await walkModeration({ reviewer, second, own }, { trust, round, setting }, noteForms);
  await app.close();
}

interface Own {
  readonly personId: string;
  readonly trust: string;
  readonly round: string;
}

/** A coordinator answers a section of one of several care settings so that it is worth a second look, gives it to themselves, and is done with it. */
export async function walkOwnSection(
  coordinator: Visitor,
  { personId, trust, round }: Own,
  noteForms: Looking['noteForms'],
): Promise<void> {
  const section = paths.assessmentSection(trust, round, 'technology', 'community');
  // An element that is met above a level that is not.
  const answer = { 'answer-SF1': [...elementsUpTo('SF1', 3), 'SF1-5-1'] };
  await coordinator.submit(section, { ...answer, 'revision-SF1': '0' });
  const things = { part: 'answers', 'due-on': '30 11 2099', 'sections-community-foundations': ['technology'] };
  await coordinator.submit(paths.assignSections(trust, round), { person: personId, message: '', ...things });
  await coordinator.submit(section, { ...answer, 'revision-SF1': '1', after: 'done' });
  noteForms((await coordinator.get(section)).body, section);
}
