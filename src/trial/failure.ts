import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { closest, distance } from 'fastest-levenshtein';
import type { FailureReason, Report } from './trial.ts';

/** Why a program failed, in its own words where it has any. */
export interface Failure {
  readonly reason: FailureReason;
  readonly message: string;
}

/** What programs say when memory is short. */
const memoryWords =
  /MemoryError|JavaScript heap out of memory|std::bad_alloc|Cannot allocate memory|out of memory|OutOfMemory|OOM when allocating/i;

/**
 * How often the kernel has killed for want of memory, as far as it can be seen; undefined where it cannot. Only growth
 * means something: our own control group and the whole machine are added up, since a container that the trial starts
 * (docker run) is killed in a group of its own.
 */
export function countOomKills(): number | undefined {
  const group = /^0::(\/.*)$/m.exec(read('/proc/self/cgroup') ?? '')?.[1];
  const files = ['/sys/fs/cgroup/memory.events', '/proc/vmstat'];
  if (group !== undefined && group !== '/') files.push(`/sys/fs/cgroup${group}/memory.events`);
  const counts = files
    .map((file) => /^oom_kill (\d+)$/m.exec(read(file) ?? '')?.[1])
    .filter((found) => found !== undefined);
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + Number(count), 0);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
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
  if (memoryWords.test(words)) return { reason: 'out-of-memory', message: words };
  const complaint = tail.split('\n').find((line) => memoryWords.test(line));
  if (complaint !== undefined) return { reason: 'out-of-memory', message: shorten(complaint.trim()) };
  // 128 + 9. Where the kernel's count can be seen and has not grown, somebody else has killed it.
  if (code === 137 && kills === undefined)
    return {
      reason: 'out-of-memory',
      message: 'exit code 137: the program was killed (SIGKILL), as is done when memory runs out',
    };
  if (signal !== null) {
    const hint = signal === 'SIGKILL' ? ' (often the machine was out of memory)' : '';
    return { reason: 'signal', message: `ended by ${signal}${hint}${words === '' ? '' : `: ${words}`}` };
  }
  // Shells tell so which signal ended the program that they ran.
  const inner = code === null ? undefined : signalName(code - 128);
  const ended = inner === undefined ? `exit code ${code}` : `exit code ${code} (${inner})`;
  return { reason: 'crash', message: `${ended}${words === '' ? '' : `: ${words}`}` };
}

function signalName(number: number): string | undefined {
  return Object.entries(constants.signals).find(([, value]) => value === number)?.[0];
}

/** The line of an output that most likely says what went wrong: the last one that names an error, else the last. */
function lastWords(tail: string): string {
  const lines = tail
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const line =
    lines.findLast((text) =>
      /^(Uncaught )?(\w+\.)*\w*(Error|Exception|Interrupt)\b|^error\b|^fatal\b/i.test(text),
    ) ??
    lines.at(-1) ??
    '';
  return shorten(line);
}

function shorten(line: string): string {
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
  const near =
    names.find((name) => name.includes(metric) || (name.length > 2 && metric.includes(name))) ??
    closest(metric, names);
  const isNear =
    near.includes(metric) || metric.includes(near) || distance(metric, near) <= metric.length / 2;
  const hint = isNear ? `; did you mean ${near}?` : '';
  return {
    reason: 'no-metric',
    message: `the trial never reported ${metric}, only ${names.slice(0, 8).join(', ')}${hint}`,
  };
}

/** How a report ends a trial whose metric is not a finite number any more; undefined where it is one, or is not reported. */
export function divergence({ step, metrics }: Report, metric: string): Failure | undefined {
  const value = metrics[metric];
  return value === undefined || Number.isFinite(value)
    ? undefined
    : { reason: 'not-finite', message: `${metric} became ${value} at step ${step}` };
}

export function timeoutFailure(ms: number): Failure {
  return { reason: 'timeout', message: `the trial took longer than ${Math.round(ms / 100) / 10} s` };
}
