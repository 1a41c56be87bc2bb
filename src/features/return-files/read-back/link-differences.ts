import { linkKey, linksOf, type NamedLink } from '../link-lines.ts';
import type { ReturnFacts, ReturnLine, ReturnToWrite } from '../own-return.ts';
import type { OddCell, Said } from './cell-answers.ts';
import type { CellPlace } from './sheet-table.ts';

/** Links that came to an answer in a file since it was made, or were taken off it there. */
export interface LinkChanges {
  readonly questionId: string;
  readonly added: readonly NamedLink[];
  /** By `linkKey`. */
  readonly takenOff: readonly string[];
  readonly place: CellPlace;
}

/** The same as far as it would change what stands here. */
export interface LinkDifference {
  readonly line: ReturnLine;
  /** On which links the answer rests here. */
  readonly now: readonly LinkHere[];
  readonly added: readonly NamedLink[];
  readonly takenOff: readonly LinkHere[];
}

export interface LinkHere extends NamedLink {
  readonly evidenceId: string;
}

/** What changed between two texts of links: as they stood when the file was made, and as they stand in it. A name alone changes nothing. */
export function linkChanges(then: string, now: string): Said<Pick<LinkChanges, 'added' | 'takenOff'>> {
  const said = linksOf(now);
  if (said.kind === 'odd') {
    return { problem: said.problem };
  }
  const before = linksOf(then);
  const keysBefore = new Set(before.kind === 'links' ? before.links.map(({ url }) => url) : []);
  const keysNow = new Set(said.links.map(({ url }) => url));
  return {
    value: {
      added: said.links.filter(({ url }) => !keysBefore.has(url)),
      takenOff: [...keysBefore].filter((key) => !keysNow.has(key)),
    },
  };
}

/** The links that an answer rests on here, called as a file calls them. */
function linksHere({ evidence }: Pick<ReturnLine, 'evidence'>): LinkHere[] {
  return evidence.flatMap(({ evidenceId, title, url }) =>
    url === null ? [] : [{ evidenceId, title, url: linkKey(url) }],
  );
}

/** What of the changes is not so here already, question by question; those that are answered elsewhere are odd. */
export function linkDifferencesOf(
  changes: readonly LinkChanges[],
  { facts, lines }: ReturnToWrite,
): { readonly differences: readonly LinkDifference[]; readonly odd: readonly OddCell[] } {
  const byQuestion = new Map(changes.map((each) => [each.questionId, each]));
  const found = lines.flatMap((line) => {
    const change = byQuestion.get(line.question.id);
    const difference = change === undefined ? null : differenceOf(line, change);
    return change === undefined || difference === null ? [] : [{ ...difference, place: change.place }];
  });
  return {
    differences: found.filter(({ line }) => whyNotTaken(facts, line) === null),
    odd: found.flatMap(({ line, place }) => {
      const problem = whyNotTaken(facts, line);
      return problem === null ? [] : [{ ...place, questionId: line.question.id, problem }];
    }),
  };
}

/** Why nothing that a file says to a question is taken, and what to do, as sentences without the last full stop; null where it is. */
export function whyNotTaken(
  { locked }: Pick<ReturnFacts, 'locked'>,
  { answeredBy }: Pick<ReturnLine, 'answeredBy'>,
): string | null {
  if (locked !== null) {
    return `${locked}, so that it is not taken from this file`;
  }
  return answeredBy === null ? null : `${answeredBy}, so that it is not taken from this file. Answer it there`;
}

function differenceOf(line: ReturnLine, { added, takenOff }: LinkChanges): LinkDifference | null {
  const now = linksHere(line);
  const keys = new Set(now.map(({ url }) => url));
  const difference = {
    line,
    now,
    added: added.filter(({ url }) => !keys.has(url)),
    takenOff: now.filter(({ url }) => takenOff.includes(url)),
  };
  return difference.added.length + difference.takenOff.length === 0 ? null : difference;
}
