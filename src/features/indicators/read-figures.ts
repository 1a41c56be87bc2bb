import type { Connection } from '../../platform/database/database.ts';
import type { Instrument } from '../programme/index.ts';
import { type FigureView, figureViews } from './figure-views.ts';
import { type FigureOnQuestion, figuresOnQuestions, type Indicator } from './held-against.ts';
import { listFiguresOf } from './indicators-repository.ts';

/** What official bodies published about an organisation by the day, and where it came from; no query where the programme names no indicator. */
export async function readFigures(
  connection: Connection,
  organisationId: string,
  indicators: readonly Indicator[],
  asAt: string,
): Promise<{ readonly views: readonly FigureView[]; readonly sourceIds: readonly string[] }> {
  const found =
    indicators.length === 0
      ? []
      : await listFiguresOf(
          connection,
          organisationId,
          indicators.map(({ id }) => id),
          asAt,
        );
  return { views: figureViews(indicators, found), sourceIds: [...new Set(found.map(({ sourceId }) => sourceId))] };
}

/** What is on record about an organisation, held against the questions of an instrument; no query where nothing bears on any. */
export async function readFiguresOnQuestions(
  connection: Connection,
  organisationId: string,
  {
    indicators,
    instrument,
  }: { readonly indicators: readonly Indicator[]; readonly instrument: Pick<Instrument, 'id'> },
  day: string,
): Promise<FigureOnQuestion[]> {
  const bearing = indicators.filter(({ bearsOn }) => bearsOn.some((rule) => rule.instrument === instrument.id));
  if (bearing.length === 0) {
    return [];
  }
  const found = await listFiguresOf(
    connection,
    organisationId,
    bearing.map(({ id }) => id),
    day,
  );
  return figuresOnQuestions(
    bearing,
    Map.groupBy(found, ({ series }) => series),
    instrument.id,
    day,
  );
}
