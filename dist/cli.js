#!/usr/bin/env node
import { i as __toESM, r as __require, t as __commonJSMin } from "./chunks/rolldown-runtime-CiVTkJ2Q.js";
import { $ as progressLine, A as countFinished, C as parseLenient, D as tellEnd, E as replayJournal, F as warmStartOf, J as renderTerminal, K as placeOf, M as nothingToGain, N as settleEarlier, O as tellReport, P as tryFirstOf, Q as logLine, R as outcomeOf, S as metricNumber, T as trialSeed, X as advance, Y as require_picocolors, Z as createProgress, _ as scoreNoise, a as renderCsv, b as thisMachine, c as ownDataBranch, d as gateFrame, et as pad, f as nextStep, g as differenceNoise, h as storeMeasured, i as renderHtml, it as DataBranchError, j as earlyEndOf, k as tellStart, l as HeadTrainings, m as measuredOf, n as writeReports, nt as readStore, o as runSession, p as planLooks, q as cancelSignal, r as renderJson, rt as writeMeasured, s as runModelPhase, t as writeCard, u as storedSeeds, v as discoverSpace, w as timeLimit, x as createTrialRunner, y as resolveWorkers } from "./chunks/write-reports-C2BAnjfg.js";
import { o as randomStream, r as createStrategy, t as buildStrategy } from "./chunks/plan-EdGWqNjc.js";
import { At as endWithAllMetrics, B as createSpace, C as SpecFileError, Et as objectives, F as loadDrivenSpec, Gt as duration$1, H as DataError, Nt as metricNames, Qt as short$1, St as pausedTrials, T as readSpec, Tt as objectiveValues, U as readTable, Ut as counted, Xt as percent, a as foldJournal, f as renderLeaderboard, kt as constraintMisses, nn as parseDuration, o as foldRecords, r as timesOf, s as isTold, t as loadResults, w as discovers, wt as misses, xt as bestTrial, z as version } from "./chunks/facts-4tVX6Boy.js";
import { a as openJournal, c as LockedError, f as fingerprint, h as failureReasons, i as memoryJournal, s as readJournal, t as studyFiles } from "./chunks/study-folder-CoM634VJ.js";
import { T as indexOf, d as checkConfig, m as nestConfig } from "./chunks/rank-correlation-CtbJ6kgx.js";
import { i as baseOfWorkTree, l as headState, n as exitCode } from "./chunks/outcome-Db-t-6J0.js";
import { F as any, H as literal$1, J as string, K as record, N as _enum, V as int, W as number$1, X as union, Z as unknown, g as inTerminal, q as strictObject, w as terminal$1, z as discriminatedUnion } from "./chunks/safe-wrHNMLJt.js";
import { n as studyMark } from "./chunks/leftovers-DgWXSwrR.js";
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import path from "node:path";
import { createInterface } from "node:readline";

// src/automl/columns.ts
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
function encodeColumn(coding, texts) {
	const name = coding.column;
	if (coding.kind === "number") return [{
		kind: "number",
		name,
		values: Float64Array.from(texts, (text) => {
			const value = text === "" ? NaN : Number(text);
			return Number.isFinite(value) ? value : NaN;
		})
	}];
	if (coding.kind === "date") return dateFeatures(name, texts);
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

// src/automl/inputs.ts
function applyInputs(coding, features, rows) {
	const columns = [];
	const embedded = [];
	features.forEach((feature, f) => {
		const of = coding[f];
		if (feature.kind === "number") columns.push(...numbers(feature.values, of));
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
function placed(codes, place) {
	return codes.map((code) => code < 0 ? 0 : place[code]);
}
function indicators(codes, count) {
	return Array.from({ length: count }, (_, i) => Float64Array.from(codes, (code) => code === i + 1 ? 1 : 0));
}

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

// src/automl/trees/bins.ts
function applyBins(coding, features) {
	return {
		columns: features.map((feature, f) => feature.kind === "number" ? binNumbers(feature.values, coding[f]) : binLevels(feature.codes, coding[f])),
		counts: coding.map((of) => "edges" in of ? of.edges.length + 2 : of.count),
		categorical: features.map(({ kind }) => kind === "category")
	};
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
function binLevels(codes, coding) {
	const levels = "levels" in coding ? coding.levels : [];
	return Uint8Array.from(codes, (code) => code < 0 ? 0 : levels[code]);
}

// src/automl/fitted.ts
function encodeTable(columns, table) {
	const lacking = columns.filter(({ column }) => !table.names.includes(column));
	if (lacking.length > 0) throw new DataError(`${table.file}:1: there ${lacking.length === 1 ? "is no column" : "are no columns"} ${listed(lacking.map(({ column }) => JSON.stringify(column)))}, which the model was trained on; the columns are ${listed(table.names)}`);
	return columns.flatMap((coding) => encodeColumn(coding, table.columns[table.names.indexOf(coding.column)]));
}
function listed(names) {
	const most = 12;
	return `${names.slice(0, most).join(", ")}${names.length > most ? ` and ${names.length - most} more` : ""}`;
}
function predictModel({ members, classes, task }, features, rows) {
	const outputs = task === "classification" ? classes.length : 1;
	const sum = new Float64Array(rows * outputs);
	for (const { weight, fitted } of members) {
		const own = predictFitted(fitted, features, rows, outputs);
		for (let i = 0; i < sum.length; i++) sum[i] += weight * own[i];
	}
	return sum;
}
function predictFitted(fitted, features, rows, outputs) {
	switch (fitted.family) {
		case "trees": return predictTrees(fitted, features, rows, outputs);
		case "linear": return predictLinear(fitted, applyInputs(fitted.inputs, features, rows), rows, outputs);
		case "network": return predictNetwork(fitted, applyInputs(fitted.inputs, features, rows), rows, outputs);
	}
}
function predictTrees({ bins, start, rate, trees }, features, rows, outputs) {
	const { columns } = applyBins(bins, features);
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
function predictLinear({ weights, mean, deviation }, { width, values }, rows, outputs) {
	const scores = new Float64Array(rows * outputs);
	for (let row = 0; row < rows; row++) for (let k = 0; k < outputs; k++) {
		let sum = weights[width * outputs + k];
		for (let j = 0; j < width; j++) sum += values[row * width + j] * weights[j * outputs + k];
		scores[row * outputs + k] = sum * deviation + mean;
	}
	return outputs === 1 ? scores : softmax(scores, outputs);
}
function predictNetwork({ weights, mean, deviation }, { width, values, embedded }, rows, outputs) {
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

// src/automl/metrics.ts
const mostSlices = 20;
function scoreRows(data, rows, predicted) {
	return data.task === "classification" ? classScores(data, rows, predicted) : numberScores(data, rows, predicted);
}
function classScores(data, rows, predicted) {
	const outputs = outputsOf(data);
	const [hits, counts] = [new Float64Array(outputs), new Float64Array(outputs)];
	let logLoss = 0;
	for (const row of rows) {
		let best = 0;
		for (let k = 1; k < outputs; k++) if (predicted[row * outputs + k] > predicted[row * outputs + best]) best = k;
		const label = data.target[row];
		if (label < 0) {
			logLoss -= Math.log(1e-15);
			continue;
		}
		counts[label] += 1;
		if (best === label) hits[label] += 1;
		const p = predicted[row * outputs + label];
		logLoss -= Math.log(p < 1e-15 ? 1e-15 : p);
	}
	const present = data.classes.map((name, k) => ({
		name,
		k
	})).filter(({ k }) => counts[k] > 0);
	const recalls = present.map(({ k }) => hits[k] / counts[k]);
	return {
		val_accuracy: hits.reduce((sum, hit) => sum + hit, 0) / rows.length,
		val_balanced_accuracy: recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length,
		val_log_loss: logLoss / rows.length,
		...present.length <= mostSlices ? Object.fromEntries(present.map(({ name }, i) => [`val_recall/${name}`, recalls[i]])) : {}
	};
}
function numberScores(data, rows, predicted) {
	let [squares, absolute, mean] = [
		0,
		0,
		0
	];
	for (const row of rows) {
		const error = predicted[row] - data.target[row];
		squares += error * error;
		absolute += Math.abs(error);
		mean += data.target[row] / rows.length;
	}
	const spread = rows.reduce((sum, row) => sum + (data.target[row] - mean) ** 2, 0);
	return {
		val_rmse: Math.sqrt(squares / rows.length),
		val_mae: absolute / rows.length,
		...spread > 0 ? { val_r2: 1 - squares / spread } : {}
	};
}

// src/automl/model-files.ts
var ModelFileError = class extends Error {
	name = "ModelFileError";
};
const format = "tunegate-model";
const formatVersion = 1;
function readModel(folder) {
	const file = path.join(folder, "model.json");
	const document = readJson(file);
	if (document?.format !== format) throw new ModelFileError(`${file} is not a model that Tunegate exported: give the folder model of a study of a task`);
	if (document.version !== formatVersion) throw new ModelFileError(`${file} has version ${document.version} of the format, this program reads version ${formatVersion}: use the version of Tunegate that wrote it`);
	const { task, target, classes, columns, members } = document;
	if (!task || target === void 0 || !classes || !columns || !Array.isArray(members) || members.length === 0) throw new ModelFileError(`${file} is damaged: it lacks a part of the model; export it again`);
	return {
		task,
		target,
		classes,
		columns,
		members: members.map((member) => readMember(folder, member))
	};
}
function readMember(folder, member) {
	const { fitted } = member;
	if (fitted.family !== "network") return member;
	const name = fitted.network;
	if (!/^[\w-]+$/.test(name)) throw new ModelFileError(`${folder}/model.json is damaged: export it again`);
	return {
		...member,
		fitted: readNetwork(path.join(folder, name), fitted)
	};
}
function readNetwork(folder, fitted) {
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
		...fitted,
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

// node_modules/commander/lib/error.js
var require_error = /* @__PURE__ */ __commonJSMin(((exports) => {
	var CommanderError = class extends Error {
		constructor(exitCode, code, message) {
			super(message);
			Error.captureStackTrace(this, this.constructor);
			this.name = this.constructor.name;
			this.code = code;
			this.exitCode = exitCode;
			this.nestedError = void 0;
		}
	};
	var InvalidArgumentError = class extends CommanderError {
		constructor(message) {
			super(1, "commander.invalidArgument", message);
			Error.captureStackTrace(this, this.constructor);
			this.name = this.constructor.name;
		}
	};
	exports.CommanderError = CommanderError;
	exports.InvalidArgumentError = InvalidArgumentError;
}));

// node_modules/commander/lib/argument.js
var require_argument = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { InvalidArgumentError } = require_error();
	var Argument = class {
		constructor(name, description) {
			this.description = description || "";
			this.variadic = false;
			this.parseArg = void 0;
			this.defaultValue = void 0;
			this.defaultValueDescription = void 0;
			this.argChoices = void 0;
			switch (name[0]) {
				case "<":
					this.required = true;
					this._name = name.slice(1, -1);
					break;
				case "[":
					this.required = false;
					this._name = name.slice(1, -1);
					break;
				default:
					this.required = true;
					this._name = name;
			}
			if (this._name.endsWith("...")) {
				this.variadic = true;
				this._name = this._name.slice(0, -3);
			}
		}
		name() {
			return this._name;
		}
		_collectValue(value, previous) {
			if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
			previous.push(value);
			return previous;
		}
		default(value, description) {
			this.defaultValue = value;
			this.defaultValueDescription = description;
			return this;
		}
		argParser(fn) {
			this.parseArg = fn;
			return this;
		}
		choices(values) {
			this.argChoices = values.slice();
			this.parseArg = (arg, previous) => {
				if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
				if (this.variadic) return this._collectValue(arg, previous);
				return arg;
			};
			return this;
		}
		argRequired() {
			this.required = true;
			return this;
		}
		argOptional() {
			this.required = false;
			return this;
		}
	};
	function humanReadableArgName(arg) {
		const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
		return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
	}
	exports.Argument = Argument;
	exports.humanReadableArgName = humanReadableArgName;
}));

// node_modules/commander/lib/help.js
var require_help = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { humanReadableArgName } = require_argument();
	var Help = class {
		constructor() {
			this.helpWidth = void 0;
			this.minWidthToWrap = 40;
			this.sortSubcommands = false;
			this.sortOptions = false;
			this.showGlobalOptions = false;
		}
		prepareContext(contextOptions) {
			this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
		}
		visibleCommands(cmd) {
			const visibleCommands = cmd.commands.filter((cmd) => !cmd._hidden);
			const helpCommand = cmd._getHelpCommand();
			if (helpCommand && !helpCommand._hidden) visibleCommands.push(helpCommand);
			if (this.sortSubcommands) visibleCommands.sort((a, b) => {
				return a.name().localeCompare(b.name());
			});
			return visibleCommands;
		}
		compareOptions(a, b) {
			const getSortKey = (option) => {
				return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
			};
			return getSortKey(a).localeCompare(getSortKey(b));
		}
		visibleOptions(cmd) {
			const visibleOptions = cmd.options.filter((option) => !option.hidden);
			const helpOption = cmd._getHelpOption();
			if (helpOption && !helpOption.hidden) {
				const removeShort = helpOption.short && cmd._findOption(helpOption.short);
				const removeLong = helpOption.long && cmd._findOption(helpOption.long);
				if (!removeShort && !removeLong) visibleOptions.push(helpOption);
				else if (helpOption.long && !removeLong) visibleOptions.push(cmd.createOption(helpOption.long, helpOption.description));
				else if (helpOption.short && !removeShort) visibleOptions.push(cmd.createOption(helpOption.short, helpOption.description));
			}
			if (this.sortOptions) visibleOptions.sort(this.compareOptions);
			return visibleOptions;
		}
		visibleGlobalOptions(cmd) {
			if (!this.showGlobalOptions) return [];
			const globalOptions = [];
			for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
				const visibleOptions = ancestorCmd.options.filter((option) => !option.hidden);
				globalOptions.push(...visibleOptions);
			}
			if (this.sortOptions) globalOptions.sort(this.compareOptions);
			return globalOptions;
		}
		visibleArguments(cmd) {
			if (cmd._argsDescription) cmd.registeredArguments.forEach((argument) => {
				argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
			});
			if (cmd.registeredArguments.find((argument) => argument.description)) return cmd.registeredArguments;
			return [];
		}
		subcommandTerm(cmd) {
			const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
			return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + (args ? " " + args : "");
		}
		optionTerm(option) {
			return option.flags;
		}
		argumentTerm(argument) {
			return argument.name();
		}
		longestSubcommandTermLength(cmd, helper) {
			return helper.visibleCommands(cmd).reduce((max, command) => {
				return Math.max(max, this.displayWidth(helper.styleSubcommandTerm(helper.subcommandTerm(command))));
			}, 0);
		}
		longestOptionTermLength(cmd, helper) {
			return helper.visibleOptions(cmd).reduce((max, option) => {
				return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
			}, 0);
		}
		longestGlobalOptionTermLength(cmd, helper) {
			return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
				return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
			}, 0);
		}
		longestArgumentTermLength(cmd, helper) {
			return helper.visibleArguments(cmd).reduce((max, argument) => {
				return Math.max(max, this.displayWidth(helper.styleArgumentTerm(helper.argumentTerm(argument))));
			}, 0);
		}
		commandUsage(cmd) {
			let cmdName = cmd._name;
			if (cmd._aliases[0]) cmdName = cmdName + "|" + cmd._aliases[0];
			let ancestorCmdNames = "";
			for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
			return ancestorCmdNames + cmdName + " " + cmd.usage();
		}
		commandDescription(cmd) {
			return cmd.description();
		}
		subcommandDescription(cmd) {
			return cmd.summary() || cmd.description();
		}
		optionDescription(option) {
			const extraInfo = [];
			if (option.argChoices) extraInfo.push(`choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
			if (option.defaultValue !== void 0) {
				if (option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean") extraInfo.push(`default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`);
			}
			if (option.presetArg !== void 0 && option.optional) extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
			if (option.envVar !== void 0) extraInfo.push(`env: ${option.envVar}`);
			if (extraInfo.length > 0) {
				const extraDescription = `(${extraInfo.join(", ")})`;
				if (option.description) return `${option.description} ${extraDescription}`;
				return extraDescription;
			}
			return option.description;
		}
		argumentDescription(argument) {
			const extraInfo = [];
			if (argument.argChoices) extraInfo.push(`choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
			if (argument.defaultValue !== void 0) extraInfo.push(`default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`);
			if (extraInfo.length > 0) {
				const extraDescription = `(${extraInfo.join(", ")})`;
				if (argument.description) return `${argument.description} ${extraDescription}`;
				return extraDescription;
			}
			return argument.description;
		}
		formatItemList(heading, items, helper) {
			if (items.length === 0) return [];
			return [
				helper.styleTitle(heading),
				...items,
				""
			];
		}
		groupItems(unsortedItems, visibleItems, getGroup) {
			const result = /* @__PURE__ */ new Map();
			unsortedItems.forEach((item) => {
				const group = getGroup(item);
				if (!result.has(group)) result.set(group, []);
			});
			visibleItems.forEach((item) => {
				const group = getGroup(item);
				if (!result.has(group)) result.set(group, []);
				result.get(group).push(item);
			});
			return result;
		}
		formatHelp(cmd, helper) {
			const termWidth = helper.padWidth(cmd, helper);
			const helpWidth = helper.helpWidth ?? 80;
			function callFormatItem(term, description) {
				return helper.formatItem(term, termWidth, description, helper);
			}
			let output = [`${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`, ""];
			const commandDescription = helper.commandDescription(cmd);
			if (commandDescription.length > 0) output = output.concat([helper.boxWrap(helper.styleCommandDescription(commandDescription), helpWidth), ""]);
			const argumentList = helper.visibleArguments(cmd).map((argument) => {
				return callFormatItem(helper.styleArgumentTerm(helper.argumentTerm(argument)), helper.styleArgumentDescription(helper.argumentDescription(argument)));
			});
			output = output.concat(this.formatItemList("Arguments:", argumentList, helper));
			this.groupItems(cmd.options, helper.visibleOptions(cmd), (option) => option.helpGroupHeading ?? "Options:").forEach((options, group) => {
				const optionList = options.map((option) => {
					return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
				});
				output = output.concat(this.formatItemList(group, optionList, helper));
			});
			if (helper.showGlobalOptions) {
				const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
					return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
				});
				output = output.concat(this.formatItemList("Global Options:", globalOptionList, helper));
			}
			this.groupItems(cmd.commands, helper.visibleCommands(cmd), (sub) => sub.helpGroup() || "Commands:").forEach((commands, group) => {
				const commandList = commands.map((sub) => {
					return callFormatItem(helper.styleSubcommandTerm(helper.subcommandTerm(sub)), helper.styleSubcommandDescription(helper.subcommandDescription(sub)));
				});
				output = output.concat(this.formatItemList(group, commandList, helper));
			});
			return output.join("\n");
		}
		displayWidth(str) {
			return stripColor(str).length;
		}
		styleTitle(str) {
			return str;
		}
		styleUsage(str) {
			return str.split(" ").map((word) => {
				if (word === "[options]") return this.styleOptionText(word);
				if (word === "[command]") return this.styleSubcommandText(word);
				if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
				return this.styleCommandText(word);
			}).join(" ");
		}
		styleCommandDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleOptionDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleSubcommandDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleArgumentDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleDescriptionText(str) {
			return str;
		}
		styleOptionTerm(str) {
			return this.styleOptionText(str);
		}
		styleSubcommandTerm(str) {
			return str.split(" ").map((word) => {
				if (word === "[options]") return this.styleOptionText(word);
				if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
				return this.styleSubcommandText(word);
			}).join(" ");
		}
		styleArgumentTerm(str) {
			return this.styleArgumentText(str);
		}
		styleOptionText(str) {
			return str;
		}
		styleArgumentText(str) {
			return str;
		}
		styleSubcommandText(str) {
			return str;
		}
		styleCommandText(str) {
			return str;
		}
		padWidth(cmd, helper) {
			return Math.max(helper.longestOptionTermLength(cmd, helper), helper.longestGlobalOptionTermLength(cmd, helper), helper.longestSubcommandTermLength(cmd, helper), helper.longestArgumentTermLength(cmd, helper));
		}
		preformatted(str) {
			return /\n[^\S\r\n]/.test(str);
		}
		formatItem(term, termWidth, description, helper) {
			const itemIndent = 2;
			const itemIndentStr = " ".repeat(itemIndent);
			if (!description) return itemIndentStr + term;
			const paddedTerm = term.padEnd(termWidth + term.length - helper.displayWidth(term));
			const spacerWidth = 2;
			const remainingWidth = (this.helpWidth ?? 80) - termWidth - spacerWidth - itemIndent;
			let formattedDescription;
			if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) formattedDescription = description;
			else formattedDescription = helper.boxWrap(description, remainingWidth).replace(/\n/g, "\n" + " ".repeat(termWidth + spacerWidth));
			return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `\n${itemIndentStr}`);
		}
		boxWrap(str, width) {
			if (width < this.minWidthToWrap) return str;
			const rawLines = str.split(/\r\n|\n/);
			const chunkPattern = /[\s]*[^\s]+/g;
			const wrappedLines = [];
			rawLines.forEach((line) => {
				const chunks = line.match(chunkPattern);
				if (chunks === null) {
					wrappedLines.push("");
					return;
				}
				let sumChunks = [chunks.shift()];
				let sumWidth = this.displayWidth(sumChunks[0]);
				chunks.forEach((chunk) => {
					const visibleWidth = this.displayWidth(chunk);
					if (sumWidth + visibleWidth <= width) {
						sumChunks.push(chunk);
						sumWidth += visibleWidth;
						return;
					}
					wrappedLines.push(sumChunks.join(""));
					const nextChunk = chunk.trimStart();
					sumChunks = [nextChunk];
					sumWidth = this.displayWidth(nextChunk);
				});
				wrappedLines.push(sumChunks.join(""));
			});
			return wrappedLines.join("\n");
		}
	};
	function stripColor(str) {
		return str.replace(/\x1b\[\d*(;\d*)*m/g, "");
	}
	exports.Help = Help;
	exports.stripColor = stripColor;
}));

