import { t as argument } from "./safe-9J7TpDP6.js";
import { createHash } from "node:crypto";
import { createReadStream, existsSync, fstatSync } from "node:fs";
import path from "node:path";
import { lstat, mkdir, open, readFile, readlink, realpath, rm } from "node:fs/promises";
import { execFile } from "node:child_process";
import { pipeline } from "node:stream/promises";

// src/github/git.ts
var GitError = class extends Error {
	name = "GitError";
	stderr;
	stdout;
	missing;
	constructor(args, cause, stderr, stdout = "") {
		const missing = cause.code === "ENOENT";
		const said = missing ? "git is not installed or not on the PATH" : stderr.trim() || cause.message;
		super(`git ${args.join(" ")}: ${said}`, { cause });
		this.stderr = stderr;
		this.stdout = stdout;
		this.missing = missing;
	}
};
async function gitBytes(folder, args, options = {}) {
	return await new Promise((resolve, reject) => {
		const child = execFile("git", [...settings(), ...args], {
			cwd: folder,
			encoding: "buffer",
			maxBuffer: 536870912,
			timeout: options.timeoutMs ?? 12e4,
			windowsHide: true,
			env: {
				...withoutGitVariables(process.env),
				...fixedEnvironment,
				...options.env
			},
			...options.signal ? { signal: options.signal } : {}
		}, (error, stdout, stderr) => {
			if (error) reject(new GitError(args, error, stderr.toString("utf8"), stdout.toString("utf8")));
			else resolve(stdout);
		});
		if (options.input !== void 0) {
			child.stdin?.on("error", () => {});
			child.stdin?.end(options.input);
		}
	});
}
async function git(folder, args, options = {}) {
	return (await gitBytes(folder, args, options)).toString("utf8").replace(/\r?\n$/, "");
}
async function tryGit(folder, args, options = {}) {
	try {
		return await git(folder, args, options);
	} catch (error) {
		if (error instanceof GitError && !error.missing) return void 0;
		throw error;
	}
}
const fixedEnvironment = {
	GIT_TERMINAL_PROMPT: "0",
	GCM_INTERACTIVE: "never",
	GIT_OPTIONAL_LOCKS: "0",
	LC_ALL: "C"
};
function settings() {
	const list = [
		"core.hooksPath=/dev/null",
		"core.fsmonitor=false",
		"advice.detachedHead=false",
		"gc.auto=0"
	];
	if (process.env.GITHUB_ACTIONS === "true") list.push("safe.directory=*");
	return list.flatMap((setting) => ["-c", setting]);
}
function withoutGitVariables(env) {
	const local = /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|PREFIX|NAMESPACE|ALTERNATE_OBJECT_DIRECTORIES|SHALLOW_FILE|GRAFT_FILE)$/;
	return Object.fromEntries(Object.entries(env).filter(([name]) => !local.test(name)));
}

