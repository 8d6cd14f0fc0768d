/** Finding one's way, and connecting and moving by word instead of by hand. */
import type { ElementId } from '@strideboard/model';
import { reach } from '@strideboard/words';
import { flushSync } from 'react-dom';
import { isNarrow } from '../../session/is-narrow.ts';
import type { Action } from '../../session/action-registry.ts';
import type { Bench } from '../bench.ts';
import { isConnectable } from '../gestures/connect.ts';
import { selectedElements } from './subjects.ts';

const words = reach.actions;

/** The list. */
export function reachActions(bench: Bench): readonly Action[] {
  const { session, room, canvas, scenes } = bench;
  const now = () => session.getState();
  /** What is selected, else what has the focus. */
  const ids = (): readonly string[] => {
    const { focus } = canvas.getState();
    return now().selection.length > 0 || focus === null ? now().selection : [focus];
  };
  const elements = () => ids().flatMap((id) => scenes.scene().elementById.get(id as ElementId) ?? []); // ids of flows are simply not found
  const open = (dialog: 'connect-to' | 'move-to'): void => {
    now().select(ids());
    now().openDialog(dialog);
  };
  const isOutline = (): boolean => now().leftOpen && now().leftView === 'outline';
  return [
    {
      id: 'find',
      group: 'view',
      label: words.find,
      keywords: words.findKeywords,
      shortcuts: [{ key: 'f', command: true }],
      actsWhileTyping: true,
      run: () => {
        if (now().dialog === 'find') {
          const field = document.querySelector<HTMLInputElement>('#find-field');
          field?.focus();
          field?.select();
          return;
        }
        now().openDialog('find');
        // Where panels lie over the diagram this one would lie over the field.
        if (isNarrow()) now().setPanel('left', false);
      },
    },
    {
      id: 'outline',
      group: 'view',
      label: words.outline,
      keywords: words.outlineKeywords,
      shortcuts: [{ key: 'o' }],
      isOn: isOutline,
      run: () => {
        const tree = isOutline() ? document.getElementById('outline-tree') : null;
        if (tree !== null && tree !== document.activeElement) tree.focus();
        else if (isOutline()) now().setPanel('left', false);
        else flushSync(() => now().showOutline());
      },
    },
    {
      id: 'connect-to',
      changesBoard: true,
      group: 'flow',
      label: words.connectTo,
      keywords: words.connectKeywords,
      shortcuts: [{ key: 'c', shift: true }],
      isPossible: () => {
        const [only, ...more] = elements();
        return room.mayEdit() && only !== undefined && more.length === 0 && isConnectable(only);
      },
      run: () => open('connect-to'),
    },
    {
      id: 'move-to',
      changesBoard: true,
      group: 'arrange',
      label: words.moveTo,
      keywords: words.moveKeywords,
      shortcuts: [{ key: 'm', shift: true }],
      isPossible: () => room.mayEdit() && (elements().length > 0 || selectedElements(bench).length > 0),
      run: () => open('move-to'),
    },
  ];
}
