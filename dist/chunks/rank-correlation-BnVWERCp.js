import { createHash } from "node:crypto";

// src/space/condition.ts
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
	const place = scale === "log" ? logarithmic(value) : 1 - logarithmic(min + (max - value));
	return Math.min(1, Math.max(0, place));
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
		const decimals = Math.max(decimalsOf(min), decimalsOf(step));
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
function decimalsOf(value) {
	const [mantissa = "", exponent = "0"] = String(value).split("e");
	const fraction = mantissa.split(".")[1]?.length ?? 0;
	return Math.max(0, fraction - Number(exponent));
}

// src/math/hypervolume.ts
function dominates(a, b) {
	let better = false;
	for (let k = 0; k < a.length; k++) {
		if (!(a[k] <= b[k])) return false;
		if (a[k] < b[k]) better = true;
	}
	return better;
}
function nondominated(points) {
	return [...points.keys()].filter((i) => points.every((other) => !dominates(other, points[i])));
}

// src/search/merit.ts
function isFeasible({ constraints }) {
	return constraints?.every((value) => value <= 0) ?? true;
}
function violation({ constraints = [] }, among) {
	return constraints.reduce((sum, value, k) => {
		if (value <= 0) return sum;
		if (!Number.isFinite(value)) return sum + 2;
		const misses = among.map((other) => other.constraints?.[k] ?? 0).filter(Number.isFinite);
		return sum + value / Math.max(value, ...misses);
	}, 0);
}
function isBetter(a, b, among) {
	const [fits, other] = [isFeasible(a), isFeasible(b)];
	if (fits !== other) return fits;
	if (!fits) return violation(a, among) < violation(b, among);
	return a.losses && b.losses ? dominates(a.losses, b.losses) : (a.loss ?? Infinity) < (b.loss ?? Infinity);
}
function byMerit(results) {
	const feasible = results.filter(isFeasible);
	const others = results.filter((result) => !isFeasible(result));
	const missed = new Map(others.map((result) => [result, violation(result, others)]));
	return [...feasible.some(({ losses }) => losses !== void 0 && losses.length > 1) ? byFronts(feasible) : [...feasible].sort((a, b) => order(a.loss, b.loss)), ...others.sort((a, b) => order(missed.get(a), missed.get(b)))];
}
function order(a = Number.POSITIVE_INFINITY, b = Number.POSITIVE_INFINITY) {
	return a < b ? -1 : a > b ? 1 : 0;
}
function byFronts(results) {
	return [...fronts(results).flatMap((front) => {
		const room = crowdingDistances(front.map((result) => result.losses));
		const places = new Map(front.map((result, i) => [result, room[i]]));
		return [...front].sort((a, b) => order(places.get(b), places.get(a)));
	}), ...results.filter(({ losses }) => losses === void 0)];
}
function fronts(results) {
	const complete = results.filter(({ losses }) => losses !== void 0);
	const place = new Map(complete.map((result, i) => [result, i]));
	const sorted = [...complete].sort((a, b) => {
		const k = a.losses.findIndex((loss, i) => loss !== b.losses[i]);
		return k < 0 ? 0 : order(a.losses[k], b.losses[k]);
	});
	const found = [];
	for (const result of sorted) {
		const front = found.find((members) => !members.some((other) => dominates(other.losses, result.losses)));
		if (front) front.push(result);
		else found.push([result]);
	}
	return found.map((front) => front.sort((a, b) => place.get(a) - place.get(b)));
}
function crowdingDistances(points) {
	const distances = points.map(() => 0);
	for (const k of points[0]?.keys() ?? []) {
		const ranks = [...points.keys()].sort((a, b) => points[a][k] - points[b][k]);
		const [first, last] = [ranks[0], ranks.at(-1)];
		const range = points[last][k] / 2 - points[first][k] / 2;
		if (!(range > 0)) continue;
		distances[first] = Number.POSITIVE_INFINITY;
		distances[last] = Number.POSITIVE_INFINITY;
		for (let place = 1; place + 1 < ranks.length; place++) distances[ranks[place]] += (points[ranks[place + 1]][k] / 2 - points[ranks[place - 1]][k] / 2) / range;
	}
	return distances;
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
		for (let j = 0, other = 0; j < i; other += ++j) factor[row + j] = (factor[row + j] - dotRange(factor, row, factor, other, j)) / factor[other + j];
		const diagonal = factor[row + i] + jitter - dotRange(factor, row, factor, row, i);
		if (!(diagonal > 0)) return void 0;
		factor[row + i] = Math.sqrt(diagonal);
	}
	return factor;
}
function dotRange(a, i, b, j, length) {
	let s0 = 0;
	let s1 = 0;
	let s2 = 0;
	let s3 = 0;
	const whole = length - length % 4;
	let k = 0;
	for (; k < whole; k += 4) {
		s0 += a[i + k] * b[j + k];
		s1 += a[i + k + 1] * b[j + k + 1];
		s2 += a[i + k + 2] * b[j + k + 2];
		s3 += a[i + k + 3] * b[j + k + 3];
	}
	for (; k < length; k++) s0 += a[i + k] * b[j + k];
	return s0 + s1 + (s2 + s3);
}
function solveLowerInPlace({ size, factor }, vector) {
	for (let i = 0, row = 0; i < size; row += ++i) vector[i] = (vector[i] - dotRange(factor, row, vector, 0, i)) / factor[row + i];
}
function solveUpperInPlace({ size, factor }, vector) {
	const value = (k) => vector[k] / factor[packedLength(k) + k];
	let i = size - 1;
	for (; i >= 3; i -= 4) {
		for (let r = i; r > i - 4; r--) {
			vector[r] = value(r);
			addRow(vector, 0, i - 3, r, factor, r, -vector[r]);
		}
		addRows(vector, 0, i - 3, factor, [
			i,
			i - 1,
			i - 2,
			i - 3
		], (r) => -vector[r]);
	}
	for (; i >= 0; i--) {
		vector[i] = value(i);
		addRow(vector, 0, 0, i, factor, i, -vector[i]);
	}
}
function multiplyLower({ size, factor }, vector) {
	return Float64Array.from({ length: size }, (_, i) => dotRange(factor, packedLength(i), vector, 0, i + 1));
}
function multiplyUpper({ size, factor }, vector) {
	const product = new Float64Array(size);
	for (let i = 0; i < size; i++) addRow(product, 0, 0, i + 1, factor, i, vector[i]);
	return product;
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
		const scale = (k) => -factor[row + k];
		let k = 0;
		for (; k + 4 <= i; k += 4) {
			addRows(lower, row, k + 1, lower, [
				k,
				k + 1,
				k + 2,
				k + 3
			], scale);
			for (let r = k + 1; r < k + 4; r++) addRow(lower, row, k + 1, r + 1, lower, r, scale(r));
		}
		for (; k < i; k++) addRow(lower, row, 0, k + 1, lower, k, scale(k));
		const pivot = 1 / factor[row + i];
		for (let j = 0; j < i; j++) lower[row + j] *= pivot;
		lower[row + i] = pivot;
	}
	const result = new Float64Array(packedLength(size));
	for (let i = 0, row = 0; i < size; row += ++i) {
		const scale = (k) => lower[packedLength(k) + i];
		let k = i;
		for (; k + 4 <= size; k += 4) addRows(result, row, i + 1, lower, [
			k,
			k + 1,
			k + 2,
			k + 3
		], scale);
		for (; k < size; k++) addRow(result, row, 0, i + 1, lower, k, scale(k));
	}
	return result;
}
function addRow(target, at, from, to, triangle, k, scale) {
	const row = packedLength(k);
	for (let j = from; j < to; j++) target[at + j] += scale * triangle[row + j];
}
function addRows(target, at, length, triangle, [k0, k1, k2, k3], scale) {
	const r0 = packedLength(k0);
	const r1 = packedLength(k1);
	const r2 = packedLength(k2);
	const r3 = packedLength(k3);
	const s0 = scale(k0);
	const s1 = scale(k1);
	const s2 = scale(k2);
	const s3 = scale(k3);
	for (let j = 0; j < length; j++) target[at + j] = target[at + j] + s0 * triangle[r0 + j] + s1 * triangle[r1 + j] + s2 * triangle[r2 + j] + s3 * triangle[r3 + j];
}

