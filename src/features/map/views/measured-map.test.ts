import { describe, expect, it } from 'vitest';
import { type MapMeasureId, mapMeasures, measureNote, measurePlace, measureWords } from './map-measures.ts';
import { type MapDrawing, type MapPlace, mapOptions, mapQuery, measuredMap } from './measured-map.ts';

const patients = (value: number) => ({ value, measuredOn: '2016-01-01', sourceId: 'lists' });
const ccg = (organisationId: string, value: number | null) => ({
  organisationId,
  typeId: 'ccg',
  registeredPatients: value === null ? null : patients(value),
});
const trust = (organisationId: string) => ({ organisationId, typeId: 'acute-trust', registeredPatients: null });
const steps = [
  { step: 0, label: 'No roadmap recorded' },
  { step: 1, label: 'In preparation' },
  { step: 3, label: 'Under review' },
] as const;
const stage = (step: (typeof steps)[number]) => ({ ...step, illustrative: false });

const place = (key: string, changes: Partial<MapPlace> = {}): MapPlace => ({
  key,
  name: `Place ${key}`,
  href: `/${key}`,
  labels: [`Place ${key}`, key],
  stages: [],
  members: [],
  ...changes,
});

const context = {
  assessedTypeIds: new Set(['acute-trust']),
  results: new Map([
    ['T1', { overall: 40, illustrative: false }],
    ['T2', { overall: 61, illustrative: true }],
    ['T3', { overall: null, illustrative: false }],
  ]),
  areScoresPublic: true,
  scale: { least: 0, most: 100, decimals: 0 },
  published: {
    title: 'Results of 2025',
    publisher: 'the centre',
    measure: 'Overall',
    year: 2025,
    decimals: 2,
    figures: new Map([['F', 2.5]]),
    sourceId: 'results',
  },
};
const nothing = place('N');
const full = place('F', {
  stages: [stage(steps[1]), stage(steps[2])],
  members: [ccg('C1', 1000), ccg('C2', null), trust('T1'), trust('T2'), trust('T3'), trust('T4')],
});

const words = { round: 'Round 1.', recorded: 'as it stands today', scores: '0 to 100', published: 'Overall, 2025.' };

describe('measurePlace', () => {
  it.each<[MapMeasureId, number | null, string, string]>([
    ['stage', 3, 'Under review', 'No footprint recorded'],
    ['patients', 1000, '1,000 (1 of 2 CCGs)', 'Not known'],
    ['organisations', 6, '6', 'Not recorded'],
    ['assessed', 75, '3 of 4', 'Nobody asked'],
    ['score', 51, '51 (2 of 4 asked)', 'Nobody asked'],
    ['official', 2.5, '2.50', 'No result of its own'],
  ])('%s, with what is missing; and says so where nothing is known', (measure, value, text, unknown) => {
    expect(measurePlace(measure, full, context)).toEqual({ value, text });
    expect(measurePlace(measure, nothing, context)).toEqual({ value: null, text: unknown });
  });

  it('prints and shades scores on the scale of their questionnaire', () => {
    const result = (overall: number) => ({ overall, illustrative: false });
    const results = new Map([
      ['T1', result(2.4)],
      ['T2', result(3.6)],
      ['T3', result(2.94)],
    ]);
    const levels = { ...context, results, scale: { least: 1, most: 5, decimals: 1 } };
    expect(measurePlace('score', full, levels)).toEqual({ value: 3, text: '3.0 (3 of 4 asked)' });
    expect(measureWords('score', 3, levels)).toBe('3.0');
    expect(measureNote('score', [full], { ...words, scores: '1 to 5' })).toContain('overall scores (1 to 5) of');
  });

  it('has no score that is not public, and says who has submitted all the same', () => {
    const unread = [...context.results].map(([id, result]) => [id, { ...result, overall: null }] as const);
    const heldBack = { ...context, areScoresPublic: false, results: new Map(unread) };
    expect(measurePlace('score', full, heldBack)).toEqual({ value: null, text: 'Not public yet' });
    expect(measurePlace('assessed', full, heldBack)).toEqual({ value: 75, text: '3 of 4' });
  });

  it('has no score while no assessment is known', () => {
    const none = { ...context, results: null };
    expect(measurePlace('score', full, none)).toEqual({ value: null, text: 'No result (0 of 4)' });
    expect(measurePlace('assessed', full, none)).toEqual({ value: 0, text: '0 of 4' });
  });

  it('says under the map of how many, of when and how', () => {
    expect(measureNote('patients', [full, full, nothing], words)).toContain('on 1 January 2016; known for 1 of 2 CCGs');
    expect(measureNote('organisations', [full, full], words)).toContain('6 in all');
    expect(measureNote('score', [full], words)).toContain('those without are left out. Round 1.');
  });
});

describe('mapOptions', () => {
  it('takes what it knows and goes round through the address', () => {
    for (const { id: measure } of mapMeasures) {
      const options = { form: 'boundaries', measure } as const;
      expect(mapOptions(mapQuery(options))).toEqual(options);
    }
    expect(mapOptions({ map: 'globe', measure: ['x'] })).toEqual({ form: 'hexagons', measure: 'stage' });
    expect(mapQuery({ form: 'hexagons', measure: 'stage' })).toEqual({ map: '', measure: '' });
  });
});

describe('measuredMap', () => {
  const hexagons: MapDrawing = {
    kind: 'hexagons',
    cells: new Map([
      ['F', { column: 0, row: 0 }],
      ['G', { column: 1, row: 0 }],
    ]),
  };
  const places = [full, place('G', { members: [ccg('C3', 9000)] }), nothing];
  const build = (measure: MapMeasureId, drawing: MapDrawing = hexagons) =>
    measuredMap({
      options: { form: drawing.kind, measure },
      places,
      stages: steps,
      drawing,
      context,
      words: { round: 'Round 1.', recorded: 'as it stands today', scores: null, published: null },
      placeWord: 'place',
    });

  it('shades by classes, with legend and a table that has every place', () => {
    const map = build('patients');
    expect(map.picture).toMatchObject({
      cells: [
        { key: 'F', step: 0, words: 'Place F: 1,000 (1 of 2 CCGs)' },
        { key: 'G', step: 4 },
      ],
    });
    expect(map.legend.map(({ text }) => text)).toEqual(['Not known (1 place)', '1,000 (1 place)', '9,000 (1 place)']);
    expect(map.rows.map(({ key, isDrawn }) => [key, isDrawn])).toEqual([
      ['F', true],
      ['G', true],
      ['N', false],
    ]);
  });

  it('keeps the steps of stages', () => {
    expect(build('stage').picture).toMatchObject({ cells: [{ step: 3 }, { step: null }] });
    expect(build('stage').legend).toHaveLength(4);
  });

  it('owns up to what is made up', () => {
    expect(mapMeasures.map(({ id }) => build(id).illustrative)).toEqual([false, false, false, true, true, false]);
  });

  it('labels what has the room', () => {
    const label = { x: 5, y: 5, room: 30 };
    const drawing = {
      width: 10,
      height: 10,
      units: [
        { key: 'F', path: 'M0 0z', label },
        { key: 'G', path: '', label: { ...label, room: 300 } },
      ],
    };
    expect(build('stage', { kind: 'boundaries', drawing }).picture).toMatchObject({
      areas: [
        { key: 'F', href: '/F', step: 3, words: 'Place F: under review', label: { text: 'F' } },
        { key: 'G', label: { text: 'Place G' } },
      ],
    });
  });
});
