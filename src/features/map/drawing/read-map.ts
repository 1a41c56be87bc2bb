import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import {
  type AreaRef,
  asRecorded,
  COMMISSIONER_TYPE,
  type Day,
  type Footprint,
  planningWords,
} from '../../directory/index.ts';
import type { MapWords, MeasureContext, ProviderResults, PublishedFigures } from '../views/map-measures.ts';
import {
  type MapDrawing,
  type MapOptions,
  type MapPlace,
  type MeasuredMap,
  measuredMap,
} from '../views/measured-map.ts';
import { drawBoundaries, type MapUnit } from './draw-boundaries.ts';
import { shortLabel } from './hexagon-geometry.ts';
import {
  findTopology,
  hasBoundaries,
  listFootprintMembers,
  listMapCommissioners,
  listStpOrganisations,
  type MappedCommissioner,
  type PlacedMember,
  type StoredTopology,
} from './map-repository.ts';
import type { MapStages } from './map-stages.ts';
import { listMappedAreas, type MappedArea } from './mapped-area-repository.ts';

export interface MapRequest {
  readonly day: Day;
  readonly options: MapOptions;
  readonly footprints: readonly Footprint[];
  readonly stages: MapStages;
  /** Of the newest round; null where none is known, or where the measure does not rest on them. */
  readonly results: ProviderResults | null;
  /** Of boards, by the ids of their areas; null where none are known. */
  readonly published: PublishedFigures | null;
  /** Only what lies in this STP or region; null for all. */
  readonly within: AreaRef | null;
}

export interface MapRead {
  readonly map: MeasuredMap;
  readonly canSwitch: boolean;
  /** Of the geometry, beside those of what is on the map. */
  readonly sourceIds: readonly string[];
}

/** Whether maps of a day can be drawn along boundaries. */
export function canDrawBoundaries({ database }: Pick<AppContext, 'database'>, day: Day): Promise<boolean> {
  return hasBoundaries(database, COMMISSIONER_TYPE, day.asAt);
}

/** STPs as hexagons, or footprints along the boundaries of their CCGs where these were asked for and are loaded. */
export async function readMap(context: AppContext, request: MapRequest): Promise<MapRead> {
  const { options, day } = request;
  if (options.form === 'boundaries') {
    const stored = await findTopology(context.database, COMMISSIONER_TYPE, day.asAt);
    if (stored !== null) {
      // Along boundaries the places are footprints, of which nothing is published.
      return readBoundaryMap(context, shadeable({ ...request, published: null }), stored);
    }
  }
  return readHexagonMap(context, shadeable(request));
}

/** What nothing was published of is shaded as if nothing was asked. */
function shadeable(request: MapRequest): MapRequest {
  const { options, published } = request;
  return options.measure === 'official' && published === null
    ? { ...request, options: { ...options, measure: 'stage' } }
    : request;
}

async function readBoundaryMap(
  context: AppContext,
  request: MapRequest,
  { topology, sourceId }: StoredTopology,
): Promise<MapRead> {
  const { database } = context;
  const { day, within } = request;
  const [members, ccgs] = await Promise.all([
    listFootprintMembers(database, day.asAt),
    listMapCommissioners(database, day.asAt, within?.areaId ?? null),
  ]);
  const footprints = footprintsWithin(request.footprints, within);
  const units = [
    ...loneUnits(ccgs, members, day),
    ...footprints.map((footprint) => unitOf(footprint, members, request)),
  ];
  const places = units.map(({ place }) => place);
  const drawing = drawBoundaries(
    topology,
    units.map(({ unit }) => unit),
  );
  const map = measuredMap({
    ...measuringOf(context, request),
    options: request.options,
    places,
    stages: request.stages.all,
    drawing: { kind: 'boundaries', drawing },
    placeWord: 'place',
  });
  return { map, canSwitch: true, sourceIds: [sourceId] };
}

function footprintsWithin(footprints: readonly Footprint[], within: AreaRef | null): readonly Footprint[] {
  return within === null
    ? footprints
    : footprints.filter(({ stps, regions }) => [...stps, ...regions].some(({ areaId }) => areaId === within.areaId));
}

interface Unit {
  readonly unit: MapUnit;
  readonly place: MapPlace;
}

