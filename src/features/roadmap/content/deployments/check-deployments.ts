import { type CheckResult, type Finding, finding } from '../../../../platform/check-result.ts';
import { financialYearOf, firstDayOf, lastDayOf } from '../../../../platform/forms/typed-period.ts';
import { countOf, listInWords } from '../../../../views/format.ts';
import type { ContentCheckInput } from '../content-kind.ts';
import type { Deployment } from './deployment.ts';

/**
 * A deployment of an organisation that is no longer a member is a blocker. Warnings: what depends on itself over others, on something that is
 * live later, is stopped or is gone; money that is said to be there or asked for without its source; what is still to be done and says nothing of its
 * money, or leaves a year of its time without any. What is stopped is not asked about.
 */
export function checkDeployments(rows: readonly Deployment[], { members }: ContentCheckInput): CheckResult {
  const isMember = (id: string) => members.some(({ organisationId }) => organisationId === id);
  const strangers = rows.filter(({ organisationIds }) => !organisationIds.every(isMember));
  const blockers = strangers.map(({ id, title: name }) => {
    const message = `Choose the organisations of the deployment “${name}” again: one is no longer a member`;
    return finding('deployment-stranger', id, message);
  });
  const going = rows.filter(({ status }) => status !== 'stopped');
  return {
    blockers,
    warnings: [
      ...going.flatMap((row) => dependencies(row, rows)),
      ...going.flatMap(withoutSource),
      ...going.filter(({ status }) => status !== 'live').flatMap(withoutMoney),
    ],
  };
}

function dependencies(row: Deployment, rows: readonly Deployment[]): Finding[] {
  const needed = row.dependsOn.map((id) => rows.find((other) => other.id === id));
  const gone = needed.filter((other) => other === undefined).length;
  const known = needed.filter((other) => other !== undefined);
  const circle = isInCircle(row, rows) ? ['it depends on itself, over others'] : [];
  const stopped = known.filter(({ status }) => status === 'stopped').map(({ title }) => `“${title}” is stopped`);
  const later = known
    .filter((other) => other.status !== 'stopped' && isLater(other, row))
    .map(({ title }) => `“${title}” is to be live later`);
  const reasons = [
    ...circle,
    ...stopped,
    ...later,
    ...(gone === 0
      ? []
      : [`${countOf(gone, 'deployment')} it names ${gone === 1 ? 'is' : 'are'} not in the schedule any more`]),
  ];
  if (reasons.length === 0) {
    return [];
  }
  const message = `Look again at what “${row.title}” depends on: ${listInWords(reasons)}`;
  return [finding('deployment-dependency', row.id, message)];
}

function isLater(other: Deployment, row: Deployment): boolean {
  return other.goesLive !== null && row.goesLive !== null && lastDayOf(other.goesLive) > lastDayOf(row.goesLive);
}

/** Whether what a deployment depends on leads back to it. */
function isInCircle(row: Deployment, rows: readonly Deployment[]): boolean {
  const seen = new Set<string>();
  const open = [...row.dependsOn];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === row.id) {
      return true;
    }
    if (!seen.has(id)) {
      seen.add(id);
      open.push(...(rows.find((other) => other.id === id)?.dependsOn ?? []));
    }
  }
  return false;
}

function withoutSource({ id, title, money }: Deployment): Finding[] {
  const lines = money.filter(
    ({ pounds, state, source }) => pounds !== 0 && (state === 'secured' || state === 'bid') && source === '',
  );
  if (lines.length === 0) {
    return [];
  }
  const message = `Say where the money of “${title}” comes from: ${countOf(lines.length, 'line')} secured or bid for ${lines.length === 1 ? 'has' : 'have'} no source`;
  return [finding('deployment-money-without-source', id, message)];
}

function withoutMoney({ id, title, money, starts, goesLive }: Deployment): Finding[] {
  if (money.length === 0) {
    return [
      finding(
        'deployment-without-money',
        id,
        `Say what “${title}” costs, or that it costs nothing: no money is stated`,
      ),
    ];
  }
  const stated = new Set(money.map(({ year }) => year));
  const bare = yearsBetween(starts, goesLive).filter((year) => !stated.has(year));
  if (bare.length === 0 || stated.has(null)) {
    return [];
  }
  const message = `Say what “${title}” costs in ${listInWords(bare)}: it is under way then, and no money of that year is stated`;
  return [finding('deployment-year-without-money', id, message)];
}

/** The financial years from the start of a deployment until it is live; none where either is not stated. */
function yearsBetween(starts: string | null, goesLive: string | null): string[] {
  if (starts === null || goesLive === null) {
    return [];
  }
  const last = financialYearOf(goesLive);
  const first = Number(financialYearOf(firstDayOf(starts)).slice(0, 4));
  const count = Math.max(Number(last.slice(0, 4)) - first + 1, 0);
  return Array.from({ length: count }, (_, index) => financialYearOf(`${first + index}-04-01`));
}
