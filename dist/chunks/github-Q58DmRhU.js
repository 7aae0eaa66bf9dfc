import { a as info, c as saveState$1, i as getState, p as warning, v as summary } from "./core-C7afQ-fV.js";
import { C as plainLines, E as trimmed, G as object, H as literal, J as string, L as boolean, N as _enum, S as paragraph, V as int, _ as insertBelowFirst, c as hiddenMark, j as writtenByUs, m as inMarkdown, n as block, p as inLine, r as blocks, x as note, y as markdownSentence, z as discriminatedUnion } from "./safe-9J7TpDP6.js";
import { r as baseOfRun, t as checkConclusion } from "./outcome-dpcMbMp0.js";
import { existsSync, statSync } from "node:fs";
import { setTimeout as setTimeout$1 } from "node:timers/promises";

// src/github/errors.ts
var MissingPermission = class extends Error {
	name = "MissingPermission";
	permission;
	constructor(permission, purpose, cause) {
		super(`The token may not ${purpose}. Add \`${permission}\` to the \`permissions:\` of the workflow’s job.`, { cause });
		this.permission = permission;
	}
};
var Unavailable = class extends Error {
	name = "Unavailable";
	retryAfter;
	constructor(purpose, cause, retryAfter) {
		super(`GitHub could not ${purpose}: ${messageOf(cause)}`, { cause });
		this.retryAfter = retryAfter;
	}
};
var Gone = class extends Error {
	name = "Gone";
	constructor(purpose, cause) {
		super(`GitHub could not ${purpose}: it is not there`, { cause });
	}
};
var Refused = class extends Error {
	name = "Refused";
	status;
	constructor(purpose, status, cause) {
		super(`GitHub refused to ${purpose} (${status}): ${messageOf(cause)}`, { cause });
		this.status = status;
	}
};
function nameError(error, purpose, permission, notFound) {
	if (error instanceof Refused) return error;
	if (!isResponseError(error)) return error instanceof Error ? error : new Error(String(error));
	const { status } = error;
	const headers = error.response?.headers ?? {};
	const limited = headers["x-ratelimit-remaining"] === "0" || headers["retry-after"] !== void 0;
	if (status >= 500 || status === 429 || status === 403 && (limited || /rate limit/i.test(error.message))) return new Unavailable(purpose, error, waitOf(headers));
	if (status === 401 || status === 403) {
		if (/bad credentials/i.test(error.message)) return new Refused("accept the token", status, error);
		if (/not permitted to create or approve pull requests/i.test(error.message)) return new Refused("let an action open a pull request", status, /* @__PURE__ */ new Error("allow it in the repository’s settings under Actions, General, Workflow permissions"));
		return new MissingPermission(permission, purpose, error);
	}
	if (status === 404 || status === 410) return notFound === "gone" ? new Gone(purpose, error) : new MissingPermission(permission, purpose, error);
	return new Refused(purpose, status, error);
}
function waitOf(headers) {
	const after = Number(headers["retry-after"]);
	if (Number.isFinite(after)) return after;
	const reset = Number(headers["x-ratelimit-reset"]);
	if (headers["x-ratelimit-remaining"] !== "0" || !Number.isFinite(reset)) return void 0;
	return Math.max(1, Math.ceil(reset - Date.now() / 1e3));
}
function isResponseError(error) {
	return error instanceof Error && typeof error.status === "number";
}
function messageOf(error) {
	return (error instanceof Error ? error.message : String(error)).split("\n")[0].replace(/ - https:\/\/\S+$/, "");
}

// src/github/retry.ts
const defaultRetry = {
	attempts: 3,
	backoffMs: 1e3,
	longestWaitMs: 2e4
};
async function withRetry(policy, work) {
	for (let attempt = 0;; attempt++) try {
		return await work(attempt);
	} catch (error) {
		if (!(error instanceof Unavailable) || attempt + 1 >= policy.attempts) throw error;
		const wait = error.retryAfter === void 0 ? policy.backoffMs * 2 ** attempt : error.retryAfter * 1e3;
		if (wait > policy.longestWaitMs) throw error;
		await setTimeout$1(wait);
	}
}

// src/github/size.ts
const limits = {
	comment: 6e4,
	checkText: 65535,
	checkTitle: 255,
	jobSummary: 1048576,
	statusDescription: 140,
	logAnnotation: 4096,
	annotationMessage: 64e3
};
function byteLength(text) {
	return Buffer.byteLength(text, "utf8");
}
function fitStages(stages, limit) {
	const list = typeof stages === "string" ? [stages] : stages;
	return list.find((text) => byteLength(text) <= limit) ?? cutMarkdown(list.at(-1), limit);
}
const cutNote = "\n\n_… cut here: the text is longer than GitHub takes. The files of the run have all of it._\n";
function cutMarkdown(markdown, limit) {
	return byteLength(markdown) <= limit ? markdown : writtenByUs(cutOff(markdown, limit));
}
function cutOff(markdown, limit) {
	let kept = cutBytes(markdown, Math.max(0, limit - byteLength(cutNote)));
	for (;;) {
		const end = kept.lastIndexOf("\n");
		kept = end < 0 ? "" : kept.slice(0, end);
		const text = kept + closing(kept) + cutNote;
		if (byteLength(text) <= limit) return text;
		if (kept === "") return cutBytes(cutNote.trim(), limit);
	}
}
function closing(markdown) {
	let fence;
	let open = 0;
	for (const line of markdown.split("\n")) {
		const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
		if (fence !== void 0) {
			if (marker?.startsWith(fence) && line.trim() === marker) fence = void 0;
		} else if (marker !== void 0) fence = marker;
		else open += count(line, /<details\b/g) - count(line, /<\/details>/g);
	}
	return (fence === void 0 ? "" : `\n${fence}`) + "\n\n</details>".repeat(Math.max(0, open));
}
function count(text, pattern) {
	return text.match(pattern)?.length ?? 0;
}
function cutBytes(text, limit) {
	if (byteLength(text) <= limit) return text;
	const bytes = Buffer.from(text, "utf8");
	let end = Math.max(0, limit);
	while (end > 0 && (bytes[end] & 192) === 128) end--;
	return bytes.toString("utf8", 0, end);
}
function plainLine(text, limit) {
	const line = inLine.sentence(text, limit);
	return byteLength(line) <= limit ? line : inLine.sentence(`${cutBytes(line, limit - 3).trimEnd()}…`, limit);
}