/** A footprint, drawn from its lead and core CCGs: it has no boundary of its own. */
function unitOf(footprint: Footprint, members: readonly PlacedMember[], { day, stages }: MapRequest): Unit {
  const own = members.filter(({ placeId }) => placeId === footprint.areaId);
  const { areaId: key, name, slug } = footprint;
  return {
    unit: { key, codes: own.filter(isCentralCcg).map(({ code }) => code) },
    place: {
      key,
      name,
      href: day.link(paths.footprint(slug)),
      labels: [name, shortLabel(name)],
      stages: [stages.of(key)],
      members: own,
    },
  };
}

const isCentralCcg = ({ typeId, isCentral }: PlacedMember): boolean => isCentral && typeId === COMMISSIONER_TYPE;

/** On a map of more CCGs than this their names would crowd out those of footprints. */
const MOST_LABELLED = 40;

/** The CCGs whose footprint is not recorded: they fill the picture, each on its own. */
function loneUnits(ccgs: readonly MappedCommissioner[], members: readonly PlacedMember[], day: Day): Unit[] {
  const placed = new Set(members.filter(isCentralCcg).map(({ organisationId }) => organisationId));
  const isFew = ccgs.length <= MOST_LABELLED;
  return ccgs
    .filter(({ organisationId }) => !placed.has(organisationId))
    .map((ccg) => ({
      unit: { key: ccg.organisationId, codes: [ccg.code] },
      place: {
        key: ccg.organisationId,
        name: ccg.name,
        href: day.link(paths.organisation(ccg.code)),
        labels: isFew ? [ccg.name.replace(/^NHS | CCG$/g, '')] : [],
        stages: [],
        members: [ccg],
      },
    }));
}

async function readHexagonMap(context: AppContext, request: MapRequest): Promise<MapRead> {
  const { database } = context;
  const { day, options } = request;
  const [areas, canSwitch, members] = await Promise.all([
    listMappedAreas(database, day.asAt),
    canDrawBoundaries(context, day),
    options.measure === 'stage' ? [] : listStpOrganisations(database, day.asAt),
  ]);
  const drawing: MapDrawing = {
    kind: 'hexagons',
    cells: new Map(areas.map(({ areaId, column, row, orientation }) => [areaId, { column, row, orientation }])),
  };
  const places = areas.map((area) => placeOfStp(area, members, request));
  const map = measuredMap({
    ...measuringOf(context, request),
    options: { ...options, form: 'hexagons' },
    places,
    stages: request.stages.all,
    drawing,
    placeWord: planningWords(day.asAt).area,
  });
  const published = options.measure === 'official' ? request.published : null;
  const sourceIds = [...areas.map(({ sourceId }) => sourceId), ...(published === null ? [] : [published.sourceId])];
  return { map, canSwitch, sourceIds };
}

function placeOfStp(
  { areaId, kind, code, name }: MappedArea,
  members: readonly PlacedMember[],
  { day, footprints, stages }: MapRequest,
): MapPlace {
  const inside = footprints.filter(({ stps }) => stps.some((stp) => stp.areaId === areaId));
  return {
    key: areaId,
    name,
    href: day.link(paths.area(kind, code)),
    labels: [],
    stages: inside.map((footprint) => stages.of(footprint.areaId)),
    members: members.filter(({ placeId }) => placeId === areaId),
  };
}

interface Measuring {
  readonly context: MeasureContext;
  readonly words: MapWords;
}

function measuringOf({ pack }: AppContext, { results, published, day }: MapRequest): Measuring {
  return {
    context: {
      assessedTypeIds: new Set(pack.organisationTypes.filter(({ assessed }) => assessed).map(({ id }) => id)),
      results: results?.results ?? null,
      areScoresPublic: results?.areScoresPublic ?? true,
      scale: results?.scale ?? null,
      published,
    },
    words: {
      round: roundWords(results, day),
      recorded: asRecorded(day),
      scores: results === null ? null : `${results.scale.least} to ${results.scale.most}`,
      published:
        published === null
          ? null
          : `${published.measure}, ${published.year}; ${published.title}, by ${published.publisher}.`,
    },
  };
}

function roundWords(results: ProviderResults | null, day: Day): string {
  if (results === null) {
    return 'No round of assessments is known.';
  }
  const recorded = `${results.roundTitle}, ${asRecorded(day)}.`;
  return results.areScoresPublic ? recorded : `${recorded} Its results are not public yet.`;
}
