import { beforeAll, describe, expect, test } from 'vitest';
import type { Announcement } from '../../../infra/contracts/announcement.ts';
import type { PriceChange } from '../../../infra/contracts/price-change.ts';
import { Market } from '../../../infra/demo/market.ts';
import { vendorPage } from '../../../infra/demo/pages.ts';
import { VENDORS } from '../../../infra/demo/vendors.ts';
import { applyReading, newAddress } from '../../../processors/detect/apply-reading.ts';
import { extract } from '../../../processors/extract/extract.ts';
import { applyAnnouncements, applyChanges, applyClock, loadMerge } from '../../../processors/merge/merge.ts';
import { makeDocument } from '../../support/document.ts';
import { Book } from './builders.ts';
import { noon } from './story.ts';

/** One event in four wordings and two languages, by four outlets. */
const ARTICLES = [
  {
    source_id: 'wire-en',
    lang: 'en',
    published_at: '2026-03-18T03:00:00.000Z',
    body: 'Alibaba Cloud will raise the prices of its AI computing power and storage products by 5% to 34%, effective April 18, 2026, the company said in a notice to customers on Wednesday.',
  },
  {
    source_id: 'daily-zh',
    lang: 'zh',
    published_at: '2026-03-18T05:00:00.000Z',
    body: '阿里云发布公告称，受全球AI需求上升影响，自2026年4月18日起上调AI算力、存储等产品价格，涨幅为5%至34%。',
  },
  {
    source_id: 'blog-en',
    lang: 'en',
    published_at: '2026-03-19T09:00:00.000Z',
    body: 'From April 18, Alibaba Cloud is increasing what it charges for AI compute and storage. Price increases range from 5 percent to 34 percent.',
  },
  {
    source_id: 'portal-zh',
    lang: 'zh',
    published_at: '2026-03-20T01:00:00.000Z',
    body: '阿里云宣布，AI算力与存储产品将于4月18日起涨价，幅度在5%到34%之间。',
  },
];

const announcements: Announcement[] = ARTICLES.flatMap((article) =>
  extract(
    makeDocument({
      ...article,
      kind: 'article',
      format: 'text',
      fetched_at: article.published_at,
      url: `https://${article.source_id}.example/1`,
    }),
  ).announcements.filter(({ kind }) => kind === 'price_change'),
);

/** What the simulated market's Alibaba Cloud page gives, read the day before and on the day of the hike. */
async function observed(): Promise<readonly PriceChange[]> {
  const vendor = VENDORS.find(({ id }) => id === 'alibaba-cloud');
  if (vendor === undefined) throw new Error('the market has no Alibaba Cloud');
  const market = new Market(1);
  const hike = market.repricings(10)[0]?.step ?? 0;
  let state = newAddress('alibaba-page', 'https://alibaba.example/pricing');
  const changes: PriceChange[] = [];
  for (const [step, day] of [
    [hike - 1, '2026-04-17'],
    [hike, '2026-04-18'],
  ] as const) {
    const { body } = await vendorPage(vendor, market, step);
    const page = makeDocument({
      body,
      source_id: 'alibaba-page',
      provider: 'alibaba-cloud',
      authority: 'own',
      url: 'https://alibaba.example/pricing',
      fetched_at: `${day}T01:00:00.000Z`,
    });
    const { reading } = extract(page);
    if (reading === null) throw new Error('a page without a reading');
    const applied = applyReading(state, reading);
    state = applied.state;
    changes.push(...applied.changes);
  }
  return changes;
}

describe('from four articles and a price page to one signal', () => {
  let changes: readonly PriceChange[] = [];
  beforeAll(async () => {
    changes = await observed();
  });

  const told = (order: readonly Announcement[]) => {
    const book = new Book();
    const state = loadMerge(book);
    for (const announcement of order) book.write(applyAnnouncements(state, [announcement], noon('2026-03-26')));
    return { book, state };
  };

  test('each article states the hike', () => {
    expect(announcements.map(({ source_id }) => source_id)).toEqual(ARTICLES.map(({ source_id }) => source_id));
    for (const announcement of announcements) {
      expect(announcement).toMatchObject({
        subject: 'alibaba-cloud',
        direction: 'increase',
        value_min: '5',
        value_max: '34',
        unit: 'percent',
        effective: '2026-04-18',
      });
    }
  });

  test.each([
    ['as published', announcements],
    ['the other way round', announcements.toReversed()],
  ])('one signal with all citations, %s', (_order, order) => {
    const { book } = told(order);
    expect(book.current()).toMatchObject([
      {
        subject: 'alibaba-cloud',
        value_min: '5',
        value_max: '34',
        effective: '2026-04-18',
        state: 'announced',
        mentions: 4,
      },
    ]);
    expect(book.current()[0]?.citations[0]?.source_id).toBe('wire-en');
  });

  test('confirmed when the page moves', () => {
    const { book, state } = told(announcements);
    book.write(applyChanges(state, changes, noon('2026-04-18')));
    const [signal, ...others] = book.current();
    expect(others).toEqual([]);
    expect(signal).toMatchObject({ state: 'confirmed', origin: 'both', lag_days: 0, mentions: 4 });
    const percents = signal?.changes.map(({ pct }) => pct ?? 0) ?? [];
    expect([Math.min(...percents), Math.max(...percents)]).toEqual([5, 34]);
  });

  test('overdue when it does not', () => {
    const { book, state } = told(announcements);
    book.write(applyClock(state, noon('2026-04-21')));
    expect(book.current()).toMatchObject([{ state: 'overdue', mentions: 4 }]);
  });
});
