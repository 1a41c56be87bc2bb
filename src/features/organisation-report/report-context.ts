import type { AppContext } from '../../context.ts';
import type { KeptReadings } from '../../platform/database/kept-reading.ts';
import type { Exemplar } from '../exemplar/index.ts';
import type { PublishedPlans } from '../publication/index.ts';
import type { Peers } from './peer.ts';

/** From whom something can be learned: all that is public of it. */
export interface Teachers {
  readonly examples: readonly Exemplar[];
  readonly plans: readonly PublishedPlans[];
}

/** With what is the same for every report, kept until something public changes. */
export interface ReportContext extends AppContext {
  readonly keptPeers: KeptReadings<Peers>;
  readonly keptTeachers: KeptReadings<Teachers>;
}
