import { type FormOutcome, readForm } from '../../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../../platform/forms/posted-form.ts';
import { askingChoices, type LetterChoice, tellingChoices } from './letter-choice.ts';

export function parseChoice(posted: PostedForm): FormOutcome<LetterChoice> {
  const form = readForm(posted);
  const asking = form.requiredChoice(
    'asking',
    askingChoices,
    'Choose when to get e-mails that ask you to do something',
  );
  const telling = form.requiredChoice(
    'telling',
    tellingChoices,
    'Choose when to get e-mails that only tell you something',
  );
  return form.outcome({ asking, telling });
}
