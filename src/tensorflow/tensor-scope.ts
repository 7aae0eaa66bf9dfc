import type { Tensor, Variable } from '@tensorflow/tfjs-core';
import type { TensorFlow } from './tensorflow.ts';

/** What a body left behind: it is freed, and counted here. */
export interface Leak {
  readonly tensors: number;
  readonly bytes: number;
}

/** The parts of the engine's state that hold tensors alive. */
interface EngineState {
  readonly activeScope: { track: Tensor[] } | null;
  readonly registeredVariables: Readonly<Record<string, Variable>>;
}

/** The tensors that are made between `open` and `close`, whoever makes them. One scope at a time. */
export interface TensorScope {
  /** Forgets tensors that are disposed already, so that a long training does not collect them. */
  prune(): void;
  /** Disposes everything made since `open`: tensors, kept ones too, and variables. Older tensors stay. */
  close(): Leak;
}

/** @param tf with no scope open */
export function openTensorScope(tf: TensorFlow): TensorScope {
  const engine = tf.engine();
  const state = engine.state as unknown as EngineState;
  const older = new Set(Object.keys(state.registeredVariables));
  const before = tf.memory();
  engine.startScope('trial');
  const scope = state.activeScope!;
  return {
    prune() {
      scope.track = scope.track.filter((tensor) => !tensor.isDisposed);
    },
    close() {
      const after = tf.memory();
      // Scopes that the trial opened by hand and never closed.
      while (state.activeScope !== null && state.activeScope !== scope) engine.endScope();
      for (const tensor of scope.track) if (!tensor.isDisposed) tensor.dispose();
      for (const [name, variable] of Object.entries(state.registeredVariables))
        if (!older.has(name)) variable.dispose();
      if (state.activeScope === scope) engine.endScope();
      return {
        tensors: Math.max(0, after.numTensors - before.numTensors),
        bytes: Math.max(0, after.numBytes - before.numBytes),
      };
    },
  };
}
