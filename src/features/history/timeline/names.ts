import { dayBefore } from '../../../platform/days.ts';
import { searchWords } from '../../directory/index.ts';
import { byStart } from './timeline.ts';

/** A name and the half-open period for which it was held. */
export interface Named {
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Whether it is only known to have been held by its first day. */
  readonly isBy: boolean;
}

export interface OtherNames {
  /** Names before the one of the day, latest first, each with its last day; `isBy`: it may have gone before. */
  readonly former: readonly { readonly name: string; readonly until: string; readonly isBy: boolean }[];
  /** Names after it, earliest first, each with its first day; `isBy`: it may have come before. */
  readonly later: readonly { readonly name: string; readonly from: string; readonly isBy: boolean }[];
}

/** The names something had and got beside the one it has on `day`; capitals and punctuation make no other name. */
export function otherNames(records: readonly Named[], day: string): OtherNames {
  const stays: Named[] = [];
  for (const { name, from, to, isBy } of records.toSorted(byStart)) {
    const last = stays.at(-1);
    if (last !== undefined && plain(last.name) === plain(name)) {
      stays[stays.length - 1] = { ...last, name, to };
    } else {
      stays.push({ name, from, to, isBy });
    }
  }
  return {
    former: stays
      .flatMap(({ name, to }, index) =>
        to === null || to > day ? [] : [{ name, until: dayBefore(to), isBy: stays[index + 1]?.isBy ?? false }],
      )
      .toReversed(),
    later: stays.flatMap(({ name, from, isBy }) => (from === null || from <= day ? [] : [{ name, from, isBy }])),
  };
}

function plain(name: string): string {
  return searchWords(name).join(' ');
}
