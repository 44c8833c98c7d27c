import { type FailureClass, FetchFailure } from './failure.ts';

const BY_CODE: Readonly<Record<string, FailureClass>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  EPROTO: 'tls',
  UND_ERR_HEADERS_OVERFLOW: 'content',
};

/** What a thrown error means for the fetch. Errors of our own and the caller's own abort pass through unchanged. */
export function failureOfError(error: unknown, url: string, timeoutMs: number, signal?: AbortSignal): unknown {
  const chain = causes(error);
  const own = chain.find((cause) => cause instanceof FetchFailure);
  if (own !== undefined) return own;
  if (signal?.aborted === true) return signal.reason;
  if (chain.some((cause) => cause.name === 'TimeoutError')) {
    return new FetchFailure('timeout', `${url} gave no complete answer within ${timeoutMs / 1000} s`);
  }
  for (const cause of chain) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/.test(code)) {
      return new FetchFailure('tls', `${url}: ${cause.message}`);
    }
    if (/^HPE_/.test(code)) return new FetchFailure('content', `${url} does not answer in HTTP: ${cause.message}`);
    const known = BY_CODE[code];
    if (known === 'dns') {
      const host = new URL(url).hostname;
      return new FetchFailure('dns', `${host} has no address (${code}); check the name, and that there is a network`);
    }
    if (known !== undefined) return new FetchFailure(known, `${url}: ${cause.message}`);
  }
  return new FetchFailure('connection', `${url}: ${chain[0]?.message || chain.at(-1)?.message || String(error)}`);
}

function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  const queue: unknown[] = [error];
  while (queue.length > 0 && chain.length < 16) {
    const next = queue.shift();
    if (!(next instanceof Error) || chain.includes(next)) continue;
    chain.push(next);
    queue.push(next.cause, ...(next instanceof AggregateError ? next.errors : []));
  }
  return chain;
}
