import { FetchFailure } from './failure.ts';
import type { HttpClient } from './http-client.ts';
import type { Clock } from './pacing.ts';
import { parseRobots, type RobotsRules } from './robots-rules.ts';

const DAY = 86_400_000;
const MAX_BYTES = 500 * 1024;

type Verdict = { readonly rules: RobotsRules } | { readonly failure: FetchFailure };

interface Entry {
  readonly verdict: Verdict;
  readonly until: number;
}

/** Robots.txt by RFC 9309: 4xx allows everything, 5xx and an unreachable host forbid everything, kept for 24 hours. */
export class Robots {
  readonly #client: HttpClient;
  readonly #clock: Clock;
  readonly #agent: string;
  readonly #entries = new Map<string, Promise<Entry>>();

  /** `agent` is the product token that robots.txt files name. */
  constructor(client: HttpClient, clock: Clock, agent: string) {
    this.#client = client;
    this.#clock = clock;
    this.#agent = agent;
  }

  /** Throws FetchFailure where the address may not be fetched. Returns the Crawl-delay in milliseconds, at most a minute. */
  async check(url: URL, privateHosts: ReadonlySet<string>, signal?: AbortSignal): Promise<number> {
    const { verdict } = await this.#entry(url.origin, privateHosts, signal);
    if ('failure' in verdict) throw verdict.failure;
    if (verdict.rules.isAllowed(url.href, this.#agent) === false) {
      throw new FetchFailure('robots', `${url.origin}/robots.txt forbids ${url.pathname} to ${this.#agent}`);
    }
    return Math.min(verdict.rules.getCrawlDelay(this.#agent) ?? 0, 60) * 1000;
  }

  async #entry(origin: string, privateHosts: ReadonlySet<string>, signal?: AbortSignal): Promise<Entry> {
    const known = this.#entries.get(origin);
    const entry = known === undefined ? undefined : await known;
    if (entry !== undefined && entry.until > this.#clock.now()) return entry;
    // Whoever came first asks; the others wait for the same answer.
    const current = this.#entries.get(origin);
    if (current !== known && current !== undefined) return current;
    const asked = this.#ask(origin, privateHosts, entry, signal);
    this.#entries.set(origin, asked);
    asked.catch(() => this.#entries.delete(origin));
    return asked;
  }

  async #ask(
    origin: string,
    privateHosts: ReadonlySet<string>,
    stale: Entry | undefined,
    signal?: AbortSignal,
  ): Promise<Entry> {
    const verdict = await this.#fetch(origin, privateHosts, signal);
    const now = this.#clock.now();
    if (!('failure' in verdict)) return { verdict, until: now + DAY };
    // An unreachable file: the last known rules hold; without any, ask again before long.
    if (stale !== undefined && 'rules' in stale.verdict) return { verdict: stale.verdict, until: now + 600_000 };
    return { verdict, until: now + (verdict.failure.kind === 'robots_unavailable' ? 600_000 : 0) };
  }

  async #fetch(origin: string, privateHosts: ReadonlySet<string>, signal?: AbortSignal): Promise<Verdict> {
    const url = `${origin}/robots.txt`;
    try {
      const answer = await this.#client.send({
        url,
        headers: { accept: 'text/plain, */*;q=0.1' },
        privateHosts,
        maxBytes: MAX_BYTES,
        overflow: 'truncate',
        timeoutMs: 20_000,
        maxRedirects: 5,
        signal,
      });
      if (answer.status >= 500) {
        return {
          failure: new FetchFailure(
            'robots_unavailable',
            `${url} answers ${answer.status}, which forbids everything until it answers again`,
          ),
        };
      }
      const text = answer.status >= 200 && answer.status < 300 ? new TextDecoder().decode(answer.body) : '';
      return { rules: parseRobots(url, text) };
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      // More than five redirects count as no file at all (RFC 9309, 2.3.1.2).
      return error.kind === 'redirects' ? { rules: parseRobots(url, '') } : { failure: error };
    }
  }
}
