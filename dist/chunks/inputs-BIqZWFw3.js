import { G as object, I as array, J as string, V as int, Z as unknown } from "./safe-9J7TpDP6.js";
import { readFileSync } from "node:fs";

// src/github/context.ts
var ContextError = class extends Error {
	name = "ContextError";
};
const sha = string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, "expected a full commit hash");
const repositoryPayload = object({ default_branch: string().min(1).optional() }).optional();
const anyPayload = object({ repository: repositoryPayload });
const login = object({ login: string() });
const pullRequestPayload = object({
	repository: repositoryPayload,
	action: string().optional(),
	label: object({ name: string() }).nullish(),
	sender: login.optional(),
	pull_request: object({
		number: int().positive(),
		labels: array(object({ name: string() })).optional(),
		head: object({
			sha,
			repo: object({ full_name: string() }).nullish()
		}),
		base: object({
			sha,
			ref: string().min(1),
			repo: object({ full_name: string() })
		})
	})
});
const mergeGroupPayload = object({
	repository: repositoryPayload,
	merge_group: object({
		head_sha: sha,
		base_sha: sha,
		base_ref: string().min(1)
	})
});
const workflowRunPayload = object({
	repository: repositoryPayload,
	workflow_run: object({
		id: int().positive(),
		run_attempt: int().positive().optional(),
		event: string(),
		head_sha: sha,
		head_branch: string().nullish(),
		head_repository: object({ full_name: string() }).nullish(),
		html_url: string(),
		actor: login.nullish()
	})
});
const commentPayload = object({
	repository: repositoryPayload,
	action: string(),
	issue: object({
		number: int().positive(),
		pull_request: unknown().optional()
	}),
	comment: object({
		id: int().positive(),
		body: string(),
		user: login.nullish(),
		created_at: string()
	})
});
const pushPayload = object({
	repository: repositoryPayload,
	before: sha.optional()
});
const refusal = "Tunegate does not run under `pull_request_target`: that event hands a token with write access and the repository’s secrets to the run, and a search executes the code of the pull request. Use `on: pull_request` instead. (Only its activity `labeled` is taken, to accept a regression: nothing is run then.)";
function readContext(env = process.env) {
	const eventName = required(env, "GITHUB_EVENT_NAME");
	const payload = readPayload(env);
	const [owner, name, ...rest] = required(env, "GITHUB_REPOSITORY").split("/");
	if (!owner || !name || rest.length > 0) throw new ContextError(`GITHUB_REPOSITORY is not of the form owner/name: ${env.GITHUB_REPOSITORY}`);
	const server = stripSlash(env.GITHUB_SERVER_URL || "https://github.com");
	const runId = integer(env, "GITHUB_RUN_ID");
	const runAttempt = env.GITHUB_RUN_ATTEMPT ? integer(env, "GITHUB_RUN_ATTEMPT") : 1;
	const checkoutSha = required(env, "GITHUB_SHA");
	const defaultBranch = check(anyPayload, payload, eventName).repository?.default_branch;
	const common = {
		eventName,
		repository: {
			owner,
			name
		},
		headSha: checkoutSha,
		checkoutSha,
		ref: env.GITHUB_REF ?? "",
		actor: env.GITHUB_ACTOR ?? "",
		runId,
		runAttempt,
		runUrl: `${server}/${owner}/${name}/actions/runs/${runId}${runAttempt > 1 ? `/attempts/${runAttempt}` : ""}`,
		urls: {
			server,
			api: stripSlash(env.GITHUB_API_URL || "https://api.github.com"),
			...env.GITHUB_GRAPHQL_URL ? { graphql: env.GITHUB_GRAPHQL_URL } : {}
		},
		workspace: env.GITHUB_WORKSPACE || process.cwd(),
		...env.GITEA_ACTIONS === "true" || env.FORGEJO_ACTIONS === "true" ? { withoutChecks: true } : {},
		...defaultBranch === void 0 ? {} : { defaultBranch }
	};
	switch (eventName) {
		case "pull_request": {
			const { pull_request: pull, action, label, sender } = check(pullRequestPayload, payload, eventName);
			const readOnly = readOnlyReason(pull, common.actor);
			return {
				...common,
				kind: "pull-request",
				headSha: pull.head.sha,
				number: pull.number,
				base: {
					sha: pull.base.sha,
					ref: pull.base.ref
				},
				...readOnly ? { readOnly } : {},
				...action === void 0 ? {} : { action },
				labels: (pull.labels ?? []).map(({ name }) => name),
				...label ? { label: {
					name: label.name,
					by: sender?.login ?? ""
				} } : {}
			};
		}
		case "workflow_run": {
			const run = check(workflowRunPayload, payload, eventName).workflow_run;
			return {
				...common,
				kind: "finished-run",
				finished: {
					id: run.id,
					attempt: run.run_attempt ?? 1,
					event: run.event,
					headSha: run.head_sha,
					url: run.html_url,
					actor: run.actor?.login ?? "",
					...run.head_branch ? { headBranch: run.head_branch } : {},
					...run.head_repository ? { headRepository: run.head_repository.full_name } : {}
				}
			};
		}
		case "issue_comment": {
			const { action, issue, comment } = check(commentPayload, payload, eventName);
			return {
				...common,
				kind: "comment",
				number: issue.number,
				action,
				onPullRequest: issue.pull_request !== void 0 && issue.pull_request !== null,
				comment: {
					id: comment.id,
					body: comment.body,
					author: comment.user?.login ?? "",
					createdAt: comment.created_at
				}
			};
		}
		case "merge_group": {
			const group = check(mergeGroupPayload, payload, eventName).merge_group;
			return {
				...common,
				kind: "merge-group",
				headSha: group.head_sha,
				base: {
					sha: group.base_sha,
					ref: group.base_ref.replace(/^refs\/heads\//, "")
				}
			};
		}
		case "push": {
			const { before } = check(pushPayload, payload, eventName);
			return {
				...common,
				kind: "push",
				...before && !/^0+$/.test(before) ? { before } : {}
			};
		}
		case "pull_request_target": {
			const { action, label, sender, pull_request: pull } = check(pullRequestPayload, payload, eventName);
			if (action !== "labeled" || !label) return {
				...common,
				kind: "refused",
				reason: refusal
			};
			return {
				...common,
				kind: "label",
				number: pull.number,
				headSha: pull.head.sha,
				label: {
					name: label.name,
					by: sender?.login ?? ""
				}
			};
		}
		default: return {
			...common,
			kind: "other"
		};
	}
}
function readOnlyReason(pull, actor) {
	if (pull.head.repo?.full_name !== pull.base.repo.full_name) return "fork";
	return actor === "dependabot[bot]" ? "dependabot" : void 0;
}
function readPayload(env) {
	const file = env.GITHUB_EVENT_PATH;
	if (!file) return {};
	let text;
	try {
		text = readFileSync(file, "utf8");
	} catch (error) {
		throw new ContextError(`Cannot read the event's payload (GITHUB_EVENT_PATH): ${error.message}`);
	}
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new ContextError(`The event's payload ${file} is not JSON: ${error.message}`);
	}
}
function check(schema, payload, eventName) {
	const result = schema.safeParse(payload);
	if (result.success) return result.data;
	const problems = result.error.issues.map((issue) => `${issue.path.join(".") || "payload"}: ${issue.message}`);
	throw new ContextError(`The payload of the ${eventName} event is not as expected: ${problems.join("; ")}`);
}
function required(env, name) {
	const value = env[name];
	if (value) return value;
	throw new ContextError(`${name} is not set: this is the action's entry, which GitHub's runner starts. On your own machine use the command line: npx tunegate run`);
}
function integer(env, name) {
	const value = Number(required(env, name));
	if (Number.isSafeInteger(value) && value > 0) return value;
	throw new ContextError(`${name} is not a positive whole number: ${env[name]}`);
}
function stripSlash(url) {
	return url.replace(/\/+$/, "");
}

