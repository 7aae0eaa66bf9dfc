import type { BlockTemplate } from '../block.ts';

/** Normalisation and activation alone: what stands behind blocks with `order: pre`. */
export const activation: BlockTemplate = {
  takes: ['vector', 'sequence', 'image'],
  parameters: [],
  build: (input, block) => block.drop(block.finish(input)),
};
