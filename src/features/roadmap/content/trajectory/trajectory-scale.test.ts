import { expect, it } from 'vitest';
import { plotOfScale, scaleInDocument, scaleOfSource, usualScale } from './trajectory-scale.ts';

const levels = { least: 1, most: 5, decimals: 1 };
const source = {
  round: { id: 'first', label: 'First' },
  instrument: { id: 'maturity', version: '1', title: 'Maturity' },
  method: { id: 'mean', label: 'The mean.' },
};

it('says nothing in a document of the scale that documents always had', () => {
  expect(scaleInDocument(usualScale)).toEqual({});
  expect(scaleOfSource(source)).toEqual(usualScale);
});

it('keeps another scale in the document, and draws by it', () => {
  const method = { ...source.method, ...scaleInDocument(levels) };
  expect(scaleOfSource({ ...source, method })).toEqual(levels);
  expect(plotOfScale(levels)).toMatchObject({ least: 1, most: 5 });
  expect(plotOfScale(levels).format(2.25)).toBe('2.3');
});
