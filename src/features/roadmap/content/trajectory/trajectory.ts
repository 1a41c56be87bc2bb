import { z } from 'zod';
import type { TypedForm } from '../../../../platform/forms/typed-form.ts';
import type { ProgrammePack } from '../../../programme/index.ts';
import type { Wording } from '../../drafts/wording.ts';
import type { SavedKind } from '../saved-kind.ts';
import { count, list, score, text } from '../shapes.ts';

export type TrajectoryTarget = z.infer<typeof trajectoryTarget>;
export type TrajectoryRow = z.infer<typeof trajectoryRow>;
export type DocumentTrajectoryRow = z.infer<typeof documentRow>;

const trajectoryTarget = z.strictObject({
  yearId: text,
  /** Null while none is stated. */
  target: score.nullable(),
  /** Why the target is lower than the one before it; empty when it is not. */
  fallReason: text,
});

const trajectoryRow = z.strictObject({ groupId: text, targets: list(trajectoryTarget), rationale: text });

const documentBaseline = z.strictObject({
  mean: score.nullable(),
  n: count,
  included: list(text),
  missing: list(text),
});

const documentRow = trajectoryRow.extend({ baseline: documentBaseline });

export const trajectoryReader = { kind: 'trajectory', shape: z.strictObject({ rows: list(documentRow) }) };

/** The whole table is one save. */
export const trajectorySaves: SavedKind<readonly TrajectoryRow[]> = {
  subject: 'trajectory',
  stored: { version: 1, schema: list(trajectoryRow) },
};

export const targetField = (groupId: string, yearId: string) => `target-${groupId}-${yearId}`;
export const reasonField = (groupId: string, yearId: string) => `reason-${groupId}-${yearId}`;
export const rationaleField = (groupId: string) => `rationale-${groupId}`;

/** Where the row of a group stands on the page. */
export const groupAnchor = (groupId: string) => `group-${groupId}`;

/** What is stored, as it would have been typed. */
export function typedTrajectory(rows: readonly TrajectoryRow[]): TypedForm {
  const fields = rows.flatMap(({ groupId, targets, rationale }) => [
    ...targets.flatMap(({ yearId, target, fallReason }) => [
      [targetField(groupId, yearId), target === null ? '' : `${target}`],
      [reasonField(groupId, yearId), fallReason],
    ]),
    [rationaleField(groupId), rationale],
  ]);
  return Object.fromEntries(fields);
}

type TrajectoryTerms = Pick<ProgrammePack, 'capabilityGroups' | 'roadmapTemplate'>;

export function trajectoryWording(rows: readonly TrajectoryRow[], pack: TrajectoryTerms): Wording[] {
  return pack.capabilityGroups.flatMap((group) => {
    const row = rows.find(({ groupId }) => groupId === group.id);
    const targets = pack.roadmapTemplate.targetYears.flatMap((year): Wording[] => {
      const stated = row?.targets.find(({ yearId }) => yearId === year.id);
      return [
        { label: `${group.label}, ${year.label}`, text: stated?.target == null ? '' : `${stated.target}` },
        { label: `${group.label}, ${year.label}: reason for a fall`, text: stated?.fallReason ?? '' },
      ];
    });
    return [...targets, { label: `${group.label}: why these targets`, text: row?.rationale ?? '' }];
  });
}

/** A target of a row, null where none is stated. */
export function targetOf(row: TrajectoryRow | undefined, yearId: string): number | null {
  return row?.targets.find((target) => target.yearId === yearId)?.target ?? null;
}
