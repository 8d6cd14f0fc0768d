/** Threats that a control answers, each with its risk before and after; linking is one key for both sides. */
import type { ListedControl, RegisterRow } from '@strideboard/stride';
import { residualWith } from '@strideboard/stride';
import { proof as words, say } from '@strideboard/words';
import { Link2, X } from 'lucide-react';
import { useState } from 'react';
import { useMayEdit } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { SearchDialog } from '../ui/SearchDialog.tsx';
import styles from './ControlRow.module.css';
import type { ControlActions } from './use-control-actions.ts';
import type { Proof } from './use-proof.ts';

interface AnsweredThreatsProps {
  readonly control: ListedControl;
  readonly proof: Proof;
  readonly actions: ControlActions;
}

/** The list and the ways to add to it. */
export function AnsweredThreats({ control, proof, actions }: AnsweredThreatsProps) {
  const mayEdit = useMayEdit();
  const session = useSessionStore();
  const [isChoosing, setChoosing] = useState(false);
  const { id } = control;
  const { mitigations } = proof.model;
  const linked = mitigations.filter((link) => link.control === id).map(({ threat }) => threat);
  const fitting = [...proof.threats.values()].filter((row) => helps(control, row) && !linked.includes(row.id));
  return (
    <section className={styles['part']} aria-label={words.threats.heading}>
      <h4>{words.threats.heading}</h4>
      {linked.length === 0 ? <p className={styles['hint']}>{words.threats.none}</p> : null}
      <ul className={styles['items']}>
        {linked.map((threat) => {
          const row = proof.threats.get(threat);
          const title = row?.title ?? threat;
          return (
            <li key={threat}>
              <button
                type="button"
                className={styles['go']}
                aria-label={say(words.threats.open, { threat: title })}
                onClick={() => session.getState().showReview('register', threat)}
              >
                {title}
              </button>
              <span className={styles['effect']}>
                {row === undefined ? words.threats.gone : riskText(row, control)}
              </span>
              {mayEdit ? (
                <IconButton
                  label={say(words.threats.unlink, { threat: title })}
                  onClick={() => actions.link(id, [threat], false)}
                >
                  <X size={14} aria-hidden />
                </IconButton>
              ) : null}
            </li>
          );
        })}
      </ul>
      {mayEdit ? (
        <div className={styles['adders']}>
          {fitting.length === 0 ? null : (
            <Button
              size="small"
              onClick={() =>
                actions.link(
                  id,
                  fitting.map((row) => row.id),
                  true,
                )
              }
            >
              {say(words.threats.linkAll, { count: fitting.length })}
            </Button>
          )}
          <Button
            size="small"
            icon={<Link2 size={13} aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => setChoosing(true)}
          >
            {words.threats.link}
          </Button>
        </div>
      ) : null}
      {isChoosing ? (
        <SearchDialog
          title={words.threats.choose}
          label={words.threats.search}
          groups={[
            { label: words.threats.helps, options: fitting.map(optionOf) },
            {
              label: words.threats.others,
              options: [...proof.threats.values()]
                .filter((row) => !linked.includes(row.id) && !fitting.includes(row))
                .map(optionOf),
            },
          ]}
          emptyText={words.threats.empty}
          moreText={(count) => say(words.threats.more, { count })}
          onChoose={({ id: threat }) => actions.link(id, [threat], true)}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </section>
  );
}

const optionOf = (row: RegisterRow) => ({ id: row.id as string, label: row.title });

/** By what the rule proposes first, or by what the pack says of the control. */
const helps = ({ id, rules }: ListedControl, { threat }: RegisterRow): boolean =>
  threat !== null && (rules.includes(threat.finding.rule) || threat.finding.controls.includes(id));

function riskText({ risk }: RegisterRow, { id, strength }: ListedControl): string {
  const { inherent, residual } = risk;
  if (inherent === null || residual === null) return words.threats.unscored;
  const counts = risk.controls.some((control) => control.id === id && control.counts);
  const after = residualWith(risk, id, strength);
  return counts || after === null || after === residual
    ? say(words.threats.risk, { inherent, residual })
    : say(words.threats.riskWith, { residual, after });
}
