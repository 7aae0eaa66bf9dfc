import { expect, test } from 'vitest';
import { buildArchitecture, modelCost, useTensorFlow } from '../../../src/api.ts';
import { bundledTensorFlow } from '../../../src/tensorflow/tensorflow.ts';

test('outside of a trial architectures ask for a TensorFlow.js, and take the one that they are given', () => {
  const build = () => buildArchitecture([{ type: 'dense', units: 4 }], [3], { units: 1 });
  expect(build).toThrow(/call useTensorFlow\(tf\) of 'tunegate' first/);
  useTensorFlow(bundledTensorFlow());
  expect(modelCost(build()).parameters).toBe(21);
});
