import type { Config } from '../space/parameter.ts';
import type { Report } from '../trial/trial.ts';
import type {
  BackendRecord,
  EarlierRecord,
  EndRecord,
  JournalRecord,
  ProxiesRecord,
  ReportRecord,
  StartRecord,
  StopRecord,
  StudyRecord,
} from './record.ts';
import { scoreAfter } from './score.ts';
import type { Study, TrialRecord, TrialRole } from './study.ts';

/** One segment of a trial: the run that counts, and how it ended. */
export interface Segment {
  readonly run: string;
  readonly resource?: number;
  readonly reports: Report[];
  /** The trial's score if it ended now; earlier segments count. */
  score: number | undefined;
  end?: EndRecord;
}

/** A trial as the journal tells it. */
export interface FoldedTrial {
  readonly role: TrialRole;
  readonly trial: number;
  /** The id of its first run. */
  readonly id: string;
  readonly config: Config;
  readonly seed: number;
  readonly origin: string;
  readonly code?: string;
  /** Improvement that the strategy's model expected of it, in standard deviations of the results before as it sees them. */
  readonly gain?: number;
  /** The search trial whose weights it begins with. */
  readonly parent?: number;
  /** The last may be running, or have been interrupted; all before it have ended by themselves. */
  readonly segments: Segment[];
}

/** What a record did to the study. Undefined for one that was known already. */
export type Effect =
  | { readonly kind: 'start'; readonly trial: FoldedTrial; readonly segment: number; readonly again: boolean }
  | {
      readonly kind: 'report';
      readonly trial: FoldedTrial;
      readonly segment: number;
      readonly run: string;
      readonly report: Report;
      /** The trial's score if it ended now. */
      readonly score: number | undefined;
    }
  | { readonly kind: 'end'; readonly trial: FoldedTrial; readonly segment: number; readonly end: EndRecord };

/**
 * The state of a study: the fold of its journal. Records that were folded before change nothing, so journals of one
 * study that share a beginning may be concatenated; search trials that were started apart are numbered in the order
 * in which they come.
 */
export class StudyFold {
  #header: StudyRecord | undefined;
  #stop: StopRecord | undefined;
  readonly #trials: FoldedTrial[] = [];
  /** By identity: the first run of a search trial; role and number of a training of the gate. */
  readonly #byId = new Map<string, FoldedTrial>();
  /** Where each run went; null: nowhere, since another run of the same segment had been told already. */
  readonly #runs = new Map<string, { readonly trial: FoldedTrial; readonly segment: number } | null>();
  #searchTrials = 0;
  #finished = false;
  #backend: BackendRecord | undefined;
  #earlier: EarlierRecord | undefined;
  #proxies: ProxiesRecord | undefined;
  #endsSinceFailing: EndRecord[] = [];
  readonly #allEnds: EndRecord[] = [];
  /** For readers, of each trial as it stands: a long search is read after every trial, of which one has changed. */
  readonly #recordOf = new Map<FoldedTrial, TrialRecord>();

