import { a as info, f as startGroup, l as setFailed, n as endGroup, p as warning, r as error, s as notice, u as setOutput } from "./chunks/core-C7afQ-fV.js";
import { n as readContext, t as readInputs } from "./chunks/inputs-BIqZWFw3.js";
import { $ as cancelSignal, G as regressionAnnotations, H as failurePublication, J as shippingPath, K as resultPublication, Q as placeOf$1, U as outcomeOf, V as failureOf, W as outputsOf, X as modelOutcome, Y as shippingText, at as logLine, ct as dataBranchName, it as createProgress, ot as progressLine, q as ship, r as writeReportsOrSay, rt as advance, s as runSession, tt as renderTerminal } from "./chunks/write-reports-DVbVn1ns.js";
import { _ as plainLine, a as checkName, b as Gone, c as mayDecide, d as markerKey, f as ownLogin, g as limits, h as fitStages, l as ourChecks, m as cutBytes, n as openGitHub, o as idOfCheck, p as byteLength, s as acceptCheck, t as openApiFor, u as tellComments, v as defaultRetry, x as Refused, y as withRetry } from "./chunks/github-Q58DmRhU.js";
import { _ as gitBytes, d as findRepository, g as git, h as GitError, m as complaint, n as exitCode, p as authorization, u as ensureStateFolder, v as tryGit } from "./chunks/outcome-dpcMbMp0.js";
import { E as trimmed, G as object, H as literal, I as array, J as string, K as record, L as boolean, N as _enum, O as verbatimBlock, P as _null, R as custom, S as paragraph, U as nan, V as int, W as number$1, X as union, Y as tuple, Z as unknown, c as hiddenMark, d as inCell, j as writtenByUs, m as inMarkdown, n as block, o as folded, p as inLine, r as blocks, t as argument, v as literal$1, z as discriminatedUnion } from "./chunks/safe-9J7TpDP6.js";
import { G as table, H as runDetails, In as recommend, J as readSpec, K as valueCell, Qt as confirmationWords, U as leaderboardSection, W as confirmationDetails, an as leaderboard, at as ShipError, mt as parseDuration, pt as longestDuration, yt as dimensionsOf } from "./chunks/facts-BjPUyRPe.js";
import { a as readZip, i as ZipError, t as fetchStudy } from "./chunks/kept-study-ANGCDKAF.js";
import { B as checkConfig, H as hashConfig, U as nestConfig } from "./chunks/strategies-CBKcjfuJ.js";
import { g as failureReasons, h as readNumbers, m as nameNumbers } from "./chunks/journal-SIbAe7H2.js";
import { promisify } from "node:util";
import { createHash, randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { execFile } from "node:child_process";

// src/github/log.ts
const shownPerLevel = 10;
function logGroup(title, lines) {
	startGroup(title.replace(/[\r\n]+/g, " "));
	logUntrusted(lines.join("\n"));
	endGroup();
}
function logUntrusted(text) {
	if (!/(^|[\r\n])\s*::|##\[/.test(text)) {
		info(text);
		return;
	}
	const token = randomUUID();
	process.stdout.write(`::stop-commands::${token}\n${text}\n::${token}::\n`);
}
function logAnnotations(annotations) {
	const shown = {
		notice: 0,
		warning: 0,
		failure: 0
	};
	for (const annotation of annotations) {
		const { path, startLine, endLine = startLine, startColumn, endColumn, level } = annotation;
		if (shown[level]++ >= shownPerLevel) {
			logUntrusted(`${path}:${startLine}:${startColumn ?? 1} ${annotation.message}`);
			continue;
		}
		const write = {
			notice,
			warning,
			failure: error
		}[level];
		write(cutBytes(annotation.message, limits.logAnnotation), {
			file: path,
			startLine,
			endLine,
			...startColumn !== void 0 && startLine === endLine ? {
				startColumn,
				endColumn: endColumn ?? startColumn
			} : {},
			...annotation.title === void 0 ? {} : { title: annotation.title }
		});
	}
}

// src/github/outputs.ts
function outputValues(outputs) {
	const { outcome } = outputs;
	return {
		conclusion: isConclusion(outcome) ? outcome : "",
		regressed: String(outcome === "regressed"),
		"best-score": text$1(outputs.bestScore),
		"baseline-score": text$1(outputs.baselineScore),
		delta: text$1(outputs.delta),
		"best-params": outputs.bestParams === void 0 ? "" : JSON.stringify(outputs.bestParams),
		trials: String(outputs.trials),
		"report-path": outputs.reportPath ?? "",
		"results-path": outputs.resultsPath ?? "",
		"model-path": outputs.modelPath ?? "",
		"posting-path": outputs.postingPath ?? "",
		"comment-url": outputs.commentUrl ?? "",
		"check-url": outputs.checkUrl ?? "",
		"proposal-url": outputs.proposalUrl ?? ""
	};
}
function setOutputs(outputs) {
	for (const [name, value] of Object.entries(outputValues(outputs))) setOutput(name, value);
}
function isConclusion(outcome) {
	return outcome !== "searched" && outcome !== "no-result" && outcome !== "cancelled";
}
function text$1(value) {
	return value === void 0 || !Number.isFinite(value) ? "" : String(value);
}

// src/session/node.ts
const run = promisify(execFile);
async function findNode(env) {
	try {
		const { stdout } = await run("node", ["-p", "JSON.stringify([process.versions.node, process.execPath])"], {
			env,
			timeout: 1e4
		});
		const [version, path] = JSON.parse(stdout);
		const [major = 0, minor = 0] = version.split(".").map(Number);
		return major > 20 || major === 20 && minor >= 19 ? path : process.execPath;
	} catch {
		return process.execPath;
	}
}

// src/session/pull-request/command.ts
var CommandError = class extends Error {
	name = "CommandError";
};
const longestLine = 200;
function readCommand(body) {
	const first = body.slice(0, 800).split(/\r?\n/, 1)[0].trim();
	if (!/^\/tunegate(?:\s|$)/.test(first)) return void 0;
	if (first.length > longestLine) throw new CommandError("A command is longer than any that means something.");
	const [, verb, ...words] = first.split(/\s+/);
	switch (verb) {
		case "accept": {
			const id = words.join(" ");
			return {
				kind: "accept",
				...id === "" ? {} : { id }
			};
		}
		case "run": return {
			kind: "run",
			overrides: Object.assign({}, ...words.map(readSetting))
		};
		default: throw new CommandError("A command must be `/tunegate accept` or `/tunegate run`, such as `/tunegate run budget=30m`.");
	}
}
function readSetting(word) {
	const [name = "", value = ""] = word.split("=");
	if (name === "trials" && /^[1-9]\d{0,5}$/.test(value)) return { trials: Number(value) };
	const time = name === "budget" || name === "time" ? parseDuration(value) : void 0;
	if (time !== void 0 && time >= 1e3 && time <= 20736e5) return { time };
	throw new CommandError(`${JSON.stringify(word.slice(0, 60))} is no setting of \`/tunegate run\`: it takes budget=30m and trials=100.`);
}

// src/session/pull-request/asked-budget.ts
async function askedBudget(context, inputs, options = {}) {
	if (context.kind !== "pull-request" || context.runAttempt < 2) return void 0;
	const retry = options.retry ?? defaultRetry;
	try {
		const api = await openApiFor(context, inputs, options);
		if (!api) return void 0;
		const checks = await withRetry(retry, () => api.listChecks(context.headSha, checkName(inputs.id)));
		const checkedAt = Math.max(0, ...checks.map(({ completedAt }) => Date.parse(completedAt ?? "") || 0));
		const comments = await withRetry(retry, () => api.listComments(context.number));
		for (const { body, author, createdAt } of [...comments].reverse()) {
			if (Date.parse(createdAt) < checkedAt) break;
			const command = commandIn(body);
			if (command?.kind !== "run" || author === void 0) continue;
			if (Object.keys(command.overrides).length === 0) continue;
			if (await mayDecide(api, author, retry)) return {
				by: author,
				overrides: command.overrides
			};
		}
	} catch (error) {
		info(`Whether another budget was asked for is not known: ${error.message}`);
	}
}
function commandIn(body) {
	try {
		return readCommand(body);
	} catch {
		return;
	}
}

// src/session/pull-request/decide.ts
async function acceptByLabel(context, inputs, options = {}) {
	const { label, number, headSha } = context;
	if (label.name !== inputs.acceptLabel) {
		info(`The label ${JSON.stringify(label.name)} is none that decides anything.`);
		return 0;
	}
	const desk = await open$1(context, inputs, options);
	if (!await mayDecide(desk.api, label.by, desk.retry)) {
		warning(refusal(label.by));
		return 0;
	}
	return await accept(desk, number, headSha, {
		by: label.by,
		how: "label"
	}, void 0, void 0);
}
async function obeyComment(context, inputs, options = {}) {
	const { comment, number, onPullRequest, action } = context;
	let command;
	try {
		command = readCommand(comment.body);
	} catch (error) {
		if (!(error instanceof CommandError)) throw error;
		warning(error.message);
		await react(await open$1(context, inputs, options), comment.id, "confused");
		return;
	}
	if (!command || !onPullRequest || action !== "created") {
		info("Nothing to do: this is no new comment on a pull request that begins with /tunegate.");
		return;
	}
	const desk = await open$1(context, inputs, options);
	if (!await mayDecide(desk.api, comment.author, desk.retry)) {
		warning(refusal(comment.author));
		return;
	}
	const { head } = await withRetry(desk.retry, () => desk.api.readPullRequest(number));
	const done = command.kind === "accept" ? await accept(desk, number, head.sha, {
		by: comment.author,
		how: "comment"
	}, command.id, comment.createdAt) > 0 : await runAgain(desk, head.sha);
	await react(desk, comment.id, done ? "+1" : "confused");
}
async function accept({ api, retry }, number, sha, acceptance, id, before) {
	const checks = (await ourChecks(api, sha, retry)).filter((check) => (id === void 0 || idOfCheck(check.name) === id) && concludedBefore(check, before));
	const accepted = [];
	for (const check of checks) if (await acceptCheck(api, check, acceptance, sha, retry)) accepted.push(check);
	if (accepted.length === 0) warning(`There is no regression to accept on ${sha.slice(0, 12)}: a check of Tunegate must have found one on this very commit, and before it is accepted.`);
	for (const { name } of accepted) {
		info(`${name}: accepted by ${acceptance.by} for ${sha}.`);
		await tellComments(api, number, idOfCheck(name) ?? "", acceptance, sha, retry).catch((error) => warning(`The comment does not say so: ${error.message}`));
	}
	return accepted.length;
}
function concludedBefore({ completedAt }, time) {
	if (time === void 0) return true;
	return completedAt !== void 0 && Date.parse(completedAt) <= Date.parse(time);
}
async function runAgain({ api, retry }, sha) {
	const [newest] = await ourChecks(api, sha, retry);
	const run = /^tunegate\/(\d+)\//.exec(newest?.externalId ?? "")?.[1];
	if (!newest || run === void 0) {
		warning(`There is no run of Tunegate on ${sha.slice(0, 12)} that could be started again.`);
		return false;
	}
	if (newest.status !== "completed") {
		warning(`The run of Tunegate on ${sha.slice(0, 12)} has not ended yet.`);
		return false;
	}
	await withRetry(retry, () => api.rerun(Number(run)));
	info(`Run ${run} starts again.`);
	return true;
}
async function open$1(context, inputs, options) {
	const api = await openApiFor(context, inputs, options);
	if (!api) throw new Error("Deciding needs a token: the input github-token is empty.");
	return {
		api,
		retry: options.retry ?? defaultRetry
	};
}
async function react({ api }, comment, content) {
	try {
		await api.react(comment, content);
	} catch (error) {
		info(`No reaction was left: ${error.message}`);
	}
}
function refusal(login) {
	return `${login || "Nobody"} may not write to this repository, so what they say decides nothing.`;
}

// src/report/results-schema.ts
const text = string().max(1e5);
const name = string().max(2e3);
const number = union([
	number$1(),
	nan(),
	literal([Infinity, -Infinity])
]);
const count = int().min(0);
const value = union([
	string().max(1e4),
	number,
	boolean()
]);
const config = record(name, value);
const goal = _enum(["minimize", "maximize"]);
const time = number$1().min(0);
const numeric = {
	min: number$1(),
	max: number$1(),
	scale: _enum([
		"linear",
		"log",
		"reverse-log"
	]),
	step: number$1().exactOptional()
};
const domain = discriminatedUnion("type", [
	object({
		type: literal("float"),
		...numeric
	}),
	object({
		type: literal("int"),
		...numeric
	}),
	object({
		type: literal("choice"),
		values: array(value).max(1e4),
		ordered: boolean()
	}),
	object({ type: literal("bool") }),
	object({
		type: literal("constant"),
		value
	})
]);
const condition = union([object({
	path: name,
	in: array(value).max(1e4)
}), object({
	path: name,
	min: number$1().exactOptional(),
	max: number$1().exactOptional()
})]);
const key = string().regex(/^(?!(?:__proto__|constructor|prototype)$)[\s\S]{1,200}$/);
const mostBlocks = 64;
const parameter = object({
	path: name,
	location: array(union([key, count.max(mostBlocks)])).max(100),
	role: _enum(["option", "count"]).exactOptional(),
	domain,
	conditions: array(condition).max(1e3),
	default: value.exactOptional()
}).refine(({ role, domain: of }) => role !== "count" || of.type === "int" && of.min >= 0 && of.max <= mostBlocks || of.type === "constant");
const space = object({
	parameters: array(parameter).max(5e3),
	size: number,
	incumbent: config.exactOptional(),
	missingDefaults: array(name).max(5e3)
}).transform((given) => ({
	...given,
	dimensions: dimensionsOf(given.parameters)
}));
const report = object({
	step: number,
	metrics: record(name, number)
});
const trial = object({
	role: _enum([
		"search",
		"confirm",
		"head",
		"base"
	]),
	trial: count,
	config,
	seed: number,
	origin: text,
	state: _enum([
		"running",
		"completed",
		"pruned",
		"failed",
		"interrupted"
	]),
	reason: _enum(failureReasons).exactOptional(),
	message: text.exactOptional(),
	score: number.exactOptional(),
	metrics: record(name, number),
	reports: array(report).max(1e5),
	resource: number.exactOptional(),
	durationMs: time,
	backend: text.exactOptional(),
	device: text.exactOptional(),
	tail: text.exactOptional()
});
const study = object({
	name,
	metric: object({
		name,
		goal
	}),
	more: array(object({
		name,
		goal,
		use: _enum(["last", "best"])
	})).max(100).exactOptional(),
	constraints: array(object({
		name,
		min: number$1().exactOptional(),
		max: number$1().exactOptional()
	})).max(1e3).exactOptional(),
	seed: number$1(),
	strategy: name,
	trials: array(trial).max(2e4),
	stop: object({
		reason: _enum([
			"trials",
			"epochs",
			"time",
			"cost",
			"exhausted",
			"cancelled",
			"failing",
			"no-gain"
		]),
		detail: text
	}).exactOptional()
});
const oneVerdict = object({
	conclusion: _enum([
		"improved",
		"unchanged",
		"regressed",
		"inconclusive",
		"no-baseline",
		"error"
	]),
	reason: text,
	pairs: array(object({
		seed: number,
		base: number.exactOptional(),
		head: number.exactOptional()
	})).max(1e3),
	base: number.exactOptional(),
	head: number.exactOptional(),
	difference: number.exactOptional(),
	interval: tuple([number, number]).exactOptional(),
	level: number.exactOptional(),
	floor: number.exactOptional(),
	belowFloor: boolean().exactOptional(),
	seedsNeeded: count.exactOptional(),
	pWorse: number.exactOptional(),
	detectable: number.exactOptional(),
	confidence: number$1(),
	maxDrop: number$1(),
	goal
});
const verdict = oneVerdict.extend({
	others: array(object({
		name: text,
		gates: boolean(),
		verdict: oneVerdict
	})).max(1e3).exactOptional(),
	decidedBy: text.exactOptional()
});
const confirmation = object({
	candidates: array(object({
		trial: count,
		searchScore: number,
		scores: array(union([number, _null()])).max(100)
	})).max(100),
	trial: count,
	final: array(object({
		seed: number,
		recommended: number.exactOptional(),
		incumbent: number.exactOptional()
	})).max(1e3),
	mean: number.exactOptional(),
	interval: tuple([number, number]).exactOptional(),
	level: number$1(),
	against: verdict.exactOptional(),
	misses: literal(true).exactOptional(),
	improved: boolean(),
	deterministic: boolean()
});
const budget = object({
	planned: object({
		timeMs: time.exactOptional(),
		trials: count.exactOptional(),
		epochs: count.exactOptional(),
		totalEpochs: count.exactOptional(),
		cost: number$1().min(0).exactOptional(),
		price: number$1().min(0).exactOptional(),
		noImprovement: count.exactOptional(),
		workers: count
	}),
	spent: object({
		timeMs: time,
		gateMs: time,
		trials: count,
		epochs: number$1().min(0),
		searchEpochs: number$1().min(0).exactOptional(),
		cost: number$1().min(0).exactOptional()
	})
});
const members = object({
	version: name,
	study,
	space,
	verdict: verdict.exactOptional(),
	gateOnly: boolean().exactOptional(),
	driven: boolean().exactOptional(),
	confirmation: confirmation.exactOptional(),
	model: modelOutcome.exactOptional(),
	head: object({
		sha: name.exactOptional(),
		dirty: boolean()
	}).exactOptional(),
	base: object({
		sha: name,
		how: text
	}).exactOptional(),
	baseConfig: config.exactOptional(),
	budget,
	backend: text,
	hardware: text,
	specPath: name,
	notices: array(text).max(1e3)
});
const nestable = custom().superRefine((results, context) => {
	const of = results.space;
	const configs = results.study.trials.filter(({ role }) => role === "search").map(({ config: at }) => at);
	try {
		for (const item of of.incumbent ? [of.incumbent, ...configs] : configs) nestConfig(of, checkConfig(of, item));
	} catch {
		context.addIssue({
			code: "custom",
			message: "not a config",
			path: ["study", "trials"]
		});
	}
});
const schema$1 = members.pipe(nestable);
const resultsSchema = schema$1;

// src/session/pull-request/posting.ts
var PostingError = class extends Error {
	name = "PostingError";
};
const longestPosting = 33554432;
const format = 1;
const line = int().min(1).max(1e7);
const failure = object({
	title: string().max(1e3),
	message: string().max(1e5),
	annotations: array(object({
		path: string().min(1).max(1e3).regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\p{Cc}\\]+$/u),
		startLine: line,
		endLine: line.exactOptional(),
		startColumn: line.exactOptional(),
		endColumn: line.exactOptional(),
		level: _enum([
			"notice",
			"warning",
			"failure"
		]),
		title: string().max(200).exactOptional(),
		message: string().max(1e4)
	})).max(50)
});
const frame = {
	format: literal(format),
	id: string().max(60),
	headSha: string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/),
	pullRequest: int().positive()
};
const schema = discriminatedUnion("kind", [object({
	kind: literal("results"),
	...frame,
	cancelled: boolean(),
	results: unknown()
}), object({
	kind: literal("error"),
	...frame,
	failure
})]);
const fileName = /^tunegate-posting(?:-[\w-]+)?\.json$/;
function isPostingFile(name) {
	return fileName.test(name.split("/").at(-1) ?? "");
}
async function savePosting(root, posting) {
	const { id } = posting;
	const hash = createHash("sha256").update(id).digest("hex").slice(0, 6);
	const name = id === "" ? "tunegate-posting" : `tunegate-posting-${id.replace(/[^\w]+/g, "-")}-${hash}`;
	const file = path.join(await ensureStateFolder(root), `${name}.json`);
	let text = encodePosting(posting);
	if (Buffer.byteLength(text) > 33554432) text = encodePosting(withoutCurves(posting));
	await writeFile(file, text);
	return file;
}
function encodePosting(posting) {
	if (posting.kind === "error") return JSON.stringify({
		format,
		...posting
	});
	const { results, ...rest } = posting;
	const { dimensions: _, ...space } = results.space;
	return JSON.stringify({
		format,
		...rest,
		results: {
			...results,
			space
		}
	}, nameNumbers);
}
function withoutCurves(posting) {
	if (posting.kind === "error") return posting;
	const { study } = posting.results;
	const trials = study.trials.map((trial) => ({
		...trial,
		reports: trial.reports.slice(-1)
	}));
	return {
		...posting,
		results: {
			...posting.results,
			study: {
				...study,
				trials
			}
		}
	};
}
function readPosting(text) {
	let json;
	try {
		json = JSON.parse(text, readNumbers);
	} catch {
		throw new PostingError("it is not JSON");
	}
	const found = json?.format;
	if (typeof found === "number" && found !== format) throw new PostingError(`it has format ${found}, and this Tunegate reads format ${format}: use the same version of the action in both workflows`);
	const parsed = schema.safeParse(json);
	if (!parsed.success) throw new PostingError(describe(parsed.error));
	const { format: _, ...posting } = parsed.data;
	if (posting.kind === "error") return posting;
	const results = resultsSchema.safeParse(posting.results);
	if (!results.success) throw new PostingError(describe(results.error));
	return {
		...posting,
		results: results.data
	};
}
function describe(error) {
	const where = (error.issues[0]?.path ?? []).map((part) => typeof part === "number" || /^\w{1,40}$/.test(String(part)) ? String(part) : "…").join(".");
	return `it is not what a run saves${where ? ` (at ${where})` : ""}`;
}

