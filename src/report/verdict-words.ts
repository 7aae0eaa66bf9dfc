import type { Verdict } from '../gate/verdict.ts';
import { misses, paretoFront } from '../study/front.ts';
import { bestTrial, pausedTrials } from '../study/leaderboard.ts';
import { reachedStep } from '../study/steps.ts';
import { endedTrials, type Study, type TrialRecord } from '../study/study.ts';
import { type Board, gain } from './board.ts';
import { confirmationWords } from './confirmation-words.ts';
import { constraintWords, frontReason, frontWords, missedBounds } from './goal-words.ts';
import type { Results } from './results.ts';
import { type Everywhere, literal, type Safe, type Sink, type Voice } from './safe.ts';
import {
  conclusionClause,
  conclusionMark,
  conclusionTitle,
  counted,
  differenceFormat,
  intervalLevel,
  plural,
  short,
  stopWords,
  withSign,
} from './words.ts';

/** The first words of every report: what the gate says, or without a gate what the search found. */
export function headline<S extends Sink>(results: Results, board: Board, voice: Voice<S>): Safe<S> {
  const { verdict, study } = results;
  const name = voice.name(study.name);
  if (verdict) {
    const clause = voice.say`${name}: ${conclusionClause[verdict.conclusion]}`;
    return voice.say`${conclusionMark[verdict.conclusion]} ${voice.strong(clause)} ${verdictSentence(results, verdict, voice)}`;
  }
  const clause = voice.say`${name}: ${searchHeadline(results, board)}.`;
  return voice.say`${voice.strong(clause)} ${searchWords(results, board, voice)}`;
}

function searchHeadline({ study }: Results, board: Board): Everywhere {
  if (study.stop?.reason === 'cancelled') return literal`the search was cancelled`;
  if (!study.stop) return literal`the search has not ended`;
  return board.best ? literal`the search is done` : literal`the search has no result`;
}

/** «val_accuracy fell by 0.018 (90 % interval 0.011 to 0.025, 5 seeds a side); the limit is 0.005.» */
function verdictSentence<S extends Sink>(results: Results, verdict: Verdict, voice: Voice<S>): Safe<S> {
  const { others = [], decidedBy } = verdict;
  const main = results.study.metric.name;
  const regressed = others.filter((other) => other.gates && other.verdict.conclusion === 'regressed');
  const decider = regressed.find(({ name }) => name === decidedBy);
  if (decider) {
    const more = regressed.length - 1;
    const rest =
      more > 0
        ? voice.say` ${counted(more)} more ${more === 1 ? literal`metric` : literal`metrics`} regressed.`
        : literal``;
    const { difference } = verdict;
    const itself =
      difference === undefined
        ? literal``
        : voice.say` ${voice.name(main)} itself ${movement(verdict)} (${evidence(verdict)}).`;
    return voice.say`${metricSentence(decider.name, decider.verdict, voice)}${itself}${rest}`;
  }
  const sentence = metricSentence(main, verdict, voice);
  return regressed.length === 0
    ? sentence
    : voice.say`${sentence} So did ${voice.join(
        regressed.slice(0, 5).map(({ name }) => voice.name(name)),
        ', ',
      )}${regressed.length > 5 ? literal` and others` : literal``}.`;
}

function metricSentence<S extends Sink>(of: string, verdict: Verdict, voice: Voice<S>): Safe<S> {
  const { conclusion, difference, maxDrop } = verdict;
  const metric = voice.name(of);
  const reason = voice.sentence(verdict.reason);
  if (difference === undefined || conclusion === 'no-baseline' || conclusion === 'error') return reason;
  const moved = voice.say`${metric} ${movement(verdict)} (${evidence(verdict)})`;
  const limit = short(maxDrop, 6);
  switch (conclusion) {
    case 'regressed':
      return voice.say`${moved}; the limit is ${limit}.`;
    case 'improved':
      return voice.say`${moved}.`;
    case 'unchanged':
      return voice.say`${moved}; the limit for a change to the worse is ${limit}.`;
    case 'inconclusive':
      return voice.say`${moved}; the limit for a change to the worse is ${limit}. ${reason}${more(verdict)}`;
  }
}

function movement(verdict: Verdict): Everywhere {
  const { difference = 0, interval, maxDrop } = verdict;
  const format = differenceFormat(difference, interval, maxDrop);
  if (difference === 0) return literal`did not change`;
  if (straddles(interval)) return literal`changed by ${withSign(difference, format)}`;
  return difference < 0 ? literal`fell by ${format(-difference)}` : literal`rose by ${format(difference)}`;
}

