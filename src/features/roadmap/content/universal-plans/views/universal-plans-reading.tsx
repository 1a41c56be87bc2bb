import { SummaryList, type SummaryRow } from '../../../../../views/summary-list.tsx';
import { PlainText } from '../../../../../views/text/plain-text.tsx';
import type { DocumentTerms } from '../../../documents/frozen-document.ts';
import { solutionLabels, type UniversalPlan } from '../universal-plan.ts';

interface UniversalPlansProps {
  readonly plans: readonly UniversalPlan[];
  readonly terms: DocumentTerms;
}

/** The delivery plans of a document, one after the other. */
export function UniversalPlans({ plans, terms }: UniversalPlansProps) {
  return plans.map((plan) => {
    const title = terms.universalCapabilities.find(({ id }) => id === plan.capabilityId)?.label ?? '';
    return (
      <section key={plan.capabilityId} className="ldr-plan">
        <h4>
          {plan.capabilityId}. {title}
        </h4>
        <SummaryList rows={rowsOf(plan, terms)} />
      </section>
    );
  });
}

function rowsOf(plan: UniversalPlan, terms: DocumentTerms): SummaryRow[] {
  const row = (key: string, text: string): SummaryRow => ({ key, value: <PlainText text={text} empty="Not stated" /> });
  const labelOf = (items: DocumentTerms['planQuarters'], id: string) =>
    items.find((item) => item.id === id)?.label ?? id;
  const service = plan.solution === null ? '' : solutionLabels[plan.solution];
  const activities = plan.activities.filter(({ text }) => text !== '');
  return [
    row('Baseline', plan.baseline),
    ...plan.ambitions.map(({ yearId, text }) => row(`Ambition: ${labelOf(terms.ambitionYears, yearId)}`, text)),
    row('Service', service),
    // Kept when another service is chosen in the end, and so part of what is signed.
    ...(plan.localSolution === '' ? [] : [row('Local solution', plan.localSolution)]),
    {
      key: 'Activities',
      value: activities.length === 0 ? row('', '').value : <Activities activities={activities} terms={terms} />,
    },
    row('Evidence of progress', plan.evidence),
  ];
}

function Activities({ activities, terms }: { activities: UniversalPlan['activities']; terms: DocumentTerms }) {
  return (
    <dl className="ldr-activities">
      {activities.map(({ quarterId, text }) => (
        <div key={quarterId}>
          <dt>{terms.planQuarters.find(({ id }) => id === quarterId)?.label ?? quarterId}</dt>
          <dd className="ldr-plain-text">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
