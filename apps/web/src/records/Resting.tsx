/** Under an assumption: which threats rest on it, and which are open again because it broke. */
import type { SubjectId, TeamRecord, ThreatId } from '@strideboard/model';
import { createBrokenFinder, isDecided } from '@strideboard/stride';
import { records as words, say } from '@strideboard/words';
import { useId, useMemo, useState } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useModel } from '../room/use-room.ts';
import { Chips } from './AboutField.tsx';
import styles from './RecordRow.module.css';
import { useTargets } from './use-targets.ts';

/** At most this many are named at once. */
const NAMED = 30;

/** The line with its list; where nothing rests on it, that is said once the record is open. */
export function Resting({ record, isOpen }: { readonly record: TeamRecord; readonly isOpen: boolean }) {
  const find = useTargets();
  const listId = useId();
  const [isListed, setListed] = useState(false);
  const ids = useResting(record);
  const isBroken = record.state === 'broken';
  if (ids.length === 0) return isOpen && !isBroken ? <p className={styles['note']}>{words.restingNone}</p> : null;
  return (
    <div className={styles['resting']} data-broken={isBroken}>
      <button
        type="button"
        aria-expanded={isListed}
        aria-controls={isListed ? listId : undefined}
        onClick={() => setListed(!isListed)}
      >
        {say(isBroken ? words.restingOpen : words.resting, { count: ids.length })}
      </button>
      {isListed ? (
        <div id={listId}>
          <Chips about={ids.slice(0, NAMED)} find={find} />
          {ids.length > NAMED ? <p>{say(words.moreThreats, { count: ids.length - NAMED })}</p> : null}
        </div>
      ) : null}
    </div>
  );
}

/** Of a broken one the decided threats that are open again, else all threats that it would concern. */
function useResting(record: TeamRecord): readonly string[] {
  const threats = useAnalysis((state) => state.threats);
  const manual = useModel((model) => model.manual);
  const mitigations = useModel((model) => model.mitigations);
  const decisions = useModel((model) => model.decisions);
  return useMemo(() => {
    const isBroken = record.state === 'broken';
    const agreed = isBroken ? record.agreed : null;
    const find = createBrokenFinder({ records: [{ ...record, state: 'broken', agreed }], mitigations });
    const found = threats
      .filter(({ state, decision, standing, finding }) => {
        if (isBroken && !isDecided(state)) return false;
        const decidedAt = (standing === null ? decision?.at : standing.created?.at) ?? null;
        return find({ id: finding.id, subjects: finding.subjects, decidedAt }).length > 0;
      })
      .map(({ finding }): string => finding.id);
    const written = manual
      .map(({ id, on }) => ({ id: `manual~${id}`, on }))
      .filter(({ id, on }) => {
        const decision = Object.hasOwn(decisions, id) ? decisions[id as ThreatId] : undefined; // only looked up
        if (isBroken && !isDecided(decision?.state ?? 'open')) return false;
        return find({ id, subjects: on as readonly SubjectId[], decidedAt: decision?.at ?? null }).length > 0;
      })
      .map(({ id }) => id);
    return [...found, ...written];
  }, [record, threats, manual, mitigations, decisions]);
}