// src/session/pull-request/posting-reserve.ts
const calls = 10;
const ownMs = 3e3;
const proposingMs = 6e3;
const mostMs = 6e4;
function postingReserve(callMs, proposes) {
	return Math.min(mostMs, ownMs + calls * callMs + (proposes ? proposingMs : 0));
}

// src/github/branch.ts
var PushError = class extends Error {
	name = "PushError";
};
const tries = 4;
async function pushBranch(branch, commit) {
	const sha = await makeCommit(branch, commit);
	for (let attempt = 1;; attempt++) {
		const tip = await remoteTip(branch);
		if (tip !== void 0) {
			const known = await readTip(branch, tip);
			if (!known.ours) return {
				kind: "theirs",
				sha: tip
			};
			if (known.parent === commit.parent && known.tree === await treeOf(branch.repo, sha)) return {
				kind: "unchanged",
				sha: tip
			};
		}
		const problem = await push(branch, `${sha}:refs/heads/${branch.name}`, tip);
		if (problem === void 0) return {
			kind: "pushed",
			sha
		};
		if (!problem.race || attempt === tries) throw new PushError(problem.text);
	}
}
async function deleteBranch(branch) {
	const tip = await remoteTip(branch);
	if (tip === void 0) return true;
	if (!(await readTip(branch, tip)).ours) return false;
	const problem = await push(branch, `:refs/heads/${branch.name}`, tip);
	if (problem?.race) return false;
	if (problem) throw new PushError(problem.text);
	return true;
}
const identity = {
	name: "github-actions[bot]",
	email: "41898282+github-actions[bot]@users.noreply.github.com"
};
async function makeCommit({ repo, trailer }, commit) {
	const scratch = await mkdtemp(path.join(tmpdir(), "tunegate-index-"));
	try {
		const env = { GIT_INDEX_FILE: path.join(scratch, "index") };
		await git(repo.root, ["read-tree", argument(commit.parent)], { env });
		for (const [file, text] of Object.entries(commit.files)) {
			const [mode] = (await git(repo.root, [
				"ls-tree",
				argument(commit.parent),
				"--",
				argument(file)
			])).split(" ");
			if (!mode || !/^100/.test(mode)) throw new PushError(`${file} is not a file of the commit ${commit.parent}.`);
			const blob = await git(repo.root, [
				"hash-object",
				"-w",
				"--no-filters",
				"--stdin"
			], { input: text });
			await git(repo.root, [
				"update-index",
				"--cacheinfo",
				`${mode},${blob},${file}`
			], { env });
		}
		const tree = await git(repo.root, ["write-tree"], { env });
		const message = `${commit.message}\n\n${trailer}\n`;
		return await git(repo.root, [
			"commit-tree",
			argument(tree),
			"-p",
			argument(commit.parent),
			"-F",
			"-"
		], {
			input: message,
			env: {
				GIT_AUTHOR_NAME: identity.name,
				GIT_AUTHOR_EMAIL: identity.email,
				GIT_COMMITTER_NAME: identity.name,
				GIT_COMMITTER_EMAIL: identity.email
			}
		});
	} finally {
		await rm(scratch, {
			recursive: true,
			force: true
		});
	}
}
async function treeOf(repo, sha) {
	return await git(repo.root, ["rev-parse", `${sha}^{tree}`]);
}
async function remoteTip(branch) {
	const text = await ask(branch, [
		"ls-remote",
		argument(branch.url),
		`refs/heads/${branch.name}`
	]);
	return /^[0-9a-f]{40,64}/.exec(text)?.[0];
}
async function readTip(branch, tip) {
	const { repo } = branch;
	const read = () => tryGit(repo.root, [
		"cat-file",
		"commit",
		argument(tip)
	], { env: { GIT_NO_LAZY_FETCH: "1" } });
	let text = await read();
	if (text === void 0) {
		await ask(branch, [
			"fetch",
			"--quiet",
			"--no-tags",
			"--no-write-fetch-head",
			...repo.shallow ? ["--depth=1"] : [],
			argument(branch.url),
			argument(tip)
		]);
		text = await read();
	}
	if (text === void 0) return { ours: false };
	const [headers = "", ...body] = text.split("\n\n");
	const parents = [...headers.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1]);
	const tree = /^tree ([0-9a-f]+)$/m.exec(headers)?.[1];
	return {
		ours: parents.length === 1 && headers.includes(`\ncommitter ${identity.name} <${identity.email}> `) && body.join("\n\n").split("\n").includes(branch.trailer),
		...parents[0] ? { parent: parents[0] } : {},
		...tree ? { tree } : {}
	};
}
async function push(branch, refspec, tip) {
	const lease = `--force-with-lease=refs/heads/${branch.name}:${tip ?? ""}`;
	try {
		await git(branch.repo.root, [
			"push",
			"--quiet",
			"--porcelain",
			"--no-verify",
			lease,
			argument(branch.url),
			argument(refspec)
		], { env: authorization(branch.credentials) });
		return;
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		return {
			race: /stale info|fetch first|non-fast-forward|cannot lock ref|reference already exists|failed to update ref/.test(`${error.stderr}\n${error.stdout}`),
			text: explain(branch, error)
		};
	}
}
async function ask(branch, command) {
	try {
		return await git(branch.repo.root, command, { env: authorization(branch.credentials) });
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		throw new PushError(explain(branch, error));
	}
}
function explain({ name }, error) {
	if (/\b403\b|Permission to .* denied|Write access to repository not granted/.test(error.stderr)) return `The token may not push the branch ${name}. Add \`contents: write\` to the \`permissions:\` of the workflow’s job.`;
	return `The branch ${name} could not be pushed: ${complaint(error.stderr) || error.message}`;
}

