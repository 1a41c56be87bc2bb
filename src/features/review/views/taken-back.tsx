import { formatTime } from '../../../views/format.ts';
import { PlainText } from '../../../views/text/plain-text.tsx';
import type { ClearanceTakenBack } from '../clearance-repository.ts';

/** Said before a letter of clearance that stands no longer. */
export function TakenBack({ takenBack: { reason, at, by } }: { takenBack: ClearanceTakenBack }) {
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      <p>
        The clearance was taken back on {formatTime(at)} by {by ?? 'the regional team'}:
      </p>
      <PlainText text={reason} />
    </div>
  );
}
