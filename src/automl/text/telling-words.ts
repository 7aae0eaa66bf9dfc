import { randomStream } from '../../math/random.ts';
import type { Dataset, Feature } from '../dataset.ts';
import { featureRows } from '../feature-rows.ts';
import { outputsOf } from '../learner.ts';
import type { ModelOutcome } from '../outcome.ts';
import { isSpaceless, wordsOf } from './tokens.ts';

type Words = NonNullable<NonNullable<ModelOutcome['test']>['words']>;

/** Texts that words are taken out of. */
const mostTexts = 300;
/** Words that are tried for each class, or of a number altogether. */
const mostTried = 40;
/** Texts with a word, so that its effect is more than chance. */
const fewestTexts = 3;
const mostShown = 10;

/**
 * The most telling words: by how much the probability of a class falls (a predicted number falls) when a word is taken out of
 * the texts of the test part that have it, whatever the model. A word counts by its effect on all texts together.
 *
 * @param features of the test part
 * @param predict outputs row by row
 */
export function tellingWords(
  data: Dataset,
  predict: (features: readonly Feature[], rows: number) => Float64Array,
  seed: number,
): Words | undefined {
  const text = data.features.findIndex(({ kind }) => kind === 'text');
  const feature = data.features[text];
  if (feature?.kind !== 'text') return undefined;
  const all = randomStream(seed, 'telling-words').shuffle(Array.from({ length: data.rows }, (_, row) => row));
  const rows = all.slice(0, mostTexts).sort((a, b) => a - b);
  const has = new Map<string, number[]>();
  for (const row of rows)
    for (const word of new Set(wordsOf(feature.texts[row]!.toLowerCase()))) {
      const own = has.get(word);
      if (own) own.push(row);
      else has.set(word, [row]);
    }
  const outputs = outputsOf(data);
  const before = predict(data.features, data.rows);
  const tried = candidates(has, before, rows, outputs);
  const changed = tried.flatMap((word) => has.get(word)!.map((row) => ({ word, row })));
  if (changed.length === 0) return undefined;
  const after = predict(
    data.features.map((of) => withoutWords(of, changed)),
    changed.length,
  );
  const effects = new Map<string, Float64Array>();
  changed.forEach(({ word, row }, i) => {
    const own = effects.get(word) ?? new Float64Array(outputs);
    for (let k = 0; k < outputs; k++) own[k]! += before[row * outputs + k]! - after[i * outputs + k]!;
    effects.set(word, own);
  });
  const shown = (of: (own: Float64Array) => number) =>
    [...effects]
      .map(([word, own]) => ({ word, total: of(own), texts: has.get(word)!.length }))
      .sort((a, b) => b.total - a.total || (a.word < b.word ? -1 : 1))
      .filter(({ total }) => total > 1e-9)
      .slice(0, mostShown)
      .map(({ word, total, texts }) => ({ word, effect: total / texts, texts }));
  if (data.task === 'classification')
    return data.classes
      .map((name, k) => ({ name, words: shown((own) => own[k]!) }))
      .filter(({ words }) => words.length > 0);
  const down = shown((own) => -own[0]!).map((word) => ({ ...word, effect: -word.effect }));
  return [
    { name: 'higher', words: shown((own) => own[0]!) },
    { name: 'lower', words: down },
  ].filter(({ words }) => words.length > 0);
}

/** Words whose texts differ most from the others in what the model says of them. */
function candidates(
  has: ReadonlyMap<string, readonly number[]>,
  before: Float64Array,
  rows: readonly number[],
  outputs: number,
): string[] {
  const means = new Float64Array(outputs);
  for (const row of rows)
    for (let k = 0; k < outputs; k++) means[k]! += before[row * outputs + k]! / rows.length;
  const frequent = [...has].filter(([, own]) => own.length >= fewestTexts);
  const chosen = new Set<string>();
  for (let k = 0; k < outputs; k++)
    for (const sign of outputs === 1 ? [1, -1] : [1])
      frequent
        .map(([word, own]) => {
          const excess = own.reduce((sum, row) => sum + before[row * outputs + k]! - means[k]!, 0);
          return { word, score: (sign * excess) / Math.sqrt(own.length) };
        })
        .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
        .slice(0, mostTried)
        .forEach(({ word }) => {
          chosen.add(word);
        });
  return [...chosen];
}

/** The rows of a feature, each text without its word. */
function withoutWords(
  feature: Feature,
  changed: readonly { readonly word: string; readonly row: number }[],
): Feature {
  if (feature.kind === 'text')
    return { ...feature, texts: changed.map(({ word, row }) => without(feature.texts[row]!, word)) };
  return featureRows(
    feature,
    changed.map(({ row }) => row),
  );
}

function without(text: string, word: string): string {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const letter = '[\\p{L}\\p{M}\\p{N}_]';
  const pattern = isSpaceless(word) ? escaped : `(?<!${letter})${escaped}(?!${letter})`;
  return text.replace(new RegExp(pattern, 'giu'), ' ');
}