// src/github/inputs.ts
const commentModes = [
	"always",
	"on-change",
	"on-regression",
	"never"
];
const inputDefaults = {
	config: "tune.yml",
	"github-token": "${{ github.token }}",
	"working-directory": ".",
	id: "",
	comment: "always",
	"recreate-comment": "false",
	"accept-label": "accept-regression",
	artifact: "tunegate",
	resume: "true",
	propose: "true",
	"fail-on-regression": "true",
	"fail-on-error": "true",
	"fail-on-missing-baseline": "false"
};
var InputError = class extends Error {
	name = "InputError";
};
function readInputs(env = process.env) {
	return {
		config: text(env, "config"),
		githubToken: input(env, "github-token"),
		workingDirectory: text(env, "working-directory"),
		id: checkId(input(env, "id")),
		comment: oneOf(env, "comment", commentModes),
		recreateComment: boolean(env, "recreate-comment"),
		acceptLabel: text(env, "accept-label"),
		artifact: text(env, "artifact"),
		resume: boolean(env, "resume"),
		propose: boolean(env, "propose"),
		failOnRegression: boolean(env, "fail-on-regression"),
		failOnError: boolean(env, "fail-on-error"),
		failOnMissingBaseline: boolean(env, "fail-on-missing-baseline")
	};
}
function input(env, name) {
	return (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
}
function text(env, name) {
	return input(env, name) || inputDefaults[name];
}
function boolean(env, name) {
	const value = text(env, name);
	if ([
		"true",
		"True",
		"TRUE"
	].includes(value)) return true;
	if ([
		"false",
		"False",
		"FALSE"
	].includes(value)) return false;
	throw new InputError(`Input ${name}: expected true or false (YAML 1.2), found ${shown(value)}`);
}
function oneOf(env, name, allowed) {
	const value = text(env, name);
	const found = allowed.find((mode) => mode === value);
	if (found !== void 0) return found;
	throw new InputError(`Input ${name}: expected one of ${allowed.join(", ")}, found ${shown(value)}`);
}
function checkId(id) {
	if (/^[\w .:/@+-]{0,60}$/.test(id)) return id;
	throw new InputError(`Input id: expected at most 60 letters, digits, spaces or any of . _ : / @ + -, found ${shown(id)}`);
}
function shown(value) {
	return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
}

export { readContext as n, readInputs as t };