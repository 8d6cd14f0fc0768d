/** One line of the outline: what it is called, what it is, how many flows and open threats it has. */
import type { ElementId, FlowId } from '@strideboard/model';
import { reach, say } from '@strideboard/words';
import { ArrowLeft, ArrowRight, ChevronDown, ChevronRight, Workflow } from 'lucide-react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { meantBy, shownDiagram } from '../room/current-diagram.ts';
import { useModel, useRoom } from '../room/use-room.ts';
import { useSession } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { diagramName } from '../ui/diagram-name.ts';
import { Glyph } from '../ui/Glyph.tsx';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import styles from './Outline.module.css';
import type { OutlineRow } from './outline-rows.ts';

/** Height of a line, px; at least a target of 24. */
export const ROW_PX = 28;
const INDENT_PX = 11;
/** Deeper lines are not indented further, so that a name remains. */
const DEEPEST = 6;

interface TreeRowProps {
  readonly id: string;
  readonly row: OutlineRow;
  /** px from the top of the tree */
  readonly top: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly onChoose: (isAdding: boolean) => void;
  readonly onToggle: () => void;
}

/** The line. The tree has the focus; this one is only pointed at. */
export function TreeRow({ id, row, top, isActive, isSelected, onChoose, onToggle }: TreeRowProps) {
  const { name, detail, spoken, threats, icon } = useRowText(row);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys act on the tree, which keeps the focus
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-label={spoken}
      aria-level={row.level}
      aria-setsize={row.setSize}
      aria-posinset={row.position}
      aria-expanded={row.expanded ?? undefined}
      aria-selected={isSelected}
      className={styles['row']}
      style={{ top, height: ROW_PX, paddingInlineStart: 4 + Math.min(row.level - 1, DEEPEST) * INDENT_PX }}
      data-active={isActive || undefined}
      title={spoken}
      onMouseDown={(event) => {
        event.preventDefault();
        document.getElementById('outline-tree')?.focus({ preventScroll: true });
      }}
      onClick={(event) => onChoose(event.ctrlKey || event.metaKey || event.shiftKey)}
    >
      {row.expanded === null ? (
        <span className={styles['twig']} />
      ) : (
        <span
          className={styles['twig']}
          data-twig=""
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        >
          {row.expanded ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
        </span>
      )}
      {icon}
      <span className={styles['text']}>
        <span className={styles['name']}>{name}</span>
        {detail === '' ? null : <span className={styles['detail']}>{detail}</span>}
      </span>
      {threats === 0 ? null : (
        <span className={styles['threats']} aria-hidden="true">
          {threats}
        </span>
      )}
    </div>
  );
}

/** What a line shows and says. */
function useRowText({ what, subject, diagram }: OutlineRow) {
  const room = useRoom();
  const { common, canvas } = useWords();
  const names = useSubjectNames();
  const diagrams = useModel((model) => model.diagrams);
  const wanted = useSession((state) => state.diagram);
  const index = room.index();
  const meant = subject === null ? null : meantBy(index, subject);
  const counts = useAnalysis((state) => (meant === null ? undefined : state.badges.get(meant)));
  const threats = counts === undefined ? 0 : counts.critical + counts.high + counts.medium + counts.low;
  const threatsText = threats === 0 ? '' : say(reach.outline.openThreats, { count: threats });
  const join = (...parts: readonly string[]): string => parts.filter(Boolean).join(', ');
  if (subject === null) {
    const isHere = shownDiagram(diagrams, wanted) === diagram;
    const name = diagramName(diagrams, diagram);
    const here = isHere ? reach.outline.current : '';
    const spoken = join(say(reach.outline.diagram, { name }), here);
    return { name, detail: here, spoken, threats: 0, icon: <Workflow size={14} aria-hidden /> };
  }
  const flow = index.flows.get(subject as FlowId); // only looked up
  if (flow !== undefined) {
    const ends = { source: names.name(flow.source) ?? '', target: names.name(flow.target) ?? '' };
    const isBoth = flow.direction === 'two';
    const from = say(isBoth ? reach.outline.flowBetween : reach.outline.flowFrom, ends);
    const Icon = what === 'incoming' ? ArrowLeft : ArrowRight;
    return {
      name: what === 'incoming' ? ends.source : ends.target,
      detail: [flow.order, flow.label].filter(Boolean).join(' '),
      spoken: join(from, flow.label || common.kinds.flow, threatsText),
      threats,
      icon: <Icon size={14} aria-hidden />,
    };
  }
  const element = index.elements.get(subject as ElementId); // only looked up
  const name = names.name(subject) ?? '';
  const kind = names.what(subject) ?? '';
  const parent = element?.parent == null ? null : names.name(element.parent);
  const place = parent === null ? canvas.element.top : say(canvas.element.where, { boundary: parent });
  const isBoundary = element?.kind === 'boundary';
  const flows = index.flowsOf.get(subject as ElementId)?.length ?? 0; // it is an element
  const inside = index.children.get(subject as ElementId)?.length ?? 0; // as above
  const count = isBoundary ? say(reach.outline.inside, { count: inside }) : say(canvas.element.flows, { count: flows });
  const type = element === undefined ? null : room.pack.stencil(element.type);
  return {
    name,
    detail: kind === name ? '' : kind,
    spoken: join(name, kind === name ? '' : kind, place, count, threatsText),
    threats,
    icon: <Glyph name={type?.icon ?? element?.kind ?? ''} kind={element?.kind ?? 'process'} size={14} />,
  };
}
