/** What an element is: its stencil or boundary kind, changed through a searchable list. */
import type { Element } from '@strideboard/model';
import { ChevronDown } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useMayEdit, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Glyph } from '../ui/Glyph.tsx';
import { SearchList } from '../ui/SearchList.tsx';
import { useReport } from '../ui/use-report.ts';
import styles from './KindField.module.css';
import { currentKind, kindOptions } from './kind-options.ts';

/** A button that shows the kind and opens the list. */
export function KindField({ element }: { readonly element: Element }) {
  const words = useWords();
  const { panels, common } = words;
  const { pack, commands } = useRoom();
  const report = useReport();
  const mayEdit = useMayEdit();
  const labelId = useId();
  const valueId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const type = pack.stencil(element.type) ?? pack.boundaryKind(element.type);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className={styles['field']}>
      <span id={labelId} className={styles['label']}>
        {panels.kind.label}
      </span>
      <button
        ref={button}
        type="button"
        className={styles['button']}
        aria-labelledby={`${labelId} ${valueId}`}
        aria-expanded={open}
        disabled={!mayEdit || element.kind === 'ref'}
        onClick={() => setOpen(!open)}
      >
        <Glyph name={type?.icon ?? ''} kind={element.kind} />
        <span id={valueId} className={styles['value']}>
          {type?.label ?? common.kinds[element.kind]}
        </span>
        <ChevronDown size={14} aria-hidden />
      </button>
      {open ? (
        <SearchList
          label={panels.kind.search}
          emptyText={panels.kind.none}
          groups={kindOptions({ pack, element, words })}
          current={currentKind(element)}
          icon={(option) => <Glyph name={option.icon} kind={option.kind} />}
          onChoose={(option) => {
            if (option.id !== currentKind(element)) {
              const { kind, type } = option;
              const style = kind === 'boundary' ? { style: pack.boundaryKind(type)?.style ?? 'trust' } : {};
              report(commands.setType({ id: element.id, kind, type, ...style }));
            }
            close();
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}
