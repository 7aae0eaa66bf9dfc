import type { Feature } from '../dataset.ts';
import { applyInputs, fitInputs, type InputCoding } from '../inputs.ts';
import { type Sparse, SparseBuilder } from './sparse.ts';
import { applyTerms, fitTerms, type TermCoding, type TermOptions } from './terms.ts';

/** What becomes of texts and of the columns beside them, as measured on the training rows. Plain data. */
export interface TextInputCoding {
  /** Of each text, in the order of the features. */
  readonly texts: readonly TermCoding[];
  readonly others: readonly InputCoding[];
}

/** The texts of the rows, feature by feature. */
export function textsOf(features: readonly Feature[]): (readonly string[])[] {
  return features.flatMap((feature) => (feature.kind === 'text' ? [feature.texts] : []));
}

/** How texts become terms, and the other columns numbers. */
export function fitTextInputs(
  features: readonly Feature[],
  rows: Int32Array,
  options: TermOptions,
): TextInputCoding {
  return {
    texts: textsOf(features).map((texts) => fitTerms(texts, rows, options)),
    others: fitInputs(features, rows, { scaling: 'standard', mostColumns: 100, embed: false }),
  };
}

/** TF-IDF of the texts, and after it the other columns. */
export function applyTextInputs(coding: TextInputCoding, features: readonly Feature[], rows: number): Sparse {
  const texts = textsOf(features).map((own, i) => applyTerms(coding.texts[i]!, own));
  const { width, values } = applyInputs(coding.others, features, rows);
  const [only] = texts;
  if (texts.length === 1 && only && width === 0) return only;
  const builder = new SparseBuilder();
  for (let row = 0; row < rows; row++) {
    let from = 0;
    for (const { starts, indexes, values: own, width: terms } of texts) {
      for (let at = starts[row]!; at < starts[row + 1]!; at++) builder.add(from + indexes[at]!, own[at]!);
      from += terms;
    }
    for (let j = 0; j < width; j++) {
      const value = values[row * width + j]!;
      if (value !== 0) builder.add(from + j, value);
    }
    builder.endRow();
  }
  return builder.build(texts.reduce((sum, own) => sum + own.width, 0) + width);
}
