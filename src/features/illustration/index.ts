export { checkIllustration } from './check-illustration.ts';
export { IllustrationError, readLocatedIllustration } from './read-illustration.ts';
export { seedDemonstration } from './seed-demonstration.ts';
