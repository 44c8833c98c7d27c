import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MEANINGS } from '../../../../../processors/extract/news/scored/sum-features.ts';
import { temporaryFolder } from '../../../../support/tokentape.ts';
import { subjectExamples, sumExamples } from '../../../../training/examples.ts';
import { type Labelled, textsIn } from '../../../../training/labelled.ts';

const claim = { kind: 'financial', subject: 'oracle', value_min: 3e9, value_max: 3e9, unit: 'USD', metric: 'capex' };
/** What the training makes of a folder with one such file. */
function readFrom(content: object): Labelled[] {
  const folder = temporaryFolder();
  try {
    writeFileSync(join(folder.path, 'one.json'), JSON.stringify(content));
    return textsIn(folder.path);
  } finally {
    folder.remove();
  }
}
const text = 'Meta lent a hand. Oracle spent $3 billion on servers, and Meta spent $9 billion.';
const [labelled] = readFrom({ text, signals: [claim] });

describe('examples of a labelled text', () => {
  it('hold every house in reach and nobody, and which is right', () => {
    const [example] = labelled ? subjectExamples(labelled, 1) : [];
    expect(example?.candidates).toHaveLength(3);
    expect(example?.right).toHaveLength(1);
  });

  it('say what each sum is, and that one without a label is none', () => {
    const right = labelled ? sumExamples(labelled, 1).map((example) => example.right) : [];
    expect(right).toEqual([[MEANINGS.indexOf('capex')], [MEANINGS.indexOf('none')]]);
  });

  it('have no right one where no name stands for the house', () => {
    const [strange] = readFrom({ text, signals: [{ ...claim, subject: 'halden' }] });
    expect(strange ? subjectExamples(strange, 1).map((example) => example.right) : []).toEqual([[]]);
  });

  it('are not made of a file of another form, which is named', () => {
    expect(() => readFrom({ text, signals: [{ ...claim, kind: 'rumour' }] })).toThrow(/one\.json: [\s\S]*kind/);
  });
});
