import type { Insight } from '../insight/insight.ts';
import type { Results } from './results.ts';
import { literal, type Safe, type Sink, type Voice } from './safe.ts';
import { counted, type NumberFormat, numberFormat, percent, plural, short, valueText } from './words.ts';

/** Parameters that are named by their importance. */
const shownParameters = 5;

/** What the search learned, one sentence each; none where there is too little to learn from. */
export function insightWords<S extends Sink>(
  { study }: Results,
  insight: Insight,
  voice: Voice<S>,
): readonly Safe<S>[] {
  const { say, name, join } = voice;
  const { importance, boundaries, ablation, progress, failures, noise, level } = insight;
  const maximize = study.metric.goal === 'maximize';
  const score = (loss: number) => (maximize ? -loss : loss);
  const out: Safe<S>[] = [];
  if (importance) {
    const shown = importance.slice(0, shownParameters).filter(({ share }) => share >= 0.02);
    const words = shown.map(({ path, share }) => say`${name(path)} ${percent(Number(share.toFixed(2)))}`);
    out.push(say`What decided about being among the best: ${join(words, ', ')}.`);
  }
  if (ablation) {
    const steps = ablation.steps.slice(0, ablation.enough);
    const words = steps.map(({ path, from, to }) =>
      from === undefined || to === undefined
        ? name(path)
        : say`${name(path)} ${name(valueText(from))} → ${name(valueText(to))}`,
    );
    const rest = ablation.steps.length - ablation.enough;
    const share = percent(Number(Math.min(1, steps.at(-1)!.gained).toFixed(2)));
    const others = (one: Safe<S>, many: Safe<S>) =>
      rest === 1 ? say`the other change ${one}` : say`the other ${counted(rest)} changes ${many}`;
    const lost = percent(Number((ablation.lost ?? 0).toFixed(2)));
    out.push(
      ablation.steps.length === 1
        ? say`By the model the gain over what ships today comes from ${join(words, ', ')}.`
        : rest === 0
          ? say`By the model the gain over what ships today needs all of its changes: ${join(words, ', ')}.`
          : ablation.lost !== undefined
            ? say`By the model the gain over what ships today comes from ${join(words, ', ')}; ${others(say`costs`, say`cost`)} ${lost} of it.`
            : say`By the model ${share} of the gain over what ships today comes from ${join(words, ', ')}; ${others(say`hardly matters`, say`hardly matter`)}.`,
    );
  }
  for (const { path, side, value, suggestion } of boundaries)
    out.push(
      say`${name(path)} is best at its ${side === 'min' ? literal`lower` : literal`upper`} bound (${short(value)}): try a range that goes to ${short(suggestion)}.`,
    );
  for (const { path, value, having, failed } of failures)
    out.push(
      say`${counted(having)} of ${plural(failed, 'trial')} that failed have ${name(path)} = ${name(valueText(value))}.`,
    );
  if (progress.random !== undefined && progress.best.length > 0) {
    const format = comparedFormat(progress.best.at(-1)!, progress.random);
    const reached = say`Best score of the search: ${format(score(progress.best.at(-1)!))}`;
    out.push(
      progress.asGood
        ? say`${reached}; by a model of its trials as many random configs would have been expected to reach about as much.`
        : say`${reached}; by a model of its trials as many random configs would have been expected to reach about ${format(score(progress.random))}.`,
    );
  }
  if (noise !== undefined && noise >= 0.3)
    out.push(
      say`About ${percent(Number(noise.toFixed(1)))} of the differences between trials are chance: small ones mean nothing.`,
    );
  if (level && (importance || ablation || boundaries.length > 0))
    out.unshift(
      say`What is said of parameters here is of ${plural(level.trials, 'trial')} after ${plural(level.step, 'epoch')}: too few were trained further.`,
    );
  if (out.length > 0 && study.more?.length)
    out.unshift(
      say`Importance, gains and scores here are those of ${name(study.metric.name)} alone, the first of the metrics.`,
    );
  return out;
}

/** Two numbers with as many digits as show their difference to one part in ten or so. */
function comparedFormat(a: number, b: number): NumberFormat {
  const difference = Math.abs(a - b);
  const largest = Math.max(Math.abs(a), Math.abs(b));
  const digits = Math.ceil(Math.log10(largest / difference)) + 1;
  return Number.isFinite(digits) && digits <= 12
    ? (value) => short(value, Math.max(3, digits))
    : numberFormat([a, b]);
}
