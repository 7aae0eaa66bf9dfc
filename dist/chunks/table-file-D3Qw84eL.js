import { closeSync, openSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { isUtf8 } from "node:buffer";

// src/automl/table.ts
var DataError = class extends Error {
	name = "DataError";
};
const missing = /* @__PURE__ */ new Set([
	"",
	"NA",
	"N/A",
	"n/a",
	"#N/A",
	"<NA>",
	"NaN",
	"nan",
	"NULL",
	"Null",
	"null",
	"None",
	"?"
]);
function jsonText(value) {
	if (value === void 0 || value === null) return "";
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}
function present(text) {
	return text.length < 5 && missing.has(text) ? "" : text;
}
function checkNames(names, file) {
	const seen = /* @__PURE__ */ new Set();
	names.forEach((name, i) => {
		if (name === "") throw new DataError(`${file}:1: column ${i + 1} has no name`);
		if (seen.has(name)) throw new DataError(`${file}:1: two columns are called ${JSON.stringify(name)}`);
		seen.add(name);
	});
}
function listed(names, most = 30) {
	return `${names.slice(0, most).join(", ")}${names.length > most ? ` and ${names.length - most} more` : ""}`;
}

// src/automl/row-sample.ts
const mostCells = 3e6;
const step = .75;
var RowSample = class {
	#mostRows;
	#threshold = 2 ** 32;
	constructor(columns, most = mostCells) {
		this.#mostRows = Math.max(1, Math.floor(most / Math.max(1, columns)));
	}
	keeps(hash) {
		return hash < this.#threshold;
	}
	expect(rows) {
		if (.9 * rows <= this.#mostRows) return;
		const steps = Math.floor(Math.log(this.#mostRows / (.9 * rows)) / Math.log(step));
		this.#threshold = 2 ** 32 * step ** Math.max(0, steps);
	}
	shrink(hashes) {
		if (hashes.length <= this.#mostRows) return void 0;
		let places = [...hashes.keys()];
		while (places.length > this.#mostRows) {
			const before = places.length;
			this.#threshold *= step;
			places = places.filter((place) => hashes[place] < this.#threshold);
			if (places.length === 0 || this.#threshold < 1 && places.length === before) {
				this.#threshold = 0;
				return [...hashes.keys()].slice(0, this.#mostRows);
			}
		}
		return places;
	}
};
function spread(value) {
	let mixed = Math.imul(value ^ value >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 12, 695872825);
	return (mixed ^ mixed >>> 15) >>> 0;
}
function hashText(text, begun = 2166136261) {
	let value = begun;
	for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
	return value;
}
var RowCollector = class {
	#sample;
	#columns;
	#lines = [];
	#hashes = [];
	seen = 0;
	constructor(columns, most) {
		this.#sample = new RowSample(columns, most);
		this.#columns = Array.from({ length: columns }, () => []);
	}
	expect(rows) {
		this.#sample.expect(rows);
	}
	get rows() {
		return this.#lines.length;
	}
	wants(hash) {
		this.seen += 1;
		return this.#sample.keeps(hash);
	}
	add(texts, line, hash) {
		for (let j = 0; j < texts.length; j++) this.#columns[j].push(texts[j]);
		this.#lines.push(line);
		this.#hashes.push(hash);
		const places = this.#sample.shrink(this.#hashes);
		if (!places) return;
		this.#columns = this.#columns.map((column) => places.map((place) => column[place]));
		this.#lines = places.map((place) => this.#lines[place]);
		this.#hashes = places.map((place) => this.#hashes[place]);
	}
	addColumn() {
		this.#columns.push(new Array(this.rows).fill(""));
	}
	get content() {
		return {
			columns: this.#columns,
			lines: Int32Array.from(this.#lines),
			...this.seen > this.rows ? { drawnFrom: this.seen } : {}
		};
	}
};

// src/automl/utf8.ts
function decodeUtf8(bytes, shownAs) {
	if (isUtf8(bytes)) return bytes.toString("utf8");
	if (bytes[0] === 255 && bytes[1] === 254) throw new DataError(`${shownAs} is UTF-16: save it as UTF-8 (iconv -f UTF-16 -t UTF-8)`);
	const at = firstWrong(bytes);
	let line = 1;
	for (let i = 0; i < at; i++) if (bytes[i] === 10) line += 1;
	const byte = bytes[at].toString(16).padStart(2, "0");
	throw new DataError(`${shownAs}:${line}: byte 0x${byte} at offset ${at} is not UTF-8: save the file as UTF-8 (if it is Latin-1: iconv -f LATIN1 -t UTF-8)`);
}
function skipByteOrderMark(bytes, file) {
	if (bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255) throw new DataError(`${file} is UTF-16: save it as UTF-8`);
	return bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? 3 : 0;
}
function badByte(bytes) {
	return `the byte 0x${bytes[firstWrong(bytes)].toString(16).padStart(2, "0").toUpperCase()}`;
}
function firstWrong(bytes) {
	let [good, end] = [0, bytes.length];
	while (good < end) {
		const middle = good + end + 1 >> 1;
		if (startsWell(bytes, middle)) good = middle;
		else end = middle - 1;
	}
	while (good > 0 && !isUtf8(bytes.subarray(0, good))) good -= 1;
	return good;
}
function startsWell(bytes, count) {
	try {
		new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, count), { stream: true });
		return true;
	} catch {
		return false;
	}
}

// src/automl/record-reader.ts
const longestRow = 2 ** 26;
var RecordReader = class {
	file;
	line = 1;
	collector;
	#most;
	#expected = 0;
	#rest = Buffer.alloc(0);
	#begun = false;
	constructor(file, most) {
		this.file = file;
		this.#most = most;
	}
	get rows() {
		return this.collector?.seen ?? 0;
	}
	expect(rows) {
		this.#expected = rows;
	}
	push(chunk, last) {
		const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
		let at = 0;
		if (!this.#begun) {
			if (bytes.length < 3 && !last) {
				this.#rest = bytes;
				return;
			}
			at = skipByteOrderMark(bytes, this.file);
			this.#begun = true;
		}
		while (at < bytes.length) {
			const next = this.record(bytes, at, last);
			if (next < 0) break;
			at = next;
		}
		this.#rest = bytes.subarray(at);
		if (this.#rest.length > longestRow) throw new DataError(`${this.file}:${this.line}: this row is longer than 64 MiB${this.whyLong}`);
	}
	take() {
		const table = this.table();
		this.collect(table.names.length);
		return table;
	}
	collect(columns) {
		this.collector = new RowCollector(columns, this.#most);
		this.collector.expect(this.#expected);
		return this.collector;
	}
};

// src/automl/delimited.ts
const [quote, space, tab, lineFeed, carriageReturn] = [
	34,
	32,
	9,
	10,
	13
];
const decimalComma = /^[+-]?\d+,\d+(?:e[+-]?\d+)?$/i;
var DelimitedReader = class extends RecordReader {
	whyLong = "; most likely a quote is opened here and never closed";
	#separator;
	#names;
	#starts = [];
	#ends = [];
	#quoted = [];
	#recordEnd = 0;
	#recordLines = 0;
	constructor(file, separator, most) {
		super(file, most);
		this.#separator = separator?.charCodeAt(0);
	}
	table() {
		if (this.#names === void 0 || this.collector === void 0) throw new DataError(`${this.file} is empty: the first row must name the columns`);
		return {
			file: this.file,
			names: this.#names,
			...this.collector.content
		};
	}
	record(bytes, from, last) {
		const next = this.#findFields(bytes, from, last);
		if (next < 0) return -1;
		const begun = this.line;
		this.line += this.#recordLines + 1;
		const [starts, ends] = [this.#starts, this.#ends];
		if (starts.length === 1 && bytes.subarray(starts[0], ends[0]).every((byte) => byte <= space)) return next;
		let [hash, seen] = [2166136261, 0];
		for (let i = from; i < this.#recordEnd; i++) {
			const byte = bytes[i];
			if (byte === 0) throw new DataError(`${this.file}:${begun}: there is a NUL byte in this row: the file is not text, or is UTF-16; save it as UTF-8`);
			seen |= byte;
			hash = Math.imul(hash ^ byte, 16777619);
		}
		if (this.#names === void 0 || this.collector === void 0) {
			this.#names = this.#texts(bytes, from, seen < 128, begun);
			checkNames(this.#names, this.file);
			this.collect(this.#names.length);
			return next;
		}
		if (starts.length !== this.#names.length) throw new DataError(`${this.file}:${begun}: this row has ${starts.length} fields, the header has ${this.#names.length} columns`);
		hash = spread(hash);
		if (!this.collector.wants(hash)) return next;
		const texts = this.#texts(bytes, from, seen < 128, begun);
		for (let j = 0; j < texts.length; j++) texts[j] = present(texts[j]);
		if (this.#separator === 59) {
			for (let j = 0; j < texts.length; j++) if (decimalComma.test(texts[j])) texts[j] = texts[j].replace(",", ".");
		}
		this.collector.add(texts, begun, hash);
		return next;
	}
	#findFields(bytes, from, last) {
		this.#separator ??= guessSeparator(bytes, from);
		const separator = this.#separator;
		const [starts, ends, quoted] = [
			this.#starts,
			this.#ends,
			this.#quoted
		];
		starts.length = ends.length = quoted.length = 0;
		this.#recordLines = 0;
		const length = bytes.length;
		let at = from;
		for (;;) {
			let start = at;
			while (bytes[start] === space || bytes[start] === tab && separator !== tab) start += 1;
			if (bytes[start] === quote) {
				const close = this.#closingQuote(bytes, start, last);
				if (close < 0) return -1;
				starts.push(start + 1);
				ends.push(close);
				at = close + 1;
				while (at < length && bytes[at] !== separator && !isLineEnd(bytes[at])) at += 1;
			} else {
				starts.push(at);
				while (at < length && bytes[at] !== separator && !isLineEnd(bytes[at])) at += 1;
				ends.push(at);
				quoted.push(0);
			}
			if (at >= length) {
				if (!last) return -1;
				break;
			}
			if (bytes[at] !== separator) break;
			at += 1;
		}
		this.#recordEnd = at;
		if (bytes[at] !== carriageReturn) return at + 1;
		if (at + 1 >= length && !last) return -1;
		return bytes[at + 1] === lineFeed ? at + 2 : at + 1;
	}
	#closingQuote(bytes, start, last) {
		let close = start + 1;
		let doubled = false;
		for (;;) {
			close = bytes.indexOf(quote, close);
			if (close < 0 && last) throw new DataError(`${this.file}:${this.line}: a quote is opened here and never closed`);
			if (close < 0 || close + 1 >= bytes.length && !last) return -1;
			if (bytes[close + 1] !== quote) break;
			doubled = true;
			close += 2;
		}
		for (let i = start; i < close; i++) if (bytes[i] === lineFeed || bytes[i] === carriageReturn && bytes[i + 1] !== lineFeed) this.#recordLines += 1;
		this.#quoted.push(doubled ? 2 : 1);
		return close;
	}
	#texts(bytes, from, ascii, line) {
		const [starts, ends, quoted] = [
			this.#starts,
			this.#ends,
			this.#quoted
		];
		if (!ascii && !isUtf8(bytes.subarray(from, this.#recordEnd))) throw new DataError(`${this.file}:${line}: ${badByte(bytes.subarray(from, this.#recordEnd))} in this row is not UTF-8; save the file as UTF-8 (it may be in Latin-1 or Windows-1252)`);
		const whole = ascii ? bytes.toString("latin1", from, this.#recordEnd) : "";
		return starts.map((start, j) => {
			const end = ends[j];
			const text = ascii ? whole.slice(start - from, end - from) : bytes.toString("utf8", start, end);
			return (quoted[j] === 2 ? text.replaceAll("\"\"", "\"") : text).trim();
		});
	}
};
function isLineEnd(byte) {
	return byte === lineFeed || byte === carriageReturn;
}
function guessSeparator(bytes, from) {
	const counts = new Map([
		44,
		59,
		tab
	].map((mark) => [mark, 0]));
	let inQuotes = false;
	for (let i = from; i < bytes.length; i++) {
		const byte = bytes[i];
		if (byte === quote) inQuotes = !inQuotes;
		if (inQuotes) continue;
		if (isLineEnd(byte)) break;
		const count = counts.get(byte);
		if (count !== void 0) counts.set(byte, count + 1);
	}
	return [...counts].reduce((most, one) => one[1] > most[1] ? one : most)[0];
}

// src/automl/json-lines.ts
var JsonLinesReader = class extends RecordReader {
	whyLong = ": one JSON object a line is expected";
	#names = /* @__PURE__ */ new Map();
	constructor(file, most, names = []) {
		super(file, most);
		for (const name of names) this.#names.set(name, this.#names.size);
		if (names.length > 0) this.collect(names.length);
	}
	table() {
		if (!this.collector) throw new DataError(`${this.file} is empty: one JSON object a line is expected`);
		return {
			file: this.file,
			names: [...this.#names.keys()],
			...this.collector.content
		};
	}
	record(bytes, from, last) {
		const end = bytes.indexOf(10, from);
		if (end < 0 && !last) return -1;
		this.#row(bytes.subarray(from, end < 0 ? bytes.length : end));
		this.line += 1;
		return end < 0 ? bytes.length : end + 1;
	}
	#row(bytes) {
		let hash = 2166136261;
		let blank = true;
		for (const byte of bytes) {
			if (byte > 32) blank = false;
			hash = Math.imul(hash ^ byte, 16777619);
		}
		if (blank) return;
		hash = spread(hash);
		if (this.collector && !this.collector.wants(hash)) return;
		const place = `${this.file}:${this.line}`;
		if (!isUtf8(bytes)) throw new DataError(`${place}: ${badByte(bytes)} in this line is not UTF-8; save the file as UTF-8`);
		const row = jsonObject(bytes.toString("utf8"), place);
		let rows = this.collector;
		if (!rows) {
			rows = this.collect(Object.keys(row).length);
			rows.wants(hash);
			for (const key of Object.keys(row)) this.#names.set(key, this.#names.size);
		}
		for (const key of Object.keys(row)) if (!this.#names.has(key)) {
			this.#names.set(key, this.#names.size);
			rows.addColumn();
		}
		const texts = Array.from(this.#names.keys(), (name) => present(jsonText(row[name])));
		rows.add(texts, this.line, hash);
	}
};
function jsonObject(content, place) {
	let value;
	try {
		value = JSON.parse(content);
	} catch (error) {
		throw new DataError(`${place}: this line is not JSON: ${error.message}`);
	}
	if (value === null || typeof value !== "object" || Array.isArray(value)) throw new DataError(`${place}: a JSON object is expected, such as {"age": 41, "label": "yes"}`);
	return value;
}

// src/automl/table-file.ts
const endings = [
	".csv",
	".tsv",
	".jsonl",
	".ndjson",
	".parquet"
];
const chunkBytes = 2 ** 22;
async function readTable(file, shownAs = file, most = mostCells) {
	const ending = checkEnding(file, shownAs);
	if (ending === ".parquet") return (await import("./parquet-C5YIVD4B.js")).readParquet(file, shownAs, most);
	const reader = textReader(ending, shownAs, most);
	let first = true;
	for (const { chunk, last } of chunksOf(file, shownAs)) {
		if (first && !last) reader.expect(statSync(file).size / chunk.length * countLines(chunk));
		first = false;
		reader.push(chunk, last);
	}
	return reader.table();
}
function countLines(chunk) {
	let lines = 0;
	for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
	return lines;
}
function checkEnding(file, shownAs) {
	const ending = path.extname(file).toLowerCase();
	if (endings.includes(ending)) return ending;
	throw new DataError(`${shownAs}: a data file ends in ${endings.join(", ")}, not in ${ending || "nothing"}`);
}
function isJsonLines(ending) {
	return ending === ".jsonl" || ending === ".ndjson";
}
function textReader(ending, shownAs, most = mostCells, names = []) {
	if (isJsonLines(ending)) return new JsonLinesReader(shownAs, most, names);
	return new DelimitedReader(shownAs, ending === ".tsv" ? "	" : void 0, most);
}
function* chunksOf(file, shownAs, bytes = chunkBytes) {
	const failing = (act) => {
		try {
			return act();
		} catch (error) {
			throw unreadable(error, shownAs);
		}
	};
	const handle = failing(() => openSync(file, "r"));
	try {
		for (let last = false; !last;) {
			const chunk = Buffer.allocUnsafe(bytes);
			let length = 0;
			while (length < bytes) {
				const read = failing(() => readSync(handle, chunk, length, bytes - length, null));
				if (read === 0) break;
				length += read;
			}
			last = length < bytes;
			yield {
				chunk: chunk.subarray(0, length),
				last
			};
		}
	} finally {
		closeSync(handle);
	}
}
function unreadable(error, shownAs) {
	const { code, message } = error;
	const words = {
		ENOENT: `${shownAs}: there is no such data file`,
		EISDIR: `${shownAs} is a folder; name a data file in it`,
		EACCES: `${shownAs} cannot be read: permission denied`
	};
	return new DataError(words[code ?? ""] ?? `${shownAs} cannot be read: ${message}`, { cause: error });
}

export { hashText as a, DataError as c, present as d, RowCollector as i, checkNames as l, unreadable as n, mostCells as o, decodeUtf8 as r, spread as s, readTable as t, listed as u };