import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import type { CheckResult } from '../../../platform/check-result.ts';
import { ButtonLink } from '../../../views/button.tsx';
import { DataTable } from '../../../views/data-table.tsx';
import { DigestText } from '../../../views/digest-text.tsx';
import { formatTime } from '../../../views/format.ts';
import { PlainText } from '../../../views/plain-text.tsx';
import { Tag, type TagColour } from '../../../views/tag.tsx';
import { can } from '../../identity/index.ts';
import type { SubmissionRule } from '../../programme/index.ts';
import { decisionLabels } from '../endorsement.ts';
import { type BoardRow, type BoardState, boardStateLabels, type EndorsementBoard } from '../endorsement-board.ts';
import type { LapsedEndorsement } from '../lapsed-endorsements.ts';
import { may, type VersionPlace } from '../roadmap-place.ts';
import { MembersSince } from './members-since.tsx';
import { roleLabels } from './role-labels.ts';
import { VersionTag } from './version-tag.tsx';

interface AgreementPageProps {
  readonly place: VersionPlace;
  readonly board: EndorsementBoard;
  readonly rule: SubmissionRule;
  readonly lapsed: readonly LapsedEndorsement[];
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
      <Board place={place} rows={board.rows} />
      <Steps {...props} />
      {lapsed.length > 0 && <Lapsed names={names} lapsed={lapsed} />}
    </>
  );
}

function ruleInWords({ mustEndorse, shareNeeded, declineBlocks }: SubmissionRule): string {
  const roles = mustEndorse.map((role) => roleLabels[role].toLowerCase()).join(' or ');
  const who =
    shareNeeded >= 1
      ? `every organisation that is ${roles}`
      : `at least ${Math.round(shareNeeded * 100)}% of the organisations that are ${roles}`;
  const decline = declineBlocks ? ' If one of them declines, the version cannot be submitted.' : '';
  return `Before the version can be submitted, ${who} must endorse it, with or without conditions.${decline}`;
}

function Frozen({ place, board, digest }: { place: VersionPlace; board: EndorsementBoard; digest: string }) {
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

const colours: Readonly<Record<BoardState, TagColour>> = {
  waiting: 'yellow',
  endorsed: 'green',
  'endorsed-with-conditions': 'aqua-green',
  declined: 'red',
  'not-needed': 'grey',
};

function Board({ place, rows }: { place: VersionPlace; rows: readonly BoardRow[] }) {
  return (
    <DataTable
      caption="Decisions of the member organisations"
      rows={rows}
      rowKey={({ member }) => member.organisationId}
      columns={[
        {
          heading: 'Organisation',
          isRowHeading: true,
          cell: ({ member }) => (
            <>
              <a href={paths.organisation(member.code)}>{member.name}</a>
              <span className="ldr-baseline-note">{roleLabels[member.role]}</span>
            </>
          ),
        },
        {
          heading: 'Decision',
          cell: ({ state }) => <StateTag state={state} isAsked={place.version.digest !== null} />,
        },
        { heading: 'Conditions or reason', cell: ({ endorsement }) => conditionsOf(endorsement?.conditions ?? '') },
        { heading: 'By whom and when', cell: (row) => <Decider row={row} place={place} /> },
      ]}
    />
  );
}

/** Nobody waits for an organisation that has not been asked. */
function StateTag({ state, isAsked }: { state: BoardState; isAsked: boolean }) {
  if (state === 'waiting' && !isAsked) {
    return <Tag text="Not asked yet" colour="grey" />;
  }
  return <Tag text={boardStateLabels[state]} colour={colours[state]} />;
}

function conditionsOf(conditions: string): ReactNode {
  return conditions === '' ? <span className="ldr-nothing">None</span> : <PlainText text={conditions} />;
}

function Decider({ row, place }: { row: BoardRow; place: VersionPlace }) {
  const { member, endorsement } = row;
  const isOpen = place.version.state === 'endorsement';
  const mayDecide = isOpen && can(place.actor, 'roadmap.endorse', { organisationIds: [member.organisationId] });
  return (
    <>
      {endorsement === null
        ? 'Nobody yet'
        : `${endorsement.person.name}, ${endorsement.person.role}, ${formatTime(endorsement.at)}`}
      {mayDecide && (
        <span className="ldr-baseline-note">
          <a href={paths.endorse(place.footprint.slug, member.code)}>
            {endorsement === null ? 'Decide' : 'Change the decision'} for {member.name}
          </a>
        </span>
      )}
    </>
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

function Lapsed({ names, lapsed }: Pick<AgreementPageProps, 'names' | 'lapsed'>) {
  const nameOf = (id: string) => names.get(id) ?? id;
  return (
    <>
      <h2>Decisions that no longer stand</h2>
      <p>A decision holds for one text only. When the text changes, the organisation decides again.</p>
      <DataTable
        caption="Decisions that no longer stand"
        captionIsHidden
        rows={lapsed}
        rowKey={({ endorsement }) => `${endorsement.organisationId} ${endorsement.digest}`}
        columns={[
          {
            heading: 'Organisation',
            isRowHeading: true,
            cell: ({ endorsement }) => nameOf(endorsement.organisationId),
          },
          {
            heading: 'What it decided',
            cell: ({ endorsement: { decision, versionNumber, at } }) =>
              `${decisionLabels[decision]}, version ${versionNumber}, ${formatTime(at)}`,
          },
          { heading: 'Why it no longer stands', cell: ({ reason }) => reason },
        ]}
      />
    </>
  );
}
