import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../project-folder.ts';
import { questionsFor, scaleOf, sectionsOf } from './programme-lookups.ts';
import { readProgrammePack } from './read-programme-pack.ts';

const pack = await readProgrammePack(join(import.meta.dirname, '../../../programmes/england-wgll'));
const [instrument] = pack.instruments;
if (instrument === undefined) {
  throw new Error('the pack england-wgll has no instrument');
}
const questions = sectionsOf(instrument).flatMap((section) => section.questions);
const domains = questions.filter((question) => scaleOf(instrument, question).scored);
const context = questions.filter((question) => !domains.includes(question));
const elements = domains.flatMap(({ levels }) => levels.flatMap((level) => level.elements));

describe('the pack england-wgll', () => {
  it('has a care setting for every one of the official results, and none besides but general practice', async () => {
    const file = await readFile(projectFolder('reference', 'official-results', 'dma-2024-2025-2.csv'), 'utf8');
    const named = new Set([...file.matchAll(/,([A-Z][a-z ]+),20\d\d,/g)].map(([, name]) => name));
    const known = pack.careSettings.flatMap(({ officialNames }) => officialNames);
    expect(known.toSorted()).toEqual([...named].toSorted());
    expect(pack.careSettings.filter(({ officialNames }) => officialNames.length === 0).map(({ id }) => id)).toEqual([
      'primary-care',
    ]);
  });

  // Well led, foundations, safe practice, workforce, people, care, populations: what the decimals of the published
  // scores allow. In acute and community services they allow 17 to 19 foundations, and general practice is unpublished.
  it.each([
    ['acute', [4, 18, 4, 4, 7, 5, 5]],
    ['community', [4, 18, 4, 4, 7, 5, 5]],
    ['mental-health', [4, 17, 4, 4, 7, 4, 5]],
    ['ambulance', [4, 14, 4, 4, 2, 3, 4]],
    ['icb', [4, 4, 3, 2, 5, 4, 5]],
    ['primary-care', [1, 3, 0, 1, 3, 1, 0]],
  ])('asks %s about as many domains of each pillar as are scored', (careSetting, counts) => {
    const asked = new Set(questionsFor(instrument, careSetting));
    expect(
      instrument.themes.map(
        ({ sections }) =>
          sections
            .flatMap((section) => section.questions)
            .filter((question) => asked.has(question) && domains.includes(question)).length,
      ),
    ).toEqual(counts);
  });

  it('lets few domains be left out of the score, and says in their help when', () => {
    const leftOut = questions.filter(({ notApplicable }) => notApplicable);
    expect(leftOut.map(({ id }) => id)).toEqual(['SF11', 'SF12', 'SF13', 'IEP4', 'IIC3', 'HP4']);
    expect(leftOut.filter(({ help }) => !/answer “not applicable”/i.test(help))).toEqual([]);
  });

  it('is answered by levels throughout, of two to four elements each above the first', () => {
    for (const { id, title, evidence, levels } of domains) {
      expect(title, id).not.toBeNull();
      expect(evidence.length, id).toBeGreaterThanOrEqual(2);
      const [first, ...others] = levels.map((level) => level.elements.length);
      expect(first, id).toBe(0);
      expect(
        others.filter((count) => count < 2 || count > 4),
        id,
      ).toEqual([]);
    }
  });

  it('words a question as one, and an element as a sentence that is true or is not', () => {
    expect(domains.filter(({ text }) => !/^How .*\?$/.test(text)).map(({ id }) => id)).toEqual([]);
    expect(elements.filter(({ text }) => !/^[A-Z].*[^.]\.$/.test(text)).map(({ id }) => id)).toEqual([]);
  });

  it('asks a little for context, some of it only after an answer, and says so', () => {
    expect(context.map(({ id, when }) => [id, when?.question ?? null])).toEqual([
      ['CSF1', null],
      ['CSF2', 'CSF1'],
      ['CSF3', 'CSF1'],
      ['CSF4', 'CSF1'],
      ['CSF5', null],
      ['CSF6', 'CSF5'],
      ['ICSF1', null],
      ['ICSF2', 'ICSF1'],
      ['CIC1', null],
      ['CIC2', 'CIC1'],
    ]);
    expect(context.filter(({ help }) => !help.startsWith('Context only; it is not scored.'))).toEqual([]);
    expect(domains.filter(({ when }) => when !== null)).toEqual([]);
  });

  it('asks no care setting for the same element twice', () => {
    for (const { id } of pack.careSettings) {
      const texts = questionsFor(instrument, id).flatMap(({ levels }) =>
        levels.flatMap((level) => level.elements.map(({ text }) => text)),
      );
      expect(texts.length, id).toBe(new Set(texts).size);
    }
  });

  it('never calls its own wording official', () => {
    expect(questions.filter(({ standing }) => standing !== 'inferred')).toEqual([]);
  });
});
