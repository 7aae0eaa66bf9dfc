import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { execFileSync } from "node:child_process";

// src/storage.ts
var StorageError = class extends Error {
	name = "StorageError";
};
const makeRoom = "Make room there.";
const mayWrite = "Let this user write there, or run as one who may.";
const makeWay = "Move away the file that stands where a folder has to be.";
const elsewhere = "Work in a folder that may be written.";
const remedies = {
	ENOSPC: makeRoom,
	EDQUOT: makeRoom,
	EFBIG: "Allow larger files (ulimit -f).",
	EMFILE: "Allow more open files (ulimit -n).",
	EROFS: elsewhere,
	EACCES: mayWrite,
	EPERM: mayWrite,
	ENOTDIR: makeWay,
	EEXIST: makeWay,
	EISDIR: "Move away the folder that has its name."
};
function remedyOf(error) {
	if (!(error instanceof Error && "syscall" in error)) return void 0;
	const refusal = error;
	const { code = "" } = refusal;
	return isUnmakeable(refusal) ? elsewhere : remedies[code];
}
function isUnmakeable({ code, syscall }) {
	return code === "ENOENT" && (syscall === "mkdir" || syscall === "mkdtemp");
}
function inStorage(place, step) {
	try {
		return step();
	} catch (error) {
		const remedy = remedyOf(error);
		if (remedy === void 0) throw error;
		const answer = isUnmakeable(error) ? "the folder cannot be made" : error.message.replace(/, \w+(?: '.*')?$/s, "");
		throw new StorageError(`${place} cannot be written: ${answer}. ${remedy}`, { cause: error });
	}
}
function keepFile(file, text) {
	inStorage(file, () => {
		try {
			writeFileSync(file, text);
		} catch (error) {
			removeIfAllowed(file);
			throw error;
		}
	});
}
function keepFolder(folder) {
	inStorage(folder, () => mkdirSync(folder, { recursive: true }));
}
function removeIfAllowed(file) {
	try {
		rmSync(file, { force: true });
	} catch {}
}

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
	keepFolder(folder);
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

export { inStorage as a, remedyOf as c, StorageError as i, studyMark as n, keepFile as o, endMarked as r, keepFolder as s, endLeftovers as t };