import type { Entity } from './entities.ts';
import data from './gazetteer.json' with { type: 'json' };
import { matches } from './text.ts';

/** "V4", "K2.5", "M2": what is left of a model's name where its maker goes without saying. */
const VERSION = /[ -]?((?:[vkmr]|step-)\d(?:\.\d{1,2})?)(?:[ -][a-z]+)*$/;

/** Cheap way out: no name of a text without it has such a version. */
export const mayNameVersions = (text: string): boolean => /(?:[vkmr]|step-)\d/.test(text);

/** The versions that names of a text end in ("DeepSeek V4", "Kimi K2.5 Thinking"), each with whose it is. */
export function versionsOf(text: string, entities: readonly Entity[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const e of entities) {
    if (e.kind !== 'organisation' && e.kind !== 'product') continue;
    const version = VERSION.exec(text.slice(e.start, e.end))?.[1];
    if (version && version.length < e.end - e.start) found.set(version, e.slug);
  }
  return found;
}

interface Series {
  readonly slug: string;
  /** Its maker in a text: any of his names, and of those of his products that have no number. */
  readonly maker: RegExp;
  readonly versions: RegExp;
}

/** The letters that makers number their models with, as the gazetteer has them. */
const SERIES: readonly Series[] = data.organisations.flatMap(({ slug, names, products = [], series = [] }) => {
  if (series.length === 0) return [];
  const called = [...names, ...products].filter((name) => !/\d|-/.test(name));
  return {
    slug,
    maker: new RegExp(called.map((name) => (/^[a-z]/.test(name) ? `\\b${name}\\b` : name)).join('|')),
    // V1 is a way of an API more often than a model.
    versions: new RegExp(`(?<![a-z0-9.-])(?!v1)[${series.join('')}][1-9](?:\\.\\d)?(?![\\d.]\\d|\\d|[a-z])`, 'g'),
  };
});

/** The versions a text names without their maker ("V3.2-Exp" in a text about DeepSeek), each with whose it is. */
export function versionsInSeries(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { slug, maker, versions } of SERIES)
    if (maker.test(text)) for (const match of matches(versions, text)) found.set(match[0], slug);
  return found;
}

/** Where a stretch of the text says such a version alone: "V4 Pro", "K2.5 Thinking". None where a name stands already. */
export function findVersions(
  text: string,
  from: number,
  to: number,
  versions: ReadonlyMap<string, string>,
  entities: readonly Entity[],
): Entity[] {
  const found: Entity[] = [];
  if (versions.size === 0) return found;
  const stretch = text.slice(from, to);
  for (const [version, slug] of versions) {
    for (let i = stretch.indexOf(version); i >= 0; i = stretch.indexOf(version, i + 1)) {
      const at = from + i;
      if (/[a-z0-9.-]/.test(text[at - 1] ?? ' ')) continue;
      const rest =
        /^(?:[ -](?:pro|flash|max|mini|lite|turbo|preview|thinking|exp|fast|air|plus|instruct|code))*(?![a-z0-9]|\.\d)/.exec(
          text.slice(at + version.length, Math.min(to, at + version.length + 24)),
        );
      const end = at + version.length + (rest?.[0].length ?? 0);
      if (rest && !entities.some((e) => e.start < end && at < e.end))
        found.push({ start: at, end, slug, kind: 'product' });
    }
  }
  return found;
}
