export interface Candidate {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
}

export type OrganisationChoice =
  | { readonly kind: 'found'; readonly organisationId: string }
  | {
      readonly kind: 'unclear';
      readonly message: string;
      /** Some of those that match, to choose a code from; empty where none does. */
      readonly matches: readonly Candidate[];
    };

/** How many are offered where several match. */
const matchesOffered = 10;

/**
 * The one organisation meant by what was typed: the one with that code, or that very name, or the only one that matches.
 * `candidates` are those whose name or code holds the text.
 */
export function chooseOrganisation(typed: string, candidates: readonly Candidate[]): OrganisationChoice {
  const same = (text: string) => text.toLowerCase() === typed.toLowerCase();
  const exact = candidates.find(({ code }) => same(code)) ?? onlyOne(candidates.filter(({ name }) => same(name)));
  const chosen = exact ?? onlyOne(candidates);
  if (chosen !== undefined) {
    return { kind: 'found', organisationId: chosen.organisationId };
  }
  if (candidates.length === 0) {
    const message = 'No organisation has that name or code. Check the spelling, or use its code';
    return { kind: 'unclear', message, matches: [] };
  }
  const message = 'Several organisations match. Enter the code of one of them';
  return { kind: 'unclear', message, matches: candidates.slice(0, matchesOffered) };
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
