import { type BlockTemplate } from '../block.js';
/**
 * Multi-head attention of a sequence (or of the pixels of an image) to itself, then a small network at each step, each with its
 * input added and normalised before (Vaswani et al. 2017, section 3.2; pre-norm as in Xiong et al. 2020). It does not know the
 * order of the steps: a recurrent or convolutional block before it tells.
 *
 * Made of plain layers of TensorFlow.js, so that the model can be saved and loaded anywhere.
 */
export declare const attention: BlockTemplate;
