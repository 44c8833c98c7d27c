import { expect, test } from 'vitest';
import { translator } from '../../../../sinks/web/i18n/translate.ts';
import { differences } from '../../../../sinks/web/pages/revisions.ts';
import { qwenHike } from '../market/signals.ts';

const t = translator('en');
const [announced, confirmed] = qwenHike();

test('a revision is told by what it changed, in words', () => {
  expect(differences(announced, confirmed, t)).toEqual([
    { what: 'State', before: 'Announced', after: 'Confirmed' },
    { what: 'Sources', before: '1', after: '2' },
    { what: 'What changed', before: '0', after: '2' },
  ]);
});

test('where only details moved there is nothing to tell', () => {
  expect(differences(confirmed, { ...confirmed, revision: 3, mentions: 9, confidence: 0.8 }, t)).toEqual([]);
});