  get header(): StudyRecord {
    if (!this.#header) throw new Error('a journal begins with the record of its study');
    return this.#header;
  }

  get trials(): readonly FoldedTrial[] {
    return this.#trials;
  }

  get stop(): StopRecord | undefined {
    return this.#stop;
  }

  /** Ends of search trials that came by themselves, in order, since the study last stopped as `failing`. */
  get ends(): readonly EndRecord[] {
    return this.#endsSinceFailing;
  }

  /** Ends of search trials that came by themselves, in order. */
  get allEnds(): readonly EndRecord[] {
    return this.#allEnds;
  }

  /** What its modules train on, where that was chosen by measurement. */
  get backend(): BackendRecord | undefined {
    return this.#backend;
  }

  /** Configs that promise much by what costs no training. */
  get proxies(): ProxiesRecord | undefined {
    return this.#proxies;
  }

  /** What the search learns from that others have measured. */
  get earlier(): EarlierRecord | undefined {
    return this.#earlier;
  }

  /** Nothing is left to do for this study, the confirm stage included. */
  get finished(): boolean {
    return this.#finished && this.#stop !== undefined;
  }

  find(role: TrialRole, trial: number): FoldedTrial | undefined {
    return this.#trials.find((item) => item.role === role && item.trial === trial);
  }

  /** The trial of a run that counts. */
  trialOf(run: string): FoldedTrial | undefined {
    return this.#runs.get(run)?.trial;
  }

  apply(record: JournalRecord): Effect | undefined {
    const effect = this.#apply(record);
    if (effect) this.#recordOf.delete(effect.trial);
    return effect;
  }

  #apply(record: JournalRecord): Effect | undefined {
    switch (record.type) {
      case 'study':
        this.#header ??= record;
        return undefined;
      case 'start':
        return this.#start(record);
      case 'report':
        return this.#report(record);
      case 'end':
        return this.#end(record);
      case 'stop':
        this.#stop = record;
        if (record.reason === 'failing') this.#endsSinceFailing = [];
        return undefined;
      case 'backend':
        // The first one stands: it never changes within a study.
        this.#backend ??= record;
        return undefined;
      case 'proxies':
        this.#proxies ??= record;
        return undefined;
      case 'earlier':
        this.#earlier ??= record;
        return undefined;
      case 'finish':
        this.#finished = true;
        return undefined;
      case 'resume':
        return undefined;
    }
  }

  #start(record: StartRecord): Effect | undefined {
    if (this.#runs.has(record.run)) return undefined;
    const id = record.role === 'search' ? (record.of ?? record.run) : `${record.role} ${record.trial}`;
    let trial = this.#byId.get(id);
    if (trial && record.role !== 'search' && !sameJob(trial, record)) {
      // The base moved, or the incumbent did: what was trained before is of no use.
      this.#trials.splice(this.#trials.indexOf(trial), 1);
      this.#recordOf.delete(trial);
      trial = undefined;
    }
    const again = trial !== undefined && record.segment < trial.segments.length;
    if (!trial) {
      trial = {
        role: record.role,
        trial: record.role === 'search' ? this.#searchTrials : record.trial,
        id: record.role === 'search' ? record.run : id,
        config: record.config,
        seed: record.seed,
        origin: record.origin,
        ...(record.code === undefined ? {} : { code: record.code }),
        ...(record.gain === undefined ? {} : { gain: record.gain }),
        ...(record.parent === undefined ? {} : { parent: record.parent }),
        segments: [],
      };
      if (record.role === 'search') this.#searchTrials += 1;
      this.#byId.set(id, trial);
      this.#trials.push(trial);
    }
    if (record.segment > trial.segments.length)
      throw new Error(`${record.role} trial ${record.trial} goes on, and its beginning is missing`);
    const known = trial.segments[record.segment];
    if (known && isTold(known)) {
      this.#runs.set(record.run, null);
      return undefined;
    }
    if (record.role === 'search') this.#stop = undefined;
    // A comparison of its own leaves a finished search as it is.
    if (record.role === 'search' || record.role === 'confirm') this.#finished = false;
    trial.segments[record.segment] = {
      run: record.run,
      reports: [],
      score: trial.segments[record.segment - 1]?.score,
      ...(record.resource === undefined ? {} : { resource: record.resource }),
    };
    this.#runs.set(record.run, { trial, segment: record.segment });
    return { kind: 'start', trial, segment: record.segment, again };
  }

