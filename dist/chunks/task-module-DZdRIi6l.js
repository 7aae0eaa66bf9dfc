import { readFileSync } from "node:fs";
import path from "node:path";

// src/automl/columns.ts
const mostWords = 60;
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
function frequentWords(texts) {
	const rows = /* @__PURE__ */ new Map();
	for (const text of texts) for (const word of new Set(wordsOf(text))) rows.set(word, (rows.get(word) ?? 0) + 1);
	return [...rows].filter(([, count]) => count < .9 * texts.length).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, mostWords).map(([word]) => word);
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

// src/automl/table.ts
var DataError = class extends Error {
	name = "DataError";
};
const endings = [
	".csv",
	".tsv",
	".jsonl",
	".ndjson"
];
const missing = /* @__PURE__ */ new Set([
	"",
	"na",
	"n/a",
	"nan",
	"null",
	"none",
	"?"
]);
function readTable(file, shownAs = file) {
	const ending = path.extname(file).toLowerCase();
	if (!endings.includes(ending)) throw new DataError(`${shownAs}: a data file ends in ${endings.join(", ")}, not in ${ending || "nothing"}`);
	let text;
	try {
		text = readFileSync(file, "utf8");
	} catch (error) {
		const { code, message } = error;
		throw new DataError(code === "ENOENT" ? `${shownAs}: there is no such data file` : `${shownAs} cannot be read: ${message}`);
	}
	return ending === ".csv" || ending === ".tsv" ? parseDelimited(text, ending === ".tsv" ? "	" : void 0, shownAs) : parseJsonLines(text, shownAs);
}
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
function parseJsonLines(text, file) {
	const columns = /* @__PURE__ */ new Map();
	const lines = [];
	text.split("\n").forEach((content, i) => {
		if (content.trim() === "") return;
		const row = jsonObject(content, `${file}:${i + 1}`);
		for (const key of Object.keys(row)) if (!columns.has(key)) columns.set(key, new Array(lines.length).fill(""));
		for (const [key, values] of columns) values.push(present(jsonText(row[key])));
		lines.push(i + 1);
	});
	if (lines.length === 0) throw new DataError(`${file} is empty: one JSON object a line is expected`);
	return {
		file,
		names: [...columns.keys()],
		columns: [...columns.values()],
		lines: Int32Array.from(lines)
	};
}
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
function jsonText(value) {
	if (value === void 0 || value === null) return "";
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}
function present(text) {
	return text.length < 5 && missing.has(text.toLowerCase()) ? "" : text;
}
function checkNames(names, file) {
	names.forEach((name, i) => {
		if (name === "") throw new DataError(`${file}:1: column ${i + 1} has no name`);
		if (names.indexOf(name) < i) throw new DataError(`${file}:1: two columns are called ${JSON.stringify(name)}`);
	});
}

