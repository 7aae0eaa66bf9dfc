#!/usr/bin/env node
import { i as __toESM, r as __require, t as __commonJSMin } from "./chunks/rolldown-runtime-CiVTkJ2Q.js";
import { $ as cancelSignal, A as gateFrame, B as cameToNothing, C as metricNumber, D as ownDataBranch, E as nothingToGain, F as planLooks, I as measuredOf, L as storeMeasured, M as spentBudget, N as trialsSpent, O as HeadTrainings, P as nextStep, Q as placeOf, R as differenceNoise, S as isStep, T as earlyEndOf, U as outcomeOf, Z as placeInRepo, _ as searchProblem, a as renderHtml, at as logLine, b as warmStartOf, c as replayJournal, d as tellStart, dt as DataBranchError, et as endWithOutput, f as discoverSpace, g as strategyOptions, h as createTrialRunner, i as renderJson, it as createProgress, j as countFinished, k as storedSeeds, l as tellEnd, lt as readStore, m as thisMachine, n as writeReports, nt as require_picocolors, o as renderCsv, ot as progressLine, p as resolveWorkers, rt as advance, s as runSession, st as pad, t as writeCard, tt as renderTerminal, u as tellReport, ut as writeMeasured, v as settleEarlier, w as parseLenient, x as runModelPhase, y as tryFirstOf, z as scoreNoise } from "./chunks/write-reports-DVbVn1ns.js";
import { B as checkConfig, E as randomStream, N as plural, P as together, U as nestConfig, _ as upperMedian, h as minimizeInBox, n as chooseStrategy, q as indexOf, t as choiceAsBegun, y as dot } from "./chunks/strategies-CBKcjfuJ.js";
import { t as buildStrategy } from "./chunks/plan-BdHJLFwI.js";
import { $ as readSpecText, Ct as characterGrams, Dn as pausedTrials, En as bestTrial, Et as wordsOf$1, Fn as paretoFront, Hn as metricNames, I as renderLeaderboard, J as readSpec, Jn as require_fastest_levenshtein, Mn as misses, Nn as objectiveValues, P as trialSeed, Pn as objectives, Q as SpecFileError, Rn as constraintMisses, St as textEnding, Tt as wordGrams, Wn as divergence, _ as drivenCode, _t as version, b as mean, bn as short$2, bt as isFolder$1, ct as placesIn, dn as counted, dt as unusedWords, et as shippingValues, f as timeLimit, ft as OverrideError, g as Confirming, gt as name, h as roomForEpochs, ht as strategyNames, jt as endedTrials, kn as trialsByConfig, lt as SpecError, mt as parseDuration, n as loadDrivenResults, o as timesOf, ot as loadDrivenSpec, p as tellsOfThen, pn as duration$1, q as discovers, r as loadResults, st as loadSpec, tt as valuesOf$1, un as isNothingToChange, vn as percent, vt as createSpace, wt as mostCharacters, x as meanInterval, xt as readTextFiles, y as searchedScores, yn as plural$1, zn as endWithAllMetrics } from "./chunks/facts-BjPUyRPe.js";
import { T as studyFolder, _ as fingerprint, b as isTold, g as failureReasons, n as memoryJournal, o as readStudy, p as identify, r as openJournal, s as LockedError, t as JournalError, w as studyFiles } from "./chunks/journal-SIbAe7H2.js";
import { c as remedyOf, i as StorageError, n as studyMark } from "./chunks/leftovers-BtuUVGEl.js";
import { F as any, H as literal$1, J as string, K as record, N as _enum, V as int, W as number$1, X as union, Z as unknown, g as inTerminal, q as strictObject, w as terminal$1, z as discriminatedUnion } from "./chunks/safe-9J7TpDP6.js";
import { c as headState, f as stateFolderName, i as baseOfWorkTree, n as exitCode } from "./chunks/outcome-dpcMbMp0.js";
import { _ as listed$2, a as endings, c as readTable, g as DataError, l as slices, o as pieceRows, s as readPieces } from "./chunks/parquet-footer-DYEArr3s.js";
import { crc32, inflateRawSync } from "node:zlib";
import { createHash, randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { closeSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { createInterface } from "node:readline";
import { createRequire } from "module";

// src/automl/model-files.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
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
	const bytes = readBytes$1(path.join(folder, "weights.bin"));
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
function readBytes$1(file) {
	try {
		return readFileSync(file);
	} catch (error) {
		const { code, message } = error;
		throw new ModelFileError(code === "ENOENT" ? `there is no ${file}: give the folder model of a study of a task` : `${file} cannot be read: ${message}`);
	}
}
function readJson(file) {
	const text = readBytes$1(file).toString("utf8");
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

// src/ask-tell/best.ts
function bestSoFar(fold, space, confirming) {
	const { confirmation, notices = [] } = confirming ?? {};
	if (confirmation) return staying(confirmation, fold, space) ?? chosen(confirmation, fold, notices);
	const best = bestTrial(fold.study());
	return best?.score === void 0 ? void 0 : {
		...best,
		score: best.score
	};
}
function chosen({ trial, mean: score, interval, final, against, improved }, fold, notices) {
	const { config, score: search } = fold.record(fold.find("search", trial));
	const confirmed = {
		...countsOf(final.flatMap(({ recommended }) => recommended ?? []), final),
		...interval ? { interval } : {},
		...against ? { improved } : {},
		search,
		...notices.length > 0 ? { notices } : {}
	};
	return {
		trial,
		config,
		score: score ?? search,
		confirmed
	};
}
function staying(confirmation, fold, space) {
	const ships = space.incumbent;
	if (!ships || !isNothingToChange({
		confirmation,
		study: fold.study(),
		space
	})) return void 0;
	const { final } = confirmation;
	const scores = final.flatMap(({ incumbent }) => incumbent ?? []);
	const known = trialsByConfig(fold.study(), space)(ships);
	if (!known || scores.length === 0) return void 0;
	const interval = meanInterval(scores, [], confirmation.deterministic ? [] : searchedScores(fold.study()));
	const confirmed = {
		...countsOf(scores, final),
		...interval ? { interval } : {},
		improved: false,
		...known.score === void 0 ? {} : { search: known.score }
	};
	return {
		trial: known.trial,
		config: ships,
		score: mean(scores),
		confirmed
	};
}
function countsOf(scores, { length }) {
	return {
		seeds: scores.length,
		...scores.length < length ? { failed: length - scores.length } : {}
	};
}
function bestAnswer(fold, space, confirming) {
	const best = bestSoFar(fold, space, confirming);
	if (!best) return { type: "best" };
	const study = fold.study();
	const { trial, config, score, confirmed } = best;
	return {
		type: "best",
		...proposed(space, trial, config),
		score,
		...confirmed ? { confirmed } : {},
		...study.more?.length ? { front: frontOf(study, space) } : {}
	};
}
function frontOf(study, space) {
	const names = objectives(study).map(({ name }) => name);
	return paretoFront(study).map((trial) => {
		const values = objectiveValues(study, trial);
		const metrics = Object.fromEntries(names.map((name, k) => [name, values[k]]));
		return {
			...proposed(space, trial.trial, trial.config),
			metrics
		};
	});
}
function proposed(space, trial, config) {
	return {
		trial,
		config: nestConfig(space, config),
		params: config
	};
}

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
var HalfToldError = class extends AskTellError {
	onCommandLine;
	constructor(problem, todo) {
		super(`${problem}: ${todo.line}`);
		this.onCommandLine = `${problem}: ${todo.command}`;
	}
};
const deepest = 100;
function parseLine(line) {
	let value;
	try {
		value = parseLenient(line);
	} catch {
		throw new AskTellError(`not JSON: ${shown(line.slice(0, 100))}`);
	}
	if (value === null || typeof value !== "object" || Array.isArray(value)) throw new AskTellError(`expected an object such as {"type":"ask"}, found ${line.trim().slice(0, 100)}`);
	return value;
}
function shown(text) {
	return JSON.stringify(text).replace(/\p{Cf}/gu, (character) => `\\u{${character.codePointAt(0).toString(16)}}`);
}
function idOf({ id }) {
	if (!isWithin(id, deepest)) throw new AskTellError(`id: expected no more than ${deepest} levels of nesting`);
	return id;
}
function isWithin(value, levels) {
	if (value === null || typeof value !== "object") return true;
	return levels > 0 && Object.values(value).every((item) => isWithin(item, levels - 1));
}
function parseRequest(value) {
	const parsed = requestSchema.safeParse(value);
	if (parsed.success) return parsed.data;
	const words = parsed.error.issues.map((issue) => {
		if (issue.code === "unrecognized_keys") return `unknown: ${issue.keys.join(", ")}`;
		return issue.path.length === 0 || issue.path[0] === "type" ? issue.message : `${issue.path.join(".")}: ${issue.message}`;
	});
	throw new AskTellError(words.join("; "));
}

// src/ask-tell/told-end.ts
function divergenceOf(reports, metric) {
	for (const report of reports) {
		const failure = divergence(report, metric);
		if (failure) return failure;
	}
}
function checkTold({ lost, failed, metrics, reason }) {
	if (lost && (failed !== void 0 || metrics !== void 0 || reason !== void 0)) throw new AskTellError(`a trial that was lost has nothing else to tell`);
	if (reason !== void 0 && failed === void 0) throw new HalfToldError("a reason belongs to a failure", {
		line: "say \"failed\", too",
		command: "say --failed, too"
	});
}
function checkStep(step) {
	if (step !== void 0 && !isStep(step)) throw new AskTellError(`step: expected how far the trial is, a number from 0 to ${Number.MAX_SAFE_INTEGER}, found ${step}`);
}
function toldEnd({ trial, failed, reason, lost }, { role, run, begun, metric, score, stopped, diverged }) {
	const at = /* @__PURE__ */ new Date();
	const durationMs = begun === void 0 ? 0 : Math.max(0, at.getTime() - Date.parse(begun));
	const base = {
		type: "end",
		role,
		trial,
		run
	};
	const rest = {
		durationMs,
		at: at.toISOString()
	};
	if (lost) return {
		...base,
		state: "interrupted",
		reason: "signal",
		message: "lost",
		...rest
	};
	if (stopped && score !== void 0) return {
		...base,
		state: "pruned",
		score,
		...rest
	};
	if (failed !== void 0) {
		const message = failed === true ? "the driver says that it failed" : failed;
		return {
			...base,
			state: "failed",
			reason: reason ?? "crash",
			message,
			...rest
		};
	}
	if (diverged) return {
		...base,
		state: "failed",
		...diverged,
		...rest
	};
	if (score !== void 0) return {
		...base,
		state: "completed",
		score,
		...rest
	};
	return {
		...base,
		state: "failed",
		reason: "not-finite",
		message: `${metric} is not a finite number`,
		...rest
	};
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
		this.#fold = journal.fold;
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
		const searched = this.#search();
		const next = "segment" in searched ? searched : this.#confirm(searched);
		return "segment" in next ? this.#start(next) : next;
	}
	#search() {
		const next = this.#next();
		return "segment" in next && next.role === "search" ? this.#beyondEpochs(next) ?? next : next;
	}
	#confirm(searched) {
		const { confirming } = this.#options;
		if (!confirming || searched.type !== "exhausted") return searched;
		const job = this.#searching.some((trial) => !this.#isLost(trial)) ? "wait" : confirming.next;
		if (job === "wait") return this.#wait();
		if (job) return {
			...job,
			trial: confirming.number,
			segment: 0,
			origin: "confirm"
		};
		const { confirmation } = confirming;
		if (!confirmation) return searched;
		const how = confirmation.mean === void 0 ? "failed" : "was trained again";
		return {
			...searched,
			reason: `${searched.reason}, and the best ${how} on fresh seeds`
		};
	}
	#next() {
		const { strategy, trials: most } = this.#options;
		const again = this.#unfinished.find((trial) => this.#isLost(trial));
		if (again) return this.#goOn(again, again.segments.length - 1, again.segments.at(-1)?.resource);
		const begun = this.#searching.filter(({ segments }) => segments.length === 1).length;
		const full = most !== void 0 && countFinished(this.#fold, "search") + begun >= most;
		const spent = trialsSpent(most ?? 0);
		const nothing = nothingToGain(this.#fold, this.#options.early ?? {});
		if (nothing) return this.#exhausted(nothing, "no-gain");
		const suggestion = strategy.ask();
		switch (suggestion.kind) {
			case "new": return full ? this.#exhausted(spent, "trials") : this.#new(suggestion);
			case "resume": {
				const known = this.#fold.find("search", suggestion.trial);
				return this.#goOn(known, known.segments.length, suggestion.resource, suggestion.origin);
			}
			case "wait": return full && this.#searching.length === 0 ? this.#exhausted(spent, "trials") : this.#wait();
			case "exhausted": return this.#exhausted(suggestion.reason, suggestion.byTrials ? "trials" : "exhausted");
		}
	}
	#beyondEpochs(next) {
		const { epochs, resumable = true } = this.#options;
		const asTrained = ({ known, ...anew }) => known && resumable ? {
			...anew,
			known
		} : anew;
		const pending = this.#searching.filter((trial) => !this.#isLost(trial)).map((trial) => this.#goOn(trial, trial.segments.length - 1, trial.segments.at(-1)?.resource));
		const room = roomForEpochs(asTrained(next), pending.map(asTrained), this.#fold, epochs, resumable);
		if (room === "now") return void 0;
		return room === "later" ? this.#wait() : this.#exhausted(room.over, "epochs");
	}
	report(number, metrics, step) {
		const { trial, segment } = this.#running(number);
		checkStep(step);
		if (this.#isOver(segment)) return {
			type: "decision",
			trial: number,
			decision: "stop"
		};
		if (this.#report(trial, segment, metrics, step) === "stop") this.#stopped.add(segment.run);
		return {
			type: "decision",
			trial: number,
			decision: this.#isOver(segment) ? "stop" : "continue"
		};
	}
	tell(request) {
		const { trial: number, step, metrics, failed, lost } = request;
		const { trial, segment } = this.#running(number);
		checkStep(step);
		checkTold(request);
		const reported = trial.segments.flatMap(({ reports }) => reports);
		const told = new Set([...reported, { metrics: metrics ?? {} }].flatMap((item) => Object.keys(item.metrics)));
		const missing = metricNames(this.#options.journal.header).find((name) => !told.has(name));
		if (failed === void 0 && !lost && missing !== void 0 && !this.#isOver(segment)) throw new HalfToldError(`trial ${number} has no value of ${missing} yet`, {
			line: "tell it in \"metrics\", or say \"failed\"",
			command: `tell it as ${missing}=number, or say --failed`
		});
		if (metrics !== void 0 && !this.#isOver(segment)) this.#report(trial, segment, metrics, step);
		const end = endWithAllMetrics(this.#options.journal.header, toldEnd(request, {
			role: trial.role,
			run: segment.run,
			begun: this.#begun(segment.run),
			metric: this.metric,
			score: segment.score,
			stopped: this.#stopped.has(segment.run),
			diverged: divergenceOf(segment.reports, this.metric)
		}), trial.segments.flatMap(({ reports }) => reports));
		this.#record(end, true);
		if (end.state !== "interrupted" && trial.role === "search") tellEnd(this.#options.strategy, this.#options.journal.header, trial, trial.segments.indexOf(segment), end);
		const best = bestSoFar(this.#fold, this.#options.space, this.#options.confirming);
		return {
			type: "told",
			trial: number,
			state: end.state === "interrupted" ? "lost" : end.state,
			...end.state === "failed" && failed === void 0 && end.message ? { message: end.message } : {},
			...end.score === void 0 ? {} : { score: end.score },
			...best && { best: {
				trial: best.trial,
				score: best.score
			} }
		};
	}
	best() {
		const { space, confirming } = this.#options;
		return bestAnswer(this.#fold, space, confirming);
	}
	get #metric() {
		return this.#options.journal.header.metric;
	}
	get #unfinished() {
		return this.#fold.trials.filter((trial) => !trial.segments.every(isTold));
	}
	get #count() {
		return this.#fold.trials.filter(({ role }) => role === "search").length;
	}
	get #searching() {
		return this.#unfinished.filter(({ role }) => role === "search");
	}
	#pending() {
		const trials = this.#unfinished.map(({ trial }) => trial);
		return {
			pending: trials.length,
			trials
		};
	}
	#isLost(trial) {
		return this.#lost.has(trial.id) || trial.segments.at(-1)?.end?.state === "interrupted";
	}
	#new({ config, origin, gain, ...suggestion }) {
		const trial = this.#count;
		const resource = suggestion.resource ?? this.#options.resource;
		return {
			role: "search",
			trial,
			segment: 0,
			config,
			seed: this.#options.seedOf(trial),
			origin,
			...resource === void 0 ? {} : { resource },
			...gain === void 0 ? {} : { gain }
		};
	}
	#goOn(known, segment, resource, origin = known.origin) {
		const { role, trial, config, seed, code } = known;
		return {
			role,
			known,
			trial,
			segment,
			config,
			seed,
			origin,
			...code === void 0 ? {} : { code },
			...resource === void 0 ? {} : { resource }
		};
	}
	#start({ known, ...plan }) {
		if (known) this.#lost.delete(known.id);
		const run = `${this.#session}.${this.#runs}`;
		this.#runs += 1;
		const at = (/* @__PURE__ */ new Date()).toISOString();
		const searches = plan.role === "search";
		const of = known && searches ? { of: known.id } : {};
		const effect = this.#record({
			type: "start",
			run,
			...of,
			...plan,
			worker: 0,
			at
		}, true);
		if (effect?.kind !== "start") throw new Error(`trial ${plan.trial} was started twice`);
		const { trial, segment, seed, origin, resource } = plan;
		if (!effect.again && searches) tellStart(this.#options.strategy, trial, plan.config, resource);
		const confirms = searches ? void 0 : trialsByConfig(this.study, this.#options.space)(plan.config)?.trial;
		return {
			type: "trial",
			...proposed(this.#options.space, trial, plan.config),
			seed,
			...resource === void 0 ? {} : { resource },
			origin,
			...confirms === void 0 ? {} : { confirms },
			...segment > 0 ? { resumes: true } : {},
			...effect.again ? { again: true } : {}
		};
	}
	#wait() {
		return {
			type: "wait",
			...this.#pending()
		};
	}
	#exhausted(detail, reason) {
		const pending = this.#pending();
		if (pending.pending === 0 && this.#fold.stop?.detail !== detail) {
			const spent = spentBudget(reason, this.#options);
			this.#record({
				type: "stop",
				reason,
				detail,
				...spent,
				at: (/* @__PURE__ */ new Date()).toISOString()
			}, true);
		}
		return {
			type: "exhausted",
			reason: detail,
			...pending
		};
	}
	#running(number) {
		const trial = this.#fold.find("search", number) ?? this.#fold.find("confirm", number);
		if (!trial) {
			const count = this.#count;
			throw new AskTellError(`there is no trial ${number}: ${count === 0 ? "ask for one first" : `the trials are 0 to ${count - 1}`}`);
		}
		const segment = trial.segments.at(-1);
		const state = segment.end?.state;
		if (state === "interrupted") throw new AskTellError(`trial ${number} was lost: the next ask hands it out again`);
		if (state) throw new AskTellError(`trial ${number} has ended already (${state})${this.#ifPaused(segment)}`);
		if (this.#lost.has(trial.id) && segment.reports.length > 0) throw new AskTellError(`trial ${number} was under way when this search was left: ask hands it out again, from its beginning`);
		this.#lost.delete(trial.id);
		return {
			trial,
			segment
		};
	}
	#isOver({ run, reports }) {
		return this.#stopped.has(run) || divergenceOf(reports, this.metric) !== void 0;
	}
	#ifPaused({ resource, end }) {
		const { resource: full } = this.#options;
		return end?.state === "completed" && resource !== void 0 && full !== void 0 && resource < full ? ` at ${resource} of ${full}: ask says when it goes on` : "";
	}
	#report(trial, segment, metrics, step = furthestStep(trial) + 1) {
		const n = segment.reports.length;
		const { run } = segment;
		const { role } = trial;
		const effect = this.#record({
			type: "report",
			role,
			trial: trial.trial,
			run,
			n,
			step,
			metrics
		});
		const score = effect?.kind === "report" ? effect.score : void 0;
		if (role !== "search") return "continue";
		return tellReport(this.#options.strategy, this.#metric, trial.trial, {
			step,
			metrics
		}, score);
	}
	#begun(run) {
		const { records } = this.#options.journal;
		const begun = records.findLast((item) => item.type === "start" && item.run === run);
		return begun?.type === "start" ? begun.at : void 0;
	}
	#record(record, sync = false) {
		return this.#options.journal.append(record, { sync });
	}
};
function furthestStep({ segments }) {
	return segments.flatMap(({ reports }) => reports).reduce((furthest, { step }) => Math.max(furthest, step), 0);
}

// src/ask-tell/open.ts
async function openSearch(options) {
	const spec = readDrivenSpec(options.spec);
	if (options.begun && options.journal !== void 0 && !existsSync(options.journal)) throw new AskTellError(`There is no journal at ${options.journal}: begin the search with tunegate ask, or name its journal with --journal`);
	const space = createSpace(spec.params);
	const { search, budget } = spec;
	const problem = searchProblem(spec, space, {
		...budget.workers === "auto" ? {} : { workers: budget.workers },
		resumable: spec.trial.resume
	});
	const how = strategyOptions(search);
	const choice = chooseStrategy(search.strategy, problem, how);
	const identity = identify(spec, {
		space,
		strategy: choice.name,
		trained: spec.trial.resume ? { resume: true } : {},
		code: drivenCode
	});
	const journal = options.journal === void 0 ? memoryJournal(identity) : await openPatiently(path.resolve(options.journal), identity, options);
	try {
		const { name, why } = choiceAsBegun(journal.header.strategy, choice, problem, how);
		const without = unusedWords(name, spec, {
			resumable: spec.trial.resume,
			driven: true
		});
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
			options: how,
			tryFirst,
			earlier: earlier.studies
		});
		const conversation = new Conversation({
			space,
			strategy,
			journal,
			seedOf: (trial) => trialSeed(search.seed, "search", trial),
			pending: options.pending,
			resumable: spec.trial.resume,
			early: earlyEndOf(budget),
			...search.confirm === false ? {} : { confirming: new Confirming(spec, space, journal.fold) },
			...budget.trials === void 0 ? {} : { trials: budget.trials },
			...budget.epochs === void 0 ? {} : { resource: budget.epochs },
			...budget["total-epochs"] === void 0 ? {} : { epochs: budget["total-epochs"] }
		});
		const { trials } = conversation.study;
		const ended = endedTrials(trials).length;
		const further = journal.replaced !== void 0 ? ` Begun anew: the old journal is kept as ${path.relative("", journal.replaced)}.` : trials.length === 0 ? "" : ` Going on: ${plural(ended, "trial has", "trials have")} ended.`;
		return {
			conversation,
			about: `Search: ${name}, because ${why}.${without ? ` ${without}` : ""}${further}${earlier.notices.map((text) => `\n${text}`).join("")}`,
			close: () => journal.close()
		};
	} catch (error) {
		journal.close();
		throw error;
	}
}
function readDrivenSpec(file) {
	const text = readSpecText(file);
	const spec = loadDrivenSpec(file, text);
	const values = valuesOf$1(spec, {
		path: file,
		text
	}, (name) => readFileSync(path.resolve(path.dirname(file), name), "utf8"));
	return shippingValues(spec, values);
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
		await setTimeout$1(10 + 40 * Math.random());
	}
}

