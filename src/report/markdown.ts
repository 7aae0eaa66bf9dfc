import { type Board, leaderboard } from './board.ts';
import type { Results } from './results.ts';
import { block, blocks, heading, inLine, inMarkdown, literal, paragraph, type Safe } from './safe.ts';
import { bestConfig } from './sections/best-config.ts';
import { confirmationDetails } from './sections/confirmation.ts';
import { failuresSection } from './sections/failures.ts';
import { insightSection } from './sections/insight.ts';
import { type LeaderboardOptions, leaderboardSection } from './sections/leaderboard.ts';
import { modelDetails, modelLine } from './sections/model.ts';
import { noticesSection } from './sections/notices.ts';
import { proxiesSection } from './sections/proxies.ts';
import { regressionCheck, regressionDetails } from './sections/regression-check.ts';
import { runDetails } from './sections/run-details.ts';
import { headline, searchWords, stopSentence, titleWords } from './verdict-words.ts';

interface Stage {
  readonly leaderboard: LeaderboardOptions;
  /** The end of a failed trial's log. */
  readonly tail: boolean;
  readonly notices: number;
  readonly details: boolean;
}

/** The pull request's comment in several lengths, the richest first. Pure text: the marker is not in it. */
export function renderComment(results: Results): readonly [Safe<'block'>, ...Safe<'block'>[]] {
  const board = leaderboard(results);
  const stage = { tail: true, notices: 20, details: true };
  return [
    full(results, board, { ...stage, leaderboard: { top: 10, rest: true, columns: 8 } }),
    full(results, board, { ...stage, tail: false, leaderboard: { top: 10, rest: false, columns: 8 } }),
    full(results, board, {
      tail: false,
      notices: 5,
      details: false,
      leaderboard: { top: 5, rest: false, columns: 4 },
    }),
    pointer(results, board),
  ];
}

/** The page of the job: the same with the whole leaderboard. */
export function renderSummary(results: Results): readonly [Safe<'block'>, ...Safe<'block'>[]] {
  const board = leaderboard(results);
  const stage = { tail: true, notices: 50, details: true };
  const lengths = [Number.POSITIVE_INFINITY, 1000, 100].filter(
    (top, index) => index === 0 || top < board.rows.length,
  );
  const [first, ...others] = lengths.map((top) =>
    full(results, board, { ...stage, leaderboard: { top, rest: false, columns: 16 } }),
  );
  return [first!, ...others, ...renderComment(results).slice(1)];
}

/** The results as a file: what the comment has, with all rows and all parameters that vary. */
export function renderLeaderboard(results: Results): Safe<'block'> {
  const board = leaderboard(results);
  const everything = Number.POSITIVE_INFINITY;
  const { say, name } = inMarkdown;
  return blocks([
    heading(say`Leaderboard of ${name(results.study.name)}`),
    paragraph(goalWords(results)),
    full(results, board, {
      leaderboard: { top: everything, rest: false, columns: everything },
      tail: true,
      notices: 50,
      details: true,
    }),
  ]);
}

function goalWords({ study }: Results): Safe<'markdown'> {
  const { say, name } = inMarkdown;
  return study.metric.goal === 'maximize'
    ? say`Higher ${name(study.metric.name)} is better.`
    : say`Lower ${name(study.metric.name)} is better.`;
}

/** One plain line for the title of the check. */
export function renderTitle(results: Results): Safe<'line'> {
  return titleWords(results, inLine);
}

function full(results: Results, board: Board, stage: Stage): Safe<'block'> {
  return document([
    paragraph(headline(results, board, inMarkdown)),
    ...regressionCheck(results),
    afterVerdict(results, board),
    stopNote(results),
    ...leaderboardSection(results, board, stage.leaderboard),
    modelLine(results),
    ...bestConfig(results, board),
    noticesSection(results, stage.notices),
    ...(stage.details
      ? [
          regressionDetails(results),
          confirmationDetails(results),
          modelDetails(results),
          insightSection(results, board),
          proxiesSection(results),
          failuresSection(results, stage),
          runDetails(results),
        ]
      : [paragraph(pointerWords())]),
  ]);
}

/** An end that the reader must know of, outside the folded details. */
function stopNote(results: Results): Safe<'block'> | undefined {
  const reason = results.study.stop?.reason;
  return results.gateOnly ||
    reason === 'trials' ||
    reason === 'time' ||
    reason === 'cost' ||
    reason === 'exhausted'
    ? undefined
    : paragraph(stopSentence(results, inMarkdown));
}

/** Without a verdict the headline has said it. */
function afterVerdict(results: Results, board: Board): Safe<'block'> | undefined {
  return results.verdict && !results.gateOnly
    ? paragraph(searchWords(results, board, inMarkdown))
    : undefined;
}

function pointer(results: Results, board: Board): Safe<'block'> {
  return document([
    paragraph(headline(results, board, inMarkdown)),
    afterVerdict(results, board),
    paragraph(pointerWords()),
  ]);
}

function pointerWords(): Safe<'markdown'> {
  return literal`The rest is too long for here: see the summary of the job and the files of the run.`;
}

function document(items: readonly (Safe<'block'> | undefined)[]): Safe<'block'> {
  return block`${blocks(items)}\n`;
}
