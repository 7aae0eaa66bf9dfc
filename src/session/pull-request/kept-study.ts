import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import * as core from '@actions/core';
import { fetchFromCache, keepInCache } from '../../github/cache.ts';
import type { RunContext } from '../../github/context.ts';
import { openApiFor } from '../../github/github.ts';
import type { Inputs } from '../../github/inputs.ts';
import { readZip } from '../../github/zip.ts';
import { parseJournal } from '../../study/journal.ts';
import { studyFiles } from '../study-folder.ts';

/**
 * A study that was cut short, kept for the next run of the same commit: in the cache of Actions, or in an artifact of an
 * earlier attempt of the same run. Nothing here fails a run: without it the study begins anew.
 */

/** What of a study's folder is kept: what it takes to go on. */
const keptParts = [studyFiles.journal, 'checkpoints'];
/** Larger ones are not worth their place in the cache, in bytes. */
const largest = 1024 ** 3;
/** Largest journal that is taken from an artifact, and largest artifact, in bytes. */
const largestJournal = 256 * 1024 ** 2;
const largestArtifact = 512 * 1024 ** 2;
const mostEntries = 10_000;
/** How long the cache may take before the study begins anew, milliseconds. */
const defaultPatienceMs = 30_000;

/** Artifacts that may hold journals begin with this. */
export const journalArtifact = 'tunegate-journal';

type Run = Pick<RunContext, 'workspace' | 'headSha' | 'runId' | 'runAttempt'>;

/**
 * Keeps what a cancelled or killed run has measured.
 *
 * @param folder of the study
 * @returns a sentence for people
 */
export async function keepStudy(context: Run, folder: string): Promise<string> {
  const otherwise = `To go on from what was measured all the same, upload it as an artifact ${journalArtifact}-… (docs/action.md#cancel-and-resume).`;
  const parts = keptParts.filter((name) => existsSync(path.join(folder, name)));
  if (!parts.includes(studyFiles.journal)) return 'There is nothing to keep for the next run.';
  const size = parts.reduce((sum, name) => sum + sizeOf(path.join(folder, name)), 0);
  // The journal alone is worth most.
  const kept = size > largest ? [studyFiles.journal] : parts;
  const stage = stageOf(folder);
  try {
    rmSync(stage, { recursive: true, force: true });
    for (const name of kept) cpSync(path.join(folder, name), path.join(stage, name), { recursive: true });
    const problem = await keepInCache(context.workspace, [relative(context, stage)], keyOf(context, folder));
    if (problem === 'no cache')
      return `This server has no cache for what was measured, so the next run of this commit begins anew. ${otherwise}`;
    if (problem === 'refused')
      return `The cache does not take what was measured (that of a pull request from a fork is read-only), so the next run of this commit begins anew. ${otherwise}`;
    return 'What was measured is kept: the next run of this commit goes on from there.';
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/**
 * Brings back what an earlier run of the same commit has measured before it was cut short, where nothing is there.
 *
 * @param folder of the study
 * @param patienceMs with the cache
 * @returns from where; undefined when there was nothing
 */
export async function fetchStudy(
  context: RunContext,
  inputs: Inputs,
  folder: string,
  patienceMs = defaultPatienceMs,
): Promise<'cache' | 'artifact' | undefined> {
  if (existsSync(path.join(folder, studyFiles.journal))) return undefined;
  const stage = stageOf(folder);
  try {
    if (await fetchFromCache([relative(context, stage)], prefixOf(context, folder), patienceMs)) {
      if (!holdsJournal(path.join(stage, studyFiles.journal))) return undefined;
      mkdirSync(folder, { recursive: true });
      for (const name of readdirSync(stage).filter((name) => keptParts.includes(name))) {
        rmSync(path.join(folder, name), { recursive: true, force: true });
        renameSync(path.join(stage, name), path.join(folder, name));
      }
      return 'cache';
    }
    return (await fromArtifact(context, inputs, folder)) ? 'artifact' : undefined;
  } catch (error) {
    core.info(`What an earlier run had measured cannot be brought back: ${(error as Error).message}`);
    return undefined;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** Of the same run alone: nobody but its own earlier attempts, which ran the same code, can have put it there. */
async function fromArtifact(context: RunContext, inputs: Inputs, folder: string): Promise<boolean> {
  if (context.runAttempt < 2) return false;
  const api = await openApiFor(context, inputs);
  const found = await api?.listArtifacts(context.runId);
  const artifact = found?.find(
    ({ name, expired, size }) => name.startsWith(journalArtifact) && !expired && size <= largestArtifact,
  );
  if (!api || !artifact) return false;
  const zip = await api.downloadArtifact(artifact.id, largestArtifact);
  const wanted = `${path.basename(folder)}/${studyFiles.journal}`;
  const file = readZip(zip, { entries: mostEntries, entrySize: largestJournal }).find(
    ({ name }) => name === wanted || name.endsWith(`/${wanted}`),
  );
  if (!file) return false;
  const bytes = file.read();
  parseJournal(wanted, bytes);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, studyFiles.journal), bytes);
  return true;
}

function holdsJournal(file: string): boolean {
  try {
    return parseJournal(file, readFileSync(file)).records.length > 0;
  } catch {
    return false;
  }
}

/** Apart from where the study works: what arrives late must not change a journal that is being written. */
function stageOf(folder: string): string {
  return path.join(path.dirname(path.dirname(folder)), 'kept', path.basename(folder));
}

/** The cache knows its entries by the paths as they are given. */
function relative({ workspace }: Run, folder: string): string {
  return path.relative(workspace, folder).split(path.sep).join('/');
}

function prefixOf({ headSha }: Run, folder: string): string {
  const name = createHash('sha256').update(path.basename(folder)).digest('hex').slice(0, 16);
  return `tunegate-study-${name}-${headSha}-`;
}

function keyOf(context: Run, folder: string): string {
  return `${prefixOf(context, folder)}${context.runId}-${context.runAttempt}`;
}

function sizeOf(file: string): number {
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(file).reduce((sum, name) => sum + sizeOf(path.join(file, name)), 0);
}