// src/ask-tell/serve.ts
const longestRequest = 2 ** 20;
async function serve(conversation, lines, write) {
	let number = 0;
	for await (const line of lines) {
		number += 1;
		if (line.trim() === "") continue;
		const request = number === 1 ? line.replace(/^\uFEFF/, "") : line;
		write(`${JSON.stringify(answerLine(conversation, request, number))}\n`);
	}
}
function answerLine(conversation, line, number) {
	let id;
	try {
		if (line.length > longestRequest) throw new AskTellError("too long for a request: over 1 MiB");
		const value = parseLine(line);
		id = idOf(value);
		return withId(conversation.answer(parseRequest(value)), id);
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
async function ask(flags, print, say = () => {}) {
	const answer = await within(open(flags), ({ conversation, about }) => {
		if (conversation.study.trials.length === 0) say(about);
		return conversation.ask();
	});
	print(JSON.stringify(answer));
	return answer.type === "trial" ? 0 : 3;
}
async function tell(trial, values, { report, step, failed, reason, lost, ...flags }, print) {
	const answer = await within(open(flags, true), ({ conversation }) => {
		const metrics = readMetrics(values, conversation.metric);
		if (report) {
			if (failed !== void 0 || reason !== void 0 || lost) throw new AskTellError("a report is of a trial that goes on: tell its end without --report");
			if (metrics === void 0) throw new AskTellError("a report needs metrics, such as loss=0.4");
			return conversation.report(trial, metrics, step);
		}
		try {
			return conversation.tell({
				trial,
				...step === void 0 ? {} : { step },
				...metrics === void 0 ? {} : { metrics },
				...failed === void 0 ? {} : { failed },
				...reason === void 0 ? {} : { reason },
				...lost ? { lost } : {}
			});
		} catch (error) {
			throw error instanceof HalfToldError ? new AskTellError(error.onCommandLine) : error;
		}
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
function open({ config, journal, fresh }, begun = false) {
	return openSearch({
		spec: config,
		journal: journal ?? defaultJournal(config),
		pending: "elsewhere",
		begun,
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
	const metrics = /* @__PURE__ */ new Map();
	for (const text of values) {
		const [, name = metric, value = ""] = /^(?:(.+)=)?([^=]*)$/s.exec(text) ?? [];
		const number = value.trim() === "" ? void 0 : metricNumber(value) ?? Number(value);
		if (number === void 0 || Number.isNaN(number) && !/nan/i.test(value)) throw new AskTellError(`expected a number or name=number, found ${JSON.stringify(text)}`);
		if (metrics.has(name)) throw new AskTellError(`${name} is told twice, the second time by ${JSON.stringify(text)}: write name=number for another metric`);
		metrics.set(name, number);
	}
	return Object.fromEntries(metrics);
}

// src/commands/arguments.ts
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
function count$1(text) {
	const value = whole(text);
	if (value < 1) throw new InvalidArgumentError("expected a whole number of at least 1");
	return value;
}
function duration(text) {
	const ms = parseDuration(text);
	if (ms === void 0 || ms < 1e3) throw new InvalidArgumentError("expected a duration of at least 1s, such as 90s or 15m");
	return ms;
}

// src/commands/errors.ts
const forPeople = /* @__PURE__ */ new Set([
	"SpecError",
	"OverrideError",
	"DiscoveryError",
	"SpecFileError",
	"JournalError",
	"LockedError",
	"StudyChangedError",
	"ReplayError",
	"ConfigError",
	"GitError",
	"StateFolderError",
	"OutputFileError",
	"AskTellError",
	"BaselineError",
	"PowerError",
	"ExportError",
	"ModelFileError",
	"DataError"
]);
function explainError(error) {
	if (error instanceof Error && forPeople.has(error.name)) return {
		text: error.message.trimEnd(),
		exitCode: 2
	};
	if (error instanceof StorageError) return {
		text: error.message,
		exitCode: 1
	};
	const remedy = remedyOf(error);
	if (remedy !== void 0) return {
		text: `${error.message}. ${remedy}`,
		exitCode: 1
	};
	return {
		text: (error instanceof Error ? error.stack : void 0) ?? String(error),
		exitCode: 1
	};
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
		short$2(detectable, 2),
		short$2(Number(seedsUnchanged.toFixed(1)), 3),
		...time(seedsUnchanged),
		...time(cap)
	]);
	const widths = header.map((title, column) => Math.max(title.length, ...table.map((row) => row[column].length)));
	const line = (cells) => cells.map((cell, column) => pad(cell, widths[column], "right")).join("   ").trimEnd();
	const here = rows.find(({ cap }) => cap === gate.seeds);
	const first = here ? `The gate finds a drop of ${metric} by ${short$2(here.detectable, 2)} four times in five.` : `How small a drop of ${metric} the gate finds four times in five:`;
	const cost = durationMs === void 0 ? "" : ` A training takes ${duration$1(durationMs)}; ${workers} at a time; both sides are trained (gate.baseline: stored halves that).`;
	return [
		first,
		"",
		line(header),
		...table.map(line),
		"",
		`* gate.seeds. The limit is ${short$2(gate.maxDrop, 6)}: at ${percent(gate.confidence)} confidence, a smaller drop never blocks.`,
		`Two trainings with the same seed differ by ${short$2(noise.deviation, 2)} (one standard deviation; ${terminal$1(noise.from)}).${cost}`
	].join("\n");
}

// src/session/gate/measure-baseline.ts
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

// src/session/gate/power.ts
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
		const known = noiseOfStudy(readStudy(file).study());
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
			durationMs: upperMedian(durations) ?? 0
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
	const durationMs = upperMedian(gate.map((trial) => trial.durationMs)) ?? 0;
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

// src/output-file.ts
var OutputFileError = class extends Error {
	name = "OutputFileError";
};
async function writeInPieces(file, shownAs, make) {
	const act = (step) => writing(shownAs, step);
	const existing = act(() => statSync(file, { throwIfNoEntry: false }));
	const target = existing ? act(() => realpathSync(file)) : file;
	const draft = !existing || existing.isFile() ? `${target}.part` : target;
	const handle = act(() => openSync(draft, "w", existing?.mode));
	let made;
	try {
		made = await make((text) => act(() => writeFileSync(handle, text)));
	} catch (error) {
		closeSync(handle);
		if (draft !== target) rmSync(draft, { force: true });
		throw error;
	}
	closeSync(handle);
	if (draft !== target) act(() => renameSync(draft, target));
	return made;
}
function makeFolderOf(file, shownAs) {
	writing(shownAs, () => mkdirSync(path.dirname(file), { recursive: true }));
}
function writing(shownAs, step) {
	try {
		return step();
	} catch (error) {
		const { code, message } = error;
		throw new OutputFileError(`${shownAs} cannot be written: ${code === "ENOENT" ? "there is no such folder" : message}`, { cause: error });
	}
}

// src/commands/output.ts
function terminal(results) {
	return renderTerminal(results, {
		colour: import_picocolors.default.isColorSupported,
		width: process.stdout.columns || 100
	});
}
function print(text) {
	process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}
function say(text) {
	process.stderr.write(`${text}\n`);
}
function printPiece(text) {
	return new Promise((resolve) => {
		process.stdout.write(text, (error) => {
			if (!error) resolve();
		});
	});
}
function writeTo(output, make) {
	return output === void 0 ? make(printPiece) : writeInPieces(path.resolve(output), output, make);
}

// src/commands/gate.ts
async function baseline(flags, { host }) {
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
			if (line !== void 0) say(line);
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

// node_modules/fflate/esm/index.mjs
var require$1 = createRequire("/");
var _a;
var Worker;
var isMarkedAsUntransferable;
try {
	_a = require$1("worker_threads"), Worker = _a.Worker, isMarkedAsUntransferable = _a.isMarkedAsUntransferable;
} catch (e) {}
var u8 = Uint8Array;
var u16 = Uint16Array;
var i32 = Int32Array;
var fleb = new u8([
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	1,
	1,
	1,
	1,
	2,
	2,
	2,
	2,
	3,
	3,
	3,
	3,
	4,
	4,
	4,
	4,
	5,
	5,
	5,
	5,
	0,
	0,
	0,
	0
]);
var fdeb = new u8([
	0,
	0,
	0,
	0,
	1,
	1,
	2,
	2,
	3,
	3,
	4,
	4,
	5,
	5,
	6,
	6,
	7,
	7,
	8,
	8,
	9,
	9,
	10,
	10,
	11,
	11,
	12,
	12,
	13,
	13,
	0,
	0
]);
var clim = new u8([
	16,
	17,
	18,
	0,
	8,
	7,
	9,
	6,
	10,
	5,
	11,
	4,
	12,
	3,
	13,
	2,
	14,
	1,
	15
]);
var freb = function(eb, start) {
	var b = new u16(31);
	for (var i = 0; i < 31; ++i) b[i] = start += 1 << eb[i - 1];
	var r = new i32(b[30]);
	for (var i = 1; i < 30; ++i) for (var j = b[i]; j < b[i + 1]; ++j) r[j] = j - b[i] << 5 | i;
	return {
		b,
		r
	};
};
var _a = freb(fleb, 2);
var fl = _a.b;
var revfl = _a.r;
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0);
var fd = _b.b;
var revfd = _b.r;
var rev = new u16(32768);
for (var i = 0; i < 32768; ++i) {
	var x = (i & 43690) >> 1 | (i & 21845) << 1;
	x = (x & 52428) >> 2 | (x & 13107) << 2;
	x = (x & 61680) >> 4 | (x & 3855) << 4;
	rev[i] = ((x & 65280) >> 8 | (x & 255) << 8) >> 1;
}
var hMap = (function(cd, mb, r) {
	var s = cd.length;
	var i = 0;
	var l = new u16(mb);
	for (; i < s; ++i) if (cd[i]) ++l[cd[i] - 1];
	var le = new u16(mb);
	for (i = 1; i < mb; ++i) le[i] = le[i - 1] + l[i - 1] << 1;
	var co;
	if (r) {
		co = new u16(1 << mb);
		var rvb = 15 - mb;
		for (i = 0; i < s; ++i) if (cd[i]) {
			var sv = i << 4 | cd[i];
			var r_1 = mb - cd[i];
			var v = le[cd[i] - 1]++ << r_1;
			for (var m = v | (1 << r_1) - 1; v <= m; ++v) co[rev[v] >> rvb] = sv;
		}
	} else {
		co = new u16(s);
		for (i = 0; i < s; ++i) if (cd[i]) co[i] = rev[le[cd[i] - 1]++] >> 15 - cd[i];
	}
	return co;
});
var flt = new u8(288);
for (var i = 0; i < 144; ++i) flt[i] = 8;
for (var i = 144; i < 256; ++i) flt[i] = 9;
for (var i = 256; i < 280; ++i) flt[i] = 7;
for (var i = 280; i < 288; ++i) flt[i] = 8;
var fdt = new u8(32);
for (var i = 0; i < 32; ++i) fdt[i] = 5;
var flrm = /*#__PURE__*/ hMap(flt, 9, 1);
var fdrm = /*#__PURE__*/ hMap(fdt, 5, 1);
var max = function(a) {
	var m = a[0];
	for (var i = 1; i < a.length; ++i) if (a[i] > m) m = a[i];
	return m;
};
var bits = function(d, p, m) {
	var o = p / 8 | 0;
	return (d[o] | d[o + 1] << 8) >> (p & 7) & m;
};
var bits16 = function(d, p) {
	var o = p / 8 | 0;
	return (d[o] | d[o + 1] << 8 | d[o + 2] << 16) >> (p & 7);
};
var shft = function(p) {
	return (p + 7) / 8 | 0;
};
var slc = function(v, s, e) {
	if (s == null || s < 0) s = 0;
	if (e == null || e > v.length) e = v.length;
	return new u8(v.subarray(s, e));
};
var ec = [
	"unexpected EOF",
	"invalid block type",
	"invalid length/literal",
	"invalid distance",
	"stream finished",
	"no stream handler",
	,
	"no callback",
	"invalid UTF-8 data",
	"extra field too long",
	"date not in range 1980-2099",
	"filename too long",
	"stream finishing",
	"invalid zip data"
];
var err = function(ind, msg, nt) {
	var e = new Error(msg || ec[ind]);
	e.code = ind;
	if (Error.captureStackTrace) Error.captureStackTrace(e, err);
	if (!nt) throw e;
	return e;
};
var inflt = function(dat, st, buf, dict) {
	var sl = dat.length, dl = dict ? dict.length : 0;
	if (!sl || st.f && !st.l) return buf || new u8(0);
	var noBuf = !buf;
	var resize = noBuf || st.i != 2;
	var noSt = st.i;
	if (noBuf) buf = new u8(sl * 3);
	var cbuf = function(l) {
		var bl = buf.length;
		if (l > bl) {
			var nbuf = new u8(Math.max(bl * 2, l));
			nbuf.set(buf);
			buf = nbuf;
		}
	};
	var final = st.f || 0, pos = st.p || 0, bt = st.b || 0, lm = st.l, dm = st.d, lbt = st.m, dbt = st.n;
	var tbts = sl * 8;
	do {
		if (!lm) {
			final = bits(dat, pos, 1);
			var type = bits(dat, pos + 1, 3);
			pos += 3;
			if (!type) {
				var s = shft(pos) + 4, l = dat[s - 4] | dat[s - 3] << 8, t = s + l;
				if (t > sl) {
					if (noSt) err(0);
					break;
				}
				if (resize) cbuf(bt + l);
				buf.set(dat.subarray(s, t), bt);
				st.b = bt += l, st.p = pos = t * 8, st.f = final;
				continue;
			} else if (type == 1) lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
			else if (type == 2) {
				var hLit = bits(dat, pos, 31) + 257, hcLen = bits(dat, pos + 10, 15) + 4;
				var tl = hLit + bits(dat, pos + 5, 31) + 1;
				pos += 14;
				var ldt = new u8(tl);
				var clt = new u8(19);
				for (var i = 0; i < hcLen; ++i) clt[clim[i]] = bits(dat, pos + i * 3, 7);
				pos += hcLen * 3;
				var clb = max(clt), clbmsk = (1 << clb) - 1;
				var clm = hMap(clt, clb, 1);
				for (var i = 0; i < tl;) {
					var r = clm[bits(dat, pos, clbmsk)];
					pos += r & 15;
					var s = r >> 4;
					if (s < 16) ldt[i++] = s;
					else {
						var c = 0, n = 0;
						if (s == 16) n = 3 + bits(dat, pos, 3), pos += 2, c = ldt[i - 1];
						else if (s == 17) n = 3 + bits(dat, pos, 7), pos += 3;
						else if (s == 18) n = 11 + bits(dat, pos, 127), pos += 7;
						while (n--) ldt[i++] = c;
					}
				}
				var lt = ldt.subarray(0, hLit), dt = ldt.subarray(hLit);
				lbt = max(lt);
				dbt = max(dt);
				lm = hMap(lt, lbt, 1);
				dm = hMap(dt, dbt, 1);
			} else err(1);
			if (pos > tbts) {
				if (noSt) err(0);
				break;
			}
		}
		if (resize) cbuf(bt + 131072);
		var lms = (1 << lbt) - 1, dms = (1 << dbt) - 1;
		var lpos = pos;
		for (;; lpos = pos) {
			var c = lm[bits16(dat, pos) & lms], sym = c >> 4;
			pos += c & 15;
			if (pos > tbts) {
				if (noSt) err(0);
				break;
			}
			if (!c) err(2);
			if (sym < 256) buf[bt++] = sym;
			else if (sym == 256) {
				lpos = pos, lm = null;
				break;
			} else {
				var add = sym - 254;
				if (sym > 264) {
					var i = sym - 257, b = fleb[i];
					add = bits(dat, pos, (1 << b) - 1) + fl[i];
					pos += b;
				}
				var d = dm[bits16(dat, pos) & dms], dsym = d >> 4;
				if (!d) err(3);
				pos += d & 15;
				var dt = fd[dsym];
				if (dsym > 3) {
					var b = fdeb[dsym];
					dt += bits16(dat, pos) & (1 << b) - 1, pos += b;
				}
				if (pos > tbts) {
					if (noSt) err(0);
					break;
				}
				if (resize) cbuf(bt + 131072);
				var end = bt + add;
				if (bt < dt) {
					var shift = dl - dt, dend = Math.min(dt, end);
					if (shift + bt < 0) err(3);
					for (; bt < dend; ++bt) buf[bt] = dict[shift + bt];
				}
				for (; bt < end; ++bt) buf[bt] = buf[bt - dt];
			}
		}
		st.l = lm, st.p = lpos, st.b = bt, st.f = final;
		if (lm) final = 1, st.m = lbt, st.d = dm, st.n = dbt;
	} while (!final);
	return bt != buf.length && noBuf ? slc(buf, 0, bt) : buf.subarray(0, bt);
};
var et = /*#__PURE__*/ new u8(0);
var zls = function(d, dict) {
	if ((d[0] & 15) != 8 || d[0] >> 4 > 7 || (d[0] << 8 | d[1]) % 31) err(6, "invalid zlib data");
	if ((d[1] >> 5 & 1) == +!dict) err(6, "invalid zlib data: " + (d[1] & 32 ? "need" : "unexpected") + " dictionary");
	return (d[1] >> 3 & 4) + 2;
};
var Inflate = /* @__PURE__ */ function() {
	function Inflate(opts, cb) {
		if (typeof opts == "function") cb = opts, opts = {};
		this.ondata = cb;
		var dict = opts && opts.dictionary && opts.dictionary.subarray(-32768);
		this.s = {
			i: 0,
			b: dict ? dict.length : 0
		};
		this.o = new u8(32768);
		this.p = new u8(0);
		if (dict) this.o.set(dict);
	}
	Inflate.prototype.e = function(c) {
		if (!this.ondata) err(5);
		if (this.d) err(4);
		if (!this.p.length) this.p = c;
		else if (c.length) {
			var n = new u8(this.p.length + c.length);
			n.set(this.p), n.set(c, this.p.length), this.p = n;
		}
	};
	Inflate.prototype.c = function(final) {
		this.s.i = +(this.d = final || false);
		var bts = this.s.b;
		var dt = inflt(this.p, this.s, this.o);
		this.ondata(slc(dt, bts, this.s.b), this.d);
		this.o = slc(dt, this.s.b - 32768), this.s.b = this.o.length;
		this.p = slc(this.p, this.s.p / 8 | 0), this.s.p &= 7;
	};
	Inflate.prototype.push = function(chunk, final) {
		this.e(chunk), this.c(final);
	};
	return Inflate;
}();
var Unzlib = /* @__PURE__ */ function() {
	function Unzlib(opts, cb) {
		Inflate.call(this, opts, cb);
		this.v = opts && opts.dictionary ? 2 : 1;
	}
	Unzlib.prototype.push = function(chunk, final) {
		Inflate.prototype.e.call(this, chunk);
		if (this.v) {
			if (this.p.length < 6 && !final) return;
			this.p = this.p.subarray(zls(this.p, this.v - 1)), this.v = 0;
		}
		if (final) {
			if (this.p.length < 4) err(6, "invalid zlib data");
			this.p = this.p.subarray(0, -4);
		}
		Inflate.prototype.c.call(this, final);
	};
	return Unzlib;
}();
function unzlibSync(data, opts) {
	return inflt(data.subarray(zls(data, opts && opts.dictionary), -4), { i: 2 }, opts && opts.out, opts && opts.dictionary);
}
var td = typeof TextDecoder != "undefined" && /*#__PURE__*/ new TextDecoder();
var tds = 0;
try {
	td.decode(et, { stream: true });
	tds = 1;
} catch (e) {}

// node_modules/iobuffer/lib/text.js
function decode(bytes, encoding = "utf8") {
	return new TextDecoder(encoding).decode(bytes);
}
const encoder = new TextEncoder();
function encode(str) {
	return encoder.encode(str);
}

// node_modules/iobuffer/lib/iobuffer.js
const defaultByteLength = 8192;
const hostBigEndian = (() => {
	const array = /* @__PURE__ */ new Uint8Array(4);
	const view = new Uint32Array(array.buffer);
	return !((view[0] = 1) & array[0]);
})();
const typedArrays = {
	int8: globalThis.Int8Array,
	uint8: globalThis.Uint8Array,
	int16: globalThis.Int16Array,
	uint16: globalThis.Uint16Array,
	int32: globalThis.Int32Array,
	uint32: globalThis.Uint32Array,
	uint64: globalThis.BigUint64Array,
	int64: globalThis.BigInt64Array,
	float32: globalThis.Float32Array,
	float64: globalThis.Float64Array
};
var IOBuffer = class IOBuffer {
	buffer;
	byteLength;
	byteOffset;
	length;
	offset;
	lastWrittenByte;
	littleEndian;
	_data;
	_mark;
	_marks;
	constructor(data = defaultByteLength, options = {}) {
		let dataIsGiven = false;
		if (typeof data === "number") data = new ArrayBuffer(data);
		else {
			dataIsGiven = true;
			this.lastWrittenByte = data.byteLength;
		}
		const offset = options.offset ? options.offset >>> 0 : 0;
		const byteLength = data.byteLength - offset;
		let dvOffset = offset;
		if (ArrayBuffer.isView(data) || data instanceof IOBuffer) {
			if (data.byteLength !== data.buffer.byteLength) dvOffset = data.byteOffset + offset;
			data = data.buffer;
		}
		if (dataIsGiven) this.lastWrittenByte = byteLength;
		else this.lastWrittenByte = 0;
		this.buffer = data;
		this.length = byteLength;
		this.byteLength = byteLength;
		this.byteOffset = dvOffset;
		this.offset = 0;
		this.littleEndian = true;
		this._data = new DataView(this.buffer, dvOffset, byteLength);
		this._mark = 0;
		this._marks = [];
	}
	available(byteLength = 1) {
		return this.offset + byteLength <= this.length;
	}
	isLittleEndian() {
		return this.littleEndian;
	}
	setLittleEndian() {
		this.littleEndian = true;
		return this;
	}
	isBigEndian() {
		return !this.littleEndian;
	}
	setBigEndian() {
		this.littleEndian = false;
		return this;
	}
	skip(n = 1) {
		this.offset += n;
		return this;
	}
	back(n = 1) {
		this.offset -= n;
		return this;
	}
	seek(offset) {
		this.offset = offset;
		return this;
	}
	mark() {
		this._mark = this.offset;
		return this;
	}
	reset() {
		this.offset = this._mark;
		return this;
	}
	pushMark() {
		this._marks.push(this.offset);
		return this;
	}
	popMark() {
		const offset = this._marks.pop();
		if (offset === void 0) throw new Error("Mark stack empty");
		this.seek(offset);
		return this;
	}
	rewind() {
		this.offset = 0;
		return this;
	}
	ensureAvailable(byteLength = 1) {
		if (!this.available(byteLength)) {
			const newLength = (this.offset + byteLength) * 2;
			const newArray = new Uint8Array(newLength);
			newArray.set(new Uint8Array(this.buffer));
			this.buffer = newArray.buffer;
			this.length = newLength;
			this.byteLength = newLength;
			this._data = new DataView(this.buffer);
		}
		return this;
	}
	readBoolean() {
		return this.readUint8() !== 0;
	}
	readInt8() {
		return this._data.getInt8(this.offset++);
	}
	readUint8() {
		return this._data.getUint8(this.offset++);
	}
	readByte() {
		return this.readUint8();
	}
	readBytes(n = 1) {
		return this.readArray(n, "uint8");
	}
	readArray(size, type) {
		const bytes = typedArrays[type].BYTES_PER_ELEMENT * size;
		const offset = this.byteOffset + this.offset;
		const slice = this.buffer.slice(offset, offset + bytes);
		if (this.littleEndian === hostBigEndian && type !== "uint8" && type !== "int8") {
			const slice = new Uint8Array(this.buffer.slice(offset, offset + bytes));
			slice.reverse();
			const returnArray = new typedArrays[type](slice.buffer);
			this.offset += bytes;
			returnArray.reverse();
			return returnArray;
		}
		const returnArray = new typedArrays[type](slice);
		this.offset += bytes;
		return returnArray;
	}
	readInt16() {
		const value = this._data.getInt16(this.offset, this.littleEndian);
		this.offset += 2;
		return value;
	}
	readUint16() {
		const value = this._data.getUint16(this.offset, this.littleEndian);
		this.offset += 2;
		return value;
	}
	readInt32() {
		const value = this._data.getInt32(this.offset, this.littleEndian);
		this.offset += 4;
		return value;
	}
	readUint32() {
		const value = this._data.getUint32(this.offset, this.littleEndian);
		this.offset += 4;
		return value;
	}
	readFloat32() {
		const value = this._data.getFloat32(this.offset, this.littleEndian);
		this.offset += 4;
		return value;
	}
	readFloat64() {
		const value = this._data.getFloat64(this.offset, this.littleEndian);
		this.offset += 8;
		return value;
	}
	readBigInt64() {
		const value = this._data.getBigInt64(this.offset, this.littleEndian);
		this.offset += 8;
		return value;
	}
	readBigUint64() {
		const value = this._data.getBigUint64(this.offset, this.littleEndian);
		this.offset += 8;
		return value;
	}
	readChar() {
		return String.fromCharCode(this.readInt8());
	}
	readChars(n = 1) {
		let result = "";
		for (let i = 0; i < n; i++) result += this.readChar();
		return result;
	}
	readUtf8(n = 1) {
		return decode(this.readBytes(n));
	}
	decodeText(n = 1, encoding = "utf8") {
		return decode(this.readBytes(n), encoding);
	}
	writeBoolean(value) {
		this.writeUint8(value ? 255 : 0);
		return this;
	}
	writeInt8(value) {
		this.ensureAvailable(1);
		this._data.setInt8(this.offset++, value);
		this._updateLastWrittenByte();
		return this;
	}
	writeUint8(value) {
		this.ensureAvailable(1);
		this._data.setUint8(this.offset++, value);
		this._updateLastWrittenByte();
		return this;
	}
	writeByte(value) {
		return this.writeUint8(value);
	}
	writeBytes(bytes) {
		this.ensureAvailable(bytes.length);
		for (let i = 0; i < bytes.length; i++) this._data.setUint8(this.offset++, bytes[i]);
		this._updateLastWrittenByte();
		return this;
	}
	writeInt16(value) {
		this.ensureAvailable(2);
		this._data.setInt16(this.offset, value, this.littleEndian);
		this.offset += 2;
		this._updateLastWrittenByte();
		return this;
	}
	writeUint16(value) {
		this.ensureAvailable(2);
		this._data.setUint16(this.offset, value, this.littleEndian);
		this.offset += 2;
		this._updateLastWrittenByte();
		return this;
	}
	writeInt32(value) {
		this.ensureAvailable(4);
		this._data.setInt32(this.offset, value, this.littleEndian);
		this.offset += 4;
		this._updateLastWrittenByte();
		return this;
	}
	writeUint32(value) {
		this.ensureAvailable(4);
		this._data.setUint32(this.offset, value, this.littleEndian);
		this.offset += 4;
		this._updateLastWrittenByte();
		return this;
	}
	writeFloat32(value) {
		this.ensureAvailable(4);
		this._data.setFloat32(this.offset, value, this.littleEndian);
		this.offset += 4;
		this._updateLastWrittenByte();
		return this;
	}
	writeFloat64(value) {
		this.ensureAvailable(8);
		this._data.setFloat64(this.offset, value, this.littleEndian);
		this.offset += 8;
		this._updateLastWrittenByte();
		return this;
	}
	writeBigInt64(value) {
		this.ensureAvailable(8);
		this._data.setBigInt64(this.offset, value, this.littleEndian);
		this.offset += 8;
		this._updateLastWrittenByte();
		return this;
	}
	writeBigUint64(value) {
		this.ensureAvailable(8);
		this._data.setBigUint64(this.offset, value, this.littleEndian);
		this.offset += 8;
		this._updateLastWrittenByte();
		return this;
	}
	writeChar(str) {
		return this.writeUint8(str.charCodeAt(0));
	}
	writeChars(str) {
		for (let i = 0; i < str.length; i++) this.writeUint8(str.charCodeAt(i));
		return this;
	}
	writeUtf8(str) {
		return this.writeBytes(encode(str));
	}
	toArray() {
		return new Uint8Array(this.buffer, this.byteOffset, this.lastWrittenByte);
	}
	getWrittenByteLength() {
		return this.lastWrittenByte - this.byteOffset;
	}
	_updateLastWrittenByte() {
		if (this.offset > this.lastWrittenByte) this.lastWrittenByte = this.offset;
	}
};

// node_modules/fast-png/lib/helpers/crc.js
const crcTable = [];
for (let n = 0; n < 256; n++) {
	let c = n;
	for (let k = 0; k < 8; k++) if (c & 1) c = 3988292384 ^ c >>> 1;
	else c = c >>> 1;
	crcTable[n] = c;
}
const initialCrc = 4294967295;
function updateCrc(currentCrc, data, length) {
	let c = currentCrc;
	for (let n = 0; n < length; n++) c = crcTable[(c ^ data[n]) & 255] ^ c >>> 8;
	return c;
}
function crc(data, length) {
	return (updateCrc(initialCrc, data, length) ^ initialCrc) >>> 0;
}
function checkCrc(buffer, crcLength, chunkName) {
	const expectedCrc = buffer.readUint32();
	const actualCrc = crc(new Uint8Array(buffer.buffer, buffer.byteOffset + buffer.offset - crcLength - 4, crcLength), crcLength);
	if (actualCrc !== expectedCrc) throw new Error(`CRC mismatch for chunk ${chunkName}. Expected ${expectedCrc}, found ${actualCrc}`);
}

// node_modules/fast-png/lib/helpers/unfilter.js
function unfilterNone(currentLine, newLine, bytesPerLine) {
	for (let i = 0; i < bytesPerLine; i++) newLine[i] = currentLine[i];
}
function unfilterSub(currentLine, newLine, bytesPerLine, bytesPerPixel) {
	let i = 0;
	for (; i < bytesPerPixel; i++) newLine[i] = currentLine[i];
	for (; i < bytesPerLine; i++) newLine[i] = currentLine[i] + newLine[i - bytesPerPixel] & 255;
}
function unfilterUp(currentLine, newLine, prevLine, bytesPerLine) {
	let i = 0;
	if (prevLine.length === 0) for (; i < bytesPerLine; i++) newLine[i] = currentLine[i];
	else for (; i < bytesPerLine; i++) newLine[i] = currentLine[i] + prevLine[i] & 255;
}
function unfilterAverage(currentLine, newLine, prevLine, bytesPerLine, bytesPerPixel) {
	let i = 0;
	if (prevLine.length === 0) {
		for (; i < bytesPerPixel; i++) newLine[i] = currentLine[i];
		for (; i < bytesPerLine; i++) newLine[i] = currentLine[i] + (newLine[i - bytesPerPixel] >> 1) & 255;
	} else {
		for (; i < bytesPerPixel; i++) newLine[i] = currentLine[i] + (prevLine[i] >> 1) & 255;
		for (; i < bytesPerLine; i++) newLine[i] = currentLine[i] + (newLine[i - bytesPerPixel] + prevLine[i] >> 1) & 255;
	}
}
function unfilterPaeth(currentLine, newLine, prevLine, bytesPerLine, bytesPerPixel) {
	let i = 0;
	if (prevLine.length === 0) {
		for (; i < bytesPerPixel; i++) newLine[i] = currentLine[i];
		for (; i < bytesPerLine; i++) newLine[i] = currentLine[i] + newLine[i - bytesPerPixel] & 255;
	} else {
		for (; i < bytesPerPixel; i++) newLine[i] = currentLine[i] + prevLine[i] & 255;
		for (; i < bytesPerLine; i++) newLine[i] = currentLine[i] + paethPredictor(newLine[i - bytesPerPixel], prevLine[i], prevLine[i - bytesPerPixel]) & 255;
	}
}
function paethPredictor(a, b, c) {
	const p = a + b - c;
	const pa = Math.abs(p - a);
	const pb = Math.abs(p - b);
	const pc = Math.abs(p - c);
	if (pa <= pb && pa <= pc) return a;
	else if (pb <= pc) return b;
	else return c;
}

// node_modules/fast-png/lib/helpers/apply_unfilter.js
function applyUnfilter(filterType, currentLine, newLine, prevLine, passLineBytes, bytesPerPixel) {
	switch (filterType) {
		case 0:
			unfilterNone(currentLine, newLine, passLineBytes);
			break;
		case 1:
			unfilterSub(currentLine, newLine, passLineBytes, bytesPerPixel);
			break;
		case 2:
			unfilterUp(currentLine, newLine, prevLine, passLineBytes);
			break;
		case 3:
			unfilterAverage(currentLine, newLine, prevLine, passLineBytes, bytesPerPixel);
			break;
		case 4:
			unfilterPaeth(currentLine, newLine, prevLine, passLineBytes, bytesPerPixel);
			break;
		default: throw new Error(`Unsupported filter: ${filterType}`);
	}
}

// node_modules/fast-png/lib/helpers/decode_interlace_adam7.js
const uint16$1 = new Uint16Array([255]);
const osIsLittleEndian$1 = new Uint8Array(uint16$1.buffer)[0] === 255;
function decodeInterlaceAdam7(params) {
	const { data, width, height, channels, depth } = params;
	const passes = [
		{
			x: 0,
			y: 0,
			xStep: 8,
			yStep: 8
		},
		{
			x: 4,
			y: 0,
			xStep: 8,
			yStep: 8
		},
		{
			x: 0,
			y: 4,
			xStep: 4,
			yStep: 8
		},
		{
			x: 2,
			y: 0,
			xStep: 4,
			yStep: 4
		},
		{
			x: 0,
			y: 2,
			xStep: 2,
			yStep: 4
		},
		{
			x: 1,
			y: 0,
			xStep: 2,
			yStep: 2
		},
		{
			x: 0,
			y: 1,
			xStep: 1,
			yStep: 2
		}
	];
	const bytesPerPixel = Math.ceil(depth / 8) * channels;
	const resultData = new Uint8Array(height * width * bytesPerPixel);
	let offset = 0;
	for (let passIndex = 0; passIndex < 7; passIndex++) {
		const pass = passes[passIndex];
		const passWidth = Math.ceil((width - pass.x) / pass.xStep);
		const passHeight = Math.ceil((height - pass.y) / pass.yStep);
		if (passWidth <= 0 || passHeight <= 0) continue;
		const passLineBytes = passWidth * bytesPerPixel;
		const prevLine = new Uint8Array(passLineBytes);
		for (let y = 0; y < passHeight; y++) {
			const filterType = data[offset++];
			const currentLine = data.subarray(offset, offset + passLineBytes);
			offset += passLineBytes;
			const newLine = new Uint8Array(passLineBytes);
			applyUnfilter(filterType, currentLine, newLine, prevLine, passLineBytes, bytesPerPixel);
			prevLine.set(newLine);
			for (let x = 0; x < passWidth; x++) {
				const outputX = pass.x + x * pass.xStep;
				const outputY = pass.y + y * pass.yStep;
				if (outputX >= width || outputY >= height) continue;
				for (let i = 0; i < bytesPerPixel; i++) resultData[(outputY * width + outputX) * bytesPerPixel + i] = newLine[x * bytesPerPixel + i];
			}
		}
	}
	if (depth === 16) {
		const uint16Data = new Uint16Array(resultData.buffer);
		if (osIsLittleEndian$1) for (let k = 0; k < uint16Data.length; k++) uint16Data[k] = swap16$1(uint16Data[k]);
		return uint16Data;
	} else return resultData;
}
function swap16$1(val) {
	return (val & 255) << 8 | val >> 8 & 255;
}

// node_modules/fast-png/lib/helpers/decode_interlace_null.js
const uint16 = new Uint16Array([255]);
const osIsLittleEndian = new Uint8Array(uint16.buffer)[0] === 255;
const empty = /* @__PURE__ */ new Uint8Array(0);
function decodeInterlaceNull(params) {
	const { data, width, height, channels, depth } = params;
	const bytesPerPixel = Math.ceil(depth / 8) * channels;
	const bytesPerLine = Math.ceil(depth / 8 * channels * width);
	const newData = new Uint8Array(height * bytesPerLine);
	let prevLine = empty;
	let offset = 0;
	let currentLine;
	let newLine;
	for (let i = 0; i < height; i++) {
		currentLine = data.subarray(offset + 1, offset + 1 + bytesPerLine);
		newLine = newData.subarray(i * bytesPerLine, (i + 1) * bytesPerLine);
		switch (data[offset]) {
			case 0:
				unfilterNone(currentLine, newLine, bytesPerLine);
				break;
			case 1:
				unfilterSub(currentLine, newLine, bytesPerLine, bytesPerPixel);
				break;
			case 2:
				unfilterUp(currentLine, newLine, prevLine, bytesPerLine);
				break;
			case 3:
				unfilterAverage(currentLine, newLine, prevLine, bytesPerLine, bytesPerPixel);
				break;
			case 4:
				unfilterPaeth(currentLine, newLine, prevLine, bytesPerLine, bytesPerPixel);
				break;
			default: throw new Error(`Unsupported filter: ${data[offset]}`);
		}
		prevLine = newLine;
		offset += bytesPerLine + 1;
	}
	if (depth === 16) {
		const uint16Data = new Uint16Array(newData.buffer);
		if (osIsLittleEndian) for (let k = 0; k < uint16Data.length; k++) uint16Data[k] = swap16(uint16Data[k]);
		return uint16Data;
	} else return newData;
}
function swap16(val) {
	return (val & 255) << 8 | val >> 8 & 255;
}

// node_modules/fast-png/lib/helpers/signature.js
const pngSignature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);
function checkSignature(buffer) {
	if (!hasPngSignature(buffer.readBytes(pngSignature.length))) throw new Error("wrong PNG signature");
}
function hasPngSignature(array) {
	if (array.length < pngSignature.length) return false;
	for (let i = 0; i < pngSignature.length; i++) if (array[i] !== pngSignature[i]) return false;
	return true;
}

// node_modules/fast-png/lib/helpers/text.js
const textChunkName = "tEXt";
const NULL = 0;
const latin1Decoder = new TextDecoder("latin1");
function validateKeyword(keyword) {
	validateLatin1(keyword);
	if (keyword.length === 0 || keyword.length > 79) throw new Error("keyword length must be between 1 and 79");
}
const latin1Regex = /^[\u0000-\u00FF]*$/;
function validateLatin1(text) {
	if (!latin1Regex.test(text)) throw new Error("invalid latin1 text");
}
function decodetEXt(text, buffer, length) {
	const keyword = readKeyword(buffer);
	text[keyword] = readLatin1(buffer, length - keyword.length - 1);
}
function readKeyword(buffer) {
	buffer.mark();
	while (buffer.readByte() !== NULL);
	const end = buffer.offset;
	buffer.reset();
	const keyword = latin1Decoder.decode(buffer.readBytes(end - buffer.offset - 1));
	buffer.skip(1);
	validateKeyword(keyword);
	return keyword;
}
function readLatin1(buffer, length) {
	return latin1Decoder.decode(buffer.readBytes(length));
}

// node_modules/fast-png/lib/internal_types.js
const ColorType = {
	UNKNOWN: -1,
	GREYSCALE: 0,
	TRUECOLOUR: 2,
	INDEXED_COLOUR: 3,
	GREYSCALE_ALPHA: 4,
	TRUECOLOUR_ALPHA: 6
};
const CompressionMethod = {
	UNKNOWN: -1,
	DEFLATE: 0
};
const FilterMethod = {
	UNKNOWN: -1,
	ADAPTIVE: 0
};
const InterlaceMethod = {
	UNKNOWN: -1,
	NO_INTERLACE: 0,
	ADAM7: 1
};
const DisposeOpType = {
	NONE: 0,
	BACKGROUND: 1,
	PREVIOUS: 2
};
const BlendOpType = {
	SOURCE: 0,
	OVER: 1
};

// node_modules/fast-png/lib/png_decoder.js
var PngDecoder = class extends IOBuffer {
	_checkCrc;
	_inflator;
	_png;
	_apng;
	_end;
	_hasPalette;
	_palette;
	_hasTransparency;
	_transparency;
	_compressionMethod;
	_filterMethod;
	_interlaceMethod;
	_colorType;
	_isAnimated;
	_numberOfFrames;
	_numberOfPlays;
	_frames;
	_writingDataChunks;
	_chunks;
	_inflatorResult;
	constructor(data, options = {}) {
		super(data);
		const { checkCrc = false } = options;
		this._checkCrc = checkCrc;
		this._inflator = new Unzlib((chunk, final) => {
			this._chunks.push(chunk);
			if (final) {
				const totalLength = this._chunks.reduce((sum, c) => sum + c.length, 0);
				this._inflatorResult = new Uint8Array(totalLength);
				let offset = 0;
				for (const chunk of this._chunks) {
					this._inflatorResult.set(chunk, offset);
					offset += chunk.length;
				}
				this._chunks = [];
			}
		});
		this._chunks = [];
		this._png = {
			width: -1,
			height: -1,
			channels: -1,
			data: /* @__PURE__ */ new Uint8Array(0),
			depth: 1,
			text: {}
		};
		this._apng = {
			width: -1,
			height: -1,
			channels: -1,
			depth: 1,
			numberOfFrames: 1,
			numberOfPlays: 0,
			text: {},
			frames: []
		};
		this._end = false;
		this._hasPalette = false;
		this._palette = [];
		this._hasTransparency = false;
		this._transparency = /* @__PURE__ */ new Uint16Array(0);
		this._compressionMethod = CompressionMethod.UNKNOWN;
		this._filterMethod = FilterMethod.UNKNOWN;
		this._interlaceMethod = InterlaceMethod.UNKNOWN;
		this._colorType = ColorType.UNKNOWN;
		this._isAnimated = false;
		this._numberOfFrames = 1;
		this._numberOfPlays = 0;
		this._frames = [];
		this._writingDataChunks = false;
		this._inflatorResult = /* @__PURE__ */ new Uint8Array(0);
		this.setBigEndian();
	}
	decode() {
		checkSignature(this);
		while (!this._end) {
			const length = this.readUint32();
			const type = this.readChars(4);
			this.decodeChunk(length, type);
		}
		this._inflator.push(/* @__PURE__ */ new Uint8Array(0), true);
		this.decodeImage();
		return this._png;
	}
	decodeApng() {
		checkSignature(this);
		while (!this._end) {
			const length = this.readUint32();
			const type = this.readChars(4);
			this.decodeApngChunk(length, type);
		}
		this.decodeApngImage();
		return this._apng;
	}
	decodeChunk(length, type) {
		const offset = this.offset;
		switch (type) {
			case "IHDR":
				this.decodeIHDR();
				break;
			case "PLTE":
				this.decodePLTE(length);
				break;
			case "IDAT":
				this.decodeIDAT(length);
				break;
			case "IEND":
				this._end = true;
				break;
			case "tRNS":
				this.decodetRNS(length);
				break;
			case "iCCP":
				this.decodeiCCP(length);
				break;
			case textChunkName:
				decodetEXt(this._png.text, this, length);
				break;
			case "pHYs":
				this.decodepHYs();
				break;
			default: this.skip(length);
		}
		if (this.offset - offset !== length) throw new Error(`Length mismatch while decoding chunk ${type}`);
		if (this._checkCrc) checkCrc(this, length + 4, type);
		else this.skip(4);
	}
	decodeApngChunk(length, type) {
		const offset = this.offset;
		if (type !== "fdAT" && type !== "IDAT" && this._writingDataChunks) this.pushDataToFrame();
		switch (type) {
			case "acTL":
				this.decodeACTL();
				break;
			case "fcTL":
				this.decodeFCTL();
				break;
			case "fdAT":
				this.decodeFDAT(length);
				break;
			default:
				this.decodeChunk(length, type);
				this.offset = offset + length;
		}
		if (this.offset - offset !== length) throw new Error(`Length mismatch while decoding chunk ${type}`);
		if (this._checkCrc) checkCrc(this, length + 4, type);
		else this.skip(4);
	}
	decodeIHDR() {
		const image = this._png;
		image.width = this.readUint32();
		image.height = this.readUint32();
		image.depth = checkBitDepth(this.readUint8());
		const colorType = this.readUint8();
		this._colorType = colorType;
		let channels;
		switch (colorType) {
			case ColorType.GREYSCALE:
				channels = 1;
				break;
			case ColorType.TRUECOLOUR:
				channels = 3;
				break;
			case ColorType.INDEXED_COLOUR:
				channels = 1;
				break;
			case ColorType.GREYSCALE_ALPHA:
				channels = 2;
				break;
			case ColorType.TRUECOLOUR_ALPHA:
				channels = 4;
				break;
			case ColorType.UNKNOWN:
			default: throw new Error(`Unknown color type: ${colorType}`);
		}
		this._png.channels = channels;
		this._compressionMethod = this.readUint8();
		if (this._compressionMethod !== CompressionMethod.DEFLATE) throw new Error(`Unsupported compression method: ${this._compressionMethod}`);
		this._filterMethod = this.readUint8();
		this._interlaceMethod = this.readUint8();
	}
	decodeACTL() {
		this._numberOfFrames = this.readUint32();
		this._numberOfPlays = this.readUint32();
		this._isAnimated = true;
	}
	decodeFCTL() {
		const image = {
			sequenceNumber: this.readUint32(),
			width: this.readUint32(),
			height: this.readUint32(),
			xOffset: this.readUint32(),
			yOffset: this.readUint32(),
			delayNumber: this.readUint16(),
			delayDenominator: this.readUint16(),
			disposeOp: this.readUint8(),
			blendOp: this.readUint8(),
			data: /* @__PURE__ */ new Uint8Array(0)
		};
		this._frames.push(image);
	}
	decodePLTE(length) {
		if (length % 3 !== 0) throw new RangeError(`PLTE field length must be a multiple of 3. Got ${length}`);
		const l = length / 3;
		this._hasPalette = true;
		const palette = [];
		this._palette = palette;
		for (let i = 0; i < l; i++) palette.push([
			this.readUint8(),
			this.readUint8(),
			this.readUint8()
		]);
	}
	decodeIDAT(length) {
		this._writingDataChunks = true;
		const dataLength = length;
		const dataOffset = this.offset + this.byteOffset;
		try {
			this._inflator.push(new Uint8Array(this.buffer, dataOffset, dataLength), false);
		} catch (error) {
			throw new Error("Error while decompressing the data:", { cause: error });
		}
		this.skip(length);
	}
	decodeFDAT(length) {
		this._writingDataChunks = true;
		let dataLength = length;
		let dataOffset = this.offset + this.byteOffset;
		dataOffset += 4;
		dataLength -= 4;
		try {
			this._inflator.push(new Uint8Array(this.buffer, dataOffset, dataLength), false);
		} catch (error) {
			throw new Error("Error while decompressing the data:", { cause: error });
		}
		this.skip(length);
	}
	decodetRNS(length) {
		switch (this._colorType) {
			case ColorType.GREYSCALE:
			case ColorType.TRUECOLOUR:
				if (length % 2 !== 0) throw new RangeError(`tRNS chunk length must be a multiple of 2. Got ${length}`);
				if (length / 2 > this._png.width * this._png.height) throw new Error(`tRNS chunk contains more alpha values than there are pixels (${length / 2} vs ${this._png.width * this._png.height})`);
				this._hasTransparency = true;
				this._transparency = new Uint16Array(length / 2);
				for (let i = 0; i < length / 2; i++) this._transparency[i] = this.readUint16();
				break;
			case ColorType.INDEXED_COLOUR: {
				if (length > this._palette.length) throw new Error(`tRNS chunk contains more alpha values than there are palette colors (${length} vs ${this._palette.length})`);
				let i = 0;
				for (; i < length; i++) {
					const alpha = this.readByte();
					this._palette[i].push(alpha);
				}
				for (; i < this._palette.length; i++) this._palette[i].push(255);
				break;
			}
			case ColorType.UNKNOWN:
			case ColorType.GREYSCALE_ALPHA:
			case ColorType.TRUECOLOUR_ALPHA:
			default: throw new Error(`tRNS chunk is not supported for color type ${this._colorType}`);
		}
	}
	decodeiCCP(length) {
		const name = readKeyword(this);
		const compressionMethod = this.readUint8();
		if (compressionMethod !== CompressionMethod.DEFLATE) throw new Error(`Unsupported iCCP compression method: ${compressionMethod}`);
		const compressedProfile = this.readBytes(length - name.length - 2);
		this._png.iccEmbeddedProfile = {
			name,
			profile: unzlibSync(compressedProfile)
		};
	}
	decodepHYs() {
		const ppuX = this.readUint32();
		const ppuY = this.readUint32();
		const unitSpecifier = this.readByte();
		this._png.resolution = {
			x: ppuX,
			y: ppuY,
			unit: unitSpecifier
		};
	}
	decodeApngImage() {
		this._apng.width = this._png.width;
		this._apng.height = this._png.height;
		this._apng.channels = this._png.channels;
		this._apng.depth = this._png.depth;
		this._apng.numberOfFrames = this._numberOfFrames;
		this._apng.numberOfPlays = this._numberOfPlays;
		this._apng.text = this._png.text;
		this._apng.resolution = this._png.resolution;
		for (let i = 0; i < this._numberOfFrames; i++) {
			const newFrame = {
				sequenceNumber: this._frames[i].sequenceNumber,
				delayNumber: this._frames[i].delayNumber,
				delayDenominator: this._frames[i].delayDenominator,
				data: this._apng.depth === 8 ? new Uint8Array(this._apng.width * this._apng.height * this._apng.channels) : new Uint16Array(this._apng.width * this._apng.height * this._apng.channels)
			};
			const frame = this._frames.at(i);
			if (frame) {
				frame.data = decodeInterlaceNull({
					data: frame.data,
					width: frame.width,
					height: frame.height,
					channels: this._apng.channels,
					depth: this._apng.depth
				});
				if (this._hasPalette) this._apng.palette = this._palette;
				if (this._hasTransparency) this._apng.transparency = this._transparency;
				if (i === 0 || frame.xOffset === 0 && frame.yOffset === 0 && frame.width === this._png.width && frame.height === this._png.height) newFrame.data = frame.data;
				else {
					const prevFrame = this._apng.frames.at(i - 1);
					this.disposeFrame(frame, prevFrame, newFrame);
					this.addFrameDataToCanvas(newFrame, frame);
				}
				this._apng.frames.push(newFrame);
			}
		}
		return this._apng;
	}
	disposeFrame(frame, prevFrame, imageFrame) {
		switch (frame.disposeOp) {
			case DisposeOpType.NONE: break;
			case DisposeOpType.BACKGROUND:
				for (let row = 0; row < this._png.height; row++) for (let col = 0; col < this._png.width; col++) {
					const index = (row * frame.width + col) * this._png.channels;
					for (let channel = 0; channel < this._png.channels; channel++) imageFrame.data[index + channel] = 0;
				}
				break;
			case DisposeOpType.PREVIOUS:
				imageFrame.data.set(prevFrame.data);
				break;
			default: throw new Error("Unknown disposeOp");
		}
	}
	addFrameDataToCanvas(imageFrame, frame) {
		const maxValue = 1 << this._png.depth;
		const calculatePixelIndices = (row, col) => {
			return {
				index: ((row + frame.yOffset) * this._png.width + frame.xOffset + col) * this._png.channels,
				frameIndex: (row * frame.width + col) * this._png.channels
			};
		};
		switch (frame.blendOp) {
			case BlendOpType.SOURCE:
				for (let row = 0; row < frame.height; row++) for (let col = 0; col < frame.width; col++) {
					const { index, frameIndex } = calculatePixelIndices(row, col);
					for (let channel = 0; channel < this._png.channels; channel++) imageFrame.data[index + channel] = frame.data[frameIndex + channel];
				}
				break;
			case BlendOpType.OVER:
				for (let row = 0; row < frame.height; row++) for (let col = 0; col < frame.width; col++) {
					const { index, frameIndex } = calculatePixelIndices(row, col);
					for (let channel = 0; channel < this._png.channels; channel++) {
						const sourceAlpha = frame.data[frameIndex + this._png.channels - 1] / maxValue;
						const foregroundValue = channel % (this._png.channels - 1) === 0 ? 1 : frame.data[frameIndex + channel];
						const value = Math.floor(sourceAlpha * foregroundValue + (1 - sourceAlpha) * imageFrame.data[index + channel]);
						imageFrame.data[index + channel] += value;
					}
				}
				break;
			default: throw new Error("Unknown blendOp");
		}
	}
	decodeImage() {
		const data = this._inflatorResult;
		if (this._filterMethod !== FilterMethod.ADAPTIVE) throw new Error(`Filter method ${this._filterMethod} not supported`);
		if (this._interlaceMethod === InterlaceMethod.NO_INTERLACE) this._png.data = decodeInterlaceNull({
			data,
			width: this._png.width,
			height: this._png.height,
			channels: this._png.channels,
			depth: this._png.depth
		});
		else if (this._interlaceMethod === InterlaceMethod.ADAM7) this._png.data = decodeInterlaceAdam7({
			data,
			width: this._png.width,
			height: this._png.height,
			channels: this._png.channels,
			depth: this._png.depth
		});
		else throw new Error(`Interlace method ${this._interlaceMethod} not supported`);
		if (this._hasPalette) this._png.palette = this._palette;
		if (this._hasTransparency) this._png.transparency = this._transparency;
	}
	pushDataToFrame() {
		this._inflator.push(/* @__PURE__ */ new Uint8Array(0), true);
		const result = this._inflatorResult;
		const lastFrame = this._frames.at(-1);
		if (lastFrame) lastFrame.data = result;
		else this._frames.push({
			sequenceNumber: 0,
			width: this._png.width,
			height: this._png.height,
			xOffset: 0,
			yOffset: 0,
			delayNumber: 0,
			delayDenominator: 0,
			disposeOp: DisposeOpType.NONE,
			blendOp: BlendOpType.SOURCE,
			data: result
		});
		this._inflator = new Unzlib((chunk, final) => {
			this._chunks.push(chunk);
			if (final) {
				const totalLength = this._chunks.reduce((sum, c) => sum + c.length, 0);
				this._inflatorResult = new Uint8Array(totalLength);
				let offset = 0;
				for (const chunk of this._chunks) {
					this._inflatorResult.set(chunk, offset);
					offset += chunk.length;
				}
				this._chunks = [];
			}
		});
		this._chunks = [];
		this._writingDataChunks = false;
	}
};
function checkBitDepth(value) {
	if (value !== 1 && value !== 2 && value !== 4 && value !== 8 && value !== 16) throw new Error(`invalid bit depth: ${value}`);
	return value;
}

// node_modules/fast-png/lib/convert_indexed_to_rgb.js
function convertIndexedToRgb(decodedImage) {
	const palette = decodedImage.palette;
	const depth = decodedImage.depth;
	if (!palette) throw new Error("Color palette is undefined.");
	checkDataSize(decodedImage);
	const indexSize = decodedImage.width * decodedImage.height;
	const resSize = indexSize * palette[0].length;
	const res = new Uint8Array(resSize);
	let indexPos = 0;
	let offset = 0;
	const indexes = new Uint8Array(indexSize);
	let bit = 255;
	switch (depth) {
		case 1:
			bit = 128;
			break;
		case 2:
			bit = 192;
			break;
		case 4:
			bit = 240;
			break;
		case 8:
			bit = 255;
			break;
		default: throw new Error("Incorrect depth value");
	}
	for (const byte of decodedImage.data) {
		let bit2 = bit;
		let shift = 8;
		while (bit2) {
			shift -= depth;
			indexes[indexPos++] = (byte & bit2) >> shift;
			bit2 = bit2 >> depth;
			if (indexPos % decodedImage.width === 0) break;
		}
	}
	if (decodedImage.palette) for (const index of indexes) {
		const color = decodedImage.palette.at(index);
		if (!color) throw new Error("Incorrect index of palette color");
		res.set(color, offset);
		offset += color.length;
	}
	return res;
}
function checkDataSize(image) {
	const expectedSize = image.depth < 8 ? Math.ceil(image.width * image.depth / 8) * image.height * image.channels : image.width * image.height * image.channels;
	if (image.data.length !== expectedSize) throw new RangeError(`wrong data size. Found ${image.data.length}, expected ${expectedSize}`);
}

// node_modules/fast-png/lib/index.js
function decodePng(data, options) {
	return new PngDecoder(data, options).decode();
}

// node_modules/jpeg-js/lib/encoder.js
var require_encoder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function JPEGEncoder(quality) {
		var ffloor = Math.floor;
		var YTable = new Array(64);
		var UVTable = new Array(64);
		var fdtbl_Y = new Array(64);
		var fdtbl_UV = new Array(64);
		var YDC_HT;
		var UVDC_HT;
		var YAC_HT;
		var UVAC_HT;
		var bitcode = new Array(65535);
		var category = new Array(65535);
		var outputfDCTQuant = new Array(64);
		var DU = new Array(64);
		var byteout = [];
		var bytenew = 0;
		var bytepos = 7;
		var YDU = new Array(64);
		var UDU = new Array(64);
		var VDU = new Array(64);
		var clt = new Array(256);
		var RGB_YUV_TABLE = new Array(2048);
		var currentQuality;
		var ZigZag = [
			0,
			1,
			5,
			6,
			14,
			15,
			27,
			28,
			2,
			4,
			7,
			13,
			16,
			26,
			29,
			42,
			3,
			8,
			12,
			17,
			25,
			30,
			41,
			43,
			9,
			11,
			18,
			24,
			31,
			40,
			44,
			53,
			10,
			19,
			23,
			32,
			39,
			45,
			52,
			54,
			20,
			22,
			33,
			38,
			46,
			51,
			55,
			60,
			21,
			34,
			37,
			47,
			50,
			56,
			59,
			61,
			35,
			36,
			48,
			49,
			57,
			58,
			62,
			63
		];
		var std_dc_luminance_nrcodes = [
			0,
			0,
			1,
			5,
			1,
			1,
			1,
			1,
			1,
			1,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		];
		var std_dc_luminance_values = [
			0,
			1,
			2,
			3,
			4,
			5,
			6,
			7,
			8,
			9,
			10,
			11
		];
		var std_ac_luminance_nrcodes = [
			0,
			0,
			2,
			1,
			3,
			3,
			2,
			4,
			3,
			5,
			5,
			4,
			4,
			0,
			0,
			1,
			125
		];
		var std_ac_luminance_values = [
			1,
			2,
			3,
			0,
			4,
			17,
			5,
			18,
			33,
			49,
			65,
			6,
			19,
			81,
			97,
			7,
			34,
			113,
			20,
			50,
			129,
			145,
			161,
			8,
			35,
			66,
			177,
			193,
			21,
			82,
			209,
			240,
			36,
			51,
			98,
			114,
			130,
			9,
			10,
			22,
			23,
			24,
			25,
			26,
			37,
			38,
			39,
			40,
			41,
			42,
			52,
			53,
			54,
			55,
			56,
			57,
			58,
			67,
			68,
			69,
			70,
			71,
			72,
			73,
			74,
			83,
			84,
			85,
			86,
			87,
			88,
			89,
			90,
			99,
			100,
			101,
			102,
			103,
			104,
			105,
			106,
			115,
			116,
			117,
			118,
			119,
			120,
			121,
			122,
			131,
			132,
			133,
			134,
			135,
			136,
			137,
			138,
			146,
			147,
			148,
			149,
			150,
			151,
			152,
			153,
			154,
			162,
			163,
			164,
			165,
			166,
			167,
			168,
			169,
			170,
			178,
			179,
			180,
			181,
			182,
			183,
			184,
			185,
			186,
			194,
			195,
			196,
			197,
			198,
			199,
			200,
			201,
			202,
			210,
			211,
			212,
			213,
			214,
			215,
			216,
			217,
			218,
			225,
			226,
			227,
			228,
			229,
			230,
			231,
			232,
			233,
			234,
			241,
			242,
			243,
			244,
			245,
			246,
			247,
			248,
			249,
			250
		];
		var std_dc_chrominance_nrcodes = [
			0,
			0,
			3,
			1,
			1,
			1,
			1,
			1,
			1,
			1,
			1,
			1,
			0,
			0,
			0,
			0,
			0
		];
		var std_dc_chrominance_values = [
			0,
			1,
			2,
			3,
			4,
			5,
			6,
			7,
			8,
			9,
			10,
			11
		];
		var std_ac_chrominance_nrcodes = [
			0,
			0,
			2,
			1,
			2,
			4,
			4,
			3,
			4,
			7,
			5,
			4,
			4,
			0,
			1,
			2,
			119
		];
		var std_ac_chrominance_values = [
			0,
			1,
			2,
			3,
			17,
			4,
			5,
			33,
			49,
			6,
			18,
			65,
			81,
			7,
			97,
			113,
			19,
			34,
			50,
			129,
			8,
			20,
			66,
			145,
			161,
			177,
			193,
			9,
			35,
			51,
			82,
			240,
			21,
			98,
			114,
			209,
			10,
			22,
			36,
			52,
			225,
			37,
			241,
			23,
			24,
			25,
			26,
			38,
			39,
			40,
			41,
			42,
			53,
			54,
			55,
			56,
			57,
			58,
			67,
			68,
			69,
			70,
			71,
			72,
			73,
			74,
			83,
			84,
			85,
			86,
			87,
			88,
			89,
			90,
			99,
			100,
			101,
			102,
			103,
			104,
			105,
			106,
			115,
			116,
			117,
			118,
			119,
			120,
			121,
			122,
			130,
			131,
			132,
			133,
			134,
			135,
			136,
			137,
			138,
			146,
			147,
			148,
			149,
			150,
			151,
			152,
			153,
			154,
			162,
			163,
			164,
			165,
			166,
			167,
			168,
			169,
			170,
			178,
			179,
			180,
			181,
			182,
			183,
			184,
			185,
			186,
			194,
			195,
			196,
			197,
			198,
			199,
			200,
			201,
			202,
			210,
			211,
			212,
			213,
			214,
			215,
			216,
			217,
			218,
			226,
			227,
			228,
			229,
			230,
			231,
			232,
			233,
			234,
			242,
			243,
			244,
			245,
			246,
			247,
			248,
			249,
			250
		];
		function initQuantTables(sf) {
			var YQT = [
				16,
				11,
				10,
				16,
				24,
				40,
				51,
				61,
				12,
				12,
				14,
				19,
				26,
				58,
				60,
				55,
				14,
				13,
				16,
				24,
				40,
				57,
				69,
				56,
				14,
				17,
				22,
				29,
				51,
				87,
				80,
				62,
				18,
				22,
				37,
				56,
				68,
				109,
				103,
				77,
				24,
				35,
				55,
				64,
				81,
				104,
				113,
				92,
				49,
				64,
				78,
				87,
				103,
				121,
				120,
				101,
				72,
				92,
				95,
				98,
				112,
				100,
				103,
				99
			];
			for (var i = 0; i < 64; i++) {
				var t = ffloor((YQT[i] * sf + 50) / 100);
				if (t < 1) t = 1;
				else if (t > 255) t = 255;
				YTable[ZigZag[i]] = t;
			}
			var UVQT = [
				17,
				18,
				24,
				47,
				99,
				99,
				99,
				99,
				18,
				21,
				26,
				66,
				99,
				99,
				99,
				99,
				24,
				26,
				56,
				99,
				99,
				99,
				99,
				99,
				47,
				66,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99,
				99
			];
			for (var j = 0; j < 64; j++) {
				var u = ffloor((UVQT[j] * sf + 50) / 100);
				if (u < 1) u = 1;
				else if (u > 255) u = 255;
				UVTable[ZigZag[j]] = u;
			}
			var aasf = [
				1,
				1.387039845,
				1.306562965,
				1.175875602,
				1,
				.785694958,
				.5411961,
				.275899379
			];
			var k = 0;
			for (var row = 0; row < 8; row++) for (var col = 0; col < 8; col++) {
				fdtbl_Y[k] = 1 / (YTable[ZigZag[k]] * aasf[row] * aasf[col] * 8);
				fdtbl_UV[k] = 1 / (UVTable[ZigZag[k]] * aasf[row] * aasf[col] * 8);
				k++;
			}
		}
		function computeHuffmanTbl(nrcodes, std_table) {
			var codevalue = 0;
			var pos_in_table = 0;
			var HT = new Array();
			for (var k = 1; k <= 16; k++) {
				for (var j = 1; j <= nrcodes[k]; j++) {
					HT[std_table[pos_in_table]] = [];
					HT[std_table[pos_in_table]][0] = codevalue;
					HT[std_table[pos_in_table]][1] = k;
					pos_in_table++;
					codevalue++;
				}
				codevalue *= 2;
			}
			return HT;
		}
		function initHuffmanTbl() {
			YDC_HT = computeHuffmanTbl(std_dc_luminance_nrcodes, std_dc_luminance_values);
			UVDC_HT = computeHuffmanTbl(std_dc_chrominance_nrcodes, std_dc_chrominance_values);
			YAC_HT = computeHuffmanTbl(std_ac_luminance_nrcodes, std_ac_luminance_values);
			UVAC_HT = computeHuffmanTbl(std_ac_chrominance_nrcodes, std_ac_chrominance_values);
		}
		function initCategoryNumber() {
			var nrlower = 1;
			var nrupper = 2;
			for (var cat = 1; cat <= 15; cat++) {
				for (var nr = nrlower; nr < nrupper; nr++) {
					category[32767 + nr] = cat;
					bitcode[32767 + nr] = [];
					bitcode[32767 + nr][1] = cat;
					bitcode[32767 + nr][0] = nr;
				}
				for (var nrneg = -(nrupper - 1); nrneg <= -nrlower; nrneg++) {
					category[32767 + nrneg] = cat;
					bitcode[32767 + nrneg] = [];
					bitcode[32767 + nrneg][1] = cat;
					bitcode[32767 + nrneg][0] = nrupper - 1 + nrneg;
				}
				nrlower <<= 1;
				nrupper <<= 1;
			}
		}
		function initRGBYUVTable() {
			for (var i = 0; i < 256; i++) {
				RGB_YUV_TABLE[i] = 19595 * i;
				RGB_YUV_TABLE[i + 256 >> 0] = 38470 * i;
				RGB_YUV_TABLE[i + 512 >> 0] = 7471 * i + 32768;
				RGB_YUV_TABLE[i + 768 >> 0] = -11059 * i;
				RGB_YUV_TABLE[i + 1024 >> 0] = -21709 * i;
				RGB_YUV_TABLE[i + 1280 >> 0] = 32768 * i + 8421375;
				RGB_YUV_TABLE[i + 1536 >> 0] = -27439 * i;
				RGB_YUV_TABLE[i + 1792 >> 0] = -5329 * i;
			}
		}
		function writeBits(bs) {
			var value = bs[0];
			var posval = bs[1] - 1;
			while (posval >= 0) {
				if (value & 1 << posval) bytenew |= 1 << bytepos;
				posval--;
				bytepos--;
				if (bytepos < 0) {
					if (bytenew == 255) {
						writeByte(255);
						writeByte(0);
					} else writeByte(bytenew);
					bytepos = 7;
					bytenew = 0;
				}
			}
		}
		function writeByte(value) {
			byteout.push(value);
		}
		function writeWord(value) {
			writeByte(value >> 8 & 255);
			writeByte(value & 255);
		}
		function fDCTQuant(data, fdtbl) {
			var d0, d1, d2, d3, d4, d5, d6, d7;
			var dataOff = 0;
			var i;
			var I8 = 8;
			var I64 = 64;
			for (i = 0; i < I8; ++i) {
				d0 = data[dataOff];
				d1 = data[dataOff + 1];
				d2 = data[dataOff + 2];
				d3 = data[dataOff + 3];
				d4 = data[dataOff + 4];
				d5 = data[dataOff + 5];
				d6 = data[dataOff + 6];
				d7 = data[dataOff + 7];
				var tmp0 = d0 + d7;
				var tmp7 = d0 - d7;
				var tmp1 = d1 + d6;
				var tmp6 = d1 - d6;
				var tmp2 = d2 + d5;
				var tmp5 = d2 - d5;
				var tmp3 = d3 + d4;
				var tmp4 = d3 - d4;
				var tmp10 = tmp0 + tmp3;
				var tmp13 = tmp0 - tmp3;
				var tmp11 = tmp1 + tmp2;
				var tmp12 = tmp1 - tmp2;
				data[dataOff] = tmp10 + tmp11;
				data[dataOff + 4] = tmp10 - tmp11;
				var z1 = (tmp12 + tmp13) * .707106781;
				data[dataOff + 2] = tmp13 + z1;
				data[dataOff + 6] = tmp13 - z1;
				tmp10 = tmp4 + tmp5;
				tmp11 = tmp5 + tmp6;
				tmp12 = tmp6 + tmp7;
				var z5 = (tmp10 - tmp12) * .382683433;
				var z2 = .5411961 * tmp10 + z5;
				var z4 = 1.306562965 * tmp12 + z5;
				var z3 = tmp11 * .707106781;
				var z11 = tmp7 + z3;
				var z13 = tmp7 - z3;
				data[dataOff + 5] = z13 + z2;
				data[dataOff + 3] = z13 - z2;
				data[dataOff + 1] = z11 + z4;
				data[dataOff + 7] = z11 - z4;
				dataOff += 8;
			}
			dataOff = 0;
			for (i = 0; i < I8; ++i) {
				d0 = data[dataOff];
				d1 = data[dataOff + 8];
				d2 = data[dataOff + 16];
				d3 = data[dataOff + 24];
				d4 = data[dataOff + 32];
				d5 = data[dataOff + 40];
				d6 = data[dataOff + 48];
				d7 = data[dataOff + 56];
				var tmp0p2 = d0 + d7;
				var tmp7p2 = d0 - d7;
				var tmp1p2 = d1 + d6;
				var tmp6p2 = d1 - d6;
				var tmp2p2 = d2 + d5;
				var tmp5p2 = d2 - d5;
				var tmp3p2 = d3 + d4;
				var tmp4p2 = d3 - d4;
				var tmp10p2 = tmp0p2 + tmp3p2;
				var tmp13p2 = tmp0p2 - tmp3p2;
				var tmp11p2 = tmp1p2 + tmp2p2;
				var tmp12p2 = tmp1p2 - tmp2p2;
				data[dataOff] = tmp10p2 + tmp11p2;
				data[dataOff + 32] = tmp10p2 - tmp11p2;
				var z1p2 = (tmp12p2 + tmp13p2) * .707106781;
				data[dataOff + 16] = tmp13p2 + z1p2;
				data[dataOff + 48] = tmp13p2 - z1p2;
				tmp10p2 = tmp4p2 + tmp5p2;
				tmp11p2 = tmp5p2 + tmp6p2;
				tmp12p2 = tmp6p2 + tmp7p2;
				var z5p2 = (tmp10p2 - tmp12p2) * .382683433;
				var z2p2 = .5411961 * tmp10p2 + z5p2;
				var z4p2 = 1.306562965 * tmp12p2 + z5p2;
				var z3p2 = tmp11p2 * .707106781;
				var z11p2 = tmp7p2 + z3p2;
				var z13p2 = tmp7p2 - z3p2;
				data[dataOff + 40] = z13p2 + z2p2;
				data[dataOff + 24] = z13p2 - z2p2;
				data[dataOff + 8] = z11p2 + z4p2;
				data[dataOff + 56] = z11p2 - z4p2;
				dataOff++;
			}
			var fDCTQuant;
			for (i = 0; i < I64; ++i) {
				fDCTQuant = data[i] * fdtbl[i];
				outputfDCTQuant[i] = fDCTQuant > 0 ? fDCTQuant + .5 | 0 : fDCTQuant - .5 | 0;
			}
			return outputfDCTQuant;
		}
		function writeAPP0() {
			writeWord(65504);
			writeWord(16);
			writeByte(74);
			writeByte(70);
			writeByte(73);
			writeByte(70);
			writeByte(0);
			writeByte(1);
			writeByte(1);
			writeByte(0);
			writeWord(1);
			writeWord(1);
			writeByte(0);
			writeByte(0);
		}
		function writeAPP1(exifBuffer) {
			if (!exifBuffer) return;
			writeWord(65505);
			if (exifBuffer[0] === 69 && exifBuffer[1] === 120 && exifBuffer[2] === 105 && exifBuffer[3] === 102) writeWord(exifBuffer.length + 2);
			else {
				writeWord(exifBuffer.length + 5 + 2);
				writeByte(69);
				writeByte(120);
				writeByte(105);
				writeByte(102);
				writeByte(0);
			}
			for (var i = 0; i < exifBuffer.length; i++) writeByte(exifBuffer[i]);
		}
		function writeSOF0(width, height) {
			writeWord(65472);
			writeWord(17);
			writeByte(8);
			writeWord(height);
			writeWord(width);
			writeByte(3);
			writeByte(1);
			writeByte(17);
			writeByte(0);
			writeByte(2);
			writeByte(17);
			writeByte(1);
			writeByte(3);
			writeByte(17);
			writeByte(1);
		}
		function writeDQT() {
			writeWord(65499);
			writeWord(132);
			writeByte(0);
			for (var i = 0; i < 64; i++) writeByte(YTable[i]);
			writeByte(1);
			for (var j = 0; j < 64; j++) writeByte(UVTable[j]);
		}
		function writeDHT() {
			writeWord(65476);
			writeWord(418);
			writeByte(0);
			for (var i = 0; i < 16; i++) writeByte(std_dc_luminance_nrcodes[i + 1]);
			for (var j = 0; j <= 11; j++) writeByte(std_dc_luminance_values[j]);
			writeByte(16);
			for (var k = 0; k < 16; k++) writeByte(std_ac_luminance_nrcodes[k + 1]);
			for (var l = 0; l <= 161; l++) writeByte(std_ac_luminance_values[l]);
			writeByte(1);
			for (var m = 0; m < 16; m++) writeByte(std_dc_chrominance_nrcodes[m + 1]);
			for (var n = 0; n <= 11; n++) writeByte(std_dc_chrominance_values[n]);
			writeByte(17);
			for (var o = 0; o < 16; o++) writeByte(std_ac_chrominance_nrcodes[o + 1]);
			for (var p = 0; p <= 161; p++) writeByte(std_ac_chrominance_values[p]);
		}
		function writeCOM(comments) {
			if (typeof comments === "undefined" || comments.constructor !== Array) return;
			comments.forEach((e) => {
				if (typeof e !== "string") return;
				writeWord(65534);
				var l = e.length;
				writeWord(l + 2);
				var i = 0;
				for (; i < l; i++) writeByte(e.charCodeAt(i));
			});
		}
		function writeSOS() {
			writeWord(65498);
			writeWord(12);
			writeByte(3);
			writeByte(1);
			writeByte(0);
			writeByte(2);
			writeByte(17);
			writeByte(3);
			writeByte(17);
			writeByte(0);
			writeByte(63);
			writeByte(0);
		}
		function processDU(CDU, fdtbl, DC, HTDC, HTAC) {
			var EOB = HTAC[0];
			var M16zeroes = HTAC[240];
			var pos;
			var I16 = 16;
			var I63 = 63;
			var I64 = 64;
			var DU_DCT = fDCTQuant(CDU, fdtbl);
			for (var j = 0; j < I64; ++j) DU[ZigZag[j]] = DU_DCT[j];
			var Diff = DU[0] - DC;
			DC = DU[0];
			if (Diff == 0) writeBits(HTDC[0]);
			else {
				pos = 32767 + Diff;
				writeBits(HTDC[category[pos]]);
				writeBits(bitcode[pos]);
			}
			var end0pos = 63;
			for (; end0pos > 0 && DU[end0pos] == 0; end0pos--);
			if (end0pos == 0) {
				writeBits(EOB);
				return DC;
			}
			var i = 1;
			var lng;
			while (i <= end0pos) {
				var startpos = i;
				for (; DU[i] == 0 && i <= end0pos; ++i);
				var nrzeroes = i - startpos;
				if (nrzeroes >= I16) {
					lng = nrzeroes >> 4;
					for (var nrmarker = 1; nrmarker <= lng; ++nrmarker) writeBits(M16zeroes);
					nrzeroes = nrzeroes & 15;
				}
				pos = 32767 + DU[i];
				writeBits(HTAC[(nrzeroes << 4) + category[pos]]);
				writeBits(bitcode[pos]);
				i++;
			}
			if (end0pos != I63) writeBits(EOB);
			return DC;
		}
		function initCharLookupTable() {
			var sfcc = String.fromCharCode;
			for (var i = 0; i < 256; i++) clt[i] = sfcc(i);
		}
		this.encode = function(image, quality) {
			(/* @__PURE__ */ new Date()).getTime();
			if (quality) setQuality(quality);
			byteout = new Array();
			bytenew = 0;
			bytepos = 7;
			writeWord(65496);
			writeAPP0();
			writeCOM(image.comments);
			writeAPP1(image.exifBuffer);
			writeDQT();
			writeSOF0(image.width, image.height);
			writeDHT();
			writeSOS();
			var DCY = 0;
			var DCU = 0;
			var DCV = 0;
			bytenew = 0;
			bytepos = 7;
			this.encode.displayName = "_encode_";
			var imageData = image.data;
			var width = image.width;
			var height = image.height;
			var quadWidth = width * 4;
			width * 3;
			var x, y = 0;
			var r, g, b;
			var start, p, col, row, pos;
			while (y < height) {
				x = 0;
				while (x < quadWidth) {
					start = quadWidth * y + x;
					p = start;
					col = -1;
					row = 0;
					for (pos = 0; pos < 64; pos++) {
						row = pos >> 3;
						col = (pos & 7) * 4;
						p = start + row * quadWidth + col;
						if (y + row >= height) p -= quadWidth * (y + 1 + row - height);
						if (x + col >= quadWidth) p -= x + col - quadWidth + 4;
						r = imageData[p++];
						g = imageData[p++];
						b = imageData[p++];
						YDU[pos] = (RGB_YUV_TABLE[r] + RGB_YUV_TABLE[g + 256 >> 0] + RGB_YUV_TABLE[b + 512 >> 0] >> 16) - 128;
						UDU[pos] = (RGB_YUV_TABLE[r + 768 >> 0] + RGB_YUV_TABLE[g + 1024 >> 0] + RGB_YUV_TABLE[b + 1280 >> 0] >> 16) - 128;
						VDU[pos] = (RGB_YUV_TABLE[r + 1280 >> 0] + RGB_YUV_TABLE[g + 1536 >> 0] + RGB_YUV_TABLE[b + 1792 >> 0] >> 16) - 128;
					}
					DCY = processDU(YDU, fdtbl_Y, DCY, YDC_HT, YAC_HT);
					DCU = processDU(UDU, fdtbl_UV, DCU, UVDC_HT, UVAC_HT);
					DCV = processDU(VDU, fdtbl_UV, DCV, UVDC_HT, UVAC_HT);
					x += 32;
				}
				y += 8;
			}
			if (bytepos >= 0) {
				var fillbits = [];
				fillbits[1] = bytepos + 1;
				fillbits[0] = (1 << bytepos + 1) - 1;
				writeBits(fillbits);
			}
			writeWord(65497);
			if (typeof module === "undefined") return new Uint8Array(byteout);
			return Buffer.from(byteout);
		};
		function setQuality(quality) {
			if (quality <= 0) quality = 1;
			if (quality > 100) quality = 100;
			if (currentQuality == quality) return;
			var sf = 0;
			if (quality < 50) sf = Math.floor(5e3 / quality);
			else sf = Math.floor(200 - quality * 2);
			initQuantTables(sf);
			currentQuality = quality;
		}
		function init() {
			var time_start = (/* @__PURE__ */ new Date()).getTime();
			if (!quality) quality = 50;
			initCharLookupTable();
			initHuffmanTbl();
			initCategoryNumber();
			initRGBYUVTable();
			setQuality(quality);
			(/* @__PURE__ */ new Date()).getTime() - time_start;
		}
		init();
	}
	if (typeof module !== "undefined") module.exports = encode;
	else if (typeof window !== "undefined") {
		window["jpeg-js"] = window["jpeg-js"] || {};
		window["jpeg-js"].encode = encode;
	}
	function encode(imgData, qu) {
		if (typeof qu === "undefined") qu = 50;
		return {
			data: new JPEGEncoder(qu).encode(imgData, qu),
			width: imgData.width,
			height: imgData.height
		};
	}
}));

// node_modules/jpeg-js/lib/decoder.js
var require_decoder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var JpegImage = (function jpegImage() {
		"use strict";
		var dctZigZag = new Int32Array([
			0,
			1,
			8,
			16,
			9,
			2,
			3,
			10,
			17,
			24,
			32,
			25,
			18,
			11,
			4,
			5,
			12,
			19,
			26,
			33,
			40,
			48,
			41,
			34,
			27,
			20,
			13,
			6,
			7,
			14,
			21,
			28,
			35,
			42,
			49,
			56,
			57,
			50,
			43,
			36,
			29,
			22,
			15,
			23,
			30,
			37,
			44,
			51,
			58,
			59,
			52,
			45,
			38,
			31,
			39,
			46,
			53,
			60,
			61,
			54,
			47,
			55,
			62,
			63
		]);
		var dctCos1 = 4017;
		var dctSin1 = 799;
		var dctCos3 = 3406;
		var dctSin3 = 2276;
		var dctCos6 = 1567;
		var dctSin6 = 3784;
		var dctSqrt2 = 5793;
		var dctSqrt1d2 = 2896;
		function constructor() {}
		function buildHuffmanTable(codeLengths, values) {
			var k = 0, code = [], i, j, length = 16;
			while (length > 0 && !codeLengths[length - 1]) length--;
			code.push({
				children: [],
				index: 0
			});
			var p = code[0], q;
			for (i = 0; i < length; i++) {
				for (j = 0; j < codeLengths[i]; j++) {
					p = code.pop();
					p.children[p.index] = values[k];
					while (p.index > 0) {
						if (code.length === 0) throw new Error("Could not recreate Huffman Table");
						p = code.pop();
					}
					p.index++;
					code.push(p);
					while (code.length <= i) {
						code.push(q = {
							children: [],
							index: 0
						});
						p.children[p.index] = q.children;
						p = q;
					}
					k++;
				}
				if (i + 1 < length) {
					code.push(q = {
						children: [],
						index: 0
					});
					p.children[p.index] = q.children;
					p = q;
				}
			}
			return code[0].children;
		}
		function decodeScan(data, offset, frame, components, resetInterval, spectralStart, spectralEnd, successivePrev, successive, opts) {
			frame.precision;
			frame.samplesPerLine;
			frame.scanLines;
			var mcusPerLine = frame.mcusPerLine;
			var progressive = frame.progressive;
			frame.maxH;
			frame.maxV;
			var startOffset = offset, bitsData = 0, bitsCount = 0;
			function readBit() {
				if (bitsCount > 0) {
					bitsCount--;
					return bitsData >> bitsCount & 1;
				}
				bitsData = data[offset++];
				if (bitsData == 255) {
					var nextByte = data[offset++];
					if (nextByte) throw new Error("unexpected marker: " + (bitsData << 8 | nextByte).toString(16));
				}
				bitsCount = 7;
				return bitsData >>> 7;
			}
			function decodeHuffman(tree) {
				var node = tree, bit;
				while ((bit = readBit()) !== null) {
					node = node[bit];
					if (typeof node === "number") return node;
					if (typeof node !== "object") throw new Error("invalid huffman sequence");
				}
				return null;
			}
			function receive(length) {
				var n = 0;
				while (length > 0) {
					var bit = readBit();
					if (bit === null) return;
					n = n << 1 | bit;
					length--;
				}
				return n;
			}
			function receiveAndExtend(length) {
				var n = receive(length);
				if (n >= 1 << length - 1) return n;
				return n + (-1 << length) + 1;
			}
			function decodeBaseline(component, zz) {
				var t = decodeHuffman(component.huffmanTableDC);
				var diff = t === 0 ? 0 : receiveAndExtend(t);
				zz[0] = component.pred += diff;
				var k = 1;
				while (k < 64) {
					var rs = decodeHuffman(component.huffmanTableAC);
					var s = rs & 15, r = rs >> 4;
					if (s === 0) {
						if (r < 15) break;
						k += 16;
						continue;
					}
					k += r;
					var z = dctZigZag[k];
					zz[z] = receiveAndExtend(s);
					k++;
				}
			}
			function decodeDCFirst(component, zz) {
				var t = decodeHuffman(component.huffmanTableDC);
				var diff = t === 0 ? 0 : receiveAndExtend(t) << successive;
				zz[0] = component.pred += diff;
			}
			function decodeDCSuccessive(component, zz) {
				zz[0] |= readBit() << successive;
			}
			var eobrun = 0;
			function decodeACFirst(component, zz) {
				if (eobrun > 0) {
					eobrun--;
					return;
				}
				var k = spectralStart, e = spectralEnd;
				while (k <= e) {
					var rs = decodeHuffman(component.huffmanTableAC);
					var s = rs & 15, r = rs >> 4;
					if (s === 0) {
						if (r < 15) {
							eobrun = receive(r) + (1 << r) - 1;
							break;
						}
						k += 16;
						continue;
					}
					k += r;
					var z = dctZigZag[k];
					zz[z] = receiveAndExtend(s) * (1 << successive);
					k++;
				}
			}
			var successiveACState = 0, successiveACNextValue;
			function decodeACSuccessive(component, zz) {
				var k = spectralStart, e = spectralEnd, r = 0;
				while (k <= e) {
					var z = dctZigZag[k];
					var direction = zz[z] < 0 ? -1 : 1;
					switch (successiveACState) {
						case 0:
							var rs = decodeHuffman(component.huffmanTableAC);
							var s = rs & 15, r = rs >> 4;
							if (s === 0) {
								if (r < 15) {
									eobrun = receive(r) + (1 << r);
									successiveACState = 4;
								} else {
									r = 16;
									successiveACState = 1;
								}
							} else {
								if (s !== 1) throw new Error("invalid ACn encoding");
								successiveACNextValue = receiveAndExtend(s);
								successiveACState = r ? 2 : 3;
							}
							continue;
						case 1:
						case 2:
							if (zz[z]) zz[z] += (readBit() << successive) * direction;
							else {
								r--;
								if (r === 0) successiveACState = successiveACState == 2 ? 3 : 0;
							}
							break;
						case 3:
							if (zz[z]) zz[z] += (readBit() << successive) * direction;
							else {
								zz[z] = successiveACNextValue << successive;
								successiveACState = 0;
							}
							break;
						case 4: if (zz[z]) zz[z] += (readBit() << successive) * direction;
					}
					k++;
				}
				if (successiveACState === 4) {
					eobrun--;
					if (eobrun === 0) successiveACState = 0;
				}
			}
			function decodeMcu(component, decode, mcu, row, col) {
				var mcuRow = mcu / mcusPerLine | 0;
				var mcuCol = mcu % mcusPerLine;
				var blockRow = mcuRow * component.v + row;
				var blockCol = mcuCol * component.h + col;
				if (component.blocks[blockRow] === void 0 && opts.tolerantDecoding) return;
				decode(component, component.blocks[blockRow][blockCol]);
			}
			function decodeBlock(component, decode, mcu) {
				var blockRow = mcu / component.blocksPerLine | 0;
				var blockCol = mcu % component.blocksPerLine;
				if (component.blocks[blockRow] === void 0 && opts.tolerantDecoding) return;
				decode(component, component.blocks[blockRow][blockCol]);
			}
			var componentsLength = components.length;
			var component, i, j, k, n;
			var decodeFn;
			if (progressive) {
				if (spectralStart === 0) decodeFn = successivePrev === 0 ? decodeDCFirst : decodeDCSuccessive;
				else decodeFn = successivePrev === 0 ? decodeACFirst : decodeACSuccessive;
			} else decodeFn = decodeBaseline;
			var mcu = 0, marker;
			var mcuExpected;
			if (componentsLength == 1) mcuExpected = components[0].blocksPerLine * components[0].blocksPerColumn;
			else mcuExpected = mcusPerLine * frame.mcusPerColumn;
			if (!resetInterval) resetInterval = mcuExpected;
			var h, v;
			while (mcu < mcuExpected) {
				for (i = 0; i < componentsLength; i++) components[i].pred = 0;
				eobrun = 0;
				if (componentsLength == 1) {
					component = components[0];
					for (n = 0; n < resetInterval; n++) {
						decodeBlock(component, decodeFn, mcu);
						mcu++;
					}
				} else for (n = 0; n < resetInterval; n++) {
					for (i = 0; i < componentsLength; i++) {
						component = components[i];
						h = component.h;
						v = component.v;
						for (j = 0; j < v; j++) for (k = 0; k < h; k++) decodeMcu(component, decodeFn, mcu, j, k);
					}
					mcu++;
					if (mcu === mcuExpected) break;
				}
				if (mcu === mcuExpected) do {
					if (data[offset] === 255) {
						if (data[offset + 1] !== 0) break;
					}
					offset += 1;
				} while (offset < data.length - 2);
				bitsCount = 0;
				marker = data[offset] << 8 | data[offset + 1];
				if (marker < 65280) throw new Error("marker was not found");
				if (marker >= 65488 && marker <= 65495) offset += 2;
				else break;
			}
			return offset - startOffset;
		}
		function buildComponentData(frame, component) {
			var lines = [];
			var blocksPerLine = component.blocksPerLine;
			var blocksPerColumn = component.blocksPerColumn;
			var samplesPerLine = blocksPerLine << 3;
			var R = /* @__PURE__ */ new Int32Array(64), r = /* @__PURE__ */ new Uint8Array(64);
			function quantizeAndInverse(zz, dataOut, dataIn) {
				var qt = component.quantizationTable;
				var v0, v1, v2, v3, v4, v5, v6, v7, t;
				var p = dataIn;
				var i = 0;
				for (; i < 64; i++) p[i] = zz[i] * qt[i];
				for (i = 0; i < 8; ++i) {
					var row = 8 * i;
					if (p[1 + row] == 0 && p[2 + row] == 0 && p[3 + row] == 0 && p[4 + row] == 0 && p[5 + row] == 0 && p[6 + row] == 0 && p[7 + row] == 0) {
						t = dctSqrt2 * p[0 + row] + 512 >> 10;
						p[0 + row] = t;
						p[1 + row] = t;
						p[2 + row] = t;
						p[3 + row] = t;
						p[4 + row] = t;
						p[5 + row] = t;
						p[6 + row] = t;
						p[7 + row] = t;
						continue;
					}
					v0 = dctSqrt2 * p[0 + row] + 128 >> 8;
					v1 = dctSqrt2 * p[4 + row] + 128 >> 8;
					v2 = p[2 + row];
					v3 = p[6 + row];
					v4 = dctSqrt1d2 * (p[1 + row] - p[7 + row]) + 128 >> 8;
					v7 = dctSqrt1d2 * (p[1 + row] + p[7 + row]) + 128 >> 8;
					v5 = p[3 + row] << 4;
					v6 = p[5 + row] << 4;
					t = v0 - v1 + 1 >> 1;
					v0 = v0 + v1 + 1 >> 1;
					v1 = t;
					t = v2 * dctSin6 + v3 * dctCos6 + 128 >> 8;
					v2 = v2 * dctCos6 - v3 * dctSin6 + 128 >> 8;
					v3 = t;
					t = v4 - v6 + 1 >> 1;
					v4 = v4 + v6 + 1 >> 1;
					v6 = t;
					t = v7 + v5 + 1 >> 1;
					v5 = v7 - v5 + 1 >> 1;
					v7 = t;
					t = v0 - v3 + 1 >> 1;
					v0 = v0 + v3 + 1 >> 1;
					v3 = t;
					t = v1 - v2 + 1 >> 1;
					v1 = v1 + v2 + 1 >> 1;
					v2 = t;
					t = v4 * dctSin3 + v7 * dctCos3 + 2048 >> 12;
					v4 = v4 * dctCos3 - v7 * dctSin3 + 2048 >> 12;
					v7 = t;
					t = v5 * dctSin1 + v6 * dctCos1 + 2048 >> 12;
					v5 = v5 * dctCos1 - v6 * dctSin1 + 2048 >> 12;
					v6 = t;
					p[0 + row] = v0 + v7;
					p[7 + row] = v0 - v7;
					p[1 + row] = v1 + v6;
					p[6 + row] = v1 - v6;
					p[2 + row] = v2 + v5;
					p[5 + row] = v2 - v5;
					p[3 + row] = v3 + v4;
					p[4 + row] = v3 - v4;
				}
				for (i = 0; i < 8; ++i) {
					var col = i;
					if (p[8 + col] == 0 && p[16 + col] == 0 && p[24 + col] == 0 && p[32 + col] == 0 && p[40 + col] == 0 && p[48 + col] == 0 && p[56 + col] == 0) {
						t = dctSqrt2 * dataIn[i + 0] + 8192 >> 14;
						p[0 + col] = t;
						p[8 + col] = t;
						p[16 + col] = t;
						p[24 + col] = t;
						p[32 + col] = t;
						p[40 + col] = t;
						p[48 + col] = t;
						p[56 + col] = t;
						continue;
					}
					v0 = dctSqrt2 * p[0 + col] + 2048 >> 12;
					v1 = dctSqrt2 * p[32 + col] + 2048 >> 12;
					v2 = p[16 + col];
					v3 = p[48 + col];
					v4 = dctSqrt1d2 * (p[8 + col] - p[56 + col]) + 2048 >> 12;
					v7 = dctSqrt1d2 * (p[8 + col] + p[56 + col]) + 2048 >> 12;
					v5 = p[24 + col];
					v6 = p[40 + col];
					t = v0 - v1 + 1 >> 1;
					v0 = v0 + v1 + 1 >> 1;
					v1 = t;
					t = v2 * dctSin6 + v3 * dctCos6 + 2048 >> 12;
					v2 = v2 * dctCos6 - v3 * dctSin6 + 2048 >> 12;
					v3 = t;
					t = v4 - v6 + 1 >> 1;
					v4 = v4 + v6 + 1 >> 1;
					v6 = t;
					t = v7 + v5 + 1 >> 1;
					v5 = v7 - v5 + 1 >> 1;
					v7 = t;
					t = v0 - v3 + 1 >> 1;
					v0 = v0 + v3 + 1 >> 1;
					v3 = t;
					t = v1 - v2 + 1 >> 1;
					v1 = v1 + v2 + 1 >> 1;
					v2 = t;
					t = v4 * dctSin3 + v7 * dctCos3 + 2048 >> 12;
					v4 = v4 * dctCos3 - v7 * dctSin3 + 2048 >> 12;
					v7 = t;
					t = v5 * dctSin1 + v6 * dctCos1 + 2048 >> 12;
					v5 = v5 * dctCos1 - v6 * dctSin1 + 2048 >> 12;
					v6 = t;
					p[0 + col] = v0 + v7;
					p[56 + col] = v0 - v7;
					p[8 + col] = v1 + v6;
					p[48 + col] = v1 - v6;
					p[16 + col] = v2 + v5;
					p[40 + col] = v2 - v5;
					p[24 + col] = v3 + v4;
					p[32 + col] = v3 - v4;
				}
				for (i = 0; i < 64; ++i) {
					var sample = 128 + (p[i] + 8 >> 4);
					dataOut[i] = sample < 0 ? 0 : sample > 255 ? 255 : sample;
				}
			}
			requestMemoryAllocation(samplesPerLine * blocksPerColumn * 8);
			var i, j;
			for (var blockRow = 0; blockRow < blocksPerColumn; blockRow++) {
				var scanLine = blockRow << 3;
				for (i = 0; i < 8; i++) lines.push(new Uint8Array(samplesPerLine));
				for (var blockCol = 0; blockCol < blocksPerLine; blockCol++) {
					quantizeAndInverse(component.blocks[blockRow][blockCol], r, R);
					var offset = 0, sample = blockCol << 3;
					for (j = 0; j < 8; j++) {
						var line = lines[scanLine + j];
						for (i = 0; i < 8; i++) line[sample + i] = r[offset++];
					}
				}
			}
			return lines;
		}
		function clampTo8bit(a) {
			return a < 0 ? 0 : a > 255 ? 255 : a;
		}
		constructor.prototype = {
			load: function load(path) {
				var xhr = new XMLHttpRequest();
				xhr.open("GET", path, true);
				xhr.responseType = "arraybuffer";
				xhr.onload = (function() {
					var data = new Uint8Array(xhr.response || xhr.mozResponseArrayBuffer);
					this.parse(data);
					if (this.onload) this.onload();
				}).bind(this);
				xhr.send(null);
			},
			parse: function parse(data) {
				var maxResolutionInPixels = this.opts.maxResolutionInMP * 1e3 * 1e3, offset = 0;
				data.length;
				function readUint16() {
					var value = data[offset] << 8 | data[offset + 1];
					offset += 2;
					return value;
				}
				function readDataBlock() {
					var length = readUint16();
					var array = data.subarray(offset, offset + length - 2);
					offset += array.length;
					return array;
				}
				function prepareComponents(frame) {
					var maxH = 1, maxV = 1;
					var component, componentId;
					for (componentId in frame.components) if (frame.components.hasOwnProperty(componentId)) {
						component = frame.components[componentId];
						if (maxH < component.h) maxH = component.h;
						if (maxV < component.v) maxV = component.v;
					}
					var mcusPerLine = Math.ceil(frame.samplesPerLine / 8 / maxH);
					var mcusPerColumn = Math.ceil(frame.scanLines / 8 / maxV);
					for (componentId in frame.components) if (frame.components.hasOwnProperty(componentId)) {
						component = frame.components[componentId];
						var blocksPerLine = Math.ceil(Math.ceil(frame.samplesPerLine / 8) * component.h / maxH);
						var blocksPerColumn = Math.ceil(Math.ceil(frame.scanLines / 8) * component.v / maxV);
						var blocksPerLineForMcu = mcusPerLine * component.h;
						var blocksPerColumnForMcu = mcusPerColumn * component.v;
						var blocksToAllocate = blocksPerColumnForMcu * blocksPerLineForMcu;
						var blocks = [];
						requestMemoryAllocation(blocksToAllocate * 256);
						for (var i = 0; i < blocksPerColumnForMcu; i++) {
							var row = [];
							for (var j = 0; j < blocksPerLineForMcu; j++) row.push(/* @__PURE__ */ new Int32Array(64));
							blocks.push(row);
						}
						component.blocksPerLine = blocksPerLine;
						component.blocksPerColumn = blocksPerColumn;
						component.blocks = blocks;
					}
					frame.maxH = maxH;
					frame.maxV = maxV;
					frame.mcusPerLine = mcusPerLine;
					frame.mcusPerColumn = mcusPerColumn;
				}
				var jfif = null;
				var adobe = null;
				var frame, resetInterval;
				var quantizationTables = [], frames = [];
				var huffmanTablesAC = [], huffmanTablesDC = [];
				var fileMarker = readUint16();
				var malformedDataOffset = -1;
				this.comments = [];
				if (fileMarker != 65496) throw new Error("SOI not found");
				fileMarker = readUint16();
				while (fileMarker != 65497) {
					var i, j;
					switch (fileMarker) {
						case 65280: break;
						case 65504:
						case 65505:
						case 65506:
						case 65507:
						case 65508:
						case 65509:
						case 65510:
						case 65511:
						case 65512:
						case 65513:
						case 65514:
						case 65515:
						case 65516:
						case 65517:
						case 65518:
						case 65519:
						case 65534:
							var appData = readDataBlock();
							if (fileMarker === 65534) {
								var comment = String.fromCharCode.apply(null, appData);
								this.comments.push(comment);
							}
							if (fileMarker === 65504) {
								if (appData[0] === 74 && appData[1] === 70 && appData[2] === 73 && appData[3] === 70 && appData[4] === 0) jfif = {
									version: {
										major: appData[5],
										minor: appData[6]
									},
									densityUnits: appData[7],
									xDensity: appData[8] << 8 | appData[9],
									yDensity: appData[10] << 8 | appData[11],
									thumbWidth: appData[12],
									thumbHeight: appData[13],
									thumbData: appData.subarray(14, 14 + 3 * appData[12] * appData[13])
								};
							}
							if (fileMarker === 65505) {
								if (appData[0] === 69 && appData[1] === 120 && appData[2] === 105 && appData[3] === 102 && appData[4] === 0) this.exifBuffer = appData.subarray(5, appData.length);
							}
							if (fileMarker === 65518) {
								if (appData[0] === 65 && appData[1] === 100 && appData[2] === 111 && appData[3] === 98 && appData[4] === 101 && appData[5] === 0) adobe = {
									version: appData[6],
									flags0: appData[7] << 8 | appData[8],
									flags1: appData[9] << 8 | appData[10],
									transformCode: appData[11]
								};
							}
							break;
						case 65499:
							var quantizationTablesEnd = readUint16() + offset - 2;
							while (offset < quantizationTablesEnd) {
								var quantizationTableSpec = data[offset++];
								requestMemoryAllocation(256);
								var tableData = /* @__PURE__ */ new Int32Array(64);
								if (quantizationTableSpec >> 4 === 0) for (j = 0; j < 64; j++) {
									var z = dctZigZag[j];
									tableData[z] = data[offset++];
								}
								else if (quantizationTableSpec >> 4 === 1) for (j = 0; j < 64; j++) {
									var z = dctZigZag[j];
									tableData[z] = readUint16();
								}
								else throw new Error("DQT: invalid table spec");
								quantizationTables[quantizationTableSpec & 15] = tableData;
							}
							break;
						case 65472:
						case 65473:
						case 65474:
							readUint16();
							frame = {};
							frame.extended = fileMarker === 65473;
							frame.progressive = fileMarker === 65474;
							frame.precision = data[offset++];
							frame.scanLines = readUint16();
							frame.samplesPerLine = readUint16();
							frame.components = {};
							frame.componentsOrder = [];
							var pixelsInFrame = frame.scanLines * frame.samplesPerLine;
							if (pixelsInFrame > maxResolutionInPixels) {
								var exceededAmount = Math.ceil((pixelsInFrame - maxResolutionInPixels) / 1e6);
								throw new Error(`maxResolutionInMP limit exceeded by ${exceededAmount}MP`);
							}
							var componentsCount = data[offset++], componentId;
							for (i = 0; i < componentsCount; i++) {
								componentId = data[offset];
								var h = data[offset + 1] >> 4;
								var v = data[offset + 1] & 15;
								var qId = data[offset + 2];
								if (h <= 0 || v <= 0) throw new Error("Invalid sampling factor, expected values above 0");
								frame.componentsOrder.push(componentId);
								frame.components[componentId] = {
									h,
									v,
									quantizationIdx: qId
								};
								offset += 3;
							}
							prepareComponents(frame);
							frames.push(frame);
							break;
						case 65476:
							var huffmanLength = readUint16();
							for (i = 2; i < huffmanLength;) {
								var huffmanTableSpec = data[offset++];
								var codeLengths = /* @__PURE__ */ new Uint8Array(16);
								var codeLengthSum = 0;
								for (j = 0; j < 16; j++, offset++) codeLengthSum += codeLengths[j] = data[offset];
								requestMemoryAllocation(16 + codeLengthSum);
								var huffmanValues = new Uint8Array(codeLengthSum);
								for (j = 0; j < codeLengthSum; j++, offset++) huffmanValues[j] = data[offset];
								i += 17 + codeLengthSum;
								(huffmanTableSpec >> 4 === 0 ? huffmanTablesDC : huffmanTablesAC)[huffmanTableSpec & 15] = buildHuffmanTable(codeLengths, huffmanValues);
							}
							break;
						case 65501:
							readUint16();
							resetInterval = readUint16();
							break;
						case 65500:
							readUint16();
							readUint16();
							break;
						case 65498:
							readUint16();
							var selectorsCount = data[offset++];
							var components = [], component;
							for (i = 0; i < selectorsCount; i++) {
								component = frame.components[data[offset++]];
								var tableSpec = data[offset++];
								component.huffmanTableDC = huffmanTablesDC[tableSpec >> 4];
								component.huffmanTableAC = huffmanTablesAC[tableSpec & 15];
								components.push(component);
							}
							var spectralStart = data[offset++];
							var spectralEnd = data[offset++];
							var successiveApproximation = data[offset++];
							var processed = decodeScan(data, offset, frame, components, resetInterval, spectralStart, spectralEnd, successiveApproximation >> 4, successiveApproximation & 15, this.opts);
							offset += processed;
							break;
						case 65535:
							if (data[offset] !== 255) offset--;
							break;
						default:
							if (data[offset - 3] == 255 && data[offset - 2] >= 192 && data[offset - 2] <= 254) {
								offset -= 3;
								break;
							} else if (fileMarker === 224 || fileMarker == 225) {
								if (malformedDataOffset !== -1) throw new Error(`first unknown JPEG marker at offset ${malformedDataOffset.toString(16)}, second unknown JPEG marker ${fileMarker.toString(16)} at offset ${(offset - 1).toString(16)}`);
								malformedDataOffset = offset - 1;
								const nextOffset = readUint16();
								if (data[offset + nextOffset - 2] === 255) {
									offset += nextOffset - 2;
									break;
								}
							}
							throw new Error("unknown JPEG marker " + fileMarker.toString(16));
					}
					fileMarker = readUint16();
				}
				if (frames.length != 1) throw new Error("only single frame JPEGs supported");
				for (var i = 0; i < frames.length; i++) {
					var cp = frames[i].components;
					for (var j in cp) {
						cp[j].quantizationTable = quantizationTables[cp[j].quantizationIdx];
						delete cp[j].quantizationIdx;
					}
				}
				this.width = frame.samplesPerLine;
				this.height = frame.scanLines;
				this.jfif = jfif;
				this.adobe = adobe;
				this.components = [];
				for (var i = 0; i < frame.componentsOrder.length; i++) {
					var component = frame.components[frame.componentsOrder[i]];
					this.components.push({
						lines: buildComponentData(frame, component),
						scaleX: component.h / frame.maxH,
						scaleY: component.v / frame.maxV
					});
				}
			},
			getData: function getData(width, height) {
				var scaleX = this.width / width, scaleY = this.height / height;
				var component1, component2, component3, component4;
				var component1Line, component2Line, component3Line, component4Line;
				var x, y;
				var offset = 0;
				var Y, Cb, Cr, K, C, M, Ye, R, G, B;
				var colorTransform;
				var dataLength = width * height * this.components.length;
				requestMemoryAllocation(dataLength);
				var data = new Uint8Array(dataLength);
				switch (this.components.length) {
					case 1:
						component1 = this.components[0];
						for (y = 0; y < height; y++) {
							component1Line = component1.lines[0 | y * component1.scaleY * scaleY];
							for (x = 0; x < width; x++) {
								Y = component1Line[0 | x * component1.scaleX * scaleX];
								data[offset++] = Y;
							}
						}
						break;
					case 2:
						component1 = this.components[0];
						component2 = this.components[1];
						for (y = 0; y < height; y++) {
							component1Line = component1.lines[0 | y * component1.scaleY * scaleY];
							component2Line = component2.lines[0 | y * component2.scaleY * scaleY];
							for (x = 0; x < width; x++) {
								Y = component1Line[0 | x * component1.scaleX * scaleX];
								data[offset++] = Y;
								Y = component2Line[0 | x * component2.scaleX * scaleX];
								data[offset++] = Y;
							}
						}
						break;
					case 3:
						colorTransform = true;
						if (this.adobe && this.adobe.transformCode) colorTransform = true;
						else if (typeof this.opts.colorTransform !== "undefined") colorTransform = !!this.opts.colorTransform;
						component1 = this.components[0];
						component2 = this.components[1];
						component3 = this.components[2];
						for (y = 0; y < height; y++) {
							component1Line = component1.lines[0 | y * component1.scaleY * scaleY];
							component2Line = component2.lines[0 | y * component2.scaleY * scaleY];
							component3Line = component3.lines[0 | y * component3.scaleY * scaleY];
							for (x = 0; x < width; x++) {
								if (!colorTransform) {
									R = component1Line[0 | x * component1.scaleX * scaleX];
									G = component2Line[0 | x * component2.scaleX * scaleX];
									B = component3Line[0 | x * component3.scaleX * scaleX];
								} else {
									Y = component1Line[0 | x * component1.scaleX * scaleX];
									Cb = component2Line[0 | x * component2.scaleX * scaleX];
									Cr = component3Line[0 | x * component3.scaleX * scaleX];
									R = clampTo8bit(Y + 1.402 * (Cr - 128));
									G = clampTo8bit(Y - .3441363 * (Cb - 128) - .71413636 * (Cr - 128));
									B = clampTo8bit(Y + 1.772 * (Cb - 128));
								}
								data[offset++] = R;
								data[offset++] = G;
								data[offset++] = B;
							}
						}
						break;
					case 4:
						if (!this.adobe) throw new Error("Unsupported color mode (4 components)");
						colorTransform = false;
						if (this.adobe && this.adobe.transformCode) colorTransform = true;
						else if (typeof this.opts.colorTransform !== "undefined") colorTransform = !!this.opts.colorTransform;
						component1 = this.components[0];
						component2 = this.components[1];
						component3 = this.components[2];
						component4 = this.components[3];
						for (y = 0; y < height; y++) {
							component1Line = component1.lines[0 | y * component1.scaleY * scaleY];
							component2Line = component2.lines[0 | y * component2.scaleY * scaleY];
							component3Line = component3.lines[0 | y * component3.scaleY * scaleY];
							component4Line = component4.lines[0 | y * component4.scaleY * scaleY];
							for (x = 0; x < width; x++) {
								if (!colorTransform) {
									C = component1Line[0 | x * component1.scaleX * scaleX];
									M = component2Line[0 | x * component2.scaleX * scaleX];
									Ye = component3Line[0 | x * component3.scaleX * scaleX];
									K = component4Line[0 | x * component4.scaleX * scaleX];
								} else {
									Y = component1Line[0 | x * component1.scaleX * scaleX];
									Cb = component2Line[0 | x * component2.scaleX * scaleX];
									Cr = component3Line[0 | x * component3.scaleX * scaleX];
									K = component4Line[0 | x * component4.scaleX * scaleX];
									C = 255 - clampTo8bit(Y + 1.402 * (Cr - 128));
									M = 255 - clampTo8bit(Y - .3441363 * (Cb - 128) - .71413636 * (Cr - 128));
									Ye = 255 - clampTo8bit(Y + 1.772 * (Cb - 128));
								}
								data[offset++] = 255 - C;
								data[offset++] = 255 - M;
								data[offset++] = 255 - Ye;
								data[offset++] = 255 - K;
							}
						}
						break;
					default: throw new Error("Unsupported color mode");
				}
				return data;
			},
			copyToImageData: function copyToImageData(imageData, formatAsRGBA) {
				var width = imageData.width, height = imageData.height;
				var imageDataArray = imageData.data;
				var data = this.getData(width, height);
				var i = 0, j = 0, x, y;
				var Y, K, C, M, R, G, B;
				switch (this.components.length) {
					case 1:
						for (y = 0; y < height; y++) for (x = 0; x < width; x++) {
							Y = data[i++];
							imageDataArray[j++] = Y;
							imageDataArray[j++] = Y;
							imageDataArray[j++] = Y;
							if (formatAsRGBA) imageDataArray[j++] = 255;
						}
						break;
					case 3:
						for (y = 0; y < height; y++) for (x = 0; x < width; x++) {
							R = data[i++];
							G = data[i++];
							B = data[i++];
							imageDataArray[j++] = R;
							imageDataArray[j++] = G;
							imageDataArray[j++] = B;
							if (formatAsRGBA) imageDataArray[j++] = 255;
						}
						break;
					case 4:
						for (y = 0; y < height; y++) for (x = 0; x < width; x++) {
							C = data[i++];
							M = data[i++];
							Y = data[i++];
							K = data[i++];
							R = 255 - clampTo8bit(C * (1 - K / 255) + K);
							G = 255 - clampTo8bit(M * (1 - K / 255) + K);
							B = 255 - clampTo8bit(Y * (1 - K / 255) + K);
							imageDataArray[j++] = R;
							imageDataArray[j++] = G;
							imageDataArray[j++] = B;
							if (formatAsRGBA) imageDataArray[j++] = 255;
						}
						break;
					default: throw new Error("Unsupported color mode");
				}
			}
		};
		var totalBytesAllocated = 0;
		var maxMemoryUsageBytes = 0;
		function requestMemoryAllocation(increaseAmount = 0) {
			var totalMemoryImpactBytes = totalBytesAllocated + increaseAmount;
			if (totalMemoryImpactBytes > maxMemoryUsageBytes) {
				var exceededAmount = Math.ceil((totalMemoryImpactBytes - maxMemoryUsageBytes) / 1024 / 1024);
				throw new Error(`maxMemoryUsageInMB limit exceeded by at least ${exceededAmount}MB`);
			}
			totalBytesAllocated = totalMemoryImpactBytes;
		}
		constructor.resetMaxMemoryUsage = function(maxMemoryUsageBytes_) {
			totalBytesAllocated = 0;
			maxMemoryUsageBytes = maxMemoryUsageBytes_;
		};
		constructor.getBytesAllocated = function() {
			return totalBytesAllocated;
		};
		constructor.requestMemoryAllocation = requestMemoryAllocation;
		return constructor;
	})();
	if (typeof module !== "undefined") module.exports = decode;
	else if (typeof window !== "undefined") {
		window["jpeg-js"] = window["jpeg-js"] || {};
		window["jpeg-js"].decode = decode;
	}
	function decode(jpegData, userOpts = {}) {
		var opts = {
			colorTransform: void 0,
			useTArray: false,
			formatAsRGBA: true,
			tolerantDecoding: true,
			maxResolutionInMP: 100,
			maxMemoryUsageInMB: 512,
			...userOpts
		};
		var arr = new Uint8Array(jpegData);
		var decoder = new JpegImage();
		decoder.opts = opts;
		JpegImage.resetMaxMemoryUsage(opts.maxMemoryUsageInMB * 1024 * 1024);
		decoder.parse(arr);
		var channels = opts.formatAsRGBA ? 4 : 3;
		var bytesNeeded = decoder.width * decoder.height * channels;
		try {
			JpegImage.requestMemoryAllocation(bytesNeeded);
			var image = {
				width: decoder.width,
				height: decoder.height,
				exifBuffer: decoder.exifBuffer,
				data: opts.useTArray ? new Uint8Array(bytesNeeded) : Buffer.alloc(bytesNeeded)
			};
			if (decoder.comments.length > 0) image["comments"] = decoder.comments;
		} catch (err) {
			if (err instanceof RangeError) throw new Error("Could not allocate enough memory for the image. Required: " + bytesNeeded);
			if (err instanceof ReferenceError) {
				if (err.message === "Buffer is not defined") throw new Error("Buffer is not globally defined in this environment. Consider setting useTArray to true");
			}
			throw err;
		}
		decoder.copyToImageData(image, opts.formatAsRGBA);
		return image;
	}
}));

