/** What a user's module imports from `tunegate` for architectures, as values. */
export { augmentImages } from './applications/augment.js';
export { buildEfficientNet } from './applications/efficientnet.js';
export { buildResNet } from './applications/resnet.js';
export { buildXception } from './applications/xception.js';
export { useTensorFlow } from './binding.js';
export { type ArchitectureOptions, buildArchitecture, type Head } from './build.js';
export { type ModelCost, modelCost } from './cost.js';
export { type Inheritance, inheritWeights } from './inheritance/inherit.js';
export { measureLatency } from './latency.js';
