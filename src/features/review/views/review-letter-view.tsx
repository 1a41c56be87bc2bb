import type { LetterBlock, LetterPoint, ReviewLetter } from '../review.ts';

interface ReviewLetterViewProps {
  readonly letter: ReviewLetter;
  /** Level of the letter's subject as a heading; its own headings are one below. */
  readonly headingLevel?: 2 | 3;
}

/** The letter about the outcome of a review, as it was sent or would be. */
export function ReviewLetterView({ letter, headingLevel = 2 }: ReviewLetterViewProps) {
  const Subject = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <article className="ldr-letter">
      <Subject className="nhsuk-heading-m">{letter.subject}</Subject>
      {letter.blocks.map((block) => (
        <Block key={keyOf(block)} block={block} isUnderThirdLevel={headingLevel === 3} />
      ))}
    </article>
  );
}

function keyOf(block: LetterBlock): string {
  const words = block.kind === 'points' ? block.points.map(({ title }) => title).join('; ') : block.text;
  return `${block.kind} ${words}`;
}

function Block({ block, isUnderThirdLevel }: { block: LetterBlock; isUnderThirdLevel: boolean }) {
  const Heading = isUnderThirdLevel ? 'h4' : 'h3';
  switch (block.kind) {
    case 'heading':
      return <Heading className="nhsuk-heading-s">{block.text}</Heading>;
    case 'paragraph':
      return <p className="ldr-as-written">{block.text}</p>;
    case 'points':
      return <LetterPoints points={block.points} />;
  }
}

/** What a letter says under one of its headings, criterion by criterion. */
export function LetterPoints({ points }: { points: readonly LetterPoint[] }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {points.map(({ title, rating, comment }) => (
        <li key={title}>
          <strong>{title}</strong> ({rating.toLowerCase()})<div className="ldr-as-written">{comment}</div>
        </li>
      ))}
    </ul>
  );
}
