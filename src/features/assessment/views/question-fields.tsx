import type { ReactNode } from 'react';
import { errorOf, type FieldError } from '../../../platform/forms/posted-form.ts';
import { Details } from '../../../views/details.tsx';
import { RadiosField, SelectField, TextAreaField } from '../../../views/forms/fields.tsx';
import { commentLimit } from '../answering/parse-section-form.ts';
import { LevelFields } from './levels/level-fields.tsx';
import type { QuestionView } from './section-view.ts';
import type { EarlierView } from './two-rounds/earlier-view.ts';

/** One question: its choices or levels, what can be shown for an answer, and a note folded away until there is one. */
export function QuestionFields({
  question,
  errors,
  children,
}: {
  question: QuestionView;
  errors: readonly FieldError[];
  /** What stands under the note. */
  children?: ReactNode;
}) {
  const { id } = question;
  const isOpen = question.comment !== '' || question.lacksReason || errorOf(errors, `comment-${id}`) !== undefined;
  return (
    <div className="ldr-question" id={`question-${id}`}>
      {question.levels === null ? (
        <RadiosField
          name={`answer-${id}`}
          label={question.label}
          hint={question.help}
          choices={question.choices}
          value={question.chosen[0] ?? ''}
          errors={errors}
          small
        >
          <Beside question={question} />
        </RadiosField>
      ) : (
        <LevelFields question={question} levels={question.levels} errors={errors}>
          <Beside question={question} />
        </LevelFields>
      )}
      {question.desired !== null && (
        <SelectField
          name={`desired-${id}`}
          label={`Desired level of ${id} by the next round (optional)`}
          hint="Where you mean to be then. It is not scored and not published."
          placeholder="Not said"
          choices={question.desired.choices}
          value={question.desired.chosen}
          errors={errors}
        />
      )}
      {question.evidence.length > 0 && <Evidence question={question} />}
      <Details summary={`Note for ${id}, for others to read`} open={isOpen}>
        <TextAreaField
          name={`comment-${id}`}
          label={`Note for ${id}`}
          hint={`What is behind the answer, or why the question does not apply. ${question.noteReaders} Up to ${commentLimit.toLocaleString('en-GB')} characters.`}
          value={question.comment}
          rows={4}
          errors={errors}
        />
      </Details>
      {children}
      <input type="hidden" name={`revision-${id}`} value={question.revision} />
    </div>
  );
}

/** What was answered earlier, and what somebody else has answered meanwhile. */
function Beside({ question: { earlier, theirs } }: { question: QuestionView }) {
  return (
    <>
      {earlier !== null && <Earlier earlier={earlier} />}
      {theirs !== null && <Theirs theirs={theirs} />}
    </>
  );
}

/** To be read, and chosen again by whoever finds that it still holds. */
function Earlier({ earlier: { intro, given } }: { earlier: EarlierView }) {
  return (
    <div className="ldr-earlier">
      {given.map(({ id, question, answer, met, comment, desired }) => (
        <div key={id}>
          <p>
            {intro}
            {question !== null && `, “${question}”`}: <strong>{answer}</strong>
          </p>
          {question !== null && <Met met={met} />}
          {desired !== null && <p>Desired then for this round: {desired}</p>}
          {comment !== '' && <p className="ldr-as-typed">Note: {comment}</p>}
        </div>
      ))}
    </div>
  );
}

function Met({ met }: { met: readonly string[] }) {
  return met.length === 0 ? null : (
    <ul>
      {met.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}

function Evidence({ question: { id, evidence } }: { question: QuestionView }) {
  return (
    <Details summary={`What to show for ${id}`}>
      <ul>
        {evidence.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </Details>
  );
}

function Theirs({ theirs }: { theirs: NonNullable<QuestionView['theirs']> }) {
  return (
    <div className="nhsuk-inset-text">
      <p>
        <strong>Saved {theirs.by}:</strong> {theirs.answer}
      </p>
      <Met met={theirs.met} />
      {theirs.desired !== null && <p>Desired by the next round: {theirs.desired}</p>}
      {theirs.comment !== '' && <p className="ldr-as-typed">Note: {theirs.comment}</p>}
      <p>
        <strong>Yours, not saved, is below.</strong> Save to put it in place of theirs, or change it to theirs first.
        Both stay in the history.
      </p>
    </div>
  );
}