// src/automl/split.ts
const defaultTestShare = .2;
const fewestForTest = 50;
function cut({ keys, strata, times }, shares) {
	const part = new Uint8Array(keys.length);
	const place = (share) => {
		const index = shares.findIndex((end) => share < end - 1e-9);
		return index < 0 ? shares.length - 1 : index;
	};
	const rows = keys.map((_, row) => row);
	if (times) {
		const value = (text) => Number.isFinite(Number(text)) ? Number(text) : Date.parse(text);
		const at = times.map(value);
		rows.sort((a, b) => at[b] - at[a] || a - b).forEach((row, i) => {
			part[row] = place(i / rows.length);
		});
		return part;
	}
	const hashes = keys.map(hash$1);
	const byStratum = /* @__PURE__ */ new Map();
	for (const row of rows) {
		const stratum = strata?.[row] ?? "";
		const of = byStratum.get(stratum);
		if (of) of.push(row);
		else byStratum.set(stratum, [row]);
	}
	for (const of of byStratum.values()) {
		of.sort((a, b) => hashes[a] - hashes[b] || (keys[a] < keys[b] ? -1 : keys[a] > keys[b] ? 1 : 0));
		let first = 0;
		of.forEach((row, i) => {
			if (i > 0 && keys[row] !== keys[of[i - 1]]) first = i;
			part[row] = place((first + .5) / of.length);
		});
	}
	return part;
}
function splitTest(table, task, own) {
	const column = (name) => {
		const index = table.names.indexOf(name);
		return index < 0 ? void 0 : table.columns[index];
	};
	if (own) {
		for (const name of table.names) if (!own.names.includes(name) && !task.ignore.includes(name)) throw new DataError(`${own.file}:1: there is no column ${JSON.stringify(name)}, which ${table.file} has`);
		const target = own.columns[own.names.indexOf(task.target)];
		const test = takeRows(own, [...target.keys()].filter((row) => target[row] !== ""));
		if (test.lines.length === 0) throw new DataError(`${own.file}: no row has a value of ${task.target}`);
		const copies = countCopies(table, test);
		return {
			search: table,
			test,
			note: `Test part: ${test.lines.length} rows of ${own.file}, which no trial sees.${copies > 0 ? ` ${copies} of them are also in ${table.file}: their score is too good.` : ""}`
		};
	}
	const share = typeof task.test === "number" ? task.test : defaultTestShare;
	const target = column(task.target);
	const known = target ? [...target.keys()].filter((row) => target[row] !== "") : [];
	if (share === 0) return {
		search: table,
		note: "No test part: task.test is 0."
	};
	if (!target || known.length < fewestForTest) return {
		search: table,
		note: `No test part: ${known.length} rows are too few for one (${fewestForTest} would do).`
	};
	const groups = task.group === void 0 ? void 0 : column(task.group);
	const times = task.time === void 0 ? void 0 : column(task.time);
	const classes = task.type.endsWith("classification") && !groups;
	const part = cut({
		keys: known.map((row) => groups?.[row] ?? rowKey(table, row)),
		...classes ? { strata: known.map((row) => target[row]) } : {},
		...times ? { times: known.map((row) => times[row]) } : {}
	}, [share, 1]);
	const isTest = new Set(known.filter((_, i) => part[i] === 0));
	if (isTest.size === 0 || isTest.size === known.length) return {
		search: table,
		note: "No test part: the groups are too few to take one out."
	};
	return {
		search: takeRows(table, [...target.keys()].filter((row) => !isTest.has(row))),
		test: takeRows(table, [...isTest].sort((a, b) => a - b)),
		note: `Test part: ${isTest.size} of ${known.length} rows, which no trial sees.`
	};
}
function rowKey({ columns }, row) {
	return columns.map((of) => of[row]).join("\0");
}
function countCopies(table, test) {
	const shared = test.names.filter((name) => table.names.includes(name));
	const key = (of) => {
		const indexes = shared.map((name) => of.names.indexOf(name));
		return (row) => indexes.map((index) => of.columns[index][row]).join("\0");
	};
	const keyOf = key(table);
	const seen = new Set(Array.from(table.lines, (_, row) => keyOf(row)));
	const testKey = key(test);
	return test.lines.reduce((sum, _, row) => sum + (seen.has(testKey(row)) ? 1 : 0), 0);
}
function takeRows(table, rows) {
	return {
		...table,
		columns: table.columns.map((of) => rows.map((row) => of[row])),
		lines: Int32Array.from(rows, (row) => table.lines[row])
	};
}
function hash$1(text) {
	let value = 2166136261;
	for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
	value = Math.imul(value ^ value >>> 15, 739982445);
	return (value ^ value >>> 13) >>> 0;
}

