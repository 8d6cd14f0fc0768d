/** What can be exported, as objects that can be listed. Each loads what it needs only when it is used. */
import type { ExportId } from '@strideboard/formats';

/** Rooms of the dialog, in their order. */
export const EXPORT_SECTIONS = ['pictures', 'reports', 'lists', 'tools', 'data'] as const;
/** One of {@link EXPORT_SECTIONS}. */
export type ExportSection = (typeof EXPORT_SECTIONS)[number];

/** One format of the dialog. */
export interface Exporter {
  readonly id: ExportId;
  readonly section: ExportSection;
  /** Needs the threats: cannot be made before the analysis has answered. */
  readonly judged: boolean;
}

/** How far an export is. */
export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'made'; readonly file: string; readonly losses: readonly string[] }
  | { readonly kind: 'failed'; readonly reason: string };
