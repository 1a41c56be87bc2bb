import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { formatDate } from '../../../views/format.ts';
import { getRound, type ProgrammePack } from '../../programme/index.ts';
import { isLeftBehind } from '../versions/left-behind.ts';
import type { VersionRecord } from '../versions/version-record-repository.ts';
import { VersionTag } from './version-tag.tsx';

interface VersionHistoryProps {
  readonly slug: string;
  readonly pack: ProgrammePack;
  readonly versions: readonly VersionRecord[];
}

/** Every version with what happened to it and when: kept by the service, never typed. */
export function VersionHistory({ slug, pack, versions }: VersionHistoryProps) {
  const hasSeveral = new Set(versions.map(({ roadmapId }) => roadmapId)).size > 1;
  const numberOf = (versionId: string | null) => versions.find((one) => one.versionId === versionId)?.number;
  return (
    <DataTable
      caption="Version history"
      captionIsHidden
      rows={versions}
      rowKey={({ versionId }) => versionId}
      columns={[
        {
          heading: 'Version',
          isRowHeading: true,
          cell: ({ number }) => <a href={paths.readVersion(slug, number)}>Version {number}</a>,
        },
        {
          heading: 'State',
          cell: (version) => <VersionTag state={version.state} isLeftBehind={isLeftBehind(version, versions)} />,
        },
        {
          heading: 'Changes',
          cell: ({ basedOn, summaryOfChanges, isFirst, roundId }) =>
            basedOn === null
              ? `First version${isFirst && hasSeveral ? `: ${getRound(pack, roundId).label}` : ''}`
              : `After version ${numberOf(basedOn)}: ${summaryOfChanges}`,
        },
        {
          heading: 'What happened',
          cell: (version) => <Events events={eventsOf(version)} />,
        },
      ]}
    />
  );
}

interface VersionEvent {
  readonly at: Date;
  readonly text: string;
}

function Events({ events }: { events: readonly VersionEvent[] }): ReactNode {
  return (
    <ul className="nhsuk-list ldr-events">
      {events.map(({ at, text }) => (
        <li key={`${at.getTime()} ${text}`}>
          {formatDate(at)}: {text}
        </li>
      ))}
    </ul>
  );
}

function eventsOf(version: VersionRecord): VersionEvent[] {
  const event = (at: Date | null, did: string, by: string | null = null): VersionEvent[] =>
    at === null ? [] : [{ at, text: by === null ? did : `${did} by ${by}` }];
  return [
    ...event(version.createdAt, 'begun', version.createdBy),
    ...version.takenBack.flatMap(({ frozenAt, withdrawnAt, withdrawnBy, reason }) => [
      ...event(frozenAt, 'frozen'),
      ...event(withdrawnAt, `returned to draft (${reason})`, withdrawnBy),
    ]),
    ...event(version.frozenAt, 'frozen', version.frozenBy),
    ...event(version.submittedAt, 'submitted', version.submittedBy),
    ...event(version.publishedAt, 'published'),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
