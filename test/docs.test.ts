import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fillGenerated, generatedParts, pages } from '../scripts/generated-docs.ts';
import { createSpace } from '../src/space/space.ts';
import { loadSpec } from '../src/spec/load.ts';
import { checkPlaceholders } from '../src/trial/placeholders.ts';

const root = path.dirname(import.meta.dirname);
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const filesIn = (folder: string, ending: string) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')));

const documents = ['README.md', 'CONTRIBUTING.md', ...filesIn('docs', '.md'), ...filesIn('examples', '.md')];

test.each(pages)('the generated parts of docs/%s are current (npm run build:docs)', (page) => {
  const text = read(`docs/${page}`);
  expect(fillGenerated(text, generatedParts(read('action.yml')))).toBe(text);
});

test('every section of a spec, every kind of parameter, and all of the action are described', () => {
  const described = pages.flatMap((page) =>
    [...read(`docs/${page}`).matchAll(/<!-- generated (\S+) -->/g)].map(([, name]) => name!),
  );
  const parts = [...generatedParts(read('action.yml')).keys()];
  // An int has the keys of a float.
  expect([...described, 'int'].sort()).toEqual(parts.sort());
});

interface Block {
  readonly name: string;
  readonly text: string;
}

/** The YAML blocks of all documents, named by where they begin. */
const blocks: readonly Block[] = documents.flatMap((file) => {
  const text = read(file);
  return [...text.matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)].map((match) => ({
    name: `${file}:${text.slice(0, match.index).split('\n').length + 1}`,
    text: match[1]!,
  }));
});
const topKeys = ({ text }: Block) => Object.keys(parse(text) as object);
const isWorkflow = (block: Block) => topKeys(block).some((key) => ['on', 'jobs', 'steps'].includes(key));

/** What a piece of a spec needs around it to be one. */
const frame = {
  name: 'name: framed',
  trial: 'trial: { module: ./model.ts }',
  metric: 'metric: { name: score, goal: maximize }',
  params: 'params: { framed: { type: bool, default: true } }',
  budget: 'budget: { trials: 10 }',
};

function complete(block: Block): string {
  const known = topKeys(block);
  // A task brings the rest itself.
  const brought = known.includes('task') ? ['trial', 'metric', 'params'] : [];
  const missing = Object.entries(frame).filter(([key]) => ![...known, ...brought].includes(key));
  return [block.text, ...missing.map(([, line]) => line)].join('\n');
}

function check(file: string, text: string): void {
  const spec = loadSpec(file, text);
  const space = createSpace(spec.params);
  const paths = space.parameters.map((parameter) => parameter.path);
  if ('run' in spec.trial) expect(checkPlaceholders(spec.trial, paths)).toEqual([]);
}

const specs = blocks.filter((block) => !isWorkflow(block));

test('the documents have specs and workflows to check', () => {
  expect(specs.length).toBeGreaterThan(15);
  expect(blocks.length - specs.length).toBeGreaterThan(3);
});

test.each(specs)('$name is a spec, or a piece of one', (block) => {
  check(block.name, complete(block));
});

test.each(filesIn('examples', 'tune.yml'))('%s is a spec with an incumbent', (file) => {
  check(file, read(file));
  expect(createSpace(loadSpec(file, read(file)).params).incumbent).toBeDefined();
});

test.each(blocks.filter(isWorkflow))('$name uses inputs and outputs that the action has', ({ text }) => {
  const action = parse(read('action.yml')) as { readonly inputs: object; readonly outputs: object };
  const workflow = parse(text) as { jobs?: Record<string, { steps: Step[] }>; steps?: Step[] };
  const steps = workflow.steps ?? Object.values(workflow.jobs ?? {}).flatMap((job) => job.steps);
  const ours = steps.filter(({ uses }) => uses?.startsWith('tunegate/tunegate@'));
  expect(ours).not.toEqual([]);
  for (const step of ours) {
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
    const asked = [...text.matchAll(new RegExp(`steps\\.${step.id ?? '-'}\\.outputs\\.([\\w-]+)`, 'g'))];
    expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(asked.map(([, name]) => name)));
  }
});

interface Step {
  readonly uses?: string;
  readonly id?: string;
  readonly with?: object;
}

test.each(documents)('the links of %s lead somewhere', (file) => {
  const text = read(file);
  for (const [, target] of text.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^https?:/.test(target!)) continue;
    const [where = '', anchor] = target!.split('#');
    const other = path.posix.join(path.posix.dirname(file), where);
    if (anchor === undefined) expect(() => readdirOrFile(other), `${file}: ${target}`).not.toThrow();
    else expect(anchors(where === '' ? text : read(other)), `${file}: ${target}`).toContain(anchor);
  }
});

function readdirOrFile(name: string): void {
  try {
    read(name);
  } catch {
    readdirSync(path.join(root, name));
  }
}

/** As GitHub names headings. */
function anchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
