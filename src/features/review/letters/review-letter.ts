import type { ReviewCriterion, ReviewRating } from '../../programme/index.ts';
import type { LetterBlock, LetterPoint, ReviewLetter, ReviewOutcome } from '../review.ts';

export interface LetterFacts {
  readonly footprintName: string;
  readonly versionNumber: number;
  /** Digest of the document that was reviewed. */
  readonly digest: string;
  readonly illustrative: boolean;
}

/** A criterion beside what the reviewer said about it. */
export interface RatedCriterion {
  readonly criterion: ReviewCriterion;
  readonly rating: ReviewRating | null;
  readonly comment: string;
}

/** The letter about an outcome: what was decided, what must change, what else was said, what comes next. */
export function writeLetter(
  outcome: ReviewOutcome,
  rated: readonly RatedCriterion[],
  summary: string,
  facts: LetterFacts,
): ReviewLetter {
  const roadmap = `version ${facts.versionNumber} of the roadmap of ${facts.footprintName}`;
  const commented = rated.filter(({ comment }) => comment !== '');
  const mustChange = commented.filter(({ rating }) => rating?.blocksClearance === true);
  const others = commented.filter(({ rating }) => rating?.blocksClearance !== true);
  const blocks = [
    ...(facts.illustrative ? [paragraph('Illustrative data: no such letter was sent.')] : []),
    ...(outcome === 'cleared' ? clearedOpening(roadmap) : changesOpening(roadmap)),
    ...summary.split(/\n{2,}/).flatMap((text) => (text.trim() === '' ? [] : paragraph(text.trim()))),
    ...pointsUnder('What must change before clearance', mustChange),
    ...pointsUnder(outcome === 'cleared' ? 'Comments to carry forward' : 'Further comments', others),
    ...(outcome === 'cleared' ? clearedNext() : changesNext()),
    paragraph(`This letter is about the document with the digest ${facts.digest}.`),
  ];
  return { subject: subjectOf(outcome, facts), blocks };
}

function subjectOf(outcome: ReviewOutcome, { footprintName, versionNumber }: LetterFacts): string {
  const about = `${footprintName}: roadmap version ${versionNumber}`;
  return outcome === 'cleared' ? `${about} is cleared for publication` : `${about} needs changes`;
}

function clearedOpening(roadmap: string): LetterBlock[] {
  return [
    paragraph(`We have reviewed ${roadmap} against every criterion of the programme and clear it for publication.`),
  ];
}

function changesOpening(roadmap: string): LetterBlock[] {
  return [paragraph(`We have reviewed ${roadmap} and ask for changes before it can be cleared.`)];
}

function clearedNext(): LetterBlock[] {
  const next = 'The footprint can publish it now. The text that was reviewed is published as it stands.';
  return [heading('What happens next'), paragraph(next)];
}

function changesNext(): LetterBlock[] {
  const next =
    'Start a new version from this one, make the changes, and ask the members to endorse it. Endorsements of this version do not carry over. Submit the new version when they have agreed.';
  return [heading('What happens next'), paragraph(next)];
}

function pointsUnder(title: string, rated: readonly RatedCriterion[]): LetterBlock[] {
  if (rated.length === 0) {
    return [];
  }
  const points = rated.map(
    ({ criterion, rating, comment }): LetterPoint => ({
      title: criterion.title,
      rating: rating?.label ?? 'Not rated',
      comment,
    }),
  );
  return [heading(title), { kind: 'points', points }];
}

function paragraph(text: string): LetterBlock {
  return { kind: 'paragraph', text };
}

function heading(text: string): LetterBlock {
  return { kind: 'heading', text };
}
