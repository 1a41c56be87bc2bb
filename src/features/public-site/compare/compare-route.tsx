import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { forEverybody } from '../../../platform/answers/public-answers.ts';
import { postedForm } from '../../../platform/forms/posted-form.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { type Day, type Footprint, listFootprints, listMembers, listSources, readDay } from '../../directory/index.ts';
import { getFootprintStage } from '../../footprint-stage/index.ts';
import { formationOf } from '../../formation/index.ts';
import { queryReader } from '../../search/index.ts';
import { compareFootprints } from './compare-footprints.ts';
import { type Compared, ComparePage } from './compare-page.tsx';
import type { ComparedFootprint, Pair } from './comparison.ts';
import { readRoadmapFigures } from './read-roadmap-figures.ts';

export function compareRoute(app: FastifyInstance, context: AppContext): void {
  app.get('/footprints/compare', forEverybody('as-at', 'a', 'b'), async (request, reply) => {
    const day = readDay(request.query, context);
    const footprints = await listFootprints(context.database, day.asAt);
    const { chosen, refused } = readChoice(request.query, footprints);
    const sides = await readSides(context, day, chosen);
    const compared: Compared | null =
      sides === null ? null : { sides, comparison: compareFootprints(context.pack, sides, day) };
    return sendPage(request, reply, {
      title: compared === null ? 'Compare two footprints' : `${compared.comparison.names.join(' and ')} compared`,
      section: 'footprints',
      breadcrumbs: [{ href: day.link(paths.footprints()), text: 'Footprints' }],
      illustrative: compared?.sides.some(isIllustrative) ?? false,
      body: (
        <ComparePage
          day={day}
          footprints={footprints}
          chosen={[chosen[0]?.slug ?? '', chosen[1]?.slug ?? '']}
          refused={refused}
          compared={compared}
          sources={await listSources(context.database, compared?.sides.flatMap(sourceIdsOf) ?? [])}
        />
      ),
    });
  });
}

interface Choice {
  readonly chosen: Pair<Footprint | null>;
  readonly refused: readonly string[];
}

function readChoice(query: unknown, footprints: readonly Footprint[]): Choice {
  const reader = queryReader(postedForm(query));
  const slugs = footprints.map(({ slug }) => slug);
  const find = (name: string) => {
    const slug = reader.choice(name, slugs, 'footprint on this day', 'choose one from the list');
    return footprints.find((footprint) => footprint.slug === slug) ?? null;
  };
  const [a, b] = [find('a'), find('b')];
  return a !== null && a === b
    ? { chosen: [a, null], refused: [...reader.refused(), `${a.name} was chosen twice: choose another beside it.`] }
    : { chosen: [a, b], refused: reader.refused() };
}

async function readSides(
  context: AppContext,
  day: Day,
  [a, b]: Pair<Footprint | null>,
): Promise<Pair<ComparedFootprint> | null> {
  if (a === null || b === null) {
    return null;
  }
  const read = (footprint: Footprint) => readSide(context, day, footprint);
  return Promise.all([read(a), read(b)]);
}

async function readSide(context: AppContext, day: Day, footprint: Footprint): Promise<ComparedFootprint> {
  const { database } = context;
  const [members, stage, roadmap, governance] = await Promise.all([
    listMembers(database, footprint.areaId, day.asAt),
    getFootprintStage(context, footprint.areaId, day),
    readRoadmapFigures(context, footprint.areaId, day),
    formationOf(database, footprint.areaId, day.recordedBy),
  ]);
  return { footprint, members, stage, governance, roadmap };
}

function isIllustrative({ stage, roadmap, governance }: ComparedFootprint): boolean {
  return stage.illustrative || (roadmap?.illustrative ?? false) || (governance?.illustrative ?? false);
}

function sourceIdsOf({ footprint, members }: ComparedFootprint): string[] {
  return [
    footprint.source.sourceId,
    ...members.flatMap(({ source, registeredPatients }) =>
      [source.sourceId, registeredPatients?.sourceId ?? []].flat(),
    ),
  ];
}
