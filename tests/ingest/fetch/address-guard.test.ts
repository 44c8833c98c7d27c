import { describe, expect, test } from 'vitest';
import { internalRange } from '../../../ingest/fetch/address-guard.ts';

describe('addresses anybody may be asked for', () => {
  test.each(['1.1.1.1', '8.8.8.8', '203.0.112.1', '2606:4700:4700::1111', '2a00:1450:4001:81b::200e'])(
    '%s',
    (address) => {
      expect(internalRange(address)).toBeNull();
    },
  );
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
