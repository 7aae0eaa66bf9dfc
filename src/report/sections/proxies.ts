import { proxyAgreements } from '../../insight/proxies.ts';
import type { Results } from '../results.ts';
import { type Everywhere, folded, inCell, inMarkdown, literal, paragraph, type Safe } from '../safe.ts';
import { type Cell, table } from '../table.ts';
import { counted } from '../words.ts';

/** From this rank correlation on among the best, a score helps to tell which is best. */
const telling = 0.3;

/** Whether what is known of a config before its training, or soon after it began, ranks configs as the training does. */
export function proxiesSection({ study }: Results): Safe<'block'> | undefined {
  const found = proxyAgreements(study);
  if (found.length === 0) return undefined;
  const { say } = inMarkdown;
  const [{ trials, topTrials }] = found as [(typeof found)[number]];
  const head: Cell[] = [
    literal`score`,
    literal`all ${counted(trials)} trials`,
    literal`the best ${counted(topTrials)}`,
  ];
  const rows = found.map(({ name, step, all, top }): Cell[] => [
    step === undefined
      ? inCell.name(name)
      : inCell.say`${inCell.name(name)} after ${step === 1 ? literal`1 epoch` : literal`${counted(step)} epochs`}`,
    correlationCell(all),
    correlationCell(top),
  ]);
  const useless = found.every(({ top }) => top < telling);
  return folded(literal`How far scores before the end can be trusted`, [
    paragraph(
      say`Rank correlation with the score after the training: 1 is the same order, 0 none, −1 the opposite one. The best are what a search is about.`,
    ),
    table([head, ...rows], 'lrr'),
    ...(useless ? [paragraph(say`None of them tells the best from the good here.`)] : []),
  ]);
}

function correlationCell(value: number): Cell {
  const text = Math.abs(value).toFixed(2);
  return `${value < 0 && text !== '0.00' ? '−' : ''}${text}` as Everywhere;
}
