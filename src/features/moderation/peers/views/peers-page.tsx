import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../../platform/forms/typed-form.ts';
import { DataTable } from '../../../../views/data-table.tsx';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { TextAreaField, TextField } from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { Tag } from '../../../../views/tag.tsx';
import { PageHead } from '../../../assessment/index.ts';
import { PersonFields } from '../../../people/index.ts';
import type { PeerLine } from './peers-view.ts';

interface PeersPageProps {
  readonly organisation: string;
  readonly lines: readonly PeerLine[];
  /** Why nobody can be invited now, as a sentence; empty where somebody can. */
  readonly whyNot: string;
  readonly sendsMail: boolean;
  /** Of the document on the page. */
  readonly digest: string;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  readonly back: string;
}

export const peersTitle = 'Peers who check this return';

/** Who of other organisations is invited to check a signed return, and inviting one more. */
export function PeersPage(props: PeersPageProps) {
  const { organisation, lines, errors, back, typed, whyNot } = props;
  const message = typedText(typed, 'message');
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title={peersTitle} />
        <DataTable
          caption="Invited so far"
          columns={[
            { heading: 'Person', cell: ({ name, href }) => <a href={href}>{name}</a>, isRowHeading: true },
            { heading: 'From', cell: ({ from }) => from },
            {
              heading: 'State',
              cell: ({ state, since }) => (
                <>
                  <Tag text={state.label} colour={state.colour} />
                  <span className="ldr-meaning">{since}</span>
                </>
              ),
            },
          ]}
          rows={lines}
          rowKey={({ id }) => id}
          empty="Nobody."
        />
        {whyNot === '' ? (
          <InviteForm {...props} />
        ) : (
          <>
            <p id="email">{whyNot}</p>
            {message !== '' && (
              <div className="nhsuk-inset-text">
                <p>
                  <strong>What you typed, which was not sent:</strong>
                </p>
                <p className="ldr-as-typed">{message}</p>
              </div>
            )}
          </>
        )}
        <p>
          <a href={back}>Back to the moderation</a>
        </p>
      </div>
    </div>
  );
}

function InviteForm({ organisation, sendsMail, digest, typed, errors }: PeersPageProps) {
  return (
    <section aria-labelledby="invite">
      <h2 className="nhsuk-heading-m" id="invite">
        Invite a peer
      </h2>
      <p>
        A peer is somebody of another organisation, and not of the group of {organisation}. Once they accept, they read
        the answers that were signed and say what they would answer. They see no evidence, no query, and nothing else of
        the organisation.
        {sendsMail
          ? ' They are told by e-mail, and with it how to open an account where they have none.'
          : ' No mail server is set up: where they have no account, you get a link to pass on; otherwise tell them.'}
      </p>
      <Form>
        <input type="hidden" name="digest" value={digest} />
        <PersonFields typed={typed} errors={errors} />
        <TextField
          name="place"
          label="Organisation that the person comes from"
          hint="Its name or code, such as RL4"
          value={typedText(typed, 'place')}
          errors={errors}
        />
        <TextAreaField
          name="message"
          label="Message (optional)"
          hint="Up to 2,000 characters. The person reads it with the invitation."
          value={typedText(typed, 'message')}
          errors={errors}
        />
        <SubmitButton>Invite</SubmitButton>
      </Form>
    </section>
  );
}