// src/github/comment.ts
function commentMarker(id, name) {
	return hiddenMark(`tunegate:${markerKey(id, name)}`);
}
function markerKey(id, name) {
	return [id, name].map((part) => encodeURIComponent(wellFormed(part)).replaceAll("-", "%2D")).join("/");
}
function commentBody(stages, marker, run) {
	const end = block`\n\n${hiddenMark(`tunegate-run:${run.id}/${run.attempt}`)}\n${marker}\n`;
	return block`${trimmed(fitStages(stages, limits.comment - byteLength(end)))}${end}`;
}
function runOf(body) {
	const found = /\n<!-- tunegate-run:(\d{1,16})\/(\d{1,6}) -->\r?\n<!-- tunegate:\S* -->\s*$/.exec(body);
	return found ? {
		id: Number(found[1]),
		attempt: Number(found[2])
	} : void 0;
}
function isLater(a, b) {
	return a !== void 0 && (a.id > b.id || a.id === b.id && a.attempt > b.attempt);
}
async function writeComment(api, pullRequest, marker, stages, options, retry) {
	const { run, absent, present } = options;
	const body = commentBody(stages, marker, run);
	return await withRetry(retry, async (attempt) => {
		const old = await findComments(api, pullRequest, marker);
		const later = old.find((comment) => isLater(runOf(comment.body), run));
		if (later) return {
			kind: "later",
			comment: later
		};
		const mine = old.find((comment) => runOf(comment.body)?.id === run.id && (attempt > 0 || isMine(comment, run)));
		const left = present === "recreate" && !mine ? await deleteAll(api, old) : old;
		for (const known of mine ? [mine, ...left] : left) try {
			const comment = await api.updateComment(known.id, body);
			await deleteAll(api, left.filter(({ id }) => id !== comment.id));
			return {
				kind: "written",
				comment
			};
		} catch (error) {
			if (!(error instanceof Gone)) throw error;
		}
		if (old.length === 0 && absent === "keep") return { kind: "none" };
		const comment = await api.createComment(pullRequest, body);
		if (attempt > 0) await deleteAll(api, (await findComments(api, pullRequest, marker)).filter(({ id, body: text }) => id !== comment.id && !isLater(runOf(text), run)));
		return {
			kind: "written",
			comment
		};
	});
}
function isMine({ body }, run) {
	return runOf(body)?.attempt === run.attempt;
}
async function deleteAll(api, comments) {
	const left = [];
	for (const comment of comments) try {
		await api.deleteComment(comment.id);
	} catch (error) {
		if (error instanceof Unavailable) throw error;
		if (!(error instanceof Gone)) left.push(comment);
	}
	return left;
}
async function findComments(api, pullRequest, marker) {
	return await ownComments(api, pullRequest, (body) => body.trimEnd().endsWith(marker));
}
async function commentsOf(api, pullRequest, id) {
	const [start] = commentMarker(id, "").split(" -->");
	return await ownComments(api, pullRequest, (body) => {
		const last = body.trimEnd().split("\n").at(-1);
		return last.startsWith(start) && /^<!-- tunegate:\S* -->$/.test(last);
	});
}
async function ownComments(api, pullRequest, matches) {
	const marked = (await api.listComments(pullRequest)).filter(({ body }) => matches(body));
	if (marked.length === 0) return [];
	const self = await ownLogin(api);
	return marked.filter((comment) => comment.author === self);
}
const jobLogin = "github-actions[bot]";
async function ownLogin(api) {
	try {
		return await api.viewer();
	} catch (error) {
		if (error instanceof Unavailable) throw error;
		return jobLogin;
	}
}
function wellFormed(text) {
	return Buffer.from(text, "utf8").toString("utf8");
}

