import { seededScope } from './seeding.ts';
import type { TensorFlow } from './tensorflow.ts';

interface Shuffled {
  iterator(): Promise<unknown>;
}
interface DatasetPrototype {
  shuffle(this: DatasetPrototype, bufferSize: number, seed?: string, reshuffle?: boolean): Shuffled;
}

/**
 * Makes `Dataset.shuffle` repeatable. TensorFlow.js seeds it from the clock, and a dataset keeps its random state as
 * long as it lives: shared by trials, its order would depend on which trials ran before. Here each trial starts it
 * anew, from its own seed unless the user gave one.
 */
export function makeShufflesRepeatable(tf: TensorFlow): void {
  const prototype = (tf.data.Dataset as unknown as { prototype: DatasetPrototype }).prototype;
  const original = prototype.shuffle;
  prototype.shuffle = function (bufferSize, seed, reshuffle) {
    // Made once now, for its checks of the arguments.
    const shuffled = original.call(this, bufferSize, seed, reshuffle);
    let current: Shuffled | undefined;
    let startedIn = 0;
    shuffled.iterator = () => {
      if (current === undefined || startedIn !== seededScope()) {
        startedIn = seededScope();
        current = original.call(this, bufferSize, seed || String(Math.random()), reshuffle);
      }
      return current.iterator();
    };
    return shuffled;
  };
}
