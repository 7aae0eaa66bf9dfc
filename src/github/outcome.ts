import type { Conclusion } from '../gate/verdict.ts';
import type { Inputs } from './inputs.ts';

/**
 * How a run ended: the gate's conclusion, or, where the spec has no gate, `searched` or `no-result` (the budget was spent before
 * any trial had completed); or `cancelled`.
 */
export type Outcome = Conclusion | 'searched' | 'no-result' | 'cancelled';

export type FailPolicy = Pick<Inputs, 'failOnRegression' | 'failOnError' | 'failOnMissingBaseline'> & {
  /** A person waits for a result; a merge does not, and more time may bring one. Default false. */
  readonly failOnNoResult?: boolean;
  /** What was compared gave no clear answer. Default false. */
  readonly failOnInconclusive?: boolean;
};

/** The values of the checks API that we use. */
export type CheckConclusion = 'success' | 'failure' | 'neutral' | 'cancelled';

/**
 * What the check says. It fails exactly when the step does (a cancelled run aside), so that the two never disagree.
 *
 * @param accepted somebody accepted the regression of this commit
 */
export function checkConclusion(outcome: Outcome, policy: FailPolicy, accepted = false): CheckConclusion {
  switch (outcome) {
    case 'improved':
    case 'unchanged':
    case 'searched':
      return 'success';
    case 'regressed':
      return policy.failOnRegression && !accepted ? 'failure' : 'neutral';
    case 'inconclusive':
      return policy.failOnInconclusive ? 'failure' : 'neutral';
    case 'no-result':
      return policy.failOnNoResult ? 'failure' : 'neutral';
    case 'no-baseline':
      return policy.failOnMissingBaseline ? 'failure' : 'neutral';
    case 'error':
      return policy.failOnError ? 'failure' : 'neutral';
    case 'cancelled':
      return 'cancelled';
  }
}

/** The exit code of the step: 0 or 1; 130 for a cancelled run, as a shell reports SIGINT. */
export function exitCode(outcome: Outcome, policy: FailPolicy, accepted = false): 0 | 1 | 130 {
  if (outcome === 'cancelled') return 130;
  return checkConclusion(outcome, policy, accepted) === 'failure' ? 1 : 0;
}
