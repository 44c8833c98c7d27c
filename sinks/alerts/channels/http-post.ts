import { Agent, type Dispatcher, request } from 'undici';
import { AddressRefused, guardedAgent } from '../../../infra/net/address-guard.ts';
import { DeliveryError } from './channel.ts';

export interface HttpPost {
  /**
   * Posts once, follows no redirect. Resolves to the answer when its status is 2xx.
   * @throws DeliveryError: transient for the network, 408, 425, 429 and 5xx; final for the rest and for internal addresses.
   */
  post(url: string, body: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<HttpAnswer>;
  close(): Promise<void>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

const TIMEOUT_MS = 15_000;
const LONGEST_ANSWER = 64 * 1024;
const TRANSIENT = new Set([408, 425, 429]);

/** One per channel. `allowPrivate`: whether internal addresses may be posted to. */
export function createHttpPost(options: { readonly allowPrivate: boolean; readonly timeoutMs?: number }): HttpPost {
  const { allowPrivate, timeoutMs = TIMEOUT_MS } = options;
  const agent = allowPrivate
    ? new Agent({ connect: { timeout: timeoutMs } })
    : guardedAgent({ connectTimeoutMs: timeoutMs });
  return {
    post: async (url, body, headers, signal) => {
      const answer = await ask(agent, url, body, headers, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]));
      if (answer.status >= 200 && answer.status < 300) return answer;
      throw new DeliveryError(
        `${new URL(url).host} answered ${answer.status}${answer.status < 400 ? ', a redirect, which is not followed' : ''}`,
        {
          isTransient: TRANSIENT.has(answer.status) || answer.status >= 500,
          retryAfterMs: answer.retryAfterMs,
        },
      );
    },
    close: () => agent.close(),
  };
}

async function ask(
  dispatcher: Dispatcher,
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<HttpAnswer & { readonly retryAfterMs: number | null }> {
  try {
    const answer = await request(url, {
      method: 'POST',
      dispatcher,
      body,
      signal,
      headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'tokentape', ...headers },
    });
    return {
      status: answer.statusCode,
      body: await beginning(answer.body),
      retryAfterMs: retryAfter(answer.headers['retry-after']),
    };
  } catch (thrown) {
    if (thrown instanceof AddressRefused) {
      throw new DeliveryError(
        `${thrown.message}; set allow_private: true on the channel if it is meant to live there`,
        { isTransient: false },
      );
    }
    const cause =
      thrown instanceof Error
        ? 'code' in thrown && typeof thrown.code === 'string'
          ? thrown.code
          : thrown.name
        : 'unknown error';
    throw new DeliveryError(`${new URL(url).host} could not be reached (${cause})`, { isTransient: true });
  }
}

async function beginning(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > LONGEST_ANSWER) break;
  }
  return Buffer.concat(chunks).subarray(0, LONGEST_ANSWER).toString('utf8');
}

/** Seconds or an HTTP date, as milliseconds from now; an hour at most. */
function retryAfter(header: string | string[] | undefined): number | null {
  const text = Array.isArray(header) ? header[0] : header;
  if (text === undefined) return null;
  const seconds = Number(text);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? Math.min(3_600_000, Math.max(0, ms)) : null;
}
