const { appendFileSync, readFileSync } = require('node:fs');
const { gunzipSync } = require('node:zlib');
const path = require('node:path');

const params = JSON.parse(readFileSync(process.env.TUNEGATE_CONFIG, 'utf8'));
const epochs = 6;

/** Uniform numbers in [0, 1) that follow from the seed. */
let state = Number(process.env.TUNEGATE_SEED) >>> 0;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

const rows = gunzipSync(readFileSync(path.join(__dirname, 'digits.csv.gz')))
  .toString()
  .trim()
  .split('\n')
  .map((line) => line.split(',').map(Number));
const images = rows.map((row) => row.slice(0, 64).map((pixel) => pixel / 16));
const labels = rows.map((row) => row[64]);

// Every third image is for validation.
const train = [...rows.keys()].filter((index) => index % 3 !== 0);
const validation = [...rows.keys()].filter((index) => index % 3 === 0);

const units = params.units;
const scale = Math.sqrt(2 / 64);
const w1 = Float64Array.from({ length: 64 * units }, () => (random() - 0.5) * 2 * scale);
const b1 = new Float64Array(units);
const w2 = Float64Array.from({ length: units * 10 }, () => (random() - 0.5) * 2 * Math.sqrt(2 / units));
const b2 = new Float64Array(10);

function forward(image) {
  const hidden = new Float64Array(units);
  for (let u = 0; u < units; u++) {
    let sum = b1[u];
    for (let i = 0; i < 64; i++) sum += w1[u * 64 + i] * image[i];
    hidden[u] = Math.max(0, sum);
  }
  const scores = new Float64Array(10);
  for (let c = 0; c < 10; c++) {
    let sum = b2[c];
    for (let u = 0; u < units; u++) sum += w2[c * units + u] * hidden[u];
    scores[c] = sum;
  }
  return { hidden, scores };
}

function step(image, label, rate) {
  const { hidden, scores } = forward(image);
  const top = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - top));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const back = new Float64Array(units);
  for (let c = 0; c < 10; c++) {
    const error = shares[c] / total - (c === label ? 1 : 0);
    for (let u = 0; u < units; u++) {
      back[u] += error * w2[c * units + u];
      w2[c * units + u] -= rate * error * hidden[u];
    }
    b2[c] -= rate * error;
  }
  for (let u = 0; u < units; u++) {
    if (hidden[u] <= 0) continue;
    for (let i = 0; i < 64; i++) w1[u * 64 + i] -= rate * back[u] * image[i];
    b1[u] -= rate * back[u];
  }
}

function accuracy() {
  const right = validation.filter((index) => {
    const { scores } = forward(images[index]);
    return scores.indexOf(Math.max(...scores)) === labels[index];
  });
  return right.length / validation.length;
}

for (let epoch = 1; epoch <= epochs; epoch++) {
  for (let i = train.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [train[i], train[j]] = [train[j], train[i]];
  }
  const rate = params.learning_rate;
  for (const index of train) step(images[index], labels[index], rate);
}
appendFileSync(process.env.TUNEGATE_METRICS, `${JSON.stringify({ val_accuracy: accuracy() })}\n`);
