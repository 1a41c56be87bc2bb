import { dayBefore } from '../../platform/days.ts';
import type { Sighting } from './history/organisation-history.ts';
import type { ReferenceRows } from './reference-rows.ts';

/** What the shipped facts say that an organisation was for a time. */
export type ShippedOrganisation = ReferenceRows['organisations'][number];

/**
 * What the rows of one organisation say, as sightings. Rows that meet tell of one life: it opens with the first of them and
 * ends with the last. Each row is seen on the position day where it holds then, or else on its first day; the last row of a
 * life that ended is seen on the last day as well, because an end is known afterwards only, and no file of a day between,
 * which cannot know of it yet, may take it back.
 */
export function sightingsOf(rows: readonly ShippedOrganisation[], positionOn: string): Sighting[] {
  return livesOf(rows).flatMap((life) => {
    const openedOn = life[0]?.valid_from ?? null;
    const endedOn = life.at(-1)?.valid_to ?? null;
    return life.flatMap((row, index) => {
      const days = [isIn(row, positionOn) ? positionOn : row.valid_from];
      if (endedOn !== null && index === life.length - 1) {
        days.push(dayBefore(endedOn));
      }
      return [...new Set(days)].map((on) => ({ ...statedBy(row), on, openedOn, endedOn }));
    });
  });
}

function livesOf(rows: readonly ShippedOrganisation[]): ShippedOrganisation[][] {
  const lives: ShippedOrganisation[][] = [];
  for (const row of rows.toSorted((one, other) => (one.valid_from < other.valid_from ? -1 : 1))) {
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
    cited: { sourceId: row.source_id, row: null, standing: row.standing, note: row.note, isCurated: true },
  };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
