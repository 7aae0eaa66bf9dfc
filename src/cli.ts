#!/usr/bin/env node
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError, Option } from 'commander';
import pc from 'picocolors';
import { ask, type SearchFlags, search, type TellFlags, tell } from './ask-tell/commands.ts';
import { writeInPieces } from './automl/output-file.ts';
import { forecastFile, predictFile, readDataFor } from './automl/predict-file.ts';
import { readAnyModel } from './automl/series/series-model.ts';
import { readTable } from './automl/table-file.ts';
import { baseOfWorkTree } from './github/base-commit.ts';
import { exitCode } from './github/outcome.ts';
import { initialise } from './init/init.ts';
import { renderCsv } from './report/csv.ts';
import { renderHtml } from './report/html/page.ts';
import { renderJson } from './report/json.ts';
import { renderLeaderboard } from './report/markdown.ts';
import { renderOptunaJournal } from './report/optuna-journal.ts';
import { renderPower } from './report/power.ts';
import { logLine } from './report/progress.ts';
import type { Results } from './report/results.ts';
import { renderTerminal } from './report/terminal.ts';
import { plural } from './report/words.ts';
import { cancelSignal, endWithOutput } from './session/cancel.ts';
import { timesOf } from './session/facts.ts';
import { ownDataBranch } from './session/gate/gate-stage.ts';
import { measureBaseline } from './session/gate/measure-baseline.ts';
import { answerPower } from './session/gate/power.ts';
import { lastStudy } from './session/last-study.ts';
import { discovers, readSpec, SpecFileError } from './session/load-spec.ts';
import { discoverSpace } from './session/phases/discover-space.ts';
import { exportModel } from './session/phases/export-model.ts';
import { placeOf } from './session/place.ts';
import { outcomeOf } from './session/pull-request/publication.ts';
import { replayTrial } from './session/replay.ts';
import { runSession } from './session/session.ts';
import { studyFiles } from './session/study-folder.ts';
import { watchInTerminal } from './session/watch.ts';
import { writeReports } from './session/write-reports.ts';
import { parseDuration } from './spec/quantities.ts';
import { failureReasons } from './trial/trial.ts';
import { version } from './version.ts';

const startedAt = performance.now();
const host = { path: fileURLToPath(new URL('./trial-host.js', import.meta.url)), node: process.execPath };
const strategies = [
  'auto',
  'bayesian',
  'tpe',
  'asha',
  'hyperband',
  'evolution',
  'local',
  'random',
  'grid',
  'sobol',
] as const;
const colour = pc.isColorSupported;
const width = () => process.stdout.columns || 100;

const program = new Command('tunegate')
  .description('Tunes machine-learning models and guards their accuracy, in CI and on the command line.')
  .version(version)
  // As for a spec that is wrong: 1 says that the model got worse.
  .exitOverride(({ exitCode: code }) => process.exit(code === 0 ? 0 : 2))
  .showHelpAfterError(
    '(tunegate --help shows the commands; another spec than tune.yml is named with --config)',
  )
  .addHelpText(
    'after',
    `
A first study:
  $ tunegate init          writes tune.yml and a workflow, after a look at the repository
  $ tunegate validate      says what is wrong with tune.yml, with line and column
  $ tunegate run           searches, compares with the base commit, and shows the leaderboard

Exit codes: 0 all is well · 1 the model got worse, or nothing worked · 2 the command or the spec is wrong ·
130 cancelled. What a study did is kept in .tunegate/, which git ignores.`,
  );

const config = () => new Option('-c, --config <file>', 'the tuning spec').default('tune.yml');

program
  .command('run')
  .description('search, and compare the incumbent with the base commit')
  .addOption(config())
  .option(
    '--base <ref>',
    'branch, tag or commit to compare with (default: where HEAD left the default branch)',
  )
  .option('--no-gate', 'only search')
  .option('--trials <n>', 'at most so many trials', count)
  .option('--time <duration>', 'at most so much time, such as 90s or 15m', duration)
  .option('--epochs <n>', 'epochs of a trial', count)
  .option('--workers <n>', 'trials at a time', count)
  .option('--seed <n>', 'seed of the search', whole)
  .addOption(new Option('--strategy <name>', 'search strategy').choices(strategies))
  .option(
    '--fresh',
    'begin anew, even when an unfinished study could go on (the old journal is kept as journal.jsonl.old, those before it as journal.jsonl.old-2 and so on)',
  )
  .option('--json', 'print the results as JSON, and progress to standard error')
  .addHelpText(
    'after',
    `
Examples:
  $ tunegate run                             what tune.yml says
  $ tunegate run --time 2m --no-gate         a quick look
  $ tunegate run --base v1.2                 is this better than the release?

Ctrl-C stops cleanly: what has finished is reported, and running again goes on from there. Twice stops at once.`,
  )
  .action((flags: RunFlags) => run(flags));

