import iconv from 'iconv-lite';
import { Converter } from 'opencc-js/cn2t';
import { describe, expect, test } from 'vitest';
import { BUILTIN_SOURCES, loadCatalog } from '../../../../ingest/catalog/load.ts';
import { decodeText } from '../../../../ingest/fetch/charset.ts';
import { readFixture } from './read-fixture.ts';

const chinese = [...loadCatalog([BUILTIN_SOURCES]).sources.values()].filter(
  ({ kind, lang }) => kind === 'feed' && lang?.startsWith('zh') === true,
);
const traditional = Converter({ from: 'cn', to: 'tw' });
/** As a server sends it that names its encoding in the page, or leaves it open. */
const sentAs = (encoding: string, label: string) => (html: string) =>
  decodeText(iconv.encode(html.replaceAll(/charset="?[\w-]+"?/gi, label), encoding), 'text/html', 'zh').text;

describe('a Chinese article states the same', () => {
  const cases = chinese.map((source) => ({ id: source.id, source }));

  test.each(cases)('in traditional characters: $id', ({ source }) => {
    expect(readFixture(source, traditional).announcements).toEqual(readFixture(source).announcements);
  });

  test.each(cases)('in GBK, named and unnamed: $id', ({ source }) => {
    const { announcements } = readFixture(source);
    expect(readFixture(source, sentAs('gbk', 'charset="gb2312"')).announcements).toEqual(announcements);
    expect(readFixture(source, sentAs('gbk', '')).announcements).toEqual(announcements);
  });
});
