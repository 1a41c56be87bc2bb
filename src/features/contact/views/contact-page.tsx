import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { SelectField, TextAreaField, TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { contactTopics } from '../contact.ts';
import { trapField } from '../parse-contact-form.ts';

/** Anyone can write to the team here. */
export function ContactPage({ typed, errors }: { typed: TypedForm; errors: readonly FieldError[] }) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1>Contact us</h1>
        <p>
          Your message goes to the national team that runs this service. Please do not send information about patients.
        </p>
        <Form action={paths.contact()}>
          <input type="hidden" name="form" value={typedText(typed, 'form')} data-made-anew="" />
          <TextField
            name="name"
            label="Your name"
            autoComplete="name"
            value={typedText(typed, 'name')}
            errors={errors}
          />
          <TextField
            name="email"
            type="email"
            label="Your e-mail address"
            hint="We only use it to answer you"
            autoComplete="email"
            value={typedText(typed, 'email')}
            errors={errors}
          />
          <SelectField
            name="topic"
            label="What is it about?"
            placeholder="Choose a subject"
            choices={contactTopics}
            value={typedText(typed, 'topic')}
            errors={errors}
          />
          <TextAreaField
            name="message"
            label="Your message"
            hint="If it is about a page, say which one"
            rows={8}
            value={typedText(typed, 'message')}
            errors={errors}
          />
          <TrapField value={typedText(typed, trapField)} errors={errors} />
          <SubmitButton>Send message</SubmitButton>
        </Form>
        <p>
          How we keep what you send is set out on the <a href={paths.privacy()}>privacy page</a>.
        </p>
      </div>
    </div>
  );
}

/** Hidden from people until something stands in it. */
function TrapField({ value, errors }: { value: string; errors: readonly FieldError[] }) {
  if (value !== '') {
    return <TextField name={trapField} label="Leave this empty" value={value} errors={errors} />;
  }
  return (
    <div className="nhsuk-u-visually-hidden" aria-hidden="true">
      <label htmlFor={trapField}>Leave this empty</label>
      <input id={trapField} name={trapField} type="text" tabIndex={-1} autoComplete="off" />
    </div>
  );
}
