/** The facilitator's buttons: on to the next phase, the checklist, and everything else in a menu. */
import { say, workshop as words } from '@strideboard/words';
import { Ellipsis, ListChecks } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../ui/Button.tsx';
import { Menu, type MenuItem, type MenuPlace } from '../ui/Menu.tsx';
import type { Standing } from './agenda-place.ts';
import styles from './WorkshopBar.module.css';

/** Where the workshop stands, and what its facilitator asks for. */
export interface LeadControlsProps {
  readonly standing: Standing;
  readonly goTo: (at: number) => void;
  readonly hasChecklist: boolean;
  readonly onChecklist: () => void;
  readonly onAgenda: () => void;
  readonly onEnd: () => void;
}

const MENU_GAP_PX = 4;

/** Shown to facilitators alone. */
export function LeadControls({ standing, goTo, hasChecklist, onChecklist, onAgenda, onEnd }: LeadControlsProps) {
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const { items, at } = standing;
  const nameAt = (place: number): string | null => {
    const phase = items[place]?.phase;
    return phase === undefined ? null : words.phases[phase];
  };
  const [next, after] = [nameAt(at + 1), nameAt(at + 2)];
  const choices: readonly MenuItem[] = [
    ...(next === null || after === null
      ? []
      : [{ id: 'skip', label: say(words.lead.skip, { phase: next, after }), run: () => goTo(at + 2) }]),
    { id: 'again', label: words.lead.again, run: () => goTo(at) },
    { id: 'agenda', label: words.lead.agenda, begins: true, run: onAgenda },
    { id: 'end', label: words.lead.end, danger: true, begins: true, run: onEnd },
  ];
  return (
    <div className={styles['lead']}>
      {next === null ? (
        <Button size="small" look="primary" onClick={onEnd}>
          {words.lead.end}
        </Button>
      ) : (
        <Button size="small" look="primary" onClick={() => goTo(at + 1)}>
          {say(words.lead.next, { phase: next })}
        </Button>
      )}
      <IconButton
        label={words.lead.checklist}
        aria-expanded={hasChecklist}
        className={styles['button']}
        onClick={onChecklist}
      >
        <ListChecks size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={words.lead.more}
        aria-haspopup="menu"
        aria-expanded={menu !== null}
        className={styles['button']}
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          setMenu({ x: left, y: bottom + MENU_GAP_PX });
        }}
      >
        <Ellipsis size={16} aria-hidden />
      </IconButton>
      {menu === null ? null : (
        <Menu label={words.lead.more} place={menu} items={choices} onClose={() => setMenu(null)} />
      )}
    </div>
  );
}
