import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identifyProcess, type ProcessIdentity, processState } from './process-identity.ts';

/**
 * One process at a time works on a journal.
 *
 * Every process that wants the lock writes a claim of its own beside the journal (a name that is never used again) and
 * then looks for others. A claim of a living process means: not now. A claim of a dead one is deleted, which is safe
 * for anyone to do, since nobody can have renewed it; a single lock file could be deleted by a second process just
 * after a first one took it over. Two that claim at the same moment see each other, both step back and try again; a
 * claim that nobody disputed is rewritten as held.
 *
 * Nobody can ask whether a process of another machine or container lives (a shared disk, or a folder restored from a
 * CI cache), so holders touch their claim, and one from elsewhere that was not touched for a minute is dead.
 */

export class LockedError extends Error {
  readonly pid: number;
  constructor(journal: string, holder: ProcessIdentity, claim: string) {
    super(
      `another Tunegate works on this study: process ${holder.pid} on ${holder.host.split(' ')[0]} holds ${journal}. ` +
        `Wait for it or stop it; if you are sure that it has ended, delete ${claim}`,
    );
    this.name = 'LockedError';
    this.pid = holder.pid;
  }
}

const heartbeatMs = 5_000;
const silentMs = 60_000;
const attempts = 30;

/**
 * Takes the lock of a journal; resolves to what gives it up (calling that again does nothing). Throws LockedError that
 * names the process that holds it.
 */
export async function acquireLock(journal: string): Promise<() => void> {
  const own = `${journal}.lock-${process.pid}-${randomBytes(4).toString('hex')}`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      writeClaim(own, false);
      const others = readClaims(journal).filter((claim) => claim.file !== own);
      for (const claim of others.filter((claim) => claim.dead)) rmSync(claim.file, { force: true });
      const living = others.filter((claim) => !claim.dead);
      const holder = living.find((claim) => claim.held) ?? living[0];
      if (!holder) {
        writeClaim(own, true);
        return hold(own);
      }
      if (holder.held || attempt === attempts) throw new LockedError(journal, holder.identity, holder.file);
    } catch (error) {
      rmSync(own, { force: true });
      throw error;
    }
    rmSync(own, { force: true });
    await sleep(2 + Math.random() * 5 * attempt);
  }
}

function writeClaim(file: string, held: boolean): void {
  // Renamed into place: nobody ever reads half a claim.
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.draft`);
  try {
    writeFileSync(draft, `${JSON.stringify({ ...identifyProcess(process.pid), held })}\n`);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

interface Claim {
  readonly file: string;
  readonly identity: ProcessIdentity;
  readonly dead: boolean;
  readonly held: boolean;
}

function readClaims(journal: string): Claim[] {
  const folder = path.dirname(journal);
  const prefix = `${path.basename(journal)}.lock-`;
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => {
      const file = path.join(folder, name);
      try {
        const silent = Date.now() - statSync(file).mtimeMs > silentMs;
        const { identity, held } = parseClaim(readFileSync(file, 'utf8'));
        // Unreadable (a crash of the machine): judged by its age alone, like one from elsewhere.
        const state = identity ? processState(identity) : 'elsewhere';
        return [
          {
            file,
            identity: identity ?? { pid: Number(name.slice(prefix.length).split('-')[0]), host: 'unknown' },
            held,
            dead: state === 'dead' || (state === 'elsewhere' && silent),
          },
        ];
      } catch (error) {
        // Given up since the folder was listed.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
        throw error;
      }
    });
}

function parseClaim(text: string): {
  readonly identity: ProcessIdentity | undefined;
  readonly held: boolean;
} {
  try {
    const value = JSON.parse(text) as (Partial<ProcessIdentity> & { held?: unknown }) | null;
    const known = typeof value?.pid === 'number' && typeof value.host === 'string';
    return { identity: known ? (value as ProcessIdentity) : undefined, held: value?.held === true };
  } catch {
    return { identity: undefined, held: false };
  }
}

function hold(file: string): () => void {
  const heartbeat = setInterval(() => {
    try {
      const now = new Date();
      utimesSync(file, now, now);
    } catch {
      // Deleted by hand: whoever did it knows better.
    }
  }, heartbeatMs);
  heartbeat.unref();
  const release = () => {
    clearInterval(heartbeat);
    process.removeListener('exit', release);
    rmSync(file, { force: true });
  };
  process.once('exit', release);
  return release;
}
