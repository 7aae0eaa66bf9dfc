import { A as warning, S as readContext, i as loadState, t as concludeAbandoned, x as readInputs } from "./chunks/github-CCUCKs9M.js";
import { C as bestTrial, Gt as paragraph, J as counted, Lt as inMarkdown, Vt as literal, i as readJournal, m as foldJournal, nt as plural } from "./chunks/journal-C35oSCNx.js";
import { existsSync } from "node:fs";

// src/session/abandoned.ts
function renderAbandoned(ended, journal) {
	const title = ended === "cancelled" ? "Cancelled" : "Ended before it could report";
	const why = ended === "cancelled" ? literal`The run was cancelled.` : literal`The step ended before it could report: it may have been killed, or the machine was out of memory.`;
	return {
		title,
		summary: paragraph(inMarkdown.say`${why} ${finished(journal)}`)
	};
}
function finished(journal) {
	const { say, sentence } = inMarkdown;
	if (journal === void 0 || !existsSync(journal)) return literal`No trial had been started.`;
	try {
		const study = foldJournal(readJournal(journal));
		const ended = study.trials.filter(({ role, state }) => role === "search" && state !== "running" && state !== "interrupted");
		const best = bestTrial(study);
		const trials = plural(ended.length, "trial");
		if (!best) return say`${trials} had ended, none of them with a result.`;
		return say`${trials} had ended; the best had ${sentence(study.metric.name)} ${sentence(String(best.score))} (trial ${counted(best.trial)}).`;
	} catch {
		return literal`Its journal cannot be read.`;
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