// src/github/proposal.ts
function proposalBranch(id, study, specPathHash) {
	return `tunegate/${(id === "" ? study : id).replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 40) || "study"}-${specPathHash}`;
}
async function propose(place, proposal) {
	const { api, branch, retry } = place;
	const known = await findProposals(place);
	const open = known.find(({ state }) => state === "open");
	const declined = known.find((pull) => pull.state === "closed" && !pull.merged && !closedByUs(pull) && readMarker(place, pull.body)?.proposed === proposal.values.proposed);
	if (!open && declined) return {
		kind: "declined",
		url: declined.url
	};
	const pushed = await pushBranch(branch, proposal.commit);
	if (pushed.kind === "theirs") return {
		kind: "theirs",
		...open ? { url: open.url } : {}
	};
	const title = plainLine(proposal.title, limits.checkTitle);
	const body = withMarker(proposal.body, marker(place, proposal.values));
	if (open) {
		if (pushed.kind === "unchanged" && open.title === title && sameText(open.body, body)) return {
			kind: "unchanged",
			url: open.url
		};
		const { url } = await withRetry(retry, () => api.updatePullRequest(open.number, {
			title,
			body
		}));
		return {
			kind: "updated",
			url
		};
	}
	return {
		kind: "opened",
		url: (await withRetry(retry, async (attempt) => {
			const done = attempt > 0 ? (await findProposals(place)).find(({ state }) => state === "open") : void 0;
			if (done) return done;
			try {
				return await api.createPullRequest({
					title,
					body,
					head: branch.name,
					base: proposal.base
				});
			} catch (error) {
				if (!(error instanceof Refused) || !/already exists/i.test(error.message)) throw error;
				const theirs = (await findProposals(place)).find(({ state }) => state === "open");
				if (!theirs) throw error;
				return await api.updatePullRequest(theirs.number, {
					title,
					body
				});
			}
		})).url
	};
}
async function withdraw(place, incumbent) {
	const { api, branch, retry } = place;
	const open = (await findProposals(place)).find(({ state }) => state === "open");
	const values = open && readMarker(place, open.body);
	if (!open || !values || values.incumbent === incumbent) return void 0;
	const body = writtenByUs(open.body.trimEnd().replace(/<!-- tunegate-proposal:[^\n]*-->$/, ""));
	const note = paragraph(literal$1`_Closed by Tunegate: what ships has changed since, and nothing better than that was found._`);
	await withRetry(retry, () => api.updatePullRequest(open.number, {
		state: "closed",
		body: withMarker(block`${note}\n\n${body}`, block`${marker(place, values)}${closedMark}`)
	}));
	await deleteBranch(branch);
	return open.url;
}
async function findProposals({ api, owner, branch, retry }) {
	return (await withRetry(retry, () => api.listPullRequests(`${owner}:${branch.name}`, "all"))).filter(({ head }) => head.ref === branch.name);
}
const closedMark = hiddenMark("tunegate-closed");
function closedByUs({ body }) {
	return body.trimEnd().endsWith(closedMark);
}
function marker({ id, study }, { incumbent, proposed }) {
	return hiddenMark(`tunegate-proposal:${markerKey(id, study)}:${incumbent}:${proposed}`);
}
function readMarker({ id, study }, body) {
	const text = body.trimEnd();
	const found = /<!-- tunegate-proposal:(\S+):([0-9a-f]{16}):([0-9a-f]{16}) -->(?:<!-- tunegate-closed -->)?$/.exec(text);
	if (!found || found[1] !== markerKey(id, study)) return void 0;
	return {
		incumbent: found[2],
		proposed: found[3]
	};
}
function withMarker(stages, mark) {
	const end = block`\n\n${mark}\n`;
	return block`${trimmed(fitStages(stages, limits.comment - byteLength(end)))}${end}`;
}
function sameText(a, b) {
	const plain = (text) => text.replaceAll("\r\n", "\n").trimEnd();
	return plain(a) === plain(b);
}

