import { type Edit, type Edited, edited } from './edited.ts';
import { hasHan, isHan, matches } from './text.ts';

/** Emphasis (Markdown's and HTML's), code, links, addresses in brackets ("11 billion [https://…] and"), the numbers of notes ("[cite: 12]", "[3, 14]", "[^2]", "sold.[7]") and what escapes a sign ("\$39B"): all but a `keep` is taken out; the `variant` of a model ("FLUX.2 [max]") is joined to it. */
const MARKS =
  / ?\[(?:cite(?:_start|_end)?(?:: ?[\d*, -]{1,40})?|\**\d{1,3}\**(?:, ?\**\d{1,3}\**){1,8}|\^[\w-]{1,24}|(?<=[\w.,;:!?%)\]"”’*]\[)\d{1,3})\](?![(\w:])|\\(?=\$\d)|\*{2,3}|(?<![\w*])\*(?=[^\s*])(?<keep1>[^*\n]{1,80}[^\s*])\*(?![\w*])|(?<!`)`(?<keep2>[^`\n]{1,80})`(?!`)| ?\[https?:\/\/[^\s[\]]+\](?!\()|(?<!\]) ?\(https?:\/\/[^\s()]+\)|!?\[(?<keep3>[^[\]\n]{1,200})\]\((?:https?:|\.{0,2}\/|#|(?:[\w-]+\/)*[\w-]+\.(?:png|jpe?g|gif|webp|svg)\b)[^()\s]*\)|(?<=[A-Za-z][\w.-]*\d) \[(?<variant>[a-z]{2,8})\](?![(:\w])|&nbsp;|<\/?(?:strong|b|em|i|u|mark|span|code|small|font|br|p|sup|sub)(?: [^<>\n]{0,80})?\/?>|<\/?a(?: [^<>\n]{0,400})?>/g;
/** "[[entities/xai|xAI]]", "[[Oracle]]": links of a notebook; "[[2026-01-22-source]]" names a note and says nothing. */
const NOTE_LINK = /(?<!!)\[\[(?:[^[\]|\n]{1,120}\|)?([^[\]|\n]{1,120})\]\](?!\()/g;
const OF_A_NOTE = /^\d{4}-\d\d(?:-\d\d)?-|^[\w-]+\/[\w/-]+$/;
function noteLinksOf(body: string): Edit[] {
  if (!body.includes('[[')) return [];
  return matches(NOTE_LINK, body).flatMap(({ index, 0: link, 1: words = '' }): Edit[] => {
    const [end, at] = [index + link.length, index + link.lastIndexOf(words)];
    return OF_A_NOTE.test(words)
      ? [{ start: index, end, text: '' }]
      : [
          { start: index, end: at, text: '' },
          { start: at + words.length, end, text: '' },
        ];
  });
}

const MAY_HOLD =
  /\*|&nbsp;|<\/?[a-z]|`|\]\(|[[(]https?:|\[(?:cite|\d+,|\^)|[\w.,;:!?%)\]"”’*]\[\d{1,3}\]|\d \[[a-z]|\\\$/;

/** "~~$2.99~~ $2.49": the price that was struck out, and the one that stands. */
const STRUCK = /~~ ?(?=(?:\*\*)?[$€£¥]?\d)(?<old>[^~\n]{1,34}?) ?~~ {0,2}(?=(?:\*\*)?[$€£¥]\d)/g;

function marksOf(body: string): Edit[] {
  const struck = [
    ...(body.includes('~~') ? matches(STRUCK, body).flatMap(struckOut) : []),
    ...breaksOf(body),
    ...leadersOf(body),
    ...noteLinksOf(body),
    ...speakersOf(body),
  ];
  if (!MAY_HOLD.test(body)) return struck.sort((a, b) => a.start - b.start);
  const marks = marksIn(body);
  return struck.length === 0 ? marks : [...struck, ...marks].sort((a, b) => a.start - b.start);
}

/** "unreliable.\\nWhat it costs\\nGoogle": breaks written out, as text copied from JSON has them; a text with but one has none. */
const WRITTEN_OUT = /(?:\\r)?\\n(?=[A-Z\u4e00-\u9fff\d"“*#•\s\\-]|$)/g;
function breaksOf(body: string): Edit[] {
  const breaks = body.includes('\\n') ? matches(WRITTEN_OUT, body) : [];
  return breaks.length < 2
    ? []
    : breaks.map(({ index, 0: said }) => ({ start: index, end: index + said.length, text: '\n' }));
}

/** "Groq ........ 50 trillion", "Groq .. $0.05": dots that lead from a name to its figure. */
const LEADERS = /(?<=[\p{L}\d)])(?: ?(?:\.{4,}|…{2,}|·{4,}) ?(?=\S)| (?:\.{2,3}|…) (?=(?:\*\*)?[$€£¥]\d))/gu;
function leadersOf(body: string): Edit[] {
  return /\.{4}|……|·{4}| (?:\.\.|…)\.? (?:\*\*)?[$€£¥]/.test(body)
    ? matches(LEADERS, body).map(({ index, 0: dots }) => ({ start: index, end: index + dots.length, text: ': ' }))
    : [];
}

/** "<mk> opus is 15 in": who says a line of a chat; each line is an item of its own. */
const SPEAKER = /^(?:\[?\d{1,2}:\d\d(?::\d\d)?\]? )?<[@+~&%]?[\w-]{1,20}> (?!.*<\/)/gm;
function speakersOf(body: string): Edit[] {
  const said = body.includes('> ') ? matches(SPEAKER, body) : [];
  return said.length < 2
    ? []
    : said.map(({ index, 0: speaker }) => ({ start: index, end: index + speaker.length, text: '- ' }));
}

function struckOut(match: RegExpExecArray): Edit[] {
  const old = match.groups?.['old'] ?? '';
  const [start, at] = [match.index, match.index + match[0].indexOf(old)];
  return [
    { start, end: at, text: 'from ' },
    { start: at + old.length, end: start + match[0].length, text: ' to ' },
  ];
}

function marksIn(body: string): Edit[] {
  return matches(MARKS, body).flatMap((match): Edit[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    const { keep1, keep2, keep3, variant } = match.groups ?? {};
    const words = keep1 ?? keep2 ?? keep3;
    if (variant !== undefined) return [{ start, end, text: `-${variant}` }];
    if (words === undefined)
      return [{ start, end, text: match[0].startsWith('<br') || match[0] === '&nbsp;' ? ' ' : '' }];
    const at = start + match[0].indexOf(words);
    return [
      { start, end: at, text: '' },
      { start: at + words.length, end, text: '' },
    ];
  });
}

/** By how much a character of full width lies above the plain one. */
const WIDE = 0xfee0;

/** A Latin letter or a digit, of whatever width. */
function isLatin(written: number): boolean {
  const unit = written > WIDE ? written - WIDE : written;
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90);
}

/** The unit beside a space, past the marks of emphasis. */
function beside(body: string, at: number, step: 1 | -1): number {
  let i = at + step;
  while (body[i] === '*') i += step;
  return body.charCodeAt(i);
}

/** The spaces that some set between Chinese and Latin. */
function spacesOf(body: string): Edit[] {
  if (!hasHan(body)) return [];
  const edits: Edit[] = [];
  for (let at = body.indexOf(' '); at >= 0; at = body.indexOf(' ', at + 1)) {
    const [left, right] = [beside(body, at, -1), beside(body, at, 1)];
    if (isHan(left) ? isLatin(right) : isHan(right) && (isLatin(left) || left === 37))
      edits.push({ start: at, end: at + 1, text: '' });
  }
  return edits;
}

/** A text without the marks that only say how it looks; null where there are none, as in most texts. */
export function plainOf(body: string): Edited | null {
  const [marks, spaces] = [marksOf(body), spacesOf(body)];
  if (marks.length + spaces.length === 0) return null;
  return edited(body, spaces.length === 0 ? marks : [...marks, ...spaces].sort((a, b) => a.start - b.start));
}
