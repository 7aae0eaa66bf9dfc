import { type Finding } from './finding.js';
/** What Tunegate knows to train by itself. */
export declare const taskTypes: readonly ['tabular-classification', 'tabular-regression', 'text-classification', 'text-regression', 'time-series-forecasting', 'image-classification', 'image-regression'];
/** A document with what its `task` stands for: module, metric, parameters and configs to begin with. */
export declare function withTask(document: unknown): unknown;
/** What a task leaves no room for. */
export declare function checkTask(document: unknown): Finding[];
