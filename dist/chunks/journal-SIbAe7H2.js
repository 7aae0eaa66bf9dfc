import { B as exactOptional, G as object, H as literal, I as array, J as string, K as record, L as boolean, N as _enum, U as nan, V as int, W as number$1, X as union, z as discriminatedUnion } from "./safe-9J7TpDP6.js";
import { P as together, j as firstOf, r as strategies } from "./strategies-CBKcjfuJ.js";
import { t as endLeftovers } from "./leftovers-BtuUVGEl.js";
import { createHash, randomBytes } from "node:crypto";
import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import { spawnSync } from "node:child_process";

// src/study/score.ts
function scoreAfter(metric, score, report) {
	const value = Object.hasOwn(report.metrics, metric.name) ? report.metrics[metric.name] : void 0;
	if (value === void 0) return score;
	if (metric.use === "last") return Number.isFinite(value) ? value : void 0;
	if (!Number.isFinite(value)) return score;
	return score === void 0 || lossOf(metric, value) < lossOf(metric, score) ? value : score;
}
function lossOf(metric, score) {
	return metric.goal === "maximize" ? -score : score;
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
	html: "report.html",
	foundParams: "params.json",
	model: "model"
};

// src/study/fold.ts
var StudyFold = class {
	#header;
	#stop;
	#trials = [];
	#byId = /* @__PURE__ */ new Map();
	#runs = /* @__PURE__ */ new Map();
	#searchTrials = 0;
	#finished = false;
	#backend;
	#earlier;
	#proxies;
	#endsSinceFailing = [];
	#allEnds = [];
	#recordOf = /* @__PURE__ */ new Map();
	get header() {
		if (!this.#header) throw new Error("a journal begins with the record of its study");
		return this.#header;
	}
	get trials() {
		return this.#trials;
	}
	get stop() {
		return this.#stop;
	}
	get ends() {
		return this.#endsSinceFailing;
	}
	get allEnds() {
		return this.#allEnds;
	}
	get backend() {
		return this.#backend;
	}
	get proxies() {
		return this.#proxies;
	}
	get earlier() {
		return this.#earlier;
	}
	get finished() {
		return this.#finished && this.#stop !== void 0;
	}
	find(role, trial) {
		return this.#trials.find((item) => item.role === role && item.trial === trial);
	}
	trialOf(run) {
		return this.#runs.get(run)?.trial;
	}
	apply(record) {
		const effect = this.#apply(record);
		if (effect) this.#recordOf.delete(effect.trial);
		return effect;
	}
	#apply(record) {
		switch (record.type) {
			case "study":
				this.#header ??= record;
				return;
			case "start": return this.#start(record);
			case "report": return this.#report(record);
			case "end": return this.#end(record);
			case "stop":
				this.#stop = record;
				if (record.reason === "failing") this.#endsSinceFailing = [];
				return;
			case "backend":
				this.#backend ??= record;
				return;
			case "proxies":
				this.#proxies ??= record;
				return;
			case "earlier":
				this.#earlier ??= record;
				return;
			case "finish":
				this.#finished = true;
				return;
			case "resume": return;
		}
	}
	#start(record) {
		if (this.#runs.has(record.run)) return void 0;
		const id = record.role === "search" ? record.of ?? record.run : `${record.role} ${record.trial}`;
		let trial = this.#byId.get(id);
		if (trial && record.role !== "search" && !sameJob(trial, record)) {
			this.#trials.splice(this.#trials.indexOf(trial), 1);
			this.#recordOf.delete(trial);
			trial = void 0;
		}
		const again = trial !== void 0 && record.segment < trial.segments.length;
		if (!trial) {
			trial = {
				role: record.role,
				trial: record.role === "search" ? this.#searchTrials : record.trial,
				id: record.role === "search" ? record.run : id,
				config: record.config,
				seed: record.seed,
				origin: record.origin,
				...record.code === void 0 ? {} : { code: record.code },
				...record.gain === void 0 ? {} : { gain: record.gain },
				...record.parent === void 0 ? {} : { parent: record.parent },
				segments: []
			};
			if (record.role === "search") this.#searchTrials += 1;
			this.#byId.set(id, trial);
			this.#trials.push(trial);
		}
		if (record.segment > trial.segments.length) throw new Error(`${record.role} trial ${record.trial} goes on, and its beginning is missing`);
		const known = trial.segments[record.segment];
		if (known && isTold(known)) {
			this.#runs.set(record.run, null);
			return;
		}
		if (record.role === "search") this.#stop = void 0;
		if (record.role === "search" || record.role === "confirm") this.#finished = false;
		trial.segments[record.segment] = {
			run: record.run,
			reports: [],
			score: trial.segments[record.segment - 1]?.score,
			...record.resource === void 0 ? {} : { resource: record.resource }
		};
		this.#runs.set(record.run, {
			trial,
			segment: record.segment
		});
		return {
			kind: "start",
			trial,
			segment: record.segment,
			again
		};
	}
	#segment(record) {
		const place = this.#runs.get(record.run);
		if (place === void 0) throw new Error(`the start of ${record.role} trial ${record.trial} is missing`);
		const segment = place?.trial.segments[place.segment];
		return place && segment?.run === record.run && !segment.end ? {
			...place,
			current: segment
		} : void 0;
	}
	#report(record) {
		const place = this.#segment(record);
		if (!place || record.n < place.current.reports.length) return void 0;
		const report = {
			step: record.step,
			metrics: record.metrics
		};
		place.current.reports.push(report);
		place.current.score = scoreAfter(this.header.metric, place.current.score, report);
		const { trial, segment } = place;
		return {
			kind: "report",
			trial,
			segment,
			run: record.run,
			report,
			score: place.current.score
		};
	}
	#end(record) {
		const place = this.#segment(record);
		if (!place) return void 0;
		place.current.end = record;
		if (record.role === "search" && record.state !== "interrupted") {
			this.#endsSinceFailing.push(record);
			this.#allEnds.push(record);
		}
		return {
			kind: "end",
			trial: place.trial,
			segment: place.segment,
			end: record
		};
	}
	record(trial) {
		const known = this.#recordOf.get(trial);
		if (known) return known;
		const record = trialRecord(trial);
		this.#recordOf.set(trial, record);
		return record;
	}
	study() {
		const { name, metric, more, constraints, seed, strategy } = this.header;
		const order = {
			search: 0,
			confirm: 1,
			head: 2,
			base: 3
		};
		const trials = [...this.#trials].sort((a, b) => order[a.role] - order[b.role] || a.trial - b.trial);
		return {
			name,
			metric: {
				name: metric.name,
				goal: metric.goal
			},
			...more === void 0 ? {} : { more },
			...constraints === void 0 ? {} : { constraints },
			seed,
			strategy,
			trials: trials.map((trial) => this.record(trial)),
			...this.#stop ? { stop: {
				reason: this.#stop.reason,
				detail: this.#stop.detail
			} } : {}
		};
	}
};
function isTold(segment) {
	return segment.end !== void 0 && segment.end.state !== "interrupted";
}
function unfinishedSegment(trial) {
	const last = trial.segments.length - 1;
	const segment = trial.segments[last];
	return segment && !isTold(segment) ? last : void 0;
}
function sameJob(trial, job) {
	const paths = Object.keys(job.config);
	return trial.seed === job.seed && trial.code === job.code && trial.segments[0]?.resource === job.resource && Object.keys(trial.config).length === paths.length && paths.every((path) => trial.config[path] === job.config[path]);
}
function trialRecord(trial) {
	const segments = trial.segments.at(-1)?.end?.state === "interrupted" && trial.segments.length > 1 ? trial.segments.slice(0, -1) : trial.segments;
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
		state: current?.end?.state ?? "running",
		...reason === void 0 ? {} : { reason },
		...message === void 0 ? {} : { message },
		...score === void 0 ? {} : { score },
		metrics: reports.at(-1)?.metrics ?? {},
		reports,
		...resource === void 0 ? {} : { resource },
		durationMs: trial.segments.reduce((sum, segment) => sum + (segment.end?.durationMs ?? 0), 0),
		...backend === void 0 ? {} : { backend },
		...device === void 0 ? {} : { device },
		...tail === void 0 ? {} : { tail }
	};
}
function foldRecords(records) {
	const fold = new StudyFold();
	for (const record of records) fold.apply(record);
	return fold;
}