// src/math/geometry.ts
function likeness(squared) {
	return 1 / (1 + squared);
}
function distancesTo(geometry, points) {
	if (geometry.to) return geometry.to(points);
	const row = new Float64Array(geometry.dimensions);
	return (point, weights, out, alike, steepness = 1) => {
		for (const [i, other] of points.entries()) {
			geometry.squaredDistances(point, other, row, 0);
			let squared = 0;
			let common = 0;
			for (let j = 0; j < row.length; j++) {
				const weighted = weights[j] * row[j];
				squared += weighted;
				if (alike) common += likeness(steepness * weighted);
			}
			out[i] = squared;
			if (alike) alike[i] = common;
		}
	};
}
var Observations = class {
	geometry;
	points;
	distances;
	features;
	products;
	constructor(geometry, points) {
		this.geometry = geometry;
		this.points = points;
		const { features } = geometry;
		this.features = features ? points.map((point) => features.of(point)) : [];
		this.products = productsByGroup(this.features, features?.groups ?? []);
		this.distances = new Float64Array(packedLength(points.length) * geometry.dimensions);
		let at = 0;
		for (const [i, a] of points.entries()) for (let j = 0; j <= i; j++, at += geometry.dimensions) geometry.squaredDistances(a, points[j], this.distances, at);
	}
};
function productsByGroup(features, groups) {
	const products = new Float64Array(packedLength(features.length) * groups.length);
	let to = 0;
	for (const [i, a] of features.entries()) for (let j = 0; j <= i; j++) {
		let from = 0;
		for (const size of groups) {
			let sum = 0;
			for (const end = from + size; from < end; from++) sum += a[from] * features[j][from];
			products[to++] = sum;
		}
	}
	return products;
}

