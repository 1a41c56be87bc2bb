import type { FlowTerms } from '../content/flows/flow.ts';

const way = (id: string, label: string, digital = false, structured = false) => {
  return { id, label, letter: label.charAt(0), digital, structured };
};

/** What flows are described with in tests: one way of each sort. */
export const flowTerms: FlowTerms = {
  ways: [
    way('message', 'Structured message', true, true),
    way('document', 'Document sent', true),
    way('paper', 'Paper'),
    way('none', 'Not sent'),
  ],
  kinds: [
    { id: 'referrals', label: 'Referrals', supports: ['A'] },
    { id: 'discharges', label: 'Discharge summaries', supports: ['I'] },
  ],
  standards: [
    { id: 'fhir', label: 'HL7 FHIR' },
    { id: 'itk', label: 'Interoperability Toolkit' },
  ],
  parties: [{ id: 'practices', label: 'General practices' }],
};
