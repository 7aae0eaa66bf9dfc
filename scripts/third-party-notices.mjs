// The licences of what is bundled into dist/.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Licences under which code may be bundled with ours (Apache-2.0). Another one stops the build: somebody has to look. */
const allowed =
  /^\(?(?:0BSD|Apache-2\.0|BlueOak-1\.0\.0|BSD-2-Clause|BSD-3-Clause|CC0-1\.0|ISC|MIT|Python-2\.0|Unlicense)(?: (?:OR|AND) [\w.-]+)*\)?$/;

/**
 * One entry for each package that a file of the bundles comes from: name, version, licence and its text.
 *
 * @param {readonly string[]} modules files that went into the bundles
 * @returns {string}
 */
export function thirdPartyNotices(modules) {
  const folders = new Set(modules.map(packageFolder).filter((folder) => folder !== undefined));
  const packages = [...folders].map((folder) => {
    const { name, version, license, licenses } = JSON.parse(
      readFileSync(path.join(folder, 'package.json'), 'utf8'),
    );
    const spelled =
      typeof license === 'string' ? license : (license?.type ?? licenses?.[0]?.type ?? 'unknown');
    if (!allowed.test(spelled))
      throw new Error(`${name} ${version} is under the licence ${spelled}, which nobody has looked at`);
    return { name, version, license: spelled, text: licenseText(folder) };
  });
  const unique = new Map(packages.map((item) => [`${item.name}@${item.version}`, item]));
  const sorted = [...unique.values()].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1,
  );
  const head = `The files in this folder contain code of these packages. Tunegate itself is under the licence in LICENSE, at the top of the repository.\n`;
  return [
    head,
    ...sorted.map(
      ({ name, version, license, text }) =>
        `${'-'.repeat(78)}\n\n${name} ${version} (${license})\n\n${text}\n`,
    ),
  ].join('\n');
}

/** The innermost package that a file belongs to; undefined for our own files and for what the bundler made up. */
function packageFolder(file) {
  const clean = file.replace(/^\0+/, '').replace(/\?.*$/, '');
  const at = clean.lastIndexOf(`${path.sep}node_modules${path.sep}`);
  if (at < 0 || !path.isAbsolute(clean)) return undefined;
  const start = at + '/node_modules/'.length;
  const [scope, name] = clean.slice(start).split(path.sep);
  const folder = clean.slice(0, start) + (scope.startsWith('@') ? path.join(scope, name) : scope);
  return existsSync(path.join(folder, 'package.json')) ? folder : undefined;
}

function licenseText(folder) {
  const files = readdirSync(folder).sort();
  const name = files.find((file) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(file));
  const notice = files.find((file) => /^notice(?:\..*)?$/i.test(file));
  const read = (file) => readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  if (!name && !notice) return 'The package comes without the text of its licence; see its name above.';
  return [name, notice].filter(Boolean).map(read).join('\n\n');
}
