/** The whole diagram as a picture, off-screen parts included. */
import type { SubjectId } from '@strideboard/model';
import type { BadgeCounts } from '@strideboard/render';
import { countBadges } from '@strideboard/stride';
import { say } from '@strideboard/words';
import type { Exported, ExportInput } from './exporter.ts';

/** A drawing that stays sharp; the same bytes for the same board. */
export async function makeSvg(input: ExportInput): Promise<Exported> {
  return { blob: new Blob([await drawing(input)], { type: 'image/svg+xml' }), losses: [] };
}

/** An image at double size, letters as on the screen. */
export async function makePng(input: ExportInput): Promise<Exported> {
  const { svgToPng } = await import('./svg-to-png.ts');
  const { blob, scale } = await svgToPng(await drawing(input));
  const smaller = input.words.panels.export.losses.pngSmaller;
  return { blob, losses: scale < 2 ? [say(smaller, { scale: scale.toFixed(2) })] : [] };
}

async function drawing({ model, pack, threats, questions, badges }: ExportInput): Promise<string> {
  const { createScene, renderSvg } = await import('@strideboard/render');
  const counts = new Map<string, BadgeCounts>();
  if (badges && threats !== null) {
    for (const [id, { questions: question, ...severities }] of countBadges(threats, questions) satisfies ReadonlyMap<
      SubjectId,
      unknown
    >)
      counts.set(id, { ...severities, question });
  }
  return renderSvg(createScene(model, pack), { title: model.meta.title, badges: counts });
}
