/** The board's canvas: diagram, overlays and floating controls on one surface that takes pointer and keyboard. */
import { lazyPart } from '../session/lazy-part.ts';
import { type ReactNode, Suspense } from 'react';
import { useMayEdit } from '../room/use-room.ts';
import { SceneContext } from '../room/use-scene.ts';
import { useSession } from '../session/use-session.ts';
import { BenchContext, useBench, useCanvas } from './bench.ts';
import styles from './Canvas.module.css';
import { Diagram } from './diagram/Diagram.tsx';
import { itemId } from './item-id.ts';
import { Overlay } from './overlay/Overlay.tsx';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useEarlyPaste } from './use-early-paste.ts';
import { useOpenBench } from './use-open-bench.ts';
import { useSharePresence } from './use-share-presence.ts';
import { useSurface } from './use-surface.ts';
import { distanceAt } from './view/distance.ts';

// The diagram comes first; tools, miniature and zoom may follow.
const Toolbar = lazyPart(async () => (await import('./Toolbar.tsx')).Toolbar);
const Clipboard = lazyPart(async () => (await import('./Clipboard.tsx')).Clipboard);
const CanvasActions = lazyPart(async () => (await import('./CanvasActions.tsx')).CanvasActions);
const ContextMenu = lazyPart(async () => (await import('./ContextMenu.tsx')).ContextMenu);
const EmptyHint = lazyPart(async () => (await import('./EmptyHint.tsx')).EmptyHint);
const LayoutCenter = lazyPart(async () => (await import('../layout/LayoutCenter.tsx')).LayoutCenter);
const WalkBar = lazyPart(async () => (await import('./walk/WalkBar.tsx')).WalkBar);
const BringUnderlay = lazyPart(async () => (await import('./underlay/BringUnderlay.tsx')).BringUnderlay);
const Hints = lazyPart(async () => (await import('./hints/Hints.tsx')).Hints);
const Corner = lazyPart(async () => (await import('./Corner.tsx')).Corner);

/** The canvas of the open board, and what lies over the drawing. */
export function Canvas({ children }: { readonly children: ReactNode }) {
  const bench = useOpenBench();
  return (
    <SceneContext value={bench.scenes}>
      <BenchContext value={bench}>
        <Workspace />
        {children}
      </BenchContext>
    </SceneContext>
  );
}

function Workspace() {
  const bench = useBench();
  const { canvas } = bench.words;
  const { surface, ref, control, isReady } = useSurface(bench);
  useCanvasKeys(bench, surface, control);
  useSharePresence(bench);
  const takeEarly = useEarlyPaste(surface);
  const mayEdit = useMayEdit();
  const cursor = useCanvas((state) => state.cursor);
  const focus = useCanvas((state) => state.focus);
  const lastSelected = useSession(({ selection }) => selection.at(-1) ?? null);
  const distance = useSession(({ viewport: { zoom } }) => distanceAt(zoom));
  const isWalking = useSession(({ walking }) => walking);
  const active = focus ?? lastSelected;
  return (
    <div className={styles['canvas']} data-testid="canvas" data-ready={isReady || undefined}>
      <div
        ref={ref}
        className={styles['surface']}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: one tab stop for the whole diagram; arrow keys move inside it
        tabIndex={0}
        aria-label={mayEdit ? canvas.name : canvas.nameReadOnly}
        aria-activedescendant={active === null ? undefined : itemId(active)}
        data-surface=""
        // A diagram reads the same in every language; its labels follow their own letters.
        dir="ltr"
        data-active={active !== null || undefined}
        data-cursor={cursor}
        data-distance={distance === 'near' ? undefined : distance}
      >
        <Diagram />
        <Overlay control={control} />
      </div>
      <Suspense>
        <Toolbar />
      </Suspense>
      <Suspense>
        <BringUnderlay />
      </Suspense>
      <Suspense>
        <EmptyHint />
        <Clipboard surface={surface} takeEarly={takeEarly} />
        <Corner />
        <CanvasActions />
        {isWalking ? <WalkBar /> : null}
        <LayoutCenter />
        <Hints />
        <ContextMenu surface={surface} />
      </Suspense>
    </div>
  );
}
