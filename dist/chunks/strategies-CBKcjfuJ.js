import { createHash } from "node:crypto";

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
function firstIndex(domain, enough) {
	let [low, high] = [0, valueCount(domain)];
	while (low < high) {
		const middle = low + Math.floor((high - low) / 2);
		if (enough(valueAt(domain, middle))) high = middle;
		else low = middle + 1;
	}
	return low;
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
function demandsOf(parameters, wanted) {
	const demands = /* @__PURE__ */ new Map();
	const demand = ({ conditions }) => {
		for (const condition of conditions) {
			const known = demands.get(condition.path);
			demands.set(condition.path, [...known ?? [], condition]);
			const parent = parameters.get(condition.path);
			if (parent && !known) demand(parent);
		}
	};
	demand(wanted);
	return demands;
}
function canSatisfy(domain, conditions) {
	const passes = (value) => conditions.every((condition) => satisfies(condition, value));
	const named = conditions.find((condition) => "in" in condition);
	if (named && "in" in named) return named.in.some((value) => contains(domain, value) && passes(value));
	if (!(domain.type === "int" || domain.type === "float")) return Array.from({ length: valueCount(domain) }, (_, i) => valueAt(domain, i)).some(passes);
	const bounds = conditions.flatMap((condition) => "in" in condition ? [] : [condition.min ?? domain.min]);
	const lowest = Math.max(domain.min, ...bounds);
	if (valueCount(domain) === Number.POSITIVE_INFINITY) return lowest <= domain.max && passes(lowest);
	const index = firstIndex(domain, (value) => value >= lowest);
	return index < valueCount(domain) && passes(valueAt(domain, index));
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
function hypervolume(points, reference) {
	return sliced(points.filter((point) => point.every((value, k) => value < reference[k])), reference, reference.length);
}
function sliced(points, reference, objectives) {
	const last = objectives - 1;
	const end = reference[last];
	if (points.length === 0) return 0;
	if (objectives === 1) return end - Math.min(...points.map((point) => point[0]));
	const sorted = [...points].sort((a, b) => a[last] - b[last]);
	if (objectives === 2) {
		let [volume, bound] = [0, reference[0]];
		for (const [x, y] of sorted) {
			if (x < bound) volume += (bound - x) * (end - y);
			bound = Math.min(bound, x);
		}
		return volume;
	}
	let volume = 0;
	for (const [i, point] of sorted.entries()) {
		const thickness = (sorted[i + 1]?.[last] ?? end) - point[last];
		if (thickness > 0) volume += thickness * sliced(sorted.slice(0, i + 1), reference, last);
	}
	return volume;
}

// src/search/front-order.ts
const MOST$1 = 25;
const MOST_OBJECTIVES = 3;
const byCrowding = (front) => {
	const room = crowdingDistances(front);
	return [...front.keys()].sort((a, b) => room[a] === room[b] ? 0 : room[b] - room[a]);
};
const byVolume = (front, all) => {
	const crowded = byCrowding(front, all);
	if (front[0].length > MOST_OBJECTIVES) return crowded;
	const first = largestTogether(front, all);
	const taken = new Set(first);
	return [...first, ...crowded.filter((i) => !taken.has(i))];
};
function largestTogether(front, all) {
	const points = scaled(front, all);
	const reference = points[0].map(() => 1.1);
	const chosen = [];
	let volume = 0;
	const gains = new Map(points.map((point, i) => [i, hypervolume([point], reference)]));
	while (chosen.length < MOST$1 && gains.size > 0) {
		const known = /* @__PURE__ */ new Set();
		let next = largest(gains);
		while (!known.has(next)) {
			gains.set(next, hypervolume([...chosen, next].map((i) => points[i]), reference) - volume);
			known.add(next);
			next = largest(gains);
		}
		volume += gains.get(next);
		gains.delete(next);
		chosen.push(next);
	}
	return chosen;
}
function largest(values) {
	return [...values].reduce((best, entry) => entry[1] > best[1] ? entry : best)[0];
}
function scaled(front, all) {
	const best = front[0].map((_, k) => lowest(front, k));
	const worst = front[0].map((_, k) => -lowest(all, k, -1));
	return front.map((point) => point.map((value, k) => share(best[k], value, worst[k])));
}
function lowest(points, k, sign = 1) {
	return points.reduce((least, point) => Math.min(least, sign * point[k]), Number.POSITIVE_INFINITY);
}
function share(from, value, to) {
	const range = to / 2 - from / 2;
	return range > 0 ? (value / 2 - from / 2) / range : 0;
}
function crowdingDistances(points) {
	const distances = points.map(() => 0);
	for (const k of points[0]?.keys() ?? []) {
		const ranks = [...points.keys()].sort((a, b) => points[a][k] - points[b][k]);
		const [first, last] = [ranks[0], ranks.at(-1)];
		const [from, to] = [points[first][k], points[last][k]];
		if (!(to > from)) continue;
		distances[first] = Number.POSITIVE_INFINITY;
		distances[last] = Number.POSITIVE_INFINITY;
		for (let place = 1; place + 1 < ranks.length; place++) {
			const [before, after] = [points[ranks[place - 1]][k], points[ranks[place + 1]][k]];
			distances[ranks[place]] += share(from, after, to) - share(from, before, to);
		}
	}
	return distances;
}

// src/search/merit.ts
function isFeasible({ constraints }) {
	return constraints?.every((value) => value <= 0) ?? true;
}
function worstMisses(among) {
	const worst = [];
	for (const { constraints = [] } of among) for (const [k, value] of constraints.entries()) if (Number.isFinite(value)) worst[k] = Math.max(worst[k] ?? 0, value);
	return worst;
}
function violation({ constraints = [] }, worst) {
	return constraints.reduce((sum, value, k) => {
		if (value <= 0) return sum;
		return sum + (Number.isFinite(value) ? value / Math.max(value, worst[k] ?? 0) : 2);
	}, 0);
}
function isBetter(a, b, among) {
	const [fits, other] = [isFeasible(a), isFeasible(b)];
	if (fits !== other) return fits;
	if (!fits) {
		const worst = worstMisses(among);
		return violation(a, worst) < violation(b, worst);
	}
	return a.losses && b.losses ? dominates(a.losses, b.losses) : (a.loss ?? Infinity) < (b.loss ?? Infinity);
}
function byMerit(results, within = byCrowding) {
	const feasible = results.filter(isFeasible);
	const others = results.filter((result) => !isFeasible(result));
	const worst = worstMisses(others);
	const missed = new Map(others.map((result) => [result, violation(result, worst)]));
	return [...feasible.some(({ losses }) => losses !== void 0 && losses.length > 1) ? byFronts(feasible, within) : [...feasible].sort((a, b) => order(a.loss, b.loss)), ...others.sort((a, b) => order(missed.get(a), missed.get(b)))];
}
function order(a = Number.POSITIVE_INFINITY, b = Number.POSITIVE_INFINITY) {
	return a < b ? -1 : a > b ? 1 : 0;
}
function byFronts(results, within) {
	const lossesOf = ({ losses }) => losses;
	const all = results.filter(({ losses }) => losses !== void 0).map(lossesOf);
	return [...fronts(results).flatMap((front) => {
		return within(front.map(lossesOf), all).map((place) => front[place]);
	}), ...results.filter(({ losses }) => losses === void 0)];
}
function firstFront(results) {
	const front = [];
	for (const result of inLexicographicOrder(results)) if (!front.some((other) => dominates(other.losses, result.losses))) front.push(result);
	const members = new Set(front);
	return results.filter((result) => members.has(result));
}
function inLexicographicOrder(results) {
	return results.filter(({ losses }) => losses !== void 0).sort((a, b) => {
		const k = a.losses.findIndex((loss, i) => loss !== b.losses[i]);
		return k < 0 ? 0 : order(a.losses[k], b.losses[k]);
	});
}
function fronts(results) {
	const place = new Map(results.map((result, i) => [result, i]));
	const found = [];
	for (const result of inLexicographicOrder(results)) {
		const front = found.find((members) => !members.some((other) => dominates(other.losses, result.losses)));
		if (front) front.push(result);
		else found.push([result]);
	}
	return found.map((front) => front.sort((a, b) => place.get(a) - place.get(b)));
}

// src/plural.ts
function grouped(count) {
	return String(count).replace(/(?<!\.\d*)\B(?=(?:\d{3})+(?!\d))/g, ",");
}
function plural(count, one, many = `${one}s`) {
	return `${grouped(count)} ${count === 1 ? one : many}`;
}
function together(items) {
	return items.length < 2 ? items[0] ?? "" : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
function firstOf(items, most = 3) {
	return items.length <= most ? together(items) : `${items.slice(0, most).join(", ")} and ${grouped(items.length - most)} more`;
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

// src/search/surrogate/output-warp.ts
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
	return Math.exp(logNormalPdf(z));
}
function logNormalPdf(z) {
	return -(z * z) / 2 - LOG_SQRT_2PI;
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
	return Math.exp(logNormalPdf(z) - logNormalCdf(z));
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
const DRAWS$1 = 32;
function sampleConfig(space, stream) {
	return sample(space, stream, () => []);
}
function sampleConfigWith(space, stream, wanted) {
	const demands = demandsOf(new Map(space.parameters.map((parameter) => [parameter.path, parameter])), wanted);
	return sample(space, stream, ({ path }) => demands.get(path) ?? []);
}
function sample(space, stream, demandsOn) {
	const config = {};
	for (const parameter of space.parameters) if (isActive(parameter, config)) config[parameter.path] = draw(parameter, stream, demandsOn(parameter));
	return config;
}
function draw({ domain }, stream, demands) {
	const any = () => valueCount(domain) === 1 ? valueAt(domain, 0) : fromUnit(domain, stream.uniform());
	const fits = (value) => demands.every((condition) => satisfies(condition, value));
	let value = any();
	for (let tries = 1; tries < DRAWS$1 && !fits(value); tries++) value = any();
	if (fits(value)) return value;
	const fitting = demands.flatMap((condition) => "in" in condition ? [...condition.in] : [condition.min, condition.max].filter((bound) => bound !== void 0)).filter((one) => contains(domain, one) && fits(one));
	return fitting.length > 0 ? fitting[stream.integer(fitting.length)] : value;
}

// src/math/cholesky.ts
function packedLength(size) {
	return size * (size + 1) / 2;
}
function cholesky(matrix, size, jitter = 0, maxJitter = .001) {
	for (let added = jitter; added <= maxJitter * 1.0000001; added = added === 0 ? 1e-10 : added * 10) {
		const factor = matrix.slice(0, packedLength(size));
		if (factorise(factor, 0, size, added)) return {
			size,
			factor,
			jitter: added
		};
	}
}
function factorise(factor, from, size, jitter) {
	for (let i = from, row = packedLength(from); i < size; row += ++i) {
		for (let j = 0, other = 0; j < i; other += ++j) factor[row + j] = (factor[row + j] - dotRange(factor, row, factor, other, j)) / factor[other + j];
		const diagonal = factor[row + i] + jitter - dotRange(factor, row, factor, row, i);
		if (!(diagonal > 0)) return false;
		factor[row + i] = Math.sqrt(diagonal);
	}
	return true;
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
function choleskyAppend(old, rows, size) {
	const { jitter } = old;
	const factor = new Float64Array(packedLength(size));
	factor.set(old.factor);
	factor.set(rows, old.factor.length);
	return factorise(factor, old.size, size, jitter) ? {
		size,
		factor,
		jitter
	} : void 0;
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
var Observations = class Observations {
	geometry;
	points;
	distances;
	features;
	products;
	constructor(geometry, points, start) {
		this.geometry = geometry;
		this.points = points;
		const from = start?.points.length ?? 0;
		const { features } = geometry;
		this.features = features ? [...start?.features ?? [], ...points.slice(from).map((point) => features.of(point))] : [];
		this.products = productsByGroup(this.features, features?.groups ?? [], from, start?.products);
		this.distances = new Float64Array(packedLength(points.length) * geometry.dimensions);
		if (start) this.distances.set(start.distances);
		let at = packedLength(from) * geometry.dimensions;
		for (let i = from; i < points.length; i++) for (let j = 0; j <= i; j++, at += geometry.dimensions) geometry.squaredDistances(points[i], points[j], this.distances, at);
	}
	with(points) {
		return new Observations(this.geometry, [...this.points, ...points], this);
	}
};
function productsByGroup(features, groups, from, known) {
	const products = new Float64Array(packedLength(features.length) * groups.length);
	if (known) products.set(known);
	let to = packedLength(from) * groups.length;
	for (let i = from; i < features.length; i++) for (let j = 0; j <= i; j++) {
		const [a, b] = [features[i], features[j]];
		let feature = 0;
		for (const size of groups) {
			let sum = 0;
			for (const end = feature + size; feature < end; feature++) sum += a[feature] * b[feature];
			products[to++] = sum;
		}
	}
	return products;
}

// src/math/kernel.ts
const LENGTHSCALE = {
	min: .01,
	max: 100,
	strength: .3
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
function covariances({ geometry, distances, products, points: { length: n } }, { weights, signal, noise, main, steepness, effects }, { from = 0, parts } = {}) {
	const d = geometry.dimensions;
	const before = packedLength(from);
	const rows = new Float64Array(packedLength(n) - before);
	const groups = effects.length;
	for (let i = from, pair = before, at = before * d; i < n; i++) for (let k = 0; k <= i; k++, pair++) {
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
		rows[pair - before] = k === i ? sum + noise : sum;
	}
	return rows;
}

// src/math/vector.ts
function dot(a, b) {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
	return sum;
}

// src/math/gaussian-process.ts
var GaussianProcess = class GaussianProcess {
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
	constructor(observations, targets, hyperparameters, start) {
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
		const factor = (start && this.#appendTo(start.#factor)) ?? cholesky(covariances(observations, this.#kernel), points.length, 1e-10);
		if (!factor) throw new Error("The covariance of the observations is not positive definite.");
		this.#factor = factor;
		this.#alpha = solve(factor, targets);
	}
	with(points, targets) {
		return new GaussianProcess(this.observations.with(points), targets, this.hyperparameters, this);
	}
	#appendTo(factor) {
		const rows = covariances(this.observations, this.#kernel, { from: factor.size });
		return choleskyAppend(factor, rows, this.observations.points.length);
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

// src/math/median.ts
function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
function upperMedian(values) {
	return [...values].sort((a, b) => a - b)[values.length >> 1];
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

// src/math/hyperparameter-fit.ts
function negativeLogPosterior(observations, targets, theta, gradient) {
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
	const all = covariances(observations, kernel, { parts });
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
			if (k === i) alongNoise += w;
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
	const { dimensions, lengths } = geometry;
	const { strength } = LENGTHSCALE;
	let penalty = 0;
	for (let j = 0; j < dimensions; j++) {
		const squared = Math.exp(2 * theta[j]) / (lengths?.[j] ?? 1) ** 2;
		penalty += strength * (squared + 1 / squared);
		if (gradient) gradient[j] = 2 * strength * (squared - 1 / squared);
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
function fitHyperparameters(observations, targets, starts, iterations) {
	const { geometry } = observations;
	const d = geometry.dimensions;
	const others = priorsOf(geometry);
	const bounds = [...Array(d).fill(LENGTHSCALE), ...others];
	const lower = bounds.map(({ min }) => Math.log(min));
	const upper = bounds.map(({ max }) => Math.log(max));
	const { point } = starts.map((start) => minimizeInBox((theta, gradient) => negativeLogPosterior(observations, targets, theta, gradient), toTheta(start, geometry, ({ mode }) => Math.log(mode)), {
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

// src/search/surrogate/processes.ts
function withPending(observed, targets, pending) {
	if (pending.length === 0) return observed;
	const believed = pending.map((point) => observed.mean(point));
	return observed.with(pending, Float64Array.of(...targets, ...believed));
}
function fitAnew(observations, targets) {
	const starts = [0, -1.5].map((logLengthscale) => startAt(observations.geometry, logLengthscale, .001));
	return fitHyperparameters(observations, targets, starts, targets.length > 60 ? 10 : 30);
}

// src/search/surrogate/constraints.ts
const LARGEST = 0xe8d4a51000;
function squashConstraint(values) {
	const told = values.map((value) => Number.isNaN(value) ? LARGEST : Math.min(LARGEST, Math.max(-0xe8d4a51000, value)));
	const missed = told.filter((value) => value > 0);
	const shift = missed.length > 0 && told.includes(0) ? Math.min(...missed) / 2 : 0;
	const bounded = told.map((value) => value - shift);
	const sizes = bounded.map(Math.abs).filter((size) => size > 0);
	const unit = upperMedian(sizes) ?? 1;
	const squashed = bounded.map((value) => Math.sign(value) * Math.log1p(Math.abs(value) / unit));
	const size = Math.sqrt(squashed.reduce((sum, t) => sum + t * t, 0) / Math.max(1, squashed.length));
	return Float64Array.from(squashed, (t) => size > 0 ? t / size : 0);
}
function modelOf(inputs, modelled) {
	const { geometry, pending, pointOf, ended, fits } = inputs;
	const { key, targets: targetsOf, has = () => true } = modelled;
	const trials = inputs.results.filter(has);
	const targets = targetsOf(trials);
	const observations = new Observations(geometry, trials.map(pointOf));
	const start = startAt(geometry, 0, .01);
	const fit = fits.of(key, ended.filter(has), {
		geometry,
		pointOf,
		targets: targetsOf,
		start
	});
	return withPending(new GaussianProcess(observations, targets, fit), targets, pending);
}
function logFeasibility(inputs) {
	const count = inputs.results.find(({ constraints }) => constraints)?.constraints?.length ?? 0;
	if (count === 0) return void 0;
	return logSign(Array.from({ length: count }, (_, k) => modelOf(inputs, {
		key: `constraint ${k}`,
		targets: (trials) => squashConstraint(trials.map(({ constraints }) => constraints?.[k] ?? Number.POSITIVE_INFINITY)),
		has: ({ constraints }) => constraints !== void 0
	})), -1);
}
function logSign(models, sign) {
	return {
		value: (point) => models.reduce((sum, model) => {
			const { mean, variance } = model.predict(point);
			return sum + logNormalCdf(sign * mean / Math.sqrt(variance));
		}, 0),
		valueWithGradient(point, gradient) {
			gradient.fill(0);
			let sum = 0;
			for (const model of models) {
				const { mean, variance, meanSlope, varianceSlope } = model.predictWithGradient(point);
				const deviation = Math.sqrt(variance);
				const u = sign * mean / deviation;
				const weight = logNormalCdfSlope(u);
				for (let j = 0; j < gradient.length; j++) gradient[j] += weight * (sign * meanSlope[j] / deviation - u * varianceSlope[j] / (2 * variance));
				sum += logNormalCdf(u);
			}
			return sum;
		}
	};
}
function plus(a, b) {
	let spare = /* @__PURE__ */ new Float64Array(0);
	return {
		value: (point) => a.value(point) + b.value(point),
		valueWithGradient(point, gradient) {
			if (spare.length !== gradient.length) spare = new Float64Array(gradient.length);
			const value = a.valueWithGradient(point, gradient) + b.valueWithGradient(point, spare);
			for (let j = 0; j < gradient.length; j++) gradient[j] += spare[j];
			return value;
		}
	};
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
function isTurned(pairs, errors) {
	return isSurelyBelow(0, rankCorrelation(pairs.map(([first]) => first), pairs.map(([, second]) => second)), pairs.length, errors);
}
function isSurelyBelow(bound, correlation, pairs, errors = 2) {
	return pairs > 3 && Math.atanh(correlation) < Math.atanh(bound) - errors / Math.sqrt(pairs - 3);
}

// src/search/surrogate/space-geometry.ts
const MOST_MAIN_EFFECTS = 50;
const EXPECTED_LENGTH = {
	number: .47,
	category: 1.65,
	few: 24
};
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
		const active = arcs.map((arc, j) => arc ? Int32Array.from(columns[j].keys()).filter((i) => !Number.isNaN(columns[j][i])) : void 0);
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
				if (arc && !alike && Number.isNaN(x)) {
					for (const i of active[j]) out[i] += weight * radius;
					continue;
				}
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
		lengths: expectedLengths(categorical),
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
function expectedLengths(categorical) {
	const { number, category, few } = EXPECTED_LENGTH;
	const longer = Math.sqrt(Math.max(1, categorical.length / few));
	return Float64Array.from(categorical, (is) => longer * (is ? category : number));
}

// src/space/enumerate.ts
const MANY$1 = 4096;
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
	if (total <= MANY$1) for (let i = 0; i < total; i++) add(valueAt(root.domain, i), 1);
	else for (const [from, to] of runs(root, tests, total)) add(valueAt(root.domain, from), to - from);
	return [...byKey.values()];
}
function runs(root, tests, total) {
	const cuts = /* @__PURE__ */ new Set([0, total]);
	const cut = (bound, after) => cuts.add(firstIndex(root.domain, (value) => value > bound || !after && value === bound));
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

// src/default-population.ts
function defaultPopulation(trials = Number.POSITIVE_INFINITY) {
	return Math.min(20, Math.max(6, Math.floor(trials / 5)));
}

// src/search/any-new.ts
const DRAWS = 64;
const QUICKLY_LISTED = 1e3;
const ENUMERABLE = 2e5;
const SOME_DRAWS = 400;
const MORE_DRAWS = 5e3;
function allTried(size) {
	return size === 1 ? "the one config of the space was tried" : `all ${plural(size, "config")} of the space were tried`;
}
function anyNew(space, stream, isNew) {
	for (let tries = 0; tries < DRAWS; tries++) {
		const config = sampleConfig(space, stream);
		if (isNew(config)) return config;
	}
	const { dimensions, size } = space;
	const more = size <= QUICKLY_LISTED ? 0 : size <= ENUMERABLE ? SOME_DRAWS : MORE_DRAWS;
	for (let tries = 0; tries < more; tries++) {
		const wanted = dimensions[stream.integer(dimensions.length)].parameter;
		const config = sampleConfigWith(space, stream, wanted);
		if (isNew(config)) return config;
	}
	return size <= ENUMERABLE ? anyListed(space, stream, isNew) : void 0;
}
function anyListed(space, stream, isNew) {
	let chosen;
	let seen = 0;
	for (const config of enumerateConfigs(space)) if (isNew(config) && stream.integer(++seen) === 0) chosen = config;
	return chosen;
}

// src/search/rungs/foretelling.ts
const sure = {
	trials: 6,
	errors: 3
};
function lowestForetelling(climbers, top) {
	for (let rung = top - 1; rung >= 0; rung--) if (misleads(climbers, rung, top)) return rung + 1;
	return 0;
}
function misleads(climbers, rung, top) {
	const pairs = climbers.map(({ losses }) => [losses[rung], losses[top]]).filter((losses) => losses.every(Number.isFinite));
	return pairs.length >= sure.trials && isTurned(pairs, sure.errors);
}

// src/math/posterior-draws.ts
const NUGGET = 1e-5;
var PosteriorDraws = class {
	values;
	#process;
	#alphas;
	constructor(process, targets, more, pairs, normal) {
		const { observations, hyperparameters } = process;
		const points = [...observations.points, ...more];
		const noise = Math.exp(hyperparameters.logNoise);
		const nugget = Math.min(noise, NUGGET * Math.exp(hyperparameters.logSignal));
		this.#process = new GaussianProcess(more.length === 0 ? observations : observations.with(more), new Float64Array(points.length), {
			...hyperparameters,
			logNoise: Math.log(nugget)
		});
		const { factor } = this.#process;
		const deviation = Math.sqrt(noise - nugget);
		const upper = (alpha) => {
			const padded = new Float64Array(points.length);
			padded.set(alpha);
			return multiplyUpper(factor, padded);
		};
		const finish = (u) => {
			const values = multiplyLower(factor, u);
			solveUpperInPlace(factor, u);
			return {
				values,
				alpha: u
			};
		};
		const expected = finish(upper(solve(process.factor, targets)));
		const draws = Array.from({ length: pairs }, () => {
			const white = Float64Array.from(points, normal);
			const prior = multiplyLower(factor, white);
			const measured = targets.map((_, i) => prior[i] + deviation * normal());
			const moved = upper(solve(process.factor, measured));
			const luck = finish(white.map((z, i) => z - moved[i]));
			return [1, -1].map((sign) => ({
				values: expected.values.map((value, i) => value + sign * luck.values[i]),
				alpha: expected.alpha.map((value, i) => value + sign * luck.alpha[i])
			}));
		}).flat();
		this.values = draws.map(({ values }) => values);
		this.#alphas = draws.map(({ alpha }) => alpha);
	}
	predict(point) {
		return this.#process.predictEach(point, this.#alphas);
	}
	predictWithGradient(point, weigh) {
		return this.#process.predictEachWithGradient(point, this.#alphas, weigh);
	}
};

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

// src/search/history.ts
var History = class {
	space;
	trials = [];
	ended = [];
	#used = /* @__PURE__ */ new Set();
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
		this.#used.add(hash);
	}
	report(id, step) {
		const trial = this.#find(id);
		trial.step = step;
	}
	tell(id, outcome) {
		const trial = this.#find(id);
		trial.state = outcome.state;
		const loss = "loss" in outcome ? outcome.loss : void 0;
		const { losses, constraints } = outcome.state === "completed" ? outcome : {};
		if (loss !== void 0 && ![loss, ...losses ?? []].every(Number.isFinite)) trial.state = "failed";
		else {
			trial.loss = loss;
			if (losses) trial.losses = losses;
			if (constraints) trial.constraints = constraints;
		}
		this.ended.push(trial);
	}
	#find(id) {
		const trial = this.trials[id];
		if (!trial) throw new Error(`trial ${id} was never started`);
		return trial;
	}
};

// src/search/base-strategy.ts
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
			reason: allTried(space.size)
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
			reason: this.nothingLeft()
		};
	}
	nothingLeft() {
		return `no config was found that was not tried (${this.history.distinct} were)`;
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
	mayResume(_trial) {
		return false;
	}
	stream(purpose, index) {
		return randomStream(this.problem.seed, purpose, index);
	}
	isNew(config) {
		return this.problem.repeats === true || !this.history.wasTried(hashConfig(this.problem.space, config));
	}
	anyNew(index) {
		return anyNew(this.problem.space, this.stream("new", index), (config) => this.isNew(config));
	}
};

// src/search/sobol.ts
const AHEAD = 2 ** 20 + 618033;
const TRIES$1 = 16;
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
	newConfig(space, index, isNew, { from = 0, tries = TRIES$1 } = {}) {
		for (let step = from; step < tries; step++) {
			const config = decodePoint(space, this.point((index + step * AHEAD) % 2 ** 31));
			if (isNew(config)) return config;
		}
	}
};
var SobolStrategy = class extends BaseStrategy {
	#points;
	constructor(problem) {
		super(problem);
		this.#points = new SpreadPoints(problem.space.dimensions.length, (purpose, index) => this.stream(purpose, index), "sobol");
	}
	propose(index) {
		const isNew = (config) => this.isNew(config);
		const config = this.#points.newConfig(this.problem.space, index, isNew, { tries: 32 });
		return config && {
			config,
			origin: "sobol"
		};
	}
};

// src/search/surrogate/acquisition-search.ts
const NEIGHBOURHOOD = .2;
const STARTS = 8;
const GRADIENT_STARTS = 3;
const WIDE_STARTS = 4;
const NEAR = .05;
const FAR = .2;
const CLIMB_ROUNDS = 15;
const CLIMB_MOVES = 20;
const CLIMB_CHANGES = 100;
function searchAcquisition(options) {
	const { acquisition, stream, box } = options;
	const space = box ? boxed(options.space, box) : options.space;
	const seen = [];
	const consider = (point) => {
		const candidate = {
			point,
			value: acquisition.value(point)
		};
		seen.push(candidate);
		return candidate;
	};
	for (const point of options.spread) consider(space.canonical(box ? contracted(space, point, box) : point, stream));
	const spreadCount = seen.length;
	for (const centre of options.centres) for (let i = 0; i < options.neighbours; i++) consider(neighbour(space, centre, i % 2 ? .02 : .1, stream));
	const wide = farApart(seen.slice(0, spreadCount), WIDE_STARTS, FAR);
	let fronts = farApart(seen, STARTS, NEAR);
	if (space.hasDiscrete) fronts = fronts.map((start) => climb({
		...options,
		space
	}, start, consider));
	if (space.hasContinuous) for (const start of [...fronts].sort((a, b) => b.value - a.value).slice(0, GRADIENT_STARTS)) consider(ascend(space, acquisition, start.point, box));
	if (space.hasContinuous) for (const start of wide) consider(ascend(space, acquisition, start.point, box));
	for (const { point } of seen.sort((a, b) => b.value - a.value)) if (!options.taken(point)) return point;
}
function boxed(space, box) {
	return {
		...space,
		canonical(point, stream) {
			space.canonical(point, stream);
			for (const j of space.continuous) point[j] = Math.min(Math.max(point[j], low(box, j)), high(box, j));
			return point;
		}
	};
}
function contracted({ continuous }, point, box) {
	const inside = point.slice();
	for (const j of continuous) inside[j] = low(box, j) + point[j] * (high(box, j) - low(box, j));
	return inside;
}
function low({ centre, radius }, j) {
	return Number.isNaN(centre[j]) ? 0 : Math.max(0, centre[j] - radius);
}
function high({ centre, radius }, j) {
	return Number.isNaN(centre[j]) ? 1 : Math.min(1, centre[j] + radius);
}
function farApart(candidates, most, apart) {
	const chosen = [];
	const best = [...candidates].sort((a, b) => b.value - a.value).slice(0, 200);
	for (const candidate of best) {
		if (chosen.length >= most) break;
		if (chosen.every((other) => separated(candidate.point, other.point, apart))) chosen.push(candidate);
	}
	return chosen;
}
function separated(a, b, apart) {
	for (let j = 0; j < a.length; j++) {
		const [inA, inB] = [!Number.isNaN(a[j]), !Number.isNaN(b[j])];
		if (inA !== inB || inA && Math.abs(a[j] - b[j]) > apart) return true;
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
		for (const j of continuous) if (j === must || stream.uniform() < .3) point[j] = reflect$1(point[j] + deviation * stream.normal());
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
function reflect$1(x) {
	const wrapped = Math.abs(x) % 2;
	return wrapped > 1 ? 2 - wrapped : wrapped;
}
function climb({ space, stream }, start, consider) {
	let best = start;
	let deviation = .1;
	for (let round = 0; round < CLIMB_ROUNDS; round++) {
		let improved = best;
		const all = space.discrete.filter((j) => !Number.isNaN(best.point[j])).flatMap((j) => changes(space, j, best.point[j], stream).map((coordinate) => ({
			j,
			coordinate
		})));
		for (const { j, coordinate } of all.length > CLIMB_CHANGES ? stream.shuffle(all).slice(0, CLIMB_CHANGES) : all) {
			const point = best.point.slice();
			point[j] = coordinate;
			const candidate = consider(space.canonical(point, stream));
			if (candidate.value > improved.value) improved = candidate;
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
function ascend(space, acquisition, start, box) {
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
		lower: free.map((j) => box ? low(box, j) : 0),
		upper: free.map((j) => box ? high(box, j) : 1),
		iterations: 30,
		valueTolerance: 1e-6
	});
	const result = start.slice();
	for (const [k, j] of free.entries()) result[j] = best[k];
	return space.canonical(result);
}

// src/search/surrogate/best-and-newest.ts
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

// src/search/surrogate/point-space.ts
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
function randomPoints(space, count, stream) {
	const dimensions = space.counts.length;
	return Array.from({ length: count }, () => space.canonical(new Float64Array(dimensions).fill(NaN), stream));
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

// src/search/surrogate/branches.ts
const MOST_COMBINATIONS = 12;
function branchesOf(space) {
	const { dimensions } = space.space;
	const gates = space.gates.filter((j) => dimensions[j].kind === "categorical" && dimensions[j].parameter.conditions.length === 0);
	const options = (dimension) => Array.from({ length: space.counts[dimension] }, (_, i) => ({
		dimension,
		coordinate: (i + .5) / space.counts[dimension]
	}));
	if (gates.length === 0) return [];
	const chosen = gates.reduce((product, j) => product * space.counts[j], 1) <= MOST_COMBINATIONS ? gates.reduce((all, j) => all.flatMap((fixed) => options(j).map((option) => [...fixed, option])), [[]]) : gates.flatMap((j) => options(j).map((option) => [option]));
	const parameters = new Map(space.space.parameters.map((parameter) => [parameter.path, parameter]));
	return chosen.map((fixed) => branch(space, parameters, fixed));
}
function branch(space, parameters, fixed) {
	const inside = fixed.reduce((part, { dimension, coordinate }) => withFixed(part, dimension, coordinate), space);
	const all = space.space.dimensions;
	const chosen = new Map(fixed.map(({ dimension, coordinate }) => {
		const { path, domain } = all[dimension].parameter;
		return [path, fromUnit(domain, coordinate)];
	}));
	const canExist = ({ parameter }) => [...demandsOf(parameters, parameter)].every(([path, conditions]) => {
		const value = chosen.get(path);
		return value === void 0 ? canSatisfy(parameters.get(path).domain, conditions) : conditions.every((condition) => satisfies(condition, value));
	});
	const dimensions = [...all.keys()].filter((j) => !chosen.has(all[j].parameter.path) && canExist(all[j]));
	return {
		fixed,
		space: inside,
		dimensions,
		own: dimensions.filter((j) => all[j].parameter.conditions.length > 0).length,
		size: dimensions.reduce((product, j) => product * all[j].values, 1)
	};
}
function isIn(branch, point) {
	return branch.fixed.every(({ dimension, coordinate }) => point[dimension] === coordinate);
}
const RACE_SHARE = .6;
const USUAL_TRIALS = 100;
const RACE = {
	early: .3,
	over: .7
};
const RACE_RATE = {
	early: .2,
	most: .85
};
const FALLING = .7;
const OPEN = .5;
const LEADER = {
	early: .15,
	late: .3
};
function fairShare(branches, own, trials = USUAL_TRIALS) {
	return Math.max(2, Math.min(enough(own), Math.floor(RACE_SHARE * trials / branches)));
}
function enough(own) {
	return 2 + 8 * own;
}
function whoseTurn(race, index, draw, promises, trials = USUAL_TRIALS) {
	const least = (among) => {
		const fewest = Math.min(...among.map((results) => results.trials));
		const equals = among.filter((results) => results.trials === fewest);
		return equals[index % equals.length];
	};
	const lowest = Math.min(...race.flatMap(({ losses }) => losses));
	const leader = race.find(({ losses }) => losses.includes(lowest));
	if (!leader) return void 0;
	const alive = race.filter(isAlive);
	const falling = alive.find((results) => results !== leader && isFalling(results, lowest));
	if (falling && draw < FALLING) return {
		results: falling,
		why: "falling"
	};
	const fair = fairIn(race, trials);
	const behind = laggards(race, trials);
	if (behind.length > 0) {
		const lacking = behind.reduce((sum, results) => sum + fair(results) - results.trials, 0);
		if (draw < (index < RACE.early * trials ? RACE_RATE.early : Math.min(RACE_RATE.most, lacking / Math.max(1, RACE.over * trials - index)))) return {
			results: least(behind),
			why: "race"
		};
	} else if (draw < OPEN) {
		const others = alive.filter((results) => results !== leader && results.losses.length > 0);
		const blank = others.filter(({ branch, trials, losses }) => isBlank(losses) && trials < enough(branch.own));
		if (blank.length > 0 && index % 2 === 0) return {
			results: least(blank),
			why: "open"
		};
		const promised = others.length > 1 ? promises(others) : [0];
		const most = others[promised.indexOf(Math.max(...promised))];
		if (most) return {
			results: most,
			why: "open"
		};
	}
	return draw > 1 - (index < trials / 2 ? LEADER.early : LEADER.late) ? {
		results: leader,
		why: "leader"
	} : void 0;
}
function laggards(race, trials = USUAL_TRIALS) {
	const fair = fairIn(race, trials);
	return race.filter((results) => isAlive(results) && results.trials < fair(results));
}
function fairIn(race, trials) {
	return ({ branch }) => fairShare(race.length, branch.own, trials);
}
function isAlive({ branch, trials }) {
	return trials < branch.size;
}
const PATIENCE = {
	slope: 3,
	hole: 5
};
const PLATEAU = 4;
function sinceBest(losses) {
	return losses.length - 1 - losses.lastIndexOf(Math.min(...losses));
}
function isFalling({ trials, losses, failed }, lowest) {
	if (losses.length < 2) return false;
	const hole = losses.length >= PLATEAU && standsOut(losses) && !varies(losses);
	const running = trials - losses.length - failed;
	if (sinceBest(losses) + running >= (hole ? PATIENCE.hole : PATIENCE.slope)) return false;
	if (hole) return true;
	const best = Math.min(...losses);
	const before = losses.slice(0, losses.lastIndexOf(best));
	const step = Math.min(...before) - best;
	return before.length > 0 && step > LEVEL && best - 2 * step < lowest;
}
function isBeaten({ losses, failed }, fair, lowest) {
	if (losses.length === 0) return failed >= fair;
	const half = Math.min(...losses.slice(0, Math.ceil(losses.length / 2)));
	const all = Math.min(...losses);
	return losses.length + failed >= fair && all - 2 * (half - all) - .25 > lowest;
}
const LEVEL = .1;
function isBlank(losses) {
	return losses.length >= PLATEAU && !standsOut(losses) && !varies(losses);
}
function standsOut(losses) {
	return upperMedian(losses) - Math.min(...losses) > LEVEL;
}
function varies(losses) {
	return Math.max(...losses) - upperMedian(losses) > LEVEL;
}

// src/math/log-expected-improvement.ts
function logH(z) {
	if (z > -1) return Math.log(normalPdf(z) + z * normalCdf(z));
	if (z < -1e5) return logNormalPdf(z) - 2 * Math.log(-z);
	const size = -z;
	return logNormalPdf(z) + Math.log1p(-size * Math.sqrt(Math.PI / 2) * erfcx(size / Math.SQRT2));
}
function logHSlope(z) {
	if (z > -1) return normalCdf(z) / (normalPdf(z) + z * normalCdf(z));
	if (z < -1e5) return -z + 2 / -z;
	const mills = Math.sqrt(Math.PI / 2) * erfcx(-z / Math.SQRT2);
	return mills / (1 + z * mills);
}

// src/search/surrogate/expected-improvement.ts
const CAUTION = 3;
function logExpectedImprovement(model, best, works) {
	return cautious({
		value(point) {
			const { mean, variance } = model.predict(point);
			const deviation = Math.sqrt(variance);
			return logH((best - mean) / deviation) + Math.log(deviation);
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
			return logH(z) + Math.log(deviation);
		}
	}, works);
}
function logNoisyExpectedImprovement(draws, bests, works) {
	const share = Math.log(bests.length);
	const logsOf = (means, deviation) => means.map((mean, k) => logH((bests[k] - mean) / deviation) + Math.log(deviation) - share);
	return cautious({
		value(point) {
			const { means, variance } = draws.predict(point);
			return logSumExp(logsOf(means, Math.sqrt(variance)));
		},
		valueWithGradient(point, gradient) {
			let value = 0;
			let alongDeviation = 0;
			const { variance, meanSlope, varianceSlope } = draws.predictWithGradient(point, ({ means, variance: left }) => {
				const deviation = Math.sqrt(left);
				const logs = logsOf(means, deviation);
				value = logSumExp(logs);
				return means.map((mean, k) => {
					const weight = Math.exp(logs[k] - value) / deviation;
					const z = (bests[k] - mean) / deviation;
					const slope = logHSlope(z);
					alongDeviation += weight * (1 - slope * z);
					return -weight * slope;
				});
			});
			const byVariance = alongDeviation / (2 * Math.sqrt(variance));
			for (let j = 0; j < gradient.length; j++) gradient[j] = meanSlope[j] + byVariance * varianceSlope[j];
			return value;
		}
	}, works);
}
function cautious(improvement, works) {
	if (!works) return improvement;
	return {
		value(point) {
			const { mean, variance } = works.predict(point);
			return improvement.value(point) + CAUTION * logNormalCdf(mean / Math.sqrt(variance));
		},
		valueWithGradient(point, gradient) {
			const value = improvement.valueWithGradient(point, gradient);
			const { mean, variance, meanSlope, varianceSlope } = works.predictWithGradient(point);
			const deviation = Math.sqrt(variance);
			const u = mean / deviation;
			const weight = CAUTION * logNormalCdfSlope(u);
			for (let j = 0; j < gradient.length; j++) gradient[j] += weight * (meanSlope[j] / deviation - u * varianceSlope[j] / (2 * variance));
			return value + CAUTION * logNormalCdf(u);
		}
	};
}
function logSumExp(logs) {
	const most = Math.max(...logs);
	return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}

// src/search/surrogate/warp-choice.ts
const FEWEST$1 = 10;
const MARGIN$1 = 10;
const STEEP = 100;
const ITERATIONS = 25;
const MOST = 80;
function searchShape(geometry, measured) {
	const seen = comparable(measured);
	if (seen.length < FEWEST$1 || !isSteep(seen.map(({ loss }) => loss))) return "power";
	return mostEvident(geometry, seen, [
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
function mostEvident(geometry, seen, among) {
	const losses = seen.map(({ loss }) => loss);
	const observations = new Observations(geometry, seen.map(({ point }) => point));
	const [first] = among;
	const evidence = (shape) => {
		const { targets, logSlopes } = warpLosses(losses, shape);
		const fit = fitHyperparameters(observations, targets, [startAt(geometry, 0, .01)], ITERATIONS);
		const theta = toTheta(fit, geometry, ({ mode }) => Math.log(mode));
		return logSlopes - negativeLogPosterior(observations, targets, theta) - (shape === first ? 0 : MARGIN$1);
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

// src/search/rungs/rung-scale.ts
const fewestCommon = 3;
const usualSpread = .5;
function onOneScale(losses, shape = "power") {
	const scaled = new Float64Array(losses.length).fill(NaN);
	const below = /* @__PURE__ */ new Map();
	const rungs = [...new Set(losses.map(({ rung }) => rung))].sort((a, b) => a - b);
	for (const rung of rungs) {
		const here = [...losses.entries()].filter(([, item]) => item.rung === rung && Number.isFinite(item.loss));
		const { targets: warped } = warpLosses(here.map(([, { loss }]) => loss), shape);
		const common = [...here.keys()].filter((k) => below.has(here[k][1].id));
		const bring = bringing(common.map((k) => warped[k]), common.map((k) => below.get(here[k][1].id)));
		for (const [k, [i, { id }]] of here.entries()) {
			scaled[i] = bring(warped[k]);
			below.set(id, scaled[i]);
		}
	}
	const known = scaled.filter((value) => !Number.isNaN(value));
	const [best, worst] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [0, 0];
	const values = scaled.map((value) => Number.isNaN(value) ? worst + .5 * (worst - best) + 1 : value);
	const { mean } = moments(values);
	return values.map((value) => value - mean);
}
function bringing(from, to) {
	if (from.length === 0) return (value) => value;
	const [a, b] = [moments(from), moments(to)];
	const slope = from.length >= fewestCommon && a.deviation > 0 && b.deviation > 0 ? b.deviation / a.deviation : usualSpread;
	return (value) => b.mean + (value - a.mean) * slope;
}
function moments(values) {
	const all = Array.from(values);
	const mean = all.reduce((sum, x) => sum + x, 0) / Math.max(1, all.length);
	const variance = all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / Math.max(1, all.length);
	return {
		mean,
		deviation: Math.sqrt(variance)
	};
}

// src/search/rungs/rung-models.ts
const exploration = .1;
const first = {
	perDimension: 3,
	fewest: 6,
	most: 24,
	share: .25
};
const fewestValues = 4;
const perTrial = 2;
const mostObservations = 250;
const centres = 10;
const neighbours = 60;
const spread = 200;
const pairs = 4;
const race = .6;
const open = .35;
var RungModels = class {
	#problem;
	#climb;
	#top;
	#guided;
	#candidates;
	#space;
	#branches;
	#geometry;
	#shapes;
	#spread;
	#shown = [];
	#lowest = 0;
	#points = [];
	#known = /* @__PURE__ */ new Set();
	#random = /* @__PURE__ */ new Set();
	#fits = /* @__PURE__ */ new Map();
	constructor(problem, climb, rungs, options = {}) {
		const { space, seed } = problem;
		this.#problem = problem;
		this.#climb = climb;
		this.#top = Math.max(1, rungs.length - 1);
		this.#guided = options.guided ?? true;
		this.#candidates = options.candidates?.map((config) => ({
			config,
			hash: hashConfig(space, config),
			point: encodeConfig(space, config)
		}));
		this.#space = pointSpace(space);
		this.#branches = branchesOf(this.#space);
		this.#geometry = withRung(spaceGeometry(space));
		this.#shapes = this.#shapesAt(0);
		this.#spread = new SpreadPoints(space.dimensions.length, (purpose, index) => randomStream(seed, purpose, index), "rung spread");
	}
	propose() {
		const { incumbent, space, seed, repeats } = this.#problem;
		const climb = this.#climb;
		const index = climb.climbers.length;
		if (!repeats && climb.distinct >= space.size) return void 0;
		if (incumbent && !climb.wasTried(incumbent)) return {
			config: incumbent,
			origin: "incumbent"
		};
		if (!this.#explores(index)) {
			const config = this.#modelled(index);
			if (config) return {
				config,
				origin: "model"
			};
		}
		const left = this.#left();
		const config = left ? left[randomStream(seed, "rung new", index).integer(Math.max(1, left.length))]?.config : anyNew(space, randomStream(seed, "rung new", index), (one) => repeats || !climb.wasTried(one));
		return config && {
			config,
			origin: "random"
		};
	}
	#left() {
		const { repeats } = this.#problem;
		return this.#candidates?.filter(({ hash }) => repeats || !this.#climb.hasHash(hash));
	}
	begins({ id, config }) {
		this.#points[id] = encodeConfig(this.#problem.space, config);
		if (this.#guided && (this.#explores(id) || !this.#isReady)) this.#random.add(id);
	}
	isRandom(id) {
		return this.#random.has(id);
	}
	beginAt(lowest) {
		this.#lowest = lowest;
		this.#shown = this.#shown.flatMap((shown) => this.#seen(shown) ?? []);
		this.#known.clear();
		for (const { id, loss } of this.#shown) if (Number.isFinite(loss)) this.#known.add(id);
		this.#fits.clear();
		this.#shapes = this.#shapesAt(lowest);
	}
	#seen(shown) {
		if (shown.rung >= this.#lowest) return shown;
		return Number.isFinite(shown.loss) ? void 0 : {
			...shown,
			rung: this.#lowest
		};
	}
	#shapesAt(lowest) {
		return new WarpChoices(spaceGeometry(this.#problem.space), ({ id, rung, loss }) => rung === lowest && Number.isFinite(loss) ? {
			point: this.#points[id],
			loss
		} : void 0);
	}
	#explores(id) {
		return !this.#guided || randomStream(this.#problem.seed, "rung exploration", id).uniform() < exploration;
	}
	get #isReady() {
		return this.#known.size >= this.#first;
	}
	shows({ id, losses }, rung, loss = losses[rung]) {
		const seen = this.#seen({
			id,
			rung,
			loss
		});
		if (!seen) return;
		this.#shown.push(seen);
		if (Number.isFinite(loss)) this.#known.add(id);
	}
	get #first() {
		const { space, trials = Number.POSITIVE_INFINITY } = this.#problem;
		if (this.#lowest > 0) return first.fewest;
		const wanted = Math.min(first.most, first.perDimension * space.dimensions.length, first.share * trials);
		return Math.max(first.fewest, Math.floor(wanted));
	}
	#modelled(index) {
		const { space, seed, repeats } = this.#problem;
		if (!this.#isReady) return void 0;
		const finite = this.#shown.filter(({ loss }) => Number.isFinite(loss));
		let level = 0;
		for (let rung = 1; rung <= this.#top; rung++) if (finite.filter((item) => item.rung === rung).length >= fewestValues) level = rung / this.#top;
		const { trials, points, targets } = this.#data(this.#shown.length);
		const observed = new GaussianProcess(new Observations(this.#geometry, points), targets, this.#fit());
		const branch = this.#branch(index);
		const ranked = points.filter((_, i) => trials.indexOf(trials[i]) === i).map((point) => ({
			point,
			mean: observed.mean(atRung(point, level))
		})).sort((a, b) => a.mean - b.mean);
		const within = branch ? ranked.filter(({ point }) => isIn(branch, point)) : ranked;
		const best = (within.length > 0 ? within : ranked).slice(0, centres).map(({ point }) => atRung(point, level));
		const acquisition = onRung(this.#improvement(index, observed, targets, best), level);
		const left = this.#left();
		if (left) {
			const worth = left.map(({ point }) => acquisition.value(point));
			return left[worth.indexOf(Math.max(...worth))]?.config;
		}
		const effort = Math.min(1, (110 / points.length) ** 2);
		const found = searchAcquisition({
			space: {
				...branch?.space ?? this.#space,
				hasContinuous: false
			},
			acquisition,
			centres: within.slice(0, centres).map(({ point }) => point.slice(0, -1)),
			spread: Array.from({ length: Math.max(64, Math.round(spread * effort)) }, (_, i) => this.#spread.point(index * 1024 + i)),
			stream: randomStream(seed, "rung acquisition", index),
			neighbours: Math.max(20, Math.round(neighbours * effort)),
			taken: (point) => !repeats && this.#climb.wasTried(decodePoint(space, point))
		});
		return found && decodePoint(space, found);
	}
	#data(size) {
		const shown = this.#shown.slice(0, size);
		const values = onOneScale(shown, this.#shapes.after(shown));
		const times = /* @__PURE__ */ new Map();
		const byAge = [...shown.keys()].sort((a, b) => shown[b].rung - shown[a].rung || a - b).filter((i) => {
			const { id } = shown[i];
			times.set(id, (times.get(id) ?? 0) + 1);
			return times.get(id) <= perTrial;
		}).sort((a, b) => a - b);
		const seen = bestAndNewest(byAge, mostObservations, (a, b) => values[a] - values[b] || a - b);
		return {
			trials: seen.map((i) => shown[i].id),
			points: seen.map((i) => Float64Array.of(...this.#points[shown[i].id], shown[i].rung / this.#top)),
			targets: Float64Array.from(seen, (i) => values[i])
		};
	}
	#fit() {
		const told = this.#shown.length;
		const at = told - told % (told < 20 ? 1 : told < 40 ? 2 : told < 80 ? 4 : told < 160 ? 8 : 16);
		const known = this.#fits.get(at);
		if (known) return known;
		const { points, targets } = this.#data(at);
		const start = startAt(this.#geometry, 0, .01);
		const observations = new Observations(this.#geometry, points);
		const fitted = fitHyperparameters(observations, targets, [start], told < 60 ? 25 : 12);
		this.#fits.set(at, fitted);
		return fitted;
	}
	#improvement(index, observed, targets, best) {
		const pending = this.#climb.climbers.filter(({ losses, running }) => running !== void 0 && losses.length === 0).map(({ id }) => Float64Array.of(...this.#points[id], 0));
		const stream = randomStream(this.#problem.seed, "rung draws", index);
		const draws = new PosteriorDraws(observed, targets, [...best, ...pending], pairs, () => stream.normal());
		const bests = draws.values.map((values) => Math.min(...values.subarray(targets.length, targets.length + best.length)));
		return logNoisyExpectedImprovement(draws, bests, void 0);
	}
	#branch(index) {
		if (this.#branches.length < 2) return void 0;
		const { trials, targets, points } = this.#data(this.#shown.length);
		const failed = new Set(this.#shown.filter(({ loss }) => !Number.isFinite(loss)).map(({ id }) => id));
		const results = this.#branches.map((branch) => {
			const members = this.#climb.climbers.filter(({ id }) => isIn(branch, this.#points[id]));
			return {
				branch,
				trials: members.length,
				losses: [...targets].filter((_, i) => !failed.has(trials[i]) && isIn(branch, points[i])),
				failed: members.filter(({ id }) => failed.has(id)).length
			};
		});
		const fair = (branch) => fairShare(results.length, branch.own, this.#problem.trials);
		const lowest = Math.min(...results.flatMap(({ losses }) => losses));
		const behind = results.filter(({ branch, trials: count }) => count < fair(branch));
		const hopeful = results.filter((result) => !result.losses.includes(lowest) && !isBeaten(result, fair(result.branch), lowest));
		const draw = randomStream(this.#problem.seed, "rung branch", index).uniform();
		const among = behind.length > 0 && draw < race ? behind : draw < open ? hopeful : [];
		const fewest = Math.min(...among.map((result) => result.trials));
		const equals = among.filter((result) => result.trials === fewest);
		return equals[index % Math.max(1, equals.length)]?.branch;
	}
};
function withRung(geometry) {
	const d = geometry.dimensions;
	return {
		dimensions: d + 1,
		squaredDistances(a, b, out, offset) {
			geometry.squaredDistances(a, b, out, offset);
			out[offset + d] = (a[d] - b[d]) ** 2;
		},
		slope: (x, y, j) => j === d ? 2 * (x - y) : geometry.slope(x, y, j),
		...geometry.to && { to: distancesWithRung(geometry.to, d) }
	};
}
function distancesWithRung(to, d) {
	return (points) => {
		const inner = to(points);
		const rungs = Float64Array.from(points, (point) => point[d]);
		return (point, weights, out) => {
			inner(point, weights, out);
			for (let i = 0; i < out.length; i++) out[i] += weights[d] * (point[d] - rungs[i]) ** 2;
		};
	};
}
function atRung(point, level) {
	const moved = point.slice();
	moved[moved.length - 1] = level;
	return moved;
}
function onRung({ value, valueWithGradient }, level) {
	let lifted = /* @__PURE__ */ new Float64Array(0);
	const lift = (point) => {
		if (lifted.length !== point.length + 1) lifted = new Float64Array(point.length + 1).fill(level);
		lifted.set(point);
		return lifted;
	};
	return {
		value: (point) => value(lift(point)),
		valueWithGradient(point, gradient) {
			const slopes = new Float64Array(point.length + 1);
			const result = valueWithGradient(lift(point), slopes);
			gradient.set(slopes.subarray(0, point.length));
			return result;
		}
	};
}

// src/search/rungs/rungs.ts
const defaultEta = 4;
const defaultSteps = 3;
function ladder(maxResource, { eta = 4, minResource } = {}) {
	const at = (level) => Math.round(maxResource / eta ** level);
	const lowest = minResource ?? Math.max(1, at(defaultSteps));
	const rungs = [maxResource];
	for (let level = 1; at(level) >= lowest && rungs[0] > 1; level++) if (at(level) !== rungs[0]) rungs.unshift(at(level));
	if (minResource === void 0 || rungs[0] <= minResource) return rungs;
	if (rungs.length > 1 && rungs[0] < minResource * Math.sqrt(eta)) rungs.shift();
	return [minResource, ...rungs];
}
var Climb = class {
	climbers = [];
	#problem;
	#rungs;
	#used = /* @__PURE__ */ new Set();
	#losses = [];
	#ranked = /* @__PURE__ */ new Map();
	constructor(problem, rungs) {
		this.#problem = problem;
		this.#rungs = rungs;
	}
	get pending() {
		return this.climbers.filter(({ running }) => running !== void 0).length;
	}
	get distinct() {
		return this.#used.size;
	}
	wasTried(config) {
		return this.hasHash(hashConfig(this.#problem.space, config));
	}
	hasHash(hash) {
		return this.#used.has(hash);
	}
	rungOf(resource) {
		const top = this.#rungs.length - 1;
		if (resource === void 0) return top;
		const rung = this.#rungs.findIndex((at) => at >= resource);
		return rung < 0 ? top : rung;
	}
	start(id, config, resource) {
		const known = this.climbers[id];
		if (known) {
			known.running = this.rungOf(resource);
			return {
				climber: known,
				isNew: false
			};
		}
		if (id !== this.climbers.length) throw new Error(`trial ${id} starts before trial ${this.climbers.length}`);
		const hash = hashConfig(this.#problem.space, config);
		const losses = [];
		const climber = {
			id,
			config,
			hash,
			losses,
			running: this.rungOf(resource),
			over: false
		};
		this.climbers.push(climber);
		this.#losses.push(losses);
		this.#used.add(hash);
		return {
			climber,
			isNew: true
		};
	}
	find(id) {
		const climber = this.climbers[id];
		if (!climber) throw new Error(`trial ${id} was never started`);
		return climber;
	}
	arrives({ id }, rung, loss) {
		this.#losses[id][rung] = loss;
		this.#ranked.delete(rung);
	}
	ranked(rung) {
		const known = this.#ranked.get(rung);
		if (known) return known;
		const ranked = this.climbers.filter(({ losses }) => losses[rung] !== void 0).sort((a, b) => compare(a.losses[rung], b.losses[rung]) || a.id - b.id);
		this.#ranked.set(rung, ranked);
		return ranked;
	}
};
function compare(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}

// src/search/stopping/ends.ts
var Ends = class {
	#last = /* @__PURE__ */ new Map();
	#end;
	reports(trial, step) {
		this.#last.set(trial, step);
	}
	completes(trial) {
		const last = this.#last.get(trial);
		if (last !== void 0) this.#end = Math.max(this.#end ?? last, last);
	}
	isAtEnd(step) {
		return this.#end !== void 0 && step >= this.#end;
	}
};

// src/search/asha.ts
const overflow = 1.25;
const fewestRandom = 8;
const spares = 1.5;
var AshaStrategy = class {
	#problem;
	#rungs;
	#eta;
	#resumes;
	#climb;
	#models;
	#ends = new Ends();
	#lowest = 0;
	#late = [];
	#places = /* @__PURE__ */ new Map();
	constructor(problem, options = {}) {
		this.#problem = problem;
		this.#eta = options.eta ?? 4;
		this.#resumes = problem.resumable ?? false;
		this.#rungs = ladder(problem.maxResource ?? 1, options);
		this.#climb = new Climb(problem, this.#rungs);
		this.#models = new RungModels(problem, this.#climb, this.#rungs, options);
	}
	ask() {
		const promoted = this.promotion();
		if (promoted) return promoted;
		const { trials, space } = this.#problem;
		const started = this.#climb.climbers.length;
		const proposal = trials !== void 0 && started >= trials ? void 0 : this.#models.propose();
		if (proposal) return {
			kind: "new",
			...proposal,
			...this.#resumes ? { resource: this.#rungs[this.#lowest] } : {}
		};
		const late = this.#promotionOfLate();
		if (late) return late;
		if (this.#climb.pending > 0) return { kind: "wait" };
		const last = this.#resumes ? this.#promotionOf((count) => Math.max(1, Math.round(count / this.#eta))) : void 0;
		if (last) return last;
		if (trials !== void 0 && started >= trials) return {
			kind: "exhausted",
			reason: `${trials === 1 ? "the one trial was run" : `all ${plural(trials, "trial")} were run, and the best of them`} up to the full resource`,
			byTrials: true
		};
		return {
			kind: "exhausted",
			reason: this.#climb.distinct >= space.size ? allTried(space.size) : `no config was found that was not tried (${this.#climb.distinct} were)`
		};
	}
	promotion() {
		return this.#resumes ? this.#promotionOf((count) => Math.floor(count / this.#eta)) : void 0;
	}
	start(trial, config, resource) {
		const { climber, isNew } = this.#climb.start(trial, config, this.#resumes ? resource : void 0);
		if (isNew) this.#models.begins(climber);
		this.#lookBack();
	}
	report(trial, step, loss) {
		if (this.#resumes) return "continue";
		this.#ends.reports(trial, step);
		if (this.#ends.isAtEnd(step)) return "continue";
		const climber = this.#climb.find(trial);
		const top = this.#rungs.length - 1;
		let decision = "continue";
		for (let rung = climber.losses.length; rung < top && step >= this.#rungs[rung]; rung++) {
			this.#climb.arrives(climber, rung, Number.isFinite(loss) ? loss : Number.POSITIVE_INFINITY);
			if (this.#isWorse(climber, rung)) {
				climber.over = true;
				decision = "stop";
			}
			this.#models.shows(climber, rung);
			if (decision === "stop") break;
		}
		return decision;
	}
	tell(trial, outcome) {
		const climber = this.#climb.find(trial);
		const rung = climber.running ?? this.#rungs.length - 1;
		climber.running = void 0;
		if (outcome.state === "pruned") {
			climber.over = true;
			return;
		}
		const loss = outcome.state === "completed" ? outcome.loss : Number.POSITIVE_INFINITY;
		if (!Number.isFinite(loss)) {
			climber.over = true;
			const next = Math.min(climber.losses.length, rung);
			this.#climb.arrives(climber, next, Number.POSITIVE_INFINITY);
			this.#models.shows(climber, next);
			return;
		}
		this.#climb.arrives(climber, rung, loss);
		this.#ends.completes(trial);
		for (let below = 0; below < rung; below++) if (climber.losses[below] === void 0) this.#climb.arrives(climber, below, loss);
		this.#models.shows(climber, rung);
	}
	#lookBack() {
		const lowest = lowestForetelling(this.#climb.climbers, this.#rungs.length - 1);
		if (lowest <= this.#lowest) return;
		this.#lowest = lowest;
		this.#models.beginAt(lowest);
		this.#places.clear();
		const misjudged = this.#climb.climbers.filter((climber) => this.#waitsBelow(climber));
		this.#late = misjudged.slice(0, Math.ceil(misjudged.length / this.#eta));
	}
	mayResume(trial) {
		const climber = this.#climb.find(trial);
		if (climber.running !== void 0) return true;
		const rung = climber.losses.length - 1;
		if (!this.#resumes || climber.over || rung < 0 || rung >= this.#rungs.length - 1) return false;
		if (rung < this.#lowest) return this.#late.includes(climber);
		const ranked = this.#climb.ranked(rung);
		const ever = Math.min(this.#problem.trials ?? Number.POSITIVE_INFINITY, this.#problem.space.size);
		const kept = Math.max(3 * this.#eta, Math.ceil(spares * ranked.length / this.#eta));
		const place = this.#placesToGo(rung, ranked).get(trial);
		return place !== void 0 && place < Math.min(kept, Math.max(1, Math.round(ever / this.#eta)));
	}
	#placesToGo(rung, ranked) {
		const known = this.#places.get(rung);
		if (known?.ranked === ranked) return known.places;
		const order = this.#overBar(rung, ranked, this.#eta / spares) ?? ranked;
		const places = new Map(order.map(({ id }, place) => [id, place]));
		this.#places.set(rung, {
			ranked,
			places
		});
		return places;
	}
	#promotionOf(share) {
		for (let rung = this.#rungs.length - 2; rung >= this.#lowest; rung--) {
			const ranked = this.#climb.ranked(rung);
			const places = share(ranked.length);
			if (ranked.filter(({ losses, running = 0 }) => losses.length > rung + 1 || running > rung).length >= overflow * places) continue;
			const over = this.#overBar(rung, ranked);
			const next = (over ?? ranked.slice(0, places)).find((climber) => this.#waitsAt(climber, rung));
			if (next) return {
				kind: "resume",
				trial: next.id,
				resource: this.#rungs[rung + 1],
				origin: over ? `as good as the best random ones at ${this.#rungs[rung]}` : `among the best of ${ranked.length} at ${this.#rungs[rung]}`
			};
		}
	}
	#promotionOfLate() {
		const next = this.#late.find((climber) => this.#waitsBelow(climber));
		if (!next) return void 0;
		const rung = this.#rungs[next.losses.length - 1];
		return {
			kind: "resume",
			trial: next.id,
			resource: this.#rungs[this.#lowest],
			origin: `nothing new is left, and how it did at ${rung} says little`
		};
	}
	#waitsBelow({ losses, running, over }) {
		return !over && running === void 0 && losses.length > 0 && losses.length <= this.#lowest;
	}
	#overBar(rung, ranked, of = this.#eta) {
		if (rung > this.#lowest) return void 0;
		const random = ranked.filter(({ id }) => this.#models.isRandom(id));
		if (random.length < fewestRandom) return void 0;
		const bar = random[Math.floor(random.length / of)].losses[rung];
		return ranked.filter(({ losses }) => losses[rung] <= bar).sort((a, b) => b.id - a.id);
	}
	#waitsAt({ losses, running, over }, rung) {
		return !over && running === void 0 && losses.length === rung + 1;
	}
	#isWorse(climber, rung) {
		if (climber.losses[rung] === Number.POSITIVE_INFINITY) return true;
		if (rung < this.#lowest) return false;
		const ranked = this.#climb.ranked(rung);
		const bound = ranked[Math.max(1, Math.floor(ranked.length / this.#eta)) - 1].losses[rung];
		return climber.losses[rung] > bound;
	}
};

// src/search/surrogate/covering.ts
const COVERING = {
	probes: 384,
	candidates: 128
};
const COVERED = .6;
function mostCovering(geometry, candidates, probes, points) {
	if (candidates.length === 0) return void 0;
	const weights = new Float64Array(geometry.dimensions).fill(1);
	const to = distancesTo(geometry, probes);
	const squaredDistances = (point) => {
		const row = new Float64Array(probes.length);
		to(point, weights, row);
		return row;
	};
	const rows = candidates.map(squaredDistances);
	const sorted = new Float64Array(rows.length * probes.length);
	for (const [i, row] of rows.entries()) sorted.set(row, i * probes.length);
	sorted.sort();
	const radius = sorted[Math.floor(COVERED / (points.length + 1) * sorted.length)];
	const nearest = new Float64Array(probes.length).fill(Number.POSITIVE_INFINITY);
	for (const point of points) for (const [i, squared] of squaredDistances(point).entries()) nearest[i] = Math.min(nearest[i], squared);
	const uncovered = [...nearest.keys()].filter((i) => nearest[i] > radius);
	const counts = rows.map((row) => uncovered.filter((i) => row[i] <= radius).length);
	return counts.indexOf(Math.max(...counts));
}
function coveringPoint({ space, view, tried, isNew, stream }) {
	const { geometry, project } = view;
	const points = randomPoints(space, COVERING.probes, stream);
	const candidates = points.slice(0, COVERING.candidates).filter(isNew);
	const chosen = mostCovering(geometry, candidates.map(project), points.map(project), tried.map(project));
	return chosen === void 0 ? void 0 : candidates[chosen];
}

// src/search/surrogate/view.ts
function wholeView(geometry) {
	return {
		geometry,
		project: (point) => point,
		lift: (acquisition) => acquisition
	};
}
function partialView(space, dimensions) {
	const project = (point) => Float64Array.from(dimensions, (j) => point[j]);
	return {
		geometry: spaceGeometry(space, dimensions),
		project,
		lift: ({ value, valueWithGradient }) => ({
			value: (point) => value(project(point)),
			valueWithGradient(point, gradient) {
				const inner = new Float64Array(dimensions.length);
				const result = valueWithGradient(project(point), inner);
				gradient.fill(0);
				for (const [k, j] of dimensions.entries()) gradient[j] = inner[k];
				return result;
			}
		})
	};
}

// src/search/surrogate/branch-race.ts
const SHRINKING = .7;
const PROMISE = {
	observations: 40,
	anywhere: 128,
	centres: 3,
	around: 48,
	deviations: [
		.15,
		.05,
		.02
	]
};
var BranchRace = class {
	#problem;
	#evidence;
	#streams;
	#isNew;
	#branches;
	#views = /* @__PURE__ */ new Map();
	constructor({ problem, space, evidence, streams, isNew }) {
		this.#problem = problem;
		this.#evidence = evidence;
		this.#streams = streams;
		this.#isNew = isNew;
		this.#branches = branchesOf(space);
	}
	standings() {
		const { trials, observed } = this.#evidence.history;
		const warped = this.#evidence.warped(observed).targets;
		return this.#branches.map((branch) => {
			const inside = (trial) => isIn(branch, this.#evidence.pointOf(trial));
			return {
				branch,
				trials: trials.filter(inside).length,
				losses: observed.flatMap((trial, i) => inside(trial) ? [warped[i]] : []),
				failed: trials.filter((trial) => trial.state === "failed" && inside(trial)).length
			};
		});
	}
	next(index, standings, draw) {
		if (standings.length < 2) return void 0;
		const promises = (among) => this.#promises(index, among);
		const turn = whoseTurn(standings, index, draw, promises, this.#problem.trials);
		return turn && this.#foray(index, turn);
	}
	viewOf(branch) {
		const known = this.#views.get(branch);
		if (known) return known;
		const view = partialView(this.#problem.space, branch.dimensions);
		this.#views.set(branch, view);
		return view;
	}
	#promises(index, among) {
		const { ended } = this.#evidence.history;
		const { targets } = this.#evidence.warped(ended);
		const lowest = Math.min(...targets);
		const targetOf = new Map(ended.map((trial, i) => [trial, targets[i]]));
		return among.map(({ branch }) => this.#promise(index, branch, targetOf, lowest));
	}
	#promise(index, branch, targetOf, lowest) {
		const view = this.viewOf(branch);
		const { ended } = this.#evidence.history;
		const inside = ended.filter((trial) => isIn(branch, this.#evidence.pointOf(trial)));
		const members = kept(inside, PROMISE.observations);
		const own = Float64Array.from(members, (trial) => targetOf.get(trial));
		const points = members.map((trial) => this.#evidence.pointOf(trial));
		const observations = new Observations(view.geometry, points.map(view.project));
		const observed = new GaussianProcess(observations, own, fitAnew(observations, own));
		const model = withPending(observed, own, this.#evidence.pendingIn(view, branch));
		const { value } = view.lift(logExpectedImprovement(model, lowest, void 0));
		const stream = this.#streams("bayesian promise", index);
		const around = [...members.keys()].sort((a, b) => own[a] - own[b]).slice(0, PROMISE.centres).flatMap((i) => Array.from({ length: PROMISE.around }, (_, k) => {
			const deviation = PROMISE.deviations[k % PROMISE.deviations.length];
			const moved = points[i].map((x, j) => branch.dimensions.includes(j) ? x + deviation * stream.normal() : x);
			return branch.space.canonical(moved, stream);
		}));
		return Math.max(...[...randomPoints(branch.space, PROMISE.anywhere, stream), ...around].map(value));
	}
	#foray(index, { results, why }) {
		const { branch, trials, losses } = results;
		if (why === "falling") return {
			branch,
			radius: NEIGHBOURHOOD * SHRINKING ** sinceBest(losses)
		};
		const near = trials % 2 !== 0 || why !== "race" && standsOut(losses) && !varies(losses);
		if (losses.length < 3 || !(near ? standsOut(losses) : varies(losses)) || why === "race" && trials < 2 + branch.own) {
			const config = this.#covering(index, branch);
			if (config) return { config };
		}
		if (losses.length === 0) return void 0;
		return near ? {
			branch,
			radius: NEIGHBOURHOOD
		} : { branch };
	}
	#covering(index, branch) {
		const chosen = coveringPoint({
			space: branch.space,
			view: this.viewOf(branch),
			tried: this.#evidence.triedIn(branch),
			isNew: this.#isNew,
			stream: this.#streams("bayesian branch", index)
		});
		return chosen && decodePoint(this.#problem.space, chosen);
	}
};

// src/search/surrogate/evidence.ts
var Evidence = class {
	history;
	shapes;
	#space;
	#geometry;
	#goalShapes = [];
	#points = /* @__PURE__ */ new Map();
	constructor(space, geometry, history) {
		this.#space = space;
		this.#geometry = geometry;
		this.history = history;
		this.shapes = this.#shapesBy(({ loss }) => loss);
	}
	get hasGoals() {
		return this.history.ended.some(({ losses, constraints }) => losses !== void 0 || constraints !== void 0);
	}
	get isBlind() {
		const told = this.history.ended.flatMap(({ constraints }) => constraints ? [constraints] : []);
		if (told.length === 0 || told.some((values) => values.every((value) => value <= 0))) return false;
		return told[0].every((_, k) => {
			const missed = told.map((values) => values[k]).filter((value) => value > 0);
			return missed.every((value) => value === missed[0]);
		});
	}
	pointOf(trial) {
		const known = this.#points.get(trial.id);
		if (known) return known;
		const point = encodeConfig(this.#space, trial.config);
		this.#points.set(trial.id, point);
		return point;
	}
	warped(trials) {
		return warpLosses(trials.map(({ loss }) => loss), this.shapes.after(this.history.ended));
	}
	shapesOf(objective) {
		this.#goalShapes[objective] ??= this.#shapesBy(({ losses }) => losses?.[objective]);
		return this.#goalShapes[objective];
	}
	failsNearby() {
		const { ended } = this.history;
		if (ended.every(({ loss }) => loss !== void 0)) return () => false;
		const squaredDistances = distancesTo(this.#geometry, ended.map((trial) => this.pointOf(trial)));
		const weights = new Float64Array(this.#geometry.dimensions).fill(1);
		const row = new Float64Array(ended.length);
		return (point) => {
			squaredDistances(point, weights, row);
			return ended[row.indexOf(Math.min(...row))].loss === void 0;
		};
	}
	triedIn(branch) {
		return this.#pointsIn(this.history.trials, branch);
	}
	pendingIn({ project }, branch) {
		return this.#pointsIn(this.history.pending, branch).map(project);
	}
	#pointsIn(trials, branch) {
		return trials.map((trial) => this.pointOf(trial)).filter((point) => !branch || isIn(branch, point));
	}
	#shapesBy(lossOf) {
		return new WarpChoices(this.#geometry, (trial) => {
			const loss = lossOf(trial);
			return loss === void 0 || !Number.isFinite(loss) ? void 0 : {
				point: this.pointOf(trial),
				loss
			};
		});
	}
};

// src/search/surrogate/feasibility.ts
function feasibilityOf(inputs) {
	const { results, ended, pointOf, part, fits } = inputs;
	if (results.every(({ loss }) => loss !== void 0)) return void 0;
	const targets = (trials) => Float64Array.from(trials, ({ loss }) => loss === void 0 ? -1 : 1);
	const { lengths: _, ...geometry } = inputs.observations.geometry;
	const observations = new Observations(geometry, inputs.observations.points);
	const start = startAt(geometry, -1, .001);
	const fit = fits.of(`works ${part}`, ended, {
		geometry,
		pointOf,
		targets,
		start
	});
	return new GaussianProcess(observations, targets(results), fit);
}

// src/search/surrogate/fits.ts
const FRESH_FIT = 10;
const FEWER_FITS = 60;
var Fits = class {
	#geometry;
	#pointOf;
	#shapes;
	#fits = /* @__PURE__ */ new Map();
	constructor(geometry, pointOf, shapes) {
		this.#geometry = geometry;
		this.#pointOf = pointOf;
		this.#shapes = shapes;
	}
	after(ended) {
		const step = ended.length <= FEWER_FITS ? 1 : 3;
		const at = ended.length - ended.length % step;
		const known = this.#fits.get(at);
		if (known) return known;
		let previous = startAt(this.#geometry, 0, .01);
		const decade = at - at % (FRESH_FIT * step);
		for (let size = Math.max(2, decade); size <= at; size += step) {
			previous = this.#fits.get(size) ?? this.#fitTo(ended.slice(0, size), previous, size === decade);
			this.#fits.set(size, previous);
		}
		return previous;
	}
	#fitTo(results, previous, fresh) {
		const trials = kept(results);
		const { targets } = warpLosses(trials.map(({ loss }) => loss), this.#shapes.after(results));
		const observations = new Observations(this.#geometry, trials.map(this.#pointOf));
		const many = trials.length > 150;
		return fitHyperparameters(observations, targets, [previous], fresh ? many ? 12 : 40 : many ? 3 : 8);
	}
};

// src/search/surrogate/initial-design.ts
const MOST_FOREIGN = 3;
var InitialDesign = class {
	#problem;
	#space;
	#streams;
	#points;
	size;
	constructor(problem, space, streams) {
		this.#problem = problem;
		this.#space = space;
		this.#streams = streams;
		const dimensions = problem.space.dimensions.length;
		this.#points = new SpreadPoints(dimensions, streams, "bayesian start");
		const wanted = Math.min(6, Math.max(5, dimensions + 1));
		this.size = problem.trials === void 0 ? wanted : Math.max(2, Math.min(wanted, Math.floor(problem.trials / 4)));
	}
	placeOf(index, trials) {
		return index - Math.min(MOST_FOREIGN, this.#foreign(index, trials));
	}
	propose(place, isNew) {
		const designed = this.#designed(place);
		if (isNew(designed)) return designed;
		return this.#points.newConfig(this.#problem.space, place, isNew, { from: 1 });
	}
	#foreign(index, trials) {
		if (index >= this.size + MOST_FOREIGN) return MOST_FOREIGN;
		const { space, incumbent } = this.#problem;
		const design = Array.from({ length: this.size + MOST_FOREIGN }, (_, place) => this.#designed(place));
		const own = new Set([...design, ...incumbent ? [incumbent] : []].map((config) => hashConfig(space, config)));
		return trials.filter(({ config }) => !own.has(hashConfig(space, config))).length;
	}
	#designed(place) {
		const point = this.#points.point(place);
		for (const j of this.#space.discrete) {
			const count = this.#space.counts[j];
			if (this.#space.ordinal[j]) continue;
			const round = Math.floor(place / count);
			point[j] = (this.#streams(`bayesian balance ${j}`, round).shuffle(Array.from({ length: count }, (_, i) => i))[place % count] + .5) / count;
		}
		return decodePoint(this.#problem.space, point);
	}
};

// src/search/surrogate/like-choices.ts
const FEWEST = 3;
function likeChoices(dimensions) {
	const alike = /* @__PURE__ */ new Map();
	for (const [j, dimension] of dimensions.entries()) {
		const key = keyOf(dimension);
		if (key !== void 0) alike.set(key, [...alike.get(key) ?? [], j]);
	}
	const groups = [...alike.values()].filter((members) => members.length >= FEWEST);
	if (groups.length === 0) return void 0;
	const sizes = groups.map((members) => dimensions[members[0]].values);
	const size = sizes.reduce((sum, options) => sum + options, 0);
	const features = groups.map((members) => members.map((j) => ranksOf(dimensions[j])));
	return {
		groups: sizes,
		of(point) {
			const counts = new Float64Array(size);
			let from = 0;
			for (const [g, members] of groups.entries()) {
				const options = sizes[g];
				const unit = 1 / Math.sqrt(members.length);
				for (const [m, j] of members.entries()) {
					const x = point[j];
					if (Number.isNaN(x)) continue;
					for (let k = 0; k < options; k++) counts[from + k] -= unit / options;
					counts[from + features[g][m][Math.floor(x * options)]] += unit;
				}
				from += options;
			}
			return counts;
		}
	};
}
function keyOf({ kind, parameter: { domain, path } }) {
	if (kind !== "categorical") return void 0;
	if (domain.type === "choice") return JSON.stringify(domain.values.map(named).sort());
	return path.replace(/\d+/g, "#");
}
function ranksOf({ parameter: { domain } }) {
	if (domain.type !== "choice") return [0, 1];
	const names = domain.values.map(named);
	const sorted = [...names].sort();
	return names.map((name) => sorted.indexOf(name));
}
const named = (value) => JSON.stringify(value);

// src/math/expected-hypervolume-improvement.ts
const nothing = {
	log: Number.NEGATIVE_INFINITY,
	byMean: 0,
	byDeviation: 0
};
function logExpectedHypervolumeImprovement({ values, boxes }, { means, deviations }, slope) {
	const below = values.map((of, k) => Array.from(of, (value) => logImprovement(value, means[k], deviations[k])));
	const widths = boxes.map(({ from, to }) => below.map((of, k) => difference(of[to[k]], of[from[k]])));
	const terms = widths.map((sides) => sides.reduce((sum, { log }) => sum + log, 0));
	const largest = terms.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
	if (slope) for (const part of [slope.means, slope.deviations]) part.fill(0);
	if (largest === Number.NEGATIVE_INFINITY) return -Number.MAX_VALUE;
	const weights = terms.map((term) => Math.exp(term - largest));
	const sum = weights.reduce((all, weight) => all + weight, 0);
	if (slope) for (const [i, weight] of weights.entries()) {
		if (weight === 0) continue;
		for (const [k, { byMean, byDeviation }] of widths[i].entries()) {
			slope.means[k] += weight / sum * byMean;
			slope.deviations[k] += weight / sum * byDeviation;
		}
	}
	return largest + Math.log(sum);
}
function logImprovement(value, mean, deviation) {
	if (value === Number.NEGATIVE_INFINITY) return nothing;
	const z = (value - mean) / deviation;
	const slope = logHSlope(z);
	return {
		log: logH(z) + Math.log(deviation),
		byMean: -slope / deviation,
		byDeviation: (1 - z * slope) / deviation
	};
}
function difference(a, b) {
	if (b.log === Number.NEGATIVE_INFINITY) return a;
	const gap = b.log - a.log;
	if (!(gap < 0)) return nothing;
	const share = -1 / Math.expm1(gap);
	const other = share * Math.exp(gap);
	return {
		log: a.log + Math.log(-Math.expm1(gap)),
		byMean: share * a.byMean - other * b.byMean,
		byDeviation: share * a.byDeviation - other * b.byDeviation
	};
}

// src/math/open-boxes.ts
function openBoxes(points, reference) {
	const inside = points.filter((point) => point.every((value, k) => value < reference[k]));
	const front = distinct(nondominated(inside).map((i) => inside[i]));
	const end = front.length + 1;
	const orders = reference.map((_, k) => [...front.keys()].sort((a, b) => front[a][k] - front[b][k] || a - b));
	const values = reference.map((last, k) => Float64Array.of(Number.NEGATIVE_INFINITY, ...orders[k].map((i) => front[i][k]), last));
	const places = front.map(() => new Int32Array(reference.length));
	for (const [k, order] of orders.entries()) for (const [place, i] of order.entries()) places[i][k] = place + 1;
	let bounds = [{
		at: new Int32Array(reference.length).fill(end),
		by: reference.map((_, k) => new Int32Array(reference.length).map((_, j) => j === k ? end : 0))
	}];
	for (const point of places) bounds = bounds.flatMap((bound) => isBelow(point, bound.at) ? cut(bound, point) : [bound]);
	return {
		values,
		boxes: bounds.map(({ at, by }) => ({
			from: at.map((_, k) => furthest(by.slice(0, k), k)),
			to: at
		})).filter(({ from, to }) => values.every((of, k) => of[from[k]] < of[to[k]]))
	};
}
function distinct(points) {
	return points.filter((point, i) => !points.slice(0, i).some((other) => other.every((value, k) => value === point[k])));
}
function isBelow(point, bound) {
	return point.every((place, k) => place < bound[k]);
}
function cut({ at, by }, point) {
	return [...at.keys()].filter((k) => point[k] > furthest(by.toSpliced(k, 1), k)).map((k) => ({
		at: at.with(k, point[k]),
		by: by.with(k, point)
	}));
}
function furthest(points, k) {
	return points.reduce((most, point) => Math.max(most, point[k]), 0);
}

// src/search/surrogate/pareto.ts
const AUGMENTATION = .05;
const MARGIN = .5;
const VOLUME = {
	two: {
		margin: MARGIN,
		warped: true
	},
	three: {
		margin: .15,
		warped: false
	}
};
const CENTRES = 5;
function paretoAcquisition(inputs) {
	const { results, points, inside, works } = inputs;
	const objectives = results.find(({ losses }) => losses !== void 0)?.losses?.length ?? 1;
	const feasibility = logFeasibility(inputs);
	if (objectives < 2 && !feasibility) return void 0;
	const index = new Map(results.map((result, i) => [result, i]));
	const ranked = byMerit(results.filter(({ loss, losses }, i) => inside(i) && (objectives < 2 ? loss : losses) !== void 0));
	const reached = ranked.filter(isFeasible).map((result) => index.get(result));
	const weights = [...works ? [logSign([works], 1)] : [], ...feasibility ? [feasibility] : []];
	const parts = [...reached.length === 0 ? [] : objectives < 2 ? [inputs.improvement(inputs.model, inputs.targets[reached[0]])] : objectives === 2 || objectives === 3 && isEven(inputs) ? [hypervolumeImprovement(inputs, reached, objectives)] : [scalarisedImprovement(inputs, reached, objectives)], ...weights];
	if (parts.length === 0) return void 0;
	return {
		acquisition: parts.reduce(plus),
		centres: ranked.slice(0, CENTRES).map((result) => points[index.get(result)])
	};
}
function isEven({ ended, pending }) {
	return (ended.length + pending.length) % 2 === 0;
}
function referencePoint(front, all, margin = MARGIN) {
	return (front[0] ?? []).map((_, k) => {
		const range = (points) => {
			const values = points.map((point) => point[k]);
			return {
				best: Math.min(...values),
				worst: Math.max(...values)
			};
		};
		const own = range(front);
		const { best, worst } = own.worst > own.best ? own : range(all);
		return worst + margin * (worst - best || 1);
	});
}
function targetsOf(trials, objective, shape) {
	const { targets } = warpLosses(trials.map(({ losses }) => losses?.[objective]), shape);
	return targets;
}
function hypervolumeImprovement(inputs, reached, objectives) {
	const { results } = inputs;
	const { margin, warped } = objectives === 2 ? VOLUME.two : VOLUME.three;
	const each = Array.from({ length: objectives }, (_, k) => k);
	const shape = (k) => warped ? inputs.shapeOf(k) : "none";
	const targets = each.map((k) => targetsOf(results, k, shape(k)));
	const models = each.map((k) => modelOf(inputs, {
		key: `metric ${k}`,
		targets: (trials) => targetsOf(trials, k, shape(k))
	}));
	const all = reached.map((i) => targets.map((of) => of[i]));
	const front = nondominated(all).map((i) => all[i]);
	const open = openBoxes(front, referencePoint(front, all, margin));
	const slope = {
		means: new Float64Array(objectives),
		deviations: new Float64Array(objectives)
	};
	return {
		value(point) {
			const predicted = models.map((model) => model.predict(point));
			return logExpectedHypervolumeImprovement(open, {
				means: predicted.map(({ mean }) => mean),
				deviations: predicted.map(({ variance }) => Math.sqrt(variance))
			});
		},
		valueWithGradient(point, gradient) {
			const parts = models.map((model) => model.predictWithGradient(point));
			const means = parts.map(({ mean }) => mean);
			const deviations = parts.map(({ variance }) => Math.sqrt(variance));
			const value = logExpectedHypervolumeImprovement(open, {
				means,
				deviations
			}, slope);
			gradient.fill(0);
			for (const [k, { meanSlope, varianceSlope }] of parts.entries()) {
				const byVariance = slope.deviations[k] / (2 * deviations[k]);
				for (let j = 0; j < gradient.length; j++) gradient[j] += slope.means[k] * meanSlope[j] + byVariance * varianceSlope[j];
			}
			return value;
		}
	};
}
function scalarisedImprovement(inputs, reached, objectives) {
	const { results, stream } = inputs;
	const weights = simplexWeights(objectives, stream);
	const warped = weights.map((_, k) => targetsOf(results, k, inputs.shapeOf(k)));
	const all = reached.map((i) => warped.map((target) => target[i]));
	const front = nondominated(all).map((i) => all[i]);
	const ideal = weights.map((_, k) => Math.min(...front.map((point) => point[k])));
	const range = referencePoint(front, all).map((worst, k) => worst - ideal[k]);
	const scalars = new Map(results.map((result, i) => [result, result.losses ? tchebycheff(warped.map((target) => target[i]), weights, ideal, range) : void 0]));
	const targets = (trials) => warpLosses(trials.map((trial) => scalars.get(trial))).targets;
	const model = modelOf(inputs, {
		targets,
		has: (trial) => scalars.has(trial)
	});
	const scale = targets(results);
	return inputs.improvement(model, Math.min(...reached.map((i) => scale[i])));
}
function tchebycheff(point, weights, ideal, range) {
	const terms = point.map((value, k) => weights[k] * ((value - ideal[k]) / range[k]));
	return Math.max(...terms) + AUGMENTATION * terms.reduce((sum, term) => sum + term, 0);
}
function simplexWeights(objectives, stream) {
	const parts = Array.from({ length: objectives }, () => -Math.log(1 - stream.uniform()));
	const sum = parts.reduce((a, b) => a + b, 0);
	return parts.map((part) => sum > 0 ? part / sum : 1 / objectives);
}

// src/search/surrogate/sparing-fits.ts
const MOST_FITTED = 80;
var SparingFits = class {
	#fits = /* @__PURE__ */ new Map();
	of(key, results, fitted) {
		const { length } = results;
		const at = length - length % (key === void 0 || length <= 30 ? 1 : length <= 60 ? 3 : length <= 200 ? 6 : 12);
		const name = `${key} ${at} ${results.slice(0, at).reduce((sum, { id }, i) => (sum * 31 + id + i) % 2 ** 31, 0)}`;
		const known = key === void 0 ? void 0 : this.#fits.get(name);
		if (known) return known;
		const { geometry, pointOf, targets, start } = fitted;
		const stride = Math.max(1, at / MOST_FITTED);
		const some = Array.from({ length: Math.min(at, MOST_FITTED) }, (_, i) => results[Math.floor(i * stride)]);
		const observations = new Observations(geometry, some.map(pointOf));
		const fit = fitHyperparameters(observations, targets(some), [start], 25);
		if (key !== void 0) this.#fits.set(name, fit);
		return fit;
	}
};

// src/search/surrogate/standstill.ts
const GAIN = .001;
const STANDSTILL = 10;
const ELSEWHERE_OF = {
	exact: 4,
	noisy: 8
};
const NOISY$1 = .003;
function looksElsewhere(index, shown) {
	if (index % ELSEWHERE_OF.exact !== 3) return false;
	const { losses, noise } = shown();
	return index % (noise < NOISY$1 ? ELSEWHERE_OF.exact : ELSEWHERE_OF.noisy) === 3 && resultsSinceGain(losses) >= STANDSTILL;
}
function resultsSinceGain(losses) {
	let [before, at] = [Number.POSITIVE_INFINITY, 0];
	for (let i = 0; i < losses.length; i++) if (losses[i] < before - GAIN) [before, at] = [losses[i], i];
	return losses.length - 1 - at;
}

// src/search/bayesian.ts
const EXPLORATION = .05;
const WIDE_OF = {
	few: 4,
	others: 2
};
const MANY_NUMBERS = 20;
const NOISY = 1e-4;
const PAIRS = 4;
const DRAWN = .6;
const WITH_FAILURES = .7;
var BayesianStrategy = class extends BaseStrategy {
	#space;
	#geometry;
	#evidence;
	#design;
	#race;
	#models;
	#spread;
	#wideOf;
	#trustsMean;
	#furtherFits = new SparingFits();
	#gain;
	constructor(problem) {
		super(problem);
		const { space } = problem;
		this.#space = pointSpace(space);
		this.#geometry = spaceGeometry(space);
		this.#evidence = new Evidence(space, this.#geometry, this.history);
		const streams = (purpose, index) => this.stream(purpose, index);
		this.#design = new InitialDesign(problem, this.#space, streams);
		this.#race = new BranchRace({
			problem,
			space: this.#space,
			evidence: this.#evidence,
			streams,
			isNew: (point) => this.#isNewPoint(point)
		});
		this.#spread = new SpreadPoints(space.dimensions.length, streams, "bayesian spread");
		const features = likeChoices(space.dimensions);
		this.#models = [this.#geometry, ...features ? [{
			...this.#geometry,
			features
		}] : []].map((geometry) => ({
			view: wholeView(geometry),
			fits: new Fits(geometry, (trial) => this.#evidence.pointOf(trial), this.#evidence.shapes)
		}));
		const numbers = this.#space.continuous.length;
		this.#wideOf = numbers > 0 && numbers < MANY_NUMBERS ? WIDE_OF.few : WIDE_OF.others;
		this.#trustsMean = numbers === 0 || this.#space.gates.length > 0;
	}
	propose(index) {
		const place = this.#design.placeOf(index, this.history.trials);
		if (place < this.#design.size || this.history.observed.length < 2) {
			const config = this.#design.propose(place, (candidate) => this.isNew(candidate));
			return config && {
				config,
				origin: "initial design"
			};
		}
		const standings = this.#space.gates.length > 0 ? this.#race.standings() : [];
		if (this.#space.gates.length > 0) {
			const draw = this.stream("bayesian", index).uniform();
			if (draw < EXPLORATION) {
				const config = this.anyNew(index);
				return config && {
					config,
					origin: "exploration"
				};
			}
			const foray = this.#race.next(index, standings, (draw - EXPLORATION) / .95);
			const config = foray && ("config" in foray ? foray.config : this.#modelled(index, foray.branch, foray.radius));
			if (config) return {
				config,
				origin: "branch"
			};
		}
		if (this.#looksElsewhere(index, standings)) {
			const config = this.#elsewhere(index);
			if (config) return {
				config,
				origin: "exploration"
			};
		}
		const near = index % this.#wideOf !== 1 && !this.#evidence.hasGoals;
		const config = this.#modelled(index, void 0, near ? NEIGHBOURHOOD : void 0);
		if (near) return config && {
			config,
			origin: this.#space.hasContinuous ? "near the best" : "model"
		};
		const gain = laggards(standings, this.problem.trials).length > 0 ? void 0 : this.#gain;
		return config && {
			config,
			origin: "model",
			...gain === void 0 ? {} : { gain }
		};
	}
	#looksElsewhere(index, standings) {
		if (this.#evidence.hasGoals) return this.#evidence.isBlind;
		if (standings.length > 1 || !this.#space.hasContinuous) return false;
		const { ended, observed } = this.history;
		const { fits } = this.#models[index % this.#models.length];
		return looksElsewhere(index, () => ({
			losses: this.#evidence.warped(observed).targets,
			noise: noiseOf(fits.after(ended))
		}));
	}
	#elsewhere(index) {
		const failsAt = this.#evidence.failsNearby();
		const point = coveringPoint({
			space: this.#space,
			view: this.#models[0].view,
			tried: this.#evidence.triedIn(),
			isNew: (candidate) => !failsAt(candidate) && this.#isNewPoint(candidate),
			stream: this.stream("bayesian elsewhere", index)
		});
		return point && decodePoint(this.problem.space, point);
	}
	#isNewPoint(point) {
		return this.isNew(decodePoint(this.problem.space, point));
	}
	#modelled(index, branch, radius) {
		const { ended } = this.history;
		const own = this.#evidence.hasGoals ? void 0 : branch;
		const endedHere = own ? ended.filter((trial) => isIn(own, this.#evidence.pointOf(trial))) : ended;
		const results = kept(endedHere);
		const losses = results.map(({ loss }) => loss);
		const { targets } = this.#evidence.warped(results);
		const points = results.map((trial) => this.#evidence.pointOf(trial));
		const turn = index % this.#models.length;
		const whole = this.#models[turn];
		const view = own ? this.#race.viewOf(own) : whole.view;
		const observations = new Observations(view.geometry, points.map(view.project));
		const hyperparameters = own ? fitAnew(observations, targets) : whole.fits.after(ended);
		const observed = new GaussianProcess(observations, targets, hyperparameters);
		const drawn = this.#drawsAt(index, hyperparameters);
		const pending = this.#evidence.pendingIn(view, own);
		const model = drawn ? observed : withPending(observed, targets, pending);
		const inside = (i) => losses[i] !== void 0 && (!branch || isIn(branch, points[i]));
		const ranked = points.map((point, i) => ({
			point,
			mean: observed.mean(view.project(point)),
			i
		})).filter(({ i }) => inside(i)).sort((a, b) => a.mean - b.mean);
		if (!ranked[0]) return void 0;
		const works = feasibilityOf({
			results,
			observations,
			ended: endedHere,
			pointOf: (trial) => view.project(this.#evidence.pointOf(trial)),
			part: own ? JSON.stringify(own.fixed) : `all ${turn}`,
			fits: this.#furtherFits
		});
		const stream = this.stream("bayesian acquisition", index);
		const effort = Math.min(1, (110 / (points.length + pending.length)) ** 2) * (drawn ? DRAWN : 1) * (works ? WITH_FAILURES : 1);
		const spread = Array.from({ length: Math.max(64, Math.round(384 * effort)) }, (_, i) => this.#spread.point(index * 1024 + i));
		const pareto = own === void 0 ? paretoAcquisition({
			geometry: this.#geometry,
			results,
			points,
			pending: this.history.pending.map((trial) => this.#evidence.pointOf(trial)),
			ended: this.history.ended,
			pointOf: (trial) => this.#evidence.pointOf(trial),
			fits: this.#furtherFits,
			inside,
			shapeOf: (objective) => this.#evidence.shapesOf(objective).after(this.history.ended),
			stream,
			works,
			model,
			targets,
			improvement: (process, below) => logExpectedImprovement(process, below, void 0)
		}) : void 0;
		const improvement = pareto ? void 0 : view.lift(drawn ? this.#drawnImprovement(index, observed, targets, pending, ranked, works) : logExpectedImprovement(model, this.#toImprove(targets, ranked), works));
		const found = searchAcquisition({
			space: branch ? branch.space : this.#space,
			acquisition: pareto?.acquisition ?? improvement,
			centres: pareto?.centres ?? ranked.slice(0, 5).map(({ point }) => point),
			spread,
			...radius !== void 0 ? { box: {
				centre: ranked[0].point,
				radius
			} } : {},
			stream,
			neighbours: Math.max(12, Math.round(60 * effort)),
			taken: (point) => !this.#isNewPoint(point)
		});
		this.#gain = found && improvement && Math.exp(improvement.value(found));
		return found && decodePoint(this.problem.space, found);
	}
	#toImprove(targets, among) {
		return Math.min(...among.map(({ mean, i }) => this.#trustsMean ? mean : targets[i]));
	}
	#drawnImprovement(index, observed, targets, pending, among, works) {
		const stream = this.stream("bayesian draws", index);
		const draws = new PosteriorDraws(observed, targets, pending, PAIRS, () => stream.normal());
		const counted = [...among.map(({ i }) => i), ...pending.map((_, i) => targets.length + i)];
		const bests = draws.values.map((values) => Math.min(...counted.map((i) => values[i])));
		return logNoisyExpectedImprovement(draws, bests, works);
	}
	#drawsAt(index, fit) {
		return !this.#trustsMean && !this.#evidence.hasGoals && index % 2 === 1 && noiseOf(fit) >= NOISY;
	}
};
function noiseOf({ logNoise, logSignal }) {
	return Math.exp(logNoise - logSignal);
}

// src/search/mutation.ts
const FEW = 8;
const MOVE = .12;
const ANYWHERE = .2;
function mutationSpace(space) {
	return {
		space,
		repeats: space.parameters.flatMap((count) => {
			const { domain, role, path } = count;
			if (role !== "count" || domain.type !== "int") return [];
			return [{
				count,
				blocks: Array.from({ length: domain.max }, (_, i) => {
					const prefix = `${path}[${i}].`;
					return new Map(space.parameters.filter((parameter) => parameter.path.startsWith(prefix)).map((parameter) => [parameter.path.slice(prefix.length), parameter.path]));
				})
			}];
		}),
		values: space.dimensions.filter(({ parameter }) => parameter.role !== "count")
	};
}
function mutate(mutations, config, stream) {
	const places = mutations.values.filter(({ parameter }) => config[parameter.path] !== void 0).map((dimension) => () => {
		const { path } = dimension.parameter;
		return settled(mutations.space, {
			...config,
			[path]: mutatedValue(dimension, config[path], stream)
		}, stream);
	});
	for (const repeat of mutations.repeats) {
		const count = config[repeat.count.path];
		if (typeof count !== "number") continue;
		const arrangements = {
			resize: resized(repeat, count),
			swap: swapped(count)
		};
		for (const some of Object.values(arrangements)) if (some.length > 0) places.push(() => rearranged(mutations.space, repeat, config, some[stream.integer(some.length)], stream));
	}
	return places.length === 0 ? config : places[stream.integer(places.length)]();
}
function singleChanges(mutations, config, step, stream) {
	const { space } = mutations;
	const changed = mutations.values.flatMap((dimension) => {
		const { path } = dimension.parameter;
		const from = config[path];
		if (from === void 0) return [];
		return otherValues(dimension, from, step).map((value) => settled(space, {
			...config,
			[path]: value
		}, stream));
	});
	const arranged = mutations.repeats.flatMap((repeat) => {
		const count = config[repeat.count.path];
		if (typeof count !== "number") return [];
		return [...resized(repeat, count), ...swapped(count)].map((order) => rearranged(space, repeat, config, order, stream));
	});
	return [...changed, ...arranged];
}
function resized({ count: { domain } }, count) {
	if (domain.type !== "int") return [];
	const order = Array.from({ length: count }, (_, i) => i);
	const more = count < domain.max ? [...order.keys(), count] : [];
	const less = count > domain.min ? [...order.keys()] : [];
	return [...more.map((at) => order.toSpliced(at, 0, void 0)), ...less.map((at) => order.toSpliced(at, 1))];
}
function swapped(count) {
	const order = Array.from({ length: count }, (_, i) => i);
	return order.slice(1).map((at) => order.toSpliced(at - 1, 2, at, at - 1));
}
function rearranged(space, { count, blocks }, config, order, stream) {
	const draft = {
		...config,
		[count.path]: order.length
	};
	for (const block of blocks) for (const path of block.values()) delete draft[path];
	for (const [at, from] of order.entries()) {
		if (from === void 0) continue;
		for (const [name, path] of blocks[from]) {
			const value = config[path];
			const target = blocks[at].get(name);
			if (value !== void 0 && target !== void 0) draft[target] = value;
		}
	}
	return settled(space, draft, stream);
}
function settled(space, draft, stream) {
	const config = {};
	for (const parameter of space.parameters) {
		if (!isActive(parameter, config)) continue;
		const { domain, path } = parameter;
		config[path] = draft[path] ?? (valueCount(domain) === 1 ? valueAt(domain, 0) : fromUnit(domain, stream.uniform()));
	}
	return config;
}
function mutatedValue({ kind, values, parameter: { domain } }, from, stream) {
	if (kind === "categorical") return valueAt(domain, (indexOf(domain, from) + 1 + stream.integer(values - 1)) % values);
	const unit = toUnit(domain, from);
	for (let tries = 0; tries < 16; tries++) {
		const place = stream.uniform() < ANYWHERE ? stream.uniform() : reflect(unit + MOVE * stream.normal());
		const value = fromUnit(domain, place);
		if (value !== from) return value;
	}
	if (kind === "continuous") return fromUnit(domain, stream.uniform());
	const index = indexOf(domain, from);
	const up = index === 0 || index < values - 1 && stream.uniform() < .5;
	return valueAt(domain, index + (up ? 1 : -1));
}
function otherValues({ kind, values, parameter: { domain } }, from, step) {
	if (kind === "categorical" || values <= FEW) {
		const index = indexOf(domain, from);
		return Array.from({ length: values }, (_, i) => i).filter((i) => i !== index).map((i) => valueAt(domain, i));
	}
	const unit = toUnit(domain, from);
	const reached = [unit - step, unit + step].map((place) => fromUnit(domain, Math.min(1, Math.max(0, place))));
	if (kind === "ordinal") {
		const index = indexOf(domain, from);
		for (const near of [index - 1, index + 1]) if (near >= 0 && near < values) reached.push(valueAt(domain, near));
	}
	return [...new Set(reached)].filter((value) => value !== from);
}
function reflect(x) {
	const wrapped = Math.abs(x) % 2;
	return wrapped > 1 ? 2 - wrapped : wrapped;
}

// src/search/evolution.ts
const TRIES = 48;
const TRIES_A_DEPTH = 12;
var EvolutionStrategy = class extends BaseStrategy {
	#population;
	#tournament;
	#mutations;
	#start;
	constructor(problem, { population, tournament } = {}) {
		super(problem);
		this.#population = Math.max(2, population ?? defaultPopulation(problem.trials));
		this.#tournament = Math.min(this.#population, Math.max(1, tournament ?? Math.max(2, Math.round(this.#population / 4))));
		this.#mutations = mutationSpace(problem.space);
		this.#start = new SpreadPoints(problem.space.dimensions.length, (purpose, index) => this.stream(purpose, index), "evolution start");
	}
	propose(index) {
		const alive = this.history.observed.slice(-this.#population);
		if (index < this.#population || alive.length < 2) {
			const config = this.#spread(index);
			return config && {
				config,
				origin: "initial population"
			};
		}
		const stream = this.stream("evolution", index);
		const met = new Set(stream.shuffle(alive).slice(0, this.#tournament));
		const parent = byMerit(alive, byVolume).find((trial) => met.has(trial));
		for (let tries = 0; tries < TRIES; tries++) {
			let config = parent.config;
			for (let depth = 0; depth <= tries / TRIES_A_DEPTH; depth++) config = mutate(this.#mutations, config, stream);
			if (this.isNew(config)) return {
				config,
				origin: `mutation of #${parent.id}`,
				parent: parent.id
			};
		}
	}
	mayResume(trial) {
		return this.problem.inherits === true && this.history.observed.slice(-this.#population - 2 * ((this.problem.workers ?? 1) - 1)).some(({ id }) => id === trial);
	}
	#spread(index) {
		return this.#start.newConfig(this.problem.space, index, (config) => this.isNew(config));
	}
};

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
	nothingLeft() {
		return this.#grid ? `all ${this.#grid.length} points of the grid were tried` : super.nothingLeft();
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
function* gridValues({ domain }, points) {
	const count = valueCount(domain);
	if (count === Number.POSITIVE_INFINITY) for (let i = 0; i < points; i++) yield fromUnit(domain, i / (points - 1));
	else for (let i = 0; i < count; i++) yield valueAt(domain, i);
}

// src/search/hyperband.ts
function hyperbandPlan(options) {
	const { maxResource, configs, resumable, eta = 4 } = options;
	const rungs = ladder(maxResource, options);
	const brackets = [];
	let left = configs;
	for (let first = 0; first < rungs.length && left > 0; first++) {
		const steps = rungs.length - 1 - first;
		let count = Math.min(left, Math.ceil(rungs.length / (steps + 1) * eta ** steps));
		left -= count;
		const planned = [];
		for (const resource of rungs.slice(first)) {
			planned.push({
				configs: count,
				resource
			});
			count = Math.max(1, Math.floor(count / eta));
		}
		brackets.push({
			rungs: planned,
			cost: costOf(planned, resumable)
		});
	}
	return brackets;
}
function costOf(rungs, resumable) {
	return rungs.reduce((sum, { configs, resource }, rung) => {
		return sum + configs * (resource - (resumable ? rungs[rung - 1]?.resource ?? 0 : 0));
	}, 0);
}
function describePlan(plan) {
	const brackets = plan.map(({ rungs }) => rungs.map(({ configs, resource }) => `${configs} to ${resource}`).join(" → "));
	const cost = plan.reduce((sum, bracket) => sum + bracket.cost, 0);
	const all = plan.reduce((sum, { rungs }) => sum + rungs[0].configs, 0);
	return `A round has ${plural(plan.length, "bracket")}, ${plural(all, "config")} and ${plural(cost, "epoch")}: ${brackets.join("; ")}.`;
}
var HyperbandStrategy = class {
	#problem;
	#options;
	#rungs;
	#climb;
	#models;
	constructor(problem, options = {}) {
		this.#problem = problem;
		this.#options = options;
		this.#rungs = ladder(problem.maxResource ?? 1, options);
		this.#climb = new Climb(problem, this.#rungs);
		this.#models = new RungModels(problem, this.#climb, this.#rungs, options);
	}
	#brackets() {
		const { trials, space, repeats, resumable = false } = this.#problem;
		const configs = Math.min(trials ?? Number.POSITIVE_INFINITY, repeats ? Number.POSITIVE_INFINITY : space.size);
		const members = this.#climb.climbers;
		const found = [];
		let taken = 0;
		while (taken <= members.length && taken < configs) {
			const plan = hyperbandPlan({
				...this.#options,
				maxResource: this.#problem.maxResource ?? 1,
				configs: configs - taken,
				resumable
			});
			for (const bracket of plan) {
				const count = bracket.rungs[0].configs;
				found.push({
					bracket,
					members: members.slice(taken, taken + count)
				});
				taken += count;
				if (taken > members.length) break;
			}
		}
		return found;
	}
	ask() {
		const brackets = this.#brackets();
		const promoted = this.#promotionAmong(brackets);
		if (promoted) return promoted;
		for (const { bracket, members } of brackets) if (members.length < bracket.rungs[0].configs) {
			const proposal = this.#models.propose();
			if (proposal) return {
				kind: "new",
				...proposal,
				resource: bracket.rungs[0].resource
			};
		}
		if (this.#climb.pending > 0) return { kind: "wait" };
		return {
			kind: "exhausted",
			reason: `every bracket is done: ${plural(this.#climb.distinct, "config was", "configs were")} tried`
		};
	}
	promotion() {
		return this.#promotionAmong(this.#brackets());
	}
	start(trial, config, resource) {
		const { climber, isNew } = this.#climb.start(trial, config, resource);
		if (isNew) this.#models.begins(climber);
	}
	report() {
		return "continue";
	}
	tell(trial, outcome) {
		const climber = this.#climb.find(trial);
		const rung = climber.running ?? this.#rungs.length - 1;
		climber.running = void 0;
		const loss = "loss" in outcome && Number.isFinite(outcome.loss) ? outcome.loss : Number.POSITIVE_INFINITY;
		this.#climb.arrives(climber, rung, outcome.state === "pruned" ? Number.POSITIVE_INFINITY : loss);
		if (climber.losses[rung] === Number.POSITIVE_INFINITY) climber.over = true;
		this.#models.shows(climber, rung, loss);
	}
	mayResume(trial) {
		const climber = this.#climb.find(trial);
		if (climber.running !== void 0) return true;
		if (climber.over) return false;
		const own = this.#brackets().find(({ members }) => members.includes(climber));
		if (!own) return false;
		const { rungs } = own.bracket;
		let alive = own.members;
		let complete = alive.length === rungs[0].configs;
		for (const [index, { resource }] of rungs.entries()) {
			const next = rungs[index + 1];
			const rung = this.#climb.rungOf(resource);
			if (!next) return climber.losses[rung] === void 0;
			complete &&= alive.every(({ losses }) => losses[rung] !== void 0);
			if (!complete) return true;
			alive = bestAt(alive, rung, next.configs);
			if (!alive.includes(climber)) return false;
		}
		return false;
	}
	#promotionAmong(brackets) {
		for (const { bracket, members } of brackets) {
			const promoted = this.#promotionIn(bracket, members);
			if (promoted) return promoted;
		}
	}
	#promotionIn({ rungs }, members) {
		let alive = members;
		let wanted = rungs[0].configs;
		for (const [index, { resource }] of rungs.entries()) {
			const next = rungs[index + 1];
			const rung = this.#climb.rungOf(resource);
			const done = alive.filter(({ losses }) => losses[rung] !== void 0);
			if (!next || alive.length < wanted || done.length < alive.length) return void 0;
			const best = bestAt(done, rung, next.configs);
			const above = this.#climb.rungOf(next.resource);
			const waiting = best.find(({ losses, running }) => losses[above] === void 0 && running === void 0);
			if (waiting) return {
				kind: "resume",
				trial: waiting.id,
				resource: next.resource,
				origin: `among the best ${best.length} of ${done.length} at ${resource}`
			};
			alive = best;
			wanted = best.length;
		}
	}
};
function bestAt(climbers, rung, count) {
	return climbers.filter(({ losses }) => losses[rung] !== Number.POSITIVE_INFINITY).sort((a, b) => a.losses[rung] - b.losses[rung] || a.id - b.id).slice(0, count);
}

// src/search/local.ts
const START = 10;
const STEPS = [
	.2,
	.08,
	.03,
	.01,
	.003
];
var LocalStrategy = class extends BaseStrategy {
	#mutations;
	#spread;
	#startSize;
	#starts = /* @__PURE__ */ new Map();
	#known = /* @__PURE__ */ new Map();
	#climb = 0;
	#current;
	#level = 0;
	#neighbours;
	constructor(problem) {
		super(problem);
		this.#mutations = mutationSpace(problem.space);
		this.#spread = new SpreadPoints(problem.space.dimensions.length, (purpose, index) => this.stream(purpose, index), "local start");
		const share = Math.floor((problem.trials ?? Number.POSITIVE_INFINITY) / 4);
		this.#startSize = Math.max(2, Math.min(START, share));
	}
	propose(index) {
		if (this.#begins(index)) {
			const config = this.#spreadConfig(index);
			return config && {
				config,
				origin: index < this.#startSize ? "initial design" : "restart"
			};
		}
		const config = this.#untried();
		const parent = this.#current.id;
		return config && {
			config,
			origin: `neighbour of #${parent}`,
			parent
		};
	}
	start(trial, config) {
		if (trial === this.history.trials.length && this.#begins(trial)) this.#starts.set(trial, trial < this.#startSize ? 0 : this.#climb + 1);
		super.start(trial, config);
		this.#settle();
	}
	tell(id, outcome) {
		super.tell(id, outcome);
		const trial = this.history.trials[id];
		if (trial.loss !== void 0) this.#learn(trial);
		this.#settle();
	}
	mayResume(trial) {
		return this.problem.inherits === true && this.#current?.id === trial;
	}
	#learn(trial) {
		const known = this.#known.get(trial.hash);
		if (known === void 0 || this.#isBetter(trial, known)) this.#known.set(trial.hash, trial);
		const climb = this.#starts.get(trial.id);
		const begins = climb !== void 0 && climb > this.#climb;
		if (!begins && this.#current && !this.#isBetter(trial, this.#current)) return;
		if (begins) this.#climb = climb;
		if (begins || !this.#current) this.#level = 0;
		this.#current = trial;
	}
	#begins(index) {
		return index < this.#startSize || this.#current === void 0 || this.#level === STEPS.length;
	}
	#settle() {
		if (this.history.trials.length < this.#startSize) return;
		while (this.#current && this.#level < STEPS.length) {
			const current = this.#current;
			const better = this.#around().flatMap(({ hash }) => this.#known.get(hash) ?? []).find((trial) => this.#isBetter(trial, current));
			if (better) this.#current = better;
			else if (this.#untried()) return;
			else this.#level++;
		}
	}
	#isBetter(a, b) {
		return isBetter(a, b, this.history.observed);
	}
	#untried() {
		return this.#around().find(({ hash }) => !this.history.wasTried(hash))?.config;
	}
	#around() {
		const { id, config } = this.#current;
		const level = this.#level;
		if (this.#neighbours?.of === id && this.#neighbours.level === level) return this.#neighbours.list;
		const { space } = this.problem;
		const stream = this.stream("local", id * STEPS.length + level);
		const list = stream.shuffle(singleChanges(this.#mutations, config, STEPS[level], stream)).map((neighbour) => ({
			config: neighbour,
			hash: hashConfig(space, neighbour)
		}));
		this.#neighbours = {
			of: id,
			level,
			list
		};
		return list;
	}
	#spreadConfig(index) {
		return this.#spread.newConfig(this.problem.space, index, (config) => this.isNew(config));
	}
};

// src/search/random.ts
var RandomStrategy = class extends BaseStrategy {
	propose(index) {
		return {
			config: sampleConfig(this.problem.space, this.stream("random", index)),
			origin: "random"
		};
	}
};

// src/search/stopping/early-stopping.ts
var EarlyStopping = class {
	#inner;
	#rule;
	#stoppedLoss;
	#cases;
	#courses = [];
	#ends = new Ends();
	constructor(inner, rule, { stoppedLoss, cases = false } = {}) {
		this.#inner = inner;
		this.#rule = rule;
		this.#stoppedLoss = stoppedLoss;
		this.#cases = cases;
	}
	ask() {
		return this.#inner.ask();
	}
	promotion() {
		return this.#inner.promotion?.();
	}
	start(trial, config, resource) {
		const course = this.#courses[trial];
		if (course) course.state = "running";
		else this.#courses[trial] = {
			reports: [],
			state: "running",
			misses: false
		};
		this.#inner.start(trial, config, resource);
	}
	report(trial, step, loss) {
		const inner = this.#inner.report(trial, step, loss);
		const course = this.#courses[trial];
		course.reports = [...course.reports.filter((report) => this.#cases ? report.step !== step : report.step < step), {
			step,
			loss
		}];
		const far = this.#cases ? course.reports.length : step;
		this.#ends.reports(trial, far);
		if (inner === "stop") return "stop";
		if (this.#ends.isAtEnd(far)) return "continue";
		return this.#rule(course, this.#othersThan(course)) ? "stop" : "continue";
	}
	tell(trial, outcome) {
		const course = this.#courses[trial];
		course.state = outcome.state;
		if (outcome.state === "completed") {
			course.loss = outcome.loss;
			course.misses = !isFeasible(outcome);
			if (this.#cases && endsWithMean(course)) this.#ends.reports(trial, course.reports.length - 1);
			this.#ends.completes(trial);
		}
		if (outcome.state !== "pruned") {
			this.#inner.tell(trial, outcome);
			return;
		}
		const loss = this.#stoppedLoss?.(course, this.#othersThan(course)) ?? outcome.loss;
		this.#inner.tell(trial, {
			...outcome,
			loss
		});
	}
	#othersThan(course) {
		return this.#courses.filter((other) => other !== course && !other.misses);
	}
	mayResume(trial) {
		return this.#courses[trial]?.state !== "pruned" && (this.#inner.mayResume?.(trial) ?? true);
	}
};
const rounding = .01;
function endsWithMean({ reports }) {
	const last = reports.at(-1)?.loss;
	const losses = reports.slice(0, -1).map(({ loss }) => loss);
	if (last === void 0 || losses.length < 2) return false;
	const mean = losses.reduce((sum, loss) => sum + loss / losses.length, 0);
	return Math.abs(last - mean) <= rounding * (Math.max(...losses) - Math.min(...losses));
}

// src/search/stopping/median-stopping.ts
const fewest$1 = 4;
const foretelling = .5;
function medianStopping(warmUp) {
	return (course, others) => {
		const { step } = course.reports.at(-1);
		if (step < warmUp) return false;
		const completed = others.flatMap((other) => {
			const mean = other.state === "completed" ? runningMean(other, step) : void 0;
			return mean === void 0 ? [] : [{
				mean,
				end: other.reports.at(-1).loss
			}];
		});
		if (completed.length < fewest$1) return false;
		const ends = completed.map(({ end }) => end);
		const means = completed.map(({ mean }) => mean);
		if ([means, ends].every((losses) => losses.some((loss) => loss !== losses[0])) && rankCorrelation(means, ends) < foretelling) return false;
		const middle = median(means);
		return course.reports.every(({ loss }) => !(loss <= middle));
	};
}
function runningMean({ reports }, step) {
	const seen = reports.filter((report) => report.step <= step && Number.isFinite(report.loss));
	if (seen.length === 0) return void 0;
	return seen.reduce((sum, { loss }) => sum + loss / seen.length, 0);
}

// src/math/wilcoxon.ts
const exactUpTo = 25;
function wilcoxonGreater(differences) {
	const nonZero = differences.filter((d) => d !== 0 && !Number.isNaN(d));
	const n = nonZero.length;
	if (n === 0) return 1;
	const order = [...nonZero].sort((a, b) => Math.abs(a) - Math.abs(b));
	let sum = 0;
	let tieTerm = 0;
	let tied = false;
	for (let from = 0; from < n;) {
		let to = from + 1;
		while (to < n && Math.abs(order[to]) === Math.abs(order[from])) to++;
		const count = to - from;
		const rank = (from + 1 + to) / 2;
		if (count > 1) {
			tied = true;
			tieTerm += count ** 3 - count;
		}
		for (let i = from; i < to; i++) if (order[i] > 0) sum += rank;
		from = to;
	}
	if (!tied && n <= exactUpTo) return exactTail(n, sum);
	const mean = n * (n + 1) / 4;
	const variance = n * (n + 1) * (2 * n + 1) / 24 - tieTerm / 48;
	if (variance <= 0) return 1;
	return normalCdf((mean - sum + .5) / Math.sqrt(variance));
}
function exactTail(n, sum) {
	let ways = Float64Array.of(1);
	for (let rank = 1; rank <= n; rank++) {
		const next = new Float64Array(ways.length + rank);
		for (const [w, p] of ways.entries()) {
			next[w] += p / 2;
			next[w + rank] += p / 2;
		}
		ways = next;
	}
	return Math.min(1, ways.subarray(sum).reduce((a, b) => a + b, 0));
}

// src/search/stopping/wilcoxon-stopping.ts
const pValue = .1;
const fewest = 4;
const wilcoxonStopping = (course, others) => {
	const differences = differencesTo(leaderOf(others), course);
	if (differences.length < fewest) return false;
	if (differences.reduce((sum, difference) => sum + difference, 0) <= 0) return false;
	return wilcoxonGreater(differences) < pValue;
};
const wilcoxonLoss = (course, others) => {
	const leader = leaderOf(others);
	const differences = differencesTo(leader, course);
	if (leader?.loss === void 0 || differences.length === 0) return void 0;
	return leader.loss + differences.reduce((sum, difference) => sum + difference / differences.length, 0);
};
function leaderOf(others) {
	return others.filter(({ state, reports }) => state === "completed" && reports.length > 0).reduce((leader, other) => leader && meanLoss(leader) <= meanLoss(other) ? leader : other, void 0);
}
function differencesTo(leader, { reports }) {
	const known = new Map(leader?.reports.map(({ step, loss }) => [step, loss]));
	return reports.flatMap(({ step, loss }) => {
		const of = known.get(step);
		return of === void 0 || !Number.isFinite(of) || !Number.isFinite(loss) ? [] : [loss - of];
	});
}
function meanLoss({ reports }) {
	const finite = reports.filter(({ loss }) => Number.isFinite(loss));
	if (finite.length === 0) return Number.POSITIVE_INFINITY;
	return finite.reduce((sum, { loss }) => sum + loss / finite.length, 0);
}

// src/search/tpe.ts
const STARTUP = 10;
const CANDIDATES = 128;
const FULL_WEIGHT = 25;
const NARROWEST = .03;
const CONTINUOUS = 1e6;
var TpeStrategy = class extends BaseStrategy {
	#start;
	#axes;
	constructor(problem) {
		super(problem);
		this.#start = new SpreadPoints(problem.space.dimensions.length, (purpose, index) => this.stream(purpose, index), "tpe start");
		this.#axes = problem.space.dimensions.map(({ kind, values, parameter: { domain } }) => {
			const categorical = kind === "categorical";
			return {
				categorical,
				count: domain.type === "int" && domain.scale !== "linear" && domain.step === void 0 || !categorical && values > CONTINUOUS ? Number.POSITIVE_INFINITY : values
			};
		});
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
		return this.#start.newConfig(this.problem.space, index, (config) => this.isNew(config));
	}
};
function split(ended, pending) {
	const byId = (a, b) => a.id - b.id;
	const of = (...states) => ended.filter(({ state }) => states.includes(state)).sort(byId);
	const ranked = [
		...byMerit(of("completed"), byVolume),
		...of("pruned").sort((a, b) => (b.step ?? 0) - (a.step ?? 0) || (a.loss ?? 0) - (b.loss ?? 0)),
		...of("failed")
	];
	const several = ended.some(({ losses }) => losses !== void 0);
	const size = Math.min(Math.ceil(several ? .2 * ended.length : .25 * Math.sqrt(ended.length)), 25);
	const best = new Set(ranked.slice(0, size).filter(({ loss }) => loss !== void 0));
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
	#logWeights;
	#logArea;
	#logUniform;
	#logOwn;
	#logOther;
	constructor(axes, space, trials) {
		this.#axes = axes;
		this.#points = trials.map(({ config }) => encodeConfig(space, config));
		this.#widths = kernelWidths(this.#points, axes.length);
		const raw = [...trialWeights(trials.length), 1];
		const total = raw.reduce((sum, weight) => sum + weight, 0);
		this.#weights = Float64Array.from(raw, (weight) => weight / total);
		this.#logWeights = this.#weights.map(Math.log);
		this.#logArea = this.#points.map((centre, k) => centre.map((x, j) => {
			const width = this.#widths[k][j];
			const inside = normalInterval((0 - x) / width, (1 - x) / width);
			return Math.log(axes[j].count === Number.POSITIVE_INFINITY ? inside * width : inside);
		}));
		const share = 1 / (trials.length + 1);
		this.#logUniform = Float64Array.from(axes, ({ count }) => count === Number.POSITIVE_INFINITY ? 0 : -Math.log(count));
		this.#logOwn = Float64Array.from(axes, ({ count }) => Math.log((1 + share) / (1 + count * share)));
		this.#logOther = Float64Array.from(axes, ({ count }) => Math.log(share / (1 + count * share)));
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
		const terms = this.#logWeights.map((logWeight, k) => {
			const centre = this.#points[k];
			let sum = logWeight;
			for (let j = 0; j < point.length; j++) {
				const x = point[j];
				if (Number.isNaN(x)) continue;
				sum += centre === void 0 || Number.isNaN(centre[j]) ? this.#logUniform[j] : this.#logKernel(k, j, x);
			}
			return sum;
		});
		const largest = terms.reduce((a, b) => Math.max(a, b));
		return largest + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - largest), 0));
	}
	#logKernel(k, j, x) {
		const { categorical, count } = this.#axes[j];
		const centre = this.#points[k][j];
		if (categorical) return x === centre ? this.#logOwn[j] : this.#logOther[j];
		const width = this.#widths[k][j];
		const area = this.#logArea[k][j];
		if (count === Number.POSITIVE_INFINITY) return logNormalPdf((x - centre) / width) - area;
		const half = .5 / count;
		const mass = normalInterval((x - half - centre) / width, (x + half - centre) / width);
		return Math.log(Math.max(mass, 1e-300)) - area;
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
	tpe: (problem) => new TpeStrategy(problem),
	evolution: (problem, options) => new EvolutionStrategy(problem, options),
	local: (problem) => new LocalStrategy(problem),
	asha: (problem, options) => new AshaStrategy(problem, ladderOptions(options)),
	hyperband: (problem, options) => new HyperbandStrategy(problem, ladderOptions(options))
};
function ladderOptions({ eta, minEpochs }) {
	return {
		...eta === void 0 ? {} : { eta },
		...minEpochs === void 0 ? {} : { minResource: minEpochs }
	};
}
const worthClimbing = 9;
const fewLearn = 10;
const fewConfigs = 6;
function chooseStrategy(name, problem, options = {}) {
	const chosen = name === "auto" ? choose(problem, options) : {
		name,
		why: "the spec says so"
	};
	const plan = planOf(chosen.name, problem, options);
	return {
		...chosen,
		...plan === void 0 ? {} : { plan }
	};
}
function choiceAsBegun(name, choice, problem, options = {}) {
	if (name === choice.name) return choice;
	return {
		...chooseStrategy(name, problem, options),
		why: `the study was begun with it (now \`auto\` would choose ${choice.name})`
	};
}
function choose({ space, trials, fullTrainings, maxResource, timed, resumable, repeats, metrics = 1, constraints = 0, workers = 1 }, { earlyStopping = "none" }) {
	const trainings = fullTrainings ?? Number.POSITIVE_INFINITY;
	const epochsEnd = trainings < (trials ?? Number.POSITIVE_INFINITY);
	const most = epochsEnd ? trainings : trials;
	if (space.size <= (most ?? 0)) {
		const covering = plural(most ?? 0, "trial");
		const budget = epochsEnd ? `of epochs, enough for ${covering},` : `of ${covering}`;
		return {
			name: "grid",
			why: `the space has ${plural(space.size, "config")} and the budget ${budget} covers it`
		};
	}
	if (space.dimensions.length === 0) return {
		name: "random",
		why: "nothing in the space varies"
	};
	if (most === void 0 && !repeats && space.size <= fewConfigs) return {
		name: "grid",
		why: `the space has no more than ${plural(space.size, "config")}`
	};
	if (trials !== void 0 && trials > 1 && trials - workers <= trials / fewLearn) return {
		name: "sobol",
		why: `${workers < trials ? `all but ${trials - workers} of` : "all"} ${trials} trials run at once on ${workers} workers, and ${workers < trials ? "hardly any" : "none"} can learn from another`
	};
	if (timed && metrics === 1 && constraints === 0 && earlyStopping === "none" && maxResource !== void 0 && maxResource >= worthClimbing) return {
		name: "asha",
		why: `${epochsEnd ? "epochs are" : "time is"} what is short, and of trials of ${maxResource} epochs the hopeless ones ${resumable ? "pause early (the best go on)" : "are stopped early"}, with a model for what to try`
	};
	if (most === 1) return {
		name: "bayesian",
		why: "of more trials than this one a model would learn"
	};
	const aim = metrics > 1 ? "a model of each metric finds good trade-offs sooner" : "a model of what worked finds good configs sooner";
	return {
		name: "bayesian",
		why: `${most === void 0 && Number.isFinite(space.size) ? `the space has ${plural(space.size, "config")}` : "the space is larger than the budget"}, and ${aim}`
	};
}
function withEarlyStopping(strategy, { maxResource }, options) {
	switch (options.earlyStopping ?? "none") {
		case "none": return strategy;
		case "median": return new EarlyStopping(strategy, medianStopping(ladder(maxResource ?? 1, ladderOptions(options))[0]));
		case "wilcoxon": return new EarlyStopping(strategy, wilcoxonStopping, {
			stoppedLoss: wilcoxonLoss,
			cases: true
		});
	}
}
function planOf(name, problem, options) {
	const { maxResource = 1, space, trials, repeats, resumable = false } = problem;
	if (name === "asha") return `Rungs at ${ladder(maxResource, ladderOptions(options)).join(", ")} epochs.`;
	if (name !== "hyperband") return void 0;
	const configs = Math.min(trials ?? Number.POSITIVE_INFINITY, repeats ? Number.POSITIVE_INFINITY : space.size);
	return describePlan(hyperbandPlan({
		...ladderOptions(options),
		maxResource,
		configs,
		resumable
	}));
}

export { warpLosses as A, checkConfig as B, packedLength as C, normalCdf as D, randomStream as E, byMerit as F, contains as G, hashConfig as H, firstFront as I, toUnit as J, fromUnit as K, fronts as L, grouped as M, plural as N, encodeConfig as O, together as P, isFeasible as R, inverse as S, sampleConfig as T, nestConfig as U, completeConfig as V, isActive as W, valueCount as X, valueAt as Y, upperMedian as _, ladder as a, startAt as b, spaceGeometry as c, rankCorrelation as d, ranks as f, median as g, minimizeInBox as h, withEarlyStopping as i, firstOf as j, highestOfBulk as k, isSurelyBelow as l, fitHyperparameters as m, chooseStrategy as n, defaultPopulation as o, squashConstraint as p, indexOf as q, strategies as r, countConfigs as s, choiceAsBegun as t, isTurned as u, GaussianProcess as v, solve as w, Observations as x, dot as y, ConfigError as z };