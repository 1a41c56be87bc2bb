import { dayBefore } from '../../../platform/days.ts';
import { searchWords } from '../../directory/index.ts';
import { byStart } from './timeline.ts';

/** A name and the half-open period for which it was held. */
export interface Named {
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface OtherNames {
  /** Names before the one of the day, latest first, each with its last day. */
  readonly former: readonly { readonly name: string; readonly until: string }[];
  /** Names after it, earliest first, each with its first day. */
  readonly later: readonly { readonly name: string; readonly from: string }[];
}

/** The names something had and got beside the one it has on `day`; capitals and punctuation make no other name. */
export function otherNames(records: readonly Named[], day: string): OtherNames {
  const stays: Named[] = [];
  for (const { name, from, to } of records.toSorted(byStart)) {
    const last = stays.at(-1);
    if (last !== undefined && plain(last.name) === plain(name)) {
      stays[stays.length - 1] = { ...last, name, to };
    } else {
      stays.push({ name, from, to });
    }
  }
  return {
    former: stays
      .flatMap(({ name, to }) => (to === null || to > day ? [] : [{ name, until: dayBefore(to) }]))
      .toReversed(),
    later: stays.flatMap(({ name, from }) => (from === null || from <= day ? [] : [{ name, from }])),
  };
}

function plain(name: string): string {
  return searchWords(name).join(' ');
}
