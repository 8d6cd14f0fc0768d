/** Opening files as a board: by choosing them or dropping them on the page. Nothing leaves the browser before it is understood. */
import { reading, say } from '@strideboard/words';
import { FolderOpen } from 'lucide-react';
import { Suspense, useRef } from 'react';
import type { OpenedFile } from '../files/opened-file.ts';
import { lazyPart } from '../session/lazy-part.ts';
import { Button } from '../ui/Button.tsx';
import { useFileDrop } from '../ui/use-file-drop.ts';
import styles from './FileOpener.module.css';
import { useStartWords } from './start-words.ts';
import { type FileOpening, useFileOpening } from './use-file-opening.ts';

// Of use only where something was lost or came along.
const ReadingReview = lazyPart(async () => (await import('../files/ReadingReview.tsx')).ReadingReview);

interface FileOpenerProps {
  readonly disabled: boolean;
  /** What files it takes and what becomes of them, where that is not a new board. */
  readonly hint?: string;
  /** What the button says that takes over a file which was not read without loss. */
  readonly takeLabel?: string;
  readonly onOpen: (opened: OpenedFile) => void;
}

/** A button and a drop target over the whole page. */
export function FileOpener({ disabled, hint, takeLabel = reading.openAsBoard, onOpen }: FileOpenerProps) {
  const start = useStartWords();
  const input = useRef<HTMLInputElement>(null);
  const { opening, open, again, cancel, leave } = useFileOpening(onOpen);
  const over = useFileDrop((files) => {
    if (!disabled) open(files);
  });
  return (
    <div className={styles['opener']}>
      <Button
        disabled={disabled || opening.kind === 'reading'}
        icon={<FolderOpen size={16} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {start.openFile}
      </Button>
      <span className={styles['hint']}>{hint ?? start.openFileHint}</span>
      <input
        ref={input}
        type="file"
        accept=".json,application/json,.svg,image/svg+xml,.png,image/png,.tm7,.yaml,.yml"
        multiple
        className="visually-hidden"
        tabIndex={-1}
        aria-label={start.chooseFile}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) open(files);
        }}
      />
      <Progress opening={opening} onCancel={cancel} />
      {opening.kind === 'refused' ? <Refusal name={opening.name} reasons={opening.reasons} /> : null}
      {opening.kind === 'read' ? (
        <Suspense>
          <ReadingReview
            opened={opening.opened}
            takeLabel={takeLabel}
            disabled={disabled}
            onTake={() => onOpen(opening.opened)}
            onAgain={again}
            onLeave={leave}
          />
        </Suspense>
      ) : null}
      {over ? (
        <div className={styles['drop']} aria-hidden="true">
          {start.dropFile}
        </div>
      ) : null}
    </div>
  );
}

/** Always there, so that what is said in it is read out. */
function Progress({ opening, onCancel }: { readonly opening: FileOpening; readonly onCancel: () => void }) {
  return (
    <div className={styles['progress']} role="status">
      {opening.kind === 'cancelled' ? reading.cancelled : null}
      {opening.kind === 'reading' ? (
        <>
          <span>{say(reading.running, { file: opening.name })}</span>
          <Button size="small" onClick={onCancel}>
            {reading.cancel}
          </Button>
        </>
      ) : null}
    </div>
  );
}

/** At most this many reasons are shown. */
const REASONS_SHOWN = 3;
/** Characters of one reason: it may quote the file, which may be anything. */
const REASON_LIMIT = 400;

function Refusal({ name, reasons }: { readonly name: string; readonly reasons: readonly string[] }) {
  const start = useStartWords();
  const more = reasons.length - REASONS_SHOWN;
  const told = reasons.slice(0, REASONS_SHOWN).map((reason) => reason.slice(0, REASON_LIMIT));
  return (
    <p className={styles['problem']} role="alert">
      {say(start.fileProblem, { file: name, reason: told.join(' ') })}
      {more > 0 ? ` ${say(reading.moreReasons, { count: more })}` : ''}
    </p>
  );
}
