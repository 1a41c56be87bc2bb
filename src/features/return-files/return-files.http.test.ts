import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { cellsOf, unpacked } from '../../platform/files/workbook/testing/unpacked.ts';
import { pdf } from '../assessment/testing/evidence-steps.ts';
import { sectionOf } from '../assessment/testing/pages.ts';
import { nextTrust, roundId } from '../assessment/testing/real-instrument.ts';

let service: TestService;
let ben: Visitor;
const trust = nextTrust();
const secret = 'between us: the board has not seen this';
const section = 'strategic-alignment';

beforeAll(async () => {
  service = await startTestService('facts', { clock: () => new Date('2015-12-03T10:00:00Z') });
  ben = await signInAs(service, [{ role: 'coordinator', scopeId: trust }]);
  await ben.submit(sectionOf(trust, section), {
    'answer-SA1': 'mostly-agree',
    'comment-SA1': '=HYPERLINK("http://example.org","a note")',
    'revision-SA1': '0',
  });
  const evidence = paths.questionEvidence(trust, roundId, { section, question: 'SA1' });
  await ben.upload(evidence, { title: 'Minutes of May' }, { name: 'minutes.pdf', content: pdf('minutes') });
  await ben.submit(paths.questionNotes(trust, roundId, 'SA1'), { 'text-new': secret });
});
afterAll(() => service.close());

const take = (format: 'xlsx' | 'csv' | 'json', as = ben) => as.get(paths.returnDownload(trust, roundId, format));

describe('answers as files', () => {
  it('are found from the list of sections, at any time', async () => {
    const other = nextTrust();
    const carol = await signInAs(service, [{ role: 'coordinator', scopeId: other }]);
    const list = await carol.read(paths.assessment(other, roundId));
    expect(list.link('Answers as files')).toBe(`/workspace/assessments/${other}/${roundId}/files`);
    const page = await carol.read(paths.returnFiles(other, roundId));
    expect(page.link('Workbook (XLSX)')).toBe(paths.returnDownload(other, roundId, 'xlsx'));
    expect((await carol.get(paths.returnDownload(other, roundId, 'json'))).json().state).toBe('Nothing answered yet');
  });

  it('hold the answer, its note and the title of its evidence in a workbook', async () => {
    const answer = await take('xlsx');
    expect(answer.headers['content-disposition']).toContain(`answers-${trust}-${roundId}.xlsx`);
    const parts = unpacked(answer.rawPayload);
    const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/')).map(([, text]) => cellsOf(text));
    const row = sheets
      .flatMap((cells) => [...cells].filter(([, text]) => text === 'SA1').map(([at]) => ({ cells, row: at.slice(1) })))
      .at(0);
    const at = (column: string) => row?.cells.get(`${column}${row.row}`);
    expect([at('C'), at('D')]).toEqual(['Mostly agree', '=HYPERLINK("http://example.org","a note")']);
    expect([at('E'), at('F'), at('G')]).toContain('Minutes of May');
    expect([...(sheets[0]?.values() ?? [])]).toContain(trust);
  });

  it('hold the same in a table and for programs', async () => {
    const rows: Record<string, string>[] = parse((await take('csv')).body, { columns: true, bom: true });
    expect(rows.find((row) => row.question_id === 'SA1')).toMatchObject({ answer: 'Mostly agree', class: 'evidenced' });
    const whole = (await take('json')).json();
    expect(whole).toMatchObject({ schema: 'local-digital-roadmaps/own-return/1', organisation: { code: trust } });
    expect(whole.items.find(({ question }: { question: string }) => question === 'SA1')).toMatchObject({
      answer: { kind: 'option', optionId: 'mostly-agree' },
      evidence: ['Minutes of May'],
      revision: 1,
    });
  });

  it('have nobody’s private notes', async () => {
    const workbook = [...unpacked((await take('xlsx')).rawPayload).values()];
    for (const text of [...workbook, (await take('csv')).body, (await take('json')).body]) {
      expect(text.includes(secret)).toBe(false);
    }
  });

  it('are refused to those who may not read the answers yet', async () => {
    const others = await signInAs(service, [{ role: 'analyst' }]);
    const statuses = await Promise.all(
      [
        paths.returnFiles(trust, roundId),
        ...(['xlsx', 'csv', 'json'] as const).map((each) => paths.returnDownload(trust, roundId, each)),
      ].map(async (address) => (await others.get(address)).statusCode),
    );
    expect(statuses).toEqual([403, 403, 403, 403]);
  });
});