// src/report/proposal.ts
function recommendation(results) {
	const { confirmation, space, study } = results;
	if (!confirmation?.improved || !space.incumbent) return void 0;
	if (study.more?.length && recommend(study)?.reason === "compromise") return void 0;
	const trial = study.trials.find((item) => item.role === "search" && item.trial === confirmation.trial);
	if (!trial) return void 0;
	return {
		results: {
			...results,
			confirmation
		},
		incumbent: space.incumbent,
		config: trial.config
	};
}
function proposalTitle({ results }) {
	const { say, name } = inLine;
	return say`Tune ${name(results.study.name, 60)}: better ${name(results.study.metric.name, 60)}`;
}
function renderProposal(given, file = given.results.specPath) {
	const { results } = given;
	const board = leaderboard(results);
	const { say, name } = inMarkdown;
	const first = [
		paragraph(say`A longer search of ${name(results.study.name)} found values that are better than what ships today. ${confirmationWords(results, results.confirmation, inMarkdown)}`),
		changes(given),
		paragraph(say`Merging this changes these values in ${name(file, 200)} and nothing else. Tunegate keeps this pull request up to date while it is open, and does not propose the same values again once it is closed.`)
	];
	return [
		document([
			...first,
			confirmationDetails(results),
			...leaderboardSection(results, board, {
				top: 10,
				rest: false,
				columns: 8
			}),
			runDetails(results)
		]),
		document([...first, confirmationDetails(results)]),
		document(first)
	];
}
function changes({ results, incumbent, config }) {
	const { say } = inCell;
	const rows = results.space.parameters.filter(({ path }) => incumbent[path] !== config[path]).map(({ path }) => [
		inCell.name(path),
		valueCell(incumbent[path]),
		valueCell(config[path])
	]);
	return table([[
		say`parameter`,
		say`today`,
		say`proposed`
	], ...rows], "lrr");
}
function document(items) {
	return block`${blocks(items)}\n`;
}