// src/study/fingerprint.ts
function fingerprint(value) {
	return createHash("sha256").update(JSON.stringify(sorted(value)) ?? "undefined").digest("hex").slice(0, 16);
}
function sorted(value) {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value === "number" && !Number.isFinite(value)) return { number: String(value) };
	if (value === null || typeof value !== "object") return value;
	const entries = Object.entries(value).filter(([, item]) => item !== void 0);
	entries.sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
	return { object: entries.map(([key, item]) => [key, sorted(item)]) };
}

// src/trial/trial.ts
const failureReasons = [
	"crash",
	"signal",
	"timeout",
	"idle",
	"out-of-memory",
	"not-finite",
	"no-metric",
	"malformed-report",
	"infeasible",
	"spawn"
];

// src/study/record.ts
const journalVersion = 1;
const role = _enum([
	"search",
	"confirm",
	"head",
	"base"
]);
const value = union([
	string(),
	number$1(),
	boolean(),
	nan(),
	literal([Infinity, -Infinity])
]);
const number = union([
	number$1(),
	nan(),
	literal([Infinity, -Infinity])
]);
const count = int().min(0);
const config = record(string(), value);
const metrics = record(string(), number);
const metric = object({
	name: string(),
	goal: _enum(["minimize", "maximize"]),
	use: _enum(["last", "best"])
});
const studyRecord = object({
	type: literal("study"),
	version: int().min(1),
	id: string(),
	name: string(),
	metric,
	more: exactOptional(array(metric)),
	constraints: exactOptional(array(object({
		name: string(),
		min: exactOptional(number$1()),
		max: exactOptional(number$1())
	}))),
	strategy: string(),
	seed: number$1(),
	space: string(),
	spec: string(),
	code: string(),
	settings: exactOptional(record(string(), union([
		string(),
		number$1(),
		boolean(),
		object({ hash: string() })
	]))),
	checkout: exactOptional(object({
		tree: string(),
		changes: record(string(), string())
	})),
	created: string()
});
const startRecord = object({
	type: literal("start"),
	role,
	trial: count,
	run: string(),
	of: exactOptional(string()),
	segment: count,
	config,
	seed: count,
	origin: string(),
	resource: exactOptional(number$1()),
	code: exactOptional(string()),
	gain: exactOptional(number$1()),
	parent: exactOptional(count),
	worker: count,
	at: string()
});
const reportRecord = object({
	type: literal("report"),
	role,
	trial: count,
	run: string(),
	n: count,
	step: number,
	metrics
});
const endRecord = object({
	type: literal("end"),
	role,
	trial: count,
	run: string(),
	state: _enum([
		"completed",
		"pruned",
		"failed",
		"interrupted"
	]),
	reason: exactOptional(_enum(failureReasons)),
	message: exactOptional(string()),
	score: exactOptional(number),
	durationMs: number$1(),
	backend: exactOptional(string()),
	device: exactOptional(string()),
	tail: exactOptional(string()),
	at: string()
});
const resumeRecord = object({
	type: literal("resume"),
	at: string()
});
const stopRecord = object({
	type: literal("stop"),
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
	detail: string(),
	epochs: exactOptional(number$1()),
	trials: exactOptional(number$1()),
	at: string()
});
const backendRecord = object({
	type: literal("backend"),
	backend: _enum([
		"auto",
		"tfjs-node-gpu",
		"tfjs-node",
		"wasm",
		"cpu"
	]),
	why: string(),
	at: string()
});
const earlierRecord = object({
	type: literal("earlier"),
	studies: array(object({
		name: string(),
		observations: array(object({
			config,
			loss: number$1()
		}))
	})),
	notices: array(string()),
	at: string()
});
const proxiesRecord = object({
	type: literal("proxies"),
	first: array(config),
	notice: string(),
	at: string()
});
const finishRecord = object({
	type: literal("finish"),
	at: string()
});
const journalRecord = discriminatedUnion("type", [
	studyRecord,
	startRecord,
	reportRecord,
	endRecord,
	resumeRecord,
	stopRecord,
	backendRecord,
	earlierRecord,
	proxiesRecord,
	finishRecord
]);
function encodeRecord(record) {
	return `${JSON.stringify(record, nameNumbers)}\n`;
}
function nameNumbers(_key, item) {
	return typeof item === "number" && (!Number.isFinite(item) || Object.is(item, -0)) ? { $number: Object.is(item, -0) ? "-0" : String(item) } : item;
}
const namedNumbers = {
	NaN: NaN,
	Infinity: Infinity,
	"-Infinity": -Infinity,
	"-0": -0
};
function readNumbers(_key, item) {
	const name = item !== null && typeof item === "object" && item["$number"];
	return typeof name === "string" && Object.hasOwn(namedNumbers, name) ? namedNumbers[name] : item;
}
function decodeRecord(line) {
	const json = JSON.parse(line, readNumbers);
	const version = json?.version;
	if (typeof version === "number" && version > 1) throw new NewerFormatError(version);
	const parsed = journalRecord.safeParse(json);
	if (parsed.success) return parsed.data;
	const issue = parsed.error.issues[0];
	throw new Error(`not a record: ${issue?.path.length ? `${issue.path.join(".")}: ` : ""}${issue?.message ?? "unknown"}`);
}
var NewerFormatError = class extends Error {
	version;
	constructor(version) {
		super(`written in journal format ${version}, and this Tunegate reads formats up to ${1}: use the newer Tunegate that wrote it, or start fresh`);
		this.name = "NewerFormatError";
		this.version = version;
	}
};