// src/math/kernel.ts
const LENGTHSCALE = {
	min: .01,
	max: 100
};
const SIGNAL = {
	min: .05,
	max: 20,
	mode: 1,
	deviation: 1
};
const NOISE = {
	min: 1e-9,
	max: 1,
	mode: .001,
	deviation: 3
};
const MAIN = {
	min: 1e-4,
	max: 20,
	mode: .1,
	deviation: 1.5
};
const STEEPNESS = {
	min: .01,
	max: 100,
	mode: 1,
	deviation: 1
};
const EFFECTS = {
	min: 1e-6,
	max: 20,
	mode: .05,
	deviation: 1.5
};
const JITTER = 1e-10;
const SQRT5 = Math.sqrt(5);
function matern52(squared) {
	const r = Math.sqrt(squared);
	return (1 + SQRT5 * r + 5 / 3 * squared) * Math.exp(-SQRT5 * r);
}
function matern52Slope(squared) {
	const r = Math.sqrt(squared);
	return -.8333333333333334 * (1 + SQRT5 * r) * Math.exp(-SQRT5 * r);
}
function priorsOf({ hasMainEffects, features }) {
	const groups = features?.groups ?? [];
	return [
		SIGNAL,
		NOISE,
		...hasMainEffects ? [MAIN, STEEPNESS] : [],
		...groups.map(() => EFFECTS)
	];
}
function kernelOf(theta, { dimensions, hasMainEffects }) {
	const others = theta.slice(dimensions).map(Math.exp);
	return {
		weights: theta.slice(0, dimensions).map((l) => Math.exp(-2 * l)),
		signal: others[0],
		noise: others[1],
		main: hasMainEffects ? others[2] / dimensions : 0,
		steepness: hasMainEffects ? others[3] : 1,
		effects: others.slice(hasMainEffects ? 4 : 2)
	};
}
function toTheta({ logLengthscales, logSignal, logNoise, logMain, logSteepness, logEffects }, geometry, absent) {
	const known = [
		logSignal,
		logNoise,
		...geometry.hasMainEffects ? [logMain, logSteepness] : [],
		...logEffects ?? []
	];
	const others = priorsOf(geometry).map((prior, k) => known[k] ?? absent(prior));
	return Float64Array.of(...logLengthscales, ...others);
}
function startAt({ dimensions }, logLengthscale, noise) {
	return {
		logLengthscales: new Float64Array(dimensions).fill(logLengthscale),
		logSignal: 0,
		logNoise: Math.log(noise)
	};
}
function covariances({ geometry, distances, products, points: { length: n } }, { weights, signal, noise, main, steepness, effects }, relativeNoise, parts) {
	const d = geometry.dimensions;
	const all = new Float64Array(packedLength(n));
	const groups = effects.length;
	for (let i = 0, pair = 0, at = 0; i < n; i++) for (let k = 0; k <= i; k++, pair++) {
		let squared = 0;
		let common = 0;
		for (let j = 0; j < d; j++) {
			const weighted = weights[j] * distances[at++];
			squared += weighted;
			if (main > 0) common += likeness(steepness * weighted);
		}
		const r = Math.sqrt(squared);
		const decay = k === i ? signal : signal * Math.exp(-SQRT5 * r);
		const matern = (1 + SQRT5 * r + 5 / 3 * squared) * decay;
		if (parts) {
			parts.matern[pair] = matern;
			parts.slopes[pair] = -.8333333333333334 * (1 + SQRT5 * r) * decay;
			parts.alike[pair] = common;
		}
		let sum = matern + main * common;
		for (let g = 0; g < groups; g++) sum += effects[g] * products[pair * groups + g];
		all[pair] = k === i ? sum + noise * (relativeNoise?.[i] ?? 1) : sum;
	}
	return all;
}

// src/math/vector.ts
function dot(a, b) {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
	return sum;
}

