import { z } from 'zod';
import type { Position } from '../store/statement.ts';
import { HttpProblem } from './problem.ts';

const position = z.object({ at: z.iso.datetime(), id: z.string() });

/** Opaque to callers; it names a row, so pages neither skip nor repeat when rows arrive in between. */
export const writeCursor = (at: Position): string => Buffer.from(JSON.stringify(at)).toString('base64url');

export const readCursor = (cursor: string | undefined): Position | undefined => {
  if (cursor === undefined) return undefined;
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new HttpProblem({
      status: 400,
      title: 'Cursor not understood',
      detail: 'Pass `next` of the page before as it is, or leave cursor out to start anew.',
      errors: [{ parameter: 'cursor', message: 'not a cursor of this API' }],
    });
  }
};
