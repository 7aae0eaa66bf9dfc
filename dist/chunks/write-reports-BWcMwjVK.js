import { n as __require, r as __toESM, t as __commonJSMin } from "./rolldown-runtime-CoNq6U3z.js";
import { $ as numberFormat, A as paretoFronts, At as heading, B as notFiniteMetric, C as bestTrial, Ct as tryGit, D as objectiveValues, Dt as bullets, E as misses, Et as blocks, F as lastValue, Ft as inHtml, G as conclusionClause, Gt as paragraph, H as require_fastest_levenshtein, It as inLine, J as counted, Jt as terminalLines, K as conclusionMark, L as countOomKills, Lt as inMarkdown, Mt as html, N as endWithAllMetrics, Nt as htmlLines, O as objectives, Ot as codeBlock, P as furtherOutcome, Pt as inCell, Q as intervalLevel, Qt as visibleLines, R as exitFailure, Rt as inMermaid, S as failureReasons, St as gitBytes, T as rankTrials, Tt as block, U as lossOf, Ut as mermaidBlock, V as timeoutFailure, Vt as literal$1, W as scoreAfter, X as duration$1, Y as differenceFormat, Z as failureWords, Zt as visible$1, _ as sameJob, _n as union, _t as stateFolderName, an as boolean, at as stopWords, bn as NEVER, bt as GitError, c as endLeftovers, cn as int, d as StudyChangedError, dn as number$2, en as ZodISODateTime, et as numbered, f as fingerprint, fn as object, ft as fetchFrom, g as isTold, gt as headState, h as foldRecords, hn as string$1, ht as findRepository, i as readJournal, in as array, it as stateWords, j as recommend, k as paretoFront, kt as folded, l as studyMark, ln as literal, m as foldJournal, mn as strictObject, mt as ensureStateFolder, nn as _null, nt as plural, o as identifyProcess, ot as valueText, p as StudyFold, pn as record, pt as remoteName, q as conclusionTitle, qt as terminal, r as openJournal, rt as short, s as processState, sn as discriminatedUnion, st as withSign, t as JournalError, tn as _enum, tt as percent$1, u as endMarked, v as trialRecord, vn as unknown$1, vt as authorization, w as pausedTrials, wt as argument$1, xt as git, y as unfinishedSegment, yn as _isoDateTime, yt as complaint, z as missingMetric, zt as inTerminal } from "./journal-C35oSCNx.js";
import { D as isActive, E as valueCount, S as fromUnit, T as valueAt, _ as GaussianProcess, a as sampleConfig, b as encodeConfig, c as ranks$1, d as checkConfig, f as completeConfig, g as warpLosses, h as spaceGeometry, i as ladder, l as countConfigs$1, m as nestConfig, o as randomStream, p as hashConfig, r as createStrategy, s as rankCorrelation, t as buildStrategy, u as ConfigError, v as Observations, w as toUnit, x as contains, y as fitHyperparameters } from "./plan-WA5UVyQv.js";
import { createRequire } from "node:module";
import { stripVTControlCharacters } from "node:util";
import { Worker } from "node:worker_threads";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { closeSync, constants, cpSync, createReadStream, existsSync, fstatSync, lstatSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { setImmediate, setTimeout as setTimeout$1 } from "node:timers/promises";
import { mkdir, mkdtemp, readFile, readdir, realpath, rm, stat, symlink, unlink, writeFile } from "node:fs/promises";
import { execFile, spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import os, { availableParallelism, tmpdir, totalmem } from "node:os";

// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}

// src/spec/quantities.ts
const units = {
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5,
	d: 864e5
};
const longestDuration = 20736e5;
const durationPattern = "^\\s*(\\d+(\\.\\d+)?\\s*([mM][sS]|[sSmMhHdD])?\\s*)+$";
const sizePattern = "^\\s*\\d+(\\.\\d+)?\\s*([kKmMgG][iI]?)?[bB]?\\s*$";
function parseDuration(text) {
	if (typeof text === "number") return Number.isFinite(text) && text >= 0 ? Math.round(text * 1e3) : void 0;
	const written = text.trim().toLowerCase();
	if (/^\d+(\.\d+)?$/.test(written)) return Math.round(Number(written) * 1e3);
	if (!/^(\d+(\.\d+)?\s*(ms|s|m|h|d)\s*)+$/.test(written)) return void 0;
	const parts = [...written.matchAll(/(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)/g)];
	return Math.round(parts.reduce((sum, [, number, unit]) => sum + Number(number) * units[unit], 0));
}
const scales = {
	"": 1,
	k: 1e3,
	ki: 1024,
	m: 1e6,
	mi: 1024 ** 2,
	g: 1e9,
	gi: 1024 ** 3
};
function parseSize(text) {
	const match = /^(\d+(?:\.\d+)?)\s*([kmg]i?)?b?$/i.exec(String(text).trim());
	return match ? Math.round(Number(match[1]) * scales[(match[2] ?? "").toLowerCase()]) : void 0;
}

// src/github/data-branch.ts
var DataBranchError = class extends Error {
	name = "DataBranchError";
};
const largestFile = 262144;
async function readDataBranch(branch, folder) {
	return await inScratch(async (scratch) => {
		const tip = await fetchTip(branch, scratch);
		return tip === void 0 ? /* @__PURE__ */ new Map() : await filesOf(scratch, tip, folder);
	});
}
async function editDataBranch(branch, edit, { tries = 12, waitMs = 200 } = {}) {
	return await inScratch(async (scratch) => {
		for (let attempt = 1;; attempt++) {
			const tip = await fetchTip(branch, scratch);
			const files = tip === void 0 ? /* @__PURE__ */ new Map() : await filesOf(scratch, tip, edit.folder);
			const wanted = [...edit.change(files)].filter(([file, text]) => files.get(file) !== text);
			if (wanted.length === 0) return false;
			const problem = await push(branch, scratch, await makeCommit(scratch, tip, wanted, edit.message));
			if (problem === void 0) return true;
			if (!problem.race || attempt === tries) throw new DataBranchError(problem.text);
			await setTimeout$1(waitMs * Math.min(30, 2 ** (attempt - 1)) * Math.random());
		}
	});
}
async function inScratch(work) {
	const folder = await mkdtemp(path.join(tmpdir(), "tunegate-data-"));
	try {
		await git(folder, [
			"init",
			"--quiet",
			"--bare"
		]);
		return await work(folder);
	} finally {
		await rm(folder, {
			recursive: true,
			force: true,
			maxRetries: 3
		});
	}
}
function environment({ credentials }) {
	return credentials ? authorization(credentials) : {};
}
async function fetchTip(branch, scratch) {
	const ref = `refs/heads/${branch.name}`;
	const env = environment(branch);
	try {
		if (await git(scratch, [
			"ls-remote",
			"--end-of-options",
			argument$1(branch.url),
			argument$1(ref)
		], { env }) === "") return void 0;
		await git(scratch, [
			...[
				"fetch",
				"--quiet",
				"--no-tags",
				"--depth=1",
				"--force",
				"--end-of-options"
			],
			argument$1(branch.url),
			`${ref}:refs/tunegate/tip`
		], { env });
		return await git(scratch, ["rev-parse", "refs/tunegate/tip"]);
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		throw new DataBranchError(`The branch ${branch.name} could not be read: ${complaint(error.stderr) || error.message}`);
	}
}
async function filesOf(scratch, commit, folder) {
	const entries = (await git(scratch, [
		"ls-tree",
		"-r",
		"-z",
		"--long",
		argument$1(commit),
		"--",
		`${folder}/`
	])).split("\0").flatMap((line) => {
		const found = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(line);
		return found && Number(found[2]) <= largestFile ? [{
			hash: found[1],
			file: found[3]
		}] : [];
	});
	const input = entries.map(({ hash }) => `${hash}\n`).join("");
	const output = await gitBytes(scratch, ["cat-file", "--batch"], { input });
	const files = /* @__PURE__ */ new Map();
	let at = 0;
	for (const { file } of entries) {
		const end = output.indexOf(10, at);
		const size = Number(output.toString("latin1", at, end).split(" ")[2]);
		files.set(file, output.toString("utf8", end + 1, end + 1 + size));
		at = end + 1 + size + 1;
	}
	return files;
}
const identity = {
	name: "github-actions[bot]",
	email: "41898282+github-actions[bot]@users.noreply.github.com"
};
async function makeCommit(scratch, parent, changes, message) {
	const env = { GIT_INDEX_FILE: path.join(scratch, "edit.index") };
	await git(scratch, parent === void 0 ? ["read-tree", "--empty"] : ["read-tree", argument$1(parent)], { env });
	const none = "0".repeat(40);
	const lines = [];
	for (const [file, text] of changes) {
		if (text === void 0) {
			lines.push(`0 ${none}\t${file}`);
			continue;
		}
		const blob = await git(scratch, [
			"hash-object",
			"-w",
			"--no-filters",
			"--stdin"
		], { input: text });
		lines.push(`100644 ${blob}\t${file}`);
	}
	await git(scratch, [
		"update-index",
		"-z",
		"--index-info"
	], {
		env,
		input: `${lines.join("\0")}\0`
	});
	const tree = await git(scratch, ["write-tree"], { env });
	const onTop = parent === void 0 ? [] : ["-p", argument$1(parent)];
	return await git(scratch, [
		"commit-tree",
		argument$1(tree),
		...onTop,
		"-F",
		"-"
	], {
		input: `${message}\n`,
		env: {
			GIT_AUTHOR_NAME: identity.name,
			GIT_AUTHOR_EMAIL: identity.email,
			GIT_COMMITTER_NAME: identity.name,
			GIT_COMMITTER_EMAIL: identity.email
		}
	});
}
async function push(branch, scratch, commit) {
	const command = [
		"push",
		"--quiet",
		"--porcelain",
		"--no-verify",
		"--end-of-options",
		argument$1(branch.url)
	];
	try {
		await git(scratch, [...command, `${commit}:refs/heads/${branch.name}`], { env: environment(branch) });
		return;
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		const said = `${error.stderr}\n${error.stdout}`;
		return {
			race: /fetch first|non-fast-forward|cannot lock ref|reference already exists|failed to update ref|stale info|unable to (?:create|lock)|incorrect old value/.test(said),
			text: explain$2(branch, error)
		};
	}
}
function explain$2({ name }, error) {
	if (/\b403\b|Permission to .* denied|Write access to repository not granted/.test(error.stderr)) return `The token may not push the branch ${name}. Add \`contents: write\` to the \`permissions:\` of the job that runs on the default branch.`;
	return `The branch ${name} could not be pushed: ${complaint(error.stderr) || error.message}`;
}

// src/baseline/measured.ts
const version$2 = 1;
const text = string$1().max(1e3);
const sha = string$1().regex(/^[0-9a-f]{40,64}$/);
const schema = object({
	version: literal(version$2),
	study: text,
	commit: sha,
	at: datetime(),
	metric: object({
		name: text,
		goal: _enum(["minimize", "maximize"]),
		use: _enum(["last", "best"])
	}),
	circumstances: object({
		spec: text,
		dependencies: text,
		data: text,
		machine: text
	}),
	config: record(text, union([
		text,
		number$2(),
		boolean()
	])),
	trainings: array(object({
		seed: int().min(0),
		score: number$2().exactOptional(),
		metrics: record(text, number$2()),
		durationMs: number$2().min(0)
	})).max(1e3)
});
function writeMeasured(baseline) {
	const { trainings, ...head } = baseline;
	const lines = Object.entries({
		version: version$2,
		...head
	}).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
	const rows = trainings.map((training) => `    ${JSON.stringify(training)}`).join(",\n");
	return `{\n${lines.join("")}  "trainings": [\n${rows}\n  ]\n}\n`;
}
function readMeasured(content) {
	let json;
	try {
		json = JSON.parse(content);
	} catch (error) {
		return { problem: `it is not JSON (${error.message})` };
	}
	const parsed = schema.safeParse(json);
	if (parsed.success) {
		const { version: _, ...baseline } = parsed.data;
		return baseline;
	}
	const given = json?.version;
	if (typeof given === "number" && given > version$2) return { problem: `a newer Tunegate wrote it (version ${given}, this one reads ${version$2})` };
	const issue = parsed.error.issues[0];
	return { problem: `${issue?.path.join(".") || "its content"} is not as expected (${issue?.message})` };
}
function joinMeasured(earlier, later) {
	const seeds = new Set(later.trainings.map(({ seed }) => seed));
	const kept = earlier.trainings.filter(({ seed }) => !seeds.has(seed));
	return {
		...later,
		trainings: [...later.trainings, ...kept]
	};
}

// src/baseline/store.ts
const dataBranchName = "tunegate-data";
async function readStore({ branch, key }) {
	return parse$1(await readDataBranch(branch, folderOf(key)));
}
async function addToStore({ branch, key }, result, options = {}) {
	const file = fileOf(key, result);
	await editDataBranch(branch, {
		folder: folderOf(key),
		message: `Results of ${result.study.replace(/[^\x20-\x7e]/g, "?")} at ${result.commit.slice(0, 12)}`,
		change(files) {
			const there = files.get(file);
			const before = there === void 0 ? void 0 : readMeasured(there);
			const joined = before && !("problem" in before) ? joinMeasured(before, result) : result;
			return new Map([...surplus(files, file).map((old) => [old, void 0]), [file, writeMeasured(joined)]]);
		}
	}, options);
}
function folderOf(key) {
	return `baselines/${key}`;
}
function fileOf(key, { commit, circumstances: { spec, dependencies, data, machine } }) {
	const hash = createHash("sha256").update(JSON.stringify([
		spec,
		dependencies,
		data,
		machine
	]));
	return `${folderOf(key)}/${commit}-${hash.digest("hex").slice(0, 8)}.json`;
}
function surplus(files, coming) {
	const dated = [...files].filter(([file]) => file !== coming).flatMap(([file, text]) => {
		const read = readMeasured(text);
		return "problem" in read ? [] : [{
			file,
			at: read.at
		}];
	});
	dated.sort((a, b) => a.at < b.at ? 1 : -1);
	return dated.slice(199).map(({ file }) => file);
}
function parse$1(files) {
	const results = [];
	const notices = [];
	for (const [file, text] of files) {
		const read = readMeasured(text);
		if ("problem" in read) notices.push(`${file} on the branch ${dataBranchName} is passed over: ${read.problem}.`);
		else results.push(read);
	}
	results.sort((a, b) => a.at < b.at ? 1 : -1);
	return {
		results,
		notices: notices.slice(0, 3)
	};
}

// src/report/terminal-width.ts
function displayWidth(text) {
	let width = 0;
	for (const character of text) width += characterWidth(character);
	return width;
}
const zero = /^[\p{M}\p{Cf}\p{Cc}]$/u;
const emoji = /^\p{Emoji_Presentation}$/u;
function characterWidth(character) {
	const code = character.codePointAt(0);
	if (code < 768) return 1;
	if (zero.test(character)) return 0;
	return isWide(code) || emoji.test(character) ? 2 : 1;
}
function isWide(code) {
	return code >= 4352 && code <= 4447 || code >= 11904 && code <= 12350 || code >= 12353 && code <= 42191 || code >= 43360 && code <= 43388 || code >= 44032 && code <= 55203 || code >= 63744 && code <= 64255 || code >= 65072 && code <= 65135 || code >= 65280 && code <= 65376 || code >= 65504 && code <= 65510 || code >= 94208 && code <= 101631 || code >= 131072 && code <= 262141;
}
function cutTo(text, width) {
	if (displayWidth(text) <= width) return text;
	let kept = "";
	let used = 0;
	for (const character of text) {
		const size = characterWidth(character);
		if (used + size > width - 1) break;
		kept += character;
		used += size;
	}
	return width > 0 ? `${kept}…` : "";
}
function pad(text, width, align) {
	const fill = " ".repeat(Math.max(0, width - displayWidth(text)));
	return align === "left" ? text + fill : fill + text;
}
function wrap(text, width, indent = "") {
	const lines = [];
	let line = "";
	for (const word of text.split(" ").flatMap((item) => pieces(item, width - indent.length))) {
		const next = line === "" ? word : `${line} ${word}`;
		if (displayWidth(next) <= width || line === "") line = next;
		else {
			lines.push(line);
			line = indent + word;
		}
	}
	return (line === "" ? lines : [...lines, line]).map((text) => text.replace(/^(\s*):(?=:)/, "$1∶"));
}
function pieces(word, width) {
	const out = [];
	let piece = "";
	for (const character of word) {
		if (displayWidth(piece + character) > width && piece !== "") {
			out.push(piece);
			piece = "";
		}
		piece += character;
	}
	return [...out, piece];
}

// src/report/progress.ts
const { say: say$11, name: name$10, sentence: sentence$8, join: join$7 } = inTerminal;
const shownParameters$1 = 6;
function logLine(event, metric) {
	switch (event.type) {
		case "prepared":
		case "phase": return sentence$8(event.text);
		case "notice": return say$11`Note: ${sentence$8(event.text)}`;
		case "trial-started": {
			const how = event.again ? literal$1` again` : event.segment > 0 ? literal$1` on to a higher resource` : literal$1``;
			return say$11`${training(event)} starts${how}: ${configWords(event.config)}`;
		}
		case "retry": return say$11`${training(event)} ${failureWords[event.reason]}${event.message ? say$11` (${sentence$8(event.message, 200)})` : literal$1``}; tried again (${counted(event.attempt)} of ${counted(event.of)})`;
		case "trial-ended": return endLine(event.trial, event.best, metric);
		case "stopping": return say$11`Stopping (${stoppingWords[event.reason]}): ${plural(event.running, "training")} to interrupt.`;
		case "stopped": return say$11`The search stopped: ${sentence$8(event.detail.split(/[\r\n]/, 1)[0] ?? "")}.`;
		case "report": return;
	}
}
const stoppingWords = {
	time: literal$1`the time is up`,
	cancelled: literal$1`cancelled`,
	error: literal$1`something failed`
};
const roleWords = {
	head: literal$1`Head`,
	base: literal$1`Base`,
	confirm: literal$1`Confirmation`
};
function training({ role, trial, seed }) {
	if (role === "search") return say$11`Trial ${name$10(`#${trial}`)}`;
	return say$11`${roleWords[role]} with seed ${name$10(String(seed))}`;
}
function configWords(config) {
	const entries = Object.entries(config);
	const shown = entries.slice(0, shownParameters$1).map(([path, value]) => say$11`${name$10(path, 40)}=${name$10(valueText(value), 30)}`);
	return entries.length > shownParameters$1 ? say$11`${join$7(shown, ", ")} and ${counted(entries.length - shownParameters$1)} more` : join$7(shown, ", ");
}
function endLine(trial, best, metric) {
	const score = trial.score === void 0 ? literal$1`` : say$11`, ${name$10(metric)} ${short(trial.score)}`;
	const message = trial.state === "failed" && trial.message ? say$11` (${sentence$8(trial.message, 200)})` : literal$1``;
	const leads = best?.score === void 0 || trial.role !== "search" ? literal$1`` : best.trial === trial.trial ? literal$1`; the best so far` : say$11`; best so far ${short(best.score)} in ${name$10(`#${best.trial}`)}`;
	return say$11`${training(trial)} ${stateWords(trial)}${message}${score}, ${duration$1(trial.durationMs)}${leads}`;
}
function createProgress(planned) {
	return {
		phase: "search",
		finished: 0,
		running: [],
		stopping: false,
		...planned.trials === void 0 ? {} : { planned: planned.trials },
		...planned.epochs === void 0 ? {} : { epochs: planned.epochs }
	};
}
function advance(progress, event) {
	switch (event.type) {
		case "phase": return {
			...progress,
			phase: event.phase,
			finished: 0,
			running: []
		};
		case "trial-started": {
			const { role, trial } = event;
			const resource = event.resource ?? progress.epochs;
			const started = {
				role,
				trial,
				...resource === void 0 ? {} : { resource }
			};
			return {
				...progress,
				running: [...without(progress, event), started]
			};
		}
		case "report": return {
			...progress,
			running: progress.running.map((item) => item.role === event.role && item.trial === event.trial ? {
				...item,
				step: event.report.step
			} : item)
		};
		case "trial-ended": {
			const { best } = event;
			return {
				...progress,
				running: without(progress, event.trial),
				finished: event.finished,
				...best?.score === void 0 ? {} : { best: {
					trial: best.trial,
					score: best.score
				} }
			};
		}
		case "stopping": return {
			...progress,
			stopping: true
		};
		case "stopped": return {
			...progress,
			running: [],
			stopping: false
		};
		case "prepared":
		case "notice":
		case "retry": return progress;
	}
}
function without({ running }, { role, trial }) {
	return running.filter((item) => item.role !== role || item.trial !== trial);
}
function progressLine(progress, width) {
	const { phase, planned, finished, running, best, elapsedMs, leftMs, stopping } = progress;
	const parts = [
		phase === "gate" ? literal$1`Regression check: ${plural(finished, "training")} done` : phase === "confirm" ? literal$1`Confirming: ${plural(finished, "training")} done` : planned === void 0 ? literal$1`${plural(finished, "trial")} done` : literal$1`${counted(finished)}/${counted(planned)} trials`,
		...stopping ? [literal$1`stopping`] : [],
		...best ? [literal$1`best ${short(best.score)} in #${counted(best.trial)}`] : [],
		...elapsedMs === void 0 ? [] : [literal$1`${duration$1(elapsedMs)}`],
		...leftMs === void 0 ? [] : [literal$1`${duration$1(Math.max(0, leftMs))} left`],
		...running.length === 0 ? [] : [literal$1`running ${runningWords(running)}`]
	];
	return cutTo(parts.join(" · "), width);
}
function runningWords(running) {
	return running.map(({ role, trial, step, resource }) => {
		const who = role === "search" ? literal$1`#${counted(trial)}` : role;
		if (step === void 0) return who;
		const of = resource === void 0 ? literal$1`` : literal$1`/${counted(resource)}`;
		return literal$1`${who} (${counted(step)}${of})`;
	}).join(" ");
}

// node_modules/picocolors/picocolors.js
var require_picocolors = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let p = process || {};
	let argv = p.argv || [];
	let env = p.env || {};
	let isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
	let formatter = (open, close, replace = open) => (input) => {
		let string = "" + input, index = string.indexOf(close, open.length);
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
	};
	let replaceClose = (string, close, replace, index) => {
		let result = "", cursor = 0;
		do {
			result += string.substring(cursor, index) + replace;
			cursor = index + close.length;
			index = string.indexOf(close, cursor);
		} while (~index);
		return result + string.substring(cursor);
	};
	let createColors = (enabled = isColorSupported) => {
		let f = enabled ? formatter : () => String;
		return {
			isColorSupported: enabled,
			reset: f("\x1B[0m", "\x1B[0m"),
			bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
			dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
			italic: f("\x1B[3m", "\x1B[23m"),
			underline: f("\x1B[4m", "\x1B[24m"),
			inverse: f("\x1B[7m", "\x1B[27m"),
			hidden: f("\x1B[8m", "\x1B[28m"),
			strikethrough: f("\x1B[9m", "\x1B[29m"),
			black: f("\x1B[30m", "\x1B[39m"),
			red: f("\x1B[31m", "\x1B[39m"),
			green: f("\x1B[32m", "\x1B[39m"),
			yellow: f("\x1B[33m", "\x1B[39m"),
			blue: f("\x1B[34m", "\x1B[39m"),
			magenta: f("\x1B[35m", "\x1B[39m"),
			cyan: f("\x1B[36m", "\x1B[39m"),
			white: f("\x1B[37m", "\x1B[39m"),
			gray: f("\x1B[90m", "\x1B[39m"),
			bgBlack: f("\x1B[40m", "\x1B[49m"),
			bgRed: f("\x1B[41m", "\x1B[49m"),
			bgGreen: f("\x1B[42m", "\x1B[49m"),
			bgYellow: f("\x1B[43m", "\x1B[49m"),
			bgBlue: f("\x1B[44m", "\x1B[49m"),
			bgMagenta: f("\x1B[45m", "\x1B[49m"),
			bgCyan: f("\x1B[46m", "\x1B[49m"),
			bgWhite: f("\x1B[47m", "\x1B[49m"),
			blackBright: f("\x1B[90m", "\x1B[39m"),
			redBright: f("\x1B[91m", "\x1B[39m"),
			greenBright: f("\x1B[92m", "\x1B[39m"),
			yellowBright: f("\x1B[93m", "\x1B[39m"),
			blueBright: f("\x1B[94m", "\x1B[39m"),
			magentaBright: f("\x1B[95m", "\x1B[39m"),
			cyanBright: f("\x1B[96m", "\x1B[39m"),
			whiteBright: f("\x1B[97m", "\x1B[39m"),
			bgBlackBright: f("\x1B[100m", "\x1B[49m"),
			bgRedBright: f("\x1B[101m", "\x1B[49m"),
			bgGreenBright: f("\x1B[102m", "\x1B[49m"),
			bgYellowBright: f("\x1B[103m", "\x1B[49m"),
			bgBlueBright: f("\x1B[104m", "\x1B[49m"),
			bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
			bgCyanBright: f("\x1B[106m", "\x1B[49m"),
			bgWhiteBright: f("\x1B[107m", "\x1B[49m")
		};
	};
	module.exports = createColors();
	module.exports.createColors = createColors;
}));

// src/insight/ablation.ts
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
const worth = .9;
function ablationPath(space, surrogate, from, to) {
	const start = surrogate.loss(from);
	const total = start - surrogate.loss(to);
	if (!(total > 0)) return void 0;
	const steps = [];
	const configs = [];
	let current = from;
	for (;;) {
		const differing = space.parameters.map(({ path }) => path).filter((path) => current[path] !== void 0 && to[path] !== void 0 && current[path] !== to[path]);
		if (differing.length === 0) break;
		const { path, config, loss } = differing.map((path) => {
			const config = changed(space, current, to, path);
			return {
				path,
				config,
				loss: surrogate.loss(config)
			};
		}).reduce((a, b) => b.loss < a.loss ? b : a);
		steps.push({
			path,
			from: current[path],
			to: to[path],
			loss,
			gained: (start - loss) / total
		});
		configs.push(config);
		current = config;
	}
	const enough = steps.findIndex(({ gained }) => gained >= worth) + 1;
	if (steps.length === 0 || enough === 0) return void 0;
	return {
		steps,
		enough,
		minimal: configs[enough - 1]
	};
}
function changed(space, config, to, path) {
	const out = {};
	for (const parameter of space.parameters) {
		if (!isActive(parameter, out)) continue;
		const value = parameter.path === path ? to[path] : config[parameter.path] ?? to[parameter.path] ?? parameter.default ?? firstValue(parameter.domain);
		if (value !== void 0) out[parameter.path] = value;
	}
	return out;
}
function firstValue(domain) {
	if (domain.type === "choice") return domain.values[0];
	if (domain.type === "bool") return false;
	return "min" in domain ? domain.min : void 0;
}

// src/insight/boundary.ts
const rim = .02;
const fewestValues = 5;
function boundaryWarnings(space, config) {
	return space.dimensions.flatMap(({ parameter: { path, domain }, values }) => {
		const value = config[path];
		if (typeof value !== "number" || domain.type === "choice" || domain.type === "bool") return [];
		if (values < fewestValues || domain.type === "constant") return [];
		const place = toUnit(domain, value);
		const margin = Number.isFinite(values) ? Math.max(rim, .51 / values) : rim;
		const side = place <= margin ? "min" : place >= 1 - margin ? "max" : void 0;
		if (!side) return [];
		const suggestion = beyond(domain, side);
		return suggestion === void 0 ? [] : [{
			path,
			side,
			value,
			suggestion
		}];
	});
}
function beyond(domain, side) {
	const { min, max, scale } = domain;
	const whole = domain.type === "int";
	const halfLower = min - (max - min) / 2;
	const raw = scale === "log" && min > 0 ? side === "min" ? min / (max / min) ** .25 : max * (max / min) ** .25 : side === "min" ? min > 0 && halfLower <= 0 ? min / 2 : halfLower : max + (max - min) / 2;
	const round = Number(raw.toPrecision(raw < 10 ? 1 : 2));
	const suggestion = whole ? Math.round(round) : round;
	if (side === "min" && (suggestion >= min || min >= 0 && suggestion < 0 || whole && min >= 1 && suggestion < 1)) return void 0;
	if (side === "max" && (suggestion <= max || max <= 1 && min >= 0 && !whole && scale !== "log")) return void 0;
	return suggestion;
}

// src/insight/dependence.ts
function partialDependence(space, surrogate, observations, path) {
	const dimension = space.dimensions.find(({ parameter }) => parameter.path === path);
	if (!dimension) return [];
	const { domain } = dimension.parameter;
	const count = Math.min(20, dimension.values);
	const values = [...new Set(Array.from({ length: count }, (_, i) => fromUnit(domain, (i + .5) / count)))];
	const background = observations.filter(({ config }) => isActive(dimension.parameter, config)).slice().sort((a, b) => a.loss - b.loss).slice(0, 64).map(({ config }) => config);
	if (background.length === 0) return [];
	return values.map((value) => ({
		value,
		loss: background.reduce((sum, config) => sum + expected(config, value) / background.length, 0)
	}));
	function expected(config, value) {
		return surrogate.loss({
			...config,
			[path]: value
		});
	}
}

// src/insight/failures.ts
const fewest$4 = 3;
function sharedFailures(space, trials) {
	const search = trials.filter(({ role }) => role === "search");
	const failed = search.filter(({ state }) => state === "failed");
	const others = search.filter(({ state }) => state === "completed" || state === "pruned");
	if (failed.length < fewest$4 || others.length < fewest$4) return [];
	return space.dimensions.flatMap(({ parameter: { path }, values }) => {
		if (!Number.isFinite(values) || values > 20) return [];
		return [...new Set(failed.flatMap(({ config }) => config[path] ?? []))].flatMap((value) => {
			const count = (of) => of.filter(({ config }) => config[path] === value).length;
			const having = count(failed);
			return having / failed.length >= .8 && count(others) / others.length <= .5 ? [{
				path,
				value,
				having,
				failed: failed.length
			}] : [];
		});
	});
}

// src/insight/importance.ts
const fewest$3 = 30;
const top$2 = .1;
const fewestTop$1 = 8;
const grid$1 = 64;
function importance(space, observations) {
	if (observations.length < fewest$3) return void 0;
	const points = observations.map(({ config }) => encodeConfig(space, config));
	const order = [...observations.keys()].sort((a, b) => observations[a].loss - observations[b].loss);
	const count = Math.max(fewestTop$1, Math.ceil(top$2 * observations.length));
	const best = new Set(order.slice(0, count));
	const raw = space.dimensions.map(({ parameter, kind, values }, j) => {
		const all = points.flatMap((point) => Number.isNaN(point[j]) ? [] : [point[j]]);
		const leading = points.flatMap((point, i) => best.has(i) && !Number.isNaN(point[j]) ? [point[j]] : []);
		if (leading.length < 3 || all.length < 6) return {
			path: parameter.path,
			value: 0
		};
		const divergence = kind === "categorical" ? ofFrequencies(leading, all, values) : ofDensities(leading, all);
		return {
			path: parameter.path,
			value: divergence * leading.length / count
		};
	});
	const sum = raw.reduce((total, { value }) => total + value, 0);
	if (!(sum > 0)) return void 0;
	return raw.map(({ path, value }) => ({
		path,
		share: value / sum
	})).sort((a, b) => b.share - a.share);
}
function ofFrequencies(leading, all, values) {
	const bin = (x) => Math.min(values - 1, Math.floor(x * values));
	const frequencies = (points) => {
		const counts = new Float64Array(values).fill(1);
		for (const x of points) counts[bin(x)] += 1;
		return counts.map((of) => of / (points.length + values));
	};
	const [p, q] = [frequencies(leading), frequencies(all)];
	return q.reduce((sum, of, i) => sum + (p[i] / of - 1) ** 2 * of, 0);
}
function ofDensities(leading, all) {
	const [p, q] = [density(leading), density(all)];
	let sum = 0;
	for (let i = 0; i < grid$1; i++) sum += (p[i] / q[i] - 1) ** 2 * q[i] / grid$1;
	return sum;
}
function density(points) {
	const n = points.length;
	const mean = points.reduce((sum, x) => sum + x / n, 0);
	const deviation = Math.sqrt(points.reduce((sum, x) => sum + (x - mean) ** 2, 0) / Math.max(1, n - 1));
	const width = Math.max(.05, 1.06 * deviation * n ** -.2);
	const out = new Float64Array(grid$1);
	for (let i = 0; i < grid$1; i++) {
		const at = (i + .5) / grid$1;
		let sum = .001 * n;
		for (const x of points) for (const image of [
			x,
			-x,
			2 - x
		]) sum += Math.exp(-.5 * ((at - image) / width) ** 2);
		out[i] = sum;
	}
	const total = out.reduce((a, b) => a + b, 0);
	return out.map((value) => value * grid$1 / total);
}

// src/insight/observation.ts
function observationsOf(study) {
	const completed = study.trials.filter((trial) => trial.role === "search" && trial.state === "completed" && trial.score !== void 0 && Number.isFinite(trial.score));
	const full = completed.reduce((most, { resource = 0 }) => Math.max(most, resource), 0);
	return completed.filter(({ resource }) => resource === void 0 || resource >= full).map(({ trial, config, score, origin }) => ({
		trial,
		config,
		loss: lossOf(study.metric, score),
		origin
	}));
}

// src/insight/progress.ts
const unguided = /* @__PURE__ */ new Set([
	"initial design",
	"random",
	"exploration",
	"spread"
]);
const fewestDraws = 8;
function searchProgress(observations) {
	let least = Number.POSITIVE_INFINITY;
	const best = observations.map(({ loss }) => {
		least = Math.min(least, loss);
		return least;
	});
	const sample = observations.filter(({ origin }) => unguided.has(origin)).map(({ loss }) => loss).sort((a, b) => a - b);
	const m = sample.length;
	if (m < fewestDraws || m === observations.length) return {
		best,
		draws: m
	};
	const n = observations.length;
	return {
		best,
		random: sample.reduce((sum, x, i) => sum + x * (((m - i) / m) ** n - ((m - i - 1) / m) ** n), 0),
		draws: m
	};
}

// src/insight/surrogate.ts
const mostObservations = 200;
const fewest$2 = 10;
function fitSurrogate(space, observations) {
	if (observations.length < fewest$2 || space.dimensions.length === 0) return void 0;
	const byLoss = [...observations].sort((a, b) => a.loss - b.loss);
	const kept = observations.length <= mostObservations ? observations : [.../* @__PURE__ */ new Set([...byLoss.slice(0, mostObservations / 2), ...observations.slice(-100)])];
	const losses = kept.map(({ loss }) => loss);
	if (Math.max(...losses) === Math.min(...losses)) return void 0;
	const { targets } = warpLosses(losses);
	const points = new Observations(spaceGeometry(space), kept.map(({ config }) => encodeConfig(space, config)));
	const start = {
		logLengthscales: new Float64Array(space.dimensions.length),
		logSignal: 0,
		logNoise: Math.log(.01)
	};
	const hyperparameters = fitHyperparameters(points, targets, [start], 40);
	const model = new GaussianProcess(points, targets, hyperparameters);
	const pairs = losses.map((loss, i) => ({
		loss,
		target: targets[i]
	})).sort((a, b) => a.target - b.target || a.loss - b.loss);
	const noise = Math.exp(hyperparameters.logNoise);
	return {
		loss: (config) => unwarp(pairs, model.mean(encodeConfig(space, config))),
		noise: noise / (noise + Math.exp(hyperparameters.logSignal))
	};
}
function unwarp(pairs, target) {
	const above = pairs.findIndex((pair) => pair.target >= target);
	if (above < 0) return pairs.at(-1).loss;
	if (above === 0) return pairs[0].loss;
	const [low, high] = [pairs[above - 1], pairs[above]];
	const share = high.target > low.target ? (target - low.target) / (high.target - low.target) : 1;
	return low.loss + share * (high.loss - low.loss);
}

// src/insight/insight.ts
const mostDependences = 3;
const leastShare = .1;
const known$3 = /* @__PURE__ */ new WeakMap();
function insightOf(study, space, best) {
	const ofStudy = known$3.get(study) ?? /* @__PURE__ */ new Map();
	known$3.set(study, ofStudy);
	const insight = ofStudy.get(best) ?? learn(study, space, best);
	ofStudy.set(best, insight);
	return insight;
}
function learn(study, space, best) {
	const observations = observationsOf(study);
	const winner = observations.find(({ trial }) => trial === best) ?? observations.reduce((a, b) => a && a.loss <= b.loss ? a : b, void 0);
	const surrogate = fitSurrogate(space, observations);
	const parts = importance(space, observations);
	const ablation = surrogate && winner && space.incumbent ? ablationPath(space, surrogate, space.incumbent, winner.config) : void 0;
	return {
		...parts ? { importance: parts } : {},
		dependence: surrogate ? (parts ?? []).slice(0, mostDependences).filter(({ share }) => share >= leastShare).map(({ path }) => ({
			path,
			points: partialDependence(space, surrogate, observations, path)
		})) : [],
		boundaries: winner ? boundaryWarnings(space, winner.config) : [],
		...ablation ? { ablation } : {},
		progress: searchProgress(observations),
		...surrogate ? { noise: surrogate.noise } : {},
		failures: sharedFailures(space, study.trials)
	};
}

// src/report/board.ts
function leaderboard(results) {
	const { study, space } = results;
	const hash = space.incumbent && hashConfig(space, space.incumbent);
	const ranked = rankTrials(study);
	const best = bestTrial(study);
	const incumbent = hash === void 0 ? void 0 : ranked.find(({ config }) => hashConfig(space, config) === hash);
	const confirmed = results.confirmation?.trial;
	const recommended = confirmed === void 0 ? best : ranked.find(({ trial }) => trial === confirmed) ?? best;
	const fronts = study.more?.length ? new Map(paretoFronts(study).flatMap((front, i) => front.map((trial) => [trial, i + 1]))) : void 0;
	const paused = pausedTrials(study.trials);
	return {
		rows: ranked.map((trial, index) => {
			const missed = misses(study, trial);
			const counts = trial.state === "completed" && trial.score !== void 0 && missed.length === 0 && !paused.has(trial);
			const rank = fronts ? fronts.get(trial) : index + 1;
			return {
				trial,
				incumbent: trial === incumbent,
				best: trial === recommended,
				misses: missed,
				...counts && rank !== void 0 ? { rank } : {}
			};
		}),
		...best ? { best } : {},
		...recommended ? { recommended } : {},
		...incumbent ? { incumbent } : {},
		score: numberFormat(ranked.flatMap(({ score }) => score === void 0 ? [] : [score]))
	};
}
function splitRows(rows, top) {
	const first = (row, index) => index < top || row.incumbent || row.best;
	return {
		shown: rows.filter(first),
		rest: rows.filter((row, index) => !first(row, index))
	};
}
function varyingPaths(results, rows) {
	const configs = rows.map(({ trial }) => trial.config);
	if (results.space.incumbent) configs.push(results.space.incumbent);
	return results.space.parameters.map(({ path }) => path).filter((path) => new Set(configs.map((config) => config[path])).size > 1);
}
function shortName(path, columns) {
	const last = lastPart(path);
	return columns.filter((column) => lastPart(column) === last).length === 1 ? last : path;
}
function lastPart(path) {
	return path.slice(path.lastIndexOf(".") + 1) || path;
}
function epochsOf$1({ reports, resource }) {
	const step = reports.at(-1)?.step;
	if (step === void 0) return "";
	return resource !== void 0 && step < resource ? `${step}/${resource}` : String(step);
}
function gain({ best, incumbent }, goal) {
	if (best?.score === void 0 || incumbent?.score === void 0 || incumbent.state !== "completed") return void 0;
	return goal === "maximize" ? best.score - incumbent.score : incumbent.score - best.score;
}

// node_modules/yaml/dist/nodes/identity.js
var require_identity = /* @__PURE__ */ __commonJSMin(((exports) => {
	const ALIAS = Symbol.for("yaml.alias");
	const DOC = Symbol.for("yaml.document");
	const MAP = Symbol.for("yaml.map");
	const PAIR = Symbol.for("yaml.pair");
	const SCALAR = Symbol.for("yaml.scalar");
	const SEQ = Symbol.for("yaml.seq");
	const NODE_TYPE = Symbol.for("yaml.node.type");
	const isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
	const isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
	const isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
	const isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
	const isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
	const isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
	function isCollection(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case MAP:
			case SEQ: return true;
		}
		return false;
	}
	function isNode(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case ALIAS:
			case MAP:
			case SCALAR:
			case SEQ: return true;
		}
		return false;
	}
	const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
	exports.ALIAS = ALIAS;
	exports.DOC = DOC;
	exports.MAP = MAP;
	exports.NODE_TYPE = NODE_TYPE;
	exports.PAIR = PAIR;
	exports.SCALAR = SCALAR;
	exports.SEQ = SEQ;
	exports.hasAnchor = hasAnchor;
	exports.isAlias = isAlias;
	exports.isCollection = isCollection;
	exports.isDocument = isDocument;
	exports.isMap = isMap;
	exports.isNode = isNode;
	exports.isPair = isPair;
	exports.isScalar = isScalar;
	exports.isSeq = isSeq;
}));

// node_modules/yaml/dist/visit.js
var require_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove node");
	function visit(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (visit_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else visit_(null, node, visitor_, Object.freeze([]));
	}
	visit.BREAK = BREAK;
	visit.SKIP = SKIP;
	visit.REMOVE = REMOVE;
	function visit_(key, node, visitor, path) {
		const ctrl = callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visit_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = visit_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = visit_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = visit_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	async function visitAsync(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (await visitAsync_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else await visitAsync_(null, node, visitor_, Object.freeze([]));
	}
	visitAsync.BREAK = BREAK;
	visitAsync.SKIP = SKIP;
	visitAsync.REMOVE = REMOVE;
	async function visitAsync_(key, node, visitor, path) {
		const ctrl = await callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visitAsync_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = await visitAsync_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = await visitAsync_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = await visitAsync_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	function initVisitor(visitor) {
		if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) return Object.assign({
			Alias: visitor.Node,
			Map: visitor.Node,
			Scalar: visitor.Node,
			Seq: visitor.Node
		}, visitor.Value && {
			Map: visitor.Value,
			Scalar: visitor.Value,
			Seq: visitor.Value
		}, visitor.Collection && {
			Map: visitor.Collection,
			Seq: visitor.Collection
		}, visitor);
		return visitor;
	}
	function callVisitor(key, node, visitor, path) {
		if (typeof visitor === "function") return visitor(key, node, path);
		if (identity.isMap(node)) return visitor.Map?.(key, node, path);
		if (identity.isSeq(node)) return visitor.Seq?.(key, node, path);
		if (identity.isPair(node)) return visitor.Pair?.(key, node, path);
		if (identity.isScalar(node)) return visitor.Scalar?.(key, node, path);
		if (identity.isAlias(node)) return visitor.Alias?.(key, node, path);
	}
	function replaceNode(key, path, node) {
		const parent = path[path.length - 1];
		if (identity.isCollection(parent)) parent.items[key] = node;
		else if (identity.isPair(parent)) {
			if (key === "key") parent.key = node;
			else parent.value = node;
		} else if (identity.isDocument(parent)) parent.contents = node;
		else {
			const pt = identity.isAlias(parent) ? "alias" : "scalar";
			throw new Error(`Cannot replace node with ${pt} parent`);
		}
	}
	exports.visit = visit;
	exports.visitAsync = visitAsync;
}));

// node_modules/yaml/dist/doc/directives.js
var require_directives = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	const escapeChars = {
		"!": "%21",
		",": "%2C",
		"[": "%5B",
		"]": "%5D",
		"{": "%7B",
		"}": "%7D"
	};
	const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
	var Directives = class Directives {
		constructor(yaml, tags) {
			this.docStart = null;
			this.docEnd = false;
			this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
			this.tags = Object.assign({}, Directives.defaultTags, tags);
		}
		clone() {
			const copy = new Directives(this.yaml, this.tags);
			copy.docStart = this.docStart;
			return copy;
		}
		atDocument() {
			const res = new Directives(this.yaml, this.tags);
			switch (this.yaml.version) {
				case "1.1":
					this.atNextDocument = true;
					break;
				case "1.2":
					this.atNextDocument = false;
					this.yaml = {
						explicit: Directives.defaultYaml.explicit,
						version: "1.2"
					};
					this.tags = Object.assign({}, Directives.defaultTags);
			}
			return res;
		}
		add(line, onError) {
			if (this.atNextDocument) {
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: "1.1"
				};
				this.tags = Object.assign({}, Directives.defaultTags);
				this.atNextDocument = false;
			}
			const parts = line.trim().split(/[ \t]+/);
			const name = parts.shift();
			switch (name) {
				case "%TAG": {
					if (parts.length !== 2) {
						onError(0, "%TAG directive should contain exactly two parts");
						if (parts.length < 2) return false;
					}
					const [handle, prefix] = parts;
					this.tags[handle] = prefix;
					return true;
				}
				case "%YAML": {
					this.yaml.explicit = true;
					if (parts.length !== 1) {
						onError(0, "%YAML directive should contain exactly one part");
						return false;
					}
					const [version] = parts;
					if (version === "1.1" || version === "1.2") {
						this.yaml.version = version;
						return true;
					} else {
						const isValid = /^\d+\.\d+$/.test(version);
						onError(6, `Unsupported YAML version ${version}`, isValid);
						return false;
					}
				}
				default:
					onError(0, `Unknown directive ${name}`, true);
					return false;
			}
		}
		tagName(source, onError) {
			if (source === "!") return "!";
			if (source[0] !== "!") {
				onError(`Not a valid tag: ${source}`);
				return null;
			}
			if (source[1] === "<") {
				const verbatim = source.slice(2, -1);
				if (verbatim === "!" || verbatim === "!!") {
					onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
					return null;
				}
				if (source[source.length - 1] !== ">") onError("Verbatim tags must end with a >");
				return verbatim;
			}
			const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
			if (!suffix) onError(`The ${source} tag has no suffix`);
			const prefix = this.tags[handle];
			if (prefix) try {
				return prefix + decodeURIComponent(suffix);
			} catch (error) {
				onError(String(error));
				return null;
			}
			if (handle === "!") return source;
			onError(`Could not resolve tag: ${source}`);
			return null;
		}
		tagString(tag) {
			for (const [handle, prefix] of Object.entries(this.tags)) if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
			return tag[0] === "!" ? tag : `!<${tag}>`;
		}
		toString(doc) {
			const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
			const tagEntries = Object.entries(this.tags);
			let tagNames;
			if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
				const tags = {};
				visit.visit(doc.contents, (_key, node) => {
					if (identity.isNode(node) && node.tag) tags[node.tag] = true;
				});
				tagNames = Object.keys(tags);
			} else tagNames = [];
			for (const [handle, prefix] of tagEntries) {
				if (handle === "!!" && prefix === "tag:yaml.org,2002:") continue;
				if (!doc || tagNames.some((tn) => tn.startsWith(prefix))) lines.push(`%TAG ${handle} ${prefix}`);
			}
			return lines.join("\n");
		}
	};
	Directives.defaultYaml = {
		explicit: false,
		version: "1.2"
	};
	Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
	exports.Directives = Directives;
}));

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	function anchorIsValid(anchor) {
		if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
			const msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor)}`;
			throw new Error(msg);
		}
		return true;
	}
	function anchorNames(root) {
		const anchors = /* @__PURE__ */ new Set();
		visit.visit(root, { Value(_key, node) {
			if (node.anchor) anchors.add(node.anchor);
		} });
		return anchors;
	}
	function findNewAnchor(prefix, exclude) {
		for (let i = 1;; ++i) {
			const name = `${prefix}${i}`;
			if (!exclude.has(name)) return name;
		}
	}
	function createNodeAnchors(doc, prefix) {
		const aliasObjects = [];
		const sourceObjects = /* @__PURE__ */ new Map();
		let prevAnchors = null;
		return {
			onAnchor: (source) => {
				aliasObjects.push(source);
				prevAnchors ?? (prevAnchors = anchorNames(doc));
				const anchor = findNewAnchor(prefix, prevAnchors);
				prevAnchors.add(anchor);
				return anchor;
			},
			setAnchors: () => {
				for (const source of aliasObjects) {
					const ref = sourceObjects.get(source);
					if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) ref.node.anchor = ref.anchor;
					else {
						const error = /* @__PURE__ */ new Error("Failed to resolve repeated object (this should not happen)");
						error.source = source;
						throw error;
					}
				}
			},
			sourceObjects
		};
	}
	exports.anchorIsValid = anchorIsValid;
	exports.anchorNames = anchorNames;
	exports.createNodeAnchors = createNodeAnchors;
	exports.findNewAnchor = findNewAnchor;
}));

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = /* @__PURE__ */ __commonJSMin(((exports) => {
	function applyReviver(reviver, obj, key, val) {
		if (val && typeof val === "object") {
			if (Array.isArray(val)) for (let i = 0, len = val.length; i < len; ++i) {
				const v0 = val[i];
				const v1 = applyReviver(reviver, val, String(i), v0);
				if (v1 === void 0) delete val[i];
				else if (v1 !== v0) val[i] = v1;
			}
			else if (val instanceof Map) for (const k of Array.from(val.keys())) {
				const v0 = val.get(k);
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) val.delete(k);
				else if (v1 !== v0) val.set(k, v1);
			}
			else if (val instanceof Set) for (const v0 of Array.from(val)) {
				const v1 = applyReviver(reviver, val, v0, v0);
				if (v1 === void 0) val.delete(v0);
				else if (v1 !== v0) {
					val.delete(v0);
					val.add(v1);
				}
			}
			else for (const [k, v0] of Object.entries(val)) {
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) delete val[k];
				else if (v1 !== v0) val[k] = v1;
			}
		}
		return reviver.call(obj, key, val);
	}
	exports.applyReviver = applyReviver;
}));

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	function toJS(value, arg, ctx) {
		if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx));
		if (value && typeof value.toJSON === "function") {
			if (!ctx || !identity.hasAnchor(value)) return value.toJSON(arg, ctx);
			const data = {
				aliasCount: 0,
				count: 1,
				res: void 0
			};
			ctx.anchors.set(value, data);
			ctx.onCreate = (res) => {
				data.res = res;
				delete ctx.onCreate;
			};
			const res = value.toJSON(arg, ctx);
			if (ctx.onCreate) ctx.onCreate(res);
			return res;
		}
		if (typeof value === "bigint" && !ctx?.keep) return Number(value);
		return value;
	}
	exports.toJS = toJS;
}));

// node_modules/yaml/dist/nodes/Node.js
var require_Node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var applyReviver = require_applyReviver();
	var identity = require_identity();
	var toJS = require_toJS();
	var NodeBase = class {
		constructor(type) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: type });
		}
		clone() {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			if (!identity.isDocument(doc)) throw new TypeError("A document argument is required");
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc,
				keep: true,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this, "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
	};
	exports.NodeBase = NodeBase;
}));

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var visit = require_visit();
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	var Alias = class extends Node.NodeBase {
		constructor(source) {
			super(identity.ALIAS);
			this.source = source;
			Object.defineProperty(this, "tag", { set() {
				throw new Error("Alias nodes cannot have tags");
			} });
		}
		resolve(doc, ctx) {
			if (ctx?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
			let nodes;
			if (ctx?.aliasResolveCache) nodes = ctx.aliasResolveCache;
			else {
				nodes = [];
				visit.visit(doc, { Node: (_key, node) => {
					if (identity.isAlias(node) || identity.hasAnchor(node)) nodes.push(node);
				} });
				if (ctx) ctx.aliasResolveCache = nodes;
			}
			let found = void 0;
			for (const node of nodes) {
				if (node === this) break;
				if (node.anchor === this.source) found = node;
			}
			if (found && ctx) {
				const { anchors, doc, maxAliasCount } = ctx;
				let data = anchors.get(found);
				if (!data) {
					toJS.toJS(found, null, ctx);
					data = anchors.get(found);
				}
				/* istanbul ignore if */
				if (data?.res === void 0) throw new ReferenceError("This should not happen: Alias anchor was not resolved?");
				if (maxAliasCount >= 0) {
					data.count += 1;
					if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc, found, anchors);
					if (data.count * data.aliasCount > maxAliasCount) throw new ReferenceError("Excessive alias count indicates a resource exhaustion attack");
				}
			}
			return found;
		}
		toJSON(_arg, ctx) {
			if (!ctx) return { source: this.source };
			const source = this.resolve(ctx.doc, ctx);
			if (!source) {
				const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw new ReferenceError(msg);
			}
			return ctx.anchors.get(source).res;
		}
		toString(ctx, _onComment, _onChompKeep) {
			const src = `*${this.source}`;
			if (ctx) {
				anchors.anchorIsValid(this.source);
				if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
					const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
					throw new Error(msg);
				}
				if (ctx.implicitKey) return `${src} `;
			}
			return src;
		}
	};
	function getAliasCount(doc, node, anchors) {
		if (identity.isAlias(node)) {
			const source = node.resolve(doc);
			const anchor = anchors && source && anchors.get(source);
			return anchor ? anchor.count * anchor.aliasCount : 0;
		} else if (identity.isCollection(node)) {
			let count = 0;
			for (const item of node.items) {
				const c = getAliasCount(doc, item, anchors);
				if (c > count) count = c;
			}
			return count;
		} else if (identity.isPair(node)) {
			const kc = getAliasCount(doc, node.key, anchors);
			const vc = getAliasCount(doc, node.value, anchors);
			return Math.max(kc, vc);
		}
		return 1;
	}
	exports.Alias = Alias;
}));

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	const isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
	var Scalar = class extends Node.NodeBase {
		constructor(value) {
			super(identity.SCALAR);
			this.value = value;
		}
		toJSON(arg, ctx) {
			return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
		}
		toString() {
			return String(this.value);
		}
	};
	Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
	Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
	Scalar.PLAIN = "PLAIN";
	Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
	Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
	exports.Scalar = Scalar;
	exports.isScalarValue = isScalarValue;
}));

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var Scalar = require_Scalar();
	const defaultTagPrefix = "tag:yaml.org,2002:";
	function findTagObject(value, tagName, tags) {
		if (tagName) {
			const match = tags.filter((t) => t.tag === tagName);
			const tagObj = match.find((t) => !t.format) ?? match[0];
			if (!tagObj) throw new Error(`Tag ${tagName} not found`);
			return tagObj;
		}
		return tags.find((t) => t.identify?.(value) && !t.format);
	}
	function createNode(value, tagName, ctx) {
		if (identity.isDocument(value)) value = value.contents;
		if (identity.isNode(value)) return value;
		if (identity.isPair(value)) {
			const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
			map.items.push(value);
			return map;
		}
		if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) value = value.valueOf();
		const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
		let ref = void 0;
		if (aliasDuplicateObjects && value && typeof value === "object") {
			ref = sourceObjects.get(value);
			if (ref) {
				ref.anchor ?? (ref.anchor = onAnchor(value));
				return new Alias.Alias(ref.anchor);
			} else {
				ref = {
					anchor: null,
					node: null
				};
				sourceObjects.set(value, ref);
			}
		}
		if (tagName?.startsWith("!!")) tagName = defaultTagPrefix + tagName.slice(2);
		let tagObj = findTagObject(value, tagName, schema.tags);
		if (!tagObj) {
			if (value && typeof value.toJSON === "function") value = value.toJSON();
			if (!value || typeof value !== "object") {
				const node = new Scalar.Scalar(value);
				if (ref) ref.node = node;
				return node;
			}
			tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
		}
		if (onTagObj) {
			onTagObj(tagObj);
			delete ctx.onTagObj;
		}
		const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
		if (tagName) node.tag = tagName;
		else if (!tagObj.default) node.tag = tagObj.tag;
		if (ref) ref.node = node;
		return node;
	}
	exports.createNode = createNode;
}));

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var identity = require_identity();
	var Node = require_Node();
	function collectionFromPath(schema, path, value) {
		let v = value;
		for (let i = path.length - 1; i >= 0; --i) {
			const k = path[i];
			if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
				const a = [];
				a[k] = v;
				v = a;
			} else v = /* @__PURE__ */ new Map([[k, v]]);
		}
		return createNode.createNode(v, void 0, {
			aliasDuplicateObjects: false,
			keepUndefined: false,
			onAnchor: () => {
				throw new Error("This should not happen, please report a bug.");
			},
			schema,
			sourceObjects: /* @__PURE__ */ new Map()
		});
	}
	const isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
	var Collection = class extends Node.NodeBase {
		constructor(type, schema) {
			super(type);
			Object.defineProperty(this, "schema", {
				value: schema,
				configurable: true,
				enumerable: false,
				writable: true
			});
		}
		clone(schema) {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (schema) copy.schema = schema;
			copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		addIn(path, value) {
			if (isEmptyPath(path)) this.add(value);
			else {
				const [key, ...rest] = path;
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.addIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
		deleteIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.delete(key);
			const node = this.get(key, true);
			if (identity.isCollection(node)) return node.deleteIn(rest);
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
		getIn(path, keepScalar) {
			const [key, ...rest] = path;
			const node = this.get(key, true);
			if (rest.length === 0) return !keepScalar && identity.isScalar(node) ? node.value : node;
			else return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
		}
		hasAllNullValues(allowScalar) {
			return this.items.every((node) => {
				if (!identity.isPair(node)) return false;
				const n = node.value;
				return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
			});
		}
		hasIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.has(key);
			const node = this.get(key, true);
			return identity.isCollection(node) ? node.hasIn(rest) : false;
		}
		setIn(path, value) {
			const [key, ...rest] = path;
			if (rest.length === 0) this.set(key, value);
			else {
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.setIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
	};
	exports.Collection = Collection;
	exports.collectionFromPath = collectionFromPath;
	exports.isEmptyPath = isEmptyPath;
}));

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = /* @__PURE__ */ __commonJSMin(((exports) => {
	const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
	function indentComment(comment, indent) {
		if (/^\n+$/.test(comment)) return comment.substring(1);
		return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
	}
	const lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
	exports.indentComment = indentComment;
	exports.lineComment = lineComment;
	exports.stringifyComment = stringifyComment;
}));

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = /* @__PURE__ */ __commonJSMin(((exports) => {
	const FOLD_FLOW = "flow";
	const FOLD_BLOCK = "block";
	const FOLD_QUOTED = "quoted";
	function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
		if (!lineWidth || lineWidth < 0) return text;
		if (lineWidth < minContentWidth) minContentWidth = 0;
		const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
		if (text.length <= endStep) return text;
		const folds = [];
		const escapedFolds = {};
		let end = lineWidth - indent.length;
		if (typeof indentAtStart === "number") {
			if (indentAtStart > lineWidth - Math.max(2, minContentWidth)) folds.push(0);
			else end = lineWidth - indentAtStart;
		}
		let split = void 0;
		let prev = void 0;
		let overflow = false;
		let i = -1;
		let escStart = -1;
		let escEnd = -1;
		if (mode === FOLD_BLOCK) {
			i = consumeMoreIndentedLines(text, i, indent.length);
			if (i !== -1) end = i + endStep;
		}
		for (let ch; ch = text[i += 1];) {
			if (mode === FOLD_QUOTED && ch === "\\") {
				escStart = i;
				switch (text[i + 1]) {
					case "x":
						i += 3;
						break;
					case "u":
						i += 5;
						break;
					case "U":
						i += 9;
						break;
					default: i += 1;
				}
				escEnd = i;
			}
			if (ch === "\n") {
				if (mode === FOLD_BLOCK) i = consumeMoreIndentedLines(text, i, indent.length);
				end = i + indent.length + endStep;
				split = void 0;
			} else {
				if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
					const next = text[i + 1];
					if (next && next !== " " && next !== "\n" && next !== "	") split = i;
				}
				if (i >= end) {
					if (split) {
						folds.push(split);
						end = split + endStep;
						split = void 0;
					} else if (mode === FOLD_QUOTED) {
						while (prev === " " || prev === "	") {
							prev = ch;
							ch = text[i += 1];
							overflow = true;
						}
						const j = i > escEnd + 1 ? i - 2 : escStart - 1;
						if (escapedFolds[j]) return text;
						folds.push(j);
						escapedFolds[j] = true;
						end = j + endStep;
						split = void 0;
					} else overflow = true;
				}
			}
			prev = ch;
		}
		if (overflow && onOverflow) onOverflow();
		if (folds.length === 0) return text;
		if (onFold) onFold();
		let res = text.slice(0, folds[0]);
		for (let i = 0; i < folds.length; ++i) {
			const fold = folds[i];
			const end = folds[i + 1] || text.length;
			if (fold === 0) res = `\n${indent}${text.slice(0, end)}`;
			else {
				if (mode === FOLD_QUOTED && escapedFolds[fold]) res += `${text[fold]}\\`;
				res += `\n${indent}${text.slice(fold + 1, end)}`;
			}
		}
		return res;
	}
	function consumeMoreIndentedLines(text, i, indent) {
		let end = i;
		let start = i + 1;
		let ch = text[start];
		while (ch === " " || ch === "	") if (i < start + indent) ch = text[++i];
		else {
			do
				ch = text[++i];
			while (ch && ch !== "\n");
			end = i;
			start = i + 1;
			ch = text[start];
		}
		return end;
	}
	exports.FOLD_BLOCK = FOLD_BLOCK;
	exports.FOLD_FLOW = FOLD_FLOW;
	exports.FOLD_QUOTED = FOLD_QUOTED;
	exports.foldFlowLines = foldFlowLines;
}));

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var foldFlowLines = require_foldFlowLines();
	const getFoldOptions = (ctx, isBlock) => ({
		indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
		lineWidth: ctx.options.lineWidth,
		minContentWidth: ctx.options.minContentWidth
	});
	const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
	function lineLengthOverLimit(str, lineWidth, indentLength) {
		if (!lineWidth || lineWidth < 0) return false;
		const limit = lineWidth - indentLength;
		const strLen = str.length;
		if (strLen <= limit) return false;
		for (let i = 0, start = 0; i < strLen; ++i) if (str[i] === "\n") {
			if (i - start > limit) return true;
			start = i + 1;
			if (strLen - start <= limit) return false;
		}
		return true;
	}
	function doubleQuotedString(value, ctx) {
		const json = JSON.stringify(value);
		if (ctx.options.doubleQuotedAsJSON) return json;
		const { implicitKey } = ctx;
		const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		let str = "";
		let start = 0;
		for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
			if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
				str += json.slice(start, i) + "\\ ";
				i += 1;
				start = i;
				ch = "\\";
			}
			if (ch === "\\") switch (json[i + 1]) {
				case "u":
					{
						str += json.slice(start, i);
						const code = json.substr(i + 2, 4);
						switch (code) {
							case "0000":
								str += "\\0";
								break;
							case "0007":
								str += "\\a";
								break;
							case "000b":
								str += "\\v";
								break;
							case "001b":
								str += "\\e";
								break;
							case "0085":
								str += "\\N";
								break;
							case "00a0":
								str += "\\_";
								break;
							case "2028":
								str += "\\L";
								break;
							case "2029":
								str += "\\P";
								break;
							default: if (code.substr(0, 2) === "00") str += "\\x" + code.substr(2);
							else str += json.substr(i, 6);
						}
						i += 5;
						start = i + 1;
					}
					break;
				case "n":
					if (implicitKey || json[i + 2] === "\"" || json.length < minMultiLineLength) i += 1;
					else {
						str += json.slice(start, i) + "\n\n";
						while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== "\"") {
							str += "\n";
							i += 2;
						}
						str += indent;
						if (json[i + 2] === " ") str += "\\";
						i += 1;
						start = i + 1;
					}
					break;
				default: i += 1;
			}
		}
		str = start ? str + json.slice(start) : json;
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
	}
	function singleQuotedString(value, ctx) {
		if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value)) return doubleQuotedString(value, ctx);
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
		return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function quotedString(value, ctx) {
		const { singleQuote } = ctx.options;
		let qs;
		if (singleQuote === false) qs = doubleQuotedString;
		else {
			const hasDouble = value.includes("\"");
			const hasSingle = value.includes("'");
			if (hasDouble && !hasSingle) qs = singleQuotedString;
			else if (hasSingle && !hasDouble) qs = doubleQuotedString;
			else qs = singleQuote ? singleQuotedString : doubleQuotedString;
		}
		return qs(value, ctx);
	}
	let blockEndNewlines;
	try {
		blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
	} catch {
		blockEndNewlines = /\n+(?!\n|$)/g;
	}
	function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
		const { blockQuote, commentString, lineWidth } = ctx.options;
		if (!blockQuote || /\n[\t ]+$/.test(value)) return quotedString(value, ctx);
		const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
		const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
		if (!value) return literal ? "|\n" : ">\n";
		let chomp;
		let endStart;
		for (endStart = value.length; endStart > 0; --endStart) {
			const ch = value[endStart - 1];
			if (ch !== "\n" && ch !== "	" && ch !== " ") break;
		}
		let end = value.substring(endStart);
		const endNlPos = end.indexOf("\n");
		if (endNlPos === -1) chomp = "-";
		else if (value === end || endNlPos !== end.length - 1) {
			chomp = "+";
			if (onChompKeep) onChompKeep();
		} else chomp = "";
		if (end) {
			value = value.slice(0, -end.length);
			if (end[end.length - 1] === "\n") end = end.slice(0, -1);
			end = end.replace(blockEndNewlines, `$&${indent}`);
		}
		let startWithSpace = false;
		let startEnd;
		let startNlPos = -1;
		for (startEnd = 0; startEnd < value.length; ++startEnd) {
			const ch = value[startEnd];
			if (ch === " ") startWithSpace = true;
			else if (ch === "\n") startNlPos = startEnd;
			else break;
		}
		let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
		if (start) {
			value = value.substring(start.length);
			start = start.replace(/\n+/g, `$&${indent}`);
		}
		let header = (startWithSpace ? indent ? "2" : "1" : "") + chomp;
		if (comment) {
			header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
			if (onComment) onComment();
		}
		if (!literal) {
			const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
			let literalFallback = false;
			const foldOptions = getFoldOptions(ctx, true);
			if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) foldOptions.onOverflow = () => {
				literalFallback = true;
			};
			const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
			if (!literalFallback) return `>${header}\n${indent}${body}`;
		}
		value = value.replace(/\n+/g, `$&${indent}`);
		return `|${header}\n${indent}${start}${value}${end}`;
	}
	function plainString(item, ctx, onComment, onChompKeep) {
		const { type, value } = item;
		const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
		if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) return quotedString(value, ctx);
		if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
		if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) return blockString(item, ctx, onComment, onChompKeep);
		if (containsDocumentMarker(value)) {
			if (indent === "") {
				ctx.forceBlockIndent = true;
				return blockString(item, ctx, onComment, onChompKeep);
			} else if (implicitKey && indent === indentStep) return quotedString(value, ctx);
		}
		const str = value.replace(/\n+/g, `$&\n${indent}`);
		if (actualString) {
			const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
			const { compat, tags } = ctx.doc.schema;
			if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx);
		}
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function stringifyString(item, ctx, onComment, onChompKeep) {
		const { implicitKey, inFlow } = ctx;
		const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
		let { type } = item;
		if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
			if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value)) type = Scalar.Scalar.QUOTE_DOUBLE;
		}
		const _stringify = (_type) => {
			switch (_type) {
				case Scalar.Scalar.BLOCK_FOLDED:
				case Scalar.Scalar.BLOCK_LITERAL: return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
				case Scalar.Scalar.QUOTE_DOUBLE: return doubleQuotedString(ss.value, ctx);
				case Scalar.Scalar.QUOTE_SINGLE: return singleQuotedString(ss.value, ctx);
				case Scalar.Scalar.PLAIN: return plainString(ss, ctx, onComment, onChompKeep);
				default: return null;
			}
		};
		let res = _stringify(type);
		if (res === null) {
			const { defaultKeyType, defaultStringType } = ctx.options;
			const t = implicitKey && defaultKeyType || defaultStringType;
			res = _stringify(t);
			if (res === null) throw new Error(`Unsupported default string type ${t}`);
		}
		return res;
	}
	exports.stringifyString = stringifyString;
}));

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var identity = require_identity();
	var stringifyComment = require_stringifyComment();
	var stringifyString = require_stringifyString();
	function createStringifyContext(doc, options) {
		const opt = Object.assign({
			blockQuote: true,
			commentString: stringifyComment.stringifyComment,
			defaultKeyType: null,
			defaultStringType: "PLAIN",
			directives: null,
			doubleQuotedAsJSON: false,
			doubleQuotedMinMultiLineLength: 40,
			falseStr: "false",
			flowCollectionPadding: true,
			indentSeq: true,
			lineWidth: 80,
			minContentWidth: 20,
			nullStr: "null",
			simpleKeys: false,
			singleQuote: null,
			trailingComma: false,
			trueStr: "true",
			verifyAliasOrder: true
		}, doc.schema.toStringOptions, options);
		let inFlow;
		switch (opt.collectionStyle) {
			case "block":
				inFlow = false;
				break;
			case "flow":
				inFlow = true;
				break;
			default: inFlow = null;
		}
		return {
			anchors: /* @__PURE__ */ new Set(),
			doc,
			flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
			indent: "",
			indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
			inFlow,
			options: opt
		};
	}
	function getTagObject(tags, item) {
		if (item.tag) {
			const match = tags.filter((t) => t.tag === item.tag);
			if (match.length > 0) return match.find((t) => t.format === item.format) ?? match[0];
		}
		let tagObj = void 0;
		let obj;
		if (identity.isScalar(item)) {
			obj = item.value;
			let match = tags.filter((t) => t.identify?.(obj));
			if (match.length > 1) {
				const testMatch = match.filter((t) => t.test);
				if (testMatch.length > 0) match = testMatch;
			}
			tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
		} else {
			obj = item;
			tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
		}
		if (!tagObj) {
			const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
			throw new Error(`Tag not resolved for ${name} value`);
		}
		return tagObj;
	}
	function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
		if (!doc.directives) return "";
		const props = [];
		const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
		if (anchor && anchors.anchorIsValid(anchor)) {
			anchors$1.add(anchor);
			props.push(`&${anchor}`);
		}
		const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
		if (tag) props.push(doc.directives.tagString(tag));
		return props.join(" ");
	}
	function stringify(item, ctx, onComment, onChompKeep) {
		if (identity.isPair(item)) return item.toString(ctx, onComment, onChompKeep);
		if (identity.isAlias(item)) {
			if (ctx.doc.directives) return item.toString(ctx);
			if (ctx.resolvedAliases?.has(item)) throw new TypeError(`Cannot stringify circular structure without alias nodes`);
			else {
				if (ctx.resolvedAliases) ctx.resolvedAliases.add(item);
				else ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
				item = item.resolve(ctx.doc);
			}
		}
		let tagObj = void 0;
		const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
		tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
		const props = stringifyProps(node, tagObj, ctx);
		if (props.length > 0) ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
		const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
		if (!props) return str;
		return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}\n${ctx.indent}${str}`;
	}
	exports.createStringifyContext = createStringifyContext;
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
		const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
		let keyComment = identity.isNode(key) && key.comment || null;
		if (simpleKeys) {
			if (keyComment) throw new Error("With simple keys, key nodes cannot have comments");
			if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") throw new Error("With simple keys, collection cannot be used as a key value");
		}
		let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
		ctx = Object.assign({}, ctx, {
			allNullValues: false,
			implicitKey: !explicitKey && (simpleKeys || !allNullValues),
			indent: indent + indentStep
		});
		let keyCommentDone = false;
		let chompKeep = false;
		let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
		if (!explicitKey && !ctx.inFlow && str.length > 1024) {
			if (simpleKeys) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
			explicitKey = true;
		}
		if (ctx.inFlow) {
			if (allNullValues || value == null) {
				if (keyCommentDone && onComment) onComment();
				return str === "" ? "?" : explicitKey ? `? ${str}` : str;
			}
		} else if (allNullValues && !simpleKeys || value == null && explicitKey) {
			str = `? ${str}`;
			if (keyComment && !keyCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			else if (chompKeep && onChompKeep) onChompKeep();
			return str;
		}
		if (keyCommentDone) keyComment = null;
		if (explicitKey) {
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			str = `? ${str}\n${indent}:`;
		} else {
			str = `${str}:`;
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
		}
		let vsb, vcb, valueComment;
		if (identity.isNode(value)) {
			vsb = !!value.spaceBefore;
			vcb = value.commentBefore;
			valueComment = value.comment;
		} else {
			vsb = false;
			vcb = null;
			valueComment = null;
			if (value && typeof value === "object") value = doc.createNode(value);
		}
		ctx.implicitKey = false;
		if (!explicitKey && !keyComment && identity.isScalar(value)) ctx.indentAtStart = str.length + 1;
		chompKeep = false;
		if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) ctx.indent = ctx.indent.substring(2);
		let valueCommentDone = false;
		const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
		let ws = " ";
		if (keyComment || vsb || vcb) {
			ws = vsb ? "\n" : "";
			if (vcb) {
				const cs = commentString(vcb);
				ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
			}
			if (valueStr === "" && !ctx.inFlow) {
				if (ws === "\n" && valueComment) ws = "\n\n";
			} else ws += `\n${ctx.indent}`;
		} else if (!explicitKey && identity.isCollection(value)) {
			const vs0 = valueStr[0];
			const nl0 = valueStr.indexOf("\n");
			const hasNewline = nl0 !== -1;
			const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
			if (hasNewline || !flow) {
				let hasPropsLine = false;
				if (hasNewline && (vs0 === "&" || vs0 === "!")) {
					let sp0 = valueStr.indexOf(" ");
					if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") sp0 = valueStr.indexOf(" ", sp0 + 1);
					if (sp0 === -1 || nl0 < sp0) hasPropsLine = true;
				}
				if (!hasPropsLine) ws = `\n${ctx.indent}`;
			}
		} else if (valueStr === "" || valueStr[0] === "\n") ws = "";
		str += ws + valueStr;
		if (ctx.inFlow) {
			if (valueCommentDone && onComment) onComment();
		} else if (valueComment && !valueCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
		else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	exports.stringifyPair = stringifyPair;
}));

// node_modules/yaml/dist/log.js
var require_log = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	function debug(logLevel, ...messages) {
		if (logLevel === "debug") console.log(...messages);
	}
	function warn(logLevel, warning) {
		if (logLevel === "debug" || logLevel === "warn") {
			if (typeof node_process.emitWarning === "function") node_process.emitWarning(warning);
			else console.warn(warning);
		}
	}
	exports.debug = debug;
	exports.warn = warn;
}));

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	const MERGE_KEY = "<<";
	const merge = {
		identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
		default: "key",
		tag: "tag:yaml.org,2002:merge",
		test: /^<<$/,
		resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
		stringify: () => MERGE_KEY
	};
	const isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
	function addMergeToJSMap(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (identity.isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it);
		else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it);
		else mergeValue(ctx, map, source);
	}
	function mergeValue(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (!identity.isMap(source)) throw new Error("Merge sources must be maps or map aliases");
		const srcMap = source.toJSON(null, ctx, Map);
		for (const [key, value] of srcMap) if (map instanceof Map) {
			if (!map.has(key)) map.set(key, value);
		} else if (map instanceof Set) map.add(key);
		else if (!Object.prototype.hasOwnProperty.call(map, key)) Object.defineProperty(map, key, {
			value,
			writable: true,
			enumerable: true,
			configurable: true
		});
		return map;
	}
	function resolveAliasValue(ctx, value) {
		return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
	}
	exports.addMergeToJSMap = addMergeToJSMap;
	exports.isMergeKey = isMergeKey;
	exports.merge = merge;
}));

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var log = require_log();
	var merge = require_merge();
	var stringify = require_stringify();
	var identity = require_identity();
	var toJS = require_toJS();
	function addPairToJSMap(ctx, map, { key, value }) {
		if (identity.isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value);
		else if (merge.isMergeKey(ctx, key)) merge.addMergeToJSMap(ctx, map, value);
		else {
			const jsKey = toJS.toJS(key, "", ctx);
			if (map instanceof Map) map.set(jsKey, toJS.toJS(value, jsKey, ctx));
			else if (map instanceof Set) map.add(jsKey);
			else {
				const stringKey = stringifyKey(key, jsKey, ctx);
				const jsValue = toJS.toJS(value, stringKey, ctx);
				if (stringKey in map) Object.defineProperty(map, stringKey, {
					value: jsValue,
					writable: true,
					enumerable: true,
					configurable: true
				});
				else map[stringKey] = jsValue;
			}
		}
		return map;
	}
	function stringifyKey(key, jsKey, ctx) {
		if (jsKey === null) return "";
		if (typeof jsKey !== "object") return String(jsKey);
		if (identity.isNode(key) && ctx?.doc) {
			const strCtx = stringify.createStringifyContext(ctx.doc, {});
			strCtx.anchors = /* @__PURE__ */ new Set();
			for (const node of ctx.anchors.keys()) strCtx.anchors.add(node.anchor);
			strCtx.inFlow = true;
			strCtx.inStringifyKey = true;
			const strKey = key.toString(strCtx);
			if (!ctx.mapKeyWarned) {
				let jsonStr = JSON.stringify(strKey);
				if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + "...\"";
				log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
				ctx.mapKeyWarned = true;
			}
			return strKey;
		}
		return JSON.stringify(jsKey);
	}
	exports.addPairToJSMap = addPairToJSMap;
}));

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyPair = require_stringifyPair();
	var addPairToJSMap = require_addPairToJSMap();
	var identity = require_identity();
	function createPair(key, value, ctx) {
		const k = createNode.createNode(key, void 0, ctx);
		const v = createNode.createNode(value, void 0, ctx);
		return new Pair(k, v);
	}
	var Pair = class Pair {
		constructor(key, value = null) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
			this.key = key;
			this.value = value;
		}
		clone(schema) {
			let { key, value } = this;
			if (identity.isNode(key)) key = key.clone(schema);
			if (identity.isNode(value)) value = value.clone(schema);
			return new Pair(key, value);
		}
		toJSON(_, ctx) {
			const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			return addPairToJSMap.addPairToJSMap(ctx, pair, this);
		}
		toString(ctx, onComment, onChompKeep) {
			return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
		}
	};
	exports.Pair = Pair;
	exports.createPair = createPair;
}));

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyCollection(collection, ctx, options) {
		return (ctx.inFlow ?? collection.flow ? stringifyFlowCollection : stringifyBlockCollection)(collection, ctx, options);
	}
	function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
		const { indent, options: { commentString } } = ctx;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			type: null
		});
		let chompKeep = false;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (!chompKeep && item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (!chompKeep && ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
				}
			}
			chompKeep = false;
			let str = stringify.stringify(item, itemCtx, () => comment = null, () => chompKeep = true);
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			if (chompKeep && comment) chompKeep = false;
			lines.push(blockItemPrefix + str);
		}
		let str;
		if (lines.length === 0) str = flowChars.start + flowChars.end;
		else {
			str = lines[0];
			for (let i = 1; i < lines.length; ++i) {
				const line = lines[i];
				str += line ? `\n${indent}${line}` : "\n";
			}
		}
		if (comment) {
			str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
			if (onComment) onComment();
		} else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
		const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
		itemIndent += indentStep;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			inFlow: true,
			type: null
		});
		let reqNewline = false;
		let linesAtValue = 0;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, false);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, false);
					if (ik.comment) reqNewline = true;
				}
				const iv = identity.isNode(item.value) ? item.value : null;
				if (iv) {
					if (iv.comment) comment = iv.comment;
					if (iv.commentBefore) reqNewline = true;
				} else if (item.value == null && ik?.comment) comment = ik.comment;
			}
			if (comment) reqNewline = true;
			let str = stringify.stringify(item, itemCtx, () => comment = null);
			reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
			if (i < items.length - 1) str += ",";
			else if (ctx.options.trailingComma) {
				if (ctx.options.lineWidth > 0) reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
				if (reqNewline) str += ",";
			}
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			lines.push(str);
			linesAtValue = lines.length;
		}
		const { start, end } = flowChars;
		if (lines.length === 0) return start + end;
		else {
			if (!reqNewline) {
				const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
				reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
			}
			if (reqNewline) {
				let str = start;
				for (const line of lines) str += line ? `\n${indentStep}${indent}${line}` : "\n";
				return `${str}\n${indent}${end}`;
			} else return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
		}
	}
	function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
		if (comment && chompKeep) comment = comment.replace(/^\n+/, "");
		if (comment) {
			const ic = stringifyComment.indentComment(commentString(comment), indent);
			lines.push(ic.trimStart());
		}
	}
	exports.stringifyCollection = stringifyCollection;
}));

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyCollection = require_stringifyCollection();
	var addPairToJSMap = require_addPairToJSMap();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	function findPair(items, key) {
		const k = identity.isScalar(key) ? key.value : key;
		for (const it of items) if (identity.isPair(it)) {
			if (it.key === key || it.key === k) return it;
			if (identity.isScalar(it.key) && it.key.value === k) return it;
		}
	}
	var YAMLMap = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:map";
		}
		constructor(schema) {
			super(identity.MAP, schema);
			this.items = [];
		}
		static from(schema, obj, ctx) {
			const { keepUndefined, replacer } = ctx;
			const map = new this(schema);
			const add = (key, value) => {
				if (typeof replacer === "function") value = replacer.call(obj, key, value);
				else if (Array.isArray(replacer) && !replacer.includes(key)) return;
				if (value !== void 0 || keepUndefined) map.items.push(Pair.createPair(key, value, ctx));
			};
			if (obj instanceof Map) for (const [key, value] of obj) add(key, value);
			else if (obj && typeof obj === "object") for (const key of Object.keys(obj)) add(key, obj[key]);
			if (typeof schema.sortMapEntries === "function") map.items.sort(schema.sortMapEntries);
			return map;
		}
		add(pair, overwrite) {
			let _pair;
			if (identity.isPair(pair)) _pair = pair;
			else if (!pair || typeof pair !== "object" || !("key" in pair)) _pair = new Pair.Pair(pair, pair?.value);
			else _pair = new Pair.Pair(pair.key, pair.value);
			const prev = findPair(this.items, _pair.key);
			const sortEntries = this.schema?.sortMapEntries;
			if (prev) {
				if (!overwrite) throw new Error(`Key ${_pair.key} already set`);
				if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value)) prev.value.value = _pair.value;
				else prev.value = _pair.value;
			} else if (sortEntries) {
				const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
				if (i === -1) this.items.push(_pair);
				else this.items.splice(i, 0, _pair);
			} else this.items.push(_pair);
		}
		delete(key) {
			const it = findPair(this.items, key);
			if (!it) return false;
			return this.items.splice(this.items.indexOf(it), 1).length > 0;
		}
		get(key, keepScalar) {
			const node = findPair(this.items, key)?.value;
			return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
		}
		has(key) {
			return !!findPair(this.items, key);
		}
		set(key, value) {
			this.add(new Pair.Pair(key, value), true);
		}
		toJSON(_, ctx, Type) {
			const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const item of this.items) addPairToJSMap.addPairToJSMap(ctx, map, item);
			return map;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			for (const item of this.items) if (!identity.isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
			if (!ctx.allNullValues && this.hasAllNullValues(false)) ctx = Object.assign({}, ctx, { allNullValues: true });
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "",
				flowChars: {
					start: "{",
					end: "}"
				},
				itemIndent: ctx.indent || "",
				onChompKeep,
				onComment
			});
		}
	};
	exports.YAMLMap = YAMLMap;
	exports.findPair = findPair;
}));

// node_modules/yaml/dist/schema/common/map.js
var require_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLMap = require_YAMLMap();
	const map = {
		collection: "map",
		default: true,
		nodeClass: YAMLMap.YAMLMap,
		tag: "tag:yaml.org,2002:map",
		resolve(map, onError) {
			if (!identity.isMap(map)) onError("Expected a mapping for this tag");
			return map;
		},
		createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
	};
	exports.map = map;
}));

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyCollection = require_stringifyCollection();
	var Collection = require_Collection();
	var identity = require_identity();
	var Scalar = require_Scalar();
	var toJS = require_toJS();
	var YAMLSeq = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:seq";
		}
		constructor(schema) {
			super(identity.SEQ, schema);
			this.items = [];
		}
		add(value) {
			this.items.push(value);
		}
		delete(key) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return false;
			return this.items.splice(idx, 1).length > 0;
		}
		get(key, keepScalar) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return void 0;
			const it = this.items[idx];
			return !keepScalar && identity.isScalar(it) ? it.value : it;
		}
		has(key) {
			const idx = asItemIndex(key);
			return typeof idx === "number" && idx < this.items.length;
		}
		set(key, value) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") throw new Error(`Expected a valid index, not ${key}.`);
			const prev = this.items[idx];
			if (identity.isScalar(prev) && Scalar.isScalarValue(value)) prev.value = value;
			else this.items[idx] = value;
		}
		toJSON(_, ctx) {
			const seq = [];
			if (ctx?.onCreate) ctx.onCreate(seq);
			let i = 0;
			for (const item of this.items) seq.push(toJS.toJS(item, String(i++), ctx));
			return seq;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "- ",
				flowChars: {
					start: "[",
					end: "]"
				},
				itemIndent: (ctx.indent || "") + "  ",
				onChompKeep,
				onComment
			});
		}
		static from(schema, obj, ctx) {
			const { replacer } = ctx;
			const seq = new this(schema);
			if (obj && Symbol.iterator in Object(obj)) {
				let i = 0;
				for (let it of obj) {
					if (typeof replacer === "function") {
						const key = obj instanceof Set ? it : String(i++);
						it = replacer.call(obj, key, it);
					}
					seq.items.push(createNode.createNode(it, void 0, ctx));
				}
			}
			return seq;
		}
	};
	function asItemIndex(key) {
		let idx = identity.isScalar(key) ? key.value : key;
		if (idx && typeof idx === "string") idx = Number(idx);
		return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
	}
	exports.YAMLSeq = YAMLSeq;
}));

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLSeq = require_YAMLSeq();
	const seq = {
		collection: "seq",
		default: true,
		nodeClass: YAMLSeq.YAMLSeq,
		tag: "tag:yaml.org,2002:seq",
		resolve(seq, onError) {
			if (!identity.isSeq(seq)) onError("Expected a sequence for this tag");
			return seq;
		},
		createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
	};
	exports.seq = seq;
}));

// node_modules/yaml/dist/schema/common/string.js
var require_string = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyString = require_stringifyString();
	const string = {
		identify: (value) => typeof value === "string",
		default: true,
		tag: "tag:yaml.org,2002:str",
		resolve: (str) => str,
		stringify(item, ctx, onComment, onChompKeep) {
			ctx = Object.assign({ actualString: true }, ctx);
			return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
		}
	};
	exports.string = string;
}));

// node_modules/yaml/dist/schema/common/null.js
var require_null = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const nullTag = {
		identify: (value) => value == null,
		createNode: () => new Scalar.Scalar(null),
		default: true,
		tag: "tag:yaml.org,2002:null",
		test: /^(?:~|[Nn]ull|NULL)?$/,
		resolve: () => new Scalar.Scalar(null),
		stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
	};
	exports.nullTag = nullTag;
}));

// node_modules/yaml/dist/schema/core/bool.js
var require_bool$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const boolTag = {
		identify: (value) => typeof value === "boolean",
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
		resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
		stringify({ source, value }, ctx) {
			if (source && boolTag.test.test(source)) {
				if (value === (source[0] === "t" || source[0] === "T")) return source;
			}
			return value ? ctx.options.trueStr : ctx.options.falseStr;
		}
	};
	exports.boolTag = boolTag;
}));

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = /* @__PURE__ */ __commonJSMin(((exports) => {
	function stringifyNumber({ format, minFractionDigits, tag, value }) {
		if (typeof value === "bigint") return String(value);
		const num = typeof value === "number" ? value : Number(value);
		if (!isFinite(num)) return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
		let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
		if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
			let i = n.indexOf(".");
			if (i < 0) {
				i = n.length;
				n += ".";
			}
			let d = minFractionDigits - (n.length - i - 1);
			while (d-- > 0) n += "0";
		}
		return n;
	}
	exports.stringifyNumber = stringifyNumber;
}));

// node_modules/yaml/dist/schema/core/float.js
var require_float$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	const float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str));
			const dot = str.indexOf(".");
			if (dot !== -1 && str[str.length - 1] === "0") node.minFractionDigits = str.length - dot - 1;
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.float = float;
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));

// node_modules/yaml/dist/schema/core/int.js
var require_int$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	const intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value) && value >= 0) return prefix + value.toString(radix);
		return stringifyNumber.stringifyNumber(node);
	}
	const intOct = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^0o[0-7]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
		stringify: (node) => intStringify(node, 8, "0o")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^0x[0-9a-fA-F]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));

// node_modules/yaml/dist/schema/core/schema.js
var require_schema$2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	const schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.boolTag,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float
	];
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/json/schema.js
var require_schema$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var map = require_map();
	var seq = require_seq();
	function intIdentify(value) {
		return typeof value === "bigint" || Number.isInteger(value);
	}
	const stringifyJSON = ({ value }) => JSON.stringify(value);
	const jsonScalars = [
		{
			identify: (value) => typeof value === "string",
			default: true,
			tag: "tag:yaml.org,2002:str",
			resolve: (str) => str,
			stringify: stringifyJSON
		},
		{
			identify: (value) => value == null,
			createNode: () => new Scalar.Scalar(null),
			default: true,
			tag: "tag:yaml.org,2002:null",
			test: /^null$/,
			resolve: () => null,
			stringify: stringifyJSON
		},
		{
			identify: (value) => typeof value === "boolean",
			default: true,
			tag: "tag:yaml.org,2002:bool",
			test: /^true$|^false$/,
			resolve: (str) => str === "true",
			stringify: stringifyJSON
		},
		{
			identify: intIdentify,
			default: true,
			tag: "tag:yaml.org,2002:int",
			test: /^-?(?:0|[1-9][0-9]*)$/,
			resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
			stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
		},
		{
			identify: (value) => typeof value === "number",
			default: true,
			tag: "tag:yaml.org,2002:float",
			test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
			resolve: (str) => parseFloat(str),
			stringify: stringifyJSON
		}
	];
	const schema = [map.map, seq.seq].concat(jsonScalars, {
		default: true,
		tag: "",
		test: /^/,
		resolve(str, onError) {
			onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
			return str;
		}
	});
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_buffer = __require("buffer");
	var Scalar = require_Scalar();
	var stringifyString = require_stringifyString();
	const binary = {
		identify: (value) => value instanceof Uint8Array,
		default: false,
		tag: "tag:yaml.org,2002:binary",
		resolve(src, onError) {
			if (typeof node_buffer.Buffer === "function") return node_buffer.Buffer.from(src, "base64");
			else if (typeof atob === "function") {
				const str = atob(src.replace(/[\n\r]/g, ""));
				const buffer = new Uint8Array(str.length);
				for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i);
				return buffer;
			} else {
				onError("This environment does not support reading binary tags; either Buffer or atob is required");
				return src;
			}
		},
		stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
			if (!value) return "";
			const buf = value;
			let str;
			if (typeof node_buffer.Buffer === "function") str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
			else if (typeof btoa === "function") {
				let s = "";
				for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i]);
				str = btoa(s);
			} else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
			type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
			if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
				const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
				const n = Math.ceil(str.length / lineWidth);
				const lines = new Array(n);
				for (let i = 0, o = 0; i < n; ++i, o += lineWidth) lines[i] = str.substr(o, lineWidth);
				str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
			}
			return stringifyString.stringifyString({
				comment,
				type,
				value: str
			}, ctx, onComment, onChompKeep);
		}
	};
	exports.binary = binary;
}));

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLSeq = require_YAMLSeq();
	function resolvePairs(seq, onError) {
		if (identity.isSeq(seq)) for (let i = 0; i < seq.items.length; ++i) {
			let item = seq.items[i];
			if (identity.isPair(item)) continue;
			else if (identity.isMap(item)) {
				if (item.items.length > 1) onError("Each pair must have its own sequence indicator");
				const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
				if (item.commentBefore) pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}\n${pair.key.commentBefore}` : item.commentBefore;
				if (item.comment) {
					const cn = pair.value ?? pair.key;
					cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment;
				}
				item = pair;
			}
			seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
		}
		else onError("Expected a sequence for this tag");
		return seq;
	}
	function createPairs(schema, iterable, ctx) {
		const { replacer } = ctx;
		const pairs = new YAMLSeq.YAMLSeq(schema);
		pairs.tag = "tag:yaml.org,2002:pairs";
		let i = 0;
		if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
			if (typeof replacer === "function") it = replacer.call(iterable, String(i++), it);
			let key, value;
			if (Array.isArray(it)) {
				if (it.length === 2) {
					key = it[0];
					value = it[1];
				} else throw new TypeError(`Expected [key, value] tuple: ${it}`);
			} else if (it && it instanceof Object) {
				const keys = Object.keys(it);
				if (keys.length === 1) {
					key = keys[0];
					value = it[key];
				} else throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
			} else key = it;
			pairs.items.push(Pair.createPair(key, value, ctx));
		}
		return pairs;
	}
	const pairs = {
		collection: "seq",
		default: false,
		tag: "tag:yaml.org,2002:pairs",
		resolve: resolvePairs,
		createNode: createPairs
	};
	exports.createPairs = createPairs;
	exports.pairs = pairs;
	exports.resolvePairs = resolvePairs;
}));

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var toJS = require_toJS();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var pairs = require_pairs();
	var YAMLOMap = class YAMLOMap extends YAMLSeq.YAMLSeq {
		constructor() {
			super();
			this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
			this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
			this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
			this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
			this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
			this.tag = YAMLOMap.tag;
		}
		toJSON(_, ctx) {
			if (!ctx) return super.toJSON(_);
			const map = /* @__PURE__ */ new Map();
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const pair of this.items) {
				let key, value;
				if (identity.isPair(pair)) {
					key = toJS.toJS(pair.key, "", ctx);
					value = toJS.toJS(pair.value, key, ctx);
				} else key = toJS.toJS(pair, "", ctx);
				if (map.has(key)) throw new Error("Ordered maps must not include duplicate keys");
				map.set(key, value);
			}
			return map;
		}
		static from(schema, iterable, ctx) {
			const pairs$1 = pairs.createPairs(schema, iterable, ctx);
			const omap = new this();
			omap.items = pairs$1.items;
			return omap;
		}
	};
	YAMLOMap.tag = "tag:yaml.org,2002:omap";
	const omap = {
		collection: "seq",
		identify: (value) => value instanceof Map,
		nodeClass: YAMLOMap,
		default: false,
		tag: "tag:yaml.org,2002:omap",
		resolve(seq, onError) {
			const pairs$1 = pairs.resolvePairs(seq, onError);
			const seenKeys = [];
			for (const { key } of pairs$1.items) if (identity.isScalar(key)) {
				if (seenKeys.includes(key.value)) onError(`Ordered maps must not include duplicate keys: ${key.value}`);
				else seenKeys.push(key.value);
			}
			return Object.assign(new YAMLOMap(), pairs$1);
		},
		createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
	};
	exports.YAMLOMap = YAMLOMap;
	exports.omap = omap;
}));

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function boolStringify({ value, source }, ctx) {
		if (source && (value ? trueTag : falseTag).test.test(source)) return source;
		return value ? ctx.options.trueStr : ctx.options.falseStr;
	}
	const trueTag = {
		identify: (value) => value === true,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
		resolve: () => new Scalar.Scalar(true),
		stringify: boolStringify
	};
	const falseTag = {
		identify: (value) => value === false,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
		resolve: () => new Scalar.Scalar(false),
		stringify: boolStringify
	};
	exports.falseTag = falseTag;
	exports.trueTag = trueTag;
}));

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str.replace(/_/g, "")),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	const float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
			const dot = str.indexOf(".");
			if (dot !== -1) {
				const f = str.substring(dot + 1).replace(/_/g, "");
				if (f[f.length - 1] === "0") node.minFractionDigits = f.length;
			}
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.float = float;
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	function intResolve(str, offset, radix, { intAsBigInt }) {
		const sign = str[0];
		if (sign === "-" || sign === "+") offset += 1;
		str = str.substring(offset).replace(/_/g, "");
		if (intAsBigInt) {
			switch (radix) {
				case 2:
					str = `0b${str}`;
					break;
				case 8:
					str = `0o${str}`;
					break;
				case 16: str = `0x${str}`;
			}
			const n = BigInt(str);
			return sign === "-" ? BigInt(-1) * n : n;
		}
		const n = parseInt(str, radix);
		return sign === "-" ? -1 * n : n;
	}
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value)) {
			const str = value.toString(radix);
			return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
		}
		return stringifyNumber.stringifyNumber(node);
	}
	const intBin = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "BIN",
		test: /^[-+]?0b[0-1_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
		stringify: (node) => intStringify(node, 2, "0b")
	};
	const intOct = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^[-+]?0[0-7_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
		stringify: (node) => intStringify(node, 8, "0")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9][0-9_]*$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^[-+]?0x[0-9a-fA-F_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intBin = intBin;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSet = class YAMLSet extends YAMLMap.YAMLMap {
		constructor(schema) {
			super(schema);
			this.tag = YAMLSet.tag;
		}
		add(key) {
			let pair;
			if (identity.isPair(key)) pair = key;
			else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null) pair = new Pair.Pair(key.key, null);
			else pair = new Pair.Pair(key, null);
			if (!YAMLMap.findPair(this.items, pair.key)) this.items.push(pair);
		}
		get(key, keepPair) {
			const pair = YAMLMap.findPair(this.items, key);
			return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
		}
		set(key, value) {
			if (typeof value !== "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
			const prev = YAMLMap.findPair(this.items, key);
			if (prev && !value) this.items.splice(this.items.indexOf(prev), 1);
			else if (!prev && value) this.items.push(new Pair.Pair(key));
		}
		toJSON(_, ctx) {
			return super.toJSON(_, ctx, Set);
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			if (this.hasAllNullValues(true)) return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
			else throw new Error("Set items must all have null values");
		}
		static from(schema, iterable, ctx) {
			const { replacer } = ctx;
			const set = new this(schema);
			if (iterable && Symbol.iterator in Object(iterable)) for (let value of iterable) {
				if (typeof replacer === "function") value = replacer.call(iterable, value, value);
				set.items.push(Pair.createPair(value, null, ctx));
			}
			return set;
		}
	};
	YAMLSet.tag = "tag:yaml.org,2002:set";
	const set = {
		collection: "map",
		identify: (value) => value instanceof Set,
		nodeClass: YAMLSet,
		default: false,
		tag: "tag:yaml.org,2002:set",
		createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
		resolve(map, onError) {
			if (identity.isMap(map)) {
				if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map);
				else onError("Set items must all have null values");
			} else onError("Expected a mapping for this tag");
			return map;
		}
	};
	exports.YAMLSet = YAMLSet;
	exports.set = set;
}));

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	function parseSexagesimal(str, asBigInt) {
		const sign = str[0];
		const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
		const num = (n) => asBigInt ? BigInt(n) : Number(n);
		const res = parts.replace(/_/g, "").split(":").reduce((res, p) => res * num(60) + num(p), num(0));
		return sign === "-" ? num(-1) * res : res;
	}
	function stringifySexagesimal(node) {
		let { value } = node;
		let num = (n) => n;
		if (typeof value === "bigint") num = (n) => BigInt(n);
		else if (isNaN(value) || !isFinite(value)) return stringifyNumber.stringifyNumber(node);
		let sign = "";
		if (value < 0) {
			sign = "-";
			value *= num(-1);
		}
		const _60 = num(60);
		const parts = [value % _60];
		if (value < 60) parts.unshift(0);
		else {
			value = (value - parts[0]) / _60;
			parts.unshift(value % _60);
			if (value >= 60) {
				value = (value - parts[0]) / _60;
				parts.unshift(value);
			}
		}
		return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
	}
	const intTime = {
		identify: (value) => typeof value === "bigint" || Number.isInteger(value),
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
		resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
		stringify: stringifySexagesimal
	};
	const floatTime = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
		resolve: (str) => parseSexagesimal(str, false),
		stringify: stringifySexagesimal
	};
	const timestamp = {
		identify: (value) => value instanceof Date,
		default: true,
		tag: "tag:yaml.org,2002:timestamp",
		test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
		resolve(str) {
			const match = str.match(timestamp.test);
			if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
			const [, year, month, day, hour, minute, second] = match.map(Number);
			const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
			let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
			const tz = match[8];
			if (tz && tz !== "Z") {
				let d = parseSexagesimal(tz, false);
				if (Math.abs(d) < 30) d *= 60;
				date -= 6e4 * d;
			}
			return new Date(date);
		},
		stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
	};
	exports.floatTime = floatTime;
	exports.intTime = intTime;
	exports.timestamp = timestamp;
}));

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var binary = require_binary();
	var bool = require_bool();
	var float = require_float();
	var int = require_int();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var set = require_set();
	var timestamp = require_timestamp();
	const schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.trueTag,
		bool.falseTag,
		int.intBin,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float,
		binary.binary,
		merge.merge,
		omap.omap,
		pairs.pairs,
		set.set,
		timestamp.intTime,
		timestamp.floatTime,
		timestamp.timestamp
	];
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/tags.js
var require_tags = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	var schema = require_schema$2();
	var schema$1 = require_schema$1();
	var binary = require_binary();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var schema$2 = require_schema();
	var set = require_set();
	var timestamp = require_timestamp();
	const schemas = /* @__PURE__ */ new Map([
		["core", schema.schema],
		["failsafe", [
			map.map,
			seq.seq,
			string.string
		]],
		["json", schema$1.schema],
		["yaml11", schema$2.schema],
		["yaml-1.1", schema$2.schema]
	]);
	const tagsByName = {
		binary: binary.binary,
		bool: bool.boolTag,
		float: float.float,
		floatExp: float.floatExp,
		floatNaN: float.floatNaN,
		floatTime: timestamp.floatTime,
		int: int.int,
		intHex: int.intHex,
		intOct: int.intOct,
		intTime: timestamp.intTime,
		map: map.map,
		merge: merge.merge,
		null: _null.nullTag,
		omap: omap.omap,
		pairs: pairs.pairs,
		seq: seq.seq,
		set: set.set,
		timestamp: timestamp.timestamp
	};
	const coreKnownTags = {
		"tag:yaml.org,2002:binary": binary.binary,
		"tag:yaml.org,2002:merge": merge.merge,
		"tag:yaml.org,2002:omap": omap.omap,
		"tag:yaml.org,2002:pairs": pairs.pairs,
		"tag:yaml.org,2002:set": set.set,
		"tag:yaml.org,2002:timestamp": timestamp.timestamp
	};
	function getTags(customTags, schemaName, addMergeTag) {
		const schemaTags = schemas.get(schemaName);
		if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
		let tags = schemaTags;
		if (!tags) {
			if (Array.isArray(customTags)) tags = [];
			else {
				const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
			}
		}
		if (Array.isArray(customTags)) for (const tag of customTags) tags = tags.concat(tag);
		else if (typeof customTags === "function") tags = customTags(tags.slice());
		if (addMergeTag) tags = tags.concat(merge.merge);
		return tags.reduce((tags, tag) => {
			const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
			if (!tagObj) {
				const tagName = JSON.stringify(tag);
				const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
			}
			if (!tags.includes(tagObj)) tags.push(tagObj);
			return tags;
		}, []);
	}
	exports.coreKnownTags = coreKnownTags;
	exports.getTags = getTags;
}));

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var map = require_map();
	var seq = require_seq();
	var string = require_string();
	var tags = require_tags();
	const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
	var Schema = class Schema {
		constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
			this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
			this.name = typeof schema === "string" && schema || "core";
			this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
			this.tags = tags.getTags(customTags, this.name, merge);
			this.toStringOptions = toStringDefaults ?? null;
			Object.defineProperty(this, identity.MAP, { value: map.map });
			Object.defineProperty(this, identity.SCALAR, { value: string.string });
			Object.defineProperty(this, identity.SEQ, { value: seq.seq });
			this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
		}
		clone() {
			const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
			copy.tags = this.tags.slice();
			return copy;
		}
	};
	exports.Schema = Schema;
}));

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyDocument(doc, options) {
		const lines = [];
		let hasDirectives = options.directives === true;
		if (options.directives !== false && doc.directives) {
			const dir = doc.directives.toString(doc);
			if (dir) {
				lines.push(dir);
				hasDirectives = true;
			} else if (doc.directives.docStart) hasDirectives = true;
		}
		if (hasDirectives) lines.push("---");
		const ctx = stringify.createStringifyContext(doc, options);
		const { commentString } = ctx.options;
		if (doc.commentBefore) {
			if (lines.length !== 1) lines.unshift("");
			const cs = commentString(doc.commentBefore);
			lines.unshift(stringifyComment.indentComment(cs, ""));
		}
		let chompKeep = false;
		let contentComment = null;
		if (doc.contents) {
			if (identity.isNode(doc.contents)) {
				if (doc.contents.spaceBefore && hasDirectives) lines.push("");
				if (doc.contents.commentBefore) {
					const cs = commentString(doc.contents.commentBefore);
					lines.push(stringifyComment.indentComment(cs, ""));
				}
				ctx.forceBlockIndent = !!doc.comment;
				contentComment = doc.contents.comment;
			}
			const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
			let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
			if (contentComment) body += stringifyComment.lineComment(body, "", commentString(contentComment));
			if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") lines[lines.length - 1] = `--- ${body}`;
			else lines.push(body);
		} else lines.push(stringify.stringify(doc.contents, ctx));
		if (doc.directives?.docEnd) {
			if (doc.comment) {
				const cs = commentString(doc.comment);
				if (cs.includes("\n")) {
					lines.push("...");
					lines.push(stringifyComment.indentComment(cs, ""));
				} else lines.push(`... ${cs}`);
			} else lines.push("...");
		} else {
			let dc = doc.comment;
			if (dc && chompKeep) dc = dc.replace(/^\n+/, "");
			if (dc) {
				if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "") lines.push("");
				lines.push(stringifyComment.indentComment(commentString(dc), ""));
			}
		}
		return lines.join("\n") + "\n";
	}
	exports.stringifyDocument = stringifyDocument;
}));

// node_modules/yaml/dist/doc/Document.js
var require_Document = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var toJS = require_toJS();
	var Schema = require_Schema();
	var stringifyDocument = require_stringifyDocument();
	var anchors = require_anchors();
	var applyReviver = require_applyReviver();
	var createNode = require_createNode();
	var directives = require_directives();
	var Document = class Document {
		constructor(value, replacer, options) {
			this.commentBefore = null;
			this.comment = null;
			this.errors = [];
			this.warnings = [];
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
			let _replacer = null;
			if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
			else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const opt = Object.assign({
				intAsBigInt: false,
				keepSourceTokens: false,
				logLevel: "warn",
				prettyErrors: true,
				strict: true,
				stringKeys: false,
				uniqueKeys: true,
				version: "1.2"
			}, options);
			this.options = opt;
			let { version } = opt;
			if (options?._directives) {
				this.directives = options._directives.atDocument();
				if (this.directives.yaml.explicit) version = this.directives.yaml.version;
			} else this.directives = new directives.Directives({ version });
			this.setSchema(version, options);
			this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
		}
		clone() {
			const copy = Object.create(Document.prototype, { [identity.NODE_TYPE]: { value: identity.DOC } });
			copy.commentBefore = this.commentBefore;
			copy.comment = this.comment;
			copy.errors = this.errors.slice();
			copy.warnings = this.warnings.slice();
			copy.options = Object.assign({}, this.options);
			if (this.directives) copy.directives = this.directives.clone();
			copy.schema = this.schema.clone();
			copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		add(value) {
			if (assertCollection(this.contents)) this.contents.add(value);
		}
		addIn(path, value) {
			if (assertCollection(this.contents)) this.contents.addIn(path, value);
		}
		createAlias(node, name) {
			if (!node.anchor) {
				const prev = anchors.anchorNames(this);
				node.anchor = !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
			}
			return new Alias.Alias(node.anchor);
		}
		createNode(value, replacer, options) {
			let _replacer = void 0;
			if (typeof replacer === "function") {
				value = replacer.call({ "": value }, "", value);
				_replacer = replacer;
			} else if (Array.isArray(replacer)) {
				const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
				const asStr = replacer.filter(keyToStr).map(String);
				if (asStr.length > 0) replacer = replacer.concat(asStr);
				_replacer = replacer;
			} else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
			const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, anchorPrefix || "a");
			const ctx = {
				aliasDuplicateObjects: aliasDuplicateObjects ?? true,
				keepUndefined: keepUndefined ?? false,
				onAnchor,
				onTagObj,
				replacer: _replacer,
				schema: this.schema,
				sourceObjects
			};
			const node = createNode.createNode(value, tag, ctx);
			if (flow && identity.isCollection(node)) node.flow = true;
			setAnchors();
			return node;
		}
		createPair(key, value, options = {}) {
			const k = this.createNode(key, null, options);
			const v = this.createNode(value, null, options);
			return new Pair.Pair(k, v);
		}
		delete(key) {
			return assertCollection(this.contents) ? this.contents.delete(key) : false;
		}
		deleteIn(path) {
			if (Collection.isEmptyPath(path)) {
				if (this.contents == null) return false;
				this.contents = null;
				return true;
			}
			return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
		}
		get(key, keepScalar) {
			return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
		}
		getIn(path, keepScalar) {
			if (Collection.isEmptyPath(path)) return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
			return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
		}
		has(key) {
			return identity.isCollection(this.contents) ? this.contents.has(key) : false;
		}
		hasIn(path) {
			if (Collection.isEmptyPath(path)) return this.contents !== void 0;
			return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
		}
		set(key, value) {
			if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, [key], value);
			else if (assertCollection(this.contents)) this.contents.set(key, value);
		}
		setIn(path, value) {
			if (Collection.isEmptyPath(path)) this.contents = value;
			else if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
			else if (assertCollection(this.contents)) this.contents.setIn(path, value);
		}
		setSchema(version, options = {}) {
			if (typeof version === "number") version = String(version);
			let opt;
			switch (version) {
				case "1.1":
					if (this.directives) this.directives.yaml.version = "1.1";
					else this.directives = new directives.Directives({ version: "1.1" });
					opt = {
						resolveKnownTags: false,
						schema: "yaml-1.1"
					};
					break;
				case "1.2":
				case "next":
					if (this.directives) this.directives.yaml.version = version;
					else this.directives = new directives.Directives({ version });
					opt = {
						resolveKnownTags: true,
						schema: "core"
					};
					break;
				case null:
					if (this.directives) delete this.directives;
					opt = null;
					break;
				default: {
					const sv = JSON.stringify(version);
					throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
				}
			}
			if (options.schema instanceof Object) this.schema = options.schema;
			else if (opt) this.schema = new Schema.Schema(Object.assign(opt, options));
			else throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
		}
		toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc: this,
				keep: !json,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
		toJSON(jsonArg, onAnchor) {
			return this.toJS({
				json: true,
				jsonArg,
				mapAsMap: false,
				onAnchor
			});
		}
		toString(options = {}) {
			if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
			if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
				const s = JSON.stringify(options.indent);
				throw new Error(`"indent" option must be a positive integer, not ${s}`);
			}
			return stringifyDocument.stringifyDocument(this, options);
		}
	};
	function assertCollection(contents) {
		if (identity.isCollection(contents)) return true;
		throw new Error("Expected a YAML collection as document contents");
	}
	exports.Document = Document;
}));

// node_modules/yaml/dist/errors.js
var require_errors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLError = class extends Error {
		constructor(name, pos, code, message) {
			super();
			this.name = name;
			this.code = code;
			this.message = message;
			this.pos = pos;
		}
	};
	var YAMLParseError = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLParseError", pos, code, message);
		}
	};
	var YAMLWarning = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLWarning", pos, code, message);
		}
	};
	const prettifyError = (src, lc) => (error) => {
		if (error.pos[0] === -1) return;
		error.linePos = error.pos.map((pos) => lc.linePos(pos));
		const { line, col } = error.linePos[0];
		error.message += ` at line ${line}, column ${col}`;
		let ci = col - 1;
		let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
		if (ci >= 60 && lineStr.length > 80) {
			const trimStart = Math.min(ci - 39, lineStr.length - 79);
			lineStr = "…" + lineStr.substring(trimStart);
			ci -= trimStart - 1;
		}
		if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + "…";
		if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
			let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
			if (prev.length > 80) prev = prev.substring(0, 79) + "…\n";
			lineStr = prev + lineStr;
		}
		if (/[^ ]/.test(lineStr)) {
			let count = 1;
			const end = error.linePos[1];
			if (end?.line === line && end.col > col) count = Math.max(1, Math.min(end.col - col, 80 - ci));
			const pointer = " ".repeat(ci) + "^".repeat(count);
			error.message += `:\n\n${lineStr}\n${pointer}\n`;
		}
	};
	exports.YAMLError = YAMLError;
	exports.YAMLParseError = YAMLParseError;
	exports.YAMLWarning = YAMLWarning;
	exports.prettifyError = prettifyError;
}));

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
		let spaceBefore = false;
		let atNewline = startOnNewline;
		let hasSpace = startOnNewline;
		let comment = "";
		let commentSep = "";
		let hasNewline = false;
		let reqSpace = false;
		let tab = null;
		let anchor = null;
		let tag = null;
		let newlineAfterProp = null;
		let comma = null;
		let found = null;
		let start = null;
		for (const token of tokens) {
			if (reqSpace) {
				if (token.type !== "space" && token.type !== "newline" && token.type !== "comma") onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
				reqSpace = false;
			}
			if (tab) {
				if (atNewline && token.type !== "comment" && token.type !== "newline") onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
				tab = null;
			}
			switch (token.type) {
				case "space":
					if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) tab = token;
					hasSpace = true;
					break;
				case "comment": {
					if (!hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					const cb = token.source.substring(1) || " ";
					if (!comment) comment = cb;
					else comment += commentSep + cb;
					commentSep = "";
					atNewline = false;
					break;
				}
				case "newline":
					if (atNewline) {
						if (comment) comment += token.source;
						else if (!found || indicator !== "seq-item-ind") spaceBefore = true;
					} else commentSep += token.source;
					atNewline = true;
					hasNewline = true;
					if (anchor || tag) newlineAfterProp = token;
					hasSpace = true;
					break;
				case "anchor":
					if (anchor) onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
					if (token.source.endsWith(":")) onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
					anchor = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case "tag":
					if (tag) onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
					tag = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case indicator:
					if (anchor || tag) onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
					if (found) onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
					found = token;
					atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
					hasSpace = false;
					break;
				case "comma": if (flow) {
					if (comma) onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
					comma = token;
					atNewline = false;
					hasSpace = false;
					break;
				}
				default:
					onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
					atNewline = false;
					hasSpace = false;
			}
		}
		const last = tokens[tokens.length - 1];
		const end = last ? last.offset + last.source.length : offset;
		if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
		if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq")) onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
		return {
			comma,
			found,
			spaceBefore,
			comment,
			hasNewline,
			anchor,
			tag,
			newlineAfterProp,
			end,
			start: start ?? end
		};
	}
	exports.resolveProps = resolveProps;
}));

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = /* @__PURE__ */ __commonJSMin(((exports) => {
	function containsNewline(key) {
		if (!key) return null;
		switch (key.type) {
			case "alias":
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				if (key.source.includes("\n")) return true;
				if (key.end) {
					for (const st of key.end) if (st.type === "newline") return true;
				}
				return false;
			case "flow-collection":
				for (const it of key.items) {
					for (const st of it.start) if (st.type === "newline") return true;
					if (it.sep) {
						for (const st of it.sep) if (st.type === "newline") return true;
					}
					if (containsNewline(it.key) || containsNewline(it.value)) return true;
				}
				return false;
			default: return true;
		}
	}
	exports.containsNewline = containsNewline;
}));

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utilContainsNewline = require_util_contains_newline();
	function flowIndentCheck(indent, fc, onError) {
		if (fc?.type === "flow-collection") {
			const end = fc.end[0];
			if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
		}
	}
	exports.flowIndentCheck = flowIndentCheck;
}));

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	function mapIncludes(ctx, items, search) {
		const { uniqueKeys } = ctx.options;
		if (uniqueKeys === false) return false;
		const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
		return items.some((pair) => isEqual(pair.key, search));
	}
	exports.mapIncludes = mapIncludes;
}));

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	var utilMapIncludes = require_util_map_includes();
	const startColMsg = "All mapping items must start at the same column";
	function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
		const map = new ((tag?.nodeClass) ?? YAMLMap.YAMLMap)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		let offset = bm.offset;
		let commentEnd = null;
		for (const collItem of bm.items) {
			const { start, key, sep, value } = collItem;
			const keyProps = resolveProps.resolveProps(start, {
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: bm.indent,
				startOnNewline: true
			});
			const implicitKey = !keyProps.found;
			if (implicitKey) {
				if (key) {
					if (key.type === "block-seq") onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
					else if ("indent" in key && key.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
				}
				if (!keyProps.anchor && !keyProps.tag && !sep) {
					commentEnd = keyProps.end;
					if (keyProps.comment) {
						if (map.comment) map.comment += "\n" + keyProps.comment;
						else map.comment = keyProps.comment;
					}
					continue;
				}
				if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
			} else if (keyProps.found?.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
			ctx.atKey = true;
			const keyStart = keyProps.end;
			const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
			ctx.atKey = false;
			if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
			const valueProps = resolveProps.resolveProps(sep ?? [], {
				indicator: "map-value-ind",
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: bm.indent,
				startOnNewline: !key || key.type === "block-scalar"
			});
			offset = valueProps.end;
			if (valueProps.found) {
				if (implicitKey) {
					if (value?.type === "block-map" && !valueProps.hasNewline) onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
					if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024) onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
				if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
				offset = valueNode.range[2];
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			} else {
				if (implicitKey) onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
				if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			}
		}
		if (commentEnd && commentEnd < offset) onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
		map.range = [
			bm.offset,
			offset,
			commentEnd ?? offset
		];
		return map;
	}
	exports.resolveBlockMap = resolveBlockMap;
}));

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLSeq = require_YAMLSeq();
	var resolveProps = require_resolve_props();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
		const seq = new ((tag?.nodeClass) ?? YAMLSeq.YAMLSeq)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = bs.offset;
		let commentEnd = null;
		for (const { start, value } of bs.items) {
			const props = resolveProps.resolveProps(start, {
				indicator: "seq-item-ind",
				next: value,
				offset,
				onError,
				parentIndent: bs.indent,
				startOnNewline: true
			});
			if (!props.found) {
				if (props.anchor || props.tag || value) {
					if (value?.type === "block-seq") onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
					else onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
				} else {
					commentEnd = props.end;
					if (props.comment) seq.comment = props.comment;
					continue;
				}
			}
			const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
			offset = node.range[2];
			seq.items.push(node);
		}
		seq.range = [
			bs.offset,
			offset,
			commentEnd ?? offset
		];
		return seq;
	}
	exports.resolveBlockSeq = resolveBlockSeq;
}));

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveEnd(end, offset, reqSpace, onError) {
		let comment = "";
		if (end) {
			let hasSpace = false;
			let sep = "";
			for (const token of end) {
				const { source, type } = token;
				switch (type) {
					case "space":
						hasSpace = true;
						break;
					case "comment": {
						if (reqSpace && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
						const cb = source.substring(1) || " ";
						if (!comment) comment = cb;
						else comment += sep + cb;
						sep = "";
						break;
					}
					case "newline":
						if (comment) sep += source;
						hasSpace = true;
						break;
					default: onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
				}
				offset += source.length;
			}
		}
		return {
			comment,
			offset
		};
	}
	exports.resolveEnd = resolveEnd;
}));

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilMapIncludes = require_util_map_includes();
	const blockMsg = "Block collections are not allowed within flow collections";
	const isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
	function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
		const isMap = fc.start.source === "{";
		const fcName = isMap ? "flow map" : "flow sequence";
		const coll = new ((tag?.nodeClass) ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq))(ctx.schema);
		coll.flow = true;
		const atRoot = ctx.atRoot;
		if (atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = fc.offset + fc.start.source.length;
		for (let i = 0; i < fc.items.length; ++i) {
			const collItem = fc.items[i];
			const { start, key, sep, value } = collItem;
			const props = resolveProps.resolveProps(start, {
				flow: fcName,
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: fc.indent,
				startOnNewline: false
			});
			if (!props.found) {
				if (!props.anchor && !props.tag && !sep && !value) {
					if (i === 0 && props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
					else if (i < fc.items.length - 1) onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
					if (props.comment) {
						if (coll.comment) coll.comment += "\n" + props.comment;
						else coll.comment = props.comment;
					}
					offset = props.end;
					continue;
				}
				if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key)) onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
			}
			if (i === 0) {
				if (props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
			} else {
				if (!props.comma) onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
				if (props.comment) {
					let prevItemComment = "";
					loop: for (const st of start) switch (st.type) {
						case "comma":
						case "space": break;
						case "comment":
							prevItemComment = st.source.substring(1);
							break loop;
						default: break loop;
					}
					if (prevItemComment) {
						let prev = coll.items[coll.items.length - 1];
						if (identity.isPair(prev)) prev = prev.value ?? prev.key;
						if (prev.comment) prev.comment += "\n" + prevItemComment;
						else prev.comment = prevItemComment;
						props.comment = props.comment.substring(prevItemComment.length + 1);
					}
				}
			}
			if (!isMap && !sep && !props.found) {
				const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
				coll.items.push(valueNode);
				offset = valueNode.range[2];
				if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
			} else {
				ctx.atKey = true;
				const keyStart = props.end;
				const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
				if (isBlock(key)) onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
				ctx.atKey = false;
				const valueProps = resolveProps.resolveProps(sep ?? [], {
					flow: fcName,
					indicator: "map-value-ind",
					next: value,
					offset: keyNode.range[2],
					onError,
					parentIndent: fc.indent,
					startOnNewline: false
				});
				if (valueProps.found) {
					if (!isMap && !props.found && ctx.options.strict) {
						if (sep) for (const st of sep) {
							if (st === valueProps.found) break;
							if (st.type === "newline") {
								onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
								break;
							}
						}
						if (props.start < valueProps.found.offset - 1024) onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
					}
				} else if (value) {
					if ("source" in value && value.source?.[0] === ":") onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
					else onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
				if (valueNode) {
					if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
				} else if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				if (isMap) {
					const map = coll;
					if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
					map.items.push(pair);
				} else {
					const map = new YAMLMap.YAMLMap(ctx.schema);
					map.flow = true;
					map.items.push(pair);
					const endRange = (valueNode ?? keyNode).range;
					map.range = [
						keyNode.range[0],
						endRange[1],
						endRange[2]
					];
					coll.items.push(map);
				}
				offset = valueNode ? valueNode.range[2] : valueProps.end;
			}
		}
		const expectedEnd = isMap ? "}" : "]";
		const [ce, ...ee] = fc.end;
		let cePos = offset;
		if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
		else {
			const name = fcName[0].toUpperCase() + fcName.substring(1);
			const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
			onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
			if (ce && ce.source.length !== 1) ee.unshift(ce);
		}
		if (ee.length > 0) {
			const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
			if (end.comment) {
				if (coll.comment) coll.comment += "\n" + end.comment;
				else coll.comment = end.comment;
			}
			coll.range = [
				fc.offset,
				cePos,
				end.offset
			];
		} else coll.range = [
			fc.offset,
			cePos,
			cePos
		];
		return coll;
	}
	exports.resolveFlowCollection = resolveFlowCollection;
}));

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveBlockMap = require_resolve_block_map();
	var resolveBlockSeq = require_resolve_block_seq();
	var resolveFlowCollection = require_resolve_flow_collection();
	function resolveCollection(CN, ctx, token, onError, tagName, tag) {
		const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
		const Coll = coll.constructor;
		if (tagName === "!" || tagName === Coll.tagName) {
			coll.tag = Coll.tagName;
			return coll;
		}
		if (tagName) coll.tag = tagName;
		return coll;
	}
	function composeCollection(CN, ctx, token, props, onError) {
		const tagToken = props.tag;
		const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
		if (token.type === "block-seq") {
			const { anchor, newlineAfterProp: nl } = props;
			const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
			if (lastProp && (!nl || nl.offset < lastProp.offset)) onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
		}
		const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
		if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") return resolveCollection(CN, ctx, token, onError, tagName);
		let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
		if (!tag) {
			const kt = ctx.schema.knownTags[tagName];
			if (kt?.collection === expType) {
				ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
				tag = kt;
			} else {
				if (kt) onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
				else onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
				return resolveCollection(CN, ctx, token, onError, tagName);
			}
		}
		const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
		const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
		const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
		node.range = coll.range;
		node.tag = tagName;
		if (tag?.format) node.format = tag.format;
		return node;
	}
	exports.composeCollection = composeCollection;
}));

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function resolveBlockScalar(ctx, scalar, onError) {
		const start = scalar.offset;
		const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
		if (!header) return {
			value: "",
			type: null,
			comment: "",
			range: [
				start,
				start,
				start
			]
		};
		const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
		const lines = scalar.source ? splitLines(scalar.source) : [];
		let chompStart = lines.length;
		for (let i = lines.length - 1; i >= 0; --i) {
			const content = lines[i][1];
			if (content === "" || content === "\r") chompStart = i;
			else break;
		}
		if (chompStart === 0) {
			const value = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
			let end = start + header.length;
			if (scalar.source) end += scalar.source.length;
			return {
				value,
				type,
				comment: header.comment,
				range: [
					start,
					end,
					end
				]
			};
		}
		let trimIndent = scalar.indent + header.indent;
		let offset = scalar.offset + header.length;
		let contentStart = 0;
		for (let i = 0; i < chompStart; ++i) {
			const [indent, content] = lines[i];
			if (content === "" || content === "\r") {
				if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length;
			} else {
				if (indent.length < trimIndent) onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator");
				if (header.indent === 0) trimIndent = indent.length;
				contentStart = i;
				if (trimIndent === 0 && !ctx.atRoot) onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
				break;
			}
			offset += indent.length + content.length + 1;
		}
		for (let i = lines.length - 1; i >= chompStart; --i) if (lines[i][0].length > trimIndent) chompStart = i + 1;
		let value = "";
		let sep = "";
		let prevMoreIndented = false;
		for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + "\n";
		for (let i = contentStart; i < chompStart; ++i) {
			let [indent, content] = lines[i];
			offset += indent.length + content.length + 1;
			const crlf = content[content.length - 1] === "\r";
			if (crlf) content = content.slice(0, -1);
			/* istanbul ignore if already caught in lexer */
			if (content && indent.length < trimIndent) {
				const message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
				onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
				indent = "";
			}
			if (type === Scalar.Scalar.BLOCK_LITERAL) {
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
			} else if (indent.length > trimIndent || content[0] === "	") {
				if (sep === " ") sep = "\n";
				else if (!prevMoreIndented && sep === "\n") sep = "\n\n";
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
				prevMoreIndented = true;
			} else if (content === "") {
				if (sep === "\n") value += "\n";
				else sep = "\n";
			} else {
				value += sep + content;
				sep = " ";
				prevMoreIndented = false;
			}
		}
		switch (header.chomp) {
			case "-": break;
			case "+":
				for (let i = chompStart; i < lines.length; ++i) value += "\n" + lines[i][0].slice(trimIndent);
				if (value[value.length - 1] !== "\n") value += "\n";
				break;
			default: value += "\n";
		}
		const end = start + header.length + scalar.source.length;
		return {
			value,
			type,
			comment: header.comment,
			range: [
				start,
				end,
				end
			]
		};
	}
	function parseBlockScalarHeader({ offset, props }, strict, onError) {
		/* istanbul ignore if should not happen */
		if (props[0].type !== "block-scalar-header") {
			onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
			return null;
		}
		const { source } = props[0];
		const mode = source[0];
		let indent = 0;
		let chomp = "";
		let error = -1;
		for (let i = 1; i < source.length; ++i) {
			const ch = source[i];
			if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
			else {
				const n = Number(ch);
				if (!indent && n) indent = n;
				else if (error === -1) error = offset + i;
			}
		}
		if (error !== -1) onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
		let hasSpace = false;
		let comment = "";
		let length = source.length;
		for (let i = 1; i < props.length; ++i) {
			const token = props[i];
			switch (token.type) {
				case "space": hasSpace = true;
				case "newline":
					length += token.source.length;
					break;
				case "comment":
					if (strict && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					length += token.source.length;
					comment = token.source.substring(1);
					break;
				case "error":
					onError(token, "UNEXPECTED_TOKEN", token.message);
					length += token.source.length;
					break;
				/* istanbul ignore next should not happen */
				default: {
					onError(token, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${token.type}`);
					const ts = token.source;
					if (ts && typeof ts === "string") length += ts.length;
				}
			}
		}
		return {
			mode,
			indent,
			chomp,
			comment,
			length
		};
	}
	function splitLines(source) {
		const split = source.split(/\n( *)/);
		const first = split[0];
		const m = first.match(/^( *)/);
		const lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
		for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]]);
		return lines;
	}
	exports.resolveBlockScalar = resolveBlockScalar;
}));

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var resolveEnd = require_resolve_end();
	function resolveFlowScalar(scalar, strict, onError) {
		const { offset, type, source, end } = scalar;
		let _type;
		let value;
		const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
		switch (type) {
			case "scalar":
				_type = Scalar.Scalar.PLAIN;
				value = plainValue(source, _onError);
				break;
			case "single-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_SINGLE;
				value = singleQuotedValue(source, _onError);
				break;
			case "double-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_DOUBLE;
				value = doubleQuotedValue(source, _onError);
				break;
			/* istanbul ignore next should not happen */
			default:
				onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
				return {
					value: "",
					type: null,
					comment: "",
					range: [
						offset,
						offset + source.length,
						offset + source.length
					]
				};
		}
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
		return {
			value,
			type: _type,
			comment: re.comment,
			range: [
				offset,
				valueEnd,
				re.offset
			]
		};
	}
	function plainValue(source, onError) {
		let badChar = "";
		switch (source[0]) {
			/* istanbul ignore next should not happen */
			case "	":
				badChar = "a tab character";
				break;
			case ",":
				badChar = "flow indicator character ,";
				break;
			case "%":
				badChar = "directive indicator character %";
				break;
			case "|":
			case ">":
				badChar = `block scalar indicator ${source[0]}`;
				break;
			case "@":
			case "`": badChar = `reserved character ${source[0]}`;
		}
		if (badChar) onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
		return unfoldLines(source);
	}
	function singleQuotedValue(source, onError) {
		if (source[source.length - 1] !== "'" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
		return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
	}
	function unfoldLines(source) {
		const line = /(.*?)\r?\n/sy;
		let match = line.exec(source);
		if (!match) return source;
		let trimEnd, trimBoth;
		try {
			trimEnd = new RegExp("(?<![ 	])[ 	]+$");
			trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
		} catch {
			trimEnd = /[ \t]+$/;
			trimBoth = /^[ \t]+|[ \t]+$/g;
		}
		let res = match[1].replace(trimEnd, "");
		let sep = " ";
		let pos = line.lastIndex;
		while (match = line.exec(source)) {
			const lm = match[1].replace(trimBoth, "");
			if (lm === "") {
				if (sep === "\n") res += sep;
				else sep = "\n";
			} else {
				res += sep + lm;
				sep = " ";
			}
			pos = line.lastIndex;
		}
		const last = /[ \t]*(.*)/sy;
		last.lastIndex = pos;
		match = last.exec(source);
		return res + sep + (match?.[1] ?? "");
	}
	function doubleQuotedValue(source, onError) {
		let res = "";
		for (let i = 1; i < source.length - 1; ++i) {
			const ch = source[i];
			if (ch === "\r" && source[i + 1] === "\n") continue;
			if (ch === "\n") {
				const { fold, offset } = foldNewline(source, i);
				res += fold;
				i = offset;
			} else if (ch === "\\") {
				let next = source[++i];
				const cc = escapeCodes[next];
				if (cc) res += cc;
				else if (next === "\n") {
					next = source[i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "\r" && source[i + 1] === "\n") {
					next = source[++i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "x" || next === "u" || next === "U") {
					const length = next === "x" ? 2 : next === "u" ? 4 : 8;
					res += parseCharCode(source, i + 1, length, onError);
					i += length;
				} else {
					const raw = source.substr(i - 1, 2);
					onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
					res += raw;
				}
			} else if (ch === " " || ch === "	") {
				const wsStart = i;
				let next = source[i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
				if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n")) res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
			} else res += ch;
		}
		if (source[source.length - 1] !== "\"" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing \"quote");
		return res;
	}
	function foldNewline(source, offset) {
		let fold = "";
		let ch = source[offset + 1];
		while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
			if (ch === "\r" && source[offset + 2] !== "\n") break;
			if (ch === "\n") fold += "\n";
			offset += 1;
			ch = source[offset + 1];
		}
		if (!fold) fold = " ";
		return {
			fold,
			offset
		};
	}
	const escapeCodes = {
		"0": "\0",
		a: "\x07",
		b: "\b",
		e: "\x1B",
		f: "\f",
		n: "\n",
		r: "\r",
		t: "	",
		v: "\v",
		N: "",
		_: "\xA0",
		L: "\u2028",
		P: "\u2029",
		" ": " ",
		"\"": "\"",
		"/": "/",
		"\\": "\\",
		"	": "	"
	};
	function parseCharCode(source, offset, length, onError) {
		const cc = source.substr(offset, length);
		const code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
		try {
			return String.fromCodePoint(code);
		} catch {
			const raw = source.substr(offset - 2, length + 2);
			onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
			return raw;
		}
	}
	exports.resolveFlowScalar = resolveFlowScalar;
}));

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	function composeScalar(ctx, token, tagToken, onError) {
		const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
		const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
		let tag;
		if (ctx.options.stringKeys && ctx.atKey) tag = ctx.schema[identity.SCALAR];
		else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
		else if (token.type === "scalar") tag = findScalarTagByTest(ctx, value, token, onError);
		else tag = ctx.schema[identity.SCALAR];
		let scalar;
		try {
			const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
			scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
		} catch (error) {
			const msg = error instanceof Error ? error.message : String(error);
			onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
			scalar = new Scalar.Scalar(value);
		}
		scalar.range = range;
		scalar.source = value;
		if (type) scalar.type = type;
		if (tagName) scalar.tag = tagName;
		if (tag.format) scalar.format = tag.format;
		if (comment) scalar.comment = comment;
		return scalar;
	}
	function findScalarTagByName(schema, value, tagName, tagToken, onError) {
		if (tagName === "!") return schema[identity.SCALAR];
		const matchWithTest = [];
		for (const tag of schema.tags) if (!tag.collection && tag.tag === tagName) {
			if (tag.default && tag.test) matchWithTest.push(tag);
			else return tag;
		}
		for (const tag of matchWithTest) if (tag.test?.test(value)) return tag;
		const kt = schema.knownTags[tagName];
		if (kt && !kt.collection) {
			schema.tags.push(Object.assign({}, kt, {
				default: false,
				test: void 0
			}));
			return kt;
		}
		onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
		return schema[identity.SCALAR];
	}
	function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
		const tag = schema.tags.find((tag) => (tag.default === true || atKey && tag.default === "key") && tag.test?.test(value)) || schema[identity.SCALAR];
		if (schema.compat) {
			const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[identity.SCALAR];
			if (tag.tag !== compat.tag) onError(token, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${directives.tagString(tag.tag)} or ${directives.tagString(compat.tag)}`, true);
		}
		return tag;
	}
	exports.composeScalar = composeScalar;
}));

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = /* @__PURE__ */ __commonJSMin(((exports) => {
	function emptyScalarPosition(offset, before, pos) {
		if (before) {
			pos ?? (pos = before.length);
			for (let i = pos - 1; i >= 0; --i) {
				let st = before[i];
				switch (st.type) {
					case "space":
					case "comment":
					case "newline":
						offset -= st.source.length;
						continue;
				}
				st = before[++i];
				while (st?.type === "space") {
					offset += st.source.length;
					st = before[++i];
				}
				break;
			}
		}
		return offset;
	}
	exports.emptyScalarPosition = emptyScalarPosition;
}));

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var composeCollection = require_compose_collection();
	var composeScalar = require_compose_scalar();
	var resolveEnd = require_resolve_end();
	var utilEmptyScalarPosition = require_util_empty_scalar_position();
	const CN = {
		composeNode,
		composeEmptyNode
	};
	function composeNode(ctx, token, props, onError) {
		const atKey = ctx.atKey;
		const { spaceBefore, comment, anchor, tag } = props;
		let node;
		let isSrcToken = true;
		switch (token.type) {
			case "alias":
				node = composeAlias(ctx, token, onError);
				if (anchor || tag) onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
				break;
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "block-scalar":
				node = composeScalar.composeScalar(ctx, token, tag, onError);
				if (anchor) node.anchor = anchor.source.substring(1);
				break;
			case "block-map":
			case "block-seq":
			case "flow-collection":
				try {
					node = composeCollection.composeCollection(CN, ctx, token, props, onError);
					if (anchor) node.anchor = anchor.source.substring(1);
				} catch (error) {
					onError(token, "RESOURCE_EXHAUSTION", error instanceof Error ? error.message : String(error));
				}
				break;
			default:
				onError(token, "UNEXPECTED_TOKEN", token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`);
				isSrcToken = false;
		}
		node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
		if (anchor && node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			if (token.type === "scalar" && token.source === "") node.comment = comment;
			else node.commentBefore = comment;
		}
		if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token;
		return node;
	}
	function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
		const token = {
			type: "scalar",
			offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
			indent: -1,
			source: ""
		};
		const node = composeScalar.composeScalar(ctx, token, tag, onError);
		if (anchor) {
			node.anchor = anchor.source.substring(1);
			if (node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		}
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			node.comment = comment;
			node.range[2] = end;
		}
		return node;
	}
	function composeAlias({ options }, { offset, source, end }, onError) {
		const alias = new Alias.Alias(source.substring(1));
		if (alias.source === "") onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
		if (alias.source.endsWith(":")) onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
		alias.range = [
			offset,
			valueEnd,
			re.offset
		];
		if (re.comment) alias.comment = re.comment;
		return alias;
	}
	exports.composeEmptyNode = composeEmptyNode;
	exports.composeNode = composeNode;
}));

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Document = require_Document();
	var composeNode = require_compose_node();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	function composeDoc(options, directives, { offset, start, value, end }, onError) {
		const opts = Object.assign({ _directives: directives }, options);
		const doc = new Document.Document(void 0, opts);
		const ctx = {
			atKey: false,
			atRoot: true,
			directives: doc.directives,
			options: doc.options,
			schema: doc.schema
		};
		const props = resolveProps.resolveProps(start, {
			indicator: "doc-start",
			next: value ?? end?.[0],
			offset,
			onError,
			parentIndent: 0,
			startOnNewline: true
		});
		if (props.found) {
			doc.directives.docStart = true;
			if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline) onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
		}
		doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
		const contentEnd = doc.contents.range[2];
		const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
		if (re.comment) doc.comment = re.comment;
		doc.range = [
			offset,
			contentEnd,
			re.offset
		];
		return doc;
	}
	exports.composeDoc = composeDoc;
}));

// node_modules/yaml/dist/compose/composer.js
var require_composer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var directives = require_directives();
	var Document = require_Document();
	var errors = require_errors();
	var identity = require_identity();
	var composeDoc = require_compose_doc();
	var resolveEnd = require_resolve_end();
	function getErrorPos(src) {
		if (typeof src === "number") return [src, src + 1];
		if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
		const { offset, source } = src;
		return [offset, offset + (typeof source === "string" ? source.length : 1)];
	}
	function parsePrelude(prelude) {
		let comment = "";
		let atComment = false;
		let afterEmptyLine = false;
		for (let i = 0; i < prelude.length; ++i) {
			const source = prelude[i];
			switch (source[0]) {
				case "#":
					comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
					atComment = true;
					afterEmptyLine = false;
					break;
				case "%":
					if (prelude[i + 1]?.[0] !== "#") i += 1;
					atComment = false;
					break;
				default:
					if (!atComment) afterEmptyLine = true;
					atComment = false;
			}
		}
		return {
			comment,
			afterEmptyLine
		};
	}
	var Composer = class {
		constructor(options = {}) {
			this.doc = null;
			this.atDirectives = false;
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
			this.onError = (source, code, message, warning) => {
				const pos = getErrorPos(source);
				if (warning) this.warnings.push(new errors.YAMLWarning(pos, code, message));
				else this.errors.push(new errors.YAMLParseError(pos, code, message));
			};
			this.directives = new directives.Directives({ version: options.version || "1.2" });
			this.options = options;
		}
		decorate(doc, afterDoc) {
			const { comment, afterEmptyLine } = parsePrelude(this.prelude);
			if (comment) {
				const dc = doc.contents;
				if (afterDoc) doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
				else if (afterEmptyLine || doc.directives.docStart || !dc) doc.commentBefore = comment;
				else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
					let it = dc.items[0];
					if (identity.isPair(it)) it = it.key;
					const cb = it.commentBefore;
					it.commentBefore = cb ? `${comment}\n${cb}` : comment;
				} else {
					const cb = dc.commentBefore;
					dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
				}
			}
			if (afterDoc) {
				for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
				for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
			} else {
				doc.errors = this.errors;
				doc.warnings = this.warnings;
			}
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
		}
		streamInfo() {
			return {
				comment: parsePrelude(this.prelude).comment,
				directives: this.directives,
				errors: this.errors,
				warnings: this.warnings
			};
		}
		*compose(tokens, forceDoc = false, endOffset = -1) {
			for (const token of tokens) yield* this.next(token);
			yield* this.end(forceDoc, endOffset);
		}
		*next(token) {
			if (node_process.env.LOG_STREAM) console.dir(token, { depth: null });
			switch (token.type) {
				case "directive":
					this.directives.add(token.source, (offset, message, warning) => {
						const pos = getErrorPos(token);
						pos[0] += offset;
						this.onError(pos, "BAD_DIRECTIVE", message, warning);
					});
					this.prelude.push(token.source);
					this.atDirectives = true;
					break;
				case "document": {
					const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
					if (this.atDirectives && !doc.directives.docStart) this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
					this.decorate(doc, false);
					if (this.doc) yield this.doc;
					this.doc = doc;
					this.atDirectives = false;
					break;
				}
				case "byte-order-mark":
				case "space": break;
				case "comment":
				case "newline":
					this.prelude.push(token.source);
					break;
				case "error": {
					const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
					const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
					if (this.atDirectives || !this.doc) this.errors.push(error);
					else this.doc.errors.push(error);
					break;
				}
				case "doc-end": {
					if (!this.doc) {
						this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", "Unexpected doc-end without preceding document"));
						break;
					}
					this.doc.directives.docEnd = true;
					const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
					this.decorate(this.doc, true);
					if (end.comment) {
						const dc = this.doc.comment;
						this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
					}
					this.doc.range[2] = end.offset;
					break;
				}
				default: this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
			}
		}
		*end(forceDoc = false, endOffset = -1) {
			if (this.doc) {
				this.decorate(this.doc, true);
				yield this.doc;
				this.doc = null;
			} else if (forceDoc) {
				const opts = Object.assign({ _directives: this.directives }, this.options);
				const doc = new Document.Document(void 0, opts);
				if (this.atDirectives) this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
				doc.range = [
					0,
					endOffset,
					endOffset
				];
				this.decorate(doc, false);
				yield doc;
			}
		}
	};
	exports.Composer = Composer;
}));

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	var errors = require_errors();
	var stringifyString = require_stringifyString();
	function resolveAsScalar(token, strict = true, onError) {
		if (token) {
			const _onError = (pos, code, message) => {
				const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
				if (onError) onError(offset, code, message);
				else throw new errors.YAMLParseError([offset, offset + 1], code, message);
			};
			switch (token.type) {
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
				case "block-scalar": return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
			}
		}
		return null;
	}
	function createScalarToken(value, context) {
		const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey,
			indent: indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		const end = context.end ?? [{
			type: "newline",
			offset: -1,
			indent,
			source: "\n"
		}];
		switch (source[0]) {
			case "|":
			case ">": {
				const he = source.indexOf("\n");
				const head = source.substring(0, he);
				const body = source.substring(he + 1) + "\n";
				const props = [{
					type: "block-scalar-header",
					offset,
					indent,
					source: head
				}];
				if (!addEndtoBlockProps(props, end)) props.push({
					type: "newline",
					offset: -1,
					indent,
					source: "\n"
				});
				return {
					type: "block-scalar",
					offset,
					indent,
					props,
					source: body
				};
			}
			case "\"": return {
				type: "double-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			case "'": return {
				type: "single-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			default: return {
				type: "scalar",
				offset,
				indent,
				source,
				end
			};
		}
	}
	function setScalarValue(token, value, context = {}) {
		let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
		let indent = "indent" in token ? token.indent : null;
		if (afterKey && typeof indent === "number") indent += 2;
		if (!type) switch (token.type) {
			case "single-quoted-scalar":
				type = "QUOTE_SINGLE";
				break;
			case "double-quoted-scalar":
				type = "QUOTE_DOUBLE";
				break;
			case "block-scalar": {
				const header = token.props[0];
				if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
				type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
				break;
			}
			default: type = "PLAIN";
		}
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey: implicitKey || indent === null,
			indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		switch (source[0]) {
			case "|":
			case ">":
				setBlockScalarValue(token, source);
				break;
			case "\"":
				setFlowScalarValue(token, source, "double-quoted-scalar");
				break;
			case "'":
				setFlowScalarValue(token, source, "single-quoted-scalar");
				break;
			default: setFlowScalarValue(token, source, "scalar");
		}
	}
	function setBlockScalarValue(token, source) {
		const he = source.indexOf("\n");
		const head = source.substring(0, he);
		const body = source.substring(he + 1) + "\n";
		if (token.type === "block-scalar") {
			const header = token.props[0];
			if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
			header.source = head;
			token.source = body;
		} else {
			const { offset } = token;
			const indent = "indent" in token ? token.indent : -1;
			const props = [{
				type: "block-scalar-header",
				offset,
				indent,
				source: head
			}];
			if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0)) props.push({
				type: "newline",
				offset: -1,
				indent,
				source: "\n"
			});
			for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
			Object.assign(token, {
				type: "block-scalar",
				indent,
				props,
				source: body
			});
		}
	}
	function addEndtoBlockProps(props, end) {
		if (end) for (const st of end) switch (st.type) {
			case "space":
			case "comment":
				props.push(st);
				break;
			case "newline":
				props.push(st);
				return true;
		}
		return false;
	}
	function setFlowScalarValue(token, source, type) {
		switch (token.type) {
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				token.type = type;
				token.source = source;
				break;
			case "block-scalar": {
				const end = token.props.slice(1);
				let oa = source.length;
				if (token.props[0].type === "block-scalar-header") oa -= token.props[0].source.length;
				for (const tok of end) tok.offset += oa;
				delete token.props;
				Object.assign(token, {
					type,
					source,
					end
				});
				break;
			}
			case "block-map":
			case "block-seq": {
				const nl = {
					type: "newline",
					offset: token.offset + source.length,
					indent: token.indent,
					source: "\n"
				};
				delete token.items;
				Object.assign(token, {
					type,
					source,
					end: [nl]
				});
				break;
			}
			default: {
				const indent = "indent" in token ? token.indent : -1;
				const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
				for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
				Object.assign(token, {
					type,
					indent,
					source,
					end
				});
			}
		}
	}
	exports.createScalarToken = createScalarToken;
	exports.resolveAsScalar = resolveAsScalar;
	exports.setScalarValue = setScalarValue;
}));

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	const stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
	function stringifyToken(token) {
		switch (token.type) {
			case "block-scalar": {
				let res = "";
				for (const tok of token.props) res += stringifyToken(tok);
				return res + token.source;
			}
			case "block-map":
			case "block-seq": {
				let res = "";
				for (const item of token.items) res += stringifyItem(item);
				return res;
			}
			case "flow-collection": {
				let res = token.start.source;
				for (const item of token.items) res += stringifyItem(item);
				for (const st of token.end) res += st.source;
				return res;
			}
			case "document": {
				let res = stringifyItem(token);
				if (token.end) for (const st of token.end) res += st.source;
				return res;
			}
			default: {
				let res = token.source;
				if ("end" in token && token.end) for (const st of token.end) res += st.source;
				return res;
			}
		}
	}
	function stringifyItem({ start, key, sep, value }) {
		let res = "";
		for (const st of start) res += st.source;
		if (key) res += stringifyToken(key);
		if (sep) for (const st of sep) res += st.source;
		if (value) res += stringifyToken(value);
		return res;
	}
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove item");
	function visit(cst, visitor) {
		if ("type" in cst && cst.type === "document") cst = {
			start: cst.start,
			value: cst.value
		};
		_visit(Object.freeze([]), cst, visitor);
	}
	visit.BREAK = BREAK;
	visit.SKIP = SKIP;
	visit.REMOVE = REMOVE;
	visit.itemAtPath = (cst, path) => {
		let item = cst;
		for (const [field, index] of path) {
			const tok = item?.[field];
			if (tok && "items" in tok) item = tok.items[index];
			else return void 0;
		}
		return item;
	};
	visit.parentCollection = (cst, path) => {
		const parent = visit.itemAtPath(cst, path.slice(0, -1));
		const field = path[path.length - 1][0];
		const coll = parent?.[field];
		if (coll && "items" in coll) return coll;
		throw new Error("Parent collection not found");
	};
	function _visit(path, item, visitor) {
		let ctrl = visitor(item, path);
		if (typeof ctrl === "symbol") return ctrl;
		for (const field of ["key", "value"]) {
			const token = item[field];
			if (token && "items" in token) {
				for (let i = 0; i < token.items.length; ++i) {
					const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						token.items.splice(i, 1);
						i -= 1;
					}
				}
				if (typeof ctrl === "function" && field === "key") ctrl = ctrl(item, path);
			}
		}
		return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
	}
	exports.visit = visit;
}));

// node_modules/yaml/dist/parse/cst.js
var require_cst = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cstScalar = require_cst_scalar();
	var cstStringify = require_cst_stringify();
	var cstVisit = require_cst_visit();
	const BOM = "﻿";
	const DOCUMENT = "";
	const FLOW_END = "";
	const SCALAR = "";
	const isCollection = (token) => !!token && "items" in token;
	const isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
	/* istanbul ignore next */
	function prettyToken(token) {
		switch (token) {
			case BOM: return "<BOM>";
			case DOCUMENT: return "<DOC>";
			case FLOW_END: return "<FLOW_END>";
			case SCALAR: return "<SCALAR>";
			default: return JSON.stringify(token);
		}
	}
	function tokenType(source) {
		switch (source) {
			case BOM: return "byte-order-mark";
			case DOCUMENT: return "doc-mode";
			case FLOW_END: return "flow-error-end";
			case SCALAR: return "scalar";
			case "---": return "doc-start";
			case "...": return "doc-end";
			case "":
			case "\n":
			case "\r\n": return "newline";
			case "-": return "seq-item-ind";
			case "?": return "explicit-key-ind";
			case ":": return "map-value-ind";
			case "{": return "flow-map-start";
			case "}": return "flow-map-end";
			case "[": return "flow-seq-start";
			case "]": return "flow-seq-end";
			case ",": return "comma";
		}
		switch (source[0]) {
			case " ":
			case "	": return "space";
			case "#": return "comment";
			case "%": return "directive-line";
			case "*": return "alias";
			case "&": return "anchor";
			case "!": return "tag";
			case "'": return "single-quoted-scalar";
			case "\"": return "double-quoted-scalar";
			case "|":
			case ">": return "block-scalar-header";
		}
		return null;
	}
	exports.createScalarToken = cstScalar.createScalarToken;
	exports.resolveAsScalar = cstScalar.resolveAsScalar;
	exports.setScalarValue = cstScalar.setScalarValue;
	exports.stringify = cstStringify.stringify;
	exports.visit = cstVisit.visit;
	exports.BOM = BOM;
	exports.DOCUMENT = DOCUMENT;
	exports.FLOW_END = FLOW_END;
	exports.SCALAR = SCALAR;
	exports.isCollection = isCollection;
	exports.isScalar = isScalar;
	exports.prettyToken = prettyToken;
	exports.tokenType = tokenType;
}));

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cst = require_cst();
	function isEmpty(ch) {
		switch (ch) {
			case void 0:
			case " ":
			case "\n":
			case "\r":
			case "	": return true;
			default: return false;
		}
	}
	const hexDigits = /* @__PURE__ */ new Set("0123456789ABCDEFabcdef");
	const tagChars = /* @__PURE__ */ new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
	const flowIndicatorChars = /* @__PURE__ */ new Set(",[]{}");
	const invalidAnchorChars = /* @__PURE__ */ new Set(" ,[]{}\n\r	");
	const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
	var Lexer = class {
		constructor() {
			this.atEnd = false;
			this.blockScalarIndent = -1;
			this.blockScalarKeep = false;
			this.buffer = "";
			this.flowKey = false;
			this.flowLevel = 0;
			this.indentNext = 0;
			this.indentValue = 0;
			this.lineEndPos = null;
			this.next = null;
			this.pos = 0;
		}
		*lex(source, incomplete = false) {
			if (source) {
				if (typeof source !== "string") throw TypeError("source is not a string");
				this.buffer = this.buffer ? this.buffer + source : source;
				this.lineEndPos = null;
			}
			this.atEnd = !incomplete;
			let next = this.next ?? "stream";
			while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next);
		}
		atLineEnd() {
			let i = this.pos;
			let ch = this.buffer[i];
			while (ch === " " || ch === "	") ch = this.buffer[++i];
			if (!ch || ch === "#" || ch === "\n") return true;
			if (ch === "\r") return this.buffer[i + 1] === "\n";
			return false;
		}
		charAt(n) {
			return this.buffer[this.pos + n];
		}
		continueScalar(offset) {
			let ch = this.buffer[offset];
			if (this.indentNext > 0) {
				let indent = 0;
				while (ch === " ") ch = this.buffer[++indent + offset];
				if (ch === "\r") {
					const next = this.buffer[indent + offset + 1];
					if (next === "\n" || !next && !this.atEnd) return offset + indent + 1;
				}
				return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
			}
			if (ch === "-" || ch === ".") {
				const dt = this.buffer.substr(offset, 3);
				if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
			}
			return offset;
		}
		getLine() {
			let end = this.lineEndPos;
			if (typeof end !== "number" || end !== -1 && end < this.pos) {
				end = this.buffer.indexOf("\n", this.pos);
				this.lineEndPos = end;
			}
			if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null;
			if (this.buffer[end - 1] === "\r") end -= 1;
			return this.buffer.substring(this.pos, end);
		}
		hasChars(n) {
			return this.pos + n <= this.buffer.length;
		}
		setNext(state) {
			this.buffer = this.buffer.substring(this.pos);
			this.pos = 0;
			this.lineEndPos = null;
			this.next = state;
			return null;
		}
		peek(n) {
			return this.buffer.substr(this.pos, n);
		}
		*parseNext(next) {
			switch (next) {
				case "stream": return yield* this.parseStream();
				case "line-start": return yield* this.parseLineStart();
				case "block-start": return yield* this.parseBlockStart();
				case "doc": return yield* this.parseDocument();
				case "flow": return yield* this.parseFlowCollection();
				case "quoted-scalar": return yield* this.parseQuotedScalar();
				case "block-scalar": return yield* this.parseBlockScalar();
				case "plain-scalar": return yield* this.parsePlainScalar();
			}
		}
		*parseStream() {
			let line = this.getLine();
			if (line === null) return this.setNext("stream");
			if (line[0] === cst.BOM) {
				yield* this.pushCount(1);
				line = line.substring(1);
			}
			if (line[0] === "%") {
				let dirEnd = line.length;
				let cs = line.indexOf("#");
				while (cs !== -1) {
					const ch = line[cs - 1];
					if (ch === " " || ch === "	") {
						dirEnd = cs - 1;
						break;
					} else cs = line.indexOf("#", cs + 1);
				}
				while (true) {
					const ch = line[dirEnd - 1];
					if (ch === " " || ch === "	") dirEnd -= 1;
					else break;
				}
				const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
				yield* this.pushCount(line.length - n);
				this.pushNewline();
				return "stream";
			}
			if (this.atLineEnd()) {
				const sp = yield* this.pushSpaces(true);
				yield* this.pushCount(line.length - sp);
				yield* this.pushNewline();
				return "stream";
			}
			yield cst.DOCUMENT;
			return yield* this.parseLineStart();
		}
		*parseLineStart() {
			const ch = this.charAt(0);
			if (!ch && !this.atEnd) return this.setNext("line-start");
			if (ch === "-" || ch === ".") {
				if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
				const s = this.peek(3);
				if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
					yield* this.pushCount(3);
					this.indentValue = 0;
					this.indentNext = 0;
					return s === "---" ? "doc" : "stream";
				}
			}
			this.indentValue = yield* this.pushSpaces(false);
			if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue;
			return yield* this.parseBlockStart();
		}
		*parseBlockStart() {
			const [ch0, ch1] = this.peek(2);
			if (!ch1 && !this.atEnd) return this.setNext("block-start");
			if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
				const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
				this.indentNext = this.indentValue + 1;
				this.indentValue += n;
				return "block-start";
			}
			return "doc";
		}
		*parseDocument() {
			yield* this.pushSpaces(true);
			const line = this.getLine();
			if (line === null) return this.setNext("doc");
			let n = yield* this.pushIndicators();
			switch (line[n]) {
				case "#": yield* this.pushCount(line.length - n);
				case void 0:
					yield* this.pushNewline();
					return yield* this.parseLineStart();
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel = 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					return "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "doc";
				case "\"":
				case "'": return yield* this.parseQuotedScalar();
				case "|":
				case ">":
					n += yield* this.parseBlockScalarHeader();
					n += yield* this.pushSpaces(true);
					yield* this.pushCount(line.length - n);
					yield* this.pushNewline();
					return yield* this.parseBlockScalar();
				default: return yield* this.parsePlainScalar();
			}
		}
		*parseFlowCollection() {
			let nl, sp;
			let indent = -1;
			do {
				nl = yield* this.pushNewline();
				if (nl > 0) {
					sp = yield* this.pushSpaces(false);
					this.indentValue = indent = sp;
				} else sp = 0;
				sp += yield* this.pushSpaces(true);
			} while (nl + sp > 0);
			const line = this.getLine();
			if (line === null) return this.setNext("flow");
			if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
				if (!(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}"))) {
					this.flowLevel = 0;
					yield cst.FLOW_END;
					return yield* this.parseLineStart();
				}
			}
			let n = 0;
			while (line[n] === ",") {
				n += yield* this.pushCount(1);
				n += yield* this.pushSpaces(true);
				this.flowKey = false;
			}
			n += yield* this.pushIndicators();
			switch (line[n]) {
				case void 0: return "flow";
				case "#":
					yield* this.pushCount(line.length - n);
					return "flow";
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel += 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					this.flowKey = true;
					this.flowLevel -= 1;
					return this.flowLevel ? "flow" : "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "flow";
				case "\"":
				case "'":
					this.flowKey = true;
					return yield* this.parseQuotedScalar();
				case ":": {
					const next = this.charAt(1);
					if (this.flowKey || isEmpty(next) || next === ",") {
						this.flowKey = false;
						yield* this.pushCount(1);
						yield* this.pushSpaces(true);
						return "flow";
					}
				}
				default:
					this.flowKey = false;
					return yield* this.parsePlainScalar();
			}
		}
		*parseQuotedScalar() {
			const quote = this.charAt(0);
			let end = this.buffer.indexOf(quote, this.pos + 1);
			if (quote === "'") while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2);
			else while (end !== -1) {
				let n = 0;
				while (this.buffer[end - 1 - n] === "\\") n += 1;
				if (n % 2 === 0) break;
				end = this.buffer.indexOf("\"", end + 1);
			}
			const qb = this.buffer.substring(0, end);
			let nl = qb.indexOf("\n", this.pos);
			if (nl !== -1) {
				while (nl !== -1) {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = qb.indexOf("\n", cs);
				}
				if (nl !== -1) end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
			}
			if (end === -1) {
				if (!this.atEnd) return this.setNext("quoted-scalar");
				end = this.buffer.length;
			}
			yield* this.pushToIndex(end + 1, false);
			return this.flowLevel ? "flow" : "doc";
		}
		*parseBlockScalarHeader() {
			this.blockScalarIndent = -1;
			this.blockScalarKeep = false;
			let i = this.pos;
			while (true) {
				const ch = this.buffer[++i];
				if (ch === "+") this.blockScalarKeep = true;
				else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
				else if (ch !== "-") break;
			}
			return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
		}
		*parseBlockScalar() {
			let nl = this.pos - 1;
			let indent = 0;
			let ch;
			loop: for (let i = this.pos; ch = this.buffer[i]; ++i) switch (ch) {
				case " ":
					indent += 1;
					break;
				case "\n":
					nl = i;
					indent = 0;
					break;
				case "\r": {
					const next = this.buffer[i + 1];
					if (!next && !this.atEnd) return this.setNext("block-scalar");
					if (next === "\n") break;
				}
				default: break loop;
			}
			if (!ch && !this.atEnd) return this.setNext("block-scalar");
			if (indent >= this.indentNext) {
				if (this.blockScalarIndent === -1) this.indentNext = indent;
				else this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
				do {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = this.buffer.indexOf("\n", cs);
				} while (nl !== -1);
				if (nl === -1) {
					if (!this.atEnd) return this.setNext("block-scalar");
					nl = this.buffer.length;
				}
			}
			let i = nl + 1;
			ch = this.buffer[i];
			while (ch === " ") ch = this.buffer[++i];
			if (ch === "	") {
				while (ch === "	" || ch === " " || ch === "\r" || ch === "\n") ch = this.buffer[++i];
				nl = i - 1;
			} else if (!this.blockScalarKeep) do {
				let i = nl - 1;
				let ch = this.buffer[i];
				if (ch === "\r") ch = this.buffer[--i];
				const lastChar = i;
				while (ch === " ") ch = this.buffer[--i];
				if (ch === "\n" && i >= this.pos && i + 1 + indent > lastChar) nl = i;
				else break;
			} while (true);
			yield cst.SCALAR;
			yield* this.pushToIndex(nl + 1, true);
			return yield* this.parseLineStart();
		}
		*parsePlainScalar() {
			const inFlow = this.flowLevel > 0;
			let end = this.pos - 1;
			let i = this.pos - 1;
			let ch;
			while (ch = this.buffer[++i]) if (ch === ":") {
				const next = this.buffer[i + 1];
				if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
				end = i;
			} else if (isEmpty(ch)) {
				let next = this.buffer[i + 1];
				if (ch === "\r") {
					if (next === "\n") {
						i += 1;
						ch = "\n";
						next = this.buffer[i + 1];
					} else end = i;
				}
				if (next === "#" || inFlow && flowIndicatorChars.has(next)) break;
				if (ch === "\n") {
					const cs = this.continueScalar(i + 1);
					if (cs === -1) break;
					i = Math.max(i, cs - 2);
				}
			} else {
				if (inFlow && flowIndicatorChars.has(ch)) break;
				end = i;
			}
			if (!ch && !this.atEnd) return this.setNext("plain-scalar");
			yield cst.SCALAR;
			yield* this.pushToIndex(end + 1, true);
			return inFlow ? "flow" : "doc";
		}
		*pushCount(n) {
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos += n;
				return n;
			}
			return 0;
		}
		*pushToIndex(i, allowEmpty) {
			const s = this.buffer.slice(this.pos, i);
			if (s) {
				yield s;
				this.pos += s.length;
				return s.length;
			} else if (allowEmpty) yield "";
			return 0;
		}
		*pushIndicators() {
			let n = 0;
			loop: while (true) {
				switch (this.charAt(0)) {
					case "!":
						n += yield* this.pushTag();
						n += yield* this.pushSpaces(true);
						continue loop;
					case "&":
						n += yield* this.pushUntil(isNotAnchorChar);
						n += yield* this.pushSpaces(true);
						continue loop;
					case "-":
					case "?":
					case ":": {
						const inFlow = this.flowLevel > 0;
						const ch1 = this.charAt(1);
						if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
							if (!inFlow) this.indentNext = this.indentValue + 1;
							else if (this.flowKey) this.flowKey = false;
							n += yield* this.pushCount(1);
							n += yield* this.pushSpaces(true);
							continue loop;
						}
					}
				}
				break loop;
			}
			return n;
		}
		*pushTag() {
			if (this.charAt(1) === "<") {
				let i = this.pos + 2;
				let ch = this.buffer[i];
				while (!isEmpty(ch) && ch !== ">") ch = this.buffer[++i];
				return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
			} else {
				let i = this.pos + 1;
				let ch = this.buffer[i];
				while (ch) if (tagChars.has(ch)) ch = this.buffer[++i];
				else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) ch = this.buffer[i += 3];
				else break;
				return yield* this.pushToIndex(i, false);
			}
		}
		*pushNewline() {
			const ch = this.buffer[this.pos];
			if (ch === "\n") return yield* this.pushCount(1);
			else if (ch === "\r" && this.charAt(1) === "\n") return yield* this.pushCount(2);
			else return 0;
		}
		*pushSpaces(allowTabs) {
			let i = this.pos - 1;
			let ch;
			do
				ch = this.buffer[++i];
			while (ch === " " || allowTabs && ch === "	");
			const n = i - this.pos;
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos = i;
			}
			return n;
		}
		*pushUntil(test) {
			let i = this.pos;
			let ch = this.buffer[i];
			while (!test(ch)) ch = this.buffer[++i];
			return yield* this.pushToIndex(i, false);
		}
	};
	exports.Lexer = Lexer;
}));

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = /* @__PURE__ */ __commonJSMin(((exports) => {
	var LineCounter = class {
		constructor() {
			this.lineStarts = [];
			this.addNewLine = (offset) => this.lineStarts.push(offset);
			this.linePos = (offset) => {
				let low = 0;
				let high = this.lineStarts.length;
				while (low < high) {
					const mid = low + high >> 1;
					if (this.lineStarts[mid] < offset) low = mid + 1;
					else high = mid;
				}
				if (this.lineStarts[low] === offset) return {
					line: low + 1,
					col: 1
				};
				if (low === 0) return {
					line: 0,
					col: offset
				};
				const start = this.lineStarts[low - 1];
				return {
					line: low,
					col: offset - start + 1
				};
			};
		}
	};
	exports.LineCounter = LineCounter;
}));

// node_modules/yaml/dist/parse/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var cst = require_cst();
	var lexer = require_lexer();
	function includesToken(list, type) {
		for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true;
		return false;
	}
	function findNonEmptyIndex(list) {
		for (let i = 0; i < list.length; ++i) switch (list[i].type) {
			case "space":
			case "comment":
			case "newline": break;
			default: return i;
		}
		return -1;
	}
	function isFlowToken(token) {
		switch (token?.type) {
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "flow-collection": return true;
			default: return false;
		}
	}
	function getPrevProps(parent) {
		switch (parent.type) {
			case "document": return parent.start;
			case "block-map": {
				const it = parent.items[parent.items.length - 1];
				return it.sep ?? it.start;
			}
			case "block-seq": return parent.items[parent.items.length - 1].start;
			/* istanbul ignore next should not happen */
			default: return [];
		}
	}
	function getFirstKeyStartProps(prev) {
		if (prev.length === 0) return [];
		let i = prev.length;
		loop: while (--i >= 0) switch (prev[i].type) {
			case "doc-start":
			case "explicit-key-ind":
			case "map-value-ind":
			case "seq-item-ind":
			case "newline": break loop;
		}
		while (prev[++i]?.type === "space");
		return prev.splice(i, prev.length);
	}
	function arrayPushArray(target, source) {
		if (source.length < 1e5) Array.prototype.push.apply(target, source);
		else for (let i = 0; i < source.length; ++i) target.push(source[i]);
	}
	function fixFlowSeqItems(fc) {
		if (fc.start.type === "flow-seq-start") {
			for (const it of fc.items) if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
				if (it.key) it.value = it.key;
				delete it.key;
				if (isFlowToken(it.value)) {
					if (it.value.end) arrayPushArray(it.value.end, it.sep);
					else it.value.end = it.sep;
				} else arrayPushArray(it.start, it.sep);
				delete it.sep;
			}
		}
	}
	var Parser = class {
		constructor(onNewLine) {
			this.atNewLine = true;
			this.atScalar = false;
			this.indent = 0;
			this.offset = 0;
			this.onKeyLine = false;
			this.stack = [];
			this.source = "";
			this.type = "";
			this.lexer = new lexer.Lexer();
			this.onNewLine = onNewLine;
		}
		*parse(source, incomplete = false) {
			if (this.onNewLine && this.offset === 0) this.onNewLine(0);
			for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
			if (!incomplete) yield* this.end();
		}
		*next(source) {
			this.source = source;
			if (node_process.env.LOG_TOKENS) console.log("|", cst.prettyToken(source));
			if (this.atScalar) {
				this.atScalar = false;
				yield* this.step();
				this.offset += source.length;
				return;
			}
			const type = cst.tokenType(source);
			if (!type) {
				const message = `Not a YAML token: ${source}`;
				yield* this.pop({
					type: "error",
					offset: this.offset,
					message,
					source
				});
				this.offset += source.length;
			} else if (type === "scalar") {
				this.atNewLine = false;
				this.atScalar = true;
				this.type = "scalar";
			} else {
				this.type = type;
				yield* this.step();
				switch (type) {
					case "newline":
						this.atNewLine = true;
						this.indent = 0;
						if (this.onNewLine) this.onNewLine(this.offset + source.length);
						break;
					case "space":
						if (this.atNewLine && source[0] === " ") this.indent += source.length;
						break;
					case "explicit-key-ind":
					case "map-value-ind":
					case "seq-item-ind":
						if (this.atNewLine) this.indent += source.length;
						break;
					case "doc-mode":
					case "flow-error-end": return;
					default: this.atNewLine = false;
				}
				this.offset += source.length;
			}
		}
		*end() {
			while (this.stack.length > 0) yield* this.pop();
		}
		get sourceToken() {
			return {
				type: this.type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		*step() {
			const top = this.peek(1);
			if (this.type === "doc-end" && top?.type !== "doc-end") {
				while (this.stack.length > 0) yield* this.pop();
				this.stack.push({
					type: "doc-end",
					offset: this.offset,
					source: this.source
				});
				return;
			}
			if (!top) return yield* this.stream();
			switch (top.type) {
				case "document": return yield* this.document(top);
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return yield* this.scalar(top);
				case "block-scalar": return yield* this.blockScalar(top);
				case "block-map": return yield* this.blockMap(top);
				case "block-seq": return yield* this.blockSequence(top);
				case "flow-collection": return yield* this.flowCollection(top);
				case "doc-end": return yield* this.documentEnd(top);
			}
			/* istanbul ignore next should not happen */
			yield* this.pop();
		}
		peek(n) {
			return this.stack[this.stack.length - n];
		}
		*pop(error) {
			const token = error ?? this.stack.pop();
			/* istanbul ignore if should not happen */
			if (!token) yield {
				type: "error",
				offset: this.offset,
				source: "",
				message: "Tried to pop an empty stack"
			};
			else if (this.stack.length === 0) yield token;
			else {
				const top = this.peek(1);
				if (token.type === "block-scalar") token.indent = "indent" in top ? top.indent : 0;
				else if (token.type === "flow-collection" && top.type === "document") token.indent = 0;
				if (token.type === "flow-collection") fixFlowSeqItems(token);
				switch (top.type) {
					case "document":
						top.value = token;
						break;
					case "block-scalar":
						top.props.push(token);
						break;
					case "block-map": {
						const it = top.items[top.items.length - 1];
						if (it.value) {
							top.items.push({
								start: [],
								key: token,
								sep: []
							});
							this.onKeyLine = true;
							return;
						} else if (it.sep) it.value = token;
						else {
							Object.assign(it, {
								key: token,
								sep: []
							});
							this.onKeyLine = !it.explicitKey;
							return;
						}
						break;
					}
					case "block-seq": {
						const it = top.items[top.items.length - 1];
						if (it.value) top.items.push({
							start: [],
							value: token
						});
						else it.value = token;
						break;
					}
					case "flow-collection": {
						const it = top.items[top.items.length - 1];
						if (!it || it.value) top.items.push({
							start: [],
							key: token,
							sep: []
						});
						else if (it.sep) it.value = token;
						else Object.assign(it, {
							key: token,
							sep: []
						});
						return;
					}
					/* istanbul ignore next should not happen */
					default:
						yield* this.pop();
						yield* this.pop(token);
				}
				if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
					const last = token.items[token.items.length - 1];
					if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
						if (top.type === "document") top.end = last.start;
						else top.items.push({ start: last.start });
						token.items.splice(-1, 1);
					}
				}
			}
		}
		*stream() {
			switch (this.type) {
				case "directive-line":
					yield {
						type: "directive",
						offset: this.offset,
						source: this.source
					};
					return;
				case "byte-order-mark":
				case "space":
				case "comment":
				case "newline":
					yield this.sourceToken;
					return;
				case "doc-mode":
				case "doc-start": {
					const doc = {
						type: "document",
						offset: this.offset,
						start: []
					};
					if (this.type === "doc-start") doc.start.push(this.sourceToken);
					this.stack.push(doc);
					return;
				}
			}
			yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML stream`,
				source: this.source
			};
		}
		*document(doc) {
			if (doc.value) return yield* this.lineEnd(doc);
			switch (this.type) {
				case "doc-start":
					if (findNonEmptyIndex(doc.start) !== -1) {
						yield* this.pop();
						yield* this.step();
					} else doc.start.push(this.sourceToken);
					return;
				case "anchor":
				case "tag":
				case "space":
				case "comment":
				case "newline":
					doc.start.push(this.sourceToken);
					return;
			}
			const bv = this.startBlockValue(doc);
			if (bv) this.stack.push(bv);
			else yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML document`,
				source: this.source
			};
		}
		*scalar(scalar) {
			if (this.type === "map-value-ind") {
				const start = getFirstKeyStartProps(getPrevProps(this.peek(2)));
				let sep;
				if (scalar.end) {
					sep = scalar.end;
					sep.push(this.sourceToken);
					delete scalar.end;
				} else sep = [this.sourceToken];
				const map = {
					type: "block-map",
					offset: scalar.offset,
					indent: scalar.indent,
					items: [{
						start,
						key: scalar,
						sep
					}]
				};
				this.onKeyLine = true;
				this.stack[this.stack.length - 1] = map;
			} else yield* this.lineEnd(scalar);
		}
		*blockScalar(scalar) {
			switch (this.type) {
				case "space":
				case "comment":
				case "newline":
					scalar.props.push(this.sourceToken);
					return;
				case "scalar":
					scalar.source = this.source;
					this.atNewLine = true;
					this.indent = 0;
					if (this.onNewLine) {
						let nl = this.source.indexOf("\n") + 1;
						while (nl !== 0) {
							this.onNewLine(this.offset + nl);
							nl = this.source.indexOf("\n", nl) + 1;
						}
					}
					yield* this.pop();
					break;
				/* istanbul ignore next should not happen */
				default:
					yield* this.pop();
					yield* this.step();
			}
		}
		*blockMap(map) {
			const it = map.items[map.items.length - 1];
			switch (this.type) {
				case "newline":
					this.onKeyLine = false;
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else map.items.push({ start: [this.sourceToken] });
					} else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) map.items.push({ start: [this.sourceToken] });
					else if (it.sep) it.sep.push(this.sourceToken);
					else {
						if (this.atIndentedComment(it.start, map.indent)) {
							const end = map.items[map.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								map.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
			}
			if (this.indent >= map.indent) {
				const atMapIndent = !this.onKeyLine && this.indent === map.indent;
				const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
				let start = [];
				if (atNextItem && it.sep && !it.value) {
					const nl = [];
					for (let i = 0; i < it.sep.length; ++i) {
						const st = it.sep[i];
						switch (st.type) {
							case "newline":
								nl.push(i);
								break;
							case "space": break;
							case "comment":
								if (st.indent > map.indent) nl.length = 0;
								break;
							default: nl.length = 0;
						}
					}
					if (nl.length >= 2) start = it.sep.splice(nl[1]);
				}
				switch (this.type) {
					case "anchor":
					case "tag":
						if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({ start });
							this.onKeyLine = true;
						} else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "explicit-key-ind":
						if (!it.sep && !it.explicitKey) {
							it.start.push(this.sourceToken);
							it.explicitKey = true;
						} else if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({
								start,
								explicitKey: true
							});
						} else this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [this.sourceToken],
								explicitKey: true
							}]
						});
						this.onKeyLine = true;
						return;
					case "map-value-ind":
						if (it.explicitKey) {
							if (!it.sep) {
								if (includesToken(it.start, "newline")) Object.assign(it, {
									key: null,
									sep: [this.sourceToken]
								});
								else {
									const start = getFirstKeyStartProps(it.start);
									this.stack.push({
										type: "block-map",
										offset: this.offset,
										indent: this.indent,
										items: [{
											start,
											key: null,
											sep: [this.sourceToken]
										}]
									});
								}
							} else if (it.value) map.items.push({
								start: [],
								key: null,
								sep: [this.sourceToken]
							});
							else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
								type: "block-map",
								offset: this.offset,
								indent: this.indent,
								items: [{
									start,
									key: null,
									sep: [this.sourceToken]
								}]
							});
							else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
								const start = getFirstKeyStartProps(it.start);
								const key = it.key;
								const sep = it.sep;
								sep.push(this.sourceToken);
								delete it.key;
								delete it.sep;
								this.stack.push({
									type: "block-map",
									offset: this.offset,
									indent: this.indent,
									items: [{
										start,
										key,
										sep
									}]
								});
							} else if (start.length > 0) it.sep = it.sep.concat(start, this.sourceToken);
							else it.sep.push(this.sourceToken);
						} else if (!it.sep) Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.value || atNextItem) map.items.push({
							start,
							key: null,
							sep: [this.sourceToken]
						});
						else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [],
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else it.sep.push(this.sourceToken);
						this.onKeyLine = true;
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (atNextItem || it.value) {
							map.items.push({
								start,
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						} else if (it.sep) this.stack.push(fs);
						else {
							Object.assign(it, {
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						}
						return;
					}
					default: {
						const bv = this.startBlockValue(map);
						if (bv) {
							if (bv.type === "block-seq") {
								if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
									yield* this.pop({
										type: "error",
										offset: this.offset,
										message: "Unexpected block-seq-ind on same line with key",
										source: this.source
									});
									return;
								}
							} else if (atMapIndent) map.items.push({ start });
							this.stack.push(bv);
							return;
						}
					}
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*blockSequence(seq) {
			const it = seq.items[seq.items.length - 1];
			switch (this.type) {
				case "newline":
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else seq.items.push({ start: [this.sourceToken] });
					} else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) seq.items.push({ start: [this.sourceToken] });
					else {
						if (this.atIndentedComment(it.start, seq.indent)) {
							const end = seq.items[seq.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								seq.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
				case "anchor":
				case "tag":
					if (it.value || this.indent <= seq.indent) break;
					it.start.push(this.sourceToken);
					return;
				case "seq-item-ind":
					if (this.indent !== seq.indent) break;
					if (it.value || includesToken(it.start, "seq-item-ind")) seq.items.push({ start: [this.sourceToken] });
					else it.start.push(this.sourceToken);
					return;
			}
			if (this.indent > seq.indent) {
				const bv = this.startBlockValue(seq);
				if (bv) {
					this.stack.push(bv);
					return;
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*flowCollection(fc) {
			const it = fc.items[fc.items.length - 1];
			if (this.type === "flow-error-end") {
				let top;
				do {
					yield* this.pop();
					top = this.peek(1);
				} while (top?.type === "flow-collection");
			} else if (fc.end.length === 0) {
				switch (this.type) {
					case "comma":
					case "explicit-key-ind":
						if (!it || it.sep) fc.items.push({ start: [this.sourceToken] });
						else it.start.push(this.sourceToken);
						return;
					case "map-value-ind":
						if (!it || it.value) fc.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.sep) it.sep.push(this.sourceToken);
						else Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						return;
					case "space":
					case "comment":
					case "newline":
					case "anchor":
					case "tag":
						if (!it || it.value) fc.items.push({ start: [this.sourceToken] });
						else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (!it || it.value) fc.items.push({
							start: [],
							key: fs,
							sep: []
						});
						else if (it.sep) this.stack.push(fs);
						else Object.assign(it, {
							key: fs,
							sep: []
						});
						return;
					}
					case "flow-map-end":
					case "flow-seq-end":
						fc.end.push(this.sourceToken);
						return;
				}
				const bv = this.startBlockValue(fc);
				/* istanbul ignore else should not happen */
				if (bv) this.stack.push(bv);
				else {
					yield* this.pop();
					yield* this.step();
				}
			} else {
				const parent = this.peek(2);
				if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
					yield* this.pop();
					yield* this.step();
				} else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
					const start = getFirstKeyStartProps(getPrevProps(parent));
					fixFlowSeqItems(fc);
					const sep = fc.end.splice(1, fc.end.length);
					sep.push(this.sourceToken);
					const map = {
						type: "block-map",
						offset: fc.offset,
						indent: fc.indent,
						items: [{
							start,
							key: fc,
							sep
						}]
					};
					this.onKeyLine = true;
					this.stack[this.stack.length - 1] = map;
				} else yield* this.lineEnd(fc);
			}
		}
		flowScalar(type) {
			if (this.onNewLine) {
				let nl = this.source.indexOf("\n") + 1;
				while (nl !== 0) {
					this.onNewLine(this.offset + nl);
					nl = this.source.indexOf("\n", nl) + 1;
				}
			}
			return {
				type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		startBlockValue(parent) {
			switch (this.type) {
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return this.flowScalar(this.type);
				case "block-scalar-header": return {
					type: "block-scalar",
					offset: this.offset,
					indent: this.indent,
					props: [this.sourceToken],
					source: ""
				};
				case "flow-map-start":
				case "flow-seq-start": return {
					type: "flow-collection",
					offset: this.offset,
					indent: this.indent,
					start: this.sourceToken,
					items: [],
					end: []
				};
				case "seq-item-ind": return {
					type: "block-seq",
					offset: this.offset,
					indent: this.indent,
					items: [{ start: [this.sourceToken] }]
				};
				case "explicit-key-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					start.push(this.sourceToken);
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							explicitKey: true
						}]
					};
				}
				case "map-value-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							key: null,
							sep: [this.sourceToken]
						}]
					};
				}
			}
			return null;
		}
		atIndentedComment(start, indent) {
			if (this.type !== "comment") return false;
			if (this.indent <= indent) return false;
			return start.every((st) => st.type === "newline" || st.type === "space");
		}
		*documentEnd(docEnd) {
			if (this.type !== "doc-mode") {
				if (docEnd.end) docEnd.end.push(this.sourceToken);
				else docEnd.end = [this.sourceToken];
				if (this.type === "newline") yield* this.pop();
			}
		}
		*lineEnd(token) {
			switch (this.type) {
				case "comma":
				case "doc-start":
				case "doc-end":
				case "flow-seq-end":
				case "flow-map-end":
				case "map-value-ind":
					yield* this.pop();
					yield* this.step();
					break;
				case "newline": this.onKeyLine = false;
				default:
					if (token.end) token.end.push(this.sourceToken);
					else token.end = [this.sourceToken];
					if (this.type === "newline") yield* this.pop();
			}
		}
	};
	exports.Parser = Parser;
}));

// node_modules/yaml/dist/public-api.js
var require_public_api = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var errors = require_errors();
	var log = require_log();
	var identity = require_identity();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	function parseOptions(options) {
		const prettyErrors = options.prettyErrors !== false;
		return {
			lineCounter: options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null,
			prettyErrors
		};
	}
	function parseAllDocuments(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		const docs = Array.from(composer$1.compose(parser$1.parse(source)));
		if (prettyErrors && lineCounter) for (const doc of docs) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		if (docs.length > 0) return docs;
		return Object.assign([], { empty: true }, composer$1.streamInfo());
	}
	function parseDocument(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		let doc = null;
		for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) if (!doc) doc = _doc;
		else if (doc.options.logLevel !== "silent") {
			doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
			break;
		}
		if (prettyErrors && lineCounter) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		return doc;
	}
	function parse(src, reviver, options) {
		let _reviver = void 0;
		if (typeof reviver === "function") _reviver = reviver;
		else if (options === void 0 && reviver && typeof reviver === "object") options = reviver;
		const doc = parseDocument(src, options);
		if (!doc) return null;
		doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
		if (doc.errors.length > 0) {
			if (doc.options.logLevel !== "silent") throw doc.errors[0];
			else doc.errors = [];
		}
		return doc.toJS(Object.assign({ reviver: _reviver }, options));
	}
	function stringify(value, replacer, options) {
		let _replacer = null;
		if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
		else if (options === void 0 && replacer) options = replacer;
		if (typeof options === "string") options = options.length;
		if (typeof options === "number") {
			const indent = Math.round(options);
			options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
		}
		if (value === void 0) {
			const { keepUndefined } = options ?? replacer ?? {};
			if (!keepUndefined) return void 0;
		}
		if (identity.isDocument(value) && !_replacer) return value.toString(options);
		return new Document.Document(value, _replacer, options).toString(options);
	}
	exports.parse = parse;
	exports.parseAllDocuments = parseAllDocuments;
	exports.parseDocument = parseDocument;
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var Schema = require_Schema();
	var errors = require_errors();
	var Alias = require_Alias();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var cst = require_cst();
	var lexer = require_lexer();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	var publicApi = require_public_api();
	var visit = require_visit();
	exports.Composer = composer.Composer;
	exports.Document = Document.Document;
	exports.Schema = Schema.Schema;
	exports.YAMLError = errors.YAMLError;
	exports.YAMLParseError = errors.YAMLParseError;
	exports.YAMLWarning = errors.YAMLWarning;
	exports.Alias = Alias.Alias;
	exports.isAlias = identity.isAlias;
	exports.isCollection = identity.isCollection;
	exports.isDocument = identity.isDocument;
	exports.isMap = identity.isMap;
	exports.isNode = identity.isNode;
	exports.isPair = identity.isPair;
	exports.isScalar = identity.isScalar;
	exports.isSeq = identity.isSeq;
	exports.Pair = Pair.Pair;
	exports.Scalar = Scalar.Scalar;
	exports.YAMLMap = YAMLMap.YAMLMap;
	exports.YAMLSeq = YAMLSeq.YAMLSeq;
	exports.Lexer = lexer.Lexer;
	exports.LineCounter = lineCounter.LineCounter;
	exports.Parser = parser.Parser;
	exports.parse = publicApi.parse;
	exports.parseAllDocuments = publicApi.parseAllDocuments;
	exports.parseDocument = publicApi.parseDocument;
	exports.stringify = publicApi.stringify;
	exports.visit = visit.visit;
	exports.visitAsync = visit.visitAsync;
}));

// src/report/config-yaml.ts
var import_dist = require_dist();
function configYaml(space, config) {
	const document = new import_dist.Document(nestConfig(space, config));
	if (space.incumbent) for (const parameter of space.parameters) comment(document, parameter, config, space.incumbent);
	(0, import_dist.visit)(document, { Scalar: (_key, node) => {
		if (typeof node.value === "string" && unseen.test(node.value)) node.type = import_dist.Scalar.QUOTE_DOUBLE;
	} });
	return document.toString({ lineWidth: 0 }).replace(unseenAll, escapeCharacter).trimEnd();
}
const unseen = /[\p{Cf}\p{Zl}\p{Zp}\p{Cc}\p{Surrogate}]/u;
const unseenAll = /[\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu;
function comment(document, parameter, config, incumbent) {
	const { path, location, role } = parameter;
	const [now, was] = [config[path], incumbent[path]];
	if (now === void 0 || now === was) return;
	const node = document.getIn(role === "option" ? [...location, "type"] : location, true);
	const text = was === void 0 ? " new" : ` was ${spelled(was)}${role !== "count" ? "" : was === 1 ? " block" : " blocks"}`;
	if ((0, import_dist.isScalar)(node)) node.comment = text;
	else if ((0, import_dist.isCollection)(node)) node.commentBefore = text;
}
function spelled(value) {
	if (typeof value !== "string") return String(value);
	return /^[\w./-]{1,60}$/.test(value) ? value : JSON.stringify(value.slice(0, 60));
}
function escapeCharacter(character) {
	const code = character.codePointAt(0);
	return code > 65535 ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

// src/report/confirmation-words.ts
function confirmationWords(results, confirmation, voice) {
	const { study } = results;
	const { mean, interval, final, trial, level, deterministic } = confirmation;
	const metric = voice.name(study.metric.name);
	const number = voice.name(`#${trial}`);
	const worked = final.filter(({ recommended }) => recommended !== void 0).length;
	if (mean === void 0) return voice.say`The best config of the search, ${number}, failed on ${plural(final.length, "fresh seed")}: it is not one to ship.`;
	const format = confirmationFormat(confirmation);
	const spread = deterministic ? literal$1`other seeds give the same` : interval ? literal$1`${percent$1(level)} interval ${format(interval[0])} to ${format(interval[1])} on ${plural(worked, "fresh seed")}` : literal$1`on ${plural(worked, "fresh seed")}`;
	const failed = worked < final.length ? literal$1` It failed on ${counted(final.length - worked)} of ${plural(final.length, "fresh seed")}.` : literal$1``;
	const best = voice.say`Best config: ${number} with ${metric} ${format(mean)} (${spread})`;
	return voice.say`${best}${againstWords(confirmation, study)}${failed}`;
}
function isNothingToChange({ confirmation, study }) {
	return confirmation?.against?.conclusion === "regressed" && !study.more?.length;
}
function againstWords({ against }, { more }) {
	if (!against) return literal$1`.`;
	const { difference, interval, goal, conclusion } = against;
	if (difference === void 0) return literal$1`; what ships today failed on them.`;
	const gain = goal === "maximize" ? difference : -difference;
	const format = interval !== void 0 && interval[0] === interval[1] ? (value) => short(value) : differenceFormat(difference, interval, 0);
	const range = interval && interval[0] !== interval[1] ? literal$1` (${intervalLevel(against)} interval of the gain ${withSign(goal === "maximize" ? interval[0] : -interval[1], format)} to ${withSign(goal === "maximize" ? interval[1] : -interval[0], format)})` : literal$1``;
	switch (conclusion) {
		case "improved": return literal$1`: better than what ships today by ${format(gain)}${range}.`;
		case "regressed": return more?.length ? literal$1`: worse than what ships today by ${format(-gain)}${range}, which is the price of the other metrics.` : literal$1`: worse than what ships today by ${format(-gain)}${range}, so there is nothing to change.`;
		default: return gain === 0 ? literal$1`: no better than what ships today${range}.` : literal$1`, ${withSign(gain, format)} against what ships today${range}: not enough to be sure that it is better.`;
	}
}
function confirmationFormat({ candidates, final, mean, interval }) {
	const scores = [
		...candidates.flatMap(({ scores, searchScore }) => [...scores, searchScore]),
		...final.flatMap(({ recommended, incumbent }) => [recommended, incumbent]),
		mean,
		...interval ?? []
	];
	return numberFormat(scores.filter((value) => value !== void 0 && value !== null));
}
function freshScore(confirmation, trial) {
	const candidate = confirmation.candidates.find((item) => item.trial === trial);
	if (!candidate) return void 0;
	const format = confirmationFormat(confirmation);
	if (trial === confirmation.trial && confirmation.mean !== void 0) return literal$1`${format(confirmation.mean)} (${counted(confirmation.final.length)})`;
	const { mean, count } = meanOf(candidate);
	if (candidate.scores.length === 0) return void 0;
	return mean === void 0 ? literal$1`failed` : literal$1`${format(mean)} (${counted(count)})`;
}
function meanOf({ scores }) {
	const worked = scores.filter((score) => score !== null);
	if (worked.length === 0) return { count: 0 };
	return {
		mean: worked.reduce((sum, score) => sum + score / worked.length, 0),
		count: worked.length
	};
}
function freshIncumbent({ confirmation }) {
	const scores = (confirmation?.final ?? []).flatMap(({ incumbent }) => incumbent ?? []);
	if (!confirmation || scores.length === 0) return void 0;
	const mean = scores.reduce((sum, score) => sum + score / scores.length, 0);
	return literal$1`${confirmationFormat(confirmation)(mean)} (${counted(scores.length)})`;
}
function freshCell(results, row) {
	const { confirmation } = results;
	if (!confirmation) return literal$1``;
	return (row.incumbent ? freshIncumbent(results) : freshScore(confirmation, row.trial.trial)) ?? literal$1``;
}

// src/report/dot-plot.ts
const places = 49;
function dotPlot(pairs) {
	const sides = ["base", "head"].map((side) => pairs.map((pair) => pair[side]).filter((score) => score !== void 0 && Number.isFinite(score)));
	const all = sides.flat();
	const [low, high] = [Math.min(...all), Math.max(...all)];
	if (!(high > low) || !Number.isFinite(high - low)) return [];
	const lines = sides.map((scores, side) => {
		const counts = new Array(places).fill(0);
		for (const score of scores) counts[Math.round((score - low) / (high - low) * 48)] += 1;
		const dots = counts.map((count) => count === 0 ? " " : count === 1 ? "•" : String(Math.min(9, count))).join("");
		return `${side === 0 ? "base" : "head"} │${dots}│`;
	});
	const format = numberFormat(all);
	const [from, to] = [format(low), format(high)];
	const gap = " ".repeat(Math.max(1, places - from.length - to.length));
	return [...lines, literal$1`      ${from}${gap}${to}`];
}

// src/report/failures.ts
function failureGroups({ study }) {
	const groups = /* @__PURE__ */ new Map();
	for (const trial of study.trials) {
		if (trial.state !== "failed") continue;
		const reason = trial.reason ?? "crash";
		groups.set(reason, [...groups.get(reason) ?? [], trial]);
	}
	return [...groups].map(([reason, trials]) => ({
		reason,
		trials,
		example: trials.find((trial) => trial.tail?.trim()) ?? trials[0]
	})).sort((a, b) => b.trials.length - a.trials.length);
}

// src/report/goal-words.ts
function goalColumns({ study }) {
	const further = (study.more ?? []).map(({ name }, k) => ({
		name,
		value: (trial) => objectiveValues(study, trial)[k + 1]
	}));
	const known = new Set(objectives(study).map(({ name }) => name));
	const bounded = (study.constraints ?? []).filter(({ name }) => !known.has(name)).map(({ name }) => ({
		name,
		value: (trial) => lastValue(name, trial.reports)
	}));
	return [...further, ...bounded].map(({ name, value }) => {
		const format = formatOf$1(study, value);
		return {
			name,
			cell: (trial) => {
				const found = value(trial);
				return found === void 0 ? literal$1`–` : format(found);
			}
		};
	});
}
function formatOf$1(study, value) {
	return numberFormat(study.trials.filter(({ role }) => role === "search").flatMap((trial) => value(trial) ?? []));
}
function goalTitle(name, { study }, voice, limit) {
	const constraint = study.constraints?.find((item) => item.name === name);
	const title = voice.name(name, limit);
	return constraint ? voice.say`${title} ${boundWords(constraint)}` : title;
}
function boundWords({ min, max }) {
	if (min === void 0) return literal$1`≤ ${short(max ?? 0, 6)}`;
	return max === void 0 ? literal$1`≥ ${short(min, 6)}` : literal$1`${short(min, 6)} to ${short(max, 6)}`;
}
function missWords(missed, voice) {
	if (missed.length === 0) return void 0;
	return voice.say`misses ${voice.join(missed.map(({ constraint }) => voice.name(constraint.name)), ", ")}`;
}
function frontLegend({ study }, voice) {
	if (!study.more?.length) return void 0;
	const sides = objectives(study).map(({ name, goal }) => goal === "maximize" ? voice.say`higher ${voice.name(name)}` : voice.say`lower ${voice.name(name)}`);
	return voice.say`Rank 1 is the front: no other trial is as good in every metric and better in one (${voice.join(sides, ", ")}).`;
}
function frontWords(results, voice) {
	const { study } = results;
	if (!study.more?.length) return void 0;
	const found = recommend(study);
	if (!found) return void 0;
	const values = valueWords(study, found.trial, voice);
	return voice.say`Recommended: ${voice.name(`#${found.trial.trial}`)} with ${values}: ${reasonWords(study, found)}.`;
}
function frontReason({ study }, voice) {
	if (!study.more?.length) return void 0;
	const found = recommend(study);
	return found && voice.say`In the search it had ${valueWords(study, found.trial, voice)}: ${reasonWords(study, found)}.`;
}
function valueWords(study, trial, voice) {
	const values = objectiveValues(study, trial);
	const parts = objectives(study).map(({ name }, k) => {
		const format = formatOf$1(study, (other) => objectiveValues(study, other)[k]);
		return voice.say`${voice.name(name)} ${format(values[k] ?? NaN)}`;
	});
	const last = parts.at(-1);
	return parts.length === 1 ? last : voice.say`${voice.join(parts.slice(0, -1), ", ")} and ${last}`;
}
function reasonWords(study, { reason, among }) {
	const front = paretoFront(study).length;
	switch (reason) {
		case "only": return literal$1`no other trial is better in any metric`;
		case "better": return among === 1 ? literal$1`of ${plural(front, "config")} on the front it is the only one that is at least as good as what ships today in every metric` : literal$1`of the ${counted(among)} configs on the front that are at least as good as what ships today in every metric it is nearest to the best of each`;
		case "compromise": return literal$1`of the ${counted(front)} configs on the front it is nearest to the best of each metric`;
	}
}
function constraintWords({ study }, board, voice) {
	if (!study.constraints?.length) return void 0;
	const completed = board.rows.filter(({ trial }) => trial.state === "completed");
	const missed = completed.filter(({ trial }) => misses(study, trial).length > 0);
	if (missed.length === 0) return void 0;
	if (missed.length < completed.length) return voice.say`${plural(missed.length, "trial misses", "trials miss")} a constraint and cannot win.`;
	const nearest = missed[0].trial;
	const how = misses(study, nearest).map(({ constraint, value }) => voice.say`${voice.name(constraint.name)} is ${value === void 0 ? literal$1`unknown` : short(value, 4)}, asked for is ${boundWords(constraint)}`);
	return voice.say`No trial keeps the constraints. The nearest is ${voice.name(`#${nearest.trial}`)}: ${voice.join(how, "; ")}.`;
}

// src/report/insight-words.ts
const shownParameters = 5;
function insightWords({ study }, insight, voice) {
	const { say, name, join } = voice;
	const { importance, boundaries, ablation, progress, failures, noise } = insight;
	const maximize = study.metric.goal === "maximize";
	const score = (loss) => maximize ? -loss : loss;
	const out = [];
	if (importance) {
		const words = importance.slice(0, shownParameters).filter(({ share }) => share >= .02).map(({ path, share }) => say`${name(path)} ${percent$1(Number(share.toFixed(2)))}`);
		out.push(say`What decided about being among the best: ${join(words, ", ")}.`);
	}
	if (ablation) {
		const steps = ablation.steps.slice(0, ablation.enough);
		const words = steps.map(({ path, from, to }) => from === void 0 || to === void 0 ? name(path) : say`${name(path)} ${name(valueText(from))} → ${name(valueText(to))}`);
		const rest = ablation.steps.length - ablation.enough;
		const share = percent$1(Number(Math.min(1, steps.at(-1).gained).toFixed(2)));
		out.push(ablation.steps.length === 1 ? say`By the model the gain over what ships today comes from ${join(words, ", ")}.` : rest > 0 ? say`By the model ${share} of the gain over what ships today comes from ${join(words, ", ")}; the other ${counted(rest)} ${rest === 1 ? literal$1`change` : literal$1`changes`} hardly matter.` : say`By the model the gain over what ships today needs all of its changes: ${join(words, ", ")}.`);
	}
	for (const { path, side, value, suggestion } of boundaries) out.push(say`${name(path)} is best at its ${side === "min" ? literal$1`lower` : literal$1`upper`} bound (${short(value)}): try a range that goes to ${short(suggestion)}.`);
	for (const { path, value, having, failed } of failures) out.push(say`${counted(having)} of ${plural(failed, "trial")} that failed have ${name(path)} = ${name(valueText(value))}.`);
	if (progress.random !== void 0 && progress.best.length > 0) {
		const format = comparedFormat(progress.best.at(-1), progress.random);
		out.push(say`Best score of the search: ${format(score(progress.best.at(-1)))}; as many random configs would have been expected to reach about ${format(score(progress.random))} (estimated from ${counted(progress.draws)} unguided trials).`);
	}
	if (noise !== void 0 && noise >= .3) out.push(say`About ${percent$1(Number(noise.toFixed(1)))} of the differences between trials are chance: small ones mean nothing.`);
	return out;
}
function comparedFormat(a, b) {
	const difference = Math.abs(a - b);
	const digits = Math.ceil(Math.log10(Math.max(Math.abs(a), Math.abs(b)) / difference)) + 1;
	return Number.isFinite(digits) && digits <= 12 ? (value) => short(value, Math.max(3, digits)) : numberFormat([a, b]);
}

// src/report/other-metrics.ts
const mostRows$1 = 10;
const none$1 = literal$1`–`;
const otherTitles = [
	literal$1`base`,
	literal$1`head`,
	literal$1`difference`,
	literal$1`limit`,
	literal$1`seeds`,
	literal$1`verdict`
];
function otherMetrics({ others = [] }, most = mostRows$1) {
	const shown = worstFirst(others).slice(0, most).map(inWords);
	return {
		shown,
		rest: others.length - shown.length
	};
}
function worstFirst(others) {
	const rank = ({ verdict, gates }) => verdict.conclusion === "regressed" ? gates ? 0 : 1 : verdict.difference === void 0 ? 2 : 3;
	return [...others].sort((a, b) => rank(a) - rank(b) || urgency(b.verdict) - urgency(a.verdict));
}
function urgency({ difference = 0, interval, goal, maxDrop }) {
	const drop = (goal === "maximize" ? -1 : 1) * difference;
	const half = interval ? (interval[1] - interval[0]) / 2 : 0;
	return (drop - maxDrop) / (half || Math.abs(difference) || 1);
}
function inWords({ name, gates, verdict }) {
	const { base, head, difference, interval, maxDrop, pairs, conclusion } = verdict;
	const format = numberFormat([
		...pairs.flatMap((pair) => [pair.base, pair.head]),
		base,
		head
	].filter((value) => value !== void 0));
	const change = differenceFormat(difference ?? 0, interval, maxDrop);
	return {
		name,
		cells: [
			base === void 0 ? none$1 : format(base),
			head === void 0 ? none$1 : format(head),
			difference === void 0 ? none$1 : interval && interval[0] !== interval[1] ? literal$1`${withSign(difference, change)} (${withSign(interval[0], change)} to ${withSign(interval[1], change)})` : withSign(difference, change),
			short(maxDrop, 6),
			counted(pairs.length),
			literal$1`${conclusionMark[conclusion]} ${words$1[conclusion]}${gates ? literal$1`` : literal$1`, for information`}`
		]
	};
}
const words$1 = {
	improved: literal$1`improved`,
	unchanged: literal$1`unchanged`,
	regressed: literal$1`regressed`,
	inconclusive: literal$1`unclear`,
	"no-baseline": literal$1`not at the base`,
	error: literal$1`not reported`
};

// src/report/replay-command.ts
function replayCommand({ specPath }, trial) {
	return `tunegate replay ${trial}${configFlag(specPath)}`;
}
function runCommand({ specPath, study }) {
	return `tunegate run --fresh${Number.isSafeInteger(study.seed) ? ` --seed ${study.seed}` : ""}${configFlag(specPath)}`;
}
function compareCommand({ specPath, base }) {
	return `tunegate compare${base && /^[0-9a-f]{7,64}$/.test(base.sha) ? ` --base ${base.sha}` : ""}${configFlag(specPath)}`;
}
function configFlag(specPath) {
	return specPath === "tune.yml" ? "" : ` --config ${quoted(specPath)}`;
}
function quoted(text) {
	return /^[\w./-]+$/.test(text) && !text.startsWith("-") ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

// src/report/budget-words.ts
function plannedWords(planned) {
	const { timeMs, trials, epochs, totalEpochs, cost, price, noImprovement } = planned;
	const each = epochs === void 0 ? literal$1`` : literal$1` of at most ${counted(epochs)} epochs`;
	const parts = [
		...timeMs === void 0 ? [] : [duration$1(timeMs)],
		...trials === void 0 ? [] : [literal$1`${plural(trials, "trial")}${each}`],
		...totalEpochs === void 0 ? [] : [literal$1`${counted(totalEpochs)} epochs in all`],
		...cost === void 0 || price === void 0 ? [] : [literal$1`a cost of ${money(cost)} at ${money(price)} an hour`],
		...noImprovement === void 0 ? [] : [literal$1`an end after ${plural(noImprovement, "trial")} without improvement`]
	];
	return parts.length === 0 ? void 0 : parts.join(", ");
}
function costWords({ planned, spent }) {
	if (spent.cost === void 0 || planned.price === void 0) return void 0;
	const of = planned.cost === void 0 ? literal$1`` : literal$1` of ${money(planned.cost)}`;
	return literal$1`${money(spent.cost)}${of}, at ${money(planned.price)} an hour`;
}
function money(value) {
	return value !== 0 && Math.abs(value) < .1 ? short(value, 2) : value.toFixed(2);
}

// src/report/run-facts.ts
function runFacts(results, voice) {
	const { study, budget, backend, hardware, version, specPath, gateOnly } = results;
	const { planned, spent } = budget;
	const trials = planned.trials === void 0 ? literal$1`` : literal$1` of ${counted(planned.trials)}`;
	const time = planned.timeMs === void 0 ? literal$1`` : literal$1` of ${duration$1(planned.timeMs)}`;
	const gate = spent.gateMs > 0 ? literal$1`, ${duration$1(spent.gateMs)} of it for the regression check` : literal$1``;
	const each = planned.epochs === void 0 ? literal$1`` : literal$1`, at most ${counted(planned.epochs)} a trial`;
	const ofSearch = planned.totalEpochs === void 0 || spent.searchEpochs === void 0 ? literal$1`` : literal$1`; ${counted(spent.searchEpochs)} of ${counted(planned.totalEpochs)} for the search`;
	const cost = costWords(budget);
	return [
		{
			label: literal$1`Time`,
			text: voice.say`${duration$1(spent.timeMs)}${time}${gate}`
		},
		...gateOnly ? [] : [{
			label: literal$1`Trials`,
			text: voice.say`${counted(spent.trials)}${trials} (${states(results)})${confirming(results)}`
		}],
		{
			label: literal$1`Epochs`,
			text: voice.say`${counted(spent.epochs)} in all${each}${ofSearch}`
		},
		...cost === void 0 ? [] : [{
			label: literal$1`Cost`,
			text: voice.say`${cost}`
		}],
		...planned.noImprovement === void 0 ? [] : [{
			label: literal$1`Ends early`,
			text: voice.say`after ${plural(planned.noImprovement, "trial")} without improvement`
		}],
		{
			label: literal$1`Workers`,
			text: counted(planned.workers)
		},
		...gateOnly ? [] : [{
			label: literal$1`Search`,
			text: voice.say`${voice.name(study.strategy)}, seed ${voice.name(String(study.seed))}`
		}],
		{
			label: literal$1`Backend`,
			text: voice.name(backend)
		},
		{
			label: literal$1`Hardware`,
			text: voice.sentence(hardware, 200)
		},
		{
			label: literal$1`Spec`,
			text: voice.name(specPath, 200)
		},
		{
			label: literal$1`Tunegate`,
			text: voice.name(version)
		}
	];
}
function confirming({ study }) {
	const count = study.trials.filter(({ role }) => role === "confirm").length;
	return count === 0 ? literal$1`` : literal$1`, and ${plural(count, "training")} on fresh seeds`;
}
function states({ study }) {
	const search = study.trials.filter(({ role }) => role === "search");
	const words = [
		["completed", literal$1`completed`],
		["pruned", literal$1`stopped early`],
		["failed", literal$1`failed`],
		["interrupted", literal$1`interrupted`],
		["running", literal$1`running`]
	].flatMap(([state, label]) => {
		const count = search.filter((trial) => trial.state === state).length;
		return count === 0 ? [] : [`${counted(count)} ${label}`];
	});
	return words.length === 0 ? "none" : words.join(", ");
}

// src/report/verdict-words.ts
function headline(results, board, voice) {
	const { verdict, study } = results;
	const name = voice.name(study.name);
	if (verdict) {
		const clause = voice.say`${name}: ${conclusionClause[verdict.conclusion]}`;
		return voice.say`${conclusionMark[verdict.conclusion]} ${voice.strong(clause)} ${verdictSentence(results, verdict, voice)}`;
	}
	const clause = voice.say`${name}: ${searchHeadline(results, board)}.`;
	return voice.say`${voice.strong(clause)} ${searchWords(results, board, voice)}`;
}
function searchHeadline({ study }, board) {
	if (study.stop?.reason === "cancelled") return literal$1`the search was cancelled`;
	if (!study.stop) return literal$1`the search has not ended`;
	return board.best ? literal$1`the search is done` : literal$1`the search has no result`;
}
function verdictSentence(results, verdict, voice) {
	const { others = [], decidedBy } = verdict;
	const main = results.study.metric.name;
	const regressed = others.filter((other) => other.gates && other.verdict.conclusion === "regressed");
	const decider = regressed.find(({ name }) => name === decidedBy);
	if (decider) {
		const more = regressed.length - 1;
		const rest = more > 0 ? voice.say` ${counted(more)} more ${more === 1 ? literal$1`metric` : literal$1`metrics`} regressed.` : literal$1``;
		const { difference } = verdict;
		const itself = difference === void 0 ? literal$1`` : voice.say` ${voice.name(main)} itself ${movement(verdict)} (${evidence(verdict)}).`;
		return voice.say`${metricSentence(decider.name, decider.verdict, voice)}${itself}${rest}`;
	}
	const sentence = metricSentence(main, verdict, voice);
	return regressed.length === 0 ? sentence : voice.say`${sentence} So did ${voice.join(regressed.slice(0, 5).map(({ name }) => voice.name(name)), ", ")}${regressed.length > 5 ? literal$1` and others` : literal$1``}.`;
}
function metricSentence(of, verdict, voice) {
	const { conclusion, difference, maxDrop } = verdict;
	const metric = voice.name(of);
	const reason = voice.sentence(verdict.reason);
	if (difference === void 0 || conclusion === "no-baseline" || conclusion === "error") return reason;
	const moved = voice.say`${metric} ${movement(verdict)} (${evidence(verdict)})`;
	const limit = short(maxDrop, 6);
	switch (conclusion) {
		case "regressed": return voice.say`${moved}; the limit is ${limit}.`;
		case "improved": return voice.say`${moved}.`;
		case "unchanged": return voice.say`${moved}; the limit for a change to the worse is ${limit}.`;
		case "inconclusive": return voice.say`${moved}; the limit for a change to the worse is ${limit}. ${reason}${more(verdict)}`;
	}
}
function movement(verdict) {
	const { difference = 0, interval, maxDrop } = verdict;
	const format = differenceFormat(difference, interval, maxDrop);
	if (difference === 0) return literal$1`did not change`;
	if (straddles(interval)) return literal$1`changed by ${withSign(difference, format)}`;
	return difference < 0 ? literal$1`fell by ${format(-difference)}` : literal$1`rose by ${format(difference)}`;
}
function straddles(interval) {
	return interval !== void 0 && interval[0] <= 0 && interval[1] >= 0;
}
function evidence(verdict) {
	const { interval, pairs, difference = 0, maxDrop } = verdict;
	const seeds = literal$1`${plural(completePairs(pairs), "seed")} a side`;
	if (!interval || interval[0] === interval[1]) return seeds;
	const format = differenceFormat(difference, interval, maxDrop);
	const level = intervalLevel(verdict);
	const [low, high] = interval;
	if (straddles(interval)) return literal$1`${level} interval ${withSign(low, format)} to ${withSign(high, format)}, ${seeds}`;
	const [from, to] = difference < 0 ? [-high, -low] : [low, high];
	return literal$1`${level} interval ${format(from)} to ${format(to)}, ${seeds}`;
}
function more({ detectable, pairs, maxDrop, seedsNeeded }) {
	if (detectable === void 0 || !(detectable > maxDrop)) return literal$1``;
	const needed = seedsNeeded === void 0 ? literal$1`more seeds see smaller ones` : literal$1`about ${plural(seedsNeeded, "seed")} a side would tell one like this`;
	return literal$1` With ${plural(completePairs(pairs), "seed")} a side, a change to the worse is found four times in five only from ${short(detectable, 2)} on: ${needed}.`;
}
function completePairs(pairs) {
	return pairs.filter(({ base, head }) => base !== void 0 && head !== void 0).length;
}
function searchWords(results, board, voice) {
	const found = foundWords(results, board, voice);
	const reason = results.confirmation ? frontReason(results, voice) : void 0;
	const constraints = constraintWords(results, board, voice);
	return voice.join([
		found,
		reason,
		constraints
	].filter((part) => part !== void 0), " ");
}
function foundWords(results, board, voice) {
	const { study } = results;
	const { best, incumbent, rows, score } = board;
	const completed = rows.filter(({ trial }) => trial.state === "completed").length;
	if (rows.length === 0) return voice.say`No trial of the search was run${whyNot(results)}.`;
	if (!best || best.score === void 0) {
		const failed = rows.filter(({ trial }) => trial.state === "failed").length;
		if (completed > 0 && study.constraints?.length) return voice.say`None of ${plural(completed, "trial")} can win.`;
		return failed === rows.length ? voice.say`All ${plural(failed, "trial")} of the search failed.` : voice.say`None of the ${plural(rows.length, "trial")} of the search was completed.`;
	}
	const metric = voice.name(study.metric.name);
	if (results.confirmation) return voice.say`${confirmationWords(results, results.confirmation, voice)} The search tried ${plural(completed, "config")}${best === incumbent ? literal$1`, and what ships today scored best in it` : literal$1``}.`;
	const front = frontWords(results, voice);
	if (front) return completed > 1 ? voice.say`${front} Each trial was trained once: the numbers of the best are optimistic.` : front;
	if (best === incumbent) return voice.say`Nothing better than what ships today was found: its ${metric} of ${score(best.score)} is the best of ${plural(completed, "trial")}.`;
	const better = gain(board, study.metric.goal);
	const than = better === void 0 || incumbent?.score === void 0 ? literal$1`` : better > 0 ? voice.say`: ${score(better)} better than what ships today (${score(incumbent.score)} in ${voice.name(`#${incumbent.trial}`)})` : literal$1`, as good as what ships today`;
	const chosen = completed > 1 ? literal$1` Chosen as the best of ${plural(completed, "trial")}, each trained once, the number is optimistic.` : literal$1``;
	return voice.say`Best trial: ${voice.name(`#${best.trial}`)} with ${metric} ${score(best.score)}${than}.${chosen}`;
}
function whyNot({ study }) {
	return study.stop ? literal$1`: ${stopWords[study.stop.reason]}` : literal$1``;
}
function stopSentence({ study, gateOnly }, voice) {
	if (gateOnly) return voice.say`Nothing was searched: this run compares only.`;
	if (!study.stop) return voice.say`The search has no end on record: it is still running, or it was killed. Running it again goes on from here.`;
	const { reason, detail } = study.stop;
	const first = (detail.split(/[\r\n]/, 1)[0] ?? "").trim().replace(/\.+$/, "");
	const why = first === "" ? stopWords[reason] : voice.sentence(first, 240);
	return voice.say`The search stopped: ${why}.`;
}
function titleWords(results, voice) {
	const { study } = results;
	const main = results.verdict;
	const decider = main?.others?.find(({ name }) => name === main.decidedBy);
	const verdict = decider ? {
		...decider.verdict,
		conclusion: main.conclusion
	} : main;
	const metric = voice.name(decider?.name ?? study.metric.name, 60);
	if (verdict) {
		const title = conclusionTitle[verdict.conclusion];
		if (verdict.difference === void 0 || verdict.conclusion === "no-baseline" || verdict.conclusion === "error") return voice.say`${title}: ${voice.sentence(verdict.reason, 160)}`;
		const limit = verdict.conclusion === "improved" ? literal$1`` : literal$1` (limit ${short(verdict.maxDrop, 6)})`;
		return voice.say`${title}: ${metric} ${movement(verdict)}${limit}`;
	}
	const search = study.trials.filter(({ role }) => role === "search");
	const completed = search.filter(({ state }) => state === "completed").length;
	const best = bestTrial(study);
	const { confirmation } = results;
	const ended = study.stop?.reason === "cancelled" ? literal$1`Cancelled: ` : study.stop ? literal$1`Done: ` : literal$1`Not ended: `;
	if (search.length === 0) return voice.say`${ended}no trial was run`;
	if (confirmation?.mean !== void 0) return voice.say`${ended}${metric} ${short(confirmation.mean, 4)} on fresh seeds${confirmation.improved ? literal$1`, better than what ships today` : literal$1``}`;
	if (best?.score === void 0) return completed > 0 && study.constraints?.length ? voice.say`${ended}${plural(search.length, "trial")}, none keeps the constraints` : voice.say`${ended}${plural(search.length, "trial")}, none with a result`;
	if (study.more?.length) return voice.say`${ended}${plural(paretoFront(study).length, "config")} on the front of ${plural(completed, "trial")}`;
	return voice.say`${ended}best ${metric} ${short(best.score, 4)} of ${plural(completed, "trial")}`;
}

// src/report/terminal.ts
const { say: say$10, name: name$9, sentence: sentence$7 } = inTerminal;
const plain = (text) => text;
const topRows = 10;
function renderTerminal(results, options) {
	const colors = (0, import_picocolors.createColors)(options.colour);
	const width = Math.max(40, Math.floor(options.width));
	const board = leaderboard(results);
	return `${[
		verdictLines(results, board, colors, width),
		regressionLines(results, colors, width),
		results.verdict && !results.gateOnly ? wrap(searchWords(results, board, inTerminal), width) : [],
		results.gateOnly ? [] : wrap(stopSentence(results, inTerminal), width),
		boardLines(results, board, colors, width),
		configLines(results, board, colors, width),
		insightLines(results, board, colors, width),
		failureLines(results, colors, width),
		results.notices.flatMap((notice) => wrap(say$10`Note: ${sentence$7(notice)}`, width, "  ")),
		factLines(results, colors, width)
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
const paints = {
	improved: "green",
	unchanged: "green",
	regressed: "red",
	inconclusive: "yellow",
	"no-baseline": "yellow",
	error: "red"
};
function verdictLines(results, board, colors, width) {
	const paint = results.verdict ? colors[paints[results.verdict.conclusion]] : plain;
	return wrap(headline(results, board, inTerminal), width).map((line) => colors.bold(paint(line)));
}
function regressionLines({ verdict, base, head }, colors, width) {
	if (!verdict || verdict.pairs.length === 0) return [];
	const { difference, interval, maxDrop, pairs } = verdict;
	const values = [
		...pairs.flatMap((pair) => [pair.base, pair.head]),
		verdict.base,
		verdict.head
	];
	const format = numberFormat(values.filter((value) => value !== void 0));
	const change = differenceFormat(difference ?? 0, interval, maxDrop);
	const cell = (value) => value === void 0 ? literal$1`failed` : format(value);
	const mean = (value) => value === void 0 ? literal$1`–` : format(value);
	const seeds = pairs.map(({ seed, base: b, head: h }) => [
		say$10`seed ${name$9(String(seed))}`,
		cell(b),
		cell(h),
		b === void 0 || h === void 0 ? literal$1`–` : withSign(h - b, format)
	]);
	const means = [
		say$10`mean of ${plural(completePairs(pairs), "seed")}`,
		mean(verdict.base),
		mean(verdict.head),
		difference === void 0 ? literal$1`–` : withSign(difference, change)
	];
	const header = [
		literal$1`Regression check`,
		literal$1`base`,
		literal$1`head`,
		literal$1`difference`
	];
	const what = [
		interval && interval[0] !== interval[1] ? say$10`${intervalLevel(verdict)} interval ${withSign(interval[0], change)} to ${withSign(interval[1], change)}, limit ${short(maxDrop, 6)}` : say$10`limit ${short(maxDrop, 6)}`,
		base ? say$10`base ${name$9(base.sha.slice(0, 7))} (${sentence$7(base.how, 120)})` : void 0,
		head?.sha ? say$10`head ${name$9(head.sha.slice(0, 7))}${head.dirty ? literal$1` with changes that are not committed` : literal$1``}` : void 0
	].filter((item) => item !== void 0);
	return [
		...draw$1([
			header,
			...seeds,
			means
		], "lrrr", colors, width),
		...width >= 60 ? dotPlot(pairs) : [],
		...what.flatMap((line) => wrap(line, width, "  ")),
		...otherLines(verdict, colors, width)
	];
}
function otherLines(verdict, colors, width) {
	const { shown, rest } = otherMetrics(verdict);
	if (shown.length === 0) return [];
	const rows = shown.map(({ name: of, cells }) => [name$9(of), ...cells]);
	return [...draw$1([[literal$1`Further metrics`, ...otherTitles], ...rows], "lrrrrrl", colors, width), ...rest > 0 ? wrap(say$10`${counted(rest)} more further from the limit.`, width, "  ") : []];
}
function boardLines(results, board, colors, width) {
	if (board.rows.length === 0) return [];
	const { shown, rest } = splitRows(board.rows, topRows);
	const paths = varyingPaths(results, shown);
	const widths = (columns) => columnWidths(boardTable(results, board, shown, columns).rows).reduce((sum, size) => sum + size + 2, -2);
	let columns = paths;
	while (columns.length > 0 && widths(columns) > width) columns = columns.slice(0, -1);
	const { rows, align } = boardTable(results, board, shown, columns);
	const paint = (index) => {
		const row = shown[index - 1];
		return row?.best ? colors.green : row?.incumbent ? colors.cyan : row?.rank === void 0 ? colors.dim : plain;
	};
	const hidden = paths.length - columns.length;
	const legend = frontLegend(results, inTerminal);
	const notes = [
		...legend ? [legend] : [],
		...shown.some(({ incumbent }) => incumbent) ? [literal$1`* ships today.`] : [],
		...rest.length > 0 ? [say$10`And ${plural(rest.length, "further trial")}.`] : [],
		...hidden > 0 ? [say$10`${plural(hidden, "further parameter")} not shown.`] : []
	];
	return [...draw$1(rows, align, colors, width, paint), ...wrap(inTerminal.join(notes, " "), width).map((line) => colors.dim(line))];
}
function boardTable(results, board, shown, columns) {
	const goals = goalColumns(results);
	return {
		rows: [[
			literal$1`rank`,
			literal$1`trial`,
			goalTitle(results.study.metric.name, results, inTerminal, 30),
			...results.confirmation ? [literal$1`fresh seeds`] : [],
			...goals.map((goal) => goalTitle(goal.name, results, inTerminal, 30)),
			...columns.map((path) => name$9(shortName(path, columns), 30)),
			literal$1`epochs`,
			literal$1`duration`,
			literal$1`state`
		], ...shown.map(({ rank, trial, incumbent, misses }) => [
			rank === void 0 ? literal$1`` : counted(rank),
			incumbent ? say$10`* ${name$9(`#${trial.trial}`)}` : name$9(`#${trial.trial}`),
			trial.score === void 0 ? literal$1`–` : board.score(trial.score),
			...results.confirmation ? [freshCell(results, {
				trial,
				incumbent
			})] : [],
			...goals.map((goal) => goal.cell(trial)),
			...columns.map((path) => name$9(valueText(trial.config[path]), 24)),
			epochsOf$1(trial),
			duration$1(trial.durationMs),
			missWords(misses, inTerminal) ?? stateWords(trial)
		])],
		align: `rrr${results.confirmation ? "r" : ""}${"r".repeat(goals.length + columns.length)}rrl`
	};
}
function columnWidths(rows) {
	return rows[0].map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column]))));
}
function draw$1(rows, align, colors, width, paint = () => plain) {
	const widths = columnWidths(rows);
	return rows.map((row, index) => {
		const cells = row.map((cell, column) => pad(cell, widths[column], align[column] === "l" ? "left" : "right"));
		const line = cutTo(cells.join("  ").trimEnd(), width);
		return index === 0 ? colors.bold(line) : paint(index)(line);
	});
}
function configLines(results, board, colors, width) {
	const { recommended: best, incumbent } = board;
	if (!best || best === incumbent || isNothingToChange(results)) return [];
	const yaml = visibleLines(configYaml(results.space, best.config), { limit: 8e3 });
	return [
		colors.bold(say$10`Config of trial ${name$9(`#${best.trial}`)}`),
		...yaml.map((line) => cutTo(`  ${terminalLine(line)}`, width)),
		...wrap(say$10`Train it again: ${terminal(replayCommand(results, best.trial), 300)}`, width, "  ")
	];
}
function terminalLine(line) {
	return /^ */.exec(line)[0] + terminal(line, 400);
}
function insightLines(results, board, colors, width) {
	const insight = insightOf(results.study, results.space, board.recommended?.trial);
	const words = insightWords(results, insight, inTerminal);
	if (words.length === 0) return [];
	return [colors.bold(literal$1`What the search learned`), ...words.flatMap((text) => wrap(say$10`- ${text}`, width, "  "))];
}
function failureLines(results, colors, width) {
	const groups = failureGroups(results);
	if (groups.length === 0) return [];
	const count = groups.reduce((sum, { trials }) => sum + trials.length, 0);
	const example = groups.find((group) => group.example.tail?.trim())?.example;
	return [
		colors.bold(say$10`${plural(count, "trial failed", "trials failed")}`),
		...groups.flatMap(({ reason, trials, example: one }) => {
			const message = one.message ? say$10`: ${sentence$7(one.message, 300)}` : literal$1``;
			return wrap(say$10`- ${counted(trials.length)} ${failureWords[reason]}${message}`, width, "  ");
		}),
		...example?.tail ? terminalLines(example.tail, 2048).slice(-15).map((line) => colors.dim(cutTo(`  ${line}`, width))) : []
	];
}
function factLines(results, colors, width) {
	const facts = runFacts(results, inTerminal);
	const widest = Math.max(...facts.map(({ label }) => displayWidth(label)));
	return facts.flatMap(({ label, text }) => {
		return wrap(text, width - widest - 2).map((line, index) => colors.dim(`${pad(index === 0 ? label : "", widest, "left")}  ${line}`));
	});
}

// src/session/cancel.ts
function cancelSignal(onCancel = () => {}) {
	const controller = new AbortController();
	for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => {
		if (!controller.signal.aborted) {
			controller.abort(name);
			onCancel(name);
		} else if (name === "SIGINT") process.exit(130);
	});
	return controller.signal;
}

// src/automl/table.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
var DataError = class extends Error {
	name = "DataError";
};
const missing$2 = /* @__PURE__ */ new Set([
	"",
	"na",
	"n/a",
	"nan",
	"null",
	"none",
	"?"
]);
function parseDelimited(source, separator, file) {
	const text = source.charCodeAt(0) === 65279 ? source.slice(1) : source;
	const firstEnd = text.indexOf("\n");
	const first = firstEnd < 0 ? text : text.slice(0, firstEnd);
	const mark = separator ?? [
		",",
		";",
		"	"
	].find((one) => first.includes(one)) ?? ",";
	const columns = [];
	const lines = [];
	let names;
	let [at, line] = [0, 1];
	while (at < text.length) {
		const begun = line;
		const fields = [];
		let ended = false;
		while (!ended) {
			let field;
			if (text[at] === "\"") {
				let close = at + 1;
				for (;;) {
					close = text.indexOf("\"", close);
					if (close < 0) throw new DataError(`${file}:${line}: a quote is opened here and never closed`);
					if (text[close + 1] !== "\"") break;
					close += 2;
				}
				field = text.slice(at + 1, close).replaceAll("\"\"", "\"");
				for (let i = at; i < close; i++) if (text.charCodeAt(i) === 10) line += 1;
				at = close + 1;
				while (at < text.length && text[at] !== mark && text[at] !== "\n") at += 1;
			} else {
				const from = at;
				while (at < text.length && text[at] !== mark && text.charCodeAt(at) !== 10) at += 1;
				field = text.slice(from, at);
			}
			fields.push(field.trim());
			ended = at >= text.length || text[at] === "\n";
			at += 1;
		}
		line += 1;
		if (fields.length === 1 && fields[0] === "") continue;
		if (names === void 0) {
			names = fields;
			checkNames(names, file);
			for (const _ of names) columns.push([]);
			continue;
		}
		if (fields.length !== names.length) throw new DataError(`${file}:${begun}: this row has ${fields.length} fields, the header has ${names.length} columns`);
		lines.push(begun);
		for (let j = 0; j < fields.length; j++) columns[j].push(present(fields[j]));
	}
	if (names === void 0) throw new DataError(`${file} is empty: the first row must name the columns`);
	return {
		file,
		names,
		columns,
		lines: Int32Array.from(lines)
	};
}
function present(text) {
	return text.length < 5 && missing$2.has(text.toLowerCase()) ? "" : text;
}
function checkNames(names, file) {
	names.forEach((name, i) => {
		if (name === "") throw new DataError(`${file}:1: column ${i + 1} has no name`);
		if (names.indexOf(name) < i) throw new DataError(`${file}:1: two columns are called ${JSON.stringify(name)}`);
	});
}

// src/automl/check.ts
const headBytes = 2 ** 16;
function checkTaskData({ data, target, ignore, group, time }, folder) {
	const ending = path.extname(data).toLowerCase();
	const text = head$1(path.resolve(folder, data), data);
	if (text.trim() === "") throw new DataError(`${data} is empty: the first row must name the columns`);
	if (ending !== ".csv" && ending !== ".tsv") return;
	const end = text.search(/\r?\n/);
	if (end < 0) throw new DataError(`${data} has a header and no rows`);
	const { names } = parseDelimited(text.slice(0, end), ending === ".tsv" ? "	" : void 0, data);
	const wanted = {
		target: [target],
		ignore,
		group: [group ?? []].flat(),
		time: [time ?? []].flat()
	};
	for (const [key, columns] of Object.entries(wanted)) for (const column of columns) if (!names.includes(column)) throw new DataError(`${data}:1: there is no column ${JSON.stringify(column)}, which task.${key} names; the columns are ${names.join(", ")}`);
}
function head$1(file, shownAs) {
	let handle;
	try {
		handle = openSync(file, "r");
	} catch (error) {
		throw new DataError(`task.data: ${shownAs} cannot be opened: ${error.message}`, { cause: error });
	}
	try {
		const buffer = Buffer.alloc(headBytes);
		return buffer.toString("utf8", 0, readSync(handle, buffer, 0, headBytes, 0)).replace(/^\uFEFF/, "");
	} catch (error) {
		throw new DataError(`task.data: ${shownAs} cannot be read: ${error.message}`, { cause: error });
	} finally {
		closeSync(handle);
	}
}

// src/space/flatten.ts
function flattenDefinitions(definitions) {
	return parentsFirst(flatten$1(definitions, {
		prefix: "",
		location: [],
		conditions: [],
		shipped: {}
	}));
}
function flatten$1(definitions, place) {
	const names = Object.keys(definitions);
	const scope = {
		paths: new Map(names.map((name) => [name, place.prefix + name])),
		...place.outer ? { outer: place.outer } : {}
	};
	return names.flatMap((name) => {
		const definition = definitions[name];
		const path = place.prefix + name;
		const own = Object.entries(definition.when ?? {}).map(([parent, test]) => toCondition(resolve(parent, path, scope), test));
		const conditions = [...place.conditions, ...own];
		const location = [...place.location, name];
		const shipped = place.shipped[name];
		const inside = {
			location,
			outer: scope,
			conditions
		};
		if (definition.type === "repeat") return flattenRepeat(definition, path, inside, shipped);
		if (definition.type === "choice" && definition.options) return flattenOptions({
			...definition,
			options: definition.options
		}, path, inside, shipped);
		return [parameter(path, location, domainOf(definition), conditions, shipped ?? defaultOf(definition))];
	});
}
function flattenRepeat({ min, max, of, default: fallback }, path, { location, outer, conditions }, shipped) {
	const today = shipped ?? fallback;
	const blocks = Array.isArray(today) ? today : [];
	const count = Array.isArray(today) ? today.length : today;
	return [{
		...parameter(path, location, {
			type: "int",
			min,
			max,
			scale: "linear"
		}, conditions, count),
		role: "count"
	}, ...Array.from({ length: max }, (_, i) => {
		const always = i < min && conditions.length === 0;
		return flatten$1(of, {
			prefix: `${path}[${i}].`,
			location: [...location, i],
			outer,
			conditions: always ? [] : [{
				path,
				min: i + 1
			}],
			shipped: blocks[i] ?? {}
		});
	}).flat()];
}
function flattenOptions({ options, ordered, default: fallback }, path, { location, outer, conditions }, shipped) {
	const nested = shipped !== null && typeof shipped === "object" ? shipped : void 0;
	const chosen = (nested ? nested["type"] : shipped) ?? fallback;
	return [{
		...parameter(path, location, {
			type: "choice",
			values: Object.keys(options),
			ordered: ordered ?? false
		}, conditions, chosen),
		role: "option"
	}, ...Object.entries(options).map(([option, definitions]) => flatten$1(definitions, {
		prefix: `${path}.${option}.`,
		location,
		outer,
		conditions: [{
			path,
			in: [option]
		}],
		shipped: option === chosen ? nested ?? {} : {}
	})).flat()];
}
function parameter(path, location, domain, conditions, value) {
	return {
		path,
		location,
		domain,
		conditions,
		...value === void 0 ? {} : { default: value }
	};
}
function domainOf(definition) {
	switch (definition.type) {
		case "float":
		case "int": {
			const { type, min, max, scale = "linear", step } = definition;
			return {
				type,
				min,
				max,
				scale,
				...step === void 0 ? {} : { step }
			};
		}
		case "choice": return {
			type: "choice",
			values: definition.values ?? [],
			ordered: definition.ordered ?? false
		};
		case "bool": return { type: "bool" };
		case "constant": return {
			type: "constant",
			value: definition.value
		};
	}
}
function defaultOf(definition) {
	return definition.type === "constant" ? definition.value : definition.default;
}
function resolve(name, from, scope) {
	for (let current = scope; current; current = current.outer) {
		const path = current.paths.get(name);
		if (path !== void 0 && path !== from) return path;
	}
	throw new Error(`${from} depends on ${name}, which is not a parameter that it can see`);
}
function toCondition(path, test) {
	if (Array.isArray(test)) return {
		path,
		in: test
	};
	if (typeof test === "object") return {
		path,
		...test
	};
	return {
		path,
		in: [test]
	};
}
function parentsFirst(parameters) {
	const byPath = new Map(parameters.map((item) => [item.path, item]));
	const state = /* @__PURE__ */ new Map();
	const ordered = [];
	const visit = (item, trail) => {
		if (state.get(item.path) === "done") return;
		if (state.get(item.path) === "open") throw new Error(`parameters depend on each other in a circle: ${[...trail, item.path].join(" → ")}`);
		state.set(item.path, "open");
		for (const { path } of item.conditions) visit(byPath.get(path), [...trail, item.path]);
		state.set(item.path, "done");
		ordered.push(item);
	};
	for (const item of parameters) visit(item, []);
	return ordered;
}

// src/space/space.ts
function createSpace(definitions) {
	const parameters = flattenDefinitions(definitions);
	for (const { path, domain, default: value } of parameters) if (value !== void 0 && !contains(domain, value)) throw new Error(`the default of ${path} is not one of its values: ${JSON.stringify(value)}`);
	const { incumbent, missing } = defaults(parameters);
	return {
		parameters,
		dimensions: dimensionsOf(parameters),
		size: countConfigs$1(parameters),
		...missing.length === 0 ? { incumbent } : {},
		missingDefaults: missing
	};
}
function dimensionsOf(parameters) {
	return parameters.filter(({ domain }) => valueCount(domain) > 1).map((parameter) => ({
		parameter,
		kind: kindOf(parameter),
		values: valueCount(parameter.domain)
	}));
}
function kindOf({ domain }) {
	if (domain.type === "bool" || domain.type === "choice" && !domain.ordered) return "categorical";
	return valueCount(domain) === Number.POSITIVE_INFINITY ? "continuous" : "ordinal";
}
function defaults(parameters) {
	const incumbent = {};
	const missing = [];
	for (const parameter of parameters) {
		if (!isActive(parameter, incumbent)) continue;
		const value = parameter.default ?? (valueCount(parameter.domain) === 1 ? valueAt(parameter.domain, 0) : void 0);
		if (value === void 0) missing.push(parameter.path);
		else incumbent[parameter.path] = value;
	}
	return {
		incumbent,
		missing
	};
}

// package.json
var version$1 = "0.1.0";

// src/version.ts
const version = version$1;

// src/spec/closest.ts
function closestWord(word, known) {
	const lower = word.toLowerCase();
	const [best] = known.map((candidate) => ({
		candidate,
		far: (0, import_fastest_levenshtein.distance)(lower, candidate.toLowerCase())
	})).sort((a, b) => a.far - b.far);
	return best && best.far <= tolerance(Math.min(lower.length, best.candidate.length)) ? best.candidate : void 0;
}
function tolerance(length) {
	if (length < 3) return 0;
	if (length === 3) return 1;
	return length < 8 ? 2 : 3;
}

// src/spec/finding.ts
function show$1(value) {
	if (value === void 0) return "nothing";
	if (value === null) return "nothing (an empty value)";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object") return "a mapping";
	if (typeof value === "number") return String(value);
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
function list(words, most = 20) {
	return `${words.slice(0, most).join(", ")}${words.length > most ? `, … (${words.length} in all)` : ""}`;
}
function at$1(document, path) {
	return path.reduce((value, key) => value !== null && typeof value === "object" && Object.hasOwn(value, key) ? value[key] : void 0, document);
}
function name$8(path) {
	return path.length === 0 ? "the spec" : path.reduce((text, key) => typeof key === "number" ? `${text}[${key}]` : text ? `${text}.${key}` : key, "");
}

// src/spec/fragments/efficientnet.ts
const efficientnet = {
	version: {
		type: "choice",
		values: [
			"B0",
			"B1",
			"B2",
			"B3",
			"B4",
			"B5",
			"B6",
			"B7"
		],
		ordered: true,
		default: "B0"
	},
	pooling: {
		type: "choice",
		values: ["avg", "max"],
		default: "avg"
	},
	top_dropout_rate: {
		type: "float",
		min: .2,
		max: .8,
		step: .2,
		default: .2
	},
	learning_rate: {
		type: "choice",
		values: [
			.001,
			.01,
			.1
		],
		ordered: true,
		default: .01
	}
};

// src/spec/fragments/image-augmentation.ts
const imageAugmentation = {
	augment_layers: {
		type: "int",
		min: 0,
		max: 3,
		default: 0
	},
	factor_rotate: {
		type: "float",
		min: 0,
		max: .5,
		default: 0,
		when: { augment_layers: { min: 1 } }
	},
	factor_translate_x: {
		type: "float",
		min: 0,
		max: .4,
		default: 0,
		when: { augment_layers: { min: 1 } }
	},
	factor_translate_y: {
		type: "float",
		min: 0,
		max: .4,
		default: 0,
		when: { augment_layers: { min: 1 } }
	},
	factor_contrast: {
		type: "float",
		min: 0,
		max: .3,
		default: 0,
		when: { augment_layers: { min: 1 } }
	}
};

// src/spec/fragments/resnet.ts
const resnet = {
	version: {
		type: "choice",
		values: ["v1", "v2"],
		default: "v2"
	},
	conv3_depth: {
		type: "choice",
		values: [4, 8],
		ordered: true,
		default: 4
	},
	conv4_depth: {
		type: "choice",
		values: [
			6,
			23,
			36
		],
		ordered: true,
		default: 6
	},
	pooling: {
		type: "choice",
		values: ["avg", "max"],
		default: "avg"
	},
	optimizer: {
		type: "choice",
		values: [
			"adam",
			"rmsprop",
			"sgd"
		],
		default: "adam"
	},
	learning_rate: {
		type: "choice",
		values: [
			.001,
			.01,
			.1
		],
		ordered: true,
		default: .01
	}
};

// src/spec/fragments/xception.ts
const xception = {
	activation: {
		type: "choice",
		values: ["relu", "selu"],
		default: "relu"
	},
	conv2d_num_filters: {
		type: "choice",
		values: [
			32,
			64,
			128
		],
		ordered: true,
		default: 64
	},
	kernel_size: {
		type: "choice",
		values: [3, 5],
		ordered: true,
		default: 3
	},
	initial_strides: {
		type: "constant",
		value: 2
	},
	sep_num_filters: {
		type: "int",
		min: 128,
		max: 768,
		step: 128,
		default: 256
	},
	num_residual_blocks: {
		type: "int",
		min: 2,
		max: 8,
		default: 4
	},
	pooling: {
		type: "choice",
		values: [
			"avg",
			"flatten",
			"max"
		],
		default: "avg"
	},
	num_dense_layers: {
		type: "int",
		min: 1,
		max: 3,
		default: 1
	},
	dropout_rate: {
		type: "float",
		min: 0,
		max: .6,
		step: .1,
		default: .5
	},
	dense_use_bn: {
		type: "bool",
		default: true
	},
	learning_rate: {
		type: "choice",
		values: [
			1e-5,
			1e-4,
			.001
		],
		ordered: true,
		default: .001
	}
};

// src/spec/fragments.ts
const fragments = {
	resnet,
	xception,
	efficientnet,
	"image-augmentation": imageAugmentation
};
const fragmentNames = Object.keys(fragments);
function included(document) {
	const include = at$1(document, ["include"]);
	const known = (name) => typeof name === "string" && Object.hasOwn(fragments, name);
	if (known(include)) return [{ name: include }];
	return Array.isArray(include) ? include.flatMap((name, index) => known(name) ? [{
		name,
		index
	}] : []) : [];
}
function withFragments(document) {
	const names = included(document);
	const own = at$1(document, ["params"]);
	if (names.length === 0 || own !== void 0 && !isMapping$4(own)) return document;
	const params = Object.assign({}, ...names.map(({ name }) => fragments[name]), own);
	return {
		...document,
		params
	};
}
function checkFragments(document) {
	const own = at$1(document, ["params"]);
	const seen = /* @__PURE__ */ new Map();
	const twice = included(document).flatMap(({ name, index }) => Object.keys(fragments[name]).flatMap((parameter) => {
		const other = seen.get(parameter);
		seen.set(parameter, name);
		if (other === void 0 || isMapping$4(own) && Object.hasOwn(own, parameter)) return [];
		return [{
			path: index === void 0 ? ["include"] : ["include", index],
			message: `${other} and ${name} both have the parameter ${parameter}`,
			expected: `one of them, or a definition of ${parameter} in \`params\`, which comes before both`
		}];
	}));
	return [...unknown(document), ...twice];
}
function unknown(document) {
	const include = at$1(document, ["include"]);
	return (Array.isArray(include) ? include.map((name, index) => ({
		name,
		path: ["include", index]
	})) : [{
		name: include,
		path: ["include"]
	}]).flatMap(({ name, path }) => {
		if (typeof name !== "string" || Object.hasOwn(fragments, name)) return [];
		const near = closestWord(name, fragmentNames);
		return [{
			path,
			message: "there is nothing of this name to include",
			expected: list(fragmentNames),
			found: show$1(name),
			...near ? { suggestion: `did you mean ${near}?` } : {}
		}];
	});
}
function atInclude(finding, written) {
	const [section, parameter] = finding.path;
	if (section !== "params" || parameter === void 0 || included(written).length === 0) return finding;
	return at$1(written, ["params", parameter]) === void 0 ? {
		...finding,
		path: ["include"],
		atKey: true
	} : finding;
}
function isMapping$4(value) {
	return value !== null && typeof value === "object" && !Array.isArray(value);
}

// src/spec/task.ts
const taskTypes = ["tabular-classification", "tabular-regression"];
const scaling = {
	type: "choice",
	values: ["standard", "quantile"],
	default: "standard"
};
const [trees, network, linear$1] = [
	"trees",
	"network",
	"linear"
].map((family) => ({ when: { family } }));
const tabularSpace = {
	family: {
		type: "choice",
		values: [
			"trees",
			"network",
			"linear"
		],
		default: "trees"
	},
	trees_rounds: {
		type: "int",
		min: 20,
		max: 400,
		scale: "log",
		default: 100,
		...trees
	},
	trees_learning_rate: {
		type: "float",
		min: .01,
		max: .5,
		scale: "log",
		default: .1,
		...trees
	},
	trees_leaves: {
		type: "int",
		min: 3,
		max: 63,
		scale: "log",
		default: 31,
		...trees
	},
	trees_min_rows: {
		type: "int",
		min: 1,
		max: 60,
		scale: "log",
		default: 20,
		...trees
	},
	trees_l2: {
		type: "float",
		min: .001,
		max: 30,
		scale: "log",
		default: .01,
		...trees
	},
	trees_row_share: {
		type: "float",
		min: .4,
		max: 1,
		default: 1,
		...trees
	},
	trees_column_share: {
		type: "float",
		min: .2,
		max: 1,
		default: 1,
		...trees
	},
	network_layers: {
		type: "int",
		min: 1,
		max: 3,
		default: 1,
		...network
	},
	network_units: {
		type: "int",
		min: 16,
		max: 256,
		scale: "log",
		default: 100,
		...network
	},
	network_dropout: {
		type: "float",
		min: 0,
		max: .5,
		default: 0,
		...network
	},
	network_learning_rate: {
		type: "float",
		min: 3e-4,
		max: .03,
		scale: "log",
		default: .003,
		...network
	},
	network_l2: {
		type: "float",
		min: 1e-6,
		max: .01,
		scale: "log",
		default: 1e-4,
		...network
	},
	network_batch_size: {
		type: "choice",
		values: [
			32,
			64,
			128,
			256
		],
		ordered: true,
		default: 64,
		...network
	},
	network_passes: {
		type: "int",
		min: 10,
		max: 150,
		scale: "log",
		default: 40,
		...network
	},
	network_scaling: {
		...scaling,
		...network
	},
	linear_l2: {
		type: "float",
		min: 1e-5,
		max: 3,
		scale: "log",
		default: .001,
		...linear$1
	},
	linear_scaling: {
		...scaling,
		...linear$1
	}
};
const tabularStarts = [
	{ family: "linear" },
	{ family: "network" },
	{
		family: "trees",
		trees_rounds: 200,
		trees_learning_rate: .06,
		trees_leaves: 8,
		trees_min_rows: 5,
		trees_l2: 1,
		trees_row_share: .7,
		trees_column_share: .5
	},
	{
		family: "network",
		network_layers: 2,
		network_units: 128,
		network_dropout: .2,
		network_scaling: "quantile"
	},
	{
		family: "linear",
		linear_l2: .03,
		linear_scaling: "quantile"
	}
];
const metrics = {
	"tabular-classification": {
		name: "val_accuracy",
		goal: "maximize"
	},
	"tabular-regression": {
		name: "val_rmse",
		goal: "minimize"
	}
};
function withTask(document) {
	if (!isMapping$3(document) || document["task"] === void 0) return document;
	const type = at$1(document, ["task", "type"]);
	const [trial, search, params] = [
		"trial",
		"search",
		"params"
	].map((key) => document[key] ?? {});
	const known = taskTypes.find((name) => name === type) ?? "tabular-classification";
	return {
		...document,
		trial: isMapping$3(trial) ? {
			module: "./task.js",
			...withBackend(trial)
		} : trial,
		metric: document["metric"] ?? metrics[known],
		params: isMapping$3(params) ? {
			...tabularSpace,
			...params
		} : params,
		search: isMapping$3(search) ? {
			"try-first": tabularStarts,
			...search
		} : search
	};
}
function withBackend(trial) {
	return trialKeys$1.some((key) => trial[key] !== void 0) ? trial : {
		backend: "wasm",
		...trial
	};
}
const trialKeys$1 = [
	"module",
	"keras",
	"python",
	"run"
];
function checkTask(document) {
	if (at$1(document, ["task"]) === void 0) return [];
	return [...trialKeys$1.map((key) => ["trial", key]), ["include"]].filter((path) => at$1(document, path) !== void 0).map((path) => ({
		path,
		atKey: true,
		message: `a spec with \`task\` has no \`${path.join(".")}\`: the task brings its own model`,
		suggestion: `remove \`task\` to train a model of your own, or \`${path.join(".")}\``
	}));
}
function isMapping$3(value) {
	return value !== null && typeof value === "object" && !Array.isArray(value);
}

// src/spec/schema.ts
const specVersion = 1;
const namePattern = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const nameWords = "letters, digits, _ and -, not beginning with a digit or -";
const value$1 = union([
	string$1(),
	number$2(),
	boolean()
]);
const names$1 = string$1().meta({ pattern: namePattern.source });
const duration = union([string$1().meta({
	pattern: durationPattern,
	examples: [
		"15m",
		"90s",
		"1h30m"
	]
}), number$2().min(0)]).transform((text, context) => {
	const ms = parseDuration(text);
	if (ms !== void 0) return ms;
	context.addIssue({
		code: "custom",
		message: "duration"
	});
	return NEVER;
});
const size = union([string$1().meta({
	pattern: sizePattern,
	examples: ["1MiB", "512KiB"]
}), number$2().min(1024)]).transform((text, context) => {
	const bytes = parseSize(text);
	if (bytes !== void 0 && bytes >= 1024) return bytes;
	context.addIssue({
		code: "custom",
		message: "size"
	});
	return NEVER;
});
const whenTest = union([
	value$1,
	array(value$1).min(1),
	strictObject({
		min: number$2().exactOptional(),
		max: number$2().exactOptional()
	})
]);
const conditional = { when: record(string$1(), whenTest).exactOptional().describe("The parameter exists only when every named one passes: a value, a list of values, or a range { min, max }. Names are looked up among the siblings first, then further out.") };
const numeric = { scale: _enum([
	"linear",
	"log",
	"reverse-log"
]).exactOptional().meta({ default: "linear" }).describe("How the range is walked: evenly (linear), evenly in the logarithm (log, for learning rates), or with the most values near `max` (reverse-log: min + max - a value drawn on the log scale). Both logarithms need `min` above 0. Default linear.") };
const floatSchema = strictObject({
	type: literal("float").describe("A real number."),
	min: number$2().describe("Smallest value, inclusive."),
	max: number$2().describe("Largest value, inclusive."),
	...numeric,
	step: number$2().positive().exactOptional().describe("Distance of neighbouring values; with a log scale their ratio. `max` must be on the grid."),
	default: number$2().exactOptional().describe("The value shipped today."),
	...conditional
});
const intSchema = strictObject({
	type: literal("int").describe("A whole number."),
	min: int().describe("Smallest value, inclusive."),
	max: int().describe("Largest value, inclusive."),
	...numeric,
	step: int().positive().exactOptional().describe("Distance of neighbouring values; with a log scale their ratio. `max` must be on the grid."),
	default: int().exactOptional().describe("The value shipped today."),
	...conditional
});
const choiceSchema = strictObject({
	type: literal("choice").describe("One of several values."),
	values: array(value$1).min(1).exactOptional().describe("The values: strings, numbers or booleans."),
	get options() {
		return record(names$1, union([definitionsSchema, _null().transform(() => ({}))])).exactOptional().describe("Instead of `values`: each option with the parameters that exist only under it.");
	},
	ordered: boolean().exactOptional().meta({ default: false }).describe("The order of `values` means something, as for batch sizes. Default false."),
	default: value$1.exactOptional().describe("The value shipped today."),
	...conditional
}).meta({ oneOf: [{ required: ["values"] }, { required: ["options"] }] });
const boolSchema = strictObject({
	type: literal("bool").describe("true or false."),
	default: boolean().exactOptional().describe("The value shipped today."),
	...conditional
});
const constantSchema = strictObject({
	type: literal("constant").describe("A fixed value that trials get like any other."),
	value: value$1.describe("The value."),
	...conditional
});
const repeatSchema = strictObject({
	type: literal("repeat").describe("A number of blocks, each with its own parameters: the layers of a network."),
	min: int().min(0).describe("Fewest blocks."),
	max: int().min(1).max(64).describe("Most blocks, at most 64."),
	get of() {
		return definitionsSchema.describe("The parameters of one block.");
	},
	default: union([int().min(0), array(record(string$1(), unknown$1()))]).exactOptional().describe("What ships today: how many blocks (with the defaults of `of`), or the blocks themselves as a list."),
	...conditional
});
const parameterSchemas = {
	float: floatSchema,
	int: intSchema,
	choice: choiceSchema,
	bool: boolSchema,
	constant: constantSchema,
	repeat: repeatSchema
};
const parameterSchema = discriminatedUnion("type", [
	floatSchema,
	intSchema,
	choiceSchema,
	boolSchema,
	constantSchema,
	repeatSchema
]).meta({ id: "parameter" });
const definitionsSchema = record(names$1, parameterSchema);
const taskFile = strictObject({
	type: _enum(taskTypes).describe("What is learned: a category (classification) or a number (regression)."),
	data: string$1().min(1).describe("The data file, relative to the spec: .csv, .tsv, or .jsonl with one object a line."),
	target: string$1().min(1).describe("The column to predict."),
	ignore: array(string$1().min(1)).default([]).describe("Columns that models must not see, such as identifiers and what is known only afterwards."),
	group: string$1().min(1).exactOptional().describe("A column whose values must not be split: rows of one patient, say, are trained on or scored on together."),
	time: string$1().min(1).exactOptional().describe("A column of times or numbers: models are trained on the older rows and scored on the newest fifth.")
}).describe("Instead of `trial`, `params` and, if you like, `metric`: data from which Tunegate finds a model by itself.");
const metricFile = strictObject({
	file: string$1().min(1).describe("The file, or a folder of TensorBoard, relative to the spec. `{trial}`, `{checkpoints}` and parameters as in `run`."),
	format: _enum([
		"json",
		"jsonl",
		"csv",
		"tsv",
		"yaml",
		"toml",
		"tensorboard"
	]).exactOptional().describe("What is in it. Default by its ending; without one of these it is of TensorBoard."),
	step: string$1().min(1).exactOptional().meta({ default: "step" }).describe("Dotted key or column of the step, such as `epoch`. Default `step`; rows without it are counted."),
	"first-step": int().min(0).max(1).exactOptional().describe("What the program calls its first step. Default: 0 where the first row of a training says so, else 1. Programs that continue from checkpoints and count from 0 need it."),
	values: record(string$1().min(1), string$1().min(1)).exactOptional().describe("Metric name to dotted key, column or tag: `{ val_accuracy: eval.accuracy }`. Without it every number is a metric under its own name.")
});
const metricFiles = union([
	string$1().min(1),
	metricFile,
	array(union([string$1().min(1), metricFile])).min(1).max(8)
]).transform((given) => [given].flat().map((item) => {
	if (typeof item === "string") return { file: item };
	const { "first-step": firstStep, ...rest } = item;
	return firstStep === void 0 ? rest : {
		...rest,
		firstStep
	};
}));
const trialKinds = [
	"module",
	"keras",
	"python",
	"run"
];
const trialFile$1 = strictObject({
	module: string$1().min(1).exactOptional().describe("A TensorFlow.js module (.ts, .mts, .js, .mjs, .cjs), relative to the spec. It exports build(hp) and data(), or objective(trial). What it asks hp for is the search space where `params` are left out."),
	keras: string$1().min(1).exactOptional().describe("Instead of `module`: a Python script for Keras Tuner, unchanged: a build_model(hp) or a HyperModel, and tuner.search(...) or data. What it asks hp for is the search space, together with `params`, which may be left out."),
	python: string$1().min(1).exactOptional().describe("Instead of `module`: a Python script that reads its config and reports with the package `tunegate`. One process runs it for one trial after another, so that libraries load once."),
	run: union([array(string$1()).min(1), string$1().min(1)]).exactOptional().describe("Instead of `module`: a training command, as a list of program and arguments. `{name}` stands for a parameter, `{args}` for all of them as --name=value. A single text only with `shell: true`."),
	shell: boolean().exactOptional().meta({ default: false }).describe("With `run`: it is one command line for the shell. Default false."),
	backend: _enum([
		"auto",
		"tfjs-node-gpu",
		"tfjs-node",
		"wasm",
		"cpu"
	]).exactOptional().meta({ default: "auto" }).describe("With `module`: the TensorFlow.js backend. `auto` times a few steps of the first trial on tfjs-node-gpu and tfjs-node, where your project has them, and on wasm, and keeps the fastest for the whole study. Default auto."),
	discover: boolean().exactOptional().describe("With `keras` or `module`: build(hp) (of a module its fit or objective, too) is run before the search to find the parameters that it asks for, beside those of `params`. Default true for `keras`, and for a `module` where the spec has no `params`."),
	interpreter: string$1().min(1).exactOptional().meta({ default: "python3" }).describe("With `keras` or `python`: the Python that runs it. Default python3."),
	warm: boolean().exactOptional().meta({ default: true }).describe("With `keras` or `python`: one process serves many trials. false: each trial has a process of its own. Default true."),
	stdout: union([string$1(), array(string$1()).min(1)]).exactOptional().describe("With `run`: regular expressions that find metrics in what the command prints. Each named group is a metric, `step` is the step: loss=(?<loss>[0-9.]+)."),
	metrics: metricFiles.exactOptional().describe("With `run`: files that the command writes metrics to by itself, relative to the spec: JSON, JSON Lines, CSV, YAML and TOML (as DVC has them), or a folder of TensorBoard. They are read while it runs. A path, `{ file, format, step, values }`, or a list."),
	env: record(string$1(), union([
		string$1(),
		number$2(),
		boolean()
	]).transform(String)).exactOptional().describe("Extra environment variables of the trial."),
	"pass-env": array(string$1()).exactOptional().describe("Variables of the surrounding environment that look like secrets and shall reach the trial all the same."),
	timeout: duration.exactOptional().describe("Longest time of one trial."),
	resume: boolean().exactOptional().describe("A trial goes on from what it left in its checkpoint folder when it is run again for more epochs. `asha` then lets trials pause and promotes the best; without it all run for the full epochs and are stopped early. Default true for a `module` that exports `build` and `data` without a training of its own (`fit`, `objective`), else false."),
	idle: duration.exactOptional().describe("Longest time without a report, from the start to the first one included: for trials that hang."),
	memory: size.exactOptional().describe("Most memory of one trial, all its processes together; with `module` of the process that serves one trial after another (Linux and macOS)."),
	retries: int().min(0).max(10).exactOptional().meta({ default: 0 }).describe("How often a training is tried again that crashed, was killed by a signal, hung (`idle`) or could not be started. What depends on the config (NaN, memory, time, infeasible) and what is wrong each time (no metric, malformed report) is not tried again. Default 0."),
	grace: duration.exactOptional().meta({ default: "5s" }).describe("Time between SIGTERM and SIGKILL. Default 5s."),
	output: size.exactOptional().meta({ default: "1MiB" }).describe("Most output kept of one trial. Default 1MiB.")
}).meta({ oneOf: trialKinds.map((kind) => ({ required: [kind] })) }).describe("What is trained: a TensorFlow.js module, a script for Keras Tuner, a Python script or a command, exactly one of them.");
const trialSchema = trialFile$1.transform(({ module, keras, python, run, shell, backend, discover, interpreter = "python3", warm = true, stdout, metrics, env = {}, timeout, idle, memory, resume, retries, grace = 5e3, output = 2 ** 20, ...rest }) => {
	const common = {
		env,
		passEnv: rest["pass-env"] ?? [],
		grace,
		output,
		...retries === void 0 ? {} : { retries },
		...resume === void 0 ? {} : { resume },
		...timeout === void 0 ? {} : { timeout },
		...idle === void 0 ? {} : { idle },
		...memory === void 0 ? {} : { memory }
	};
	const found = discover === void 0 ? {} : { discover };
	const asked = {};
	if (module !== void 0) return {
		...common,
		...found,
		...asked,
		module,
		backend: backend ?? "auto"
	};
	const script = keras ?? python;
	if (script !== void 0) return {
		...common,
		...found,
		script,
		keras: keras !== void 0,
		interpreter,
		warm
	};
	return {
		...common,
		run: run ?? [],
		shell: shell ?? false,
		stdout: [stdout ?? []].flat(),
		...metrics === void 0 ? {} : { metrics }
	};
});
const metricSchema = strictObject({
	name: string$1().min(1).describe("Name of the metric, as the trial reports it."),
	goal: _enum(["minimize", "maximize"]).describe("Which way is better. Never guessed from the name."),
	use: _enum(["last", "best"]).default("last").describe("Which report is the score of a trial: the last one, or the best one (optimistic on noisy curves).")
}).describe("What is measured.");
const metricsSchema = union([metricSchema, array(metricSchema).min(1).max(8)]).describe("What is measured. A list where several metrics matter: the search looks for the best trade-offs between them, and the gate compares the first.").transform((given) => {
	const [main, ...more] = [given].flat();
	return {
		...main,
		more
	};
});
const constraintFile = strictObject({
	min: number$2().exactOptional().describe("Smallest value that is good enough."),
	max: number$2().exactOptional().describe("Largest value that is good enough.")
}).describe("Between which values a metric must stay, inclusive.");
const constraintsSchema = record(string$1().min(1).max(200), constraintFile).describe("What a config must keep to win, whatever its score: metric name to `{ max: 20 }`, `{ min: 0.9 }` or both. Any metric that trials report; its last value counts.").transform((given) => Object.entries(given).map(([name, bounds]) => ({
	name,
	...bounds
})));
const proxyNames = [
	"synflow",
	"jacob_cov",
	"parameters",
	"flops"
];
const searchSchema = strictObject({
	strategy: _enum([
		"auto",
		"bayesian",
		"tpe",
		"asha",
		"hyperband",
		"evolution",
		"local",
		"random",
		"grid",
		"sobol"
	]).default("auto").describe("How configs are chosen. `auto` covers a small finite space completely (grid), spreads trials evenly that all run at once (sobol), gives up hopeless trials early where `time` is the budget and trials have 9 `epochs` or more (asha), and models a large space else (bayesian)."),
	seed: int().default(0).describe("Everything random follows from it."),
	repeats: boolean().default(false).describe("Allow a config to be tried again."),
	confirm: union([boolean(), int().min(1).max(100)]).default(true).describe("Train the best configs again on fresh seeds when the search is over: the score of the winner, and whether it beats what ships today, come from there. For every 20 trials of the search about 3 more trainings (at least 3), within 13 % of `time`. A number: with so many fresh seeds. Default true."),
	"try-first": array(record(string$1(), unknown$1())).min(1).exactOptional().describe("Configs to try before anything else but what ships today, in this order: each a mapping like a config, missing parameters at their default."),
	"warm-start": union([string$1().min(1), array(string$1().min(1)).min(1)]).exactOptional().describe("Earlier studies to learn from: journals and CSV files, relative to the spec; `*`, `?` and `**` stand for any name, character and folders. They are trusted only as far as the first trials bear them out."),
	inherit: boolean().exactOptional().meta({ default: false }).describe("With `evolution` or `local` and a `module` that exports `build`: a trial begins with the weights of the one that it is a change of, as far as they fit. Default false."),
	proxies: array(_enum(proxyNames)).min(1).exactOptional().describe("With a `module` that exports `build`: scores that need no training. Random configs are ranked by them before the search and the best tried first; the report says how far they could be trusted."),
	candidates: int().min(2).max(5e3).exactOptional().meta({ default: 60 }).describe("With `proxies`: how many random configs are ranked, at most for a minute. Default 60."),
	eta: number$2().min(2).max(100).exactOptional().meta({ default: 3 }).describe("With `asha` and `hyperband`: each rung has so many times the epochs of the one below, and so many times fewer trials. Default 3."),
	"min-epochs": int().min(1).exactOptional().describe("Epochs that every trial gets: the lowest rung of `asha` and `hyperband`, the warm-up of median stopping. Default `epochs` / eta³, at least 1."),
	"early-stopping": _enum([
		"none",
		"median",
		"wilcoxon"
	]).exactOptional().meta({ default: "none" }).describe("Stops trials of any strategy before their end. `median`: whose best is worse than the median of the others up to then. `wilcoxon`: for trials whose steps are folds or seeds, when they are worse than the best one on the same steps (p < 0.1). Default none."),
	points: int().min(2).max(1e3).default(5).describe("Values per continuous parameter in a grid."),
	population: int().min(2).max(1e4).exactOptional().describe("With `evolution`: how many of the newest trials are alive. Default 20, a fifth of a smaller budget of trials."),
	tournament: int().min(1).max(1e4).exactOptional().describe("With `evolution`: how many of them meet to choose a parent. Default a quarter.")
}).describe("How to search.");
const budgetSchema = strictObject({
	time: duration.exactOptional().describe("Time for everything the step does, the gate and posting included."),
	trials: int().min(1).exactOptional().describe("Most trials of the search."),
	epochs: int().min(1).exactOptional().describe("Epochs of one trial (its resource)."),
	"total-epochs": int().min(1).exactOptional().describe("Most epochs of all trials of the search together, whatever each of them got. What goes on from a checkpoint counts from there."),
	cost: number$2().positive().exactOptional().describe("What the run may cost, in the currency of `price`: it ends as with a `time` that costs so much. Where both are given the shorter time holds."),
	price: number$2().positive().exactOptional().describe("What an hour of the runner costs, in any currency. The report then says what the run has cost."),
	disk: size.exactOptional().describe("Most space of the checkpoints that paused trials leave to go on from. Beyond it those of the worst are deleted first: such a trial trains from scratch if it goes on."),
	workers: union([literal("auto"), int().min(1).max(256)]).default("auto").describe("Trials that run at once. `auto`: by the GPUs of the machine, else by its cores and memory."),
	"no-improvement": int().min(1).exactOptional().describe("End the search early after so many trials in a row that were no improvement."),
	"early-end": boolean().exactOptional().meta({ default: false }).describe("End the search early when its model expects next to nothing from further trials: less than 0.1 % of the standard deviation of the results, five suggestions in a row. For strategies with a model (`bayesian`). Default false."),
	"trials-per-gpu": int().min(0).max(64).exactOptional().meta({ default: 1 }).describe("Trials that share a GPU, where there are any (nvidia-smi, or CUDA_VISIBLE_DEVICES where it is set): each gets one by CUDA_VISIBLE_DEVICES. 0: trials do not use them. Default 1.")
}).describe("When to stop. A large or continuous space needs `time` or `trials`.");
const gateMetricFile = strictObject({
	goal: _enum(["minimize", "maximize"]).describe("Which way is better. Never guessed from the name."),
	"max-drop": number$2().min(0).default(0).describe("How much worse it may get, whichever way that is, in the metric's own units."),
	min: number$2().exactOptional().describe("With `goal: maximize`: what head must reach anyway."),
	max: number$2().exactOptional().describe("With `goal: minimize`: what head must not exceed anyway."),
	gates: boolean().default(true).describe("A regression of it fails the check; false: it is only shown. Default true.")
}).describe("What may happen to a further metric.");
const gateFile = strictObject({
	"max-drop": number$2().min(0).default(0).describe("How much worse the metric may get, in the metric's own units."),
	confidence: number$2().gt(.5).lt(1).default(.95).describe("Confidence of the one-sided test."),
	seeds: int().min(1).max(100).default(10).describe("Most trainings a side. Fewer are done when the answer is known before."),
	looks: array(int().min(2).max(100)).min(1).exactOptional().describe("At how many seeds a side the evidence is looked at; the last look is at `seeds`. The chance of a false alarm over all looks is 1 − confidence. Default 3, 5, 7, 10 as far as `seeds` goes."),
	min: number$2().exactOptional().describe("For a metric to maximise: head must reach this score, whatever the base has."),
	max: number$2().exactOptional().describe("For a metric to minimise: head must not go above this score, whatever the base has."),
	metrics: record(string$1().min(1).max(200), gateMetricFile).default({}).describe("Further metrics that must not get worse, by the name that trials report; `*` stands for any characters, for slices such as `accuracy/*`. The chance of a false alarm over all that gate stays 1 − confidence (Holm)."),
	baseline: _enum([
		"auto",
		"rerun",
		"stored",
		"file"
	]).default("auto").describe("Where the baseline comes from. `rerun`: the base commit is trained again in this run. `stored`: results that a run on the default branch left on the branch `tunegate-data`, trained again where none can be compared with. `file`: results in a committed file. `auto`: rerun, or where there is no base commit to train what is stored or in the file."),
	file: string$1().min(1).default("tunegate-baseline.json").describe("The file of a committed baseline, relative to the spec. `tunegate baseline` writes it."),
	data: array(string$1().min(1)).default([]).describe("Files outside of git that trials read, such as `data/**`, relative to the spec. Stored results are used only while their content is the same."),
	paths: array(string$1().min(1)).min(1).exactOptional().describe("What trainings read, relative to the spec, such as `src/**` and `!**/*.md`: where none of it has changed since the base, nothing is trained and the verdict is `unchanged`. The spec itself is always among it. Absent: everything in the repository."),
	setup: union([array(string$1()).min(1), string$1().min(1)]).exactOptional().describe("Installs the dependencies of the base in its own checkout, where they are not those of the head: a list of program and arguments, or one line for the shell. Without it the base is trained with what is installed for the head."),
	base: string$1().min(1).exactOptional().describe("Branch, tag or commit to compare with where the event names none.")
});
const gateSchema = gateFile.transform(({ "max-drop": maxDrop, ...rest }) => ({
	maxDrop,
	...rest
}));
const valuesSchema = strictObject({
	file: string$1().min(1).describe("The file, relative to the spec."),
	at: string$1().min(1).exactOptional().describe("Keys that lead to the values, with dots: `train.hyperparameters`. Default: the whole file.")
});
const fragmentName = string$1().meta({ enum: fragmentNames });
const specSchema = strictObject({
	$schema: string$1().exactOptional().describe("For editors: where the JSON Schema of this file is."),
	version: literal(1).default(1).describe("Version of the spec's format."),
	name: string$1().min(1).max(100).describe("Name of the study."),
	task: taskFile.exactOptional(),
	trial: trialSchema,
	metric: metricsSchema,
	constraints: constraintsSchema.prefault({}),
	include: union([fragmentName, array(fragmentName).min(1)]).exactOptional().describe("Parameters that come with Tunegate, one set or several: Keras Tuner’s spaces of well-known networks. A parameter in `params` comes before one of the same name."),
	params: record(names$1, parameterSchema).prefault({}).describe("The search space: parameter name to definition. May be left out with `keras` and `module`: then it is what hp is asked for; and with `include`."),
	values: union([string$1().min(1), valuesSchema]).exactOptional().describe("A JSON or YAML file, relative to the spec, with the values that ship today. They come before the `default`s, and better values are proposed in it."),
	search: searchSchema.prefault({}),
	budget: budgetSchema.prefault({}),
	gate: union([literal(false), gateSchema]).prefault({}).describe("The regression check; false turns it off.")
}).describe("A tuning spec of Tunegate.");
const drivenSpecSchema = specSchema.extend({ trial: trialSchema.exactOptional() });

// src/spec/sections.ts
const shapes = {
	top: specSchema.shape,
	trial: trialFile$1.shape,
	metric: metricSchema.shape,
	search: searchSchema.shape,
	budget: budgetSchema.shape,
	gate: gateFile.shape
};
const parameterTypes = Object.keys(parameterSchemas);
function sectionAt(path) {
	if (path.length === 0) return "top";
	if (isParameter(path)) return "parameter";
	const key = String(path[0]);
	if (key === "metric" && path.length === 2 && typeof path[1] === "number") return "metric";
	return path.length === 1 && key !== "top" && Object.hasOwn(shapes, key) ? key : void 0;
}
function shapeAt(path, document) {
	const section = sectionAt(path);
	if (section === void 0) return ruleShapeAt(path);
	if (section !== "parameter") return shapes[section];
	const type = at$1(document, [...path, "type"]);
	return isType(type) ? parameterSchemas[type].shape : {};
}
function ruleShapeAt(path) {
	if (path.length === 1 && path[0] === "task") return taskFile.shape;
	if (path.length === 3 && path[0] === "gate" && path[1] === "metrics") return gateMetricFile.shape;
	return path.length === 2 && path[0] === "constraints" ? constraintFile.shape : {};
}
function ownersOf(key) {
	return {
		sections: Object.keys(shapes).filter((section) => Object.hasOwn(shapes[section], key)),
		types: Object.entries(parameterSchemas).filter(([, { shape }]) => Object.hasOwn(shape, key)).map(([type]) => type)
	};
}
function isType(type) {
	return typeof type === "string" && Object.hasOwn(parameterSchemas, type);
}
function isParameter(path) {
	return path.length > 0 && parameterAround(path)?.length === path.length;
}
function parameterAround(path) {
	if (path[0] !== "params" || path.length < 2) return void 0;
	let end = 2;
	while (end < path.length) if (path[end] === "of" && end + 1 < path.length) end += 2;
	else if (path[end] === "options" && end + 2 < path.length) end += 3;
	else break;
	return path.slice(0, end);
}

// src/spec/words.ts
const keys = {
	top: invert({
		params: [
			"parameters",
			"hyperparameters",
			"hyperparams",
			"space",
			"search_space",
			"config_space"
		],
		metric: [
			"objective",
			"objectives",
			"target",
			"metrics"
		],
		constraints: [
			"constraint",
			"outcome_constraints",
			"metric_constraints",
			"requirements",
			"feasible"
		],
		trial: [
			"training",
			"train",
			"experiment"
		],
		search: ["sweep", "tuner"],
		budget: [
			"limits",
			"stop",
			"stopping"
		],
		gate: [
			"check",
			"guard",
			"regression"
		]
	}),
	trial: invert({
		run: [
			"command",
			"cmd",
			"script",
			"program",
			"entrypoint",
			"exec"
		],
		module: [
			"model",
			"file",
			"path"
		],
		env: ["environment", "variables"],
		timeout: [
			"time_limit",
			"max_time",
			"limit"
		],
		stdout: [
			"pattern",
			"patterns",
			"regex",
			"parse"
		],
		grace: ["grace_period", "kill_after"],
		"pass-env": ["secrets", "inherit_env"]
	}),
	metric: invert({
		goal: [
			"mode",
			"direction",
			"optimize",
			"order",
			"objective"
		],
		name: [
			"metric",
			"monitor",
			"key"
		],
		use: [
			"measurement",
			"select",
			"report"
		]
	}),
	search: invert({
		strategy: [
			"algorithm",
			"algo",
			"sampler",
			"method",
			"tuner",
			"oracle",
			"type"
		],
		seed: ["random_state", "random_seed"],
		points: [
			"grid_points",
			"num_points",
			"resolution"
		]
	}),
	budget: invert({
		trials: [
			"max_trials",
			"n_trials",
			"num_trials",
			"num_samples",
			"max_evals",
			"runs",
			"run_cap"
		],
		time: [
			"timeout",
			"duration",
			"max_time",
			"wall_time",
			"time_budget",
			"minutes",
			"hours"
		],
		epochs: [
			"max_epochs",
			"n_epochs",
			"num_epochs",
			"max_iter",
			"iterations",
			"resource",
			"steps"
		],
		workers: [
			"parallel",
			"parallelism",
			"max_parallel",
			"n_jobs",
			"jobs",
			"concurrency"
		]
	}),
	gate: invert({
		"max-drop": [
			"threshold",
			"tolerance",
			"max_regression",
			"min_delta",
			"margin",
			"epsilon"
		],
		confidence: [
			"alpha",
			"significance",
			"p_value",
			"level"
		],
		seeds: [
			"n_seeds",
			"repeats",
			"runs",
			"samples"
		],
		base: [
			"branch",
			"ref",
			"compare"
		]
	}),
	parameter: invert({
		min: [
			"low",
			"lower",
			"min_value",
			"minimum",
			"start",
			"from"
		],
		max: [
			"high",
			"upper",
			"max_value",
			"maximum",
			"end",
			"to"
		],
		scale: [
			"sampling",
			"distribution",
			"log",
			"scaling",
			"prior"
		],
		step: [
			"q",
			"quantum",
			"stride"
		],
		default: [
			"initial",
			"initial_value",
			"init",
			"current",
			"baseline"
		],
		values: [
			"choices",
			"categories",
			"candidates",
			"items",
			"enum"
		],
		options: ["branches", "alternatives"],
		when: [
			"condition",
			"conditions",
			"if",
			"depends_on",
			"parent",
			"active_when",
			"conditional_scope"
		],
		of: [
			"block",
			"blocks",
			"each",
			"params"
		],
		value: ["constant", "fixed"]
	})
};
const types = invert({
	float: [
		"uniform",
		"number",
		"double",
		"real",
		"continuous",
		"decimal",
		"range"
	],
	int: [
		"integer",
		"long",
		"randint",
		"int_uniform"
	],
	choice: [
		"select",
		"one_of",
		"str",
		"text"
	],
	bool: [
		"boolean",
		"flag",
		"switch"
	],
	constant: [
		"fixed",
		"const",
		"static",
		"literal"
	],
	repeat: [
		"array",
		"sequence",
		"blocks",
		"layers",
		"list"
	]
});
const typesWithMore = {
	loguniform: ["float", "`scale: log`"],
	log_uniform: ["float", "`scale: log`"],
	log_uniform_values: ["float", "`scale: log`"],
	reciprocal: ["float", "`scale: log`"],
	lograndint: ["int", "`scale: log`"],
	qloguniform: ["float", "`scale: log` and `step`"],
	quniform: ["float", "`step`"],
	q_uniform: ["float", "`step`"],
	discrete_uniform: ["float", "`step`"],
	categorical: ["choice", "`values`"],
	enum: ["choice", "`values`"],
	string: ["choice", "`values`"],
	discrete: ["choice", "`values` and `ordered: true`"],
	ordinal: ["choice", "`values` and `ordered: true`"]
};
const values = {
	goal: invert({
		maximize: [
			"max",
			"maximise",
			"maximum",
			"maximal",
			"higher",
			"up",
			"greater",
			"increase"
		],
		minimize: [
			"min",
			"minimise",
			"minimum",
			"minimal",
			"lower",
			"down",
			"smaller",
			"decrease"
		]
	}),
	scale: invert({
		log: [
			"logarithmic",
			"log10",
			"ln",
			"loguniform",
			"log_uniform",
			"true",
			"exponential"
		],
		"reverse-log": [
			"reverselog",
			"reverse_log",
			"reverse_logarithmic"
		],
		linear: [
			"uniform",
			"lin",
			"none",
			"false",
			"normal"
		]
	}),
	strategy: invert({
		bayesian: [
			"bayes",
			"bayesian_optimization",
			"gp",
			"gaussian",
			"gaussian_process",
			"bo",
			"model"
		],
		tpe: [
			"hyperopt",
			"optuna",
			"parzen"
		],
		evolution: [
			"evolutionary",
			"regularized_evolution",
			"regularised_evolution",
			"genetic",
			"ga",
			"nsga2",
			"nsgaii"
		],
		local: [
			"local_search",
			"hill_climbing",
			"hillclimb"
		],
		random: ["random_search", "uniform"],
		grid: [
			"grid_search",
			"exhaustive",
			"all"
		],
		asha: [
			"successive_halving",
			"sha",
			"async_hyperband",
			"asynchronous_successive_halving",
			"mobster",
			"pruner"
		],
		hyperband: ["bohb", "band"],
		sobol: [
			"qmc",
			"quasi_random",
			"halton"
		],
		auto: ["default"]
	}),
	use: invert({
		last: [
			"final",
			"latest",
			"end"
		],
		best: [
			"max",
			"min",
			"optimum"
		]
	}),
	backend: invert({
		"tfjs-node": [
			"node",
			"tensorflow",
			"native",
			"tfjs"
		],
		"tfjs-node-gpu": [
			"gpu",
			"cuda",
			"node_gpu",
			"webgl",
			"webgpu"
		],
		cpu: ["js", "plain"]
	})
};
function foreignKey(word, section) {
	return lookUp$1(keys[section], word);
}
function foreignType(word) {
	const found = lookUp$1(typesWithMore, word);
	if (found) return {
		type: found[0],
		more: found[1]
	};
	const type = lookUp$1(types, word);
	return type ? { type } : void 0;
}
function foreignValue(key, word) {
	return Object.hasOwn(values, key) ? lookUp$1(values[key], word) : void 0;
}
function lookUp$1(dictionary, word) {
	return Object.hasOwn(dictionary, normal(word)) ? dictionary[normal(word)] : void 0;
}
function normal(word) {
	return word.trim().replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase().replace(/[\s-]+/g, "_");
}
function invert(groups) {
	return Object.fromEntries(Object.entries(groups).flatMap(([target, words]) => words.map((word) => [word, target])));
}

// src/spec/explain-key.ts
function explainKey(key, parent, document) {
	const around = at$1(document, parent);
	const present = around !== null && typeof around === "object" ? Object.keys(around) : [];
	const inRange = parent.at(-2) === "when" || parent[0] === "constraints" && parent.length === 2;
	const known = inRange ? ["min", "max"] : Object.keys(shapeAt(parent, document)).filter((other) => other !== "$schema");
	const free = known.filter((other) => !present.includes(other));
	return {
		message: `unknown key ${JSON.stringify(key)} ${parent.length === 0 ? "at the top of the spec" : `in ${name$8(parent)}`}`,
		expected: known.length > 0 ? `one of ${list(known, 20)}` : "no key",
		...inRange ? meaningInRange(key) : meaningOf(key, at$1(document, [...parent, key]), sectionAt(parent), parent, free)
	};
}
function meaningOf(key, value, section, parent, free) {
	const foreign = section && foreignKey(key, section);
	if (foreign && free.includes(foreign)) return {
		suggestion: written(key, value, foreign),
		meant: foreign
	};
	const near = closestWord(key, free);
	if (near) return {
		suggestion: `did you mean ${JSON.stringify(near)}?`,
		meant: near
	};
	const { sections, types } = ownersOf(key);
	if (section === "parameter" && types.length > 0) return { suggestion: `\`${key}\` belongs to \`type: ${types.join("`, `type: ")}\`` };
	const owners = sections.filter((other) => other !== section);
	if (owners.length > 0) return { suggestion: `\`${key}\` stands ${owners.map(whereIs).join(" or ")}, not ${whereIs(section ?? parent)}` };
	if (section === "parameter" || section === void 0) return {};
	const [other] = [
		"trial",
		"metric",
		"search",
		"budget",
		"gate",
		"top"
	].filter((other) => other !== section && foreignKey(key, other) !== void 0);
	return other ? { suggestion: `here this is \`${foreignKey(key, other)}\` ${whereIs(other)}` } : {};
}
function whereIs(place) {
	if (place === "top") return "at the top of the spec";
	return `in \`${typeof place === "string" ? place : name$8(place)}\``;
}
const enumerations = {
	goal: ["minimize", "maximize"],
	scale: [
		"linear",
		"log",
		"reverse-log"
	],
	strategy: [
		"auto",
		"bayesian",
		"tpe",
		"asha",
		"hyperband",
		"evolution",
		"local",
		"random",
		"grid",
		"sobol"
	],
	use: ["last", "best"]
};
function written(key, value, target) {
	const here = (text) => `here this is written \`${text}\``;
	if (key === "alpha" && typeof value === "number") return here(`${target}: ${Number((1 - value).toFixed(6))}`);
	if ((key === "minutes" || key === "hours") && typeof value === "number") return here(`${target}: ${value}${key[0]}`);
	const known = enumerations[target];
	if (!known) return `here this key is \`${target}\``;
	const word = key === "log" ? value === false ? "linear" : "log" : String(value);
	const right = known.includes(word) ? word : foreignValue(target, word);
	return right ? here(`${target}: ${right}`) : here(known.map((other) => `${target}: ${other}`).join("` or `"));
}
function meaningInRange(key) {
	if (/^(in|eq|equals?|is|values?|any_?of|==?)$/i.test(key)) return { suggestion: "write the value, or a list of values, in place of this mapping" };
	if (/^(gte?|ge|>=?|above|at_?least|from|low|greater.*)$/i.test(key)) return { suggestion: "here this is written `min`, which is inclusive" };
	if (/^(lte?|le|<=?|below|at_?most|to|high|less.*)$/i.test(key)) return { suggestion: "here this is written `max`, which is inclusive" };
	if (/^(not|ne|!=|not_?in)$/i.test(key)) return { suggestion: "list the values that it may have" };
	const near = closestWord(key, ["min", "max"]);
	return near ? { suggestion: `did you mean ${JSON.stringify(near)}?` } : {};
}

// src/spec/explain-value.ts
function explainValue(issue, found) {
	const path = issue.path;
	if (path.length === 0) return {
		message: "the spec is not a mapping",
		expected: "keys such as `name:`, `trial:`, `metric:`, `params:`",
		found: show$1(found)
	};
	if (isParameter(path)) return notAParameter(name$8(path), found);
	const parameter = parameterAround(path);
	return (parameter ? insideParameter(path, path.slice(parameter.length), found) : insideSection(path, found)) ?? byIssue(issue, path, found);
}
function notAParameter(subject, found) {
	const finding = {
		message: `${subject} is not the definition of a parameter`,
		expected: "a mapping with `type:`, such as { type: float, min: 0, max: 1 }",
		found: show$1(found)
	};
	if (Array.isArray(found)) {
		const plain = found.every((item) => item !== null && typeof item !== "object");
		return {
			...finding,
			suggestion: `for a choice among these write { type: choice, values: ${plain && found.length > 0 ? flow$1(found) : "[…]"} }`
		};
	}
	if (found !== null && typeof found !== "object") return {
		...finding,
		suggestion: `for a fixed value write { type: constant, value: ${scalar$1(found)} }`
	};
	return finding;
}
function insideParameter(path, rest, found) {
	const subject = name$8(path);
	const [key, ...deeper] = rest;
	if (key === "values" && deeper.length === 0 && !Array.isArray(found)) {
		const finding = {
			message: `${subject} is not a list`,
			expected: "a list of values",
			found: show$1(found)
		};
		if (typeof found === "string") return {
			...finding,
			suggestion: `write [${found.trim().split(/\s*,\s*/).join(", ")}]`
		};
		if (found !== null && typeof found === "object") return {
			...finding,
			suggestion: "a choice whose values bring parameters of their own has `options`"
		};
		return {
			...finding,
			suggestion: `write [${scalar$1(found)}]`
		};
	}
	if (key === "values" && deeper.length === 1) return {
		message: `${subject} is not a value`,
		expected: "text, a number, true or false",
		found: show$1(found),
		...found === null ? { suggestion: "if it is a text, put it in quotes" } : {}
	};
	if (key === "options" && deeper.length === 0) return {
		message: `${subject} is not a mapping`,
		expected: "each option and below it its parameters: { sgd: { momentum: { type: float, … } }, adam: {} }",
		found: show$1(found),
		...Array.isArray(found) ? { suggestion: `without parameters of their own: values: ${flow$1(found)}` } : {}
	};
	if (key === "options" && deeper.length === 1) return {
		message: `${subject} is not a mapping of parameters`,
		expected: "the parameters that exist only under this option, or {} when there are none",
		found: show$1(found)
	};
	if (key === "of") return {
		message: `${subject} is not a mapping of parameters`,
		expected: "the parameters of one block, such as { units: { type: int, min: 8, max: 64 } }",
		found: show$1(found)
	};
	if (key === "when") return insideWhen(path, deeper, found);
	if (key === "default" && deeper.length === 1) return {
		message: `${subject} is not a block`,
		expected: "a mapping of parameter to value, such as { units: 64 }",
		found: show$1(found)
	};
	if (key === "default" && found !== null && typeof found === "object") return {
		message: `${subject} is not one value`,
		expected: "the one that ships today",
		found: show$1(found)
	};
	if (key === "default" && found === null) return {
		message: `${subject} is empty`,
		expected: "the value that ships today",
		suggestion: "remove the key when there is none"
	};
}
function insideWhen(path, deeper, found) {
	if (deeper.length === 0) return {
		message: `${name$8(path)} is not a mapping`,
		expected: "parameter: value, such as `when: { optimizer: sgd }`",
		found: show$1(found)
	};
	if (deeper.length > 1 && typeof deeper[1] === "string") return void 0;
	return {
		message: `the condition on ${String(deeper[0])} is not a test`,
		expected: "a value, a list of values, or a range such as { min: 2 }",
		found: show$1(found)
	};
}
const durations = /* @__PURE__ */ new Set([
	"budget.time",
	"trial.timeout",
	"trial.grace"
]);
function insideSection(path, found) {
	const subject = name$8(path);
	const finding = {
		message: `${subject} cannot be ${show$1(found)}`,
		found: show$1(found)
	};
	if (durations.has(subject)) return {
		message: `${subject} is not a duration`,
		expected: "a number with a unit, such as 15m, 90s or 1h30m, or a number of seconds",
		found: show$1(found),
		...asDuration(found)
	};
	if (sectionAt(path) !== void 0 && path.length === 1) return notASection(subject, found);
	switch (subject) {
		case "trial.output": return {
			message: `${subject} is not a size`,
			expected: "at least 1KiB, such as 1MiB or 512KiB",
			found: show$1(found)
		};
		case "trial.run": return {
			...finding,
			message: `${subject} is not a command`,
			expected: "a list of program and arguments, such as [python, train.py]"
		};
		case "trial.stdout": return {
			...finding,
			expected: "a regular expression, or a list of them"
		};
		case "budget.workers": return {
			...finding,
			expected: "auto, or a whole number from 1 to 256"
		};
		case "constraints": return {
			message: "constraints is not a mapping",
			expected: "metric: bounds, such as `latency_ms: { max: 20 }`",
			found: show$1(found)
		};
		case "params": return {
			message: "params is not a mapping",
			expected: "name: definition, such as `learning_rate: { type: float, min: 1e-4, max: 0.1 }`",
			found: show$1(found),
			...Array.isArray(found) ? { suggestion: "write the name of each as its key, without the dash" } : {}
		};
		case "gate.baseline": return typeof found === "string" ? {
			...finding,
			expected: "one of auto, rerun",
			suggestion: `a branch, tag or commit to compare with is written \`base: ${found}\``
		} : void 0;
		case "gate.confidence": return percent(finding, found) ?? void 0;
	}
	if (path[0] === "metric" && typeof path[1] === "number" && path.length === 2) return {
		message: `${subject} is not a mapping`,
		expected: "the name and the goal of a metric",
		found: show$1(found),
		...typeof found === "string" ? { suggestion: `write { name: ${scalar$1(found)}, goal: maximize }, or goal: minimize` } : {}
	};
	if (path[0] === "constraints" && path.length === 2) return {
		message: `${subject} is not a mapping`,
		expected: "`{ max: … }`, `{ min: … }` or both",
		found: show$1(found),
		...typeof found === "number" ? { suggestion: `write { max: ${found} }, or { min: ${found} }` } : {}
	};
	if (path[0] === "trial" && path[1] === "run") return argument(subject, found);
	if (path[0] === "trial" && path[1] === "env" && path.length === 3) return {
		message: `${subject} is not a value of a variable`,
		expected: "text, a number, true or false",
		found: show$1(found),
		...found === null ? { suggestion: `for an empty variable write ${String(path[2])}: ""` } : {}
	};
}
function notASection(subject, found) {
	const text = typeof found === "string" ? found.trim() : void 0;
	const finding = {
		message: `${subject} is not a mapping`,
		expected: `keys and values below \`${subject}:\``,
		found: show$1(found)
	};
	const write = (suggestion) => ({
		...finding,
		suggestion
	});
	if (subject === "gate") {
		const words = {
			...finding,
			message: "gate is neither a mapping nor false",
			expected: "`gate: false`, or keys such as `max-drop:`"
		};
		if (found === true || /^(yes|on)$/i.test(text ?? "")) return {
			...words,
			suggestion: "the gate is on unless it is false: remove the line"
		};
		if (/^(no|off|none)$/i.test(text ?? "")) return {
			...words,
			suggestion: "write `gate: false`"
		};
		if (typeof found === "number") return {
			...words,
			suggestion: `write \`gate: { max-drop: ${found} }\``
		};
		return found === null ? {
			...words,
			suggestion: "remove the line for the defaults"
		} : words;
	}
	if (found === null) return write(["trial", "metric"].includes(subject) ? "something is missing below it; is it indented?" : "remove the line, or write something below it");
	if (subject === "trial") {
		const command = text?.split(/\s+/) ?? (Array.isArray(found) ? found : []);
		if (text !== void 0 && /^\S+\.[cm]?[jt]s$/.test(text)) return write(`write \`trial: { module: ${text} }\``);
		if (command.length > 0) return write(`write \`trial: { run: ${flow$1(command)} }\``);
	}
	if (subject === "metric" && typeof found === "string") return write(`write \`metric: { name: ${scalar$1(found)}, goal: maximize }\`, or \`goal: minimize\``);
	if (subject === "search" && text !== void 0) return write(`write \`search: { strategy: ${foreignValue("strategy", text) ?? text} }\``);
	if (subject === "budget" && text !== void 0) return write(`write \`budget: { time: ${text} }\``);
	if (subject === "budget" && typeof found === "number") return write(`write \`budget: { trials: ${found} }\``);
	return finding;
}
function argument(subject, found) {
	const finding = {
		message: `${subject} is not text`,
		expected: "text",
		found: show$1(found)
	};
	if (found !== null && typeof found === "object" && !Array.isArray(found)) {
		const [entry, ...others] = Object.entries(found);
		if (entry && others.length === 0 && entry[1] === null) return {
			...finding,
			suggestion: `braces make a mapping in YAML; put the argument in quotes: "{${entry[0]}}"`
		};
	}
	return found !== null && typeof found === "object" ? finding : {
		...finding,
		suggestion: inQuotes(found)
	};
}
function inQuotes(found) {
	return typeof found === "boolean" ? `put it in quotes: "${found}"` : "put it in quotes";
}
function asDuration(found) {
	const match = /^(\d+(?:\.\d+)?)\s*(s|m|h|d)[a-z]*\.?$/i.exec(typeof found === "string" ? found.trim() : "");
	return match ? { suggestion: `write ${match[1]}${match[2].toLowerCase()}` } : {};
}
function percent(finding, found) {
	const share = typeof found === "string" ? /^(\d+(?:\.\d+)?)\s*%$/.exec(found.trim())?.[1] : found;
	const value = Number(share);
	return value > 1 && value < 100 ? {
		...finding,
		expected: "more than 0.5 and less than 1",
		suggestion: `${value} % is written ${Number((value / 100).toFixed(6))}`
	} : void 0;
}
function byIssue(issue, path, found) {
	const subject = name$8(path);
	switch (issue.code) {
		case "invalid_value": {
			const values = issue.values.map(String);
			const [only] = values;
			const foreign = typeof found === "string" || typeof found === "boolean" ? foreignValue(String(path.at(-1)), String(found)) : void 0;
			const near = typeof found === "string" && values.length > 1 ? closestWord(found, values) : void 0;
			return {
				message: `${subject} cannot be ${show$1(found)}`,
				expected: values.length === 1 ? only : `one of ${list(values)}`,
				found: show$1(found),
				...foreign && values.includes(foreign) ? { suggestion: `here this is written \`${foreign}\`` } : near ? { suggestion: `did you mean ${JSON.stringify(near)}?` } : String(found) === only ? { suggestion: `write it without quotes: ${only}` } : {}
			};
		}
		case "too_small":
		case "too_big": {
			if (issue.code === "too_small" && (issue.origin === "string" || issue.origin === "array")) return {
				message: `${subject} is empty`,
				expected: issue.origin === "string" ? "at least one character" : "at least one item"
			};
			const [word, bound] = issue.code === "too_small" ? [issue.inclusive ? "at least" : "more than", issue.minimum] : [issue.inclusive ? "at most" : "less than", issue.maximum];
			const text = typeof found === "string";
			return {
				message: text ? `${subject} is too long` : `${subject} is out of range`,
				expected: `${word} ${bound}${text ? " characters" : ""}`,
				found: text ? `${found.length} characters` : show$1(found)
			};
		}
		case "invalid_type": return wrongType(subject, issue.expected, found, parameterAround(path) !== void 0);
		default: return {
			message: `${subject} cannot be ${show$1(found)}`,
			expected: "text, a number, true or false",
			found: show$1(found)
		};
	}
}
const typeWords = {
	int: "a whole number",
	number: "a number",
	string: "text",
	boolean: "true or false",
	object: "a mapping",
	record: "a mapping",
	array: "a list"
};
function wrongType(subject, wanted, found, inParameter) {
	const expected = typeWords[wanted] ?? wanted;
	const finding = {
		message: `${subject} is not ${expected}`,
		expected,
		found: show$1(found)
	};
	const numeric = wanted === "number" || wanted === "int";
	if (numeric && typeof found === "string") {
		const plain = found.trim().replace(/(?<=\d)[_,](?=\d{3}(\D|$))/g, "");
		return plain !== "" && Number.isFinite(Number(plain)) ? {
			...finding,
			suggestion: `write it without quotes${plain === found.trim() ? "" : " and separators"}: ${plain}`
		} : finding;
	}
	if (numeric && typeof found === "number" && !Number.isFinite(found)) return {
		...finding,
		message: `${subject} is not a finite number`,
		expected: "a finite number"
	};
	if (wanted === "int" && typeof found === "number" && inParameter) return {
		...finding,
		suggestion: "for fractions use `type: float`"
	};
	if (wanted === "boolean" && typeof found === "string" && /^(yes|no|on|off|true|false)$/i.test(found)) return {
		...finding,
		suggestion: `${/^(true|false)$/i.test(found) ? "in quotes" : "in YAML 1.2"} that is text; write ${/^(yes|on|true)$/i.test(found)}`
	};
	if (wanted === "boolean" && (found === 0 || found === 1)) return {
		...finding,
		suggestion: `write ${found === 1}`
	};
	if (wanted === "string" && (typeof found === "number" || typeof found === "boolean")) return {
		...finding,
		suggestion: inQuotes(found)
	};
	return finding;
}
function flow$1(items) {
	return `[${items.slice(0, 12).map(scalar$1).join(", ")}${items.length > 12 ? ", …" : ""}]`;
}
function scalar$1(value) {
	const text = String(value).slice(0, 40);
	return typeof value === "string" && !/^[A-Za-z_./-][\w./=-]*$/.test(text) ? JSON.stringify(text) : text;
}

// src/spec/explain.ts
function explainIssues(issues, document) {
	const explained = issues.flatMap((issue) => explain$1(issue, document));
	const meant = new Set(explained.map(({ meant }) => meant && JSON.stringify(meant)));
	return explained.filter(({ missing }) => missing === void 0 || !meant.has(JSON.stringify(missing))).map(({ finding }) => finding);
}
function explain$1(issue, document) {
	const path = issue.path;
	const found = at$1(document, path);
	const parent = path.slice(0, -1);
	if (issue.code === "unrecognized_keys") return issue.keys.map((key) => {
		const { meant, ...words } = explainKey(key, path, document);
		const finding = {
			path: [...path, key],
			atKey: true,
			...words
		};
		return meant === void 0 ? { finding } : {
			finding,
			meant: [...path, meant]
		};
	});
	if (path.at(-1) === "type" && isParameter(parent) && !isType(found)) return explainType(found, parent, document);
	if (found === void 0 && path.length > 0) return [missing$1(path, document)];
	if (issue.code === "invalid_union" && found !== null && typeof found === "object") {
		const inner = meantBranch(issue.errors);
		if (inner) return inner.flatMap((issue) => explain$1({
			...issue,
			path: [...path, ...issue.path]
		}, document));
	}
	return [{ finding: {
		path,
		...explainValue(issue, found)
	} }];
}
function meantBranch(branches) {
	return branches.find((issues) => issues.length > 0 && issues.every(({ path, code }) => path.length > 0 || code === "unrecognized_keys" || code === "too_small"));
}
const keysOfTypes = [
	["values", "choice"],
	["choices", "choice"],
	["options", "choice"],
	["of", "repeat"],
	["value", "constant"],
	["scale", "float"],
	["min", "float"],
	["low", "float"]
];
function explainType(found, path, document) {
	const definition = at$1(document, path);
	const keys = definition !== null && typeof definition === "object" ? Object.keys(definition) : [];
	const foreign = typeof found === "string" ? foreignType(found) : void 0;
	const near = typeof found === "string" ? closestWord(found, parameterTypes) : void 0;
	const implied = keysOfTypes.find(([key]) => keys.includes(key));
	const guess = foreign?.type ?? near ?? implied?.[1];
	const expected = `one of ${list(parameterTypes)}`;
	const finding = found === void 0 ? {
		path,
		atKey: true,
		message: `${name$8(path)} has no \`type\``,
		expected: `\`type:\` and ${expected}`,
		...implied ? { suggestion: hintOfKey(implied) } : {}
	} : {
		path: [...path, "type"],
		message: `${name$8(path)} has a type that does not exist`,
		expected,
		found: show$1(found),
		...foreign ? { suggestion: `here this is written \`type: ${foreign.type}\`${foreign.more ? ` with ${foreign.more}` : ""}` } : near ? { suggestion: `did you mean ${JSON.stringify(near)}?` } : implied ? { suggestion: hintOfKey(implied) } : {}
	};
	if (!isType(guess)) return [{ finding }];
	const guessed = withType(document, path, guess);
	const further = (parameterSchemas[guess].safeParse(at$1(guessed, path)).error?.issues ?? []).flatMap((issue) => explain$1({
		...issue,
		path: [...path, ...issue.path]
	}, guessed));
	return [{ finding }, ...further];
}
function hintOfKey([key, type]) {
	return type === "float" ? "a range of numbers is `type: float` or `type: int`" : `a parameter with \`${key}\` is \`type: ${type}\``;
}
function withType(value, [key, ...rest], type) {
	const container = value;
	if (key === void 0) return {
		...container,
		type
	};
	return {
		...container,
		[key]: withType(container[key], rest, type)
	};
}
const examples = {
	name: "`name:` and a name for the study",
	trial: "`trial: { module: ./model.ts }` (TensorFlow.js), `trial: { keras: model.py }` (Keras Tuner), or `trial: { run: [python, train.py] }` (any program)",
	metric: "`metric: { name: val_accuracy, goal: maximize }`, or `goal: minimize`",
	params: "`params:` and below it the parameters, such as `learning_rate: { type: float, min: 1e-4, max: 0.1, scale: log }`",
	goal: "`goal: minimize` or `goal: maximize` (never guessed from the name of the metric)"
};
function missing$1(path, document) {
	const key = String(path.at(-1));
	const parent = path.slice(0, -1);
	const words = shapeAt(parent, document)[key]?.description;
	const example = sectionAt(parent) === "parameter" || key === "name" && parent.length > 0 ? void 0 : examples[key];
	return {
		missing: path,
		finding: {
			path: parent,
			atKey: true,
			message: `${name$8(parent)} has no \`${key}\``,
			expected: example ?? (words ? `\`${key}:\` ${words}` : `\`${key}:\``)
		}
	};
}

// src/spec/numeric-range.ts
const mostValues$1 = Number.MAX_SAFE_INTEGER;
function checkNumeric(definition, name, path) {
	const { min, max, scale = "linear", default: value } = definition;
	if (min > max) return [{
		path: [...path, "min"],
		message: `the min of ${name} is above its max`,
		expected: `at most ${max}`,
		found: String(min),
		suggestion: "exchange the two"
	}];
	if (scale !== "linear" && min <= 0) return [{
		path: [...path, "min"],
		message: `\`scale: ${scale}\` needs a range above 0`,
		expected: "more than 0",
		found: String(min),
		suggestion: scale === "log" ? "raise `min`, or use `scale: linear`" : "values are min + max − a value drawn on the log scale: raise `min`, or use `scale: linear`"
	}];
	const steps = definition.type === "int" ? definition.step ?? 1 : definition.step;
	if (scale === "linear" && steps !== void 0 && (max - min) / steps >= mostValues$1) return [{
		path: [...path, "max"],
		message: `${name} has more values than can be told apart`,
		expected: `at most ${mostValues$1} of them`,
		found: `${min} to ${max}`,
		suggestion: "for a range this wide use `type: float` without `step`"
	}];
	const findings = checkStep(definition, name, path);
	if (value === void 0 || findings.length > 0) return findings;
	if (value < min || value > max) return [{
		path: [...path, "default"],
		message: `the default of ${name} is outside its range`,
		expected: `from ${min} to ${max}`,
		found: String(value)
	}];
	if (!onGrid(definition, value)) return [{
		path: [...path, "default"],
		message: `the default of ${name} is not on the grid of its steps`,
		expected: neighbours(definition, value),
		found: String(value)
	}];
	return [];
}
function checkStep(range, name, path) {
	const { min, max, scale = "linear", step } = range;
	if (step === void 0 || min === max) return [];
	if (scale !== "linear" && step <= 1) return [{
		path: [...path, "step"],
		message: `with \`scale: ${scale}\` the step of ${name} is a ratio`,
		expected: "more than 1, such as 2 for 16, 32, 64",
		found: String(step)
	}];
	const forward = {
		...range,
		scale: scale === "linear" ? "linear" : "log"
	};
	if (onGrid(forward, max)) return [];
	return [{
		path: [...path, "max"],
		message: `the max of ${name} is not on its grid: ${scale === "linear" ? `steps of ${step}` : `ratios of ${step}`} from ${min} miss it`,
		expected: neighbours(forward, max),
		found: String(max)
	}];
}
function onGrid(range, value) {
	if (range.step === void 0 || range.min === range.max) return true;
	const near = gridValue(range, Math.round(placeOf$1(range, value)));
	return near === value || Math.abs(near - value) <= 1e-12 * Math.abs(value);
}
function neighbours(range, value) {
	const place = placeOf$1(range, value);
	const [low, high] = [Math.floor(place), Math.ceil(place)].map((index) => gridValue(range, index)).sort((a, b) => a - b);
	return low === range.min && value === range.max ? String(high) : `${low} or ${high}`;
}
function placeOf$1({ min, max, scale, step = 1 }, value) {
	if (scale === "log") return Math.log(value / min) / Math.log(step);
	if (scale === "reverse-log") return Math.log((min + max - value) / min) / Math.log(step);
	return (value - min) / step;
}
function gridValue({ type, min, max, scale, step = 1 }, index) {
	if (scale !== "log" && scale !== "reverse-log") return rounded(min + index * step, Math.max(decimalsOf(min), decimalsOf(step)));
	const grown = Number((min * step ** index).toPrecision(12));
	const value = scale === "log" ? grown : rounded(min + max - grown, 12);
	return type === "int" ? Math.round(value) : value;
}
function rounded(value, decimals) {
	return Number(value.toFixed(Math.min(100, decimals)));
}
function decimalsOf(value) {
	const [mantissa = "", exponent = "0"] = String(value).split("e");
	return Math.max(0, (mantissa.split(".")[1]?.length ?? 0) - Number(exponent));
}

// src/spec/possible.ts
function choicesOf(definition) {
	if (definition.type !== "choice") return [];
	return definition.values ?? Object.keys(definition.options ?? {});
}
function isPossible(definition, value) {
	switch (definition.type) {
		case "float": return typeof value === "number" && inRange(definition, value) && onGrid(definition, value);
		case "int": return Number.isInteger(value) && inRange(definition, value) && onGrid(definition, value);
		case "choice": return choicesOf(definition).includes(value);
		case "bool": return typeof value === "boolean";
		case "constant": return value === definition.value;
		case "repeat": return Number.isInteger(value) && inRange(definition, value);
	}
}
function isNumeric(definition) {
	if (definition.type === "constant") return typeof definition.value === "number";
	if (definition.type === "choice") return choicesOf(definition).every((value) => typeof value === "number");
	return definition.type !== "bool";
}
function meets(definition, min, max) {
	switch (definition.type) {
		case "float": return Math.max(min, definition.min) <= Math.min(max, definition.max);
		case "int":
		case "repeat": return Math.ceil(Math.max(min, definition.min)) <= Math.floor(Math.min(max, definition.max));
		case "constant": return inRange({
			min,
			max
		}, definition.value);
		default: return choicesOf(definition).some((value) => inRange({
			min,
			max
		}, value));
	}
}
function inRange({ min, max }, value) {
	return value >= min && value <= max;
}
function describe$1(definition) {
	switch (definition.type) {
		case "float":
		case "int": {
			const { type, min, max, scale = "linear", step } = definition;
			const grid = step === void 0 ? "" : scale === "linear" ? ` in steps of ${step}` : ` in ratios of ${step}`;
			return `${type === "int" ? "a whole number" : "a number"} from ${min} to ${max}${grid}`;
		}
		case "choice": return `one of ${list(choicesOf(definition).map(show$1))}`;
		case "bool": return "true or false";
		case "constant": return show$1(definition.value);
		case "repeat": return `from ${definition.min} to ${definition.max} blocks`;
	}
}
function countConfigs(definitions) {
	return Object.values(definitions).reduce((product, definition) => product * (countValues(definition) + (definition.when ? 1 : 0)), 1);
}
function countValues(definition) {
	switch (definition.type) {
		case "float":
		case "int": {
			const { type, min, max, scale = "linear", step = type === "int" && scale === "linear" ? 1 : void 0 } = definition;
			if (min === max) return 1;
			if (step === void 0) return type === "int" ? max - min + 1 : Number.POSITIVE_INFINITY;
			return Math.round(scale === "linear" ? (max - min) / step : Math.log(max / min) / Math.log(step)) + 1;
		}
		case "choice": return definition.options ? Object.values(definition.options).reduce((sum, children) => sum + countConfigs(children), 0) : choicesOf(definition).length;
		case "bool": return 2;
		case "constant": return 1;
		case "repeat": {
			const block = countConfigs(definition.of);
			return Array.from({ length: definition.max - definition.min + 1 }, (_, i) => block ** (definition.min + i)).reduce((sum, count) => sum + count, 0);
		}
	}
}
function countParameters(definitions) {
	return Object.values(definitions).reduce((sum, definition) => {
		if (definition.type === "repeat") return sum + 1 + definition.max * countParameters(definition.of);
		if (definition.type === "choice") return sum + 1 + Object.values(definition.options ?? {}).reduce((all, children) => all + countParameters(children), 0);
		return sum + 1;
	}, 0);
}

// src/spec/blocks.ts
function checkBlocks(value, { min, max, of }, name, path) {
	const blocks = Array.isArray(value) ? value : void 0;
	const count = blocks ? blocks.length : value;
	if (typeof count !== "number" || !Number.isInteger(count)) return [{
		path,
		message: `this is not the blocks of ${name}`,
		expected: "how many, or a list of them",
		found: show$1(value)
	}];
	const findings = [];
	if (min <= max && (count < min || count > max)) findings.push({
		path,
		message: `the default of ${name} has ${count} block${count === 1 ? "" : "s"}`,
		expected: `from ${min} to ${max}`
	});
	return [...findings, ...(blocks ?? []).flatMap((block, i) => checkBlock(block, of, [...path, i]))];
}
function checkValues(config, params, path) {
	return checkBlock(config, params, path, "config", "params have");
}
function checkBlock(block, of, path, noun = "block", owner = "a block has") {
	if (block === null || typeof block !== "object" || Array.isArray(block)) return [{
		path,
		message: `this is not a ${noun}`,
		expected: "a mapping of parameter to value",
		found: show$1(block)
	}];
	return Object.entries(block).flatMap(([name, item]) => {
		const definition = Object.hasOwn(of, name) ? of[name] : void 0;
		if (definition) return checkItem(item, definition, name, [...path, name]);
		const near = closestWord(name, Object.keys(of));
		return [{
			path: [...path, name],
			atKey: true,
			message: `${owner} no parameter ${JSON.stringify(name)}`,
			expected: Object.keys(of).length > 0 ? `one of ${list(Object.keys(of))}` : "no parameter",
			...near ? { suggestion: `did you mean ${JSON.stringify(near)}?` } : {}
		}];
	});
}
function checkItem(item, definition, name, path) {
	if (definition.type === "repeat") return checkBlocks(item, definition, name, path);
	if (definition.type === "choice" && definition.options && isMapping$2(item)) {
		const { type: chosen, ...children } = item;
		const options = definition.options;
		if (typeof chosen !== "string" || !Object.hasOwn(options, chosen)) return [{
			path: chosen === void 0 ? path : [...path, "type"],
			message: chosen === void 0 ? `this does not say which option ${name} has` : `${show$1(chosen)} is not an option of ${name}`,
			expected: `\`type:\` and one of ${list(Object.keys(options))}`
		}];
		return checkBlock(children, options[chosen], path);
	}
	if (item === null || typeof item === "object") return [{
		path,
		message: `${name} is not a value`,
		expected: describe$1(definition),
		found: show$1(item)
	}];
	return isPossible(definition, item) ? [] : [{
		path,
		message: `${show$1(item)} is not a value of ${name}`,
		expected: describe$1(definition),
		found: show$1(item)
	}];
}
function isMapping$2(item) {
	return item !== null && typeof item === "object" && !Array.isArray(item);
}

// src/spec/conditions.ts
function checkWhen(definition, name, path, scope) {
	return Object.entries(definition.when ?? {}).flatMap(([parent, test]) => {
		const at = [
			...path,
			"when",
			parent
		];
		const found = lookUp(parent, name, scope);
		if (found) return checkTest(test, found, parent, at);
		if (isBroken(parent, scope)) return [];
		const visible = [...new Set(visibleNames(scope))].filter((other) => other !== name);
		const near = closestWord(parent, visible);
		return [{
			path: at,
			atKey: true,
			message: parent === name ? `${name} cannot depend on itself` : `${name} depends on ${JSON.stringify(parent)}, which is not a parameter that it can see`,
			expected: visible.length > 0 ? `one of ${list(visible)}` : "a parameter beside it or around it",
			...near && parent !== name ? { suggestion: `did you mean ${JSON.stringify(near)}?` } : {}
		}];
	});
}
function checkTest(test, parent, name, path) {
	if (isRange(test)) return checkRange(test, parent, name, path);
	const many = Array.isArray(test);
	return (many ? test : [test]).flatMap((value, i) => {
		if (isPossible(parent, value)) return [];
		return [{
			path: many ? [...path, i] : path,
			message: `${name} is never ${show$1(value)}`,
			expected: describe$1(parent),
			found: show$1(value),
			...meaning(value, parent)
		}];
	});
}
function meaning(value, parent) {
	if (typeof value === "string") {
		const comparison = /^([<>]=?)\s*(-?[\d.]+)$/.exec(value.trim());
		if (comparison) {
			const [, sign, bound] = comparison;
			return { suggestion: `a range is written { ${sign.startsWith(">") ? "min" : "max"}: ${bound} }, bound included` };
		}
		if (parent.type === "bool" && /^(yes|no|on|off|true|false)$/i.test(value)) return { suggestion: `that is text; write ${/^(yes|on|true)$/i.test(value)}` };
	}
	const known = choicesOf(parent);
	const sameText = known.find((item) => String(item) === String(value));
	if (sameText !== void 0) return { suggestion: `write ${show$1(sameText)}: text and numbers are different values` };
	const near = closestWord(String(value), known.map(String));
	return near ? { suggestion: `did you mean ${JSON.stringify(near)}?` } : {};
}
function isRange(test) {
	return typeof test === "object" && !Array.isArray(test);
}
function checkRange({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }, parent, name, path) {
	if (!isNumeric(parent)) return [{
		path,
		message: `${name} is not a number, so no range can test it`,
		expected: `a value, or a list of values: ${describe$1(parent)}`
	}];
	if (min === Number.NEGATIVE_INFINITY && max === Number.POSITIVE_INFINITY) return [{
		path,
		message: `the range for ${name} is empty`,
		expected: "{ min: … }, { max: … } or both"
	}];
	if (min > max) return [{
		path,
		message: "min is above max, so nothing passes",
		suggestion: "exchange the two"
	}];
	if (!meets(parent, min, max)) return [{
		path,
		message: `${name} is never in this range`,
		expected: `a range that holds some value of ${name}: ${describe$1(parent)}`
	}];
	return [];
}
function lookUp(name, from, scope) {
	for (let at = scope; at; at = at.outer) if (Object.hasOwn(at.definitions, name) && !(at === scope && name === from)) return at.definitions[name];
}
function isBroken(name, { broken, outer }) {
	return broken?.has(name) || outer !== void 0 && isBroken(name, outer);
}
function visibleNames(scope) {
	return [...Object.keys(scope.definitions), ...scope.outer ? visibleNames(scope.outer) : []];
}
function checkCircles(definitions, path = ["params"]) {
	const findings = [];
	const state = /* @__PURE__ */ new Map();
	const visit = (name, trail) => {
		if (state.get(name) === "done" || !Object.hasOwn(definitions, name)) return;
		if (state.get(name) === "open") {
			const circle = [...trail.slice(trail.indexOf(name)), name];
			findings.push({
				path: [
					...path,
					name,
					"when"
				],
				atKey: true,
				message: `parameters depend on each other in a circle: ${circle.join(" → ")}`,
				suggestion: "remove one of these conditions"
			});
			return;
		}
		state.set(name, "open");
		for (const parent of Object.keys(definitions[name].when ?? {})) if (parent !== name) visit(parent, [...trail, name]);
		state.set(name, "done");
	};
	for (const name of Object.keys(definitions)) visit(name, []);
	for (const [name, definition] of Object.entries(definitions)) {
		if (definition.type === "repeat") findings.push(...checkCircles(definition.of, [
			...path,
			name,
			"of"
		]));
		if (definition.type === "choice") for (const [option, children] of Object.entries(definition.options ?? {})) findings.push(...checkCircles(children, [
			...path,
			name,
			"options",
			option
		]));
	}
	return findings;
}

// src/spec/variables.ts
function checkVariables(params) {
	const seen = [];
	return variablesOf(params, ["params"], "").flatMap((variable) => {
		const other = seen.find((earlier) => canBeSame(earlier.parts, variable.parts));
		seen.push(variable);
		return other === void 0 ? [] : [{
			path: variable.path,
			atKey: true,
			message: `${variable.shown} and ${other.shown} would be the same variable ${nameOf(variable.parts)}`,
			suggestion: "rename one of them"
		}];
	});
}
function variablesOf(definitions, path, prefix) {
	return Object.entries(definitions).flatMap(([name, definition]) => {
		const here = [...path, name];
		const shown = prefix + name;
		const own = {
			path: here,
			shown,
			parts: partsOf(shown)
		};
		if (definition.type === "repeat") return [own, ...variablesOf(definition.of, [...here, "of"], `${shown}[#].`)];
		if (definition.type === "choice") return [own, ...Object.entries(definition.options ?? {}).flatMap(([option, children]) => variablesOf(children, [
			...here,
			"options",
			option
		], `${shown}.${option}.`))];
		return [own];
	});
}
function partsOf(shown) {
	return shown.toUpperCase().replace(/[^A-Z0-9#]+/g, "_").replace(/_$/, "").split("_");
}
function canBeSame(a, b) {
	const same = (x, y) => x === y || x === "#" && /^\d+$/.test(y);
	return a.length === b.length && a.every((part, i) => same(part, b[i]) || same(b[i], part));
}
function nameOf(parts) {
	return `TUNEGATE_PARAM_${parts.join("_").replaceAll("#", "0")}`;
}

// src/spec/parameter-rules.ts
const mostParameters$1 = 1e4;
function checkParams(params, broken) {
	if (Object.keys(params).length + broken.size === 0) return [{
		path: ["params"],
		atKey: true,
		message: "params is empty, so there is nothing to search",
		expected: "at least one parameter, such as `learning_rate: { type: float, min: 1e-4, max: 0.1, scale: log }`"
	}];
	const parameters = countParameters(params);
	if (parameters > mostParameters$1) return [{
		path: ["params"],
		atKey: true,
		message: `these are ${parameters} parameters, counting those of a repeat once for each block`,
		expected: `at most ${mostParameters$1}`,
		suggestion: "lower the `max` of the repeats"
	}];
	return [
		...checkDefinitions({
			definitions: params,
			broken
		}, ["params"], false),
		...checkVariables(params),
		...checkCircles(params)
	];
}
function checkDefinitions(scope, path, underOption) {
	return Object.entries(scope.definitions).flatMap(([name, definition]) => {
		const here = [...path, name];
		return [
			...checkName(name, here, underOption),
			...checkWhen(definition, name, here, scope),
			...checkDefinition(definition, name, here, scope)
		];
	});
}
function checkName(name, path, underOption) {
	if (underOption && name === "type") return [{
		path,
		atKey: true,
		message: "a parameter of an option cannot be called \"type\"",
		expected: "another name",
		suggestion: "trials get { type: <the option>, … }, so that name is taken"
	}];
	return checkWord(name, path, "parameter");
}
function checkWord(word, path, what) {
	const refuse = (words) => [{
		path,
		atKey: true,
		...words
	}];
	if (!namePattern.test(word)) {
		const usable = word.replace(/[^A-Za-z0-9_-]+/g, "_").replace(/^(?=[\d-])/, "_");
		return refuse({
			message: `${JSON.stringify(word)} is not a usable name of ${what === "option" ? "an" : "a"} ${what}`,
			expected: nameWords,
			.../^[ -~]*[A-Za-z][ -~]*$/.test(word) ? { suggestion: `such as ${usable}` } : {}
		});
	}
	if (word in Object.prototype) return refuse({
		message: `${JSON.stringify(word)} is a name that every object of JavaScript has already`,
		expected: "another name"
	});
	return [];
}
function checkDefinition(definition, name, path, scope) {
	switch (definition.type) {
		case "float":
		case "int": return checkNumeric(definition, name, path);
		case "choice": return checkChoice(definition, name, path, scope);
		case "repeat": return checkRepeat(definition, name, path, scope);
		default: return [];
	}
}
function checkChoice(definition, name, path, scope) {
	const { values, options } = definition;
	if (values === void 0 && options === void 0) return [{
		path,
		atKey: true,
		message: `${name} is a choice without \`values\` or \`options\``,
		expected: "`values: [a, b]`, or `options:` with the parameters of each"
	}];
	if (values !== void 0 && options !== void 0) return [{
		path: [...path, "options"],
		atKey: true,
		message: `${name} has both \`values\` and \`options\``,
		expected: "`values: [a, b]`, or `options:` with the parameters of each"
	}];
	const twice = (values ?? []).flatMap((item, i) => values.indexOf(item) === i ? [] : [{
		path: [
			...path,
			"values",
			i
		],
		message: `${show$1(item)} is listed twice`,
		suggestion: "remove one"
	}]);
	const none = options && Object.keys(options).length === 0 ? [{
		path: [...path, "options"],
		message: `${name} has no option`,
		expected: "at least one"
	}] : [];
	const inOptions = Object.entries(options ?? {}).flatMap(([option, children]) => {
		const here = [
			...path,
			"options",
			option
		];
		return [...checkWord(option, here, "option"), ...checkDefinitions({
			definitions: children,
			outer: scope
		}, here, true)];
	});
	return [
		...twice,
		...none,
		...checkChosen(definition, name, path),
		...inOptions
	];
}
function checkChosen(definition, name, path) {
	const value = definition.default;
	const known = choicesOf(definition);
	if (value === void 0 || known.length === 0 || known.includes(value)) return [];
	const sameText = known.find((item) => String(item) === String(value));
	const near = closestWord(String(value), known.map(String));
	return [{
		path: [...path, "default"],
		message: `the default of ${name} is not one of its ${definition.options ? "options" : "values"}`,
		expected: `one of ${list(known.map(show$1))}`,
		found: show$1(value),
		...sameText !== void 0 ? { suggestion: `write ${show$1(sameText)}: text, numbers and booleans are different values` } : near ? { suggestion: `did you mean ${JSON.stringify(near)}?` } : {}
	}];
}
function checkRepeat(definition, name, path, scope) {
	const { min, max, of, default: value } = definition;
	const findings = [];
	if (min > max) findings.push({
		path: [...path, "min"],
		message: `the min of ${name} is above its max`,
		expected: `at most ${max}`,
		found: String(min),
		suggestion: "exchange the two"
	});
	if (Object.keys(of).length === 0) findings.push({
		path: [...path, "of"],
		atKey: true,
		message: `the blocks of ${name} have no parameter`,
		expected: "at least one parameter in `of`"
	});
	return [
		...findings,
		...value === void 0 ? [] : checkBlocks(value, definition, name, [...path, "default"]),
		...checkDefinitions({
			definitions: of,
			outer: scope
		}, [...path, "of"], false)
	];
}

// src/spec/trial-rules.ts
function checkTrial(trial, broken) {
	return [
		...trialKinds.some((kind) => broken.has(kind)) ? [] : checkKind(trial),
		...checkRun(trial),
		...checkPatterns(trial),
		...checkEnvironment(trial),
		...checkTimes(trial)
	];
}
function checkMetricFiles({ metrics }, { workers }) {
	if (workers === 1) return [];
	return (metrics ?? []).filter(({ file }) => !/\{\w/.test(file.replaceAll("{{", ""))).slice(0, 1).map(({ file }) => ({
		path: ["trial", "metrics"],
		message: `trials that run at once would all write to ${file}`,
		expected: "a file of each trial, such as `runs/{trial}/metrics.json`, with the same placeholder in `run`",
		suggestion: "if the program has one place only, set `workers: 1` in `budget`"
	}));
}
const kindKeys = {
	backend: ["module"],
	discover: ["module", "keras"],
	interpreter: ["keras", "python"],
	warm: ["keras", "python"],
	shell: ["run"],
	stdout: ["run"],
	metrics: ["run"]
};
const kindWords = {
	module: "modules (`module`)",
	keras: "Keras (`keras`)",
	python: "Python scripts (`python`)",
	run: "commands (`run`)"
};
const kindPurposes = {
	module: "TensorFlow.js",
	keras: "Keras Tuner",
	python: "a Python script",
	run: "a command"
};
function checkKind(trial) {
	const key = (name) => ({
		path: ["trial", name],
		atKey: true
	});
	const [kind, second] = trialKinds.filter((name) => trial[name] !== void 0);
	if (kind === void 0) return [{
		path: ["trial"],
		atKey: true,
		message: "trial has neither `module` nor `keras`, `python` or `run`",
		expected: "`module: ./model.ts` (TensorFlow.js), `keras: model.py` (Keras Tuner), or `run: [python, train.py]` (any program)"
	}];
	if (second !== void 0) return [{
		...key(second),
		message: `trial has both \`${kind}\` and \`${second}\``,
		expected: "one of the two",
		suggestion: `keep \`${kind}\` for ${kindPurposes[kind]}, or \`${second}\` for ${kindPurposes[second]}`
	}];
	const findings = Object.entries(kindKeys).filter(([name, kinds]) => Object.hasOwn(trial, name) && !kinds.includes(kind)).map(([name, kinds]) => ({
		...key(name),
		message: `\`${name}\` is for ${kinds.map((of) => kindWords[of]).join(" and ")} only`,
		suggestion: "remove it"
	}));
	const { module } = trial;
	if (module !== void 0 && !/\.[cm]?[jt]s$/.test(module)) findings.push({
		path: ["trial", "module"],
		message: "trial.module is not a module of JavaScript or TypeScript",
		expected: "a file that ends in .ts, .mts, .js, .mjs or .cjs",
		found: show$1(module),
		...module.endsWith(".py") ? { suggestion: `for Python write \`run: [python, ${module}]\`, for Keras Tuner \`keras: ${module}\`` } : {}
	});
	for (const name of ["keras", "python"]) {
		const script = trial[name];
		if (script !== void 0 && !script.endsWith(".py")) findings.push({
			path: ["trial", name],
			message: `trial.${name} is not a Python script`,
			expected: "a file that ends in .py",
			found: show$1(script),
			.../\s/.test(script) ? { suggestion: "for a command with arguments write `run: [python, train.py, …]`" } : {}
		});
	}
	return findings;
}
function checkRun({ run, shell }) {
	const path = ["trial", "run"];
	if (typeof run === "string" && !shell) return [{
		path,
		message: "trial.run is one text, but there is no shell to take it apart",
		expected: `a list: [${run.trim().split(/\s+/).map(asItem).join(", ")}]`,
		suggestion: "or set `shell: true`"
	}];
	if (Array.isArray(run) && shell) return [{
		path,
		message: "trial.run is a list, but `shell: true` takes one command line",
		expected: "one text",
		suggestion: "remove `shell: true`, or write the command as one text"
	}];
	if (Array.isArray(run) && run[0]?.trim() === "") return [{
		path: [...path, 0],
		message: "the program to run has no name",
		expected: "such as python"
	}];
	if (Array.isArray(run) && run.length === 1 && /\s/.test(run[0].trim())) return [{
		path: [...path, 0],
		message: "there is no program of this name; its arguments are items of their own",
		expected: `[${run[0].trim().split(/\s+/).map(asItem).join(", ")}]`
	}];
	return [];
}
function asItem(word) {
	return /^[\w./=-]+$/.test(word) ? word : JSON.stringify(word);
}
function checkPatterns({ stdout }) {
	return (stdout === void 0 ? [] : [stdout].flat()).flatMap((pattern, i) => {
		const path = typeof stdout === "string" ? ["trial", "stdout"] : [
			"trial",
			"stdout",
			i
		];
		const expected = "a named group for each metric, such as loss=(?<loss>[0-9.]+)";
		try {
			new RegExp(pattern);
		} catch (error) {
			return [{
				path,
				message: `this pattern is not a regular expression: ${error.message.split(": ").at(-1)}`,
				expected,
				...pattern.includes("(?P<") ? { suggestion: "in JavaScript a named group is (?<name>…), without the P" } : {}
			}];
		}
		return [...pattern.matchAll(/\(\?<([A-Za-z_$][\w$]*)>/g)].map(([, group]) => group).some((group) => group !== "step") ? [] : [{
			path,
			message: "this pattern names no metric",
			expected,
			found: show$1(pattern)
		}];
	});
}
function checkEnvironment({ env = {}, "pass-env": passed = [] }) {
	const isName = (name) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
	const expected = "letters, digits and _, not beginning with a digit";
	const extra = Object.keys(env).map((name) => {
		const path = [
			"trial",
			"env",
			name
		];
		if (!isName(name)) return {
			path,
			atKey: true,
			message: `${JSON.stringify(name)} is not the name of a variable`,
			expected
		};
		if (name.startsWith("TUNEGATE_")) return {
			path,
			atKey: true,
			message: `${name} is one of the variables that Tunegate sets itself`,
			expected: "another name"
		};
	});
	const passedOn = passed.map((name, i) => isName(name) ? void 0 : {
		path: [
			"trial",
			"pass-env",
			i
		],
		message: `${show$1(name)} is not the name of a variable`,
		expected
	});
	return [...extra, ...passedOn].filter((finding) => finding !== void 0);
}
function checkTimes({ timeout, idle, memory, grace }) {
	const findings = [];
	if (timeout !== void 0 && timeout < 1) findings.push({
		path: ["trial", "timeout"],
		message: "trial.timeout leaves a trial no time",
		expected: "such as 10m",
		suggestion: "remove it for no limit"
	});
	if (idle !== void 0 && idle < 100) findings.push({
		path: ["trial", "idle"],
		message: "trial.idle leaves a trial no time to report",
		expected: "such as 5m",
		suggestion: "remove it for no limit"
	});
	if (timeout !== void 0 && idle !== void 0 && idle >= timeout) findings.push({
		path: ["trial", "idle"],
		message: "trial.idle is not shorter than trial.timeout, so it would never come to it",
		expected: "less than the timeout"
	});
	if (memory !== void 0 && memory < 2 ** 20) findings.push({
		path: ["trial", "memory"],
		message: "trial.memory is less than any program takes",
		expected: "such as 4GiB"
	});
	for (const [key, value] of [
		["timeout", timeout],
		["idle", idle],
		["grace", grace]
	]) if (value !== void 0 && value > 20736e5) findings.push({
		path: ["trial", key],
		message: `trial.${key} is too long`,
		expected: "at most 24d"
	});
	return findings;
}

// src/spec/semantics.ts
function checkSections(document, mustEnd = true) {
	const trial = soundPart(trialFile$1, "trial", document);
	const params = soundPart(definitionsSchema, "params", document);
	const budget = soundPart(budgetSchema.prefault({}), "budget", document);
	const search = searchSchema.prefault({}).safeParse(at$1(document, ["search"])).data;
	const absent = isMapping$1(document) && at$1(document, ["params"]) === void 0;
	const includes = at$1(document, ["include"]) !== void 0;
	const discovers = trial !== void 0 && findsParameters(trial.data, absent && !includes);
	const inParams = absent || !params ? absent && mustEnd && !discovers && !includes ? [noParams] : [] : checkParams(params.data, params.broken);
	const whole = (params?.broken.size === 0 || absent) && inParams.length === 0 ? params?.data ?? {} : void 0;
	return [
		...trial ? checkTrial(trial.data, trial.broken) : [],
		...trial && budget && !trial.broken.has("metrics") && !budget.broken.has("workers") ? checkMetricFiles(trial.data, budget.data) : [],
		...search && trial ? [...checkProxies(search, trial.data), ...checkInherit(search, trial.data)] : [],
		...checkMetrics(document),
		...checkConstraints(document),
		...search ? checkOneMetric(search, document) : [],
		...inParams,
		...whole && !discovers ? checkTryFirst(at$1(document, ["search", "try-first"]), whole) : [],
		...budget ? checkTime(budget.data) : [],
		...checkGate(document),
		...budget && !budget.broken.has("epochs") ? checkTotalEpochs(budget.data) : [],
		...search && budget && !budget.broken.has("epochs") ? checkRungs(search, budget.data) : [],
		...mustEnd && budget && whole && !budget.broken.has("time") && !budget.broken.has("trials") ? checkEnd(budget.data, search?.repeats ?? false, discovers ? void 0 : whole) : []
	];
}
function soundPart(schema, section, document) {
	const value = at$1(document, [section]);
	const whole = schema.safeParse(value);
	if (whole.success) return {
		data: whole.data,
		broken: /* @__PURE__ */ new Set()
	};
	if (value === null || typeof value !== "object") return void 0;
	const broken = whole.error.issues.flatMap((issue) => issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys.flatMap((key) => [key, explainKey(key, [section], document).meant ?? key]) : [String(issue.path[0] ?? "")]);
	const rest = Object.fromEntries(Object.entries(value).filter(([key]) => !broken.includes(key)));
	const part = schema.safeParse(rest);
	return part.success ? {
		data: part.data,
		broken: new Set(broken)
	} : void 0;
}
function metricsOf(document) {
	const value = at$1(document, ["metric"]);
	return (Array.isArray(value) ? value.map((_, i) => ["metric", i]) : [["metric"]]).flatMap((path) => {
		const metric = metricSchema.safeParse(at$1(document, path)).data;
		return metric ? [{
			name: metric.name,
			path: [...path, "name"]
		}] : [];
	});
}
function checkMetrics(document) {
	const metrics = metricsOf(document);
	return metrics.flatMap(({ name, path }, i) => {
		if (name === "step") return [{
			path,
			...calledStep
		}];
		if (metrics.findIndex((other) => other.name === name) === i) return [];
		return [{
			path,
			message: `the metric ${JSON.stringify(name)} is there twice`,
			expected: "each metric once"
		}];
	});
}
function checkOneMetric({ strategy, ...search }, document) {
	const several = metricsOf(document).length > 1;
	const constraints = at$1(document, ["constraints"]);
	const constrained = constraints !== null && typeof constraints === "object" && Object.keys(constraints).length > 0;
	const judged = several ? "several metrics" : "constraints";
	if ((several || constrained) && (strategy === "asha" || strategy === "hyperband")) return [{
		path: ["search", "strategy"],
		message: `\`strategy: ${strategy}\` pauses trials by one metric, and this spec has ${judged}`,
		expected: "one of auto, bayesian, tpe, evolution, local, random, grid, sobol",
		found: strategy
	}];
	if (several && search["early-stopping"] !== void 0 && search["early-stopping"] !== "none") return [{
		path: ["search", "early-stopping"],
		message: "trials cannot be stopped early by one metric where several matter",
		expected: "none",
		found: search["early-stopping"]
	}];
	return [];
}
const calledStep = {
	message: "a metric cannot be called \"step\"",
	expected: "another name",
	suggestion: "in reports `step` says how far the training is"
};
function checkConstraints(document) {
	const constraints = at$1(document, ["constraints"]);
	if (constraints === null || typeof constraints !== "object" || Array.isArray(constraints)) return [];
	return Object.entries(constraints).flatMap(([metric, bounds]) => {
		const path = ["constraints", metric];
		const { data } = constraintFile.safeParse(bounds);
		if (!data) return [];
		const { min, max } = data;
		if (metric === "step") return [{
			path,
			atKey: true,
			...calledStep
		}];
		if (min === void 0 && max === void 0) return [{
			path,
			message: `the constraint on ${metric} asks for nothing`,
			expected: "`min:`, `max:` or both"
		}];
		if (min !== void 0 && max !== void 0 && min > max) return [{
			path,
			message: `nothing keeps the constraint on ${metric}: min is above max`,
			expected: "min at most max",
			found: `min ${min}, max ${max}`
		}];
		return [];
	});
}
function checkTotalEpochs({ epochs, "total-epochs": total }) {
	if (total === void 0 || epochs !== void 0 && epochs <= total) return [];
	const path = ["budget", "total-epochs"];
	if (epochs === void 0) return [{
		path,
		message: "the budget limits the epochs of all trials, but does not say how many one has",
		expected: "`epochs` beside it"
	}];
	return [{
		path,
		message: `no trial fits into this budget: one has ${epochs} epochs`,
		expected: `at least ${epochs}`,
		found: String(total)
	}];
}
function checkTime({ time, cost, price }) {
	const path = ["budget", "time"];
	if (cost !== void 0 && price === void 0) return [{
		path: ["budget", "cost"],
		message: "the budget limits the cost, but does not say what an hour costs",
		expected: "`price` beside it, such as `budget: { cost: 0.50, price: 0.36 }`"
	}];
	if (cost !== void 0 && price !== void 0 && cost / price < 1 / 3600) return [{
		path: ["budget", "cost"],
		message: `budget.cost is too little for any trial: at ${price} an hour it buys less than a second`,
		expected: `at least ${Number((price / 3600).toPrecision(2))}`,
		found: String(cost)
	}];
	if (time !== void 0 && time < 1e3) return [{
		path,
		message: "budget.time is too short for any trial",
		expected: "at least 1s"
	}];
	if (time !== void 0 && time > 20736e5) return [{
		path,
		message: "budget.time is too long",
		expected: "at most 24d"
	}];
	return [];
}
function checkTryFirst(configs, params) {
	if (!Array.isArray(configs)) return [];
	return configs.flatMap((config, i) => {
		const path = [
			"search",
			"try-first",
			i
		];
		if (config === null || typeof config !== "object") return [];
		const findings = checkValues(config, params, path);
		if (findings.length > 0) return findings;
		try {
			completeConfig(createSpace(params), config);
			return [];
		} catch (error) {
			if (!(error instanceof ConfigError)) throw error;
			return [{
				path,
				message: `this config cannot be tried: ${error.problems.join("; ")}`
			}];
		}
	});
}
function checkGate(document) {
	const gate = gateFile.partial().safeParse(at$1(document, ["gate"])).data;
	const metric = at$1(document, ["metric"]);
	const goal = at$1(Array.isArray(metric) ? metric[0] : metric, ["goal"]);
	if (!gate) return [];
	const [wrong, right] = goal === "maximize" ? ["max", "min"] : ["min", "max"];
	const findings = [];
	if ((goal === "maximize" || goal === "minimize") && gate[wrong] !== void 0) findings.push({
		path: ["gate", wrong],
		atKey: true,
		message: `gate.${wrong} would hold back a head that is good: the goal is to ${goal}`,
		expected: `\`${right}\``
	});
	const main = at$1(Array.isArray(metric) ? metric[0] : metric, ["name"]);
	for (const [name, rule] of Object.entries(gate.metrics ?? {})) {
		if (name === main) findings.push({
			path: [
				"gate",
				"metrics",
				name
			],
			atKey: true,
			message: `${name} is the metric of the study, which the gate compares anyway`,
			expected: "its limit as gate.max-drop, and other metrics here"
		});
		const [off, on] = rule.goal === "maximize" ? ["max", "min"] : ["min", "max"];
		if (rule[off] !== void 0) findings.push({
			path: [
				"gate",
				"metrics",
				name,
				off
			],
			atKey: true,
			message: `${off} would hold back a head that is good: the goal of ${name} is to ${rule.goal}`,
			expected: `\`${on}\``
		});
	}
	const late = gate.looks?.findIndex((look) => look > (gate.seeds ?? 10)) ?? -1;
	if (late >= 0) findings.push({
		path: [
			"gate",
			"looks",
			late
		],
		message: `there is no look at ${gate.looks[late]} seeds: the gate trains ${gate.seeds ?? 10} a side at most`,
		expected: "looks up to `gate.seeds`"
	});
	return findings;
}
function checkRungs(search, { epochs }) {
	const { strategy, "min-epochs": least, "early-stopping": stopping, eta } = search;
	const climbs = strategy === "asha" || strategy === "hyperband";
	if (climbs && epochs === void 0) return [{
		path: ["search", "strategy"],
		message: `${strategy} gives trials few epochs at first and the best of them more, but the budget does not say how many are all`,
		expected: "`budget: { epochs: 27 }`, or another strategy"
	}];
	const findings = [];
	if (least !== void 0 && epochs !== void 0 && least > epochs) findings.push({
		path: ["search", "min-epochs"],
		message: `search.min-epochs is more than a trial has (budget.epochs: ${epochs})`,
		expected: `at most ${epochs}`
	});
	if (!climbs && strategy !== "auto") {
		const unused = [...eta === void 0 ? [] : ["eta"], ...least === void 0 || stopping === "median" ? [] : ["min-epochs"]];
		findings.push(...unused.map((key) => ({
			path: ["search", key],
			atKey: true,
			message: `\`${key}\` means nothing to the strategy ${strategy}`,
			expected: "`strategy: asha` or `hyperband`",
			suggestion: "remove it"
		})));
	}
	return findings;
}
function checkInherit({ inherit, strategy }, { module }) {
	if (!inherit) return [];
	const about = {
		path: ["search", "inherit"],
		atKey: true
	};
	if (module === void 0) return [{
		...about,
		message: "`inherit` hands on the weights of a TensorFlow.js model, and this trial has no `module`",
		suggestion: "remove it"
	}];
	if (strategy === "evolution" || strategy === "local") return [];
	return [{
		...about,
		message: `the strategy ${strategy} does not change one trial into another, so nothing can be inherited`,
		expected: "`strategy: evolution` or `local`"
	}];
}
function checkProxies({ proxies, candidates }, { module }) {
	if (proxies !== void 0 && module === void 0) return [{
		path: ["search", "proxies"],
		atKey: true,
		message: "`proxies` are scores of a TensorFlow.js model, and this trial has no `module`",
		suggestion: "remove it"
	}];
	return candidates !== void 0 && proxies === void 0 ? [{
		path: ["search", "candidates"],
		atKey: true,
		message: "`candidates` are ranked by `proxies`, and there are none",
		expected: "`proxies: [synflow, flops]` beside it"
	}] : [];
}
const endlessConfigs = 1e4;
function isMapping$1(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
const noParams = {
	path: [],
	atKey: true,
	message: "the spec has no `params`",
	expected: "`params:` and below it the parameters, such as `learning_rate: { type: float, min: 1e-4, max: 0.1, scale: log }`"
};
function findsParameters({ keras, module, discover }, none) {
	if (module !== void 0) return discover ?? none;
	return keras !== void 0 && discover !== false;
}
function checkEnd({ time, trials, cost, "total-epochs": total, "no-improvement": stall }, repeats, params) {
	if ([
		time,
		trials,
		cost,
		total,
		stall
	].some((limit) => limit !== void 0)) return [];
	const configs = params ? countConfigs(params) : void 0;
	if (configs !== void 0 && configs <= endlessConfigs && !repeats) return [];
	return [{
		path: ["budget"],
		atKey: true,
		message: `nothing would end the search: ${configs === void 0 ? "what there is to search is found in the code" : configs === Number.POSITIVE_INFINITY ? "the space has infinitely many configs" : configs > endlessConfigs ? `the space has about ${Number(configs.toPrecision(1))} configs` : "`search.repeats` tries configs again and again"}, and the budget has neither \`time\` nor \`trials\``,
		expected: "such as `budget: { time: 15m, trials: 60 }`"
	}];
}

// src/spec/problem.ts
var SpecError = class extends Error {
	name = "SpecError";
	problems;
	constructor(problems) {
		super(formatProblems(problems));
		this.problems = problems;
	}
};
const shownColumns = 140;
function formatProblems(problems) {
	const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
	const file = visible(problems[0]?.file ?? "the spec");
	return `${problems.map(formatProblem).join("\n")}\n${count} in ${file}\n`;
}
function formatProblem(problem) {
	const { file, line, column, endColumn, message, expected, found, suggestion, sourceLine } = problem;
	const from = column > 100 ? column - 40 : 0;
	const shown = sourceLine.slice(from, from + shownColumns).replaceAll("	", " ").replace(unprintable, "�");
	const start = Math.min(column - 1 - from, shown.length);
	const marked = shown.slice(start, endColumn - 1 - from);
	const number = String(line);
	const gutter = " ".repeat(number.length);
	const details = [
		expected === void 0 ? [] : [`expected: ${expected}`],
		found === void 0 ? [] : [`found:    ${found}`],
		suggestion === void 0 ? [] : [`hint:     ${suggestion}`]
	].flat();
	return [
		`${visible(file)}:${line}:${column}: ${visible(message)}`,
		` ${number} | ${shown}`.trimEnd(),
		` ${gutter} | ${" ".repeat(cells(shown.slice(0, start)))}${"^".repeat(Math.max(1, cells(marked)))}`,
		...details.map((text) => ` ${gutter}   ${visible(text)}`),
		""
	].join("\n");
}
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
function visible(text) {
	return text.replace(unprintable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function cells(text) {
	return [...text].reduce((sum, character) => sum + cellsOf(character), 0);
}
function cellsOf(character) {
	if (/^(\p{Mn}|\p{Me}|\p{Cf})$/u.test(character)) return 0;
	return wide.test(character) ? 2 : 1;
}
const wide = /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

// src/spec/yaml-words.ts
function nestedTooDeep(levels) {
	return {
		message: "this is nested too deeply",
		expected: `at most ${levels} levels`
	};
}
function syntaxWords({ code, message }) {
	const plain = message.replace(/\s+at line \d+.*$/s, "").trim();
	const words = { message: `not valid YAML: ${plain.charAt(0).toLowerCase()}${plain.slice(1)}` };
	switch (code) {
		case "TAB_AS_INDENT": return { message: "YAML is indented with spaces, and this is a tab" };
		case "MULTIPLE_DOCS": return { message: "the file holds several YAML documents; a spec is one" };
		case "BLOCK_AS_IMPLICIT_KEY":
		case "MULTILINE_IMPLICIT_KEY": return {
			message: "not valid YAML: a second mapping begins inside this value",
			suggestion: "if it is one text put it in quotes; if not, look at the indentation of the next line"
		};
		case "BAD_SCALAR_START": return {
			...words,
			suggestion: "put the value in quotes"
		};
		default: return message.includes("same column") ? { message: "this key does not begin in the same column as the keys beside it" } : words;
	}
}
function unclosedAt(error, document, text) {
	if (!/closing|end with a/.test(error.message)) return void 0;
	const [before] = error.pos;
	let found;
	const consider = ({ range }, closing) => {
		const [start, end] = range ?? [0, 0];
		const closed = end - start > 1 && text.slice(start, end).trimEnd().endsWith(closing);
		if (start < before && end >= before && !closed) found = Math.max(found ?? 0, start);
	};
	(0, import_dist.visit)(document, {
		Collection: (_, node) => {
			if (node.flow) consider(node, (0, import_dist.isMap)(node) ? "}" : "]");
		},
		Scalar: (_, node) => {
			if (node.type === import_dist.Scalar.QUOTE_DOUBLE) consider(node, "\"");
			if (node.type === import_dist.Scalar.QUOTE_SINGLE) consider(node, "'");
		}
	});
	return found;
}

// src/spec/source.ts
const longestText = 1024 ** 2;
const deepestNesting = 100;
const mostAliases = 100;
var Source = class {
	#file;
	#text;
	#texts;
	#starts;
	#document;
	constructor(file, text) {
		this.#file = file;
		this.#text = text.replace(/^\uFEFF/, "").slice(0, longestText + 1);
		this.#texts = this.#text.split(/\r?\n/);
		this.#starts = [0, ...[...this.#text.matchAll(/\n/g)].map(({ index }) => index + 1)];
		this.#document = (0, import_dist.parseDocument)(this.#text, {
			merge: true,
			prettyErrors: false,
			resolveKnownTags: false,
			logLevel: "error"
		});
	}
	read() {
		this.#checkText();
		this.#checkSyntax();
		if (this.#document.contents === null) throw this.error([{
			path: [],
			message: "the spec is empty",
			suggestion: "write one with: tunegate init --force"
		}]);
		this.#checkNodes();
		let data;
		try {
			data = this.#document.toJS({ maxAliasCount: mostAliases });
		} catch (error) {
			if (error instanceof RangeError) throw this.error([{
				path: [],
				...nestedTooDeep(deepestNesting)
			}]);
			throw this.error([{
				path: [],
				message: "the aliases of this file multiply into far more than a spec",
				suggestion: "write the parameters out instead of nesting aliases"
			}]);
		}
		if (isDeeper(data, deepestNesting)) throw this.error([{
			path: [],
			...nestedTooDeep(deepestNesting)
		}]);
		return data;
	}
	error(findings) {
		const problems = findings.map((finding) => {
			const { path, atKey: _, ...words } = finding;
			const written = finding.found === void 0 ? void 0 : this.#numberAsWritten(path);
			return this.#problem({
				...words,
				...written === void 0 ? {} : { found: written }
			}, this.place(finding) ?? this.#span(0, 1));
		});
		const unique = new Map(problems.map((problem) => [`${problem.line}:${problem.column}:${problem.message}`, problem]));
		return new SpecError([...unique.values()].sort((a, b) => a.line - b.line || a.column - b.column));
	}
	place({ path, atKey = false }, exact = false) {
		let node = this.#document.contents;
		let range = (0, import_dist.isNode)(node) ? node.range : void 0;
		for (const [depth, key] of path.entries()) {
			const parent = this.#resolved(node);
			if ((0, import_dist.isMap)(parent)) {
				const pair = this.#pair(parent, String(key));
				if (!pair) return exact ? void 0 : this.#at(range);
				node = pair.value;
				const valueRange = (0, import_dist.isNode)(node) && node.range?.[0] !== node.range?.[1] ? node.range : void 0;
				range = depth === path.length - 1 && atKey ? pair.key.range : valueRange ?? pair.key.range;
			} else {
				node = (0, import_dist.isSeq)(parent) ? parent.items[Number(key)] : void 0;
				if (!(0, import_dist.isNode)(node)) return exact ? void 0 : this.#at(range);
				range = node.range;
			}
		}
		return this.#at(range);
	}
	#checkText() {
		const refuse = (message, words = {}) => this.error([{
			path: [],
			message,
			...words
		}]);
		const suggestion = "save it as UTF-8";
		if (/^\uFFFD\uFFFD/.test(this.#text) && this.#text.includes("\0")) throw refuse("this file is in UTF-16", {
			expected: "UTF-8",
			suggestion
		});
		if (this.#text.includes("\0") || this.#text.includes("�")) throw refuse("this is not a text file in UTF-8", { suggestion });
		if (this.#text.length > longestText) throw refuse("this file is too long for a spec", { expected: "at most 1 MiB" });
	}
	#checkSyntax() {
		const { errors, warnings } = this.#document;
		const tooDeep = errors.find(({ message }) => message.includes("call stack"));
		if (tooDeep) throw new SpecError([this.#problem(nestedTooDeep(deepestNesting), this.#span(...tooDeep.pos))]);
		const problems = errors.map((error) => this.#syntaxProblem(error));
		const tags = warnings.filter(({ code }) => code === "TAG_RESOLVE_FAILED").map(({ pos }) => {
			const tag = this.#text.slice(...pos).split(/[\s,{}[\]]/)[0];
			return this.#problem({
				message: `the YAML tag ${tag} means nothing in a spec`,
				suggestion: "remove it"
			}, this.#span(pos[0], pos[0] + (tag?.length ?? 1)));
		});
		const first = [...problems, ...tags].filter(({ line }, i, all) => all.findIndex((other) => other.line === line) === i);
		if (first.length > 0) throw new SpecError(first.sort((a, b) => a.line - b.line));
	}
	#syntaxProblem(error) {
		const [from, end] = error.pos;
		const start = from + (/^ */.exec(this.#text.slice(from, from + 1e3))?.[0].length ?? 0);
		if (error.code === "DUPLICATE_KEY") return this.#duplicateKey(start);
		const open = unclosedAt(error, this.#document, this.#text);
		if (open === void 0) return this.#problem(syntaxWords(error), this.#span(start, Math.max(end, start + 1)));
		const mark = this.#text[open];
		const closing = {
			"{": "}",
			"[": "]"
		}[mark] ?? mark;
		return this.#problem({
			message: `this ${mark} is never closed`,
			expected: `a ${closing} that belongs to it`
		}, this.#span(open, open + 1));
	}
	#duplicateKey(start) {
		let problem;
		(0, import_dist.visit)(this.#document, { Map: (_, map) => {
			const all = map.items.map(({ key }) => key).filter((key) => (0, import_dist.isScalar)(key));
			const second = all.find(({ range }) => range?.[0] === start);
			const first = all.find(({ value }) => value === second?.value);
			if (!second?.range || !first?.range) return;
			const line = this.#lineAt(first.range[0]);
			problem = this.#problem({
				message: `the key ${JSON.stringify(second.value)} stands twice in the same mapping`,
				suggestion: `it is already in line ${line}; remove one of the two`
			}, this.#at(second.range));
		} });
		return problem ?? this.#problem({ message: "a key stands twice in this mapping" }, this.#span(start, start + 1));
	}
	#checkNodes() {
		const problems = [];
		const refuse = (node, words) => {
			problems.push(this.#problem(words, this.#at((0, import_dist.isNode)(node) ? node.range : void 0)));
		};
		const anchors = [];
		(0, import_dist.visit)(this.#document, {
			Node: (_, node, around) => {
				if (around.length > 200) {
					refuse(node, nestedTooDeep(deepestNesting));
					return import_dist.visit.BREAK;
				}
				if ((0, import_dist.isAlias)(node)) this.#checkAlias(node, around, anchors, refuse);
				else if (node.anchor) anchors.push(node.anchor);
			},
			Pair: (_, { key }) => {
				const plain = this.#resolved(key);
				if ((0, import_dist.isCollection)(plain)) refuse(key, {
					message: "a key must be text",
					found: "a list or a mapping"
				});
				if ((0, import_dist.isScalar)(plain) && plain.value === "__proto__") refuse(key, {
					message: "no key of a spec can be called __proto__",
					expected: "another name"
				});
			}
		});
		if (problems.length > 0) throw new SpecError(problems);
	}
	#checkAlias(alias, around, anchors, refuse) {
		const target = alias.resolve(this.#document);
		if (!target) {
			const near = closestWord(alias.source, anchors);
			refuse(alias, {
				message: `there is no anchor &${alias.source} above this alias`,
				...near ? { suggestion: `did you mean "*${near}"?` } : {}
			});
		} else if (around.includes(target)) refuse(alias, { message: `the alias *${alias.source} stands inside what it repeats, which has no end` });
	}
	#resolved(node) {
		return (0, import_dist.isAlias)(node) ? node.resolve(this.#document) : node;
	}
	#pair(map, key) {
		const pairs = map.items.filter((item) => (0, import_dist.isNode)(item.key));
		const keyOf = (pair) => {
			const plain = this.#resolved(pair.key);
			return (0, import_dist.isScalar)(plain) ? plain.value : void 0;
		};
		const own = pairs.find((pair) => String(keyOf(pair) ?? "") === key);
		if (own) return own;
		const merged = pairs.filter((pair) => isMerge(keyOf(pair))).map((pair) => this.#resolved(pair.value)).flatMap((value) => (0, import_dist.isSeq)(value) ? value.items : [value]).map((value) => this.#resolved(value));
		for (const source of merged) {
			const found = (0, import_dist.isMap)(source) ? this.#pair(source, key) : void 0;
			if (found) return found;
		}
	}
	#numberAsWritten(path) {
		let node = this.#document.contents;
		for (const key of path) {
			const parent = this.#resolved(node);
			node = (0, import_dist.isMap)(parent) ? this.#pair(parent, String(key))?.value : (0, import_dist.isSeq)(parent) ? parent.items[Number(key)] : void 0;
		}
		const plain = this.#resolved(node);
		return (0, import_dist.isScalar)(plain) && typeof plain.value === "number" && plain.type === import_dist.Scalar.PLAIN ? plain.source?.slice(0, 60) : void 0;
	}
	#at(range) {
		const [start, end] = range ?? [0, 1];
		return this.#span(start, end);
	}
	#span(start, end) {
		const from = Math.min(start, Math.max(0, this.#text.length - 1));
		const line = this.#lineAt(from);
		const column = from - this.#starts[line - 1] + 1;
		const width = this.#line(line).trimEnd().length;
		return {
			line,
			column,
			endColumn: Math.max(column + 1, Math.min(column + end - start, width + 1))
		};
	}
	#lineAt(offset) {
		return this.#starts.findLastIndex((start) => start <= offset) + 1;
	}
	#problem(words, place) {
		return {
			file: this.#file,
			...place,
			...words,
			sourceLine: this.#line(place.line)
		};
	}
	#line(line) {
		return this.#texts[line - 1] ?? "";
	}
};
function isDeeper(data, levels, reached = /* @__PURE__ */ new Map()) {
	if (data === null || typeof data !== "object") return false;
	if (levels === 0) return true;
	if ((reached.get(data) ?? Number.POSITIVE_INFINITY) <= levels) return false;
	reached.set(data, levels);
	return Object.values(data).some((value) => isDeeper(value, levels - 1, reached));
}
function isMerge(key) {
	return key === "<<" || typeof key === "symbol" && key.description === "<<";
}

// src/spec/load.ts
function loadSpec(path, text) {
	const { $schema: _, include: __, task, ...spec } = load(path, text, specSchema, true);
	return task && "module" in spec.trial ? {
		...spec,
		trial: {
			...spec.trial,
			module: task.data,
			task
		}
	} : spec;
}
function loadDrivenSpec(path, text) {
	const { $schema: _, include: __, trial: ___, task: _____, gate: ____, ...spec } = load(path, text, drivenSpecSchema, false);
	return spec;
}
function load(path, text, schema, mustEnd) {
	const source = new Source(path, text);
	const written = source.read();
	const document = withTask(withFragments(written));
	const found = at$1(document, ["version"]);
	if (/^\d+$/.test(String(found)) && Number(found) > 1) throw source.error([{
		path: ["version"],
		message: `this spec is version ${found}; this Tunegate (${version}) reads version ${1}`,
		suggestion: "update Tunegate: the action in your workflow, or the tunegate package"
	}]);
	const parsed = schema.safeParse(document);
	const findings = [
		...parsed.success ? [] : explainIssues(parsed.error.issues, document),
		...checkFragments(written),
		...checkTask(written),
		...checkSections(document, mustEnd)
	];
	if (!parsed.success || findings.length > 0) throw source.error(findings.map((finding) => atInclude(finding, written)));
	return parsed.data;
}
function locate(text, path) {
	return new Source("", text).place({ path }, true);
}

// src/spec/text-edits.ts
var ShipError = class extends Error {
	name = "ShipError";
};
function spell(value, old) {
	if (typeof value === "object") return flow(value);
	return scalar(value, old?.type);
}
function flow(value) {
	if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
	if (value === null || typeof value !== "object") return scalar(value);
	const members = Object.entries(value).map(([name, item]) => `${name}: ${flow(item)}`);
	return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
function scalar(value, quotes) {
	if (typeof value !== "string") return String(value);
	if (quotes === import_dist.Scalar.QUOTE_SINGLE && !/['\p{C}\p{Zl}\p{Zp}]/u.test(value)) return `'${value}'`;
	return /^[A-Za-z][\w./-]*$/.test(value) && !otherWords.test(value) && (0, import_dist.stringify)(value).trimEnd() === value && quotes !== import_dist.Scalar.QUOTE_DOUBLE ? value : JSON.stringify(value);
}
const otherWords = /^(?:y|yes|n|no|on|off|true|false|null)$/i;
function applyEdits(text, edits) {
	const ordered = [...edits].sort((a, b) => b.start - a.start);
	let out = text;
	let before = Number.POSITIVE_INFINITY;
	for (const { start, end, text: insert } of ordered) {
		if (end > before) throw new ShipError("two parameters share a definition");
		before = start;
		out = out.slice(0, start) + insert + out.slice(end);
	}
	return out;
}
function lineEdits(before, after) {
	const [old, now] = [before.split(/\r?\n/), after.split(/\r?\n/)];
	const edits = [];
	let [i, j] = [0, 0];
	while (i < old.length || j < now.length) {
		if (old[i] === now[j]) {
			i++;
			j++;
			continue;
		}
		const [skipOld, skipNow] = nextCommon(old.slice(i), now.slice(j));
		edits.push({
			from: i + 1,
			to: i + skipOld,
			lines: now.slice(j, j + skipNow)
		});
		i += skipOld;
		j += skipNow;
	}
	return edits;
}
function nextCommon(old, now) {
	for (let distance = 1; distance < old.length + now.length; distance++) {
		const middle = Math.floor(distance / 2);
		for (let step = 0; step <= middle; step++) for (const a of /* @__PURE__ */ new Set([middle - step, distance - middle + step])) {
			const b = distance - a;
			if (a <= old.length && b <= now.length && b >= 0 && old[a] === now[b] && (a < old.length || b === now.length)) return [a, b];
		}
	}
	return [old.length, now.length];
}

// src/spec/ship-config.ts
function shipConfig(text, config) {
	const { params } = loadSpec("spec", text);
	const mark = text.startsWith("﻿") ? "﻿" : "";
	const body = text.slice(mark.length);
	const document = (0, import_dist.parseDocument)(body, {
		merge: true,
		resolveKnownTags: false,
		logLevel: "error"
	});
	const edits = [];
	const own = document.get("params", true);
	const brought = [];
	const place = (path) => {
		const node = document.getIn(path, true);
		if (!(0, import_dist.isMap)(node)) throw new ShipError(`${path.slice(1).join(".")} is written with an alias, and others may use what it names`);
		return node;
	};
	setDefaults(params, config, ["params"], "", (path, definition, value) => {
		if (sameValue(definition.default, value)) return;
		if (path.length === 2 && !((0, import_dist.isMap)(own) && own.has(path[1]))) brought.push(`${path[1]}: ${flow({
			...definition,
			default: value
		})}`);
		else edits.push(editDefault(place(path), value, body));
	});
	if (brought.length > 0) edits.push(addParams(document, brought, body));
	const edited = applyEdits(body, edits);
	const space = createSpace(readAgain(edited).params);
	if (space.incumbent === void 0 || hashConfig(space, space.incumbent) !== hashConfig(space, config)) throw new ShipError("its values hang together in a way that changing them in place does not do justice to");
	return {
		text: mark + edited,
		edits: lineEdits(body, edited)
	};
}
function setDefaults(definitions, config, path, prefix, set) {
	for (const [name, definition] of Object.entries(definitions)) {
		const flat = prefix + name;
		const here = [...path, name];
		const value = config[flat];
		if (value === void 0 || definition.type === "constant") continue;
		if (definition.type === "repeat") {
			const blocks = Array.from({ length: Number(value) }, (_, index) => nestBlock(definition.of, config, `${flat}[${index}].`));
			const [first] = blocks;
			const uniform = blocks.every((block) => JSON.stringify(block) === JSON.stringify(first));
			if (Array.isArray(definition.default) || !uniform) set(here, definition, blocks);
			else {
				set(here, definition, value);
				if (first) setDefaults(definition.of, config, [...here, "of"], `${flat}[0].`, set);
			}
			continue;
		}
		set(here, definition, value);
		if (definition.type === "choice" && definition.options) setDefaults(definition.options[String(value)] ?? {}, config, [
			...here,
			"options",
			String(value)
		], `${flat}.${value}.`, set);
	}
}
function nestBlock(definitions, config, prefix) {
	const block = {};
	for (const [name, definition] of Object.entries(definitions)) {
		const value = config[prefix + name];
		if (value === void 0 || definition.type === "constant") continue;
		if (definition.type === "repeat") block[name] = Array.from({ length: Number(value) }, (_, index) => nestBlock(definition.of, config, `${prefix}${name}[${index}].`));
		else if (definition.type === "choice" && definition.options) block[name] = {
			type: value,
			...nestBlock(definition.options[String(value)] ?? {}, config, `${prefix}${name}.${value}.`)
		};
		else block[name] = value;
	}
	return block;
}
function sameValue(a, b) {
	return JSON.stringify(a) === JSON.stringify(b);
}
function editDefault(definition, value, text) {
	const pair = definition.items.find(({ key }) => (0, import_dist.isScalar)(key) && key.value === "default");
	if (pair) {
		const node = pair.value;
		if (!(0, import_dist.isNode)(node) || !node.range || node.range[0] === node.range[1]) throw new ShipError("a default has no value to replace");
		if ("source" in node && !(0, import_dist.isScalar)(node)) throw new ShipError("a default is an alias");
		const [start, end] = node.range;
		return {
			start,
			end: start + text.slice(start, end).trimEnd().length,
			text: spell(value, (0, import_dist.isScalar)(node) ? node : void 0)
		};
	}
	const first = definition.items[0];
	if (!first || !(0, import_dist.isNode)(first.key) || !first.key.range) throw new ShipError("a parameter has no members");
	const member = `default: ${spell(value)}`;
	if (definition.flow) {
		const last = definition.items.at(-1);
		const end = (0, import_dist.isNode)(last.value) && last.value.range ? last.value.range[1] : void 0;
		if (end === void 0) throw new ShipError("a parameter ends without a value");
		return {
			start: end,
			end,
			text: `, ${member}`
		};
	}
	const start = first.key.range[0];
	const lineStart = text.lastIndexOf("\n", start - 1) + 1;
	const indent = text.slice(lineStart, start);
	if (indent.trim() !== "") throw new ShipError("a parameter begins in the middle of a line");
	return {
		start,
		end: start,
		text: `${member}${text.includes("\r\n") ? "\r\n" : "\n"}${indent}`
	};
}
function addParams(document, lines, text) {
	const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
	const params = document.get("params", true);
	if ((0, import_dist.isMap)(params)) {
		const first = params.items[0];
		if (!first || !(0, import_dist.isNode)(first.key) || !first.key.range) throw new ShipError("params has no members");
		const start = first.key.range[0];
		const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
		const between = params.flow ? ", " : `${lineBreak}${indent}`;
		if (!params.flow && indent.trim() !== "") throw new ShipError("params begin in the middle of a line");
		return {
			start,
			end: start,
			text: lines.map((line) => `${line}${between}`).join("")
		};
	}
	const include = document.get("include", true) ?? document.get("task", true);
	if (!(0, import_dist.isNode)(include) || !include.range) throw new ShipError("there is no place for params");
	const end = text.indexOf("\n", include.range[1] - 1);
	const at = end === -1 ? text.length : end + 1;
	const block = ["params:", ...lines.map((line) => `  ${line}`)].join(lineBreak);
	return {
		start: at,
		end: at,
		text: end === -1 ? `${lineBreak}${block}` : `${block}${lineBreak}`
	};
}
function readAgain(text) {
	try {
		return loadSpec("spec", text);
	} catch {
		throw new ShipError("its values hang together in a way that changing them in place does not do justice to");
	}
}
function withShipped(definitions, config) {
	const changed = structuredClone(definitions);
	setDefaults(definitions, config, [], "", (path, _, value) => {
		const definition = path.reduce((at, key) => at[key], changed);
		definition.default = value;
	});
	return changed;
}

// src/spec/values-file.ts
function readValues({ path: file, text, at: where }, space) {
	const source = new Source(file, text);
	const values = at$1(source.read(), where);
	if (values === null || typeof values !== "object" || Array.isArray(values)) throw source.error([{
		path: where,
		message: `${where.length > 0 ? where.join(".") : "the file"} should hold the values that ship today`,
		expected: "a mapping of parameters to values",
		found: show$1(values)
	}]);
	const roots = new Set(space.parameters.map(({ location }) => String(location[0])));
	const ours = Object.entries(values).filter(([key]) => roots.has(/^[^.[]*/.exec(key)[0]));
	try {
		return completeConfig(space, Object.fromEntries(ours));
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
		throw source.error(error.problems.map((problem) => {
			const [flat = ""] = problem.split(":");
			return {
				path: pathOf(values, where, space, flat),
				message: problem
			};
		}));
	}
}
function pathOf(values, where, space, flat) {
	const parameter = space.parameters.find(({ path }) => path === flat);
	if (!parameter) return where;
	if (parameter.location.length > 1 && Object.hasOwn(values, flat)) return [...where, flat];
	const { location, role } = parameter;
	const inside = at$1(values, [...location, "type"]);
	return [
		...where,
		...location,
		...role === "option" && inside !== void 0 ? ["type"] : []
	];
}
function valuePlaces({ path: file, text, at: where }, space, flatPaths) {
	const source = new Source(file, text);
	const values = at$1(source.read(), where);
	const places = /* @__PURE__ */ new Map();
	if (values === null || typeof values !== "object") return places;
	for (const flat of flatPaths) {
		const place = source.place({ path: pathOf(values, where, space, flat) }, true);
		if (place) places.set(flat, place);
	}
	return places;
}
function shipValues(file, space, config) {
	const mark = file.text.startsWith("﻿") ? "﻿" : "";
	const body = file.text.slice(mark.length);
	const holder = (0, import_dist.parseDocument)(body, {
		merge: true,
		resolveKnownTags: false,
		logLevel: "error"
	}).getIn(file.at, true);
	if (!(0, import_dist.isMap)(holder)) throw new ShipError("its values are behind an alias");
	const before = readValues(file, space);
	const edits = new Editor(body).edits(holder, nestConfig(space, config), space, {
		before,
		config
	});
	const text = applyEdits(body, edits);
	let after;
	try {
		after = readValues({
			...file,
			text
		}, space);
	} catch {}
	if (after === void 0 || hashConfig(space, after) !== hashConfig(space, config)) throw new ShipError("its values hang together in a way that changing them in place does not do justice to");
	return {
		text: mark + text,
		edits: lineEdits(body, text)
	};
}
var Editor = class {
	#text;
	#json;
	#edits = [];
	#changed = /* @__PURE__ */ new Set();
	constructor(text) {
		this.#text = text;
		this.#json = isJson(text);
	}
	edits(holder, nested, space, { before, config }) {
		for (const { path, location, role } of space.parameters) if (before[path] !== config[path]) this.#changed.add(keyOf(role === "option" ? [...location, "type"] : location));
		const flat = space.parameters.filter(({ path, location }) => location.length > 1 && path in config && pairOf(holder, path));
		for (const { path, location } of flat) this.#value(nodeOf(holder, path), config[path], location);
		for (const [name, value] of Object.entries(nested)) {
			if (!space.parameters.filter(({ location }) => location[0] === name).some(({ path }) => before[path] !== config[path])) continue;
			const spelledFlat = flat.some(({ location }) => location[0] === name);
			const head = value !== null && typeof value === "object" && "type" in value ? value.type : value;
			this.#member(holder, name, spelledFlat ? head : value, []);
		}
		return this.#edits;
	}
	#member(map, name, value, above) {
		const path = [...above, name];
		if (pairOf(map, name)) this.#value(nodeOf(map, name), value, path);
		else if (typeof value === "object" || this.#changed.has(keyOf(path))) this.#insert(map, name, value);
	}
	#value(node, value, path) {
		if ((0, import_dist.isScalar)(node) && typeof value !== "object") {
			if (node.value !== value) this.#replace(node, this.#json ? JSON.stringify(value) : spell(value, node));
		} else if ((0, import_dist.isSeq)(node) && Array.isArray(value) && node.items.length === value.length) for (const [index, item] of node.items.entries()) this.#value(item, value[index], [...path, index]);
		else if ((0, import_dist.isMap)(node) && isMapping(value) && node.items.every(({ key }) => (0, import_dist.isScalar)(key) && String(key.value) in value)) for (const [name, item] of Object.entries(value)) this.#member(node, name, item, path);
		else if ((0, import_dist.isScalar)(node) && isMapping(value) && Object.keys(value).length === 1 && "type" in value) this.#value(node, value["type"], path);
		else this.#replace(node, this.#flow(value));
	}
	#replace(node, text) {
		if (!node.range || "source" in node && !(0, import_dist.isScalar)(node)) throw new ShipError("a value is an alias");
		const [start, end] = node.range;
		this.#edits.push({
			start,
			end: start + this.#text.slice(start, end).trimEnd().length,
			text
		});
	}
	#insert(map, name, value) {
		const member = this.#json ? `${JSON.stringify(name)}: ${this.#flow(value)}` : `${name}: ${this.#flow(value)}`;
		const first = map.items[0];
		const last = map.items.at(-1);
		if (!first || !last || !(0, import_dist.isNode)(first.key) || !first.key.range) {
			this.#replace(map, this.#json ? `{ ${member} }` : `{ ${member} }`);
			return;
		}
		const start = first.key.range[0];
		const indent = this.#text.slice(this.#text.lastIndexOf("\n", start - 1) + 1, start).replaceAll("-", " ");
		const lineBreak = this.#text.includes("\r\n") ? "\r\n" : "\n";
		const ownLine = indent.trim() === "";
		if (!map.flow) {
			if (!ownLine) throw new ShipError("values begin in the middle of a line");
			this.#edits.push({
				start,
				end: start,
				text: `${member}${lineBreak}${indent}`
			});
			return;
		}
		const end = (0, import_dist.isNode)(last.value) && last.value.range ? last.value.range[1] : void 0;
		if (end === void 0) throw new ShipError("a value is empty");
		this.#edits.push({
			start: end,
			end,
			text: `,${ownLine ? `${lineBreak}${indent}` : " "}${member}`
		});
	}
	#flow(value) {
		return this.#json ? inlineJson(value) : flow(value);
	}
};
function keyOf(path) {
	return path.join("\0");
}
function pairOf(map, name) {
	return map.items.find(({ key }) => (0, import_dist.isScalar)(key) && String(key.value) === name);
}
function nodeOf(map, name) {
	const value = pairOf(map, name)?.value;
	if (!(0, import_dist.isNode)(value) || !value.range || value.range[0] === value.range[1]) throw new ShipError(`${name} has no value to replace`);
	return value;
}
function isMapping(value) {
	return value !== null && typeof value === "object" && !Array.isArray(value);
}
function isJson(text) {
	try {
		return typeof JSON.parse(text) === "object";
	} catch {
		return false;
	}
}
function inlineJson(value) {
	if (Array.isArray(value)) return `[${value.map(inlineJson).join(", ")}]`;
	if (!isMapping(value)) return JSON.stringify(value);
	const members = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${inlineJson(item)}`);
	return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

// src/trial/environment.ts
const runnerFiles = /* @__PURE__ */ new Set([
	"GITHUB_OUTPUT",
	"GITHUB_ENV",
	"GITHUB_PATH",
	"GITHUB_STATE",
	"GITHUB_STEP_SUMMARY"
]);
const secretPrefixes = /^(ACTIONS_|INPUT_|STATE_|NPM_CONFIG_.*AUTH)/;
const secretWords = /(^|_)(PASS|PWD|CREDENTIALS?|CREDS?|AUTH|PAT|JWT|DSN|ACCESS_KEY_ID|CONNECTION_STRING)(_|$)/;
const secretEnds = /PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN(_|$)|KEYS?$|KEY_BASE64$|KEY_B64$/;
const harmless$2 = /* @__PURE__ */ new Set(["PWD", "OLDPWD"]);
const urlWithPassword = /^[a-z][a-z\d+.-]*:\/\/[^/?#\s:@]*:[^/?#\s@]+@/i;
const proxy = /_PROXY$/;
const contract = /^TUNEGATE_(PARAM_.*|CONFIG|METRICS|STOP|CHECKPOINT_DIR|SEED|TRIAL|RESOURCE|HOST)$/;
function isSecret(name) {
	const upper = name.toUpperCase();
	if (harmless$2.has(upper)) return false;
	return runnerFiles.has(upper) || secretPrefixes.test(upper) || secretWords.test(upper) || secretEnds.test(upper);
}
function trialEnvironment(parent, passed, extra) {
	const env = {};
	for (const [name, value] of Object.entries(parent)) if (value !== void 0 && reachesTrials(name, value, passed)) env[name] = value;
	return {
		PYTHONUNBUFFERED: "1",
		PYTHONHASHSEED: "0",
		...env,
		...extra
	};
}
function reachesTrials(name, value, passed) {
	const upper = name.toUpperCase();
	if (runnerFiles.has(upper)) return false;
	if (passed.includes(name)) return true;
	return !isSecret(name) && !contract.test(name) && (proxy.test(upper) || !urlWithPassword.test(value));
}
function parameterVariable(path) {
	return `TUNEGATE_PARAM_${path.toUpperCase().replace(/[^A-Z0-9]+/g, "_").replace(/_$/, "")}`;
}
function parameterVariables(config) {
	const values = {};
	const ambiguous = /* @__PURE__ */ new Set();
	for (const [path, value] of Object.entries(config)) {
		const name = parameterVariable(path);
		if (Object.hasOwn(values, name)) ambiguous.add(name);
		values[name] = String(value);
	}
	for (const name of ambiguous) delete values[name];
	return values;
}

// src/trial/placeholders.ts
const builtIns = [
	"seed",
	"resource",
	"trial",
	"config",
	"metrics",
	"checkpoints"
];
const pattern = /\{\{|\}\}|\{([^{}]*)\}/g;
var PlaceholderError = class extends Error {
	name = "PlaceholderError";
};
function checkPlaceholders({ run, shell, metrics }, paths) {
	for (const { file } of metrics ?? []) checkText(file, "trial.metrics", paths);
	if (typeof run === "string") {
		if (shell) checkShellLine(run, paths);
		return;
	}
	if (run[0] === "{args}") throw new PlaceholderError("trial.run begins with the program to start, so {args} cannot stand first.");
	for (const argument of run) if (argument !== "{args}") checkText(argument, "trial.run", paths);
}
function checkText(text, where, paths) {
	const lone = /[{}]/.exec(text.replace(pattern, ""))?.[0];
	if (lone !== void 0) throw new PlaceholderError(`${where}: ${JSON.stringify(text)} has a ${lone} that belongs to no placeholder; a brace itself is written ${lone}${lone}.`);
	for (const name of names(text)) {
		if (name === "args") throw new PlaceholderError(`${where}: {args} stands for several arguments, so it must be one of its own, not part of ${JSON.stringify(text)}.`);
		if (!paths.includes(name) && !isBuiltIn(name)) throw new PlaceholderError(`${where}: ${JSON.stringify(text)} has the placeholder {${name}}, which is no parameter${suggest(name, paths)}. Known are ${listKnown(paths)}; a brace itself is written {{ or }}.`);
	}
}
function checkShellLine(line, paths) {
	for (const match of line.matchAll(pattern)) {
		const name = match[1];
		if (name === void 0 || line[match.index - 1] === "$") continue;
		if (name === "args") throw new PlaceholderError("trial.run is a line for the shell, where {args} means nothing: read the file \"$TUNEGATE_CONFIG\", or write trial.run as a list without `shell`.");
		if (paths.includes(name) || isBuiltIn(name)) throw new PlaceholderError(`trial.run is a line for the shell, where {${name}} would have to be quoted: use "$${shellVariable(name, paths)}" instead.`);
	}
}
function shellVariable(name, paths) {
	if (paths.includes(name)) return parameterVariable(name);
	return name === "checkpoints" ? "TUNEGATE_CHECKPOINT_DIR" : `TUNEGATE_${name.toUpperCase()}`;
}
function isBuiltIn(name) {
	return builtIns.includes(name);
}
function suggest(name, paths) {
	const near = (0, import_fastest_levenshtein.closest)(name, [
		...paths,
		...builtIns,
		"args"
	]);
	return (0, import_fastest_levenshtein.distance)(name, near) <= Math.max(1, Math.floor(name.length / 3)) ? `; did you mean {${near}}?` : "";
}
function listKnown(paths) {
	const shown = paths.slice(0, 12).map((path) => `{${path}}`);
	const more = paths.length > shown.length ? [`${paths.length - shown.length} more parameters`] : [];
	return [
		...shown,
		...more,
		...[...builtIns, "args"].map((name) => `{${name}}`)
	].join(", ");
}
function* names(argument) {
	for (const match of argument.matchAll(pattern)) if (match[1] !== void 0) yield match[1];
}
function expandArguments(run, config, builtIn) {
	const value = (name) => Object.hasOwn(config, name) ? String(config[name]) : isBuiltIn(name) ? builtIn[name] : void 0;
	const expanded = [];
	let lastIsOptionName = false;
	for (const argument of run) {
		if (argument === "{args}") {
			for (const [path, item] of Object.entries(config)) expanded.push(`--${path}=${item}`);
			lastIsOptionName = false;
			continue;
		}
		if ([...names(argument)].some((name) => value(name) === void 0)) {
			if (lastIsOptionName) expanded.pop();
			lastIsOptionName = false;
			continue;
		}
		expanded.push(argument.replace(pattern, (token, name) => name === void 0 ? token[0] : value(name)));
		lastIsOptionName = /^--?[A-Za-z][^=\s]*$/.test(argument);
	}
	return expanded;
}

// src/session/load-spec.ts
var SpecFileError = class extends Error {
	name = "SpecFileError";
};
function readSpec(file, shownAs = file, overrides = {}) {
	const { text } = readText(file, shownAs);
	const written = override(loadSpec(shownAs, text), overrides);
	const values = valuesOf$2(written, (name) => readText(path.resolve(path.dirname(file), name), path.join(path.dirname(shownAs), name), shownAs));
	const spec = discovers(written) ? written : shippingValues(written, values);
	const space = createSpace(spec.params);
	if ("run" in spec.trial) checkPlaceholders(spec.trial, space.parameters.map((parameter) => parameter.path));
	const folder = path.dirname(file);
	if ("module" in spec.trial && spec.trial.task) lookAtData(spec.trial.task, folder, shownAs);
	return {
		path: file,
		folder,
		text,
		spec,
		space,
		...values ? { values } : {}
	};
}
function lookAtData(task, folder, shownAs) {
	try {
		checkTaskData(task, folder);
	} catch (error) {
		throw new SpecFileError(`${shownAs}: ${error.message}`, { cause: error });
	}
}
function discovers({ trial, params }) {
	if ("module" in trial) return trial.discover ?? Object.keys(params).length === 0;
	return "script" in trial && trial.keras && trial.discover !== false;
}
function valuesOf$2({ values }, read) {
	if (values === void 0) return void 0;
	const { file, at } = typeof values === "string" ? {
		file: values,
		at: void 0
	} : values;
	return {
		...read(file),
		file,
		at: at?.split(".") ?? []
	};
}
function shippingValues(spec, values) {
	if (!values) return spec;
	return {
		...spec,
		params: withShipped(spec.params, readValues(values, createSpace(spec.params)))
	};
}
function readText(file, shownAs, namedBy) {
	try {
		return {
			path: shownAs,
			text: readFileSync(file, "utf8")
		};
	} catch (error) {
		const { code, message } = error;
		if (code === "ENOENT" && namedBy !== void 0) throw new SpecFileError(`There is no file ${shownAs}, which \`values\` of ${namedBy} names`, { cause: error });
		if (code === "ENOENT") throw new SpecFileError(`There is no spec at ${shownAs}. Write one with: tunegate init`, { cause: error });
		if (code === "EISDIR") throw new SpecFileError(`${shownAs} is a folder; name the spec file in it, such as ${shownAs}/tune.yml`);
		throw new SpecFileError(`Cannot read ${shownAs}: ${message}`, { cause: error });
	}
}
function override(spec, { trials, time, epochs, workers, seed, strategy, gate }) {
	return {
		...spec,
		search: {
			...spec.search,
			...seed === void 0 ? {} : { seed },
			...strategy === void 0 ? {} : { strategy }
		},
		budget: {
			...spec.budget,
			...trials === void 0 ? {} : { trials },
			...time === void 0 ? {} : { time },
			...epochs === void 0 ? {} : { epochs },
			...workers === void 0 ? {} : { workers }
		},
		...gate === false ? { gate } : {}
	};
}

// node_modules/markdown-table/index.js
function defaultStringLength(value) {
	return value.length;
}
function markdownTable(table, options) {
	const settings = options || {};
	const align = (settings.align || []).concat();
	const stringLength = settings.stringLength || defaultStringLength;
	const alignments = [];
	const cellMatrix = [];
	const sizeMatrix = [];
	const longestCellByColumn = [];
	let mostCellsPerRow = 0;
	let rowIndex = -1;
	while (++rowIndex < table.length) {
		const row = [];
		const sizes = [];
		let columnIndex = -1;
		if (table[rowIndex].length > mostCellsPerRow) mostCellsPerRow = table[rowIndex].length;
		while (++columnIndex < table[rowIndex].length) {
			const cell = serialize(table[rowIndex][columnIndex]);
			if (settings.alignDelimiters !== false) {
				const size = stringLength(cell);
				sizes[columnIndex] = size;
				if (longestCellByColumn[columnIndex] === void 0 || size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			}
			row.push(cell);
		}
		cellMatrix[rowIndex] = row;
		sizeMatrix[rowIndex] = sizes;
	}
	let columnIndex = -1;
	if (typeof align === "object" && "length" in align) while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = toAlignment(align[columnIndex]);
	else {
		const code = toAlignment(align);
		while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = code;
	}
	columnIndex = -1;
	const row = [];
	const sizes = [];
	while (++columnIndex < mostCellsPerRow) {
		const code = alignments[columnIndex];
		let before = "";
		let after = "";
		if (code === 99) {
			before = ":";
			after = ":";
		} else if (code === 108) before = ":";
		else if (code === 114) after = ":";
		let size = settings.alignDelimiters === false ? 1 : Math.max(1, longestCellByColumn[columnIndex] - before.length - after.length);
		const cell = before + "-".repeat(size) + after;
		if (settings.alignDelimiters !== false) {
			size = before.length + size + after.length;
			if (size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			sizes[columnIndex] = size;
		}
		row[columnIndex] = cell;
	}
	cellMatrix.splice(1, 0, row);
	sizeMatrix.splice(1, 0, sizes);
	rowIndex = -1;
	const lines = [];
	while (++rowIndex < cellMatrix.length) {
		const row = cellMatrix[rowIndex];
		const sizes = sizeMatrix[rowIndex];
		const cellsInRow = settings.fillRows === false ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length) : mostCellsPerRow;
		columnIndex = -1;
		const line = [];
		while (++columnIndex < cellsInRow) {
			const cell = row[columnIndex] || "";
			let before = "";
			let after = "";
			if (settings.alignDelimiters !== false) {
				const size = longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0);
				const code = alignments[columnIndex];
				if (code === 114) before = " ".repeat(size);
				else if (code === 99) {
					const half = size / 2;
					if (size % 2) {
						before = " ".repeat(half + .5);
						after = " ".repeat(half - .5);
					} else {
						before = " ".repeat(half);
						after = before;
					}
				} else after = " ".repeat(size);
			}
			if (settings.delimiterStart !== false && !columnIndex) line.push("|");
			if (settings.padding !== false && !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) line.push(" ");
			if (settings.alignDelimiters !== false) line.push(before);
			line.push(cell);
			if (settings.alignDelimiters !== false) line.push(after);
			if (settings.padding !== false) line.push(" ");
			if (settings.delimiterEnd !== false || columnIndex !== cellsInRow - 1) line.push("|");
		}
		lines.push(settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join(""));
	}
	return lines.join("\n");
}
function serialize(value) {
	return value === null || value === void 0 ? "" : String(value);
}
function toAlignment(value) {
	const code = typeof value === "string" ? value.codePointAt(0) : 0;
	return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}

// src/report/table.ts
function table$2(rows, align) {
	return markdownTable(rows, {
		align: Array.from(align, (letter) => letter === "r" ? "r" : null),
		alignDelimiters: false
	});
}
function valueCell$1(value) {
	if (value === void 0) return "";
	const text = valueText(value);
	return typeof value === "number" && !/\d{7}/.test(text) ? text : inCell.name(text);
}

// src/report/sections/confirmation.ts
function confirmationDetails(results) {
	const { confirmation } = results;
	if (!confirmation) return void 0;
	const { candidates, final, trial, against } = confirmation;
	const format = confirmationFormat(confirmation);
	const score = (value) => value === void 0 || value === null ? literal$1`failed` : format(value);
	const number = (of) => inCell.name(`#${of}`);
	const { say, name } = inMarkdown;
	const seeds = candidates[0]?.scores.length ?? 0;
	const choice = seeds === 0 ? void 0 : table$2([[
		literal$1`candidate`,
		literal$1`in the search`,
		...Array.from({ length: seeds }, () => literal$1`fresh seed`)
	], ...candidates.map((candidate) => [
		number(candidate.trial),
		format(candidate.searchScore),
		...candidate.scores.map(score)
	])], `rr${"r".repeat(seeds)}`);
	const last = table$2([against ? [
		literal$1`seed`,
		literal$1`what ships today`,
		number(trial),
		literal$1`difference`
	] : [literal$1`seed`, number(trial)], ...final.map(({ seed, recommended, incumbent }) => [
		inCell.name(String(seed)),
		...against ? [score(incumbent)] : [],
		score(recommended),
		...against ? [recommended === void 0 || incumbent === void 0 ? literal$1`–` : withSign(recommended - incumbent, format)] : []
	])], against ? "rrrr" : "rr");
	return folded(literal$1`The best configs on fresh seeds`, [
		choice && paragraph(say`The best of the search were trained again with seeds that the search had not seen; ${name(`#${trial}`)} has the best mean.`),
		choice,
		paragraph(say`Its number comes from further seeds, which neither the search nor this choice has seen, so it is not the best of many.`),
		last
	]);
}

// src/report/sections/leaderboard.ts
function leaderboardSection(results, board, options) {
	if (board.rows.length === 0) return [];
	const { shown, rest } = splitRows(board.rows, options.top);
	const paths = varyingPaths(results, options.rest ? board.rows : shown);
	const columns = paths.slice(0, options.columns);
	const { say } = inMarkdown;
	const hidden = paths.length > columns.length ? paragraph(say`${plural(paths.length - columns.length, "further parameter")} not shown.`) : void 0;
	const out = [drawRows(results, board, shown, columns)];
	const legend = frontLegend(results, inMarkdown);
	if (legend) out.push(paragraph(legend));
	if (hidden) out.push(hidden);
	if (rest.length > 0) out.push(options.rest ? folded(literal$1`${plural(rest.length, "further trial")}`, [drawRows(results, board, rest, columns)]) : paragraph(say`And ${plural(rest.length, "further trial")}.`));
	return out;
}
function drawRows(results, board, rows, columns) {
	const fresh = results.confirmation !== void 0;
	const goals = goalColumns(results);
	const gpus = rows.some(({ trial }) => trial.device !== void 0);
	const header = [
		literal$1`rank`,
		literal$1`trial`,
		goalTitle(results.study.metric.name, results, inCell),
		...fresh ? [literal$1`on fresh seeds`] : [],
		...goals.map((goal) => goalTitle(goal.name, results, inCell)),
		...columns.map((path) => inCell.name(shortName(path, columns))),
		literal$1`epochs`,
		literal$1`duration`,
		...gpus ? [literal$1`GPU`] : [],
		literal$1`state`
	];
	const body = rows.map(({ rank, trial, incumbent, best, misses }) => [
		rank === void 0 ? literal$1`` : counted(rank),
		incumbent ? inCell.say`${number$1(trial.trial)}\u00a0ships\u00a0today` : best && fresh ? inCell.strong(number$1(trial.trial)) : number$1(trial.trial),
		trial.score === void 0 ? literal$1`–` : board.score(trial.score),
		...fresh ? [freshCell(results, {
			trial,
			incumbent
		})] : [],
		...goals.map((goal) => goal.cell(trial)),
		...columns.map((path) => valueCell$1(trial.config[path])),
		epochsOf$1(trial),
		duration$1(trial.durationMs),
		...gpus ? [trial.device === void 0 ? literal$1`` : inCell.name(trial.device, 20)] : [],
		missWords(misses, inCell) ?? stateWords(trial)
	]);
	return table$2([header, ...body], `rlr${fresh ? "r" : ""}${"r".repeat(columns.length)}rr${gpus ? "r" : ""}l`);
}
function number$1(trial) {
	return inCell.name(`#${trial}`);
}

// src/report/sections/run-details.ts
function runDetails(results) {
	const { say } = inMarkdown;
	return folded(literal$1`How this was run`, [paragraph(stopSentence(results, inMarkdown)), bullets(runFacts(results, inMarkdown).map(({ label, text }) => say`${label}: ${text}`))]);
}

// src/spec/default-places.ts
function defaultPlaces(text, flatPaths) {
	const { params } = loadSpec("spec", text);
	const places = /* @__PURE__ */ new Map();
	for (const flat of flatPaths) {
		const path = defaultPath(params, flat, ["params"]);
		const place = path && locate(text, path);
		if (place) places.set(flat, place);
	}
	return places;
}
function defaultPath(definitions, flat, path) {
	for (const [name, definition] of Object.entries(definitions)) {
		if (flat !== name && !flat.startsWith(`${name}.`) && !flat.startsWith(`${name}[`)) continue;
		const here = [...path, name];
		if (flat === name) return [...here, "default"];
		const rest = flat.slice(name.length);
		if (definition.type === "repeat") {
			const block = /^\[\d+\]\.(.+)$/s.exec(rest)?.[1];
			if (Array.isArray(definition.default)) return [...here, "default"];
			return block === void 0 ? void 0 : defaultPath(definition.of, block, [...here, "of"]);
		}
		if (definition.type !== "choice" || !definition.options) continue;
		for (const [option, children] of Object.entries(definition.options)) {
			if (!rest.startsWith(`.${option}.`)) continue;
			const found = defaultPath(children, rest.slice(option.length + 2), [
				...here,
				"options",
				option
			]);
			if (found) return found;
		}
	}
}

// src/session/ship.ts
function shippingPath({ values }, specPath) {
	const spec = specPath.split(path.sep).join("/");
	return values ? path.posix.join(path.posix.dirname(spec), values.file.split(path.sep).join("/")) : spec;
}
function shippingText({ text, values }) {
	return values?.text ?? text;
}
function ship(files, space, config, text = shippingText(files)) {
	return files.values ? shipValues({
		...files.values,
		text
	}, space, config) : shipConfig(text, config);
}
function shippingPlaces({ text, values }, space, names) {
	const places = values ? valuePlaces(values, space, names) : defaultPlaces(text, names);
	return new Map([...places].map(([name, { line, column, endColumn }]) => [name, {
		startLine: line,
		startColumn: column,
		endColumn
	}]));
}

// src/report/architecture.ts
const kindNames = [
	"block",
	"type",
	"kind",
	"layer",
	"op",
	"operation"
];
function architectureOf(space, config) {
	const tree = nestConfig(space, config);
	return space.parameters.filter(({ role, location }) => role === "count" && location.length === 1).flatMap(({ path }) => {
		const list = tree[path];
		return Array.isArray(list) ? [{
			name: path,
			blocks: drawn(list, path)
		}] : [];
	}).filter(({ blocks }) => countBlocks(blocks) > 1);
}
function countBlocks(blocks) {
	return blocks.reduce((sum, { blocks: inner }) => sum + (inner.length > 0 ? countBlocks(inner) : 1), 0);
}
function drawn(list, name) {
	return list.map((entry, index) => {
		const members = Object.entries(entry);
		const option = members.find(([key, value]) => isTree(value) && (kindNames.includes(key) || lone(members)));
		const kind = option ?? members.find(([key, value]) => kindNames.includes(key) && typeof value === "string");
		const rest = members.filter((member) => member !== kind);
		const all = [...option ? Object.entries(option[1]).filter(([key]) => key !== "type") : [], ...rest];
		const title = option ? option[1].type : kind?.[1];
		return {
			title: title === void 0 ? `${name} ${index + 1}` : String(title),
			settings: all.flatMap(([key, value]) => settingsOf(key, value)),
			blocks: all.flatMap(([key, value]) => Array.isArray(value) ? drawn(value, key) : []),
			skip: all.some(([key, value]) => key === "skip" && value === true)
		};
	});
}
function lone(members) {
	return members.filter(([, value]) => isTree(value)).length === 1 && !members.some(([key]) => kindNames.includes(key));
}
function settingsOf(key, value) {
	if (Array.isArray(value)) return [];
	if (!isTree(value)) return [[key, String(value)]];
	const { type, ...inner } = value;
	return [[key, String(type)], ...Object.entries(inner).flatMap(([name, item]) => settingsOf(name, item))];
}
function isTree(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/report/sections/architecture.ts
const mostInRow = 7;
const mostBlocks$1 = 100;
const mostSettings = 8;
const mostCharacters = 32;
function architectureSection({ space }, { recommended }) {
	if (!recommended) return [];
	const { say, name } = inMarkdown;
	return architectureOf(space, recommended.config).flatMap((stack) => {
		const count = countBlocks(stack.blocks);
		if (count > mostBlocks$1) return [];
		const drawing = mermaidBlock(mermaid(stack));
		return count > mostInRow ? [folded(inHtml.say`${inHtml.name(stack.name)} of trial ${inHtml.name(`#${recommended.trial}`)}, drawn`, [drawing])] : [paragraph(say`Its ${name(stack.name)}:`), drawing];
	});
}
function mermaid({ blocks }) {
	const { say } = inMermaid;
	const lines = [countBlocks(blocks) > mostInRow ? say`flowchart TD` : say`flowchart LR`, say`  in([input])`];
	const links = [];
	const skips = [];
	let last = literal$1`in`;
	let count = 0;
	let stages = 0;
	const open = [];
	const node = (block, indent) => {
		const id = literal$1`b${counted(count++)}`;
		lines.push(say`${indent}${id}["${label$1(block)}"]`);
		links.push(say`  ${last} ==> ${id}`);
		for (const from of open.splice(0)) skips.push(say`  ${from} -. skip .-> ${id}`);
		if (block.skip) open.push(last);
		last = id;
	};
	const place = (list, indent) => {
		for (const block of list) {
			if (block.blocks.length === 0) {
				node(block, indent);
				continue;
			}
			lines.push(say`${indent}subgraph s${counted(stages++)}["${label$1(block)}"]`);
			place(block.blocks, literal$1`${indent}  `);
			lines.push(say`${indent}end`);
		}
	};
	place(blocks, literal$1`  `);
	for (const from of open) skips.push(say`  ${from} -. skip .-> out`);
	return [
		...lines,
		say`  out([output])`,
		...links,
		say`  ${last} ==> out`,
		...skips
	];
}
function label$1({ title, settings }) {
	const { say, name: plain } = inMermaid;
	const shown = settings.filter(([name, value]) => name !== "skip" && value !== "none" && value !== "0" && value !== "false");
	const more = shown.length > mostSettings ? [say`…`] : [];
	return [
		plain(title, mostCharacters),
		...shown.slice(0, mostSettings).map(([name, value]) => plain(value === "true" ? name : `${name} ${value}`, mostCharacters)),
		...more
	].reduce((text, row) => say`${text}<br/>${row}`);
}

// src/report/sections/best-config.ts
function bestConfig$1(results, board) {
	const { recommended: best, incumbent } = board;
	if (!best || best === incumbent || isNothingToChange(results)) return [];
	const { say, name } = inMarkdown;
	return [
		paragraph(say`Config of trial ${name(`#${best.trial}`)}${results.space.incumbent ? say`; what differs from what ships today says what it was` : say``}:`),
		codeBlock(configYaml(results.space, best.config), {
			language: "yaml",
			limit: 12e3
		}),
		...architectureSection(results, board),
		paragraph(say`To train it again:`),
		codeBlock(replayCommand(results, best.trial), { language: "sh" })
	];
}

// src/report/sections/failures.ts
const { say: say$9, name: name$7, sentence: sentence$6, join: join$6 } = inMarkdown;
function failuresSection(results, options) {
	const groups = failureGroups(results);
	if (groups.length === 0) return void 0;
	const count = groups.reduce((sum, { trials }) => sum + trials.length, 0);
	const example = groups.find((group) => group.example.tail?.trim())?.example;
	return folded(literal$1`${plural(count, "trial failed", "trials failed")}`, [bullets(groups.map(groupLine)), ...options.tail && example?.tail ? [paragraph(say$9`The end of the log of ${label(example)}:`), codeBlock(example.tail, {
		limit: 4096,
		keep: "end"
	})] : []]);
}
function groupLine({ reason, trials, example }) {
	const shown = join$6(trials.slice(0, 8).map(label), ", ");
	const more = trials.length > 8 ? say$9` …` : say$9``;
	const message = example.message ? say$9`. ${label(example)} says: ${sentence$6(example.message, 300)}` : say$9``;
	return say$9`${counted(trials.length)} ${failureWords[reason]}: ${shown}${more}${message}`;
}
function label({ role, trial, seed }) {
	if (role === "search") return name$7(`#${trial}`);
	return say$9`${role === "confirm" ? literal$1`confirmation` : role === "head" ? literal$1`head` : literal$1`base`} with seed ${name$7(String(seed))}`;
}

// src/report/mermaid.ts
const mostPoints$1 = 60;
const longestLabel = 24;
const { say: say$8, name: name$6, join: join$5 } = inMermaid;
function lineChart(title, xAxis, yAxis, lines) {
	const longest = Math.max(0, ...lines.map(({ values }) => values.length));
	if (longest < 2 || lines.some(({ values }) => !values.every(Number.isFinite))) return void 0;
	const thin = (values) => values.length <= mostPoints$1 ? values : Array.from({ length: mostPoints$1 }, (_, i) => values[Math.round(i * (values.length - 1) / 59)]);
	return mermaidBlock([
		say$8`xychart-beta`,
		say$8`  title "${name$6(title, 60)}"`,
		say$8`  x-axis "${name$6(xAxis, longestLabel)}" 1 --> ${number(longest)}`,
		say$8`  y-axis "${name$6(yAxis, longestLabel)}"`,
		...lines.map(({ values }) => say$8`  line [${join$5(thin(values).map(number), ", ")}]`)
	]);
}
function barChart(title, yAxis, bars) {
	if (bars.length === 0 || !bars.every(({ value }) => Number.isFinite(value))) return void 0;
	const labels = bars.map(({ label }) => say$8`"${name$6(label, longestLabel)}"`);
	return mermaidBlock([
		say$8`xychart-beta horizontal`,
		say$8`  title "${name$6(title, 60)}"`,
		say$8`  x-axis [${join$5(labels, ", ")}]`,
		say$8`  y-axis "${name$6(yAxis, longestLabel)}" 0 --> ${number(Math.max(...bars.map(({ value }) => value)) * 1.05)}`,
		say$8`  bar [${join$5(bars.map(({ value }) => number(value)), ", ")}]`
	]);
}
function number(value) {
	const text = String(Number(value.toPrecision(6)));
	return /e/.test(text) ? value.toFixed(Math.min(20, Math.max(0, 5 - Math.floor(Math.log10(Math.abs(value) || 1))))) : text;
}

// src/report/sections/insight.ts
const shownCurves = 3;
function insightSection(results, board) {
	const { study, space } = results;
	const insight = insightOf(study, space, board.recommended?.trial);
	const words = insightWords(results, insight, inMarkdown);
	const sign = study.metric.goal === "maximize" ? -1 : 1;
	const charts = [
		lineChart("Best score so far", "trials", study.metric.name, [{ values: insight.progress.best.map((loss) => sign * loss) }]),
		lineChart(`Learning curves of the best ${shownCurves}`, "reports", study.metric.name, curves(results, board)),
		barChart("What decided about being among the best", "share", (insight.importance ?? []).slice(0, 6).map(({ path, share }) => ({
			label: path,
			value: Number(share.toFixed(3))
		})))
	].filter((chart) => chart !== void 0);
	if (words.length === 0 && charts.length === 0) return void 0;
	return folded(literal$1`What the search learned`, [words.length > 0 ? bullets(words) : void 0, ...charts]);
}
function curves({ study }, board) {
	return board.rows.filter(({ rank }) => rank !== void 0).slice(0, shownCurves).map(({ trial }) => ({ values: trial.reports.flatMap(({ metrics }) => {
		const value = metrics[study.metric.name];
		return value === void 0 || !Number.isFinite(value) ? [] : [value];
	}) })).filter(({ values }) => values.length >= 3);
}

// src/report/sections/notices.ts
function noticesSection({ notices }, most) {
	if (notices.length === 0) return void 0;
	const { say, sentence } = inMarkdown;
	const shown = notices.slice(0, most).map((notice) => say`${sentence(notice)}`);
	const more = notices.length > most ? [say`and ${counted(notices.length - most)} more`] : [];
	return blocks([paragraph(literal$1`Notes:`), bullets([...shown, ...more])]);
}

// src/insight/proxies.ts
const proxyMetrics = [
	"synflow",
	"jacob_cov",
	"parameters",
	"flops"
];
const fewest$1 = 12;
const fewestTop = 6;
function proxyAgreements(study) {
	const byTrial = new Map(study.trials.filter(({ role }) => role === "search").map((trial) => [trial.trial, trial]));
	const trained = observationsOf(study).map(({ trial, loss }) => ({
		record: byTrial.get(trial),
		loss
	}));
	const proxies = proxyMetrics.flatMap((name) => agreement(name, trained.map(({ record, loss }) => ({
		loss,
		value: record.metrics[name]
	}))));
	if (proxies.length === 0) return [];
	const { name, goal } = study.metric;
	const steps = trained.flatMap(({ record }) => firstLook(record, name)?.step ?? []);
	const step = Math.max(...steps);
	const early = trained.map(({ record, loss }) => {
		const value = firstLook(record, name)?.value;
		return {
			loss,
			value: value === void 0 ? void 0 : goal === "maximize" ? value : -value
		};
	});
	return [...proxies, ...agreement(name, early).map((found) => ({
		...found,
		step
	}))];
}
function agreement(name, given) {
	const pairs = given.flatMap(({ loss, value }) => value !== void 0 && !Number.isNaN(value) ? [{
		loss,
		value
	}] : []);
	if (pairs.length < fewest$1 || new Set(pairs.map(({ value }) => value)).size < 2) return [];
	const correlation = (of) => rankCorrelation(of.map(({ value }) => value), of.map(({ loss }) => -loss));
	const top = [...pairs].sort((a, b) => a.loss - b.loss).slice(0, Math.max(fewestTop, Math.round(pairs.length / 3)));
	return [{
		name,
		all: correlation(pairs),
		trials: pairs.length,
		top: correlation(top),
		topTrials: top.length
	}];
}
function firstLook({ reports }, name) {
	const [first] = reports;
	const value = first?.metrics[name];
	return reports.length > 1 && value !== void 0 ? {
		step: first.step,
		value
	} : void 0;
}

// src/report/sections/proxies.ts
const telling = .3;
function proxiesSection({ study }) {
	const found = proxyAgreements(study);
	if (found.length === 0) return void 0;
	const { say } = inMarkdown;
	const [{ trials, topTrials }] = found;
	const head = [
		literal$1`score`,
		literal$1`all ${counted(trials)} trials`,
		literal$1`the best ${counted(topTrials)}`
	];
	const rows = found.map(({ name, step, all, top }) => [
		step === void 0 ? inCell.name(name) : inCell.say`${inCell.name(name)} after ${step === 1 ? literal$1`1 epoch` : literal$1`${counted(step)} epochs`}`,
		correlationCell(all),
		correlationCell(top)
	]);
	const useless = found.every(({ top }) => top < telling);
	return folded(literal$1`How far scores before the end can be trusted`, [
		paragraph(say`Rank correlation with the score after the training: 1 is the same order, 0 none, −1 the opposite one. The best are what a search is about.`),
		table$2([head, ...rows], "lrr"),
		...useless ? [paragraph(say`None of them tells the best from the good here.`)] : []
	]);
}
function correlationCell(value) {
	const text = Math.abs(value).toFixed(2);
	return `${value < 0 && text !== "0.00" ? "−" : ""}${text}`;
}

// src/report/sections/regression-check.ts
const { say: say$7, name: name$5, sentence: sentence$5 } = inMarkdown;
const none = literal$1`–`;
function regressionCheck(results) {
	const { verdict } = results;
	if (!verdict || verdict.pairs.length === 0) return [];
	const what = paragraph(compared(results));
	return verdict.difference === void 0 ? [what] : [
		mainTable(results, verdict),
		...otherTable(verdict),
		what
	];
}
function mainTable({ study }, verdict) {
	const { base, head, difference, interval, maxDrop } = verdict;
	const means = numberFormat(scores(verdict));
	const change = differenceFormat(difference ?? 0, interval, maxDrop);
	const header = [
		inCell.name(study.metric.name),
		literal$1`base`,
		literal$1`head`,
		literal$1`difference`,
		literal$1`${intervalLevel(verdict)} interval`,
		literal$1`limit`,
		literal$1`seeds`
	];
	const row = [
		literal$1`mean`,
		base === void 0 ? none : means(base),
		head === void 0 ? none : means(head),
		difference === void 0 ? none : withSign(difference, change),
		interval === void 0 ? none : interval[0] === interval[1] ? literal$1`exact` : literal$1`${withSign(interval[0], change)} to ${withSign(interval[1], change)}`,
		short(maxDrop, 6),
		seedCount(verdict)
	];
	return table$2([header, row], "lrrrrrr");
}
function otherTable(verdict) {
	const { shown, rest } = otherMetrics(verdict);
	if (shown.length === 0) return [];
	const rows = shown.map(({ name: of, cells }) => [inCell.name(of), ...cells]);
	return [table$2([[literal$1`further metric`, ...otherTitles], ...rows], "lrrrrrl"), ...rest > 0 ? [paragraph(say$7`${counted(rest)} more ${rest === 1 ? literal$1`is` : literal$1`are`} further from the limit: the files of the run have them.`)] : []];
}
function seedCount({ pairs }) {
	const complete = completePairs(pairs);
	return complete === pairs.length ? counted(complete) : literal$1`${counted(complete)} of ${counted(pairs.length)}`;
}
function scores({ pairs, base, head }) {
	return [
		...pairs.flatMap((pair) => [pair.base, pair.head]),
		base,
		head
	].filter((value) => value !== void 0);
}
function compared({ base, head }) {
	const headWords = head?.sha ? name$5(head.sha.slice(0, 7)) : say$7`the files as they are`;
	const dirty = head?.sha && head.dirty ? say$7` with changes that are not committed` : say$7``;
	const baseWords = base ? say$7`${name$5(base.sha.slice(0, 7))} (${sentence$5(base.how, 120)})` : say$7`unknown`;
	return say$7`Base is ${baseWords}, head is ${headWords}${dirty}; both were trained with their own shipped values and the same seeds.`;
}
function regressionDetails(results) {
	const { verdict } = results;
	if (!verdict || verdict.pairs.length === 0) return void 0;
	const format = numberFormat(scores(verdict));
	const rows = verdict.pairs.map(({ seed, base, head }) => [
		inCell.name(String(seed)),
		base === void 0 ? literal$1`failed` : format(base),
		head === void 0 ? literal$1`failed` : format(head),
		base === void 0 || head === void 0 ? none : withSign(head - base, format)
	]);
	const header = [
		literal$1`seed`,
		literal$1`base`,
		literal$1`head`,
		literal$1`difference`
	];
	const plot = dotPlot(verdict.pairs);
	return folded(literal$1`Regression check, seed by seed`, [
		table$2([header, ...rows], "rrrr"),
		plot.length > 0 ? codeBlock(plot.join("\n")) : void 0,
		paragraph(statistics(verdict)),
		shippedChanges(results),
		paragraph(say$7`To compare again, in a checkout of the head:`),
		codeBlock(compareCommand(results), { language: "sh" })
	]);
}
function statistics({ pWorse, detectable, confidence, goal }) {
	const better = goal === "maximize" ? literal$1`higher` : literal$1`lower`;
	const p = pWorse === void 0 ? literal$1`` : literal$1` p = ${short(pWorse, 2)}.`;
	const power = detectable === void 0 ? literal$1`` : literal$1` This many seeds find a change to the worse of ${short(detectable, 2)} four times in five.`;
	return say$7`One-sided paired test that head is worse (${better} is better), at ${percent$1(confidence)} confidence.${p}${power}`;
}
function shippedChanges({ baseConfig, space }) {
	const head = space.incumbent;
	if (!baseConfig || !head) return void 0;
	const paths = [.../* @__PURE__ */ new Set([...Object.keys(baseConfig), ...Object.keys(head)])].filter((path) => baseConfig[path] !== head[path]);
	if (paths.length === 0) return void 0;
	const rows = paths.slice(0, 50).map((path) => [
		inCell.name(path),
		valueCell$1(baseConfig[path]),
		valueCell$1(head[path])
	]);
	return table$2([[
		literal$1`shipped value`,
		literal$1`base`,
		literal$1`head`
	], ...rows], "lrr");
}

// src/report/markdown.ts
function renderComment(results) {
	const board = leaderboard(results);
	const stage = {
		tail: true,
		notices: 20,
		details: true
	};
	return [
		full(results, board, {
			...stage,
			leaderboard: {
				top: 10,
				rest: true,
				columns: 8
			}
		}),
		full(results, board, {
			...stage,
			tail: false,
			leaderboard: {
				top: 10,
				rest: false,
				columns: 8
			}
		}),
		full(results, board, {
			tail: false,
			notices: 5,
			details: false,
			leaderboard: {
				top: 5,
				rest: false,
				columns: 4
			}
		}),
		pointer(results, board)
	];
}
function renderSummary(results) {
	const board = leaderboard(results);
	const stage = {
		tail: true,
		notices: 50,
		details: true
	};
	const [first, ...others] = [
		Number.POSITIVE_INFINITY,
		1e3,
		100
	].filter((top, index) => index === 0 || top < board.rows.length).map((top) => full(results, board, {
		...stage,
		leaderboard: {
			top,
			rest: false,
			columns: 16
		}
	}));
	return [
		first,
		...others,
		...renderComment(results).slice(1)
	];
}
function renderLeaderboard(results) {
	const board = leaderboard(results);
	const everything = Number.POSITIVE_INFINITY;
	const { say, name } = inMarkdown;
	return document([
		heading(say`Leaderboard of ${name(results.study.name)}`),
		paragraph(searchWords(results, board, inMarkdown)),
		paragraph(say`${goalWords(results)} ${stopSentence(results, inMarkdown)}`),
		...leaderboardSection(results, board, {
			top: everything,
			rest: false,
			columns: everything
		})
	]);
}
function goalWords({ study }) {
	const { say, name } = inMarkdown;
	return study.metric.goal === "maximize" ? say`Higher ${name(study.metric.name)} is better.` : say`Lower ${name(study.metric.name)} is better.`;
}
function renderTitle(results) {
	return titleWords(results, inLine);
}
function full(results, board, stage) {
	return document([
		paragraph(headline(results, board, inMarkdown)),
		...regressionCheck(results),
		afterVerdict(results, board),
		stopNote(results),
		...leaderboardSection(results, board, stage.leaderboard),
		...bestConfig$1(results, board),
		noticesSection(results, stage.notices),
		...stage.details ? [
			regressionDetails(results),
			confirmationDetails(results),
			insightSection(results, board),
			proxiesSection(results),
			failuresSection(results, stage),
			runDetails(results)
		] : [paragraph(pointerWords())]
	]);
}
function stopNote(results) {
	const reason = results.study.stop?.reason;
	return results.gateOnly || reason === "trials" || reason === "time" || reason === "cost" || reason === "exhausted" ? void 0 : paragraph(stopSentence(results, inMarkdown));
}
function afterVerdict(results, board) {
	return results.verdict && !results.gateOnly ? paragraph(searchWords(results, board, inMarkdown)) : void 0;
}
function pointer(results, board) {
	return document([
		paragraph(headline(results, board, inMarkdown)),
		afterVerdict(results, board),
		paragraph(pointerWords())
	]);
}
function pointerWords() {
	return literal$1`The rest is too long for here: see the summary of the job and the files of the run.`;
}
function document(items) {
	return block`${blocks(items)}\n`;
}

// src/session/publication.ts
function outcomeOf$1(results, cancelled) {
	if (cancelled) return "cancelled";
	if (!results.study.trials.some(({ role, state }) => role === "search" && (state === "completed" || state === "pruned")) && results.study.stop?.reason === "failing" && results.verdict?.conclusion !== "regressed") return "error";
	return results.verdict?.conclusion ?? "searched";
}
function resultPublication(results, outcome) {
	return {
		name: results.study.name,
		outcome,
		title: renderTitle(results),
		comment: renderComment(results),
		checkSummary: renderComment(results),
		jobSummary: renderSummary(results)
	};
}
function regressionAnnotations({ verdict, baseConfig, space, specPath }, files) {
	const { incumbent } = space;
	if (verdict?.conclusion !== "regressed" || !baseConfig || !incumbent) return [];
	const changed = Object.keys(incumbent).filter((name) => incumbent[name] !== baseConfig[name]);
	return [...shippingPlaces(files, space, changed)].map(([name, place]) => ({
		path: shippingPath(files, specPath),
		...place,
		endLine: place.startLine,
		level: "warning",
		title: "The model got worse",
		message: baseConfig[name] === void 0 ? `${visible$1(name, 200)} is new here; the base does not have it.` : `The base ships ${visible$1(String(baseConfig[name]), 200)} for ${visible$1(name, 200)}.`
	}));
}
function failureOf(error, specPath) {
	const problems = error instanceof SpecError ? error.problems : [];
	const message = error instanceof Error ? error.message : String(error);
	return {
		title: problems.length > 0 ? `${specPath} has ${problems.length} problem${problems.length === 1 ? "" : "s"}` : "Tunegate could not run",
		message,
		annotations: problems.map((problem) => annotation(problem, specPath))
	};
}
function failurePublication({ title, message, annotations }) {
	const first = annotations.length > 0 ? block`**The tuning spec cannot be used.**` : block`**Tunegate could not run.**`;
	const text = block`${first}\n\n${codeBlock(message)}\n`;
	return {
		name: "error",
		outcome: "error",
		title,
		checkSummary: text,
		jobSummary: text,
		annotations
	};
}
function annotation({ line, column, endColumn, message, expected, suggestion }, path) {
	return {
		path,
		startLine: line,
		endLine: line,
		startColumn: column,
		endColumn,
		level: "failure",
		title: "Tuning spec",
		message: [message, ...[expected && `expected: ${expected}`, suggestion].filter((text) => text !== void 0 && text !== "")].join("\n")
	};
}
function outputsOf(results, outcome, files, published) {
	const { verdict, confirmation, study } = results;
	const search = bestTrial(study);
	const best = study.trials.find(({ role, trial }) => role === "search" && trial === confirmation?.trial) ?? search;
	const score = confirmation?.mean ?? best?.score;
	return {
		outcome,
		...best === void 0 || score === void 0 ? {} : {
			bestScore: score,
			bestParams: nestConfig(results.space, best.config)
		},
		...verdict?.base === void 0 ? {} : { baselineScore: verdict.base },
		...verdict?.difference === void 0 ? {} : { delta: verdict.difference },
		trials: results.budget.spent.trials,
		reportPath: files.markdown,
		resultsPath: files.json,
		...published
	};
}

// src/study/clock.ts
const longestTimer$2 = 2 ** 31 - 1;
const systemClock = {
	now: () => performance.now(),
	at(time, callback) {
		let timer;
		const arm = () => {
			const left = time - performance.now();
			if (left <= 0) callback();
			else timer = setTimeout(arm, Math.min(Math.ceil(left), longestTimer$2));
		};
		timer = setTimeout(arm, 0);
		return () => clearTimeout(timer);
	}
};

// src/study/confirm-plan.ts
const mostCandidates = 5;
const mostChoiceSeeds = 3;
const leastFinalSeeds = 3;
const mostFinalSeeds = 5;
const share = .15;
const confirmTimeShare = .13;
function planConfirmation(room) {
	const { searched, available, affordable, perFinalSeed, wanted } = room;
	if (available === 0) return void 0;
	const least = wanted ?? leastFinalSeeds;
	const budget = Math.min(affordable, Math.max(least * perFinalSeed, Math.round(share * searched)));
	const sure = Math.min(least, Math.floor(budget / perFinalSeed));
	if (sure < Math.min(2, least)) return void 0;
	const rest = budget - sure * perFinalSeed;
	const candidates = Math.min(mostCandidates, available, rest);
	if (candidates < 2) return {
		candidates: 1,
		choiceSeeds: 0,
		finalSeeds: more(sure, rest)
	};
	const choiceSeeds = Math.min(mostChoiceSeeds, Math.floor(rest / candidates));
	return {
		candidates,
		choiceSeeds,
		finalSeeds: more(sure, rest - candidates * choiceSeeds)
	};
	function more(seeds, trainings) {
		return wanted === void 0 ? Math.min(Math.max(seeds, mostFinalSeeds), seeds + Math.floor(trainings / perFinalSeed)) : seeds;
	}
}
function fullTrainings(study, fullResource) {
	return study.trials.filter(({ role, state }) => role === "search" && state !== "running" && state !== "interrupted").reduce((sum, trial) => sum + shareOfFull(trial, fullResource), 0);
}
function shareOfFull({ reports, resource, state }, full) {
	const reached = reports.at(-1)?.step ?? resource;
	if (full === void 0 || reached === void 0) return 1;
	return state === "completed" && resource === void 0 ? 1 : Math.min(1, reached / full);
}

// src/trial/csv-table.ts
function parseCsv(text) {
	const plain = text.replace(/^\uFEFF/, "");
	const first = plain.slice(0, plain.search(/\r|\n|$/));
	const separator = [
		",",
		";",
		"	"
	].find((mark) => first.includes(mark)) ?? ",";
	const rows = [];
	let fields = [];
	let field = "";
	let [line, begun] = [1, 1];
	let quoted;
	const endRow = () => {
		fields.push(field);
		field = "";
		if (fields.length > 1 || fields[0].trim() !== "") rows.push({
			line: begun,
			fields
		});
		fields = [];
		begun = line;
	};
	for (let i = 0; i < plain.length; i++) {
		const character = plain[i];
		if (character === "\n" || character === "\r" && plain[i + 1] !== "\n") line += 1;
		if (quoted !== void 0) {
			if (character !== "\"") field += character;
			else if (plain[i + 1] === "\"") field += plain[i++];
			else quoted = void 0;
		} else if (character === "\"" && field.trim() === "") {
			field = "";
			quoted = line;
		} else if (character === separator) {
			fields.push(field);
			field = "";
		} else if (character === "\n" || character === "\r" && plain[i + 1] !== "\n") endRow();
		else if (character !== "\r") field += character;
	}
	if (quoted !== void 0) throw new Error(`the quote in line ${quoted} is never closed`);
	if (field !== "" || fields.length > 0) endRow();
	const columns = (rows.shift()?.fields ?? []).map((name) => name.trim());
	return {
		columns,
		rows: rows.map(({ line, fields }) => ({
			line,
			fields: Object.fromEntries(columns.map((name, i) => [name, (fields[i] ?? "").trim()]))
		}))
	};
}

// src/study/matching-files.ts
function matchingFiles(pattern, folder) {
	const parts = path.resolve(folder, pattern).split(path.sep);
	const first = parts.findIndex((part) => /[*?]/.test(part));
	const whole = parts.join(path.sep);
	if (first < 0) return existsSync(whole) ? [whole] : [];
	return walk(parts.slice(0, first).join(path.sep) || path.sep, parts.slice(first)).sort();
}
const passedOver = /* @__PURE__ */ new Set(["node_modules", ".git"]);
function walk(folder, [part, ...rest]) {
	if (part === void 0) return [];
	let entries;
	try {
		entries = readdirSync(folder, { withFileTypes: true });
	} catch {
		return [];
	}
	const found = entries.flatMap((entry) => {
		const place = path.join(folder, entry.name);
		const hidden = entry.name.startsWith(".");
		if (part === "**") return entry.isDirectory() && !hidden && !passedOver.has(entry.name) ? walk(place, [part, ...rest]) : [];
		if (hidden && !part.startsWith(".") || !expression(part).test(entry.name)) return [];
		if (rest.length > 0) return entry.isDirectory() ? walk(place, rest) : [];
		return entry.isFile() ? [place] : [];
	});
	return part === "**" ? [.../* @__PURE__ */ new Set([...found, ...walk(folder, rest)])] : found;
}
function expression(part) {
	const source = part.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".");
	return new RegExp(`^${source}$`);
}

// src/study/earlier-studies.ts
const mostOfOne = 100;
function warmStartOf(search) {
	return [search["warm-start"] ?? []].flat();
}
function tryFirstOf(search, space) {
	return (search["try-first"] ?? []).map((config) => completeConfig(space, config));
}
function settleEarlier(journal, sources) {
	const known = foldRecords(journal.records).earlier;
	if (known || sources.patterns.length === 0) return known ?? {
		studies: [],
		notices: []
	};
	if (journal.records.some(({ type }) => type === "start")) return {
		studies: [],
		notices: []
	};
	const found = readEarlier(sources, journal.header.metric, journal.path);
	journal.append({
		type: "earlier",
		...found,
		at: (/* @__PURE__ */ new Date()).toISOString()
	}, { sync: true });
	return found;
}
function readEarlier({ patterns, folder, space }, metric, own = "") {
	const notices = [];
	const ownPath = path.resolve(own);
	const files = /* @__PURE__ */ new Set();
	for (const pattern of patterns) {
		const matching = matchingFiles(pattern, folder).map((file) => file === ownPath ? `${own}.old` : file).filter((file) => existsSync(file) && !file.includes(".lock-"));
		if (matching.length === 0) notices.push(`Warm start: there is no file ${pattern}.`);
		for (const file of matching) files.add(file);
	}
	const chosen = [...files].slice(-20);
	if (chosen.length < files.size) notices.push(`Warm start: of ${files.size} files the last ${chosen.length} by name are read.`);
	return {
		studies: chosen.flatMap((file) => {
			const name = path.relative(folder, file).split(path.sep).join("/");
			try {
				const { observations, left } = /\.(csv|tsv)$/i.test(file) ? fromCsv(readFileSync(file, "utf8"), space, metric) : fromJournal(file, space, metric);
				const count = `${observations.length} ${observations.length === 1 ? "trial" : "trials"}`;
				notices.push(`Warm start: ${count} of ${name}${leftOut(left)}.`);
				return observations.length === 0 ? [] : [{
					name,
					observations: bounded(observations, space)
				}];
			} catch (error) {
				const message = error instanceof JournalError || error instanceof Error ? error.message : String(error);
				notices.push(`Warm start: ${name} is left out: ${message}`);
				return [];
			}
		}).map(({ name, observations }) => ({
			name,
			observations: [...observations]
		})),
		notices
	};
}
function fromJournal(file, space, metric) {
	const fold = foldRecords(readJournal(file));
	const { header } = fold;
	sameMetric(header.metric, metric);
	const trials = fold.study().trials.filter(({ role, state, score }) => role === "search" && state === "completed" && Number.isFinite(score));
	const full = Math.max(...trials.map(({ resource }) => resource ?? 0), 0);
	return collect(trials.filter(({ resource }) => (resource ?? 0) === full).map(({ config, score }) => () => ({
		config: translate(space, config),
		loss: lossOf(metric, score)
	})));
}
function sameMetric(theirs, ours) {
	if (theirs.name !== ours.name) throw new Error(`its metric is ${theirs.name}, not ${ours.name}`);
	if (theirs.goal !== ours.goal) throw new Error(`its goal is to ${theirs.goal} ${theirs.name}`);
}
function fromCsv(text, space, metric) {
	const { columns, rows } = parseCsv(text);
	const ours = columns.includes("role") && columns.includes("state") && columns.includes("score");
	const column = [metric.name, `metrics.${metric.name}`].find((name) => columns.includes(name));
	const value = ours ? "score" : column;
	if (value === void 0 || ours && column === void 0) throw new Error(`it has no column ${metric.name}; its columns are ${columns.slice(0, 20).join(", ")}`);
	return collect((ours ? rows.filter(({ fields }) => fields["role"] === "search" && fields["state"] === "completed") : rows).map((row) => () => {
		const score = Number(row.fields[value]);
		if (row.fields[value] === "" || !Number.isFinite(score)) throw new ConfigError([`line ${row.line}: ${value} is not a number`]);
		return {
			config: translate(space, valuesOf$1(row, space)),
			loss: lossOf(metric, score)
		};
	}));
}
function valuesOf$1({ fields }, { parameters }) {
	return Object.fromEntries(parameters.flatMap((parameter) => {
		const { path: name } = parameter;
		const text = fields[name] ?? fields[`params.${name}`] ?? "";
		return text === "" ? [] : [[name, readValue(text, parameter)]];
	}));
}
function readValue(text, { domain }) {
	const values = domain.type === "choice" ? domain.values : domain.type === "constant" ? [domain.value] : [true, false];
	if (domain.type === "float" || domain.type === "int") return Number(text);
	const same = (value) => String(value) === text || String(value) === text.replace(/^'/, "") || typeof value === "boolean" && String(value) === text.toLowerCase() || typeof value === "number" && value === Number(text);
	return values.find(same) ?? text;
}
function translate(space, config) {
	const known = new Set(space.parameters.map(({ path: name }) => name));
	return completeConfig(space, Object.fromEntries(Object.entries(config).filter(([name]) => known.has(name))));
}
function collect(readings) {
	const observations = [];
	const left = [];
	for (const read of readings) try {
		observations.push(read());
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
		left.push(error.problems[0] ?? error.message);
	}
	return {
		observations,
		left
	};
}
function leftOut(left) {
	if (left.length === 0) return "";
	const reasons = [...new Set(left)];
	const more = reasons.length > 2 ? "; …" : "";
	return `; ${left.length} more do not fit this space (${reasons.slice(0, 2).join("; ")}${more})`;
}
function bounded(observations, space) {
	const groups = /* @__PURE__ */ new Map();
	for (const observation of observations) {
		const hash = hashConfig(space, observation.config);
		groups.set(hash, [...groups.get(hash) ?? [], observation]);
	}
	const means = [...groups.values()].map((group) => ({
		config: checkConfig(space, group[0].config),
		loss: group.reduce((sum, { loss }) => sum + loss, 0) / group.length
	}));
	if (means.length <= mostOfOne) return means;
	const best = new Set([...means].sort((a, b) => a.loss - b.loss).slice(0, mostOfOne / 2));
	const newest = means.filter((item) => !best.has(item)).slice(-(mostOfOne - best.size));
	return means.filter((item) => best.has(item) || newest.includes(item));
}

// src/study/early-end.ts
function earlyEndOf(budget) {
	return {
		...budget["no-improvement"] === void 0 ? {} : { noImprovement: budget["no-improvement"] },
		smallGain: budget["early-end"] ?? false
	};
}
const smallGain = .001;
const suggestions = 5;
function nothingToGain(fold, rules) {
	return (rules.noImprovement === void 0 ? void 0 : stall(fold, rules.noImprovement)) ?? (rules.smallGain ? converged(fold) : void 0);
}
function converged(fold) {
	const gains = fold.trials.filter(({ role }) => role === "search").slice(-10).flatMap(({ gain }) => gain ?? []).slice(-5);
	if (gains.length < suggestions || gains.some((gain) => gain >= smallGain)) return void 0;
	return `the model expects less than ${smallGain * 100} % of the spread of the results from any further config, ${suggestions} times in a row`;
}
function stall(fold, most) {
	const ended = inOrderOfEnds(fold);
	if (ended.length < most) return void 0;
	const { metric, more, constraints } = fold.header;
	const judged = (trials) => ({
		metric,
		trials,
		...more ? { more } : {},
		...constraints ? { constraints } : {}
	});
	let good = [];
	let since = 0;
	for (const trial of ended.map(trialRecord)) {
		since += 1;
		const study = judged([...good.filter((known) => known.trial !== trial.trial), trial]);
		const now = more?.length ? paretoFront(study) : [bestTrial(study)].flatMap((best) => best ?? []);
		if (now.includes(trial)) since = 0;
		good = now;
	}
	if (since < most) return void 0;
	const best = bestTrial(judged(good));
	if (!best) return `none of the first ${ended.length} trials came to a result`;
	const last = since === 1 ? "the last trial was not" : `none of the last ${since} trials was`;
	return more?.length ? `${last} better than those before in any way` : `${last} better than trial ${best.trial} (${metric.name} ${best.score})`;
}
function inOrderOfEnds(fold) {
	const trialOf = new Map(fold.trials.filter(({ role }) => role === "search").flatMap((trial) => trial.segments.filter(isTold).map((segment) => [segment.run, trial])));
	const order = [...fold.allEnds].reverse().flatMap(({ run }) => trialOf.get(run) ?? []);
	return [...new Set(order)].reverse();
}

// src/study/folders.ts
function runName(role, trial, segment) {
	return `${role === "search" ? "" : `${role}-`}${trial}${segment === 0 ? "" : `.${segment}`}`;
}
function trialFolder(study, role, trial, segment = 0) {
	return path.join(study, "trials", runName(role, trial, segment));
}
function checkpointFolder(study, role, trial, segment = 0) {
	return path.join(study, "checkpoints", runName(role, trial, segment));
}
function prepareFolders(study, role, trial, segment) {
	mkdirSync(study, { recursive: true });
	const root = realpathSync(study);
	const folder = trialFolder(root, role, trial, segment);
	const checkpoints = checkpointFolder(root, role, trial, segment);
	rmSync(folder, {
		recursive: true,
		force: true
	});
	rmSync(checkpoints, {
		recursive: true,
		force: true
	});
	const before = segment === 0 ? void 0 : checkpointFolder(root, role, trial, segment - 1);
	if (before && existsSync(before)) cpSync(before, checkpoints, {
		recursive: true,
		preserveTimestamps: true
	});
	else mkdirSync(checkpoints, { recursive: true });
	return {
		folder,
		checkpoints
	};
}
function dropCheckpoints(study, isWanted) {
	const root = path.join(study, "checkpoints");
	if (!existsSync(root)) return;
	for (const name of readdirSync(root)) {
		const [, trial, segment = "0"] = /^(\d+)(?:\.(\d+))?$/.exec(name) ?? [];
		if (trial !== void 0 && !isWanted(Number(trial), Number(segment))) rmSync(path.join(root, name), {
			recursive: true,
			force: true
		});
	}
}
function checkpointSizes(study) {
	const root = path.join(study, "checkpoints");
	const sizes = /* @__PURE__ */ new Map();
	if (!existsSync(root)) return sizes;
	for (const name of readdirSync(root)) {
		const trial = /^(\d+)(?:\.\d+)?$/.exec(name)?.[1];
		if (trial === void 0) continue;
		const number = Number(trial);
		sizes.set(number, (sizes.get(number) ?? 0) + sizeOf(path.join(root, name)));
	}
	return sizes;
}
function sizeOf(place) {
	try {
		const status = lstatSync(place);
		if (!status.isDirectory()) return status.size;
		return readdirSync(place).reduce((sum, name) => sum + sizeOf(path.join(place, name)), 0);
	} catch {
		return 0;
	}
}
function dropTrainingCheckpoints(study, role, trial) {
	rmSync(checkpointFolder(study, role, trial), {
		recursive: true,
		force: true
	});
}
function dropEarlierCheckpoints(study, role, trial, segment) {
	if (segment > 0) rmSync(checkpointFolder(study, role, trial, segment - 1), {
		recursive: true,
		force: true
	});
}

// src/study/checkpoint-space.ts
function tidyCheckpoints(folder, fold, strategy, cap, onDrop = () => {}) {
	const best = bestTrial(fold.study())?.trial;
	const inUse = (number) => fold.trials.some((trial) => trial.role === "search" && unfinishedSegment(trial) !== void 0 && (trial.trial === number || trial.parent === number));
	dropCheckpoints(folder, (number) => {
		if (number === best || !fold.find("search", number) || inUse(number)) return true;
		return strategy.mayResume?.(number) ?? true;
	});
	if (cap === void 0) return;
	const sizes = checkpointSizes(folder);
	let total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
	const dropped = /* @__PURE__ */ new Set();
	const paused = [...sizes.keys()].flatMap((number) => fold.find("search", number) ?? []);
	for (const { trial } of paused.sort((a, b) => lossAt(fold, b) - lossAt(fold, a) || b.trial - a.trial)) {
		if (total <= cap) break;
		const bytes = sizes.get(trial);
		if (trial === best || bytes === 0 || inUse(trial)) continue;
		total -= bytes;
		dropped.add(trial);
	}
	if (dropped.size === 0) return;
	dropCheckpoints(folder, (number) => !dropped.has(number));
	for (const number of dropped) onDrop(number);
}
function lossAt({ header }, { segments }) {
	const score = segments.at(-1)?.score;
	return score === void 0 ? Number.MAX_VALUE : lossOf(header.metric, score);
}

// src/study/drive.ts
async function drive(options) {
	return new Drive(options).run();
}
const accidents = /* @__PURE__ */ new Set([
	"crash",
	"signal",
	"idle",
	"spawn"
]);
var Drive = class {
	#options;
	#running = /* @__PURE__ */ new Map();
	#again = [];
	#attempts = /* @__PURE__ */ new Map();
	#session = randomBytes(4).toString("hex");
	#runs = 0;
	#interruption;
	#interrupted = 0;
	#error;
	constructor(options) {
		this.#options = options;
	}
	async run() {
		const { deadline, clock, signal } = this.#options;
		const cancel = () => this.#interrupt("cancelled");
		signal?.addEventListener("abort", cancel, { once: true });
		const disarm = deadline === void 0 ? void 0 : clock.at(deadline, () => this.#interrupt("time"));
		try {
			if (signal?.aborted) cancel();
			const over = await this.#loop();
			if (this.#interruption === "error") throw this.#error;
			if (this.#interruption) return {
				reason: this.#interruption,
				detail: this.#interruptionDetail()
			};
			return over;
		} finally {
			disarm?.();
			signal?.removeEventListener("abort", cancel);
		}
	}
	async #loop() {
		for (;;) {
			let step = {};
			try {
				step = this.#fill();
			} catch (error) {
				this.#fail(error);
			}
			const later = "ready" in step ? [step.ready] : [];
			const over = "over" in step ? step.over : void 0;
			if (this.#running.size === 0 && later.length === 0) {
				if (over || this.#interruption) return over;
				this.#fail(/* @__PURE__ */ new Error("the search waits for a result although no trial is running"));
				return;
			}
			await Promise.race([...later, ...[...this.#running.values()].map((running) => running.settled)]);
		}
	}
	#fill() {
		const { workers, next } = this.#options;
		for (let worker = 0; worker < workers; worker += 1) {
			if (this.#running.has(worker)) continue;
			if (this.#isInterrupted()) return {};
			const step = this.#again.shift() ?? next([...this.#running.values()].map((running) => running.plan));
			if (!("config" in step)) return step;
			if (this.#isInterrupted()) return {};
			this.#launch(worker, step);
		}
		return {};
	}
	#isInterrupted() {
		const { deadline, clock } = this.#options;
		if (deadline !== void 0 && clock.now() >= deadline) this.#interrupt("time");
		return this.#interruption !== void 0;
	}
	#launch(worker, plan) {
		const { fold, folder, clock, trialTimeout } = this.#options;
		const run = `${this.#session}.${this.#runs}`;
		this.#runs += 1;
		const { role, trial, segment, config, seed, origin, resource, code, gain, parent } = plan;
		const optional = {
			...resource === void 0 ? {} : { resource },
			...code === void 0 ? {} : { code }
		};
		const of = plan.known && role === "search" ? { of: plan.known.id } : {};
		const started = this.#record({
			type: "start",
			role,
			trial,
			run,
			...of,
			segment,
			config,
			seed,
			origin,
			...optional,
			...gain === void 0 ? {} : { gain },
			...parent === void 0 ? {} : { parent },
			worker,
			at: (/* @__PURE__ */ new Date()).toISOString()
		});
		if (started?.kind !== "start") throw new Error(`${role} trial ${trial} was started twice`);
		this.#options.onStart?.(started.trial, segment, started.again);
		const { again } = started;
		this.#options.onEvent({
			type: "trial-started",
			role,
			trial,
			config,
			seed,
			origin,
			...optional,
			worker,
			segment,
			again
		});
		const abort = new AbortController();
		let reports = 0;
		let stopped = false;
		const onReport = (report) => {
			if (stopped || abort.signal.aborted) return "stop";
			try {
				const { step, metrics } = report;
				const effect = this.#record({
					type: "report",
					role,
					trial,
					run,
					n: reports,
					step,
					metrics
				});
				reports += 1;
				const score = effect?.kind === "report" ? effect.score : void 0;
				stopped = this.#options.onReport?.(started.trial, report, score) === "stop";
				this.#options.onEvent({
					type: "report",
					role,
					trial,
					report,
					...score === void 0 ? {} : { score }
				});
				return stopped ? "stop" : "continue";
			} catch (error) {
				this.#fail(error);
				return "stop";
			}
		};
		const begun = clock.now();
		const execute = async () => {
			try {
				const places = prepareFolders(folder, role, trial, segment);
				const outcome = await this.#options.runnerOf(role, worker).run({
					trial,
					config,
					seed,
					...resource === void 0 ? {} : { resource },
					...plan.pauses ? { pauses: true } : {},
					...plan.leavesWeights ? { leavesWeights: true } : {},
					...parentOf(fold, folder, parent),
					metric: fold.header.metric.name,
					...furtherMetrics(fold.header),
					...places,
					signal: abort.signal,
					...trialTimeout === void 0 ? {} : { timeout: trialTimeout },
					onReport
				});
				this.#end(plan, run, started.trial, outcome, stopped, this.#options.runnerOf(role, worker).device);
			} catch (error) {
				this.#fail(error);
				this.#abandon(plan, run, clock.now() - begun);
			} finally {
				this.#running.delete(worker);
			}
		};
		this.#running.set(worker, {
			plan,
			abort,
			settled: Promise.resolve().then(execute)
		});
	}
	#end(plan, run, trial, outcome, stopped, device) {
		const { fold, folder, onEnd, onEvent } = this.#options;
		const score = trial.segments[plan.segment]?.score;
		const judged = endWithAllMetrics(fold.header, endRecord(plan, run, outcome, stopped, score, fold.header.metric.name), trial.segments.flatMap(({ reports }) => reports));
		const retried = this.#repeats(plan, judged);
		const end = {
			...judged,
			...retried ? { state: "interrupted" } : {},
			...device === void 0 ? {} : { device }
		};
		if (retried) this.#again.push({
			...plan,
			known: trial
		});
		if (end.state === "interrupted" && this.#interruption === void 0 && !retried) throw new Error(`${plan.role} trial ${plan.trial} was interrupted although nobody asked for it`);
		if (this.#record(end, true)?.kind === "end" && end.state !== "interrupted") {
			onEnd?.(trial, plan.segment, end);
			dropEarlierCheckpoints(folder, plan.role, plan.trial, plan.segment);
		}
		if (retried) {
			const { role, trial: number, seed } = plan;
			const { reason = "crash", message } = end;
			const about = {
				reason,
				...message === void 0 ? {} : { message }
			};
			onEvent({
				type: "retry",
				role,
				trial: number,
				seed,
				attempt: retried,
				of: this.#options.retries,
				...about
			});
		} else if (end.state === "interrupted") this.#interrupted += 1;
		const best = bestTrial(fold.study());
		const finished = countFinished(fold, plan.role);
		onEvent({
			type: "trial-ended",
			trial: trialRecord(trial),
			...best ? { best } : {},
			finished
		});
	}
	#repeats(plan, { state, reason }) {
		if (state !== "failed" || reason === void 0 || !accidents.has(reason) || this.#interruption) return void 0;
		const key = `${plan.role} ${plan.trial} ${plan.segment}`;
		const attempt = (this.#attempts.get(key) ?? 0) + 1;
		if (attempt > this.#options.retries) return void 0;
		this.#attempts.set(key, attempt);
		return attempt;
	}
	#abandon(plan, run, durationMs) {
		const { role, trial } = plan;
		try {
			const at = (/* @__PURE__ */ new Date()).toISOString();
			this.#record({
				type: "end",
				role,
				trial,
				run,
				state: "interrupted",
				durationMs,
				at
			}, true);
		} catch {}
	}
	#record(record, sync = false) {
		this.#options.journal.append(record, { sync });
		return this.#options.fold.apply(record);
	}
	#interrupt(reason) {
		if (this.#interruption) return;
		this.#interruption = reason;
		this.#options.onEvent({
			type: "stopping",
			reason,
			running: this.#running.size
		});
		for (const running of this.#running.values()) running.abort.abort(new Error(reason));
	}
	#fail(error) {
		this.#error ??= error;
		if (this.#interruption) this.#interruption = "error";
		else this.#interrupt("error");
	}
	#interruptionDetail() {
		const { signal } = this.#options;
		const cut = this.#interrupted === 0 ? "" : `; ${this.#interrupted} running ${this.#interrupted === 1 ? "trial was" : "trials were"} interrupted`;
		if (this.#interruption === "time") return `the time is up${cut}`;
		return `cancelled${typeof signal?.reason === "string" ? ` by ${signal.reason}` : ""}${cut}`;
	}
};
function endRecord(plan, run, outcome, stopped, score, metric) {
	const { durationMs, backend } = outcome;
	const base = {
		type: "end",
		role: plan.role,
		trial: plan.trial,
		run
	};
	const rest = {
		durationMs,
		backend,
		at: (/* @__PURE__ */ new Date()).toISOString()
	};
	if ((stopped || outcome.state === "stopped") && score !== void 0) return {
		...base,
		state: "pruned",
		score,
		...rest
	};
	const tail = outcome.tail === "" ? {} : { tail: outcome.tail };
	if (outcome.state === "failed") {
		const { reason, message } = outcome;
		return {
			...base,
			state: "failed",
			reason,
			message,
			...rest,
			...tail
		};
	}
	if (outcome.state === "interrupted") return {
		...base,
		state: "interrupted",
		...rest
	};
	if (score !== void 0) return {
		...base,
		state: "completed",
		score,
		...rest
	};
	const message = `the trial ended without a finite value of ${metric}`;
	return {
		...base,
		state: "failed",
		reason: "no-metric",
		message,
		...rest,
		...tail
	};
}
function countFinished(fold, role) {
	const kind = (of) => of === "base" ? "head" : of;
	return fold.trials.filter((item) => kind(item.role) === kind(role) && item.segments.some(isTold)).length;
}
function tooLate(fold, kind, deadline, clock) {
	if (deadline === void 0) return void 0;
	const left = deadline - clock.now();
	const quickest = fold.trials.filter(({ role }) => (role === "search" || role === "confirm") === (kind === "search")).flatMap((trial) => trial.segments).filter((segment) => segment.end?.state === "completed").reduce((least, segment) => Math.min(least, segment.end?.durationMs ?? least), Number.POSITIVE_INFINITY);
	if (quickest === Number.POSITIVE_INFINITY || quickest <= left) return void 0;
	return {
		reason: "time",
		detail: `${seconds(left)} were left and the quickest trial so far took ${seconds(quickest)}, so no further one was started`
	};
}
function seconds(ms) {
	return `${(Math.max(0, ms) / 1e3).toFixed(1)} s`;
}
function parentOf(fold, folder, number) {
	const parent = number === void 0 ? void 0 : fold.find("search", number);
	if (!parent) return {};
	const segment = parent.segments.length - 1;
	return { parent: {
		config: parent.config,
		checkpoints: checkpointFolder(folder, "search", parent.trial, segment)
	} };
}
function furtherMetrics({ more = [], constraints = [] }) {
	const names = [...more, ...constraints].map(({ name }) => name);
	return names.length === 0 ? {} : { furtherMetrics: [...new Set(names)] };
}

// src/study/epochs.ts
function epochsSpent(fold) {
	return fold.trials.filter(({ role }) => role === "search").reduce((sum, trial) => sum + epochsOf(trial), 0);
}
function epochsOf({ segments }) {
	let sum = 0;
	let before = 0;
	for (const { reports, resource, end } of segments) {
		if (end === void 0 || end.state === "interrupted") continue;
		const first = reports[0]?.step;
		const last = end.state === "completed" ? Math.max(resource ?? 0, reports.at(-1)?.step ?? 0) : reports.at(-1)?.step;
		if (last === void 0) continue;
		const anew = reports.length > 1 && first !== void 0 && first <= before;
		sum += anew ? last : Math.max(0, last - before);
		before = last;
	}
	return sum;
}
function epochsWanted(known, segment, resource) {
	const before = known?.segments[segment - 1]?.resource ?? 0;
	return Math.max(0, resource - before);
}

// src/study/replay.ts
function replayJournal(records, strategy, { hearUnfinished = false, onStop } = {}) {
	const told = /* @__PURE__ */ new Set();
	const { header, trials } = foldRecords(records);
	const { metric } = header;
	for (const trial of trials) for (const segment of trial.segments) if (isTold(segment)) told.add(segment.run);
	const heard = new Set(told);
	for (const record of records) if (record.type === "end" && record.state === "interrupted" && record.reason !== void 0) heard.add(record.run);
	if (hearUnfinished) {
		for (const trial of trials) for (const segment of trial.segments) if (!segment.end) heard.add(segment.run);
	}
	const fold = new StudyFold();
	for (const record of records) {
		const effect = fold.apply(record);
		if (effect?.trial.role !== "search") continue;
		const { trial } = effect;
		if (effect.kind === "start") {
			if (!effect.again) tellStart(strategy, trial.trial, trial.config, trial.segments[effect.segment]?.resource);
		} else if (effect.kind === "report") {
			if (!heard.has(effect.run)) continue;
			if (tellReport(strategy, metric, trial.trial, effect.report, effect.score) === "stop") onStop?.(effect.run);
		} else if (told.has(effect.end.run)) tellEnd(strategy, header, trial, effect.segment, effect.end);
	}
}
function tellStart(strategy, trial, config, resource) {
	if (resource === void 0) strategy.start(trial, config);
	else strategy.start(trial, config, resource);
}
function tellReport(strategy, metric, trial, report, score) {
	if (score === void 0 || scoreAfter(metric, void 0, report) === void 0) return "continue";
	return strategy.report(trial, report.step, lossOf(metric, score));
}
function tellEnd(strategy, goals, trial, segment, end) {
	strategy.tell(trial.trial, outcomeOf(goals, trial, segment, end));
}
function outcomeOf(goals, { segments }, segment, { state, score }) {
	if (state === "interrupted") return { state };
	if (state === "failed" || score === void 0) return { state: "failed" };
	const loss = lossOf(goals.metric, score);
	const { resource, reports } = segments[segment];
	const reached = state === "pruned" ? reports.at(-1)?.step : resource;
	const until = reached === void 0 ? {} : { resource: reached };
	if (state === "pruned") return {
		state,
		loss,
		...until
	};
	const all = segments.slice(0, segment + 1).flatMap((item) => item.reports);
	return {
		state,
		loss,
		...until,
		...furtherOutcome(goals, score, all)
	};
}

// src/study/think-ahead.ts
var ThinkAhead = class {
	#strategy;
	#thinker;
	#calls = [];
	#begun = false;
	#told = 0;
	#asked;
	#alone = false;
	constructor(strategy, thinker) {
		this.#strategy = strategy;
		this.#thinker = thinker;
	}
	begin() {
		const last = this.#calls.findLastIndex(({ to }) => to === "start");
		const later = this.#calls.splice(last + 1);
		this.#begun = true;
		this.#think(this.#told - later.filter(({ to }) => to !== "report").length);
		this.#calls = later;
	}
	suggest() {
		if (this.#alone) return this.#strategy.ask();
		const { suggestion, at, answer } = this.#asked ?? this.#think(this.#told);
		if (!suggestion) return { ready: answer };
		if (suggestion.kind === "new" && suggestion.resource === void 0 || at === this.#told) return suggestion;
		return { ready: this.#think(this.#told).answer };
	}
	ask() {
		return this.#strategy.ask();
	}
	start(trial, config, resource) {
		this.#strategy.start(trial, config, resource);
		this.#tell({
			to: "start",
			trial,
			config,
			...resource === void 0 ? {} : { resource }
		});
		if (this.#begun) this.#think(this.#told);
	}
	report(trial, step, loss) {
		this.#tell({
			to: "report",
			trial,
			step,
			loss
		});
		return this.#strategy.report(trial, step, loss);
	}
	tell(trial, outcome) {
		this.#strategy.tell(trial, outcome);
		this.#tell({
			to: "tell",
			trial,
			outcome
		});
	}
	mayResume(trial) {
		return this.#strategy.mayResume?.(trial) ?? true;
	}
	#tell(call) {
		if (call.to !== "report") this.#told += 1;
		this.#calls.push(call);
	}
	#think(at) {
		this.#thinker.call(this.#calls);
		this.#calls = [];
		const asked = {
			at,
			answer: this.#thinker.ask().then((suggestion) => {
				asked.suggestion = suggestion;
			}, () => {
				this.#alone = true;
			})
		};
		this.#asked = asked;
		return asked;
	}
};

// src/study/loop.ts
async function runStudy(options) {
	const { journal, budget, clock = systemClock, onEvent = () => {} } = options;
	if (options.runners.length === 0) throw new Error("a study needs a runner for each of its workers, and there is none");
	const { metric } = journal.header;
	const ahead = options.thinker && options.runners.length > 1 ? new ThinkAhead(options.strategy, options.thinker) : void 0;
	const strategy = ahead ?? options.strategy;
	replayJournal(journal.records, strategy);
	ahead?.begin();
	const fold = foldRecords(journal.records);
	const search = new Search(options, fold, clock, () => ahead?.suggest() ?? strategy.ask());
	let resumes = fold.trials.some((trial) => trial.role === "search");
	const end = await drive({
		journal,
		fold,
		workers: options.runners.length,
		runnerOf: (_role, worker) => options.runners[worker],
		folder: options.folder,
		trialTimeout: options.trialTimeout,
		retries: options.retries ?? 0,
		deadline: budget.deadline,
		clock,
		signal: options.signal,
		next: (running) => {
			const step = search.next(running);
			if ("config" in step && resumes) journal.append({
				type: "resume",
				at: (/* @__PURE__ */ new Date()).toISOString()
			});
			if ("config" in step) resumes = false;
			return step;
		},
		onStart: (trial, segment, again) => {
			if (!again) tellStart(strategy, trial.trial, trial.config, trial.segments[segment]?.resource);
		},
		onReport: (trial, report, score) => tellReport(strategy, metric, trial.trial, report, score),
		onEnd: (trial, segment, end) => {
			tellEnd(strategy, journal.header, trial, segment, end);
			tidyCheckpoints(options.folder, fold, strategy, budget.disk, options.onDrop);
		},
		onEvent
	});
	const reason = end.reason === "time" ? budget.deadlineBy ?? "time" : end.reason;
	const { detail } = end;
	if (fold.stop?.reason !== reason || fold.stop.detail !== detail) {
		const stop = {
			type: "stop",
			reason,
			detail,
			at: (/* @__PURE__ */ new Date()).toISOString()
		};
		journal.append(stop, { sync: true });
		fold.apply(stop);
	}
	onEvent({
		type: "stopped",
		reason,
		detail
	});
	return fold.study();
}
var Search = class {
	#options;
	#fold;
	#clock;
	#suggest;
	#unfinished;
	constructor(options, fold, clock, suggest) {
		this.#options = options;
		this.#suggest = suggest;
		this.#fold = fold;
		this.#clock = clock;
		this.#unfinished = fold.trials.filter((trial) => trial.role === "search" && unfinishedSegment(trial) !== void 0);
	}
	next(running) {
		const step = this.#next(running);
		const total = this.#options.budget.epochs;
		if (total === void 0 || !("config" in step) || step.resource === void 0) return step;
		const places = [
			this.#options.folder,
			"search",
			step.trial,
			step.segment - 1
		];
		const goesOn = step.segment > 0 && existsSync(checkpointFolder(...places));
		const wanted = epochsWanted(goesOn ? step.known : void 0, step.segment, step.resource);
		const spent = epochsSpent(this.#fold);
		if (spent + wanted > total) return { over: {
			reason: "epochs",
			detail: `${spent} of ${total} epochs were trained, and the next training would take up to ${wanted}`
		} };
		if (spent + running.reduce((sum, plan) => sum + epochsWanted(plan.known, plan.segment, plan.resource ?? 0), 0) + wanted > total) {
			if (step.known && step.segment < step.known.segments.length) this.#unfinished.unshift(step.known);
			return {};
		}
		return step;
	}
	#next(running) {
		const { budget, space } = this.#options;
		const failing = failingAlike(this.#fold.ends, this.#firstIsIncumbent(space));
		if (failing) return { over: {
			reason: "failing",
			detail: failing
		} };
		const late = tooLate(this.#fold, "search", budget.deadline, this.#clock);
		if (late) return { over: late };
		const spent = countFinished(this.#fold, "search") + running.filter((plan) => plan.segment === 0).length;
		const full = budget.trials !== void 0 && spent >= budget.trials;
		const trialsSpent = { over: {
			reason: "trials",
			detail: `the budget of ${budget.trials} trials is spent`
		} };
		const unfinished = this.#unfinished.find((trial) => !full || trial.segments.length > 1);
		if (unfinished) {
			this.#unfinished.splice(this.#unfinished.indexOf(unfinished), 1);
			return this.#again(unfinished);
		}
		const nothing = nothingToGain(this.#fold, budget.early ?? {});
		if (nothing) return { over: {
			reason: "no-gain",
			detail: nothing
		} };
		const suggestion = this.#suggest();
		if ("ready" in suggestion) return suggestion;
		switch (suggestion.kind) {
			case "new": return full ? trialsSpent : this.#begin(suggestion);
			case "resume": return this.#continue(suggestion, running);
			case "wait": return full && running.length === 0 ? trialsSpent : {};
			case "exhausted": return { over: {
				reason: "exhausted",
				detail: suggestion.reason
			} };
		}
	}
	#again(trial) {
		const segment = unfinishedSegment(trial);
		const resource = trial.segments[segment]?.resource;
		return {
			role: "search",
			trial: trial.trial,
			known: trial,
			segment,
			config: trial.config,
			seed: trial.seed,
			origin: trial.origin,
			...this.#family(trial.parent),
			...this.#upTo(resource)
		};
	}
	#begin(suggestion) {
		const trial = this.#fold.trials.filter((item) => item.role === "search").length;
		const resource = suggestion.resource ?? this.#options.budget.resource;
		return {
			role: "search",
			trial,
			segment: 0,
			config: suggestion.config,
			seed: this.#options.seedOf(trial),
			origin: suggestion.origin,
			...this.#upTo(resource),
			...suggestion.gain === void 0 ? {} : { gain: suggestion.gain },
			...this.#family(suggestion.parent)
		};
	}
	#family(parent) {
		if (!this.#options.inherits) return {};
		return {
			leavesWeights: true,
			...parent === void 0 ? {} : { parent }
		};
	}
	#continue(suggestion, running) {
		const known = this.#fold.find("search", suggestion.trial);
		if (!known || running.some((plan) => plan.trial === suggestion.trial)) throw new Error(`the strategy wants to go on with trial ${suggestion.trial}, which ${known ? "runs" : "never was"}`);
		return {
			role: "search",
			trial: known.trial,
			known,
			segment: known.segments.length,
			config: known.config,
			seed: known.seed,
			origin: suggestion.origin,
			...this.#upTo(suggestion.resource)
		};
	}
	#upTo(resource) {
		if (resource === void 0) return {};
		const full = this.#options.budget.resource;
		return {
			resource,
			...full !== void 0 && resource < full ? { pauses: true } : {}
		};
	}
	#firstIsIncumbent({ incumbent }) {
		const first = this.#fold.find("search", 0);
		if (!incumbent || !first) return false;
		return [.../* @__PURE__ */ new Set([...Object.keys(incumbent), ...Object.keys(first.config)])].every((path) => Object.is(incumbent[path], first.config[path]));
	}
};
function failuresAllowed(reason, withIncumbent) {
	if (reason === "infeasible") return Number.POSITIVE_INFINITY;
	return (reason === "not-finite" || reason === "out-of-memory" || reason === "timeout") && !withIncumbent ? 10 : 3;
}
function failingAlike(ends, withIncumbent) {
	const last = ends.at(-1);
	if (last?.state !== "failed" || last.reason === void 0) return void 0;
	const { reason } = last;
	if (ends.length < failuresAllowed(reason, withIncumbent)) return void 0;
	if (!ends.every((end) => end.state === "failed" && end.reason === reason)) return void 0;
	const words = [last.message, last.tail].filter((text) => text !== void 0 && text.trim() !== "").join("\n");
	return `the first ${ends.length} trials all failed (${reason})${words === "" ? "" : `: ${words}`}`;
}

// src/study/seeds.ts
function trialSeed(studySeed, purpose, index) {
	return randomStream(studySeed, `seed ${purpose}`, index).integer(2 ** 31);
}

// src/study/thinker.ts
function startThinker(entry, plan) {
	return existsSync(entry) ? new ThinkerThread(entry, plan) : void 0;
}
const longestClose = 2e3;
var ThinkerThread = class {
	#worker;
	#open = /* @__PURE__ */ new Map();
	#questions = 0;
	#end;
	constructor(entry, plan) {
		this.#worker = new Worker(entry, { workerData: plan });
		this.#worker.unref();
		this.#worker.on("message", ({ question, suggestion }) => {
			this.#open.get(question)?.resolve(suggestion);
			this.#open.delete(question);
			if (this.#open.size === 0) this.#worker.unref();
		});
		this.#worker.on("error", (error) => this.#fail(error));
		this.#worker.on("exit", (code) => this.#fail(/* @__PURE__ */ new Error(`the thread that thinks ended with code ${code}`)));
	}
	call(calls) {
		if (calls.length > 0 && !this.#end) this.#post({
			type: "calls",
			calls
		});
	}
	ask() {
		const question = this.#questions;
		this.#questions += 1;
		const answer = new Promise((resolve, reject) => {
			if (this.#end) reject(this.#end.error);
			else this.#open.set(question, {
				resolve,
				reject
			});
		});
		answer.catch(() => {});
		if (!this.#end) {
			this.#worker.ref();
			this.#post({
				type: "ask",
				question
			});
		}
		return answer;
	}
	async close() {
		const patience = new AbortController();
		const waited = setTimeout$1(longestClose, void 0, { signal: patience.signal }).catch(() => {});
		await Promise.race([this.#worker.terminate(), waited]);
		patience.abort();
	}
	#post(message) {
		this.#worker.postMessage(message);
	}
	#fail(error) {
		this.#end ??= { error };
		for (const { reject } of this.#open.values()) reject(this.#end.error);
		this.#open.clear();
	}
};

// src/study/time-limit.ts
function timeLimit({ time, cost, price }) {
	const bought = cost === void 0 || price === void 0 ? void 0 : cost / price * 36e5;
	if (bought !== void 0 && (time === void 0 || bought < time)) return {
		ms: bought,
		by: "cost"
	};
	return time === void 0 ? void 0 : {
		ms: time,
		by: "time"
	};
}
function costOf(ms, price) {
	return ms / 36e5 * price;
}

// src/trial/watch.ts
const longestTimer$1 = 2 ** 31 - 1;
function watch(signal, timeout, onEnd) {
	const finish = (end) => {
		unwatch();
		onEnd(end);
	};
	const abort = () => finish("interrupted");
	const timer = timeout === void 0 ? void 0 : setTimeout(() => finish(timeoutFailure(timeout)), Math.min(timeout, longestTimer$1));
	const unwatch = () => {
		clearTimeout(timer);
		signal.removeEventListener("abort", abort);
	};
	if (signal.aborted) abort();
	else signal.addEventListener("abort", abort, { once: true });
	return unwatch;
}
async function within(promise, ms) {
	let timer;
	const late = new Promise((resolve) => {
		timer = setTimeout(() => resolve(false), ms);
	});
	try {
		return await Promise.race([promise.then(() => true), late]);
	} finally {
		clearTimeout(timer);
	}
}

// src/trial/child-output.ts
const quietMs = 100;
const drainMs = 2e3;
var ChildOutput = class {
	#child;
	#closed;
	#chunks = 0;
	constructor(child, onChunk) {
		this.#child = child;
		this.#closed = Promise.all(["stdout", "stderr"].map((source) => {
			const stream = child[source];
			stream?.on("data", (chunk) => {
				this.#chunks++;
				onChunk(chunk, source);
			});
			stream?.on("error", () => {});
			return new Promise((resolve) => {
				if (stream) stream.once("close", resolve);
				else resolve();
			});
		}));
	}
	async drain() {
		const end = performance.now() + drainMs;
		for (;;) {
			const before = this.#chunks;
			if (await within(this.#closed, quietMs)) return;
			await this.flush();
			if (this.#chunks === before || performance.now() > end) return;
		}
	}
	async flush() {
		for (let turns = 0, before = -1; turns < 2 || this.#chunks !== before && turns < 100; turns++) {
			before = this.#chunks;
			await setImmediate();
		}
	}
	destroy() {
		this.#child.stdout?.destroy();
		this.#child.stderr?.destroy();
	}
};

// src/trial/declared.ts
const value = union([
	string$1(),
	number$2(),
	boolean()
]);
const scale$1 = _enum([
	"linear",
	"log",
	"reverse-log"
]).exactOptional();
const range = {
	min: number$2(),
	max: number$2(),
	step: number$2().positive().exactOptional(),
	scale: scale$1
};
const declaredSchema = object({
	name: string$1().min(1).max(500),
	definition: discriminatedUnion("type", [
		object({
			type: literal("float"),
			...range,
			default: number$2().exactOptional()
		}),
		object({
			type: literal("int"),
			...range,
			default: number$2().exactOptional()
		}),
		object({
			type: literal("choice"),
			values: array(value).min(1),
			ordered: boolean().exactOptional(),
			default: value.exactOptional()
		}),
		object({
			type: literal("bool"),
			default: boolean().exactOptional()
		}),
		object({
			type: literal("constant"),
			value
		})
	]),
	when: array(object({
		parent: string$1(),
		values: array(value).min(1)
	})),
	value: value.nullable(),
	tests: array(value).max(1e3).exactOptional(),
	read: literal(true).exactOptional(),
	place: string$1().max(1e3).exactOptional()
});

// src/trial/limits.ts
const lookMs = 200;
function watchLimits(pid, limits, onFailure) {
	let idle;
	let look;
	let over = false;
	const end = () => {
		over = true;
		clearTimeout(idle);
		clearTimeout(look);
	};
	const fail = (failure) => {
		if (over) return;
		end();
		onFailure(failure);
	};
	const heard = () => {
		if (limits.idle === void 0 || over) return;
		const { idle: limit } = limits;
		clearTimeout(idle);
		idle = setTimeout(() => fail(idleFailure(limit)), limit);
	};
	const measure = async (leader, limit) => {
		const used = await groupMemory(leader);
		if (used !== void 0 && used > limit) fail(memoryFailure(used, limit));
		if (!over) look = setTimeout(() => void measure(leader, limit), lookMs);
	};
	heard();
	if (limits.memory !== void 0 && pid !== void 0) measure(pid, limits.memory);
	return {
		heard,
		end
	};
}
async function groupMemory(group) {
	if (process.platform === "linux") return linuxGroupMemory(group);
	if (process.platform === "win32") return void 0;
	return new Promise((resolve) => {
		execFile("ps", [
			"-A",
			"-o",
			"pgid=,rss="
		], (error, out) => {
			const kilobytes = out.split("\n").map((line) => line.trim().split(/\s+/).map(Number)).reduce((sum, [of, rss]) => of === group ? sum + (rss ?? 0) : sum, 0);
			resolve(error ? void 0 : kilobytes * 1024);
		});
	});
}
const pageBytes = 4096;
function linuxGroupMemory(group) {
	return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).reduce((sum, name) => sum + residentBytes$1(name, group), 0);
}
function residentBytes$1(process, group) {
	try {
		const stat = readFileSync(`/proc/${process}/stat`, "latin1");
		const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		return Number(fields[2]) === group ? Number(fields[21]) * pageBytes : 0;
	} catch {
		return 0;
	}
}
function idleFailure(ms) {
	return {
		reason: "idle",
		message: `the trial reported nothing for ${Math.round(ms / 100) / 10} s, the limit of trial.idle`
	};
}
function memoryFailure(used, limit) {
	const inMebibytes = (bytes) => `${Math.round(bytes / 2 ** 20)} MiB`;
	return {
		reason: "out-of-memory",
		message: `the trial took ${inMebibytes(used)} of memory; the limit of trial.memory is ${inMebibytes(limit)}`
	};
}

// src/trial/patience.ts
function patienceOf(graceMs, hurry) {
	return () => Math.min(graceMs, hurry?.() ?? graceMs);
}
async function withinPatience(promise, patience) {
	const begun = performance.now();
	let done = false;
	const settled = promise.then(() => {
		done = true;
	});
	for (;;) {
		const left = patience() - (performance.now() - begun);
		if (done || left <= 0) return done;
		let timer;
		const pause = new Promise((resolve) => {
			timer = setTimeout(resolve, Math.min(left, 100));
		});
		try {
			await Promise.race([settled, pause]);
		} finally {
			clearTimeout(timer);
		}
	}
}

// src/trial/process-group.ts
const windows = process.platform === "win32";
function groupIsAlive(pid) {
	return signalGroup(pid, 0) && hasLivingMember(pid);
}
function signalGroup(pid, signal) {
	try {
		process.kill(windows ? pid : -pid, signal);
		return true;
	} catch (error) {
		return error.code === "EPERM";
	}
}
async function endGroup(pid, graceMs, hurry) {
	if (windows) {
		await new Promise((resolve) => {
			execFile("taskkill", [
				"/pid",
				String(pid),
				"/t",
				"/f"
			], () => resolve());
		});
		return;
	}
	if (!signalGroup(pid, "SIGTERM")) return;
	if (await isGone(pid, patienceOf(graceMs, hurry))) return;
	signalGroup(pid, "SIGKILL");
	await isGone(pid, () => hurry?.() === void 0 ? 5e3 : 1e3);
}
async function isGone(pid, patience) {
	const begun = performance.now();
	let nextLook = 20;
	for (let pause = 2;; pause = Math.min(50, pause * 2)) {
		const waited = performance.now() - begun;
		const withinMs = patience();
		if (!signalGroup(pid, 0)) return true;
		if (waited >= nextLook) {
			if (!hasLivingMember(pid)) return true;
			nextLook = 2 * waited;
		}
		if (waited >= withinMs) return !hasLivingMember(pid);
		await setTimeout$1(Math.min(pause, withinMs - waited));
	}
}
function hasLivingMember(group) {
	if (process.platform !== "linux") return true;
	try {
		return readdirSync("/proc").some((name) => /^\d+$/.test(name) && isLivingMember(name, group));
	} catch {
		return true;
	}
}
function isLivingMember(process, group) {
	try {
		const stat = readFileSync(`/proc/${process}/stat`, "latin1");
		const [state, , ofGroup] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		return Number(ofGroup) === group && state !== "Z" && state !== "X";
	} catch {
		return false;
	}
}

// src/trial/python.ts
function pythonFolder(hostPath) {
	let folder = path.dirname(hostPath);
	for (;;) {
		const candidate = path.join(folder, "python");
		if (existsSync(path.join(candidate, "tunegate", "__init__.py"))) return candidate;
		const parent = path.dirname(folder);
		if (parent === folder) return void 0;
		folder = parent;
	}
}
function withPythonPackage(env, hostPath) {
	const folder = pythonFolder(hostPath);
	if (folder === void 0) return env;
	const known = env["PYTHONPATH"];
	return {
		...env,
		PYTHONPATH: known ? `${known}${path.delimiter}${folder}` : folder
	};
}

// src/trial/report-lines.ts
const longestLine = 65536;
function parseReportLine(line, count, metric) {
	if (line.length > 65536) return { problem: "too long for a report: over 64 KiB" };
	let value;
	try {
		value = parseLenient(line);
	} catch {
		return { problem: `not JSON: ${JSON.stringify(line.slice(0, 100))}` };
	}
	return toReport(value, count, metric);
}
function parseLenient(text) {
	try {
		return JSON.parse(text);
	} catch {
		const quoted = text.replace(stringOrNotFinite, (token) => token.startsWith("\"") ? token : JSON.stringify(token));
		return JSON.parse(quoted);
	}
}
const string = String.raw`"(?:[^"\\]|\\[^])*("|\\?$)`;
const strings = new RegExp(string, "g");
const stringOrNotFinite = new RegExp(String.raw`${string}|-?\b(?:NaN|Infinity)\b`, "g");
function opensDocument(line) {
	if (line.length > 65536 || !/^\s*[[{]/.test(line)) return false;
	let torn = false;
	const bare = line.replace(strings, (_, end) => {
		torn ||= end !== "\"";
		return "";
	});
	return !torn && (bare.match(/[[{]/g) ?? []).length > (bare.match(/[\]}]/g) ?? []).length;
}
const notFinite = {
	NaN: NaN,
	"-NaN": NaN,
	Infinity: Infinity,
	"-Infinity": -Infinity
};
function metricNumber(value) {
	if (typeof value === "number") return value;
	return typeof value === "string" && Object.hasOwn(notFinite, value) ? notFinite[value] : void 0;
}
function toReport(value, count, metric) {
	if (value === null || typeof value !== "object" || Array.isArray(value)) return { problem: `not an object: ${show(value)}` };
	const metrics = {};
	for (const [name, item] of Object.entries(value)) {
		if (name === "step") continue;
		const number = metricNumber(item);
		if (number !== void 0) metrics[name] = number;
		else if (name === metric && item !== null) return { problem: `without a number for ${metric}: ${show(item)}` };
	}
	const { step } = value;
	if (step !== void 0 && !(typeof step === "number" && Number.isFinite(step))) return { problem: `without a number for its step: ${show(step)}` };
	return { report: {
		step: step ?? count + 1,
		metrics
	} };
}
function show(value) {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
var Lines = class {
	#decoder = new TextDecoder();
	#partial = "";
	push(chunk) {
		const parts = (this.#partial + this.#decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r(?!$)/);
		this.#partial = parts.pop() ?? "";
		if (this.#partial.length > 2 * 65536) {
			parts.push(this.#partial);
			this.#partial = "";
		}
		return parts;
	}
	rest() {
		const rest = this.#partial.replace(/\r$/, "");
		this.#partial = "";
		return rest;
	}
};
function matchPatterns(patterns, line, count) {
	if (line.length > 65536) return void 0;
	const plain = stripVTControlCharacters(line);
	const metrics = {};
	let step;
	for (const pattern of patterns) for (const [name, text] of Object.entries(pattern.exec(plain)?.groups ?? {})) {
		const number = text === void 0 ? void 0 : readNumber(text);
		if (number === void 0) continue;
		if (name !== "step") metrics[name] = number;
		else if (Number.isFinite(number)) step = number;
	}
	if (Object.keys(metrics).length === 0) return void 0;
	return {
		step: step ?? count + 1,
		metrics
	};
}
function readNumber(text) {
	const plain = text.trim();
	if (/^[+-]?nan$/i.test(plain)) return NaN;
	const infinite = /^([+-]?)inf(inity)?$/i.exec(plain);
	if (infinite) return infinite[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	const number = Number(plain);
	return plain === "" || Number.isNaN(number) ? void 0 : number;
}

// src/trial/module-host.ts
const loadLimitMs = 3e5;
const declareLimitMs = 3e5;
const obeyMs = 5e3;
const hostVariable = "TUNEGATE_HOST";
const hangUpMs = 1e3;
const harmless$1 = /* @__PURE__ */ new Set([
	"infeasible",
	"not-finite",
	"no-metric"
]);
const fromHost = discriminatedUnion("type", [
	object({
		type: literal("ready"),
		backend: string$1(),
		notes: array(string$1())
	}),
	object({
		type: literal("load-failed"),
		message: string$1()
	}),
	object({
		type: literal("report"),
		id: int(),
		step: number$2(),
		metrics: record(string$1(), union([number$2(), string$1()]))
	}),
	object({
		type: literal("appraised"),
		id: int(),
		metrics: record(string$1(), union([number$2(), string$1()]))
	}),
	object({
		type: literal("measured"),
		id: int(),
		stepMs: number$2()
	}),
	object({
		type: literal("declared"),
		id: int(),
		parameters: array(declaredSchema)
	}),
	object({
		type: literal("done"),
		id: int(),
		stopped: boolean()
	}),
	object({
		type: literal("failed"),
		id: int(),
		reason: _enum(failureReasons),
		message: string$1()
	})
]);
const malformedReport = object({
	type: literal("report"),
	id: int()
});
function hostProgram(trial, { hostPath, node }) {
	if ("module" in trial) return {
		command: node,
		args: ["--enable-source-maps", hostPath],
		module: trial.module,
		backend: trial.backend,
		what: "module"
	};
	const folder = pythonFolder(hostPath);
	if (folder === void 0) throw new Error(`there is no folder python beside ${hostPath}`);
	return {
		command: trial.interpreter,
		args: [path.join(folder, "tunegate", "_host.py")],
		module: trial.script,
		backend: trial.keras ? "keras" : "python",
		what: "script"
	};
}
var ModuleHost = class {
	#child;
	#output;
	#furtherMetrics;
	#grace;
	#hurry;
	#mark = `${hostVariable}=${randomUUID()}`;
	#limits;
	#ended;
	#what;
	#defines;
	#load;
	#loaded;
	#loadedBytes = 0;
	#log;
	#listener;
	#endedWith;
	#oomKills = countOomKills();
	#trials = 0;
	#fit = true;
	#hungUp = false;
	constructor(trial, options) {
		this.#furtherMetrics = options.furtherMetrics ?? [];
		this.#grace = trial.grace;
		this.#hurry = options.hurry;
		this.#limits = trial;
		const program = hostProgram(trial, options);
		this.#what = program.what;
		this.#defines = "module" in trial && trial.discover ? { defines: true } : {};
		this.#load = {
			type: "load",
			module: path.resolve(options.cwd, program.module),
			backend: program.backend,
			..."task" in trial && trial.task ? { task: trial.task } : {}
		};
		const child = spawn(program.command, program.args, {
			cwd: options.cwd,
			env: trialEnvironment(options.env, trial.passEnv, {
				...trial.env,
				[hostVariable]: this.#mark.slice(14)
			}),
			detached: true,
			stdio: [
				"ignore",
				"pipe",
				"pipe",
				"ipc"
			]
		});
		this.#child = child;
		this.#output = new ChildOutput(child, (chunk) => this.#log?.write(chunk));
		child.on("message", (message) => {
			const understood = readMessage(message);
			if (understood) this.#listener?.message(understood);
		});
		this.#ended = new Promise((resolve) => {
			child.on("error", (error) => {
				if (child.pid !== void 0) return;
				this.#fit = false;
				resolve({
					reason: "spawn",
					message: `the trial host could not be started: ${error.message}`
				});
			});
			child.once("exit", (code, signal) => {
				this.#fit = false;
				this.#takeRest().then(() => resolve(this.#exitFailure(code, signal)));
			});
			child.once("disconnect", () => void this.#endUnlessEnding());
		});
		this.#ended.then((failure) => {
			this.#endedWith = failure;
			this.#listener?.end(failure);
		});
	}
	set log(log) {
		this.#log = log;
	}
	get fit() {
		return this.#fit && this.#child.connected;
	}
	get growthBytes() {
		return (residentBytes(this.#child.pid) ?? 0) - this.#loadedBytes;
	}
	async load(signal) {
		if (this.#loaded) return this.#loaded;
		this.#send(this.#load);
		const end = await this.#converse(signal, loadLimitMs, { ...this.#limits.memory === void 0 ? {} : { memory: this.#limits.memory } }, (message, settle) => {
			if (message.type === "ready") settle({
				backend: message.backend,
				notes: message.notes
			});
			else if (message.type === "load-failed") settle({
				reason: "crash",
				message: message.message
			});
		});
		if (typeof end === "object" && "backend" in end) {
			this.#loaded = end;
			this.#loadedBytes = residentBytes(this.#child.pid) ?? 0;
			return end;
		}
		this.#fit = false;
		if (typeof end === "object" && end.reason === "timeout") return {
			reason: "timeout",
			message: `the ${this.#what} was not loaded within ${loadLimitMs / 1e3} s`
		};
		return end;
	}
	async train(request, tree, parentTree) {
		const { config, seed, resource, pauses, metric, checkpoints, trial, folder, signal, timeout } = request;
		const id = this.#trials++;
		const isFirst = id === 0;
		let heard = false;
		const seen = /* @__PURE__ */ new Set();
		let verdict;
		let disobeyed;
		this.#send({
			type: "run",
			id,
			config,
			tree,
			seed,
			...resource === void 0 ? {} : { resource },
			...pauses ? { pauses } : {},
			metric,
			...this.#wanted(request),
			...request.leavesWeights ? { leavesWeights: true } : {},
			...request.parent && parentTree ? { parent: {
				...request.parent,
				tree: parentTree
			} } : {},
			...this.#defines,
			checkpoints,
			trial,
			folder,
			variables: parameterVariables(config)
		});
		try {
			const result = await this.#converse(signal, timeout, this.#limits, (message, settle) => {
				if (!("id" in message) || message.id !== id) return;
				heard = true;
				switch (message.type) {
					case "report": {
						const metrics = readMetrics(message.metrics);
						for (const name of Object.keys(metrics)) seen.add(name);
						if (verdict === void 0) {
							const decision = request.onReport({
								step: message.step,
								metrics
							});
							const value = metrics[metric];
							if (value !== void 0 && !Number.isFinite(value)) verdict = notFiniteMetric(metric, value, message.step);
							else if (decision === "stop") verdict = "stopped";
							if (verdict !== void 0) disobeyed = setTimeout(() => {
								this.#fit = false;
								settle(verdict);
							}, this.#obeyMs());
						}
						this.#send({
							type: "decision",
							id,
							decision: verdict === void 0 ? "continue" : "stop"
						});
						break;
					}
					case "done":
						settle(message.stopped ? "stopped" : seen.has(metric) ? "completed" : missingMetric(metric, seen));
						break;
					case "failed":
						if (!harmless$1.has(message.reason)) this.#fit = false;
						settle({
							reason: message.reason,
							message: message.message
						});
						break;
					case "malformed":
						this.#fit = false;
						settle({
							reason: "malformed-report",
							message: message.problem
						});
				}
			}, (end) => verdict ?? end);
			return result === this.#endedWith && !heard && !isFirst ? "lost" : result;
		} finally {
			clearTimeout(disobeyed);
		}
	}
	#wanted({ furtherMetrics = [] }) {
		const all = [.../* @__PURE__ */ new Set([...furtherMetrics, ...this.#furtherMetrics])];
		return all.length === 0 ? {} : { furtherMetrics: all };
	}
	async measure({ config, seed, metric, checkpoints, folder, trial, signal }, tree, limitMs) {
		const id = this.#trials++;
		const order = {
			config,
			tree,
			seed,
			resource: 1,
			metric,
			checkpoints,
			trial,
			folder,
			variables: {},
			...this.#defines
		};
		this.#send({
			type: "measure",
			id,
			...order,
			limitMs
		});
		return this.#converse(signal, 10 * limitMs, this.#limits, (message, settle) => {
			if (!("id" in message) || message.id !== id) return;
			if (message.type === "measured") settle(message.stepMs);
			else if (message.type === "failed") settle({
				reason: message.reason,
				message: message.message
			});
		});
	}
	async appraise({ config, seed, metric, furtherMetrics = [], checkpoints, folder, trial, signal }, tree) {
		const id = this.#trials++;
		const order = {
			config,
			tree,
			seed,
			metric,
			furtherMetrics,
			checkpoints,
			trial,
			folder,
			variables: {},
			...this.#defines
		};
		this.#send({
			type: "appraise",
			id,
			...order
		});
		return this.#converse(signal, declareLimitMs, this.#limits, (message, settle) => {
			if (!("id" in message) || message.id !== id) return;
			if (message.type === "appraised") settle(readMetrics(message.metrics));
			else if (message.type === "failed") settle({
				reason: message.reason,
				message: message.message
			});
		});
	}
	#obeyMs() {
		return patienceOf(obeyMs, this.#hurry)();
	}
	async declare(values, signal, tree) {
		const id = this.#trials++;
		this.#send({
			type: "declare",
			id,
			values,
			...tree === void 0 ? {} : { tree }
		});
		return this.#converse(signal, declareLimitMs, this.#limits, (message, settle) => {
			if (!("id" in message) || message.id !== id) return;
			if (message.type === "declared") settle(message.parameters);
			else if (message.type === "failed") settle({
				reason: message.reason,
				message: message.message
			});
		});
	}
	async flush() {
		await this.#output.flush();
	}
	async close() {
		if (this.fit) {
			this.#send({ type: "close" });
			await withinPatience(this.#ended, () => this.#obeyMs());
		}
		this.#fit = false;
		if (this.#child.pid !== void 0) {
			await endGroup(this.#child.pid, this.#grace, this.#hurry);
			if (process.platform === "linux") await endMarked({ any: [this.#mark] }, patienceOf(this.#grace, this.#hurry), this.#child.pid);
		}
		await within(this.#ended, 1e3);
		this.#output.destroy();
		if (this.#child.connected) this.#child.disconnect();
	}
	#converse(signal, timeout, limits, onMessage, settled = (result) => result) {
		this.#oomKills = countOomKills();
		return new Promise((resolve, reject) => {
			let unwatch = () => {};
			let limited;
			const close = () => {
				unwatch();
				limited?.end();
				this.#listener = void 0;
			};
			const settle = (result) => {
				close();
				resolve(settled(result));
			};
			this.#listener = {
				message: (message) => {
					limited?.heard();
					try {
						onMessage(message, settle);
					} catch (error) {
						close();
						this.#fit = false;
						reject(error);
					}
				},
				end: settle
			};
			const giveUp = (end) => {
				this.#fit = false;
				settle(end);
			};
			unwatch = watch(signal, timeout, giveUp);
			if (!signal.aborted) limited = watchLimits(this.#child.pid, limits, giveUp);
			if (this.#endedWith) settle(this.#endedWith);
		});
	}
	async #takeRest() {
		const silent = new Promise((resolve) => {
			if (this.#child.connected) this.#child.once("disconnect", resolve);
			else resolve();
		});
		await this.#output.drain();
		await within(silent, 500);
	}
	#send(message) {
		if (this.#child.connected) this.#child.send(message, () => {});
	}
	async #endUnlessEnding() {
		this.#fit = false;
		const { pid } = this.#child;
		if (await within(this.#ended, hangUpMs) || pid === void 0) return;
		this.#hungUp = true;
		await endGroup(pid, this.#grace, this.#hurry);
	}
	#exitFailure(code, signal) {
		if (this.#hungUp) return {
			reason: "crash",
			message: `the ${this.#what} closed the channel to its host${this.#what === "module" ? " (process.disconnect)" : ""}`
		};
		const failure = exitFailure(code, signal, this.#log?.tail() ?? "", this.#oomKills);
		const what = this.#loaded ? "before the trial was over" : "while it was loaded";
		return failure ?? {
			reason: "crash",
			message: `the ${this.#what} ended its process (${this.#what === "module" ? "process.exit" : "os._exit"}) ${what}`
		};
	}
};
function readMessage(message) {
	const parsed = fromHost.safeParse(message);
	if (parsed.success) return parsed.data;
	const report = malformedReport.safeParse(message);
	if (!report.success) return void 0;
	const text = JSON.stringify(message);
	return {
		type: "malformed",
		id: report.data.id,
		problem: `a report needs a number as its step and numbers as its metrics: ${text.length > 200 ? `${text.slice(0, 200)}…` : text}`
	};
}
function readMetrics(items) {
	const metrics = {};
	for (const [name, item] of Object.entries(items)) {
		const number = metricNumber(item);
		if (number !== void 0) metrics[name] = number;
	}
	return metrics;
}
function residentBytes(pid) {
	try {
		const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
		return kilobytes === void 0 ? void 0 : Number(kilobytes) * 1024;
	} catch {
		return;
	}
}

// src/trial/backend-choice.ts
const limitMs$1 = 1500;
const natives = ["tfjs-node-gpu", "tfjs-node"];
async function measureBackends(trial, options, sample, nest) {
	if (trial.backend !== "auto") return void 0;
	const places = [path.resolve(options.cwd, trial.module), path.join(options.cwd, "package.json")];
	const installed = natives.filter((name) => isInstalled(name, places));
	if (installed.length === 0) return void 0;
	const timed = [];
	const refused = [];
	for (const backend of [...installed, "wasm"]) {
		const stepMs = await timeSteps({
			...trial,
			backend
		}, options, sample, nest);
		if (stepMs === "interrupted") return void 0;
		if (typeof stepMs === "number") timed.push({
			backend,
			stepMs
		});
		else refused.push(`${backend} could not be timed (${stepMs.message.split("\n", 1)[0]})`);
	}
	const [best, ...others] = timed.sort((a, b) => a.stepMs - b.stepMs);
	if (!best) return void 0;
	const against = [...others.map(({ backend, stepMs }) => `${milliseconds(stepMs)} on ${backend}`), ...refused].join(", ");
	return {
		backend: best.backend,
		why: `Backend: ${best.backend}, which takes ${milliseconds(best.stepMs)} for a step of the first trial${against === "" ? "" : ` (${against})`}.`
	};
}
async function timeSteps(trial, options, sample, nest) {
	let host;
	try {
		host = new ModuleHost(trial, options);
	} catch (error) {
		return {
			reason: "spawn",
			message: error.message
		};
	}
	try {
		const loaded = await host.load(sample.signal);
		if (typeof loaded !== "object" || !("backend" in loaded)) return loaded;
		const request = {
			...sample,
			trial: 0,
			folder: sample.checkpoints,
			onReport: () => "stop"
		};
		return await host.measure(request, nest(sample.config), limitMs$1);
	} finally {
		await host.close();
	}
}
function isInstalled(name, places) {
	return places.some((from) => {
		try {
			createRequire(from).resolve(`@tensorflow/${name}`);
			return true;
		} catch {
			return false;
		}
	});
}
function milliseconds(ms) {
	return `${ms < 9.95 ? ms.toFixed(1) : Math.round(ms)} ms`;
}

// src/trial/event-file.ts
const longestRecord = 256 * 2 ** 20;
const head = 12;
const foot = 4;
var EventFileError = class extends Error {
	name = "EventFileError";
};
function readEvents(bytes) {
	const scalars = [];
	let at = 0;
	while (bytes.length - at >= head) {
		const length = Number(bytes.readBigUInt64LE(at));
		if (bytes.readUInt32LE(at + 8) !== maskedChecksum(bytes.subarray(at, at + 8)) || length > longestRecord) throw new EventFileError(`at byte ${at} there is no record of an event file`);
		const end = at + head + length + foot;
		if (end > bytes.length) break;
		const record = bytes.subarray(at + head, at + head + length);
		if (bytes.readUInt32LE(end - foot) !== maskedChecksum(record)) throw new EventFileError(`the record at byte ${at} is damaged`);
		scalars.push(...scalarsOf(record));
		at = end;
	}
	return {
		scalars,
		length: at
	};
}
function scalarsOf(event) {
	const scalars = [];
	let step = 0;
	const summaries = [];
	for (const { number, value } of fields(event)) {
		if (number === 2 && typeof value === "bigint") step = Number(BigInt.asIntN(64, value));
		if (number === 5 && Buffer.isBuffer(value)) summaries.push(value);
	}
	for (const summary of summaries) for (const item of fields(summary)) {
		if (item.number !== 1 || !Buffer.isBuffer(item.value)) continue;
		let tag;
		let scalar;
		for (const { number, value } of fields(item.value)) {
			if (!Buffer.isBuffer(value)) continue;
			if (number === 1) tag = value.toString();
			else if (number === 2 && value.length === 4) scalar = value.readFloatLE();
			else if (number === 8) scalar = tensorScalar(value);
		}
		if (tag !== void 0 && scalar !== void 0) scalars.push({
			step,
			tag,
			value: scalar
		});
	}
	return scalars;
}
function tensorScalar(tensor) {
	let type = 0n;
	let content;
	for (const { number, value } of fields(tensor)) {
		if (number === 1 && typeof value === "bigint") type = value;
		if (number === 2 && Buffer.isBuffer(value) && value.length > 0) return void 0;
		if ((number === 4 || number === 5 || number === 6) && Buffer.isBuffer(value)) content = value;
	}
	if (type === 1n && content?.length === 4) return content.readFloatLE();
	if (type === 2n && content?.length === 8) return content.readDoubleLE();
}
function* fields(message) {
	let at = 0;
	const varint = () => {
		let value = 0n;
		for (let shift = 0n; shift < 70n; shift += 7n) {
			const byte = message[at++];
			if (byte === void 0) throw new EventFileError("an event ends in the middle of a field");
			value |= BigInt(byte & 127) << shift;
			if (byte < 128) return value;
		}
		throw new EventFileError("an event has a number of more than 64 bits");
	};
	const take = (length) => {
		if (length > message.length - at) throw new EventFileError("an event ends in the middle of a field");
		at += length;
		return message.subarray(at - length, at);
	};
	while (at < message.length) {
		const key = Number(varint());
		const number = Math.floor(key / 8);
		const wire = key % 8;
		if (wire === 0) yield {
			number,
			value: varint()
		};
		else if (wire === 1) yield {
			number,
			value: take(8)
		};
		else if (wire === 2) yield {
			number,
			value: take(Number(varint()))
		};
		else if (wire === 5) yield {
			number,
			value: take(4)
		};
		else throw new EventFileError(`an event has a field of the unknown kind ${wire}`);
	}
}
const table$1 = Uint32Array.from({ length: 256 }, (_, byte) => {
	let rest = byte;
	for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? rest >>> 1 ^ 2197175160 : rest >>> 1;
	return rest >>> 0;
});
function maskedChecksum(bytes) {
	let crc = 4294967295;
	for (const byte of bytes) crc = table$1[(crc ^ byte) & 255] ^ crc >>> 8;
	crc = ~crc >>> 0;
	return (crc >>> 15 | crc << 17) + 2726488792 >>> 0;
}

// node_modules/smol-toml/dist/error.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function getLineColFromPtr(string, ptr) {
	let lines = string.slice(0, ptr).split(/\r?\n/);
	return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
	let lines = string.split(/\r?\n/);
	let codeblock = "";
	let numberLen = (Math.log10(line + 1) | 0) + 1;
	for (let i = line - 1; i <= line + 1; i++) {
		let l = lines[i - 1];
		if (!l) continue;
		codeblock += i.toString().padEnd(numberLen, " ");
		codeblock += ":  ";
		codeblock += l;
		codeblock += "\n";
		if (i === line) {
			codeblock += " ".repeat(numberLen + column + 2);
			codeblock += "^\n";
		}
	}
	return codeblock;
}
var TomlError = class TomlError extends Error {
	line;
	column;
	codeblock;
	constructor(message, options) {
		const [line, column] = getLineColFromPtr(options.toml, options.ptr);
		const codeblock = makeCodeBlock(options.toml, line, column);
		super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
		this.line = line;
		this.column = column;
		this.codeblock = codeblock;
	}
	static x(message, ctx, ptr) {
		throw new TomlError(message, {
			toml: ctx.s,
			ptr: ptr ?? ctx.p
		});
	}
};

// node_modules/smol-toml/dist/primitive.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function parseString(ctx) {
	let startPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p++);
	let first = c;
	let isLiteral = c === 39;
	let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
	if (isMultiline) {
		if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 10) ctx.p++;
		else if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) ctx.p += 2;
	}
	let parsed = "";
	let sliceStart = ctx.p;
	let state = 0;
	for (; ctx.p < ctx.s.length; ctx.p++) {
		c = ctx.s.charCodeAt(ctx.p);
		if (isMultiline && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)) state = state && 3;
		else if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in strings", ctx);
		else if ((!state || state === 3) && c === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
			if (isMultiline) {
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
			}
			if (!state) {
				let s = ctx.s.slice(sliceStart, ctx.p);
				parsed = parsed ? parsed + s : s;
			}
			ctx.p += isMultiline ? 3 : 1;
			return parsed;
		} else if (!state) {
			if (!isLiteral && c === 92) {
				parsed += ctx.s.slice(sliceStart, sliceStart = ctx.p);
				state = 1;
			}
		} else if (state === 1) {
			if (c === 120 || c === 117 || c === 85) {
				let errPtr = ctx.p++ - 1;
				let value = 0;
				let len = c === 120 ? 2 : c === 117 ? 4 : 8;
				for (let j = 0; j < len; j++, ctx.p++) {
					let hex = ctx.s.charCodeAt(ctx.p);
					let digit = hex >= 48 && hex <= 57 ? hex - 48 : hex >= 65 && hex <= 70 ? hex - 65 + 10 : hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1;
					if (digit < 0) TomlError.x("invalid non-hex character in unicode escape", ctx);
					value = value << 4 | digit;
				}
				if (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) TomlError.x("invalid unicode escape", ctx, errPtr);
				parsed += String.fromCodePoint(value);
				sliceStart = ctx.p--;
				state = 0;
			} else if (isMultiline && (c === 32 || c === 9)) state = 2;
			else {
				if (c === 98) parsed += "\b";
				else if (c === 116) parsed += "	";
				else if (c === 110) parsed += "\n";
				else if (c === 102) parsed += "\f";
				else if (c === 114) parsed += "\r";
				else if (c === 101) parsed += "\x1B";
				else if (c === 34) parsed += "\"";
				else if (c === 92) parsed += "\\";
				else TomlError.x("unrecognised escape sequence", ctx);
				sliceStart = ctx.p + 1;
				state = 0;
			}
		} else if (c !== 32 && c !== 9) {
			if (state === 2) TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart);
			state = !isLiteral && c === 92 ? 1 : 0;
			sliceStart = ctx.p;
		}
	}
	TomlError.x("unfinished string", ctx, startPtr);
}

// node_modules/smol-toml/dist/date.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
var TomlDate = class TomlDate extends Date {
	#hasDate = false;
	#hasTime = false;
	#offset = null;
	constructor(date, fasttype, unsafeDelim) {
		let hasDate = true;
		let hasTime = true;
		let offset = "Z";
		let c;
		if (typeof date === "string") {
			if (fasttype) prep: {
				if (fasttype < 3) {
					if (+date.slice(11, 13) > 23) {
						date = "";
						break prep;
					}
					if (fasttype === 2) {
						offset = null;
						date += "Z";
					} else if ((c = date.charCodeAt(date.length - 1)) !== 90 && c !== 122) offset = date.slice(date.length - 6);
					if (unsafeDelim) date = date.slice(0, 10) + "T" + date.slice(11);
				} else if (fasttype === 4) date = +date.slice(0, 2) > 23 ? "" : `0000-01-01T${date}Z`;
				hasDate = fasttype !== 4;
				hasTime = fasttype !== 3;
			}
			else {
				let match = date.match(DATE_TIME_RE);
				if (match) {
					if (!match[1]) {
						hasDate = false;
						date = `0000-01-01T${date}`;
					}
					hasTime = !!match[2];
					hasTime && date[10] === " " && (date = date.replace(" ", "T"));
					if (match[2] && +match[2] > 23) date = "";
					else {
						offset = match[3] || null;
						if (!offset && hasTime) date += "Z";
					}
				} else date = "";
			}
		}
		super(date);
		if (!isNaN(this.getTime())) {
			this.#hasDate = hasDate;
			this.#hasTime = hasTime;
			this.#offset = offset;
		}
	}
	isDateTime() {
		return this.#hasDate && this.#hasTime;
	}
	isLocal() {
		return !this.#hasDate || !this.#hasTime || !this.#offset;
	}
	isDate() {
		return this.#hasDate && !this.#hasTime;
	}
	isTime() {
		return this.#hasTime && !this.#hasDate;
	}
	isValid() {
		return this.#hasDate || this.#hasTime;
	}
	toISOString() {
		let iso = super.toISOString();
		if (this.isDate()) return iso.slice(0, 10);
		if (this.isTime()) return iso.slice(11, 23);
		if (this.#offset === null) return iso.slice(0, -1);
		if (this.#offset === "Z" || this.#offset === "z") return iso;
		let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
		offset = this.#offset[0] === "-" ? offset : -offset;
		return (/* @__PURE__ */ new Date(this.getTime() - offset * 6e4)).toISOString().slice(0, -1) + this.#offset;
	}
	static wrapAsOffsetDateTime(jsDate, offset = "Z") {
		let date = new TomlDate(jsDate);
		date.#offset = offset;
		return date;
	}
	static wrapAsLocalDateTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#offset = null;
		return date;
	}
	static wrapAsLocalDate(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasTime = false;
		date.#offset = null;
		return date;
	}
	static wrapAsLocalTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasDate = false;
		date.#offset = null;
		return date;
	}
};

// node_modules/smol-toml/dist/extract.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function isDigit(char, base = 10) {
	return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
}
function isEndOfValue(char, delim) {
	return char === 32 || char === 9 || char === 10 || char === 13 || delim && (char === delim || char === 44) || char === 35;
}
function extractValue(ctx, end) {
	let errPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p);
	if (c === 91 || c === 123) {
		ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
		let value = c === 91 ? parseArray(ctx) : parseInlineTable(ctx);
		ctx.d++;
		return value;
	}
	if (c === 34 || c === 39) return parseString(ctx);
	if (c === 116) {
		if (ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, true;
	}
	if (c === 102) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, false;
	}
	if (c === 43 || c === 45) return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c, end);
	if (ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45) return parseDate(ctx, c, end);
	if (ctx.s.charCodeAt(ctx.p + 2) === 58) return parseTime(ctx, c, end);
	return parseNumber(ctx, ctx.p, c, 0, end);
}
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
	let c = startChr;
	let state = 0;
	let hasUnderscores = false;
	if (c === 105) {
		if (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, (sign || 1) / 0;
	}
	if (c === 110) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, NaN;
	}
	if (c === 48) {
		if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr)) return ctx.bi === true ? 0n : 0;
		if (!sign) {
			if (c === 120) return parseIntegerBaseN(ctx, startPtr, 16, endChr);
			else if (c === 98) return parseIntegerBaseN(ctx, startPtr, 2, endChr);
			else if (c === 111) return parseIntegerBaseN(ctx, startPtr, 8, endChr);
		}
		if (c === 46) state = 2;
		else if (c === 101 || c === 69) state = 4;
		else TomlError.x("illegal leading zero", ctx, startPtr);
	} else if (!isDigit(c)) TomlError.x("invalid value", ctx, startPtr);
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
		if (!state) state = 1;
		if (c === 95) {
			if (!(state & 1)) TomlError.x("illegal underscore", ctx);
			state += 11;
			hasUnderscores = true;
		} else if (state === 1 && c === 46) state = 2;
		else if ((state === 1 || state === 3) && (c === 101 || c === 69)) state = 4;
		else if (state === 4 && (c === 43 || c === 45)) state = 6;
		else if (!isDigit(c)) TomlError.x(`illegal character in numeric literal`, ctx);
		else if (state > 9) state -= 11;
		else if (!(state & 1)) state++;
	}
	if (!state) {
		let val = (startChr - 48) * (sign || 1);
		return ctx.bi === true ? BigInt(val) : val;
	}
	if (!(state & 1)) TomlError.x("unfinished numeric value", ctx, startPtr);
	let str = ctx.s.slice(startPtr, ctx.p);
	if (hasUnderscores) str = str.replaceAll("_", "");
	return state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
	let c, underscore = 1;
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) if (c === 95) {
		if (underscore & 1) TomlError.x("illegal underscore", ctx);
		underscore = 3;
	} else if (!isDigit(c, base)) TomlError.x(`illegal character in numeric literal`, ctx);
	else if (underscore & 1) underscore--;
	if (underscore & 1) TomlError.x("unfinished numeric value", ctx);
	let str = ctx.s.slice(startPtr + 2, ctx.p);
	if (underscore) str = str.replaceAll("_", "");
	return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
	if (ctx.bi !== true) int: {
		let val = parseInt(str, base);
		if (!Number.isSafeInteger(val)) {
			if (ctx.bi) break int;
			TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
		}
		return val;
	}
	return base === 10 ? BigInt(str) : BigInt((base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
}
function parseDate(ctx, c, endChr) {
	let startPtr = ctx.p++, unsafeSeparator;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++))) return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
	ctx.p += 5;
	if (!isDigit(ctx.s.charCodeAt(ctx.p++))) TomlError.x("invalid date-time: date part is malformed", ctx, startPtr);
	if (ctx.p >= ctx.s.length || ((c = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 84 && c !== 116) return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 3, false, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) !== 58) TomlError.x("invalid date-time: time part is malformed", ctx, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	if (c = ctx.s.charCodeAt(ctx.p)) {
		if (c === 90 || c === 122) return readDate(ctx, ctx.s.slice(startPtr, ++ctx.p), 1, unsafeSeparator, startPtr, "[+00:00]");
		if (c === 43 || c === 45) return readDate(ctx, ctx.s.slice(startPtr, ctx.p += 6), 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
	}
	return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
	let start = ctx.p;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) return parseNumber(ctx, --ctx.p, c, 0, endChr);
	if (ctx.s.charCodeAt(ctx.p += 4) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	return readDate(ctx, ctx.s.slice(start, ctx.p), 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
	if (ctx.ld) {
		let date = new TomlDate(str, type, unsafeDelim);
		if (!date.isValid()) TomlError.x("invalid date", ctx, errPtr);
		return date;
	}
	try {
		if (temporalSuffix) str += temporalSuffix;
		switch (type) {
			case 1: return Temporal.ZonedDateTime.from(str);
			case 2: return Temporal.PlainDateTime.from(str);
			case 3: return Temporal.PlainDate.from(str);
			case 4: return Temporal.PlainTime.from(str);
		}
	} catch (e) {
		TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
	}
}

// node_modules/smol-toml/dist/util.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function skipComment(ctx) {
	for (; ctx.p < ctx.s.length; ctx.p++) {
		let c = ctx.s.charCodeAt(ctx.p);
		if (c === 10) break;
		if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
			ctx.p++;
			break;
		}
		if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in comments", ctx);
	}
}
function skipVoid(ctx, banNewLines, banComments) {
	let c;
	while (ctx.p < ctx.s.length) {
		while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10))) ctx.p++;
		if (banComments || c !== 35) break;
		skipComment(ctx);
	}
}

// node_modules/smol-toml/dist/struct.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function parseKey(ctx, end = 61) {
	let startPtr;
	let state = 0;
	let parsed = [];
	let sliceStart;
	let c = ctx.s.charCodeAt(startPtr = ctx.p);
	do
		if (c === end) {
			if (!state) TomlError.x("unexpected end of key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			return ctx.p++, parsed;
		} else if (c === 46) {
			if (!state) TomlError.x("illegal empty bare key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			state = 0;
		} else if (!state && (c === 34 || c === 39)) {
			if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2)) TomlError.x("illegal quoted key: multiline strings are not allowed", ctx);
			parsed.push(parseString(ctx));
			state = 2;
			ctx.p--;
		} else if (c === 32 || c === 9) {
			if (state === 1) {
				parsed.push(ctx.s.slice(sliceStart, ctx.p));
				state = 2;
			}
		} else if (state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122) TomlError.x("illegal character in key", ctx);
		else if (!state) {
			state = 1;
			sliceStart = ctx.p;
		}
	while (c = ctx.s.charCodeAt(++ctx.p));
	TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
}
function parseInlineTable(ctx) {
	let startPtr = ctx.p++;
	let res = Object.create(null);
	let seen = /* @__PURE__ */ new Set();
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 125) {
			ctx.p++;
			return res;
		}
		let k;
		let t = res;
		let hasOwn = false;
		let errPtr = ctx.p;
		let key = parseKey(ctx);
		for (let i = 0; i < key.length; i++) {
			if (i) t = hasOwn ? t[k] : t[k] = Object.create(null);
			k = key[i];
			if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== "object" || seen.has(t[k]))) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) {
				t = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
				break;
			}
			if (!hasOwn && unsafe) Object.defineProperty(t, k, {
				enumerable: true,
				configurable: true,
				writable: true
			});
		}
		if (hasOwn) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
		skipVoid(ctx, true, true);
		let value = extractValue(ctx, 125);
		if (t && typeof (t[k] = value) === "object") seen.add(value);
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 125) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished table", ctx, startPtr);
}
function parseArray(ctx) {
	let startPtr = ctx.p++;
	let res = [];
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 93) {
			ctx.p++;
			return res;
		}
		res.push(extractValue(ctx, 93));
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 93) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished array", ctx, startPtr);
}

// node_modules/smol-toml/dist/parse.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function peekTable(ctx, key, table, meta, type) {
	let t = table;
	let m = meta;
	let k;
	let hasOwn = false;
	let state;
	for (let i = 0; i < key.length; i++) {
		if (i) {
			t = hasOwn ? t[k] : t[k] = Object.create(null);
			m = (state = m[k]).c;
			if (type === 0 && (state.t === 1 || state.t === 2)) return null;
			if (state.t === 2) {
				let l = t.length - 1;
				t = t[l];
				m = m[l].c;
			}
		}
		k = key[i];
		if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d) return null;
		if (!hasOwn) {
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) return false;
			if (unsafe) {
				Object.defineProperty(t, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
				Object.defineProperty(m, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
			}
			m[k] = {
				t: i < key.length - 1 && type === 2 ? 3 : type,
				d: false,
				i: 0,
				c: Object.create(null)
			};
		}
	}
	state = m[k];
	if (state.t !== type && !(type === 1 && state.t === 3)) return null;
	if (type === 2) {
		if (!state.d) {
			state.d = true;
			t[k] = [];
		}
		t[k].push(t = Object.create(null));
		state.c[state.i++] = state = {
			t: 1,
			d: false,
			i: 0,
			c: Object.create(null)
		};
	}
	if (state.d) return null;
	state.d = true;
	if (type === 1) t = hasOwn ? t[k] : t[k] = Object.create(null);
	else if (type === 0 && hasOwn) return null;
	return [
		k,
		t,
		state.c
	];
}
function validateTablePeek(ctx, peek, ptr) {
	if (peek === null || ctx.uk === 2) TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
}
function parse(toml, options = {}) {
	let ctx = {
		s: toml,
		p: 0,
		d: options.maxDepth ?? 1e3,
		bi: options.integersAsBigInt ?? false,
		ld: options.useLegacyDate ?? true,
		uk: options.unsafeKeyBehaviour === "throw" ? 2 : options.unsafeKeyBehaviour === "drop" ? 1 : 0
	};
	let res = Object.create(null);
	let meta = Object.create(null);
	let tmp;
	let skipping = false;
	let tbl = res;
	let m = meta;
	if (toml.charCodeAt(0) === 65279) ctx.p++;
	skipVoid(ctx);
	while (ctx.p < toml.length) {
		if (toml.charCodeAt(ctx.p) === 91) {
			let isTableArray = toml.charCodeAt(++ctx.p) === 91;
			tmp = ctx.p += +isTableArray;
			skipping = false;
			let k = parseKey(ctx, 93);
			if (isTableArray) {
				if (toml.charCodeAt(ctx.p) !== 93) TomlError.x("expected end of table array declaration", ctx);
				ctx.p++;
			}
			let p = peekTable(ctx, k, res, meta, isTableArray ? 2 : 1);
			if (!p) {
				validateTablePeek(ctx, p, tmp);
				skipping = true;
			} else {
				m = p[2];
				tbl = p[1];
			}
		} else {
			tmp = ctx.p;
			let p = peekTable(ctx, parseKey(ctx), tbl, m, 0);
			if (!p && !skipping) validateTablePeek(ctx, p, tmp);
			skipVoid(ctx, true, true);
			let v = extractValue(ctx, void 0);
			if (p && !skipping) p[1][p[0]] = v;
		}
		skipVoid(ctx, true);
		if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml.charCodeAt(ctx.p + 1) !== 10)) TomlError.x("each key-value declaration must be followed by an end-of-line", ctx);
		skipVoid(ctx);
	}
	return res;
}

// node_modules/smol-toml/dist/stringify.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
let HAS_WELLFORMED = !!"".isWellFormed;

// node_modules/smol-toml/dist/index.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/

// src/trial/metric-rows.ts
function readRows(text, format, whole) {
	switch (format) {
		case "json": {
			const value = parseLenient(text);
			return Array.isArray(value) ? {
				rows: value.map(flatten),
				state: false
			} : {
				rows: [flatten(value)],
				state: true
			};
		}
		case "jsonl": return {
			rows: wholeLines(text, whole).map((line) => flatten(parseLine(line))),
			state: false
		};
		case "csv":
		case "tsv": return {
			rows: readTable(whole ? text : text.slice(0, text.lastIndexOf("\n") + 1)),
			state: false
		};
		case "yaml": return {
			rows: [flatten((0, import_dist.parse)(text))],
			state: true
		};
		case "toml": return {
			rows: [flatten(parse(text))],
			state: true
		};
	}
}
function parseLine({ text, number }) {
	try {
		return parseLenient(text);
	} catch {
		throw new Error(`line ${number} is not JSON: ${JSON.stringify(text.slice(0, 100))}`);
	}
}
function wholeLines(text, whole) {
	const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
	if (!whole) lines.pop();
	return lines.map((text, i) => ({
		text,
		number: i + 1
	})).filter(({ text }) => text.trim() !== "");
}
function flatten(value) {
	const row = {};
	const walk = (item, path) => {
		const number = metricNumber(item);
		if (number !== void 0) row[path] = number;
		else if (typeof item === "object" && item !== null) for (const [key, inner] of Object.entries(item)) walk(inner, path === "" ? key : `${path}.${key}`);
	};
	if (typeof value !== "object" || value === null) throw new Error("it has no metrics by name");
	walk(value, "");
	return row;
}
function readTable(text) {
	return parseCsv(text).rows.map(({ fields }) => {
		const row = {};
		for (const [name, cell] of Object.entries(fields)) {
			const number = readCell(cell);
			if (number !== void 0) row[name] = number;
		}
		return row;
	});
}
function readCell(text) {
	if (text === "") return void 0;
	const named = /^([+-]?)(nan|inf(?:inity)?)$/i.exec(text);
	if (!named) return Number.isNaN(Number(text)) ? void 0 : Number(text);
	if (/^n/i.test(named[2])) return NaN;
	return named[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

// src/trial/metric-files.ts
const longestFile = 64 * 2 ** 20;
var Steps = class {
	#first;
	constructor(first) {
		this.#first = first;
	}
	fromOne(step) {
		this.#first ??= step === 0 ? 0 : 1;
		return step + 1 - this.#first;
	}
};
function followMetricFile(source, file) {
	const format = source.format ?? formatOf(file);
	return format === "tensorboard" ? new EventFolder(source, file) : new RowFile(source, file, format);
}
const formats = {
	".json": "json",
	".jsonl": "jsonl",
	".ndjson": "jsonl",
	".csv": "csv",
	".tsv": "tsv",
	".yaml": "yaml",
	".yml": "yaml",
	".toml": "toml"
};
function formatOf(file) {
	return formats[path.extname(file).toLowerCase()] ?? "tensorboard";
}
var RowFile = class {
	#source;
	#file;
	#format;
	#before;
	#old;
	#steps;
	#known;
	#seen;
	#took = false;
	constructor(source, file, format) {
		this.#source = source;
		this.#file = file;
		this.#format = format;
		this.#steps = new Steps(source.firstStep);
		this.#before = this.#seen = look(file);
		this.#old = this.#known = this.#rows(true)?.rows.map((row) => JSON.stringify(row)) ?? [];
	}
	*read(count) {
		const now = look(this.#file);
		if (now === void 0 || same$2(now, this.#seen)) return;
		this.#seen = now;
		const found = this.#rows(false);
		if (found) yield* this.#take(found, count);
	}
	*finish(count, torn) {
		const now = look(this.#file);
		if (now === void 0 || same$2(now, this.#before)) return;
		try {
			const found = readRows(this.#text(), this.#format, true);
			if (!this.#took && found.rows.every((row, i) => this.#old[i] === JSON.stringify(row))) this.#known = [];
			yield* this.#take(found, count);
		} catch (error) {
			if (torn) return;
			yield { problem: `${this.#source.file} cannot be read as ${this.#format}: ${error.message}` };
		}
	}
	*#take({ rows, state }, count) {
		const texts = rows.map((row) => JSON.stringify(row));
		const from = !state && this.#known.every((text, i) => texts[i] === text) ? this.#known.length : 0;
		const before = this.#known;
		this.#known = texts;
		for (const [i, row] of rows.entries()) {
			if (i < from || state && before[i] === texts[i]) continue;
			const metrics = pick(row, this.#source);
			const step = row[this.#source.step ?? "step"];
			if (Object.keys(metrics).length === 0) continue;
			this.#took = true;
			yield { report: {
				step: step !== void 0 && Number.isFinite(step) ? this.#steps.fromOne(step) : count() + 1,
				metrics
			} };
		}
	}
	#text() {
		if ((look(this.#file)?.size ?? 0) > longestFile) throw new Error("it has more than 64 MiB");
		return readFileSync(this.#file, "utf8");
	}
	#rows(whole) {
		try {
			return readRows(this.#text(), this.#format, whole);
		} catch {
			return;
		}
	}
};
function pick(row, { values, step = "step" }) {
	if (values === void 0) return Object.fromEntries(Object.entries(row).filter(([name]) => name !== step));
	return Object.fromEntries(Object.entries(values).flatMap(([name, at]) => row[at] === void 0 ? [] : [[name, row[at]]]));
}
var EventFolder = class {
	#source;
	#root;
	#offsets = /* @__PURE__ */ new Map();
	#steps;
	constructor(source, root) {
		this.#source = source;
		this.#root = root;
		this.#steps = new Steps(source.firstStep);
		for (const file of eventFiles(root)) this.#offsets.set(file, look(file)?.size ?? 0);
	}
	*read() {
		yield* this.#read(false);
	}
	*finish(_, torn) {
		yield* this.#read(!torn);
	}
	*#read(strict) {
		for (const file of eventFiles(this.#root)) {
			const run = path.relative(this.#root, path.dirname(file)).split(path.sep).join("/");
			const prefix = run === "" || run.startsWith("..") ? "" : `${run}/`;
			const steps = /* @__PURE__ */ new Map();
			try {
				for (const { step, tag, value } of this.#newScalars(file)) {
					const row = steps.get(step) ?? {};
					row[prefix + tag] = value;
					steps.set(step, row);
				}
			} catch (error) {
				if (!(error instanceof EventFileError) || !strict) continue;
				yield { problem: `${path.join(this.#source.file, path.relative(this.#root, file))}: ${error.message}` };
				return;
			}
			for (const [step, row] of steps) {
				const metrics = pick(row, this.#source);
				if (Object.keys(metrics).length > 0) yield { report: {
					step: this.#steps.fromOne(step),
					metrics
				} };
			}
		}
	}
	#newScalars(file) {
		const from = this.#offsets.get(file) ?? 0;
		const size = look(file)?.size ?? 0;
		if (size <= from) return [];
		const bytes = Buffer.alloc(Math.min(size - from, longestFile));
		const handle = openSync(file, "r");
		let length;
		try {
			length = readSync(handle, bytes, 0, bytes.length, from);
		} finally {
			closeSync(handle);
		}
		const events = readEvents(bytes.subarray(0, length));
		this.#offsets.set(file, from + events.length);
		return events.scalars;
	}
};
function eventFiles(root) {
	const stats = look(root);
	if (stats?.isFile()) return [root];
	if (!stats) return [];
	try {
		return readdirSync(root, {
			recursive: true,
			withFileTypes: true
		}).filter((entry) => entry.isFile() && entry.name.includes("tfevents")).map((entry) => path.join(entry.parentPath, entry.name)).sort();
	} catch {
		return [];
	}
}
function look(file) {
	return statSync(file, { throwIfNoEntry: false });
}
function same$2(a, b) {
	return b !== void 0 && a.mtimeMs === b.mtimeMs && a.size === b.size && a.ino === b.ino;
}

// src/trial/metrics-tail.ts
const bytesPerRead = 2 ** 20;
const longestDocument = 16 * 2 ** 20;
var MetricsTail = class {
	#file;
	#metric;
	#lines = new Lines();
	#offset = 0;
	#fingerprint = Buffer.alloc(0);
	#inode;
	#number = 0;
	#taken = [];
	#document;
	constructor(file, metric) {
		this.#file = file;
		this.#metric = metric;
	}
	get looksLeft() {
		try {
			return Math.ceil((statSync(this.#file).size - this.#offset) / bytesPerRead);
		} catch {
			return 0;
		}
	}
	*read(count) {
		yield* this.#read(count, bytesPerRead);
	}
	*finish(count, torn) {
		yield* this.#read(count, Number.POSITIVE_INFINITY);
		const rest = this.#lines.rest();
		if (this.#document === void 0) {
			if (rest.trim() === "") return;
			const parsed = [...this.#take(rest, count)];
			yield* torn ? parsed.filter((item) => "report" in item) : parsed;
			return;
		}
		let value;
		try {
			value = parseLenient(this.#document + rest);
		} catch {
			if (!torn) yield this.#parseLine((this.#document + rest).split("\n")[0] ?? "", 1, count());
			return;
		}
		for (const item of Array.isArray(value) ? value : [value]) {
			const parsed = toReport(item, count(), this.#metric);
			yield "report" in parsed ? parsed : { problem: `the metrics file has a report ${parsed.problem}` };
		}
	}
	*#read(count, most) {
		for (const line of this.#newLines(most)) yield* this.#take(line, count);
	}
	*#take(line, count) {
		const number = ++this.#number;
		if (this.#document !== void 0) {
			this.#document += `${line}\n`;
			if (this.#document.length <= longestDocument) return;
			this.#document = "";
			yield { problem: "the metrics file is one JSON document of more than 16 MiB" };
			return;
		}
		if (number === 1 && opensDocument(line)) {
			this.#document = `${line}\n`;
			return;
		}
		const digest = createHash("sha1").update(line).digest("base64");
		if (this.#taken[number - 1] === digest) return;
		this.#taken.length = number - 1;
		this.#taken.push(digest);
		if (line.trim() !== "") yield this.#parseLine(line, number, count());
	}
	#parseLine(line, number, count) {
		const parsed = parseReportLine(line, count, this.#metric);
		if ("report" in parsed) return parsed;
		const example = `{"step": 1, ${JSON.stringify(this.#metric)}: 0.5}`;
		return { problem: `line ${number} of the metrics file is ${parsed.problem}; each line is an object such as ${example}` };
	}
	*#newLines(most) {
		let file;
		try {
			file = openSync(this.#file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
		} catch {
			return;
		}
		try {
			const { size, ino } = fstatSync(file);
			if (!fstatSync(file).isFile()) return;
			if (size < this.#offset || ino !== this.#inode || !this.#isSame(file)) this.#restart();
			this.#inode = ino;
			const end = Math.min(size, this.#offset + most);
			const chunk = Buffer.alloc(Math.min(65536, Math.max(0, end - this.#offset)));
			while (this.#offset < end) {
				const length = readSync(file, chunk, 0, Math.min(chunk.length, end - this.#offset), this.#offset);
				if (length === 0) return;
				const bytes = chunk.subarray(0, length);
				this.#offset += length;
				this.#fingerprint = Buffer.concat([this.#fingerprint, bytes]).subarray(-64);
				yield* this.#lines.push(bytes);
			}
		} catch {} finally {
			closeSync(file);
		}
	}
	#isSame(file) {
		const bytes = Buffer.alloc(this.#fingerprint.length);
		readSync(file, bytes, 0, bytes.length, this.#offset - bytes.length);
		return bytes.equals(this.#fingerprint);
	}
	#restart() {
		this.#offset = 0;
		this.#fingerprint = Buffer.alloc(0);
		this.#lines = new Lines();
		this.#number = 0;
		this.#document = void 0;
	}
};

// src/trial/output-log.ts
const tailBytes = 4096;
const controls = /(?![\t\n])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
var OutputLog = class {
	#file;
	#half;
	#rest;
	#last = new LastBytes(tailBytes);
	#headSize = 0;
	#open = true;
	constructor(path, cap) {
		this.#file = openSync(path, "w");
		this.#half = Math.max(1, Math.floor(cap / 2));
		this.#rest = new LastBytes(this.#half);
	}
	write(chunk) {
		if (!this.#open || chunk.length === 0) return;
		this.#last.push(chunk);
		const head = chunk.subarray(0, this.#half - this.#headSize);
		if (head.length > 0) this.#put(head);
		this.#headSize += head.length;
		this.#rest.push(chunk.subarray(head.length));
	}
	tail() {
		return stripVTControlCharacters(this.#last.read().toString("utf8")).replace(/\r\n?/g, "\n").replace(controls, "").replace(/^\uFFFD+/, "").trim();
	}
	close() {
		if (!this.#open) return;
		this.#open = false;
		const rest = this.#rest.read();
		const cut = this.#rest.total - rest.length;
		if (cut > 0) this.#put(Buffer.from(`\n[… ${cut} bytes are left out …]\n`));
		this.#put(rest);
		closeSync(this.#file);
	}
	#put(bytes) {
		try {
			for (let from = 0; from < bytes.length;) from += writeSync(this.#file, bytes, from);
		} catch {}
	}
};
var LastBytes = class {
	#capacity;
	#ring = Buffer.alloc(0);
	total = 0;
	constructor(capacity) {
		this.#capacity = capacity;
	}
	push(chunk) {
		const kept = chunk.subarray(-this.#capacity);
		this.total += chunk.length - kept.length;
		this.#grow(Math.min(this.#capacity, this.total + kept.length));
		for (let from = 0; from < kept.length;) {
			const at = this.total % this.#ring.length;
			const length = kept.copy(this.#ring, at, from);
			this.total += length;
			from += length;
		}
	}
	read() {
		if (this.total <= this.#ring.length) return this.#ring.subarray(0, this.total);
		const at = this.total % this.#ring.length;
		return Buffer.concat([this.#ring.subarray(at), this.#ring.subarray(0, at)]);
	}
	#grow(needed) {
		if (needed <= this.#ring.length) return;
		const grown = Buffer.alloc(Math.min(this.#capacity, Math.max(needed, 2 * this.#ring.length, 1024)));
		this.#ring.copy(grown);
		this.#ring = grown;
	}
};

// src/trial/command.ts
function commandRunner(trial, options) {
	return {
		backend: "command",
		run: (request) => new CommandRun(trial, options, request).run(),
		close: async () => {}
	};
}
const pollMs = 50;
const pollOthersMs = 200;
var CommandRun = class {
	#trial;
	#options;
	#request;
	#files;
	#metrics;
	#others = [];
	#patterns;
	#printed = new Lines();
	#seen = /* @__PURE__ */ new Set();
	#reports = 0;
	#limits;
	#verdict;
	#defect;
	#onVerdict = () => {};
	constructor(trial, options, request) {
		this.#trial = trial;
		this.#options = options;
		this.#request = request;
		const file = (name) => path.join(request.folder, name);
		this.#files = {
			config: file("config.json"),
			metrics: file("metrics.jsonl"),
			output: file("output.log"),
			stop: file("stop")
		};
		this.#metrics = new MetricsTail(this.#files.metrics, request.metric);
		this.#patterns = trial.stdout.map((source) => new RegExp(source));
	}
	async run() {
		const { folder, checkpoints, config, signal } = this.#request;
		mkdirSync(folder, { recursive: true });
		mkdirSync(checkpoints, { recursive: true });
		writeFileSync(this.#files.config, `${JSON.stringify(this.#options.nest(config), null, 2)}\n`);
		for (const left of [this.#files.metrics, this.#files.stop]) rmSync(left, {
			recursive: true,
			force: true
		});
		const log = new OutputLog(this.#files.output, this.#trial.output);
		const begun = performance.now();
		try {
			const end = signal.aborted ? "interrupted" : await this.#execute(log);
			return {
				...typeof end === "string" ? { state: end } : {
					state: "failed",
					...end
				},
				durationMs: performance.now() - begun,
				tail: log.tail(),
				backend: "command"
			};
		} finally {
			log.close();
		}
	}
	async #execute(log) {
		const oomKills = countOomKills();
		let child;
		try {
			this.#others = this.#followOthers();
			child = this.#spawn();
		} catch (error) {
			return this.#spawnFailure(error);
		}
		const output = new ChildOutput(child, (chunk, source) => {
			log.write(chunk);
			if (source === "stdout" && this.#patterns.length > 0) this.#takeLines(this.#printed.push(chunk));
		});
		const exit = new Promise((resolve) => {
			child.on("error", (error) => resolve(this.#spawnFailure(error)));
			child.once("exit", (code, signal) => resolve({
				code,
				signal
			}));
		});
		const end = await this.#awaitEnd(child, exit);
		if ("reason" in end) return this.#verdict ?? end;
		await output.drain();
		if (groupIsAlive(child.pid)) {
			await endGroup(child.pid, this.#trial.grace, this.#options.hurry);
			await output.drain();
		}
		await this.#endEscaped(child.pid);
		output.destroy();
		if (this.#patterns.length > 0) this.#takeLines([this.#printed.rest()]);
		const failure = exitFailure(end.code, end.signal, log.tail(), oomKills);
		await this.#takeLastReports(failure !== void 0);
		if (this.#defect) throw this.#defect.error;
		if (this.#verdict) return this.#verdict;
		if (failure) return failure;
		const { metric } = this.#request;
		return this.#seen.has(metric) ? "completed" : missingMetric(metric, this.#seen);
	}
	async #awaitEnd(child, exit) {
		const decided = new Promise((resolve) => {
			this.#onVerdict = resolve;
		});
		const { signal, timeout } = this.#request;
		const unwatch = watch(signal, timeout, (end) => this.#decide(end));
		this.#limits = watchLimits(child.pid, this.#trial, (failure) => this.#decide(failure));
		const poll = setInterval(() => this.#takeAll(this.#metrics.read(() => this.#reports)), pollMs);
		const pollOthers = setInterval(() => {
			for (const other of this.#others) this.#takeAll(other.read(() => this.#reports));
		}, pollOthersMs);
		try {
			const ended = await Promise.race([exit, decided]);
			if (ended) return ended;
		} finally {
			clearInterval(poll);
			clearInterval(pollOthers);
			unwatch();
			this.#limits.end();
		}
		if (child.pid !== void 0) {
			this.#askToStop();
			await endGroup(child.pid, this.#trial.grace, this.#options.hurry);
		}
		return await within(exit, 1e3) ? exit : {
			code: null,
			signal: "SIGKILL"
		};
	}
	async #endEscaped(leader) {
		if (process.platform !== "linux") return;
		const mark = { any: [`TUNEGATE_METRICS=${this.#files.metrics}`] };
		await endMarked(mark, patienceOf(this.#trial.grace, this.#options.hurry), leader);
	}
	#spawn() {
		const { config, seed, resource, trial, checkpoints } = this.#request;
		const { run, shell, env, passEnv } = this.#trial;
		const builtIn = this.#builtIn();
		const variables = {
			...trialEnvironment(this.#options.env, passEnv, env),
			...parameterVariables(config),
			TUNEGATE_CONFIG: this.#files.config,
			TUNEGATE_METRICS: this.#files.metrics,
			TUNEGATE_STOP: this.#files.stop,
			TUNEGATE_CHECKPOINT_DIR: checkpoints,
			TUNEGATE_SEED: String(seed),
			TUNEGATE_TRIAL: String(trial),
			...resource === void 0 ? {} : { TUNEGATE_RESOURCE: String(resource) }
		};
		const settings = {
			cwd: this.#options.cwd,
			env: variables,
			detached: true,
			stdio: [
				"ignore",
				"pipe",
				"pipe"
			]
		};
		if (typeof run === "string") return spawn(run, {
			...settings,
			shell
		});
		const [program] = expandArguments(run.slice(0, 1), config, builtIn);
		if (program === void 0 || program === "") throw new Error(`${run[0]} names no program, as its parameter is not active in this trial`);
		return spawn(program, expandArguments(run, config, builtIn).slice(1), settings);
	}
	#builtIn() {
		const { seed, resource, trial, checkpoints } = this.#request;
		return {
			seed: String(seed),
			trial: String(trial),
			...resource === void 0 ? {} : { resource: String(resource) },
			config: this.#files.config,
			metrics: this.#files.metrics,
			checkpoints
		};
	}
	#followOthers() {
		return (this.#trial.metrics ?? []).flatMap((source) => {
			const [file] = expandArguments([source.file], this.#request.config, this.#builtIn());
			return file === void 0 ? [] : [followMetricFile(source, path.resolve(this.#options.cwd, file))];
		});
	}
	#askToStop() {
		try {
			writeFileSync(this.#files.stop, "");
		} catch {}
	}
	#spawnFailure(error) {
		const { cwd, env } = this.#options;
		const searchPath = this.#trial.env["PATH"] ?? env["PATH"] ?? "";
		return {
			reason: "spawn",
			message: spawnMessage(error, this.#trial.run, cwd, searchPath)
		};
	}
	#decide(verdict) {
		if (this.#verdict !== void 0) return;
		this.#verdict = verdict;
		this.#onVerdict();
	}
	async #takeLastReports(torn) {
		for (let left = this.#metrics.looksLeft; left > 0 && !this.#verdict; left--) {
			this.#takeAll(this.#metrics.read(() => this.#reports));
			if (left === 1) break;
			await setImmediate();
			if (this.#request.signal.aborted) this.#decide("interrupted");
		}
		if (!this.#verdict) this.#takeAll(this.#metrics.finish(() => this.#reports, torn));
		for (const other of this.#others) {
			if (this.#verdict) return;
			this.#takeAll(other.finish(() => this.#reports, torn));
		}
	}
	#takeLines(lines) {
		for (const line of lines) {
			const report = matchPatterns(this.#patterns, line, this.#reports);
			if (report) this.#take(report);
		}
	}
	#takeAll(items) {
		for (const item of items) {
			if (this.#verdict) return;
			if ("report" in item) this.#take(item.report);
			else this.#decide({
				reason: "malformed-report",
				message: item.problem
			});
		}
	}
	#take(report) {
		if (this.#verdict || Object.keys(report.metrics).length === 0) return;
		this.#reports++;
		this.#limits?.heard();
		for (const name of Object.keys(report.metrics)) this.#seen.add(name);
		let decision;
		try {
			decision = this.#request.onReport(report);
		} catch (error) {
			this.#defect = { error };
			this.#decide("interrupted");
			return;
		}
		const value = report.metrics[this.#request.metric];
		if (value !== void 0 && !Number.isFinite(value)) this.#decide(notFiniteMetric(this.#request.metric, value, report.step));
		else if (decision === "stop") this.#decide("stopped");
	}
};
function suggestProgram(wanted, searchPath) {
	const names = searchPath.split(path.delimiter).flatMap((folder) => {
		try {
			return readdirSync(folder);
		} catch {
			return [];
		}
	});
	if (names.length === 0) return "";
	const near = (0, import_fastest_levenshtein.closest)(wanted, names);
	return wanted.length > 2 && (0, import_fastest_levenshtein.distance)(wanted, near) === 1 ? `; did you mean ${JSON.stringify(near)}?` : "";
}
function spawnMessage(error, run, cwd, searchPath) {
	const { code } = error;
	const program = typeof run === "string" ? "the shell" : JSON.stringify(run[0]);
	if (!existsSync(cwd)) return `the folder ${cwd}, in which ${program} should run, does not exist`;
	if (code === "ENOENT" && /[\\/]/.test(program)) return existsSync(path.resolve(cwd, String(run[0]))) ? `program ${program} could not be started: the interpreter that its first line names (#!) does not exist` : `program ${program} does not exist in ${cwd}`;
	if (code === "ENOENT") return `program ${program} not found on PATH${suggestProgram(String(run[0]), searchPath)}`;
	if (code === "EACCES") return `program ${program} may not be executed: is it marked executable (chmod +x)?`;
	if (code === "E2BIG") return `the arguments and variables for ${program} are too long for the system`;
	return `program ${program} could not be started: ${error.message}`;
}

// src/trial/module.ts
function moduleRunner(trial, options) {
	let host;
	let loaded;
	let broken;
	let closed = false;
	async function closeHost() {
		const closing = host;
		host = void 0;
		await closing?.close();
	}
	async function loadHost(log, signal) {
		if (broken) return broken;
		if (host && !host.fit) await closeHost();
		let current;
		try {
			host ??= new ModuleHost(trial, options);
			current = host;
		} catch (error) {
			return {
				reason: "spawn",
				message: `the trial host could not be started: ${error.message}`
			};
		}
		current.log = log;
		const answer = await current.load(signal);
		if (typeof answer === "object" && "backend" in answer) {
			loaded = answer;
			return current;
		}
		await closeHost();
		if (!closed && typeof answer === "object" && isLasting(answer)) broken = answer;
		return answer;
	}
	return {
		get backend() {
			return loaded?.backend;
		},
		get notes() {
			return loaded?.notes ?? [];
		},
		async run(request) {
			closed = false;
			const { folder, checkpoints, config, signal } = request;
			mkdirSync(folder, { recursive: true });
			mkdirSync(checkpoints, { recursive: true });
			const tree = options.nest(config);
			writeFileSync(path.join(folder, "config.json"), `${JSON.stringify(tree, null, 2)}\n`);
			const log = new OutputLog(path.join(folder, "output.log"), trial.output);
			let begun = performance.now();
			const finish = (end) => ({
				...typeof end === "string" ? { state: end } : closed ? { state: "interrupted" } : {
					state: "failed",
					...end
				},
				durationMs: performance.now() - begun,
				tail: log.tail(),
				backend: loaded?.backend ?? "none"
			});
			try {
				if (signal.aborted) return finish("interrupted");
				let end = "lost";
				while (end === "lost" && !closed) {
					const answer = await loadHost(log, signal);
					if (!(answer instanceof ModuleHost)) return finish(answer);
					begun = performance.now();
					end = await answer.train(request, tree, request.parent && options.nest(request.parent.config));
					await answer.flush();
				}
				if (end === "lost") return finish("interrupted");
				const outcome = finish(end);
				if (host && (!host.fit || host.growthBytes > (options.hostMemoryBytes ?? 2 ** 30))) await closeHost();
				return outcome;
			} catch (error) {
				await closeHost();
				throw error;
			} finally {
				if (host) host.log = void 0;
				log.close();
			}
		},
		async close() {
			closed = true;
			await closeHost();
		}
	};
}
function isLasting({ reason }) {
	return reason !== "signal" && reason !== "out-of-memory";
}

// src/trial/runner.ts
function createTrialRunner(trial, options) {
	const { device } = options;
	const runner = runnerOf(trial, device === void 0 ? options : {
		...options,
		env: {
			...options.env,
			CUDA_VISIBLE_DEVICES: device
		}
	});
	return device === void 0 ? runner : withDevice(runner, device);
}
function runnerOf(trial, options) {
	if ("module" in trial) return moduleRunner(trial, options);
	const env = withPythonPackage(options.env, options.hostPath);
	if ("run" in trial) return commandRunner(trial, {
		...options,
		env
	});
	const { script, keras, interpreter, warm, ...common } = trial;
	if (keras || warm) return moduleRunner(trial, warm ? options : {
		...options,
		hostMemoryBytes: Number.NEGATIVE_INFINITY
	});
	return commandRunner({
		...common,
		run: [interpreter, script],
		shell: false,
		stdout: []
	}, {
		...options,
		env
	});
}
function withDevice(runner, device) {
	return {
		device,
		get backend() {
			return runner.backend;
		},
		get notes() {
			return runner.notes ?? [];
		},
		run: (request) => runner.run(request),
		close: () => runner.close()
	};
}

// src/trial/devices.ts
function findDevices(env) {
	const listed = askDriver(env);
	const visible = env["CUDA_VISIBLE_DEVICES"];
	if (visible === void 0) return listed;
	const ids = visible.split(",").map((id) => id.trim()).filter((id) => id !== "");
	const end = ids.findIndex((id) => id === "-1" || id.toLowerCase() === "none" || id === "NoDevFiles");
	return (end < 0 ? ids : ids.slice(0, end)).map((id) => listed.find((device) => device.id === id) ?? { id });
}
function askDriver(env) {
	const query = spawnSync("nvidia-smi", ["--query-gpu=index,name", "--format=csv,noheader"], {
		env,
		encoding: "utf8",
		timeout: 1e4
	});
	if (query.error || query.status !== 0) return [];
	return query.stdout.split("\n").flatMap((line) => {
		const [, id, name] = /^\s*(\d+)\s*,\s*(.*?)\s*$/.exec(line) ?? [];
		return id === void 0 ? [] : [{
			id,
			...name ? { name } : {}
		}];
	});
}

// src/trial/workers.ts
const threadVariables = [
	"OMP_NUM_THREADS",
	"OPENBLAS_NUM_THREADS",
	"MKL_NUM_THREADS",
	"VECLIB_MAXIMUM_THREADS",
	"NUMEXPR_NUM_THREADS",
	"TF_NUM_INTRAOP_THREADS",
	"TF_NUM_INTEROP_THREADS"
];
const mostWorkers = 8;
const bytesPerWorker = 2 ** 30;
function thisMachine(env) {
	return {
		cores: availableParallelism(),
		memory: usableMemory(),
		devices: findDevices(env)
	};
}
function resolveWorkers(asked, trial, { cores, memory, devices: found }, perDevice = 1) {
	const devices = perDevice === 0 ? [] : found;
	const byMemory = Math.max(1, Math.floor(memory / bytesPerWorker));
	const byMachine = devices.length > 0 ? devices.length * perDevice : Math.max(1, Math.min(mostWorkers, cores, byMemory));
	const count = asked === "auto" ? byMachine : asked;
	const threads = Math.max(1, Math.floor(cores / count));
	const env = Object.fromEntries(threadVariables.map((name) => [name, String(threads)]));
	return {
		count,
		why: explain(asked, count, cores, byMemory, trial, devices, perDevice),
		env: count === 1 ? {} : env,
		devices: Array.from({ length: count }, (_, worker) => devices[worker % devices.length]?.id)
	};
}
function explain(asked, count, cores, byMemory, trial, devices, perDevice) {
	const trials = `trial${count === 1 ? "" : "s"} at a time`;
	const names = [...new Set(devices.map(({ id, name }) => name ?? (/^\d+$/.test(id) ? `GPU ${id}` : id)))].join(", ");
	const gpus = devices.length === 1 ? "one GPU" : `${devices.length} GPUs`;
	if (asked !== "auto") return `${count} ${trials}, as the spec says${devices.length > 0 ? `, on ${gpus} (${names})` : ""}.`;
	const kind = "module" in trial ? "module" : "script" in trial ? trial.keras ? "Keras" : "Python" : "command";
	if (devices.length > 0) return `${count} ${kind} ${trials}, ${devices.length === 1 ? `on ${gpus}` : `${perDevice === 1 ? "one" : perDevice} on each of ${gpus}`} (${names}).`;
	return `${count} ${kind} ${trials}, ${count === cores ? "one per core" : count === byMemory ? "as the memory allows" : `on ${cores} cores`}.`;
}
function usableMemory() {
	const limit = process.constrainedMemory();
	return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

// src/session/budget.ts
function plannedOf(budget, workers) {
	const { trials, epochs, cost, price } = budget;
	const limit = timeLimit(budget);
	const totalEpochs = budget["total-epochs"];
	const noImprovement = budget["no-improvement"];
	return {
		workers,
		...limit === void 0 ? {} : { timeMs: limit.ms },
		...trials === void 0 ? {} : { trials },
		...epochs === void 0 ? {} : { epochs },
		...totalEpochs === void 0 ? {} : { totalEpochs },
		...cost === void 0 ? {} : { cost },
		...price === void 0 ? {} : { price },
		...noImprovement === void 0 ? {} : { noImprovement }
	};
}
function spentOf({ price, ...budget }, fold, timeMs, gateMs) {
	const { trials } = fold.study();
	return {
		timeMs,
		gateMs,
		trials: trials.filter(({ role, state }) => role === "search" && (state === "completed" || state === "pruned" || state === "failed")).length,
		epochs: trials.reduce((sum, trial) => sum + (trial.reports.at(-1)?.step ?? 0), 0),
		...budget["total-epochs"] === void 0 ? {} : { searchEpochs: epochsSpent(fold) },
		...price === void 0 ? {} : { cost: costOf(timeMs, price) }
	};
}
function dropNotice(trials, bytes = 0) {
	const kept = `the checkpoints of ${trials === 1 ? "a paused trial were" : `${trials} paused trials were`} deleted`;
	return `To keep within budget.disk (${sizeWords(bytes)}) ${kept}; such a trial trains from scratch if it goes on.`;
}
function sizeWords(bytes) {
	const [unit, name] = bytes >= 2 ** 30 ? [2 ** 30, "GiB"] : bytes >= 2 ** 20 ? [2 ** 20, "MiB"] : [1024, "KiB"];
	return `${Number((bytes / unit).toPrecision(3))} ${name}`;
}

// src/math/student-t.ts
const LANCZOS = [
	.9999999999998099,
	676.5203681218851,
	-1259.1392167224028,
	771.3234287776531,
	-176.6150291621406,
	12.507343278686905,
	-.13857109526572012,
	9984369578019572e-21,
	1.5056327351493116e-7
];
function logGamma(x) {
	if (x < .5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
	const z = x - 1;
	const t = z + 7.5;
	const sum = LANCZOS.slice(1).reduce((total, c, i) => total + c / (z + i + 1), LANCZOS[0]);
	return .5 * Math.log(2 * Math.PI) + (z + .5) * Math.log(t) - t + Math.log(sum);
}
function incompleteBeta(x, a, b) {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
	const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
	const tiny = 1e-300;
	let c = 1;
	let d = 1 - (a + b) * x / (a + 1);
	d = 1 / (Math.abs(d) < tiny ? tiny : d);
	let fraction = d;
	for (let m = 1; m <= 500; m++) {
		for (const numerator of [m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))]) {
			d = 1 + numerator * d;
			d = 1 / (Math.abs(d) < tiny ? tiny : d);
			c = 1 + numerator / c;
			if (Math.abs(c) < tiny) c = tiny;
			fraction *= c * d;
		}
		if (Math.abs(c * d - 1) < 1e-16) break;
	}
	return front * fraction;
}
function studentTTail(t, df) {
	if (Number.isNaN(t)) return t;
	const square = t * t;
	const tail = square < 1 ? .5 - .5 * incompleteBeta(square / (df + square), .5, df / 2) : .5 * incompleteBeta(df / (df + square), df / 2, .5);
	return t < 0 ? 1 - tail : tail;
}
function studentTQuantile(p, df) {
	if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs 0 < p < 1, not ${p}`);
	const key = `${p} ${df}`;
	const before = known$2.get(key);
	if (before !== void 0) return before;
	const quantile = p < .5 ? -upperQuantile(p, df) : upperQuantile(1 - p, df);
	if (known$2.size >= mostKnown) known$2.clear();
	known$2.set(key, quantile);
	return quantile;
}
const known$2 = /* @__PURE__ */ new Map();
const mostKnown = 4096;
function upperQuantile(tail, df) {
	if (tail === .5) return 0;
	let high = 1;
	while (studentTTail(high, df) > tail) high *= 2;
	let low = high === 1 ? 0 : high / 2;
	for (let i = 0; i < 200 && high - low > 1e-15 * high; i++) {
		const middle = (low + high) / 2;
		if (studentTTail(middle, df) > tail) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

// src/gate/resolution.ts
const rounding = 1e-6;
const finest = 1e-4;
function resolutionOf(scores) {
	const scale = Math.max(...scores.map(Math.abs));
	const sorted = [...scores].sort((a, b) => a - b);
	const step = sorted.slice(1).map((score, index) => score - sorted[index]).reduce((common, gap) => commonMeasure(common, gap, rounding * scale), 0);
	return step > finest * scale && Number.isFinite(step) ? step : 0;
}
function commonMeasure(a, b, error) {
	let [long, short] = a > b ? [a, b] : [b, a];
	while (short > error) {
		const rest = long % short;
		[long, short] = [short, short - rest < error ? 0 : rest];
	}
	return long;
}
function chanceOfTie(step, deviation) {
	return Math.min(1, step / (deviation * Math.sqrt(4 * Math.PI)));
}

// src/gate/compare.ts
const mostHistory = 30;
function noBaseline(reason, frame) {
	return {
		...frameOf(frame),
		conclusion: "no-baseline",
		reason,
		pairs: []
	};
}
function sameVerdict(reason, frame) {
	return {
		...frameOf(frame),
		conclusion: "unchanged",
		reason,
		pairs: []
	};
}
function gateError(reason, frame) {
	return {
		...frameOf(frame),
		conclusion: "error",
		reason,
		pairs: []
	};
}
function frameOf({ goal, maxDrop, confidence, floor }) {
	return {
		goal,
		maxDrop,
		confidence,
		...floor === void 0 ? {} : { floor }
	};
}
function compare(input) {
	const { pairs, maxDrop, confidence } = input;
	const frame = {
		...frameOf(input),
		pairs
	};
	const broken = brokenSide(pairs);
	if (broken) return {
		...frame,
		...broken
	};
	const scored = pairs.filter((pair) => usable(pair.base) && usable(pair.head));
	const n = scored.length;
	if (n === 0) return {
		...frame,
		conclusion: "inconclusive",
		reason: "No seed was trained on both sides."
	};
	const differences = scored.map(({ base, head }) => head - base);
	const base = mean$1(scored.map((pair) => pair.base));
	const head = mean$1(scored.map((pair) => pair.head));
	const difference = mean$1(differences);
	const measured = {
		...frame,
		base,
		head,
		difference
	};
	const drop = (input.goal === "maximize" ? -1 : 1) * difference;
	const step = resolutionOf(scored.flatMap((pair) => [pair.base, pair.head]));
	const floor = belowFloor(input, scored.map((pair) => pair.head), step);
	if (input.deterministic || n === 1) {
		if (!input.deterministic && !input.history) return {
			...measured,
			conclusion: "inconclusive",
			reason: "One seed on both sides says nothing about chance."
		};
		if (input.deterministic) return {
			...measured,
			interval: [difference, difference],
			...floor ?? judgeExact(drop, maxDrop)
		};
	}
	const noise = noiseOf(scored, input, step);
	if (!Number.isFinite(difference) || !noise || !Number.isFinite(noise.error)) return {
		...frame,
		conclusion: "inconclusive",
		reason: "The scores are too large to compare."
	};
	const nominal = input.nominal ?? 1 - confidence;
	if (noise.ties && chanceOfTies(scored, step) < nominal) return {
		...measured,
		interval: [difference, difference],
		...floor ?? judgeExact(drop, maxDrop)
	};
	const { error, df } = noise;
	const half = studentTQuantile(1 - nominal, df) * error;
	const pWorse = studentTTail(drop / error, df);
	const evidence = (level) => {
		const reach = studentTQuantile(1 - level, df) * error;
		return {
			...measured,
			interval: [difference - reach, difference + reach],
			level: 1 - 2 * level,
			pWorse,
			detectable: Math.max(half, maxDrop) + studentTQuantile(.8, df) * error
		};
	};
	const change = evidence(nominal);
	if (floor) return {
		...change,
		...floor
	};
	if (drop > half && drop > maxDrop) return {
		...change,
		conclusion: "regressed",
		reason: "Head is worse than base beyond what the seeds explain."
	};
	if (drop < -half) return {
		...change,
		conclusion: "improved",
		reason: "Head is better than base beyond what the seeds explain."
	};
	const same = evidence(input.equivalence ?? nominal);
	const wide = (same.interval[1] - same.interval[0]) / 2;
	const [lower, upper] = [drop - wide, drop + wide];
	if (upper <= maxDrop && lower >= -maxDrop) return {
		...same,
		conclusion: "unchanged",
		reason: "Any change is shown to be within the limit."
	};
	if (upper <= maxDrop) return {
		...same,
		conclusion: "inconclusive",
		reason: "Any drop is shown to be within the limit, but not whether head is better or the same."
	};
	return {
		...same,
		conclusion: "inconclusive",
		reason: noise.ties ? "The seeds agree, but the metric has so few values that this may be luck." : "The seeds differ too much to tell."
	};
}
function chanceOfTies(scored, step) {
	if (step === 0) return 0;
	const sides = [scored.map(({ base }) => base), scored.map(({ head }) => head)];
	const deviation = Math.hypot(...sides.flatMap(deviations$1)) / Math.sqrt(2 * (scored.length - 1));
	const [first] = scored;
	const ties = Math.abs(first.head - first.base) < step / 2 ? scored.length : scored.length - 1;
	return chanceOfTie(step, deviation) ** ties;
}
function noiseOf(scored, { paired = true, history }, step) {
	const n = scored.length;
	const groups = paired ? [scored.map(({ base, head }) => head - base)] : [scored.map(({ base }) => base), scored.map(({ head }) => head)];
	const own = groups.reduce((sum, group) => sum + group.length - 1, 0);
	const before = Math.min(history?.df ?? 0, mostHistory);
	const df = own + before;
	if (df <= 0) return void 0;
	const root = Math.hypot(...groups.flatMap(deviations$1));
	const seen = Math.hypot(root, Math.sqrt(before * (history?.variance ?? 0))) / Math.sqrt(df);
	const deviation = Math.max(seen, step * Math.sqrt((paired ? 2 : 1) / 12));
	const scale = Math.max(...scored.map(({ base, head }) => Math.max(Math.abs(base), Math.abs(head))));
	const ties = n >= 2 && root / Math.sqrt(own) <= 1e-12 * scale;
	return {
		error: deviation * Math.sqrt((paired ? 1 : 2) / n),
		df,
		ties
	};
}
function deviations$1(values) {
	const middle = mean$1(values);
	return values.map((value) => value - middle);
}
function seedsNeeded({ interval, level, difference, pairs, maxDrop, goal }) {
	if (!interval || level === void 0 || difference === void 0) return void 0;
	const n = pairs.filter(({ base, head }) => usable(base) && usable(head)).length;
	const nominal = (1 - level) / 2;
	const deviation = (interval[1] - interval[0]) / 2 / studentTQuantile(1 - nominal, Math.max(1, n - 1)) * Math.sqrt(n);
	const drop = (goal === "maximize" ? -1 : 1) * difference;
	const distance = drop > maxDrop ? drop : maxDrop - drop;
	for (let more = n + 1; more <= 1e3; more = Math.ceil(more * 1.15)) if ((studentTQuantile(1 - nominal, more - 1) + studentTQuantile(.8, more - 1)) * deviation / Math.sqrt(more) <= distance) return more;
}
function belowFloor({ floor, goal, confidence, nominal = 1 - confidence, deterministic }, head, step) {
	if (floor === void 0 || head.length === 0) return void 0;
	const missing = (goal === "maximize" ? 1 : -1) * (floor - mean$1(head));
	const deviation = Math.max(Math.hypot(...deviations$1(head)) / Math.sqrt(Math.max(1, head.length - 1)), step / Math.sqrt(12));
	if (!(missing > (deterministic || head.length > 1 && deviation <= 1e-12 * Math.max(...head.map(Math.abs)) ? 0 : head.length < 2 ? Number.POSITIVE_INFINITY : studentTQuantile(1 - nominal, head.length - 1) * deviation / Math.sqrt(head.length)))) return void 0;
	return {
		conclusion: "regressed",
		belowFloor: true,
		reason: `Head does not reach ${floor}, the ${goal === "maximize" ? "lowest" : "highest"} score that the spec allows, beyond what the seeds explain.`
	};
}
function judgeExact(drop, maxDrop) {
	if (drop > maxDrop) return {
		conclusion: "regressed",
		reason: "Every seed shows the same drop, which is beyond the limit."
	};
	if (drop < 0) return {
		conclusion: "improved",
		reason: "Every seed shows the same gain."
	};
	return {
		conclusion: "unchanged",
		reason: drop === 0 ? "Every seed gives the same result on both sides." : "Every seed shows the same drop, which is within the limit."
	};
}
function brokenSide(pairs) {
	const headFails = pairs.filter((pair) => usable(pair.base) && !usable(pair.head)).length;
	const baseFails = pairs.filter((pair) => !usable(pair.base) && usable(pair.head)).length;
	const bothFail = pairs.filter((pair) => !usable(pair.base) && !usable(pair.head)).length;
	const works = pairs.length - headFails - baseFails - bothFail;
	const seeds = (count) => `${count} of ${pairs.length} seeds`;
	if (headFails - baseFails >= 2) return {
		conclusion: "regressed",
		reason: `Head fails to train on ${seeds(headFails)} on which base works.`
	};
	if (works >= 2 || pairs.length === 0) return void 0;
	if (bothFail > 0 && works + baseFails === 0) return {
		conclusion: "error",
		reason: `Both sides fail to train on ${seeds(bothFail)}.`
	};
	if (baseFails > 0) return {
		conclusion: "no-baseline",
		reason: `Base fails to train on ${seeds(baseFails + bothFail)}, so there is nothing to compare with.`
	};
}
function usable(score) {
	return score !== void 0 && Number.isFinite(score);
}
function mean$1(values) {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

// src/gate/confirmation.ts
const level$1 = .95;
function chooseCandidate(candidates, goal) {
	const sign = goal === "maximize" ? -1 : 1;
	const ranked = candidates.map((candidate, index) => {
		const worked = candidate.scores.filter(isScore);
		return {
			candidate,
			index,
			failures: candidate.scores.length - worked.length,
			loss: sign * mean([candidate.searchScore, ...worked])
		};
	});
	ranked.sort((a, b) => a.failures - b.failures || a.loss - b.loss || a.index - b.index);
	return ranked[0]?.candidate;
}
function judgeConfirmation(input) {
	const { goal, confidence, candidates, trial, final, withIncumbent } = input;
	const chosen = candidates.find((candidate) => candidate.trial === trial);
	const scores = final.map(({ recommended }) => recommended).filter(isScore);
	const fresh = [...chosen?.scores ?? [], ...final.map(({ recommended }) => recommended)];
	const deterministic = fresh.length > 0 && fresh.every((score) => score === chosen?.searchScore);
	const pairs = final.map(({ seed, recommended, incumbent }) => ({
		seed,
		...incumbent === void 0 ? {} : { base: incumbent },
		...recommended === void 0 ? {} : { head: recommended }
	}));
	const against = withIncumbent ? compare({
		goal,
		confidence,
		maxDrop: 0,
		pairs,
		deterministic
	}) : void 0;
	const interval = meanInterval(scores, chosen?.scores.filter(isScore) ?? []);
	return {
		candidates,
		trial,
		final,
		...scores.length === 0 ? {} : { mean: mean(scores) },
		...interval ? { interval } : {},
		level: level$1,
		...against ? { against } : {},
		improved: against?.conclusion === "improved",
		deterministic
	};
}
function meanInterval(scores, others) {
	const groups = [scores, others].filter((group) => group.length > 0);
	const freedom = groups.reduce((sum, group) => sum + group.length - 1, 0);
	if (scores.length === 0 || freedom === 0) return void 0;
	const deviation = Math.hypot(...groups.flatMap(deviations)) / Math.sqrt(freedom);
	const half = studentTQuantile(1.95 / 2, freedom) * deviation / Math.sqrt(scores.length);
	const middle = mean(scores);
	return Number.isFinite(half) ? [middle - half, middle + half] : void 0;
}
function deviations(values) {
	const middle = mean(values);
	return values.map((value) => value - middle);
}
function mean(values) {
	return values.reduce((sum, value) => sum + value / values.length, 0);
}
function isScore(score) {
	return score != null && Number.isFinite(score);
}

// src/study/trainings.ts
async function runTrainings(jobs, options) {
	const { journal, runners, clock = systemClock, deadline } = options;
	const fold = foldRecords(journal.records);
	const plans = jobs.map(planOf);
	const queue = plans.filter((plan) => !isDone(fold, plan));
	const sides = [...new Set(jobs.map((job) => job.role))];
	const runnersOf = (side) => runners[side] ?? [];
	const workers = Math.min(...sides.map((side) => runnersOf(side).length));
	if (sides.length > 0 && workers === 0) throw new Error(`${sides.find((side) => runnersOf(side).length === 0)} has jobs but no runner`);
	const next = () => {
		if (queue.length === 0) return { over: {
			reason: "done",
			detail: "every training has ended"
		} };
		const late = tooLate(fold, sides.includes("confirm") ? "search" : "gate", deadline, clock);
		if (late) return { over: late };
		const plan = queue.shift();
		const known = matching(fold, plan);
		return known ? {
			...plan,
			known
		} : plan;
	};
	const { reason, detail } = await drive({
		journal,
		fold,
		workers,
		runnerOf: (role, worker) => runnersOf(role)[worker],
		folder: options.folder,
		trialTimeout: options.trialTimeout,
		retries: options.retries ?? 0,
		deadline,
		clock,
		signal: options.signal,
		next,
		onEnd: ({ role, trial }) => dropTrainingCheckpoints(options.folder, role, trial),
		onEvent: options.onEvent ?? (() => {})
	});
	const trials = plans.flatMap((plan) => {
		const trial = matching(fold, plan);
		return trial ? [trialRecord(trial)] : [];
	});
	const end = plans.every((plan) => isDone(fold, plan)) ? "done" : reason;
	return {
		trials,
		end,
		detail: end === reason ? detail : "every training has ended"
	};
}
function planOf(job) {
	return {
		role: job.role,
		trial: job.trial,
		segment: 0,
		config: job.config,
		seed: job.seed,
		origin: job.role === "confirm" ? "confirm" : "gate",
		...job.resource === void 0 ? {} : { resource: job.resource },
		...job.code === void 0 ? {} : { code: job.code }
	};
}
function matching(fold, plan) {
	const trial = fold.find(plan.role, plan.trial);
	return trial && sameJob(trial, plan) ? trial : void 0;
}
function isDone(fold, plan) {
	return matching(fold, plan)?.segments.every(isTold) ?? false;
}

// src/session/confirm-phase.ts
async function runConfirmPhase(options) {
	const { loaded, study, journal, deadline, clock = systemClock } = options;
	const { spec, space } = loaded;
	const ships = space.incumbent;
	const incumbentHash = ships && hashConfig(space, ships);
	const full = spec.budget.epochs;
	const best = (study.more?.length ? [recommend(study)?.trial ?? []].flat() : rankTrials(study)).filter((trial) => misses(study, trial).length === 0 && trial.state === "completed" && trial.score !== void 0 && Number.isFinite(trial.score) && (full === void 0 || (trial.resource ?? full) >= full) && hashConfig(space, trial.config) !== incumbentHash);
	if (best.length === 0 || spec.search.confirm === false) return { cancelled: false };
	const job = (config, seed) => ({
		role: "confirm",
		config,
		seed,
		code: options.headCode,
		...full === void 0 ? {} : { resource: full }
	});
	const finalSeed = (index) => trialSeed(spec.search.seed, "gate", index);
	const choiceSeed = (index) => trialSeed(spec.search.seed, "confirm", index);
	const before = foldRecords(journal.records);
	const known = ships !== void 0 && knownScore(before, job(ships, finalSeed(0)), ["head"]) !== void 0;
	const perTraining = median(best.map(({ durationMs }) => durationMs));
	const left = deadline === void 0 ? Number.POSITIVE_INFINITY : deadline - clock.now();
	const plan = planConfirmation({
		searched: fullTrainings(study, full),
		available: best.length,
		affordable: left === Number.POSITIVE_INFINITY ? left : Math.floor(.95 * left / Math.max(1, perTraining)) * options.runners.length,
		perFinalSeed: ships === void 0 || known ? 1 : 2,
		...typeof spec.search.confirm === "number" ? { wanted: spec.search.confirm } : {}
	});
	if (!plan) return {
		cancelled: false,
		notice: "No time was left to train the best config again: its score is the best of many and optimistic."
	};
	options.onPlan(plan.choiceSeeds === 0 ? `Confirming the best config on ${plan.finalSeeds} fresh seeds` : `Confirming: the best ${plan.candidates} configs on ${plan.choiceSeeds} fresh ${plan.choiceSeeds === 1 ? "seed" : "seeds"} each, then the one chosen on ${plan.finalSeeds} more`);
	const choice = best.slice(0, plan.candidates).map((trial) => ({
		trial,
		seeds: Array.from({ length: plan.choiceSeeds }, (_, index) => choiceSeed(index))
	}));
	const first = await train(Array.from({ length: plan.choiceSeeds }, (_, index) => choice.map(({ trial }) => job(trial.config, choiceSeed(index)))).flat());
	const candidates = choice.map(({ trial, seeds }) => ({
		trial: trial.trial,
		searchScore: trial.score,
		scores: seeds.flatMap((seed) => told(job(trial.config, seed)).map((score) => score ?? null))
	}));
	const keeping = candidates.filter((candidate) => freshMisses(configOf(candidate.trial)).length === 0);
	const chosen = chooseCandidate(keeping.length > 0 ? keeping : candidates, study.metric.goal);
	const config = configOf(chosen.trial);
	let end = first;
	let seeds = [];
	for (const count of [1, plan.finalSeeds]) {
		if (end !== "done" || seeds.length >= count) break;
		if (seeds.length > 0 && judged(seeds).deterministic) break;
		seeds = Array.from({ length: count }, (_, index) => finalSeed(index));
		end = await train(seeds.flatMap((seed) => [job(config, seed), ...ships === void 0 || knownScore(foldRecords(journal.records), job(ships, seed)) !== void 0 ? [] : [job(ships, seed)]]));
	}
	const confirmation = judged(seeds);
	const notices = [...end === "time" ? ["The time was up before the confirm stage had done all that it planned."] : [], ...freshMisses(config).map((words) => `On fresh seeds the best config, trial ${chosen.trial}, misses a constraint: ${words}.`)];
	return {
		...confirmation.final.some(({ recommended }) => recommended !== void 0) || end === "done" && confirmation.final.length > 0 ? { confirmation } : {},
		...notices.length > 0 ? { notice: notices.join(" ") } : {},
		cancelled: end === "cancelled"
	};
	function configOf(number) {
		return best.find(({ trial }) => trial === number).config;
	}
	function freshMisses(of) {
		const trainings = foldRecords(journal.records).trials.filter((trial) => trial.role === "confirm" && sameJob(trial, job(of, trial.seed)));
		return (study.constraints ?? []).flatMap(({ name, min, max }) => {
			const values = trainings.flatMap(({ segments }) => lastValue(name, segments.at(-1)?.reports ?? []) ?? []);
			if (values.length === 0) return [];
			const mean = values.reduce((sum, value) => sum + value / values.length, 0);
			if (max !== void 0 && mean > max) return [`${name} is ${shown(mean)} in the mean, at most ${max} is asked for`];
			if (min !== void 0 && mean < min) return [`${name} is ${shown(mean)} in the mean, at least ${min} is asked for`];
			return [];
		});
	}
	async function train(jobs) {
		if (jobs.length === 0) return options.signal.aborted ? "cancelled" : "done";
		const taken = foldRecords(journal.records).trials.filter(({ role }) => role === "confirm");
		let free = taken.reduce((most, { trial }) => Math.max(most, trial + 1), 0);
		const numbered = jobs.map((item) => {
			const same = taken.find((trial) => sameJob(trial, item));
			return {
				...item,
				trial: same ? same.trial : free++
			};
		});
		const { end: how } = await runTrainings(numbered, {
			journal,
			runners: { confirm: options.runners },
			folder: options.folder,
			signal: options.signal,
			clock,
			onEvent: options.onEvent,
			...deadline === void 0 ? {} : { deadline },
			...spec.trial.timeout === void 0 ? {} : { trialTimeout: spec.trial.timeout },
			...spec.trial.retries === void 0 ? {} : { retries: spec.trial.retries }
		});
		return how;
	}
	function told(item) {
		const score = knownScore(foldRecords(journal.records), item);
		return score === void 0 ? [] : [score.value];
	}
	function judged(finalSeeds) {
		const final = finalSeeds.flatMap((seed) => {
			const recommended = told(job(config, seed));
			const incumbent = ships === void 0 ? [] : told(job(ships, seed));
			if (recommended.length === 0 || ships !== void 0 && incumbent.length === 0) return [];
			return [{
				seed,
				...recommended[0] === void 0 ? {} : { recommended: recommended[0] },
				...incumbent[0] === void 0 ? {} : { incumbent: incumbent[0] }
			}];
		});
		return judgeConfirmation({
			goal: study.metric.goal,
			confidence: spec.gate ? spec.gate.confidence : .95,
			candidates,
			trial: chosen.trial,
			final,
			withIncumbent: ships !== void 0
		});
	}
}
function knownScore(fold, job, roles = ["confirm", "head"]) {
	const end = fold.trials.find((item) => roles.includes(item.role) && sameJob(item, job))?.segments.at(-1)?.end;
	if (!end || end.state === "interrupted") return void 0;
	return { value: end.state === "completed" && Number.isFinite(end.score) ? end.score : void 0 };
}
function shown(value) {
	return String(Number(value.toPrecision(4)));
}
function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

// src/trial/discovery-error.ts
var DiscoveryError = class extends Error {
	name = "DiscoveryError";
};

// src/trial/contradiction.ts
function checkAgainstBefore(before, now) {
	if (now.place === void 0 || now.read || same$1(before.definition, now.definition)) return;
	const here = before.place === now.place;
	throw new DiscoveryError(`the parameter ${now.name} is ${words(before.definition)} at ${before.place}, but ${words(now.definition)} ${here ? "there with other values of the parameters before" : `at ${now.place}`}: ` + (here ? "a range must not depend on other parameters; give the parameter a name for each range" : "one of the two needs a name of its own (hp.nameScope gives one)"));
}
function checkAgainstSpec(declared, { definition, place }) {
	if (declared.place === void 0 || declared.read || takes(declared.definition, definition)) return;
	throw new DiscoveryError(`the parameter ${declared.name} is ${words(definition)} in the spec (${place}), but the code takes ${words(declared.definition)} (${declared.place}): bring the two together, or remove it from \`params\``);
}
function takes(code, spec) {
	if (code.type === "constant") return true;
	if (spec.type === "int" || spec.type === "float") {
		if (code.type !== "int" && code.type !== "float") return false;
		return (code.type === "float" || spec.type === "int") && spec.min >= code.min && spec.max <= code.max;
	}
	return valuesOf(spec).every((value) => isValue(code, value));
}
function isValue(code, value) {
	switch (code.type) {
		case "bool": return typeof value === "boolean";
		case "choice": return code.values?.includes(value) ?? true;
		case "constant": return true;
		case "int":
		case "float": return typeof value === "number" && (code.type === "float" || Number.isInteger(value)) && value >= code.min && value <= code.max;
	}
}
function valuesOf(spec) {
	if (spec.type === "choice") return spec.values ?? [];
	if (spec.type === "constant") return [spec.value];
	return [false, true];
}
function words(definition) {
	switch (definition.type) {
		case "int":
		case "float": {
			const { type, min, max, step, scale, default: first } = definition;
			const more = [
				step === void 0 ? [] : [`step ${step}`],
				scale === void 0 ? [] : [scale],
				first === void 0 ? [] : [`default ${first}`]
			].flat();
			const range = `${type === "int" ? "a whole number" : "a number"} from ${min} to ${max}`;
			return more.length === 0 ? range : `${range} (${more.join(", ")})`;
		}
		case "choice": return `one of ${definition.values?.join(", ")}${definition.default === void 0 ? "" : ` (default ${definition.default})`}`;
		case "bool": return `true or false${definition.default === void 0 ? "" : ` (default ${definition.default})`}`;
		case "constant": return `fixed at ${definition.value}`;
	}
}
function same$1(a, b) {
	return JSON.stringify(a) === JSON.stringify(b);
}

// src/trial/discover.ts
const mostBuilds = 400;
const mostParameters = 1e3;
const mostValues = 32;
const mixedBuilds = 12;
async function discoverParameters(build, spec = /* @__PURE__ */ new Map()) {
	const known = /* @__PURE__ */ new Map();
	const runs = [];
	const tried = /* @__PURE__ */ new Set();
	const queue = [{}];
	let builds = 0;
	async function run(values) {
		const key = JSON.stringify(Object.entries(values).sort(([a], [b]) => a < b ? -1 : 1));
		if (tried.has(key)) return void 0;
		tried.add(key);
		builds++;
		const result = await build(values);
		if ("failed" in result) {
			if (builds === 1) throw new DiscoveryError(`build(hp) fails with its defaults: ${result.failed}`);
			return;
		}
		const done = { values: Object.fromEntries(result.flatMap(({ name, value }) => value === null ? [] : [[name, value]])) };
		runs.push(done);
		for (const declared of result) {
			const own = spec.get(declared.name);
			if (own) checkAgainstSpec(declared, own);
			else if (declared.read) continue;
			for (const value of declared.tests ?? []) queue.push({
				...values,
				[declared.name]: value
			});
			const before = known.get(declared.name);
			if (!before) {
				const definition = own?.definition ?? soundDefinition(declared);
				known.set(declared.name, {
					name: declared.name,
					definition,
					declared,
					scopes: [declared.when]
				});
				if (known.size > mostParameters) throw endless(known);
				for (const value of extremes(own?.definition ?? declared.definition)) queue.push({
					...values,
					[declared.name]: value
				});
				continue;
			}
			if (!own) checkAgainstBefore(before.declared, declared);
			if (!before.scopes.some((when) => same(when, declared.when))) before.scopes.push(declared.when);
		}
		return done;
	}
	async function runAll() {
		while (queue.length > 0) {
			if (builds >= mostBuilds) throw endless(known);
			await run(queue.shift());
		}
	}
	await runAll();
	for (let size = -1; size !== known.size;) {
		size = known.size;
		for (const parent of [...known.values()]) if (parent.definition.type === "int" && decides(parent.name, runs, known)) for (const base of bases(parent.name, runs)) for (const value of evenly(parent.definition)) queue.push({
			...base,
			[parent.name]: value
		});
		await runAll();
	}
	for (let i = 0; i < mixedBuilds && known.size > 1; i++) {
		await run(mixed([...known.values()], i));
		await runAll();
	}
	return Object.fromEntries([...known.values()].filter(({ name }) => !spec.has(name)).map((item) => [item.name, define(item, [...known.values()], runs)]));
}
function mergeParameters(spec, found) {
	return {
		...spec,
		...Object.fromEntries(Object.entries(found).filter(([name]) => !Object.hasOwn(spec, name)))
	};
}
function endless(known) {
	const last = [...known.keys()].slice(-3).join(", ");
	return new DiscoveryError(`build(hp) was run ${mostBuilds} times or asked for ${mostParameters} parameters, and there is no end in sight (the last ones: ${last}): its parameters must not depend on chance, on earlier runs or on a range without bound`);
}
function soundDefinition({ definition, name }) {
	if (definition.type !== "int" && definition.type !== "float") return definition;
	const { min, step, scale = "linear" } = definition;
	let { max } = definition;
	if (!(max >= min)) throw new DiscoveryError(`hp.${name}: the largest value, ${max}, is less than the smallest, ${min}`);
	if (step !== void 0) max = scale === "linear" ? min + Math.floor((max - min) / step + 1e-9) * step : min * step ** Math.floor(Math.log(max / min) / Math.log(step) + 1e-9);
	if (definition.type === "int") max = Math.round(max);
	if (max === min) return {
		type: "constant",
		value: min
	};
	const tidy = step !== void 0 && definition.type === "float" ? Number(max.toPrecision(12)) : max;
	return {
		...definition,
		max: tidy
	};
}
function extremes(definition) {
	switch (definition.type) {
		case "choice": return definition.values?.slice(0, 64) ?? [];
		case "bool": return [false, true];
		case "int":
		case "float": return [definition.min, definition.max];
		case "constant": return [];
	}
}
function evenly({ min, max, step = 1, scale }) {
	if (scale !== void 0 && scale !== "linear") return [
		min,
		Math.round(Math.sqrt(min * max)),
		max
	];
	const count = Math.floor((max - min) / step) + 1;
	if (count <= mostValues) return Array.from({ length: count }, (_, i) => min + i * step);
	return Array.from({ length: mostValues }, (_, i) => min + Math.round(i * (count - 1) / 31) * step);
}
function decides(parent, runs, known) {
	const withParent = runs.filter(({ values }) => values[parent] !== void 0);
	return [...known.values()].some(({ name, scopes }) => {
		if (name === parent || scopes.some((when) => when.length > 0)) return false;
		const present = withParent.filter(({ values }) => values[name] !== void 0);
		return present.length > 0 && present.length < withParent.length;
	});
}
function bases(parent, runs) {
	const [first] = runs.filter(({ values }) => values[parent] !== void 0);
	return first ? [first.values] : [];
}
function mixed(known, round) {
	return Object.fromEntries(known.flatMap(({ name, definition }, index) => {
		const values = definition.type === "int" ? evenly(definition) : extremes(definition);
		return values.length === 0 ? [] : [[name, values[(round * (2 * index + 1) + index) % values.length]]];
	}));
}
function define(item, all, runs) {
	const when = scopeTests(item) ?? observedTest(item, all, runs);
	return when === void 0 ? item.definition : {
		...item.definition,
		when
	};
}
function scopeTests({ scopes }) {
	const [first, ...others] = scopes.map((when) => new Map(when.map(({ parent, values }) => [parent, values])));
	if (!first) return void 0;
	const tests = {};
	for (const [parent, values] of first) {
		const elsewhere = others.map((scope) => scope.get(parent));
		if (elsewhere.some((found) => found === void 0)) continue;
		tests[parent] = [...new Set([values, ...elsewhere].flatMap((found) => found ?? []))];
	}
	return Object.keys(tests).length === 0 ? void 0 : tests;
}
function observedTest(item, all, runs) {
	const has = ({ values }) => values[item.name] !== void 0;
	if (runs.every(has)) return void 0;
	const before = all.slice(0, all.indexOf(item)).reverse();
	for (const parent of before) {
		const test = accounts(parent, runs, has);
		if (test !== void 0) return { [parent.name]: test };
	}
}
function accounts(parent, runs, has) {
	const { definition, name } = parent;
	if (definition.type === "float" || definition.type === "constant") return void 0;
	const seen = /* @__PURE__ */ new Map();
	for (const run of runs) {
		const value = run.values[name];
		if (value === void 0) {
			if (has(run)) return void 0;
			continue;
		}
		const before = seen.get(value);
		if (before !== void 0 && before !== has(run)) return void 0;
		seen.set(value, has(run));
	}
	const present = [...seen].filter(([, there]) => there).map(([value]) => value);
	if (present.length === 0) return void 0;
	if (definition.type !== "int") return present;
	const numbers = (there) => [...seen].flatMap(([value, found]) => found === there && typeof value === "number" ? [value] : []);
	const [absent, found] = [numbers(false), numbers(true)];
	const most = Math.max(...absent);
	if (most < Math.min(...found)) return { min: most + 1 };
	if (Math.max(...found) < Math.min(...absent)) return { max: Math.min(...absent) - 1 };
}
function same(a, b) {
	return JSON.stringify(a) === JSON.stringify(b);
}

// src/session/discover-space.ts
async function discoverSpace(loaded, options) {
	const { spec } = loaded;
	if (!discovers(spec) || options.signal.aborted) return loaded;
	const trial = spec.trial;
	const file = "module" in trial ? trial.module : trial.script;
	const isModule = "module" in trial;
	const found = await inHost(trial, loaded.folder, options, async (host) => {
		try {
			return await discoverParameters(async (values) => {
				const own = isModule ? specConfig(loaded.space, values) : {};
				const tree = isModule ? nestConfig(loaded.space, own) : void 0;
				const answer = await host.declare({
					...values,
					...own
				}, options.signal, tree);
				if (answer === "interrupted") throw interruption(options.signal);
				if ("reason" in answer) {
					if (!host.fit) throw new DiscoveryError(answer.message);
					return { failed: answer.message };
				}
				return answer;
			}, isModule ? specParameters(loaded) : void 0);
		} catch (error) {
			if (!(error instanceof DiscoveryError)) throw error;
			throw new DiscoveryError(`${file}: ${error.message}`);
		}
	});
	const params = mergeParameters(spec.params, found);
	if (Object.keys(params).length === 0) throw new DiscoveryError(`${file}: build(hp) asks hp for nothing, and the spec has no params: there is nothing to search`);
	try {
		const defining = isModule ? {
			...spec,
			trial: {
				...spec.trial,
				discover: true
			}
		} : spec;
		const complete = shippingValues({
			...defining,
			params
		}, loaded.values);
		return {
			...loaded,
			spec: complete,
			space: createSpace(complete.params)
		};
	} catch (error) {
		if (error instanceof SpecError) throw error;
		throw new DiscoveryError(`${file}: ${error.message}`, { cause: error });
	}
}
function specConfig(space, values) {
	const config = {};
	for (const parameter of space.parameters) {
		if (!isActive(parameter, config)) continue;
		const { path, domain, default: first = fromUnit(domain, .5) } = parameter;
		const asked = values[path];
		config[path] = asked !== void 0 && contains(domain, asked) ? asked : first;
	}
	return config;
}
function specParameters({ space, text, path: file }) {
	return new Map(space.parameters.map(({ path: name, domain, location }) => {
		const place = locate(text, ["params", location[0]]);
		const shown = path.basename(file) + (place ? `:${place.line}:${place.column}` : "");
		return [name, {
			definition: definitionOf(domain),
			place: shown
		}];
	}));
}
function definitionOf(domain) {
	if (domain.type !== "int" && domain.type !== "float") return domain;
	const { scale, ...rest } = domain;
	return scale === "linear" ? rest : domain;
}
async function inHost(trial, cwd, { host: { path: hostPath, node }, env, signal, hurry }, use) {
	const file = "module" in trial ? trial.module : trial.script;
	let host;
	try {
		host = new ModuleHost(trial, {
			cwd,
			env,
			hostPath,
			node,
			...hurry ? { hurry } : {}
		});
	} catch (error) {
		throw new DiscoveryError(`${file} could not be run: ${error.message}`, { cause: error });
	}
	try {
		const loaded = await host.load(signal);
		if (loaded === "interrupted") throw interruption(signal);
		if ("reason" in loaded) throw new DiscoveryError(`${file} could not be loaded: ${loaded.message}`);
		return await use(host);
	} finally {
		await host.close();
	}
}
function interruption({ reason }) {
	const late = reason instanceof DOMException && reason.name === "TimeoutError";
	return new DiscoveryError(late ? "the time was up before its code had said what there is to search" : "the run was cancelled");
}

// src/github/changed-files.ts
async function changedFiles(sha, folder, patterns) {
	const paths = (patterns?.map(pathspec) ?? [":/"]).map(argument$1);
	const ours = argument$1(`:(exclude,top,glob)**/${stateFolderName}/**`);
	const names = [await gitBytes(folder, [
		...[
			"-c",
			"diff.autoRefreshIndex=true",
			"diff",
			"--name-only",
			"-z",
			"--no-renames"
		],
		"--no-ext-diff",
		"--ignore-submodules=none",
		argument$1(sha),
		"--",
		...paths,
		ours
	]), await gitBytes(folder, [
		"ls-files",
		"--others",
		"--exclude-standard",
		"--full-name",
		"-z",
		"--",
		...paths,
		ours
	])].flatMap((output) => output.toString("utf8").split("\0"));
	return [...new Set(names.filter((name) => name !== ""))].sort();
}
function pathspec(pattern) {
	return pattern.startsWith("!") ? `:(exclude,glob)${pattern.slice(1)}` : `:(glob)${pattern}`;
}

// src/baseline/comparable.ts
function obstacles(stored, wanted) {
	const [was, is] = [stored.circumstances, wanted.circumstances];
	const other = (key) => was[key] !== is[key];
	const { metric } = stored;
	return [
		...metric.name === wanted.metric.name && metric.goal === wanted.metric.goal && metric.use === wanted.metric.use ? [] : [`they measure ${metric.name} (${metric.goal}, ${metric.use} value)`],
		...other("spec") ? ["the spec of the base trains something else"] : [],
		...other("dependencies") ? ["the lock files of the base are others"] : [],
		...other("data") ? ["the data has changed since"] : [],
		...other("machine") ? [`they come from another machine (${was.machine}; this one is ${is.machine})`] : []
	];
}

// src/baseline/noise.ts
const mostCommits = 11;
function scoreNoise(newest) {
	return pooled(newest.slice(0, mostCommits).map(({ trainings }) => trainings.flatMap(scoreOf)));
}
function differenceNoise(newest) {
	const some = newest.slice(0, mostCommits);
	return pooled(some.slice(1).map((earlier, index) => {
		const scores = new Map(earlier.trainings.map(({ seed, score }) => [seed, score]));
		return some[index].trainings.flatMap(({ seed, score }) => {
			const before = scores.get(seed);
			return score === void 0 || before === void 0 ? [] : [score - before];
		});
	}));
}
function scoreOf({ score }) {
	return score === void 0 ? [] : [score];
}
function pooled(groups) {
	let [squares, df] = [0, 0];
	for (const group of groups) {
		if (group.length < 2) continue;
		const mean = group.reduce((sum, value) => sum + value, 0) / group.length;
		squares += group.reduce((sum, value) => sum + (value - mean) ** 2, 0);
		df += group.length - 1;
	}
	return df > 0 && Number.isFinite(squares) ? {
		variance: squares / df,
		df
	} : void 0;
}

// src/github/ancestors.ts
const furthest = 5e3;
async function nearestAncestor(repo, of, candidates, options = {}) {
	if (candidates.has(of)) return {
		sha: of,
		distance: 0
	};
	if (candidates.size === 0) return void 0;
	const steps = repo.shallow ? [
		"--deepen=50",
		"--deepen=500",
		"--deepen=5000"
	] : [];
	for (let step = 0;; step++) {
		const found = await closest(repo, of, candidates);
		const deepen = steps[step];
		if (found || deepen === void 0) return found;
		if (await fetchFrom(repo, [
			deepen,
			await remoteName(repo),
			argument$1(of)
		], options) !== void 0) return void 0;
	}
}
async function closest(repo, of, candidates) {
	const ancestors = (await tryGit(repo.root, [
		"rev-list",
		"--date-order",
		`--max-count=${furthest}`,
		argument$1(of)
	]) ?? "").split("\n").filter((sha) => candidates.has(sha));
	let best;
	for (const sha of ancestors.slice(0, 5)) {
		const distance = Number(await git(repo.root, [
			"rev-list",
			"--count",
			`${sha}..${of}`
		]));
		if (!best || distance < best.distance) best = {
			sha,
			distance
		};
	}
	return best;
}

// src/session/circumstances.ts
async function circumstancesAt(options) {
	const spec = await specAt(options);
	if (!spec) return void 0;
	const { name, goal, use } = spec.metric;
	return {
		metric: {
			name,
			goal,
			use
		},
		circumstances: {
			spec: specFingerprint(spec),
			dependencies: await dependenciesAt(options),
			data: await dataFingerprint(options.data, options.folder),
			machine: machineWords(options.env, options.backend)
		}
	};
}
async function specAt({ repo, commit, specPath }) {
	const file = specPath.split(path.sep).join("/");
	const text = await tryGit(repo.root, ["show", `${commit}:${file}`]);
	if (text === void 0) return void 0;
	try {
		const spec = loadSpec(file, `${text}\n`);
		const { values } = spec;
		if (values === void 0) return spec;
		const name = path.posix.join(path.posix.dirname(file), typeof values === "string" ? values : values.file);
		const written = await tryGit(repo.root, ["show", `${commit}:${name}`]);
		if (written === void 0) return void 0;
		return shippingValues(spec, valuesOf$2(spec, () => ({
			path: name,
			text: `${written}\n`
		})));
	} catch (error) {
		if (error instanceof SpecError) return void 0;
		throw error;
	}
}
const limits = /* @__PURE__ */ new Set([
	"timeout",
	"grace",
	"idle",
	"memory",
	"retries"
]);
function specFingerprint(spec) {
	const trial = Object.fromEntries(Object.entries(spec.trial).filter(([key]) => !limits.has(key)));
	return fingerprint({
		trial,
		config: createSpace(spec.params).incumbent,
		epochs: spec.budget.epochs
	});
}
const lockFiles = /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|requirements[\w.-]*\.txt|constraints[\w.-]*\.txt|poetry\.lock|uv\.lock|pdm\.lock|Pipfile\.lock|conda-lock\.ya?ml|environment\.ya?ml|pixi\.lock|Cargo\.lock|go\.sum|renv\.lock|Manifest\.toml)$/;
async function dependenciesAt({ repo, commit, specPath }) {
	const folder = path.posix.dirname(specPath.split(path.sep).join("/"));
	const folders = ["."];
	for (let at = folder; at !== "."; at = path.posix.dirname(at)) folders.push(at);
	const found = [];
	for (const at of folders) {
		const listed = await git(repo.root, [
			"ls-tree",
			"-z",
			at === "." ? argument$1(commit) : argument$1(`${commit}:${at}`)
		]);
		for (const line of listed.split("\0")) {
			const [, hash, name] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
			if (name !== void 0 && lockFiles.test(name)) found.push(`${at}/${name} ${hash}`);
		}
	}
	return found.length === 0 ? "none" : fingerprint(found.sort());
}
async function dataFingerprint(patterns, folder) {
	if (patterns.length === 0) return "none";
	const files = [...new Set(patterns.flatMap((pattern) => matchingFiles(pattern, folder)))].sort();
	const lines = [];
	for (const file of files) {
		const hash = createHash("sha256");
		await pipeline(createReadStream(file), hash);
		lines.push(`${path.relative(folder, file).split(path.sep).join("/")} ${hash.digest("hex")}`);
	}
	return fingerprint(lines);
}
function machineWords(env, backend) {
	const cores = os.cpus();
	const model = (cores[0]?.model ?? "unknown processor").replace(/\s+/g, " ").trim();
	const gpus = findDevices(env).map(({ id, name }) => name ?? `GPU ${id}`);
	const python = /[/\\]Python[/\\]([\d.]+)[/\\]/.exec(env["pythonLocation"] ?? "")?.[1];
	return [
		`${cores.length} × ${model}`,
		...gpus,
		`${os.platform()} ${os.arch()}`,
		`Node ${process.versions.node}`,
		...python ? [`Python ${python}`] : [],
		...backend ? [backend] : []
	].join(", ");
}

// src/session/stored-baseline.ts
async function findStored(options) {
	const { base, repo, store } = options;
	const from = base.found ? base.sha : await tryGit(repo.root, [
		"rev-parse",
		"--verify",
		"--quiet",
		"HEAD^1^{commit}"
	]);
	const none = (reason, notices = []) => ({
		found: false,
		reason,
		notices
	});
	if (from === void 0) return none(base.found ? "" : base.reason);
	let stored;
	try {
		stored = await readStore(store);
	} catch (error) {
		if (!(error instanceof DataBranchError)) throw error;
		return none(error.message);
	}
	const { notices } = stored;
	const usable = stored.results.filter(({ trainings }) => trainings.some(({ score }) => score !== void 0));
	if (usable.length === 0) return none(`No results of the default branch are stored on ${store.branch.name} yet: a run on that branch stores them.`, notices);
	const wanted = await circumstancesAt(circumstancesOf(options, from));
	if (!wanted) return none("The base commit has no spec that can be read.", notices);
	const comparable = usable.filter((result) => obstacles(result, wanted).length === 0);
	const credentials = { credentials: store.branch.credentials };
	const near = await nearestAncestor(repo, from, commitsOf(comparable), credentials);
	if (!near) return none(await whyNone(options, from, usable, wanted), notices);
	const result = comparable.find(({ commit }) => commit === near.sha);
	const history = differenceNoise(newestOfEach(comparable));
	return {
		found: true,
		result,
		how: howWords(base, near.distance, result),
		...history ? { history } : {},
		notices
	};
}
function howWords(base, distance, { at }) {
	const of = base.found ? base.how : "the commit before HEAD, since the base itself is not here";
	const stored = `as stored on ${at.slice(0, 10)}`;
	if (distance === 0) return `${of}, ${stored}`;
	return `the nearest ancestor with stored results, ${distance} ${distance === 1 ? "commit" : "commits"} before ${of}, ${stored}`;
}
async function whyNone({ repo, store }, from, usable, wanted) {
	const near = await nearestAncestor(repo, from, commitsOf(usable), { credentials: store.branch.credentials });
	const results = `${usable.length} stored ${usable.length === 1 ? "result" : "results"}`;
	if (!near) return `None of the ${results} is of the base or of a commit before it.`;
	const why = usable.filter(({ commit }) => commit === near.sha).map((result) => obstacles(result, wanted)).sort((a, b) => a.length - b.length)[0];
	return `The stored results of ${near.sha.slice(0, 7)} cannot be compared with: ${why.join("; ")}.`;
}
function commitsOf(results) {
	return new Set(results.map(({ commit }) => commit));
}
function newestOfEach(results) {
	const seen = /* @__PURE__ */ new Set();
	return results.filter(({ commit }) => !seen.has(commit) && seen.add(commit));
}
function circumstancesOf({ loaded, gate, repo, specPath, env, backend }, commit) {
	return {
		repo,
		commit,
		specPath,
		folder: loaded.folder,
		data: gate.data,
		env,
		backend
	};
}
async function measuredOf(options) {
	const { loaded, commit, trials } = options;
	const ended = trials.filter(({ state }) => state === "completed" || state === "failed");
	const here = await circumstancesAt(circumstancesOf(options, commit));
	if (!here || !ended.some(({ score }) => score !== void 0)) return void 0;
	return {
		study: loaded.spec.name,
		commit,
		at: (/* @__PURE__ */ new Date()).toISOString(),
		...here,
		config: loaded.space.incumbent ?? {},
		trainings: ended.map(({ seed, score, metrics, durationMs }) => ({
			seed,
			...score === void 0 ? {} : { score },
			metrics: Object.fromEntries(Object.entries(metrics).filter(([name, value]) => name !== loaded.spec.metric.name && Number.isFinite(value))),
			durationMs: Math.round(durationMs)
		}))
	};
}
async function storeMeasured(store, result) {
	try {
		await addToStore(store, result);
		return;
	} catch (error) {
		if (!(error instanceof DataBranchError)) throw error;
		return `The results of this commit could not be stored. ${error.message}`;
	}
}
async function readBaselineFile({ loaded, gate, env }) {
	const shown = gate.file;
	const file = path.resolve(loaded.folder, shown);
	const none = (reason) => ({
		found: false,
		reason,
		notices: []
	});
	if (!existsSync(file)) return none(`There is no baseline file ${shown} beside the spec. Write it with: tunegate baseline`);
	const result = readMeasured(readFileSync(file, "utf8"));
	if ("problem" in result) return none(`The baseline file ${shown} cannot be read: ${result.problem}. Write it again with: tunegate baseline`);
	const { name, goal, use } = loaded.spec.metric;
	const { circumstances } = result;
	const wanted = {
		metric: {
			name,
			goal,
			use
		},
		circumstances: {
			...circumstances,
			data: await dataFingerprint(gate.data, loaded.folder)
		}
	};
	const why = obstacles(result, wanted);
	if (why.length > 0) return none(`The results in ${shown} cannot be compared with: ${why.join("; ")}. Write it again with: tunegate baseline`);
	const here = machineWords(env);
	return {
		found: true,
		result,
		how: `${shown}, written on ${result.at.slice(0, 10)}`,
		notices: circumstances.machine.startsWith(here) ? [] : [`The baseline file ${shown} was measured on another machine: ${circumstances.machine}.`]
	};
}

// src/session/baseline-choice.ts
async function chooseBaseline(options) {
	const { base, gate } = options;
	const { baseline: mode } = gate;
	if (mode === "file") return known$1(await readBaselineFile(options));
	if (mode === "stored") {
		const stored = await ask(options);
		if (stored.found) return {
			kind: "known",
			baseline: stored
		};
		if (!base.found) return {
			kind: "none",
			reason: `${stored.reason} ${base.reason}`,
			notices: stored.notices
		};
		const why = `${stored.reason} So the base was trained again in this run.`;
		return {
			kind: "rerun",
			base,
			notices: [...stored.notices, why]
		};
	}
	if (base.found) return {
		kind: "rerun",
		base,
		notices: []
	};
	if (mode === "auto") {
		const stored = await ask(options);
		if (stored.found) return {
			kind: "known",
			baseline: stored
		};
		const file = await readBaselineFile(options);
		if (file.found) return {
			kind: "known",
			baseline: file
		};
	}
	return {
		kind: "none",
		reason: base.reason,
		notices: []
	};
}
function known$1(baseline) {
	return baseline.found ? {
		kind: "known",
		baseline
	} : {
		kind: "none",
		reason: baseline.reason,
		notices: baseline.notices
	};
}
async function ask({ repo, store, ...options }) {
	if (repo && store) return await findStored({
		...options,
		repo,
		store
	});
	return {
		found: false,
		reason: "There is no remote repository that results could be stored in.",
		notices: []
	};
}

// src/gate/looks.ts
const usualLooks = [
	3,
	5,
	7,
	10
];
function planLooks(cap, wanted = usualLooks) {
	return [...[...new Set(wanted)].filter((look) => look < cap).sort((a, b) => a - b), cap];
}
const confirmSeeds = 2;
const farFromLine = 2 / 3;
const simulations = 5e4;
const known = /* @__PURE__ */ new Map();
function nominalLevel(plan) {
	const { looks, confidence, paired, historyDf = 0, confirmed = false } = plan;
	const level = 1 - confidence;
	const tested = looks.filter((look) => look >= 2 || historyDf > 0);
	if (tested.length <= 1) return level;
	const key = JSON.stringify([
		tested,
		level,
		paired,
		historyDf,
		confirmed
	]);
	const before = known.get(key);
	if (before !== void 0) return before;
	const comparisons = simulate({
		...plan,
		looks: tested
	});
	let [low, high] = [level / tested.length, level];
	for (let i = 0; i < 12; i++) {
		const middle = (low + high) / 2;
		if (shareBeyond(comparisons, middle, confirmed) > level) high = middle;
		else low = middle;
	}
	known.set(key, low);
	return low;
}
function shareBeyond({ looks, at }, level, confirmed) {
	const plans = looks.map((look) => {
		const [here, later] = [at.get(look), at.get(look + 2)];
		return {
			here,
			later: confirmed ? later : void 0,
			bound: studentTQuantile(1 - level, here.df),
			far: studentTQuantile(1 - level * farFromLine, here.df),
			laterBound: later ? studentTQuantile(1 - level, later.df) : 0
		};
	});
	let beyond = 0;
	for (let run = 0; run < simulations; run++) {
		let tried = 0;
		for (const { here, later, bound, far, laterBound } of plans) {
			if (here.seeds <= tried || here.t[run] <= bound) continue;
			if (!later || here.t[run] > far || later.t[run] > laterBound && later.mean[run] * later.seeds > here.mean[run] * here.seeds) {
				beyond += 1;
				break;
			}
			tried = here.seeds + 2;
		}
	}
	return beyond / simulations;
}
function simulate({ looks, paired, historyDf = 0, confirmed = false }) {
	const sizes = [...new Set(looks.flatMap((look) => confirmed ? [look, look + 2] : [look]))];
	const at = new Map(sizes.map((seeds) => [seeds, {
		seeds,
		df: (paired ? seeds - 1 : 2 * (seeds - 1)) + historyDf,
		t: new Float64Array(simulations),
		mean: new Float64Array(simulations)
	}]));
	const last = Math.max(...sizes);
	const stream = randomStream(20260229, "group sequential looks");
	for (let run = 0; run < simulations; run++) {
		let history = 0;
		for (let i = 0; i < historyDf; i++) history += stream.normal() ** 2;
		let [sum, squares, sumOther, squaresOther] = [
			0,
			0,
			0,
			0
		];
		for (let n = 1; n <= last; n++) {
			const x = stream.normal();
			sum += x;
			squares += x * x;
			if (!paired) {
				const y = stream.normal();
				sumOther += y;
				squaresOther += y * y;
			}
			const standing = at.get(n);
			if (!standing) continue;
			const within = squares - sum * sum / n + (paired ? 0 : squaresOther - sumOther * sumOther / n);
			const error = Math.sqrt((history + within) / standing.df * (paired ? 1 : 2) / n);
			standing.mean[run] = (sum - sumOther) / n;
			standing.t[run] = standing.mean[run] / error;
		}
	}
	return {
		looks,
		at
	};
}

// src/gate/sequential.ts
const farBeyondLimit = 1.25;
function nextStep(input) {
	const { pairs, looks, paired = true, history, confidence, atEnd, suspectedAt, maxDrop, goal } = input;
	const plan = {
		looks,
		confidence: 1 - (1 - confidence) / (input.tests ?? 1),
		paired,
		historyDf: Math.min(30, history?.df ?? 0)
	};
	const nominal = nominalLevel({
		...plan,
		confirmed: true
	});
	const verdict = compare({
		...input,
		nominal,
		equivalence: nominalLevel(plan)
	});
	const done = {
		done: true,
		verdict: withNeed(verdict)
	};
	const tried = pairs.length;
	const next = looks.find((look) => look > tried);
	const goOn = (seeds, confirms = false) => atEnd ? done : {
		done: false,
		seeds,
		verdict,
		confirms
	};
	if (input.deterministic) return tried > 0 ? done : goOn(1);
	if (verdict.difference === void 0 && verdict.conclusion !== "inconclusive" && tried >= 2) return done;
	if (suspectedAt === void 0 && !looks.includes(tried)) return goOn(next ?? tried + 1);
	switch (verdict.conclusion) {
		case "regressed":
		case "improved": {
			if (verdict.difference === void 0 || verdict.pWorse === void 0 || verdict.belowFloor) return done;
			const drop = (goal === "maximize" ? -1 : 1) * verdict.difference;
			if (suspectedAt !== void 0) return freshAgree(pairs.slice(suspectedAt), goal, drop) ? done : unsure();
			const worse = verdict.conclusion === "regressed";
			return (worse ? verdict.pWorse : 1 - verdict.pWorse) > .6666666666666666 * nominal || worse && drop < farBeyondLimit * maxDrop ? goOn(tried + 2, true) : done;
		}
		case "inconclusive": return next === void 0 ? done : goOn(next);
		default: return done;
	}
	function unsure() {
		if (next !== void 0 && !atEnd) return {
			done: false,
			seeds: next,
			verdict,
			confirms: false
		};
		const reason = `A ${verdict.conclusion === "regressed" ? "drop" : "gain"} was seen, but fresh seeds did not confirm it.`;
		return {
			done: true,
			verdict: withNeed({
				...verdict,
				conclusion: "inconclusive",
				reason
			})
		};
	}
}
function withNeed(verdict) {
	const needed = verdict.conclusion === "inconclusive" ? seedsNeeded(verdict) : void 0;
	return needed === void 0 ? verdict : {
		...verdict,
		seedsNeeded: needed
	};
}
function freshAgree(fresh, goal, drop) {
	const drops = fresh.flatMap(({ base, head }) => base === void 0 || head === void 0 ? [] : [goal === "maximize" ? base - head : head - base]);
	return drops.length === 0 || drops.reduce((sum, fresh) => sum + fresh, 0) * drop > 0;
}

// src/gate/family.ts
function nextFamilyStep(input) {
	const { rules, measured, suspected = /* @__PURE__ */ new Map(), name, ...main } = input;
	const { goal, maxDrop, floor, pairs, deterministic = false } = main;
	const others = rules.flatMap((rule) => membersOf(rule, input));
	const members = [{
		name,
		frame: {
			goal,
			maxDrop,
			...floor === void 0 ? {} : { floor }
		},
		pairs,
		gates: true,
		drives: true,
		deterministic
	}, ...others];
	const testable = members.filter(({ untestable }) => !untestable);
	const steps = /* @__PURE__ */ new Map();
	const { history, ...withoutHistory } = main;
	const step = (member, tests) => nextStep({
		...withoutHistory,
		...history && member === members[0] ? { history } : {},
		...member.frame,
		...at(member, main, suspected),
		tests
	});
	let left = testable.filter(({ gates }) => gates);
	for (;;) {
		for (const member of left) steps.set(member, step(member, left.length));
		const rest = left.filter((member) => !isRegressed(steps.get(member)));
		if (rest.length === left.length || rest.length === 0) break;
		left = rest;
	}
	for (const member of testable) if (!member.gates) steps.set(member, step(member, 1));
	const judged = (member) => member.untestable ?? steps.get(member).verdict;
	const mainVerdict = judged(members[0]);
	const verdicts = others.map(({ name: of, gates, ...member }, i) => {
		const { pairs: _, ...verdict } = judged(others[i]);
		return {
			name: of,
			gates,
			verdict: {
				...verdict,
				pairs: member.pairs
			}
		};
	});
	const regressed = testable.filter((member) => member.gates && isRegressed(steps.get(member)));
	const whole = () => joined(mainVerdict, verdicts, regressed, name);
	const failed = mainVerdict.difference === void 0 && steps.get(members[0]).done;
	if (regressed.length > 0 || failed) return {
		done: true,
		verdict: whole()
	};
	const waiting = testable.flatMap((member) => {
		const of = steps.get(member);
		const needed = member.drives || !of.done && of.confirms && of.verdict.conclusion === "regressed";
		return !of.done && member.gates && needed ? [{
			member,
			of
		}] : [];
	});
	if (waiting.length === 0) return {
		done: true,
		verdict: whole()
	};
	const confirming = waiting.filter(({ of }) => of.confirms);
	return {
		done: false,
		seeds: confirming.length > 0 ? Math.max(...confirming.map(({ of }) => of.seeds)) : Math.min(...waiting.map(({ of }) => of.seeds)),
		suspected: new Map(confirming.map(({ member }) => [member.name, pairs.length]))
	};
}
function at({ name, pairs, deterministic }, { looks, atEnd, pairs: all }, suspected) {
	const since = suspected.get(name);
	if (since !== void 0) return {
		pairs,
		deterministic,
		suspectedAt: Math.min(since, pairs.length)
	};
	const last = looks.findLast((look) => look <= all.length);
	return {
		pairs: atEnd || last === void 0 ? pairs : pairs.slice(0, last),
		deterministic
	};
}
function isRegressed(step) {
	return step.done && step.verdict.conclusion === "regressed";
}
function joined(main, others, regressed, name) {
	const withOthers = others.length === 0 ? main : {
		...main,
		others
	};
	const [first] = regressed;
	if (!first || regressed.some((member) => member.name === name)) return withOthers;
	return {
		...withOthers,
		conclusion: "regressed",
		decidedBy: first.name,
		reason: `${first.name} is worse than at the base beyond what the seeds explain.`
	};
}
function membersOf(rule, input) {
	const { measured, name: main } = input;
	const pattern = rule.name.includes("*");
	return (pattern ? [...new Set(measured.flatMap(({ base, head }) => Object.keys({
		...base,
		...head
	})))].filter((name) => name !== main && fits(rule.name, name)).filter((name) => ruleOf(name, input.rules) === rule) : [rule.name]).map((name) => member(name, rule, !pattern, input));
}
function ruleOf(name, rules) {
	return rules.find((rule) => rule.name === name) ?? rules.find((rule) => fits(rule.name, name));
}
function fits(pattern, name) {
	const parts = pattern.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
	return new RegExp(`^${parts.join(".*")}$`, "s").test(name);
}
function member(name, rule, drives, input) {
	const { measured, confidence, deterministic = false } = input;
	const { goal, maxDrop, floor, gates } = rule;
	const frame = {
		goal,
		maxDrop,
		...floor === void 0 ? {} : { floor }
	};
	const trained = measured.filter(({ base, head }) => base !== void 0 && head !== void 0);
	const value = (of) => of !== void 0 && Object.hasOwn(of, name) && Number.isFinite(of[name]) ? of[name] : void 0;
	const pairs = trained.flatMap(({ seed, base, head }) => {
		const [was, is] = [value(base), value(head)];
		return was === void 0 || is === void 0 ? [] : [{
			seed,
			base: was,
			head: is
		}];
	});
	const common = {
		name,
		frame,
		pairs,
		gates,
		drives
	};
	if (pairs.length > 0 || trained.length === 0) {
		const same = (side) => new Set(pairs.map((pair) => pair[side])).size === 1;
		const exact = deterministic && pairs.length > 1 && same("base") && same("head");
		return {
			...common,
			deterministic: exact
		};
	}
	const framed = {
		...frame,
		confidence
	};
	const onBase = trained.some(({ base }) => value(base) !== void 0);
	const onHead = trained.some(({ head }) => value(head) !== void 0);
	const untestable = onBase ? gateError(`The head does not report ${name}.`, framed) : noBaseline(onHead ? `The base does not report ${name}.` : `Neither side reports ${name}.`, framed);
	return {
		...common,
		deterministic: false,
		untestable
	};
}

// src/github/worktree.ts
async function withWorktree(repo, sha, folder, work, { links: linked = true } = {}) {
	const worktrees = path.join(await ensureStateFolder(repo.root), "worktrees");
	await mkdir(worktrees, { recursive: true });
	await removeAbandoned(repo, worktrees);
	const name = `${sha.slice(0, 12)}-${randomBytes(3).toString("hex")}`;
	const root = path.join(worktrees, name);
	let links = [];
	try {
		await writeFile(path.join(worktrees, name + ownerSuffix), JSON.stringify(identifyProcess(process.pid)));
		await changeWorktrees(repo, [
			"add",
			"--detach",
			"--quiet",
			argument$1(root),
			argument$1(sha)
		]);
		if (linked) links = await linkInstalled(repo, root);
		const inside = path.relative(repo.root, await realpath(folder));
		return await work({
			sha,
			root,
			folder: path.join(root, inside),
			notices: await noticesFor(root, sha, linked)
		});
	} finally {
		for (const link of links) await unlink(link).catch(() => {});
		await removeWorktree(repo, worktrees, name);
	}
}
const ownerSuffix = ".owner.json";
const abandonedAfterMs = 2592e5;
async function removeAbandoned(repo, worktrees) {
	for (const entry of await readdir(worktrees)) if (entry.endsWith(ownerSuffix) && await isAbandoned(path.join(worktrees, entry))) await removeWorktree(repo, worktrees, entry.slice(0, -11));
}
async function isAbandoned(ownerFile) {
	let text;
	let age;
	try {
		text = await readFile(ownerFile, "utf8");
		age = Date.now() - (await stat(ownerFile)).mtimeMs;
	} catch {
		return false;
	}
	try {
		const state = processState(JSON.parse(text));
		if (state !== "elsewhere") return state === "dead";
	} catch {}
	return age > abandonedAfterMs;
}
async function removeWorktree(repo, worktrees, name) {
	const root = path.join(worktrees, name);
	try {
		await changeWorktrees(repo, [
			"remove",
			"--force",
			"--force",
			argument$1(root)
		]);
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
	}
	await rm(root, {
		recursive: true,
		force: true,
		maxRetries: 3
	});
	await rm(path.join(worktrees, name + ownerSuffix), { force: true });
}
const gitRecord = /(?<!\.tunegate)\/worktrees\//;
async function changeWorktrees(repo, args) {
	for (let attempt = 0;; attempt++) try {
		await git(repo.root, ["worktree", ...args]);
		return;
	} catch (error) {
		if (!(error instanceof GitError && gitRecord.test(error.stderr)) || attempt === 6) throw error;
		await setTimeout$1(20 * 2 ** attempt * (.5 + Math.random()));
	}
}
const installed = /* @__PURE__ */ new Set([
	"node_modules",
	".venv",
	"venv"
]);
async function linkInstalled(repo, root) {
	const untracked = await gitBytes(repo.root, [
		"ls-files",
		"--others",
		"--directory",
		"-z"
	]);
	const links = [];
	for (const entry of untracked.toString("utf8").split("\0")) {
		const inside = entry.replace(/\/$/, "");
		if (!installed.has(path.posix.basename(inside))) continue;
		const [target, link] = [path.join(repo.root, inside), path.join(root, inside)];
		if (!existsSync(path.dirname(link)) || existsSync(link)) continue;
		if (!(await stat(target).catch(() => void 0))?.isDirectory()) continue;
		await symlink(target, link, "junction");
		links.push(link);
	}
	return links;
}
async function noticesFor(root, sha, linked) {
	const notices = [];
	const short = sha.slice(0, 12);
	if (existsSync(path.join(root, ".gitmodules"))) notices.push(`The base ${short} was checked out without its submodules.`);
	const workspaces = existsSync(path.join(root, "pnpm-workspace.yaml")) || hasWorkspaces(path.join(root, "package.json"));
	if (linked && workspaces) notices.push(`The base ${short} was trained with the installed packages of head; packages of this workspace are among them.`);
	if (mentionsLfs(path.join(root, ".gitattributes")) && !await tryGit(root, ["config", "filter.lfs.process"])) notices.push(`The base ${short} was checked out without its Git LFS files, since Git LFS is not set up here.`);
	return notices;
}
function mentionsLfs(attributes) {
	return existsSync(attributes) && /\bfilter=lfs\b/.test(readFileSync(attributes, "utf8"));
}
function hasWorkspaces(manifest) {
	try {
		return JSON.parse(readFileSync(manifest, "utf8")).workspaces !== void 0;
	} catch {
		return false;
	}
}

// src/trial/setup.ts
const outputCap = 2 ** 20;
async function runSetup(options) {
	const { command, cwd, env, trial, signal, timeoutMs } = options;
	if (signal.aborted) return { state: "cancelled" };
	mkdirSync(path.dirname(options.log), { recursive: true });
	const log = new OutputLog(options.log, outputCap);
	const [program = "", ...args] = typeof command === "string" ? [command] : command;
	const child = spawn(program, args, {
		cwd,
		env: trialEnvironment(env, trial.passEnv, trial.env),
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		],
		shell: typeof command === "string",
		detached: process.platform !== "win32",
		windowsHide: true
	});
	const output = new ChildOutput(child, (chunk) => log.write(chunk));
	let stopped;
	const stop = (why) => {
		stopped ??= why;
		if (child.pid !== void 0) endGroup(child.pid, 2e3);
	};
	const cancel = () => stop("cancelled");
	signal.addEventListener("abort", cancel, { once: true });
	const timer = timeoutMs === void 0 ? void 0 : setTimeout(() => stop("timeout"), Math.max(0, timeoutMs));
	try {
		const end = await new Promise((resolve) => {
			child.once("error", (error) => resolve(error.message));
			child.once("exit", (code, of) => resolve(code === 0 ? void 0 : of ? `it was ended by ${of}` : `exit code ${code}`));
		});
		if (child.pid !== void 0) await endGroup(child.pid, 2e3);
		await output.drain();
		output.destroy();
		if (stopped) return { state: stopped };
		return end === void 0 ? { state: "done" } : {
			state: "failed",
			message: end,
			tail: log.tail()
		};
	} finally {
		clearTimeout(timer);
		signal.removeEventListener("abort", cancel);
		log.close();
	}
}

// src/session/gate-phase.ts
async function runGatePhase(options) {
	const { loaded, gate, repo, base } = options;
	const frame = gateFrame(loaded.spec, gate);
	const incumbent = loaded.space.incumbent;
	if (!incumbent) {
		const missing = loaded.space.missingDefaults;
		return {
			verdict: noBaseline(`The spec does not say what ships today: ${missing.slice(0, 5).join(", ")}${missing.length > 5 ? " …" : ""} ${missing.length === 1 ? "has" : "have"} no default.`, frame),
			notices: []
		};
	}
	return await withWorktree(repo, base.sha, loaded.folder, async (worktree) => {
		const read = readBase(loaded, path.join(worktree.folder, path.basename(loaded.path)), base.sha);
		const side = typeof read === "string" ? read : await findBaseSpace(read, options);
		if (typeof side === "string") return {
			verdict: noBaseline(side, frame),
			notices: worktree.notices
		};
		const baseIncumbent = side.space.incumbent;
		if (!baseIncumbent) return {
			verdict: noBaseline(`The spec at the base commit has parameters without a default: ${side.space.missingDefaults.slice(0, 5).join(", ")}.`, frame),
			notices: worktree.notices
		};
		const obstacle = await setUpBase(side, worktree.folder, options);
		if (obstacle) return {
			verdict: obstacle,
			notices: worktree.notices
		};
		const baseRunners = options.makeRunners(side);
		try {
			const { verdict, notices } = await new Comparison(options, incumbent, side, baseIncumbent, baseRunners).run();
			return {
				verdict,
				baseConfig: baseIncumbent,
				notices: [...worktree.notices, ...notices]
			};
		} finally {
			await Promise.all(baseRunners.map((runner) => runner.close()));
		}
	}, { links: gate.setup === void 0 });
}
async function setUpBase(side, cwd, { loaded, gate, base, env, folder, signal, deadline, onPlan }) {
	if (gate.setup === void 0) return void 0;
	const frame = gateFrame(loaded.spec, gate);
	onPlan(`Installing what ${base.sha.slice(0, 7)} needs`);
	const log = path.join(folder, "base-setup.log");
	const end = await runSetup({
		command: gate.setup,
		cwd,
		env,
		trial: side.spec.trial,
		log,
		signal,
		...deadline === void 0 ? {} : { timeoutMs: deadline - performance.now() }
	});
	switch (end.state) {
		case "done": return;
		case "cancelled": return gateError("The run was cancelled before the comparison was made.", frame);
		case "timeout": return gateError("The time for the gate was up before `gate.setup` had installed the base.", frame);
		case "failed": {
			const said = end.tail.trim().split("\n").slice(-3).join(" ").slice(-300);
			return gateError(`gate.setup failed for the base ${base.sha.slice(0, 7)} (${end.message})${said === "" ? "" : `: ${said}`}`, frame);
		}
	}
}
function gateFrame({ metric }, gate) {
	const floor = metric.goal === "maximize" ? gate.min : gate.max;
	return {
		goal: metric.goal,
		maxDrop: gate.maxDrop,
		confidence: gate.confidence,
		...floor === void 0 ? {} : { floor }
	};
}
function gateMetrics({ metric }, gate) {
	const rules = Object.entries(gate.metrics).map(([name, { goal, gates, min, max, ...rule }]) => {
		const floor = goal === "maximize" ? min : max;
		return {
			name,
			goal,
			gates,
			maxDrop: rule["max-drop"],
			...floor === void 0 ? {} : { floor }
		};
	});
	return {
		name: metric.name,
		rules
	};
}
function readBase(head, file, sha) {
	const name = path.basename(head.path);
	const short = sha.slice(0, 7);
	if (!existsSync(file)) return `The base commit ${short} has no ${name}, so there is nothing to compare with yet.`;
	let base;
	try {
		base = readSpec(file, `${name} at ${short}`);
	} catch (error) {
		if (!(error instanceof SpecError)) throw error;
		const first = error.problems[0];
		return `The ${name} of the base commit ${short} cannot be read${first ? ` (line ${first.line}: ${first.message})` : ""}.`;
	}
	const [was, is] = [base.spec.metric, head.spec.metric];
	if (was.name !== is.name || was.goal !== is.goal || was.use !== is.use) return `The base commit ${short} measures ${describe(was)} and this one ${describe(is)}, which cannot be compared.`;
	return base;
}
async function findBaseSpace(side, { discover, base }) {
	try {
		return await discover(side);
	} catch (error) {
		if (!(error instanceof DiscoveryError)) throw error;
		return `The parameters of the base commit ${base.sha.slice(0, 7)} cannot be found: ${error.message}.`;
	}
}
function describe({ name, goal, use }) {
	return `${name} (${goal}, ${use} value)`;
}
function sameMetrics(one, other) {
	const [a, b] = [one?.metrics ?? {}, other?.metrics ?? {}];
	return [.../* @__PURE__ */ new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => Object.is(a[name], b[name]));
}
var Comparison = class {
	#options;
	#configs;
	#specs;
	#baseRunners;
	#trained = /* @__PURE__ */ new Map();
	#end = "done";
	constructor(options, incumbent, side, baseIncumbent, baseRunners) {
		this.#options = options;
		this.#configs = {
			head: incumbent,
			base: baseIncumbent
		};
		this.#specs = {
			head: options.loaded.spec,
			base: side.spec
		};
		this.#baseRunners = baseRunners;
	}
	async run() {
		const { gate, loaded } = this.#options;
		const frame = gateFrame(loaded.spec, gate);
		const looks = planLooks(gate.seeds, gate.looks);
		const deterministic = looks[0] > 2 && await this.#isDeterministic();
		let suspected = /* @__PURE__ */ new Map();
		let planned = looks[0];
		for (;;) {
			const step = nextFamilyStep({
				...frame,
				...gateMetrics(loaded.spec, gate),
				looks,
				deterministic,
				...this.#pairs(),
				atEnd: this.#end !== "done",
				suspected
			});
			if (step.done) return this.#finish(step.verdict, planned);
			({suspected, seeds: planned} = step);
			await this.#train(Array.from({ length: step.seeds }, (_, index) => index));
			await this.#retryBroken();
		}
	}
	async #isDeterministic() {
		await this.#train([0]);
		const scores = {
			head: this.#of("head", 0)?.score,
			base: this.#of("base", 0)?.score
		};
		if (scores.head === void 0 || scores.base === void 0) return false;
		const rounds = scores.head === scores.base ? 1 : 2;
		for (let index = 1; index <= rounds; index++) for (const side of ["head", "base"]) {
			if (this.#end !== "done") return false;
			if (!this.#trained.has(`${side} ${index}`)) await this.#trainJobs([this.#job(side, index)]);
			if (this.#of(side, index)?.score !== scores[side]) return false;
			if (rounds === 1 && !sameMetrics(this.#of(side, index), this.#of(side, 0))) return false;
		}
		return true;
	}
	async #retryBroken() {
		if (this.#end !== "done") return;
		const again = [...this.#trained.values()].filter(({ role, trial, state }) => role === "head" && state === "failed" && this.#of("base", trial)?.state === "completed").filter(({ trial }) => !this.#retried.has(trial));
		for (const { trial } of again) this.#retried.add(trial);
		if (again.length > 0) await this.#trainJobs(again.map(({ trial }) => this.#job("head", trial, " again")));
	}
	#retried = /* @__PURE__ */ new Set();
	async #train(indices) {
		await this.#trainJobs(indices.flatMap((index) => ["base", "head"].filter((side) => !this.#trained.has(`${side} ${index}`)).map((side) => this.#job(side, index))));
	}
	#job(side, index, attempt = "") {
		const { loaded, base, headCode } = this.#options;
		const { epochs } = this.#specs[side].budget;
		return {
			role: side,
			trial: index,
			config: this.#configs[side],
			seed: trialSeed(loaded.spec.search.seed, "gate", index),
			code: `${side === "base" ? base.sha : headCode}${attempt}`,
			...epochs === void 0 ? {} : { resource: epochs }
		};
	}
	async #trainJobs(jobs) {
		if (jobs.length === 0 || this.#end !== "done") return;
		const { loaded, journal, headRunners, folder, signal, onEvent, deadline } = this.#options;
		const { timeout, retries } = loaded.spec.trial;
		const trainings = await runTrainings(jobs, {
			journal,
			runners: {
				head: headRunners,
				base: this.#baseRunners
			},
			folder,
			signal,
			onEvent,
			...deadline === void 0 ? {} : { deadline },
			...timeout === void 0 ? {} : { trialTimeout: timeout },
			...retries === void 0 ? {} : { retries }
		});
		this.#end = trainings.end;
		for (const trial of trainings.trials) if (trial.state === "completed" || trial.state === "failed") this.#trained.set(`${trial.role} ${trial.trial}`, trial);
	}
	#of(side, index) {
		return this.#trained.get(`${side} ${index}`);
	}
	#pairs() {
		const pairs = [];
		const measured = [];
		for (let index = 0;; index++) {
			const [base, head] = [this.#of("base", index), this.#of("head", index)];
			if (!base || !head) return {
				pairs,
				measured
			};
			pairs.push({
				seed: base.seed,
				...base.score === void 0 ? {} : { base: base.score },
				...head.score === void 0 ? {} : { head: head.score }
			});
			measured.push({
				seed: base.seed,
				...base.state === "completed" ? { base: base.metrics } : {},
				...head.state === "completed" ? { head: head.metrics } : {}
			});
		}
	}
	#finish(verdict, planned) {
		const frame = gateFrame(this.#options.loaded.spec, this.#options.gate);
		const pairs = this.#pairs().pairs.length;
		if (this.#end === "cancelled" && pairs === 0) return {
			verdict: gateError("The run was cancelled before the comparison was made.", frame),
			notices: []
		};
		const failed = (side) => [...this.#trained.values()].find(({ role, state }) => role === side && state === "failed")?.message;
		const [headFailure, baseFailure] = [failed("head"), failed("base")];
		const message = headFailure ?? baseFailure;
		const notices = this.#end === "time" && pairs < planned ? [`The gate compared ${pairs} of ${planned} seeds: its half of the time budget was spent.`] : [];
		return {
			verdict: message === void 0 || verdict.conclusion === "improved" ? verdict : {
				...verdict,
				reason: `${verdict.reason} ${headFailure === void 0 ? "Base" : "Head"} says: ${message}`
			},
			notices
		};
	}
};

// src/session/stored-gate.ts
const spareSeeds = 2;
var HeadTrainings = class {
	#options;
	#trained = /* @__PURE__ */ new Map();
	#retried = /* @__PURE__ */ new Set();
	#end = "done";
	constructor(options) {
		this.#options = options;
	}
	get end() {
		return this.#end;
	}
	get trials() {
		return [...this.#trained.values()];
	}
	of(seed) {
		return this.trials.find((trial) => trial.seed === seed);
	}
	async train(seeds) {
		const missing = seeds.filter((seed) => this.of(seed) === void 0);
		await this.#run(missing.map((seed) => this.#job(seed)));
	}
	async again(seeds) {
		const failed = seeds.filter((seed) => this.of(seed)?.state === "failed" && !this.#retried.has(seed));
		for (const seed of failed) this.#retried.add(seed);
		await this.#run(failed.map((seed) => this.#job(seed, " again")));
	}
	#job(seed, attempt = "") {
		const { loaded, headCode, incumbent } = this.#options;
		const { epochs } = loaded.spec.budget;
		return {
			role: "head",
			trial: this.#indexOf(seed),
			config: incumbent,
			seed,
			code: `${headCode}${attempt}`,
			...epochs === void 0 ? {} : { resource: epochs }
		};
	}
	#indexOf(seed) {
		const usual = gateSeeds(this.#options.loaded.spec.search.seed, mostSeeds).indexOf(seed);
		return usual >= 0 ? usual : mostSeeds + seed;
	}
	async #run(jobs) {
		if (jobs.length === 0 || this.#end !== "done") return;
		const { loaded, journal, headRunners, folder, signal, onEvent, deadline } = this.#options;
		const { timeout, retries } = loaded.spec.trial;
		const { trials, end } = await runTrainings(jobs, {
			journal,
			runners: { head: headRunners },
			folder,
			signal,
			onEvent,
			...deadline === void 0 ? {} : { deadline },
			...timeout === void 0 ? {} : { trialTimeout: timeout },
			...retries === void 0 ? {} : { retries }
		});
		this.#end = end;
		for (const trial of trials) if (trial.state === "completed" || trial.state === "failed") this.#trained.set(trial.trial, trial);
	}
};
const mostSeeds = 110;
function gateSeeds(studySeed, count) {
	return Array.from({ length: count }, (_, index) => trialSeed(studySeed, "gate", index));
}
function storedSeeds(options) {
	return gateSeeds(options.loaded.spec.search.seed, options.gate.seeds + spareSeeds);
}
async function runStoredGate(options) {
	const { gate, loaded, baseline } = options;
	const frame = gateFrame(loaded.spec, gate);
	const base = inOrder(baseline.result.trainings, loaded.spec.search.seed);
	const looks = planLooks(Math.min(gate.seeds, base.length), gate.looks);
	const head = new HeadTrainings(options);
	const deterministic = await isDeterministic();
	let planned = 0;
	let suspected = /* @__PURE__ */ new Map();
	for (;;) {
		const { pairs, measured } = pairUp();
		const step = nextFamilyStep({
			...frame,
			...gateMetrics(loaded.spec, gate),
			looks,
			deterministic,
			pairs,
			measured,
			atEnd: head.end !== "done" || pairs.length === base.length,
			...baseline.history ? { history: baseline.history } : {},
			suspected
		});
		if (step.done) return finish(step.verdict, pairs.length);
		suspected = step.suspected;
		planned = Math.min(step.seeds, base.length);
		const some = base.slice(0, planned);
		await head.train(some.map(({ seed }) => seed));
		await head.again(some.filter(({ score }) => score !== void 0).map(({ seed }) => seed));
	}
	function pairUp() {
		const pairs = [];
		const measured = [];
		for (const { seed, score, metrics } of base) {
			const here = head.of(seed);
			if (!here) break;
			pairs.push({
				seed,
				...score === void 0 ? {} : { base: score },
				...here.score === void 0 ? {} : { head: here.score }
			});
			measured.push({
				seed,
				...score === void 0 ? {} : { base: metrics },
				...here.state === "completed" ? { head: here.metrics } : {}
			});
		}
		return {
			pairs,
			measured
		};
	}
	async function isDeterministic() {
		const [first] = base;
		if (looks[0] < 3 || first?.score === void 0) return false;
		if (base.some(({ score }) => score !== first.score)) return false;
		const seeds = base.slice(0, 3).map(({ seed }) => seed);
		await head.train(seeds);
		const score = head.of(first.seed)?.score;
		return score !== void 0 && seeds.every((seed) => head.of(seed)?.score === score);
	}
	function finish(verdict, pairs) {
		const baseConfig = baseline.result.config;
		if (head.end === "cancelled" && pairs === 0) return {
			verdict: gateError("The run was cancelled before the comparison was made.", frame),
			baseConfig,
			notices: baseline.notices
		};
		const message = head.trials.find(({ state }) => state === "failed")?.message;
		const cut = head.end === "time" && pairs < planned ? [`The gate compared ${pairs} of ${planned} seeds: its share of the time budget was spent.`] : [];
		return {
			verdict: message === void 0 || verdict.conclusion === "improved" ? verdict : {
				...verdict,
				reason: `${verdict.reason} Head says: ${message}`
			},
			baseConfig,
			notices: [...baseline.notices, ...cut]
		};
	}
}
function inOrder(trainings, studySeed) {
	const usual = gateSeeds(studySeed, mostSeeds);
	const place = (seed) => {
		const index = usual.indexOf(seed);
		return index < 0 ? usual.length : index;
	};
	return [...trainings].sort((a, b) => place(a.seed) - place(b.seed) || a.seed - b.seed);
}

// src/session/gate-stage.ts
async function runGateStage(options) {
	const { loaded, gate, repo } = options;
	const frame = gateFrame(loaded.spec, gate);
	if (repo.kind === "none" && gate.baseline !== "file") return { verdict: noBaseline(sentence$4(repo.reason), frame) };
	const choice = await choose(options);
	const headCode = options.head?.fingerprint ?? "";
	const stage = await compareWith(choice, {
		...options,
		headCode
	});
	const notice = await storeHead(options, headCode);
	const notices = [...stage.notices ?? [], ...notice === void 0 ? [] : [notice]];
	return notices.length === 0 ? stage : {
		...stage,
		notices
	};
}
async function choose(options) {
	const { repo, gate } = options;
	const base = repo.kind === "none" ? {
		found: false,
		reason: sentence$4(repo.reason)
	} : gate.baseline === "file" ? {
		found: false,
		reason: "The file says what is compared with."
	} : await options.findBase(repo, gate.base);
	const { repo: _, stored, ...rest } = options;
	return await chooseBaseline({
		...rest,
		base,
		...repo.kind === "git" ? { repo } : {},
		...stored ? { store: storeOf(options, stored) } : {}
	});
}
async function compareWith(choice, options) {
	const { loaded, gate, repo, onPlan } = options;
	const frame = gateFrame(loaded.spec, gate);
	const seeds = `at most ${gate.seeds} seeds a side`;
	if (choice.kind === "none") return {
		verdict: noBaseline(choice.reason, frame),
		notices: choice.notices
	};
	const same = await sameFiles(choice, options);
	if (same) return {
		...same,
		notices: choice.kind === "rerun" ? choice.notices : choice.baseline.notices
	};
	if (choice.kind === "rerun") {
		const { base } = choice;
		onPlan(`Comparing with ${base.sha.slice(0, 7)} (${base.how}): ${seeds}`);
		const phase = await runGatePhase({
			...options,
			repo,
			base
		});
		return {
			...phase,
			notices: [...choice.notices, ...phase.notices],
			base: {
				sha: base.sha,
				how: base.how
			}
		};
	}
	const { baseline } = choice;
	const base = {
		sha: baseline.result.commit,
		how: baseline.how
	};
	const incumbent = loaded.space.incumbent;
	if (!incumbent) return { verdict: noBaseline(`The spec does not say what ships today: ${missing(loaded)} no default.`, frame) };
	onPlan(`Comparing with ${base.sha.slice(0, 7)} (${base.how}): ${seeds}, those of the base are known`);
	return {
		...await runStoredGate({
			...options,
			incumbent,
			baseline
		}),
		base
	};
}
async function sameFiles(choice, { loaded, gate, repo, onPlan }) {
	if (repo.kind === "none") return void 0;
	const base = choice.kind === "rerun" ? {
		sha: choice.base.sha,
		how: choice.base.how
	} : {
		sha: choice.baseline.result.commit,
		how: choice.baseline.how
	};
	const paths = gate.paths && [...gate.paths, path.basename(loaded.path)];
	let changed;
	try {
		changed = await changedFiles(base.sha, loaded.folder, paths);
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		return;
	}
	if (changed.length > 0) return void 0;
	const reason = paths ? "Nothing that trainings read (gate.paths) has changed since the base, so nothing was trained." : "Head and base have the same files, so nothing was trained.";
	onPlan(`Nothing to compare: ${reason}`);
	return {
		verdict: sameVerdict(reason, gateFrame(loaded.spec, gate)),
		base
	};
}
async function storeHead(options, headCode) {
	const { loaded, gate, repo, head, stored, onPlan } = options;
	const incumbent = loaded.space.incumbent;
	if (!stored?.write || gate.baseline !== "stored" || repo.kind === "none" || !incumbent) return void 0;
	if (!head?.sha) return void 0;
	if (head.dirty) return "The results of this commit were not stored, since files were changed after it was checked out.";
	const seeds = storedSeeds(options);
	onPlan(`Storing the results of ${head.sha.slice(0, 7)}: ${seeds.length} seeds`);
	const trainings = new HeadTrainings({
		...options,
		headCode,
		incumbent
	});
	await trainings.train(seeds);
	await trainings.again(seeds);
	const result = await measuredOf({
		...options,
		repo,
		commit: head.sha,
		trials: trainings.trials
	});
	return result && await storeMeasured(storeOf(options, stored), result);
}
function storeOf({ folder }, { branch }) {
	return {
		branch,
		key: path.basename(folder)
	};
}
async function ownDataBranch(repo) {
	if (repo.kind === "none") return void 0;
	const url = await tryGit(repo.root, [
		"remote",
		"get-url",
		"origin"
	]);
	if (url === void 0) return void 0;
	const local = path.resolve(repo.root, url);
	return {
		url: existsSync(local) ? local : url,
		name: dataBranchName
	};
}
function missing({ space: { missingDefaults: names } }) {
	return `${names.slice(0, 5).join(", ")}${names.length > 5 ? " …" : ""} ${names.length === 1 ? "has" : "have"}`;
}
function sentence$4(text) {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}

// src/session/hardware.ts
function describeHardware() {
	const cores = os.cpus();
	const model = (cores[0]?.model ?? "unknown processor").replace(/\s+/g, " ").trim();
	const memory = (os.totalmem() / 2 ** 30).toFixed(1);
	const system = {
		linux: "Linux",
		darwin: "macOS",
		win32: "Windows"
	}[os.platform()] ?? os.platform();
	return `${cores.length} × ${model}, ${memory} GiB, ${system} ${os.arch()}, Node ${process.versions.node}`;
}

// src/session/hurry.ts
const cancelledGraceMs = 1500;
const overrunShare = .01;
const leastOverrunMs = 500;
const longestTimer = 2 ** 31 - 1;
const leastGraceMs = 50;
function hurryOf({ cancelled, deadline, timeMs, clock = systemClock }) {
	const end = deadline === void 0 ? void 0 : deadline + Math.max(leastOverrunMs, overrunShare * (timeMs ?? 0));
	return () => {
		const now = clock.now();
		const late = deadline === void 0 || end === void 0 || now < deadline ? void 0 : Math.max(leastGraceMs, end - now);
		if (!cancelled?.aborted) return late;
		return Math.min(cancelledGraceMs, late ?? cancelledGraceMs);
	};
}
function untilDeadline(signal, deadline, clock = systemClock) {
	if (deadline === void 0) return signal;
	const left = Math.min(longestTimer, Math.max(0, Math.ceil(deadline - clock.now())));
	return AbortSignal.any([signal, AbortSignal.timeout(left)]);
}

// src/session/study-folder.ts
function studyFolder(stateFolder, specPath, name) {
	const slug = name.replace(/[^A-Za-z0-9_-]+/g, "-").slice(0, 60);
	const where = createHash("sha256").update(specPath.split(path.sep).join("/")).digest("hex").slice(0, 6);
	return path.join(stateFolder, "studies", `${slug}-${where}`);
}
const studyFiles = {
	journal: "journal.jsonl",
	markdown: "leaderboard.md",
	json: "results.json",
	csv: "results.csv",
	html: "report.html"
};

// src/session/place.ts
async function placeOf(loaded) {
	const repo = await findRepository(loaded.folder);
	const root = repo.kind === "git" ? repo.root : loaded.folder;
	const specPath = path.relative(root, loaded.path);
	return {
		repo,
		root,
		specPath,
		folder: studyFolder(await ensureStateFolder(root), specPath, loaded.spec.name)
	};
}

// src/search/proxy-order.ts
function byProxies(appraised, proxies) {
	const byEach = proxies.map((name) => ranks$1(appraised.map(({ scores }) => {
		const score = scores[name];
		return score === void 0 || Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score;
	})));
	const votes = appraised.map((_, i) => byEach.reduce((sum, rank) => sum + rank[i], 0));
	return appraised.map((_, i) => i).sort((a, b) => votes[b] - votes[a] || a - b).map((i) => appraised[i].config);
}

// src/session/proxies.ts
const defaultCandidates = 60;
const mostFirst = 5;
const shareFirst = .1;
const limitMs = 6e4;
const timeShare = .1;
async function settleProxies({ spec, space, folder: cwd }, trial, journal, options) {
	const { proxies, candidates = defaultCandidates, seed } = spec.search;
	if (proxies === void 0) return { first: [] };
	const known = foldRecords(journal.records).proxies;
	if (known) return known;
	if (journal.records.some(({ type }) => type === "start")) return { first: [] };
	const { signal, checkpoints, ...host } = options;
	const drawn = draw(space, seed, candidates);
	const begun = performance.now();
	const limit = Math.min(limitMs, timeShare * (timeLimit(spec.budget)?.ms ?? Number.POSITIVE_INFINITY));
	const { appraised, refused, problem } = await appraiseAll(drawn, {
		trial,
		host: {
			...host,
			cwd
		},
		until: begun + limit,
		signal,
		request: (config, index) => ({
			config,
			tree: nestConfig(space, config),
			seed: trialSeed(seed, "proxy", index),
			metric: spec.metric.name,
			furtherMetrics: proxies,
			checkpoints
		})
	});
	if (signal.aborted) return { first: [] };
	const most = Math.max(1, Math.min(mostFirst, Math.floor(shareFirst * (spec.budget.trials ?? 1e3))));
	const first = byProxies(appraised, proxies).slice(0, most);
	const notice = problem !== void 0 ? `Proxies: no config could be scored (${problem.split("\n", 1)[0]}); the search begins without them.` : `Proxies: ${appraised.length} random configs ranked by ${proxies.join(" and ")} in ${Math.round((performance.now() - begun) / 1e3)} s${refused > 0 ? ` (${refused} more cannot be built)` : ""}; the best ${first.length} are tried first.`;
	journal.append({
		type: "proxies",
		first: first.map((config) => ({ ...config })),
		notice,
		at: (/* @__PURE__ */ new Date()).toISOString()
	}, { sync: true });
	return {
		first,
		notice
	};
}
function draw(space, seed, count) {
	const found = /* @__PURE__ */ new Map();
	for (let index = 0; index < 4 * count && found.size < count; index++) {
		const config = sampleConfig(space, randomStream(seed, "proxy candidates", index));
		found.set(hashConfig(space, config), config);
	}
	return [...found.values()];
}
async function appraiseAll(configs, { trial, host: options, until, signal, request }) {
	const appraised = [];
	let refused = 0;
	let problem;
	let host;
	try {
		for (const [index, config] of configs.entries()) {
			if (signal.aborted || performance.now() > until && appraised.length > 1) break;
			if (host && !host.fit) await host.close();
			if (!host?.fit) {
				host = new ModuleHost(trial, options);
				const loaded = await host.load(signal);
				if (typeof loaded !== "object" || !("backend" in loaded)) {
					problem = typeof loaded === "string" ? loaded : loaded.message;
					break;
				}
			}
			const { tree, ...order } = request(config, index);
			const folder = path.join(order.checkpoints, String(index));
			const answer = await host.appraise({
				...order,
				trial: index,
				folder,
				signal,
				onReport: () => "stop"
			}, tree);
			if (answer === "interrupted") break;
			if (isFailure(answer)) {
				refused++;
				problem ??= answer.message;
			} else appraised.push({
				config,
				scores: answer
			});
		}
	} catch (error) {
		problem = error.message;
	} finally {
		await host?.close();
	}
	return {
		appraised,
		refused,
		...appraised.length === 0 ? { problem: problem ?? "interrupted" } : {}
	};
}
function isFailure(answer) {
	return typeof answer["message"] === "string";
}

// src/search/rank-agreement.ts
const fewest = 6;
const misleads = .3;
function rankAgreement(trials, resource, full) {
	const pairs = trials.flatMap((reports) => {
		const early = reports.find(({ step }) => step >= resource);
		const last = reports.at(-1);
		return early && last && last.step >= full && early !== last ? [[early.loss, last.loss]] : [];
	});
	if (pairs.length < fewest) return void 0;
	const correlation = pearson(ranks(pairs.map(([early]) => early)), ranks(pairs.map(([, last]) => last)));
	return correlation === void 0 ? void 0 : {
		resource,
		correlation,
		trials: pairs.length
	};
}
function isMisleading({ correlation }) {
	return correlation < misleads;
}
function ranks(values) {
	const sorted = [...values].sort((a, b) => a - b);
	return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
}
function pearson(x, y) {
	const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
	const [mx, my] = [mean(x), mean(y)];
	let [xy, xx, yy] = [
		0,
		0,
		0
	];
	for (const [i, a] of x.entries()) {
		xy += (a - mx) * (y[i] - my);
		xx += (a - mx) ** 2;
		yy += (y[i] - my) ** 2;
	}
	return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : void 0;
}

// src/session/resumes.ts
function canResume(trial, folder) {
	if (trial.resume !== void 0) return trial.resume;
	if (!("module" in trial) || trial.task !== void 0) return false;
	try {
		return !trainsItself(readFileSync(path.resolve(folder, trial.module), "utf8"));
	} catch {
		return false;
	}
}
function trainsItself(source) {
	return /(?<![.\w$])(fit|objective|callbacks)\b/.test(source);
}

// src/session/search-choice.ts
function searchProblem({ spec, space, folder }, workers) {
	const { search, budget, trial } = spec;
	return {
		space,
		seed: search.seed,
		repeats: search.repeats,
		workers,
		metrics: 1 + spec.metric.more.length,
		constraints: spec.constraints.length,
		...space.incumbent ? { incumbent: space.incumbent } : {},
		...budget.trials === void 0 ? {} : { trials: budget.trials },
		...budget.epochs === void 0 ? {} : { maxResource: budget.epochs },
		resumable: canResume(trial, folder),
		...search.inherit ? { inherits: true } : {},
		timed: (budget.time !== void 0 || budget.cost !== void 0 || budget["total-epochs"] !== void 0) && budget.trials === void 0
	};
}
function strategyOptions(search) {
	const { "min-epochs": minEpochs, "early-stopping": earlyStopping, ...rest } = search;
	return {
		...rest,
		...minEpochs === void 0 ? {} : { minEpochs },
		...earlyStopping === void 0 ? {} : { earlyStopping }
	};
}
function rankNotice({ trials, metric, strategy }, { budget, search }) {
	const full = budget.epochs;
	if (full === void 0 || strategy !== "asha" && strategy !== "hyperband") return void 0;
	const [lowest = full] = ladder(full, {
		...search.eta === void 0 ? {} : { eta: search.eta },
		...search["min-epochs"] === void 0 ? {} : { minResource: search["min-epochs"] }
	});
	const courses = trials.filter(({ role, state }) => role === "search" && state === "completed").map(({ reports }) => reports.flatMap(({ step, metrics }) => {
		const value = metrics[metric.name];
		return value === void 0 || !Number.isFinite(value) ? [] : [{
			step,
			loss: lossOf(metric, value)
		}];
	}));
	const agreement = rankAgreement(courses, lowest, full);
	if (!agreement || !isMisleading(agreement)) return void 0;
	const { correlation, trials: count, resource } = agreement;
	return `After ${resource} of ${full} epochs the trials rank otherwise than at the end (rank correlation ${correlation.toFixed(2)} over ${count} trials): set search.min-epochs higher than ${resource}.`;
}

// src/session/session.ts
async function runSession(options) {
	const { onEvent } = options;
	const limit = timeLimit(options.loaded.spec.budget);
	const timeMs = limit?.ms;
	const deadline = timeMs === void 0 ? void 0 : options.startedAt + timeMs - options.reserveMs;
	const hurry = hurryOf({
		...options.hurriedCancel ? { cancelled: options.signal } : {},
		...deadline === void 0 ? {} : { deadline },
		...timeMs === void 0 ? {} : { timeMs }
	});
	const inTime = {
		...options,
		signal: untilDeadline(options.signal, deadline),
		hurry
	};
	const loaded = await discoverSpace(options.loaded, inTime);
	const { spec, space } = loaded;
	const notices = [];
	const notice = (text) => {
		notices.push(text);
		onEvent({
			type: "notice",
			text
		});
	};
	const { repo, folder, specPath } = await placeOf(loaded);
	const head = repo.kind === "git" ? await headState(repo) : void 0;
	const workers = resolveWorkers(spec.budget.workers, spec.trial, thisMachine(options.env), spec.budget["trials-per-gpu"]);
	const problem = searchProblem(loaded, workers.count);
	const searchOptions = strategyOptions(spec.search);
	const choice = createStrategy(spec.search.strategy, problem, searchOptions);
	const searches = !options.gateOnly || spec.gate === false;
	const why = `Search: ${choice.name}, because ${choice.why}. ${choice.plan ? `${choice.plan} ` : ""}`;
	onEvent({
		type: "prepared",
		text: `${searches ? why : "Nothing is searched. "}${workers.why}`
	});
	const planned = plannedOf(spec.budget, workers.count);
	const words = plannedWords(planned);
	if (words !== void 0) onEvent({
		type: "prepared",
		text: `Budget: ${words}.`
	});
	const journal = await open(path.join(folder, studyFiles.journal), identify(loaded, choice.name, head), options, notice);
	options.onJournal?.(journal.path);
	const earlier = settleEarlier(journal, {
		patterns: warmStartOf(spec.search),
		folder: loaded.folder,
		space
	});
	for (const text of earlier.notices) notice(text);
	const wanted = {
		name: choice.name,
		problem,
		options: searchOptions,
		tryFirst: tryFirstOf(spec.search, space),
		earlier: earlier.studies
	};
	const backend = await settleBackend(loaded, buildStrategy(wanted).ask(), journal, inTime, folder);
	if (backend) notice(backend.why);
	const promising = searches ? await promisingConfigs() : [];
	const plan = {
		...wanted,
		tryFirst: [...wanted.tryFirst, ...promising]
	};
	const strategy = buildStrategy(plan);
	const makeRunners = (side) => workers.devices.map((device) => createTrialRunner(onBackend(side.spec.trial, backend?.backend), {
		cwd: side.folder,
		hostPath: options.host.path,
		node: options.host.node,
		env: {
			...workers.env,
			...options.env,
			...studyMark(folder)
		},
		...device === void 0 ? {} : { device },
		...spec.search.proxies === void 0 ? {} : { furtherMetrics: spec.search.proxies },
		hurry,
		nest: (config) => nestConfig(side.space, config)
	}));
	const runners = makeRunners(loaded);
	const thinker = searches && runners.length > 1 ? startThinker(path.join(path.dirname(options.host.path), "thinker.js"), plan) : void 0;
	try {
		if (spec.search.inherit) notice("Trials began with the weights of those that they are a change of, so their scores hold for more training than one trial has; the regression check and fresh seeds train from scratch.");
		const gateStart = performance.now();
		const gate = await gatePhase();
		const gateMs = gate?.base ? performance.now() - gateStart : 0;
		for (const text of gate?.notices ?? []) notice(text);
		const searched = searches ? await searchPhase() : foldJournal(journal.records);
		const confirmed = searches ? await confirmPhase(searched) : { cancelled: options.signal.aborted };
		if (confirmed.notice) notice(confirmed.notice);
		const cancelled = searched.stop?.reason === "cancelled" || confirmed.cancelled;
		if (!cancelled && searches) journal.append({
			type: "finish",
			at: (/* @__PURE__ */ new Date()).toISOString()
		}, { sync: true });
		const study = foldJournal(journal.records);
		for (const text of new Set(runners.flatMap((runner) => runner.notes ?? []))) notice(text);
		const misleading = rankNotice(study, spec);
		if (misleading) notice(misleading);
		return {
			results: {
				version,
				study,
				space,
				...searches ? {} : { gateOnly: true },
				...gate ? { verdict: gate.verdict } : {},
				...confirmed.confirmation ? { confirmation: confirmed.confirmation } : {},
				...head ? { head: {
					dirty: head.dirty,
					...head.sha ? { sha: head.sha } : {}
				} } : {},
				...gate?.base ? { base: gate.base } : {},
				...gate?.baseConfig ? { baseConfig: gate.baseConfig } : {},
				budget: {
					planned,
					spent: spentOf(spec.budget, foldRecords(journal.records), performance.now() - options.startedAt, gateMs)
				},
				backend: runners.find((runner) => runner.backend !== void 0)?.backend ?? backendOf(study),
				hardware: describeHardware(),
				specPath,
				notices
			},
			folder,
			cancelled
		};
	} finally {
		await Promise.all([...runners, ...thinker ? [thinker] : []].map((open) => open.close()));
		await endLeftovers(folder, patienceOf(spec.trial.grace, hurry)).finally(() => journal.close());
	}
	async function searchPhase() {
		onEvent({
			type: "phase",
			phase: "search",
			text: `Searching with ${choice.name}`
		});
		const confirms = spec.search.confirm !== false;
		const searchDeadline = deadline === void 0 || !confirms ? deadline : deadline - confirmTimeShare * Math.max(0, deadline - systemClock.now());
		const dropped = /* @__PURE__ */ new Set();
		const searched = await runStudy({
			space,
			strategy,
			...thinker ? { thinker } : {},
			journal,
			runners,
			budget: {
				...spec.budget.trials === void 0 ? {} : { trials: spec.budget.trials },
				...spec.budget.epochs === void 0 ? {} : { resource: spec.budget.epochs },
				...spec.budget["total-epochs"] === void 0 ? {} : { epochs: spec.budget["total-epochs"] },
				...searchDeadline === void 0 ? {} : { deadline: searchDeadline },
				...limit === void 0 ? {} : { deadlineBy: limit.by },
				...spec.budget.disk === void 0 ? {} : { disk: spec.budget.disk },
				early: earlyEndOf(spec.budget)
			},
			seedOf: (trial) => trialSeed(spec.search.seed, "search", trial),
			folder,
			signal: options.signal,
			onEvent,
			onDrop: (trial) => dropped.add(trial),
			...spec.trial.timeout === void 0 ? {} : { trialTimeout: spec.trial.timeout },
			...spec.trial.retries === void 0 ? {} : { retries: spec.trial.retries },
			...spec.search.inherit ? { inherits: true } : {}
		});
		if (dropped.size > 0) notice(dropNotice(dropped.size, spec.budget.disk));
		return searched;
	}
	async function confirmPhase(study) {
		const reason = study.stop?.reason;
		if (reason === void 0 || reason === "cancelled" || reason === "failing") return { cancelled: false };
		return await runConfirmPhase({
			loaded,
			study,
			journal,
			folder,
			runners,
			headCode: head?.fingerprint ?? "",
			signal: options.signal,
			onEvent,
			onPlan: (text) => onEvent({
				type: "phase",
				phase: "confirm",
				text
			}),
			...deadline === void 0 ? {} : { deadline }
		});
	}
	async function promisingConfigs() {
		const trial = onBackend(spec.trial, backend?.backend);
		if (!("module" in trial)) return [];
		const { first, notice: text } = await settleProxies(loaded, trial, journal, {
			env: {
				...workers.env,
				...options.env,
				...studyMark(folder)
			},
			hostPath: options.host.path,
			node: options.host.node,
			signal: inTime.signal,
			checkpoints: path.join(folder, "checkpoints", "proxies"),
			hurry
		});
		if (text !== void 0) notice(text);
		return first;
	}
	async function gatePhase() {
		if (!spec.gate) return void 0;
		return await runGateStage({
			loaded,
			gate: spec.gate,
			repo,
			head,
			specPath,
			env: options.env,
			backend: backend?.backend,
			findBase: options.findBase,
			stored: options.stored,
			journal,
			folder,
			headRunners: runners,
			makeRunners,
			discover: (side) => discoverSpace(side, inTime),
			signal: options.signal,
			onEvent,
			onPlan: (text) => onEvent({
				type: "phase",
				phase: "gate",
				text
			}),
			...deadline === void 0 ? {} : { deadline: searches ? (systemClock.now() + deadline) / 2 : deadline }
		});
	}
}
async function settleBackend({ spec, space, folder: cwd }, first, journal, options, folder) {
	const { trial } = spec;
	if (!("module" in trial) || trial.backend !== "auto") return void 0;
	const known = foldRecords(journal.records).backend;
	if (known) return known;
	const config = space.incumbent ?? (first.kind === "new" ? first.config : void 0);
	if (!config) return void 0;
	const { host, env, signal, hurry } = options;
	const chosen = await measureBackends(trial, {
		cwd,
		env,
		hostPath: host.path,
		node: host.node,
		hurry
	}, {
		config,
		seed: trialSeed(spec.search.seed, "search", 0),
		metric: spec.metric.name,
		checkpoints: path.join(folder, "checkpoints", "timing"),
		signal
	}, (of) => nestConfig(space, of));
	if (chosen) journal.append({
		type: "backend",
		...chosen,
		at: (/* @__PURE__ */ new Date()).toISOString()
	}, { sync: true });
	return chosen;
}
function onBackend(trial, backend) {
	return backend !== void 0 && "module" in trial && trial.backend === "auto" ? {
		...trial,
		backend
	} : trial;
}
function identify({ spec, space }, strategy, head) {
	const { name, metric, constraints, trial, search, budget } = spec;
	const { confirm: _, ...proposing } = search;
	return {
		name,
		metric,
		more: metric.more,
		constraints,
		strategy,
		seed: search.seed,
		space: fingerprint(space.parameters),
		spec: fingerprint({
			trial,
			search: proposing,
			epochs: budget.epochs
		}),
		code: head?.fingerprint ?? "unknown"
	};
}
async function open(file, identity, options, notice) {
	if (options.journal === "fresh") return await openJournal(file, identity, { fresh: true });
	try {
		const journal = await openJournal(file, identity);
		const fold = foldRecords(journal.records);
		const known = fold.study();
		if (known.trials.length === 0) return journal;
		const stop = known.stop?.reason;
		if (stop === "time" || stop === "cost" || stop === "cancelled" || !fold.finished) {
			const ended = known.trials.filter(({ role, state }) => role === "search" && state !== "running" && state !== "interrupted").length;
			if (ended > 0) notice(`Going on with the unfinished study: ${ended} of its trials have ended.`);
			return journal;
		}
		journal.close();
	} catch (error) {
		if (!(error instanceof StudyChangedError)) throw error;
	}
	return await openJournal(file, identity, { fresh: true });
}
function backendOf(study) {
	return study.trials.find((trial) => trial.backend !== void 0)?.backend ?? "none";
}

// src/report/csv.ts
function renderCsv(results) {
	const { study, space } = results;
	const ranks = new Map(leaderboard(results).rows.map(({ trial, rank }) => [trial, rank]));
	const paths = space.parameters.map(({ path }) => path);
	const metrics = [...new Set(study.trials.flatMap((trial) => Object.keys(trial.metrics)))];
	const goals = goalFields(results);
	return [[
		...columns.map(([title]) => title),
		"rank",
		...goals.map(([title]) => title),
		...paths.map((path) => `params.${path}`),
		...metrics.map((name) => `metrics.${name}`)
	], ...study.trials.map((trial) => [
		...columns.map(([, read]) => read(trial)),
		ranks.get(trial),
		...goals.map(([, read]) => read(trial)),
		...paths.map((path) => trial.config[path]),
		...metrics.map((name) => Object.hasOwn(trial.metrics, name) ? trial.metrics[name] : void 0)
	])].map((row) => `${row.map(field).join(",")}\r\n`).join("");
}
const columns = [
	["role", ({ role }) => role],
	["trial", ({ trial }) => trial],
	["state", ({ state }) => state],
	["reason", ({ reason }) => reason],
	["message", ({ message }) => message],
	["score", ({ score }) => score],
	["seed", ({ seed }) => seed],
	["origin", ({ origin }) => origin],
	["epochs", ({ reports }) => reports.at(-1)?.step],
	["resource", ({ resource }) => resource],
	["duration_ms", ({ durationMs }) => Math.round(durationMs)],
	["backend", ({ backend }) => backend],
	["gpu", ({ device }) => device]
];
function goalFields({ study }) {
	const { more = [], constraints = [] } = study;
	if (more.length === 0 && constraints.length === 0) return [];
	const front = new Set(paretoFront(study));
	return [
		...objectives(study).map(({ name }, k) => [`objectives.${name}`, (trial) => objectiveValues(study, trial)[k]]),
		...constraints.map(({ name }) => [`constraints.${name}`, (trial) => lastValue(name, trial.reports)]),
		["feasible", (trial) => trial.state === "completed" ? misses(study, trial).length === 0 : void 0],
		["front", (trial) => trial.role === "search" ? front.has(trial) : void 0]
	];
}
function field(value) {
	if (value === void 0) return "";
	if (typeof value !== "string") return String(value);
	const text = harmless(value.replace(/\p{Surrogate}/gu, "�").replaceAll("\0", ""));
	return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
function harmless(text) {
	return /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
}

// src/report/html/architecture.ts
const { say: say$6, join: join$4, name: name$4 } = inHtml;
const mostBlocks = 100;
function architectureFigures({ space }, { recommended }) {
	if (!recommended) return [];
	return architectureOf(space, recommended.config).map((stack) => {
		const items = [
			literal$1`input`,
			...stack.blocks.slice(0, mostBlocks).map(box),
			literal$1`output`
		].map((part) => say$6`<li>${part}</li>`);
		return say$6`<figure><figcaption>${name$4(stack.name, 40)}</figcaption><ul class="blocks">${join$4(items, "")}</ul></figure>`;
	});
}
function box({ title, settings, blocks, skip }) {
	const lines = settings.filter(([key]) => key !== "skip").map(([key, value]) => say$6`<span>${html(`${key} ${value}`, 60)}</span>`);
	const shortcut = skip ? say$6`<span>+ its input</span>` : say$6``;
	const inner = blocks.length === 0 ? say$6`` : say$6`<ul class="blocks">${join$4(blocks.slice(0, mostBlocks).map((block) => say$6`<li>${box(block)}</li>`), "")}</ul>`;
	return say$6`<div><strong>${html(title, 60)}</strong>${join$4(lines, "")}${shortcut}${inner}</div>`;
}

// src/report/html/svg.ts
const { say: say$5, join: join$3 } = inHtml;
const width = 420;
const left = 56;
const top$1 = 12;
const bottom = 30;
function px(value) {
	return String(Math.round(value * 10) / 10);
}
function scoreDomain(values, goal) {
	const finite = values.filter(Number.isFinite).sort((a, b) => goal === "minimize" ? a - b : b - a);
	if (finite.length === 0) return [0, 1];
	const best = finite[0];
	const far = (share) => Math.abs(finite[Math.floor(share * (finite.length - 1))] - best);
	const most = far(1);
	const usual = far(.75) > 0 ? far(.75) : most;
	const reach = Number.isFinite(most) && most <= 3 * usual ? most : 2 * usual;
	const end = goal === "minimize" ? best + reach : best - reach;
	return padded(Math.min(best, end), Math.max(best, end));
}
function padded(low, high) {
	const span = high - low;
	if (!Number.isFinite(span)) return [low / 2, high / 2];
	const margin = span > 0 ? span * .06 : Math.abs(low) * .01 || .5;
	return [low - margin, high + margin];
}
function niceTicks([low, high], wanted) {
	const span = high - low;
	if (!(span > 0) || !Number.isFinite(span)) return [];
	const raw = span / wanted;
	const power = 10 ** Math.floor(Math.log10(raw));
	const step = ([
		1,
		2,
		5,
		10
	].find((factor) => factor * power >= raw) ?? 10) * power;
	const first = Math.ceil(low / step);
	const count = Math.min(12, Math.floor(high / step) - first + 1);
	return Array.from({ length: Math.max(0, count) }, (_, index) => {
		const decimals = Math.max(0, -Math.floor(Math.log10(step)));
		const value = (first + index) * step;
		return decimals <= 100 ? Number(value.toFixed(decimals)) : value;
	});
}
function linear([low, high], from, to) {
	return (value) => {
		const share = (value / 2 - low / 2) / (high / 2 - low / 2);
		return from + (to - from) * (Number.isNaN(share) ? .5 : Math.min(1, Math.max(0, share)));
	};
}
function scale(domain, from, to, ticks, format = numberFormat(ticks)) {
	const at = linear(domain, from, to);
	return {
		at,
		beyond: (value) => !(value >= domain[0] && value <= domain[1]),
		ticks: ticks.map((tick) => ({
			at: at(tick),
			label: format(tick)
		}))
	};
}
function xScale(domain, options = {}) {
	const ticks = niceTicks(domain, 5).filter((tick) => !options.whole || Number.isInteger(tick));
	return scale(domain, options.from ?? left, 406, ticks);
}
function placesScale(labels) {
	const at = linear([0, 1], 64, 398);
	const shown = [];
	let free = Number.NEGATIVE_INFINITY;
	const room = labels.length > 1 ? 350 / labels.length : 350;
	for (const { place, text } of labels) {
		const letters = Math.max(4, Math.floor(Math.max(room, 64) / 6.4));
		const half = Math.min(letters, Array.from(text).length) * 6.4 / 2;
		if (at(place) - half < free) continue;
		free = at(place) + half + 4;
		shown.push({
			at: at(place),
			label: html(text, letters)
		});
	}
	return {
		at,
		beyond: () => false,
		ticks: shown
	};
}
function yScale(domain, height) {
	return scale(domain, height - bottom, top$1, niceTicks(domain, 5));
}
function plot(x, y, height, label, marks) {
	const base = height - bottom;
	const xs = x.ticks.map((tick) => say$5`<line class="grid" x1="${px(tick.at)}" x2="${px(tick.at)}" y1="${px(top$1)}" y2="${px(base)}"/><text class="tick" x="${px(tick.at)}" y="${px(base + 18)}" text-anchor="${anchor(tick.at)}">${tick.label}</text>`);
	const ys = (y?.ticks ?? []).map((tick) => say$5`<line class="grid" x1="${px(left)}" x2="${px(406)}" y1="${px(tick.at)}" y2="${px(tick.at)}"/><text class="tick" x="${px(49)}" y="${px(tick.at + 4)}" text-anchor="end">${tick.label}</text>`);
	const axis = say$5`<line class="axis" x1="${px(left)}" x2="${px(406)}" y1="${px(base)}" y2="${px(base)}"/>`;
	return say$5`<svg viewBox="0 0 ${px(420)} ${px(height)}" role="img" aria-label="${label}">${join$3([
		...xs,
		...ys,
		axis,
		...marks
	], "")}</svg>`;
}
function anchor(at) {
	return at > 394 ? "end" : "middle";
}
function dot(x, y, mark, title, radius = 3.5) {
	return say$5`<circle class="${mark}" cx="${px(x)}" cy="${px(y)}" r="${px(radius)}"><title>${title}</title></circle>`;
}
function cross(x, y, title) {
	const r = 3.2;
	return say$5`<path class="failed" d="M${px(x - r)} ${px(y - r)}l${px(2 * r)} ${px(2 * r)}m0 ${px(-2 * r)}l${px(-2 * r)} ${px(2 * r)}"><title>${title}</title></path>`;
}
function line(points, mark, options = {}) {
	const [first, ...rest] = points;
	if (!first) return say$5``;
	const path = rest.map(([x, y]) => options.step ? say$5`H${px(x)}V${px(y)}` : `L${px(x)} ${px(y)}`);
	const title = options.title ? say$5`<title>${options.title}</title>` : say$5``;
	return say$5`<path class="line ${mark}" d="M${px(first[0])} ${px(first[1])}${join$3(path, "")}">${title}</path>`;
}
function level(y, mark, title) {
	return say$5`<path class="level ${mark}" d="M${px(left)} ${px(y)}H${px(406)}"><title>${title}</title></path>`;
}
function figure(title, chart, key, note) {
	const items = key.map(({ mark, text }) => say$5`<span class="key ${mark}">${text}</span>`);
	const legend = items.length === 0 ? say$5`` : say$5`<p class="keys">${join$3(items, " ")}</p>`;
	return say$5`<figure><figcaption>${title}</figcaption>${chart}${legend}${note ? say$5`<p class="note">${note}</p>` : say$5``}</figure>`;
}
function beyondNote(count) {
	return count === 0 ? void 0 : say$5`${plural(count, "trial")} beyond the edge: drawn on it.`;
}

// src/report/html/charts.ts
const { say: say$4, name: name$3, sentence: sentence$3 } = inHtml;
const height = 250;
const mostPoints = 1500;
const mostSlices = 12;
function charts(results, board) {
	return [
		bestSoFar(results, board),
		learningCurves(results, board),
		...frontCharts(results, board),
		...slices(results, board)
	].filter((chart) => chart !== void 0);
}
function scoredTrials({ rows }) {
	return rows.flatMap(({ trial, rank }) => trial.score !== void 0 && Number.isFinite(trial.score) ? [{
		trial,
		score: trial.score,
		counts: rank !== void 0
	}] : []).sort((a, b) => a.trial.trial - b.trial.trial);
}
function thinned(items, keep) {
	const every = Math.ceil(items.length / mostPoints);
	return every <= 1 ? items : items.filter((item, index) => index % every === 0 || keep(item));
}
function trialTitle({ trial, score }, board) {
	return say$4`trial #${numbered(trial.trial)}: ${board.score(score)}`;
}
function markOf({ trial, counts }, board) {
	if (trial === board.recommended) return "best";
	if (trial === board.incumbent) return "ships";
	return counts ? "plain" : "faint";
}
function bestSoFar(results, board) {
	const { study } = results;
	const scored = scoredTrials(board);
	if (scored.length < 2) return void 0;
	const last = Math.max(...study.trials.filter(({ role }) => role === "search").map(({ trial }) => trial));
	const x = xScale([0, Math.max(1, last)], { whole: true });
	const y = yScale(scoreDomain(scored.map(({ score }) => score), study.metric.goal), height);
	const points = [];
	let best = Number.POSITIVE_INFINITY;
	for (const { trial, score, counts } of scored) {
		const loss = lossOf(study.metric, score);
		if (!counts || loss >= best) continue;
		best = loss;
		points.push([x.at(trial.trial), y.at(score)]);
	}
	const end = points.at(-1);
	if (end) points.push([x.at(last), end[1]]);
	const special = ({ trial }) => trial === board.recommended || trial === board.incumbent;
	const failed = study.trials.filter(({ role, state }) => role === "search" && state === "failed");
	const ships = board.incumbent?.score;
	const expected = insightOf(study, results.space, board.recommended?.trial).progress.random;
	const random = expected === void 0 ? void 0 : study.metric.goal === "maximize" ? -expected : expected;
	const incomplete = scored.some((item) => !item.counts);
	const marks = [
		...ships === void 0 || y.beyond(ships) ? [] : [level(y.at(ships), "ships", say$4`what ships today: ${board.score(ships)}`)],
		...thinned(scored.filter((item) => !special(item)), () => false).map((item) => dot(x.at(item.trial.trial), y.at(item.score), markOf(item, board), trialTitle(item, board), 2.8)),
		...failed.slice(0, mostPoints).map(({ trial }) => cross(x.at(trial), 216, say$4`trial #${numbered(trial)} failed`)),
		...random === void 0 || y.beyond(random) ? [] : [level(y.at(random), "plain", say$4`expected of as many random configs: ${board.score(random)}`)],
		line(points, "one", {
			step: true,
			title: say$4`best so far`
		}),
		...scored.filter(special).map((item) => dot(x.at(item.trial.trial), y.at(item.score), markOf(item, board), trialTitle(item, board), 5))
	];
	const key = [
		{
			mark: "one",
			text: say$4`best so far`
		},
		{
			mark: "plain",
			text: say$4`a trial`
		},
		...incomplete ? [{
			mark: "faint",
			text: say$4`stopped early, or misses a constraint`
		}] : [],
		...trialKeys(board),
		...random === void 0 ? [] : [{
			mark: "plain",
			text: say$4`line: expected of random search`
		}],
		...failed.length > 0 ? [{
			mark: "failed",
			text: say$4`failed`
		}] : []
	];
	return figure(say$4`${name$3(study.metric.name, 40)}, trial by trial`, plot(x, y, height, say$4`best score so far over the trials`, marks), key, beyondNote(scored.filter(({ score }) => y.beyond(score)).length));
}
function trialKeys({ recommended, incumbent }) {
	return [...recommended ? [{
		mark: "best",
		text: say$4`best config, #${numbered(recommended.trial)}`
	}] : [], ...incumbent && incumbent !== recommended ? [{
		mark: "ships",
		text: say$4`ships today, #${numbered(incumbent.trial)}`
	}] : []];
}
function learningCurves(results, board) {
	const { metric } = results.study;
	const best = [...board.recommended ? [board.recommended] : [], ...board.rows.filter(({ rank }) => rank !== void 0).map(({ trial }) => trial).filter((trial) => trial !== board.recommended)].filter((trial) => trial !== board.incumbent || trial === board.recommended);
	const marks = [
		"one",
		"two",
		"three"
	];
	const curves = [...best.slice(0, 3).map((trial, index) => ({
		trial,
		mark: marks[index]
	})), ...board.incumbent && board.incumbent !== board.recommended ? [{
		trial: board.incumbent,
		mark: "ships"
	}] : []].map((curve) => ({
		...curve,
		points: thinned(curve.trial.reports.flatMap(({ step, metrics }) => {
			const value = Object.hasOwn(metrics, metric.name) ? metrics[metric.name] : void 0;
			return value !== void 0 && Number.isFinite(value) ? [{
				step,
				value
			}] : [];
		}), () => false)
	})).filter(({ points }) => points.length > 1);
	if (curves.length === 0) return void 0;
	const all = curves.flatMap(({ points }) => points);
	const steps = all.map(({ step }) => step);
	const x = xScale([Math.min(...steps), Math.max(...steps)]);
	const y = yScale(scoreDomain(all.map(({ value }) => value), metric.goal), height);
	return figure(say$4`${name$3(metric.name, 40)} while training`, plot(x, y, height, say$4`learning curves of the best trials`, curves.map(({ points, mark, trial }) => line(points.map(({ step, value }) => [x.at(step), y.at(value)]), mark, { title: say$4`trial #${numbered(trial.trial)}` }))), curves.map(({ mark, trial }) => ({
		mark,
		text: mark === "ships" ? say$4`ships today, #${numbered(trial.trial)}` : say$4`trial #${numbered(trial.trial)}`
	})));
}
function frontCharts(results, board) {
	const { study } = results;
	const [main, ...more] = objectives(study);
	if (!main || more.length === 0) return [];
	const front = new Set(paretoFront(study));
	return more.flatMap((metric, k) => {
		const points = scoredTrials(board).flatMap((item) => {
			const value = objectiveValues(study, item.trial)[k + 1];
			return value !== void 0 && Number.isFinite(value) ? [{
				...item,
				value
			}] : [];
		});
		if (points.length < 2) return [];
		const x = xScale(scoreDomain(points.map(({ value }) => value), metric.goal));
		const y = yScale(scoreDomain(points.map(({ score }) => score), main.goal), height);
		const format = numberFormat(points.map(({ value }) => value));
		const shown = (item) => {
			const mark = markOf(item, board);
			return mark === "plain" && front.has(item.trial) ? "one" : mark;
		};
		const order = [
			"faint",
			"plain",
			"one",
			"ships",
			"best"
		];
		const marks = [...thinned(points, ({ trial }) => front.has(trial))].sort((a, b) => order.indexOf(shown(a)) - order.indexOf(shown(b))).map((item) => dot(x.at(item.value), y.at(item.score), shown(item), say$4`${trialTitle(item, board)}, ${format(item.value)}`, shown(item) === "best" ? 5 : 3.5));
		return [figure(say$4`${name$3(main.name, 40)} (up) against ${name$3(metric.name, 40)}`, plot(x, y, height, say$4`two metrics of every trial`, marks), [{
			mark: "one",
			text: say$4`on the front`
		}, ...trialKeys(board)], beyondNote(points.filter(({ value, score }) => x.beyond(value) || y.beyond(score)).length))];
	});
}
function slices(results, board) {
	const scored = scoredTrials(board);
	if (scored.length < 3) return [];
	return results.space.parameters.filter(({ path, domain }) => valueCount(domain) > 1 && new Set(scored.map(({ trial }) => trial.config[path])).size > 1).filter(({ path }) => scored.filter(({ trial }) => Object.hasOwn(trial.config, path)).length > 2).slice(0, mostSlices).map((parameter) => slice(results, board, parameter, scored));
}
function slice(results, board, parameter, all) {
	const { path } = parameter;
	const valued = (config) => Object.hasOwn(config, path) ? config[path] : void 0;
	const scored = all.filter(({ trial }) => valued(trial.config) !== void 0);
	const x = parameterScale(parameter);
	const y = yScale(scoreDomain(scored.map(({ score }) => score), results.study.metric.goal), 200);
	const failed = results.study.trials.filter(({ role, state, config }) => role === "search" && state === "failed" && valued(config) !== void 0);
	const place = (trial) => x.at(toUnit(parameter.domain, valued(trial.config))) + jitter(parameter, trial.trial);
	const special = ({ trial }) => trial === board.recommended || trial === board.incumbent;
	const point = (item, radius) => dot(place(item.trial), y.at(item.score), markOf(item, board), say$4`${trialTitle(item, board)} with ${sentence$3(valueText(valued(item.trial.config)), 60)}`, radius);
	return figure(name$3(path, 60), plot(x, y, 200, say$4`score over ${sentence$3(path, 60)}`, [
		...failed.slice(0, mostPoints).map((trial) => cross(place(trial), 166, say$4`trial #${numbered(trial.trial)} failed`)),
		...thinned(scored.filter((item) => !special(item)), () => false).map((item) => point(item, 2.8)),
		...scored.filter(special).sort((a) => a.trial === board.recommended ? 1 : -1).map((item) => point(item, 5))
	]), []);
}
function parameterScale({ domain }) {
	const count = valueCount(domain);
	if (count <= 12 || !("min" in domain)) {
		const all = Array.from({ length: Math.min(count, 60) }, (_, index) => valueAt(domain, index));
		return placesScale(all.map((value) => ({
			place: toUnit(domain, value),
			text: valueText(value)
		})));
	}
	const inner = domain.scale === "linear" ? niceTicks([domain.min, domain.max], 4).filter((tick) => tick > domain.min && tick < domain.max) : powers(domain.min, domain.max);
	return placesScale([
		domain.min,
		...inner,
		domain.max
	].map((value) => ({
		place: place(domain, value),
		text: valueText(value)
	})));
}
function place({ min, max, scale }, value) {
	return toUnit({
		type: "float",
		min,
		max,
		scale
	}, value);
}
function powers(min, max) {
	const from = Math.ceil(Math.log10(min));
	const to = Math.floor(Math.log10(max));
	return Array.from({ length: Math.max(0, Math.min(40, to - from + 1)) }, (_, index) => Number(`1e${from + index}`)).filter((value) => value > min && value < max);
}
function jitter({ domain }, trial) {
	const count = valueCount(domain);
	if (count > 12) return 0;
	const room = Math.min(12, (420 - 90) / count * .3);
	return (trial * .618034 % 1 - .5) * 2 * room;
}

// src/report/html/insight.ts
const { say: say$3, name: name$2, sentence: sentence$2, join: join$2 } = inHtml;
const mostBars = 10;
const barHeight = 22;
const labelWidth = 150;
function insightParts(results, board) {
	const insight = insightOf(results.study, results.space, board.recommended?.trial);
	const words = insightWords(results, insight, inHtml);
	const figures = [importanceBars(insight), ...dependences(results, insight)].filter((chart) => chart !== void 0);
	return [...words.length === 0 ? [] : [say$3`<ul>${join$2(words.map((text) => say$3`<li>${text}</li>`), "")}</ul>`], ...figures.length === 0 ? [] : [say$3`<div class="charts">\n${join$2(figures, "")}\n</div>`]];
}
function importanceBars({ importance }) {
	const shown = (importance ?? []).slice(0, mostBars).filter(({ share }) => share >= .005);
	if (shown.length === 0) return void 0;
	const longest = shown[0].share;
	const room = 420 - labelWidth - 54;
	const bars = shown.map(({ path, share }, i) => {
		const y = 6 + i * barHeight;
		const length = Math.max(1, share / longest * room);
		return say$3`<text class="bar-name" x="${px(142)}" y="${px(y + 14)}" text-anchor="end">${html(path, 22)}</text><rect class="bar" x="${px(labelWidth)}" y="${px(y + 2)}" width="${px(length)}" height="${px(15)}" rx="2"><title>${sentence$2(path, 80)}: ${percent$1(Number(share.toFixed(3)))}</title></rect><text class="tick" x="${px(labelWidth + length + 6)}" y="${px(y + 14)}">${percent$1(Number(share.toFixed(2)))}</text>`;
	});
	const height = 12 + shown.length * barHeight;
	return figure(say$3`What decided about being among the best`, say$3`<svg viewBox="0 0 ${px(420)} ${px(height)}" role="img" aria-label="importance of the parameters">${join$2(bars, "")}</svg>`, [], say$3`Share of the difference between the best tenth of the trials and all (PED-ANOVA).`);
}
function dependences({ study, space }, { dependence }) {
	const height = 200;
	const sign = study.metric.goal === "maximize" ? -1 : 1;
	const scores = dependence.flatMap(({ points }) => points.map(({ loss }) => sign * loss));
	return dependence.flatMap(({ path, points }) => {
		const parameter = space.parameters.find((other) => other.path === path);
		if (!parameter || points.length < 2) return [];
		const x = parameterScale(parameter);
		const y = yScale(scoreDomain(scores, study.metric.goal), height);
		const places = points.map(({ value, loss }) => [x.at(toUnit(parameter.domain, value)), y.at(sign * loss)]);
		const ordered = parameter.domain.type !== "bool" && !isUnordered(parameter.domain);
		return [figure(say$3`Expected ${name$2(study.metric.name, 30)} over ${name$2(path, 40)}`, plot(x, y, height, say$3`partial dependence on ${sentence$2(path, 60)}`, [...ordered ? [line(places, "one")] : [], ...places.map(([cx, cy], i) => dot(cx, cy, "one", sentence$2(String(points[i].value), 60), 3))]), [], say$3`By the model, the other parameters as in the best trials.`)];
	});
}
function isUnordered(domain) {
	return domain.type === "choice" && !domain.ordered;
}

// src/report/html/pairs.ts
const { say: say$2 } = inHtml;
function pairChart(title, rows, words) {
	const finite = rows.flatMap(({ before, after }) => [before, after]).filter((value) => value !== void 0).filter(Number.isFinite);
	if (finite.length === 0) return void 0;
	const shown = rows.slice(0, 60);
	const rowHeight = 24;
	const tall = shown.length * rowHeight + 48;
	const x = xScale(padded(Math.min(...finite), Math.max(...finite)), { from: 88 });
	const format = numberFormat(finite);
	const marks = shown.flatMap(({ label, before, after }, index) => {
		const y = 12 + rowHeight * (index + .5);
		return [
			say$2`<text class="tick" x="78" y="${px(y + 4)}" text-anchor="end">${label}</text>`,
			...before !== void 0 && after !== void 0 ? [line([[x.at(before), y], [x.at(after), y]], "plain")] : [],
			...before === void 0 ? [] : [dot(x.at(before), y, "ships", say$2`${words.before}: ${format(before)}`, 5)],
			...after === void 0 ? [] : [dot(x.at(after), y, "best", say$2`${words.after}: ${format(after)}`, 5)]
		];
	});
	return figure(title, plot(x, void 0, tall, literal$1`scores of every seed`, marks), [{
		mark: "ships",
		text: words.before
	}, {
		mark: "best",
		text: words.after
	}], rows.some(({ before, after }) => before === void 0 || after === void 0) ? say$2`A side without a point failed, or was not trained.` : void 0);
}

// src/report/html/script.ts
const script = `
for (const table of document.querySelectorAll('table.sortable')) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const key = (row) => row.cells[column].dataset.v ?? row.cells[column].textContent.trim();
      const rows = [...body.rows].map((row, index) => ({ row, index, key: key(row) }));
      const numeric = rows.every(({ key }) => key === '' || !Number.isNaN(Number(key)));
      rows.sort((a, b) => {
        if (a.key === '' || b.key === '') return (a.key === '') - (b.key === '') || a.index - b.index;
        const order = numeric ? Number(a.key) - Number(b.key) : a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
        return (down ? -order : order) || a.index - b.index;
      });
      body.append(...rows.map(({ row }) => row));
    });
  });
}
`;
const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-${createHash("sha256").update(script).digest("base64")}'; base-uri 'none'; form-action 'none'`;

// src/report/html/style.ts
const style = `
:root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--text:#1c2128;--soft:#57606a;--line:#d8dee4;--grid:#e9edf1;
--one:#0969da;--two:#bc4c00;--three:#1a7f37;--best:#cf222e;--ships:#8250df;--plain:#8c959f;--failed:#9a6700;--code:#eff2f5;
--good:#1a7f37;--bad:#cf222e;--unsure:#9a6700}
@media (prefers-color-scheme:dark){:root{--bg:#0d1117;--card:#161b22;--text:#e6edf3;--soft:#9198a1;--line:#30363d;--grid:#21262d;
--one:#58a6ff;--two:#f0883e;--three:#3fb950;--best:#ff7b72;--ships:#bc8cff;--plain:#6e7681;--failed:#d29922;--code:#262c36;
--good:#3fb950;--bad:#ff7b72;--unsure:#d29922}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:1100px;margin:0 auto;padding:20px 14px 60px}
h1{font-size:1.5rem;margin:0 0 12px;overflow-wrap:anywhere}
h1 small{display:block;font-size:.8rem;font-weight:600;color:var(--soft)}
h1 code{background:none;padding:0;font:inherit}
h2{font-size:1.1rem;margin:30px 0 10px}
p{margin:.5em 0;overflow-wrap:anywhere}
code,pre{font:13px/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
code{background:var(--code);border-radius:4px;padding:.1em .35em;overflow-wrap:anywhere}
pre{background:var(--code);border-radius:8px;padding:12px;margin:8px 0;overflow:auto;max-height:26rem}
.card,figure,.table{background:var(--card);border:1px solid var(--line);border-radius:10px}
.card{padding:10px 16px}
.verdict{border-left:6px solid var(--soft)}
.verdict.improved,.verdict.unchanged{border-left-color:var(--good)}
.verdict.regressed,.verdict.error{border-left-color:var(--bad)}
.verdict.inconclusive,.verdict.no-baseline{border-left-color:var(--unsure)}
.verdict p:first-child{font-size:1.05rem}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,320px),1fr));gap:14px;align-items:start}
.charts+*,.card+.card,.table+.table,*+details{margin-top:12px}
figure{margin:0;padding:10px 10px 6px;min-width:0}
figcaption{font-weight:600;font-size:.9rem;padding:0 4px 6px;overflow-wrap:anywhere}
figcaption code{background:none;padding:0}
svg{display:block;width:100%;height:auto}
.tick{fill:var(--soft);font-size:11.5px}
.bar-name{fill:var(--text);font-size:12px}
.grid{stroke:var(--grid)}.axis{stroke:var(--line)}
circle{stroke:var(--card);stroke-width:1}
circle.plain{fill:var(--plain);opacity:.75}circle.faint{fill:var(--card);stroke:var(--plain)}
circle.one{fill:var(--one)}circle.best{fill:var(--best)}circle.ships{fill:var(--ships)}
path.failed{fill:none;stroke:var(--failed);stroke-width:1.5}
.line,.level{fill:none;stroke-width:2;stroke:var(--plain)}
.line{stroke-linejoin:round}
.line.one{stroke:var(--one)}.line.two{stroke:var(--two)}.line.three{stroke:var(--three)}
.line.ships,.level.ships{stroke:var(--ships);stroke-dasharray:5 4}
.level{stroke-width:1.2}
.bar{fill:var(--one)}
.keys{margin:4px;font-size:.8rem;color:var(--soft);display:flex;flex-wrap:wrap;gap:2px 14px}
.key::before{content:"";display:inline-block;width:.65em;height:.65em;border-radius:50%;margin-right:.4em;background:var(--plain)}
.key.one::before{background:var(--one)}.key.two::before{background:var(--two)}.key.three::before{background:var(--three)}
.key.best::before{background:var(--best)}.key.ships::before{background:var(--ships)}.key.failed::before{background:var(--failed)}
.key.faint::before{background:none;border:1.5px solid var(--plain)}
.note{margin:4px;font-size:.8rem;color:var(--soft)}
.table{overflow:auto;max-height:34rem;-webkit-overflow-scrolling:touch}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:.86rem;font-variant-numeric:tabular-nums}
th,td{padding:5px 10px;text-align:right;white-space:nowrap;border-bottom:1px solid var(--grid);vertical-align:top}
th{position:sticky;top:0;background:var(--card);border-bottom:1px solid var(--line);color:var(--soft);font-weight:600}
th.l,td.l{text-align:left}
td.w{white-space:normal;min-width:14rem;overflow-wrap:anywhere}
td code{background:none;padding:0;font:inherit;overflow-wrap:normal}
th button{all:unset;cursor:pointer;font:inherit;color:inherit}
th button:focus-visible{outline:2px solid var(--one)}
th code{background:none;padding:0}
th[aria-sort=ascending] button::after{content:" ↑"}th[aria-sort=descending] button::after{content:" ↓"}
tr.best td{font-weight:600}tr.best td:first-child{box-shadow:inset 4px 0 var(--best)}
tr.ships td:first-child{box-shadow:inset 4px 0 var(--ships)}
.badge{font-size:.72rem;font-weight:600;border:1px solid currentColor;border-radius:99px;padding:0 .55em;margin-left:.3em}
tr.ships .badge{color:var(--ships)}tr.best .badge{color:var(--best)}
details{margin:8px 0}summary{cursor:pointer;padding:4px 0;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:3px 18px;margin:6px 0}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
ul{padding-left:1.2em;margin:6px 0}
.blocks{list-style:none;display:flex;flex-wrap:wrap;align-items:center;gap:8px 0;margin:4px;padding:0;font-size:.86rem;color:var(--soft)}
.blocks>li{display:flex;align-items:center}
.blocks>li+li::before{content:"→";margin:0 8px;color:var(--soft)}
.blocks div{border:1px solid var(--line);border-radius:8px;padding:4px 10px;background:var(--bg);overflow-wrap:anywhere}
.blocks strong{display:block;color:var(--text)}.blocks span{display:block}
@media print{.table,pre{max-height:none;overflow:visible}body{background:none}}
`;

// src/report/html/tables.ts
const { say: say$1, name: name$1, sentence: sentence$1, join: join$1 } = inHtml;
const mostRows = 3e3;
const mostColumns = 40;
function table(header, rows, sortable) {
	const head = join$1(header.map(({ text, align }) => say$1`<th scope="col"${align ? literal$1` class="l"` : literal$1``}>${text}</th>`), "");
	const body = rows.map(({ cells, mark }) => say$1`<tr${mark ? literal$1` class="${mark}"` : literal$1``}>${join$1(cells.map(cell), "")}</tr>\n`);
	return say$1`<div class="table"><table${sortable ? literal$1` class="sortable"` : literal$1``}><thead><tr>${head}</tr></thead><tbody>\n${join$1(body, "")}</tbody></table></div>`;
}
function cell({ text, key, align }) {
	const kind = align ? literal$1` class="${align === "wide" ? "l w" : "l"}"` : literal$1``;
	const sort = key === void 0 ? say$1`` : say$1` data-v="${html(sortKey(key), 80)}"`;
	return say$1`<td${kind}${sort}>${text}</td>`;
}
function sortKey(key) {
	return typeof key === "string" || Number.isFinite(key) ? String(key) : "";
}
function leaderboardTable(results, board) {
	if (board.rows.length === 0) return say$1`<p>No trial was run.</p>`;
	const columns = varyingPaths(results, board.rows).slice(0, mostColumns);
	const goals = goalColumns(results);
	const fresh = results.confirmation !== void 0;
	const gpus = board.rows.some(({ trial }) => trial.device !== void 0);
	const rows = board.rows.slice(0, mostRows);
	const header = [
		{ text: literal$1`rank` },
		{
			text: literal$1`trial`,
			align: "left"
		},
		{ text: goalTitle(results.study.metric.name, results, inHtml) },
		...fresh ? [{ text: literal$1`on fresh seeds` }] : [],
		...goals.map((goal) => ({ text: goalTitle(goal.name, results, inHtml) })),
		...columns.map((path) => ({ text: name$1(shortName(path, columns)) })),
		{ text: literal$1`epochs` },
		{ text: literal$1`duration` },
		{ text: literal$1`seed` },
		...gpus ? [{ text: literal$1`GPU` }] : [],
		{
			text: literal$1`proposed by`,
			align: "left"
		},
		{
			text: literal$1`state`,
			align: "left"
		}
	];
	const body = rows.map((row) => {
		const { trial, rank } = row;
		const mark = row.best ? "best" : row.incumbent ? "ships" : void 0;
		return {
			...mark ? { mark } : {},
			cells: [
				{
					text: rank === void 0 ? literal$1`` : counted(rank),
					key: rank ?? ""
				},
				{
					text: trialCell(row),
					key: trial.trial,
					align: "left"
				},
				{
					text: trial.score === void 0 ? literal$1`–` : board.score(trial.score),
					key: trial.score ?? ""
				},
				...fresh ? [{ text: freshCell(results, row) }] : [],
				...goals.map((goal) => goalCell(goal.cell(trial))),
				...columns.map((path) => valueCell(Object.hasOwn(trial.config, path) ? trial.config[path] : void 0)),
				{
					text: epochsOf$1(trial),
					key: trial.reports.at(-1)?.step ?? ""
				},
				{
					text: duration$1(trial.durationMs),
					key: trial.durationMs
				},
				{
					text: numbered(trial.seed),
					key: trial.seed
				},
				...gpus ? [{ text: sentence$1(trial.device ?? "", 20) }] : [],
				{
					text: sentence$1(trial.origin, 60),
					align: "left"
				},
				{
					text: stateCell(row),
					align: "wide"
				}
			]
		};
	});
	const legend = frontLegend(results, inHtml);
	const more = board.rows.length - rows.length;
	return join$1([
		table(header, body, true),
		...legend ? [say$1`<p class="note">${legend}</p>`] : [],
		...more > 0 ? [say$1`<p class="note">And ${plural(more, "further trial")}, which the CSV has.</p>`] : []
	], "");
}
function trialCell({ trial, incumbent, best }) {
	const number = literal$1`#${numbered(trial.trial)}`;
	const badges = [...best ? [literal$1`<span class="badge">best</span>`] : [], ...incumbent ? [literal$1`<span class="badge">ships today</span>`] : []];
	return join$1([number, ...badges], " ");
}
function stateCell({ trial, misses }) {
	const state = missWords(misses, inHtml) ?? stateWords(trial);
	return trial.message ? say$1`${state}: ${sentence$1(trial.message, 200)}` : state;
}
function goalCell(text) {
	const value = Number(text.replace("−", "-"));
	return {
		text,
		key: Number.isNaN(value) ? "" : value
	};
}
function valueCell(value) {
	if (value === void 0) return {
		text: literal$1``,
		key: ""
	};
	const text = sentence$1(valueText(value), 60);
	return typeof value === "number" ? {
		text,
		key: value
	} : { text };
}
function trainingsTable({ study }) {
	const trials = study.trials.filter(({ role }) => role !== "search");
	if (trials.length === 0) return void 0;
	const format = numberFormat(trials.flatMap(({ score }) => score ?? []));
	return table([
		{
			text: literal$1`what`,
			align: "left"
		},
		{ text: literal$1`seed` },
		{ text: name$1(study.metric.name) },
		{ text: literal$1`duration` },
		{
			text: literal$1`state`,
			align: "left"
		}
	], trials.slice(0, mostRows).map((trial) => ({ cells: [
		{
			text: trainingWords(trial),
			align: "left"
		},
		{
			text: numbered(trial.seed),
			key: trial.seed
		},
		{
			text: trial.score === void 0 ? literal$1`–` : format(trial.score),
			key: trial.score ?? ""
		},
		{
			text: duration$1(trial.durationMs),
			key: trial.durationMs
		},
		{
			text: stateCell({
				trial,
				misses: [],
				incumbent: false,
				best: false
			}),
			align: "wide"
		}
	] })), true);
}
function trainingWords({ role, trial }) {
	if (role === "search") return literal$1`#${numbered(trial)}`;
	return role === "confirm" ? literal$1`confirmation` : role === "head" ? literal$1`head` : literal$1`base`;
}
function shippedTable({ baseConfig, space }) {
	const head = space.incumbent;
	if (!baseConfig || !head) return void 0;
	const paths = [.../* @__PURE__ */ new Set([...Object.keys(baseConfig), ...Object.keys(head)])].filter((path) => baseConfig[path] !== head[path]);
	if (paths.length === 0) return void 0;
	return table([
		{
			text: literal$1`shipped value`,
			align: "left"
		},
		{ text: literal$1`base` },
		{ text: literal$1`head` }
	], paths.slice(0, 100).map((path) => ({ cells: [
		{
			text: name$1(path),
			align: "left"
		},
		valueCell(baseConfig[path]),
		valueCell(head[path])
	] })), false);
}
function seedsTable({ verdict }) {
	if (!verdict || verdict.pairs.length === 0) return void 0;
	const format = numberFormat(verdict.pairs.flatMap(({ base, head }) => [base ?? [], head ?? []].flat()));
	const score = (value) => ({ text: value === void 0 ? literal$1`–` : format(value) });
	return table([
		{ text: literal$1`seed` },
		{ text: literal$1`base` },
		{ text: literal$1`head` },
		{ text: literal$1`difference` }
	], verdict.pairs.map(({ seed, base, head }) => ({ cells: [
		{ text: numbered(seed) },
		score(base),
		score(head),
		{ text: base === void 0 || head === void 0 ? literal$1`–` : withSign(head - base, format) }
	] })), false);
}
function otherMetricsTable({ verdict }) {
	const { shown } = verdict ? otherMetrics(verdict, 200) : { shown: [] };
	if (shown.length === 0) return void 0;
	return table([{
		text: literal$1`further metric`,
		align: "left"
	}, ...otherTitles.map((text) => ({ text }))], shown.map(({ name: of, cells }) => ({ cells: [{
		text: name$1(of),
		align: "left"
	}, ...cells.map((text) => ({ text }))] })), false);
}

// src/report/html/page.ts
const { say, name, sentence, join } = inHtml;
const mostLogs = 40;
const logLimit = 6e3;
function renderHtml(results) {
	const board = leaderboard(results);
	const body = [
		top(results, board),
		section(literal$1`Best config`, bestConfig(results, board)),
		section(literal$1`Charts`, grid(charts(results, board))),
		section(literal$1`What the search learned`, insightParts(results, board)),
		section(literal$1`Regression check`, gate(results)),
		section(literal$1`The best configs on fresh seeds`, fresh(results)),
		section(literal$1`All trials`, [leaderboardTable(results, board)]),
		section(literal$1`Failures`, failures(results)),
		section(literal$1`Notes`, notes(results)),
		section(literal$1`How this was run, and how to run it again`, run(results))
	];
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${html(results.study.name, 80)} – Tunegate</title>
<style>${style}</style>
</head>
<body>
<main>
${body.filter((part) => part !== "").join("\n")}
</main>
<script>${script}<\/script>
</body>
</html>
`;
}
function section(title, parts) {
	const shown = parts.filter((part) => part !== void 0);
	return shown.length === 0 ? say`` : say`<section>\n<h2>${title}</h2>\n${join(shown, "")}\n</section>`;
}
function top(results, board) {
	const { verdict } = results;
	const kind = verdict ? literal$1` ${verdict.conclusion}` : literal$1``;
	const search = verdict && !results.gateOnly ? say`<p>${searchWords(results, board, inHtml)}</p>` : say``;
	return say`<h1><small>Tunegate report</small>${name(results.study.name)}</h1>
<div class="card verdict${kind}"><p>${headline(results, board, inHtml)}</p>${search}</div>`;
}
function grid(figures) {
	const shown = figures.filter((figure) => figure !== void 0);
	return shown.length === 0 ? [] : [say`<div class="charts">\n${join(shown, "")}\n</div>`];
}
function bestConfig(results, board) {
	const { recommended, incumbent } = board;
	if (!recommended || recommended === incumbent || isNothingToChange(results)) return [];
	const was = results.space.incumbent ? literal$1`; what differs from what ships today says what it was` : literal$1``;
	return [
		say`<p>Config of trial #${numbered(recommended.trial)}${was}:</p>`,
		say`<pre>${htmlLines(configYaml(results.space, recommended.config))}</pre>`,
		...architectureFigures(results, board)
	];
}
function gate(results) {
	const { verdict, base, head, study } = results;
	if (!verdict) return [];
	const rows = verdict.pairs.map((pair) => ({
		label: numbered(pair.seed),
		...pair.base === void 0 ? {} : { before: pair.base },
		...pair.head === void 0 ? {} : { after: pair.head }
	}));
	const chart = pairChart(say`${name(study.metric.name, 40)}, seed by seed`, rows, {
		before: literal$1`base`,
		after: literal$1`head`
	});
	const headWords = head?.sha ? name(head.sha.slice(0, 12)) : say`the files as they are`;
	const dirty = head?.sha && head.dirty ? say` with changes that are not committed` : say``;
	const baseWords = base ? say`${name(base.sha.slice(0, 12))} (${sentence(base.how, 120)})` : say`unknown`;
	return [
		say`<p>Base is ${baseWords}, head is ${headWords}${dirty}.</p>`,
		...grid([chart, ...wrapped(seedsTable(results))]),
		otherMetricsTable(results),
		shippedTable(results)
	];
}
function wrapped(table) {
	return table ? [say`<div>${table}</div>`] : [];
}
function fresh(results) {
	const { confirmation, study } = results;
	const trainings = trainingsTable(results);
	const all = trainings ? say`<details><summary>Every training of the regression check and on fresh seeds</summary>${trainings}</details>` : void 0;
	if (!confirmation) return all ? [all] : [];
	return [...grid([pairChart(say`${name(study.metric.name, 40)} on seeds that the search has not seen`, confirmation.final.map(({ seed, incumbent, recommended }) => ({
		label: numbered(seed),
		...incumbent === void 0 ? {} : { before: incumbent },
		...recommended === void 0 ? {} : { after: recommended }
	})), {
		before: literal$1`ships today`,
		after: literal$1`best config, #${numbered(confirmation.trial)}`
	})]), all];
}
function failures(results) {
	const groups = failureGroups(results);
	let left = mostLogs;
	return groups.map(({ reason, trials }) => {
		const logs = trials.flatMap((trial) => {
			if (left <= 0 || !trial.tail?.trim() && !trial.message) return [];
			left--;
			const says = trial.message ? say`: ${sentence(trial.message, 300)}` : say``;
			const what = trial.role === "search" ? literal$1`` : literal$1` with seed ${numbered(trial.seed)}`;
			const title = say`${trainingWords(trial)}${what}${says}`;
			return [trial.tail?.trim() ? say`<details><summary>${title}</summary><pre>${htmlLines(trial.tail, {
				limit: logLimit,
				keep: "end"
			})}</pre></details>` : say`<p>${title}</p>`];
		});
		const more = logs.length < trials.length ? say`<p class="note">${counted(trials.length - logs.length)} more: the folders of the trials have their logs.</p>` : say``;
		return say`<div class="card"><p><strong>${plural(trials.length, "trial failed", "trials failed")}: ${failureWords[reason]}</strong></p>${join(logs, "")}${more}</div>`;
	});
}
function notes({ notices }) {
	return notices.length === 0 ? [] : [say`<ul>${join(notices.slice(0, 200).map((notice) => say`<li>${sentence(notice)}</li>`), "")}</ul>`];
}
function run(results) {
	const { head } = results;
	const board = leaderboard(results);
	const facts = runFacts(results, inHtml).map(({ label, text }) => say`<dt>${label}</dt><dd>${text}</dd>`);
	const commands = [
		...head?.sha && /^[0-9a-f]{40}$/.test(head.sha) ? [`git checkout ${head.sha}`] : [],
		...board.recommended ? [`${replayCommand(results, board.recommended.trial)}  # the best config, with its seed`] : [],
		...results.verdict ? [`${compareCommand(results)}  # the regression check`] : [],
		`${runCommand(results)}  # the whole search`
	];
	return [say`<div class="card"><p>${stopSentence(results, inHtml)}</p><dl>${join(facts, "")}</dl></div>`, say`<pre>${htmlLines(commands.join("\n"))}</pre>`];
}

// src/report/json.ts
function renderJson(results) {
	const nonFinite = [];
	const body = finite(resultsFile(results), "", nonFinite);
	return `${JSON.stringify({
		schemaVersion: 1,
		...body,
		nonFinite
	}, void 0, 2)}\n`;
}
function resultsFile(results) {
	const { study, space, version, verdict, head, base, baseConfig, budget, backend, hardware, specPath } = results;
	const { trials, stop, name, metric, more, constraints, seed, strategy } = study;
	const board = leaderboard(results);
	const ranks = new Map(board.rows.map(({ trial, rank }) => [trial, rank]));
	return {
		version,
		spec: specPath,
		backend,
		hardware,
		study: {
			name,
			metric,
			...more ? { more } : {},
			...constraints ? { constraints } : {},
			seed,
			strategy,
			stop: stop ?? null
		},
		verdict: verdict ?? null,
		head: head ?? null,
		base: base ? {
			...base,
			config: baseConfig ?? null
		} : null,
		incumbent: space.incumbent ? {
			config: space.incumbent,
			trial: board.incumbent?.trial ?? null,
			score: board.incumbent?.score ?? null
		} : null,
		best: board.best ? {
			trial: board.best.trial,
			score: board.best.score,
			config: board.best.config,
			nested: nestConfig(space, board.best.config)
		} : null,
		...more?.length ? { front: frontFile(study) } : {},
		gateOnly: results.gateOnly ?? false,
		confirmation: results.confirmation ?? null,
		insight: insightOf(study, space, board.recommended?.trial),
		budget,
		space: {
			size: Number.isFinite(space.size) ? space.size : null,
			parameters: space.parameters.map(({ path, domain, conditions, default: value }) => ({
				path,
				domain,
				conditions,
				...value === void 0 ? {} : { default: value }
			}))
		},
		trials: trials.map((trial) => ({
			...trialFile(trial, ranks.get(trial), (config) => hashConfig(space, config)),
			...more?.length || constraints?.length ? goalsOf(study, trial) : {}
		})),
		notices: results.notices
	};
}
function frontFile(study) {
	const found = recommend(study);
	return {
		trials: paretoFront(study).map(({ trial }) => trial),
		recommended: found ? {
			trial: found.trial.trial,
			reason: found.reason,
			among: found.among
		} : null
	};
}
function goalsOf(study, trial) {
	const values = objectiveValues(study, trial);
	const named = objectives(study).map(({ name }, k) => [name, values[k] ?? null]);
	return {
		objectives: Object.fromEntries(named),
		...trial.state === "completed" ? { feasible: misses(study, trial).length === 0 } : {}
	};
}
function trialFile({ reports, ...trial }, rank, hash) {
	return {
		...trial,
		...rank === void 0 ? {} : { rank },
		hash: hash(trial.config),
		reports
	};
}
function finite(value, pointer, notes) {
	if (typeof value === "number" && !Number.isFinite(value)) {
		notes.push({
			pointer,
			value: String(value)
		});
		return null;
	}
	if (Array.isArray(value)) return value.map((item, index) => finite(item, `${pointer}/${index}`, notes));
	if (value === null || typeof value !== "object") return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, finite(item, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, notes)]));
}

// src/study/times.ts
function studyTimes(records) {
	const trials = /* @__PURE__ */ new Map();
	let created;
	for (const record of records) {
		if (record.type === "study") created ??= record.created;
		if (record.type !== "start" && record.type !== "end" || record.role !== "search") continue;
		const known = trials.get(record.trial);
		if (record.type === "end") {
			if (known) known.end = record.at;
		} else if (known) delete known.end;
		else trials.set(record.trial, { start: record.at });
	}
	return {
		created: created ?? (/* @__PURE__ */ new Date(0)).toISOString(),
		trials
	};
}

// src/session/facts.ts
const factsFile = "facts.json";
function saveFacts(folder, results) {
	const { study: _, space: __, ...facts } = results;
	writeFileSync(path.join(folder, factsFile), `${JSON.stringify(facts, null, 2)}\n`);
}
function loadResults(folder, loaded, specPath) {
	const records = readJournal(path.join(folder, studyFiles.journal));
	const study = foldJournal(records);
	const file = path.join(folder, factsFile);
	const search = study.trials.filter(({ role }) => role === "search");
	return {
		...study.stop && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {
			version,
			budget: {
				planned: { workers: 1 },
				spent: {
					timeMs: study.trials.reduce((sum, { durationMs }) => sum + durationMs, 0),
					gateMs: 0,
					trials: search.filter(({ state }) => state !== "running" && state !== "interrupted").length,
					epochs: study.trials.reduce((sum, { reports }) => sum + (reports.at(-1)?.step ?? 0), 0)
				}
			},
			backend: study.trials.find(({ backend }) => backend !== void 0)?.backend ?? "unknown",
			hardware: "unknown",
			specPath,
			notices: ["The study was ended before it could report: what follows is what its journal holds."]
		},
		study,
		space: loaded.space
	};
}
function timesOf(folder) {
	return studyTimes(readJournal(path.join(folder, studyFiles.journal)));
}

// src/session/write-reports.ts
function writeReports(folder, results) {
	saveFacts(folder, results);
	const write = (name, text) => {
		const file = path.join(folder, name);
		writeFileSync(file, text);
		return file;
	};
	return {
		markdown: write(studyFiles.markdown, renderLeaderboard(results)),
		json: write(studyFiles.json, renderJson(results)),
		csv: write(studyFiles.csv, renderCsv(results)),
		html: write(studyFiles.html, renderHtml(results))
	};
}

export { SpecFileError as $, tellReport as A, outcomeOf$1 as B, createTrialRunner as C, trialSeed as D, timeLimit as E, settleEarlier as F, ship as G, regressionAnnotations as H, tryFirstOf as I, runDetails as J, shippingPath as K, warmStartOf as L, countFinished as M, earlyEndOf as N, replayJournal as O, nothingToGain as P, valueCell$1 as Q, failureOf as R, thisMachine as S, parseLenient as T, resultPublication as U, outputsOf as V, renderLeaderboard as W, confirmationDetails as X, leaderboardSection as Y, table$2 as Z, storeMeasured as _, dataBranchName as _t, renderHtml as a, createSpace as at, discoverSpace as b, DataBranchError as bt, placeOf as c, renderTerminal as ct, HeadTrainings as d, require_picocolors as dt, discovers as et, storedSeeds as f, advance as ft, measuredOf as g, pad as gt, planLooks as h, progressLine as ht, renderJson as i, version as it, tellStart as j, tellEnd as k, studyFiles as l, confirmationWords as lt, nextStep as m, logLine as mt, loadResults as n, ShipError as nt, renderCsv as o, dimensionsOf as ot, gateFrame as p, createProgress as pt, shippingText as q, timesOf as r, loadDrivenSpec as rt, runSession as s, cancelSignal as st, writeReports as t, readSpec as tt, ownDataBranch as u, leaderboard as ut, differenceNoise as v, readStore as vt, metricNumber as w, resolveWorkers as x, parseDuration as xt, scoreNoise as y, writeMeasured as yt, failurePublication as z };