import { expect, test } from 'vitest';
import { allows, createTokens } from '../../../../sinks/web/access/tokens.ts';

const reader = { name: 'team', token: 'read-token-0123456789', scope: 'read' } as const;
const admin = { name: 'ops', token: 'admin-token-0123456789', scope: 'admin' } as const;
const tokens = createTokens([reader, admin]);
const NOW = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;

test('a token names its holder and scope; another string names nobody', () => {
  expect(tokens.byToken(admin.token)).toEqual({ name: 'ops', scope: 'admin' });
  expect(tokens.byToken('read-token-012345678')).toBeNull();
  expect(tokens.byToken('')).toBeNull();
});

test('a session holds for another process with the same tokens, until it expires', () => {
  const { value } = tokens.startSession(reader.token, NOW);
  const elsewhere = createTokens([admin, reader]);
  expect(elsewhere.bySession(value, NOW + DAY)).toEqual({ name: 'team', scope: 'read' });
  expect(elsewhere.bySession(value, NOW + 15 * DAY)).toBeNull();
});

test('a session dies with its token, and cannot be stretched or made up', () => {
  const { value } = tokens.startSession(reader.token, NOW);
  expect(createTokens([admin]).bySession(value, NOW)).toBeNull();
  const [expires, mark] = value.split('.');
  expect(tokens.bySession(`${Number(expires) + DAY}.${mark}`, NOW)).toBeNull();
  for (const made of ['', '.', 'x.y', `${NOW + DAY}.`, `${expires}`, `-1.${mark}`])
    expect(tokens.bySession(made, NOW)).toBeNull();
});

test('only admin may what admin may', () => {
  expect(allows({ name: 'team', scope: 'read' }, 'admin')).toBe(false);
  expect(allows({ name: 'team', scope: 'read' }, 'read')).toBe(true);
  expect(allows({ name: 'ops', scope: 'admin' }, 'read')).toBe(true);
});
