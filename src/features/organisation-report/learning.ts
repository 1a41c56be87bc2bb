import { compareText } from '../../platform/compare.ts';
import type { CapabilityGroup, Instrument, UniversalCapability } from '../programme/index.ts';

/** Whose the report is, as far as it decides who is like it. */
export interface Learner {
  readonly organisationId: string;
  readonly typeId: string;
  /** Whose plans are its own. */
  readonly footprintIds: readonly string[];
}

/** Somebody who was named as good practice in a capability group. */
export interface Example {
  readonly exemplarId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly organisationTypeId: string;
  readonly groupId: string;
  readonly title: string;
  readonly designatedAt: Date;
}

/** A published roadmap, with the universal capabilities that it has a plan for. */
export interface PlanOfOthers {
  readonly footprintId: string;
  readonly footprintName: string;
  readonly footprintSlug: string;
  readonly publishedAt: Date;
  readonly capabilityIds: readonly string[];
}

/** From whom a section can be learned. */
export interface Learning {
  readonly groups: readonly CapabilityGroup[];
  /** A few, with how many more there are. */
  readonly examples: readonly Example[];
  readonly moreExamples: number;
  readonly capabilities: readonly {
    readonly capability: UniversalCapability;
    readonly plans: readonly PlanOfOthers[];
    readonly morePlans: number;
  }[];
}

interface PackData {
  readonly capabilityGroups: readonly CapabilityGroup[];
  readonly universalCapabilities: readonly UniversalCapability[];
}

interface OfOthers {
  readonly examples: readonly Example[];
  readonly plans: readonly PlanOfOthers[];
}

/** As many as a reader looks at. */
const A_FEW = 3;

/**
 * Who answers a section: exemplars and plans of the capability groups whose baseline it is, or its theme. Exemplars of the same type of
 * organisation come first, then the newest. Nobody is shown themselves, nor the plans of their own footprints.
 */
export function learningOf(
  sectionId: string,
  { themes }: Pick<Instrument, 'themes'>,
  { capabilityGroups, universalCapabilities }: PackData,
  others: OfOthers,
  learner: Learner,
): Learning {
  const theme = themes.find(({ sections }) => sections.some(({ id }) => id === sectionId));
  const groups = capabilityGroups.filter(({ section }) => section === sectionId || section === theme?.id);
  const isOfThese = (id: string) => groups.some((group) => group.id === id);
  const isUnlike = ({ organisationTypeId }: Example) => Number(organisationTypeId !== learner.typeId);
  const examples = others.examples
    .filter(({ groupId, organisationId }) => isOfThese(groupId) && organisationId !== learner.organisationId)
    .toSorted(
      (one, other) =>
        isUnlike(one) - isUnlike(other) ||
        newestFirst(one.designatedAt, other.designatedAt) ||
        compareText(one.exemplarId, other.exemplarId),
    );
  const plans = others.plans
    .filter(({ footprintId }) => !learner.footprintIds.includes(footprintId))
    .toSorted(
      (one, other) =>
        newestFirst(one.publishedAt, other.publishedAt) || compareText(one.footprintSlug, other.footprintSlug),
    );
  return {
    groups,
    examples: examples.slice(0, A_FEW),
    moreExamples: Math.max(0, examples.length - A_FEW),
    capabilities: universalCapabilities
      .filter(({ group }) => isOfThese(group))
      .map((capability) => {
        const answering = plans.filter(({ capabilityIds }) => capabilityIds.includes(capability.id));
        const morePlans = Math.max(0, answering.length - A_FEW);
        return { capability, plans: answering.slice(0, A_FEW), morePlans };
      }),
  };
}

function newestFirst(one: Date, other: Date): number {
  return other.getTime() - one.getTime();
}
