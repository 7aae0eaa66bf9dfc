/** What a user's module imports from `tunegate` for architectures, as values. */
export { useTensorFlow } from './binding.ts';
export { type ArchitectureOptions, buildArchitecture, type Head } from './build.ts';
export { type ModelCost, modelCost } from './cost.ts';
export { measureLatency } from './latency.ts';
