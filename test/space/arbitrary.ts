import fc from 'fast-check';
import type { ParameterDefinition, ParameterDefinitions } from '../../src/space/parameter.ts';
import { createSpace, type Space } from '../../src/space/space.ts';

/** Random trees of parameter definitions: all types, scales and steps, nested options, repeats and conditions. */

const scale = fc.constantFrom('linear', 'log', 'reverse-log');

const float = fc
  .record({
    min: fc.double({ min: 1e-6, max: 10, noNaN: true }),
    span: fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
    scale,
  })
  .map(({ min, span, scale }): ParameterDefinition => ({ type: 'float', min, max: min + span, scale }));

const stepped = fc
  .record({
    min: fc.integer({ min: -20, max: 20 }),
    step: fc.constantFrom(0.1, 0.25, 0.5, 0.01, 3),
    steps: fc.integer({ min: 0, max: 9 }),
  })
  .map(
    ({ min, step, steps }): ParameterDefinition => ({
      type: 'float',
      min: min / 10,
      max: Number((min / 10 + step * steps).toFixed(4)),
      step,
    }),
  );

const int = fc
  .record({ min: fc.integer({ min: 1, max: 64 }), span: fc.integer({ min: 0, max: 300 }), scale })
  .map(({ min, span, scale }): ParameterDefinition => ({ type: 'int', min, max: min + span, scale }));

const powers = fc
  .record({
    min: fc.integer({ min: 1, max: 16 }),
    times: fc.integer({ min: 0, max: 6 }),
    scale: fc.constantFrom('log', 'reverse-log'),
  })
  .map(
    ({ min, times, scale }): ParameterDefinition => ({
      type: 'int',
      min,
      max: min * 2 ** times,
      step: 2,
      scale,
    }),
  );

const values = fc.uniqueArray(
  fc.oneof(fc.string({ maxLength: 4 }), fc.integer({ min: -5, max: 5 }), fc.boolean()),
  {
    minLength: 1,
    maxLength: 5,
  },
);
const choice = fc
  .record({ values, ordered: fc.boolean() })
  .map(({ values, ordered }): ParameterDefinition => ({ type: 'choice', values, ordered }));
const bool = fc.constant<ParameterDefinition>({ type: 'bool' });
const constant = fc
  .constantFrom('x', 3, true)
  .map((value): ParameterDefinition => ({ type: 'constant', value }));

const finiteLeaf = fc.oneof(stepped, int, powers, choice, bool, constant);
const anyLeaf = fc.oneof(float, finiteLeaf);
const names = ['alpha', 'beta', 'gamma', 'delta'] as const;

function tree(leaf: fc.Arbitrary<ParameterDefinition>, depth: number): fc.Arbitrary<ParameterDefinitions> {
  const inner = depth > 0 ? tree(leaf, depth - 1) : undefined;
  const options = inner?.chain((a) =>
    inner.map((b): ParameterDefinition => ({ type: 'choice', options: { one: a, two: b, none: {} } })),
  );
  const repeat = inner?.chain((of) =>
    fc
      .record({ min: fc.integer({ min: 0, max: 2 }), more: fc.integer({ min: 0, max: 1 }) })
      .map(
        ({ min, more }): ParameterDefinition => ({ type: 'repeat', min, max: Math.max(1, min + more), of }),
      ),
  );
  const node = options && repeat ? fc.oneof({ weight: 4, arbitrary: leaf }, options, repeat) : leaf;
  return fc
    .array(node, { minLength: 1, maxLength: depth > 0 ? 3 : 2 })
    .map((items) => Object.fromEntries(items.map((item, i) => [names[i]!, item])))
    .map(withCondition);
}

/** Makes the last parameter depend on an earlier one where that has values to name. */
function withCondition(definitions: Record<string, ParameterDefinition>): ParameterDefinitions {
  const entries = Object.entries(definitions);
  const [child, parent] = [entries.at(-1)!, entries[0]!];
  if (entries.length < 3) return definitions;
  const [name, definition] = parent;
  if (definition.type === 'choice' && definition.values)
    return { ...definitions, [child[0]]: { ...child[1], when: { [name]: definition.values.slice(0, 2) } } };
  if (definition.type === 'int' || definition.type === 'float')
    return {
      ...definitions,
      [child[0]]: { ...child[1], when: { [name]: { min: (definition.min + definition.max) / 2 } } },
    };
  if (definition.type === 'bool')
    return { ...definitions, [child[0]]: { ...child[1], when: { [name]: true } } };
  return definitions;
}

export const arbitraryDefinitions = tree(anyLeaf, 2);
export const arbitrarySpace: fc.Arbitrary<Space> = arbitraryDefinitions.map(createSpace);

/** Definitions of finite spaces of at most `most` configs. */
export const smallDefinitions = (most: number): fc.Arbitrary<ParameterDefinitions> =>
  tree(finiteLeaf, 1).filter((definitions) => createSpace(definitions).size <= most);

/** Finite spaces of at most `most` configs. */
export const smallSpace = (most: number): fc.Arbitrary<Space> => smallDefinitions(most).map(createSpace);
