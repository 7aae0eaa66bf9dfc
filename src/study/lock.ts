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
 * after a first one took it over. Two that claim at the same moment see each other, both step back and try again.
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

export interface Lock {
  /** A process that held the lock before has died with it. */
  readonly tookOver: boolean;
  /** Gives the lock up. Calling it again does nothing. */
  readonly release: () => void;
}

const heartbeatMs = 5_000;
const silentMs = 60_000;
const attempts = 6;

/** Takes the lock of a journal. Throws LockedError that names the process that holds it. */
export async function acquireLock(journal: string): Promise<Lock> {
  const own = `${journal}.lock-${process.pid}-${randomBytes(4).toString('hex')}`;
  let tookOver = false;
  for (let attempt = 1; ; attempt += 1) {
    writeClaim(own);
    try {
      const others = readClaims(journal).filter((claim) => claim.file !== own);
      for (const claim of others.filter((claim) => claim.dead)) {
        rmSync(claim.file, { force: true });
        tookOver = true;
      }
      const holder = others.find((claim) => !claim.dead);
      if (!holder) return { tookOver, release: hold(own) };
      if (attempt === attempts) throw new LockedError(journal, holder.identity, holder.file);
    } catch (error) {
      rmSync(own, { force: true });
      throw error;
    }
    rmSync(own, { force: true });
    await sleep(10 + Math.random() * 40 * attempt);
  }
}

function writeClaim(file: string): void {
  // Renamed into place: nobody ever reads half a claim.
  const draft = `${file.replace('.lock-', '.lockdraft-')}`;
  writeFileSync(draft, `${JSON.stringify(identifyProcess(process.pid))}\n`, { flag: 'wx' });
  renameSync(draft, file);
}

interface Claim {
  readonly file: string;
  readonly identity: ProcessIdentity;
  readonly dead: boolean;
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
        const identity = parseIdentity(readFileSync(file, 'utf8'));
        // Unreadable (a crash of the machine): judged by its age alone, like one from elsewhere.
        const state = identity ? processState(identity) : 'elsewhere';
        return [
          {
            file,
            identity: identity ?? { pid: Number(name.slice(prefix.length).split('-')[0]), host: 'unknown' },
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

function parseIdentity(text: string): ProcessIdentity | undefined {
  try {
    const value = JSON.parse(text) as Partial<ProcessIdentity> | null;
    return typeof value?.pid === 'number' && typeof value.host === 'string'
      ? (value as ProcessIdentity)
      : undefined;
  } catch {
    return undefined;
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