// node_modules/commander/lib/option.js
var require_option = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { InvalidArgumentError } = require_error();
	var Option = class {
		constructor(flags, description) {
			this.flags = flags;
			this.description = description || "";
			this.required = flags.includes("<");
			this.optional = flags.includes("[");
			this.variadic = /\w\.\.\.[>\]]$/.test(flags);
			this.mandatory = false;
			const optionFlags = splitOptionFlags(flags);
			this.short = optionFlags.shortFlag;
			this.long = optionFlags.longFlag;
			this.negate = false;
			if (this.long) this.negate = this.long.startsWith("--no-");
			this.defaultValue = void 0;
			this.defaultValueDescription = void 0;
			this.presetArg = void 0;
			this.envVar = void 0;
			this.parseArg = void 0;
			this.hidden = false;
			this.argChoices = void 0;
			this.conflictsWith = [];
			this.implied = void 0;
			this.helpGroupHeading = void 0;
		}
		default(value, description) {
			this.defaultValue = value;
			this.defaultValueDescription = description;
			return this;
		}
		preset(arg) {
			this.presetArg = arg;
			return this;
		}
		conflicts(names) {
			this.conflictsWith = this.conflictsWith.concat(names);
			return this;
		}
		implies(impliedOptionValues) {
			let newImplied = impliedOptionValues;
			if (typeof impliedOptionValues === "string") newImplied = { [impliedOptionValues]: true };
			this.implied = Object.assign(this.implied || {}, newImplied);
			return this;
		}
		env(name) {
			this.envVar = name;
			return this;
		}
		argParser(fn) {
			this.parseArg = fn;
			return this;
		}
		makeOptionMandatory(mandatory = true) {
			this.mandatory = !!mandatory;
			return this;
		}
		hideHelp(hide = true) {
			this.hidden = !!hide;
			return this;
		}
		_collectValue(value, previous) {
			if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
			previous.push(value);
			return previous;
		}
		choices(values) {
			this.argChoices = values.slice();
			this.parseArg = (arg, previous) => {
				if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
				if (this.variadic) return this._collectValue(arg, previous);
				return arg;
			};
			return this;
		}
		name() {
			if (this.long) return this.long.replace(/^--/, "");
			return this.short.replace(/^-/, "");
		}
		attributeName() {
			if (this.negate) return camelcase(this.name().replace(/^no-/, ""));
			return camelcase(this.name());
		}
		helpGroup(heading) {
			this.helpGroupHeading = heading;
			return this;
		}
		is(arg) {
			return this.short === arg || this.long === arg;
		}
		isBoolean() {
			return !this.required && !this.optional && !this.negate;
		}
	};
	var DualOptions = class {
		constructor(options) {
			this.positiveOptions = /* @__PURE__ */ new Map();
			this.negativeOptions = /* @__PURE__ */ new Map();
			this.dualOptions = /* @__PURE__ */ new Set();
			options.forEach((option) => {
				if (option.negate) this.negativeOptions.set(option.attributeName(), option);
				else this.positiveOptions.set(option.attributeName(), option);
			});
			this.negativeOptions.forEach((value, key) => {
				if (this.positiveOptions.has(key)) this.dualOptions.add(key);
			});
		}
		valueFromOption(value, option) {
			const optionKey = option.attributeName();
			if (!this.dualOptions.has(optionKey)) return true;
			const preset = this.negativeOptions.get(optionKey).presetArg;
			const negativeValue = preset !== void 0 ? preset : false;
			return option.negate === (negativeValue === value);
		}
	};
	function camelcase(str) {
		return str.split("-").reduce((str, word) => {
			return str + word[0].toUpperCase() + word.slice(1);
		});
	}
	function splitOptionFlags(flags) {
		let shortFlag;
		let longFlag;
		const shortFlagExp = /^-[^-]$/;
		const longFlagExp = /^--[^-]/;
		const flagParts = flags.split(/[ |,]+/).concat("guard");
		if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
		if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
		if (!shortFlag && shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
		if (!shortFlag && longFlagExp.test(flagParts[0])) {
			shortFlag = longFlag;
			longFlag = flagParts.shift();
		}
		if (flagParts[0].startsWith("-")) {
			const unsupportedFlag = flagParts[0];
			const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
			if (/^-[^-][^-]/.test(unsupportedFlag)) throw new Error(`${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`);
			if (shortFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many short flags`);
			if (longFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many long flags`);
			throw new Error(`${baseError}
- unrecognised flag format`);
		}
		if (shortFlag === void 0 && longFlag === void 0) throw new Error(`option creation failed due to no flags found in '${flags}'.`);
		return {
			shortFlag,
			longFlag
		};
	}
	exports.Option = Option;
	exports.DualOptions = DualOptions;
}));

// node_modules/commander/lib/suggestSimilar.js
var require_suggestSimilar = /* @__PURE__ */ __commonJSMin(((exports) => {
	const maxDistance = 3;
	function editDistance(a, b) {
		if (Math.abs(a.length - b.length) > maxDistance) return Math.max(a.length, b.length);
		const d = [];
		for (let i = 0; i <= a.length; i++) d[i] = [i];
		for (let j = 0; j <= b.length; j++) d[0][j] = j;
		for (let j = 1; j <= b.length; j++) for (let i = 1; i <= a.length; i++) {
			let cost = 1;
			if (a[i - 1] === b[j - 1]) cost = 0;
			else cost = 1;
			d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
		}
		return d[a.length][b.length];
	}
	function suggestSimilar(word, candidates) {
		if (!candidates || candidates.length === 0) return "";
		candidates = Array.from(new Set(candidates));
		const searchingOptions = word.startsWith("--");
		if (searchingOptions) {
			word = word.slice(2);
			candidates = candidates.map((candidate) => candidate.slice(2));
		}
		let similar = [];
		let bestDistance = maxDistance;
		const minSimilarity = .4;
		candidates.forEach((candidate) => {
			if (candidate.length <= 1) return;
			const distance = editDistance(word, candidate);
			const length = Math.max(word.length, candidate.length);
			if ((length - distance) / length > minSimilarity) {
				if (distance < bestDistance) {
					bestDistance = distance;
					similar = [candidate];
				} else if (distance === bestDistance) similar.push(candidate);
			}
		});
		similar.sort((a, b) => a.localeCompare(b));
		if (searchingOptions) similar = similar.map((candidate) => `--${candidate}`);
		if (similar.length > 1) return `\n(Did you mean one of ${similar.join(", ")}?)`;
		if (similar.length === 1) return `\n(Did you mean ${similar[0]}?)`;
		return "";
	}
	exports.suggestSimilar = suggestSimilar;
}));

