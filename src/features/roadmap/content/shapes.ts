import { z } from 'zod';

export { count, day, digest, instant, list, text } from '../../../platform/document-shapes.ts';

/** A score or target. */
export const score = z.number().min(0).max(100);
