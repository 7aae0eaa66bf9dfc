/** A config to make a model of. */
export interface Candidate {
  readonly trial: number;
  readonly config: Readonly<Record<string, string | number | boolean>>;
  readonly seed: number;
  /** How long the trial took, and its score: where there is time for one training only. */
  readonly durationMs?: number;
  readonly score?: number;
  /** Checkpoints of the trial, where it has left the model that it trained. */
  readonly trained?: string;
}

export interface FinishOrder {
  /** The best first: that is the single model which the ensemble is compared with. */
  readonly candidates: readonly Candidate[];
  readonly metric: string;
  readonly goal: 'minimize' | 'maximize';
  readonly limitMs: number;
  /** Where to write the model. */
  readonly folder: string;
  readonly seed: number;
}
