import { parentPort, workerData } from 'node:worker_threads';
import { makeCall } from '../search/call.ts';
import { buildStrategy, type SearchPlan } from '../search/plan.ts';
import type { FromThinker, ToThinker } from './thinker.ts';

/**
 * What a thread does that thinks for a study: it has a strategy of its own, which is told the same calls in the same order,
 * so that it proposes what the study's own would.
 */
export function think(): void {
  const port = parentPort;
  if (!port) return;
  const strategy = buildStrategy(workerData as SearchPlan);
  port.on('message', (message: ToThinker) => {
    if (message.type === 'calls') {
      for (const call of message.calls) makeCall(strategy, call);
      return;
    }
    port.postMessage({ question: message.question, suggestion: strategy.ask() } satisfies FromThinker);
  });
}
