import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { TextAreaField } from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { SummaryList } from '../../../../views/summary-list.tsx';
import { Tag } from '../../../../views/tag.tsx';
import { PageHead } from '../../../assessment/index.ts';
import type { PeerView } from './peers-view.ts';

interface PeerPageProps {
  readonly organisation: string;
  readonly view: PeerView;
  /** Of the document that is to be checked. */
  readonly digest: string;
  readonly reason: string;
  readonly errors: readonly FieldError[];
}

export const peerTitle = 'Invitation to check a return';

/** One invitation: what is asked, what became of it, and what its reader can do. */
export function PeerPage(props: PeerPageProps) {
  const { organisation, view, reason, errors } = props;
  const { state, facts, said, moderation, peers } = view;
  const takesReason = view.mayDecline || view.mayWithdraw;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title={peerTitle} />
        <SummaryList rows={[{ key: 'State', value: <Tag text={state.label} colour={state.colour} /> }, ...facts]} />
        {said.map(({ head, text }) => (
          <div className="nhsuk-inset-text" key={head}>
            <p>
              <strong>{head}</strong>
            </p>
            {text !== '' && <p className="ldr-as-typed">{text}</p>}
          </div>
        ))}
        {reason !== '' && !takesReason && (
          <div className="nhsuk-inset-text" id="reason">
            <p>
              <strong>What you typed, which was not saved:</strong>
            </p>
            <p className="ldr-as-typed">{reason}</p>
          </div>
        )}
        <Accept {...props} />
        <Decline {...props} />
        <Withdraw {...props} />
        {moderation !== null && (
          <p>
            <a href={moderation}>Go to the moderation</a>
          </p>
        )}
        {peers !== null && (
          <p>
            <a href={peers}>All peers who check this return</a>
          </p>
        )}
      </div>
    </div>
  );
}

function Accept({ organisation, view, digest }: PeerPageProps) {
  return view.mayAccept ? (
    <Form>
      <h2 className="nhsuk-heading-m" id="accept">
        Accept
      </h2>
      <p>
        By accepting you say that nothing binds you to {organisation}: you work neither for it nor for an organisation
        of its group, and had no part in its answers. What you read is for nobody else before it is public. The
        organisation, its region and the national team read your name beside what you find; everybody reads only that a
        peer organisation has checked answers.
      </p>
      <input type="hidden" name="digest" value={digest} />
      <SubmitButton name="step" value="accept">
        Accept the invitation
      </SubmitButton>
    </Form>
  ) : null;
}

function Decline({ view, digest, reason, errors }: PeerPageProps) {
  return view.mayDecline ? (
    <Form>
      <h2 className="nhsuk-heading-m">{view.mayAccept ? 'Decline' : 'Give it back'}</h2>
      <input type="hidden" name="digest" value={digest} />
      <TextAreaField
        name="reason"
        label="Why do you decline?"
        hint="Up to 2,000 characters. Those who invited you read it. What you have found so far stays."
        value={reason}
        errors={errors}
      />
      <SubmitButton secondary name="step" value="decline">
        Decline the invitation
      </SubmitButton>
    </Form>
  ) : null;
}

function Withdraw({ view, digest, reason, errors }: PeerPageProps) {
  return view.mayWithdraw ? (
    <Form>
      <h2 className="nhsuk-heading-m">Withdraw it</h2>
      <input type="hidden" name="digest" value={digest} />
      <TextAreaField
        name="reason"
        label="Why is it withdrawn?"
        hint="Up to 2,000 characters. The person reads it. What they have found so far stays."
        value={reason}
        errors={errors}
      />
      <SubmitButton secondary name="step" value="withdraw">
        Withdraw the invitation
      </SubmitButton>
    </Form>
  ) : null;
}
