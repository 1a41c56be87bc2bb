import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lineageOf } from './lineage/lineage.ts';
import { instrumentOfRound, questionsFor, scaleOf, sectionsOf } from './programme-lookups.ts';
import { readProgrammePack } from './read-programme-pack.ts';

const pack = await readProgrammePack(join(import.meta.dirname, '../../../programmes/england-ldr'));
const instrument = instrumentOfRound(pack, 'dmsa-2015');
const questions = sectionsOf(instrument).flatMap((section) => section.questions);

describe('the pack england-ldr', () => {
  it('has the themes and sections of the 2015/16 assessment, in order', () => {
    expect(instrument.themes.map((theme) => [theme.id, theme.sections.length])).toEqual([
      ['readiness', 5],
      ['capabilities', 8],
      ['infrastructure', 1],
    ]);
    expect(sectionsOf(instrument).map(({ number }) => number)).toEqual(
      Array.from({ length: 14 }, (_, index) => index + 1),
    );
  });

  it('keeps the ids that stored answers refer to', () => {
    const counts: Record<string, number> = {
      SA: 5,
      LD: 6,
      RS: 5,
      GV: 5,
      IG: 7,
      RA: 11,
      TC: 11,
      OR: 7,
      MM: 8,
      DS: 8,
      RC: 6,
      AO: 8,
      ST: 7,
      EI: 13,
    };
    const ids = Object.entries(counts).flatMap(([prefix, count]) =>
      Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`),
    );
    expect(questions.map(({ id }) => id)).toEqual(ids);
  });

  it('has the answer scores that were published', () => {
    expect(instrument.scales.map(({ id, options }) => [id, options.map(({ score }) => score)])).toEqual([
      ['agreement', [0, 25, 50, 75, 100]],
      ['percentage', [0, 20, 40, 60, 80, 100]],
      ['structure', [0, 50, 100]],
      ['nhs-number', [0, 17, 35, 52, 70, 87, 100]],
    ]);
  });

  it('names no year in what it says to those who write, so that it can be read in a round of any', () => {
    const { parts } = pack.roadmapTemplate;
    const said = [
      ...parts.flatMap(({ guidance, prompts }) => [guidance, ...prompts]),
      ...pack.universalCapabilities.flatMap(({ title, aims, goFurther, measures }) => [
        title,
        ...aims,
        ...goFurther,
        ...measures,
      ]),
      ...pack.reviewCriteria.map(({ question }) => question),
    ];
    expect(said.filter((text) => /\b20(1[5-9]|2\d)\b/.test(text))).toEqual([]);
  });

  it('words each question to fit its scale', () => {
    for (const question of questions) {
      const isStatement = scaleOf(instrument, question).id === 'agreement';
      expect(question.text, question.id).toMatch(
        isStatement ? /^[A-Z].*\.$/ : /^(\w+ )?what share of .*\?$|^How structured .*\?$/i,
      );
    }
    expect(new Set(questions.map(({ text }) => text)).size).toBe(questions.length);
  });

  it('asks each care setting the questions made for it and nothing made for another', () => {
    const asked = (setting: string) => questionsFor(instrument, setting).map(({ id }) => id);
    expect(asked('acute')).toEqual(expect.arrayContaining(['TC6', 'TC8', 'DS5', 'AO1']));
    expect(asked('mental-health')).toEqual(expect.arrayContaining(['RA9', 'RC3', 'AO1']));
    expect(asked('community')).toEqual(expect.arrayContaining(['RA9', 'AO6']));
    expect(asked('ambulance')).toEqual(expect.arrayContaining(['RA9', 'TC11', 'AO6']));
    expect(asked('ambulance')).not.toContain('TC6');
  });

  it('has seven capability groups, each with a section of its own, and ten universal capabilities', () => {
    expect(pack.capabilityGroups.map(({ id }) => id)).toEqual([
      'records',
      'transfers',
      'orders',
      'medicines',
      'decision-support',
      'remote-care',
      'assets',
    ]);
    expect(new Set(pack.capabilityGroups.map(({ section }) => section)).size).toBe(7);
    expect(pack.universalCapabilities.map(({ id }) => id).join('')).toBe('ABCDEFGHIJ');
  });

  it('numbers the parts of a roadmap from 0 to 10 and keeps only the risks from the public edition', () => {
    expect(pack.roadmapTemplate.parts.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(pack.roadmapTemplate.parts.filter(({ visibility }) => visibility === 'assured').map(({ id }) => id)).toEqual(
      ['risks'],
    );
  });

  it('never calls its own reconstruction official', () => {
    expect(questions.filter(({ standing }) => standing === 'official')).toEqual([]);
    expect(pack.universalCapabilities.filter(({ standing }) => standing === 'official')).toEqual([]);
    expect(pack.commitments.filter(({ source, standing }) => source.url === null && standing !== 'inferred')).toEqual(
      [],
    );
  });
});

it('asks under each version what it always asked: a service with answers starts on no other text of it', () => {
  const digests = pack.instrumentsAsWritten.map(({ id, version, digest }) => [`${id} ${version}`, digest.slice(0, 12)]);
  expect(Object.fromEntries(digests)).toEqual({ 'dmsa-2015 1': '394427b7d514', 'dmsa-2017 1': '857c5224d58c' });
});

describe('the questionnaire of 2017', () => {
  const second = pack.instruments.find(({ id }) => id === 'dmsa-2017') ?? instrument;
  const lineage = lineageOf(pack, second, instrument);

  it('has the themes, sections and scales of 2015/16', () => {
    const shape = ({ themes, scales }: typeof second) => [
      themes.map(({ id, title, sections }) => [id, title, sections.map(({ questions: _, ...section }) => section)]),
      scales,
    ];
    expect(second).not.toBe(instrument);
    expect(shape(second)).toEqual(shape(instrument));
  });

  it('tailors to each care setting what is known to have been tailored', () => {
    const tailored = { acute: 'TC6', 'mental-health': 'RC3', community: 'RA14', ambulance: 'TC11' };
    for (const [setting, question] of Object.entries(tailored)) {
      const asked = pack.careSettings.filter(({ id }) =>
        questionsFor(second, id).some(({ id: of }) => of === question),
      );
      expect(asked.map(({ id }) => id)).toEqual([setting]);
    }
    const counts = pack.careSettings.map(({ id }) => questionsFor(second, id).length);
    expect(new Set(counts.map((count) => count > 80 && count < 120))).toEqual(new Set([true]));
  });

  it('says what became of every question of 2015/16, and claims to know none of it', () => {
    expect(lineage?.dropped.map(({ id }) => id)).toEqual(['LD5', 'DS7']);
    expect(lineage?.standing).toBe('inferred');
    expect(lineage?.pairs.filter(({ kind }) => kind === 'same').length).toBeGreaterThan(90);
    expect(
      sectionsOf(second).flatMap((section) => section.questions.filter(({ standing }) => standing === 'official')),
    ).toEqual([]);
  });

  it('asks what is the same in the same words', () => {
    const changed = lineage?.pairs.filter(
      ({ kind, question, from: [source] }) => kind === 'same' && question.text !== source?.text,
    );
    expect(changed).toEqual([]);
  });
});
