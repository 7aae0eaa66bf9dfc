import type { TaskKind } from './kind.js';
export declare const textClassification: TaskKind;
export declare const textRegression: TaskKind;
