import { z } from 'zod';

/** Version of the record contract (docs/records.md). Fields are added, never renamed or reused. */
export const CONTRACT_VERSION = 1;

export const version = z.number().int().positive().default(CONTRACT_VERSION);

/** UTC, ISO 8601 with milliseconds, as `Date#toISOString` prints it. */
export const timestamp = z.iso.datetime({ precision: 3 });

/** Money and other exact quantities: a plain decimal literal, no exponent, never through a float. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'expected a plain decimal such as "0.0025"');

/** Partial ISO date as announcements write it: 2026, 2026-04, 2026-04-18, 2025-Q3, 2025-H1, FY2025, FY2026-Q4. */
export const partialDate = z
  .string()
  .regex(
    /^(FY\d{4}(-(Q[1-4]|H[12]))?|\d{4}(-(Q[1-4]|H[12]|\d{2}(-\d{2})?))?)$/,
    'expected 2026, 2026-04, 2026-04-18, 2025-Q3, 2025-H1, FY2025 or FY2026-Q4',
  );

export const currency = z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code such as USD');

export const slug = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'expected kebab-case such as alibaba-cloud');

/** Absent is null on the wire, so that a column and a JSON field always exist. */
export const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);
