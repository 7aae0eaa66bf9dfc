import { r as __exportAll } from "./rolldown-runtime-JJ0R4FiC.js";

// src/math/median.ts
function upperMedian(values) {
	return [...values].sort((a, b) => a - b)[values.length >> 1];
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

// node_modules/fastest-levenshtein/esm/mod.js
const peq = /* @__PURE__ */ new Uint32Array(65536);
const myers_32 = (a, b) => {
	const n = a.length;
	const m = b.length;
	const lst = 1 << n - 1;
	let pv = -1;
	let mv = 0;
	let sc = n;
	let i = n;
	while (i--) peq[a.charCodeAt(i)] |= 1 << i;
	for (i = 0; i < m; i++) {
		let eq = peq[b.charCodeAt(i)];
		const xv = eq | mv;
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
const myers_x = (b, a) => {
	const n = a.length;
	const m = b.length;
	const mhc = [];
	const phc = [];
	const hsize = Math.ceil(n / 32);
	const vsize = Math.ceil(m / 32);
	for (let i = 0; i < hsize; i++) {
		phc[i] = -1;
		mhc[i] = 0;
	}
	let j = 0;
	for (; j < vsize - 1; j++) {
		let mv = 0;
		let pv = -1;
		const start = j * 32;
		const vlen = Math.min(32, m) + start;
		for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		for (let i = 0; i < n; i++) {
			const eq = peq[a.charCodeAt(i)];
			const pb = phc[i / 32 | 0] >>> i & 1;
			const mb = mhc[i / 32 | 0] >>> i & 1;
			const xv = eq | mv;
			const xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			let ph = mv | ~(xh | pv);
			let mh = pv & xh;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
	}
	let mv = 0;
	let pv = -1;
	const start = j * 32;
	const vlen = Math.min(32, m - start) + start;
	for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
	let score = m;
	for (let i = 0; i < n; i++) {
		const eq = peq[a.charCodeAt(i)];
		const pb = phc[i / 32 | 0] >>> i & 1;
		const mb = mhc[i / 32 | 0] >>> i & 1;
		const xv = eq | mv;
		const xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
		let ph = mv | ~(xh | pv);
		let mh = pv & xh;
		score += ph >>> m - 1 & 1;
		score -= mh >>> m - 1 & 1;
		if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
		if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
		ph = ph << 1 | pb;
		mh = mh << 1 | mb;
		pv = mh | ~(xv | ph);
		mv = ph & xv;
	}
	for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
	return score;
};
const distance = (a, b) => {
	if (a.length < b.length) {
		const tmp = b;
		b = a;
		a = tmp;
	}
	if (b.length === 0) return a.length;
	if (a.length <= 32) return myers_32(a, b);
	return myers_x(a, b);
};
const closest = (str, arr) => {
	let min_distance = Infinity;
	let min_index = 0;
	for (let i = 0; i < arr.length; i++) {
		const dist = distance(str, arr[i]);
		if (dist < min_distance) {
			min_distance = dist;
			min_index = i;
		}
	}
	return arr[min_index];
};

// src/tensorflow/define.ts
var HyperParameterError = class extends Error {
	name = "HyperParameterError";
};
var Definitions = class {
	#given;
	#place;
	#declared = [];
	#answers = /* @__PURE__ */ new Map();
	#tests = /* @__PURE__ */ new Map();
	constructor(given, place) {
		this.#given = given;
		this.#place = place;
	}
	known(path) {
		return this.#answers.get(path) ?? this.#given[path];
	}
	answer(path, definition, when) {
		const value = this.known(path) ?? (definition && defaultOf(definition));
		if (value === void 0) return void 0;
		if (this.#place) {
			const place = this.#place();
			this.#declared.push({
				name: path,
				definition: definition ?? {
					type: "constant",
					value
				},
				when,
				value,
				...place === void 0 ? {} : { place },
				...definition === void 0 ? { read: true } : {}
			});
		} else if (definition?.type !== "constant" && this.known(path) === void 0) console.warn(`hp: ${path} is not searched, since no run of this code before the search came to where it is asked for in a config like this. It has its default, ${value}.`);
		this.#answers.set(path, value);
		return value;
	}
	read(path, when) {
		return this.#answers.get(path) ?? this.answer(path, void 0, when);
	}
	test(path, values) {
		const tests = this.#tests.get(path) ?? /* @__PURE__ */ new Set();
		for (const value of values) tests.add(value);
		this.#tests.set(path, tests);
	}
	declarations() {
		const seen = /* @__PURE__ */ new Set();
		return this.#declared.flatMap((declared) => {
			const key = JSON.stringify([
				declared.name,
				declared.definition,
				declared.when
			]);
			if (seen.has(key)) return [];
			seen.add(key);
			const tests = this.#tests.get(declared.name);
			return [tests === void 0 ? declared : {
				...declared,
				tests: [...tests]
			}];
		});
	}
};
function defaultOf(definition) {
	return definition.type === "constant" ? definition.value : definition.default;
}
const scales = {
	linear: "linear",
	log: "log",
	reverse_log: "reverse-log"
};
function defineNumber(kind, name, { min, max, step, sampling = "linear", default: first }) {
	if (min === void 0 && max === void 0) return void 0;
	const call = `hp.${kind}('${name}')`;
	if (min === void 0 || max === void 0) throw new HyperParameterError(`${call} has ${min === void 0 ? "no min" : "no max"}: give both`);
	for (const [what, number] of Object.entries({
		min,
		max,
		step,
		default: first
	})) {
		if (number === void 0) continue;
		if (typeof number !== "number" || !Number.isFinite(number)) throw new HyperParameterError(`${call}: ${what} must be a number, not ${String(number)}`);
		if (kind === "Int" && !Number.isInteger(number)) throw new HyperParameterError(`${call}: ${what} must be a whole number, not ${number}; or ask for hp.Float`);
	}
	const scale = scales[sampling];
	if (scale === void 0) throw new HyperParameterError(`${call}: sampling must be linear, log or reverse_log, not ${sampling}`);
	if (max < min) throw new HyperParameterError(`${call}: max, ${max}, is less than min, ${min}`);
	if (scale !== "linear" && min <= 0) throw new HyperParameterError(`${call}: sampling ${sampling} needs a min above 0, not ${min}`);
	const least = scale === "linear" ? 0 : 1;
	if (step !== void 0 && step <= least) throw new HyperParameterError(`${call}: with ${sampling} sampling step must be above ${least}, not ${step}`);
	if (first !== void 0 && (first < min || first > max)) throw new HyperParameterError(`${call}: the default, ${first}, is not between ${min} and ${max}`);
	return {
		type: kind === "Int" ? "int" : "float",
		min,
		max,
		...scale === "linear" ? {} : { scale },
		...step === void 0 || kind === "Int" && step === 1 ? {} : { step },
		default: first ?? min
	};
}
function defineChoice(name, values, { default: first, ordered }) {
	if (values === void 0) return void 0;
	const call = `hp.Choice('${name}')`;
	if (!Array.isArray(values) || values.length === 0) throw new HyperParameterError(`${call} has no values to choose from`);
	const wrong = values.find((value) => ![
		"string",
		"number",
		"boolean"
	].includes(typeof value));
	if (wrong !== void 0 || values.includes(void 0)) throw new HyperParameterError(`${call}: values are strings, numbers or booleans, not ${String(wrong)}`);
	if (new Set(values).size < values.length) throw new HyperParameterError(`${call} has a value twice`);
	if (first !== void 0 && !values.includes(first)) throw new HyperParameterError(`${call}: the default, ${String(first)}, is none of ${values.join(", ")}`);
	return {
		type: "choice",
		values,
		...ordered ?? values.every((value) => typeof value === "number") ? { ordered: true } : {},
		default: first ?? values[0]
	};
}

// src/tensorflow/outcomes.ts
var outcomes_exports = /* @__PURE__ */ __exportAll({
	InfeasibleConfig: () => InfeasibleConfig,
	TrialStopped: () => TrialStopped
});
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
	const best = closest(name, names);
	return distance(name, best) <= 3 ? ` Did you mean ${best}?` : "";
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
function seededScope() {
	return scope;
}
function randomState() {
	return current?.state();
}
function restoreRandomState(state) {
	current?.restore(state);
}
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

export { upperMedian as _, buildArchitecture as a, outcomes_exports as c, defineChoice as d, defineNumber as f, useTensorFlow as g, boundTensorFlow as h, withSeed as i, Definitions as l, distance as m, restoreRandomState as n, modelCost as o, closest as p, seededScope as r, TrialStopped as s, randomState as t, HyperParameterError as u };