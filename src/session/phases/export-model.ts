import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { loadResults } from '../facts.ts';
import type { LoadedSpec } from '../load-spec.ts';
import { studyFiles } from '../study-folder.ts';
import { writeCard } from '../write-reports.ts';
import { runModelPhase } from './model-phase.ts';

export interface ExportOptions {
  readonly loaded: LoadedSpec;
  /** Of the study. */
  readonly folder: string;
  readonly specPath: string;
  /** Where the model goes; it must not be there. */
  readonly output: string;
  /** Whether a model that the study has already made is made anew. */
  readonly fresh: boolean;
  /** Milliseconds. */
  readonly limitMs?: number;
  readonly host: { readonly path: string; readonly node: string };
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Told what is going to be done, and what of it could not be. */
  readonly onPlan: (text: string) => void;
}

/** There is no model to export. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
}

/**
 * Copies the model of the last study of a task to where its user wants it; makes it first where there is none.
 *
 * @throws {ExportError} when there is nothing to make a model of
 */
export async function exportModel(options: ExportOptions): Promise<void> {
  const { loaded, folder, output } = options;
  const { trial } = loaded.spec;
  if (!('task' in trial && trial.task))
    throw new ExportError(
      `${options.specPath} has no \`task\`: only models that Tunegate makes itself can be exported. What your own program trains, it saves.`,
    );
  if (existsSync(output))
    throw new ExportError(
      `${path.relative('', output)} is there already: name another folder with --output, or remove it.`,
    );
  const results = loadResults(folder, loaded, options.specPath);
  const made = path.join(folder, studyFiles.model);
  if (options.fresh || !existsSync(made)) {
    const { model, notice } = await runModelPhase({
      loaded,
      trial,
      study: results.study,
      ...(results.confirmation ? { recommended: results.confirmation.trial } : {}),
      folder,
      host: { env: options.env, hostPath: options.host.path, node: options.host.node },
      ...(options.limitMs === undefined ? {} : { limitMs: options.limitMs }),
      signal: options.signal,
      onPlan: options.onPlan,
    });
    if (options.signal.aborted) throw new ExportError('Cancelled: no model was written.');
    if (!model)
      throw new ExportError(
        notice ?? 'The study has no completed trial to make a model of: run `tunegate run` first.',
      );
    if (notice) options.onPlan(notice);
    writeCard(made, results, model);
  }
  cpSync(made, output, { recursive: true });
}
