/** The agenda along the four questions, the present phase marked; facilitators go to another one from here. */
import { review, say, workshop as words } from '@strideboard/words';
import type { PhaseId } from '../room/workshop/phases.ts';
import { byQuestion, type Standing } from './agenda-place.ts';
import styles from './PhaseList.module.css';

interface PhaseListProps {
  readonly standing: Standing;
  /** `null` for those who do not lead. */
  readonly onGo: ((at: number) => void) | null;
}

/** The list; where there is little room, only the present phase has its name. */
export function PhaseList({ standing, onGo }: PhaseListProps) {
  return (
    <ol className={styles['questions']} aria-label={words.phasesLabel}>
      {byQuestion(standing.items).map(({ question, items }) => (
        <li key={items[0]?.at} className={styles['question']}>
          <span className="visually-hidden">{review.questions[question]}</span>
          <ol className={styles['phases']} title={review.questions[question]}>
            {items.map(({ phase, at }) => (
              <li key={at}>
                <Phase phase={phase} at={at} standing={standing} onGo={onGo} />
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

interface PhaseProps extends PhaseListProps {
  readonly phase: PhaseId;
  readonly at: number;
}

function Phase({ phase, at, standing, onGo }: PhaseProps) {
  const isPresent = at === standing.at;
  const look = {
    className: styles['phase'],
    'data-past': at < standing.at || undefined,
    'aria-current': isPresent ? ('step' as const) : undefined,
  };
  const name = words.phases[phase];
  const content = (
    <>
      <i className={styles['number']} aria-hidden="true">
        {at + 1}
      </i>
      <span className={styles['name']}>{name}</span>
    </>
  );
  if (onGo === null || isPresent)
    return (
      <span {...look} title={say(words.place, { at: at + 1, total: standing.items.length, phase: name })}>
        {content}
      </span>
    );
  return (
    <button
      type="button"
      {...look}
      aria-label={say(words.goTo, { phase: name })}
      title={say(words.goTo, { phase: name })}
      onClick={() => onGo(at)}
    >
      {content}
    </button>
  );
}
