import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';
import { FetchFailure } from './failure.ts';

/**
 * The kind of internal address this is ("loopback", "private", ...), or null where anybody may be asked for it.
 * IPv6 forms that carry an IPv4 address inside are judged by what they carry.
 */
export function internalRange(address: string): string | null {
  if (!ipaddr.isValid(address)) return 'unreadable';
  const parsed = ipaddr.process(address.replace(/%.*$/, ''));
  const range = parsed.range();
  if (range === 'unicast') return parsed.kind() === 'ipv6' && !isGlobalV6(address) ? 'reserved' : null;
  return range;
}

/** Today's global unicast space is 2000::/3 alone (IANA); the rest of "unicast" is unassigned or v4-compatible. */
function isGlobalV6(address: string): boolean {
  return ipaddr.parse(address).match(ipaddr.parseCIDR('2000::/3'));
}

/**
 * A connector that looks at the very address it is about to connect to: a name that answers differently the second time
 * (DNS rebinding) gains nothing, and a redirect is one more connection that is looked at.
 */
export function guardedConnector(
  options: { readonly connectTimeoutMs: number; readonly resolve?: LookupFunction } = { connectTimeoutMs: 10_000 },
): buildConnector.connector {
  const resolve = options.resolve ?? systemLookup;
  const connect = buildConnector({ timeout: options.connectTimeoutMs, lookup: guardedLookup(resolve) });
  return (target, callback) => {
    const literal = target.hostname.replace(/^\[|\]$/g, '');
    const range = isIP(literal) === 0 ? null : internalRange(literal);
    if (range === null) connect(target, callback);
    else callback(refusal(literal, literal, range), null);
  };
}

function guardedLookup(resolve: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, []);
      const addresses = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }];
      const internal = addresses.find(({ address }) => internalRange(address) !== null);
      if (internal !== undefined) {
        return callback(refusal(hostname, internal.address, internalRange(internal.address) ?? 'internal'), []);
      }
      const first = addresses[0];
      if (first === undefined) return callback(new Error(`${hostname} has no address`), []);
      return options.all === true ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}

function refusal(host: string, address: string, range: string): FetchFailure {
  const where = host === address ? address : `${host} (${address})`;
  return new FetchFailure(
    'address',
    `${where} is an internal address (${range}); if the source is meant to live there, set allow_private: true in its YAML`,
  );
}
