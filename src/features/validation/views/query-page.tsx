import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { Tag } from '../../../views/tag.tsx';
import { PageHead, SignedAnswers } from '../../assessment/index.ts';
import { Notes } from '../../threads/index.ts';
import { textFieldOf, textLimitInWords } from '../parse-query-forms.ts';
import type { QueryPageView, QueryView } from './query-view.ts';

interface QueryPageProps {
  readonly view: QueryPageView;
  /** What tells one opening of the page from another. */
  readonly formId: string;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

/** One part of a signed return as it was signed, with what is asked about it. */
export function QueryPage(props: QueryPageProps) {
  const { view, errors } = props;
  const { organisation, title, answers, queries, whyNoMore, links } = view;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title={title} />
        {answers.length > 0 && (
          <section aria-labelledby="as-signed">
            <h2 className="nhsuk-heading-m" id="as-signed">
              {view.isOfQuestion ? 'The answer as it was signed' : 'The answers as they were signed'}
            </h2>
            <SignedAnswers answers={answers} />
          </section>
        )}
        {links.document !== null && (
          <p>
            <a href={links.document}>Read all that was signed</a>
          </p>
        )}
        {queries.map((query) => (
          <OneQuery key={query.id} query={query} {...props} />
        ))}
        {queries.length === 0 && <p>Nothing has been asked about this.</p>}
        {whyNoMore !== '' && <p>{whyNoMore}</p>}
        <Ask {...props} />
        <p>
          <a href={links.all}>All queries about this return</a>
        </p>
      </div>
    </div>
  );
}

function OneQuery({ query, ...props }: QueryPageProps & { readonly query: QueryView }) {
  const { id, title, state, isOpen, notes } = query;
  const { mayReply, mayAsk } = props.view;
  return (
    <section className="ldr-thread" aria-labelledby={`query-${id}`}>
      <h2 className="nhsuk-heading-m" id={`query-${id}`}>
        {title} <Tag text={state.label} colour={state.colour} />
      </h2>
      <Notes notes={notes} />
      {isOpen && (mayReply || mayAsk) ? (
        <WriteIn query={query} {...props} />
      ) : (
        <Unsent field={textFieldOf(id)} {...props} />
      )}
    </section>
  );
}

/** What was typed into a form that is not there any more, to be copied; nothing where nothing was. */
function Unsent({ field, typed }: Pick<QueryPageProps, 'typed'> & { readonly field: string }) {
  const text = typedText(typed, field);
  return text === '' ? null : (
    <div className="nhsuk-inset-text" id={field}>
      <p>
        <strong>What you typed, which was not sent:</strong>
      </p>
      <p className="ldr-as-typed">{text}</p>
    </div>
  );
}

function WriteIn({ query, view, formId, typed, errors }: QueryPageProps & { readonly query: QueryView }) {
  const { id, title, lastRead, action } = query;
  const field = textFieldOf(id);
  const named = title.toLowerCase();
  const hidden = <span className="nhsuk-u-visually-hidden"> {named}</span>;
  return (
    <Form action={action}>
      <input type="hidden" name="form" value={formId} data-made-anew="" />
      <input type="hidden" name="read" value={lastRead} />
      <TextAreaField
        name={field}
        label={view.mayAsk ? `Write in ${named}` : `Your reply to ${named}`}
        hint={
          view.mayAsk ? `${textLimitInWords} Withdrawing needs a reason; resolving needs no words.` : textLimitInWords
        }
        rows={4}
        value={typedText(typed, field)}
        errors={errors}
      />
      <div className="ldr-buttons">
        {view.mayReply && (
          <SubmitButton secondary={view.mayAsk} name="step" value="reply">
            Reply<span className="nhsuk-u-visually-hidden"> to {named}</span>
          </SubmitButton>
        )}
        {view.mayAsk && (
          <>
            <SubmitButton secondary name="step" value="ask-again">
              Ask further<span className="nhsuk-u-visually-hidden"> in {named}</span>
            </SubmitButton>
            <SubmitButton secondary={!query.isReplied} name="step" value="resolve">
              Resolve{hidden}
            </SubmitButton>
            <SubmitButton secondary name="step" value="withdraw">
              Withdraw{hidden}
            </SubmitButton>
          </>
        )}
      </div>
    </Form>
  );
}

function Ask({ view: { askAction, queries }, formId, typed, errors }: QueryPageProps) {
  if (askAction === null) {
    return <Unsent field={textFieldOf('new')} typed={typed} />;
  }
  return (
    <section aria-labelledby="new-query">
      <h2 className="nhsuk-heading-m" id="new-query">
        {queries.length === 0 ? 'Ask about this' : 'Ask something else about this'}
      </h2>
      <Form action={askAction}>
        <input type="hidden" name="form" value={formId} data-made-anew="" />
        <TextAreaField
          name={textFieldOf('new')}
          label="Your question"
          hint={`${textLimitInWords} The organisation, its region and the national team read it. It is never published.`}
          rows={4}
          value={typedText(typed, textFieldOf('new'))}
          errors={errors}
        />
        <SubmitButton>Send the query</SubmitButton>
      </Form>
    </section>
  );
}
