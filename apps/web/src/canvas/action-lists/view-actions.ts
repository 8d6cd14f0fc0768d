/** Tools and the view: what looks and takes in hand, without a change to the board. */
import { actions as words } from '@strideboard/words';
import type { Action } from '../../session/action-registry.ts';
import { fitAll, openInsertSearch } from '../actions.ts';
import { reachActions } from './reach-actions.ts';
import { fitSelection, selectAll, zoomTo } from '../selection-actions.ts';
import type { Bench } from '../bench.ts';
import { beginConnecting } from '../keyboard/connect-by-keys.ts';
import { choose, TOOL_KEYS, type ToolName, toolName, TOOLS } from '../tools.ts';

const ZOOM_STEP = 1.2;

/** The list. */
export function viewActions(bench: Bench): readonly Action[] {
  const { session, room } = bench;
  const now = () => session.getState();
  const changesBoard = (name: ToolName): boolean => name !== 'select' && name !== 'pan';
  return [
    ...TOOLS.map(
      (name): Action => ({
        id: `tool-${name}`,
        group: 'tools',
        label: words.tools[name],
        shortcuts: [{ key: TOOL_KEYS[name].toLowerCase() }],
        hasOwnKeys: true,
        changesBoard: changesBoard(name),
        isPossible: () => !changesBoard(name) || room.mayEdit(),
        isOn: () => toolName(now().tool) === name,
        run: () => (name === 'connect' ? beginConnecting(bench) : choose(bench, name)),
      }),
    ),
    {
      id: 'insert',
      group: 'tools',
      label: words.tools.insert,
      shortcuts: [{ key: '/' }],
      hasOwnKeys: true,
      changesBoard: true,
      isPossible: () => room.mayEdit(),
      run: () => openInsertSearch(session, null),
    },
    ...reachActions(bench),
    {
      id: 'select-all',
      group: 'edit',
      label: words.edit.selectAll,
      shortcuts: [{ key: 'a', command: true }],
      hasOwnKeys: true,
      run: () => selectAll(bench),
    },
    {
      id: 'play-numbers',
      group: 'view',
      label: words.walk.start,
      keywords: words.walk.keywords,
      isOn: () => now().walking,
      run: () => now().setWalking(!now().walking),
    },
    {
      id: 'fit',
      group: 'view',
      label: words.view.fit,
      shortcuts: [{ key: '1', code: 'Digit1', shift: true }],
      hasOwnKeys: true,
      run: () => fitAll(bench),
    },
    {
      id: 'fit-selection',
      group: 'view',
      label: words.view.fitSelection,
      shortcuts: [{ key: '2', code: 'Digit2', shift: true }],
      hasOwnKeys: true,
      isPossible: () => now().selection.length > 0,
      run: () => fitSelection(bench),
    },
    {
      id: 'zoom-reset',
      group: 'view',
      label: words.view.reset,
      shortcuts: [{ key: '0', command: true }],
      hasOwnKeys: true,
      run: () => zoomTo(bench, 1),
    },
    {
      id: 'zoom-in',
      group: 'view',
      label: words.view.zoomIn,
      shortcuts: [{ key: '+', command: true }],
      hasOwnKeys: true,
      run: () => zoomTo(bench, now().viewport.zoom * ZOOM_STEP),
    },
    {
      id: 'zoom-out',
      group: 'view',
      label: words.view.zoomOut,
      shortcuts: [{ key: '-', command: true }],
      hasOwnKeys: true,
      run: () => zoomTo(bench, now().viewport.zoom / ZOOM_STEP),
    },
    {
      id: 'panel-left',
      group: 'view',
      label: words.view.left,
      isOn: () => now().leftOpen,
      run: () => now().setPanel('left', !now().leftOpen),
    },
    {
      id: 'panel-right',
      group: 'view',
      label: words.view.right,
      isOn: () => now().rightOpen,
      run: () => now().setPanel('right', !now().rightOpen),
    },
  ];
}
