import { listInWords } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { deadlineInWords, type ProgrammePack, roadmapRound } from '../../programme/index.ts';
import { may, type RoadmapPlace } from '../roadmap-place.ts';
import { dueOnOf, isBeginningOpen } from '../round-of-roadmap.ts';

interface NotBegunPageProps {
  readonly pack: ProgrammePack;
  readonly place: RoadmapPlace;
  /** The day it is, as an ISO date. */
  readonly today: string;
}

/** The place of a roadmap that nobody has begun: what will be here, and how to begin. */
export function NotBegunPage({ pack, place, today }: NotBegunPageProps) {
  const round = roadmapRound(pack);
  const parts = pack.roadmapTemplate.parts.length;
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">{round.label}</span>
        Roadmap of {place.footprint.name}
      </h1>
      <p>
        This footprint has not started its roadmap. The programme asks for it by{' '}
        {deadlineInWords(dueOnOf(round, place), today)}.
      </p>
      <p>
        A roadmap has {parts} parts to write, targets for {pack.capabilityGroups.length} capability groups, a plan for
        each of {pack.universalCapabilities.length} universal capabilities, and a schedule of deployments. When it is
        written, these organisations are asked to endorse it: {listInWords(place.members.map(({ name }) => name))}.
      </p>
      <HowToBegin place={place} isOpen={isBeginningOpen(pack, today)} />
    </>
  );
}

function HowToBegin({ place, isOpen }: Pick<NotBegunPageProps, 'place'> & { readonly isOpen: boolean }) {
  if (!isOpen) {
    return <p>This round is not open, so no roadmap can be started. The programme office can open it.</p>;
  }
  return may(place, 'roadmap.edit') ? (
    <Form>
      <SubmitButton>Start the roadmap</SubmitButton>
    </Form>
  ) : (
    <p>An editor or the lead of the footprint can start it.</p>
  );
}
