import { A as warning, S as readContext, i as loadState, t as concludeAbandoned, x as readInputs } from "./chunks/github-CG9Jcg5M.js";
import { f as foldJournal, gt as markdownSentence, i as readJournal, x as bestTrial } from "./chunks/journal-78GKdvAk.js";
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