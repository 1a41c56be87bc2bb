import { paths } from '../../../paths.ts';
import type { Round } from '../../programme/index.ts';

const rounds: Readonly<Record<Round['kind'], string>> = {
  assessment: 'round of assessment',
  roadmap: 'round of planning',
};

/** In place of a list while no round was ever planned: nobody is asked for anything. */
export function NothingPlannedPage({ heading, kind }: { heading: string; kind: Round['kind'] }) {
  return (
    <>
      <h1>{heading}</h1>
      <p className="ldr-empty">
        No {rounds[kind]} has been planned yet, so nobody waits for anything.{' '}
        <a href={paths.rounds()}>See the rounds</a>
      </p>
    </>
  );
}
