import { paths } from '../../../paths.ts';
import { AsAtLine, DataSources, type Day, type Source } from '../../directory/index.ts';
import { type OfficialPicture, OfficialPictures } from '../../official-results/index.ts';

interface NationalResultsPageProps {
  readonly day: Day;
  readonly pictures: readonly OfficialPicture[];
  readonly sources: readonly Source[];
}

/** What others have published of the whole country: every measure, by care setting. */
export function NationalResultsPage({ day, pictures, sources }: NationalResultsPageProps) {
  return (
    <>
      <h1>Official results across England</h1>
      {pictures.length === 0 ? (
        <p className="ldr-empty">No results of others are recorded here that were published by this day.</p>
      ) : (
        <OfficialPictures pictures={pictures} day={day} />
      )}
      <AsAtLine day={day} path={paths.nationalResults()} />
      <DataSources sources={sources} />
    </>
  );
}
