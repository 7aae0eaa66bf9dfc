import { A as writeFitted, B as encodeColumn, C as createForecaster, D as readSplit, E as textAt, F as randomStream, H as wordsOf, I as outputsOf, L as addWeighted, M as featureRows, N as createLearner, O as scoreRows, P as predictFittedWith, R as weightedSum, S as endOf, T as calendar, V as isSpaceless, _ as historiesOf, a as encodeTable, b as scoreForecasts, c as predictModelWith, d as readSeries, f as seriesTask, g as encodeColumns, h as windowsOf, i as keptModels, j as writeModel, k as writeDocument, l as forecastersOf, m as validationOf, o as modelOf, p as validatedActuals, r as validationFolds, s as predictModel, t as pool, u as predictAll, v as surroundings, w as forecastFitted, x as windowsAt, y as actualsOf, z as createDataset } from "./task-module-BPWK_N4I.js";
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

// src/automl/ensemble.ts
function selectEnsemble(predictions, loss, initial = predictions.map((_, model) => model === 0 ? 1 : 0), rounds = 25) {
	const counts = [...initial];
	if (predictions.length === 0) return counts;
	const sum = weightedSum(predictions, counts);
	const mean = new Float64Array(sum.length);
	const first = initial.reduce((all, count) => all + count, 0);
	let best = {
		counts: initial,
		loss: loss(sum.map((value) => value / first))
	};
	for (let size = first + 1; size <= rounds; size++) {
		let chosen = -1;
		let lowest = [];
		predictions.forEach((predicted, model) => {
			for (let i = 0; i < sum.length; i++) mean[i] = (sum[i] + predicted[i]) / size;
			const value = loss(mean);
			if (chosen < 0 || isLess(value, lowest)) {
				chosen = model;
				lowest = value;
			}
		});
		counts[chosen] += 1;
		addWeighted(sum, 1, predictions[chosen]);
		if (isLess(lowest, best.loss)) best = {
			counts: [...counts],
			loss: lowest
		};
	}
	const total = best.counts.reduce((all, count) => all + count, 0);
	return best.counts.map((count) => count / total);
}
function isLess(a, b) {
	for (let i = 0; i < a.length; i++) if (Math.abs(a[i] - b[i]) > 1e-12) return a[i] < b[i];
	return false;
}

// src/automl/finished-files.ts
const outcomeFile = "evaluation.json";
function replaceModel(folder, model, outcome) {
	const next = nextFolder(folder);
	rmSync(next, {
		recursive: true,
		force: true
	});
	writeModel(next, model);
	outcomeWriter(next)(outcome);
	rmSync(folder, {
		recursive: true,
		force: true
	});
	renameSync(next, folder);
}
function nextFolder(folder) {
	return `${folder}.next`;
}
function outcomeWriter(folder) {
	const file = path.join(folder, outcomeFile);
	return (outcome) => {
		writeFileSync(`${file}.new`, `${JSON.stringify(outcome, null, 2)}\n`);
		renameSync(`${file}.new`, file);
	};
}

// src/automl/in-time.ts
const leastShare = .02;
const trialShare = 1 - 1 / 5;
function wholeTraining(folds) {
	return 1.3 / Math.max(1, folds);
}
function takes({ durationMs = 0 }, whole) {
	return durationMs * whole;
}
function timeLeft({ limitMs }, begun) {
	return .8 * (limitMs - (performance.now() - begun));
}
function hasTime(order, known, begun, whole) {
	const [first] = order.candidates;
	if (first === void 0) return true;
	const asking = known.has(first.trial) ? 0 : first.durationMs ?? 0;
	return takes(first, whole) + asking <= timeLeft(order, begun);
}
function bestInTime(order, ready, begun, whole) {
	const left = timeLeft(order, begun);
	const loss = (score = NaN) => order.goal === "maximize" ? 1 - score : score;
	const again = order.candidates.map((candidate) => {
		const share = Math.min(1, left / takes(candidate, whole));
		const expected = share < leastShare ? Number.POSITIVE_INFINITY : loss(candidate.score) * (share / trialShare) ** -.35;
		return {
			chosen: alone(candidate, Math.max(leastShare, share)),
			expected
		};
	});
	return (ready ? [{
		chosen: ready,
		expected: loss(ready.score)
	}, ...again] : again).reduce((least, other) => other.expected < least.expected ? other : least).chosen;
}
function asTrained(chosen) {
	return {
		...chosen,
		share: trialShare,
		asTrained: true
	};
}
function alone(single, share) {
	const score = single.score ?? NaN;
	return {
		members: [{
			candidate: single,
			weight: 1
		}],
		single,
		singleScore: score,
		score,
		tried: 1,
		...share < 1 ? { share } : {}
	};
}
function inTimeNotes({ share, asTrained: kept = false }) {
	if (share === void 0) return [];
	const rows = `${(100 * share).toFixed(0)} % of the rows`;
	return [`${kept ? `There was no time for trainings on all rows: the model is what trials have trained on ${rows}` : `There was time to train the model on ${rows} only`}. \`tunegate export --fresh\` trains it on all of them.`];
}
function rowsInTime(rows, { share }, seed) {
	const all = Array.from({ length: rows }, (_, row) => row);
	if (share === void 0) return Int32Array.from(all);
	const some = randomStream(seed, "rows in time").shuffle(all);
	return Int32Array.from(some.slice(0, Math.max(20, Math.ceil(share * rows)))).sort();
}

