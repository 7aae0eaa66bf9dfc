import { n as __require, r as __toESM, t as __commonJSMin } from "./rolldown-runtime-CoNq6U3z.js";
import { $ as record, A as terminal, B as GitError, C as inCell, D as literal, E as inTerminal, G as _null, H as gitBytes, J as discriminatedUnion, K as array, L as ensureStateFolder, M as visibleLines, Q as object, R as findRepository, S as folded, T as inMarkdown, U as tryGit, V as git, W as _enum, X as literal$1, Y as int, Z as number$1, _ as lossOf, a as studyMark, b as bullets, c as StudyFold, d as isTold, et as strictObject, f as sameJob, g as rankTrials, h as bestTrial, i as processState, it as NEVER, j as terminalLines, k as paragraph, l as foldJournal, m as unfinishedSegment, n as readJournal, nt as union, o as StudyChangedError, p as trialRecord, q as boolean, r as identifyProcess, rt as unknown, s as fingerprint, t as openJournal, tt as string$1, u as foldRecords, v as scoreAfter, w as inLine, x as codeBlock, y as blocks, z as headState } from "./journal-tTRUElhM.js";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { createHash, randomBytes } from "node:crypto";
import { closeSync, constants, cpSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { mkdir, readFile, readdir, realpath, rm, stat, symlink, unlink, writeFile } from "node:fs/promises";
import { execFile, spawn } from "node:child_process";
import { setImmediate, setTimeout as setTimeout$1 } from "node:timers/promises";
import os, { availableParallelism, constants as constants$1, totalmem } from "node:os";

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
	const wanted = Math.max(decimals, decimalsOf$2(limit));
	const largest = Math.max(...[difference, ...interval ?? []].map(Math.abs));
	return largest > 0 && largest < .001 ? scientific(magnitude(largest), wanted) : fixedAt(clamp(wanted, 0, 12));
}
function decimalsOf$2(value) {
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
	return `${counted(count)} ${count === 1 ? one : many ?? `${one}s`}`;
}
function counted(count) {
	return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
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
function percent$1(share) {
	return `${Number((share * 100).toPrecision(4))} %`;
}
function intervalLevel(confidence) {
	return percent$1(1 - 2 * (1 - confidence));
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
	time: "the budget of time is spent",
	exhausted: "there is nothing left to try",
	cancelled: "it was cancelled",
	failing: "the first trials all failed for one reason"
};

// src/report/progress.ts
const { say: say$3, name: name$4, sentence: sentence$4, join: join$1 } = inTerminal;
const shownParameters = 6;
function logLine(event, metric) {
	switch (event.type) {
		case "prepared":
		case "phase": return sentence$4(event.text);
		case "notice": return say$3`Note: ${sentence$4(event.text)}`;
		case "trial-started": {
			const how = event.again ? literal` again` : event.segment > 0 ? literal` on to a higher resource` : literal``;
			return say$3`${training(event)} starts${how}: ${configWords(event.config)}`;
		}
		case "trial-ended": return endLine(event.trial, event.best, metric);
		case "stopping": return say$3`Stopping (${stoppingWords[event.reason]}): ${plural(event.running, "training")} to interrupt.`;
		case "stopped": return say$3`The search stopped: ${sentence$4(event.detail.split(/[\r\n]/, 1)[0] ?? "")}.`;
		case "report": return;
	}
}
const stoppingWords = {
	time: literal`the time is up`,
	cancelled: literal`cancelled`,
	error: literal`something failed`
};
function training({ role, trial, seed }) {
	if (role === "search") return say$3`Trial ${name$4(`#${trial}`)}`;
	return say$3`${role === "head" ? literal`Head` : literal`Base`} with seed ${name$4(String(seed))}`;
}
function configWords(config) {
	const entries = Object.entries(config);
	const shown = entries.slice(0, shownParameters).map(([path, value]) => say$3`${name$4(path, 40)}=${name$4(valueText(value), 30)}`);
	return entries.length > shownParameters ? say$3`${join$1(shown, ", ")} and ${counted(entries.length - shownParameters)} more` : join$1(shown, ", ");
}
function endLine(trial, best, metric) {
	const score = trial.score === void 0 ? literal`` : say$3`, ${name$4(metric)} ${short(trial.score)}`;
	const message = trial.state === "failed" && trial.message ? say$3` (${sentence$4(trial.message, 200)})` : literal``;
	const leads = best?.score === void 0 || trial.role !== "search" ? literal`` : best.trial === trial.trial ? literal`; the best so far` : say$3`; best so far ${short(best.score)} in ${name$4(`#${best.trial}`)}`;
	return say$3`${training(trial)} ${stateWords(trial)}${message}${score}, ${duration$1(trial.durationMs)}${leads}`;
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
		case "notice": return progress;
	}
}
function without({ running }, { role, trial }) {
	return running.filter((item) => item.role !== role || item.trial !== trial);
}
function progressLine(progress, width) {
	const { phase, planned, finished, running, best, elapsedMs, leftMs, stopping } = progress;
	const parts = [
		phase === "gate" ? literal`Regression check: ${plural(finished, "training")} done` : planned === void 0 ? literal`${plural(finished, "trial")} done` : literal`${counted(finished)}/${counted(planned)} trials`,
		...stopping ? [literal`stopping`] : [],
		...best ? [literal`best ${short(best.score)} in #${counted(best.trial)}`] : [],
		...elapsedMs === void 0 ? [] : [literal`${duration$1(elapsedMs)}`],
		...leftMs === void 0 ? [] : [literal`${duration$1(Math.max(0, leftMs))} left`],
		...running.length === 0 ? [] : [literal`running ${runningWords(running)}`]
	];
	return cutTo(parts.join(" · "), width);
}
function runningWords(running) {
	return running.map(({ role, trial, step, resource }) => {
		const who = role === "search" ? literal`#${counted(trial)}` : role === "head" ? literal`head` : literal`base`;
		if (step === void 0) return who;
		const of = resource === void 0 ? literal`` : literal`/${counted(resource)}`;
		return literal`${who} (${counted(step)}${of})`;
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

// src/space/condition.ts
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
function satisfies(condition, value) {
	if ("in" in condition) return condition.in.includes(value);
	if (typeof value !== "number") return false;
	return value >= (condition.min ?? Number.NEGATIVE_INFINITY) && value <= (condition.max ?? Number.POSITIVE_INFINITY);
}
function isActive({ conditions }, config) {
	return conditions.every((condition) => {
		const value = config[condition.path];
		return value !== void 0 && satisfies(condition, value);
	});
}

// src/space/domain.ts
const DIGITS = 7;
function valueCount(domain) {
	switch (domain.type) {
		case "constant": return 1;
		case "bool": return 2;
		case "choice": return domain.values.length;
		case "int":
		case "float":
			if (domain.min === domain.max) return 1;
			if (domain.step !== void 0) return stepCount(domain, domain.step);
			return domain.type === "int" ? domain.max - domain.min + 1 : Number.POSITIVE_INFINITY;
	}
}
function valueAt(domain, index) {
	switch (domain.type) {
		case "constant": return domain.value;
		case "bool": return index === 1;
		case "choice": return domain.values[index];
		case "int":
		case "float": return domain.step === void 0 ? domain.min + index : stepValue(domain, domain.step, index);
	}
}
function indexOf(domain, value) {
	switch (domain.type) {
		case "constant": return value === domain.value ? 0 : -1;
		case "bool": return typeof value === "boolean" ? Number(value) : -1;
		case "choice": return domain.values.indexOf(value);
		case "int":
		case "float": {
			if (typeof value !== "number") return -1;
			const count = valueCount(domain);
			const near = domain.step === void 0 ? value - domain.min : nearestStep(domain, domain.step, value);
			return Number.isInteger(near) && near >= 0 && near < count && same(valueAt(domain, near), value) ? near : -1;
		}
	}
}
function contains(domain, value) {
	if (domain.type === "float" && domain.step === void 0) return typeof value === "number" && value >= domain.min && value <= domain.max;
	return indexOf(domain, value) >= 0;
}
function toUnit(domain, value) {
	if (domain.type === "float" && domain.step === void 0) return scaleToUnit(domain, value);
	if (domain.type === "int" && domain.step === void 0 && domain.scale !== "linear") return valueCount(domain) === 1 ? .5 : scaleToUnit(widened(domain), value);
	return (indexOf(domain, value) + .5) / valueCount(domain);
}
function fromUnit(domain, place) {
	const u = Math.min(1, Math.max(0, place));
	if (domain.type === "float" && domain.step === void 0) return continuousValue(domain, u);
	if (domain.type === "int" && domain.step === void 0 && domain.scale !== "linear") return clip(domain, Math.round(unitToScale(widened(domain), u)));
	const count = valueCount(domain);
	return valueAt(domain, Math.min(count - 1, Math.floor(u * count)));
}
function widened(domain) {
	const { min, max, scale } = domain;
	return {
		type: "float",
		min: min - .5,
		max: max + .5,
		scale
	};
}
function scaleToUnit({ min, max, scale }, value) {
	if (min === max) return .5;
	if (scale === "linear") return (value / 2 - min / 2) / (max / 2 - min / 2);
	const logarithmic = (x) => (Math.log(x) - Math.log(min)) / (Math.log(max) - Math.log(min));
	return scale === "log" ? logarithmic(value) : 1 - logarithmic(min + max - value);
}
function unitToScale({ min, max, scale }, u) {
	if (scale === "linear") return min * (1 - u) + max * u;
	const exponential = (t) => Math.exp(Math.log(min) + t * (Math.log(max) - Math.log(min)));
	return scale === "log" ? exponential(u) : min + max - exponential(1 - u);
}
function continuousValue(domain, u) {
	const { min, max, scale } = domain;
	if (u === 0) return min;
	if (u === 1) return max;
	const value = unitToScale(domain, u);
	if (scale === "log") return clip(domain, Number(value.toPrecision(DIGITS)));
	const magnitude = scale === "linear" ? max / 2 - min / 2 : (min + max - value) / 2;
	const finest = 13 - Math.ceil(Math.log10(Math.max(Math.abs(min), Math.abs(max))));
	return clip(domain, roundTo(value, Math.min(finest, DIGITS - Math.floor(Math.log10(magnitude * 2)))));
}
function roundTo(value, decimals) {
	if (decimals >= 0) return Number(value.toFixed(Math.min(100, decimals)));
	const digits = Math.ceil(Math.log10(Math.abs(value) || 1)) + decimals;
	return Number(value.toPrecision(Math.min(100, Math.max(1, digits))));
}
function clip({ min, max }, value) {
	return Math.min(max, Math.max(min, value));
}
function stepCount(domain, step) {
	const steps = domain.scale === "linear" ? (domain.max - domain.min) / step : Math.log(domain.max / domain.min) / Math.log(step);
	return Math.floor(steps + 1e-9) + 1;
}
function stepValue(domain, step, index) {
	const { min, max, scale } = domain;
	const last = stepCount(domain, step) - 1;
	if (scale === "linear") {
		const decimals = Math.max(decimalsOf$1(min), decimalsOf$1(step));
		return snap(domain, roundTo(min + index * step, decimals));
	}
	const ratio = scale === "log" ? index : last - index;
	const grown = Number((min * step ** ratio).toPrecision(12));
	const value = scale === "log" ? grown : roundTo(min + max - grown, 12);
	return snap(domain, domain.type === "int" ? Math.round(value) : value);
}
function snap({ min, max }, value) {
	const near = (end) => Math.abs(value - end) <= 1e-12 * Math.max(Math.abs(min), Math.abs(max));
	return near(max) ? max : near(min) ? min : value;
}
function nearestStep(domain, step, value) {
	const { min, max, scale } = domain;
	if (scale === "linear") return Math.round((value - min) / step);
	const ratio = Math.round(Math.log((scale === "log" ? value : min + max - value) / min) / Math.log(step));
	return scale === "log" ? ratio : stepCount(domain, step) - 1 - ratio;
}
function same(ours, theirs) {
	return ours === theirs || Math.abs(ours - theirs) <= 1e-12 * Math.abs(theirs);
}
function decimalsOf$1(value) {
	const [mantissa = "", exponent = "0"] = String(value).split("e");
	const fraction = mantissa.split(".")[1]?.length ?? 0;
	return Math.max(0, fraction - Number(exponent));
}

// src/space/config.ts
var ConfigError = class extends Error {
	name = "ConfigError";
	problems;
	constructor(problems) {
		super(problems.join("\n"));
		this.problems = problems;
	}
};
function checkConfig(space, value) {
	if (value === null || typeof value !== "object" || Array.isArray(value)) throw new ConfigError([`expected a mapping of parameters to values, found ${JSON.stringify(value)}`]);
	const given = value;
	const known = new Set(space.parameters.map(({ path }) => path));
	const problems = Object.keys(given).filter((path) => !known.has(path)).map((path) => `${path}: no such parameter`);
	const config = {};
	for (const parameter of space.parameters) {
		if (!isActive(parameter, config)) continue;
		const { path, domain } = parameter;
		const item = Object.hasOwn(given, path) ? given[path] : void 0;
		if (item === void 0) {
			if (valueCount(domain) === 1) config[path] = valueAt(domain, 0);
			else problems.push(`${path}: missing (expected ${describeDomain(domain)})`);
		} else if (isValue(item) && contains(domain, item)) config[path] = Object.is(item, -0) ? 0 : item;
		else problems.push(`${path}: expected ${describeDomain(domain)}, found ${JSON.stringify(item)}`);
	}
	if (problems.length > 0) throw new ConfigError(problems);
	return config;
}
function isValue(item) {
	return typeof item === "string" || typeof item === "boolean" || typeof item === "number" && !Number.isNaN(item);
}
function describeDomain(domain) {
	switch (domain.type) {
		case "float":
		case "int": {
			const { min, max, step, scale } = domain;
			return `${domain.type === "int" ? "a whole number" : "a number"} from ${min} to ${max}${step === void 0 ? "" : scale === "linear" ? ` in steps of ${step}` : ` in ratios of ${step}`}`;
		}
		case "choice": return `one of ${domain.values.map((value) => JSON.stringify(value)).join(", ")}`;
		case "bool": return "true or false";
		case "constant": return JSON.stringify(domain.value);
	}
}
function nestConfig(space, config) {
	const root = {};
	for (const parameter of space.parameters) {
		const value = config[parameter.path];
		if (value === void 0) continue;
		const holder = parameter.location.slice(0, -1).reduce((at, key) => at[key], root);
		const key = parameter.location.at(-1);
		if (parameter.role === "count") holder[key] = Array.from({ length: value }, () => ({}));
		else holder[key] = parameter.role === "option" ? { type: value } : value;
	}
	return root;
}
function hashConfig(space, config) {
	const active = [];
	const seen = {};
	for (const parameter of space.parameters) {
		const value = config[parameter.path];
		if (value === void 0 || !isActive(parameter, seen)) continue;
		const item = Object.is(value, -0) ? 0 : value;
		seen[parameter.path] = item;
		active.push([parameter.path, item]);
	}
	active.sort(([a], [b]) => a < b ? -1 : 1);
	return createHash("sha256").update(JSON.stringify(active)).digest("hex").slice(0, 16);
}

// src/report/board.ts
function leaderboard(results) {
	const { study, space } = results;
	const hash = space.incumbent && hashConfig(space, space.incumbent);
	const ranked = rankTrials(study);
	const best = bestTrial(study);
	const incumbent = hash === void 0 ? void 0 : ranked.find(({ config }) => hashConfig(space, config) === hash);
	return {
		rows: ranked.map((trial, index) => ({
			trial,
			incumbent: trial === incumbent,
			best: trial === best,
			...trial.state === "completed" && trial.score !== void 0 ? { rank: index + 1 } : {}
		})),
		...best ? { best } : {},
		...incumbent ? { incumbent } : {},
		score: numberFormat(ranked.flatMap(({ score }) => score === void 0 ? [] : [score]))
	};
}
function splitRows(rows, top) {
	const first = (row, index) => index < top || row.incumbent;
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
function epochsOf({ reports, resource }) {
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

// src/report/replay-command.ts
function replayCommand({ specPath }, trial) {
	return `tunegate replay ${trial}${specPath === "tune.yml" ? "" : ` --config ${quoted(specPath)}`}`;
}
function quoted(text) {
	return /^[\w./-]+$/.test(text) && !text.startsWith("-") ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

// src/report/run-facts.ts
function runFacts(results, voice) {
	const { study, budget, backend, hardware, version, specPath } = results;
	const { planned, spent } = budget;
	const trials = planned.trials === void 0 ? literal`` : literal` of ${counted(planned.trials)}`;
	const time = planned.timeMs === void 0 ? literal`` : literal` of ${duration$1(planned.timeMs)}`;
	const gate = spent.gateMs > 0 ? literal`, ${duration$1(spent.gateMs)} of it for the regression check` : literal``;
	const each = planned.epochs === void 0 ? literal`` : literal`, at most ${counted(planned.epochs)} a trial`;
	return [
		{
			label: literal`Time`,
			text: voice.say`${duration$1(spent.timeMs)}${time}${gate}`
		},
		{
			label: literal`Trials`,
			text: voice.say`${counted(spent.trials)}${trials} (${states(results)})`
		},
		{
			label: literal`Epochs`,
			text: voice.say`${counted(spent.epochs)} in all${each}`
		},
		{
			label: literal`Workers`,
			text: counted(planned.workers)
		},
		{
			label: literal`Search`,
			text: voice.say`${voice.name(study.strategy)}, seed ${voice.name(String(study.seed))}`
		},
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
	const { conclusion, difference, maxDrop } = verdict;
	const metric = voice.name(results.study.metric.name);
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
	const { interval, confidence, pairs, difference = 0, maxDrop } = verdict;
	const seeds = literal`${plural(completePairs(pairs), "seed")} a side`;
	if (!interval || interval[0] === interval[1]) return seeds;
	const format = differenceFormat(difference, interval, maxDrop);
	const level = intervalLevel(confidence);
	const [low, high] = interval;
	if (straddles(interval)) return literal`${level} interval ${withSign(low, format)} to ${withSign(high, format)}, ${seeds}`;
	const [from, to] = difference < 0 ? [-high, -low] : [low, high];
	return literal`${level} interval ${format(from)} to ${format(to)}, ${seeds}`;
}
function more({ detectable, pairs, maxDrop }) {
	if (detectable === void 0 || !(detectable > maxDrop)) return literal``;
	return literal` With ${plural(completePairs(pairs), "seed")} a side, a change to the worse is found four times in five only from ${short(detectable, 2)} on: more seeds see smaller ones.`;
}
function completePairs(pairs) {
	return pairs.filter(({ base, head }) => base !== void 0 && head !== void 0).length;
}
function searchWords(results, board, voice) {
	const { study } = results;
	const { best, incumbent, rows, score } = board;
	const completed = rows.filter(({ trial }) => trial.state === "completed").length;
	if (rows.length === 0) return voice.say`No trial of the search was run${whyNot(results)}.`;
	if (!best || best.score === void 0) {
		const failed = rows.filter(({ trial }) => trial.state === "failed").length;
		return failed === rows.length ? voice.say`All ${plural(failed, "trial")} of the search failed.` : voice.say`None of the ${plural(rows.length, "trial")} of the search was completed.`;
	}
	const metric = voice.name(study.metric.name);
	if (best === incumbent) return voice.say`Nothing better than what ships today was found: its ${metric} of ${score(best.score)} is the best of ${plural(completed, "trial")}.`;
	const better = gain(board, study.metric.goal);
	const than = better === void 0 || incumbent?.score === void 0 ? literal`` : better > 0 ? voice.say`: ${score(better)} better than what ships today (${score(incumbent.score)} in ${voice.name(`#${incumbent.trial}`)})` : literal`, as good as what ships today`;
	const chosen = completed > 1 ? literal` Chosen as the best of ${plural(completed, "trial")}, each trained once, the number is optimistic.` : literal``;
	return voice.say`Best trial: ${voice.name(`#${best.trial}`)} with ${metric} ${score(best.score)}${than}.${chosen}`;
}
function whyNot({ study }) {
	return study.stop ? literal`: ${stopWords[study.stop.reason]}` : literal``;
}
function stopSentence({ study }, voice) {
	if (!study.stop) return voice.say`The search has no end on record: it is still running, or it was killed. Running it again goes on from here.`;
	const { reason, detail } = study.stop;
	const first = (detail.split(/[\r\n]/, 1)[0] ?? "").trim().replace(/\.+$/, "");
	const why = first === "" ? stopWords[reason] : voice.sentence(first, 240);
	return voice.say`The search stopped: ${why}.`;
}
function titleWords(results, voice) {
	const { verdict, study } = results;
	const metric = voice.name(study.metric.name, 60);
	if (verdict) {
		const title = conclusionTitle[verdict.conclusion];
		if (verdict.difference === void 0 || verdict.conclusion === "no-baseline" || verdict.conclusion === "error") return voice.say`${title}: ${voice.sentence(verdict.reason, 160)}`;
		const limit = verdict.conclusion === "improved" ? literal`` : literal` (limit ${short(verdict.maxDrop, 6)})`;
		return voice.say`${title}: ${metric} ${movement(verdict)}${limit}`;
	}
	const search = study.trials.filter(({ role }) => role === "search");
	const completed = search.filter(({ state }) => state === "completed").length;
	const best = bestTrial(study);
	const ended = study.stop?.reason === "cancelled" ? literal`Cancelled: ` : study.stop ? literal`Done: ` : literal`Not ended: `;
	if (search.length === 0) return voice.say`${ended}no trial was run`;
	if (best?.score === void 0) return voice.say`${ended}${plural(search.length, "trial")}, none with a result`;
	return voice.say`${ended}best ${metric} ${short(best.score, 4)} of ${plural(completed, "trial")}`;
}

// src/report/terminal.ts
const { say: say$2, name: name$3, sentence: sentence$3 } = inTerminal;
const plain = (text) => text;
const topRows = 10;
function renderTerminal(results, options) {
	const colors = (0, import_picocolors.createColors)(options.colour);
	const width = Math.max(40, Math.floor(options.width));
	const board = leaderboard(results);
	return `${[
		verdictLines(results, board, colors, width),
		regressionLines(results, colors, width),
		results.verdict ? wrap(searchWords(results, board, inTerminal), width) : [],
		wrap(stopSentence(results, inTerminal), width),
		boardLines(results, board, colors, width),
		configLines(results, board, colors, width),
		failureLines(results, colors, width),
		results.notices.flatMap((notice) => wrap(say$2`Note: ${sentence$3(notice)}`, width, "  ")),
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
	const cell = (value) => value === void 0 ? literal`failed` : format(value);
	const mean = (value) => value === void 0 ? literal`–` : format(value);
	const seeds = pairs.map(({ seed, base: b, head: h }) => [
		say$2`seed ${name$3(String(seed))}`,
		cell(b),
		cell(h),
		b === void 0 || h === void 0 ? literal`–` : withSign(h - b, format)
	]);
	const means = [
		say$2`mean of ${plural(completePairs(pairs), "seed")}`,
		mean(verdict.base),
		mean(verdict.head),
		difference === void 0 ? literal`–` : withSign(difference, change)
	];
	const header = [
		literal`Regression check`,
		literal`base`,
		literal`head`,
		literal`difference`
	];
	const what = [
		interval ? say$2`${intervalLevel(verdict.confidence)} interval ${withSign(interval[0], change)} to ${withSign(interval[1], change)}, limit ${short(maxDrop, 6)}` : say$2`limit ${short(maxDrop, 6)}`,
		base ? say$2`base ${name$3(base.sha.slice(0, 7))} (${sentence$3(base.how, 120)})` : void 0,
		head?.sha ? say$2`head ${name$3(head.sha.slice(0, 7))}${head.dirty ? literal` with changes that are not committed` : literal``}` : void 0
	].filter((item) => item !== void 0);
	return [...draw([
		header,
		...seeds,
		means
	], "lrrr", colors, width), ...what.flatMap((line) => wrap(line, width, "  "))];
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
	const notes = [
		...shown.some(({ incumbent }) => incumbent) ? [literal`* ships today.`] : [],
		...rest.length > 0 ? [say$2`And ${plural(rest.length, "further trial")}.`] : [],
		...hidden > 0 ? [say$2`${plural(hidden, "further parameter")} not shown.`] : []
	];
	return [...draw(rows, align, colors, width, paint), ...wrap(inTerminal.join(notes, " "), width).map((line) => colors.dim(line))];
}
function boardTable({ study }, board, shown, columns) {
	return {
		rows: [[
			literal`rank`,
			literal`trial`,
			name$3(study.metric.name, 30),
			...columns.map((path) => name$3(shortName(path, columns), 30)),
			literal`epochs`,
			literal`duration`,
			literal`state`
		], ...shown.map(({ rank, trial, incumbent }) => [
			rank === void 0 ? literal`` : counted(rank),
			incumbent ? say$2`* ${name$3(`#${trial.trial}`)}` : name$3(`#${trial.trial}`),
			trial.score === void 0 ? literal`–` : board.score(trial.score),
			...columns.map((path) => name$3(valueText(trial.config[path]), 24)),
			epochsOf(trial),
			duration$1(trial.durationMs),
			stateWords(trial)
		])],
		align: `rrr${"r".repeat(columns.length)}rrl`
	};
}
function columnWidths(rows) {
	return rows[0].map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column]))));
}
function draw(rows, align, colors, width, paint = () => plain) {
	const widths = columnWidths(rows);
	return rows.map((row, index) => {
		const cells = row.map((cell, column) => pad(cell, widths[column], align[column] === "l" ? "left" : "right"));
		const line = cutTo(cells.join("  ").trimEnd(), width);
		return index === 0 ? colors.bold(line) : paint(index)(line);
	});
}
function configLines(results, board, colors, width) {
	const { best, incumbent } = board;
	if (!best || best === incumbent) return [];
	const yaml = visibleLines(configYaml(results.space, best.config), { limit: 8e3 });
	return [
		colors.bold(say$2`Config of trial ${name$3(`#${best.trial}`)}`),
		...yaml.map((line) => cutTo(`  ${terminalLine(line)}`, width)),
		...wrap(say$2`Train it again: ${terminal(replayCommand(results, best.trial), 300)}`, width, "  ")
	];
}
function terminalLine(line) {
	return /^ */.exec(line)[0] + terminal(line, 400);
}
function failureLines(results, colors, width) {
	const groups = failureGroups(results);
	if (groups.length === 0) return [];
	const count = groups.reduce((sum, { trials }) => sum + trials.length, 0);
	const example = groups.find((group) => group.example.tail?.trim())?.example;
	return [
		colors.bold(say$2`${plural(count, "trial failed", "trials failed")}`),
		...groups.flatMap(({ reason, trials, example: one }) => {
			const message = one.message ? say$2`: ${sentence$3(one.message, 300)}` : literal``;
			return wrap(say$2`- ${counted(trials.length)} ${failureWords[reason]}${message}`, width, "  ");
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

// src/space/enumerate.ts
const MANY$1 = 4096;
function countConfigs$1(parameters) {
	if (parameters.some(({ domain }) => valueCount(domain) === Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
	return count(parameters, {});
}
function count(parameters, known) {
	return components(parameters).reduce((product, part) => product * countPart(part, known), 1);
}
function countPart(part, known) {
	const [root, ...rest] = part;
	if (!root) return 1;
	if (!isActive(root, known)) return count(rest, known);
	if (rest.length === 0) return valueCount(root.domain);
	return groups(root, rest.flatMap(({ conditions }) => conditions.filter(({ path }) => path === root.path))).reduce((sum, { value, size }) => sum + size * count(rest, {
		...known,
		[root.path]: value
	}), 0);
}
function groups(root, tests) {
	const total = valueCount(root.domain);
	const byKey = /* @__PURE__ */ new Map();
	const add = (value, size) => {
		const key = tests.map((test) => satisfies(test, value) ? "1" : "0").join("");
		const group = byKey.get(key);
		if (group) group.size += size;
		else byKey.set(key, {
			value,
			size
		});
	};
	if (total <= MANY$1) for (let i = 0; i < total; i++) add(valueAt(root.domain, i), 1);
	else for (const [from, to] of runs(root, tests, total)) add(valueAt(root.domain, from), to - from);
	return [...byKey.values()];
}
function runs(root, tests, total) {
	const cuts = /* @__PURE__ */ new Set([0, total]);
	const cut = (bound, after) => {
		let [low, high] = [0, total];
		while (low < high) {
			const middle = Math.floor((low + high) / 2);
			const value = valueAt(root.domain, middle);
			if (value > bound || !after && value === bound) high = middle;
			else low = middle + 1;
		}
		cuts.add(low);
	};
	for (const test of tests) {
		const bounds = "in" in test ? test.in.filter((value) => typeof value === "number") : [];
		for (const value of bounds) {
			cut(value, false);
			cut(value, true);
		}
		if ("min" in test && test.min !== void 0) cut(test.min, false);
		if ("max" in test && test.max !== void 0) cut(test.max, true);
	}
	const sorted = [...cuts].sort((a, b) => a - b);
	return sorted.slice(1).map((to, i) => [sorted[i], to]);
}
function components(parameters) {
	const leader = new Map(parameters.map(({ path }) => [path, path]));
	const find = (path) => {
		let at = path;
		while (leader.get(at) !== at) at = leader.get(at);
		leader.set(path, at);
		return at;
	};
	for (const { path, conditions } of parameters) for (const condition of conditions) if (leader.has(condition.path)) leader.set(find(path), find(condition.path));
	const parts = /* @__PURE__ */ new Map();
	for (const parameter of parameters) {
		const key = find(parameter.path);
		const part = parts.get(key);
		if (part) part.push(parameter);
		else parts.set(key, [parameter]);
	}
	return [...parts.values()];
}
function* enumerateConfigs(space) {
	if (space.size === Number.POSITIVE_INFINITY) throw new RangeError("a space with a continuous parameter has no list of configs");
	yield* extend(space.parameters, 0, {});
}
function* extend(parameters, from, config) {
	let at = from;
	while (at < parameters.length && !isActive(parameters[at], config)) at++;
	const parameter = parameters[at];
	if (!parameter) {
		yield config;
		return;
	}
	const total = valueCount(parameter.domain);
	for (let i = 0; i < total; i++) yield* extend(parameters, at + 1, {
		...config,
		[parameter.path]: valueAt(parameter.domain, i)
	});
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
	const dimensions = parameters.filter(({ domain }) => valueCount(domain) > 1).map((parameter) => ({
		parameter,
		kind: kindOf(parameter),
		values: valueCount(parameter.domain)
	}));
	const { incumbent, missing } = defaults(parameters);
	return {
		parameters,
		dimensions,
		size: countConfigs$1(parameters),
		...missing.length === 0 ? { incumbent } : {},
		missingDefaults: missing
	};
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

// src/spec/closest.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
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
function at(document, path) {
	return path.reduce((value, key) => value !== null && typeof value === "object" && Object.hasOwn(value, key) ? value[key] : void 0, document);
}
function name$2(path) {
	return path.length === 0 ? "the spec" : path.reduce((text, key) => typeof key === "number" ? `${text}[${key}]` : text ? `${text}.${key}` : key, "");
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

// src/spec/schema.ts
const specVersion = 1;
const namePattern = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const nameWords = "letters, digits, _ and -, not beginning with a digit or -";
const value = union([
	string$1(),
	number$1(),
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
}), number$1().min(0)]).transform((text, context) => {
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
}), number$1().min(1024)]).transform((text, context) => {
	const bytes = parseSize(text);
	if (bytes !== void 0 && bytes >= 1024) return bytes;
	context.addIssue({
		code: "custom",
		message: "size"
	});
	return NEVER;
});
const whenTest = union([
	value,
	array(value).min(1),
	strictObject({
		min: number$1().exactOptional(),
		max: number$1().exactOptional()
	})
]);
const conditional = { when: record(string$1(), whenTest).exactOptional().describe("The parameter exists only when every named one passes: a value, a list of values, or a range { min, max }. Names are looked up among the siblings first, then further out.") };
const numeric = { scale: _enum([
	"linear",
	"log",
	"reverse-log"
]).exactOptional().meta({ default: "linear" }).describe("How the range is walked: evenly (linear), evenly in the logarithm (log, for learning rates), or with the most values near `max` (reverse-log: min + max - a value drawn on the log scale). Both logarithms need `min` above 0. Default linear.") };
const floatSchema = strictObject({
	type: literal$1("float").describe("A real number."),
	min: number$1().describe("Smallest value, inclusive."),
	max: number$1().describe("Largest value, inclusive."),
	...numeric,
	step: number$1().positive().exactOptional().describe("Distance of neighbouring values; with a log scale their ratio. `max` must be on the grid."),
	default: number$1().exactOptional().describe("The value shipped today."),
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
	default: union([int().min(0), array(record(string$1(), unknown()))]).exactOptional().describe("What ships today: how many blocks (with the defaults of `of`), or the blocks themselves as a list."),
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
const trialFile$1 = strictObject({
	module: string$1().min(1).exactOptional().describe("A TensorFlow.js module (.ts, .mts, .js, .mjs, .cjs), relative to the spec. It exports build(hp) and data(), or objective(trial)."),
	run: union([array(string$1()).min(1), string$1().min(1)]).exactOptional().describe("Instead of `module`: a training command, as a list of program and arguments. `{name}` stands for a parameter, `{args}` for all of them as --name=value. A single text only with `shell: true`."),
	shell: boolean().exactOptional().meta({ default: false }).describe("With `run`: it is one command line for the shell. Default false."),
	backend: _enum([
		"auto",
		"tfjs-node-gpu",
		"tfjs-node",
		"wasm",
		"cpu"
	]).exactOptional().meta({ default: "auto" }).describe("With `module`: the TensorFlow.js backend. `auto` takes the first that loads of tfjs-node-gpu, tfjs-node, wasm, cpu. Default auto."),
	stdout: union([string$1(), array(string$1()).min(1)]).exactOptional().describe("With `run`: regular expressions that find metrics in what the command prints. Each named group is a metric, `step` is the step: loss=(?<loss>[0-9.]+)."),
	env: record(string$1(), union([
		string$1(),
		number$1(),
		boolean()
	]).transform(String)).exactOptional().describe("Extra environment variables of the trial."),
	"pass-env": array(string$1()).exactOptional().describe("Variables of the surrounding environment that look like secrets and shall reach the trial all the same."),
	timeout: duration.exactOptional().describe("Longest time of one trial."),
	grace: duration.exactOptional().meta({ default: "5s" }).describe("Time between SIGTERM and SIGKILL. Default 5s."),
	output: size.exactOptional().meta({ default: "1MiB" }).describe("Most output kept of one trial. Default 1MiB.")
}).meta({ oneOf: [{ required: ["module"] }, { required: ["run"] }] }).describe("What is trained: a TensorFlow.js module or a command, exactly one of the two.");
const trialSchema = trialFile$1.transform(({ module, run, shell, backend, stdout, env = {}, timeout, grace = 5e3, output = 2 ** 20, ...rest }) => {
	const common = {
		env,
		passEnv: rest["pass-env"] ?? [],
		grace,
		output,
		...timeout === void 0 ? {} : { timeout }
	};
	return module === void 0 ? {
		...common,
		run: run ?? [],
		shell: shell ?? false,
		stdout: [stdout ?? []].flat()
	} : {
		...common,
		module,
		backend: backend ?? "auto"
	};
});
const metricSchema = strictObject({
	name: string$1().min(1).describe("Name of the metric, as the trial reports it."),
	goal: _enum(["minimize", "maximize"]).describe("Which way is better. Never guessed from the name."),
	use: _enum(["last", "best"]).default("last").describe("Which report is the score of a trial: the last one, or the best one (optimistic on noisy curves).")
}).describe("What is measured.");
const searchSchema = strictObject({
	strategy: _enum([
		"auto",
		"bayesian",
		"tpe",
		"random",
		"grid",
		"sobol"
	]).default("auto").describe("How configs are chosen. `auto` covers a small finite space completely (grid) and models a large one (bayesian)."),
	seed: int().default(0).describe("Everything random follows from it."),
	repeats: boolean().default(false).describe("Allow a config to be tried again."),
	points: int().min(2).max(1e3).default(5).describe("Values per continuous parameter in a grid.")
}).describe("How to search.");
const budgetSchema = strictObject({
	time: duration.exactOptional().describe("Time for everything the step does, the gate and posting included."),
	trials: int().min(1).exactOptional().describe("Most trials of the search."),
	epochs: int().min(1).exactOptional().describe("Epochs of one trial (its resource)."),
	workers: union([literal$1("auto"), int().min(1).max(256)]).default("auto").describe("Trials that run at once.")
}).describe("When to stop. A large or continuous space needs `time` or `trials`.");
const gateFile = strictObject({
	"max-drop": number$1().min(0).default(0).describe("How much worse the metric may get, in the metric's own units."),
	confidence: number$1().gt(.5).lt(1).default(.95).describe("Confidence of the one-sided test."),
	seeds: int().min(1).max(100).default(5).describe("Trainings a side."),
	baseline: _enum(["auto", "rerun"]).default("auto").describe("Where the baseline comes from: the base commit is trained again in this run."),
	base: string$1().min(1).exactOptional().describe("Branch, tag or commit to compare with where the event names none.")
});
const gateSchema = gateFile.transform(({ "max-drop": maxDrop, ...rest }) => ({
	maxDrop,
	...rest
}));
const specSchema = strictObject({
	$schema: string$1().exactOptional().describe("For editors: where the JSON Schema of this file is."),
	version: literal$1(1).default(1).describe("Version of the spec's format."),
	name: string$1().min(1).max(100).describe("Name of the study."),
	trial: trialSchema,
	metric: metricSchema,
	params: definitionsSchema.describe("The search space: parameter name to definition."),
	search: searchSchema.prefault({}),
	budget: budgetSchema.prefault({}),
	gate: union([literal$1(false), gateSchema]).prefault({}).describe("The regression check; false turns it off.")
}).describe("A tuning spec of Tunegate.");

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
	return path.length === 1 && key !== "top" && Object.hasOwn(shapes, key) ? key : void 0;
}
function shapeAt(path, document) {
	const section = sectionAt(path);
	if (section === void 0) return {};
	if (section !== "parameter") return shapes[section];
	const type = at(document, [...path, "type"]);
	return isType(type) ? parameterSchemas[type].shape : {};
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
			"target",
			"metrics"
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
		random: ["random_search", "uniform"],
		grid: [
			"grid_search",
			"exhaustive",
			"all"
		],
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
	const inRange = parent.at(-2) === "when";
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
	strategy: [
		"auto",
		"bayesian",
		"tpe",
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
	if (isParameter(path)) return notAParameter(name$2(path), found);
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
			suggestion: `for a choice among these write { type: choice, values: ${plain && found.length > 0 ? flow(found) : "[…]"} }`
		};
	}
	if (found !== null && typeof found !== "object") return {
		...finding,
		suggestion: `for a fixed value write { type: constant, value: ${scalar(found)} }`
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
			suggestion: `write [${scalar(found)}]`
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
		...Array.isArray(found) ? { suggestion: `without parameters of their own: values: ${flow(found)}` } : {}
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
		message: `${name$2(path)} is not a mapping`,
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
	const subject = name$2(path);
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
		if (command.length > 0) return write(`write \`trial: { run: ${flow(command)} }\``);
	}
	const one = Array.isArray(found) && found.length === 1 ? found[0] : found;
	if (subject === "metric" && typeof one === "string") return write(`write \`metric: { name: ${scalar(one)}, goal: maximize }\`, or \`goal: minimize\``);
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
	const subject = name$2(path);
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
function flow(items) {
	return `[${items.slice(0, 12).map(scalar).join(", ")}${items.length > 12 ? ", …" : ""}]`;
}
function scalar(value) {
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
	const definition = at(document, path);
	const keys = definition !== null && typeof definition === "object" ? Object.keys(definition) : [];
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
		found: show$1(found),
		...foreign ? { suggestion: `here this is written \`type: ${foreign.type}\`${foreign.more ? ` with ${foreign.more}` : ""}` } : near ? { suggestion: `did you mean ${JSON.stringify(near)}?` } : implied ? { suggestion: hintOfKey(implied) } : {}
	};
	if (!isType(guess)) return [{ finding }];
	const guessed = withType(document, path, guess);
	const further = (parameterSchemas[guess].safeParse(at(guessed, path)).error?.issues ?? []).flatMap((issue) => explain$1({
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
	trial: "`trial: { module: ./model.ts }` (TensorFlow.js), or `trial: { run: [python, train.py] }` (any program)",
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
			expected: example ?? (words ? `\`${key}:\` ${words}` : `\`${key}:\``)
		}
	};
}

// src/spec/numeric-range.ts
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
function checkBlock(block, of, path) {
	if (block === null || typeof block !== "object" || Array.isArray(block)) return [{
		path,
		message: "this is not a block",
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
			message: `a block has no parameter ${JSON.stringify(name)}`,
			expected: Object.keys(of).length > 0 ? `one of ${list(Object.keys(of))}` : "no parameter",
			...near ? { suggestion: `did you mean ${JSON.stringify(near)}?` } : {}
		}];
	});
}
function checkItem(item, definition, name, path) {
	if (definition.type === "repeat") return checkBlocks(item, definition, name, path);
	if (definition.type === "choice" && definition.options && isMapping(item)) {
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
function isMapping(item) {
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
const mostParameters = 1e4;
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
		...broken.has("module") || broken.has("run") ? [] : checkKind(trial),
		...checkRun(trial),
		...checkPatterns(trial),
		...checkEnvironment(trial),
		...checkTimes(trial)
	];
}
function checkKind(trial) {
	const { module, run } = trial;
	const key = (name) => ({
		path: ["trial", name],
		atKey: true
	});
	if (module === void 0 && run === void 0) return [{
		path: ["trial"],
		atKey: true,
		message: "trial has neither `module` nor `run`",
		expected: "`module: ./model.ts` (TensorFlow.js), or `run: [python, train.py]` (any program)"
	}];
	if (module !== void 0 && run !== void 0) return [{
		...key("run"),
		message: "trial has both `module` and `run`",
		expected: "one of the two",
		suggestion: "keep `module` for TensorFlow.js, or `run` for a command"
	}];
	const findings = (module === void 0 ? ["backend"] : ["shell", "stdout"]).filter((name) => Object.hasOwn(trial, name)).map((name) => ({
		...key(name),
		message: `\`${name}\` is for ${module === void 0 ? "modules (`module`)" : "commands (`run`)"} only`,
		suggestion: "remove it"
	}));
	if (module !== void 0 && !/\.[cm]?[jt]s$/.test(module)) findings.push({
		path: ["trial", "module"],
		message: "trial.module is not a module of JavaScript or TypeScript",
		expected: "a file that ends in .ts, .mts, .js, .mjs or .cjs",
		found: show$1(module),
		...module.endsWith(".py") ? { suggestion: `for Python write \`run: [python, ${module}]\`` } : {}
	});
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
function checkTimes({ timeout, grace }) {
	const findings = [];
	if (timeout !== void 0 && timeout < 1) findings.push({
		path: ["trial", "timeout"],
		message: "trial.timeout leaves a trial no time",
		expected: "such as 10m",
		suggestion: "remove it for no limit"
	});
	for (const [key, value] of [["timeout", timeout], ["grace", grace]]) if (value !== void 0 && value > 20736e5) findings.push({
		path: ["trial", key],
		message: `trial.${key} is too long`,
		expected: "at most 24d"
	});
	return findings;
}

// src/spec/semantics.ts
function checkSections(document) {
	const trial = soundPart(trialFile$1, "trial", document);
	const params = soundPart(definitionsSchema, "params", document);
	const metric = metricSchema.safeParse(at(document, ["metric"])).data;
	const budget = soundPart(budgetSchema.prefault({}), "budget", document);
	const search = searchSchema.prefault({}).safeParse(at(document, ["search"])).data;
	const inParams = params ? checkParams(params.data, params.broken) : [];
	const whole = params?.broken.size === 0 && inParams.length === 0 ? params.data : void 0;
	return [
		...trial ? checkTrial(trial.data, trial.broken) : [],
		...metric ? checkMetric(metric) : [],
		...inParams,
		...budget ? checkTime(budget.data) : [],
		...budget && whole && !budget.broken.has("time") && !budget.broken.has("trials") ? checkEnd(budget.data, search?.repeats ?? false, whole) : []
	];
}
function soundPart(schema, section, document) {
	const value = at(document, [section]);
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
function checkMetric({ name }) {
	return name === "step" ? [{
		path: ["metric", "name"],
		message: "a metric cannot be called \"step\"",
		expected: "another name",
		suggestion: "in reports `step` says how far the training is"
	}] : [];
}
function checkTime({ time }) {
	const path = ["budget", "time"];
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
const endlessConfigs = 1e4;
function checkEnd({ time, trials }, repeats, params) {
	if (time !== void 0 || trials !== void 0) return [];
	const configs = countConfigs(params);
	if (configs <= endlessConfigs && !repeats) return [];
	return [{
		path: ["budget"],
		atKey: true,
		message: `nothing would end the search: ${configs === Number.POSITIVE_INFINITY ? "the space has infinitely many configs" : configs > endlessConfigs ? `the space has about ${Number(configs.toPrecision(1))} configs` : "`search.repeats` tries configs again and again"}, and the budget has neither \`time\` nor \`trials\``,
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
	const source = new Source(path, text);
	const document = source.read();
	const found = at(document, ["version"]);
	if (/^\d+$/.test(String(found)) && Number(found) > 1) throw source.error([{
		path: ["version"],
		message: `this spec is version ${found}; this Tunegate (${version}) reads version ${1}`,
		suggestion: "update Tunegate: the action in your workflow, or the tunegate package"
	}]);
	const parsed = specSchema.safeParse(document);
	const findings = [...parsed.success ? [] : explainIssues(parsed.error.issues, document), ...checkSections(document)];
	if (!parsed.success || findings.length > 0) throw source.error(findings);
	const { $schema: _, ...spec } = parsed.data;
	return spec;
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
const contract = /^TUNEGATE_(PARAM_.*|CONFIG|METRICS|CHECKPOINT_DIR|SEED|TRIAL|RESOURCE)$/;
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
function checkPlaceholders({ run, shell }, paths) {
	if (typeof run === "string") {
		if (shell) checkShellLine(run, paths);
		return;
	}
	if (run[0] === "{args}") throw new PlaceholderError("trial.run begins with the program to start, so {args} cannot stand first.");
	for (const argument of run) {
		const lone = /[{}]/.exec(argument.replace(pattern, ""))?.[0];
		if (lone !== void 0) throw new PlaceholderError(`trial.run: ${JSON.stringify(argument)} has a ${lone} that belongs to no placeholder; a brace itself is written ${lone}${lone}.`);
		for (const name of names(argument)) if (name === "args") {
			if (argument !== "{args}") throw new PlaceholderError(`trial.run: {args} stands for several arguments, so it must be one of its own, not part of ${JSON.stringify(argument)}.`);
		} else if (!paths.includes(name) && !isBuiltIn(name)) throw new PlaceholderError(`trial.run: ${JSON.stringify(argument)} has the placeholder {${name}}, which is no parameter${suggest(name, paths)}. Known are ${listKnown(paths)}; a brace itself is written {{ or }}.`);
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
	const text = readText(file, shownAs);
	const spec = override(loadSpec(shownAs, text), overrides);
	const space = createSpace(spec.params);
	if ("run" in spec.trial) checkPlaceholders(spec.trial, space.parameters.map((parameter) => parameter.path));
	return {
		path: file,
		folder: path.dirname(file),
		text,
		spec,
		space
	};
}
function readText(file, shownAs) {
	try {
		return readFileSync(file, "utf8");
	} catch (error) {
		const { code, message } = error;
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

// src/report/sections/best-config.ts
function bestConfig(results, board) {
	const { best, incumbent } = board;
	if (!best || best === incumbent) return [];
	const { say, name } = inMarkdown;
	return [
		paragraph(say`Config of trial ${name(`#${best.trial}`)}${results.space.incumbent ? say`; what differs from what ships today says what it was` : say``}:`),
		codeBlock(configYaml(results.space, best.config), {
			language: "yaml",
			limit: 12e3
		}),
		paragraph(say`To train it again:`),
		codeBlock(replayCommand(results, best.trial), { language: "sh" })
	];
}

// src/report/sections/failures.ts
const { say: say$1, name: name$1, sentence: sentence$2, join } = inMarkdown;
function failuresSection(results, options) {
	const groups = failureGroups(results);
	if (groups.length === 0) return void 0;
	const count = groups.reduce((sum, { trials }) => sum + trials.length, 0);
	const example = groups.find((group) => group.example.tail?.trim())?.example;
	return folded(literal`${plural(count, "trial failed", "trials failed")}`, [bullets(groups.map(groupLine)), ...options.tail && example?.tail ? [paragraph(say$1`The end of the log of ${label(example)}:`), codeBlock(example.tail, {
		limit: 4096,
		keep: "end"
	})] : []]);
}
function groupLine({ reason, trials, example }) {
	const shown = join(trials.slice(0, 8).map(label), ", ");
	const more = trials.length > 8 ? say$1` …` : say$1``;
	const message = example.message ? say$1`. ${label(example)} says: ${sentence$2(example.message, 300)}` : say$1``;
	return say$1`${counted(trials.length)} ${failureWords[reason]}: ${shown}${more}${message}`;
}
function label({ role, trial, seed }) {
	if (role === "search") return name$1(`#${trial}`);
	return say$1`${role === "head" ? literal`head` : literal`base`} with seed ${name$1(String(seed))}`;
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

// src/report/sections/leaderboard.ts
function leaderboardSection(results, board, options) {
	if (board.rows.length === 0) return [];
	const { shown, rest } = splitRows(board.rows, options.top);
	const paths = varyingPaths(results, options.rest ? board.rows : shown);
	const columns = paths.slice(0, options.columns);
	const { say } = inMarkdown;
	const hidden = paths.length > columns.length ? paragraph(say`${plural(paths.length - columns.length, "further parameter")} not shown.`) : void 0;
	const out = [drawRows(results, board, shown, columns)];
	if (hidden) out.push(hidden);
	if (rest.length > 0) out.push(options.rest ? folded(literal`${plural(rest.length, "further trial")}`, [drawRows(results, board, rest, columns)]) : paragraph(say`And ${plural(rest.length, "further trial")}.`));
	return out;
}
function drawRows({ study }, board, rows, columns) {
	const header = [
		literal`rank`,
		literal`trial`,
		inCell.name(study.metric.name),
		...columns.map((path) => inCell.name(shortName(path, columns))),
		literal`epochs`,
		literal`duration`,
		literal`state`
	];
	const body = rows.map(({ rank, trial, incumbent }) => [
		rank === void 0 ? literal`` : counted(rank),
		incumbent ? inCell.say`${number(trial.trial)}\u00a0ships\u00a0today` : number(trial.trial),
		trial.score === void 0 ? literal`–` : board.score(trial.score),
		...columns.map((path) => valueCell(trial.config[path])),
		epochsOf(trial),
		duration$1(trial.durationMs),
		stateWords(trial)
	]);
	return table([header, ...body], `rlr${"r".repeat(columns.length)}rrl`);
}
function number(trial) {
	return inCell.name(`#${trial}`);
}

// src/report/sections/notices.ts
function noticesSection({ notices }, most) {
	if (notices.length === 0) return void 0;
	const { say, sentence } = inMarkdown;
	const shown = notices.slice(0, most).map((notice) => say`${sentence(notice)}`);
	const more = notices.length > most ? [say`and ${counted(notices.length - most)} more`] : [];
	return blocks([paragraph(literal`Notes:`), bullets([...shown, ...more])]);
}

// src/report/sections/regression-check.ts
const { say, name, sentence: sentence$1 } = inMarkdown;
const none = literal`–`;
function regressionCheck(results) {
	const { verdict } = results;
	if (!verdict || verdict.pairs.length === 0) return [];
	const what = paragraph(compared(results));
	return verdict.difference === void 0 ? [what] : [mainTable(results, verdict), what];
}
function mainTable({ study }, verdict) {
	const { base, head, difference, interval, confidence, maxDrop } = verdict;
	const means = numberFormat(scores(verdict));
	const change = differenceFormat(difference ?? 0, interval, maxDrop);
	const header = [
		inCell.name(study.metric.name),
		literal`base`,
		literal`head`,
		literal`difference`,
		literal`${intervalLevel(confidence)} interval`,
		literal`limit`,
		literal`seeds`
	];
	const row = [
		literal`mean`,
		base === void 0 ? none : means(base),
		head === void 0 ? none : means(head),
		difference === void 0 ? none : withSign(difference, change),
		interval ? literal`${withSign(interval[0], change)} to ${withSign(interval[1], change)}` : none,
		short(maxDrop, 6),
		seedCount(verdict)
	];
	return table([header, row], "lrrrrrr");
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
	const baseWords = base ? say`${name(base.sha.slice(0, 7))} (${sentence$1(base.how, 120)})` : say`unknown`;
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
	return folded(literal`Regression check, seed by seed`, [
		table([header, ...rows], "rrrr"),
		paragraph(statistics(verdict)),
		shippedChanges(results)
	]);
}
function statistics({ pWorse, detectable, confidence, goal }) {
	const better = goal === "maximize" ? literal`higher` : literal`lower`;
	const p = pWorse === void 0 ? literal`` : literal` p = ${short(pWorse, 2)}.`;
	const power = detectable === void 0 ? literal`` : literal` This many seeds find a change to the worse of ${short(detectable, 2)} four times in five.`;
	return say`One-sided paired test that head is worse (${better} is better), at ${percent$1(confidence)} confidence.${p}${power}`;
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

// src/report/sections/run-details.ts
function runDetails(results) {
	const { say } = inMarkdown;
	return folded(literal`How this was run`, [paragraph(stopSentence(results, inMarkdown)), bullets(runFacts(results, inMarkdown).map(({ label, text }) => say`${label}: ${text}`))]);
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
		`# Leaderboard of ${name(results.study.name)}`,
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
		...bestConfig(results, board),
		noticesSection(results, stage.notices),
		...stage.details ? [
			regressionDetails(results),
			failuresSection(results, stage),
			runDetails(results)
		] : [paragraph(pointerWords())]
	]);
}
function stopNote(results) {
	const reason = results.study.stop?.reason;
	return reason === "trials" || reason === "time" || reason === "exhausted" ? void 0 : paragraph(stopSentence(results, inMarkdown));
}
function afterVerdict(results, board) {
	return results.verdict ? paragraph(searchWords(results, board, inMarkdown)) : void 0;
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
	return `${blocks(items)}\n`;
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
function errorPublication(error, specPath) {
	const problems = error instanceof SpecError ? error.problems : [];
	const message = error instanceof Error ? error.message : String(error);
	const title = problems.length > 0 ? `${specPath} has ${problems.length} problem${problems.length === 1 ? "" : "s"}` : "Tunegate could not run";
	const text = `**${problems.length > 0 ? "The tuning spec cannot be used." : "Tunegate could not run."}**\n\n${codeBlock(message)}\n`;
	return {
		name: "error",
		outcome: "error",
		title,
		checkSummary: text,
		jobSummary: text,
		annotations: problems.map((problem) => annotation(problem, specPath)),
		log: [title, message]
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
	const best = bestTrial(results.study);
	const { verdict } = results;
	return {
		outcome,
		...best?.score === void 0 ? {} : {
			bestScore: best.score,
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
	return p < .5 ? -upperQuantile(p, df) : upperQuantile(1 - p, df);
}
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

// src/gate/compare.ts
function noBaseline(reason, frame) {
	return {
		...frameOf(frame),
		conclusion: "no-baseline",
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
function frameOf({ goal, maxDrop, confidence }) {
	return {
		goal,
		maxDrop,
		confidence
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
	const base = mean(scored.map((pair) => pair.base));
	const head = mean(scored.map((pair) => pair.head));
	const difference = mean(differences);
	const measured = {
		...frame,
		base,
		head,
		difference
	};
	if (n === 1) return {
		...measured,
		conclusion: "inconclusive",
		reason: "One seed on both sides says nothing about chance."
	};
	const drop = (input.goal === "maximize" ? -1 : 1) * difference;
	const deviation = Math.hypot(...differences.map((d) => d - difference)) / Math.sqrt(n - 1);
	if (!Number.isFinite(difference) || !Number.isFinite(deviation)) return {
		...frame,
		conclusion: "inconclusive",
		reason: "The scores are too large to compare."
	};
	if (deviation <= 1e-12 * Math.max(...scored.map((pair) => Math.max(Math.abs(pair.base), Math.abs(pair.head))))) return {
		...measured,
		interval: [difference, difference],
		...judgeExact(drop, maxDrop)
	};
	const error = deviation / Math.sqrt(n);
	const half = studentTQuantile(confidence, n - 1) * error;
	const pWorse = studentTTail(drop / error, n - 1);
	const detectable = Math.max(half, maxDrop) + studentTQuantile(.8, n - 1) * error;
	const evidence = {
		...measured,
		interval: [difference - half, difference + half],
		pWorse,
		detectable
	};
	const [lower, upper] = [drop - half, drop + half];
	if (lower > 0 && drop > maxDrop) return {
		...evidence,
		conclusion: "regressed",
		reason: "Head is worse than base beyond what the seeds explain."
	};
	if (upper < 0) return {
		...evidence,
		conclusion: "improved",
		reason: "Head is better than base beyond what the seeds explain."
	};
	if (upper <= maxDrop && lower >= -maxDrop) return {
		...evidence,
		conclusion: "unchanged",
		reason: "Any change is shown to be within the limit."
	};
	if (upper <= maxDrop) return {
		...evidence,
		conclusion: "inconclusive",
		reason: "Any drop is shown to be within the limit, but not whether head is better or the same."
	};
	return {
		...evidence,
		conclusion: "inconclusive",
		reason: "The seeds differ too much to tell."
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
function mean(values) {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

// src/math/cholesky.ts
function packedLength(size) {
	return size * (size + 1) / 2;
}
function cholesky(matrix, size, jitter = 0, maxJitter = .001) {
	for (let added = jitter; added <= maxJitter * 1.0000001; added = added === 0 ? 1e-10 : added * 10) {
		const factor = factorise(matrix, size, added);
		if (factor) return {
			size,
			factor,
			jitter: added
		};
	}
}
function factorise(matrix, size, jitter) {
	const factor = matrix.slice(0, packedLength(size));
	for (let i = 0, row = 0; i < size; row += ++i) {
		for (let j = 0, other = 0; j < i; other += ++j) {
			let sum = factor[row + j];
			for (let k = 0; k < j; k++) sum -= factor[row + k] * factor[other + k];
			factor[row + j] = sum / factor[other + j];
		}
		let diagonal = factor[row + i] + jitter;
		for (let k = 0; k < i; k++) diagonal -= factor[row + k] * factor[row + k];
		if (!(diagonal > 0)) return void 0;
		factor[row + i] = Math.sqrt(diagonal);
	}
	return factor;
}
function solveLowerInPlace({ size, factor }, vector) {
	for (let i = 0, row = 0; i < size; row += ++i) {
		let sum = vector[i];
		for (let k = 0; k < i; k++) sum -= factor[row + k] * vector[k];
		vector[i] = sum / factor[row + i];
	}
}
function solveUpperInPlace({ size, factor }, vector) {
	for (let i = size - 1; i >= 0; i--) {
		const row = packedLength(i);
		const value = vector[i] / factor[row + i];
		vector[i] = value;
		for (let k = 0; k < i; k++) vector[k] -= factor[row + k] * value;
	}
}
function solve(cholesky, vector) {
	const solution = vector.slice();
	solveLowerInPlace(cholesky, solution);
	solveUpperInPlace(cholesky, solution);
	return solution;
}
function logDeterminant({ size, factor }) {
	let sum = 0;
	for (let i = 0; i < size; i++) sum += Math.log(factor[packedLength(i) + i]);
	return 2 * sum;
}
function inverse({ size, factor }) {
	const lower = new Float64Array(packedLength(size));
	for (let i = 0, row = 0; i < size; row += ++i) {
		for (let k = 0, other = 0; k < i; other += ++k) {
			const scale = factor[row + k];
			for (let j = 0; j <= k; j++) lower[row + j] -= scale * lower[other + j];
		}
		const pivot = 1 / factor[row + i];
		for (let j = 0; j < i; j++) lower[row + j] *= pivot;
		lower[row + i] = pivot;
	}
	const result = new Float64Array(packedLength(size));
	for (let k = 0, row = 0; k < size; row += ++k) for (let i = 0, target = 0; i <= k; target += ++i) {
		const scale = lower[row + i];
		for (let j = 0; j <= i; j++) result[target + j] += scale * lower[row + j];
	}
	return result;
}

// src/math/lbfgsb.ts
function minimizeInBox(f, start, options) {
	const { lower, upper, iterations = 60, gradientTolerance = 1e-6, valueTolerance = 1e-9, memory = 8 } = options;
	const n = start.length;
	const clip = (value, i) => Math.min(Math.max(value, lower[i]), upper[i]);
	let point = start.map(clip);
	let gradient = new Float64Array(n);
	let value = f(point, gradient);
	const pairs = [];
	let done = 0;
	while (done < iterations && Number.isFinite(value)) {
		const free = (i) => !(point[i] <= lower[i] && gradient[i] > 0 || point[i] >= upper[i] && gradient[i] < 0);
		let steepest = 0;
		for (let i = 0; i < n; i++) steepest = Math.max(steepest, Math.abs(clip(point[i] - gradient[i], i) - point[i]));
		if (steepest <= gradientTolerance) break;
		let direction = twoLoop(gradient, free, pairs);
		if (dot(direction, gradient) >= 0) {
			pairs.length = 0;
			direction = twoLoop(gradient, free, pairs);
		}
		const first = pairs.length === 0 ? Math.min(1, 1 / norm(direction)) : 1;
		const next = search(f, point, value, gradient, direction, first, clip);
		done++;
		if (!next) {
			if (pairs.length === 0) break;
			pairs.length = 0;
			continue;
		}
		const s = next.point.map((x, i) => x - point[i]);
		const y = next.gradient.map((g, i) => g - gradient[i]);
		const curvature = dot(s, y);
		if (curvature > 1e-10 * norm(y) * norm(s)) {
			pairs.push({
				s,
				y,
				rho: 1 / curvature
			});
			if (pairs.length > memory) pairs.shift();
		}
		const improvement = value - next.value;
		({point, value, gradient} = next);
		if (improvement <= valueTolerance * Math.max(1, Math.abs(value))) break;
	}
	return {
		point,
		value,
		iterations: done
	};
}
function twoLoop(gradient, free, pairs) {
	const q = gradient.map((g, i) => free(i) ? g : 0);
	const alphas = [];
	for (let k = pairs.length - 1; k >= 0; k--) {
		const { s, y, rho } = pairs[k];
		const alpha = rho * dot(s, q);
		alphas[k] = alpha;
		for (let i = 0; i < q.length; i++) q[i] -= alpha * y[i];
	}
	const last = pairs.at(-1);
	const scale = last ? dot(last.s, last.y) / dot(last.y, last.y) : 1;
	for (let i = 0; i < q.length; i++) q[i] *= scale;
	for (let k = 0; k < pairs.length; k++) {
		const { s, y, rho } = pairs[k];
		const beta = rho * dot(y, q);
		for (let i = 0; i < q.length; i++) q[i] += (alphas[k] - beta) * s[i];
	}
	return q.map((x, i) => free(i) ? -x : 0);
}
function search(f, point, value, gradient, direction, first, clip) {
	for (let step = first, tries = 0; tries < 25; step *= tries < 3 ? .5 : .25, tries++) {
		const candidate = point.map((x, i) => clip(x + step * direction[i], i));
		let slope = 0;
		for (let i = 0; i < point.length; i++) slope += gradient[i] * (candidate[i] - point[i]);
		if (slope >= 0) continue;
		const next = new Float64Array(point.length);
		const result = f(candidate, next);
		if (result <= value + 1e-4 * slope) return {
			point: candidate,
			value: result,
			gradient: next
		};
	}
}
function dot(a, b) {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
	return sum;
}
function norm(a) {
	return Math.sqrt(dot(a, a));
}

// src/math/gaussian-process.ts
const LENGTHSCALE = {
	min: .01,
	max: 100
};
const SIGNAL = {
	min: .05,
	max: 20
};
const NOISE = {
	min: 1e-6,
	max: 1,
	mode: .001
};
const JITTER = 1e-8;
const SQRT5 = Math.sqrt(5);
function matern52(squared) {
	const r = Math.sqrt(squared);
	return (1 + SQRT5 * r + 5 / 3 * squared) * Math.exp(-SQRT5 * r);
}
function matern52Slope(squared) {
	const r = Math.sqrt(squared);
	return -.8333333333333334 * (1 + SQRT5 * r) * Math.exp(-SQRT5 * r);
}
var Observations = class {
	geometry;
	points;
	distances;
	constructor(geometry, points) {
		this.geometry = geometry;
		this.points = points;
		this.distances = new Float64Array(packedLength(points.length) * geometry.dimensions);
		let at = 0;
		for (const [i, a] of points.entries()) for (let j = 0; j <= i; j++, at += geometry.dimensions) geometry.squaredDistances(a, points[j], this.distances, at);
	}
};
function negativeLogPosterior(observations, targets, theta, gradient, relativeNoise) {
	const n = targets.length;
	const d = observations.geometry.dimensions;
	const { distances } = observations;
	const weights = new Float64Array(d);
	let penalty = 0;
	for (let j = 0; j < d; j++) {
		const squared = Math.exp(2 * theta[j]);
		weights[j] = 1 / squared;
		penalty += .1 * (squared + 1 / squared);
		if (gradient) gradient[j] = .2 * (squared - 1 / squared);
	}
	const signal = Math.exp(theta[d]);
	const noise = Math.exp(theta[d + 1]);
	const offset = (theta[d + 1] - Math.log(NOISE.mode)) / 3;
	penalty += .5 * theta[d] ** 2 + .5 * offset ** 2;
	const covariance = new Float64Array(packedLength(n));
	const slopes = gradient ? new Float64Array(packedLength(n)) : void 0;
	for (let i = 0, pair = 0, at = 0; i < n; i++) {
		for (let k = 0; k < i; k++, pair++) {
			let squared = 0;
			for (let j = 0; j < d; j++) squared += weights[j] * distances[at++];
			const r = Math.sqrt(squared);
			const decay = signal * Math.exp(-SQRT5 * r);
			covariance[pair] = (1 + SQRT5 * r + 5 / 3 * squared) * decay;
			if (slopes) slopes[pair] = -.8333333333333334 * (1 + SQRT5 * r) * decay;
		}
		covariance[pair++] = signal + noise * (relativeNoise?.[i] ?? 1);
		at += d;
	}
	const factor = cholesky(covariance, n, JITTER);
	if (!factor) return Number.POSITIVE_INFINITY;
	const alpha = solve(factor, targets);
	let value = penalty + .5 * logDeterminant(factor) + n / 2 * Math.log(2 * Math.PI);
	for (let i = 0; i < n; i++) value += .5 * targets[i] * alpha[i];
	if (gradient && slopes) {
		const inverted = inverse(factor);
		const alongLengthscale = new Float64Array(d);
		let alongSignal = 0;
		let alongNoise = 0;
		for (let i = 0, pair = 0, at = 0; i < n; i++) {
			for (let k = 0; k < i; k++, pair++) {
				const w = inverted[pair] - alpha[i] * alpha[k];
				alongSignal += w * covariance[pair];
				const scaled = w * slopes[pair];
				for (let j = 0; j < d; j++) alongLengthscale[j] += scaled * distances[at++];
			}
			const w = inverted[pair++] - alpha[i] * alpha[i];
			alongSignal += .5 * w * signal;
			alongNoise += .5 * w * (relativeNoise?.[i] ?? 1);
			at += d;
		}
		for (let j = 0; j < d; j++) gradient[j] -= 2 * weights[j] * alongLengthscale[j];
		gradient[d] = theta[d] + alongSignal;
		gradient[d + 1] = offset / 3 + noise * alongNoise;
	}
	return value;
}
function toTheta({ logLengthscales, logSignal, logNoise }) {
	return Float64Array.of(...logLengthscales, logSignal, logNoise);
}
function fitHyperparameters(observations, targets, starts, iterations, relativeNoise) {
	const d = observations.geometry.dimensions;
	const lower = [
		...Array(d).fill(Math.log(LENGTHSCALE.min)),
		Math.log(SIGNAL.min),
		Math.log(NOISE.min)
	];
	const upper = [
		...Array(d).fill(Math.log(LENGTHSCALE.max)),
		Math.log(SIGNAL.max),
		Math.log(NOISE.max)
	];
	const best = starts.map((start) => minimizeInBox((theta, gradient) => negativeLogPosterior(observations, targets, theta, gradient, relativeNoise), toTheta(start), {
		lower,
		upper,
		iterations,
		gradientTolerance: .001,
		valueTolerance: 1e-6
	})).reduce((a, b) => b.value < a.value ? b : a);
	return {
		logLengthscales: best.point.slice(0, d),
		logSignal: best.point[d],
		logNoise: best.point[d + 1]
	};
}
var GaussianProcess = class {
	observations;
	hyperparameters;
	#weights;
	#signal;
	#factor;
	#alpha;
	#row;
	#covariance;
	constructor(observations, targets, hyperparameters, relativeNoise) {
		const d = observations.geometry.dimensions;
		const n = targets.length;
		this.observations = observations;
		this.hyperparameters = hyperparameters;
		this.#weights = hyperparameters.logLengthscales.map((l) => Math.exp(-2 * l));
		this.#signal = Math.exp(hyperparameters.logSignal);
		this.#row = new Float64Array(d);
		this.#covariance = new Float64Array(n);
		const noise = Math.exp(hyperparameters.logNoise);
		const covariance = new Float64Array(packedLength(n));
		for (let i = 0, pair = 0; i < n; i++) {
			for (let k = 0; k < i; k++, pair++) covariance[pair] = this.#signal * matern52(this.#weigh(observations.distances, pair * d));
			covariance[pair++] = this.#signal + noise * (relativeNoise?.[i] ?? 1);
		}
		const factor = cholesky(covariance, n, JITTER);
		if (!factor) throw new Error("The covariance of the observations is not positive definite.");
		this.#factor = factor;
		this.#alpha = solve(factor, targets);
	}
	#weigh(distances, offset) {
		let squared = 0;
		for (let j = 0; j < this.#weights.length; j++) squared += this.#weights[j] * distances[offset + j];
		return squared;
	}
	mean(point) {
		const { points, geometry } = this.observations;
		let mean = 0;
		for (let i = 0; i < points.length; i++) {
			geometry.squaredDistances(point, points[i], this.#row, 0);
			const k = this.#signal * matern52(this.#weigh(this.#row, 0));
			this.#covariance[i] = k;
			mean += k * this.#alpha[i];
		}
		return mean;
	}
	predict(point) {
		const mean = this.mean(point);
		solveLowerInPlace(this.#factor, this.#covariance);
		let explained = 0;
		for (const v of this.#covariance) explained += v * v;
		return {
			mean,
			variance: Math.max(this.#signal - explained, 1e-12)
		};
	}
	predictWithGradient(point) {
		const { points, geometry } = this.observations;
		const d = geometry.dimensions;
		const n = points.length;
		const slopes = new Float64Array(n);
		const covariance = new Float64Array(n);
		let mean = 0;
		for (let i = 0; i < n; i++) {
			geometry.squaredDistances(point, points[i], this.#row, 0);
			const squared = this.#weigh(this.#row, 0);
			covariance[i] = this.#signal * matern52(squared);
			slopes[i] = this.#signal * matern52Slope(squared);
			mean += covariance[i] * this.#alpha[i];
		}
		const beta = covariance.slice();
		solveLowerInPlace(this.#factor, beta);
		let explained = 0;
		for (const v of beta) explained += v * v;
		solveUpperInPlace(this.#factor, beta);
		const meanSlope = new Float64Array(d);
		const varianceSlope = new Float64Array(d);
		for (let j = 0; j < d; j++) {
			if (Number.isNaN(point[j])) continue;
			for (let i = 0; i < n; i++) {
				const slope = slopes[i] * this.#weights[j] * geometry.slope(point[j], points[i][j], j);
				meanSlope[j] += this.#alpha[i] * slope;
				varianceSlope[j] -= 2 * beta[i] * slope;
			}
		}
		return {
			mean,
			variance: Math.max(this.#signal - explained, 1e-12),
			meanSlope,
			varianceSlope
		};
	}
};

// src/math/erfcx.ts
function erfcx(x) {
	if (Number.isNaN(x)) return x;
	const size = Math.abs(x);
	let scaled;
	if (size <= .46875) return Math.exp(x * x) * (1 - erfSmall(x));
	if (size <= 4) scaled = ratio(C, D, size);
	else if (size >= 253e305) scaled = 0;
	else {
		const inverse = 1 / (size * size);
		scaled = size > 671e5 ? SQRT_INVERSE_PI : SQRT_INVERSE_PI - inverse * ratio(P, Q, inverse);
		scaled /= size;
	}
	return x < 0 ? 2 * Math.exp(x * x) - scaled : scaled;
}
const SQRT_INVERSE_PI = .5641895835477563;
const A = [
	.18577770618460315,
	3.1611237438705655,
	113.86415415105016,
	377.485237685302,
	3209.3775891384694
];
const B = [
	1,
	23.601290952344122,
	244.02463793444417,
	1282.6165260773723,
	2844.236833439171
];
const C = [
	2.1531153547440383e-8,
	.5641884969886701,
	8.883149794388377,
	66.11919063714163,
	298.6351381974001,
	881.952221241769,
	1712.0476126340707,
	2051.0783778260716,
	1230.3393547979972
];
const D = [
	1,
	15.744926110709835,
	117.6939508913125,
	537.1811018620099,
	1621.3895745666903,
	3290.7992357334597,
	4362.619090143247,
	3439.3676741437216,
	1230.3393548037495
];
const P = [
	.016315387137302097,
	.30532663496123236,
	.36034489994980445,
	.12578172611122926,
	.016083785148742275,
	.0006587491615298378
];
const Q = [
	1,
	2.568520192289822,
	1.8729528499234673,
	.5279051029514285,
	.06051834131244132,
	.0023352049762686918
];
function ratio(numerator, denominator, x) {
	return horner(numerator, x) / horner(denominator, x);
}
function horner(coefficients, x) {
	return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
function erfSmall(x) {
	return x * ratio(A, B, x * x);
}

// src/math/normal.ts
const LOG_SQRT_2PI = .5 * Math.log(2 * Math.PI);
function normalPdf(z) {
	return Math.exp(-(z * z) / 2 - LOG_SQRT_2PI);
}
function normalCdf(z) {
	const tail = .5 * Math.exp(-(z * z) / 2) * erfcx(Math.abs(z) / Math.SQRT2);
	return z < 0 ? tail : 1 - tail;
}
function normalInterval(a, b) {
	return a > 0 ? normalCdf(-a) - normalCdf(-b) : normalCdf(b) - normalCdf(a);
}
function logNormalCdf(z) {
	return z < -1 ? -(z * z) / 2 + Math.log(.5 * erfcx(-z / Math.SQRT2)) : Math.log1p(-.5 * Math.exp(-(z * z) / 2) * erfcx(z / Math.SQRT2));
}
function logNormalCdfSlope(z) {
	return Math.exp(-(z * z) / 2 - LOG_SQRT_2PI - logNormalCdf(z));
}

// src/math/log-expected-improvement.ts
function logH(z) {
	if (z > -1) return Math.log(normalPdf(z) + z * normalCdf(z));
	if (z < -1e5) return -(z * z) / 2 - LOG_SQRT_2PI - 2 * Math.log(-z);
	const size = -z;
	return -(z * z) / 2 - LOG_SQRT_2PI + Math.log1p(-size * Math.sqrt(Math.PI / 2) * erfcx(size / Math.SQRT2));
}
function logHSlope(z) {
	if (z > -1) return normalCdf(z) / (normalPdf(z) + z * normalCdf(z));
	if (z < -1e5) return -z + 2 / -z;
	const mills = Math.sqrt(Math.PI / 2) * erfcx(-z / Math.SQRT2);
	return mills / (1 + z * mills);
}

// src/space/encode.ts
function encodeConfig(space, config) {
	return Float64Array.from(space.dimensions, ({ parameter }) => {
		const value = config[parameter.path];
		return value === void 0 ? NaN : toUnit(parameter.domain, value);
	});
}
function decodePoint(space, point) {
	const config = {};
	let axis = 0;
	for (const parameter of space.parameters) {
		const { domain, path } = parameter;
		const free = valueCount(domain) > 1;
		const coordinate = free ? point[axis++] : 0;
		if (!isActive(parameter, config)) continue;
		config[path] = free ? fromUnit(domain, Number.isNaN(coordinate) ? .5 : coordinate) : valueAt(domain, 0);
	}
	return config;
}

// src/search/acquisition-search.ts
const STARTS = 8;
const GRADIENT_STARTS = 4;
const CLIMB_ROUNDS = 15;
const CLIMB_MOVES = 20;
function searchAcquisition(options) {
	const { space, acquisition, stream } = options;
	const seen = [];
	const consider = (point) => {
		const candidate = {
			point,
			value: acquisition.value(point)
		};
		seen.push(candidate);
		return candidate;
	};
	for (const point of options.spread) consider(space.canonical(point, stream));
	for (const centre of options.centres) for (let i = 0; i < options.neighbours; i++) consider(neighbour(space, centre, i % 2 ? .02 : .1, stream));
	let fronts = farApart(seen);
	if (space.hasDiscrete) fronts = fronts.map((start) => climb(options, start, consider));
	if (space.hasContinuous) for (const start of [...fronts].sort((a, b) => b.value - a.value).slice(0, GRADIENT_STARTS)) consider(ascend(space, acquisition, start.point));
	for (const { point } of seen.sort((a, b) => b.value - a.value)) if (!options.taken(point)) return point;
}
function farApart(candidates) {
	const chosen = [];
	const best = [...candidates].sort((a, b) => b.value - a.value).slice(0, 200);
	for (const candidate of best) {
		if (chosen.length === STARTS) break;
		if (chosen.every((other) => separated(candidate.point, other.point))) chosen.push(candidate);
	}
	return chosen;
}
function separated(a, b) {
	for (let j = 0; j < a.length; j++) {
		const [inA, inB] = [!Number.isNaN(a[j]), !Number.isNaN(b[j])];
		if (inA !== inB || inA && Math.abs(a[j] - b[j]) > .05) return true;
	}
	return false;
}
function neighbour(space, centre, deviation, stream) {
	const point = centre.slice();
	const discrete = space.discrete.filter((j) => !Number.isNaN(centre[j]));
	const continuous = space.continuous.filter((j) => !Number.isNaN(centre[j]));
	const moveDiscrete = discrete.length > 0 && (continuous.length === 0 || stream.uniform() < .5);
	if (moveDiscrete) {
		const j = discrete[stream.integer(discrete.length)];
		point[j] = anotherValue(space, j, centre[j], stream);
	}
	if (continuous.length > 0 && (!moveDiscrete || stream.uniform() < .5)) {
		const must = continuous[stream.integer(continuous.length)];
		for (const j of continuous) if (j === must || stream.uniform() < .3) point[j] = reflect(point[j] + deviation * stream.normal());
	}
	return space.canonical(point, stream);
}
function anotherValue(space, j, from, stream) {
	const count = space.counts[j];
	const index = Math.min(count - 1, Math.floor(from * count));
	if (space.ordinal[j]) {
		const reach = Math.min(3, count - 1);
		const steps = [];
		for (let step = -reach; step <= reach; step++) if (step !== 0 && index + step >= 0 && index + step < count) steps.push(step);
		return (index + steps[stream.integer(steps.length)] + .5) / count;
	}
	return ((index + 1 + stream.integer(count - 1)) % count + .5) / count;
}
function reflect(x) {
	const wrapped = Math.abs(x) % 2;
	return wrapped > 1 ? 2 - wrapped : wrapped;
}
function climb({ space, stream }, start, consider) {
	let best = start;
	let deviation = .1;
	for (let round = 0; round < CLIMB_ROUNDS; round++) {
		let improved = best;
		for (const j of space.discrete) {
			if (Number.isNaN(best.point[j])) continue;
			for (const coordinate of changes(space, j, best.point[j], stream)) {
				const point = best.point.slice();
				point[j] = coordinate;
				const candidate = consider(space.canonical(point, stream));
				if (candidate.value > improved.value) improved = candidate;
			}
		}
		if (space.hasContinuous) for (let i = 0; i < CLIMB_MOVES; i++) {
			const candidate = consider(neighbour(space, best.point, deviation, stream));
			if (candidate.value > improved.value) improved = candidate;
		}
		if (improved === best) {
			if (!space.hasContinuous || deviation < .01) break;
			deviation *= .4;
		}
		best = improved;
	}
	return best;
}
function changes(space, j, from, stream) {
	const count = space.counts[j];
	const index = Math.min(count - 1, Math.floor(from * count));
	const near = space.ordinal[j] ? [
		-3,
		-2,
		-1,
		1,
		2,
		3
	].map((step) => index + step) : [];
	return (space.ordinal[j] ? near.filter((i) => i >= 0 && i < count) : count <= 9 ? Array.from({ length: count }, (_, i) => i).filter((i) => i !== index) : Array.from({ length: 8 }, () => (index + 1 + stream.integer(count - 1)) % count)).map((i) => (i + .5) / count);
}
function ascend(space, acquisition, start) {
	const free = space.continuous.filter((j) => !Number.isNaN(start[j]));
	if (free.length === 0) return start;
	const point = start.slice();
	const full = new Float64Array(start.length);
	const { point: best } = minimizeInBox((x, gradient) => {
		for (const [k, j] of free.entries()) point[j] = x[k];
		const value = acquisition.valueWithGradient(point, full);
		for (const [k, j] of free.entries()) gradient[k] = -full[j];
		return -value;
	}, Float64Array.from(free, (j) => start[j]), {
		lower: free.map(() => 0),
		upper: free.map(() => 1),
		iterations: 30,
		valueTolerance: 1e-6
	});
	const result = start.slice();
	for (const [k, j] of free.entries()) result[j] = best[k];
	return space.canonical(result);
}

// src/math/random.ts
function randomStream(seed, purpose, index = 0) {
	if (!Number.isSafeInteger(seed)) throw new RangeError(`a seed is a whole number, not ${seed}`);
	if (!Number.isSafeInteger(index) || index < 0) throw new RangeError(`an index counts from 0, not ${index}`);
	const [low, high] = halves(seed);
	const [a, b] = hash(purpose);
	const [indexLow, indexHigh] = halves(index);
	return new PhiloxStream(Uint32Array.of(0, indexLow, a, (b ^ indexHigh) >>> 0), low, high);
}
function halves(n) {
	return [n >>> 0, Math.floor(n / 2 ** 32) >>> 0];
}
function hash(text) {
	let a = 2166136261;
	let b = 2538058380;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		a = Math.imul(a ^ unit, 16777619);
		b = Math.imul(b ^ unit, 2246822507);
		b ^= b >>> 13;
	}
	return [a >>> 0, b >>> 0];
}
const MULTIPLIER_0 = 3528531795;
const MULTIPLIER_1 = 3449720151;
const WEYL_0 = 2654435769;
const WEYL_1 = 3144134277;
function philox(counter, key0, key1, out) {
	let [x0, x1, x2, x3] = [
		counter[0],
		counter[1],
		counter[2],
		counter[3]
	];
	let k0 = key0 >>> 0;
	let k1 = key1 >>> 0;
	for (let round = 0; round < 10; round++) {
		const high0 = multiplyHigh(MULTIPLIER_0, x0);
		const low0 = Math.imul(MULTIPLIER_0, x0) >>> 0;
		const high1 = multiplyHigh(MULTIPLIER_1, x2);
		const low1 = Math.imul(MULTIPLIER_1, x2) >>> 0;
		x0 = (high1 ^ x1 ^ k0) >>> 0;
		x1 = low1;
		x2 = (high0 ^ x3 ^ k1) >>> 0;
		x3 = low0;
		k0 = k0 + WEYL_0 >>> 0;
		k1 = k1 + WEYL_1 >>> 0;
	}
	out[0] = x0;
	out[1] = x1;
	out[2] = x2;
	out[3] = x3;
}
function multiplyHigh(a, b) {
	const [a0, a1] = [a & 65535, a >>> 16];
	const [b0, b1] = [b & 65535, b >>> 16];
	const middle = a1 * b0 + (a0 * b0 >>> 16);
	const carry = (middle & 65535) + a0 * b1;
	return a1 * b1 + Math.floor(middle / 65536) + Math.floor(carry / 65536) >>> 0;
}
var PhiloxStream = class {
	#counter;
	#key0;
	#key1;
	#block = /* @__PURE__ */ new Uint32Array(4);
	#used = 4;
	#spare;
	constructor(counter, key0, key1) {
		this.#counter = counter;
		this.#key0 = key0;
		this.#key1 = key1;
	}
	#word() {
		if (this.#used === 4) {
			philox(this.#counter, this.#key0, this.#key1, this.#block);
			this.#counter[0]++;
			this.#used = 0;
		}
		return this.#block[this.#used++];
	}
	uniform() {
		return (this.#word() * 2 ** 21 + (this.#word() >>> 11)) / 2 ** 53;
	}
	integer(n) {
		if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`integer(n) needs a whole n >= 1, not ${n}`);
		const range = 2 ** 53;
		const limit = range - range % n;
		for (;;) {
			const draw = this.#word() * 2 ** 21 + (this.#word() >>> 11);
			if (draw < limit) return draw % n;
		}
	}
	normal() {
		if (this.#spare !== void 0) {
			const spare = this.#spare;
			this.#spare = void 0;
			return spare;
		}
		for (;;) {
			const u = 2 * this.uniform() - 1;
			const v = 2 * this.uniform() - 1;
			const s = u * u + v * v;
			if (s >= 1 || s === 0) continue;
			const scale = Math.sqrt(-2 * Math.log(s) / s);
			this.#spare = v * scale;
			return u * scale;
		}
	}
	shuffle(items) {
		const shuffled = [...items];
		for (let i = shuffled.length - 1; i > 0; i--) {
			const j = this.integer(i + 1);
			[shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]];
		}
		return shuffled;
	}
};

// src/space/sample.ts
function sampleConfig(space, stream) {
	const config = {};
	for (const parameter of space.parameters) {
		if (!isActive(parameter, config)) continue;
		const { domain, path } = parameter;
		config[path] = valueCount(domain) === 1 ? valueAt(domain, 0) : fromUnit(domain, stream.uniform());
	}
	return config;
}

// src/search/history.ts
var History = class {
	space;
	trials = [];
	ended = [];
	#used = /* @__PURE__ */ new Map();
	constructor(space) {
		this.space = space;
	}
	get pending() {
		return this.trials.filter(({ state }) => state === "pending");
	}
	get observed() {
		return this.ended.filter(({ loss }) => loss !== void 0);
	}
	wasTried(hash) {
		return this.#used.has(hash);
	}
	get distinct() {
		return this.#used.size;
	}
	start(id, config) {
		const known = this.trials[id];
		if (known) {
			known.state = "pending";
			const at = this.ended.indexOf(known);
			if (at >= 0) this.ended.splice(at, 1);
			return;
		}
		if (id !== this.trials.length) throw new Error(`trial ${id} starts before trial ${this.trials.length}`);
		const hash = hashConfig(this.space, config);
		this.trials.push({
			id,
			config,
			hash,
			state: "pending",
			loss: void 0,
			step: void 0
		});
		this.#used.set(hash, (this.#used.get(hash) ?? 0) + 1);
	}
	report(id, step) {
		const trial = this.#find(id);
		trial.step = step;
	}
	tell(id, outcome) {
		const trial = this.#find(id);
		trial.state = outcome.state;
		if (outcome.state === "interrupted") {
			this.#forget(trial.hash);
			return;
		}
		const loss = "loss" in outcome ? outcome.loss : void 0;
		if (loss !== void 0 && !Number.isFinite(loss)) trial.state = "failed";
		else trial.loss = loss;
		this.ended.push(trial);
	}
	#find(id) {
		const trial = this.trials[id];
		if (!trial) throw new Error(`trial ${id} was never started`);
		return trial;
	}
	#forget(hash) {
		const times = (this.#used.get(hash) ?? 1) - 1;
		if (times > 0) this.#used.set(hash, times);
		else this.#used.delete(hash);
	}
};

// src/search/base-strategy.ts
const ENUMERABLE = 2e5;
var BaseStrategy = class {
	problem;
	history;
	constructor(problem) {
		this.problem = problem;
		this.history = new History(problem.space);
	}
	ask() {
		const { space, incumbent, repeats } = this.problem;
		const index = this.history.trials.length;
		if (!repeats && this.history.distinct >= space.size) return {
			kind: "exhausted",
			reason: `all ${space.size} configs of the space were tried`
		};
		if (incumbent && !this.history.wasTried(hashConfig(space, incumbent))) return {
			kind: "new",
			config: incumbent,
			origin: "incumbent"
		};
		const proposal = this.propose(index);
		if (proposal && this.isNew(proposal.config)) return {
			kind: "new",
			...proposal
		};
		const left = this.anyNew(index);
		if (left) return {
			kind: "new",
			config: left,
			origin: proposal?.origin ?? "what is left"
		};
		return {
			kind: "exhausted",
			reason: `no config is left that was not tried (${this.history.distinct} were)`
		};
	}
	start(trial, config) {
		this.history.start(trial, config);
	}
	report(trial, step, _loss) {
		this.history.report(trial, step);
		return "continue";
	}
	tell(trial, outcome) {
		this.history.tell(trial, outcome);
	}
	stream(purpose, index) {
		return randomStream(this.problem.seed, purpose, index);
	}
	isNew(config) {
		return this.problem.repeats === true || !this.history.wasTried(hashConfig(this.problem.space, config));
	}
	anyNew(index) {
		const { space } = this.problem;
		const stream = this.stream("new", index);
		for (let tries = 0; tries < 64; tries++) {
			const config = sampleConfig(space, stream);
			if (this.isNew(config)) return config;
		}
		if (space.size <= ENUMERABLE) {
			let chosen;
			let seen = 0;
			for (const config of enumerateConfigs(space)) if (this.isNew(config) && stream.integer(++seen) === 0) chosen = config;
			return chosen;
		}
		for (let tries = 0; tries < 5e3; tries++) {
			const config = sampleConfig(space, stream);
			if (this.isNew(config)) return config;
		}
	}
};

// src/math/brent.ts
function minimizeScalar(f, lower, upper, tolerance = 1e-8, iterations = 100) {
	const golden = (3 - Math.sqrt(5)) / 2;
	const at = (x) => {
		const y = f(x);
		return Number.isNaN(y) ? Number.POSITIVE_INFINITY : y;
	};
	let [a, b] = [lower, upper];
	let x = a + golden * (b - a);
	let [w, v] = [x, x];
	let fx = at(x);
	let [fw, fv] = [fx, fx];
	let step = 0;
	let previous = 0;
	for (let i = 0; i < iterations; i++) {
		const middle = (a + b) / 2;
		const near = tolerance * (Math.abs(x) + .1);
		if (Math.abs(x - middle) <= 2 * near - (b - a) / 2) break;
		let parabolic = false;
		if (Math.abs(previous) > near && Number.isFinite(fw) && Number.isFinite(fv)) {
			const r = (x - w) * (fx - fv);
			let q = (x - v) * (fx - fw);
			let p = (x - v) * q - (x - w) * r;
			q = 2 * (q - r);
			if (q > 0) p = -p;
			q = Math.abs(q);
			if (Math.abs(p) < Math.abs(.5 * q * previous) && p > q * (a - x) && p < q * (b - x)) {
				parabolic = true;
				previous = step;
				step = p / q;
				const u = x + step;
				if (u - a < 2 * near || b - u < 2 * near) step = x < middle ? near : -near;
			}
		}
		if (!parabolic) {
			previous = x < middle ? b - x : a - x;
			step = golden * previous;
		}
		const u = x + (Math.abs(step) >= near ? step : Math.sign(step) * near);
		const fu = at(u);
		if (fu <= fx) {
			if (u < x) b = x;
			else a = x;
			[v, fv, w, fw, x, fx] = [
				w,
				fw,
				x,
				fx,
				u,
				fu
			];
		} else {
			if (u < x) a = u;
			else b = u;
			if (fu <= fw || w === x) [v, fv, w, fw] = [
				w,
				fw,
				u,
				fu
			];
			else if (fu <= fv || v === x || v === w) [v, fv] = [u, fu];
		}
	}
	return x;
}

// src/math/yeo-johnson.ts
function yeoJohnson(y, lambda) {
	if (y >= 0) return Math.abs(lambda) < 1e-12 ? Math.log1p(y) : Math.expm1(lambda * Math.log1p(y)) / lambda;
	const mirrored = 2 - lambda;
	return Math.abs(mirrored) < 1e-12 ? -Math.log1p(-y) : -Math.expm1(mirrored * Math.log1p(-y)) / mirrored;
}
function fitYeoJohnson(values) {
	const n = values.length;
	const slope = values.reduce((sum, y) => sum + Math.sign(y) * Math.log1p(Math.abs(y)), 0);
	const negativeLogLikelihood = (lambda) => {
		let mean = 0;
		let squares = 0;
		for (let i = 0; i < n; i++) {
			const t = yeoJohnson(values[i], lambda);
			const delta = t - mean;
			mean += delta / (i + 1);
			squares += delta * (t - mean);
		}
		const variance = squares / n;
		return variance > 0 && Number.isFinite(variance) ? n / 2 * Math.log(variance) - (lambda - 1) * slope : Number.POSITIVE_INFINITY;
	};
	return minimizeScalar(negativeLogLikelihood, -2, 4, 1e-8);
}

// src/search/output-warp.ts
function warpLosses(losses) {
	const finite = losses.filter((loss) => loss !== void 0 && Number.isFinite(loss));
	const warp = monotoneWarp(finite);
	const warped = finite.map(warp);
	const top = warped.length > 0 ? Math.max(...warped) : 0;
	const failed = top + .5 * (top - (warped.length > 0 ? Math.min(...warped) : 0)) + 1;
	const values = losses.map((loss) => loss !== void 0 && Number.isFinite(loss) ? warp(loss) : failed);
	const mean = values.reduce((sum, t) => sum + t, 0) / Math.max(1, values.length);
	return { targets: Float64Array.from(values, (t) => t - mean) };
}
function monotoneWarp(values) {
	if (values.length === 0) return () => 0;
	const median = quantile(values, .5);
	const deviations = values.map((y) => Math.abs(y / 2 - median / 2) * 2);
	const spread = quantile(deviations, .75) || Math.max(...deviations);
	if (!(spread > 0) || !Number.isFinite(spread)) return spread > 0 ? rankWarp(values) : () => 0;
	const scale = (y) => Math.min(1e6, Math.max(-1e6, (y - median) / spread));
	const scaled = values.map(scale);
	const lambda = values.length >= 3 ? fitYeoJohnson(scaled) : 1;
	const power = standardise(scaled.map((u) => yeoJohnson(u, lambda)));
	if (power) return (y) => power(yeoJohnson(scale(y), lambda));
	const plain = standardise(scaled);
	return plain ? (y) => plain(scale(y)) : () => 0;
}
function rankWarp(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const half = sorted.length / 2;
	return (y) => (sorted.filter((value) => value < y).length - half) / Math.max(1, half);
}
function standardise(values) {
	const mean = values.reduce((sum, t) => sum + t, 0) / values.length;
	const deviation = Math.sqrt(values.reduce((sum, t) => sum + (t - mean) ** 2, 0) / values.length);
	return deviation > 1e-12 && Number.isFinite(deviation) ? (t) => (t - mean) / deviation : void 0;
}
function quantile(values, share) {
	const sorted = [...values].sort((a, b) => a - b);
	const at = share * (sorted.length - 1);
	const low = Math.floor(at);
	const high = Math.min(sorted.length - 1, low + 1);
	return sorted[low] + (at - low) * (sorted[high] / 2 - sorted[low] / 2) * 2;
}

// src/search/point-space.ts
const TABLE = 1e3;
const MANY = 40;
function pointSpace(space) {
	const { dimensions } = space;
	const indices = dimensions.map((_, j) => j);
	const smooth = (j) => {
		const { kind, values, parameter } = dimensions[j];
		const { domain } = parameter;
		const unequal = domain.type === "int" && domain.scale !== "linear" && domain.step === void 0;
		return kind === "continuous" || kind === "ordinal" && (values > MANY || unequal);
	};
	const discrete = indices.filter((j) => !smooth(j));
	const continuous = indices.filter(smooth);
	const dimensionOf = new Map(dimensions.map((dimension, j) => [dimension.parameter.path, j]));
	const counts = dimensions.map((dimension, j) => smooth(j) ? Number.POSITIVE_INFINITY : dimension.values);
	const tests = dimensions.map(({ parameter }) => parameter.conditions.map((condition) => compile(space, dimensionOf, counts, condition)));
	const gates = new Set(space.parameters.flatMap(({ conditions }) => conditions.map(({ path }) => dimensionOf.get(path) ?? -1)));
	gates.delete(-1);
	return {
		space,
		discrete,
		continuous,
		ordinal: dimensions.map((dimension) => dimension.kind === "ordinal"),
		counts,
		hasDiscrete: discrete.length > 0,
		hasContinuous: continuous.length > 0,
		gates: [...gates],
		canonical(point, stream) {
			for (let j = 0; j < point.length; j++) {
				if (!tests[j].every((test) => test(point))) {
					point[j] = NaN;
					continue;
				}
				let x = point[j];
				if (Number.isNaN(x)) x = stream?.uniform() ?? .5;
				const count = counts[j];
				point[j] = count === Number.POSITIVE_INFINITY ? Math.min(1, Math.max(0, x)) : (Math.min(count - 1, Math.max(0, Math.floor(x * count))) + .5) / count;
			}
			return point;
		}
	};
}
function withFixed(space, j, value) {
	const discrete = space.discrete.filter((other) => other !== j);
	return {
		...space,
		discrete,
		hasDiscrete: discrete.length > 0,
		canonical(point, stream) {
			point[j] = value;
			return space.canonical(point, stream);
		}
	};
}
function compile(space, dimensionOf, counts, condition) {
	const j = dimensionOf.get(condition.path);
	const { domain, conditions } = space.parameters.find(({ path }) => path === condition.path);
	if (j === void 0) {
		const above = conditions.map((inner) => compile(space, dimensionOf, counts, inner));
		const holds = satisfies(condition, valueAt(domain, 0));
		return (point) => holds && above.every((test) => test(point));
	}
	const count = counts[j];
	if (count > TABLE) return (point) => !Number.isNaN(point[j]) && satisfies(condition, fromUnit(domain, point[j]));
	const passes = Array.from({ length: count }, (_, i) => satisfies(condition, fromUnit(domain, (i + .5) / count)));
	return (point) => !Number.isNaN(point[j]) && passes[Math.floor(point[j] * count)];
}

// src/math/sobol-directions.ts
const directions = [
	[3, [1]],
	[7, [1, 3]],
	[11, [
		1,
		3,
		1
	]],
	[13, [
		1,
		1,
		1
	]],
	[19, [
		1,
		1,
		3,
		3
	]],
	[25, [
		1,
		3,
		5,
		13
	]],
	[37, [
		1,
		1,
		5,
		5,
		17
	]],
	[41, [
		1,
		1,
		5,
		5,
		5
	]],
	[47, [
		1,
		1,
		7,
		11,
		19
	]],
	[55, [
		1,
		1,
		5,
		1,
		1
	]],
	[59, [
		1,
		1,
		1,
		3,
		11
	]],
	[61, [
		1,
		3,
		5,
		5,
		31
	]],
	[67, [
		1,
		3,
		3,
		9,
		7,
		49
	]],
	[91, [
		1,
		1,
		1,
		15,
		21,
		21
	]],
	[97, [
		1,
		3,
		1,
		13,
		27,
		49
	]],
	[103, [
		1,
		1,
		1,
		15,
		7,
		5
	]],
	[109, [
		1,
		3,
		1,
		15,
		13,
		25
	]],
	[115, [
		1,
		1,
		5,
		5,
		19,
		61
	]],
	[131, [
		1,
		3,
		7,
		11,
		23,
		15,
		103
	]],
	[137, [
		1,
		3,
		7,
		13,
		13,
		15,
		69
	]],
	[143, [
		1,
		1,
		3,
		13,
		7,
		35,
		63
	]],
	[145, [
		1,
		3,
		5,
		9,
		1,
		25,
		53
	]],
	[157, [
		1,
		3,
		1,
		13,
		9,
		35,
		107
	]],
	[167, [
		1,
		3,
		1,
		5,
		27,
		61,
		31
	]],
	[171, [
		1,
		1,
		5,
		11,
		19,
		41,
		61
	]],
	[185, [
		1,
		3,
		5,
		3,
		3,
		13,
		69
	]],
	[191, [
		1,
		1,
		7,
		13,
		1,
		19,
		1
	]],
	[193, [
		1,
		3,
		7,
		5,
		13,
		19,
		59
	]],
	[203, [
		1,
		1,
		3,
		9,
		25,
		29,
		41
	]],
	[211, [
		1,
		3,
		5,
		13,
		23,
		1,
		55
	]],
	[213, [
		1,
		3,
		7,
		3,
		13,
		59,
		17
	]],
	[229, [
		1,
		3,
		1,
		3,
		5,
		53,
		69
	]],
	[239, [
		1,
		1,
		5,
		5,
		23,
		33,
		13
	]],
	[241, [
		1,
		1,
		7,
		7,
		1,
		61,
		123
	]],
	[247, [
		1,
		1,
		7,
		9,
		13,
		61,
		49
	]],
	[253, [
		1,
		3,
		3,
		5,
		3,
		55,
		33
	]],
	[285, [
		1,
		3,
		1,
		15,
		31,
		13,
		49,
		245
	]],
	[299, [
		1,
		3,
		5,
		15,
		31,
		59,
		63,
		97
	]],
	[301, [
		1,
		3,
		1,
		11,
		11,
		11,
		77,
		249
	]],
	[333, [
		1,
		3,
		1,
		11,
		27,
		43,
		71,
		9
	]],
	[351, [
		1,
		1,
		7,
		15,
		21,
		11,
		81,
		45
	]],
	[355, [
		1,
		3,
		7,
		3,
		25,
		31,
		65,
		79
	]],
	[357, [
		1,
		3,
		1,
		1,
		19,
		11,
		3,
		205
	]],
	[361, [
		1,
		1,
		5,
		9,
		19,
		21,
		29,
		157
	]],
	[369, [
		1,
		3,
		7,
		11,
		1,
		33,
		89,
		185
	]],
	[391, [
		1,
		3,
		3,
		3,
		15,
		9,
		79,
		71
	]],
	[397, [
		1,
		3,
		7,
		11,
		15,
		39,
		119,
		27
	]],
	[425, [
		1,
		1,
		3,
		1,
		11,
		31,
		97,
		225
	]],
	[451, [
		1,
		1,
		1,
		3,
		23,
		43,
		57,
		177
	]],
	[463, [
		1,
		3,
		7,
		7,
		17,
		17,
		37,
		71
	]],
	[487, [
		1,
		3,
		1,
		5,
		27,
		63,
		123,
		213
	]],
	[501, [
		1,
		1,
		3,
		5,
		11,
		43,
		53,
		133
	]],
	[529, [
		1,
		3,
		5,
		5,
		29,
		17,
		47,
		173,
		479
	]],
	[539, [
		1,
		3,
		3,
		11,
		3,
		1,
		109,
		9,
		69
	]],
	[545, [
		1,
		1,
		1,
		5,
		17,
		39,
		23,
		5,
		343
	]],
	[557, [
		1,
		3,
		1,
		5,
		25,
		15,
		31,
		103,
		499
	]],
	[563, [
		1,
		1,
		1,
		11,
		11,
		17,
		63,
		105,
		183
	]],
	[601, [
		1,
		1,
		5,
		11,
		9,
		29,
		97,
		231,
		363
	]],
	[607, [
		1,
		1,
		5,
		15,
		19,
		45,
		41,
		7,
		383
	]],
	[617, [
		1,
		3,
		7,
		7,
		31,
		19,
		83,
		137,
		221
	]],
	[623, [
		1,
		1,
		1,
		3,
		23,
		15,
		111,
		223,
		83
	]],
	[631, [
		1,
		1,
		5,
		13,
		31,
		15,
		55,
		25,
		161
	]],
	[637, [
		1,
		1,
		3,
		13,
		25,
		47,
		39,
		87,
		257
	]],
	[647, [
		1,
		1,
		1,
		11,
		21,
		53,
		125,
		249,
		293
	]],
	[661, [
		1,
		1,
		7,
		11,
		11,
		7,
		57,
		79,
		323
	]],
	[675, [
		1,
		1,
		5,
		5,
		17,
		13,
		81,
		3,
		131
	]],
	[677, [
		1,
		1,
		7,
		13,
		23,
		7,
		65,
		251,
		475
	]],
	[687, [
		1,
		3,
		5,
		1,
		9,
		43,
		3,
		149,
		11
	]],
	[695, [
		1,
		1,
		3,
		13,
		31,
		13,
		13,
		255,
		487
	]],
	[701, [
		1,
		3,
		3,
		1,
		5,
		63,
		89,
		91,
		127
	]],
	[719, [
		1,
		1,
		3,
		3,
		1,
		19,
		123,
		127,
		237
	]],
	[721, [
		1,
		1,
		5,
		7,
		23,
		31,
		37,
		243,
		289
	]],
	[731, [
		1,
		1,
		5,
		11,
		17,
		53,
		117,
		183,
		491
	]],
	[757, [
		1,
		1,
		1,
		5,
		1,
		13,
		13,
		209,
		345
	]],
	[761, [
		1,
		1,
		3,
		15,
		1,
		57,
		115,
		7,
		33
	]],
	[787, [
		1,
		3,
		1,
		11,
		7,
		43,
		81,
		207,
		175
	]],
	[789, [
		1,
		3,
		1,
		1,
		15,
		27,
		63,
		255,
		49
	]],
	[799, [
		1,
		3,
		5,
		3,
		27,
		61,
		105,
		171,
		305
	]],
	[803, [
		1,
		1,
		5,
		3,
		1,
		3,
		57,
		249,
		149
	]],
	[817, [
		1,
		1,
		3,
		5,
		5,
		57,
		15,
		13,
		159
	]],
	[827, [
		1,
		1,
		1,
		11,
		7,
		11,
		105,
		141,
		225
	]],
	[847, [
		1,
		3,
		3,
		5,
		27,
		59,
		121,
		101,
		271
	]],
	[859, [
		1,
		3,
		5,
		9,
		11,
		49,
		51,
		59,
		115
	]],
	[865, [
		1,
		1,
		7,
		1,
		23,
		45,
		125,
		71,
		419
	]],
	[875, [
		1,
		1,
		3,
		5,
		23,
		5,
		105,
		109,
		75
	]],
	[877, [
		1,
		1,
		7,
		15,
		7,
		11,
		67,
		121,
		453
	]],
	[883, [
		1,
		3,
		7,
		3,
		9,
		13,
		31,
		27,
		449
	]],
	[895, [
		1,
		3,
		1,
		15,
		19,
		39,
		39,
		89,
		15
	]],
	[901, [
		1,
		1,
		1,
		1,
		1,
		33,
		73,
		145,
		379
	]],
	[911, [
		1,
		3,
		1,
		15,
		15,
		43,
		29,
		13,
		483
	]],
	[949, [
		1,
		1,
		7,
		3,
		19,
		27,
		85,
		131,
		431
	]],
	[953, [
		1,
		3,
		3,
		3,
		5,
		35,
		23,
		195,
		349
	]],
	[967, [
		1,
		3,
		3,
		7,
		9,
		27,
		39,
		59,
		297
	]],
	[971, [
		1,
		1,
		3,
		9,
		11,
		17,
		13,
		241,
		157
	]],
	[973, [
		1,
		3,
		7,
		15,
		25,
		57,
		33,
		189,
		213
	]],
	[981, [
		1,
		1,
		7,
		1,
		9,
		55,
		73,
		83,
		217
	]],
	[985, [
		1,
		3,
		3,
		13,
		19,
		27,
		23,
		113,
		249
	]],
	[995, [
		1,
		3,
		5,
		3,
		23,
		43,
		3,
		253,
		479
	]],
	[1001, [
		1,
		1,
		5,
		5,
		11,
		5,
		45,
		117,
		217
	]],
	[1019, [
		1,
		3,
		3,
		7,
		29,
		37,
		33,
		123,
		147
	]],
	[1033, [
		1,
		3,
		1,
		15,
		5,
		5,
		37,
		227,
		223,
		459
	]],
	[1051, [
		1,
		1,
		7,
		5,
		5,
		39,
		63,
		255,
		135,
		487
	]],
	[1063, [
		1,
		3,
		1,
		7,
		9,
		7,
		87,
		249,
		217,
		599
	]],
	[1069, [
		1,
		1,
		3,
		13,
		9,
		47,
		7,
		225,
		363,
		247
	]],
	[1125, [
		1,
		3,
		7,
		13,
		19,
		13,
		9,
		67,
		9,
		737
	]],
	[1135, [
		1,
		3,
		5,
		5,
		19,
		59,
		7,
		41,
		319,
		677
	]],
	[1153, [
		1,
		1,
		5,
		3,
		31,
		63,
		15,
		43,
		207,
		789
	]],
	[1163, [
		1,
		1,
		7,
		9,
		13,
		39,
		3,
		47,
		497,
		169
	]],
	[1221, [
		1,
		3,
		1,
		7,
		21,
		17,
		97,
		19,
		415,
		905
	]],
	[1239, [
		1,
		3,
		7,
		1,
		3,
		31,
		71,
		111,
		165,
		127
	]],
	[1255, [
		1,
		1,
		5,
		11,
		1,
		61,
		83,
		119,
		203,
		847
	]],
	[1267, [
		1,
		3,
		3,
		13,
		9,
		61,
		19,
		97,
		47,
		35
	]],
	[1279, [
		1,
		1,
		7,
		7,
		15,
		29,
		63,
		95,
		417,
		469
	]],
	[1293, [
		1,
		3,
		1,
		9,
		25,
		9,
		71,
		57,
		213,
		385
	]],
	[1305, [
		1,
		3,
		5,
		13,
		31,
		47,
		101,
		57,
		39,
		341
	]],
	[1315, [
		1,
		1,
		3,
		3,
		31,
		57,
		125,
		173,
		365,
		551
	]],
	[1329, [
		1,
		3,
		7,
		1,
		13,
		57,
		67,
		157,
		451,
		707
	]],
	[1341, [
		1,
		1,
		1,
		7,
		21,
		13,
		105,
		89,
		429,
		965
	]],
	[1347, [
		1,
		1,
		5,
		9,
		17,
		51,
		45,
		119,
		157,
		141
	]],
	[1367, [
		1,
		3,
		7,
		7,
		13,
		45,
		91,
		9,
		129,
		741
	]],
	[1387, [
		1,
		3,
		7,
		1,
		23,
		57,
		67,
		141,
		151,
		571
	]],
	[1413, [
		1,
		1,
		3,
		11,
		17,
		47,
		93,
		107,
		375,
		157
	]],
	[1423, [
		1,
		3,
		3,
		5,
		11,
		21,
		43,
		51,
		169,
		915
	]],
	[1431, [
		1,
		1,
		5,
		3,
		15,
		55,
		101,
		67,
		455,
		625
	]],
	[1441, [
		1,
		3,
		5,
		9,
		1,
		23,
		29,
		47,
		345,
		595
	]],
	[1479, [
		1,
		3,
		7,
		7,
		5,
		49,
		29,
		155,
		323,
		589
	]],
	[1509, [
		1,
		3,
		3,
		7,
		5,
		41,
		127,
		61,
		261,
		717
	]]
];

// src/math/sobol.ts
const sobolDimensions = directions.length + 1;
const BITS = 32;
var Sobol = class {
	#columns;
	#shifts;
	constructor(dimensions, scramble) {
		if (dimensions < 0 || dimensions > sobolDimensions) throw new RangeError(`a Sobol sequence has up to ${sobolDimensions} dimensions, not ${dimensions}`);
		this.#columns = Array.from({ length: dimensions }, (_, j) => {
			const plain = generatingColumns(j);
			return scramble ? scrambleColumns(plain, scramble) : plain;
		});
		this.#shifts = Uint32Array.from({ length: dimensions }, () => scramble ? scramble.integer(2 ** BITS) : 0);
	}
	point(index) {
		return Float64Array.from(this.#columns, (columns, j) => {
			let bits = this.#shifts[j];
			let rest = index ^ index >>> 1;
			for (let k = 0; rest !== 0; k++, rest >>>= 1) if (rest & 1) bits ^= columns[k];
			return (bits >>> 0) / 2 ** BITS;
		});
	}
};
function generatingColumns(j) {
	const columns = new Uint32Array(BITS);
	if (j === 0) {
		for (let k = 0; k < BITS; k++) columns[k] = 2 ** (31 - k);
		return columns;
	}
	const [polynomial, initial] = directions[j - 1];
	const degree = initial.length;
	for (let k = 0; k < BITS; k++) {
		if (k < degree) {
			columns[k] = initial[k] * 2 ** (31 - k);
			continue;
		}
		let bits = columns[k - degree] ^ columns[k - degree] >>> degree;
		for (let i = 1; i < degree; i++) if (polynomial >>> degree - i & 1) bits ^= columns[k - i];
		columns[k] = bits;
	}
	return columns;
}
function scrambleColumns(columns, stream) {
	const rows = Array.from({ length: BITS }, (_, b) => {
		return (b === 0 ? 0 : stream.integer(2 ** b) * 2 ** (BITS - b)) + 2 ** (31 - b) >>> 0;
	});
	return columns.map((column) => {
		let bits = 0;
		for (let b = 0; b < BITS; b++) if (parity(column & rows[b])) bits += 2 ** (31 - b);
		return bits;
	});
}
function parity(word) {
	let x = word ^ word >>> 16;
	x ^= x >>> 8;
	x ^= x >>> 4;
	x ^= x >>> 2;
	x ^= x >>> 1;
	return x & 1;
}

// src/search/sobol.ts
var SpreadPoints = class {
	#dimensions;
	#streams;
	#purpose;
	#sobol;
	constructor(dimensions, streams, purpose) {
		this.#dimensions = dimensions;
		this.#streams = streams;
		this.#purpose = purpose;
		this.#sobol = new Sobol(Math.min(sobolDimensions, dimensions), streams(purpose, 0));
	}
	point(index) {
		const even = this.#sobol.point(index);
		if (this.#dimensions <= even.length) return even;
		const stream = this.#streams(`${this.#purpose} beyond`, index);
		return Float64Array.from({ length: this.#dimensions }, (_, j) => even[j] ?? stream.uniform());
	}
};
var SobolStrategy = class extends BaseStrategy {
	#points;
	constructor(problem) {
		super(problem);
		this.#points = new SpreadPoints(problem.space.dimensions.length, (purpose, index) => this.stream(purpose, index), "sobol");
	}
	propose(index) {
		for (let tries = 0; tries < 32; tries++) {
			const config = decodePoint(this.problem.space, this.#points.point((index + tries * 2 ** 20) % 2 ** 31));
			if (this.isNew(config)) return {
				config,
				origin: "sobol"
			};
		}
	}
};

// src/search/space-geometry.ts
const ARC = Math.PI / 2;
function spaceGeometry(space) {
	const { dimensions } = space;
	const categorical = dimensions.map((dimension) => dimension.kind === "categorical");
	const conditional = dimensions.map((dimension) => dimension.parameter.conditions.length > 0);
	const radius = 1 / (ARC * ARC);
	return {
		dimensions: dimensions.length,
		squaredDistances(a, b, out, offset) {
			for (let j = 0; j < dimensions.length; j++) {
				const x = a[j];
				const y = b[j];
				const missing = Number(Number.isNaN(x)) + Number(Number.isNaN(y));
				let squared;
				if (missing === 2) squared = 0;
				else if (missing === 1) squared = categorical[j] ? .5 : radius;
				else if (categorical[j]) squared = x === y ? 0 : 1;
				else if (conditional[j]) squared = 4 * radius * Math.sin(ARC * (x - y) / 2) ** 2;
				else squared = (x - y) * (x - y);
				out[offset + j] = squared;
			}
		},
		slope(x, y, j) {
			if (categorical[j] || Number.isNaN(x) || Number.isNaN(y)) return 0;
			return conditional[j] ? 2 / ARC * Math.sin(ARC * (x - y)) : 2 * (x - y);
		}
	};
}

// src/search/bayesian.ts
const MOST_OBSERVATIONS = 300;
const FRESH_FIT = 10;
const FEWER_FITS = 60;
const EXPLORATION = .1;
var BayesianStrategy = class extends BaseStrategy {
	#space;
	#geometry;
	#start;
	#spread;
	#startSize;
	#fits = /* @__PURE__ */ new Map();
	#points = /* @__PURE__ */ new Map();
	constructor(problem) {
		super(problem);
		const { space } = problem;
		const dimensions = space.dimensions.length;
		this.#space = pointSpace(space);
		this.#geometry = spaceGeometry(space);
		const streams = (purpose, index) => this.stream(purpose, index);
		this.#start = new SpreadPoints(dimensions, streams, "bayesian start");
		this.#spread = new SpreadPoints(dimensions, streams, "bayesian spread");
		const wanted = Math.min(10, Math.max(6, dimensions + 1));
		this.#startSize = problem.trials === void 0 ? wanted : Math.max(2, Math.min(wanted, Math.floor(problem.trials / 4)));
	}
	propose(index) {
		if (index < this.#startSize || this.history.observed.length < 2) return this.#initial(index);
		const stream = this.stream("bayesian", index);
		if (this.#space.gates.length > 0) {
			const draw = stream.uniform();
			const config = draw < EXPLORATION ? this.anyNew(index) : draw < .44999999999999996 ? this.#foray(index) : void 0;
			if (config) return {
				config,
				origin: draw < EXPLORATION ? "exploration" : "branch"
			};
		}
		const config = this.#modelled(index);
		return config && {
			config,
			origin: "model"
		};
	}
	#foray(index) {
		const branches = this.#branches();
		if (branches.length === 0) return void 0;
		const fewest = Math.min(...branches.map(({ trials }) => trials.length));
		const least = branches.filter(({ trials }) => trials.length === fewest);
		const { gate, coordinate, trials } = least[index % least.length];
		if (trials.filter(({ loss }) => loss !== void 0).length < 3) {
			const stream = this.stream("bayesian branch", index);
			const point = withFixed(this.#space, gate, coordinate).canonical(this.#start.point(2 ** 24 + index), stream);
			const config = decodePoint(this.problem.space, point);
			return this.isNew(config) ? config : void 0;
		}
		return this.#modelled(index, {
			gate,
			coordinate
		});
	}
	#branches() {
		const { dimensions } = this.problem.space;
		const gates = this.#space.gates.filter((j) => dimensions[j].kind === "categorical" && dimensions[j].parameter.conditions.length === 0);
		const observed = this.history.observed;
		const best = observed.reduce((a, b) => b.loss < a.loss ? b : a);
		const losses = warpLosses(observed.map(({ loss }) => loss)).targets;
		const lowest = Math.min(...losses);
		return gates.flatMap((gate) => {
			const count = this.#space.counts[gate];
			const bestAt = this.#pointOf(best)[gate];
			return Array.from({ length: count }, (_, option) => (option + .5) / count).filter((coordinate) => coordinate !== bestAt).map((coordinate) => ({
				gate,
				coordinate,
				trials: this.history.trials.filter((trial) => this.#pointOf(trial)[gate] === coordinate)
			})).filter(({ trials }) => {
				const own = observed.flatMap((trial, i) => trials.includes(trial) ? [losses[i]] : []);
				const enough = 5 + 3 * (trials[0] ? this.#pointOf(trials[0]).filter((x) => !Number.isNaN(x)).length : 0);
				if (own.length < enough) return trials.filter(({ state }) => state === "failed").length < enough;
				const half = Math.min(...own.slice(0, Math.ceil(own.length / 2)));
				const all = Math.min(...own);
				return all - 2 * (half - all) - .25 < lowest;
			});
		});
	}
	#initial(index) {
		for (let tries = 0; tries < 16; tries++) {
			const point = this.#start.point(index + tries * 2 ** 20);
			for (const j of this.#space.discrete) {
				const count = this.#space.counts[j];
				if (this.#space.ordinal[j]) continue;
				const round = Math.floor(index / count);
				const order = this.stream(`bayesian balance ${j}`, round).shuffle(Array.from({ length: count }, (_, i) => i));
				if (tries === 0) point[j] = (order[index % count] + .5) / count;
			}
			const config = decodePoint(this.problem.space, point);
			if (this.isNew(config)) return {
				config,
				origin: "initial design"
			};
		}
	}
	#modelled(index, branch) {
		const results = this.#kept(this.history.ended);
		const losses = results.map(({ loss }) => loss);
		const { targets } = warpLosses(losses);
		const hyperparameters = this.#fit();
		const points = results.map((trial) => this.#pointOf(trial));
		const observed = new GaussianProcess(new Observations(this.#geometry, points), targets, hyperparameters);
		const model = this.#withPending(observed, points, targets, hyperparameters);
		const space = branch ? withFixed(this.#space, branch.gate, branch.coordinate) : this.#space;
		const inside = (i) => losses[i] !== void 0 && (!branch || points[i][branch.gate] === branch.coordinate);
		const best = Math.min(...[...targets].filter((_, i) => inside(i)));
		if (best === Number.POSITIVE_INFINITY) return void 0;
		const stream = this.stream("bayesian acquisition", index);
		const ranked = points.map((point, i) => ({
			point,
			mean: observed.mean(point),
			i
		})).filter(({ i }) => inside(i));
		ranked.sort((a, b) => a.mean - b.mean);
		const effort = Math.min(1, (110 / model.observations.points.length) ** 2);
		const spread = Array.from({ length: Math.max(64, Math.round(384 * effort)) }, (_, i) => this.#spread.point(index * 1024 + i));
		const found = searchAcquisition({
			space,
			acquisition: logExpectedImprovement(model, best, this.#feasibility(results, points)),
			centres: ranked.slice(0, 5).map(({ point }) => point),
			spread,
			stream,
			neighbours: Math.max(12, Math.round(60 * effort)),
			taken: (point) => !this.isNew(decodePoint(this.problem.space, point))
		});
		return found && decodePoint(this.problem.space, found);
	}
	#feasibility(results, points) {
		if (results.every(({ loss }) => loss !== void 0)) return void 0;
		const works = Float64Array.from(results, ({ loss }) => loss === void 0 ? -1 : 1);
		const observations = new Observations(this.#geometry, points);
		const dimensions = this.problem.space.dimensions.length;
		const start = {
			logLengthscales: new Float64Array(dimensions).fill(-1),
			logSignal: 0,
			logNoise: Math.log(.001)
		};
		return new GaussianProcess(observations, works, fitHyperparameters(observations, works, [start], results.length > 150 ? 4 : 15));
	}
	#withPending(observed, points, targets, hyperparameters) {
		const pending = this.history.pending.map((trial) => this.#pointOf(trial));
		if (pending.length === 0) return observed;
		const believed = Float64Array.of(...targets, ...pending.map((point) => observed.mean(point)));
		return new GaussianProcess(new Observations(this.#geometry, [...points, ...pending]), believed, hyperparameters);
	}
	#fit() {
		const told = this.history.ended.length;
		const step = told <= FEWER_FITS ? 1 : 3;
		const at = told - told % step;
		const known = this.#fits.get(at);
		if (known) return known;
		const dimensions = this.problem.space.dimensions.length;
		let previous = {
			logLengthscales: new Float64Array(dimensions),
			logSignal: 0,
			logNoise: Math.log(.01)
		};
		const decade = at - at % (FRESH_FIT * step);
		for (let size = Math.max(2, decade); size <= at; size += step) {
			previous = this.#fits.get(size) ?? this.#fitTo(size, previous, size === decade);
			this.#fits.set(size, previous);
		}
		return previous;
	}
	#fitTo(size, previous, fresh) {
		const trials = this.#kept(this.history.ended.slice(0, size));
		const { targets } = warpLosses(trials.map(({ loss }) => loss));
		const observations = new Observations(this.#geometry, trials.map((trial) => this.#pointOf(trial)));
		const many = trials.length > 150;
		return fitHyperparameters(observations, targets, [previous], fresh ? many ? 12 : 40 : many ? 3 : 8);
	}
	#kept(trials) {
		if (trials.length <= MOST_OBSERVATIONS) return trials;
		const half = MOST_OBSERVATIONS / 2;
		const newest = trials.slice(-150);
		const best = [...trials.slice(0, -150)].sort((a, b) => (a.loss ?? Number.POSITIVE_INFINITY) - (b.loss ?? Number.POSITIVE_INFINITY) || a.id - b.id);
		const kept = /* @__PURE__ */ new Set([...best.slice(0, half), ...newest]);
		return trials.filter((trial) => kept.has(trial));
	}
	#pointOf(trial) {
		const known = this.#points.get(trial.id);
		if (known) return known;
		const point = encodeConfig(this.problem.space, trial.config);
		this.#points.set(trial.id, point);
		return point;
	}
};
function logExpectedImprovement(model, best, works) {
	return {
		value(point) {
			const { mean, variance } = model.predict(point);
			const deviation = Math.sqrt(variance);
			const improvement = logH((best - mean) / deviation) + Math.log(deviation);
			if (!works) return improvement;
			const feasible = works.predict(point);
			return improvement + logNormalCdf(feasible.mean / Math.sqrt(feasible.variance));
		},
		valueWithGradient(point, gradient) {
			const { mean, variance, meanSlope, varianceSlope } = model.predictWithGradient(point);
			const deviation = Math.sqrt(variance);
			const z = (best - mean) / deviation;
			const slope = logHSlope(z);
			for (let j = 0; j < gradient.length; j++) {
				const deviationSlope = varianceSlope[j] / (2 * deviation);
				gradient[j] = (slope * (-meanSlope[j] - z * deviationSlope) + deviationSlope) / deviation;
			}
			const improvement = logH(z) + Math.log(deviation);
			if (!works) return improvement;
			const feasible = works.predictWithGradient(point);
			const spread = Math.sqrt(feasible.variance);
			const u = feasible.mean / spread;
			const weight = logNormalCdfSlope(u);
			for (let j = 0; j < gradient.length; j++) gradient[j] += weight * (feasible.meanSlope[j] / spread - u * feasible.varianceSlope[j] / (2 * feasible.variance));
			return improvement + logNormalCdf(u);
		}
	};
}

// src/search/grid.ts
const LISTED = 2e4;
var GridStrategy = class extends BaseStrategy {
	#grid;
	#space;
	#points;
	#from = 0;
	constructor(problem, points) {
		super(problem);
		this.#space = problem.space;
		this.#points = points;
		const listed = listGrid(problem.space, points, LISTED);
		this.#grid = listed ? randomStream(problem.seed, "grid").shuffle(listed) : void 0;
	}
	propose(index) {
		if (!this.#grid) return {
			config: this.#draw(index),
			origin: "grid"
		};
		while (this.#from < this.#grid.length && !this.isNew(this.#grid[this.#from])) this.#from++;
		const config = this.problem.repeats ? this.#grid[index % this.#grid.length] : this.#grid[this.#from];
		return config && {
			config,
			origin: "grid"
		};
	}
	anyNew(index) {
		if (this.#grid) return void 0;
		for (let tries = 0; tries < 1e3; tries++) {
			const config = this.#draw(index, tries);
			if (this.isNew(config)) return config;
		}
	}
	#draw(index, tries = 0) {
		const stream = this.stream("grid", index * 1e3 + tries);
		const point = Float64Array.from(this.#space.dimensions, ({ kind, values }) => kind === "continuous" ? stream.integer(this.#points) / (this.#points - 1) : (stream.integer(values) + .5) / values);
		return decodePoint(this.#space, point);
	}
};
function listGrid(space, points, most) {
	const configs = space.size === Number.POSITIVE_INFINITY ? gridConfigs(space, points) : space.size <= most ? enumerateConfigs(space) : void 0;
	if (!configs) return void 0;
	const list = [];
	for (const config of configs) {
		if (list.length === most) return void 0;
		list.push(config);
	}
	return list;
}
function* gridConfigs(space, points, from = 0, config = {}) {
	let at = from;
	while (at < space.parameters.length && !isActive(space.parameters[at], config)) at++;
	const parameter = space.parameters[at];
	if (!parameter) {
		yield config;
		return;
	}
	for (const value of gridValues(parameter, points)) yield* gridConfigs(space, points, at + 1, {
		...config,
		[parameter.path]: value
	});
}
function gridValues({ domain }, points) {
	const count = valueCount(domain);
	if (count === Number.POSITIVE_INFINITY) return Array.from({ length: points }, (_, i) => fromUnit(domain, i / (points - 1)));
	return Array.from({ length: count }, (_, i) => valueAt(domain, i));
}

// src/search/random.ts
var RandomStrategy = class extends BaseStrategy {
	propose(index) {
		return {
			config: sampleConfig(this.problem.space, this.stream("random", index)),
			origin: "random"
		};
	}
};

// src/search/tpe.ts
const STARTUP = 10;
const CANDIDATES = 128;
const FULL_WEIGHT = 25;
const NARROWEST = .03;
var TpeStrategy = class extends BaseStrategy {
	#start;
	#axes;
	constructor(problem) {
		super(problem);
		this.#start = new SpreadPoints(problem.space.dimensions.length, (purpose, index) => this.stream(purpose, index), "tpe start");
		this.#axes = problem.space.dimensions.map(({ kind, values, parameter: { domain } }) => ({
			categorical: kind === "categorical",
			count: domain.type === "int" && domain.scale !== "linear" && domain.step === void 0 ? Number.POSITIVE_INFINITY : values
		}));
	}
	propose(index) {
		const { space } = this.problem;
		if (this.history.observed.length === 0 || this.history.ended.length < STARTUP) {
			const config = this.#spread(index);
			return config && {
				config,
				origin: "initial design"
			};
		}
		const { below, above } = split(this.history.ended, this.history.pending);
		const stream = this.stream("tpe", index);
		const l = new Mixture(this.#axes, space, below);
		const g = new Mixture(this.#axes, space, above);
		const feasible = this.#feasibility();
		const candidates = Array.from({ length: CANDIDATES }, () => {
			const config = decodePoint(space, l.sample(stream));
			const point = encodeConfig(space, config);
			return {
				config,
				score: l.logDensity(point) - g.logDensity(point) + feasible(point)
			};
		});
		candidates.sort((a, b) => b.score - a.score);
		const best = candidates.find(({ config }) => this.isNew(config));
		return best && {
			config: best.config,
			origin: "model"
		};
	}
	#feasibility() {
		const failed = this.history.ended.filter(({ loss }) => loss === void 0);
		const worked = this.history.observed;
		if (failed.length === 0) return () => 0;
		const bad = new Mixture(this.#axes, this.problem.space, failed);
		const good = new Mixture(this.#axes, this.problem.space, worked);
		const odds = Math.log(failed.length / worked.length);
		return (point) => -2 * Math.log1p(Math.exp(bad.logDensity(point) - good.logDensity(point) + odds));
	}
	#spread(index) {
		for (let tries = 0; tries < 16; tries++) {
			const config = decodePoint(this.problem.space, this.#start.point(index + tries * 2 ** 20));
			if (this.isNew(config)) return config;
		}
	}
};
function split(ended, pending) {
	const rank = ({ state }) => state === "completed" ? 0 : state === "pruned" ? 1 : 2;
	const ranked = [...ended].sort((a, b) => rank(a) - rank(b) || (a.state === "pruned" ? (b.step ?? 0) - (a.step ?? 0) : 0) || (a.loss ?? 0) - (b.loss ?? 0) || a.id - b.id);
	const size = Math.min(Math.ceil(.25 * Math.sqrt(ended.length)), 25);
	const best = new Set(ranked.slice(0, size).filter(({ loss }) => loss !== void 0));
	const byId = (a, b) => a.id - b.id;
	return {
		below: [...best].sort(byId),
		above: [...ended.filter((trial) => !best.has(trial)), ...pending].sort(byId)
	};
}
var Mixture = class {
	#axes;
	#points;
	#widths;
	#weights;
	constructor(axes, space, trials) {
		this.#axes = axes;
		this.#points = trials.map(({ config }) => encodeConfig(space, config));
		this.#widths = kernelWidths(this.#points, axes.length);
		const raw = [...trialWeights(trials.length), 1];
		const total = raw.reduce((sum, weight) => sum + weight, 0);
		this.#weights = Float64Array.from(raw, (weight) => weight / total);
	}
	sample(stream) {
		const component = this.#choose(stream.uniform());
		const centre = this.#points[component];
		const widths = this.#widths[component];
		return Float64Array.from(this.#axes, (axis, j) => {
			const x = centre?.[j];
			if (x === void 0 || Number.isNaN(x) || !widths) return stream.uniform();
			if (axis.categorical) return this.#sampleCategory(axis.count, x, stream);
			for (;;) {
				const draw = x + widths[j] * stream.normal();
				if (draw >= 0 && draw <= 1) return draw;
			}
		});
	}
	#sampleCategory(count, x, stream) {
		const stay = 1 / (1 + count * (1 / (this.#points.length + 1)));
		return stream.uniform() < stay ? x : (stream.integer(count) + .5) / count;
	}
	#choose(u) {
		let sum = 0;
		for (let k = 0; k < this.#weights.length; k++) {
			sum += this.#weights[k];
			if (u < sum) return k;
		}
		return this.#weights.length - 1;
	}
	logDensity(point) {
		const prior = this.#axes.map(({ count }) => count === Number.POSITIVE_INFINITY ? 0 : -Math.log(count));
		const terms = Array.from(this.#weights, (weight, k) => {
			let sum = Math.log(weight);
			for (let j = 0; j < point.length; j++) {
				const x = point[j];
				if (Number.isNaN(x)) continue;
				const centre = this.#points[k]?.[j] ?? NaN;
				sum += Number.isNaN(centre) ? prior[j] : this.#logKernel(this.#axes[j], x, centre, this.#widths[k][j]);
			}
			return sum;
		});
		const largest = Math.max(...terms);
		return largest + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - largest), 0));
	}
	#logKernel({ categorical, count }, x, centre, width) {
		if (categorical) {
			const share = 1 / (this.#points.length + 1);
			return Math.log(((x === centre ? 1 : 0) + share) / (1 + count * share));
		}
		const inside = normalInterval((0 - centre) / width, (1 - centre) / width);
		const half = .5 / count;
		const mass = count === Number.POSITIVE_INFINITY ? normalPdf((x - centre) / width) / width : normalInterval((x - half - centre) / width, (x + half - centre) / width);
		return Math.log(Math.max(mass, 1e-300) / inside);
	}
};
function trialWeights(n) {
	if (n <= FULL_WEIGHT) return Array(n).fill(1);
	const old = n - FULL_WEIGHT;
	return Array.from({ length: n }, (_, i) => i >= old ? 1 : old === 1 ? 1 / n : 1 / n + i / (old - 1) * (1 - 1 / n));
}
function kernelWidths(points, dimensions) {
	const widths = points.map(() => new Float64Array(dimensions));
	for (let j = 0; j < dimensions; j++) {
		const order = points.map((_, k) => k).filter((k) => !Number.isNaN(points[k][j]));
		order.sort((a, b) => points[a][j] - points[b][j]);
		const narrowest = Math.max(NARROWEST, 1 / Math.min(100, order.length + 2));
		for (const [place, k] of order.entries()) {
			const x = points[k][j];
			const left = place > 0 ? x - points[order[place - 1]][j] : 0;
			const right = place + 1 < order.length ? points[order[place + 1]][j] - x : 0;
			const widest = order.length === 1 ? 1 : Math.max(left, right);
			widths[k][j] = Math.min(1, Math.max(narrowest, widest));
		}
	}
	return widths;
}

// src/search/strategies.ts
const strategies = {
	bayesian: (problem) => new BayesianStrategy(problem),
	random: (problem) => new RandomStrategy(problem),
	grid: (problem, { points = 5 }) => new GridStrategy(problem, points),
	sobol: (problem) => new SobolStrategy(problem),
	tpe: (problem) => new TpeStrategy(problem)
};
function createStrategy(name, problem, options = {}) {
	if (name !== "auto") return {
		strategy: strategies[name](problem, options),
		name,
		why: "the spec says so"
	};
	const { space, trials } = problem;
	const choose = (chosen, why) => ({
		strategy: strategies[chosen](problem, options),
		name: chosen,
		why
	});
	if (space.size <= (trials ?? 0)) return choose("grid", `the space has ${space.size} configs and the budget of ${trials} trials covers it`);
	if (space.dimensions.length === 0) return choose("random", "nothing in the space varies");
	return choose("bayesian", "the space is larger than the budget, and a model of what worked finds good configs sooner");
}

// src/study/clock.ts
const longestTimer$1 = 2 ** 31 - 1;
const systemClock = {
	now: () => performance.now(),
	at(time, callback) {
		let timer;
		const arm = () => {
			const left = time - performance.now();
			if (left <= 0) callback();
			else timer = setTimeout(arm, Math.min(Math.ceil(left), longestTimer$1));
		};
		timer = setTimeout(arm, 0);
		return () => clearTimeout(timer);
	}
};

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
var Drive = class {
	#options;
	#running = /* @__PURE__ */ new Map();
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
			let over;
			try {
				over = this.#fill();
			} catch (error) {
				this.#fail(error);
			}
			if (this.#running.size === 0) {
				if (over || this.#interruption) return over;
				this.#fail(/* @__PURE__ */ new Error("the search waits for a result although no trial is running"));
				return;
			}
			await Promise.race([...this.#running.values()].map((running) => running.settled));
		}
	}
	#fill() {
		const { workers, next } = this.#options;
		for (let worker = 0; worker < workers; worker += 1) {
			if (this.#running.has(worker)) continue;
			if (this.#isInterrupted()) return void 0;
			const step = next([...this.#running.values()].map((running) => running.plan));
			if (!("config" in step)) return step.over;
			if (this.#isInterrupted()) return void 0;
			this.#launch(worker, step);
		}
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
		const { role, trial, segment, config, seed, origin, resource, code } = plan;
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
					metric: fold.header.metric.name,
					...places,
					signal: abort.signal,
					...trialTimeout === void 0 ? {} : { timeout: trialTimeout },
					onReport
				});
				this.#end(plan, run, started.trial, outcome, stopped);
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
	#end(plan, run, trial, outcome, stopped) {
		const { fold, folder, onEnd, onEvent } = this.#options;
		const score = trial.segments[plan.segment]?.score;
		const end = endRecord(plan, run, outcome, stopped, score, fold.header.metric.name);
		if (end.state === "interrupted" && this.#interruption === void 0) throw new Error(`${plan.role} trial ${plan.trial} was interrupted although nobody asked for it`);
		if (this.#record(end, true)?.kind === "end" && end.state !== "interrupted") {
			onEnd?.(trial, plan.segment, end);
			dropEarlierCheckpoints(folder, plan.role, plan.trial, plan.segment);
		}
		if (end.state === "interrupted") this.#interrupted += 1;
		const best = bestTrial(fold.study());
		const finished = countFinished(fold, plan.role);
		onEvent({
			type: "trial-ended",
			trial: trialRecord(trial),
			...best ? { best } : {},
			finished
		});
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
	return fold.trials.filter((item) => item.role === "search" === (role === "search") && item.segments.some(isTold)).length;
}
function tooLate(fold, kind, deadline, clock) {
	if (deadline === void 0) return void 0;
	const left = deadline - clock.now();
	const quickest = fold.trials.filter((trial) => trial.role === "search" === (kind === "search")).flatMap((trial) => trial.segments).filter((segment) => segment.end?.state === "completed").reduce((least, segment) => Math.min(least, segment.end?.durationMs ?? least), Number.POSITIVE_INFINITY);
	if (quickest === Number.POSITIVE_INFINITY || quickest <= left) return void 0;
	return {
		reason: "time",
		detail: `${seconds(left)} were left and the quickest trial so far took ${seconds(quickest)}, so no further one was started`
	};
}
function seconds(ms) {
	return `${(Math.max(0, ms) / 1e3).toFixed(1)} s`;
}

// src/study/replay.ts
function replayJournal(records, strategy) {
	const told = /* @__PURE__ */ new Set();
	const { header, trials } = foldRecords(records);
	const { metric } = header;
	for (const trial of trials) for (const segment of trial.segments) if (isTold(segment)) told.add(segment.run);
	const fold = new StudyFold();
	for (const record of records) {
		const effect = fold.apply(record);
		if (effect?.trial.role !== "search") continue;
		const { trial } = effect;
		if (effect.kind === "start") {
			if (!effect.again) tellStart(strategy, trial.trial, trial.config, trial.segments[effect.segment]?.resource);
		} else if (effect.kind === "report") {
			if (!told.has(effect.run)) continue;
			tellReport(strategy, metric, trial.trial, effect.report, effect.score);
		} else if (told.has(effect.end.run)) {
			const segment = trial.segments[effect.segment];
			tellEnd(strategy, metric, trial.trial, effect.end, segment.resource, segment.reports.at(-1)?.step);
		}
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
function tellEnd(strategy, metric, trial, end, resource, lastStep) {
	strategy.tell(trial, outcomeOf(metric, end, end.state === "pruned" ? lastStep : resource));
}
function outcomeOf(metric, end, resource) {
	const { state, score } = end;
	if (state === "interrupted") return { state };
	if (state === "failed" || score === void 0) return { state: "failed" };
	return {
		state,
		loss: lossOf(metric, score),
		...resource === void 0 ? {} : { resource }
	};
}

// src/study/loop.ts
async function runStudy(options) {
	const { journal, strategy, budget, clock = systemClock, onEvent = () => {} } = options;
	if (options.runners.length === 0) throw new Error("a study needs a runner for each of its workers, and there is none");
	const { metric } = journal.header;
	replayJournal(journal.records, strategy);
	const fold = foldRecords(journal.records);
	const search = new Search(options, fold, clock);
	let resumes = fold.trials.some((trial) => trial.role === "search");
	const { reason, detail } = await drive({
		journal,
		fold,
		workers: options.runners.length,
		runnerOf: (_role, worker) => options.runners[worker],
		folder: options.folder,
		trialTimeout: options.trialTimeout,
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
		onEnd: (trial, index, end) => {
			const segment = trial.segments[index];
			tellEnd(strategy, metric, trial.trial, end, segment.resource, segment.reports.at(-1)?.step);
		},
		onEvent
	});
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
	#unfinished;
	constructor(options, fold, clock) {
		this.#options = options;
		this.#fold = fold;
		this.#clock = clock;
		this.#unfinished = fold.trials.filter((trial) => trial.role === "search" && unfinishedSegment(trial) !== void 0);
	}
	next(running) {
		const { budget, strategy, space } = this.#options;
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
		const suggestion = strategy.ask();
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
			...resource === void 0 ? {} : { resource }
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
			...resource === void 0 ? {} : { resource }
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
			resource: suggestion.resource
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

// src/trial/failure.ts
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
function notFiniteMetric(metric, value, step) {
	return {
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

// src/trial/watch.ts
const longestTimer = 2 ** 31 - 1;
function watch(signal, timeout, onEnd) {
	const finish = (end) => {
		unwatch();
		onEnd(end);
	};
	const abort = () => finish("interrupted");
	const timer = timeout === void 0 ? void 0 : setTimeout(() => finish(timeoutFailure(timeout)), Math.min(timeout, longestTimer));
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
async function endGroup(pid, graceMs) {
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
	if (await isGone(pid, graceMs)) return;
	signalGroup(pid, "SIGKILL");
	await isGone(pid, 5e3);
}
async function isGone(pid, withinMs) {
	const begun = performance.now();
	let nextLook = 20;
	for (let pause = 2;; pause = Math.min(50, pause * 2)) {
		const waited = performance.now() - begun;
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

// src/trial/command.ts
function commandRunner(trial, options) {
	return {
		backend: "command",
		run: (request) => new CommandRun(trial, options, request).run(),
		close: async () => {}
	};
}
const pollMs = 50;
var CommandRun = class {
	#trial;
	#options;
	#request;
	#files;
	#metrics;
	#patterns;
	#printed = new Lines();
	#seen = /* @__PURE__ */ new Set();
	#reports = 0;
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
			output: file("output.log")
		};
		this.#metrics = new MetricsTail(this.#files.metrics, request.metric);
		this.#patterns = trial.stdout.map((source) => new RegExp(source));
	}
	async run() {
		const { folder, checkpoints, config, signal } = this.#request;
		mkdirSync(folder, { recursive: true });
		mkdirSync(checkpoints, { recursive: true });
		writeFileSync(this.#files.config, `${JSON.stringify(this.#options.nest(config), null, 2)}\n`);
		rmSync(this.#files.metrics, {
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
			await endGroup(child.pid, this.#trial.grace);
			await output.drain();
		}
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
		const poll = setInterval(() => this.#takeAll(this.#metrics.read(() => this.#reports)), pollMs);
		try {
			const ended = await Promise.race([exit, decided]);
			if (ended) return ended;
		} finally {
			clearInterval(poll);
			unwatch();
		}
		if (child.pid !== void 0) await endGroup(child.pid, this.#trial.grace);
		return await within(exit, 1e3) ? exit : {
			code: null,
			signal: "SIGKILL"
		};
	}
	#spawn() {
		const { config, seed, resource, trial, checkpoints } = this.#request;
		const { run, shell, env, passEnv } = this.#trial;
		const numbers = {
			seed: String(seed),
			trial: String(trial),
			...resource === void 0 ? {} : { resource: String(resource) }
		};
		const variables = {
			...trialEnvironment(this.#options.env, passEnv, env),
			...parameterVariables(config),
			TUNEGATE_CONFIG: this.#files.config,
			TUNEGATE_METRICS: this.#files.metrics,
			TUNEGATE_CHECKPOINT_DIR: checkpoints,
			TUNEGATE_SEED: numbers.seed,
			TUNEGATE_TRIAL: numbers.trial,
			...numbers.resource === void 0 ? {} : { TUNEGATE_RESOURCE: numbers.resource }
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
		const builtIn = {
			...numbers,
			config: this.#files.config,
			metrics: this.#files.metrics,
			checkpoints
		};
		const [program] = expandArguments(run.slice(0, 1), config, builtIn);
		if (program === void 0 || program === "") throw new Error(`${run[0]} names no program, as its parameter is not active in this trial`);
		return spawn(program, expandArguments(run, config, builtIn).slice(1), settings);
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

// src/trial/module-host.ts
const loadLimitMs = 3e5;
const obeyMs = 5e3;
const hangUpMs = 1e3;
const harmless$1 = /* @__PURE__ */ new Set([
	"infeasible",
	"not-finite",
	"no-metric"
]);
const fromHost = discriminatedUnion("type", [
	object({
		type: literal$1("ready"),
		backend: string$1(),
		notes: array(string$1())
	}),
	object({
		type: literal$1("load-failed"),
		message: string$1()
	}),
	object({
		type: literal$1("report"),
		id: int(),
		step: number$1(),
		metrics: record(string$1(), union([number$1(), string$1()]))
	}),
	object({
		type: literal$1("done"),
		id: int(),
		stopped: boolean()
	}),
	object({
		type: literal$1("failed"),
		id: int(),
		reason: _enum([
			"crash",
			"signal",
			"timeout",
			"out-of-memory",
			"not-finite",
			"no-metric",
			"malformed-report",
			"infeasible",
			"spawn"
		]),
		message: string$1()
	})
]);
const malformedReport = object({
	type: literal$1("report"),
	id: int()
});
var ModuleHost = class {
	#child;
	#output;
	#grace;
	#ended;
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
		this.#grace = trial.grace;
		this.#load = {
			type: "load",
			module: path.resolve(options.cwd, trial.module),
			backend: trial.backend
		};
		const child = spawn(options.node, ["--enable-source-maps", options.hostPath], {
			cwd: options.cwd,
			env: trialEnvironment(options.env, trial.passEnv, trial.env),
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
		const end = await this.#converse(signal, loadLimitMs, (message, settle) => {
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
			message: `the module was not loaded within ${loadLimitMs / 1e3} s`
		};
		return end;
	}
	async train(request, tree) {
		const { config, seed, resource, metric, checkpoints, signal, timeout } = request;
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
			metric,
			checkpoints
		});
		try {
			const result = await this.#converse(signal, timeout, (message, settle) => {
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
							}, obeyMs);
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
	async flush() {
		await this.#output.flush();
	}
	async close() {
		if (this.fit) {
			this.#send({ type: "close" });
			await within(this.#ended, obeyMs);
		}
		this.#fit = false;
		if (this.#child.pid !== void 0) await endGroup(this.#child.pid, this.#grace);
		await within(this.#ended, 1e3);
		this.#output.destroy();
		if (this.#child.connected) this.#child.disconnect();
	}
	#converse(signal, timeout, onMessage, settled = (result) => result) {
		this.#oomKills = countOomKills();
		return new Promise((resolve, reject) => {
			let unwatch = () => {};
			const settle = (result) => {
				unwatch();
				this.#listener = void 0;
				resolve(settled(result));
			};
			this.#listener = {
				message: (message) => {
					try {
						onMessage(message, settle);
					} catch (error) {
						unwatch();
						this.#listener = void 0;
						this.#fit = false;
						reject(error);
					}
				},
				end: settle
			};
			unwatch = watch(signal, timeout, (end) => {
				this.#fit = false;
				settle(end);
			});
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
		await endGroup(pid, this.#grace);
	}
	#exitFailure(code, signal) {
		if (this.#hungUp) return {
			reason: "crash",
			message: "the module closed the channel to its host (process.disconnect)"
		};
		const failure = exitFailure(code, signal, this.#log?.tail() ?? "", this.#oomKills);
		const what = this.#loaded ? "before the trial was over" : "while it was loaded";
		return failure ?? {
			reason: "crash",
			message: `the module ended its process (process.exit) ${what}`
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
					end = await answer.train(request, tree);
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
	return "module" in trial ? moduleRunner(trial, options) : commandRunner(trial, options);
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
function resolveWorkers(asked, trial, cores = availableParallelism(), memory = usableMemory()) {
	const byMemory = Math.max(1, Math.floor(memory / bytesPerWorker));
	const count = asked === "auto" ? Math.max(1, Math.min(mostWorkers, cores, byMemory)) : asked;
	const threads = Math.max(1, Math.floor(cores / count));
	const env = Object.fromEntries(threadVariables.map((name) => [name, String(threads)]));
	return {
		count,
		why: explain(asked, count, cores, byMemory, trial),
		env: count === 1 ? {} : env
	};
}
function explain(asked, count, cores, byMemory, trial) {
	const trials = `trial${count === 1 ? "" : "s"} at a time`;
	if (asked !== "auto") return `${count} ${trials}, as the spec says.`;
	return `${count} ${"module" in trial ? "module" : "command"} ${trials}, ${count === cores ? "one per core" : count === byMemory ? "as the memory allows" : `on ${cores} cores`}.`;
}
function usableMemory() {
	const limit = process.constrainedMemory();
	return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

// src/github/worktree.ts
async function withWorktree(repo, sha, folder, work) {
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
			root,
			sha
		]);
		links = await linkInstalled(repo, root);
		const inside = path.relative(repo.root, await realpath(folder));
		return await work({
			sha,
			root,
			folder: path.join(root, inside),
			notices: await noticesFor(root, sha)
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
			root
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
async function noticesFor(root, sha) {
	const notices = [];
	const short = sha.slice(0, 12);
	if (existsSync(path.join(root, ".gitmodules"))) notices.push(`The base ${short} was checked out without its submodules.`);
	if (existsSync(path.join(root, "pnpm-workspace.yaml")) || hasWorkspaces(path.join(root, "package.json"))) notices.push(`The base ${short} was trained with the installed packages of head; packages of this workspace are among them.`);
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

// src/study/trainings.ts
async function runTrainings(jobs, options) {
	const { journal, runners, clock = systemClock, deadline } = options;
	const fold = foldRecords(journal.records);
	const plans = jobs.map(planOf);
	const queue = plans.filter((plan) => !isDone(fold, plan));
	const sides = [...new Set(jobs.map((job) => job.role))];
	const workers = Math.min(...sides.map((side) => runners[side].length));
	if (sides.length > 0 && workers === 0) throw new Error(`${sides.find((side) => runners[side].length === 0)} has jobs but no runner`);
	const next = () => {
		if (queue.length === 0) return { over: {
			reason: "done",
			detail: "every training has ended"
		} };
		const late = tooLate(fold, "gate", deadline, clock);
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
		runnerOf: (role, worker) => runners[role][worker],
		folder: options.folder,
		trialTimeout: options.trialTimeout,
		deadline,
		clock,
		signal: options.signal,
		next,
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
		origin: "gate",
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
		const side = readBase(loaded, path.join(worktree.folder, path.basename(loaded.path)), base.sha);
		if (typeof side === "string") return {
			verdict: noBaseline(side, frame),
			notices: worktree.notices
		};
		const baseIncumbent = side.space.incumbent;
		if (!baseIncumbent) return {
			verdict: noBaseline(`The spec at the base commit has parameters without a default: ${side.space.missingDefaults.slice(0, 5).join(", ")}.`, frame),
			notices: worktree.notices
		};
		const baseRunners = options.makeRunners(side);
		try {
			const pairs = await trainPairs(options, incumbent, side, baseIncumbent, baseRunners);
			const notices = [...worktree.notices, ...pairs.notices];
			return {
				verdict: judge(pairs, frame),
				baseConfig: baseIncumbent,
				notices
			};
		} finally {
			await Promise.all(baseRunners.map((runner) => runner.close()));
		}
	});
}
function gateFrame({ metric }, gate) {
	return {
		goal: metric.goal,
		maxDrop: gate.maxDrop,
		confidence: gate.confidence
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
function describe({ name, goal, use }) {
	return `${name} (${goal}, ${use} value)`;
}
async function trainPairs(options, incumbent, side, baseIncumbent, baseRunners) {
	const { gate, loaded, journal } = options;
	const seeds = Array.from({ length: gate.seeds }, (_, index) => trialSeed(loaded.spec.search.seed, "gate", index));
	const epochs = ({ spec }) => spec.budget.epochs === void 0 ? {} : { resource: spec.budget.epochs };
	const jobs = seeds.flatMap((seed, trial) => [{
		role: "base",
		trial,
		config: baseIncumbent,
		seed,
		code: options.base.sha,
		...epochs(side)
	}, {
		role: "head",
		trial,
		config: incumbent,
		seed,
		code: options.headCode,
		...epochs(loaded)
	}]);
	const trainings = await runTrainings(jobs, {
		journal,
		runners: {
			head: options.headRunners,
			base: baseRunners
		},
		folder: options.folder,
		signal: options.signal,
		onEvent: options.onEvent,
		...options.deadline === void 0 ? {} : { deadline: options.deadline },
		...loaded.spec.trial.timeout === void 0 ? {} : { trialTimeout: loaded.spec.trial.timeout }
	});
	const of = (role, index) => trainings.trials.find((trial) => trial.role === role && trial.trial === index);
	const pairs = seeds.flatMap((seed, index) => {
		const [base, head] = [of("base", index), of("head", index)];
		if (!base || !head || !ended(base) || !ended(head)) return [];
		return [{
			seed,
			...base.score === void 0 ? {} : { base: base.score },
			...head.score === void 0 ? {} : { head: head.score }
		}];
	});
	const failure = (role) => trainings.trials.find((trial) => trial.role === role && trial.state === "failed")?.message;
	const [headFailure, baseFailure] = [failure("head"), failure("base")];
	const cut = pairs.length < seeds.length && trainings.end === "time";
	return {
		pairs,
		end: trainings.end,
		failures: {
			...headFailure === void 0 ? {} : { head: headFailure },
			...baseFailure === void 0 ? {} : { base: baseFailure }
		},
		notices: cut ? [`The gate compared ${pairs.length} of ${seeds.length} seeds: its half of the time budget was spent.`] : []
	};
}
function ended({ state }) {
	return state === "completed" || state === "failed";
}
function judge({ pairs, end, failures }, frame) {
	if (end === "cancelled" && pairs.length === 0) return gateError("The run was cancelled before the comparison was made.", frame);
	const verdict = compare({
		pairs,
		...frame
	});
	const message = failures.head ?? failures.base;
	return message === void 0 || verdict.conclusion === "improved" ? verdict : {
		...verdict,
		reason: `${verdict.reason} ${failures.head ? "Head" : "Base"} says: ${message}`
	};
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
	csv: "results.csv"
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

// src/session/session.ts
async function runSession(options) {
	const { loaded, onEvent } = options;
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
	const workers = resolveWorkers(spec.budget.workers, spec.trial);
	const choice = createStrategy(spec.search.strategy, {
		space,
		seed: spec.search.seed,
		repeats: spec.search.repeats,
		workers: workers.count,
		...space.incumbent ? { incumbent: space.incumbent } : {},
		...spec.budget.trials === void 0 ? {} : { trials: spec.budget.trials },
		...spec.budget.epochs === void 0 ? {} : { maxResource: spec.budget.epochs }
	}, { points: spec.search.points });
	onEvent({
		type: "prepared",
		text: `Search: ${choice.name}, because ${choice.why}. ${workers.why}`
	});
	const journal = await open(path.join(folder, studyFiles.journal), identify(loaded, choice.name, head), options, notice);
	options.onJournal?.(journal.path);
	const timeMs = spec.budget.time;
	const deadline = timeMs === void 0 ? void 0 : options.startedAt + timeMs - options.reserveMs;
	const makeRunners = (side) => Array.from({ length: workers.count }, () => createTrialRunner(side.spec.trial, {
		cwd: side.folder,
		hostPath: options.host.path,
		node: options.host.node,
		env: {
			...workers.env,
			...options.env,
			...studyMark(folder)
		},
		nest: (config) => nestConfig(side.space, config)
	}));
	const runners = makeRunners(loaded);
	try {
		const gateStart = performance.now();
		const gate = await gatePhase();
		const gateMs = gate?.base ? performance.now() - gateStart : 0;
		for (const text of gate?.notices ?? []) notice(text);
		onEvent({
			type: "phase",
			phase: "search",
			text: `Searching with ${choice.name}`
		});
		const study = await runStudy({
			space,
			strategy: choice.strategy,
			journal,
			runners,
			budget: {
				...spec.budget.trials === void 0 ? {} : { trials: spec.budget.trials },
				...spec.budget.epochs === void 0 ? {} : { resource: spec.budget.epochs },
				...deadline === void 0 ? {} : { deadline }
			},
			seedOf: (trial) => trialSeed(spec.search.seed, "search", trial),
			folder,
			signal: options.signal,
			onEvent,
			...spec.trial.timeout === void 0 ? {} : { trialTimeout: spec.trial.timeout }
		});
		for (const text of new Set(runners.flatMap((runner) => runner.notes ?? []))) notice(text);
		return {
			results: {
				version,
				study,
				space,
				...gate ? { verdict: gate.verdict } : {},
				...head ? { head: {
					dirty: head.dirty,
					...head.sha ? { sha: head.sha } : {}
				} } : {},
				...gate?.base ? { base: gate.base } : {},
				...gate?.baseConfig ? { baseConfig: gate.baseConfig } : {},
				budget: {
					planned: {
						workers: workers.count,
						...timeMs === void 0 ? {} : { timeMs },
						...spec.budget.trials === void 0 ? {} : { trials: spec.budget.trials },
						...spec.budget.epochs === void 0 ? {} : { epochs: spec.budget.epochs }
					},
					spent: {
						timeMs: performance.now() - options.startedAt,
						gateMs,
						...countSpent(study)
					}
				},
				backend: runners.find((runner) => runner.backend !== void 0)?.backend ?? backendOf(study),
				hardware: describeHardware(),
				specPath,
				notices
			},
			folder,
			cancelled: study.stop?.reason === "cancelled"
		};
	} finally {
		await Promise.all(runners.map((runner) => runner.close()));
		journal.close();
	}
	async function gatePhase() {
		if (!spec.gate) return void 0;
		const frame = gateFrame(spec, spec.gate);
		if (repo.kind === "none") return { verdict: noBaseline(`${sentence(repo.reason)}`, frame) };
		const base = await options.findBase(repo, spec.gate.base);
		if (!base.found) return { verdict: noBaseline(base.reason, frame) };
		onEvent({
			type: "phase",
			phase: "gate",
			text: `Comparing with ${base.sha.slice(0, 7)} (${base.how}): ${spec.gate.seeds} seeds a side`
		});
		return {
			...await runGatePhase({
				loaded,
				gate: spec.gate,
				repo,
				base,
				headCode: head?.fingerprint ?? "",
				journal,
				folder,
				headRunners: runners,
				makeRunners,
				signal: options.signal,
				onEvent,
				...deadline === void 0 ? {} : { deadline: (systemClock.now() + deadline) / 2 }
			}),
			base: {
				sha: base.sha,
				how: base.how
			}
		};
	}
}
function sentence(text) {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}
function identify({ spec, space }, strategy, head) {
	const { name, metric, trial, search, budget } = spec;
	return {
		name,
		metric,
		strategy,
		seed: search.seed,
		space: fingerprint(space.parameters),
		spec: fingerprint({
			trial,
			search,
			epochs: budget.epochs
		}),
		code: head?.fingerprint ?? "unknown"
	};
}
async function open(file, identity, options, notice) {
	if (options.journal === "fresh") return await openJournal(file, identity, { fresh: true });
	try {
		const journal = await openJournal(file, identity);
		const known = foldJournal(journal.records);
		if (known.trials.length === 0) return journal;
		const stop = known.stop?.reason;
		if (stop === void 0 || stop === "cancelled" || stop === "time") {
			const ended = known.trials.filter(({ role, state }) => role === "search" && state !== "running" && state !== "interrupted").length;
			notice(`Going on with the unfinished study: ${ended} of its trials have ended.`);
			return journal;
		}
		journal.close();
	} catch (error) {
		if (!(error instanceof StudyChangedError)) throw error;
	}
	return await openJournal(file, identity, { fresh: true });
}
function countSpent({ trials }) {
	return {
		trials: trials.filter((trial) => trial.role === "search").filter(({ state }) => state === "completed" || state === "pruned" || state === "failed").length,
		epochs: trials.reduce((sum, trial) => sum + (trial.reports.at(-1)?.step ?? 0), 0)
	};
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
	return [[
		...columns.map(([title]) => title),
		"rank",
		...paths.map((path) => `params.${path}`),
		...metrics.map((name) => `metrics.${name}`)
	], ...study.trials.map((trial) => [
		...columns.map(([, read]) => read(trial)),
		ranks.get(trial),
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
	["backend", ({ backend }) => backend]
];
function field(value) {
	if (value === void 0) return "";
	if (typeof value !== "string") return String(value);
	const text = harmless(value.replace(/\p{Surrogate}/gu, "�").replaceAll("\0", ""));
	return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
function harmless(text) {
	return /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
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
	const { trials, stop, name, metric, seed, strategy } = study;
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
		trials: trials.map((trial) => trialFile(trial, ranks.get(trial), (config) => hashConfig(space, config))),
		notices: results.notices
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
		csv: write(studyFiles.csv, renderCsv(results))
	};
}

export { createProgress as C, advance as S, progressLine as T, cancelSignal as _, runSession as a, nestConfig as b, createTrialRunner as c, outputsOf as d, resultPublication as f, version as g, parseDuration as h, renderCsv as i, errorPublication as l, readSpec as m, loadResults as n, placeOf as o, renderLeaderboard as p, renderJson as r, studyFiles as s, writeReports as t, outcomeOf$1 as u, renderTerminal as v, logLine as w, require_picocolors as x, checkConfig as y };