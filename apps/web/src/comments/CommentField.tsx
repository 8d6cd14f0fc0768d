/** Where a comment is written: Enter sends, `@` offers names, and what was typed outlives everything but sending it. */
import { comments as words, say } from '@strideboard/words';
import { LIMITS } from '@strideboard/wire';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useRoom } from '../room/use-room.ts';
import { Button } from '../ui/Button.tsx';
import styles from './CommentField.module.css';
import { createDrafts, tabStorage } from './drafts.ts';
import { MentionList, mentionOptionId } from './MentionList.tsx';
import { type KnownName, matching, type TypedMention, typedMention, withMention } from './mentions.ts';

interface CommentFieldProps {
  /** Where an unsent text belongs. Give the component this key. */
  readonly where: string;
  readonly label: string;
  readonly placeholder: string;
  readonly names: readonly KnownName[];
  /** The text to begin with, unless an unsent one is there. */
  readonly text?: string;
  readonly send: string;
  readonly hasFocus?: boolean;
  /** Whether it was taken; only then the text is gone from here. */
  readonly onSend: (body: string) => boolean;
  /** Present where the field itself can be left. */
  readonly onCancel?: () => void;
}

/** From here on it is said how much room is left. */
const NEARLY_FULL = 0.9;

/** The field with its buttons. */
export function CommentField(props: CommentFieldProps) {
  const { where, label, placeholder, names, send, onSend, onCancel } = props;
  const { link } = useRoom();
  const [drafts] = useState(() => createDrafts(tabStorage(), link.roomId));
  const [text, setText] = useState(() => drafts.read(where) || (props.text ?? ''));
  const [caret, setCaret] = useState<number | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const ids = useId();
  const completion = useCompletion({ text, caret, names });
  const { typed, options, active } = completion;
  useFirstFocus(area, props.hasFocus === true);

  const change = (next: string): void => {
    setText(next);
    drafts.keep(where, next === props.text ? '' : next);
  };
  const take = (mention: TypedMention, name: KnownName): void => {
    const next = withMention(text, mention, name.name);
    if (next.text.length > LIMITS.text) return;
    change(next.text);
    setCaret(next.caret);
    const { current } = area;
    current?.focus();
    requestAnimationFrame(() => current?.setSelectionRange(next.caret, next.caret));
  };
  const submit = (): void => {
    const body = text.trim();
    if (body === '' || !onSend(body)) return;
    drafts.keep(where, '');
    setText('');
    setCaret(null);
  };
  const cancel = (): void => {
    drafts.keep(where, '');
    onCancel?.();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const chosen = options[active];
    const { key } = event;
    if (typed !== null && chosen !== undefined && completion.onKey(key)) {
      // The list took it.
    } else if (typed !== null && chosen !== undefined && (key === 'Enter' || key === 'Tab') && !event.shiftKey)
      take(typed, chosen);
    else if (key === 'Enter' && !event.shiftKey && !event.altKey) submit();
    else if (key === 'Escape' && onCancel !== undefined) cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const left = LIMITS.text - text.length;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        ref={area}
        className={styles['area']}
        aria-label={label}
        aria-describedby={`${ids}hint`}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={typed === null || options.length === 0 ? undefined : `${ids}names`}
        aria-activedescendant={
          typed === null || options.length === 0 ? undefined : mentionOptionId(`${ids}names`, active)
        }
        dir="auto"
        rows={2}
        maxLength={LIMITS.text}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          change(event.currentTarget.value);
          setCaret(event.currentTarget.selectionStart);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onBlur={() => setCaret(null)}
        onKeyDown={onKeyDown}
      />
      {typed === null ? null : (
        <MentionList id={`${ids}names`} options={options} active={active} onTake={(name) => take(typed, name)} />
      )}
      <p id={`${ids}hint`} className={styles['hint']} data-full={left <= 0 || undefined}>
        {left <= 0
          ? say(words.field.full, { count: LIMITS.text })
          : text.length > LIMITS.text * NEARLY_FULL
            ? say(words.field.left, { count: left })
            : words.field.hint}
      </p>
      <span className={styles['buttons']}>
        {onCancel === undefined ? null : (
          <Button size="small" look="quiet" onClick={cancel}>
            {words.field.cancel}
          </Button>
        )}
        <Button
          size="small"
          look={text.trim() === '' ? 'plain' : 'primary'}
          type="submit"
          disabled={text.trim() === ''}
        >
          {send}
        </Button>
      </span>
    </form>
  );
}

interface Completion {
  readonly typed: TypedMention | null;
  readonly options: readonly KnownName[];
  readonly active: number;
  /** Whether the list has a use for the key. */
  readonly onKey: (key: string) => boolean;
}

/** The name being typed at the caret, and what fits. */
function useCompletion(field: {
  readonly text: string;
  readonly caret: number | null;
  readonly names: readonly KnownName[];
}): Completion {
  const { text, caret, names } = field;
  const found = caret === null ? null : typedMention(text, caret, names);
  const [state, setState] = useState<{ readonly key: string; readonly active: number; readonly isShut: boolean }>({
    key: '',
    active: 0,
    isShut: false,
  });
  const key = found === null ? '' : `${found.at} ${found.query}`;
  const now = state.key === key ? state : { key, active: 0, isShut: state.isShut && sameMention(state.key, key) };
  const options = found === null || now.isShut ? [] : matching(found.query, names);
  return {
    typed: found === null || now.isShut ? null : found,
    options,
    active: Math.min(now.active, Math.max(0, options.length - 1)),
    onKey: (pressed) => {
      const by = pressed === 'ArrowDown' ? 1 : pressed === 'ArrowUp' ? -1 : 0;
      if (by === 0 && pressed !== 'Escape') return false;
      const { length } = options;
      setState(by === 0 ? { ...now, isShut: true } : { ...now, active: (now.active + by + length) % length });
      return true;
    },
  };
}

/** Whether the same `@` is meant. */
const sameMention = (a: string, b: string): boolean => a !== '' && a.split(' ')[0] === b.split(' ')[0];

/** Takes the focus once, with the caret at the end. */
function useFirstFocus(area: { readonly current: HTMLTextAreaElement | null }, wanted: boolean): void {
  useEffect(() => {
    const { current } = area;
    if (!wanted || current === null) return;
    current.focus({ preventScroll: true });
    current.setSelectionRange(current.value.length, current.value.length);
  }, [area, wanted]);
}
