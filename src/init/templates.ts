import type { Option } from './argparse.ts';
import type { Survey } from './survey.ts';

/** The spec that `init` writes: complete and valid, with what the user should check marked. */
export function specTemplate(found: Survey): string {
  const { training } = found;
  const options = training?.kind === 'command' ? training.options : [];
  return `# yaml-language-server: $schema=https://unpkg.com/tunegate/schema.json
# Tunegate's tuning spec. Check it with: npx tunegate validate
name: ${yaml(found.name)}

# What is trained.
trial:
${trialLines(found)}
  # timeout: 10m            # longest time of one trial

# What is measured, and which way is better. Rename it to what your program reports.
metric: { name: val_accuracy, goal: maximize }

# What may vary. \`default\` is the value that you ship today: the search starts there, and the gate trains it.
params:
${options.length > 0 ? options.map(parameterLine).join('\n') : exampleParameters}

search: { strategy: auto, seed: 0 }

# The search stops at whichever comes first. \`epochs\` reaches the trial as its resource.
budget: { time: 15m, trials: 40, epochs: 10, workers: auto }

# The verdict on a pull request: how much the metric may drop, in its own units. \`gate: false\` turns it off.
gate: { max-drop: 0.005, confidence: 0.95, seeds: 5 }
`;
}

const exampleParameters = `  learning_rate: { type: float, min: 1e-5, max: 1e-1, scale: log, default: 1e-3 }
  batch_size: { type: choice, values: [16, 32, 64, 128], ordered: true, default: 32 }
  # optimizer:
  #   type: choice
  #   default: adam
  #   options:                # an option brings parameters of its own
  #     sgd: { momentum: { type: float, min: 0, max: 0.99, default: 0.9 } }
  #     adam: {}`;

function trialLines({ training, others, python }: Survey): string {
  const also = others.length > 0 ? [`  # also found: ${others.join(', ')}`] : [];
  if (training?.kind === 'module')
    return [
      `  module: ./${training.file}   # exports build(hp) and data(), or objective(trial)`,
      ...also,
    ].join('\n');
  if (training) {
    const how =
      training.options.length > 0
        ? '  # {args} becomes --name=value for each parameter. Report each epoch by appending a JSON line to $TUNEGATE_METRICS,'
        : '  # Read the config from the JSON file $TUNEGATE_CONFIG. Report each epoch by appending a JSON line to $TUNEGATE_METRICS,';
    const or =
      '  # such as {"step": 3, "val_accuracy": 0.91}, or let a pattern find the metric in the output:';
    const pattern = "  # stdout: ['epoch (?<step>\\d+).*val_accuracy[=: ]+(?<val_accuracy>[0-9.]+)']";
    return [`  run: [${training.run.map(yaml).join(', ')}]`, how, or, pattern, ...also].join('\n');
  }
  return python
    ? '  run: [python, train.py]   # no training program was found: name yours'
    : '  module: ./model.ts        # exports build(hp) and data(), or objective(trial); no such module was found yet\n  # run: [python, train.py] # or a command in any language';
}

function parameterLine(option: Option): string {
  return `  ${option.name}: ${definition(option)}`;
}

/** A range around what ships today: a factor of ten each way for positive numbers, on a log scale. */
function definition({ type, default: value, choices }: Option): string {
  if (type === 'choice') {
    const values = (choices ?? []).map((choice) => yaml(choice)).join(', ');
    return `{ type: choice, values: [${values}], default: ${yaml(value ?? choices![0]!)} }`;
  }
  const number = value as number;
  if (type === 'int') {
    if (number > 0)
      return `{ type: int, min: ${Math.max(1, Math.floor(number / 4))}, max: ${number * 4}, scale: log, default: ${number} }`;
    return `{ type: int, min: ${number}, max: ${number + 10}, default: ${number} }   # check the range`;
  }
  if (number > 0 && number < 1 && number >= 0.1)
    return `{ type: float, min: 0, max: 1, default: ${number} }   # check the range`;
  if (number > 0)
    return `{ type: float, min: ${short(number / 10)}, max: ${short(number * 10)}, scale: log, default: ${number} }`;
  return `{ type: float, min: ${number}, max: ${number + 1}, default: ${number} }   # check the range`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** A scalar as YAML reads it back. */
function yaml(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const plain = /^[A-Za-z][\w./-]*$/.test(value) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value);
  return plain ? value : JSON.stringify(value);
}

/** The workflow that `init` writes. */
export function workflowTemplate(found: Survey, specPath: string): string {
  return `# Tunes the model and checks it for regressions on every pull request.
name: tunegate
on:
  pull_request:
  merge_group:

permissions:
  contents: read
  checks: write           # the check that blocks the merge
  pull-requests: write    # the comment

concurrency:
  group: tunegate-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  tune:
    runs-on: ubuntu-latest
    timeout-minutes: 60
    steps:
      - uses: actions/checkout@v6
        with:
          fetch-depth: 0          # the gate trains the base commit, too
          persist-credentials: false
${setupSteps(found)}      - uses: tunegate/tunegate@v1
        with:
          config: ${yaml(specPath)}
`;
}

function setupSteps({ python, requirements, node, training }: Survey): string {
  const steps: string[] = [];
  if (node !== 'none' && training?.kind !== 'command')
    steps.push(
      `      - uses: actions/setup-node@v6\n        with: { node-version: 24 }\n      - run: npm ${node === 'locked' ? 'ci' : 'install'}\n`,
    );
  if (python && training?.kind !== 'module') {
    steps.push(`      - uses: actions/setup-python@v6\n        with: { python-version: '3.12' }\n`);
    if (requirements)
      steps.push(`      - run: pip install ${requirements.endsWith('.toml') ? '.' : `-r ${requirements}`}\n`);
  }
  return steps.join('');
}
