/** Where a statement of fact comes from: read in a source, general knowledge of the programme, or our own reconstruction. */
export type Standing = 'official' | 'stated' | 'inferred';
