import { r as __require, t as __commonJSMin } from "./rolldown-runtime-CiVTkJ2Q.js";
import { $ as NEVER, D as unbroken, H as literal$1, I as array, J as string, K as record, L as boolean, N as _enum, P as _null, S as paragraph, V as int, W as number$2, X as union, Z as unknown$1, a as codeBlock, b as mermaidBlock, d as inCell, f as inHtml, h as inMermaid, i as bullets, m as inMarkdown, n as block, o as folded, p as inLine, q as strictObject, r as blocks, s as heading, v as literal, z as discriminatedUnion } from "./safe-9J7TpDP6.js";
import { A as warpLosses, C as packedLength, D as normalCdf, E as randomStream, F as byMerit$1, G as contains, H as hashConfig, I as firstFront, J as toUnit, K as fromUnit, L as fronts, M as grouped, N as plural$1, O as encodeConfig, P as together, R as isFeasible, S as inverse, T as sampleConfig, U as nestConfig, V as completeConfig, W as isActive, X as valueCount, Y as valueAt, a as ladder, b as startAt, c as spaceGeometry, d as rankCorrelation, k as highestOfBulk, l as isSurelyBelow, m as fitHyperparameters, o as defaultPopulation, p as squashConstraint, s as countConfigs$1, u as isTurned, v as GaussianProcess, w as solve, x as Observations, z as ConfigError } from "./strategies-CBKcjfuJ.js";
import { D as scoreAfter, E as lossOf, _ as fingerprint, a as readJournal, b as isTold, d as createHeader, f as headerChanges, o as readStudy, w as studyFiles, x as sameJob } from "./journal-SIbAe7H2.js";
import { _ as listed, a as endings, d as unreadable$1, f as decodeUtf8, g as DataError, i as chunksOf, n as readFooter, r as checkEnding, u as textReader } from "./parquet-footer-DYEArr3s.js";
import { o as keepFile } from "./leftovers-BtuUVGEl.js";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { constants as constants$1 } from "node:os";

// node_modules/fastest-levenshtein/mod.js
var require_fastest_levenshtein = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.distance = exports.closest = void 0;
	var peq = /* @__PURE__ */ new Uint32Array(65536);
	var myers_32 = function(a, b) {
		var n = a.length;
		var m = b.length;
		var lst = 1 << n - 1;
		var pv = -1;
		var mv = 0;
		var sc = n;
		var i = n;
		while (i--) peq[a.charCodeAt(i)] |= 1 << i;
		for (i = 0; i < m; i++) {
			var eq = peq[b.charCodeAt(i)];
			var xv = eq | mv;
			eq |= (eq & pv) + pv ^ pv;
			mv |= ~(eq | pv);
			pv &= eq;
			if (mv & lst) sc++;
			if (pv & lst) sc--;
			mv = mv << 1 | 1;
			pv = pv << 1 | ~(xv | mv);
			mv &= xv;
		}
		i = n;
		while (i--) peq[a.charCodeAt(i)] = 0;
		return sc;
	};
	var myers_x = function(b, a) {
		var n = a.length;
		var m = b.length;
		var mhc = [];
		var phc = [];
		var hsize = Math.ceil(n / 32);
		var vsize = Math.ceil(m / 32);
		for (var i = 0; i < hsize; i++) {
			phc[i] = -1;
			mhc[i] = 0;
		}
		var j = 0;
		for (; j < vsize - 1; j++) {
			var mv_1 = 0;
			var pv_1 = -1;
			var start_1 = j * 32;
			var vlen_1 = Math.min(32, m) + start_1;
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] |= 1 << k;
			for (var i = 0; i < n; i++) {
				var eq = peq[a.charCodeAt(i)];
				var pb = phc[i / 32 | 0] >>> i & 1;
				var mb = mhc[i / 32 | 0] >>> i & 1;
				var xv = eq | mv_1;
				var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
				var ph = mv_1 | ~(xh | pv_1);
				var mh = pv_1 & xh;
				if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
				if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
				ph = ph << 1 | pb;
				mh = mh << 1 | mb;
				pv_1 = mh | ~(xv | ph);
				mv_1 = ph & xv;
			}
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] = 0;
		}
		var mv = 0;
		var pv = -1;
		var start = j * 32;
		var vlen = Math.min(32, m - start) + start;
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		var score = m;
		for (var i = 0; i < n; i++) {
			var eq = peq[a.charCodeAt(i)];
			var pb = phc[i / 32 | 0] >>> i & 1;
			var mb = mhc[i / 32 | 0] >>> i & 1;
			var xv = eq | mv;
			var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			var ph = mv | ~(xh | pv);
			var mh = pv & xh;
			score += ph >>> m - 1 & 1;
			score -= mh >>> m - 1 & 1;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
		return score;
	};
	var distance = function(a, b) {
		if (a.length < b.length) {
			var tmp = b;
			b = a;
			a = tmp;
		}
		if (b.length === 0) return a.length;
		if (a.length <= 32) return myers_32(a, b);
		return myers_x(a, b);
	};
	exports.distance = distance;
	var closest = function(str, arr) {
		var min_distance = Infinity;
		var min_index = 0;
		for (var i = 0; i < arr.length; i++) {
			var dist = distance(str, arr[i]);
			if (dist < min_distance) {
				min_distance = dist;
				min_index = i;
			}
		}
		return arr[min_index];
	};
	exports.closest = closest;
}));

// src/trial/failure.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
const memoryWords = /MemoryError|JavaScript heap out of memory|std::bad_alloc|Cannot allocate memory|out of memory|OutOfMemory|OOM when allocating/i;
function countOomKills() {
	const group = /^0::(\/.*)$/m.exec(read("/proc/self/cgroup") ?? "")?.[1];
	const files = ["/sys/fs/cgroup/memory.events", "/proc/vmstat"];
	if (group !== void 0 && group !== "/") files.push(`/sys/fs/cgroup${group}/memory.events`);
	const counts = files.map((file) => /^oom_kill (\d+)$/m.exec(read(file) ?? "")?.[1]).filter((found) => found !== void 0);
	return counts.length === 0 ? void 0 : counts.reduce((sum, count) => sum + Number(count), 0);
}
function read(file) {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return;
	}
}
function exitFailure(code, signal, tail, oomKillsBefore) {
	if (code === 0) return void 0;
	const words = lastWords(tail);
	const kills = countOomKills();
	if ((signal === "SIGKILL" || code === 137) && kills !== void 0 && oomKillsBefore !== void 0 && kills > oomKillsBefore) return {
		reason: "out-of-memory",
		message: "the kernel ended the program, because the machine was out of memory"
	};
	if (memoryWords.test(words)) return {
		reason: "out-of-memory",
		message: words
	};
	const complaint = tail.split("\n").find((line) => memoryWords.test(line));
	if (complaint !== void 0) return {
		reason: "out-of-memory",
		message: shorten(complaint.trim())
	};
	if (code === 137 && kills === void 0) return {
		reason: "out-of-memory",
		message: "exit code 137: the program was killed (SIGKILL), as is done when memory runs out"
	};
	if (signal !== null) return {
		reason: "signal",
		message: `ended by ${signal}${signal === "SIGKILL" ? " (often the machine was out of memory)" : ""}${words === "" ? "" : `: ${words}`}`
	};
	const inner = code === null ? void 0 : signalName(code - 128);
	return {
		reason: "crash",
		message: `${inner === void 0 ? `exit code ${code}` : `exit code ${code} (${inner})`}${words === "" ? "" : `: ${words}`}`
	};
}
function signalName(number) {
	return Object.entries(constants$1.signals).find(([, value]) => value === number)?.[0];
}
function lastWords(tail) {
	const lines = tail.split("\n").map((line) => line.trim()).filter((line) => line !== "");
	return shorten(lines.findLast((text) => /^(Uncaught )?(\w+\.)*\w*(Error|Exception|Interrupt)\b|^error\b|^fatal\b/i.test(text)) ?? lines.at(-1) ?? "");
}
function shorten(line) {
	return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
function missingMetric(metric, seen) {
	if (seen.size === 0) return {
		reason: "no-metric",
		message: `the trial ended without reporting anything; it should report ${metric}`
	};
	const names = [...seen];
	const near = names.find((name) => name.includes(metric) || name.length > 2 && metric.includes(name)) ?? (0, import_fastest_levenshtein.closest)(metric, names);
	const hint = near.includes(metric) || metric.includes(near) || (0, import_fastest_levenshtein.distance)(metric, near) <= metric.length / 2 ? `; did you mean ${near}?` : "";
	return {
		reason: "no-metric",
		message: `the trial never reported ${metric}, only ${names.slice(0, 8).join(", ")}${hint}`
	};
}
function divergence$1({ step, metrics }, metric) {
	const value = metrics[metric];
	return value === void 0 || Number.isFinite(value) ? void 0 : {
		reason: "not-finite",
		message: `${metric} became ${value} at step ${step}`
	};
}
function timeoutFailure(ms) {
	return {
		reason: "timeout",
		message: `the trial took longer than ${Math.round(ms / 100) / 10} s`
	};
}

// src/study/goals.ts
function metricNames({ metric, more = [], constraints = [] }) {
	return [...new Set([
		metric,
		...more,
		...constraints
	].map(({ name }) => name))];
}
function finalValue(metric, reports) {
	return reports.reduce((score, report) => scoreAfter(metric, score, report), void 0);
}
function lastValue(name, reports) {
	const last = reports.findLast(({ metrics }) => Object.hasOwn(metrics, name))?.metrics[name];
	return Number.isNaN(last) ? void 0 : last;
}
function constraintMisses(constraints, reports) {
	return constraints.flatMap(({ name, min, max }) => {
		const value = lastValue(name, reports);
		return [...max === void 0 ? [] : [value === void 0 ? Number.POSITIVE_INFINITY : value - max], ...min === void 0 ? [] : [value === void 0 ? Number.POSITIVE_INFINITY : min - value]];
	});
}
function brokenBound({ min, max }, value) {
	if (max !== void 0 && value > max) return `at most ${max}`;
	return min !== void 0 && value < min ? `at least ${min}` : void 0;
}
function furtherOutcome({ metric, more = [], constraints = [] }, score, reports) {
	const others = more.map((other) => {
		const value = finalValue(other, reports);
		return value === void 0 ? NaN : lossOf(other, value);
	});
	return {
		...others.length === 0 ? {} : { losses: [lossOf(metric, score), ...others] },
		...constraints.length === 0 ? {} : { constraints: constraintMisses(constraints, reports) }
	};
}
function endWithAllMetrics(goals, end, reports) {
	if (end.role !== "search" || end.state !== "completed") return end;
	const missing = goals.more?.find((metric) => finalValue(metric, reports) === void 0) ?? goals.constraints?.find(({ name }) => lastValue(name, reports) === void 0);
	if (!missing) return end;
	const { score: _, ...rest } = end;
	const seen = new Set(reports.flatMap(({ metrics }) => Object.keys(metrics)));
	const failure = seen.has(missing.name) ? {
		reason: "not-finite",
		message: `the trial ended without a finite value of ${missing.name}`
	} : missingMetric(missing.name, seen);
	return {
		...rest,
		state: "failed",
		...failure
	};
}

// src/study/front.ts
function objectives({ metric, more = [] }) {
	return [metric, ...more];
}
function objectiveValues({ more = [] }, { score, reports }) {
	return [score, ...more.map((metric) => finalValue(metric, reports))];
}
function misses({ constraints = [] }, trial) {
	if (trial.state !== "completed") return [];
	return constraints.flatMap((constraint) => {
		if (constraintMisses([constraint], trial.reports).every((miss) => miss <= 0)) return [];
		const value = lastValue(constraint.name, trial.reports);
		return [{
			constraint,
			...value === void 0 ? {} : { value }
		}];
	});
}
function paretoFronts(study) {
	return fronts(judgedTrials(study).filter(isFeasible)).map(byMainMetric);
}
function paretoFront(study) {
	return byMainMetric(firstFront(judgedTrials(study).filter(isFeasible)));
}
function byMainMetric(front) {
	return [...front].sort((a, b) => a.losses[0] - b.losses[0] || a.id - b.id).map(({ trial }) => trial);
}
function infeasibleTrials(study) {
	return byMerit$1(judgedTrials(study).filter((result) => !isFeasible(result))).map(({ trial }) => trial);
}
function judgedTrials(study) {
	const all = objectives(study);
	return study.trials.filter(({ role, state }) => role === "search" && state === "completed").flatMap((trial) => {
		const losses = objectiveValues(study, trial).map((value, k) => value === void 0 ? NaN : lossOf(all[k], value));
		if (losses.some(Number.isNaN)) return [];
		const constraints = constraintMisses(study.constraints ?? [], trial.reports);
		return [{
			id: trial.trial,
			loss: losses[0],
			losses,
			constraints,
			trial
		}];
	});
}
function recommend(study) {
	const front = paretoFront(study);
	if (front.length === 0) return void 0;
	const all = objectives(study);
	const losses = new Map(front.map((trial) => [trial, objectiveValues(study, trial).map((value, k) => lossOf(all[k], value))]));
	const incumbent = study.trials.find(({ role, origin }) => role === "search" && origin === "incumbent");
	const shipped = incumbent?.state === "completed" && misses(study, incumbent).length === 0 ? objectiveValues(study, incumbent) : [];
	const isBetter = (trial) => trial !== incumbent && shipped.every((value, k) => value !== void 0 && losses.get(trial)[k] <= lossOf(all[k], value));
	const better = shipped.length > 0 ? front.filter(isBetter) : [];
	const among = better.length > 0 ? better : front;
	const ranges = all.map((_, k) => {
		const values = front.map((trial) => losses.get(trial)[k]);
		return {
			best: Math.min(...values),
			worst: Math.max(...values)
		};
	});
	const distance = (trial) => Math.hypot(...losses.get(trial).map((loss, k) => {
		const { best, worst } = ranges[k];
		return worst > best ? (loss / 2 - best / 2) / (worst / 2 - best / 2) : 0;
	}));
	const [chosen] = [...among].sort((a, b) => distance(a) - distance(b) || a.trial - b.trial);
	return {
		trial: chosen,
		reason: ranges.every(({ best, worst }) => best === worst) ? "only" : better.length > 0 ? "better" : "compromise",
		among: among.length
	};
}

// src/study/steps.ts
const often = 3;
function fall(reports) {
	const falls = reports.filter(({ step }, i) => i > 0 && step < reports[i - 1].step).length;
	if (falls === 0) return false;
	return new Set(reports.map(({ step }) => step)).size === reports.length || falls * often > reports.length - 1;
}
function reachedStep(reports) {
	return fall(reports) ? new Set(reports.map(({ step }) => step)).size : reports.at(-1)?.step;
}

// src/study/leaderboard.ts
const groups = {
	completed: 0,
	pruned: 1,
	running: 2,
	interrupted: 3,
	failed: 4
};
function rankTrials(study) {
	const places = completedPlaces(study);
	const place = (trial) => places.get(trial) ?? Number.POSITIVE_INFINITY;
	const trials = study.trials.filter((trial) => trial.role === "search");
	const full = fullResource(trials);
	return trials.sort((a, b) => groupOf(a, full) - groupOf(b, full) || (groupOf(a, full) === groups.pruned ? reached(b) - reached(a) : 0) || (place(a) === place(b) ? 0 : place(a) - place(b)) || compareScores(study.metric, a, b) || a.trial - b.trial);
}
function trialsByConfig(study, space) {
	const trials = new Map(rankTrials(study).reverse().map((trial) => [hashConfig(space, trial.config), trial]));
	return (config) => trials.get(hashConfig(space, config));
}
function fullResource(trials) {
	return trials.reduce((most, { state, resource }) => state === "completed" ? Math.max(most, resource ?? 0) : most, 0);
}
function pausedTrials(trials) {
	const search = trials.filter(({ role }) => role === "search");
	const full = fullResource(search);
	return new Set(search.filter((trial) => trial.state === "completed" && groupOf(trial, full) === groups.pruned));
}
function groupOf({ state, resource }, full) {
	return state === "completed" && resource !== void 0 && resource < full ? groups.pruned : groups[state];
}
function reached({ reports, resource }) {
	return reachedStep(reports) ?? resource ?? 0;
}
function bestTrial(study) {
	if (study.more?.length) return recommend(study)?.trial;
	const paused = pausedTrials(study.trials);
	const best = study.trials.filter((trial) => trial.role === "search" && trial.state === "completed" && !paused.has(trial) && misses(study, trial).length === 0).reduce((first, trial) => first && (compareScores(study.metric, first, trial) || first.trial - trial.trial) <= 0 ? first : trial, void 0);
	return best?.score !== void 0 && !Number.isNaN(best.score) ? best : void 0;
}
function completedPlaces(study) {
	if (!study.more?.length && !study.constraints?.length) return /* @__PURE__ */ new Map();
	const missed = infeasibleTrials(study);
	if (!study.more?.length) {
		const behind = study.trials.length;
		return new Map([...study.trials.map((trial) => [trial, 0]), ...missed.map((trial, i) => [trial, behind + i])]);
	}
	const first = recommend(study)?.trial;
	const good = paretoFronts(study).flat();
	const order = [
		...first ? [first] : [],
		...good.filter((trial) => trial !== first),
		...missed
	];
	return new Map(order.map((trial, i) => [trial, i]));
}
function compareScores(metric, a, b) {
	const [x, y] = [orderedLoss(metric, a), orderedLoss(metric, b)];
	return x < y ? -1 : x > y ? 1 : 0;
}
function orderedLoss(metric, trial) {
	const loss = trial.score === void 0 ? NaN : lossOf(metric, trial.score);
	if (groups[trial.state] > groups.pruned) return 0;
	return Number.isNaN(loss) ? Number.POSITIVE_INFINITY : loss;
}

// src/report/training-names.ts
function confirmationName(of, { say, name }) {
	return say`confirmation of ${of === void 0 ? literal`what ships today` : name(`#${of}`)}`;
}
function trainingNames(results, voice) {
	const trialOf = trialsByConfig(results.study, results.space);
	return ({ role, trial, config }) => {
		if (role === "search") return voice.name(`#${trial}`);
		if (role !== "confirm") return role === "head" ? literal`head` : literal`base`;
		return confirmationName(trialOf(config)?.trial, voice);
	};
}

// src/report/words.ts
const minus = "−";
function numberFormat(values) {
	const finite = [...new Set(values.filter(Number.isFinite))].sort((a, b) => a - b);
	if (finite.every(Number.isInteger) && finite.every((value) => Math.abs(value) < 1e9)) return (value) => fixed(value, 0);
	const largest = Math.max(...finite.map(Math.abs));
	if (largest >= 1e9 || largest < .001) return (value) => short(value, 4);
	const middle = Math.ceil(finite.length / 2);
	const spreads = [
		finite,
		finite.slice(0, middle),
		finite.slice(-middle)
	].map((part) => part.at(-1) - part[0]).filter((spread) => spread > 0);
	const wanted = spreads.length === 0 ? 3 - magnitude(largest) : Math.ceil(1.5 - Math.log10(Math.min(...spreads)));
	const most = 6 - magnitude(largest);
	const least = Math.max(0, 2 - magnitude(largest));
	return fixedAt(withoutZeros(finite, clamp(wanted, least, Math.max(0, most)), least));
}
function withoutZeros(values, decimals, least) {
	let needed = decimals;
	while (needed > least && values.every((value) => value.toFixed(decimals).endsWith("0".repeat(decimals - needed + 1)))) needed--;
	return needed;
}
function differenceFormat(difference, interval, limit) {
	const half = interval ? (interval[1] - interval[0]) / 2 : Math.abs(difference) / 3;
	const decimals = half > 0 && Number.isFinite(half) ? (half / 10 ** magnitude(half) < 3.55 ? 1 : 0) - magnitude(half) : 3 - magnitude(Math.max(Math.abs(difference), Math.abs(limit)) || 1);
	const wanted = Math.max(decimals, decimalsOf$1(limit));
	const largest = Math.max(...[difference, ...interval ?? []].map(Math.abs));
	return largest > 0 && largest < .001 ? scientific(magnitude(largest), wanted) : fixedAt(clamp(wanted, 0, 12));
}
function decimalsOf$1(value) {
	const match = /^\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(Math.abs(value)));
	return match ? Math.min(12, Math.max(0, (match[1]?.length ?? 0) - Number(match[2] ?? 0))) : 0;
}
function scientific(exponent, decimals) {
	return (value) => {
		const text = (value / 10 ** exponent).toFixed(clamp(decimals + exponent, 0, 4));
		return value === 0 ? signed("0") : Number(text) === 0 ? short(value, 2) : signed(`${text}e${exponent}`);
	};
}
function fixedAt(decimals) {
	return (value) => fixed(value, decimals);
}
function fixed(value, decimals) {
	if (!Number.isFinite(value)) return special(value);
	const text = value.toFixed(decimals);
	if (Number(text) === 0) return value === 0 ? signed(text.replace("-", "")) : short(value, 2);
	return Math.abs(value) >= 0xe8d4a51000 ? short(value, 4) : signed(text);
}
function short(value, digits = 4) {
	if (!Number.isFinite(value)) return special(value);
	if (Number.isInteger(value) && Math.abs(value) < 1e9) return signed(String(value));
	const rounded = Number(value.toPrecision(digits));
	const size = Math.abs(rounded);
	if (size >= .001 && size < 1e9) return signed(String(rounded));
	return signed(rounded.toExponential());
}
function signed(text) {
	return text === "-0" ? "0" : text.replace(/^-/, minus);
}
function special(value) {
	return Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : `${minus}∞`;
}
function withSign(value, format) {
	return value > 0 ? `+${format(value)}` : format(value);
}
function magnitude(value) {
	return value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
}
function clamp(value, low, high) {
	return Math.min(Math.max(value, low), high);
}
function plural(count, one, many) {
	return plural$1(count, one, many);
}
function numbered(number) {
	return String(number);
}
function counted(count) {
	return grouped(count);
}
function duration$1(ms) {
	if (!Number.isFinite(ms) || ms < 0) return "?";
	if (ms < 9950) return `${ms < 95 ? Number((ms / 1e3).toPrecision(1)) : (ms / 1e3).toFixed(1)} s`;
	const seconds = Math.round(ms / 1e3);
	if (seconds < 60) return `${seconds} s`;
	if (seconds < 3600) return parts(Math.floor(seconds / 60), "min", seconds % 60, "s");
	const minutes = Math.round(seconds / 60);
	if (minutes < 2880) return parts(Math.floor(minutes / 60), "h", minutes % 60, "min");
	const hours = Math.round(minutes / 60);
	return parts(Math.floor(hours / 24), "d", hours % 24, "h");
}
function parts(whole, unit, rest, restUnit) {
	return rest === 0 ? `${whole} ${unit}` : `${whole} ${unit} ${rest} ${restUnit}`;
}
function percent$2(share) {
	return `${Number((share * 100).toPrecision(4))} %`;
}
function intervalLevel({ level, confidence }) {
	return percent$2(Number((level ?? 1 - 2 * (1 - confidence)).toPrecision(3)));
}
function valueText(value) {
	if (value === void 0) return "";
	return typeof value === "number" ? short(value, 4) : String(value);
}
const conclusionTitle = {
	improved: "Improved",
	unchanged: "Unchanged",
	regressed: "Regressed",
	inconclusive: "Inconclusive",
	"no-baseline": "No baseline",
	error: "Error"
};
const conclusionClause = {
	improved: "the model got better.",
	unchanged: "the model is as good as before.",
	regressed: "the model got worse.",
	inconclusive: "it is not clear whether the model got worse.",
	"no-baseline": "there is nothing to compare the model with.",
	error: "the regression check could not be made."
};
const conclusionMark = {
	improved: "✅",
	unchanged: "✅",
	regressed: "❌",
	inconclusive: "❔",
	"no-baseline": "ℹ️",
	error: "⚠️"
};
const failureWords = {
	crash: "crashed",
	signal: "killed by a signal",
	timeout: "over the time limit",
	idle: "reported nothing for too long",
	"out-of-memory": "out of memory",
	"not-finite": "metric not a number",
	"no-metric": "metric not reported",
	"malformed-report": "report not readable",
	infeasible: "config not feasible",
	spawn: "could not be started"
};
function stateWords({ state, reason }) {
	if (state === "pruned") return "stopped early";
	return state === "failed" && reason ? `failed: ${failureWords[reason]}` : state;
}
const stopWords = {
	trials: "the budget of trials is spent",
	epochs: "the budget of epochs is spent",
	time: "the budget of time is spent",
	cost: "the budget of money is spent",
	exhausted: "there is nothing left to try",
	cancelled: "it was cancelled",
	failing: "the first trials all failed for one reason",
	"no-gain": "there was nothing left to gain"
};

// src/confirm/nothing-to-change.ts
function isNothingToChange(confirmed) {
	const { confirmation, study } = confirmed;
	return confirmation?.against?.conclusion === "regressed" && !study.more?.length && !shipsMissing(confirmed);
}
function shipsMissing({ study, space }) {
	const { incumbent } = space;
	if (!incumbent || !study.constraints?.length) return false;
	const hash = hashConfig(space, incumbent);
	return study.trials.some((trial) => trial.role === "search" && hashConfig(space, trial.config) === hash && misses(study, trial).length > 0);
}

// src/insight/change.ts
function withValue$1(space, config, path, value, newly) {
	const out = {};
	for (const parameter of space.parameters) {
		if (!isActive(parameter, out)) continue;
		const item = (parameter.path === path ? value : config[parameter.path]) ?? newly(parameter) ?? parameter.default ?? firstValue(parameter.domain);
		if (item !== void 0) out[parameter.path] = item;
	}
	return out;
}
function firstValue(domain) {
	if (domain.type === "choice") return domain.values[0];
	if (domain.type === "bool") return false;
	return "min" in domain ? domain.min : void 0;
}

// src/insight/observation.ts
function observationsOf(study) {
	const scored = study.trials.filter(({ role, state }) => role === "search" && state === "completed").filter(({ score }) => Number.isFinite(score));
	const full = scored.reduce((most, { resource = 0 }) => Math.max(most, resource), 0);
	return scored.filter(({ resource }) => resource === void 0 || resource >= full).flatMap((record) => observe(study, record, record.score));
}
function observe(study, record, score) {
	if (!Number.isFinite(score)) return [];
	const excess = study.constraints?.length ? constraintMisses(study.constraints, record.reports) : void 0;
	return [{
		trial: record.trial,
		config: record.config,
		loss: lossOf(study.metric, score),
		origin: record.origin,
		...excess?.some((miss) => miss > 0) ? { misses: true } : {},
		...excess ? { excess } : {}
	}];
}
function stopsTrials({ trials }) {
	return pausedTrials(trials).size > 0 || trials.some(({ role, state }) => role === "search" && state === "pruned");
}
function byMerit(a, b) {
	return Number(a.misses ?? false) - Number(b.misses ?? false) || a.loss - b.loss;
}

// src/insight/ablation.ts
const worth = .9;
const agreeing = 1.5;
function trustedAblation(space, surrogate, observations, winner) {
	const { incumbent } = space;
	if (!incumbent || observations.length < 30) return void 0;
	const hash = hashConfig(space, incumbent);
	const ships = observations.find(({ config }) => hashConfig(space, config) === hash);
	if (!ships || !surrogate.hasLearned()) return void 0;
	const measured = ships.loss - winner.loss;
	const expected = surrogate.loss(incumbent) - surrogate.loss(winner.config);
	if (!(measured > 0 && expected <= agreeing * measured && measured <= agreeing * expected)) return void 0;
	return ablationPath(space, surrogate, incumbent, winner.config);
}
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
			const config = withValue$1(space, current, path, to[path], (newly) => to[newly.path]);
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
	if (steps.length === 0) return void 0;
	const most = Math.max(...steps.map(({ gained }) => gained));
	const enough = steps.findIndex(({ gained }) => gained >= worth * most) + 1;
	const lost = 1 - 1 / steps[enough - 1].gained;
	return {
		steps,
		enough,
		...lost >= .09999999999999998 ? { lost } : {},
		minimal: configs[enough - 1]
	};
}

// src/insight/dependence.ts
const background = {
	share: .25,
	least: 5,
	most: 64
};
function partialDependence(space, surrogate, observations, path) {
	const dimension = space.dimensions.find(({ parameter }) => parameter.path === path);
	if (!dimension) return [];
	const { domain } = dimension.parameter;
	const count = Math.min(20, dimension.values);
	const values = [...new Set(Array.from({ length: count }, (_, i) => fromUnit(domain, (i + .5) / count)))];
	const ranked = [...observations].sort(byMerit).map(({ config }) => config);
	const having = ranked.filter((config) => isActive(dimension.parameter, config));
	const { share, least, most } = background;
	const best = having.slice(0, Math.min(most, Math.max(least, Math.ceil(share * having.length))));
	if (best.length === 0) return [];
	const seen = new Map(space.parameters.map((parameter) => [parameter.path, ranked.flatMap((config) => config[parameter.path] ?? [])]));
	return values.map((value) => ({
		value,
		loss: best.reduce((sum, _, i) => sum + expected(i, value), 0) / best.length
	}));
	function expected(place, value) {
		const config = withValue$1(space, best[place], path, value, (newly) => {
			const known = seen.get(newly.path);
			return known[place % known.length];
		});
		return surrogate.loss(config);
	}
}

// src/insight/boundary.ts
const rim = .02;
const hair = .05;
const surely = 1.64;
const fewestValues = 5;
function promisingBounds(space, surrogate, observations, config) {
	const warnings = boundaryWarnings(space, config);
	if (warnings.length === 0 || !surrogate.hasLearned()) return [];
	const least = hair * spreadOf(observations.map(({ loss }) => loss));
	return warnings.filter(({ path, side }) => {
		const points = [...partialDependence(space, surrogate, observations, path)];
		if (side === "max") points.reverse();
		const [end, quarter] = [points[0], points[Math.ceil(points.length / 4)]];
		if (!end || !quarter) return false;
		return quarter.loss - end.loss > least && end.loss <= Math.min(...points.map(({ loss }) => loss)) + least && fallsSurely(space, surrogate, config, path, quarter.value);
	});
}
function fallsSurely(space, surrogate, config, path, value) {
	const at = (one) => surrogate.predict(encodeConfig(space, one));
	const [best, other] = [at(config), at(withValue$1(space, config, path, value, () => void 0))];
	return other.mean - best.mean > surely * Math.sqrt(other.variance + best.variance);
}
function spreadOf(losses) {
	const highest = highestOfBulk(losses);
	const bulk = losses.filter((loss) => loss <= highest);
	const mean = bulk.reduce((sum, loss) => sum + loss / bulk.length, 0);
	return Math.sqrt(bulk.reduce((sum, loss) => sum + (loss - mean) ** 2 / bulk.length, 0));
}
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

