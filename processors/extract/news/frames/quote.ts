import type { Reading } from '../reading.ts';
import { matches } from '../text.ts';

const STOP = /[;；]/g;

/** The words that state a figure: its sentence, or for long sentences the clauses from the subject to the figure's end. */
export function quoteAround(reading: Reading, start: number, end: number): [number, number] {
  const { text } = reading;
  if (text.length <= 320) return [reading.start, reading.start + text.length];
  let from = 0;
  let to = text.length;
  for (const stop of matches(STOP, text)) {
    if (stop.index < start) from = stop.index + 1;
    else if (stop.index >= end) {
      to = stop.index;
      break;
    }
  }
  while (from < to && text[from] === ' ') from++;
  return [reading.start + from, reading.start + to];
}
