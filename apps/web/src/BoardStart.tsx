/** Beginning an empty board with a template or a file: what is chosen comes in as one step of undo. */
import { createImportCommands, createRegisterCommands } from '@strideboard/document';
import type { Model } from '@strideboard/model';
import { reading, say } from '@strideboard/words';
import { useState } from 'react';
import type { BroughtPack } from './files/opened-file.ts';
import { packText } from './files/pack-text.ts';
import { keepBrought } from './packs/keep-brought.ts';
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
  const take = (model: Model, changes: number, template: BroughtPack | null): void => {
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
    const brought = say(start.brought, { count: elements.length });
    const changed = changes === 0 ? '' : ` ${say(reading.changedOnBoard, { count: changes })}`;
    session.getState().tell({ text: `${brought}${changed}` });
    if (template !== null) bringPack(template);
  };
  /** The board's packs are a facilitator's: from anybody else the template is not added, which is said. */
  const bringPack = (template: BroughtPack): void => {
    const { id, version } = template.pack.board;
    const others = room.document.model().settings.packs.filter((one) => one[0] !== id);
    const named = createRegisterCommands(room.commandsOptions).setSettings({ packs: [...others, [id, version]] });
    room.document.flush();
    if (named.ok) void keepBrought(room.packs, template, session);
    else session.getState().tell({ text: say(reading.packNotAdded, { pack: packText(template.pack.board) }) });
  };
  return (
    <Dialog title={start.beginTitle} closeLabel={board.close} onClose={onClose} width="wide">
      <TemplateGallery
        disabled={isBusy}
        withoutEmpty
        onChoose={(load) => {
          setBusy(true);
          void load().then((model) => take(model, 0, null));
        }}
      />
      <FileOpener
        disabled={isBusy}
        hint={start.beginFileHint}
        takeLabel={reading.bringHere}
        onOpen={({ model, changes, template }) => take(model, changes.length, template)}
      />
    </Dialog>
  );
}
