import { formatDate, formatTrajectoryScore } from '../../../../views/format.ts';
import type { ProgrammePack, ScoreScale } from '../../../programme/index.ts';
import { memberName, publicCopy, type RoadmapDocument, sectionsOfKind } from '../../documents/frozen-document.ts';
import type { RoadmapMember } from '../../roadmap.ts';
import type { GroupBaseline } from '../group-baseline.ts';
import { type TrajectoryRow, type TrajectoryTarget, trajectoryReader } from './trajectory.ts';
import { scaleOfSource } from './trajectory-scale.ts';

/** A trajectory as it is shown, whether it is being written or frozen: with names for every id. */
export interface TrajectoryView {
  readonly years: readonly { readonly id: string; readonly label: string }[];
  readonly rows: readonly TrajectoryViewRow[];
  /** What the baseline was measured with, in a sentence. */
  readonly source: string;
  /** Of which day the baseline is, or why there is none, in a sentence; empty where nothing is to be said of it. */
  readonly asAt: string;
  readonly scale: ScoreScale;
}

export interface TrajectoryViewRow {
  readonly groupId: string;
  readonly label: string;
  readonly baseline: BaselineView;
  /** One for each year, in order. */
  readonly targets: readonly TrajectoryTarget[];
  readonly rationale: string;
}

export interface BaselineView {
  readonly mean: number | null;
  readonly n: number;
  /** Names of the organisations in the mean, and of those that ought to be and have no score. */
  readonly included: readonly string[];
  readonly missing: readonly string[];
  /** True where it has no figure because the results of its round were not public yet. */
  readonly isHeldBack: boolean;
}

const noBaseline: BaselineView = { mean: null, n: 0, included: [], missing: [], isHeldBack: false };

export interface LiveTrajectory {
  readonly pack: Pick<ProgrammePack, 'capabilityGroups' | 'roadmapTemplate'>;
  readonly trajectory: readonly TrajectoryRow[];
  readonly baselines: readonly GroupBaseline[];
  readonly members: readonly Pick<RoadmapMember, 'organisationId' | 'name'>[];
  readonly source: RoadmapDocument['baselineSource'];
  /** When the latest of the counted assessments was submitted. */
  readonly latestAt: Date | null;
}

/** The trajectory of a version that is being written. */
export function liveTrajectory(live: LiveTrajectory): TrajectoryView {
  const { pack, trajectory, baselines, members, source, latestAt } = live;
  const nameOf = (id: string) => members.find(({ organisationId }) => organisationId === id)?.name ?? id;
  const asAt = latestAt === null ? '' : `The latest assessment in it was submitted on ${formatDate(latestAt)}.`;
  const years = pack.roadmapTemplate.targetYears.map(({ id, label }) => ({ id, label }));
  const rows = pack.capabilityGroups.map(({ id, label }): TrajectoryViewRow => {
    const row = trajectory.find(({ groupId }) => groupId === id);
    const baseline = baselines.find(({ groupId }) => groupId === id);
    const targets = years.map((year) => targetOf(row, year.id));
    return {
      groupId: id,
      label,
      baseline: baseline === undefined ? noBaseline : named(baseline, nameOf, false),
      targets,
      rationale: row?.rationale ?? '',
    };
  });
  return { years, rows, source: sourceInWords(source), asAt, scale: scaleOfSource(source) };
}

/** The trajectory of a frozen version; null where it is not in this copy of the document. */
export function documentTrajectory(document: RoadmapDocument): TrajectoryView | null {
  const [section] = sectionsOfKind(document, trajectoryReader);
  if (section === undefined || section.content === null) {
    return null;
  }
  const nameOf = (code: string) => memberName(document, code);
  const { baselineSource } = document;
  const isHeldBack = baselineSource.heldBack !== undefined;
  const years = document.terms.targetYears;
  const rows = section.content.rows.map((row): TrajectoryViewRow => {
    const label = document.terms.capabilityGroups.find(({ id }) => id === row.groupId)?.label ?? row.groupId;
    const targets = years.map((year) => targetOf(row, year.id));
    return {
      groupId: row.groupId,
      label,
      baseline: named(row.baseline, nameOf, isHeldBack),
      targets,
      rationale: row.rationale,
    };
  });
  return {
    years,
    rows,
    source: sourceInWords(baselineSource),
    asAt: asAtInWords(document),
    scale: scaleOfSource(baselineSource),
  };
}

/** As anybody may see it: null too where the programme withholds the part that it is in. */
export function publishedTrajectory(document: RoadmapDocument): TrajectoryView | null {
  return documentTrajectory(publicCopy(document));
}

function targetOf(row: TrajectoryRow | undefined, yearId: string): TrajectoryTarget {
  return row?.targets.find((target) => target.yearId === yearId) ?? { yearId, target: null, fallReason: '' };
}

function named(
  { mean, n, included, missing }: Omit<BaselineView, 'isHeldBack'>,
  nameOf: (id: string) => string,
  isHeldBack: boolean,
): BaselineView {
  return { mean, n, included: included.map(nameOf), missing: missing.map(nameOf), isHeldBack };
}

function asAtInWords({ frozenAt, baselineSource: { heldBack } }: RoadmapDocument): string {
  const frozenOn = formatDate(new Date(frozenAt));
  if (heldBack === undefined) {
    return `The baseline is as it stood on ${frozenOn}.`;
  }
  const day = heldBack.until === null ? 'no day was set for them' : `their day was ${formatDate(heldBack.until)}`;
  return `No figure of it stands here, since the results of the round were not public on ${frozenOn}, when this was frozen; ${day}.`;
}

function sourceInWords({ round, instrument, method }: RoadmapDocument['baselineSource']): string {
  const asked = instrument.title === round.label ? '' : `${instrument.title}, `;
  return `${round.label} (${asked}version ${instrument.version}). ${method.label.replace(/\.$/, '')}.`;
}

/** A baseline as the trajectory prints it, and why there is none. */
export function printedBaseline({ mean, isHeldBack }: Pick<BaselineView, 'mean' | 'isHeldBack'>): string {
  if (mean !== null) {
    return formatTrajectoryScore(mean);
  }
  return isHeldBack ? 'Not public' : 'No score';
}

/** A target as the trajectory prints it, a dash where there is none. */
export function printedTarget(target: number | null): string {
  return target === null ? '–' : formatTrajectoryScore(target);
}
