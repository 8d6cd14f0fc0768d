/** The action that begins a comment: about what is selected, or about the point where the pointer was last. */
import type { CanvasPoint, CommentAnchor, FlowId } from '@strideboard/model';
import { comments as words } from '@strideboard/words';
import { useEffect, useMemo, useRef } from 'react';
import { listedDiagram, meantBy } from '../room/current-diagram.ts';
import { useRoom } from '../room/use-room.ts';
import { type Action, useRegisterActions } from '../session/action-registry.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useMayComment } from './use-commenting.ts';

/** Registers it while the layer is there. `layer` lies over the drawing, whose corner is the layer's. */
export function useCommentAction(layer: { readonly current: HTMLElement | null }): void {
  const room = useRoom();
  const session = useSessionStore();
  const may = useMayComment();
  const pointer = useLastPointer(layer);
  const actions = useMemo((): readonly Action[] => {
    const anchor = (): CommentAnchor => {
      const { selection, diagram } = session.getState();
      const index = room.index();
      const id = selection.at(-1);
      if (id !== undefined && index.flows.has(id as FlowId)) return { kind: 'edge', id }; // only looked up
      if (id !== undefined) return { kind: 'node', id: meantBy(index, id) };
      const { viewport, canvasSize } = session.getState();
      const at = pointer.current ?? { x: canvasSize.width / 2, y: canvasSize.height / 2 };
      const on = listedDiagram(room.document.model().diagrams, diagram);
      return {
        kind: 'point',
        x: Math.round((at.x - viewport.x) / viewport.zoom),
        y: Math.round((at.y - viewport.y) / viewport.zoom),
        ...(on === null ? {} : { diagram: on }),
      };
    };
    return [
      {
        id: 'comment',
        group: 'workshop',
        label: words.action,
        keywords: words.keywords,
        shortcuts: [{ key: 'm' }],
        isPossible: () => may === 'yes',
        run: () => session.setState({ talk: { kind: 'new', anchor: anchor() } }),
      },
    ];
  }, [room, session, may, pointer]);
  useRegisterActions('comments', actions);
}

/** Where the pointer was last over the drawing, px from its corner; `null` when it never was, or has left. */
function useLastPointer(layer: { readonly current: HTMLElement | null }): { readonly current: CanvasPoint | null } {
  const last = useRef<CanvasPoint | null>(null);
  useEffect(() => {
    const region = layer.current?.parentElement;
    if (region == null) return undefined;
    const follow = ({ target, clientX, clientY }: PointerEvent | MouseEvent): void => {
      if (!(target instanceof Element) || target.closest('[data-surface]') === null) return;
      const { left, top } = region.getBoundingClientRect();
      last.current = { x: clientX - left, y: clientY - top };
    };
    region.addEventListener('pointermove', follow, { passive: true });
    region.addEventListener('pointerdown', follow, { passive: true });
    return () => {
      region.removeEventListener('pointermove', follow);
      region.removeEventListener('pointerdown', follow);
    };
  }, [layer]);
  return last;
}