// src/study/settings.ts
function settingsOf({ trained, search, epochs }) {
	const { script, keras, passEnv, task, ...rest } = trained["trial"] ?? trained;
	const own = {
		...rest,
		"pass-env": passEnv,
		[keras ? "keras" : "python"]: script
	};
	return Object.fromEntries([
		...set(own).map(([key, value]) => [`trial.${key}`, hashed(value)]),
		...set({ task }).map(([key, value]) => [key, hashed(value)]),
		...set(search).map(([key, value]) => [`search.${key}`, isShort(value) ? value : hashed(value)]),
		...set({ "budget.epochs": epochs })
	]);
}
function set(keys) {
	return Object.entries(keys).filter(([, value]) => value !== void 0);
}
function hashed(value) {
	return { hash: fingerprint(value) };
}
function isShort(value) {
	return typeof value === "number" || typeof value === "boolean" || typeof value === "string" && value.length < 40;
}
function settingChanges(was, is, said) {
	const unknown = "the rest of the spec (how a trial runs, how the search works) is not the same";
	if (!was || !is) return said.length > 0 ? [] : [unknown];
	const keys = [.../* @__PURE__ */ new Set([...Object.keys(was), ...Object.keys(is)])].filter((key) => fingerprint(was[key]) !== fingerprint(is[key])).sort();
	if (keys.length === 0) return [unknown];
	const further = keys.filter((key) => !said.includes(key));
	const long = further.filter((key) => isLong(was[key]) || isLong(is[key]));
	return [...long.length > 0 ? [`${together(long)} ${long.length === 1 ? "is" : "are"} not the same`] : [], ...further.filter((key) => !long.includes(key)).map((key) => `${key} was ${was[key] ?? "not set"} and is now ${is[key] ?? "not set"}`)];
}
function isLong(setting) {
	return typeof setting === "object";
}