// node_modules/commander/lib/command.js
var require_command = /* @__PURE__ */ __commonJSMin(((exports) => {
	const EventEmitter = __require("node:events").EventEmitter;
	const childProcess = __require("node:child_process");
	const path = __require("node:path");
	const fs = __require("node:fs");
	const process = __require("node:process");
	const { Argument, humanReadableArgName } = require_argument();
	const { CommanderError } = require_error();
	const { Help, stripColor } = require_help();
	const { Option, DualOptions } = require_option();
	const { suggestSimilar } = require_suggestSimilar();
	var Command = class Command extends EventEmitter {
		constructor(name) {
			super();
			this.commands = [];
			this.options = [];
			this.parent = null;
			this._allowUnknownOption = false;
			this._allowExcessArguments = false;
			this.registeredArguments = [];
			this._args = this.registeredArguments;
			this.args = [];
			this.rawArgs = [];
			this.processedArgs = [];
			this._scriptPath = null;
			this._name = name || "";
			this._optionValues = {};
			this._optionValueSources = {};
			this._storeOptionsAsProperties = false;
			this._actionHandler = null;
			this._executableHandler = false;
			this._executableFile = null;
			this._executableDir = null;
			this._defaultCommandName = null;
			this._exitCallback = null;
			this._aliases = [];
			this._combineFlagAndOptionalValue = true;
			this._description = "";
			this._summary = "";
			this._argsDescription = void 0;
			this._enablePositionalOptions = false;
			this._passThroughOptions = false;
			this._lifeCycleHooks = {};
			this._showHelpAfterError = false;
			this._showSuggestionAfterError = true;
			this._savedState = null;
			this._outputConfiguration = {
				writeOut: (str) => process.stdout.write(str),
				writeErr: (str) => process.stderr.write(str),
				outputError: (str, write) => write(str),
				getOutHelpWidth: () => process.stdout.isTTY ? process.stdout.columns : void 0,
				getErrHelpWidth: () => process.stderr.isTTY ? process.stderr.columns : void 0,
				getOutHasColors: () => useColor() ?? (process.stdout.isTTY && process.stdout.hasColors?.()),
				getErrHasColors: () => useColor() ?? (process.stderr.isTTY && process.stderr.hasColors?.()),
				stripColor: (str) => stripColor(str)
			};
			this._hidden = false;
			this._helpOption = void 0;
			this._addImplicitHelpCommand = void 0;
			this._helpCommand = void 0;
			this._helpConfiguration = {};
			this._helpGroupHeading = void 0;
			this._defaultCommandGroup = void 0;
			this._defaultOptionGroup = void 0;
		}
		copyInheritedSettings(sourceCommand) {
			this._outputConfiguration = sourceCommand._outputConfiguration;
			this._helpOption = sourceCommand._helpOption;
			this._helpCommand = sourceCommand._helpCommand;
			this._helpConfiguration = sourceCommand._helpConfiguration;
			this._exitCallback = sourceCommand._exitCallback;
			this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
			this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
			this._allowExcessArguments = sourceCommand._allowExcessArguments;
			this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
			this._showHelpAfterError = sourceCommand._showHelpAfterError;
			this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
			return this;
		}
		_getCommandAndAncestors() {
			const result = [];
			for (let command = this; command; command = command.parent) result.push(command);
			return result;
		}
		command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
			let desc = actionOptsOrExecDesc;
			let opts = execOpts;
			if (typeof desc === "object" && desc !== null) {
				opts = desc;
				desc = null;
			}
			opts = opts || {};
			const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
			const cmd = this.createCommand(name);
			if (desc) {
				cmd.description(desc);
				cmd._executableHandler = true;
			}
			if (opts.isDefault) this._defaultCommandName = cmd._name;
			cmd._hidden = !!(opts.noHelp || opts.hidden);
			cmd._executableFile = opts.executableFile || null;
			if (args) cmd.arguments(args);
			this._registerCommand(cmd);
			cmd.parent = this;
			cmd.copyInheritedSettings(this);
			if (desc) return this;
			return cmd;
		}
		createCommand(name) {
			return new Command(name);
		}
		createHelp() {
			return Object.assign(new Help(), this.configureHelp());
		}
		configureHelp(configuration) {
			if (configuration === void 0) return this._helpConfiguration;
			this._helpConfiguration = configuration;
			return this;
		}
		configureOutput(configuration) {
			if (configuration === void 0) return this._outputConfiguration;
			this._outputConfiguration = {
				...this._outputConfiguration,
				...configuration
			};
			return this;
		}
		showHelpAfterError(displayHelp = true) {
			if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
			this._showHelpAfterError = displayHelp;
			return this;
		}
		showSuggestionAfterError(displaySuggestion = true) {
			this._showSuggestionAfterError = !!displaySuggestion;
			return this;
		}
		addCommand(cmd, opts) {
			if (!cmd._name) throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
			opts = opts || {};
			if (opts.isDefault) this._defaultCommandName = cmd._name;
			if (opts.noHelp || opts.hidden) cmd._hidden = true;
			this._registerCommand(cmd);
			cmd.parent = this;
			cmd._checkForBrokenPassThrough();
			return this;
		}
		createArgument(name, description) {
			return new Argument(name, description);
		}
		argument(name, description, parseArg, defaultValue) {
			const argument = this.createArgument(name, description);
			if (typeof parseArg === "function") argument.default(defaultValue).argParser(parseArg);
			else argument.default(parseArg);
			this.addArgument(argument);
			return this;
		}
		arguments(names) {
			names.trim().split(/ +/).forEach((detail) => {
				this.argument(detail);
			});
			return this;
		}
		addArgument(argument) {
			const previousArgument = this.registeredArguments.slice(-1)[0];
			if (previousArgument?.variadic) throw new Error(`only the last argument can be variadic '${previousArgument.name()}'`);
			if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) throw new Error(`a default value for a required argument is never used: '${argument.name()}'`);
			this.registeredArguments.push(argument);
			return this;
		}
		helpCommand(enableOrNameAndArgs, description) {
			if (typeof enableOrNameAndArgs === "boolean") {
				this._addImplicitHelpCommand = enableOrNameAndArgs;
				if (enableOrNameAndArgs && this._defaultCommandGroup) this._initCommandGroup(this._getHelpCommand());
				return this;
			}
			const [, helpName, helpArgs] = (enableOrNameAndArgs ?? "help [command]").match(/([^ ]+) *(.*)/);
			const helpDescription = description ?? "display help for command";
			const helpCommand = this.createCommand(helpName);
			helpCommand.helpOption(false);
			if (helpArgs) helpCommand.arguments(helpArgs);
			if (helpDescription) helpCommand.description(helpDescription);
			this._addImplicitHelpCommand = true;
			this._helpCommand = helpCommand;
			if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
			return this;
		}
		addHelpCommand(helpCommand, deprecatedDescription) {
			if (typeof helpCommand !== "object") {
				this.helpCommand(helpCommand, deprecatedDescription);
				return this;
			}
			this._addImplicitHelpCommand = true;
			this._helpCommand = helpCommand;
			this._initCommandGroup(helpCommand);
			return this;
		}
		_getHelpCommand() {
			if (this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"))) {
				if (this._helpCommand === void 0) this.helpCommand(void 0, void 0);
				return this._helpCommand;
			}
			return null;
		}
		hook(event, listener) {
			const allowedValues = [
				"preSubcommand",
				"preAction",
				"postAction"
			];
			if (!allowedValues.includes(event)) throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
			if (this._lifeCycleHooks[event]) this._lifeCycleHooks[event].push(listener);
			else this._lifeCycleHooks[event] = [listener];
			return this;
		}
		exitOverride(fn) {
			if (fn) this._exitCallback = fn;
			else this._exitCallback = (err) => {
				if (err.code !== "commander.executeSubCommandAsync") throw err;
			};
			return this;
		}
		_exit(exitCode, code, message) {
			if (this._exitCallback) this._exitCallback(new CommanderError(exitCode, code, message));
			process.exit(exitCode);
		}
		action(fn) {
			const listener = (args) => {
				const expectedArgsCount = this.registeredArguments.length;
				const actionArgs = args.slice(0, expectedArgsCount);
				if (this._storeOptionsAsProperties) actionArgs[expectedArgsCount] = this;
				else actionArgs[expectedArgsCount] = this.opts();
				actionArgs.push(this);
				return fn.apply(this, actionArgs);
			};
			this._actionHandler = listener;
			return this;
		}
		createOption(flags, description) {
			return new Option(flags, description);
		}
		_callParseArg(target, value, previous, invalidArgumentMessage) {
			try {
				return target.parseArg(value, previous);
			} catch (err) {
				if (err.code === "commander.invalidArgument") {
					const message = `${invalidArgumentMessage} ${err.message}`;
					this.error(message, {
						exitCode: err.exitCode,
						code: err.code
					});
				}
				throw err;
			}
		}
		_registerOption(option) {
			const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
			if (matchingOption) {
				const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
				throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
			}
			this._initOptionGroup(option);
			this.options.push(option);
		}
		_registerCommand(command) {
			const knownBy = (cmd) => {
				return [cmd.name()].concat(cmd.aliases());
			};
			const alreadyUsed = knownBy(command).find((name) => this._findCommand(name));
			if (alreadyUsed) {
				const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
				const newCmd = knownBy(command).join("|");
				throw new Error(`cannot add command '${newCmd}' as already have command '${existingCmd}'`);
			}
			this._initCommandGroup(command);
			this.commands.push(command);
		}
		addOption(option) {
			this._registerOption(option);
			const oname = option.name();
			const name = option.attributeName();
			if (option.negate) {
				const positiveLongFlag = option.long.replace(/^--no-/, "--");
				if (!this._findOption(positiveLongFlag)) this.setOptionValueWithSource(name, option.defaultValue === void 0 ? true : option.defaultValue, "default");
			} else if (option.defaultValue !== void 0) this.setOptionValueWithSource(name, option.defaultValue, "default");
			const handleOptionValue = (val, invalidValueMessage, valueSource) => {
				if (val == null && option.presetArg !== void 0) val = option.presetArg;
				const oldValue = this.getOptionValue(name);
				if (val !== null && option.parseArg) val = this._callParseArg(option, val, oldValue, invalidValueMessage);
				else if (val !== null && option.variadic) val = option._collectValue(val, oldValue);
				if (val == null) {
					if (option.negate) val = false;
					else if (option.isBoolean() || option.optional) val = true;
					else val = "";
				}
				this.setOptionValueWithSource(name, val, valueSource);
			};
			this.on("option:" + oname, (val) => {
				const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
				handleOptionValue(val, invalidValueMessage, "cli");
			});
			if (option.envVar) this.on("optionEnv:" + oname, (val) => {
				const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
				handleOptionValue(val, invalidValueMessage, "env");
			});
			return this;
		}
		_optionEx(config, flags, description, fn, defaultValue) {
			if (typeof flags === "object" && flags instanceof Option) throw new Error("To add an Option object use addOption() instead of option() or requiredOption()");
			const option = this.createOption(flags, description);
			option.makeOptionMandatory(!!config.mandatory);
			if (typeof fn === "function") option.default(defaultValue).argParser(fn);
			else if (fn instanceof RegExp) {
				const regex = fn;
				fn = (val, def) => {
					const m = regex.exec(val);
					return m ? m[0] : def;
				};
				option.default(defaultValue).argParser(fn);
			} else option.default(fn);
			return this.addOption(option);
		}
		option(flags, description, parseArg, defaultValue) {
			return this._optionEx({}, flags, description, parseArg, defaultValue);
		}
		requiredOption(flags, description, parseArg, defaultValue) {
			return this._optionEx({ mandatory: true }, flags, description, parseArg, defaultValue);
		}
		combineFlagAndOptionalValue(combine = true) {
			this._combineFlagAndOptionalValue = !!combine;
			return this;
		}
		allowUnknownOption(allowUnknown = true) {
			this._allowUnknownOption = !!allowUnknown;
			return this;
		}
		allowExcessArguments(allowExcess = true) {
			this._allowExcessArguments = !!allowExcess;
			return this;
		}
		enablePositionalOptions(positional = true) {
			this._enablePositionalOptions = !!positional;
			return this;
		}
		passThroughOptions(passThrough = true) {
			this._passThroughOptions = !!passThrough;
			this._checkForBrokenPassThrough();
			return this;
		}
		_checkForBrokenPassThrough() {
			if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) throw new Error(`passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`);
		}
		storeOptionsAsProperties(storeAsProperties = true) {
			if (this.options.length) throw new Error("call .storeOptionsAsProperties() before adding options");
			if (Object.keys(this._optionValues).length) throw new Error("call .storeOptionsAsProperties() before setting option values");
			this._storeOptionsAsProperties = !!storeAsProperties;
			return this;
		}
		getOptionValue(key) {
			if (this._storeOptionsAsProperties) return this[key];
			return this._optionValues[key];
		}
		setOptionValue(key, value) {
			return this.setOptionValueWithSource(key, value, void 0);
		}
		setOptionValueWithSource(key, value, source) {
			if (this._storeOptionsAsProperties) this[key] = value;
			else this._optionValues[key] = value;
			this._optionValueSources[key] = source;
			return this;
		}
		getOptionValueSource(key) {
			return this._optionValueSources[key];
		}
		getOptionValueSourceWithGlobals(key) {
			let source;
			this._getCommandAndAncestors().forEach((cmd) => {
				if (cmd.getOptionValueSource(key) !== void 0) source = cmd.getOptionValueSource(key);
			});
			return source;
		}
		_prepareUserArgs(argv, parseOptions) {
			if (argv !== void 0 && !Array.isArray(argv)) throw new Error("first parameter to parse must be array or undefined");
			parseOptions = parseOptions || {};
			if (argv === void 0 && parseOptions.from === void 0) {
				if (process.versions?.electron) parseOptions.from = "electron";
				const execArgv = process.execArgv ?? [];
				if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) parseOptions.from = "eval";
			}
			if (argv === void 0) argv = process.argv;
			this.rawArgs = argv.slice();
			let userArgs;
			switch (parseOptions.from) {
				case void 0:
				case "node":
					this._scriptPath = argv[1];
					userArgs = argv.slice(2);
					break;
				case "electron":
					if (process.defaultApp) {
						this._scriptPath = argv[1];
						userArgs = argv.slice(2);
					} else userArgs = argv.slice(1);
					break;
				case "user":
					userArgs = argv.slice(0);
					break;
				case "eval":
					userArgs = argv.slice(1);
					break;
				default: throw new Error(`unexpected parse option { from: '${parseOptions.from}' }`);
			}
			if (!this._name && this._scriptPath) this.nameFromFilename(this._scriptPath);
			this._name = this._name || "program";
			return userArgs;
		}
		parse(argv, parseOptions) {
			this._prepareForParse();
			const userArgs = this._prepareUserArgs(argv, parseOptions);
			this._parseCommand([], userArgs);
			return this;
		}
		async parseAsync(argv, parseOptions) {
			this._prepareForParse();
			const userArgs = this._prepareUserArgs(argv, parseOptions);
			await this._parseCommand([], userArgs);
			return this;
		}
		_prepareForParse() {
			if (this._savedState === null) this.saveStateBeforeParse();
			else this.restoreStateBeforeParse();
		}
		saveStateBeforeParse() {
			this._savedState = {
				_name: this._name,
				_optionValues: { ...this._optionValues },
				_optionValueSources: { ...this._optionValueSources }
			};
		}
		restoreStateBeforeParse() {
			if (this._storeOptionsAsProperties) throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
			this._name = this._savedState._name;
			this._scriptPath = null;
			this.rawArgs = [];
			this._optionValues = { ...this._savedState._optionValues };
			this._optionValueSources = { ...this._savedState._optionValueSources };
			this.args = [];
			this.processedArgs = [];
		}
		_checkForMissingExecutable(executableFile, executableDir, subcommandName) {
			if (fs.existsSync(executableFile)) return;
			const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory"}`;
			throw new Error(executableMissing);
		}
		_executeSubCommand(subcommand, args) {
			args = args.slice();
			let launchWithNode = false;
			const sourceExt = [
				".js",
				".ts",
				".tsx",
				".mjs",
				".cjs"
			];
			function findFile(baseDir, baseName) {
				const localBin = path.resolve(baseDir, baseName);
				if (fs.existsSync(localBin)) return localBin;
				if (sourceExt.includes(path.extname(baseName))) return void 0;
				const foundExt = sourceExt.find((ext) => fs.existsSync(`${localBin}${ext}`));
				if (foundExt) return `${localBin}${foundExt}`;
			}
			this._checkForMissingMandatoryOptions();
			this._checkForConflictingOptions();
			let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
			let executableDir = this._executableDir || "";
			if (this._scriptPath) {
				let resolvedScriptPath;
				try {
					resolvedScriptPath = fs.realpathSync(this._scriptPath);
				} catch {
					resolvedScriptPath = this._scriptPath;
				}
				executableDir = path.resolve(path.dirname(resolvedScriptPath), executableDir);
			}
			if (executableDir) {
				let localFile = findFile(executableDir, executableFile);
				if (!localFile && !subcommand._executableFile && this._scriptPath) {
					const legacyName = path.basename(this._scriptPath, path.extname(this._scriptPath));
					if (legacyName !== this._name) localFile = findFile(executableDir, `${legacyName}-${subcommand._name}`);
				}
				executableFile = localFile || executableFile;
			}
			launchWithNode = sourceExt.includes(path.extname(executableFile));
			let proc;
			if (process.platform !== "win32") {
				if (launchWithNode) {
					args.unshift(executableFile);
					args = incrementNodeInspectorPort(process.execArgv).concat(args);
					proc = childProcess.spawn(process.argv[0], args, { stdio: "inherit" });
				} else proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
			} else {
				this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
				args.unshift(executableFile);
				args = incrementNodeInspectorPort(process.execArgv).concat(args);
				proc = childProcess.spawn(process.execPath, args, { stdio: "inherit" });
			}
			if (!proc.killed) [
				"SIGUSR1",
				"SIGUSR2",
				"SIGTERM",
				"SIGINT",
				"SIGHUP"
			].forEach((signal) => {
				process.on(signal, () => {
					if (proc.killed === false && proc.exitCode === null) proc.kill(signal);
				});
			});
			const exitCallback = this._exitCallback;
			proc.on("close", (code) => {
				code = code ?? 1;
				if (!exitCallback) process.exit(code);
				else exitCallback(new CommanderError(code, "commander.executeSubCommandAsync", "(close)"));
			});
			proc.on("error", (err) => {
				if (err.code === "ENOENT") this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
				else if (err.code === "EACCES") throw new Error(`'${executableFile}' not executable`);
				if (!exitCallback) process.exit(1);
				else {
					const wrappedError = new CommanderError(1, "commander.executeSubCommandAsync", "(error)");
					wrappedError.nestedError = err;
					exitCallback(wrappedError);
				}
			});
			this.runningCommand = proc;
		}
		_dispatchSubcommand(commandName, operands, unknown) {
			const subCommand = this._findCommand(commandName);
			if (!subCommand) this.help({ error: true });
			subCommand._prepareForParse();
			let promiseChain;
			promiseChain = this._chainOrCallSubCommandHook(promiseChain, subCommand, "preSubcommand");
			promiseChain = this._chainOrCall(promiseChain, () => {
				if (subCommand._executableHandler) this._executeSubCommand(subCommand, operands.concat(unknown));
				else return subCommand._parseCommand(operands, unknown);
			});
			return promiseChain;
		}
		_dispatchHelpCommand(subcommandName) {
			if (!subcommandName) this.help();
			const subCommand = this._findCommand(subcommandName);
			if (subCommand && !subCommand._executableHandler) subCommand.help();
			return this._dispatchSubcommand(subcommandName, [], [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]);
		}
		_checkNumberOfArguments() {
			this.registeredArguments.forEach((arg, i) => {
				if (arg.required && this.args[i] == null) this.missingArgument(arg.name());
			});
			if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) return;
			if (this.args.length > this.registeredArguments.length) this._excessArguments(this.args);
		}
		_processArguments() {
			const myParseArg = (argument, value, previous) => {
				let parsedValue = value;
				if (value !== null && argument.parseArg) {
					const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
					parsedValue = this._callParseArg(argument, value, previous, invalidValueMessage);
				}
				return parsedValue;
			};
			this._checkNumberOfArguments();
			const processedArgs = [];
			this.registeredArguments.forEach((declaredArg, index) => {
				let value = declaredArg.defaultValue;
				if (declaredArg.variadic) {
					if (index < this.args.length) {
						value = this.args.slice(index);
						if (declaredArg.parseArg) value = value.reduce((processed, v) => {
							return myParseArg(declaredArg, v, processed);
						}, declaredArg.defaultValue);
					} else if (value === void 0) value = [];
				} else if (index < this.args.length) {
					value = this.args[index];
					if (declaredArg.parseArg) value = myParseArg(declaredArg, value, declaredArg.defaultValue);
				}
				processedArgs[index] = value;
			});
			this.processedArgs = processedArgs;
		}
		_chainOrCall(promise, fn) {
			if (promise?.then && typeof promise.then === "function") return promise.then(() => fn());
			return fn();
		}
		_chainOrCallHooks(promise, event) {
			let result = promise;
			const hooks = [];
			this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
				hookedCommand._lifeCycleHooks[event].forEach((callback) => {
					hooks.push({
						hookedCommand,
						callback
					});
				});
			});
			if (event === "postAction") hooks.reverse();
			hooks.forEach((hookDetail) => {
				result = this._chainOrCall(result, () => {
					return hookDetail.callback(hookDetail.hookedCommand, this);
				});
			});
			return result;
		}
		_chainOrCallSubCommandHook(promise, subCommand, event) {
			let result = promise;
			if (this._lifeCycleHooks[event] !== void 0) this._lifeCycleHooks[event].forEach((hook) => {
				result = this._chainOrCall(result, () => {
					return hook(this, subCommand);
				});
			});
			return result;
		}
		_parseCommand(operands, unknown) {
			const parsed = this.parseOptions(unknown);
			this._parseOptionsEnv();
			this._parseOptionsImplied();
			operands = operands.concat(parsed.operands);
			unknown = parsed.unknown;
			this.args = operands.concat(unknown);
			if (operands && this._findCommand(operands[0])) return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
			if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) return this._dispatchHelpCommand(operands[1]);
			if (this._defaultCommandName) {
				this._outputHelpIfRequested(unknown);
				return this._dispatchSubcommand(this._defaultCommandName, operands, unknown);
			}
			if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) this.help({ error: true });
			this._outputHelpIfRequested(parsed.unknown);
			this._checkForMissingMandatoryOptions();
			this._checkForConflictingOptions();
			const checkForUnknownOptions = () => {
				if (parsed.unknown.length > 0) this.unknownOption(parsed.unknown[0]);
			};
			const commandEvent = `command:${this.name()}`;
			if (this._actionHandler) {
				checkForUnknownOptions();
				this._processArguments();
				let promiseChain;
				promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
				promiseChain = this._chainOrCall(promiseChain, () => this._actionHandler(this.processedArgs));
				if (this.parent) promiseChain = this._chainOrCall(promiseChain, () => {
					this.parent.emit(commandEvent, operands, unknown);
				});
				promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
				return promiseChain;
			}
			if (this.parent?.listenerCount(commandEvent)) {
				checkForUnknownOptions();
				this._processArguments();
				this.parent.emit(commandEvent, operands, unknown);
			} else if (operands.length) {
				if (this._findCommand("*")) return this._dispatchSubcommand("*", operands, unknown);
				if (this.listenerCount("command:*")) this.emit("command:*", operands, unknown);
				else if (this.commands.length) this.unknownCommand();
				else {
					checkForUnknownOptions();
					this._processArguments();
				}
			} else if (this.commands.length) {
				checkForUnknownOptions();
				this.help({ error: true });
			} else {
				checkForUnknownOptions();
				this._processArguments();
			}
		}
		_findCommand(name) {
			if (!name) return void 0;
			return this.commands.find((cmd) => cmd._name === name || cmd._aliases.includes(name));
		}
		_findOption(arg) {
			return this.options.find((option) => option.is(arg));
		}
		_checkForMissingMandatoryOptions() {
			this._getCommandAndAncestors().forEach((cmd) => {
				cmd.options.forEach((anOption) => {
					if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) cmd.missingMandatoryOptionValue(anOption);
				});
			});
		}
		_checkForConflictingLocalOptions() {
			const definedNonDefaultOptions = this.options.filter((option) => {
				const optionKey = option.attributeName();
				if (this.getOptionValue(optionKey) === void 0) return false;
				return this.getOptionValueSource(optionKey) !== "default";
			});
			definedNonDefaultOptions.filter((option) => option.conflictsWith.length > 0).forEach((option) => {
				const conflictingAndDefined = definedNonDefaultOptions.find((defined) => option.conflictsWith.includes(defined.attributeName()));
				if (conflictingAndDefined) this._conflictingOption(option, conflictingAndDefined);
			});
		}
		_checkForConflictingOptions() {
			this._getCommandAndAncestors().forEach((cmd) => {
				cmd._checkForConflictingLocalOptions();
			});
		}
		parseOptions(args) {
			const operands = [];
			const unknown = [];
			let dest = operands;
			function maybeOption(arg) {
				return arg.length > 1 && arg[0] === "-";
			}
			const negativeNumberArg = (arg) => {
				if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
				return !this._getCommandAndAncestors().some((cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short)));
			};
			let activeVariadicOption = null;
			let activeGroup = null;
			let i = 0;
			while (i < args.length || activeGroup) {
				const arg = activeGroup ?? args[i++];
				activeGroup = null;
				if (arg === "--") {
					if (dest === unknown) dest.push(arg);
					dest.push(...args.slice(i));
					break;
				}
				if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
					this.emit(`option:${activeVariadicOption.name()}`, arg);
					continue;
				}
				activeVariadicOption = null;
				if (maybeOption(arg)) {
					const option = this._findOption(arg);
					if (option) {
						if (option.required) {
							const value = args[i++];
							if (value === void 0) this.optionMissingArgument(option);
							this.emit(`option:${option.name()}`, value);
						} else if (option.optional) {
							let value = null;
							if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) value = args[i++];
							this.emit(`option:${option.name()}`, value);
						} else this.emit(`option:${option.name()}`);
						activeVariadicOption = option.variadic ? option : null;
						continue;
					}
				}
				if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
					const option = this._findOption(`-${arg[1]}`);
					if (option) {
						if (option.required || option.optional && this._combineFlagAndOptionalValue) this.emit(`option:${option.name()}`, arg.slice(2));
						else {
							this.emit(`option:${option.name()}`);
							activeGroup = `-${arg.slice(2)}`;
						}
						continue;
					}
				}
				if (/^--[^=]+=/.test(arg)) {
					const index = arg.indexOf("=");
					const option = this._findOption(arg.slice(0, index));
					if (option && (option.required || option.optional)) {
						this.emit(`option:${option.name()}`, arg.slice(index + 1));
						continue;
					}
				}
				if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) dest = unknown;
				if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown.length === 0) {
					if (this._findCommand(arg)) {
						operands.push(arg);
						unknown.push(...args.slice(i));
						break;
					} else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
						operands.push(arg, ...args.slice(i));
						break;
					} else if (this._defaultCommandName) {
						unknown.push(arg, ...args.slice(i));
						break;
					}
				}
				if (this._passThroughOptions) {
					dest.push(arg, ...args.slice(i));
					break;
				}
				dest.push(arg);
			}
			return {
				operands,
				unknown
			};
		}
		opts() {
			if (this._storeOptionsAsProperties) {
				const result = {};
				const len = this.options.length;
				for (let i = 0; i < len; i++) {
					const key = this.options[i].attributeName();
					result[key] = key === this._versionOptionName ? this._version : this[key];
				}
				return result;
			}
			return this._optionValues;
		}
		optsWithGlobals() {
			return this._getCommandAndAncestors().reduce((combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()), {});
		}
		error(message, errorOptions) {
			this._outputConfiguration.outputError(`${message}\n`, this._outputConfiguration.writeErr);
			if (typeof this._showHelpAfterError === "string") this._outputConfiguration.writeErr(`${this._showHelpAfterError}\n`);
			else if (this._showHelpAfterError) {
				this._outputConfiguration.writeErr("\n");
				this.outputHelp({ error: true });
			}
			const config = errorOptions || {};
			const exitCode = config.exitCode || 1;
			const code = config.code || "commander.error";
			this._exit(exitCode, code, message);
		}
		_parseOptionsEnv() {
			this.options.forEach((option) => {
				if (option.envVar && option.envVar in process.env) {
					const optionKey = option.attributeName();
					if (this.getOptionValue(optionKey) === void 0 || [
						"default",
						"config",
						"env"
					].includes(this.getOptionValueSource(optionKey))) {
						if (option.required || option.optional) this.emit(`optionEnv:${option.name()}`, process.env[option.envVar]);
						else this.emit(`optionEnv:${option.name()}`);
					}
				}
			});
		}
		_parseOptionsImplied() {
			const dualHelper = new DualOptions(this.options);
			const hasCustomOptionValue = (optionKey) => {
				return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
			};
			this.options.filter((option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(this.getOptionValue(option.attributeName()), option)).forEach((option) => {
				Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
					this.setOptionValueWithSource(impliedKey, option.implied[impliedKey], "implied");
				});
			});
		}
		missingArgument(name) {
			const message = `error: missing required argument '${name}'`;
			this.error(message, { code: "commander.missingArgument" });
		}
		optionMissingArgument(option) {
			const message = `error: option '${option.flags}' argument missing`;
			this.error(message, { code: "commander.optionMissingArgument" });
		}
		missingMandatoryOptionValue(option) {
			const message = `error: required option '${option.flags}' not specified`;
			this.error(message, { code: "commander.missingMandatoryOptionValue" });
		}
		_conflictingOption(option, conflictingOption) {
			const findBestOptionFromValue = (option) => {
				const optionKey = option.attributeName();
				const optionValue = this.getOptionValue(optionKey);
				const negativeOption = this.options.find((target) => target.negate && optionKey === target.attributeName());
				const positiveOption = this.options.find((target) => !target.negate && optionKey === target.attributeName());
				if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) return negativeOption;
				return positiveOption || option;
			};
			const getErrorMessage = (option) => {
				const bestOption = findBestOptionFromValue(option);
				const optionKey = bestOption.attributeName();
				if (this.getOptionValueSource(optionKey) === "env") return `environment variable '${bestOption.envVar}'`;
				return `option '${bestOption.flags}'`;
			};
			const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
			this.error(message, { code: "commander.conflictingOption" });
		}
		unknownOption(flag) {
			if (this._allowUnknownOption) return;
			let suggestion = "";
			if (flag.startsWith("--") && this._showSuggestionAfterError) {
				let candidateFlags = [];
				let command = this;
				do {
					const moreFlags = command.createHelp().visibleOptions(command).filter((option) => option.long).map((option) => option.long);
					candidateFlags = candidateFlags.concat(moreFlags);
					command = command.parent;
				} while (command && !command._enablePositionalOptions);
				suggestion = suggestSimilar(flag, candidateFlags);
			}
			const message = `error: unknown option '${flag}'${suggestion}`;
			this.error(message, { code: "commander.unknownOption" });
		}
		_excessArguments(receivedArgs) {
			if (this._allowExcessArguments) return;
			const expected = this.registeredArguments.length;
			const s = expected === 1 ? "" : "s";
			const message = `error: too many arguments${this.parent ? ` for '${this.name()}'` : ""}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
			this.error(message, { code: "commander.excessArguments" });
		}
		unknownCommand() {
			const unknownName = this.args[0];
			let suggestion = "";
			if (this._showSuggestionAfterError) {
				const candidateNames = [];
				this.createHelp().visibleCommands(this).forEach((command) => {
					candidateNames.push(command.name());
					if (command.alias()) candidateNames.push(command.alias());
				});
				suggestion = suggestSimilar(unknownName, candidateNames);
			}
			const message = `error: unknown command '${unknownName}'${suggestion}`;
			this.error(message, { code: "commander.unknownCommand" });
		}
		version(str, flags, description) {
			if (str === void 0) return this._version;
			this._version = str;
			flags = flags || "-V, --version";
			description = description || "output the version number";
			const versionOption = this.createOption(flags, description);
			this._versionOptionName = versionOption.attributeName();
			this._registerOption(versionOption);
			this.on("option:" + versionOption.name(), () => {
				this._outputConfiguration.writeOut(`${str}\n`);
				this._exit(0, "commander.version", str);
			});
			return this;
		}
		description(str, argsDescription) {
			if (str === void 0 && argsDescription === void 0) return this._description;
			this._description = str;
			if (argsDescription) this._argsDescription = argsDescription;
			return this;
		}
		summary(str) {
			if (str === void 0) return this._summary;
			this._summary = str;
			return this;
		}
		alias(alias) {
			if (alias === void 0) return this._aliases[0];
			let command = this;
			if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) command = this.commands[this.commands.length - 1];
			if (alias === command._name) throw new Error("Command alias can't be the same as its name");
			const matchingCommand = this.parent?._findCommand(alias);
			if (matchingCommand) {
				const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
				throw new Error(`cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`);
			}
			command._aliases.push(alias);
			return this;
		}
		aliases(aliases) {
			if (aliases === void 0) return this._aliases;
			aliases.forEach((alias) => this.alias(alias));
			return this;
		}
		usage(str) {
			if (str === void 0) {
				if (this._usage) return this._usage;
				const args = this.registeredArguments.map((arg) => {
					return humanReadableArgName(arg);
				});
				return [].concat(this.options.length || this._helpOption !== null ? "[options]" : [], this.commands.length ? "[command]" : [], this.registeredArguments.length ? args : []).join(" ");
			}
			this._usage = str;
			return this;
		}
		name(str) {
			if (str === void 0) return this._name;
			this._name = str;
			return this;
		}
		helpGroup(heading) {
			if (heading === void 0) return this._helpGroupHeading ?? "";
			this._helpGroupHeading = heading;
			return this;
		}
		commandsGroup(heading) {
			if (heading === void 0) return this._defaultCommandGroup ?? "";
			this._defaultCommandGroup = heading;
			return this;
		}
		optionsGroup(heading) {
			if (heading === void 0) return this._defaultOptionGroup ?? "";
			this._defaultOptionGroup = heading;
			return this;
		}
		_initOptionGroup(option) {
			if (this._defaultOptionGroup && !option.helpGroupHeading) option.helpGroup(this._defaultOptionGroup);
		}
		_initCommandGroup(cmd) {
			if (this._defaultCommandGroup && !cmd.helpGroup()) cmd.helpGroup(this._defaultCommandGroup);
		}
		nameFromFilename(filename) {
			this._name = path.basename(filename, path.extname(filename));
			return this;
		}
		executableDir(path) {
			if (path === void 0) return this._executableDir;
			this._executableDir = path;
			return this;
		}
		helpInformation(contextOptions) {
			const helper = this.createHelp();
			const context = this._getOutputContext(contextOptions);
			helper.prepareContext({
				error: context.error,
				helpWidth: context.helpWidth,
				outputHasColors: context.hasColors
			});
			const text = helper.formatHelp(this, helper);
			if (context.hasColors) return text;
			return this._outputConfiguration.stripColor(text);
		}
		_getOutputContext(contextOptions) {
			contextOptions = contextOptions || {};
			const error = !!contextOptions.error;
			let baseWrite;
			let hasColors;
			let helpWidth;
			if (error) {
				baseWrite = (str) => this._outputConfiguration.writeErr(str);
				hasColors = this._outputConfiguration.getErrHasColors();
				helpWidth = this._outputConfiguration.getErrHelpWidth();
			} else {
				baseWrite = (str) => this._outputConfiguration.writeOut(str);
				hasColors = this._outputConfiguration.getOutHasColors();
				helpWidth = this._outputConfiguration.getOutHelpWidth();
			}
			const write = (str) => {
				if (!hasColors) str = this._outputConfiguration.stripColor(str);
				return baseWrite(str);
			};
			return {
				error,
				write,
				hasColors,
				helpWidth
			};
		}
		outputHelp(contextOptions) {
			let deprecatedCallback;
			if (typeof contextOptions === "function") {
				deprecatedCallback = contextOptions;
				contextOptions = void 0;
			}
			const outputContext = this._getOutputContext(contextOptions);
			const eventContext = {
				error: outputContext.error,
				write: outputContext.write,
				command: this
			};
			this._getCommandAndAncestors().reverse().forEach((command) => command.emit("beforeAllHelp", eventContext));
			this.emit("beforeHelp", eventContext);
			let helpInformation = this.helpInformation({ error: outputContext.error });
			if (deprecatedCallback) {
				helpInformation = deprecatedCallback(helpInformation);
				if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) throw new Error("outputHelp callback must return a string or a Buffer");
			}
			outputContext.write(helpInformation);
			if (this._getHelpOption()?.long) this.emit(this._getHelpOption().long);
			this.emit("afterHelp", eventContext);
			this._getCommandAndAncestors().forEach((command) => command.emit("afterAllHelp", eventContext));
		}
		helpOption(flags, description) {
			if (typeof flags === "boolean") {
				if (flags) {
					if (this._helpOption === null) this._helpOption = void 0;
					if (this._defaultOptionGroup) this._initOptionGroup(this._getHelpOption());
				} else this._helpOption = null;
				return this;
			}
			this._helpOption = this.createOption(flags ?? "-h, --help", description ?? "display help for command");
			if (flags || description) this._initOptionGroup(this._helpOption);
			return this;
		}
		_getHelpOption() {
			if (this._helpOption === void 0) this.helpOption(void 0, void 0);
			return this._helpOption;
		}
		addHelpOption(option) {
			this._helpOption = option;
			this._initOptionGroup(option);
			return this;
		}
		help(contextOptions) {
			this.outputHelp(contextOptions);
			let exitCode = Number(process.exitCode ?? 0);
			if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) exitCode = 1;
			this._exit(exitCode, "commander.help", "(outputHelp)");
		}
		addHelpText(position, text) {
			const allowedValues = [
				"beforeAll",
				"before",
				"after",
				"afterAll"
			];
			if (!allowedValues.includes(position)) throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
			const helpEvent = `${position}Help`;
			this.on(helpEvent, (context) => {
				let helpStr;
				if (typeof text === "function") helpStr = text({
					error: context.error,
					command: context.command
				});
				else helpStr = text;
				if (helpStr) context.write(`${helpStr}\n`);
			});
			return this;
		}
		_outputHelpIfRequested(args) {
			const helpOption = this._getHelpOption();
			if (helpOption && args.find((arg) => helpOption.is(arg))) {
				this.outputHelp();
				this._exit(0, "commander.helpDisplayed", "(outputHelp)");
			}
		}
	};
	function incrementNodeInspectorPort(args) {
		return args.map((arg) => {
			if (!arg.startsWith("--inspect")) return arg;
			let debugOption;
			let debugHost = "127.0.0.1";
			let debugPort = "9229";
			let match;
			if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) debugOption = match[1];
			else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null) {
				debugOption = match[1];
				if (/^\d+$/.test(match[3])) debugPort = match[3];
				else debugHost = match[3];
			} else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null) {
				debugOption = match[1];
				debugHost = match[3];
				debugPort = match[4];
			}
			if (debugOption && debugPort !== "0") return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
			return arg;
		});
	}
	function useColor() {
		if (process.env.NO_COLOR || process.env.FORCE_COLOR === "0" || process.env.FORCE_COLOR === "false") return false;
		if (process.env.FORCE_COLOR || process.env.CLICOLOR_FORCE !== void 0) return true;
	}
	exports.Command = Command;
	exports.useColor = useColor;
}));

// node_modules/commander/index.js
var require_commander = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { Argument } = require_argument();
	const { Command } = require_command();
	const { CommanderError, InvalidArgumentError } = require_error();
	const { Help } = require_help();
	const { Option } = require_option();
	exports.program = new Command();
	exports.createCommand = (name) => new Command(name);
	exports.createOption = (flags, description) => new Option(flags, description);
	exports.createArgument = (name, description) => new Argument(name, description);
	exports.Command = Command;
	exports.Option = Option;
	exports.Argument = Argument;
	exports.Help = Help;
	exports.CommanderError = CommanderError;
	exports.InvalidArgumentError = InvalidArgumentError;
	exports.InvalidOptionArgumentError = InvalidArgumentError;
}));

// node_modules/commander/esm.mjs
var import_commander = /* @__PURE__ */ __toESM(require_commander(), 1);
const { program: program$1, createCommand, createArgument, createOption, CommanderError, InvalidArgumentError, InvalidOptionArgumentError, Command, Argument, Option, Help } = import_commander.default;

// src/ask-tell/protocol.ts
const trial = int("expected the number of a trial").min(0, "expected the number of a trial");
const number = any().refine((value) => value === null || metricNumber(value) !== void 0, "expected a number").transform((value) => value === null ? NaN : metricNumber(value));
const metrics = record(string(), number, "expected an object of numbers, such as { \"loss\": 0.4 }");
const step = number$1("expected a number").exactOptional();
const id = unknown().optional();
const requestSchema = discriminatedUnion("type", [
	strictObject({
		type: literal$1("ask"),
		id
	}),
	strictObject({
		type: literal$1("report"),
		id,
		trial,
		step,
		metrics
	}),
	strictObject({
		type: literal$1("tell"),
		id,
		trial,
		step,
		metrics: metrics.exactOptional(),
		failed: union([literal$1(true), string()], "expected true, or what went wrong as text").exactOptional(),
		reason: _enum(failureReasons, `expected one of ${failureReasons.join(", ")}`).exactOptional(),
		lost: literal$1(true, "expected true, or leave it out").exactOptional()
	}),
	strictObject({
		type: literal$1("best"),
		id
	})
], "expected \"type\": one of \"ask\", \"report\", \"tell\", \"best\"");
var AskTellError = class extends Error {
	name = "AskTellError";
};
function parseRequest(line) {
	let value;
	try {
		value = parseLenient(line);
	} catch {
		throw new AskTellError(`not JSON: ${JSON.stringify(line.slice(0, 100))}`);
	}
	if (value === null || typeof value !== "object" || Array.isArray(value)) throw new AskTellError(`expected an object such as {"type":"ask"}, found ${JSON.stringify(value)?.slice(0, 100)}`);
	const parsed = requestSchema.safeParse(value);
	if (parsed.success) return parsed.data;
	const words = parsed.error.issues.map((issue) => {
		if (issue.code === "unrecognized_keys") return `unknown: ${issue.keys.join(", ")}`;
		return issue.path.length === 0 || issue.path[0] === "type" ? issue.message : `${issue.path.join(".")}: ${issue.message}`;
	});
	throw new AskTellError(words.join("; "));
}

// src/ask-tell/conversation.ts
var Conversation = class {
	#options;
	#fold;
	#session = randomBytes(4).toString("hex");
	#runs = 0;
	#lost;
	#stopped = /* @__PURE__ */ new Set();
	constructor(options) {
		const { journal, strategy, pending } = options;
		this.#options = options;
		this.#fold = foldRecords(journal.records);
		replayJournal(journal.records, strategy, {
			hearUnfinished: pending === "elsewhere",
			onStop: (run) => this.#stopped.add(run)
		});
		this.#lost = new Set(pending === "lost" ? this.#unfinished.map(({ id }) => id) : []);
	}
	get study() {
		return this.#fold.study();
	}
	get metric() {
		return this.#metric.name;
	}
	answer(request) {
		switch (request.type) {
			case "ask": return this.ask();
			case "report": return this.report(request.trial, request.metrics, request.step);
			case "tell": return this.tell(request);
			case "best": return this.best();
		}
	}
	ask() {
		const { strategy, trials: most } = this.#options;
		const again = this.#unfinished.find((trial) => this.#isLost(trial));
		if (again) return this.#begin(again, again.segments.length - 1, again.segments.at(-1)?.resource);
		const pending = this.#unfinished.length;
		const begun = this.#unfinished.filter(({ segments }) => segments.length === 1).length;
		const full = most !== void 0 && countFinished(this.#fold, "search") + begun >= most;
		const nothing = nothingToGain(this.#fold, this.#options.early ?? {});
		if (nothing) return this.#exhausted({
			type: "exhausted",
			reason: nothing,
			pending
		}, "no-gain");
		const spent = {
			type: "exhausted",
			reason: `the budget of ${most} trials is spent`,
			pending
		};
		const suggestion = strategy.ask();
		switch (suggestion.kind) {
			case "new": return full ? this.#exhausted(spent, "trials") : this.#beginNew(suggestion);
			case "resume": {
				const known = this.#fold.find("search", suggestion.trial);
				return this.#begin(known, known.segments.length, suggestion.resource, suggestion.origin);
			}
			case "wait": return full && pending === 0 ? this.#exhausted(spent, "trials") : {
				type: "wait",
				pending
			};
			case "exhausted": return this.#exhausted({
				type: "exhausted",
				reason: suggestion.reason,
				pending
			}, "exhausted");
		}
	}
	report(number, metrics, step) {
		const { trial, segment } = this.#running(number);
		if (this.#stopped.has(segment.run)) return {
			type: "decision",
			trial: number,
			decision: "stop"
		};
		const decision = this.#report(trial, segment, metrics, step);
		if (decision === "stop") this.#stopped.add(segment.run);
		return {
			type: "decision",
			trial: number,
			decision
		};
	}
	tell({ trial: number, step, metrics, failed, reason, lost }) {
		const { trial, segment } = this.#running(number);
		if (lost && (failed !== void 0 || metrics !== void 0 || reason !== void 0)) throw new AskTellError(`a trial that was lost has nothing else to tell`);
		if (reason !== void 0 && failed === void 0) throw new AskTellError(`a reason belongs to a failure: say "failed", too`);
		const reported = trial.segments.flatMap(({ reports }) => reports);
		const told = new Set([...reported, { metrics: metrics ?? {} }].flatMap((item) => Object.keys(item.metrics)));
		const missing = metricNames(this.#options.journal.header).find((name) => !told.has(name));
		if (failed === void 0 && !lost && missing !== void 0 && !this.#stopped.has(segment.run)) throw new AskTellError(`trial ${number} has no value of ${missing} yet: tell it in "metrics", or say "failed"`);
		if (metrics !== void 0 && !this.#stopped.has(segment.run)) this.#report(trial, segment, metrics, step);
		const end = endWithAllMetrics(this.#options.journal.header, this.#endOf(trial, segment, lost ? "lost" : failed === void 0 ? "ended" : failed, reason), trial.segments.flatMap(({ reports }) => reports));
		this.#record(end, true);
		if (end.state !== "interrupted") tellEnd(this.#options.strategy, this.#options.journal.header, trial, trial.segments.indexOf(segment), end);
		const best = bestTrial(this.study);
		return {
			type: "told",
			trial: number,
			state: end.state === "interrupted" ? "lost" : end.state,
			...end.score === void 0 ? {} : { score: end.score },
			...best?.score === void 0 ? {} : { best: {
				trial: best.trial,
				score: best.score
			} }
		};
	}
	best() {
		const best = bestTrial(this.study);
		return best?.score === void 0 ? { type: "best" } : {
			type: "best",
			...this.#proposed(best.trial, best.config),
			score: best.score
		};
	}
	get #metric() {
		return this.#options.journal.header.metric;
	}
	get #unfinished() {
		return this.#fold.trials.filter((trial) => !trial.segments.every(isTold));
	}
	#isLost(trial) {
		return this.#lost.has(trial.id) || trial.segments.at(-1)?.end?.state === "interrupted";
	}
	#beginNew(suggestion) {
		const number = this.#fold.trials.length;
		const seed = this.#options.seedOf(number);
		const resource = suggestion.resource ?? this.#options.resource;
		return this.#start({
			trial: number,
			segment: 0,
			config: suggestion.config,
			seed,
			origin: suggestion.origin,
			...resource === void 0 ? {} : { resource },
			...suggestion.gain === void 0 ? {} : { gain: suggestion.gain }
		});
	}
	#begin({ trial, id, config, seed, ...known }, segment, resource, why) {
		this.#lost.delete(id);
		return this.#start({
			trial,
			of: id,
			segment,
			config,
			seed,
			origin: why ?? known.origin,
			...resource === void 0 ? {} : { resource }
		});
	}
	#start(plan) {
		const run = `${this.#session}.${this.#runs}`;
		this.#runs += 1;
		const at = (/* @__PURE__ */ new Date()).toISOString();
		const effect = this.#record({
			type: "start",
			role: "search",
			run,
			...plan,
			worker: 0,
			at
		}, true);
		if (effect?.kind !== "start") throw new Error(`trial ${plan.trial} was started twice`);
		const { trial, segment, seed, origin, resource } = plan;
		if (!effect.again) tellStart(this.#options.strategy, trial, plan.config, resource);
		return {
			type: "trial",
			...this.#proposed(trial, plan.config),
			seed,
			...resource === void 0 ? {} : { resource },
			origin,
			...segment > 0 ? { resumes: true } : {},
			...effect.again ? { again: true } : {}
		};
	}
	#proposed(trial, config) {
		return {
			trial,
			config: nestConfig(this.#options.space, config),
			params: config
		};
	}
	#exhausted(answer, reason) {
		const { reason: detail, pending } = answer;
		if (pending === 0 && this.#fold.stop?.detail !== detail) this.#record({
			type: "stop",
			reason,
			detail,
			at: (/* @__PURE__ */ new Date()).toISOString()
		}, true);
		return answer;
	}
	#running(number) {
		const trial = this.#fold.find("search", number);
		if (!trial) {
			const count = this.#fold.trials.length;
			throw new AskTellError(`there is no trial ${number}: ${count === 0 ? "ask for one first" : `the trials are 0 to ${count - 1}`}`);
		}
		const segment = trial.segments.at(-1);
		const state = segment.end?.state;
		if (state === "interrupted") throw new AskTellError(`trial ${number} was lost: the next ask hands it out again`);
		if (state) throw new AskTellError(`trial ${number} has ended already (${state})`);
		if (this.#lost.has(trial.id) && segment.reports.length > 0) throw new AskTellError(`trial ${number} was under way when this search was left: ask hands it out again, from its beginning`);
		this.#lost.delete(trial.id);
		return {
			trial,
			segment
		};
	}
	#report(trial, segment, metrics, step = (segment.reports.at(-1)?.step ?? 0) + 1) {
		const n = segment.reports.length;
		const { run } = segment;
		const effect = this.#record({
			type: "report",
			role: "search",
			trial: trial.trial,
			run,
			n,
			step,
			metrics
		});
		const score = effect?.kind === "report" ? effect.score : void 0;
		return tellReport(this.#options.strategy, this.#metric, trial.trial, {
			step,
			metrics
		}, score);
	}
	#endOf(trial, segment, told, reason) {
		const { run, score } = segment;
		const at = /* @__PURE__ */ new Date();
		const begun = this.#options.journal.records.findLast((item) => item.type === "start" && item.run === run);
		const durationMs = begun?.type === "start" ? Math.max(0, at.getTime() - Date.parse(begun.at)) : 0;
		const base = {
			type: "end",
			role: "search",
			trial: trial.trial,
			run
		};
		const rest = {
			durationMs,
			at: at.toISOString()
		};
		if (told === "lost") return {
			...base,
			state: "interrupted",
			reason: "signal",
			message: "lost",
			...rest
		};
		if (this.#stopped.has(run) && score !== void 0) return {
			...base,
			state: "pruned",
			score,
			...rest
		};
		if (told !== "ended") {
			const message = told === true ? "the driver says that it failed" : told;
			return {
				...base,
				state: "failed",
				reason: reason ?? "crash",
				message,
				...rest
			};
		}
		if (score !== void 0) return {
			...base,
			state: "completed",
			score,
			...rest
		};
		const message = `${this.#metric.name} is not a finite number`;
		return {
			...base,
			state: "failed",
			reason: "not-finite",
			message,
			...rest
		};
	}
	#record(record, sync = false) {
		this.#options.journal.append(record, { sync });
		return this.#fold.apply(record);
	}
};

