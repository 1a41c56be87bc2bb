import { by } from '../../platform/compare.ts';
import type { Instrument, Question, Scale, ScaleOption, Section } from './instrument.ts';
import type { CapabilityGroup, OrganisationType, ProgrammePack, UniversalCapability } from './programme.ts';
import { resultsDay } from './results-day.ts';
import type { Round } from './round.ts';
import { dueOnFor, roundState } from './round-state.ts';

/** An id that a pack does not hold: a stored row or an address that no longer fits the pack, or a slip in the code. */
export class UnknownProgrammeIdError extends Error {
  override readonly name = 'UnknownProgrammeIdError';
}

function byId<T extends { readonly id: string }>(items: readonly T[], id: string, noun: string, holder: string): T {
  const found = items.find((item) => item.id === id);
  if (found === undefined) {
    throw new UnknownProgrammeIdError(`${holder} has no ${noun} "${id}"`);
  }
  return found;
}

type RoundsOfPack = Pick<ProgrammePack, 'id' | 'rounds'>;

const named = (pack: Pick<ProgrammePack, 'id'>) => `the programme "${pack.id}"`;

/** The round with this id, or nothing: for ids that come from an address or a form. */
export function findRound(pack: Pick<ProgrammePack, 'rounds'>, id: string): Round | undefined {
  return pack.rounds.find((round) => round.id === id);
}

/** The round with this id; throws when there is none. */
export function getRound(pack: RoundsOfPack, id: string): Round {
  return byId(pack.rounds, id, 'round', named(pack));
}

/** The rounds in which organisations assess themselves, oldest first. */
export function assessmentRounds(pack: ProgrammePack): Round[] {
  return roundsOfKind(pack, 'assessment');
}

function roundsOfKind({ rounds }: RoundsOfPack, kind: Round['kind']): Round[] {
  return rounds.filter((round) => round.kind === kind).sort(byOpening);
}

/**
 * The round of assessment that is worked on: of those that are open the newest that still has time left for everybody, or else the newest,
 * or else the newest that is closed, or else the first to open; none where there is none.
 */
export function currentAssessmentRound(pack: ProgrammePack, today: string): Round | undefined {
  return roundAtWork(pack, assessmentRounds(pack), today, new Set());
}

/**
 * The round whose results are shown for the whole nation on a day: the newest whose deadline for everybody has passed by then and whose results
 * are public, so that a round that has just opened does not hide what the last one came to. Where none is, it is the newest that is over, or else the
 * first to open.
 */
export function resultsRound(pack: ProgrammePack, today: string): Round | undefined {
  const rounds = assessmentRounds(pack);
  const over = rounds.filter((round) => roundState(round, today) !== 'planned' && dueOnFor(round) < today);
  return over.findLast((round) => resultsDay(pack, round, today).isPublic) ?? over.at(-1) ?? rounds[0];
}

/** The rounds that run on a day: those that are open and whose deadline for everybody has not passed, oldest first. */
export function runningRounds({ rounds }: Pick<ProgrammePack, 'rounds'>, today: string): Round[] {
  return rounds.filter((round) => roundState(round, today) === 'open' && dueOnFor(round) >= today).sort(byOpening);
}

/**
 * The round in which a roadmap is begun on a day: of those that are open the newest in which the place has time left, or else the newest, or
 * else the newest that is closed, or else the first to open; none where there is none. An older round is worked in again where it was
 * extended and no newer one has time left, or where the newer is closed.
 *
 * @param ids of a footprint and its regions, which may have time of their own; none for everybody
 */
export function planningRound(
  pack: RoundsOfPack & Pick<ProgrammePack, 'endedOn'>,
  today: string,
  ids: ReadonlySet<string> = new Set(),
): Round | undefined {
  return roundAtWork(pack, roundsOfKind(pack, 'roadmap'), today, ids);
}

/**
 * Whether a round came with a programme that is over, and nobody did anything about it here: whatever it takes still, nobody is asked
 * for it any more.
 */
export function isLongOver(
  { endedOn }: Pick<ProgrammePack, 'endedOn'>,
  { isPlannedHere, steps }: Pick<Round, 'isPlannedHere' | 'steps'>,
  today: string,
): boolean {
  return endedOn !== null && endedOn < today && !isPlannedHere && steps.length === 0;
}

/**
 * What can still be sent goes before what is late, what is late before what is not taken any more, and that before what nobody is asked
 * for. Rounds are given oldest first.
 */