// src/insight/failures.ts
const fewest$3 = 3;
function sharedFailures(space, trials) {
	const search = trials.filter(({ role }) => role === "search");
	const failed = search.filter(({ state }) => state === "failed");
	const others = search.filter(({ state }) => state === "completed" || state === "pruned");
	if (failed.length < fewest$3 || others.length < fewest$3) return [];
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

// src/insight/fresh-gain.ts
function freshGain({ trials, metric }, space, config) {
	if (!space.incumbent) return void 0;
	const lossesOf = (one) => {
		const hash = hashConfig(space, one);
		return new Map(trials.flatMap(({ role, state, seed, score, config: other }) => role === "confirm" && state === "completed" && Number.isFinite(score) && hashConfig(space, other) === hash ? [[seed, lossOf(metric, score)]] : []));
	};
	const [ships, own] = [lossesOf(space.incumbent), lossesOf(config)];
	const gains = [...own].flatMap(([seed, loss]) => ships.has(seed) ? [ships.get(seed) - loss] : []);
	return gains.length === 0 ? void 0 : gains.reduce((sum, gain) => sum + gain / gains.length, 0);
}

// src/insight/surrogate.ts
const mostObservations$1 = 200;
const fewest$2 = 10;
const shapes$1 = [
	"none",
	"power",
	"logarithm",
	"logarithm above the lowest"
];
const clearly = .02;
const mostCompared = 80;
const comparing = 25;
const folds = 5;
const significant = 2;
function fitSurrogate(space, observations) {
	if (observations.length < fewest$2 || space.dimensions.length === 0) return void 0;
	const kept = bestAndOthers(observations, mostObservations$1);
	const losses = kept.map(({ loss }) => loss);
	if (Math.max(...losses) === Math.min(...losses)) return void 0;
	const shape = shapeOf(measure(space, bestAndOthers(kept, mostCompared)));
	const all = measure(space, kept);
	const targets = all.warped(shape);
	const model = fittedTo(all.points, targets, 40);
	const pairs = losses.map((loss, i) => ({
		loss,
		target: targets[i]
	})).sort((a, b) => a.target - b.target || a.loss - b.loss);
	const { logNoise, logSignal, logMain = Number.NEGATIVE_INFINITY } = model.hyperparameters;
	const noise = Math.exp(logNoise);
	let learned;
	return {
		loss: (config) => unwarp(pairs, model.mean(encodeConfig(space, config))),
		predict: (point) => model.predict(point),
		unwarped: (target) => unwarp(pairs, target),
		noiseVariance: noise,
		noise: noise / (noise + Math.exp(logSignal) + Math.exp(logMain)),
		hasLearned() {
			if (learned !== void 0) return learned;
			const some = evenly(observations, mostCompared);
			const { points, warped } = measure(space, some);
			learned = crossValidated(points, warped(shape)) >= significant / Math.sqrt(some.length);
			return learned;
		}
	};
}
function bestAndOthers(observations, most) {
	if (observations.length <= most) return observations;
	const half = most / 2;
	const best = new Set([...observations].sort((a, b) => a.loss - b.loss).slice(0, half));
	const others = observations.filter((observation) => !best.has(observation));
	const some = new Set(evenly(others, half));
	return observations.filter((observation) => best.has(observation) || some.has(observation));
}
function evenly(items, most) {
	const every = Math.max(1, items.length / most);
	return Array.from({ length: Math.min(items.length, most) }, (_, i) => items[Math.floor(i * every)]);
}
function measure(space, observations) {
	const losses = observations.map(({ loss }) => loss);
	return {
		points: observedAt(space, observations),
		warped: (shape) => warpLosses(losses, shape).targets
	};
}
function observedAt(space, observations) {
	return new Observations(spaceGeometry(space), observations.map(({ config }) => encodeConfig(space, config)));
}
function fittedTo(points, targets, iterations = comparing) {
	const start = startAt(points.geometry, 0, .3);
	return new GaussianProcess(points, targets, fitHyperparameters(points, targets, [start], iterations));
}
function shapeOf({ points, warped }) {
	const [first, ...others] = shapes$1.map((shape) => {
		const targets = warped(shape);
		const expected = leftOut(fittedTo(points, targets), targets);
		return {
			shape,
			order: rankCorrelation([...expected], [...targets])
		};
	});
	const best = others.reduce((a, b) => b.order > a.order ? b : a);
	return best.order > first.order + clearly ? best.shape : first.shape;
}
function leftOut({ factor }, targets) {
	const alpha = solve(factor, targets);
	const inverted = inverse(factor);
	return targets.map((target, i) => target - alpha[i] / inverted[packedLength(i + 1) - 1]);
}
function crossValidated({ geometry, points }, targets) {
	const expected = new Array(points.length);
	for (let fold = 0; fold < folds; fold++) {
		const others = points.filter((_, i) => i % folds !== fold);
		const known = targets.filter((_, i) => i % folds !== fold);
		const mean = known.reduce((sum, target) => sum + target / known.length, 0);
		const model = fittedTo(new Observations(geometry, others), known);
		for (let i = fold; i < points.length; i += folds) expected[i] = model.mean(points[i]) - mean;
	}
	return rankCorrelation(expected, [...targets]);
}
function unwarp(pairs, target) {
	const above = pairs.findIndex((pair) => pair.target >= target);
	if (above < 0) return pairs.at(-1).loss;
	if (above === 0) return pairs[0].loss;
	const [low, high] = [pairs[above - 1], pairs[above]];
	const share = high.target > low.target ? (target - low.target) / (high.target - low.target) : 1;
	return low.loss + share * (high.loss - low.loss);
}

// src/insight/keeping.ts
const mostObservations = 200;
function fitKeeping(space, observations) {
	if (observations.every(({ misses }) => !misses)) return () => 1;
	const some = evenly(observations, mostObservations);
	const points = observedAt(space, some);
	const bounds = some.reduce((most, { excess = [] }) => Math.max(most, excess.length), 0);
	const models = Array.from({ length: bounds }, (_, k) => fittedTo(points, squashConstraint(some.map(({ excess }) => excess?.[k] ?? Number.POSITIVE_INFINITY))));
	return (point) => models.reduce((chance, model) => {
		const { mean, variance } = model.predict(point);
		return chance * normalCdf(-mean / Math.sqrt(variance));
	}, 1);
}

// src/insight/importance.ts
const draws$1 = 2e3;
const top = .1;
const fewestBest = 20;
const grid = 64;
const manyValues = 20;
function importance$1(space, observations, surrogate, keeping = () => fitKeeping(space, observations)) {
	if (observations.length < 30 || !surrogate || observations.every(({ misses }) => misses)) return void 0;
	if (!surrogate.hasLearned()) return void 0;
	const stream = randomStream(0, "importance");
	const points = Array.from({ length: draws$1 }, () => encodeConfig(space, sampleConfig(space, stream)));
	const best = amongBest(points, surrogate, keeping());
	const all = best.reduce((sum, chance) => sum + chance, 0);
	if (all < fewestBest) return void 0;
	const raw = space.dimensions.map((dimension, j) => {
		const places = points.flatMap((point, i) => Number.isNaN(point[j]) ? [] : [{
			at: point[j],
			best: best[i]
		}]);
		const having = places.reduce((sum, place) => sum + place.best, 0);
		const value = having < fewestBest ? 0 : divergence(dimension, places) * having / all;
		return {
			path: dimension.parameter.path,
			value
		};
	});
	const sum = raw.reduce((total, { value }) => total + value, 0);
	if (!(sum > 0)) return void 0;
	return raw.map(({ path, value }) => ({
		path,
		share: value / sum
	})).sort((a, b) => b.share - a.share);
}
function amongBest(points, { predict }, keeping) {
	const seen = points.map((point) => {
		const { mean, variance } = predict(point);
		return {
			mean,
			deviation: Math.sqrt(variance),
			keeps: keeping(point)
		};
	});
	const chances = (below) => seen.map(({ mean, deviation, keeps }) => keeps * normalCdf((below - mean) / deviation));
	const extent = (sign) => Math.max(...seen.map(({ mean, deviation }) => sign * mean + 9 * deviation));
	let [low, high] = [-extent(-1), extent(1)];
	for (let halved = 0; halved < 50; halved++) {
		const middle = (low + high) / 2;
		if (chances(middle).reduce((sum, chance) => sum + chance, 0) > top * points.length) high = middle;
		else low = middle;
	}
	return chances(high);
}
function divergence({ kind, values }, places) {
	const few = kind === "categorical" || values < manyValues;
	const dense = (weight) => few ? frequencies(places, weight, values) : density(places, weight);
	const [p, q] = [dense(({ best }) => best), dense(() => 1)];
	return q.reduce((sum, of, i) => sum + (p[i] / of - 1) ** 2 * of, 0) / q.length;
}
function frequencies(places, weight, cells) {
	const counts = new Float64Array(cells).fill(1);
	for (const place of places) counts[Math.min(cells - 1, Math.floor(place.at * cells))] += weight(place);
	return multiplesOfMean(counts);
}
function density(places, weight) {
	const cells = new Float64Array(grid);
	let [n, mean, square, squares] = [
		0,
		0,
		0,
		0
	];
	for (const place of places) {
		const one = weight(place);
		cells[Math.min(63, Math.floor(place.at * grid))] += one;
		n += one;
		mean += one * place.at;
		square += one * place.at ** 2;
		squares += one ** 2;
	}
	const deviation = Math.sqrt(Math.max(0, square / n - (mean / n) ** 2));
	const width = Math.max(.05, 1.06 * deviation * (n ** 2 / squares) ** -.2);
	const out = new Float64Array(grid).fill(.001 * n);
	for (let i = 0; i < grid; i++) for (let k = 0; k < grid; k++) for (const image of [
		k + .5,
		-k - .5,
		128 - k - .5
	]) out[i] += cells[k] * Math.exp(-.5 * ((i + .5 - image) / grid / width) ** 2);
	return multiplesOfMean(out);
}
function multiplesOfMean(values) {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	return values.map((value) => value / mean);
}

// src/insight/level.ts
const leastShare$1 = .5;
function comparable(study, full = observationsOf(study)) {
	const trials = study.trials.filter(({ role, state }) => role === "search" && (state === "completed" || state === "pruned"));
	const least = Math.max(30, leastShare$1 * trials.length);
	if (full.length >= least) return { observations: full };
	if (!trials.every(countsEpochs)) return { observations: full };
	const completed = new Set(full.map(({ trial }) => trial));
	const ends = trials.filter(({ trial }) => !completed.has(trial)).flatMap((trial) => endOf(trial) ?? []);
	for (const step of [...new Set(ends)].sort((a, b) => b - a)) {
		const observations = trials.flatMap((trial) => observedAfter(study, trial, step));
		if (observations.length < least) continue;
		if (isTurned(earlyAndLate(observations, full))) break;
		return {
			observations,
			level: {
				step,
				trials: observations.length
			}
		};
	}
	return { observations: full };
}
function earlyAndLate(early, full) {
	const ends = new Map(full.map(({ trial, loss }) => [trial, loss]));
	return early.flatMap(({ trial, loss }) => ends.has(trial) ? [[loss, ends.get(trial)]] : []);
}
function endOf({ state, resource, reports }) {
	return state === "completed" && resource !== void 0 ? resource : reachedStep(reports);
}
function countsEpochs({ state, resource, reports }) {
	if (fall(reports)) return false;
	return state !== "completed" || resource === void 0 || reachedStep(reports) === resource;
}
function observedAfter(study, trial, step) {
	const last = trial.reports.findLastIndex((report) => report.step === step);
	const score = trial.reports[last]?.metrics[study.metric.name];
	if (score === void 0) return [];
	return observe(study, {
		...trial,
		reports: trial.reports.slice(0, last + 1)
	}, score);
}

// src/insight/progress.ts
function searchProgress(observations, random) {
	let least = Number.POSITIVE_INFINITY;
	return {
		best: observations.filter(({ misses }) => !misses).map(({ loss }) => {
			least = Math.min(least, loss);
			return least;
		}),
		...random ? {
			random: random.loss,
			asGood: random.asGood
		} : {}
	};
}

// src/insight/random-search.ts
const unguided = /* @__PURE__ */ new Set([
	"incumbent",
	"initial design",
	"initial population",
	"exploration",
	"random",
	"restart",
	"sobol",
	"grid",
	"what is left",
	"try first",
	"earlier study"
]);
const draws = 2e3;
const steps = 200;
const trusted = .2;
function randomSearch(space, observations, surrogate, keeping = () => fitKeeping(space, observations)) {
	const kept = observations.filter(({ misses }) => !misses).map(({ loss }) => loss);
	if (observations.length < 30 || !surrogate || kept.length === 0) return void 0;
	if (observations.every(({ origin }) => unguided.has(origin))) return void 0;
	const count = independentDraws(observations.length, space.size);
	if (count === void 0 || !surrogate.hasLearned()) return void 0;
	const keeps = keeping();
	const stream = randomStream(0, "random search");
	const drawn = Array.from({ length: draws }, () => {
		const point = encodeConfig(space, sampleConfig(space, stream));
		return {
			...surrogate.predict(point),
			keeps: keeps(point)
		};
	});
	const [best, worst] = [Math.min(...kept), Math.max(...kept)];
	const expected = leastOf(count, drawn, surrogate, best, worst);
	const sure = leastOf(count, drawn.map((one) => ({
		...one,
		variance: 0
	})), surrogate, best, worst);
	const middling = surrogate.unwarped(drawn.map(({ mean }) => mean).sort((a, b) => a - b)[draws / 2]);
	const known = Math.abs(sure.loss - expected.loss) <= trusted * (middling - expected.loss);
	const asGood = sure.chance >= .5;
	return known && asGood === expected.chance >= .5 ? {
		loss: expected.loss,
		asGood
	} : void 0;
}
function independentDraws(count, size) {
	if (!Number.isFinite(size)) return count;
	return count < size ? Math.log1p(-count / size) / Math.log1p(-1 / size) : void 0;
}
function leastOf(count, drawn, { noiseVariance, unwarped }, best, worst) {
	const seen = drawn.map(({ mean, variance, keeps }) => ({
		mean,
		deviation: Math.sqrt(Math.max(variance + noiseVariance, 1e-12)),
		keeps
	}));
	const low = Math.min(...seen.map(({ mean, deviation }) => mean - 5 * deviation));
	const high = Math.max(...seen.map(({ mean, deviation }) => mean + 5 * deviation));
	let [loss, chance, before] = [
		0,
		0,
		0
	];
	for (let step = 0; step <= steps; step++) {
		const target = low + (high - low) * step / steps;
		const below = seen.reduce((sum, { mean, deviation, keeps }) => sum + keeps * normalCdf((target - mean) / deviation) / draws, 0);
		const reached = 1 - (1 - Math.min(1, below)) ** count;
		const here = unwarped(target);
		loss += (reached - before) * Math.max(best, here);
		if (here <= best) chance = reached;
		before = reached;
	}
	return {
		loss: loss + (1 - before) * worst,
		chance
	};
}

// src/insight/insight.ts
const mostDependences = 3;
const leastShare = .1;
const known$1 = /* @__PURE__ */ new WeakMap();
function insightOf(study, space, best) {
	const ofStudy = known$1.get(study) ?? /* @__PURE__ */ new Map();
	known$1.set(study, ofStudy);
	const insight = ofStudy.get(best) ?? learn(study, space, best);
	ofStudy.set(best, insight);
	return insight;
}
function learn(study, space, best) {
	const full = observationsOf(study);
	const winner = winnerOf(full, best);
	const isRefuted = winner !== void 0 && (freshGain(study, space, winner.config) ?? 0) < 0;
	const { observations, level } = isRefuted ? { observations: full } : comparable(study, full);
	const then = level ? observations.find(({ trial }) => trial === winner?.trial) : winner;
	const surrogate = space.observed ? void 0 : fitSurrogate(space, observations);
	let fitted;
	const keeping = () => {
		fitted ??= fitKeeping(space, observations);
		return fitted;
	};
	const parts = importance$1(space, observations, surrogate, keeping);
	const ablation = surrogate && then && !isRefuted ? trustedAblation(space, surrogate, observations, then) : void 0;
	return {
		...parts ? { importance: parts } : {},
		dependence: surrogate ? (parts ?? []).slice(0, mostDependences).filter(({ share }) => share >= leastShare).map(({ path }) => ({
			path,
			points: partialDependence(space, surrogate, observations, path)
		})) : [],
		boundaries: then && surrogate ? promisingBounds(space, surrogate, observations, then.config) : [],
		...ablation ? { ablation } : {},
		progress: searchProgress(full, stopsTrials(study) ? void 0 : randomSearch(space, full, surrogate, level ? void 0 : keeping)),
		...level ? { level } : {},
		...surrogate ? { noise: surrogate.noise } : {},
		failures: sharedFailures(space, study.trials)
	};
}
function winnerOf(full, best) {
	return full.find(({ trial }) => trial === best) ?? full.filter(({ misses }) => !misses).sort(byMerit)[0];
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
	const front = rows.filter(isOfFront).length;
	const first = (row, index) => index < Math.max(top, Math.min(front, 2 * top)) || row.incumbent || row.best;
	return {
		shown: rows.filter(first),
		rest: rows.filter((row, index) => !first(row, index))
	};
}
function isOfFront({ rank }) {
	return rank === 1;
}
function furtherTrials(rest) {
	const front = rest.filter(isOfFront).length;
	const further = plural(rest.length, "further trial");
	return front === 0 ? further : literal`${further}, ${counted(front)} of them on the front`;
}
function columnsThatFit({ study, space }, { recommended }, paths, fits) {
	if (fits(paths)) return paths;
	const { importance = [] } = insightOf(study, space, recommended?.trial);
	const shares = new Map(importance.map(({ path, share }) => [path, share]));
	const wanted = [...paths].sort((a, b) => (shares.get(b) ?? 0) - (shares.get(a) ?? 0));
	for (let count = paths.length - 1; count > 0; count--) {
		const chosen = new Set(wanted.slice(0, count));
		const columns = paths.filter((path) => chosen.has(path));
		if (fits(columns)) return columns;
	}
	return [];
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
	const step = reachedStep(reports);
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
	const worked = workedSeeds(confirmation);
	if (mean === void 0) return voice.say`The best config of the search, ${number}, failed on ${plural(final.length, "fresh seed")}${bothFailed(confirmation)}: it is not one to ship.`;
	const format = confirmationFormat(confirmation);
	const spread = deterministic ? literal`other seeds give the same` : interval ? literal`${percent$2(level)} interval ${format(interval[0])} to ${format(interval[1])} on ${plural(worked, "fresh seed")}` : literal`on ${plural(worked, "fresh seed")}`;
	const failed = worked < final.length ? literal` It failed on ${counted(final.length - worked)} of ${plural(final.length, "fresh seed")}.` : literal``;
	const best = voice.say`Best config: ${number} with ${metric} ${format(mean)} (${spread})`;
	return voice.say`${best}${againstWords(confirmation, results)}${failed}`;
}
function bothFailed({ final, against }) {
	return against && final.every(({ incumbent }) => incumbent === void 0) ? literal`, and so did what ships today` : literal``;
}
function workedSeeds({ final }) {
	return final.filter(({ recommended }) => recommended !== void 0).length;
}
function againstWords({ against, misses }, results) {
	if (misses) return literal`. On fresh seeds it misses a constraint: it is not one to ship.`;
	if (!against) return literal`.`;
	const { difference, interval, goal, conclusion } = against;
	if (difference === void 0) return literal`; what ships today failed on them.`;
	const gain = goal === "maximize" ? difference : -difference;
	const format = interval !== void 0 && interval[0] === interval[1] ? (value) => short(value) : differenceFormat(difference, interval, 0);
	const range = interval && interval[0] !== interval[1] ? literal` (${intervalLevel(against)} interval of the gain ${withSign(goal === "maximize" ? interval[0] : -interval[1], format)} to ${withSign(goal === "maximize" ? interval[1] : -interval[0], format)})` : literal``;
	switch (conclusion) {
		case "improved": return literal`: better than what ships today by ${format(gain)}${range}.`;
		case "regressed":
			if (results.study.more?.length) return literal`: worse than what ships today by ${format(-gain)}${range}, which is the price of the other metrics.`;
			return shipsMissing(results) ? literal`: worse than what ships today by ${format(-gain)}${range}, which misses a constraint.` : literal`: worse than what ships today by ${format(-gain)}${range}, so there is nothing to change.`;
		default: return gain === 0 ? literal`: no better than what ships today${range}.` : literal`, ${withSign(gain, format)} against what ships today${range}: not enough to be sure that it is better.`;
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
	if (trial === confirmation.trial && confirmation.mean !== void 0) return literal`${format(confirmation.mean)} (${counted(workedSeeds(confirmation))})`;
	const { mean, count } = meanOf(candidate);
	if (candidate.scores.length === 0) return void 0;
	return mean === void 0 ? literal`failed` : literal`${format(mean)} (${counted(count)})`;
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
	return literal`${confirmationFormat(confirmation)(mean)} (${counted(scores.length)})`;
}
function freshCell(results, row) {
	const { confirmation } = results;
	if (!confirmation) return literal``;
	return (row.incumbent ? freshIncumbent(results) : freshScore(confirmation, row.trial.trial)) ?? literal``;
}

// src/report/dot-plot.ts
const places$1 = 49;
function dotPlot(pairs) {
	const sides = ["base", "head"].map((side) => pairs.map((pair) => pair[side]).filter((score) => score !== void 0 && Number.isFinite(score)));
	const all = sides.flat();
	const [low, high] = [Math.min(...all), Math.max(...all)];
	if (!(high > low) || !Number.isFinite(high - low)) return [];
	const lines = sides.map((scores, side) => {
		const counts = new Array(places$1).fill(0);
		for (const score of scores) counts[Math.round((score - low) / (high - low) * 48)] += 1;
		const dots = counts.map((count) => count === 0 ? " " : count === 1 ? "•" : String(Math.min(9, count))).join("");
		return `${side === 0 ? "base" : "head"} │${dots}│`;
	});
	const format = numberFormat(all);
	const [from, to] = [format(low), format(high)];
	const gap = " ".repeat(Math.max(1, places$1 - from.length - to.length));
	return [...lines, literal`      ${from}${gap}${to}`];
}

// src/report/failures.ts
const [mostMessages, mostNames] = [3, 8];
function failedWords(trials) {
	return trials.every(({ role }) => role === "search") ? plural(trials.length, "trial failed", "trials failed") : plural(trials.length, "training failed", "trainings failed");
}
function failureGroups({ study }) {
	const groups = /* @__PURE__ */ new Map();
	for (const trial of study.trials) {
		if (trial.state !== "failed") continue;
		const reason = trial.reason ?? "crash";
		groups.set(reason, [...groups.get(reason) ?? [], trial]);
	}
	return [...groups].map(([reason, trials]) => ({
		reason,
		trials
	})).sort((a, b) => b.trials.length - a.trials.length);
}
function failureReport(results, voice) {
	const groups = failureGroups(results);
	const label = labels(results, voice);
	const loud = groups.flatMap(({ trials }) => trials).find((trial) => trial.tail?.trim());
	return {
		lines: groups.map((group) => groupLine(group, label, voice)),
		...loud?.tail ? { log: {
			title: voice.say`The end of the log of ${label(loud)}:`,
			tail: loud.tail
		} } : {}
	};
}
function groupLine({ reason, trials }, label, voice) {
	const { say, join, sentence } = voice;
	const names = join(trials.slice(0, mostNames).map(label), ", ");
	const more = trials.length > mostNames ? say` and ${counted(trials.length - mostNames)} more` : literal``;
	const first = /* @__PURE__ */ new Map();
	for (const trial of trials) {
		const message = trial.message?.trim().replace(/\.$/, "");
		if (message && !first.has(message)) first.set(message, trial);
	}
	const shown = [...first].slice(0, mostMessages);
	const said = shown.map(([message, trial]) => say`${label(trial)} says: ${sentence(message, 300)}`);
	const further = first.size - shown.length;
	const rest = further > 0 ? [plural(further, "further message")] : [];
	const how = say`${counted(trials.length)} ${failureWords[reason]}`;
	const who = trials.length === 1 && said.length > 0 ? how : say`${how}: ${names}${more}`;
	return said.length === 0 ? who : say`${who}. ${join([...said, ...rest], "; ")}.`;
}
function labels(results, voice) {
	const nameOf = trainingNames(results, voice);
	return (trial) => trial.role === "search" ? nameOf(trial) : voice.say`${nameOf(trial)} with seed ${voice.name(numbered(trial.seed))}`;
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
		const format = formatOf(study, value);
		return {
			name,
			cell: (trial) => {
				const found = value(trial);
				return found === void 0 ? literal`–` : format(found);
			}
		};
	});
}
function formatOf(study, value) {
	return numberFormat(study.trials.filter(({ role }) => role === "search").flatMap((trial) => value(trial) ?? []));
}
function goalTitle(name, { study }, voice, limit) {
	const constraint = study.constraints?.find((item) => item.name === name);
	const title = voice.name(name, limit);
	return constraint ? voice.say`${title} ${boundWords(constraint)}` : title;
}
function boundWords({ min, max }) {
	if (min === void 0) return literal`≤ ${short(max ?? 0, 6)}`;
	return max === void 0 ? literal`≥ ${short(min, 6)}` : literal`${short(min, 6)} to ${short(max, 6)}`;
}
function missWords(missed, voice) {
	if (missed.length === 0) return void 0;
	return voice.say`misses ${voice.join(missed.map(({ constraint }) => voice.name(constraint.name)), ", ")}`;
}
function frontLegend({ study }, rows, voice) {
	if (!study.more?.length || rows.every(({ rank }) => rank === void 0)) return void 0;
	const sides = objectives(study).map(({ name, goal }) => goal === "maximize" ? voice.say`higher ${voice.name(name)}` : voice.say`lower ${voice.name(name)}`);
	return voice.say`Rank 1 is the front: no other trial${thatKeeps(study)} is as good in every metric and better in one (${voice.join(sides, ", ")}).`;
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
		const format = formatOf(study, (other) => objectiveValues(study, other)[k]);
		return voice.say`${voice.name(name)} ${format(values[k] ?? NaN)}`;
	});
	const last = parts.at(-1);
	return parts.length === 1 ? last : voice.say`${voice.join(parts.slice(0, -1), ", ")} and ${last}`;
}
function thatKeeps({ constraints }) {
	return constraints?.length ? literal` that keeps the constraints` : literal``;
}
function reasonWords(study, { reason, among }) {
	const front = paretoFront(study).length;
	switch (reason) {
		case "only": return literal`no other trial${thatKeeps(study)} is better in any metric`;
		case "better": return among === 1 ? literal`of ${plural(front, "config")} on the front it is the only one that is at least as good as what ships today in every metric` : literal`of the ${counted(among)} configs on the front that are at least as good as what ships today in every metric it is nearest to the best of each`;
		case "compromise": return literal`of the ${counted(front)} configs on the front it is nearest to the best of each metric`;
	}
}
function constraintWords({ study }, board, voice) {
	if (!study.constraints?.length) return void 0;
	const completed = board.rows.filter(({ trial }) => trial.state === "completed");
	const missed = completed.filter(({ trial }) => misses(study, trial).length > 0);
	if (missed.length === 0) return void 0;
	if (missed.length < completed.length) return voice.say`${plural(missed.length, "trial misses", "trials miss")} a constraint and cannot win.`;
	const nearest = missed[0].trial;
	return voice.say`No trial keeps the constraints. The nearest is ${voice.name(`#${nearest.trial}`)}: ${missedBounds(misses(study, nearest), voice)}.`;
}
function missedBounds(missed, voice) {
	const how = missed.map(({ constraint, value }) => voice.say`${voice.name(constraint.name)} is ${value === void 0 ? literal`unknown` : short(value, 4)}, asked for is ${boundWords(constraint)}`);
	return voice.join(how, "; ");
}

// src/report/insight-words.ts
const shownParameters = 5;
function insightWords({ study }, insight, voice) {
	const { say, name, join } = voice;
	const { importance, boundaries, ablation, progress, failures, noise, level } = insight;
	const maximize = study.metric.goal === "maximize";
	const score = (loss) => maximize ? -loss : loss;
	const out = [];
	if (importance) {
		const words = importance.slice(0, shownParameters).filter(({ share }) => share >= .02).map(({ path, share }) => say`${name(path)} ${percent$2(Number(share.toFixed(2)))}`);
		out.push(say`What decided about being among the best: ${join(words, ", ")}.`);
	}
	if (ablation) {
		const steps = ablation.steps.slice(0, ablation.enough);
		const words = steps.map(({ path, from, to }) => from === void 0 || to === void 0 ? name(path) : say`${name(path)} ${name(valueText(from))} → ${name(valueText(to))}`);
		const rest = ablation.steps.length - ablation.enough;
		const share = percent$2(Number(Math.min(1, steps.at(-1).gained).toFixed(2)));
		const others = (one, many) => rest === 1 ? say`the other change ${one}` : say`the other ${counted(rest)} changes ${many}`;
		const lost = percent$2(Number((ablation.lost ?? 0).toFixed(2)));
		out.push(ablation.steps.length === 1 ? say`By the model the gain over what ships today comes from ${join(words, ", ")}.` : rest === 0 ? say`By the model the gain over what ships today needs all of its changes: ${join(words, ", ")}.` : ablation.lost !== void 0 ? say`By the model the gain over what ships today comes from ${join(words, ", ")}; ${others(say`costs`, say`cost`)} ${lost} of it.` : say`By the model ${share} of the gain over what ships today comes from ${join(words, ", ")}; ${others(say`hardly matters`, say`hardly matter`)}.`);
	}
	for (const { path, side, value, suggestion } of boundaries) out.push(say`${name(path)} is best at its ${side === "min" ? literal`lower` : literal`upper`} bound (${short(value)}): try a range that goes to ${short(suggestion)}.`);
	for (const { path, value, having, failed } of failures) out.push(say`${counted(having)} of ${plural(failed, "trial")} that failed have ${name(path)} = ${name(valueText(value))}.`);
	if (progress.random !== void 0 && progress.best.length > 0) {
		const format = comparedFormat(progress.best.at(-1), progress.random);
		const reached = say`Best score of the search: ${format(score(progress.best.at(-1)))}`;
		out.push(progress.asGood ? say`${reached}; by a model of its trials as many random configs would have been expected to reach about as much.` : say`${reached}; by a model of its trials as many random configs would have been expected to reach about ${format(score(progress.random))}.`);
	}
	if (noise !== void 0 && noise >= .3) out.push(say`About ${percent$2(Number(noise.toFixed(1)))} of the differences between trials are chance: small ones mean nothing.`);
	if (level && (importance || ablation || boundaries.length > 0)) out.unshift(say`What is said of parameters here is of ${plural(level.trials, "trial")} after ${plural(level.step, "epoch")}: too few were trained further.`);
	if (out.length > 0 && study.more?.length) out.unshift(say`Importance, gains and scores here are those of ${name(study.metric.name)} alone, the first of the metrics.`);
	return out;
}
function comparedFormat(a, b) {
	const difference = Math.abs(a - b);
	const digits = Math.ceil(Math.log10(Math.max(Math.abs(a), Math.abs(b)) / difference)) + 1;
	return Number.isFinite(digits) && digits <= 12 ? (value) => short(value, Math.max(3, digits)) : numberFormat([a, b]);
}

