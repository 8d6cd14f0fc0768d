/** Cards to begin with: the empty board and every template of the pack, each with what is in it. */
import { EMPTY_MODEL, type Model } from '@strideboard/model';
import { say } from '@strideboard/words';
import { useStartWords } from './start-words.ts';
import { useTemplates } from './use-templates.ts';
import styles from './TemplateGallery.module.css';

interface TemplateGalleryProps {
  readonly disabled: boolean;
  /** Offers templates only. */
  readonly withoutEmpty?: boolean;
  /** Called with how to load the content and the title to fall back on. */
  readonly onChoose: (load: () => Promise<Model>, title: string) => void;
}

/** The gallery. */
export function TemplateGallery({ disabled, withoutEmpty = false, onChoose }: TemplateGalleryProps) {
  const start = useStartWords();
  const templates = useTemplates();
  return (
    <ul className={styles['gallery']} aria-label={start.templates}>
      {withoutEmpty ? null : (
        <li>
          <button
            type="button"
            className={styles['card']}
            disabled={disabled}
            onClick={() => onChoose(() => Promise.resolve(EMPTY_MODEL), start.nameDefault)}
          >
            <span className={`${styles['picture'] ?? ''} ${styles['blank'] ?? ''}`} aria-hidden="true" />
            <span className={styles['title']}>{start.empty}</span>
            <span className={styles['summary']}>{start.emptySummary}</span>
          </button>
        </li>
      )}
      {templates.map((template) => (
        <li key={template.id}>
          <button
            type="button"
            className={styles['card']}
            disabled={disabled}
            onClick={() => onChoose(template.load, template.title)}
          >
            <TemplatePicture boxes={template.preview} />
            <span className={styles['title']}>{template.title}</span>
            <span className={styles['summary']}>{template.summary}</span>
            <span className={styles['counts']}>{say(start.counts, template.counts)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface PreviewBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly kind: string;
  readonly colour?: string;
  readonly style?: string;
}

/** A thumbnail of the drawing: boundaries as outlines in the colours of their kinds, elements as blocks. Decorative. */
function TemplatePicture({ boxes }: { readonly boxes: readonly PreviewBox[] }) {
  const right = Math.max(1, ...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(1, ...boxes.map((box) => box.y + box.height));
  const left = Math.min(0, ...boxes.map((box) => box.x));
  const top = Math.min(0, ...boxes.map((box) => box.y));
  return (
    <svg
      className={styles['picture']}
      viewBox={`${left - 20} ${top - 20} ${right - left + 40} ${bottom - top + 40}`}
      aria-hidden="true"
      focusable="false"
    >
      {boxes.map((box, at) => (
        <rect
          // A preview never changes, so the place in the list is its identity.
          key={`${at}`}
          x={box.x}
          y={box.y}
          width={box.width}
          height={box.height}
          rx={box.kind === 'process' ? box.height / 2 : box.kind === 'boundary' ? 14 : 0}
          // Of a store only the lines above and below are drawn.
          strokeDasharray={box.kind === 'store' ? `${box.width} ${box.height}` : undefined}
          className={styles[box.kind] ?? styles['process']}
          data-colour={box.colour}
          data-style={box.style}
        />
      ))}
    </svg>
  );
}
