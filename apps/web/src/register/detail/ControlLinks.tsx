/** Controls that answer a threat, what each does for its risk, and those that its rule suggests. */
import { createRegisterCommands } from '@strideboard/document';
import type { RegisterRow } from '@strideboard/stride';
import { register, say } from '@strideboard/words';
import { Plus, X } from 'lucide-react';
import { useMemo } from 'react';
import { useMayEdit, useRoom } from '../../room/use-room.ts';
import { useSessionStore } from '../../session/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { useReport } from '../../ui/use-report.ts';
import { useControlNames } from '../use-control-names.ts';
import styles from './ThreatDetail.module.css';

const words = register.detail;

/** The list; what is in place where is said among the controls. */
export function ControlLinks({ row }: { readonly row: RegisterRow }) {
  const { commandsOptions, document } = useRoom();
  const session = useSessionStore();
  const report = useReport();
  const mayEdit = useMayEdit();
  const nameOf = useControlNames();
  const commands = useMemo(() => createRegisterCommands(commandsOptions), [commandsOptions]);
  const { controls } = row.risk;
  const linked = new Set(controls.map(({ id }) => id));
  const suggested = (row.threat?.finding.controls ?? []).filter((id) => !linked.has(id));
  const link = (control: string, on: boolean): void => {
    report(commands.mitigate({ threat: row.id, control, on }));
    document.flush();
  };
  return (
    <section className={styles['part']} aria-label={words.controls}>
      <h4>{words.controls}</h4>
      {controls.length === 0 ? <p className={styles['hint']}>{words.controlsNone}</p> : null}
      <ul className={styles['chips']}>
        {controls.map(({ id, state, counts }) => (
          <li key={id} className={styles['chip']} data-counts={counts || undefined}>
            <button type="button" onClick={() => session.getState().showReview('controls', id)}>
              <bdi>{nameOf(id)}</bdi>
              <span className={styles['chipState']}>{register.controlStates[state ?? 'none']}</span>
            </button>
            {mayEdit ? (
              <button
                type="button"
                aria-label={say(words.unlink, { control: nameOf(id) })}
                title={say(words.unlink, { control: nameOf(id) })}
                onClick={() => link(id, false)}
              >
                <X size={12} aria-hidden />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {suggested.length === 0 || !mayEdit ? null : (
        <>
          <h5>{words.suggestedControls}</h5>
          <ul className={styles['chips']}>
            {suggested.map((id) => (
              <li key={id} className={styles['chip']}>
                <button
                  type="button"
                  aria-label={say(words.link, { control: nameOf(id) })}
                  onClick={() => link(id, true)}
                >
                  <Plus size={12} aria-hidden />
                  {nameOf(id)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div>
        <Button size="small" look="quiet" onClick={() => session.getState().showReview('controls')}>
          {words.controlsOpen}
        </Button>
      </div>
    </section>
  );
}
