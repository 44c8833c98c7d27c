import { afterEach, describe, expect, it } from 'vitest';
import { emailSettings, openEmail } from '../../../../sinks/alerts/channels/email.ts';
import { message } from '../builders.ts';
import { failureOf, hike, hostile, never } from './receiver.ts';
import { startSmtp } from './smtp-server.ts';

let smtp: Awaited<ReturnType<typeof startSmtp>>;
const open = () =>
  openEmail(
    emailSettings.parse({
      name: 'mail',
      type: 'email',
      host: '127.0.0.1',
      port: smtp.port,
      user: 'tape',
      password: 'secret-password',
      from: 'Tape <tape@tokentape.example>',
      to: ['a@example.org', 'b@example.org'],
    }),
  );

afterEach(() => smtp.close());

/** Quoted-printable undone, as far as the tests look. */
const plain = (data: string): string =>
  Buffer.from(
    data
      .replaceAll('=\r\n', '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

describe('e-mail', () => {
  it('says it in text and in HTML, under an id of its own', async () => {
    smtp = await startSmtp();
    await open().send(message({ signals: [hike] }), never);
    const [mail] = smtp.mails;
    expect(mail?.to).toEqual(['<a@example.org>', '<b@example.org>']);
    const text = plain(mail?.data ?? '');
    expect(text).toContain('Message-ID: <message-1@tokentape.example>');
    expect(text).toContain('Auto-Submitted: auto-generated');
    expect(text).toContain('  - Zhenwu 810E GPU: ¥20 → ¥26.8 per GPU hour (+34%)');
    expect(text).toContain('<li>CPFS storage: ¥1 → ¥1.3 per GB-month (+30%)</li>');
    expect(text).toContain('<a href="https://news.example/a">');
  });

  it('lets no foreign words become HTML or headers', async () => {
    smtp = await startSmtp();
    await open().send(
      message({ signals: [{ ...hostile, headline: 'Prices\r\nBcc: everyone@example.org <b>x</b>' }] }),
      never,
    );
    const data = smtp.mails[0]?.data ?? '';
    expect(data.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
    expect(plain(data).split('text/html')[1]).toContain('&lt;b&gt;x&lt;/b&gt;');
    expect(plain(data).split('text/html')[1]).not.toContain('<b>');
    expect(smtp.mails[0]?.to).toHaveLength(2);
  });

  it.each([
    ['AUTH', '535 wrong password', false],
    ['MAIL', '451 try later', true],
    ['RCPT', '550 no such user', false],
    ['DATA', '452 disk full', true],
  ])('refused at %s with "%s" is tried again: %s', async (verb, answer, isTransient) => {
    smtp = await startSmtp((command) => (command.startsWith(verb) ? answer : null));
    const failure = await failureOf(open());
    expect(failure).toMatchObject({ isTransient });
    expect(failure.message).not.toContain('secret-password');
  });
});