program
  .command('compare')
  .description('only compare the incumbent with the base commit: the gate, without a search')
  .addOption(config())
  .option(
    '--base <ref>',
    'branch, tag or commit to compare with (default: where HEAD left the default branch)',
  )
  .option('--time <duration>', 'at most so much time, such as 90s or 15m', duration)
  .option('--epochs <n>', 'epochs of a training', count)
  .option('--workers <n>', 'trainings at a time', count)
  .option('--fresh', 'train again what was trained before for these files')
  .option('--json', 'print the results as JSON, and progress to standard error')
  .addHelpText(
    'after',
    `
Examples:
  $ tunegate compare                   did what I changed since the default branch make the model worse?
  $ tunegate compare --base v1.2       and since the release?

Exit code 1: it got worse.`,
  )
  .action(compare);

program
  .command('validate')
  .description('check a spec: every problem with file, line and column')
  .addOption(config())
  .action(validate);

program
  .command('report')
  .description('show the last study again, finished or not')
  .addOption(config())
  .option(
    '-j, --journal <file>',
    'a search that another program drives (default: where `tunegate run` has left no study, tune.journal.jsonl beside the spec)',
  )
  .addOption(
    new Option('-f, --format <format>', 'what to write')
      .choices(['terminal', 'markdown', 'html', 'json', 'csv', 'optuna-journal'])
      .default('terminal'),
  )
  .option('-o, --output <file>', 'write to a file')
  .action(report);

program
  .command('replay')
  .description('train one trial again: same config, same seed')
  .argument('<trial>', 'its number in the leaderboard', whole)
  .addOption(config())
  .option('--seed <n>', 'another seed', whole)
  .action(replay);

program
  .command('export')
  .description('write the model that the last study of a task has come to, with its card')
  .addOption(config())
  .option('-o, --output <folder>', 'where to', 'model')
  .option('--fresh', 'make it anew, such as for data that have changed since')
  .option('--time <duration>', 'when it must be made: at most so much time', duration)
  .action(exportTo);

program
  .command('predict')
  .description('ask a model of a task: adds its predictions to a table')
  .requiredOption(
    '-d, --data <file>',
    'the rows, with the columns that the model was trained on; of images also a folder, a single image, or .npz; of texts also a folder or a single .txt file',
  )
  .option('-m, --model <folder>', 'what `tunegate export` wrote (default: the model of the last study)')
  .addOption(config())
  .option('-o, --output <file>', 'write to a file')
  .addHelpText(
    'after',
    `
Writes CSV: the columns of the data, the prediction and, of classes, the probabilities. Where the data have the target, too,
it says how good the predictions are. Tables may be larger than memory. A model of series writes the next steps of each instead,
with intervals: the data are the past, and rows behind it with an empty target say what is known ahead.

Example:
  $ tunegate predict --model model --data new.csv --output predicted.csv`,
  )
  .action(predict);

program
  .command('baseline')
  .description('train what ships, and keep its scores as what later changes are compared with')
  .addOption(config())
  .option('-o, --output <file>', "the file to write and commit (default: the spec's gate.file)")
  .option('--store', 'push them to the branch tunegate-data instead, for gate.baseline: stored')
  .action(baseline);

program
  .command('power')
  .description('say how small a drop the gate finds with how many seeds, and what that costs')
  .addOption(config())
  .option('--noise <sd>', 'standard deviation of the difference of two trainings with the same seed', real)
  .option('--json', 'print the numbers as JSON')
  .action(power);

program
  .command('init')
  .description('write a commented spec and a workflow for this repository')
  .addOption(config())
  .option('--force', 'overwrite files that exist')
  .action(init);

const driven = (command: Command, journal: string) =>
  command.addOption(config()).option('-j, --journal <file>', journal);
