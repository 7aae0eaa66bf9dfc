// Writes test/github/openapi.json: what GitHub's published OpenAPI description says of the requests that we make. The
// fake GitHub of the tests checks every request and response against it, so that it cannot drift from the real API.
//
//   node scripts/update-openapi.mjs [VERSION of @octokit/openapi]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const version = process.argv[2] ?? '23.0.2';
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const repo = '/repos/{owner}/{repo}';

/** Every operation of the fake. */
const operations = [
  'GET /user',
  `GET ${repo}/issues/{issue_number}/comments`,
  `POST ${repo}/issues/{issue_number}/comments`,
  `PATCH ${repo}/issues/comments/{comment_id}`,
  `DELETE ${repo}/issues/comments/{comment_id}`,
  `POST ${repo}/issues/comments/{comment_id}/reactions`,
  `GET ${repo}/issues/{issue_number}/events`,
  `POST ${repo}/check-runs`,
  `PATCH ${repo}/check-runs/{check_run_id}`,
  `GET ${repo}/check-runs/{check_run_id}`,
  `GET ${repo}/commits/{ref}/check-runs`,
  `POST ${repo}/statuses/{sha}`,
  `GET ${repo}/compare/{basehead}`,
  `GET ${repo}/pulls`,
  `POST ${repo}/pulls`,
  `GET ${repo}/pulls/{pull_number}`,
  `PATCH ${repo}/pulls/{pull_number}`,
  `GET ${repo}/pulls/{pull_number}/files`,
  `GET ${repo}/pulls/{pull_number}/comments`,
  `POST ${repo}/pulls/{pull_number}/comments`,
  `PATCH ${repo}/pulls/comments/{comment_id}`,
  `DELETE ${repo}/pulls/comments/{comment_id}`,
  `GET ${repo}/actions/runs/{run_id}/artifacts`,
  `POST ${repo}/actions/runs/{run_id}/rerun`,
  `GET ${repo}/actions/artifacts/{artifact_id}/{archive_format}`,
  `GET ${repo}/collaborators/{username}/permission`,
];

const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-openapi-'));
try {
  execFileSync('npm', ['pack', '--silent', `@octokit/openapi@${version}`], { cwd: folder });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  execFileSync('tar', ['xzf', archive, 'package/generated/api.github.com.json'], { cwd: folder });
  const text = readFileSync(path.join(folder, 'package', 'generated', 'api.github.com.json'), 'utf8');
  const description = JSON.parse(text);
  const schemas = {};
  const found = {};
  for (const operation of operations) {
    const [method, address] = operation.split(' ');
    const given = description.paths[address]?.[method.toLowerCase()];
    if (!given) throw new Error(`GitHub does not describe ${operation}`);
    const parameters = (given.parameters ?? []).map((item) =>
      item.$ref ? description.components.parameters[item.$ref.split('/').at(-1)] : item,
    );
    found[operation] = {
      query: Object.fromEntries(
        parameters.filter((item) => item.in === 'query').map((item) => [item.name, keep(item.schema)]),
      ),
      ...(given.requestBody ? { body: keep(given.requestBody.content['application/json'].schema) } : {}),
      responses: Object.fromEntries(
        Object.entries(given.responses).flatMap(([status, response]) => {
          if (!/^[23]/.test(status)) return [];
          const schema = response.content?.['application/json']?.schema;
          return [[status, schema ? keep(schema) : null]];
        }),
      ),
    };
  }

  /** The schema without prose, and what it refers to. */
  function keep(schema) {
    if (Array.isArray(schema)) return schema.map(keep);
    if (schema === null || typeof schema !== 'object') return schema;
    if (typeof schema.$ref === 'string') {
      const name = schema.$ref.split('/').at(-1);
      if (!(name in schemas)) {
        schemas[name] = {};
        schemas[name] = keep(description.components.schemas[name]);
      }
      return { $ref: name };
    }
    const prose = new Set([
      'description',
      'title',
      'externalDocs',
      'deprecated',
      'examples',
      'default',
      'x-github',
    ]);
    return Object.fromEntries(
      Object.entries(schema).flatMap(([key, value]) => {
        if (key === 'properties')
          return [[key, Object.fromEntries(Object.entries(value).map(([name, item]) => [name, keep(item)]))]];
        return prose.has(key) && !(key === 'title' && typeof value !== 'string') ? [] : [[key, keep(value)]];
      }),
    );
  }

  const all = { source: `@octokit/openapi@${version}`, license: 'MIT, GitHub', operations: found, schemas };
  writeFileSync(path.join(root, 'test', 'github', 'openapi.json'), `${JSON.stringify(all)}\n`);
  console.log(`${Object.keys(found).length} operations, ${Object.keys(schemas).length} schemas`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
