import { a as info } from "./core-C7afQ-fV.js";
import { t as openApiFor } from "./github-Q58DmRhU.js";
import { i as parseJournal, w as studyFiles } from "./journal-SIbAe7H2.js";
import { crc32, inflateRawSync } from "node:zlib";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

// src/github/cache.ts
async function keepInCache(workspace, paths, key) {
	const cache = await import("./cache-DCWQt5y1.js");
	if (!cache.isFeatureAvailable()) return "no cache";
	const before = process.cwd();
	try {
		process.chdir(workspace);
		return await cache.saveCache([...paths], key) === -1 ? "refused" : void 0;
	} catch (error) {
		info(`The cache took nothing: ${error.message}`);
		return "refused";
	} finally {
		process.chdir(before);
	}
}
async function fetchFromCache(paths, prefix, patienceMs) {
	const cache = await import("./cache-DCWQt5y1.js");
	if (!cache.isFeatureAvailable()) return false;
	let timer;
	const patience = new Promise((resolve) => {
		timer = setTimeout(() => resolve(void 0), patienceMs);
	});
	try {
		const found = cache.restoreCache([...paths], prefix, [prefix], { segmentTimeoutInMs: patienceMs });
		return await Promise.race([found, patience]) !== void 0;
	} catch (error) {
		info(`The cache gave nothing: ${error.message}`);
		return false;
	} finally {
		clearTimeout(timer);
	}
}

// src/github/zip.ts
var ZipError = class extends Error {
	name = "ZipError";
};
const endSignature = 101010256;
const centralSignature = 33639248;
const localSignature = 67324752;
function readZip(zip, limits) {
	const end = findEnd(zip);
	const count = zip.readUInt16LE(end + 10);
	const offset = zip.readUInt32LE(end + 16);
	if (count === 65535 || offset === 4294967295) throw new ZipError("it is in the ZIP64 format");
	if (count > limits.entries) throw new ZipError(`it has ${count} files, more than ${limits.entries}`);
	const entries = [];
	let at = offset;
	for (let index = 0; index < count; index++) {
		if (at + 46 > end || zip.readUInt32LE(at) !== centralSignature) throw new ZipError("its directory is damaged");
		const [nameLength, extraLength, commentLength] = [
			28,
			30,
			32
		].map((field) => zip.readUInt16LE(at + field));
		const next = at + 46 + nameLength + extraLength + commentLength;
		if (next > end) throw new ZipError("its directory is damaged");
		const entry = {
			name: zip.toString("utf8", at + 46, at + 46 + nameLength),
			flags: zip.readUInt16LE(at + 8),
			method: zip.readUInt16LE(at + 10),
			crc: zip.readUInt32LE(at + 16),
			packed: zip.readUInt32LE(at + 20),
			size: zip.readUInt32LE(at + 24),
			header: zip.readUInt32LE(at + 42)
		};
		at = next;
		if (entry.name.endsWith("/")) continue;
		entries.push({
			name: entry.name,
			size: entry.size,
			read: () => {
				if (entry.size > limits.entrySize) throw new ZipError(`${shown(entry.name)} is longer than ${limits.entrySize} bytes`);
				return unpack(zip, entry);
			}
		});
	}
	return entries;
}
function findEnd(zip) {
	for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 65535); at--) if (zip.readUInt32LE(at) === endSignature && at + 22 + zip.readUInt16LE(at + 20) === zip.length) return at;
	throw new ZipError("it is not a zip file");
}
function unpack(zip, { name, flags, method, crc, packed, size, header }) {
	const fail = (why) => new ZipError(`${shown(name)} ${why}`);
	if (flags & 1) throw fail("is encrypted");
	if (header + 30 > zip.length || zip.readUInt32LE(header) !== localSignature) throw fail("is damaged");
	const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
	if (start + packed > zip.length) throw fail("is damaged");
	const data = zip.subarray(start, start + packed);
	let content;
	if (method === 0) content = data;
	else if (method === 8) try {
		content = inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
	} catch (error) {
		throw fail(`cannot be unpacked: ${error.message}`);
	}
	else throw fail(`is packed by a method that artifacts do not use (${method})`);
	if (content.length !== size) throw fail("is not as long as announced");
	if (crc32(content) !== crc) throw fail("does not match its checksum");
	return content;
}
function shown(name) {
	return JSON.stringify(name.slice(0, 80));
}

