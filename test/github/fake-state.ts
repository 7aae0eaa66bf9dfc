/** What the fake GitHub holds. Tests read it, and may change it between requests. */
export interface FakeState {
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly repository: string;
  readonly pullRequests: FakePullRequest[];
  readonly artifacts: FakeArtifact[];
  /** Eventual consistency: a new comment is missing from this many listings. */
  readonly listingLag: number;
  /** The same for new checks. */
  readonly checkLag: number;
  /** Login → what they may do. Others are nobody. */
  readonly roles: Readonly<Record<string, 'admin' | 'write' | 'read'>>;
  /** Who set which label on which pull request, oldest first. */
  readonly labelEvents: { readonly pullRequest: number; readonly label: string; readonly by: string }[];
  /** Runs that were started again. */
  readonly reruns: number[];
  /** The repository's setting against pull requests from actions. */
  readonly pullRequestsForbidden: boolean;
  readonly comments: FakeComment[];
  readonly reviewComments: FakeReviewComment[];
  readonly checks: FakeCheck[];
  readonly statuses: FakeStatus[];
  readonly gitFolder?: string;
  readonly mergeBases: Readonly<Record<string, string>>;
  nextId: number;
}

export interface FakePullRequest {
  readonly number: number;
  /** Such as `Codertocat:changes`. */
  readonly headLabel: string;
  /** `owner/name`; undefined when that fork was deleted. */
  readonly headRepository: string | undefined;
  headSha: string;
  readonly baseRef: string;
  readonly baseSha: string;
  state: 'open' | 'closed';
  merged: boolean;
  title: string;
  body: string;
  readonly author: string;
  labels: string[];
  /** Its diff: path → patch. */
  readonly files: Readonly<Record<string, string>>;
}

export interface FakeReviewComment {
  readonly id: number;
  readonly pullRequest: number;
  readonly author: string;
  readonly body: string;
  readonly path: string;
  readonly line: number;
  readonly startLine: number | undefined;
  readonly sha: string;
}

export interface FakeArtifact {
  readonly id: number;
  readonly run: number;
  readonly name: string;
  readonly zip: Buffer;
  readonly expired?: boolean;
  /** Instead of the zip's own. */
  readonly size?: number;
}

export interface FakeComment {
  readonly id: number;
  readonly pullRequest: number;
  readonly author: string;
  body: string;
  /** Number of updates. */
  edits: number;
  readonly createdAt: string;
  readonly reactions: string[];
  /** Listings that do not show it yet. */
  hidden?: number;
}

export interface FakeCheck {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  readonly externalId: string | undefined;
  readonly detailsUrl: string | undefined;
  /** Login of the app that made it: nobody else may change it. */
  readonly app: string;
  status: 'queued' | 'in_progress' | 'completed';
  completedAt: string | undefined;
  conclusion: string | undefined;
  title: string | undefined;
  summary: string | undefined;
  text: string | undefined;
  readonly annotations: FakeAnnotation[];
  /** Listings that do not show it yet. */
  hidden?: number;
}

export interface FakeAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number | undefined;
  readonly end_column?: number | undefined;
  readonly annotation_level: 'notice' | 'warning' | 'failure';
  readonly message: string;
  readonly title?: string | undefined;
}

export interface FakeStatus {
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string | undefined;
  readonly targetUrl: string | undefined;
  readonly creator: string;
}
