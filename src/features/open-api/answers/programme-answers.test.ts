import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../../project-folder.ts';
import { readProgrammePack, sectionsOf } from '../../programme/index.ts';
import { instrumentAnswer, toInstrument, toWholeInstrument, wholeInstrumentAnswer } from './instrument-answers.ts';
import { programmeAnswer, toProgramme } from './programme-answers.ts';
import { roadmapAnswer, toRoadmap } from './roadmap-answers.ts';
import { weakestStanding } from './shared-answers.ts';

const pack = await readProgrammePack(projectFolder('programmes', 'england-ldr'));

describe('toProgramme', () => {
  const programme = toProgramme(pack, 'Roadmaps', '2016-01-01');

  it('has its shape, with every round and promise', () => {
    expect(programmeAnswer.parse(programme)).toEqual(programme);
    expect(programme.rounds).toHaveLength(pack.rounds.length);
    expect(programme.commitments.map(({ source }) => source.title)).not.toContain('');
  });
});

describe.each(pack.instruments)('the instrument $id', (instrument) => {
  const versions = pack.instrumentsAsWritten.filter(({ id }) => id === instrument.id);
  const digest = versions[0]?.digest ?? '';
  const whole = toWholeInstrument(instrument, { digest, versions }, pack, 'Roadmaps');

  it('has its shape', () => {
    expect(wholeInstrumentAnswer.parse(whole)).toEqual(whole);
    const short = toInstrument(instrument, pack, 'Roadmaps');
    expect(instrumentAnswer.parse(short)).toEqual(short);
  });

  it('is complete: every section, question and scale', () => {
    const sections = whole.themes.flatMap((theme) => theme.sections);
    expect(sections.map(({ id }) => id)).toEqual(sectionsOf(instrument).map(({ id }) => id));
    expect(sections.flatMap(({ questions }) => questions)).toHaveLength(whole.questionCount);
    expect(whole.scales.map(({ options }) => options)).toEqual(instrument.scales.map(({ options }) => options));
  });

  it('is trusted no further than its weakest question', () => {
    expect(whole.standing).toBe('inferred');
  });
});

describe('toRoadmap', () => {
  const footprint = { areaId: 'inner', kind: 'footprint', code: 'nv', name: 'North Vale', slug: 'north-vale' };
  const published = {
    footprintId: 'inner',
    versionNumber: 3,
    releaseNumber: 2,
    publishedAt: new Date('2016-10-17T09:00:00Z'),
    digest: 'abc',
    illustrative: false,
  };

  it('has its shape, leads to the very version, and shows no inner id', () => {
    const roadmap = toRoadmap(published, footprint, 'Roadmaps');
    expect(roadmapAnswer.parse(roadmap)).toEqual(roadmap);
    expect(roadmap.links.download).toBe('/footprints/north-vale/roadmap/versions/3/download.json');
    expect(roadmap).toMatchObject({ standing: 'stated', source: { publisher: 'North Vale' } });
    expect(JSON.stringify(roadmap)).not.toContain('inner');
  });

  it('claims nothing for what was made up', () => {
    const roadmap = toRoadmap({ ...published, illustrative: true }, footprint, 'Roadmaps');
    expect(roadmap).toMatchObject({ standing: 'illustrative', illustrative: true, source: { publisher: 'Roadmaps' } });
  });
});

describe('weakestStanding', () => {
  it.each([
    [['official', 'stated', 'inferred'], 'inferred'],
    [['official', 'stated'], 'stated'],
    [['official'], 'official'],
    [[], 'inferred'],
  ] as const)('of %j is %s', (parts, expected) => {
    expect(weakestStanding(parts)).toBe(expected);
  });
});
