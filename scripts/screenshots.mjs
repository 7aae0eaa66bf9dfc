// Draws what people read on GitHub as GitHub does: the golden files of comments, summaries and proposals, through a GFM
// renderer, with GitHub's stylesheet, its alerts and its mermaid, in a headless Chromium. Look at them after each change.
//
//   npm run screenshots [-- PART-OF-A-NAME…]     into .cache/screenshots
//
// Stylesheet and mermaid come from npm into .cache/tools; where they or a Chromium cannot be had, the script says so.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const tools = path.join(root, '.cache', 'tools', 'github-look');
const shots = path.join(root, '.cache', 'screenshots');
const width = 930;

/** As wide as the text of a comment is on a pull request's page. */
const page = (body, css, mermaid) => `<!doctype html><meta charset="utf-8"><style>${css}
body { margin: 0; background: #fff; }
.markdown-body { box-sizing: border-box; width: ${width}px; padding: 16px; font-size: 14px; }
</style><article class="markdown-body">${body}</article>
<script src="${mermaid}"></script>
<script>
mermaid.initialize({ startOnLoad: false, theme: 'default' });
mermaid.run({ querySelector: '.mermaid', suppressErrors: false })
  .catch((error) => document.body.insertAdjacentHTML('afterbegin', '<h1 class="broken">' + error.message + '</h1>'))
  .finally(() => document.documentElement.setAttribute('data-height', Math.ceil(document.querySelector('article').getBoundingClientRect().height)));
</script>`;

function tool() {
  const versions = ['github-markdown-css@5.9.0', 'mermaid@11.12.0'];
  if (!existsSync(path.join(tools, 'node_modules', 'mermaid'))) {
    mkdirSync(tools, { recursive: true });
    const { status, stderr } = spawnSync('npm', ['i', '--silent', '--prefix', tools, ...versions], {
      encoding: 'utf8',
    });
    if (status !== 0) return { problem: `npm cannot bring ${versions.join(' and ')}: ${stderr.trim()}` };
  }
  const chromium = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'].find(
    (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
  );
  return chromium ? { chromium } : { problem: 'there is no Chromium on the PATH' };
}

/** GitHub's own additions to GFM: alerts, mermaid; and everything folded is open, to be seen. */
function html(markdown) {
  const text = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  return text
    .replaceAll('<details>', '<details open>')
    .replace(
      /<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g,
      '<pre class="mermaid">$1</pre>',
    )
    .replace(
      /<blockquote>\s*<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/g,
      (_, kind) =>
        `<blockquote class="markdown-alert markdown-alert-${kind.toLowerCase()}"><p class="markdown-alert-title">${kind[0]}${kind.slice(1).toLowerCase()}</p><p>`,
    );
}

function shoot(chromium, name, markdown, scratch, assets) {
  const file = path.join(scratch, `${name}.html`);
  writeFileSync(file, page(html(markdown), assets.css, assets.mermaid));
  const common = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    `--user-data-dir=${path.join(scratch, 'profile')}`,
    '--allow-file-access-from-files',
    '--virtual-time-budget=20000',
  ];
  const run = (args) =>
    execFileSync(chromium, [...common, ...args, `file://${file}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    });
  const dom = run([`--window-size=${width},800`, '--dump-dom']).replace(/<script>[\s\S]*?<\/script>/g, '');
  const height = Number(/data-height="(\d+)"/.exec(dom)?.[1] ?? 3000);
  run([`--window-size=${width},${height}`, `--screenshot=${path.join(shots, `${name}.png`)}`]);
  return (
    /class="broken">([^<]*)/.exec(dom)?.[1] ?? (/Syntax error in text/.test(dom) ? 'mermaid' : undefined)
  );
}

const found = tool();
if (found.problem) console.log(`Left out: ${found.problem}.`);
else {
  const folders = ['test/report/__golden__', 'test/session/__golden__'];
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => ({ name: name.slice(0, -3), file: path.join(root, folder, name) })),
  );
  const wanted = process.argv.slice(2);
  const chosen = files.filter(
    ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
  );
  const scratch = mkdtempSync(path.join(tmpdir(), 'tunegate-shots-'));
  const modules = path.join(tools, 'node_modules');
  const assets = {
    css: readFileSync(path.join(modules, 'github-markdown-css', 'github-markdown-light.css'), 'utf8'),
    mermaid: `file://${path.join(modules, 'mermaid', 'dist', 'mermaid.min.js')}`,
  };
  mkdirSync(shots, { recursive: true });
  try {
    for (const { name, file } of chosen) {
      const problem = shoot(found.chromium, name, readFileSync(file, 'utf8'), scratch, assets);
      if (problem) {
        console.error(`${name}: ${problem}`);
        process.exitCode = 1;
      }
    }
    console.log(`${chosen.length} pictures in ${path.relative(process.cwd(), shots)}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}
