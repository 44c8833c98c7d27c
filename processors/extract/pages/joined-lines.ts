import { fold } from '../../normalise/fold.ts';
import { unitOnly } from '../../normalise/unit-phrase.ts';
import type { Line } from './model.ts';

/** A currency sign, a number and a unit on lines of their own are one line. */
export function joined(written: readonly Line[]): Line[] {
  const out: Line[] = [];
  const lines = leadsBelow(written.map(withSign)).flatMap((line, index, all) => unitApart(line, all[index - 1]));
  // "Hourly", "$2.99", "Monthly", "$1,899": each unit stands over its amount.
  const leads = (index: number) =>
    /^[\d$¥€£]/.test(fold(lines[index + 1]?.text ?? '')) && unitOnly(fold(lines[index - 2]?.text ?? '')) !== null;
  lines.forEach((line, index) => {
    const text = fold(line.text);
    const last = out.at(-1);
    const above = last === undefined ? '' : fold(last.text);
    const lone = LEADS.test(above) && /^[\d$¥€£]/.test(text);
    const unit =
      /\d\s*(?:元|usd|美元)?\*?$/i.test(above) &&
      /[$¥€£元]|usd|美元/i.test(above) &&
      (/^(?:\/|per\b|每(?![天日周月年].*\d)|usd\b|\.\d)/i.test(text) ||
        (unitOnly(text) !== null && !/\d{2}/.test(text) && !leads(index)));
    // "$0.20/M output", "tokens": what a link or an icon set apart.
    const counted = /^(?:tokens?|characters?|images?|requests?)$/i.test(text) && COUNTS_ON.test(above);
    // "32", "vCPUs".
    const sized = SIZED.test(text) && /^\d[\d.,]*$/.test(above);
    // "Input tokens ($/1M)", "3".
    const sign = /^\d[\d.,]*$/.test(text) && line.level === 0 ? SIGN_OVER.exec(above)?.[1] : undefined;
    if (last !== undefined && line.level === 0 && (lone || unit || counted || sized))
      out[out.length - 1] = {
        ...last,
        text: /^\.\d/.test(text) ? `${last.text}${line.text}` : `${last.text} ${line.text}`,
      };
    else out.push(sign === undefined ? line : { ...line, text: `${signOf(sign)} ${line.text}` });
  });
  return out;
}

/** "Output tokens ($/1M): 15" */
function withSign(line: Line): Line {
  const [, label = '', number = ''] = line.level > 0 ? [] : (LABEL_AND_NUMBER.exec(fold(line.text)) ?? []);
  const sign = SIGN_OVER.exec(label)?.[1];
  return sign === undefined ? line : { ...line, text: `${label} ${signOf(sign)} ${number}` };
}
const LABEL_AND_NUMBER = /^(\p{L}[^()\d]*\([^()]+\)\s*:?)\s*(\d[\d.,]*)$/u;
const signOf = (written: string): string => (written === '元' ? '¥' : written);

/** The currency that a label says in brackets its amounts are in. */
const SIGN_OVER = /^\p{L}[^()\d]*\(\s*(?:in )?(us\$|[$¥€£元]|usd|eur|cny)\s*(?:\/|per\b|每)[^()]*\)\s*:?$/iu;

/** "From", "$", "From $". */
const LEADS =
  /^(?:us\$|[$¥€£]|usd|(?:(?:usage-based )?(?:from|starting at|starting from)|as low as|约|低至|仅)(?: (?:us\$|[$¥€£]))?)$/i;
const SIZED = /^(?:v?cpus?|v?cores?|gpus?)$/i;
const COUNTS_ON =
  /\d\s?(?:\/|per )\s?(?:1?\s?[mk]|1,000(?:,000)?|(?:1 )?(?:million|thousand))(?: (?:cached )?(?:input|output))?$/i;

/** "$17" over "Per month with an annual plan ($200 billed up front)": the unit goes to the amount, the remark stays a line. */
function unitApart(line: Line, above: Line | undefined): Line[] {
  const [, unit, remark = ''] = line.text.length > 40 ? (UNIT_AND_REMARK.exec(line.text) ?? []) : [];
  return unit === undefined || above === undefined || !LONE_AMOUNT.test(above.text)
    ? [line]
    : [
        { ...line, text: unit },
        { ...line, text: remark },
      ];
}
const UNIT_AND_REMARK =
  /^((?:\/ ?|per )(?:(?:user|seat|person|member|editor|developer)[ ,]*(?:\/ ?|per ))?(?:month|mo|year|yr|week|day|hour))\b[\s,]+(.{20,})$/i;
const LONE_AMOUNT = /^(?:from |starting at )?[$€£¥]\s?\d[\d.,]*$/i;

/** "€0.005 / hour, or per month:" over "€3.25": the unit before the colon leads the amount below. */
function leadsBelow(lines: readonly Line[]): readonly Line[] {
  const lead = (index: number): RegExpExecArray | null =>
    AMOUNT_ALONE.test(lines[index + 1]?.text ?? '') ? UNIT_LEADS.exec(lines[index]?.text ?? '') : null;
  return lines.map((line, index) => {
    const own = lead(index);
    const above = lead(index - 1);
    if (own !== null) return { ...line, text: line.text.slice(0, own.index) };
    return above === null ? line : { ...line, text: `${line.text} ${above[1] ?? ''}` };
  });
}
const UNIT_LEADS = /(?<=\d.*)[\s,;]+(?:(?:or|oder|ou|o) )?((?:per|je|pro|par|por|al) \p{L}+):$/u;
const AMOUNT_ALONE = /^(?:[$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?[$€£¥])\*?$/;
