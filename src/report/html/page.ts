import { isNothingToChange } from '../../confirm/nothing-to-change.ts';
import { type Board, leaderboard } from '../board.ts';
import { configYaml } from '../config-yaml.ts';
import { failedWords, failureGroups } from '../failures.ts';
import { compareCommand, replayCommand, runCommand } from '../replay-command.ts';
import type { Results } from '../results.ts';
import { runFacts } from '../run-facts.ts';
import { type Everywhere, html, htmlLines, inHtml, literal, type Safe } from '../safe.ts';
import { trainingNames } from '../training-names.ts';
import { headline, searchWords, stopSentence } from '../verdict-words.ts';
import { counted, failureWords, numbered } from '../words.ts';
import { architectureFigures } from './architecture.ts';
import { charts } from './charts.ts';
import { insightParts } from './insight.ts';
import { modelParts } from './model.ts';
import { pairChart } from './pairs.ts';
import { policy, script } from './script.ts';
import { style } from './style.ts';
import { leaderboardTable, otherMetricsTable, seedsTable, shippedTable, trainingsTable } from './tables.ts';

type Html = Safe<'html'>;
const { say, name, sentence, join } = inHtml;

/** Most ends of logs, and characters of each. */
const mostLogs = 40;
const logLimit = 6000;

/**
 * The whole report as one HTML file that asks for nothing else: verdict, charts, every trial, the logs of failures, and
 * how to reproduce it. Readable on a phone, in the dark and without scripts.
 */
export function renderHtml(results: Results): string {
  const board = leaderboard(results);
  const body = [
    top(results, board),
    section(literal`Best config`, bestConfig(results, board)),
    section(literal`Model`, modelParts(results)),
    section(literal`Charts`, grid(charts(results, board))),
    section(literal`What the search learned`, insightParts(results, board)),
    section(literal`Regression check`, gate(results)),
    section(literal`The best configs on fresh seeds`, fresh(results)),
    section(literal`All trials`, [leaderboardTable(results, board)]),
    section(literal`Failures`, failures(results)),
    section(literal`Notes`, notes(results)),
    section(
      results.driven ? literal`How this was run` : literal`How this was run, and how to run it again`,
      run(results),
    ),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${html(results.study.name, 80)} – Tunegate</title>
<style>${style}</style>
</head>
<body>
<main>
${body.filter((part) => part !== '').join('\n')}
</main>
<script>${script}</script>
</body>
</html>
`;
}

function section(title: Everywhere, parts: readonly (Html | undefined)[]): Html {
  const shown = parts.filter((part) => part !== undefined);
  return shown.length === 0 ? say`` : say`<section>\n<h2>${title}</h2>\n${join(shown, '')}\n</section>`;
}

function top(results: Results, board: Board): Html {
  const { verdict } = results;
  const kind = verdict ? literal` ${verdict.conclusion as Everywhere}` : literal``;
  const search = verdict && !results.gateOnly ? say`<p>${searchWords(results, board, inHtml)}</p>` : say``;
  return say`<h1><small>Tunegate report</small>${name(results.study.name)}</h1>
<div class="card verdict${kind}"><p>${headline(results, board, inHtml)}</p>${search}</div>`;
}

function grid(figures: readonly (Html | undefined)[]): readonly Html[] {
  const shown = figures.filter((figure) => figure !== undefined);
  return shown.length === 0 ? [] : [say`<div class="charts">\n${join(shown, '')}\n</div>`];
}

function bestConfig(results: Results, board: Board): readonly Html[] {
  const { recommended, incumbent } = board;
  if (!recommended || recommended === incumbent || isNothingToChange(results)) return [];
  const was = results.space.incumbent
    ? literal`; what differs from what ships today says what it was`
    : literal``;
  return [
    say`<p>Config of trial #${numbered(recommended.trial)}${was}:</p>`,
    say`<pre>${htmlLines(configYaml(results.space, recommended.config))}</pre>`,
    ...architectureFigures(results, board),
  ];
}

