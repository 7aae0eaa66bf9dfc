import type { TrialRecord } from '../../study/study.ts';
import { type FailureGroup, failedWords, failureGroups } from '../failures.ts';
import type { Results } from '../results.ts';
import { bullets, codeBlock, folded, inMarkdown, paragraph, type Safe } from '../safe.ts';
import { trainingNames } from '../training-names.ts';
import { counted, failureWords } from '../words.ts';

const { say, name, sentence, join } = inMarkdown;

/** Failed trials by reason, with the end of one log. */
export function failuresSection(
  results: Results,
  options: { readonly tail: boolean },
): Safe<'block'> | undefined {
  const groups = failureGroups(results);
  if (groups.length === 0) return undefined;
  const label = labels(results);
  const example = groups.find((group) => group.example.tail?.trim())?.example;
  return folded(failedWords(groups.flatMap(({ trials }) => trials)), [
    bullets(groups.map((group) => groupLine(group, label))),
    ...(options.tail && example?.tail
      ? [
          paragraph(say`The end of the log of ${label(example)}:`),
          codeBlock(example.tail, { limit: 4096, keep: 'end' }),
        ]
      : []),
  ]);
}

function groupLine(
  { reason, trials, example }: FailureGroup,
  label: (trial: TrialRecord) => Safe<'markdown'>,
): Safe<'markdown'> {
  const shown = join(trials.slice(0, 8).map(label), ', ');
  const more = trials.length > 8 ? say` …` : say``;
  const message = example.message ? say`. ${label(example)} says: ${sentence(example.message, 300)}` : say``;
  return say`${counted(trials.length)} ${failureWords[reason]}: ${shown}${more}${message}`;
}

/** `#12` of the search, «head with seed 3» of the gate. */
function labels(results: Results): (trial: TrialRecord) => Safe<'markdown'> {
  const nameOf = trainingNames(results, inMarkdown);
  return (trial) =>
    trial.role === 'search' ? nameOf(trial) : say`${nameOf(trial)} with seed ${name(String(trial.seed))}`;
}
