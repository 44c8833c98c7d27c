import type { Told } from './facts.ts';
import { tell } from './facts.ts';
import { type Language, type Message, titleOf } from './message.ts';

/** How a channel writes. Pieces are escaped before they are decorated. */
export interface Dialect {
  escape(text: string): string;
  bold(escaped: string): string;
  /** `url` is passed as it is: the dialect encodes what would end the link. */
  link(escaped: string, url: string): string;
  quote(escaped: string): string;
  bullet(escaped: string): string;
  readonly newline: string;
}

export interface Composed {
  readonly title: string;
  /** One per entry, in the dialect. */
  readonly parts: readonly string[];
  /** "… and 3 more signals"; null when everything is told. */
  readonly more: string | null;
}

/** From telling everything to headlines alone. */
const DETAIL = [
  { changes: 40, quote: 600 },
  { changes: 12, quote: 300 },
  { changes: 5, quote: 160 },
  { changes: 2, quote: 0 },
  { changes: 0, quote: 0 },
] as const;

/**
 * Says as much of the message as `fits` allows: first quotes and long lists get shorter, then entries are counted instead of told.
 * Nothing is cut inside markup.
 */
export function compose(
  message: Message,
  language: Language,
  dialect: Dialect,
  fits: (composed: Composed) => boolean,
): Composed {
  for (const detail of DETAIL) {
    const composed = composeAll(message, language, dialect, detail, message.entries.length);
    if (fits(composed)) return composed;
  }
  let shown = message.entries.length - 1;
  while (shown > 1 && !fits(composeAll(message, language, dialect, DETAIL[4], shown))) shown--;
  return composeAll(message, language, dialect, DETAIL[4], shown);
}

function composeAll(
  message: Message,
  language: Language,
  dialect: Dialect,
  detail: (typeof DETAIL)[number],
  shown: number,
): Composed {
  const hidden = message.entries.length - shown + message.more;
  return {
    title: titleOf(message, language),
    parts: message.entries
      .slice(0, shown)
      .map((one) => part(tell(one, language, detail), dialect, message.entries.length > 1)),
    more: hidden === 0 ? null : dialect.escape(language === 'en' ? `… and ${hidden} more` : `…… 另有 ${hidden} 条`),
  };
}

/** A message about one thing has its headline as title; one about several needs them one by one. */
function part(told: Told, dialect: Dialect, withHeadline: boolean): string {
  const { bold, link, quote, bullet } = dialect;
  return [
    withHeadline ? bold(dialect.escape(told.headline)) : null,
    told.label === null ? null : bold(dialect.escape(told.label)),
    ...told.facts.map((fact) => dialect.escape(fact)),
    ...told.changes.map((change) => bullet(dialect.escape(change))),
    told.moreChanges === null ? null : dialect.escape(told.moreChanges),
    told.quote === null ? null : quote(dialect.escape(told.quote)),
    told.link === null ? null : link(dialect.escape(told.link.text), told.link.url),
  ]
    .filter((line) => line !== null)
    .join(dialect.newline);
}
