import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { announcement } from '../../infra/contracts/announcement.ts';
import type { Document } from '../../infra/contracts/document.ts';
import { articleOf, loadFixtures } from '../processors/extract/news/fixtures.ts';

const number = z
  .union([z.number(), z.string()])
  .nullable()
  .optional()
  .transform((value) => (value == null || value === '' ? null : Number(value)));
const labelledClaim = z.object({
  kind: announcement.shape.kind,
  subject: z
    .string()
    .nullable()
    .optional()
    .transform((value) => value ?? null),
  value_min: number,
  value_max: number,
  unit: z
    .string()
    .nullable()
    .optional()
    .transform((value) => value ?? null),
  metric: announcement.shape.metric,
  quote: z
    .string()
    .nullable()
    .optional()
    .transform((value) => value ?? null),
});
export type LabelledClaim = z.output<typeof labelledClaim>;

/** A file of a labelled set: a text with everything that it states. */
const labelledFile = z.object({
  text: z.string(),
  url: z.string().nullable().optional(),
  title: z.string().nullable().optional(),
  published: z.string().nullable().optional(),
  signals: z.array(labelledClaim),
});

/** A text with what it states. */
export interface Labelled {
  readonly document: Document;
  readonly claims: readonly LabelledClaim[];
}

/** The texts of our own that the tests read. */
export const ownTexts = (): Labelled[] =>
  loadFixtures().map(({ document, expected }) => ({
    document,
    claims: expected.map(({ kind, subject, min, max, unit, attributes }) =>
      labelledClaim.parse({ kind, subject, value_min: min, value_max: max, unit, metric: attributes['metric'] }),
    ),
  }));

/** The labelled texts of a folder of .json files. */
export const textsIn = (folder: string): Labelled[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const { text, url, title, published, signals } = labelledFile.parse(
        JSON.parse(readFileSync(join(folder, file), 'utf8')),
      );
      return {
        document: articleOf(text, published?.slice(0, 10) ?? null, title ?? null, url ? { url } : {}),
        claims: signals,
      };
    });