function straddles(interval: Verdict['interval']): boolean {
  return interval !== undefined && interval[0] <= 0 && interval[1] >= 0;
}

function evidence(verdict: Verdict): Everywhere {
  const { interval, pairs, difference = 0, maxDrop } = verdict;
  const seeds = literal`${plural(completePairs(pairs), 'seed')} a side`;
  if (!interval || interval[0] === interval[1]) return seeds;
  const format = differenceFormat(difference, interval, maxDrop);
  const level = intervalLevel(verdict);
  const [low, high] = interval;
  if (straddles(interval))
    return literal`${level} interval ${withSign(low, format)} to ${withSign(high, format)}, ${seeds}`;
  const [from, to] = difference < 0 ? [-high, -low] : [low, high];
  return literal`${level} interval ${format(from)} to ${format(to)}, ${seeds}`;
}

function more({ detectable, pairs, maxDrop, seedsNeeded }: Verdict): Everywhere {
  if (detectable === undefined || !(detectable > maxDrop)) return literal``;
  const needed =
    seedsNeeded === undefined
      ? literal`more seeds see smaller ones`
      : literal`about ${plural(seedsNeeded, 'seed')} a side would tell one like this`;
  return literal` With ${plural(completePairs(pairs), 'seed')} a side, a change to the worse is found four times in five only from ${short(detectable, 2)} on: ${needed}.`;
}

export function completePairs(pairs: Verdict['pairs']): number {
  return pairs.filter(({ base, head }) => base !== undefined && head !== undefined).length;
}

/** What the search found, in a few sentences. */
export function searchWords<S extends Sink>(results: Results, board: Board, voice: Voice<S>): Safe<S> {
  const found = foundWords(results, board, voice);
  const reason = results.confirmation ? frontReason(results, voice) : undefined;
  const constraints = constraintWords(results, board, voice);
  return voice.join(
    [found, reason, constraints].filter((part) => part !== undefined),
    ' ',
  );
}

function foundWords<S extends Sink>(results: Results, board: Board, voice: Voice<S>): Safe<S> {
  const { study } = results;
  const { best, incumbent, rows, score } = board;
  const completed = rows.filter(({ trial }) => trial.state === 'completed').length;
  if (rows.length === 0) return voice.say`No trial of the search was run${whyNot(results)}.`;
  if (!best || best.score === undefined) {
    const failed = rows.filter(({ trial }) => trial.state === 'failed').length;
    if (completed > 0 && study.constraints?.length)
      return completed === 1
        ? voice.say`The one completed trial cannot win.`
        : voice.say`None of ${plural(completed, 'trial')} can win.`;
    if (failed === rows.length)
      return failed === 1
        ? voice.say`The one trial of the search failed.`
        : voice.say`All ${plural(failed, 'trial')} of the search failed.`;
    const why = whyNot(results);
    return rows.length === 1
      ? voice.say`The one trial of the search was not completed${why}.`
      : voice.say`None of the ${plural(rows.length, 'trial')} of the search was completed${why}.`;
  }
  const metric = voice.name(study.metric.name);
  // Those that failed or were stopped early were tried as well.
  const tried = endedTrials(rows.map(({ trial }) => trial)).length;
  if (results.confirmation)
    return voice.say`${confirmationWords(results, results.confirmation, voice)} The search tried ${plural(tried, 'config')}${best === incumbent ? literal`, and what ships today scored best in it` : literal``}.`;
  const front = frontWords(results, voice);
  if (front)
    return completed > 1
      ? voice.say`${front} Each trial was trained once: the numbers of the best are optimistic.`
      : front;
  if (best === incumbent)
    return voice.say`Nothing better than what ships today was found: its ${metric} of ${score(best.score)} is the best of ${plural(completed, 'trial')}.`;
  const chosen =
    completed > 1
      ? literal` Chosen as the best of ${plural(completed, 'trial')}, each trained once, the number is optimistic.`
      : literal``;
  return voice.say`Best trial: ${voice.name(`#${best.trial}`)} with ${metric} ${score(best.score)}${againstShipped(results, board, voice)}.${chosen}`;
}

/**
 * How the best trial stands to what ships today: by how much it is better, or why the two scores do not compare. Nothing
 * where what ships has no score.
 */
