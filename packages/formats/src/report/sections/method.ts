/** How the judgement came about: STRIDE, the risk formula, which packs judged, and what nobody looked for. */

import { STRIDE_LETTERS } from '@strideboard/model';
import { say } from '@strideboard/words';
import { heading, list, paragraph, tableOr } from '../blocks.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section, Text } from '../report-document.ts';

/** Builds the section. */
export function methodSection(context: ReportContext): Section {
  const { report, common } = context.words;
  const { method } = report;
  const { exclusions } = context.input;
  const letters = STRIDE_LETTERS.map((letter) => common.letters[letter]).join(report.comma);
  return {
    id: 'method',
    title: report.sections.method,
    blocks: [
      paragraph(say(method.stride, { letters })),
      paragraph(method.risk),
      paragraph(method.severity),
      paragraph(method.signs, 'quiet'),
      heading(method.packs),
      tableOr(
        {
          caption: method.packsCaption,
          columns: [
            { label: report.columns.pack, kind: 'text', weight: 70 },
            { label: report.columns.version, kind: 'short', weight: 30 },
          ],
          rows: packsOf(context).map(([name, version]) => ({ cells: [[name], [version]] })),
        },
        report.none,
      ),
      heading(method.leftOut),
      ...(exclusions.length === 0
        ? [paragraph(method.leftOutNone, 'quiet')]
        : [
            paragraph(method.leftOutIntro),
            list(exclusions.map(({ title, reason }): Text => [{ kind: 'strong', text: title }, `: ${reason}`])),
          ]),
      paragraph(method.made, 'quiet'),
    ],
  };
}

/** Names and versions: those the model asks for, else the one at hand. */
export function packsOf({ input }: ReportContext): readonly (readonly [string, string])[] {
  const { board } = input.pack;
  const asked = input.model.settings.packs;
  if (asked.length === 0) return [[board.title, board.version]];
  return asked.map(([id, version]) => [
    id === board.id ? board.title : id,
    version || (id === board.id ? board.version : ''),
  ]);
}
