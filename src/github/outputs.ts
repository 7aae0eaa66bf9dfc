import * as core from '@actions/core';
import type { Config } from '../space/parameter.ts';
import type { Outcome } from './outcome.ts';

/** The action's outputs. What is absent becomes an empty string, so that an expression on it is false. */
export interface Outputs {
  readonly outcome: Outcome;
  readonly bestScore?: number;
  readonly baselineScore?: number;
  readonly delta?: number;
  readonly bestParams?: Config | object;
  readonly trials: number;
  readonly reportPath?: string;
  readonly resultsPath?: string;
  readonly modelPath?: string;
  readonly postingPath?: string;
  readonly commentUrl?: string;
  readonly checkUrl?: string;
  readonly proposalUrl?: string;
}

/** Name → value, as `action.yml` names them. */
export function outputValues(outputs: Outputs): Readonly<Record<OutputName, string>> {
  const { outcome } = outputs;
  return {
    conclusion: isConclusion(outcome) ? outcome : '',
    regressed: String(outcome === 'regressed'),
    'best-score': text(outputs.bestScore),
    'baseline-score': text(outputs.baselineScore),
    delta: text(outputs.delta),
    'best-params': outputs.bestParams === undefined ? '' : JSON.stringify(outputs.bestParams),
    trials: String(outputs.trials),
    'report-path': outputs.reportPath ?? '',
    'results-path': outputs.resultsPath ?? '',
    'model-path': outputs.modelPath ?? '',
    'posting-path': outputs.postingPath ?? '',
    'comment-url': outputs.commentUrl ?? '',
    'check-url': outputs.checkUrl ?? '',
    'proposal-url': outputs.proposalUrl ?? '',
  };
}

export const outputNames = [
  'conclusion',
  'regressed',
  'best-score',
  'baseline-score',
  'delta',
  'best-params',
  'trials',
  'report-path',
  'results-path',
  'model-path',
  'posting-path',
  'comment-url',
  'check-url',
  'proposal-url',
] as const;
export type OutputName = (typeof outputNames)[number];

export function setOutputs(outputs: Outputs): void {
  for (const [name, value] of Object.entries(outputValues(outputs))) core.setOutput(name, value);
}

function isConclusion(outcome: Outcome): boolean {
  return outcome !== 'searched' && outcome !== 'no-result' && outcome !== 'cancelled';
}

function text(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? '' : String(value);
}
