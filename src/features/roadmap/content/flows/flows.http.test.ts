import { afterAll, beforeAll, expect, it } from 'vitest';
import { signInAs } from '../../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../../test/database/visitor.ts';
import { paths } from '../../../../paths.ts';
import { findOrganisation } from '../../../directory/index.ts';
import { saveContent } from '../../drafts/save-content.ts';
import { emptyDraft, type Wolverhampton, wolverhampton } from '../../testing/wolverhampton.ts';
import { flowSaves, type SentFlows, sentFlowsId } from './flow.ts';

/* The flows of a footprint from the first that is filled in, by two people, while an organisation leaves. */

let service: TestService;
let place: Wolverhampton;
let editor: Visitor;
let otherEditor: Visitor;

const slug = 'wolverhampton';
const kindPage = paths.roadmapContent(slug, 'flows', 'discharge-summaries');

beforeAll(async () => {
  service = await startTestService('facts');
  place = await wolverhampton(service);
  await emptyDraft(place);
  const scopeId = place.footprint.areaId;
  editor = await signInAs(service, [{ role: 'editor', scopeId }], { name: 'Eve Editor' });
  otherEditor = await signInAs(service, [{ role: 'editor', scopeId }], { name: 'Ed Editor' });
});
afterAll(() => service.close());

const form = (revision: number, fields: Record<string, string>) => ({
  version: '1',
  revision: `${revision}`,
  ...fields,
});
const fromTrust = () => paths.roadmapContent(slug, 'flows', 'discharge-summaries', place.trustId);

it('is filled in on one page, and read as a matrix, in words and as a share', async () => {
  expect((await editor.read(paths.roadmapContent(slug, 'flows'))).text).not.toContain('How many flows are digital');
  const wrong = await editor.submit(fromTrust(), form(0, { 'planned-general-practices': 'structured-message' }));
  expect(readPage(wrong, 422).errors.map(({ field }) => field)).toEqual([
    'Now: General practices',
    'By, like March 2018 or Q4 2017/18: General practices',
  ]);

  const saved = await editor.submit(
    fromTrust(),
    form(0, {
      'now-general-practices': 'document-message',
      'planned-general-practices': 'structured-message',
      'by-general-practices': 'Q4 2017/18',
      'standard-general-practices': 'itk',
      'now-care-homes': 'paper',
      'go-to': 'next',
    }),
  );
  expect(saved.headers.location).toBe(paths.roadmapContent(slug, 'flows', 'discharge-summaries', 'general-practices'));

  const kind = await editor.read(kindPage);
  const trust = place.members.find(({ organisationId }) => organisationId === place.trustId)?.name ?? '';
  expect(kind.link(trust)).toBe(fromTrust());
  expect(kind.table('Discharge summaries: from whom to whom, and how')).toEqual([
    [
      trust,
      'Document sent as a message: General practices Paper, fax or telephone: Care homes and home care',
      'Structured message (Interoperability Toolkit) by 2017/18 Q4: General practices',
    ],
  ]);
  const flows = await editor.read(paths.roadmapContent(slug, 'flows'));
  expect(flows.table('How many flows are digital')).toEqual([
    ['Now', '1 of 2 (50%)', '0 of 2 (0%)'],
    ['By 31 March 2018', '1 of 2 (50%)', '1 of 2 (50%)'],
  ]);
  const overview = await editor.read(paths.roadmap(slug));
  expect(overview.task('Information flows')).toBe('Written');
  const missing =
    'Say how “Referrals” goes: universal capability D cannot be had without it, and no flow of it is written';
  expect(overview.link(missing)).toBe(paths.roadmapContent(slug, 'flows', 'referrals'));
  const history = await editor.read(paths.draftHistory(slug, `flows:discharge-summaries:${place.trustId}`));
  expect(history.title).toBe(`Earlier texts Discharge summaries from ${trust}`);
});

it('keeps both texts of two who fill in the same sender, and lets others be filled in meanwhile', async () => {
  const late = await otherEditor.submit(fromTrust(), form(0, { 'now-general-practices': 'e-mail' }));
  const both = readPage(late, 409).section('Eve Editor saved this while you were writing');
  expect(both.text).toContain('To General practices');
  expect(both.text).toContain('E-mail');
  const elsewhere = paths.roadmapContent(slug, 'flows', 'discharge-summaries', 'care-homes');
  expect((await otherEditor.submit(elsewhere, form(0, { 'now-general-practices': 'paper' }))).statusCode).toBe(303);
});

it('stops at the flows of an organisation that is no longer a member, until they are cleared', async () => {
  const { context } = service;
  const stranger = (await findOrganisation(context.database, 'RKB', context.pack.positionOn))?.organisationId ?? '';
  const sent: SentFlows = {
    kindId: 'discharge-summaries',
    from: { organisation: stranger },
    flows: [{ to: { party: 'care-homes' }, wayNow: 'paper', standardId: null, planned: null, note: '' }],
  };
  const target = { footprintId: place.footprint.areaId, versionNumber: 1, revision: 0 };
  await saveContent(context, { ...target, kind: flowSaves, id: sentFlowsId(sent), content: sent }, place.by);

  const message = 'Clear the flows under “Discharge summaries” from or to an organisation that is no longer a member';
  const page = paths.roadmapContent(slug, 'flows', 'discharge-summaries', stranger);
  expect((await editor.read(paths.roadmap(slug))).link(message)).toBe(page);
  expect((await editor.read(page)).title).toBe('Discharge summaries From An organisation that is no longer a member');
  expect((await editor.submit(page, form(1, {}))).statusCode).toBe(303);
  expect((await editor.read(paths.roadmap(slug))).links).not.toContain(message);
});

it('finds no kind and no sender under an address that names none', async () => {
  const unknownKind = await editor.get(paths.roadmapContent(slug, 'flows', 'gossip'));
  expect(readPage(unknownKind, 404).links).toContain('Go to the information flows');
  const unknownSender = await editor.get(paths.roadmapContent(slug, 'flows', 'referrals', 'nobody'));
  expect(readPage(unknownSender, 404).links).toContain('Go to “Referrals”');
});
