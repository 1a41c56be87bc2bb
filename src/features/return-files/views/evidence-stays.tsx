/** Said wherever a file is read back. */
export function EvidenceStays() {
  return <>Evidence that is a link is taken from a file. Add files at their question on the site.</>;
}
