import { i as __toESM, t as __commonJSMin } from "./rolldown-runtime-CiVTkJ2Q.js";
import { A as visibleLines, B as exactOptional, G as object, H as literal, I as array, J as string$1, K as record, L as boolean, M as ZodISODateTime, N as _enum, Q as _isoDateTime, S as paragraph, T as terminalLines, V as int, W as number, X as union, Y as tuple, a as codeBlock, d as inCell, f as inHtml, g as inTerminal, i as bullets, k as visible, l as html, m as inMarkdown, n as block, r as blocks, s as heading, t as argument, u as htmlLines, v as literal$1, w as terminal, z as discriminatedUnion } from "./safe-wrHNMLJt.js";
import { _ as tryGit, a as fetchFrom, c as findRepository, d as stateFolderName, f as authorization, g as gitBytes, h as git, l as headBesideSpec, m as GitError, o as remoteName, p as complaint, s as ensureStateFolder } from "./outcome-DIi6J924.js";
import { A as checkConfig, B as isActive, F as fromUnit, H as plural, L as toUnit, M as hashConfig, N as nestConfig, P as contains, R as valueAt, a as ladder, d as minimizeInBox, j as completeConfig, k as ConfigError, n as chooseStrategy, p as dot$1, t as choiceAsBegun, x as randomStream, y as sampleConfig, z as valueCount } from "./strategies-RPwubkyl.js";
import { $t as rankTrials, A as renderComment, An as short, At as otherMetrics, Bt as failureGroups, C as noBaseline, Cn as duration, Ct as endedTrials, D as confirmTimeShare, Dn as numbered, Dt as predictCommand, E as studentTQuantile, En as numberFormat, Et as compareCommand, F as drawn, Ft as frontLegend, G as expandArguments, Gt as require_dist, I as architectureOf, It as goalColumns, J as shippingValues, Jt as shortName, K as parameterVariables, Kt as epochsOf, Lt as goalTitle, M as renderSummary, Mn as valueText, Mt as modelSentence, N as renderTitle, Nn as withSign, Nt as modelTables, O as inOneGo, On as percent, Ot as replayCommand, P as dataNotes, Pt as insightWords, Q as shipConfig, Qt as pausedTrials, Rt as missWords, S as gateError, Sn as differenceFormat, St as stopSentence, T as seedsNeeded, Tn as intervalLevel, Tt as plannedWords, U as discovers, Ut as freshCell, Vt as dotPlot, W as readSpec, Wt as configYaml, X as shipValues, Xt as varyingPaths, Y as valuesOf$3, Yt as splitRows, Z as valuePlaces, Zt as bestTrial, _n as missingMetric, _t as wordGrams, a as saveFoundParams, an as objectiveValues, bn as require_fastest_levenshtein, bt as headline, c as dropNotice, cn as recommend, d as timeLimit, dn as endWithAllMetrics, en as fall, fn as furtherOutcome, gn as exitFailure, gt as mostCharacters, h as spentBudget, hn as countOomKills, ht as characterGrams, i as saveFacts, in as misses, it as unusedWords, j as renderLeaderboard, jn as stateWords, jt as otherTitles, k as trialSeed, kn as plural$1, kt as runCommand, l as plannedOf, ln as brokenBound, lt as version$1, m as roomForEpochs, nn as insightOf, nt as placesIn, on as objectives, p as epochsSpent, pn as lastValue, q as trialEnvironment, qt as leaderboard, rn as isNothingToChange, rt as SpecError, s as canResume, sn as paretoFront, t as keptFacts, tn as reachedStep, tt as loadSpec, u as spentOf, ut as createSpace, v as ConfirmStage, vn as notFiniteMetric, vt as wordsOf$1, w as sameVerdict, wn as failureWords, wt as runFacts, x as compare$1, xn as counted, xt as searchWords, yn as timeoutFailure, yt as completePairs, zt as failedWords } from "./facts-DLM6Iu3w.js";
import { C as unfinishedSegment, D as scoreAfter, E as lossOf, S as trialRecord, T as studyFolder, _ as failureReasons, b as isTold, c as identifyProcess, f as fingerprint, l as processState, m as identify, o as readStudy, r as openJournal, t as JournalError, u as StudyChangedError, v as StudyFold, w as studyFiles, x as sameJob, y as foldRecords } from "./journal-BO3geOTz.js";
import { n as ranks, t as rankCorrelation } from "./rank-correlation-CLrKuvl5.js";
import { g as DataError } from "./parquet-footer-DYEArr3s.js";
import { n as studyMark, r as endMarked, t as endLeftovers } from "./leftovers-BxW1Cemr.js";
import { t as buildStrategy } from "./plan-DlEfo1L1.js";
import { createRequire } from "node:module";
import { stripVTControlCharacters } from "node:util";
import { Worker } from "node:worker_threads";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { closeSync, constants, cpSync, createReadStream, existsSync, fstatSync, lstatSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import { mkdir, mkdtemp, readFile, readdir, realpath, rm, stat, symlink, unlink, writeFile } from "node:fs/promises";
import os, { availableParallelism, tmpdir, totalmem } from "node:os";
import { setImmediate, setTimeout as setTimeout$1 } from "node:timers/promises";
import { execFile, spawn, spawnSync } from "node:child_process";
import { pipeline } from "node:stream/promises";

// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
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
			argument(branch.url),
			argument(ref)
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
			argument(branch.url),
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
		argument(commit),
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
	await git(scratch, parent === void 0 ? ["read-tree", "--empty"] : ["read-tree", argument(parent)], { env });
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
	const onTop = parent === void 0 ? [] : ["-p", argument(parent)];
	return await git(scratch, [
		"commit-tree",
		argument(tree),
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
		argument(branch.url)
	];
	try {
		await git(scratch, [...command, `${commit}:refs/heads/${branch.name}`], { env: environment(branch) });
		return;
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		const said = `${error.stderr}\n${error.stdout}`;
		return {
			race: /fetch first|non-fast-forward|cannot lock ref|reference already exists|failed to update ref|stale info|unable to (?:create|lock)|incorrect old value/.test(said),
			text: explain$1(branch, error)
		};
	}
}
function explain$1({ name }, error) {
	if (/\b403\b|Permission to .* denied|Write access to repository not granted/.test(error.stderr)) return `The token may not push the branch ${name}. Add \`contents: write\` to the \`permissions:\` of the job that runs on the default branch.`;
	return `The branch ${name} could not be pushed: ${complaint(error.stderr) || error.message}`;
}

// src/baseline/measured.ts
const version = 1;
const text = string$1().max(1e3);
const sha = string$1().regex(/^[0-9a-f]{40,64}$/);
const schema = object({
	version: literal(version),
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
		number(),
		boolean()
	])),
	trainings: array(object({
		seed: int().min(0),
		score: number().exactOptional(),
		metrics: record(text, number()),
		durationMs: number().min(0)
	})).max(1e3)
});
function writeMeasured(baseline) {
	const { trainings, ...head } = baseline;
	const lines = Object.entries({
		version,
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
	if (typeof given === "number" && given > version) return { problem: `a newer Tunegate wrote it (version ${given}, this one reads ${version})` };
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
	for (const word of text.split(" ").flatMap((item) => pieces$1(item, width - indent.length))) {
		const next = line === "" ? word : `${line} ${word}`;
		if (displayWidth(next) <= width || line === "") line = next;
		else {
			lines.push(line);
			line = indent + word;
		}
	}
	return (line === "" ? lines : [...lines, line]).map((text) => text.replace(/^(\s*):(?=:)/, "$1∶"));
}
function pieces$1(word, width) {
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
const { say: say$10, name: name$7, sentence: sentence$7, join: join$7 } = inTerminal;
const shownParameters = 6;
function logLine(event, metric) {
	switch (event.type) {
		case "prepared":
		case "phase": return sentence$7(event.text);
		case "notice": return say$10`Note: ${sentence$7(event.text)}`;
		case "trial-started": {
			const how = event.again ? literal$1` again` : event.segment > 0 ? literal$1` on to a higher resource` : literal$1``;
			return say$10`${training(event)} starts${how}: ${configWords(event.config)}`;
		}
		case "retry": return say$10`${training(event)} ${failureWords[event.reason]}${event.message ? say$10` (${sentence$7(event.message, 200)})` : literal$1``}; tried again (${counted(event.attempt)} of ${counted(event.of)})`;
		case "trial-ended": return endLine(event.trial, event.best, metric);
		case "stopping": return say$10`Stopping (${stoppingWords[event.reason]}): ${plural$1(event.running, "training")} to interrupt.`;
		case "stopped": return say$10`The search stopped: ${sentence$7(event.detail.split(/[\r\n]/, 1)[0] ?? "")}.`;
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
	if (role === "search") return say$10`Trial ${name$7(`#${trial}`)}`;
	return say$10`${roleWords[role]} with seed ${name$7(String(seed))}`;
}
function configWords(config) {
	const entries = Object.entries(config);
	const shown = entries.slice(0, shownParameters).map(([path, value]) => say$10`${name$7(path, 40)}=${name$7(valueText(value), 30)}`);
	return entries.length > shownParameters ? say$10`${join$7(shown, ", ")} and ${counted(entries.length - shownParameters)} more` : join$7(shown, ", ");
}
function endLine(trial, best, metric) {
	const score = trial.score === void 0 ? literal$1`` : say$10`, ${name$7(metric)} ${short(trial.score)}`;
	const message = trial.state === "failed" && trial.message ? say$10` (${sentence$7(trial.message, 200)})` : literal$1``;
	const leads = best?.score === void 0 || trial.role !== "search" ? literal$1`` : best.trial === trial.trial ? literal$1`; the best so far` : say$10`; best so far ${short(best.score)} in ${name$7(`#${best.trial}`)}`;
	return say$10`${training(trial)} ${stateWords(trial)}${message}${score}, ${duration(trial.durationMs)}${leads}`;
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
		phase === "gate" ? literal$1`Regression check: ${plural$1(finished, "training")} done` : phase === "confirm" ? literal$1`Confirming: ${plural$1(finished, "training")} done` : phase === "model" ? literal$1`Making the model` : planned === void 0 ? literal$1`${plural$1(finished, "trial")} done` : literal$1`${counted(finished)}/${counted(planned)} trials`,
		...stopping ? [literal$1`stopping`] : [],
		...best ? [literal$1`best ${short(best.score)} in #${counted(best.trial)}`] : [],
		...elapsedMs === void 0 ? [] : [literal$1`${duration(elapsedMs)}`],
		...leftMs === void 0 ? [] : [literal$1`${duration(Math.max(0, leftMs))} left`],
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

// src/report/terminal.ts
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
const { say: say$9, name: name$6, sentence: sentence$6 } = inTerminal;
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
		modelLines(results, colors, width),
		configLines(results, board, colors, width),
		insightLines(results, board, colors, width),
		failureLines(results, colors, width),
		results.notices.flatMap((notice) => wrap(say$9`Note: ${sentence$6(notice)}`, width, "  ")),
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
		say$9`seed ${name$6(String(seed))}`,
		cell(b),
		cell(h),
		b === void 0 || h === void 0 ? literal$1`–` : withSign(h - b, format)
	]);
	const means = [
		say$9`mean of ${plural$1(completePairs(pairs), "seed")}`,
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
		interval && interval[0] !== interval[1] ? say$9`${intervalLevel(verdict)} interval ${withSign(interval[0], change)} to ${withSign(interval[1], change)}, limit ${short(maxDrop, 6)}` : say$9`limit ${short(maxDrop, 6)}`,
		base ? say$9`base ${name$6(base.sha.slice(0, 7))} (${sentence$6(base.how, 120)})` : void 0,
		head?.sha ? say$9`head ${name$6(head.sha.slice(0, 7))}${head.dirty ? literal$1` with changes that are not committed` : literal$1``}` : void 0
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
	const rows = shown.map(({ name: of, cells }) => [name$6(of), ...cells]);
	return [...draw$1([[literal$1`Further metrics`, ...otherTitles], ...rows], "lrrrrrl", colors, width), ...rest > 0 ? wrap(say$9`${counted(rest)} more further from the limit.`, width, "  ") : []];
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
	const legend = frontLegend(results, shown, inTerminal);
	const notes = [
		...legend ? [legend] : [],
		...shown.some(({ incumbent }) => incumbent) ? [literal$1`* ships today.`] : [],
		...rest.length > 0 ? [say$9`And ${plural$1(rest.length, "further trial")}.`] : [],
		...hidden > 0 ? [say$9`${plural$1(hidden, "further parameter")} not shown.`] : []
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
			...columns.map((path) => name$6(shortName(path, columns), 30)),
			literal$1`epochs`,
			literal$1`duration`,
			literal$1`state`
		], ...shown.map(({ rank, trial, incumbent, misses }) => [
			rank === void 0 ? literal$1`` : counted(rank),
			incumbent ? say$9`* ${name$6(`#${trial.trial}`)}` : name$6(`#${trial.trial}`),
			trial.score === void 0 ? literal$1`–` : board.score(trial.score),
			...results.confirmation ? [freshCell(results, {
				trial,
				incumbent
			})] : [],
			...goals.map((goal) => goal.cell(trial)),
			...columns.map((path) => name$6(valueText(trial.config[path]), 24)),
			epochsOf(trial),
			duration(trial.durationMs),
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
		colors.bold(say$9`Config of trial ${name$6(`#${best.trial}`)}`),
		...yaml.map((line) => cutTo(`  ${terminalLine(line)}`, width)),
		...results.driven ? [] : wrap(say$9`Train it again: ${terminal(replayCommand(results, best.trial), 300)}`, width, "  ")
	];
}
function terminalLine(line) {
	return /^ */.exec(line)[0] + terminal(line, 400);
}
function modelLines({ model }, colors, width) {
	if (!model) return [];
	return [
		colors.bold(literal$1`Model`),
		...wrap(modelSentence(model, inTerminal), width, "  "),
		...modelTables(model, inTerminal).slice(0, 1).flatMap(({ header, rows, align }) => draw$1([header, ...rows], align, colors, width))
	];
}
function insightLines(results, board, colors, width) {
	const insight = insightOf(results.study, results.space, board.recommended?.trial);
	const words = insightWords(results, insight, inTerminal);
	if (words.length === 0) return [];
	return [colors.bold(literal$1`What the search learned`), ...words.flatMap((text) => wrap(say$9`- ${text}`, width, "  "))];
}
function failureLines(results, colors, width) {
	const groups = failureGroups(results);
	if (groups.length === 0) return [];
	const example = groups.find((group) => group.example.tail?.trim())?.example;
	return [
		colors.bold(failedWords(groups.flatMap(({ trials }) => trials))),
		...groups.flatMap(({ reason, trials, example: one }) => {
			const message = one.message ? say$9`: ${sentence$6(one.message, 300)}` : literal$1``;
			return wrap(say$9`- ${counted(trials.length)} ${failureWords[reason]}${message}`, width, "  ");
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
const controllers = [];
function cancelSignal(onCancel = () => {}) {
	const controller = new AbortController();
	controllers.push(controller);
	for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => {
		if (!controller.signal.aborted) {
			controller.abort(name);
			onCancel(name);
		} else if (name === "SIGINT") process.exit(130);
	});
	return controller.signal;
}
function endWithOutput() {
	let ended = false;
	for (const stream of [process.stdout, process.stderr]) stream.on("error", ({ code, message }) => {
		if (ended) return;
		ended = true;
		const unread = code === "EPIPE";
		if (!unread) process.stderr.write(`the output cannot be written: ${message}\n`);
		if (controllers.length === 0) process.exit(unread ? 0 : 2);
		for (const controller of controllers) controller.abort("the end of its output");
	});
}

// src/session/place.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
var import_dist = require_dist();
async function placeOf$1(loaded) {
	const inRepo = await placeInRepo(loaded.path);
	const { root, specPath } = inRepo;
	return {
		...inRepo,
		folder: studyFolder(await ensureStateFolder(root), specPath, loaded.spec.name)
	};
}
async function placeInRepo(file) {
	const folder = path.dirname(file);
	const repo = await findRepository(folder);
	const root = repo.kind === "git" ? repo.root : folder;
	return {
		repo,
		root,
		specPath: path.relative(root, file)
	};
}

// src/automl/outcome.ts
const most = 1e4;
const scored = object({
	value: number(),
	low: number(),
	high: number()
});
const values = array(number().nullable()).max(most);
const forecastOutcome = object({
	interval: object({
		level: number(),
		coverage: number()
	}),
	steps: array(object({
		values: int(),
		mase: exactOptional(number()),
		mae: number(),
		coverage: number()
	})).max(most),
	drawn: array(object({
		series: string$1(),
		times: tuple([
			string$1(),
			string$1(),
			string$1()
		]),
		before: values,
		actual: values,
		predicted: values,
		lower: values,
		upper: values
	})).max(10)
});
const modelOutcome = object({
	task: _enum([
		"classification",
		"regression",
		"forecasting"
	]),
	metric: string$1(),
	goal: _enum(["minimize", "maximize"]),
	target: string$1(),
	data: string$1(),
	classes: array(string$1()).max(most),
	rows: object({
		search: int(),
		test: int()
	}),
	columns: array(object({
		name: string$1(),
		kind: string$1()
	})).max(most),
	notes: array(string$1()).max(most),
	single: object({
		trial: int(),
		validation: number(),
		test: exactOptional(scored)
	}),
	ensemble: object({
		members: array(object({
			trial: int(),
			weight: number(),
			family: string$1(),
			config: record(string$1(), union([
				string$1(),
				number(),
				boolean()
			]))
		})).max(100),
		validation: number(),
		test: exactOptional(scored)
	}),
	baseline: exactOptional(object({
		name: string$1(),
		validation: number(),
		test: exactOptional(scored)
	})),
	candidates: int(),
	test: exactOptional(object({
		metrics: record(string$1(), number()),
		slices: exactOptional(array(object({
			name: string$1(),
			support: int(),
			recall: exactOptional(number()),
			precision: exactOptional(number())
		})).max(most)),
		confusion: exactOptional(array(array(int()).max(100)).max(100)),
		calibration: exactOptional(object({
			error: number(),
			bins: array(object({
				confidence: number(),
				accuracy: number(),
				rows: int()
			})).max(100)
		})),
		residuals: exactOptional(array(object({
			share: number(),
			value: number()
		}))),
		forecast: exactOptional(forecastOutcome),
		importance: array(object({
			column: string$1(),
			mean: number(),
			deviation: number()
		})).max(most),
		words: exactOptional(array(object({
			name: string$1(),
			words: array(object({
				word: string$1(),
				effect: number(),
				texts: int()
			})).max(100)
		})).max(most))
	}))
});

// src/spec/default-places.ts
function defaultPlaces(text, flatPaths) {
	const { params } = loadSpec("spec", text);
	const placeOf = placesIn(text);
	const places = /* @__PURE__ */ new Map();
	for (const flat of flatPaths) {
		const path = defaultPath(params, flat, ["params"]);
		const place = path && placeOf(path);
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

// src/session/pull-request/ship.ts
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

// src/session/pull-request/publication.ts
function outcomeOf$1(results, cancelled) {
	if (cancelled) return "cancelled";
	const conclusion = results.verdict?.conclusion;
	if (allFailed(results.study) && conclusion !== "regressed") return "error";
	if (noneFeasible(results.study) && (conclusion === void 0 || conclusion === "no-baseline")) return "error";
	return conclusion ?? "searched";
}
function allFailed({ trials, stop }) {
	const states = searchTrials(trials).map(({ state }) => state);
	if (stop?.reason === "failing") return !states.some((state) => state === "completed" || state === "pruned");
	return stop !== void 0 && states.length > 0 && states.every((state) => state === "failed");
}
function noneFeasible({ stop, ...study }) {
	const completed = searchTrials(study.trials).filter(({ state }) => state === "completed");
	return stop !== void 0 && completed.length > 0 && completed.every((trial) => misses(study, trial).length > 0);
}
function searchTrials(trials) {
	return trials.filter(({ role }) => role === "search");
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
		message: baseConfig[name] === void 0 ? `${visible(name, 200)} is new here; the base does not have it.` : `The base ships ${visible(String(baseConfig[name]), 200)} for ${visible(name, 200)}.`
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
function outputsOf$1(results, outcome, files, published) {
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
		...files.model === void 0 ? {} : { modelPath: files.model },
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

// src/github/changed-files.ts
async function changedFiles(sha, folder, patterns) {
	const paths = (patterns?.map(pathspec) ?? [":/"]).map(argument);
	const ours = argument(`:(exclude,top,glob)**/${stateFolderName}/**`);
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
		argument(sha),
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
		const found = await closest$3(repo, of, candidates);
		const deepen = steps[step];
		if (found || deepen === void 0) return found;
		if (await fetchFrom(repo, [
			deepen,
			await remoteName(repo),
			argument(of)
		], options) !== void 0) return void 0;
	}
}
async function closest$3(repo, of, candidates) {
	const ancestors = (await tryGit(repo.root, [
		"rev-list",
		"--date-order",
		`--max-count=${furthest}`,
		argument(of)
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

// src/session/gate/circumstances.ts
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
		return shippingValues(spec, valuesOf$3(spec, {
			path: file,
			text
		}, () => `${written}\n`));
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
			at === "." ? argument(commit) : argument(`${commit}:${at}`)
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

// src/session/gate/stored-baseline.ts
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

// src/session/gate/baseline-choice.ts
async function chooseBaseline(options) {
	const { base, gate } = options;
	const { baseline: mode } = gate;
	if (mode === "file") return known$3(await readBaselineFile(options));
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
function known$3(baseline) {
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
const known$2 = /* @__PURE__ */ new Map();
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
	const before = known$2.get(key);
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
	known$2.set(key, low);
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
	const verdict = compare$1({
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
			argument(root),
			argument(sha)
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
			argument(root)
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

// src/study/folders.ts
const runPattern = /^(\d+)(?:\.(\d+))?$/;
function runName(role, trial, segment) {
	return `${role === "search" ? "" : `${role}-`}${trial}${segment === 0 ? "" : `.${segment}`}`;
}
function trialFolder(study, role, trial, segment = 0) {
	return path.join(study, "trials", runName(role, trial, segment));
}
function checkpointFolder(study, role, trial, segment = 0) {
	return path.join(study, "checkpoints", runName(role, trial, segment));
}
function lastCheckpoints(study, trial) {
	const root = path.join(study, "checkpoints");
	if (!existsSync(root)) return void 0;
	const segments = readdirSync(root).flatMap((name) => {
		const found = runPattern.exec(name);
		return found && Number(found[1]) === trial ? [Number(found[2] ?? 0)] : [];
	});
	return segments.length === 0 ? void 0 : checkpointFolder(study, "search", trial, Math.max(...segments));
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
		const [, trial, segment = "0"] = runPattern.exec(name) ?? [];
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
		const trial = runPattern.exec(name)?.[1];
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
		const { journal, folder, clock, trialTimeout } = this.#options;
		const { fold } = journal;
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
		const { journal, folder, onEnd, onEvent } = this.#options;
		const { fold } = journal;
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
			trial: fold.record(trial),
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
		return this.#options.journal.append(record, { sync });
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
		const cut = this.#interrupted === 0 ? "" : `; ${plural(this.#interrupted, "running trial was", "running trials were")} interrupted`;
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
function trialsSpent(trials) {
	return `the budget of ${plural(trials, "trial")} is spent`;
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

// src/study/trainings.ts
async function runTrainings(jobs, options) {
	const { journal, runners, clock = systemClock, deadline } = options;
	const { fold } = journal;
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
		return trial ? [fold.record(trial)] : [];
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

// src/trial/discovery-error.ts
var DiscoveryError = class extends Error {
	name = "DiscoveryError";
};

// src/trial/contradiction.ts
function checkAgainstBefore(before, now) {
	if (now.place === void 0 || now.read || same$2(before.definition, now.definition)) return;
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
	return valuesOf$2(spec).every((value) => isValue(code, value));
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
function valuesOf$2(spec) {
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
function same$2(a, b) {
	return JSON.stringify(a) === JSON.stringify(b);
}

// src/trial/discover.ts
const mostBuilds = 400;
const mostParameters$1 = 1e3;
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
				if (known.size > mostParameters$1) throw endless(known);
				for (const value of extremes(own?.definition ?? declared.definition)) queue.push({
					...values,
					[declared.name]: value
				});
				continue;
			}
			if (!own) checkAgainstBefore(before.declared, declared);
			if (!before.scopes.some((when) => same$1(when, declared.when))) before.scopes.push(declared.when);
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
	return new DiscoveryError(`build(hp) was run ${mostBuilds} times or asked for ${mostParameters$1} parameters, and there is no end in sight (the last ones: ${last}): its parameters must not depend on chance, on earlier runs or on a range without bound`);
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
function same$1(a, b) {
	return JSON.stringify(a) === JSON.stringify(b);
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

// src/trial/mask.ts
const stars = "***";
const shortest = 4;
function passedSecrets(env, { passEnv }) {
	const lines = passEnv.flatMap((name) => (env[name] ?? "").split(/\r?\n/)).map((line) => line.trim());
	return [...new Set(lines.filter((line) => line.length >= shortest))].sort((a, b) => b.length - a.length);
}
function maskText(text, secrets) {
	return secrets.reduce((masked, secret) => masked.replaceAll(secret, stars), text);
}
var Mask = class {
	#secrets;
	#firsts;
	#pending = "";
	constructor(secrets) {
		this.#secrets = secrets.map((secret) => Buffer.from(secret, "utf8").toString("latin1"));
		this.#firsts = new Set(this.#secrets.map((secret) => secret[0]));
	}
	push(chunk) {
		if (this.#secrets.length === 0) return chunk;
		const text = this.#pending + chunk.toString("latin1");
		const out = [];
		let from = 0;
		let at = 0;
		while (at < text.length) {
			if (!this.#firsts.has(text[at])) {
				at++;
				continue;
			}
			const found = this.#secrets.find((secret) => text.length - at < secret.length ? secret.startsWith(text.slice(at)) : text.startsWith(secret, at));
			if (found === void 0) at++;
			else if (found.length > text.length - at) break;
			else {
				out.push(text.slice(from, at), stars);
				at += found.length;
				from = at;
			}
		}
		this.#pending = text.slice(at);
		out.push(text.slice(from, at));
		return Buffer.from(out.join(""), "latin1");
	}
	rest() {
		const whole = this.#pending;
		this.#pending = "";
		return Buffer.from(maskText(whole, this.#secrets), "latin1");
	}
};
function withMask(runner, secrets) {
	if (secrets.length === 0) return runner;
	const clean = (outcome) => ({
		...outcome,
		tail: maskText(outcome.tail, secrets),
		..."message" in outcome ? { message: maskText(outcome.message, secrets) } : {}
	});
	return {
		get backend() {
			return runner.backend;
		},
		get notes() {
			return (runner.notes ?? []).map((note) => maskText(note, secrets));
		},
		...runner.device === void 0 ? {} : { device: runner.device },
		run: async (request) => clean(await runner.run(request)),
		close: () => runner.close()
	};
}

// src/trial/output-log.ts
const tailBytes = 4096;
const controls = /(?![\t\n])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
var OutputLog = class {
	#file;
	#half;
	#rest;
	#last = new LastBytes(tailBytes);
	#mask;
	#headSize = 0;
	#open = true;
	constructor(path, cap, secrets = []) {
		this.#mask = new Mask(secrets);
		this.#file = openSync(path, "w");
		this.#half = Math.max(1, Math.floor(cap / 2));
		this.#rest = new LastBytes(this.#half);
	}
	write(chunk) {
		if (this.#open) this.#keep(this.#mask.push(chunk));
	}
	#keep(chunk) {
		if (chunk.length === 0) return;
		this.#last.push(chunk);
		const head = chunk.subarray(0, this.#half - this.#headSize);
		if (head.length > 0) this.#put(head);
		this.#headSize += head.length;
		this.#rest.push(chunk.subarray(head.length));
	}
	tail() {
		if (this.#open) this.#keep(this.#mask.rest());
		return stripVTControlCharacters(this.#last.read().toString("utf8")).replace(/\r\n?/g, "\n").replace(controls, "").replace(/^\uFFFD+/, "").trim();
	}
	close() {
		if (!this.#open) return;
		this.#keep(this.#mask.rest());
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

// src/trial/setup.ts
const outputCap = 2 ** 20;
async function runSetup(options) {
	const { command, cwd, env, trial, signal, timeoutMs } = options;
	if (signal.aborted) return { state: "cancelled" };
	mkdirSync(path.dirname(options.log), { recursive: true });
	const log = new OutputLog(options.log, outputCap, passedSecrets(env, trial));
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

// src/session/gate/gate-phase.ts
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

// src/session/gate/stored-gate.ts
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

// src/session/gate/gate-stage.ts
async function runGateStage(options) {
	const { loaded, gate, repo } = options;
	const frame = gateFrame(loaded.spec, gate);
	if (repo.kind === "none" && gate.baseline !== "file") return { verdict: noBaseline(sentence$5(repo.reason), frame) };
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
		reason: sentence$5(repo.reason)
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
function sentence$5(text) {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}

// src/session/phases/confirm-phase.ts
async function runConfirmPhase(options) {
	const { loaded, study, journal, deadline, clock = systemClock } = options;
	const { spec, space } = loaded;
	const { confirm: wanted } = spec.search;
	if (wanted === false) return { cancelled: false };
	const left = deadline === void 0 ? Number.POSITIVE_INFINITY : deadline - clock.now();
	const stage = ConfirmStage.of({
		space,
		study,
		fold: journal.fold,
		seed: spec.search.seed,
		wanted,
		...spec.budget.epochs === void 0 ? {} : { fullResource: spec.budget.epochs },
		code: options.headCode,
		...spec.gate ? { confidence: spec.gate.confidence } : {},
		affordable: (best) => left === Number.POSITIVE_INFINITY ? left : Math.floor(.95 * left / Math.max(1, perTraining(best, journal))) * options.runners.length
	});
	if (stage === void 0) return { cancelled: false };
	if (stage === "no time") return {
		cancelled: false,
		notice: "No time was left to train the best config again: its score is the best of many and optimistic."
	};
	options.onPlan(stage.words);
	let end = options.signal.aborted ? "cancelled" : "done";
	for (let { due } = stage; end === "done" && due.length > 0; {due} = stage) end = await train(due);
	const { confirmation } = stage;
	const notices = [
		...end === "time" ? ["The time was up before the confirm stage had done all that it planned."] : [],
		...end === "cancelled" ? ["The confirm stage was cut short: the next run goes on with it."] : [],
		...stage.notices
	];
	return {
		...confirmation.final.some(({ recommended }) => recommended !== void 0) || end === "done" && confirmation.final.length > 0 ? { confirmation } : {},
		...notices.length > 0 ? { notice: notices.join(" ") } : {},
		cancelled: end === "cancelled"
	};
	async function train(jobs) {
		const taken = journal.fold.trials.filter(({ role }) => role === "confirm");
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
}
function perTraining(best, { fold }) {
	const took = best.map(({ trial }) => inOneGo(fold.find("search", trial))).sort((a, b) => a - b);
	return took[Math.floor(took.length / 2)] ?? 0;
}

// src/automl/images/picture.ts
function hashPicture({ height, width, channels, pixels }) {
	return createHash("sha256").update(`${height} ${width} ${channels} `).update(Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength)).digest("hex").slice(0, 20);
}
function limitSize(picture, size) {
	const { height, width } = picture;
	const scale = size / Math.max(height, width);
	if (scale >= 1) return picture;
	return resize(picture, Math.max(1, Math.round(height * scale)), Math.max(1, Math.round(width * scale)));
}
function resize(picture, height, width) {
	if (picture.height === height && picture.width === width) return picture;
	const { channels, pixels } = picture;
	const across = shares$1(picture.width, width);
	const down = shares$1(picture.height, height);
	const between = new Float32Array(picture.height * width * channels);
	for (let y = 0; y < picture.height; y++) across.forEach(({ from, weights }, x) => {
		for (let c = 0; c < channels; c++) {
			let sum = 0;
			for (let i = 0; i < weights.length; i++) sum += weights[i] * pixels[(y * picture.width + from + i) * channels + c];
			between[(y * width + x) * channels + c] = sum;
		}
	});
	const row = width * channels;
	const made = new Float32Array(height * row);
	down.forEach(({ from, weights }, y) => {
		for (let x = 0; x < row; x++) {
			let sum = 0;
			for (let i = 0; i < weights.length; i++) sum += weights[i] * between[(from + i) * row + x];
			made[y * row + x] = sum;
		}
	});
	return {
		height,
		width,
		channels,
		pixels: pixels instanceof Uint8Array ? Uint8Array.from(made, Math.round) : made
	};
}
function shares$1(of, to) {
	const scale = of / to;
	return Array.from({ length: to }, (_, i) => {
		if (scale >= 1) {
			const [begin, end] = [i * scale, Math.min((i + 1) * scale, of)];
			const from = Math.floor(begin + 1e-9);
			const last = Math.max(from, Math.ceil(end - 1e-9) - 1);
			return {
				from,
				weights: Array.from({ length: last - from + 1 }, (__, k) => (Math.min(end, from + k + 1) - Math.max(begin, from + k)) / (end - begin))
			};
		}
		const centre = Math.max(0, Math.min(of - 1, (i + .5) * scale - .5));
		const from = Math.min(Math.floor(centre), Math.max(0, of - 2));
		return of === 1 ? {
			from: 0,
			weights: [1]
		} : {
			from,
			weights: [1 - (centre - from), centre - from]
		};
	});
}
function withChannels(picture, channels) {
	const { height, width, pixels } = picture;
	if (picture.channels === channels) return picture;
	const size = height * width;
	const made = pixels instanceof Uint8Array ? new Uint8Array(size * channels) : new Float32Array(size * channels);
	for (let i = 0; i < size; i++) if (channels === 3) made.fill(pixels[i], 3 * i, 3 * i + 3);
	else made[i] = .299 * pixels[3 * i] + .587 * pixels[3 * i + 1] + .114 * pixels[3 * i + 2] + .5;
	return {
		height,
		width,
		channels,
		pixels: made
	};
}
function knownPicture(picture, size) {
	return {
		...limitSize(picture, size),
		hash: hashPicture(picture)
	};
}
function shapeOf(count, shape) {
	if (shape) {
		const [height, width, channels = 1] = shape;
		return height * width * channels === count ? [
			height,
			width,
			channels
		] : void 0;
	}
	for (const channels of [1, 3]) {
		const side = Math.round(Math.sqrt(count / channels));
		if (side > 0 && side * side * channels === count) return [
			side,
			side,
			channels
		];
	}
}

// src/automl/images/encode-pictures.ts
function encodePictures({ column, height, width, channels }, cells, store) {
	const one = height * width * channels;
	const fitted = (cell) => withChannels(resize(store.pictures.get(cell), height, width), channels).pixels;
	const pixels = cells.every((cell) => store.pictures.get(cell).pixels instanceof Uint8Array) ? new Uint8Array(cells.length * one) : new Float32Array(cells.length * one);
	cells.forEach((cell, row) => {
		pixels.set(fitted(cell), row * one);
	});
	return {
		kind: "image",
		name: column,
		height,
		width,
		channels,
		pixels
	};
}
function reducedSize({ height, width, channels }, most) {
	const scale = Math.min(1, Math.sqrt(most / (height * width * channels)));
	const side = (length) => Math.max(1, Math.floor(length * scale + 1e-9));
	return {
		height: side(height),
		width: side(width)
	};
}
function resizeFeature(feature, height, width) {
	if (feature.height === height && feature.width === width) return feature;
	const { channels, pixels } = feature;
	const [from, to] = [feature.height * feature.width * channels, height * width * channels];
	const rows = pixels.length / from;
	const made = new Float32Array(rows * to);
	for (let row = 0; row < rows; row++) {
		const own = Float32Array.from(pixels.subarray(row * from, (row + 1) * from));
		made.set(resize({
			...feature,
			pixels: own
		}, height, width).pixels, row * to);
	}
	return {
		...feature,
		height,
		width,
		pixels: made
	};
}
function flatPictures(features, most) {
	return features.flatMap((feature) => {
		if (feature.kind !== "image") return feature;
		const { height, width } = reducedSize(feature, most);
		const { pixels, channels, name } = resizeFeature(feature, height, width);
		const one = height * width * channels;
		const rows = pixels.length / one;
		return Array.from({ length: one }, (_, i) => {
			const values = new Float64Array(rows);
			for (let row = 0; row < rows; row++) values[row] = pixels[row * one + i];
			return {
				kind: "number",
				name: `${name} ${i}`,
				values
			};
		});
	});
}

// src/automl/columns.ts
const largest = 1e100;
function numberOf(text) {
	const value = text === "" ? NaN : Number(text);
	return Math.abs(value) <= largest ? value : NaN;
}
function encodeColumn(coding, texts, pictures) {
	const name = coding.column;
	if (coding.kind === "image") return [encodePictures(coding, texts, pictures)];
	if (coding.kind === "number") return [{
		kind: "number",
		name,
		values: Float64Array.from(texts, numberOf)
	}];
	if (coding.kind === "date") return dateFeatures(name, texts);
	if (coding.kind === "document") return [{
		kind: "text",
		name,
		texts: texts.map((text) => text.slice(0, mostCharacters))
	}];
	if (coding.kind === "text") return wordFeatures(name, texts, coding.words);
	const index = new Map(coding.levels.map((level, i) => [level, i]));
	return [{
		kind: "category",
		name,
		codes: Int32Array.from(texts, (text) => index.get(text) ?? -1),
		levels: coding.levels
	}];
}
function dateFeatures(name, texts) {
	const dates = texts.map((text) => text === "" ? void 0 : new Date(text));
	const part = (suffix, of) => ({
		kind: "number",
		name: `${name}.${suffix}`,
		values: Float64Array.from(dates, (date) => date ? of(date) : NaN)
	});
	return [
		part("days", (date) => date.getTime() / 864e5),
		part("month", (date) => date.getUTCMonth() + 1),
		part("weekday", (date) => date.getUTCDay()),
		part("hour", (date) => date.getUTCHours())
	];
}
function wordsOf(text) {
	return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
function wordFeatures(name, texts, words) {
	const index = new Map(words.map((word, i) => [word, i]));
	const counts = words.map(() => new Float64Array(texts.length));
	texts.forEach((text, row) => {
		for (const word of wordsOf(text)) {
			const column = counts[index.get(word) ?? -1];
			if (column) column[row] = column[row] + 1;
		}
	});
	return words.map((word, i) => ({
		kind: "number",
		name: `${name}:${word}`,
		values: counts[i]
	}));
}

// src/automl/weighted-sum.ts
function addWeighted(sum, weight, own) {
	for (let i = 0; i < sum.length; i++) sum[i] += weight * own[i];
}

// src/automl/feature-rows.ts
function featureRows(feature, rows) {
	switch (feature.kind) {
		case "number": return {
			...feature,
			values: new Float64Array(rows.length).map((_, i) => feature.values[rows[i]] ?? NaN)
		};
		case "category": return {
			...feature,
			codes: new Int32Array(rows.length).map((_, i) => feature.codes[rows[i]] ?? -1)
		};
		case "text": return {
			...feature,
			texts: Array.from(rows, (row) => feature.texts[row] ?? "")
		};
		case "image": {
			const { height, width, channels, pixels } = feature;
			const one = height * width * channels;
			const size = rows.length * one;
			const taken = pixels instanceof Uint8Array ? new Uint8Array(size) : new Float32Array(size);
			Array.from(rows).forEach((row, i) => {
				if (row >= 0) taken.set(pixels.subarray(row * one, (row + 1) * one), i * one);
			});
			return {
				...feature,
				pixels: taken
			};
		}
	}
}

// src/math/lbfgs.ts
var Lbfgs = class {
	#f;
	#tolerance;
	#memory;
	#point;
	#gradient;
	#value;
	#pairs = [];
	#done = false;
	#iterations = 0;
	constructor(f, start, { tolerance = 1e-7, memory = 7 } = {}) {
		this.#f = f;
		this.#tolerance = tolerance;
		this.#memory = memory;
		this.#point = start.slice();
		this.#gradient = new Float64Array(start.length);
		this.#value = f(this.#point, this.#gradient);
	}
	get point() {
		return this.#point;
	}
	get value() {
		return this.#value;
	}
	runTo(iterations) {
		for (; this.#iterations < iterations && !this.#done; this.#iterations++) this.#step();
	}
	#step() {
		const n = this.#point.length;
		const direction = this.#direction();
		let slope = dot$1(direction, this.#gradient);
		if (!(slope < 0)) {
			this.#pairs.length = 0;
			for (let i = 0; i < n; i++) direction[i] = -this.#gradient[i];
			slope = dot$1(direction, this.#gradient);
			if (!(slope < 0)) {
				this.#done = true;
				return;
			}
		}
		let step = this.#pairs.length === 0 ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
		const [point, gradient] = [new Float64Array(n), new Float64Array(n)];
		for (let tries = 0; tries < 25; tries++, step *= .4) {
			for (let i = 0; i < n; i++) point[i] = this.#point[i] + step * direction[i];
			const value = this.#f(point, gradient);
			if (!(value <= this.#value + 1e-4 * step * slope)) continue;
			this.#move(point, gradient, value);
			return;
		}
		if (this.#pairs.length === 0) this.#done = true;
		this.#pairs.length = 0;
	}
	#move(point, gradient, value) {
		const [s, y] = [this.#point, this.#gradient];
		for (let i = 0; i < point.length; i++) {
			s[i] = point[i] - s[i];
			y[i] = gradient[i] - y[i];
		}
		const curvature = dot$1(s, y);
		if (curvature > 1e-12 * Math.sqrt(dot$1(s, s) * dot$1(y, y))) {
			this.#pairs.push({
				s,
				y,
				rho: 1 / curvature
			});
			if (this.#pairs.length > this.#memory) this.#pairs.shift();
		}
		if (this.#value - value <= this.#tolerance * Math.max(Math.abs(value), 1e-12)) this.#done = true;
		this.#point = point;
		this.#gradient = gradient;
		this.#value = value;
	}
	#direction() {
		const q = this.#gradient.slice();
		const alphas = [];
		for (let k = this.#pairs.length - 1; k >= 0; k--) {
			const { s, y, rho } = this.#pairs[k];
			const alpha = rho * dot$1(s, q);
			alphas[k] = alpha;
			for (let i = 0; i < q.length; i++) q[i] -= alpha * y[i];
		}
		const last = this.#pairs.at(-1);
		const scale = last ? 1 / (last.rho * dot$1(last.y, last.y)) : 1;
		for (let i = 0; i < q.length; i++) q[i] *= scale;
		this.#pairs.forEach(({ s, y, rho }, k) => {
			const change = alphas[k] - rho * dot$1(y, q);
			for (let i = 0; i < q.length; i++) q[i] += change * s[i];
		});
		for (let i = 0; i < q.length; i++) q[i] = -q[i];
		return q;
	}
};

// src/automl/learner.ts
function outputsOf({ task, classes }) {
	return task === "classification" ? classes.length : 1;
}
function softmax(scores, outputs) {
	for (let from = 0; from < scores.length; from += outputs) {
		let top = Number.NEGATIVE_INFINITY;
		for (let k = 0; k < outputs; k++) top = Math.max(top, scores[from + k]);
		let sum = 0;
		for (let k = 0; k < outputs; k++) {
			const e = Math.exp(scores[from + k] - top);
			scores[from + k] = e;
			sum += e;
		}
		for (let k = 0; k < outputs; k++) scores[from + k] /= sum;
	}
	return scores;
}

// src/automl/text/sparse.ts
var SparseBuilder = class {
	#starts = [0];
	#indexes = /* @__PURE__ */ new Int32Array(1024);
	#values = /* @__PURE__ */ new Float64Array(1024);
	#size = 0;
	add(index, value) {
		if (this.#size === this.#indexes.length) this.#grow();
		this.#indexes[this.#size] = index;
		this.#values[this.#size] = value;
		this.#size += 1;
	}
	endRow() {
		this.#starts.push(this.#size);
	}
	build(width) {
		return {
			rows: this.#starts.length - 1,
			width,
			starts: Int32Array.from(this.#starts),
			indexes: this.#indexes.slice(0, this.#size),
			values: this.#values.slice(0, this.#size)
		};
	}
	#grow() {
		const [indexes, values] = [this.#indexes, this.#values];
		this.#indexes = new Int32Array(2 * indexes.length);
		this.#values = new Float64Array(2 * values.length);
		this.#indexes.set(indexes);
		this.#values.set(values);
	}
};
function addRow({ starts, indexes, values }, row, weights, outputs, scores) {
	const end = starts[row + 1];
	for (let at = starts[row]; at < end; at++) {
		const [x, from] = [values[at], indexes[at] * outputs];
		for (let k = 0; k < outputs; k++) scores[k] += x * weights[from + k];
	}
}

// src/automl/inputs.ts
const mostEmbedded = 1e3;
const mostQuantiles = 1024;
function fitInputs(features, rows, { scaling, mostColumns, embed, mostPixels = 1024 }) {
	return features.map((feature) => {
		if (feature.kind === "number") return fitNumbers(feature.values, rows, scaling);
		if (feature.kind === "text") return { kind: "none" };
		if (feature.kind === "image") return fitPixels(feature, rows, mostPixels);
		const { place, size } = placesOf(feature, rows);
		return embed && size - 1 > mostColumns ? {
			kind: "embedded",
			place,
			size
		} : {
			kind: "indicators",
			place,
			count: Math.min(size - 1, mostColumns)
		};
	});
}
function applyInputs(coding, features, rows) {
	const columns = [];
	const embedded = [];
	features.forEach((feature, f) => {
		const of = coding[f];
		if (feature.kind === "number") columns.push(...numbers(feature.values, of));
		else if (feature.kind === "text") return;
		else if (feature.kind === "image") columns.push(...pixels(feature, of));
		else if (of.kind === "embedded") embedded.push({
			codes: placed(feature.codes, of.place),
			size: of.size
		});
		else if (of.kind === "indicators") columns.push(...indicators(placed(feature.codes, of.place), of.count));
	});
	const values = new Float32Array(rows * columns.length);
	columns.forEach((column, j) => {
		for (let row = 0; row < rows; row++) values[row * columns.length + j] = column[row];
	});
	return {
		width: columns.length,
		values,
		embedded
	};
}
function fitPixels(feature, rows, most) {
	const { height, width } = reducedSize(feature, most);
	const one = feature.height * feature.width * feature.channels;
	let [sum, squares] = [0, 0];
	for (const row of rows) for (let i = row * one; i < (row + 1) * one; i++) {
		sum += feature.pixels[i];
		squares += feature.pixels[i] ** 2;
	}
	const mean = sum / (rows.length * one);
	return {
		kind: "pixels",
		height,
		width,
		mean,
		deviation: Math.sqrt(squares / (rows.length * one) - mean ** 2) || 1
	};
}
function pixels(feature, coding) {
	if (coding.kind !== "pixels") return [];
	const sized = resizeFeature(feature, coding.height, coding.width);
	const one = coding.height * coding.width * sized.channels;
	const rows = sized.pixels.length / one;
	return Array.from({ length: one }, (_, i) => {
		const column = new Float32Array(rows);
		for (let row = 0; row < rows; row++) column[row] = (sized.pixels[row * one + i] - coding.mean) / coding.deviation;
		return column;
	});
}
function fitNumbers(values, rows, scaling) {
	const sorted = Float64Array.from(rows, (row) => values[row]).filter((value) => !Number.isNaN(value)).sort();
	if (sorted.length === 0) return { kind: "none" };
	const missing = sorted.length < rows.length;
	if (scaling === "quantile") {
		const last = Math.min(sorted.length, mostQuantiles) - 1;
		return {
			kind: "quantile",
			sorted: Array.from({ length: last + 1 }, (_, i) => sorted[last === 0 ? 0 : Math.round(i * (sorted.length - 1) / last)]),
			missing
		};
	}
	const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
	return {
		kind: "standard",
		mean,
		deviation: Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length) || 1,
		missing
	};
}
function numbers(values, coding) {
	if (coding.kind !== "standard" && coding.kind !== "quantile") return [];
	const scaled = coding.kind === "quantile" ? quantiles(values, coding.sorted) : standard(values, coding.mean, coding.deviation);
	return coding.missing ? [scaled, values.map((value) => Number.isNaN(value) ? 1 : 0)] : [scaled];
}
function standard(values, mean, deviation) {
	return values.map((value) => Number.isNaN(value) ? 0 : Math.max(-8, Math.min(8, (value - mean) / deviation)));
}
function quantiles(values, sorted) {
	const last = Math.max(1, sorted.length - 1);
	const bound = (value, inclusive) => {
		let [low, high] = [0, sorted.length];
		while (low < high) {
			const middle = low + high >> 1;
			if (sorted[middle] < value || inclusive && sorted[middle] === value) low = middle + 1;
			else high = middle;
		}
		return low;
	};
	return values.map((value) => {
		if (Number.isNaN(value)) return 0;
		const [low, high] = [bound(value, false), bound(value, true)];
		let rank = (low + high - 1) / 2;
		if (low === high && low > 0 && low < sorted.length) rank = low - 1 + (value - sorted[low - 1]) / (sorted[low] - sorted[low - 1]);
		return Math.sqrt(12) * (Math.max(0, Math.min(last, rank)) / last - .5);
	});
}
function placesOf({ codes, levels }, rows) {
	const frequency = new Int32Array(levels.length);
	for (const row of rows) if (codes[row] >= 0) frequency[codes[row]] += 1;
	const order = levels.map((_, code) => code).filter((code) => frequency[code] > 0);
	order.sort((a, b) => frequency[b] - frequency[a] || a - b);
	const place = new Array(levels.length).fill(0);
	order.slice(0, mostEmbedded).forEach((code, i) => {
		place[code] = i + 1;
	});
	return {
		place,
		size: Math.min(order.length, mostEmbedded) + 1
	};
}
function placed(codes, place) {
	return codes.map((code) => code < 0 ? 0 : place[code]);
}
function indicators(codes, count) {
	const columns = Array.from({ length: count }, () => new Float64Array(codes.length));
	codes.forEach((code, row) => {
		const column = columns[code - 1];
		if (column) column[row] = 1;
	});
	return columns;
}

// src/automl/text/terms.ts
const kept = /* @__PURE__ */ new WeakMap();
function count(texts, options) {
	const key = JSON.stringify([
		options.words,
		options.characters,
		options.lowercase
	]);
	const last = kept.get(texts);
	if (last?.key === key) return last;
	const numbers = {
		word: /* @__PURE__ */ new Map(),
		characters: /* @__PURE__ */ new Map()
	};
	const terms = [];
	const kinds = [];
	const builder = new SparseBuilder();
	for (const text of texts) {
		const own = /* @__PURE__ */ new Map();
		for (const [kind, gram] of gramsOf(text, options)) {
			let number = numbers[kind].get(gram);
			if (number === void 0) {
				number = terms.length;
				numbers[kind].set(gram, number);
				terms.push(gram);
				kinds.push(kind);
			}
			own.set(number, (own.get(number) ?? 0) + 1);
		}
		for (const [number, times] of own) builder.add(number, times);
		builder.endRow();
	}
	const counts = {
		key,
		terms,
		kinds,
		counts: builder.build(terms.length)
	};
	kept.set(texts, counts);
	return counts;
}
function* gramsOf(text, { words, characters: [least, most], lowercase }) {
	const cased = lowercase ? text.toLowerCase() : text;
	if (words > 0) for (const gram of wordGrams(cased, words)) yield ["word", gram];
	if (most > 0) for (const gram of characterGrams(cased, least, most)) yield ["characters", gram];
}
function fitTerms(texts, rows, options) {
	const { terms, kinds, counts } = count(texts, options);
	const frequency = new Int32Array(terms.length);
	for (const row of rows) for (let at = counts.starts[row]; at < counts.starts[row + 1]; at++) frequency[counts.indexes[at]] += 1;
	const least = Math.max(1, options.minDocuments);
	const chosen = terms.map((_, number) => number).filter((number) => frequency[number] >= least).sort((a, b) => frequency[b] - frequency[a] || compare(terms[a], terms[b]) || a - b).slice(0, options.features).sort((a, b) => compare(kinds[b], kinds[a]) || compare(terms[a], terms[b]));
	return {
		words: options.words,
		characters: options.characters,
		lowercase: options.lowercase,
		sublinear: options.sublinear,
		terms: chosen.map((number) => terms[number]),
		wordTerms: chosen.filter((number) => kinds[number] === "word").length,
		idf: chosen.map((number) => Math.log((1 + rows.length) / (1 + frequency[number])) + 1)
	};
}
function applyTerms(coding, texts) {
	const { terms, kinds, counts } = count(texts, coding);
	const places = {
		word: new Map(coding.terms.slice(0, coding.wordTerms).map((term, i) => [term, i])),
		characters: new Map(coding.terms.slice(coding.wordTerms).map((term, i) => [term, coding.wordTerms + i]))
	};
	const place = Int32Array.from(terms, (term, number) => places[kinds[number]].get(term) ?? -1);
	const builder = new SparseBuilder();
	for (let row = 0; row < texts.length; row++) {
		const found = [];
		for (let at = counts.starts[row]; at < counts.starts[row + 1]; at++) {
			const term = place[counts.indexes[at]];
			if (term < 0) continue;
			const times = counts.values[at];
			found.push([term, (coding.sublinear ? 1 + Math.log(times) : times) * coding.idf[term]]);
		}
		found.sort((a, b) => a[0] - b[0]);
		const length = (of) => Math.sqrt(found.reduce((sum, [term, value]) => sum + (of(term) ? value * value : 0), 0)) || 1;
		const ofWords = length((term) => term < coding.wordTerms);
		const ofCharacters = length((term) => term >= coding.wordTerms);
		for (const [term, value] of found) builder.add(term, value / (term < coding.wordTerms ? ofWords : ofCharacters));
		builder.endRow();
	}
	return builder.build(coding.terms.length);
}
function compare(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}

// src/automl/text/text-inputs.ts
function textsOf(features) {
	return features.flatMap((feature) => feature.kind === "text" ? [feature.texts] : []);
}
function fitTextInputs(features, rows, options) {
	return {
		texts: textsOf(features).map((texts) => fitTerms(texts, rows, options)),
		others: fitInputs(features, rows, {
			scaling: "standard",
			mostColumns: 100,
			embed: false
		})
	};
}
function applyTextInputs(coding, features, rows) {
	const texts = textsOf(features).map((own, i) => applyTerms(coding.texts[i], own));
	const { width, values } = applyInputs(coding.others, features, rows);
	const [only] = texts;
	if (texts.length === 1 && only && width === 0) return only;
	const builder = new SparseBuilder();
	for (let row = 0; row < rows; row++) {
		let from = 0;
		for (const { starts, indexes, values: own, width: terms } of texts) {
			for (let at = starts[row]; at < starts[row + 1]; at++) builder.add(from + indexes[at], own[at]);
			from += terms;
		}
		for (let j = 0; j < width; j++) {
			const value = values[row * width + j];
			if (value !== 0) builder.add(from + j, value);
		}
		builder.endRow();
	}
	return builder.build(texts.reduce((sum, own) => sum + own.width, 0) + width);
}

// src/automl/families/bag.ts
const iterations = 30;
const digits = 7;
function termOptions({ characters, ...options }) {
	const [least = 0, most = 0] = characters === "none" ? [] : characters.split("-").map(Number);
	const { words, lowercase, features, sublinear } = options;
	return {
		words: words === 0 && most === 0 ? 1 : words,
		characters: [least, most],
		lowercase,
		features,
		sublinear,
		minDocuments: options.min_documents
	};
}
function bag({ data, rows }, options) {
	const inputs = fitTextInputs(data.features, rows, termOptions(options));
	const x = applyTextInputs(inputs, data.features, data.rows);
	const classes = outputsOf(data);
	const scores = classes === 2 ? 1 : classes;
	const n = rows.length;
	const mean = classes > 1 ? 0 : rows.reduce((sum, row) => sum + data.target[row], 0) / n;
	const deviation = classes > 1 ? 1 : Math.sqrt(rows.reduce((sum, row) => sum + (data.target[row] - mean) ** 2, 0) / n) || 1;
	const size = (x.width + 1) * scores;
	const scale = options.ratio && classes > 1 ? logCountRatios(x, termsOf(inputs), rows, data.target, scores) : void 0;
	const weights = new Float64Array(size);
	const own = new Float64Array(scores);
	function loss(point, gradient) {
		for (let i = 0; i < size; i++) weights[i] = scale ? point[i] * scale[i] : point[i];
		gradient.fill(0);
		let sum = 0;
		for (const row of rows) {
			for (let k = 0; k < scores; k++) own[k] = weights[x.width * scores + k];
			addRow(x, row, weights, scores, own);
			sum += errors(own, data.target[row]);
			for (let at = x.starts[row]; at < x.starts[row + 1]; at++) {
				const [value, from] = [x.values[at], x.indexes[at] * scores];
				for (let k = 0; k < scores; k++) gradient[from + k] += value * own[k];
			}
			for (let k = 0; k < scores; k++) gradient[x.width * scores + k] += own[k];
		}
		let penalty = 0;
		for (let i = 0; i < size; i++) {
			if (scale) gradient[i] *= scale[i];
			if (i >= x.width * scores) continue;
			penalty += point[i] ** 2;
			gradient[i] += options.l2 * point[i];
		}
		for (let i = 0; i < size; i++) gradient[i] /= n;
		return (sum + options.l2 * penalty / 2) / n;
	}
	function errors(row, target) {
		if (classes === 1) {
			row[0] -= (target - mean) / deviation;
			return row[0] ** 2 / 2;
		}
		if (scores === 1) {
			const margin = target === 1 ? row[0] : -row[0];
			const wrong = 1 / (1 + Math.exp(margin));
			row[0] = target === 1 ? -wrong : wrong;
			return margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
		}
		softmax(row, scores);
		const lost = -Math.log(Math.max(row[target], 1e-300));
		row[target] -= 1;
		return lost;
	}
	let solver;
	const final = () => solver ? solver.point.map((value, i) => scale ? value * scale[i] : value) : new Float64Array(size);
	return {
		async trainTo(share) {
			solver ??= new Lbfgs(loss, new Float64Array(size), { tolerance: 1e-5 });
			solver.runTo(Math.max(1, Math.round(share * iterations)));
		},
		predict: async () => outputs(x, final(), classes, mean, deviation),
		async fitted() {
			const rounded = Array.from(final(), (value) => Number(value.toPrecision(digits)));
			return {
				family: "bag",
				inputs,
				weights: rounded,
				mean,
				deviation
			};
		},
		dispose() {}
	};
}
function termsOf({ texts }) {
	return texts.reduce((sum, { terms }) => sum + terms.length, 0);
}
function logCountRatios(x, terms, rows, target, scores) {
	const within = new Float64Array(terms * scores).fill(1);
	const all = new Float64Array(terms).fill(2);
	for (const row of rows) for (let at = x.starts[row]; at < x.starts[row + 1]; at++) {
		if (x.indexes[at] >= terms) continue;
		all[x.indexes[at]] += 1;
		const score = scores === 1 ? 0 : target[row];
		if (scores > 1 || target[row] === 1) within[x.indexes[at] * scores + score] += 1;
	}
	const total = all.reduce((sum, value) => sum + value, 0);
	const sums = new Float64Array(scores);
	for (let i = 0; i < within.length; i++) sums[i % scores] += within[i];
	const ratios = new Float64Array((x.width + 1) * scores).fill(1);
	for (let i = 0; i < within.length; i++) {
		const [term, k] = [Math.floor(i / scores), i % scores];
		ratios[i] = Math.log(within[i] / sums[k] / ((all[term] - within[i]) / (total - sums[k])));
	}
	return ratios;
}
function outputs(x, weights, classes, mean, deviation) {
	const scores = classes === 2 ? 1 : classes;
	const all = new Float64Array(x.rows * classes);
	const own = new Float64Array(scores);
	for (let row = 0; row < x.rows; row++) {
		for (let k = 0; k < scores; k++) own[k] = weights[x.width * scores + k];
		addRow(x, row, weights, scores, own);
		if (classes === 2) {
			all[2 * row + 1] = 1 / (1 + Math.exp(-own[0]));
			all[2 * row] = 1 / (1 + Math.exp(own[0]));
		} else if (classes === 1) all[row] = own[0] * deviation + mean;
		else all.set(softmax(own, classes), row * classes);
	}
	return all;
}
function predictBag({ inputs, weights, mean, deviation }, features, rows, classes) {
	return outputs(applyTextInputs(inputs, features, rows), weights, classes, mean, deviation);
}

// src/tensorflow/architecture/binding.ts
let bound;
function useTensorFlow(tf) {
	bound = tf;
}
function boundTensorFlow() {
	if (bound) return bound;
	throw new Error("no TensorFlow.js to build with: outside of a trial call useTensorFlow(tf) of 'tunegate' first, with the tf that you import");
}

// src/tensorflow/define.ts
var HyperParameterError = class extends Error {
	name = "HyperParameterError";
};

// src/tensorflow/outcomes.ts
var InfeasibleConfig = class extends Error {
	name = "InfeasibleConfig";
};

// src/tensorflow/architecture/settings.ts
const commonSettings = [
	"activation",
	"normalization",
	"initializer",
	"l1",
	"l2",
	"dropout",
	"skip",
	"pool",
	"reduce"
];
const activations = [
	"linear",
	"relu",
	"relu6",
	"leaky_relu",
	"elu",
	"selu",
	"gelu",
	"swish",
	"mish",
	"tanh",
	"sigmoid",
	"hardSigmoid",
	"softplus",
	"softsign"
];
const normalizations = [
	"none",
	"batch",
	"layer"
];
const poolings = [
	"none",
	"max",
	"average"
];
const reductions = [
	"average",
	"max",
	"flatten"
];
var Settings = class {
	#values;
	#place;
	constructor(values, place) {
		this.#values = values;
		this.#place = place;
	}
	get place() {
		return this.#place;
	}
	has(name) {
		return this.#values[name] !== void 0;
	}
	whole(name, { min, fallback }) {
		const value = this.#read(name, fallback, "a whole number");
		if (typeof value !== "number" || !Number.isInteger(value) || value < min) throw this.#unfit(name, value, `a whole number of at least ${min}`);
		return value;
	}
	number(name, range) {
		const { min, max, fallback } = range;
		const value = this.#read(name, fallback, "a number");
		if (typeof value !== "number" || !(value >= min && value <= max)) throw this.#unfit(name, value, `a number from ${min} to ${max}`);
		return value;
	}
	flag(name, fallback) {
		const value = this.#read(name, fallback, "true or false");
		if (typeof value !== "boolean") throw this.#unfit(name, value, "true or false");
		return value;
	}
	choice(name, values, fallback) {
		const value = this.#read(name, fallback, "a text");
		if (!values.includes(value)) throw this.#unfit(name, value, `one of ${values.join(", ")}`);
		return value;
	}
	text(name, fallback) {
		const value = this.#read(name, fallback, "a text");
		if (typeof value !== "string") throw this.#unfit(name, value, "a text");
		return value;
	}
	#read(name, fallback, expected) {
		const value = this.#values[name] ?? fallback;
		if (value === void 0) throw new HyperParameterError(`${this.#place} needs ${name}, ${expected}`);
		return value;
	}
	#unfit(name, value, expected) {
		return new HyperParameterError(`${name} of ${this.#place} must be ${expected}, not ${JSON.stringify(value) ?? String(value)}`);
	}
};

// src/tensorflow/architecture/block.ts
var WeightBudget = class {
	#limit;
	#spent = 0;
	constructor(limit) {
		this.#limit = limit;
	}
	spend(place, weights) {
		this.#spent += weights;
		if (this.#spent > this.#limit) throw new InfeasibleConfig(`${place} brings the model to ${this.#spent.toLocaleString("en")} parameters, above the limit of ${this.#limit.toLocaleString("en")}`);
	}
};
var BlockContext = class {
	tf;
	settings;
	sequenceFollows;
	#prefix;
	#budget;
	constructor(parts) {
		this.tf = parts.tf;
		this.settings = parts.settings;
		this.sequenceFollows = parts.sequenceFollows;
		this.#prefix = parts.prefix;
		this.#budget = parts.budget;
	}
	name(role) {
		return this.#prefix + role;
	}
	infeasible(reason) {
		return new InfeasibleConfig(`${this.settings.place}: ${reason}`);
	}
	apply(layer, input, weights = 0) {
		this.#budget.spend(this.settings.place, weights);
		return layer.apply(input);
	}
	kernel() {
		const l1 = this.settings.number("l1", {
			min: 0,
			max: 1e3,
			fallback: 0
		});
		const l2 = this.settings.number("l2", {
			min: 0,
			max: 1e3,
			fallback: 0
		});
		return {
			kernelInitializer: this.settings.text("initializer", "glorotUniform"),
			...l1 > 0 || l2 > 0 ? { kernelRegularizer: this.tf.regularizers.l1l2({
				l1,
				l2
			}) } : {}
		};
	}
	get normalization() {
		return this.settings.choice("normalization", normalizations, "none");
	}
	get activation() {
		return this.settings.choice("activation", activations, "relu");
	}
	dense(input, role, units, { bias = true } = {}) {
		const layer = this.tf.layers.dense({
			units,
			useBias: bias,
			name: this.name(role),
			...this.kernel()
		});
		return this.apply(layer, input, channels(input) * units + (bias ? units : 0));
	}
	conv(input, role, options) {
		const { filters, kernel, stride = 1, bias = this.normalization === "none" } = options;
		this.checkStride(input, stride);
		const image = formOf(input) === "image";
		const common = {
			filters,
			kernelSize: kernel,
			strides: stride,
			padding: "same",
			useBias: bias,
			name: this.name(role),
			...this.kernel()
		};
		const layer = image ? this.tf.layers.conv2d(common) : this.tf.layers.conv1d(common);
		const taps = image ? kernel * kernel : kernel;
		return this.apply(layer, input, taps * channels(input) * filters + (bias ? filters : 0));
	}
	depthwise(input, role, kernel, stride) {
		this.checkStride(input, stride);
		const { kernelInitializer, kernelRegularizer } = this.kernel();
		const bias = this.normalization === "none";
		const layer = this.tf.layers.depthwiseConv2d({
			kernelSize: kernel,
			strides: stride,
			padding: "same",
			useBias: bias,
			depthwiseInitializer: kernelInitializer,
			...kernelRegularizer ? { depthwiseRegularizer: kernelRegularizer } : {},
			name: this.name(role)
		});
		return this.apply(layer, input, (kernel * kernel + (bias ? 1 : 0)) * channels(input));
	}
	checkStride(input, stride) {
		const size = spatial(input);
		if (stride > 1 && size.some((side) => side !== null && side < stride)) throw this.infeasible(`a stride of ${stride} does not fit its input of ${size.join("×")}`);
	}
	normalize(input, role) {
		switch (this.normalization) {
			case "none": return input;
			case "batch": return this.apply(this.tf.layers.batchNormalization({ name: this.name(role) }), input, 4 * channels(input));
			case "layer": return this.apply(this.tf.layers.layerNormalization({ name: this.name(role) }), input, 2 * channels(input));
		}
	}
	activate(input, role, activation = this.activation) {
		if (activation === "linear") return input;
		const name = this.name(role);
		return this.apply(activation === "leaky_relu" ? this.tf.layers.leakyReLU({
			alpha: .1,
			name
		}) : this.tf.layers.activation({
			activation,
			name
		}), input);
	}
	finish(input, role = "") {
		return this.activate(this.normalize(input, `${role}norm`), `${role}act`);
	}
	drop(input, role = "drop") {
		const rate = this.settings.number("dropout", {
			min: 0,
			max: .95,
			fallback: 0
		});
		return rate === 0 ? input : this.apply(this.tf.layers.dropout({
			rate,
			name: this.name(role)
		}), input);
	}
	pool(input) {
		const kind = this.settings.choice("pool", poolings, "none");
		if (kind === "none") return input;
		const size = spatial(input);
		if (size.some((side) => side !== null && side < 2)) throw this.infeasible(`nothing is left to pool of its ${size.join("×")} input`);
		const { layers } = this.tf;
		const name = this.name("pool");
		const image = formOf(input) === "image";
		const make = kind === "max" ? image ? layers.maxPooling2d : layers.maxPooling1d : image ? layers.averagePooling2d : layers.averagePooling1d;
		return this.apply(make({
			poolSize: 2,
			strides: 2,
			name
		}), input);
	}
	add(tensors, role) {
		return this.apply(this.tf.layers.add({ name: this.name(role) }), tensors);
	}
	shortcut(input, output, stride = 1, normalized = true) {
		if (channels(input) === channels(output) && stride === 1) return input;
		const filters = channels(output);
		if (formOf(input) === "vector") return this.dense(input, "project", filters, { bias: this.normalization === "none" });
		const bias = !normalized || this.normalization === "none";
		const projected = this.conv(input, "project", {
			filters,
			kernel: 1,
			stride,
			bias
		});
		return normalized ? this.normalize(projected, "project_norm") : projected;
	}
};
function channels(tensor) {
	return tensor.shape.at(-1);
}
function spatial(tensor) {
	return tensor.shape.slice(1, -1);
}
function formOf(tensor) {
	return tensor.shape.length === 4 ? "image" : tensor.shape.length === 3 ? "sequence" : "vector";
}

// src/tensorflow/architecture/cost.ts
const elements = (shape) => shape.slice(1).reduce((all, side) => all * (side ?? 1), 1);
const last = (shape) => shape.at(-1) ?? 1;
const each = (_layer, _from, to) => elements(to);
const none = () => 0;
const biased = (config) => config["useBias"] === false ? 0 : 1;
const activated = (config) => {
	const { activation } = config;
	return activation === void 0 || activation === "linear" ? 0 : activation === "softmax" ? 3 : 1;
};
const product = (numbers) => numbers.reduce((all, n) => all * n, 1);
const convolution = (layer, from, to) => {
	const config = layer.getConfig();
	return (2 * product(config["kernelSize"]) * last(from[0]) + biased(config) + activated(config)) * elements(to);
};
const pooling = (layer, _from, to) => product(layer.getConfig()["poolSize"]) * elements(to);
const globalPooling = (_layer, from) => elements(from[0]);
const merging = (_layer, from, to) => (from.length - 1) * elements(to);
const recurrent$1 = (gates, elementwise) => (layer, from) => {
	const config = layer.getConfig();
	const units = config["units"];
	const steps = from[0][1] ?? 1;
	const perUnit = 2 * gates * (last(from[0]) + units) + gates * biased(config) + elementwise;
	return steps * units * perUnit;
};
const counts = {
	InputLayer: none,
	Flatten: none,
	Reshape: none,
	Permute: none,
	RepeatVector: none,
	Dropout: none,
	SpatialDropout1D: none,
	GaussianNoise: none,
	GaussianDropout: none,
	AlphaDropout: none,
	Masking: none,
	ZeroPadding2D: none,
	Cropping2D: none,
	Concatenate: none,
	Embedding: none,
	Dense: (layer, from, to) => {
		const config = layer.getConfig();
		return (2 * last(from[0]) + biased(config) + activated(config)) * elements(to);
	},
	Conv1D: convolution,
	Conv2D: convolution,
	DepthwiseConv2D: (layer, _from, to) => {
		const config = layer.getConfig();
		return (2 * product(config["kernelSize"]) + biased(config) + activated(config)) * elements(to);
	},
	SeparableConv2D: (layer, from, to) => {
		const config = layer.getConfig();
		const middle = last(from[0]) * (config["depthMultiplier"] ?? 1);
		const pixels = elements(to) / last(to);
		return 2 * product(config["kernelSize"]) * middle * pixels + (2 * middle + biased(config) + activated(config)) * elements(to);
	},
	BatchNormalization: (_layer, _from, to) => 2 * elements(to),
	LayerNormalization: (_layer, _from, to) => 7 * elements(to),
	Activation: (layer, _from, to) => activated(layer.getConfig()) * elements(to),
	ReLU: each,
	LeakyReLU: (_layer, _from, to) => 2 * elements(to),
	PReLU: (_layer, _from, to) => 2 * elements(to),
	ELU: each,
	ThresholdedReLU: each,
	Softmax: (_layer, _from, to) => 3 * elements(to),
	Rescaling: (layer, _from, to) => (layer.getConfig()["offset"] ? 2 : 1) * elements(to),
	Add: merging,
	Multiply: merging,
	Average: merging,
	Maximum: merging,
	Minimum: merging,
	Dot: (layer, from, to) => {
		const axes = layer.getConfig()["axes"];
		const axis = Array.isArray(axes) ? axes[0] : axes;
		return 2 * (from[0].at(axis) ?? 1) * elements(to);
	},
	MaxPooling1D: pooling,
	MaxPooling2D: pooling,
	AveragePooling1D: pooling,
	AveragePooling2D: pooling,
	GlobalAveragePooling1D: globalPooling,
	GlobalAveragePooling2D: globalPooling,
	GlobalMaxPooling1D: globalPooling,
	GlobalMaxPooling2D: globalPooling,
	SimpleRNN: recurrent$1(1, 1),
	LSTM: recurrent$1(4, 9),
	GRU: recurrent$1(3, 8)
};
function modelCost(model) {
	const uncounted = /* @__PURE__ */ new Set();
	const flops = model.layers.reduce((sum, layer) => sum + layerFlops(layer, uncounted), 0);
	const size = (weights) => weights.reduce((sum, { shape }) => sum + shape.reduce((all, side) => all * (side ?? 1), 1), 0);
	const parameters = size(model.weights);
	return {
		parameters,
		trainable: size(model.trainableWeights),
		flops,
		bytes: 4 * parameters,
		uncounted: [...uncounted]
	};
}
function layerFlops(layer, uncounted) {
	const kind = layer.getClassName();
	const nodes = layer.inboundNodes;
	if (kind === "Bidirectional") return bidirectional(layer, uncounted);
	const count = Object.hasOwn(counts, kind) ? counts[kind] : void 0;
	if (!count) {
		uncounted.add(kind);
		return 0;
	}
	return nodes.reduce((sum, { inputShapes, outputShapes }) => sum + count(layer, inputShapes, outputShapes[0]), 0);
}
function bidirectional(layer, uncounted) {
	const inner = layer.forwardLayer;
	const count = counts[inner.getClassName()];
	const { inputShapes, outputShapes } = layer.inboundNodes[0];
	if (!count) uncounted.add(inner.getClassName());
	return count ? 2 * count(inner, inputShapes, outputShapes[0]) : 0;
}

// src/tensorflow/architecture/blocks/activation.ts
const activation = {
	takes: [
		"vector",
		"sequence",
		"image"
	],
	parameters: [],
	build: (input, block) => block.drop(block.finish(input))
};

// src/tensorflow/architecture/blocks/attention.ts
const attention = {
	takes: ["sequence", "image"],
	parameters: [
		"heads",
		"key_size",
		"feed_forward"
	],
	build(input, block) {
		const { settings } = block;
		const heads = settings.whole("heads", {
			min: 1,
			fallback: 4
		});
		const width = channels(input);
		const size = settings.whole("key_size", {
			min: 1,
			fallback: Math.max(1, Math.floor(width / heads))
		});
		const factor = settings.number("feed_forward", {
			min: 0,
			max: 16,
			fallback: 2
		});
		const skip = settings.flag("skip", true);
		const around = (x, y, role) => skip ? block.add([y, x], role) : y;
		let x = asSequence(input, block);
		const looked = attend(block.normalize(x, "norm"), block, {
			heads,
			size,
			width
		});
		x = around(x, block.drop(looked, "attend_drop"), "attend_add");
		if (factor === 0) return x;
		const wide = block.dense(block.normalize(x, "feed_norm"), "feed_up", Math.max(1, Math.round(width * factor)));
		const fed = block.dense(block.activate(wide, "feed_act"), "feed_down", width);
		return around(x, block.drop(fed, "feed_drop"), "feed_add");
	}
};
function asSequence(input, block) {
	if (formOf(input) === "sequence") return input;
	const [, height, width, depth] = input.shape;
	if (height == null || width == null) throw block.infeasible("attention to an image needs to know its size");
	return block.apply(block.tf.layers.reshape({
		targetShape: [height * width, depth],
		name: block.name("pixels")
	}), input);
}
function attend(x, block, { heads, size, width }) {
	const { layers } = block.tf;
	const each = Array.from({ length: heads }, (_, head) => {
		const name = (part) => block.name(`${part}${head}`);
		const query = block.dense(x, `query${head}`, size);
		const key = block.dense(x, `key${head}`, size);
		const value = block.dense(x, `value${head}`, size);
		const products = block.apply(layers.dot({
			axes: [2, 2],
			name: name("products")
		}), [query, key]);
		const scaled = block.apply(layers.rescaling({
			scale: 1 / Math.sqrt(size),
			name: name("scale")
		}), products);
		const shares = block.apply(layers.softmax({
			axis: -1,
			name: name("shares")
		}), scaled);
		return block.apply(layers.dot({
			axes: [2, 1],
			name: name("mix")
		}), [shares, value]);
	});
	const all = each.length === 1 ? each[0] : block.apply(layers.concatenate({ name: block.name("heads") }), each);
	return block.dense(all, "attend_out", width);
}

// src/tensorflow/architecture/blocks/residual.ts
const orders = ["post", "pre"];
const residual = {
	takes: ["image", "sequence"],
	parameters: [
		"filters",
		"kernel",
		"stride",
		"order"
	],
	build(input, block) {
		const { settings } = block;
		const filters = settings.whole("filters", { min: 1 });
		const kernel = settings.whole("kernel", {
			min: 1,
			fallback: 3
		});
		const stride = settings.whole("stride", {
			min: 1,
			fallback: 1
		});
		return aroundConvolutions(input, block, stride, [{
			role: "conv1",
			filters,
			kernel,
			stride
		}, {
			role: "conv2",
			filters,
			kernel,
			stride: 1
		}]);
	}
};
function aroundConvolutions(input, block, stride, steps) {
	const { settings } = block;
	const pre = settings.choice("order", orders, "post") === "pre";
	const skip = settings.flag("skip", true);
	const first = pre ? block.finish(input, "pre_") : input;
	let x = first;
	for (const [i, { role, ...options }] of steps.entries()) {
		const last = i === steps.length - 1;
		if (pre && i > 0) x = block.finish(x, `${role}_`);
		if (last) x = block.drop(x);
		x = block.conv(x, role, pre ? {
			...options,
			bias: last || block.normalization === "none"
		} : options);
		if (!pre) x = last ? block.normalize(x, `${role}_norm`) : block.finish(x, `${role}_`);
	}
	if (!skip) return block.pool(pre ? x : block.activate(x, "act"));
	const same = channels(input) === channels(x) && stride === 1;
	const sum = block.add([x, same ? input : block.shortcut(first, x, stride, !pre)], "add");
	return block.pool(pre ? sum : block.activate(sum, "act"));
}

// src/tensorflow/architecture/blocks/bottleneck.ts
const bottleneck = {
	takes: ["image", "sequence"],
	parameters: [
		"filters",
		"kernel",
		"stride",
		"reduction",
		"order"
	],
	build(input, block) {
		const { settings } = block;
		const filters = settings.whole("filters", { min: 1 });
		const kernel = settings.whole("kernel", {
			min: 1,
			fallback: 3
		});
		const stride = settings.whole("stride", {
			min: 1,
			fallback: 1
		});
		const inner = Math.floor(filters / settings.whole("reduction", {
			min: 1,
			fallback: 4
		}));
		if (inner < 1) throw block.infeasible(`its ${filters} filters are fewer than its reduction`);
		return aroundConvolutions(input, block, stride, [
			{
				role: "down",
				filters: inner,
				kernel: 1,
				stride: 1
			},
			{
				role: "conv",
				filters: inner,
				kernel,
				stride
			},
			{
				role: "up",
				filters,
				kernel: 1,
				stride: 1
			}
		]);
	}
};

// src/tensorflow/architecture/blocks/conv.ts
const conv = {
	takes: ["image", "sequence"],
	parameters: [
		"filters",
		"kernel",
		"stride",
		"convs"
	],
	build(input, block) {
		const { settings } = block;
		const filters = settings.whole("filters", { min: 1 });
		const kernel = settings.whole("kernel", {
			min: 1,
			fallback: 3
		});
		const stride = settings.whole("stride", {
			min: 1,
			fallback: 1
		});
		const count = settings.whole("convs", {
			min: 1,
			fallback: 1
		});
		let x = input;
		for (let i = 0; i < count; i++) {
			const role = i === 0 ? "conv" : `conv${i + 1}`;
			x = block.conv(x, role, {
				filters,
				kernel,
				stride: i === 0 ? stride : 1
			});
			x = block.normalize(x, `${role}_norm`);
			if (i === count - 1 && settings.flag("skip", false)) x = block.add([x, block.shortcut(input, x, stride)], "add");
			x = block.activate(x, `${role}_act`);
		}
		return block.drop(block.pool(x));
	}
};

// src/tensorflow/architecture/blocks/dense.ts
const dense = {
	takes: ["vector"],
	parameters: ["units"],
	build(input, block) {
		const units = block.settings.whole("units", { min: 1 });
		const bias = block.normalization === "none";
		const x = block.normalize(block.dense(input, "dense", units, { bias }), "norm");
		const sum = block.settings.flag("skip", false) ? block.add([x, block.shortcut(input, x)], "add") : x;
		return block.drop(block.activate(sum, "act"));
	}
};

// src/tensorflow/architecture/blocks/embedding.ts
const embedding$1 = {
	takes: ["vector"],
	parameters: ["vocabulary", "size"],
	build(input, block) {
		const { settings, tf } = block;
		const vocabulary = settings.whole("vocabulary", { min: 1 });
		const size = settings.whole("size", { min: 1 });
		const layer = tf.layers.embedding({
			inputDim: vocabulary,
			outputDim: size,
			embeddingsInitializer: "randomUniform",
			name: block.name("embedding")
		});
		return block.drop(block.normalize(block.apply(layer, input, vocabulary * size), "norm"));
	}
};

// src/tensorflow/architecture/blocks/inverted-residual.ts
const invertedResidual = {
	takes: ["image"],
	parameters: [
		"filters",
		"kernel",
		"stride",
		"expansion",
		"squeeze"
	],
	build(input, block) {
		const { settings } = block;
		const filters = settings.whole("filters", { min: 1 });
		const kernel = settings.whole("kernel", {
			min: 1,
			fallback: 3
		});
		const stride = settings.whole("stride", {
			min: 1,
			fallback: 1
		});
		const expansion = settings.whole("expansion", {
			min: 1,
			fallback: 4
		});
		const squeeze = settings.number("squeeze", {
			min: 0,
			max: 1,
			fallback: .25
		});
		const inner = channels(input) * expansion;
		let x = input;
		if (expansion > 1) x = block.finish(block.conv(x, "expand", {
			filters: inner,
			kernel: 1
		}), "expand_");
		x = block.finish(block.depthwise(x, "depthwise", kernel, stride), "depthwise_");
		if (squeeze > 0) x = squeezeExcite(x, block, Math.max(1, Math.round(channels(input) * squeeze)));
		x = block.normalize(block.conv(x, "reduce", {
			filters,
			kernel: 1
		}), "reduce_norm");
		x = block.drop(x);
		const same = stride === 1 && channels(input) === filters;
		return block.pool(same && settings.flag("skip", true) ? block.add([x, input], "add") : x);
	}
};
function squeezeExcite(input, block, inner) {
	const { layers } = block.tf;
	const size = channels(input);
	const mean = block.apply(layers.globalAveragePooling2d({ name: block.name("squeeze") }), input);
	const small = block.activate(block.dense(mean, "squeeze_down", inner), "squeeze_act");
	const gate = block.activate(block.dense(small, "squeeze_up", size), "squeeze_gate", "sigmoid");
	const spread = block.apply(layers.reshape({
		targetShape: [
			1,
			1,
			size
		],
		name: block.name("squeeze_shape")
	}), gate);
	return block.apply(layers.multiply({ name: block.name("excite") }), [input, spread]);
}

// src/tensorflow/architecture/blocks/recurrent.ts
const cells = [
	"lstm",
	"gru",
	"simple"
];
const gates = {
	lstm: 4,
	gru: 3,
	simple: 1
};
const recurrent = {
	takes: ["sequence"],
	parameters: [
		"cell",
		"units",
		"bidirectional",
		"recurrent_dropout"
	],
	build(input, block) {
		const { settings, tf } = block;
		const units = settings.whole("units", { min: 1 });
		const cell = settings.choice("cell", cells, "lstm");
		const twice = settings.flag("bidirectional", false);
		const skip = settings.flag("skip", false);
		const make = {
			lstm: tf.layers.lstm,
			gru: tf.layers.gru,
			simple: tf.layers.simpleRNN
		}[cell];
		const layer = make({
			units,
			returnSequences: block.sequenceFollows,
			activation: "tanh",
			recurrentInitializer: "glorotUniform",
			recurrentDropout: settings.number("recurrent_dropout", {
				min: 0,
				max: .95,
				fallback: 0
			}),
			name: block.name(twice ? "cell" : "recurrent"),
			...block.kernel()
		});
		const weights = gates[cell] * units * (channels(input) + units + 1) * (twice ? 2 : 1);
		let x = twice ? block.apply(tf.layers.bidirectional({
			layer,
			mergeMode: "concat",
			name: block.name("recurrent")
		}), input, weights) : block.apply(layer, input, weights);
		if (skip && block.sequenceFollows) x = block.add([x, block.shortcut(input, x)], "add");
		return block.drop(block.normalize(x, "norm"));
	}
};

// src/tensorflow/architecture/blocks/separable.ts
const separable = {
	takes: ["image"],
	parameters: [
		"filters",
		"kernel",
		"stride",
		"convs",
		"between"
	],
	build(input, block) {
		const { settings } = block;
		const filters = settings.whole("filters", { min: 1 });
		const kernel = settings.whole("kernel", {
			min: 1,
			fallback: 3
		});
		const stride = settings.whole("stride", {
			min: 1,
			fallback: 1
		});
		const count = settings.whole("convs", {
			min: 1,
			fallback: 1
		});
		const between = settings.flag("between", true);
		let x = input;
		for (let i = 0; i < count; i++) {
			const suffix = i === 0 ? "" : String(i + 1);
			x = block.depthwise(x, `depthwise${suffix}`, kernel, i === 0 ? stride : 1);
			if (between) x = block.finish(x, `depthwise${suffix}_`);
			x = block.conv(x, `pointwise${suffix}`, {
				filters,
				kernel: 1
			});
			x = block.normalize(x, `pointwise${suffix}_norm`);
			if (i === count - 1 && settings.flag("skip", false)) x = block.add([x, block.shortcut(input, x, stride)], "add");
			x = block.activate(x, `pointwise${suffix}_act`);
		}
		return block.drop(block.pool(x));
	}
};

// src/tensorflow/architecture/templates.ts
const templates = {
	dense,
	conv,
	separable,
	residual,
	bottleneck,
	inverted_residual: invertedResidual,
	recurrent,
	attention,
	embedding: embedding$1,
	activation
};

// src/tensorflow/architecture/plan.ts
const mostBlocks$1 = 512;
const known$1 = /* @__PURE__ */ new Set([...commonSettings, ...Object.values(templates).flatMap(({ parameters }) => parameters)]);
const structural = [
	"block",
	"blocks",
	"type",
	"repeats"
];
function planBlocks(config) {
	const planned = Array.isArray(config) ? inRow(config, {}, "blocks") : isTree(config) && Array.isArray(config["blocks"]) ? inRow(config["blocks"], common(config), "blocks") : void 0;
	if (planned === void 0) throw new HyperParameterError("buildArchitecture needs a list of blocks, or a config with one called `blocks` (a `type: repeat` of that name in the spec)");
	return planned;
}
function inRow(list, inherited, path) {
	const planned = list.flatMap((entry, index) => one(entry, inherited, `${path}[${index}]`));
	if (planned.length > mostBlocks$1) throw new HyperParameterError(`${path} are ${planned.length} blocks, more than ${mostBlocks$1}`);
	return planned;
}
function one(entry, inherited, path) {
	if (!isTree(entry)) throw new HyperParameterError(`${path} must be an object such as { type: 'dense', units: 64 }, not ${JSON.stringify(entry)}`);
	const own = {
		...inherited,
		...common(entry)
	};
	const once = Array.isArray(entry["blocks"]) ? inRow(entry["blocks"], own, `${path}.blocks`) : [single(entry, own, path)];
	const repeats = entry["repeats"] ?? 1;
	if (typeof repeats !== "number" || !Number.isInteger(repeats) || repeats < 1) throw new HyperParameterError(`repeats of ${path} must be a whole number of at least 1, not ${JSON.stringify(repeats)}`);
	if (repeats > mostBlocks$1) throw new HyperParameterError(`${path} has ${repeats} repeats, more than ${mostBlocks$1}`);
	const again = once.map(({ settings, ...rest }) => ({
		...rest,
		settings: {
			...settings,
			stride: 1,
			pool: "none"
		}
	}));
	return Array.from({ length: repeats }, (_, i) => i === 0 ? once : again).flat();
}
function single(entry, own, path) {
	const chosen = entry["block"];
	const nested = isTree(chosen) ? chosen : void 0;
	const type = nested ? nested["type"] : chosen ?? entry["type"];
	if (typeof type !== "string") throw new HyperParameterError(`${path} does not say what kind of block it is: block: { type: … }, or type: … (${Object.keys(templates).join(", ")})`);
	const template = Object.hasOwn(templates, type) ? templates[type] : void 0;
	if (!template) throw new HyperParameterError(`${path} is a "${type}", which is no kind of block.${near(type, Object.keys(templates))} There are ${Object.keys(templates).join(", ")}`);
	const place = `${path} (${type})`;
	const takes = [...template.parameters, ...commonSettings];
	checkNames(entry, [...known$1], takes, place);
	if (nested) checkNames(nested, takes, takes, place);
	const all = {
		...own,
		...nested
	};
	return {
		place,
		type,
		settings: Object.fromEntries(Object.entries(all).filter(([name]) => takes.includes(name)))
	};
}
function checkNames(tree, allowed, takes, place) {
	for (const name of Object.keys(tree)) if (!structural.includes(name) && !allowed.includes(name)) throw new HyperParameterError(`${place} has ${name}, which it does not take.${near(name, allowed)} It takes ${takes.join(", ")}`);
}
function near(name, names) {
	const best = (0, import_fastest_levenshtein.closest)(name, names);
	return (0, import_fastest_levenshtein.distance)(name, best) <= 3 ? ` Did you mean ${best}?` : "";
}
function common(tree) {
	return Object.fromEntries(Object.entries(tree).filter(([name, value]) => known$1.has(name) && !isTree(value) && !Array.isArray(value)));
}
function isTree(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/tensorflow/architecture/build.ts
const mostParameters = 2 ** 28;
function buildArchitecture(config, inputShape, head, { limits = {} } = {}) {
	const tf = boundTensorFlow();
	checkShape(inputShape);
	const planned = planBlocks(config);
	const budget = new WeightBudget(Math.min(limits.parameters ?? mostParameters, mostParameters));
	const made = [];
	const building = noting(tf, made);
	try {
		const input = tf.input({
			shape: [...inputShape],
			name: "input"
		});
		let x = input;
		for (const [index, block] of planned.entries()) {
			const context = new BlockContext({
				tf: building,
				settings: new Settings(block.settings, block.place),
				sequenceFollows: takesSequence(planned[index + 1]),
				prefix: `b${index}_`,
				budget
			});
			x = templates[block.type].build(fitted(x, block, index, context), context);
		}
		const last = headSettings(config, head);
		const context = new BlockContext({
			tf: building,
			settings: new Settings(last, "the head"),
			sequenceFollows: false,
			prefix: "head",
			budget
		});
		x = context.drop(reduced(x, context), "_drop");
		x = context.dense(x, "", head.units);
		x = context.activate(x, "_act", (head.activation === "softmax" ? "linear" : head.activation) ?? "linear");
		if (head.activation === "softmax") x = context.apply(building.layers.softmax({ name: "head_act" }), x);
		const model = tf.model({
			inputs: input,
			outputs: x,
			name: "architecture"
		});
		checkFlops(model, limits.flops);
		return model;
	} catch (error) {
		for (const { weights } of made) for (const weight of weights) weight.dispose();
		throw error;
	}
}
function noting(tf, made) {
	const layers = new Proxy(tf.layers, { get(target, name) {
		const make = target[name];
		if (typeof make !== "function") return make;
		return (...args) => {
			const layer = make.apply(target, args);
			made.push(layer);
			return layer;
		};
	} });
	return {
		...tf,
		layers
	};
}
function headSettings(config, head) {
	const { initializer, reduce } = Array.isArray(config) ? {} : config;
	return {
		...initializer === void 0 ? {} : { initializer },
		reduce: head.reduce ?? reduce ?? "average",
		dropout: head.dropout ?? 0
	};
}
function takesSequence(next) {
	return next !== void 0 && templates[next.type].takes.includes("sequence");
}
function fitted(x, { type }, index, context) {
	const { takes } = templates[type];
	const form = formOf(x);
	const shape = x.shape.slice(1).join("×");
	if (type === "embedding" && (index > 0 || form !== "vector")) throw context.infeasible(index > 0 ? "an embedding can only be the first block" : `an embedding takes steps of whole numbers, not ${shape}`);
	if (takes.includes(form)) return x;
	if (takes.includes("vector")) return reduced(x, context);
	const wanted = takes.map((each) => each === "image" ? "an image" : `a ${each}`).join(" or ");
	throw context.infeasible(`needs ${wanted}, but ${index === 0 ? "the input" : "what is before it"} gives ${form === "image" ? "an image" : `a ${form}`} of ${shape}`);
}
function reduced(x, context) {
	const form = formOf(x);
	if (form === "vector") return x;
	const { layers } = context.tf;
	const kind = context.settings.choice("reduce", reductions, "average");
	if (kind === "flatten") return context.apply(layers.flatten({ name: context.name("_flat") }), x);
	const make = {
		average: {
			image: layers.globalAveragePooling2d,
			sequence: layers.globalAveragePooling1d
		},
		max: {
			image: layers.globalMaxPooling2d,
			sequence: layers.globalMaxPooling1d
		}
	}[kind][form];
	return context.apply(make({ name: context.name("_mean") }), x);
}
function checkShape(shape) {
	if (shape.length < 1 || shape.length > 3 || shape.some((side) => !Number.isInteger(side) || side < 1)) throw new HyperParameterError(`the input shape must be [features], [steps, features] or [height, width, channels], without the batch, not ${JSON.stringify(shape)}`);
}
function checkFlops(model, limit) {
	if (limit === void 0) return;
	const { flops } = modelCost(model);
	if (flops > limit) throw new InfeasibleConfig(`the network takes ${flops.toLocaleString("en")} FLOPs for one input, above the limit of ${limit.toLocaleString("en")}`);
}

// src/tensorflow/seeding.ts
function seededRandom(seed) {
	const mixed = mixer(String(seed));
	let [a, b, c, counter] = [
		mixed(),
		mixed(),
		mixed(),
		1
	];
	const next = () => {
		const sum = a + b + counter | 0;
		counter = counter + 1 | 0;
		a = b ^ b >>> 9;
		b = c + (c << 3) | 0;
		c = (c << 21 | c >>> 11) + sum;
		c |= 0;
		return sum >>> 0;
	};
	for (let i = 0; i < 12; i++) next();
	const draw = () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
	return Object.assign(draw, {
		state: () => [
			a,
			b,
			c,
			counter
		],
		restore: (state) => {
			[a, b, c, counter] = state;
		}
	});
}
function mixer(text) {
	let hash = 2166136261;
	for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0), 16777619);
	return () => {
		hash = hash + 2654435769 | 0;
		let word = Math.imul(hash ^ hash >>> 16, 2246822507);
		word = Math.imul(word ^ word >>> 13, 3266489909);
		return word ^ word >>> 16 | 0;
	};
}
let scope = 0;
let current;
async function withSeed(seed, body) {
	const original = Math.random;
	const before = current;
	scope++;
	current = seededRandom(seed);
	Math.random = current;
	try {
		return await body();
	} finally {
		Math.random = original;
		current = before;
	}
}

// src/automl/images/augment.ts
function augment({ from, at }, [height, width, channels], { shift, rotation, zoom, cutout, flip }, random, to, place) {
	const draw = (most) => most === 0 ? 0 : most * (2 * random.uniform() - 1);
	const angle = draw(rotation) * Math.PI / 180;
	const scale = 1 / (1 + draw(zoom));
	const [moveX, moveY] = [draw(shift) * width, draw(shift) * height];
	const mirror = flip && random.uniform() < .5 ? -1 : 1;
	const [sin, cos] = [Math.sin(angle) * scale, Math.cos(angle) * scale];
	const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
	const inside = (value, size) => value < 0 ? 0 : value > size - 1 ? size - 1 : value;
	for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
		const [dx, dy] = [mirror * (x - middleX), y - middleY];
		const sourceX = inside(middleX + cos * dx - sin * dy - moveX, width);
		const sourceY = inside(middleY + sin * dx + cos * dy - moveY, height);
		const [left, top] = [Math.floor(sourceX), Math.floor(sourceY)];
		const [right, bottom] = [Math.min(left + 1, width - 1), Math.min(top + 1, height - 1)];
		const [u, v] = [sourceX - left, sourceY - top];
		for (let c = 0; c < channels; c++) {
			const pixel = (row, column) => from[at + (row * width + column) * channels + c];
			to[place + (y * width + x) * channels + c] = (1 - v) * ((1 - u) * pixel(top, left) + u * pixel(top, right)) + v * ((1 - u) * pixel(bottom, left) + u * pixel(bottom, right));
		}
	}
	const side = Math.round(cutout * Math.min(height, width));
	if (side === 0) return;
	const [cutY, cutX] = [random.integer(height), random.integer(width)];
	for (let y = Math.max(0, cutY - (side >> 1)); y < Math.min(height, cutY - (side >> 1) + side); y++) {
		const begin = Math.max(0, cutX - (side >> 1));
		const end = Math.min(width, cutX - (side >> 1) + side);
		to.fill(0, place + (y * width + begin) * channels, place + (y * width + end) * channels);
	}
}

// src/automl/layers-model.ts
async function saveLayers(tf, model) {
	let saved;
	await model.save(tf.io.withSaveHandler(async ({ modelTopology, weightSpecs = [], weightData }) => {
		const data = tf.io.concatenateArrayBuffers([weightData ?? /* @__PURE__ */ new ArrayBuffer(0)].flat());
		let at = 0;
		saved = {
			topology: modelTopology,
			weights: weightSpecs.map(({ name, shape }) => {
				const size = shape.reduce((product, length) => product * length, 1);
				const values = new Float32Array(data.slice(at, at + 4 * size));
				at += 4 * size;
				return {
					name,
					shape,
					values
				};
			})
		};
		return { modelArtifactsInfo: {
			dateSaved: /* @__PURE__ */ new Date(0),
			modelTopologyType: "JSON"
		} };
	}));
	return saved;
}

// src/automl/families/layer-functions.ts
function padding(size, kernel, stride) {
	const to = Math.ceil(size / stride);
	return {
		before: Math.floor(Math.max(0, (to - 1) * stride + kernel - size) / 2),
		to
	};
}
function convolve({ shape: [height = 1, width = 1, channels = 1], values }, { kernel, shape: [kernelHeight = 1, kernelWidth = 1, , filters = 1], stride, bias }, flat = false) {
	const down = padding(height, kernelHeight, stride);
	const across = padding(width, kernelWidth, stride);
	const made = new Float32Array(down.to * across.to * filters);
	const sums = new Float64Array(filters);
	for (let y = 0; y < down.to; y++) for (let x = 0; x < across.to; x++) {
		if (bias) sums.set(bias);
		else sums.fill(0);
		for (let i = 0; i < kernelHeight; i++) {
			const row = y * stride - down.before + i;
			if (row < 0 || row >= height) continue;
			for (let j = 0; j < kernelWidth; j++) {
				const column = x * stride - across.before + j;
				if (column < 0 || column >= width) continue;
				const from = (row * width + column) * channels;
				const weights = (i * kernelWidth + j) * channels * filters;
				for (let c = 0; c < channels; c++) {
					const value = values[from + c];
					if (value === 0) continue;
					const at = weights + c * filters;
					for (let k = 0; k < filters; k++) sums[k] += value * kernel[at + k];
				}
			}
		}
		made.set(sums, (y * across.to + x) * filters);
	}
	return {
		shape: flat ? [filters] : [
			down.to,
			across.to,
			filters
		],
		values: made
	};
}
function depthwise({ shape: [height = 1, width = 1, channels = 1], values }, { kernel, shape: [kernelHeight = 1, kernelWidth = 1], stride, bias }) {
	const down = padding(height, kernelHeight, stride);
	const across = padding(width, kernelWidth, stride);
	const made = new Float32Array(down.to * across.to * channels);
	for (let y = 0; y < down.to; y++) for (let x = 0; x < across.to; x++) for (let c = 0; c < channels; c++) {
		let sum = bias?.[c] ?? 0;
		for (let i = 0; i < kernelHeight; i++) {
			const row = y * stride - down.before + i;
			if (row < 0 || row >= height) continue;
			for (let j = 0; j < kernelWidth; j++) {
				const column = x * stride - across.before + j;
				if (column < 0 || column >= width) continue;
				sum += values[(row * width + column) * channels + c] * kernel[(i * kernelWidth + j) * channels + c];
			}
		}
		made[(y * across.to + x) * channels + c] = sum;
	}
	return {
		shape: [
			down.to,
			across.to,
			channels
		],
		values: made
	};
}
function pool({ shape: [height = 1, width = 1, channels = 1], values }, size, max) {
	const [down, across] = [Math.floor(height / size), Math.floor(width / size)];
	const made = new Float32Array(down * across * channels);
	for (let y = 0; y < down; y++) for (let x = 0; x < across; x++) for (let c = 0; c < channels; c++) {
		let result = max ? Number.NEGATIVE_INFINITY : 0;
		for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) {
			const value = values[((y * size + i) * width + x * size + j) * channels + c];
			result = max ? Math.max(result, value) : result + value / (size * size);
		}
		made[(y * across + x) * channels + c] = result;
	}
	return {
		shape: [
			down,
			across,
			channels
		],
		values: made
	};
}
function activationOf(name) {
	switch (name) {
		case "linear": return (values) => values;
		case "relu": return (values) => values.map((value) => Math.max(0, value));
		case "softmax": return (values) => {
			const top = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
			const powers = values.map((value) => Math.exp(value - top));
			const sum = powers.reduce((all, value) => all + value, 0);
			return powers.map((value) => value / sum);
		};
		default: throw new Error(`the activation ${name} is run by TensorFlow.js only`);
	}
}

// src/automl/families/layers-interpreter.ts
function layersInterpreter({ topology, weights }) {
	const { layers, output_layers: outputs } = modelConfig(topology);
	const byName = new Map(weights.map((of) => [of.name, of]));
	const steps = layers.map(({ class_name: kind, config, inbound_nodes: nodes }) => ({
		name: config.name,
		inputs: (nodes[0] ?? []).map(([name]) => name),
		run: layerOf(kind, config, (role) => byName.get(`${config.name}/${role}`))
	}));
	const last = outputs[0][0];
	return (input) => {
		const made = /* @__PURE__ */ new Map();
		for (const { name, inputs, run } of steps) made.set(name, inputs.length === 0 ? input : run(inputs.map((of) => made.get(of))));
		return made.get(last);
	};
}
function modelConfig(topology) {
	return topology.config;
}
function layerOf(kind, config, weight) {
	const first = (of) => (inputs) => of(inputs[0]);
	const bias = weight("bias")?.values;
	switch (kind) {
		case "InputLayer":
		case "Dropout": return (inputs) => inputs[0];
		case "Flatten": return first(({ values }) => ({
			shape: [values.length],
			values
		}));
		case "Dense": {
			const { shape, values: kernel } = weight("kernel");
			return first((input) => convolve({
				...input,
				shape: [
					1,
					1,
					shape[0]
				]
			}, {
				kernel,
				shape: [
					1,
					1,
					...shape
				],
				stride: 1,
				bias
			}, true));
		}
		case "Conv2D": {
			const { shape, values: kernel } = weight("kernel");
			return first((input) => convolve(input, {
				kernel,
				shape,
				stride: strideOf(config),
				bias
			}));
		}
		case "DepthwiseConv2D": {
			const { shape, values: kernel } = weight("depthwise_kernel");
			return first((input) => depthwise(input, {
				kernel,
				shape,
				stride: strideOf(config),
				bias
			}));
		}
		case "BatchNormalization": return first(batchNormalization(config, weight));
		case "MaxPooling2D":
		case "AveragePooling2D": return first((input) => pool(input, 2, kind === "MaxPooling2D"));
		case "GlobalAveragePooling2D":
		case "GlobalMaxPooling2D": return first((input) => overAll(input, kind === "GlobalMaxPooling2D"));
		case "Add": return ([a, ...others]) => ({
			shape: a.shape,
			values: a.values.map((value, i) => others.reduce((sum, { values }) => sum + values[i], value))
		});
		case "Activation":
		case "Softmax": {
			const activate = activationOf(kind === "Softmax" ? "softmax" : String(config["activation"]));
			return first(({ shape, values }) => ({
				shape,
				values: activate(values)
			}));
		}
		default: throw new Error(`layer ${config.name} is of the kind ${kind}, which is run by TensorFlow.js only`);
	}
}
function strideOf(config) {
	const strides = config["strides"];
	return Array.isArray(strides) ? Number(strides[0]) : Number(strides ?? 1);
}
function batchNormalization(config, weight) {
	const [mean, variance] = ["moving_mean", "moving_variance"].map((role) => weight(role).values);
	const [gamma, beta] = ["gamma", "beta"].map((role) => weight(role)?.values);
	const channels = mean.length;
	const scale = Float32Array.from(variance, (value, c) => (gamma?.[c] ?? 1) / Math.sqrt(value + Number(config["epsilon"])));
	return ({ shape, values }) => {
		const made = new Float32Array(values.length);
		for (let i = 0; i < values.length; i++) {
			const c = i % channels;
			made[i] = (values[i] - mean[c]) * scale[c] + (beta?.[c] ?? 0);
		}
		return {
			shape,
			values: made
		};
	};
}
function overAll({ shape, values }, max) {
	const channels = shape[2];
	const area = values.length / channels;
	const made = new Float32Array(channels).fill(max ? Number.NEGATIVE_INFINITY : 0);
	for (let i = 0; i < values.length; i++) {
		const c = i % channels;
		made[c] = max ? Math.max(made[c], values[i]) : made[c] + values[i] / area;
	}
	return {
		shape: [channels],
		values: made
	};
}

// src/automl/families/convnet.ts
const batchMomentum = .9;
const warmUp = .05;
const fewestSeen = 800;
const predictedAtOnce = 256;
function convnet(tf, { data, rows, seed }, options) {
	const image = imageOf(data.features);
	const shape = [
		image.height,
		image.width,
		image.channels
	];
	const one = shape[0] * shape[1] * shape[2];
	const pixels = pixelScale(image, rows);
	const values = scaled(image, pixels);
	const outputs = outputsOf(data);
	const random = randomStream(seed, "convnet");
	const n = rows.length;
	const mean = outputs > 1 ? 0 : rows.reduce((sum, row) => sum + data.target[row], 0) / n;
	const deviation = outputs > 1 ? 1 : Math.sqrt(rows.reduce((sum, row) => sum + (data.target[row] - mean) ** 2, 0) / n) || 1;
	const optimizer = tf.train.adam(options.learning_rate);
	const stepsAPass = Math.ceil(n / options.batch_size);
	const lastStep = options.passes * Math.ceil(Math.max(n, fewestSeen) / options.batch_size);
	let model;
	let order = [];
	let steps = 0;
	async function built() {
		model ??= await withSeed(`convnet ${seed}`, () => build$2(tf, shape, outputs, options));
		if (!model.optimizer) model.compile({
			optimizer,
			loss: outputs === 1 ? "meanSquaredError" : "categoricalCrossentropy"
		});
		return model;
	}
	function targetsOf(batch) {
		if (outputs === 1) return Float32Array.from(batch, (row) => (data.target[row] - mean) / deviation);
		const off = options.label_smoothing / outputs;
		const made = new Float32Array(batch.length * outputs).fill(off);
		batch.forEach((row, i) => {
			made[i * outputs + data.target[row]] = 1 - options.label_smoothing + off;
		});
		return made;
	}
	async function step(on) {
		const at = steps % stepsAPass;
		if (at === 0) order = random.shuffle([...rows]);
		const batch = order.slice(at * options.batch_size, (at + 1) * options.batch_size);
		const inputs = new Float32Array(batch.length * one);
		batch.forEach((row, i) => {
			augment({
				from: values,
				at: row * one
			}, shape, options, random, inputs, i * one);
		});
		optimizer.learningRate = rateAt(steps / lastStep, options.learning_rate);
		const x = tf.tensor4d(inputs, [batch.length, ...shape]);
		const y = tf.tensor2d(targetsOf(batch), [batch.length, outputs]);
		await on.trainOnBatch(x, y);
		tf.dispose([x, y]);
		steps += 1;
	}
	return {
		async trainTo(share) {
			const on = await built();
			await withSeed(`convnet ${seed} ${steps}`, async () => {
				while (steps < Math.round(share * lastStep)) await step(on);
			});
		},
		async predict() {
			return predictBatches(tf, await built(), values, shape, (value) => value * deviation + mean);
		},
		async fitted() {
			return {
				family: "convnet",
				pixels,
				mean,
				deviation,
				...await saveLayers(tf, await built())
			};
		},
		dispose() {
			model?.dispose();
			optimizer.dispose();
		}
	};
}
function rateAt(share, height) {
	if (share < warmUp) return height * (share + warmUp / 10) / (warmUp * 1.1);
	return Math.max(1e-7, height * (1 + Math.cos(Math.PI * (share - warmUp) / .95)) / 2);
}
function build$2(tf, shape, outputs, options) {
	useTensorFlow(tf);
	const { block, stages, depth, width, kernel, normalization, l2, dropout, reduce } = options;
	const blocks = [];
	if (block === "separable") blocks.push({
		type: "conv",
		filters: width,
		kernel
	});
	let side = Math.min(shape[0], shape[1]);
	for (let stage = 0; stage < stages; stage++) {
		const filters = Math.min(256, width * 2 ** stage);
		const pools = side >= 4;
		if (stage > 0 && !pools) break;
		for (let i = 0; i < depth; i++) blocks.push({
			type: block,
			filters,
			kernel,
			pool: i === depth - 1 && pools ? "max" : "none"
		});
		side = side >> (pools ? 1 : 0);
	}
	const model = buildArchitecture({
		blocks,
		normalization,
		l2,
		initializer: "heNormal"
	}, shape, {
		units: outputs,
		activation: outputs > 1 ? "softmax" : "linear",
		reduce,
		dropout
	});
	for (const layer of model.layers) if (layer.getClassName() === "BatchNormalization") layer.momentum = batchMomentum;
	return model;
}
function imageOf(features) {
	const image = features.find((feature) => feature.kind === "image");
	if (!image) throw new Error("a convnet needs pictures");
	return image;
}
function pixelScale({ height, width, channels, pixels }, rows) {
	const [sums, squares] = [new Float64Array(channels), new Float64Array(channels)];
	const one = height * width * channels;
	for (const row of rows) for (let i = 0; i < one; i++) {
		const value = pixels[row * one + i];
		sums[i % channels] += value;
		squares[i % channels] += value * value;
	}
	const count = rows.length * height * width;
	const means = Array.from(sums, (sum) => sum / count);
	return {
		means,
		deviations: means.map((mean, c) => Math.sqrt(Math.max(0, squares[c] / count - mean ** 2)) || 1)
	};
}
function scaled({ channels, pixels }, { means, deviations }) {
	const made = new Float32Array(pixels.length);
	for (let i = 0; i < pixels.length; i++) made[i] = (pixels[i] - means[i % channels]) / deviations[i % channels];
	return made;
}
async function predictBatches(tf, model, values, shape, number) {
	const one = shape[0] * shape[1] * shape[2];
	const rows = values.length / one;
	const outputs = model.outputs[0].shape.at(-1);
	const all = new Float64Array(rows * outputs);
	for (let from = 0; from < rows; from += predictedAtOnce) {
		const to = Math.min(rows, from + predictedAtOnce);
		const result = tf.tidy(() => model.predictOnBatch(tf.tensor4d(values.subarray(from * one, to * one), [to - from, ...shape])));
		all.set(await result.data(), from * outputs);
		result.dispose();
	}
	return outputs === 1 ? all.map(number) : all;
}
function predictConvnet(fitted, features, rows, outputs) {
	const image = imageOf(features);
	const { height, width, channels } = image;
	const run = layersInterpreter(fitted);
	const values = scaled(image, fitted.pixels);
	const one = height * width * channels;
	const all = new Float64Array(rows * outputs);
	for (let row = 0; row < rows; row++) {
		const { values: said } = run({
			shape: [
				height,
				width,
				channels
			],
			values: values.subarray(row * one, (row + 1) * one)
		});
		for (let k = 0; k < outputs; k++) all[row * outputs + k] = outputs > 1 ? said[k] : said[k] * fitted.deviation + fitted.mean;
	}
	return all;
}
async function predictConvnetWith(tf, { topology, weights, pixels, mean, deviation }, features) {
	const image = imageOf(features);
	const bytes = Buffer.concat(weights.map(({ values }) => Buffer.from(values.buffer, values.byteOffset, values.byteLength)));
	const model = await tf.loadLayersModel(tf.io.fromMemory({
		modelTopology: topology,
		weightSpecs: weights.map(({ name, shape }) => ({
			name,
			shape: [...shape],
			dtype: "float32"
		})),
		weightData: Uint8Array.from(bytes).buffer
	}));
	try {
		const shape = [
			image.height,
			image.width,
			image.channels
		];
		return await predictBatches(tf, model, scaled(image, pixels), shape, (value) => value * deviation + mean);
	} finally {
		model.dispose();
	}
}

// src/automl/text/sequences.ts
const firstToken = 2;
const longestPiece = 9;
function fitSequences(texts, rows, { vocabulary, length, size }) {
	const counts = /* @__PURE__ */ new Map();
	for (const row of rows) for (const word of wordsOf$1(texts[row].toLowerCase())) counts.set(word, (counts.get(word) ?? 0) + 1);
	return {
		vocabulary,
		length,
		tokens: vocabulary === "words" ? best([...counts].filter(([, count]) => count > 1), size) : pieces(counts, size)
	};
}
function pieces(words, size) {
	const characters = /* @__PURE__ */ new Map();
	const longer = /* @__PURE__ */ new Map();
	for (const [word, count] of words) {
		const marked = ` ${word}`;
		for (let from = 0; from < marked.length; from++) for (let to = from + 1; to <= Math.min(marked.length, from + longestPiece); to++) {
			const piece = marked.slice(from, to);
			const of = to - from === 1 ? characters : longer;
			of.set(piece, (of.get(piece) ?? 0) + count);
		}
	}
	const single = best([...characters], size);
	const saving = [...longer].filter(([, count]) => count > 2).map(([piece, count]) => [piece, count * (piece.length - 1)]);
	return [...single, ...best(saving, size - single.length)];
}
function best(scored, most) {
	return [...scored].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most).map(([token]) => token);
}
function applySequences(coding, texts) {
	const { length, tokens, vocabulary } = coding;
	const numbers = new Map(tokens.map((token, i) => [token, i + 2]));
	const all = new Int32Array(texts.length * length);
	texts.forEach((text, row) => {
		const own = [];
		for (const word of wordsOf$1(text.toLowerCase())) {
			if (own.length >= length) break;
			if (vocabulary === "words") own.push(numbers.get(word) ?? 1);
			else own.push(...split(word, numbers));
		}
		const kept = own.slice(0, length);
		all.set(kept, (row + 1) * length - kept.length);
	});
	return all;
}
function split(word, numbers) {
	const marked = ` ${word}`;
	const found = [];
	for (let from = 0; from < marked.length;) {
		let to = Math.min(marked.length, from + longestPiece);
		while (to > from + 1 && !numbers.has(marked.slice(from, to))) to -= 1;
		found.push(numbers.get(marked.slice(from, to)) ?? 1);
		from = to;
	}
	return found;
}

// src/automl/families/embedding.ts
const filterWidth = 3;
function embedding(tf, { data, rows, seed }, options) {
	const texts = textsOf(data.features);
	const sequences = texts.map((own) => fitSequences(own, rows, {
		vocabulary: options.vocabulary,
		length: options.length,
		size: options.tokens
	}));
	const coding = fitInputs(data.features, rows, {
		scaling: "standard",
		mostColumns: 100,
		embed: false
	});
	const others = applyInputs(coding, data.features, data.rows);
	const outputs = outputsOf(data);
	const random = randomStream(seed, "embedding");
	const n = rows.length;
	const mean = outputs > 1 ? 0 : rows.reduce((sum, row) => sum + data.target[row], 0) / n;
	const deviation = outputs > 1 ? 1 : Math.sqrt(rows.reduce((sum, row) => sum + (data.target[row] - mean) ** 2, 0) / n) || 1;
	const model = build$1(tf, sequences, others.width, outputs, options, () => random.integer(2 ** 31));
	const optimizer = tf.train.adam(options.learning_rate);
	model.compile({
		optimizer,
		loss: outputs === 1 ? "meanSquaredError" : "sparseCategoricalCrossentropy"
	});
	const numbers = sequences.map((own, i) => applySequences(own, texts[i]));
	const target = Float32Array.from(data.target, (y) => (y - mean) / deviation);
	let order = [];
	let steps = 0;
	const stepsAPass = Math.max(1, Math.ceil(n / options.batch_size));
	const lastStep = Math.max(1, options.passes * stepsAPass);
	function take(of) {
		const count = of.length;
		const inputs = [];
		numbers.forEach((all, i) => {
			const { length } = sequences[i];
			const tokens = new Float32Array(count * length);
			for (let r = 0; r < count; r++) tokens.set(all.subarray(of[r] * length, (of[r] + 1) * length), r * length);
			inputs.push(tf.tensor2d(tokens, [count, length]));
			if (options.reader === "mean") inputs.push(tf.tensor2d(shares(tokens, length), [count, length]));
		});
		if (others.width > 0) {
			const values = new Float32Array(count * others.width);
			for (let r = 0; r < count; r++) values.set(others.values.subarray(of[r] * others.width, (of[r] + 1) * others.width), r * others.width);
			inputs.push(tf.tensor2d(values, [count, others.width]));
		}
		return inputs;
	}
	async function step() {
		const at = steps % stepsAPass;
		if (at === 0) order = random.shuffle([...rows]);
		const batch = order.slice(at * options.batch_size, (at + 1) * options.batch_size);
		const rate = options.learning_rate * (1 + Math.cos(Math.PI * steps / lastStep)) / 2;
		optimizer.learningRate = Math.max(rate, 1e-7);
		const inputs = take(batch);
		const truth = tf.tensor2d(Float32Array.from(batch, (row) => target[row]), [batch.length, 1]);
		await model.trainOnBatch(inputs, truth);
		tf.dispose([...inputs, truth]);
		steps += 1;
	}
	return {
		async trainTo(share) {
			while (steps < Math.round(share * lastStep)) await step();
		},
		async predict() {
			const all = new Float64Array(data.rows * outputs);
			const size = 256;
			for (let from = 0; from < data.rows; from += size) {
				const count = Math.min(size, data.rows - from);
				const inputs = take(Int32Array.from({ length: count }, (_, i) => from + i));
				const result = model.predictOnBatch(inputs);
				all.set(await result.data(), from * outputs);
				tf.dispose([...inputs, result]);
			}
			return outputs === 1 ? all.map((value) => value * deviation + mean) : all;
		},
		async fitted() {
			const { reader } = options;
			const saved = await saveLayers(tf, model);
			return {
				family: "embedding",
				reader,
				sequences,
				others: coding,
				mean,
				deviation,
				...saved
			};
		},
		dispose() {
			model.dispose();
			optimizer.dispose();
		}
	};
}
function shares(tokens, length) {
	const weights = new Float32Array(tokens.length);
	for (let from = 0; from < tokens.length; from += length) {
		let count = 0;
		for (let i = 0; i < length; i++) if (tokens[from + i] > 0) count += 1;
		for (let i = 0; i < length; i++) if (tokens[from + i] > 0) weights[from + i] = 1 / count;
	}
	return weights;
}
function build$1(tf, sequences, others, outputs, { reader, units, dropout }, seed) {
	const inputs = [];
	const parts = [];
	const thinned = (x) => dropout > 0 ? tf.layers.dropout({
		rate: dropout,
		seed: seed()
	}).apply(x) : x;
	for (const { tokens, length } of sequences) {
		const codes = tf.input({ shape: [length] });
		inputs.push(codes);
		const embedded = tf.layers.embedding({
			inputDim: tokens.length + 2,
			outputDim: units,
			embeddingsInitializer: tf.initializers.randomNormal({
				stddev: .1,
				seed: seed()
			})
		}).apply(codes);
		if (reader === "mean") {
			const weights = tf.input({ shape: [length] });
			inputs.push(weights);
			parts.push(tf.layers.dot({ axes: 1 }).apply([weights, embedded]));
		} else if (reader === "convolution") {
			const filtered = tf.layers.conv1d({
				filters: units,
				kernelSize: 3,
				activation: "relu",
				kernelInitializer: tf.initializers.heNormal({ seed: seed() })
			}).apply(thinned(embedded));
			parts.push(tf.layers.globalMaxPooling1d().apply(filtered));
		} else parts.push(tf.layers.gru({
			units,
			recurrentActivation: "sigmoid",
			kernelInitializer: tf.initializers.glorotUniform({ seed: seed() }),
			recurrentInitializer: tf.initializers.glorotUniform({ seed: seed() })
		}).apply(thinned(embedded)));
	}
	if (others > 0) {
		const numbers = tf.input({ shape: [others] });
		inputs.push(numbers);
		parts.push(numbers);
	}
	const joined = parts.length === 1 ? parts[0] : tf.layers.concatenate().apply(parts);
	const head = tf.layers.dense({
		units: outputs,
		activation: outputs > 1 ? "softmax" : "linear",
		kernelInitializer: tf.initializers.glorotUniform({ seed: seed() })
	}).apply(thinned(joined));
	return tf.model({
		inputs,
		outputs: head
	});
}

// src/automl/families/embedding-forward.ts
function predictEmbedding({ reader, sequences, others, weights, mean, deviation }, features, rows, outputs) {
	const texts = textsOf(features);
	const numbers = sequences.map((coding, i) => applySequences(coding, texts[i]));
	const { width, values } = applyInputs(others, features, rows);
	const ending = (end) => weights.filter(({ name }) => name.endsWith(end));
	const tables = ending("/embeddings");
	const kernels = ending("/kernel");
	const biases = ending("/bias");
	const recurrent = ending("/recurrent_kernel");
	const [headKernel, headBias] = [kernels.at(-1), biases.at(-1)];
	const result = new Float64Array(rows * outputs);
	for (let row = 0; row < rows; row++) {
		const joined = [...sequences.map(({ length }, i) => {
			const codes = numbers[i].subarray(row * length, (row + 1) * length);
			if (reader === "mean") return meanOf$1(codes, tables[i]);
			const [table, kernel, bias] = [
				tables[i],
				kernels[i],
				biases[i]
			];
			return reader === "convolution" ? strongest(codes, table, kernel, bias) : recur(codes, table, kernel, recurrent[i], bias);
		}).flatMap((part) => [...part]), ...values.subarray(row * width, (row + 1) * width)];
		const scores = Float64Array.from(headBias.values);
		addProduct(joined, headKernel.values, scores);
		result.set(outputs === 1 ? scores.map((y) => y * deviation + mean) : softmax(scores, outputs), row * outputs);
	}
	return result;
}
function addProduct(x, matrix, into, from = 0) {
	const width = into.length;
	for (let i = 0; i < x.length; i++) {
		const xi = x[i];
		if (xi !== 0) for (let o = 0; o < width; o++) into[o] += xi * matrix[(from + i) * width + o];
	}
}
function embedded({ values, shape }, code) {
	return values.subarray(code * shape[1], (code + 1) * shape[1]);
}
function meanOf$1(codes, table) {
	const sum = new Float64Array(table.shape[1]);
	const known = codes.filter((code) => code > 0);
	for (const code of known) embedded(table, code).forEach((value, i) => {
		sum[i] += value / known.length;
	});
	return sum;
}
function strongest(codes, table, kernel, bias) {
	const size = table.shape[1];
	const best = new Float64Array(bias.values.length);
	for (let at = 0; at + 3 <= codes.length; at++) {
		const answer = Float64Array.from(bias.values);
		for (let w = 0; w < 3; w++) addProduct(embedded(table, codes[at + w]), kernel.values, answer, w * size);
		for (let f = 0; f < best.length; f++) best[f] = Math.max(best[f], answer[f]);
	}
	return best;
}
function recur(codes, table, kernel, recurrent, bias) {
	const units = recurrent.shape[0];
	let state = new Float64Array(units);
	for (const code of codes) {
		const gates = Float64Array.from(bias.values);
		addProduct(embedded(table, code), kernel.values, gates);
		const own = new Float64Array(3 * units);
		addProduct(state, recurrent.values, own);
		const update = new Float64Array(units);
		const reset = new Float64Array(units);
		for (let i = 0; i < units; i++) {
			update[i] = sigmoid(gates[i] + own[i]);
			reset[i] = state[i] * sigmoid(gates[units + i] + own[units + i]);
		}
		const proposed = new Float64Array(3 * units);
		addProduct(reset, recurrent.values, proposed);
		state = state.map((h, i) => update[i] * h + (1 - update[i]) * Math.tanh(gates[2 * units + i] + proposed[2 * units + i]));
	}
	return state;
}
function sigmoid(x) {
	return 1 / (1 + Math.exp(-x));
}

// src/automl/families/linear.ts
function linear$1({ data, rows }, { l2, scaling }) {
	const inputs = fitInputs(data.features, rows, {
		scaling,
		mostColumns: 100,
		embed: false,
		mostPixels: 400
	});
	const { width, values } = applyInputs(inputs, data.features, data.rows);
	const outputs = outputsOf(data);
	const n = rows.length;
	const mean = outputs > 1 ? 0 : rows.reduce((sum, row) => sum + data.target[row], 0) / n;
	const deviation = outputs > 1 ? 1 : Math.sqrt(rows.reduce((sum, row) => sum + (data.target[row] - mean) ** 2, 0) / n) || 1;
	const size = (width + 1) * outputs;
	let weights = new Float64Array(size);
	const scores = new Float64Array(outputs);
	function score(row, point) {
		for (let k = 0; k < outputs; k++) scores[k] = point[width * outputs + k];
		for (let j = 0; j < width; j++) {
			const x = values[row * width + j];
			if (x !== 0) for (let k = 0; k < outputs; k++) scores[k] += x * point[j * outputs + k];
		}
	}
	function loss(point, gradient) {
		gradient.fill(0);
		let sum = 0;
		for (const row of rows) {
			score(row, point);
			if (outputs === 1) {
				const error = scores[0] - (data.target[row] - mean) / deviation;
				sum += error * error / 2;
				scores[0] = error;
			} else {
				softmax(scores, outputs);
				const label = data.target[row];
				sum -= Math.log(Math.max(scores[label], 1e-300));
				scores[label] -= 1;
			}
			for (let j = 0; j < width; j++) {
				const x = values[row * width + j];
				if (x !== 0) for (let k = 0; k < outputs; k++) gradient[j * outputs + k] += x * scores[k];
			}
			for (let k = 0; k < outputs; k++) gradient[width * outputs + k] += scores[k];
		}
		for (let i = 0; i < size; i++) gradient[i] /= n;
		let penalty = 0;
		for (let i = 0; i < width * outputs; i++) {
			penalty += point[i] ** 2;
			gradient[i] += l2 * point[i];
		}
		return sum / n + l2 * penalty / 2;
	}
	return {
		async trainTo(share) {
			if (share < 1) return;
			const lower = new Float64Array(size).fill(-1e6);
			const upper = new Float64Array(size).fill(1e6);
			weights = Float64Array.from(minimizeInBox(loss, weights, {
				lower,
				upper,
				iterations: 200,
				gradientTolerance: 1e-5
			}).point);
		},
		async predict() {
			const all = new Float64Array(data.rows * outputs);
			for (let row = 0; row < data.rows; row++) {
				score(row, weights);
				for (let k = 0; k < outputs; k++) all[row * outputs + k] = scores[k] * deviation + mean;
			}
			return outputs === 1 ? all : softmax(all, outputs);
		},
		fitted: async () => ({
			family: "linear",
			inputs,
			weights: [...weights],
			mean,
			deviation
		}),
		dispose() {}
	};
}
function predictLinear({ inputs, weights, mean, deviation }, features, rows, outputs) {
	const { width, values } = applyInputs(inputs, features, rows);
	const scores = new Float64Array(rows * outputs);
	for (let row = 0; row < rows; row++) for (let k = 0; k < outputs; k++) {
		let sum = weights[width * outputs + k];
		for (let j = 0; j < width; j++) sum += values[row * width + j] * weights[j * outputs + k];
		scores[row * outputs + k] = sum * deviation + mean;
	}
	return outputs === 1 ? scores : softmax(scores, outputs);
}

// src/automl/families/network.ts
const mostSteps = 2e4;
function network(tf, { data, rows, seed }, options) {
	const coding = fitInputs(data.features, rows, {
		scaling: options.scaling,
		mostColumns: 12,
		embed: true
	});
	const inputs = applyInputs(coding, data.features, data.rows);
	const outputs = outputsOf(data);
	const random = randomStream(seed, "network");
	const n = rows.length;
	const mean = outputs > 1 ? 0 : rows.reduce((sum, row) => sum + data.target[row], 0) / n;
	const deviation = outputs > 1 ? 1 : Math.sqrt(rows.reduce((sum, row) => sum + (data.target[row] - mean) ** 2, 0) / n) || 1;
	const model = build(tf, inputs.width, inputs.embedded, outputs, options, () => random.integer(2 ** 31));
	const optimizer = tf.train.adam(options.learning_rate);
	model.compile({
		optimizer,
		loss: outputs === 1 ? "meanSquaredError" : "sparseCategoricalCrossentropy"
	});
	const whole = tf.tidy(() => [...inputs.width > 0 ? [tf.tensor2d(inputs.values, [data.rows, inputs.width])] : [], ...inputs.embedded.map(({ codes }) => tf.tensor2d(Float32Array.from(codes), [data.rows, 1]))]);
	const target = tf.tensor2d(Float32Array.from(data.target, (y) => (y - mean) / deviation), [data.rows, 1]);
	let order = [];
	let steps = 0;
	const stepsAPass = Math.max(1, Math.ceil(n / options.batch_size));
	const lastStep = Math.max(1, Math.min(options.passes * stepsAPass, mostSteps));
	async function step() {
		const at = steps % stepsAPass;
		if (at === 0) order = random.shuffle([...rows]);
		const batch = order.slice(at * options.batch_size, (at + 1) * options.batch_size);
		const rate = options.learning_rate * (1 + Math.cos(Math.PI * steps / lastStep)) / 2;
		optimizer.learningRate = Math.max(rate, 1e-7);
		const taken = tf.tidy(() => {
			const index = tf.tensor1d(Int32Array.from(batch), "int32");
			return [...whole, target].map((tensor) => tf.gather(tensor, index));
		});
		await model.trainOnBatch(taken.slice(0, -1), taken.at(-1));
		tf.dispose(taken);
		steps += 1;
	}
	return {
		async trainTo(share) {
			while (steps < Math.round(share * lastStep)) await step();
		},
		async predict() {
			const result = tf.tidy(() => model.predict(whole, { batchSize: 1024 }));
			const values = Float64Array.from(await result.data(), (value) => outputs === 1 ? value * deviation + mean : value);
			result.dispose();
			return values;
		},
		async fitted() {
			return {
				family: "network",
				inputs: coding,
				mean,
				deviation,
				...await saveLayers(tf, model)
			};
		},
		dispose() {
			tf.dispose([...whole, target]);
			model.dispose();
			optimizer.dispose();
		}
	};
}
function build(tf, width, embedded, outputs, { layers, units, dropout, l2 }, seed) {
	const inputs = [];
	const parts = [];
	if (width > 0) {
		const numbers = tf.input({ shape: [width] });
		inputs.push(numbers);
		parts.push(numbers);
	}
	for (const { size } of embedded) {
		const code = tf.input({ shape: [1] });
		inputs.push(code);
		const outputDim = Math.min(32, Math.ceil(1.6 * size ** .56));
		const layer = tf.layers.embedding({
			inputDim: size,
			outputDim,
			embeddingsInitializer: tf.initializers.randomNormal({
				stddev: .05,
				seed: seed()
			})
		});
		parts.push(tf.layers.flatten().apply(layer.apply(code)));
	}
	let x = parts.length === 1 ? parts[0] : tf.layers.concatenate().apply(parts);
	for (let i = 0; i < layers; i++) {
		x = tf.layers.dense({
			units,
			activation: "relu",
			kernelInitializer: tf.initializers.heNormal({ seed: seed() }),
			kernelRegularizer: tf.regularizers.l2({ l2 })
		}).apply(x);
		if (dropout > 0) x = tf.layers.dropout({
			rate: dropout,
			seed: seed()
		}).apply(x);
	}
	const head = tf.layers.dense({
		units: outputs,
		activation: outputs > 1 ? "softmax" : "linear",
		kernelInitializer: tf.initializers.glorotUniform({ seed: seed() })
	}).apply(x);
	return tf.model({
		inputs,
		outputs: head
	});
}
function predictNetwork({ inputs, weights, mean, deviation }, features, rows, outputs) {
	const { width, values, embedded } = applyInputs(inputs, features, rows);
	const tables = weights.filter(({ name }) => name.endsWith("/embeddings"));
	const kernels = weights.filter(({ name }) => name.endsWith("/kernel"));
	const biases = weights.filter(({ name }) => name.endsWith("/bias"));
	const result = new Float64Array(rows * outputs);
	for (let row = 0; row < rows; row++) {
		const input = Array.from(values.subarray(row * width, (row + 1) * width));
		embedded.forEach(({ codes }, i) => {
			const size = tables[i].shape[1];
			input.push(...tables[i].values.subarray(codes[row] * size, (codes[row] + 1) * size));
		});
		let x = Float64Array.from(input);
		kernels.forEach(({ shape, values: kernel }, layer) => {
			const [from, to] = [shape[0], shape[1]];
			const y = Float64Array.from(biases[layer].values);
			for (let i = 0; i < from; i++) {
				const xi = x[i];
				if (xi !== 0) for (let o = 0; o < to; o++) y[o] += xi * kernel[i * to + o];
			}
			x = layer < kernels.length - 1 ? y.map((value) => Math.max(0, value)) : y;
		});
		result.set(outputs === 1 ? x.map((value) => value * deviation + mean) : softmax(x, outputs), row * outputs);
	}
	return result;
}

// src/automl/text/top-terms.ts
const mostCounted = 2e4;
function fitTopTerms(data, rows, most) {
	const options = {
		words: 2,
		characters: [0, 0],
		lowercase: true,
		minDocuments: 3,
		features: mostCounted,
		sublinear: true
	};
	return textsOf(data.features).map((texts) => {
		const coding = fitTerms(texts, rows, options);
		const told = telling(applyTerms(coding, texts), rows, data);
		const chosen = coding.terms.map((_, i) => i).sort((a, b) => told[b] - told[a] || a - b).slice(0, most).sort((a, b) => a - b);
		return {
			...coding,
			terms: chosen.map((i) => coding.terms[i]),
			wordTerms: chosen.length,
			idf: chosen.map((i) => coding.idf[i])
		};
	});
}
function telling(x, rows, data) {
	const outputs = outputsOf(data);
	const n = rows.length;
	const sums = new Float64Array(x.width * outputs);
	const squares = new Float64Array(x.width);
	const counts = new Float64Array(outputs);
	const mean = rows.reduce((sum, row) => sum + data.target[row], 0) / n;
	const spread = rows.reduce((sum, row) => sum + (data.target[row] - mean) ** 2, 0);
	for (const row of rows) {
		const label = data.task === "classification" ? data.target[row] : 0;
		const times = data.task === "classification" ? 1 : data.target[row] - mean;
		counts[label] += 1;
		for (let at = x.starts[row]; at < x.starts[row + 1]; at++) {
			const value = x.values[at];
			sums[x.indexes[at] * outputs + label] += value * times;
			squares[x.indexes[at]] += value * value;
		}
	}
	return squares.map((square, j) => {
		if (data.task === "regression") return square > 0 ? sums[j] ** 2 / (square * spread) : 0;
		const own = sums.subarray(j * outputs, (j + 1) * outputs);
		const whole = own.reduce((sum, value) => sum + value, 0);
		const between = own.reduce((sum, value, k) => sum + (counts[k] > 0 ? value ** 2 / counts[k] : 0), 0) - whole ** 2 / n;
		const variance = square - whole ** 2 / n;
		return variance > 0 ? between / variance : 0;
	});
}
function expandTexts(coding, features) {
	let text = 0;
	return features.flatMap((feature) => {
		if (feature.kind !== "text") return [feature];
		const own = coding[text++];
		const { starts, indexes, values } = applyTerms(own, feature.texts);
		const columns = own.terms.map(() => new Float64Array(feature.texts.length));
		for (let row = 0; row < feature.texts.length; row++) for (let at = starts[row]; at < starts[row + 1]; at++) columns[indexes[at]][row] = values[at];
		const number = (name, of) => ({
			kind: "number",
			name: `${feature.name}:${name}`,
			values: of
		});
		return [
			...columns.map((column, j) => number(own.terms[j], column)),
			number("words", Float64Array.from(feature.texts, (of) => wordsOf$1(of).length)),
			number("characters", Float64Array.from(feature.texts, (of) => of.length))
		];
	});
}

// src/automl/families/trees/bins.ts
const mostBins = 254;
function fitBins(features, rows) {
	return features.map((feature) => feature.kind === "number" ? numberBins(feature.values, rows) : feature.kind === "text" ? { edges: [] } : levelBins(categoryOf(feature), rows));
}
function applyBins(coding, features) {
	return {
		columns: features.map((feature, f) => feature.kind === "number" ? binNumbers(feature.values, coding[f]) : feature.kind === "text" ? new Uint8Array(feature.texts.length) : binLevels(categoryOf(feature).codes, coding[f])),
		counts: coding.map((of) => "edges" in of ? of.edges.length + 2 : of.count),
		categorical: features.map(({ kind }) => kind === "category")
	};
}
function categoryOf(feature) {
	if (feature.kind === "category") return feature;
	throw new Error(`trees cannot take ${feature.name}: pictures come as numbers`);
}
function numberBins(values, rows) {
	const sorted = Float64Array.from(rows, (row) => values[row]).filter((value) => !Number.isNaN(value)).sort();
	const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
	const edges = [];
	if (distinct.length <= mostBins) for (let i = 1; i < distinct.length; i++) edges.push((distinct[i - 1] + distinct[i]) / 2);
	else for (let i = 1; i < mostBins; i++) {
		const edge = sorted[Math.floor(i * sorted.length / mostBins)];
		if (edge !== edges.at(-1)) edges.push(edge);
	}
	return { edges };
}
function binNumbers(values, coding) {
	const edges = "edges" in coding ? coding.edges : [];
	const column = new Uint8Array(values.length);
	for (let row = 0; row < values.length; row++) {
		const value = values[row];
		if (Number.isNaN(value)) continue;
		let [low, high] = [0, edges.length];
		while (low < high) {
			const middle = low + high >> 1;
			if (edges[middle] < value) low = middle + 1;
			else high = middle;
		}
		column[row] = low + 1;
	}
	return column;
}
function levelBins({ codes, levels }, rows) {
	const frequency = new Int32Array(levels.length);
	for (const row of rows) if (codes[row] >= 0) frequency[codes[row]] += 1;
	const order = levels.map((_, code) => code).sort((a, b) => frequency[b] - frequency[a] || a - b);
	const bins = new Array(levels.length).fill(0);
	order.forEach((code, i) => {
		bins[code] = frequency[code] === 0 ? 0 : Math.min(i + 1, mostBins);
	});
	return {
		levels: bins,
		count: Math.min(levels.length, mostBins) + 1
	};
}
function binLevels(codes, coding) {
	const levels = "levels" in coding ? coding.levels : [];
	return Uint8Array.from(codes, (code) => code < 0 ? 0 : levels[code]);
}

// src/automl/families/trees/fitted-trees.ts
function flattenTree(tree) {
	const flat = {
		feature: [],
		low: [],
		high: [],
		value: [],
		bins: []
	};
	const add = (node) => {
		const at = flat.feature.length;
		const leaf = !("feature" in node);
		flat.feature.push(leaf ? -1 : node.feature);
		flat.value.push(leaf ? node.value : 0);
		flat.bins.push(leaf ? [] : ranges(node.left));
		flat.low.push(0);
		flat.high.push(0);
		if (!leaf) {
			flat.low[at] = add(node.low);
			flat.high[at] = add(node.high);
		}
		return at;
	};
	add(tree);
	return flat;
}
function mirrored(tree) {
	return {
		...tree,
		value: tree.value.map((value) => -value)
	};
}
function ranges(left) {
	const found = [];
	for (let i = 0; i < left.length; i++) {
		if (!left[i]) continue;
		if (found.at(-1) === i - 1) found[found.length - 1] = i;
		else found.push(i, i);
	}
	return found;
}
function predictTrees({ texts, bins, start, rate, trees }, features, rows, outputs) {
	const { columns } = applyBins(bins, texts ? expandTexts(texts, features) : features);
	const scores = new Float64Array(rows * outputs);
	for (let row = 0; row < rows; row++) scores.set(start, row * outputs);
	trees.forEach(({ feature, low, high, value, bins: lefts }, t) => {
		const goesLow = lefts.map((pairs) => {
			const set = /* @__PURE__ */ new Uint8Array(256);
			for (let i = 0; i < pairs.length; i += 2) set.fill(1, pairs[i], pairs[i + 1] + 1);
			return set;
		});
		for (let row = 0; row < rows; row++) {
			let at = 0;
			while (feature[at] >= 0) at = goesLow[at][columns[feature[at]][row]] ? low[at] : high[at];
			scores[row * outputs + t % outputs] += rate * value[at];
		}
	});
	return outputs === 1 ? scores : softmax(scores, outputs);
}

// src/automl/families/trees/tree.ts
const categorySmoothing = 10;
var TreeGrower = class {
	#binned;
	#offsets;
	#size;
	#free = [];
	#scratch;
	#gradients;
	#hessians;
	constructor(binned, rows) {
		this.#binned = binned;
		this.#offsets = new Int32Array(binned.counts.length);
		let bins = 0;
		binned.counts.forEach((count, f) => {
			this.#offsets[f] = bins * 3;
			bins += count;
		});
		this.#size = bins * 3;
		this.#scratch = new Int32Array(rows);
		this.#gradients = new Float64Array(rows);
		this.#hessians = new Float64Array(rows);
	}
	grow(gradients, hessians, rows, options, random) {
		const { columns } = this.#binned;
		const scratch = this.#scratch;
		const growing = (from, to, histogram, place) => {
			let [gradient, hessian] = [0, 0];
			for (let i = from; i < to; i++) {
				gradient += gradients[rows[i]];
				hessian += hessians[rows[i]];
			}
			const split = this.#findSplit(histogram, {
				gradient,
				hessian,
				rows: to - from
			}, options, random);
			return {
				from,
				to,
				histogram,
				gradient,
				hessian,
				split,
				place
			};
		};
		let root = { value: 0 };
		const open = [growing(0, rows.length, this.#histogram(gradients, hessians, rows, 0, rows.length), (tree) => {
			root = tree;
		})];
		while (open.length < options.leaves) {
			let best = -1;
			for (let i = 0; i < open.length; i++) if (open[i].split && (best < 0 || open[i].split.gain > open[best].split.gain)) best = i;
			if (best < 0) break;
			const { from, to, histogram, split, place } = open[best];
			const { feature, left } = split;
			const column = columns[feature];
			let [low, high] = [from, 0];
			for (let i = from; i < to; i++) {
				const row = rows[i];
				if (left[column[row]]) rows[low++] = row;
				else scratch[high++] = row;
			}
			rows.set(scratch.subarray(0, high), low);
			const node = {
				feature,
				left,
				low: { value: 0 },
				high: { value: 0 }
			};
			place(node);
			const smallIsLow = low - from <= to - low;
			const small = smallIsLow ? this.#histogram(gradients, hessians, rows, from, low) : this.#histogram(gradients, hessians, rows, low, to);
			for (let i = 0; i < histogram.length; i++) histogram[i] -= small[i];
			open.splice(best, 1, growing(from, low, smallIsLow ? small : histogram, (tree) => {
				node.low = tree;
			}), growing(low, to, smallIsLow ? histogram : small, (tree) => {
				node.high = tree;
			}));
		}
		const leaves = open.map(({ from, to, histogram, gradient, hessian, place }) => {
			const value = -gradient / (hessian + options.l2);
			place({ value });
			this.#free.push(histogram);
			return {
				from,
				to,
				value
			};
		});
		return {
			tree: root,
			leaves
		};
	}
	#histogram(gradients, hessians, rows, from, to) {
		const sums = this.#free.pop()?.fill(0) ?? new Float64Array(this.#size);
		const [g, h] = [this.#gradients, this.#hessians];
		for (let i = from; i < to; i++) {
			const row = rows[i];
			g[i] = gradients[row];
			h[i] = hessians[row];
		}
		const { columns } = this.#binned;
		for (let f = 0; f < columns.length; f++) addColumn(sums, this.#offsets[f], columns[f], rows, g, h, from, to);
		return sums;
	}
	#findSplit(sums, node, { minRows, l2, columns }, random) {
		if (node.rows < 2 * minRows) return void 0;
		const { counts, categorical } = this.#binned;
		const search = new SplitSearch(sums, node, minRows, l2);
		for (let f = 0; f < counts.length; f++) {
			if (columns < 1 && random.uniform() > columns) continue;
			if (categorical[f]) search.category(f, this.#offsets[f], counts[f]);
			else search.number(f, this.#offsets[f], counts[f]);
		}
		return search.best;
	}
};
function addColumn(sums, offset, column, rows, gradients, hessians, from, to) {
	for (let i = from; i < to; i++) {
		const at = offset + column[rows[i]] * 3;
		sums[at] += gradients[i];
		sums[at + 1] += hessians[i];
		sums[at + 2] += 1;
	}
}
var SplitSearch = class {
	#gain = 1e-9;
	#feature = -1;
	#missingLeft = false;
	#cut = 0;
	#order;
	sums;
	node;
	minRows;
	l2;
	constructor(sums, node, minRows, l2) {
		this.sums = sums;
		this.node = node;
		this.minRows = minRows;
		this.l2 = l2;
	}
	number(feature, offset, count) {
		const { sums } = this;
		const missing = sums[offset + 2] > .5;
		let last = count - 1;
		while (last > 0 && sums[offset + 3 * last + 2] <= .5) last -= 1;
		this.#scan(feature, offset, missing, 0, void 0, last);
	}
	category(feature, offset, count) {
		const { sums } = this;
		const order = [];
		for (let b = 1; b < count; b++) if (sums[offset + 3 * b + 2] > .5) order.push(b);
		const slope = (b) => sums[offset + 3 * b] / (sums[offset + 3 * b + 1] + categorySmoothing);
		order.sort((a, b) => slope(a) - slope(b) || a - b);
		this.#scan(feature, offset, sums[offset + 2] > .5, categorySmoothing, order, order.length);
	}
	#scan(feature, offset, missing, extra, order, last) {
		const { sums, node, minRows } = this;
		const { gradient, hessian, rows } = node;
		const l2 = this.l2 + extra;
		const parent = gradient * gradient / (hessian + l2);
		for (let side = 0; side < (missing ? 2 : 1); side++) {
			const missingLeft = side === 1;
			let g = missingLeft ? sums[offset] : 0;
			let h = missingLeft ? sums[offset + 1] : 0;
			let n = missingLeft ? sums[offset + 2] : 0;
			const end = missing && !missingLeft ? last : last - 1;
			for (let i = 1; i <= end; i++) {
				const at = offset + 3 * (order ? order[i - 1] : i);
				if (sums[at + 2] <= .5) continue;
				g += sums[at];
				h += sums[at + 1];
				n += sums[at + 2];
				if (n < minRows || rows - n < minRows) continue;
				const [otherG, otherH] = [gradient - g, hessian - h];
				const gain = g * g / (h + l2) + otherG * otherG / (otherH + l2) - parent;
				if (gain <= this.#gain) continue;
				this.#gain = gain;
				this.#feature = feature;
				this.#missingLeft = missingLeft;
				this.#cut = i;
				this.#order = order;
			}
		}
	}
	get best() {
		if (this.#feature < 0) return void 0;
		const left = /* @__PURE__ */ new Uint8Array(256);
		if (this.#missingLeft) left[0] = 1;
		if (this.#order) for (let j = 0; j < this.#cut; j++) left[this.#order[j]] = 1;
		else left.fill(1, 1, this.#cut + 1);
		return {
			gain: this.#gain,
			feature: this.#feature,
			left
		};
	}
};
function predictTree(tree, columns, row) {
	let at = tree;
	while ("feature" in at) at = at.left[columns[at.feature][row]] ? at.low : at.high;
	return at.value;
}

// src/automl/families/trees/boosting.ts
const defaultTerms = 200;
function boosting({ data, rows, seed }, options) {
	const outputs = outputsOf(data);
	const texts = data.features.some(({ kind }) => kind === "text") ? fitTopTerms(data, rows, options.terms ?? defaultTerms) : void 0;
	const features = texts ? expandTexts(texts, data.features) : data.features;
	const bins = fitBins(features, rows);
	const binned = applyBins(bins, features);
	const trees = [];
	const scores = new Float64Array(data.rows * outputs);
	const [gradients, hessians] = [new Float64Array(data.rows), new Float64Array(data.rows)];
	const random = randomStream(seed, "boosting");
	let done = 0;
	if (outputs === 1) scores.fill(rows.reduce((sum, row) => sum + data.target[row], 0) / rows.length);
	else {
		const counts = new Float64Array(outputs).fill(1);
		for (const row of rows) counts[data.target[row]] += 1;
		for (let row = 0; row < data.rows; row++) for (let k = 0; k < outputs; k++) scores[row * outputs + k] = Math.log(counts[k] / rows.length);
	}
	const start = [...scores.subarray(0, outputs)];
	const grower = new TreeGrower(binned, rows.length);
	const grown = {
		leaves: options.leaves,
		minRows: options.min_rows,
		l2: options.l2,
		columns: options.column_share
	};
	const isTrained = new Uint8Array(data.rows);
	for (const row of rows) isTrained[row] = 1;
	const unseen = Int32Array.from({ length: data.rows }, (_, row) => row).filter((row) => !isTrained[row]);
	function round() {
		const left = [];
		const sampled = options.row_share < 1 ? rows.filter((row) => {
			const taken = random.uniform() < options.row_share;
			if (!taken) left.push(row);
			return taken;
		}) : rows;
		const probabilities = outputs === 1 ? scores : softmax(scores.slice(), outputs);
		const order = new Int32Array(sampled.length);
		for (let k = 0; k < (outputs === 2 ? 1 : outputs); k++) {
			for (const row of sampled) {
				const p = probabilities[row * outputs + k];
				if (outputs === 1) {
					gradients[row] = p - data.target[row];
					hessians[row] = 1;
				} else {
					gradients[row] = p - (data.target[row] === k ? 1 : 0);
					hessians[row] = Math.max(p * (1 - p), 1e-9);
				}
			}
			order.set(sampled);
			const { tree, leaves } = grower.grow(gradients, hessians, order, grown, random);
			const flat = flattenTree(tree);
			trees.push(flat);
			if (outputs === 2) trees.push(mirrored(flat));
			const add = (row, value) => {
				const step = options.learning_rate * value;
				scores[row * outputs + k] += step;
				if (outputs === 2) scores[row * outputs + 1] -= step;
			};
			for (const { from, to, value } of leaves) for (let i = from; i < to; i++) add(order[i], value);
			for (const row of left) add(row, predictTree(tree, binned.columns, row));
			for (const row of unseen) add(row, predictTree(tree, binned.columns, row));
		}
	}
	return {
		async trainTo(share) {
			for (; done < Math.round(share * options.rounds); done++) round();
		},
		predict: async () => outputs === 1 ? scores.slice() : softmax(scores.slice(), outputs),
		fitted: async () => ({
			family: "trees",
			...texts ? { texts } : {},
			bins,
			start,
			rate: options.learning_rate,
			trees: [...trees]
		}),
		dispose() {}
	};
}

// src/automl/families/families.ts
const mostPixelsOfTrees = 256;
const families = {
	trees: {
		create: (_, input, options) => {
			const data = {
				...input.data,
				features: flatPictures(input.data.features, mostPixelsOfTrees)
			};
			return boosting({
				...input,
				data
			}, options);
		},
		predict: (fitted, features, rows, outputs) => predictTrees(fitted, flatPictures(features, mostPixelsOfTrees), rows, outputs)
	},
	linear: {
		create: (_, input, options) => linear$1(input, options),
		predict: predictLinear
	},
	network: {
		create: (tf, input, options) => network(tf, input, options),
		predict: predictNetwork
	},
	bag: {
		create: (_, input, options) => bag(input, options),
		predict: predictBag
	},
	embedding: {
		create: (tf, input, options) => embedding(tf, input, options),
		predict: predictEmbedding
	},
	convnet: {
		create: (tf, input, options) => convnet(tf, input, options),
		predict: predictConvnet,
		predictWith: predictConvnetWith
	}
};
function predictFitted(fitted, features, rows, outputs) {
	return families[fitted.family].predict(fitted, features, rows, outputs);
}

// src/automl/model-files.ts
var ModelFileError = class extends Error {
	name = "ModelFileError";
};
const format = "tunegate-model";
const formatVersion = 1;
function readModel(folder) {
	const file = path.join(folder, "model.json");
	const { task, target, classes, columns, members } = readDocument(folder);
	if (!task || target === void 0 || !classes || !columns || !Array.isArray(members) || members.length === 0) throw new ModelFileError(`${file} is damaged: it lacks a part of the model; export it again`);
	return {
		task,
		target,
		classes,
		columns,
		members: members.map((member) => readMember(folder, member))
	};
}
function readDocument(folder) {
	const file = path.join(folder, "model.json");
	const document = readJson(file);
	if (document?.format !== format) throw new ModelFileError(`${file} is not a model that Tunegate exported: give the folder model of a study of a task`);
	if (document.version !== formatVersion) throw new ModelFileError(`${file} has version ${document.version} of the format, this program reads version ${formatVersion}: use the version of Tunegate that wrote it`);
	return document;
}
function readMember(folder, member) {
	return {
		...member,
		fitted: readFitted(folder, member.fitted)
	};
}
function readFitted(folder, fitted) {
	const { network: name } = fitted;
	if (name === void 0) return fitted;
	if (!/^[\w-]+$/.test(name)) throw new ModelFileError(`${folder}/model.json is damaged: export it again`);
	return {
		...fitted,
		...readNetwork(path.join(folder, name))
	};
}
function readNetwork(folder) {
	const file = path.join(folder, "model.json");
	const document = readJson(file);
	const specs = document.weightsManifest?.[0]?.weights;
	if (!specs) throw new ModelFileError(`${file} is damaged: it has no weights; export the model again`);
	const bytes = readBytes(path.join(folder, "weights.bin"));
	let at = 0;
	const weights = specs.map(({ name, shape }) => {
		const size = 4 * shape.reduce((product, length) => product * length, 1);
		if (at + size > bytes.length) throw new ModelFileError(`${path.join(folder, "weights.bin")} is too short: export the model again`);
		const values = new Float32Array(Uint8Array.from(bytes.subarray(at, at + size)).buffer);
		at += size;
		return {
			name,
			shape,
			values
		};
	});
	return {
		topology: document.modelTopology,
		weights
	};
}
function readBytes(file) {
	try {
		return readFileSync(file);
	} catch (error) {
		const { code, message } = error;
		throw new ModelFileError(code === "ENOENT" ? `there is no ${file}: give the folder model of a study of a task` : `${file} cannot be read: ${message}`);
	}
}
function readJson(file) {
	const text = readBytes(file).toString("utf8");
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new ModelFileError(`${file} is not JSON: ${error.message}; export the model again`);
	}
}

// src/automl/families/series/naive.ts
function naiveForecast({ kind }, { values, filled, window }, step, season, horizon) {
	const last = filled[step];
	if (kind === "mean") return new Float64Array(horizon).fill(window(step, step + 1).mean);
	if (kind === "drift") return Float64Array.from({ length: horizon }, (_, k) => last + (k + 1) * (last - filled[0]) / Math.max(1, step));
	return Float64Array.from({ length: horizon }, (_, k) => kind === "last" ? last : seasonBefore(values, step, k + 1, season, last));
}
function seasonBefore(values, step, ahead, season, otherwise) {
	for (let at = step + ahead - season * Math.ceil(ahead / season); at >= 0; at -= season) if (!Number.isNaN(values[at])) return values[at];
	return otherwise;
}

// src/automl/series/times.ts
const day = 86400;
function parseTime$1(text) {
	if (/^[+-]?\d+$/.test(text)) return {
		format: "number",
		value: Number(text)
	};
	const quarter = /^(\d{4})[-/ ]?Q([1-4])$/i.exec(text);
	if (quarter) return {
		format: "quarter",
		value: secondsOf(Number(quarter[1]), 3 * Number(quarter[2]) - 3)
	};
	const month = /^(\d{4})[-/](\d\d?)$/.exec(text);
	if (month) return Number(month[2]) >= 1 && Number(month[2]) <= 12 ? {
		format: "month",
		value: secondsOf(Number(month[1]), Number(month[2]) - 1)
	} : void 0;
	const whole = /^(\d{4})[-/](\d\d?)[-/](\d\d?)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i.exec(text);
	if (!whole) return void 0;
	const [y, m, d, hours, minutes, seconds] = whole.slice(1, 7).map((part) => Number(part ?? 0));
	const midnight = secondsOf(y, m - 1, d);
	const date = /* @__PURE__ */ new Date(midnight * 1e3);
	if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d || hours > 23 || minutes > 59 || seconds > 59) return void 0;
	if (whole[4] === void 0) return {
		format: "date",
		value: midnight
	};
	const zone = /([+-])(\d\d):?(\d\d)/.exec(whole[7] ?? "");
	const offset = zone ? (zone[1] === "-" ? -1 : 1) * (Number(zone[2]) * 3600 + Number(zone[3]) * 60) : 0;
	return {
		format: whole[6] === void 0 ? "minute" : "second",
		value: midnight + 3600 * hours + 60 * minutes + seconds - offset
	};
}
function secondsOf(year, month, dayOfMonth = 1) {
	return Math.round(Date.UTC(year, month, dayOfMonth) / 1e3);
}
function areYears(values) {
	return values.length > 0 && values.every((value) => value >= 1500 && value <= 2500);
}
function inferFrequency(times, groups) {
	const own = /* @__PURE__ */ new Map();
	times.forEach(({ value }, i) => {
		const of = own.get(groups[i]);
		if (of) of.push(value);
		else own.set(groups[i], [value]);
	});
	const values = times.map(({ value }) => value);
	const start = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
	const format = times[0].format;
	const every = (of) => {
		let common = 0;
		for (const list of own.values()) {
			const sorted = list.map(of).sort((a, b) => a - b);
			for (let i = 1; i < sorted.length; i++) common = gcd(common, sorted[i] - sorted[i - 1]);
		}
		for (const list of own.values()) if (common > 0) common = gcd(common, of(list[0]) - of(start));
		return common;
	};
	if (format === "number") {
		const step = every((value) => value);
		if (step === 0) return void 0;
		return areYears(values) ? {
			unit: "year",
			every: step,
			start,
			format: "year"
		} : {
			unit: "number",
			every: step,
			start
		};
	}
	const date = (value) => /* @__PURE__ */ new Date(value * 1e3);
	const midnights = values.every((value) => value % day === 0);
	const firstDay = date(start).getUTCDate();
	const sameDay = midnights && values.every((value) => date(value).getUTCDate() === firstDay);
	if (sameDay || midnights && values.every(isMonthEnd)) {
		const step = every(monthsOf);
		if (step === 0) return void 0;
		const common = {
			format,
			day: sameDay ? firstDay : 0
		};
		return {
			unit: "month",
			every: step,
			start: monthsOf(start),
			...common
		};
	}
	const step = every((value) => value);
	if (step === 0) return void 0;
	if (midnights && step === day && values.every((value) => weekdayOf(value) < 5) && new Set(values.map(weekdayOf)).size === 5) return {
		unit: "weekday",
		every: 1,
		start: start / day,
		format
	};
	return {
		unit: "second",
		every: step,
		start,
		format
	};
}
function gcd(a, b) {
	let [x, y] = [Math.abs(a), Math.abs(b)];
	while (y > 0) [x, y] = [y, x % y];
	return x;
}
function monthsOf(seconds) {
	const date = /* @__PURE__ */ new Date(seconds * 1e3);
	return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
function isMonthEnd(seconds) {
	return monthsOf(seconds + day) !== monthsOf(seconds);
}
function weekdayOf(seconds) {
	return ((Math.floor(seconds / day) + 3) % 7 + 7) % 7;
}
function weekdaysBefore(days) {
	const sinceMonday = days + 3;
	const weeks = Math.floor(sinceMonday / 7);
	return 5 * weeks + Math.min(5, sinceMonday - 7 * weeks);
}
function stepOf(frequency, { value, format }) {
	const { unit, every, start } = frequency;
	if (format === "number" !== (unit === "number" || unit === "year")) return NaN;
	if (unit === "number" || unit === "year") return (value - start) / every;
	if (unit === "month") return (monthsOf(value) - start) / every;
	if (unit === "second") return (value - start) / every;
	return value % day !== 0 || weekdayOf(value) > 4 ? NaN : weekdaysBefore(value / day) - weekdaysBefore(start);
}
function timeAt(frequency, step) {
	const { unit, every, start } = frequency;
	if (unit === "number" || unit === "year" || unit === "second") return start + step * every;
	if (unit === "month") {
		const months = start + step * every;
		const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12 + 12) % 12 + 1, 0)).getUTCDate();
		return secondsOf(Math.floor(months / 12), (months % 12 + 12) % 12, frequency.day === 0 ? last : Math.min(frequency.day, last));
	}
	const count = weekdaysBefore(start) + step;
	return (7 * Math.floor(count / 5) + (count % 5 + 5) % 5 - 3) * day;
}
function textAt(frequency, step) {
	const value = timeAt(frequency, step);
	if (frequency.unit === "number" || frequency.unit === "year") return String(value);
	const iso = (/* @__PURE__ */ new Date(value * 1e3)).toISOString();
	switch (frequency.format) {
		case "month": return iso.slice(0, 7);
		case "quarter": return `${iso.slice(0, 4)}-Q${Math.floor(Number(iso.slice(5, 7)) / 3 + .9)}`;
		case "minute": return iso.slice(0, 16);
		case "second": return iso.slice(0, 19);
		default: return iso.slice(0, 10);
	}
}
function frequencyWords({ unit, every }) {
	if (unit === "number") return every === 1 ? "steps" : `steps of ${every}`;
	if (unit === "weekday") return "daily, Monday to Friday";
	const [count, name, known] = unit === "year" ? [
		every,
		"years",
		{ 1: "yearly" }
	] : unit === "month" ? every % 12 === 0 ? [
		every / 12,
		"years",
		{ 1: "yearly" }
	] : [
		every,
		"months",
		{
			1: "monthly",
			3: "quarterly"
		}
	] : every % (7 * day) === 0 ? [
		every / (7 * day),
		"weeks",
		{ 1: "weekly" }
	] : every % day === 0 ? [
		every / day,
		"days",
		{ 1: "daily" }
	] : every % 3600 === 0 ? [
		every / 3600,
		"hours",
		{ 1: "hourly" }
	] : every % 60 === 0 ? [
		every / 60,
		"minutes",
		{ 1: "minutely" }
	] : [
		every,
		"seconds",
		{ 1: "each second" }
	];
	return known[count] ?? `every ${count} ${name}`;
}

// src/automl/series/features.ts
const fading = .8;
const mostPlaces = 31;
const seasonsBack = 3;
const fewestWide = 16;
function featuresOf(around, cells, options) {
	const { season, names } = around;
	const n = cells.length;
	const numbers = /* @__PURE__ */ new Map();
	const set = (name, row, value) => {
		let values = numbers.get(name);
		if (!values) {
			values = new Float64Array(n).fill(NaN);
			numbers.set(name, values);
		}
		values[row] = value;
	};
	const [base, scale, logged] = [
		new Float64Array(n),
		new Float64Array(n),
		new Uint8Array(n)
	];
	const wide = Math.max(fewestWide, 2 * season);
	const lagNames = Array.from({ length: options.lags }, (_, j) => `lag ${j}`);
	cells.forEach(({ series, step, ahead }, row) => {
		const history = pastOf$1(around, series, step, options.log);
		logged[row] = history === around.histories[series] ? 0 : 1;
		const { values, filled } = history;
		const { mean, deviation } = history.window(step, wide);
		const unit = Math.max(deviation, .001 * Math.abs(logged[row] ? 1 : mean)) || 1;
		const last = filled[step];
		const before = seasonBefore(values, step, ahead, season, last);
		base[row] = options.difference === "none" ? mean : options.difference === "last" ? last : before;
		scale[row] = unit;
		const at = (t) => t < 0 ? NaN : values[t];
		for (let j = 0; j < options.lags; j++) {
			const of = at(step - j);
			const from = options.difference === "none" ? mean : options.difference === "last" ? last : at(step - j - season);
			set(lagNames[j], row, (of - from) / unit);
		}
		const [short, one, two] = [
			3,
			Math.max(4, season),
			2 * Math.max(4, season)
		].map((count) => history.window(step, count));
		set("ahead", row, ahead);
		set("last", row, (last - one.mean) / unit);
		set("last fading", row, (last - one.mean) / unit * fading ** ahead);
		set("mean of 3", row, (short.mean - mean) / unit);
		set("mean of a season", row, (one.mean - mean) / unit);
		set("deviation of a season", row, one.deviation / unit);
		const slope = 2 * (one.mean - two.mean) / Math.max(4, season);
		set("slope", row, slope / unit);
		set("slope ahead", row, slope * ahead / unit);
		if (season > 1) {
			const same = step + ahead - season * Math.ceil(ahead / season);
			for (let back = 0; back < seasonsBack; back++) set(`season ${back + 1} before`, row, (at(same - back * season) - base[row]) / unit);
			const change = last - at(step - season);
			set("since a season", row, change / unit);
			set("since a season, fading", row, change / unit * fading ** ahead);
			set("change of the mean in a season", row, (one.mean - two.mean) * 2 / unit);
		}
	});
	const target = (cell) => around.panel.series[cell.series].start + cell.step + cell.ahead;
	return {
		features: [
			...[...numbers].map(([name, values]) => ({
				kind: "number",
				name,
				values
			})),
			...calendar(around.panel.frequency, season, cells.map(target)),
			...names.length > 1 ? [seriesFeature(around, cells)] : [],
			...around.known.map((feature) => taken(feature, around, cells, ({ step, ahead }) => step + ahead)),
			...around.past.map((feature) => taken(feature, around, cells, ({ step }) => step))
		],
		base,
		scale,
		logged
	};
}
function pastOf$1({ histories, logs }, series, step, log) {
	const history = histories[series];
	return log && history.positive(step) ? logs[series] ?? history : history;
}
function valuesOf$1({ base, scale, logged }, targets) {
	return targets.map((target, row) => {
		const value = base[row] + scale[row] * target;
		return logged[row] ? Math.exp(value) : value;
	});
}
function category(name, codes, levels) {
	return {
		kind: "category",
		name,
		codes,
		levels: Array.from({ length: levels }, (_, i) => String(i))
	};
}
function calendar(frequency, season, steps) {
	const { unit } = frequency;
	const found = [];
	const of = (name, levels, part) => found.push(category(name, Int32Array.from(steps, part), levels));
	const place = (step) => (step % season + season) % season;
	if (season > 1 && season <= mostPlaces) of("place in the season", season, place);
	else if (season > mostPlaces) for (const harmonic of [1, 2]) for (const [name, wave] of [["sine", Math.sin], ["cosine", Math.cos]]) found.push({
		kind: "number",
		name: `${name} ${harmonic} of the season`,
		values: Float64Array.from(steps, (step) => wave(2 * Math.PI * harmonic * place(step) / season))
	});
	if (unit !== "second" && unit !== "weekday") return found;
	const date = (step) => /* @__PURE__ */ new Date(timeAt(frequency, step) * 1e3);
	const length = unit === "weekday" ? 86400 : frequency.every;
	if (length <= 2419200) of("month", 12, (step) => date(step).getUTCMonth());
	if (length <= 86400 && season !== 7) of("weekday", 7, (step) => date(step).getUTCDay());
	if (length < 86400 && season !== 24) of("hour", 24, (step) => date(step).getUTCHours());
	return found;
}
function seriesFeature({ panel, names }, cells) {
	const index = new Map(names.map((name, i) => [name, i]));
	return {
		kind: "category",
		name: "series",
		codes: Int32Array.from(cells, ({ series }) => index.get(panel.series[series].name) ?? -1),
		levels: names
	};
}
function taken(feature, { panel }, cells, step) {
	const rows = Int32Array.from(cells, (cell) => panel.series[cell.series].rows[step(cell)] ?? -1);
	return featureRows(feature, rows);
}

// src/automl/families/series/regression.ts
function windowCells({ panel }, windows, horizon) {
	return windows.flatMap(({ series, origin }) => Array.from({ length: horizon }, (_, k) => ({
		series,
		step: origin - panel.series[series].start,
		ahead: k + 1
	})));
}
function regressionForecast({ options, learned }, around, windows, horizon) {
	const cells = featuresOf(around, windowCells(around, windows, horizon), options);
	return valuesOf$1(cells, predictFitted(learned, cells.features, windows.length * horizon, 1));
}

// src/automl/families/series/smoothing.ts
const mostFitted = 3e3;
const firstSteps = 10;
function pastOf({ values, positive }, step, log) {
	const logged = log && positive(step);
	const past = values.subarray(0, step + 1);
	return {
		past: logged ? past.map(Math.log) : past,
		logged,
		positive: !logged && positive(step)
	};
}
function fitSmoothing(options, history, step, season) {
	const { past, positive } = pastOf(history, step, options.log);
	const y = past.subarray(Math.max(0, past.length - mostFitted));
	const known = y.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0);
	const seasonal = season > 1 && y.length >= 2 * season && known > season + 3;
	const trends = options.trend === "auto" ? [
		"none",
		"linear",
		"damped"
	] : [options.trend];
	const wanted = options.season === "auto" ? [
		"none",
		"additive",
		"multiplicative"
	] : [options.season];
	const seasons = new Set(wanted.map((of) => !seasonal ? "none" : of === "multiplicative" && !positive ? "additive" : of));
	let best;
	for (const of of seasons) for (const trend of trends) {
		if (trend !== "none" && known < 6 && options.trend === "auto") continue;
		const found = fitForm(y, known, trend, of, season);
		if (!best || found.criterion < best.criterion) best = found;
	}
	return best.state;
}
function fitForm(y, known, trend, form, season) {
	const free = ["alpha"];
	if (trend !== "none") free.push("beta");
	if (form !== "none") free.push("gamma");
	if (trend === "damped") free.push("phi");
	const bounds = {
		alpha: [.001, .999],
		beta: [1e-4, .999],
		gamma: [1e-4, .999],
		phi: [.8, .98]
	};
	const state = (point) => {
		const at = (name, otherwise) => {
			const index = free.indexOf(name);
			return index < 0 ? otherwise : point[index];
		};
		return {
			trend,
			season: form,
			alpha: at("alpha", 0),
			beta: at("beta", 0),
			gamma: at("gamma", 0),
			phi: at("phi", trend === "none" ? 0 : 1)
		};
	};
	const loss = (point) => {
		const { squares, count } = smooth(state(point), y, season);
		return Math.log(Math.max(squares / Math.max(1, count), 1e-300));
	};
	const lower = free.map((name) => bounds[name][0]);
	const upper = free.map((name) => bounds[name][1]);
	const width = 1e-5;
	const f = (point, gradient) => {
		const probe = point.slice();
		for (let i = 0; i < point.length; i++) {
			const [low, high] = [Math.max(lower[i], point[i] - width), Math.min(upper[i], point[i] + width)];
			probe[i] = high;
			const above = loss(probe);
			probe[i] = low;
			gradient[i] = (above - loss(probe)) / (high - low);
			probe[i] = point[i];
		}
		return loss(point);
	};
	let best;
	for (const alpha of [.1, .6]) {
		const start = Float64Array.from(free, (name) => ({
			alpha,
			beta: .05,
			gamma: .1,
			phi: .95
		})[name]);
		const found = minimizeInBox(f, start, {
			lower,
			upper,
			iterations: 30,
			gradientTolerance: 1e-4,
			valueTolerance: 1e-7
		});
		if (!best || found.value < best.value) best = found;
	}
	const parameters = 1 + free.length + 1 + (trend === "none" ? 0 : 1) + (form === "none" ? 0 : season - 1);
	const room = known - parameters - 1;
	const penalty = room > 0 ? 2 * parameters * known / room : 1e6 + parameters;
	return {
		state: state(best.point),
		criterion: known * best.value + penalty
	};
}
function smooth(state, y, season) {
	const { alpha, beta, gamma, phi, season: form, trend } = state;
	const m = form === "none" ? 1 : season;
	const first = beginning(y, m, form, trend !== "none");
	let { level, slope } = first;
	const seasons = first.seasons;
	let [squares, count] = [0, 0];
	for (let t = 0; t < y.length; t++) {
		const s = seasons[t % m];
		const base = level + phi * slope;
		const value = y[t];
		if (Number.isNaN(value)) {
			level = base;
			slope *= phi;
			continue;
		}
		const error = value - (form === "multiplicative" ? base * s : base + s);
		squares += error * error;
		count += 1;
		const next = form === "multiplicative" ? alpha * (value / s) + (1 - alpha) * base : base + alpha * error;
		if (trend !== "none") slope = phi * slope + beta * (next - base);
		if (form === "additive") seasons[t % m] = s + gamma * (1 - alpha) * error;
		else if (form === "multiplicative" && base > 0) seasons[t % m] = (1 - gamma) * s + gamma * value / base;
		level = next;
	}
	return {
		level,
		slope,
		seasons,
		squares,
		count
	};
}
function beginning(y, m, form, trended) {
	const seasons = new Float64Array(m).fill(form === "multiplicative" ? 1 : 0);
	const whole = Math.min(3, Math.floor(y.length / m));
	if (form !== "none") {
		const means = Array.from({ length: whole }, (_, i) => meanOf(y.subarray(i * m, (i + 1) * m)));
		const slope = whole > 1 ? (means[whole - 1] - means[0]) / ((whole - 1) * m) : 0;
		for (let j = 0; j < m; j++) {
			let [sum, count] = [0, 0];
			for (let i = 0; i < whole; i++) {
				const value = y[i * m + j];
				const base = means[i] + slope * (j - (m - 1) / 2);
				if (Number.isNaN(value) || Number.isNaN(base) || form === "multiplicative" && base <= 0) continue;
				sum += form === "multiplicative" ? value / base : value - base;
				count += 1;
			}
			if (count > 0) seasons[j] = sum / count;
		}
		const centre = seasons.reduce((sum, value) => sum + value, 0) / m;
		for (let j = 0; j < m; j++) seasons[j] = form === "multiplicative" ? Math.max(.001, seasons[j] / centre) : seasons[j] - centre;
	}
	const used = Math.min(y.length, form === "none" ? firstSteps : Math.max(firstSteps, 2 * m));
	let [n, sx, sy, sxx, sxy] = [
		0,
		0,
		0,
		0,
		0
	];
	for (let t = 0; t < used; t++) {
		if (Number.isNaN(y[t])) continue;
		const value = form === "multiplicative" ? y[t] / seasons[t % m] : y[t] - seasons[t % m];
		n += 1;
		sx += t;
		sy += value;
		sxx += t * t;
		sxy += t * value;
	}
	const spread = n * sxx - sx * sx;
	const slope = trended && n > 2 && spread > 0 ? (n * sxy - sx * sy) / spread : 0;
	return {
		level: n === 0 ? 0 : (sy - slope * sx) / n - slope,
		slope,
		seasons
	};
}
function meanOf(values) {
	const known = values.filter((value) => !Number.isNaN(value));
	return known.length === 0 ? NaN : known.reduce((sum, value) => sum + value, 0) / known.length;
}
function smoothingForecast(state, { log }, history, step, season, horizon) {
	const { past, logged, positive } = pastOf(history, step, log);
	const form = state.season !== "none" && past.length < 2 * season ? "none" : state.season === "multiplicative" && !positive ? "additive" : state.season;
	const { level, slope, seasons } = smooth({
		...state,
		season: form
	}, past, season);
	const m = seasons.length;
	let [damped, factor] = [0, 1];
	const forecast = Float64Array.from({ length: horizon }, (_, k) => {
		factor *= state.phi;
		damped += state.trend === "none" ? 0 : factor;
		const base = level + damped * slope;
		const s = seasons[(past.length + k) % m];
		const value = form === "multiplicative" ? base * s : base + s;
		return logged ? Math.exp(value) : value;
	});
	return forecast.every(Number.isFinite) ? forecast : forecast.map((_, k) => seasonBefore(history.values, step, k + 1, season, history.filled[step]));
}

// src/automl/families/series/forecasters.ts
function forecastFitted(fitted, around, windows, horizon) {
	if (fitted.family !== "naive" && fitted.family !== "smoothing") return regressionForecast(fitted, around, windows, horizon);
	const all = new Float64Array(windows.length * horizon);
	windows.forEach(({ series, origin }, w) => {
		const { name, start } = around.panel.series[series];
		const history = around.histories[series];
		const step = origin - start;
		let own;
		if (fitted.family === "naive") own = naiveForecast(fitted, history, step, around.season, horizon);
		else {
			const state = Object.hasOwn(fitted.series, name) ? fitted.series[name] : fitSmoothing(fitted.options, history, step, around.season);
			own = smoothingForecast(state, fitted.options, history, step, around.season, horizon);
		}
		all.set(own, w * horizon);
	});
	return all;
}

// src/automl/series/panel.ts
const mostGaps = 3;
function readPanel(table, { target, time, series }, known) {
	const { file, lines } = table;
	const place = (row) => `${file}:${lines[row]}`;
	const targets = columnOf(table, target, "target column");
	const times = readTimes(table, time);
	const names = series === void 0 ? lines.reduce((all) => [...all, ""], []) : columnOf(table, series, "series column");
	names.forEach((name, row) => {
		if (series !== void 0 && name === "") throw new DataError(`${place(row)}: ${series} is empty: each row must say which series it belongs to`);
	});
	const values = Float64Array.from(targets, (text, row) => {
		const value = text === "" ? NaN : Number(text);
		if (text !== "" && !Number.isFinite(value)) throw new DataError(`${place(row)}: ${target} is ${JSON.stringify(text.slice(0, 60))}, not a number`);
		return value;
	});
	const frequency = known ?? inferFrequency(times, names);
	if (!frequency) throw new DataError(`${file}: no series has two different times in ${time}; at least two are needed`);
	const steps = times.map((of, row) => {
		const step = stepOf(frequency, of);
		if (!Number.isInteger(step)) throw new DataError(`${place(row)}: ${time} is ${JSON.stringify(columnOf(table, time, "time column")[row])}, which is no step of the model's times (${frequencyWords(frequency)}, such as ${textAt(frequency, 0)})`);
		return step;
	});
	const notes = [];
	const groups = /* @__PURE__ */ new Map();
	let sorted = true;
	steps.forEach((step, row) => {
		const of = groups.get(names[row]);
		if (!of) groups.set(names[row], [row]);
		else {
			if (steps[of.at(-1)] > step) sorted = false;
			of.push(row);
		}
	});
	if (!sorted) notes.push(`The rows were not in the order of ${time}; they are sorted.`);
	const found = [];
	let [gaps, empty, grid] = [
		0,
		0,
		0
	];
	const gapsIn = [];
	for (const [name, of] of groups) {
		of.sort((a, b) => steps[a] - steps[b] || a - b);
		for (let i = 1; i < of.length; i++) if (steps[of[i]] === steps[of[i - 1]]) throw new DataError(`${place(of[i])}: ${series === void 0 ? "" : `${series} ${JSON.stringify(name)} has `}a second row for ${textAt(frequency, steps[of[i]])}${series === void 0 ? "; the first is in" : ", the first is in"} line ${lines[of[i - 1]]}: ${series === void 0 ? "if the file holds several series, name the column that tells them apart with `series`" : "keep one row for each time"}`);
		const present = of.filter((row) => !Number.isNaN(values[row]));
		if (present.length === 0) {
			notes.push(`${quoted(name)}has no value of ${target} and is left out.`);
			continue;
		}
		const start = steps[present[0]];
		const length = steps[present.at(-1)] - start + 1;
		const own = of.filter((row) => steps[row] >= start);
		const reach = steps[own.at(-1)] - start + 1;
		grid += reach;
		if (!known && grid > mostGaps * lines.length + 100) throw irregular(table, time, frequency, steps, of);
		const made = {
			name,
			start,
			values: new Float64Array(length).fill(NaN),
			rows: new Int32Array(reach).fill(-1)
		};
		for (const row of own) {
			const step = steps[row] - start;
			made.rows[step] = row;
			if (step < length) made.values[step] = values[row];
		}
		const absent = made.rows.subarray(0, length).reduce((sum, row) => sum + (row < 0 ? 1 : 0), 0);
		if (absent > 0) gapsIn.push(name);
		gaps += absent;
		empty += made.values.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0) - absent;
		found.push(made);
	}
	if (found.length === 0) throw new DataError(`${file}: no row has a value of ${target}`);
	if (gaps > 0) notes.push(`${gaps === 1 ? "One step has" : `${gaps} steps have`} no row${series === void 0 ? "" : ` (in ${gapsIn.slice(0, 5).join(", ")}${gapsIn.length > 5 ? ` and ${gapsIn.length - 5} more` : ""})`}; ${gaps === 1 ? "it counts" : "they count"} as missing.`);
	if (empty > 0) notes.push(`${empty === 1 ? "One row has" : `${empty} rows have`} no value of ${target}; ${empty === 1 ? "it counts" : "they count"} as missing.`);
	return {
		frequency,
		series: found,
		notes
	};
}
function quoted(name) {
	return name === "" ? "The series " : `${JSON.stringify(name)} `;
}
function columnOf(table, name, what) {
	const index = table.names.indexOf(name);
	if (index < 0) throw new DataError(`${table.file}:1: there is no ${what} ${JSON.stringify(name)}; the columns are ${table.names.join(", ")}`);
	return table.columns[index];
}
function readTimes(table, name) {
	const { file, lines } = table;
	const texts = columnOf(table, name, "time column");
	const times = texts.map((text, row) => {
		const time = parseTime$1(text);
		if (!time) throw new DataError(`${file}:${lines[row]}: ${name} is ${text === "" ? "empty" : JSON.stringify(text.slice(0, 60))}, not a time: write 2026-01-31, 2026-01-31T12:00, 2026-01, 2026-Q1, a year or a whole number`);
		return time;
	});
	if (times.length === 0) throw new DataError(`${file} has a header and no rows`);
	const clock = /* @__PURE__ */ new Set([
		"date",
		"minute",
		"second"
	]);
	const first = times[0].format;
	const other = times.findIndex(({ format }) => format !== first && !(clock.has(format) && clock.has(first)));
	if (other >= 0) throw new DataError(`${file}:${lines[other]}: ${name} is ${JSON.stringify(texts[other])}, while line ${lines[0]} has ${JSON.stringify(texts[0])}: write all times in one way`);
	const finest = times.some(({ format }) => format === "second") ? "second" : times.some(({ format }) => format === "minute") ? "minute" : first;
	return times.map(({ value }) => ({
		value,
		format: finest
	}));
}
function irregular({ file, lines }, time, frequency, steps, rows) {
	const distances = rows.slice(1).map((row, i) => steps[row] - steps[rows[i]]);
	const counts = /* @__PURE__ */ new Map();
	for (const distance of distances) counts.set(distance, (counts.get(distance) ?? 0) + 1);
	const [usual] = [...counts].sort((a, b) => b[1] - a[1])[0];
	const odd = Math.max(0, distances.findIndex((distance) => distance % usual !== 0));
	return new DataError(`${file}:${lines[rows[odd + 1]]}: the times of ${time} are not regular: from ${textAt(frequency, steps[rows[odd]])} to ${textAt(frequency, steps[rows[odd + 1]])} it is ${distances[odd]} steps (${frequencyWords(frequency)}), mostly ${usual}; give a row for each hour, day or month, say, with the sum or the mean of what lies in it`);
}

// src/automl/series/history.ts
function historyOf({ values }, season) {
	const n = values.length;
	const filled = new Float64Array(n);
	const [sums, counts, squares] = [
		new Float64Array(n + 1),
		new Float64Array(n + 1),
		new Float64Array(n + 1)
	];
	const distances = [season, 1].map((lag) => ({
		lag,
		sum: new Float64Array(n + 1),
		count: new Float64Array(n + 1)
	}));
	const shift = values[0];
	let firstNotPositive = n;
	for (let i = 0; i < n; i++) {
		const value = values[i];
		const known = !Number.isNaN(value);
		filled[i] = known ? value : filled[i - 1];
		sums[i + 1] = sums[i] + (known ? value - shift : 0);
		squares[i + 1] = squares[i] + (known ? (value - shift) ** 2 : 0);
		counts[i + 1] = counts[i] + (known ? 1 : 0);
		if (known && value <= 0) firstNotPositive = Math.min(firstNotPositive, i);
		for (const { lag, sum, count } of distances) {
			const distance = i >= lag ? Math.abs(value - values[i - lag]) : NaN;
			sum[i + 1] = sum[i] + (Number.isNaN(distance) ? 0 : distance);
			count[i + 1] = count[i] + (Number.isNaN(distance) ? 0 : 1);
		}
	}
	return {
		values,
		filled,
		scale(step) {
			for (const { sum, count } of distances) if (count[step + 1] > 0 && sum[step + 1] > 0) return sum[step + 1] / count[step + 1];
			return NaN;
		},
		window(step, count) {
			const from = Math.max(0, step + 1 - count);
			const known = counts[step + 1] - counts[from];
			if (known === 0) return {
				mean: filled[step],
				deviation: 0
			};
			const mean = (sums[step + 1] - sums[from]) / known;
			const square = (squares[step + 1] - squares[from]) / known;
			return {
				mean: mean + shift,
				deviation: Math.sqrt(Math.max(0, square - mean * mean))
			};
		},
		positive: (step) => step < firstNotPositive
	};
}

// src/automl/series/series-data.ts
function surroundingsOf(table, panel, season, columns, names) {
	const encode = (codings) => encodeColumns(table, codings).flatMap(({ features }) => features);
	return {
		panel,
		...historiesOf(panel, season),
		season,
		names,
		known: encode(columns.known),
		past: encode(columns.past)
	};
}
function historiesOf({ series }, season) {
	return {
		histories: series.map((of) => historyOf(of, season)),
		logs: series.map(({ values }) => values[0] > 0 ? historyOf({ values: values.map((value) => Math.log(value)) }, season) : void 0)
	};
}
function encodeColumns(table, codings) {
	return codings.map((coding) => ({
		column: coding.column,
		features: encodeColumn(coding, columnOf(table, coding.column, "column"))
	}));
}

// src/automl/series/series-model.ts
function forecastModel({ members, horizon }, around, windows) {
	const sum = new Float64Array(windows.length * horizon);
	for (const { weight, fitted } of members) addWeighted(sum, weight, forecastFitted(fitted, around, windows, horizon));
	return sum;
}
function readAnyModel(folder) {
	const document = readDocument(folder);
	if (document.task !== "forecasting") return readModel(folder);
	const { task, target, time, series, horizon, season, frequency, columns, names, intervals, members } = document;
	if (target === void 0 || time === void 0 || !horizon || !season || !frequency || !columns || !names || !intervals || !Array.isArray(members) || members.length === 0) throw new ModelFileError(`${path.join(folder, "model.json")} is damaged: it lacks a part of the model; export it again`);
	return {
		task,
		target,
		time,
		...series === void 0 ? {} : { series },
		horizon,
		season,
		frequency,
		columns,
		names,
		intervals,
		members: members.map((member) => "learned" in member.fitted ? {
			...member,
			fitted: {
				...member.fitted,
				learned: readFitted(folder, member.fitted.learned)
			}
		} : member)
	};
}

// src/automl/series/forecast.ts
function forecastTable(model, table) {
	const { horizon, season, frequency, columns, names, target, time, series } = model;
	const panel = readPanel(table, {
		target,
		time,
		series
	}, frequency);
	const notes = [];
	const windows = panel.series.flatMap(({ name, start, values }, index) => {
		const present = values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0);
		if (present >= 4) return [{
			series: index,
			origin: start + values.length - 1
		}];
		notes.push(`${name === "" ? "The series" : name} has ${present} known values, and a forecast needs ${4}: left out.`);
		return [];
	});
	if (windows.length === 0) throw new DataError(`${table.file}: no series has ${4} known values, which a forecast needs`);
	checkKnown(model, table, panel, windows);
	const unseen = windows.filter(({ series: index }) => !names.includes(panel.series[index].name));
	if (unseen.length > 0 && series !== void 0) notes.push(`${unseen.length} series are none that the model was trained on: ${unseen.slice(0, 5).map(({ series: index }) => panel.series[index].name).join(", ")}${unseen.length > 5 ? " and others" : ""}.`);
	const around = surroundingsOf(table, panel, season, columns, names);
	const predicted = forecastModel(model, around, windows);
	const { lower, upper } = bounded$1(around, windows, horizon, model.intervals, predicted);
	return {
		steps: windows.flatMap(({ series: index, origin }, w) => Array.from({ length: horizon }, (_, k) => ({
			time: textAt(frequency, origin + 1 + k),
			series: panel.series[index].name,
			prediction: predicted[w * horizon + k],
			lower: lower[w * horizon + k],
			upper: upper[w * horizon + k]
		}))),
		notes
	};
}
function bounded$1({ histories, panel }, windows, horizon, { low, high }, predicted) {
	const units = windows.map(({ series, origin }) => {
		const scale = histories[series].scale(origin - panel.series[series].start);
		return Number.isNaN(scale) ? 0 : scale;
	});
	const end = (of) => predicted.map((value, i) => value + of[i % horizon] * units[Math.floor(i / horizon)]);
	return {
		lower: end(low),
		upper: end(high)
	};
}
function checkKnown({ columns, horizon, frequency, time }, table, panel, windows) {
	for (const { column } of [...columns.known, ...columns.past]) columnOf(table, column, "column");
	if (columns.known.length === 0) return;
	for (const { series, origin } of windows) {
		const { name, rows, start } = panel.series[series];
		for (let step = origin + 1; step <= origin + horizon; step++) if ((rows[step - start] ?? -1) < 0) throw new DataError(`${table.file}: there is no row for ${name === "" ? "" : `${name} at `}${textAt(frequency, step)}: ${columns.known.map(({ column }) => column).join(", ")} must be known for the ${horizon} steps to come; add rows with ${time} and ${columns.known.length === 1 ? "it" : "them"}, and leave the target empty`);
	}
}

// src/automl/table-model.ts
function encodeTable(columns, table) {
	const lacking = columns.filter(({ column }) => !table.names.includes(column));
	if (lacking.length > 0) throw new DataError(`${table.file}:1: there ${lacking.length === 1 ? "is no column" : "are no columns"} ${listed$1(lacking.map(({ column }) => JSON.stringify(column)))}, which the model was trained on; the columns are ${listed$1(table.names)}`);
	return columns.flatMap((coding) => encodeColumn(coding, table.columns[table.names.indexOf(coding.column)], table.pictures));
}
function listed$1(names) {
	const most = 12;
	return `${names.slice(0, most).join(", ")}${names.length > most ? ` and ${names.length - most} more` : ""}`;
}
function predictModel({ members, classes, task }, features, rows) {
	const outputs = task === "classification" ? classes.length : 1;
	const sum = new Float64Array(rows * outputs);
	for (const { weight, fitted } of members) addWeighted(sum, weight, predictFitted(fitted, features, rows, outputs));
	return sum;
}

// src/automl/trained-model.ts
function placeOf(checkpoints) {
	return path.join(checkpoints, "model");
}
function hasTrained(checkpoints) {
	return existsSync(path.join(placeOf(checkpoints), "model.json"));
}

// src/automl/finish.ts
const outcomeFile = "evaluation.json";
function nextFolder(folder) {
	return `${folder}.next`;
}
function madeModel(folder) {
	return [nextFolder(folder), folder].find((place) => existsSync(path.join(place, outcomeFile)));
}
function discardModel(folder) {
	for (const each of [folder, nextFolder(folder)]) rmSync(each, {
		recursive: true,
		force: true
	});
}

// src/trial/declared.ts
const value = union([
	string$1(),
	number(),
	boolean()
]);
const scale$1 = _enum([
	"linear",
	"log",
	"reverse-log"
]).exactOptional();
const range = {
	min: number(),
	max: number(),
	step: number().positive().exactOptional(),
	scale: scale$1
};
const declaredSchema = object({
	name: string$1().min(1).max(500),
	definition: discriminatedUnion("type", [
		object({
			type: literal("float"),
			...range,
			default: number().exactOptional()
		}),
		object({
			type: literal("int"),
			...range,
			default: number().exactOptional()
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
const stringOrNotFinite = new RegExp(String.raw`${string}|[+-]?\b(?:nan|inf(?:inity)?)\b`, "gi");
function opensDocument(line) {
	if (line.length > 65536 || !/^\s*[[{]/.test(line)) return false;
	let torn = false;
	const bare = line.replace(strings, (_, end) => {
		torn ||= end !== "\"";
		return "";
	});
	return !torn && (bare.match(/[[{]/g) ?? []).length > (bare.match(/[\]}]/g) ?? []).length;
}
function metricNumber(value) {
	if (typeof value === "number") return value;
	return typeof value === "string" ? notFinite(value) : void 0;
}
function notFinite(text) {
	if (/^[+-]?nan$/i.test(text)) return NaN;
	const infinite = /^([+-]?)inf(inity)?$/i.exec(text);
	if (!infinite) return void 0;
	return infinite[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
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
	if (step !== void 0 && !isStep(step)) return { problem: `with a step that is no number from 0 to ${Number.MAX_SAFE_INTEGER}: ${show(step)}` };
	return { report: {
		step: step ?? count + 1,
		metrics
	} };
}
function isStep(step) {
	return step >= 0 && step <= Number.MAX_SAFE_INTEGER;
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
		else if (isStep(number)) step = number;
	}
	if (Object.keys(metrics).length === 0) return void 0;
	return {
		step: step ?? count + 1,
		metrics
	};
}
function readNumber(text) {
	const plain = text.trim();
	const beyond = notFinite(plain);
	if (beyond !== void 0) return beyond;
	const number = Number(plain);
	return plain === "" || Number.isNaN(number) ? void 0 : number;
}

// src/trial/host-messages.ts
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
		step: number().refine(isStep),
		metrics: record(string$1(), union([number(), string$1()]))
	}),
	object({
		type: literal("appraised"),
		id: int(),
		metrics: record(string$1(), union([number(), string$1()]))
	}),
	object({
		type: literal("measured"),
		id: int(),
		stepMs: number()
	}),
	object({
		type: literal("declared"),
		id: int(),
		parameters: array(declaredSchema)
	}),
	object({
		type: literal("finished"),
		id: int()
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
function readMessage(message) {
	const parsed = fromHost.safeParse(message);
	if (parsed.success) return parsed.data;
	const report = malformedReport.safeParse(message);
	if (!report.success) return void 0;
	const text = JSON.stringify(message);
	return {
		type: "malformed",
		id: report.data.id,
		problem: `a report needs a number from 0 to ${Number.MAX_SAFE_INTEGER} as its step and numbers as its metrics: ${text.length > 200 ? `${text.slice(0, 200)}…` : text}`
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

// src/trial/host-process.ts
const obeyMs = 5e3;
const hostVariable = "TUNEGATE_HOST";
const hangUpMs = 1e3;
var HostProcess = class {
	#child;
	#output;
	#grace;
	#hurry;
	#mark = `${hostVariable}=${randomUUID()}`;
	#ended;
	#what;
	#isLoaded = false;
	#loadedBytes = 0;
	#log;
	#listener;
	#endedWith;
	#oomKills = countOomKills();
	#fit = true;
	#hungUp = false;
	constructor(trial, program, options) {
		this.#grace = trial.grace;
		this.#hurry = options.hurry;
		this.#what = program.what;
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
	spoil() {
		this.#fit = false;
	}
	get endedWith() {
		return this.#endedWith;
	}
	noteLoaded() {
		this.#isLoaded = true;
		this.#loadedBytes = residentBytes(this.#child.pid) ?? 0;
	}
	get growthBytes() {
		return (residentBytes(this.#child.pid) ?? 0) - this.#loadedBytes;
	}
	obeyMs() {
		return patienceOf(obeyMs, this.#hurry)();
	}
	send(message) {
		if (this.#child.connected) this.#child.send(message, () => {});
	}
	converse(signal, timeout, limits, onMessage, settled = (result) => result) {
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
	async flush() {
		await this.#output.flush();
	}
	async close() {
		if (this.fit) {
			this.send({ type: "close" });
			await withinPatience(this.#ended, () => this.obeyMs());
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
	async #takeRest() {
		const silent = new Promise((resolve) => {
			if (this.#child.connected) this.#child.once("disconnect", resolve);
			else resolve();
		});
		await this.#output.drain();
		await within(silent, 500);
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
		const what = this.#isLoaded ? "before the trial was over" : "while it was loaded";
		return failure ?? {
			reason: "crash",
			message: `the ${this.#what} ended its process (${this.#what === "module" ? "process.exit" : "os._exit"}) ${what}`
		};
	}
};
function residentBytes(pid) {
	try {
		const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
		return kilobytes === void 0 ? void 0 : Number(kilobytes) * 1024;
	} catch {
		return;
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

// src/trial/host-program.ts
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

// src/trial/module-host.ts
const loadLimitMs = 3e5;
const declareLimitMs = 3e5;
const harmless$1 = /* @__PURE__ */ new Set([
	"infeasible",
	"not-finite",
	"no-metric"
]);
var ModuleHost = class {
	#process;
	#furtherMetrics;
	#limits;
	#what;
	#defines;
	#load;
	#loaded;
	#trials = 0;
	constructor(trial, options) {
		this.#furtherMetrics = options.furtherMetrics ?? [];
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
		this.#process = new HostProcess(trial, program, options);
	}
	set log(log) {
		this.#process.log = log;
	}
	get fit() {
		return this.#process.fit;
	}
	get growthBytes() {
		return this.#process.growthBytes;
	}
	async load(signal) {
		if (this.#loaded) return this.#loaded;
		this.#process.send(this.#load);
		const end = await this.#process.converse(signal, loadLimitMs, this.#memoryAlone(), (message, settle) => {
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
			this.#process.noteLoaded();
			return end;
		}
		this.#process.spoil();
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
		this.#process.send({
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
			const result = await this.#process.converse(signal, timeout, this.#limits, (message, settle) => {
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
								this.#process.spoil();
								settle(verdict);
							}, this.#process.obeyMs());
						}
						this.#process.send({
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
						if (!harmless$1.has(message.reason)) this.#process.spoil();
						settle({
							reason: message.reason,
							message: message.message
						});
						break;
					case "malformed":
						this.#process.spoil();
						settle({
							reason: "malformed-report",
							message: message.problem
						});
				}
			}, (end) => verdict ?? end);
			return result === this.#process.endedWith && !heard && !isFirst ? "lost" : result;
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
		this.#process.send({
			type: "measure",
			id,
			...order,
			limitMs
		});
		return this.#answer(id, signal, 10 * limitMs, this.#limits, (message) => message.type === "measured" ? message.stepMs : void 0);
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
		this.#process.send({
			type: "appraise",
			id,
			...order
		});
		return this.#answer(id, signal, declareLimitMs, this.#limits, (message) => message.type === "appraised" ? readMetrics(message.metrics) : void 0);
	}
	async declare(values, signal, tree) {
		const id = this.#trials++;
		this.#process.send({
			type: "declare",
			id,
			values,
			...tree === void 0 ? {} : { tree }
		});
		return this.#answer(id, signal, declareLimitMs, this.#limits, (message) => message.type === "declared" ? message.parameters : void 0);
	}
	async finish(order, signal) {
		const id = this.#trials++;
		this.#process.send({
			type: "finish",
			id,
			order
		});
		return this.#answer(id, signal, 1.5 * order.limitMs, this.#memoryAlone(), (message) => message.type === "finished" ? "written" : void 0);
	}
	async flush() {
		await this.#process.flush();
	}
	async close() {
		await this.#process.close();
	}
	#answer(id, signal, timeout, limits, read) {
		return this.#process.converse(signal, timeout, limits, (message, settle) => {
			if (!("id" in message) || message.id !== id) return;
			if (message.type === "failed") settle({
				reason: message.reason,
				message: message.message
			});
			const result = read(message);
			if (result !== void 0) settle(result);
		});
	}
	#memoryAlone() {
		return this.#limits.memory === void 0 ? {} : { memory: this.#limits.memory };
	}
};

// src/session/phases/model-phase.ts
const mostCandidates = 20;
const leastMs = 12e4;
const slack = 1.5;
async function runModelPhase(options) {
	const { loaded, trial, study, folder, signal } = options;
	const candidates = candidatesOf(options);
	if (!("module" in trial) || !trial.task || candidates.length === 0 || signal.aborted) return {};
	const took = study.trials.reduce((sum, { durationMs }) => sum + durationMs, 0);
	const limitMs = options.limitMs ?? Math.max(leastMs, 3 * took);
	if (limitMs <= 0) return { notice: failed("no time was left for it") };
	options.onPlan(`Making the model: an ensemble of the best ${candidates.length} configs`);
	const target = path.join(folder, studyFiles.model);
	const made = `${target}.new`;
	discardModel(made);
	let host;
	try {
		host = new ModuleHost(trial, {
			...options.host,
			cwd: loaded.folder
		});
		const begun = performance.now();
		const ready = await host.load(signal);
		if (ready === "interrupted") return {};
		if ("reason" in ready) return { notice: failed(ready.message) };
		const left = limitMs - (performance.now() - begun);
		if (left <= 0) return { notice: failed("no time was left for it") };
		const { name: metric, goal } = loaded.spec.metric;
		const order = {
			candidates,
			metric,
			goal,
			limitMs: left / slack,
			folder: made,
			seed: study.seed
		};
		const end = await host.finish(order, signal);
		if (end === "interrupted") return {};
		if (end !== "written") await host.close();
		const found = madeModel(made);
		if (found === void 0) return { notice: failed(end === "written" ? "nothing was written" : end.message) };
		rmSync(target, {
			recursive: true,
			force: true
		});
		renameSync(found, target);
		return {
			model: readOutcome(folder),
			...end === "written" ? {} : { notice: cutShort(end) }
		};
	} catch (error) {
		return { notice: failed(error.message) };
	} finally {
		await host?.close();
		discardModel(made);
	}
}
function cutShort({ reason, message }) {
	if (reason === "timeout") return "There was no time to say all of how good the model is: `tunegate export --fresh` does.";
	return `Not all was done for the model: ${firstLine(message)}. \`tunegate export --fresh\` makes it anew.`;
}
function failed(why) {
	return `The model was not made: ${firstLine(why)}. \`tunegate export\` makes it from what the search has found.`;
}
function firstLine(text) {
	return text.split("\n", 1)[0].replace(/[.\s]+$/, "");
}
function candidatesOf({ loaded, study, recommended, folder }) {
	const full = loaded.spec.budget.epochs;
	const scored = rankTrials(study).filter(({ score }) => score !== void 0 && Number.isFinite(score));
	const ranked = scored.filter(({ state, resource }) => state === "completed" && (full === void 0 || (resource ?? full) >= full));
	const [best] = [...ranked.filter(({ trial }) => trial === recommended), ...ranked];
	if (!best) return [];
	const ofFamilies = /* @__PURE__ */ new Map();
	const early = scored.filter(({ state }) => state === "pruned" || state === "completed");
	for (const record of [
		best,
		...ranked,
		...early
	]) if (!ofFamilies.has(record.config["family"])) ofFamilies.set(record.config["family"], record);
	const found = /* @__PURE__ */ new Map();
	for (const { trial, config, seed, resource, ...record } of [...ofFamilies.values(), ...ranked]) {
		const key = JSON.stringify(config);
		const share = full === void 0 || resource === void 0 ? 1 : Math.min(1, resource / full);
		const durationMs = record.durationMs / share;
		if (found.has(key)) continue;
		const checkpoints = record.state === "completed" ? lastCheckpoints(folder, trial) : void 0;
		found.set(key, {
			trial,
			config: { ...config },
			seed,
			durationMs,
			score: record.score ?? NaN,
			...checkpoints !== void 0 && hasTrained(checkpoints) ? { trained: checkpoints } : {}
		});
	}
	return [...found.values()].slice(0, mostCandidates);
}
function readOutcome(folder) {
	const file = path.join(folder, studyFiles.model, outcomeFile);
	return existsSync(file) ? modelOutcome.parse(JSON.parse(readFileSync(file, "utf8"))) : void 0;
}

// src/trial/csv-table.ts
function parseCsv(text) {
	const [names, ...rows] = parseRows(text);
	return csvTable(names?.fields ?? [], rows);
}
function csvTable(names, rows) {
	const columns = names.map((name) => name.trim());
	return {
		columns,
		rows: rows.map(({ line, fields }) => ({
			line,
			fields: Object.fromEntries(columns.map((name, i) => [name, (fields[i] ?? "").trim()]))
		}))
	};
}
function parseRows(text) {
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
	return rows;
}

// src/study/trials-table.ts
const groups = /* @__PURE__ */ new Set([
	"params",
	"values",
	"user_attrs",
	"system_attrs",
	"intermediate_values"
]);
function readTrialsTable(text) {
	const [first, second, ...rows] = parseRows(text);
	if (!first) return csvTable([], []);
	if (!second) return csvTable(first.fields, []);
	const names = first.fields.map((name, i) => [name.trim(), (second.fields[i] ?? "").trim()]);
	return names.some(([name]) => groups.has(name)) && names.every(([name, below]) => groups.has(name) === (below !== "")) ? csvTable(names.map(([name, below]) => groups.has(name) ? `${name}_${below}` : name), rows) : csvTable(first.fields, [second, ...rows]);
}

// src/study/earlier-studies.ts
const mostOfOne = 100;
const mostNames = 20;
function warmStartOf(search) {
	return [search["warm-start"] ?? []].flat();
}
function tryFirstOf(search, space) {
	return (search["try-first"] ?? []).map((config) => completeConfig(space, config));
}
function settleEarlier(journal, sources) {
	const known = journal.fold.earlier;
	if (known || sources.patterns.length === 0) return known ?? {
		studies: [],
		notices: []
	};
	if (journal.records.some(({ type }) => type === "start")) return {
		studies: [],
		notices: []
	};
	const { metric, constraints } = journal.header;
	const found = readEarlier(sources, metric, journal.path, constraints);
	journal.append({
		type: "earlier",
		...found,
		at: (/* @__PURE__ */ new Date()).toISOString()
	}, { sync: true });
	return found;
}
function readEarlier({ patterns, folder, space }, metric, own = "", constraints = []) {
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
				const { observations, left, scores = "" } = /\.(csv|tsv)$/i.test(file) ? fromCsv(readFileSync(file, "utf8"), space, metric, constraints) : fromJournal(file, space, metric, constraints);
				const count = plural(observations.length, "trial");
				notices.push(`Warm start: ${count} of ${name}${scores}${leftOut(left)}.`);
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
function fromJournal(file, space, metric, constraints) {
	const fold = readStudy(file);
	const { header } = fold;
	sameMetric(header.metric, metric);
	const trials = fold.study().trials.filter(({ role, state, score }) => role === "search" && state === "completed" && Number.isFinite(score));
	const known = new Set(space.parameters.map(({ path: name }) => name));
	const theirs = [...new Set(trials.flatMap(({ config }) => Object.keys(config)))];
	if (trials.length > 0 && !theirs.some((name) => known.has(name))) throw nothingKnown("parameters", theirs, space);
	const full = Math.max(...trials.map(({ resource }) => resource ?? 0), 0);
	return collect(trials.filter(({ resource }) => (resource ?? 0) === full).map(({ config, score, reports }) => () => {
		mustKeep(constraints, (name) => lastValue(name, reports));
		return {
			config: translate(space, config),
			loss: lossOf(metric, score)
		};
	}));
}
function sameMetric(theirs, ours) {
	if (theirs.name !== ours.name) throw new Error(`its metric is ${theirs.name}, not ${ours.name}`);
	if (theirs.goal !== ours.goal) throw new Error(`its goal is to ${theirs.goal} ${theirs.name}`);
}
function fromCsv(text, space, metric, constraints) {
	const { columns, rows } = readTrialsTable(text);
	const ours = columns.includes("role") && columns.includes("state") && columns.includes("score");
	const optuna = columns.includes("number") && columns.some((column) => column.startsWith("params_"));
	const named = (name) => onlyColumn(columns, [...ours ? [] : [name], `metrics.${name}`]) ?? onlyColumn(columns, [`value_${name}`, `values_${name}`]);
	const measured = named(metric.name);
	const value = ours ? measured && "score" : measured ?? onlyColumn(columns, ["value", "values_0"]);
	if (value === void 0) throw new Error(`it has no column ${metric.name}; its columns are ${listed(columns)}`);
	const places = space.parameters.flatMap((parameter) => {
		const { path: name } = parameter;
		const column = onlyColumn(columns, [...ours || optuna ? [] : [name], `params.${name}`]) ?? onlyColumn(columns, [`params_${name}`]);
		return column === void 0 ? [] : [[parameter, column]];
	});
	if (places.length === 0) throw nothingKnown("columns", columns, space);
	const state = places.some(([, column]) => column === "state") ? void 0 : "state";
	const limited = new Map(constraints.map(({ name }) => [name, named(name) ?? onlyColumn(columns, [`user_attrs_${name}`])]));
	return {
		...collect((ours ? rows.filter(({ fields }) => fields["role"] === "search" && fields["state"] === "completed") : rows).map(({ line, fields }) => inLine(line, () => {
			const ended = state && fields[state] || "completed";
			if (!/^completed?$/i.test(ended)) throw new ConfigError([`its state is ${ended}`]);
			const score = Number(fields[value]);
			if (fields[value] === "" || !Number.isFinite(score)) throw new ConfigError([`${value} is not a number`]);
			mustKeep(constraints, (name) => {
				const column = limited.get(name);
				return column === void 0 || !fields[column] ? void 0 : Number(fields[column]);
			});
			return {
				config: translate(space, valuesOf(fields, places)),
				loss: lossOf(metric, score)
			};
		}))),
		...measured === void 0 ? { scores: `, its ${value} as ${metric.name}` } : {}
	};
}
function mustKeep(constraints, known) {
	const problems = constraints.flatMap((constraint) => {
		const { name } = constraint;
		const value = known(name);
		if (value === void 0) return [];
		if (Number.isNaN(value)) return [`${name} is not a number`];
		const bound = brokenBound(constraint, value);
		return bound === void 0 ? [] : [`${name} is ${value}, ${bound} is asked for`];
	});
	if (problems.length > 0) throw new ConfigError(problems);
}
function onlyColumn(columns, names) {
	const found = columns.filter((column) => names.includes(column));
	if (found.length > 1) throw new Error(`it is ambiguous: ${found.length} of its columns are ${names[0]} (${found.join(", ")})`);
	return found[0];
}
function nothingKnown(kind, names, { parameters }) {
	const ours = listed(parameters.map(({ path: name }) => name));
	return /* @__PURE__ */ new Error(`none of its ${kind} is a parameter of this space (${ours}); its ${kind} are ${listed(names)}`);
}
function listed(names) {
	return `${names.slice(0, mostNames).join(", ")}${names.length > mostNames ? ", …" : ""}`;
}
function inLine(line, read) {
	return () => {
		try {
			return read();
		} catch (error) {
			if (!(error instanceof ConfigError)) throw error;
			throw new ConfigError(error.problems.map((problem) => `line ${line}: ${problem}`));
		}
	};
}
function valuesOf(fields, places) {
	return Object.fromEntries(places.flatMap(([parameter, column]) => {
		const text = fields[column] ?? "";
		return text === "" ? [] : [[parameter.path, readValue(text, parameter)]];
	}));
}
function readValue(text, { path: name, domain }) {
	const values = domain.type === "choice" ? domain.values : domain.type === "constant" ? [domain.value] : [true, false];
	if (domain.type === "float" || domain.type === "int") return Number(text);
	const same = (value) => String(value) === text || String(value) === text.replace(/^'/, "") || typeof value === "boolean" && String(value) === text.toLowerCase() || typeof value === "number" && value === Number(text);
	const matching = values.filter(same);
	if (matching.length > 1) {
		const words = matching.map((value) => JSON.stringify(value)).join(" or ");
		throw new ConfigError([`${name}: ${text} may be ${words}`]);
	}
	return matching[0] ?? text;
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
	return `; ${left.length} more ${left.length === 1 ? "does" : "do"} not fit (${reasons.slice(0, 2).join("; ")}${more})`;
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

// src/study/search-problem.ts
function searchProblem({ search, budget, metric, constraints }, space, rest) {
	const { time, cost, trials, epochs, "total-epochs": total } = budget;
	const full = total === void 0 || epochs === void 0 ? void 0 : Math.floor(total / epochs);
	const epochsEnd = full !== void 0 && (trials === void 0 || trials > full);
	return {
		space,
		seed: search.seed,
		repeats: search.repeats,
		metrics: 1 + metric.more.length,
		constraints: constraints.length,
		...space.incumbent ? { incumbent: space.incumbent } : {},
		...trials === void 0 ? {} : { trials },
		...epochs === void 0 ? {} : { maxResource: epochs },
		...full === void 0 ? {} : { fullTrainings: full },
		timed: epochsEnd || trials === void 0 && [time, cost].some((limit) => limit !== void 0),
		...rest
	};
}

// src/study/strategy-options.ts
function strategyOptions(search) {
	const { "min-epochs": minEpochs, "early-stopping": earlyStopping, ...rest } = search;
	return {
		...rest,
		...minEpochs === void 0 ? {} : { minEpochs },
		...earlyStopping === void 0 ? {} : { earlyStopping }
	};
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
		if (now === void 0 || same(now, this.#seen)) return;
		this.#seen = now;
		const found = this.#rows(false);
		if (found) yield* this.#take(found, count);
	}
	*finish(count, torn) {
		const now = look(this.#file);
		if (now === void 0 || same(now, this.#before)) return;
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
				step: step !== void 0 && isStep(step) ? this.#steps.fromOne(step) : count() + 1,
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
function same(a, b) {
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
		const log = new OutputLog(this.#files.output, this.#trial.output, passedSecrets(this.#options.env, this.#trial));
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
			const log = new OutputLog(path.join(folder, "output.log"), trial.output, passedSecrets(options.env, trial));
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
	const own = device === void 0 ? options : {
		...options,
		env: {
			...options.env,
			CUDA_VISIBLE_DEVICES: device
		}
	};
	const runner = withMask(runnerOf(trial, own), passedSecrets(options.env, trial));
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

// src/session/session-time.ts
function sessionTime(budget, options) {
	const limit = timeLimit(budget);
	const deadline = limit === void 0 ? void 0 : options.startedAt + limit.ms - options.reserveMs;
	return {
		...limit === void 0 ? {} : { limit },
		...deadline === void 0 ? {} : { deadline },
		hurry: hurryOf({
			...options.hurriedCancel ? { cancelled: options.signal } : {},
			...deadline === void 0 ? {} : { deadline },
			...limit === void 0 ? {} : { timeMs: limit.ms }
		}),
		signal: untilDeadline(options.signal, deadline)
	};
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

// src/session/phases/backend.ts
async function settleBackend({ spec, space, folder: cwd }, plan, journal, options) {
	const { trial } = spec;
	if (!("module" in trial) || trial.backend !== "auto") return void 0;
	const known = journal.fold.backend;
	if (known) return known;
	const first = space.incumbent ? void 0 : buildStrategy(plan).ask();
	const config = space.incumbent ?? (first?.kind === "new" ? first.config : void 0);
	if (!config) return void 0;
	const { signal, checkpoints, ...host } = options;
	const chosen = await measureBackends(trial, {
		...host,
		cwd
	}, {
		config,
		seed: trialSeed(spec.search.seed, "search", 0),
		metric: spec.metric.name,
		checkpoints,
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
function backendOf(study) {
	return study.trials.find((trial) => trial.backend !== void 0)?.backend ?? "none";
}

// src/session/phases/discover-space.ts
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
	const placeOf = placesIn(text);
	return new Map(space.parameters.map(({ path: name, domain, location }) => {
		const place = placeOf(["params", location[0]]);
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

// src/search/proxy-order.ts
function byProxies(appraised, proxies) {
	const byEach = proxies.map((name) => ranks(appraised.map(({ scores }) => {
		const score = scores[name];
		return score === void 0 || Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score;
	})));
	const votes = appraised.map((_, i) => byEach.reduce((sum, rank) => sum + rank[i], 0));
	return appraised.map((_, i) => i).sort((a, b) => votes[b] - votes[a] || a - b).map((i) => appraised[i].config);
}

// src/session/phases/proxies.ts
const defaultCandidates = 60;
const mostFirst = 5;
const shareFirst = .1;
const limitMs = 6e4;
const timeShare = .1;
async function settleProxies({ spec, space, folder: cwd }, trial, journal, options) {
	const { proxies, candidates = defaultCandidates, seed } = spec.search;
	if (proxies === void 0) return { first: [] };
	const known = journal.fold.proxies;
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
	const gains = fold.trials.filter(({ role }) => role === "search").flatMap(({ gain }) => gain ?? []).slice(-5);
	if (gains.length < suggestions || gains.some((gain) => gain >= smallGain)) return void 0;
	return `the model expects less than ${smallGain * 100} % of the spread of the results, as it sees them, from any further config, ${suggestions} times in a row`;
}
function stall(fold, most) {
	const { metric, more } = fold.header;
	const { ended, since, good } = improvements(fold);
	const stalled = since.size;
	if (stalled < most) return void 0;
	const best = bestTrial(judged(fold, [...good.values()].flat()));
	if (!best) return noResult(ended.size);
	const last = stalled === 1 ? "the last trial was not" : `none of the last ${stalled} trials was`;
	if (more?.length) return `${last} better than those before in any way`;
	return good.size > 1 ? `${last} better than those before with as many epochs` : `${last} better than trial ${best.trial} (${metric.name} ${best.score})`;
}
function noResult(trials) {
	return trials === 1 ? "the first trial came to no result" : `none of the first ${plural(trials, "trial")} came to a result`;
}
const known = /* @__PURE__ */ new WeakMap();
function improvements(fold) {
	const found = known.get(fold) ?? {
		ends: 0,
		ended: /* @__PURE__ */ new Set(),
		since: /* @__PURE__ */ new Set(),
		good: /* @__PURE__ */ new Map()
	};
	known.set(fold, found);
	for (const { run } of fold.allEnds.slice(found.ends)) {
		found.ends += 1;
		const end = asItEnded(fold, run);
		if (!end) continue;
		found.ended.add(end.trial);
		found.since.add(end.trial);
		const study = judged(fold, [...found.good.get(end.resource) ?? [], end]);
		const now = study.more?.length ? paretoFront(study) : [bestTrial(study)].flatMap((best) => best ?? []);
		if (now.includes(end)) found.since.clear();
		found.good.set(end.resource, now);
	}
	return found;
}
function judged({ header: { metric, more, constraints } }, trials) {
	return {
		metric,
		trials,
		...more ? { more } : {},
		...constraints ? { constraints } : {}
	};
}
function asItEnded(fold, run) {
	const trial = fold.trialOf(run);
	const at = trial?.segments.findIndex((segment) => segment.run === run) ?? -1;
	if (!trial || at < 0 || !isTold(trial.segments[at])) return void 0;
	return trialRecord({
		...trial,
		segments: trial.segments.slice(0, at + 1)
	});
}

// src/session/open-study.ts
async function openStudy(file, identity, { how, budget, searches, notice }) {
	if (how === "fresh") return await openJournal(file, identity, { fresh: true });
	try {
		const journal = await openJournal(file, identity);
		const { fold } = journal;
		if (fold.trials.length === 0) return journal;
		const stop = fold.stop?.reason;
		const unfinished = stop === "time" || stop === "cost" || stop === "cancelled" || !fold.finished;
		if (unfinished || hasGrown(budget, fold) || !searches) {
			const ended = endedTrials(fold.study().trials).length;
			const which = unfinished ? "the unfinished study" : "the study, since its budget has grown";
			if (ended > 0 && !searches) notice(`The study that is here (${plural(ended, "trial")} ended) stays as it is; what it has trained for the comparison counts.`);
			else if (ended > 0) notice(`Going on with ${which}: ${ended} of its trials ${ended === 1 ? "has" : "have"} ended.` + keptStrategy(journal.header.strategy, identity.strategy));
			return journal;
		}
		journal.close();
	} catch (error) {
		if (!(error instanceof StudyChangedError)) throw error;
		const left = readStudy(file);
		const ended = endedTrials(left.study().trials).length;
		if (ended > 0 && (!left.finished || hasGrown(budget, left))) {
			const which = left.finished ? "study" : "unfinished study";
			const how = left.finished ? " with its larger budget" : "";
			notice(`Beginning anew: the ${which} that is here (${plural(ended, "trial")} ended) cannot go on${how}, since ${error.changes.join(", and ")}.`);
		}
	}
	return await openJournal(file, identity, { fresh: true });
}
function keptStrategy(begun, now) {
	return begun === now ? "" : ` It keeps the strategy that it was begun with, ${begun}; anew \`auto\` would choose ${now}.`;
}
function hasGrown(budget, fold) {
	const { trials = Number.POSITIVE_INFINITY, epochs = 1, "total-epochs": total = Number.POSITIVE_INFINITY } = budget;
	if (fold.stop?.reason === "trials") return countFinished(fold, "search") < trials;
	if (fold.stop?.reason === "exhausted") return trials > (fold.stop.trials ?? Number.POSITIVE_INFINITY);
	if (fold.stop?.reason === "no-gain") return nothingToGain(fold, earlyEndOf(budget)) === void 0;
	if (fold.stop?.reason !== "epochs") return false;
	return fold.stop.epochs === void 0 ? epochsSpent(fold) + epochs <= total : total > fold.stop.epochs;
}

// src/session/phases/study-journal.ts
async function openStudyJournal(options) {
	const { loaded, place, head, strategy, how, searches, notice } = options;
	const journal = await openStudy(path.join(place.folder, studyFiles.journal), identify(loaded.spec, {
		space: loaded.space,
		strategy,
		trained: { trial: loaded.spec.trial },
		code: head?.withoutSpec ?? "unknown"
	}), {
		how,
		budget: loaded.spec.budget,
		searches,
		notice
	});
	options.onJournal?.(journal.path);
	if (journal.replaced !== void 0) options.say(`The study begins anew; the journal of the one before is kept: ${path.relative(place.root, journal.replaced)}.`);
	return journal;
}

// src/session/phases/prepare.ts
async function prepare(options) {
	const { env, searches, onEvent, notice } = options;
	const say = (text) => onEvent({
		type: "prepared",
		text
	});
	const time = sessionTime(options.loaded.spec.budget, options);
	const { hurry, signal } = time;
	const discover = (side) => discoverSpace(side, {
		host: options.host,
		env,
		signal,
		hurry
	});
	const loaded = await discover(options.loaded);
	const { spec } = loaded;
	const place = await placeOf$1(loaded);
	const { repo, folder } = place;
	const head = repo.kind === "git" ? await headBesideSpec(repo, place.specPath) : void 0;
	const workers = resolveWorkers(spec.budget.workers, spec.trial, thisMachine(env), spec.budget["trials-per-gpu"]);
	const chosen = choiceFor(loaded, workers.count);
	const journal = await openStudyJournal({
		loaded,
		place,
		head,
		strategy: chosen.choice.name,
		how: options.journal,
		searches,
		notice,
		say,
		...options.onJournal ? { onJournal: options.onJournal } : {}
	});
	try {
		if (loaded !== options.loaded) saveFoundParams(folder, spec.params);
		return await equip(options, {
			loaded,
			place,
			head,
			time,
			workers,
			chosen,
			discover,
			journal
		});
	} catch (error) {
		journal.close();
		throw error;
	}
}
async function equip({ env, host: own, searches, onEvent, notice }, { workers, chosen, ...opened }) {
	const { loaded, place, time, journal } = opened;
	const { spec } = loaded;
	const { folder } = place;
	const { hurry, signal } = time;
	const say = (text) => onEvent({
		type: "prepared",
		text
	});
	const { problem, options, choice } = chosen;
	const { name, why, plan: whole } = choiceAsBegun(journal.header.strategy, choice, problem, options);
	const { resumable = false } = problem;
	const search = `Search: ${name}, because ${why}. ${[whole, unusedWords(name, spec, { resumable })].map((text) => text ? `${text} ` : "").join("")}`;
	say(`${searches ? search : "Nothing is searched. "}${workers.why}`);
	const planned = plannedOf(spec.budget, workers.count);
	const words = plannedWords(planned);
	if (words !== void 0) say(`Budget: ${words}.`);
	const wanted = withForeknowledge({
		name,
		problem,
		options
	}, loaded, journal, notice);
	const { path: hostPath, node } = own;
	const checkpoints = path.join(folder, "checkpoints");
	const backend = await settleBackend(loaded, wanted, journal, {
		env,
		hostPath,
		node,
		hurry,
		signal,
		checkpoints: path.join(checkpoints, "timing")
	});
	if (backend) notice(backend.why);
	const trial = onBackend(spec.trial, backend?.backend);
	const host = {
		env: {
			...workers.env,
			...env,
			...studyMark(folder)
		},
		hostPath,
		node,
		hurry
	};
	const promising = searches ? await promisingConfigs(loaded, trial, journal, notice, {
		...host,
		signal,
		checkpoints: path.join(checkpoints, "proxies")
	}) : [];
	if (spec.search.inherit) notice("Trials began with the weights of those that they are a change of, so their scores hold for more training than one trial has; the regression check and fresh seeds train from scratch.");
	const plan = {
		...wanted,
		tryFirst: [...wanted.tryFirst, ...promising]
	};
	const strategy = buildStrategy(plan);
	const makeRunners = (side) => runnersOf(side, onBackend(side.spec.trial, backend?.backend), workers, {
		...host,
		...spec.search.proxies === void 0 ? {} : { furtherMetrics: spec.search.proxies }
	});
	const runners = makeRunners(loaded);
	const thinker = searches && runners.length > 1 ? startThinker(path.join(path.dirname(hostPath), "thinker.js"), plan) : void 0;
	return {
		...opened,
		planned,
		resumable,
		strategyName: plan.name,
		strategy,
		thinker,
		backend: backend?.backend,
		trial,
		host,
		runners,
		makeRunners,
		async close() {
			await Promise.all([...runners, ...thinker ? [thinker] : []].map((open) => open.close()));
			await endLeftovers(folder, patienceOf(spec.trial.grace, hurry)).finally(() => journal.close());
		}
	};
}
function choiceFor({ spec, space, folder }, workers) {
	const problem = searchProblem(spec, space, {
		workers,
		resumable: canResume(spec.trial, folder),
		...spec.search.inherit ? { inherits: true } : {}
	});
	const options = strategyOptions(spec.search);
	return {
		problem,
		options,
		choice: chooseStrategy(spec.search.strategy, problem, options)
	};
}
function withForeknowledge(plan, { spec, space, folder }, journal, notice) {
	const earlier = settleEarlier(journal, {
		patterns: warmStartOf(spec.search),
		folder,
		space
	});
	for (const text of earlier.notices) notice(text);
	return {
		...plan,
		tryFirst: tryFirstOf(spec.search, space),
		earlier: earlier.studies
	};
}
async function promisingConfigs(loaded, trial, journal, notice, options) {
	if (!("module" in trial)) return [];
	const { first, notice: text } = await settleProxies(loaded, trial, journal, options);
	if (text !== void 0) notice(text);
	return first;
}
function runnersOf(side, trial, { devices }, host) {
	return devices.map((device) => createTrialRunner(trial, {
		...host,
		cwd: side.folder,
		...device === void 0 ? {} : { device },
		nest: (config) => nestConfig(side.space, config)
	}));
}

// src/study/checkpoint-space.ts
function tidyCheckpoints(folder, fold, strategy, best, cap, onDrop = () => {}) {
	const kept = bestTrials(fold, best);
	const inUse = (number) => fold.trials.some((trial) => trial.role === "search" && unfinishedSegment(trial) !== void 0 && (trial.trial === number || trial.parent === number));
	dropCheckpoints(folder, (number) => {
		if (kept.has(number) || !fold.find("search", number) || inUse(number)) return true;
		return strategy.mayResume?.(number) ?? true;
	});
	if (cap === void 0) return;
	const [first] = kept;
	const sizes = checkpointSizes(folder);
	let total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
	const dropped = /* @__PURE__ */ new Set();
	const paused = [...sizes.keys()].flatMap((number) => fold.find("search", number) ?? []);
	for (const { trial } of paused.sort((a, b) => lossAt(fold, b) - lossAt(fold, a) || b.trial - a.trial)) {
		if (total <= cap) break;
		const bytes = sizes.get(trial);
		if (trial === first || bytes === 0 || inUse(trial)) continue;
		total -= bytes;
		dropped.add(trial);
	}
	if (dropped.size === 0) return;
	dropCheckpoints(folder, (number) => !dropped.has(number));
	for (const number of dropped) if (strategy.mayResume?.(number) ?? true) onDrop(number);
}
function bestTrials(fold, count) {
	const study = fold.study();
	const best = bestTrial(study);
	if (!best) return /* @__PURE__ */ new Set();
	if (count === 1) return /* @__PURE__ */ new Set([best.trial]);
	const paused = pausedTrials(study.trials);
	const others = rankTrials(study).filter((trial) => trial.state === "completed" && !paused.has(trial) && trial.trial !== best.trial);
	return new Set([best, ...others].slice(0, count).map(({ trial }) => trial));
}
function lossAt({ header }, { segments }) {
	const score = segments.at(-1)?.score;
	return score === void 0 ? Number.MAX_VALUE : lossOf(header.metric, score);
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
	const reached = state === "pruned" ? reachedStep(reports) : resource;
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
	const { fold } = journal;
	const search = new Search(options, fold, clock, () => ahead?.suggest() ?? strategy.ask());
	let resumes = fold.trials.some((trial) => trial.role === "search");
	const end = await drive({
		journal,
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
			tidyCheckpoints(options.folder, fold, strategy, options.keepBest ?? 1, budget.disk, options.onDrop);
		},
		onEvent
	});
	const reason = end.reason === "time" ? budget.deadlineBy ?? "time" : end.reason;
	const { detail } = end;
	if (fold.stop?.reason !== reason || fold.stop.detail !== detail) {
		const at = (/* @__PURE__ */ new Date()).toISOString();
		const stop = {
			type: "stop",
			reason,
			detail,
			...spentBudget(reason, budget),
			at
		};
		journal.append(stop, { sync: true });
	}
	onEvent({
		type: "stopped",
		reason,
		detail
	});
	return fold.study();
}
function holdsFiles(folder) {
	return existsSync(folder) && readdirSync(folder).length > 0;
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
		const { budget, resumable } = this.#options;
		if (budget.epochs === void 0 || !("config" in step)) return step;
		const trainings = running.map((plan) => this.#asTrained(plan));
		const room = roomForEpochs(this.#asTrained(step), trainings, this.#fold, budget.epochs, resumable);
		if (room === "now") return step;
		if (room !== "later") return { over: {
			reason: "epochs",
			detail: room.over
		} };
		const { known } = step;
		if (known && step.segment < known.segments.length) this.#unfinished.unshift(known);
		return {};
	}
	#asTrained(plan) {
		const { folder, resumable = true } = this.#options;
		const { known, trial, segment, ...anew } = plan;
		const before = checkpointFolder(folder, "search", trial, segment - 1);
		return resumable && segment > 0 && holdsFiles(before) ? plan : {
			...anew,
			segment
		};
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
		const noTrialLeft = { over: {
			reason: "trials",
			detail: trialsSpent(budget.trials ?? 0)
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
			case "new": return full ? noTrialLeft : this.#begin(suggestion);
			case "resume": return this.#continue(suggestion, running);
			case "wait": return full && running.length === 0 ? noTrialLeft : {};
			case "exhausted": return { over: {
				reason: suggestion.byTrials ? "trials" : "exhausted",
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

// src/session/phases/search-phase.ts
async function runSearchPhase(options) {
	const { loaded, strategy, thinker, journal, folder, runners, signal, onEvent, notice } = options;
	const { resumable, deadline, limit, trialTimeout } = options;
	const { search, budget, trial } = loaded.spec;
	const dropped = /* @__PURE__ */ new Set();
	const searched = await runStudy({
		space: loaded.space,
		strategy,
		...thinker ? { thinker } : {},
		journal,
		runners,
		budget: {
			...budget.trials === void 0 ? {} : { trials: budget.trials },
			...budget.epochs === void 0 ? {} : { resource: budget.epochs },
			...budget["total-epochs"] === void 0 ? {} : { epochs: budget["total-epochs"] },
			...deadline === void 0 ? {} : { deadline },
			...limit === void 0 ? {} : { deadlineBy: limit.by },
			...budget.disk === void 0 ? {} : { disk: budget.disk },
			early: earlyEndOf(budget)
		},
		seedOf: (number) => trialSeed(search.seed, "search", number),
		folder,
		signal,
		onEvent,
		onDrop: (number) => dropped.add(number),
		..."module" in trial && trial.task ? { keepBest: 6 } : {},
		...trialTimeout === void 0 ? {} : { trialTimeout },
		...trial.retries === void 0 ? {} : { retries: trial.retries },
		resumable,
		...search.inherit ? { inherits: true } : {}
	});
	if (dropped.size > 0) notice(dropNotice(dropped.size, budget.disk));
	return searched;
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

// src/search/rungs/rank-agreement.ts
const fewest = 4;
const misleads = {
	all: .3,
	few: -.85,
	some: 6
};
function rankAgreement(trials, resource, full) {
	const pairs = trials.flatMap((reports) => {
		const early = reports.find(({ step }) => step >= resource);
		const last = reports.at(-1);
		return early && last && last.step >= full && early !== last ? [[early.loss, last.loss]] : [];
	});
	if (pairs.length < fewest) return void 0;
	const sides = [pairs.map(([early]) => early), pairs.map(([, last]) => last)];
	if (sides.some((losses) => losses.every((loss) => loss === losses[0]))) return void 0;
	return {
		resource,
		correlation: rankCorrelation(...sides),
		trials: pairs.length
	};
}
function isMisleading({ correlation, trials }) {
	return correlation < (trials < misleads.some ? misleads.few : misleads.all);
}

// src/session/phases/rank-notice.ts
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

// src/session/phases/step-notice.ts
const fewestOnce = 3;
const fewestFalling = 3;
function stepNotice({ strategy, trials }, earlyStopping = "none") {
	const completed = trials.filter(({ role, state }) => role === "search" && state === "completed");
	if (earlyStopping !== "none" && completed.length >= fewestOnce && completed.every(hasOneReport)) return `Trials report once, so search.early-stopping could stop none: report ${earlyStopping === "median" ? "after every epoch" : "each fold"}, with its \`step\`, or remove it.`;
	if (earlyStopping === "wilcoxon") return void 0;
	const falling = trials.find(({ reports }) => reports.length >= fewestFalling && fall(reports));
	if (falling && (strategy === "asha" || earlyStopping === "median")) return `Trials report steps that fall (step ${falling.reports[0].step} first, step ${lastStep(falling)} last), so none could be stopped early where it should: report \`step\` in the order of the training, counted from 1.`;
	const beyond = trials.find((trial) => lastStep(trial) > (trial.resource ?? Number.POSITIVE_INFINITY));
	if (beyond) return `Trials report steps beyond their epochs (step ${lastStep(beyond)} of ${beyond.resource}), so what is stopped early or trained further is judged at the wrong places: report \`step\` in the unit of budget.epochs, counted from 1, and train for TUNEGATE_RESOURCE of them.`;
	const fromZero = trials.find(countsFromZero);
	if (fromZero) return `Trials report steps that count from 0 (the last of ${fromZero.resource} epochs as step ${lastStep(fromZero)}), so they look as if they lacked the last one: report \`step\` counted from 1.`;
	if (strategy === "asha" && completed.length >= fewestOnce && completed.every(reportsOnce)) return `Trials report once, as step 1 of ${completed[0].resource}, so none could be stopped early: report after every epoch, with its \`step\`, or say search.strategy: bayesian.`;
}
function hasOneReport({ resource, reports }) {
	return resource !== 1 && reports.length === 1;
}
function reportsOnce({ resource = 1, reports }) {
	return resource > 1 && reports.length === 1 && reports[0].step === 1;
}
function countsFromZero({ state, resource, reports }) {
	return state === "completed" && resource !== void 0 && reports[0]?.step === 0 && reports.at(-1)?.step === resource - 1;
}
function lastStep({ reports }) {
	return reports.at(-1)?.step ?? 0;
}

// src/session/phases/sum-up.ts
function sumUp(options) {
	const { loaded, head, journal, runners, gate, confirmed, made } = options;
	const { spec, space } = loaded;
	const study = journal.fold.study();
	for (const text of oddities(study, loaded, runners)) options.notice(text);
	return {
		version: version$1,
		study,
		space,
		...options.shown ? {} : { gateOnly: true },
		...gate ? { verdict: gate.verdict } : {},
		...confirmed.confirmation ? { confirmation: confirmed.confirmation } : {},
		...made.model ? { model: made.model } : {},
		...head ? { head: {
			dirty: head.dirty,
			...head.sha ? { sha: head.sha } : {}
		} } : {},
		...gate?.base ? { base: gate.base } : {},
		...gate?.baseConfig ? { baseConfig: gate.baseConfig } : {},
		budget: {
			planned: options.planned,
			spent: spentOf(spec.budget, journal.fold, options.timeMs, options.gateMs, options.resumable)
		},
		backend: runners.find((runner) => runner.backend !== void 0)?.backend ?? backendOf(study),
		hardware: describeHardware(),
		specPath: options.specPath
	};
}
function oddities(study, { spec }, runners) {
	return [
		...new Set(runners.flatMap((runner) => runner.notes ?? [])),
		rankNotice(study, spec) ?? [],
		stepNotice(study, spec.search["early-stopping"]) ?? []
	].flat();
}

// src/session/phases/time-shares.ts
function shareTime({ spec, folder }, deadline, clock = systemClock) {
	const left = deadline === void 0 ? 0 : Math.max(0, deadline - clock.now());
	const { model, trial } = modelTimeOf(spec.trial, folder, left);
	const trialTimeout = spec.trial.timeout ?? (trial && left > 0 ? trial * left : void 0);
	const confirmDeadline = deadline === void 0 ? void 0 : deadline - model * left;
	const confirms = spec.search.confirm !== false;
	return {
		...confirmDeadline === void 0 ? {} : {
			confirmDeadline,
			searchDeadline: confirmDeadline - (confirms ? confirmTimeShare * left : 0)
		},
		...trialTimeout === void 0 ? {} : { trialTimeout }
	};
}
const largeData = {
	text: 2 ** 24,
	parquet: 2 ** 22
};
const leastModelMs = 1e4;
const mostModelShare = .3;
function modelTimeOf(trial, folder, leftMs) {
	if (!("module" in trial) || !trial.task) return { model: 0 };
	const { data } = trial.task;
	if ((statSync(path.resolve(folder, data), { throwIfNoEntry: false })?.size ?? 0) >= (data.toLowerCase().endsWith(".parquet") ? largeData.parquet : largeData.text)) return {
		model: mostModelShare,
		trial: .3
	};
	return { model: Math.min(mostModelShare, Math.max(.1, leastModelMs / Math.max(1, leftMs))) };
}

// src/session/session.ts
async function runSession(options) {
	const { signal, onEvent } = options;
	const searches = !options.gateOnly || options.loaded.spec.gate === false;
	const notices = [];
	const notice = (text) => {
		notices.push(text);
		onEvent({
			type: "notice",
			text
		});
	};
	const prepared = await prepare({
		...options,
		searches,
		notice
	});
	const { loaded, place, journal } = prepared;
	try {
		const gateStart = performance.now();
		const gate = await compareWithBase(prepared, options, searches);
		const gateMs = gate?.base ? performance.now() - gateStart : 0;
		for (const text of gate?.notices ?? []) notice(text);
		const shares = shareTime(loaded, prepared.time.deadline);
		const searched = searches ? await search(prepared, options, shares, notice) : journal.fold.study();
		const here = searches ? void 0 : keptFacts(place.folder, searched);
		const confirmed = searches ? await confirm(prepared, options, shares, searched) : {
			cancelled: signal.aborted,
			...here?.confirmation ? { confirmation: here.confirmation } : {}
		};
		if (confirmed.notice) notice(confirmed.notice);
		const made = searches ? await makeModel(prepared, options, searched, confirmed) : { ...here?.model ? { model: here.model } : {} };
		if (made.notice) notice(made.notice);
		const isTask = "task" in loaded.spec.trial && loaded.spec.trial.task !== void 0;
		const cancelled = searched.stop?.reason === "cancelled" || confirmed.cancelled || isTask && signal.aborted;
		if (!cancelled && searches) journal.append({
			type: "finish",
			at: (/* @__PURE__ */ new Date()).toISOString()
		}, { sync: true });
		const { specPath, folder } = place;
		const timeMs = performance.now() - options.startedAt;
		const shown = searches || here !== void 0 && !here.gateOnly;
		return {
			results: {
				...sumUp({
					...prepared,
					specPath,
					shown,
					gate,
					confirmed,
					made,
					timeMs,
					gateMs,
					notice
				}),
				notices
			},
			folder,
			cancelled
		};
	} finally {
		await prepared.close();
	}
}
async function compareWithBase(prepared, { env, findBase, stored, signal, onEvent }, searches) {
	const { loaded, place, time } = prepared;
	const { gate } = loaded.spec;
	if (!gate) return void 0;
	const { deadline } = time;
	return await runGateStage({
		loaded,
		gate,
		repo: place.repo,
		head: prepared.head,
		specPath: place.specPath,
		env,
		backend: prepared.backend,
		findBase,
		stored,
		journal: prepared.journal,
		folder: place.folder,
		headRunners: prepared.runners,
		makeRunners: prepared.makeRunners,
		discover: prepared.discover,
		signal,
		onEvent,
		onPlan: (text) => onEvent({
			type: "phase",
			phase: "gate",
			text
		}),
		...deadline === void 0 ? {} : { deadline: searches ? (systemClock.now() + deadline) / 2 : deadline }
	});
}
async function search({ loaded, place, time, strategyName, ...prepared }, { signal, onEvent }, { searchDeadline, trialTimeout }, notice) {
	onEvent({
		type: "phase",
		phase: "search",
		text: `Searching with ${strategyName}`
	});
	return await runSearchPhase({
		loaded,
		strategy: prepared.strategy,
		thinker: prepared.thinker,
		journal: prepared.journal,
		folder: place.folder,
		runners: prepared.runners,
		resumable: prepared.resumable,
		deadline: searchDeadline,
		limit: time.limit,
		trialTimeout,
		signal,
		onEvent,
		notice
	});
}
async function confirm({ loaded, place, head, journal, runners }, { signal, onEvent }, { confirmDeadline: deadline }, study) {
	if (!foundSomething(study)) return { cancelled: false };
	return await runConfirmPhase({
		loaded,
		study,
		journal,
		folder: place.folder,
		runners,
		headCode: head?.fingerprint ?? "",
		signal,
		onEvent,
		onPlan: (text) => onEvent({
			type: "phase",
			phase: "confirm",
			text
		}),
		...deadline === void 0 ? {} : { deadline }
	});
}
async function makeModel({ loaded, place, trial, host, time: { deadline } }, { signal, onEvent }, study, { cancelled, confirmation }) {
	if (!foundSomething(study) || cancelled) return {};
	return await runModelPhase({
		loaded,
		trial,
		study,
		...confirmation ? { recommended: confirmation.trial } : {},
		folder: place.folder,
		host,
		...deadline === void 0 ? {} : { limitMs: deadline - systemClock.now() },
		signal,
		onPlan: (text) => onEvent({
			type: "phase",
			phase: "model",
			text
		})
	});
}
function foundSomething({ stop }) {
	return stop !== void 0 && stop.reason !== "cancelled" && stop.reason !== "failing";
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
	["epochs", ({ reports }) => reachedStep(reports)],
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
const { say: say$8, join: join$6, name: name$5 } = inHtml;
const mostBlocks = 100;
function architectureFigures({ space }, { recommended }) {
	if (!recommended) return [];
	return architectureOf(space, recommended.config).map((stack) => {
		const items = [
			literal$1`input`,
			...stack.blocks.slice(0, mostBlocks).map(box),
			literal$1`output`
		].map((part) => say$8`<li>${part}</li>`);
		return say$8`<figure><figcaption>${name$5(stack.name, 40)}</figcaption><ul class="blocks">${join$6(items, "")}</ul></figure>`;
	});
}
function box({ title, settings, blocks, skip }) {
	const lines = settings.filter(([key]) => key !== "skip").map(([key, value]) => say$8`<span>${html(`${key} ${value}`, 60)}</span>`);
	const shortcut = skip ? say$8`<span>+ its input</span>` : say$8``;
	const inner = blocks.length === 0 ? say$8`` : say$8`<ul class="blocks">${join$6(blocks.slice(0, mostBlocks).map((block) => say$8`<li>${box(block)}</li>`), "")}</ul>`;
	return say$8`<div><strong>${html(title, 60)}</strong>${join$6(lines, "")}${shortcut}${inner}</div>`;
}

// src/report/html/svg.ts
const { say: say$7, join: join$5 } = inHtml;
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
	const xs = x.ticks.map((tick) => say$7`<line class="grid" x1="${px(tick.at)}" x2="${px(tick.at)}" y1="${px(top$1)}" y2="${px(base)}"/><text class="tick" x="${px(tick.at)}" y="${px(base + 18)}" text-anchor="${anchor(tick.at)}">${tick.label}</text>`);
	const ys = (y?.ticks ?? []).map((tick) => say$7`<line class="grid" x1="${px(left)}" x2="${px(406)}" y1="${px(tick.at)}" y2="${px(tick.at)}"/><text class="tick" x="${px(49)}" y="${px(tick.at + 4)}" text-anchor="end">${tick.label}</text>`);
	const axis = say$7`<line class="axis" x1="${px(left)}" x2="${px(406)}" y1="${px(base)}" y2="${px(base)}"/>`;
	return say$7`<svg viewBox="0 0 ${px(420)} ${px(height)}" role="img" aria-label="${label}">${join$5([
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
	return say$7`<circle class="${mark}" cx="${px(x)}" cy="${px(y)}" r="${px(radius)}"><title>${title}</title></circle>`;
}
function cross(x, y, title) {
	const r = 3.2;
	return say$7`<path class="failed" d="M${px(x - r)} ${px(y - r)}l${px(2 * r)} ${px(2 * r)}m0 ${px(-2 * r)}l${px(-2 * r)} ${px(2 * r)}"><title>${title}</title></path>`;
}
function line(points, mark, options = {}) {
	const [first, ...rest] = points;
	if (!first) return say$7``;
	const path = rest.map(([x, y]) => options.step ? say$7`H${px(x)}V${px(y)}` : `L${px(x)} ${px(y)}`);
	const title = options.title ? say$7`<title>${options.title}</title>` : say$7``;
	return say$7`<path class="line ${mark}" d="M${px(first[0])} ${px(first[1])}${join$5(path, "")}">${title}</path>`;
}
function level(y, mark, title) {
	return say$7`<path class="level ${mark}" d="M${px(left)} ${px(y)}H${px(406)}"><title>${title}</title></path>`;
}
function figure(title, chart, key, note) {
	const items = key.map(({ mark, text }) => say$7`<span class="key ${mark}">${text}</span>`);
	const legend = items.length === 0 ? say$7`` : say$7`<p class="keys">${join$5(items, " ")}</p>`;
	return say$7`<figure><figcaption>${title}</figcaption>${chart}${legend}${note ? say$7`<p class="note">${note}</p>` : say$7``}</figure>`;
}
function beyondNote(count) {
	return count === 0 ? void 0 : say$7`${plural$1(count, "trial")} beyond the edge: drawn on it.`;
}

// src/report/html/charts.ts
const { say: say$6, name: name$4, sentence: sentence$4 } = inHtml;
const height$1 = 250;
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
	return say$6`trial #${numbered(trial.trial)}: ${board.score(score)}`;
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
	const y = yScale(scoreDomain(scored.map(({ score }) => score), study.metric.goal), height$1);
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
	const ships = scored.find(({ trial, counts }) => counts && trial === board.incumbent)?.score;
	const expected = insightOf(study, results.space, board.recommended?.trial).progress.random;
	const random = expected === void 0 ? void 0 : study.metric.goal === "maximize" ? -expected : expected;
	const incomplete = scored.some((item) => !item.counts);
	const marks = [
		...ships === void 0 || y.beyond(ships) ? [] : [level(y.at(ships), "ships", say$6`what ships today: ${board.score(ships)}`)],
		...thinned(scored.filter((item) => !special(item)), () => false).map((item) => dot(x.at(item.trial.trial), y.at(item.score), markOf(item, board), trialTitle(item, board), 2.8)),
		...failed.slice(0, mostPoints).map(({ trial }) => cross(x.at(trial), 216, say$6`trial #${numbered(trial)} failed`)),
		...random === void 0 || y.beyond(random) ? [] : [level(y.at(random), "plain", say$6`expected of as many random configs: ${board.score(random)}`)],
		line(points, "one", {
			step: true,
			title: say$6`best so far`
		}),
		...scored.filter(special).map((item) => dot(x.at(item.trial.trial), y.at(item.score), markOf(item, board), trialTitle(item, board), 5))
	];
	const key = [
		{
			mark: "one",
			text: say$6`best so far`
		},
		{
			mark: "plain",
			text: say$6`a trial`
		},
		...incomplete ? [{
			mark: "faint",
			text: say$6`stopped early, or misses a constraint`
		}] : [],
		...trialKeys(board),
		...random === void 0 ? [] : [{
			mark: "plain",
			text: say$6`line: expected of random search`
		}],
		...failed.length > 0 ? [{
			mark: "failed",
			text: say$6`failed`
		}] : []
	];
	return figure(say$6`${name$4(study.metric.name, 40)}, trial by trial`, plot(x, y, height$1, say$6`best score so far over the trials`, marks), key, beyondNote(scored.filter(({ score }) => y.beyond(score)).length));
}
function trialKeys({ recommended, incumbent }) {
	return [...recommended ? [{
		mark: "best",
		text: say$6`best config, #${numbered(recommended.trial)}`
	}] : [], ...incumbent && incumbent !== recommended ? [{
		mark: "ships",
		text: say$6`ships today, #${numbered(incumbent.trial)}`
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
	const y = yScale(scoreDomain(all.map(({ value }) => value), metric.goal), height$1);
	return figure(say$6`${name$4(metric.name, 40)} while training`, plot(x, y, height$1, say$6`learning curves of the best trials`, curves.map(({ points, mark, trial }) => line(points.map(({ step, value }) => [x.at(step), y.at(value)]), mark, { title: say$6`trial #${numbered(trial.trial)}` }))), curves.map(({ mark, trial }) => ({
		mark,
		text: mark === "ships" ? say$6`ships today, #${numbered(trial.trial)}` : say$6`trial #${numbered(trial.trial)}`
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
		const y = yScale(scoreDomain(points.map(({ score }) => score), main.goal), height$1);
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
		const marks = [...thinned(points, ({ trial }) => front.has(trial))].sort((a, b) => order.indexOf(shown(a)) - order.indexOf(shown(b))).map((item) => dot(x.at(item.value), y.at(item.score), shown(item), say$6`${trialTitle(item, board)}, ${format(item.value)}`, shown(item) === "best" ? 5 : 3.5));
		return [figure(say$6`${name$4(main.name, 40)} (up) against ${name$4(metric.name, 40)}`, plot(x, y, height$1, say$6`two metrics of every trial`, marks), [{
			mark: "one",
			text: say$6`on the front`
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
	const point = (item, radius) => dot(place(item.trial), y.at(item.score), markOf(item, board), say$6`${trialTitle(item, board)} with ${sentence$4(valueText(valued(item.trial.config)), 60)}`, radius);
	return figure(name$4(path, 60), plot(x, y, 200, say$6`score over ${sentence$4(path, 60)}`, [
		...failed.slice(0, mostPoints).map((trial) => cross(place(trial), 166, say$6`trial #${numbered(trial.trial)} failed`)),
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
const { say: say$5, name: name$3, sentence: sentence$3, join: join$4 } = inHtml;
const mostBars = 10;
const barHeight = 22;
const labelWidth = 150;
function insightParts(results, board) {
	const insight = insightOf(results.study, results.space, board.recommended?.trial);
	const words = insightWords(results, insight, inHtml);
	const figures = [importanceBars(insight), ...dependences(results, insight)].filter((chart) => chart !== void 0);
	return [...words.length === 0 ? [] : [say$5`<ul>${join$4(words.map((text) => say$5`<li>${text}</li>`), "")}</ul>`], ...figures.length === 0 ? [] : [say$5`<div class="charts">\n${join$4(figures, "")}\n</div>`]];
}
function importanceBars({ importance }) {
	const shown = (importance ?? []).slice(0, mostBars).filter(({ share }) => share >= .005);
	if (shown.length === 0) return void 0;
	const longest = shown[0].share;
	const room = 420 - labelWidth - 54;
	const bars = shown.map(({ path, share }, i) => {
		const y = 6 + i * barHeight;
		const length = Math.max(1, share / longest * room);
		return say$5`<text class="bar-name" x="${px(142)}" y="${px(y + 14)}" text-anchor="end">${html(path, 22)}</text><rect class="bar" x="${px(labelWidth)}" y="${px(y + 2)}" width="${px(length)}" height="${px(15)}" rx="2"><title>${sentence$3(path, 80)}: ${percent(Number(share.toFixed(3)))}</title></rect><text class="tick" x="${px(labelWidth + length + 6)}" y="${px(y + 14)}">${percent(Number(share.toFixed(2)))}</text>`;
	});
	const height = 12 + shown.length * barHeight;
	return figure(say$5`What decided about being among the best`, say$5`<svg viewBox="0 0 ${px(420)} ${px(height)}" role="img" aria-label="importance of the parameters">${join$4(bars, "")}</svg>`, [], say$5`Share of the difference between the best tenth of all configs and all, by the model (PED-ANOVA).`);
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
		return [figure(say$5`Expected ${name$3(study.metric.name, 30)} over ${name$3(path, 40)}`, plot(x, y, height, say$5`partial dependence on ${sentence$3(path, 60)}`, [...ordered ? [line(places, "one")] : [], ...places.map(([cx, cy], i) => dot(cx, cy, "one", sentence$3(String(points[i].value), 60), 3))]), [], say$5`By the model, the other parameters as in the best trials.`)];
	});
}
function isUnordered(domain) {
	return domain.type === "choice" && !domain.ordered;
}

// src/report/html/forecast.ts
const { say: say$4, name: name$2, join: join$3 } = inHtml;
const height = 250;
function forecastCharts({ test, target }) {
	const charts = (test?.forecast?.drawn ?? []).map((of) => chart(of, target)).filter((of) => of !== void 0);
	return charts.length === 0 ? [] : [say$4`<div class="charts">\n${join$3(charts, "")}\n</div>`];
}
function chart({ series, times, before, actual, predicted, lower, upper }, target) {
	const all = [
		before,
		actual,
		predicted,
		lower,
		upper
	].flat().filter((value) => value !== null);
	const last = before.length + predicted.length - 1;
	if (all.length < 2 || last < 1) return void 0;
	const x = xScale([0, last]);
	const y = yScale(padded(Math.min(...all), Math.max(...all)), height);
	const points = (values, from) => runs(values.map((value, i) => value === null ? void 0 : [x.at(from + i), y.at(value)]));
	const begins = before.length;
	const marks = [
		...points([...before, ...actual], 0).map((run) => line(run, "plain")),
		...[lower, upper].flatMap((values) => points(values, begins).map((run) => line(run, "ships"))),
		...points(predicted, begins).map((run) => line(run, "one"))
	];
	const labels = placesScale([
		{
			place: 0,
			text: times[0]
		},
		{
			place: begins / last,
			text: times[1]
		},
		{
			place: 1,
			text: times[2]
		}
	]);
	const title = series === "" ? say$4`${name$2(target)}: forecast and what came` : say$4`${name$2(series)}: forecast and what came`;
	const label = say$4`the forecast of the test part, its interval and what came`;
	return figure(title, plot({
		...x,
		ticks: labels.ticks
	}, y, height, label, marks), [
		{
			mark: "plain",
			text: say$4`what came`
		},
		{
			mark: "one",
			text: say$4`forecast`
		},
		{
			mark: "ships",
			text: say$4`interval`
		}
	]);
}
function runs(points) {
	const found = [[]];
	for (const point of points) if (point === void 0) found.push([]);
	else found.at(-1).push(point);
	return found.filter((run) => run.length > 1);
}

// src/report/html/tables.ts
const { say: say$3, name: name$1, sentence: sentence$2, join: join$2 } = inHtml;
const mostRows = 3e3;
const mostColumns = 40;
function table(header, rows, sortable) {
	const head = join$2(header.map(({ text, align }) => say$3`<th scope="col"${align ? literal$1` class="l"` : literal$1``}>${text}</th>`), "");
	const body = rows.map(({ cells, mark }) => say$3`<tr${mark ? literal$1` class="${mark}"` : literal$1``}>${join$2(cells.map(cell), "")}</tr>\n`);
	return say$3`<div class="table"><table${sortable ? literal$1` class="sortable"` : literal$1``}><thead><tr>${head}</tr></thead><tbody>\n${join$2(body, "")}</tbody></table></div>`;
}
function cell({ text, key, align }) {
	const kind = align ? literal$1` class="${align === "wide" ? "l w" : "l"}"` : literal$1``;
	const sort = key === void 0 ? say$3`` : say$3` data-v="${html(sortKey(key), 80)}"`;
	return say$3`<td${kind}${sort}>${text}</td>`;
}
function sortKey(key) {
	return typeof key === "string" || Number.isFinite(key) ? String(key) : "";
}
function leaderboardTable(results, board) {
	if (board.rows.length === 0) return say$3`<p>No trial was run.</p>`;
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
					text: epochsOf(trial),
					key: reachedStep(trial.reports) ?? ""
				},
				{
					text: duration(trial.durationMs),
					key: trial.durationMs
				},
				{
					text: numbered(trial.seed),
					key: trial.seed
				},
				...gpus ? [{ text: sentence$2(trial.device ?? "", 20) }] : [],
				{
					text: sentence$2(trial.origin, 60),
					align: "left"
				},
				{
					text: stateCell(row),
					align: "wide"
				}
			]
		};
	});
	const legend = frontLegend(results, rows, inHtml);
	const more = board.rows.length - rows.length;
	return join$2([
		table(header, body, true),
		...legend ? [say$3`<p class="note">${legend}</p>`] : [],
		...more > 0 ? [say$3`<p class="note">And ${plural$1(more, "further trial")}, which the CSV has.</p>`] : []
	], "");
}
function trialCell({ trial, incumbent, best }) {
	const number = literal$1`#${numbered(trial.trial)}`;
	const badges = [...best ? [literal$1`<span class="badge">best</span>`] : [], ...incumbent ? [literal$1`<span class="badge">ships today</span>`] : []];
	return join$2([number, ...badges], " ");
}
function stateCell({ trial, misses }) {
	const state = missWords(misses, inHtml) ?? stateWords(trial);
	return trial.message ? say$3`${state}: ${sentence$2(trial.message, 200)}` : state;
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
	const text = sentence$2(valueText(value), 60);
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
			text: duration(trial.durationMs),
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
function plainTable({ header, rows, align }) {
	const cellOf = (text, column) => ({
		text,
		...align[column] === "l" ? { align: "left" } : {}
	});
	return table(header.map(cellOf), rows.map((row) => ({ cells: row.map(cellOf) })), false);
}

// src/report/html/model.ts
const { say: say$2, sentence: sentence$1, join: join$1 } = inHtml;
function modelParts({ model }) {
	if (!model) return [];
	const tables = modelTables(model, inHtml).map(({ title, note, ...table }) => say$2`<div><p><strong>${title}</strong></p>${plainTable(table)}${note ? say$2`<p class="note">${note}</p>` : say$2``}</div>`);
	const notes = model.notes.slice(0, 50).map((text) => say$2`<li>${sentence$1(text)}</li>`);
	return [
		say$2`<p>${modelSentence(model, inHtml)}</p>`,
		...forecastCharts(model),
		say$2`<div class="tables">\n${join$1(tables, "")}\n</div>`,
		say$2`<p>Use it:</p><pre>${htmlLines(predictCommand(model))}</pre>`,
		say$2`<details><summary>The data</summary><ul>${join$1(notes, "")}</ul></details>`
	];
}

// src/report/html/pairs.ts
const { say: say$1 } = inHtml;
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
			say$1`<text class="tick" x="78" y="${px(y + 4)}" text-anchor="end">${label}</text>`,
			...before !== void 0 && after !== void 0 ? [line([[x.at(before), y], [x.at(after), y]], "plain")] : [],
			...before === void 0 ? [] : [dot(x.at(before), y, "ships", say$1`${words.before}: ${format(before)}`, 5)],
			...after === void 0 ? [] : [dot(x.at(after), y, "best", say$1`${words.after}: ${format(after)}`, 5)]
		];
	});
	return figure(title, plot(x, void 0, tall, literal$1`scores of every seed`, marks), [{
		mark: "ships",
		text: words.before
	}, {
		mark: "best",
		text: words.after
	}], rows.some(({ before, after }) => before === void 0 || after === void 0) ? say$1`A side without a point failed, or was not trained.` : void 0);
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
/* Tables as wide as they need, side by side where there is room; what is written above and below does not widen them. */
.tables{display:flex;flex-wrap:wrap;gap:14px;align-items:flex-start}
.tables>div{min-width:min(100%,320px);max-width:100%}
.tables p{width:0;min-width:100%}
.charts+*,.tables+*,.card+.card,.table+.table,*+details{margin-top:12px}
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

// src/report/html/page.ts
const { say, name, sentence, join } = inHtml;
const mostLogs = 40;
const logLimit = 6e3;
function renderHtml(results) {
	const board = leaderboard(results);
	const body = [
		top(results, board),
		section(literal$1`Best config`, bestConfig(results, board)),
		section(literal$1`Model`, modelParts(results)),
		section(literal$1`Charts`, grid(charts(results, board))),
		section(literal$1`What the search learned`, insightParts(results, board)),
		section(literal$1`Regression check`, gate(results)),
		section(literal$1`The best configs on fresh seeds`, fresh(results)),
		section(literal$1`All trials`, [leaderboardTable(results, board)]),
		section(literal$1`Failures`, failures(results)),
		section(literal$1`Notes`, notes(results)),
		section(results.driven ? literal$1`How this was run` : literal$1`How this was run, and how to run it again`, run(results))
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
		return say`<div class="card"><p><strong>${failedWords(trials)}: ${failureWords[reason]}</strong></p>${join(logs, "")}${more}</div>`;
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
	return [say`<div class="card"><p>${stopSentence(results, inHtml)}</p><dl>${join(facts, "")}</dl></div>`, ...results.driven ? [] : [say`<pre>${htmlLines(commands.join("\n"))}</pre>`]];
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
		...results.model ? { model: results.model } : {},
		insight: {
			...more?.length ? { metric: metric.name } : {},
			...insightOf(study, space, board.recommended?.trial)
		},
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

// src/report/model-card.ts
function renderModelCard(results, model) {
	const { say, name } = inMarkdown;
	const { study, version, head } = results;
	const rows = model.task === "forecasting" ? literal$1`values` : literal$1`rows`;
	const commit = head?.sha ? say` at commit ${name(head.sha)}${head.dirty ? literal$1` with changes` : literal$1``}` : literal$1``;
	return block`${blocks([
		heading(say`Model card: ${name(study.name)}`),
		paragraph(modelSentence(model, inMarkdown)),
		subheading(literal$1`Model`),
		bullets([
			say`Predicts ${name(model.target)} (${model.task}${model.classes.length > 0 ? literal$1`, ${counted(model.classes.length)} classes` : literal$1``}) from ${counted(model.columns.length)} columns.`,
			say`Chosen from ${counted(model.candidates)} configs of ${counted(study.trials.filter(({ role }) => role === "search").length)} trials (${name(study.strategy)}, seed ${name(String(study.seed))}) by ${name(model.metric)}, and trained on all ${counted(model.rows.search)} ${rows} of the search.`,
			say`Made by Tunegate ${name(version)}${commit}.`
		]),
		subheading(literal$1`Use`),
		codeBlock(predictCommand(model), { language: "sh" }),
		paragraph(literal$1`Predictions hold for data like that below. Whether they are good enough, and for whom an error would be costly, the people who use the model must say here.`),
		subheading(literal$1`Data`),
		paragraph(say`${name(model.data, 200)}: ${counted(model.rows.search)} ${rows} to learn from, ${counted(model.rows.test)} to test with.`),
		bullets(model.columns.slice(0, 200).map(({ name: column, kind }) => say`${name(column, 80)}: ${inMarkdown.sentence(kind)}`)),
		dataNotes(model),
		subheading(literal$1`How good it is`),
		...modelTables(model, inCell).flatMap(drawn)
	])}\n`;
}
function subheading(text) {
	return block`#${heading(text)}`;
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
		html: write(studyFiles.html, renderHtml(results)),
		...results.model ? { model: writeCard(path.join(folder, studyFiles.model), results, results.model) } : {}
	};
}
const cardFile = "MODEL_CARD.md";
function writeCard(folder, results, model) {
	writeFileSync(path.join(folder, cardFile), renderModelCard(results, model));
	return folder;
}

export { shippingText as $, outputsOf as A, planLooks as B, isStep as C, predictModel as D, encodeTable as E, storedSeeds as F, failureOf as G, storeMeasured as H, gateFrame as I, outputsOf$1 as J, failurePublication as K, countFinished as L, shapeOf as M, ownDataBranch as N, forecastTable as O, HeadTrainings as P, shippingPath as Q, trialsSpent as R, runModelPhase as S, parseLenient as T, differenceNoise as U, measuredOf as V, scoreNoise as W, resultPublication as X, regressionAnnotations as Y, ship as Z, strategyOptions as _, renderCsv as a, renderTerminal as at, tryFirstOf as b, tellEnd as c, createProgress as ct, earlyEndOf as d, pad as dt, modelOutcome as et, nothingToGain as f, dataBranchName as ft, createTrialRunner as g, thisMachine as h, DataBranchError as ht, renderHtml as i, endWithOutput as it, knownPicture as j, readAnyModel as k, tellReport as l, logLine as lt, resolveWorkers as m, writeMeasured as mt, writeReports as n, placeOf$1 as nt, runSession as o, require_picocolors as ot, discoverSpace as p, readStore as pt, outcomeOf$1 as q, renderJson as r, cancelSignal as rt, replayJournal as s, advance as st, writeCard as t, placeInRepo as tt, tellStart as u, progressLine as ut, searchProblem as v, metricNumber as w, warmStartOf as x, settleEarlier as y, nextStep as z };