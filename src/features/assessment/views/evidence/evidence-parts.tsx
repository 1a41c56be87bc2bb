import { Tag } from '../../../../views/tag.tsx';
import type { EvidenceLine } from './evidence-view.ts';

/** What something is called, with what is to be known of it. */
export function EvidenceName({ line }: { line: EvidenceLine }) {
  return (
    <>
      <a className="ldr-evidence__name" href={line.href}>
        {line.title}
      </a>
      {line.tags.map(({ text, colour }) => (
        <span key={text} className="ldr-evidence__tag">
          {' '}
          <Tag text={text} colour={colour} />
        </span>
      ))}
    </>
  );
}

/** What it is, from when to when, and the way to it. */
export function EvidenceFacts({ line }: { line: EvidenceLine }) {
  return (
    <>
      {line.what}
      {line.days !== '' && `. ${line.days}`}
      {line.content !== null && (
        <>
          {'. '}
          <ContentLink title={line.title} content={line.content} />
        </>
      )}
    </>
  );
}

/** A page elsewhere is told nothing of where its reader comes from. */
export function ContentLink({ title, content }: { title: string; content: NonNullable<EvidenceLine['content']> }) {
  return (
    <a href={content.href} {...(content.isElsewhere ? { rel: 'noopener noreferrer nofollow' } : {})}>
      {content.words}
      <span className="nhsuk-u-visually-hidden">: {title}</span>
    </a>
  );
}
