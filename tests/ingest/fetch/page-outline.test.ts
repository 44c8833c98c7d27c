import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentHash } from '../../../ingest/fetch/content-hash.ts';
import { FetchFailure } from '../../../ingest/fetch/failure.ts';
import { requireObservation } from '../../../ingest/fetch/observation.ts';
import { pageOutline } from '../../../ingest/fetch/page-outline.ts';

test('the facts of a page', () => {
  const html = `<!doctype html><html><head><TITLE>Prices &amp; plans</TITLE><style>td { color: red }</style></head>
    <body><!-- <td> --><h1>Our <b>prices</b></h1><noscript>Turn scripts on</noscript><svg><text>logo</text></svg>
    <table><tr><td>a</td><td>1 &lt; 2</td></tr></table><SCRIPT>if (a < b) document.write('<td>')</SCRIPT>
    <input name=p type='password'> 3 < 4</body></html>`;
  expect(pageOutline(html)).toEqual({
    title: 'Prices & plans',
    heading: 'Our prices',
    visible: 'Our prices a 1 < 2 3 < 4',
    scripts: 1,
    cells: 2,
    hasPassword: true,
    hasData: false,
  });
});

test.each([
  ['nothing', ''],
  ['no markup', 'plain'],
  ['an element without an end', '<p>plain<script>x'],
  ['a tag without an end', 'plain<p class="'],
  ['a comment without an end', 'plain<!-- x'],
])('%s is no trouble', (_what, html) => {
  expect(['', 'plain']).toContain(pageOutline(html).visible);
});

describe('any input is screened without a crash and in time', () => {
  const pieces = [
    '<',
    '>',
    '</',
    '<!--',
    '-->',
    '<script',
    '<title>',
    '<h1>',
    '</h1>',
    '<td>',
    '"',
    "'",
    ' a=1',
    '&amp;',
    '\0',
    '价格',
    '$1',
    '<meta ',
  ];

  test('whatever the pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 200 }), (parts) => {
        const text = parts.join('');
        try {
          requireObservation({
            url: 'https://a.example/',
            finalUrl: 'https://a.example/',
            format: 'html',
            kind: 'page',
            text,
          });
        } catch (error) {
          expect(error).toBeInstanceOf(FetchFailure);
        }
        expect(contentHash(text, 'html')).toHaveLength(64);
      }),
      { numRuns: 500 },
    );
  });

  // A quadratic reader would need hours for each of these: the test would not end.
  test.each([
    ['nested', '<div>'],
    ['misnested', '<b><p>'],
    ['unclosed scripts', '<script>'],
    ['unclosed comments', '<!--'],
    ['unclosed tags', '<p a="'],
    ['headings', '<h1>'],
    ['entities', '&amp;&'],
    ['attributes', ' nonce="'],
    ['fields', '<meta name="'],
  ])('%s, a million characters of it', (_what, piece) => {
    const text = piece.repeat(1_000_000 / piece.length);
    pageOutline(text);
    expect(contentHash(text, 'html')).toHaveLength(64);
  });
});
