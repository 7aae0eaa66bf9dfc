import type { Config } from '../space/parameter.ts';
import type { Decision, Outcome, Strategy } from './strategy.ts';

/** What a study tells its strategy, as data: to be kept, or sent elsewhere, and told again. */
export type Call =
  | { readonly to: 'start'; readonly trial: number; readonly config: Config; readonly resource?: number }
  | { readonly to: 'report'; readonly trial: number; readonly step: number; readonly loss: number }
  | { readonly to: 'tell'; readonly trial: number; readonly outcome: Outcome };

/** @param offset is added to the number of the trial */
export function makeCall(strategy: Strategy, call: Call, offset = 0): Decision {
  const trial = call.trial + offset;
  switch (call.to) {
    case 'start':
      if (call.resource === undefined) strategy.start(trial, call.config);
      else strategy.start(trial, call.config, call.resource);
      return 'continue';
    case 'report':
      return strategy.report(trial, call.step, call.loss);
    case 'tell':
      strategy.tell(trial, call.outcome);
      return 'continue';
  }
}