// src/study/header.ts
function identify({ name, metric, constraints, search, budget }, { space, strategy, trained, ...code }) {
	const { confirm: _, ...proposing } = search;
	return {
		name,
		metric,
		more: metric.more,
		constraints,
		strategy,
		auto: search.strategy === "auto",
		seed: search.seed,
		space: fingerprint(space.parameters),
		spec: fingerprint({
			...trained,
			search: proposing,
			epochs: budget.epochs
		}),
		settings: settingsOf({
			trained,
			search: proposing,
			epochs: budget.epochs
		}),
		...code
	};
}
function createHeader(identity, created) {
	const { name, metric, more = [], constraints = [], strategy, seed, space, spec, code } = identity;
	const { settings, checkout } = identity;
	const known = {
		name,
		metric: {
			name: metric.name,
			goal: metric.goal,
			use: metric.use
		},
		...more.length === 0 ? {} : { more: more.map(({ name, goal, use }) => ({
			name,
			goal,
			use
		})) },
		...constraints.length === 0 ? {} : { constraints: constraints.map((constraint) => ({ ...constraint })) },
		strategy,
		seed,
		space,
		spec,
		code
	};
	return {
		type: "study",
		version: 1,
		id: fingerprint(known),
		...known,
		...settings ? { settings } : {},
		...checkout ? { checkout } : {},
		created: created.toISOString()
	};
}
function asBegun(asked, { strategy, code }, changed) {
	return {
		...asked,
		...asked.auto && Object.hasOwn(strategies, strategy) ? { strategy } : {},
		...changed?.length === 0 ? { code } : {}
	};
}
var StudyChangedError = class extends Error {
	changes;
	constructor(file, changes) {
		super(`${file} is the journal of a study that has changed since, so its trials cannot be mixed with new ones:\n` + changes.map((change) => `  - ${change}\n`).join("") + `Start fresh with --fresh (the old journal is kept as ${path.basename(file)}.old), or undo the change to go on.`);
		this.name = "StudyChangedError";
		this.changes = changes;
	}
};
function headerChanges(was, is, files) {
	const changes = [];
	const plain = (what, before, after) => {
		if (before !== after) changes.push(`${what} was ${before} and is now ${after}`);
	};
	const hashed = (what, before, after) => {
		if (before !== after) changes.push(what);
	};
	plain("the name", was.name, is.name);
	plain("the metric", was.metric.name, is.metric.name);
	plain("the metric's goal", was.metric.goal, is.metric.goal);
	plain("the metric's use", was.metric.use, is.metric.use);
	hashed("the further metrics are not the same", fingerprint(was.more), fingerprint(is.more));
	hashed("the constraints are not the same", fingerprint(was.constraints), fingerprint(is.constraints));
	plain("the search strategy", was.strategy, is.strategy);
	plain("the seed", was.seed, is.seed);
	hashed("the parameters (params) are not the same", was.space, is.space);
	if (was.spec !== is.spec) {
		const said = [...was.seed === is.seed ? [] : ["search.seed"], ...was.strategy === is.strategy ? [] : ["search.strategy"]];
		changes.push(...settingChanges(was.settings, is.settings, said));
	}
	hashed(`the code that trains is not the same (${changedCode(files)})`, was.code, is.code);
	return changes;
}
function changedCode(files) {
	return files === void 0 ? "all that git does not ignore counts, also what trainings write" : `${firstOf(files)} ${files.length === 1 ? "has" : "have"} changed; what trainings write belongs in .gitignore`;
}

