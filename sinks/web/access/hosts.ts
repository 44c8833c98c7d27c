import ipaddr from 'ipaddr.js';

/** True for 127.0.0.0/8, ::1 and localhost: only this machine can connect. */
export const isLoopback = (host: string): boolean => {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (name === 'localhost') return true;
  return ipaddr.isValid(name) && ipaddr.process(name).range() === 'loopback';
};

const hostname = (header: string): string | null => {
  try {
    return new URL(`http://${header}`).hostname.replace(/^\[|\]$/g, '').toLowerCase();
  } catch {
    return null;
  }
};

/**
 * Whether a Host header names this server. A page that rebinds its own name to this address sends that name, so
 * only loopback, plain addresses and the configured names pass.
 */
export const hostCheck = (names: readonly string[]) => {
  const known = new Set(names.map((name) => name.toLowerCase()));
  return (header: string | undefined): boolean => {
    const name = header === undefined ? null : hostname(header);
    if (name === null) return false;
    return name === 'localhost' || name.endsWith('.localhost') || ipaddr.isValid(name) || known.has(name);
  };
};
