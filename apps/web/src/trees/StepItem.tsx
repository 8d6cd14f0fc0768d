/** One step with what is unfolded below it. The tree moves the focus; chips and signs are in its name in words. */
import type { WayControl } from '@strideboard/stride';
import { say, trees as words } from '@strideboard/words';
import { ChevronRight, Shield, ShieldCheck } from 'lucide-react';
import { GateSign, StateSign } from './StateSign.tsx';
import styles from './StepItem.module.css';
import type { TreeRow } from './tree-rows.ts';
import { controlState, countText, isCovered, kindText, spokenRow } from './tree-text.ts';

interface StepItemProps {
  readonly row: TreeRow;
  readonly nameOf: (control: string) => string;
  /** Key of the row that takes the focus. */
  readonly active: string;
  readonly chosen: string | null;
  /** Ids of steps on the way that is marked. */
  readonly marked: ReadonlySet<string>;
  readonly onChoose: (row: TreeRow) => void;
  readonly onToggle: (row: TreeRow) => void;
}

/** The step, its way from above, and the rows below. */
export function StepItem(props: StepItemProps) {
  const { row, nameOf, active, chosen, marked, onChoose, onToggle } = props;
  const { step, way } = row;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys act on the tree, which moves the focus
    <div
      role="treeitem"
      tabIndex={row.key === active ? 0 : -1}
      aria-label={spokenRow(row, nameOf)}
      aria-level={row.level}
      aria-setsize={row.setSize}
      aria-posinset={row.position}
      aria-expanded={row.isOpen ?? undefined}
      aria-selected={row.key === chosen}
      className={styles['item']}
      data-key={row.key}
      data-cut={way?.isCut || undefined}
      onClick={(event) => {
        event.stopPropagation();
        onChoose(row);
      }}
    >
      <div className={styles['line']} data-top={way === null || undefined}>
        {way === null || way.controls.length === 0 ? null : <Chips controls={way.controls} nameOf={nameOf} />}
        <div
          className={styles['box']}
          data-kind={step.kind}
          data-state={step.light?.state}
          data-covered={isCovered(step) || undefined}
          data-chosen={row.key === chosen || undefined}
          data-marked={marked.has(step.id) || undefined}
        >
          <span className={styles['label']}>
            {row.isOpen === null ? null : (
              <span
                className={styles['twig']}
                data-open={row.isOpen}
                aria-hidden="true"
                onClick={(event) => {
                  event.stopPropagation();
                  onToggle(row);
                }}
              >
                <ChevronRight size={14} />
              </span>
            )}
            <span>{step.label || words.untitled}</span>
          </span>
          <Facts row={row} />
        </div>
      </div>
      {row.rows.length === 0 ? null : (
        // biome-ignore lint/a11y/useSemanticElements: rows below a tree item are a group of tree items, not of fields
        <div role="group" className={styles['below']}>
          {row.rows.map((child) => (
            <StepItem key={child.key} {...props} row={child} />
          ))}
          {row.hidden === 0 ? null : <div className={styles['hidden']}>{say(words.hidden, { count: row.hidden })}</div>}
        </div>
      )}
    </div>
  );
}

function Facts({ row: { step } }: Pick<StepItemProps, 'row'>) {
  const { light, paths, uses, kind } = step;
  const isGate = (kind === 'and' || kind === 'or' || kind === 'goals') && step.isWrittenOut;
  return (
    <span className={styles['facts']}>
      {isGate ? <GateSign isAnd={kind === 'and'} /> : null}
      {light === null ? <span>{kindText(step)}</span> : null}
      {light === null ? null : (
        <span className={styles['state']} data-state={light.state}>
          <StateSign state={light.state} />
          {words.states[light.state]}
          {light.threats.length === 0 ? null : ` · ${say(words.threats, { count: light.threats.length })}`}
        </span>
      )}
      {isCovered(step) ? (
        <span className={styles['covered']}>
          <ShieldCheck size={12} aria-hidden />
          {words.covered}
        </span>
      ) : light === null && paths.total > 0 ? (
        <span>{say(words.way, { uncovered: countText(paths.uncovered), total: countText(paths.total) })}</span>
      ) : null}
      {uses > 1 ? <span>{say(words.shared, { count: uses })}</span> : null}
      {light !== null && !step.isWrittenOut ? <span>{words.notWrittenOut}</span> : null}
    </span>
  );
}

function Chips({ controls, nameOf }: { readonly controls: readonly WayControl[] } & Pick<StepItemProps, 'nameOf'>) {
  return (
    <span className={styles['chips']}>
      {controls.map((control) => {
        const name = nameOf(control.id);
        const text = say(words.controls.line, { control: name, state: controlState(control) });
        return (
          <span key={control.id} className={styles['chip']} data-state={chipState(control)} title={text}>
            {control.counts ? <ShieldCheck size={12} aria-hidden /> : <Shield size={12} aria-hidden />}
            <span>{name}</span>
          </span>
        );
      })}
    </span>
  );
}

const chipState = ({ counts, state }: WayControl): string => (counts ? 'in-place' : (state ?? 'absent'));
