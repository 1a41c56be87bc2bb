import type { Connection } from '../../platform/database/database.ts';
import { type AreaRef, isPlanningKind, searchWords } from '../directory/index.ts';
import {
  answerOf,
  type Lead,
  type LeadStrength,
  type MeantFootprint,
  outwardCode,
  type Surroundings,
} from './find-area.ts';
import { findSurroundings, listFootprintsWithin, listWays, type Start, type Way } from './find-area-repository.ts';
import type { Match } from './match.ts';
import { type SearchResult, searchDirectory } from './search-directory.ts';
import { spokenFor } from './spoken-words.ts';

/** With more organisations found than this, the words are a place or a common word, and no organisation is meant. */
const FEW = 10;

export interface AreaFound {
  readonly answer: MeantFootprint;
  /** Where the words are but a part of the name of what was found: other planning areas whose names have them too. */
  readonly elsewhere: readonly AreaRef[];
  /** The words that were looked for, where nothing matches those that were typed; null when that was not needed. */
  readonly meant: string | null;
}

/** Which footprint a place, postcode, name or code leads to. */
export async function findMyArea(connection: Connection, term: string, asAt: string): Promise<AreaFound> {
  const words = searchWords(term);
  if (words.length === 0) {
    return { answer: { kind: 'unknown' }, elsewhere: [], meant: null };
  }
  const found = await searchDirectory(connection, term, { asAt, limit: FEW + 1 });
  const outward = outwardCode(words);
  const isCode = [...found.areas, ...found.organisations].some(({ match }) => match === 'code');
  if (outward !== null && !isCode) {
    return { answer: await byPostcode(connection, words.join(' '), outward, asAt), elsewhere: [], meant: null };
  }
  const answer = await byNames(connection, found, searchWords(found.meant ?? term).join(' '), asAt);
  const isCommon = answer.kind === 'unknown' && found.organisations.length > FEW;
  const [closest] = found.organisations;
  return {
    answer: isCommon ? { kind: 'common' } : answer,
    elsewhere: elsewhereIn(found.areas, answer),
    meant: found.isAlike && closest !== undefined ? closest.matchedName : found.meant,
  };
}

/**
 * "Essex" is a part of the name of one footprint, and of two STPs in which none is recorded: whoever lives there is not to take that one
 * for theirs.
 */
function elsewhereIn(areas: SearchResult['areas'], answer: MeantFootprint): AreaRef[] {
  const found = answer.kind === 'one' ? [answer.found] : answer.kind === 'several' ? answer.found : [];
  if (!found.some(({ leads }) => leads.some(({ strength }) => strength === 'part-named'))) {
    return [];
  }
  const ids = new Set(found.map(({ footprint }) => footprint.areaId));
  const around = new Set(
    areas.filter(({ areaId }) => ids.has(areaId)).flatMap(({ stps }) => stps.map(({ areaId }) => areaId)),
  );
  return areas.filter(
    ({ areaId, kind, match, isOfTheDay }) =>
      isPlanningKind(kind) && isOfTheDay && match !== 'parts' && !around.has(areaId),
  );
}

async function byPostcode(
  connection: Connection,
  postcode: string,
  outward: string,
  asAt: string,
): Promise<MeantFootprint> {
  const near: Start = { kind: 'postcode', beginning: `${outward.toUpperCase()} ` };
  const there: Start = { kind: 'postcode', beginning: postcode.toUpperCase() };
  const [exact, around, surroundings] = await Promise.all([
    postcode === outward ? [] : listWays(connection, there, asAt),
    listWays(connection, near, asAt),
    findSurroundings(connection, near, asAt),
  ]);
  const leads = [...leadsByPlace(exact, 'same-postcode'), ...leadsByPlace(around, 'nearby')];
  const answer = answerOf(leads, surroundings, 0);
  return answer.kind === 'unknown' ? byPostcodeArea(connection, outward, asAt) : answer;
}

/**
 * Postcode areas that say too little of where one is: those of London, which are parts of many footprints, and those across the borders
 * to Wales and Scotland, whose nearest organisation that we know is in another country.
 */
const dividedAreas: ReadonlySet<string> = new Set('E EC N NW SE SW W WC CH HR LD LL NP SY TD'.split(' '));

/** For a postcode with no organisation near it. */
async function byPostcodeArea(connection: Connection, outward: string, asAt: string): Promise<MeantFootprint> {
  const letters = outward.replace(/\d.*$/, '').toUpperCase();
  if (dividedAreas.has(letters)) {
    return { kind: 'unknown' };
  }
  const start: Start = { kind: 'postcode-area', letters };
  const [ways, surroundings] = await Promise.all([
    listWays(connection, start, asAt),
    findSurroundings(connection, start, asAt),
  ]);
  const leads = leadsByPlace(ways, 'same-postcode-area').map((lead) => ({ ...lead, through: [letters] }));
  return answerOf(leads, surroundings, 0);
}

