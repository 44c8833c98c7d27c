import { describe, expect, test } from 'vitest';
import { readFeed } from '../../../../processors/extract/feeds/read-feed.ts';
import { makeDocument } from '../../../support/document.ts';

const list = (body: string, more: object = {}) =>
  readFeed(makeDocument({ kind: 'feed', format: 'html', url: 'https://blog.example.com/news', body, ...more }));
const followed = { hints: { follow: '/news/[\\w-]+$' } };
const entry = (path: string, title: string | null, day: string | null) => ({
  url: `https://blog.example.com${path}`,
  title,
  published_at: day === null ? null : `${day}T00:00:00.000Z`,
});

describe('the headline of an entry', () => {
  test('stands beside a link that only says "Read more"', () => {
    const card = (path: string, title: string) =>
      `<div class="card"><a href="${path}"><img src="x.png"></a><h3>${title}</h3><p>May 7, 2025</p><a href="${path}">Read more</a></div>`;
    const body = `<main>${card('/news/a', 'Inference prices fall by a third')}${card('/news/b', 'Tokyo')}</main>`;
    expect(list(body, followed)).toEqual([
      entry('/news/a', 'Inference prices fall by a third', '2025-05-07'),
      entry('/news/b', 'Tokyo', '2025-05-07'),
    ]);
  });

  test('is whole where the page shows it cut short', () => {
    const body =
      '<ul><li><a href="/n/1" title="关于调整模型服务价格的公告及后续安排">关于调整模型服务价格...</a><span>2026-03-16</span></li></ul>';
    expect(list(body)).toEqual([entry('/n/1', '关于调整模型服务价格的公告及后续安排', '2026-03-16')]);
  });

  test('does not run into the date and the section that stand in the same link', () => {
    const body = `<a href="/news/a"><div><time>Nov 19, 2025</time><span>Policy</span></div><span class="title">A letter on chips</span></a>
      <a href="/news/b"><p>Ten trillion tokens in a day</p><p>2026/06/11</p></a>`;
    expect(list(body, followed)).toEqual([
      entry('/news/a', 'A letter on chips', '2025-11-19'),
      entry('/news/b', 'Ten trillion tokens in a day', '2026-06-11'),
    ]);
  });

  test('may stand in the header of an article, not in that of the page', () => {
    const body = `<header><a href="/about">About this company and its people</a></header>
      <article><header><h2><a href="/n/1">A price list for the new cards</a></h2></header></article>`;
    expect(list(body)).toEqual([entry('/n/1', 'A price list for the new cards', null)]);
  });
});

test('an entry whose address says that it is an article is followed even without a headline', () => {
  const body = '<div><a href="/news/a"><img alt=""></a></div><div><a href="/about"><img alt=""></a></div>';
  expect(list(body, followed)).toEqual([entry('/news/a', null, null)]);
});

test('the date of one entry is not that of the next', () => {
  const body =
    '<div><a href="/n/1">The first headline of two</a><a href="/n/2">The second headline of two</a><p>May 7, 2025</p></div>';
  expect(list(body).map((link) => link.published_at)).toEqual([null, null]);
});
