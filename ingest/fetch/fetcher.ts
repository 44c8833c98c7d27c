import type { z } from 'zod';
import type { documentKind } from '../../infra/contracts/document.ts';
import type { Source } from '../catalog/load.ts';
import type { Renderer } from './browser.ts';
import { decodeText } from './charset.ts';
import type { Content } from './document.ts';
import { FetchFailure, failureOfStatus } from './failure.ts';
import { fetchPages } from './fetch-pages.ts';
import { sniffFormat } from './format.ts';
import type { HttpAnswer } from './http-client.ts';
import { challengeMarks, requireNoChallenge, requireObservation, ShellPage } from './observation.ts';
import type { Clock } from './pacing.ts';
import type { PoliteClient } from './polite-client.ts';
import { retryAfter } from './retry-after.ts';

export interface Validators {
  readonly etag: string | null;
  readonly last_modified: string | null;
}

export interface Asked {
  readonly url: string;
  readonly kind: z.output<typeof documentKind>;
  /** Null asks for the content whether or not it has changed. */
  readonly validators: Validators | null;
  readonly signal?: AbortSignal | undefined;
  /** Called when the host's turn has come, before each request. */
  readonly onTurn?: () => void;
}

/** Asks an address once, politely. Resolves to its content, or to 'not_modified'; throws FetchFailure where there is no observation. */
export type Fetcher = (source: Source, asked: Asked) => Promise<Content | 'not_modified'>;

export interface FetcherOptions {
  readonly client: PoliteClient;
  readonly clock: Clock;
  readonly userAgent: string;
  /** Null: pages that a script fills cannot be read. */
  readonly renderer: Renderer | null;
}

export function createFetcher({ client, clock, userAgent, renderer }: FetcherOptions): Fetcher {
  const get = async (source: Source, asked: Asked, url: string, headers: Record<string, string>) => {
    const answer = await client.get(source, url, headers, asked);
    requireGoodStatus(answer, url, clock.now());
    return answer;
  };

  const render = async (source: Source, asked: Asked, answer: HttpAnswer): Promise<Content> => {
    if (renderer === null) {
      throw new FetchFailure('content', `${asked.url} needs a browser; install Chromium and name it by CHROMIUM_PATH`);
    }
    const text = await renderer.render(answer, {
      userAgent,
      lang: source.lang,
      maxBytes: source.limits.max_bytes,
      timeoutMs: source.limits.timeout_seconds * 1000,
      signal: asked.signal,
      subRequest: client.subRequests(source, asked.signal),
    });
    requireObservation({ url: asked.url, finalUrl: answer.finalUrl, format: 'html', text, kind: asked.kind });
    // The validators are the shell's: it stays the same while what its scripts load changes.
    const { finalUrl, status } = answer;
    return { finalUrl, status, etag: null, lastModified: null, format: 'html', text, isRendered: true };
  };

  const fetch: Fetcher = async (source, asked) => {
    const rule = asked.kind === 'api' ? source.pagination : undefined;
    if (rule !== undefined) {
      return fetchPages(rule, source.limits.max_bytes, asked.url, async (url) =>
        readContent(source, asked, url, await get(source, asked, url, {})),
      );
    }
    const wantsBrowser = source.render === 'browser' && asked.kind !== 'article';
    const conditional = wantsBrowser ? {} : conditionalHeaders(asked.validators);
    const answer = await get(source, asked, asked.url, conditional);
    if (answer.status === 304) {
      if (Object.keys(conditional).length > 0) return 'not_modified';
      throw new FetchFailure('client_error', `${asked.url} answered 304 to a question that was not conditional`, 304);
    }
    if (wantsBrowser) return render(source, asked, answer);
    try {
      return readContent(source, asked, asked.url, answer);
    } catch (error) {
      if (error instanceof ShellPage && renderer !== null) return render(source, asked, answer);
      throw error;
    }
  };

  return async (source, asked) => {
    try {
      return await fetch(source, asked);
    } catch (error) {
      if (error instanceof FetchFailure || asked.signal?.aborted === true) throw error;
      // Whatever a page does to its reader is the page's failure: it must not stop the others.
      throw new FetchFailure('content', `${asked.url} could not be read: ${String(error)}`);
    }
  };
}

function readContent(source: Source, asked: Asked, url: string, answer: HttpAnswer): Content {
  const contentType = answer.header('content-type');
  const { text } = decodeText(answer.body, contentType, source.lang);
  const format = sniffFormat(text, contentType, answer.finalUrl);
  requireObservation({ url, finalUrl: answer.finalUrl, format, text, kind: asked.kind });
  return {
    finalUrl: answer.finalUrl,
    status: answer.status,
    etag: answer.header('etag'),
    lastModified: answer.header('last-modified'),
    format,
    text,
  };
}

function requireGoodStatus(answer: HttpAnswer, url: string, now: number): void {
  requireNoChallenge(answer.status, answer.header, url);
  const wish = answer.header('retry-after');
  const kind = failureOfStatus(answer.status, wish !== null);
  if (kind === null) return;
  challengeMarks(new TextDecoder().decode(answer.body.subarray(0, 200_000)), url, answer.status);
  throw new FetchFailure(kind, `${url} answered ${answer.status}`, answer.status, retryAfter(wish, now));
}

function conditionalHeaders(validators: Validators | null): Record<string, string> {
  return {
    ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
    ...(validators?.last_modified ? { 'if-modified-since': validators.last_modified } : {}),
  };
}
