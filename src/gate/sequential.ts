import { compare, type Frame, type History, seedsNeeded } from './compare.ts';
import { confirmSeeds, farFromLine, nominalLevel } from './looks.ts';
import type { SeedPair, Verdict } from './verdict.ts';

export interface SequentialInput extends Frame {
  /** As many as were trained on both sides, in the order of their seeds. */
  readonly pairs: readonly SeedPair[];
  /** Numbers of seeds at which the evidence is looked at; see `planLooks`. */
  readonly looks: readonly number[];
  readonly paired?: boolean;
  readonly history?: History;
  readonly deterministic?: boolean;
  /** No further seed can be trained: the time is up. */
  readonly atEnd?: boolean;
  /** How many tests share the level of the whole, this one included. Default 1. */
  readonly tests?: number;
  /** How many pairs there were when a regression near the line was found: those after them are to confirm it. */
  readonly suspectedAt?: number;
}

export type Step =
  | { readonly done: true; readonly verdict: Verdict }
  | {
      readonly done: false;
      /** How many pairs there should be at the next look. */
      readonly seeds: number;
      /** What would be said if this were the end. */
      readonly verdict: Verdict;
      /** The next pairs are to confirm a regression or a gain near the line. */
      readonly confirms: boolean;
    };

/** So many times the limit a drop is far beyond it. */
const farBeyondLimit = 1.25;

/**
 * What follows from the seeds so far: a verdict, or how many seeds the next look needs. A group-sequential test: each look
 * has the nominal level that keeps the chance of a false alarm over all of them at 1 − confidence. It ends as soon as the
 * answer is known. A regression or a gain near the line is trained again on two fresh seeds, and stands when the evidence of
 * all seeds still says so and the fresh ones alone point the same way.
 */
export function nextStep(input: SequentialInput): Step {
  const { pairs, looks, paired = true, history, confidence, atEnd, suspectedAt, maxDrop, goal } = input;
  const plan = {
    looks,
    confidence: 1 - (1 - confidence) / (input.tests ?? 1),
    paired,
    historyDf: Math.min(30, history?.df ?? 0),
  };
  const nominal = nominalLevel({ ...plan, confirmed: true });
  const verdict = compare({ ...input, nominal, equivalence: nominalLevel(plan) });
  const done: Step = { done: true, verdict: withNeed(verdict) };
  const tried = pairs.length;
  const next = looks.find((look) => look > tried);
  const goOn = (seeds: number, confirms = false): Step =>
    atEnd ? done : { done: false, seeds, verdict, confirms };
  if (input.deterministic) return tried > 0 ? done : goOn(1);
  // Two failures that base does not have decide at once, and so does a side that never works.
  const broken = verdict.difference === undefined && verdict.conclusion !== 'inconclusive';
  if (broken && tried >= 2) return done;
  if (suspectedAt === undefined && !looks.includes(tried)) return goOn(next ?? tried + 1);

  switch (verdict.conclusion) {
    case 'regressed':
    case 'improved': {
      if (verdict.difference === undefined || verdict.pWorse === undefined || verdict.belowFloor) return done;
      const drop = (goal === 'maximize' ? -1 : 1) * verdict.difference;
      if (suspectedAt !== undefined)
        return freshAgree(pairs.slice(suspectedAt), goal, drop) ? done : unsure();
      const worse = verdict.conclusion === 'regressed';
      const p = worse ? verdict.pWorse : 1 - verdict.pWorse;
      const near = p > farFromLine * nominal || (worse && drop < farBeyondLimit * maxDrop);
      return near ? goOn(tried + confirmSeeds, true) : done;
    }
    case 'inconclusive':
      return next === undefined ? done : goOn(next);
    default:
      return done;
  }

  /** All seeds together still say so, but not the fresh ones by themselves. */
  function unsure(): Step {
    if (next !== undefined && !atEnd) return { done: false, seeds: next, verdict, confirms: false };
    const seen = verdict.conclusion === 'regressed' ? 'drop' : 'gain';
    const reason = `A ${seen} was seen, but fresh seeds did not confirm it.`;
    return { done: true, verdict: withNeed({ ...verdict, conclusion: 'inconclusive', reason }) };
  }
}

function withNeed(verdict: Verdict): Verdict {
  const needed = verdict.conclusion === 'inconclusive' ? seedsNeeded(verdict) : undefined;
  return needed === undefined ? verdict : { ...verdict, seedsNeeded: needed };
}

function freshAgree(fresh: readonly SeedPair[], goal: Frame['goal'], drop: number): boolean {
  const drops = fresh.flatMap(({ base, head }) =>
    base === undefined || head === undefined ? [] : [goal === 'maximize' ? base - head : head - base],
  );
  return drops.length === 0 || drops.reduce((sum, fresh) => sum + fresh, 0) * drop > 0;
}
