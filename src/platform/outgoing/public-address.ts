import { BlockList, isIP } from 'node:net';

/*
 * What leads to this machine, its neighbours, or nowhere: the ranges that the registries of special-purpose addresses call not
 * globally reachable (RFC 6890), and multicast.
 */
const notPublic = listOf('ipv4', [
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
]);

const worldWide = listOf('ipv6', [['2000::', 3]]);

/** Of the addresses given out to the world, those that stand for others: documentation, 6to4 and Teredo carry any IPv4 address. */
const standingForOthers = listOf('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]);

function listOf(family: 'ipv4' | 'ipv6', subnets: readonly (readonly [network: string, prefix: number])[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of subnets) {
    list.addSubnet(network, prefix, family);
  }
  return list;
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
