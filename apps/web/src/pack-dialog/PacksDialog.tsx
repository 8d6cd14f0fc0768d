/** The packs of this board: which it is judged with, which of them this browser has, and the way to bring one in from a file. */
import { packs, say } from '@strideboard/words';
import { FilePlus2 } from 'lucide-react';
import { useRef } from 'react';
import { drawing } from '@strideboard/kubernetes/drawing';
import { ChangeList } from '../files/ChangeList.tsx';
import { useConnection, useModel, usePacks } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useFileDrop } from '../ui/use-file-drop.ts';
import { OtherPacks } from './OtherPacks.tsx';
import { packName } from './place-pack.ts';
import { PackProblems } from './PackProblems.tsx';
import { PackRow } from './PackRow.tsx';
import styles from './PacksDialog.module.css';
import { type Taking, usePackActions } from './use-pack-actions.ts';

/** The dialog; everybody may look and load what is missing, facilitators add and remove. */
export function PacksDialog({ onClose }: { readonly onClose: () => void }) {
  const { board } = useWords();
  const words = packs.board;
  const named = useModel(({ settings }) => settings.packs);
  const inUse = usePacks((state) => state);
  const facilitates = useConnection((state) => state.role === 'facilitate');
  const { taking, take, cancel, remove, forget } = usePackActions();
  const input = useRef<HTMLInputElement>(null);
  const wanted = useRef<readonly [string, string] | null>(null);
  const choose = (pack: readonly [string, string] | null): void => {
    wanted.current = pack;
    input.current?.click();
  };
  const over = useFileDrop((files) => void take(files, null));
  return (
    <Dialog title={words.title} closeLabel={board.close} onClose={onClose} width="wide">
      <div className={styles['body']}>
        <p className={styles['intro']}>{words.intro}</p>
        <ul className={styles['rows']}>
          <li className={styles['row']}>
            <div className={styles['what']}>
              <strong>{packName(drawing, words)}</strong>
              <span>{words.builtIn}</span>
            </div>
          </li>
          {named.flatMap((pack, at) =>
            pack[0] === drawing.id ? (
              []
            ) : (
              <PackRow
                key={`${pack.join(' ')} ${at}`}
                named={pack}
                inUse={inUse}
                onLoad={() => choose(pack)}
                onForget={(name) => void forget(pack, name)}
                onRemove={facilitates ? (name) => remove(pack, name) : null}
              />
            ),
          )}
        </ul>
        <OtherPacks stamp={taking} onForget={(pack, name) => void forget(pack, name)} />
        <div className={styles['add']}>
          {facilitates ? (
            <Button icon={<FilePlus2 size={16} aria-hidden />} onClick={() => choose(null)}>
              {words.add}
            </Button>
          ) : null}
          <p className={styles['hint']}>{facilitates ? words.addHint : words.lookHint}</p>
        </div>
        <input
          ref={input}
          type="file"
          accept=".yaml,.yml,application/yaml,text/yaml,.tb7,.tm7"
          multiple
          className="visually-hidden"
          tabIndex={-1}
          aria-label={words.choose}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            if (files.length > 0) void take(files, wanted.current);
          }}
        />
        <Outcome taking={taking} onCancel={cancel} />
        {over ? (
          <div className={styles['drop']} aria-hidden="true">
            {words.drop}
          </div>
        ) : null}
      </div>
    </Dialog>
  );
}

function Outcome({ taking, onCancel }: { readonly taking: Taking; readonly onCancel: () => void }) {
  const words = packs.board;
  switch (taking.kind) {
    case 'nothing':
      return null;
    case 'checking':
      return (
        <div className={styles['checking']}>
          <p role="status">{say(words.checking, { file: taking.file })}</p>
          <Button size="small" onClick={onCancel}>
            {words.cancel}
          </Button>
        </div>
      );
    case 'done':
      return (
        <>
          <p className={styles['done']} role="status">
            {taking.text}
          </p>
          {taking.changes === undefined || taking.changes.length === 0 ? null : <ChangeList changes={taking.changes} />}
        </>
      );
    case 'stopped':
      return (
        <p className={styles['problem']} role="alert">
          {taking.reason}
        </p>
      );
    case 'refused':
      return (
        <section className={styles['refused']}>
          <p className={styles['problem']} role="alert">
            {say(words.refused, { count: taking.problems.length })}
          </p>
          <PackProblems problems={taking.problems} />
        </section>
      );
  }
}
