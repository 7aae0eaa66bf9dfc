import type { StudyEvent } from '../study/event.ts';
import type { TrialRecord } from '../study/study.ts';
import { type Everywhere, inTerminal, literal, type Safe } from './safe.ts';
import { cutTo } from './terminal-width.ts';
import { confirmationName } from './training-names.ts';
import { counted, duration, failureWords, plural, short, stateWords, valueText } from './words.ts';

/** What happens in a run, for whoever watches it. */
export type ProgressEvent =
  | (StudyEvent & {
      /** Of a training on a fresh seed: the search trial that had its config; absent: what ships today. */
      readonly confirms?: number;
    })
  | { readonly type: 'prepared' | 'notice'; readonly text: string }
  | {
      readonly type: 'phase';
      readonly phase: 'gate' | 'search' | 'confirm' | 'model';
      readonly text: string;
    };

const { say, name, sentence, join } = inTerminal;

/** Parameters that a log line shows of a config. */
const shownParameters = 6;

/** One line for a log; undefined for what is not worth one. Never a command to the runner. */
export function logLine(event: ProgressEvent, metric: string): string | undefined {
  switch (event.type) {
    case 'prepared':
    case 'phase':
      return sentence(event.text);
    case 'notice':
      return say`Note: ${sentence(event.text)}`;
    case 'trial-started': {
      const how = event.again
        ? literal` again`
        : event.segment > 0
          ? literal` on to a higher resource`
          : literal``;
      return say`${training(event, event.confirms)} starts${how}: ${configWords(event.config)}`;
    }
    case 'retry':
      return say`${training(event, event.confirms)} ${failureWords[event.reason]}${event.message ? say` (${sentence(event.message, 200)})` : literal``}; tried again (${counted(event.attempt)} of ${counted(event.of)})`;
    case 'trial-ended':
      return endLine(event, metric);
    case 'stopping':
      return say`Stopping (${stoppingWords[event.reason]}): ${plural(event.running, 'training')} to interrupt.`;
    case 'stopped':
      return say`The search stopped: ${sentence(event.detail.split(/[\r\n]/, 1)[0] ?? '')}.`;
    case 'report':
      return undefined;
  }
}

const stoppingWords: Readonly<Record<'time' | 'cancelled' | 'error', Everywhere>> = {
  time: literal`the time is up`,
  cancelled: literal`cancelled`,
  error: literal`something failed`,
};

type Training = Pick<TrialRecord, 'role' | 'trial' | 'seed'>;

/** At the beginning of a line. */
function training({ role, trial, seed }: Training, confirms: number | undefined): Safe<'terminal'> {
  if (role === 'search') return say`Trial ${name(`#${trial}`)}`;
  return say`${roleWords(role, confirms)} with seed ${name(String(seed))}`;
}

function roleWords(
  role: Exclude<Training['role'], 'search'>,
  confirms: number | undefined,
): Safe<'terminal'> {
  if (role !== 'confirm') return role === 'head' ? literal`Head` : literal`Base`;
  const words = confirmationName(confirms, inTerminal);
  return (words[0]!.toUpperCase() + words.slice(1)) as Safe<'terminal'>;
}

function configWords(config: TrialRecord['config']): Safe<'terminal'> {
  const entries = Object.entries(config);
  const shown = entries
    .slice(0, shownParameters)
    .map(([path, value]) => say`${name(path, 40)}=${name(valueText(value), 30)}`);
  return entries.length > shownParameters
    ? say`${join(shown, ', ')} and ${counted(entries.length - shownParameters)} more`
    : join(shown, ', ');
}

type Ended = Extract<ProgressEvent, { type: 'trial-ended' }>;

function endLine({ trial, best, confirms }: Ended, metric: string): Safe<'terminal'> {
  const score = trial.score === undefined ? literal`` : say`, ${name(metric)} ${short(trial.score)}`;
  const message =
    trial.state === 'failed' && trial.message ? say` (${sentence(trial.message, 200)})` : literal``;
  const leads =
    best?.score === undefined || trial.role !== 'search'
      ? literal``
      : best.trial === trial.trial
        ? literal`; the best so far`
        : say`; best so far ${short(best.score)} in ${name(`#${best.trial}`)}`;
  return say`${training(trial, confirms)} ${stateWords(trial)}${message}${score}, ${duration(trial.durationMs)}${leads}`;
}

