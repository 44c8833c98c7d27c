/**
 * The cluster form of a migration's statements. The files are written for one server; every statement of theirs becomes the same thing
 * `ON CLUSTER`: of a table `x` a replicated `x_local` on every shard and a distributed `x` over them, materialised views from local
 * table to local table, and views over the distributed tables.
 */
import { isKeyword, literal, type Token, tokens } from './sql/lex.ts';

export interface ClusterForm {
  /** Its name in the servers' `remote_servers`. */
  readonly cluster: string;
  /** The database the statements are for. */
  readonly database: string;
}

/** The database the statements name. */
const WRITTEN_FOR = 'tokentape';

/**
 * What decides the shard of a row. A series and a page live on one shard each, so that a materialised view finds everything it folds
 * beside it. Tables that only materialised views write need none.
 */
const SHARD_BY: ReadonlyMap<string, string> = new Map([
  ['prices', 'cityHash64(series)'],
  ['price_changes', 'cityHash64(series)'],
  ['documents', 'cityHash64(source_id, url)'],
  ['fetches', 'cityHash64(source_id, url)'],
  ['readings', 'cityHash64(source_id, url)'],
  ['announcements', 'cityHash64(announcement_id)'],
  ['signals', 'cityHash64(signal_id)'],
  ['alerts', 'cityHash64(alert_id)'],
  ['dead_letters', 'cityHash64(dead_letter_id)'],
]);
const KEPT_BY_VIEW = /_state$/;

/** A retry may come after a long outage: a day of tokens, however few inserts there were. */
const DEDUPLICATION = 'replicated_deduplication_window_seconds = 86400, replicated_deduplication_window';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Throws for a statement it does not know how to spread: nothing is created on one server only by mistake. */
export function clusterStatements(statement: string, form: ClusterForm): string[] {
  const all = [...tokens(statement)];
  const table = nameAfter(all, 'CREATE', 'TABLE', 'IF', 'NOT', 'EXISTS');
  if (table !== null) return [localTable(statement, all, table, form), distributedTable(table.text, form)];
  const feed = nameAfter(all, 'CREATE', 'MATERIALIZED', 'VIEW', 'IF', 'NOT', 'EXISTS');
  if (feed !== null) {
    const local = ourNames(all).filter((name) => name !== feed);
    return [edited(statement, [onCluster(feed, form), ...local.map((name) => after(name, '_local'))])];
  }
  const view = nameAfter(all, 'CREATE', 'VIEW', 'IF', 'NOT', 'EXISTS');
  if (view !== null) return [edited(statement, [onCluster(view, form), ...globals(all)])];
  throw new Error(`no cluster form for "${statement.split('\n')[0]}": tables, views and materialised views have one`);
}

/** The table of applied migrations: whole on every server. */
export function replicatedEverywhere(database: string, table: string, engine: string): string {
  return `Replicated${engine}('/clickhouse/tables/all/${database}/${table}', '{shard}-{replica}')`;
}

function localTable(statement: string, all: readonly Token[], name: Token, form: ClusterForm): string {
  const edits = [...ourNames(all).map((of) => after(of, of === name ? `_local${on(form)}` : '_local'))];
  for (const [index, token] of all.entries()) {
    if (isKeyword(token, 'ENGINE')) edits.push(replicated(all, index));
    if (token.kind === 'word' && token.text === 'non_replicated_deduplication_window') {
      edits.push({ start: token.start, end: token.end, text: DEDUPLICATION });
    }
  }
  return edited(statement, edits);
}

/** `ReplacingMergeTree(version)` after ENGINE, in its replicated form. The path's macros are the servers' own. */
function replicated(all: readonly Token[], engine: number): Edit {
  const name = all[engine + 2];
  if (name === undefined || !name.text.endsWith('MergeTree')) throw new Error('only MergeTree tables are replicated');
  const opens = all[engine + 3]?.text === '(' ? all[engine + 3] : undefined;
  const place = `'/clickhouse/tables/{shard}/{database}/{table}', '{replica}'`;
  const text = opens === undefined ? `Replicated${name.text}(${place})` : `Replicated${name.text}(${place}, `;
  return { start: name.start, end: opens?.end ?? name.end, text };
}

function distributedTable(name: string, form: ClusterForm): string {
  const key = SHARD_BY.get(name);
  if (key === undefined && !KEPT_BY_VIEW.test(name)) throw new Error(`no sharding key for the table ${name}`);
  const of = [form.cluster, form.database, `${name}_local`].map(literal).join(', ');
  const engine = `Distributed(${key === undefined ? of : `${of}, ${key}`})`;
  const to = `${WRITTEN_FOR}.${name}`;
  return `CREATE TABLE IF NOT EXISTS ${to}${on(form)} AS ${to}_local ENGINE = ${engine}`;
}

const JOIN_KINDS = ['INNER', 'LEFT', 'RIGHT', 'FULL', 'ASOF', 'ANY', 'SEMI', 'ANTI'];

/** GLOBAL before every join and before every IN of a subquery: computed once, not by every shard over all shards. */
function globals(all: readonly Token[]): Edit[] {
  const edits: Edit[] = [];
  for (const [index, token] of all.entries()) {
    if (isKeyword(token, 'JOIN')) {
      let first = index;
      while (isKeyword(all[first - 1], ...JOIN_KINDS)) first -= 1;
      if (!isKeyword(all[first - 1], 'CROSS', 'ARRAY')) edits.push(before(all[first] ?? token, 'GLOBAL '));
    }
    if (!isKeyword(token, 'IN') || all[index + 1]?.text !== '(') continue;
    const [inside, next] = [all[index + 2], all[index + 3]];
    const isSubquery = isKeyword(inside, 'SELECT', 'WITH') || (inside?.kind === 'word' && next?.text === ')');
    const negation = all[index - 1];
    if (isSubquery)
      edits.push(before(negation !== undefined && isKeyword(negation, 'NOT') ? negation : token, 'GLOBAL '));
  }
  return edits;
}

/** The name a statement of these first words creates; null for another statement. */
function nameAfter(all: readonly Token[], ...words: string[]): Token | null {
  if (!words.every((word, index) => isKeyword(all[index], word))) return null;
  const [database, dot, name] = all.slice(words.length);
  return database?.text === WRITTEN_FOR && dot?.text === '.' && name !== undefined ? name : null;
}

/** Names in our database, wherever they stand. */
function ourNames(all: readonly Token[]): Token[] {
  return all.filter(
    (token, index) => token.kind === 'word' && all[index - 1]?.text === '.' && all[index - 2]?.text === WRITTEN_FOR,
  );
}

const on = ({ cluster }: ClusterForm): string => ` ON CLUSTER ${literal(cluster)}`;
const onCluster = (name: Token, form: ClusterForm): Edit => after(name, on(form));
const after = (token: Token, text: string): Edit => ({ start: token.end, end: token.end, text });
const before = (token: Token, text: string): Edit => ({ start: token.start, end: token.start, text });

function edited(statement: string, edits: readonly Edit[]): string {
  let text = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    text += statement.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + statement.slice(at);
}
