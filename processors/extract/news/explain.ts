import type { Announcement } from '../../../infra/contracts/announcement.ts';
import type { Document } from '../../../infra/contracts/document.ts';
import type { Draft } from './draft.ts';
import { readClaims } from './read-news.ts';
import { toAnnouncement } from './record.ts';

/** How one announcement was read out of its document. */
export interface Explanation {
  readonly announcement: Announcement;
  /** The frame that fired, such as `price.from-to`. */
  readonly rule: string;
  readonly reasons: readonly string[];
  /** The quote with its figure between ⟦ and ⟧. */
  readonly marked: string;
}

const mark = (document: Document, { quoteStart, quoteEnd, valueStart, valueEnd }: Draft): string => {
  const body = document.body;
  if (valueStart === undefined || valueEnd === undefined || valueStart < quoteStart || valueEnd > quoteEnd)
    return body.slice(quoteStart, quoteEnd);
  return `${body.slice(quoteStart, valueStart)}⟦${body.slice(valueStart, valueEnd)}⟧${body.slice(valueEnd, quoteEnd)}`;
};

/** Every announcement of a document with the words it was read from and why; for `tokentape explain`. */
export function explainNews(document: Document): Explanation[] {
  return readClaims(document).map((draft) => {
    const announcement = toAnnouncement(document, draft);
    const [rule = draft.rule, ...reasons] = announcement.reasons;
    return { announcement, rule, reasons, marked: mark(document, draft) };
  });
}