// src/github/acceptance.ts
const regressedMark = hiddenMark("tunegate-outcome:regressed");
const acceptedMark = /<!-- tunegate-accepted:(label|comment):([\w.[\]-]{1,100}) -->/;
function markSummary(stages, acceptance) {
	const marks = acceptance ? block`${regressedMark}\n${markOf(acceptance)}` : regressedMark;
	const end = block`\n\n${marks}\n`;
	const list = typeof stages === "string" ? [stages] : stages;
	const [first, ...rest] = list.map((text, index) => {
		const kept = byteLength(text) + byteLength(end) <= limits.checkText || index < list.length - 1 ? text : cutMarkdown(text, limits.checkText - byteLength(end));
		return block`${trimmed(kept)}${end}`;
	});
	return [first, ...rest];
}
function markOf({ by, how }) {
	return hiddenMark(`tunegate-accepted:${how}:${by.replace(/[^\w.[\]-]|-(?=-)/g, "")}`);
}
function acceptanceOf({ summary }) {
	const found = acceptedMark.exec(summary);
	return found ? {
		how: found[1],
		by: found[2]
	} : void 0;
}
function acceptanceWords({ by, how }, sha) {
	const { say, name } = inMarkdown;
	const with_ = how === "label" ? say`with a label` : say`with a comment`;
	return paragraph(say`**Accepted** by ${name(by)} ${with_}, for commit ${name(sha.slice(0, 12))} only: the regression does not block the merge.`);
}
async function ourChecks(api, sha, retry) {
	const ours = (await withRetry(retry, () => api.listAllChecks(sha))).filter(({ externalId }) => externalId?.startsWith("tunegate/"));
	return ours.filter((check) => ours.find(({ name }) => name === check.name) === check);
}
async function mayDecide(api, login, retry) {
	if (login === "") return false;
	const role = await withRetry(retry, () => api.roleOf(login));
	return role === "admin" || role === "write";
}
async function acceptCheck(api, check, acceptance, sha, retry) {
	if (check.status !== "completed" || !check.summary.includes(regressedMark) || acceptanceOf(check)) return false;
	const end = block`\n\n${markOf(acceptance)}\n`;
	const words = acceptanceWords(acceptance, sha);
	const old = cutMarkdown(writtenByUs(check.summary), limits.checkText - byteLength(words) - byteLength(end) - 2);
	const kept = old.includes(regressedMark) ? old : block`${trimmed(old)}\n${regressedMark}`;
	const output = {
		title: plainLine(`Accepted by ${acceptance.by}: ${check.title}`, limits.checkTitle),
		summary: block`${trimmed(insertBelowFirst(trimmed(kept), words))}${end}`
	};
	await withRetry(retry, () => api.updateCheck(check.id, {
		conclusion: "neutral",
		output
	}));
	return true;
}
async function tellComments(api, pullRequest, id, acceptance, sha, retry) {
	const words = acceptanceWords(acceptance, sha);
	for (const comment of await withRetry(retry, () => commentsOf(api, pullRequest, id))) {
		if (comment.body.includes(words)) continue;
		const body = insertBelowFirst(writtenByUs(comment.body), words);
		if (byteLength(body) <= limits.comment) await withRetry(retry, () => api.updateComment(comment.id, body));
	}
}
async function findAcceptance(api, context, label, checkName, now, retry) {
	const known = (await checksOf(api, context.headSha, checkName, retry)).filter(({ externalId }) => externalId?.startsWith("tunegate/")).map(acceptanceOf).find((acceptance) => acceptance !== void 0);
	if (known) return known;
	const { action, labels = [] } = context;
	if (!(now?.labels ?? labels).includes(label)) return void 0;
	if (!(!labels.includes(label) || action === "opened" || action === "labeled" && context.label?.name === label)) return "stale";
	const by = (action === "labeled" && context.label?.name === label ? context.label.by : void 0) ?? await withRetry(retry, () => api.labelledBy(context.number, label));
	return by !== void 0 && await mayDecide(api, by, retry) ? {
		by,
		how: "label"
	} : void 0;
}
async function checksOf(api, sha, name, retry) {
	try {
		return await withRetry(retry, () => api.listChecks(sha, name));
	} catch (error) {
		if (error instanceof MissingPermission) return [];
		throw error;
	}
}

// src/github/api-pull-requests.ts
function pullRequestCalls({ octokit, owner, repo, ask }) {
	return {
		readPullRequest: (number) => ask("read the pull request", "pull-requests: read", async () => toPullRequest((await octokit.rest.pulls.get({
			owner,
			repo,
			pull_number: number
		})).data)),
		listPullRequests: (head, state) => ask("list the pull requests", "pull-requests: read", async () => {
			const { data } = await octokit.rest.pulls.list({
				owner,
				repo,
				head,
				state,
				per_page: 100
			});
			return data.map(toPullRequest).sort((a, b) => b.number - a.number);
		}),
		roleOf: (login) => ask("read who may write to the repository", "contents: read", async () => {
			try {
				const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({
					owner,
					repo,
					username: login
				});
				return data.permission === "admin" || data.permission === "write" || data.permission === "read" ? data.permission : "none";
			} catch (error) {
				if (error.status === 404) return "none";
				throw error;
			}
		}),
		labelledBy: (pullRequest, label) => ask("read the events of the pull request", "pull-requests: read", async () => {
			return (await octokit.paginate(octokit.rest.issues.listEvents, {
				owner,
				repo,
				issue_number: pullRequest,
				per_page: 100
			})).findLast((event) => event.event === "labeled" && "label" in event && event.label.name === label)?.actor?.login;
		}),
		createPullRequest: (pull) => ask("open a pull request", "pull-requests: write", async () => toPullRequest((await octokit.rest.pulls.create({
			owner,
			repo,
			...pull
		})).data)),
		updatePullRequest: (number, change) => ask("update the pull request", "pull-requests: write", async () => toPullRequest((await octokit.rest.pulls.update({
			owner,
			repo,
			pull_number: number,
			...change
		})).data))
	};
}
function toPullRequest(data) {
	const { head, base } = data;
	return {
		number: data.number,
		url: data.html_url,
		state: data.state,
		merged: typeof data.merged_at === "string",
		title: data.title,
		body: data.body ?? "",
		author: data.user?.login,
		head: {
			sha: head.sha,
			ref: head.ref,
			...head.repo ? { repository: head.repo.full_name } : {}
		},
		base: {
			sha: base.sha,
			ref: base.ref
		},
		labels: data.labels.flatMap(({ name }) => name === void 0 ? [] : [name])
	};
}