/** What a live line needs to know: the fold of the events so far. */
export interface Progress {
  readonly phase: 'gate' | 'search' | 'confirm' | 'model';
  /** Trials of the search, as planned; absent: as many as the time allows. */
  readonly planned?: number;
  readonly finished: number;
  /** Epochs per trial, as planned. */
  readonly epochs?: number;
  readonly running: readonly {
    readonly role: TrialRecord['role'];
    readonly trial: number;
    /** As the event has it. */
    readonly confirms?: number;
    readonly step?: number;
    readonly resource?: number;
  }[];
  readonly best?: { readonly trial: number; readonly score: number };
  readonly stopping: boolean;
  /** Filled in by whoever shows the line. */
  readonly elapsedMs?: number;
  readonly leftMs?: number;
}

export function createProgress(planned: { readonly trials?: number; readonly epochs?: number }): Progress {
  return {
    phase: 'search',
    finished: 0,
    running: [],
    stopping: false,
    ...(planned.trials === undefined ? {} : { planned: planned.trials }),
    ...(planned.epochs === undefined ? {} : { epochs: planned.epochs }),
  };
}

/** The progress after one more event. */
export function advance(progress: Progress, event: ProgressEvent): Progress {
  switch (event.type) {
    case 'phase':
      return { ...progress, phase: event.phase, finished: 0, running: [] };
    case 'trial-started': {
      const { role, trial, confirms } = event;
      const resource = event.resource ?? progress.epochs;
      const started = {
        role,
        trial,
        ...(confirms === undefined ? {} : { confirms }),
        ...(resource === undefined ? {} : { resource }),
      };
      return { ...progress, running: [...without(progress, event), started] };
    }
    case 'report':
      return {
        ...progress,
        running: progress.running.map((item) =>
          item.role === event.role && item.trial === event.trial
            ? { ...item, step: event.report.step }
            : item,
        ),
      };
    case 'trial-ended': {
      const { best } = event;
      return {
        ...progress,
        running: without(progress, event.trial),
        finished: event.finished,
        ...(best?.score === undefined ? {} : { best: { trial: best.trial, score: best.score } }),
      };
    }
    case 'stopping':
      return { ...progress, stopping: true };
    case 'stopped':
      return { ...progress, running: [], stopping: false };
    case 'prepared':
    case 'notice':
    case 'retry':
      return progress;
  }
}

function without(
  { running }: Progress,
  { role, trial }: Pick<TrialRecord, 'role' | 'trial'>,
): Progress['running'] {
  return running.filter((item) => item.role !== role || item.trial !== trial);
}

/** One line of at most `width` columns: what is done, what runs, the best so far, the time. */
export function progressLine(progress: Progress, width: number): string {
  const { phase, planned, finished, running, best, elapsedMs, leftMs, stopping } = progress;
  const done =
    phase === 'gate'
      ? literal`Regression check: ${plural(finished, 'training')} done`
      : phase === 'confirm'
        ? literal`Confirming: ${plural(finished, 'training')} done`
        : phase === 'model'
          ? literal`Making the model`
          : planned === undefined
            ? literal`${plural(finished, 'trial')} done`
            : literal`${counted(finished)}/${counted(planned)} trials`;
  const parts = [
    done,
    ...(stopping ? [literal`stopping`] : []),
    ...(best ? [literal`best ${short(best.score)} in #${counted(best.trial)}`] : []),
    ...(elapsedMs === undefined ? [] : [literal`${duration(elapsedMs)}`]),
    ...(leftMs === undefined ? [] : [literal`${duration(Math.max(0, leftMs))} left`]),
    ...(running.length === 0 ? [] : [literal`running ${runningWords(running)}`]),
  ];
  return cutTo(parts.join(' · '), width);
}

function runningWords(running: Progress['running']): Everywhere {
  const words = running.map(({ role, trial, confirms, step, resource }) => {
    const number = role === 'search' ? trial : role === 'confirm' ? confirms : undefined;
    const who =
      number !== undefined
        ? literal`#${counted(number)}`
        : role === 'confirm'
          ? literal`what ships`
          : (role as Everywhere);
    if (step === undefined) return who;
    const of = resource === undefined ? literal`` : literal`/${counted(resource)}`;
    return literal`${who} (${counted(step)}${of})`;
  });
  return words.join(' ') as Everywhere;
}
