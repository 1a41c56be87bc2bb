/** Fields that name another thing of a document or choose between words of ours, stand for bytes, or are days and moments. */
const references = new Set([
  ...['schema', 'format', 'kind', 'visibility', 'digest', 'salt', 'terms', 'roundId'],
  ...['id', 'partId', 'groupId', 'capabilityId', 'quarterId', 'yearId', 'areaId', 'organisationId'],
  ...['status', 'fundingState', 'solution', 'role', 'capacity', 'frozenAt', 'putAt', 'startsOn'],
  ...['supports', 'organisationCodes', 'included', 'missing'],
]);

/** Every text and number of a document of version 0.2.0 that somebody wrote, or the service set down, to be read. */
export function textsOf(value: unknown): string[] {
  if (value === null || typeof value === 'boolean' || value === '') {
    return [];
  }
  if (typeof value === 'object') {
    const held = Array.isArray(value)
      ? value
      : Object.entries(value).flatMap(([name, each]) => (references.has(name) ? [] : [each]));
    return held.flatMap(textsOf);
  }
  return [`${value}`];
}