// src/ask-tell/open.ts
async function openSearch(options) {
	const spec = loadDrivenSpec(options.spec, readSpecText(options.spec));
	const space = createSpace(spec.params);
	const { search, budget } = spec;
	const problem = {
		space,
		seed: search.seed,
		repeats: search.repeats,
		metrics: 1 + spec.metric.more.length,
		constraints: spec.constraints.length,
		...space.incumbent ? { incumbent: space.incumbent } : {},
		...budget.trials === void 0 ? {} : { trials: budget.trials },
		...budget.epochs === void 0 ? {} : { maxResource: budget.epochs },
		...budget.workers === "auto" ? {} : { workers: budget.workers }
	};
	const { name, why } = createStrategy(search.strategy, problem, search);
	const identity = identify(spec, fingerprint(space.parameters), name);
	const journal = options.journal === void 0 ? memoryJournal(identity) : await openPatiently(path.resolve(options.journal), identity, options);
	try {
		const folder = path.dirname(path.resolve(options.spec));
		const earlier = settleEarlier(journal, {
			patterns: warmStartOf(search),
			folder,
			space
		});
		const tryFirst = tryFirstOf(search, space);
		const strategy = buildStrategy({
			name,
			problem,
			options: search,
			tryFirst,
			earlier: earlier.studies
		});
		const conversation = new Conversation({
			space,
			strategy,
			journal,
			seedOf: (trial) => trialSeed(search.seed, "search", trial),
			pending: options.pending,
			early: earlyEndOf(budget),
			...budget.trials === void 0 ? {} : { trials: budget.trials },
			...budget.epochs === void 0 ? {} : { resource: budget.epochs }
		});
		const { trials } = conversation.study;
		const ended = trials.filter(({ state }) => state !== "running" && state !== "interrupted").length;
		return {
			conversation,
			about: `Search: ${name}, because ${why}.${trials.length === 0 ? "" : ` Going on: ${ended} trials have ended.`}${earlier.notices.map((text) => `\n${text}`).join("")}`,
			close: () => journal.close()
		};
	} catch (error) {
		journal.close();
		throw error;
	}
}
function readSpecText(file) {
	if (!existsSync(file)) throw new AskTellError(`There is no spec at ${file}: name yours with --config`);
	return readFileSync(file, "utf8");
}
function identify({ name, metric, constraints, search, budget }, space, strategy) {
	const { confirm: _, ...proposing } = search;
	return {
		name,
		metric,
		more: metric.more,
		constraints,
		strategy,
		seed: search.seed,
		space,
		spec: fingerprint({
			search: proposing,
			epochs: budget.epochs
		}),
		code: "driven"
	};
}
async function openPatiently(file, identity, { fresh = false, patience = 3e4 }) {
	const options = {
		fresh,
		endLeftovers: false
	};
	const begun = performance.now();
	for (;;) try {
		return await openJournal(file, identity, options);
	} catch (error) {
		if (!(error instanceof LockedError) || performance.now() - begun > patience) throw error;
		await setTimeout(10 + 40 * Math.random());
	}
}

