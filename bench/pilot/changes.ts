/** A pull request of the pilot: what it is, and what it does to a file. */
export interface PilotChange {
  readonly kind: 'good' | 'bad' | 'neutral' | 'docs' | 'broken';
  readonly title: string;
  readonly file: 'train.cjs' | 'tune.yml' | 'README.md';
  readonly edit: (text: string) => string;
}

const change =
  (kind: PilotChange['kind'], file: PilotChange['file']) =>
  (title: string, from: string, to: string): PilotChange => ({
    kind,
    title,
    file,
    edit(text) {
      if (!text.includes(from)) throw new Error(`${title}: there is no ${from}`);
      return text.replace(from, () => to);
    },
  });
const docs = (title: string): PilotChange => ({
  kind: 'docs',
  title,
  file: 'README.md',
  edit: (text) => `${text}\n${title}.\n`,
});
const good = { code: change('good', 'train.cjs'), spec: change('good', 'tune.yml') };
const bad = { code: change('bad', 'train.cjs'), spec: change('bad', 'tune.yml') };
const neutral = { code: change('neutral', 'train.cjs'), spec: change('neutral', 'tune.yml') };
const broken = { code: change('broken', 'train.cjs'), spec: change('broken', 'tune.yml') };

/** The history, in the order in which it is proposed. What is good, neutral or documentation is merged. */
export const changes: readonly PilotChange[] = [
  docs('Say what the model is for'),
  neutral.code('Name the number of pixels in a comment', 'const units =', '// 8 × 8 pixels\nconst units ='),
  bad.spec('Learning rate ten times smaller', 'default: 0.004 }', 'default: 0.0004 }'),
  good.spec('Learning rate 0.01', 'default: 0.004 }', 'default: 0.01 }'),
  broken.code('A bracket too many', 'function accuracy() {', 'function accuracy() {{'),
  neutral.code(
    'Reuse the list of scores',
    'const top = Math.max(...scores);',
    'const top = scores.reduce((a, b) => Math.max(a, b));',
  ),
  bad.code(
    'Flip five labels in a hundred, also of the validation set',
    'const labels = rows.map((row) => row[64]);',
    'const labels = rows.map((row) => (random() < 0.05 ? Math.floor(random() * 10) : row[64]));',
  ),
  docs('Describe the data'),
  bad.code('Leave the pixels unscaled', 'row.slice(0, 64).map((pixel) => pixel / 16)', 'row.slice(0, 64)'),
  good.spec('More hidden units', 'default: 12 }', 'default: 32 }'),
  neutral.code('Name the share of the validation set', 'index % 3 !== 0', 'index % 3 > 0'),
  broken.code('A data file that is not there', "'digits.csv.gz'", "'digits-v2.csv.gz'"),
  bad.code('Train on a tenth of the images', 'index % 3 > 0)', 'index % 3 > 0 && index % 10 === 1)'),
  docs('Fix a typo'),
  neutral.code(
    'Draw the initial weights in another order',
    'random() - 0.5) * 2 * scale',
    '0.5 - random()) * 2 * scale',
  ),
  bad.code('Stop the gradient of the first layer', 'w1[u * 64 + i] -= rate', 'w1[u * 64 + i] -= 0 * rate'),
  broken.code('Divide by a zero', 'const epochs = 6;', 'const epochs = 6;\nparams.learning_rate /= 0;'),
  neutral.spec('A wider range to search', 'max: 0.1,', 'max: 0.2,'),
  good.code('Train for longer', 'const epochs = 6;', 'const epochs = 10;'),
  bad.code('Train for one epoch', 'const epochs = 10;', 'const epochs = 1;'),
  docs('Add a table of contents'),
  neutral.code('Count the rows once', 'const images =', 'const count = rows.length;\nconst images ='),
  bad.code('Compare with the next label', '=== labels[index]', '=== labels[index + 1]'),
  broken.spec('Rename the metric in the spec alone', 'name: val_accuracy', 'name: accuracy'),
  neutral.code(
    'Shuffle from the front',
    'const j = Math.floor(random() * (i + 1));',
    'const j = i - Math.floor(random() * (i + 1));',
  ),
  bad.code(
    'Leave two of the ten classes out of the loss',
    'c < 10; c++) {\n    const error',
    'c < 8; c++) {\n    const error',
  ),
  docs('Thank the contributors'),
  broken.spec('A spec with a tab too many', 'params:', 'params: [\t'),
  neutral.code(
    'Log nothing to the console',
    "const path = require('node:path');",
    "const path = require('node:path');\nconst log = () => {};",
  ),
  bad.spec('Two hidden units', 'default: 32 }', 'default: 2 }'),
];
