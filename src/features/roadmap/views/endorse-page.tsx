import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { SubmitButton } from '../../../views/button.tsx';
import { DigestText } from '../../../views/digest-text.tsx';
import { ErrorSummary } from '../../../views/error-summary.tsx';
import { RadiosField, TextAreaField } from '../../../views/fields.tsx';
import { Form } from '../../../views/form.tsx';
import { formatTime } from '../../../views/format.ts';
import { SummaryList } from '../../../views/summary-list.tsx';
import type { ChangedSection } from '../document-difference.ts';
import { decisionLabels, decisions, type Endorsement } from '../endorsement.ts';
import { choiceLabels } from '../parse-endorsement-form.ts';
import type { RoadmapMember } from '../roadmap.ts';
import type { VersionPlace } from '../roadmap-place.ts';

interface EndorsePageProps {
  readonly place: VersionPlace;
  readonly member: RoadmapMember;
  readonly digest: string;
  /** What the organisation decided on this very text before; null when it has not. */
  readonly standing: Endorsement | null;
  /** What changed since the version before; null for a first version. */
  readonly changes: readonly ChangedSection[] | null;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  /** Said when the text was frozen anew after the page was opened, and nothing was recorded. */
  readonly refusal: string | null;
}

/** Where an executive decides for an organisation about one exact text. */
export function EndorsePage(props: EndorsePageProps) {
  const { place, member, errors, refusal, standing } = props;
  const { number } = place.version;
  return (
    <>
      <ErrorSummary errors={errors} />
      {refusal !== null && <Refusal reason={refusal} />}
      <h1>
        <span className="nhsuk-caption-xl">{member.name}</span>
        Decide on version {number} of the roadmap of {place.footprint.name}
      </h1>
      <WhatIsSigned {...props} />
      {standing !== null && (
        <div className="nhsuk-inset-text">
          <span className="nhsuk-u-visually-hidden">Information: </span>
          <p>
            {standing.person.name} decided for your organisation on {formatTime(standing.at)}:{' '}
            {decisionLabels[standing.decision].toLowerCase()}. A new decision takes its place; the earlier one stays on
            record.
          </p>
        </div>
      )}
      <DecisionForm {...props} />
    </>
  );
}

function Refusal({ reason }: { reason: string }) {
  return (
    <div className="nhsuk-error-summary" data-module="nhsuk-error-summary">
      <div role="alert">
        <h2 className="nhsuk-error-summary__title">Your decision was not recorded</h2>
        <div className="nhsuk-error-summary__body">
          <p>
            {reason}. What you typed is kept below, and the digest on this page is that of the text as it stands now.
          </p>
        </div>
      </div>
    </div>
  );
}

function WhatIsSigned({ place, digest, changes }: EndorsePageProps) {
  const { number, frozenAt, frozenBy, summaryOfChanges } = place.version;
  const read = paths.readVersion(place.footprint.slug, number);
  return (
    <>
      <p>
        <a href={read}>Read version {number} in full</a> before you decide. Your name, office and decision are recorded
        with it, and published with the roadmap.
      </p>
      <SummaryList
        rows={[
          { key: 'Text', value: `Version ${number}${frozenBy === null ? '' : `, frozen by ${frozenBy}`}` },
          ...(frozenAt === null ? [] : [{ key: 'Frozen', value: formatTime(frozenAt) }]),
          ...(summaryOfChanges === '' ? [] : [{ key: 'Summary of changes', value: summaryOfChanges }]),
          ...(changes === null ? [] : [{ key: 'Changed since the version before', value: changesInWords(changes) }]),
          { key: 'Digest', value: <DigestText digest={digest} /> },
        ]}
      />
      <p>
        The digest stands for exactly the text you read. If one letter of it is changed, the digest is another, and your
        decision no longer stands.
      </p>
    </>
  );
}

export function changesInWords(changes: readonly ChangedSection[]): string {
  return changes.length === 0 ? 'Nothing' : changes.map(({ title }) => title).join('; ');
}

const choices = decisions.map((value) => ({ value, label: choiceLabels[value] }));

function DecisionForm({ place, member, digest, typed, errors }: EndorsePageProps) {
  return (
    <Form action={paths.endorse(place.footprint.slug, member.code)}>
      <input type="hidden" name="digest" id="digest" value={digest} />
      <RadiosField
        name="decision"
        label={`What does ${member.name} decide?`}
        legendSize="m"
        choices={choices}
        value={typedText(typed, 'decision')}
        errors={errors}
      />
      <TextAreaField
        name="conditions"
        label="Conditions"
        hint="Only if you endorse with conditions. They are published with the roadmap"
        value={typedText(typed, 'conditions')}
        errors={errors}
      />
      <TextAreaField
        name="reason"
        label="Reason"
        hint="Only if you decline. It is published with the roadmap"
        value={typedText(typed, 'reason')}
        errors={errors}
      />
      <div className="nhsuk-button-group">
        <SubmitButton>Record the decision</SubmitButton>
        <a href={paths.agreement(place.footprint.slug)}>Decide later</a>
      </div>
    </Form>
  );
}
