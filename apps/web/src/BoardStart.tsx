/** Beginning an empty board with a template or a file: what is chosen comes in as one step of undo. */
import { createImportCommands } from '@strideboard/document';
import type { Model } from '@strideboard/model';
import { say } from '@strideboard/words';
import { useState } from 'react';
import { listedDiagram } from './room/current-diagram.ts';
import { useRoom } from './room/use-room.ts';
import { useSessionStore } from './session/use-session.ts';
import { useWords } from './session/words.ts';
import { FileOpener } from './start/FileOpener.tsx';
import { useStartWords } from './start/start-words.ts';
import { TemplateGallery } from './start/TemplateGallery.tsx';
import { Dialog } from './ui/Dialog.tsx';
import { useReport } from './ui/use-report.ts';

/** The dialog. */
export function BoardStart({ onClose }: { readonly onClose: () => void }) {
  const { board } = useWords();
  const start = useStartWords();
  const room = useRoom();
  const session = useSessionStore();
  const report = useReport();
  const [isBusy, setBusy] = useState(false);
  const take = (model: Model, notice: string | null): void => {
    const { diagrams } = room.document.model();
    const result = createImportCommands(room.commandsOptions).importModel({
      model,
      mode: 'add',
      at: { x: 0, y: 0 },
      diagram: listedDiagram(diagrams, session.getState().diagram),
    });
    // What stays with the board it was made on, such as its settings, is no news on an empty one.
    if (!result.ok) {
      report(result);
      setBusy(false);
      return;
    }
    room.document.flush();
    onClose();
    const { elements } = room.document.model();
    session.getState().show(elements.map(({ id }) => id));
    session.getState().select([]);
    session.getState().tell({ text: notice ?? say(start.brought, { count: elements.length }) });
  };
  return (
    <Dialog title={start.beginTitle} closeLabel={board.close} onClose={onClose} width="wide">
      <TemplateGallery
        disabled={isBusy}
        withoutEmpty
        onChoose={(load) => {
          setBusy(true);
          void load().then((model) => take(model, null));
        }}
      />
      <FileOpener disabled={isBusy} hint={start.beginFileHint} onOpen={(model, notice) => take(model, notice)} />
    </Dialog>
  );
}
