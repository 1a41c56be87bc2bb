import type { Position } from 'geojson';
import { z } from 'zod';
import { storedJson } from '../../../platform/stored-json.ts';
import type { AreaTopology } from './simplify-boundaries.ts';

/** Borders are many and were made here; it is looked at whether there are lists of them, and not at every position. */
const arc = z.custom<Position[]>(Array.isArray, 'is no list of positions');

const topology = z
  .looseObject({
    type: z.literal('Topology'),
    arcs: z.array(arc),
    objects: z.looseObject({
      areas: z.looseObject({ type: z.literal('GeometryCollection'), geometries: z.array(z.looseObject({})) }),
    }),
  })
  .transform((value) => value as unknown as AreaTopology);

export const storedTopology = storedJson<AreaTopology>('boundary_set.topology', topology);
