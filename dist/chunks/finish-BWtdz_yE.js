import { a as validationFolds, c as predictModel, d as encodeColumn, l as randomStream, n as pool, o as scoreRows, r as readSplit, s as encodeTable, t as createLearner, u as createDataset } from "./task-module-DZdRIi6l.js";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

// src/automl/ensemble.ts
function selectEnsemble(predictions, loss, rounds = 25) {
	const counts = new Array(predictions.length).fill(0);
	if (predictions.length === 0) return counts;
	const sum = new Float64Array(predictions[0].length);
	const mean = new Float64Array(sum.length);
	let best;
	for (let size = 1; size <= rounds; size++) {
		let chosen = -1;
		let lowest = [];
		predictions.forEach((predicted, model) => {
			if (size === 1 && model > 0) return;
			for (let i = 0; i < sum.length; i++) mean[i] = (sum[i] + predicted[i]) / size;
			const value = loss(mean);
			if (chosen < 0 || isLess(value, lowest)) {
				chosen = model;
				lowest = value;
			}
		});
		counts[chosen] += 1;
		for (let i = 0; i < sum.length; i++) sum[i] += predictions[chosen][i];
		if (!best || isLess(lowest, best.loss)) best = {
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
function permutationImportance(columns, rows, loss, seed) {
	const whole = loss(columns.flatMap(({ features }) => features));
	return columns.map(({ column }, c) => {
		const random = randomStream(seed, "importance", c);
		const drops = Array.from({ length: importanceRepeats }, () => {
			const order = random.shuffle(Array.from({ length: rows }, (_, row) => row));
			return loss(columns.flatMap(({ features }, i) => i === c ? features.map((feature) => reordered(feature, order)) : features)) - whole;
		});
		const mean = drops.reduce((sum, drop) => sum + drop, 0) / drops.length;
		return {
			column,
			mean,
			deviation: Math.sqrt(drops.reduce((sum, drop) => sum + (drop - mean) ** 2, 0) / (drops.length - 1))
		};
	}).sort((a, b) => b.mean - a.mean);
}
function reordered(feature, order) {
	return feature.kind === "number" ? {
		...feature,
		values: Float64Array.from(order, (row) => feature.values[row])
	} : {
		...feature,
		codes: Int32Array.from(order, (row) => feature.codes[row])
	};
}

// src/automl/model-files.ts
const format = "tunegate-model";
const formatVersion = 1;
function writeModel(folder, { members, ...model }) {
	mkdirSync(folder, { recursive: true });
	const written = members.map(({ fitted, ...member }, i) => ({
		...member,
		fitted: fitted.family === "network" ? writeNetwork(folder, `network-${i + 1}`, fitted) : fitted
	}));
	const document = {
		format,
		version: formatVersion,
		...model,
		members: written
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

// src/automl/finish.ts
const outcomeFile = "evaluation.json";
const choosingShare = .6;
async function finishTask(tf, task, file, order) {
	const begun = performance.now();
	const { search, test, note } = readSplit(task, file);
	const data = createDataset(search, task);
	const chosen = await chooseMembers(tf, task, data, order, begun);
	const members = await trainMembers(tf, data, chosen, order, begun);
	const model = modelOf(task, data, members.ensemble);
	writeModel(order.folder, model);
	const single = modelOf(task, data, [members.single]);
	const outcome = {
		task: data.task,
		metric: order.metric,
		goal: order.goal,
		target: task.target,
		data: task.data,
		classes: [...data.classes],
		rows: {
			search: data.rows,
			test: test?.lines.length ?? 0
		},
		columns: data.coding.map((coding) => ({
			name: coding.column,
			kind: coding.kind === "category" ? `category of ${coding.levels.length}` : coding.kind
		})),
		notes: [...data.notes, note],
		single: {
			trial: members.single.trial,
			validation: chosen.singleScore
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
	const tested = test ? withTest(outcome, {
		model,
		single,
		test,
		order
	}) : outcome;
	writeFileSync(path.join(order.folder, outcomeFile), `${JSON.stringify(tested, null, 2)}\n`);
}
async function chooseMembers(tf, task, data, { candidates, metric, goal, limitMs }, begun) {
	const folds = validationFolds(data, task.time !== void 0);
	const rows = Int32Array.from(folds.flatMap(({ validation }) => [...validation]));
	const predictions = [];
	for (const candidate of candidates) {
		if (predictions.length > 0 && performance.now() - begun > choosingShare * limitMs) break;
		const own = [];
		for (const fold of folds) {
			const learner = createLearner(tf, candidate.config, {
				data,
				rows: fold.rows,
				seed: candidate.seed
			});
			try {
				await learner.trainTo(1);
				own.push(await learner.predict());
			} finally {
				learner.dispose();
			}
		}
		predictions.push(pool(data, folds, own));
	}
	const sign = goal === "maximize" ? -1 : 1;
	const scoreOf = (predicted) => scoreRows(data, rows, predicted)[metric] ?? NaN;
	const weights = selectEnsemble(predictions, (predicted) => {
		const scores = scoreRows(data, rows, predicted);
		return [sign * (scores[metric] ?? 0), scores["val_log_loss"] ?? scores["val_rmse"] ?? 0];
	});
	const mean = new Float64Array(predictions[0].length);
	predictions.forEach((predicted, m) => {
		for (let i = 0; i < mean.length; i++) mean[i] += weights[m] * predicted[i];
	});
	return {
		members: candidates.slice(0, predictions.length).map((candidate, i) => ({
			candidate,
			weight: weights[i]
		})).filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight),
		single: candidates[0],
		singleScore: scoreOf(predictions[0]),
		score: scoreOf(mean),
		tried: predictions.length
	};
}
async function trainMembers(tf, data, chosen, { limitMs }, begun) {
	const rows = Int32Array.from({ length: data.rows }, (_, row) => row);
	const train = async ({ config, seed, trial }, weight) => {
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
	};
	const single = await train(chosen.single, 1);
	const ensemble = [];
	for (const { candidate, weight } of chosen.members) {
		if (ensemble.length > 0 && performance.now() - begun > .9 * limitMs) break;
		ensemble.push(candidate === chosen.single ? {
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
function modelOf(task, data, members) {
	return {
		task: data.task,
		target: task.target,
		classes: data.classes,
		columns: data.coding,
		members
	};
}
function withTest(outcome, { model, single, test, order }) {
	const { metric, goal, seed } = order;
	const features = encodeTable(model.columns, test);
	const rows = test.lines.length;
	const texts = test.columns[test.names.indexOf(model.target)];
	const target = Float64Array.from(texts, (text) => model.task === "classification" ? model.classes.indexOf(text) : Number(text));
	const data = {
		task: model.task,
		classes: model.classes,
		rows,
		target,
		features,
		part: new Uint8Array(rows),
		notes: []
	};
	const all = Int32Array.from({ length: rows }, (_, row) => row);
	const metricOf = (predicted, of) => scoreRows(data, of, predicted)[metric] ?? NaN;
	const score = (predicted) => metric === "val_accuracy" ? wilson(metricOf(predicted, all), rows) : bootstrap(all, (of) => metricOf(predicted, of), seed);
	const predicted = predictModel(model, features, rows);
	const columns = model.columns.map((coding) => ({
		column: coding.column,
		features: encodeColumn(coding, test.columns[test.names.indexOf(coding.column)])
	}));
	const sign = goal === "maximize" ? -1 : 1;
	const loss = (of) => sign * (scoreRows(data, all, predictModel(model, of, rows))[metric] ?? 0);
	return {
		...outcome,
		single: {
			...outcome.single,
			...tested(score(predictModel(single, features, rows)))
		},
		ensemble: {
			...outcome.ensemble,
			...tested(score(predicted))
		},
		test: {
			metrics: scoreRows(data, all, predicted),
			...model.task === "classification" ? {
				...classSlices(data, predicted),
				calibration: calibration(data, predicted)
			} : { residuals: residuals(target, predicted) },
			importance: permutationImportance(columns, rows, loss, seed)
		}
	};
}
function tested(score) {
	return Number.isFinite(score.value) ? { test: score } : {};
}

export { finishTask };