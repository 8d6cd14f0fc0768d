/** What conversations are about: a name for people, and the way there. */
import { readDeletedItem } from '@strideboard/document';
import {
  type CommentAnchor,
  type CommentThread,
  type DiagramId,
  manualOf,
  type SubjectId,
  subjectsOf,
  type ThreatId,
} from '@strideboard/model';
import { comments as words, say } from '@strideboard/words';
import { useMemo } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useModel, useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { diagramName } from '../ui/diagram-name.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { plainName } from './mentions.ts';
import { subjectsOfAnchor } from './place-pins.ts';

/** Answers about anchors. */
export interface ThreadTargets {
  /** As it stands in a sentence; never empty, on one line. */
  readonly name: (anchor: CommentAnchor | null) => string;
  /** As it stands alone. */
  readonly title: (anchor: CommentAnchor | null) => string;
  /** Goes there; `null` when there is nowhere to go. */
  readonly show: (thread: Pick<CommentThread, 'anchor' | 'orphaned'>) => (() => void) | null;
}

/** The answers as of now. */
export function useThreadTargets(): ThreadTargets {
  const names = useSubjectNames();
  const room = useRoom();
  const session = useSessionStore();
  const { common } = useWords();
  const manual = useModel((model) => model.manual);
  const diagrams = useModel((model) => model.diagrams);
  const people = useModel((model) => model.people);
  const threats = useAnalysis((state) => state.threatById);
  return useMemo((): ThreadTargets => {
    const nameOf = (id: string): string | null => names.name(id as SubjectId); // only looked up
    const deleted = (id: string): string => {
      const item = readDeletedItem(room.document, id);
      if (item === null) return words.targets.gone;
      const name = plainName(item.label);
      const who = Object.hasOwn(people, item.by) ? plainName(people[item.by]?.name ?? '') : '';
      if (name === '') return words.targets.unnamed;
      return who === '' ? say(words.targets.deleted, { name }) : say(words.targets.deletedBy, { name, who });
    };
    const threatName = (id: string): string => {
      const own = manualOf(id);
      if (own !== null) return manual.find((threat) => threat.id === own)?.title || words.targets.gone;
      const finding = threats.get(id as ThreatId)?.finding; // only looked up
      if (finding === undefined) return say(words.targets.threatGone, { id: id.split('~')[0] ?? id });
      const on = finding.subjects.flatMap((subject) => nameOf(subject) ?? []);
      return [finding.title, ...on.slice(0, 1)].join(' · ');
    };
    const onDiagram = (diagram: string | undefined): { readonly diagram: string } => ({
      diagram: diagramName(diagrams, diagramIn(diagram)),
    });
    const pointName = (diagram: string | undefined): string =>
      diagrams.length < 2 ? words.targets.point : say(words.targets.pointOn, onDiagram(diagram));
    const pointTitle = (diagram: string | undefined): string =>
      diagrams.length < 2 ? words.targets.pointTitle : say(words.targets.pointTitleOn, onDiagram(diagram));
    const nameOfAnchor = (anchor: CommentAnchor | null): string => {
      if (anchor === null) return words.targets.gone;
      if (anchor.kind === 'point') return pointName(anchor.diagram);
      if (anchor.kind === 'threat') return threatName(anchor.id) || common.unnamed;
      return nameOf(anchor.id) ?? deleted(anchor.id);
    };
    const diagramIn = (diagram: string | undefined): DiagramId | null =>
      diagrams.find(({ id }) => id === diagram)?.id ?? diagrams[0]?.id ?? null;
    const showPoint = (x: number, y: number, diagram: string | undefined): void => {
      const state = session.getState();
      const target = diagramIn(diagram);
      if (diagrams.length > 1) state.setDiagram(target);
      const { viewport, canvasSize } = session.getState();
      const { zoom } = viewport;
      session.getState().setViewport({ zoom, x: canvasSize.width / 2 - x * zoom, y: canvasSize.height / 2 - y * zoom });
      // Where the list covers the diagram it gives way.
      session.setState({ shown: [] });
    };
    return {
      name: nameOfAnchor,
      title: (anchor) => (anchor?.kind === 'point' ? pointTitle(anchor.diagram) : nameOfAnchor(anchor)),
      show: ({ anchor, orphaned }) => {
        if (anchor === null || orphaned) return null;
        if (anchor.kind === 'point') return () => showPoint(anchor.x, anchor.y, anchor.diagram);
        if (anchor.kind !== 'threat') return () => session.getState().show([anchor.id]);
        const subjects = subjectsOfAnchor(anchor, manual).filter((id) => nameOf(id) !== null);
        if (manualOf(anchor.id) !== null) return () => session.getState().showReview('register', anchor.id);
        if (subjects.length === 0 || subjectsOf(anchor.id).length === 0) return null;
        return () => {
          session.getState().show(subjects);
          session.getState().showTab('threats');
        };
      },
    };
  }, [names, room, session, common, manual, diagrams, people, threats]);
}
