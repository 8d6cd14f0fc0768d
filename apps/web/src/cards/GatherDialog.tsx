/** Choosing the card that another one is put together with. */
import type { WorkshopCard } from '@strideboard/model';
import { cards as words, say } from '@strideboard/words';
import { SearchDialog } from '../ui/SearchDialog.tsx';
import { useNameOf } from './LinkField.tsx';
import { short } from '../room/workshop/short-text.ts';
import type { CardCluster } from '../room/workshop/card-clusters.ts';

interface GatherDialogProps {
  readonly others: readonly CardCluster[];
  readonly onChoose: (into: WorkshopCard) => void;
  readonly onClose: () => void;
}

/** The list, searched by text and by what cards are about. */
export function GatherDialog({ others, onChoose, onClose }: GatherDialogProps) {
  const nameOf = useNameOf();
  const options = others.map(({ key, face, cards, on }) => ({
    id: key,
    label: short(face.text),
    keywords: [...cards.map(({ text }) => text), ...on.map(nameOf)].join(' '),
    face,
  }));
  return (
    <SearchDialog
      title={words.wall.gatherTitle}
      label={words.wall.searchCards}
      groups={[{ label: words.wall.gatherTitle, options }]}
      emptyText={words.write.empty}
      moreText={(count) => say(words.write.more, { count })}
      onChoose={({ face }) => onChoose(face)}
      onClose={onClose}
    />
  );
}
