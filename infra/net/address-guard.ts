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
  /** The error for an internal address; `where` names it and the host it belongs to. Default: AddressRefused. */
  readonly refuse?: (where: string, range: string) => Error;
}

/**
 * A connector that looks at the very address it is about to connect to: a name that answers differently the second time (DNS
 * rebinding) gains nothing, and a redirect is one more connection that is looked at.
 */
export function guardedConnector(options: GuardOptions): buildConnector.connector {
  const refuse = options.refuse ?? refused;
  const lookup = guardedLookup(options.resolve ?? systemLookup, refuse);
  const connect = buildConnector({ timeout: options.connectTimeoutMs, lookup });
  return (target, callback) => {
    const literal = target.hostname.replace(/^\[|\]$/g, '');
    const range = isIP(literal) === 0 ? null : internalRange(literal);
    if (range === null) connect(target, callback);
    else callback(refuse(literal, range), null);
  };
}

/** An agent whose every connection is guarded. */
export function guardedAgent(options: GuardOptions): Agent {
  return new Agent({ connect: guardedConnector(options) });
}

function guardedLookup(resolve: LookupFunction, refuse: NonNullable<GuardOptions['refuse']>): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, []);
      const addresses = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }];
      for (const { address } of addresses) {
        const range = internalRange(address);
        const where = hostname === address ? address : `${hostname} (${address})`;
        if (range !== null) return callback(refuse(where, range), []);
      }
      const [first] = addresses;
      if (first === undefined) return callback(new Error(`${hostname} has no address`), []);
      return options.all === true ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}

function refused(where: string, range: string): AddressRefused {
  return new AddressRefused(`${where} is an internal address (${range})`);
}
