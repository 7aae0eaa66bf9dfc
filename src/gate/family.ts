import { type Frame, gateError, noBaseline } from './compare.ts';
import { nextStep, type SequentialInput, type Step } from './sequential.ts';
import type { MetricVerdict, SeedPair, Verdict } from './verdict.ts';

/** What a spec says of a metric beside the main one, or of all whose names fit a pattern: the slices of a data set. */
export interface MetricRule {
  /** A name; `*` in it stands for any characters. */
  readonly name: string;
  readonly goal: Frame['goal'];
  /** Tolerated drop, in the metric's units, >= 0. */
  readonly maxDrop: number;
  readonly floor?: number;
  /** A regression of it is one of the whole; false: it is only shown. */
  readonly gates: boolean;
}

/** All that the same seed measured on both sides; a side that failed to train is absent. */
export interface SeedMetrics {
  readonly seed: number;
  readonly base?: Readonly<Record<string, number>>;
  readonly head?: Readonly<Record<string, number>>;
}

export interface FamilyInput extends Omit<SequentialInput, 'suspectedAt' | 'tests'> {
  /** Name of the main metric. */
  readonly name: string;
  readonly rules: readonly MetricRule[];
  /** What the seeds of `pairs` measured, in their order. */
  readonly measured: readonly SeedMetrics[];
  /** As the step before said: how many pairs there were when a regression of a metric near the line was found. */
  readonly suspected?: ReadonlyMap<string, number>;
}

export type FamilyStep =
  | { readonly done: true; readonly verdict: Verdict }
  | {
      readonly done: false;
      /** How many pairs there should be at the next look. */
      readonly seeds: number;
      /** To be given back with the pairs of the next look. */
      readonly suspected: ReadonlyMap<string, number>;
    };

/** One metric with its pairs, as a test of its own. */
interface Member {
  readonly name: string;
  readonly frame: Omit<Frame, 'confidence'>;
  readonly pairs: readonly SeedPair[];
  readonly gates: boolean;
  /** Further seeds are trained until it is decided; slices are judged by what the others need. */
  readonly drives: boolean;
  readonly deterministic: boolean;
  /** It cannot be tested. */
  readonly untestable?: Verdict;
}

/**
 * The sequential test of several metrics, of which a regression of any that gates is one of the whole. Holm's step-down
 * procedure over their group-sequential tests keeps the chance of a false alarm over all metrics and looks at
 * 1 − confidence (Ye et al. 2013): with k tests left each has 1/k of the level, and those found out at it leave the rest
 * to the others. With one metric it is `nextStep` itself.
 *
 * The verdict is that of the main metric unless another one regressed (`decidedBy`); `others` has theirs.
 */
export function nextFamilyStep(input: FamilyInput): FamilyStep {
  const { rules, measured, suspected = new Map<string, number>(), name, ...main } = input;
  const { goal, maxDrop, floor, pairs, deterministic = false } = main;
  const others = rules.flatMap((rule) => membersOf(rule, input));
  const members: readonly Member[] = [
    {
      name,
      frame: { goal, maxDrop, ...(floor === undefined ? {} : { floor }) },
      pairs,
      gates: true,
      drives: true,
      deterministic,
    },
    ...others,
  ];
  const testable = members.filter(({ untestable }) => !untestable);
  const steps = new Map<Member, Step>();
  // What earlier comparisons say of the noise is about the main metric.
  const { history, ...withoutHistory } = main;
  const step = (member: Member, tests: number): Step =>
    nextStep({
      ...withoutHistory,
      ...(history && member === members[0] ? { history } : {}),
      ...member.frame,
      ...at(member, main, suspected),
      tests,
    });

  // Holm: those found at the level of the whole family leave theirs to the rest.
  let left = testable.filter(({ gates }) => gates);
  for (;;) {
    for (const member of left) steps.set(member, step(member, left.length));
    const rest = left.filter((member) => !isRegressed(steps.get(member)!));
    if (rest.length === left.length || rest.length === 0) break;
    left = rest;
  }
  for (const member of testable) if (!member.gates) steps.set(member, step(member, 1));

  const judged = (member: Member): Verdict => member.untestable ?? steps.get(member)!.verdict;
  const mainVerdict = judged(members[0]!);
  const verdicts = others.map(({ name: of, gates, ...member }, i): MetricVerdict => {
    const { pairs: _, ...verdict } = judged(others[i]!);
    return { name: of, gates, verdict: { ...verdict, pairs: member.pairs } };
  });
  const regressed = testable.filter((member) => member.gates && isRegressed(steps.get(member)!));
  const whole = (): Verdict => joined(mainVerdict, verdicts, regressed, name);
  // A main metric without anything to compare says all there is to say.
  const failed = mainVerdict.difference === undefined && steps.get(members[0]!)!.done;
  if (regressed.length > 0 || failed) return { done: true, verdict: whole() };
  const waiting = testable.flatMap((member) => {
    const of = steps.get(member)!;
    const needed = member.drives || (!of.done && of.confirms && of.verdict.conclusion === 'regressed');
    return !of.done && member.gates && needed ? [{ member, of }] : [];
  });
  if (waiting.length === 0) return { done: true, verdict: whole() };
  const confirming = waiting.filter(({ of }) => of.confirms);
  const seeds =
    confirming.length > 0
      ? Math.max(...confirming.map(({ of }) => of.seeds))
      : Math.min(...waiting.map(({ of }) => of.seeds));
  return {
    done: false,
    seeds,
    suspected: new Map(confirming.map(({ member }) => [member.name, pairs.length])),
  };
}