async function byNames(
  connection: Connection,
  found: SearchResult,
  phrase: string,
  asAt: string,
): Promise<MeantFootprint> {
  const ids = organisationsMeant(found);
  const meant: Start = { kind: 'organisations', ids };
  const areWordsWhole = [...found.areas, ...found.organisations].some(({ match }) => match !== 'parts');
  const town: Start = { kind: 'town', town: phrase, isWhole: areWordsWhole };
  const [byAreas, ways, townWays, ...surroundings] = await Promise.all([
    leadsByAreas(connection, found.areas, phrase, asAt),
    listWays(connection, meant, asAt),
    listWays(connection, town, asAt),
    findSurroundings(connection, meant, asAt),
    findSurroundings(connection, town, asAt),
  ]);
  const leads = [...byAreas, ...ways.map(leadByName), ...leadsByPlace(townWays, 'same-place')];
  const stps = found.areas.filter(({ kind, match }) => isPlanningKind(kind) && match !== 'parts');
  return answerOf(leads, joined([{ stps, commissioners: [] }, ...surroundings]), ids.length);
}

/**
 * The organisations that match best, or none where so many do that none of them is meant; the closest alone where all are only
 * spelt like what was typed.
 */
function organisationsMeant({ organisations, isAlike }: SearchResult): string[] {
  const order: readonly Match[] = ['code', 'name', 'words', 'parts'];
  const best = order.find((match) => organisations.some((organisation) => organisation.match === match));
  const ids = organisations.filter(({ match }) => match === best).map(({ organisationId }) => organisationId);
  return isAlike ? ids.slice(0, 1) : ids.length > FEW ? [] : ids;
}

function leadByName({ isOwn, isFull, ...way }: Way): Lead {
  return { ...way, strength: isFull ? (isOwn ? 'member' : 'commissioned') : 'associate' };
}

/** Of a place only organisations with a full part count: an ambulance trust sits in one town and serves many. */
function leadsByPlace(ways: readonly Way[], strength: LeadStrength): Lead[] {
  return ways.filter(({ isFull }) => isFull).map(({ isOwn: _, isFull: __, ...way }) => ({ ...way, strength }));
}

/** Footprints of the very name or with the words in it, and those in a wider area of that name. */
async function leadsByAreas(
  connection: Connection,
  areas: SearchResult['areas'],
  phrase: string,
  asAt: string,
): Promise<Lead[]> {
  const nobody = { count: 0, names: [], through: [] };
  const isExact = ({ match, kind, matchedName }: SearchResult['areas'][number]) =>
    match === 'code' || match === 'name' || isNamedByKind(phrase, kind, matchedName);
  const named = areas
    .filter(({ kind, match, isOfTheDay }) => kind === 'footprint' && isOfTheDay && match !== 'parts')
    .map((footprint): Lead => ({ ...nobody, footprint, strength: isExact(footprint) ? 'named' : 'part-named' }));
  const wider = areas.filter((area) => area.kind !== 'footprint' && isExact(area));
  const within = await Promise.all(
    wider.map(async ({ areaId, name }) =>
      (await listFootprintsWithin(connection, areaId, asAt)).map(
        (footprint): Lead => ({ ...nobody, footprint, strength: 'same-place', through: [name] }),
      ),
    ),
  );
  return [...named, ...within.flat()];
}

/** "essex icb" is the whole name of the area of Essex, as people say it; "the london region" is that of London. */
function isNamedByKind(phrase: string, kind: string, name: string): boolean {
  const words = phrase.split(' ').map((word) => (spokenFor(word).includes(kind) ? kind : word));
  const called = searchWords(name).filter((word) => word !== 'the');
  return [...called, kind].join(' ') === words.filter((word) => word !== 'the').join(' ');
}

function joined(all: readonly Surroundings[]): Surroundings {
  const unique = <Thing>(things: readonly Thing[], idOf: (thing: Thing) => string) => [
    ...new Map(things.map((thing) => [idOf(thing), thing])).values(),
  ];
  return {
    stps: unique(
      all.flatMap(({ stps }) => stps),
      ({ areaId }) => areaId,
    ),
    commissioners: unique(
      all.flatMap(({ commissioners }) => commissioners),
      ({ organisationId }) => organisationId,
    ),
  };
}
