import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** "from 300 million to 450 million monthly active users", "1.2 billion parameters": a number with a noun of its own counts that. */
const COUNTS_SOMETHING =
  /^(?: (?:to|and|or) [\d.,]+(?: (?:m|b|tr|quadr)illion)?)? (?:(?:daily|weekly|monthly|annual) )?(?!(?:(?:m|b|tr|quadr)illion|a|an|the|per|each|every|in|by|from|to|at|on|and|or|but|for|during|over|last|this|that|it|as|of|when|while|since|before|after|than|with|up|down|now|today|earlier|ago|just|only|daily|weekly|monthly|annually|year|month|week|day|was|is|were|had|has|have|did|through|across|via|so|between|within|under|against|alone|back|until|till|one|two|three|four|five|six|several|few|half|compared|versus|more|less|tokens?|level|mark|threshold|milestone)\b)[a-z]/;
/** "tens of millions of end users" */
const OF_OTHERS =
  /^ of (?!tokens?\b|them\b|these\b|those\b|that\b|which\b|it\b|the (?:total|tokens))(?:[a-z-]+ ){0,2}(?:users|people|customers|developers|requests|calls|queries|images|messages|documents|dollars|parameters|devices|downloads|players|transactions|conversations|chats|words|pages|videos|hours)\b/;
/** Something that is counted beside them is of about their size. */
const ALIKE = 1000;

/** 日均交易10亿笔, 开发者达1.8亿 */
const PIECES_HAN = /^多?(?:笔|人|户|台|辆|件|单(?!日|周|月)|条(?!记录)|家|本|字(?!节))/;
const OTHERS_HAN =
  /(?:开发者|交易|订单|粉丝|播放|观看|点赞|访问|安装)(?:数|量|人数)?(?:已|约|近|超过?|逾|达到?|为|突破|增至|升至)*$/;
/** 月活用户：从4亿增长至9亿: what the label of a line says it counts. */
const LABEL_OF_OTHERS =
  /^[^,，。;；:：?？\d]{0,12}(?:用户|[日月]活|客户|开发者|下载|会员|搜索|访问|浏览|请求|企业|人)(?:量|数|人数|规模|次数)?[:：]/;
const counted = (behind: string): boolean => COUNTS_SOMETHING.test(behind) || OF_OTHERS.test(behind);

/** "450 million users", and the second of "800 million weekly users, up from 400 million": a number that counts no tokens. */
export function countsOthers({ text, quantities }: Reading, q: Quantity): boolean {
  if (
    LABEL_OF_OTHERS.test(text) ||
    PIECES_HAN.test(text.slice(q.end, q.end + 3)) ||
    OTHERS_HAN.test(text.slice(0, q.start))
  )
    return true;
  if (counted(text.slice(q.end))) return true;
  const before = quantities.findLast((other) => other.end <= q.start);
  if (before === undefined) return false;
  // "180 billion pages" is read with its noun; 98万亿次 are calls.
  const named = before.unit === 'other' && /[a-z]$/.test(text.slice(before.start, before.end));
  if (!named && !(before.unit === 'number' && counted(text.slice(before.end)))) return false;
  const ratio = Number(q.min ?? q.max) / Number(before.min ?? before.max);
  return ratio < ALIKE && ratio > 1 / ALIKE;
}
