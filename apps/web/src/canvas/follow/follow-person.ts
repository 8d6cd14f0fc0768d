/**
 * Keeps my view where the person I follow looks: their diagram, their view, the step of the numbers, the threat or record they look at, and
 * what they have selected while I have selected nothing myself. It ends when I move the view or go to another diagram, when they leave, when they fall idle, and when we turn out to follow each
 * other. While something is in my hand or being written the view waits.
 */
import { following as words, say } from '@strideboard/words';
import { listedDiagram, shownDiagram } from '../../room/current-diagram.ts';
import { windowOf, stopFollowing } from '../../room/following.ts';
import { givesWay, readFollows } from '../../room/follow-rule.ts';
import type { IdlePeers } from '../../room/idle-peers.ts';
import { readDiagramMode } from '../../room/peer-diagrams.ts';
import { readPlace } from '../../room/shared-place.ts';
import type { Peer } from '../../room/peers.ts';
import type { Session } from '../../session/session-store.ts';
import type { Bench } from '../bench.ts';
import { sharedView } from './shared-view.ts';
import type { ViewGlide } from './glide-view.ts';
import { mirrorPlace } from './mirror-place.ts';

/** Somebody who reloads or changes networks is back within this time, ms. */
const PATIENCE_MS = 5_000;

/** What following needs beside the bench. */
export interface FollowParts {
  readonly idle: IdlePeers;
  /** Whether the view may glide; otherwise it jumps. */
  readonly mayGlide: () => boolean;
  /** Makes the mover; `show` sets the view. */
  readonly glide: (show: (view: Session['viewport']) => void) => ViewGlide;
  /** Whether the line to the server is up: without it nobody can be said to have left. */
  readonly isConnected: () => boolean;
  /** Calls once after some time; returns the way to cancel it. */
  readonly after: (ms: number, what: () => void) => () => void;
}

/** Follows until disposed; whom, the session says. */
export function followPerson(
  { room, session, canvas }: Pick<Bench, 'room' | 'session' | 'canvas'>,
  parts: FollowParts,
): () => void {
  /** Whether what changes in the session right now is done by following. */
  let isMine = false;
  const asMine = (act: () => void): void => {
    const before = isMine;
    isMine = true;
    act();
    isMine = before;
  };
  const glide = parts.glide((view) => asMine(() => session.getState().setViewport(view)));
  let stopIdle: (() => void) | null = null;
  let cancelWait: (() => void) | null = null;
  let lastName = '';
  /** Somebody found idle is shown where they were; only who falls idle meanwhile ends it. */
  let wasActive = false;
  let lastSelection = '';
  let lastPlace = '';

  const end = (text: string): void => {
    stopFollowing(session);
    session.getState().tell({ text });
  };
  const isBusy = (): boolean => {
    const { drag, editing, inserting } = session.getState();
    return drag !== null || editing !== null || inserting !== null || canvas.getState().busy;
  };
  const waitForReturn = (): void => {
    if (cancelWait !== null) return;
    cancelWait = parts.after(PATIENCE_MS, () => {
      cancelWait = null;
      const { following } = session.getState();
      if (following === null || windowOf(room.peers.list(), following) !== undefined) return;
      if (parts.isConnected()) end(say(words.left, { name: lastName }));
      else waitForReturn();
    });
  };
  const mirrorSelection = ({ presence }: Peer): void => {
    const theirs = JSON.stringify(presence.selection);
    if (theirs === lastSelection) return;
    lastSelection = theirs;
    const { selection, mirrored } = session.getState();
    if (selection.length > 0 && selection !== mirrored) return;
    const { elements, flows } = room.index();
    const known = presence.selection.filter((id) => elements.has(id as never) || flows.has(id as never)); // only looked up
    asMine(() => session.setState({ selection: known, mirrored: known }));
  };
  const goBeside = ({ presence }: Peer): void => {
    const place = readPlace(presence.mode);
    const theirs = JSON.stringify(place);
    if (theirs === lastPlace) return;
    lastPlace = theirs;
    asMine(() => mirrorPlace(session, room.document.model(), place));
  };
  const goWith = (peer: Peer): void => {
    if (isBusy()) return;
    const { diagrams } = room.document.model();
    const there = listedDiagram(diagrams, readDiagramMode(peer.presence.mode));
    const isElsewhere = there !== listedDiagram(diagrams, session.getState().diagram);
    if (isElsewhere) asMine(() => session.getState().setDiagram(there));
    mirrorSelection(peer);
    goBeside(peer);
    const { canvasSize } = session.getState();
    const { viewport } = peer.presence;
    if (viewport === null || canvasSize.width === 0) return;
    const view = sharedView(viewport, canvasSize);
    if (!isElsewhere && parts.mayGlide()) glide.to(view);
    else {
      glide.stop();
      asMine(() => session.getState().setViewport(view));
    }
  };
  const look = (): void => {
    const { following } = session.getState();
    if (following === null) return;
    const peers = room.peers.list();
    const peer = windowOf(peers, following);
    if (peer === undefined) {
      waitForReturn();
      return;
    }
    cancelWait?.();
    cancelWait = null;
    lastName = peer.name;
    if (peer.client !== following.client)
      session.setState({ following: { principal: peer.principal, client: peer.client } });
    const me = room.connection.state().principal ?? '';
    if (givesWay(readFollows(peers), me, peer.principal)) {
      end(say(words.circle, { name: peer.name }));
      return;
    }
    const isIdle = parts.idle.list().has(peer.client);
    if (isIdle && wasActive) {
      end(say(words.idle, { name: peer.name }));
      return;
    }
    wasActive ||= !isIdle;
    goWith(peer);
  };
  const begin = (): void => {
    [wasActive, lastSelection, lastPlace] = [false, '', JSON.stringify(readPlace(null))];
    stopIdle ??= parts.idle.subscribe(look);
    look();
    const { following } = session.getState();
    if (following !== null) session.getState().announce(say(words.begun, { name: lastName }));
  };
  const rest = (): void => {
    glide.stop();
    stopIdle?.();
    cancelWait?.();
    [stopIdle, cancelWait] = [null, null];
  };
  const sayWhom = ({ following, leads }: Session): void =>
    room.presence.set({ follow: following?.principal ?? (leads ? room.connection.state().principal : null) });
  /** Whether the person has moved the view or gone to another diagram. */
  const hasMoved = (now: Session, before: Session): boolean => {
    if (isMine) return false;
    const { diagrams } = room.document.model();
    return (
      now.viewport !== before.viewport || shownDiagram(diagrams, now.diagram) !== shownDiagram(diagrams, before.diagram)
    );
  };

  const stopSession = session.subscribe((now, before) => {
    if (now.following !== before.following || now.leads !== before.leads) sayWhom(now);
    if (now.following === null) {
      if (before.following !== null) rest();
      return;
    }
    if (now.following.principal !== before.following?.principal) {
      begin();
    } else if (hasMoved(now, before)) {
      stopFollowing(session);
      session.getState().announce(say(words.ended, { name: lastName }));
    } else if (
      now.canvasSize !== before.canvasSize ||
      now.drag !== before.drag ||
      now.editing !== before.editing ||
      now.inserting !== before.inserting
    )
      look();
  });
  const stopPeers = room.peers.subscribe(look);
  const stopCanvas = canvas.subscribe((now, before) => {
    if (before.busy && !now.busy) look();
  });
  return () => {
    stopSession();
    stopPeers();
    stopCanvas();
    rest();
    stopFollowing(session);
    room.presence.set({ follow: null });
  };
}
