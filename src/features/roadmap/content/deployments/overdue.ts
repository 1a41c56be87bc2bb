import { lastDayOf } from '../../../../platform/forms/typed-period.ts';
import type { Deployment } from './deployment.ts';

/** Of deployments, those that were to be live before this day and are not. */
export function overdue<Row extends Pick<Deployment, 'status' | 'goesLive'>>(rows: readonly Row[], day: string): Row[] {
  return rows.filter(
    ({ status, goesLive }) =>
      (status === 'planned' || status === 'under-way') && goesLive !== null && lastDayOf(goesLive) < day,
  );
}
