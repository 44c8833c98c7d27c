export interface PageOutline {
  readonly title: string;
  /** The first h1. */
  readonly heading: string;
  /** What a reader sees, title apart. */
  readonly visible: string;
  readonly scripts: number;
  readonly cells: number;
  readonly hasPassword: boolean;
  /** Data carried along for a script, which extraction can read without running it. */
  readonly hasData: boolean;
}

/** Elements whose content nobody sees. */
const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'svg', 'title']);
const DATA_TYPE = /type=["']?application\/(?:ld\+)?json|id=["']?__(?:NEXT|NUXT)_DATA__/i;
const DATA_CODE = /self\.__next_f\.push|__(?:INITIAL_STATE|NUXT|APOLLO_STATE|PRELOADED_STATE|remixContext)__/;
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  yen: '¥',
  euro: '€',
};

/**
 * The few facts by which an interstitial is told from a page. One pass without a tree: the time is linear in the length whatever the
 * markup, which a full parser's is not for a hundred thousand nested elements.
 */
export function pageOutline(html: string): PageOutline {
  const lower = html.toLowerCase();
  const tag = /<(\/?)([a-z][a-z0-9-]*)/y;
  const seen: string[] = [];
  let [title, heading, scripts, cells, hasPassword, hasData] = ['', '', 0, 0, false, false];
  let headingFrom = -1;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    seen.push(html.slice(at, open === -1 ? undefined : open));
    if (open === -1) break;
    if (html[open + 1] === '!' || html[open + 1] === '?') {
      at = after(html, html.startsWith('<!--', open) ? '-->' : '>', open);
      continue;
    }
    tag.lastIndex = open;
    const [, isEnd, name = ''] = tag.exec(lower) ?? [];
    if (name === '') {
      seen.push('<');
      at = open + 1;
      continue;
    }
    at = after(html, '>', open);
    if (isEnd === '/') {
      if (name === 'h1' && headingFrom >= 0) heading ||= squeeze(seen.slice(headingFrom).join(' '));
      continue;
    }
    if (name === 'h1') headingFrom = seen.length;
    if (name === 'td' || name === 'dd') cells += 1;
    if (name === 'input' && /type=["']?password/.test(lower.slice(open, at))) hasPassword = true;
    if (!UNSEEN.has(name)) continue;
    const end = lower.indexOf(`</${name}`, at);
    const content = html.slice(at, end === -1 ? undefined : end);
    if (name === 'title') title ||= squeeze(content);
    if (name === 'script') {
      scripts += 1;
      hasData ||= DATA_TYPE.test(html.slice(open, at)) ? content.length > 500 : DATA_CODE.test(content);
    }
    at = end === -1 ? html.length : end;
  }
  return { title, heading, visible: squeeze(seen.join(' ')), scripts, cells, hasPassword, hasData };
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

function squeeze(text: string): string {
  return text
    .replace(/&(\w{2,5});/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}
