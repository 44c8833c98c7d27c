import type { Article } from './analysis.ts';
import { matches } from './text.ts';
import { kebab } from './unknown-name.ts';

/** Where others publish, and the press. */
const NOBODYS =
  /^(?:medium|substack|ghost|beehiiv|wordpress|blogspot|blogger|tumblr|github|gitlab|gitee|bitbucket|reddit|dev|hashnode|ycombinator|hackernews|linkedin|x|twitter|facebook|threads|bsky|youtube|notion|google|googleusercontent|archive|prnewswire|businesswire|globenewswire|accesswire|einpresswire|yahoo|msn|telegram|t|discord|discourse|zhihu|weixin|qq|example|localhost)$|news|blog|daily|times|herald|tribune|gazette|journal|review|wire|magazine|press|media|report|insider|weekly|today|forum|wiki|index|tracker|compare|price|guide/;
/** Second levels under which others register: example.co.uk. */
const SECOND_LEVEL = /^(?:co|com|net|org|ac|gov|edu)$/;
/** Says of itself what it charges. */
const OWN_PRICES =
  /(?<![a-z])(?:we|we're|we've|we'll)(?: (?:are|have|now|will|also|just|today|be|been|going to|need to|had to))* (?:lower|rais|cut|reduc|charg|increas|adjust|chang|introduc|updat|simplif|bill|pric|drop|slash|mov|add|remov|discontinu)\w*(?: \S+){0,8}? (?:pric(?:e|es|ing)|rates?|fees?|plans?|costs?|tiers?|subscriptions?|billing|discounts?)\b|(?<![a-z])our (?:new |current |list |on-demand |hourly )*(?:pricing|prices|rates|price list|plans?|fees|customers|subscribers)\b|(?<![a-z])our (?:[\w.-]+ ){1,4}(?:(?:now|will|also|currently) )*(?:costs?|is priced|are priced|go(?:es)? (?:from|up|down))\b|\bdear (?:valued )?(?:customers?|users?|subscribers?|members?)\b/;
/** Under a title about prices. */
const ON_PRICES = /\bpric(?:e|es|ing)\b/;
const OURS =
  /(?<![a-z])(?:our (?:servers?|customers|users|service|platform|team|costs|infrastructure)|(?:new|existing|current) (?:customers|users|sign-?ups|subscribers))\b/;
const QUOTES = /["“][^"”]{0,400}["”]/g;
/** What names of houses end in, run into them in an address. */
const RUN_IN = /^([a-z]{3,})(compute|cloud|labs|hosting|systems|networks|technologies|data|servers?)$/;
const NAME = /[A-Z][\w&-]*(?:[ .][A-Z][\w&-]*){0,3}/g;

/** "We are raising our prices" at quillonhost.com: a house nobody knows, whose own address a notice stands at; null for the press and for platforms. */
export function houseOfAddress({ document, folded, titleText }: Article): string | null {
  const labels = (/^https?:\/\/([^/:]+)/.exec(document.url)?.[1] ?? '').toLowerCase().split('.');
  if (labels.length < 2 || /^(?:invalid|example|test|local)$/.test(labels.at(-1) ?? '')) return null;
  const label = (SECOND_LEVEL.test(labels.at(-2) ?? '') ? labels.at(-3) : labels.at(-2)) ?? '';
  if (label.length < 3 || NOBODYS.test(label) || /^news\./.test(labels.join('.'))) return null;
  const said = folded.replace(QUOTES, ' ');
  if (!OWN_PRICES.test(`${titleText}. ${said}`) && !(ON_PRICES.test(titleText) && OURS.test(said))) return null;
  const named = matches(NAME, `${document.title ?? ''}\n${document.body}`)
    .flatMap(([name]) => heads(name))
    .find((name) => squashed(name) === label.replaceAll('-', '') || squashed(name) === labels.slice(-2).join(''));
  return named === undefined ? label.replace(RUN_IN, '$1-$2') : kebab(named);
}

/** "Quillon Host Team": the name, and what it begins with. */
const heads = (name: string): string[] => {
  const words = name.split(' ');
  return words.map((_, i) => words.slice(0, i + 1).join(' '));
};
const squashed = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