// src/github/api-review.ts
const mostPages$1 = 10;
function reviewCalls({ octokit, owner, repo, ask }) {
	return {
		listFiles: (pullRequest) => ask("read the changes of the pull request", "pull-requests: read", async () => {
			let pages = 0;
			return await octokit.paginate(octokit.rest.pulls.listFiles, {
				owner,
				repo,
				pull_number: pullRequest,
				per_page: 100
			}, (page, done) => {
				if (++pages === mostPages$1) done();
				return page.data.map(({ filename, patch }) => ({
					path: filename,
					...patch === void 0 ? {} : { patch }
				}));
			});
		}),
		listReviewComments: (pullRequest) => ask("list the review comments", "pull-requests: write", () => octokit.paginate(octokit.rest.pulls.listReviewComments, {
			owner,
			repo,
			pull_number: pullRequest,
			per_page: 100
		}, (page) => page.data.map(toReviewComment))),
		createReviewComment: (pullRequest, { body, sha, path, startLine, line }) => ask("suggest a change", "pull-requests: write", async () => {
			const { data } = await octokit.rest.pulls.createReviewComment({
				owner,
				repo,
				pull_number: pullRequest,
				body,
				commit_id: sha,
				path,
				line,
				side: "RIGHT",
				...startLine < line ? {
					start_line: startLine,
					start_side: "RIGHT"
				} : {}
			});
			return toReviewComment(data);
		}),
		deleteReviewComment: (id) => ask("delete a suggestion", "pull-requests: write", async () => {
			await octokit.rest.pulls.deleteReviewComment({
				owner,
				repo,
				comment_id: id
			});
		}, "gone")
	};
}
function toReviewComment(data) {
	return {
		id: data.id,
		url: data.html_url,
		author: data.user?.login,
		body: data.body,
		path: data.path,
		line: data.line ?? void 0,
		startLine: data.start_line ?? void 0
	};
}

// src/github/api-runs.ts
const mostPages = 5;
const mostHops = 3;
function runCalls({ octokit, owner, repo, ask }) {
	return {
		listArtifacts: (run) => ask("list the artifacts of the run", "actions: read", async () => {
			let pages = 0;
			return (await octokit.paginate(octokit.rest.actions.listWorkflowRunArtifacts, {
				owner,
				repo,
				run_id: run,
				per_page: 100
			}, (page, done) => {
				if (++pages === mostPages) done();
				return page.data.map(({ id, name, size_in_bytes: size, expired }) => ({
					id,
					name,
					size,
					expired
				}));
			})).sort((a, b) => b.id - a.id);
		}),
		downloadArtifact: (id, limit) => ask("download the artifact", "actions: read", async () => {
			const { location } = (await octokit.request("GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}", {
				owner,
				repo,
				artifact_id: id,
				archive_format: "zip",
				request: {
					redirect: "manual",
					parseSuccessResponseBody: false
				}
			})).headers;
			if (location === void 0) throw new Error("GitHub did not say where the artifact is");
			return await download(octokit, location, limit);
		}),
		rerun: (run) => ask("run the workflow again", "actions: write", async () => {
			await octokit.rest.actions.reRunWorkflow({
				owner,
				repo,
				run_id: run
			});
		})
	};
}
async function download(octokit, address, limit) {
	const { fetch: request = fetch } = octokit.request.endpoint.DEFAULTS.request;
	let url = new URL(address);
	for (let hop = 0; hop < mostHops; hop++) {
		const response = await request(url, {
			redirect: "manual",
			signal: AbortSignal.timeout(6e4)
		});
		const location = response.headers.get("location");
		if (response.status >= 300 && response.status < 400 && location !== null) {
			url = new URL(location, url);
			continue;
		}
		if (!response.ok || response.body === null) throw Object.assign(/* @__PURE__ */ new Error(`the store of artifacts answered ${response.status}`), { status: 502 });
		const chunks = [];
		let size = 0;
		for await (const chunk of response.body) {
			size += chunk.length;
			if (size > limit) throw new Refused("hand out the artifact", 413, /* @__PURE__ */ new Error(`it is longer than ${limit} bytes`));
			chunks.push(chunk);
		}
		return Buffer.concat(chunks);
	}
	throw new Error("too many redirections");
}

