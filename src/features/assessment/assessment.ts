/** In the order an assessment normally passes through them. */
export const allAssessmentStates = ['not-started', 'in-progress', 'awaiting-authorisation', 'submitted'] as const;

export type AssessmentState = (typeof allAssessmentStates)[number];
