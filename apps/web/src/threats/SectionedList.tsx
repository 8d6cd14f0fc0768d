/** The list of threats under headings, each with its count; the first headings stand open. */
import type { SubjectId } from '@strideboard/model';
import type { Threat } from '@strideboard/stride';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useWords } from '../session/words.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { Fold } from '../ui/Fold.tsx';
import { type Sectioning, sectionThreats, type ThreatSection } from './section-threats.ts';
import styles from './ThreatsTab.module.css';
import { ThreatList } from './ThreatList.tsx';

/** How many headings begin open. */
const OPEN_AT_FIRST = 3;

interface SectionedListProps {
  readonly threats: readonly Threat[];
  readonly by: Exclude<Sectioning, 'rule'>;
  readonly onOpen: (threat: Threat) => void;
}

/** Give it a key per selection and way of dividing. */
export function SectionedList({ threats, by, onOpen }: SectionedListProps) {
  const names = useAnalysis((state) => state.names);
  const title = useSectionTitle(by);
  const sections = sectionThreats(threats, by, (technique) => names.techniques[technique]?.tactics ?? []);
  return (
    <div className={styles['sections']}>
      {sections.map((section, at) => (
        <Fold key={section.key} title={title(section)} count={section.threats.length} startOpen={at < OPEN_AT_FIRST}>
          {() => (
            <ThreatList label={title(section)} threats={section.threats} grouped={by !== 'element'} onOpen={onOpen} />
          )}
        </Fold>
      ))}
    </div>
  );
}

function useSectionTitle(by: Exclude<Sectioning, 'rule'>): (section: ThreatSection) => string {
  const { panels, common } = useWords();
  const subjects = useSubjectNames();
  const names = useAnalysis((state) => state.names);
  const letters: Readonly<Record<string, string>> = common.letters;
  const severities: Readonly<Record<string, string>> = common.severities;
  const { ungrouped } = panels.threats;
  return ({ key }) => {
    switch (by) {
      case 'element':
        return key === '' ? panels.threats.model : (subjects.name(key as SubjectId) ?? common.unnamed); // only looked up
      case 'letter':
        return letters[key] ?? key;
      case 'severity':
        return severities[key] ?? key;
      case 'class':
        return key === '' ? ungrouped.class : (names.classes[key] ?? key);
      case 'tactic':
        return key === '' ? ungrouped.tactic : (names.tactics[key] ?? key);
      case 'technique': {
        const known = names.techniques[key];
        return key === '' ? ungrouped.technique : known === undefined ? key : `${key} ${known.title}`;
      }
    }
  };
}