// src/github/api.ts
const defaultTimeoutMs = 2e4;
async function openApi(options) {
	const { getOctokit } = await import("./github-BWJmSzqZ.js");
	const octokit = getOctokit(options.token, {
		baseUrl: options.apiUrl,
		userAgent: "tunegate"
	});
	const { owner, repo } = options;
	octokit.hook.before("request", (request) => {
		const { timeoutMs = defaultTimeoutMs } = options;
		const signal = AbortSignal.timeout(typeof timeoutMs === "number" ? timeoutMs : timeoutMs());
		request.request = {
			...request.request,
			signal
		};
	});
	octokit.hook.after("request", ({ status, data, headers }, { request }) => {
		if (status === 204 || status >= 300 || Number(headers["content-length"]) === 0 || request?.parseSuccessResponseBody === false) return;
		if (data === null || typeof data !== "object") throw new TypeError("the answer is not whole");
	});
	async function ask(purpose, permission, request, notFound = "permission") {
		try {
			return await request();
		} catch (error) {
			if (error instanceof TypeError) throw new Unavailable(purpose, /* @__PURE__ */ new Error("the answer was not one of GitHub’s"));
			throw nameError(error, purpose, permission, notFound);
		}
	}
	const client = {
		octokit,
		owner,
		repo,
		ask
	};
	return {
		...pullRequestCalls(client),
		...reviewCalls(client),
		...runCalls(client),
		async viewer() {
			const purpose = "say whose token this is";
			const { graphqlUrl } = options;
			if (graphqlUrl) try {
				const { data } = await ask(purpose, "contents: read", () => octokit.request(`POST ${graphqlUrl}`, { query: "{ viewer { login } }" }));
				const login = data?.data?.viewer?.login;
				if (typeof login === "string") return login;
			} catch (error) {
				if (error instanceof Unavailable) throw error;
			}
			return await ask(purpose, "contents: read", async () => (await octokit.rest.users.getAuthenticated()).data.login);
		},
		listComments: (pullRequest) => ask("list the comments of the pull request", "pull-requests: write", () => octokit.paginate(octokit.rest.issues.listComments, {
			owner,
			repo,
			issue_number: pullRequest,
			per_page: 100
		}, (page) => page.data.map(toComment))),
		createComment: (pullRequest, body) => ask("comment on the pull request", "pull-requests: write", async () => {
			const { data } = await octokit.rest.issues.createComment({
				owner,
				repo,
				issue_number: pullRequest,
				body
			});
			return toComment(data);
		}),
		updateComment: (id, body) => ask("update the comment", "pull-requests: write", async () => toComment((await octokit.rest.issues.updateComment({
			owner,
			repo,
			comment_id: id,
			body
		})).data), "gone"),
		deleteComment: (id) => ask("delete the comment", "pull-requests: write", async () => {
			await octokit.rest.issues.deleteComment({
				owner,
				repo,
				comment_id: id
			});
		}, "gone"),
		createCheck: (check) => ask("create a check", "checks: write", async () => {
			const { data } = await octokit.rest.checks.create({
				owner,
				repo,
				name: check.name,
				head_sha: check.sha,
				external_id: check.externalId,
				details_url: check.detailsUrl,
				status: "in_progress",
				started_at: (/* @__PURE__ */ new Date()).toISOString(),
				output: toOutput$1(check.output)
			});
			return toCheckRun(data);
		}),
		updateCheck: (id, change) => ask("update the check", "checks: write", async () => {
			const { data } = await octokit.rest.checks.update({
				owner,
				repo,
				check_run_id: id,
				...change.conclusion === void 0 ? { status: "in_progress" } : {
					status: "completed",
					conclusion: change.conclusion
				},
				output: toOutput$1(change.output)
			});
			return toCheckRun(data);
		}),
		readCheck: (id) => ask("read the check", "checks: write", async () => toCheckRun((await octokit.rest.checks.get({
			owner,
			repo,
			check_run_id: id
		})).data)),
		listChecks: (sha, name) => ask("list the checks of the commit", "checks: write", async () => {
			const { data } = await octokit.rest.checks.listForRef({
				owner,
				repo,
				ref: sha,
				check_name: name,
				filter: "all",
				per_page: 100
			});
			return data.check_runs.map(toCheckRun).sort((a, b) => b.id - a.id);
		}),
		listAllChecks: (sha) => ask("list the checks of the commit", "checks: write", async () => {
			return (await octokit.paginate(octokit.rest.checks.listForRef, {
				owner,
				repo,
				ref: sha,
				filter: "all",
				per_page: 100
			})).map(toCheckRun).sort((a, b) => b.id - a.id);
		}),
		react: (comment, content) => ask("react to the comment", "pull-requests: write", async () => {
			await octokit.rest.reactions.createForIssueComment({
				owner,
				repo,
				comment_id: comment,
				content
			});
		}),
		createStatus: (sha, status) => ask("set a commit status", "statuses: write", async () => {
			await octokit.rest.repos.createCommitStatus({
				owner,
				repo,
				sha,
				state: status.state,
				context: status.context,
				description: status.description,
				target_url: status.targetUrl
			});
		}),
		mergeBase: (base, head) => ask("compare head with base", "contents: read", async () => {
			const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
				owner,
				repo,
				basehead: `${base}...${head}`,
				per_page: 1
			});
			return data.merge_base_commit.sha;
		})
	};
}
function toComment(data) {
	return {
		id: data.id,
		url: data.html_url,
		author: data.user?.login,
		body: data.body ?? "",
		createdAt: data.created_at
	};
}
function toCheckRun(data) {
	return {
		id: data.id,
		name: data.name,
		url: data.html_url ?? void 0,
		status: data.status,
		conclusion: data.conclusion ?? void 0,
		completedAt: data.completed_at ?? void 0,
		title: data.output.title ?? "",
		summary: data.output.summary ?? "",
		externalId: data.external_id ?? void 0,
		annotations: data.output.annotations_count
	};
}
function toOutput$1(output) {
	const { title, summary, text, annotations } = output;
	return {
		title,
		summary,
		...text ? { text } : {},
		...annotations?.length ? { annotations: annotations.map(toAnnotation) } : {}
	};
}
function toAnnotation(annotation) {
	const { path, startLine, endLine = startLine, startColumn, endColumn, level, title, message } = annotation;
	return {
		path,
		start_line: startLine,
		end_line: endLine,
		...startColumn !== void 0 && startLine === endLine ? {
			start_column: startColumn,
			end_column: Math.max(startColumn, endColumn ?? startColumn)
		} : {},
		annotation_level: level,
		...title ? { title } : {},
		message
	};
}

