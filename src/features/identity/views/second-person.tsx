import { paths } from '../../../paths.ts';
import { countOf, orInWords } from '../../../views/format.ts';

const NAMED = 3;

/** Who can confirm what this reader has proposed, or would propose; or that somebody must be invited first, and where. */
export function SecondPerson({ others }: { readonly others: readonly string[] }) {
  if (others.length === 0) {
    return (
      <p>
        Nobody else can confirm it yet. That takes another programme manager or an administrator:{' '}
        <a href={paths.invitePerson({ role: 'programme-manager' })}>invite one</a>.
      </p>
    );
  }
  const more = others.length - NAMED;
  const named = more > 0 ? [...others.slice(0, NAMED), `one of ${countOf(more, 'other')}`] : others;
  return <p>A second person confirms it on this page: {orInWords(named)}.</p>;
}
