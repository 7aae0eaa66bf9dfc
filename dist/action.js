import { a as cutBytes, c as endGroup, d as notice, f as setFailed, h as warning, l as error, m as startGroup, o as limits, p as setOutput, r as openGitHub, s as readContext, t as readInputs, u as info } from "./chunks/inputs-DKZPBOyF.js";
import { P as exitCode } from "./chunks/journal-tTRUElhM.js";
import { _ as cancelSignal, a as runSession, d as outputsOf, f as resultPublication, l as errorPublication, m as readSpec, t as writeReports, u as outcomeOf, v as renderTerminal, w as logLine } from "./chunks/write-reports-BVkVOuze.js";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { randomUUID } from "node:crypto";
import { execFile } from "node:child_process";

// src/github/log.ts
const shownPerLevel = 10;
function logGroup(title, lines) {
	startGroup(title.replace(/[\r\n]+/g, " "));
	logUntrusted(lines.join("\n"));
	endGroup();
}
function logUntrusted(text) {
	if (!/(^|[\r\n])\s*::|##\[/.test(text)) {
		info(text);
		return;
	}
	const token = randomUUID();
	process.stdout.write(`::stop-commands::${token}\n${text}\n::${token}::\n`);
}
function logAnnotations(annotations) {
	const shown = {
		notice: 0,
		warning: 0,
		failure: 0
	};
	for (const annotation of annotations) {
		const { path, startLine, endLine = startLine, startColumn, endColumn, level } = annotation;
		if (shown[level]++ >= shownPerLevel) {
			logUntrusted(`${path}:${startLine}:${startColumn ?? 1} ${annotation.message}`);
			continue;
		}
		const write = {
			notice,
			warning,
			failure: error
		}[level];
		write(cutBytes(annotation.message, limits.logAnnotation), {
			file: path,
			startLine,
			endLine,
			...startColumn !== void 0 && startLine === endLine ? {
				startColumn,
				endColumn: endColumn ?? startColumn
			} : {},
			...annotation.title === void 0 ? {} : { title: annotation.title }
		});
	}
}

// src/github/outputs.ts
function outputValues(outputs) {
	const { outcome } = outputs;
	return {
		conclusion: outcome === "searched" || outcome === "cancelled" ? "" : outcome,
		regressed: String(outcome === "regressed"),
		"best-score": text(outputs.bestScore),
		"baseline-score": text(outputs.baselineScore),
		delta: text(outputs.delta),
		"best-params": outputs.bestParams === void 0 ? "" : JSON.stringify(outputs.bestParams),
		trials: String(outputs.trials),
		"report-path": outputs.reportPath ?? "",
		"results-path": outputs.resultsPath ?? "",
		"comment-url": outputs.commentUrl ?? "",
		"check-url": outputs.checkUrl ?? ""
	};
}
function setOutputs(outputs) {
	for (const [name, value] of Object.entries(outputValues(outputs))) setOutput(name, value);
}
function text(value) {
	return value === void 0 || !Number.isFinite(value) ? "" : String(value);
}

// src/session/node.ts
const run = promisify(execFile);
async function findNode(env) {
	try {
		const { stdout } = await run("node", ["-p", "JSON.stringify([process.versions.node, process.execPath])"], {
			env,
			timeout: 1e4
		});
		const [version, path] = JSON.parse(stdout);
		const [major = 0, minor = 0] = version.split(".").map(Number);
		return major > 20 || major === 20 && minor >= 19 ? path : process.execPath;
	} catch {
		return process.execPath;
	}
}

// src/action.ts
const startedAt = performance.now();
const reserveMs = 8e3;
async function main() {
	const context = readContext();
	if (context.kind === "refused") throw new Error(context.reason);
	const inputs = readInputs();
	const github = await openGitHub(context, inputs);
	const file = path.resolve(context.workspace, inputs.workingDirectory, inputs.config);
	const specPath = path.relative(context.workspace, file);
	await github.startCheck({
		title: "Tuning",
		summary: "The search has begun."
	});
	const signal = cancelSignal(() => github.remember({ cancelled: true }));
	try {
		const loaded = readSpec(file, specPath);
		const { results, folder, cancelled } = await runSession({
			loaded,
			findBase: (repo, ref) => github.findBase(repo, ref),
			journal: "resume",
			host: {
				path: fileURLToPath(new URL("./trial-host.js", import.meta.url)),
				node: await findNode(process.env)
			},
			env: process.env,
			signal,
			startedAt,
			reserveMs,
			onJournal: (journal) => github.remember({ journal }),
			onEvent: (event) => {
				const line = logLine(event, loaded.spec.metric.name);
				if (line === void 0) return;
				if (event.type === "phase") {
					endGroup();
					startGroup(line);
				} else logUntrusted(line);
			}
		});
		endGroup();
		const complete = {
			...results,
			notices: [...results.notices, ...github.notices]
		};
		const files = writeReports(folder, complete);
		const outcome = outcomeOf(complete, cancelled);
		const published = await github.publish(resultPublication(complete, outcome));
		logGroup("Report", renderTerminal(complete, {
			colour: false,
			width: 120
		}).split("\n"));
		setOutputs(outputsOf(complete, outcome, files, published));
		return exitCode(outcome, inputs);
	} catch (error) {
		endGroup();
		const { log, ...publication } = errorPublication(error, specPath);
		logAnnotations(publication.annotations ?? []);
		for (const line of log) logUntrusted(line);
		const published = await github.publish(publication);
		setOutputs({
			outcome: "error",
			trials: 0,
			...published
		});
		return exitCode("error", inputs);
	}
}
try {
	process.exitCode = await main();
} catch (error) {
	setFailed(error instanceof Error ? error.message : String(error));
}
process.exit();

export {  };