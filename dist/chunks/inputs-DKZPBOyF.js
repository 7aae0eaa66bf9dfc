import { r as __toESM } from "./rolldown-runtime-CoNq6U3z.js";
import { n as require_tunnel, t as require_undici } from "./undici-zVNNmuob.js";
import { F as baseOfRun, J as discriminatedUnion, N as checkConclusion, Q as object, W as _enum, X as literal, Y as int, q as boolean$1, tt as string } from "./journal-tTRUElhM.js";
import * as os$1 from "os";
import os, { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants, promises } from "fs";
import * as path from "path";
import * as events from "events";
import * as child from "child_process";
import { setTimeout as setTimeout$1 } from "timers";
import { existsSync as existsSync$1, readFileSync as readFileSync$1, statSync } from "node:fs";
import { setTimeout as setTimeout$2 } from "node:timers/promises";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os$1.EOL);
}
function issue(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os$1.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os$1.EOL}${convertedValue}${os$1.EOL}${delimiter}`;
}

// node_modules/@actions/http-client/lib/index.js
var import_tunnel = /* @__PURE__ */ __toESM(require_tunnel(), 1);
var import_undici = require_undici();
var __awaiter$9 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
var HttpCodes;
(function(HttpCodes) {
	HttpCodes[HttpCodes["OK"] = 200] = "OK";
	HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
	HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
	HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
	HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
	HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
	HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
	HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
	HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
	HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
	HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
	HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
	HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
	HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
	HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
	HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
	HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
	HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
	HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
	HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
	HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
	HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
	HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
	HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
	HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
	HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
	HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function(Headers) {
	Headers["Accept"] = "accept";
	Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function(MediaTypes) {
	MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
const HttpRedirectCodes = [
	HttpCodes.MovedPermanently,
	HttpCodes.ResourceMoved,
	HttpCodes.SeeOther,
	HttpCodes.TemporaryRedirect,
	HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
	HttpCodes.BadGateway,
	HttpCodes.ServiceUnavailable,
	HttpCodes.GatewayTimeout
];

// node_modules/@actions/http-client/lib/auth.js
var __awaiter$8 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};

// node_modules/@actions/core/lib/oidc-utils.js
var __awaiter$7 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};

// node_modules/@actions/core/lib/summary.js
var __awaiter$6 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	filePath() {
		return __awaiter$6(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	write(options) {
		return __awaiter$6(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	clear() {
		return __awaiter$6(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	stringify() {
		return this._buffer;
	}
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	addEOL() {
		return this.addRaw(EOL);
	}
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const _summary = new Summary();
const summary = _summary;

// node_modules/@actions/io/lib/io-util.js
var __awaiter$5 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs.promises;
const IS_WINDOWS$1 = process.platform === "win32";
const READONLY = fs.constants.O_RDONLY;
function exists(fsPath) {
	return __awaiter$5(this, void 0, void 0, function* () {
		try {
			yield stat(fsPath);
		} catch (err) {
			if (err.code === "ENOENT") return false;
			throw err;
		}
		return true;
	});
}
function isRooted(p) {
	p = normalizeSeparators(p);
	if (!p) throw new Error("isRooted() parameter \"p\" cannot be empty");
	if (IS_WINDOWS$1) return p.startsWith("\\") || /^[A-Z]:/i.test(p);
	return p.startsWith("/");
}
function tryGetExecutablePath(filePath, extensions) {
	return __awaiter$5(this, void 0, void 0, function* () {
		let stats = void 0;
		try {
			stats = yield stat(filePath);
		} catch (err) {
			if (err.code !== "ENOENT") console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
		}
		if (stats && stats.isFile()) {
			if (IS_WINDOWS$1) {
				const upperExt = path.extname(filePath).toUpperCase();
				if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) return filePath;
			} else if (isUnixExecutable(stats)) return filePath;
		}
		const originalFilePath = filePath;
		for (const extension of extensions) {
			filePath = originalFilePath + extension;
			stats = void 0;
			try {
				stats = yield stat(filePath);
			} catch (err) {
				if (err.code !== "ENOENT") console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
			}
			if (stats && stats.isFile()) {
				if (IS_WINDOWS$1) {
					try {
						const directory = path.dirname(filePath);
						const upperName = path.basename(filePath).toUpperCase();
						for (const actualName of yield readdir(directory)) if (upperName === actualName.toUpperCase()) {
							filePath = path.join(directory, actualName);
							break;
						}
					} catch (err) {
						console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
					}
					return filePath;
				} else if (isUnixExecutable(stats)) return filePath;
			}
		}
		return "";
	});
}
function normalizeSeparators(p) {
	p = p || "";
	if (IS_WINDOWS$1) {
		p = p.replace(/\//g, "\\");
		return p.replace(/\\\\+/g, "\\");
	}
	return p.replace(/\/\/+/g, "/");
}
function isUnixExecutable(stats) {
	return (stats.mode & 1) > 0 || (stats.mode & 8) > 0 && process.getgid !== void 0 && stats.gid === process.getgid() || (stats.mode & 64) > 0 && process.getuid !== void 0 && stats.uid === process.getuid();
}

// node_modules/@actions/io/lib/io.js
var __awaiter$4 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
function which(tool, check) {
	return __awaiter$4(this, void 0, void 0, function* () {
		if (!tool) throw new Error("parameter 'tool' is required");
		if (check) {
			const result = yield which(tool, false);
			if (!result) {
				if (IS_WINDOWS$1) throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
				else throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
			}
			return result;
		}
		const matches = yield findInPath(tool);
		if (matches && matches.length > 0) return matches[0];
		return "";
	});
}
function findInPath(tool) {
	return __awaiter$4(this, void 0, void 0, function* () {
		if (!tool) throw new Error("parameter 'tool' is required");
		const extensions = [];
		if (IS_WINDOWS$1 && process.env["PATHEXT"]) {
			for (const extension of process.env["PATHEXT"].split(path.delimiter)) if (extension) extensions.push(extension);
		}
		if (isRooted(tool)) {
			const filePath = yield tryGetExecutablePath(tool, extensions);
			if (filePath) return [filePath];
			return [];
		}
		if (tool.includes(path.sep)) return [];
		const directories = [];
		if (process.env.PATH) {
			for (const p of process.env.PATH.split(path.delimiter)) if (p) directories.push(p);
		}
		const matches = [];
		for (const directory of directories) {
			const filePath = yield tryGetExecutablePath(path.join(directory, tool), extensions);
			if (filePath) matches.push(filePath);
		}
		return matches;
	});
}

// node_modules/@actions/exec/lib/toolrunner.js
var __awaiter$3 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const IS_WINDOWS = process.platform === "win32";
var ToolRunner = class extends events.EventEmitter {
	constructor(toolPath, args, options) {
		super();
		if (!toolPath) throw new Error("Parameter 'toolPath' cannot be null or empty.");
		this.toolPath = toolPath;
		this.args = args || [];
		this.options = options || {};
	}
	_debug(message) {
		if (this.options.listeners && this.options.listeners.debug) this.options.listeners.debug(message);
	}
	_getCommandString(options, noPrefix) {
		const toolPath = this._getSpawnFileName();
		const args = this._getSpawnArgs(options);
		let cmd = noPrefix ? "" : "[command]";
		if (IS_WINDOWS) {
			if (this._isCmdFile()) {
				cmd += toolPath;
				for (const a of args) cmd += ` ${a}`;
			} else if (options.windowsVerbatimArguments) {
				cmd += `"${toolPath}"`;
				for (const a of args) cmd += ` ${a}`;
			} else {
				cmd += this._windowsQuoteCmdArg(toolPath);
				for (const a of args) cmd += ` ${this._windowsQuoteCmdArg(a)}`;
			}
		} else {
			cmd += toolPath;
			for (const a of args) cmd += ` ${a}`;
		}
		return cmd;
	}
	_processLineBuffer(data, strBuffer, onLine) {
		try {
			let s = strBuffer + data.toString();
			let n = s.indexOf(os$1.EOL);
			while (n > -1) {
				onLine(s.substring(0, n));
				s = s.substring(n + os$1.EOL.length);
				n = s.indexOf(os$1.EOL);
			}
			return s;
		} catch (err) {
			this._debug(`error processing line. Failed with error ${err}`);
			return "";
		}
	}
	_getSpawnFileName() {
		if (IS_WINDOWS) {
			if (this._isCmdFile()) return process.env["COMSPEC"] || "cmd.exe";
		}
		return this.toolPath;
	}
	_getSpawnArgs(options) {
		if (IS_WINDOWS) {
			if (this._isCmdFile()) {
				let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
				for (const a of this.args) {
					argline += " ";
					argline += options.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a);
				}
				argline += "\"";
				return [argline];
			}
		}
		return this.args;
	}
	_endsWith(str, end) {
		return str.endsWith(end);
	}
	_isCmdFile() {
		const upperToolPath = this.toolPath.toUpperCase();
		return this._endsWith(upperToolPath, ".CMD") || this._endsWith(upperToolPath, ".BAT");
	}
	_windowsQuoteCmdArg(arg) {
		if (!this._isCmdFile()) return this._uvQuoteCmdArg(arg);
		if (!arg) return "\"\"";
		const cmdSpecialChars = [
			" ",
			"	",
			"&",
			"(",
			")",
			"[",
			"]",
			"{",
			"}",
			"^",
			"=",
			";",
			"!",
			"'",
			"+",
			",",
			"`",
			"~",
			"|",
			"<",
			">",
			"\""
		];
		let needsQuotes = false;
		for (const char of arg) if (cmdSpecialChars.some((x) => x === char)) {
			needsQuotes = true;
			break;
		}
		if (!needsQuotes) return arg;
		let reverse = "\"";
		let quoteHit = true;
		for (let i = arg.length; i > 0; i--) {
			reverse += arg[i - 1];
			if (quoteHit && arg[i - 1] === "\\") reverse += "\\";
			else if (arg[i - 1] === "\"") {
				quoteHit = true;
				reverse += "\"";
			} else quoteHit = false;
		}
		reverse += "\"";
		return reverse.split("").reverse().join("");
	}
	_uvQuoteCmdArg(arg) {
		if (!arg) return "\"\"";
		if (!arg.includes(" ") && !arg.includes("	") && !arg.includes("\"")) return arg;
		if (!arg.includes("\"") && !arg.includes("\\")) return `"${arg}"`;
		let reverse = "\"";
		let quoteHit = true;
		for (let i = arg.length; i > 0; i--) {
			reverse += arg[i - 1];
			if (quoteHit && arg[i - 1] === "\\") reverse += "\\";
			else if (arg[i - 1] === "\"") {
				quoteHit = true;
				reverse += "\\";
			} else quoteHit = false;
		}
		reverse += "\"";
		return reverse.split("").reverse().join("");
	}
	_cloneExecOptions(options) {
		options = options || {};
		const result = {
			cwd: options.cwd || process.cwd(),
			env: options.env || process.env,
			silent: options.silent || false,
			windowsVerbatimArguments: options.windowsVerbatimArguments || false,
			failOnStdErr: options.failOnStdErr || false,
			ignoreReturnCode: options.ignoreReturnCode || false,
			delay: options.delay || 1e4
		};
		result.outStream = options.outStream || process.stdout;
		result.errStream = options.errStream || process.stderr;
		return result;
	}
	_getSpawnOptions(options, toolPath) {
		options = options || {};
		const result = {};
		result.cwd = options.cwd;
		result.env = options.env;
		result["windowsVerbatimArguments"] = options.windowsVerbatimArguments || this._isCmdFile();
		if (options.windowsVerbatimArguments) result.argv0 = `"${toolPath}"`;
		return result;
	}
	exec() {
		return __awaiter$3(this, void 0, void 0, function* () {
			if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS && this.toolPath.includes("\\"))) this.toolPath = path.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
			this.toolPath = yield which(this.toolPath, true);
			return new Promise((resolve, reject) => __awaiter$3(this, void 0, void 0, function* () {
				this._debug(`exec tool: ${this.toolPath}`);
				this._debug("arguments:");
				for (const arg of this.args) this._debug(`   ${arg}`);
				const optionsNonNull = this._cloneExecOptions(this.options);
				if (!optionsNonNull.silent && optionsNonNull.outStream) optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os$1.EOL);
				const state = new ExecState(optionsNonNull, this.toolPath);
				state.on("debug", (message) => {
					this._debug(message);
				});
				if (this.options.cwd && !(yield exists(this.options.cwd))) return reject(/* @__PURE__ */ new Error(`The cwd: ${this.options.cwd} does not exist!`));
				const fileName = this._getSpawnFileName();
				const cp = child.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
				let stdbuffer = "";
				if (cp.stdout) cp.stdout.on("data", (data) => {
					if (this.options.listeners && this.options.listeners.stdout) this.options.listeners.stdout(data);
					if (!optionsNonNull.silent && optionsNonNull.outStream) optionsNonNull.outStream.write(data);
					stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
						if (this.options.listeners && this.options.listeners.stdline) this.options.listeners.stdline(line);
					});
				});
				let errbuffer = "";
				if (cp.stderr) cp.stderr.on("data", (data) => {
					state.processStderr = true;
					if (this.options.listeners && this.options.listeners.stderr) this.options.listeners.stderr(data);
					if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) (optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream).write(data);
					errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
						if (this.options.listeners && this.options.listeners.errline) this.options.listeners.errline(line);
					});
				});
				cp.on("error", (err) => {
					state.processError = err.message;
					state.processExited = true;
					state.processClosed = true;
					state.CheckComplete();
				});
				cp.on("exit", (code) => {
					state.processExitCode = code;
					state.processExited = true;
					this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
					state.CheckComplete();
				});
				cp.on("close", (code) => {
					state.processExitCode = code;
					state.processExited = true;
					state.processClosed = true;
					this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
					state.CheckComplete();
				});
				state.on("done", (error, exitCode) => {
					if (stdbuffer.length > 0) this.emit("stdline", stdbuffer);
					if (errbuffer.length > 0) this.emit("errline", errbuffer);
					cp.removeAllListeners();
					if (error) reject(error);
					else resolve(exitCode);
				});
				if (this.options.input) {
					if (!cp.stdin) throw new Error("child process missing stdin");
					cp.stdin.end(this.options.input);
				}
			}));
		});
	}
};
var ExecState = class ExecState extends events.EventEmitter {
	constructor(options, toolPath) {
		super();
		this.processClosed = false;
		this.processError = "";
		this.processExitCode = 0;
		this.processExited = false;
		this.processStderr = false;
		this.delay = 1e4;
		this.done = false;
		this.timeout = null;
		if (!toolPath) throw new Error("toolPath must not be empty");
		this.options = options;
		this.toolPath = toolPath;
		if (options.delay) this.delay = options.delay;
	}
	CheckComplete() {
		if (this.done) return;
		if (this.processClosed) this._setResult();
		else if (this.processExited) this.timeout = setTimeout$1(ExecState.HandleTimeout, this.delay, this);
	}
	_debug(message) {
		this.emit("debug", message);
	}
	_setResult() {
		let error;
		if (this.processExited) {
			if (this.processError) error = /* @__PURE__ */ new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
			else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) error = /* @__PURE__ */ new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
			else if (this.processStderr && this.options.failOnStdErr) error = /* @__PURE__ */ new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
		}
		if (this.timeout) {
			clearTimeout(this.timeout);
			this.timeout = null;
		}
		this.done = true;
		this.emit("done", error, this.processExitCode);
	}
	static HandleTimeout(state) {
		if (state.done) return;
		if (!state.processClosed && state.processExited) {
			const message = `The STDIO streams did not close within ${state.delay / 1e3} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
			state._debug(message);
		}
		state._setResult();
	}
};

// node_modules/@actions/exec/lib/exec.js
var __awaiter$2 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};

// node_modules/@actions/core/lib/platform.js
var __awaiter$1 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const platform = os.platform();
const arch = os.arch();

// node_modules/@actions/core/lib/core.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os$1.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error(message);
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
	process.stdout.write(message + os$1.EOL);
}
function startGroup(name) {
	issue("group", name);
}
function endGroup() {
	issue("endgroup");
}
function saveState$1(name, value) {
	if (process.env["GITHUB_STATE"] || "") return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
	issueCommand("save-state", { name }, toCommandValue(value));
}
function getState(name) {
	return process.env[`STATE_${name}`] || "";
}

// src/github/context.ts
var ContextError = class extends Error {
	name = "ContextError";
};
const sha = string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, "expected a full commit hash");
const repositoryPayload = object({ default_branch: string().min(1).optional() }).optional();
const anyPayload = object({ repository: repositoryPayload });
const pullRequestPayload = object({
	repository: repositoryPayload,
	pull_request: object({
		number: int().positive(),
		head: object({
			sha,
			repo: object({ full_name: string() }).nullish()
		}),
		base: object({
			sha,
			ref: string().min(1),
			repo: object({ full_name: string() })
		})
	})
});
const mergeGroupPayload = object({
	repository: repositoryPayload,
	merge_group: object({
		head_sha: sha,
		base_sha: sha,
		base_ref: string().min(1)
	})
});
const pushPayload = object({
	repository: repositoryPayload,
	before: sha.optional()
});
const refusal = "Tunegate does not run under `pull_request_target`: that event hands a token with write access and the repository’s secrets to the run, and a search executes the code of the pull request. Use `on: pull_request` instead.";
function readContext(env = process.env) {
	const eventName = required(env, "GITHUB_EVENT_NAME");
	const payload = readPayload(env);
	const [owner, name, ...rest] = required(env, "GITHUB_REPOSITORY").split("/");
	if (!owner || !name || rest.length > 0) throw new ContextError(`GITHUB_REPOSITORY is not of the form owner/name: ${env.GITHUB_REPOSITORY}`);
	const server = stripSlash(env.GITHUB_SERVER_URL || "https://github.com");
	const runId = integer(env, "GITHUB_RUN_ID");
	const runAttempt = env.GITHUB_RUN_ATTEMPT ? integer(env, "GITHUB_RUN_ATTEMPT") : 1;
	const checkoutSha = required(env, "GITHUB_SHA");
	const defaultBranch = check(anyPayload, payload, eventName).repository?.default_branch;
	const common = {
		eventName,
		repository: {
			owner,
			name
		},
		headSha: checkoutSha,
		checkoutSha,
		ref: env.GITHUB_REF ?? "",
		actor: env.GITHUB_ACTOR ?? "",
		runId,
		runAttempt,
		runUrl: `${server}/${owner}/${name}/actions/runs/${runId}${runAttempt > 1 ? `/attempts/${runAttempt}` : ""}`,
		urls: {
			server,
			api: stripSlash(env.GITHUB_API_URL || "https://api.github.com"),
			...env.GITHUB_GRAPHQL_URL ? { graphql: env.GITHUB_GRAPHQL_URL } : {}
		},
		workspace: env.GITHUB_WORKSPACE || process.cwd(),
		...defaultBranch === void 0 ? {} : { defaultBranch }
	};
	switch (eventName) {
		case "pull_request": {
			const pull = check(pullRequestPayload, payload, eventName).pull_request;
			const readOnly = readOnlyReason(pull, common.actor);
			return {
				...common,
				kind: "pull-request",
				headSha: pull.head.sha,
				number: pull.number,
				base: {
					sha: pull.base.sha,
					ref: pull.base.ref
				},
				...readOnly ? { readOnly } : {}
			};
		}
		case "merge_group": {
			const group = check(mergeGroupPayload, payload, eventName).merge_group;
			return {
				...common,
				kind: "merge-group",
				headSha: group.head_sha,
				base: {
					sha: group.base_sha,
					ref: group.base_ref.replace(/^refs\/heads\//, "")
				}
			};
		}
		case "push": {
			const { before } = check(pushPayload, payload, eventName);
			return {
				...common,
				kind: "push",
				...before && !/^0+$/.test(before) ? { before } : {}
			};
		}
		case "pull_request_target": return {
			...common,
			kind: "refused",
			reason: refusal
		};
		default: return {
			...common,
			kind: "other"
		};
	}
}
function readOnlyReason(pull, actor) {
	if (pull.head.repo?.full_name !== pull.base.repo.full_name) return "fork";
	return actor === "dependabot[bot]" ? "dependabot" : void 0;
}
function readPayload(env) {
	const file = env.GITHUB_EVENT_PATH;
	if (!file) return {};
	let text;
	try {
		text = readFileSync$1(file, "utf8");
	} catch (error) {
		throw new ContextError(`Cannot read the event's payload (GITHUB_EVENT_PATH): ${error.message}`);
	}
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new ContextError(`The event's payload ${file} is not JSON: ${error.message}`);
	}
}
function check(schema, payload, eventName) {
	const result = schema.safeParse(payload);
	if (result.success) return result.data;
	const problems = result.error.issues.map((issue) => `${issue.path.join(".") || "payload"}: ${issue.message}`);
	throw new ContextError(`The payload of the ${eventName} event is not as expected: ${problems.join("; ")}`);
}
function required(env, name) {
	const value = env[name];
	if (value) return value;
	throw new ContextError(`${name} is not set: this is the action's entry, which GitHub's runner starts. On your own machine use the command line: npx tunegate run`);
}
function integer(env, name) {
	const value = Number(required(env, name));
	if (Number.isSafeInteger(value) && value > 0) return value;
	throw new ContextError(`${name} is not a positive whole number: ${env[name]}`);
}
function stripSlash(url) {
	return url.replace(/\/+$/, "");
}

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
	if (!isResponseError(error)) return error instanceof Error ? error : new Error(String(error));
	const { status } = error;
	const headers = error.response?.headers ?? {};
	const limited = headers["x-ratelimit-remaining"] === "0" || headers["retry-after"] !== void 0;
	if (status >= 500 || status === 429 || status === 403 && (limited || /rate limit/i.test(error.message))) {
		const seconds = Number(headers["retry-after"]);
		return new Unavailable(purpose, error, Number.isFinite(seconds) ? seconds : void 0);
	}
	if (status === 401 || status === 403) {
		if (/bad credentials/i.test(error.message)) return new Refused("accept the token", status, error);
		return new MissingPermission(permission, purpose, error);
	}
	if (status === 404 || status === 410) return notFound === "gone" ? new Gone(purpose, error) : new MissingPermission(permission, purpose, error);
	return new Refused(purpose, status, error);
}
function isResponseError(error) {
	return error instanceof Error && typeof error.status === "number";
}
function messageOf(error) {
	return (error instanceof Error ? error.message : String(error)).split("\n")[0].replace(/ - https:\/\/\S+$/, "");
}

