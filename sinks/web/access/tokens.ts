import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { AccessToken, Scope } from '../options.ts';

export interface Caller {
  readonly name: string;
  readonly scope: Scope;
}

const SESSION_HOURS = 24 * 14;

const same = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());

const seal = (token: string, expires: string): string =>
  createHmac('sha256', token).update(`tokentape session ${expires}`).digest('base64url');

/**
 * Tokens, and sessions made from them. A session is sealed with its token and nothing is kept in memory: it holds
 * over restarts and any number of processes, and dies when its token is taken out of the configuration.
 */
export const createTokens = (tokens: readonly AccessToken[]) => {
  const caller = (token: AccessToken): Caller => ({ name: token.name, scope: token.scope });

  const byToken = (secret: string): Caller | null => {
    const found = tokens.filter((token) => same(token.token, secret))[0];
    return found ? caller(found) : null;
  };

  const bySession = (session: string, now: number): Caller | null => {
    const [expires = '', mark = ''] = session.split('.');
    if (!/^\d{1,15}$/.test(expires) || Number(expires) < now) return null;
    const found = tokens.filter((token) => same(seal(token.token, expires), mark))[0];
    return found ? caller(found) : null;
  };

  const startSession = (secret: string, now: number): { value: string; maxAgeSeconds: number } => {
    const expires = String(now + SESSION_HOURS * 3_600_000);
    return { value: `${expires}.${seal(secret, expires)}`, maxAgeSeconds: SESSION_HOURS * 3600 };
  };

  return { byToken, bySession, startSession };
};

export type Tokens = ReturnType<typeof createTokens>;

export const allows = (caller: Caller, needed: Scope): boolean => caller.scope === 'admin' || needed === 'read';
