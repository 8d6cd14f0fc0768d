/** Making links: one click for each role; whom it is for and when it ends can be said first. */
import type { CreatedLink, LinkRequest, Role } from '@strideboard/wire';
import { LIMITS, ROLES } from '@strideboard/wire';
import { say, sharing, together } from '@strideboard/words';
import { useId, useState } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useBoardApi } from '../room/use-board-api.ts';
import { useSessionStore } from '../session/use-session.ts';
import { watchLink } from '../session/watching.ts';
import { Button } from '../ui/Button.tsx';
import { CopyField } from '../ui/CopyField.tsx';
import styles from './ShareDialog.module.css';

const HOUR = 3_600_000;
/** How long a link may work, ms; `null` = without end. */
const ENDINGS = { never: null, hours8: 8 * HOUR, days1: 24 * HOUR, days7: 168 * HOUR, days30: 720 * HOUR } as const;
type Ending = keyof typeof ENDINGS;
const isEnding = (value: string): value is Ending => Object.hasOwn(ENDINGS, value);

interface MakeLinksProps {
  readonly made: readonly CreatedLink[];
  readonly onMade: (link: CreatedLink) => void;
}

/** The form and the links just made, which are shown this once. */
export function MakeLinks({ made, onMade }: MakeLinksProps) {
  const words = sharing.links;
  const api = useBoardApi();
  const room = useRoom();
  const session = useSessionStore();
  const [label, setLabel] = useState('');
  const [ending, setEnding] = useState<Ending>('never');
  const [busy, setBusy] = useState<Role | null>(null);
  const labelId = useId();
  const endingId = useId();

  const make = async (role: Role): Promise<void> => {
    // The button stays focusable meanwhile: a disabled one would drop the focus out of the dialog.
    if (busy !== null) return;
    setBusy(role);
    const life = ENDINGS[ending];
    const request: LinkRequest = {
      role,
      ...(label.trim() === '' ? {} : { label: label.trim() }),
      ...(life === null ? {} : { expiresAt: Math.round(room.now() + life) }),
    };
    const created = await api.createLink(request);
    setBusy(null);
    if (created.ok) {
      onMade(created.value);
      setLabel('');
    } else session.getState().tell({ text: say(words.failed, { code: created.problem.code }), tone: 'problem' });
  };

  return (
    <section className={styles['make']} aria-label={words.newLink}>
      <div className={styles['choices']}>
        <div className={styles['choice']}>
          <label htmlFor={labelId}>{words.label}</label>
          <input
            id={labelId}
            value={label}
            maxLength={LIMITS.linkLabel}
            placeholder={words.labelPlaceholder}
            onChange={(event) => setLabel(event.target.value)}
          />
        </div>
        <div className={styles['choice']}>
          <label htmlFor={endingId}>{words.ends}</label>
          <select
            id={endingId}
            value={ending}
            onChange={({ target }) => {
              if (isEnding(target.value)) setEnding(target.value);
            }}
          >
            {Object.keys(ENDINGS)
              .filter(isEnding)
              .map((one) => (
                <option key={one} value={one}>
                  {words.endings[one]}
                </option>
              ))}
          </select>
        </div>
      </div>
      <ul className={styles['roles']}>
        {ROLES.map((one) => (
          <li key={one}>
            <div>
              <strong>{sharing.roles[one]}</strong>
              <span>{words.roleHints[one]}</span>
            </div>
            <Button size="small" aria-label={`${words.make}: ${sharing.roles[one]}`} onClick={() => void make(one)}>
              {busy === one ? words.making : words.make}
            </Button>
            {made
              .filter((link) => link.role === one)
              .map((link) => (
                <div key={link.linkId} className={styles['made']}>
                  <CopyField
                    label={link.label === null ? sharing.roles[one] : `${sharing.roles[one]} · ${link.label}`}
                    value={link.url}
                  />
                  {one === 'view' ? <CopyField label={together.watch.link} value={watchLink(link.url)} /> : null}
                </div>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
