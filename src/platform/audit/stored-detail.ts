import { z } from 'zod';
import { storedJson } from '../stored-json.ts';
import type { AuditEntry } from './audit-trail.ts';

/**
 * What an event says, which is another thing for each action. It is taken as it is: its hash tells whether it is what was written,
 * and what somebody else put in its place must be read too, to be reported.
 */
export const storedDetail = storedJson(
  'audit_event.detail',
  z.custom<AuditEntry['detail']>((value) => value !== undefined),
);
