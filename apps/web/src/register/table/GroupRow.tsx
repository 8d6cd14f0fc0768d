/** The heading of rows that belong together, with their count. */
// biome-ignore-all lint/a11y/useSemanticElements: lines are placed one by one, and elements of a table lose their roles with their display
// biome-ignore-all lint/a11y/useFocusableInteractive: the line has the keyboard, not its cells
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys act on the whole table
// biome-ignore-all lint/a11y/noNoninteractiveElementInteractions: a click on the box is none on the line
import type { SubjectId } from '@strideboard/model';
import { register as words, say } from '@strideboard/words';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useAnalysis } from '../../analysis/use-analysis.ts';
import { useWords } from '../../session/words.ts';
import { useSubjectNames } from '../../ui/use-subject-names.ts';
import type { Line } from '../views/group-rows.ts';
import type { Grouping } from '../views/view-settings.ts';
import type { LineProps } from './line-props.ts';
import styles from './RegisterTable.module.css';

interface GroupRowProps extends LineProps {
  readonly line: Extract<Line, { readonly kind: 'group' }>;
  readonly group: Grouping;
  readonly isSelected: boolean;
  readonly onFold: () => void;
}

/** The heading; Enter and the arrows to the sides fold it. */
export function GroupRow({ line, group, place, columns, isSelected, onActivate, onToggle, onFold }: GroupRowProps) {
  const name = useGroupName(group, line.value);
  return (
    <div
      role="row"
      tabIndex={place.isActive ? 0 : -1}
      data-line={line.key}
      aria-level={1}
      aria-rowindex={place.index + 2}
      aria-expanded={line.isOpen}
      aria-selected={isSelected}
      className={styles['groupRow']}
      style={{ transform: `translateY(${String(place.top)}px)` }}
      onFocus={() => onActivate(null)}
      onClick={onFold}
    >
      <div role="gridcell" aria-colindex={1} className={styles['select']}>
        <label onClick={(event) => event.stopPropagation()}>
          <input type="checkbox" tabIndex={-1} checked={isSelected} onChange={onToggle} />
          <span className="visually-hidden">{say(words.grid.select, { title: name })}</span>
        </label>
      </div>
      <div role="rowheader" aria-colindex={2} aria-colspan={columns.length + 1} className={styles['groupName']}>
        {line.isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
        <bdi>{name}</bdi>
        <span className={styles['groupCount']}>{say(words.grid.groupCount, { count: line.rows.length })}</span>
      </div>
    </div>
  );
}

function useGroupName(group: Grouping, value: string): string {
  const { common } = useWords();
  const names = useSubjectNames();
  const rules = useAnalysis((state) => state.names.rules);
  if (group === 'none') return '';
  if (value === '') return words.groupNothing[group];
  switch (group) {
    case 'rule':
      return Object.hasOwn(rules, value) ? `${value} · ${rules[value] ?? ''}` : value;
    case 'element':
      return names.name(value as SubjectId) ?? common.unnamed; // groups by element have ids of subjects
    case 'letter':
      return `${value} · ${common.letters[value as keyof typeof common.letters]}`; // groups by letter have letters
    case 'state':
      return common.states[value as keyof typeof common.states]; // groups by state have states
    case 'party':
      return value === 'none' ? words.groupNothing.party : words.parties[value as keyof typeof words.parties]; // groups by party have parties
    default:
      return value;
  }
}
