import type { Operation } from './operation.ts';
import { areaOperations } from './operations/area-operations.ts';
import { historyOperations } from './operations/history-operations.ts';
import { officialOperations } from './operations/official-operations.ts';
import { organisationOperations } from './operations/organisation-operations.ts';
import { programmeOperations } from './operations/programme-operations.ts';
import { resultOperations } from './operations/result-operations.ts';

/** Everything the API can be asked, in the order of its documentation. */
export const operations: readonly Operation[] = [
  ...programmeOperations,
  ...areaOperations,
  ...organisationOperations,
  ...historyOperations,
  ...resultOperations,
  ...officialOperations,
];
