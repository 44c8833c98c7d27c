import { matches } from './text.ts';

/** Where shares are listed. */
export const EXCHANGE =
  '(?:NASDAQ|Nasdaq|Nasdaq[A-Z]{2}|NYSE(?: American)?|AMEX|OTC[A-Z]{0,3}|TSXV?|TSX-V|ASX|NZX|LSE|AIM|HKEX|HKG|SEHK|SSE|SZSE|SGX|KRX|KOSPI|KOSDAQ|TYO|TSE|TWSE|TPE|BSE|NSE|OSE|Euronext|Xetra|XETRA|FRA|港交所|纳斯达克|纽交所)';

const NAME = "(?<![\\w&'’.-])((?:[A-Z][\\w&.-]*)(?: (?:[A-Z][\\w&.-]*)){0,3})";
/** "Credo Technology (NASDAQ: CRDO)": the exchange makes sure. */
const WITH_EXCHANGE = new RegExp(`${NAME},? ?[*_]*\\(${EXCHANGE} ?: ?[A-Z0-9.]{1,8}\\)`, 'g');
/** "- **Credo (CRDO):**", "| Astera Labs (ALAB) |": letters alone, in what labels a line or a row. */
const LABELLED = new RegExp(
  `^(?:[-*•|#>]+ ?|\\d{1,2}[.)] )?[*_]*${NAME}[*_]* \\(\\$?([A-Z]{3,5})\\)(?=[*_]*(?:[:：|]| *\\||[*_]* [–—-] |[*_]* *$))`,
  'gm',
);

/** CRDO of Credo, ALAB of Astera Labs; "Annual Run Rate (ARR)" is only shortened. */
function isSymbolOf(name: string, letters: string): boolean {
  const words = name.toUpperCase().split(/[ -]/);
  if (words.map((word) => word[0] ?? '').join('') === letters) return false;
  let at = -1;
  return [...letters].every((letter) => {
    at = name.toUpperCase().indexOf(letter, at + 1);
    return at >= 0;
  });
}

/** Names with their symbol of an exchange behind them: houses, whether anybody knows them or not. */
export const listedHouses = (body: string): string[] =>
  body.includes('(')
    ? [
        ...matches(WITH_EXCHANGE, body),
        ...matches(LABELLED, body).filter(([, name = '', letters = '']) => isSymbolOf(name, letters)),
      ].map(([, name = '']) => name)
    : [];
