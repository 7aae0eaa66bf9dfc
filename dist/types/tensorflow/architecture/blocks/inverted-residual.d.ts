import { type BlockTemplate } from '../block.js';
/**
 * 1×1 up to `expansion` times the channels, a depthwise convolution there, squeeze and excite, 1×1 down without activation;
 * the input is added where the shape stays (Sandler et al. 2018, MobileNetV2; Tan & Le 2019, EfficientNet).
 */
export declare const invertedResidual: BlockTemplate;
