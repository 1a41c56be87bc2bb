import { paths } from '../../../paths.ts';
import { ButtonLink } from '../../../views/forms/button.tsx';
import { differenceInWords } from '../../register/index.ts';
import { may, type VersionPlace } from '../roadmap-place.ts';

/** Told where the members are others now than those that the document names: what that means, and what to do. */
export function MembersSince({ place }: { place: VersionPlace }) {
  const { membersSince, version, footprint } = place;
  if (membersSince === null) {
    return null;
  }
  const isWaiting = version.state === 'endorsement';
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      <p>
        The members of the footprint have changed since version {version.number} was frozen:{' '}
        {differenceInWords(membersSince)}.
      </p>
      <p>
        {isWaiting
          ? 'It cannot be endorsed or submitted as it is. Return it to draft, freeze it again, and every member is asked anew.'
          : `Version ${version.number} stands as endorsed by those who were members. Whoever joined is asked about the next version.`}
      </p>
      {isWaiting && may(place, 'roadmap.freeze') && (
        <ButtonLink href={paths.unfreeze(footprint.slug)}>Return the version to draft</ButtonLink>
      )}
    </div>
  );
}
