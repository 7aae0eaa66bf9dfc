import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import { type BlockContext, type BlockTemplate, channels } from '../block.ts';

/**
 * 1×1 up to `expansion` times the channels, a depthwise convolution there, squeeze and excite, 1×1 down without activation;
 * the input is added where the shape stays (Sandler et al. 2018, MobileNetV2; Tan & Le 2019, EfficientNet).
 */
export const invertedResidual: BlockTemplate = {
  takes: ['image'],
  parameters: ['filters', 'kernel', 'stride', 'expansion', 'squeeze'],
  build(input, block) {
    const { settings } = block;
    const filters = settings.whole('filters', { min: 1 });
    const kernel = settings.whole('kernel', { min: 1, fallback: 3 });
    const stride = settings.whole('stride', { min: 1, fallback: 1 });
    const expansion = settings.whole('expansion', { min: 1, fallback: 4 });
    const squeeze = settings.number('squeeze', { min: 0, max: 1, fallback: 0.25 });
    const inner = channels(input) * expansion;
    let x = input;
    if (expansion > 1) x = block.finish(block.conv(x, 'expand', { filters: inner, kernel: 1 }), 'expand_');
    x = block.finish(block.depthwise(x, 'depthwise', kernel, stride), 'depthwise_');
    if (squeeze > 0) x = squeezeExcite(x, block, Math.max(1, Math.round(channels(input) * squeeze)));
    x = block.normalize(block.conv(x, 'reduce', { filters, kernel: 1 }), 'reduce_norm');
    x = block.drop(x);
    const same = stride === 1 && channels(input) === filters;
    return block.pool(same && settings.flag('skip', true) ? block.add([x, input], 'add') : x);
  },
};

/** Each channel is scaled by what the mean of all channels says (Hu et al. 2018, Squeeze-and-Excitation, equation 4). */
function squeezeExcite(input: SymbolicTensor, block: BlockContext, inner: number): SymbolicTensor {
  const { layers } = block.tf;
  const size = channels(input);
  const mean = block.apply(layers.globalAveragePooling2d({ name: block.name('squeeze') } as never), input);
  const small = block.activate(block.dense(mean, 'squeeze_down', inner), 'squeeze_act');
  const gate = block.activate(block.dense(small, 'squeeze_up', size), 'squeeze_gate', 'sigmoid');
  const spread = block.apply(
    layers.reshape({ targetShape: [1, 1, size], name: block.name('squeeze_shape') }),
    gate,
  );
  return block.apply(layers.multiply({ name: block.name('excite') }), [input, spread]);
}
