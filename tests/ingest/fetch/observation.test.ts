import { describe, expect, test } from 'vitest';
import { FetchFailure } from '../../../ingest/fetch/failure.ts';
import { requireNoChallenge, requireObservation, ShellPage } from '../../../ingest/fetch/observation.ts';

const url = 'https://example.com/pricing';
const ask = (text: string, given: { finalUrl?: string; kind?: 'page' | 'api' | 'feed' } = {}) =>
  requireObservation({ url, finalUrl: given.finalUrl ?? url, format: 'html', kind: given.kind ?? 'page', text });
const failureOf = (text: string, given = {}) => {
  try {
    ask(text, given);
    return null;
  } catch (error) {
    if (error instanceof FetchFailure) return { kind: error.kind, message: error.message };
    throw error;
  }
};
const page = (title: string, body: string) => `<html><head><title>${title}</title></head><body>${body}</body></html>`;
const words = 'Input is 2.50 dollars and output is 10 dollars for a million tokens. '.repeat(30);

describe('challenge pages', () => {
  test.each([
    ['Cloudflare', page('Just a moment...', '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/x"></script>')],
    ['Akamai', page('', '<div id="sec-if-cpt-container"></div>')],
    ['AWS WAF', page('', '<script>window.gokuProps = {"key":"x"};</script>')],
    ['DataDome', page('example.com', '<script src="https://ct.captcha-delivery.com/c.js"></script>')],
    ['Alibaba Cloud WAF', '<html><script>var arg1="3F";document.cookie="acw_sc__v2="+x</script></html>'],
    ['an unknown wall in English', page('One more step', '<p>Please verify you are a human to continue.</p>')],
    ['an unknown wall in Chinese', page('安全验证', '<p>请完成验证后继续访问</p>')],
  ])('%s', (_who, html) => {
    expect(failureOf(html)?.kind).toBe('challenge');
  });

  test.each([
    ['Cloudflare', '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>'],
    ['Imperva', '<script src="/_Incapsula_Resource?SWJIYLWA=1"></script>'],
    ['AWS WAF', '<script src="https://x.token.awswaf.com/challenge.js"></script>'],
  ])('a short page with prices is a page, though %s has left its script in it', (_who, left) => {
    expect(failureOf(page('Pricing', `<p>Input: $2.50 per 1M tokens</p>${left}`))).toBeNull();
    expect(failureOf(page('价格', `<p>输入 0.8 元/百万tokens</p><input type="password">${left}`))).toBeNull();
  });

  test('a long page that mentions a captcha is a page', () => {
    expect(failureOf(page('Captcha pricing', `<h1>Prices</h1><p>Complete the captcha. ${words}</p>`))).toBeNull();
  });

  test('told by a header, whatever the body', () => {
    const header = (name: string) => (name === 'cf-mitigated' ? 'challenge' : null);
    expect(() => requireNoChallenge(200, header, url)).toThrow(/proof of being a person \(cf-mitigated/);
    expect(() => requireNoChallenge(200, () => null, url)).not.toThrow();
  });
});

describe('pages that are there but not the page', () => {
  test.each([
    ['a login form', page('Console', '<form><input type="password"></form>'), {}, /login page/],
    ['a login title', page('登录', '<p>欢迎回来</p>'), {}, /login page/],
    [
      'a redirect to a login',
      page('Console', '<p>Welcome</p>'),
      { finalUrl: 'https://example.com/login?next=x' },
      /login page/,
    ],
    ['an error page', page('404 Not Found', '<h1>Oops</h1>'), {}, /error page/],
    ['an error page in Chinese', page('提示', '<h1>页面不存在</h1>'), {}, /error page/],
    ['nothing', '  \n', {}, /answered with nothing/],
    ['a page where data was expected', page('Docs', words), { kind: 'api' }, /web page where an API/],
  ])('%s', (_what, html, given, message) => {
    expect(failureOf(html, given)).toMatchObject({ kind: 'content', message: expect.stringMatching(message) });
  });

  test('a shell that a script fills, which a browser would see', () => {
    expect(() => ask(page('Pricing', '<div id="root"></div><script src="/app.js"></script>'))).toThrow(ShellPage);
  });
});

describe('what an API answers', () => {
  const answer = (value: unknown) => () =>
    requireObservation({ url, finalUrl: url, format: 'json', kind: 'api', text: JSON.stringify(value) });

  test.each([
    [{ error: { message: 'quota exceeded' } }],
    [{ errors: ['x'], status: 500 }],
    [{ error: 'down', data: null }],
  ])('%j is an error, whatever its status', (body) => {
    expect(answer(body)).toThrow(/answered with an error: /);
  });

  test.each([
    [{ error: null, data: [] }],
    [{ error: '', prices: { a: 1 } }],
    [{ errors: ['one failed'], data: [1] }],
    [[]],
    [{}],
  ])('%j is data', (body) => {
    expect(answer(body)).not.toThrow();
  });
});

describe('pages', () => {
  test.each([
    ['a short table', page('Pricing', '<table><tr><td>GPT</td><td>$1</td></tr></table><script src="a.js"></script>')],
    [
      'a shell that carries its data',
      page(
        'Pricing',
        `<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{"p":"${words}"}</script>`,
      ),
    ],
    ['server components', page('Pricing', '<div></div><script>self.__next_f.push([1,"x"])</script>')],
    ['a price of 404', page('Pricing', '<h1>Plans</h1><p>Team: 404 USD a month</p>')],
    ['a page with a login link', page('Pricing', `<a href="/login">Log in</a><p>${words}</p>`)],
  ])('%s', (_what, html) => {
    expect(failureOf(html)).toBeNull();
  });
});