// src/math/gaussian-process.ts
var GaussianProcess = class {
	observations;
	hyperparameters;
	#kernel;
	#effects;
	#factor;
	#alpha;
	#distances;
	#squared;
	#alike;
	#covariance;
	#prior = 0;
	constructor(observations, targets, hyperparameters, relativeNoise) {
		const { geometry, points } = observations;
		const groups = geometry.features?.groups ?? [];
		this.observations = observations;
		this.hyperparameters = hyperparameters;
		this.#kernel = kernelOf(toTheta(hyperparameters, geometry, () => Number.NEGATIVE_INFINITY), geometry);
		this.#effects = Float64Array.from(groups.flatMap((size, g) => Array(size).fill(this.#kernel.effects[g])));
		this.#distances = distancesTo(geometry, points);
		this.#squared = new Float64Array(points.length);
		this.#alike = new Float64Array(points.length);
		this.#covariance = new Float64Array(points.length);
		const factor = cholesky(covariances(observations, this.#kernel, relativeNoise), points.length, JITTER);
		if (!factor) throw new Error("The covariance of the observations is not positive definite.");
		this.#factor = factor;
		this.#alpha = solve(factor, targets);
	}
	mean(point) {
		return dot(this.#covary(point), this.#alpha);
	}
	#covary(point) {
		const { weights, signal, main, steepness } = this.#kernel;
		const covariance = this.#covariance;
		this.#distances(point, weights, this.#squared, main > 0 ? this.#alike : void 0, steepness);
		for (let i = 0; i < covariance.length; i++) covariance[i] = signal * matern52(this.#squared[i]) + main * this.#alike[i];
		this.#prior = signal + main * weights.length;
		if (this.#effects.length > 0) this.#addEffects(point, covariance);
		return covariance;
	}
	#addEffects(point, covariance) {
		const own = this.observations.geometry.features.of(point);
		const { features } = this.observations;
		for (let f = 0; f < own.length; f++) {
			const weighted = own[f] * this.#effects[f];
			if (weighted === 0) continue;
			this.#prior += weighted * own[f];
			for (let i = 0; i < covariance.length; i++) covariance[i] += weighted * features[i][f];
		}
	}
	predict(point) {
		return {
			mean: this.mean(point),
			variance: this.#explain()
		};
	}
	predictWithGradient(point) {
		return {
			mean: this.mean(point),
			variance: this.#explain(),
			...this.#slopes(point, this.#alpha)
		};
	}
	predictEach(point, alphas) {
		const covariance = this.#covary(point);
		const means = new Float64Array(alphas.length);
		for (let k = 0; k < means.length; k++) means[k] = dot(covariance, alphas[k]);
		return {
			means,
			variance: this.#explain()
		};
	}
	predictEachWithGradient(point, alphas, weigh) {
		const predictions = this.predictEach(point, alphas);
		const weights = weigh(predictions);
		const alpha = new Float64Array(this.#alpha.length);
		for (const [k, one] of alphas.entries()) for (let i = 0; i < alpha.length; i++) alpha[i] += weights[k] * one[i];
		return {
			...predictions,
			...this.#slopes(point, alpha)
		};
	}
	#explain() {
		solveLowerInPlace(this.#factor, this.#covariance);
		return Math.max(this.#prior - dot(this.#covariance, this.#covariance), 1e-12);
	}
	#slopes(point, alpha) {
		const { points, geometry } = this.observations;
		const { weights, signal, main, steepness } = this.#kernel;
		const d = geometry.dimensions;
		const beta = this.#covariance;
		solveUpperInPlace(this.#factor, beta);
		const distances = new Float64Array(d);
		const meanSlope = new Float64Array(d);
		const varianceSlope = new Float64Array(d);
		for (const [i, other] of points.entries()) {
			const slope = signal * matern52Slope(this.#squared[i]);
			geometry.squaredDistances(point, other, distances, 0);
			for (let j = 0; j < d; j++) {
				const x = point[j];
				if (Number.isNaN(x)) continue;
				const q = likeness(steepness * weights[j] * distances[j]);
				const along = weights[j] * geometry.slope(x, other[j], j) * (slope - main * steepness * q * q);
				meanSlope[j] += alpha[i] * along;
				varianceSlope[j] -= 2 * beta[i] * along;
			}
		}
		return {
			meanSlope,
			varianceSlope
		};
	}
	get factor() {
		return this.#factor;
	}
};

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

// src/math/hyperparameter-fit.ts
function negativeLogPosterior(observations, targets, theta, gradient, relativeNoise) {
	const n = targets.length;
	const { geometry, distances, products } = observations;
	const d = geometry.dimensions;
	const kernel = kernelOf(theta, geometry);
	const { weights, noise, main, steepness, effects } = kernel;
	const penalty = logPenalty(theta, geometry, gradient);
	const pairs = packedLength(n);
	const parts = gradient && {
		matern: new Float64Array(pairs),
		slopes: new Float64Array(pairs),
		alike: new Float64Array(pairs)
	};
	const all = covariances(observations, kernel, relativeNoise, parts);
	const factor = cholesky(all, n, JITTER);
	if (!factor) return Number.POSITIVE_INFINITY;
	const alpha = solve(factor, targets);
	let value = penalty + .5 * logDeterminant(factor) + n / 2 * Math.log(2 * Math.PI);
	for (let i = 0; i < n; i++) value += .5 * targets[i] * alpha[i];
	if (gradient && parts) {
		const { matern, slopes, alike } = parts;
		const inverted = inverse(factor);
		let alongSignal = 0;
		let alongNoise = 0;
		let alongVariance = 0;
		const alongEffects = new Float64Array(effects.length);
		const alongMain = new Float64Array(d);
		for (let i = 0, pair = 0, at = 0; i < n; i++) for (let k = 0; k <= i; k++, pair++) {
			const w = (k === i ? .5 : 1) * (inverted[pair] - alpha[i] * alpha[k]);
			alongSignal += w * matern[pair];
			if (k === i) alongNoise += w * (relativeNoise?.[i] ?? 1);
			for (let g = 0; g < effects.length; g++) alongEffects[g] += w * products[pair * effects.length + g];
			slopes[pair] *= w;
			if (main === 0) continue;
			alongVariance += w * alike[pair];
			for (let j = 0; j < d; j++) {
				const squared = steepness * weights[j] * distances[at++];
				const q = likeness(squared);
				alongMain[j] += w * squared * q * q;
			}
		}
		const alongLengthscale = weightedSums(distances, slopes, d);
		for (let j = 0; j < d; j++) gradient[j] += 2 * (main * alongMain[j] - weights[j] * alongLengthscale[j]);
		const along = [
			alongSignal,
			noise * alongNoise,
			...geometry.hasMainEffects ? [main * alongVariance, -main * alongMain.reduce((sum, one) => sum + one, 0)] : [],
			...alongEffects.map((one, g) => effects[g] * one)
		];
		for (const [k, one] of along.entries()) gradient[d + k] += one;
	}
	return value;
}
function logPenalty(theta, geometry, gradient) {
	const { dimensions } = geometry;
	let penalty = 0;
	for (let j = 0; j < dimensions; j++) {
		const squared = Math.exp(2 * theta[j]);
		penalty += .1 * (squared + 1 / squared);
		if (gradient) gradient[j] = .2 * (squared - 1 / squared);
	}
	for (const [k, { mode, deviation }] of priorsOf(geometry).entries()) {
		const away = (theta[dimensions + k] - Math.log(mode)) / deviation;
		penalty += .5 * away * away;
		if (gradient) gradient[dimensions + k] = away / deviation;
	}
	return penalty;
}
function weightedSums(rows, weights, width) {
	const sums = new Float64Array(width);
	for (let j = 0; j < width; j += 4) {
		const j1 = Math.min(j + 1, width - 1);
		const j2 = Math.min(j + 2, width - 1);
		const j3 = Math.min(j + 3, width - 1);
		let s0 = 0;
		let s1 = 0;
		let s2 = 0;
		let s3 = 0;
		for (let i = 0, at = 0; i < weights.length; i++, at += width) {
			const weight = weights[i];
			s0 += weight * rows[at + j];
			s1 += weight * rows[at + j1];
			s2 += weight * rows[at + j2];
			s3 += weight * rows[at + j3];
		}
		sums[j] = s0;
		sums[j1] = s1;
		sums[j2] = s2;
		sums[j3] = s3;
	}
	return sums;
}
function fitHyperparameters(observations, targets, starts, iterations, relativeNoise) {
	const { geometry } = observations;
	const d = geometry.dimensions;
	const others = priorsOf(geometry);
	const bounds = [...Array(d).fill(LENGTHSCALE), ...others];
	const lower = bounds.map(({ min }) => Math.log(min));
	const upper = bounds.map(({ max }) => Math.log(max));
	const { point } = starts.map((start) => minimizeInBox((theta, gradient) => negativeLogPosterior(observations, targets, theta, gradient, relativeNoise), toTheta(start, geometry, ({ mode }) => Math.log(mode)), {
		lower,
		upper,
		iterations,
		gradientTolerance: .001,
		valueTolerance: 1e-6
	})).reduce((a, b) => b.value < a.value ? b : a);
	const main = geometry.hasMainEffects && {
		logMain: point[d + 2],
		logSteepness: point[d + 3]
	};
	return {
		logLengthscales: point.slice(0, d),
		logSignal: point[d],
		logNoise: point[d + 1],
		...main,
		logEffects: point.slice(d + (main ? 4 : 2))
	};
}

// src/search/best-and-newest.ts
const MOST_OBSERVATIONS = 300;
function bestAndNewest(observations, most, compare) {
	if (observations.length <= most) return observations;
	const half = most / 2;
	const best = observations.slice(0, -half).sort(compare).slice(0, half);
	const seen = /* @__PURE__ */ new Set([...best, ...observations.slice(-half)]);
	return observations.filter((observation) => seen.has(observation));
}
function kept(trials, most = MOST_OBSERVATIONS) {
	const lossOf = ({ loss = Number.POSITIVE_INFINITY }) => loss;
	return bestAndNewest(trials, most, (a, b) => lossOf(a) - lossOf(b) || a.id - b.id);
}

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
function warpLosses(losses, shape = "power") {
	const finite = losses.filter((loss) => loss !== void 0 && Number.isFinite(loss));
	const highest = highestOfBulk(finite);
	const bulk = finite.filter((loss) => loss <= highest);
	const { warp, logSlope } = fixedWarp(bulk, shape) ?? powerWarp(bulk);
	const warped = bulk.map(warp);
	const top = warped.length > 0 ? Math.max(...warped) : 0;
	const failed = top + .5 * (top - (warped.length > 0 ? Math.min(...warped) : 0)) + 1;
	const values = losses.map((loss) => loss !== void 0 && Number.isFinite(loss) && loss <= highest ? warp(loss) : failed);
	const mean = values.reduce((sum, t) => sum + t, 0) / Math.max(1, values.length);
	return {
		targets: Float64Array.from(values, (t) => t - mean),
		logSlopes: bulk.reduce((sum, loss) => sum + logSlope(loss), 0)
	};
}
const flat = {
	warp: () => 0,
	logSlope: () => Number.NEGATIVE_INFINITY
};
function powerWarp(values) {
	if (values.length === 0) return flat;
	const median = quantile(values, .5);
	const deviations = values.map((y) => Math.abs(y / 2 - median / 2) * 2);
	const spread = quantile(deviations, .75) || Math.max(...deviations);
	if (!(spread > 0) || !Number.isFinite(spread)) return spread > 0 ? rankWarp(values) : flat;
	const unclipped = (y) => (y - median) / spread;
	const scale = (y) => Math.min(1e6, Math.max(-1e6, unclipped(y)));
	const scaled = values.map(scale);
	const lambda = values.length >= 3 ? fitYeoJohnson(scaled) : 1;
	const power = standardise(scaled.map((u) => yeoJohnson(u, lambda)));
	if (power) {
		const logUnit = Math.log(spread) + Math.log(power.deviation);
		return {
			warp: (y) => power.of(yeoJohnson(scale(y), lambda)),
			logSlope(y) {
				const u = unclipped(y);
				return (lambda - 1) * Math.sign(u) * Math.log1p(Math.abs(u)) - logUnit;
			}
		};
	}
	const plain = standardise(scaled);
	if (!plain) return flat;
	return {
		warp: (y) => plain.of(scale(y)),
		logSlope: () => -Math.log(spread) - Math.log(plain.deviation)
	};
}
function fixedWarp(values, shape) {
	if (shape === "power" || values.length < 3) return void 0;
	const lowest = Math.min(...values);
	const unit = shape === "none" ? 1 : shape === "logarithm" ? lowest : quantile(values, .25) - lowest;
	if (!(unit > 0) || !Number.isFinite(Math.max(...values) - lowest)) return void 0;
	const above = (y) => Math.max(0, y - lowest);
	const bend = (y) => shape === "none" ? above(y) : Math.log1p(above(y) / unit);
	const bent = standardise(values.map(bend));
	if (!bent) return void 0;
	return {
		warp: (y) => bent.of(bend(y)),
		logSlope: (y) => (shape === "none" ? 0 : -Math.log(above(y) + unit)) - Math.log(bent.deviation)
	};
}
const GAP = {
	times: 5,
	orders: 3
};
function highestOfBulk(losses) {
	const sorted = [...losses].sort((a, b) => a - b);
	const lowest = sorted[0] ?? 0;
	const above = sorted.map((loss) => loss - lowest);
	const unit = above[Math.floor(above.length / 4)] || above.find((height) => height > 0);
	if (!unit) return lowest;
	const orders = above.map((height) => Math.log1p(height / unit));
	for (let i = Math.floor(sorted.length / 2); i + 1 < sorted.length; i++) if (orders[i + 1] - orders[i] > GAP.times * Math.max(orders[i], GAP.orders)) return sorted[i];
	return sorted.at(-1);
}
function rankWarp(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const half = sorted.length / 2;
	return {
		warp: (y) => (sorted.filter((value) => value < y).length - half) / Math.max(1, half),
		logSlope: () => Number.NEGATIVE_INFINITY
	};
}
function standardise(values) {
	const mean = values.reduce((sum, t) => sum + t, 0) / values.length;
	const deviation = Math.sqrt(values.reduce((sum, t) => sum + (t - mean) ** 2, 0) / values.length);
	return deviation > 1e-12 && Number.isFinite(deviation) ? {
		of: (t) => (t - mean) / deviation,
		deviation
	} : void 0;
}
function quantile(values, share) {
	const sorted = [...values].sort((a, b) => a - b);
	const at = share * (sorted.length - 1);
	const low = Math.floor(at);
	const high = Math.min(sorted.length - 1, low + 1);
	return sorted[low] + (at - low) * (sorted[high] / 2 - sorted[low] / 2) * 2;
}

// src/search/space-geometry.ts
const MOST_MAIN_EFFECTS = 50;
const ARC = Math.PI / 2;
function spaceGeometry(space, of) {
	const dimensions = of ? of.map((j) => space.dimensions[j]) : space.dimensions;
	const categorical = dimensions.map((dimension) => dimension.kind === "categorical");
	const conditional = dimensions.map((dimension) => dimension.parameter.conditions.length > 0);
	const radius = 1 / (ARC * ARC);
	const to = (points) => {
		const columns = dimensions.map((_, j) => Float64Array.from(points, (point) => point[j]));
		const arcs = columns.map((column, j) => conditional[j] && !categorical[j] ? {
			cos: column.map((x) => Number.isNaN(x) ? 0 : Math.cos(ARC * x) / ARC),
			sin: column.map((x) => Number.isNaN(x) ? 0 : Math.sin(ARC * x) / ARC),
			size: column.map((x) => Number.isNaN(x) ? 0 : radius)
		} : void 0);
		const along = new Float64Array(points.length);
		return (point, weights, out, alike, steepness = 1) => {
			out.fill(0);
			alike?.fill(0);
			const n = out.length;
			for (let j = 0; j < columns.length; j++) {
				const column = columns[j];
				const arc = arcs[j];
				const weight = weights[j];
				const x = point[j];
				if (arc) {
					const { cos, sin, size } = arc;
					if (Number.isNaN(x)) for (let i = 0; i < n; i++) along[i] = weight * size[i];
					else {
						const c = 2 * Math.cos(ARC * x) / ARC;
						const s = 2 * Math.sin(ARC * x) / ARC;
						for (let i = 0; i < n; i++) along[i] = weight * Math.max(0, radius + size[i] - c * cos[i] - s * sin[i]);
					}
				} else if (categorical[j]) {
					const inactive = Number.isNaN(x);
					for (let i = 0; i < n; i++) {
						const y = column[i];
						along[i] = x === y || inactive && Number.isNaN(y) ? 0 : weight * (inactive || Number.isNaN(y) ? .5 : 1);
					}
				} else for (let i = 0; i < n; i++) along[i] = weight * (x - column[i]) * (x - column[i]);
				for (let i = 0; i < n; i++) out[i] += along[i];
				if (alike) for (let i = 0; i < n; i++) alike[i] += likeness(steepness * along[i]);
			}
		};
	};
	return {
		dimensions: dimensions.length,
		hasMainEffects: dimensions.length > 1 && dimensions.length <= MOST_MAIN_EFFECTS,
		to,
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

// src/search/warp-choice.ts
const FEWEST = 10;
const MARGIN = 10;
const STEEP = 100;
const ITERATIONS = 25;
const MOST = 80;
function mostEvident(geometry, measured, among) {
	return mostEvidentOf(geometry, comparable(measured), among);
}
function searchShape(geometry, measured) {
	const seen = comparable(measured);
	if (seen.length < FEWEST || !isSteep(seen.map(({ loss }) => loss))) return "power";
	return mostEvidentOf(geometry, seen, [
		"power",
		"logarithm",
		"logarithm above the lowest"
	]);
}
function comparable(measured) {
	const some = bestAndNewest(measured, MOST, (a, b) => a.loss - b.loss);
	const highest = highestOfBulk(some.map(({ loss }) => loss));
	return some.filter(({ loss }) => loss <= highest);
}
function mostEvidentOf(geometry, seen, among) {
	const losses = seen.map(({ loss }) => loss);
	const observations = new Observations(geometry, seen.map(({ point }) => point));
	const [first] = among;
	const evidence = (shape) => {
		const { targets, logSlopes } = warpLosses(losses, shape);
		const fit = fitHyperparameters(observations, targets, [startAt(geometry, 0, .01)], ITERATIONS);
		const theta = toTheta(fit, geometry, ({ mode }) => Math.log(mode));
		return logSlopes - negativeLogPosterior(observations, targets, theta) - (shape === first ? 0 : MARGIN);
	};
	return among.map((shape) => ({
		shape,
		worth: evidence(shape)
	})).reduce((best, other) => other.worth > best.worth ? other : best).shape;
}
function isSteep(losses) {
	const sorted = [...losses].sort((a, b) => a - b);
	const [lowest, quarter] = [sorted[0], sorted[Math.floor(sorted.length / 4)]];
	return sorted.at(-1) / 2 - lowest / 2 > STEEP * (quarter / 2 - lowest / 2);
}
var WarpChoices = class {
	#geometry;
	#measured;
	#shapes = /* @__PURE__ */ new Map();
	constructor(geometry, measured) {
		this.#geometry = geometry;
		this.#measured = measured;
	}
	after(told) {
		const step = told.length < 60 ? 10 : 30;
		const at = told.length - told.length % step;
		const known = this.#shapes.get(at);
		if (known) return known;
		const measured = told.slice(0, at).flatMap((one) => this.#measured(one) ?? []);
		const shape = searchShape(this.#geometry, measured);
		this.#shapes.set(at, shape);
		return shape;
	}
};

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
function withDefaults(space, partial) {
	const filled = { ...partial };
	for (const parameter of space.parameters) if (filled[parameter.path] === void 0 && parameter.default !== void 0 && isActive(parameter, filled)) filled[parameter.path] = parameter.default;
	return filled;
}
function completeConfig(space, input) {
	return checkConfig(space, withDefaults(space, flattenConfig(space, input)));
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
function flattenConfig(space, input) {
	const flat = {};
	const used = /* @__PURE__ */ new Set();
	for (const parameter of space.parameters) {
		if (Object.hasOwn(input, parameter.path) && !isContainer(input[parameter.path])) {
			flat[parameter.path] = input[parameter.path];
			used.add(parameter.path);
			continue;
		}
		if (!isActive(parameter, flat)) continue;
		const found = parameter.location.reduce((at, key) => isContainer(at) && Object.hasOwn(at, key) ? at[key] : void 0, input);
		if (found === void 0) continue;
		const place = parameter.location.join("\0");
		if (parameter.role === "count" && Array.isArray(found)) flat[parameter.path] = found.length;
		else if (parameter.role === "option" && isContainer(found)) {
			flat[parameter.path] = found["type"];
			used.add(`${place}\u0000type`);
		} else flat[parameter.path] = found;
		used.add(place);
	}
	for (const leaf of leaves(input, [])) if (!used.has(leaf.location.join("\0"))) flat[leaf.location.join(".")] ??= leaf.value;
	return flat;
}
function isContainer(value) {
	return value !== null && typeof value === "object";
}
function leaves(value, location) {
	if (!isContainer(value)) return [{
		location,
		value
	}];
	return Object.entries(value).flatMap(([key, item]) => leaves(item, [...location, key]));
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

// src/space/enumerate.ts
const MANY = 4096;
function countConfigs(parameters) {
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
	if (total <= MANY) for (let i = 0; i < total; i++) add(valueAt(root.domain, i), 1);
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

// src/math/rank-correlation.ts
function ranks(values) {
	const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b]);
	const result = new Array(values.length);
	for (let from = 0; from < order.length;) {
		let to = from;
		while (to + 1 < order.length && values[order[to + 1]] === values[order[from]]) to++;
		for (let i = from; i <= to; i++) result[order[i]] = (from + to) / 2;
		from = to + 1;
	}
	return result;
}
function rankCorrelation(a, b) {
	const [x, y] = [ranks(a), ranks(b)];
	const middle = (x.length - 1) / 2;
	let [xy, xx, yy] = [
		0,
		0,
		0
	];
	for (let i = 0; i < x.length; i++) {
		const [dx, dy] = [x[i] - middle, y[i] - middle];
		xy += dx * dy;
		xx += dx * dx;
		yy += dy * dy;
	}
	return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

export { fronts as A, isActive as B, multiplyLower as C, decodePoint as D, solveUpperInPlace as E, fromUnit as F, indexOf as I, toUnit as L, isFeasible as M, nondominated as N, encodeConfig as O, contains as P, valueAt as R, distancesTo as S, solve as T, satisfies as V, minimizeInBox as _, ConfigError as a, startAt as b, hashConfig as c, mostEvident as d, spaceGeometry as f, fitHyperparameters as g, kept as h, enumerateConfigs as i, isBetter as j, byMerit as k, nestConfig as l, bestAndNewest as m, ranks as n, checkConfig as o, warpLosses as p, countConfigs as r, completeConfig as s, rankCorrelation as t, WarpChoices as u, GaussianProcess as v, multiplyUpper as w, Observations as x, dot as y, valueCount as z };