// src/report/model-words.ts
const mostRows$1 = 20;
const mostWords = 6;
function modelSentence(model, voice) {
	const { say, name, strong } = voice;
	const { ensemble, metric, rows } = model;
	const [only] = ensemble.members;
	const what = ensemble.members.length === 1 && only ? say`The model is that of trial ${name(`#${only.trial}`)} (${name(only.family)})` : say`The model is an ensemble of ${counted(ensemble.members.length)} trials`;
	const { test } = ensemble;
	const format = scores$1(model);
	const measured = baseline(model, voice);
	return test ? say`${what}: ${name(metric)} ${strong(format(test.value))}${measured} on ${plural(rows.test, model.task === "forecasting" ? "value" : "row")} that no trial has seen (95 % interval ${format(test.low)} to ${format(test.high)}), ${format(ensemble.validation)} in validation.` : say`${what}: ${name(metric)} ${format(ensemble.validation)}${measured} in validation; no rows were held back to test it.`;
}
function baseline(model, { say, name }) {
	const of = model.baseline;
	if (!of) return literal``;
	const { value } = (model.ensemble.test ? of.test : void 0) ?? { value: of.validation };
	return say` (${name(of.name)}: ${scores$1(model)(value)})`;
}
function modelTables(model, voice) {
	return [
		comparison(model, voice),
		members(model, voice),
		...model.test ? [
			metrics(model, voice),
			classes(model, voice),
			confusion(model, voice),
			calibration(model, voice),
			residuals(model),
			forecastSteps(model, voice),
			importance(model, voice),
			words$2(model, voice)
		] : []
	].filter((table) => table !== void 0);
}
function scores$1({ single, ensemble, baseline: of }) {
	return numberFormat([
		single,
		ensemble,
		...of ? [of] : []
	].flatMap(({ validation, test }) => [validation, ...test ? [test.value] : []]));
}
function comparison(model, { say, name }) {
	const { single, ensemble, metric, baseline: measured } = model;
	const format = scores$1(model);
	const row = (what, { validation, test }) => [
		what,
		format(validation),
		test ? format(test.value) : literal`–`,
		test ? literal`${format(test.low)} to ${format(test.high)}` : literal`–`
	];
	return {
		title: literal`The ensemble and its best member`,
		header: [
			literal`model`,
			say`${name(metric, 40)} in validation`,
			literal`on the test part`,
			literal`95 % interval`
		],
		rows: [
			row(literal`ensemble of ${counted(ensemble.members.length)}`, ensemble),
			row(say`${name(`#${single.trial}`)} alone`, single),
			...measured ? [row(say`${name(measured.name)}, to be beaten`, measured)] : []
		],
		align: "lrrr"
	};
}
function members({ ensemble }, { name }) {
	if (ensemble.members.length < 2) return void 0;
	return {
		title: literal`Members`,
		header: [
			literal`trial`,
			literal`family`,
			literal`weight`
		],
		rows: ensemble.members.slice(0, mostRows$1).map(({ trial, family, weight }) => [
			name(`#${trial}`),
			name(family),
			percent$1(weight)
		]),
		align: "rlr"
	};
}
function metrics({ test, metric }, { name }) {
	const others = Object.entries(test?.metrics ?? {}).filter(([of]) => of !== metric && !of.startsWith("val_recall/"));
	if (others.length === 0) return void 0;
	return {
		title: literal`Other metrics on the test part`,
		header: [literal`metric`, literal`value`],
		rows: others.slice(0, mostRows$1).map(([of, value]) => [name(of), short(value)]),
		align: "lr"
	};
}
function classes({ test }, { name }) {
	const slices = test?.slices;
	if (!slices || slices.length === 0) return void 0;
	const shown = slices.slice(0, mostRows$1);
	return {
		title: literal`Class by class, on the test part`,
		header: [
			literal`class`,
			literal`rows`,
			literal`recall`,
			literal`precision`
		],
		rows: shown.map(({ name: of, support, recall, precision }) => [
			name(of, 40),
			counted(support),
			share$1(recall),
			share$1(precision)
		]),
		align: "lrrr",
		...shown.length < slices.length ? { note: literal`${plural(slices.length - shown.length, "further class", "further classes")} not shown.` } : {}
	};
}
function confusion({ test, classes: all }, { name, say }) {
	const counts = test?.confusion;
	if (!counts || counts.length > 10) return void 0;
	return {
		title: literal`Confusion matrix, on the test part`,
		header: [literal`is, and was taken for`, ...counts.map((_, k) => name(all[k] ?? "", 24))],
		rows: counts.map((row, k) => [say`${name(all[k] ?? "", 24)}`, ...row.map((count) => count === 0 ? literal`·` : counted(count))]),
		align: `l${"r".repeat(counts.length)}`
	};
}
function calibration({ test }, { say }) {
	const found = test?.calibration;
	if (!found || found.bins.length === 0) return void 0;
	return {
		title: literal`Calibration: is the model right as often as it is sure?`,
		header: [
			literal`it says`,
			literal`it is right`,
			literal`rows`
		],
		rows: found.bins.slice(0, mostRows$1).map(({ confidence, accuracy, rows }) => [
			percent$1(confidence),
			percent$1(accuracy),
			counted(rows)
		]),
		align: "rrr",
		note: say`Expected calibration error: ${percent$1(found.error)}.`
	};
}
function residuals({ test }) {
	const found = test?.residuals;
	if (!found || found.length === 0) return void 0;
	const format = numberFormat(found.map(({ value }) => value));
	return {
		title: literal`Errors (prediction less truth), on the test part`,
		header: [literal`share of rows`, literal`error at most`],
		rows: found.slice(0, mostRows$1).map(({ share: of, value }) => [percent$1(of), withSign(value, format)]),
		align: "rr"
	};
}
function forecastSteps({ test, task }, { say }) {
	const found = test?.forecast;
	if (task !== "forecasting" || !found || found.steps.length === 0) return void 0;
	const { interval, steps } = found;
	const shown = steps.map((of, i) => ({
		...of,
		step: i + 1
	})).filter(({ step }) => isShown(step, steps.length));
	const errors = numberFormat(shown.map(({ mae }) => mae));
	return {
		title: literal`Step by step ahead, on the test part`,
		header: [
			literal`steps ahead`,
			literal`mean absolute scaled error`,
			literal`mean absolute error`,
			literal`within the interval`
		],
		rows: shown.map(({ step, mase, mae, coverage }) => [
			counted(step),
			mase === void 0 ? literal`–` : short(mase),
			errors(mae),
			percent$1(coverage)
		]),
		align: "rrrr",
		note: say`The intervals should hold ${percent$1(interval.level)} of the values; they hold ${percent$1(interval.coverage)} of the test part.`
	};
}
function isShown(step, steps) {
	if (steps <= mostRows$1) return true;
	const each = Math.ceil(steps / 18);
	return step === 1 || step === steps || step % each === 0;
}
function importance({ test, metric, task }, { say, name }) {
	const all = test?.importance ?? [];
	if (all.length === 0) return void 0;
	const shown = all.slice(0, mostRows$1);
	const format = numberFormat(shown.map(({ mean }) => mean));
	const forecast = task === "forecasting";
	return {
		title: forecast ? literal`Importance: by how much the score gets worse when an input is taken from elsewhere in the data` : literal`Importance: by how much the score gets worse when a column is shuffled`,
		header: [
			forecast ? literal`input` : literal`column`,
			say`${name(metric, 40)} worse by`,
			literal`standard deviation`
		],
		rows: shown.map(({ column, mean, deviation }) => [
			name(column, 40),
			format(mean),
			short(deviation, 2)
		]),
		align: "lrr",
		...shown.length < all.length ? { note: literal`${plural(all.length - shown.length, forecast ? "further input" : "further column")} not shown.` } : {}
	};
}
function words$2({ test, task, target }, { say, name }) {
	const all = test?.words ?? [];
	if (all.length === 0) return void 0;
	const shown = all.slice(0, mostRows$1);
	const numbers = numberFormat(all.flatMap((of) => of.words.map(({ effect }) => effect)));
	const list = (found) => {
		let line;
		for (const { word, effect } of found.slice(0, mostWords)) {
			const own = say`${name(word, 24)} ${withSign(effect, numbers)}`;
			line = line === void 0 ? own : say`${line}, ${own}`;
		}
		return line ?? say`–`;
	};
	const classes = task === "classification";
	return {
		title: classes ? literal`The most telling words: what each adds to the probability of the class, in the texts that have it` : literal`The most telling words: what each adds to the prediction, in the texts that have it`,
		header: [classes ? literal`class` : say`${name(target, 40)}`, literal`words`],
		rows: shown.map((of) => [name(of.name, 40), list(of.words)]),
		align: "ll",
		note: literal`Measured by taking the word out, in texts of the test part.`
	};
}
function percent$1(value) {
	return literal`${short(100 * value, 3)} %`;
}
function share$1(value) {
	return value === void 0 ? literal`–` : percent$1(value);
}

// src/report/other-metrics.ts
const mostRows = 10;
const none$1 = literal`–`;
const otherTitles = [
	literal`base`,
	literal`head`,
	literal`difference`,
	literal`limit`,
	literal`seeds`,
	literal`verdict`
];
function otherMetrics({ others = [] }, most = mostRows) {
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
			difference === void 0 ? none$1 : interval && interval[0] !== interval[1] ? literal`${withSign(difference, change)} (${withSign(interval[0], change)} to ${withSign(interval[1], change)})` : withSign(difference, change),
			short(maxDrop, 6),
			counted(pairs.length),
			literal`${conclusionMark[conclusion]} ${words$1[conclusion]}${gates ? literal`` : literal`, for information`}`
		]
	};
}
const words$1 = {
	improved: literal`improved`,
	unchanged: literal`unchanged`,
	regressed: literal`regressed`,
	inconclusive: literal`unclear`,
	"no-baseline": literal`not at the base`,
	error: literal`not reported`
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
function predictCommand({ task }) {
	return `tunegate predict --model model --data ${task === "forecasting" ? "history.csv" : "new.csv"}`;
}

// src/report/budget-words.ts
function plannedWords(planned) {
	const { timeMs, trials, epochs, totalEpochs, cost, price, noImprovement } = planned;
	const each = epochs === void 0 ? literal`` : literal` of at most ${plural(epochs, "epoch")}`;
	const parts = [
		...timeMs === void 0 ? [] : [duration$1(timeMs)],
		...trials === void 0 ? [] : [literal`${plural(trials, "trial")}${each}`],
		...totalEpochs === void 0 ? [] : [literal`${plural(totalEpochs, "epoch")} in all`],
		...cost === void 0 || price === void 0 ? [] : [literal`a cost of ${money(cost)} at ${money(price)} an hour`],
		...noImprovement === void 0 ? [] : [literal`an end after ${plural(noImprovement, "trial")} without improvement`]
	];
	return parts.length === 0 ? void 0 : parts.join(", ");
}
function costWords({ planned, spent }) {
	if (spent.cost === void 0 || planned.price === void 0) return void 0;
	const of = planned.cost === void 0 ? literal`` : literal` of ${money(planned.cost)}`;
	return literal`${money(spent.cost)}${of}, at ${money(planned.price)} an hour`;
}
function money(value) {
	return value !== 0 && Math.abs(value) < .1 ? short(value, 2) : value.toFixed(2);
}

// src/report/run-facts.ts
function runFacts(results, voice) {
	const { study, budget, backend, hardware, version, specPath, gateOnly } = results;
	const { planned, spent } = budget;
	const trials = planned.trials === void 0 ? literal`` : literal` of ${counted(planned.trials)}`;
	const time = planned.timeMs === void 0 ? literal`` : literal` of ${duration$1(planned.timeMs)}`;
	const gate = spent.gateMs > 0 ? literal`, ${duration$1(spent.gateMs)} of it for the regression check` : literal``;
	const each = planned.epochs === void 0 ? literal`` : literal`, at most ${counted(planned.epochs)} a trial`;
	const ofSearch = planned.totalEpochs === void 0 || spent.searchEpochs === void 0 ? literal`` : literal`; ${counted(spent.searchEpochs)} of ${counted(planned.totalEpochs)} for the search`;
	const cost = costWords(budget);
	return [
		{
			label: literal`Time`,
			text: voice.say`${duration$1(spent.timeMs)}${time}${gate}`
		},
		...gateOnly ? [] : [{
			label: literal`Trials`,
			text: voice.say`${counted(spent.trials)}${trials} (${states(results)})${confirming(results)}`
		}],
		{
			label: literal`Epochs`,
			text: voice.say`${counted(spent.epochs)} in all${each}${ofSearch}`
		},
		...cost === void 0 ? [] : [{
			label: literal`Cost`,
			text: voice.say`${cost}`
		}],
		...planned.noImprovement === void 0 ? [] : [{
			label: literal`Ends early`,
			text: voice.say`after ${plural(planned.noImprovement, "trial")} without improvement`
		}],
		{
			label: literal`Workers`,
			text: counted(planned.workers)
		},
		...gateOnly ? [] : [{
			label: literal`Search`,
			text: voice.say`${voice.name(study.strategy)}, seed ${voice.name(String(study.seed))}`
		}],
		{
			label: literal`Backend`,
			text: voice.name(backend)
		},
		{
			label: literal`Hardware`,
			text: voice.sentence(hardware, 200)
		},
		{
			label: literal`Spec`,
			text: voice.name(specPath, 200)
		},
		{
			label: literal`Tunegate`,
			text: voice.name(version)
		}
	];
}
function confirming({ study }) {
	const count = study.trials.filter(({ role }) => role === "confirm").length;
	return count === 0 ? literal`` : literal`, and ${plural(count, "training")} on fresh seeds`;
}
function states({ study }) {
	const search = study.trials.filter(({ role }) => role === "search");
	const words = [
		["completed", literal`completed`],
		["pruned", literal`stopped early`],
		["failed", literal`failed`],
		["interrupted", literal`interrupted`],
		["running", literal`running`]
	].flatMap(([state, label]) => {
		const count = search.filter((trial) => trial.state === state).length;
		return count === 0 ? [] : [`${counted(count)} ${label}`];
	});
	return words.length === 0 ? "none" : words.join(", ");
}

// src/study/study.ts
const firstNumbers = {
	search: 0,
	confirm: 1e6,
	head: 2e6,
	base: 3e6
};
function numberOf(role, trial) {
	return firstNumbers[role] + trial;
}
function endedTrials(trials) {
	return trials.filter(({ role, state }) => role === "search" && state !== "running" && state !== "interrupted");
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
	if (study.stop?.reason === "cancelled") return literal`the search was cancelled`;
	if (!study.stop) return literal`the search has not ended`;
	return board.best ? literal`the search is done` : literal`the search has no result`;
}
function verdictSentence(results, verdict, voice) {
	const { others = [], decidedBy } = verdict;
	const main = results.study.metric.name;
	const regressed = others.filter((other) => other.gates && other.verdict.conclusion === "regressed");
	const decider = regressed.find(({ name }) => name === decidedBy);
	if (decider) {
		const more = regressed.length - 1;
		const rest = more > 0 ? voice.say` ${counted(more)} more ${more === 1 ? literal`metric` : literal`metrics`} regressed.` : literal``;
		const { difference } = verdict;
		const itself = difference === void 0 ? literal`` : voice.say` ${voice.name(main)} itself ${movement(verdict)} (${evidence(verdict)}).`;
		return voice.say`${metricSentence(decider.name, decider.verdict, voice)}${itself}${rest}`;
	}
	const sentence = metricSentence(main, verdict, voice);
	return regressed.length === 0 ? sentence : voice.say`${sentence} So did ${voice.join(regressed.slice(0, 5).map(({ name }) => voice.name(name)), ", ")}${regressed.length > 5 ? literal` and others` : literal``}.`;
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
	if (difference === 0) return literal`did not change`;
	if (straddles(interval)) return literal`changed by ${withSign(difference, format)}`;
	return difference < 0 ? literal`fell by ${format(-difference)}` : literal`rose by ${format(difference)}`;
}
function straddles(interval) {
	return interval !== void 0 && interval[0] <= 0 && interval[1] >= 0;
}
function evidence(verdict) {
	const { interval, pairs, difference = 0, maxDrop } = verdict;
	const seeds = literal`${plural(completePairs(pairs), "seed")} a side`;
	if (!interval || interval[0] === interval[1]) return seeds;
	const format = differenceFormat(difference, interval, maxDrop);
	const level = intervalLevel(verdict);
	const [low, high] = interval;
	if (straddles(interval)) return literal`${level} interval ${withSign(low, format)} to ${withSign(high, format)}, ${seeds}`;
	const [from, to] = difference < 0 ? [-high, -low] : [low, high];
	return literal`${level} interval ${format(from)} to ${format(to)}, ${seeds}`;
}
function more({ detectable, pairs, maxDrop, seedsNeeded }) {
	if (detectable === void 0 || !(detectable > maxDrop)) return literal``;
	const needed = seedsNeeded === void 0 ? literal`more seeds see smaller ones` : literal`about ${plural(seedsNeeded, "seed")} a side would tell one like this`;
	return literal` With ${plural(completePairs(pairs), "seed")} a side, a change to the worse is found four times in five only from ${short(detectable, 2)} on: ${needed}.`;
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
		if (completed > 0 && study.constraints?.length) return completed === 1 ? voice.say`The one completed trial cannot win.` : voice.say`None of ${plural(completed, "trial")} can win.`;
		if (failed === rows.length) return failed === 1 ? voice.say`The one trial of the search failed.` : voice.say`All ${plural(failed, "trial")} of the search failed.`;
		const why = whyNot(results);
		return rows.length === 1 ? voice.say`The one trial of the search was not completed${why}.` : voice.say`None of the ${plural(rows.length, "trial")} of the search was completed${why}.`;
	}
	const metric = voice.name(study.metric.name);
	const tried = endedTrials(rows.map(({ trial }) => trial)).length;
	if (results.confirmation) return voice.say`${confirmationWords(results, results.confirmation, voice)} The search tried ${plural(tried, "config")}${best === incumbent ? literal`, and what ships today scored best in it` : literal``}.`;
	const front = frontWords(results, voice);
	if (front) return completed > 1 ? voice.say`${front} Each trial was trained once: the numbers of the best are optimistic.` : front;
	if (best === incumbent) return voice.say`Nothing better than what ships today was found: its ${metric} of ${score(best.score)} is the best of ${plural(completed, "trial")}.`;
	const chosen = completed > 1 ? literal` Chosen as the best of ${plural(completed, "trial")}, each trained once, the number is optimistic.` : literal``;
	return voice.say`Best trial: ${voice.name(`#${best.trial}`)} with ${metric} ${score(best.score)}${againstShipped(results, board, voice)}.${chosen}`;
}
function againstShipped({ study }, { best, incumbent, score }, voice) {
	if (!best || incumbent?.score === void 0) return literal``;
	const shipped = voice.say`what ships today (${score(incumbent.score)} in ${voice.name(`#${incumbent.trial}`)})`;
	const missed = misses(study, incumbent);
	if (missed.length > 0) return voice.say`; ${shipped} misses a constraint: ${missedBounds(missed, voice)}`;
	const less = trainedLess(best, incumbent, study);
	if (less) return voice.say`; ${shipped} was trained for ${less} only, so the two do not compare`;
	const better = gain({
		best,
		incumbent
	}, study.metric.goal);
	if (better === 0) return literal`, as good as what ships today`;
	return better !== void 0 && better > 0 ? voice.say`: ${score(better)} better than ${shipped}` : literal``;
}
function trainedLess(best, trial, { trials }) {
	const reached = trial.state === "pruned" ? reachedStep(trial.reports) : trial.resource;
	if (!(trial.state === "pruned" || pausedTrials(trials).has(trial)) || reached === void 0 || best.resource === void 0) return void 0;
	return literal`${short(reached, 6)} of ${short(best.resource, 6)} epochs`;
}
function whyNot({ study }) {
	return study.stop ? literal`: ${stopWords[study.stop.reason]}` : literal``;
}
function stopSentence({ study, gateOnly, driven }, voice) {
	if (gateOnly) return voice.say`Nothing was searched: this run compares only.`;
	if (!study.stop && driven) return voice.say`The search has no end on record: it goes on with the next ${voice.name("ask")}.`;
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
		const limit = verdict.conclusion === "improved" ? literal`` : literal` (limit ${short(verdict.maxDrop, 6)})`;
		return voice.say`${title}: ${metric} ${movement(verdict)}${limit}`;
	}
	const search = study.trials.filter(({ role }) => role === "search");
	const completed = search.filter(({ state }) => state === "completed").length;
	const best = bestTrial(study);
	const { confirmation } = results;
	const ended = study.stop?.reason === "cancelled" ? literal`Cancelled: ` : study.stop ? literal`Done: ` : literal`Not ended: `;
	if (search.length === 0) return voice.say`${ended}no trial was run`;
	if (confirmation?.mean !== void 0) return voice.say`${ended}${metric} ${short(confirmation.mean, 4)} on fresh seeds${confirmation.improved ? literal`, better than what ships today` : literal``}`;
	if (best?.score === void 0) return completed > 0 && study.constraints?.length ? voice.say`${ended}${plural(search.length, "trial")}, none keeps the constraints` : voice.say`${ended}${plural(search.length, "trial")}, none with a result`;
	if (study.more?.length) return voice.say`${ended}${plural(paretoFront(study).length, "config")} on the front of ${plural(completed, "trial")}`;
	return voice.say`${ended}best ${metric} ${short(best.score, 4)} of ${plural(completed, "trial")}`;
}

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

// src/automl/text/tokens.ts
const spaceless = "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\p{sc=Tibetan}";
const words = new RegExp(`[${spaceless}]|(?:(?![${spaceless}])[\\p{L}\\p{M}\\p{N}_])+`, "gu");
const spacelessWord = new RegExp(`^[${spaceless}]$`, "u");
const mostCharacters$1 = 2e4;
function wordsOf(text) {
	return text.match(words) ?? [];
}
function wordGrams(text, most) {
	const all = wordsOf(text);
	const grams = [];
	for (let i = 0; i < all.length; i++) {
		let gram = "";
		for (let n = 0; n < most && i + n < all.length; n++) {
			gram = n === 0 ? all[i] : `${gram} ${all[i + n]}`;
			grams.push(gram);
		}
	}
	return grams;
}
function characterGrams(text, least, most) {
	const grams = [];
	for (const word of joined(wordsOf(text))) {
		const padded = ` ${word} `;
		for (let n = least; n <= most && (n <= padded.length || n === least); n++) if (n >= padded.length) grams.push(padded);
		else for (let i = 0; i + n <= padded.length; i++) grams.push(padded.slice(i, i + n));
	}
	return grams;
}
function joined(all) {
	const runs = [];
	let open = false;
	for (const word of all) {
		const single = spacelessWord.test(word);
		if (single && open) runs[runs.length - 1] += word;
		else runs.push(word);
		open = single;
	}
	return runs;
}

// src/automl/text/documents.ts
const textEnding = ".txt";
const charactersAtOnce = 2 ** 22;
function isTextTask({ type }) {
	return type.startsWith("text-");
}
function isFolder(file) {
	return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
function foldersIn(folder) {
	return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name).sort();
}
function checkTextFolder(folder, shownAs, { type }) {
	if (type !== "text-classification") throw new DataError(`${shownAs} is a folder: a task of type ${type} takes a table, with a column of texts and a column of numbers`);
	const classes = foldersIn(folder);
	if (classes.length === 0) throw new DataError(`${shownAs} has no folders: a folder of texts has one folder a class, such as ${shownAs}/positive/1.txt`);
	if (!classes.some((name) => textFiles(path.join(folder, name)).length > 0)) throw new DataError(`${shownAs}: there is no .txt file in ${classes.join(", ")}`);
}
function textFiles(folder) {
	return readdirSync(folder, {
		recursive: true,
		encoding: "utf8"
	}).filter((name) => name.toLowerCase().endsWith(textEnding)).sort();
}
function* readTextFiles(file, shownAs, { text, target, classes, rows }) {
	const [folder, names] = isFolder(file) ? [file, textFiles(file).filter((name) => !/(?:^|[\\/])\./.test(name))] : [path.dirname(file), [path.basename(file)]];
	if (names.length === 0) throw new DataError(`${shownAs}: there is no ${textEnding} file in this folder`);
	const labelOf = (name) => name.includes(path.sep) ? name.split(path.sep, 1)[0] : "";
	const labelled = names.some((name) => classes.includes(labelOf(name)));
	const files = [
		"file",
		"path",
		"name"
	].find((name) => name !== text && name !== target);
	let texts = [];
	let characters = 0;
	for (const [i, name] of names.entries()) {
		const next = readText(path.join(folder, name), folder === file ? path.join(shownAs, name) : shownAs);
		texts.push(next);
		characters += next.length;
		if (texts.length < rows && characters < charactersAtOnce && i < names.length - 1) continue;
		const from = i + 1 - texts.length;
		const own = names.slice(from, i + 1);
		const shown = own.map((of) => of.split(path.sep).join("/"));
		yield {
			file: shownAs,
			names: [
				files,
				text,
				...labelled ? [target] : []
			],
			columns: [
				shown,
				texts,
				...labelled ? [own.map(labelOf)] : []
			],
			lines: Int32Array.from(own, (_, row) => from + row + 1),
			files
		};
		texts = [];
		characters = 0;
	}
}
function readText(file, shownAs) {
	return decodeUtf8(readBytes(file, shownAs), shownAs).trim();
}
function readBytes(file, shownAs) {
	try {
		return readFileSync(file);
	} catch (error) {
		throw unreadable$1(error, shownAs);
	}
}

// src/automl/check.ts
const headBytes = 2 ** 16;
var TaskDataError = class extends DataError {
	path;
	suggestion;
	constructor(path, message, options = {}) {
		super(message, options);
		this.path = path;
		this.suggestion = options.suggestion;
	}
};
function checkTaskData(task, folder) {
	look$1("data", task.data, task, folder);
	if (typeof task.test === "string") look$1("test", task.test, isOfPictures(task) ? task : {
		...task,
		ignore: []
	}, folder);
}
function isOfPictures({ type }) {
	return type.startsWith("image-");
}
function look$1(key, data, task, folder) {
	try {
		if (isOfPictures(task)) checkPictures(data, `task.${key}`, task, folder);
		else checkFile(data, `task.${key}`, task, folder);
	} catch (error) {
		if (error instanceof TaskDataError) throw error;
		const { message, code } = error;
		if (!(error instanceof DataError) && code === void 0) throw error;
		const words = error instanceof DataError ? message : `task.${key}: ${data} cannot be read: ${message}`;
		throw new TaskDataError(["task", key], words, {
			cause: error,
			...existsSync(path.resolve(folder, data)) ? {} : { suggestion: "a path is relative to the spec: correct it, or bring the data there first" }
		});
	}
}
function checkPictures(data, key, task, folder) {
	const file = path.resolve(folder, data);
	const stat = statSync(file, { throwIfNoEntry: false });
	if (!stat) throw new DataError(`${key}: there is no file or folder ${data}`);
	if (stat.isDirectory()) {
		if (task.type === "image-regression") throw new DataError(`${key}: ${data} is a folder, whose folders are classes: for numbers give a table with a column of paths (.csv, .tsv, .jsonl, .parquet), or .npz`);
		if (!readdirSync(file, { withFileTypes: true }).filter((entry) => !entry.name.startsWith(".")).some((entry) => entry.isDirectory() || entry.isSymbolicLink())) throw new DataError(`${key}: ${data} has no folders: one folder for each class is expected, with the images of the class in it`);
		return;
	}
	const ending = path.extname(data).toLowerCase();
	if (ending === ".npz") return;
	if (!endings.includes(ending)) throw new DataError(`${key}: ${data} ends in ${ending || "nothing"}: images come as a folder with one folder for each class, as .npz, or as a table (${endings.join(", ")})`);
	checkFile(data, key, task, folder);
}
function checkFile(data, key, task, folder) {
	const { target, ignore, group, time, text, series, known } = task;
	const file = path.resolve(folder, data);
	if (isTextTask(task) && isFolder(file)) {
		checkTextFolder(file, data, task);
		return;
	}
	if (isTextTask(task) && path.extname(data) === "" && !existsSync(file)) throw new DataError(`${key}: there is no folder ${data}`);
	let head;
	try {
		head = headOf(file, data);
	} catch (error) {
		throw new DataError(`${key}: ${error.message}`, { cause: error });
	}
	const { names, whole } = head;
	if (!whole) return;
	const wanted = {
		target: [target],
		text: [text ?? []].flat(),
		ignore,
		group: [group ?? []].flat(),
		time: [time ?? []].flat(),
		series: [series ?? []].flat(),
		known: known ?? []
	};
	for (const [what, columns] of Object.entries(wanted)) for (const [i, column] of columns.entries()) if (!names.includes(column)) {
		const near = closestWord(column, names);
		throw new TaskDataError([
			"task",
			what,
			i
		], `${data}:1: there is no column ${JSON.stringify(column)}, which task.${what} names; the columns are ${listed(names)}${near === void 0 ? "" : `: did you mean ${JSON.stringify(near)}?`}`);
	}
}
function headOf(file, shownAs) {
	const ending = checkEnding(file, shownAs);
	if (ending === ".parquet") {
		const { columns, rows } = readFooter(file, shownAs);
		if (rows === 0) throw new DataError(`${shownAs} has columns and no rows`);
		return {
			names: columns.map(({ name }) => name),
			whole: true
		};
	}
	const reader = textReader(ending, shownAs);
	const hasHeader = ending === ".csv" || ending === ".tsv";
	let ended = false;
	for (const { chunk, last } of chunksOf(file, shownAs, headBytes)) {
		reader.push(chunk, last);
		ended = last;
		if (reader.rows > 0) break;
	}
	const { names } = reader.table();
	if (reader.rows === 0) throw new DataError(`${shownAs} has a header and no rows`);
	return {
		names,
		whole: hasHeader || ended
	};
}

