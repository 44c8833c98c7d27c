/** Small deterministic damage to a page: what a redesign, a cut transfer or a broken template does to it. */

/** mulberry32: the same seed damages the same way. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SCRAPS = [
  '<td>',
  '</td>',
  '<tr>',
  '</table>',
  '<table>',
  '<div style="display:none">',
  '<del>',
  '|',
  '\n',
  '\t',
  '$',
  '¥',
  '/ 1M tokens',
  '元',
  '%',
  '(',
  '<td rowspan="9999" colspan="9999">',
  '<h2>',
  '&nbsp;',
  '1,2,3',
  '..',
  '每百万',
  'per',
  '​',
  '<b>'.repeat(300),
  '('.repeat(2000),
  '9'.repeat(400),
  'input output '.repeat(200),
];

export function mutate(page: string, seed: number): string {
  const next = random(seed);
  const at = (length: number) => Math.floor(next() * length);
  let body = page;
  const times = 1 + at(6);
  for (let time = 0; time < times; time++) {
    const from = at(body.length);
    const to = Math.min(body.length, from + at(300));
    switch (at(6)) {
      case 0:
        body = body.slice(0, from) + body.slice(to);
        break;
      case 1:
        body = body.slice(0, to) + body.slice(from, to) + body.slice(to);
        break;
      case 2:
        body = body.slice(0, from) + (SCRAPS[at(SCRAPS.length)] ?? '') + body.slice(from);
        break;
      case 3:
        body = body.slice(0, from);
        break;
      case 4: {
        const other = at(body.length);
        body = body.slice(0, other) + body.slice(from, to) + body.slice(other);
        break;
      }
      default:
        body = body.slice(0, from) + body.slice(from, to).replaceAll(/<\/?\w+[^>]*>/g, '\n') + body.slice(to);
    }
  }
  return body;
}
