import type { FileDifference } from '../../directory-import/index.ts';
import { type PublishedResult, type ReleaseRows, rowKey } from '../official-results.ts';

/** A release as it was read, with the lines that its rows begin on. */
interface ReadRelease extends ReleaseRows {
  readonly lines: readonly number[];
}

/**
 * What a release says otherwise than the version before it, in its own order, and then what it leaves out; of a first one, all that it
 * says. Scores differ as they are printed: 2.8 is not 2.80.
 */
export function compareReleases(before: ReleaseRows | null, after: ReadRelease): FileDifference[] {
  const known = new Map(before?.rows.map((row) => [rowKey(row), row]));
  const kept = new Set(after.rows.map(rowKey));
  const told = after.rows.flatMap((row, index) => {
    const line = after.lines[index] ?? null;
    const earlier = known.get(rowKey(row));
    return earlier === undefined || before === null
      ? [difference('result-added', row, line, { before: '', after: resultInWords(after.measures, row) })]
      : changesIn({ measures: before.measures, row: earlier }, { measures: after.measures, row }, line);
  });
  const absent = [...known].flatMap(([key, row]) =>
    kept.has(key) || before === null
      ? []
      : [difference('result-absent', row, null, { before: resultInWords(before.measures, row), after: 'nothing' })],
  );
  return [...told, ...absent];
}

interface MeasuredRow {
  readonly measures: readonly string[];
  readonly row: PublishedResult;
}

function changesIn(before: MeasuredRow, after: MeasuredRow, line: number | null): FileDifference[] {
  const places = [...new Set([...after.measures, ...before.measures])];
  const cells = [
    ...places.map((measure) => [measure, scoreOf(before, measure), scoreOf(after, measure)] as const),
    ['name', before.row.name, after.row.name] as const,
    ['note', before.row.note, after.row.note] as const,
  ];
  const { row } = after;
  return cells
    .filter(([, one, other]) => one !== other)
    .map(([cell, one, other]) => {
      const said = (text: string | null) => `${row.careSetting}, ${row.year}, ${cell}: ${text || 'nothing'}`;
      return difference('score-changed', row, line, { before: said(one), after: said(other) });
    });
}

function scoreOf({ measures, row }: MeasuredRow, measure: string): string | null {
  return row.scores[measures.indexOf(measure)] ?? null;
}

function resultInWords(measures: readonly string[], { careSetting, year, scores }: PublishedResult): string {
  const figures = measures.flatMap((measure, place) => (scores[place] == null ? [] : `${measure} ${scores[place]}`));
  return `${careSetting}, ${year}: ${figures.length === 0 ? 'no figure' : figures.join(', ')}`;
}

function difference(
  kind: FileDifference['kind'],
  { code, name }: PublishedResult,
  row: number | null,
  said: Pick<FileDifference, 'before' | 'after'>,
): FileDifference {
  return { kind, code: code ?? '', name, ...said, isPast: false, row };
}
