import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import type { Connection } from '../../platform/database/database.ts';
import { today } from '../../platform/days.ts';
import { ForbiddenError, NotFoundError } from '../../platform/http/problem.ts';
import { formatDate } from '../../views/format.ts';
import { findOrganisationId, findWorkingOrganisation, getPlacement, type Organisation } from '../directory/index.ts';
import { type Action, type Actor, acting, can, requireActor, requireCan, type Subject } from '../identity/index.ts';
import { digestInPack, readText } from '../instruments/index.ts';
import {
  answeredOnce,
  askedOn,
  dueOnFor,
  findRound,
  type Instrument,
  instrumentOfRound,
  isExtendedByArea,
  organisationType,
  type ResultsDay,
  type Round,
  resultsDay,
  roundState,
  wholeOrganisation,
} from '../programme/index.ts';
import type { AssessmentState } from './assessment.ts';
import { type AssessmentActing, assessmentRolesOf } from './assessment-acting.ts';
import { findAssessment, hasBegun } from './assessment-repository.ts';
import type { Takes } from './settings/answers-in-effect.ts';
import { readSentWith, type SentWith } from './settings/read-sent-with.ts';
import { readStanding } from './settings/read-standing.ts';
import { readTakes } from './settings/read-takes.ts';
import { asSigner, maySign } from './signing/may-sign.ts';
import { isOpenForCorrection, type StoredAssessment } from './stored-assessment.ts';
import { careSettingName } from './views/result-view.ts';

/** Parameters of every address under an assessment. */
export interface AssessmentParams {
  readonly code: string;
  readonly round: string;
  /** One of several care settings; left out where there is one alone, and for what is answered once for all of them. */
  readonly setting?: string;
}

/** What a working page is about, and the person who may see it. */
export interface AssessedOrganisation {
  readonly organisation: Organisation;
  /** What stands for the organisation in the addresses of its working pages. */
  readonly addressKey: string;
  readonly round: Round;
  readonly isRoundOpen: boolean;
  /** Whether what was published stands while it is corrected, be its round open or not. */
  readonly isCorrected: boolean;
  /** Whether its answers can be changed and signed, as far as its round goes. */
  readonly takesAnswers: boolean;
  /** When everybody may read what is signed in the round. */
  readonly results: ResultsDay;
  /** The deadline of this organisation, as an ISO date. */
  readonly dueOn: string;
  /** Of what is answered once for several care settings, that alone. */
  readonly instrument: Instrument;
  /** Of the instrument, where it is the pack's; null where it was read from what is kept. */
  readonly digest: string | null;
  /** Null while nobody has opened it. */
  readonly assessment: StoredAssessment | null;
  readonly state: AssessmentState;
  /** Whose questions these are: a care setting, or the whole organisation where they are answered once for several. */
  readonly careSetting: string;
  /** Every care setting that the organisation answers for in this round, in the order of the pack. */
  readonly settings: readonly string[];
  /** The one of several that this is about, as addresses name it; null where there is one alone, and where it is about all. */
  readonly setting: string | null;
  /** What is not answered here, but taken from what is answered once, or by another organisation of the group. */
  readonly takes: readonly Takes[];
  /** With whose answers it was sent to be signed, and in which sections; null where it was not sent, or all were its own organisation's. */
  readonly sentWith: SentWith | null;
  /** The organisation as headings name it: with the care setting, where this is about one of several. */
  readonly heading: string;
  /** What its list of sections is called on the way to other pages: the care setting, or the round. */
  readonly label: string;
  readonly actor: Actor;
  readonly subject: Subject;
}

/** The organisations whose people are there as peers of one, as far as they concern whoever asks; nobody, where it is left out. */
type ReadPeers = (organisationId: string) => Promise<readonly string[]>;

