export { parentKindOf } from './checks/check-places.ts';
export { loadReference } from './loading/load-reference.ts';
export { areaIdOf } from './loading/reference-rows.ts';
export { readRows } from './reading/parse-reference.ts';
export type { ReferenceAreaKind, ValidTime } from './reading/reference.ts';
export { faultAt, type Located, type ReferenceFault } from './reading/reference-fault.ts';
export * as referenceShapes from './reading/reference-shapes.ts';
export { type ReferenceTable, table } from './reading/reference-tables.ts';
export { contains, isOrdered, joinPeriods, overlap } from './reading/valid-time.ts';
