/**
 * Since 1 April 2020 the registry gives every new organisation, of whatever kind, a code of five characters, letters and digits by
 * turns, which tells nothing of the kind (information standard DCB0090). Codes given before stay as they are.
 */
const codeSince2020 = '[A-Z]\\d[A-Z]\\d[A-Z]';

/** What a code of one kind may look like: as such codes were until 2020, or as every new one is since. */
export function registryCode(until2020: string): RegExp {
  return new RegExp(`^(?:${until2020}|${codeSince2020})$`);
}