// src/github/remote.ts
function authorization({ serverUrl, token }) {
	const key = `http.${serverUrl}/.extraheader`;
	return {
		GIT_CONFIG_COUNT: "2",
		GIT_CONFIG_KEY_0: key,
		GIT_CONFIG_VALUE_0: "",
		GIT_CONFIG_KEY_1: key,
		GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`
	};
}
function complaint(text) {
	const lines = text.split("\n").filter((line) => line.trim() !== "");
	return (lines.find((line) => /^(fatal|error|remote): /.test(line)) ?? lines.at(-1) ?? "").replace(/^(fatal|error): /, "").replace(/\/\/[^/@\s]+@/g, "//***@");
}

// src/github/repository.ts
const stateFolderName = ".tunegate";
async function findRepository(folder) {
	if (!existsSync(folder)) return {
		kind: "none",
		reason: `the folder ${folder} does not exist`
	};
	try {
		const root = await git(folder, ["rev-parse", "--show-toplevel"]);
		if (root === "") return {
			kind: "none",
			reason: "this is a bare git repository"
		};
		const shallow = await git(folder, ["rev-parse", "--is-shallow-repository"]) === "true";
		return {
			kind: "git",
			root: await realpath(root),
			shallow
		};
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		return {
			kind: "none",
			reason: absenceReason(error)
		};
	}
}
function absenceReason(error) {
	if (error.missing) return "git is not installed or not on the PATH";
	if (/dubious ownership/.test(error.stderr)) return "git does not trust this folder, since it belongs to another user; if you do: git config --global --add safe.directory <folder>";
	if (/must be run in a work tree/.test(error.stderr)) return "this is a bare git repository";
	if (/not a git repository/.test(error.stderr)) return "this folder is not in a git repository";
	return error.message;
}
var StateFolderError = class extends Error {
	name = "StateFolderError";
	constructor(folder, cause) {
		super(`${folder}: there is no place for studies: ${cause.message}`, { cause });
	}
};
async function ensureStateFolder(root) {
	const folder = path.join(root, stateFolderName);
	const ignore = path.join(folder, ".gitignore");
	let begun = false;
	try {
		await mkdir(folder).catch((error) => {
			if (error.code !== "EEXIST") throw error;
		});
		const file = await open(ignore, "wx");
		begun = true;
		try {
			await file.writeFile("*\n");
		} finally {
			await file.close();
		}
	} catch (error) {
		if (begun) await rm(ignore, { force: true });
		else if (error.code === "EEXIST" && existsSync(ignore)) return folder;
		throw new StateFolderError(folder, error);
	}
	return folder;
}

// src/github/code-files.ts
const everythingElse = [
	"--",
	":/",
	`:(exclude,top,glob)**/${stateFolderName}/**`
];
function emptyTree(repo) {
	return git(repo.root, [
		"hash-object",
		"-t",
		"tree",
		"/dev/null"
	]);
}
async function filesUnlike(repo, tree, submodules = "none") {
	const records = await gitRecords(repo, [
		"-c",
		"diff.autoRefreshIndex=true",
		"diff",
		"--raw",
		"-z",
		"--no-abbrev",
		"--no-renames",
		"--no-ext-diff",
		`--ignore-submodules=${submodules}`,
		argument(tree),
		...everythingElse
	]);
	const files = /* @__PURE__ */ new Map();
	for (let index = 0; index + 1 < records.length; index += 2) files.set(records[index + 1], records[index].split(" ")[1]);
	return await withoutOwnOutput(repo, files);
}
async function untrackedFiles(repo) {
	const names = await gitRecords(repo, [
		"ls-files",
		"--others",
		"--exclude-standard",
		"-z",
		...everythingElse
	]);
	return [...(await withoutOwnOutput(repo, new Map(names.sort().map((name) => [name, ""])))).keys()];
}
async function gitRecords(repo, args) {
	return (await gitBytes(repo.root, args)).toString("latin1").split("\0").filter((record) => record !== "");
}
async function withoutOwnOutput(repo, files) {
	const own = new Set([1, 2].flatMap(fileBehind));
	if (own.size === 0) return files;
	for (const name of files.keys()) {
		const stat = await lstat(pathOf(repo, name), { bigint: true }).catch(() => void 0);
		if (stat && own.has(`${stat.dev} ${stat.ino}`)) files.delete(name);
	}
	return files;
}
function fileBehind(descriptor) {
	try {
		const stat = fstatSync(descriptor, { bigint: true });
		return stat.isFile() ? [`${stat.dev} ${stat.ino}`] : [];
	} catch {
		return [];
	}
}
function pathOf(repo, name) {
	return Buffer.concat([Buffer.from(`${repo.root}/`), Buffer.from(name, "latin1")]);
}
const largestRead = 268435456;
async function contentHash(repo, name) {
	const file = pathOf(repo, name);
	const hash = createHash("sha256");
	try {
		const stat = await lstat(file);
		if (stat.isSymbolicLink()) hash.update("link").update(await readlink(file, "buffer"));
		else if (stat.isDirectory()) hash.update(await tryGit(file.toString("utf8"), ["rev-parse", "HEAD"]) ?? "folder");
		else if (!stat.isFile()) hash.update("other");
		else if (stat.size > largestRead) hash.update(`large ${stat.size} ${stat.mtimeMs}`);
		else await pipeline(createReadStream(file), hash);
	} catch (error) {
		return `unreadable ${error.code}`;
	}
	return hash.digest("hex");
}

// src/github/checkout.ts
const mostChanges = 1e3;
const emptyFile = createHash("sha256").digest("hex");
async function checkoutOf(repo, tree, changes) {
	const counting = [...changes].filter(([name, { mode, hash }]) => !isIgnoreFile(name) && !(mode === "new" && hash === emptyFile));
	if (counting.length > mostChanges) return void 0;
	return {
		tree: await git(repo.root, [
			"rev-parse",
			"--verify",
			argument(`${tree}^{tree}`)
		]),
		changes: Object.fromEntries(counting.map(([name, { hash }]) => [name, hash]))
	};
}
function isIgnoreFile(name) {
	return path.posix.basename(name) === ".gitignore";
}
async function changedSince(repo, then, spec) {
	const tree = /^[0-9a-f]+$/.test(then.tree) ? await tryGit(repo.root, [
		"rev-parse",
		"--verify",
		"--quiet",
		argument(`${then.tree}^{tree}`)
	]) : void 0;
	if (tree === void 0) return void 0;
	const unlike = await filesUnlike(repo, tree, "untracked");
	const changed = [];
	for (const name of /* @__PURE__ */ new Set([...unlike.keys(), ...Object.keys(then.changes)])) {
		if (isIgnoreFile(name) || name === Buffer.from(spec).toString("latin1")) continue;
		const was = Object.hasOwn(then.changes, name) ? then.changes[name] : void 0;
		if (was === void 0 || was !== await contentHash(repo, name)) changed.push(Buffer.from(name, "latin1").toString("utf8"));
	}
	return await withoutIgnored(repo, changed);
}
async function withoutIgnored(repo, names) {
	if (names.length === 0) return names;
	const input = names.map((name) => `${name}\0`).join("");
	const ignored = await tryGit(repo.root, [
		"check-ignore",
		"-z",
		"--stdin"
	], { input });
	const known = new Set(ignored?.split("\0"));
	return names.filter((name) => !known.has(name));
}

// src/github/head.ts
async function headState(repo) {
	const { changes: _, tree: __, ...state } = await readHead(repo);
	return state;
}
async function headBesideSpec(repo, spec) {
	const { changes, tree, ...state } = await readHead(repo);
	const committed = await gitBytes(repo.root, [
		"diff-tree",
		"-r",
		"--raw",
		"-z",
		"--no-abbrev",
		"--no-renames",
		"--no-ext-diff",
		argument(await emptyTree(repo)),
		argument(tree),
		...everythingElse,
		argument(`:(exclude,top,literal)${spec}`)
	]);
	changes.delete(Buffer.from(spec).toString("latin1"));
	const checkout = await checkoutOf(repo, tree, changes);
	return {
		...state,
		withoutSpec: fingerprint(committed.toString("latin1"), changes),
		...checkout ? { checkout } : {}
	};
}
function fingerprint(committed, changes) {
	const hash = createHash("sha256").update(committed);
	for (const [name, change] of changes) hash.update(`\0${change.mode}\0${name}\0${change.hash}`);
	return hash.digest("hex").slice(0, 32);
}
async function readHead(repo) {
	const sha = await tryGit(repo.root, [
		"rev-parse",
		"--verify",
		"--quiet",
		"HEAD^{commit}"
	]);
	const tree = sha ?? await emptyTree(repo);
	const changes = /* @__PURE__ */ new Map();
	const changed = [...await filesUnlike(repo, tree), ...(await untrackedFiles(repo)).map((name) => [name, "new"])];
	for (const [name, mode] of changed) changes.set(name, {
		mode,
		hash: await contentHash(repo, name)
	});
	return {
		...sha === void 0 ? {} : { sha },
		dirty: changes.size > 0,
		fingerprint: fingerprint(sha ?? "", changes),
		changes,
		tree
	};
}

// src/github/base-commit.ts
async function baseOfRun(repo, context, options = {}) {
	if (repo.kind === "none") return nothing(`There is no base: ${repo.reason}.`);
	const fetch = { credentials: options.credentials };
	const head = await tryGit(repo.root, [
		"rev-parse",
		"--verify",
		"--quiet",
		"HEAD^{commit}"
	]);
	if (head === void 0) return nothing("There is no base: the repository has no commit.");
	switch (context.kind) {
		case "pull-request": {
			const merged = await mergedInto(repo, head, context.headSha);
			if (merged) return await present(repo, merged, `${context.base.ref}, into which this pull request was merged for the run`, fetch);
			const how = `merge base with ${context.base.ref}`;
			try {
				const sha = await options.api?.mergeBase(context.base.sha, head);
				if (sha !== void 0) return await present(repo, sha, how, fetch);
			} catch {}
			const base = await present(repo, context.base.sha, how, fetch);
			return base.found ? await mergeBase(repo, context.base.sha, head, how, fetch) : base;
		}
		case "merge-group": return await present(repo, context.base.sha, `${context.base.ref} before this merge group`, fetch);
		case "push":
			if (context.ref === `refs/heads/${context.defaultBranch}` && options.ref === void 0) {
				const branch = context.defaultBranch;
				if (!context.before) return nothing(`There is no base: the push created ${branch}.`);
				return await present(repo, context.before, `${branch} before this push`, fetch);
			}
			return await baseOfBranch(repo, head, context, options);
		default: return await baseOfBranch(repo, head, context, options);
	}
}
async function baseOfBranch(repo, head, context, options) {
	const branch = options.ref ?? context.defaultBranch;
	if (branch === void 0 || options.ref !== void 0 && await resolveRef(repo, options.ref)) return await baseOfWorkTree(repo, options.ref, options);
	if (/^[0-9a-f]{40}$/.test(branch)) return await present(repo, branch, branch.slice(0, 12), options);
	const how = `merge base with ${branch}`;
	let base;
	if (options.ref === void 0) try {
		const sha = await options.api?.mergeBase(branch, head);
		if (sha !== void 0) base = await present(repo, sha, how, options);
	} catch {}
	if (base === void 0) {
		const remote = await findRemoteRef(repo, branch, options);
		if (remote.sha === void 0) return nothing(`There is no base: the branch ${branch} was not found${remote.problem ? `: ${remote.problem}` : ""}.`);
		base = await present(repo, remote.sha, remote.isBranch ? how : branch, options);
		if (base.found && remote.isBranch) base = await mergeBase(repo, remote.sha, head, how, options);
	}
	if (!base.found || base.sha !== head) return base;
	return nothing(`There is nothing to compare: what is checked out is part of ${branch} already.`);
}
async function findRemoteRef(repo, name, options) {
	const refs = [
		`refs/heads/${name}`,
		`refs/tags/${name}^{}`,
		`refs/tags/${name}`
	];
	const { text = "", problem } = await askRemote(repo, [
		"ls-remote",
		await remoteName(repo),
		...refs
	], options);
	const known = new Map(text.split("\n").map((line) => line.split("	").reverse()));
	for (const ref of refs) {
		const sha = known.get(ref);
		if (sha) return {
			sha,
			isBranch: ref.startsWith("refs/heads/")
		};
	}
	return {
		isBranch: false,
		problem
	};
}
async function baseOfWorkTree(repo, ref, options = {}) {
	if (repo.kind === "none") return nothing(`There is no base: ${repo.reason}.`);
	const state = await headState(repo);
	if (state.sha === void 0) return nothing("There is no base: the repository has no commit.");
	let candidate;
	if (ref !== void 0) {
		const named = await resolveRef(repo, ref);
		if (named === void 0) return nothing(`There is no base: git knows no ${JSON.stringify(ref)} here. Name a branch, tag or commit, or fetch it first.`);
		candidate = named.branch ? await mergeBase(repo, named.sha, state.sha, `merge base with ${named.branch}`, options) : {
			found: true,
			sha: named.sha,
			how: ref
		};
	} else {
		const branch = await defaultBranch(repo);
		if (branch === void 0) return state.dirty ? uncommitted(state.sha) : nothing("There is no base: this repository has no branch origin/HEAD, main or master. Name one with --base.");
		candidate = await mergeBase(repo, branch.sha, state.sha, `merge base with ${branch.branch}`, options);
	}
	if (!candidate.found || candidate.sha !== state.sha) return candidate;
	if (state.dirty) return uncommitted(state.sha);
	if ((ref === void 0 ? await tryGit(repo.root, [
		"rev-parse",
		"--verify",
		"--quiet",
		"HEAD^1^{tree}"
	]) : void 0) !== void 0) return {
		found: true,
		sha: await git(repo.root, ["rev-parse", "HEAD^1"]),
		how: "the commit before HEAD"
	};
	return nothing(`There is nothing to compare: HEAD is the base itself (${candidate.how}) and no file is changed. Name an earlier commit with --base, such as --base HEAD~1.`);
}
function uncommitted(sha) {
	return {
		found: true,
		sha,
		how: "HEAD, without the changes that are not committed"
	};
}
function nothing(reason) {
	return {
		found: false,
		reason
	};
}
async function resolveRef(repo, ref) {
	if (ref === "" || ref.startsWith("-")) return void 0;
	const full = await tryGit(repo.root, [
		"rev-parse",
		"--symbolic-full-name",
		"--end-of-options",
		argument(ref)
	]);
	for (const name of [ref, `origin/${ref}`]) {
		const sha = await tryGit(repo.root, [
			"rev-parse",
			"--verify",
			"--quiet",
			"--end-of-options",
			`${name}^{commit}`
		]);
		if (sha === void 0) continue;
		return (name !== ref || /^refs\/(heads|remotes)\//.test(full?.split("\n").at(-1) ?? "")) && ref !== "HEAD" ? {
			sha,
			branch: name
		} : { sha };
	}
}
async function defaultBranch(repo) {
	const names = [
		await tryGit(repo.root, [
			"symbolic-ref",
			"--quiet",
			"--short",
			"refs/remotes/origin/HEAD"
		]),
		"origin/main",
		"origin/master",
		"main",
		"master"
	];
	for (const branch of names) {
		if (branch === void 0) continue;
		const full = branch.startsWith("origin/") ? `refs/remotes/${branch}` : `refs/heads/${branch}`;
		const sha = await tryGit(repo.root, [
			"rev-parse",
			"--verify",
			"--quiet",
			`${full}^{commit}`
		]);
		if (sha !== void 0) return {
			sha,
			branch
		};
	}
}
async function mergedInto(repo, commit, head) {
	if (commit === head) return void 0;
	const parents = [...(await tryGit(repo.root, [
		"cat-file",
		"commit",
		argument(commit)
	]) ?? "").split("\n\n")[0].matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1]);
	return parents.length === 2 && parents[1] === head ? parents[0] : void 0;
}
async function present(repo, sha, how, options) {
	if (await hasCommit(repo, sha)) return {
		found: true,
		sha,
		how
	};
	const problem = await fetchFrom(repo, [
		...repo.shallow ? ["--depth=1"] : [],
		await remoteName(repo),
		argument(sha)
	], options);
	if (problem === void 0 && await hasCommit(repo, sha)) return {
		found: true,
		sha,
		how
	};
	return nothing(`The base commit ${sha.slice(0, 12)} (${how}) is not in this clone and could not be fetched: ${problem ?? "it did not arrive"}. Give actions/checkout \`fetch-depth: 0\`, or let it keep its credentials.`);
}
async function hasCommit(repo, sha) {
	return await tryGit(repo.root, [
		"cat-file",
		"-e",
		`${sha}^{tree}`
	], { env: { GIT_NO_LAZY_FETCH: "1" } }) !== void 0;
}
const deepenings = [
	50,
	500,
	5e3
];
async function mergeBase(repo, base, head, how, options) {
	const steps = repo.shallow ? [...deepenings.map((depth) => `--deepen=${depth}`), "--unshallow"] : [];
	for (let step = 0;; step++) {
		const found = await tryGit(repo.root, [
			"merge-base",
			argument(base),
			argument(head)
		]);
		if (found !== void 0 && await isCertain(repo, found, base, head)) return {
			found: true,
			sha: found,
			how
		};
		const deepen = steps[step];
		if (deepen === void 0) return nothing(`There is no base: HEAD and ${base.slice(0, 12)} (${how}) have no common history.`);
		const problem = await fetchFrom(repo, [
			deepen,
			await remoteName(repo),
			argument(base),
			argument(head)
		], options);
		if (problem !== void 0 && !/--unshallow on a complete repository/.test(problem)) return nothing(`The merge base is beyond this shallow clone, and it could not be deepened: ${problem}. Give actions/checkout \`fetch-depth: 0\`.`);
	}
}
async function isCertain(repo, found, base, head) {
	if (!repo.shallow) return true;
	const between = await git(repo.root, [
		"rev-list",
		"--boundary",
		argument(base),
		argument(head),
		`^${found}`
	]);
	const cut = new Set(await cutCommits(repo));
	return !between.split("\n").some((commit) => !commit.startsWith("-") && cut.has(commit));
}
async function cutCommits(repo) {
	const file = await git(repo.root, [
		"rev-parse",
		"--path-format=absolute",
		"--git-path",
		"shallow"
	]);
	try {
		return (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
	} catch {
		return [];
	}
}
async function remoteName(repo) {
	const remotes = (await git(repo.root, ["remote"])).split("\n").filter((name) => name !== "");
	return argument(remotes.includes("origin") ? "origin" : remotes[0] ?? "origin");
}
async function fetchFrom(repo, args, options) {
	return (await askRemote(repo, [
		"fetch",
		"--quiet",
		"--no-tags",
		"--no-write-fetch-head",
		"--no-recurse-submodules",
		...args
	], options)).problem;
}
async function askRemote(repo, command, options) {
	const environments = [{}, ...options.credentials ? [authorization(options.credentials)] : []];
	let problem = "";
	for (const env of environments) try {
		return { text: await git(repo.root, command, { env }) };
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		problem = complaint(error.stderr) || error.message;
	}
	return { problem };
}

// src/github/outcome.ts
function checkConclusion(outcome, policy, accepted = false) {
	switch (outcome) {
		case "improved":
		case "unchanged":
		case "searched": return "success";
		case "regressed": return policy.failOnRegression && !accepted ? "failure" : "neutral";
		case "inconclusive": return policy.failOnInconclusive ? "failure" : "neutral";
		case "no-result": return policy.failOnNoResult ? "failure" : "neutral";
		case "no-baseline": return policy.failOnMissingBaseline ? "failure" : "neutral";
		case "error": return policy.failOnError ? "failure" : "neutral";
		case "cancelled": return "cancelled";
	}
}
function exitCode(outcome, policy, accepted = false) {
	if (outcome === "cancelled") return 130;
	return checkConclusion(outcome, policy, accepted) === "failure" ? 1 : 0;
}

export { gitBytes as _, fetchFrom as a, headState as c, findRepository as d, stateFolderName as f, git as g, GitError as h, baseOfWorkTree as i, changedSince as l, complaint as m, exitCode as n, remoteName as o, authorization as p, baseOfRun as r, headBesideSpec as s, checkConclusion as t, ensureStateFolder as u, tryGit as v };