// src/github/check.ts
const annotationsPerRequest = 50;
function checkName(id) {
	return id === "" ? "tunegate" : `tunegate (${id})`;
}
function idOfCheck(name) {
	return name === "tunegate" ? "" : /^tunegate \((.+)\)$/.exec(name)?.[1];
}
function checkSubject(context, id) {
	return {
		name: checkName(id),
		sha: context.headSha,
		externalId: `tunegate/${context.runId}/${context.runAttempt}/${id}`,
		detailsUrl: context.runUrl
	};
}
async function startCheck(api, subject, report, retry, mode = "new") {
	try {
		return {
			handle: toHandle(await createCheck(api, subject, report, retry, mode)),
			problems: []
		};
	} catch (error) {
		if (!(error instanceof MissingPermission)) return {
			handle: {
				kind: "none",
				why: error instanceof Unavailable ? "unavailable" : "refused"
			},
			problems: [asError(error)]
		};
		const problem = error;
		try {
			await setStatus(api, subject, "pending", report.title, retry);
			return {
				handle: {
					kind: "status",
					context: subject.name
				},
				problems: [problem]
			};
		} catch (second) {
			return {
				handle: {
					kind: "none",
					why: second instanceof Unavailable ? "unavailable" : "refused"
				},
				problems: [problem]
			};
		}
	}
}
async function updateCheck(api, handle, report, retry) {
	if (handle.kind !== "check") return;
	await withRetry(retry, () => api.updateCheck(handle.id, { output: toOutput(report) }));
}
async function concludeCheck(api, handle, subject, conclusion, report, retry) {
	switch (handle.kind) {
		case "none": {
			if (handle.why === "refused") return { handle };
			const { handle: late, problems } = await startCheck(api, subject, report, retry, "resume");
			if (late.kind === "none") throw problems[0] ?? /* @__PURE__ */ new Error("the check could not be created");
			return await concludeCheck(api, late, subject, conclusion, report, retry);
		}
		case "status":
			await setStatus(api, subject, statusState(conclusion), report.title, retry);
			return { handle };
		case "check": {
			const annotations = report.annotations ?? [];
			const output = toOutput(report);
			let expected = 0;
			let url = handle.url;
			do {
				const batch = annotations.slice(expected, expected + annotationsPerRequest);
				const before = expected;
				url = (await withRetry(retry, async (attempt) => {
					if (attempt > 0 && batch.length > 0) {
						const current = await api.readCheck(handle.id);
						if (current.status === "completed" && current.annotations >= before + batch.length) return current;
					}
					return await api.updateCheck(handle.id, {
						conclusion,
						output: {
							...output,
							annotations: batch.map(capAnnotation)
						}
					});
				})).url ?? url;
				expected += annotationsPerRequest;
			} while (expected < annotations.length);
			return {
				handle,
				...url === void 0 ? {} : { url }
			};
		}
	}
}
async function createCheck(api, subject, report, retry, mode) {
	return await withRetry(retry, async (attempt) => {
		if (attempt > 0 || mode !== "new") {
			const ours = (await api.listChecks(subject.sha, subject.name)).find((run) => run.externalId === subject.externalId && (mode === "again" || run.status !== "completed"));
			if (ours) return ours;
		}
		const created = await api.createCheck({
			...subject,
			output: toOutput({
				...report,
				annotations: []
			})
		});
		if (attempt > 0) await concludeTwins(api, created, subject);
		return created;
	});
}
async function concludeTwins(api, { id }, subject) {
	const output = {
		title: plainLine("Begun twice", limits.checkTitle),
		summary: twinWords
	};
	for (const twin of await api.listChecks(subject.sha, subject.name)) if (twin.id !== id && twin.externalId === subject.externalId && twin.status !== "completed") await api.updateCheck(twin.id, {
		conclusion: "neutral",
		output
	});
}
const twinWords = block`GitHub did not say that this check had been created, so the run has another one of the same name.`;
async function setStatus(api, subject, state, title, retry) {
	const status = {
		state,
		context: subject.name,
		description: plainLine(title, limits.statusDescription),
		targetUrl: subject.detailsUrl
	};
	await withRetry(retry, () => api.createStatus(subject.sha, status));
}
function statusState(conclusion) {
	if (conclusion === "failure") return "failure";
	return conclusion === "cancelled" ? "error" : "success";
}
function toOutput(report) {
	return {
		title: plainLine(report.title, limits.checkTitle),
		summary: fitStages(report.summary, limits.checkText),
		...report.text === void 0 ? {} : { text: fitStages(report.text, limits.checkText) }
	};
}
function capAnnotation(annotation) {
	const { title, ...rest } = annotation;
	return {
		...rest,
		message: plainLines(cutBytes(annotation.message, limits.annotationMessage) || "(no message)"),
		...title === void 0 ? {} : { title: plainLine(title, limits.checkTitle) }
	};
}
function toHandle(run) {
	return {
		kind: "check",
		id: run.id,
		...run.url === void 0 ? {} : { url: run.url }
	};
}
function asError(error) {
	return error instanceof Error ? error : new Error(String(error));
}

