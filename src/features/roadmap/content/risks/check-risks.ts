import { type CheckResult, type Finding, finding } from '../../../../platform/check-result.ts';
import { degreeLabels, type Risk, riskRatingOf } from './risk.ts';

/** Nothing about risks stops a version. Warnings: an open risk that nothing is done about unless it is low, or rated high without an owner. */
export function checkRisks(risks: readonly Risk[]): CheckResult {
  const open = risks.filter(({ state }) => state === 'open');
  return { blockers: [], warnings: [...open.flatMap(unmitigated), ...open.flatMap(unowned)] };
}

function unmitigated(risk: Risk): Finding[] {
  const rating = riskRatingOf(risk);
  if (rating === 'low' || risk.mitigation.trim() !== '') {
    return [];
  }
  const message = `Say what is done about the risk “${risk.title}”: it is rated ${degreeLabels[rating].toLowerCase()}, and nothing is stated`;
  return [finding('risk-without-mitigation', risk.id, message)];
}

function unowned(risk: Risk): Finding[] {
  if (riskRatingOf(risk) !== 'high' || risk.owner !== '') {
    return [];
  }
  return [finding('risk-without-owner', risk.id, `Name who answers for the risk “${risk.title}”: it is high`)];
}
