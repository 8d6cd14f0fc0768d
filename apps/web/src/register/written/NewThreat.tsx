/** Writing down a threat that no rule finds: a title, or a sentence to take it from. */
import type { StrideLetter, ThreatId, ThreatSentence } from '@strideboard/model';
import { SENTENCE_PARTS } from '@strideboard/model';
import { register, say } from '@strideboard/words';
import { X } from 'lucide-react';
import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { Button, IconButton } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useSelected } from '../../ui/use-selected.ts';
import { useSubjectNames } from '../../ui/use-subject-names.ts';
import panel from '../detail/ThreatDetail.module.css';
import { LetterField } from './LetterField.tsx';
import { missingText, sentenceText, titleFrom } from './sentence-text.ts';
import { useWritten } from './use-written.ts';
import styles from './Written.module.css';

const words = register.written;
/** Characters of a title, as the document takes them. */
export const TITLE_LIMIT = 300;
/** Characters of a part of the sentence. */
export const PART_LIMIT = 1_000;
const DESCRIPTION_LIMIT = 50_000;

interface NewThreatProps {
  /** Called with the id of the new threat. */
  readonly onAdded: (id: ThreatId) => void;
  readonly onClose: () => void;
}

/** The form; what is selected on the diagram is what the threat is about. */
export function NewThreat({ onAdded, onClose }: NewThreatProps) {
  const { subjects } = useSelected();
  const names = useSubjectNames();
  const { add } = useWritten();
  const [title, setTitle] = useState('');
  const [letters, setLetters] = useState<readonly StrideLetter[]>([]);
  const [sentence, setSentence] = useState<ThreatSentence>({});
  const [description, setDescription] = useState('');
  const [isRefused, setRefused] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const ids = { title: useId(), description: useId() };
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const given = title.trim() === '' ? titleFrom(sentence, TITLE_LIMIT) : title.trim();
  const save = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (given === '') {
      setRefused(true);
      form.current?.querySelector('input')?.focus();
      return;
    }
    const written = Object.fromEntries(
      SENTENCE_PARTS.flatMap((part) => ((sentence[part] ?? '').trim() === '' ? [] : [[part, sentence[part]?.trim()]])),
    );
    const id = add({
      title: given,
      letters,
      on: subjects,
      origin: 'hand',
      ...(Object.keys(written).length === 0 ? {} : { sentence: written }),
      text: description.trim(),
    });
    if (id !== null) onAdded(`manual~${id}` as ThreatId); // the form document.md section 3.3 gives it
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: Escape closes the form, wherever the focus is in it
    <section
      className={panel['panel']}
      aria-labelledby={ids.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={panel['head']}>
        <h3 id={ids.title}>{words.title}</h3>
        <IconButton label={words.cancel} onClick={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <form ref={form} noValidate className={panel['body']} aria-labelledby={ids.title} onSubmit={save}>
        <TextField
          label={words.name}
          maxLength={TITLE_LIMIT}
          value={title}
          placeholder={titleFrom(sentence, TITLE_LIMIT)}
          {...(isRefused && given === '' ? { problem: words.nameMissing } : {})}
          onChange={({ target }) => setTitle(target.value)}
        />
        <fieldset className={styles['sentence']}>
          <legend>{words.sentence}</legend>
          <p className={styles['hint']}>{words.sentenceHint}</p>
          {SENTENCE_PARTS.map((part) => (
            <TextField
              key={part}
              label={words.parts[part]}
              placeholder={words.partHints[part]}
              maxLength={PART_LIMIT}
              value={sentence[part] ?? ''}
              onChange={({ target }) => setSentence({ ...sentence, [part]: target.value })}
            />
          ))}
          <Told sentence={sentence} />
        </fieldset>
        <LetterField letters={letters} disabled={false} onChange={setLetters} />
        <div className={panel['field']}>
          <span className={styles['label']}>{words.on}</span>
          <bdi>
            {subjects.length === 0
              ? words.onNone
              : say(words.onSelectedNow, {
                  count: subjects.length,
                  names: subjects.map((id) => names.name(id) ?? '').join(', '),
                })}
          </bdi>
        </div>
        <div className={panel['field']}>
          <label htmlFor={ids.description}>{words.description}</label>
          <textarea
            id={ids.description}
            rows={3}
            maxLength={DESCRIPTION_LIMIT}
            value={description}
            onChange={({ target }) => setDescription(target.value)}
          />
        </div>
        <div className={panel['actions']}>
          <Button size="small" look="primary" type="submit">
            {words.add}
          </Button>
          <Button size="small" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** The sentence as it reads now, and what of it is missing. */
export function Told({ sentence }: { readonly sentence: ThreatSentence }) {
  const text = sentenceText(sentence);
  return (
    <div className={styles['told']} hidden={text === ''}>
      <bdi>{text}</bdi>
      <p role="status" className={styles['hint']}>
        {missingText(sentence)}
      </p>
    </div>
  );
}
