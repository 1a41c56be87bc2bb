import { countOf, formatNumber } from '../../../views/format.ts';
import { countedMoney, type MoneyTotals, moneyTotals, poundsInWords } from '../content/deployments/money.ts';
import { scheduleOf } from '../content/deployments/schedule.ts';
import { sharesOn } from '../content/flows/flow-shares.ts';
import { flowsReader } from '../content/flows/flows-section.ts';
import { targetOf, trajectoryReader } from '../content/trajectory/trajectory.ts';
import { type RoadmapDocument, sectionsOfKind } from '../documents/frozen-document.ts';

/** What changed between two documents of a footprint in figures, a sentence each; of what only one copy has, nothing is said. */
export function figuresChanged(before: RoadmapDocument, after: RoadmapDocument): string[] {
  return [...scheduleChanged(before, after), ...targetsChanged(before, after), ...flowsChanged(before, after)];
}

function scheduleChanged(before: RoadmapDocument, after: RoadmapDocument): string[] {
  const earlier = scheduleOf(before);
  const later = scheduleOf(after);
  if (earlier === null || later === null) {
    return [];
  }
  const was = moneyTotals(countedMoney(earlier).lines);
  const is = moneyTotals(countedMoney(later).lines);
  const money = (key: keyof MoneyTotals, sentence: (pounds: string) => string) =>
    was[key] === is[key] ? [] : [`${sentence(poundsInWords(is[key]))}, not ${poundsInWords(was[key])} as before.`];
  const live = (rows: typeof later) => rows.filter(({ status }) => status === 'live').length;
  return [
    ...(later.length === earlier.length
      ? []
      : [
          `${countOf(later.length, 'deployment')} ${later.length === 1 ? 'is' : 'are'} in the schedule, not ${earlier.length}.`,
        ]),
    ...(live(later) === live(earlier)
      ? []
      : [`${live(later)} of the deployments ${live(later) === 1 ? 'is' : 'are'} live, not ${live(earlier)}.`]),
    ...money('pounds', (pounds) => `The schedule costs ${pounds}`),
    ...money('secured', (pounds) => `${pounds} is secured`),
    ...money('bid', (pounds) => `${pounds} is bid for`),
    ...money('gap', (pounds) => `${pounds} has no funding yet`),
  ];
}

function targetsChanged(before: RoadmapDocument, after: RoadmapDocument): string[] {
  const [earlier] = sectionsOfKind(before, trajectoryReader);
  const [later] = sectionsOfKind(after, trajectoryReader);
  const pairs = (later?.content?.rows ?? []).flatMap((row) => {
    const was = earlier?.content?.rows.find(({ groupId }) => groupId === row.groupId);
    return row.targets.map(({ yearId, target }) => ({ was: targetOf(was, yearId), is: target }));
  });
  const known = pairs.flatMap(({ was, is }) => (was === null || is === null ? [] : [is - was]));
  return [
    ...counted(known.filter((rise) => rise > 0).length, 'target', 'higher'),
    ...counted(known.filter((rise) => rise < 0).length, 'target', 'lower'),
  ];
}

function counted(count: number, noun: string, how: string): string[] {
  return count === 0 ? [] : [`${countOf(count, noun)} ${count === 1 ? 'is' : 'are'} ${how} than before.`];
}

function flowsChanged(before: RoadmapDocument, after: RoadmapDocument): string[] {
  const [was, is] = [before, after].map((document) => {
    const content = sectionsOfKind(document, flowsReader)[0]?.content;
    return content == null ? null : sharesOn(content.flows, content.ways, null);
  });
  if (was == null || is == null || (was.digital === is.digital && was.known === is.known)) {
    return [];
  }
  const share = ({ digital, known }: typeof is) => `${formatNumber(digital)} of ${formatNumber(known)}`;
  return [`${share(is)} information flows are digital, not ${share(was)}.`];
}
