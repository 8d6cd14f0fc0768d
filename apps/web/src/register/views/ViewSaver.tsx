/** Keeping a view under a name in this browser, and forgetting it again. */
import { register, say } from '@strideboard/words';
import { Bookmark, RotateCcw, Trash2 } from 'lucide-react';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useSessionStore } from '../../session/use-session.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import styles from '../RegisterView.module.css';
import { VIEW_NAME_LIMIT } from './saved-views.ts';
import { savedKey, type View } from './use-view.ts';

const words = register.tools;

/** The button, and in its place the name while one is asked for. */
export function ViewSaver({ view }: { readonly view: View }) {
  const session = useSessionStore();
  const [name, setName] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const isAsking = name !== null;
  useEffect(() => {
    if (isAsking) input.current?.focus();
  }, [isAsking]);
  const own = view.saved.find((saved) => savedKey(saved.name) === view.id);
  const close = (): void => {
    setName(null);
    setRefused(false);
  };
  const save = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = (name ?? '').trim();
    if (given === '') {
      setRefused(true);
      input.current?.focus();
      return;
    }
    if (!view.save(given)) session.getState().tell({ text: words.viewNotKept, tone: 'problem' });
    close();
  };
  if (name === null)
    return (
      <>
        {view.isChanged ? (
          <IconButton label={words.resetView} onClick={view.reset}>
            <RotateCcw size={14} aria-hidden />
          </IconButton>
        ) : null}
        <IconButton label={words.saveView} onClick={() => setName(own?.name ?? '')}>
          <Bookmark size={14} aria-hidden />
        </IconButton>
        {own === undefined ? null : (
          <IconButton label={say(words.forget, { name: own.name })} onClick={() => view.forget(own.name)}>
            <Trash2 size={14} aria-hidden />
          </IconButton>
        )}
      </>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: Escape closes the form, wherever the focus is in it
    <form
      noValidate
      className={styles['saver']}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        close();
      }}
    >
      <input
        ref={input}
        aria-label={words.viewName}
        placeholder={words.viewName}
        maxLength={VIEW_NAME_LIMIT}
        aria-invalid={isRefused}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button size="small" type="submit">
        {words.save}
      </Button>
      <Button size="small" look="quiet" onClick={close}>
        {words.cancel}
      </Button>
      {isRefused ? (
        <p role="alert" className={styles['problem']}>
          {words.viewNameMissing}
        </p>
      ) : null}
    </form>
  );
}
