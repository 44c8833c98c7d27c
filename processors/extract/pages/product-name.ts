import { fold, tidy } from '../../normalise/fold.ts';
import { rangeBehind, withoutRange } from '../../normalise/range-behind.ts';
import { remembered } from '../../normalise/remembered.ts';
import { asWritten } from '../../normalise/simplified.ts';
import { findTiers } from '../../normalise/tiers.ts';
import type { Unit } from '../../normalise/units.ts';
import { unitOfCell } from './columns.ts';
import { isMeasure } from './decoys.ts';

const FOOTNOTE =
  /\s*(?:\[\^?\d{1,2}\]|[(（]\d{1,2}[)）]|[*⁕※†‡¹²³⁰-⁹①-⑳]+|[(（](?:new|beta|preview|推荐|热门|新|NEW)[)）]|(?:new|推荐|热门|新|NEW)$(?<=\s.*))\s*$/u;
/** A badge set beside the name, or glued to it by a copy: "Orca 3 New", "MediumPopular". */
const BADGE =
  /\s+(?:New|NEW|Popular|Recommended|新品|推荐|热门)$|(?<=[\p{Ll}\d])(?:(?:Most [Pp]|P)opular|Recommended|Best [Vv]alue|Bestseller)$/u;

/** The text of a cell without a badge at its end. */
export const withoutBadge = (text: string): string => text.replace(BADGE, '');
/** "Orca 3 — Limited-time 50% discount": what is offered is none of the name. */
const OFFER = /\s+[-–—|·]\s+(?=\S.{0,40}$)(?:limited[- ]time\b.*|.*\d+ ?% (?:off|discount)|限时.*)$/i;
/** "orca-3-max > 更多详情参考[...]": where more is told. */
const MORE = /\s+(?:>\s*(?=.*(?:详情|详见|参[考见阅]|\bsee\b|\brefer\b))|更?多?详(?:情|见)).*$/i;
/** "Sonar (per 1K requests)", "Incoming calls, per minute": the unit is none of the name. */
const UNIT_NOTE =
  /\s*[(（]\s*(?:(?:元|美元|[$¥€]|usd|cny)\s*)?(?:per\b|每|\/)[^)）]*[)）]\s*$|(?<=\p{L}{2}\)?),\s*per\s[^,]{2,24}$/iu;
const IDENTIFIER = /^[@\w][\w./:@-]*\d[\w./:@-]*$|^[a-z0-9]+(?:[-_/.][a-z0-9]+)+$/;

/** "1 request (250 tokens) to the small classifier": one of a unit, and what it is of. Null where the cell says it otherwise. */
export function countedName(written: string): { unit: Unit; name: string } | null {
  const [, lead = '', name = ''] = COUNTED.exec(tidy(written)) ?? [];
  const unit = lead === '' ? null : unitOfCell(fold(lead));
  return unit === null || unit.dimension === 'other' ? null : { unit, name };
}

const COUNTED = /^(1 \p{L}+(?: \p{L}+)?)(?: \([^()]*\))? (?:to|for|of) (?:the |an? )?(\p{L}.*)$/iu;

/** The name a cell writes, without footnote marks and badges. */
export const cleanName = remembered((written: string): string => {
  let name = withoutRange(countedName(written)?.name ?? tidy(written)).replace(/^[\s>»•·✨🔥-]+/u, '');
  for (let before = ''; before !== name; ) {
    before = name;
    const shorter = name
      .replace(FOOTNOTE, '')
      .replace(BADGE, '')
      .replace(UNIT_NOTE, '')
      .replace(OFFER, '')
      .replace(MORE, '')
      .trim();
    // "(multilingual, beta)" is one remark.
    if (!/[(（][^)）]*$/.test(shorter)) name = shorter;
  }
  return (
    name
      .replace(/\s*(?:\b(?:price|pricing)\b(?:\s*\(.*\))?|价格|单价|定价|(?<=\s)(?:가격|요금))\s*$/i, '')
      .replace(/[\s:：,，]+$|\s\+$/, '') || tidy(written)
  );
});

/**
 * The condition that a name cell states with the name: "≤ 512K context" on a line below it, or an interval behind it, "coder-480b[0,32K]".
 * Null where it states none.
 */
export function tierOfName(written: string): string | null {
  const [first = '', ...rest] = written.split('\n');
  const behind = rangeBehind(first);
  if (behind !== null) return behind;
  const below = rest.map((line) => tidy(line)).find(isCondition);
  return below === undefined ? null : asWritten(findTiers(fold(below))[0]?.text ?? '', below);
}

/** "Context ≤ 512K": a range and hardly a word more. */
function isCondition(line: string): boolean {
  const text = fold(line);
  const [tier] = findTiers(text);
  return tier !== undefined && line.length <= 60 && text.length - (tier.end - tier.start) <= 12;
}

/**
 * True where the cells of a column of names each say something over the name: "Fastest", "Balanced" over "Orca 3 Mini" and "Orca 3". All names
 * begin with one word, what stands over them with as many as there are.
 */
export function namesStandSecond(cells: readonly string[]): boolean {
  const lines = cells.map((cell) => cell.split('\n'));
  if (lines.length < 2 || lines.some(([over = '', name]) => name === undefined || /\d/.test(over))) return false;
  const first = (line: number) => new Set(lines.map((cell) => /^\p{L}+/u.exec(cell[line] ?? '')?.[0] ?? ''));
  const [word = '', ...others] = first(1);
  // "Best for everyday work" below every name is a remark.
  const names = new Set(lines.map(([, name = '']) => name));
  const areNames = names.size === lines.length && [...names].every((name) => TITLE.test(name));
  return areNames && others.length === 0 && /^\p{Lu}\p{L}{2}/u.test(word) && first(0).size === lines.length;
}

/** "Snapshots: kept until you delete them" in every cell: names, and what is said of them. */
export const areExplained = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every((text) => EXPLAINED.test(text));
const EXPLAINED = /^\p{L}[^:：]{2,40}[:：]\s(?=\D*$)(?:\S+\s+){4}/u;

/** Words that all begin large, or with a digit. */
const TITLE = /^[\p{Lu}\d]\S*(?:\s+[\p{Lu}\d(]\S*)*$/u;

const SIZE = /^\d[\d.,]* ?[gt]i?b(?: v?ram)?$/i;

/** The products of a name cell: its first line, or every line where each is the identifier of a model of its own. */
export function namesIn(lines: readonly string[]): string[] {
  const told = lines.map(cleanName).filter((line) => line !== '');
  // "180 GB", and below it "B200": how much memory it has, and what it is.
  const [size = '', below = ''] = told;
  const written = SIZE.test(size) && /\p{L}/u.test(below) && !SIZE.test(below) ? told.slice(1) : told;
  const worded = written.filter((line) => /\p{L}/u.test(line));
  const names = worded.length > 0 ? worded : written;
  const [first, second] = names;
  if (first === undefined) return [];
  if (names.length > 1 && names.every((name) => IDENTIFIER.test(name) && name.length <= 60)) {
    const squashed = names.map((name) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
    const apart = squashed.every((name, index) =>
      squashed.every((other, position) => position === index || !other.endsWith(name)),
    );
    if (apart) return [...new Set(names)];
  }
  if (
    second !== undefined &&
    !/\d/.test(first) &&
    first.length <= 12 &&
    /\d/.test(second) &&
    second.length <= 40 &&
    /^[a-z]/i.test(first) &&
    // "Orca", and below it "128K context".
    !isMeasure(fold(second))
  )
    return [`${first} ${second}`];
  return [first];
}
