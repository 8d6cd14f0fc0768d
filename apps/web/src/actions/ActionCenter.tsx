/** Keyboard, command palette and shortcut sheet over the list of actions. */
import { useStore } from 'zustand';
import { useActionRegistry } from '../session/action-registry.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { useActionKeys } from './use-action-keys.ts';

/** Shows what is asked for; listens always. */
export function ActionCenter() {
  useActionKeys();
  const session = useSessionStore();
  const dialog = useSession((state) => state.dialog);
  const registry = useStore(useActionRegistry());
  const close = (): void => session.getState().openDialog(null);
  if (dialog === 'commands') return <CommandPalette registry={registry} onClose={close} />;
  return dialog === 'shortcuts' ? <ShortcutSheet registry={registry} onClose={close} /> : null;
}
