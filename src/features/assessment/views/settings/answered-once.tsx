import type { ReactNode } from 'react';
import { paths } from '../../../../paths.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import type { Section } from '../../../programme/index.ts';
import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';

interface SectionOfSetting {
  readonly assessed: Pick<AssessedOrganisation, 'addressKey' | 'round' | 'setting' | 'label'>;
  readonly section: Pick<Section, 'id'>;
}

/** In one of several care settings: that a section is answered once for all of them, and how to do otherwise. */
export function AnsweredOnce({ assessed, section }: SectionOfSetting) {
  const { addressKey, round, label } = assessed;
  return (
    <>
      <div className="nhsuk-inset-text">
        <p>This section is answered once for all care settings of the organisation.</p>
        <p>
          <a href={paths.assessmentSection(addressKey, round.id, section.id)}>Answer it for all of them</a>
        </p>
      </div>
      <ApartForm {...{ assessed, section }} answered="apart">
        Answer it for {label} alone
      </ApartForm>
    </>
  );
}

/** In one of several care settings: that it answers a section by itself, though others do not. */
export function AnsweredApart({ assessed, section }: SectionOfSetting) {
  return (
    <>
      <p>
        This section is answered once for the organisation elsewhere, and for {assessed.label} by itself. It began with
        the answers of then.
      </p>
      <ApartForm {...{ assessed, section }} answered="once">
        Take the organisation’s answers again
      </ApartForm>
    </>
  );
}

function ApartForm({
  assessed: { addressKey, round, setting },
  section,
  answered,
  children,
}: SectionOfSetting & { readonly answered: 'apart' | 'once'; readonly children: ReactNode }) {
  return (
    <Form action={paths.answerApart(addressKey, round.id, setting ?? '', section.id)}>
      <input type="hidden" name="answered" value={answered} />
      <SubmitButton secondary>{children}</SubmitButton>
    </Form>
  );
}
