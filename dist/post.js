import { A as warning, S as readContext, i as loadState, r as reportAbandoned, x as readInputs } from "./chunks/github-mVqJCHO6.js";
import path from "node:path";

// src/post.ts
try {
	const state = loadState();
	if (state && !state.reported) {
		const { renderAbandoned } = await import("./chunks/abandoned-S9N0mN-p.js");
		const { endLeftovers } = await import("./chunks/leftovers-C6O8GBly.js");
		const [context, inputs] = [readContext(), readInputs()];
		const { journal } = state;
		if (journal !== void 0) await endLeftovers(path.dirname(journal));
		await reportAbandoned(context, inputs, (ended) => renderAbandoned(ended, journal, context, inputs));
	}
} catch (error) {
	warning(error instanceof Error ? error.message : String(error));
}
process.exit();

export {  };