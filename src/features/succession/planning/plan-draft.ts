import type { Finding } from '../../../platform/check-result.ts';
import type { SuccessionKind, SuccessionSubject } from '../../register/index.ts';
import type { Change } from '../change.ts';
import type { Consequence, PlanLink } from './plan.ts';
import type { Situation, SituationFootprint, SituationOrganisation } from './situation.ts';

/** What one kind of event comes to, before totals are struck and what every event must keep to is checked. */
export interface PlanDraft {
  readonly subject: SuccessionSubject;
  readonly kind: SuccessionKind;
  readonly title: string;
  readonly links: readonly PlanLink[];
  readonly changes: readonly Change[];
  readonly consequences: readonly Consequence[];
  readonly blockers: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** A footprint or organisation that was named but is not there; the findings say so. */
export function findFootprintOf(situation: Situation, slug: string): SituationFootprint | null {
  return situation.footprints.find((footprint) => footprint.slug === slug) ?? null;
}

export function footprintsOf(situation: Situation, slugs: readonly string[]): SituationFootprint[] {
  return slugs.flatMap((slug) => findFootprintOf(situation, slug) ?? []);
}

export function organisationsOf(situation: Situation, codes: readonly string[]): SituationOrganisation[] {
  return codes.flatMap((code) => situation.organisations.find((one) => one.code === code) ?? []);
}

/** The names of organisations by id; the id itself for one that is not known. */
export function nameFinder(situation: Situation): (organisationId: string) => string {
  const names = new Map(situation.organisations.map(({ organisationId, name }) => [organisationId, name]));
  return (organisationId) => names.get(organisationId) ?? organisationId;
}

/** The members of a footprint, each once, as they are counted and named. */
export function memberIdsOf(footprint: SituationFootprint): string[] {
  return [...new Set(footprint.memberships.map(({ organisationId }) => organisationId))];
}
