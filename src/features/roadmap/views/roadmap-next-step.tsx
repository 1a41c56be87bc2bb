import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { countOf } from '../../../views/format.ts';
import { ButtonLink } from '../../../views/forms/button.tsx';
import { can } from '../../identity/index.ts';
import { roundClosedWords } from '../freezing/freeze-version.ts';
import type { RoadmapOverview } from '../read-overview.ts';
import { may, type VersionPlace } from '../roadmap-place.ts';

interface RoadmapNextStepProps {
  readonly place: VersionPlace;
  readonly overview: RoadmapOverview;
}

/** The one thing to do next, for the person who looks. */
export function RoadmapNextStep({ place, overview }: RoadmapNextStepProps) {
  return (
    <section className="ldr-next-step">
      <h2 className="nhsuk-heading-m">What happens next</h2>
      {stepOf(place, overview)}
      <ClearedBefore place={place} overview={overview} />
    </section>
  );
}

function stepOf(place: VersionPlace, overview: RoadmapOverview): ReactNode {
  const { slug } = place.footprint;
  const { number, nextNumber, state } = place.version;
  switch (state) {
    case 'draft':
      return overview.isSubmittingOpen ? (
        <DraftStep place={place} overview={overview} />
      ) : (
        <p>{roundClosedWords}. It can still be written in. The programme office can open the round again.</p>
      );
    case 'endorsement':
      return <EndorsementStep place={place} overview={overview} />;
    case 'submitted':
      return <p>Version {number} is with the regional team, which has not begun to review it.</p>;
    case 'under-review':
      return <p>The regional team is reviewing version {number}.</p>;
    case 'changes-requested':
      return (
        <>
          <p>
            The regional team asks for changes. <a href={paths.review(slug)}>Read its letter</a>, then answer it with a
            new version.
          </p>
          {may(place, 'roadmap.edit') && (
            <ButtonLink href={paths.newVersion(slug)}>Begin version {nextNumber}</ButtonLink>
          )}
        </>
      );
    case 'cleared':
      return (
        <>
          <p>
            The regional team has cleared version {number} (<a href={paths.review(slug)}>read its letter</a>). It can be
            published.
          </p>
          {may(place, 'publication.publish') && <ButtonLink href={paths.publishRoadmap(slug)}>Publish</ButtonLink>}
          {may(place, 'roadmap.edit') && (
            <p>
              If it should say something else first, <a href={paths.newVersion(slug)}>begin version {nextNumber}</a>.
              Version {number} can be published until that one is submitted.
            </p>
          )}
        </>
      );
    case 'published':
    case 'superseded':
      return (
        <>
          <p>
            <a href={paths.publishedRoadmap(slug)}>The published roadmap</a> is open to everyone.
          </p>
          {may(place, 'roadmap.edit') && (
            <ButtonLink href={paths.newVersion(slug)} secondary>
              Begin version {nextNumber}
            </ButtonLink>
          )}
        </>
      );
  }
}

/** An older version that is cleared, while a newer one is prepared. */
function ClearedBefore({ place, overview }: RoadmapNextStepProps) {
  const { number } = place.version;
  const cleared = overview.versions.find((one) => one.state === 'cleared' && one.number < number);
  return cleared === undefined ? null : (
    <p>
      Version {cleared.number} is cleared. It can be published until version {number} is submitted
      {may(place, 'publication.publish') && (
        <>
          : <a href={paths.publishRoadmap(place.footprint.slug)}>publish version {cleared.number}</a>
        </>
      )}
      .
    </p>
  );
}

function DraftStep({ place, overview }: RoadmapNextStepProps) {
  const left = overview.check?.blockers.length ?? 0;
  const { slug } = place.footprint;
  const isReady = left === 0;
  return (
    <>
      <p>
        {isReady
          ? 'Everything that is required is written. The footprint lead can freeze the version and ask the members to endorse it.'
          : `${countOf(left, 'thing')} must be written or put right. Then the footprint lead freezes the version and asks the members to endorse it.`}
      </p>
      {place.version.basedOn !== null && (
        <p>
          <a href={paths.review(slug)}>The regional team’s letters</a> on earlier versions.
        </p>
      )}
      {isReady && may(place, 'roadmap.freeze') && (
        <ButtonLink href={paths.freeze(slug)}>Freeze this version</ButtonLink>
      )}
    </>
  );
}

function EndorsementStep({ place, overview }: RoadmapNextStepProps) {
  const { slug } = place.footprint;
  const { tally, rows } = overview.board;
  const own = rows.filter(({ party, endorsement }) => {
    const subject = { organisationIds: [party.organisationId] };
    return endorsement === null && can(place.actor, 'roadmap.endorse', subject);
  });
  const isReady = overview.check?.blockers.length === 0;
  return (
    <>
      <p>
        {tally.endorsed} of the {tally.asked} organisations that must endorse have done so.{' '}
        {isReady ? 'The footprint lead can submit the version.' : 'The others are still to decide, or have declined.'}
      </p>
      {own.map(({ party }) => (
        <ButtonLink key={party.organisationId} href={paths.endorse(slug, party.code)}>
          Decide for {party.name}
        </ButtonLink>
      ))}
      {isReady && may(place, 'roadmap.submit') && (
        <ButtonLink href={paths.submitRoadmap(slug)}>Submit this version</ButtonLink>
      )}
    </>
  );
}
