import { z } from 'zod';
import { storedJson } from '../../../platform/stored-json.ts';
import type { OrganisationObservation } from '../../register/index.ts';

const text = z.string();
const textOrNull = text.nullable();
const standing = z.enum(['official', 'stated', 'inferred']);

const relation = z.strictObject({
  kind: z.enum(['commissioned-by', 'subdivision-of', 'located-in', 'operated-by', 'directed-by', 'partner-of']),
  relatedCode: text,
  from: textOrNull,
  to: textOrNull,
});

const observation: z.ZodType<OrganisationObservation> = z.strictObject({
  code: text,
  name: text,
  roleId: textOrNull,
  status: z.enum(['active', 'dormant', 'proposed']).nullable(),
  openedOn: textOrNull,
  closedOn: textOrNull,
  isClosedWithoutDay: z.boolean().exactOptional(),
  address: textOrNull,
  town: textOrNull,
  postcode: textOrNull,
  phone: textOrNull,
  regionCode: textOrNull,
  geographyCode: textOrNull,
  relations: z.array(relation),
  row: z.int().min(0),
  stated: z
    .strictObject({
      typeId: text,
      typeStanding: standing,
      standing,
      note: text,
      regionCodes: z.array(text).exactOptional(),
    })
    .exactOptional(),
});

/** What a file said of an organisation against what is known; null for a succession. */
export const storedObservation = storedJson('contradiction.observation', observation.nullable());
