import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import { readNews } from '../../../../processors/extract/news/read-news.ts';
import { type Expected, type Fixture, loadFixtures } from './fixtures.ts';

const fixtures = loadFixtures();

const states = (a: Announcement, e: Expected): boolean =>
  a.kind === e.kind &&
  (e.subject === null || e.kind === 'market_size' || a.subject === e.subject) &&
  a.direction === e.direction &&
  a.value_min === e.min &&
  a.value_max === e.max &&
  a.unit === e.unit &&
  Object.entries(e.attributes).every(([name, value]) => String(Reflect.get(a, name)) === value);

const line = (a: Announcement): string =>
  `${a.kind} ${a.subject} ${a.direction ?? ''} ${a.value_min}..${a.value_max} ${a.unit} ${a.meter ?? a.metric ?? ''} "${a.object}" ${a.reasons.join(', ')}`;

/** What was not found, and what was found though nothing states it. */
function differences({ document, expected }: Fixture): { missing: Expected[]; unexpected: string[] } {
  const left = readNews(document);
  const missing = expected.filter((e) => {
    const at = left.findIndex((a) => states(a, e));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { missing, unexpected: left.map(line) };
}

describe('texts of our own', () => {
  it('come in both languages and include texts that state nothing', () => {
    expect(fixtures.length).toBeGreaterThan(150);
    expect(fixtures.filter((f) => f.expected.length === 0).length).toBeGreaterThan(25);
    expect(fixtures.filter((f) => /[\u4e00-\u9fff]/.test(f.document.body)).length).toBeGreaterThan(60);
  });

  it.each(fixtures.map((f) => [f.name, f] as const))('%s', (_name, fixture) => {
    expect(differences(fixture)).toEqual({ missing: [], unexpected: [] });
  });
});
