import { readFileSync } from "node:fs";
import path from "node:path";

// \0rolldown/runtime.js
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);

// src/automl/columns.ts
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

// src/automl/table.ts
var DataError = class extends Error {
	name = "DataError";
};
const missing = /* @__PURE__ */ new Set([
	"",
	"na",
	"n/a",
	"nan",
	"null",
	"none",
	"?"
]);
function tableOfRows(rows, file) {
	const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
	return {
		file,
		names,
		columns: names.map((name) => rows.map((row) => present(jsonText(row[name])))),
		lines: Int32Array.from(rows, (_, i) => i + 1)
	};
}
function jsonText(value) {
	if (value === void 0 || value === null) return "";
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}
function present(text) {
	return text.length < 5 && missing.has(text.toLowerCase()) ? "" : text;
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

// src/automl/predict.ts
function loadModel(folder) {
	const model = readModel(folder);
	return {
		task: model.task,
		target: model.target,
		classes: model.classes,
		columns: model.columns.map(({ column }) => column),
		predict: (rows) => rows.length === 0 ? [] : predictTable(model, tableOfRows(rows, "rows"))
	};
}
function predictTable(model, table) {
	const rows = table.lines.length;
	return predictionsOf(model, predictModel(model, encodeTable(model.columns, table), rows), rows);
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

// src/tensorflow/architecture/binding.ts
let bound;
function useTensorFlow(tf) {
	bound = tf;
}
function boundTensorFlow() {
	if (bound) return bound;
	throw new Error("no TensorFlow.js to build with: outside of a trial call useTensorFlow(tf) of 'tunegate' first, with the tf that you import");
}

// src/tensorflow/architecture/applications/augment.ts
const transformations = [
	"rotate",
	"translate_x",
	"translate_y",
	"contrast"
];
function augmentImages(images, hp) {
	const layers = hp.has("augment_layers") ? hp.Int("augment_layers", { min: 0 }) : 0;
	const factor = (name) => hp.has(`factor_${name}`) ? hp.Float(`factor_${name}`) : 0;
	const factors = Object.fromEntries(transformations.map((name) => [name, factor(name)]));
	const tf = boundTensorFlow();
	return tf.tidy(() => {
		let x = images.clone();
		for (let layer = 0; layer < layers; layer++) x = changedOnce(x, factors, tf);
		return x;
	});
}
function changedOnce(images, factors, tf) {
	const [count, height, width] = images.shape;
	if (count === 0) return images;
	const contrasts = [];
	const moved = tf.split(images, count, 0).map((image) => {
		const name = transformations[Math.floor(Math.random() * transformations.length)];
		const amount = factors[name] * (2 * Math.random() - 1);
		contrasts.push(name === "contrast" ? 1 + amount : 1);
		const matrix = amount === 0 ? void 0 : move(name, amount, height, width);
		return matrix ? tf.image.transform(image, tf.tensor2d([matrix]), "bilinear", "nearest") : image;
	});
	const all = tf.concat(moved, 0);
	const mean = all.mean([1, 2], true);
	return all.sub(mean).mul(tf.tensor4d(contrasts, [
		count,
		1,
		1,
		1
	])).add(mean);
}
function move(name, amount, height, width) {
	switch (name) {
		case "rotate": {
			const [sin, cos] = [Math.sin(amount * Math.PI), Math.cos(amount * Math.PI)];
			const [x, y] = [(width - 1) / 2, (height - 1) / 2];
			return [
				cos,
				-sin,
				x - cos * x + sin * y,
				sin,
				cos,
				y - sin * x - cos * y,
				0,
				0
			];
		}
		case "translate_x": return [
			1,
			0,
			amount * width,
			0,
			1,
			0,
			0,
			0
		];
		case "translate_y": return [
			1,
			0,
			0,
			0,
			1,
			amount * height,
			0,
			0
		];
		case "contrast": return;
	}
}

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

// src/tensorflow/define.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
var HyperParameterError = class extends Error {
	name = "HyperParameterError";
};

// src/tensorflow/outcomes.ts
var TrialStopped = class extends Error {
	name = "TrialStopped";
	constructor(message = "the search stopped this trial") {
		super(message);
	}
};
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
const embedding = {
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
	embedding,
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
			x = templates[block.type].build(fitted$1(x, block, index, context), context);
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
function fitted$1(x, { type }, index, context) {
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

// src/tensorflow/architecture/applications/compile.ts
function compiled(model, hp, optimizer) {
	const { train } = boundTensorFlow();
	const rate = hp.Float("learning_rate", { min: 0 });
	model.compile({
		optimizer: {
			adam: () => train.adam(rate),
			rmsprop: () => train.rmsprop(rate),
			sgd: () => train.momentum(rate, .1)
		}[optimizer](),
		loss: "categoricalCrossentropy",
		metrics: ["accuracy"]
	});
	return model;
}
function reduction(hp) {
	const pooling = hp.Choice("pooling", [
		"avg",
		"flatten",
		"max"
	]);
	return pooling === "avg" ? "average" : pooling;
}

// src/tensorflow/architecture/applications/efficientnet.ts
const scales = {
	B0: [1, 1],
	B1: [1, 1.1],
	B2: [1.1, 1.2],
	B3: [1.2, 1.4],
	B4: [1.4, 1.8],
	B5: [1.6, 2.2],
	B6: [1.8, 2.6],
	B7: [2, 3.1]
};
const stages = [
	[
		1,
		16,
		1,
		1,
		3
	],
	[
		6,
		24,
		2,
		2,
		3
	],
	[
		6,
		40,
		2,
		2,
		5
	],
	[
		6,
		80,
		3,
		2,
		3
	],
	[
		6,
		112,
		3,
		1,
		5
	],
	[
		6,
		192,
		4,
		2,
		5
	],
	[
		6,
		320,
		1,
		1,
		3
	]
];
function buildEfficientNet(hp, inputShape, classes) {
	const [width, depth] = scales[hp.Choice("version", [
		"B0",
		"B1",
		"B2",
		"B3",
		"B4",
		"B5",
		"B6",
		"B7"
	])];
	const config = {
		activation: "swish",
		normalization: "batch",
		blocks: [
			{
				type: "conv",
				filters: rounded(32 * width),
				stride: 2
			},
			...stages.map(([expansion, filters, repeats, stride, kernel]) => ({
				type: "inverted_residual",
				expansion,
				filters: rounded(filters * width),
				repeats: Math.ceil(repeats * depth),
				stride,
				kernel
			})),
			{
				type: "conv",
				filters: rounded(1280 * width),
				kernel: 1
			}
		]
	};
	const head = {
		units: classes,
		activation: "softmax",
		reduce: reduction(hp),
		dropout: hp.Float("top_dropout_rate", {
			min: 0,
			max: .95
		})
	};
	return compiled(buildArchitecture(config, inputShape, head), hp, "sgd");
}
function rounded(filters) {
	const near = Math.max(8, Math.floor((filters + 4) / 8) * 8);
	return near < .9 * filters ? near + 8 : near;
}

// src/tensorflow/architecture/applications/resnet.ts
function buildResNet(hp, inputShape, classes) {
	const pre = hp.Choice("version", ["v1", "v2"]) === "v2";
	const stage = (filters, repeats, stride) => ({
		type: "bottleneck",
		filters,
		repeats,
		stride,
		order: pre ? "pre" : "post"
	});
	const config = {
		normalization: "batch",
		blocks: [
			{
				type: "conv",
				filters: 64,
				kernel: 7,
				stride: 2,
				pool: "max"
			},
			stage(256, 3, 1),
			stage(512, hp.Int("conv3_depth", { min: 1 }), 2),
			stage(1024, hp.Int("conv4_depth", { min: 1 }), 2),
			stage(2048, 3, 2),
			...pre ? [{ type: "activation" }] : []
		]
	};
	const head = {
		units: classes,
		activation: "softmax",
		reduce: reduction(hp)
	};
	return compiled(buildArchitecture(config, inputShape, head), hp, hp.Choice("optimizer", [
		"adam",
		"rmsprop",
		"sgd"
	]));
}

// src/tensorflow/architecture/applications/xception.ts
function buildXception(hp, inputShape, classes) {
	const activation = hp.Choice("activation", ["relu", "selu"]);
	const filters = hp.Int("sep_num_filters", { min: 1 });
	const separable = {
		type: "separable",
		convs: 2,
		skip: true,
		between: false
	};
	const reduce = reduction(hp);
	const own = activation === "selu";
	const config = {
		activation,
		normalization: own ? "none" : "batch",
		initializer: own ? "leCunNormal" : "glorotUniform",
		blocks: [
			{
				type: "conv",
				filters: hp.Int("conv2d_num_filters", { min: 1 }),
				kernel: hp.Int("kernel_size", { min: 1 }),
				stride: hp.Int("initial_strides", { min: 1 })
			},
			{
				...separable,
				filters,
				repeats: hp.Int("num_residual_blocks", { min: 1 })
			},
			{
				...separable,
				filters: 2 * filters,
				pool: "max"
			},
			{
				type: "dense",
				units: classes,
				reduce,
				repeats: hp.Int("num_dense_layers", { min: 1 }),
				normalization: !own && hp.Boolean("dense_use_bn") ? "batch" : "none",
				dropout: hp.Float("dropout_rate", {
					min: 0,
					max: .95
				})
			}
		]
	};
	return compiled(buildArchitecture(config, inputShape, {
		units: classes,
		activation: "softmax"
	}), hp, "adam");
}

// src/tensorflow/architecture/inheritance/align.ts
function alignBlocks(child, parent) {
	const best = Array.from({ length: child.length + 1 }, () => new Float64Array(parent.length + 1));
	for (let i = child.length - 1; i >= 0; i--) for (let j = parent.length - 1; j >= 0; j--) best[i][j] = Math.max(best[i + 1][j], best[i][j + 1], likeness(child[i], parent[j]) + best[i + 1][j + 1]);
	const pairs = /* @__PURE__ */ new Map();
	let [i, j] = [0, 0];
	while (i < child.length && j < parent.length) {
		const [a, b] = [child[i], parent[j]];
		const alike = likeness(a, b);
		if (alike > 0 && best[i][j] === alike + best[i + 1][j + 1]) {
			pairs.set(a.index, b.index);
			i++;
			j++;
		} else if (best[i][j] === best[i + 1][j]) i++;
		else j++;
	}
	return pairs;
}
function likeness(a, b) {
	if (a.kind !== b.kind) return 0;
	return 1 + a.shapes.filter((shape, i) => shape === b.shapes[i]).length / Math.max(1, a.shapes.length, b.shapes.length);
}

// src/tensorflow/architecture/inheritance/channel-map.ts
function identityMap(channels) {
	return {
		parent: channels,
		index: Int32Array.from({ length: channels }, (_, i) => i),
		exact: true
	};
}
function widened(parent, channels, exact) {
	return {
		parent,
		index: Int32Array.from({ length: channels }, (_, i) => i % parent),
		exact: exact && channels >= parent
	};
}
function fitted(map, parent) {
	return map.parent === parent ? map : widened(parent, map.index.length, false);
}
function isIdentity({ parent, index }) {
	return index.length === parent && index.every((channel, i) => channel === i);
}
function sameMap(a, b) {
	return a.parent === b.parent && a.index.length === b.index.length && a.index.every((v, i) => v === b.index[i]);
}
function isEven({ parent, index }) {
	return index.length % parent === 0 && new Set(copies(index, parent)).size === 1;
}
function copies(index, parent) {
	const count = new Array(parent).fill(0);
	for (const channel of index) count[channel]++;
	return count;
}
function shares({ parent, index }, random) {
	const count = copies(index, parent);
	const raw = Float64Array.from(index, (channel) => count[channel] > 1 ? .5 + random() : 1);
	const sum = new Float64Array(parent);
	for (const [i, channel] of index.entries()) sum[channel] += raw[i];
	return raw.map((share, i) => share / sum[index[i]]);
}
function concatenated(maps) {
	let parent = 0;
	const index = [];
	for (const map of maps) {
		for (const channel of map.index) index.push(parent + channel);
		parent += map.parent;
	}
	return {
		parent,
		index: Int32Array.from(index),
		exact: maps.every(({ exact }) => exact)
	};
}
function flattened(map, places) {
	return concatenated(Array.from({ length: places }, () => map));
}

// src/tensorflow/architecture/inheritance/weights.ts
function gathered({ shape, values }, axes) {
	const target = axes.map(({ from }) => from.length);
	const result = new Float32Array(target.reduce((all, size) => all * size, 1));
	const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((all, size) => all * size, 1));
	let at = 0;
	const walk = (axis, offset, factor) => {
		if (axis === axes.length) {
			result[at++] = factor === 0 ? 0 : factor * values[offset];
			return;
		}
		const { from, factor: factors } = axes[axis];
		for (const [i, source] of from.entries()) walk(axis + 1, offset + (source ?? 0) * strides[axis], source === void 0 ? 0 : factor * (factors?.[i] ?? 1));
	};
	walk(0, 0, 1);
	return {
		shape: target,
		values: result
	};
}
const copied = (map) => ({ from: [...map.index] });
const shared = (map, random) => ({
	from: [...map.index],
	factor: shares(map, random)
});
function centred(parent, child) {
	const offset = Math.floor(child / 2) - Math.floor(parent / 2);
	return { from: Array.from({ length: child }, (_, i) => {
		const source = i - offset;
		return source >= 0 && source < parent ? source : void 0;
	}) };
}
function inParts(map, parts) {
	return { from: Array.from({ length: parts }, (_, part) => [...map.index].map((i) => part * map.parent + i)).flat() };
}
function selecting(taps, from, to) {
	const [inputs, outputs] = [from.index.length, to.index.length];
	const values = new Float32Array(taps.reduce((all, size) => all * size, 1) * inputs * outputs);
	const centre = taps.reduce((offset, size) => offset * size + Math.floor(size / 2), 0);
	for (let output = 0; output < outputs; output++) {
		const input = from.index.indexOf(to.index[output]);
		if (input >= 0) values[(centre * inputs + input) * outputs + output] = 1;
	}
	return {
		shape: [
			...taps,
			inputs,
			outputs
		],
		values
	};
}
function filled(shape, value) {
	return {
		shape,
		values: new Float32Array(shape.reduce((all, size) => all * size, 1)).fill(value)
	};
}

// src/tensorflow/architecture/inheritance/layers.ts
function inheritedLayer({ layer, elder, inputs, random }) {
	const kind = layer.getClassName();
	const map = inputs[0];
	if (kind === "InputLayer") return inputLayer(layer, elder);
	if (elder.weights.length === 0) {
		const passed = passedThrough(layer, inputs);
		return sameWork(layer, elder) ? passed : { map: inexact(passed.map) };
	}
	const weights = weightsOf(elder);
	const exact = sameWork(layer, elder) && weights.length <= layer.weights.length;
	const main = weights[0];
	switch (kind) {
		case "Dense":
		case "Conv1D":
		case "Conv2D": {
			const size = main.shape.length;
			const from = fitted(map, main.shape[size - 2]);
			const target = layer.weights[0].shape;
			const taps = target.slice(0, -2).map((side, axis) => centred(main.shape[axis], side));
			const whole = target.slice(0, -2).every((side, axis) => side >= main.shape[axis]);
			const to = widened(main.shape[size - 1], target.at(-1), from.exact && whole && exact);
			return {
				map: to,
				weights: [gathered(main, [
					...taps,
					shared(from, random),
					copied(to)
				]), ...biases(layer, weights, copied(to))]
			};
		}
		case "DepthwiseConv2D": {
			const from = fitted(map, main.shape[2]);
			const [height, width, , depth] = layer.weights[0].shape;
			const whole = height >= main.shape[0] && width >= main.shape[1];
			const kernel = gathered(main, [
				centred(main.shape[0], height),
				centred(main.shape[1], width),
				copied(from),
				{ from: Array.from({ length: depth }, (_, i) => i) }
			]);
			const { after: _, ...to } = from;
			return {
				map: {
					...to,
					exact: from.exact && whole && exact
				},
				weights: [kernel, ...biases(layer, weights, copied(from))]
			};
		}
		case "BatchNormalization":
		case "LayerNormalization": {
			const { after: _, ...from } = fitted(map, main.shape[0]);
			const even = kind === "BatchNormalization" || isEven(from);
			return {
				map: {
					...from,
					exact: from.exact && even
				},
				weights: weights.map((weight) => gathered(weight, [copied(from)]))
			};
		}
		case "Embedding": {
			const [words, size] = layer.weights[0].shape;
			const to = widened(main.shape[1], size, words === main.shape[0]);
			const rows = { from: Array.from({ length: words }, (_, i) => i % main.shape[0]) };
			return {
				map: to,
				weights: [gathered(main, [rows, copied(to)])]
			};
		}
		case "SimpleRNN":
		case "LSTM":
		case "GRU": return recurrentWeights(layer.weights, weights, map, random, exact);
		case "Bidirectional": {
			const half = weights.length / 2;
			const forward = recurrentWeights(layer.weights.slice(0, half), weights.slice(0, half), map, random, exact);
			const backward = recurrentWeights(layer.weights.slice(half), weights.slice(half), map, random, exact);
			return {
				map: concatenated([forward.map, backward.map]),
				weights: [...forward.weights, ...backward.weights]
			};
		}
		default: return { map: inexact(identityMap(channelsOf(layer))) };
	}
}
function insertedLayer({ layer, inputs, zero, added }) {
	const kind = layer.getClassName();
	const map = inputs[0];
	const shapes = layer.weights.map(({ shape }) => shape);
	if (zero && shapes.length > 0 && kind !== "LSTM" && kind !== "GRU") return {
		map: inexact(identityMap(channelsOf(layer))),
		weights: nothing(kind, shapes)
	};
	switch (kind) {
		case "Dense":
		case "Conv1D":
		case "Conv2D": {
			const [kernel, ...rest] = shapes;
			const to = widened(map.parent, kernel.at(-1), map.exact && !strides(layer));
			const weights = [selecting(kernel.slice(0, -2), map, to), ...rest.map((shape) => filled(shape, 0))];
			return {
				map: {
					...to,
					...map.after === void 0 ? {} : { after: map.after }
				},
				weights
			};
		}
		case "DepthwiseConv2D": {
			const [kernel, ...rest] = shapes;
			const [height, width] = kernel;
			const one = filled(kernel, 0);
			const centre = Math.floor(height / 2) * width + Math.floor(width / 2);
			const each = one.values.length / (height * width);
			one.values.fill(1, centre * each, (centre + 1) * each);
			return {
				map: strides(layer) ? inexact(map) : map,
				weights: [one, ...rest.map((shape) => filled(shape, 0))]
			};
		}
		case "BatchNormalization": {
			const [gamma, beta, mean, variance] = shapes;
			const epsilon = layer.getConfig()["epsilon"];
			return {
				map,
				weights: [
					filled(gamma, Math.sqrt(1 + epsilon)),
					filled(beta, 0),
					filled(mean, 0),
					filled(variance, 1)
				]
			};
		}
		case "Add": return { map: added ? inputs.at(-1) : inexact(inputs.at(-1)) };
		case "Activation": {
			const { activation } = layer.getConfig();
			return { map: activation === "linear" || activation === "relu" && [
				"relu",
				"relu6",
				"sigmoid"
			].includes(map.after ?? "") || activation === "relu6" && map.after === "relu6" ? map : inexact(map) };
		}
		case "Dropout": return { map };
		default: {
			const passed = passedThrough(layer, inputs);
			return { map: inexact(passed.map) };
		}
	}
}
function passedThrough(layer, inputs) {
	const [map] = inputs;
	const kind = layer.getClassName();
	const [from] = layer.inboundNodes[0].inputShapes;
	switch (kind) {
		case "Activation": {
			const { activation } = layer.getConfig();
			const alone = activation !== "softmax" || isIdentity(map);
			return { map: {
				...map,
				exact: map.exact && alone,
				after: String(activation)
			} };
		}
		case "Softmax": return { map: {
			...map,
			exact: map.exact && isIdentity(map)
		} };
		case "Flatten": return { map: flattened(map, from.slice(1, -1).reduce((all, side) => all * (side ?? 1), 1)) };
		case "Concatenate": return { map: concatenated(inputs) };
		case "Add":
		case "Multiply": {
			const { after: _, ...first } = map;
			return { map: {
				...first,
				exact: inputs.every((other) => other.exact && sameMap(map, other))
			} };
		}
		case "Dot": {
			const [a, b] = inputs;
			if (layer.getConfig()["axes"][1] === 1) return { map: {
				...b,
				exact: a.exact && b.exact
			} };
			const exact = a.exact && b.exact && isIdentity(a) && isIdentity(b);
			return { map: {
				...identityMap(channelsOf(layer)),
				exact
			} };
		}
		default: {
			const size = channelsOf(layer);
			return { map: size === map.index.length ? map : inexact(identityMap(size)) };
		}
	}
}
const telling = [
	"activation",
	"alpha",
	"axes",
	"epsilon",
	"goBackwards",
	"padding",
	"poolSize",
	"scale",
	"strides",
	"targetShape"
];
function sameWork(layer, elder) {
	const [a, b] = [layer.getConfig(), elder.getConfig()];
	const [places, before] = [layer, elder].map(({ inboundNodes }) => String(inboundNodes[0].inputShapes[0]?.slice(1, -1)));
	if (layer.getClassName() === "Flatten" && places !== before) return false;
	if (layer.getClassName() === "Reshape") return places === before;
	return telling.every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
}
function inputLayer(layer, elder) {
	const size = channelsOf(layer);
	return { map: {
		...identityMap(size),
		exact: String(shapeOf(layer)) === String(shapeOf(elder))
	} };
}
function recurrentWeights(targets, [kernel, recurrent, bias], map, random, exact) {
	const units = recurrent.shape[0];
	const gates = recurrent.shape[1] / units;
	const from = fitted(map, kernel.shape[0]);
	const to = widened(units, targets[1].shape[0], from.exact && exact);
	const weights = [gathered(kernel, [shared(from, random), inParts(to, gates)]), gathered(recurrent, [shared(to, random), inParts(to, gates)])];
	return {
		map: to,
		weights: bias ? [...weights, gathered(bias, [inParts(to, gates)])] : weights
	};
}
function biases(layer, [, bias], axis) {
	const target = layer.weights[1]?.shape;
	if (!target) return [];
	return [bias ? gathered(bias, [axis]) : filled(target, 0)];
}
function nothing(kind, shapes) {
	return shapes.map((shape, i) => filled(shape, kind === "BatchNormalization" && i === 3 ? 1 : 0));
}
function strides(layer) {
	const { strides } = layer.getConfig();
	return [strides ?? 1].flat().some((stride) => stride !== 1);
}
function weightsOf(layer) {
	return layer.getWeights().map((tensor) => ({
		shape: tensor.shape,
		values: tensor.dataSync()
	}));
}
const inexact = (map) => ({
	...map,
	exact: false
});
const shapeOf = (layer) => layer.inboundNodes[0].outputShapes[0];
const channelsOf = (layer) => shapeOf(layer).at(-1) ?? 1;

// src/tensorflow/architecture/inheritance/inherit.ts
function inheritWeights(child, parent, random = Math.random) {
	const layers = child.layers;
	const elders = parent.layers;
	if (!layers.some(isOfBlock) || !elders.some(isOfBlock)) return {
		inherited: [],
		inserted: [],
		fresh: layers.filter(({ weights }) => weights.length > 0).map(({ name }) => name),
		preserved: false
	};
	const pairs = alignBlocks(blocksOf(layers), blocksOf(elders));
	const byName = new Map(elders.map((layer) => [layer.name, layer]));
	const used = /* @__PURE__ */ new Set();
	const maps = /* @__PURE__ */ new Map();
	const result = {
		inherited: [],
		inserted: [],
		fresh: []
	};
	const zeroed = branchesToZero(layers, pairs);
	for (const layer of layers) {
		const elder = counterpart(layer, pairs, byName);
		if (elder) used.add(elder.name);
		const about = {
			layer,
			inputs: layer.inboundNodes[0].inboundLayers.map(({ name }) => maps.get(name)),
			random
		};
		const passed = elder ? inheritedLayer({
			...about,
			elder
		}) : insertedLayer({
			...about,
			zero: zeroed.has(layer.name),
			added: isNew(layer, pairs)
		});
		maps.set(layer.name, passed.map);
		if (passed.weights) setWeights(layer, passed.weights);
		if (layer.weights.length === 0) continue;
		if (!passed.weights) result.fresh.push(layer.name);
		else result[elder ? "inherited" : "inserted"].push(layer.name);
	}
	const lost = elders.some((elder) => !used.has(elder.name) && !harmless(elder));
	const output = child.outputs[0].sourceLayer.name;
	return {
		...result,
		preserved: !lost && maps.get(output).exact
	};
}
function setWeights(layer, weights) {
	const tf = boundTensorFlow();
	const tensors = weights.map(({ shape, values }) => tf.tensor(values, [...shape]));
	layer.setWeights(tensors);
	tf.dispose(tensors);
}
function harmless(layer) {
	return layer.getClassName() === "Dropout";
}
const blockName = /^b(\d+)_(.*)$/;
function blockIndex({ name }) {
	const found = blockName.exec(name);
	return found ? Number(found[1]) : void 0;
}
const isOfBlock = (layer) => blockIndex(layer) !== void 0;
function blocksOf(layers) {
	const blocks = /* @__PURE__ */ new Map();
	for (const layer of layers) {
		const index = blockIndex(layer);
		if (index !== void 0) blocks.set(index, [...blocks.get(index) ?? [], layer]);
	}
	return [...blocks].map(([index, own]) => {
		const weighted = own.filter(({ weights }) => weights.length > 0);
		const first = weighted.find((layer) => !/Normalization$/.test(layer.getClassName())) ?? weighted[0] ?? own[0];
		return {
			index,
			kind: `${blockName.exec(first.name)[2]} ${first.getClassName()}`,
			shapes: weighted.flatMap(({ weights }) => weights.map(({ shape }) => shape.join("×")))
		};
	});
}
function counterpart(layer, pairs, byName) {
	const found = blockName.exec(layer.name);
	const block = found ? pairs.get(Number(found[1])) : void 0;
	if (found && block === void 0) return void 0;
	const elder = byName.get(found ? `b${block}_${found[2]}` : layer.name);
	return elder?.getClassName() === layer.getClassName() ? elder : void 0;
}
function isNew(layer, pairs) {
	const index = blockIndex(layer);
	return index !== void 0 && !pairs.has(index);
}
function branchesToZero(layers, pairs) {
	const names = /* @__PURE__ */ new Set();
	for (const layer of layers) {
		if (layer.getClassName() !== "Add" || !isNew(layer, pairs)) continue;
		let branch = layer.inboundNodes[0].inboundLayers[0];
		while (branch.weights.length === 0 && branch.inboundNodes[0].inboundLayers.length === 1) branch = branch.inboundNodes[0].inboundLayers[0];
		names.add(branch.name);
	}
	return names;
}

// src/tensorflow/architecture/latency.ts
const warmUp = 3;
async function measureLatency(model, { runs = 15, batch = 1 } = {}) {
	const tf = boundTensorFlow();
	const inputs = model.inputs.map(({ shape }) => [batch, ...shape.slice(1).map((side) => side ?? 1)]).map((shape) => tf.zeros(shape));
	const times = [];
	try {
		for (let run = 0; run < warmUp + runs; run++) {
			const begun = performance.now();
			const output = [model.predict(inputs.length === 1 ? inputs[0] : inputs)].flat();
			for (const tensor of output) await tensor.data();
			if (run >= warmUp) times.push(performance.now() - begun);
			tf.dispose(output);
		}
	} finally {
		tf.dispose(inputs);
	}
	return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

export { InfeasibleConfig, TrialStopped, augmentImages, buildArchitecture, buildEfficientNet, buildResNet, buildXception, inheritWeights, loadModel, measureLatency, modelCost, useTensorFlow };