// src/ask-tell/serve.ts
const longestRequest = 2 ** 20;
async function serve(conversation, lines, write) {
	let number = 0;
	for await (const line of lines) {
		number += 1;
		if (line.trim() === "") continue;
		write(`${JSON.stringify(answerLine(conversation, line, number))}\n`);
	}
}
function answerLine(conversation, line, number) {
	let id;
	try {
		if (line.length > longestRequest) throw new AskTellError("too long for a request: over 1 MiB");
		const request = parseRequest(line);
		id = request.id;
		return withId(conversation.answer(request), id);
	} catch (error) {
		return withId({
			type: "error",
			line: number,
			message: error instanceof Error ? error.message : String(error)
		}, id);
	}
}
function withId(answer, id) {
	return id === void 0 ? answer : {
		...answer,
		id
	};
}

// src/ask-tell/commands.ts
const defaultJournal = (config) => `${config.replace(/\.(ya?ml|json)$/, "")}.journal.jsonl`;
async function ask(flags, print) {
	const answer = await within(open(flags), ({ conversation }) => conversation.ask());
	print(JSON.stringify(answer));
	return answer.type === "trial" ? 0 : 3;
}
async function tell(trial, values, { report, step, failed, reason, lost, ...flags }, print) {
	const answer = await within(open(flags), ({ conversation }) => {
		const metrics = readMetrics(values, conversation.metric);
		if (report) {
			if (failed !== void 0 || reason !== void 0 || lost) throw new AskTellError("a report is of a trial that goes on: tell its end without --report");
			if (metrics === void 0) throw new AskTellError("a report needs metrics, such as loss=0.4");
			return conversation.report(trial, metrics, step);
		}
		return conversation.tell({
			trial,
			...step === void 0 ? {} : { step },
			...metrics === void 0 ? {} : { metrics },
			...failed === void 0 ? {} : { failed },
			...reason === void 0 ? {} : { reason },
			...lost ? { lost } : {}
		});
	});
	print(JSON.stringify(answer));
	return 0;
}
async function search(flags, input, output, say) {
	const options = {
		spec: flags.config,
		pending: "lost",
		patience: 0,
		...flags.journal === void 0 ? {} : { journal: flags.journal },
		...flags.fresh ? { fresh: true } : {}
	};
	await within(openSearch(options), async ({ conversation, about }) => {
		say(about);
		const lines = createInterface({
			input,
			crlfDelay: Number.POSITIVE_INFINITY
		});
		output.on("error", () => lines.close());
		await serve(conversation, lines, (line) => output.write(line));
	});
}
function open({ config, journal, fresh }) {
	return openSearch({
		spec: config,
		journal: journal ?? defaultJournal(config),
		pending: "elsewhere",
		...fresh ? { fresh } : {}
	});
}
async function within(opening, use) {
	const opened = await opening;
	try {
		return await use(opened);
	} finally {
		opened.close();
	}
}
function readMetrics(values, metric) {
	if (values.length === 0) return void 0;
	return Object.fromEntries(values.map((text) => {
		const [, name = metric, value = ""] = /^(?:(.+)=)?([^=]*)$/s.exec(text) ?? [];
		const number = value.trim() === "" ? void 0 : metricNumber(value) ?? Number(value);
		if (number === void 0 || Number.isNaN(number) && !/nan/i.test(value)) throw new AskTellError(`expected a number or name=number, found ${JSON.stringify(text)}`);
		return [name, number];
	}));
}

