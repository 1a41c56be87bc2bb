import { isIPv6 } from 'node:net';

/** One household or office gets 2^64 addresses of IPv6, and one of IPv4. */
export function networkOf(address: string): string {
  if (address.includes('.') || !isIPv6(address)) {
    return address;
  }
  const [left = [], right = []] = address.split('::').map((side) => side.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':').toLowerCase()}::/64`;
}