// src/session/pull-request/propose.ts
function mayPropose(context, inputs) {
	return inputs.propose && inputs.githubToken !== "" && (context.eventName === "schedule" || context.eventName === "workflow_dispatch") && baseBranch(context) !== void 0;
}
function baseBranch({ ref, defaultBranch }) {
	const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
	return defaultBranch === void 0 || branch === defaultBranch ? branch : void 0;
}
async function proposeBetter(options) {
	const { context, inputs, loaded, results } = options;
	const repo = await findRepository(loaded.folder);
	const api = await openApiFor(context, inputs, options);
	const base = baseBranch(context);
	const { incumbent } = loaded.space;
	if (repo.kind === "none" || !api || base === void 0 || !incumbent) return { notices: [] };
	const place = placeOf(options, repo, api);
	const incumbentHash = hashConfig(loaded.space, incumbent);
	const better = recommendation(results);
	if (!better) {
		const closed = await withdraw(place, incumbentHash);
		return { notices: closed ? [`The proposal ${closed} was closed: what ships has changed since it was made.`] : [] };
	}
	const head = await tryGit(repo.root, [
		"rev-parse",
		"--verify",
		"--quiet",
		"HEAD^{commit}"
	]);
	const file = shippingPath(loaded, path.relative(repo.root, loaded.path));
	const text = head && await committed(repo, head, file);
	if (!head || text === void 0 || !sameLines(text, shippingText(loaded))) return { notices: [`Better values are not proposed: ${file} is not as it was committed.`] };
	let shipped;
	try {
		shipped = ship(loaded, loaded.space, better.config, text).text;
	} catch (error) {
		if (!(error instanceof ShipError)) throw error;
		return { notices: [`Better values were found, but not proposed as a pull request: ${error.message}.`] };
	}
	const title = proposalTitle(better);
	const { kind, url } = await propose(place, {
		base,
		commit: {
			parent: head,
			files: { [file]: shipped },
			message: title
		},
		title,
		body: renderProposal(better, file),
		values: {
			incumbent: incumbentHash,
			proposed: hashConfig(loaded.space, better.config)
		}
	});
	return {
		notices: [{
			opened: `Better values are proposed in ${url}.`,
			updated: `The proposal ${url} was brought up to date.`,
			unchanged: `The proposal ${url} has these values already.`,
			declined: `The same values were proposed in ${url} and declined, so they are not proposed again.`,
			theirs: `Others have pushed to the branch ${place.branch.name}${url ? ` of ${url}` : ""}, so it is left to them.`
		}[kind]],
		...url === void 0 ? {} : { url }
	};
}
function placeOf({ context, inputs, loaded, retry = defaultRetry }, repo, api) {
	const { owner, name } = context.repository;
	const study = loaded.spec.name;
	const specPath = path.relative(repo.root, loaded.path).split(path.sep).join("/");
	const hash = createHash("sha256").update(specPath).digest("hex").slice(0, 6);
	const server = context.urls.server;
	return {
		api,
		owner,
		id: inputs.id,
		study,
		retry,
		branch: {
			repo,
			url: `${server}/${owner}/${name}.git`,
			credentials: {
				serverUrl: server,
				token: inputs.githubToken
			},
			name: proposalBranch(inputs.id, study, hash),
			trailer: `Tunegate-Proposal: ${hash}`
		}
	};
}
async function committed(repo, sha, file) {
	if (await tryGit(repo.root, [
		"cat-file",
		"-e",
		`${sha}:${file}`
	]) === void 0) return void 0;
	return (await gitBytes(repo.root, ["show", `${sha}:${file}`])).toString("utf8");
}
function sameLines(a, b) {
	return a.replaceAll("\r\n", "\n") === b.replaceAll("\r\n", "\n");
}

