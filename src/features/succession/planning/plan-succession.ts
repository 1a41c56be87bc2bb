import { finding } from '../../../platform/check-result.ts';
import { type Change, changesOf } from '../change.ts';
import type { ProposedEvent } from '../proposed-event.ts';
import type { AffectedRecords, Consequence, Plan, PlannedEvent } from './plan.ts';
import { planBoundaryChange } from './plan-boundary-change.ts';
import { commonBlockers, commonWarnings, totalsBlockers } from './plan-checks.ts';
import type { PlanDraft } from './plan-draft.ts';
import { planOrganisationMerge } from './plan-organisation-merge.ts';
import { planRename } from './plan-rename.ts';
import { planReshaping } from './plan-reshaping.ts';
import { areaNames, membershipsAfter, organisationsAfter, sideTotals } from './plan-totals.ts';
import { planUndo } from './plan-undo.ts';
import { type RuleId, successionRules } from './rules.ts';
import type { Situation } from './situation.ts';

/**
 * Everything that an event would do, given the facts of its day, and what stands in its way. The same facts give the same plan,
 * so that the digest of a plan stands for it: a second person confirms what the first one read, or nothing happens.
 */
export function planSuccession(event: ProposedEvent, situation: Situation): PlannedEvent {
  const draft = draftOf(event, situation);
  const names = areaNames(situation, draft.changes);
  const held = situation.footprints.flatMap(({ memberships }) => memberships);
  const there = situation.organisations.filter(({ isThere }) => isThere);
  const plan: Plan = {
    event,
    subject: draft.subject,
    kind: draft.kind,
    title: draft.title,
    links: draft.links,
    changes: draft.changes,
    consequences: everyRule(draft.consequences),
    before: sideTotals(names.before, held, there),
    after: sideTotals(
      names.after,
      membershipsAfter(held, draft.changes),
      organisationsAfter(situation.organisations, draft.changes, draft.links),
    ),
    standing: standingOf(situation, draft.changes),
    touches: touchedBy(draft.changes),
  };
  const blockers = [...commonBlockers(event, situation, draft), ...draft.blockers];
  // Totals mean something once everything named is there.
  const all = blockers.length > 0 ? blockers : [...totalsBlockers(plan), ...emptyBlockers(plan)];
  return { plan, check: { blockers: all, warnings: [...draft.warnings, ...commonWarnings(event, situation)] } };
}

function draftOf(event: ProposedEvent, situation: Situation): PlanDraft {
  switch (event.kind) {
    case 'merge':
    case 'split':
    case 'closure':
      return planReshaping(event, situation);
    case 'boundary-change':
      return planBoundaryChange(event, situation);
    case 'rename':
      return planRename(event, situation);
    case 'organisation-merge':
      return planOrganisationMerge(event, situation);
    case 'undo':
      return planUndo(event, situation);
  }
}

/** A new name alone bears on no roadmap. */
function standingOf({ footprints, organisations }: Situation, changes: readonly Change[]): AffectedRecords {
  const isNameOnly = changes.every(({ kind }) => kind === 'rename-area');
  const ending = new Set(changesOf(changes, 'end-organisation').map(({ organisationId }) => organisationId));
  return {
    roadmaps: isNameOnly
      ? []
      : footprints.map(({ areaId, version, endorsements, published }) => ({
          areaId,
          version,
          endorsements,
          published,
        })),
    organisations: organisations
      .filter(({ organisationId }) => ending.has(organisationId))
      .map(({ organisationId, assessments, exemplars }) => ({ organisationId, assessments, exemplars })),
  };
}

function emptyBlockers({ changes }: Plan) {
  return changes.length === 0 ? [finding('nothing-changes', null, 'Nothing would change')] : [];
}

const quiet: Readonly<Record<RuleId, string>> = {
  memberships: 'No membership changes.',
  links: 'As the rule says.',
  figures: 'The totals before and after agree; they are set out below.',
  assessments: 'Every answer stays with the organisation that gave it.',
  roadmaps: 'There is no roadmap in hand.',
  publications: 'Nothing was published.',
  endorsements: 'No endorsement lapses.',
  roles: 'Nobody’s role changes.',
  exemplars: 'Every designation stays with its organisation.',
  forms: 'No form is in hand.',
};

/** In the order of the rules, each with what it does here, or that it does nothing. */
function everyRule(consequences: readonly Consequence[]): Consequence[] {
  return successionRules.flatMap(({ id }) => {
    const ofRule = consequences.filter(({ rule }) => rule === id);
    return ofRule.length === 0 ? [{ rule: id, text: quiet[id] }] : ofRule;
  });
}

function touchedBy(changes: readonly Change[]): string[] {
  const ids = changes.flatMap((change) => {
    switch (change.kind) {
      case 'begin-area':
      case 'end-area':
      case 'resume-area':
      case 'begin-membership':
      case 'end-membership':
        return change.areaId;
      case 'rename-area':
        return change.after.areaId;
      case 'begin-organisation':
      case 'end-organisation':
      case 'resume-organisation':
        return change.organisationId;
      default:
        return [];
    }
  });
  return [...new Set(ids)].toSorted();
}
