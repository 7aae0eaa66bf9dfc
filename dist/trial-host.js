import { i as resolve, r as load, t as initialize } from "./chunks/module-hooks-CITyQrF5.js";
import { isMainThread } from "node:worker_threads";

// src/trial-host.ts
if (isMainThread) {
	if (process.send === void 0) {
		console.error("trial-host is started by tunegate, not by hand: run `tunegate run`.");
		process.exit(2);
	}
	const { serveTrials } = await import("./chunks/host-BvC2FmZv.js");
	serveTrials(import.meta.url);
}

export { initialize, load, resolve };