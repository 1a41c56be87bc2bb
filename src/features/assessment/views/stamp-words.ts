import { formatTime } from '../../../views/format.ts';
import type { Stamp } from '../../scoring/index.ts';

/** `by Asha Patel on 3 December 2015 at 14:05`; without the name where there is none. */
export function byWhomAndWhen({ personName, at }: Stamp): string {
  return personName === null ? `on ${formatTime(at)}` : `by ${personName} on ${formatTime(at)}`;
}
