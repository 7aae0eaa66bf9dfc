import type { BlockTemplate } from './block.js';
/** Every kind of block by the name that a config uses. */
export declare const templates: Readonly<Record<string, BlockTemplate>>;
