import type { LookupFunction } from 'node:net';
import { Agent, buildConnector, type Dispatcher, request } from 'undici';
import { publicConnector } from './address-guard.ts';
import { FetchFailure } from './failure.ts';
import { failureOfError } from './network-error.ts';
import { ACCEPT_ENCODING, readBody } from './read-body.ts';
import { RedirectCookies } from './redirect-cookies.ts';

export interface HttpRequest {
  readonly url: string;
  /** POST only for the scripts of a rendered page; its redirects are not followed. */
  readonly method?: 'GET' | 'POST';
  readonly body?: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  /** Hosts (with port) that may be internal addresses; a redirect elsewhere is not covered. */
  readonly privateHosts: ReadonlySet<string>;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly maxRedirects: number;
  /** Keep what fits instead of failing when the body is larger. */
  readonly overflow?: 'fail' | 'truncate';
  readonly signal?: AbortSignal | undefined;
  /** Asked before each hop, the first address included; throws to refuse it. */
  readonly beforeHop?: (url: URL) => Promise<void>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly finalUrl: string;
  header(name: string): string | null;
  readonly body: Buffer;
}

export interface HttpClient {
  /** Any status is an answer; throws FetchFailure where there is none. */
  send(request: HttpRequest): Promise<HttpAnswer>;
  close(): Promise<void>;
}

export interface HttpClientOptions {
  readonly userAgent: string;
  readonly connectTimeoutMs?: number;
  /** Stands in for the system's resolver, in tests. */
  readonly resolve?: LookupFunction;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const connectTimeoutMs = options.connectTimeoutMs ?? 10_000;
  const resolve = options.resolve === undefined ? {} : { resolve: options.resolve };
  const lookup = options.resolve === undefined ? {} : { lookup: options.resolve };
  const common = { keepAliveTimeout: 4_000, bodyTimeout: 0, headersTimeout: 0, allowH2: false };
  const guarded = new Agent({ ...common, connect: publicConnector({ connectTimeoutMs, ...resolve }) });
  const open = new Agent({ ...common, connect: buildConnector({ timeout: connectTimeoutMs, ...lookup }) });

  const hop = async (url: URL, asked: HttpRequest, headers: Readonly<Record<string, string>>, signal: AbortSignal) => {
    await asked.beforeHop?.(url);
    const answer = await request(url, {
      method: asked.method ?? 'GET',
      ...(asked.body === undefined ? {} : { body: asked.body }),
      dispatcher: asked.privateHosts.has(url.host) ? open : guarded,
      headers: { 'user-agent': options.userAgent, 'accept-encoding': ACCEPT_ENCODING, ...headers },
      signal,
    });
    return answer;
  };

  return {
    send: async (asked) => {
      const signal = AbortSignal.any([AbortSignal.timeout(asked.timeoutMs), ...(asked.signal ? [asked.signal] : [])]);
      let url = webAddress(asked.url, asked.url);
      let headers = asked.headers;
      const cookies = new RedirectCookies();
      try {
        for (let redirects = 0; ; redirects++) {
          const answer = await hop(url, asked, cookies.addTo(headers, url), signal);
          const header = headerReader(answer.headers);
          const location = header('location');
          if (!REDIRECTS.has(answer.statusCode) || location === null || asked.method === 'POST') {
            const expected = Number(header('content-length'));
            if (asked.overflow !== 'truncate' && expected > asked.maxBytes) {
              answer.body.destroy();
              throw new FetchFailure(
                'too_large',
                `${url.href} announces ${expected} bytes, more than the ${asked.maxBytes} allowed`,
              );
            }
            const body = await readBody(answer.body, header('content-encoding'), asked.maxBytes, asked.overflow);
            return { status: answer.statusCode, finalUrl: url.href, header, body };
          }
          await answer.body.dump({ limit: 65_536 });
          if (redirects >= asked.maxRedirects) {
            throw new FetchFailure(
              'redirects',
              `${asked.url} redirects more than ${asked.maxRedirects} times, last to ${location}`,
            );
          }
          const next = webAddress(utf8(location), asked.url, url);
          cookies.remember(url, answer.headers['set-cookie']);
          // Keys and cookies of a source are for its own origin.
          if (next.origin !== url.origin) headers = publicHeaders(headers);
          url = next;
        }
      } catch (error) {
        throw failureOfError(error, url.href, asked.timeoutMs, asked.signal);
      }
    },
    close: async () => {
      await Promise.all([guarded.destroy(), open.destroy()]);
    },
  };
}

function webAddress(text: string, from: string, base?: URL): URL {
  const url = parseUrl(text, base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new FetchFailure('redirects', `${from} leads to ${text}, which is no http or https address`);
  }
  url.hash = '';
  url.username = '';
  url.password = '';
  return url;
}

/** Header bytes come as Latin 1; servers mean UTF-8. */
function utf8(location: string): string {
  return Buffer.from(location, 'latin1').toString('utf8');
}

function parseUrl(text: string, base?: URL): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

const PUBLIC_HEADERS = new Set(['accept', 'accept-language']);

function publicHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => PUBLIC_HEADERS.has(name.toLowerCase())));
}

function headerReader(headers: Dispatcher.ResponseData['headers']): (name: string) => string | null {
  return (name) => {
    const value = headers[name];
    if (value === undefined) return null;
    return typeof value === 'string' ? value : value.join(', ');
  };
}
