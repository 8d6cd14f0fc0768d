/** Kubernetes YAML that was pasted: read and laid out as a file is, and brought in as one step of undo. Fetched when somebody pastes some. */
import { type CommandResult, createImportCommands } from '@strideboard/document';
import type { CanvasPoint } from '@strideboard/model';
import { reading, say } from '@strideboard/words';
import { openFiles } from '../files/open-files.ts';
import { listedDiagram } from '../room/current-diagram.ts';
import type { Bench } from './bench.ts';

interface PastedManifests {
  readonly text: string;
  /** Where the middle of it goes, canvas px. */
  readonly at: CanvasPoint;
  readonly bench: Bench;
  readonly startWorker: (url: string) => Worker;
}

/** What became of it: the command, or `null` where nothing in it could be drawn or the person had enough. */
export async function pasteManifests({ text, at, bench, startWorker }: PastedManifests): Promise<CommandResult | null> {
  const { room, session } = bench;
  const control = new AbortController();
  const { signal } = control;
  session.getState().tell({
    text: reading.pasted.reading,
    action: { label: reading.cancel, run: () => control.abort() },
  });
  try {
    const read = await openFiles([new File([text], reading.pasted.name)], { startWorker, signal, namespace: '' });
    signal.throwIfAborted();
    if (!read.ok) {
      session.getState().tell({ text: read.reasons.slice(0, 2).join(' '), tone: 'problem' });
      return null;
    }
    const { model, changes } = read.opened;
    const { meta, settings, diagrams } = room.document.model();
    const diagram = listedDiagram(diagrams, session.getState().diagram);
    // How the board is called and judged is not for a paste to say.
    const result = createImportCommands(room.commandsOptions).importModel({
      model: { ...model, meta, settings },
      mode: 'add',
      at,
      diagram,
    });
    if (result.ok && changes.length > 0) {
      session.getState().tell({
        text: say(reading.pasted.changes, { count: changes.length, first: changes[0] ?? '' }),
        tone: 'problem',
        action: { label: reading.copy, run: () => void copy(changes) },
      });
    }
    return result;
  } catch {
    session.getState().tell({ text: signal.aborted ? reading.cancelled : reading.cannotLoad });
    return null;
  }
}

async function copy(changes: readonly string[]): Promise<void> {
  try {
    await navigator.clipboard.writeText(changes.join('\n'));
  } catch {
    // Plain http has no clipboard, and a browser may forbid it: the message has shown the first one.
  }
}
