import { literal } from '../sql/lex.ts';
import type { EngineSession } from './engine.ts';
import type { Answer } from './http/answer.ts';
import { hasHeader, headerOnce } from './http/format-header.ts';
import { isStreamed } from './http/formats.ts';
import { toRevision } from './http/native.ts';
import { firstKeyword, type InsertHead, namedFormat } from './statement.ts';

export interface Run {
  readonly session: EngineSession;
  readonly answer: Answer;
  /** Written into the statement as a comment, so that KILL QUERY finds it. */
  readonly tag: string;
  readonly defaultFormat: string | null;
  /** Revision of the Native format to answer in. */
  readonly protocolVersion: number;
  /** Hold the whole answer back until the statement has ended well. */
  readonly whole: boolean;
}

/** Runs a statement without data and writes its rows. */
export async function runStatement(sql: string, run: Run): Promise<void> {
  const format = namedFormat(sql) ?? run.defaultFormat ?? 'TabSeparated';
  const keyword = firstKeyword(sql);
  const reads = keyword === 'SELECT' || keyword === 'WITH' || keyword === 'FROM';
  if (reads && !run.whole && isStreamed(format)) await stream(sql, format, run);
  else await whole(sql, format, run, keyword === 'INSERT');
}

async function stream(sql: string, format: string, run: Run): Promise<void> {
  const { session, answer } = run;
  const once = headerOnce(format);
  let begun = false;
  for await (const chunk of session.queryStream(tagged(sql, run.tag), { format })) {
    const bytes = once(encoded(asBuffer(chunk.raw()), format, run));
    if (!begun) answer.begin(format, null);
    begun = true;
    await answer.write(bytes);
  }
  if (begun) {
    answer.end();
  } else if (hasHeader(format)) {
    // Without a row the stream has no part, and so no header either.
    await whole(sql, format, run, false);
  } else {
    answer.begin(format, { rows: 0, bytes: 0, written: false, resultBytes: 0, seconds: 0 });
    answer.end();
  }
}

async function whole(sql: string, format: string, run: Run, written: boolean): Promise<void> {
  const result = await run.session.queryAsync(tagged(sql, run.tag), { format });
  const bytes = encoded(asBuffer(result.bytes()), format, run);
  run.answer.begin(format, {
    rows: result.rowsRead,
    bytes: result.bytesRead,
    written,
    resultBytes: bytes.length,
    seconds: result.elapsed,
  });
  run.answer.end(bytes);
}

/** Runs an INSERT whose rows lie in `file`. */
export async function runInsert(head: InsertHead, file: string, bytes: number, run: Run): Promise<void> {
  if (bytes === 0) {
    run.answer.begin(head.format, { rows: 0, bytes: 0, written: true, resultBytes: 0, seconds: 0 });
    run.answer.end();
    return;
  }
  const sql = `${head.target.trimEnd()} FROM INFILE ${literal(file)} COMPRESSION 'none' ${head.settings} FORMAT ${head.format}`;
  await whole(sql, head.format, run, true);
}

function encoded(bytes: Buffer, format: string, { protocolVersion }: Run): Buffer {
  return format === 'Native' && protocolVersion > 0 ? toRevision(bytes, protocolVersion) : bytes;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Behind the statement, so that positions in its error messages stay right. */
function tagged(sql: string, tag: string): string {
  return `${sql}\n/*${tag}*/`;
}
