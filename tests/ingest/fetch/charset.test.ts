import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../ingest/fetch/charset.ts';

const zh = '豆包大模型推理输入价格为每百万 tokens 0.8 元，输出价格为每百万 tokens 2 元，限时优惠至年底。';
const tw = '輸入每百萬 tokens 收費 25 元，輸出每百萬 tokens 收費 100 元，優惠期間至年底止，歡迎洽詢。';
const html = (meta: string, body: string) =>
  `<!doctype html><html><head>${meta}<title>价格</title></head><body>${body}</body></html>`;

describe('what decides the charset', () => {
  test.each([
    [
      'a UTF-8 mark, over a header that says otherwise',
      iconv.encode(zh, 'utf8', { addBOM: true }),
      'text/html; charset=gbk',
      'utf-8',
      'bom',
    ],
    ['a UTF-16 mark', iconv.encode(zh, 'utf16le', { addBOM: true }), null, 'utf-16le', 'bom'],
    ['the header', iconv.encode(zh, 'gbk'), 'text/html; charset=GBK', 'gb18030', 'header'],
    ['the header, in quotes', iconv.encode(zh, 'gb18030'), 'text/html; charset="gb2312"', 'gb18030', 'header'],
    ['Big5 in the header', iconv.encode(tw, 'big5'), 'text/html; charset=big5', 'big5', 'header'],
    ['a meta element', iconv.encode(html('<meta charset="gb2312">', zh), 'gbk'), 'text/html', 'gb18030', 'declaration'],
    [
      'a meta element of the old form',
      iconv.encode(html('<meta http-equiv="Content-Type" content="text/html; charset=big5">', tw), 'big5'),
      null,
      'big5',
      'declaration',
    ],
    [
      'an XML declaration',
      iconv.encode(`<?xml version="1.0" encoding="GB18030"?><rss>${zh}</rss>`, 'gb18030'),
      'text/xml',
      'gb18030',
      'declaration',
    ],
    ['nothing, and it is UTF-8', Buffer.from(zh), 'text/html', 'utf-8', 'utf-8'],
    ['nothing, and it is GB18030', iconv.encode(zh.repeat(5), 'gb18030'), 'text/html', 'gb18030', 'detector'],
    ['nothing, and it is Big5', iconv.encode(tw.repeat(5), 'big5'), 'text/html', 'big5', 'detector'],
    [
      'the header, before meta',
      iconv.encode(html('<meta charset="utf-8">', zh), 'gbk'),
      'text/html; charset=gbk',
      'gb18030',
      'header',
    ],
  ])('%s', (_what, bytes, contentType, charset, how) => {
    const decoded = decodeText(bytes, contentType);
    expect(decoded).toMatchObject({ charset, how, unreadable: 0 });
    expect(decoded.text).toMatch(/每百[万萬] tokens/);
  });
});

describe('a label the bytes contradict', () => {
  test.each([
    ['UTF-8 called Latin 1 by the server', Buffer.from(zh), 'text/html; charset=iso-8859-1', 'utf-8'],
    ['GBK called UTF-8 by the header', iconv.encode(zh.repeat(3), 'gbk'), 'text/html; charset=utf-8', 'gb18030'],
    [
      'GBK called Latin 1, told right by meta',
      iconv.encode(html('<meta charset=gbk>', zh), 'gbk'),
      'text/html; charset=iso-8859-1',
      'gb18030',
    ],
    ['UTF-8 called GBK by meta', Buffer.from(html('<meta charset="gbk">', `${zh}€`)), 'text/html', 'utf-8'],
    ['a label that means nothing', Buffer.from(zh), 'text/html; charset=none', 'utf-8'],
  ])('%s', (_what, bytes, contentType, charset) => {
    const decoded = decodeText(bytes, contentType);
    expect(decoded).toMatchObject({ charset, unreadable: 0 });
    expect(decoded.text).toContain('每百万 tokens');
  });
});

describe('one broken character costs one character', () => {
  test.each([
    ['utf8', 'text/html; charset=utf-8', [0xe4, 0xb8], 'utf-8'],
    ['utf8', 'text/html', [0xff], 'utf-8'],
    ['gbk', 'text/html; charset=gbk', [0xff], 'gb18030'],
  ])('%s as %s', (encoding, contentType, broken, charset) => {
    const half = iconv.encode(zh.repeat(2), encoding);
    const decoded = decodeText(Buffer.concat([half, Buffer.from(broken), half]), contentType);
    expect(decoded).toMatchObject({ charset, unreadable: 1 });
    expect(decoded.text.split('每百万 tokens')).toHaveLength(9);
  });
});

test('Latin 1 is believed where nothing else fits', () => {
  expect(decodeText(iconv.encode('12 £ — 10 €', 'windows-1252'), 'text/html; charset=iso-8859-1').text).toBe(
    '12 £ — 10 €',
  );
});

test.each([
  ['zh', 'gbk', '输出'],
  ['zh-CN', 'gbk', '联系销售'],
  ['zh-TW', 'big5', '輸出'],
])('a few characters without a label are read as the language the source is written in: %s', (lang, charset, text) => {
  expect(decodeText(iconv.encode(`<p>${text}</p>`, charset), 'text/html', lang).text).toBe(`<p>${text}</p>`);
});

test('nothing is nothing', () => {
  expect(decodeText(Buffer.alloc(0), null)).toEqual({ text: '', charset: 'utf-8', how: 'utf-8', unreadable: 0 });
});
