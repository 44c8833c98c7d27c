import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { announcement } from '../../infra/contracts/announcement.ts';
import { orNull } from '../../infra/contracts/common.ts';
import type { Document } from '../../infra/contracts/document.ts';
import { articleOf, loadFixtures } from '../processors/extract/news/fixtures.ts';

const value = orNull(z.union([z.number(), z.string()])).transform((told) =>
  told === null || told === '' ? null : Number(told),
);
const labelledClaim = z.object({
  kind: announcement.shape.kind,
  subject: orNull(z.string()),
  value_min: value,
  value_max: value,
  unit: orNull(z.string()),
  metric: announcement.shape.metric,
  quote: orNull(z.string()),
});
export type LabelledClaim = z.output<typeof labelledClaim>;

/** A file of a labelled set: a text with everything that it states. */
const labelledFile = z.object({
  text: z.string(),
  url: orNull(z.string()),
  title: orNull(z.string()),
  published: orNull(z.string()),
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

/** The labelled texts of a folder of .json files. Throws, with the file and what is wrong in it, where one is not of that form. */
export const textsIn = (folder: string): Labelled[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const path = join(folder, file);
      const parsed = labelledFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
      if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
      const { text, url, title, published, signals } = parsed.data;
      const source = url === null ? {} : { url };
      return { document: articleOf(text, published?.slice(0, 10) ?? null, title, source), claims: signals };
    });
