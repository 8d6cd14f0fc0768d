/** What the model is about: its name, the system, who answers for it, who looks it over, and a summary. */
import { records as words, say } from '@strideboard/words';
import { X } from 'lucide-react';
import { type SubmitEvent, useRef, useState } from 'react';
import { useMayEdit, useModel, useRoom } from '../room/use-room.ts';
import { Button } from '../ui/Button.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import { timeText } from '../ui/time-text.ts';
import styles from './ModelForm.module.css';
import type { RecordActions } from './use-record-actions.ts';

const SHORT_LIMIT = 300;
const LONG_LIMIT = 4_000;

/** The form; each field is written when it is left. */
export function ModelForm({ actions }: { readonly actions: RecordActions }) {
  const room = useRoom();
  const meta = useModel((model) => model.meta);
  const mayEdit = useMayEdit();
  const { created } = meta;
  const field = (name: 'title' | 'owner' | 'system' | 'summary') => ({
    label: words.model[name],
    value: meta[name],
    maxLength: name === 'title' || name === 'owner' ? SHORT_LIMIT : LONG_LIMIT,
    disabled: !mayEdit,
    commit: (text: string): void => void actions.describe({ [name]: text.trim() }),
  });
  return (
    <div className={styles['form']}>
      <div className={styles['column']}>
        <DraftField {...field('title')} />
        <DraftField {...field('system')} hint={words.model.systemHint} />
        <DraftField {...field('summary')} hint={words.model.summaryHint} lines={3} />
      </div>
      <div className={styles['column']}>
        <DraftField {...field('owner')} hint={words.model.ownerHint} />
        <Reviewers reviewers={meta.reviewers} actions={actions} />
        {created === null ? null : (
          <p className={styles['begun']}>
            {say(words.model.begun, {
              who: room.document.people().get(created.by)?.name ?? words.model.someone,
              when: timeText(created.at, room.now()),
            })}
          </p>
        )}
      </div>
    </div>
  );
}

interface ReviewersProps {
  readonly reviewers: readonly string[];
  readonly actions: RecordActions;
}

function Reviewers({ reviewers, actions }: ReviewersProps) {
  const mayEdit = useMayEdit();
  const [name, setName] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    const fresh = name
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '' && !reviewers.includes(one));
    if (fresh.length === 0 || actions.describe({ reviewers: [...reviewers, ...fresh] })) setName('');
  };
  return (
    <form className={styles['reviewers']} onSubmit={add}>
      <p className={styles['label']}>{words.model.reviewers}</p>
      {reviewers.length === 0 ? null : (
        <ul aria-label={words.model.reviewers}>
          {reviewers.map((one) => (
            <li key={one}>
              <span>{one}</span>
              {mayEdit ? (
                <button
                  type="button"
                  aria-label={say(words.model.removeReviewer, { name: one })}
                  onClick={() => {
                    input.current?.focus();
                    actions.describe({ reviewers: reviewers.filter((other) => other !== one) });
                  }}
                >
                  <X size={12} aria-hidden />
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayEdit ? (
        <div className={styles['line']}>
          <input
            ref={input}
            aria-label={words.model.addReviewer}
            placeholder={words.model.addReviewer}
            maxLength={SHORT_LIMIT}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit">{words.model.add}</Button>
        </div>
      ) : null}
      <p className={styles['hint']}>{words.model.reviewersHint}</p>
    </form>
  );
}
