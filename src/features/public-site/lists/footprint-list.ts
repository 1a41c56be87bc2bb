import { by, compareNames } from '../../../platform/compare.ts';
import { type PostedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { pageNumber } from '../../../views/pagination/pagination.ts';
import {
  type AreaRef,
  type Footprint,
  matchesWords,
  type Population,
  searchWords,
  sumPopulation,
} from '../../directory/index.ts';
import {
  publicStageId,
  publicStageNames,
  publicStages,
  type StageOnDay,
  stageOf,
} from '../../footprint-stage/index.ts';
import { type Asked, queryReader, type SortOrder, sortText, usualPageSize } from '../../search/index.ts';
import type { CommissionerPlace } from './commissioner-repository.ts';

const sortKeys = ['name', 'region', 'organisations', 'patients', 'stage'] as const;

export type FootprintSortKey = (typeof sortKeys)[number];

/** What a reader asked of the list; empty text means all. */
export interface FootprintFilter {
  readonly search: string;
  readonly region: string;
  readonly stp: string;
  readonly stage: string;
}

export interface FootprintsQuery {
  readonly filter: FootprintFilter;
  readonly sort: SortOrder<FootprintSortKey>;
  readonly size: number;
  readonly page: number;
}

/** All of them, by name. */
export const everyFootprint: Pick<FootprintsQuery, 'filter' | 'sort'> = {
  filter: { search: '', region: '', stp: '', stage: '' },
  sort: { by: 'name', descending: false },
};

interface KnownAreas {
  readonly regions: readonly AreaRef[];
  readonly stps: readonly AreaRef[];
}

/** Reads a query. Values nobody knows are left out, each with a sentence that says so. */
export function readFootprintsQuery(form: PostedForm, known: KnownAreas): Asked<FootprintsQuery> {
  const reader = queryReader(form);
  const codes = (areas: readonly AreaRef[]) => areas.map(({ code }) => code);
  const query: FootprintsQuery = {
    filter: {
      search: reader.words('q'),
      region: reader.choice('region', codes(known.regions), 'region on this day', 'all regions are shown'),
      stp: reader.choice('stp', codes(known.stps), 'such area on this day', 'all areas are shown'),
      stage: publicStageId(reader.choice('stage', publicStageNames, 'stage', 'all stages are shown')),
    },
    sort: reader.sort<FootprintSortKey>(sortKeys, { by: 'name', descending: false }),
    size: reader.size(),
    page: pageNumber(textOf(form, 'page')),
  };
  return { query, refused: reader.refused() };
}

/** The filter as parts of an address. */
export function filterQuery({ search, ...rest }: FootprintFilter): Record<string, string> {
  return { q: search, ...rest };
}

/** Filter, order and size as parts of an address: the first page of what is asked for. */
export function footprintQueryParts({ filter, sort, size }: FootprintsQuery): Record<string, string> {
  const text = sortText(sort);
  return {
    ...filterQuery(filter),
    sort: text === 'name' ? '' : text,
    size: size === usualPageSize ? '' : String(size),
  };
}

export function isFiltered(filter: FootprintFilter): boolean {
  return Object.values(filter).some((value) => value !== '');
}

export interface FootprintRow {
  readonly footprint: Footprint;
  readonly memberCount: number;
  readonly population: Population;
  readonly stage: StageOnDay;
}

interface NamedMember {
  readonly footprintId: string;
  /** False of an associate, who takes part from outside. */
  readonly isInside: boolean;
  readonly name: string;
  readonly code: string;
}

/** Everything about the footprints of a day that their list shows. */
export interface FootprintFacts {
  readonly footprints: readonly Footprint[];
  readonly members: readonly NamedMember[];
  /** By area id; one left out has no CCG on record. */
  readonly populations: ReadonlyMap<string, Population>;
  readonly stages: ReadonlyMap<string, StageOnDay>;
}

const noPopulation = sumPopulation([]);

/** The footprints a filter leaves, in the order asked for. A search also finds one by the names and codes of its members. */
export function footprintRows(
  { footprints, members, populations, stages }: FootprintFacts,
  { filter, sort }: Pick<FootprintsQuery, 'filter' | 'sort'>,
): FootprintRow[] {
  const words = searchWords(filter.search);
  const isFindable = filter.search === '' || words.length > 0;
  const membersOf = Map.groupBy(members, ({ footprintId }) => footprintId);
  return footprints
    .map((footprint) => {
      const own = membersOf.get(footprint.areaId) ?? [];
      const population = populations.get(footprint.areaId) ?? noPopulation;
      return {
        footprint,
        own,
        memberCount: own.filter(({ isInside }) => isInside).length,
        population,
        stage: stageOf(stages, footprint.areaId),
      };
    })
    .filter(
      ({ footprint, own, stage }) =>
        isFindable &&
        matchesAny(filter.region, footprint.regions) &&
        matchesAny(filter.stp, footprint.stps) &&
        (filter.stage === '' || filter.stage === stage.publicStage.id) &&
        matchesWords(words, [
          footprint.name,
          ...footprint.stps.map(({ name }) => name),
          ...own.flatMap(({ name, code }) => [name, code]),
        ]),
    )
    .toSorted(comparisonFor(sort));
}

function matchesAny(code: string, areas: readonly { readonly code: string }[]): boolean {
  return code === '' || areas.some((area) => area.code === code);
}

const byName = by<FootprintRow>(({ footprint }) => footprint.name, compareNames);

/** What a footprint is sorted by; null where it is not recorded. */
const sortValues: Readonly<Record<FootprintSortKey, (row: FootprintRow) => string | number | null>> = {
  name: ({ footprint }) => footprint.name,
  region: ({ footprint }) => footprint.regions[0]?.name ?? null,
  organisations: ({ memberCount }) => (memberCount === 0 ? null : memberCount),
  patients: ({ population }) => population.total,
  stage: ({ stage }) => stage.publicStage.step,
};

/** What is not recorded comes last in either direction; those that are equal, by name. */
function comparisonFor({ by, descending }: SortOrder<FootprintSortKey>) {
  const sortValue = sortValues[by];
  return (a: FootprintRow, b: FootprintRow) => {
    const [one, other] = [sortValue(a), sortValue(b)];
    if (one === null || other === null) {
      return Number(one === null) - Number(other === null) || byName(a, b);
    }
    return compareValues(one, other) * (descending ? -1 : 1) || byName(a, b);
  };
}

function compareValues(one: string | number, other: string | number): number {
  return typeof one === 'number' && typeof other === 'number' ? one - other : compareNames(String(one), String(other));
}

export const stageChoices = publicStages.map(({ id, label }) => ({ value: id, label }));

export interface UnrecordedStp {
  readonly code: string;
  readonly name: string;
  readonly ccgCount: number;
  readonly unrecordedCount: number;
}

/** STPs with CCGs whose footprint is not recorded, by name. A CCG in two STPs counts in both. */
export function unrecordedByStp(ccgs: readonly CommissionerPlace[]): UnrecordedStp[] {
  const stps = new Map<string, UnrecordedStp>();
  for (const ccg of ccgs) {
    for (const { code, name } of ccg.stps) {
      const { ccgCount, unrecordedCount } = stps.get(code) ?? { ccgCount: 0, unrecordedCount: 0 };
      stps.set(code, {
        code,
        name,
        ccgCount: ccgCount + 1,
        unrecordedCount: unrecordedCount + (ccg.hasFootprint ? 0 : 1),
      });
    }
  }
  return [...stps.values()].filter((stp) => stp.unrecordedCount > 0).sort(by(({ name }) => name, compareNames));
}
