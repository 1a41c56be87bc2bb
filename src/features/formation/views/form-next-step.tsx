import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import type { CheckResult } from '../../../platform/check-result.ts';
import { countOf, formatDate, listInWords } from '../../../views/format.ts';
import { ButtonLink } from '../../../views/forms/button.tsx';
import type { FormBoard } from '../decisions/form-endorsement.ts';
import { type FormPlace, mayInCase } from '../formation-place.ts';

interface FormNextStepProps {
  readonly place: FormPlace;
  readonly check: CheckResult;
  readonly board: FormBoard;
}

/** One box that says whose turn it is, with the way there for those whose turn it is. */
export function FormNextStep(props: FormNextStepProps) {
  return <div className="ldr-next-step">{nextStep(props)}</div>;
}

function nextStep({ place, check, board }: FormNextStepProps): ReactNode {
  const { form, slug } = place;
  const mayEdit = mayInCase(place, 'formation.edit');
  const takeBack = mayEdit && (
    <p>
      <a href={paths.returnFootprintForm(slug)}>Take the form back, or give it up</a>
    </p>
  );
  switch (form.state) {
    case 'writing':
      return mayEdit ? (
        <Writing slug={slug} blockerCount={check.blockers.length} />
      ) : (
        <p>Its lead is writing the form. The commissioners are asked when it is complete.</p>
      );
    case 'with-ccgs':
      return (
        <>
          <p>
            {board.tally.endorsed} of {countOf(board.rows.length, 'commissioner')} endorsed. When all have, the form
            goes to the region.
          </p>
          <Declined board={board} />
          {takeBack}
        </>
      );
    case 'with-region':
      return (
        <>
          <p>Nothing is left to ask of the commissioners. The regional team decides.</p>
          {mayInCase(place, 'formation.decide') && (
            <ButtonLink href={paths.decideFootprintForm(slug)}>Decide for the region</ButtonLink>
          )}
          {takeBack}
        </>
      );
    case 'accepted':
    case 'withdrawn':
      return <Settled place={place} mayEdit={mayEdit} />;
  }
}

function Declined({ board }: { board: FormBoard }) {
  const declined = board.rows.filter(({ endorsement }) => endorsement?.decision === 'decline');
  return declined.length === 0 ? null : (
    <p>
      {listInWords(declined.map(({ party }) => party.name))} declined, with reasons below. To meet them, the lead takes
      the form back, changes it and puts it again.
    </p>
  );
}

function Writing({ slug, blockerCount }: { slug: string; blockerCount: number }) {
  return (
    <>
      <p>
        {blockerCount === 0
          ? 'The form is complete. Put it to its commissioners when you are ready.'
          : `${countOf(blockerCount, 'thing')} to put right before the form can be put to its commissioners.`}
      </p>
      <ButtonLink href={paths.putFootprintForm(slug)} secondary={blockerCount > 0}>
        {blockerCount > 0 ? 'See what is left' : 'Put the form to its commissioners'}
      </ButtonLink>
      <p>
        <a href={paths.returnFootprintForm(slug)}>Give the form up</a>
      </p>
    </>
  );
}

function Settled({ place, mayEdit }: { place: FormPlace; mayEdit: boolean }) {
  const { form, life, slug } = place;
  const isOver = life === null || life.endedOn !== null;
  const text =
    form.state === 'accepted'
      ? `Endorsed by the region${form.acceptedAt === null ? '' : ` on ${formatDate(form.acceptedAt)}`}. This is what holds.`
      : 'This form was withdrawn. It changed nothing.';
  return (
    <>
      <p>{text}</p>
      {mayEdit && !isOver && (
        <ButtonLink href={paths.openFootprintForm(slug)}>
          {place.hasAccepted ? 'Ask for a change' : 'Open a form'}
        </ButtonLink>
      )}
    </>
  );
}