// node_modules/jpeg-js/index.js
var require_jpeg_js = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var encode = require_encoder();
	var decode = require_decoder();
	module.exports = {
		encode,
		decode
	};
}));

// src/automl/images/orientation.ts
var import_jpeg_js = /* @__PURE__ */ __toESM(require_jpeg_js(), 1);
function turnOf(bytes) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = 2; at + 10 < bytes.length;) {
		if (bytes[at] !== 255) return 1;
		const [marker, length] = [bytes[at + 1], view.getUint16(at + 2)];
		if (marker === 218) return 1;
		const exif = Buffer.from(bytes.subarray(at + 4, at + 10)).toString("latin1") === "Exif\0\0";
		if (marker === 225 && exif) return turnIn(bytes.subarray(at + 10, at + 2 + length));
		at += 2 + length;
	}
	return 1;
}
function turnIn(tiff) {
	if (tiff.length < 14) return 1;
	const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
	const little = view.getUint16(0) === 18761;
	const directory = view.getUint32(4, little);
	if (directory + 2 > tiff.length) return 1;
	const entries = view.getUint16(directory, little);
	for (let i = 0; i < entries; i++) {
		const at = directory + 2 + 12 * i;
		if (at + 12 > tiff.length) return 1;
		if (view.getUint16(at, little) !== 274) continue;
		const turn = view.getUint16(at + 8, little);
		return turn >= 1 && turn <= 8 ? turn : 1;
	}
	return 1;
}
function turned(picture, turn) {
	const { height, width, channels, pixels } = picture;
	const across = turn >= 5;
	const [newHeight, newWidth] = across ? [width, height] : [height, width];
	const made = pixels.slice();
	for (let y = 0; y < newHeight; y++) for (let x = 0; x < newWidth; x++) {
		const [row, column] = across ? [x, y] : [y, x];
		const fromRow = [
			3,
			4,
			6,
			7
		].includes(turn) ? height - 1 - row : row;
		const fromColumn = [
			2,
			3,
			7,
			8
		].includes(turn) ? width - 1 - column : column;
		for (let c = 0; c < channels; c++) made[(y * newWidth + x) * channels + c] = pixels[(fromRow * width + fromColumn) * channels + c];
	}
	return {
		height: newHeight,
		width: newWidth,
		channels,
		pixels: made
	};
}

