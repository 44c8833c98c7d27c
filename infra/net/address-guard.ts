import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, buildConnector } from 'undici';

/** An address that only machines inside may ask. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/**
 * The kind of internal address this is ("loopback", "private", ...), or null where anybody may be asked for it.
 * IPv6 forms that carry an IPv4 address inside are judged by what they carry.
 */
export function internalRange(address: string): string | null {
  if (!ipaddr.isValid(address)) return 'unreadable';
  const parsed = ipaddr.process(address.replace(/%.*$/, ''));
  const range = parsed.range();
  if (range !== 'unicast') return range;
  // Today's global unicast space is 2000::/3 alone (IANA); the rest of "unicast" is unassigned or v4-compatible.
  const isGlobal = parsed.kind() === 'ipv4' || parsed.match(ipaddr.parseCIDR('2000::/3'));
  return isGlobal ? null : 'reserved';
}

export interface GuardOptions {
  readonly connectTimeoutMs: number;
  /** Stands in for the system's resolver, in tests. */
  readonly resolve?: LookupFunction;
}

/**
 * An agent that looks at the very address it is about to connect to: a name that answers differently the second time (DNS
 * rebinding) gains nothing. Internal addresses fail with AddressRefused.
 */
export function guardedAgent(options: GuardOptions): Agent {
  const lookup = guardedLookup(options.resolve ?? systemLookup);
  const connect = buildConnector({ timeout: options.connectTimeoutMs, lookup });
  return new Agent({
    connect: (target, callback) => {
      const literal = target.hostname.replace(/^\[|\]$/g, '');
      const range = isIP(literal) === 0 ? null : internalRange(literal);
      if (range === null) connect(target, callback);
      else callback(refusal(literal, literal, range), null);
    },
  });
}

function guardedLookup(resolve: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, []);
      const addresses = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }];
      for (const { address } of addresses) {
        const range = internalRange(address);
        if (range !== null) return callback(refusal(hostname, address, range), []);
      }
      const [first] = addresses;
      if (first === undefined) return callback(new Error(`${hostname} has no address`), []);
      return options.all === true ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}

function refusal(host: string, address: string, range: string): AddressRefused {
  const where = host === address ? address : `${host} (${address})`;
  return new AddressRefused(`${where} is an internal address (${range})`);
}
