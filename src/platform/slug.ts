/** As many characters as a slug may have. */
export const SLUG_LIMIT = 80;

/** What a slug looks like: small letters and digits, with single hyphens between. */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A name as part of an address, e.g. `South East London` -> `south-east-london`; empty when it has no letter or digit. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/['’]|\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, SLUG_LIMIT)
    .replace(/-+$/, '');
}
