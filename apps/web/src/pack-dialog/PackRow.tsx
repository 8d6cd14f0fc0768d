/** One pack of the board: what it is called, what it holds, and whether this browser has it. */
import type { PackBase } from '@strideboard/packs';
import { packs, say } from '@strideboard/words';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import type { PacksInUse } from '../packs/packs-in-use.ts';
import { ForgetPack } from './ForgetPack.tsx';
import { packName } from './place-pack.ts';
import { PackProblems } from './PackProblems.tsx';
import styles from './PacksDialog.module.css';

interface PackRowProps {
  readonly named: readonly [id: string, version: string];
  readonly inUse: PacksInUse;
  /** Asks for the file of this pack. */
  readonly onLoad: () => void;
  /** Takes it off the board; `null` for who may not. */
  readonly onRemove: ((name: string) => void) | null;
  /** Takes it out of this browser. */
  readonly onForget: (name: string) => void;
}

/** The row. */
export function PackRow({ named, inUse, onLoad, onRemove, onForget }: PackRowProps) {
  const [asking, setAsking] = useState(false);
  const words = packs.board;
  const [id, version] = named;
  const used = inUse.additions.find(({ board }) => board.id === id && board.version === version);
  const unfit = inUse.unfit.find((one) => one.id === id && one.version === version);
  const missing = inUse.missing.find((one) => one.id === id && one.version === version);
  const isHere = used !== undefined || unfit !== undefined;
  const title = used?.board.title ?? unfit?.title ?? null;
  const name = title === null ? say(words.nameOnly, { id, version }) : packName({ id, version, title }, words);
  const state =
    used !== undefined
      ? say(words.holds, countsOf(used))
      : unfit !== undefined
        ? words.unfit
        : missing === undefined
          ? words.reading
          : missing.found === null
            ? words.missing
            : say(words.otherVersion, { found: missing.found });
  return (
    <li className={styles['row']} data-testid={`pack-${id}`}>
      <div className={styles['what']}>
        <strong>{name}</strong>
        <span data-missing={used === undefined || undefined}>{state}</span>
      </div>
      <div className={styles['actions']}>
        {used === undefined && (missing !== undefined || unfit !== undefined) ? (
          <Button size="small" aria-label={say(words.loadNamed, { pack: name })} onClick={onLoad}>
            {words.load}
          </Button>
        ) : null}
        {onRemove === null && !isHere ? null : (
          <Button
            size="small"
            aria-label={say(words.forgetNamed, { pack: name })}
            aria-expanded={asking}
            onClick={() => setAsking(!asking)}
          >
            {words.forget}
          </Button>
        )}
      </div>
      {asking ? (
        <ForgetPack
          name={name}
          onRemove={onRemove}
          onForget={isHere ? onForget : null}
          onCancel={() => setAsking(false)}
        />
      ) : null}
      {unfit === undefined ? null : unfit.problems.length === 0 ? (
        <p className={styles['why']}>{words.unreadable}</p>
      ) : (
        <div className={styles['why']}>
          <PackProblems problems={unfit.problems} />
        </div>
      )}
    </li>
  );
}

const countsOf = ({ board, judgement }: PackBase): Readonly<Record<'stencils' | 'rules' | 'controls', number>> => ({
  stencils: board.stencils.length + board.boundaries.length,
  rules: judgement.rules.length,
  controls: judgement.controls.length,
});
