import type { ModelOutcome } from '../automl/outcome.ts';
import type { Confirmation } from '../confirm/judge.ts';
import type { Verdict } from '../gate/verdict.ts';
import type { Space } from '../space/space.ts';
import type { Study } from '../study/study.ts';

/** Everything a report is made from. Pure data; all text in it may be hostile. */
export interface Results {
  /** Tunegate's version. */
  readonly version: string;
  readonly study: Study;
  readonly space: Space;
  /** Absent: the spec has no gate. */
  readonly verdict?: Verdict;
  /** Nothing was searched, as was wished: the verdict is all there is. */
  readonly gateOnly?: boolean;
  /** Another program trained: no command of ours trains anything again. */
  readonly driven?: boolean;
  /** What the best configs scored on fresh seeds; absent: they were not trained again. */
  readonly confirmation?: Confirmation;
  /** What was made of a task; absent: the spec has none, or there was no time. */
  readonly model?: ModelOutcome;
  /** What the gate compared: commit hashes (40 hex) or `undefined` where there is none. */
  readonly head?: { readonly sha?: string; readonly dirty: boolean };
  readonly base?: { readonly sha: string; readonly how: string };
  /** Incumbent at head; the base may ship another. */
  readonly baseConfig?: Readonly<Record<string, string | number | boolean>>;
  readonly budget: {
    readonly planned: {
      readonly timeMs?: number;
      readonly trials?: number;
      readonly epochs?: number;
      /** Of all trials of the search together. */
      readonly totalEpochs?: number;
      readonly cost?: number;
      /** Of an hour. */
      readonly price?: number;
      /** Trials in a row without improvement that end the search. */
      readonly noImprovement?: number;
      readonly workers: number;
    };
    readonly spent: {
      readonly timeMs: number;
      readonly gateMs: number;
      readonly trials: number;
      readonly epochs: number;
      /** Of the search, as `totalEpochs` counts them; absent where they are not limited. */
      readonly searchEpochs?: number;
      /** Absent where the price is not known. */
      readonly cost?: number;
    };
  };
  readonly backend: string;
  /** Such as «2 × AMD EPYC 7763, 15.6 GiB, Linux x64, Node 24.1.0». */
  readonly hardware: string;
  /** Path of the spec, relative to the repository. */
  readonly specPath: string;
  /** Things the reader should know (backend fell back, permission missing …), one sentence each. */
  readonly notices: readonly string[];
}