// src/github/diff.ts
function changedLines(patch) {
	const shown = /* @__PURE__ */ new Map();
	let line = 0;
	for (const text of patch.split("\n")) {
		const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text);
		if (hunk) line = Number(hunk[1]);
		else if (line > 0 && (text.startsWith("+") || text.startsWith(" "))) shown.set(line++, text.slice(1));
	}
	return shown;
}

// src/session/pull-request/suggest.ts
function suggestionOf(results, files) {
	const given = recommendation(results);
	if (!given) return void 0;
	try {
		const shipped = ship(files, results.space, given.config);
		const file = shippingPath(files, results.specPath);
		return shipped.edits.length === 0 ? void 0 : {
			given,
			file,
			text: shippingText(files),
			shipped
		};
	} catch (error) {
		if (error instanceof ShipError) return void 0;
		throw error;
	}
}
async function suggestInDiff(place, suggestion) {
	const { api, pullRequest, headSha, id, study, retry } = place;
	const patch = (await withRetry(retry, () => api.listFiles(pullRequest))).find(({ path: name }) => name === suggestion.file)?.patch;
	const range = patch === void 0 ? void 0 : suggestedRange(suggestion, changedLines(patch));
	if (!range) return void 0;
	const fence = verbatimBlock(range.lines.join("\n"), "suggestion");
	if (!fence) return void 0;
	const { given } = suggestion;
	const marker = hiddenMark(`tunegate-suggestion:${markerKey(id, study)}`);
	const words = confirmationWords(given.results, given.results.confirmation, inMarkdown);
	const body = block`${blocks([
		paragraph(words),
		fence,
		marker
	])}\n`;
	return await withRetry(retry, async () => {
		const marked = (await api.listReviewComments(pullRequest)).filter((item) => item.body.trimEnd().endsWith(marker));
		const self = marked.length > 0 ? await ownLogin(api) : void 0;
		const ours = marked.filter(({ author }) => author === self);
		const same = ours.find((item) => isAt(item, suggestion.file, range) && item.body.trimEnd() === body.trimEnd());
		for (const { id: old } of ours.filter((item) => item !== same)) await deleteOld(api, old);
		if (same) return same.url;
		const { from: startLine, to: line } = range;
		return (await api.createReviewComment(pullRequest, {
			body,
			sha: headSha,
			path: suggestion.file,
			startLine,
			line
		})).url;
	});
}
async function deleteOld(api, id) {
	try {
		await api.deleteReviewComment(id);
	} catch (error) {
		if (!(error instanceof Gone)) throw error;
	}
}
function isAt(comment, file, { from, to }) {
	return comment.path === file && comment.line === to && (comment.startLine ?? to) === from;
}
function suggestedRange({ text, shipped }, shown) {
	const old = text.replace(/^\uFEFF/, "").split("\n");
	const from = Math.min(...shipped.edits.map((edit) => edit.from));
	const to = Math.max(...shipped.edits.map((edit) => Math.max(edit.to, edit.from)));
	for (let line = from; line <= to; line++) if (shown.get(line) === void 0 || shown.get(line) !== old[line - 1]) return void 0;
	const lines = applyTo(old, shipped.edits);
	const grown = lines.length - old.length;
	return {
		from,
		to,
		lines: lines.slice(from - 1, to + grown)
	};
}
function applyTo(old, edits) {
	const lines = [...old];
	for (const { from, to, lines: by } of [...edits].reverse()) lines.splice(from - 1, to - from + 1, ...by);
	return lines;
}
function withPatch(comment, suggestion) {
	const fence = verbatimBlock(unifiedDiff(suggestion), "diff");
	if (!fence || typeof comment === "string") return comment;
	const section = folded(literal$1`Better values as a patch (git apply)`, [fence]);
	const [first = comment[0], ...rest] = [...comment.slice(0, 2).map((text) => block`${trimmed(text)}\n\n${section}\n`), ...comment];
	return [first, ...rest];
}
const context = 3;
function unifiedDiff({ file, text, shipped }) {
	const old = text.replace(/^\uFEFF/, "").split("\n");
	const last = old.at(-1) === "" ? old.length - 1 : old.length;
	const hunks = [];
	for (const edit of shipped.edits) {
		const [first, end] = [Math.max(1, edit.from - context), Math.min(last, edit.to + context)];
		const previous = hunks.at(-1);
		if (previous && first <= previous.last + 1) {
			previous.last = end;
			previous.edits.push(edit);
		} else hunks.push({
			first,
			last: end,
			edits: [edit]
		});
	}
	let shift = 0;
	const out = [`--- a/${file}`, `+++ b/${file}`];
	for (const hunk of hunks) {
		const lines = [];
		let at = hunk.first;
		let added = 0;
		for (const { from, to, lines: by } of hunk.edits) {
			for (; at < from; at++) lines.push(` ${old[at - 1]}`);
			for (; at <= to; at++) lines.push(`-${old[at - 1]}`);
			lines.push(...by.map((line) => `+${line}`));
			added += by.length - (to - from + 1);
		}
		for (; at <= hunk.last; at++) lines.push(` ${old[at - 1]}`);
		const size = hunk.last - hunk.first + 1;
		out.push(`@@ -${hunk.first},${size} +${hunk.first + shift},${size + added} @@`, ...lines);
		shift += added;
	}
	return out.join("\n");
}

