import { BlockList, isIP } from 'node:net';

const notPublic = new BlockList();

/*
 * What leads to this machine, its neighbours, or nowhere: the ranges that the registries of special-purpose addresses call not
 * globally reachable (RFC 6890), and multicast.
 */
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  notPublic.addSubnet(network, prefix, 'ipv4');
}

const worldWide = new BlockList();
worldWide.addSubnet('2000::', 3, 'ipv6');

/** Of the addresses given out to the world, those that stand for others: documentation, 6to4 and Teredo carry any IPv4 address. */
const standingForOthers = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  standingForOthers.addSubnet(network, prefix, 'ipv6');
}

/** Whether an address is one of the public network. Whatever is no address at all is not. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !notPublic.check(address, 'ipv4');
    case 6:
      return worldWide.check(address, 'ipv6') && !standingForOthers.check(address, 'ipv6');
    default:
      return false;
  }
}
