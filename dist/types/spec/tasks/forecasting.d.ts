import type { TaskKind } from './kind.js';
export declare const forecasting: TaskKind;
