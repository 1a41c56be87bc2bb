/** Said wherever a file is read back. */
export function EvidenceStays() {
  return <>Evidence is not taken from a file: add it at its question on the site.</>;
}