// src/space/flatten.ts
function flattenDefinitions(definitions) {
	return parentsFirst(flatten(definitions, {
		prefix: "",
		location: [],
		conditions: [],
		shipped: {}
	}));
}
function flatten(definitions, place) {
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
		return [parameter(path, location, domainOf$1(definition), conditions, shipped ?? defaultOf(definition))];
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
		return flatten(of, {
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
	}, ...Object.entries(options).map(([option, definitions]) => flatten(definitions, {
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
function domainOf$1(definition) {
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
	return spaceOf$1(parameters);
}
function spaceOf$1(parameters) {
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
		kind: kindOf$1(parameter),
		values: valueCount(parameter.domain)
	}));
}
function kindOf$1({ domain }) {
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

// src/spec/finding.ts
function show(value) {
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
function at(document, path) {
	return path.reduce((value, key) => value !== null && typeof value === "object" && Object.hasOwn(value, key) ? value[key] : void 0, document);
}
function withValue(document, [key, ...rest], value) {
	if (key === void 0) return value;
	return {
		...typeof document === "object" && document !== null ? document : {},
		[key]: withValue(at(document, [key]), rest, value)
	};
}
function isMapping(value) {
	return value !== null && typeof value === "object" && !Array.isArray(value);
}
function name$2(path) {
	return path.length === 0 ? "the spec" : path.reduce((text, key) => typeof key === "number" ? `${text}[${key}]` : text ? `${text}.${key}` : key, "");
}

// src/spec/schema/search.ts
const proxyNames = [
	"synflow",
	"jacob_cov",
	"parameters",
	"flops"
];
const strategyNames = [
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
];
const searchSchema = strictObject({
	strategy: _enum(strategyNames).default("auto").describe("How configs are chosen. `auto` covers a small finite space completely (grid), spreads trials evenly that all run at once (sobol), gives up hopeless trials early where `time` or `total-epochs` is the limit and trials have 9 `epochs` or more (asha), and models a large space else (bayesian)."),
	seed: int().default(0).describe("Everything random follows from it."),
	repeats: boolean().default(false).describe("Allow a config to be tried again."),
	confirm: union([boolean(), int().min(1).max(100)]).default(true).describe("Train the best configs again on fresh seeds when the search is over: the score of the winner, and whether it beats what ships today, come from there. For every 20 trials of the search about 3 more trainings (at least 3), within 13 % of `time`, or up to 30 % where that is too little for two seeds. A number: with so many fresh seeds. Default true; false in a search that another program drives."),
	"try-first": array(record(string(), unknown$1())).min(1).exactOptional().describe("Configs to try before anything else but what ships today, in this order: each a mapping like a config, missing parameters at their default."),
	"warm-start": union([string().min(1), array(string().min(1)).min(1)]).exactOptional().describe("Earlier studies to learn from: journals and CSV files, relative to the spec; `*`, `?` and `**` stand for any name, character and folders. They are trusted only as far as the first trials bear them out."),
	inherit: boolean().exactOptional().meta({ default: false }).describe("With `evolution` or `local` and a `module` that exports `build`: a trial begins with the weights of the one that it is a change of, as far as they fit. Default false."),
	proxies: array(_enum(proxyNames)).min(1).exactOptional().describe("With a `module` that exports `build`: scores that need no training. Random configs are ranked by them before the search and the best tried first; the report says how far they could be trusted."),
	candidates: int().min(2).max(5e3).exactOptional().meta({ default: 60 }).describe("With `proxies`: how many random configs are ranked, at most for a minute. Default 60."),
	eta: number$2().min(2).max(100).exactOptional().meta({ default: 4 }).describe("With `asha` and `hyperband`: each rung has so many times the epochs of the one below, and so many times fewer trials. Default 4."),
	"min-epochs": int().min(1).exactOptional().describe("Epochs that every trial gets: the lowest rung of `asha` and `hyperband`, the warm-up of median stopping. Default `epochs` / eta³, rounded; where that is 0, / eta², or / eta, and 1 at least."),
	"early-stopping": _enum([
		"none",
		"median",
		"wilcoxon"
	]).exactOptional().meta({ default: "none" }).describe("Stops trials of any strategy before their end. `median`: whose best is worse than the median of the others up to then. `wilcoxon`: for trials whose steps are folds or seeds, when they are worse than the best one on the same steps (p < 0.1). Default none."),
	points: int().min(2).max(1e3).exactOptional().meta({ default: 5 }).describe("Values per continuous parameter in a grid. Default 5."),
	population: int().min(2).max(1e4).exactOptional().describe("With `evolution`: how many of the newest trials are alive. Default 20, a fifth of a smaller budget of trials."),
	tournament: int().min(1).max(1e4).exactOptional().describe("With `evolution`: how many of them meet to choose a parent. Default a quarter.")
}).describe("How to search.");

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

// src/spec/schema/quantities.ts
const duration = union([string().meta({
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
const size = union([string().meta({
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

// src/spec/schema/budget.ts
const budgetSchema = strictObject({
	time: duration.exactOptional().describe("Time for everything the step does, the gate and posting included."),
	trials: int().min(1).exactOptional().describe("Most trials of the search."),
	epochs: int().min(1).exactOptional().describe("Epochs of one trial (its resource)."),
	"total-epochs": int().min(1).exactOptional().describe("Most epochs of all trials of the search together, whatever each of them got. What goes on from a checkpoint counts from there."),
	cost: number$2().positive().exactOptional().describe("What the run may cost, in the currency of `price`: it ends as with a `time` that costs so much. Where both are given the shorter time holds."),
	price: number$2().positive().exactOptional().describe("What an hour of the runner costs, in any currency. The report then says what the run has cost."),
	disk: size.exactOptional().describe("Most space of the checkpoints that paused trials leave to go on from. Beyond it those of the worst are deleted first: such a trial trains from scratch if it goes on."),
	workers: union([literal$1("auto"), int().min(1).max(256)]).default("auto").describe("Trials that run at once. `auto`: by the GPUs of the machine, else by its cores and memory."),
	"no-improvement": int().min(1).exactOptional().describe("End the search early after so many trials in a row that were no improvement."),
	"early-end": boolean().exactOptional().meta({ default: false }).describe("End the search early when its model expects next to nothing from further trials: less than 0.1 % of the standard deviation of the results as it sees them (such as by their logarithm, where they span orders of magnitude), five suggestions in a row. For strategies with a model (`bayesian`). Default false."),
	"trials-per-gpu": int().min(0).max(64).exactOptional().meta({ default: 1 }).describe("Trials that share a GPU, where there are any (nvidia-smi, or CUDA_VISIBLE_DEVICES where it is set): each gets one by CUDA_VISIBLE_DEVICES. 0: trials do not use them. Default 1.")
}).describe("When to stop. A large or continuous space needs a limit: `time`, `trials`, `cost`, `total-epochs` or `no-improvement`.");

// src/spec/schema/constraints.ts
const constraintFile = strictObject({
	min: number$2().exactOptional().describe("Smallest value that is good enough."),
	max: number$2().exactOptional().describe("Largest value that is good enough.")
}).describe("Between which values a metric must stay, inclusive.");
const constraintsFile = record(string().min(1).max(200), constraintFile).describe("What a config must keep to win, whatever its score: metric name to `{ max: 20 }`, `{ min: 0.9 }` or both. Any metric that trials report; its last value counts.");
const constraintsSchema = constraintsFile.transform((given) => Object.entries(given).map(([name, bounds]) => ({
	name,
	...bounds
})));

// src/spec/schema/gate.ts
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
	metrics: record(string().min(1).max(200), gateMetricFile).default({}).describe("Further metrics that must not get worse, by the name that trials report; `*` stands for any characters, for slices such as `accuracy/*`. The chance of a false alarm over all that gate stays 1 − confidence (Holm)."),
	baseline: _enum([
		"auto",
		"rerun",
		"stored",
		"file"
	]).default("auto").describe("Where the baseline comes from. `rerun`: the base commit is trained again in this run. `stored`: results that a run on the default branch left on the branch `tunegate-data`, trained again where none can be compared with. `file`: results in a committed file. `auto`: rerun, or where there is no base commit to train what is stored or in the file."),
	file: string().min(1).default("tunegate-baseline.json").describe("The file of a committed baseline, relative to the spec. `tunegate baseline` writes it."),
	data: array(string().min(1)).default([]).describe("Files outside of git that trials read, such as `data/**`, relative to the spec. Stored results are used only while their content is the same."),
	paths: array(string().min(1)).min(1).exactOptional().describe("What trainings read, relative to the spec, such as `src/**` and `!**/*.md`: where none of it has changed since the base, nothing is trained and the verdict is `unchanged`. The spec itself is always among it. Absent: everything in the repository."),
	setup: union([array(string()).min(1), string().min(1)]).exactOptional().describe("Installs the dependencies of the base in its own checkout, where they are not those of the head: a list of program and arguments, or one line for the shell. Without it the base is trained with what is installed for the head."),
	base: string().min(1).exactOptional().describe("Branch, tag or commit to compare with where the event names none.")
});
const gateSchema = gateFile.transform(({ "max-drop": maxDrop, ...rest }) => ({
	maxDrop,
	...rest
}));

// src/spec/schema/metric.ts
const metricSchema = strictObject({
	name: string().min(1).describe("Name of the metric, as the trial reports it."),
	goal: _enum(["minimize", "maximize"]).describe("Which way is better. Never guessed from the name."),
	use: _enum(["last", "best"]).default("last").describe("Which report is the score of a trial: the last one, or the best one (optimistic on noisy curves).")
}).describe("What is measured.");
const metricsFile = union([metricSchema, array(metricSchema).min(1).max(8)]).describe("What is measured. A list where several metrics matter: the search looks for the best trade-offs between them, and the gate compares the first.");
const metricsSchema = metricsFile.transform((given) => {
	const [main, ...more] = [given].flat();
	return {
		...main,
		more
	};
});

// src/spec/schema/metric-files.ts
const metricFile = strictObject({
	file: string().min(1).describe("The file, or a folder of TensorBoard, relative to the spec. `{trial}`, `{checkpoints}` and parameters as in `run`."),
	format: _enum([
		"json",
		"jsonl",
		"csv",
		"tsv",
		"yaml",
		"toml",
		"tensorboard"
	]).exactOptional().describe("What is in it. Default by its ending; without one of these it is of TensorBoard."),
	step: string().min(1).exactOptional().meta({ default: "step" }).describe("Dotted key or column of the step, such as `epoch`. Default `step`; rows without it are counted."),
	"first-step": int().min(0).max(1).exactOptional().describe("What the program calls its first step. Default: 0 where the first row of a training says so, else 1. Programs that continue from checkpoints and count from 0 need it."),
	values: record(string().min(1), string().min(1)).exactOptional().describe("Metric name to dotted key, column or tag: `{ val_accuracy: eval.accuracy }`. Without it every number is a metric under its own name.")
});
const metricFiles = union([
	string().min(1),
	metricFile,
	array(union([string().min(1), metricFile])).min(1).max(8)
]).transform((given) => [given].flat().map((item) => {
	if (typeof item === "string") return { file: item };
	const { "first-step": firstStep, ...rest } = item;
	return firstStep === void 0 ? rest : {
		...rest,
		firstStep
	};
}));

// src/spec/schema/params.ts
const namePattern = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const nameWords = "letters from a to z or A to Z, digits, _ and -, not beginning with a digit or -";
const value = union([
	string(),
	number$2(),
	boolean()
]);
const names$1 = string().meta({ pattern: namePattern.source });
const whenTest = union([
	value,
	array(value).min(1),
	strictObject({
		min: number$2().exactOptional(),
		max: number$2().exactOptional()
	})
]);
const conditional = { when: record(string(), whenTest).exactOptional().describe("The parameter exists only when every named one passes: a value, a list of values, or a range { min, max }. Names are looked up among the siblings first, then further out.") };
const numeric = { scale: _enum([
	"linear",
	"log",
	"reverse-log"
]).exactOptional().meta({ default: "linear" }).describe("How the range is walked: evenly (linear), evenly in the logarithm (log, for learning rates), or with the most values near `max` (reverse-log: min + max - a value drawn on the log scale). Both logarithms need `min` above 0. Default linear.") };
const floatSchema = strictObject({
	type: literal$1("float").describe("A real number."),
	min: number$2().describe("Smallest value, inclusive."),
	max: number$2().describe("Largest value, inclusive."),
	...numeric,
	step: number$2().positive().exactOptional().describe("Distance of neighbouring values; with a log scale their ratio. `max` must be on the grid."),
	default: number$2().exactOptional().describe("The value shipped today."),
	...conditional
});
const intSchema = strictObject({
	type: literal$1("int").describe("A whole number."),
	min: int().describe("Smallest value, inclusive."),
	max: int().describe("Largest value, inclusive."),
	...numeric,
	step: int().positive().exactOptional().describe("Distance of neighbouring values; with a log scale their ratio. `max` must be on the grid."),
	default: int().exactOptional().describe("The value shipped today."),
	...conditional
});
const choiceSchema = strictObject({
	type: literal$1("choice").describe("One of several values."),
	values: array(value).min(1).exactOptional().describe("The values: strings, numbers or booleans."),
	get options() {
		return record(names$1, union([definitionsSchema, _null().transform(() => ({}))])).exactOptional().describe("Instead of `values`: each option with the parameters that exist only under it.");
	},
	ordered: boolean().exactOptional().meta({ default: false }).describe("The order of `values` means something, as for batch sizes. Default false."),
	default: value.exactOptional().describe("The value shipped today."),
	...conditional
}).meta({ oneOf: [{ required: ["values"] }, { required: ["options"] }] });
const boolSchema = strictObject({
	type: literal$1("bool").describe("true or false."),
	default: boolean().exactOptional().describe("The value shipped today."),
	...conditional
});
const constantSchema = strictObject({
	type: literal$1("constant").describe("A fixed value that trials get like any other."),
	value: value.describe("The value."),
	...conditional
});
const repeatSchema = strictObject({
	type: literal$1("repeat").describe("A number of blocks, each with its own parameters: the layers of a network."),
	min: int().min(0).describe("Fewest blocks."),
	max: int().min(1).max(64).describe("Most blocks, at most 64."),
	get of() {
		return definitionsSchema.describe("The parameters of one block.");
	},
	default: union([int().min(0), array(record(string(), unknown$1()))]).exactOptional().describe("What ships today: how many blocks (with the defaults of `of`), or the blocks themselves as a list."),
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

// src/spec/tasks/forecasting.ts
const [naive, smoothing, linear$2, trees$3, network$2] = [
	"naive",
	"smoothing",
	"linear",
	"trees",
	"network"
].map((family) => ({ when: { family } }));
const regression = { when: { family: [
	"linear",
	"trees",
	"network"
] } };
const scaling$1 = {
	type: "choice",
	values: ["standard", "quantile"],
	default: "standard"
};
const params$2 = {
	family: {
		type: "choice",
		values: [
			"naive",
			"smoothing",
			"linear",
			"trees",
			"network"
		],
		default: "smoothing"
	},
	naive_kind: {
		type: "choice",
		values: [
			"seasonal",
			"last",
			"drift",
			"mean"
		],
		default: "seasonal",
		...naive
	},
	smoothing_trend: {
		type: "choice",
		values: [
			"auto",
			"none",
			"linear",
			"damped"
		],
		default: "auto",
		...smoothing
	},
	smoothing_season: {
		type: "choice",
		values: [
			"auto",
			"none",
			"additive",
			"multiplicative"
		],
		default: "auto",
		...smoothing
	},
	smoothing_log: {
		type: "bool",
		default: false,
		...smoothing
	},
	lags: {
		type: "int",
		min: 1,
		max: 60,
		scale: "log",
		default: 12,
		...regression
	},
	difference: {
		type: "choice",
		values: [
			"none",
			"last",
			"season"
		],
		default: "season",
		...regression
	},
	log: {
		type: "bool",
		default: false,
		...regression
	},
	linear_l2: {
		type: "float",
		min: 1e-5,
		max: 3,
		scale: "log",
		default: .01,
		...linear$2
	},
	linear_scaling: {
		...scaling$1,
		...linear$2
	},
	trees_rounds: {
		type: "int",
		min: 20,
		max: 400,
		scale: "log",
		default: 100,
		...trees$3
	},
	trees_learning_rate: {
		type: "float",
		min: .01,
		max: .5,
		scale: "log",
		default: .06,
		...trees$3
	},
	trees_leaves: {
		type: "int",
		min: 3,
		max: 63,
		scale: "log",
		default: 8,
		...trees$3
	},
	trees_min_rows: {
		type: "int",
		min: 1,
		max: 60,
		scale: "log",
		default: 20,
		...trees$3
	},
	trees_l2: {
		type: "float",
		min: .001,
		max: 30,
		scale: "log",
		default: 1,
		...trees$3
	},
	trees_row_share: {
		type: "float",
		min: .4,
		max: 1,
		default: .7,
		...trees$3
	},
	trees_column_share: {
		type: "float",
		min: .2,
		max: 1,
		default: .5,
		...trees$3
	},
	network_layers: {
		type: "int",
		min: 1,
		max: 3,
		default: 1,
		...network$2
	},
	network_units: {
		type: "int",
		min: 16,
		max: 256,
		scale: "log",
		default: 64,
		...network$2
	},
	network_dropout: {
		type: "float",
		min: 0,
		max: .5,
		default: .1,
		...network$2
	},
	network_learning_rate: {
		type: "float",
		min: 3e-4,
		max: .03,
		scale: "log",
		default: .003,
		...network$2
	},
	network_l2: {
		type: "float",
		min: 1e-6,
		max: .01,
		scale: "log",
		default: 1e-4,
		...network$2
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
		default: 128,
		...network$2
	},
	network_passes: {
		type: "int",
		min: 5,
		max: 60,
		scale: "log",
		default: 15,
		...network$2
	},
	network_scaling: {
		...scaling$1,
		...network$2
	}
};
const starts = [
	{ family: "naive" },
	{ family: "smoothing" },
	{ family: "linear" },
	{
		family: "linear",
		difference: "none"
	},
	{
		family: "linear",
		difference: "last",
		log: true,
		linear_l2: .1
	},
	{
		family: "smoothing",
		smoothing_trend: "damped",
		smoothing_log: true
	},
	{ family: "trees" },
	{ family: "network" },
	{
		family: "naive",
		naive_kind: "drift"
	}
];
const forecasting = {
	params: params$2,
	starts,
	metric: {
		name: "val_mase",
		goal: "minimize"
	},
	keys: [
		"ignore",
		"time",
		"series",
		"season",
		"known",
		"horizon"
	],
	needs: ["time", "horizon"],
	backend: "wasm"
};

// src/spec/tasks/image.ts
const [convnet, network$1, linear$1, trees$2] = [
	"convnet",
	"network",
	"linear",
	"trees"
].map((family) => ({ when: { family } }));
const shift = {
	type: "float",
	min: 0,
	max: .2,
	default: .06,
	...convnet
};
const rotation = {
	type: "float",
	min: 0,
	max: 25,
	default: 5,
	...convnet
};
const zoom = {
	type: "float",
	min: 0,
	max: .25,
	default: .05,
	...convnet
};
const params$1 = {
	family: {
		type: "choice",
		values: [
			"convnet",
			"network",
			"linear",
			"trees"
		],
		default: "convnet"
	},
	convnet_block: {
		type: "choice",
		values: [
			"conv",
			"residual",
			"separable"
		],
		default: "conv",
		...convnet
	},
	convnet_stages: {
		type: "int",
		min: 1,
		max: 4,
		default: 2,
		...convnet
	},
	convnet_depth: {
		type: "int",
		min: 1,
		max: 3,
		default: 1,
		...convnet
	},
	convnet_width: {
		type: "int",
		min: 8,
		max: 64,
		scale: "log",
		default: 16,
		...convnet
	},
	convnet_kernel: {
		type: "choice",
		values: [3, 5],
		ordered: true,
		default: 3,
		...convnet
	},
	convnet_normalization: {
		type: "choice",
		values: ["batch", "none"],
		default: "batch",
		...convnet
	},
	convnet_reduce: {
		type: "choice",
		values: [
			"flatten",
			"average",
			"max"
		],
		default: "flatten",
		...convnet
	},
	convnet_dropout: {
		type: "float",
		min: 0,
		max: .6,
		default: .3,
		...convnet
	},
	convnet_learning_rate: {
		type: "float",
		min: 5e-4,
		max: .02,
		scale: "log",
		default: .004,
		...convnet
	},
	convnet_l2: {
		type: "float",
		min: 1e-7,
		max: .001,
		scale: "log",
		default: 1e-5,
		...convnet
	},
	convnet_batch_size: {
		type: "choice",
		values: [
			16,
			32,
			64,
			128
		],
		ordered: true,
		default: 32,
		...convnet
	},
	convnet_passes: {
		type: "int",
		min: 3,
		max: 60,
		scale: "log",
		default: 10,
		...convnet
	},
	convnet_label_smoothing: {
		type: "float",
		min: 0,
		max: .2,
		default: .05,
		...convnet
	},
	convnet_shift: shift,
	convnet_rotation: rotation,
	convnet_zoom: zoom,
	convnet_cutout: {
		type: "float",
		min: 0,
		max: .5,
		default: 0,
		...convnet
	},
	convnet_flip: {
		type: "bool",
		default: false,
		...convnet
	},
	network_layers: {
		type: "int",
		min: 1,
		max: 3,
		default: 1,
		...network$1
	},
	network_units: {
		type: "int",
		min: 32,
		max: 512,
		scale: "log",
		default: 128,
		...network$1
	},
	network_dropout: {
		type: "float",
		min: 0,
		max: .5,
		default: .2,
		...network$1
	},
	network_learning_rate: {
		type: "float",
		min: 3e-4,
		max: .01,
		scale: "log",
		default: .002,
		...network$1
	},
	network_l2: {
		type: "float",
		min: 1e-6,
		max: .01,
		scale: "log",
		default: 1e-5,
		...network$1
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
		...network$1
	},
	network_passes: {
		type: "int",
		min: 5,
		max: 100,
		scale: "log",
		default: 25,
		...network$1
	},
	linear_l2: {
		type: "float",
		min: 1e-5,
		max: 3,
		scale: "log",
		default: .01,
		...linear$1
	},
	trees_rounds: {
		type: "int",
		min: 20,
		max: 300,
		scale: "log",
		default: 80,
		...trees$2
	},
	trees_learning_rate: {
		type: "float",
		min: .02,
		max: .5,
		scale: "log",
		default: .15,
		...trees$2
	},
	trees_leaves: {
		type: "int",
		min: 4,
		max: 31,
		scale: "log",
		default: 12,
		...trees$2
	},
	trees_min_rows: {
		type: "int",
		min: 1,
		max: 40,
		scale: "log",
		default: 5,
		...trees$2
	},
	trees_l2: {
		type: "float",
		min: .001,
		max: 30,
		scale: "log",
		default: 1,
		...trees$2
	},
	trees_row_share: {
		type: "float",
		min: .4,
		max: 1,
		default: .7,
		...trees$2
	},
	trees_column_share: {
		type: "float",
		min: .1,
		max: 1,
		default: .3,
		...trees$2
	}
};
const image = {
	params: params$1,
	starts: [
		{ family: "linear" },
		{
			family: "convnet",
			convnet_width: 12,
			convnet_passes: 4
		},
		{ family: "trees" },
		{
			family: "convnet",
			convnet_width: 24,
			convnet_passes: 15
		},
		{ family: "network" },
		{
			family: "convnet",
			convnet_block: "residual",
			convnet_stages: 3,
			convnet_reduce: "average",
			convnet_passes: 15
		},
		{
			family: "convnet",
			convnet_depth: 2,
			convnet_width: 24,
			convnet_passes: 20
		},
		{
			family: "convnet",
			convnet_block: "separable",
			convnet_width: 32,
			convnet_passes: 15
		}
	],
	keys: [
		"image",
		"shape",
		"size",
		"ignore",
		"group"
	],
	mayLackTarget: true,
	backend: "auto"
};
const imageClassification = {
	...image,
	metric: {
		name: "val_accuracy",
		goal: "maximize"
	}
};
const { convnet_label_smoothing: _, ...ofNumbers } = params$1;
const still = { default: 0 };
const imageRegression = {
	...image,
	params: {
		...ofNumbers,
		convnet_shift: {
			...shift,
			...still
		},
		convnet_rotation: {
			...rotation,
			...still
		},
		convnet_zoom: {
			...zoom,
			...still
		}
	},
	metric: {
		name: "val_rmse",
		goal: "minimize"
	}
};

// src/spec/tasks/tabular.ts
const scaling = {
	type: "choice",
	values: ["standard", "quantile"],
	default: "standard"
};
const [trees$1, network, linear] = [
	"trees",
	"network",
	"linear"
].map((family) => ({ when: { family } }));
const table$1 = {
	params: {
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
			...trees$1
		},
		trees_learning_rate: {
			type: "float",
			min: .01,
			max: .5,
			scale: "log",
			default: .1,
			...trees$1
		},
		trees_leaves: {
			type: "int",
			min: 3,
			max: 63,
			scale: "log",
			default: 31,
			...trees$1
		},
		trees_min_rows: {
			type: "int",
			min: 1,
			max: 60,
			scale: "log",
			default: 20,
			...trees$1
		},
		trees_l2: {
			type: "float",
			min: .001,
			max: 30,
			scale: "log",
			default: .01,
			...trees$1
		},
		trees_row_share: {
			type: "float",
			min: .4,
			max: 1,
			default: 1,
			...trees$1
		},
		trees_column_share: {
			type: "float",
			min: .2,
			max: 1,
			default: 1,
			...trees$1
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
			...linear
		},
		linear_scaling: {
			...scaling,
			...linear
		}
	},
	starts: [
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
	],
	keys: [
		"ignore",
		"group",
		"time"
	],
	backend: "wasm"
};
const tabularClassification = {
	...table$1,
	metric: {
		name: "val_accuracy",
		goal: "maximize"
	}
};
const tabularRegression = {
	...table$1,
	metric: {
		name: "val_rmse",
		goal: "minimize"
	}
};

// src/spec/tasks/text.ts
const [bag, trees, embedding] = [
	"bag",
	"trees",
	"embedding"
].map((family) => ({ when: { family } }));
const params = {
	family: {
		type: "choice",
		values: [
			"bag",
			"trees",
			"embedding"
		],
		default: "bag"
	},
	bag_words: {
		type: "int",
		min: 0,
		max: 3,
		default: 1,
		...bag
	},
	bag_characters: {
		type: "choice",
		values: [
			"none",
			"2-4",
			"3-5",
			"2-6"
		],
		ordered: true,
		default: "none",
		...bag
	},
	bag_min_documents: {
		type: "int",
		min: 1,
		max: 10,
		scale: "log",
		default: 1,
		...bag
	},
	bag_features: {
		type: "int",
		min: 2e3,
		max: 5e4,
		scale: "log",
		default: 2e4,
		...bag
	},
	bag_sublinear: {
		type: "bool",
		default: false,
		...bag
	},
	bag_lowercase: {
		type: "bool",
		default: true,
		...bag
	},
	bag_l2: {
		type: "float",
		min: .001,
		max: 30,
		scale: "log",
		default: 1,
		...bag
	},
	trees_terms: {
		type: "int",
		min: 50,
		max: 600,
		scale: "log",
		default: 200,
		...trees
	},
	trees_rounds: {
		type: "int",
		min: 20,
		max: 300,
		scale: "log",
		default: 100,
		...trees
	},
	trees_learning_rate: {
		type: "float",
		min: .02,
		max: .5,
		scale: "log",
		default: .1,
		...trees
	},
	trees_leaves: {
		type: "int",
		min: 3,
		max: 31,
		scale: "log",
		default: 15,
		...trees
	},
	trees_min_rows: {
		type: "int",
		min: 1,
		max: 40,
		scale: "log",
		default: 10,
		...trees
	},
	trees_l2: {
		type: "float",
		min: .001,
		max: 30,
		scale: "log",
		default: 1,
		...trees
	},
	trees_row_share: {
		type: "float",
		min: .4,
		max: 1,
		default: .8,
		...trees
	},
	trees_column_share: {
		type: "float",
		min: .1,
		max: 1,
		default: .3,
		...trees
	},
	embedding_reader: {
		type: "choice",
		values: ["mean", "convolution"],
		default: "mean",
		...embedding
	},
	embedding_vocabulary: {
		type: "choice",
		values: ["words", "pieces"],
		default: "words",
		...embedding
	},
	embedding_tokens: {
		type: "int",
		min: 1e3,
		max: 2e4,
		scale: "log",
		default: 5e3,
		...embedding
	},
	embedding_length: {
		type: "choice",
		values: [
			25,
			50,
			100,
			200,
			400
		],
		ordered: true,
		default: 100,
		...embedding
	},
	embedding_units: {
		type: "int",
		min: 16,
		max: 128,
		scale: "log",
		default: 32,
		...embedding
	},
	embedding_dropout: {
		type: "float",
		min: 0,
		max: .6,
		default: .2,
		...embedding
	},
	embedding_learning_rate: {
		type: "float",
		min: .001,
		max: .05,
		scale: "log",
		default: .01,
		...embedding
	},
	embedding_batch_size: {
		type: "choice",
		values: [
			16,
			32,
			64,
			128
		],
		ordered: true,
		default: 32,
		...embedding
	},
	embedding_passes: {
		type: "int",
		min: 3,
		max: 40,
		scale: "log",
		default: 10,
		...embedding
	}
};
const both = {
	family: "bag",
	bag_characters: "3-5",
	bag_min_documents: 2,
	bag_sublinear: true
};
const wide$1 = {
	family: "embedding",
	embedding_units: 64,
	embedding_dropout: .4,
	embedding_passes: 15
};
const text = {
	params,
	keys: [
		"text",
		"ignore",
		"group",
		"time"
	],
	backend: "wasm"
};
const textClassification = {
	...text,
	folders: true,
	params: {
		...params,
		bag_ratio: {
			type: "bool",
			default: false,
			...bag
		}
	},
	starts: [
		{
			...both,
			bag_l2: .1
		},
		{
			family: "bag",
			bag_words: 2,
			bag_sublinear: true,
			bag_l2: .1
		},
		wide$1,
		{ family: "trees" },
		{
			family: "bag",
			bag_ratio: true,
			bag_sublinear: true,
			bag_l2: .3
		}
	],
	metric: {
		name: "val_accuracy",
		goal: "maximize"
	}
};
const textRegression = {
	...text,
	starts: [
		{
			...both,
			bag_characters: "2-4",
			bag_l2: 2
		},
		{
			family: "bag",
			bag_words: 2,
			bag_sublinear: true,
			bag_l2: .5
		},
		{
			family: "trees",
			trees_learning_rate: .05,
			trees_leaves: 6
		},
		{
			family: "embedding",
			embedding_passes: 6
		}
	],
	metric: {
		name: "val_rmse",
		goal: "minimize"
	}
};

// src/spec/task.ts
const taskTypes = [
	"tabular-classification",
	"tabular-regression",
	"text-classification",
	"text-regression",
	"time-series-forecasting",
	"image-classification",
	"image-regression"
];
const kinds = {
	"tabular-classification": tabularClassification,
	"tabular-regression": tabularRegression,
	"text-classification": textClassification,
	"text-regression": textRegression,
	"time-series-forecasting": forecasting,
	"image-classification": imageClassification,
	"image-regression": imageRegression
};
function withTask(document) {
	if (!isMapping(document) || document["task"] === void 0) return document;
	const type = at(document, ["task", "type"]);
	const [trial, search, params] = [
		"trial",
		"search",
		"params"
	].map((key) => document[key] ?? {});
	const kind = kinds[taskTypes.find((name) => name === type) ?? "tabular-classification"];
	return {
		...document,
		trial: isMapping(trial) ? withModule(trial, kind) : trial,
		metric: document["metric"] ?? kind.metric,
		params: isMapping(params) ? {
			...kind.params,
			...params
		} : params,
		search: isMapping(search) ? {
			"try-first": kind.starts,
			...search
		} : search
	};
}
function withModule(trial, { backend }) {
	return trialKeys.some((key) => trial[key] !== void 0) ? trial : {
		module: "./task.js",
		backend,
		...trial
	};
}
function startsOf(document) {
	const first = at(document, ["search", "try-first"]);
	return Object.values(kinds).find(({ starts }) => starts === first)?.starts;
}
const trialKeys = [
	"module",
	"keras",
	"python",
	"run"
];
function checkTask(document) {
	const task = at(document, ["task"]);
	if (task === void 0) return [];
	return [
		...[...trialKeys.map((key) => ["trial", key]), ["include"]].filter((path) => at(document, path) !== void 0).map((path) => ({
			path,
			atKey: true,
			message: `a spec with \`task\` has no \`${path.join(".")}\`: the task brings its own model`,
			suggestion: `remove \`task\` to train a model of your own, or \`${path.join(".")}\``
		})),
		...missingTarget(task),
		...foreignKeys(task),
		...lackingKeys(task),
		...wrongTest(task)
	];
}
function missingTarget(task) {
	if (!isMapping(task) || task["target"] !== void 0) return [];
	const { type, data } = task;
	const kind = kinds[taskTypes.find((name) => name === type) ?? "tabular-classification"];
	if (kind.mayLackTarget) return [];
	if (kind.folders && typeof data === "string" && !/\.\w+$/.test(data)) return [];
	return [{
		path: ["task"],
		atKey: true,
		message: "task has no `target`",
		expected: "`target:` The column to predict."
	}];
}
function foreignKeys(task) {
	if (!isMapping(task)) return [];
	const type = taskTypes.find((name) => name === task["type"]);
	if (!type) return [];
	return Object.keys(task).flatMap((key) => {
		const having = taskTypes.filter((name) => kinds[name].keys.includes(key));
		if (having.length === 0 || having.includes(type)) return [];
		return {
			path: ["task", key],
			atKey: true,
			message: `a task of type ${type} has no \`${key}\``,
			suggestion: `remove it: it belongs to ${having.join(", ")}`
		};
	});
}
function lackingKeys(task) {
	if (!isMapping(task)) return [];
	const type = taskTypes.find((name) => name === task["type"]);
	return (type ? kinds[type].needs ?? [] : []).filter((key) => task[key] === void 0).map((key) => ({
		path: ["task"],
		atKey: true,
		message: `a task of type ${type} needs \`${key}\``,
		suggestion: key === "time" ? "name the column of times" : `add it: \`${key}: 12\`, say`
	}));
}
function wrongTest(task) {
	if (!isMapping(task) || task["type"] === "time-series-forecasting") return [];
	const { test } = task;
	return typeof test === "number" && test > .5 ? [{
		path: ["task", "test"],
		message: "task.test must be at most 0.5",
		expected: "a share of the rows, at most 0.5",
		found: String(test)
	}] : [];
}

// src/spec/schema/task.ts
const taskFile = strictObject({
	type: _enum(taskTypes).describe("What is learned: a category (classification), a number (regression), or the next values of series (forecasting)."),
	data: string().min(1).describe("The data, relative to the spec: a file .csv, .tsv, .parquet, or .jsonl with one object a line. Of `text-classification` and `image-classification` also a folder with a folder of .txt files or images for each class, and of images .npz."),
	target: string().min(1).default("label").describe("The column to predict. It may be left out of a folder with a folder for each class, and of images in .npz."),
	text: string().min(1).exactOptional().describe("Of a text task: the column to read. Default: the only one of free text; of a folder `text`."),
	image: string().min(1).exactOptional().meta({ default: "image" }).describe("The column of paths of images, relative to the table. A table without it is one of pixels: all columns but `target`, `ignore` and `group`."),
	shape: array(int().min(1)).min(2).max(3).exactOptional().describe("Height, width and (if more than one) channels of images that are pixels in a row, such as [28, 28, 1]. Default: a square."),
	size: int().min(4).max(256).exactOptional().meta({ default: 32 }).describe("Pixels of the longest side of an image: larger ones are made smaller. Twice as many take four times as long."),
	ignore: array(string().min(1)).default([]).describe("Columns that models must not see, such as identifiers and what is known only afterwards."),
	group: string().min(1).exactOptional().describe("A column whose values must not be split: rows of one patient, say, are trained on or scored on together."),
	time: string().min(1).exactOptional().describe("A column of times or numbers: models are trained on the older rows and scored on the newest fifth. Forecasts need it: dates, months, quarters, years or whole numbers, at regular steps."),
	horizon: int().min(1).max(1e4).exactOptional().describe("Of forecasts: how many steps ahead."),
	series: string().min(1).exactOptional().describe("Of forecasts: a column that tells several series apart."),
	season: int().min(1).max(1e4).exactOptional().describe("Of forecasts: steps after which things come again; 1: never. Default: found in the data."),
	known: array(string().min(1)).exactOptional().describe("Of forecasts: columns whose values are known ahead, such as holidays and planned prices. Of all others only the past is used."),
	test: union([number$2().min(0), string().min(1)]).exactOptional().meta({ default: .2 }).describe("What no trial sees, to say at the end how good the model is: a share of the rows (at most 0.5), or a data file of its own, relative to the spec. Of forecasts also a number of last steps; by default as many as the horizon has. 0: nothing.")
}).describe("Instead of `trial`, `params` and, if you like, `metric`: data from which Tunegate finds a model by itself.");

// src/spec/schema/trial.ts
const trialKinds = [
	"module",
	"keras",
	"python",
	"run"
];
const ofKind = trialKinds.map((kind) => ({ required: [kind] }));
const trialFile = strictObject({
	module: string().min(1).exactOptional().describe("A TensorFlow.js module (.ts, .mts, .js, .mjs, .cjs), relative to the spec. It exports build(hp) and data(), or objective(trial). What it asks hp for is the search space where `params` are left out."),
	keras: string().min(1).exactOptional().describe("Instead of `module`: a Python script for Keras Tuner, unchanged: a build_model(hp) or a HyperModel, and tuner.search(...) or data. What it asks hp for is the search space, together with `params`, which may be left out."),
	python: string().min(1).exactOptional().describe("Instead of `module`: a Python script that reads its config and reports with the package `tunegate`. One process runs it for one trial after another, so that libraries load once."),
	run: union([array(string()).min(1), string().min(1)]).exactOptional().describe("Instead of `module`: a training command, as a list of program and arguments. `{name}` stands for a parameter, `{args}` for all of them as --name=value. A single text only with `shell: true`."),
	shell: boolean().exactOptional().meta({ default: false }).describe("With `run`: it is one command line for the shell. Default false."),
	backend: _enum([
		"auto",
		"tfjs-node-gpu",
		"tfjs-node",
		"wasm",
		"cpu"
	]).exactOptional().meta({ default: "auto" }).describe("With `module`: the TensorFlow.js backend. `auto` times a few steps of the first trial on tfjs-node-gpu and tfjs-node, where your project has them, and on wasm, and keeps the fastest for the whole study. Default auto."),
	discover: boolean().exactOptional().describe("With `keras` or `module`: build(hp) (of a module its fit or objective, too) is run before the search to find the parameters that it asks for, beside those of `params`. Default true for `keras`, and for a `module` where the spec has no `params`."),
	interpreter: string().min(1).exactOptional().meta({ default: "python3" }).describe("With `keras` or `python`: the Python that runs it. Default python3."),
	warm: boolean().exactOptional().meta({ default: true }).describe("With `keras` or `python`: one process serves many trials. false: each trial has a process of its own. Default true."),
	stdout: union([string(), array(string()).min(1)]).exactOptional().describe("With `run`: regular expressions that find metrics in what the command prints. Each named group is a metric, `step` is the step: loss=(?<loss>[0-9.]+)."),
	metrics: metricFiles.exactOptional().describe("With `run`: files that the command writes metrics to by itself, relative to the spec: JSON, JSON Lines, CSV, YAML and TOML (as DVC has them), or a folder of TensorBoard. They are read while it runs. A path, `{ file, format, step, values }`, or a list."),
	env: record(string(), union([
		string(),
		number$2(),
		boolean()
	]).transform(String)).exactOptional().describe("Extra environment variables of the trial."),
	"pass-env": array(string()).exactOptional().describe("Variables of the surrounding environment that look like secrets and shall reach the trial all the same."),
	timeout: duration.exactOptional().describe("Longest time of one trial."),
	resume: boolean().exactOptional().describe("A trial goes on from what it left in its checkpoint folder when it is run again for more epochs. `asha` then lets trials pause and promotes the best; without it all run for the full epochs and are stopped early. Default true for a `module` that exports `build` and `data` without a training of its own (`fit`, `objective`), else false."),
	idle: duration.exactOptional().describe("Longest time without a report, from the start to the first one included: for trials that hang."),
	memory: size.exactOptional().describe("Most memory of one trial, all its processes together; with `module` of the process that serves one trial after another (Linux and macOS)."),
	retries: int().min(0).max(10).exactOptional().meta({ default: 0 }).describe("How often a training is tried again that crashed, was killed by a signal, hung (`idle`) or could not be started. What depends on the config (NaN, memory, time, infeasible) and what is wrong each time (no metric, malformed report) is not tried again. Default 0."),
	grace: duration.exactOptional().meta({ default: "5s" }).describe("Time between SIGTERM and SIGKILL. Default 5s."),
	output: size.exactOptional().meta({ default: "1MiB" }).describe("Most output kept of one trial. Default 1MiB.")
}).meta({ oneOf: [...ofKind, { not: { anyOf: ofKind } }] }).describe("What is trained: a TensorFlow.js module, a script for Keras Tuner, a Python script or a command, exactly one of them. None, or no `trial` at all, where another program trains (`tunegate ask`).");
const trialSchema = trialFile.transform(({ module, keras, python, run, shell, backend, discover, interpreter = "python3", warm = true, stdout, metrics, env = {}, timeout, idle, memory, resume, retries, grace = 5e3, output = 2 ** 20, ...rest }) => {
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
	const include = at(document, ["include"]);
	const known = (name) => typeof name === "string" && Object.hasOwn(fragments, name);
	if (known(include)) return [{ name: include }];
	return Array.isArray(include) ? include.flatMap((name, index) => known(name) ? [{
		name,
		index
	}] : []) : [];
}
function withFragments(document) {
	const names = included(document);
	const own = at(document, ["params"]);
	if (names.length === 0 || own !== void 0 && !isMapping(own)) return document;
	const params = Object.assign({}, ...names.map(({ name }) => fragments[name]), own);
	return {
		...document,
		params
	};
}
function checkFragments(document) {
	const own = at(document, ["params"]);
	const seen = /* @__PURE__ */ new Map();
	const twice = included(document).flatMap(({ name, index }) => Object.keys(fragments[name]).flatMap((parameter) => {
		const other = seen.get(parameter);
		seen.set(parameter, name);
		if (other === void 0 || isMapping(own) && Object.hasOwn(own, parameter)) return [];
		return [{
			path: index === void 0 ? ["include"] : ["include", index],
			message: `${other} and ${name} both have the parameter ${parameter}`,
			expected: `one of them, or a definition of ${parameter} in \`params\`, which comes before both`
		}];
	}));
	return [...unknown(document), ...twice];
}
function unknown(document) {
	const include = at(document, ["include"]);
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
			found: show(name),
			...near ? { suggestion: `did you mean ${near}?` } : {}
		}];
	});
}
function atInclude(finding, written) {
	const [section, parameter] = finding.path;
	if (section !== "params" || parameter === void 0 || included(written).length === 0) return finding;
	return at(written, ["params", parameter]) === void 0 ? {
		...finding,
		path: ["include"],
		atKey: true
	} : finding;
}

// src/spec/schema.ts
const specVersion = 1;
const valuesFile = strictObject({
	file: string().min(1).describe("The file, relative to the spec."),
	at: string().min(1).exactOptional().describe("Keys that lead to the values, with dots: `train.hyperparameters`. Default: the whole file.")
});
const fragmentName = string().meta({ enum: fragmentNames });
const specSchema = strictObject({
	$schema: string().exactOptional().describe("For editors: where the JSON Schema of this file is."),
	version: literal$1(1).default(1).describe("Version of the spec's format."),
	name: string().min(1).max(100).describe("Name of the study."),
	task: taskFile.exactOptional(),
	trial: trialSchema,
	metric: metricsSchema,
	constraints: constraintsSchema.prefault({}),
	include: union([fragmentName, array(fragmentName).min(1)]).exactOptional().describe("Parameters that come with Tunegate, one set or several: Keras Tuner’s spaces of well-known networks. A parameter in `params` comes before one of the same name."),
	params: record(names$1, parameterSchema).prefault({}).describe("The search space: parameter name to definition. May be left out with `keras` and `module`: then it is what hp is asked for; and with `include`."),
	values: union([string().min(1), valuesFile]).exactOptional().describe("A JSON or YAML file, relative to the spec, with the values that ship today. They come before the `default`s, and better values are proposed in it."),
	search: searchSchema.prefault({}),
	budget: budgetSchema.prefault({}),
	gate: union([literal$1(false), gateSchema]).prefault({}).describe("The regression check; false turns it off.")
}).describe("A tuning spec of Tunegate.");
const drivenSpecSchema = specSchema.extend({
	trial: trialFile.prefault({}).transform(({ resume = false }) => ({ resume })),
	search: searchSchema.extend({ confirm: searchSchema.shape.confirm.unwrap().default(false) }).prefault({})
});

// src/spec/sections.ts
const shapes = {
	top: specSchema.shape,
	trial: trialFile.shape,
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
	const type = at(document, [...path, "type"]);
	return isType(type) ? parameterSchemas[type].shape : {};
}
function ruleShapeAt(path) {
	if (path.length === 1 && path[0] === "task") return taskFile.shape;
	if (path.length === 1 && path[0] === "values") return valuesFile.shape;
	const [first, second, index] = path;
	if (first === "trial" && second === "metrics" && path.length === (typeof index === "number" ? 3 : 2)) return metricFile.shape;
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
	const around = at(document, parent);
	const present = around !== null && typeof around === "object" ? Object.keys(around) : [];
	const inRange = parent.at(-2) === "when" || parent[0] === "constraints" && parent.length === 2;
	const known = inRange ? ["min", "max"] : Object.keys(shapeAt(parent, document)).filter((other) => other !== "$schema");
	const free = known.filter((other) => !present.includes(other));
	return {
		message: `unknown key ${JSON.stringify(key)} ${parent.length === 0 ? "at the top of the spec" : `in ${name$2(parent)}`}`,
		expected: known.length > 0 ? `one of ${list(known, 20)}` : "no key",
		...inRange ? meaningInRange(key) : meaningOf(key, at(document, [...parent, key]), sectionAt(parent), parent, free)
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
	return `in \`${typeof place === "string" ? place : name$2(place)}\``;
}
const enumerations = {
	goal: ["minimize", "maximize"],
	scale: [
		"linear",
		"log",
		"reverse-log"
	],
	strategy: strategyNames,
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

// src/spec/explain-issue.ts
function byIssue(issue, path, found) {
	const subject = name$2(path);
	switch (issue.code) {
		case "invalid_value": {
			const values = issue.values.map(String);
			const [only] = values;
			const foreign = typeof found === "string" || typeof found === "boolean" ? foreignValue(String(path.at(-1)), String(found)) : void 0;
			const near = typeof found === "string" && values.length > 1 ? closestWord(found, values) : void 0;
			return {
				message: `${subject} cannot be ${show(found)}`,
				expected: values.length === 1 ? only : `one of ${list(values)}`,
				found: show(found),
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
				found: text ? `${found.length} characters` : show(found)
			};
		}
		case "invalid_type": return wrongType(subject, issue.expected, found, parameterAround(path) !== void 0);
		case "invalid_union": {
			const kinds = issue.errors.flatMap(([first]) => first ? kindOf(first) : []);
			return {
				message: `${subject} cannot be ${show(found)}`,
				expected: kinds.length > 0 ? oneOf([...new Set(kinds)]) : anyValue,
				found: show(found)
			};
		}
		default: return {
			message: `${subject} cannot be ${show(found)}`,
			expected: anyValue,
			found: show(found)
		};
	}
}
const anyValue = "text, a number, true or false";
function kindOf(issue) {
	if (issue.path.length > 0) return [];
	if (issue.code === "invalid_type") return [typeWords[issue.expected] ?? issue.expected];
	return issue.code === "invalid_value" ? issue.values.map(String) : [];
}
function oneOf(words) {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
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
		found: show(found)
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
function inQuotes(found) {
	return typeof found === "boolean" ? `put it in quotes: "${found}"` : "put it in quotes";
}

// src/spec/explain-value.ts
function explainValue(issue, found) {
	const path = issue.path;
	if (path.length === 0) return {
		message: "the spec is not a mapping",
		expected: "keys such as `name:`, `trial:`, `metric:`, `params:`",
		found: show(found)
	};
	if (isParameter(path)) return notAParameter(name$2(path), found);
	const parameter = parameterAround(path);
	return (parameter ? insideParameter(path, path.slice(parameter.length), found) : insideSection(path, found)) ?? byIssue(issue, path, found);
}
function notAParameter(subject, found) {
	const finding = {
		message: `${subject} is not the definition of a parameter`,
		expected: "a mapping with `type:`, such as { type: float, min: 0, max: 1 }",
		found: show(found)
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
	const subject = name$2(path);
	const [key, ...deeper] = rest;
	if (key === "values" && deeper.length === 0 && !Array.isArray(found)) {
		const finding = {
			message: `${subject} is not a list`,
			expected: "a list of values",
			found: show(found)
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
		found: show(found),
		...found === null ? { suggestion: "if it is a text, put it in quotes" } : {}
	};
	if (key === "options" && deeper.length === 0) return {
		message: `${subject} is not a mapping`,
		expected: "each option and below it its parameters: { sgd: { momentum: { type: float, … } }, adam: {} }",
		found: show(found),
		...Array.isArray(found) ? { suggestion: `without parameters of their own: values: ${flow$1(found)}` } : {}
	};
	if (key === "options" && deeper.length === 1) return {
		message: `${subject} is not a mapping of parameters`,
		expected: "the parameters that exist only under this option, or {} when there are none",
		found: show(found)
	};
	if (key === "of") return {
		message: `${subject} is not a mapping of parameters`,
		expected: "the parameters of one block, such as { units: { type: int, min: 8, max: 64 } }",
		found: show(found)
	};
	if (key === "when") return insideWhen(path, deeper, found);
	if (key === "default" && deeper.length === 1) return {
		message: `${subject} is not a block`,
		expected: "a mapping of parameter to value, such as { units: 64 }",
		found: show(found)
	};
	if (key === "default" && found !== null && typeof found === "object") return {
		message: `${subject} is not one value`,
		expected: "the one that ships today",
		found: show(found)
	};
	if (key === "default" && found === null) return {
		message: `${subject} is empty`,
		expected: "the value that ships today",
		suggestion: "remove the key when there is none"
	};
}
function insideWhen(path, deeper, found) {
	if (deeper.length === 0) return {
		message: `${name$2(path)} is not a mapping`,
		expected: "parameter: value, such as `when: { optimizer: sgd }`",
		found: show(found)
	};
	if (deeper.length > 1 && typeof deeper[1] === "string") return void 0;
	return {
		message: `the condition on ${String(deeper[0])} is not a test`,
		expected: "a value, a list of values, or a range such as { min: 2 }",
		found: show(found)
	};
}
const durations = /* @__PURE__ */ new Set([
	"budget.time",
	"trial.timeout",
	"trial.grace",
	"trial.idle"
]);
const sizes = /* @__PURE__ */ new Set([
	"trial.output",
	"trial.memory",
	"budget.disk"
]);
function insideSection(path, found) {
	const subject = name$2(path);
	const finding = {
		message: `${subject} cannot be ${show(found)}`,
		found: show(found)
	};
	if (durations.has(subject)) return {
		message: `${subject} is not a duration`,
		expected: "a number with a unit, such as 15m, 90s or 1h30m, or a number of seconds",
		found: show(found),
		...asDuration(found)
	};
	if (sizes.has(subject)) return {
		message: `${subject} is not a size`,
		expected: "at least 1KiB, such as 1MiB or 512KiB",
		found: show(found)
	};
	if (sectionAt(path) !== void 0 && path.length === 1) return notASection(subject, found);
	switch (subject) {
		case "trial.run": return {
			...finding,
			message: `${subject} is not a command`,
			expected: "a list of program and arguments, such as [python, train.py]"
		};
		case "trial.stdout": return {
			...finding,
			expected: "a regular expression, or a list of them"
		};
		case "search.confirm": return {
			...finding,
			expected: "true, false, or a number of fresh seeds from 1 to 100"
		};
		case "budget.workers": return {
			...finding,
			expected: "auto, or a whole number from 1 to 256"
		};
		case "constraints": return {
			message: "constraints is not a mapping",
			expected: "metric: bounds, such as `latency_ms: { max: 20 }`",
			found: show(found)
		};
		case "params": return {
			message: "params is not a mapping",
			expected: "name: definition, such as `learning_rate: { type: float, min: 1e-4, max: 0.1 }`",
			found: show(found),
			...Array.isArray(found) ? { suggestion: "write the name of each as its key, without the dash" } : {}
		};
		case "gate.baseline": return typeof found === "string" ? {
			...finding,
			expected: "one of auto, rerun, stored, file",
			suggestion: `a branch, tag or commit to compare with is written \`base: ${found}\``
		} : void 0;
		case "gate.confidence": return percent(finding, found) ?? void 0;
	}
	if (path[0] === "metric" && typeof path[1] === "number" && path.length === 2) return {
		message: `${subject} is not a mapping`,
		expected: "the name and the goal of a metric",
		found: show(found),
		...typeof found === "string" ? { suggestion: `write { name: ${scalar$1(found)}, goal: maximize }, or goal: minimize` } : {}
	};
	if (path[0] === "constraints" && path.length === 2) return {
		message: `${subject} is not a mapping`,
		expected: "`{ max: … }`, `{ min: … }` or both",
		found: show(found),
		...typeof found === "number" ? { suggestion: `write { max: ${found} }, or { min: ${found} }` } : {}
	};
	if (path[0] === "trial" && path[1] === "run") return argument(subject, found);
	if (path[0] === "trial" && path[1] === "env" && path.length === 3) return {
		message: `${subject} is not a value of a variable`,
		expected: "text, a number, true or false",
		found: show(found),
		...found === null ? { suggestion: `for an empty variable write ${String(path[2])}: ""` } : {}
	};
}
function notASection(subject, found) {
	const text = typeof found === "string" ? found.trim() : void 0;
	const finding = {
		message: `${subject} is not a mapping`,
		expected: `keys and values below \`${subject}:\``,
		found: show(found)
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
	if (subject === "metric" && Array.isArray(found) && found.length === 0) return {
		message: "metric is an empty list",
		expected: "one metric at least, such as `[{ name: loss, goal: minimize }]`"
	};
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
		found: show(found)
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
function asDuration(found) {
	const match = /^(\d+(?:\.\d+)?)\s*(s|m|h|d)[a-z]*\.?$/i.exec(typeof found === "string" ? found.trim() : "");
	return match ? { suggestion: `write ${match[1]}${match[2].toLowerCase()}` } : {};
}
function percent(finding, found) {
	const share = typeof found === "string" ? /^(\d+(?:\.\d+)?)\s*%$/.exec(found.trim())?.[1] : found;
	const value = Number(share);
	return value > 50 && value < 100 ? {
		...finding,
		expected: "more than 0.5 and less than 1",
		suggestion: `${value} % is written ${Number((value / 100).toFixed(6))}`
	} : void 0;
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
	const explained = issues.flatMap((issue) => explain(issue, document));
	const meant = new Set(explained.map(({ meant }) => meant && JSON.stringify(meant)));
	return explained.filter(({ missing }) => missing === void 0 || !meant.has(JSON.stringify(missing))).map(({ finding }) => finding);
}
function explain(issue, document) {
	const path = issue.path;
	const found = at(document, path);
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
	if (found === void 0 && path.length > 0) return [missing(path, document)];
	if (issue.code === "invalid_union" && found !== null && typeof found === "object") {
		const inner = meantBranch(issue.errors);
		if (inner) return inner.flatMap((issue) => explain(under(path, issue), document));
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
	const definition = at(document, path);
	const keys = isMapping(definition) ? Object.keys(definition) : [];
	const misspelt = found === void 0 ? keys.find((key) => closestWord(key, ["type"])) : void 0;
	if (misspelt !== void 0) return explainMisspeltType(misspelt, path, document);
	const foreign = typeof found === "string" ? foreignType(found) : void 0;
	const near = typeof found === "string" ? closestWord(found, parameterTypes) : void 0;
	const implied = keysOfTypes.find(([key]) => keys.includes(key));
	const guess = foreign?.type ?? near ?? implied?.[1];
	const expected = `one of ${list(parameterTypes)}`;
	const finding = found === void 0 ? {
		path,
		atKey: true,
		message: `${name$2(path)} has no \`type\``,
		expected: `\`type:\` and ${expected}`,
		...implied ? { suggestion: hintOfKey(implied) } : {}
	} : {
		path: [...path, "type"],
		message: `${name$2(path)} has a type that does not exist`,
		expected,
		found: show(found),
		...foreign ? { suggestion: `here this is written \`type: ${foreign.type}\`${foreign.more ? ` with ${foreign.more}` : ""}` } : near ? { suggestion: `did you mean ${JSON.stringify(near)}?` } : implied ? { suggestion: hintOfKey(implied) } : {}
	};
	if (!isType(guess)) return [{ finding }];
	const guessed = withValue(document, [...path, "type"], guess);
	const issues = parameterSchemas[guess].safeParse(at(guessed, path)).error?.issues ?? [];
	return [{ finding }, ...issues.flatMap((issue) => explain(under(path, issue), guessed))];
}
function explainMisspeltType(key, path, document) {
	const { [key]: type, ...rest } = at(document, path);
	const finding = {
		path: [...path, key],
		atKey: true,
		message: `unknown key ${JSON.stringify(key)} in ${name$2(path)}`,
		expected: `\`type:\` and one of ${list(parameterTypes)}`,
		suggestion: "did you mean \"type\"?"
	};
	if (!isType(type)) return [{ finding }];
	const issues = parameterSchemas[type].safeParse({
		...rest,
		type
	}).error?.issues ?? [];
	const meant = withValue(document, path, {
		...rest,
		type
	});
	return [{ finding }, ...issues.flatMap((issue) => explain(under(path, issue), meant))];
}
function under(path, issue) {
	return {
		...issue,
		path: [...path, ...issue.path]
	};
}
function hintOfKey([key, type]) {
	return type === "float" ? "a range of numbers is `type: float` or `type: int`" : `a parameter with \`${key}\` is \`type: ${type}\``;
}
const examples = {
	name: "`name:` and a name for the study",
	trial: "`trial: { module: ./model.ts }` (TensorFlow.js), `trial: { keras: model.py }` (Keras Tuner), or `trial: { run: [python, train.py] }` (any program)",
	metric: "`metric: { name: val_accuracy, goal: maximize }`, or `goal: minimize`",
	params: "`params:` and below it the parameters, such as `learning_rate: { type: float, min: 1e-4, max: 0.1, scale: log }`",
	goal: "`goal: minimize` or `goal: maximize` (never guessed from the name of the metric)"
};
function missing(path, document) {
	const key = String(path.at(-1));
	const parent = path.slice(0, -1);
	const words = shapeAt(parent, document)[key]?.description;
	const example = sectionAt(parent) === "parameter" || key === "name" && parent.length > 0 ? void 0 : examples[key];
	return {
		missing: path,
		finding: {
			path: parent,
			atKey: true,
			message: `${name$2(parent)} has no \`${key}\``,
			expected: example ?? (words ? `\`${key}:\` ${words}` : `\`${key}:\``),
			...key === "trial" && parent.length === 0 ? { suggestion: "where your own program drives the search (`tunegate ask`), none is needed" } : {}
		}
	};
}

// src/spec/overrides.ts
var OverrideError = class extends Error {
	name = "OverrideError";
};
function overridden(document, overrides) {
	return overrides.reduce((changed, { path, value }) => withValue(changed, path, value), document);
}
function checkOverrides(file, overrides, check) {
	const wrong = (some) => check(some).filter(({ unused }) => !unused);
	const problems = wrong(overrides).map(({ message, expected }) => {
		const alone = overrides.filter((override) => wrong([override]).some((other) => other.message === message));
		return `${(alone.length > 0 ? alone : overrides).map(({ flag }) => flag).join(" ")} does not go with ${file}: ${message}${expected === void 0 ? "" : `; expected: ${expected}`}`;
	});
	if (problems.length > 0) throw new OverrideError([...new Set(problems)].join("\n"));
}

// src/spec/numeric-range.ts
const mostValues = Number.MAX_SAFE_INTEGER;
const farthest = 1e308;
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
	const findings = [...checkCount(definition, name, path), ...checkStep(definition, name, path)].slice(0, 1);
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
function checkCount(range, name, path) {
	const { type, min, max, scale = "linear" } = range;
	const step = range.step ?? (type === "int" && scale === "linear" ? 1 : void 0);
	if (step === void 0 || scale !== "linear" && step <= 1) return [];
	const atMax = {
		path: [...path, "max"],
		found: String(max)
	};
	if (scale !== "linear" && max / min > farthest) return [{
		...atMax,
		message: `the max of ${name} is too far above its min to count the ratios of ${step} between them`,
		expected: `at most ${farthest} times the min, which is ${Number((farthest * min).toPrecision(4))}`,
		suggestion: "raise `min`, or leave out `step`"
	}];
	if ((scale === "linear" ? (max - min) / step : Math.log(max / min) / Math.log(step)) < mostValues) return [];
	const limit = scale === "linear" ? min + (mostValues - 1) * step : min;
	return [{
		...atMax,
		message: `${name} has more values than can be told apart`,
		expected: limit > min ? `at most ${limit}, for ${mostValues} values` : "a longer `step`",
		suggestion: "for a range this wide use `type: float` without `step`"
	}];
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
function isSoundGrid(range) {
	return (range.scale === void 0 || range.scale === "linear" || range.min > 0) && checkStep(range, "", []).length === 0;
}
function onGrid(range, value) {
	if (range.step === void 0 || range.min === range.max) return true;
	const near = gridValue(range, Math.round(placeOf(range, value)));
	return near === value || Math.abs(near - value) <= 1e-12 * Math.abs(value);
}
function neighbours(range, value) {
	const place = placeOf(range, value);
	const [low, high] = [Math.floor(place), Math.ceil(place)].map((index) => gridValue(range, index)).sort((a, b) => a - b);
	if (low === range.min && value === range.max) return String(high);
	return Number.isFinite(high) ? `${low} or ${high}` : String(low);
}
function placeOf({ min, max, scale, step = 1 }, value) {
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
function saysValues(definition) {
	switch (definition.type) {
		case "float":
		case "int":
		case "repeat": return definition.min <= definition.max;
		case "choice": return definition.values === void 0 !== (definition.options === void 0);
		default: return true;
	}
}
function isStep(range, value) {
	return !isSoundGrid(range) || onGrid(range, value);
}
function isPossible(definition, value) {
	switch (definition.type) {
		case "float": return typeof value === "number" && inRange(definition, value) && isStep(definition, value);
		case "int": return Number.isInteger(value) && inRange(definition, value) && isStep(definition, value);
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
function describe(definition) {
	switch (definition.type) {
		case "float":
		case "int": {
			const { type, min, max, scale = "linear", step } = definition;
			const grid = step === void 0 ? "" : scale === "linear" ? ` in steps of ${step}` : ` in ratios of ${step}`;
			return `${type === "int" ? "a whole number" : "a number"} from ${min} to ${max}${grid}`;
		}
		case "choice": return `one of ${list(choicesOf(definition).map(show))}`;
		case "bool": return "true or false";
		case "constant": return show(definition.value);
		case "repeat": return `from ${definition.min} to ${definition.max} blocks`;
	}
}
function countConfigs(definitions, continuous = Number.POSITIVE_INFINITY) {
	return Object.values(definitions).reduce((product, definition) => product * (countValues(definition, continuous) + (definition.when ? 1 : 0)), 1);
}
function countValues(definition, continuous) {
	switch (definition.type) {
		case "float":
		case "int": {
			const { type, min, max, scale = "linear", step = type === "int" && scale === "linear" ? 1 : void 0 } = definition;
			if (min === max) return 1;
			if (step === void 0) return type === "int" ? max - min + 1 : continuous;
			return Math.round(scale === "linear" ? (max - min) / step : Math.log(max / min) / Math.log(step)) + 1;
		}
		case "choice": return definition.options ? Object.values(definition.options).reduce((sum, children) => sum + countConfigs(children, continuous), 0) : choicesOf(definition).length;
		case "bool": return 2;
		case "constant": return 1;
		case "repeat": {
			const block = countConfigs(definition.of, continuous);
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

// src/spec/rules/budget.ts
function checkTotalEpochs({ epochs, "total-epochs": total }) {
	if (total === void 0 || epochs !== void 0 && epochs <= total) return [];
	const path = ["budget", "total-epochs"];
	if (epochs === void 0) return [{
		path,
		message: "the budget limits the epochs of all trials, but does not say how many one has",
		expected: "`epochs` beside it",
		lacks: true
	}];
	return [{
		path,
		message: `no trial fits into this budget: one has ${epochs} epochs`,
		expected: `at least ${epochs}`,
		found: String(total),
		ofSearch: true
	}];
}
function checkTime({ time, cost, price }, broken) {
	const path = ["budget", "time"];
	if (cost !== void 0 && price === void 0 && !broken.has("price")) return [{
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
const limits = [
	"time",
	"trials",
	"cost",
	"total-epochs",
	"no-improvement"
];
const endlessConfigs = 1e4;
function checkEnd(budget, { repeats, strategy, points = 5 }, params) {
	if (limits.some((limit) => budget[limit] !== void 0)) return [];
	const configs = params && countConfigs(params, strategy === "grid" ? points : void 0);
	if (configs !== void 0 && configs <= endlessConfigs && !repeats) return [];
	const count = Number(configs?.toPrecision(1));
	const [soon, why] = configs === void 0 ? ["", "what there is to search is found in the code"] : configs === Number.POSITIVE_INFINITY ? ["", "the space has infinitely many configs"] : configs > endlessConfigs ? [" soon", strategy === "grid" ? `the grid has about ${count} points` : `the space has about ${count} configs`] : ["", "`search.repeats` tries configs again and again"];
	return [{
		path: ["budget"],
		atKey: true,
		message: `nothing would end the search${soon}: ${why}, and the budget has no limit`,
		expected: `one of ${limits.map((limit) => `\`${limit}\``).join(", ")}, such as \`budget: { time: 15m, trials: 60 }\``,
		...budget["early-end"] ? { suggestion: "`early-end` is no limit: the model may go on to expect something of further trials" } : {},
		lacks: true
	}];
}

// src/spec/rules/metric.ts
function metricsOf(document) {
	const value = at(document, ["metric"]);
	return (Array.isArray(value) ? value.map((_, i) => ["metric", i]) : [["metric"]]).flatMap((path) => {
		const metric = metricSchema.safeParse(at(document, path)).data;
		return metric ? [{
			name: metric.name,
			path: [...path, "name"]
		}] : [];
	});
}
const calledStep = {
	message: "a metric cannot be called \"step\"",
	expected: "another name",
	suggestion: "in reports `step` says how far the training is"
};
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

// src/spec/rules/constraints.ts
function checkConstraints(document) {
	const constraints = at(document, ["constraints"]);
	if (!isMapping(constraints)) return [];
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

// src/spec/sound-part.ts
function soundPart(schema, section, document) {
	const value = at(document, [section]);
	const whole = schema.safeParse(value);
	if (whole.success) return {
		data: whole.data,
		broken: /* @__PURE__ */ new Set()
	};
	if (!isMapping(value)) return void 0;
	const { issues } = whole.error;
	const broken = new Set(issues.flatMap((issue) => brokenKeys(issue, section, document)));
	const alone = issues.map((issue) => entriesOf(issue, section, value)).flatMap((paths, i) => paths ?? brokenKeys(issues[i], section, document).map((key) => [key]));
	for (const parts of [alone, [...broken].map((key) => [key])]) {
		const { data } = schema.safeParse(parts.reduce(without$1, value));
		if (data !== void 0) return {
			data,
			broken
		};
	}
}
function brokenKeys(issue, section, document) {
	return issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys.flatMap((key) => [key, explainKey(key, [section], document).meant ?? key]) : [String(issue.path[0] ?? "")];
}
function entriesOf(issue, section, value) {
	const path = issue.path;
	const [key, inside] = path;
	if (section === "trial") return key === "env" && path.length === 2 ? [path] : void 0;
	if (section !== "params" || key === void 0) return void 0;
	if (inside === "default") return [[key, inside]];
	if (inside === "when") return [path.slice(0, 3)];
	if (issue.code !== "unrecognized_keys" || inside !== void 0) return void 0;
	const { type, values, options } = at(value, [key]) ?? {};
	return type === "choice" && values === void 0 && options === void 0 ? void 0 : issue.keys.map((unknown) => [key, unknown]);
}
function without$1(value, [key, ...rest]) {
	if (key === void 0 || !isMapping(value) || !Object.hasOwn(value, key)) return value;
	const { [key]: inner, ...others } = value;
	return rest.length === 0 ? others : {
		...value,
		[key]: without$1(inner, rest)
	};
}

// src/spec/rules/gate.ts
function checkGate(document) {
	const sound = soundPart(gateFile.partial(), "gate", document);
	const metric = at(document, ["metric"]);
	const goal = at(Array.isArray(metric) ? metric[0] : metric, ["goal"]);
	if (!sound) return [];
	const { data: gate, broken } = sound;
	const [wrong, right] = goal === "maximize" ? ["max", "min"] : ["min", "max"];
	const findings = [];
	if ((goal === "maximize" || goal === "minimize") && gate[wrong] !== void 0) findings.push({
		path: ["gate", wrong],
		atKey: true,
		message: `gate.${wrong} would hold back a head that is good: the goal is to ${goal}`,
		expected: `\`${right}\``
	});
	const main = at(Array.isArray(metric) ? metric[0] : metric, ["name"]);
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
	if (late >= 0 && !broken.has("seeds")) findings.push({
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

// src/spec/blocks.ts
function checkBlocks(value, { min, max, of }, name, path) {
	const blocks = Array.isArray(value) ? value : void 0;
	const count = blocks ? blocks.length : value;
	if (typeof count !== "number" || !Number.isInteger(count)) return [{
		path,
		message: `this is not the blocks of ${name}`,
		expected: "how many, or a list of them",
		found: show(value)
	}];
	const findings = [];
	if (min <= max && (count < min || count > max)) findings.push({
		path,
		message: `the default of ${name} has ${count} block${count === 1 ? "" : "s"}`,
		expected: `from ${min} to ${max}`
	});
	return [...findings, ...(blocks ?? []).flatMap((block, i) => checkBlock(block, of, [...path, i]))];
}
function checkValues(config, params, path, broken = /* @__PURE__ */ new Set()) {
	return checkBlock(config, params, path, {
		noun: "config",
		has: "params have",
		broken
	});
}
const aBlock = {
	noun: "block",
	has: "a block has"
};
function anOption(option, options) {
	return {
		noun: "config",
		has: `the option ${option} has`,
		none: `\`type: ${option}\` alone: ${option} has no parameters`,
		options
	};
}
function checkBlock(block, of, path, owner = aBlock) {
	if (block === null || typeof block !== "object" || Array.isArray(block)) return [{
		path,
		message: `this is not a ${owner.noun}`,
		expected: "a mapping of parameter to value",
		found: show(block)
	}];
	return Object.entries(block).flatMap(([name, item]) => {
		const definition = Object.hasOwn(of, name) ? of[name] : void 0;
		if (definition) return checkItem(item, definition, name, [...path, name]);
		return owner.broken?.has(name) ? [] : [unknownName(name, of, [...path, name], owner)];
	});
}
function unknownName(name, of, path, { has, none = "no parameter", options = {}, broken = /* @__PURE__ */ new Set() }) {
	const known = [.../* @__PURE__ */ new Set([...Object.keys(of), ...broken])];
	const others = Object.keys(options).filter((option) => Object.hasOwn(options[option], name));
	const near = closestWord(name, known);
	const suggestion = others.length > 0 ? `it is a parameter of ${list(others)}` : near && `did you mean ${JSON.stringify(near)}?`;
	return {
		path,
		atKey: true,
		message: `${has} no parameter ${JSON.stringify(name)}`,
		expected: known.length > 0 ? `one of ${list(known)}` : none,
		...suggestion ? { suggestion } : {}
	};
}
function checkItem(item, definition, name, path) {
	if (definition.type !== "repeat" && !saysValues(definition)) return [];
	if (definition.type === "repeat") return checkBlocks(item, definition, name, path);
	if (definition.type === "choice" && definition.options && isMapping(item)) {
		const { type: chosen, ...children } = item;
		const options = definition.options;
		if (typeof chosen !== "string" || !Object.hasOwn(options, chosen)) {
			const near = typeof chosen === "string" ? closestWord(chosen, Object.keys(options)) : void 0;
			return [{
				path: chosen === void 0 ? path : [...path, "type"],
				message: chosen === void 0 ? `this does not say which option ${name} has` : `${show(chosen)} is not an option of ${name}`,
				expected: `\`type:\` and one of ${list(Object.keys(options))}`,
				...near === void 0 ? {} : { suggestion: `did you mean ${JSON.stringify(near)}?` }
			}];
		}
		return checkBlock(children, options[chosen], path, anOption(chosen, options));
	}
	if (item === null || typeof item === "object") return [{
		path,
		message: `${name} is not a value`,
		expected: describe(definition),
		found: show(item)
	}];
	return isPossible(definition, item) ? [] : [{
		path,
		message: `${show(item)} is not a value of ${name}`,
		expected: describe(definition),
		found: show(item)
	}];
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
		if (found) return saysValues(found) ? checkTest(test, found, parent, at) : [];
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
			message: `${name} is never ${show(value)}`,
			expected: describe(parent),
			found: show(value),
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
	if (sameText !== void 0) return { suggestion: `write ${show(sameText)}: text and numbers are different values` };
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
		expected: `a value, or a list of values: ${describe(parent)}`
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
		expected: `a range that holds some value of ${name}: ${describe(parent)}`
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
	return [
		...Object.keys(scope.definitions),
		...scope.broken ?? [],
		...scope.outer ? visibleNames(scope.outer) : []
	];
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
			message: `${variable.shown} and ${other.shown} would be the same variable ${nameOf$1(variable.parts)}`,
			suggestion: "rename one of them"
		}];
	});
}
function variablesOf(definitions, path, prefix) {
	return usable$1(definitions).flatMap(([name, definition]) => {
		const here = [...path, name];
		const shown = prefix + name;
		const own = {
			path: here,
			shown,
			parts: partsOf(shown)
		};
		if (definition.type === "repeat") return [own, ...variablesOf(definition.of, [...here, "of"], `${shown}[#].`)];
		if (definition.type === "choice") return [own, ...usable$1(definition.options ?? {}).flatMap(([option, children]) => variablesOf(children, [
			...here,
			"options",
			option
		], `${shown}.${option}.`))];
		return [own];
	});
}
function usable$1(named) {
	return Object.entries(named).filter(([name]) => namePattern.test(name));
}
function partsOf(shown) {
	return shown.toUpperCase().replace(/[^A-Z0-9#]+/g, "_").replace(/_$/, "").split("_");
}
function canBeSame(a, b) {
	const same = (x, y) => x === y || x === "#" && /^\d+$/.test(y);
	return a.length === b.length && a.every((part, i) => same(part, b[i]) || same(b[i], part));
}
function nameOf$1(parts) {
	return `TUNEGATE_PARAM_${parts.join("_").replaceAll("#", "0")}`;
}

// src/spec/rules/params.ts
const mostParameters = 1e4;
const noParams = {
	path: [],
	atKey: true,
	message: "the spec has no `params`",
	expected: "`params:` and below it the parameters, such as `learning_rate: { type: float, min: 1e-4, max: 0.1, scale: log }`"
};
const noParamsDriven = {
	...noParams,
	message: "the spec has no `params`, and where another program trains, no code is looked into for them"
};
function checkParams(params, broken) {
	if (Object.keys(params).length + broken.size === 0) return [{
		path: ["params"],
		atKey: true,
		message: "params is empty, so there is nothing to search",
		expected: "at least one parameter, such as `learning_rate: { type: float, min: 1e-4, max: 0.1, scale: log }`"
	}];
	const parameters = countParameters(params);
	if (parameters > mostParameters) return [{
		path: ["params"],
		atKey: true,
		message: `these are ${parameters} parameters, counting those of a repeat once for each block`,
		expected: `at most ${mostParameters}`,
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
		message: `${show(item)} is listed twice`,
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
		expected: `one of ${list(known.map(show))}`,
		found: show(value),
		...sameText !== void 0 ? { suggestion: `write ${show(sameText)}: text, numbers and booleans are different values` } : near ? { suggestion: `did you mean ${JSON.stringify(near)}?` } : {}
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

// src/spec/rules/search.ts
function checkOneMetric({ strategy, ...search }, document) {
	const several = metricsOf(document).length > 1;
	const constraints = at(document, ["constraints"]);
	const constrained = isMapping(constraints) && Object.keys(constraints).length > 0;
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
function checkTryFirst(configs, params, broken) {
	if (!Array.isArray(configs)) return [];
	return configs.flatMap((config, i) => {
		const path = [
			"search",
			"try-first",
			i
		];
		if (!isMapping(config)) return [];
		const findings = checkValues(config, params, path, broken);
		if (findings.length > 0 || broken) return findings;
		const problems = completing(params, config);
		return problems.length === 0 ? [] : [{
			path,
			message: `this config cannot be tried: ${problems.join("; ")}`
		}];
	});
}
function checkStarts(starts, params) {
	return starts.flatMap((start) => {
		const values = start;
		const findings = checkValues(values, params, []);
		if (findings.length > 0) return findings.map(({ path: [name = ""], message }) => ({
			path: ["params", name],
			atKey: true,
			message: `${message}, and a config that the task begins with has it`,
			expected: `a parameter that can be ${show(values[name])}`,
			suggestion: beginOtherwise
		}));
		return completing(params, values).map((problem) => {
			const [flat = "", ...words] = problem.split(": ");
			return {
				path: ["params", .../^[^.[]+/.exec(flat) ?? []],
				atKey: true,
				message: `${flat} has no default, and the configs that the task begins with need one`,
				expected: words.join(": ").replace(/^missing \(expected (.*)\)$/s, "`default:` and $1"),
				suggestion: beginOtherwise
			};
		});
	});
}
const beginOtherwise = "or name the configs to begin with yourself, in `search.try-first`";
function completing(params, config) {
	try {
		completeConfig(createSpace(params), config);
		return [];
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
		return error.problems;
	}
}
function checkRungs(search, { epochs }) {
	const { strategy, "min-epochs": least } = search;
	if ((strategy === "asha" || strategy === "hyperband") && epochs === void 0) return [{
		path: ["search", "strategy"],
		message: `${strategy} gives trials few epochs at first and the best of them more, but the budget does not say how many are all`,
		expected: "`budget: { epochs: 27 }`, or another strategy",
		lacks: true
	}];
	if (least === void 0 || epochs === void 0 || least <= epochs) return [];
	return [{
		path: ["search", "min-epochs"],
		message: `search.min-epochs is more than a trial has (budget.epochs: ${epochs})`,
		expected: `at most ${epochs}`,
		ofSearch: true
	}];
}
function checkDriven({ proxies, inherit }) {
	const elsewhere = (key, message) => ({
		path: ["search", key],
		atKey: true,
		message: `${message}, and here another program trains`,
		suggestion: "remove it"
	});
	return [...proxies ? [elsewhere("proxies", "`proxies` are scores of a model that Tunegate builds")] : [], ...inherit ? [elsewhere("inherit", "`inherit` hands on weights that Tunegate has kept")] : []];
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
		expected: "`strategy: evolution` or `local`",
		unused: true
	}];
}
function checkProxies({ proxies }, { module }) {
	if (proxies === void 0 || module !== void 0) return [];
	return [{
		path: ["search", "proxies"],
		atKey: true,
		message: "`proxies` are scores of a TensorFlow.js model, and this trial has no `module`",
		suggestion: "remove it"
	}];
}
function checkCandidates({ proxies, candidates }) {
	if (candidates === void 0 || proxies !== void 0) return [];
	return [{
		path: ["search", "candidates"],
		atKey: true,
		message: "`candidates` are ranked by `proxies`, and there are none",
		expected: "`proxies: [synflow, flops]` beside it"
	}];
}

// src/spec/rules/trial.ts
function checkTrial(trial, broken, driven = false) {
	const isKnown = trialKinds.some((kind) => broken.has(kind));
	const isOfNone = trialKinds.every((kind) => trial[kind] === void 0);
	return [
		...isKnown || driven && isOfNone ? [] : checkKind(trial),
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
		expected: "`module: ./model.ts` (TensorFlow.js), `keras: model.py` (Keras Tuner), or `run: [python, train.py]` (any program)",
		...trial.resume === void 0 ? {} : { suggestion: "where your own program drives the search (`tunegate ask`), `resume` is enough" }
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
		found: show(module),
		...module.endsWith(".py") ? { suggestion: `for Python write \`run: [python, ${module}]\`, for Keras Tuner \`keras: ${module}\`` } : {}
	});
	for (const name of ["keras", "python"]) {
		const script = trial[name];
		if (script !== void 0 && !script.endsWith(".py")) findings.push({
			path: ["trial", name],
			message: `trial.${name} is not a Python script`,
			expected: "a file that ends in .py",
			found: show(script),
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
			found: show(pattern)
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
		message: `${show(name)} is not the name of a variable`,
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
function findsParameters({ keras, module, discover }, none) {
	if (module !== void 0) return discover ?? none;
	return keras !== void 0 && discover !== false;
}

// src/spec/rules/unused-settings.ts
const climbing = ["asha", "hyperband"];
const settings = [
	{
		section: "search",
		key: "eta",
		of: climbing,
		but: ({ search }) => search["early-stopping"] === "median" && search["min-epochs"] === void 0
	},
	{
		section: "search",
		key: "min-epochs",
		of: climbing,
		but: ({ search }) => search["early-stopping"] === "median"
	},
	{
		section: "search",
		key: "population",
		of: ["evolution"]
	},
	{
		section: "search",
		key: "tournament",
		of: ["evolution"]
	},
	{
		section: "search",
		key: "points",
		of: ["grid"]
	},
	{
		section: "budget",
		key: "early-end",
		of: ["bayesian"],
		but: ({ budget }) => budget["early-end"] === false
	},
	{
		section: "budget",
		key: "disk",
		of: climbing,
		but: ({ search }) => search.inherit === true
	}
];
function without(strategy, all) {
	return settings.filter(({ of, but }) => !of.includes(strategy) && !but?.(all));
}
function checkUnused(search, budget, document) {
	const { strategy } = search;
	if (strategy === "auto") return [];
	return without(strategy, {
		search,
		budget: budget ?? { workers: "auto" }
	}).filter(({ section, key }) => at(document, [section, key]) !== void 0).map(({ section, key, of }) => ({
		path: [section, key],
		atKey: true,
		message: `\`${key}\` means nothing to the strategy ${strategy}`,
		expected: `\`strategy: ${of[0]}\`${of.slice(1).map((name) => ` or \`${name}\``)}`,
		suggestion: "remove it",
		unused: true
	}));
}
function unusedWords(strategy, all, { resumable, driven = false }) {
	const unused = without(strategy, all).filter(({ section, key }) => at(all, [section, key]) !== void 0).map(({ key }) => `\`${key}\``);
	const mean = unused.length > 1 ? "mean" : "means";
	const words = unused.length === 0 ? void 0 : `${together(unused)} ${mean} nothing to it.`;
	const { budget, search } = all;
	if (budget.disk === void 0 || search.inherit || unused.includes("`disk`")) return words;
	const never = strategy === "asha" && !resumable ? "since its trials do not pause." : driven ? "since the program that trains keeps the checkpoints." : void 0;
	if (never === void 0) return words;
	return words ? `${words} Nor does \`disk\`, ${never}` : `\`disk\` means nothing to it, ${never}`;
}
function checkWithoutEffect(search, budget, document) {
	return [
		...search.strategy === "evolution" ? checkEvolution(search, budget?.trials) : [],
		...search["early-stopping"] === "wilcoxon" ? checkFolds(document) : [],
		...metricsOf(document).length > 1 ? checkGain(search, budget) : []
	];
}
function checkEvolution({ population, tournament }, trials) {
	const most = population ?? defaultPopulation(trials);
	return [...population !== void 0 && trials !== void 0 && population >= trials ? [{
		path: ["search", "population"],
		message: `nothing evolves: the first ${population} trials are the population, and budget.trials is ${trials}`,
		expected: trials > 2 ? `less than ${trials}` : "more `trials`",
		found: String(population),
		ofSearch: true,
		unused: true
	}] : [], ...tournament !== void 0 && tournament > most ? [{
		path: ["search", "tournament"],
		message: `no more can meet than are alive: the population is ${most}`,
		expected: `at most ${most}`,
		found: String(tournament),
		unused: true
	}] : []];
}
function checkFolds(document) {
	const [metric, ...more] = metricsOf(document);
	if (!metric || more.length > 0) return [];
	const path = [...metric.path.slice(0, -1), "use"];
	if (at(document, path) !== "best") return [];
	return [{
		path,
		message: "the easiest fold would be the score: with `early-stopping: wilcoxon` each report is of one fold",
		expected: "`use: last`, with the mean of the folds as the last report",
		found: "best"
	}];
}
function checkGain({ strategy }, budget) {
	if (!budget?.["early-end"] || strategy !== "bayesian" && strategy !== "auto") return [];
	return [{
		path: ["budget", "early-end"],
		atKey: true,
		message: "`early-end` goes by the expected gain in one metric, and several matter",
		expected: "`no-improvement`"
	}];
}

// src/spec/semantics.ts
function checkSections(document, driven = false) {
	const trial = soundPart(trialFile, "trial", document);
	const params = soundPart(definitionsSchema, "params", document);
	const budget = soundPart(budgetSchema.prefault({}), "budget", document);
	const search = soundSearch(document);
	const absent = isMapping(document) && at(document, ["params"]) === void 0;
	const includes = at(document, ["include"]) !== void 0;
	const discovers = trial !== void 0 && findsParameters(trial.data, absent && !includes);
	const found = discovers && !driven;
	const inParams = absent || !params ? absent && !found && !includes ? [discovers ? noParamsDriven : noParams] : [] : checkParams(params.data, params.broken);
	const whole = (params?.broken.size === 0 || absent) && inParams.length === 0 ? params?.data ?? {} : void 0;
	return [
		...trial ? checkTrial(trial.data, trial.broken, driven) : [],
		...trial && budget && !trial.broken.has("metrics") && !budget.broken.has("workers") ? checkMetricFiles(trial.data, budget.data) : [],
		...search && driven ? checkDriven(search) : [],
		...search && trial && !driven ? [...checkProxies(search, trial.data), ...checkInherit(search, trial.data)] : [],
		...search ? checkCandidates(search) : [],
		...checkMetrics(document),
		...checkConstraints(document),
		...search ? checkOneMetric(search, document) : [],
		...inParams,
		...params && !found ? checkFirst(document, params, whole !== void 0) : [],
		...budget ? checkTime(budget.data, budget.broken) : [],
		...checkGate(document),
		...budget && !budget.broken.has("epochs") ? checkTotalEpochs(budget.data) : [],
		...search && budget && !budget.broken.has("epochs") ? checkRungs(search, budget.data) : [],
		...search ? checkUnused(search, budget?.data, document) : [],
		...search ? checkWithoutEffect(search, budget?.data, document) : [],
		...!driven && budget && whole && !limits.some((limit) => budget.broken.has(limit)) ? checkEnd(budget.data, search ?? unsaid, found ? void 0 : whole) : []
	];
}
function checkFirst(document, { data, broken }, isWhole) {
	if (Object.keys(data).length + broken.size === 0) return [];
	const starts = startsOf(document);
	if (starts) return isWhole ? checkStarts(starts, data) : [];
	return checkTryFirst(at(document, ["search", "try-first"]), data, isWhole ? void 0 : broken);
}
const unsaid = searchSchema.parse({});
const decisive = [
	"strategy",
	"early-stopping",
	"inherit",
	"proxies",
	"population",
	"repeats"
];
function soundSearch(document) {
	const part = soundPart(searchSchema.prefault({}), "search", document);
	return part && !decisive.some((key) => part.broken.has(key)) ? part.data : void 0;
}

// src/spec/encoding.ts
function isUtf16(text) {
	return /^\uFFFD\uFFFD/.test(text) && text.includes("\0");
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
	const files = [...new Set(problems.map(({ file }) => visible(file)))];
	return `${problems.map(formatProblem).join("\n")}\n${count} in ${files.join(" and ") || "the spec"}\n`;
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

// src/spec/repeated-keys.ts
function withoutRepeated(document, starts) {
	const found = [];
	if (starts.size === 0) return found;
	(0, import_dist.visit)(document, { Map: (_, map) => {
		map.items = map.items.filter(({ key, value }) => {
			if (!(0, import_dist.isScalar)(key) || !starts.has(key.range?.[0] ?? -1)) return true;
			const first = map.items.find((other) => (0, import_dist.isScalar)(other.key) && other.key.value === key.value);
			found.push({
				key,
				first: first?.key,
				hasAnchor: anchored(value)
			});
			return false;
		});
	} });
	return found;
}
function anchored(node) {
	let found = false;
	if ((0, import_dist.isNode)(node)) (0, import_dist.visit)(node, { Node: (_, { anchor }) => {
		found ||= anchor !== void 0;
		return found ? import_dist.visit.BREAK : void 0;
	} });
	return found;
}

// src/spec/yaml-words.ts
function emptyFile(kind, file) {
	if (kind === "a file of values") return {
		message: "this file is empty, and should hold the values that ship today",
		expected: "a mapping of parameters to values; {} where the `default`s of the spec are what ships"
	};
	return {
		message: "the spec is empty",
		suggestion: `write one with: tunegate init --force${file === "tune.yml" ? "" : ` --config ${file}`}`
	};
}
function nestedTooDeep(levels) {
	return {
		message: "this is nested too deeply",
		expected: `at most ${levels} levels`
	};
}
function syntaxWords({ code, message }, kind) {
	const plain = message.replace(/\s+at line \d+.*$/s, "").trim();
	const words = { message: `not valid YAML: ${plain.charAt(0).toLowerCase()}${plain.slice(1)}` };
	switch (code) {
		case "TAB_AS_INDENT": return { message: "YAML is indented with spaces, and this is a tab" };
		case "MULTIPLE_DOCS": return { message: `the file holds several YAML documents; ${kind} is one` };
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
	#kind;
	#text;
	#texts;
	#starts;
	#document;
	#twice = [];
	constructor(file, text, kind = "a spec") {
		this.#file = file;
		this.#kind = kind;
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
		const data = this.readOn();
		if (this.isAmbiguous) throw this.error([]);
		return data;
	}
	readOn() {
		this.#checkText();
		this.#checkSyntax();
		if (this.#document.contents === null) throw this.error([{
			path: [],
			...emptyFile(this.#kind, this.#file)
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
				message: `the aliases of this file multiply into far more than ${this.#kind}`,
				suggestion: "write them out instead of nesting aliases"
			}]);
		}
		if (isDeeper(data, deepestNesting)) throw this.error([{
			path: [],
			...nestedTooDeep(deepestNesting)
		}]);
		return data;
	}
	get isAmbiguous() {
		return this.#twice.length > 0;
	}
	error(findings) {
		const problems = findings.map((finding) => {
			const { path, atKey: _, unused: __, ...words } = finding;
			const written = finding.found === void 0 ? void 0 : this.#numberAsWritten(path);
			return this.#problem({
				...words,
				...written === void 0 ? {} : { found: written }
			}, this.place(finding) ?? this.#span(0, 1));
		});
		const unique = new Map([...this.#twice, ...problems].map((problem) => [`${problem.line}:${problem.column}:${problem.message}`, problem]));
		return new SpecError([...unique.values()].sort((a, b) => a.line - b.line || a.column - b.column));
	}
	place({ path, atKey = false }, exact = false) {
		let node = this.#document.contents;
		let range = (0, import_dist.isNode)(node) ? node.range : void 0;
		for (const [depth, key] of path.entries()) {
			const parent = this.#resolved(node);
			if ((0, import_dist.isMap)(parent)) {
				const pair = this.#pair(parent, String(key));
				if (!pair && key === 0) continue;
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
		if (isUtf16(this.#text)) throw refuse("this file is in UTF-16", {
			expected: "UTF-8",
			suggestion
		});
		if (this.#text.includes("\0") || this.#text.includes("�")) throw refuse("this is not a text file in UTF-8", { suggestion });
		if (this.#text.length > longestText) throw refuse(`this file is too long for ${this.#kind}`, { expected: "at most 1 MiB" });
	}
	#checkSyntax() {
		const { errors, warnings } = this.#document;
		const tooDeep = errors.find(({ message }) => message.includes("call stack"));
		if (tooDeep) throw new SpecError([this.#problem(nestedTooDeep(deepestNesting), this.#span(...tooDeep.pos))]);
		const isRepeated = ({ code }) => code === "DUPLICATE_KEY";
		const starts = errors.filter(isRepeated).map(({ pos }) => this.#afterSpaces(pos[0]));
		const repeated = withoutRepeated(this.#document, new Set(starts));
		const twice = repeated.map((key) => this.#repeated(key));
		const unknown = starts.filter((start) => !repeated.some(({ key }) => key.range?.[0] === start));
		const problems = [...errors.filter((error) => !isRepeated(error)).map((error) => this.#syntaxProblem(error)), ...unknown.map((start) => this.#problem({ message: "a key stands twice in this mapping" }, this.#span(start, start + 1)))];
		const tags = warnings.filter(({ code }) => code === "TAG_RESOLVE_FAILED").map(({ pos }) => {
			const tag = this.#text.slice(...pos).split(/[\s,{}[\]]/)[0];
			return this.#problem({
				message: `the YAML tag ${tag} means nothing in ${this.#kind}`,
				suggestion: "remove it"
			}, this.#span(pos[0], pos[0] + (tag?.length ?? 1)));
		});
		const first = [
			...problems,
			...tags,
			...twice
		].filter(({ line }, i, all) => all.findIndex((other) => other.line === line) === i);
		if (problems.length + tags.length > 0 || repeated.some(({ hasAnchor }) => hasAnchor)) throw new SpecError(first.sort((a, b) => a.line - b.line));
		this.#twice.push(...twice);
	}
	#syntaxProblem(error) {
		const [from, end] = error.pos;
		const start = this.#afterSpaces(from);
		const open = unclosedAt(error, this.#document, this.#text);
		if (open === void 0) return this.#problem(syntaxWords(error, this.#kind), this.#span(start, Math.max(end, start + 1)));
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
	#afterSpaces(offset) {
		return offset + (/^ */.exec(this.#text.slice(offset, offset + 1e3))?.[0].length ?? 0);
	}
	#repeated({ key, first }) {
		return this.#problem({
			message: `the key ${JSON.stringify(key.value)} stands twice in the same mapping`,
			suggestion: `it is already in line ${this.#lineAt(first.range?.[0] ?? 0)}; remove one of the two`
		}, this.#at(key.range));
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
					message: `no key of ${this.#kind} can be called __proto__`,
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
function loadSpec(path, text, overrides = [], searches = true) {
	const { $schema: _, include: __, task, ...spec } = load(path, text, specSchema, false, overrides, searches);
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
	const { $schema: _, include: __, task: ___, gate, ...spec } = load(path, text, drivenSpecSchema, true);
	return gate ? {
		...spec,
		confidence: gate.confidence
	} : spec;
}
function load(path, text, schema, driven, overrides = [], searches = true) {
	const source = new Source(path, text);
	const written = source.readOn();
	const document = withTask(withFragments(written));
	const asked = at(document, ["version"]);
	if (/^\d+$/.test(String(asked)) && Number(asked) > 1) throw source.error([{
		path: ["version"],
		message: `this spec is version ${asked}; this Tunegate (${version}) reads version ${1}`,
		suggestion: "update Tunegate: the action in your workflow, or the tunegate package"
	}]);
	const found = check(document, schema, driven);
	const under = (some) => check(overridden(document, some), schema, driven);
	const findings = [
		...overrides.length === 0 ? found.findings : withoutGiven(found.findings, under(overrides).findings),
		...checkFragments(written),
		...checkTask(written)
	];
	if (!found.data || findings.length > 0 || source.isAmbiguous) throw source.error(findings.map((finding) => atInclude(finding, written)));
	if (overrides.length === 0) return found.data;
	checkOverrides(path, overrides, (some) => under(some).findings.filter(({ ofSearch }) => searches || !ofSearch));
	return under(overrides).data ?? found.data;
}
function withoutGiven(findings, under) {
	return findings.filter(({ lacks, message }) => !lacks || under.some((other) => other.message === message));
}
function check(document, schema, driven) {
	const parsed = schema.safeParse(document);
	return {
		data: parsed.data,
		findings: [...parsed.success ? [] : explainIssues(parsed.error.issues, document), ...checkSections(document, driven)]
	};
}
function specError(path, text, findings) {
	return new Source(path, text).error(findings);
}
function placesIn(text) {
	const source = new Source("", text);
	return (path) => source.place({ path }, true);
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

// src/spec/unknown-value.ts
function unknownValue(values, space, flat) {
	const path = locationOf(values, flat);
	const [key, holder] = [String(path.at(-1)), path.slice(0, -1)];
	if (holder.length === 0) return {
		path,
		...nearest(key, space.parameters, (parameter) => parameter.path)
	};
	const owner = space.parameters.find(({ location }) => isSame(location, holder));
	const beside = space.parameters.filter(({ location }) => isSame(location.slice(0, -1), holder));
	if (owner?.role !== "option") return {
		path,
		...nearest(key, beside, nameOf)
	};
	const option = String(at(values, [...holder, "type"]));
	const own = beside.filter((parameter) => parameter.path.startsWith(`${owner.path}.${option}.`));
	const others = beside.filter((parameter) => nameOf(parameter) === key).map((parameter) => parameter.path.slice(owner.path.length + 1, -(key.length + 1)));
	return {
		path,
		expected: own.length > 0 ? `one of ${list(own.map(nameOf))}` : `no further key: ${option} has no parameters`,
		...others.length > 0 ? { suggestion: `it is a parameter of ${list(others)}` } : nearest(key, own, nameOf)
	};
}
function nearest(key, parameters, nameIn) {
	const near = closestWord(key, parameters.map(nameIn));
	const meant = parameters.find((parameter) => nameIn(parameter) === near);
	return near === void 0 || !meant ? {} : {
		suggestion: `did you mean ${JSON.stringify(near)}?`,
		meant: meant.path
	};
}
function nameOf({ location }) {
	return String(location.at(-1));
}
function isSame(a, b) {
	return a.length === b.length && a.every((key, i) => String(key) === String(b[i]));
}
function locationOf(value, flat) {
	if (value === null || typeof value !== "object") return [];
	const keys = Object.keys(value);
	if (keys.includes(flat)) return [flat];
	const key = keys.find((head) => flat.startsWith(`${head}.`));
	return key === void 0 ? [] : [key, ...locationOf(at(value, [key]), flat.slice(key.length + 1))];
}

// src/spec/values-file.ts
function readValues({ path: file, text, at: where }, space) {
	const source = new Source(file, text, "a file of values");
	const values = at(source.read(), where);
	if (!isMapping(values)) throw source.error([{
		path: where,
		message: `${where.length > 0 ? where.join(".") : "the file"} should hold the values that ship today`,
		expected: "a mapping of parameters to values",
		found: show(values)
	}]);
	const roots = new Set(space.parameters.map(({ location }) => String(location[0])));
	const ours = Object.entries(values).filter(([key]) => roots.has(/^[^.[]*/.exec(key)[0]));
	try {
		return completeConfig(space, Object.fromEntries(ours));
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
		throw source.error(findingsOf(error.problems, values, where, space));
	}
}
function findingsOf(problems, values, where, space) {
	const named = problems.map((message) => ({
		message,
		flat: message.split(":")[0]
	}));
	const isUnknown = ({ message, flat }) => message === `${flat}: no such parameter`;
	const read = named.filter(isUnknown).map(({ message, flat }) => ({
		message,
		...unknownValue(values, space, flat)
	}));
	const meant = new Set(read.map((value) => value.meant));
	return [...read.map(({ meant: _, path, ...words }) => ({
		...words,
		path: [...where, ...path],
		atKey: true
	})), ...named.filter((problem) => !isUnknown(problem) && !meant.has(problem.flat)).map(({ message, flat }) => ({
		path: pathOf(values, where, space, flat),
		message
	}))];
}
function pathOf(values, where, space, flat) {
	const parameter = space.parameters.find(({ path }) => path === flat);
	if (!parameter) return where;
	if (parameter.location.length > 1 && Object.hasOwn(values, flat)) return [...where, flat];
	const { location, role } = parameter;
	const inside = at(values, [...location, "type"]);
	return [
		...where,
		...location,
		...role === "option" && inside !== void 0 ? ["type"] : []
	];
}
function valuePlaces({ path: file, text, at: where }, space, flatPaths) {
	const source = new Source(file, text, "a file of values");
	const values = at(source.read(), where);
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

// src/spec/shipping-values.ts
function valuesOf({ values }, named, read) {
	if (values === void 0) return void 0;
	const { file, at } = typeof values === "string" ? {
		file: values,
		at: void 0
	} : values;
	const shown = path.join(path.dirname(named.path), file);
	try {
		return {
			path: shown,
			text: read(file),
			file,
			at: at?.split(".") ?? []
		};
	} catch (error) {
		const { code, message } = error;
		throw specError(named.path, named.text, [{
			path: ["values", ...typeof values === "string" ? [] : ["file"]],
			message: code === "ENOENT" ? `there is no file ${shown}` : `${shown} cannot be read: ${message}`,
			expected: "a JSON or YAML file with the values that ship today, by its path relative to the spec",
			suggestion: "correct the path, or remove `values`: then the `default`s of the parameters are what ships"
		}]);
	}
}
function shippingValues(spec, values) {
	if (!values) return spec;
	return {
		...spec,
		params: withShipped(spec.params, readValues(values, createSpace(spec.params)))
	};
}

// src/spec/spec-file.ts
var SpecFileError = class extends Error {
	name = "SpecFileError";
};
function readSpecText(file, shownAs = file) {
	try {
		return readFileSync(file, "utf8");
	} catch (error) {
		throw new SpecFileError(unreadable(shownAs, error), { cause: error });
	}
}
function unreadable(shownAs, { code, message }) {
	switch (code) {
		case "ENOENT": return `There is no spec at ${shownAs}. Write one with tunegate init, or name yours with --config (config: in a workflow)`;
		case "EISDIR": return `${shownAs} is a folder; name the spec file in it, such as ${path.join(shownAs, "tune.yml")}`;
		default: return `Cannot read ${shownAs}: ${message}`;
	}
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
const harmless = /* @__PURE__ */ new Set(["PWD", "OLDPWD"]);
const urlWithPassword = /^[a-z][a-z\d+.-]*:\/\/[^/?#\s:@]*:[^/?#\s@]+@/i;
const proxy = /_PROXY$/;
const contract = /^TUNEGATE_(PARAM_.*|CONFIG|METRICS|STOP|CHECKPOINT_DIR|SEED|TRIAL|RESOURCE|HOST)$/;
function isSecret(name) {
	const upper = name.toUpperCase();
	if (harmless.has(upper)) return false;
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
function checkPlaceholders({ run, shell, metrics = [] }, paths) {
	const files = metrics.flatMap(({ file }, i) => checkText(file, [
		"trial",
		"metrics",
		i,
		"file"
	], paths));
	if (typeof run === "string") return [...shell ? checkShellLine(run, paths) : [], ...files];
	return [...run.flatMap((argument, i) => {
		const path = [
			"trial",
			"run",
			i
		];
		if (argument !== "{args}") return checkText(argument, path, paths);
		return i === 0 ? [{
			path,
			message: "trial.run begins with the program to start, so {args} cannot stand first",
			expected: "a program, such as python"
		}] : [];
	}), ...files];
}
function checkText(text, path, paths) {
	const lone = /[{}]/.exec(text.replace(pattern, ""))?.[0];
	if (lone !== void 0) return [{
		path,
		message: `there is a ${lone} that belongs to no placeholder`,
		found: JSON.stringify(text),
		suggestion: `a brace itself is written ${lone}${lone}`
	}];
	return [...names(text)].flatMap((name) => {
		if (name === "args") return [{
			path,
			message: "{args} stands for several arguments, so it must be one of its own",
			found: JSON.stringify(text)
		}];
		if (paths.includes(name) || isBuiltIn(name)) return [];
		const near = closestPlaceholder(name, paths);
		return [{
			path,
			message: `the placeholder {${name}} is no parameter`,
			expected: `one of ${listKnown(paths)}`,
			suggestion: near === void 0 ? "a brace itself is written {{ or }}" : `did you mean {${near}}?`
		}];
	});
}
function checkShellLine(line, paths) {
	return [...line.matchAll(pattern)].flatMap((match) => {
		const name = match[1];
		const path = ["trial", "run"];
		if (name === void 0 || line[match.index - 1] === "$") return [];
		if (name === "args") return [{
			path,
			message: "trial.run is a line for the shell, where {args} means nothing",
			suggestion: "read the file \"$TUNEGATE_CONFIG\", or write trial.run as a list without `shell`"
		}];
		return paths.includes(name) || isBuiltIn(name) ? [{
			path,
			message: `trial.run is a line for the shell, where {${name}} would have to be quoted`,
			suggestion: `use "$${shellVariable(name, paths)}" instead`
		}] : [];
	});
}
function shellVariable(name, paths) {
	if (paths.includes(name)) return parameterVariable(name);
	return name === "checkpoints" ? "TUNEGATE_CHECKPOINT_DIR" : `TUNEGATE_${name.toUpperCase()}`;
}
function isBuiltIn(name) {
	return builtIns.includes(name);
}
function closestPlaceholder(name, paths) {
	return paths.find((path) => path.endsWith(`.${name}`)) ?? closestWord(name, [
		...paths,
		...builtIns,
		"args"
	]);
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
function readSpec(file, shownAs = file, overrides = {}, searches = true) {
	const text = readSpecText(file, shownAs);
	const written = loadSpec(shownAs, text, asWritten(overrides), searches);
	const folder = path.dirname(file);
	const problems = [];
	const attempt = (read) => {
		try {
			return read();
		} catch (error) {
			if (!(error instanceof SpecError)) throw error;
			problems.push(...error.problems);
			return;
		}
	};
	const values = attempt(() => valuesOf(written, {
		path: shownAs,
		text
	}, (name) => readFileSync(path.resolve(folder, name), "utf8")));
	const spec = discovers(written) ? written : attempt(() => shippingValues(written, values));
	const ownSpace = createSpace(written.params);
	const findings = checkTrialOf(written, ownSpace, folder);
	if (findings.length > 0) problems.push(...specError(shownAs, text, findings).problems);
	if (!spec || problems.length > 0) throw new SpecError(inOrder(problems, shownAs));
	return {
		path: file,
		folder,
		text,
		spec,
		space: spec === written ? ownSpace : createSpace(spec.params),
		...values ? { values } : {}
	};
}
function inOrder(problems, spec) {
	const rank = ({ file }) => file === spec ? 0 : 1;
	return [...problems].sort((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
}
function checkTrialOf({ trial }, space, folder) {
	if ("run" in trial) return checkPlaceholders(trial, space.parameters.map((parameter) => parameter.path));
	if (!("module" in trial && trial.task)) return [];
	try {
		checkTaskData(trial.task, folder);
		return [];
	} catch (error) {
		if (!(error instanceof TaskDataError)) throw error;
		const { path, message, suggestion } = error;
		return [{
			path,
			message,
			...suggestion === void 0 ? {} : { suggestion }
		}];
	}
}
function discovers({ trial, params }) {
	if ("module" in trial) return trial.discover ?? Object.keys(params).length === 0;
	return "script" in trial && trial.keras && trial.discover !== false;
}
const places = {
	trials: ["budget", "trials"],
	time: ["budget", "time"],
	epochs: ["budget", "epochs"],
	workers: ["budget", "workers"],
	seed: ["search", "seed"],
	strategy: ["search", "strategy"],
	gate: ["gate"]
};
function asWritten({ time, ...rest }) {
	const written = {
		...rest,
		...time === void 0 ? {} : { time: `${time / 1e3}s` }
	};
	return Object.entries(places).flatMap(([key, path]) => {
		const value = written[key];
		if (value === void 0) return [];
		return [{
			path,
			value,
			flag: value === false ? `--no-${key}` : `--${key} ${value}`
		}];
	});
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
function table(rows, align) {
	return markdownTable(rows, {
		align: Array.from(align, (letter) => letter === "r" ? "r" : null),
		alignDelimiters: false
	});
}
function valueCell(value) {
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
	const score = (value) => value === void 0 || value === null ? literal`failed` : format(value);
	const number = (of) => inCell.name(`#${of}`);
	const { say, name } = inMarkdown;
	const seeds = candidates[0]?.scores.length ?? 0;
	const choice = seeds === 0 ? void 0 : table([[
		literal`candidate`,
		literal`in the search`,
		...Array.from({ length: seeds }, () => literal`fresh seed`)
	], ...candidates.map((candidate) => [
		number(candidate.trial),
		format(candidate.searchScore),
		...candidate.scores.map(score)
	])], `rr${"r".repeat(seeds)}`);
	const last = table([against ? [
		literal`seed`,
		literal`what ships today`,
		number(trial),
		literal`difference`
	] : [literal`seed`, number(trial)], ...final.map(({ seed, recommended, incumbent }) => [
		inCell.name(String(seed)),
		...against ? [score(incumbent)] : [],
		score(recommended),
		...against ? [recommended === void 0 || incumbent === void 0 ? literal`–` : withSign(recommended - incumbent, format)] : []
	])], against ? "rrrr" : "rr");
	return folded(literal`The best configs on fresh seeds`, [
		choice && paragraph(say`The best of the search were trained again with seeds that the search had not seen; no other has a better mean than ${name(`#${trial}`)}.`),
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
	const columns = columnsThatFit(results, board, paths, (some) => some.length <= options.columns);
	const { say } = inMarkdown;
	const hidden = paths.length > columns.length ? paragraph(say`${plural(paths.length - columns.length, "further parameter")} not shown.`) : void 0;
	const out = [drawRows(results, board, shown, columns, ensembleOf(results))];
	const legend = frontLegend(results, shown, inMarkdown);
	if (legend) out.push(paragraph(legend));
	if (hidden) out.push(hidden);
	if (rest.length > 0) out.push(options.rest ? folded(furtherTrials(rest), [drawRows(results, board, rest, columns)]) : paragraph(say`And ${furtherTrials(rest)}.`));
	return out;
}
function drawRows(results, board, rows, columns, ensemble) {
	const fresh = results.confirmation !== void 0;
	const goals = goalColumns(results);
	const gpus = rows.some(({ trial }) => trial.device !== void 0);
	const header = [
		literal`rank`,
		literal`trial`,
		goalTitle(results.study.metric.name, results, inCell),
		...fresh ? [unbroken(literal`on fresh seeds`)] : [],
		...goals.map((goal) => goalTitle(goal.name, results, inCell)),
		...columns.map((path) => inCell.name(shortName(path, columns))),
		literal`epochs`,
		literal`duration`,
		...gpus ? [literal`GPU`] : [],
		literal`state`
	];
	const body = rows.map(({ rank, trial, incumbent, best, misses }) => [
		rank === void 0 ? literal`` : counted(rank),
		incumbent ? inCell.say`${number$1(trial.trial)}\u00a0ships\u00a0today` : best && fresh ? inCell.strong(number$1(trial.trial)) : number$1(trial.trial),
		trial.score === void 0 ? literal`–` : board.score(trial.score),
		...fresh ? [unbroken(freshCell(results, {
			trial,
			incumbent
		}))] : [],
		...goals.map((goal) => goal.cell(trial)),
		...columns.map((path) => valueCell(trial.config[path])),
		epochsOf$1(trial),
		unbroken(duration$1(trial.durationMs)),
		...gpus ? [trial.device === void 0 ? literal`` : inCell.name(trial.device, 20)] : [],
		missWords(misses, inCell) ?? unbroken(stateWords(trial))
	]);
	const first = ensemble ? [header.map((_, i) => {
		if (i === 1) return unbroken(literal`ensemble of ${counted(ensemble.members.length)}`);
		if (i === 2) return board.score(ensemble.validation);
		return literal``;
	})] : [];
	return table([
		header,
		...first,
		...body
	], `rlr${fresh ? "r" : ""}${"r".repeat(columns.length)}rr${gpus ? "r" : ""}l`);
}
function ensembleOf({ model }) {
	return model && model.ensemble.members.length > 1 ? model.ensemble : void 0;
}
function number$1(trial) {
	return inCell.name(`#${trial}`);
}

// src/report/sections/run-details.ts
function runDetails(results) {
	const { say } = inMarkdown;
	return folded(literal`How this was run`, [paragraph(stopSentence(results, inMarkdown)), bullets(runFacts(results, inMarkdown).map(({ label, text }) => say`${label}: ${text}`))]);
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
			blocks: drawn$1(list, path)
		}] : [];
	}).filter(({ blocks }) => countBlocks(blocks) > 1);
}
function countBlocks(blocks) {
	return blocks.reduce((sum, { blocks: inner }) => sum + (inner.length > 0 ? countBlocks(inner) : 1), 0);
}
function drawn$1(list, name) {
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
			blocks: all.flatMap(([key, value]) => Array.isArray(value) ? drawn$1(value, key) : []),
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
const mostBlocks = 100;
const mostSettings = 8;
const mostCharacters = 32;
function architectureSection({ space }, { recommended }) {
	if (!recommended) return [];
	const { say, name } = inMarkdown;
	return architectureOf(space, recommended.config).flatMap((stack) => {
		const count = countBlocks(stack.blocks);
		if (count > mostBlocks) return [];
		const drawing = mermaidBlock(mermaid(stack));
		return count > mostInRow ? [folded(inHtml.say`${inHtml.name(stack.name)} of trial ${inHtml.name(`#${recommended.trial}`)}, drawn`, [drawing])] : [paragraph(say`Its ${name(stack.name)}:`), drawing];
	});
}
function mermaid({ blocks }) {
	const { say } = inMermaid;
	const lines = [countBlocks(blocks) > mostInRow ? say`flowchart TD` : say`flowchart LR`, say`  in([input])`];
	const links = [];
	const skips = [];
	let last = literal`in`;
	let count = 0;
	let stages = 0;
	const open = [];
	const node = (block, indent) => {
		const id = literal`b${counted(count++)}`;
		lines.push(say`${indent}${id}["${label(block)}"]`);
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
			lines.push(say`${indent}subgraph s${counted(stages++)}["${label(block)}"]`);
			place(block.blocks, literal`${indent}  `);
			lines.push(say`${indent}end`);
		}
	};
	place(blocks, literal`  `);
	for (const from of open) skips.push(say`  ${from} -. skip .-> out`);
	return [
		...lines,
		say`  out([output])`,
		...links,
		say`  ${last} ==> out`,
		...skips
	];
}
function label({ title, settings }) {
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
function bestConfig(results, board) {
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
		...results.driven ? [] : [paragraph(say`To train it again:`), codeBlock(replayCommand(results, best.trial), { language: "sh" })]
	];
}

// src/report/sections/failures.ts
function failuresSection(results, options) {
	const groups = failureGroups(results);
	if (groups.length === 0) return void 0;
	const { lines, log } = failureReport(results, inMarkdown);
	return folded(failedWords(groups.flatMap(({ trials }) => trials)), [bullets(lines), ...options.tail && log ? [paragraph(log.title), codeBlock(log.tail, {
		limit: 4096,
		keep: "end"
	})] : []]);
}

// src/report/mermaid.ts
const mostPoints = 60;
const longestLabel = 24;
const { say: say$1, name: name$1, join } = inMermaid;
const lineColours = [
	literal`blue`,
	literal`orange`,
	literal`green`
];
const look = (height) => say$1`%%{init: {"xyChart": {"height": ${number(height)}}, "themeVariables": {"xyChart": {"plotColorPalette": "#1f6feb, #d4730b, #2da44e"}}}}%%`;
function lineChart(title, xAxis, yAxis, lines) {
	const longest = Math.max(0, ...lines.map(({ values }) => values.length));
	if (longest < 2 || lines.some(({ values }) => !values.every(Number.isFinite))) return void 0;
	const thin = (values) => values.length <= mostPoints ? values : Array.from({ length: mostPoints }, (_, i) => values[Math.round(i * (values.length - 1) / 59)]);
	return mermaidBlock([
		look(360),
		say$1`xychart-beta`,
		say$1`  title "${name$1(title, 60)}"`,
		say$1`  x-axis "${name$1(xAxis, longestLabel)}" 1 --> ${number(longest)}`,
		say$1`  y-axis "${name$1(yAxis, longestLabel)}"`,
		...lines.map(({ values }) => say$1`  line [${join(thin(values).map(number), ", ")}]`)
	]);
}
function barChart(title, yAxis, bars) {
	if (bars.length === 0 || !bars.every(({ value }) => Number.isFinite(value))) return void 0;
	const labels = bars.map(({ label }) => say$1`"${name$1(label, longestLabel)}"`);
	return mermaidBlock([
		look(120 + 40 * bars.length),
		say$1`xychart-beta horizontal`,
		say$1`  title "${name$1(title, 60)}"`,
		say$1`  x-axis [${join(labels, ", ")}]`,
		say$1`  y-axis "${name$1(yAxis, longestLabel)}" 0 --> ${number(Math.max(...bars.map(({ value }) => value)) * 1.05)}`,
		say$1`  bar [${join(bars.map(({ value }) => number(value)), ", ")}]`
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
	const lines = curves(results, board);
	const charts = [
		lineChart("Best score so far", "trials", study.metric.name, [{ values: insight.progress.best.map((loss) => sign * loss) }]),
		lineChart(`Learning curves of the best ${shownCurves}`, "reports", study.metric.name, lines),
		legend(lines.map(({ trial }) => trial)),
		barChart("What decided about being among the best", "share", (insight.importance ?? []).slice(0, 6).map(({ path, share }) => ({
			label: path,
			value: Number(share.toFixed(3))
		})))
	].filter((chart) => chart !== void 0);
	if (words.length === 0 && charts.length === 0) return void 0;
	return folded(literal`What the search learned`, [words.length > 0 ? bullets(words) : void 0, ...charts]);
}
function legend(trials) {
	if (trials.length < 2) return void 0;
	const { say, name, join } = inMarkdown;
	return paragraph(join(trials.map((trial, index) => say`${lineColours[index]}: ${name(`#${trial}`)}`), ", "));
}
function curves({ study }, board) {
	return board.rows.filter(({ rank }) => rank !== void 0).slice(0, shownCurves).map(({ trial }) => ({
		trial: trial.trial,
		values: trial.reports.flatMap(({ metrics }) => {
			const value = metrics[study.metric.name];
			return value === void 0 || !Number.isFinite(value) ? [] : [value];
		})
	})).filter(({ values }) => values.length >= 3);
}

// src/report/sections/model.ts
function modelLine({ model }) {
	return model && paragraph(modelSentence(model, inMarkdown));
}
function modelDetails({ model }) {
	if (!model) return void 0;
	return folded(literal`${model.task === "forecasting" ? literal`How good the model is, step by step and input by input` : literal`How good the model is, class by class and column by column`}`, [
		...forecastCharts(model),
		...modelTables(model, inCell).flatMap(drawn),
		paragraph(literal`To use it (the folder \`model\` is among the files of the run, and \`tunegate export\` writes it):`),
		codeBlock(predictCommand(model), { language: "sh" }),
		dataNotes(model)
	]);
}
function forecastCharts({ test, target }) {
	const [first] = test?.forecast?.drawn ?? [];
	if (!first) return [];
	const { series, predicted, actual, times } = first;
	const known = (values) => values.flatMap((value) => value === null ? [] : [value]);
	if (actual.includes(null) || actual.length < predicted.length) return [];
	const chart = lineChart(`${series === "" ? target : series}: test part`, "steps ahead", target, [{ values: known(predicted) }, { values: known(actual) }]);
	if (!chart) return [];
	const { say, name } = inMarkdown;
	return [chart, paragraph(say`${lineColours[0]}: the forecast; ${lineColours[1]}: what came, ${name(times[1])} to ${name(times[2])}.`)];
}
function drawn({ title, header, rows, align, note }) {
	return [
		paragraph(inMarkdown.strong(title)),
		table([header, ...rows], align),
		...note ? [paragraph(note)] : []
	];
}
function dataNotes({ notes }) {
	return bullets(notes.slice(0, 30).map((text) => inMarkdown.sentence(text)));
}

// src/report/sections/notices.ts
function noticesSection({ notices }, most) {
	if (notices.length === 0) return void 0;
	const { say, sentence } = inMarkdown;
	const shown = notices.slice(0, most).map((notice) => say`${sentence(notice)}`);
	const more = notices.length > most ? [say`and ${counted(notices.length - most)} more`] : [];
	return blocks([paragraph(literal`Notes:`), bullets([...shown, ...more])]);
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
		literal`score`,
		literal`all ${counted(trials)} trials`,
		literal`the best ${counted(topTrials)}`
	];
	const rows = found.map(({ name, step, all, top }) => [
		step === void 0 ? inCell.name(name) : inCell.say`${inCell.name(name)} after ${step === 1 ? literal`1 epoch` : literal`${counted(step)} epochs`}`,
		correlationCell(all),
		correlationCell(top)
	]);
	const useless = found.every(({ top }) => top < telling);
	return folded(literal`How far scores before the end can be trusted`, [
		paragraph(say`Rank correlation with the score after the training: 1 is the same order, 0 none, −1 the opposite one. The best are what a search is about.`),
		table([head, ...rows], "lrr"),
		...useless ? [paragraph(say`None of them tells the best from the good here.`)] : []
	]);
}
function correlationCell(value) {
	const text = Math.abs(value).toFixed(2);
	return `${value < 0 && text !== "0.00" ? "−" : ""}${text}`;
}

// src/report/sections/regression-check.ts
const { say, name, sentence } = inMarkdown;
const none = literal`–`;
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
		literal`base`,
		literal`head`,
		literal`difference`,
		literal`${intervalLevel(verdict)} interval`,
		literal`limit`,
		literal`seeds`
	];
	const row = [
		literal`mean`,
		base === void 0 ? none : means(base),
		head === void 0 ? none : means(head),
		difference === void 0 ? none : withSign(difference, change),
		interval === void 0 ? none : interval[0] === interval[1] ? literal`exact` : literal`${withSign(interval[0], change)} to ${withSign(interval[1], change)}`,
		short(maxDrop, 6),
		seedCount(verdict)
	];
	return table([header, row], "lrrrrrr");
}
function otherTable(verdict) {
	const { shown, rest } = otherMetrics(verdict);
	if (shown.length === 0) return [];
	const rows = shown.map(({ name: of, cells }) => [inCell.name(of), ...cells]);
	return [table([[literal`further metric`, ...otherTitles], ...rows], "lrrrrrl"), ...rest > 0 ? [paragraph(say`${counted(rest)} more ${rest === 1 ? literal`is` : literal`are`} further from the limit: the files of the run have them.`)] : []];
}
function seedCount({ pairs }) {
	const complete = completePairs(pairs);
	return complete === pairs.length ? counted(complete) : literal`${counted(complete)} of ${counted(pairs.length)}`;
}
function scores({ pairs, base, head }) {
	return [
		...pairs.flatMap((pair) => [pair.base, pair.head]),
		base,
		head
	].filter((value) => value !== void 0);
}
function compared({ base, head }) {
	const headWords = head?.sha ? name(head.sha.slice(0, 7)) : say`the files as they are`;
	const dirty = head?.sha && head.dirty ? say` with changes that are not committed` : say``;
	const baseWords = base ? say`${name(base.sha.slice(0, 7))} (${sentence(base.how, 120)})` : say`unknown`;
	return say`Base is ${baseWords}, head is ${headWords}${dirty}; both were trained with their own shipped values and the same seeds.`;
}
function regressionDetails(results) {
	const { verdict } = results;
	if (!verdict || verdict.pairs.length === 0) return void 0;
	const format = numberFormat(scores(verdict));
	const rows = verdict.pairs.map(({ seed, base, head }) => [
		inCell.name(String(seed)),
		base === void 0 ? literal`failed` : format(base),
		head === void 0 ? literal`failed` : format(head),
		base === void 0 || head === void 0 ? none : withSign(head - base, format)
	]);
	const header = [
		literal`seed`,
		literal`base`,
		literal`head`,
		literal`difference`
	];
	const plot = dotPlot(verdict.pairs);
	return folded(literal`Regression check, seed by seed`, [
		table([header, ...rows], "rrrr"),
		plot.length > 0 ? codeBlock(plot.join("\n")) : void 0,
		paragraph(statistics(verdict)),
		shippedChanges(results),
		paragraph(say`To compare again, in a checkout of the head:`),
		codeBlock(compareCommand(results), { language: "sh" })
	]);
}
function statistics({ pWorse, detectable, confidence, goal }) {
	const better = goal === "maximize" ? literal`higher` : literal`lower`;
	const p = pWorse === void 0 ? literal`` : literal` p = ${short(pWorse, 2)}.`;
	const power = detectable === void 0 ? literal`` : literal` This many seeds find a change to the worse of ${short(detectable, 2)} four times in five.`;
	return say`One-sided paired test that head is worse (${better} is better), at ${percent$2(confidence)} confidence.${p}${power}`;
}
function shippedChanges({ baseConfig, space }) {
	const head = space.incumbent;
	if (!baseConfig || !head) return void 0;
	const paths = [.../* @__PURE__ */ new Set([...Object.keys(baseConfig), ...Object.keys(head)])].filter((path) => baseConfig[path] !== head[path]);
	if (paths.length === 0) return void 0;
	const rows = paths.slice(0, 50).map((path) => [
		inCell.name(path),
		valueCell(baseConfig[path]),
		valueCell(head[path])
	]);
	return table([[
		literal`shipped value`,
		literal`base`,
		literal`head`
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
	return blocks([
		heading(say`Leaderboard of ${name(results.study.name)}`),
		paragraph(goalWords(results)),
		full(results, board, {
			leaderboard: {
				top: everything,
				rest: false,
				columns: everything
			},
			tail: true,
			notices: 50,
			details: true
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
		modelLine(results),
		...bestConfig(results, board),
		noticesSection(results, stage.notices),
		...stage.details ? [
			regressionDetails(results),
			confirmationDetails(results),
			modelDetails(results),
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
	return literal`The rest is too long for here: see the summary of the job and the files of the run.`;
}
function document(items) {
	return block`${blocks(items)}\n`;
}

// src/study/seeds.ts
function trialSeed(studySeed, purpose, index) {
	return randomStream(studySeed, `seed ${purpose}`, index).integer(2 ** 31);
}

// src/confirm/plan.ts
const mostCandidates = 5;
const mostChoiceSeeds = 3;
const leastFinalSeeds = 3;
const mostFinalSeeds = 5;
const share = .15;
const confirmTimeShare = .13;
const mostConfirmTimeShare = .3;
const timeToPlan = .95;
function leastSeeds(wanted = leastFinalSeeds) {
	return Math.min(2, wanted);
}
function planConfirmation(room) {
	const { searched, available, affordable, perFinalSeed, wanted } = room;
	if (available === 0) return void 0;
	const least = wanted ?? leastFinalSeeds;
	const budget = Math.min(affordable, Math.max(least * perFinalSeed, Math.round(share * searched)));
	const sure = Math.min(least, Math.floor(budget / perFinalSeed));
	if (sure < leastSeeds(wanted)) return void 0;
	const rest = budget - sure * perFinalSeed;
	const candidates = Math.min(5, available, rest);
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
function affordableTrainings(left, training, workers) {
	return Math.floor(timeToPlan * left / Math.max(1, training)) * workers;
}
function furtherConfirmTime(left, { trainings, training, workers }) {
	const needed = Math.ceil(trainings / workers) * training / timeToPlan;
	return needed > mostConfirmTimeShare * left ? 0 : Math.max(0, needed - confirmTimeShare * left);
}
function fullTrainings(study, fullResource) {
	return endedTrials(study.trials).reduce((sum, trial) => sum + shareOfFull(trial, fullResource), 0);
}
function shareOfFull({ reports, resource, state }, full) {
	const reached = state === "completed" ? resource : reachedStep(reports) ?? resource;
	return full === void 0 || reached === void 0 ? 1 : Math.min(1, reached / full);
}
function inOneGo({ segments }) {
	const told = segments.filter(isTold);
	const took = told.map(({ end }) => end?.durationMs ?? 0);
	const all = took.reduce((sum, ms) => sum + ms, 0);
	const full = told.at(-1)?.resource;
	if (full === void 0) return all;
	const scaled = told.map(({ resource = 0 }, i) => took[i] * full / Math.max(0, resource - (told[i - 1]?.resource ?? 0)));
	return Math.min(all, ...scaled.filter(Number.isFinite));
}
function trainingTimes(trials) {
	return trials.map(inOneGo).sort((a, b) => a - b);
}
function typicalTime(times) {
	return times[Math.floor(times.length / 2)] ?? 0;
}

// src/confirm/equal-scores.ts
function likeliestOfEquals(ranked, study, space) {
	const places = /* @__PURE__ */ new Map();
	for (const { score } of ranked) if (!places.has(score)) places.set(score, places.size);
	const first = ranked.slice(0, 5 + 1);
	const surrogate = new Set(first.map(({ score }) => score)).size < first.length ? fitSurrogate(space, observationsOf(study)) : void 0;
	if (!surrogate) return [...ranked];
	const expected = new Map(ranked.map((trial) => [trial, surrogate.loss(trial.config)]));
	return [...ranked].sort((a, b) => places.get(a.score) - places.get(b.score) || expected.get(a) - expected.get(b));
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
	const before = known.get(key);
	if (before !== void 0) return before;
	const quantile = p < .5 ? -upperQuantile(p, df) : upperQuantile(1 - p, df);
	if (known.size >= mostKnown) known.clear();
	known.set(key, quantile);
	return quantile;
}
const known = /* @__PURE__ */ new Map();
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
const rounding$1 = 1e-6;
const finest = 1e-4;
function resolutionOf(scores) {
	const scale = Math.max(...scores.map(Math.abs));
	const sorted = [...scores].sort((a, b) => a - b);
	const step = sorted.slice(1).map((score, index) => score - sorted[index]).reduce((common, gap) => commonMeasure(common, gap, rounding$1 * scale), 0);
	return step > 1e-4 * scale && Number.isFinite(step) ? step : 0;
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

// src/confirm/step.ts
const rounding = 1e-7;
function stepOf(scores) {
	const different = [...new Set(scores)];
	if (different.length < 2) return 0;
	if (different.length > 2) return resolutionOf(different);
	const scale = Math.max(...different.map(Math.abs));
	for (let parts = 1; parts * finest * scale <= 1; parts++) if (different.every((score) => Math.abs(score * parts - Math.round(score * parts)) <= rounding * scale * parts)) return 1 / parts;
	return 0;
}

// src/confirm/equal-seeds.ts
const unlikely = .01;
function sameOnAllSeeds(searched, fresh) {
	return fresh.length > 0 && fresh.every(({ of, score }) => score === of.searchScore) && chanceOfEquals(searched) ** fresh.length < unlikely;
}
function chanceOfEquals(searched) {
	const better = searched.slice(0, Math.max(2, Math.ceil(searched.length / 2)));
	const pairs = better.length * (better.length - 1) / 2;
	const equal = better.flatMap((score, i) => better.slice(i + 1).filter((other) => other === score)).length;
	if (pairs > 0 && equal === 0 && stepOf(searched) === 0) return 0;
	return (equal + .5) / (pairs + 1);
}

// src/confirm/judge.ts
const level = .95;
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
	const { goal, confidence, searched, candidates, trial, final, misses = false, withIncumbent } = input;
	const chosen = candidates.find((candidate) => candidate.trial === trial);
	const scores = final.map(({ recommended }) => recommended).filter(isScore);
	const fresh = candidates.flatMap((of) => [...of.scores.map((score) => ({
		of,
		score
	})), ...of === chosen ? final.map(({ recommended: score }) => ({
		of,
		score
	})) : []]);
	const deterministic = sameOnAllSeeds(searched, fresh);
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
	const interval = meanInterval(scores, chosen?.scores.filter(isScore) ?? [], deterministic ? [] : searched);
	return {
		candidates,
		trial,
		final,
		...scores.length === 0 ? {} : { mean: mean(scores) },
		...interval ? { interval } : {},
		level,
		...against ? { against } : {},
		...misses ? { misses } : {},
		improved: against?.conclusion === "improved" && !misses,
		deterministic
	};
}
function meanInterval(scores, others = [], known = []) {
	const groups = [scores, others].filter((group) => group.length > 0);
	const freedom = groups.reduce((sum, group) => sum + group.length - 1, 0);
	if (scores.length === 0 || freedom === 0) return void 0;
	const seen = Math.hypot(...groups.flatMap(deviations)) / Math.sqrt(freedom);
	const step = stepOf([
		...known,
		...scores,
		...others
	]);
	const deviation = Math.max(seen, step / Math.sqrt(12));
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

// src/confirm/stage.ts
var ConfirmStage = class ConfirmStage {
	plan;
	candidates;
	#options;
	static of(options) {
		const { space, study, fullResource, affordable = () => Number.POSITIVE_INFINITY, wanted } = options;
		const best = worthConfirming(options);
		if (best.length === 0) return void 0;
		const ships = space.incumbent;
		const known = ships !== void 0 && knownScore(options.fold, jobOf(options, ships, finalSeedOf(options, 0)), ["head"]) !== void 0;
		const plan = planConfirmation({
			searched: fullTrainings(study, fullResource),
			available: best.length,
			affordable: affordable(best),
			perFinalSeed: ships === void 0 || known ? 1 : 2,
			...typeof wanted === "number" ? { wanted } : {}
		});
		return plan ? new ConfirmStage(options, plan, best) : "no time";
	}
	constructor(options, plan, best) {
		this.#options = options;
		this.plan = plan;
		this.candidates = likeliestOfEquals(best, options.study, options.space).slice(0, plan.candidates);
	}
	get words() {
		const { candidates, choiceSeeds, finalSeeds } = this.plan;
		return choiceSeeds === 0 ? `Confirming the best config on ${plural$1(finalSeeds, "fresh seed")}` : `Confirming: the best ${candidates} configs on ${plural$1(choiceSeeds, "fresh seed")} each, then the one chosen on ${finalSeeds} more`;
	}
	get due() {
		const first = this.#unknown(this.#choiceJobs());
		if (first.length > 0) return first;
		const one = this.#unknown(this.#finalJobs(1));
		return one.length > 0 || this.#judged(1).deterministic ? one : this.#unknown(this.#finalJobs(this.plan.finalSeeds));
	}
	get confirmation() {
		return this.#judged(this.plan.finalSeeds);
	}
	get notices() {
		const { trial, config } = this.#chosen();
		return this.#freshMisses(config, [...this.#choiceSeeds, ...this.#finalSeeds(this.plan.finalSeeds)]).map((words) => `On fresh seeds the best config, trial ${trial}, misses a constraint: ${words}.`);
	}
	#choiceJobs() {
		return this.#choiceSeeds.flatMap((seed) => this.candidates.map(({ config }) => jobOf(this.#options, config, seed)));
	}
	#finalJobs(seeds) {
		const { config } = this.#chosen();
		const ships = this.#options.space.incumbent;
		return this.#finalSeeds(seeds).flatMap((seed) => [config, ...ships === void 0 ? [] : [ships]].map((one) => jobOf(this.#options, one, seed)));
	}
	get #choiceSeeds() {
		const { seed } = this.#options;
		return Array.from({ length: this.plan.choiceSeeds }, (_, index) => trialSeed(seed, "confirm", index));
	}
	#finalSeeds(count) {
		return Array.from({ length: count }, (_, index) => finalSeedOf(this.#options, index));
	}
	#unknown(jobs) {
		return jobs.filter((job) => knownScore(this.#options.fold, job) === void 0);
	}
	#scored() {
		return this.candidates.map(({ trial, score, config }) => ({
			trial,
			searchScore: score,
			scores: this.#choiceSeeds.flatMap((seed) => this.#told(config, seed)).map((told) => told ?? null)
		}));
	}
	#chosen() {
		const all = this.#scored();
		const keeping = all.filter((_, i) => this.#freshMisses(this.candidates[i].config, this.#choiceSeeds).length === 0);
		const chosen = chooseCandidate(keeping.length > 0 ? keeping : all, this.#options.study.metric.goal);
		return this.candidates.find(({ trial }) => trial === chosen.trial);
	}
	#judged(seeds) {
		const { study, space, confidence = .95 } = this.#options;
		const ships = space.incumbent;
		const { trial, config } = this.#chosen();
		const final = this.#finalSeeds(seeds).flatMap((seed) => {
			const recommended = this.#told(config, seed);
			const incumbent = ships === void 0 ? [] : this.#told(ships, seed);
			if (recommended.length === 0 || ships !== void 0 && incumbent.length === 0) return [];
			return [{
				seed,
				...recommended[0] === void 0 ? {} : { recommended: recommended[0] },
				...incumbent[0] === void 0 ? {} : { incumbent: incumbent[0] }
			}];
		});
		return judgeConfirmation({
			goal: study.metric.goal,
			confidence,
			searched: searchedScores(study),
			candidates: this.#scored(),
			trial,
			final,
			misses: this.#freshMisses(config, [...this.#choiceSeeds, ...this.#finalSeeds(seeds)]).length > 0,
			withIncumbent: ships !== void 0
		});
	}
	#told(config, seed) {
		const score = knownScore(this.#options.fold, jobOf(this.#options, config, seed));
		return score === void 0 ? [] : [score.value];
	}
	#freshMisses(config, seeds) {
		const { fold, study } = this.#options;
		const trainings = fold.trials.filter((trial) => trial.role === "confirm" && seeds.includes(trial.seed) && sameJob(trial, jobOf(this.#options, config, trial.seed)));
		return (study.constraints ?? []).flatMap((constraint) => {
			const { name } = constraint;
			const values = trainings.flatMap(({ segments }) => {
				const { reports = [], end } = segments.at(-1) ?? {};
				return lastValue(name, reports) ?? (end?.state === "completed" ? NaN : []);
			});
			if (values.length === 0) return [];
			const middle = mean(values);
			if (Number.isNaN(middle)) return [`${name} has no value on a fresh seed`];
			const bound = brokenBound(constraint, middle);
			return bound === void 0 ? [] : [`${name} is ${shown(middle)} in the mean, ${bound} is asked for`];
		});
	}
};
function searchedScores(study) {
	return rankTrials(study).flatMap(({ state, score }) => state === "completed" && score !== void 0 && Number.isFinite(score) ? [score] : []);
}
function worthConfirming({ space, study, fullResource }) {
	const ships = space.incumbent;
	const seen = new Set(ships && [hashConfig(space, ships)]);
	const isNew = ({ config }) => seen.size < seen.add(hashConfig(space, config)).size;
	return (study.more?.length ? [recommend(study)?.trial ?? []].flat() : rankTrials(study)).filter((trial) => misses(study, trial).length === 0 && trial.state === "completed" && trial.score !== void 0 && Number.isFinite(trial.score) && (fullResource === void 0 || (trial.resource ?? fullResource) >= fullResource) && isNew(trial));
}
function jobOf({ code, fullResource }, config, seed) {
	return {
		role: "confirm",
		config,
		seed,
		code,
		...fullResource === void 0 ? {} : { resource: fullResource }
	};
}
function finalSeedOf({ seed }, index) {
	return trialSeed(seed, "gate", index);
}
function knownScore(fold, job, roles = ["confirm", "head"]) {
	const end = fold.trials.filter((item) => roles.includes(item.role) && sameJob(item, job)).flatMap(({ segments }) => segments.at(-1) ?? []).find(isTold)?.end;
	return end && { value: end.state === "completed" && Number.isFinite(end.score) ? end.score : void 0 };
}
function shown(value) {
	return String(Number(value.toPrecision(4)));
}

// src/ask-tell/confirming.ts
const drivenCode = "driven";
var Confirming = class {
	#spec;
	#space;
	#fold;
	#made;
	constructor(spec, space, fold) {
		this.#spec = spec;
		this.#space = space;
		this.#fold = fold;
	}
	get next() {
		const due = this.#stage?.due ?? [];
		const underWay = this.#trainings.filter(({ segments }) => !segments.every(isTold));
		return due.find((job) => !underWay.some((trial) => sameJob(trial, job))) ?? (due.length > 0 ? "wait" : void 0);
	}
	get number() {
		return this.#trainings.reduce((most, { trial }) => Math.max(most, trial + 1), numberOf("confirm", 0));
	}
	get confirmation() {
		if (this.#trainings.length === 0) return void 0;
		const stage = this.#stage;
		const confirmation = stage?.confirmation;
		const failed = confirmation && confirmation.final.length > 0 && stage?.due.length === 0;
		return confirmation?.mean !== void 0 || failed ? confirmation : void 0;
	}
	get notices() {
		return this.confirmation ? this.#stage.notices : [];
	}
	get #trainings() {
		return this.#fold.trials.filter(({ role }) => role === "confirm");
	}
	get #stage() {
		const { search, budget, confidence } = this.#spec;
		const ends = this.#fold.allEnds.length;
		if (search.confirm === false) return void 0;
		if (this.#made?.ends !== ends) {
			const stage = ConfirmStage.of({
				space: this.#space,
				study: this.#fold.study(),
				fold: this.#fold,
				seed: this.#fold.header.seed,
				wanted: search.confirm,
				...budget.epochs === void 0 ? {} : { fullResource: budget.epochs },
				code: drivenCode,
				...confidence === void 0 ? {} : { confidence }
			});
			this.#made = {
				ends,
				stage: stage === "no time" ? void 0 : stage
			};
		}
		return this.#made.stage;
	}
};

// src/study/epochs.ts
function epochsSpent(fold, resumable = true) {
	return fold.trials.filter(({ role }) => role === "search").reduce((sum, trial) => sum + epochsOf(trial, resumable), 0);
}
function epochsTrained(fold, resumable = true) {
	return fold.trials.reduce((sum, trial) => sum + epochsOf(trial, resumable, true), 0);
}
function epochsOf({ segments }, resumable, open = false) {
	let sum = 0;
	let before = 0;
	for (const segment of segments) {
		const { reports, resource, end } = segment;
		if (!isTold(segment) && !(open && segment === segments.at(-1))) continue;
		const first = reports[0]?.step;
		const reached = reachedStep(reports);
		const last = end?.state === "completed" ? Math.max(resource ?? 0, reached ?? 0) : reached;
		if (last === void 0) continue;
		const anew = reports.length > 1 ? first !== void 0 && first <= before : !resumable;
		sum += anew ? last : Math.max(0, last - before);
		before = last;
	}
	return sum;
}
function roomForEpochs(next, running, fold, total, resumable = true) {
	if (total === void 0 || next.resource === void 0) return "now";
	const wanted = epochsWanted(next);
	const spent = epochsSpent(fold, resumable);
	if (spent + wanted > total) return { over: `${grouped(spent)} of ${plural$1(total, "epoch")} ${spent === 1 ? "was" : "were"} trained, and the next training would take up to ${wanted}` };
	return spent + running.reduce((sum, training) => sum + epochsWanted(training), 0) + wanted > total ? "later" : "now";
}
function epochsWanted({ known, segment, resource = 0 }) {
	return Math.max(0, resource - (known?.segments[segment - 1]?.resource ?? 0));
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

// src/space/observed-space.ts
function observedSpace(configs, incumbent) {
	const seen = /* @__PURE__ */ new Map();
	for (const config of configs) for (const [path, value] of Object.entries(config)) {
		const values = seen.get(path);
		if (values) values.add(value);
		else seen.set(path, /* @__PURE__ */ new Set([value]));
	}
	const parameters = [...seen].map(([path, values]) => {
		const value = incumbent && Object.hasOwn(incumbent, path) ? incumbent[path] : void 0;
		const parameter = {
			path,
			location: [path],
			domain: domainOf([...values]),
			conditions: []
		};
		return value === void 0 ? parameter : {
			...parameter,
			default: value
		};
	});
	const { incumbent: _, ...space } = spaceOf$1(parameters);
	return {
		...space,
		...incumbent ? { incumbent } : {},
		missingDefaults: incumbent ? [] : space.missingDefaults,
		observed: true
	};
}
function domainOf(values) {
	const numbers = values.filter((value) => typeof value === "number");
	if (numbers.length === values.length) {
		const type = numbers.every(Number.isSafeInteger) ? "int" : "float";
		const [min, max] = numbers.reduce(([low, high], x) => [Math.min(low, x), Math.max(high, x)], [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
		return {
			type,
			min,
			max,
			scale: "linear"
		};
	}
	return values.every((value) => typeof value === "boolean") ? { type: "bool" } : {
		type: "choice",
		values,
		ordered: false
	};
}

// src/session/as-it-was.ts
const changed = "The spec has changed since this study: ";
const lost = "What the code of this study asked for is not in its folder (params.json): its parameters are those that its configs have.";
function tellsOfThen(notice) {
	return notice.startsWith(changed) || notice.startsWith(lost);
}
function asItWas(results, header, { name, metric, constraints }, discovered = false) {
	const { space, change } = spaceThen(results, header);
	const now = createHeader({
		...header,
		name,
		metric,
		more: metric.more,
		constraints
	}, new Date(header.created));
	const changes = [...headerChanges(header, now), ...change && !discovered ? [change] : []];
	const notices = [...changes.length > 0 ? [`${changed}${changes.join(", and ")}. What is reported is the study as it was.`] : [], ...change && discovered ? [lost] : []];
	if (notices.length === 0) return results;
	const unknown = space.observed ? " The ranges of its parameters are not known, and so not what it has learned of them." : "";
	return {
		...results,
		space,
		notices: [...results.notices, `${notices.join(" ")}${unknown}`]
	};
}
function spaceThen({ study, space }, header) {
	const isOf = ({ parameters }) => fingerprint(parameters) === header.space;
	if (isOf(space)) return { space };
	const shipped = shippedThen(study);
	const then = shipped && spaceOf$1(space.parameters.map((one) => withDefault(one, shipped)));
	if (then && isOf(then)) return {
		space: then,
		change: "what ships was another config"
	};
	const configs = study.trials.filter(({ role }) => role !== "base").map(({ config }) => config);
	return {
		space: observedSpace(configs, shipped),
		change: "the parameters (params) are not the same"
	};
}
function withDefault(parameter, shipped) {
	const value = Object.hasOwn(shipped, parameter.path) ? shipped[parameter.path] : void 0;
	return value === void 0 ? parameter : {
		...parameter,
		default: value
	};
}
function shippedThen({ trials }) {
	return trials.find(({ role, origin }) => role === "head" || role === "search" && origin === "incumbent")?.config;
}

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
function spentOf({ price, ...budget }, fold, timeMs, gateMs, resumable) {
	const { trials } = fold.study();
	return {
		timeMs,
		gateMs,
		trials: trials.filter(({ role, state }) => role === "search" && (state === "completed" || state === "pruned" || state === "failed")).length,
		epochs: epochsTrained(fold, resumable),
		...budget["total-epochs"] === void 0 ? {} : { searchEpochs: epochsSpent(fold, resumable) },
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

// src/search/rungs/rank-agreement.ts
const fewest = 4;
const misleads = .3;
const errors = 1.64;
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
	return isSurelyBelow(misleads, correlation, trials, errors);
}

// src/session/phases/rank-notice.ts
function rankNotice({ trials, metric, strategy }, { budget, search }) {
	const full = budget.epochs;
	if (full === void 0 || strategy !== "asha" && strategy !== "hyperband") return void 0;
	const rungs = ladder(full, {
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
	const misleading = rungs.slice(0, -1).flatMap((rung) => rankAgreement(courses, rung, full) ?? []).findLast(isMisleading);
	if (!misleading) return void 0;
	const { correlation, trials: count, resource } = misleading;
	return `After ${resource} of ${full} epochs the trials rank otherwise than at the end (rank correlation ${correlation.toFixed(2)} over ${count} trials): set search.min-epochs higher than ${resource}.`;
}

// src/session/phases/resumes.ts
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

// src/session/facts.ts
const factsFile = "facts.json";
function saveFacts(folder, results) {
	const { study: _, space: __, ...facts } = results;
	keepFile(path.join(folder, factsFile), `${JSON.stringify(facts, null, 2)}\n`);
}
function saveFoundParams(folder, params) {
	keepFile(path.join(folder, studyFiles.foundParams), `${JSON.stringify(params, null, 2)}\n`);
}
function spaceOf(folder, { header }, loaded) {
	const file = path.join(folder, studyFiles.foundParams);
	if (!discovers(loaded.spec) || !existsSync(file)) return loaded.space;
	const found = createSpace(JSON.parse(readFileSync(file, "utf8")));
	return fingerprint(found.parameters) === header.space ? found : loaded.space;
}
function loadResults(folder, loaded, specPath) {
	const fold = readStudy(path.join(folder, studyFiles.journal));
	const study = fold.study();
	const { spec } = loaded;
	const facts = keptFacts(folder, study) ?? {
		...factsOf(fold, study, { workers: 1 }, specPath, canResume(spec.trial, loaded.folder)),
		notices: ["The study was ended before it could report: what follows is what its journal holds."]
	};
	const space = spaceOf(folder, fold, loaded);
	return asItWas({
		...facts,
		study,
		space
	}, fold.header, spec, discovers(spec));
}
function keptFacts(folder, { stop, trials }) {
	const file = path.join(folder, factsFile);
	if (!existsSync(file)) return void 0;
	const { gateOnly, ...facts } = JSON.parse(readFileSync(file, "utf8"));
	if (trials.some(({ role }) => role === "search")) return stop ? facts : void 0;
	return gateOnly ? {
		...facts,
		gateOnly
	} : stop && facts;
}
function loadDrivenResults(journal, spec, specPath) {
	const fold = readStudy(journal);
	const study = fold.study();
	const { time: _, cost: __, price: ___, ...budget } = spec.budget;
	const planned = plannedOf(budget, budget.workers === "auto" ? 1 : budget.workers);
	const space = createSpace(spec.params);
	const facts = factsOf(fold, study, planned, specPath, spec.trial.resume);
	const { confirmation, notices = [], next } = fingerprint(space.parameters) === fold.header.space && new Confirming(spec, space, fold) || {};
	const toCome = study.stop && next ? ["The best configs are to be trained on further fresh seeds: the next ask goes on with that."] : [];
	return asItWas({
		...facts,
		notices: [
			...facts.notices,
			rankNotice(study, spec) ?? [],
			...notices,
			...toCome
		].flat(),
		...confirmation ? { confirmation } : {},
		driven: true,
		study,
		space
	}, fold.header, spec);
}
function factsOf(fold, { trials }, planned, specPath, resumable) {
	return {
		version,
		budget: {
			planned,
			spent: {
				timeMs: trials.reduce((sum, { durationMs }) => sum + durationMs, 0),
				gateMs: 0,
				trials: endedTrials(trials).length,
				epochs: epochsTrained(fold, resumable)
			}
		},
		backend: trials.find(({ backend }) => backend !== void 0)?.backend ?? "unknown",
		hardware: "unknown",
		specPath,
		notices: []
	};
}
function timesOf(journal) {
	return studyTimes(readJournal(journal));
}

export { readSpecText as $, freshCell as $t, furtherConfirmTime as A, fall as An, stopSentence as At, drawn as B, furtherOutcome as Bn, otherTitles as Bt, gateError as C, withSign as Cn, characterGrams as Ct, studentTQuantile as D, pausedTrials as Dn, completePairs as Dt, seedsNeeded as E, bestTrial as En, wordsOf as Et, renderComment as F, paretoFront as Fn, compareCommand as Ft, table as G, exitFailure as Gn, goalColumns as Gt, runDetails as H, metricNames as Hn, modelTables as Ht, renderLeaderboard as I, recommend as In, predictCommand as It, readSpec as J, require_fastest_levenshtein as Jn, failedWords as Jt, valueCell as K, missingMetric as Kn, goalTitle as Kt, renderSummary as L, brokenBound as Ln, replayCommand as Lt, trainingTimes as M, misses as Mn, numberOf as Mt, typicalTime as N, objectiveValues as Nn, runFacts as Nt, affordableTrainings as O, rankTrials as On, headline as Ot, trialSeed as P, objectives as Pn, plannedWords as Pt, SpecFileError as Q, confirmationWords as Qt, renderTitle as R, constraintMisses as Rn, runCommand as Rt, compare as S, valueText as Sn, textEnding as St, sameVerdict as T, trainingNames as Tn, wordGrams as Tt, leaderboardSection as U, countOomKills as Un, insightWords as Ut, architectureOf as V, lastValue as Vn, modelSentence as Vt, confirmationDetails as W, divergence$1 as Wn, frontLegend as Wt, parameterVariables as X, failureReport as Xt, expandArguments as Y, failureGroups as Yt, trialEnvironment as Z, dotPlot as Zt, drivenCode as _, numbered as _n, version as _t, saveFoundParams as a, leaderboard as an, ShipError as at, mean as b, short as bn, isFolder as bt, rankNotice as c, varyingPaths as cn, placesIn as ct, spentOf as d, counted as dn, unusedWords as dt, configYaml as en, shippingValues as et, timeLimit as f, differenceFormat as fn, OverrideError as ft, Confirming as g, numberFormat as gn, name$2 as gt, roomForEpochs as h, intervalLevel as hn, strategyNames as ht, saveFacts as i, furtherTrials as in, shipConfig as it, leastSeeds as j, reachedStep as jn, endedTrials as jt, confirmTimeShare as k, trialsByConfig as kn, searchWords as kt, dropNotice as l, insightOf as ln, SpecError as lt, epochsSpent as m, failureWords as mn, parseDuration as mt, loadDrivenResults as n, columnsThatFit as nn, shipValues as nt, timesOf as o, shortName as on, loadDrivenSpec as ot, tellsOfThen as p, duration$1 as pn, longestDuration as pt, discovers as q, timeoutFailure as qn, missWords as qt, loadResults as r, epochsOf$1 as rn, valuePlaces as rt, canResume as s, splitRows as sn, loadSpec as st, keptFacts as t, require_dist as tn, valuesOf as tt, plannedOf as u, isNothingToChange as un, isUtf16 as ut, ConfirmStage as v, percent$2 as vn, createSpace as vt, noBaseline as w, confirmationName as wn, mostCharacters$1 as wt, meanInterval as x, stateWords as xn, readTextFiles as xt, searchedScores as y, plural as yn, dimensionsOf as yt, dataNotes as z, endWithAllMetrics as zn, otherMetrics as zt };