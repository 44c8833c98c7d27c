import type { Edit } from './edited.ts';
import { matches } from './text.ts';

/** （月缴、美元）, 月费（元）: a line that says by what and in what money the plans below it are sold. */
const SAYS =
  /(?:月[缴繳付费費租]|每月|按月|包月)[ ，,、/／（(]{1,2}(?<money>美元|元|USD)(?=[)）：:，,、 ]|$)|[（(](?<money2>美元|元|USD)[ ，,、/／]{1,2}(?:月[缴繳付费費租]?|每月|按月)[)）]/;
const SUM = /[$¥￥]\d|\d ?[万亿萬億]*(?:美|港)?元/;
const PLAN =
  '(?<![A-Za-z])(?:Go|Plus|Pro\\+?|Max|Ultra|Teams?|Lite|Starter|Business|Premium|Basic|Enterprise|[\u4e00-\u9fff]{2}[版档檔])';
const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?';
/** Plus 20; Max 100／200; Ultra 原本249.99降到199.99 */
const PRICED = new RegExp(
  `${PLAN} ?[:：]? ?(?:原本?|由|从|從)? ?(?<first>${NUMBER})(?:(?<joint> ?(?:[/／]|→|[降漲涨調调升]價?价?[到至為为]) ?)(?<second>${NUMBER}))?(?=[ ，,、;；。（(]|$)`,
  'g',
);

/** ChatGPT Plus 20、Pro 200 under a line that says by the month and in dollars: bare figures behind the names of plans. */
export function planEdits(body: string): Edit[] {
  if (!SAYS.test(body)) return [];
  const edits: Edit[] = [];
  let unit: string | null = null;
  let at = 0;
  for (const line of body.split('\n')) {
    const start = at;
    at += line.length + 1;
    const said = SAYS.exec(line);
    if (said && !SUM.test(line)) {
      const money = said.groups?.['money'] ?? said.groups?.['money2'];
      unit = `${money === 'USD' ? '美元' : money}/月`;
      continue;
    }
    if (unit === null || line.trim() === '' || line.includes('|') || SUM.test(line)) continue;
    for (const match of matches(PRICED, line)) {
      const { first = '', joint = '', second } = match.groups ?? {};
      const end = start + match.index + match[0].length;
      const firstEnd = second === undefined ? end : end - second.length - joint.length;
      if (first === '') continue;
      edits.push({ start: firstEnd, end: firstEnd, text: unit });
      if (second !== undefined) edits.push({ start: end, end, text: unit });
    }
  }
  return edits;
}