// src/automl/members.ts
const choosingShare = .6;
function lossOf(scores, { metric, goal }) {
	return [(goal === "maximize" ? -1 : 1) * (scores[metric] ?? 0), scores["val_log_loss"] ?? scores["val_rmse"] ?? 0];
}
async function tryCandidates({ candidates, limitMs }, begun, takes, predict) {
	const predictions = [];
	const tried = [];
	for (const candidate of candidates) {
		const after = performance.now() - begun + takes(candidate);
		if (tried.length > 0 && after > choosingShare * limitMs) continue;
		tried.push(candidate);
		predictions.push(await predict(candidate));
	}
	return {
		candidates: tried,
		predictions
	};
}
function chosenBy(weights, { candidates, predictions }, scores, { metric }) {
	const score = (predicted) => scores(predicted)[metric] ?? NaN;
	return {
		members: candidates.map((candidate, i) => ({
			candidate,
			weight: weights[i]
		})).filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight),
		single: candidates[0],
		singleScore: score(predictions[0]),
		score: score(weightedSum(predictions, weights)),
		tried: candidates.length
	};
}
async function trainMembers({ members, single: best }, { limitMs }, begun, whole, train) {
	const single = await train(best, 1);
	const ensemble = [];
	for (const { candidate, weight } of members) {
		const after = performance.now() - begun + whole * (candidate.durationMs ?? 0);
		if (ensemble.length > 0 && after > .9 * limitMs) continue;
		ensemble.push(candidate === best ? {
			...single,
			weight
		} : await train(candidate, weight));
	}
	const total = ensemble.reduce((sum, { weight }) => sum + weight, 0);
	return {
		ensemble: ensemble.map((member) => ({
			...member,
			weight: member.weight / total
		})),
		single
	};
}

// src/automl/series/series-model.ts
function forecastModel({ members, horizon }, around, windows) {
	const sum = new Float64Array(windows.length * horizon);
	for (const { weight, fitted } of members) addWeighted(sum, weight, forecastFitted(fitted, around, windows, horizon));
	return sum;
}
function writeSeriesModel(folder, { members, ...model }) {
	writeDocument(folder, {
		...model,
		members: members.map(({ fitted, ...member }, i) => ({
			...member,
			fitted: "learned" in fitted ? {
				...fitted,
				learned: writeFitted(folder, i, fitted.learned)
			} : fitted
		}))
	});
}

