import { isKeyword, literal, type Token, tokens } from '../../sql/lex.ts';
import { type Engine, type EngineSession, INVALID, READ_ONLY } from '../engine.ts';
import { ClickHouseFailure, multipleStatements, readOnly } from '../errors.ts';
import { type FunctionRules, functionRules } from './functions.ts';
import { isOpenSetting } from './settings.ts';
import { isOpenSystemTable, isSystemDatabase } from './tables.ts';

/**
 * Lets one read-only statement of a foreign client through, or says why not.
 *
 * chDB has no users and `readonly` is no sandbox (a nested SETTINGS readonly = 0 lifts it), so the statement itself is
 * judged: the engine's classifier says what kind it is; the engine's formatter writes it in canonical form, which shows
 * every function, table and setting, at any depth, without comments or odd quoting; that text is held against allow-lists.
 */
export interface Gate {
  /**
   * Throws ClickHouse's READONLY (164) or ACCESS_DENIED (497) error. Resolves to the `readonly` level to run at: 1 forbids
   * the engine itself more, 2 is for statements with (harmless) settings of their own.
   */
  check(session: EngineSession, sql: string, params: ReadonlyMap<string, string>): Promise<1 | 2>;
}

const STATEMENTS = new Set(['SELECT', 'WITH', 'FROM', 'SHOW', 'DESCRIBE', 'DESC', 'EXISTS', 'EXPLAIN']);
const SHOW = new Set([
  'TABLES',
  'DATABASES',
  'CREATE',
  'COLUMNS',
  'FIELDS',
  'INDEX',
  'INDEXES',
  'KEYS',
  'FUNCTIONS',
  'SETTINGS',
  'FULL',
  'EXTENDED',
  'ENGINES',
  'CLUSTERS',
  'DICTIONARIES',
  'MERGES',
]);

export function openGate(engine: Engine, database: string): Gate {
  const session = engine.session();
  const rules = functionRules(session);
  session.close();
  return {
    async check(session, sql, params) {
      const { statementCount, queryClass } = await engine.classify(session, sql);
      if (statementCount > 1) throw multipleStatements();
      if (queryClass !== READ_ONLY && queryClass !== INVALID) throw readOnly();
      refuseForeignIdentifiers(sql, params);
      const list = [...tokens(canonical(session, sql))];
      judge(list, rules, new Set(views(session, database)));
      return list.some((_token, at) => opensSettings(list, at)) ? 2 : 1;
    },
  };
}

const denied = (what: string): ClickHouseFailure =>
  new ClickHouseFailure(497, 'ACCESS_DENIED', `default: Not enough privileges: ${what} for the read-only user`);

/** The statement as the engine itself writes it, on one line. Throws its syntax error. */
function canonical(session: EngineSession, sql: string): string {
  const line = session.query(`SELECT formatQuerySingleLine(${literal(sql)})`, 'TSVRaw');
  return line.endsWith('\n') ? line.slice(0, -1) : line;
}

/** Parameterised views are called like functions; with their database the engine writes them as one quoted name. */
function views(session: EngineSession, database: string): string[] {
  return session
    .query(`SELECT name FROM system.tables WHERE database = ${literal(database)} AND engine = 'View'`, 'TSVRaw')
    .split('\n')
    .filter((name) => name !== '')
    .flatMap((name) => [name, `${database}.${name}`]);
}

function judge(list: readonly Token[], rules: FunctionRules, ownViews: ReadonlySet<string>): void {
  const first = list.find((token) => token.text !== '(')?.text.toUpperCase() ?? '';
  if (!STATEMENTS.has(first)) throw denied(`${first} is not open`);
  if (first === 'SHOW') judgeShow(list);
  list.forEach((token, at) => {
    if (token.kind !== 'word' && token.kind !== 'name') return;
    const [before, next] = [list[at - 1], list[at + 1]];
    const owner = isSign(before, '.') ? list[at - 2] : undefined;
    if (owner !== undefined && isSystemDatabase(owner.text) && !isOpenSystemTable(token.text)) {
      throw denied(`table system.${token.text} is not open`);
    }
    if (owner === undefined && rules.isClosed(token.text)) throw denied(`function ${token.text} is not open`);
    if (isSign(next, '(') && !ownViews.has(token.text) && (owner !== undefined || !rules.mayCall(token.text))) {
      throw denied(`function ${token.text} is not open`);
    }
    if (opensSettings(list, at)) judgeSettings(list, at + 1);
    if (isKeyword(token, 'OUTFILE', 'INFILE') && isKeyword(before, 'INTO', 'FROM')) {
      throw denied('a file of the server is not open');
    }
  });
}

function isSign(token: Token | undefined, text?: string): boolean {
  return token?.kind === 'sign' && (text === undefined || token.text === text);
}

/** SHOW hides its condition from the engine's syntax tree, so it may not have functions or subqueries at all. */
function judgeShow(list: readonly Token[]): void {
  const what = list[1]?.text.toUpperCase() ?? '';
  if (!SHOW.has(what)) throw denied(`SHOW ${what} is not open`);
  if (list.some((token) => token.text === '(' && token.kind === 'sign'))
    throw denied('a condition in SHOW is not open');
}

/** `SETTINGS name =`, and not a table or column that is called so. */
function opensSettings(list: readonly Token[], at: number): boolean {
  return isKeyword(list[at], 'SETTINGS') && !isSign(list[at + 1]) && isSign(list[at + 2], '=');
}

/** `SETTINGS a = 1, b = 2`, at any depth; every value is one literal. */
function judgeSettings(list: readonly Token[], from: number): void {
  for (let at = from; isSign(list[at + 1], '='); ) {
    const name = list[at]?.text ?? '';
    if (!isOpenSetting(name)) throw denied(`setting ${name} is not open`);
    const value = isSign(list[at + 2], '-') ? at + 3 : at + 2;
    if (isSign(list[value])) throw denied(`that value of the setting ${name} is not open`);
    if (!isSign(list[value + 1], ',')) return;
    at = value + 2;
    if (!isSign(list[at + 1], '=')) throw denied('that form of SETTINGS is not open');
  }
}

/** A parameter of type Identifier becomes a name after the text was judged, so it may only be a plain one. */
function refuseForeignIdentifiers(sql: string, params: ReadonlyMap<string, string>): void {
  const list = [...tokens(sql)];
  list.forEach((token, at) => {
    if (token.text !== 'Identifier' || list[at - 1]?.text !== ':') return;
    const name = params.get(list[at - 2]?.text ?? '') ?? '';
    if (!/^\w+$/.test(name) || isSystemDatabase(name)) throw denied(`the name ${name} as a parameter is not open`);
  });
}
