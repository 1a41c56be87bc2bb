/** Stands for the service's own origin, whatever that is; nothing of it is kept. */
const OWN_ORIGIN = 'http://own.invalid';

const LONGEST = 2000;

/**
 * Where a link may lead to afterwards, as a path of this service; null for anything else. What was given is resolved as a browser
 * would do it and must stay where it was: browsers leave out tabs and line ends, take `\` for `/`, and `//` for another host.
 */
export function pathWithin(wanted: string): string | null {
  if (!wanted.startsWith('/') || wanted.length > LONGEST || /[\p{Cc}\\]/u.test(wanted)) {
    return null;
  }
  const address = URL.parse(wanted, OWN_ORIGIN);
  if (address === null || address.origin !== OWN_ORIGIN || address.pathname.startsWith('//')) {
    return null;
  }
  return address.pathname + address.search;
}