// src/automl/predict.ts
function predictFile(model, table) {
	const rows = table.lines.length;
	const features = encodeTable(model.columns, table);
	const predicted = predictModel(model, features, rows);
	const predictions = predictionsOf(model, predicted, rows);
	return {
		csv: [[
			...table.names,
			"prediction",
			...model.classes.map((name) => `probability ${name}`)
		], ...predictions.map(({ value, probabilities }, row) => [
			...table.columns.map((column) => column[row]),
			String(value),
			...model.classes.map((name) => String(Number(probabilities[name].toPrecision(6))))
		])].map((line) => `${line.map(field).join(",")}\n`).join(""),
		rows,
		...scoresOf(model, table, features, predicted)
	};
}
function scoresOf(model, table, features, predicted) {
	const texts = table.columns[table.names.indexOf(model.target)];
	if (!texts) return { scored: 0 };
	const target = Float64Array.from(texts, (text) => model.task === "classification" ? model.classes.indexOf(text) : text === "" ? NaN : Number(text));
	const known = Int32Array.from(texts.keys()).filter((row) => texts[row] !== "" && Number.isFinite(target[row]));
	if (known.length === 0) return { scored: 0 };
	const { task, classes } = model;
	const data = {
		task,
		classes,
		rows: texts.length,
		target,
		features,
		part: /* @__PURE__ */ new Uint8Array(0),
		notes: []
	};
	return {
		scores: scoreRows(data, known, predicted),
		scored: known.length
	};
}
function predictionsOf({ classes, task }, predicted, rows) {
	const outputs = task === "classification" ? classes.length : 1;
	return Array.from({ length: rows }, (_, row) => {
		if (task === "regression") return { value: predicted[row] };
		const own = predicted.subarray(row * outputs, (row + 1) * outputs);
		return {
			value: classes[own.reduce((top, p, k) => p > own[top] ? k : top, 0)],
			probabilities: Object.fromEntries(classes.map((name, k) => [name, own[k]]))
		};
	});
}
function field(text) {
	return /[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}

// src/init/argparse.ts
const notTuned = /(^|[-_])(path|dir|file|folder|data|dataset|output|out|log|save|load|resume|checkpoint|device|gpu|gpus|cuda|workers|num_workers|threads|seed|verbose|debug|name|project|port|host|rank|config|epochs?|max_epochs|steps|print|interval|version|dry|eval|test)([-_]|$)/i;
function readOptions(source) {
	const options = [];
	for (const call of calls(source)) {
		const name = [...call.matchAll(/["']--([A-Za-z][\w-]*)["']/g)].map((match) => match[1]).at(-1);
		if (!name || notTuned.test(name) || options.some((option) => option.name === name)) continue;
		const option = readOption(name, call);
		if (option) options.push(option);
	}
	return options;
}
function calls(source) {
	const found = [];
	for (const match of source.matchAll(/\.add_argument\(/g)) {
		const start = match.index + match[0].length;
		let depth = 1;
		let end = start;
		for (; end < source.length && depth > 0; end++) if (source[end] === "(") depth++;
		else if (source[end] === ")") depth--;
		found.push(source.slice(start, end - 1));
	}
	return found;
}
function readOption(name, call) {
	const keyword = (key) => new RegExp(`\\b${key}\\s*=\\s*([^,()\\[\\]]+)`).exec(call)?.[1]?.trim();
	const choices = /\bchoices\s*=\s*[[(]([^\])]*)[\])]/.exec(call)?.[1];
	const fallback = literal(keyword("default"));
	if (choices !== void 0) {
		const values = choices.split(",").map((text) => literal(text.trim())).filter((value) => typeof value === "string" || typeof value === "number");
		if (values.length < 2) return void 0;
		const known = values.find((value) => value === fallback);
		return {
			name,
			type: "choice",
			choices: values,
			...known === void 0 ? {} : { default: known }
		};
	}
	const type = keyword("type");
	if (type === "float" || type === void 0 && typeof fallback === "number" && !Number.isInteger(fallback)) return typeof fallback === "number" ? {
		name,
		type: "float",
		default: fallback
	} : void 0;
	if (type === "int" || type === void 0 && typeof fallback === "number") return typeof fallback === "number" ? {
		name,
		type: "int",
		default: Math.trunc(fallback)
	} : void 0;
}
function literal(text) {
	if (text === void 0) return void 0;
	const quoted = /^(["'])(.*)\1$/.exec(text);
	if (quoted) return quoted[2];
	if (text === "True" || text === "False") return text === "True";
	const number = Number(text.replaceAll("_", ""));
	return text !== "" && Number.isFinite(number) ? number : void 0;
}

// src/init/survey.ts
const skipped = /* @__PURE__ */ new Set([
	"node_modules",
	"dist",
	"build",
	"venv",
	"env",
	"site-packages",
	"__pycache__",
	"test",
	"tests"
]);
const interpreters = {
	".py": "python",
	".R": "Rscript",
	".jl": "julia",
	".sh": "bash"
};
const largestRead = 524288;
function survey(root) {
	const files = walk(root, "", 3);
	const read = (file) => {
		const full = path.join(root, file);
		return statSync(full).size <= largestRead ? readFileSync(full, "utf8") : "";
	};
	const trainings = [...modules(files, read), ...commands(files, read)];
	return {
		name: studyName(root, files, read),
		training: trainings[0],
		others: trainings.slice(1, 6).map((training) => training.file),
		python: files.some((file) => file.endsWith(".py")),
		requirements: files.find((file) => /^(requirements[^/]*\.txt|pyproject\.toml)$/.test(file)),
		node: !files.includes("package.json") ? "none" : files.includes("package-lock.json") ? "locked" : "plain"
	};
}
function walk(root, folder, depth) {
	return readdirSync(path.join(root, folder), { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1).flatMap((entry) => {
		const file = path.posix.join(folder, entry.name);
		if (entry.name.startsWith(".") || skipped.has(entry.name)) return [];
		if (entry.isDirectory()) return depth > 1 ? walk(root, file, depth - 1) : [];
		return entry.isFile() ? [file] : [];
	});
}
function modules(files, read) {
	return files.filter((file) => /\.(ts|mts|js|mjs)$/.test(file) && !file.endsWith(".d.ts")).filter((file) => {
		const text = read(file);
		const exports = (name) => new RegExp(`export\\s+(async\\s+)?(function|const)\\s+${name}\\b`).test(text);
		return exports("objective") || exports("build") && exports("data");
	}).map((file) => ({
		kind: "module",
		file
	}));
}
function commands(files, read) {
	const rank = (file) => {
		const stem = path.basename(file, path.extname(file)).toLowerCase();
		return (stem === "train" ? 0 : stem.startsWith("train") || stem.endsWith("train") ? 1 : stem.includes("train") ? 2 : 3) * 10 + file.split("/").length;
	};
	return files.filter((file) => interpreters[path.extname(file)] !== void 0 && /train|^main\.|\/main\./i.test(file)).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)).map((file) => {
		const options = file.endsWith(".py") ? readOptions(read(file)) : [];
		return {
			kind: "command",
			file,
			run: [
				interpreters[path.extname(file)],
				file,
				...options.length > 0 ? ["{args}"] : []
			],
			options
		};
	});
}
function studyName(root, files, read) {
	if (files.includes("package.json")) try {
		const { name } = JSON.parse(read("package.json"));
		if (typeof name === "string" && name !== "") return name.replace(/^@[^/]*\//, "");
	} catch {}
	return path.basename(path.resolve(root)) || "study";
}

// src/init/templates.ts
function specTemplate(found) {
	const { training } = found;
	const options = training?.kind === "command" ? training.options : [];
	return `# yaml-language-server: $schema=https://unpkg.com/tunegate/schema.json
# Tunegate's tuning spec. Check it with: npx tunegate validate
name: ${yaml(found.name)}

# What is trained.
trial:
${trialLines(found)}
  # timeout: 10m            # longest time of one trial

# What is measured, and which way is better. Rename it to what your program reports.
metric: { name: val_accuracy, goal: maximize }

# What may vary. \`default\` is the value that you ship today: the search starts there, and the gate trains it.
params:
${options.length > 0 ? options.map(parameterLine).join("\n") : exampleParameters}

search: { strategy: auto, seed: 0 }

# The search stops at whichever comes first. \`epochs\` reaches the trial as its resource.
budget: { time: 15m, trials: 40, epochs: 10, workers: auto }

# The verdict on a pull request: how much the metric may drop, in its own units. \`gate: false\` turns it off.
gate: { max-drop: 0.005, confidence: 0.95, seeds: 5 }
`;
}
const exampleParameters = `  learning_rate: { type: float, min: 1e-5, max: 1e-1, scale: log, default: 1e-3 }
  batch_size: { type: choice, values: [16, 32, 64, 128], ordered: true, default: 32 }
  # optimizer:
  #   type: choice
  #   default: adam
  #   options:                # an option brings parameters of its own
  #     sgd: { momentum: { type: float, min: 0, max: 0.99, default: 0.9 } }
  #     adam: {}`;
function trialLines({ training, others, python }) {
	const also = others.length > 0 ? [`  # also found: ${others.join(", ")}`] : [];
	if (training?.kind === "module") return [`  module: ./${training.file}   # exports build(hp) and data(), or objective(trial)`, ...also].join("\n");
	if (training) {
		const how = training.options.length > 0 ? "  # {args} becomes --name=value for each parameter. Report each epoch by appending a JSON line to $TUNEGATE_METRICS," : "  # Read the config from the JSON file $TUNEGATE_CONFIG. Report each epoch by appending a JSON line to $TUNEGATE_METRICS,";
		return [
			`  run: [${training.run.map(yaml).join(", ")}]`,
			how,
			"  # such as {\"step\": 3, \"val_accuracy\": 0.91}, or let a pattern find the metric in the output:",
			"  # stdout: ['epoch (?<step>\\d+).*val_accuracy[=: ]+(?<val_accuracy>[0-9.]+)']",
			...also
		].join("\n");
	}
	return python ? "  run: [python, train.py]   # no training program was found: name yours" : "  module: ./model.ts        # exports build(hp) and data(), or objective(trial); no such module was found yet\n  # run: [python, train.py] # or a command in any language";
}
function parameterLine(option) {
	return `  ${option.name}: ${definition(option)}`;
}
function definition({ type, default: value, choices }) {
	if (type === "choice") return `{ type: choice, values: [${(choices ?? []).map((choice) => yaml(choice)).join(", ")}], default: ${yaml(value ?? choices[0])} }`;
	const number = value;
	if (type === "int") {
		if (number > 0) return `{ type: int, min: ${Math.max(1, Math.floor(number / 4))}, max: ${number * 4}, scale: log, default: ${number} }`;
		return `{ type: int, min: ${number}, max: ${number + 10}, default: ${number} }   # check the range`;
	}
	if (number > 0 && number < 1 && number >= .1) return `{ type: float, min: 0, max: 1, default: ${number} }   # check the range`;
	if (number > 0) return `{ type: float, min: ${short(number / 10)}, max: ${short(number * 10)}, scale: log, default: ${number} }`;
	return `{ type: float, min: ${number}, max: ${number + 1}, default: ${number} }   # check the range`;
}
function short(value) {
	return String(Number(value.toPrecision(3)));
}
function yaml(value) {
	if (typeof value !== "string") return String(value);
	return /^[A-Za-z][\w./-]*$/.test(value) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value) ? value : JSON.stringify(value);
}
function workflowTemplate(found, specPath) {
	return `# Tunes the model and checks it for regressions on every pull request.
name: tunegate
on:
  pull_request:
  merge_group:

permissions:
  contents: read
  checks: write           # the check that blocks the merge
  pull-requests: write    # the comment

concurrency:
  group: tunegate-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  tune:
    runs-on: ubuntu-latest
    timeout-minutes: 60
    steps:
      - uses: actions/checkout@v6
        with:
          fetch-depth: 0          # the gate trains the base commit, too
          persist-credentials: false
${setupSteps(found)}      - uses: tunegate/tunegate@v1
        with:
          config: ${yaml(specPath)}
`;
}
function setupSteps({ python, requirements, node, training }) {
	const steps = [];
	if (node !== "none" && training?.kind !== "command") steps.push(`      - uses: actions/setup-node@v6\n        with: { node-version: 24 }\n      - run: npm ${node === "locked" ? "ci" : "install"}\n`);
	if (python && training?.kind !== "module") {
		steps.push(`      - uses: actions/setup-python@v6\n        with: { python-version: '3.12' }\n`);
		if (requirements) steps.push(`      - run: pip install ${requirements.endsWith(".toml") ? "." : `-r ${requirements}`}\n`);
	}
	return steps.join("");
}

// src/init/init.ts
const workflow = path.join(".github", "workflows", "tunegate.yml");
function initialise(root, spec, force = false) {
	const found = survey(root);
	const texts = [[spec, specTemplate(found)], [workflow, workflowTemplate(found, spec)]];
	const written = [];
	const kept = [];
	for (const [file, text] of texts) {
		const full = path.join(root, file);
		if (existsSync(full) && !force) {
			kept.push(file);
			continue;
		}
		mkdirSync(path.dirname(full), { recursive: true });
		writeFileSync(full, text);
		written.push(file);
	}
	return {
		found,
		written,
		kept
	};
}

// src/report/optuna-journal.ts
const operations = {
	createStudy: 0,
	studyUserAttr: 2,
	studySystemAttr: 3,
	createTrial: 4
};
const states = {
	running: 0,
	complete: 1,
	pruned: 2,
	fail: 3
};
const directions = {
	minimize: 1,
	maximize: 2
};
function renderOptunaJournal(results, times) {
	const { study, space, version } = results;
	const goals = objectives(study);
	const paused = pausedTrials(study.trials);
	const trials = study.trials.filter(({ role }) => role === "search").sort((a, b) => a.trial - b.trial).map((trial) => trialRecord(results, space.parameters, trial, times, paused.has(trial)));
	const facts = {
		strategy: study.strategy,
		seed: study.seed,
		version,
		spec: results.specPath
	};
	return [
		{
			op_code: operations.createStudy,
			study_name: study.name,
			directions: goals.map(({ goal }) => directions[goal])
		},
		{
			op_code: operations.studySystemAttr,
			study_id: 0,
			system_attr: { "study:metric_names": goals.map(({ name }) => name) }
		},
		...Object.entries(facts).map(([key, value]) => ({
			op_code: operations.studyUserAttr,
			study_id: 0,
			user_attr: { [`tunegate:${key}`]: value }
		})),
		...trials
	].map((record) => `${JSON.stringify({
		worker_id: "tunegate",
		...record
	})}\n`).join("");
}
function trialRecord({ study }, parameters, trial, times, paused) {
	const active = parameters.filter(({ path }) => Object.hasOwn(trial.config, path));
	const values = objectiveValues(study, trial);
	const finite = values.filter((value) => value !== void 0 && Number.isFinite(value));
	const state = stateOf(trial, paused, finite.length === values.length);
	const shown = state === states.complete || state === states.pruned && values.length === 1 ? finite : [];
	const known = times.trials.get(trial.trial);
	const start = known?.start ?? times.created;
	const end = known?.end ?? new Date(Date.parse(start) + trial.durationMs).toISOString();
	return {
		op_code: operations.createTrial,
		study_id: 0,
		state,
		value: values.length === 1 ? shown[0] ?? null : null,
		values: values.length > 1 && shown.length > 0 ? shown : null,
		datetime_start: utc(start),
		...state === states.running ? {} : { datetime_complete: utc(end) },
		distributions: Object.fromEntries(active.map(({ path, domain }) => [path, JSON.stringify(distribution(domain))])),
		params: Object.fromEntries(active.map(({ path, domain }) => [path, internal(domain, trial.config[path])])),
		user_attrs: userAttributes(study, trial),
		system_attrs: study.constraints?.length ? { constraints: constraintMisses(study.constraints, trial.reports).map(bounded) } : {},
		intermediate_values: Object.fromEntries(trial.reports.flatMap(({ step, metrics }) => {
			const { name } = study.metric;
			const value = Object.hasOwn(metrics, name) ? metrics[name] : void 0;
			return value !== void 0 && Number.isFinite(value) && Number.isFinite(step) ? [[String(Math.round(step)), value]] : [];
		}))
	};
}
function stateOf(trial, paused, finite) {
	switch (trial.state) {
		case "running": return states.running;
		case "pruned": return states.pruned;
		case "completed":
			if (paused) return states.pruned;
			return finite ? states.complete : states.fail;
		case "failed":
		case "interrupted": return states.fail;
	}
}
function userAttributes(study, trial) {
	const { origin, seed, durationMs, reason, message, backend, metrics } = trial;
	const missed = misses(study, trial).map(({ constraint }) => constraint.name);
	const all = {
		trial: trial.trial,
		state: trial.state,
		origin,
		seed,
		durationMs,
		reason,
		message,
		backend,
		...missed.length > 0 ? { misses: missed } : {}
	};
	return Object.fromEntries([...Object.entries(all).flatMap(([key, value]) => value === void 0 ? [] : [[`tunegate:${key}`, value]]), ...Object.entries(metrics).flatMap(([key, value]) => Number.isFinite(value) ? [[key, value]] : [])]);
}
function distribution(domain) {
	switch (domain.type) {
		case "float":
		case "int": {
			const { min: low, max: high, scale, step } = domain;
			const log = scale === "log";
			const steps = scale === "linear" ? step : void 0;
			return domain.type === "int" ? {
				name: "IntDistribution",
				attributes: {
					log,
					step: steps ?? 1,
					low,
					high
				}
			} : {
				name: "FloatDistribution",
				attributes: {
					step: steps ?? null,
					low,
					high,
					log
				}
			};
		}
		case "choice": return {
			name: "CategoricalDistribution",
			attributes: { choices: domain.values }
		};
		case "bool": return {
			name: "CategoricalDistribution",
			attributes: { choices: [false, true] }
		};
		case "constant": return {
			name: "CategoricalDistribution",
			attributes: { choices: [domain.value] }
		};
	}
}
function internal(domain, value) {
	return domain.type === "float" || domain.type === "int" ? Number(value) : indexOf(domain, value);
}
function bounded(value) {
	return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
}
function utc(time) {
	return time.replace(/Z$/, "+00:00");
}

// src/report/power.ts
function renderPower({ noise, rows, workers }, spec) {
	const gate = spec.gate;
	const { durationMs } = noise;
	const metric = inTerminal.name(spec.metric.name, 60);
	const time = (seeds) => durationMs === void 0 ? [] : [duration$1(2 * seeds * durationMs / Math.max(1, workers))];
	const header = [
		"seeds",
		"finds a drop of",
		"seeds when unchanged",
		...durationMs === void 0 ? [] : ["time when unchanged", "time at most"]
	];
	const table = rows.map(({ cap, detectable, seedsUnchanged }) => [
		`${counted(cap)}${cap === gate.seeds ? " *" : ""}`,
		short$1(detectable, 2),
		short$1(Number(seedsUnchanged.toFixed(1)), 3),
		...time(seedsUnchanged),
		...time(cap)
	]);
	const widths = header.map((title, column) => Math.max(title.length, ...table.map((row) => row[column].length)));
	const line = (cells) => cells.map((cell, column) => pad(cell, widths[column], "right")).join("   ").trimEnd();
	const here = rows.find(({ cap }) => cap === gate.seeds);
	const first = here ? `The gate finds a drop of ${metric} by ${short$1(here.detectable, 2)} four times in five.` : `How small a drop of ${metric} the gate finds four times in five:`;
	const cost = durationMs === void 0 ? "" : ` A training takes ${duration$1(durationMs)}; ${workers} at a time; both sides are trained (gate.baseline: stored halves that).`;
	return [
		first,
		"",
		line(header),
		...table.map(line),
		"",
		`* gate.seeds. The limit is ${short$1(gate.maxDrop, 6)}: at ${percent(gate.confidence)} confidence, a smaller drop never blocks.`,
		`Two trainings with the same seed differ by ${short$1(noise.deviation, 2)} (one standard deviation; ${terminal$1(noise.from)}).${cost}`
	].join("\n");
}

// src/session/export-model.ts
var ExportError = class extends Error {
	name = "ExportError";
};
async function exportModel(options) {
	const { loaded, folder, output } = options;
	const { trial } = loaded.spec;
	if (!("task" in trial && trial.task)) throw new ExportError(`${options.specPath} has no \`task\`: only models that Tunegate makes itself can be exported. What your own program trains, it saves.`);
	if (existsSync(output)) throw new ExportError(`${path.relative("", output)} is there already: name another folder with --output, or remove it.`);
	const results = loadResults(folder, loaded, options.specPath);
	const made = path.join(folder, studyFiles.model);
	if (options.fresh || !existsSync(made)) {
		const { model, notice } = await runModelPhase({
			loaded,
			trial,
			study: results.study,
			...results.confirmation ? { recommended: results.confirmation.trial } : {},
			folder,
			host: {
				env: options.env,
				hostPath: options.host.path,
				node: options.host.node
			},
			...options.limitMs === void 0 ? {} : { limitMs: options.limitMs },
			signal: options.signal,
			onPlan: options.onPlan
		});
		if (options.signal.aborted) throw new ExportError("Cancelled: no model was written.");
		if (!model) throw new ExportError(notice ?? "The study has no completed trial to make a model of: run `tunegate run` first.");
		writeCard(made, results, model);
	}
	cpSync(made, output, { recursive: true });
}

// src/session/measure-baseline.ts
var BaselineError = class extends Error {
	name = "BaselineError";
};
async function measureBaseline(options) {
	const { loaded, target, host, env, signal, onEvent } = options;
	const { spec, space } = loaded;
	const { gate } = spec;
	if (gate === false) throw new BaselineError("The spec turns the gate off (gate: false): a baseline is for the gate.");
	const fileOfSpec = gate.file;
	const incumbent = space.incumbent;
	if (!incumbent) throw new BaselineError(`The spec does not say what ships today: ${space.missingDefaults.join(", ")} ${space.missingDefaults.length === 1 ? "has" : "have"} no default.`);
	const { repo, folder, specPath } = await placeOf(loaded);
	if (repo.kind === "none") throw new BaselineError(`A baseline names the commit that it is of, but ${repo.reason}.`);
	const head = await headState(repo);
	if (!head.sha) throw new BaselineError("A baseline names the commit that it is of, but nothing is committed yet.");
	const branch = target.kind === "store" ? await ownDataBranch(repo) : void 0;
	if (target.kind === "store" && !branch) throw new BaselineError("The repository has no remote named origin where results could be stored.");
	if (target.kind === "store" && head.dirty) throw new BaselineError("Files are changed that are not committed: what is stored has to be of a commit.");
	const workers = resolveWorkers(spec.budget.workers, spec.trial, thisMachine(env), spec.budget["trials-per-gpu"]);
	const work = path.join(folder, "baseline");
	const runners = workers.devices.map((device) => createTrialRunner(spec.trial, {
		cwd: loaded.folder,
		hostPath: host.path,
		node: host.node,
		env: {
			...workers.env,
			...env,
			...studyMark(work)
		},
		...device === void 0 ? {} : { device },
		nest: (config) => nestConfig(space, config)
	}));
	const journal = await openJournal(path.join(work, "journal.jsonl"), {
		name: spec.name,
		metric: spec.metric,
		strategy: "baseline",
		seed: spec.search.seed,
		space: fingerprint(space.parameters),
		spec: fingerprint({
			trial: spec.trial,
			epochs: spec.budget.epochs
		}),
		code: head.fingerprint
	}, { fresh: true });
	try {
		const trainings = new HeadTrainings({
			loaded,
			headCode: head.fingerprint,
			incumbent,
			journal,
			folder: work,
			headRunners: runners,
			signal,
			onEvent
		});
		await trainings.train(storedSeeds({
			loaded,
			gate
		}));
		if (trainings.end === "cancelled") throw new BaselineError("Cancelled: nothing was written.");
		const baseline = await measuredOf({
			loaded,
			gate,
			repo,
			specPath,
			env,
			commit: head.sha,
			trials: trainings.trials
		});
		if (!baseline) {
			const message = trainings.trials.find(({ state }) => state === "failed")?.message;
			throw new BaselineError(message === void 0 ? "The spec has to be committed before its baseline can be written." : `What ships cannot be trained: ${message}`);
		}
		return {
			baseline,
			where: await keep(baseline)
		};
	} finally {
		journal.close();
		await Promise.all(runners.map((runner) => runner.close()));
	}
	async function keep(baseline) {
		if (target.kind === "store") {
			const problem = await storeMeasured({
				branch,
				key: path.basename(folder)
			}, baseline);
			if (problem !== void 0) throw new BaselineError(problem);
			return `the branch ${branch.name}`;
		}
		const [shown, from] = target.file === void 0 ? [fileOfSpec, loaded.folder] : [target.file, ""];
		writeFileSync(path.resolve(from, shown), writeMeasured(baseline));
		return shown;
	}
}

// src/gate/power.ts
const comparisons = 200;
const wanted = .8;
function powerOf(cap, input) {
	const looks = planLooks(cap, input.looks);
	let [low, high] = [input.maxDrop, input.maxDrop + 12 * input.deviation];
	for (let i = 0; i < 9; i++) {
		const middle = (low + high) / 2;
		if (play(middle, looks, input).found >= wanted) high = middle;
		else low = middle;
	}
	return {
		cap,
		detectable: high,
		seedsUnchanged: play(0, looks, input).seeds,
		seedsRegressed: play(high, looks, input).seeds
	};
}
function play(drop, looks, { deviation, goal, ...frame }) {
	let [found, seeds] = [0, 0];
	for (let run = 0; run < comparisons; run++) {
		const stream = randomStream(20260301, "power", run);
		const worse = goal === "maximize" ? -1 : 1;
		const pairs = [];
		let suspectedAt;
		for (;;) {
			const { looks: _, ...rest } = frame;
			const step = nextStep({
				...rest,
				goal,
				pairs,
				looks,
				...suspectedAt === void 0 ? {} : { suspectedAt }
			});
			if (step.done) {
				if (step.verdict.conclusion === "regressed") found += 1;
				break;
			}
			suspectedAt = step.confirms ? pairs.length : void 0;
			while (pairs.length < step.seeds) pairs.push({
				seed: pairs.length,
				base: 0,
				head: worse * (drop + deviation * stream.normal())
			});
		}
		seeds += pairs.length;
	}
	return {
		found: found / comparisons,
		seeds: seeds / comparisons
	};
}

// src/session/power.ts
var PowerError = class extends Error {
	name = "PowerError";
};
async function answerPower(loaded, env, given) {
	const { gate, budget, trial } = loaded.spec;
	if (gate === false) throw new PowerError("The spec turns the gate off (gate: false).");
	const noise = given === void 0 ? await knownNoise(loaded) : {
		deviation: given,
		from: "as given"
	};
	if (!noise) throw new PowerError("Nothing is known of the noise yet. Run tunegate once with the gate, or tunegate baseline --store, or say how much two trainings with the same seed differ: --noise 0.004");
	if (!(noise.deviation > 0)) throw new PowerError(`Trainings have no noise (${noise.from}): one of them a side finds any drop.`);
	const frame = gateFrame(loaded.spec, gate);
	return {
		noise,
		rows: [.../* @__PURE__ */ new Set([
			3,
			5,
			7,
			10,
			15,
			20,
			gate.seeds
		])].sort((a, b) => a - b).map((cap) => powerOf(cap, {
			...frame,
			deviation: noise.deviation,
			looks: gate.looks
		})),
		workers: resolveWorkers(budget.workers, trial, thisMachine(env), budget["trials-per-gpu"]).count
	};
}
async function knownNoise(loaded) {
	const { repo, folder } = await placeOf(loaded);
	const branch = await ownDataBranch(repo);
	if (branch) {
		const known = await storedNoise({
			branch,
			key: path.basename(folder)
		});
		if (known) return known;
	}
	for (const place of [folder, path.join(folder, "baseline")]) {
		const file = path.join(place, studyFiles.journal);
		if (!existsSync(file)) continue;
		const known = noiseOfStudy(foldJournal(readJournal(file)));
		if (known) return known;
	}
}
async function storedNoise(store) {
	try {
		const { results } = await readStore(store);
		const paired = differenceNoise(results);
		const single = scoreNoise(results);
		const durations = results.flatMap(({ trainings }) => trainings.map(({ durationMs }) => durationMs));
		const of = `${results.length} stored ${results.length === 1 ? "result" : "results"}`;
		const variance = paired?.variance ?? (single && 2 * single.variance);
		if (variance === void 0) return void 0;
		return {
			deviation: Math.sqrt(variance),
			from: paired ? of : `${of}, as if seeds were not shared`,
			durationMs: median(durations)
		};
	} catch (error) {
		if (error instanceof DataBranchError) return void 0;
		throw error;
	}
}
function noiseOfStudy({ trials }) {
	const gate = trials.filter(({ score, state }) => state === "completed" && score !== void 0).filter(({ role }) => role === "head" || role === "base");
	if (gate.length === 0) return void 0;
	const head = gate.filter(({ role }) => role === "head");
	const differences = head.flatMap(({ seed, score }) => {
		const base = gate.find((trial) => trial.role === "base" && trial.seed === seed);
		return base ? [score - base.score] : [];
	});
	const durationMs = median(gate.map((trial) => trial.durationMs));
	const paired = deviationOf(differences);
	if (paired !== void 0) return {
		deviation: paired,
		from: `${differences.length} pairs of the last comparison`,
		durationMs
	};
	const single = deviationOf(head.map(({ score }) => score));
	if (single === void 0) return void 0;
	return {
		deviation: Math.SQRT2 * single,
		from: `${head.length} trainings of what ships, as if seeds were not shared`,
		durationMs
	};
}
function deviationOf(values) {
	if (values.length < 3) return void 0;
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

// src/session/replay.ts
var ReplayError = class extends Error {
	name = "ReplayError";
};
async function replayTrial(options) {
	const { loaded, trial, onReport } = options;
	const { metric } = loaded.spec;
	const study = foldJournal(readJournal(path.join(options.folder, studyFiles.journal)));
	const recorded = study.trials.find((item) => item.role === "search" && item.trial === trial);
	if (!recorded) {
		const count = study.trials.filter(({ role }) => role === "search").length;
		throw new ReplayError(count === 0 ? "The study has no trial yet." : `There is no trial ${trial}: the study has trials 0 to ${count - 1}.`);
	}
	const folder = path.join(options.folder, "replays", String(trial));
	const runner = createTrialRunner(loaded.spec.trial, {
		cwd: loaded.folder,
		hostPath: options.host.path,
		node: options.host.node,
		env: options.env,
		nest: (config) => nestConfig(loaded.space, config)
	});
	let score;
	try {
		return {
			recorded,
			outcome: await runner.run({
				trial,
				config: checkConfig(loaded.space, recorded.config),
				seed: options.seed ?? recorded.seed,
				metric: metric.name,
				folder,
				checkpoints: path.join(folder, "checkpoints"),
				signal: options.signal,
				...recorded.resource === void 0 ? {} : { resource: recorded.resource },
				...loaded.spec.trial.timeout === void 0 ? {} : { timeout: loaded.spec.trial.timeout },
				onReport: (report) => {
					const value = report.metrics[metric.name];
					const better = score === void 0 || (metric.goal === "maximize" ? value > score : value < score);
					if (value !== void 0 && (metric.use === "last" || better)) score = value;
					onReport(report);
					return "continue";
				}
			}),
			score,
			folder
		};
	} finally {
		await runner.close();
	}
}

// src/session/watch.ts
const redrawMs = 200;
function watchInTerminal(out, { budget }, startedAt) {
	const limit = timeLimit(budget);
	const live = out.isTTY === true && process.env["CI"] === void 0;
	let progress = createProgress({
		...budget.trials === void 0 ? {} : { trials: budget.trials },
		...budget.epochs === void 0 ? {} : { epochs: budget.epochs }
	});
	const wipe = () => out.write("\r\x1B[2K");
	const draw = () => {
		const elapsedMs = performance.now() - startedAt;
		const time = {
			elapsedMs,
			...limit === void 0 ? {} : { leftMs: limit.ms - elapsedMs }
		};
		wipe();
		out.write(progressLine({
			...progress,
			...time
		}, (out.columns || 80) - 1));
	};
	const print = (text) => {
		if (live) wipe();
		out.write(`${text}\n`);
		if (live) draw();
	};
	const timer = live ? setInterval(draw, redrawMs) : void 0;
	return {
		event(event, line) {
			progress = advance(progress, event);
			if (line !== void 0 && !(live && event.type === "trial-started")) print(line);
		},
		say: print,
		close() {
			clearInterval(timer);
			if (live) wipe();
		}
	};
}

// src/cli.ts
const startedAt = performance.now();
const host = {
	path: fileURLToPath(new URL("./trial-host.js", import.meta.url)),
	node: process.execPath
};
const strategies = [
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
const colour = import_picocolors.default.isColorSupported;
const width = () => process.stdout.columns || 100;
const program = new Command("tunegate").description("Tunes machine-learning models and guards their accuracy, in CI and on the command line.").version(version).showHelpAfterError("(tunegate --help shows the commands)").addHelpText("after", `
A first study:
  $ tunegate init          writes tune.yml and a workflow, after a look at the repository
  $ tunegate validate      says what is wrong with tune.yml, with line and column
  $ tunegate run           searches, compares with the base commit, and shows the leaderboard

Exit codes: 0 all is well · 1 the model got worse, or nothing worked · 2 the command or the spec is wrong ·
130 cancelled. What a study did is kept in .tunegate/, which git ignores.`);
const config = () => new Option("-c, --config <file>", "the tuning spec").default("tune.yml");
program.command("run").description("search, and compare the incumbent with the base commit").addOption(config()).option("--base <ref>", "branch, tag or commit to compare with (default: where HEAD left the default branch)").option("--no-gate", "only search").option("--trials <n>", "at most so many trials", count).option("--time <duration>", "at most so much time, such as 90s or 15m", duration).option("--epochs <n>", "epochs of a trial", count).option("--workers <n>", "trials at a time", count).option("--seed <n>", "seed of the search", whole).addOption(new Option("--strategy <name>", "search strategy").choices(strategies)).option("--fresh", "begin anew, even when an unfinished study could go on (the old journal is kept)").option("--json", "print the results as JSON, and progress to standard error").addHelpText("after", `
Examples:
  $ tunegate run                             what tune.yml says
  $ tunegate run --time 2m --no-gate         a quick look
  $ tunegate run --base v1.2                 is this better than the release?

Ctrl-C stops cleanly: what has finished is reported, and running again goes on from there. Twice stops at once.`).action((flags) => run(flags));
program.command("compare").description("only compare the incumbent with the base commit: the gate, without a search").addOption(config()).option("--base <ref>", "branch, tag or commit to compare with (default: where HEAD left the default branch)").option("--time <duration>", "at most so much time, such as 90s or 15m", duration).option("--epochs <n>", "epochs of a training", count).option("--workers <n>", "trainings at a time", count).option("--fresh", "train again what was trained before for these files").option("--json", "print the results as JSON, and progress to standard error").addHelpText("after", `
Examples:
  $ tunegate compare                   did what I changed since the default branch make the model worse?
  $ tunegate compare --base v1.2       and since the release?

Exit code 1: it got worse.`).action(compare);
program.command("validate").description("check a spec: every problem with file, line and column").addOption(config()).action(validate);
program.command("report").description("show the last study again, finished or not").addOption(config()).addOption(new Option("-f, --format <format>", "what to write").choices([
	"terminal",
	"markdown",
	"html",
	"json",
	"csv",
	"optuna-journal"
]).default("terminal")).option("-o, --output <file>", "write to a file").action(report);
program.command("replay").description("train one trial again: same config, same seed").argument("<trial>", "its number in the leaderboard", whole).addOption(config()).option("--seed <n>", "another seed", whole).action(replay);
program.command("export").description("write the model that the last study of a task has come to, with its card").addOption(config()).option("-o, --output <folder>", "where to", "model").option("--fresh", "make it anew, such as for data that have changed since").option("--time <duration>", "when it must be made: at most so much time", duration).action(exportTo);
program.command("predict").description("ask a model of a task: adds its predictions to a table").requiredOption("-d, --data <file>", "the rows, with the columns that the model was trained on").option("-m, --model <folder>", "what `tunegate export` wrote (default: the model of the last study)").addOption(config()).option("-o, --output <file>", "write to a file").addHelpText("after", `
Writes CSV: the columns of the data, the prediction and, of classes, the probabilities. Where the data have the target, too,
it says how good the predictions are.

Example:
  $ tunegate predict --model model --data new.csv --output predicted.csv`).action(predict);
program.command("baseline").description("train what ships, and keep its scores as what later changes are compared with").addOption(config()).option("-o, --output <file>", "the file to write and commit (default: the spec's gate.file)").option("--store", "push them to the branch tunegate-data instead, for gate.baseline: stored").action(baseline);
program.command("power").description("say how small a drop the gate finds with how many seeds, and what that costs").addOption(config()).option("--noise <sd>", "standard deviation of the difference of two trainings with the same seed", real).option("--json", "print the numbers as JSON").action(power);
program.command("init").description("write a commented spec and a workflow for this repository").addOption(config()).option("--force", "overwrite files that exist").action(init);
const driven = (command, journal) => command.addOption(config()).option("-j, --journal <file>", journal).option("--fresh", "begin anew (the old journal is kept)");
driven(program.command("ask").description("say what to train next, as one line of JSON: for a program that trains by itself").addHelpText("after", `
Any number of trials may be asked for before the first is told. Exit codes: 0 a trial · 3 nothing to train (wait, or exhausted).
The spec needs no trial section. See docs/ask-tell.md.

Example:
  $ tunegate ask
  {"type":"trial","trial":0,"config":{"lr":0.001},"params":{"lr":0.001},"seed":1180373265,"origin":"incumbent"}
  $ tunegate tell 0 loss=0.42`), "where the search is kept (default: beside the spec, tune.journal.jsonl)").action(async (flags) => {
	process.exitCode = await ask(flags, print);
});
driven(program.command("tell").description("say what came of a trial that was asked for").argument("<trial>", "its number", whole).argument("[metrics...]", "loss=0.42, or 0.42 for the metric of the spec").option("--report", "the trial goes on: prints whether it should (continue or stop)").option("--step <n>", "how far it is (default: reports are counted)", real).option("--failed [message]", "it failed").addOption(new Option("--reason <reason>", "with --failed: why").choices(failureReasons)).option("--lost", "its machine is gone: the next ask hands it out again"), "where the search is kept (default: beside the spec, tune.journal.jsonl)").action(async (trial, metrics, flags) => {
	process.exitCode = await tell(trial, metrics, flags, print);
});
driven(program.command("search").description("drive the search from another program: a line of JSON in, a line of JSON out").requiredOption("--stdio", "over standard input and output"), "keep the search there, so that it can go on after a kill (default: it is forgotten)").action((flags) => search(flags, process.stdin, process.stdout, (text) => process.stderr.write(`${text}\n`)));
async function compare(flags) {
	const { spec } = readSpec(path.resolve(flags.config), flags.config);
	if (spec.gate === false) throw new SpecFileError(`${flags.config} turns the gate off (gate: false): there is nothing to compare.`);
	await run({
		...flags,
		gate: true
	}, true);
}
async function run(flags, gateOnly = false) {
	const { config, base, gate, fresh, json, ...overrides } = flags;
	const loaded = readSpec(path.resolve(config), config, {
		...overrides,
		...gate ? {} : { gate: false }
	});
	const out = json ? process.stderr : process.stdout;
	const watch = watchInTerminal(out, loaded.spec, startedAt);
	const signal = cancelSignal(() => watch.say("Stopping: one moment, or Ctrl-C again to stop at once."));
	const branch = await ownDataBranch((await placeOf(loaded)).repo);
	const { results, folder, cancelled } = await runSession({
		loaded,
		findBase: (repo, ref) => baseOfWorkTree(repo, base ?? ref),
		stored: branch && {
			branch,
			write: false
		},
		journal: fresh ? "fresh" : "resume",
		gateOnly,
		host,
		env: process.env,
		signal,
		startedAt,
		reserveMs: 300,
		onEvent: (event) => watch.event(event, logLine(event, loaded.spec.metric.name))
	}).finally(() => watch.close());
	const files = writeReports(folder, results);
	print(json ? renderJson(results) : `\n${terminal(results)}\nReports: ${path.relative("", files.html)} · ${path.relative("", files.markdown)} · ${path.relative("", files.json)} · ${path.relative("", files.csv)}${files.model ? ` · Model: ${path.relative("", files.model)}` : ""}`);
	const policy = {
		failOnRegression: true,
		failOnError: true,
		failOnMissingBaseline: false
	};
	process.exitCode = exitCode(outcomeOf(results, cancelled), policy);
}
function validate(flags) {
	const { spec, space } = readSpec(path.resolve(flags.config), flags.config);
	if (discovers(spec)) {
		print(`${flags.config} is fine: ${spec.name}; its code says what there is to search, when it runs.`);
		return;
	}
	const size = space.size === Number.POSITIVE_INFINITY ? "an endless space" : `${space.size} configs`;
	print(`${flags.config} is fine: ${spec.name}, ${space.parameters.length} parameters, ${size}.`);
	if (space.incumbent) return;
	const missing = space.missingDefaults;
	print(`No incumbent: ${missing.join(", ")} ${missing.length === 1 ? "has" : "have"} no default, so the gate has nothing to train.`);
}
async function report(flags) {
	const loaded = readSpec(path.resolve(flags.config), flags.config);
	const { folder, specPath } = await placeOf(loaded);
	const results = loadResults(folder, loaded, specPath);
	const text = {
		terminal: () => flags.output === void 0 ? terminal(results) : renderTerminal(results, {
			colour: false,
			width: 100
		}),
		markdown: () => renderLeaderboard(results),
		html: () => renderHtml(results),
		json: () => renderJson(results),
		csv: () => renderCsv(results),
		"optuna-journal": () => renderOptunaJournal(results, timesOf(folder))
	}[flags.format]();
	if (flags.output === void 0) print(text);
	else writeFileSync(flags.output, text);
}
async function replay(trial, flags) {
	const loaded = readSpec(path.resolve(flags.config), flags.config);
	const { folder } = await placeOf(loaded);
	const { name } = loaded.spec.metric;
	const signal = cancelSignal();
	const result = await replayTrial({
		loaded: await discoverSpace(loaded, {
			host,
			env: process.env,
			signal
		}),
		folder,
		trial,
		...flags.seed === void 0 ? {} : { seed: flags.seed },
		host,
		env: process.env,
		signal,
		onReport: ({ step, metrics }) => print(`step ${step}: ${Object.entries(metrics).map(([key, value]) => `${key} ${value}`).join(", ")}`)
	});
	const { outcome, recorded, score } = result;
	if (outcome.state === "failed") print(`Trial ${trial} failed (${outcome.reason}): ${outcome.message}`);
	else print(`${name} ${score ?? "was not reported"}; the study has ${recorded.score ?? "no score"}.`);
	const log = path.join(result.folder, "output.log");
	if (readFileSync(log, "utf8").trim() !== "") print(`Its output: ${path.relative("", log)}`);
	process.exitCode = outcome.state === "completed" ? 0 : 1;
}
async function exportTo(flags) {
	const loaded = readSpec(path.resolve(flags.config), flags.config);
	const { folder, specPath } = await placeOf(loaded);
	await exportModel({
		loaded,
		folder,
		specPath,
		output: path.resolve(flags.output),
		fresh: flags.fresh ?? false,
		...flags.time === void 0 ? {} : { limitMs: flags.time },
		host,
		env: process.env,
		signal: cancelSignal(),
		onPlan: print
	});
	print(`Wrote ${flags.output}. Use it: tunegate predict --model ${flags.output} --data FILE`);
}
async function predict(flags) {
	const { model: named, data, output } = flags;
	const model = readModel(named ?? await studyModel(flags.config));
	const { csv, rows, scores, scored } = predictFile(model, readTable(path.resolve(data), data));
	if (output === void 0) print(csv);
	else writeFileSync(output, csv);
	const words = [`${rows} rows predicted.`];
	if (scores) words.push(`Of ${scored} of them ${model.target} is known: ${Object.entries(scores).map(([name, value]) => `${name.replace(/^val_/, "")} ${Number(value.toPrecision(4))}`).join(", ")}.`);
	process.stderr.write(`${words.join(" ")}\n`);
}
async function studyModel(config) {
	const { folder } = await placeOf(readSpec(path.resolve(config), config));
	return path.join(folder, studyFiles.model);
}
async function baseline(flags) {
	const loaded = readSpec(path.resolve(flags.config), flags.config);
	const { name } = loaded.spec.metric;
	const { baseline: measured, where } = await measureBaseline({
		loaded,
		target: flags.store ? { kind: "store" } : {
			kind: "file",
			...flags.output === void 0 ? {} : { file: flags.output }
		},
		host,
		env: process.env,
		signal: cancelSignal(),
		onEvent: (event) => {
			const line = logLine(event, name);
			if (line !== void 0) process.stderr.write(`${line}\n`);
		}
	});
	const scores = measured.trainings.flatMap(({ score }) => score === void 0 ? [] : [score]);
	const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
	print(`${name} ${Number(mean.toPrecision(6))} on average of ${scores.length} seeds at ${measured.commit.slice(0, 7)}: written to ${where}.`);
}
async function power(flags) {
	const loaded = readSpec(path.resolve(flags.config), flags.config);
	const answer = await answerPower(loaded, process.env, flags.noise);
	print(flags.json ? JSON.stringify(answer, null, 2) : renderPower(answer, loaded.spec));
}
function init(flags) {
	const { found, written, kept } = initialise(process.cwd(), flags.config, flags.force);
	for (const file of written) print(`wrote ${file}`);
	for (const file of kept) print(`kept  ${file} (it exists; --force overwrites it)`);
	const { training } = found;
	print(training ? `\nFound ${training.file}.` : "\nNo training program was found: name yours in the spec.");
	print(`Next: look through ${flags.config}, then\n  tunegate validate --config ${flags.config}\n  tunegate run --config ${flags.config}`);
}
function terminal(results) {
	return renderTerminal(results, {
		colour,
		width: width()
	});
}
function print(text) {
	process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}
function real(text) {
	const value = Number(text);
	if (text.trim() === "" || !Number.isFinite(value)) throw new InvalidArgumentError("expected a number");
	return value;
}
function whole(text) {
	const value = Number(text);
	if (!Number.isSafeInteger(value)) throw new InvalidArgumentError("expected a whole number");
	return value;
}
function count(text) {
	const value = whole(text);
	if (value < 1) throw new InvalidArgumentError("expected a whole number of at least 1");
	return value;
}
function duration(text) {
	const ms = parseDuration(text);
	if (ms === void 0 || ms < 1e3) throw new InvalidArgumentError("expected a duration of at least 1s, such as 90s or 15m");
	return ms;
}
const forPeople = /* @__PURE__ */ new Set([
	"SpecError",
	"DiscoveryError",
	"SpecFileError",
	"PlaceholderError",
	"JournalError",
	"LockedError",
	"StudyChangedError",
	"ReplayError",
	"ConfigError",
	"GitError",
	"AskTellError",
	"BaselineError",
	"PowerError",
	"ExportError",
	"ModelFileError",
	"DataError"
]);
try {
	await program.parseAsync();
} catch (error) {
	const known = error instanceof Error && forPeople.has(error.name);
	process.stderr.write(known ? `${error.message.trimEnd()}\n` : `${error instanceof Error ? error.stack : String(error)}\n`);
	process.exitCode = known ? 2 : 1;
}
process.stdout.write("", () => process.exit());

export {  };