// src/automl/images/decode.ts
var UnreadablePicture = class extends Error {
	name = "UnreadablePicture";
};
const mostPixels = 5e7;
function decodePicture(bytes) {
	if (bytes.length === 0) throw new UnreadablePicture("the file is empty");
	if (hasPngSignature(bytes.subarray(0, 8))) return fromPng(bytes);
	if (bytes[0] === 255 && bytes[1] === 216) return fromJpeg(bytes);
	throw new UnreadablePicture(`it is ${kindOf(bytes)}, neither PNG nor JPEG`);
}
function kindOf(bytes) {
	const text = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
	if (text.startsWith("GIF8")) return "a GIF";
	if (text.startsWith("BM")) return "a BMP";
	if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") return "a WebP";
	if (text.startsWith("II*\0") || text.startsWith("MM\0*")) return "a TIFF";
	if (text.slice(4, 8) === "ftyp") return "an AVIF, HEIC or video";
	if (/^\s*<(?:svg|\?xml)/.test(text)) return "an SVG";
	if (text.startsWith("version https:/")) return "a pointer of Git LFS (check out with `lfs: true`)";
	return "something else";
}
function fromPng(bytes) {
	const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 33) throw new UnreadablePicture("it ends too early");
	checkArea(head.getUint32(16), head.getUint32(20));
	const png = decoding(() => decodePng(bytes));
	const { width, height, depth } = png;
	if (png.palette) return flattened({
		width,
		height,
		channels: png.palette[0]?.length ?? 3,
		values: decoding(() => convertIndexedToRgb(png)),
		top: 255
	});
	const values = depth < 8 ? unpacked(png.data, width, height, depth) : png.data;
	return flattened({
		width,
		height,
		channels: png.channels,
		values,
		top: 2 ** depth - 1
	});
}
function unpacked(data, width, height, depth) {
	const bytesARow = Math.ceil(width * depth / 8);
	if (data.length === width * height && bytesARow !== width) return Uint8Array.from(data);
	return Uint8Array.from({ length: width * height }, (_, i) => {
		const bit = i % width * depth;
		return data[Math.floor(i / width) * bytesARow + (bit >> 3)] >> 8 - depth - (bit & 7) & 2 ** depth - 1;
	});
}
function fromJpeg(bytes) {
	const { width, height, data } = decoding(() => import_jpeg_js.default.decode(bytes, {
		useTArray: true,
		formatAsRGBA: false,
		tolerantDecoding: false,
		maxResolutionInMP: mostPixels / 1e6,
		maxMemoryUsageInMB: 2048
	}));
	const plain = flattened({
		width,
		height,
		channels: 3,
		values: data,
		top: 255
	});
	const turn = turnOf(bytes);
	return turn === 1 ? plain : {
		...plain,
		picture: turned(plain.picture, turn),
		turned: true
	};
}
function flattened(of) {
	const { width, height, channels, values, top } = of;
	const scale = 255 / top;
	const colours = channels > 2 ? 3 : 1;
	const size = width * height;
	const pixels = new Uint8Array(size * colours);
	let alpha = false;
	let grey = true;
	for (let i = 0; i < size; i++) {
		const opacity = channels === colours ? 1 : values[i * channels + colours] / top;
		if (opacity < 1) alpha = true;
		for (let c = 0; c < colours; c++) {
			const value = values[i * channels + c] * scale * opacity + 255 * (1 - opacity);
			pixels[i * colours + c] = Math.round(value);
		}
		if (colours === 3 && (pixels[3 * i] !== pixels[3 * i + 1] || pixels[3 * i] !== pixels[3 * i + 2])) grey = false;
	}
	const kept = colours === 3 && grey ? pixels.filter((_, i) => i % 3 === 0) : pixels;
	return {
		picture: {
			height,
			width,
			channels: kept.length / size,
			pixels: kept
		},
		alpha,
		deep: top > 255,
		turned: false
	};
}
function checkArea(width, height) {
	if (width * height > mostPixels) throw new UnreadablePicture(`it has ${width}×${height} pixels: more than ${mostPixels / 1e6} million`);
	if (width * height === 0) throw new UnreadablePicture("it has no pixels");
}
function decoding(decode) {
	try {
		return decode();
	} catch (error) {
		throw new UnreadablePicture(`it cannot be decoded (${error.message})`, { cause: error });
	}
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

// src/automl/images/pixel-table.ts
function picturesOfRows(table, options) {
	const { column, target, size, besides = [], mayLackTarget } = options;
	const shape = options.pixelRows?.shape ?? options.shape;
	const { file, names, lines } = table;
	const others = /* @__PURE__ */ new Set([target, ...besides]);
	const pixelColumns = options.pixelRows?.columns ?? names.filter((name) => !others.has(name));
	if (!mayLackTarget && !names.includes(target)) throw new DataError(`${file}:1: there is no column of pictures ${JSON.stringify(column)} and no target column ${JSON.stringify(target)}; the columns are ${listed$1(names)}`);
	const lacking = pixelColumns.filter((name) => !names.includes(name));
	if (lacking.length > 0) throw new DataError(`${file}:1: there is no column of pictures ${JSON.stringify(column)}, and no pixels ${listed$1(lacking)}, which the model was trained on; the columns are ${listed$1(names)}`);
	const found = shapeOf(pixelColumns.length, shape);
	if (!found) throw new DataError(shape ? `${file}:1: task.shape [${shape.join(", ")}] stands for ${shape.reduce((a, b) => a * b, 1)} pixels, but there are ${pixelColumns.length} columns beside ${[...others].join(", ")}` : `${file}:1: there is no column of pictures ${JSON.stringify(column)}; as pixels, the ${pixelColumns.length} columns beside ${[...others].join(", ")} make no square: name the column of paths (task.image), or the shape, such as shape: [28, 28]`);
	const [height, width, channels] = found;
	const indexes = pixelColumns.map((name) => names.indexOf(name));
	const pictures = /* @__PURE__ */ new Map();
	const cells = Array.from(lines, (line, row) => {
		const pixels = Float32Array.from(indexes, (index) => {
			const text = table.columns[index][row];
			const value = text === "" ? NaN : Number(text);
			if (!Number.isFinite(value)) throw new DataError(`${file}:${line}: ${names[index]} is ${text === "" ? "empty" : JSON.stringify(text.slice(0, 60))}, not the number of a pixel; columns that are no pixels go into task.ignore`);
			return value;
		});
		const cell = `row ${line}`;
		pictures.set(cell, knownPicture({
			height,
			width,
			channels,
			pixels: bytesOf(pixels)
		}, size));
		return cell;
	});
	const kept = names.filter((name) => !pixelColumns.includes(name));
	return {
		file,
		names: [column, ...kept],
		columns: [cells, ...kept.map((name) => table.columns[names.indexOf(name)])],
		lines,
		pictures: {
			column,
			pictures,
			size,
			pixelRows: {
				columns: pixelColumns,
				shape: found
			},
			notes: []
		}
	};
}
function bytesOf(pixels) {
	return pixels.every((value) => value >= 0 && value <= 255 && Number.isInteger(value)) ? Uint8Array.from(pixels) : pixels;
}
function listed$1(names) {
	return `${names.slice(0, 8).join(", ")}${names.length > 8 ? ` and ${names.length - 8} more` : ""}`;
}

// src/automl/images/picture-rows.ts
function readingOf({ column, size, pixelRows }, target) {
	return {
		column,
		target,
		size,
		...pixelRows ? { pixelRows } : {}
	};
}

// src/automl/images/npz.ts
const endOfDirectory = 101010256;
const entry$1 = 33639248;
const elsewhere = 4294967295;
function openNpz(bytes, file) {
	const entries = new Map(directory(bytes, file).map((of) => [of.name.replace(/\.npy$/, ""), of]));
	return {
		names: [...entries.keys()],
		read: (name) => {
			const place = `${file}: array ${JSON.stringify(name)}`;
			return parseNpy(content(bytes, entries.get(name), place), place);
		}
	};
}
function directory(bytes, file) {
	const broken = (why) => new DataError(`${file} is not a whole .npz file (${why}): write it again with numpy.savez, or copy it again`);
	if (bytes.length < 22 || bytes.readUInt16LE(0) !== 19280) throw broken("it does not begin as a zip archive");
	let end = bytes.length - 22;
	while (end >= 0 && bytes.readUInt32LE(end) !== endOfDirectory) end -= 1;
	if (end < 0) throw broken("the end is missing");
	const count = bytes.readUInt16LE(end + 10);
	const entries = [];
	let at = bytes.readUInt32LE(end + 16);
	for (let i = 0; i < count; i++) {
		if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entry$1) throw broken("its directory is damaged");
		const [nameLength, extraLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30)];
		const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
		const [size, compressed, place] = wide([
			24,
			20,
			42
		].map((offset) => bytes.readUInt32LE(at + offset)), extra);
		entries.push({
			name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
			method: bytes.readUInt16LE(at + 10),
			compressed,
			size,
			at: place,
			checksum: bytes.readUInt32LE(at + 16)
		});
		at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
	}
	return entries;
}
function wide(sizes, extra) {
	let from = 0;
	while (from + 4 <= extra.length && extra.readUInt16LE(from) !== 1) from += 4 + extra.readUInt16LE(from + 2);
	from += 4;
	return sizes.map((size) => {
		if (size !== elsewhere || from + 8 > extra.length) return size;
		from += 8;
		return Number(extra.readBigUInt64LE(from - 8));
	});
}
function content(bytes, { at, method, compressed, size, checksum }, place) {
	try {
		const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
		const own = bytes.subarray(from, from + compressed);
		const whole = method === 0 ? own : inflateRawSync(own, { maxOutputLength: Math.max(1, size) });
		if (whole.length !== size) throw new Error(`${whole.length} of ${size} bytes are there`);
		if (crc32(whole) !== checksum) throw new Error("it is damaged");
		return whole;
	} catch (error) {
		throw new DataError(`${place} cannot be unpacked: ${error.message}; write the file again`);
	}
}
function parseNpy(bytes, place) {
	if (bytes.length < 12 || bytes.toString("latin1", 0, 6) !== "NUMPY") throw new DataError(`${place} does not begin as an array of NumPy`);
	const long = bytes[6] > 1;
	const length = long ? bytes.readUInt32LE(8) : bytes.readUInt16LE(8);
	const from = (long ? 12 : 10) + length;
	const header = bytes.toString("latin1", long ? 12 : 10, from);
	const descr = /'descr':\s*'([<>|=]?)(\w+)'/.exec(header);
	const shapeText = /'shape':\s*\(([^)]*)\)/.exec(header)?.[1];
	if (!descr || shapeText === void 0) throw new DataError(`${place} has a type that is not read (${header.slice(0, 80).trim()}): use numbers or texts`);
	const shape = shapeText.split(",").flatMap((text) => text.trim() === "" ? [] : [Number(text)]);
	const [, order, type] = descr;
	const count = shape.reduce((product, side) => product * side, 1);
	const width = type.startsWith("U") ? 4 * Number(type.slice(1)) : Number(type.slice(1));
	if (from + count * width > bytes.length) throw new DataError(`${place} is cut off: ${bytes.length - from} of ${count * width} bytes are there`);
	const values = read(bytes.subarray(from, from + count * width), type, width, count, order === ">", place);
	const fortran = /'fortran_order':\s*True/.test(header) && shape.length > 1;
	return {
		shape,
		type: type.replace(/^([US])\d+$/, "$1"),
		values: fortran ? inCOrder(values, shape) : values
	};
}
const readers = {
	u2: ["readUInt16LE", "readUInt16BE"],
	i2: ["readInt16LE", "readInt16BE"],
	u4: ["readUInt32LE", "readUInt32BE"],
	i4: ["readInt32LE", "readInt32BE"],
	u8: ["readBigUInt64LE", "readBigUInt64BE"],
	i8: ["readBigInt64LE", "readBigInt64BE"],
	f4: ["readFloatLE", "readFloatBE"],
	f8: ["readDoubleLE", "readDoubleBE"]
};
function read(bytes, type, width, count, big, place) {
	if (type === "u1" || type === "b1") return Uint8Array.from(bytes);
	if (type === "i1") return Float32Array.from({ length: count }, (_, i) => bytes.readInt8(i));
	if (type.startsWith("U") || type.startsWith("S")) return Array.from({ length: count }, (_, i) => {
		const own = bytes.subarray(i * width, (i + 1) * width);
		return (type.startsWith("S") ? own.toString("utf8") : utf32(own, big)).replace(/\0+$/, "");
	});
	if (type === "f2") return Float32Array.from({ length: count }, (_, i) => half(big ? bytes.readUInt16BE(2 * i) : bytes.readUInt16LE(2 * i)));
	const names = readers[type];
	if (!names) throw new DataError(`${place} has the type ${type}${type === "O" ? " (objects)" : ""}, which is not read: use numbers or texts, such as x.astype("uint8")`);
	const reader = bytes[names[big ? 1 : 0]].bind(bytes);
	const made = width > 2 && type !== "f4" ? new Float64Array(count) : new Float32Array(count);
	for (let i = 0; i < count; i++) made[i] = Number(reader(i * width));
	return made;
}
function utf32(bytes, big) {
	let text = "";
	for (let i = 0; i + 4 <= bytes.length; i += 4) text += String.fromCodePoint(big ? bytes.readUInt32BE(i) : bytes.readUInt32LE(i));
	return text;
}
function half(bits) {
	const sign = bits & 32768 ? -1 : 1;
	const [exponent, fraction] = [bits >> 10 & 31, bits & 1023];
	if (exponent === 31) return fraction ? NaN : sign * Number.POSITIVE_INFINITY;
	return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}
