import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../../platform/forms/typed-form.ts';
import { useExampleDays } from '../../../../views/forms/example-days.ts';
import { FileField, TextField } from '../../../../views/forms/fields.tsx';
import { megabytesInWords } from '../../../evidence/index.ts';

interface EvidenceFieldsProps {
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  readonly mostBytes: number;
  /** Whether it is asked where in it to look. */
  readonly asksPage: boolean;
}

/** A file or link, and what is said of it. */
export function EvidenceFields({ typed, errors, mostBytes, asksPage }: EvidenceFieldsProps) {
  const days = useExampleDays();
  return (
    <>
      <FileField
        name="file"
        label="File"
        hint={`PDF, Word, Excel, PowerPoint or OpenDocument without macros, a picture or plain text, up to ${megabytesInWords(mostBytes)}. Leave out what names patients.`}
        errors={errors}
      />
      <TextField
        name="link"
        label="Or a link"
        hint="To a page that others of your organisation can open. It begins with https://"
        value={typedText(typed, 'link')}
        errors={errors}
      />
      <TextField
        name="title"
        label="Name (optional)"
        hint="Such as Board paper of May. Left empty, it takes the name of the file or site."
        value={typedText(typed, 'title')}
        errors={errors}
      />
      {asksPage && (
        <TextField
          name="page"
          label="Page or part (optional)"
          hint="Where in it to look for this answer, such as page 4."
          value={typedText(typed, 'page')}
          width={20}
          errors={errors}
        />
      )}
      <TextField
        name="effective"
        label="First day on which it holds (optional)"
        hint={`For example, ${days.past}`}
        value={typedText(typed, 'effective')}
        width={20}
        errors={errors}
      />
      <TextField
        name="expires"
        label="Last day on which it holds (optional)"
        hint={`For example, ${days.end}. It stops counting on the day after.`}
        value={typedText(typed, 'expires')}
        width={20}
        errors={errors}
      />
    </>
  );
}
