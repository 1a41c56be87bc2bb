import { countOf, formatDate, listInWords } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { deadlineInWords, type ProgrammePack, type Round, roundState } from '../../programme/index.ts';
import { may, type RoadmapPlace, type VersionPlace } from '../roadmap-place.ts';
import { dueOnOf } from '../round-of-roadmap.ts';

interface NotBegunPageProps {
  readonly pack: ProgrammePack;
  readonly place: RoadmapPlace;
  /** The planning round that is open for the footprint, or the last that was; null where none was ever planned. */
  readonly round: Round | null;
  /** The day it is, as an ISO date. */
  readonly today: string;
}

/** The place of a roadmap that nobody has begun: what will be here, and how to begin. */
export function NotBegunPage({ pack, place, round, today }: NotBegunPageProps) {
  const parts = pack.roadmapTemplate.parts.length;
  return (
    <>
      <h1>
        {round !== null && <span className="nhsuk-caption-xl">{round.label}</span>}
        Roadmap of {place.footprint.name}
      </h1>
      <p>Nobody has begun it here. {round !== null && whenAsked(place, round, today)}</p>
      <p>
        A roadmap has {countOf(parts, 'part')} to write, targets for {pack.capabilityGroups.length} capability groups, a
        plan for each of {pack.universalCapabilities.length} universal capabilities, and a schedule of deployments. When
        it is written, these organisations are asked to endorse it: {listInWords(place.members.map(({ name }) => name))}
        .
      </p>
      <HowToBegin place={place} round={round} today={today} />
    </>
  );
}

/** Above the overview of the roadmap of another round: that this one asks for its own, and how to begin that. */
export function NewerRound({
  place,
  round,
  today,
}: Omit<NotBegunPageProps, 'pack' | 'place' | 'round'> & { place: VersionPlace; round: Round }) {
  const isLeft = place.version.draftIn.includes(round.id);
  return (
    <section className="ldr-next-step">
      <h2 className="nhsuk-heading-m">{round.label}</h2>
      <p>
        {isLeft
          ? 'The draft of this round was left behind for that of another, which is closed now. It can be taken up again.'
          : 'Nobody has begun the roadmap of this round here.'}{' '}
        {whenAsked(place, round, today)} What is written below is of another round.
      </p>
      <p>{isLeft ? whatIsLeft(place.version) : whatBecomesOf(place.version)}</p>
      <HowToBegin place={place} round={round} today={today} begin={isLeft ? 'Go on with that draft' : undefined} />
    </section>
  );
}

/** What taking up an older draft means for the version there is, which is a draft too. */
function whatIsLeft({ number }: VersionPlace['version']): string {
  return `Once it is taken up, nobody can write in version ${number}. Version ${number} can still be read and copied from.`;
}

/** What starting the new roadmap means for the version there is. */
function whatBecomesOf({ number, state }: VersionPlace['version']): string {
  const begins = 'The new roadmap begins empty.';
  switch (state) {
    case 'draft':
      return `${begins} Once it is started, nobody can write in version ${number}, freeze it or submit it any more. Version ${number} can still be read and copied from.`;
    case 'changes-requested':
      return `${begins} Once it is started, the changes requested in version ${number} can no longer be answered. Version ${number} can still be read.`;
    case 'cleared':
      return `${begins} Once it is started, version ${number} can no longer be changed. It can be published until the new roadmap is submitted.`;
    default:
      return `${begins} Once it is started, no other version can follow version ${number}, which stays as it is and can be read beside the new one.`;
  }
}

function whenAsked({ footprint }: RoadmapPlace, round: Round, today: string): string {
  const dueOn = dueOnOf(round, footprint);
  if (roundState(round, today) !== 'open') {
    return '';
  }
  return dueOn < today
    ? `It was due by ${formatDate(dueOn)}: one that is started now is late, unless the programme office extends the deadline.`
    : `The programme asks for it by ${deadlineInWords(dueOn, today)}.`;
}

interface HowToBeginProps extends Omit<NotBegunPageProps, 'pack'> {
  /** What the button says. */
  readonly begin?: string | undefined;
}

function HowToBegin({ place, round, today, begin = 'Start the roadmap' }: HowToBeginProps) {
  if (round === null || roundState(round, today) !== 'open') {
    return <p>No planning round is open, so no roadmap can be started. The programme office can open one.</p>;
  }
  return may(place, 'roadmap.edit') ? (
    <Form>
      <SubmitButton>{begin}</SubmitButton>
    </Form>
  ) : (
    <p>An editor or the lead of the footprint can start it.</p>
  );
}
