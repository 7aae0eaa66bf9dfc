import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { execFileSync } from "node:child_process";

// src/trial/marked-processes.ts
function findMarked({ any, allBeginnings = [] }, after = 0) {
	const own = /* @__PURE__ */ new Set([process.pid, process.ppid]);
	if (process.platform === "win32") return [];
	if (process.platform === "linux") return readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) > after && !own.has(Number(name))).filter((name) => {
		try {
			const environment = readFileSync(`/proc/${name}/environ`, "utf8").split("\0");
			return any.some((entry) => environment.includes(entry)) || allBeginnings.length > 0 && allBeginnings.every((begin) => environment.some((entry) => entry.startsWith(begin)));
		} catch {
			return false;
		}
	}).map(Number);
	return execFileSync("ps", [
		"-axwwE",
		"-o",
		"pid=,command="
	], {
		encoding: "utf8",
		maxBuffer: 1 << 26
	}).split("\n").filter((line) => any.some((entry) => `${line} `.includes(` ${entry} `)) || allBeginnings.length > 0 && allBeginnings.every((begin) => line.includes(` ${begin}`))).map((line) => Number.parseInt(line, 10)).filter((pid) => pid > 0 && !own.has(pid));
}
const pollMs = 20;
async function endMarked(mark, patience, after = 0) {
	const ended = /* @__PURE__ */ new Set();
	const begun = performance.now();
	for (;;) {
		const left = findMarked(mark, after);
		if (left.length === 0) return [...ended];
		const late = performance.now() - begun >= patience();
		for (const pid of left) {
			if (late) kill(pid, "SIGKILL");
			else if (!ended.has(pid)) kill(pid, "SIGTERM");
			ended.add(pid);
		}
		if (performance.now() - begun >= patience() + 1e3) return [...ended];
		await setTimeout(pollMs);
	}
}
function kill(pid, signal) {
	try {
		process.kill(pid, signal);
	} catch {}
}

// src/study/leftovers.ts
const markVariable = "TUNEGATE_STUDY_FOLDER";
function studyMark(folder) {
	mkdirSync(folder, { recursive: true });
	return { [markVariable]: realpathSync(folder) };
}
const graceMs = 2e3;
async function endLeftovers(folder, patience = () => graceMs) {
	if (!existsSync(folder)) return [];
	return await endMarked(markOf(realpathSync(folder)), patience);
}
function markOf(root) {
	return {
		any: [`${markVariable}=${root}`],
		allBeginnings: ["TUNEGATE_CHECKPOINT_DIR", "TUNEGATE_METRICS"].map((name) => `${name}=${root}${path.sep}`)
	};
}

export { studyMark as n, endMarked as r, endLeftovers as t };