/** A set of controls held against the board: what is missing first, by the open threats it would help against. */
import { CONTROL_SETS } from '@strideboard/packs';
import { type GapSet, listGaps } from '@strideboard/stride';
import { proof as words, say } from '@strideboard/words';
import { useState } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { Fold } from '../ui/Fold.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import styles from './GapList.module.css';
import { StateMark } from './StateMark.tsx';
import type { Proof } from './use-proof.ts';

interface GapListProps {
  readonly proof: Proof;
  readonly onOpen: (control: string) => void;
}

const SETS: readonly GapSet[] = [...CONTROL_SETS, 'own'];

/** The list. */
export function GapList({ proof, onOpen }: GapListProps) {
  const threats = useAnalysis((state) => state.threats);
  const written = useAnalysis((state) => state.written);
  const [set, setSet] = useState<GapSet>('baseline');
  const { applied, mitigations } = proof.model;
  const { gaps, inPlace } = listGaps(set, proof.controls, { applied, mitigations, threats, written });
  return (
    <>
      <div className={styles['head']}>
        <Segmented
          label={words.gaps.set}
          value={set}
          options={SETS.map((value) => ({ value, label: value === 'own' ? words.gaps.own : words.sets[value] }))}
          onChange={setSet}
        />
        <p role="status">{say(words.gaps.summary, { inPlace: inPlace.length, count: inPlace.length + gaps.length })}</p>
      </div>
      {gaps.length > 0 ? null : (
        <p className={styles['done']}>{set === 'own' && inPlace.length === 0 ? words.gaps.noneOwn : words.gaps.done}</p>
      )}
      <ul className={styles['list']} aria-label={words.gaps.about}>
        {gaps.map(({ control, state, open }) => (
          <li key={control.id}>
            <button type="button" onClick={() => onOpen(control.id)}>
              {control.title}
            </button>
            <span className={styles['facts']}>
              <span data-open={open > 0}>
                {open === 0 ? words.gaps.nothingOpen : say(words.gaps.open, { count: open })}
              </span>
              {state === null ? (
                <span>{words.gaps.notApplied}</span>
              ) : (
                <StateMark state={state} text={words.states[state]} />
              )}
            </span>
          </li>
        ))}
      </ul>
      <Fold title={words.gaps.inPlace} count={inPlace.length}>
        {() => (
          <ul className={styles['list']}>
            {inPlace.map(({ id, title }) => (
              <li key={id}>
                <button type="button" onClick={() => onOpen(id)}>
                  {title}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Fold>
    </>
  );
}
