import { countOf, listInWords } from '../../../views/format.ts';
import type { FootprintFound, Lead } from '../../search/index.ts';

/** Why words lead to a footprint, as sentences without their full stop. */
export function reasonsInWords({ leads }: FootprintFound, term: string): string[] {
  return [...new Set(leads.map((lead) => reasonInWords(lead, term)))];
}

function reasonInWords(lead: Lead, term: string): string {
  const who = someOf(lead);
  const isOrAre = lead.count === 1 ? 'is' : 'are';
  switch (lead.strength) {
    case 'named':
      return 'It has this name or code';
    case 'part-named':
      return `“${term}” is part of its name`;
    case 'member':
      return `${who} ${isOrAre} in it`;
    case 'commissioned':
      return `${who} ${isOrAre} commissioned by ${listInWords(lead.through)}, which ${lead.through.length === 1 ? 'is' : 'are'} in it`;
    case 'associate':
      return `${who} ${isOrAre} associated with it`;
    case 'same-postcode':
      return `“${term}” is the postcode of ${who}`;
    case 'nearby':
      return `${who} ${isOrAre} near “${term}”`;
    case 'same-postcode-area':
      return `${who} ${isOrAre} in the postcode area ${listInWords(lead.through)}`;
    case 'same-place':
      return lead.count === 0 ? `It lies in ${listInWords(lead.through)}` : `${who} ${isOrAre} in “${term}”`;
  }
}

/** A few by name, and how many others there are. */
function someOf({ names, count }: Lead): string {
  const others = count - names.length;
  return listInWords(others > 0 ? [...names, countOf(others, 'other')] : names);
}
