import { paths } from '../../../paths.ts';
import { dayBefore } from '../../../platform/days.ts';
import { formatDate } from '../../../views/format.ts';
import {
  type AreaRef,
  areaHref,
  COMMISSIONER_TYPE,
  type Day,
  matchesWords,
  planningWords,
  searchWords,
  statusWords,
  typeOf,
} from '../../directory/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import type { FoundAreaHit, FoundOrganisationHit, SearchResult } from '../../search/index.ts';
import { placeInWords, placeWhereRepeated } from '../facts/repeated-names.ts';
import type { SearchGroup, SearchHit } from './search-hit.ts';

export interface SearchView {
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
export function searchView(
  term: string,
  { areas, organisations, organisationTotal, meant, isAlike }: SearchResult,
  context: { readonly pack: ProgrammePack; readonly day: Day },
): SearchView {
  const isExact = ({ match }: Pick<FoundAreaHit, 'match'>) => match === 'code' || match === 'name';
  const reached = organisations.length > FEW ? [] : reachedAreas(organisations, context.day);
  const footprints = uniqueHits([
    ...areas
      .filter(({ kind }) => kind === 'footprint')
      .map((area) => areaHit(area, withOtherName(stpWords(area, context.day), area), context.day)),
    ...reached.filter(({ area }) => area.kind === 'footprint').map(({ area, why }) => areaHit(area, why, context.day)),
  ]);
  const wider = context.pack.areaKinds
    .filter(({ id }) => id !== 'footprint')
    .map(({ id, labelPlural }) => ({
      heading: labelPlural,
      hits: uniqueHits([
        ...areas.filter(({ kind }) => kind === id).map((area) => areaHit(area, withOtherName('', area), context.day)),
        ...reached.filter(({ area }) => area.kind === id).map(({ area, why }) => areaHit(area, why, context.day)),
      ]),
    }));
  const words = searchWords(meant ?? term);
  const placeOf = placeWhereRepeated(organisations);
  const organisationHitOf = (row: FoundOrganisationHit) =>
    organisationHit(row, placeOf(row) || addressWords(row, words), context);
  const hits = organisations.map(organisationHitOf);
  const exact = [
    ...organisations.filter(isExact).map(organisationHitOf),
    ...areas.filter(isExact).map((area) => areaHit(area, exactWords(area, context), context.day)),
  ];
  const isWhole = isAlike || (organisationTotal !== null && organisationTotal <= hits.length);
  const whole = { href: context.day.link(paths.organisations({ q: meant ?? term })), count: organisationTotal };
  const groups = [
    { heading: 'Footprints', hits: footprints },
    ...wider,
    { heading: 'Organisations', hits, ...(isWhole ? {} : { whole }) },
  ];
  return { exact, groups: withoutHits(groups, exact) };
}

/**
 * What the directory gave, less what it only guessed at where published texts have the very words: nobody is asked whether they
 * meant something else, or told that nothing has their words, beside what has them.
 */
export function withoutGuesses(found: SearchResult, published: readonly SearchGroup[]): SearchResult {
  const isGuess = found.isAlike || found.meant !== null;
  return isGuess && published.length > 0
    ? { ...found, areas: [], organisations: [], organisationTotal: 0, meant: null, isAlike: false }
    : found;
}

/** The groups without what already stands at the top; empty ones go. */
function withoutHits(groups: readonly SearchGroup[], shown: readonly SearchHit[]): SearchGroup[] {
  const hrefs = new Set(shown.map(({ href }) => href));
  return groups
    .map((group) => ({ ...group, hits: group.hits.filter(({ href }) => !hrefs.has(href)) }))
    .filter(({ hits }) => hits.length > 0);
}

function reachedAreas(
  organisations: readonly FoundOrganisationHit[],
  { asAt }: Pick<Day, 'asAt'>,
): { area: AreaRef; why: string }[] {
  return organisations.flatMap((row) => [
    ...row.footprints.map((area) => ({ area, why: `Footprint of ${row.name}` })),
    ...row.stps.map((area) => ({ area, why: `${planningWords(asAt).area} of ${row.name}` })),
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

function stpWords(area: FoundAreaHit, { asAt }: Pick<Day, 'asAt'>): string {
  if (!area.isOfTheDay) {
    return '';
  }
  return area.stps.length === 0
    ? `${planningWords(asAt).area} not recorded`
    : `In ${area.stps.map(({ name }) => name).join('; ')}`;
}

function exactWords(area: FoundAreaHit, { pack, day }: { readonly pack: ProgrammePack; readonly day: Day }): string {
  const place = area.kind === 'footprint' ? stpWords(area, day) : '';
  return withOtherName([kindWords(area, pack), place].filter((part) => part !== '').join(' · '), area);
}

function withOtherName(text: string, area: FoundAreaHit): string {
  return [text, otherName(area), absence(area)].filter((part) => part !== '').join(' · ');
}

function organisationHit(
  row: FoundOrganisationHit,
  address: string,
  { pack, day }: { pack: ProgrammePack; day: Day },
): SearchHit {
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
    text: [row.code, typeOf(pack, row.typeId).label, statusWords(row), place, address, otherName(row), absence(row)]
      .filter((part) => part !== '')
      .join(' · '),
  };
}

/** Where it is, when the words were not found in its name alone. */
function addressWords({ matchedName, code, town, postcode }: FoundOrganisationHit, words: readonly string[]): string {
  return matchesWords(words, [matchedName, code]) ? '' : placeInWords({ town, postcode });
}

interface Named {
  readonly name: string;
  readonly nameSince: string | null;
  readonly matchedName: string;
  readonly matchedSince: string | null;
}

/** Why it was found, where that was by another name than the one shown: one it bore before that, or took later. */
function otherName({ name, nameSince, matchedName, matchedSince }: Named): string {
  if (searchWords(name).join(' ') === searchWords(matchedName).join(' ')) {
    return '';
  }
  const isLater = matchedSince !== null && matchedSince > (nameSince ?? '');
  return `${isLater ? 'later' : 'formerly'} ${matchedName}`;
}

/** That it did not exist on the day, and when it did. */
function absence({ isOfTheDay, until, since }: Pick<FoundOrganisationHit, 'isOfTheDay' | 'until' | 'since'>): string {
  if (isOfTheDay) {
    return '';
  }
  if (until !== null) {
    return `until ${formatDate(dayBefore(until))}`;
  }
  return since === null ? '' : `from ${formatDate(since)}`;
}
