import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { systemClock } from '../../platform/clock.ts';
import { findFootprint } from '../directory/index.ts';
import { clearedVersion } from '../review/testing/reviewed.ts';
import { later, type Wolverhampton, wolverhampton } from '../roadmap/testing/wolverhampton.ts';
import { readProgrammeNow } from '../rounds/index.ts';
import { readDownload } from './download-text.ts';
import { findPublication } from './publication-repository.ts';
import { publishVersion } from './publish-version.ts';
import { publishedVersion } from './testing/published.ts';

const slug = 'wolverhampton';
const label = 'Digital roadmap 2098/99';
const roundId = 'digital-roadmap-2098-99';
const fields = { label, 'baseline-round': 'dmsa-2015', 'opens-on': '1 12 2098', 'due-on': '31 1 2099' };

let service: TestService;
let place: Wolverhampton;
let manager: Visitor;
let lead: Visitor;
/** Of a footprint of which a draft of the round of 2016 is being written. */
let draftLead: Visitor;
let publishedThen: string;

beforeAll(async () => {
  service = await startTestService('demo', { clock: systemClock });
  place = await wolverhampton(service);
  await publishedVersion(place);
  publishedThen = (await publication(1))?.downloadText ?? '';
  manager = await signInAs(service, [{ role: 'programme-manager' }], { name: 'Pat Manager' });
  draftLead = await leadOf('gloucestershire');
  lead = await signInAs(service, [{ role: 'lead', scopeId: place.footprint.areaId }]);
});
afterAll(() => service.close());

async function leadOf(ofSlug: string): Promise<Visitor> {
  const footprint = await findFootprint(service.database, ofSlug, service.context.pack.positionOn);
  return signInAs(service, [{ role: 'lead', scopeId: footprint?.areaId ?? '' }]);
}

const publication = (number: number) => findPublication(service.database, place.footprint.areaId, number);
const textOf = async (visitor: Visitor, address: string) => (await visitor.read(address)).text;
const start = async () => lead.post(paths.roadmap(slug), { _csrf: await lead.tokenOf(paths.account()) });

