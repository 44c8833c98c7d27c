/** npm run train -- [FOLDER ...]: learns the weights of processors/extract/news/scored from our own texts and labelled folders. */
import { writeFileSync } from 'node:fs';
import { scoreOf } from '../../processors/extract/news/scored/features.ts';
import { type Example, learn } from '../../processors/extract/news/scored/learn.ts';
import { keep, MODELS, type Model, SEEN } from '../../processors/extract/news/scored/model.ts';
import { sharesOf } from '../../processors/extract/news/scored/shares.ts';
import { subjectExamples, sumExamples } from './examples.ts';
import { type Labelled, ownTexts, textsIn } from './labelled.ts';

/** Our own texts are sentences made to test a rule; whole texts as people write them count for more. */
const NATURAL = 2;
/** What is still got wrong of our own texts is shown so many times as strongly the next time. */
const MISTAKEN = 3;
/** So often what was got wrong is looked for. */
const LOOKS = 2;
/** The weights are the mean of so many runs in different orders. */
const RUNS = 5;

const folders = process.argv.slice(2);
const own = ownTexts();
const natural = folders.flatMap(textsIn);
const EXAMPLES = {
  subject: subjectExamples,
  sum: sumExamples,
} satisfies Record<Model, (text: Labelled, weight: number) => Example[]>;

const mean = (runs: readonly Float32Array[]): Float32Array =>
  Float32Array.from(runs[0] ?? [], (_, i) => runs.reduce((sum, run) => sum + (run[i] ?? 0), 0) / runs.length);

const isMistaken = (weights: Float32Array, { candidates, right }: Example): boolean => {
  const shares = sharesOf(candidates.map((features) => scoreOf(weights, features)));
  return right.length > 0 && right.every((i) => (shares[i] ?? 0) < Math.max(...shares));
};

const kept = MODELS.map((model) => {
  const told = own.flatMap((text) => EXAMPLES[model](text, 1));
  const ours = told.length;
  const examples = [...told, ...natural.flatMap((text) => EXAMPLES[model](text, NATURAL))];
  let shown = examples;
  let weights = learn(shown);
  for (let look = 0; look < LOOKS; look++) {
    const [from, seen] = [weights, shown];
    shown = seen.map((example, i) =>
      i < ours && isMistaken(from, example) ? { ...example, weight: MISTAKEN * example.weight } : example,
    );
    weights = mean(Array.from({ length: RUNS }, (_, run) => learn(shown, run)));
  }
  process.stdout.write(
    `${model}: ${examples.length} examples of ${own.length} own and ${natural.length} labelled texts\n`,
  );
  return [model, keep(weights)] as const;
});
writeFileSync(
  new URL('../../processors/extract/news/scored/weights.json', import.meta.url),
  `${JSON.stringify({ seen: SEEN, ...Object.fromEntries(kept) }, null, 2)}\n`,
);
