import { paths } from '../../../paths.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import type { FoundArea } from '../area-repository.ts';
import type { Day } from '../as-at.ts';
import { type AreaRef, COMMISSIONER_TYPE } from '../directory.ts';
import type { SearchGroup, SearchHit } from '../directory-reads.ts';
import type { OrganisationRow } from '../directory-repository.ts';
import { searchWords } from '../search-words.ts';
import { areaHref } from './area-links.tsx';
import { typeOf } from './organisation-types.ts';

export interface SearchResult {
  /** What has exactly this code or name, shown before everything else. */
  readonly exact: readonly SearchHit[];
  readonly groups: readonly SearchGroup[];
}

/** With more organisations found than this, the areas they lie in say little. */
const FEW = 10;

/**
 * The results of a search: exact codes and names first, then footprints, wider areas and organisations. Areas are found by
 * their own name, and by a few matching organisations that lie in them: most people know their hospital, not their footprint.
 */
export function searchResult(
  term: string,
  areas: readonly FoundArea[],
  organisations: readonly OrganisationRow[],
  context: { readonly pack: ProgrammePack; readonly day: Day },
): SearchResult {
  const phrase = searchWords(term).join(' ');
  const isExact = ({ code, name }: { code: string; name: string }) =>
    code.toLowerCase() === phrase || searchWords(name).join(' ') === phrase;
  const reached = organisations.length > FEW ? [] : reachedAreas(organisations);
  const footprints = uniqueHits([
    ...areas.filter(({ kind }) => kind === 'footprint').map((area) => areaHit(area, stpWords(area), context.day)),
    ...reached.filter(({ area }) => area.kind === 'footprint').map(({ area, why }) => areaHit(area, why, context.day)),
  ]);
  const wider = uniqueHits([
    ...areas
      .filter(({ kind }) => kind !== 'footprint')
      .map((area) => areaHit(area, kindWords(area, context.pack), context.day)),
    ...reached.filter(({ area }) => area.kind === 'stp').map(({ area, why }) => areaHit(area, why, context.day)),
  ]);
  const hits = organisations.map((row) => organisationHit(row, context));
  const exact = [
    ...organisations.filter(isExact).map((row) => organisationHit(row, context)),
    ...areas
      .filter(isExact)
      .map((area) =>
        areaHit(
          area,
          `${kindWords(area, context.pack)}${area.kind === 'footprint' ? ` · ${stpWords(area)}` : ''}`,
          context.day,
        ),
      ),
  ];
  const groups = [
    { heading: 'Footprints', hits: footprints },
    { heading: 'STP areas and regions', hits: wider },
    { heading: 'Organisations', hits },
  ];
  return { exact, groups: withoutHits(groups, exact) };
}

/** The groups without what already stands at the top; empty ones go. */
function withoutHits(groups: readonly SearchGroup[], shown: readonly SearchHit[]): SearchGroup[] {
  const hrefs = new Set(shown.map(({ href }) => href));
  return groups
    .map(({ heading, hits }) => ({ heading, hits: hits.filter(({ href }) => !hrefs.has(href)) }))
    .filter(({ hits }) => hits.length > 0);
}

function reachedAreas(organisations: readonly OrganisationRow[]): { area: AreaRef; why: string }[] {
  return organisations.flatMap((row) => [
    ...row.footprints.map((area) => ({ area, why: `Footprint of ${row.name}` })),
    ...row.stps.map((area) => ({ area, why: `STP area of ${row.name}` })),
  ]);
}

/** The first hit of each address. */
function uniqueHits(hits: readonly SearchHit[]): SearchHit[] {
  const seen = new Set<string>();
  return hits.filter(({ href }) => !seen.has(href) && seen.add(href));
}

function areaHit(area: AreaRef, text: string, day: Day): SearchHit {
  return { href: day.link(areaHref(area)), title: area.name, text };
}

function kindWords(area: AreaRef, pack: ProgrammePack): string {
  return pack.areaKinds.find(({ id }) => id === area.kind)?.label ?? area.kind;
}

function stpWords(area: FoundArea): string {
  return area.stps.length === 0 ? 'STP area not recorded' : `In ${area.stps.map(({ name }) => name).join('; ')}`;
}

function organisationHit(row: OrganisationRow, { pack, day }: { pack: ProgrammePack; day: Day }): SearchHit {
  const footprints = row.footprints.map(({ name }) => name).join('; ');
  const place =
    footprints !== ''
      ? `Footprint: ${footprints}`
      : row.typeId === COMMISSIONER_TYPE
        ? 'Footprint not recorded'
        : row.stps.map(({ name }) => name).join('; ');
  return {
    href: day.link(paths.organisation(row.code)),
    title: row.name,
    text: [row.code, typeOf(pack, row.typeId).label, place].filter((part) => part !== '').join(' · '),
  };
}
