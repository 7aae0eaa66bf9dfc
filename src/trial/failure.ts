import { readFileSync } from 'node:fs';
import { closest, distance } from 'fastest-levenshtein';
import type { FailureReason } from './trial.ts';

/** Why a program failed, in its own words where it has any. */
export interface Failure {
  readonly reason: FailureReason;
  readonly message: string;
}

/** What programs say when memory is short. */
const memoryWords =
  /MemoryError|JavaScript heap out of memory|std::bad_alloc|Cannot allocate memory|out of memory|OutOfMemory|OOM when allocating/i;

/** How often the kernel has killed for memory in our control group; undefined where that cannot be read. */
export function countOomKills(): number | undefined {
  try {
    const match = /^oom_kill (\d+)$/m.exec(readFileSync('/sys/fs/cgroup/memory.events', 'utf8'));
    return match ? Number(match[1]) : undefined;
  } catch {
    return undefined;
  }
}

/** The failure that an exit stands for; undefined when the program ended well. */
export function exitFailure(
  code: number | null,
  signal: NodeJS.Signals | null,
  tail: string,
  oomKillsBefore: number | undefined,
): Failure | undefined {
  if (code === 0) return undefined;
  const words = lastWords(tail);
  const kills = countOomKills();
  const killedForMemory = kills !== undefined && oomKillsBefore !== undefined && kills > oomKillsBefore;
  if ((signal === 'SIGKILL' || code === 137) && killedForMemory)
    return {
      reason: 'out-of-memory',
      message: 'the kernel ended the program, because the machine was out of memory',
    };
  if (memoryWords.test(tail)) return { reason: 'out-of-memory', message: words };
  if (signal !== null) {
    const hint = signal === 'SIGKILL' ? ' (often the machine was out of memory)' : '';
    return { reason: 'signal', message: `ended by ${signal}${hint}${words === '' ? '' : `: ${words}`}` };
  }
  return { reason: 'crash', message: `exit code ${code}${words === '' ? '' : `: ${words}`}` };
}

/** The line of an output that most likely says what went wrong: the last one that names an error, else the last. */
function lastWords(tail: string): string {
  const lines = tail
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const line =
    lines.findLast((text) => /^(\w+\.)*\w*(Error|Exception|Interrupt)\b|^error\b|^fatal\b/i.test(text)) ??
    lines.at(-1) ??
    '';
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

/** The metric never came. */
export function missingMetric(metric: string, seen: ReadonlySet<string>): Failure {
  if (seen.size === 0)
    return {
      reason: 'no-metric',
      message: `the trial ended without reporting anything; it should report ${metric}`,
    };
  const names = [...seen];
  const near = closest(metric, names);
  const hint = distance(metric, near) <= Math.ceil(metric.length / 2) ? `; did you mean ${near}?` : '';
  return {
    reason: 'no-metric',
    message: `the trial never reported ${metric}, only ${names.slice(0, 8).join(', ')}${hint}`,
  };
}

export function notFiniteMetric(metric: string, value: number, step: number): Failure {
  return { reason: 'not-finite', message: `${metric} became ${value} at step ${step}` };
}

export function timeoutFailure(ms: number): Failure {
  return { reason: 'timeout', message: `the trial took longer than ${Math.round(ms / 100) / 10} s` };
}
