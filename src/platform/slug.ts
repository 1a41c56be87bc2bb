const LIMIT = 80;

/** A name as part of an address, e.g. `South East London` -> `south-east-london`; empty when it has no letter or digit. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/['’]|\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, LIMIT)
    .replace(/-+$/, '');
}
