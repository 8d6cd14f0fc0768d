/** Registers what the bar and the panels offer. Shows nothing. */
import { actions as words, review, say } from '@strideboard/words';
import { useMemo } from 'react';
import { type Action, useRegisterActions } from '../session/action-registry.ts';
import { go } from '../session/navigation.ts';
import { useLockBoard } from '../room/use-lock-board.ts';
import { useRoom } from '../room/use-room.ts';
import type { PanelTab, ReviewPlace, Session } from '../session/session-store.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useHistoryActions } from './use-history-actions.ts';
import { blastAction, languageActions, themeActions } from './looking-actions.ts';

const TABS = ['element', 'threats', 'questions', 'notes'] as const satisfies readonly PanelTab[];
const DIALOGS = [
  'export',
  'share',
  'people',
  'versions',
  'packs',
  'name',
] as const satisfies readonly Session['dialog'][];

const PLACES = ['records', 'register', 'trees', 'controls', 'check'] as const satisfies readonly ReviewPlace[];
const TOGETHER = ['cards', 'gap', 'vote', 'parking', 'comments'] as const satisfies readonly ReviewPlace[];

/** They stand with the list of threats. */
const THREAT_DIALOGS = ['standing', 'coverage'] as const satisfies readonly Session['dialog'][];

/** Mounted while the board is open. */
export function FrameActions(): null {
  const session = useSessionStore();
  const room = useRoom();
  const { history, connection } = room;
  const lockBoard = useLockBoard();
  const { undo, redo } = useHistoryActions();
  const actions = useMemo(
    (): readonly Action[] => [
      {
        id: 'undo',
        changesBoard: true,
        group: 'board',
        label: words.board.undo,
        shortcuts: [{ key: 'z', command: true }],
        hasOwnKeys: true,
        isPossible: () => history.undoName !== null,
        run: undo,
      },
      {
        id: 'redo',
        changesBoard: true,
        group: 'board',
        label: words.board.redo,
        shortcuts: [
          { key: 'z', command: true, shift: true },
          { key: 'y', command: true },
        ],
        hasOwnKeys: true,
        isPossible: () => history.redoName !== null,
        run: redo,
      },
      ...DIALOGS.map(
        (dialog): Action => ({
          id: dialog,
          group: 'board',
          label: words.board[dialog],
          run: () => session.getState().openDialog(dialog),
        }),
      ),
      {
        id: 'commands',
        group: 'board',
        label: words.board.commands,
        shortcuts: [{ key: 'k', command: true }],
        actsWhileTyping: true,
        run: () => session.getState().openDialog('commands'),
      },
      {
        id: 'shortcuts',
        group: 'board',
        label: words.board.shortcuts,
        shortcuts: [{ key: '?' }],
        run: () => session.getState().openDialog('shortcuts'),
      },
      {
        id: 'lock-board',
        group: 'board',
        label: words.board.lock,
        isPossible: () => connection.state().role === 'facilitate',
        isOn: () => connection.state().locked,
        run: () => lockBoard(!connection.state().locked),
      },
      {
        id: 'delete-board',
        group: 'board',
        label: words.board.delete,
        isDangerous: true,
        isPossible: () => connection.state().role === 'facilitate',
        run: () => session.getState().openDialog('delete-board'),
      },
      {
        id: 'print',
        group: 'board',
        label: words.board.print,
        keywords: words.board.printKeywords,
        shortcuts: [{ key: 'p', command: true }],
        hasOwnKeys: true,
        run: () => print(),
      },
      ...themeActions(),
      ...languageActions(session),
      blastAction(room, session),
      { id: 'start-page', group: 'board', label: words.board.newBoard, run: () => go('/') },
      ...TABS.map(
        (tab): Action => ({
          id: `tab-${tab}`,
          group: 'threats',
          label: words.threats[tab],
          run: () => {
            session.getState().showTab(tab);
            document.getElementById('details')?.focus();
          },
        }),
      ),
      ...[...PLACES, ...TOGETHER].map(
        (place, at): Action => ({
          id: `review-${place}`,
          group: at < PLACES.length ? 'threats' : 'workshop',
          label: say(review.open, { place: review.places[place] }),
          keywords: review.label,
          run: () => session.getState().showReview(place),
        }),
      ),
      ...THREAT_DIALOGS.map(
        (dialog): Action => ({
          id: dialog,
          group: 'threats',
          label: words.threats[dialog],
          run: () => {
            session.getState().showTab('threats');
            session.getState().openDialog(dialog);
          },
        }),
      ),
    ],
    [session, room, history, connection, lockBoard, undo, redo],
  );
  useRegisterActions('frame', actions);
  return null;
}