const fresh = () =>
  new Option(
    '--fresh',
    'begin anew (the old journal is kept as FILE.old, those before it as FILE.old-2 and so on)',
  );

driven(
  program
    .command('ask')
    .description('say what to train next, as one line of JSON: for a program that trains by itself')
    .addOption(fresh())
    .addHelpText(
      'after',
      `
Any number of trials may be asked for before the first is told. Exit codes: 0 a trial · 3 nothing to train (wait, or exhausted).
The spec needs no trial section. See docs/ask-tell.md.

Example:
  $ tunegate ask
  {"type":"trial","trial":0,"config":{"lr":0.001},"params":{"lr":0.001},"seed":1180373265,"origin":"incumbent"}
  $ tunegate tell 0 loss=0.42`,
    ),
  'where the search is kept (default: beside the spec, tune.journal.jsonl)',
).action(async (flags: SearchFlags) => {
  process.exitCode = await ask(flags, print);
});

driven(
  program
    .command('tell')
    .description('say what came of a trial that was asked for')
    .argument('<trial>', 'its number', whole)
    .argument('[metrics...]', 'loss=0.42, or 0.42 for the metric of the spec')
    .option('--report', 'the trial goes on: prints whether it should (continue or stop)')
    .option('--step <n>', 'how far it is (default: reports are counted)', real)
    .option('--failed [message]', 'it failed')
    .addOption(new Option('--reason <reason>', 'with --failed: why').choices(failureReasons))
    .option('--lost', 'its machine is gone: the next ask hands it out again'),
  'where the search is kept (default: beside the spec, tune.journal.jsonl)',
).action(async (trial: number, metrics: string[], flags: TellFlags) => {
  process.exitCode = await tell(trial, metrics, flags, print);
});

driven(
  program
    .command('search')
    .description('drive the search from another program: a line of JSON in, a line of JSON out')
    .requiredOption('--stdio', 'over standard input and output')
    .addOption(fresh()),
  'keep the search there, so that it can go on after a kill (default: it is forgotten)',
).action((flags: SearchFlags) =>
  search(flags, process.stdin, process.stdout, (text) => process.stderr.write(`${text}\n`)),
);

interface RunFlags {
  readonly config: string;
  readonly base?: string;
  readonly gate: boolean;
  readonly trials?: number;
  readonly time?: number;
  readonly epochs?: number;
  readonly workers?: number;
  readonly seed?: number;
  readonly strategy?: (typeof strategies)[number];
  readonly fresh?: boolean;
  readonly json?: boolean;
}

async function compare(flags: Omit<RunFlags, 'gate'>): Promise<void> {
  const { spec } = readSpec(path.resolve(flags.config), flags.config);
  if (spec.gate === false)
    throw new SpecFileError(`${flags.config} turns the gate off (gate: false): there is nothing to compare.`);
  await run({ ...flags, gate: true }, true);
}

async function run(flags: RunFlags, gateOnly = false): Promise<void> {
  const { config, base, gate, fresh, json, ...overrides } = flags;
  const changes = { ...overrides, ...(gate ? {} : { gate: false as const }) };
  const loaded = readSpec(path.resolve(config), config, changes, !gateOnly);
  const out = json ? process.stderr : process.stdout;
  const watch = watchInTerminal(out, loaded.spec, startedAt);
  const signal = cancelSignal(() => watch.say('Stopping: one moment, or Ctrl-C again to stop at once.'));
  const branch = await ownDataBranch((await placeOf(loaded)).repo);
  const { results, folder, cancelled } = await runSession({
    loaded,
    findBase: (repo, ref) => baseOfWorkTree(repo, base ?? ref),
    stored: branch && { branch, write: false },
    journal: fresh ? 'fresh' : 'resume',
    gateOnly,
    host,
    env: process.env,
    signal,
    startedAt,
    reserveMs: 300,
    onEvent: (event) => watch.event(event, logLine(event, loaded.spec.metric.name)),
  }).finally(() => watch.close());
  const files = writeReports(folder, results);
  print(
    json
      ? renderJson(results)
      : `\n${terminal(results)}\nReports: ${path.relative('', files.html)} · ${path.relative('', files.markdown)} · ${path.relative('', files.json)} · ${path.relative('', files.csv)}${files.model ? ` · Model: ${path.relative('', files.model)}` : ''}`,
  );
  const policy = { failOnRegression: true, failOnError: true, failOnMissingBaseline: false };
  process.exitCode = exitCode(outcomeOf(results, cancelled), policy);
}

