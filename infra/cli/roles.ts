/** What a process can do; `start` does all of it. In the order they are started: whoever consumes is there before whoever produces. */
export const ROLES = ['clickhouse', 'alerts', 'web', 'merge', 'detect', 'extract', 'fetch', 'schedule'] as const;
export type Role = (typeof ROLES)[number];

export function isRole(name: string): name is Role {
  return ROLES.some((role) => role === name);
}
