import { paths } from '../../../../paths.ts';
import { type ContentKind, savedByRow } from '../content-kind.ts';
import { checkRisks } from './check-risks.ts';
import { illustrateRisks } from './illustrate-risks.ts';
import { inOrderOfRating, type Risk, riskSaves, riskWording } from './risk.ts';
import { riskRoutes } from './risk-routes.ts';
import { arrangeRisks, risksAskedAs, risksSection, risksStandIn } from './risks-section.ts';
import { risksTables } from './risks-tables.ts';
import { risksTask } from './risks-task.ts';
import { BoardRisks } from './views/board-risks.tsx';
import { DocumentRisks } from './views/document-risks.tsx';

const pageOfRisk = (slug: string, id: string) => paths.roadmapContent(slug, 'risks', id);

/** What could go wrong, how grave it is, and what is done about it. */
export const risksKind: ContentKind<Risk, readonly Risk[]> = {
  ...riskSaves,
  ...savedByRow(({ id }: Risk) => id),
  gather: inOrderOfRating,
  arrange: arrangeRisks,
  titleOf: (id, risk) => risk?.title ?? id,
  wordingOf: riskWording,
  check: checkRisks,
  findingPages: { 'risk-without-mitigation': pageOfRisk, 'risk-without-owner': pageOfRisk },
  section: risksSection,
  table: { askedAs: risksAskedAs, standsIn: risksStandIn, task: risksTask, Reading: DocumentRisks },
  files: risksTables,
  board: BoardRisks,
  OfMember: null,
  illustrate: illustrateRisks,
  routes: riskRoutes,
};
