import type { BulkheadPolicy } from 'cockatiel';
import type { z } from 'zod';
import type { documentKind } from '../../infra/contracts/document.ts';
import type { Source } from '../catalog/load.ts';
import { decodeText } from './charset.ts';
import type { Content } from './document.ts';
import { parseExact } from './exact-json.ts';
import { FetchFailure, failureOfStatus } from './failure.ts';
import { sniffFormat } from './format.ts';
import type { HttpAnswer, HttpClient } from './http-client.ts';
import { challengeMarks, requireNoChallenge, requireObservation } from './observation.ts';
import type { Clock, HostPacer } from './pacing.ts';
import { combinePages, firstPage, nextPage } from './pagination.ts';
import { retryAfter } from './retry-after.ts';
import type { Robots } from './robots.ts';

export interface Validators {
  readonly etag: string | null;
  readonly last_modified: string | null;
}

export interface FetcherOptions {
  readonly client: HttpClient;
  readonly pacer: HostPacer;
  readonly robots: Robots;
  readonly clock: Clock;
  /** Bounds the requests under way; waiting for a host's turn takes none of them. */
  readonly slots: BulkheadPolicy;
}

interface Asked {
  readonly url: string;
  readonly kind: z.output<typeof documentKind>;
  /** Null asks for the content whether or not it has changed. */
  readonly validators: Validators | null;
  readonly signal?: AbortSignal | undefined;
}

/** Asks an address once, politely. Resolves to its content, or to 'not_modified'; throws FetchFailure where there is no observation. */
export type Fetcher = (source: Source, asked: Asked) => Promise<Content | 'not_modified'>;

export function createFetcher({ client, pacer, robots, clock, slots }: FetcherOptions): Fetcher {
  const get = async (source: Source, url: string, headers: Record<string, string>, signal?: AbortSignal) => {
    const privateHosts = new Set(source.allow_private ? source.urls.map((own) => new URL(own).host) : []);
    const obeys = source.politeness.robots === 'obey';
    const mayAsk = async (hop: URL): Promise<number> => (obeys ? robots.check(hop, privateHosts, signal) : 0);
    const target = new URL(url);
    const crawlDelayMs = await mayAsk(target);
    const pace = {
      delayMs: Math.max(source.politeness.delay_seconds * 1000, crawlDelayMs),
      concurrency: source.politeness.concurrency,
    };
    const answer = await pacer.run(target.host, pace, signal, () =>
      slots.execute(() =>
        client.get({
          url,
          headers: { ...acceptFor(source), ...source.headers, ...headers },
          privateHosts,
          maxBytes: source.limits.max_bytes,
          timeoutMs: source.limits.timeout_seconds * 1000,
          maxRedirects: source.limits.max_redirects,
          signal,
          // The first address has been asked about; a redirect may lead to another host's rules.
          beforeHop: async (hop) => {
            if (hop.href !== target.href) await mayAsk(hop);
          },
        }),
      ),
    );
    requireGoodStatus(answer, url);
    return answer;
  };

  const read = (asked: Asked, url: string, answer: HttpAnswer): Content => {
    const contentType = answer.header('content-type');
    const { text } = decodeText(answer.body, contentType);
    const format = sniffFormat(text, contentType, answer.finalUrl);
    requireObservation({ url, finalUrl: answer.finalUrl, format, text, kind: asked.kind });
    return {
      finalUrl: answer.finalUrl,
      status: answer.status,
      etag: answer.header('etag'),
      lastModified: answer.header('last-modified'),
      format,
      text: text.startsWith('\uFEFF') ? text.slice(1) : text,
    };
  };

  const requireGoodStatus = (answer: HttpAnswer, url: string): void => {
    requireNoChallenge(answer.status, answer.header, url);
    const wish = answer.header('retry-after');
    const kind = failureOfStatus(answer.status, wish !== null);
    if (kind === null) return;
    const body = new TextDecoder().decode(answer.body.subarray(0, 200_000));
    challengeMarks(body, url, answer.status);
    const again = retryAfter(wish, clock.now());
    throw new FetchFailure(kind, `${url} answered ${answer.status}`, answer.status, again);
  };

  return async (source, asked) => {
    const rule = asked.kind === 'api' ? source.pagination : undefined;
    const start = rule === undefined ? asked.url : firstPage(rule, asked.url);
    const conditional = rule === undefined ? conditionalHeaders(asked.validators) : {};
    const answer = await get(source, start, conditional, asked.signal);
    if (answer.status === 304) {
      if (Object.keys(conditional).length > 0) return 'not_modified';
      throw new FetchFailure('client_error', `${start} answered 304 to a question that was not conditional`, 304);
    }
    const first = read(asked, start, answer);
    if (rule === undefined) return first;

    const pages = [{ url: start, body: jsonBody(first, start) }];
    let size = first.text.length;
    for (let page = 0, last = pages[0]; last !== undefined; page++) {
      const next = nextPage(rule, asked.url, last.url, last.body, page);
      if (next === null) break;
      if (pages.some(({ url }) => url === next)) {
        throw new FetchFailure('content', `${asked.url}: its pages lead in a circle, back to ${next}`);
      }
      if (pages.length >= rule.max_pages) {
        throw new FetchFailure(
          'too_large',
          `${asked.url} has more than ${rule.max_pages} pages (pagination.max_pages)`,
        );
      }
      const content = read(asked, next, await get(source, next, {}, asked.signal));
      size += content.text.length;
      if (size > source.limits.max_bytes) {
        throw new FetchFailure(
          'too_large',
          `${asked.url}: its pages hold more than ${source.limits.max_bytes} bytes together`,
        );
      }
      last = { url: next, body: jsonBody(content, next) };
      pages.push(last);
    }
    // One page's validators say nothing of the others.
    return { ...first, text: combinePages(rule, pages), etag: null, lastModified: null };
  };
}

function jsonBody(content: Content, url: string): unknown {
  if (content.format !== 'json')
    throw new FetchFailure('content', `${url} is no JSON, so its next page cannot be found`);
  return parseExact(content.text);
}

function conditionalHeaders(validators: Validators | null): Record<string, string> {
  return {
    ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
    ...(validators?.last_modified ? { 'if-modified-since': validators.last_modified } : {}),
  };
}

function acceptFor(source: Source): Record<string, string> {
  const accept = {
    api: 'application/json, application/xml;q=0.8, text/csv;q=0.7, */*;q=0.1',
    feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.1',
    page: 'text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.8, */*;q=0.1',
    article: 'text/html, application/xhtml+xml, */*;q=0.1',
  }[source.kind];
  const language = source.lang?.startsWith('zh') === true ? 'zh-CN, zh;q=0.9, en;q=0.5' : 'en, *;q=0.5';
  return { accept, 'accept-language': language };
}