function roundAtWork(
  pack: Pick<ProgrammePack, 'endedOn'>,
  rounds: readonly Round[],
  today: string,
  ids: ReadonlySet<string>,
): Round | undefined {
  const taking = rounds.filter((round) => roundState(round, today) === 'open');
  const open = taking.filter((round) => !isLongOver(pack, round, today));
  return (
    open.findLast((round) => dueOnFor(round, ids) >= today) ??
    open.at(-1) ??
    rounds.findLast((round) => roundState(round, today) === 'closed') ??
    taking.at(-1) ??
    rounds[0]
  );
}

const byOpening = by<Round>(({ opensOn }) => opensOn);

/**
 * The instrument behind a round: for an assessment round the one answered in it, for a roadmap round the one its
 * baseline was measured with. A round that has answers keeps to the version that they were given to; any other asks the one that is
 * active, or will ask what the pack has once that is.
 */
export function instrumentOfRound(pack: ProgrammePack, roundId: string): Instrument {
  const round = getRound(pack, roundId);
  const assessed = round.baselineRound === null ? round : getRound(pack, round.baselineRound);
  const used = pack.usedInstruments.find(({ roundId: of }) => of === assessed.id);
  if (used !== undefined) {
    return used.instrument;
  }
  if (assessed.instrument === null) {
    throw new UnknownProgrammeIdError(`the round "${assessed.id}" has no instrument`);
  }
  const active = pack.activeInstruments.find(({ id }) => id === assessed.instrument);
  return active ?? byId(pack.instruments, assessed.instrument, 'instrument', named(pack));
}

/** One very version of an instrument, be it asked now or kept because it was answered; nothing where it is neither. */
export function findInstrument(
  {
    instruments,
    activeInstruments,
    usedInstruments,
  }: Pick<ProgrammePack, 'instruments' | 'activeInstruments' | 'usedInstruments'>,
  { id, version }: Pick<Instrument, 'id' | 'version'>,
): Instrument | undefined {
  const known = [...instruments, ...activeInstruments, ...usedInstruments.map(({ instrument }) => instrument)];
  return known.find((instrument) => instrument.id === id && instrument.version === version);
}

/** Every section of an instrument, in the order of its themes. */
export function sectionsOf(instrument: Instrument): Section[] {
  return instrument.themes.flatMap((theme) => theme.sections);
}

/** The sections in which something is asked of a care setting, in order. */
export function sectionsFor(instrument: Instrument, careSetting: string): Section[] {
  return sectionsOf(instrument).filter((section) => sectionQuestions(section, careSetting).length > 0);
}

/** Whether those who hold a role sign any assessment of a programme. */
export function signsAssessments({ instruments }: Pick<ProgrammePack, 'instruments'>, role: string): boolean {
  return instruments.some(({ signing }) => signing.roles.some((signer) => signer === role));
}

/** The section with this id; throws when the instrument has none. */
export function getSection(instrument: Instrument, id: string): Section {
  return byId(sectionsOf(instrument), id, 'section', `the instrument "${instrument.id}"`);
}

/** The questions of a section that are put to a care setting, in order. */
export function sectionQuestions(section: Section, careSetting: string): Question[] {
  return section.questions.filter(
    (question) => question.careSettings.length === 0 || question.careSettings.includes(careSetting),
  );
}

/** Every question of an instrument that is put to a care setting, in order. */
export function questionsFor(instrument: Instrument, careSetting: string): Question[] {
  return sectionsOf(instrument).flatMap((section) => sectionQuestions(section, careSetting));
}

/** The scale a question is answered on. */
export function scaleOf(instrument: Instrument, question: Question): Scale {
  return byId(instrument.scales, question.scale, 'scale', `the instrument "${instrument.id}"`);
}

/** The levels of which an organisation may say that it means to reach one by the next round; none where that is not asked. */
export function desirableLevels(instrument: Instrument, question: Question): readonly ScaleOption[] {
  const { scored, options } = scaleOf(instrument, question);
  return instrument.asksDesiredLevels && scored ? options : [];
}

export function capabilityGroup(pack: ProgrammePack, id: string): CapabilityGroup {
  return byId(pack.capabilityGroups, id, 'capability group', named(pack));
}

export function universalCapability(pack: ProgrammePack, id: string): UniversalCapability {
  return byId(pack.universalCapabilities, id, 'universal capability', named(pack));
}

export function organisationType(pack: ProgrammePack, id: string): OrganisationType {
  return byId(pack.organisationTypes, id, 'organisation type', named(pack));
}
