/** Every diagram, and below it what it shows: the place of each element and flow in this report, with links to its threats. */

import type { DiagramId, Element, Flow } from '@strideboard/model';
import { type BadgeCounts, createScene, type Scene } from '@strideboard/render';
import { countBadges } from '@strideboard/stride';
import { say } from '@strideboard/words';
import { describeScene } from '../../picture/draw-svg.ts';
import { anchorOf } from '../anchors.ts';
import { heading, paragraph, tableOr } from '../blocks.ts';
import { isListed, isOpenRow, joined, link, type ReportContext } from '../report-context.ts';
import type { Block, Drawing, Section, Text } from '../report-document.ts';
import { SIGNS } from './severity-span.ts';

/** Builds the section. */
export function diagramsSection(context: ReportContext): Section {
  const { model } = context.input;
  const { report } = context.words;
  const badges = new Map<string, BadgeCounts>();
  for (const [id, { questions, ...severities }] of countBadges(context.input.threats, context.input.questions)) {
    badges.set(id, { ...severities, question: questions });
  }
  const diagrams: readonly { readonly id: DiagramId | null; readonly title: string }[] =
    model.diagrams.length === 0 ? [{ id: null, title: '' }] : model.diagrams;
  const listed = new Set<string>();
  const blocks = diagrams.flatMap(({ id, title }, at): readonly Block[] => {
    const named = title || say(report.diagrams.untitled, { number: at + 1 });
    const drawing = drawDiagram({ id, title: named, badges }, context);
    const shown = [...drawing.scene.elements, ...drawing.scene.flows].flatMap((item) => {
      const subject = context.subjects.get(item.id);
      return subject === undefined || !isListed(subject) ? [] : [subject];
    });
    for (const subject of shown) listed.add(subject.id);
    if (drawing.scene.elements.length === 0) return [heading(named), paragraph(report.diagrams.empty, 'quiet')];
    return [
      heading(named),
      drawing,
      subjectTable(shown, say(report.diagrams.elements, { title: named }), drawing, context),
    ];
  });
  const rest = [...context.subjects.values()].filter((subject) => isListed(subject) && !listed.has(subject.id));
  const elsewhere =
    rest.length === 0
      ? []
      : [heading(report.diagrams.elsewhere), subjectTable(rest, report.diagrams.elsewhereCaption, null, context)];
  return { id: 'diagrams', title: report.sections.diagrams, blocks: [...blocks, ...elsewhere] };
}

interface DiagramParts {
  readonly id: DiagramId | null;
  readonly title: string;
  readonly badges: ReadonlyMap<string, BadgeCounts>;
}

/** Collapsed boundaries are drawn open: a report hides nothing. */
function drawDiagram({ id, title, badges }: DiagramParts, context: ReportContext): Drawing {
  const { input, words } = context;
  const { model, pack } = input;
  const opened = new Set(model.elements.filter(({ collapsed }) => collapsed).map((element) => element.id));
  const scene = createScene(model, pack, { diagram: id, opened });
  return {
    kind: 'diagram',
    id: anchorOf('diagram', id ?? ''),
    title,
    description: describeScene(scene, words),
    region: say(words.report.diagrams.region, { title }),
    scene,
    badges,
    legend: words.exported.drawing.legend,
    links: linksOf(scene, id ?? '', context),
  };
}

function linksOf(scene: Scene, diagram: string, context: ReportContext): Drawing['links'] {
  const links = new Map<string, { readonly id: string; readonly to: string; readonly name: string }>();
  for (const item of [...scene.elements, ...scene.flows]) {
    const subject = context.subjects.get(item.id);
    const meant =
      subject !== undefined && 'of' in subject && subject.of !== null ? context.subjects.get(subject.of) : subject;
    if (meant === undefined || !isListed(meant)) continue;
    const name = say(context.words.report.diagrams.show, { name: context.nameOf(meant.id) });
    links.set(item.id, { id: anchorOf('drawn', diagram, item.id), to: anchorOf('element', meant.id), name });
  }
  return links;
}

function subjectTable(
  subjects: readonly (Element | Flow)[],
  caption: string,
  drawing: Drawing | null,
  context: ReportContext,
): Block {
  const { columns, diagrams } = context.words.report;
  return tableOr(
    {
      caption,
      columns: [
        { label: columns.element, kind: 'text', weight: 34 },
        { label: columns.kind, kind: 'text', weight: 18 },
        { label: columns.inside, kind: 'text', weight: 18 },
        { label: columns.threats, kind: 'text', weight: 30 },
      ],
      rows: subjects.map((subject) => {
        const name = context.nameOf(subject.id);
        const drawn = drawing?.links.get(subject.id);
        return {
          id: anchorOf('element', subject.id),
          cells: [
            [drawn === undefined ? name : link(name, drawn.id)],
            [context.subjectRow(subject.id).kind],
            [context.insideOf(subject.id)],
            threatLinks(subject.id, diagrams.noThreats, context),
          ],
        };
      }),
    },
    diagrams.empty,
  );
}

/** Open threats by sign and rule, as many as there are. */
function threatLinks(subject: string, none: string, context: ReportContext): Text {
  const open = context.threatsOn(subject).filter(isOpenRow);
  if (open.length === 0) return [none];
  return joined(
    open.map((row) => {
      const sign = row.severity === null ? '' : `${SIGNS[row.severity]} `;
      return link(`${sign}${row.threat?.finding.rule ?? row.title}`, anchorOf('threat', row.id));
    }),
    context.words.report.comma,
  );
}
