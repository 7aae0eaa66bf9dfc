/** What a user's module imports from `tunegate` for architectures, as values. */
export { useTensorFlow } from './binding.js';
export { type ArchitectureOptions, buildArchitecture, type Head } from './build.js';
export { type ModelCost, modelCost } from './cost.js';
export { measureLatency } from './latency.js';
