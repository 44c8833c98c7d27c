import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { shorten, tell } from '../facts.ts';
import { type Language, type Message, titleOf } from '../message.ts';
import { type Channel, DeliveryError } from './channel.ts';
import { moreText, plainText } from './plain-text.ts';
import { common } from './settings.ts';

const { name, language, pace } = common;
export const emailSettings = z.strictObject({
  name,
  language,
  pace,
  type: z.literal('email'),
  host: z.string().min(1),
  port: z.number().int().min(1).max(65_535).default(587),
  /** true: TLS from the first byte (port 465); false: STARTTLS where the server offers it. */
  tls: z.boolean().default(false),
  user: z.string().optional(),
  password: z.string().optional(),
  from: z.string().min(3),
  to: z.union([z.array(z.string().min(3)).min(1), z.string().min(3)]),
});

const PACE = { messages: 30, perMs: 60_000 };
const SUBJECT = 150;
const TIMEOUT_MS = 20_000;

export function openEmail(settings: z.output<typeof emailSettings>): Channel {
  const auth = settings.user === undefined ? {} : { auth: { user: settings.user, pass: settings.password ?? '' } };
  const transport = createTransport({
    host: settings.host,
    port: settings.port,
    secure: settings.tls,
    ...auth,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: settings.name,
    type: 'email',
    pace: settings.pace ?? PACE,
    send: async (message) => {
      try {
        await transport.sendMail({
          from: settings.from,
          to: settings.to,
          subject: shorten(titleOf(message, settings.language), SUBJECT),
          // The same alert is the same message, so that mail servers and readers can drop a repeat.
          messageId: `<${message.message_id}@${domainOf(settings.from)}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Tokentape-Rule': message.rule },
          text: plainText(message, settings.language),
          html: htmlText(message, settings.language),
        });
      } catch (thrown) {
        throw failure(settings.host, thrown);
      }
    },
    close: async () => transport.close(),
  };
}

export function htmlText(message: Message, language: Language): string {
  const parts = message.entries.map((one) => {
    const told = tell(one, language, { changes: 40, quote: 600 });
    const changes = told.changes.map((change) => `<li>${html(change)}</li>`).join('');
    return [
      `<h3>${html(told.headline)}</h3>`,
      told.label === null ? '' : `<p><strong>${html(told.label)}</strong></p>`,
      told.facts.length === 0 ? '' : `<p>${told.facts.map(html).join('<br>')}</p>`,
      changes === '' ? '' : `<ul>${changes}</ul>`,
      told.moreChanges === null ? '' : `<p>${html(told.moreChanges)}</p>`,
      told.quote === null ? '' : `<blockquote>${html(told.quote)}</blockquote>`,
      told.link === null ? '' : `<p><a href="${html(told.link.url)}">${html(told.link.text)}</a></p>`,
    ].join('');
  });
  return [...parts, ...moreText(message, language).map((line) => `<p>${html(line)}</p>`)].join('\n');
}

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function domainOf(from: string): string {
  return /@([^\s>]+)/.exec(from)?.[1] ?? 'tokentape.invalid';
}

/** SMTP: 4xx asks to try again, 5xx does not, EAUTH is a wrong password. */
function failure(host: string, thrown: unknown): DeliveryError {
  const known = z.object({ code: z.string().optional(), responseCode: z.number().optional() }).safeParse(thrown);
  const code = known.success ? known.data.code : undefined;
  const answered = known.success ? known.data.responseCode : undefined;
  const isFinal = answered === undefined ? code === 'EAUTH' || code === 'EENVELOPE' : answered >= 500;
  return new DeliveryError(
    `mail server ${host}: ${[answered, code].filter((part) => part !== undefined).join(' ') || 'failed'}`,
    {
      isTransient: !isFinal,
    },
  );
}
