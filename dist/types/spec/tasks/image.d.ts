import type { TaskKind } from './kind.js';
export declare const imageClassification: TaskKind;
export declare const imageRegression: TaskKind;
