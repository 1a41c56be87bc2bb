import { parseDay } from '../../../platform/days.ts';
import { formatDate } from '../../../views/format.ts';
import { layouts } from '../read/layouts.ts';

/** What the files are called that come in by the command line alone. */
const placeLayouts: Readonly<Record<string, string>> = {
  areas: 'Areas',
  'area-links': 'Areas within areas',
  memberships: 'Memberships of footprints',
};

/** What a layout is called; one that can no longer be read is called by its id. */
export function labelOfLayout(layoutId: string): string {
  return placeLayouts[layoutId] ?? layouts.find(({ id }) => id === layoutId)?.label ?? layoutId;
}

/** What is known or said of an organisation, as files put it, with its days as pages write them. */
export function withDaysInWords(text: string): string {
  return text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => (parseDay(day) === null ? day : formatDate(day)));
}

/** How many differences there are of all kinds together. */
export function totalOf(counts: Readonly<Record<string, number | undefined>>): number {
  return Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);
}
