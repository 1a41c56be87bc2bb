import { paths } from '../../../paths.ts';
import { Details } from '../../../views/details.tsx';
import type { Instrument } from '../../programme/index.ts';

/** Beside a result: where the questions come from, and the very version of the questionnaire that was answered, which anybody may read. */
export function AboutQuestions({
  instrument: { id, version, title, provenance },
}: {
  readonly instrument: Pick<Instrument, 'id' | 'version' | 'title' | 'provenance'>;
}) {
  return (
    <Details summary="About these questions">
      <p>{provenance}</p>
      <p>
        Answered was version {version} of “{title}”:{' '}
        <a href={paths.questionnaire(id, version)}>its questions and how it is scored</a>.
      </p>
    </Details>
  );
}