// src/study/process-identity.ts
function identifyProcess(pid) {
	const started = startTime(pid);
	return {
		pid,
		host: thisHost(),
		...started === void 0 ? {} : { started }
	};
}
function processState(identity) {
	if (identity.host !== thisHost()) return "elsewhere";
	try {
		process.kill(identity.pid, 0);
	} catch (error) {
		if (error.code !== "EPERM") return "dead";
	}
	if (identity.started === void 0) return "alive";
	return startTime(identity.pid) === identity.started ? "alive" : "dead";
}
function thisHost() {
	if (process.platform !== "linux") return hostname();
	try {
		return `${hostname()} ${readlinkSync("/proc/self/ns/pid")}`;
	} catch {
		return hostname();
	}
}
function startTime(pid) {
	if (process.platform === "linux") try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		if (fields[0] === "Z" || fields[0] === "X") return void 0;
		return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[19]}`;
	} catch {
		return;
	}
	if (process.platform === "win32") return void 0;
	const ps = spawnSync("ps", [
		"-o",
		"lstart=",
		"-p",
		String(pid)
	], {
		encoding: "utf8",
		env: { LC_ALL: "C" }
	});
	return ps.status === 0 ? ps.stdout.trim() : void 0;
}

// src/study/lock.ts
var LockedError = class extends Error {
	pid;
	constructor(journal, holder, claim) {
		super(`another Tunegate works on this study: process ${holder.pid} on ${holder.host.split(" ")[0]} holds ${journal}. Wait for it or stop it; if you are sure that it has ended, delete ${claim}`);
		this.name = "LockedError";
		this.pid = holder.pid;
	}
};
const heartbeatMs = 5e3;
const silentMs = 6e4;
const attempts = 30;
async function acquireLock(journal) {
	const own = `${journal}.lock-${process.pid}-${randomBytes(4).toString("hex")}`;
	for (let attempt = 1;; attempt += 1) {
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
		await setTimeout(2 + Math.random() * 5 * attempt);
	}
}
function writeClaim(file, held) {
	const draft = path.join(path.dirname(file), `.${path.basename(file)}.draft`);
	try {
		writeFileSync(draft, `${JSON.stringify({
			...identifyProcess(process.pid),
			held
		})}\n`);
		renameSync(draft, file);
	} catch (error) {
		rmSync(draft, { force: true });
		throw error;
	}
}
function readClaims(journal) {
	const folder = path.dirname(journal);
	const prefix = `${path.basename(journal)}.lock-`;
	return readdirSync(folder).filter((name) => name.startsWith(prefix)).flatMap((name) => {
		const file = path.join(folder, name);
		try {
			const silent = Date.now() - statSync(file).mtimeMs > silentMs;
			const { identity, held } = parseClaim(readFileSync(file, "utf8"));
			const state = identity ? processState(identity) : "elsewhere";
			return [{
				file,
				identity: identity ?? {
					pid: Number(name.slice(prefix.length).split("-")[0]),
					host: "unknown"
				},
				held,
				dead: state === "dead" || state === "elsewhere" && silent
			}];
		} catch (error) {
			if (error.code === "ENOENT") return [];
			throw error;
		}
	});
}
function parseClaim(text) {
	try {
		const value = JSON.parse(text);
		return {
			identity: typeof value?.pid === "number" && typeof value.host === "string" ? value : void 0,
			held: value?.held === true
		};
	} catch {
		return {
			identity: void 0,
			held: false
		};
	}
}
function hold(file) {
	const heartbeat = setInterval(() => {
		try {
			const now = /* @__PURE__ */ new Date();
			utimesSync(file, now, now);
		} catch {}
	}, heartbeatMs);
	heartbeat.unref();
	const release = () => {
		clearInterval(heartbeat);
		process.removeListener("exit", release);
		rmSync(file, { force: true });
	};
	process.once("exit", release);
	return release;
}

// src/study/journal.ts
var JournalError = class extends Error {
	file;
	line;
	constructor(file, line, problem, options) {
		super(`${file}${line === void 0 ? "" : `:${line}`}: ${problem}`, options);
		this.name = "JournalError";
		this.file = file;
		this.line = line;
	}
};
const lineFeed = 10;
const headerStart = "{\"type\":\"study\"";
const isFolder = "this is a folder: name a file for the journal";
const beginsLikeHeader = (text) => text.startsWith(headerStart) || headerStart.startsWith(text);
const noJournal = "this is no journal: it does not begin with the record of a study. It is left as it is: name another file for the journal, or move this one away";
function parseJournal(file, bytes) {
	const wholeBytes = bytes.lastIndexOf(lineFeed) + 1;
	const text = new TextDecoder().decode(bytes.subarray(0, wholeBytes));
	const records = [];
	const fold = new StudyFold();
	let header;
	let lineNumber = 0;
	for (const line of text.split("\n")) {
		lineNumber += 1;
		if (line.trim() === "") continue;
		const record = parseLine(file, lineNumber, line, !header);
		if (record.type === "study") {
			if (header && header.id !== record.id) throw new JournalError(file, lineNumber, `here begins the journal of another study (${record.name}); only journals of one study can be put together`);
			header ??= record;
		} else if (!header) throw new JournalError(file, lineNumber, "the journal does not begin with the record of its study");
		try {
			fold.apply(record);
		} catch (error) {
			throw damaged(file, lineNumber, line, error);
		}
		records.push(record);
	}
	const torn = new TextDecoder().decode(bytes.subarray(wholeBytes, wholeBytes + 15));
	if (!header && !beginsLikeHeader(torn)) throw new JournalError(file, void 0, noJournal);
	return {
		records,
		fold,
		wholeBytes
	};
}
function parseLine(file, lineNumber, line, first) {
	try {
		return decodeRecord(line);
	} catch (error) {
		if (error instanceof NewerFormatError) throw new JournalError(file, lineNumber, error.message);
		const joint = line.lastIndexOf(headerStart);
		if (joint > 0) try {
			return decodeRecord(line.slice(joint));
		} catch {}
		throw first && !beginsLikeHeader(line) ? new JournalError(file, void 0, noJournal) : damaged(file, lineNumber, line, error);
	}
}
function damaged(file, lineNumber, line, error) {
	const excerpt = line.length > 100 ? `${line.slice(0, 100)}…` : line;
	return new JournalError(file, lineNumber, `the journal is damaged in this line (${error.message}): ${JSON.stringify(excerpt)}. Put back a good copy, delete the line if you can do without it, or start fresh with --fresh`, { cause: error });
}
function readStudy(file) {
	return readWhole(file).fold;
}
function readJournal(file) {
	return readWhole(file).records;
}
function readWhole(file) {
	const parsed = parseJournal(file, readBytes(file));
	if (parsed.records.length === 0) throw new JournalError(file, void 0, "the journal is empty");
	return parsed;
}
function readBytes(file) {
	try {
		return readFileSync(file);
	} catch (error) {
		const { code, message } = error;
		throw new JournalError(file, void 0, code === "EISDIR" ? isFolder : code === "ENOENT" ? "there is no journal here: run the study first" : message, { cause: error });
	}
}
async function openJournal(file, identity, options = {}) {
	const folder = path.dirname(file);
	makeFolder(file, folder);
	if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new JournalError(file, void 0, isFolder);
	const release = await acquireLock(file).catch((error) => {
		throw unwritable(file, error);
	});
	let journal;
	try {
		if (existsSync(file) && options.endLeftovers !== false) await endLeftovers(folder);
		const replaced = options.fresh && existsSync(file) ? putAside(file) : void 0;
		const known = existsSync(file) ? repair(file) : {
			records: [],
			fold: new StudyFold()
		};
		const found = known.records.length > 0 ? known.fold.header : void 0;
		const files = found && found.code !== identity.code ? await options.changedFiles?.(found) : void 0;
		const asked = createHeader(found ? asBegun(identity, found, files) : identity, /* @__PURE__ */ new Date());
		const changes = found ? headerChanges(found, asked, files) : [];
		if (changes.length > 0) throw new StudyChangedError(file, changes);
		journal = new OpenJournal(file, found ?? asked, known, release, replaced);
		if (!found) journal.append(asked, { sync: true });
		return journal;
	} catch (error) {
		journal?.giveUp();
		release();
		throw unwritable(file, error);
	}
}
function unwritable(file, error) {
	return error instanceof Error && "syscall" in error ? new JournalError(file, void 0, `cannot write the journal: ${error.message}`, { cause: error }) : error;
}
function memoryJournal(identity) {
	const header = createHeader(identity, /* @__PURE__ */ new Date());
	const records = [];
	const fold = new StudyFold();
	const append = (record) => {
		records.push(record);
		return fold.apply(record);
	};
	append(header);
	return {
		path: "",
		header,
		records,
		fold,
		append,
		close: () => {}
	};
}
function makeFolder(file, folder) {
	try {
		mkdirSync(folder, { recursive: true });
	} catch (error) {
		throw new JournalError(file, void 0, `there is no place for a journal: ${error.message}`, { cause: error });
	}
}
function putAside(file) {
	const old = `${file}.old`;
	if (existsSync(old)) {
		let number = 2;
		while (existsSync(`${old}-${number}`)) number += 1;
		renameSync(old, `${old}-${number}`);
	}
	renameSync(file, old);
	return old;
}
function repair(file) {
	const bytes = readBytes(file);
	const parsed = parseJournal(file, bytes);
	if (parsed.wholeBytes < bytes.length) truncateSync(file, parsed.wholeBytes);
	return parsed;
}
var OpenJournal = class {
	path;
	header;
	records;
	fold;
	replaced;
	#release;
	#file;
	#size;
	constructor(file, header, { records, fold }, release, replaced) {
		this.path = file;
		this.header = header;
		this.records = records;
		this.fold = fold;
		if (replaced !== void 0) this.replaced = replaced;
		this.#release = release;
		this.#file = openSync(file, "a");
		this.#size = fstatSync(this.#file).size;
	}
	append(record, options = {}) {
		if (this.#file === void 0) throw new JournalError(this.path, void 0, "the journal is closed");
		const line = Buffer.from(encodeRecord(record));
		try {
			for (let from = 0; from < line.length;) from += writeSync(this.#file, line, from);
			if (options.sync) fsyncSync(this.#file);
		} catch (error) {
			ftruncateSync(this.#file, this.#size);
			throw new JournalError(this.path, void 0, `cannot write the journal: ${error.message}`, { cause: error });
		}
		this.#size += line.length;
		this.records.push(record);
		return this.fold.apply(record);
	}
	giveUp() {
		if (this.#file !== void 0) closeSync(this.#file);
		this.#file = void 0;
		if (this.#size === 0) rmSync(this.path, { force: true });
	}
	close() {
		if (this.#file === void 0) return;
		const file = this.#file;
		this.#file = void 0;
		try {
			fsyncSync(file);
		} finally {
			closeSync(file);
			this.#release();
		}
	}
};

export { unfinishedSegment as C, scoreAfter as D, lossOf as E, trialRecord as S, studyFolder as T, fingerprint as _, readJournal as a, isTold as b, identifyProcess as c, createHeader as d, headerChanges as f, failureReasons as g, readNumbers as h, parseJournal as i, processState as l, nameNumbers as m, memoryJournal as n, readStudy as o, identify as p, openJournal as r, LockedError as s, JournalError as t, StudyChangedError as u, StudyFold as v, studyFiles as w, sameJob as x, foldRecords as y };