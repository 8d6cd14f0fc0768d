/** What was read, before it is used: what is in it, what comes along, and everything that was lost or changed. */
import { reading, say } from '@strideboard/words';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { ChangeList } from './ChangeList.tsx';
import type { OpenedFile } from './opened-file.ts';
import { packText } from './pack-text.ts';
import styles from './ReadingReview.module.css';

interface ReadingReviewProps {
  readonly opened: OpenedFile;
  readonly takeLabel: string;
  readonly disabled: boolean;
  readonly onTake: () => void;
  /** Reads again with the namespace that the files leave open. */
  readonly onAgain: (namespace: string) => void;
  readonly onLeave: () => void;
}

/** The review; it takes the focus, since it asks for a decision. */
export function ReadingReview({ opened, takeLabel, disabled, onTake, onAgain, onLeave }: ReadingReviewProps) {
  const { name, model, changes, asksNamespace, template } = opened;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const boundaries = model.elements.filter(({ kind }) => kind === 'boundary').length;
  const counts = {
    elements: model.elements.length - boundaries,
    boundaries,
    flows: model.flows.length,
    threats: model.manual.length,
  };
  return (
    <section className={styles['review']} aria-labelledby="reading-review" data-testid="reading-review">
      <h3 id="reading-review" ref={heading} tabIndex={-1}>
        {say(reading.readTitle, { file: name })}
      </h3>
      <p>{say(reading.holds, counts)}</p>
      {template === null ? null : <p>{say(reading.template, { pack: packText(template.pack.board) })}</p>}
      {changes.length === 0 ? <p>{reading.nothingLost}</p> : <ChangeList changes={changes} />}
      {asksNamespace ? <NamespaceForm disabled={disabled} onAgain={onAgain} /> : null}
      <div className={styles['actions']}>
        <Button look="primary" disabled={disabled} onClick={onTake}>
          {takeLabel}
        </Button>
        <Button disabled={disabled} onClick={onLeave}>
          {reading.leave}
        </Button>
      </div>
    </section>
  );
}

interface NamespaceFormProps {
  readonly disabled: boolean;
  readonly onAgain: (namespace: string) => void;
}

function NamespaceForm({ disabled, onAgain }: NamespaceFormProps) {
  const [namespace, setNamespace] = useState('');
  return (
    <form
      className={styles['namespace']}
      onSubmit={(event) => {
        event.preventDefault();
        if (namespace.trim() !== '') onAgain(namespace.trim());
      }}
    >
      <TextField
        label={reading.namespace}
        value={namespace}
        maxLength={63}
        autoComplete="off"
        onChange={(event) => setNamespace(event.target.value)}
      />
      <Button type="submit" disabled={disabled || namespace.trim() === ''}>
        {reading.readAgain}
      </Button>
    </form>
  );
}
