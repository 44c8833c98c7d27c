import { firstOf } from './may-match.ts';
import type { Dimension, Unit } from './units.ts';

/** A span of time as a unit, and where its word stands. */
interface Period {
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly implied: boolean;
  /** The word itself is of prices or of renting: "包月", "月額". */
  readonly rents: boolean;
}

/** What a header says of time in one word and not "per ...": "Preço mensal", "Prix horaire", "包月", "月額", "Weekly". */
const WORDS: readonly [Dimension, string, string][] = [
  [
    'hour',
    'hour',
    "(?<=\\p{L}{3} )(?:horaires?|hor[aá]ri[oa]|orari[oa])|stündlich|saatlik|godzinow\\p{Ll}{1,2}|почасов\\p{Ll}+|à l['’]heure|all['’]ora",
  ],
  [
    'day',
    'day',
    'daily|journali(?:er|ère)s?|diári[oa]s?|diari[oa]s?|giornalier[oia]|täglich|günlük|посуточн\\p{Ll}+|au jour|à la journée',
  ],
  [
    'other',
    'quarter',
    'quarterly|trimestriel(?:le)?s?|trimestra(?:l|les|is)|vierteljährlich|kwartaln\\p{Ll}{1,2}|ежекварт\\p{Ll}+',
  ],
  [
    'other',
    'half year',
    '(?:semi|bi)[- ]?annual(?:ly)?|half[- ]yearly|semestriel(?:le)?s?|semestra(?:l|les|is)|halbjährlich',
  ],
  ['other', 'week', 'weekly|hebdomadaires?|semanal|semanais|settimanal[ei]|wöchentlich|haftalık'],
  [
    'month',
    'month',
    'mensal|mensais|mensual(?:es)?|mensuel(?:le)?s?|mensil[ei]|monatlich|(?:monatl|mtl)\\.?(?![a-zà-ž])|maandelijks|aylık|miesięczn\\p{Ll}{1,3}|ежемесячн\\p{Ll}+|au mois|al mese?|ao mês',
  ],
  [
    'year',
    'year',
    "anual(?:es)?|anuais|annuel(?:le)?s?|annual[ei](?= ?$)|jährlich|jährl\\.?(?![a-zà-ž])|jaarlijks|yıllık|roczn\\p{Ll}{1,2}|ежегодн\\p{Ll}+|à l[’']année",
  ],
];
const HAN: readonly [Dimension, string, string][] = [
  ['hour', 'hour', '按小?时|小时|时[租价]|時間単価|시간당?'],
  ['day', 'day', '[包按][日天]|日[租付价]|日額'],
  ['other', 'week', '[包按]周|周[租付价]'],
  ['month', 'month', '[包按]月|月[租付价费]|月額|월'],
  ['other', 'quarter', '[包按]季度?|季[租付价]'],
  ['other', 'half year', '(?:[包按]半年|半年[租付价]?)'],
  ['year', 'year', '[包按]年|年[租付价费]|年額|연간?'],
];

/** "包年包月" is one way of buying, "今日价格" the price of today. */
const BEHIND =
  '(?=$|[^\\p{Script=Han}\\p{Script=Hangul}]|价格?$|费用?$|(?:计|付|收|缴)费$|支付$|订阅$|结算$|单价$|租用?$|購入$|料金|요금|이용료)';
const SAID: readonly (readonly [Dimension, string, RegExp, boolean])[] = [
  ...WORDS.map(
    ([dimension, noun, source]) =>
      [dimension, noun, new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'iu'), false] as const,
  ),
  ...HAN.map(
    ([dimension, noun, source]) =>
      [
        dimension,
        noun,
        new RegExp(`(?<![\\p{Script=Han}\\p{Script=Hangul}])(?:连续)?(?:${source})${BEHIND}`, 'u'),
        true,
      ] as const,
  ),
];

const firstSaid = firstOf(SAID.map(([, , pattern]) => pattern));

/** Headers are short: in a sentence the word may be of anything. */
const LONGEST = 40;

/** The span of time that a header's own word speaks of, and may make its prices' unit; null where it has none. */
export function periodIn(text: string): Period | null {
  const said = text.length > LONGEST ? undefined : SAID[firstSaid(text)];
  if (said === undefined) return null;
  const [dimension, noun, pattern, rents] = said;
  const match = pattern.exec(text);
  if (match === null) return null;
  const end = match.index + match[0].length;
  return { unit: { dimension, count: 1, noun }, start: match.index, end, words: match[0], implied: false, rents };
}
