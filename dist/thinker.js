import { n as makeCall, t as buildStrategy } from "./chunks/plan-BdHJLFwI.js";
import { isMainThread, parentPort, workerData } from "node:worker_threads";

// src/study/thinker-thread.ts
function think() {
	const port = parentPort;
	if (!port) return;
	const strategy = buildStrategy(workerData);
	port.on("message", (message) => {
		if (message.type === "calls") {
			for (const call of message.calls) makeCall(strategy, call);
			return;
		}
		port.postMessage({
			question: message.question,
			suggestion: strategy.ask()
		});
	});
}

// src/thinker.ts
if (isMainThread) {
	console.error("thinker is started by tunegate, not by hand: run `tunegate run`.");
	process.exitCode = 2;
} else think();

export {  };