function validate(flags: { readonly config: string }): void {
  const { spec, space } = readSpec(path.resolve(flags.config), flags.config);
  if (discovers(spec)) {
    print(`${flags.config} is fine: ${spec.name}; its code says what there is to search, when it runs.`);
    return;
  }
  const size = space.size === Number.POSITIVE_INFINITY ? 'an endless space' : plural(space.size, 'config');
  print(`${flags.config} is fine: ${spec.name}, ${plural(space.parameters.length, 'parameter')}, ${size}.`);
  if (space.incumbent) return;
  const missing = space.missingDefaults;
  print(
    `No incumbent: ${missing.join(', ')} ${missing.length === 1 ? 'has' : 'have'} no default, so the gate has nothing to train.`,
  );
}

async function report(flags: {
  readonly config: string;
  readonly journal?: string;
  readonly format: string;
  readonly output?: string;
}): Promise<void> {
  const { results, journal } = await lastStudy(flags.config, flags.journal);
  const text = {
    terminal: () =>
      flags.output === undefined ? terminal(results) : renderTerminal(results, { colour: false, width: 100 }),
    markdown: () => renderLeaderboard(results),
    html: () => renderHtml(results),
    json: () => renderJson(results),
    csv: () => renderCsv(results),
    'optuna-journal': () => renderOptunaJournal(results, timesOf(journal)),
  }[flags.format]!();
  if (flags.output === undefined) print(text);
  else writeFileSync(flags.output, text);
}

async function replay(
  trial: number,
  flags: { readonly config: string; readonly seed?: number },
): Promise<void> {
  const loaded = readSpec(path.resolve(flags.config), flags.config);
  const { folder } = await placeOf(loaded);
  const { name } = loaded.spec.metric;
  const signal = cancelSignal();
  const result = await replayTrial({
    loaded: await discoverSpace(loaded, { host, env: process.env, signal }),
    folder,
    trial,
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
    host,
    env: process.env,
    signal,
    onReport: ({ step, metrics }) =>
      print(
        `step ${step}: ${Object.entries(metrics)
          .map(([key, value]) => `${key} ${value}`)
          .join(', ')}`,
      ),
  });
  const { outcome, recorded, score } = result;
  if (outcome.state === 'failed') print(`Trial ${trial} failed (${outcome.reason}): ${outcome.message}`);
  else print(`${name} ${score ?? 'was not reported'}; the study has ${recorded.score ?? 'no score'}.`);
  const log = path.join(result.folder, 'output.log');
  if (readFileSync(log, 'utf8').trim() !== '') print(`Its output: ${path.relative('', log)}`);
  process.exitCode = outcome.state === 'completed' ? 0 : 1;
}

async function exportTo(flags: {
  readonly config: string;
  readonly output: string;
  readonly fresh?: boolean;
  readonly time?: number;
}): Promise<void> {
  const loaded = readSpec(path.resolve(flags.config), flags.config);
  const { folder, specPath } = await placeOf(loaded);
  await exportModel({
    loaded,
    folder,
    specPath,
    output: path.resolve(flags.output),
    fresh: flags.fresh ?? false,
    ...(flags.time === undefined ? {} : { limitMs: flags.time }),
    host,
    env: process.env,
    signal: cancelSignal(),
    onPlan: print,
  });
  print(`Wrote ${flags.output}. Use it: tunegate predict --model ${flags.output} --data FILE`);
}

async function predict(flags: {
  readonly config: string;
  readonly model?: string;
  readonly data: string;
  readonly output?: string;
}): Promise<void> {
  const { model: named, data, output } = flags;
  const model = readAnyModel(named ?? (await studyModel(flags.config)));
  if (model.task === 'forecasting') {
    const history = await readTable(path.resolve(data), data, Number.POSITIVE_INFINITY);
    const { csv, rows, notes } = forecastFile(model, history);
    await writeTo(output, async (write) => write(csv));
    process.stderr.write(`${[`${rows} steps forecast.`, ...notes].join(' ')}\n`);
    return;
  }
  const pieces = readDataFor(model, path.resolve(data), data);
  const { rows, scores, scored, notes } = await writeTo(output, (write) => predictFile(model, pieces, write));
  const words = [`${rows} rows predicted.`, ...notes];
  if (scores)
    words.push(
      `Of ${scored} of them ${model.target} is known: ${Object.entries(scores)
        .map(([name, value]) => `${name.replace(/^val_/, '')} ${Number(value.toPrecision(4))}`)
        .join(', ')}.`,
    );
  process.stderr.write(`${words.join(' ')}\n`);
}

