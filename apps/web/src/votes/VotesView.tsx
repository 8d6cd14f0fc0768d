/** The ballot: my dots while it is open, the result once it is closed; facilitators open and close it. */
import { say, votes as words } from '@strideboard/words';
import { useId, useState } from 'react';
import { useRegisterRows } from '../analysis/use-register-rows.ts';
import { silentRound } from '../room/workshop/phases.ts';
import { useRole, useWorkshop } from '../room/workshop/use-workshop.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { BallotForm } from './BallotForm.tsx';
import { BallotResult } from './BallotResult.tsx';
import { OpenBallot } from './OpenBallot.tsx';
import { DotBoxContext, useDotBox } from './use-dots.ts';
import styles from './Votes.module.css';

/** The view. */
export function VotesView() {
  const box = useDotBox();
  const isSilent = useWorkshop((workshop) => silentRound(workshop) !== null);
  const rows = useRegisterRows();
  if (isSilent) return <p className={styles['note']}>{words.silent}</p>;
  if (rows === null) return <p className={styles['note']}>{words.loading}</p>;
  return (
    <DotBoxContext value={box}>
      <div className={styles['view']}>
        <Ballots rows={rows} />
      </div>
    </DotBoxContext>
  );
}

function Ballots({ rows }: { readonly rows: NonNullable<ReturnType<typeof useRegisterRows>> }) {
  const leads = useRole() === 'facilitate';
  const ballots = useWorkshop((workshop) => workshop.ballots);
  const [isNew, setNew] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  const last = ballots.at(-1);
  const isOpen = last?.state === 'open';
  if (leads && !isOpen && (isNew || last === undefined))
    return (
      <BallotForm
        rows={rows}
        onDone={() => {
          setNew(false);
          setPicked(null);
        }}
        {...(last === undefined ? {} : { onCancel: () => setNew(false) })}
      />
    );
  if (last === undefined) return <EmptyState title={words.none.title} text={words.none.text} />;
  if (last.state === 'open') return <OpenBallot key={last.id} ballot={last} rows={rows} leads={leads} />;
  const shown = ballots.find(({ id, state }) => id === picked && state === 'closed') ?? last;
  return (
    <>
      <BallotResult key={shown.id} ballot={shown} rows={rows} leads={leads} isLast={shown === last}>
        {leads ? <Button onClick={() => setNew(true)}>{words.result.fresh}</Button> : null}
      </BallotResult>
      {ballots.length > 1 ? <Earlier ballots={ballots} shown={shown.id} onPick={setPicked} /> : null}
    </>
  );
}

interface EarlierProps {
  readonly ballots: readonly { readonly id: string; readonly what: string }[];
  readonly shown: string;
  readonly onPick: (id: string) => void;
}

function Earlier({ ballots, shown, onPick }: EarlierProps) {
  const id = useId();
  return (
    <p className={styles['earlier']}>
      <label htmlFor={id}>{words.result.earlier}</label>
      <select id={id} value={shown} onChange={({ target }) => onPick(target.value)}>
        {ballots.map((ballot, at) => (
          <option key={ballot.id} value={ballot.id}>
            {say(words.result.pickNamed, { number: at + 1, question: ballot.what.slice(0, 80) })}
          </option>
        ))}
      </select>
    </p>
  );
}
