import type { z } from 'zod';
import type { documentKind } from '../../infra/contracts/document.ts';
import { FetchFailure } from './failure.ts';
import type { DocumentFormat } from './format.ts';
import { pageOutline } from './page-outline.ts';

interface Answer {
  readonly url: string;
  readonly finalUrl: string;
  readonly format: DocumentFormat;
  readonly text: string;
  readonly kind: z.output<typeof documentKind>;
}

/** A page with more to read than this is taken at its word; interstitials are short. A Chinese character counts for two. */
const SHORT = 1000;
const NEARLY_EMPTY = 200;
/** So is a page that shows amounts, however short: bot walls leave their scripts in good pages too. */
const AMOUNT = /(?:[$¥￥€£]|USD|CNY|RMB)\s?\d|\d\s?(?:元|USD|CNY|美元)/i;
/** Nor is an interstitial ever this long, markup and all. */
const LONG = 2_000_000;

/**
 * Throws where an answer with a good status is no observation: an empty body, a challenge, a login wall, an error page, a script shell.
 * Prices that are missing from such a page have not vanished.
 */
export function requireObservation(answer: Answer): void {
  const { url, format, kind, text } = answer;
  if (text.trim() === '') throw new FetchFailure('content', `${url} answered with nothing`);
  if (format === 'json') requireNoErrorBody(text, url);
  if (format !== 'html') return;
  if (kind === 'api') {
    challengeMarks(text, url);
    throw new FetchFailure('content', `${url} answered with a web page where an API's data was expected`);
  }
  if (text.length > LONG) return;
  const page = pageOutline(text);
  if (weight(page.visible) > SHORT || AMOUNT.test(page.visible)) return;
  challengeMarks(text, url);
  const heading = `${page.title}\n${page.heading}`;
  if (CHALLENGE_WORDS.test(`${heading}\n${page.visible}`)) {
    throw new FetchFailure(
      'challenge',
      `${url} asks for proof of being a person (“${page.title || page.visible.slice(0, 60)}”)`,
    );
  }
  if (page.hasPassword || LOGIN_TITLE.test(page.title) || wentToLogin(answer)) {
    throw new FetchFailure('content', `${url} shows a login page (“${page.title}” at ${answer.finalUrl})`);
  }
  if (ERROR_WORDS.test(page.title) || ERROR_WORDS.test(page.heading)) {
    throw new FetchFailure('content', `${url} shows an error page (“${page.title || page.heading}”)`);
  }
  if (weight(page.visible) < NEARLY_EMPTY && page.scripts > 0 && !page.hasData && page.cells === 0) {
    throw new ShellPage(url);
  }
}

/** An API that answers 200 with nothing but an error. Longer bodies hold data. */
function requireNoErrorBody(text: string, url: string): void {
  if (text.length > 4000) return;
  const body: unknown = JSON.parse(text);
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return;
  const { error, errors, ...rest } = { error: null, errors: null, ...body };
  const told = error ?? errors;
  const holdsData = Object.values(rest).some((value) => value !== null && typeof value === 'object');
  if (!told || holdsData) return;
  throw new FetchFailure('content', `${url} answered with an error: ${JSON.stringify(told).slice(0, 200)}`);
}

/** The page's content is put in by script: a browser would see more. */
export class ShellPage extends FetchFailure {
  constructor(url: string) {
    super('content', `${url} is an empty shell that a script fills; set render: browser in the source's YAML`);
  }
}

/** Header and status signs, known before the body is read. */
export function requireNoChallenge(status: number, header: (name: string) => string | null, url: string): void {
  const sign =
    (header('cf-mitigated') === 'challenge' && 'cf-mitigated: challenge') ||
    (/^(challenge|captcha)$/.test(header('x-amzn-waf-action') ?? '') && 'x-amzn-waf-action') ||
    (header('x-datadome') !== null && status === 403 && 'x-datadome');
  if (sign !== false) throw new FetchFailure('challenge', `${url} asks for proof of being a person (${sign})`, status);
}

/** Throws where the markup belongs to a known bot wall; only asked of short or failed pages. */
export function challengeMarks(html: string, url: string, status: number | null = null): void {
  const found = CHALLENGE_MARKS.find(([, mark]) => mark.test(html));
  if (found !== undefined) {
    throw new FetchFailure('challenge', `${url} asks for proof of being a person (${found[0]})`, status);
  }
}

const CHALLENGE_MARKS: readonly (readonly [string, RegExp])[] = [
  ['Cloudflare', /\/cdn-cgi\/challenge-platform\/h\/\w\/orchestrate|_cf_chl_opt|cf-browser-verification|cf_chl_/],
  ['Akamai', /ak-challenge|sec-if-cpt-container|_sec\/cp_challenge|bm-verify=/],
  ['AWS WAF', /awsWafCookieDomainList|gokuProps|token\.awswaf\.com/],
  ['DataDome', /captcha-delivery\.com|geo\.captcha/],
  ['Imperva', /_Incapsula_Resource|\/_Incapsula_/],
  ['PerimeterX', /px-captcha|_pxAppId/],
  ['Alibaba Cloud WAF', /acw_sc__v[23]|aliyun_waf_|\/_____tmd_____\/|renderData"?>\s*<!--|nocaptcha\.js/],
  ['Tencent Cloud', /TencentCaptcha|waf\.tencent|__jsl_clearance/],
  ['Vercel', /vercel\/security\/|x-vercel-challenge/],
  ['Sucuri', /sucuri_cloudproxy_js/],
];
const CHALLENGE_WORDS =
  /just a moment|checking (if the site|your browser)|verify(ing)? (that )?you are (a )?human|are you a (robot|human)|attention required|unusual traffic|enable javascript and cookies|complete the (captcha|security check)|人机验证|安全验证|滑动验证|请完成验证|访问验证|拖动滑块/i;
const LOGIN_TITLE =
  /^\s*(log ?in|sign ?in|登录|登陆|请登录|用户登录|账号登录|统一身份认证)\b|(log ?in|sign ?in|登录)\s*$/i;
const ERROR_WORDS =
  /\b(404|403|50[0234])\b|not found|page (does not|doesn't) exist|access denied|forbidden|internal server error|bad gateway|service unavailable|temporarily unavailable|under maintenance|something went wrong|页面不存在|找不到(该)?页面|页面找不到|系统维护|服务(器)?(错误|异常|不可用)|访问(被拒绝|受限)|出错了/i;
const LOGIN_PATH = /\/(log-?in|sign-?in|signin|passport|sso|oauth2?|auth)(\/|\.|$)/i;

function wentToLogin({ url, finalUrl }: Answer): boolean {
  const [from, to] = [new URL(url), new URL(finalUrl)];
  return LOGIN_PATH.test(to.pathname) && !LOGIN_PATH.test(from.pathname);
}

function weight(text: string): number {
  return text.length + (text.match(/[\u3400-\u9fff]/g)?.length ?? 0);
}
