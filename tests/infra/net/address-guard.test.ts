import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { describe, expect, it, test } from 'vitest';
import { guardedAgent, internalRange } from '../../../infra/net/address-guard.ts';

describe('addresses anybody may be asked for', () => {
  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '203.0.112.1',
    '2606:4700:4700::1111',
    '::ffff:8.8.8.8',
    '2a00:1450:4001:81b::200e',
  ])('%s', (address) => {
    expect(internalRange(address)).toBeNull();
  });
});

describe('internal addresses', () => {
  test.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:a9fe:a9fe',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::a00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '100::1',
    '2001:db8::1',
    '3fff::1',
    '5f00::1',
    '4000::1',
    'not an address',
  ])('%s', (address) => {
    expect(internalRange(address)).toEqual(expect.any(String));
  });
});

it('looks at the address it connects to, not at the one that was asked about', async () => {
  let asked = 0;
  const server = createServer((_, response) => response.end('inside'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = guardedAgent({
    connectTimeoutMs: 1_000,
    resolve: (_name, _options, callback) => {
      asked++;
      callback(null, [{ address: '127.0.0.1', family: 4 }]);
    },
  });
  await expect(request(`http://rebound.example:${port}/`, { dispatcher: agent })).rejects.toThrow(
    'rebound.example (127.0.0.1) is an internal address (loopback)',
  );
  await expect(request(`http://127.0.0.1:${port}/`, { dispatcher: agent })).rejects.toThrow(
    'is an internal address (loopback)',
  );
  expect(asked).toBe(1);
  await agent.close();
  server.close();
});
