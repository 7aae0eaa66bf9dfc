/** The four words of a generator. */
export type RandomState = readonly [number, number, number, number];

/** Draws from [0, 1), and can be put back to where it stood. */
export interface SeededRandom {
  (): number;
  state(): RandomState;
  restore(state: RandomState): void;
}

/**
 * A small fast generator (sfc32, Chris Doty-Humphrey's PractRand, 2010) in [0, 1), seeded from any text or number
 * through a 32-bit mixing hash, so that neighbouring seeds give unrelated streams.
 */
export function seededRandom(seed: string | number): SeededRandom {
  const mixed = mixer(String(seed));
  let [a, b, c, counter]: RandomState = [mixed(), mixed(), mixed(), 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  // 53 bits, as Math.random has.
  const draw = () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
  return Object.assign(draw, {
    state: (): RandomState => [a, b, c, counter],
    restore: (state: RandomState) => {
      [a, b, c, counter] = state;
    },
  });
}

/** 32-bit words from a text: FNV-1a over its characters, each word finished as in MurmurHash3. */
function mixer(text: string): () => number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return () => {
    hash = (hash + 0x9e3779b9) | 0;
    let word = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return (word ^ (word >>> 16)) | 0;
  };
}

let scope = 0;
let current: SeededRandom | undefined;

/** Counts the seeded scopes of this process: who keeps random state beyond one can see that a new one began. */
export function seededScope(): number {
  return scope;
}

/** Where the random numbers of the running seeded scope stand; undefined outside of one. */
export function randomState(): RandomState | undefined {
  return current?.state();
}

/** The running seeded scope goes on from there. */
export function restoreRandomState(state: RandomState): void {
  current?.restore(state);
}

/**
 * Runs `body` with a seeded `Math.random`, which is where TensorFlow.js takes the seeds of initialisers, dropout,
 * shuffles and random ops that are not given one.
 */
export async function withSeed<T>(seed: string | number, body: () => Promise<T> | T): Promise<T> {
  const original = Math.random;
  const before = current;
  scope++;
  current = seededRandom(seed);
  Math.random = current;
  try {
    return await body();
  } finally {
    Math.random = original;
    current = before;
  }
}