function gate(results: Results): readonly (Html | undefined)[] {
  const { verdict, base, head, study } = results;
  if (!verdict) return [];
  const rows = verdict.pairs.map((pair) => ({
    label: numbered(pair.seed),
    ...(pair.base === undefined ? {} : { before: pair.base }),
    ...(pair.head === undefined ? {} : { after: pair.head }),
  }));
  const chart = pairChart(say`${name(study.metric.name, 40)}, seed by seed`, rows, {
    before: literal`base`,
    after: literal`head`,
  });
  const headWords = head?.sha ? name(head.sha.slice(0, 12)) : say`the files as they are`;
  const dirty = head?.sha && head.dirty ? say` with changes that are not committed` : say``;
  const baseWords = base ? say`${name(base.sha.slice(0, 12))} (${sentence(base.how, 120)})` : say`unknown`;
  return [
    say`<p>Base is ${baseWords}, head is ${headWords}${dirty}.</p>`,
    ...grid([chart, ...wrapped(seedsTable(results))]),
    otherMetricsTable(results),
    shippedTable(results),
  ];
}

function wrapped(table: Html | undefined): readonly Html[] {
  return table ? [say`<div>${table}</div>`] : [];
}

function fresh(results: Results): readonly (Html | undefined)[] {
  const { confirmation, study } = results;
  const trainings = trainingsTable(results);
  const all = trainings
    ? say`<details><summary>Every training of the regression check and on fresh seeds</summary>${trainings}</details>`
    : undefined;
  if (!confirmation) return all ? [all] : [];
  const chart = pairChart(
    say`${name(study.metric.name, 40)} on seeds that the search has not seen`,
    confirmation.final.map(({ seed, incumbent, recommended }) => ({
      label: numbered(seed),
      ...(incumbent === undefined ? {} : { before: incumbent }),
      ...(recommended === undefined ? {} : { after: recommended }),
    })),
    { before: literal`ships today`, after: literal`best config, #${numbered(confirmation.trial)}` },
  );
  return [...grid([chart]), all];
}

function failures(results: Results): readonly Html[] {
  const groups = failureGroups(results);
  const nameOf = trainingNames(results, inHtml);
  let left = mostLogs;
  return groups.map(({ reason, trials }) => {
    const logs = trials.flatMap((trial): Html[] => {
      if (left <= 0 || (!trial.tail?.trim() && !trial.message)) return [];
      left--;
      const says = trial.message ? say`: ${sentence(trial.message, 300)}` : say``;
      const what = trial.role === 'search' ? literal`` : literal` with seed ${numbered(trial.seed)}`;
      const title = say`${nameOf(trial)}${what}${says}`;
      return [
        trial.tail?.trim()
          ? say`<details><summary>${title}</summary><pre>${htmlLines(trial.tail, { limit: logLimit, keep: 'end' })}</pre></details>`
          : say`<p>${title}</p>`,
      ];
    });
    const more =
      logs.length < trials.length
        ? say`<p class="note">${counted(trials.length - logs.length)} more: the folders of the trials have their logs.</p>`
        : say``;
    return say`<div class="card"><p><strong>${failedWords(trials)}: ${failureWords[reason]}</strong></p>${join(logs, '')}${more}</div>`;
  });
}

function notes({ notices }: Results): readonly Html[] {
  return notices.length === 0
    ? []
    : [
        say`<ul>${join(
          notices.slice(0, 200).map((notice) => say`<li>${sentence(notice)}</li>`),
          '',
        )}</ul>`,
      ];
}

function run(results: Results): readonly Html[] {
  const { head } = results;
  const board = leaderboard(results);
  const facts = runFacts(results, inHtml).map(({ label, text }) => say`<dt>${label}</dt><dd>${text}</dd>`);
  const commands = [
    ...(head?.sha && /^[0-9a-f]{40}$/.test(head.sha) ? [`git checkout ${head.sha}`] : []),
    ...(board.recommended
      ? [`${replayCommand(results, board.recommended.trial)}  # the best config, with its seed`]
      : []),
    ...(results.verdict ? [`${compareCommand(results)}  # the regression check`] : []),
    `${runCommand(results)}  # the whole search`,
  ];
  return [
    say`<div class="card"><p>${stopSentence(results, inHtml)}</p><dl>${join(facts, '')}</dl></div>`,
    ...(results.driven ? [] : [say`<pre>${htmlLines(commands.join('\n'))}</pre>`]),
  ];
}
