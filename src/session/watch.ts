import type { WriteStream } from 'node:tty';
import { advance, createProgress, type ProgressEvent, progressLine } from '../report/progress.ts';
import type { Spec } from '../spec/spec.ts';
import { timeLimit } from '../study/time-limit.ts';

/** What a person sees while a study runs. */
export interface Watch {
  /** One event, and the line that a log would have of it. */
  event(event: ProgressEvent, line: string | undefined): void;
  say(text: string): void;
  close(): void;
}

const redrawMs = 200;

/** In a terminal a line that lives below the log of results; elsewhere plain lines. */
export function watchInTerminal(out: NodeJS.WriteStream, { budget }: Spec, startedAt: number): Watch {
  const limit = timeLimit(budget);
  const live = out.isTTY === true && process.env['CI'] === undefined;
  let progress = createProgress({
    ...(budget.trials === undefined ? {} : { trials: budget.trials }),
    ...(budget.epochs === undefined ? {} : { epochs: budget.epochs }),
  });
  const wipe = () => out.write('\r\u001b[2K');
  const draw = () => {
    const elapsedMs = performance.now() - startedAt;
    const time = { elapsedMs, ...(limit === undefined ? {} : { leftMs: limit.ms - elapsedMs }) };
    wipe();
    out.write(progressLine({ ...progress, ...time }, ((out as WriteStream).columns || 80) - 1));
  };
  const print = (text: string) => {
    if (live) wipe();
    out.write(`${text}\n`);
    if (live) draw();
  };
  const timer = live ? setInterval(draw, redrawMs) : undefined;
  return {
    event(event, line) {
      progress = advance(progress, event);
      // The live line shows what runs.
      if (line !== undefined && !(live && event.type === 'trial-started')) print(line);
    },
    say: print,
    close() {
      clearInterval(timer);
      if (live) wipe();
    },
  };
}
