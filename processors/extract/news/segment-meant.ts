import { ownHead } from './frames/object.ts';
import type { Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';
import { hasHan } from './text.ts';

const SEGMENT =
  '(?:infrastructure|services?|software|platforms?|learning|vision|solutions|storage|networking|hardware|inference|training|applications|saas|paas|iaas|maas|as a service)';
/** "Platform services follow, with", "Machine learning, where two houses lead, more than doubled, to": the segment that a sentence begins with. */
const OPENS = new RegExp(
  `^[*_"“ -]*((?!(?:the|its|this|that|spending|sales|revenues?)\\b)[a-z][\\w-]*(?: (?!(?:and|on|for|in|to|from)\\b)[\\w-]+){0,4}?(?<=${SEGMENT}))(?=,|:| (?:is|was|are|were|follows?|came|comes|made|grew|more than|will|should|reach|rose|alone|added|brought|accounted)\\b)`,
);
/** "SaaS $299 billion in 2025 and PaaS $208 billion" */
const RIGHT_BEFORE = /(?:^|[:;,(*] ?|\b(?:and|with) )[*_]*(saas|paas|iaas|maas|daas)[*_]* (?:at |is |was |about |~)?$/;

/** The segment of a market that a figure is told of in its own sentence, where the name found for the market does not stand before it there; null where none is. */
export function segmentMeant(reading: Reading, q: Quantity, known: string | null): string | null {
  const { text, original } = reading;
  const before = RIGHT_BEFORE.exec(text.slice(0, q.start))?.[1];
  if (before !== undefined) {
    const at = text.lastIndexOf(before, q.start);
    return original.slice(at, at + before.length);
  }
  if (hasHan(text)) {
    const clause = Math.max(0, ...reading.clauses.map((end) => end + 1).filter((at) => at < q.start));
    if (known !== null && original.slice(clause, q.start).includes(known)) return null;
    const head = ownHead(reading, q.start);
    return head !== null && SEGMENT_HAN.test(head) ? head : null;
  }
  if (known !== null && original.slice(0, q.start).includes(known)) return null;
  const opens = OPENS.exec(text)?.[1];
  if (opens === undefined) return null;
  const at = text.indexOf(opens);
  return original.slice(at, at + opens.length);
}
const SEGMENT_HAN =
  /(?:服务|治理|软件|硬件|平台|市场|开发|存储|芯片|服务器|推理|训练|应用|[ips]aas|解决方案|基础设施|部分|公有云|私有云)$/i;