describe('a round of planning that is planned on screen', () => {
  it('is told everything that is wrong with it', async () => {
    const wrong = await manager.submit(paths.newPlanningRound(), {
      ...fields,
      label: 'X',
      'baseline-round': 'ldr-2016',
    });
    expect(readPage(wrong, 422).errors).toEqual([
      { field: 'Name', message: 'The name must have at least three letters or numbers' },
      {
        field: 'Round of assessment that the baseline is taken from',
        message: 'Choose the round that the baseline is taken from',
      },
    ]);
  });

  it('is there once, with the years of its deadline, though two people plan it at the same moment', async () => {
    const _csrf = await manager.tokenOf(paths.newPlanningRound());
    const both = await Promise.all([0, 1].map(() => manager.post(paths.newPlanningRound(), { ...fields, _csrf })));
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422]);
    const page = await textOf(manager, paths.round(roundId));
    expect(page).toContain('Digital maturity self-assessment 2015/16');
    expect(page).toContain('End 2098/99 to End 2100/01');
    expect(page).toContain('2099/00 Q1 to 2099/00 Q4');
    expect(await textOf(manager, paths.round('ldr-2016'))).toContain('2016/17 Q2 to 2017/18 Q4');
    expect(await textOf(lead, paths.roadmap(slug))).not.toContain(label);
    expect((await start()).headers.location).toBe(paths.roadmap(slug));
    expect(await textOf(lead, paths.roadmap(slug))).toContain('Version 1');
  });

  it('that is closed takes no first version to be frozen, and says so', async () => {
    await manager.submit(paths.closeRound('ldr-2016'), { reason: 'All are in', after: '1' });
    const page = await draftLead.read(paths.roadmap('gloucestershire'));
    expect(page.text).toContain('This planning round is closed. 5 organisations');
    expect(page.text).toContain('its first version cannot be frozen or submitted');
    expect(page.buttons).not.toContain('Freeze this version');
    expect((await draftLead.get(paths.freeze('gloucestershire'))).statusCode).toBe(409);
    const _csrf = await draftLead.tokenOf(paths.account());
    const frozen = await draftLead.post(paths.freeze('gloucestershire'), { version: '1', _csrf });
    expect(readPage(frozen, 409).text).toContain('cannot be frozen or submitted');
    await manager.submit(paths.openRound('ldr-2016'), { reason: 'One is missing', after: '2' });
    expect((await draftLead.read(paths.roadmap('gloucestershire'))).buttons).toContain('Freeze this version');
  });

  it('is put right before it opens', async () => {
    const plan = { ...fields, 'due-on': '30 6 2099', reason: 'A slip', after: '0' };
    expect((await manager.submit(paths.correctRound(roundId), plan)).statusCode).toBe(303);
    expect(await textOf(manager, paths.round(roundId))).toContain('2099/00 Q2 to 2100/01 Q4');
    const back = { ...fields, reason: 'It was right', after: '1' };
    expect((await manager.submit(paths.correctRound(roundId), back)).statusCode).toBe(303);
  });

  it('keeps the round of assessment that its baseline is taken from', async () => {
    const days = { 'opens-on': '1 1 2098', 'due-on': '1 1 2098' };
    const assessment = { label: 'Assessment 2098', instrument: 'dmsa-2015', ...days };
    expect((await manager.submit(paths.newRound(), assessment)).statusCode).toBe(303);
    const plan = { ...fields, 'baseline-round': 'assessment-2098', reason: 'The newer', after: '2' };
    expect((await manager.submit(paths.correctRound(roundId), plan)).statusCode).toBe(303);
    const slip = { ...assessment, 'due-on': '1 2 2099', reason: 'A slip', after: '0' };
    const afterThePlan = await manager.submit(paths.correctRound('assessment-2098'), slip);
    expect(readPage(afterThePlan, 422).text).toContain('must not be after that of a planning round');
    const moved = { ...slip, 'due-on': '15 1 2099' };
    expect((await manager.submit(paths.correctRound('assessment-2098'), moved)).statusCode).toBe(303);
    const early = { ...plan, 'due-on': '14 1 2099', after: '3' };
    const beforeIt = await manager.submit(paths.correctRound(roundId), early);
    const anew = { ...fields, label: 'One more', 'baseline-round': 'assessment-2098', 'due-on': '14 1 2099' };
    const newlyBefore = await manager.submit(paths.newPlanningRound(), anew);
    for (const refused of [beforeIt, newlyBefore]) {
      expect(readPage(refused, 422).text).toContain('must not be before that of the round that the baseline');
    }
    const gone = { reason: 'Not wanted', after: '1' };
    const reason = 'A planning round takes its baseline from this round';
    const withdrawn = await manager.submit(paths.newRound(), gone, paths.withdrawRound('assessment-2098'));
    expect(readPage(withdrawn, 409).text).toContain(reason);
    expect(await textOf(manager, paths.withdrawRound('assessment-2098'))).toContain(reason);
    expect(await textOf(manager, paths.round('assessment-2098'))).not.toContain('Withdraw the round');
    const back = { ...fields, reason: 'The older', after: '3' };
    expect((await manager.submit(paths.correctRound(roundId), back)).statusCode).toBe(303);
    const opened = { reason: 'By mistake', after: '1' };
    expect((await manager.submit(paths.openRound('assessment-2098'), opened)).statusCode).toBe(303);
    const undone = { reason: 'Not wanted', after: '2' };
    expect((await manager.submit(paths.withdrawRound('assessment-2098'), undone)).statusCode).toBe(303);
  });

  it('is opened, extended for one footprint, and told to its lead beside the roadmap of before', async () => {
    await manager.submit(paths.openRound(roundId), { reason: 'We are ready', after: '4' });
    const scope = { scope: 'footprint', footprint: slug, 'due-on': '1 5 2099' };
    await manager.submit(paths.extendRound(roundId), { ...scope, reason: 'Flooded', after: '5' });
    const page = await textOf(lead, paths.roadmap(slug));
    expect(page).toMatch(
      /Digital roadmap 2098\/99 Nobody has begun the roadmap of this round here.*asks for it by 23:59 on 1 May 2099/,
    );
    expect(page).toContain('Local Digital Roadmap 2016');
    expect(await textOf(lead, paths.workspace())).toContain('23:59 on 1 May 2099');
    const coverage = (await manager.get(paths.planCoverageFile({ find: slug }))).body;
    expect(coverage).toContain('2099-05-01');
    expect(coverage).toContain('Not begun in this round');
    expect(coverage).toContain('Local Digital Roadmap 2016: Published');
    const list = await textOf(manager, paths.planCoverage());
    expect(list).toContain('Still in another round');
    expect(list).toMatch(/South East London.* Local Digital Roadmap 2016, due 22 December 2017/);
    expect(list).not.toContain('Extended to 22 December 2017');
    const map = (await manager.get(paths.planCoverage())).body.matchAll(/<title>[^<]*: (\d+) of \d+/g);
    expect(new Set([...map].map(([, submitted]) => submitted))).toEqual(new Set(['0']));
    expect(await textOf(manager, paths.roadmap('doncaster'))).toContain('asks for it by 23:59 on 31 January 2099');
  });

  it('leaves the coverage of the round before it to be read, as a list, on the map and as a file', async () => {
    const before = { round: 'ldr-2016' };
    const page = await manager.read(paths.planCoverage(before));
    expect(page.text).toContain('Local Digital Roadmap 2016: due at 23:59 on 22 December 2017');
    expect(page.link('the round that is worked in now')).toBe(paths.planCoverage());
    const standing = page.table('36 footprints, by name').map(([, stands = '']) => stands);
    expect(new Set(standing)).toContain('Nothing recorded here');
    expect(standing.join()).not.toMatch(/due 31 January 2099|Not begun in this round/);
    const { body } = await manager.get(paths.planCoverage(before));
    expect(body).toMatch(
      /<option value="ldr-2016" selected="">Local Digital Roadmap 2016<.*|<option value="digital-roadmap/,
    );
    expect(page.link('2')).toBe(paths.planCoverage({ ...before, page: '2' }));
    expect(page.link('Download the list (CSV)')).toBe(paths.planCoverageFile(before));
    expect([...body.matchAll(/<title>[^<]*: (\d+) of \d+/g)].some(([, submitted]) => Number(submitted) > 0)).toBe(true);
    const file = (await manager.get(paths.planCoverageFile(before))).body;
    expect(file).toMatch(/\nWolverhampton,.*,Published,Published,,2017-12-22,/);
    expect(file).toMatch(/\nGloucestershire,.*,Draft,Being written,/);
    expect(file).not.toContain('2099');
    expect((await manager.read(paths.round('ldr-2016'))).link('See who has not submitted')).toBe(
      paths.planCoverage(before),
    );
    expect((await manager.get(paths.planCoverage({ round: 'dmsa-2015' }))).statusCode).toBe(404);
  });

  it('leaves what a review settled in the work of those who act on it, beside the roadmap to begin', async () => {
    const suffolk = await leadOf('suffolk-and-north-east-essex');
    const cleared = await textOf(suffolk, paths.workspace());
    expect(cleared).toMatch(/Publish the roadmap of Suffolk.*Version 1. Cleared.*Start the.*23:59 on 31 January 2099/);
    expect((await suffolk.submit(paths.roadmap('suffolk-and-north-east-essex'), {})).statusCode).toBe(303);
    const begun = await suffolk.read(paths.workspace());
    expect(begun.text).toMatch(/Publish the roadmap of Suffolk.*Version 1. Cleared.*Complete and freeze.*Version 2/);
    const publish = begun.link('Publish the roadmap of Suffolk and North East Essex, for “Local Digital Roadmap 2016”');
    expect((await suffolk.read(publish)).text).toMatch(/version 1/i);
    const toAnswer = await leadOf('bristol-north-somerset-and-south-gloucestershire');
    const work = await textOf(toAnswer, paths.workspace());
    expect(work).toMatch(/Begin a new version of the roadmap of Bristol.*Version 1. Changes requested/);
    expect(work).toContain('Start the roadmap of Bristol');
  });

  it('says what becomes of a draft before its own is begun, and keeps the words of that to be copied', async () => {
    const work = await draftLead.read(paths.workspace());
    expect(work.task('Complete and freeze the roadmap of Gloucestershire, for “Local Digital Roadmap 2016”')).toBe(
      'To do',
    );
    expect(work.task(`Start the roadmap of Gloucestershire, for “${label}”`)).toBe('To do');
    expect(work.text).toContain(
      'Not begun. Version 1, for “Local Digital Roadmap 2016”, is being drafted, and can only be read once this one is begun',
    );
    expect(await textOf(draftLead, paths.footprint('gloucestershire'))).toContain(
      'Version 1 of the roadmap is being drafted',
    );
    const before = await textOf(draftLead, paths.roadmap('gloucestershire'));
    expect(before).toContain('Once it is started, nobody can write in version 1, freeze it or submit it any more');
    expect(before).not.toContain('stays as it is');
    expect((await draftLead.submit(paths.roadmap('gloucestershire'), {})).statusCode).toBe(303);

    const overview = await draftLead.read(paths.roadmap('gloucestershire'));
    expect(overview.text).toMatch(/Version 1, for “Local Digital Roadmap 2016”, was left behind as a draft/);
    expect(overview.text).toMatch(/Version 1 Left behind First version/);
    const file = (await manager.get(paths.planCoverageFile({ round: 'ldr-2016', wait: 'left-behind' }))).body;
    expect(file).toMatch(/\nGloucestershire,[^,]*,Draft,Left behind as a draft,,2017-12-22,/);
    const trajectory = await draftLead.read(paths.roadmapContent('gloucestershire', 'trajectory'));
    expect(trajectory.section('What was written before').text).toMatch(/for “Local Digital Roadmap 2016” Left behind$/);
    const left = await draftLead.read(overview.link('read version 1 and copy from it'));
    expect(left.text).toMatch(/This draft was left behind when .* State Left behind/);
    expect(left.text).not.toContain('can still change');
    const history = await draftLead.read(left.section('Earlier texts').link('Capability trajectory'));
    expect(history.text).toContain('Save 1, the latest');
    expect(history.details('Show what it said').text).toContain('End 2016/17');
    expect((await draftLead.get(paths.draftHistory('gloucestershire', 'trajectory', 7))).statusCode).toBe(404);
  });

  it('has roadmaps of its own years, begun beside those of before and once', async () => {
    const both = await Promise.all([start(), start()]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    const page = await textOf(lead, paths.roadmap(slug));
    expect(page).toMatch(/Digital roadmap 2098\/99 Roadmap of .*Version 2 .*by 23:59 on 1 May 2099/);
    expect(page).toContain('First version: Local Digital Roadmap 2016');
    const beside = (await lead.read(paths.roadmap(slug))).section('What was written before');
    expect(beside.text).toContain('This draft began empty');
    expect(beside.link('Wolverhampton, version 1, for “Local Digital Roadmap 2016”')).toBe(paths.readVersion(slug, 1));
    const vision = await lead.read(paths.roadmapContent(slug, 'parts', 'vision'));
    expect(vision.details('Wolverhampton, version 1, for “Local Digital Roadmap 2016”').text).not.toBe('');
    const trajectory = await textOf(lead, paths.roadmapContent(slug, 'trajectory'));
    expect(trajectory).toContain('End 2098/99');
    expect(trajectory).not.toContain('End 2016/17');
    const late = { ...fields, label: 'Too late', reason: 'A slip', after: '6' };
    const corrected = await manager.submit(paths.closeRound(roundId), late, paths.correctRound(roundId));
    expect(readPage(corrected, 409).text).toContain('Somebody has begun to work');
    // What is under review is not overtaken.
    expect(await textOf(manager, paths.roadmap('south-east-london'))).not.toContain(label);
  });

  it('that is closed gives way to the one that is open, also for whoever had begun in it', async () => {
    const other = await leadOf('derbyshire');
    const isAsked = async (round: string, of = 'derbyshire') =>
      (await textOf(manager, paths.roadmap(of))).includes(round);
    const begin = async () => other.post(paths.roadmap('derbyshire'), { _csrf: await other.tokenOf(paths.account()) });
    expect((await begin()).statusCode).toBe(303);
    expect(await isAsked('Local Digital Roadmap 2016')).toBe(false);
    await manager.submit(paths.closeRound(roundId), { reason: 'Too early', after: '6' });
    expect(await textOf(manager, paths.roadmap('derbyshire'))).toMatch(
      /Local Digital Roadmap 2016 Nobody has begun the roadmap of this round here. It was due by 22 December 2017/,
    );
    expect(await isAsked('Nobody has begun the roadmap of this round here', slug)).toBe(false);
    expect((await begin()).statusCode).toBe(303);
    expect(await textOf(other, paths.roadmap('derbyshire'))).toMatch(
      /Local Digital Roadmap 2016 Roadmap of .*Version 2 /,
    );
    expect(await textOf(draftLead, paths.roadmap('gloucestershire'))).toContain(
      'The draft of this round was left behind for that of another, which is closed now',
    );
    expect(await textOf(draftLead, paths.workspace())).toContain('Take up the draft of the roadmap of Gloucestershire');
    expect((await draftLead.submit(paths.roadmap('gloucestershire'), {})).statusCode).toBe(303);
    const again = await draftLead.read(paths.roadmap('gloucestershire'));
    expect(again.text).toMatch(/Local Digital Roadmap 2016 Roadmap of .*Version 1 Draft.*Version 2 Left behind/);
    expect(again.buttons).toContain('Freeze this version');
    await manager.submit(paths.openRound(roundId), { reason: 'After all', after: '7' });
    expect(await textOf(other, paths.roadmap('derbyshire'))).not.toContain('Nobody has begun');
  });

  it('leads to a publication beside that of before, which stays as it was', async () => {
    const pack = await readProgrammeNow(service.database, service.context.pack);
    const now = { ...place, context: { ...place.context, pack }, by: { ...place.by, at: new Date() } };
    const { versionId } = await clearedVersion(now);
    expect(await publishVersion(place.context, versionId, later(now.by, 10))).toMatchObject({ superseded: [1] });
    const { document } = readDownload((await publication(2))?.downloadText ?? '');
    expect([document.round.label, document.version, document.terms.targetYears[0]?.id]).toEqual([label, 2, '2098-99']);
    expect((await publication(1))?.downloadText).toBe(publishedThen);
    expect(await textOf(manager, paths.publishedRoadmap(slug))).toContain('End 2098/99');
    const before = await textOf(manager, paths.publishedVersion(slug, 1));
    expect(before).toContain('This version is superseded');
    expect(before).toContain('End 2016/17');
  });
});
