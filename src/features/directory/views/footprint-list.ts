import type { PostedForm } from '../../../platform/forms.ts';
import { textOf } from '../../../platform/forms.ts';
import type { CommissionerPlace, Footprint } from '../directory.ts';
import { type FootprintStage, footprintStages } from '../directory-reads.ts';
import { matchesWords, searchTerm, searchWords } from '../search-words.ts';
import { type Stages, stageOf, stepOf } from './stage.tsx';

export const footprintOrders = [
  { id: 'name', label: 'Name' },
  { id: 'organisations', label: 'Most organisations' },
  { id: 'stage', label: 'Furthest stage' },
] as const;

export type FootprintOrder = (typeof footprintOrders)[number]['id'];

/** What a reader asked of the list; empty text means all. */
export interface FootprintFilter {
  readonly search: string;
  readonly region: string;
  readonly stp: string;
  readonly stage: string;
  readonly order: FootprintOrder;
}

/** Reads the filter from a query. Values no list holds simply match nothing; an unknown order is by name. */
export function footprintFilter(query: PostedForm): FootprintFilter {
  const order = footprintOrders.find(({ id }) => id === textOf(query, 'sort'));
  return {
    search: searchTerm(textOf(query, 'q')),
    region: searchTerm(textOf(query, 'region')),
    stp: searchTerm(textOf(query, 'stp')),
    stage: searchTerm(textOf(query, 'stage')),
    order: order?.id ?? 'name',
  };
}

/** The filter as parts of an address. */
export function filterQuery(filter: FootprintFilter): Record<string, string> {
  const { search, order, ...rest } = filter;
  return { q: search, ...rest, sort: order === 'name' ? '' : order };
}

export function isFiltered({ search, region, stp, stage }: FootprintFilter): boolean {
  return [search, region, stp, stage].some((value) => value !== '');
}

export interface FootprintRow {
  readonly footprint: Footprint;
  readonly memberCount: number;
  readonly stage: FootprintStage;
}

interface NamedMember {
  readonly footprintId: string;
  readonly name: string;
  readonly code: string;
}

/** The footprints a filter leaves, in its order. A search also finds a footprint by the names and codes of its members. */
export function footprintRows(
  footprints: readonly Footprint[],
  members: readonly NamedMember[],
  stages: Stages,
  filter: FootprintFilter,
): FootprintRow[] {
  const words = searchWords(filter.search);
  const isFindable = filter.search === '' || words.length > 0;
  return footprints
    .map((footprint) => {
      const own = members.filter((member) => member.footprintId === footprint.areaId);
      return { footprint, own, memberCount: own.length, stage: stageOf(stages, footprint.areaId) };
    })
    .filter(
      ({ footprint, own, stage }) =>
        isFindable &&
        matchesAny(filter.region, footprint.regions) &&
        matchesAny(filter.stp, footprint.stps) &&
        (filter.stage === '' || filter.stage === stage.stage) &&
        matchesWords(words, [
          footprint.name,
          ...footprint.stps.map(({ name }) => name),
          ...own.flatMap(({ name, code }) => [name, code]),
        ]),
    )
    .toSorted(comparisons[filter.order]);
}

function matchesAny(code: string, areas: readonly { readonly code: string }[]): boolean {
  return code === '' || areas.some((area) => area.code === code);
}

const byName = (a: FootprintRow, b: FootprintRow) => a.footprint.name.localeCompare(b.footprint.name, 'en-GB');

const comparisons: Readonly<Record<FootprintOrder, (a: FootprintRow, b: FootprintRow) => number>> = {
  name: byName,
  organisations: (a, b) => b.memberCount - a.memberCount || byName(a, b),
  stage: (a, b) => stepOf(b.stage.stage) - stepOf(a.stage.stage) || byName(a, b),
};

export const stageChoices = footprintStages.map(({ id, label }) => ({ value: id, label }));

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
  return [...stps.values()]
    .filter((stp) => stp.unrecordedCount > 0)
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}
