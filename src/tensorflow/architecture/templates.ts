import type { BlockTemplate } from './block.ts';
import { activation } from './blocks/activation.ts';
import { attention } from './blocks/attention.ts';
import { bottleneck } from './blocks/bottleneck.ts';
import { conv } from './blocks/conv.ts';
import { dense } from './blocks/dense.ts';
import { embedding } from './blocks/embedding.ts';
import { invertedResidual } from './blocks/inverted-residual.ts';
import { recurrent } from './blocks/recurrent.ts';
import { residual } from './blocks/residual.ts';
import { separable } from './blocks/separable.ts';

/** Every kind of block by the name that a config uses. */
export const templates: Readonly<Record<string, BlockTemplate>> = {
  dense,
  conv,
  separable,
  residual,
  bottleneck,
  inverted_residual: invertedResidual,
  recurrent,
  attention,
  embedding,
  activation,
};
