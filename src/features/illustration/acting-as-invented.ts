import type { Acting } from '../identity/index.ts';

/** An invented person who takes a step, on the day on which it is said to have been taken. */
export type ActAs<Step extends string> = (step: Step, onBehalfOf: string) => Acting;

/** `dates`: of each step, as ISO dates. */
export function actingAsInvented<Step extends string>(dates: Readonly<Record<Step, string>>): ActAs<Step> {
  return (step, onBehalfOf) => ({
    personId: null,
    name: 'An invented person',
    role: 'Invented office',
    onBehalfOf,
    at: new Date(`${dates[step]}T10:00:00Z`),
  });
}
