/** Handing the lead on: a facilitator's link made for one person, shown this once to be given to them. */
import { LIMITS } from '@strideboard/wire';
import { say, sharing, together } from '@strideboard/words';
import { useState } from 'react';
import { useBoardApi } from '../room/use-board-api.ts';
import { useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { CopyField } from '../ui/CopyField.tsx';
import styles from './PeopleDialog.module.css';

/** The button, and the link once it is made. Nothing of it is told to anybody else here. */
export function HandOver({ name }: { readonly name: string }) {
  const words = together.handOver;
  const api = useBoardApi();
  const session = useSessionStore();
  const [url, setUrl] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const make = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const label = Array.from(say(words.label, { name })).slice(0, LIMITS.linkLabel).join('');
    const made = await api.createLink({ role: 'facilitate', label });
    setBusy(false);
    if (made.ok) setUrl(made.value.url);
    else session.getState().tell({ text: say(sharing.links.failed, { code: made.problem.code }), tone: 'problem' });
  };
  if (url === null)
    return (
      <Button size="small" aria-label={say(words.offerNamed, { name })} onClick={() => void make()}>
        {words.offer}
      </Button>
    );
  return (
    <div className={styles['handOver']}>
      <CopyField label={say(words.link, { name })} value={url} />
      <p className={styles['aside']}>
        {say(words.hint, { name })} {words.later}
      </p>
      <div>
        <Button size="small" onClick={() => setUrl(null)}>
          {words.close}
        </Button>
      </div>
    </div>
  );
}
