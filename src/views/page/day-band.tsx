import { type ChosenDay, type LookingAt, LookingAtWords } from './looking-at.tsx';

interface DayBandProps {
  readonly lookingAt: LookingAt;
  readonly chosen: ChosenDay | null;
}

/** Stands on every page of a day that is not the reader's own: in a demonstration of the past, or where they chose one. */
export function DayBand({ lookingAt, chosen }: DayBandProps) {
  return (
    <aside className="ldr-day-band" aria-label="Day shown">
      <div className="nhsuk-width-container">
        <p>
          <LookingAtWords lookingAt={lookingAt} chosen={chosen} />
          {chosen === null && ' The clock of this demonstration runs on from there.'}
        </p>
      </div>
    </aside>
  );
}
