import type { Article } from './analysis.ts';
import { lastAsked } from './last-asked.ts';

/** So many sentences open a text. */
const OPENING = 3;
const CHECKED =
  /\b(?:checked|looked up|verified|collected|retrieved|gathered|recorded|read off|noted down|compiled|updated|captured|snapshot|as seen)\b(?: [\w'’]+){0,4}?(?:,? (?:on|of|from|as of|at))? (?:the )?$/;

/** "GPU Droplets, checked on May 28, 2026.": the day of the prices of a text, as its opening tells; null where none does. */
export const dayChecked = lastAsked((article: Article): string | null => {
  for (const index of article.sentences.keys()) {
    if (index >= OPENING) break;
    const { start, end } = article.sentences[index] ?? { start: 0, end: 0 };
    if (
      !/check|look|verif|collect|retriev|gather|record|read|not|compil|updat|captur|snapshot|seen/.test(
        article.folded.slice(start, end),
      )
    )
      continue;
    const { text, dates } = article.reading(index);
    const day = dates.find((d) => (d.grain === 'day' || d.grain === 'month') && CHECKED.test(text.slice(0, d.start)));
    if (day) return day.iso;
  }
  return null;
});
