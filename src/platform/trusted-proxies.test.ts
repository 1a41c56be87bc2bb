import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { parseTrustedProxies, trustOf } from './trusted-proxies.ts';

describe('which proxies are trusted', () => {
  test.each([
    ['0', null],
    ['1', 1],
    ['3', 3],
    ['10.0.0.5', ['10.0.0.5']],
    ['10.0.0.5, 192.168.0.0/16', ['10.0.0.5', '192.168.0.0/16']],
    ['2001:db8::1,2001:db8:1::/48', ['2001:db8::1', '2001:db8:1::/48']],
    ['loopback,uniquelocal', ['loopback', 'uniquelocal']],
  ])('%s', (text, expected) => {
    expect(parseTrustedProxies(text)).toEqual(expected);
  });

  test.each([
    'true',
    'yes',
    '-1',
    '1.5',
    '11',
    '*',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.5,',
    '300.0.0.1',
    'proxy.example',
    '10.0.0.0/8/8',
  ])('%s is nothing of the kind', (text) => {
    expect(parseTrustedProxies(text)).toBe('wrong');
  });
});

describe('where a request came from', () => {
  const caller = '203.0.113.9';
  const invented = '198.51.100.66';

  test.each([
    ['no proxy', '0', caller, `${invented}`, caller],
    ['no proxy, and a made-up chain', '0', caller, `${invented}, 10.0.0.5`, caller],
    ['one proxy', '1', '10.0.0.5', caller, caller],
    ['one proxy, and an invented address', '1', '10.0.0.5', `${invented}, ${caller}`, caller],
    ['two proxies, and an invented address', '2', '10.0.0.5', `${invented}, ${caller}, 10.0.0.6`, caller],
    ['a proxy by its address', '10.0.0.5', '10.0.0.5', `${invented}, ${caller}`, caller],
    ['two proxies by their block', '10.0.0.0/8', '10.0.0.5', `${invented}, ${caller}, 10.0.0.6`, caller],
    ['somebody who goes round the proxy', '10.0.0.5', caller, invented, caller],
  ])('%s', async (_case, setting, remoteAddress, forwarded, expected) => {
    const proxies = parseTrustedProxies(setting);
    const app = Fastify({ trustProxy: proxies === 'wrong' ? false : trustOf(proxies) });
    app.get('/', ({ ip }) => ip);
    const response = await app.inject({ url: '/', remoteAddress, headers: { 'x-forwarded-for': forwarded } });
    expect(response.body).toBe(expected);
  });
});
