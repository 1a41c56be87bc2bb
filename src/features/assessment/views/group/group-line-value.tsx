import type { GroupLine } from './group-line.ts';

/** The value of a row: with whom an organisation answers together. */
export function GroupLineValue({ line: { sentences, link } }: { line: GroupLine }) {
  return (
    <>
      {sentences.map((sentence, index) => (
        <span key={sentence}>
          {index > 0 && <br />}
          {sentence}
        </span>
      ))}
      {link !== null && (
        <>
          <br />
          <a href={link.href}>{link.text}</a>
        </>
      )}
    </>
  );
}
