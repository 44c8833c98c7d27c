import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { expect, it } from 'vitest';
import { guardedAgent, internalRange } from '../../../infra/net/address-guard.ts';

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '224.0.0.1',
  '::1',
  '::',
  'fe80::1%eth0',
  'fd00::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '::127.0.0.1',
  'nonsense',
])('%s is internal', (address) => {
  expect(internalRange(address)).not.toBeNull();
});

it.each(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111', '::ffff:8.8.8.8'])('%s is not', (address) => {
  expect(internalRange(address)).toBeNull();
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