// src/session/measure.ts
async function measure({ context, inputs, host, startedAt }) {
	if (context.kind === "pull-request" && context.action === "labeled" && context.label?.name === inputs.acceptLabel) {
		if (await acceptByLabel({
			...context,
			label: context.label
		}, inputs).catch(() => 0) > 0) return 0;
	}
	const github = await openGitHub(context, inputs);
	const file = path.resolve(context.workspace, inputs.workingDirectory, inputs.config);
	const specPath = path.relative(context.workspace, file);
	const calling = performance.now();
	await github.startCheck({
		title: "Tuning",
		summary: block`The search has begun.`
	});
	const reserveMs = postingReserve(performance.now() - calling, mayPropose(context, inputs));
	const signal = cancelSignal(() => {
		github.remember({ cancelled: true });
		github.hurry();
	});
	const save = (published, content) => saveUnposted(context, inputs, published, content);
	try {
		const asked = await askedBudget(context, inputs);
		const loaded = readSpec(file, specPath, asked?.overrides);
		if (inputs.resume) await goOn(context, inputs, loaded);
		if (asked) notice(`${asked.by} asked for this run with another budget than the spec's.`);
		const { trials, epochs } = loaded.spec.budget;
		let progress = createProgress({
			...trials === void 0 ? {} : { trials },
			...epochs === void 0 ? {} : { epochs }
		});
		const { results, folder, cancelled } = await runSession({
			loaded,
			findBase: (repo, ref) => github.findBase(repo, ref),
			stored: storedResults(context, inputs),
			journal: "resume",
			host: {
				path: fileURLToPath(host),
				node: await findNode(process.env)
			},
			env: process.env,
			signal,
			hurriedCancel: true,
			gateOnly: comparesOnly(context),
			startedAt,
			reserveMs,
			onJournal: (journal) => github.remember({ journal }),
			onEvent: (event) => {
				logEvent(event, loaded.spec.metric.name);
				progress = advance(progress, event);
				const elapsedMs = performance.now() - startedAt;
				github.showProgress({
					title: progressLine({
						...progress,
						elapsedMs
					}, 120),
					summary: block`The run is at work. What it measured will be here when it ends.`
				});
			}
		});
		endGroup();
		const proposal = !cancelled && mayPropose(context, inputs) ? await github.attempt(() => proposeBetter({
			context,
			inputs,
			loaded,
			results
		})) : void 0;
		const suggestion = context.kind === "pull-request" && !cancelled ? suggestionOf(results, loaded) : void 0;
		const suggested = suggestion && await suggest(context, inputs, github, loaded.spec.name, suggestion);
		const { results: complete, files } = writeReportsOrSay(folder, {
			...results,
			notices: [
				...results.notices,
				...proposal?.notices ?? [],
				...suggested ? [`The better values are suggested beside the lines that they change: ${suggested}`] : [],
				...github.notices
			]
		});
		const outcome = outcomeOf(complete, cancelled);
		const publication = resultPublication(complete, outcome);
		const { comment } = publication;
		const published = await github.publish({
			...publication,
			...comment && suggestion && !suggested ? { comment: withPatch(comment, suggestion) } : {},
			annotations: regressionAnnotations(complete, loaded)
		});
		logGroup("Report", renderTerminal(complete, {
			colour: false,
			width: 120
		}).split("\n"));
		setOutputs({
			...outputsOf(complete, outcome, files, published),
			...proposal?.url === void 0 ? {} : { proposalUrl: proposal.url },
			...await save(published, {
				kind: "results",
				results,
				cancelled
			})
		});
		return exitCode(outcome, inputs, published.acceptance !== void 0);
	} catch (error) {
		endGroup();
		const failure = failureOf(error, specPath);
		logAnnotations(failure.annotations);
		for (const line of [failure.title, failure.message]) logUntrusted(line);
		const published = await github.publish(failurePublication(failure));
		const saved = await save(published, {
			kind: "error",
			failure
		});
		setOutputs({
			outcome: "error",
			trials: 0,
			...published,
			...saved
		});
		return exitCode("error", inputs);
	}
}
async function goOn(context, inputs, loaded) {
	const { folder } = await placeOf$1(loaded);
	const from = await fetchStudy(context, inputs, folder);
	if (from === void 0) return;
	const where = from === "cache" ? "the cache" : "an artifact of this run";
	notice(`What an earlier run of this commit has measured was found in ${where}.`);
}
function comparesOnly({ kind, ref, defaultBranch }) {
	return kind === "merge-group" || kind === "push" && ref === `refs/heads/${defaultBranch}`;
}
async function suggest(context, inputs, github, study, suggestion) {
	if (context.kind !== "pull-request" || context.readOnly || inputs.comment === "never") return void 0;
	const { number: pullRequest, headSha } = context;
	return await github.attempt(async () => {
		const api = await openApiFor(context, inputs);
		const place = {
			pullRequest,
			headSha,
			id: inputs.id,
			study,
			retry: defaultRetry
		};
		return api && await suggestInDiff({
			api,
			...place
		}, suggestion);
	});
}
function storedResults(context, { githubToken: token }) {
	const { repository, urls, kind, defaultBranch } = context;
	const { owner, name } = repository;
	return {
		branch: {
			url: `${urls.server}/${owner}/${name}.git`,
			name: dataBranchName,
			...token === "" ? {} : { credentials: {
				serverUrl: urls.server,
				token
			} }
		},
		write: kind !== "pull-request" && kind !== "merge-group" && context.ref === `refs/heads/${defaultBranch}`
	};
}
function logEvent(event, metric) {
	const line = logLine(event, metric);
	if (line === void 0) return;
	if (event.type === "phase") {
		endGroup();
		startGroup(line);
	} else logUntrusted(line);
}
async function saveUnposted(context, inputs, { unposted }, content) {
	if (!unposted || context.kind !== "pull-request") return {};
	const { headSha, number: pullRequest, workspace } = context;
	try {
		const posting = {
			id: inputs.id,
			headSha,
			pullRequest,
			...content
		};
		return { postingPath: await savePosting(workspace, posting) };
	} catch (error) {
		warning(`What could not be posted could not be saved either: ${error.message}`);
		return {};
	}
}

