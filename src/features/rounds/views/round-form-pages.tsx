import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { laterOf } from '../../../platform/days.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { formatDate, sentenceStart } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { exampleExtension } from '../../../views/forms/example-days.ts';
import { RadiosField, SelectField, TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { type AssessedWords, dueOnFor, type Round } from '../../programme/index.ts';
import { type PlacesToChoose, scopesOf } from '../parse-round-forms.ts';
import { hasTime } from '../planned-round.ts';
import { consequencesOf, type WholeStep } from '../round-consequences.ts';
import type { RoundActionKind } from '../round-rules.ts';
import type { WorkInRound } from '../work-in-round.ts';
import { scopeKindLabels } from './round-words.ts';

export interface RoundFormProps {
  readonly round: Round;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

/** A form for what is decided about a whole round, which says first what follows from it. */
interface WholeStepProps extends RoundFormProps {
  readonly work: WorkInRound;
  /** What those are called who assess themselves. */
  readonly assessed: AssessedWords;
  /** The present day. */
  readonly today: string;
}

export function OpenRoundPage(props: WholeStepProps) {
  const { round, today, assessed } = props;
  return (
    <RoundForm {...props} heading="Open the round">
      <p>
        {round.kind === 'assessment'
          ? `${sentenceStart(assessed.many)} can answer and submit from now on.`
          : 'Footprints can begin and submit their roadmaps from now on.'}{' '}
        It stays open until it is closed.
        {dueOnFor(round) < today &&
          ` Its deadline, ${formatDate(dueOnFor(round))}, has passed: what is sent counts as late, unless the deadline is extended.`}
      </p>
      <Consequences {...props} step="open" />
      <p>Those who have not submitted are told of it, where a mail server is set up.</p>
      <Form>
        <StepFields {...props} />
        <SubmitButton>Open the round</SubmitButton>
      </Form>
    </RoundForm>
  );
}

export function CloseRoundPage(props: WholeStepProps) {
  return (
    <RoundForm {...props} heading="Close the round">
      {props.round.kind === 'assessment' ? (
        <p>
          Nothing more can be answered, signed or submitted, by anybody. What was saved stays on record. Look at{' '}
          <a href={paths.coverage({ round: props.round.id })}>who has not submitted</a> first.
        </p>
      ) : (
        <p>
          No footprint can begin a roadmap, or submit its first version. What was submitted is reviewed, answered and
          published as before. Look at <a href={paths.planCoverage({ round: props.round.id })}>who has not submitted</a>{' '}
          first.
        </p>
      )}
      <Consequences {...props} step="close" />
      <p>The round can be opened again.</p>
      <Form>
        <StepFields {...props} seenBy="everybody" />
        <SubmitButton warning>Close the round</SubmitButton>
      </Form>
    </RoundForm>
  );
}

export function WithdrawRoundPage(props: WholeStepProps) {
  return (
    <RoundForm {...props} heading="Withdraw the round">
      <p>
        The round goes from every page, and its name can be used again. This can be done until somebody has begun to
        work in it. What was done about it stays on the audit trail. To change what was planned,{' '}
        <a href={paths.correctRound(props.round.id)}>correct it</a> instead.
      </p>
      <Consequences {...props} step="withdraw" />
      <Form>
        <StepFields {...props} seenBy="auditors" />
        <SubmitButton warning>Withdraw the round</SubmitButton>
      </Form>
    </RoundForm>
  );
}

/** How many are in the middle of it, and what that means for them. */
function Consequences({ step, work, assessed }: Pick<WholeStepProps, 'work' | 'assessed'> & { step: WholeStep }) {
  const sentences = consequencesOf(step, work, assessed);
  return (
    <>
      <h2 className="nhsuk-heading-m">What follows</h2>
      {sentences.length === 0 ? (
        <p>Nobody is asked in it or works in it.</p>
      ) : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
}

interface ExtendRoundPageProps extends RoundFormProps {
  readonly places: PlacesToChoose;
  /** The planning rounds that take their baseline from it. */
  readonly plans: readonly Round[];
  /** The present day. */
  readonly today: string;
}

/** For whom: fields for each kind of place, of which that of the kind chosen counts. */
export function ExtendRoundPage(props: ExtendRoundPageProps) {
  const { round, places, plans, today, typed, errors } = props;
  const scopes = scopesOf(round);
  return (
    <RoundForm {...props} heading="Extend the deadline">
      <p>
        The deadline is {formatDate(dueOnFor(round))} for everybody who has no extension. A new extension takes the
        place of an earlier one for the same people.
      </p>
      <PlansOver plans={plans} today={today} />
      <Form>
        <RadiosField
          name="scope"
          label="For whom"
          choices={scopes.map((kind) => ({ value: kind, label: scopeKindLabels[kind] }))}
          value={typedText(typed, 'scope')}
          errors={errors}
        />
        {(['region', 'footprint'] as const)
          .filter((kind) => scopes.includes(kind))
          .map((kind) => (
            <SelectField
              key={kind}
              name={kind}
              label={placeLabels[kind]}
              placeholder="None"
              choices={places[kind].map(({ code, name }) => ({ value: code, label: name }))}
              value={typedText(typed, kind)}
              errors={errors}
            />
          ))}
        {scopes.includes('organisation') && (
          <TextField
            name="organisation"
            label={placeLabels.organisation}
            hint="Its name or code, such as RL4"
            value={typedText(typed, 'organisation')}
            errors={errors}
          />
        )}
        <TextField
          name="due-on"
          label="New deadline"
          hint={`The last day, such as ${exampleExtension(laterOf(dueOnFor(round), today))}`}
          width={20}
          value={typedText(typed, 'due-on')}
          errors={errors}
        />
        <StepFields {...props} seenBy="everybody" />
        <SubmitButton>Extend the deadline</SubmitButton>
      </Form>
    </RoundForm>
  );
}

/** By when the plans are due that start from what the round comes to: nobody is given time past that. */
function PlansOver({ plans, today }: Pick<ExtendRoundPageProps, 'plans' | 'today'>) {
  return plans
    .filter((plan) => hasTime(plan, today))
    .map((plan) => (
      <p key={plan.id}>
        “{plan.label}” takes its baseline from this round and is due by {formatDate(dueOnFor(plan))}. A later deadline
        for everybody is refused: <a href={paths.extendRound(plan.id)}>extend that round</a> first.
      </p>
    ));
}

const placeLabels = {
  region: 'Region, if for one region',
  footprint: 'Footprint, if for one footprint',
  organisation: 'Organisation, if for one organisation',
} as const;

/** `seenBy`: who is told the reason. */
export function StepFields({ round, typed, errors, seenBy = 'office' }: StepFieldsProps) {
  return (
    <>
      <input type="hidden" name="after" value={round.steps.length} />
      <TextField
        name="reason"
        label="Reason"
        hint={reasonHints[seenBy]}
        value={typedText(typed, 'reason')}
        errors={errors}
      />
    </>
  );
}

interface StepFieldsProps extends RoundFormProps {
  readonly seenBy?: keyof typeof reasonHints;
}

const reasonHints = {
  office: 'It is kept, and shown to everybody who looks after the round',
  // It stands in the e-mails that follow.
  everybody:
    'It is kept, shown to everybody who looks after the round, and told to those it concerns who have not submitted',
  signed: 'It is kept, shown to everybody who looks after the round, and told to those who have signed',
  // The page of a round goes with it.
  auditors: 'It is kept on the audit trail, and shown to those who read that',
} as const;

interface RefusedRoundPageProps {
  readonly round: Round;
  readonly kind: RoundActionKind;
  /** Why, without a stop at its end. */
  readonly refusal: string;
}

/** For whoever comes to a form where its step cannot be taken any more, or never could. */
export function RefusedRoundPage({ round, kind, refusal }: RefusedRoundPageProps) {
  return (
    <RoundForm round={round} errors={[]} heading={refusedHeadings[kind]} back="Go back to the round">
      <p>{refusal}.</p>
      {round.waitsForActivation && kind === 'open' && (
        <p>
          <a href={paths.instruments()}>Go to the questionnaires</a>
        </p>
      )}
    </RoundForm>
  );
}

const refusedHeadings: Readonly<Record<RoundActionKind, string>> = {
  open: 'This round cannot be opened',
  extend: 'The deadline cannot be extended',
  close: 'This round cannot be closed',
  correct: 'This round cannot be corrected',
  withdraw: 'This round cannot be withdrawn',
  'set-results-day': 'The day of the results cannot be set',
};

export function RoundForm({
  heading,
  round,
  errors,
  back = 'Change nothing and go back',
  children,
}: Pick<RoundFormProps, 'round' | 'errors'> & { heading: string; back?: string; children: ReactNode }) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1>
          <span className="nhsuk-caption-l">{round.label}</span>
          {heading}
        </h1>
        {children}
        <p>
          <a href={paths.round(round.id)}>{back}</a>
        </p>
      </div>
    </div>
  );
}
