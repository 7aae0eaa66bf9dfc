import { expect, test } from 'vitest';
import { routes } from './fake-routes.ts';
import { checkRequest, completeResponse, findOperation } from './openapi.ts';

const repo = '/repos/Codertocat/Hello-World';

function request(method: string, path: string, body?: unknown, query = {}): readonly string[] {
  const operation = findOperation(method, path);
  return operation ? checkRequest(operation, query, body) : ['unknown'];
}

const output = { title: 't', summary: 's' };
const annotation = { path: 'a', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'm' };

test.each([
  ['POST', `${repo}/issues/2/comments`, { body: 'x' }],
  [
    'POST',
    `${repo}/check-runs`,
    { name: 'n', head_sha: 'a', status: 'in_progress', output: { ...output, annotations: [annotation] } },
  ],
  ['PATCH', `${repo}/check-runs/3`, { status: 'completed', conclusion: 'neutral', output }],
  ['POST', `${repo}/statuses/${'a'.repeat(40)}`, { state: 'pending', context: 'c' }],
  ['POST', `${repo}/pulls`, { title: 't', head: 'h', base: 'b' }],
])('%s %s is as GitHub describes it', (method, path, body) => {
  expect(request(method, path, body)).toEqual([]);
});

test.each([
  ['POST', `${repo}/issues/2/comments`, {}, 'lacks body'],
  ['POST', `${repo}/issues/2/comments`, { body: 'x', sticky: true }, 'has sticky'],
  ['POST', `${repo}/check-runs`, { name: 'n', head_sha: 'a', conclusion: 'ok' }, ''],
  [
    'PATCH',
    `${repo}/check-runs/3`,
    { output: { ...output, annotations: Array(51).fill(annotation) } },
    'too long',
  ],
  [
    'PATCH',
    `${repo}/check-runs/3`,
    { output: { ...output, annotations: [{ ...annotation, start_line: '1' }] } },
    'not a number',
  ],
  ['POST', `${repo}/statuses/${'a'.repeat(40)}`, { state: 'neutral' }, 'none of'],
  ['GET', `${repo}/statuses`, undefined, 'unknown'],
])('%s %s, number %# of what is not', (method, path, body, message) => {
  const problems = request(method, path, body);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.join()).toContain(message);
});

test('a query that GitHub does not know', () => {
  expect(request('GET', `${repo}/pulls`, undefined, { heads: 'x' })).toEqual([
    'the query has heads, which GitHub does not know',
  ]);
});

test('an answer is filled up, and what is wrong in it is found', () => {
  const operation = findOperation('GET', `${repo}/pulls/2`)!;
  const whole = completeResponse(operation, 200, { number: 2, title: 't' });
  expect(whole.problems).toEqual([]);
  expect(Object.keys(whole.data as object).length).toBeGreaterThan(30);
  expect(completeResponse(operation, 200, { number: '2' }).problems).toEqual([
    'response.number is "2", not a number',
  ]);
  expect(completeResponse(operation, 200, { colour: 'red' }).problems).toEqual([
    'response has colour, which GitHub does not know',
  ]);
  expect(completeResponse(operation, 418, {}).problems).toEqual(['GitHub does not answer 418']);
});

test('the fake has no route that GitHub does not describe', () => {
  const samples: Record<string, string> = {
    repo: 'o/r',
    sha: 'a'.repeat(40),
    base: 'b',
    head: 'h',
    login: 'ada',
  };
  for (const { method, path } of routes) {
    const address = path.source
      .replace(/^\^|\$$/g, '')
      .replace(/\(\?<(\w+)>(?:\[[^\]]*\]|\\.|[^()[\]])*\)/g, (_, name: string) => samples[name] ?? '1')
      .replaceAll('\\/', '/')
      .replaceAll('\\.', '.');
    if (address !== '/graphql') expect(findOperation(method, address), `${method} ${address}`).toBeDefined();
  }
});
