import { type KeptForm, typedTexts, writeKept } from '../../platform/forms/kept-form.ts';
import { namedDirections } from '../page/named-directions.ts';
import { SubmitButton } from './button.tsx';
import { Form } from './form.tsx';

/** Name of the hidden field that carries a kept form from page to page. */
export const keptField = 'kept';

/** What was typed into a form that could not be taken, to be read and copied. */
export function KeptTexts({ kept }: { kept: KeptForm }) {
  // Two fields may have the same name and the same text.
  const texts = typedTexts(kept).map((text, index) => ({ ...text, key: `${index} ${text.label}` }));
  if (texts.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="kept-texts">
      <h2 className="nhsuk-heading-m" id="kept-texts">
        What you typed
      </h2>
      <dl className="nhsuk-summary-list">
        {texts.map(({ key, label, text }) => (
          <div key={key} className="nhsuk-summary-list__row">
            <dt className="nhsuk-summary-list__key">{label}</dt>
            <dd className="nhsuk-summary-list__value">
              <span className="ldr-typed">{namedDirections(text)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Sends a kept form to where it was going, as it was. */
export function SendKeptForm({ kept, button }: { kept: KeptForm; button: string }) {
  return (
    <Form action={kept.address} sendsKept>
      {numbered(kept.fields).map(({ key, name, value }) => (
        <input key={key} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton>{button}</SubmitButton>
    </Form>
  );
}

/** The kept form as one field of another form. */
export function KeptField({ kept }: { kept: KeptForm }) {
  return <input type="hidden" name={keptField} value={writeKept(kept)} />;
}

function numbered(fields: KeptForm['fields']) {
  return fields.map(([name, value], index) => ({ key: `${index} ${name}`, name, value }));
}