// src/automl/series/forecast.ts
function bounded({ histories, panel }, windows, horizon, { low, high }, predicted) {
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

// src/automl/series/forecast-evaluation.ts
const resamples$1 = 1e3;
const manySeries = 8;
const mostDrawn = 4;
const mostBefore = 120;
function scoreWithInterval(actuals, predicted, metric, seed) {
	const score = (of) => scoreForecasts(of, predicted)[metric] ?? NaN;
	const value = score(actuals);
	const bySeries = [...grouped(actuals, ({ series }) => series).values()];
	const whole = bySeries.length >= manySeries;
	const units = whole ? bySeries : bySeries.flatMap((of) => {
		const length = Math.ceil(Math.sqrt(of.length));
		return Array.from({ length: of.length - length + 1 }, (_, i) => of.slice(i, i + length));
	});
	const draws = whole ? units.length : Math.max(1, Math.round(actuals.length / units[0].length));
	const random = randomStream(seed, "bootstrap");
	const values = Array.from({ length: resamples$1 }, () => score(Array.from({ length: draws }, (_, draw) => {
		const unit = units[random.integer(units.length)];
		return whole ? unit.map((of) => ({
			...of,
			series: draw
		})) : unit;
	}).flat())).filter(Number.isFinite).sort((a, b) => a - b);
	const at = (share) => values[Math.round(share * (values.length - 1))] ?? value;
	return {
		value,
		low: at(.025),
		high: at(.975)
	};
}
function grouped(actuals, key) {
	const groups = /* @__PURE__ */ new Map();
	for (const of of actuals) {
		const group = groups.get(key(of));
		if (group) group.push(of);
		else groups.set(key(of), [of]);
	}
	return groups;
}
function forecastSteps(actuals, predicted, { level, low, high }) {
	const within = ({ actual, place, scale, step }) => {
		const unit = Number.isNaN(scale) ? 0 : scale;
		const error = actual - predicted[place];
		return error >= low[step - 1] * unit && error <= high[step - 1] * unit;
	};
	const coverage = (of) => of.filter(within).length / of.length;
	const steps = [...grouped(actuals, ({ step }) => step)].sort(([a], [b]) => a - b);
	return {
		interval: {
			level,
			coverage: coverage(actuals)
		},
		steps: steps.map(([, of]) => {
			const { val_mase: mase, val_mae: mae } = scoreForecasts(of, predicted);
			return {
				values: of.length,
				...mase === void 0 ? {} : { mase },
				mae,
				coverage: coverage(of)
			};
		})
	};
}
function drawnForecasts({ series, frequency }, windows, { predicted, lower, upper }, horizon, season) {
	return windows.slice(0, mostDrawn).map(({ series: index, origin }, w) => {
		const { name, start, values } = series[index];
		const step = origin - start;
		const from = Math.max(0, step + 1 - Math.min(mostBefore, Math.max(3 * horizon, 2 * season)));
		const known = (of) => Array.from(of, (value) => Number.isFinite(value) ? value : null);
		const own = (of) => known(of.subarray(w * horizon, (w + 1) * horizon));
		return {
			series: name,
			times: [
				textAt(frequency, start + from),
				textAt(frequency, origin + 1),
				textAt(frequency, origin + horizon)
			],
			before: known(values.subarray(from, step + 1)),
			actual: known(values.subarray(step + 1, step + 1 + horizon)),
			predicted: own(predicted),
			lower: own(lower),
			upper: own(upper)
		};
	});
}

// src/automl/evaluation.ts
const resamples = 1e3;
const mostResampled = 2e7;
const calibrationBins = 10;
const importanceRepeats = 5;
const mostConfused = 20;
function bootstrap(rows, score, seed) {
	const random = randomStream(seed, "bootstrap");
	const times = Math.max(100, Math.min(resamples, Math.floor(mostResampled / rows.length)));
	const values = Float64Array.from({ length: times }, () => score(rows.map(() => rows[random.integer(rows.length)]))).filter((value) => Number.isFinite(value)).sort();
	const at = (share) => values[Math.round(share * (values.length - 1))];
	const value = score(rows);
	return values.length === 0 ? {
		value,
		low: value,
		high: value
	} : {
		value,
		low: at(.025),
		high: at(.975)
	};
}
function wilson(share, rows) {
	const z = 1.959963984540054;
	const centre = (share + z ** 2 / (2 * rows)) / (1 + z ** 2 / rows);
	const half = z / (1 + z ** 2 / rows) * Math.sqrt(share * (1 - share) / rows + (z / (2 * rows)) ** 2);
	return {
		value: share,
		low: Math.max(0, centre - half),
		high: Math.min(1, centre + half)
	};
}
function labelOf(predicted, row, outputs) {
	let best = 0;
	for (let k = 1; k < outputs; k++) if (predicted[row * outputs + k] > predicted[row * outputs + best]) best = k;
	return best;
}
function classSlices(data, predicted) {
	const { classes, rows, target } = data;
	const outputs = classes.length;
	const confusion = classes.map(() => new Array(outputs).fill(0));
	const said = new Array(outputs).fill(0);
	for (let row = 0; row < rows; row++) {
		const label = labelOf(predicted, row, outputs);
		said[label] += 1;
		if (target[row] >= 0) confusion[target[row]][label] += 1;
	}
	return {
		slices: classes.map((name, k) => {
			const support = confusion[k].reduce((sum, count) => sum + count, 0);
			const hits = confusion[k][k];
			return {
				name,
				support,
				...support > 0 ? { recall: hits / support } : {},
				...said[k] > 0 ? { precision: hits / said[k] } : {}
			};
		}),
		...outputs <= mostConfused ? { confusion } : {}
	};
}
function calibration({ classes, rows, target }, predicted) {
	const sums = Array.from({ length: calibrationBins }, () => ({
		confidence: 0,
		hits: 0,
		rows: 0
	}));
	for (let row = 0; row < rows; row++) {
		const label = labelOf(predicted, row, classes.length);
		const confidence = predicted[row * classes.length + label];
		const bin = sums[Math.min(9, Math.floor(confidence * calibrationBins))];
		bin.confidence += confidence;
		bin.hits += label === target[row] ? 1 : 0;
		bin.rows += 1;
	}
	const bins = sums.filter((bin) => bin.rows > 0).map((bin) => ({
		confidence: bin.confidence / bin.rows,
		accuracy: bin.hits / bin.rows,
		rows: bin.rows
	}));
	return {
		error: bins.reduce((sum, bin) => sum + bin.rows / rows * Math.abs(bin.confidence - bin.accuracy), 0),
		bins
	};
}
function residuals(target, predicted) {
	const sorted = target.map((value, row) => predicted[row] - value).sort();
	return [
		.05,
		.25,
		.5,
		.75,
		.95
	].map((share) => ({
		share,
		value: sorted[Math.round(share * (sorted.length - 1))]
	}));
}
const mostPredicted = 2e5;
const mostColumns = 300;
function rowsForImportance(rows, columns, seed, each = 1) {
	if (columns > mostColumns) return /* @__PURE__ */ new Int32Array(0);
	const all = Array.from({ length: rows }, (_, row) => row);
	const predicted = Math.max(500, Math.floor(mostPredicted / (columns * 5)));
	const most = Math.ceil(predicted / each);
	if (rows <= most) return Int32Array.from(all);
	return Int32Array.from(randomStream(seed, "importance rows").shuffle(all).slice(0, most)).sort();
}
function exchangeRows(columns, column, others) {
	return columns.flatMap(({ features }, i) => i === column ? features.map((feature) => featureRows(feature, others)) : features);
}
function rankImportance(shuffled, whole) {
	return shuffled.map(({ column, losses }) => {
		const rises = losses.map((loss) => loss - whole);
		const mean = rises.reduce((sum, rise) => sum + rise, 0) / rises.length;
		const squares = rises.reduce((sum, rise) => sum + (rise - mean) ** 2, 0);
		return {
			column,
			mean,
			deviation: Math.sqrt(squares / (rises.length - 1))
		};
	}).sort((a, b) => b.mean - a.mean);
}
function permutationImportance(columns, rows, loss, seed) {
	const whole = loss(columns.flatMap(({ features }) => features));
	return rankImportance(columns.map(({ column }, c) => {
		const random = randomStream(seed, "importance", c);
		return {
			column,
			losses: Array.from({ length: 5 }, () => {
				return loss(exchangeRows(columns, c, random.shuffle(Array.from({ length: rows }, (_, row) => row))));
			})
		};
	}), whole);
}

// src/automl/series/input-importance.ts
const predictionsOfForecast = 3;
const stepsOfPrediction = 200;
function inputImportance(model, data, { around, windows }, order) {
	const inputs = inputsOf(model, data);
	const steps = windows.reduce((sum, of) => sum + of.origin + 1 - around.panel.series[of.series].start, 0);
	const each = predictionsOfForecast * model.horizon + steps / (windows.length * stepsOfPrediction);
	const some = rowsForImportance(windows.length, inputs.length, order.seed, each);
	if (some.length === 0) return [];
	const asked = {
		around,
		windows: Array.from(some, (w) => windows[w])
	};
	const actuals = actualsOf(around.panel, around.histories, asked.windows, model.horizon);
	const loss = (of) => lossOf(scoreForecasts(actuals, forecastModel(model, of.around, of.windows)), order)[0];
	const changed = inputs.map(({ name, change }, index) => {
		const random = randomStream(order.seed, "importance", index);
		return {
			column: name,
			losses: Array.from({ length: 5 }, () => loss(change(asked, random)))
		};
	});
	return rankImportance(changed, loss(asked));
}
function inputsOf({ target, time, series, season, horizon }, { table, columns, whole, search }) {
	const covariates = (part) => {
		const all = encodeColumns(table, columns[part]);
		return all.map(({ column }, c) => ({
			name: column,
			change: ({ around, windows }, random) => ({
				around: {
					...around,
					[part]: exchangeRows(all, c, otherRows({
						around,
						windows
					}, table, horizon, random))
				},
				windows
			})
		}));
	};
	return [
		{
			name: `${target}: newest values`,
			change: withOlderValues
		},
		...season > 1 ? [{
			name: `${target}: place in the season`,
			change: withOtherPlaces
		}] : [],
		...calendar(whole.frequency, season, []).length > 0 ? [{
			name: `${time}: calendar`,
			change: withEarlierDates
		}] : [],
		...series !== void 0 && search.series.length > 1 ? [{
			name: series,
			change: withOtherNames
		}] : [],
		...covariates("known"),
		...covariates("past")
	];
}
function otherRows({ around, windows }, { lines }, horizon, random) {
	const others = lines.map((_, row) => row);
	for (const { series, origin } of windows) {
		const { start, rows } = around.panel.series[series];
		const seen = rows.subarray(origin - start, origin - start + 1 + horizon);
		for (const row of seen) if (row >= 0) others[row] = random.integer(lines.length);
	}
	return others;
}
function another(n, random) {
	return n < 2 ? 0 : 1 + random.integer(n - 1);
}
function withOlderValues(asked, random) {
	const { season } = asked.around;
	return withPast(asked, (past) => turned(past, season, another(Math.floor(past.length / season), random), 0));
}
function withOtherPlaces(asked, random) {
	const { season } = asked.around;
	return withPast(asked, (past) => turned(past, season, 0, another(season, random)));
}
function withEarlierDates({ around, windows }, random) {
	const { panel } = around;
	const first = panel.series.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
	const span = endOf(panel) - first;
	const earlier = panel.series.map(() => another(span, random));
	const series = panel.series.map((of, i) => ({
		...of,
		start: of.start - earlier[i]
	}));
	return {
		around: {
			...around,
			panel: {
				...panel,
				series
			}
		},
		windows: windows.map(({ series: index, origin }) => ({
			series: index,
			origin: origin - earlier[index]
		}))
	};
}
function withOtherNames({ around, windows }, random) {
	const { panel, names } = around;
	const other = new Map(names.map((name, i) => [name, names[(i + another(names.length, random)) % names.length]]));
	const series = panel.series.map((of) => ({
		...of,
		name: other.get(of.name)
	}));
	return {
		around: {
			...around,
			panel: {
				...panel,
				series
			}
		},
		windows
	};
}
function withPast({ around, windows }, change) {
	const series = windows.map(({ series: index, origin }) => {
		const { name, start, values, rows } = around.panel.series[index];
		const past = change(values.subarray(0, origin - start + 1));
		const first = past.findIndex((value) => !Number.isNaN(value));
		return {
			name,
			start: start + first,
			values: past.subarray(first),
			rows: rows.subarray(first)
		};
	});
	const panel = {
		...around.panel,
		series
	};
	return {
		around: {
			...around,
			panel,
			...historiesOf(panel, around.season)
		},
		windows: windows.map(({ origin }, i) => ({
			series: i,
			origin
		}))
	};
}
function turned(past, season, seasons, places) {
	const count = Math.floor(past.length / season);
	const first = past.length - count * season;
	return past.map((value, i) => {
		if (i < first) return value;
		const [s, place] = [Math.floor((i - first) / season), (i - first) % season];
		return past[first + (s + seasons) % count * season + (place + places) % season];
	});
}

// src/math/student-t.ts
const LANCZOS = [
	.9999999999998099,
	676.5203681218851,
	-1259.1392167224028,
	771.3234287776531,
	-176.6150291621406,
	12.507343278686905,
	-.13857109526572012,
	9984369578019572e-21,
	1.5056327351493116e-7
];
function logGamma(x) {
	if (x < .5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
	const z = x - 1;
	const t = z + 7.5;
	const sum = LANCZOS.slice(1).reduce((total, c, i) => total + c / (z + i + 1), LANCZOS[0]);
	return .5 * Math.log(2 * Math.PI) + (z + .5) * Math.log(t) - t + Math.log(sum);
}
function incompleteBeta(x, a, b) {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
	const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
	const tiny = 1e-300;
	let c = 1;
	let d = 1 - (a + b) * x / (a + 1);
	d = 1 / (Math.abs(d) < tiny ? tiny : d);
	let fraction = d;
	for (let m = 1; m <= 500; m++) {
		for (const numerator of [m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))]) {
			d = 1 + numerator * d;
			d = 1 / (Math.abs(d) < tiny ? tiny : d);
			c = 1 + numerator / c;
			if (Math.abs(c) < tiny) c = tiny;
			fraction *= c * d;
		}
		if (Math.abs(c * d - 1) < 1e-16) break;
	}
	return front * fraction;
}
function studentTTail(t, df) {
	if (Number.isNaN(t)) return t;
	const square = t * t;
	const tail = square < 1 ? .5 - .5 * incompleteBeta(square / (df + square), .5, df / 2) : .5 * incompleteBeta(df / (df + square), df / 2, .5);
	return t < 0 ? 1 - tail : tail;
}
function studentTQuantile(p, df) {
	if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs 0 < p < 1, not ${p}`);
	const key = `${p} ${df}`;
	const before = known.get(key);
	if (before !== void 0) return before;
	const quantile = p < .5 ? -upperQuantile(p, df) : upperQuantile(1 - p, df);
	if (known.size >= mostKnown) known.clear();
	known.set(key, quantile);
	return quantile;
}
const known = /* @__PURE__ */ new Map();
const mostKnown = 4096;
function upperQuantile(tail, df) {
	if (tail === .5) return 0;
	let high = 1;
	while (studentTTail(high, df) > tail) high *= 2;
	let low = high === 1 ? 0 : high / 2;
	for (let i = 0; i < 200 && high - low > 1e-15 * high; i++) {
		const middle = (low + high) / 2;
		if (studentTTail(middle, df) > tail) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

// src/automl/series/intervals.ts
const intervalLevel = .9;
const fewestOrigins = 5;
function intervalsOf(actuals, predicted, horizon) {
	const [squares, counts] = [new Float64Array(horizon), new Float64Array(horizon)];
	const errors = actuals.map(({ actual, scale, place, ...of }) => ({
		...of,
		error: (actual - predicted[place]) / scale
	})).filter(({ error }) => Number.isFinite(error));
	for (const { step, error } of errors) {
		squares[step - 1] += error * error;
		counts[step - 1] += 1;
	}
	const spread = rising(squares, counts);
	const relative = errors.filter(({ step }) => spread[step - 1] > 0).map((of) => ({
		...of,
		error: Math.abs(of.error) / spread[of.step - 1]
	}));
	const sorted = relative.map(({ error }) => error).sort((a, b) => a - b);
	const n = sorted.length;
	const quantile = sorted[Math.min(n, Math.ceil((n + 1) * .9)) - 1] ?? 0;
	const upper = 1.9 / 2;
	const freedom = Math.min(maxFreedom, independent(relative, horizon) - 1);
	const widened = quantile * studentTQuantile(upper, freedom) / studentTQuantile(upper, maxFreedom);
	return {
		level: intervalLevel,
		low: Array.from(spread, (of) => -widened * of),
		high: Array.from(spread, (of) => widened * of)
	};
}
const maxFreedom = 1e5;
function independent(relative, horizon) {
	const [first, last] = relative.reduce(([low, high], { origin }) => [Math.min(low, origin), Math.max(high, origin)], [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
	const origins = Math.max(fewestOrigins, last >= first ? Math.floor((last - first) / horizon) + 1 : 0);
	const sums = /* @__PURE__ */ new Map();
	for (const { series, origin, error } of relative) {
		const row = sums.get(origin) ?? /* @__PURE__ */ new Map();
		sums.set(origin, row);
		const of = row.get(series) ?? {
			sum: 0,
			count: 0
		};
		row.set(series, of);
		of.sum += error * error;
		of.count += 1;
	}
	const series = [...new Set(relative.map((of) => of.series))];
	const whole = [...sums.values()].filter(({ size }) => size === series.length);
	const m = series.length;
	if (m < 2 || whole.length < 2) return origins;
	const table = whole.map((row) => series.map((of) => Math.log(1e-9 + row.get(of).sum / row.get(of).count)));
	const usual = series.map((_, s) => mean(table.map((row) => row[s])));
	const rest = table.map((row) => row.map((value, s) => value - usual[s]));
	const between = m * rest.reduce((sum, row) => sum + mean(row) ** 2, 0) / Math.max(1, rest.length - 1);
	const within = rest.reduce((sum, row) => sum + row.reduce((own, value) => own + (value - mean(row)) ** 2, 0), 0) / ((rest.length - 1) * (m - 1));
	const alike = between > within ? (between - within) / (between + (m - 1) * within) : 0;
	return origins * m / (1 + (m - 1) * alike);
}
function mean(values) {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
function rising(squares, counts) {
	const pools = [];
	squares.forEach((sum, i) => {
		pools.push({
			sum,
			count: counts[i],
			steps: 1
		});
		const mean = ({ sum: of, count }) => count > 0 ? of / count : 0;
		while (pools.length > 1 && mean(pools.at(-2)) >= mean(pools.at(-1))) {
			const last = pools.pop();
			const into = pools.at(-1);
			into.sum += last.sum;
			into.count += last.count;
			into.steps += last.steps;
		}
	});
	return Float64Array.from(pools.flatMap(({ sum, count, steps }) => Array.from({ length: steps }, () => count > 0 ? Math.sqrt(sum / count) : 0)));
}

// src/automl/series/weigh-forecasts.ts
const mostFolds = 5;
const priorCount = 3;
function isPrior(config) {
	return config["family"] === "smoothing" && config["smoothing_trend"] === "auto" && config["smoothing_season"] === "auto" && config["smoothing_log"] === false;
}
function weighForecasts(predictions, prior, actuals, loss) {
	const folds = foldsOf(actuals);
	const weigh = (initial) => {
		const chosenBy = (of) => selectEnsemble(predictions, (predicted) => loss(of, predicted), initial);
		const weights = chosenBy(actuals);
		const heldOut = weightedSum(predictions, weights);
		if (folds.length > 1) for (const fold of folds) {
			const own = new Set(fold);
			const without = weightedSum(predictions, chosenBy(actuals.filter((of) => !own.has(of))));
			for (const { place } of fold) heldOut[place] = without[place];
		}
		return {
			weights,
			heldOut
		};
	};
	const free = weigh();
	if (!prior.includes(true)) return free;
	const shrunk = weigh(prior.map((is) => is ? priorCount : 0));
	const isBetter = (fold) => loss(fold, free.heldOut)[0] < loss(fold, shrunk.heldOut)[0];
	return folds.length > 1 && folds.every(isBetter) ? free : shrunk;
}
function foldsOf(actuals) {
	const origins = [...new Set(actuals.map(({ origin }) => origin))].sort((a, b) => a - b);
	const count = Math.min(mostFolds, origins.length);
	const fold = new Map(origins.map((origin, i) => [origin, Math.floor(i * count / origins.length)]));
	const folds = Array.from({ length: count }, () => []);
	for (const of of actuals) folds[fold.get(of.origin)].push(of);
	return folds;
}

// src/automl/series/finish-forecast.ts
const baseline = {
	family: "naive",
	kind: "seasonal"
};
async function finishForecast(tf, task, file, order) {
	const begun = performance.now();
	const of = seriesTask(task);
	const data = await readSeries(of, file);
	const validation = validationOf(data, of.horizon);
	const actuals = validatedActuals(validation);
	const { chosen, heldOut } = await choose(tf, validation, actuals, order, begun);
	const members = await train$1(tf, data, of.horizon, chosen, order, begun);
	const model = {
		task: "forecasting",
		target: of.target,
		time: of.time,
		...of.series === void 0 ? {} : { series: of.series },
		horizon: of.horizon,
		season: data.season,
		frequency: data.search.frequency,
		columns: data.columns,
		names: data.search.series.map(({ name }) => name),
		intervals: intervalsOf(actuals, heldOut, of.horizon),
		members: members.ensemble
	};
	writeSeriesModel(order.folder, model);
	const known = data.search.series.reduce((sum, { values }) => sum + countKnown(values), 0);
	const total = data.whole.series.reduce((sum, { values }) => sum + countKnown(values), 0);
	const outcome = {
		task: "forecasting",
		metric: order.metric,
		goal: order.goal,
		target: of.target,
		data: of.data,
		classes: [],
		rows: {
			search: known,
			test: data.test ? total - known : 0
		},
		columns: [
			{
				name: of.target,
				kind: "its own past"
			},
			...data.columns.known.map(({ column, kind }) => ({
				name: column,
				kind: `${kind}, known ahead`
			})),
			...data.columns.past.map(({ column, kind }) => ({
				name: column,
				kind: `${kind}, its past`
			}))
		],
		notes: [...data.notes],
		single: {
			trial: members.single.trial,
			validation: chosen.singleScore
		},
		baseline: {
			name: data.season > 1 ? "seasonal naive" : "last value",
			validation: scoreForecasts(actuals, naiveOf(validation))[order.metric] ?? NaN
		},
		ensemble: {
			members: members.ensemble.map(({ trial, weight, fitted, config }) => ({
				trial,
				weight,
				family: fitted.family,
				config
			})),
			validation: chosen.score
		},
		candidates: chosen.tried
	};
	const write = outcomeWriter(order.folder);
	write(outcome);
	if (data.test) withTest$1(outcome, data, {
		model,
		single: members.single,
		order,
		write
	});
}
function countKnown(values) {
	return values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0);
}
function naiveOf(validation) {
	return forecastFitted(baseline, validation.around, windowsOf(validation), validation.horizon);
}
async function choose(tf, validation, actuals, order, begun) {
	const tried = await tryCandidates(order, begun, ({ durationMs = 0 }) => durationMs, async ({ config, seed }) => {
		const trained = forecastersOf(tf, config, validation, seed);
		try {
			return await predictAll(trained, 1);
		} finally {
			for (const { dispose } of trained) dispose();
		}
	});
	const { weights, heldOut } = weighForecasts(tried.predictions, tried.candidates.map(({ config }) => isPrior(config)), actuals, (of, predicted) => lossOf(scoreForecasts(of, predicted), order));
	const scores = (predicted) => scoreForecasts(actuals, predicted);
	return {
		chosen: chosenBy(weights, tried, scores, order),
		heldOut
	};
}
function train$1(tf, data, horizon, chosen, order, begun) {
	const around = surroundings(data, data.search);
	const cutoff = endOf(data.search) - 1;
	return trainMembers(chosen, order, begun, 1, async ({ config, seed, trial }, weight) => {
		const forecaster = createForecaster(tf, config, {
			around,
			horizon,
			cutoff,
			windows: [],
			seed
		});
		try {
			await forecaster.trainTo(1);
			return {
				trial,
				weight,
				config,
				fitted: await forecaster.fitted()
			};
		} finally {
			forecaster.dispose();
		}
	});
}
function withTest$1(outcome, data, { model, single, order, write }) {
	const around = surroundings(data, data.whole);
	const { horizon, intervals } = model;
	const [cut, end] = [endOf(data.search), endOf(data.whole)];
	const windows = Array.from({ length: Math.ceil((end - cut) / horizon) }, (_, i) => cut - 1 + i * horizon).flatMap((origin) => windowsAt(data.whole, origin));
	if (windows.length === 0) return;
	const actuals = actualsOf(data.whole, around.histories, windows, horizon);
	const predicted = forecastModel(model, around, windows);
	const tested = (of) => {
		const score = scoreWithInterval(actuals, of, order.metric, order.seed);
		return Number.isFinite(score.value) ? { test: score } : {};
	};
	const bounds = bounded(around, windows, horizon, intervals, predicted);
	const first = windowsAt(data.whole, cut - 1);
	const scored = {
		...outcome,
		single: {
			...outcome.single,
			...tested(forecastModel({
				members: [single],
				horizon
			}, around, windows))
		},
		ensemble: {
			...outcome.ensemble,
			...tested(predicted)
		},
		...outcome.baseline ? { baseline: {
			...outcome.baseline,
			...tested(forecastFitted(baseline, around, windows, horizon))
		} } : {}
	};
	const test = {
		metrics: scoreForecasts(actuals, predicted),
		forecast: {
			...forecastSteps(actuals, predicted, intervals),
			drawn: drawnForecasts(data.whole, first, {
				predicted,
				...bounds
			}, horizon, data.season)
		},
		importance: []
	};
	write({
		...scored,
		test
	});
	const importance = inputImportance(model, data, {
		around,
		windows
	}, order);
	write({
		...scored,
		test: {
			...test,
			importance
		}
	});
}

// src/automl/images/regions.ts
const names = [
	[
		"top left",
		"top",
		"top right"
	],
	[
		"left",
		"centre",
		"right"
	],
	[
		"bottom left",
		"bottom",
		"bottom right"
	]
];
const mostRows = 400;
async function regionImportance(feature, rows, loss, seed) {
	const { height, width, channels, pixels, name } = feature;
	const one = height * width * channels;
	const count = Math.min(rows, mostRows);
	const some = Int32Array.from({ length: count }, (_, i) => Math.floor(i * rows / count));
	const chosen = pixels.slice(0, count * one);
	some.forEach((row, i) => {
		chosen.set(pixels.subarray(row * one, (row + 1) * one), i * one);
	});
	const whole = await loss({
		...feature,
		pixels: chosen
	}, some);
	const shuffled = [];
	for (const [index, column] of names.flat().entries()) {
		const [top, bottom] = third(Math.floor(index / 3), height);
		const [left, right] = third(index % 3, width);
		if (top === bottom || left === right) continue;
		const random = randomStream(seed, "importance", index);
		const losses = [];
		for (let i = 0; i < 5; i++) {
			const order = random.shuffle(Array.from(some.keys()));
			const mixed = chosen.slice();
			order.forEach((other, row) => {
				for (let y = top; y < bottom; y++) {
					const [from, to] = [(y * width + left) * channels, (y * width + right) * channels];
					mixed.set(chosen.subarray(other * one + from, other * one + to), row * one + from);
				}
			});
			losses.push(await loss({
				...feature,
				pixels: mixed
			}, some));
		}
		shuffled.push({
			column: `${name}: ${column}`,
			losses
		});
	}
	return rankImportance(shuffled, whole);
}
function third(index, side) {
	return [Math.round(index * side / 3), Math.round((index + 1) * side / 3)];
}

// src/automl/text/telling-words.ts
const mostTexts = 300;
const mostTried = 40;
const fewestTexts = 3;
const mostShown$1 = 10;
function tellingWords(data, predict, seed) {
	const text = data.features.findIndex(({ kind }) => kind === "text");
	const feature = data.features[text];
	if (feature?.kind !== "text") return void 0;
	const rows = randomStream(seed, "telling-words").shuffle(Array.from({ length: data.rows }, (_, row) => row)).slice(0, mostTexts).sort((a, b) => a - b);
	const has = /* @__PURE__ */ new Map();
	for (const row of rows) for (const word of new Set(wordsOf(feature.texts[row].toLowerCase()))) {
		const own = has.get(word);
		if (own) own.push(row);
		else has.set(word, [row]);
	}
	const outputs = outputsOf(data);
	const before = predict(data.features, data.rows);
	const changed = candidates(has, before, rows, outputs).flatMap((word) => has.get(word).map((row) => ({
		word,
		row
	})));
	if (changed.length === 0) return void 0;
	const after = predict(data.features.map((of) => withoutWords(of, changed)), changed.length);
	const effects = /* @__PURE__ */ new Map();
	changed.forEach(({ word, row }, i) => {
		const own = effects.get(word) ?? new Float64Array(outputs);
		for (let k = 0; k < outputs; k++) own[k] += before[row * outputs + k] - after[i * outputs + k];
		effects.set(word, own);
	});
	const shown = (of) => [...effects].map(([word, own]) => ({
		word,
		total: of(own),
		texts: has.get(word).length
	})).sort((a, b) => b.total - a.total || (a.word < b.word ? -1 : 1)).filter(({ total }) => total > 1e-9).slice(0, mostShown$1).map(({ word, total, texts }) => ({
		word,
		effect: total / texts,
		texts
	}));
	if (data.task === "classification") return data.classes.map((name, k) => ({
		name,
		words: shown((own) => own[k])
	})).filter(({ words }) => words.length > 0);
	const down = shown((own) => -own[0]).map((word) => ({
		...word,
		effect: -word.effect
	}));
	return [{
		name: "higher",
		words: shown((own) => own[0])
	}, {
		name: "lower",
		words: down
	}].filter(({ words }) => words.length > 0);
}
function candidates(has, before, rows, outputs) {
	const means = new Float64Array(outputs);
	for (const row of rows) for (let k = 0; k < outputs; k++) means[k] += before[row * outputs + k] / rows.length;
	const frequent = [...has].filter(([, own]) => own.length >= fewestTexts);
	const chosen = /* @__PURE__ */ new Set();
	for (let k = 0; k < outputs; k++) for (const sign of outputs === 1 ? [1, -1] : [1]) frequent.map(([word, own]) => {
		const excess = own.reduce((sum, row) => sum + before[row * outputs + k] - means[k], 0);
		return {
			word,
			score: sign * excess / Math.sqrt(own.length)
		};
	}).sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1)).slice(0, mostTried).forEach(({ word }) => {
		chosen.add(word);
	});
	return [...chosen];
}
function withoutWords(feature, changed) {
	if (feature.kind === "text") return {
		...feature,
		texts: changed.map(({ word, row }) => without(feature.texts[row], word))
	};
	return featureRows(feature, changed.map(({ row }) => row));
}
function without(text, word) {
	const escaped = word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
	const letter = "[\\p{L}\\p{M}\\p{N}_]";
	const pattern = isSpaceless(word) ? escaped : `(?<!${letter})${escaped}(?!${letter})`;
	return text.replace(new RegExp(pattern, "giu"), " ");
}

// src/automl/test-scores.ts
async function withTest(tf, outcome, options) {
	const { model, single, test, order, write } = options;
	const { metric, seed } = order;
	const data = testData(model, test);
	const { features, rows } = data;
	const all = firstRows(rows);
	const metricOf = (predicted, of) => scoreRows(data, of, predicted)[metric] ?? NaN;
	const score = (predicted) => metric === "val_accuracy" ? wilson(metricOf(predicted, all), rows) : bootstrap(all, (of) => metricOf(predicted, of), seed);
	const predicted = await predictModelWith(tf, model, features, rows);
	const scored = {
		...outcome,
		single: {
			...outcome.single,
			...tested(score(await predictModelWith(tf, single, features, rows)))
		},
		ensemble: {
			...outcome.ensemble,
			...tested(score(predicted))
		}
	};
	const shown = {
		metrics: scoreRows(data, all, predicted),
		...model.task === "classification" ? {
			...classSlices(data, predicted),
			calibration: calibration(data, predicted)
		} : { residuals: residuals(data.target, predicted) },
		importance: []
	};
	write({
		...scored,
		test: shown
	});
	const importance = await importanceOf(tf, data, options);
	write({
		...scored,
		test: {
			...shown,
			importance
		}
	});
	const words = tellingWords(data, (of, n) => predictModel(model, of, n), seed);
	if (words) write({
		...scored,
		test: {
			...shown,
			importance,
			words
		}
	});
}
function testData(model, test) {
	const rows = test.lines.length;
	const texts = test.columns[test.names.indexOf(model.target)];
	const target = Float64Array.from(texts, (text) => model.task === "classification" ? model.classes.indexOf(text) : Number(text));
	return {
		task: model.task,
		classes: model.classes,
		rows,
		target,
		features: encodeTable(model.columns, test),
		part: new Uint8Array(rows),
		notes: []
	};
}
async function importanceOf(tf, data, { model, test, order }) {
	const { rows, features } = data;
	const { seed } = order;
	const image = features.find((feature) => feature.kind === "image");
	if (image) return await regionImportance(image, rows, async (of, some) => {
		const said = await predictModelWith(tf, model, [of], some.length);
		return lossOf(scoreRows(subset(data, some), firstRows(some.length), said), order)[0];
	}, seed);
	const some = rowsForImportance(rows, model.columns.length, seed);
	if (some.length === 0) return [];
	const columns = model.columns.map((coding) => {
		const texts = test.columns[test.names.indexOf(coding.column)];
		return {
			column: coding.column,
			features: encodeColumn(coding, Array.from(some, (row) => texts[row]), test.pictures)
		};
	});
	const few = subset(data, some);
	const allFew = firstRows(some.length);
	const loss = (of) => lossOf(scoreRows(few, allFew, predictModel(model, of, some.length)), order)[0];
	return permutationImportance(columns, some.length, loss, seed);
}
function subset(data, rows) {
	return {
		...data,
		rows: rows.length,
		target: Float64Array.from(rows, (row) => data.target[row])
	};
}
function firstRows(count) {
	return Int32Array.from({ length: count }, (_, row) => row);
}
function tested(score) {
	return Number.isFinite(score.value) ? { test: score } : {};
}

// src/automl/finish.ts
const mostShown = 1e4;
async function finishTask(tf, task, file, order) {
	if (task.type === "time-series-forecasting") return finishForecast(tf, task, file, order);
	const begun = performance.now();
	const { search, test, note } = await readSplit(task, file);
	const data = createDataset(search, task);
	const folds = validationFolds(data, task.time !== void 0);
	const whole = wholeTraining(folds.length);
	const kept = keptModels(order.candidates, data, folds.length);
	const write = outcomeWriter(order.folder);
	const made = (chosen, members) => {
		const model = modelOf(task.target, data, members.ensemble);
		const outcome = outcomeOf(task, data, order, chosen, members.ensemble, {
			test: test?.lines.length ?? 0,
			notes: [note, ...inTimeNotes(chosen)]
		});
		replaceModel(order.folder, model, outcome);
		return {
			model,
			outcome
		};
	};
	const said = await keptPredictions(tf, data, folds, kept);
	const compared = comparison(data, folds, order);
	const ready = compared.ofKept(order.candidates, said);
	if (ready) made(ready, keptMembers(ready, kept));
	const chosen = hasTime(order, said, begun, whole) ? compared.of(await tryAll(tf, data, folds, said, order, begun)) : bestInTime(order, ready, begun, whole);
	const members = chosen.asTrained ? keptMembers(chosen, kept) : await train(tf, data, chosen, whole, order, begun);
	const { model, outcome } = made(chosen, members);
	const single = modelOf(task.target, data, members.single);
	if (test) await withTest(tf, outcome, {
		model,
		single,
		test,
		order,
		write
	});
}
function outcomeOf(task, data, { metric, goal }, chosen, members, { test, notes }) {
	return {
		task: data.task,
		metric,
		goal,
		target: task.target,
		data: task.data,
		classes: [...data.classes],
		rows: {
			search: data.rows,
			test
		},
		columns: data.coding.slice(0, mostShown).map((coding) => ({
			name: coding.column,
			kind: coding.kind === "category" ? `category of ${coding.levels.length}` : coding.kind === "document" ? "text to read" : coding.kind === "image" ? `image of ${coding.width}×${coding.height}` : coding.kind
		})),
		notes: [...data.notes, ...notes],
		single: {
			trial: chosen.single.trial,
			validation: chosen.singleScore
		},
		ensemble: {
			members: byTrial(members).map(({ trial, weight, fitted, config }) => ({
				trial,
				weight,
				family: fitted.family,
				config
			})),
			validation: chosen.score
		},
		candidates: chosen.tried
	};
}
function byTrial(members) {
	const found = /* @__PURE__ */ new Map();
	for (const member of members) {
		const weight = member.weight + (found.get(member.trial)?.weight ?? 0);
		found.set(member.trial, {
			...member,
			weight
		});
	}
	return [...found.values()];
}
function keptMembers({ members, single }, kept) {
	const of = ({ trial }, share) => kept.get(trial).map((member) => ({
		...member,
		weight: share * member.weight
	}));
	return {
		ensemble: members.flatMap(({ candidate, weight }) => of(candidate, weight)),
		single: of(single, 1)
	};
}
async function keptPredictions(tf, data, folds, kept) {
	const outputs = outputsOf(data);
	const said = new Map([...kept.keys()].map((trial) => [trial, new Float64Array(data.rows * outputs)]));
	for (const [i, { validation }] of folds.entries()) {
		const features = data.features.map((feature) => featureRows(feature, validation));
		for (const [trial, members] of kept) {
			const own = await predictFittedWith(tf, members[i].fitted, features, validation.length, outputs);
			for (const [at, row] of validation.entries()) said.get(trial).set(own.subarray(at * outputs, (at + 1) * outputs), row * outputs);
		}
	}
	return said;
}
function comparison(data, folds, order) {
	const rows = Int32Array.from(folds.flatMap(({ validation }) => [...validation]));
	const scores = (predicted) => scoreRows(data, rows, predicted);
	const of = (tried) => {
		const weights = selectEnsemble(tried.predictions, (predicted) => lossOf(scores(predicted), order));
		return chosenBy(weights, tried, scores, order);
	};
	return {
		of,
		ofKept(candidates, said) {
			const own = candidates.filter(({ trial }) => said.has(trial));
			if (own.length === 0) return void 0;
			return asTrained(of({
				candidates: own,
				predictions: own.map(({ trial }) => said.get(trial))
			}));
		}
	};
}
function tryAll(tf, data, folds, said, order, begun) {
	const takes = ({ trial, durationMs = 0 }) => said.has(trial) ? 0 : durationMs;
	return tryCandidates(order, begun, takes, async ({ config, seed, trial }) => {
		const known = said.get(trial);
		if (known) return known;
		const own = [];
		for (const fold of folds) {
			const learner = createLearner(tf, config, {
				data,
				rows: fold.rows,
				seed
			});
			try {
				await learner.trainTo(1);
				own.push(await learner.predict());
			} finally {
				learner.dispose();
			}
		}
		return pool(data, folds, own);
	});
}
async function train(tf, data, chosen, whole, order, begun) {
	const rows = rowsInTime(data.rows, chosen, order.seed);
	const { ensemble, single } = await trainMembers(chosen, order, begun, whole, async (candidate, weight) => {
		const { config, seed, trial } = candidate;
		const learner = createLearner(tf, config, {
			data,
			rows,
			seed
		});
		try {
			await learner.trainTo(1);
			return {
				trial,
				weight,
				config,
				fitted: await learner.fitted()
			};
		} finally {
			learner.dispose();
		}
	});
	return {
		ensemble,
		single: [single]
	};
}

export { finishTask };