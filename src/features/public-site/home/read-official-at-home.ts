import type { AppContext } from '../../../context.ts';
import type { Day, Footprint } from '../../directory/index.ts';
import { type MapStages, type MeasuredMap, readMap } from '../../map/index.ts';
import { type OfficialPicture, readBoardFigures, readOfficialPictures } from '../../official-results/index.ts';

export interface OfficialAtHome {
  readonly pictures: readonly OfficialPicture[];
  /** The areas shaded by what is published of their boards; null where nothing is, or roadmaps say more. */
  readonly map: MeasuredMap | null;
}

interface Shown {
  readonly day: Day;
  readonly footprints: readonly Footprint[];
  readonly stages: MapStages;
  readonly isAnswered: boolean;
  readonly isPlanned: boolean;
}

/** What others have published, where nobody has answered here; on the map too, where nobody plans yet. */
export async function readOfficialAtHome(
  context: AppContext,
  { day, footprints, stages, isAnswered, isPlanned }: Shown,
): Promise<OfficialAtHome> {
  const pictures = isAnswered ? [] : await readOfficialPictures(context.database, day.asAt);
  const published = isPlanned || pictures.length === 0 ? null : await readBoardFigures(context.database, day.asAt);
  if (published === null) {
    return { pictures, map: null };
  }
  const options = { form: 'hexagons', measure: 'official' } as const;
  const { map } = await readMap(context, { day, options, footprints, stages, results: null, published, within: null });
  return { pictures, map };
}
