import { type Finding } from './finding.js';
import type { TaskKind } from './tasks/kind.js';
/** What Tunegate knows to train by itself. */
export declare const taskTypes: readonly ['tabular-classification', 'tabular-regression', 'text-classification', 'text-regression', 'time-series-forecasting', 'image-classification', 'image-regression'];
/** A document with what its `task` stands for: module, metric, parameters and configs to begin with. */
export declare function withTask(document: unknown): unknown;
/** The configs that its task begins with, where a document does not say itself what to try first. */
export declare function startsOf(document: unknown): TaskKind['starts'] | undefined;
/** What a task leaves no room for. */
export declare function checkTask(document: unknown): Finding[];
