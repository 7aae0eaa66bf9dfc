import { block, plainLines } from '../report/safe.ts';
import type { Annotation, CheckOutput, CheckRun, CommitStatus, GitHubApi, SafeAnnotation } from './api.ts';
import type { RunContext } from './context.ts';
import { MissingPermission, Unavailable } from './errors.ts';
import type { CheckConclusion } from './outcome.ts';
import { type RetryPolicy, withRetry } from './retry.ts';
import { cutBytes, fitStages, limits, plainLine, type Stages } from './size.ts';

/** Where the verdict shows beside the commit: plain data, so that `post:` can conclude what main began. */
export type CheckHandle =
  | { readonly kind: 'check'; readonly id: number; readonly url?: string }
  /** The token may not write checks (or the forge has none), but commit statuses. */
  | { readonly kind: 'status'; readonly context: string }
  /** `unavailable`: GitHub did not answer, so concluding tries once more. */
  | { readonly kind: 'none'; readonly why: 'refused' | 'unavailable' };

/** What a check shows. All markdown must be safe already. */
export interface CheckReport {
  /** One plain line. */
  readonly title: string;
  readonly summary: Stages;
  readonly text?: Stages;
  readonly annotations?: readonly Annotation[];
}

export interface CheckSubject {
  readonly name: string;
  readonly sha: string;
  /** Tells this run's check from one of another run. */
  readonly externalId: string;
  readonly detailsUrl: string;
}

type StartMode = 'new' | 'resume' | 'again';

const annotationsPerRequest = 50;

/** Branch protection rules spell this name out: it never changes, and holds nothing that does. */
export function checkName(id: string): string {
  return id === '' ? 'tunegate' : `tunegate (${id})`;
}

/** The id in the name of a check of ours. */
export function idOfCheck(name: string): string | undefined {
  return name === 'tunegate' ? '' : /^tunegate \((.+)\)$/.exec(name)?.[1];
}

export function checkSubject(context: RunContext, id: string): CheckSubject {
  const name = checkName(id);
  return {
    name,
    sha: context.headSha,
    externalId: `tunegate/${context.runId}/${context.runAttempt}/${id}`,
    detailsUrl: context.runUrl,
  };
}

/**
 * Creates the check, in progress. Without the permission a commit status stands in for it, or nothing.
 *
 * @param mode `resume`: an earlier attempt may have created it without our learning of it, so look first; `again`: also
 *   for one that is concluded
 * @returns the handle, and the errors that stood in the way, for the notices
 */
export async function startCheck(
  api: GitHubApi,
  subject: CheckSubject,
  report: CheckReport,
  retry: RetryPolicy,
  mode: StartMode = 'new',
): Promise<{ readonly handle: CheckHandle; readonly problems: readonly Error[] }> {
  try {
    const run = await createCheck(api, subject, report, retry, mode);
    return { handle: toHandle(run), problems: [] };
  } catch (error) {
    if (!(error instanceof MissingPermission)) {
      const why = error instanceof Unavailable ? 'unavailable' : 'refused';
      return { handle: { kind: 'none', why }, problems: [asError(error)] };
    }
    const problem = error;
    try {
      await setStatus(api, subject, 'pending', report.title, retry);
      return { handle: { kind: 'status', context: subject.name }, problems: [problem] };
    } catch (second) {
      // The check is what we want: its permission is the one to ask for.
      const why = second instanceof Unavailable ? 'unavailable' : 'refused';
      return { handle: { kind: 'none', why }, problems: [problem] };
    }
  }
}

/** Shows progress. A commit status is left alone: each change would be a new entry. */
export async function updateCheck(
  api: GitHubApi,
  handle: CheckHandle,
  report: Omit<CheckReport, 'annotations'>,
  retry: RetryPolicy,
): Promise<void> {
  if (handle.kind !== 'check') return;
  await withRetry(retry, () => api.updateCheck(handle.id, { output: toOutput(report) }));
}

