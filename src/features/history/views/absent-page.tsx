import type { ReactNode } from 'react';
import { formatDate } from '../../../views/format.ts';
import { SummaryList } from '../../../views/summary-list.tsx';
import { AsAtLine, DataSources, type Day, onDay, type Source } from '../../directory/index.ts';
import type { Lineage, Step } from '../lineage/lineage.ts';
import type { Existence } from '../timeline/existence.ts';
import { lineageRows } from './lineage-rows.tsx';
import { PartyLinks, successorHref } from './party-links.tsx';

export interface AbsentPageProps {
  readonly day: Day;
  /** What it is, e.g. `GP practice`. */
  readonly caption: string;
  readonly name: string;
  /** Its own address, without a day. */
  readonly path: string;
  readonly existence: Existence;
  readonly lineage: Lineage;
  readonly history: ReactNode;
  readonly sources: readonly Source[];
  /** What is there to read all the same: a roadmap, a result. */
  readonly children?: ReactNode;
}

/** Something that did not exist on the day, but on another: when it did, and what came after it. */
export function AbsentPage(props: AbsentPageProps) {
  const { day, name, path, existence, lineage } = props;
  const rows = lineageRows(lineage, day);
  const { until, since } = existence.kind === 'there' ? { until: null, since: null } : existence;
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">{props.caption}</span>
        {name}
      </h1>
      <p className="nhsuk-lede-text">
        {day.isToCome
          ? `By what is known today, ${name} does not exist on ${formatDate(day.asAt)}.`
          : `${name} did not exist on ${formatDate(day.asAt)}.`}
      </p>
      {until !== null && (
        <p>
          It lasted until {formatDate(until)}
          <Then steps={lineage.successors} day={day} />. <a href={onDay(path, until)}>See it on that day</a>
        </p>
      )}
      {since !== null && (
        <p>
          It is recorded from {formatDate(since)}. <a href={onDay(path, since)}>See it on that day</a>
        </p>
      )}
      {rows.length > 0 && <SummaryList rows={rows} />}
      {props.children}
      {props.history}
      <AsAtLine day={day} path={path} />
      <DataSources sources={props.sources} />
    </>
  );
}

/** What came after the whole of it; where only a part went elsewhere the end has another reason. */
function Then({ steps, day }: { steps: readonly Step[]; day: Day }) {
  const whole = steps.filter(({ isPart }) => !isPart);
  const [first] = whole;
  if (first === undefined) {
    return null;
  }
  const words = first.kind === 'merge' ? ', then part of ' : ', then ';
  return (
    <>
      {words}
      <PartyLinks parties={whole.map(({ party }) => party)} hrefOf={(party) => successorHref(party, first.on, day)} />
    </>
  );
}
