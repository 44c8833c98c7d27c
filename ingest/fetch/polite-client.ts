import type { BulkheadPolicy } from 'cockatiel';
import type { Source } from '../catalog/load.ts';
import type { SubRequest } from './browser.ts';
import type { HttpAnswer, HttpClient } from './http-client.ts';
import type { HostPacer } from './pacing.ts';
import type { Robots } from './robots.ts';

export interface PoliteClientOptions {
  readonly client: HttpClient;
  readonly pacer: HostPacer;
  readonly robots: Robots;
  /** Bounds the requests under way; waiting for a host's turn takes none of them. */
  readonly slots: BulkheadPolicy;
}

interface Turn {
  readonly signal?: AbortSignal | undefined;
  /** Called when the host's turn has come. */
  readonly onTurn?: () => void;
}

export interface PoliteClient {
  /** Asks when the host's turn has come and robots.txt allows it, redirects included. Any status is an answer. */
  get(source: Source, url: string, headers: Readonly<Record<string, string>>, turn: Turn): Promise<HttpAnswer>;
  /** What a rendered page of this source asks for: robots.txt and the address guard hold, the pace is the page's own. */
  subRequests(source: Source, signal?: AbortSignal): SubRequest;
}

export function createPoliteClient({ client, pacer, robots, slots }: PoliteClientOptions): PoliteClient {
  const rulesOf = (source: Source, signal?: AbortSignal) => {
    const privateHosts = new Set(source.allow_private ? source.urls.map((own) => new URL(own).host) : []);
    const mayAsk = async (hop: URL): Promise<number> =>
      source.politeness.robots === 'obey' ? robots.check(hop, privateHosts, signal) : 0;
    return { privateHosts, mayAsk, maxRedirects: source.limits.max_redirects, signal };
  };
  return {
    get: async (source, url, headers, { signal, onTurn }) => {
      const { mayAsk, ...rules } = rulesOf(source, signal);
      const target = new URL(url);
      const crawlDelayMs = await mayAsk(target);
      const pace = {
        delayMs: Math.max(source.politeness.delay_seconds * 1000, crawlDelayMs),
        concurrency: source.politeness.concurrency,
      };
      const ask = () => {
        onTurn?.();
        return client.send({
          ...rules,
          url,
          headers: { ...acceptFor(source), ...source.headers, ...headers },
          maxBytes: source.limits.max_bytes,
          timeoutMs: source.limits.timeout_seconds * 1000,
          // The first address has been asked about; a redirect may lead to another host's rules.
          beforeHop: async (hop) => {
            if (hop.href !== target.href) await mayAsk(hop);
          },
        });
      };
      return pacer.run(target.host, pace, signal, () => slots.execute(ask));
    },
    subRequests: (source, signal) => {
      const { mayAsk, ...rules } = rulesOf(source, signal);
      return (request) =>
        client.send({
          ...rules,
          ...request,
          beforeHop: async (hop) => {
            await mayAsk(hop);
          },
        });
    },
  };
}

const ACCEPT: Readonly<Record<Source['kind'], string>> = {
  api: 'application/json, application/xml;q=0.8, text/csv;q=0.7, */*;q=0.1',
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.1',
  page: 'text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.8, */*;q=0.1',
  article: 'text/html, application/xhtml+xml, */*;q=0.1',
};

function acceptFor(source: Source): Record<string, string> {
  const isChinese = source.lang?.startsWith('zh') === true;
  return { accept: ACCEPT[source.kind], 'accept-language': isChinese ? 'zh-CN, zh;q=0.9, en;q=0.5' : 'en, *;q=0.5' };
}
