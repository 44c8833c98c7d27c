import { describe, expect, test } from 'vitest';
import { hostCheck, isLoopback } from '../../../../sinks/web/access/hosts.ts';

describe('loopback', () => {
  test.each(['127.0.0.1', '127.9.9.9', '::1', '[::1]', 'localhost', 'LOCALHOST', '::ffff:127.0.0.1'])(
    '%s is',
    (host) => {
      expect(isLoopback(host)).toBe(true);
    },
  );
  test.each(['0.0.0.0', '::', '10.0.0.1', 'example.com', 'localhost.example.com', '127.0.0.1.example.com', ''])(
    '%s is not',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});

describe('Host header', () => {
  const known = hostCheck(['tape.example.com']);
  test.each(['127.0.0.1:8080', '[::1]:8080', 'localhost', 'tape.localhost:1', '10.1.2.3', 'TAPE.example.com:443'])(
    '%s is ours',
    (host) => {
      expect(known(host)).toBe(true);
    },
  );
  test.each([
    undefined,
    '',
    'attacker.example',
    'tape.example.com.attacker.example',
    '127.0.0.1.attacker.example',
    'a b',
  ])('%s is not', (host) => {
    expect(known(host)).toBe(false);
  });
});
