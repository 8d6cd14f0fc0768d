/** The export dialog with the whole pack: lists name properties by their labels, as the command line does. */
import { ExportDialog } from './export/ExportDialog.tsx';
import { WithQuestions } from './room/WithQuestions.tsx';
import { providePanelWords } from './session/panel-words.ts';

providePanelWords();

/** The dialog for the open board. */
export function BoardExport({ onClose }: { readonly onClose: () => void }) {
  return (
    <WithQuestions>
      <ExportDialog onClose={onClose} />
    </WithQuestions>
  );
}
