import type { ReactNode } from 'react';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { PageHead } from '../../assessment/index.ts';

interface QuestionNotesPageProps {
  readonly organisation: string;
  readonly questionId: string;
  /** As the questionnaire words it. */
  readonly question: string;
  readonly errors: readonly FieldError[];
  readonly links: { readonly section: string; readonly all: string };
  /** The threads. */
  readonly children: ReactNode;
}

/** What the people of an organisation tell each other about one answer. */
export function QuestionNotesPage({
  organisation,
  questionId,
  question,
  errors,
  links,
  children,
}: QuestionNotesPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title={`Private notes for ${questionId}`} />
        <p>{question}</p>
        <p>
          Only people with a role in your organisation read these notes, now and after signing. They are no part of what
          is signed, and are never published. What others are to read with the answer goes into the{' '}
          <a href={links.section}>note beside the question</a>.
        </p>
        {children}
        <p>
          <a href={links.section}>Back to question {questionId}</a>
        </p>
        <p>
          <a href={links.all}>All private notes of this return</a>
        </p>
      </div>
    </div>
  );
}