// src/session/pull-request/kept-study.ts
const keptParts = [studyFiles.journal, "checkpoints"];
const largest = 1024 ** 3;
const largestJournal = 256 * 1024 ** 2;
const largestArtifact = 512 * 1024 ** 2;
const mostEntries = 1e4;
const defaultPatienceMs = 3e4;
const journalArtifact = "tunegate-journal";
async function keepStudy(context, folder) {
	const otherwise = `To go on from what was measured all the same, upload it as an artifact ${journalArtifact}-… (docs/action.md#cancel-and-resume).`;
	const parts = keptParts.filter((name) => existsSync(path.join(folder, name)));
	if (!parts.includes(studyFiles.journal)) return "There is nothing to keep for the next run.";
	const kept = parts.reduce((sum, name) => sum + sizeOf(path.join(folder, name)), 0) > largest ? [studyFiles.journal] : parts;
	const stage = stageOf(folder);
	try {
		rmSync(stage, {
			recursive: true,
			force: true
		});
		for (const name of kept) cpSync(path.join(folder, name), path.join(stage, name), { recursive: true });
		const problem = await keepInCache(context.workspace, [relative(context, stage)], keyOf(context, folder));
		if (problem === "no cache") return `This server has no cache for what was measured, so the next run of this commit begins anew. ${otherwise}`;
		if (problem === "refused") return `The cache does not take what was measured (that of a pull request from a fork is read-only), so the next run of this commit begins anew. ${otherwise}`;
		return "What was measured is kept: the next run of this commit goes on from there.";
	} finally {
		rmSync(stage, {
			recursive: true,
			force: true
		});
	}
}
async function fetchStudy(context, inputs, folder, patienceMs = defaultPatienceMs) {
	if (existsSync(path.join(folder, studyFiles.journal))) return void 0;
	const stage = stageOf(folder);
	try {
		if (await fetchFromCache([relative(context, stage)], prefixOf(context, folder), patienceMs)) {
			if (!holdsJournal(path.join(stage, studyFiles.journal))) return void 0;
			mkdirSync(folder, { recursive: true });
			for (const name of readdirSync(stage).filter((name) => keptParts.includes(name))) {
				rmSync(path.join(folder, name), {
					recursive: true,
					force: true
				});
				renameSync(path.join(stage, name), path.join(folder, name));
			}
			return "cache";
		}
		return await fromArtifact(context, inputs, folder) ? "artifact" : void 0;
	} catch (error) {
		info(`What an earlier run had measured cannot be brought back: ${error.message}`);
		return;
	} finally {
		rmSync(stage, {
			recursive: true,
			force: true
		});
	}
}
async function fromArtifact(context, inputs, folder) {
	if (context.runAttempt < 2) return false;
	const api = await openApiFor(context, inputs);
	const artifact = (await api?.listArtifacts(context.runId))?.find(({ name, expired, size }) => name.startsWith("tunegate-journal") && !expired && size <= largestArtifact);
	if (!api || !artifact) return false;
	const zip = await api.downloadArtifact(artifact.id, largestArtifact);
	const wanted = `${path.basename(folder)}/${studyFiles.journal}`;
	const file = readZip(zip, {
		entries: mostEntries,
		entrySize: largestJournal
	}).find(({ name }) => name === wanted || name.endsWith(`/${wanted}`));
	if (!file) return false;
	const bytes = file.read();
	parseJournal(wanted, bytes);
	mkdirSync(folder, { recursive: true });
	writeFileSync(path.join(folder, studyFiles.journal), bytes);
	return true;
}
function holdsJournal(file) {
	try {
		return parseJournal(file, readFileSync(file)).records.length > 0;
	} catch {
		return false;
	}
}
function stageOf(folder) {
	return path.join(path.dirname(path.dirname(folder)), "kept", path.basename(folder));
}
function relative({ workspace }, folder) {
	return path.relative(workspace, folder).split(path.sep).join("/");
}
function prefixOf({ headSha }, folder) {
	return `tunegate-study-${createHash("sha256").update(path.basename(folder)).digest("hex").slice(0, 16)}-${headSha}-`;
}
function keyOf(context, folder) {
	return `${prefixOf(context, folder)}${context.runId}-${context.runAttempt}`;
}
function sizeOf(file) {
	const stat = statSync(file);
	if (!stat.isDirectory()) return stat.size;
	return readdirSync(file).reduce((sum, name) => sum + sizeOf(path.join(file, name)), 0);
}

export { readZip as a, ZipError as i, journalArtifact as n, keepStudy as r, fetchStudy as t };