/** Finds organisation and round of an address for somebody who may take this action there; anyone else is refused. */
export async function requireAssessedOrganisation(
  request: FastifyRequest,
  { database, pack, clock }: AppContext,
  action: Action,
  readPeers: ReadPeers = async () => [],
): Promise<AssessedOrganisation> {
  requireActor(request);
  const { code, round: roundId } = request.params as AssessmentParams;
  const round = findRound(pack, roundId);
  const { positionOn } = pack;
  const found = await findWorkingOrganisation(database, code, positionOn);
  if (round?.kind !== 'assessment' || found === null) {
    throw new NotFoundError('There is no such assessment. Check the address, or start from My work.', {
      href: paths.workspace(),
      text: 'Go to My work',
    });
  }
  const { organisation, day, addressKey } = found;
  if (organisationType(pack, organisation.typeId).careSetting === null) {
    throw new NotFoundError(
      `${organisation.name} does not take part in the self-assessment: no organisation of its type is asked.`,
    );
  }
  const { organisationId } = organisation;
  const own: Subject = { organisationIds: [organisationId] };
  // Most who come here hold a role for the organisation itself; where it lies need not be looked up for them, nor for the deadline.
  const isOwn = can(request.actor, action, own) && can(request.actor, 'assessment.read-draft', own);
  const subject =
    isOwn && !isExtendedByArea(round)
      ? own
      : {
          ...own,
          peerIds: await readPeers(organisationId),
          ...(await getPlacement(database, organisationId, { day, positionOn })),
        };
  const actor = requireCan(request, action, subject);
  const { setting } = request.params as AssessmentParams;
  const part = await readAssessedPart({ database, pack }, { ...organisation, addressKey }, round, setting);
  if (part.assessment === null) {
    await requireAsked(database, found, round, today(clock));
  }
  const asked = {
    organisation,
    addressKey,
    round,
    isRoundOpen: roundState(round, today(clock)) === 'open',
    results: resultsDay(pack, round, today(clock)),
    dueOn: dueOnFor(round, idsIn(subject)),
    actor,
    subject,
  };
  return withPart(pack, asked, part);
}

/** The rest of what a working page is about, which follows from its part. */
type AskedOfAll = Omit<
  AssessedOrganisation,
  keyof AssessedPart | 'isCorrected' | 'takesAnswers' | 'state' | 'heading' | 'label'
>;

/** What a working page is about that is about this part. */
export function withPart(pack: AppContext['pack'], asked: AskedOfAll, part: AssessedPart): AssessedOrganisation {
  const { organisation, round, isRoundOpen } = asked;
  const isCorrected = isOpenForCorrection(part.assessment);
  const settingName = part.setting === null ? null : careSettingName(pack, part.setting);
  return {
    ...asked,
    ...part,
    isCorrected,
    takesAnswers: isRoundOpen || isCorrected,
    state: part.assessment?.state ?? 'not-started',
    heading: settingName === null ? organisation.name : `${organisation.name}: ${settingName}`,
    label: settingName ?? round.label,
  };
}

/** A round asks nothing of whoever had ended before it or came after it, though people hold roles there. What was begun stays to be read. */
async function requireAsked(
  database: Connection,
  { organisation, day }: { readonly organisation: Organisation; readonly day: string },
  round: Round,
  now: string,
): Promise<void> {
  const { organisationId, code, name } = organisation;
  const asked = askedOn(round, now);
  const isThere = day === asked || (await findOrganisationId(database, code, asked)) === organisationId;
  if (!isThere && !(await hasBegun(database, organisationId, round.id))) {
    throw new NotFoundError(
      `“${round.label}” asks the providers that there are on ${formatDate(asked)}. ${name} is not one of them, and nothing was answered for it.`,
      { href: paths.workspace(), text: 'Go to My work' },
    );
  }
}

interface PartContext extends Pick<AppContext, 'pack'> {
  readonly database: Connection;
}

/** What of a working page is the same for everybody who sees it. */
export type AssessedPart = Pick<
  AssessedOrganisation,
  'instrument' | 'digest' | 'assessment' | 'careSetting' | 'settings' | 'setting' | 'takes' | 'sentWith'
>;

/**
 * What an address is about: the assessment of the organisation, that of one of its care settings, or, where it answers for several and
 * none is named, what is answered once for all of them.
 */
