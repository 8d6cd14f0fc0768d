/** Choosing the found threat that cards mean as well. */
import { cards as words, say } from '@strideboard/words';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { SearchDialog } from '../ui/SearchDialog.tsx';
import type { SearchOption } from '../ui/search-groups.ts';
import { useNameOf } from './LinkField.tsx';

interface JoinDialogProps {
  /** What the cards are about: threats about the same come first. */
  readonly on: readonly string[];
  readonly onChoose: (threat: SearchOption) => void;
  readonly onClose: () => void;
}

/** The list. */
export function JoinDialog({ on, onChoose, onClose }: JoinDialogProps) {
  const nameOf = useNameOf();
  const threats = useAnalysis((state) => state.threats);
  const isAbout = (subjects: readonly string[]): boolean => subjects.some((id) => on.includes(id));
  const options = [...threats]
    .sort((a, b) => Number(isAbout(b.finding.subjects)) - Number(isAbout(a.finding.subjects)))
    .map(({ finding: { id, title, subjects, rule } }) => ({
      id,
      label: title,
      keywords: [rule, ...subjects.map(nameOf)].join(' '),
    }));
  return (
    <SearchDialog
      title={words.wall.sameTitle}
      label={words.write.search}
      groups={[{ label: words.wall.sameTitle, options }]}
      emptyText={words.write.empty}
      moreText={(count) => say(words.write.more, { count })}
      onChoose={onChoose}
      onClose={onClose}
    />
  );
}
