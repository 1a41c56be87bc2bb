export const deploymentStatuses = ['planned', 'under-way', 'live', 'stopped'] as const;

export type DeploymentStatus = (typeof deploymentStatuses)[number];

export const statusLabels: Readonly<Record<DeploymentStatus, string>> = {
  planned: 'Planned',
  'under-way': 'Under way',
  live: 'Live',
  stopped: 'Stopped',
};
