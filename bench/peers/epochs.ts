import type { Decision, Outcome, Strategy, Suggestion } from '../../src/search/strategy.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import type { PeerProcess } from './peers.ts';

/** A strategy, ours or one that answers from another process. */
export type AnyStrategy = {
  readonly [Call in 'ask' | 'start' | 'report' | 'tell']: (
    ...parameters: Parameters<Strategy[Call]>
  ) => ReturnType<Strategy[Call]> | Promise<ReturnType<Strategy[Call]>>;
};

/**
 * A study of a peer of bench/peers/epochs.py. `told`: it learns which config was trained in place of the one that it
 * proposed.
 */
export async function peerStrategy(
  peers: PeerProcess,
  peer: string,
  study: { readonly params: ParameterDefinitions; readonly seed: number; readonly epochs: number },
  { told }: { readonly told: boolean },
): Promise<AnyStrategy> {
  await peers.say({ peer, ...study });
  let trials = 0;
  return {
    async ask(): Promise<Suggestion> {
      const answer = await peers.say({ ask: trials });
      if (answer['over']) return { kind: 'exhausted', reason: peer };
      const resource = (answer['resource'] as number | undefined) ?? study.epochs;
      if (answer['resume'] !== undefined)
        return { kind: 'resume', trial: answer['resume'] as number, resource, origin: peer };
      trials++;
      return { kind: 'new', config: answer['config'] as Config, resource, origin: peer };
    },
    async start(trial: number, config: Config): Promise<void> {
      if (told) await peers.say({ start: trial, config });
    },
    async report(trial: number, epoch: number, loss: number): Promise<Decision> {
      return (await peers.say({ report: trial, epoch, loss }))['stop'] ? 'stop' : 'continue';
    },
    async tell(trial: number, outcome: Outcome): Promise<void> {
      const loss = 'loss' in outcome ? outcome.loss : null;
      await peers.say({ tell: trial, loss, stopped: outcome.state === 'pruned' });
    },
  };
}
