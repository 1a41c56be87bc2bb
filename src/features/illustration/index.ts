export type { IllustratedProvider } from './draft-answers.ts';
export { illustrativeAnswers } from './illustrative-answers.ts';
export type { NationalProfile } from './national-profile.ts';
export type { DemonstrationPersona } from './personas.ts';
export { seedDemonstration } from './seed-demonstration.ts';
export type { SeededRandom } from './seeded-random.ts';
