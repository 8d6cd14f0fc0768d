/** Long text about what is selected. */
import { useWords } from '../session/words.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LongTextArea } from '../ui/LongTextArea.tsx';
import { useSelected } from '../ui/use-selected.ts';

/** The notes of what is selected. */
export function NotesTab() {
  const { panels } = useWords();
  const { only } = useSelected();
  if (only === null) return <EmptyState title={panels.notes.emptyTitle} text={panels.notes.emptyText} />;
  const { label, placeholder } = panels.notes;
  return <LongTextArea key={only.id} id={only.id} label={label} placeholder={placeholder} text={only.notes} />;
}
