/** Everything about one threat, to be read and changed in place. */
import type { ThreatId } from '@strideboard/model';
import type { RegisterRow } from '@strideboard/stride';
import { register as words } from '@strideboard/words';
import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useMayEdit } from '../../room/use-room.ts';
import { useSessionStore } from '../../session/use-session.ts';
import { useWords } from '../../session/words.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { CardSources } from '../../ui/CardSources.tsx';
import { FactLine } from '../../ui/FactLine.tsx';
import { SeverityBadge } from '../../ui/SeverityBadge.tsx';
import { SubjectLink } from '../../ui/SubjectLink.tsx';
import { useSentences } from '../../ui/use-sentences.ts';
import { ControlLinks } from './ControlLinks.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import { HistoryList } from './HistoryList.tsx';
import { PlanFields } from './PlanFields.tsx';
import { RiskFields } from './RiskFields.tsx';
import styles from './ThreatDetail.module.css';

interface ThreatDetailProps {
  /** `null`: it is gone. */
  readonly row: RegisterRow | null;
  readonly id: ThreatId;
  /** A number that grows each time the keyboard is asked for. */
  readonly wanted: number;
  /** Fields of a written threat, where it is one. */
  readonly written: React.ReactNode;
  readonly onClose: () => void;
}

/** The panel. Escape leaves a field first, then the panel. */
export function ThreatDetail({ row, id, wanted, written, onClose }: ThreatDetailProps) {
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (wanted === 0) return;
    const first = panel.current?.querySelector<HTMLElement>('[data-start]:not(:disabled)') ?? heading.current;
    first?.focus();
  }, [wanted]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    const isField = event.target instanceof HTMLElement && event.target.matches('input:not([type=radio]), textarea');
    if (isField) heading.current?.focus();
    else onClose();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: Escape closes the panel, wherever the focus is in it
    <section ref={panel} className={styles['panel']} aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <header className={styles['head']}>
        <h3 id={titleId} ref={heading} tabIndex={-1}>
          <bdi>{row === null ? words.detail.label : row.title === '' ? words.unnamed : row.title}</bdi>
        </h3>
        <IconButton label={words.detail.close} onClick={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      {row === null ? (
        <p className={styles['gone']} role="status">
          {words.gone}
        </p>
      ) : (
        <div key={id} className={styles['body']}>
          <Marks row={row} />
          <DecisionForm row={row} />
          <RiskFields row={row} />
          <PlanFields row={row} />
          <ControlLinks row={row} />
          {written}
          <CardSources id={row.id} isFound={row.threat !== null} />
          {row.threat === null ? null : <Because row={row} />}
          <HistoryList id={row.id} />
        </div>
      )}
    </section>
  );
}

function Marks({ row }: { readonly row: RegisterRow }) {
  const { common } = useWords();
  return (
    <div className={styles['marks']}>
      {row.severity === null ? null : <SeverityBadge level={row.severity} text={common.severities[row.severity]} />}
      {row.letters.map((letter) => (
        <abbr key={letter} title={common.letters[letter]}>
          {letter}
        </abbr>
      ))}
      <span className={styles['id']}>{row.threat?.finding.rule ?? words.origins.hand}</span>
      <span className={styles['about']}>
        {row.subjects.length === 0
          ? words.whole
          : row.subjects.map((subject) => <SubjectLink key={subject} id={subject} />)}
      </span>
    </div>
  );
}

function Because({ row }: { readonly row: RegisterRow }) {
  const session = useSessionStore();
  const mayEdit = useMayEdit();
  const [first = null] = row.subjects;
  const context = useSentences(first);
  const facts = row.threat?.finding.because ?? [];
  return (
    <div className={styles['part']}>
      <h4>{words.detail.description}</h4>
      <p className={styles['prose']}>{row.description}</p>
      {facts.length === 0 ? null : (
        <>
          <h5>{words.detail.because}</h5>
          <ul className={styles['facts']}>
            {facts.map((fact) => (
              <li key={JSON.stringify(fact)}>
                <FactLine fact={fact} context={context} full={mayEdit} />
              </li>
            ))}
          </ul>
        </>
      )}
      {row.subjects.length === 0 ? null : (
        <Button
          size="small"
          look="quiet"
          onClick={() => {
            session.getState().show(row.subjects);
            session.getState().showTab('threats');
          }}
        >
          {words.detail.facts}
        </Button>
      )}
    </div>
  );
}
