import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { formatDate, formatTime } from '../../../views/format.ts';
import { ButtonLink, SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { SummaryList } from '../../../views/summary-list.tsx';
import { DigestText } from '../../../views/text/digest-text.tsx';
import { type Actor, can, SecondPerson } from '../../identity/index.ts';
import type { CommissionerNames } from '../planning/commissioner-names.ts';
import type { ReadPlan } from '../planning/read-plan.ts';
import type { ComparedTotals } from '../planning/read-totals.ts';
import type { Proposal } from '../proposal.ts';
import { eventLabels } from '../proposed-event.ts';
import { CheckList } from './check-list.tsx';
import { PlanSections, TotalsTable } from './plan-sections.tsx';
import { ProposalTag } from './proposal-tag.tsx';

interface ProposalPageProps {
  readonly proposal: Proposal;
  /** What the event would do as things stand; null once the proposal is settled. */
  readonly now: ReadPlan | null;
  /** Once it is applied. */
  readonly compared: ComparedTotals | null;
  /** What those are called whose patients and practices are counted. */
  readonly commissioners: CommissionerNames;
  readonly actor: Actor;
  /** The names of those, beside the reader, who may confirm it. */
  readonly others: readonly string[];
  /** Why it is to be withdrawn, as typed into a form that comes back. */
  readonly reason: string;
  readonly errors: readonly FieldError[];
}

/** One proposal: what it does, who stands behind it, and the step that is next. */
export function ProposalPage(props: ProposalPageProps) {
  const { proposal, now, compared, commissioners, actor, others, reason, errors } = props;
  const hasChanged = now !== null && now.digest !== proposal.digest;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>
        <span className="nhsuk-caption-xl">{eventLabels[proposal.event.kind]}</span>
        {proposal.plan.title}
      </h1>
      <Facts proposal={proposal} />
      {now !== null && <CheckList heading="This stands in the way" findings={now.check.blockers} />}
      {now !== null && <CheckList heading="Look at this first" findings={now.check.warnings} />}
      {hasChanged ? (
        <BothPlans proposal={proposal} now={now} commissioners={commissioners} />
      ) : (
        <>
          <h2>The plan</h2>
          <PlanSections plan={proposal.plan} commissioners={commissioners} />
        </>
      )}
      {now !== null && (
        <ProposalNextStep proposal={proposal} now={now} actor={actor} others={others} reason={reason} errors={errors} />
      )}
      {compared !== null && <Compared compared={compared} commissioners={commissioners} />}
      <Undo proposal={proposal} actor={actor} />
    </>
  );
}

function Facts({ proposal }: { readonly proposal: Proposal }) {
  const { event, state, proposedBy, proposedAt, settledBy, settledAt, reason, digest } = proposal;
  const settled =
    settledAt === null
      ? []
      : [
          {
            key: state === 'applied' ? 'Confirmed by' : 'Withdrawn by',
            value: `${settledBy}, ${formatTime(settledAt)}`,
          },
        ];
  return (
    <SummaryList
      rows={[
        { key: 'State', value: <ProposalTag state={state} /> },
        { key: 'First day', value: formatDate(event.effectiveOn) },
        { key: 'Reason', value: event.reason },
        { key: 'Proposed by', value: `${proposedBy}, ${formatTime(proposedAt)}` },
        ...settled,
        ...(reason === '' ? [] : [{ key: 'Why withdrawn', value: reason }]),
        { key: 'Digest of the plan', value: <DigestText digest={digest} /> },
      ]}
    />
  );
}

interface BothPlansProps extends Pick<ProposalPageProps, 'proposal' | 'commissioners'> {
  readonly now: ReadPlan;
}

function BothPlans({ proposal, now, commissioners }: BothPlansProps) {
  return (
    <>
      <p className="nhsuk-inset-text">
        Things have changed since this was proposed, so it cannot be confirmed: it would do something else now. Compare
        both plans, withdraw this proposal, and propose anew what is still wanted.
      </p>
      <h2>The plan as it was proposed</h2>
      <PlanSections plan={proposal.plan} commissioners={commissioners} which="as proposed" />
      <h2>What it would do now</h2>
      <PlanSections plan={now.plan} commissioners={commissioners} which="now" />
    </>
  );
}

interface ProposalNextStepProps {
  readonly proposal: Proposal;
  readonly now: ReadPlan;
  readonly actor: Actor;
  readonly others: readonly string[];
  /** Why it is to be withdrawn, as typed into a form that comes back. */
  readonly reason: string;
  readonly errors: readonly FieldError[];
}

function ProposalNextStep({ proposal, now, actor, others, reason, errors }: ProposalNextStepProps) {
  const { proposalId, digest, proposedById } = proposal;
  const isSound = now.digest === digest && now.check.blockers.length === 0;
  return (
    <>
      {proposedById === actor.personId && (
        <>
          <p>You proposed this.</p>
          <SecondPerson others={others} />
        </>
      )}
      {proposedById !== actor.personId && isSound && (
        <Form action={paths.confirmSuccession(proposalId)}>
          <h2>Confirm this plan</h2>
          <p>Everything above is done at once, in your name and that of {proposal.proposedBy}.</p>
          <input type="hidden" name="digest" value={digest} />
          <SubmitButton>Confirm and apply</SubmitButton>
        </Form>
      )}
      <Form action={paths.withdrawSuccession(proposalId)}>
        <h2>Withdraw the proposal</h2>
        <TextAreaField name="reason" label="Why it is withdrawn" rows={3} value={reason} errors={errors} />
        <SubmitButton secondary>Withdraw</SubmitButton>
      </Form>
    </>
  );
}

interface ComparedProps extends Pick<ProposalPageProps, 'commissioners'> {
  readonly compared: ComparedTotals;
}

function Compared({ compared, commissioners }: ComparedProps) {
  const day = formatDate(compared.day);
  return (
    <>
      <h2>The same figures, two ways</h2>
      <p>
        Figures of {day} can be read by the footprints that there were then, or by those since. They are the same
        figures and add up to the same.
      </p>
      <TotalsTable caption={`${day}, as published then`} rows={compared.asPublished} commissioners={commissioners} />
      <TotalsTable
        caption={`${day}, restated to the footprints since`}
        rows={compared.restated}
        commissioners={commissioners}
      />
    </>
  );
}

function Undo({ proposal, actor }: { readonly proposal: Proposal; readonly actor: Actor }) {
  const { state, event, eventId } = proposal;
  if (state !== 'applied' || event.kind === 'undo' || eventId === null || !can(actor, 'succession.propose')) {
    return null;
  }
  return (
    <>
      <h2>Take it back</h2>
      <p>Taking it back is a further change from a later day on, with a plan and a second person of its own.</p>
      <ButtonLink href={paths.newSuccession({ kind: 'undo', event: eventId })} secondary>
        Propose to take it back
      </ButtonLink>
    </>
  );
}
