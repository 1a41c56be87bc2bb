import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';

let service: TestService;
let analyst: Visitor;

beforeAll(async () => {
  service = await startTestService('demo');
  analyst = await signInAs(service, [{ role: 'analyst' }]);
});
afterAll(() => service.close());

describe('questionnaires', () => {
  it('are listed with their versions and where each stands', async () => {
    const page = await analyst.read(paths.instruments());
    expect(page.section('Digital maturity self-assessment 2015/16').text).toMatch(
      /Version 1 In use Answered since 1 November 2015\. Digital maturity self-assessment 2015\/16/,
    );
    expect(page.places).toContain(paths.instrument('dmsa-2015', '1'));
    expect((await analyst.read(paths.workspace())).places).toContain(paths.instruments());
  });

  it('are told with what they ask, and the ways to look at it', async () => {
    const page = await analyst.read(paths.instrument('dmsa-2017', '1'));
    expect(page.text).toContain('Version 1 Digital maturity self-assessment 2017');
    expect(page.places).toContain(paths.instrumentPreview('dmsa-2017', '1', { setting: 'ambulance' }));
    expect(page.places).toContain(paths.instrumentScoring('dmsa-2017', '1'));
    expect(page.link('Differences from Digital maturity self-assessment 2015/16, version 1')).toBe(
      paths.instrumentDifferences('dmsa-2017', '1'),
    );
    expect((await analyst.read(paths.instrument('dmsa-2015', '1'))).text).toContain('It is the first version');
  });

  it('stand beside the one before, both wordings side by side', async () => {
    const page = await analyst.read(paths.instrumentDifferences('dmsa-2017', '1'));
    expect(page.text).toMatch(
      /Beside Digital maturity self-assessment 2015\/16, version 1: \d+ questions are new, \d+ changed, 2 gone/,
    );
    const rows = page.table('Differences question by question').map((row) => row.join(' | '));
    expect(rows.find((row) => row.startsWith('LD5 Gone'))).toContain('It is gone.');
    expect(rows.some((row) => row.includes('New |') && row.includes('It is new.'))).toBe(true);
    expect(rows.some((row) => /Changed .*It asks for (less|more)\. Answers are not compared\./.test(row))).toBe(true);
  });

  it('are for those who run the programme', async () => {
    const contributor = await signInAs(service, [{ role: 'contributor', scopeId: 'RL4' }]);
    for (const address of [paths.instruments(), paths.instrument('dmsa-2015', '1')]) {
      expect((await contributor.get(address)).statusCode).toBe(403);
    }
    expect((await analyst.get(paths.instrument('dmsa-2015', '7'))).statusCode).toBe(404);
    expect((await analyst.get(paths.instrumentPreview('nothing', '1', {}))).statusCode).toBe(404);
  });
});
