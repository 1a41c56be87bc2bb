import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../../test/database/visitor.ts';
import { paths } from '../../../../paths.ts';
import { sectionOf } from '../../testing/pages.ts';
import { nextTrust } from '../../testing/real-instrument.ts';

const id = 'dmsa-2015';

let service: TestService;
let analyst: Visitor;

beforeAll(async () => {
  service = await startTestService('facts');
  analyst = await signInAs(service, [{ role: 'analyst' }]);
});
afterAll(() => service.close());

describe('a preview', () => {
  it('shows a section as those see it who answer, and nothing can be sent', async () => {
    const trust = nextTrust();
    const contributor = await signInAs(service, [{ role: 'contributor', scopeId: trust }]);
    const asked = await contributor.read(sectionOf(trust, 'records'));
    const preview = await analyst.read(paths.instrumentPreview(id, '1', { setting: 'acute', section: 'records' }));
    expect(preview.fields.length).toBeGreaterThan(4);
    expect(preview.fields).toEqual(asked.fields);
    expect(preview.headings.find((heading) => heading.includes('Records'))).toContain('Preview for');
    expect(preview.text).toContain('nothing that you choose here is saved');
    expect(preview.buttons.filter((button) => button.startsWith('Save'))).toEqual([]);
  });

  it('leads through every section of a care setting, from the first', async () => {
    const first = await analyst.read(paths.instrumentPreview(id, '1', { setting: 'ambulance' }));
    expect(first.text).toContain('Strategic alignment');
    expect(first.places).toContain(
      paths.instrumentPreview(id, '1', { setting: 'ambulance', section: 'enabling-infrastructure' }),
    );
    expect(first.link('Back to the questionnaire')).toBe(paths.instrument(id, '1'));
  });
});

describe('scoring with made-up answers', () => {
  const rowsOf = async (query: Record<string, string>) => {
    const page = await analyst.read(paths.instrumentScoring(id, '1', query));
    return page.table('Every score and how it adds up').map((row) => row.join(' | '));
  };

  it('shows the sum at every part, down to each answer', async () => {
    const highest = await rowsOf({ setting: 'acute', fill: 'highest' });
    expect(highest[0]).toBe('Overall | 100 | (100.0 + 100.0 + 100.0) ÷ 3 = 100.0');
    expect(highest.some((row) => /^1\. Strategic alignment \| 100 \| \(100\.0 \+ .* = 100\.0$/.test(row))).toBe(true);
    expect(highest.some((row) => /^SA1\. .* \| 100 \| Agree completely$/.test(row))).toBe(true);
    expect((await rowsOf({ setting: 'acute', fill: 'lowest' }))[0]).toContain('Overall | 0 |');
    expect((await rowsOf({ setting: 'acute', fill: 'none' }))[0]).toContain('Overall | No score');
  });

  it('takes what is chosen, and keeps it in the form alone', async () => {
    const query = {
      setting: 'acute',
      fill: 'highest',
      'answer-SA1': 'disagree-completely',
      'answer-SA2': 'no such thing',
    };
    const rows = await rowsOf(query);
    expect(rows.some((row) => /^SA1\. .* \| 0 \| Disagree completely$/.test(row))).toBe(true);
    expect(rows.some((row) => /^SA2\. .* \| 100 \| Agree completely$/.test(row))).toBe(true);
    const page = await analyst.read(paths.instrumentScoring(id, '1', query));
    const field = page.fields.find((label) => label.startsWith('SA1.')) ?? '';
    expect(page.field(field).value).toBe('Disagree completely');
    expect(await service.database.selectFrom('assessment').selectAll().execute()).toEqual([]);
  });

  it('is for those who run the programme', async () => {
    const executive = await signInAs(service, [{ role: 'executive', scopeId: nextTrust() }]);
    expect((await executive.get(paths.instrumentScoring(id, '1'))).statusCode).toBe(403);
    expect((await executive.get(paths.instrumentPreview(id, '1', {}))).statusCode).toBe(403);
  });
});
