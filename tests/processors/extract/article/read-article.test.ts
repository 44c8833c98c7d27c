import { expect, test } from 'vitest';
import { readArticle } from '../../../../processors/extract/article/read-article.ts';
import { makeDocument } from '../../../support/document.ts';

const paragraph =
  'From the first of May the price of inference on all our large models goes up by five to ten percent, the company said.';

test('an article becomes its text: tables and lists keep their shape, menus, related links and scripts go', () => {
  const body = `<html lang="en"><head><title>Prices go up - Example</title>
    <meta property="article:published_time" content="2026-04-20T08:00:00Z"></head><body>
    <nav><a href="/">Home</a><a href="/b">Blog</a></nav><script>var x = "never";</script>
    <article><h1>Prices go up</h1>${`<p>${paragraph}</p>`.repeat(4)}
    <ul><li>Chat: $2 per million tokens</li></ul>
    <table><tr><th>Model</th><th>Input</th></tr><tr><td>Large</td><td>$3</td></tr></table></article>
    <footer>Related: <a href="/x">Ten ways to save on your phone bill</a></footer></body></html>`;
  const read = readArticle(makeDocument({ kind: 'article', body }));
  expect(read).toMatchObject({ format: 'text', lang: 'en', published_at: '2026-04-20T08:00:00.000Z' });
  expect(read.title).toContain('Prices go up');
  expect(read.body).toContain('- Chat: $2 per million tokens');
  expect(read.body).toContain('| Model | Input |\n| Large | $3 |');
  expect(read.body).not.toMatch(/never|phone bill|Home/);
});

test('what the feed said of title and date stands', () => {
  const body = `<article>${`<p>${paragraph}</p>`.repeat(4)}</article>`;
  const given = { title: 'From the feed', published_at: '2026-01-01T00:00:00.000Z' };
  expect(readArticle(makeDocument({ kind: 'article', body, ...given }))).toMatchObject(given);
});

test('Chinese text is known as such', () => {
  const body = `<article>${'<p>自5月1日起，平台上所有大模型的推理价格上调百分之五至百分之十，公司表示此举源于算力成本上升，已有用户可继续享受原价至月底。</p>'.repeat(4)}</article>`;
  expect(readArticle(makeDocument({ kind: 'article', body }))).toMatchObject({ lang: 'zh' });
  // What the catalog says of its source holds.
  expect(readArticle(makeDocument({ kind: 'article', body, lang: 'zh-TW' }))).toMatchObject({ lang: 'zh-TW' });
});