export async function readAssessedPart(
  { database, pack }: PartContext,
  {
    organisationId,
    typeId,
    addressKey,
  }: Pick<Organisation, 'organisationId' | 'typeId'> & { readonly addressKey: string },
  round: Round,
  setting?: string,
): Promise<AssessedPart> {
  const asked = instrumentOfRound(pack, round.id);
  const read = async (careSetting: string | null) => {
    const assessment = await findAssessment(database, organisationId, round.id, careSetting);
    // Another process may have been started with another text: answers are read with the one that they were given to.
    const instrument = assessment === null ? asked : ((await readText(database, pack, assessment.answers)) ?? asked);
    const digest = pack.instruments.includes(instrument) ? digestInPack(pack, instrument) : null;
    return { assessment, instrument, digest };
  };
  const withTakes = async (part: Omit<AssessedPart, 'takes' | 'sentWith'>): Promise<AssessedPart> => {
    const { instrument, careSetting, assessment } = part;
    const isOneOfSeveral = part.setting !== null;
    const named = { organisationId, roundId: round.id, careSetting };
    const [takes, sentWith] = await Promise.all([
      readTakes(database, { ...named, pack, instrument, isOneOfSeveral }, assessment),
      readSentWith({ database, pack }, assessment),
    ]);
    return { ...part, takes, sentWith };
  };
  if (asked.returns === 'per-organisation' && setting === undefined) {
    const found = await read(null);
    const careSetting = found.assessment?.careSetting ?? organisationType(pack, typeId).careSetting ?? '';
    return withTakes({ ...found, careSetting, settings: [careSetting], setting: null });
  }
  const [standing] = await readStanding(database, pack, round, [organisationId]);
  const settings = (standing?.settings ?? []).map(({ careSetting }) => careSetting);
  const [first] = settings;
  if (first === undefined || (setting !== undefined && !settings.includes(setting))) {
    throw new NotFoundError('The organisation does not answer for this care setting in this round.', {
      href: paths.assessment(addressKey, round.id),
      text: 'Go to the assessment',
    });
  }
  if (setting !== undefined || settings.length === 1) {
    const careSetting = setting ?? first;
    const isAlone = settings.length === 1;
    return withTakes({ ...(await read(careSetting)), careSetting, settings, setting: isAlone ? null : careSetting });
  }
  const once = await read(wholeOrganisation);
  const instrument = answeredOnce(once.instrument, settings);
  return withTakes({ ...once, instrument, careSetting: wholeOrganisation, settings, setting: null });
}

/** Whether this is about what is answered once for several care settings and signed with each. */
export function isAnsweredOnce({ careSetting }: Pick<AssessedOrganisation, 'careSetting'>): boolean {
  return careSetting === wholeOrganisation;
}

/** As `requireAssessedOrganisation`, for what is signed: of several care settings one must be named. */
export async function requireSignable(
  request: FastifyRequest,
  context: AppContext,
  action: Action,
  readPeers?: ReadPeers,
): Promise<AssessedOrganisation> {
  const assessed = await requireAssessedOrganisation(request, context, action, readPeers);
  if (isAnsweredOnce(assessed)) {
    throw new NotFoundError('Each care setting is signed by itself. Choose one of them.', {
      href: paths.assessment(assessed.addressKey, assessed.round.id),
      text: 'Go to the care settings',
    });
  }
  if (action === 'assessment.authorise' && !maySign(assessed)) {
    throw new ForbiddenError(
      `This assessment is authorised by ${assessed.instrument.signing.who} of the organisation.`,
    );
  }
  return assessed;
}

/** Everything that an extension may be for which reaches this. */
function idsIn({ organisationIds = [], footprintIds = [], regionIds = [] }: Subject): ReadonlySet<string> {
  return new Set([...organisationIds, ...footprintIds, ...regionIds]);
}

/** The person of this page taking a step now. */
export function actingOn(assessed: AssessedOrganisation, action: Action, at: Date): AssessmentActing {
  const { actor, organisation, subject } = assessed;
  const by = action === 'assessment.authorise' ? asSigner(assessed) : actor;
  return { ...acting(by, action, subject, at), roles: assessmentRolesOf(actor, organisation.organisationId) };
}
