import type { Table } from './table-model.ts';

/** What a table over which something of it stands tells: how much one may use, not how much is used. */
const ALLOWED =
  /\b(?:rate|usage|token|request|api)[- ]?(?:limit|cap)s?\b|\blimits?\b|\bquotas?\b|\bceilings?\b|\ballowances?\b|\bfree[- ](?:tier|plan|key|quota)\b|\bthrottl|\b(?:may|can|lets you|allowed to) (?:send|use|do|spend)\b|限额|配额|额度|限流|速率限制/;
/** Columns that only limits have: so many requests, so many tokens a minute. */
const LIMIT_HEAD =
  /\b[rt]p[mdsh]\b|\b(?:requests?|reqs?|queries|calls|messages)(?: (?:per|an?|each|every) |\/)(?:min(?:ute)?|sec(?:ond)?|[smhd]|hour|day)\b|每(?:分钟|秒)请求|请求数?\/(?:分钟|秒)/;

/** "| Model | RPM | Tokens/day |", "Free-tier ceilings": a table of what one may use. */
export const tellsAllowances = ({ article, header, caption }: Table): boolean =>
  header.some(({ text }) => LIMIT_HEAD.test(text) || ALLOWED.test(text)) ||
  ALLOWED.test(caption) ||
  ALLOWED.test(article.titleText);
