import { H as hashConfig, O as encodeConfig, c as spaceGeometry, d as rankCorrelation, g as median, i as withEarlyStopping, r as strategies } from "./strategies-CBKcjfuJ.js";

// src/search/call.ts
function makeCall(strategy, call, offset = 0) {
	const trial = call.trial + offset;
	switch (call.to) {
		case "start":
			if (call.resource === void 0) strategy.start(trial, call.config);
			else strategy.start(trial, call.config, call.resource);
			return "continue";
		case "report": return strategy.report(trial, call.step, call.loss);
		case "tell":
			strategy.tell(trial, call.outcome);
			return "continue";
	}
}

// src/search/warm-start/earlier.ts
var OwnResults = class {
	all;
	losses;
	#byHash;
	#betterDeviation;
	#spread;
	constructor(results) {
		this.all = results;
		this.losses = results.map(({ loss }) => loss);
	}
	get byHash() {
		if (this.#byHash) return this.#byHash;
		const byHash = /* @__PURE__ */ new Map();
		for (const result of this.all) {
			const same = byHash.get(result.hash);
			if (same) same.push(result);
			else byHash.set(result.hash, [result]);
		}
		this.#byHash = byHash;
		return byHash;
	}
	get betterDeviation() {
		const half = () => [...this.losses].sort((a, b) => a - b).slice(0, Math.ceil(this.losses.length / 2));
		this.#betterDeviation ??= deviation(half());
		return this.#betterDeviation;
	}
	get spread() {
		if (this.#spread !== void 0) return this.#spread;
		const middle = median(this.losses);
		this.#spread = this.losses.reduce((sum, loss) => sum + Math.abs(loss - middle), 0);
		return this.#spread;
	}
};
const FEWEST_RESULTS = 6;
const TRUST = .5;
const DOUBT = .3;
const FEWEST_SAME = 2;
const MISS = .5;
const MANY_RESULTS = 30;
const SMALL_MISS = .1;
const NEIGHBOURS = 5;
const FEWEST_TELLING = 40;
const TELLING = 1;
var Earlier = class {
	best;
	tells;
	#bestLosses;
	#space;
	#points;
	#losses;
	#configs;
	#byHash = /* @__PURE__ */ new Map();
	#geometry;
	#predictions = /* @__PURE__ */ new Map();
	#trusted = false;
	#shift = 0;
	constructor(space, { observations }) {
		this.#space = space;
		this.#geometry = spaceGeometry(space);
		const known = [...observations].sort((a, b) => a.loss - b.loss);
		this.#configs = known.map(({ config }) => config);
		this.#losses = known.map(({ loss }) => loss);
		this.#points = known.map(({ config }) => encodeConfig(space, config));
		for (const [i, { config }] of known.entries()) {
			const hash = hashConfig(space, config);
			if (!this.#byHash.has(hash)) this.#byHash.set(hash, i);
		}
		const best = [];
		for (let i = 0; i < known.length && best.length < 5; i++) if (best.every((j) => this.#distance(this.#points[i], this.#points[j]) > .1)) best.push(i);
		this.best = best.map((i) => this.#configs[i]);
		this.#bestLosses = best.map((i) => this.#losses[i]);
		const foretold = known.map((_, i) => this.#nearest(this.#points[i], i));
		this.tells = known.length < FEWEST_TELLING || rankCorrelation(foretold, this.#losses) * Math.sqrt(known.length - 1) >= TELLING;
	}
	get trusted() {
		return this.#trusted;
	}
	get shift() {
		return this.#shift;
	}
	lossNow(i) {
		return this.#bestLosses[i] + this.#shift;
	}
	judge(own) {
		this.#trusted = this.#isBorneOut(own);
	}
	#isBorneOut(own) {
		const { all, losses } = own;
		if (all.length < FEWEST_RESULTS) return false;
		const same = [...this.#byHash.keys()].flatMap((hash) => own.byHash.get(hash) ?? []);
		if (same.length < FEWEST_SAME) return false;
		const differences = same.map((result) => result.loss - this.#predict(result));
		const shift = median(differences);
		if (!(median(differences.map((difference) => Math.abs(difference - shift))) <= (all.length < MANY_RESULTS ? MISS : SMALL_MISS) * own.betterDeviation)) return false;
		const predicted = all.map((result) => this.#predict(result));
		if (!(losses.reduce((sum, loss, i) => sum + Math.abs(loss - predicted[i] - shift), 0) <= .9 * own.spread)) return false;
		if (rankCorrelation(predicted, losses) < (this.#trusted ? DOUBT : TRUST)) return false;
		this.#shift = shift;
		return true;
	}
	spread(most) {
		const chosen = this.#points.map((_, i) => i).slice(0, Math.ceil(most / 2));
		const nearest = this.#points.map((point) => Math.min(...chosen.map((i) => this.#distance(point, this.#points[i]))));
		while (chosen.length < Math.min(most, this.#points.length)) {
			const next = nearest.reduce((best, distance, i) => distance > nearest[best] ? i : best, 0);
			if (nearest[next] === 0) break;
			chosen.push(next);
			for (const [i, point] of this.#points.entries()) nearest[i] = Math.min(nearest[i], this.#distance(point, this.#points[next]));
		}
		return chosen.map((i) => ({
			config: this.#configs[i],
			loss: this.#losses[i] + this.#shift
		}));
	}
	#predict({ config, hash }) {
		const known = this.#byHash.get(hash);
		if (known !== void 0) return this.#losses[known];
		const remembered = this.#predictions.get(hash);
		if (remembered !== void 0) return remembered;
		const point = encodeConfig(this.#space, config);
		const loss = this.#nearest(point);
		this.#predictions.set(hash, loss);
		return loss;
	}
	#nearest(point, but) {
		const near = this.#points.map((other, i) => ({
			distance: this.#distance(point, other),
			loss: this.#losses[i],
			i
		})).filter(({ i }) => i !== but).sort((a, b) => a.distance - b.distance).slice(0, NEIGHBOURS);
		let [sum, weights] = [0, 0];
		for (const { distance, loss } of near) {
			const weight = 1 / (distance * distance + 1e-6);
			sum += weight * loss;
			weights += weight;
		}
		return sum / weights;
	}
	#distance(a, b) {
		const squared = new Float64Array(a.length);
		this.#geometry.squaredDistances(a, b, squared, 0);
		return Math.sqrt(squared.reduce((sum, x) => sum + x, 0));
	}
};
function deviation(values) {
	const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
	return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length);
}

// src/search/warm-start/warm-start.ts
const TRIES = 3;
const MOST_EARLIER = 30;
const ENOUGH = 60;
const STALL = 8;
var WarmStartStrategy = class {
	#problem;
	#options;
	#make;
	#cold;
	#warm;
	#trustedFrom;
	#spent = false;
	#earlier;
	#calls = [];
	#configs = [];
	#tried = /* @__PURE__ */ new Set();
	#settled = /* @__PURE__ */ new Set();
	#results = /* @__PURE__ */ new Map();
	#several = false;
	constructor(problem, make, options) {
		this.#problem = problem;
		this.#options = options;
		this.#make = make;
		this.#cold = make();
		this.#earlier = (options.earlier ?? []).filter(({ observations }) => observations.length > 0).map((study) => new Earlier(problem.space, study));
	}
	ask() {
		const wanted = this.#wanted();
		if (!wanted && this.#warm) {
			const suggestion = this.#warm.strategy.ask();
			if (suggestion.kind === "new") return suggestion;
		}
		const suggestion = this.#cold.ask();
		if (!wanted || suggestion.kind !== "new" || suggestion.origin === "incumbent") return suggestion;
		const { resource } = suggestion;
		return {
			kind: "new",
			...wanted,
			...resource === void 0 ? {} : { resource }
		};
	}
	promotion() {
		return this.#cold.promotion?.();
	}
	start(trial, config, resource) {
		if (trial === this.#configs.length) {
			this.#configs.push(config);
			this.#tried.add(hashConfig(this.#problem.space, config));
		}
		this.#say({
			to: "start",
			trial,
			config,
			...resource === void 0 ? {} : { resource }
		});
	}
	report(trial, step, loss) {
		return this.#say({
			to: "report",
			trial,
			step,
			loss
		});
	}
	tell(trial, outcome) {
		this.#say({
			to: "tell",
			trial,
			outcome
		});
		const config = this.#configs[trial];
		if (!config) return;
		const hash = hashConfig(this.#problem.space, config);
		this.#settled.add(hash);
		if (outcome.state === "completed" && Number.isFinite(outcome.loss)) {
			this.#several ||= outcome.losses !== void 0 || outcome.constraints !== void 0;
			this.#results.set(trial, {
				config,
				hash,
				loss: outcome.loss
			});
			this.#judge();
		}
	}
	mayResume(trial) {
		return this.#cold.mayResume?.(trial) ?? true;
	}
	#say(call) {
		if (!this.#knowsEnough) this.#calls.push(call);
		const decision = makeCall(this.#cold, call);
		if (this.#warm) makeCall(this.#warm.strategy, call, this.#warm.offset);
		return decision;
	}
	#wanted() {
		const { tryFirst = [] } = this.#options;
		const next = tryFirst.find((config) => this.#isNew(config));
		if (next) return {
			config: next,
			origin: "try first"
		};
		if (!this.#spent && this.#configs.length % 2 === 0) {
			const config = this.#promised();
			if (config) return {
				config,
				origin: "earlier study"
			};
		}
		const lead = tryFirst.length + Number(this.#problem.incumbent !== void 0);
		const turn = this.#configs.length - lead;
		if (turn < 0 || turn > TRIES || turn === 2 || this.#disappointed()) return void 0;
		const config = this.#best().find((config) => this.#isNew(config));
		return config && {
			config,
			origin: "earlier study"
		};
	}
	#best() {
		const rows = this.#earlier.filter(({ tells }) => tells).map((study) => study.best);
		const longest = Math.max(0, ...rows.map((row) => row.length));
		return Array.from({ length: longest }, (_, i) => rows.flatMap((row) => row.slice(i, i + 1))).flat().slice(0, TRIES);
	}
	#disappointed() {
		const best = new Set(this.#best().map((config) => hashConfig(this.#problem.space, config)));
		const results = [...this.#results.values()];
		const theirs = results.filter(({ hash }) => best.has(hash)).map(({ loss }) => loss);
		const others = results.filter(({ hash }) => !best.has(hash)).map(({ loss }) => loss);
		if (theirs.length === 0 || others.length === 0) return false;
		return others.filter((loss) => loss <= Math.min(...theirs)).length * 2 > others.length;
	}
	#promised() {
		const trusted = this.#earlier.filter((study) => study.trusted);
		if (trusted.length === 0) return void 0;
		const lowest = [...this.#results.values()].reduce((low, { loss }) => Math.min(low, loss), Infinity);
		for (const study of trusted) {
			const config = study.best.find((one, i) => study.lossNow(i) < lowest && this.#isNew(one));
			if (config) return config;
		}
	}
	#isNew(config) {
		return !this.#tried.has(hashConfig(this.#problem.space, config));
	}
	get #knowsEnough() {
		return !this.#options.learns || this.#several || this.#spent || this.#results.size >= ENOUGH;
	}
	#matters(study) {
		if (this.#spent) return false;
		const { space } = this.#problem;
		return !this.#knowsEnough || study.best.some((config) => !this.#settled.has(hashConfig(space, config)));
	}
	#judge() {
		const results = [...this.#results.values()];
		const own = new OwnResults(results);
		for (const study of this.#earlier) if (this.#matters(study)) study.judge(own);
		if (this.#knowsEnough) {
			this.#warm = void 0;
			this.#trustedFrom = void 0;
			this.#calls = [];
			return;
		}
		const trusted = this.#earlier.filter((study) => study.trusted);
		const idle = trusted.length === 0;
		this.#trustedFrom = idle ? void 0 : this.#trustedFrom ?? results.length;
		const since = Math.min(sinceBest(results), results.length - (this.#trustedFrom ?? results.length));
		this.#spent ||= since >= STALL;
		if (idle || this.#spent) {
			this.#warm = void 0;
			if (this.#spent) this.#calls = [];
			return;
		}
		const knows = trusted.map((study) => `${this.#earlier.indexOf(study)} ${study.shift}`).join(", ");
		if (this.#warm?.knows === knows) return;
		const strategy = this.#make();
		const observations = trusted.flatMap((study) => study.spread(Math.floor(MOST_EARLIER / trusted.length)));
		for (const [trial, { config, loss }] of observations.entries()) {
			strategy.start(trial, config);
			strategy.tell(trial, {
				state: "completed",
				loss
			});
		}
		for (const call of this.#calls) makeCall(strategy, call, observations.length);
		this.#warm = {
			strategy,
			offset: observations.length,
			knows
		};
	}
};
function sinceBest(results) {
	const best = results.reduce((best, { loss }, i) => loss < results[best].loss ? i : best, 0);
	return results.length - 1 - best;
}

// src/search/plan.ts
const learning = /* @__PURE__ */ new Set(["bayesian", "tpe"]);
function buildStrategy({ name, problem, options = {}, tryFirst = [], earlier = [] }) {
	const make = () => strategies[name](problem, options);
	const strategy = tryFirst.length === 0 && earlier.length === 0 ? make() : new WarmStartStrategy(problem, make, {
		tryFirst,
		earlier,
		learns: learning.has(name)
	});
	return withEarlyStopping(strategy, problem, options);
}

export { makeCall as n, buildStrategy as t };