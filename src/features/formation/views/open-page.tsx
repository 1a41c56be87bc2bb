import { paths } from '../../../paths.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { type FormationPlace, nameOfCase } from '../formation-place.ts';

/** Before a form is opened for a footprint of the directory: what it begins with and who will be asked. */
export function OpenPage({ place }: { place: FormationPlace }) {
  const { slug, hasAccepted } = place;
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">{nameOfCase(place)}</span>
        {hasAccepted ? 'Ask for a change' : 'Open the footprint and governance form'}
      </h1>
      {hasAccepted ? (
        <>
          <p>You begin a request for change with what holds now, and change what is to be different:</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            <li>
              when organisations join, leave or change their part, every commissioner of the footprint endorses it;
            </li>
            <li>when only people and governance change, no commissioner is asked;</li>
            <li>the region decides in every case. Until then what holds stays as it is.</li>
          </ul>
        </>
      ) : (
        <p>
          This footprint was formed before this service; no form is held. The form begins with what the directory says.
          When it is complete its commissioners endorse it, then the region. The footprint stays active all the while.
        </p>
      )}
      <Form action={paths.openFootprintForm(slug)}>
        <div className="nhsuk-button-group">
          <SubmitButton>{hasAccepted ? 'Begin the request' : 'Open the form'}</SubmitButton>
          <a href={paths.formation(slug)}>Not now</a>
        </div>
      </Form>
    </>
  );
}
