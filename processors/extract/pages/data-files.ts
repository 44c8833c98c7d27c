import { parse } from 'yaml';
import { literalAt } from './literals.ts';

const MOST = 500_000;

/**
 * The JSON of a body that is data in another form: a table of comma-separated values, a YAML file, or a script that gives lists and maps a
 * name (`PRICES = {...}`). Null for a text.
 */
export function dataFile(body: string): string | null {
  return body.length > MOST ? null : (fromValues(body) ?? fromYaml(body) ?? fromScript(body));
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[-+]?\d+)?$/i;

/** As many cells in every line, below a line of names. */
function fromValues(body: string): string | null {
  const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '');
  const [first = '', ...rest] = lines;
  const separator = [',', ';', '\t'].find((one) => first.split(one).length >= 3);
  if (separator === undefined || rest.length < 2) return null;
  const names = cellsOf(first, separator);
  if (!names.every((name) => /^\p{L}[^.!?]{0,40}$/u.test(name)) || new Set(names).size < names.length) return null;
  const rows = rest.map((line) => cellsOf(line, separator));
  if (!rows.every((row) => row.length === names.length)) return null;
  return `[${rows.map((row) => `{${row.map((cell, index) => `${JSON.stringify(names[index])}:${jsonOf(cell)}`).join(',')}}`).join(',')}]`;
}

const cellsOf = (line: string, separator: string): string[] =>
  [...line.matchAll(separator === '\t' ? TABBED : separator === ';' ? SEMICOLONS : COMMAS)].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
  );
const COMMAS = /(?:^|,)(?:\s*"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/g;
const SEMICOLONS = /(?:^|;)(?:\s*"((?:[^"]|"")*)"\s*(?=;|$)|([^;]*))/g;
const TABBED = /(?:^|\t)(?:\s*"((?:[^"]|"")*)"\s*(?=\t|$)|([^\t]*))/g;

const jsonOf = (cell: string): string => (cell === '' ? 'null' : NUMBER.test(cell) ? cell : JSON.stringify(cell));

/** A document of keys with more keys under them. */
function fromYaml(body: string): string | null {
  const first = body.split('\n').find((line) => !/^\s*(?:#|$|---\s*$)/.test(line)) ?? '';
  if (!/^(?:- )?["']?[\w./ -]{1,60}["']?:(?: |$)|^- ?$/.test(first) || !/^\s+[\w"'-]/m.test(body)) return null;
  try {
    // Every scalar stays the text it is written as: an amount is no float.
    const data: unknown = parse(body, { schema: 'failsafe' });
    const isNested =
      typeof data === 'object' && data !== null && Object.values(data).some((one) => typeof one === 'object');
    return isNested && !isWrittenList(data) ? textOf(data) : null;
  } catch {
    // A text that begins as data do.
    return null;
  }
}

/** "- Orca 3: $0.12/min", item by item: a list of Markdown, which YAML would read as keys. */
const isWrittenList = (data: unknown): boolean =>
  Array.isArray(data) && data.every((one) => typeof one === 'object' && one !== null && Object.keys(one).length === 1);

/** The JSON of what YAML gives, its numbers as they are written. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, one]) => `${JSON.stringify(key)}:${textOf(one)}`)
      .join(',')}}`;
  const text = String(value ?? '');
  return /^(?:true|false)$/.test(text) ? text : /^(?:null|~)$/.test(text) ? 'null' : jsonOf(text);
}

const GIVEN = /^(?:export\s+)?(?:const\s+|let\s+|var\s+)?([A-Za-z_$][\w$]*)\s*(?::[^=\n]{1,200})?\s*=\s*(?=[{[])/gm;

function fromScript(body: string): string | null {
  // Comments of Python.
  const script = /^\s*(?:\/\/|\/\*|export\b|const\b|let\b|var\b|import .* from )/m.test(body)
    ? body
    : body.replaceAll(/(^|\s)#[^\n]*/g, '$1');
  const given = [...script.matchAll(GIVEN)].flatMap((found) => {
    const literal = literalAt(script, found.index + found[0].length);
    return literal === null ? [] : [[found[1] ?? '', literal.value] as const];
  });
  return given.length === 0 ? null : JSON.stringify(Object.fromEntries(given));
}
