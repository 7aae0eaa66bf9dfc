import { i as __toESM, t as __commonJSMin } from "./rolldown-runtime-CiVTkJ2Q.js";
import { A as visibleLines, B as exactOptional, G as object, H as literal, I as array, J as string$1, K as record, L as boolean, M as ZodISODateTime, N as _enum, Q as _isoDateTime, S as paragraph, T as terminalLines, V as int, W as number, X as union, Y as tuple, a as codeBlock, d as inCell, f as inHtml, g as inTerminal, i as bullets, k as visible, l as html, m as inMarkdown, n as block, r as blocks, s as heading, t as argument, u as htmlLines, v as literal$1, w as terminal, z as discriminatedUnion } from "./safe-9J7TpDP6.js";
import { _ as gitBytes, a as fetchFrom, d as findRepository, f as stateFolderName, g as git, h as GitError, l as changedSince, m as complaint, o as remoteName, p as authorization, s as headBesideSpec, u as ensureStateFolder, v as tryGit } from "./outcome-dpcMbMp0.js";
import { B as checkConfig, E as randomStream, G as contains, H as hashConfig, J as toUnit, K as fromUnit, N as plural, T as sampleConfig, U as nestConfig, V as completeConfig, W as isActive, X as valueCount, Y as valueAt, f as ranks, j as firstOf, n as chooseStrategy, t as choiceAsBegun, z as ConfigError } from "./strategies-CBKcjfuJ.js";
import { $t as freshCell, A as furtherConfirmTime, An as fall, At as stopSentence, B as drawn, Bn as furtherOutcome, Bt as otherTitles, C as gateError, Cn as withSign, D as studentTQuantile, Dn as pausedTrials, Dt as completePairs, E as seedsNeeded, En as bestTrial, F as renderComment, Fn as paretoFront, Ft as compareCommand, Gn as exitFailure, Gt as goalColumns, Ht as modelTables, I as renderLeaderboard, In as recommend, It as predictCommand, J as readSpec, Jn as require_fastest_levenshtein, Jt as failedWords, Kn as missingMetric, Kt as goalTitle, L as renderSummary, Ln as brokenBound, Lt as replayCommand, M as trainingTimes, Mn as misses, Mt as numberOf, N as typicalTime, Nn as objectiveValues, Nt as runFacts, O as affordableTrainings, On as rankTrials, Ot as headline, P as trialSeed, Pn as objectives, Pt as plannedWords, R as renderTitle, Rt as runCommand, S as compare, Sn as valueText, T as sameVerdict, Tn as trainingNames, Un as countOomKills, Ut as insightWords, V as architectureOf, Vn as lastValue, Vt as modelSentence, Wn as divergence, Wt as frontLegend, X as parameterVariables, Xt as failureReport, Y as expandArguments, Yt as failureGroups, Z as trialEnvironment, Zt as dotPlot, _n as numbered, _t as version$1, a as saveFoundParams, an as leaderboard, bn as short, c as rankNotice, cn as varyingPaths, ct as placesIn, d as spentOf, dn as counted, dt as unusedWords, en as configYaml, et as shippingValues, f as timeLimit, fn as differenceFormat, gn as numberFormat, h as roomForEpochs, hn as intervalLevel, i as saveFacts, in as furtherTrials, it as shipConfig, j as leastSeeds, jn as reachedStep, jt as endedTrials, k as confirmTimeShare, kn as trialsByConfig, kt as searchWords, l as dropNotice, ln as insightOf, lt as SpecError, m as epochsSpent, mn as failureWords, nn as columnsThatFit, nt as shipValues, on as shortName, pn as duration, q as discovers, qn as timeoutFailure, qt as missWords, rn as epochsOf, rt as valuePlaces, s as canResume, sn as splitRows, st as loadSpec, t as keptFacts, tn as require_dist, tt as valuesOf$2, u as plannedOf, un as isNothingToChange, ut as isUtf16, v as ConfirmStage, vn as percent, vt as createSpace, w as noBaseline, wn as confirmationName, xn as stateWords, yn as plural$1, z as dataNotes, zn as endWithAllMetrics, zt as otherMetrics } from "./facts-BjPUyRPe.js";
import { C as unfinishedSegment, D as scoreAfter, E as lossOf, S as trialRecord, T as studyFolder, _ as fingerprint, b as isTold, c as identifyProcess, g as failureReasons, l as processState, o as readStudy, p as identify, r as openJournal, t as JournalError, u as StudyChangedError, v as StudyFold, w as studyFiles, x as sameJob, y as foldRecords } from "./journal-SIbAe7H2.js";
import { a as inStorage, c as remedyOf, i as StorageError, n as studyMark, o as keepFile, r as endMarked, s as keepFolder, t as endLeftovers } from "./leftovers-BtuUVGEl.js";
import { t as buildStrategy } from "./plan-BdHJLFwI.js";
import { createRequire } from "node:module";
import { stripVTControlCharacters } from "node:util";
import { Worker } from "node:worker_threads";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { closeSync, constants, cpSync, createReadStream, existsSync, fstatSync, lstatSync, openSync, readFileSync, readSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
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
const { say: say$10, name: name$7, sentence: sentence$7, join: join$7 } = inTerminal;
const shownParameters = 6;
function logLine(event, metric) {
	switch (event.type) {
		case "prepared":
		case "phase": return sentence$7(event.text);
		case "notice": return say$10`Note: ${sentence$7(event.text)}`;
		case "trial-started": {
			const how = event.again ? literal$1` again` : event.segment > 0 ? literal$1` on to a higher resource` : literal$1``;
			return say$10`${training(event, event.confirms)} starts${how}: ${configWords(event.config)}`;
		}
		case "retry": return say$10`${training(event, event.confirms)} ${failureWords[event.reason]}${event.message ? say$10` (${sentence$7(event.message, 200)})` : literal$1``}; tried again (${counted(event.attempt)} of ${counted(event.of)})`;
		case "trial-ended": return endLine(event, metric);
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
function training({ role, trial, seed }, confirms) {
	if (role === "search") return say$10`Trial ${name$7(`#${trial}`)}`;
	return say$10`${roleWords(role, confirms)} with seed ${name$7(String(seed))}`;
}
function roleWords(role, confirms) {
	if (role !== "confirm") return role === "head" ? literal$1`Head` : literal$1`Base`;
	const words = confirmationName(confirms, inTerminal);
	return words[0].toUpperCase() + words.slice(1);
}
function configWords(config) {
	const entries = Object.entries(config);
	const shown = entries.slice(0, shownParameters).map(([path, value]) => say$10`${name$7(path, 40)}=${name$7(valueText(value), 30)}`);
	return entries.length > shownParameters ? say$10`${join$7(shown, ", ")} and ${counted(entries.length - shownParameters)} more` : join$7(shown, ", ");
}
function endLine({ trial, best, confirms }, metric) {
	const score = trial.score === void 0 ? literal$1`` : say$10`, ${name$7(metric)} ${short(trial.score)}`;
	const message = trial.state === "failed" && trial.message ? say$10` (${sentence$7(trial.message, 200)})` : literal$1``;
	const leads = best?.score === void 0 || trial.role !== "search" ? literal$1`` : best.trial === trial.trial ? literal$1`; the best so far` : say$10`; best so far ${short(best.score)} in ${name$7(`#${best.trial}`)}`;
	return say$10`${training(trial, confirms)} ${stateWords(trial)}${message}${score}, ${duration(trial.durationMs)}${leads}`;
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
			const { role, trial, confirms } = event;
			const resource = event.resource ?? progress.epochs;
			const started = {
				role,
				trial,
				...confirms === void 0 ? {} : { confirms },
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
	return running.map(({ role, trial, confirms, step, resource }) => {
		const number = role === "search" ? trial : role === "confirm" ? confirms : void 0;
		const who = number !== void 0 ? literal$1`#${counted(number)}` : role === "confirm" ? literal$1`what ships` : role;
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
	const columns = columnsThatFit(results, board, paths, (some) => widths(some) <= width);
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
		...rest.length > 0 ? [say$9`And ${furtherTrials(rest)}.`] : [],
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
	const { lines, log } = failureReport(results, inTerminal);
	return [
		colors.bold(failedWords(groups.flatMap(({ trials }) => trials))),
		...lines.flatMap((line) => wrap(say$9`- ${line}`, width, "  ")),
		...log ? [...wrap(log.title, width), ...terminalLines(log.tail, 2048).slice(-15).map((line) => colors.dim(cutTo(`  ${line}`, width)))] : []
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
	return conclusion ?? (cameToNothing(results) ? "no-result" : "searched");
}
function cameToNothing({ study: { trials, stop }, gateOnly }) {
	if (gateOnly || stop === void 0 || stop.reason === "cancelled") return false;
	return !searchTrials(trials).some(({ state }) => state === "completed");
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
		...files === void 0 ? {} : {
			reportPath: files.markdown,
			resultsPath: files.json
		},
		...files?.model === void 0 ? {} : { modelPath: files.model },
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
async function changedFiles$1(sha, folder, patterns) {
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
		const found = await closest$1(repo, of, candidates);
		const deepen = steps[step];
		if (found || deepen === void 0) return found;
		if (await fetchFrom(repo, [
			deepen,
			await remoteName(repo),
			argument(of)
		], options) !== void 0) return void 0;
	}
}
async function closest$1(repo, of, candidates) {
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
		return shippingValues(spec, valuesOf$2(spec, {
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
	if (mode === "file") return known$2(await readBaselineFile(options));
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
function known$2(baseline) {
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
const known$1 = /* @__PURE__ */ new Map();
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
	const before = known$1.get(key);
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
	known$1.set(key, low);
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
	if (suspected.size === 0 || atEnd) return {
		pairs,
		deterministic
	};
	const last = looks.findLast((look) => look <= all.length);
	return {
		pairs: pairs.slice(0, last),
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

// src/study/budget.ts
function countFinished(fold, role) {
	const kind = (of) => of === "base" ? "head" : of;
	return fold.trials.filter((item) => kind(item.role) === kind(role) && item.segments.some(isTold)).length;
}
function trialsSpent(trials) {
	return `the budget of ${plural(trials, "trial")} is spent`;
}
function tooLate(fold, kind, deadline, clock, kept = 0) {
	if (deadline === void 0) return void 0;
	const left = deadline - clock.now();
	const quickest = fold.trials.filter(({ role }) => (role === "search" || role === "confirm") === (kind === "search")).flatMap((trial) => trial.segments).filter((segment) => segment.end?.state === "completed").reduce((least, segment) => Math.min(least, segment.end?.durationMs ?? least), Number.POSITIVE_INFINITY);
	if (quickest === Number.POSITIVE_INFINITY || quickest + kept <= left) return void 0;
	const fresh = quickest <= left ? `, of which trainings on fresh seeds may need ${seconds(kept)} more than their share,` : "";
	return {
		reason: "time",
		detail: `${seconds(left)} were left${fresh === "" ? "" : " for the search"}${fresh} and the quickest trial so far took ${seconds(quickest)}, so no further one was started`
	};
}
function seconds(ms) {
	return `${(Math.max(0, ms) / 1e3).toFixed(1)} s`;
}
function spentBudget(reason, { trials, epochs }) {
	if (reason === "epochs" && epochs !== void 0) return { epochs };
	return reason === "exhausted" && trials !== void 0 ? { trials } : {};
}

// src/study/end-record.ts
function endRecord({ role, trial }, run, outcome, stopped, score, metric) {
	const { durationMs, backend } = outcome;
	const base = {
		type: "end",
		role,
		trial,
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
	keepFolder(study);
	const root = realpathSync(study);
	const folder = trialFolder(root, role, trial, segment);
	const checkpoints = checkpointFolder(root, role, trial, segment);
	for (const left of [folder, checkpoints]) inStorage(left, () => rmSync(left, {
		recursive: true,
		force: true
	}));
	const before = segment === 0 ? void 0 : checkpointFolder(root, role, trial, segment - 1);
	if (before && existsSync(before)) inStorage(checkpoints, () => cpSync(before, checkpoints, {
		recursive: true,
		preserveTimestamps: true
	}));
	else keepFolder(checkpoints);
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
					trial: numberOf(role, trial),
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
	return valuesOf$1(spec).every((value) => isValue(code, value));
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
function valuesOf$1(spec) {
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
		this.#file = inStorage(path, () => openSync(path, "w"));
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
	keepFolder(path.dirname(options.log));
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
		changed = await changedFiles$1(base.sha, loaded.folder, paths);
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
async function openStudy(file, identity, { how, budget, searches, notice, ...open }) {
	if (how === "fresh") return await openJournal(file, identity, { fresh: true });
	try {
		const journal = await openJournal(file, identity, open);
		const { fold } = journal;
		if (fold.trials.length === 0) return journal;
		const room = isUnfinished(fold) ? void 0 : newRoom(budget, fold);
		if (isUnfinished(fold) || room || !searches) {
			const ended = endedTrials(fold.study().trials).length;
			const which = room ? `the study, since ${room.why}` : "the unfinished study";
			if (ended > 0 && !searches) notice(`The study that is here (${plural(ended, "trial")} ended) stays as it is; what it has trained for the comparison counts.`);
			else if (ended > 0) notice(`Going on with ${which}: ${ended} of its trials ${ended === 1 ? "has" : "have"} ended.` + keptStrategy(journal.header.strategy, identity.strategy));
			return journal;
		}
		journal.close();
	} catch (error) {
		if (!(error instanceof StudyChangedError)) throw error;
		const left = readStudy(file);
		const ended = endedTrials(left.study().trials).length;
		const room = isUnfinished(left) ? void 0 : newRoom(budget, left);
		if (ended > 0 && (isUnfinished(left) || room)) notice(`Beginning anew: the ${room ? "study" : "unfinished study"} that is here (${plural(ended, "trial")} ended) cannot go on${room?.how ?? ""}, since ${error.changes.join(", and ")}.`);
	}
	return await openJournal(file, identity, { fresh: true });
}
function keptStrategy(begun, now) {
	return begun === now ? "" : ` It keeps the strategy that it was begun with, ${begun}; anew \`auto\` would choose ${now}.`;
}
function isUnfinished({ stop, finished }) {
	return stop?.reason === "time" || stop?.reason === "cost" || stop?.reason === "cancelled" || !finished;
}
function newRoom(budget, fold) {
	if (!hasRoom(budget, fold)) return void 0;
	const gone = limitGone(budget, fold);
	return gone === void 0 ? {
		why: "its budget has grown",
		how: " with its larger budget"
	} : {
		why: `the ${gone} that ended it is gone`,
		how: ` without the ${gone} that ended it`
	};
}
function limitGone(budget, { stop }) {
	const { trials, "total-epochs": total, "no-improvement": rows, "early-end": early } = budget;
	if (stop?.reason === "epochs") return total === void 0 ? "budget of epochs" : void 0;
	if (stop?.reason === "no-gain") return rows === void 0 && !early ? "rule for an early end" : void 0;
	return trials === void 0 ? "budget of trials" : void 0;
}
function hasRoom(budget, fold) {
	const { trials = Number.POSITIVE_INFINITY, epochs = 1, "total-epochs": total = Number.POSITIVE_INFINITY } = budget;
	if (fold.stop?.reason === "trials") return countFinished(fold, "search") < trials;
	if (fold.stop?.reason === "exhausted") return trials > (fold.stop.trials ?? Number.POSITIVE_INFINITY);
	if (fold.stop?.reason === "no-gain") return nothingToGain(fold, earlyEndOf(budget)) === void 0;
	if (fold.stop?.reason !== "epochs") return false;
	return fold.stop.epochs === void 0 ? epochsSpent(fold) + epochs <= total : total > fold.stop.epochs;
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
		affordable: (best) => left === Number.POSITIVE_INFINITY ? left : affordableTrainings(left, typicalTime(trainingTimes(best.map(({ trial }) => journal.fold.find("search", trial)))), options.runners.length)
	});
	if (stage === void 0) return { cancelled: false };
	if (stage === "no time") return {
		cancelled: false,
		notice: "No time was left to train the best config again: its score is the best of many and optimistic."
	};
	options.onPlan(stage.words);
	const trialOf = trialsByConfig(study, space);
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
	function confirmedBy(event) {
		const training = "trial" in event ? event.trial : void 0;
		const known = typeof training === "number" ? journal.fold.find("confirm", training) : training;
		const confirms = known && trialOf(known.config)?.trial;
		return confirms === void 0 ? {} : { confirms };
	}
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
			onEvent: (event) => options.onEvent({
				...event,
				...confirmedBy(event)
			}),
			...deadline === void 0 ? {} : { deadline },
			...spec.trial.timeout === void 0 ? {} : { trialTimeout: spec.trial.timeout },
			...spec.trial.retries === void 0 ? {} : { retries: spec.trial.retries }
		});
		return how;
	}
}

// src/automl/finished-files.ts
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

// src/automl/trained-model.ts
function placeOf(checkpoints) {
	return path.join(checkpoints, "model");
}
function hasTrained(checkpoints) {
	return existsSync(path.join(placeOf(checkpoints), "model.json"));
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
						const report = {
							step: message.step,
							metrics: readMetrics(message.metrics)
						};
						for (const name of Object.keys(report.metrics)) seen.add(name);
						if (verdict === void 0) {
							const decision = request.onReport(report);
							verdict = divergence(report, metric) ?? (decision === "stop" ? "stopped" : void 0);
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
	options.onPlan(candidates.length === 1 ? "Making the model: of the one config that has completed" : `Making the model: an ensemble of the best ${candidates.length} configs`);
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
		for (const file of matching) if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) notices.push(`Warm start: ${pattern} is a folder; name the files in it, such as ${path.posix.join(pattern, "*.csv")}.`);
		else files.add(file);
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
	if (isUtf16(text)) throw new Error("it is in UTF-16; save it as UTF-8");
	const { columns, rows } = readTrialsTable(text);
	if (columns.length === 0) throw new Error("it is empty");
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
			if (fields[value] === "" || !Number.isFinite(score)) throw new ConfigError([noNumber(value, fields[value] ?? "")]);
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
function noNumber(name, text) {
	if (text === "") return `${name} is empty`;
	const hint = /^[+-]?\d*,\d+(e[+-]?\d+)?$/i.test(text) ? ": decimals need a point" : "";
	return `${name} is ${JSON.stringify(text.slice(0, 60))}, not a number${hint}`;
}
function valuesOf(fields, places) {
	return Object.fromEntries(places.flatMap(([parameter, column]) => {
		const text = fields[column] ?? "";
		return text === "" ? [] : [[parameter.path, readValue(text, parameter)]];
	}));
}
function readValue(text, { path: name, domain }) {
	const values = domain.type === "choice" ? domain.values : domain.type === "constant" ? [domain.value] : [true, false];
	if (domain.type === "float" || domain.type === "int") {
		const number = Number(text);
		if (Number.isNaN(number)) throw new ConfigError([noNumber(name, text)]);
		return number;
	}
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
			if (this.#number > 0 || !opensDocument(rest)) {
				const parsed = [...this.#take(rest, count, true)];
				yield* torn ? parsed.filter((item) => "report" in item) : parsed;
				return;
			}
		}
		const document = (this.#document ?? "") + rest;
		let value;
		try {
			value = parseLenient(document);
		} catch {
			const [first = "", ...more] = document.split("\n");
			if (!torn) yield this.#parseLine(first, 1, count(), more.length === 0);
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
	*#take(line, count, isLast = false) {
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
		if (line.trim() !== "") yield this.#parseLine(line, number, count(), isLast);
	}
	#parseLine(line, number, count, isLast = false) {
		const parsed = parseReportLine(line, count, this.#metric);
		if ("report" in parsed) return parsed;
		const example = `{"step": 1, ${JSON.stringify(this.#metric)}: 0.5}`;
		return { problem: `${isLast ? `the last line of the metrics file (line ${number}, without a line end)` : `line ${number} of the metrics file`} is ${isLast && /^\s*[[{]/.test(line) ? parsed.problem.replace(/^not JSON/, "not complete JSON") : parsed.problem}; each line is an object such as ${example}` };
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
		keepFolder(folder);
		keepFolder(checkpoints);
		keepFile(this.#files.config, `${JSON.stringify(this.#options.nest(config), null, 2)}\n`);
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
		const diverged = divergence(report, this.#request.metric);
		if (diverged) this.#decide(diverged);
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
			keepFolder(folder);
			keepFolder(checkpoints);
			const tree = options.nest(config);
			keepFile(path.join(folder, "config.json"), `${JSON.stringify(tree, null, 2)}\n`);
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

// src/session/phases/study-journal.ts
async function openStudyJournal(options) {
	const { loaded, place, head, strategy, how, searches, notice } = options;
	const journal = await openStudy(path.join(place.folder, studyFiles.journal), identify(loaded.spec, {
		space: loaded.space,
		strategy,
		trained: { trial: loaded.spec.trial },
		code: head?.withoutSpec ?? "unknown",
		...head?.checkout ? { checkout: head.checkout } : {}
	}), {
		how,
		budget: loaded.spec.budget,
		searches,
		notice,
		changedFiles: (begun) => changedFiles(place, begun)
	});
	options.onJournal?.(journal.path);
	if (journal.replaced !== void 0) options.say(`The study begins anew; the journal of the one before is kept: ${path.relative(place.root, journal.replaced)}.`);
	return journal;
}
async function changedFiles({ repo, specPath }, { checkout }) {
	return repo.kind === "git" && checkout ? await changedSince(repo, checkout, specPath) : void 0;
}
const patienceMs = 1e3;
async function hinderedWords(place, { header }) {
	const late = setTimeout$1(patienceMs, void 0, { ref: false });
	const files = await Promise.race([changedFiles(place, header), late]);
	return files === void 0 || files.length === 0 ? void 0 : `Files that count as code have changed since this study began (${firstOf(files)}), so that it cannot go on when it is run again. Add what trainings write to .gitignore and it can.`;
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
	const outcome = outcomeOf(goals, trial, segment, end);
	if (outcome) strategy.tell(trial.trial, outcome);
}
function outcomeOf(goals, { segments }, segment, { state, score }) {
	if (state === "interrupted") return void 0;
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
		this.#think(this.#told - later.filter(({ to }) => to !== "report").length, true);
		this.#calls = later;
	}
	suggest() {
		if (this.#alone) return this.#strategy.ask();
		const promoted = this.promotion();
		if (promoted) return promoted;
		const { suggestion, at, ahead, answer } = this.#asked ?? this.#think(this.#told, false);
		if (!suggestion) return { ready: answer };
		if (ahead && suggestion.kind === "new" || at === this.#told) return suggestion;
		return { ready: this.#think(this.#told, false).answer };
	}
	ask() {
		return this.#strategy.ask();
	}
	promotion() {
		return this.#strategy.promotion?.();
	}
	start(trial, config, resource) {
		this.#strategy.start(trial, config, resource);
		this.#tell({
			to: "start",
			trial,
			config,
			...resource === void 0 ? {} : { resource }
		});
		if (this.#begun) this.#think(this.#told, true);
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
	#think(at, ahead) {
		this.#thinker.call(this.#calls);
		this.#calls = [];
		const asked = {
			at,
			ahead,
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
		const late = tooLate(this.#fold, "search", budget.deadline, this.#clock, budget.keptBack?.(this.#fold));
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
	const { resumable, deadline, keptBack, limit, trialTimeout } = options;
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
			...keptBack === void 0 ? {} : { keptBack },
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
function shareTime(loaded, deadline, workers, clock = systemClock) {
	const { spec, folder } = loaded;
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
		...confirmDeadline !== void 0 && confirms ? { keptBack: (fold) => keptBack(loaded, fold, left, workers) } : {},
		...trialTimeout === void 0 ? {} : { trialTimeout }
	};
}
function keptBack({ spec, space }, fold, left, workers) {
	const { confirm } = spec.search;
	const full = spec.budget.epochs ?? 0;
	const done = fold.trials.filter(({ role, segments }) => {
		const { end, resource = full } = segments.at(-1) ?? {};
		return role === "search" && end?.state === "completed" && resource >= full;
	});
	const known = space.incumbent === void 0 || fold.trials.some(({ role }) => role === "head");
	const trainings = leastSeeds(typeof confirm === "number" ? confirm : void 0) * (known ? 1 : 2);
	const times = trainingTimes(done);
	const training = typicalTime(times);
	const further = furtherConfirmTime(left, {
		trainings,
		training,
		workers
	});
	if (further === 0) return 0;
	return further + Math.min(times.at(-1), 2 * training) - times[0];
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
		const shares = shareTime(loaded, prepared.time.deadline, prepared.runners.length);
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
		if (searches && !options.hurriedCancel && isUnfinished(journal.fold)) {
			const hindered = await hinderedWords(place, journal);
			if (hindered) notice(hindered);
		}
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
	} catch (error) {
		throw withWhatIsKept(error);
	} finally {
		await prepared.close();
	}
}
function withWhatIsKept(error) {
	if (!(error instanceof StorageError || error instanceof JournalError)) return error;
	const remedy = remedyOf(error.cause);
	if (remedy === void 0) return error;
	const why = error instanceof StorageError ? error.message : `${error.message}. ${remedy}`;
	return new StorageError(`${why} What has finished is in the journal: \`tunegate report\` shows it, and running again goes on from there.`, { cause: error });
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
async function search({ loaded, place, time, strategyName, ...prepared }, { signal, onEvent }, { searchDeadline, keptBack, trialTimeout }, notice) {
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
		keptBack,
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
function dependences({ study, space }, { dependence, level }) {
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
		return [figure(say$5`Expected ${name$3(study.metric.name, 30)} over ${name$3(path, 40)}`, plot(x, y, height, say$5`partial dependence on ${sentence$3(path, 60)}`, [...ordered ? [line(places, "one")] : [], ...places.map(([cx, cy], i) => dot(cx, cy, "one", sentence$3(String(points[i].value), 60), 3))]), [], say$5`By the model, the other parameters as in the best trials${level ? say$5`, after ${plural$1(level.step, "epoch")}` : say$5``}.`)];
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
	const paths = varyingPaths(results, board.rows);
	const columns = columnsThatFit(results, board, paths, (some) => some.length <= mostColumns);
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
function trainingsTable(results) {
	const { study } = results;
	const trials = study.trials.filter(({ role }) => role !== "search");
	if (trials.length === 0) return void 0;
	const format = numberFormat(trials.flatMap(({ score }) => score ?? []));
	const nameOf = trainingNames(results, inHtml);
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
			text: nameOf(trial),
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
	const nameOf = trainingNames(results, inHtml);
	let left = mostLogs;
	return groups.map(({ reason, trials }) => {
		const logs = trials.flatMap((trial) => {
			if (left <= 0 || !trial.tail?.trim() && !trial.message) return [];
			left--;
			const says = trial.message ? say`: ${sentence(trial.message, 300)}` : say``;
			const what = trial.role === "search" ? literal$1`` : literal$1` with seed ${numbered(trial.seed)}`;
			const title = say`${nameOf(trial)}${what}${says}`;
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
	try {
		return writeAll(folder, results);
	} catch (error) {
		if (!(error instanceof StorageError)) throw error;
		throw new StorageError(`${error.message} Every trial is in the journal: \`tunegate report\` shows them again, and writes to another place with --output.`, { cause: error });
	}
}
function writeAll(folder, results) {
	saveFacts(folder, results);
	const write = (name, text) => {
		const file = path.join(folder, name);
		keepFile(file, text);
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
function writeReportsOrSay(folder, results) {
	try {
		return {
			results,
			files: writeReports(folder, results)
		};
	} catch (error) {
		if (!(error instanceof StorageError)) throw error;
		return { results: {
			...results,
			notices: [...results.notices, error.message]
		} };
	}
}
const cardFile = "MODEL_CARD.md";
function writeCard(folder, results, model) {
	keepFile(path.join(folder, cardFile), renderModelCard(results, model));
	return folder;
}

export { cancelSignal as $, gateFrame as A, cameToNothing as B, metricNumber as C, ownDataBranch as D, nothingToGain as E, planLooks as F, regressionAnnotations as G, failurePublication as H, measuredOf as I, shippingPath as J, resultPublication as K, storeMeasured as L, spentBudget as M, trialsSpent as N, HeadTrainings as O, nextStep as P, placeOf$1 as Q, differenceNoise as R, isStep as S, earlyEndOf as T, outcomeOf$1 as U, failureOf as V, outputsOf as W, modelOutcome as X, shippingText as Y, placeInRepo as Z, searchProblem as _, renderHtml as a, logLine as at, warmStartOf as b, replayJournal as c, dataBranchName as ct, tellStart as d, DataBranchError as dt, endWithOutput as et, discoverSpace as f, strategyOptions as g, createTrialRunner as h, renderJson as i, createProgress as it, countFinished as j, storedSeeds as k, tellEnd as l, readStore as lt, thisMachine as m, writeReports as n, require_picocolors as nt, renderCsv as o, progressLine as ot, resolveWorkers as p, ship as q, writeReportsOrSay as r, advance as rt, runSession as s, pad as st, writeCard as t, renderTerminal as tt, tellReport as u, writeMeasured as ut, settleEarlier as v, parseLenient as w, runModelPhase as x, tryFirstOf as y, scoreNoise as z };