// src/github/circumstances.ts
async function lookAround(api, context, inputs, outcome, retry) {
	if (context.kind !== "pull-request") return {};
	const pull = await orNothing(() => withRetry(retry, () => api.readPullRequest(context.number)));
	const newerHead = pull && pull.state === "open" && pull.head.sha !== context.headSha ? pull.head.sha : void 0;
	const accepted = outcome === "regressed" ? await orNothing(() => findAcceptance(api, context, inputs.acceptLabel, checkName(inputs.id), pull, retry)) : void 0;
	return {
		...newerHead === void 0 ? {} : { newerHead },
		...accepted === void 0 ? {} : accepted === "stale" ? { staleLabel: true } : { acceptance: accepted }
	};
}
async function orNothing(work) {
	try {
		return await work();
	} catch {
		return;
	}
}
function deservesComment(outcome, mode) {
	switch (mode) {
		case "always": return true;
		case "on-change": return [
			"improved",
			"regressed",
			"inconclusive",
			"error"
		].includes(outcome);
		case "on-regression": return outcome === "regressed";
		case "never": return false;
	}
}
function remarked(stages, { newerHead, acceptance }, sha, limit) {
	const change = (text) => {
		const accepted = acceptance ? insertBelowFirst(text, acceptanceWords(acceptance, sha)) : text;
		return newerHead === void 0 ? accepted : block`${outdatedWords(sha, newerHead)}\n\n${accepted}`;
	};
	const [first, ...rest] = typeof stages === "string" ? [stages] : stages;
	const all = [change(first), ...rest.map(change)];
	return byteLength(all.at(-1)) <= limit ? all : [...all, ...rest.length > 0 ? rest : [first]];
}
function outdatedWords(sha, newer) {
	const { say, name } = inMarkdown;
	return paragraph(say`⏳ This is about an earlier commit, ${name(sha.slice(0, 12))}. The pull request is at ${name(newer.slice(0, 12))} now.`);
}

// src/github/state.ts
const savedState = object({
	check: discriminatedUnion("kind", [
		object({
			kind: literal("check"),
			id: int(),
			url: string().exactOptional()
		}),
		object({
			kind: literal("status"),
			context: string()
		}),
		object({
			kind: literal("none"),
			why: _enum(["refused", "unavailable"])
		})
	]),
	concluded: boolean(),
	commented: boolean().exactOptional(),
	reported: boolean().exactOptional(),
	cancelled: boolean().exactOptional(),
	commentUrl: string().exactOptional(),
	journal: string().exactOptional()
});
const key = "tunegate";
function saveState(state) {
	saveState$1(key, JSON.stringify(state));
}
function loadState() {
	const text = getState(key);
	if (!text) return void 0;
	try {
		return savedState.parse(JSON.parse(text));
	} catch {
		return;
	}
}

// src/github/steadily.ts
function steadily(intervalMs, work) {
	let waiting;
	let timer;
	let running;
	let closed = false;
	function arm() {
		if (closed || timer || running) return;
		timer = setTimeout(start, intervalMs);
		timer.unref();
	}
	function start() {
		timer = void 0;
		const next = waiting;
		waiting = void 0;
		if (!next) return;
		running = work(next.value).catch(() => {}).finally(() => {
			running = void 0;
			if (waiting) arm();
		});
	}
	return {
		show(value) {
			waiting = { value };
			arm();
		},
		async close() {
			closed = true;
			clearTimeout(timer);
			await running;
		}
	};
}

// src/github/summary.ts
async function writeJobSummary(stages) {
	const file = process.env.GITHUB_STEP_SUMMARY;
	if (!file || !existsSync(file)) return false;
	const room = limits.jobSummary - statSync(file).size - 1;
	if (room < 1024) return false;
	await summary.addRaw(fitStages(stages, room), true).write();
	return true;
}

