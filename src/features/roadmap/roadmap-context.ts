import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';

/** What a use case of this feature needs of the service. */
export type RoadmapContext = Pick<AppContext, 'database' | 'pack' | 'newId' | 'config'>;

/** Adds pages of this feature to the service. */
export type AddRoutes = (app: FastifyInstance, context: AppContext) => void;
