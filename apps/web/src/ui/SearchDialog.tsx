/** A list to search and choose from, over the page. */
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './SearchDialog.module.css';
import { SearchList } from './SearchList.tsx';
import type { SearchGroup, SearchOption } from './search-groups.ts';

interface SearchDialogProps<Option extends SearchOption> {
  /** Accessible name of the dialog, shown above the list. */
  readonly title: string;
  /** Accessible name and placeholder of the search field. */
  readonly label: string;
  readonly groups: readonly SearchGroup<Option>[];
  readonly emptyText: string;
  /** What stands below when not all are shown. */
  readonly moreText?: (count: number) => string;
  /** What stands at the end of an option's line. */
  readonly detail?: (option: Option) => string;
  /** Called once the dialog is closed. */
  readonly onChoose: (option: Option) => void;
  readonly onClose: () => void;
}

/** Opens when mounted; unmount it to close. The focus returns to where it was. */
export function SearchDialog<Option extends SearchOption>(props: SearchDialogProps<Option>) {
  const { title, label, groups, emptyText, moreText, detail, onChoose, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  const choose = (option: Option): void => {
    // Closed first: what is done may need the focus.
    dialog.current?.close();
    onClose();
    onChoose(option);
  };
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 className={styles['title']}>{title}</h2>
      <SearchList
        label={label}
        groups={groups}
        emptyText={emptyText}
        {...(moreText === undefined ? {} : { moreText })}
        detail={(option): ReactNode => {
          const text = detail?.(option) ?? '';
          return text === '' ? null : <span className={styles['detail']}>{text}</span>;
        }}
        onChoose={choose}
        onClose={onClose}
      />
    </dialog>
  );
}
