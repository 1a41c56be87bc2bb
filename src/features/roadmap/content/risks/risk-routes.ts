import { rowRoutes } from '../row-routes.tsx';
import { parseRiskForm } from './parse-risk-form.ts';
import { riskSaves, risksTitle, riskWording, typedRisk } from './risk.ts';
import { RiskPage } from './views/risk-page.tsx';
import { RisksPage } from './views/risks-page.tsx';

/** The risk register. */
export const riskRoutes = rowRoutes({
  kind: riskSaves,
  address: 'risks',
  words: { title: risksTitle, list: 'the risk register', crumb: risksTitle, row: 'risk' },
  parse: parseRiskForm,
  rowOf: (id, { revision: _, ...fields }) => ({ id, ...fields }),
  typedOf: typedRisk,
  wordingOf: riskWording,
  List: RisksPage,
  Form: RiskPage,
});
