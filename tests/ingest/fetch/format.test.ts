import { describe, expect, test } from 'vitest';
import { sniffFormat } from '../../../ingest/fetch/format.ts';

const url = 'https://example.com/pricing';

test.each([
  ['html', '<!DOCTYPE html><html></html>', 'text/html', url],
  ['html', '  <html lang="zh"></html>', null, url],
  ['html', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"></html>', 'application/xhtml+xml', url],
  ['html', 'Prices<br>', 'text/html', url],
  ['json', '{"data":[]}', 'application/json', url],
  ['json', '[1]', 'text/plain; charset=utf-8', url],
  ['json', '{"a":1}', 'text/html', url],
  ['json', '{"items":[]}', 'application/feed+json', url],
  ['xml', '<?xml version="1.0"?><rss version="2.0"></rss>', 'text/html', url],
  ['xml', '<feed xmlns="http://www.w3.org/2005/Atom"></feed>', 'text/plain', url],
  ['md', '# Pricing\n\n| a | b |', 'text/plain', url],
  ['md', 'plain words', 'text/plain', 'https://example.com/pricing.md'],
  ['md', 'plain words', 'text/markdown', url],
  ['text', '[see] the list', 'text/plain', url],
  ['text', 'plain words', 'text/plain', url],
] as const)('%s: %s as %s', (format, text, type, address) => {
  expect(sniffFormat(text, type, address)).toBe(format);
});

describe('no observation', () => {
  test.each([
    ['{"data": [', 'application/json', /no valid JSON: /],
    ['oops', 'application/json; charset=utf-8', /no valid JSON: /],
    ['%PDF-1.7', 'application/pdf', /is a PDF/],
    ['\x89PNG\0\0', 'image/png', /is no text \(image\/png\)/],
    ['abc\0def', null, /is no text/],
  ])('%s as %s', (text, type, message) => {
    expect(() => sniffFormat(text, type, url)).toThrow(message);
  });
});
