import { h as warning, i as loadState, n as concludeAbandoned, s as readContext, t as readInputs } from "./chunks/inputs-DKZPBOyF.js";
import { O as markdownSentence, h as bestTrial, l as foldJournal, n as readJournal } from "./chunks/journal-tTRUElhM.js";
import { existsSync } from "node:fs";

// src/session/abandoned.ts
function renderAbandoned(ended, journal) {
	return {
		title: ended === "cancelled" ? "Cancelled" : "Ended before it could report",
		summary: `${ended === "cancelled" ? "The run was cancelled." : "The step ended before it could report: it may have been killed, or the machine was out of memory."} ${finished(journal)}`
	};
}
function finished(journal) {
	if (journal === void 0 || !existsSync(journal)) return "No trial had been started.";
	try {
		const study = foldJournal(readJournal(journal));
		const ended = study.trials.filter(({ role, state }) => role === "search" && state !== "running" && state !== "interrupted");
		const best = bestTrial(study);
		if (!best) return `${ended.length} trials had ended, none of them with a result.`;
		return `${ended.length} trials had ended; the best had ${markdownSentence(study.metric.name)} ${best.score} (trial ${best.trial}).`;
	} catch {
		return "Its journal cannot be read.";
	}
}

// src/post.ts
try {
	const state = loadState();
	if (state && !state.concluded) await concludeAbandoned(readContext(), readInputs(), (ended) => renderAbandoned(ended, state.journal));
} catch (error) {
	warning(error instanceof Error ? error.message : String(error));
}
process.exit();

export {  };