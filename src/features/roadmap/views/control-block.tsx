import { formatTime, listInWords } from '../../../views/format.ts';
import { SummaryList, type SummaryRow } from '../../../views/summary-list.tsx';
import { DigestText } from '../../../views/text/digest-text.tsx';
import type { ControlBlock } from '../roadmap.ts';
import { VersionTag } from './version-tag.tsx';

interface ControlBlockListProps {
  readonly control: ControlBlock;
  /** True for a draft that nobody can write in any more. */
  readonly isLeftBehind?: boolean;
}

/** What the service keeps about a version. Nobody types any of it but the summary of changes. */
export function ControlBlockList({ control, isLeftBehind = false }: ControlBlockListProps) {
  const when = (key: string, at: Date | null): SummaryRow[] => (at === null ? [] : [{ key, value: formatTime(at) }]);
  const rows: SummaryRow[] = [
    { key: 'Version', value: control.number },
    { key: 'State', value: <VersionTag state={control.state} isLeftBehind={isLeftBehind} /> },
    ...(control.summaryOfChanges === '' ? [] : [{ key: 'Summary of changes', value: control.summaryOfChanges }]),
    ...(control.authors.length === 0 ? [] : [{ key: 'Written by', value: listInWords(control.authors) }]),
    ...when('Begun', control.createdAt),
    ...when('Frozen', control.frozenAt),
    ...when('Submitted', control.submittedAt),
    ...when('Published', control.publishedAt),
    ...(control.digest === null ? [] : [{ key: 'Digest', value: <DigestText digest={control.digest} /> }]),
  ];
  return <SummaryList rows={rows} />;
}