function inCOrder(values, shape) {
	const made = values.slice();
	const strides = shape.map((_, axis) => shape.slice(0, axis).reduce((product, side) => product * side, 1));
	const index = shape.map(() => 0);
	for (let to = 0; to < made.length; to++) {
		made[to] = values[index.reduce((sum, at, axis) => sum + at * strides[axis], 0)];
		for (let axis = shape.length - 1; axis >= 0; axis--) {
			index[axis] += 1;
			if (index[axis] < shape[axis]) break;
			index[axis] = 0;
		}
	}
	return made;
}

// src/automl/images/npz-pictures.ts
const arrayNames = {
	train: {
		pictures: [
			"x_train",
			"X_train",
			"train_images",
			"x",
			"X",
			"images",
			"data",
			"arr_0"
		],
		targets: [
			"y_train",
			"train_labels",
			"y",
			"Y",
			"labels",
			"label",
			"targets",
			"target",
			"arr_1"
		]
	},
	test: {
		pictures: [
			"x_test",
			"X_test",
			"test_images",
			"x",
			"X",
			"images",
			"data",
			"arr_0"
		],
		targets: [
			"y_test",
			"test_labels",
			"y",
			"Y",
			"labels",
			"label",
			"targets",
			"target",
			"arr_1"
		]
	}
};
function picturesOfNpz(bytes, file, options) {
	const { column, target, size, shape, part, mayLackTarget } = options;
	const { names, read } = openNpz(bytes, file);
	const wanted = arrayNames[part];
	const pick = (of) => of.find((name) => names.includes(name));
	const x = pick(wanted.pictures);
	if (x === void 0) throw new DataError(`${file} has the arrays ${names.join(", ") || "(none)"}: none of ${wanted.pictures.join(", ")} is there for the pictures`);
	const y = pick([target, ...wanted.targets].filter((name) => name !== x));
	if (y === void 0 && !mayLackTarget) throw new DataError(`${file} has the arrays ${names.join(", ")}: none of ${wanted.targets.join(", ")} is there for what is to be predicted`);
	const notes = [];
	const { count, pictureAt } = picturesIn(read(x), `${file}: array ${JSON.stringify(x)}`, shape, notes);
	const pictures = /* @__PURE__ */ new Map();
	const cells = Array.from({ length: count }, (_, i) => {
		const cell = `${x}[${i}]`;
		pictures.set(cell, knownPicture(pictureAt(i), size));
		return cell;
	});
	const labels = y === void 0 ? void 0 : labelsOf(read(y), `${file}: array ${JSON.stringify(y)}`);
	if (labels && labels.length !== count) throw new DataError(`${file}: ${x} has ${count} pictures, but ${y} has ${labels.length} values`);
	return {
		file,
		names: labels ? [column, target] : [column],
		columns: labels ? [cells, labels] : [cells],
		lines: Int32Array.from(cells, (_, i) => i + 1),
		pictures: {
			column,
			pictures,
			size,
			notes
		}
	};
}
function picturesIn({ shape, values, type }, place, wanted, notes) {
	if (typeof values[0] === "string") throw new DataError(`${place} holds texts: pictures are numbers`);
	const numbers = values;
	const [count = 0, ...rest] = shape;
	if (count === 0) throw new DataError(`${place} is empty`);
	let sides = rest.length === 1 || wanted ? shapeOf(rest.reduce((a, b) => a * b, 1), wanted) : void 0;
	let channelsFirst = false;
	if (!sides && !wanted && rest.length === 2) sides = [
		rest[0],
		rest[1],
		1
	];
	if (!sides && !wanted && rest.length === 3) {
		channelsFirst = ![
			1,
			3,
			4
		].includes(rest[2]) && [
			1,
			3,
			4
		].includes(rest[0]);
		sides = channelsFirst ? [
			rest[1],
			rest[2],
			rest[0]
		] : [
			rest[0],
			rest[1],
			rest[2]
		];
	}
	if (!sides || ![
		1,
		3,
		4
	].includes(sides[2])) throw new DataError(`${place} has the shape (${shape.join(", ")})${wanted ? `, which task.shape [${wanted.join(", ")}] does not fit` : ""}: [count, height, width], with 1, 3 or 4 channels as the last axis, is expected, or pixels in a row with task.shape`);
	const [height, width, channels] = sides;
	if (height * width === 0) throw new DataError(`${place} has pictures without pixels`);
	if (channelsFirst) notes.push(`The pictures have their channels first: (${shape.join(", ")}).`);
	if (channels === 4) notes.push("The fourth channel is left out.");
	const kept = channels === 4 ? 3 : channels;
	const area = height * width;
	const pictureAt = (i) => {
		const pixels = new Float32Array(area * kept);
		for (let at = 0; at < area; at++) for (let c = 0; c < kept; c++) {
			const value = numbers[i * area * channels + (channelsFirst ? c * area + at : at * channels + c)];
			if (!Number.isFinite(value)) throw new DataError(`${place}: picture ${i} has a pixel that is ${value}`);
			pixels[at * kept + c] = value;
		}
		return {
			height,
			width,
			channels: kept,
			pixels: type === "u1" ? Uint8Array.from(pixels) : bytesOf(pixels)
		};
	};
	return {
		count,
		pictureAt
	};
}
function labelsOf({ shape, values }, place) {
	const [count = 0, width = 1, ...more] = shape;
	if (more.length > 0) throw new DataError(`${place} has the shape (${shape.join(", ")}): one value for each picture is expected`);
	if (width > 1) {
		const numbers = values;
		const rows = Array.from({ length: count }, (_, i) => [...numbers.slice(i * width, (i + 1) * width)]);
		if (rows.every((row) => row.filter((value) => value === 1).length === 1 && row.every((value) => value === 0 || value === 1))) return rows.map((row) => String(row.indexOf(1)));
		throw new DataError(`${place} has ${width} values for each picture: one is expected, or a row of 0 with a single 1`);
	}
	return Array.from(values, (value) => typeof value === "number" && Number.isNaN(value) ? "" : String(value));
}

