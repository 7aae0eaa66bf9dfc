import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import { type BlockTemplate, channels } from '../block.ts';

const cells = ['lstm', 'gru', 'simple'] as const;
/** Gates: kernels of as many units beside each other. */
const gates = { lstm: 4, gru: 3, simple: 1 } as const;

/** A recurrent layer over a sequence. Gives the sequence on to a block that can use it, else its last state. */
export const recurrent: BlockTemplate = {
  takes: ['sequence'],
  parameters: ['cell', 'units', 'bidirectional', 'recurrent_dropout'],
  build(input, block) {
    const { settings, tf } = block;
    const units = settings.whole('units', { min: 1 });
    const cell = settings.choice('cell', cells, 'lstm');
    const twice = settings.flag('bidirectional', false);
    const skip = settings.flag('skip', false);
    const make = { lstm: tf.layers.lstm, gru: tf.layers.gru, simple: tf.layers.simpleRNN }[cell];
    const layer = (make as (args: object) => never)({
      units,
      returnSequences: block.sequenceFollows,
      activation: 'tanh',
      recurrentInitializer: 'glorotUniform',
      recurrentDropout: settings.number('recurrent_dropout', { min: 0, max: 0.95, fallback: 0 }),
      name: block.name(twice ? 'cell' : 'recurrent'),
      ...block.kernel(),
    });
    const weights = gates[cell] * units * (channels(input) + units + 1) * (twice ? 2 : 1);
    let x: SymbolicTensor = twice
      ? block.apply(
          tf.layers.bidirectional({ layer, mergeMode: 'concat', name: block.name('recurrent') }),
          input,
          weights,
        )
      : block.apply(layer, input, weights);
    if (skip && block.sequenceFollows) x = block.add([x, block.shortcut(input, x)], 'add');
    return block.drop(block.normalize(x, 'norm'));
  },
};
