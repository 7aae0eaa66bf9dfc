import { existsSync } from 'node:fs';
import path from 'node:path';
import type { RunContext } from '../../github/context.ts';
import type { AbandonedReport } from '../../github/github.ts';
import type { Inputs } from '../../github/inputs.ts';
import { renderComment, renderSummary } from '../../report/markdown.ts';
import { block, inMarkdown, literal, paragraph, type Safe } from '../../report/safe.ts';
import { counted, plural } from '../../report/words.ts';
import { readStudy } from '../../study/journal.ts';
import { bestTrial } from '../../study/leaderboard.ts';
import { endedTrials } from '../../study/study.ts';
import { loadResults } from '../facts.ts';
import { discovers, type LoadedSpec, readSpec } from '../load-spec.ts';

/**
 * What is said of a run that was cancelled or died before it could report: what was finished.
 *
 * @param journal path of the study's, if it had one
 */
export function renderAbandoned(
  ended: 'cancelled' | 'error',
  journal: string | undefined,
  context: Pick<RunContext, 'workspace'>,
  inputs: Pick<Inputs, 'workingDirectory' | 'config'>,
): AbandonedReport {
  const title = ended === 'cancelled' ? 'Cancelled' : 'Ended before it could report';
  const why =
    ended === 'cancelled'
      ? 'The run was cancelled.'
      : 'The step ended before it could report: it may have been killed, or the machine was out of memory.';
  const { say, sentence, name, strong } = inMarkdown;
  const short = paragraph(say`${sentence(why)} ${finished(journal)}`);
  const loaded = readAgain(context, inputs);
  if (!loaded) return { title, checkSummary: short, jobSummary: short };
  const study = { title, name: loaded.spec.name };
  const whole =
    journal === undefined || !existsSync(journal) ? undefined : report(journal, loaded, context, why);
  if (whole) return { ...study, ...whole };
  const text = block`${paragraph(strong(say`${name(loaded.spec.name)}: there is no result.`))}\n\n${short}\n`;
  return { ...study, comment: text, checkSummary: text, jobSummary: text };
}

/** The spec, which may have been what the run died of. */
function readAgain(
  { workspace }: Pick<RunContext, 'workspace'>,
  { workingDirectory, config }: Pick<Inputs, 'workingDirectory' | 'config'>,
): LoadedSpec | undefined {
  try {
    const loaded = readSpec(path.resolve(workspace, workingDirectory, config));
    // What there is to search is in the code, which nobody runs any more.
    return discovers(loaded.spec) ? undefined : loaded;
  } catch {
    return undefined;
  }
}

/** The report of what the journal holds. */
function report(
  journal: string,
  loaded: LoadedSpec,
  { workspace }: Pick<RunContext, 'workspace'>,
  why: string,
): Pick<AbandonedReport, 'comment' | 'checkSummary' | 'jobSummary'> | undefined {
  try {
    const found = loadResults(path.dirname(journal), loaded, path.relative(workspace, loaded.path));
    const results = { ...found, notices: [why, 'What is here is what its journal holds.'] };
    return {
      comment: renderComment(results),
      checkSummary: renderComment(results),
      jobSummary: renderSummary(results),
    };
  } catch {
    return undefined;
  }
}

function finished(journal: string | undefined): Safe<'markdown'> {
  const { say, sentence } = inMarkdown;
  if (journal === undefined || !existsSync(journal)) return literal`No trial had been started.`;
  try {
    const study = readStudy(journal).study();
    const best = bestTrial(study);
    const trials = plural(endedTrials(study.trials).length, 'trial');
    if (!best) return say`${trials} had ended, none of them with a result.`;
    return say`${trials} had ended; the best had ${sentence(study.metric.name)} ${sentence(String(best.score))} (trial ${counted(best.trial)}).`;
  } catch {
    return literal`Its journal cannot be read.`;
  }
}