// src/automl/images/picture-sources.ts
const pictureEndings = [
	".png",
	".jpg",
	".jpeg"
];
const otherPictures = [
	".gif",
	".webp",
	".bmp",
	".tif",
	".tiff",
	".avif",
	".heic"
];
const mostUnreadable = .05;
const splitNames = /^(?:train|training|test|testing|val|valid|validation|dev)$/i;
async function readPictures(file, shownAs, options) {
	if (isFolder(file, shownAs)) return readFolder(file, shownAs, options);
	const ending = path.extname(file).toLowerCase();
	if (ending === ".npz") return picturesOfNpz(readFileSync(file), shownAs, options);
	if (pictureEndings.includes(ending)) {
		const names = [path.basename(file)];
		return withPictures({
			file: shownAs,
			names: [options.column],
			columns: [names],
			lines: Int32Array.of(1)
		}, path.dirname(file), options, []);
	}
	const table = await readTable(file, shownAs, options.mostCells);
	if (!table.names.includes(options.column)) return picturesOfRows(table, options);
	return withPictures(table, path.dirname(file), options, []);
}
function isFolder(file, shownAs) {
	try {
		return statSync(file).isDirectory();
	} catch {
		throw new DataError(`${shownAs}: there is no such file or folder`);
	}
}
function readFolder(folder, shownAs, options) {
	const notes = [];
	const { classes, loose } = classFolders(folder);
	const files = [];
	const labels = [];
	const others = /* @__PURE__ */ new Map();
	for (const name of classes) {
		const found = filesBelow(folder, name).filter((file) => {
			const ending = path.extname(file).toLowerCase();
			const fits = pictureEndings.includes(ending) || otherPictures.includes(ending);
			if (!fits) others.set(ending || "no ending", (others.get(ending || "no ending") ?? 0) + 1);
			return fits;
		});
		if (found.length === 0) notes.push(`The folder ${name} has no pictures: there is no such class.`);
		files.push(...found);
		for (const _ of found) labels.push(name);
	}
	if (others.size > 0) notes.push(`Files that are no pictures are left out: ${[...others].map(([ending, count]) => `${count} of ${ending}`).join(", ")}.`);
	const labelled = files.length > 0;
	if (labelled && loose.length > 0) notes.push(`${loose.length} pictures beside the folders of the classes are left out.`);
	checkFolder({
		shownAs,
		classes,
		loose,
		labelled,
		mayLackTarget: options.mayLackTarget
	});
	const own = labelled ? files : loose;
	return withPictures({
		file: shownAs,
		names: labelled ? [options.column, options.target] : [options.column],
		columns: labelled ? [own, labels] : [own],
		lines: Int32Array.from(own, (_, i) => i + 1)
	}, folder, options, notes);
}
function classFolders(folder) {
	const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !/^(?:\.|__MACOSX$)/.test(name));
	const isDirectory = (name) => statSync(path.join(folder, name), { throwIfNoEntry: false })?.isDirectory() === true;
	const classes = entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink() && isDirectory(entry.name));
	return {
		classes: classes.map(({ name }) => name).sort(),
		loose: entries.filter((entry) => !classes.includes(entry) && pictureEndings.includes(path.extname(entry.name).toLowerCase())).map(({ name }) => name).sort()
	};
}
function checkFolder(of) {
	const { shownAs, classes, loose, labelled, mayLackTarget } = of;
	if (!labelled && loose.length === 0) throw new DataError(`${shownAs} has no pictures: one folder for each class is expected, with ${pictureEndings.join(", ")} in it`);
	if (mayLackTarget) return;
	if (!labelled) throw new DataError(`${shownAs} has ${loose.length} pictures and no folders: put them into one folder for each class, or name a table with a column of their paths`);
	if (classes.every((name) => splitNames.test(name))) throw new DataError(`${shownAs} has the folders ${classes.join(", ")}, which are parts and not classes: give data: ${path.posix.join(shownAs, classes.find((name) => /^train/i.test(name)) ?? classes[0])}${classes.some((name) => /^test/i.test(name)) ? `, and test: ${path.posix.join(shownAs, classes.find((name) => /^test/i.test(name)))}` : ""}`);
}
function filesBelow(folder, name) {
	return readdirSync(path.join(folder, name), {
		recursive: true,
		withFileTypes: true
	}).filter((entry) => !entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "Thumbs.db").map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/")).sort();
}
function withPictures(table, folder, { column, size }, notes) {
	const cells = table.columns[table.names.indexOf(column)];
	const pictures = /* @__PURE__ */ new Map();
	const unreadable = /* @__PURE__ */ new Map();
	const met = {
		alpha: 0,
		deep: 0,
		turned: 0
	};
	for (const cell of new Set(cells)) {
		if (cell === "") continue;
		try {
			const decoded = decodePicture(readBytes(path.resolve(folder, cell)));
			for (const what of [
				"alpha",
				"deep",
				"turned"
			]) if (decoded[what]) met[what] += 1;
			pictures.set(cell, knownPicture(decoded.picture, size));
		} catch (error) {
			if (!(error instanceof UnreadablePicture)) throw error;
			unreadable.set(cell, error.message);
		}
	}
	const count = pictures.size + unreadable.size;
	if (unreadable.size > 0) {
		const words = `${[...unreadable].slice(0, 3).map(([cell, why]) => `${cell}: ${why}`).join("; ")}${unreadable.size > 3 ? `; and ${unreadable.size - 3} more` : ""}`;
		if (unreadable.size === count || unreadable.size > Math.max(1, mostUnreadable * count)) throw new DataError(`${table.file}: ${unreadable.size} of ${count} pictures cannot be read (${words}): mend or remove them`);
		notes.push(`${unreadable.size} of ${count} pictures cannot be read and are left out: ${words}.`);
	}
	const lacking = cells.filter((cell) => cell === "").length;
	if (lacking > 0) notes.push(`${lacking} rows without a picture are left out.`);
	if (pictures.size === 0) throw new DataError(`${table.file}: no row of ${column} names a picture`);
	if (met.alpha > 0) notes.push(`${met.alpha} pictures are transparent in places: what is behind is taken for white.`);
	if (met.deep > 0) notes.push(`${met.deep} pictures have 16 bits a channel: 8 of them are used.`);
	if (met.turned > 0) notes.push(`${met.turned} pictures are turned upright, as their EXIF data say.`);
	const kept = [...cells.keys()].filter((row) => pictures.has(cells[row]));
	const store = {
		column,
		pictures,
		size,
		notes
	};
	return {
		...table,
		columns: table.columns.map((of) => kept.map((row) => of[row])),
		lines: Int32Array.from(kept, (row) => table.lines[row]),
		pictures: store
	};
}
function readBytes(file) {
	try {
		return readFileSync(file);
	} catch (error) {
		const { code, message } = error;
		throw new UnreadablePicture(code === "ENOENT" ? "there is no such file" : message);
	}
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

// src/automl/metrics.ts
const mostSlices = 20;
function rowScores(data) {
	return data.task === "classification" ? new ClassScores(data) : new NumberScores();
}
var ClassScores = class {
	rows = 0;
	#classes;
	#outputs;
	#hits;
	#counts;
	#logLoss = 0;
	constructor(data) {
		this.#classes = data.classes;
		this.#outputs = outputsOf(data);
		this.#hits = new Float64Array(this.#outputs);
		this.#counts = new Float64Array(this.#outputs);
	}
	add(label, predicted, row) {
		this.rows += 1;
		if (label < 0) {
			this.#logLoss -= Math.log(1e-15);
			return;
		}
		const from = row * this.#outputs;
		let best = 0;
		for (let k = 1; k < this.#outputs; k++) if (predicted[from + k] > predicted[from + best]) best = k;
		this.#counts[label] += 1;
		if (best === label) this.#hits[label] += 1;
		const p = predicted[from + label];
		this.#logLoss -= Math.log(p < 1e-15 ? 1e-15 : p);
	}
	scores() {
		const [hits, counts] = [this.#hits, this.#counts];
		const present = this.#classes.map((name, k) => ({
			name,
			k
		})).filter(({ k }) => counts[k] > 0);
		const recalls = present.map(({ k }) => hits[k] / counts[k]);
		return {
			val_accuracy: hits.reduce((sum, hit) => sum + hit, 0) / this.rows,
			val_balanced_accuracy: recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length,
			val_log_loss: this.#logLoss / this.rows,
			...present.length <= mostSlices ? Object.fromEntries(present.map(({ name }, i) => [`val_recall/${name}`, recalls[i]])) : {}
		};
	}
};
var NumberScores = class {
	rows = 0;
	#squares = 0;
	#absolute = 0;
	#mean = 0;
	#spread = 0;
	add(target, predicted, row) {
		this.rows += 1;
		const error = predicted[row] - target;
		this.#squares += error * error;
		this.#absolute += Math.abs(error);
		const distance = target - this.#mean;
		this.#mean += distance / this.rows;
		this.#spread += distance * (target - this.#mean);
	}
	scores() {
		return {
			val_rmse: Math.sqrt(this.#squares / this.rows),
			val_mae: this.#absolute / this.rows,
			...this.#spread > 0 ? { val_r2: 1 - this.#squares / this.#spread } : {}
		};
	}
};

// src/automl/series/times.ts
const day = 86400;
function parseTime(text) {
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
		const time = parseTime(text);
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
function valuesOf({ base, scale, logged }, targets) {
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
		let slope = dot(direction, this.#gradient);
		if (!(slope < 0)) {
			this.#pairs.length = 0;
			for (let i = 0; i < n; i++) direction[i] = -this.#gradient[i];
			slope = dot(direction, this.#gradient);
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
		const curvature = dot(s, y);
		if (curvature > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y))) {
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
			const alpha = rho * dot(s, q);
			alphas[k] = alpha;
			for (let i = 0; i < q.length; i++) q[i] -= alpha * y[i];
		}
		const last = this.#pairs.at(-1);
		const scale = last ? 1 / (last.rho * dot(last.y, last.y)) : 1;
		for (let i = 0; i < q.length; i++) q[i] *= scale;
		this.#pairs.forEach(({ s, y, rho }, k) => {
			const change = alphas[k] - rho * dot(y, q);
			for (let i = 0; i < q.length; i++) q[i] += change * s[i];
		});
		for (let i = 0; i < q.length; i++) q[i] = -q[i];
		return q;
	}
};

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
	const chosen = terms.map((_, number) => number).filter((number) => frequency[number] >= least).sort((a, b) => frequency[b] - frequency[a] || compare$1(terms[a], terms[b]) || a - b).slice(0, options.features).sort((a, b) => compare$1(kinds[b], kinds[a]) || compare$1(terms[a], terms[b]));
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
function compare$1(a, b) {
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
const mostBlocks = 512;
const known = /* @__PURE__ */ new Set([...commonSettings, ...Object.values(templates).flatMap(({ parameters }) => parameters)]);
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
	if (planned.length > mostBlocks) throw new HyperParameterError(`${path} are ${planned.length} blocks, more than ${mostBlocks}`);
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
	if (repeats > mostBlocks) throw new HyperParameterError(`${path} has ${repeats} repeats, more than ${mostBlocks}`);
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
	checkNames(entry, [...known], takes, place);
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
	return Object.fromEntries(Object.entries(tree).filter(([name, value]) => known.has(name) && !isTree(value) && !Array.isArray(value)));
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
function linear({ data, rows }, { l2, scaling }) {
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
		create: (_, input, options) => linear(input, options),
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
	return valuesOf(cells, predictFitted(learned, cells.features, windows.length * horizon, 1));
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

// src/automl/weighted-sum.ts
function addWeighted(sum, weight, own) {
	for (let i = 0; i < sum.length; i++) sum[i] += weight * own[i];
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
	if (lacking.length > 0) throw new DataError(`${table.file}:1: there ${lacking.length === 1 ? "is no column" : "are no columns"} ${listed(lacking.map(({ column }) => JSON.stringify(column)))}, which the model was trained on; the columns are ${listed(table.names)}`);
	return columns.flatMap((coding) => encodeColumn(coding, table.columns[table.names.indexOf(coding.column)], table.pictures));
}
function listed(names) {
	const most = 12;
	return `${names.slice(0, most).join(", ")}${names.length > most ? ` and ${names.length - most} more` : ""}`;
}
function predictModel({ members, classes, task }, features, rows) {
	const outputs = task === "classification" ? classes.length : 1;
	const sum = new Float64Array(rows * outputs);
	for (const { weight, fitted } of members) addWeighted(sum, weight, predictFitted(fitted, features, rows, outputs));
	return sum;
}

// src/automl/predict.ts
function imageCoding({ columns }) {
	return columns.find((coding) => coding.kind === "image");
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

// src/automl/predict-file.ts
async function* readDataFor(model, file, shownAs, size = {}) {
	const coding = imageCoding(model);
	const { rows = pieceRows } = size;
	if (coding) {
		const pictures = await readPictures(file, shownAs, {
			...readingOf(coding, model.target),
			mayLackTarget: true,
			part: "test",
			mostCells: Number.POSITIVE_INFINITY
		});
		yield* slices(pictures, rows);
	} else if (isFolder$1(file) || path.extname(file).toLowerCase() === ".txt") {
		const { target, classes } = model;
		yield* readTextFiles(file, shownAs, {
			text: onlyDocument(model, shownAs),
			target,
			classes,
			rows
		});
	} else yield* readPieces(file, shownAs, size);
}
function onlyDocument({ columns }, shownAs) {
	const [only, ...others] = columns;
	if (only?.kind === "document" && others.length === 0) return only.column;
	const reads = listed$2(columns.map(({ column }) => JSON.stringify(column)));
	throw new DataError(`${shownAs} is no table, and the model reads ${reads}: give a table with ${columns.length === 1 ? "this column" : "these columns"} (${endings.join(", ")})`);
}
async function predictFile(model, pieces, write) {
	const sums = rowScores(model);
	let rows = 0;
	let begun = false;
	let notes = [];
	for await (const table of pieces) {
		const own = table.lines.length;
		const predicted = predictModel(model, encodeTable(model.columns, table), own);
		addScores(sums, model, table, predicted);
		const shown = table.names.filter((name) => table.files === void 0 || !isDocument(model, name));
		const header = [
			...shown,
			"prediction",
			...model.classes.map((name) => `probability ${name}`)
		];
		await write(csvOf([...begun ? [] : [header], ...linesOf(model, table, shown, predicted)]));
		begun = true;
		rows += own;
		notes = table.pictures?.notes ?? [];
	}
	return {
		rows,
		scored: sums.rows,
		notes,
		...sums.rows > 0 ? { scores: sums.scores() } : {}
	};
}
function isDocument({ columns }, name) {
	return columns.some(({ column, kind }) => kind === "document" && column === name);
}
function linesOf(model, table, shown, predicted) {
	const columns = shown.map((name) => table.columns[table.names.indexOf(name)]);
	return predictionsOf(model, predicted, table.lines.length).map(({ value, probabilities }, row) => [
		...columns.map((column) => column[row]),
		String(value),
		...model.classes.map((name) => short$1(probabilities[name]))
	]);
}
function addScores(sums, model, table, predicted) {
	(table.columns[table.names.indexOf(model.target)] ?? []).forEach((text, row) => {
		const target = model.task === "classification" ? model.classes.indexOf(text) : Number(text);
		if (text !== "" && Number.isFinite(target)) sums.add(target, predicted, row);
	});
}
function forecastFile(model, table) {
	const { steps, notes } = forecastTable(model, table);
	const of = model.series === void 0 ? [] : [model.series];
	const lines = steps.map(({ time, series, prediction, lower, upper }) => [
		time,
		...of.map(() => series),
		...[
			prediction,
			lower,
			upper
		].map(short$1)
	]);
	return {
		csv: csvOf([[
			model.time,
			...of,
			"prediction",
			"lower",
			"upper"
		], ...lines]),
		rows: steps.length,
		notes
	};
}
function short$1(value) {
	return String(Number(value.toPrecision(6)));
}
function csvOf(lines) {
	return lines.map((line) => `${line.map(field).join(",")}\n`).join("");
}
function field(text) {
	return /[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}

// src/session/phases/export-model.ts
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
		if (notice) options.onPlan(notice);
		writeCard(made, results, model);
	}
	cpSync(made, output, { recursive: true });
}

// src/commands/model.ts
async function exportTo(flags, { host }) {
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
	const model = readAnyModel(named ?? await studyModel(flags.config));
	if (model.task === "forecasting") {
		const history = await readTable(path.resolve(data), data, Number.POSITIVE_INFINITY);
		const { csv, rows, notes } = forecastFile(model, history);
		await writeTo(output, async (write) => write(csv));
		say([`${rows} steps forecast.`, ...notes].join(" "));
		return;
	}
	const pieces = readDataFor(model, path.resolve(data), data);
	const { rows, scores, scored, notes } = await writeTo(output, (write) => predictFile(model, pieces, write));
	const words = [`${rows} rows predicted.`, ...notes];
	if (scores) words.push(`Of ${scored} of them ${model.target} is known: ${Object.entries(scores).map(([name, value]) => `${name.replace(/^val_/, "")} ${Number(value.toPrecision(4))}`).join(", ")}.`);
	say(words.join(" "));
}
async function studyModel(config) {
	const { folder } = await placeOf(readSpec(path.resolve(config), config));
	return path.join(folder, studyFiles.model);
}

// src/session/replay.ts
var ReplayError = class extends Error {
	name = "ReplayError";
};
async function replayTrial(options) {
	const { loaded, trial, onReport } = options;
	const { metric } = loaded.spec;
	const study = readStudy(path.join(options.folder, studyFiles.journal)).study();
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

// src/commands/replay.ts
async function replay(trial, flags, { host }) {
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
	return outcome.state === "completed" ? 0 : 1;
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

// src/session/last-study.ts
async function lastStudy(config, journal) {
	if (journal !== void 0) return await drivenStudy(config, journal);
	const beside = defaultJournal(config);
	const loaded = await readToRun(config, existsSync(beside));
	if (!loaded) return await drivenStudy(config, beside);
	const { folder, specPath } = await placeOf(loaded);
	const own = path.join(folder, studyFiles.journal);
	return existsSync(own) || !existsSync(beside) ? {
		results: loadResults(folder, loaded, specPath),
		journal: own
	} : await drivenStudy(config, beside);
}
async function readToRun(config, driven) {
	try {
		return readSpec(path.resolve(config), config);
	} catch (error) {
		if (!(error instanceof SpecError)) throw error;
		const name = nameOfDriven(config, driven);
		if (name === void 0 || !driven && isToRun(config) || await isRun(config, name)) throw error;
		return;
	}
}
function isToRun(config) {
	try {
		loadSpec(config, readFileSync(config, "utf8"));
		return true;
	} catch {
		return false;
	}
}
async function isRun(config, name) {
	const { root, specPath } = await placeInRepo(path.resolve(config));
	const folder = studyFolder(path.join(root, stateFolderName), specPath, name);
	return existsSync(path.join(folder, studyFiles.journal));
}
function nameOfDriven(config, driven) {
	try {
		return loadDrivenSpec(config, readFileSync(config, "utf8")).name;
	} catch (error) {
		if (driven) throw error;
		return;
	}
}
async function drivenStudy(config, journal) {
	const spec = readDrivenSpec(config);
	if (!existsSync(journal)) throw new JournalError(journal, void 0, "there is no journal here: `tunegate ask` begins one. Name yours with --journal, if it is elsewhere");
	const { specPath } = await placeInRepo(path.resolve(config));
	return {
		results: loadDrivenResults(journal, spec, specPath),
		journal
	};
}

// src/commands/report.ts
const reportFormats = [
	"terminal",
	"markdown",
	"html",
	"json",
	"csv",
	"optuna-journal"
];
async function report(flags) {
	const { results, journal } = await lastStudy(flags.config, flags.journal);
	if (flags.format !== "terminal" || flags.output !== void 0) for (const notice of results.notices.filter(tellsOfThen)) say(notice);
	const text = {
		terminal: () => flags.output === void 0 ? terminal(results) : renderTerminal(results, {
			colour: false,
			width: 100
		}),
		markdown: () => renderLeaderboard(results),
		html: () => renderHtml(results),
		json: () => renderJson(results),
		csv: () => renderCsv(results),
		"optuna-journal": () => renderOptunaJournal(results, timesOf(journal))
	}[flags.format]();
	if (flags.output === void 0) print(text);
	else await writeTo(flags.output, async (write) => write(text));
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

// src/commands/run.ts
async function run(flags, { host, startedAt }, gateOnly = false) {
	const { config, base, gate, fresh, json, ...overrides } = flags;
	const changes = {
		...overrides,
		...gate ? {} : { gate: false }
	};
	const loaded = readSpec(path.resolve(config), config, changes, !gateOnly);
	if (base !== void 0 && loaded.spec.gate === false) throw new OverrideError(gate ? `--base ${base} does not go with ${config}: it turns the gate off (gate: false), so nothing would be compared` : `--base ${base} does not go with --no-gate: nothing would be compared`);
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
	print(json ? renderJson(results) : `\n${terminal(results)}`);
	const files = writeReports(folder, results);
	if (!json) print(`\nReports: ${path.relative("", files.html)} · ${path.relative("", files.markdown)} · ${path.relative("", files.json)} · ${path.relative("", files.csv)}${files.model ? ` · Model: ${path.relative("", files.model)}` : ""}`);
	const nothing = cameToNothing(results);
	const policy = {
		failOnRegression: true,
		failOnError: true,
		failOnMissingBaseline: nothing,
		failOnInconclusive: nothing,
		failOnNoResult: true
	};
	return exitCode(outcomeOf(results, cancelled), policy);
}
async function compare(flags, entry) {
	const { spec } = readSpec(path.resolve(flags.config), flags.config);
	if (spec.gate === false) throw new SpecFileError(`${flags.config} turns the gate off (gate: false): there is nothing to compare.`);
	return await run({
		...flags,
		gate: true
	}, entry, true);
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
async function initialise(root, spec, force = false) {
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
		makeFolderOf(full, file);
		await writeInPieces(full, file, async (write) => write(text));
		written.push(file);
	}
	return {
		found,
		written,
		kept
	};
}

// src/spec/hints.ts
const fewest = 3;
function orderHint(text, params) {
	const placeOf = placesIn(text);
	const places = inOrder(params, ["params"]).flatMap((path) => {
		const place = placeOf([...path, "values"]);
		return place ? [`${name(path.slice(1))} (line ${place.line})`] : [];
	});
	if (places.length === 0) return void 0;
	return `Hint: the values of ${together(places)} are numbers in order: \`ordered: true\` lets the search make use of that, \`ordered: false\` says that it means nothing.`;
}
function inOrder(params, above) {
	return Object.entries(params).flatMap(([key, definition]) => {
		const path = [...above, key];
		if (definition.type === "repeat") return inOrder(definition.of, [...path, "of"]);
		if (definition.type !== "choice") return [];
		if (definition.options) return Object.entries(definition.options).flatMap(([option, children]) => inOrder(children, [
			...path,
			"options",
			option
		]));
		return definition.ordered === void 0 && isMonotone(definition) ? [path] : [];
	});
}
function isMonotone({ values = [] }) {
	if (values.length < fewest) return false;
	const numbers = values.filter((value) => typeof value === "number");
	const steps = numbers.slice(1).map((value, i) => Math.sign(value - numbers[i]));
	return numbers.length === values.length && steps.every((step) => step === steps[0]);
}

// src/commands/spec.ts
function validate(flags) {
	const { text, spec, space } = readSpec(path.resolve(flags.config), flags.config);
	const size = space.size === Number.POSITIVE_INFINITY ? "an endless space" : plural$1(space.size, "config");
	const searched = discovers(spec) ? "; its code says what there is to search, when it runs" : `, ${plural$1(space.parameters.length, "parameter")}, ${size}`;
	print(`${flags.config} is fine: ${spec.name}${searched}.`);
	const hint = orderHint(text, spec.params);
	if (hint !== void 0) print(hint);
	if (discovers(spec) || space.incumbent) return;
	const missing = space.missingDefaults;
	print(`No incumbent: ${missing.join(", ")} ${missing.length === 1 ? "has" : "have"} no default, so the gate has nothing to train.`);
}
async function init(flags) {
	const { found, written, kept } = await initialise(process.cwd(), flags.config, flags.force);
	for (const file of written) print(`wrote ${file}`);
	for (const file of kept) print(`kept  ${file} (it exists; --force overwrites it)`);
	const { training } = found;
	print(training ? `\nFound ${training.file}.` : "\nNo training program was found: name yours in the spec.");
	print(`Next: look through ${flags.config}, then\n  tunegate validate --config ${flags.config}\n  tunegate run --config ${flags.config}`);
}

// src/cli.ts
const entry = {
	host: {
		path: fileURLToPath(new URL("./trial-host.js", import.meta.url)),
		node: process.execPath
	},
	startedAt: performance.now()
};
const program = new Command("tunegate").description("Tunes machine-learning models and guards their accuracy, in CI and on the command line.").version(version).exitOverride(({ exitCode: code }) => process.exit(code === 0 ? 0 : 2)).showHelpAfterError("(tunegate --help shows the commands; another spec than tune.yml is named with --config)").addHelpText("after", `
A first study:
  $ tunegate init          writes tune.yml and a workflow, after a look at the repository
  $ tunegate validate      says what is wrong with tune.yml, with line and column
  $ tunegate run           searches, compares with the base commit, and shows the leaderboard

Exit codes: 0 all is well · 1 the model got worse, or nothing worked · 2 the command or the spec is wrong ·
130 cancelled. What a study did is kept in .tunegate/, which git ignores.`);
const config = () => new Option("-c, --config <file>", "the tuning spec").default("tune.yml");
program.command("run").description("search, and compare the incumbent with the base commit").addOption(config()).option("--base <ref>", "branch, tag or commit to compare with (default: where HEAD left the default branch)").option("--no-gate", "only search").option("--trials <n>", "at most so many trials", count$1).option("--time <duration>", "at most so much time, such as 90s or 15m", duration).option("--epochs <n>", "epochs of a trial", count$1).option("--workers <n>", "trials at a time", count$1).option("--seed <n>", "seed of the search", whole).addOption(new Option("--strategy <name>", "search strategy").choices(strategyNames)).option("--fresh", "begin anew, even when an unfinished study could go on (the old journal is kept as journal.jsonl.old, those before it as journal.jsonl.old-2 and so on)").option("--json", "print the results as JSON, and progress to standard error").addHelpText("after", `
Examples:
  $ tunegate run                             what tune.yml says
  $ tunegate run --time 2m --no-gate         a quick look
  $ tunegate run --base v1.2                 is this better than the release?

Ctrl-C stops cleanly: what has finished is reported, and running again goes on from there. Twice stops at once.`).action(async (flags) => {
	process.exitCode = await run(flags, entry);
});
program.command("compare").description("only compare the incumbent with the base commit: the gate, without a search").addOption(config()).option("--base <ref>", "branch, tag or commit to compare with (default: where HEAD left the default branch)").option("--time <duration>", "at most so much time, such as 90s or 15m", duration).option("--epochs <n>", "epochs of a training", count$1).option("--workers <n>", "trainings at a time", count$1).option("--fresh", "train again what was trained before for these files").option("--json", "print the results as JSON, and progress to standard error").addHelpText("after", `
Examples:
  $ tunegate compare                   did what I changed since the default branch make the model worse?
  $ tunegate compare --base v1.2       and since the release?

Exit code 1: it got worse.`).action(async (flags) => {
	process.exitCode = await compare(flags, entry);
});
program.command("validate").description("check a spec: every problem with file, line and column").addOption(config()).action(validate);
program.command("report").description("show the last study again, finished or not").addOption(config()).option("-j, --journal <file>", "a search that another program drives (default: where `tunegate run` has left no study, tune.journal.jsonl beside the spec)").addOption(new Option("-f, --format <format>", "what to write").choices(reportFormats).default("terminal")).option("-o, --output <file>", "write to a file").action(report);
program.command("replay").description("train one trial again: same config, same seed").argument("<trial>", "its number in the leaderboard", whole).addOption(config()).option("--seed <n>", "another seed", whole).action(async (trial, flags) => {
	process.exitCode = await replay(trial, flags, entry);
});
program.command("export").description("write the model that the last study of a task has come to, with its card").addOption(config()).option("-o, --output <folder>", "where to", "model").option("--fresh", "make it anew, such as for data that have changed since").option("--time <duration>", "when it must be made: at most so much time", duration).action((flags) => exportTo(flags, entry));
program.command("predict").description("ask a model of a task: adds its predictions to a table").requiredOption("-d, --data <file>", "the rows, with the columns that the model was trained on; of images also a folder, a single image, or .npz; of texts also a folder or a single .txt file").option("-m, --model <folder>", "what `tunegate export` wrote (default: the model of the last study)").addOption(config()).option("-o, --output <file>", "write to a file").addHelpText("after", `
Writes CSV: the columns of the data, the prediction and, of classes, the probabilities. Where the data have the target, too,
it says how good the predictions are. Tables may be larger than memory. A model of series writes the next steps of each instead,
with intervals: the data are the past, and rows behind it with an empty target say what is known ahead.

Example:
  $ tunegate predict --model model --data new.csv --output predicted.csv`).action(predict);
program.command("baseline").description("train what ships, and keep its scores as what later changes are compared with").addOption(config()).option("-o, --output <file>", "the file to write and commit (default: the spec's gate.file)").option("--store", "push them to the branch tunegate-data instead, for gate.baseline: stored").action((flags) => baseline(flags, entry));
program.command("power").description("say how small a drop the gate finds with how many seeds, and what that costs").addOption(config()).option("--noise <sd>", "standard deviation of the difference of two trainings with the same seed", real).option("--json", "print the numbers as JSON").action(power);
program.command("init").description("write a commented spec and a workflow for this repository").addOption(config()).option("--force", "overwrite files that exist").action(init);
const driven = (command, journal) => command.addOption(config()).option("-j, --journal <file>", journal);
const fresh = () => new Option("--fresh", "begin anew (the old journal is kept as FILE.old, those before it as FILE.old-2 and so on)");
driven(program.command("ask").description("say what to train next, as one line of JSON: for a program that trains by itself").addOption(fresh()).addHelpText("after", `
Any number of trials may be asked for before the first is told. Exit codes: 0 a trial · 3 nothing to train (wait, or exhausted).
The spec needs no trial section. See docs/ask-tell.md.

Example:
  $ tunegate ask
  {"type":"trial","trial":0,"config":{"lr":0.001},"params":{"lr":0.001},"seed":1180373265,"origin":"incumbent"}
  $ tunegate tell 0 loss=0.42`), "where the search is kept (default: beside the spec, tune.journal.jsonl)").action(async (flags) => {
	process.exitCode = await ask(flags, print, say);
});
driven(program.command("tell").description("say what came of a trial that was asked for").argument("<trial>", "its number", whole).argument("[metrics...]", "loss=0.42, or 0.42 for the metric of the spec").option("--report", "the trial goes on: prints whether it should (continue or stop)").option("--step <n>", "how far it is (default: reports are counted)", real).option("--failed [message]", "it failed").addOption(new Option("--reason <reason>", "with --failed: why").choices(failureReasons)).option("--lost", "its machine is gone: the next ask hands it out again"), "where the search is kept (default: beside the spec, tune.journal.jsonl)").action(async (trial, metrics, flags) => {
	process.exitCode = await tell(trial, metrics, flags, print);
});
driven(program.command("search").description("drive the search from another program: a line of JSON in, a line of JSON out").requiredOption("--stdio", "over standard input and output").addOption(fresh()), "keep the search there, so that it can go on after a kill (default: it is forgotten)").action((flags) => search(flags, process.stdin, process.stdout, say));
endWithOutput();
try {
	await program.parseAsync();
} catch (error) {
	const { text, exitCode } = explainError(error);
	say(text);
	process.exitCode = exitCode;
}
process.stdout.write("", () => setImmediate(() => process.exit()));

export {  };