import type { ModelOutcome } from '../automl/outcome.ts';
import { modelSentence, modelTables } from './model-words.ts';
import { predictCommand } from './replay-command.ts';
import type { Results } from './results.ts';
import {
  block,
  blocks,
  bullets,
  codeBlock,
  type Everywhere,
  heading,
  inCell,
  inMarkdown,
  literal,
  paragraph,
  type Safe,
} from './safe.ts';
import { dataNotes, drawn } from './sections/model.ts';
import { counted } from './words.ts';

/**
 * The card of a model, with the headings of Mitchell et al. 2019 («Model cards for model reporting») as far as a program can
 * fill them; what it cannot know it asks for.
 */
export function renderModelCard(results: Results, model: ModelOutcome): Safe<'block'> {
  const { say, name } = inMarkdown;
  const { study, version, head } = results;
  const rows = model.task === 'forecasting' ? literal`values` : literal`rows`;
  const commit = head?.sha
    ? say` at commit ${name(head.sha)}${head.dirty ? literal` with changes` : literal``}`
    : literal``;
  return block`${blocks([
    heading(say`Model card: ${name(study.name)}`),
    paragraph(modelSentence(model, inMarkdown)),
    subheading(literal`Model`),
    bullets([
      say`Predicts ${name(model.target)} (${model.task as Everywhere}${
        model.classes.length > 0 ? literal`, ${counted(model.classes.length)} classes` : literal``
      }) from ${counted(model.columns.length)} columns.`,
      say`Chosen from ${counted(model.candidates)} configs of ${counted(study.trials.filter(({ role }) => role === 'search').length)} trials (${name(study.strategy)}, seed ${name(String(study.seed))}) by ${name(model.metric)}, and trained on all ${counted(model.rows.search)} ${rows} of the search.`,
      say`Made by Tunegate ${name(version)}${commit}.`,
    ]),
    subheading(literal`Use`),
    codeBlock(predictCommand(model), { language: 'sh' }),
    paragraph(
      literal`Predictions hold for data like that below. Whether they are good enough, and for whom an error would be costly, the people who use the model must say here.`,
    ),
    subheading(literal`Data`),
    paragraph(
      say`${name(model.data, 200)}: ${counted(model.rows.search)} ${rows} to learn from, ${counted(model.rows.test)} to test with.`,
    ),
    bullets(
      model.columns
        .slice(0, 200)
        .map(({ name: column, kind }) => say`${name(column, 80)}: ${inMarkdown.sentence(kind)}`),
    ),
    dataNotes(model),
    subheading(literal`How good it is`),
    ...modelTables(model, inCell).flatMap(drawn),
  ])}\n`;
}

function subheading(text: Safe<'markdown'>): Safe<'block'> {
  return block`#${heading(text)}`;
}
