import { by } from '../../../platform/compare.ts';
import { dayBefore } from '../../../platform/days.ts';
import type { Sighting } from '../../register/index.ts';
import type { ReferenceRows } from './reference-rows.ts';

/** What the shipped facts say that an organisation was for a time. */
export type ShippedOrganisation = ReferenceRows['organisations'][number];

/** An end that was entered on this service. */
export interface EnteredEnd {
  /** First day after it. */
  readonly endedOn: string;
  /** The day from which the organisation is on record again; null where it is not. */
  readonly resumedOn: string | null;
}

/**
 * What the rows of one organisation say, as sightings. Rows that meet tell of one life: it opens with the first of them and
 * ends with the last. Each row is seen on the position day where it holds then, or else on its first day; the last row of a
 * life that ended is seen on the last day as well, because an end is known afterwards only, and no file of a day between,
 * which cannot know of it yet, may take it back.
 *
 * The rows know nothing of ends that were entered on this service: of those they tell as far as the end, and from the day on
 * which the organisation went on, if it did. A row that begins after the end is news, and holds.
 */
export function sightingsOf(
  rows: readonly ShippedOrganisation[],
  positionOn: string,
  ends: readonly EnteredEnd[] = [],
): Sighting[] {
  const entered = new Set(ends.map(({ endedOn }) => endedOn));
  return livesOf(ends.reduce(withEnd, rows)).flatMap((life) => {
    const openedOn = life[0]?.valid_from ?? null;
    const endedOn = life.at(-1)?.valid_to ?? null;
    return life.flatMap((row, index) => {
      const days = [isIn(row, positionOn) ? positionOn : row.valid_from];
      if (endedOn !== null && !entered.has(endedOn) && index === life.length - 1) {
        days.push(dayBefore(endedOn));
      }
      return [...new Set(days)].map((on) => ({ ...statedBy(row), on, openedOn, endedOn }));
    });
  });
}

function withEnd(rows: readonly ShippedOrganisation[], { endedOn, resumedOn }: EnteredEnd): ShippedOrganisation[] {
  return rows.flatMap((row) => {
    const { valid_from, valid_to } = row;
    if (endedOn <= valid_from || (valid_to !== null && valid_to <= endedOn)) {
      return [row];
    }
    const until = { ...row, valid_to: endedOn };
    const goesOn = resumedOn !== null && (valid_to === null || resumedOn < valid_to);
    return goesOn ? [until, { ...row, valid_from: resumedOn }] : [until];
  });
}

function livesOf(rows: readonly ShippedOrganisation[]): ShippedOrganisation[][] {
  const lives: ShippedOrganisation[][] = [];
  for (const row of rows.toSorted(by((row) => row.valid_from))) {
    const last = lives.at(-1);
    if (last !== undefined && last.at(-1)?.valid_to === row.valid_from) {
      last.push(row);
    } else {
      lives.push([row]);
    }
  }
  return lives;
}

function isIn({ valid_from, valid_to }: ShippedOrganisation, day: string): boolean {
  return valid_from <= day && (valid_to === null || day < valid_to);
}

function statedBy(row: ShippedOrganisation): Pick<Sighting, 'facts' | 'cited'> {
  return {
    facts: {
      name: row.name,
      typeId: row.type_id,
      typeStanding: row.type_standing,
      status: null,
      address: null,
      town: orNull(row.town),
      postcode: orNull(row.postcode),
      phone: null,
      // Where it lies is told by rows of their own, each with its source.
      regionCode: null,
      geographyCode: null,
    },
    cited: {
      sourceId: row.source_id,
      row: null,
      standing: row.standing,
      note: row.note,
      isCurated: true,
      saidOn: null,
    },
  };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
