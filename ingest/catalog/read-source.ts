import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { sourceSchema } from './schema.ts';

export interface ReadSource {
  readonly source: z.output<typeof sourceSchema> | null;
  readonly problems: readonly string[];
  /** file:line:column of a top-level key. */
  readonly at: (key: string) => string;
}

/** Reads one source's YAML. Every problem names the place, the key, what stands there and what is allowed. */
export function readSource(file: string, text: string): ReadSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const at = (key: string) => place(offsetOf(document, [key]));
  const problems = document.errors.map((error) => `${place(error.pos[0])}: ${firstLine(error.message)}.`);
  if (problems.length > 0) return { source: null, problems, at };
  if (!isMap(document.contents)) {
    return { source: null, problems: [`${file}:1:1: expected a source, beginning with its id.`], at };
  }
  const checked = sourceSchema.safeParse(document.toJS());
  if (checked.success) return { source: checked.data, problems, at };
  for (const issue of checked.error.issues) {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    const target = issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path;
    problems.push(`${place(offsetOf(document, target))}: ${describe(document, path, issue)}.`);
  }
  return { source: null, problems, at };
}

type Path = readonly (string | number)[];

function describe(document: Document, path: Path, issue: z.core.$ZodIssue): string {
  const name = path.join('.');
  const message = issue.message.replace(/^Invalid input: /, '');
  if (path.length === 0 || issue.code === 'unrecognized_keys') {
    return name === '' ? message : `${name}: ${message}`;
  }
  const given = document.getIn(path);
  if (given === undefined) return `${name} is missing: ${message.replace(/, received undefined$/, '')}`;
  const shown = isNode(given) ? '' : ` is ${JSON.stringify(given)}`;
  return `${name}${shown}: ${message}`;
}

/** Where the key at `path` stands; where it is missing, its nearest parent. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === last);
      if (pair !== undefined && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.replace(/[.:]$/, '') ?? message;
}
