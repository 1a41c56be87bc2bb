import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';

let service: TestService;
let visitor: Visitor;

beforeAll(async () => {
  service = await startTestService('facts');
  visitor = new Visitor(service.app);
});
afterAll(() => service.close());

describe('questionnaires for everybody', () => {
  it('are found from the data, with the rounds that ask them', async () => {
    expect((await visitor.read(paths.data())).link('questionnaires')).toBe(paths.questionnaires());
    const page = await visitor.read(paths.questionnaires());
    expect(page.table('Questionnaires and their versions')).toContainEqual([
      'Digital maturity self-assessment 2017, version 1',
      'Digital maturity self-assessment 2017',
    ]);
    expect(page.places).toContain(paths.questionnaire('dmsa-2015', '1'));
  });

  it('say whose words they are, how they are scored and what they ask of whom', async () => {
    const page = await visitor.read(paths.questionnaire('dmsa-2017', '1'));
    expect(page.section('Whose words these are').text).toMatch(/\d+ questions: ours, found in no published source/);
    expect(page.section('How it is scored').text).toContain('Scores are from 0 to 100, shown as whole numbers.');
    expect(page.table('Answers that score, and what each scores')).toContainEqual([
      'Mostly agree',
      'How far do you agree?',
      '75',
    ]);
    expect(page.link('Questions, scales and scoring (JSON)')).toBe(paths.apiItem('instruments', 'dmsa-2017', '1'));
    expect(page.link('8. Orders and results management')).toBe(paths.questionnaireSection('dmsa-2017', '1', 'orders'));
    expect(page.table('Questions put to each care setting')).toContainEqual(['Ambulance services', '95', 'None']);
  });

  it('show the questions of a section, of all care settings or of one, with what each came from', async () => {
    const all = await visitor.read(paths.questionnaireSection('dmsa-2017', '1', 'transfers'));
    const ambulance = await visitor.read(all.link('Ambulance services'));
    const questions = (page: typeof all) => page.headings.filter((heading) => /^TC\d+/.test(heading)).length;
    expect([questions(all), questions(ambulance)]).toEqual([15, 6]);
    expect(ambulance.text).toMatch(
      /It asks (the same as|for less than|for more than) TC\d+ of “Digital maturity self-assessment 2015\/16” \(inferred\); answers are/,
    );
    expect(all.link('Exemplars of it')).toBe(paths.exemplars({ group: 'transfers' }));
  });

  it('are there only once they may be asked', async () => {
    for (const address of [
      paths.questionnaire('dmsa-2015', '7'),
      paths.questionnaire('nothing', '1'),
      paths.questionnaireSection('dmsa-2015', '1', 'nothing'),
    ]) {
      expect((await visitor.get(address)).statusCode).toBe(404);
    }
  });
});
