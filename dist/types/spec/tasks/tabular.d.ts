import type { TaskKind } from './kind.js';
export declare const tabularClassification: TaskKind;
export declare const tabularRegression: TaskKind;
