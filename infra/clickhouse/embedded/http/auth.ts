import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { ClickHouseFailure } from '../errors.ts';
import { header } from './request.ts';

/** `pipeline` may do everything; `reader` sends SQL through the gate. */
export type Access = 'pipeline' | 'reader';

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** The passwordless read-only user, named as on every fresh ClickHouse. */
export const READER = 'default';

function given(request: IncomingMessage, url: URL): Credentials {
  const basic = /^Basic\s+(\S+)$/i.exec(header(request, 'authorization') ?? '')?.[1];
  if (basic !== undefined) {
    const [user = '', password = ''] = Buffer.from(basic, 'base64').toString().split(/:(.*)/s);
    return { user, password };
  }
  return {
    user: header(request, 'x-clickhouse-user') ?? url.searchParams.get('user') ?? READER,
    password: header(request, 'x-clickhouse-key') ?? url.searchParams.get('password') ?? '',
  };
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Who is asking. Throws ClickHouse's own authentication error (516). */
export function authenticate(request: IncomingMessage, pipeline: Credentials): Access {
  const { user, password } = given(request, new URL(request.url ?? '/', 'http://localhost'));
  if (user === pipeline.user && same(password, pipeline.password)) return 'pipeline';
  if (user === READER || user === '') {
    refuseBrowsersOfOtherSites(request);
    return 'reader';
  }
  throw new ClickHouseFailure(
    516,
    'AUTHENTICATION_FAILED',
    `${user}: Authentication failed: password is incorrect, or there is no user with such name`,
  );
}

/**
 * Without a password, the address is the only protection: a web page that is open in a browser on this machine must
 * not be able to ask, neither directly nor by giving its own name this machine's address (DNS rebinding).
 */
function refuseBrowsersOfOtherSites(request: IncomingMessage): void {
  const site = header(request, 'sec-fetch-site');
  const host = (header(request, 'host') ?? 'localhost').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  const own = host === 'localhost' || host.endsWith('.localhost') || isIP(host) !== 0;
  if (own && (site === null || site === 'none' || site === 'same-origin')) return;
  throw new ClickHouseFailure(
    497,
    'ACCESS_DENIED',
    'Not enough privileges: the read-only user is for this machine (localhost or its address), not for pages of other sites',
  );
}