/** Writes to a file, or to standard output. */
function writeTo<T>(
  output: string | undefined,
  make: (write: (text: string) => void | Promise<void>) => Promise<T>,
): Promise<T> {
  return output === undefined ? make(printPiece) : writeInPieces(path.resolve(output), output, make);
}

async function studyModel(config: string): Promise<string> {
  const { folder } = await placeOf(readSpec(path.resolve(config), config));
  return path.join(folder, studyFiles.model);
}

async function baseline(flags: {
  readonly config: string;
  readonly output?: string;
  readonly store?: boolean;
}): Promise<void> {
  const loaded = readSpec(path.resolve(flags.config), flags.config);
  const { name } = loaded.spec.metric;
  const { baseline: measured, where } = await measureBaseline({
    loaded,
    target: flags.store
      ? { kind: 'store' }
      : { kind: 'file', ...(flags.output === undefined ? {} : { file: flags.output }) },
    host,
    env: process.env,
    signal: cancelSignal(),
    onEvent: (event) => {
      const line = logLine(event, name);
      if (line !== undefined) process.stderr.write(`${line}\n`);
    },
  });
  const scores = measured.trainings.flatMap(({ score }) => (score === undefined ? [] : [score]));
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  print(
    `${name} ${Number(mean.toPrecision(6))} on average of ${scores.length} seeds at ${measured.commit.slice(0, 7)}: written to ${where}.`,
  );
}

async function power(flags: {
  readonly config: string;
  readonly noise?: number;
  readonly json?: boolean;
}): Promise<void> {
  const loaded = readSpec(path.resolve(flags.config), flags.config);
  const answer = await answerPower(loaded, process.env, flags.noise);
  print(flags.json ? JSON.stringify(answer, null, 2) : renderPower(answer, loaded.spec));
}

function init(flags: { readonly config: string; readonly force?: boolean }): void {
  const { found, written, kept } = initialise(process.cwd(), flags.config, flags.force);
  for (const file of written) print(`wrote ${file}`);
  for (const file of kept) print(`kept  ${file} (it exists; --force overwrites it)`);
  const { training } = found;
  print(training ? `\nFound ${training.file}.` : '\nNo training program was found: name yours in the spec.');
  print(
    `Next: look through ${flags.config}, then\n  tunegate validate --config ${flags.config}\n  tunegate run --config ${flags.config}`,
  );
}

function terminal(results: Results): string {
  return renderTerminal(results, { colour, width: width() });
}

function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Resolves when it is written, so that no more is made than is taken. */
function printPiece(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, (error) => {
      if (!error) resolve();
    });
  });
}

function real(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('expected a number');
  return value;
}

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new InvalidArgumentError('expected a whole number');
  return value;
}

function count(text: string): number {
  const value = whole(text);
  if (value < 1) throw new InvalidArgumentError('expected a whole number of at least 1');
  return value;
}

function duration(text: string): number {
  const ms = parseDuration(text);
  if (ms === undefined || ms < 1000)
    throw new InvalidArgumentError('expected a duration of at least 1s, such as 90s or 15m');
  return ms;
}

/** Errors with a name of ours are messages for people; any other is a defect and keeps its stack. */
const forPeople = new Set([
  'SpecError',
  'OverrideError',
  'DiscoveryError',
  'SpecFileError',
  'PlaceholderError',
  'JournalError',
  'LockedError',
  'StudyChangedError',
  'ReplayError',
  'ConfigError',
  'GitError',
  'AskTellError',
  'BaselineError',
  'PowerError',
  'ExportError',
  'ModelFileError',
  'DataError',
]);

endWithOutput();
try {
  await program.parseAsync();
} catch (error) {
  const known = error instanceof Error && forPeople.has(error.name);
  process.stderr.write(
    known ? `${error.message.trimEnd()}\n` : `${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = known ? 2 : 1;
}
// Nothing that a library may hold open keeps the program from ending, once an error of the output has been heard.
process.stdout.write('', () => setImmediate(() => process.exit()));
