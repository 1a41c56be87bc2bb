import { z } from 'zod';
import { paths } from '../../../paths.ts';
import type { CsvTable } from '../../../platform/csv-table.ts';
import type { ReleasedResult } from '../../official-results/index.ts';
import { classOfPublished } from '../../scoring/index.ts';
import { provenanceCells, provenanceColumns } from './csv-columns.ts';
import { provenance } from './shared-answers.ts';

const scoreAnswer = z
  .object({
    measure: z.string().describe('What is scored, in the words of the publisher.'),
    score: z.number().nullable().describe('Null where none was published, which is not zero.'),
    published: z.string().nullable().describe('The same, digit for digit as published.'),
  })
  .describe('One figure of a publication.');

export const officialResultAnswer = z
  .object({
    code: z.string().nullable().describe('As published; null where the name alone was.'),
    name: z.string().describe('As published, whatever it is called now.'),
    careSetting: z.string().describe('In the words of the publisher. Compare within one care setting only.'),
    year: z.int(),
    scores: z.array(scoreAnswer),
    class: z
      .literal('official')
      .nullable()
      .describe(
        'How far the scores are borne out: a national body published them as its own; null where it is only said so.',
      ),
    note: z.string().describe('What the publisher says of this row; empty where nothing.'),
    release: z
      .object({
        series: z.string().describe('What all versions of the publication have in common.'),
        version: z.int().describe('Counts from 1. A later one takes the place of an earlier one.'),
        publishedOn: z.iso.date(),
      })
      .describe('The publication that it stands in.'),
    ...provenance,
    links: z
      .object({ organisation: z.string().nullable(), area: z.string().nullable() })
      .describe('This API on the organisation, or on the area of the board; null where the code means nothing here.'),
  })
  .describe(
    'Scores that others published of one organisation, in one care setting, for one year. None is worked out here.',
  );

export type OfficialResultAnswer = z.infer<typeof officialResultAnswer>;

export function toOfficialResult(result: ReleasedResult): OfficialResultAnswer {
  const { code, name, careSetting, year, scores, note, measures, series, version, publishedOn, standing, page } =
    result;
  return {
    code: code === '' ? null : code,
    name,
    careSetting,
    year,
    scores: measures.map((measure, place) => {
      const published = scores[place] ?? null;
      return { measure, score: published === null ? null : Number(published), published };
    }),
    class: classOfPublished(standing),
    note,
    release: { series, version, publishedOn },
    standing,
    source: { id: result.sourceId, title: result.title, publisher: result.publisher, url: result.url },
    illustrative: false,
    links: {
      organisation: page === 'organisation' ? paths.apiOrganisation(code) : null,
      area: page === 'area' ? paths.apiItem('areas', 'icb', code) : null,
    },
  };
}

/** One row for each figure, in the digits of the publication. */
export const officialResultTable: CsvTable<OfficialResultAnswer> = {
  columns: [
    'code',
    'name',
    'care_setting',
    'year',
    'measure',
    'score',
    'class',
    'note',
    'series',
    'version',
    'published_on',
    ...provenanceColumns,
  ],
  rowsOf: (result) =>
    result.scores.map(({ measure, published }) => [
      result.code,
      result.name,
      result.careSetting,
      result.year,
      measure,
      published,
      result.class,
      result.note,
      result.release.series,
      result.release.version,
      result.release.publishedOn,
      ...provenanceCells(result),
    ]),
};