// src/github/github.ts
async function openGitHub(context, inputs, options = {}) {
	let retry = options.retry ?? defaultRetry;
	let timeoutMs = options.timeoutMs ?? 2e4;
	const subject = checkSubject(context, inputs.id);
	const notices = [];
	const api = await openApiFor(context, inputs, {
		...options,
		timeoutMs: () => timeoutMs
	});
	let state = {
		check: {
			kind: "none",
			why: "unavailable"
		},
		concluded: false
	};
	function remember(change) {
		state = {
			...state,
			...change
		};
		saveState(state);
	}
	function notice(text) {
		if (notices.includes(text)) return;
		notices.push(text);
		warning(text);
	}
	async function attempt(work) {
		try {
			return await work();
		} catch (error) {
			notice(explain(error, context));
			return;
		}
	}
	const progress = steadily(options.progressMs ?? 3e4, async (report) => {
		if (api) await updateCheck(api, state.check, report, {
			...retry,
			attempts: 1
		});
	});
	if (!api) notice("There is no GitHub token, so neither a comment nor a check was written.");
	return {
		notices,
		remember,
		hurry() {
			retry = {
				...retry,
				attempts: Math.min(2, retry.attempts),
				longestWaitMs: 500,
				backoffMs: Math.min(250, retry.backoffMs)
			};
			timeoutMs = Math.min(2e3, timeoutMs);
		},
		attempt,
		async startCheck(report) {
			if (!api) return;
			remember({});
			const { handle, problems } = await startCheck(api, subject, report, retry, options.again ? "again" : "new");
			remember({ check: handle });
			if (handle.kind === "status" && context.withoutChecks) return;
			for (const problem of problems) notice(explainCheck(problem, handle, context));
		},
		showProgress: progress.show,
		async findBase(repo, ref) {
			return await baseOfRun(repo, context, {
				api,
				ref,
				credentials: inputs.githubToken ? {
					serverUrl: context.urls.server,
					token: inputs.githubToken
				} : void 0
			});
		},
		async publish(publication) {
			await progress.close();
			const known = notices.length;
			const fresh = () => notices.slice(known);
			const { outcome } = publication;
			const circumstances = api && outcome !== "cancelled" ? await lookAround(api, context, inputs, outcome, retry) : {};
			const { acceptance } = circumstances;
			if (circumstances.staleLabel) notice(`The label ${inputs.acceptLabel} was set for an earlier commit. To accept this one, remove it and set it again.`);
			const conclude = async () => {
				const conclusion = checkConclusion(outcome, inputs, acceptance !== void 0);
				const summary = withNotices(remarked(publication.checkSummary, circumstances, context.headSha, limits.checkText), fresh(), limits.checkText);
				const report = {
					title: acceptance ? `Accepted by ${acceptance.by}: ${publication.title}` : publication.title,
					summary: outcome === "regressed" ? markSummary(summary, acceptance) : summary,
					...publication.annotations ? { annotations: publication.annotations } : {}
				};
				const check = api ? await attempt(() => concludeCheck(api, state.check, subject, conclusion, report, retry)) : void 0;
				if (check) remember({
					check: check.handle,
					concluded: true
				});
				return check;
			};
			const concluded = outcome === "cancelled" ? await conclude() : void 0;
			const { comment: text } = publication;
			const wanted = text !== void 0 && inputs.comment !== "never" && context.kind === "pull-request";
			const written = api && wanted ? await attempt(() => writeComment(api, context.number, commentMarker(inputs.id, publication.name), remarked(text, circumstances, context.headSha, limits.comment), commentOptions(context, inputs, outcome), retry)) : void 0;
			const commentUrl = written && written.kind !== "none" ? written.comment.url : void 0;
			remember({
				commented: true,
				...commentUrl === void 0 ? {} : { commentUrl }
			});
			if (written?.kind === "later") info(`A later run has reported in ${commentUrl} already: its comment stays.`);
			const check = concluded ?? await conclude();
			await attempt(() => writeJobSummary(withNotices(remarked(publication.jobSummary, circumstances, context.headSha, limits.jobSummary), fresh(), limits.jobSummary)));
			remember({ reported: true });
			return {
				...commentUrl === void 0 ? {} : { commentUrl },
				...check?.url === void 0 ? {} : { checkUrl: check.url },
				...acceptance ? { acceptance } : {},
				unposted: context.kind === "pull-request" && (wanted && !written || !check || check.handle.kind === "none")
			};
		}
	};
}
async function reportAbandoned(context, inputs, report, options = {}) {
	const state = loadState();
	if (!state || state.reported) return "reported";
	const api = await openApiFor(context, inputs, options);
	const retry = options.retry ?? defaultRetry;
	const { check } = state;
	const guarded = async (work) => {
		try {
			return await work();
		} catch (error) {
			warning(explain(error, context));
			return;
		}
	};
	const known = api && check.kind === "check" && !state.concluded ? await guarded(() => withRetry(retry, () => api.readCheck(check.id))) : void 0;
	const concluded = known?.status === "completed";
	if (concluded && known.conclusion !== "cancelled") return "reported";
	const ended = state.cancelled || concluded ? "cancelled" : "error";
	const { title, name, comment, checkSummary, jobSummary } = report(ended);
	if (api && !concluded && !state.concluded) await guarded(async () => {
		const subject = checkSubject(context, inputs.id);
		const conclusion = checkConclusion(ended, inputs);
		await concludeCheck(api, check, subject, conclusion, {
			title,
			summary: checkSummary
		}, retry);
		saveState({
			...state,
			concluded: true
		});
	});
	const mayComment = inputs.comment !== "never" && context.kind === "pull-request" && !context.readOnly;
	if (api && mayComment && name !== void 0 && comment !== void 0 && !state.commented) await guarded(() => writeComment(api, context.number, commentMarker(inputs.id, name), comment, commentOptions(context, inputs, ended), retry));
	await guarded(() => writeJobSummary(jobSummary));
	return ended;
}
function commentOptions({ runId, runAttempt }, inputs, outcome) {
	return {
		run: {
			id: runId,
			attempt: runAttempt
		},
		absent: deservesComment(outcome, inputs.comment) ? "create" : "keep",
		present: inputs.recreateComment ? "recreate" : "update"
	};
}
async function openApiFor(context, inputs, options = {}) {
	if (inputs.githubToken === "") return void 0;
	const { repository, urls } = context;
	return await openApi({
		token: inputs.githubToken,
		owner: repository.owner,
		repo: repository.name,
		apiUrl: urls.api,
		...urls.graphql === void 0 ? {} : { graphqlUrl: urls.graphql },
		...options.timeoutMs === void 0 ? {} : { timeoutMs: options.timeoutMs }
	});
}
function explain(error, context) {
	if (error instanceof MissingPermission && context.kind === "pull-request" && context.readOnly) return readOnlyNotice(context.readOnly);
	return error instanceof Error ? error.message : String(error);
}
function explainCheck(error, handle, context) {
	const text = explain(error, context);
	return handle.kind === "status" ? `A commit status stands in for the check. ${text}` : text;
}
function readOnlyNotice(why) {
	return `This pull request ${why === "fork" ? "comes from a fork" : "was opened by Dependabot"}, so the token of this run may only read: the report is on the run’s summary page, not in a comment.`;
}
function withNotices(stages, notices, limit) {
	if (notices.length === 0) return stages;
	const end = block`\n\n${blocks(notices.map((text) => note(markdownSentence(text))))}\n`;
	const [first, ...rest] = (typeof stages === "string" ? [stages] : stages).map((text) => byteLength(text) + byteLength(end) <= limit ? block`${trimmed(text)}${end}` : text);
	return [first, ...rest];
}

export { plainLine as _, checkName as a, Gone as b, mayDecide as c, markerKey as d, ownLogin as f, limits as g, fitStages as h, loadState as i, ourChecks as l, cutBytes as m, openGitHub as n, idOfCheck as o, byteLength as p, reportAbandoned as r, acceptCheck as s, openApiFor as t, tellComments as u, defaultRetry as v, Refused as x, withRetry as y };