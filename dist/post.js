import { p as warning, s as notice } from "./chunks/core-C7afQ-fV.js";
import { n as readContext, t as readInputs } from "./chunks/inputs-BIqZWFw3.js";
import { i as loadState, r as reportAbandoned } from "./chunks/github-Q58DmRhU.js";
import path from "node:path";

// src/post.ts
try {
	const state = loadState();
	if (state && !(state.reported && !state.cancelled)) {
		const { renderAbandoned } = await import("./chunks/abandoned-zmoSJtj1.js");
		const { endLeftovers } = await import("./chunks/leftovers-BhCcCNMS.js");
		const [context, inputs] = [readContext(), readInputs()];
		const { journal } = state;
		if (journal !== void 0) await endLeftovers(path.dirname(journal));
		await reportAbandoned(context, inputs, (ended) => renderAbandoned(ended, journal, context, inputs));
		if (journal !== void 0 && inputs.resume) {
			const { keepStudy } = await import("./chunks/kept-study-CkwQvDU6.js");
			notice(await keepStudy(context, path.dirname(journal)));
		}
	}
} catch (error) {
	warning(error instanceof Error ? error.message : String(error));
}
process.exit();

export {  };