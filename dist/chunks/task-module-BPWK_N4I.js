import { _ as upperMedian, a as buildArchitecture, g as useTensorFlow, i as withSeed } from "./seeding-BUl5fb5P.js";
import { i as withChannels, n as resize } from "./picture-B_p60CCi.js";
import { c as DataError, n as unreadable, o as mostCells, r as decodeUtf8, t as readTable, u as listed$1 } from "./table-file-D3Qw84eL.js";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

// src/automl/images/encode-pictures.ts
function commonCoding(store, cells, notes) {
	const own = cells.map((cell) => store.pictures.get(cell));
	const sizes = /* @__PURE__ */ new Map();
	for (const { height, width } of own) sizes.set(`${height} ${width}`, (sizes.get(`${height} ${width}`) ?? 0) + 1);
	const [most] = [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
	const [height, width] = most[1] >= own.length / 2 ? most[0].split(" ").map(Number) : [upperMedian(own.map((picture) => picture.height)), upperMedian(own.map((picture) => picture.width))];
	if (sizes.size > 1) notes.push(`The pictures have ${sizes.size} sizes or proportions: all are brought to ${width}×${height} pixels.`);
	const coloured = own.filter(({ channels }) => channels === 3).length;
	if (coloured > 0 && coloured < own.length) notes.push(`${own.length - coloured} pictures are grey and ${coloured} in colour: all are taken as colour.`);
	const tiny = own.filter((picture) => Math.min(picture.height, picture.width) < 2).length;
	if (tiny > 0) notes.push(`${tiny} pictures have a side of a single pixel.`);
	const { column, size, pixelRows } = store;
	return {
		column,
		kind: "image",
		height,
		width,
		channels: coloured > 0 ? 3 : 1,
		size,
		...pixelRows ? { pixelRows } : {}
	};
}
function pictureColumn(store, cells, rows, target, notes) {
	notes.push(...store.notes);
	const coding = commonCoding(store, cells, notes);
	const { height, width, channels } = coding;
	const labels = /* @__PURE__ */ new Map();
	const torn = /* @__PURE__ */ new Set();
	cells.forEach((cell, i) => {
		const { hash } = store.pictures.get(cell);
		const label = target[rows[i]];
		if ((labels.get(hash) ?? label) !== label) torn.add(hash);
		labels.set(hash, label);
	});
	if (torn.size > 0) notes.push(`${torn.size} pictures are there more than once, with different targets.`);
	if (labels.size === 1) notes.push("All pictures are alike: nothing can be learned from them.");
	return {
		coding,
		shown: `${coding.column} (${width}×${height} pixels, ${channels === 1 ? "grey" : "colour"})`
	};
}
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

// src/automl/text/tokens.ts
const spaceless = "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\p{sc=Tibetan}";
const words = new RegExp(`[${spaceless}]|(?:(?![${spaceless}])[\\p{L}\\p{M}\\p{N}_])+`, "gu");
const spacelessWord = new RegExp(`^[${spaceless}]$`, "u");
const mostCharacters = 2e4;
function isSpaceless(word) {
	return spacelessWord.test(word);
}
function wordsOf$1(text) {
	return text.match(words) ?? [];
}
function wordGrams(text, most) {
	const all = wordsOf$1(text);
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
	for (const word of joined$1(wordsOf$1(text))) {
		const padded = ` ${word} `;
		for (let n = least; n <= most && (n <= padded.length || n === least); n++) if (n >= padded.length) grams.push(padded);
		else for (let i = 0; i + n <= padded.length; i++) grams.push(padded.slice(i, i + n));
	}
	return grams;
}
function joined$1(all) {
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
function spacelessShare(texts) {
	let [without, all] = [0, 0];
	for (const text of texts) for (const word of wordsOf$1(text.slice(0, 1e3))) {
		all += word.length;
		if (spacelessWord.test(word)) without += word.length;
	}
	return all === 0 ? 0 : without / all;
}
function normalised(text) {
	const plain = text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{M}]+/gu, " ").trim();
	return plain === "" ? text.trim() : plain;
}

