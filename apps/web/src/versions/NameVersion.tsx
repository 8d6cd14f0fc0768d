/** Keeps the board as it is now under a name. */
import { LIMITS } from '@strideboard/wire';
import { sharing } from '@strideboard/words';
import { type SubmitEvent, useState } from 'react';
import { useBoardApi } from '../room/use-board-api.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { versionProblem } from './version-text.ts';

/** The form; `onKept` is told the name. */
export function NameVersion({ onKept }: { readonly onKept: (label: string) => void }) {
  const words = sharing.versions;
  const api = useBoardApi();
  const [label, setLabel] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const keep = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const text = label.trim();
    if (text === '') {
      setProblem(words.nameMissing);
      return;
    }
    setBusy(true);
    const made = await api.createVersion({ kind: 'named', label: text });
    setBusy(false);
    if (made.ok) {
      setLabel('');
      onKept(made.value.label ?? text);
    } else setProblem(versionProblem(made.problem));
  };
  return (
    <form noValidate onSubmit={(event) => void keep(event)}>
      <TextField
        label={words.name}
        value={label}
        maxLength={LIMITS.versionLabel}
        placeholder={words.namePlaceholder}
        onChange={(event) => {
          setLabel(event.target.value);
          setProblem(null);
        }}
        {...(problem === null ? {} : { problem })}
        trailing={<Button type="submit">{words.save}</Button>}
      />
    </form>
  );
}
