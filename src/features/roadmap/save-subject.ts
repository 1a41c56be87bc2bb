/** What a save is of, as the history names it. */
export const partSubject = (partId: string) => `part:${partId}`;
export const trajectorySubject = 'trajectory';
export const planSubject = (capabilityId: string) => `universal-plan:${capabilityId}`;
export const deploymentSubject = (deploymentId: string) => `deployment:${deploymentId}`;