// src/github/api.ts
async function openApi(options) {
	const { getOctokit } = await import("./github-buNF3yqq.js");
	const octokit = getOctokit(options.token, {
		baseUrl: options.apiUrl,
		userAgent: "tunegate"
	});
	const { owner, repo } = options;
	octokit.hook.before("request", (request) => {
		request.request = {
			...request.request,
			signal: AbortSignal.timeout(options.timeoutMs ?? 2e4)
		};
	});
	async function ask(purpose, permission, request, notFound = "permission") {
		try {
			return await request();
		} catch (error) {
			throw nameError(error, purpose, permission, notFound);
		}
	}
	return {
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
					conclusion: change.conclusion,
					completed_at: (/* @__PURE__ */ new Date()).toISOString()
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
		body: data.body ?? ""
	};
}
function toCheckRun(data) {
	return {
		id: data.id,
		url: data.html_url ?? void 0,
		status: data.status,
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
		await setTimeout$2(wait);
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
	return list.find((text) => byteLength(text) <= limit) ?? cutMarkdown(list.at(-1) ?? "", limit);
}
const cutNote = "\n\n_… cut here: the text is longer than GitHub takes. The files of the run have all of it._\n";
function cutMarkdown(markdown, limit) {
	if (byteLength(markdown) <= limit) return markdown;
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
	const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").replace(/ {2,}/g, " ").trim();
	if (byteLength(line) <= limit) return line;
	return `${cutBytes(line, limit - 3).trimEnd()}…`;
}

// src/github/check.ts
const annotationsPerRequest = 50;
function checkName(id) {
	return id === "" ? "tunegate" : `tunegate (${id})`;
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
		if (attempt > 0 || mode === "resume") {
			const ours = (await api.listChecks(subject.sha, subject.name)).find((run) => run.externalId === subject.externalId && run.status !== "completed");
			if (ours) return ours;
		}
		return await api.createCheck({
			...subject,
			output: toOutput({
				...report,
				annotations: []
			})
		});
	});
}
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
		message: cutBytes(annotation.message, limits.annotationMessage) || "(no message)",
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