// src/automl/columns.ts
const mostWords = 60;
const largest = 1e100;
function numberOf(text) {
	const value = text === "" ? NaN : Number(text);
	return Math.abs(value) <= largest ? value : NaN;
}
function numberToPredict(text, name, place, type = "tabular-regression") {
	const value = numberOf(text);
	if (!Number.isNaN(value)) return value;
	if (Number.isFinite(Number(text))) throw new DataError(`${place}: ${name} is ${text}: numbers beyond ±1e100 cannot be squared; scale the column`);
	throw new DataError(`${place}: ${name} is ${JSON.stringify(text.slice(0, 60))}, not a number; for categories use type: ${type.replace("regression", "classification")}`);
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
		const at = times.map(timeOf);
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
function timeOf(text) {
	if (text === "") return Number.NEGATIVE_INFINITY;
	const value = Number.isFinite(Number(text)) ? Number(text) : Date.parse(text);
	return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
}
function checkTimes({ file, lines }, times, name) {
	const bad = times.findIndex((text) => text !== "" && timeOf(text) === Number.NEGATIVE_INFINITY);
	if (bad >= 0) throw new DataError(`${file}:${lines[bad]}: ${name} is ${JSON.stringify(times[bad].slice(0, 60))}, neither a number nor a date such as 2026-01-31 or 2026-01-31T12:30:00Z`);
	if (times.every((text) => text === "")) throw new DataError(`${file}: no row has a value of ${name}`);
}
function splitTest(table, task, own) {
	const column = (name) => {
		const index = table.names.indexOf(name);
		return index < 0 ? void 0 : table.columns[index];
	};
	const times = task.time === void 0 ? void 0 : column(task.time);
	if (times) checkTimes(table, times, task.time);
	if (own) {
		for (const name of table.names) if (!own.names.includes(name) && !task.ignore.includes(name)) throw new DataError(`${own.file}:1: there is no column ${JSON.stringify(name)}, which ${table.file} has`);
		const target = own.columns[own.names.indexOf(task.target)];
		const test = takeRows(own, [...target.keys()].filter((row) => target[row] !== ""));
		if (test.lines.length === 0) throw new DataError(`${own.file}: no row has a value of ${task.target}`);
		const copies = countCopies(table, test);
		const words = [`Test part: ${test.lines.length} rows of ${own.file}, which no trial sees.`];
		if (copies > 0) words.push(`${copies} of them are also in ${table.file}: their score is too good.`);
		const texts = test.columns[test.names.indexOf(task.target)];
		if (task.type.endsWith("classification")) {
			const known = new Set(column(task.target));
			const unknown = texts.filter((text) => !known.has(text));
			if (unknown.length > 0) words.push(`${unknown.length} of them are of classes that ${table.file} does not have (${listed$1([...new Set(unknown)], 5)}): no model can be right there.`);
		} else texts.forEach((text, row) => {
			numberToPredict(text, task.target, `${own.file}:${test.lines[row]}`);
		});
		return {
			search: table,
			test,
			note: words.join(" ")
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
	const classes = task.type.endsWith("classification") && !groups;
	const keys = groups ? known.map((row) => groups[row]) : caseKeys(table, known);
	const part = cut({
		keys,
		...classes ? { strata: strataOf(keys, known.map((row) => target[row])) } : {},
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
function strataOf(keys, labels) {
	const least = /* @__PURE__ */ new Map();
	keys.forEach((key, i) => {
		const known = least.get(key);
		if (known === void 0 || labels[i] < known) least.set(key, labels[i]);
	});
	return keys.map((key) => least.get(key));
}
function caseKeys(table, rows) {
	const keys = Array.from(rows, (row) => rowKey(table, row));
	if (table.text !== void 0 || table.pictures !== void 0 || new Set(keys).size > .09999999999999998 * keys.length) return keys;
	const times = /* @__PURE__ */ new Map();
	return keys.map((key) => {
		const before = times.get(key) ?? 0;
		times.set(key, before + 1);
		return `${key}\u0000${before}`;
	});
}
function rowKey({ columns, names, text, pictures }, row) {
	if (pictures) return pictures.pictures.get(columns[names.indexOf(pictures.column)][row]).hash;
	if (text !== void 0) {
		const own = columns[names.indexOf(text)][row];
		if (own !== "") return normalised(own);
	}
	return columns.map((of) => of[row]).join("\0");
}
function countCopies(table, test) {
	if (table.text !== void 0 || table.pictures) {
		const seen = new Set(Array.from(table.lines, (_, row) => rowKey(table, row)));
		return test.lines.reduce((sum, _, row) => sum + (seen.has(rowKey(test, row)) ? 1 : 0), 0);
	}
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

// src/automl/text/documents.ts
const wordsOfText = 4;
const differentShare = .5;
const textEnding = ".txt";
function isTextTask({ type }) {
	return type.startsWith("text-");
}
function withDocument(table, task) {
	if (!isTextTask(task) || table.text !== void 0) return table;
	return {
		...table,
		text: documentColumn(table, task)
	};
}
function documentColumn({ file, names, columns }, task) {
	if (task.text !== void 0) {
		if (!names.includes(task.text)) throw new DataError(`${file}:1: there is no text column ${JSON.stringify(task.text)}; the columns are ${names.join(", ")}`);
		if (task.text === task.target) throw new DataError(`${file}: task.text and task.target are the same column, ${task.text}`);
		return task.text;
	}
	const apart = [
		task.target,
		task.group,
		task.time,
		...task.ignore
	];
	const open = names.filter((name) => !apart.includes(name));
	const found = open.filter((name) => isFreeText(columns[names.indexOf(name)]));
	const [only] = found;
	if (only !== void 0 && found.length === 1) return only;
	throw new DataError(found.length === 0 ? `${file}: no column has free text; name the one to read with task.text: ${open.join(", ")}` : `${file}: ${found.join(" and ")} have free text; name the one to read with task.text`);
}
function isFreeText(column) {
	const known = column.filter((text) => text !== "").slice(0, 1e3);
	if (known.length === 0) return false;
	return known.reduce((sum, text) => sum + wordsOf$1(text).length, 0) / known.length >= wordsOfText && new Set(known).size > differentShare * known.length;
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
function readTextFolder(folder, shownAs, task) {
	checkTextFolder(folder, shownAs, task);
	const texts = [];
	const labels = [];
	for (const label of foldersIn(folder)) for (const name of textFiles(path.join(folder, label))) {
		texts.push(readText(path.join(folder, label, name), path.join(shownAs, label, name)));
		labels.push(label);
	}
	const text = task.text ?? "text";
	return {
		file: shownAs,
		names: [text, task.target],
		columns: [texts, labels],
		lines: Int32Array.from(texts, (_, i) => i + 1),
		text
	};
}
function readText(file, shownAs) {
	return decodeUtf8(readBytes$1(file, shownAs), shownAs).trim();
}
function readBytes$1(file, shownAs) {
	try {
		return readFileSync(file);
	} catch (error) {
		throw unreadable(error, shownAs);
	}
}

// src/automl/text/text-notes.ts
const giveaway = {
	within: .9,
	others: .02,
	rows: 10
};
function textNotes(table, rows, labels, classification) {
	const column = table.text;
	const all = table.columns[table.names.indexOf(column)];
	const texts = Array.from(rows, (row) => all[row]);
	const empty = texts.filter((text) => text === "").length;
	if (empty === texts.length) throw new DataError(`${table.file}: ${column} is empty in every row: there is nothing to read`);
	if (texts.every((text) => wordsOf$1(text).length === 0)) throw new DataError(`${table.file}: ${column} has no word in any row: there is nothing to read`);
	const notes = [];
	if (empty > 0) notes.push(`${plural(empty, "text is", "texts are")} empty: models only know the other columns there.`);
	const long = texts.filter((text) => text.length > mostCharacters).length;
	if (long > 0) notes.push(`${plural(long, "text is", "texts are")} longer than ${mostCharacters} characters, and cut there.`);
	const spaceless = spacelessShare(texts);
	if (spaceless > .3) notes.push(`${(100 * spaceless).toFixed(0)} % of the letters are of a script without spaces between words: each counts as a word, and n-grams are of characters.`);
	const keys = Array.from(rows, (row) => rowKey(table, row));
	const copies = keys.length - new Set(keys).size;
	if (copies > 0) notes.push(`${plural(copies, "text is a copy", "texts are copies")} of another one, but for case, signs and digits: copies stay in one part of the split.`);
	const torn = contradictions(keys, labels);
	if (torn > 0) notes.push(`${plural(torn, "text stands", "texts stand")} in several rows with different answers: no model can have all of them right.`);
	notes.push(...classification ? leaks(texts, labels, column) : numbersIn(texts, labels, column));
	return notes;
}
function plural(count, one, several) {
	return `${count} ${count === 1 ? one : several}`;
}
function contradictions(keys, labels) {
	const of = /* @__PURE__ */ new Map();
	keys.forEach((key, i) => {
		const own = of.get(key);
		if (own) own.add(labels[i]);
		else of.set(key, /* @__PURE__ */ new Set([labels[i]]));
	});
	return [...of.values()].filter(({ size }) => size > 1).length;
}
function leaks(texts, labels, column) {
	const sizes = /* @__PURE__ */ new Map();
	const found = /* @__PURE__ */ new Map();
	texts.forEach((text, row) => {
		const label = labels[row];
		sizes.set(label, (sizes.get(label) ?? 0) + 1);
		for (const word of new Set(wordsOf$1(text.toLowerCase()))) {
			const own = found.get(word) ?? /* @__PURE__ */ new Map();
			own.set(label, (own.get(label) ?? 0) + 1);
			found.set(word, own);
		}
	});
	return [...sizes].flatMap(([label, size]) => {
		if (size < giveaway.rows) return [];
		const telling = [...found].map(([word, own]) => ({
			word,
			within: (own.get(label) ?? 0) / size,
			others: ([...own.values()].reduce((sum, count) => sum + count, 0) - (own.get(label) ?? 0)) / Math.max(1, texts.length - size)
		})).filter(({ within, others }) => within >= giveaway.within && others <= giveaway.others).sort((a, b) => b.within - a.within || (a.word < b.word ? -1 : 1))[0];
		return telling ? [`${column} has the word ${JSON.stringify(telling.word)} in ${(100 * telling.within).toFixed(0)} % of the texts of ${JSON.stringify(label)} and in hardly another one: if it tells the answer, take it out.`] : [];
	});
}
function numbersIn(texts, labels, column) {
	const different = new Set(labels).size;
	const telling = texts.filter((text, row) => {
		const label = labels[row];
		return label.length > 1 && (text.match(/\d+(?:\.\d+)?/g) ?? []).includes(label);
	}).length;
	return different > 10 && telling > .5 * texts.length ? [`${column} has the number to predict in ${(100 * telling / texts.length).toFixed(0)} % of the texts: take it out, if it is not known before.`] : [];
}

// src/automl/dataset.ts
const fewLevels = 20;
function createDataset(given, task) {
	const table = withDocument(given, task);
	const { file, names, columns, lines } = table;
	const column = (name, what) => {
		const index = names.indexOf(name);
		if (index < 0) throw new DataError(`${file}:1: there is no ${what} ${JSON.stringify(name)}; the columns are ${listed$1(names)}`);
		return columns[index];
	};
	const target = column(task.target, "target column");
	for (const name of task.ignore) column(name, "column to ignore");
	const groups = task.group === void 0 ? void 0 : column(task.group, "group column");
	const times = task.time === void 0 ? void 0 : column(task.time, "time column");
	const notes = [];
	if (table.drawnFrom !== void 0) notes.push(`${file} has ${table.drawnFrom} rows, more than are kept in memory (${mostCells / 1e6} million values): some of them were drawn.`);
	const kept = Int32Array.from(lines.keys()).filter((row) => target[row] !== "");
	if (kept.length < lines.length) notes.push(`${lines.length - kept.length} rows without a value of ${task.target} are left out.`);
	if (kept.length < 20) throw new DataError(`${file}: ${kept.length} rows have a value of ${task.target}; at least 20 are needed`);
	const classification = task.type.endsWith("classification");
	const { values, classes } = classification ? classTarget(target, kept, task, file, notes) : {
		values: numberTarget(target, kept, task, file, lines),
		classes: []
	};
	const features = [];
	const coding = [];
	const shown = [];
	if (table.pictures) {
		const cells = Array.from(kept, (row) => columns[names.indexOf(table.pictures.column)][row]);
		const found = pictureColumn(table.pictures, cells, kept, target, notes);
		coding.push(found.coding);
		features.push(...encodeColumn(found.coding, cells, table.pictures));
		shown.push(found.shown);
	}
	names.forEach((name, index) => {
		if (table.pictures) return;
		if (name === task.target || name === task.group || task.ignore.includes(name)) return;
		const texts = Array.from(kept, (row) => columns[index][row]);
		const { kind, coding: found } = name === table.text ? {
			kind: "text to read",
			coding: {
				column: name,
				kind: "document"
			}
		} : typed(name, texts, notes);
		shown.push(`${name} (${kind})`);
		if (!found) return;
		coding.push(found);
		for (const feature of encodeColumn(found, texts)) {
			if (classification && tells(feature, values, classes.length)) notes.push(`${name} alone tells ${task.target}: if it is not known before, ignore it.`);
			features.push(feature);
		}
	});
	if (features.length === 0) throw new DataError(`${file}: beside ${task.target} there is no column that a model could learn from`);
	if (groups && new Set(Array.from(kept, (row) => groups[row])).size === 1) throw new DataError(`${file}: ${task.group} is ${JSON.stringify(groups[kept[0]])} in every row; at least two groups are needed, one to train on and one to score on`);
	const keys = caseKeys(table, kept);
	const labels = Array.from(kept, (row) => target[row]);
	if (table.text !== void 0) notes.push(...textNotes(table, kept, labels, classification));
	const different = new Set(Array.from(kept, (row) => rowKey(table, row))).size;
	const duplicates = table.text === void 0 ? keys.length - different : 0;
	const apart = new Set(keys).size > different;
	if (duplicates > 0) notes.push(`${duplicates} ${table.pictures ? "pictures" : "rows"} are duplicates: ${apart ? "so many that each is taken for a case of its own." : "copies stay in one part of the split."}`);
	const part = partsOf({
		keys: groups ? Array.from(kept, (row) => groups[row]) : keys,
		...classification && !groups ? { strata: strataOf(keys, labels) } : {},
		...times ? { times: Array.from(kept, (row) => times[row]) } : {}
	}, groups !== void 0);
	return {
		task: classification ? "classification" : "regression",
		rows: kept.length,
		features,
		coding,
		target: values,
		classes,
		part,
		notes: [`${file}: ${kept.length} rows; inputs ${listed$1(shown, 60)}.`, ...notes]
	};
}
function partsOf(split, grouped) {
	const shares = Array.from({ length: 5 }, (_, i) => (i + 1) / 5);
	const part = cut(split, shares);
	if (part.some((of) => of !== part[0])) return part;
	if (!grouped) return cut({
		...split,
		keys: split.keys.map((key, row) => `${key}${row}`)
	}, shares);
	const sizes = /* @__PURE__ */ new Map();
	for (const key of split.keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
	const order = [...sizes].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
	const place = new Map(order.map((key, i) => [key, i % 5]));
	return Uint8Array.from(split.keys, (key) => place.get(key));
}
function classTarget(target, kept, { target: name, type }, file, notes) {
	const counts = /* @__PURE__ */ new Map();
	for (const row of kept) counts.set(target[row], (counts.get(target[row]) ?? 0) + 1);
	const classes = [...counts.keys()].sort();
	if (classes.length < 2) throw new DataError(`${file}: every row has the same ${name}, ${JSON.stringify(classes[0])}: there is nothing to tell apart`);
	if (classes.length > 200 || classes.length > kept.length / 4) throw new DataError(`${file}: ${name} has ${classes.length} different values in ${kept.length} rows; for numbers use type: ${type.replace("classification", "regression")}`);
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
function numberTarget(target, kept, { target: name, type }, file, lines) {
	const values = Float64Array.from(kept, (row) => numberToPredict(target[row], name, `${file}:${lines[row]}`, type));
	if (values.every((value) => value === values[0])) throw new DataError(`${file}: ${name} is ${values[0]} in every row: there is nothing to learn`);
	return values;
}
function typed(name, texts, notes) {
	const known = texts.filter((text) => text !== "");
	if (known.length === 0) {
		notes.push(`${name} is empty and left out.`);
		return { kind: "empty" };
	}
	if (known.length === texts.length && known.every((text) => text === known[0])) return { kind: "constant, left out" };
	let numeric = 0;
	for (const text of known) if (!Number.isNaN(numberOf(text))) numeric += 1;
	if (numeric >= .95 * known.length) {
		if (numeric < known.length) notes.push(`${name}: ${known.length - numeric} of ${known.length} values are no numbers up to 1e100 and count as missing.`);
		if (isRunningNumber(Float64Array.from(texts, numberOf))) {
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
	const different = new Set(known).size;
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

// src/automl/weighted-sum.ts
function addWeighted(sum, weight, own) {
	for (let i = 0; i < sum.length; i++) sum[i] += weight * own[i];
}
function weightedSum(predictions, weights) {
	const sum = new Float64Array(predictions[0].length);
	predictions.forEach((own, model) => {
		if (weights[model] !== 0) addWeighted(sum, weights[model], own);
	});
	return sum;
}

// src/math/vector.ts
function dot(a, b) {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
	return sum;
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
function pool$1({ shape: [height = 1, width = 1, channels = 1], values }, size, max) {
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
		case "AveragePooling2D": return first((input) => pool$1(input, 2, kind === "MaxPooling2D"));
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
function norm(a) {
	return Math.sqrt(dot(a, a));
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
function createLearner(tf, config, input) {
	const family = String(config["family"]);
	const prefix = `${family}_`;
	const options = Object.fromEntries(Object.entries(config).filter(([name]) => name.startsWith(prefix)).map(([name, value]) => [name.slice(prefix.length), value]));
	const known = families[family];
	if (!known) throw new Error(`there is no family ${JSON.stringify(family)}: one of ${Object.keys(families).join(", ")}`);
	return known.create(tf, input, options);
}
function predictFitted(fitted, features, rows, outputs) {
	return families[fitted.family].predict(fitted, features, rows, outputs);
}
async function predictFittedWith(tf, fitted, features, rows, outputs) {
	const family = families[fitted.family];
	return family.predictWith ? family.predictWith(tf, fitted, features, rows, outputs) : family.predict(fitted, features, rows, outputs);
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

// src/automl/model-files.ts
var ModelFileError = class extends Error {
	name = "ModelFileError";
};
const format = "tunegate-model";
const formatVersion = 1;
function writeModel(folder, { members, ...model }) {
	const written = members.map(({ fitted, ...member }, i) => ({
		...member,
		fitted: writeFitted(folder, i, fitted)
	}));
	writeDocument(folder, {
		...model,
		members: written
	});
}
function writeFitted(folder, member, fitted) {
	return "topology" in fitted ? writeNetwork(folder, `network-${member + 1}`, fitted) : fitted;
}
function writeDocument(folder, model) {
	mkdirSync(folder, { recursive: true });
	const document = {
		format,
		version: formatVersion,
		...model
	};
	writeFileSync(path.join(folder, "model.json"), `${JSON.stringify(document)}\n`);
}
function writeNetwork(folder, name, { topology, weights, ...rest }) {
	const own = path.join(folder, name);
	mkdirSync(own, { recursive: true });
	const bytes = weights.map(({ values }) => Buffer.from(values.buffer, values.byteOffset, values.byteLength));
	writeFileSync(path.join(own, "weights.bin"), Buffer.concat(bytes));
	const manifest = [{
		paths: ["weights.bin"],
		weights: weights.map(({ name: of, shape }) => ({
			name: of,
			shape,
			dtype: "float32"
		}))
	}];
	writeFileSync(path.join(own, "model.json"), `${JSON.stringify({
		format: "layers-model",
		modelTopology: topology,
		weightsManifest: manifest
	})}\n`);
	return {
		...rest,
		network: name
	};
}
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

// src/automl/metrics.ts
const mostSlices = 20;
function scoreRows(data, rows, predicted) {
	const sums = rowScores(data);
	for (const row of rows) sums.add(data.target[row], predicted, row);
	return sums.scores();
}
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

// src/automl/read.ts
async function readData(task, file, shownAs, part = "train") {
	if (task.type === "time-series-forecasting") return readTable(file, shownAs, Number.POSITIVE_INFINITY);
	if (task.type.startsWith("image-")) {
		const { readPictures } = await import("./picture-sources-DaOSCCQz.js");
		return readPictures(file, shownAs, {
			...pictureOptions(task),
			besides: [...task.ignore, ...[task.group ?? []].flat()],
			mayLackTarget: false,
			part
		});
	}
	if (isTextTask(task) && isFolder(file)) return readTextFolder(file, shownAs, task);
	return withDocument(await readTable(file, shownAs), task);
}
async function readSplit(task, file) {
	const read = (name, of = task, part) => readData(of, name, path.relative(process.cwd(), name), part);
	const { test } = task;
	if (typeof test !== "string") return splitTest(await read(file), task);
	const table = await read(file);
	const { text } = table;
	const own = await read(path.resolve(test), text === void 0 ? task : {
		...task,
		text
	}, "test");
	return splitTest(table, task, own);
}
function pictureOptions({ image = "image", size = 32, shape, target }) {
	return {
		column: image,
		target,
		size,
		...shape ? { shape } : {}
	};
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
function usualSeasons({ unit, every }) {
	if (unit === "month") return every < 12 && 12 % every === 0 ? [12 / every] : [];
	if (unit === "weekday") return [5, 260];
	if (unit !== "second") return [];
	return [
		60,
		3600,
		day,
		7 * day,
		365.25 * day
	].map((span) => span / every).filter((count) => count >= 2).map((count) => Math.floor(count + .01)).filter((count) => count <= 1500);
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
function targetsOf({ base, scale, logged }, values) {
	return values.map((value, row) => ((logged[row] ? Math.log(value) : value) - base[row]) / scale[row]);
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
const mostTrainingRows = 8e3;
const farthest = 6;
function trainingCells({ panel, season }, horizon, cutoff) {
	let total = 0;
	const ranges = panel.series.map(({ start, values }) => {
		const end = Math.min(values.length, cutoff - start + 1);
		const first = Math.min(Math.max(3, season), Math.floor(end / 3));
		total += Math.max(0, end - first) * horizon;
		return {
			first,
			end
		};
	});
	const share = Math.min(1, mostTrainingRows / total);
	const cells = [];
	let index = 0;
	ranges.forEach(({ first, end }, series) => {
		const { values } = panel.series[series];
		for (let step = first; step < end; step++) for (let ahead = 1; ahead <= horizon && step + ahead < end; ahead++) {
			index += 1;
			if (share < 1 && index * .618033988749895 % 1 >= share) continue;
			if (!Number.isNaN(values[step + ahead])) cells.push({
				series,
				step,
				ahead
			});
		}
	});
	return cells;
}
function windowCells({ panel }, windows, horizon) {
	return windows.flatMap(({ series, origin }) => Array.from({ length: horizon }, (_, k) => ({
		series,
		step: origin - panel.series[series].start,
		ahead: k + 1
	})));
}
function regression(tf, config, { around, horizon, cutoff, windows, seed }) {
	const options = {
		lags: config["lags"],
		difference: config["difference"],
		log: config["log"]
	};
	const training = trainingCells(around, horizon, cutoff);
	const asked = windowCells(around, windows, horizon);
	const cells = featuresOf(around, [...training, ...asked], options);
	const truth = Float64Array.from(training, ({ series, step, ahead }) => around.panel.series[series].values[step + ahead]);
	const target = new Float64Array(training.length + asked.length);
	targetsOf(cells, truth).forEach((value, row) => {
		target[row] = Math.max(-6, Math.min(farthest, Number.isFinite(value) ? value : -6));
	});
	const data = {
		task: "regression",
		rows: target.length,
		features: cells.features,
		target,
		classes: [],
		part: new Uint8Array(target.length),
		notes: []
	};
	const rows = Int32Array.from(training.keys());
	const learner = createLearner(tf, config, {
		data,
		rows,
		seed
	});
	return {
		trainTo: (share) => learner.trainTo(share),
		forecast: async () => valuesOf(cells, await learner.predict()).subarray(training.length),
		fitted: async () => ({
			family: config["family"],
			options,
			learned: await learner.fitted()
		}),
		dispose: () => learner.dispose()
	};
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
function createForecaster(tf, config, input) {
	switch (config["family"]) {
		case "naive": return local(input, () => ({
			family: "naive",
			kind: config["naive_kind"]
		}));
		case "smoothing": return local(input, () => smoothing(config, input));
		default: return regression(tf, config, input);
	}
}
function trainsInSteps(config) {
	return config["family"] === "trees" || config["family"] === "network";
}
function smoothing(config, { around, cutoff }) {
	const options = {
		trend: config["smoothing_trend"],
		season: config["smoothing_season"],
		log: config["smoothing_log"]
	};
	const series = around.panel.series.flatMap(({ name, start, values }, i) => {
		const step = Math.min(values.length - 1, cutoff - start);
		return step < 0 ? [] : [[name, fitSmoothing(options, around.histories[i], step, around.season)]];
	});
	return {
		family: "smoothing",
		options,
		series: Object.fromEntries(series)
	};
}
function local({ around, windows, horizon }, learn) {
	let fitted;
	return {
		async trainTo(share) {
			if (share >= 1) fitted = learn();
		},
		forecast: async () => forecastFitted(fitted, around, windows, horizon),
		fitted: async () => fitted,
		dispose() {}
	};
}
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
function endOf({ series }) {
	return series.reduce((end, { start, values }) => Math.max(end, start + values.length), Number.NEGATIVE_INFINITY);
}
function before(panel, end) {
	const series = panel.series.flatMap((of) => {
		let length = Math.min(of.values.length, end - of.start);
		while (length > 0 && Number.isNaN(of.values[length - 1])) length -= 1;
		return length > 0 ? [{
			...of,
			values: of.values.subarray(0, length)
		}] : [];
	});
	return {
		...panel,
		series
	};
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

// src/automl/series/season.ts
const longestAnywhere = 200;
const mostSeries = 50;
function findSeason({ frequency, series }) {
	const usual = usualSeasons(frequency);
	const long = [...series].sort((a, b) => b.values.length - a.values.length).slice(0, mostSeries);
	const correlations = [long.map(({ values }) => autocorrelation(detrended(values))), long.map(({ values }) => autocorrelation(differences(values)))];
	const strength = (season) => Math.max(...correlations.map((of) => typicalStrength(of, season)));
	const typicalStrength = (of, season) => {
		const found = of.flatMap((correlation, i) => {
			const n = long[i].values.length;
			if (n < 2 * season + 2 || season < 2) return [];
			const at = (lag) => correlation(Math.max(1, Math.round(lag)));
			const between = Math.min(at(season / 2), at(season / 3), at(season / 4));
			return [Math.min(at(season) - between - 2 / Math.sqrt(n), at(season) - 2 / Math.sqrt(n))];
		});
		return upperMedian(found) ?? 0;
	};
	const anywhere = frequency.unit === "number" || frequency.unit === "year";
	const longest = Math.min(longestAnywhere, Math.floor((long[0]?.values.length ?? 0) / 4));
	const scored = (anywhere ? Array.from({ length: Math.max(0, longest - 1) }, (_, i) => i + 2) : usual).map((season) => ({
		season,
		strength: strength(season)
	})).filter(({ strength: of }) => of > (anywhere ? .25 : .1));
	const strongest = Math.max(0, ...scored.map(({ strength: of }) => of));
	const near = scored.filter(({ strength: of }) => of >= (anywhere ? .75 : .85) * strongest);
	const first = near[0]?.season ?? 0;
	const best = near.filter(({ season }) => season <= first * 1.5).reduce((top, of) => top && top.strength >= of.strength ? top : of, void 0);
	return best ? {
		season: best.season,
		note: `Season: ${best.season} steps, found in the data.`
	} : {
		season: 1,
		note: `No season was found in the data (${frequencyWords(frequency)}); name one with \`season\` if there is one.`
	};
}
function differences(values) {
	const steps = values.slice(1).map((value, i) => value - values[i]);
	const known = steps.filter((step) => !Number.isNaN(step));
	const mean = known.reduce((sum, step) => sum + step, 0) / Math.max(1, known.length);
	return steps.map((step) => Number.isNaN(step) ? 0 : step - mean);
}
function detrended(values) {
	let [n, sx, sy, sxx, sxy] = [
		0,
		0,
		0,
		0,
		0
	];
	values.forEach((y, x) => {
		if (Number.isNaN(y)) return;
		n += 1;
		sx += x;
		sy += y;
		sxx += x * x;
		sxy += x * y;
	});
	const slope = n * sxx - sx * sx === 0 ? 0 : (n * sxy - sx * sy) / (n * sxx - sx * sx);
	const level = (sy - slope * sx) / n;
	return values.map((y, x) => Number.isNaN(y) ? 0 : y - level - slope * x);
}
function autocorrelation(x) {
	const variance = x.reduce((sum, value) => sum + value * value, 0);
	const known = /* @__PURE__ */ new Map();
	return (lag) => {
		let value = known.get(lag);
		if (value === void 0) {
			let sum = 0;
			for (let i = lag; i < x.length; i++) sum += x[i] * x[i - lag];
			value = variance > 0 && lag < x.length ? sum / (x.length - lag) / (variance / x.length) : 0;
			known.set(lag, value);
		}
		return value;
	};
}

// src/automl/series/windows.ts
const fewestKnown = 4;
const [fewestCutoffs, mostCutoffs] = [5, 10];
const validatedShare = .4;
function cutoffs(panel, horizon) {
	const end = endOf(panel);
	const start = panel.series.reduce((least, of) => Math.min(least, of.start), end);
	const length = end - start;
	const reach = Math.floor(validatedShare * length);
	const count = Math.max(fewestCutoffs, Math.min(mostCutoffs, Math.floor(reach / horizon)));
	const apart = Math.max(1, Math.min(horizon, Math.floor((reach - horizon) / (count - 1))));
	return Array.from({ length: count }, (_, i) => end - 1 - horizon - apart * (count - 1 - i)).filter((origin) => origin - start + 1 >= 4);
}
const mostBetween = 4;
const mostValues = 4e4;
function originsBetween(cutoff, next, horizon, alike) {
	if (next === void 0) return [cutoff];
	const count = Math.max(1, Math.min(mostBetween, Math.floor(mostValues / (alike * horizon))));
	const apart = Math.max(1, Math.ceil((next - cutoff) / count));
	return Array.from({ length: Math.ceil((next - cutoff) / apart) }, (_, i) => cutoff + i * apart);
}
function windowsAt({ series }, origin) {
	return series.flatMap(({ start, values }, index) => {
		const step = origin - start;
		if (step < 0 || step + 1 >= values.length) return [];
		let known = 0;
		for (let i = step; i >= 0 && known < 4; i--) if (!Number.isNaN(values[i])) known += 1;
		return known < 4 ? [] : [{
			series: index,
			origin
		}];
	});
}
function actualsOf(panel, histories, windows, horizon) {
	return windows.flatMap(({ series, origin }, w) => {
		const { start, values } = panel.series[series];
		const scale = histories[series].scale(origin - start);
		return Array.from({ length: horizon }, (_, k) => {
			const actual = values[origin - start + 1 + k] ?? NaN;
			return {
				series,
				origin,
				place: w * horizon + k,
				step: k + 1,
				actual,
				scale
			};
		}).filter(({ actual }) => !Number.isNaN(actual));
	});
}
function scoreForecasts(actuals, predicted) {
	const [sums, counts] = [[], []];
	let [squares, absolute, symmetric] = [
		0,
		0,
		0
	];
	for (const { series, actual, scale, place } of actuals) {
		const forecast = predicted[place];
		const error = Math.abs(actual - forecast);
		squares += error * error;
		absolute += error;
		const size = Math.abs(actual) + Math.abs(forecast);
		symmetric += size > 0 ? 200 * error / size : 0;
		if (Number.isNaN(scale)) continue;
		sums[series] = (sums[series] ?? 0) + error / scale;
		counts[series] = (counts[series] ?? 0) + 1;
	}
	const means = sums.flatMap((sum, series) => [sum / counts[series]]);
	const n = actuals.length;
	return {
		...means.length > 0 ? { val_mase: means.reduce((sum, mean) => sum + mean, 0) / means.length } : {},
		val_rmse: Math.sqrt(squares / n),
		val_mae: absolute / n,
		val_smape: symmetric / n
	};
}

// src/automl/series/series-data.ts
function createSeriesData(data, task, own) {
	const names = {
		target: task.target,
		time: task.time,
		series: task.series
	};
	for (const name of [...task.ignore, ...task.known ?? []]) columnOf(data, name, "column");
	const table = own ? joined(data, own, task) : data;
	const { frequency, series, notes } = readPanel(table, names);
	const end = endOf({
		frequency,
		series,
		notes
	});
	const start = series.reduce((least, of) => Math.min(least, of.start), end);
	const cut = own ? endOf(readPanel(data, names, frequency)) : end - testSteps(task, end - start);
	const needed = task.horizon + 4;
	const long = before({
		frequency,
		series,
		notes
	}, cut).series.filter(({ values }) => values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0) >= needed);
	if (long.length === 0) throw new DataError(`${data.file}: no series has ${needed} known values${cut < end ? " before the test part" : ""}: a horizon of ${task.horizon} needs at least so many; shorten \`horizon\`${cut < end ? " or `test`" : ""}, or give a longer past`);
	if (long.every(({ values }) => isConstant(values))) throw new DataError(`${data.file}: ${task.target} is ${task.series === void 0 ? "the same at every time" : "always the same within each series"}: there is nothing to forecast`);
	const kept = new Set(long.map(({ name }) => name));
	const search = {
		frequency,
		series: long,
		notes
	};
	const constant = long.filter(({ values }) => isConstant(values)).map(({ name }) => name);
	const { season, note } = task.season === void 0 ? findSeason(search) : {
		season: task.season,
		note: `Season: ${task.season} steps.`
	};
	const found = columnsOf(table, task, search);
	const left = series.length - long.length;
	const first = long.reduce((least, of) => Math.min(least, of.start), cut);
	return {
		table,
		whole: {
			frequency,
			series: series.filter(({ name }) => kept.has(name)),
			notes
		},
		search,
		season,
		columns: found.columns,
		test: cut < end,
		notes: [
			`${data.file}: ${task.series === void 0 ? "one series" : `${series.length} series`}, ${frequencyWords(frequency)}, ${textAt(frequency, start)} to ${textAt(frequency, end - 1)} (${end - start} steps).`,
			note,
			...found.shown.length > 0 ? [`Other columns: ${found.shown.join(", ")}.`] : [],
			...notes,
			...found.notes,
			...left > 0 ? [`${left === 1 ? "One" : left} of ${series.length} series ${left === 1 ? "has" : "have"} fewer than ${needed} known values${cut < end ? " before the test part" : ""} and ${left === 1 ? "is" : "are"} left out: ${shortList(series.filter(({ name }) => !kept.has(name)).map(({ name }) => name))}.`] : [],
			...constant.length > 0 ? [`Always the same, and not part of val_mase: ${shortList(constant)}.`] : [],
			cut < end ? `Test part: ${end - cut} steps, ${textAt(frequency, cut)} to ${textAt(frequency, end - 1)}, which no trial sees.` : `No test part: ${task.test === 0 ? "task.test is 0" : `${end - first} steps are too few for one`}.`
		]
	};
}
function surroundings({ table, season, columns, search }, panel) {
	return surroundingsOf(table, panel, season, columns, search.series.map(({ name }) => name));
}
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
function testSteps({ test, horizon }, length) {
	if (typeof test === "number" && test > 0) return test < 1 ? Math.max(1, Math.round(test * length)) : Math.round(test);
	if (test === 0) return 0;
	return length >= 2 * horizon + 4 ? horizon : 0;
}
function columnsOf(table, task, search) {
	const rows = search.series.flatMap(({ rows: of, values }) => [...of.subarray(0, values.length)].filter((row) => row >= 0));
	const columns = {
		known: [],
		past: []
	};
	const [notes, shown] = [[], []];
	const others = table.names.filter((name) => ![
		task.target,
		task.time,
		task.series,
		...task.ignore
	].includes(name));
	for (const name of others) {
		const texts = columnOf(table, name, "column");
		const { kind, coding } = typed(name, rows.map((row) => texts[row]), notes);
		const ahead = task.known?.includes(name) ?? false;
		shown.push(`${name} (${kind}${coding ? ahead ? ", known ahead" : ", known up to now" : ""})`);
		if (coding) columns[ahead ? "known" : "past"].push(coding);
	}
	return {
		columns,
		notes,
		shown
	};
}
function isConstant(values) {
	return values.every((value) => Number.isNaN(value) || value === values[0]);
}
function joined(data, own, task) {
	const names = {
		target: task.target,
		time: task.time,
		series: task.series
	};
	const panel = readPanel(data, names);
	const begins = readPanel(own, names, panel.frequency).series.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
	const end = endOf(panel);
	if (begins < end) throw new DataError(`${own.file} begins at ${textAt(panel.frequency, begins)}, and ${data.file} goes on until ${textAt(panel.frequency, end - 1)}: a test part must come after it`);
	return {
		...data,
		columns: data.names.map((name, i) => [...data.columns[i], ...own.names.includes(name) ? columnOf(own, name, "column") : Array.from(own.lines, () => "")]),
		lines: Int32Array.from([...data.lines, ...own.lines])
	};
}
function shortList(names) {
	return `${names.slice(0, 5).join(", ")}${names.length > 5 ? ` and ${names.length - 5} more` : ""}`;
}

// src/automl/series/series-module.ts
const mostValidatedRows = 16e3;
function seriesModule(task, file) {
	const of = seriesTask(task);
	return {
		data: async (_) => {
			const data = await readSeries(of, file);
			for (const text of data.notes) console.log(text);
			return validationOf(data, of.horizon);
		},
		objective: async ({ tf, data, config, seed, epochs, report }) => {
			const validation = data;
			const actuals = validatedActuals(validation);
			const trained = forecastersOf(tf, config, validation, seed);
			try {
				for (let epoch = trainsInSteps(config) ? 1 : epochs; epoch <= epochs; epoch++) await report(epoch, scoreForecasts(actuals, await predictAll(trained, epoch / epochs)));
			} finally {
				for (const { dispose } of trained) dispose();
			}
		}
	};
}
async function readSeries(task, file) {
	const read = (name) => readData(task, name, path.relative(process.cwd(), name));
	const { test } = task;
	return createSeriesData(await read(file), task, typeof test === "string" ? await read(path.resolve(test)) : void 0);
}
function seriesTask(task) {
	const { time, horizon } = task;
	if (time === void 0 || horizon === void 0) throw new DataError("a task of type time-series-forecasting needs `time` and `horizon`");
	return {
		...task,
		time,
		horizon
	};
}
function validationOf(data, horizon) {
	const around = surroundings(data, data.search);
	const all = cutoffs(data.search, horizon).flatMap((cutoff, i, of) => {
		const windows = originsBetween(cutoff, of[i + 1], horizon, data.search.series.length * of.length).flatMap((origin) => windowsAt(data.search, origin));
		return windows.length > 0 ? [{
			cutoff,
			windows
		}] : [];
	});
	if (all.length === 0) throw new DataError(`${data.table.file}: no series goes on for the ${horizon} steps up to the end of what trials see: there is nothing to validate on`);
	const rows = Math.min(mostTrainingRows, trainingCells(around, horizon, all.at(-1).cutoff).length);
	const models = Math.max(1, Math.min(all.length, Math.floor(mostValidatedRows / Math.max(1, rows))));
	const size = Math.ceil(all.length / models);
	const blocks = [];
	all.forEach(({ cutoff, windows }, i) => {
		if (i % size === 0) blocks.push({
			cutoff,
			windows: [...windows]
		});
		else blocks.at(-1).windows.push(...windows);
	});
	return {
		around,
		horizon,
		blocks
	};
}
function forecastersOf(tf, config, { around, horizon, blocks }, seed) {
	const made = [];
	try {
		for (const { cutoff, windows } of blocks) {
			const forecaster = createForecaster(tf, config, {
				around,
				horizon,
				cutoff,
				windows,
				seed
			});
			made.push({
				forecaster,
				windows,
				dispose: () => forecaster.dispose()
			});
		}
	} catch (error) {
		for (const { dispose } of made) dispose();
		throw error;
	}
	return made;
}
async function predictAll(trained, share) {
	const parts = [];
	for (const { forecaster } of trained) {
		await forecaster.trainTo(share);
		parts.push(await forecaster.forecast());
	}
	return Float64Array.from(parts.flatMap((part) => [...part]));
}
function windowsOf({ blocks }) {
	return blocks.flatMap(({ windows }) => windows);
}
function validatedActuals(validation) {
	const { around, horizon } = validation;
	return actualsOf(around.panel, around.histories, windowsOf(validation), horizon);
}

// src/automl/table-model.ts
function modelOf(target, data, members) {
	const { task, classes, coding } = data;
	return {
		task,
		target,
		classes,
		columns: coding,
		members
	};
}
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
async function predictModelWith(tf, { members, classes, task }, features, rows) {
	const outputs = task === "classification" ? classes.length : 1;
	const sum = new Float64Array(rows * outputs);
	for (const { weight, fitted } of members) addWeighted(sum, weight, await predictFittedWith(tf, fitted, features, rows, outputs));
	return sum;
}

// src/automl/trained-model.ts
function placeOf(checkpoints) {
	return path.join(checkpoints, "model");
}
function saveTrained(checkpoints, model) {
	const place = placeOf(checkpoints);
	try {
		rmSync(place, {
			recursive: true,
			force: true
		});
		writeModel(place, model);
	} catch (error) {
		if (existsSync(place)) rmSync(place, {
			recursive: true,
			force: true
		});
		console.warn(`The model of this trial is not kept: ${error.message}`);
	}
}
function keptModels(candidates, data, folds) {
	return new Map(candidates.flatMap(({ trial, trained }) => {
		const members = trained === void 0 ? void 0 : readTrained(trained, data);
		return members?.length === folds ? [[trial, members.map((member) => ({
			...member,
			trial
		}))]] : [];
	}));
}
function readTrained(checkpoints, { classes, coding }) {
	try {
		const model = readModel(placeOf(checkpoints));
		return JSON.stringify([model.classes, model.columns]) === JSON.stringify([classes, coding]) ? model.members : void 0;
	} catch (error) {
		if (error instanceof ModelFileError) return void 0;
		throw error;
	}
}

// src/automl/task-module.ts
const mostCrossValidated = 2e3;
const mostCrossValidatedPictures = 200;
function taskModule(task, file) {
	if (task.type === "time-series-forecasting") return seriesModule(task, file);
	return {
		data: async (_) => {
			const { search, note } = await readSplit(task, file);
			const data = createDataset(search, task);
			for (const text of [...data.notes, note]) console.log(text);
			return data;
		},
		objective: async ({ tf, data, config, seed, epochs, checkpoints, report }) => {
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
					if (epoch === epochs) saveTrained(checkpoints, await trainedModel(task.target, dataset, config, learners));
					await report(epoch, scoreTogether(dataset, folds, predictions));
				}
			} finally {
				for (const learner of learners) learner.dispose();
			}
		}
	};
}
async function trainedModel(target, data, config, learners) {
	const members = [];
	for (const learner of learners) members.push({
		trial: 0,
		weight: 1 / learners.length,
		config,
		fitted: await learner.fitted()
	});
	return modelOf(target, data, members);
}
function validationFolds({ rows, part, features }, byTime) {
	const all = Int32Array.from({ length: rows }, (_, row) => row);
	const most = features.some(({ kind }) => kind === "image") ? mostCrossValidatedPictures : mostCrossValidated;
	return (byTime || rows > most ? [0] : Array.from({ length: 5 }, (_, fold) => fold)).map((fold) => ({
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

export { writeFitted as A, encodeColumn as B, createForecaster as C, readSplit as D, textAt as E, randomStream as F, wordsOf$1 as H, outputsOf as I, addWeighted as L, featureRows as M, createLearner as N, scoreRows as O, predictFittedWith as P, weightedSum as R, endOf as S, calendar as T, isSpaceless as V, historiesOf as _, encodeTable as a, scoreForecasts as b, predictModelWith as c, readSeries as d, seriesTask as f, encodeColumns as g, windowsOf as h, keptModels as i, writeModel as j, writeDocument as k, forecastersOf as l, validationOf as m, taskModule as n, modelOf as o, validatedActuals as p, validationFolds as r, predictModel as s, pool as t, predictAll as u, surroundings as v, forecastFitted as w, windowsAt as x, actualsOf as y, createDataset as z };