/** What the addresses of a walk are about. */
export interface Place {
  /** Of a footprint. */
  readonly slug: string;
  /** ODS code of a provider in it. */
  readonly code: string;
  readonly exemplarId: string;
  readonly deploymentId: string;
  readonly riskId: string;
}

/** By route. Whoever adds a route adds it to the list of those it is for, with an address that leads to it. */
export type Addresses = Readonly<Record<string, (place: Place) => string>>;

export const round = 'dmsa-2017';
export const unknownId = '00000000-0000-4000-8000-000000000000';
