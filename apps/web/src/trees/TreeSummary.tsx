/** What there is to know about a whole attack tree: easiest uncovered ways, what it takes for given, what its signs mean. */
import { type AttackPath, LEAF_STATES, type TreeResult } from '@strideboard/stride';
import { say, trees as words } from '@strideboard/words';
import { GateSign, StateSign } from './StateSign.tsx';
import styles from './TreeSummary.module.css';

interface TreeSummaryProps {
  readonly result: TreeResult;
  /** The way that is marked in the tree. */
  readonly path: AttackPath | null;
  readonly onPath: (path: AttackPath | null) => void;
}

/** The summary. */
export function TreeSummary({ result, path, onPath }: TreeSummaryProps) {
  const { easiest, assumptions, steps } = result;
  return (
    <section className={styles['summary']} aria-label={words.summary}>
      {easiest.length === 0 ? null : (
        <>
          <h4>{words.easiest.title}</h4>
          <p className={styles['quiet']}>{words.easiest.note}</p>
          <ol className={styles['paths']}>
            {easiest.map((one) => {
              const isMarked = path !== null && isSame(path, one);
              return (
                <li key={one.nodes.join(' ')}>
                  <button type="button" aria-pressed={isMarked} onClick={() => onPath(isMarked ? null : one)}>
                    {one.leaves.map((id) => {
                      const step = steps.get(id);
                      return (
                        <span key={id} className={styles['step']}>
                          <StateSign state={step?.light?.state ?? 'none'} />
                          <span>{step?.label}</span>
                        </span>
                      );
                    })}
                    <span className={styles['quiet']}>{costText(one)}</span>
                  </button>
                </li>
              );
            })}
          </ol>
        </>
      )}
      {assumptions.length === 0 ? null : (
        <>
          <h4>{words.assumptions}</h4>
          <ul className={styles['assumptions']}>
            {assumptions.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      <h4>{words.legend}</h4>
      <ul className={styles['legend']}>
        <li>
          <GateSign isAnd /> {words.kinds.and}
        </li>
        <li>
          <GateSign isAnd={false} /> {words.kinds.or}
        </li>
        {LEAF_STATES.map((state) => (
          <li key={state} data-state={state}>
            <StateSign state={state} /> {words.states[state]}
          </li>
        ))}
      </ul>
    </section>
  );
}

const isSame = (a: AttackPath, b: AttackPath): boolean => a.nodes.join(' ') === b.nodes.join(' ');

function costText({ shut, open, leaves }: AttackPath): string {
  const { easiest, spoken } = words;
  const parts = [
    shut === 0 ? null : say(easiest.shut, { count: shut }),
    open === 0 ? null : say(easiest.open, { count: open }),
  ].filter((part) => part !== null);
  return [say(easiest.steps, { count: leaves.length }), ...(parts.length === 0 ? [easiest.allLit] : parts)].join(
    spoken.comma,
  );
}