/** Concludes the check, or the status that stands in for it. Returns its page. */
export async function concludeCheck(
  api: GitHubApi,
  handle: CheckHandle,
  subject: CheckSubject,
  conclusion: CheckConclusion,
  report: CheckReport,
  retry: RetryPolicy,
): Promise<{ readonly handle: CheckHandle; readonly url?: string }> {
  switch (handle.kind) {
    case 'none': {
      if (handle.why === 'refused') return { handle };
      const { handle: late, problems } = await startCheck(api, subject, report, retry, 'resume');
      if (late.kind === 'none') throw problems[0] ?? new Error('the check could not be created');
      return await concludeCheck(api, late, subject, conclusion, report, retry);
    }
    case 'status':
      await setStatus(api, subject, statusState(conclusion), report.title, retry);
      return { handle };
    case 'check': {
      const annotations = report.annotations ?? [];
      const output = toOutput(report);
      let expected = 0;
      let url = handle.url;
      // The first request concludes; what is left over of the annotations follows.
      do {
        const batch = annotations.slice(expected, expected + annotationsPerRequest);
        const before = expected;
        const run = await withRetry(retry, async (attempt) => {
          // Annotations add up: after a lost answer, look whether this batch has arrived.
          if (attempt > 0 && batch.length > 0) {
            const current = await api.readCheck(handle.id);
            if (current.status === 'completed' && current.annotations >= before + batch.length)
              return current;
          }
          return await api.updateCheck(handle.id, {
            conclusion,
            output: { ...output, annotations: batch.map(capAnnotation) },
          });
        });
        url = run.url ?? url;
        expected += annotationsPerRequest;
      } while (expected < annotations.length);
      return { handle, ...(url === undefined ? {} : { url }) };
    }
  }
}

async function createCheck(
  api: GitHubApi,
  subject: CheckSubject,
  report: CheckReport,
  retry: RetryPolicy,
  mode: StartMode,
): Promise<CheckRun> {
  return await withRetry(retry, async (attempt) => {
    if (attempt > 0 || mode !== 'new') {
      const known = await api.listChecks(subject.sha, subject.name);
      const ours = known.find(
        (run) => run.externalId === subject.externalId && (mode === 'again' || run.status !== 'completed'),
      );
      if (ours) return ours;
    }
    const created = await api.createCheck({ ...subject, output: toOutput({ ...report, annotations: [] }) });
    // Listings lag behind: an earlier try may have come through unseen, and nobody would conclude what it made.
    if (attempt > 0) await concludeTwins(api, created, subject);
    return created;
  });
}

async function concludeTwins(api: GitHubApi, { id }: CheckRun, subject: CheckSubject): Promise<void> {
  const output = { title: plainLine('Begun twice', limits.checkTitle), summary: twinWords };
  for (const twin of await api.listChecks(subject.sha, subject.name))
    if (twin.id !== id && twin.externalId === subject.externalId && twin.status !== 'completed')
      await api.updateCheck(twin.id, { conclusion: 'neutral', output });
}

const twinWords = block`GitHub did not say that this check had been created, so the run has another one of the same name.`;

async function setStatus(
  api: GitHubApi,
  subject: CheckSubject,
  state: CommitStatus['state'],
  title: string,
  retry: RetryPolicy,
): Promise<void> {
  const status = {
    state,
    context: subject.name,
    // The limit counts characters; no character has less than one byte.
    description: plainLine(title, limits.statusDescription),
    targetUrl: subject.detailsUrl,
  };
  await withRetry(retry, () => api.createStatus(subject.sha, status));
}

/** A status has no neutral. */
function statusState(conclusion: CheckConclusion): CommitStatus['state'] {
  if (conclusion === 'failure') return 'failure';
  return conclusion === 'cancelled' ? 'error' : 'success';
}

function toOutput(report: CheckReport): CheckOutput {
  return {
    title: plainLine(report.title, limits.checkTitle),
    summary: fitStages(report.summary, limits.checkText),
    ...(report.text === undefined ? {} : { text: fitStages(report.text, limits.checkText) }),
  };
}

/** Its text may be of a stranger's run. */
function capAnnotation(annotation: Annotation): SafeAnnotation {
  const { title, ...rest } = annotation;
  return {
    ...rest,
    message: plainLines(cutBytes(annotation.message, limits.annotationMessage) || '(no message)'),
    ...(title === undefined ? {} : { title: plainLine(title, limits.checkTitle) }),
  };
}

function toHandle(run: CheckRun): CheckHandle {
  return { kind: 'check', id: run.id, ...(run.url === undefined ? {} : { url: run.url }) };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
