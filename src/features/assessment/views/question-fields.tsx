import { errorOf, type FieldError } from '../../../platform/forms/posted-form.ts';
import { Details } from '../../../views/details.tsx';
import { RadiosField, TextAreaField } from '../../../views/forms/fields.tsx';
import { commentLimit } from '../answering/parse-section-form.ts';
import type { QuestionView } from './section-view.ts';
import type { EarlierView } from './two-rounds/earlier-view.ts';

/** One question: its choices, and a note folded away until there is one. */
export function QuestionFields({ question, errors }: { question: QuestionView; errors: readonly FieldError[] }) {
  const { id, theirs, earlier } = question;
  const isOpen = question.comment !== '' || errorOf(errors, `comment-${id}`) !== undefined;
  return (
    <div className="ldr-question">
      <RadiosField
        name={`answer-${id}`}
        label={question.label}
        hint={question.help}
        choices={question.choices}
        value={question.choice}
        errors={errors}
        small
      >
        {earlier !== null && <Earlier earlier={earlier} />}
        {theirs !== null && <Theirs theirs={theirs} />}
      </RadiosField>
      <Details summary={`Add a note or evidence for ${id}`} open={isOpen}>
        <TextAreaField
          name={`comment-${id}`}
          label={`Note or evidence for ${id}`}
          hint={`What the answer rests on, or why the question does not apply. Up to ${commentLimit.toLocaleString('en-GB')} characters.`}
          value={question.comment}
          rows={4}
          errors={errors}
        />
      </Details>
      <input type="hidden" name={`revision-${id}`} value={question.revision} />
    </div>
  );
}

/** To be read, and chosen again by whoever finds that it still holds. */
function Earlier({ earlier: { intro, given } }: { earlier: EarlierView }) {
  return (
    <div className="ldr-earlier">
      {given.map(({ id, question, answer, comment }) => (
        <div key={id}>
          <p>
            {intro}
            {question !== null && `, “${question}”`}: <strong>{answer}</strong>
          </p>
          {comment !== '' && <p className="ldr-as-typed">Note: {comment}</p>}
        </div>
      ))}
    </div>
  );
}

function Theirs({ theirs }: { theirs: NonNullable<QuestionView['theirs']> }) {
  return (
    <div className="nhsuk-inset-text">
      <p>
        <strong>Saved {theirs.by}:</strong> {theirs.answer}
      </p>
      {theirs.comment !== '' && <p className="ldr-as-typed">Note: {theirs.comment}</p>}
      <p>
        <strong>Yours, not saved, is below.</strong> Save to put it in place of theirs, or change it to theirs first.
        Both stay in the history.
      </p>
    </div>
  );
}
