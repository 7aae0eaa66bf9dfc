#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { ask, type SearchFlags, search, type TellFlags, tell } from './ask-tell/commands.ts';
import { count, duration, real, whole } from './commands/arguments.ts';
import type { Entry } from './commands/entry.ts';
import { explainError } from './commands/errors.ts';
import { type BaselineFlags, baseline, power } from './commands/gate.ts';
import { type ExportFlags, exportTo, predict } from './commands/model.ts';
import { print, say } from './commands/output.ts';
import { type ReplayFlags, replay } from './commands/replay.ts';
import { report, reportFormats } from './commands/report.ts';
import { type CompareFlags, compare, type RunFlags, run } from './commands/run.ts';
import { init, validate } from './commands/spec.ts';
import { endWithOutput } from './session/cancel.ts';
import { strategyNames } from './spec/schema/search.ts';
import { failureReasons } from './trial/trial.ts';
import { version } from './version.ts';

const entry: Entry = {
  host: { path: fileURLToPath(new URL('./trial-host.js', import.meta.url)), node: process.execPath },
  startedAt: performance.now(),
};

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
  .addOption(new Option('--strategy <name>', 'search strategy').choices(strategyNames))
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
  .action(async (flags: RunFlags) => {
    process.exitCode = await run(flags, entry);
  });

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
  .action(async (flags: CompareFlags) => {
    process.exitCode = await compare(flags, entry);
  });

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
  .addOption(new Option('-f, --format <format>', 'what to write').choices(reportFormats).default('terminal'))
  .option('-o, --output <file>', 'write to a file')
  .action(report);

program
  .command('replay')
  .description('train one trial again: same config, same seed')
  .argument('<trial>', 'its number in the leaderboard', whole)
  .addOption(config())
  .option('--seed <n>', 'another seed', whole)
  .action(async (trial: number, flags: ReplayFlags) => {
    process.exitCode = await replay(trial, flags, entry);
  });

program
  .command('export')
  .description('write the model that the last study of a task has come to, with its card')
  .addOption(config())
  .option('-o, --output <folder>', 'where to', 'model')
  .option('--fresh', 'make it anew, such as for data that have changed since')
  .option('--time <duration>', 'when it must be made: at most so much time', duration)
  .action((flags: ExportFlags) => exportTo(flags, entry));

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
  .action((flags: BaselineFlags) => baseline(flags, entry));

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
  process.exitCode = await ask(flags, print, say);
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
).action((flags: SearchFlags) => search(flags, process.stdin, process.stdout, say));

endWithOutput();
try {
  await program.parseAsync();
} catch (error) {
  const { text, exitCode } = explainError(error);
  say(text);
  process.exitCode = exitCode;
}
// Nothing that a library may hold open keeps the program from ending, once an error of the output has been heard.
process.stdout.write('', () => setImmediate(() => process.exit()));
