import path from 'node:path';
import { baseOfWorkTree } from '../github/base-commit.ts';
import { exitCode } from '../github/outcome.ts';
import { renderJson } from '../report/json.ts';
import { logLine } from '../report/progress.ts';
import { cancelSignal } from '../session/cancel.ts';
import { ownDataBranch } from '../session/gate/gate-stage.ts';
import { readSpec } from '../session/load-spec.ts';
import { placeOf } from '../session/place.ts';
import { cameToNothing, outcomeOf } from '../session/pull-request/publication.ts';
import { runSession } from '../session/session.ts';
import { watchInTerminal } from '../session/watch.ts';
import { writeReports } from '../session/write-reports.ts';
import { OverrideError } from '../spec/overrides.ts';
import type { SearchSpec } from '../spec/spec.ts';
import { SpecFileError } from '../spec/spec-file.ts';
import type { Entry } from './entry.ts';
import { print, terminal } from './output.ts';

export interface RunFlags {
  readonly config: string;
  readonly base?: string;
  readonly gate: boolean;
  readonly trials?: number;
  readonly time?: number;
  readonly epochs?: number;
  readonly workers?: number;
  readonly seed?: number;
  readonly strategy?: SearchSpec['strategy'];
  readonly fresh?: boolean;
  readonly json?: boolean;
}

export type CompareFlags = Omit<RunFlags, 'gate' | 'trials' | 'seed' | 'strategy'>;

/**
 * Searches, and compares with the base commit. Returns the exit code.
 *
 * @throws {OverrideError} when a base is named, and no gate compares with it
 */
export async function run(flags: RunFlags, { host, startedAt }: Entry, gateOnly = false): Promise<number> {
  const { config, base, gate, fresh, json, ...overrides } = flags;
  const changes = { ...overrides, ...(gate ? {} : { gate: false as const }) };
  const loaded = readSpec(path.resolve(config), config, changes, !gateOnly);
  if (base !== undefined && loaded.spec.gate === false)
    throw new OverrideError(
      gate
        ? `--base ${base} does not go with ${config}: it turns the gate off (gate: false), so nothing would be compared`
        : `--base ${base} does not go with --no-gate: nothing would be compared`,
    );
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
  print(json ? renderJson(results) : `\n${terminal(results)}`);
  // Once they are shown: a full disk does not take the results from whoever waits for them.
  const files = writeReports(folder, results);
  if (!json)
    print(
      `\nReports: ${path.relative('', files.html)} · ${path.relative('', files.markdown)} · ${path.relative('', files.json)} · ${path.relative('', files.csv)}${files.model ? ` · Model: ${path.relative('', files.model)}` : ''}`,
    );
  // A search that found nothing, beside a comparison that says nothing.
  const nothing = cameToNothing(results);
  const policy = {
    failOnRegression: true,
    failOnError: true,
    failOnMissingBaseline: nothing,
    failOnInconclusive: nothing,
    failOnNoResult: true,
  };
  return exitCode(outcomeOf(results, cancelled), policy);
}

/** Only compares. Returns the exit code. */
export async function compare(flags: CompareFlags, entry: Entry): Promise<number> {
  const { spec } = readSpec(path.resolve(flags.config), flags.config);
  if (spec.gate === false)
    throw new SpecFileError(`${flags.config} turns the gate off (gate: false): there is nothing to compare.`);
  return await run({ ...flags, gate: true }, entry, true);
}