/** All the evidence; that at the last look where the fresh seeds are to confirm what was found in another metric. */
function at(
  { name, pairs, deterministic }: Member,
  { looks, atEnd, pairs: all }: Pick<SequentialInput, 'looks' | 'atEnd' | 'pairs'>,
  suspected: ReadonlyMap<string, number>,
): Pick<SequentialInput, 'pairs' | 'deterministic' | 'suspectedAt'> {
  const since = suspected.get(name);
  if (since !== undefined) return { pairs, deterministic, suspectedAt: Math.min(since, pairs.length) };
  if (suspected.size === 0 || atEnd) return { pairs, deterministic };
  const last = looks.findLast((look) => look <= all.length);
  return { pairs: pairs.slice(0, last), deterministic };
}

function isRegressed(step: Step): boolean {
  return step.done && step.verdict.conclusion === 'regressed';
}

function joined(
  main: Verdict,
  others: readonly MetricVerdict[],
  regressed: readonly Member[],
  name: string,
): Verdict {
  const withOthers = others.length === 0 ? main : { ...main, others };
  const [first] = regressed;
  if (!first || regressed.some((member) => member.name === name)) return withOthers;
  return {
    ...withOthers,
    conclusion: 'regressed',
    decidedBy: first.name,
    reason: `${first.name} is worse than at the base beyond what the seeds explain.`,
  };
}

/** The metrics that a rule is about: one, or those that either side reported. */
function membersOf(rule: MetricRule, input: FamilyInput): readonly Member[] {
  const { measured, name: main } = input;
  const pattern = rule.name.includes('*');
  const names = pattern
    ? [...new Set(measured.flatMap(({ base, head }) => Object.keys({ ...base, ...head })))]
        .filter((name) => name !== main && fits(rule.name, name))
        // A rule for the name itself comes before a pattern that it fits, and the first pattern before the others.
        .filter((name) => ruleOf(name, input.rules) === rule)
    : [rule.name];
  return names.map((name) => member(name, rule, !pattern, input));
}

function ruleOf(name: string, rules: readonly MetricRule[]): MetricRule | undefined {
  return rules.find((rule) => rule.name === name) ?? rules.find((rule) => fits(rule.name, name));
}

function fits(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(name);
}

function member(name: string, rule: MetricRule, drives: boolean, input: FamilyInput): Member {
  const { measured, confidence, deterministic = false } = input;
  const { goal, maxDrop, floor, gates } = rule;
  const frame = { goal, maxDrop, ...(floor === undefined ? {} : { floor }) };
  const trained = measured.filter(({ base, head }) => base !== undefined && head !== undefined);
  const value = (of: Readonly<Record<string, number>> | undefined) =>
    of !== undefined && Object.hasOwn(of, name) && Number.isFinite(of[name]) ? of[name] : undefined;
  const pairs = trained.flatMap(({ seed, base, head }): SeedPair[] => {
    const [was, is] = [value(base), value(head)];
    return was === undefined || is === undefined ? [] : [{ seed, base: was, head: is }];
  });
  const common = { name, frame, pairs, gates, drives };
  if (pairs.length > 0 || trained.length === 0) {
    const same = (side: 'base' | 'head') => new Set(pairs.map((pair) => pair[side])).size === 1;
    const exact = deterministic && pairs.length > 1 && same('base') && same('head');
    return { ...common, deterministic: exact };
  }
  const framed = { ...frame, confidence };
  const onBase = trained.some(({ base }) => value(base) !== undefined);
  const onHead = trained.some(({ head }) => value(head) !== undefined);
  const untestable = onBase
    ? gateError(`The head does not report ${name}.`, framed)
    : noBaseline(onHead ? `The base does not report ${name}.` : `Neither side reports ${name}.`, framed);
  return { ...common, deterministic: false, untestable };
}
