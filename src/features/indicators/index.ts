export type { FigureView } from './figure-views.ts';
export { observedQuestions } from './held-against.ts';
export { type FiguresOutcome, importFigures } from './import-figures.ts';
export { loadShippedFigures } from './load-shipped-figures.ts';
export { parseFigures } from './parse-figures.ts';
export { readFigures, readFiguresOnQuestions } from './read-figures.ts';
export { FiguresSection } from './views/figures-section.tsx';