// src/session/pull-request/post-saved.ts
const longestZip = 16777216;
const mostEntries = 1e3;
const mostPostings = 20;
async function postSaved(context, inputs, options = {}) {
	const { finished } = context;
	if (finished.event !== "pull_request") {
		info(`Nothing to post: the finished run was one of ${finished.event}, and only those of pull_request are posted.`);
		return;
	}
	const api = await openApiFor(context, inputs, options);
	if (!api) throw new Error("Posting needs a token: the input github-token is empty.");
	const retry = options.retry ?? defaultRetry;
	const posting = await withRetry(retry, () => fetchPosting(api, finished.id, inputs));
	if (!posting) return;
	if (posting.headSha !== finished.headSha) throw new Error(`The artifact is about commit ${posting.headSha.slice(0, 12)}, and the run was of ${finished.headSha.slice(0, 12)}: it is not posted.`);
	const target = rebuild(context, choose(await withRetry(retry, () => findPullRequests(api, finished)), posting));
	if (target.kind === "other") warning(`No pull request has ${finished.headSha.slice(0, 12)} at its head any more: only the check is written.`);
	const github = await openGitHub(target, inputs, {
		...options,
		again: true
	});
	await github.startCheck({
		title: "Posting",
		summary: block`What the run saved is being posted.`
	});
	const published = await github.publish(publicationOf(posting));
	setOutputs({
		outcome: posting.kind === "error" ? "error" : outcomeOf(posting.results, posting.cancelled),
		trials: posting.kind === "error" ? 0 : posting.results.budget.spent.trials,
		...published
	});
	if (published.unposted) throw new Error(github.notices.join(" ") || "The results could not be posted.");
}
async function fetchPosting(api, run, inputs) {
	const artifact = (await api.listArtifacts(run)).find(({ name }) => name === inputs.artifact);
	if (!artifact) {
		info(`Nothing to post: run ${run} has no artifact ${JSON.stringify(inputs.artifact)}. It posted by itself, or ended before it had results.`);
		return;
	}
	if (artifact.expired) throw new Error(`The artifact ${JSON.stringify(artifact.name)} has expired.`);
	const tooLong = `The artifact is longer than ${longestZip} bytes, which no posting is.`;
	if (artifact.size > longestZip) throw new Error(tooLong);
	const zip = await api.downloadArtifact(artifact.id, longestZip);
	try {
		const postings = readZip(zip, {
			entries: mostEntries,
			entrySize: longestPosting
		}).filter(({ name }) => isPostingFile(name)).slice(0, mostPostings);
		for (const file of postings) {
			const posting = readPosting(file.read().toString("utf8"));
			if (posting.id === inputs.id) return posting;
		}
	} catch (error) {
		if (error instanceof ZipError || error instanceof PostingError) throw new Error(`What the run saved cannot be posted: ${error.message}.`);
		throw error;
	}
	info(`Nothing to post: the artifact has nothing for the id ${JSON.stringify(inputs.id)}.`);
}
async function findPullRequests(api, { headRepository, headBranch, headSha }) {
	if (headRepository === void 0 || headBranch === void 0) return [];
	const [owner] = headRepository.split("/");
	return (await api.listPullRequests(`${owner}:${headBranch}`, "all")).filter(({ head }) => head.sha === headSha && head.repository === headRepository);
}
function choose(candidates, { pullRequest }) {
	return candidates.find(({ number }) => number === pullRequest) ?? candidates.find(({ state }) => state === "open") ?? candidates[0];
}
function rebuild(context, pull) {
	const { finished, kind: _, ...common } = context;
	const run = {
		...common,
		headSha: finished.headSha,
		runId: finished.id,
		runAttempt: finished.attempt,
		runUrl: finished.url
	};
	return pull ? {
		...run,
		kind: "pull-request",
		number: pull.number,
		base: pull.base
	} : {
		...run,
		kind: "other"
	};
}
function publicationOf(posting) {
	if (posting.kind === "error") return failurePublication(posting.failure);
	const { results, cancelled } = posting;
	const origin = "A run that could not post measured this, with the code of the pull request; another one posted it.";
	const told = {
		...results,
		notices: [...results.notices, origin]
	};
	return resultPublication(told, outcomeOf(results, cancelled));
}

// src/action.ts
const startedAt = performance.now();
async function main() {
	const context = readContext();
	const inputs = readInputs();
	switch (context.kind) {
		case "refused": throw new Error(context.reason);
		case "finished-run":
			await postSaved(context, inputs);
			return 0;
		case "label":
			await acceptByLabel(context, inputs);
			return 0;
		case "comment":
			await obeyComment(context, inputs);
			return 0;
		default: {
			const host = new URL("./trial-host.js", import.meta.url);
			return await measure({
				context,
				inputs,
				host,
				startedAt
			});
		}
	}
}
try {
	process.exitCode = await main();
} catch (error) {
	setFailed(error instanceof Error ? error.message : String(error));
}
process.exit();

export {  };