// src/github/comment.ts
function commentMarker(id, name) {
	return `<!-- tunegate:${[id, name].map((part) => encodeURIComponent(wellFormed(part)).replaceAll("-", "%2D")).join("/")} -->`;
}
function commentBody(stages, marker) {
	const end = `\n\n${marker}\n`;
	return fitStages(stages, limits.comment - byteLength(end)).trimEnd() + end;
}
async function writeComment(api, pullRequest, marker, stages, retry) {
	const body = commentBody(stages, marker);
	return await withRetry(retry, async () => {
		for (const old of await findComments(api, pullRequest, marker)) try {
			return await api.updateComment(old.id, body);
		} catch (error) {
			if (!(error instanceof Gone)) throw error;
		}
		return await api.createComment(pullRequest, body);
	});
}
async function findComments(api, pullRequest, marker) {
	const marked = (await api.listComments(pullRequest)).filter((comment) => comment.body.trimEnd().endsWith(marker));
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
	concluded: boolean$1(),
	cancelled: boolean$1().exactOptional(),
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

// src/github/summary.ts
async function writeJobSummary(stages) {
	const file = process.env.GITHUB_STEP_SUMMARY;
	if (!file || !existsSync$1(file)) return false;
	const room = limits.jobSummary - statSync(file).size - 1;
	if (room < 1024) return false;
	await summary.addRaw(fitStages(stages, room), true).write();
	return true;
}

// src/github/github.ts
async function openGitHub(context, inputs, options = {}) {
	const retry = options.retry ?? defaultRetry;
	const subject = checkSubject(context, inputs.id);
	const notices = [];
	const api = await openApiFor(context, inputs, options);
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
	if (!api) notice("There is no GitHub token, so neither a comment nor a check was written.");
	return {
		notices,
		remember,
		async startCheck(report) {
			if (!api) return;
			remember({});
			const { handle, problems } = await startCheck(api, subject, report, retry);
			remember({ check: handle });
			for (const problem of problems) notice(explainCheck(problem, handle, context));
		},
		async showProgress(report) {
			if (api) await attempt(() => updateCheck(api, state.check, report, retry));
		},
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
			const known = notices.length;
			const fresh = () => notices.slice(known);
			const { comment: text } = publication;
			const comment = api && text !== void 0 && inputs.comment === "always" && context.kind === "pull-request" ? await attempt(() => writeComment(api, context.number, commentMarker(inputs.id, publication.name), text, retry)) : void 0;
			if (comment) remember({ commentUrl: comment.url });
			const conclusion = checkConclusion(publication.outcome, inputs);
			const report = {
				title: publication.title,
				summary: withNotices(publication.checkSummary, fresh(), limits.checkText),
				...publication.annotations ? { annotations: publication.annotations } : {}
			};
			const check = api ? await attempt(() => concludeCheck(api, state.check, subject, conclusion, report, retry)) : void 0;
			if (check) remember({
				check: check.handle,
				concluded: true
			});
			await attempt(() => writeJobSummary(withNotices(publication.jobSummary, fresh(), limits.jobSummary)));
			return {
				...comment ? { commentUrl: comment.url } : {},
				...check?.url === void 0 ? {} : { checkUrl: check.url }
			};
		}
	};
}
async function concludeAbandoned(context, inputs, report, options = {}) {
	const state = loadState();
	if (!state || state.concluded) return "concluded";
	const ended = state.cancelled ? "cancelled" : "error";
	const api = await openApiFor(context, inputs, options);
	if (!api) return ended;
	const { check } = state;
	try {
		if (check.kind === "check" && (await api.readCheck(check.id)).status === "completed") return "concluded";
		const subject = checkSubject(context, inputs.id);
		const conclusion = checkConclusion(ended, inputs);
		await concludeCheck(api, check, subject, conclusion, report(ended), options.retry ?? defaultRetry);
		saveState({
			...state,
			concluded: true
		});
	} catch (error) {
		warning(explain(error, context));
	}
	return ended;
}
async function openApiFor(context, inputs, options) {
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
	const end = `\n\n${notices.map((text) => `> [!NOTE]\n> ${text.replace(/[\r\n<>]+/g, " ")}`).join("\n\n")}\n`;
	const [first = "", ...rest] = (typeof stages === "string" ? [stages] : stages).map((text) => byteLength(text) + byteLength(end) <= limit ? text.trimEnd() + end : text);
	return [first, ...rest];
}

