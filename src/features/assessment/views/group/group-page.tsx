import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { Details } from '../../../../views/details.tsx';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import {
  CheckboxesField,
  type Choice,
  type GroupedChoice,
  RadiosField,
  SelectField,
} from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { SummaryList } from '../../../../views/summary-list.tsx';
import { Tag } from '../../../../views/tag.tsx';
import type { SharingForm } from '../../group/parse-sharing-form.ts';
import { PageHead } from '../page-head.tsx';
import type { GroupView, SharingView } from './group-view.ts';

interface GroupPageProps {
  readonly view: GroupView;
  readonly organisations: readonly GroupedChoice[];
  readonly sections: readonly Choice[];
  readonly typed: Partial<SharingForm>;
  readonly errors: readonly FieldError[];
}

/** With whom of its group an organisation answers together, and proposing it. */
export function GroupPage({ view, organisations, sections, typed, errors }: GroupPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={view.organisation} title="Answering together" />
        <p>
          Organisations that are led together may answer some sections together: one gives the answers, others take
          them. Both have to agree. Each organisation still signs by itself, has scores of its own, and its public page
          says with whom it answered. Whoever reads the assessment of the one that takes reads these answers there, with
          their notes. What the one that takes has answered in these sections itself does not count meanwhile, and is
          kept.
        </p>
        {view.standing.length === 0 && <p>{view.organisation} answers by itself in this round.</p>}
        {view.standing.map((sharing) => (
          <SharingSection key={sharing.id} sharing={sharing} />
        ))}
        {view.whyNothing === null ? (
          <ProposeForm {...{ view, organisations, sections, typed, errors }} />
        ) : (
          <p>{view.whyNothing}</p>
        )}
        {view.ended.length > 0 && (
          <Details summary="Ended in this round">
            {view.ended.map((sharing) => (
              <SharingSection key={sharing.id} sharing={sharing} />
            ))}
          </Details>
        )}
        <p>
          <a href={view.list}>Back to the assessment</a>
        </p>
      </div>
    </div>
  );
}

function SharingSection({ sharing }: { sharing: SharingView }) {
  return (
    <section aria-labelledby={`sharing-${sharing.id}`}>
      <h2 className="nhsuk-heading-m" id={`sharing-${sharing.id}`}>
        {sharing.heading}
      </h2>
      <SummaryList
        rows={[
          { key: 'State', value: <Tag text={sharing.state.label} colour={sharing.state.colour} /> },
          ...sharing.rows,
          ...(sharing.reason === null
            ? []
            : [{ key: 'Reason', value: <span className="ldr-as-typed">{sharing.reason}</span> }]),
        ]}
      />
      {sharing.warning !== null && (
        <div className="nhsuk-inset-text">
          <p>{sharing.warning}</p>
        </div>
      )}
      {sharing.nobodyToAgree !== null && (
        <div className="nhsuk-inset-text">
          <p>
            {sharing.nobodyToAgree.text}{' '}
            {sharing.nobodyToAgree.invite !== null && <a href={sharing.nobodyToAgree.invite}>Invite somebody there</a>}
          </p>
        </div>
      )}
      {sharing.agreeHref !== null && (
        <Form action={sharing.agreeHref}>
          <SubmitButton>Agree to answer together</SubmitButton>
        </Form>
      )}
      {sharing.end !== null && (
        <p>
          <a href={sharing.end.href}>{sharing.end.text}</a>
        </p>
      )}
    </section>
  );
}

const directionLabels = {
  take: 'It gives its answers, and we take them',
  give: 'We give our answers, and it takes them',
};

function ProposeForm({ view, organisations, sections, typed, errors }: GroupPageProps) {
  return (
    <section aria-labelledby="propose">
      <h2 className="nhsuk-heading-m" id="propose">
        Propose to answer together
      </h2>
      <p>
        The other organisation is asked to agree. Where you hold a role there by which you could agree yourself, it is
        agreed at once.
      </p>
      <Form>
        <SelectField
          name="other"
          label="With which organisation?"
          hint="Organisations of the same kind that are asked in this round."
          placeholder="Choose an organisation"
          choices={organisations}
          value={typed.otherId ?? null}
          errors={errors}
        />
        <RadiosField
          name="direction"
          label="Which way do the answers go?"
          choices={view.directions.map((value) => ({ value, label: directionLabels[value] }))}
          value={typed.direction ?? null}
          errors={errors}
        />
        <CheckboxesField
          name="sections"
          label="Which sections?"
          hint="A section that is taken can still be answered apart, until the assessment is sent to be signed."
          choices={sections}
          values={typed.sectionIds ?? []}
          errors={errors}
        />
        <SubmitButton>Propose it</SubmitButton>
      </Form>
    </section>
  );
}
