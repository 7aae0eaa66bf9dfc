import type { Feature } from './dataset.js';
/** Some rows of a feature, in this order; a row of -1 has no value. (`from` of typed arrays takes ten times as long as `map`.) */
export declare function featureRows(feature: Feature, rows: ArrayLike<number>): Feature;
