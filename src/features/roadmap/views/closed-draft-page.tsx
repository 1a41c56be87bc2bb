import { paths } from '../../../paths.ts';
import { ButtonLink } from '../../../views/forms/button.tsx';
import { PlainText } from '../../../views/text/plain-text.tsx';
import type { Wording } from '../drafts/wording.ts';

interface ClosedDraftPageProps {
  readonly slug: string;
  readonly reason: string;
  /** What was typed and could not be saved. */
  readonly wording: readonly Wording[];
}

/** Says that the draft takes no more text, and gives back what was typed so that it can be kept. */
export function ClosedDraftPage({ slug, reason, wording }: ClosedDraftPageProps) {
  return (
    <>
      <h1>This could not be saved</h1>
      <p>{reason}. Nothing was changed.</p>
      <p>What you typed is below. Copy it if you want to keep it.</p>
      {wording
        .filter(({ text }) => text !== '')
        .map(({ label, text }) => (
          <section key={label}>
            <h2 className="nhsuk-heading-s">{label}</h2>
            <PlainText text={text} />
          </section>
        ))}
      <ButtonLink href={paths.roadmap(slug)}>Go to the roadmap</ButtonLink>
    </>
  );
}
