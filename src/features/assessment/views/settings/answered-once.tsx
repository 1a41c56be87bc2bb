import type { ReactNode } from 'react';
import { paths } from '../../../../paths.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import type { Section } from '../../../programme/index.ts';
import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';
import type { Takes } from '../../settings/answers-in-effect.ts';

interface SectionOfAssessment {
  readonly assessed: Pick<AssessedOrganisation, 'addressKey' | 'round' | 'setting' | 'label' | 'organisation'>;
  readonly section: Pick<Section, 'id'>;
  /** From where it is taken, or would be. */
  readonly take: Pick<Takes, 'giver'>;
}

interface SectionTakenProps extends SectionOfAssessment {
  /** Whether the person may have it answered here. */
  readonly mayAnswer: boolean;
}

/** That a section is not answered here, where it is taken from, and how to do otherwise. */
export function SectionTaken(props: SectionTakenProps) {
  return (
    <>
      <div className="nhsuk-inset-text">
        {props.take.giver === null ? <TakenOnce {...props} /> : <TakenFrom {...props} />}
      </div>
      {props.mayAnswer && (
        <ApartForm {...props} answered="apart">
          Answer it for {ownName(props)} alone
        </ApartForm>
      )}
    </>
  );
}

function TakenOnce({ assessed: { addressKey, round }, section, mayAnswer }: SectionTakenProps) {
  return (
    <>
      <p>This section is answered once for all care settings of the organisation.</p>
      {mayAnswer && (
        <p>
          <a href={paths.assessmentSection(addressKey, round.id, section.id)}>Answer it for all of them</a>
        </p>
      )}
    </>
  );
}

function TakenFrom({ assessed: { organisation }, take }: SectionTakenProps) {
  return (
    <>
      <p>
        The answers to this section are taken from {take.giver?.name}, with which {organisation.name} answers together.
      </p>
      <p>They change with the answers there until this assessment is sent to be signed, and stay as they are then.</p>
    </>
  );
}

/** That a section is answered here by itself, though it could be taken from elsewhere. */
export function AnsweredApart(props: SectionOfAssessment) {
  const { take } = props;
  return (
    <>
      <p>
        {take.giver === null
          ? `This section is answered once for the organisation elsewhere, and for ${ownName(props)} by itself. It began with the answers of then.`
          : `${take.giver.name} answers this section for both, and ${ownName(props)} by itself. It began with the answers of then.`}
      </p>
      <ApartForm {...props} answered="once">
        {take.giver === null ? 'Take the organisation’s answers again' : `Take the answers of ${take.giver.name} again`}
      </ApartForm>
    </>
  );
}

/** What answers by itself: one of several care settings, or the organisation. */
function ownName({ assessed: { setting, label, organisation } }: SectionOfAssessment): string {
  return setting === null ? organisation.name : label;
}

function ApartForm({
  assessed: { addressKey, round, setting },
  section,
  answered,
  children,
}: SectionOfAssessment & { readonly answered: 'apart' | 'once'; readonly children: ReactNode }) {
  return (
    <Form action={paths.answerApart(addressKey, round.id, section.id, setting)}>
      <input type="hidden" name="answered" value={answered} />
      <SubmitButton secondary>{children}</SubmitButton>
    </Form>
  );
}
