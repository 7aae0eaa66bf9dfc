import { Document, isCollection, isScalar, Scalar, visit } from 'yaml';
import { nestConfig } from '../space/config.ts';
import type { Config, Parameter, Value } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';

/**
 * A config in the nested form in which trials get it, as YAML to paste. A value that is not the incumbent's says what
 * it was (`# was 0.001`); one that the incumbent does not have says `# new`.
 */
export function configYaml(space: Space, config: Config): string {
  const document = new Document(nestConfig(space, config));
  if (space.incumbent)
    for (const parameter of space.parameters) comment(document, parameter, config, space.incumbent);
  visit(document, {
    Scalar: (_key, node) => {
      // Only a quoted string can spell what cannot be seen.
      if (typeof node.value === 'string' && unseen.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0 }).replace(unseenAll, escapeCharacter).trimEnd();
}

const unseen = /[\p{Cf}\p{Zl}\p{Zp}\p{Cc}\p{Surrogate}]/u;
const unseenAll = /[\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu;

function comment(document: Document, parameter: Parameter, config: Config, incumbent: Config): void {
  const { path, location, role } = parameter;
  const [now, was] = [config[path], incumbent[path]];
  if (now === undefined || now === was) return;
  const node = document.getIn(role === 'option' ? [...location, 'type'] : location, true);
  const text =
    was === undefined
      ? ' new'
      : ` was ${spelled(was)}${role !== 'count' ? '' : was === 1 ? ' block' : ' blocks'}`;
  if (isScalar(node)) node.comment = text;
  else if (isCollection(node)) node.commentBefore = text;
}

function spelled(value: Value): string {
  if (typeof value !== 'string') return String(value);
  return /^[\w./-]{1,60}$/.test(value) ? value : JSON.stringify(value.slice(0, 60));
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0)!;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}