function againstShipped<S extends Sink>(
  { study }: Results,
  { best, incumbent, score }: Board,
  voice: Voice<S>,
): Safe<S> {
  if (!best || incumbent?.score === undefined) return literal``;
  const shipped = voice.say`what ships today (${score(incumbent.score)} in ${voice.name(`#${incumbent.trial}`)})`;
  const missed = misses(study, incumbent);
  if (missed.length > 0) return voice.say`; ${shipped} misses a constraint: ${missedBounds(missed, voice)}`;
  const less = trainedLess(best, incumbent, study);
  if (less) return voice.say`; ${shipped} was trained for ${less} only, so the two do not compare`;
  const better = gain({ best, incumbent }, study.metric.goal);
  if (better === 0) return literal`, as good as what ships today`;
  return better !== undefined && better > 0
    ? voice.say`: ${score(better)} better than ${shipped}`
    : literal``;
}

/** «1 of 16 epochs», of a trial that paused or was stopped before it had as many as the best; undefined for any other. */
function trainedLess(best: TrialRecord, trial: TrialRecord, { trials }: Study): Everywhere | undefined {
  const reached = trial.state === 'pruned' ? reachedStep(trial.reports) : trial.resource;
  const stopped = trial.state === 'pruned' || pausedTrials(trials).has(trial);
  if (!stopped || reached === undefined || best.resource === undefined) return undefined;
  return literal`${short(reached, 6)} of ${short(best.resource, 6)} epochs`;
}

function whyNot({ study }: Results): Everywhere {
  return study.stop ? literal`: ${stopWords[study.stop.reason]}` : literal``;
}

/** Why the search stopped, with the study's own detail where it says more. */
export function stopSentence<S extends Sink>({ study, gateOnly, driven }: Results, voice: Voice<S>): Safe<S> {
  if (gateOnly) return voice.say`Nothing was searched: this run compares only.`;
  if (!study.stop && driven)
    return voice.say`The search has no end on record: it goes on with the next ${voice.name('ask')}.`;
  if (!study.stop)
    return voice.say`The search has no end on record: it is still running, or it was killed. Running it again goes on from here.`;
  const { reason, detail } = study.stop;
  const first = (detail.split(/[\r\n]/, 1)[0] ?? '').trim().replace(/\.+$/, '');
  const why = first === '' ? stopWords[reason] : voice.sentence(first, 240);
  return voice.say`The search stopped: ${why}.`;
}

/** One line for the title of a check. */
export function titleWords<S extends Sink>(results: Results, voice: Voice<S>): Safe<S> {
  const { study } = results;
  const main = results.verdict;
  const decider = main?.others?.find(({ name }) => name === main.decidedBy);
  const verdict = decider ? { ...decider.verdict, conclusion: main!.conclusion } : main;
  const metric = voice.name(decider?.name ?? study.metric.name, 60);
  if (verdict) {
    const title = conclusionTitle[verdict.conclusion];
    if (
      verdict.difference === undefined ||
      verdict.conclusion === 'no-baseline' ||
      verdict.conclusion === 'error'
    )
      return voice.say`${title}: ${voice.sentence(verdict.reason, 160)}`;
    const limit =
      verdict.conclusion === 'improved' ? literal`` : literal` (limit ${short(verdict.maxDrop, 6)})`;
    return voice.say`${title}: ${metric} ${movement(verdict)}${limit}`;
  }
  const search = study.trials.filter(({ role }) => role === 'search');
  const completed = search.filter(({ state }) => state === 'completed').length;
  const best = bestTrial(study);
  const { confirmation } = results;
  const ended =
    study.stop?.reason === 'cancelled'
      ? literal`Cancelled: `
      : study.stop
        ? literal`Done: `
        : literal`Not ended: `;
  if (search.length === 0) return voice.say`${ended}no trial was run`;
  if (confirmation?.mean !== undefined)
    return voice.say`${ended}${metric} ${short(confirmation.mean, 4)} on fresh seeds${confirmation.improved ? literal`, better than what ships today` : literal``}`;
  if (best?.score === undefined)
    return completed > 0 && study.constraints?.length
      ? voice.say`${ended}${plural(search.length, 'trial')}, none keeps the constraints`
      : voice.say`${ended}${plural(search.length, 'trial')}, none with a result`;
  if (study.more?.length)
    return voice.say`${ended}${plural(paretoFront(study).length, 'config')} on the front of ${plural(completed, 'trial')}`;
  return voice.say`${ended}best ${metric} ${short(best.score, 4)} of ${plural(completed, 'trial')}`;
}
