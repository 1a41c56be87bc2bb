import { type CheckResult, type Finding, finding } from '../../../platform/check-result.ts';
import { countOf } from '../../../views/format.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import type { VersionEndorsement } from '../endorsement/endorsement.ts';
import { endorsementBoard, type VersionBoardRow } from '../endorsement/endorsement-board.ts';
import { checkFreeze, type FreezeCheckInput } from '../freezing/check-freeze.ts';

export interface SubmissionCheckInput extends FreezeCheckInput {
  readonly pack: FreezeCheckInput['pack'] & Pick<ProgrammePack, 'submissionRule'>;
  readonly endorsements: readonly VersionEndorsement[];
  /** Whether the round still takes this version. */
  readonly isRoundOpen: boolean;
  /** Digest of the frozen document; null while the version is a draft, when no endorsement counts. */
  readonly digest: string | null;
}

/**
 * Whether a frozen version may be submitted: everything `checkFreeze` asks, and the endorsements that the programme's
 * submission rule asks for. Conditions are a warning, to be read before submitting. A decision to decline blocks when
 * the rule says so or when every organisation asked must endorse.
 */
export function checkSubmission(input: SubmissionCheckInput): CheckResult {
  const content = checkFreeze(input);
  const agreement = checkAgreement(input);
  return {
    blockers: [...(input.isRoundOpen ? [] : [closedFinding()]), ...agreement.blockers, ...content.blockers],
    warnings: [...agreement.warnings, ...content.warnings],
  };
}

function checkAgreement({ pack, members, endorsements, digest }: SubmissionCheckInput): CheckResult {
  const rule = pack.submissionRule;
  const { rows, tally } = endorsementBoard(members, endorsements, digest, rule);
  const asked = rows.filter(({ isNeeded }) => isNeeded);
  const isShort = tally.endorsed < tally.needed;
  const everyoneMust = tally.needed === tally.asked;
  const blocks = { waiting: isShort && everyoneMust, declined: rule.declineBlocks || (isShort && everyoneMust) };

  const waiting = asked.filter(({ state }) => state === 'waiting').map(waitingFinding);
  const declined = asked.filter(({ state }) => state === 'declined').map(declinedFinding);
  const declinedFreely = rows.filter(({ state, isNeeded }) => state === 'declined' && !isNeeded).map(declinedFinding);
  const conditions = rows.filter(({ state }) => state === 'endorsed-with-conditions').map(conditionsFinding);
  const blocked = (isBlocking: boolean, findings: Finding[]) => (isBlocking ? findings : []);
  return {
    blockers: [
      ...blocked(tally.asked === 0, [nobodyFinding()]),
      ...blocked(isShort && !everyoneMust, [shortFinding(tally.endorsed, tally.needed, tally.asked)]),
      ...blocked(blocks.declined, declined),
      ...blocked(blocks.waiting, waiting),
    ],
    warnings: [
      ...blocked(!blocks.declined, declined),
      ...declinedFreely,
      ...blocked(!blocks.waiting, waiting),
      ...conditions,
    ],
  };
}

function closedFinding(): Finding {
  const message = 'The round is not open, so no first version is taken. Ask the programme office to open it';
  return finding('round-not-open', null, message);
}

function nobodyFinding(): Finding {
  return finding('nobody-to-endorse', null, 'No member of the footprint has a role that endorses its roadmap');
}

function shortFinding(endorsed: number, needed: number, asked: number): Finding {
  const message = `${needed} of ${countOf(asked, 'organisation')} must have endorsed this version; ${endorsed} ${endorsed === 1 ? 'has' : 'have'}`;
  return finding('endorsements-short', null, message);
}

function waitingFinding({ party, lapsed }: VersionBoardRow): Finding {
  const message =
    lapsed === null
      ? `${party.name} has not yet decided on this version`
      : `${party.name} decided on an earlier text and must decide again`;
  return finding('endorsement-missing', party.organisationId, message);
}

function declinedFinding({ party, endorsement }: VersionBoardRow): Finding {
  const reason = endorsement?.conditions ?? '';
  return finding('endorsement-declined', party.organisationId, `${party.name} has declined: ${reason}`);
}

function conditionsFinding({ party, endorsement }: VersionBoardRow): Finding {
  const message = `${party.name} endorses on these conditions: ${endorsement?.conditions ?? ''}`;
  return finding('endorsed-with-conditions', party.organisationId, message);
}
