import { createInterface } from 'node:readline';
import { metricNumber } from '../trial/report-lines.ts';
import type { FailureReason } from '../trial/trial.ts';
import { type OpenSearch, type OpenSearchOptions, openSearch } from './open.ts';
import { type Answer, AskTellError, HalfToldError } from './protocol.ts';
import { serve } from './serve.ts';

/** The commands `ask`, `tell` and `search --stdio`. Each of the first two is a process of its own; the journal is all they share. */

export interface SearchFlags {
  readonly config: string;
  readonly journal?: string;
  readonly fresh?: boolean;
}

export interface TellFlags extends Omit<SearchFlags, 'fresh'> {
  readonly report?: boolean;
  readonly step?: number;
  readonly failed?: true | string;
  readonly reason?: FailureReason;
  readonly lost?: boolean;
}

/** Where `ask` and `tell` keep the search of a spec. */
export const defaultJournal = (config: string) => `${config.replace(/\.(ya?ml|json)$/, '')}.journal.jsonl`;

/**
 * Prints the next trial as one line. The exit code says whether there is one: 0, or 3 when there is nothing to train.
 *
 * @param say told how it searches when the search begins
 */
export async function ask(
  flags: SearchFlags,
  print: (text: string) => void,
  say: (text: string) => void = () => {},
): Promise<number> {
  const answer = await within(open(flags), ({ conversation, about }) => {
    if (conversation.study.trials.length === 0) say(about);
    return conversation.ask();
  });
  print(JSON.stringify(answer));
  return answer.type === 'trial' ? 0 : 3;
}

/** @param values of metrics: `loss=0.4`, or `0.4` for the metric of the spec */
export async function tell(
  trial: number,
  values: readonly string[],
  { report, step, failed, reason, lost, ...flags }: TellFlags,
  print: (text: string) => void,
): Promise<number> {
  const answer = await within(open(flags, true), ({ conversation }): Answer => {
    const metrics = readMetrics(values, conversation.metric);
    if (report) {
      if (failed !== undefined || reason !== undefined || lost)
        throw new AskTellError('a report is of a trial that goes on: tell its end without --report');
      if (metrics === undefined) throw new AskTellError('a report needs metrics, such as loss=0.4');
      return conversation.report(trial, metrics, step);
    }
    try {
      return conversation.tell({
        trial,
        ...(step === undefined ? {} : { step }),
        ...(metrics === undefined ? {} : { metrics }),
        ...(failed === undefined ? {} : { failed }),
        ...(reason === undefined ? {} : { reason }),
        ...(lost ? { lost } : {}),
      });
    } catch (error) {
      throw error instanceof HalfToldError ? new AskTellError(error.onCommandLine) : error;
    }
  });
  print(JSON.stringify(answer));
  return 0;
}

/** Serves a driver over standard input and output until it closes its end. */
export async function search(
  flags: SearchFlags,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  say: (text: string) => void,
): Promise<void> {
  const options: OpenSearchOptions = {
    spec: flags.config,
    pending: 'lost',
    patience: 0,
    ...(flags.journal === undefined ? {} : { journal: flags.journal }),
    ...(flags.fresh ? { fresh: true } : {}),
  };
  await within(openSearch(options), async ({ conversation, about }) => {
    say(about);
    const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
    // A driver that is gone reads no answers: the rest of its requests is as good as unsaid.
    output.on('error', () => lines.close());
    await serve(conversation, lines, (line) => output.write(line));
  });
}

function open({ config, journal, fresh }: SearchFlags, begun = false): Promise<OpenSearch> {
  return openSearch({
    spec: config,
    journal: journal ?? defaultJournal(config),
    pending: 'elsewhere',
    begun,
    ...(fresh ? { fresh } : {}),
  });
}

async function within<T>(
  opening: Promise<OpenSearch>,
  use: (search: OpenSearch) => T | Promise<T>,
): Promise<T> {
  const opened = await opening;
  try {
    return await use(opened);
  } finally {
    opened.close();
  }
}

function readMetrics(values: readonly string[], metric: string): Record<string, number> | undefined {
  if (values.length === 0) return undefined;
  const metrics = new Map<string, number>();
  for (const text of values) {
    const [, name = metric, value = ''] = /^(?:(.+)=)?([^=]*)$/s.exec(text) ?? [];
    const number = value.trim() === '' ? undefined : (metricNumber(value) ?? Number(value));
    if (number === undefined || (Number.isNaN(number) && !/nan/i.test(value)))
      throw new AskTellError(`expected a number or name=number, found ${JSON.stringify(text)}`);
    if (metrics.has(name))
      throw new AskTellError(
        `${name} is told twice, the second time by ${JSON.stringify(text)}: write name=number for another metric`,
      );
    metrics.set(name, number);
  }
  return Object.fromEntries(metrics);
}
