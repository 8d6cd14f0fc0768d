/** What can be done with whatever is selected. */
import type { EditingCommands } from '@strideboard/document';
import type { SubjectId } from '@strideboard/model';
import { actions as words, say } from '@strideboard/words';
import { type Action, changing } from '../../session/action-registry.ts';
import { isAppleSystem, keysText, shortcutText } from '../../session/shortcut.ts';
import { deleteSelection } from '../selection-actions.ts';
import type { Bench } from '../bench.ts';
import { duplicate } from '../duplicate.ts';
import { selectedElements, selectedFlows } from './subjects.ts';

/** The list. */
export function editActions(bench: Bench, editing: EditingCommands): readonly Action[] {
  const { session, room, report } = bench;
  const ids = () => session.getState().selection as readonly SubjectId[]; // a selection holds ids of elements and flows
  const maySelected = (): boolean => ids().length > 0 && room.mayEdit();
  const subjects = () => [...selectedElements(bench), ...selectedFlows(bench)];
  const isOut = (): boolean => subjects().length > 0 && subjects().every(({ outOfScope }) => outOfScope !== null);
  const isLocked = (): boolean =>
    selectedElements(bench).length > 0 && selectedElements(bench).every(({ lock }) => lock !== null);
  const copying: Action = {
    id: 'copy',
    group: 'edit',
    label: words.edit.copy,
    shortcuts: [{ key: 'c', command: true }],
    hasOwnKeys: true,
    isPossible: () => ids().length > 0,
    run: () => void copy(bench, 'copy'),
  };
  const changes = changing([
    {
      id: 'rename',
      group: 'edit',
      label: words.edit.rename,
      shortcuts: [{ key: 'F2' }],
      hasOwnKeys: true,
      isPossible: () => ids().length === 1 && room.mayEdit(),
      run: () => {
        const [id] = ids();
        if (id !== undefined) session.getState().edit({ id, field: 'label' });
      },
    },
    {
      id: 'cut',
      group: 'edit',
      label: words.edit.cut,
      shortcuts: [{ key: 'x', command: true }],
      hasOwnKeys: true,
      isPossible: maySelected,
      run: () => void copy(bench, 'cut'),
    },
    {
      id: 'paste',
      group: 'edit',
      label: words.edit.paste,
      shortcuts: [{ key: 'v', command: true }],
      hasOwnKeys: true,
      isPossible: () => room.mayEdit(),
      run: () => void paste(bench),
    },
    {
      id: 'duplicate',
      group: 'edit',
      label: words.edit.duplicate,
      shortcuts: [{ key: 'd', command: true }],
      hasOwnKeys: true,
      isPossible: maySelected,
      run: () => duplicate(bench, editing, { ids: ids(), withDecisions: false }),
    },
    {
      id: 'duplicate-decided',
      group: 'edit',
      label: words.edit.duplicateDecided,
      keywords: words.edit.duplicateKeywords,
      isPossible: () => room.mayEdit() && selectedElements(bench).length > 0,
      run: () => duplicate(bench, editing, { ids: ids(), withDecisions: true }),
    },
    {
      id: 'delete',
      group: 'edit',
      label: words.edit.delete,
      shortcuts: [{ key: 'Delete' }, { key: 'Backspace' }],
      hasOwnKeys: true,
      isDangerous: true,
      isPossible: maySelected,
      run: () => deleteSelection(bench),
    },
    {
      id: 'out-of-scope',
      group: 'edit',
      label: words.edit.outOfScope,
      isPossible: maySelected,
      isOn: isOut,
      run: () => {
        const result = room.commands.scope({ ids: ids(), reason: isOut() ? null : '' });
        // The reason is asked for where it can be written.
        if (report(result) && result.ok && isOut()) session.getState().showTab('element');
      },
    },
    {
      id: 'lock',
      group: 'edit',
      label: words.edit.lock,
      shortcuts: [{ key: 'l', command: true, shift: true }],
      isPossible: () => selectedElements(bench).length > 0 && room.mayEdit(),
      isOn: isLocked,
      run: () => report(editing.lock({ ids: selectedElements(bench).map(({ id }) => id), on: !isLocked() })),
    },
  ]);
  // Copy stands with cut and paste.
  const at = changes.findIndex(({ id }) => id === 'paste');
  return changes.toSpliced(at, 0, copying);
}

/** Copies or cuts as the keys do, as far as the browser lets a menu write the clipboard; where it does not, says how. */
async function copy({ session }: Bench, how: 'copy' | 'cut'): Promise<void> {
  const data = new DataTransfer();
  try {
    onSurface((surface) => surface.dispatchEvent(clipboardEvent('copy', data)));
    await navigator.clipboard.writeText(data.getData('text/plain'));
    // Only what is safely on the clipboard goes from the board.
    if (how === 'cut') onSurface((surface) => surface.dispatchEvent(clipboardEvent('cut', new DataTransfer())));
  } catch {
    const keys = keysText(shortcutText({ key: how === 'cut' ? 'x' : 'c', command: true }, isAppleSystem()));
    session.getState().tell({ text: say(words.edit.copyByKeys, { keys }) });
  }
}

const clipboardEvent = (type: 'copy' | 'cut' | 'paste', clipboardData: DataTransfer): ClipboardEvent =>
  new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true });

function onSurface(act: (surface: HTMLElement) => void): void {
  const surface = document.querySelector<HTMLElement>('[data-surface]');
  surface?.focus({ preventScroll: true });
  if (surface !== null) act(surface);
}

/** Pastes what the browser lets a menu read; where it does not, says how. */
async function paste({ session }: Bench): Promise<void> {
  try {
    const text = await navigator.clipboard.readText();
    const data = new DataTransfer();
    data.setData('text/plain', text);
    onSurface((surface) => surface.dispatchEvent(clipboardEvent('paste', data)));
  } catch {
    const keys = keysText(shortcutText({ key: 'v', command: true }, isAppleSystem()));
    session.getState().tell({ text: say(words.edit.pasteByKeys, { keys }) });
  }
}
