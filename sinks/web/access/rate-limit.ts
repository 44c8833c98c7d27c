/** How many clients are remembered at most; the longest quiet are forgotten first. */
const MAX_CLIENTS = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

/** A token bucket per client: a minute's worth may come at once, then at the steady rate. Returns seconds to wait, 0 to go. */
export const createRateLimit = (perMinute: number) => {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;

  return (client: string, now: number): number => {
    const before = buckets.get(client) ?? { tokens: perMinute, at: now };
    const tokens = Math.min(perMinute, before.tokens + Math.max(0, now - before.at) * perMs);
    buckets.delete(client);
    if (buckets.size >= MAX_CLIENTS) {
      const oldest = buckets.keys().next();
      if (!oldest.done) buckets.delete(oldest.value);
    }
    const spent = tokens >= 1 ? tokens - 1 : tokens;
    buckets.set(client, { tokens: spent, at: now });
    return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perMs / 1000);
  };
};
