/** What a user's module imports from `tunegate` for architectures, as values. */
export { augmentImages } from './applications/augment.ts';
export { buildEfficientNet } from './applications/efficientnet.ts';
export { buildResNet } from './applications/resnet.ts';
export { buildXception } from './applications/xception.ts';
export { useTensorFlow } from './binding.ts';
export { type ArchitectureOptions, buildArchitecture, type Head } from './build.ts';
export { type ModelCost, modelCost } from './cost.ts';
export { type Inheritance, inheritWeights } from './inheritance/inherit.ts';
export { measureLatency } from './latency.ts';
