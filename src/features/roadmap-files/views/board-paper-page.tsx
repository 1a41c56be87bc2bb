import { compareNames } from '../../../platform/compare.ts';
import { formatDate, listInWords, sentenceStart } from '../../../views/format.ts';
import { SummaryList, type SummaryRow } from '../../../views/summary-list.tsx';
import type { MembershipRole } from '../../programme/index.ts';
import { BoardTables, InShortSection } from '../../roadmap/index.ts';
import type { RoadmapCopy } from '../roadmap-copy.ts';
import { signersOf } from '../signers.ts';
import { NotForPublication, Origin } from './paper-page.tsx';

interface BoardPaperPageProps {
  readonly copy: RoadmapCopy;
  /** Roles whose organisations are asked to sign. */
  readonly mustSign: readonly MembershipRole[];
  /** On which it is read. */
  readonly day: string;
}

/** A version on the few pages that a board reads before it decides. */
export function BoardPaperPage({ copy, mustSign, day }: BoardPaperPageProps) {
  const { document, standing } = copy;
  const signers = signersOf(copy, mustSign);
  return (
    <div className="ldr-edition ldr-board-paper">
      <h1>
        <span className="nhsuk-caption-xl">Board paper, {formatDate(day)}</span> Digital roadmap of{' '}
        {document.footprint.name}
      </h1>
      <NotForPublication copy={copy} />
      <p>
        {document.round.label}, version {document.version}. {sentenceStart(standing)}. {signers.inShort}
      </p>
      <InShortSection document={document} />
      <BoardTables document={document} day={day} />
      <h2>Who has to sign, and has</h2>
      <SummaryList
        rows={signers.groups
          .filter(({ names }) => names.length > 0)
          .map(({ label, names }): SummaryRow => ({ key: label, value: listInWords(names.toSorted(compareNames)) }))}
      />
      <h2>Where this comes from</h2>
      <Origin copy={copy} />
    </div>
  );
}
