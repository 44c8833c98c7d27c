import { z } from 'zod';

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** "30s", "10m", "2h" or "7d", as milliseconds. */
export const duration = z
  .string()
  .regex(/^\d+(s|m|h|d)$/, 'expected a duration such as 30s, 10m, 2h or 7d')
  .transform((text) => Number(text.slice(0, -1)) * (UNITS[text.slice(-1)] ?? 0));
