import type { RoadmapPart } from '../../../programme/index.ts';
import type { RoadmapPack } from '../../roadmap.ts';
import { type FreezeFacts, type SectionKind, visibilityOfTable } from '../content-kind.ts';
import { plansTitle, type UniversalPlan, universalPlansReader } from './universal-plan.ts';

export const plansStandIn = ({ kind }: RoadmapPart) => kind === 'universal';

export const plansSection = {
  ...universalPlansReader,
  plan: (pack: RoadmapPack) => [
    { id: 'universal-plans', title: plansTitle, visibility: visibilityOfTable(pack, plansStandIn, 'public') },
  ],
  hold: (plans: readonly UniversalPlan[], _facts: FreezeFacts) => [{ id: 'universal-plans', content: { plans } }],
} satisfies SectionKind<readonly UniversalPlan[]>;