// src/automl/dataset.ts
const fewLevels = 20;
function createDataset(table, task) {
	const { file, names, columns, lines } = table;
	const column = (name, what) => {
		const index = names.indexOf(name);
		if (index < 0) throw new DataError(`${file}:1: there is no ${what} ${JSON.stringify(name)}; the columns are ${names.join(", ")}`);
		return columns[index];
	};
	const target = column(task.target, "target column");
	for (const name of task.ignore) column(name, "column to ignore");
	const groups = task.group === void 0 ? void 0 : column(task.group, "group column");
	const times = task.time === void 0 ? void 0 : column(task.time, "time column");
	const notes = [];
	const kept = Int32Array.from(lines.keys()).filter((row) => target[row] !== "");
	if (kept.length < lines.length) notes.push(`${lines.length - kept.length} rows without a value of ${task.target} are left out.`);
	if (kept.length < 20) throw new DataError(`${file}: ${kept.length} rows have a value of ${task.target}; at least 20 are needed`);
	const classification = task.type === "tabular-classification";
	const { values, classes } = classification ? classTarget(target, kept, task.target, file, notes) : {
		values: numberTarget(target, kept, task.target, file, lines),
		classes: []
	};
	const features = [];
	const coding = [];
	const shown = [];
	names.forEach((name, index) => {
		if (name === task.target || name === task.group || task.ignore.includes(name)) return;
		const texts = Array.from(kept, (row) => columns[index][row]);
		const { kind, coding: found } = typed(name, texts, notes);
		shown.push(`${name} (${kind})`);
		if (!found) return;
		coding.push(found);
		for (const feature of encodeColumn(found, texts)) {
			if (classification && tells(feature, values, classes.length)) notes.push(`${name} alone tells ${task.target}: if it is not known before, ignore it.`);
			features.push(feature);
		}
	});
	if (features.length === 0) throw new DataError(`${file}: beside ${task.target} there is no column that a model could learn from`);
	const keys = Array.from(kept, (row) => rowKey(table, row));
	const duplicates = keys.length - new Set(keys).size;
	if (duplicates > 0) notes.push(`${duplicates} rows are duplicates: copies stay in one part of the split.`);
	const part = cut({
		keys: groups ? Array.from(kept, (row) => groups[row]) : keys,
		...classification && !groups ? { strata: [...values] } : {},
		...times ? { times: Array.from(kept, (row) => times[row]) } : {}
	}, Array.from({ length: 5 }, (_, i) => (i + 1) / 5));
	return {
		task: classification ? "classification" : "regression",
		rows: kept.length,
		features,
		coding,
		target: values,
		classes,
		part,
		notes: [`${file}: ${kept.length} rows; inputs ${shown.join(", ")}.`, ...notes]
	};
}
function classTarget(target, kept, name, file, notes) {
	const counts = /* @__PURE__ */ new Map();
	for (const row of kept) counts.set(target[row], (counts.get(target[row]) ?? 0) + 1);
	const classes = [...counts.keys()].sort();
	if (classes.length < 2) throw new DataError(`${file}: every row has the same ${name}, ${JSON.stringify(classes[0])}: there is nothing to tell apart`);
	if (classes.length > 200 || classes.length > kept.length / 4) throw new DataError(`${file}: ${name} has ${classes.length} different values in ${kept.length} rows; for numbers use type: tabular-regression`);
	const rare = classes.filter((label) => counts.get(label) < 5);
	if (rare.length > 0) notes.push(`Fewer than ${5} rows each: ${rare.map((label) => JSON.stringify(label)).join(", ")}.`);
	const most = Math.max(...counts.values());
	if (most > .8 * kept.length) notes.push(`Imbalance: ${(100 * most / kept.length).toFixed(1)} % of the rows are of one class; think of val_balanced_accuracy as the metric.`);
	const index = new Map(classes.map((label, i) => [label, i]));
	return {
		values: Float64Array.from(kept, (row) => index.get(target[row])),
		classes
	};
}
function numberTarget(target, kept, name, file, lines) {
	const values = Float64Array.from(kept, (row) => {
		const value = Number(target[row]);
		if (!Number.isFinite(value)) throw new DataError(`${file}:${lines[row]}: ${name} is ${JSON.stringify(target[row].slice(0, 60))}, not a number; for categories use type: tabular-classification`);
		return value;
	});
	if (values.every((value) => value === values[0])) throw new DataError(`${file}: ${name} is ${values[0]} in every row: there is nothing to learn`);
	return values;
}
function typed(name, texts, notes) {
	const known = texts.filter((text) => text !== "");
	if (known.length === 0) {
		notes.push(`${name} is empty and left out.`);
		return { kind: "empty" };
	}
	const numeric = known.filter((text) => Number.isFinite(Number(text))).length;
	const different = new Set(known).size;
	if (different === 1 && known.length === texts.length) return { kind: "constant, left out" };
	if (numeric >= .95 * known.length) {
		if (numeric < known.length) notes.push(`${name}: ${known.length - numeric} values are no numbers and count as missing.`);
		if (isRunningNumber(Float64Array.from(texts, (text) => text === "" ? NaN : Number(text)))) {
			notes.push(`${name} numbers the rows and is left out.`);
			return { kind: "identifier" };
		}
		return {
			kind: "numeric",
			coding: {
				column: name,
				kind: "number"
			}
		};
	}
	if (numeric > .05 * known.length) notes.push(`${name} has numbers and other texts mixed; it is taken for a category.`);
	if (known.every((text) => /^\d{4}-\d\d-\d\d/.test(text) && Number.isFinite(Date.parse(text)))) return {
		kind: "date",
		coding: {
			column: name,
			kind: "date"
		}
	};
	if (known.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / known.length >= 4 && different > fewLevels) return {
		kind: "text",
		coding: {
			column: name,
			kind: "text",
			words: frequentWords(texts)
		}
	};
	if (different === known.length && different > fewLevels) {
		notes.push(`${name} is different in every row: an identifier, left out.`);
		return { kind: "identifier" };
	}
	if (different > 1e3) notes.push(`${name} has ${different} categories.`);
	const levels = [...new Set(known)].sort();
	return {
		kind: `category of ${different}`,
		coding: {
			column: name,
			kind: "category",
			levels
		}
	};
}
function isRunningNumber(values) {
	return (values[0] === 0 || values[0] === 1) && values.every((value, i) => value === values[0] + i);
}
function tells(feature, target, classes) {
	if (feature.kind !== "category" || feature.levels.length > target.length / 5 || feature.levels.length < classes) return false;
	const of = /* @__PURE__ */ new Map();
	return feature.codes.every((code, row) => {
		const known = of.get(code);
		if (known === void 0) of.set(code, target[row]);
		return known === void 0 || known === target[row];
	});
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

// src/automl/inputs.ts
const mostQuantiles = 1024;
function fitInputs(features, rows, { scaling, mostColumns, embed }) {
	return features.map((feature) => {
		if (feature.kind === "number") return fitNumbers(feature.values, rows, scaling);
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
	order.forEach((code, i) => {
		place[code] = i + 1;
	});
	return {
		place,
		size: order.length + 1
	};
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
const mostBins = 254;
function fitBins(features, rows) {
	return features.map((feature) => feature.kind === "number" ? numberBins(feature.values, rows) : levelBins(feature, rows));
}
function applyBins(coding, features) {
	return {
		columns: features.map((feature, f) => feature.kind === "number" ? binNumbers(feature.values, coding[f]) : binLevels(feature.codes, coding[f])),
		counts: coding.map((of) => "edges" in of ? of.edges.length + 2 : of.count),
		categorical: features.map(({ kind }) => kind === "category")
	};
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
function ranges(left) {
	const found = [];
	for (let i = 0; i < left.length; i++) {
		if (!left[i]) continue;
		if (found.at(-1) === i - 1) found[found.length - 1] = i;
		else found.push(i, i);
	}
	return found;
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

// src/automl/linear.ts
function linear({ data, rows }, { l2, scaling }) {
	const inputs = fitInputs(data.features, rows, {
		scaling,
		mostColumns: 100,
		embed: false
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

// src/automl/network.ts
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
	const lastStep = Math.max(1, options.passes * stepsAPass);
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
				...await stateOf(tf, model)
			};
		},
		dispose() {
			tf.dispose([...whole, target]);
			model.dispose();
			optimizer.dispose();
		}
	};
}
async function stateOf(tf, model) {
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

// src/automl/trees/tree.ts
const categorySmoothing = 10;
function growTree(binned, gradients, hessians, rows, options, random) {
	const { columns, counts } = binned;
	const offsets = [];
	let bins = 0;
	for (const count of counts) {
		offsets.push(bins * 3);
		bins += count;
	}
	const scratch = new Int32Array(rows.length);
	const grower = {
		...options,
		binned,
		offsets,
		random
	};
	function histogramOf(from, to) {
		const sums = new Float64Array(bins * 3);
		for (let f = 0; f < columns.length; f++) {
			const column = columns[f];
			const offset = offsets[f];
			for (let i = from; i < to; i++) {
				const row = rows[i];
				const at = offset + column[row] * 3;
				sums[at] += gradients[row];
				sums[at + 1] += hessians[row];
				sums[at + 2] += 1;
			}
		}
		return sums;
	}
	function growing(from, to, histogram, place) {
		let [gradient, hessian] = [0, 0];
		for (let i = from; i < to; i++) {
			gradient += gradients[rows[i]];
			hessian += hessians[rows[i]];
		}
		const split = findSplit(grower, histogram, gradient, hessian, to - from);
		return {
			from,
			to,
			histogram,
			gradient,
			hessian,
			split,
			place
		};
	}
	let root = { value: 0 };
	const open = [growing(0, rows.length, histogramOf(0, rows.length), (tree) => {
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
		const small = smallIsLow ? histogramOf(from, low) : histogramOf(low, to);
		for (let i = 0; i < histogram.length; i++) histogram[i] -= small[i];
		open.splice(best, 1, growing(from, low, smallIsLow ? small : histogram, (tree) => {
			node.low = tree;
		}), growing(low, to, smallIsLow ? histogram : small, (tree) => {
			node.high = tree;
		}));
	}
	for (const { gradient, hessian, place } of open) place({ value: -gradient / (hessian + options.l2) });
	return root;
}
function findSplit(grower, sums, gradient, hessian, rows) {
	const { binned, offsets, minRows, l2, columns, random } = grower;
	if (rows < 2 * minRows) return void 0;
	let best;
	const score = (g, h, extra) => g * g / (h + l2 + extra);
	for (let f = 0; f < offsets.length; f++) {
		if (columns < 1 && random.uniform() > columns) continue;
		const offset = offsets[f];
		const count = binned.counts[f];
		const order = [];
		for (let b = 1; b < count; b++) if (sums[offset + 3 * b + 2] > .5) order.push(b);
		const missing = sums[offset + 2] > .5;
		const extra = binned.categorical[f] ? categorySmoothing : 0;
		if (binned.categorical[f]) {
			const slope = (b) => sums[offset + 3 * b] / (sums[offset + 3 * b + 1] + categorySmoothing);
			order.sort((a, b) => slope(a) - slope(b) || a - b);
		}
		const parent = score(gradient, hessian, extra);
		for (const missingLeft of missing ? [false, true] : [false]) {
			let g = missingLeft ? sums[offset] : 0;
			let h = missingLeft ? sums[offset + 1] : 0;
			let n = missingLeft ? sums[offset + 2] : 0;
			for (let i = 0; i < order.length - (missing && !missingLeft ? 0 : 1); i++) {
				const at = offset + 3 * order[i];
				g += sums[at];
				h += sums[at + 1];
				n += sums[at + 2];
				if (n < minRows || rows - n < minRows) continue;
				const gain = score(g, h, extra) + score(gradient - g, hessian - h, extra) - parent;
				if (gain <= (best?.gain ?? 1e-9)) continue;
				const left = /* @__PURE__ */ new Uint8Array(256);
				if (missingLeft) left[0] = 1;
				if (binned.categorical[f]) for (let j = 0; j <= i; j++) left[order[j]] = 1;
				else left.fill(1, 1, order[i] + 1);
				best = {
					gain,
					feature: f,
					left
				};
			}
		}
	}
	return best;
}
function predictTree(tree, columns, row) {
	let at = tree;
	while ("feature" in at) at = at.left[columns[at.feature][row]] ? at.low : at.high;
	return at.value;
}

// src/automl/trees/boosting.ts
function boosting({ data, rows, seed }, options) {
	const outputs = outputsOf(data);
	const bins = fitBins(data.features, rows);
	const binned = applyBins(bins, data.features);
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
	function round() {
		const sampled = options.row_share < 1 ? rows.filter(() => random.uniform() < options.row_share) : rows;
		const probabilities = outputs === 1 ? scores : softmax(scores.slice(), outputs);
		for (let k = 0; k < outputs; k++) {
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
			const tree = growTree(binned, gradients, hessians, Int32Array.from(sampled), {
				leaves: options.leaves,
				minRows: options.min_rows,
				l2: options.l2,
				columns: options.column_share
			}, random);
			trees.push(flattenTree(tree));
			for (let row = 0; row < data.rows; row++) scores[row * outputs + k] += options.learning_rate * predictTree(tree, binned.columns, row);
		}
	}
	return {
		async trainTo(share) {
			for (; done < Math.round(share * options.rounds); done++) round();
		},
		predict: async () => outputs === 1 ? scores.slice() : softmax(scores.slice(), outputs),
		fitted: async () => ({
			family: "trees",
			bins,
			start,
			rate: options.learning_rate,
			trees: [...trees]
		}),
		dispose() {}
	};
}

// src/automl/task-module.ts
const mostCrossValidated = 2e3;
function taskModule(task, file) {
	return {
		data: (_) => {
			const { search, note } = readSplit(task, file);
			const data = createDataset(search, task);
			for (const text of [...data.notes, note]) console.log(text);
			return data;
		},
		objective: async ({ tf, data, config, seed, epochs, report }) => {
			const dataset = data;
			const folds = validationFolds(dataset, task.time !== void 0);
			const learners = [];
			try {
				for (const { rows } of folds) learners.push(createLearner(tf, config, {
					data: dataset,
					rows,
					seed
				}));
				const single = config["family"] === "linear";
				for (let epoch = single ? epochs : 1; epoch <= epochs; epoch++) {
					const predictions = [];
					for (const learner of learners) {
						await learner.trainTo(epoch / epochs);
						predictions.push(await learner.predict());
					}
					await report(epoch, scoreTogether(dataset, folds, predictions));
				}
			} finally {
				for (const learner of learners) learner.dispose();
			}
		}
	};
}
function readSplit(task, file) {
	const read = (name) => readTable(name, path.relative(process.cwd(), name));
	const { test } = task;
	if (typeof test !== "string") return splitTest(read(file), task);
	return splitTest(read(file), task, read(path.resolve(test)));
}
function validationFolds({ rows, part }, byTime) {
	const all = Int32Array.from({ length: rows }, (_, row) => row);
	return (byTime || rows > mostCrossValidated ? [0] : Array.from({ length: 5 }, (_, fold) => fold)).map((fold) => ({
		rows: all.filter((row) => part[row] !== fold),
		validation: all.filter((row) => part[row] === fold)
	})).filter(({ rows, validation }) => rows.length > 0 && validation.length > 0);
}
function pool(data, folds, predictions) {
	const pooled = predictions[0].slice();
	const outputs = pooled.length / data.rows;
	folds.forEach(({ validation }, i) => {
		for (const row of validation) pooled.set(predictions[i].subarray(row * outputs, (row + 1) * outputs), row * outputs);
	});
	return pooled;
}
function scoreTogether(data, folds, predictions) {
	const pooled = pool(data, folds, predictions);
	const rows = Int32Array.from(folds.flatMap(({ validation }) => [...validation]));
	return scoreRows(data, rows, pooled);
}
function optionsOf(config) {
	const prefix = `${config["family"]}_`;
	return Object.fromEntries(Object.entries(config).filter(([name]) => name.startsWith(prefix)).map(([name, value]) => [name.slice(prefix.length), value]));
}
function createLearner(tf, config, input) {
	if (config["family"] === "linear") return linear(input, optionsOf(config));
	if (config["family"] === "network") return network(tf, input, optionsOf(config));
	return boosting(input, optionsOf(config));
}

export { validationFolds as a, predictModel as c, encodeColumn as d, taskModule as i, randomStream as l, pool as n, scoreRows as o, readSplit as r, encodeTable as s, createLearner as t, createDataset as u };