import type { AppContext } from '../../context.ts';

/** What a use case of this feature needs of the service. */
export type RoadmapContext = Pick<AppContext, 'database' | 'pack' | 'newId' | 'config'>;
