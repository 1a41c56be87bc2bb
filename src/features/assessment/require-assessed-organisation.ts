import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { findWorkingOrganisation, getPlacement, type Organisation } from '../directory/index.ts';
import { type Action, type Actor, acting, can, requireActor, requireCan, type Subject } from '../identity/index.ts';
import { digestInPack, readText } from '../instruments/index.ts';
import {
  dueOnFor,
  findRound,
  type Instrument,
  instrumentOfRound,
  isExtendedByArea,
  organisationType,
  type Round,
  roundState,
  type Section,
  sectionsFor,
} from '../programme/index.ts';
import type { AssessmentState } from './assessment.ts';
import { type AssessmentActing, assessmentRolesOf } from './assessment-acting.ts';
import { findAssessment } from './assessment-repository.ts';
import type { StoredAssessment } from './stored-assessment.ts';

/** Parameters of every address under an assessment. */
export interface AssessmentParams {
  readonly code: string;
  readonly round: string;
}

/** What a working page is about, and the person who may see it. */
export interface AssessedOrganisation {
  readonly organisation: Organisation;
  /** What stands for the organisation in the addresses of its working pages. */
  readonly addressKey: string;
  readonly round: Round;
  readonly isRoundOpen: boolean;
  /** The deadline of this organisation, as an ISO date. */
  readonly dueOn: string;
  readonly instrument: Instrument;
  /** Of the instrument, where it is the pack's; null where it was read from what is kept. */
  readonly digest: string | null;
  /** Null while nobody has opened it. */
  readonly assessment: StoredAssessment | null;
  readonly state: AssessmentState;
  /** That of the organisation's type; an assessment already opened keeps the one it was opened with. */
  readonly careSetting: string;
  readonly actor: Actor;
  readonly subject: Subject;
}

/** Finds organisation and round of an address for somebody who may take this action there; anyone else is refused. */
export async function requireAssessedOrganisation(
  request: FastifyRequest,
  { database, pack, clock }: AppContext,
  action: Action,
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
  const { careSetting } = organisationType(pack, organisation.typeId);
  if (careSetting === null) {
    throw new NotFoundError(`${organisation.name} does not take part in the self-assessment. NHS providers do.`);
  }
  const { organisationId } = organisation;
  const own: Subject = { organisationIds: [organisationId] };
  // Most who come here hold a role for the organisation itself; where it lies need not be looked up for them, nor for the deadline.
  const subject =
    can(request.actor, action, own) && !isExtendedByArea(round)
      ? own
      : { ...own, ...(await getPlacement(database, organisationId, { day, positionOn })) };
  const actor = requireCan(request, action, subject);
  const assessment = await findAssessment(database, organisationId, round.id);
  const asked = instrumentOfRound(pack, round.id);
  // Another process may have been started with another text: answers are read with the one that they were given to.
  const instrument = assessment === null ? asked : ((await readText(database, pack, assessment.answers)) ?? asked);
  return {
    organisation,
    addressKey,
    round,
    isRoundOpen: roundState(round, today(clock)) === 'open',
    dueOn: dueOnFor(round, idsIn(subject)),
    instrument,
    digest: pack.instruments.includes(instrument) ? digestInPack(pack, instrument) : null,
    assessment,
    state: assessment?.state ?? 'not-started',
    careSetting: assessment?.careSetting ?? careSetting,
    actor,
    subject,
  };
}

/** Everything that an extension may be for which reaches this. */
function idsIn({ organisationIds = [], footprintIds = [], regionIds = [] }: Subject): ReadonlySet<string> {
  return new Set([...organisationIds, ...footprintIds, ...regionIds]);
}

/** The section named in the address, one that asks something of the organisation. */
export function requestedSection(
  request: FastifyRequest,
  { instrument, careSetting }: Pick<AssessedOrganisation, 'instrument' | 'careSetting'>,
): Section {
  const { section: id, code, round } = request.params as AssessmentParams & { readonly section: string };
  const section = sectionsFor(instrument, careSetting).find((candidate) => candidate.id === id);
  if (section === undefined) {
    throw new NotFoundError('The assessment has no such section. Go back to its list of sections.', {
      href: paths.assessment(code, round),
      text: 'Go to the assessment',
    });
  }
  return section;
}

/** The person of this page taking a step now. */
export function actingOn(assessed: AssessedOrganisation, action: Action, at: Date): AssessmentActing {
  const { actor, organisation, subject } = assessed;
  return { ...acting(actor, action, subject, at), roles: assessmentRolesOf(actor, organisation.organisationId) };
}