// src/github/inputs.ts
const commentModes = ["always", "never"];
const inputDefaults = {
	config: "tune.yml",
	"github-token": "${{ github.token }}",
	"working-directory": ".",
	id: "",
	comment: "always",
	"fail-on-regression": "true",
	"fail-on-error": "true",
	"fail-on-missing-baseline": "false"
};
var InputError = class extends Error {
	name = "InputError";
};
function readInputs(env = process.env) {
	return {
		config: text(env, "config"),
		githubToken: input(env, "github-token"),
		workingDirectory: text(env, "working-directory"),
		id: checkId(input(env, "id")),
		comment: oneOf(env, "comment", commentModes),
		failOnRegression: boolean(env, "fail-on-regression"),
		failOnError: boolean(env, "fail-on-error"),
		failOnMissingBaseline: boolean(env, "fail-on-missing-baseline")
	};
}
function input(env, name) {
	return (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
}
function text(env, name) {
	return input(env, name) || inputDefaults[name];
}
function boolean(env, name) {
	const value = text(env, name);
	if ([
		"true",
		"True",
		"TRUE"
	].includes(value)) return true;
	if ([
		"false",
		"False",
		"FALSE"
	].includes(value)) return false;
	throw new InputError(`Input ${name}: expected true or false (YAML 1.2), found ${shown(value)}`);
}
function oneOf(env, name, allowed) {
	const value = text(env, name);
	const found = allowed.find((mode) => mode === value);
	if (found !== void 0) return found;
	throw new InputError(`Input ${name}: expected ${allowed.join(" or ")}, found ${shown(value)}`);
}
function checkId(id) {
	if (/^[\w .:/@+-]{0,60}$/.test(id)) return id;
	throw new InputError(`Input id: expected at most 60 letters, digits, spaces or any of . _ : / @ + -, found ${shown(id)}`);
}
function shown(value) {
	return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
}

export { cutBytes as a, endGroup as c, notice as d, setFailed as f, warning as h, loadState as i, error as l, startGroup as m, concludeAbandoned as n, limits as o, setOutput as p, openGitHub as r, readContext as s, readInputs as t, info as u };