  /** The segment that a report or an end belongs to; undefined when another run took its place. */
  #segment(record: ReportRecord | EndRecord) {
    const place = this.#runs.get(record.run);
    if (place === undefined) throw new Error(`the start of ${record.role} trial ${record.trial} is missing`);
    const segment = place?.trial.segments[place.segment];
    return place && segment?.run === record.run && !segment.end ? { ...place, current: segment } : undefined;
  }

  #report(record: ReportRecord): Effect | undefined {
    const place = this.#segment(record);
    if (!place || record.n < place.current.reports.length) return undefined;
    const report = { step: record.step, metrics: record.metrics };
    place.current.reports.push(report);
    place.current.score = scoreAfter(this.header.metric, place.current.score, report);
    const { trial, segment } = place;
    return { kind: 'report', trial, segment, run: record.run, report, score: place.current.score };
  }

  #end(record: EndRecord): Effect | undefined {
    const place = this.#segment(record);
    if (!place) return undefined;
    place.current.end = record;
    if (record.role === 'search' && record.state !== 'interrupted') {
      this.#endsSinceFailing.push(record);
      this.#allEnds.push(record);
    }
    return { kind: 'end', trial: place.trial, segment: place.segment, end: record };
  }

  /** A trial of this study for readers: the same object until something becomes of it. */
  record(trial: FoldedTrial): TrialRecord {
    const known = this.#recordOf.get(trial);
    if (known) return known;
    const record = trialRecord(trial);
    this.#recordOf.set(trial, record);
    return record;
  }

  /** Frozen for everyone else. */
  study(): Study {
    const { name, metric, more, constraints, seed, strategy } = this.header;
    const order: Readonly<Record<TrialRole, number>> = { search: 0, confirm: 1, head: 2, base: 3 };
    const trials = [...this.#trials].sort((a, b) => order[a.role] - order[b.role] || a.trial - b.trial);
    return {
      name,
      metric: { name: metric.name, goal: metric.goal },
      ...(more === undefined ? {} : { more }),
      ...(constraints === undefined ? {} : { constraints }),
      seed,
      strategy,
      trials: trials.map((trial) => this.record(trial)),
      ...(this.#stop ? { stop: { reason: this.#stop.reason, detail: this.#stop.detail } } : {}),
    };
  }
}

/** Its run ended by itself, so the strategy was told and it is not run again. */
export function isTold(segment: Segment): boolean {
  return segment.end !== undefined && segment.end.state !== 'interrupted';
}

/** The segment that a kill or an interruption left unfinished. */
export function unfinishedSegment(trial: FoldedTrial): number | undefined {
  const last = trial.segments.length - 1;
  const segment = trial.segments[last];
  return segment && !isTold(segment) ? last : undefined;
}

/** What makes two trainings outside the search the same one. */
export function sameJob(
  trial: FoldedTrial,
  job: Pick<StartRecord, 'config' | 'seed' | 'code' | 'resource'>,
): boolean {
  const paths = Object.keys(job.config);
  return (
    trial.seed === job.seed &&
    trial.code === job.code &&
    trial.segments[0]?.resource === job.resource &&
    Object.keys(trial.config).length === paths.length &&
    paths.every((path) => trial.config[path] === job.config[path])
  );
}

/**
 * A trial for readers. An interrupted further segment does not take away what the earlier ones reached: the trial
 * stands where it stood before.
 */
export function trialRecord(trial: FoldedTrial): TrialRecord {
  const last = trial.segments.at(-1);
  const interrupted = last?.end?.state === 'interrupted' && trial.segments.length > 1;
  const segments = interrupted ? trial.segments.slice(0, -1) : trial.segments;
  const current = segments.at(-1);
  const ended = segments.findLast((segment) => segment.end)?.end;
  const reports = segments.flatMap((segment) => segment.reports);
  const { reason, message, backend, device, tail } = current?.end ?? {};
  const resource = current?.resource;
  const score = current?.end ? current.end.score : ended?.score;
  return {
    role: trial.role,
    trial: trial.trial,
    config: trial.config,
    seed: trial.seed,
    origin: trial.origin,
    state: current?.end?.state ?? 'running',
    ...(reason === undefined ? {} : { reason }),
    ...(message === undefined ? {} : { message }),
    ...(score === undefined ? {} : { score }),
    metrics: reports.at(-1)?.metrics ?? {},
    reports,
    ...(resource === undefined ? {} : { resource }),
    durationMs: trial.segments.reduce((sum, segment) => sum + (segment.end?.durationMs ?? 0), 0),
    ...(backend === undefined ? {} : { backend }),
    ...(device === undefined ? {} : { device }),
    ...(tail === undefined ? {} : { tail }),
  };
}

/** What a journal tells. Pure. Throws an error when the journal contradicts itself. */
export function foldRecords(records: readonly JournalRecord[]): StudyFold {
  const fold = new StudyFold();
  for (const record of records) fold.apply(record);
  return fold;
}
