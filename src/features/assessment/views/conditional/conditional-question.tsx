import type { ReactNode } from 'react';
import type { ConditionalView } from './conditional-view.ts';

interface ConditionalQuestionProps {
  readonly conditional: ConditionalView | null;
  readonly children: ReactNode;
}

/** A question, under the words that say whether it is asked where it hangs on an answer. What is not asked stays in the form, out of sight. */
export function ConditionalQuestion({ conditional, children }: ConditionalQuestionProps) {
  if (conditional === null) {
    return children;
  }
  const { isAsked, wordsIfAsked, wordsIfNot, field, shownAs } = conditional;
  return (
    <div
      {...(field === null ? {} : { 'data-asked-when': field.name, 'data-asked-is': field.values.join(' ') })}
      data-words-if-asked={wordsIfAsked}
      data-words-if-not={wordsIfNot}
    >
      <p className="nhsuk-hint ldr-conditional" role="status" data-shown={shownAs}>
        {isAsked ? wordsIfAsked : wordsIfNot}
      </p>
      <div data-hidden-as={shownAs} hidden={!isAsked}>
        {children}
      </div>
    </div>
  );
}
