import { paths } from '../../../paths.ts';
import type { CheckResult } from '../../../platform/check-result.ts';
import { formatTime } from '../../../views/format.ts';
import { ButtonLink } from '../../../views/forms/button.tsx';
import { DigestText } from '../../../views/text/digest-text.tsx';
import { BoardTable, LapsedTable, NobodyToSign } from '../../agreement/index.ts';
import { membershipRoleLabels } from '../../directory/index.ts';
import { can } from '../../identity/index.ts';
import type { SubmissionRule } from '../../programme/index.ts';
import type { VersionBoard, VersionBoardRow } from '../endorsement/endorsement-board.ts';
import type { LapsedVersionEndorsement } from '../endorsement/lapsed-endorsements.ts';
import { may, type VersionPlace } from '../roadmap-place.ts';
import { MembersSince } from './members-since.tsx';
import { VersionTag } from './version-tag.tsx';

interface AgreementPageProps {
  readonly place: VersionPlace;
  readonly board: VersionBoard;
  readonly rule: SubmissionRule;
  /** Names of the executives of each member, by its id; one that has none is not in it. */
  readonly signers: ReadonlyMap<string, readonly string[]>;
  readonly lapsed: readonly LapsedVersionEndorsement[];
  /** Of the organisations that ever decided, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Of submitting; null unless the version waits for endorsement. */
  readonly check: CheckResult | null;
}

/** Every member organisation with its decision: who, in which office, on what conditions, when; and what no longer stands. */
export function AgreementPage(props: AgreementPageProps) {
  const { place, board, rule, lapsed, names } = props;
  const { number, state, digest } = place.version;
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">Version {number}</span>
        Who has agreed
      </h1>
      <p>
        Version {number} <VersionTag state={state} />
      </p>
      <p>{ruleInWords(rule)}</p>
      {digest === null ? (
        <p className="ldr-empty">This version is a draft. Organisations can decide once it is frozen.</p>
      ) : (
        <Frozen place={place} board={board} digest={digest} />
      )}
      <MembersSince place={place} />
      <NobodyToSign actor={place.actor} parties={withoutSigner(board.rows, props.signers)} />
      <Board place={place} rows={board.rows} signers={props.signers} />
      <Steps {...props} />
      <LapsedTable
        lapsed={lapsed}
        heading="Organisation"
        nameOf={(id) => names.get(id) ?? id}
        explanation="A decision holds for one text only. When the text changes, the organisation decides again."
        documentOf={({ versionNumber }) => `version ${versionNumber}`}
      />
    </>
  );
}

function ruleInWords({ mustEndorse, shareNeeded, declineBlocks }: SubmissionRule): string {
  const roles = mustEndorse.map((role) => membershipRoleLabels[role].toLowerCase()).join(' or ');
  const who =
    shareNeeded >= 1
      ? `every organisation that is ${roles}`
      : `at least ${Math.round(shareNeeded * 100)}% of the organisations that are ${roles}`;
  const decline = declineBlocks ? ' If one of them declines, the version cannot be submitted.' : '';
  return `Before the version can be submitted, ${who} must endorse it, with or without conditions.${decline}`;
}

function Frozen({ place, board, digest }: { place: VersionPlace; board: VersionBoard; digest: string }) {
  const { number, frozenAt, frozenBy } = place.version;
  const { asked, endorsed, declined, waiting } = board.tally;
  return (
    <>
      <p>
        <strong>
          {endorsed} of {asked} have endorsed
        </strong>
        , {declined} declined, {waiting} still to decide.
      </p>
      <p>
        Each decision is about exactly one text,{' '}
        <a href={paths.readVersion(place.footprint.slug, number)}>version {number}</a>
        {frozenAt !== null &&
          ` as it was frozen ${frozenBy === null ? '' : `by ${frozenBy} `}on ${formatTime(frozenAt)}`}
        . Its digest is <DigestText digest={digest} />
      </p>
    </>
  );
}

/** Those who must endorse and for whom nobody can. */
function withoutSigner(rows: readonly VersionBoardRow[], signers: AgreementPageProps['signers']) {
  return rows
    .filter(({ state, isNeeded, party }) => isNeeded && state === 'waiting' && !signers.has(party.organisationId))
    .map(({ party }) => party);
}

interface BoardProps extends Pick<AgreementPageProps, 'place' | 'signers'> {
  readonly rows: readonly VersionBoardRow[];
}

function Board({ place, rows, signers }: BoardProps) {
  const isOpen = place.version.state === 'endorsement';
  return (
    <BoardTable
      caption="Decisions of the member organisations"
      heading="Organisation"
      rows={rows}
      isAsked={place.version.digest !== null}
      signers={signers}
      note={({ role }) => membershipRoleLabels[role]}
      decideHref={({ organisationId, code }) =>
        isOpen && can(place.actor, 'roadmap.endorse', { organisationIds: [organisationId] })
          ? paths.endorse(place.footprint.slug, code)
          : null
      }
    />
  );
}

function Steps({ place, check }: AgreementPageProps) {
  const { slug } = place.footprint;
  if (place.version.state !== 'endorsement') {
    return null;
  }
  return (
    <div className="nhsuk-button-group">
      {may(place, 'roadmap.submit') && (
        <ButtonLink href={paths.submitRoadmap(slug)} secondary={check !== null && check.blockers.length > 0}>
          {check !== null && check.blockers.length > 0 ? 'See what is left before submitting' : 'Submit this version'}
        </ButtonLink>
      )}
      {may(place, 'roadmap.freeze') && <a href={paths.unfreeze(slug)}>Return the version to draft</a>}
    </div>
  );
}
