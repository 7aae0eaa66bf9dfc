import { En as bestTrial, F as renderComment, J as readSpec, L as renderSummary, dn as counted, jt as endedTrials, q as discovers, r as loadResults, yn as plural } from "./facts-BjPUyRPe.js";
import { S as paragraph, m as inMarkdown, n as block, v as literal } from "./safe-9J7TpDP6.js";
import { o as readStudy } from "./journal-SIbAe7H2.js";
import { existsSync } from "node:fs";
import path from "node:path";

// src/session/pull-request/abandoned.ts
function renderAbandoned(ended, journal, context, inputs) {
	const title = ended === "cancelled" ? "Cancelled" : "Ended before it could report";
	const why = ended === "cancelled" ? "The run was cancelled." : "The step ended before it could report: it may have been killed, or the machine was out of memory.";
	const { say, sentence, name, strong } = inMarkdown;
	const short = paragraph(say`${sentence(why)} ${finished(journal)}`);
	const loaded = readAgain(context, inputs);
	if (!loaded) return {
		title,
		checkSummary: short,
		jobSummary: short
	};
	const study = {
		title,
		name: loaded.spec.name
	};
	const whole = journal === void 0 || !existsSync(journal) ? void 0 : report(journal, loaded, context, why);
	if (whole) return {
		...study,
		...whole
	};
	const text = block`${paragraph(strong(say`${name(loaded.spec.name)}: there is no result.`))}\n\n${short}\n`;
	return {
		...study,
		comment: text,
		checkSummary: text,
		jobSummary: text
	};
}
function readAgain({ workspace }, { workingDirectory, config }) {
	try {
		const loaded = readSpec(path.resolve(workspace, workingDirectory, config));
		return discovers(loaded.spec) ? void 0 : loaded;
	} catch {
		return;
	}
}
function report(journal, loaded, { workspace }, why) {
	try {
		const results = {
			...loadResults(path.dirname(journal), loaded, path.relative(workspace, loaded.path)),
			notices: [why, "What is here is what its journal holds."]
		};
		return {
			comment: renderComment(results),
			checkSummary: renderComment(results),
			jobSummary: renderSummary(results)
		};
	} catch {
		return;
	}
}
function finished(journal) {
	const { say, sentence } = inMarkdown;
	if (journal === void 0 || !existsSync(journal)) return literal`No trial had been started.`;
	try {
		const study = readStudy(journal).study();
		const best = bestTrial(study);
		const trials = plural(endedTrials(study.trials).length, "trial");
		if (!best) return say`${trials} had ended, none of them with a result.`;
		return say`${trials} had ended; the best had ${sentence(study.metric.name)} ${sentence(String(best.score))} (trial ${counted(best.trial)}).`;
	} catch {
		return literal`Its journal cannot be read.`;
	}
}

export { renderAbandoned };