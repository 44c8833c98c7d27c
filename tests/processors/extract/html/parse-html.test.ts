import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import type { ChildNode, Document } from 'domhandler';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFragment, parseHtml } from '../../../../processors/extract/html/parse-html.ts';
import { mutate } from '../pages/mutate.ts';

const FIXTURES = join(import.meta.dirname, '../pages/fixtures');

/** A tree, a node a line: its depth, what it is, what it says, its attributes in their order. */
function outline(root: Document): string {
  const lines: string[] = [];
  const open: [Document | ChildNode, number][] = [[root, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, depth] = next;
    const said = 'data' in node ? JSON.stringify(node.data) : '';
    const kind = 'attribs' in node ? `${node.namespace} ${JSON.stringify(Object.entries(node.attribs))}` : '';
    lines.push([depth, node.type, 'name' in node ? node.name : '', said, kind].join(' '));
    if ('children' in node) for (const child of [...node.children].reverse()) open.push([child, depth + 1]);
  }
  return lines.join('\n');
}

function rootOf(html: string, whole: boolean): Document {
  const root = load(html, null, whole).root()[0];
  if (root === undefined) throw new Error('cheerio gave no root');
  return root;
}

function expectSameTree(html: string): void {
  expect(outline(parseHtml(html))).toBe(outline(rootOf(html, true)));
  expect(outline(parseFragment(html))).toBe(outline(rootOf(html, false)));
}

/** Pieces of markup, well and badly made: what stands beside what decides how each is read. */
const PIECES = [
  '<!doctype html>',
  '<html lang="en">',
  '<body class=a>',
  '<div class="a b" id=\'c\' data-x>',
  '<DIV Class="A">',
  '</div>',
  '</DIV >',
  '<p>',
  '</p>',
  '<br/>',
  '<br / >',
  '<a href="?a=1&amp;b=2&copy=3" href="again">',
  "<a title='it''s'>",
  '<a href=x/y>',
  '<a b=c/>',
  '<a =x>',
  '<a "x">',
  '<a\nb\t=\f"c"\n>',
  '<img alt="a>b" src=/x.png />',
  '</a href="x">',
  '<b><i>',
  '</b>',
  '<table>',
  '<tr><td colspan=2>',
  '<col>',
  '</table>',
  '<select><option>',
  '<svg viewBox="0 0 1 1"><title>',
  '<path d="M0"/>',
  '</svg>',
  '<math><annotation-xml encoding="text/html"><p>',
  '<![CDATA[ x ]]>',
  '<script type="module">if (a < b && c<!d) "</div>"',
  '<script><!-- <script>',
  '</script>',
  '</script x>',
  '<style>a > b {}',
  '</style>',
  '<noscript><img>',
  '</noscript>',
  '<iframe>',
  '</iframe>',
  '<title> a &lt; b ',
  '</title>',
  '<textarea>\n',
  '</textarea>',
  '<pre>\n\n a',
  '<template><td>',
  '</template>',
  '<plaintext>',
  '<frameset>',
  '<!-- a -- b < c --!>',
  '<!-->',
  '<!x>',
  '<?xml?>',
  '</>',
  '</3>',
  '<',
  '<3',
  '& &amp; &ampx &notit; &#36; &#x24',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\0',
  'a b',
  '價 😀',
  '\ud83d',
  '"',
  "'",
  '>',
  '=',
  '/',
];

describe('a page parsed', () => {
  it('is the tree that cheerio makes of it, whatever its markup', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => expectSameTree(pieces.join(''))),
      { numRuns: 2000 },
    );
  });

  it('is the tree that cheerio makes of it, whatever its characters', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'<>/!-="\'& \nab') }), expectSameTree), {
      numRuns: 2000,
    });
  });

  it.each(readdirSync(FIXTURES).filter((name) => name.endsWith('.html')))('%s, whole and damaged', (name) => {
    const body = readFileSync(join(FIXTURES, name), 'utf8');
    expectSameTree(body);
    for (let seed = 0; seed < 4; seed++) expectSameTree(mutate(body, seed * 7919 + name.length));
  });
});
