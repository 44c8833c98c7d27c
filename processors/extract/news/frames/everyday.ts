import { clauseAt } from '../context.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';

/** People who are paid for their work; "the developer plan" is an offer, "per engineer" a seat. */
const PEOPLE =
  '(?<!\\b(?:per|each|every|for|to|charg\\w+|costs?|asks?|bills?|sells?|offers?|gives?) (?:[a-z]+ )?)(?:electricians?|nurses?|teachers?|lawyers?|cleaners?|drivers?|consultants?|contractors?|freelancers?|annotators?|label(?:l)?ers?|reviewers?|experts|employees|engineers?|programmers?|analysts?|technicians?|researchers?|recruiters?|trainers?|two people|three people|four people)(?! (?:plans?|tiers?|editions?|accounts?|seats?|licen[cs]es?|subscriptions?|packages?|options?)\\b)';
const WORKS = new RegExp(`\\b${PEOPLE}\\b(?![^;]*\\b(?:pay|pays|paying|subscrib\\w+)\\b| for $)[^;]{0,60}$`);
/** What no cloud sells. */
const GOODS =
  /\b(?:flats?|apartments?|bedrooms?|hotels?|hostels?|breakfasts?|lunch|coffees?|eggs|tickets?|early[- ]birds?|season pass(?:es)?|workshops?|courses?|e-?books?|paperbacks?|hardcovers?|the book|playstation|xbox|nintendo|game pass|video games?|strategy games?|consoles?|roaming|flights?|airfares?|gym|tuition|mortgages?|groceries|hoodies?|t-shirts?|mugs?|textbooks?|bootcamps?)\b[^;]{0,60}$/;
const AT_HOME =
  /^ ?(?:more |extra |less )?(?:for|to|on) (?:a|an|the|each|every|your) (?:(?:typical|average|median|monthly) )?(?:homes?|households?|famil(?:y|ies)|residential|electric(?:ity)?|power|utility)\b/;
/** Power is sold by these. */
const POWER = /(?:\bper|\ban?|\/) ?(?:(?:megawatt|mw|kilowatt|kw)[- ]?(?:hour|day)s?|mwh|kwh|therm|barrel)\b/;

const PEOPLE_HAN =
  /(?:电工|护士|教师|律师|保洁员?|司机|顾问|外包(?:人员|员工)?|审核员|标注员|质检员|工程师|程序员|实习生|研究员|猎头|打工人|工人)(?!版)[^,，。;；付花买订用]{0,10}$/;
const GOODS_HAN =
  /(?:居室|房租|公寓|酒店|民宿|门票|早鸟票|套票|机票|车票|课程?|这门课|训练营|纸书|电子书|纸质书|家宽|宽带(?!宽)|漫游|话费|盒饭|早餐|健身房|奶茶|咖啡|playstation|ps5|switch ?2|xbox|任天堂|学费|红包|食堂|学习机|眼镜|耳机|手表|手环|扫地机)(?!.{0,8}(?:云|gpu|算力))[^。;；]{0,16}$/;

const SHORT = 8;

/** What something is about, or made with. */
const ABOUT = /\b(?:on|about|with|for|of|in|by|to) (?:the )?$|["“《「]$/;

/** "an electrician earns $62 an hour", "The course costs $49 a month", 标注员每小时18元: what the words before a figure name is nothing of the trade. */
export function isEveryday(reading: Reading, q: Quantity): boolean {
  const { text } = reading;
  const inner = clauseAt(reading, q.start)[0];
  // "put up the console by $50, to $549"
  const start = q.start - inner < SHORT ? clauseAt(reading, Math.max(0, inner - 1))[0] : inner;
  const lead = text.slice(start, q.start);
  const han = hasHan(lead);
  const told = Math.max(q.end, q.rate?.end ?? 0);
  if (!han && (POWER.test(q.rate ? text.slice(q.end, told) : text) || AT_HOME.test(text.slice(told)))) return true;
  const said = han ? (PEOPLE_HAN.exec(lead) ?? GOODS_HAN.exec(lead)) : (WORKS.exec(lead) ?? GOODS.exec(lead));
  return (
    said !== null &&
    // "a course on Claude is $49", but "beside the course, Claude Pro at $20": another thing stands nearer.
    !reading.entities.some(
      (e) =>
        (e.kind === 'product' || e.kind === 'chip') &&
        e.start > start + said.index &&
        e.end <= q.start &&
        !ABOUT.test(text.slice(0, e.start)),
    )
  );
}
