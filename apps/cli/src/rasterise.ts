/** Draws images on the command line, with the letters of the board. */

import { createRequire } from 'node:module';
import type { Rasterise } from '@strideboard/formats';

const require = createRequire(import.meta.url);

/** What draws images; `null` where there is no build of the library for this machine. */
export async function loadRasteriser(): Promise<Rasterise | null> {
  try {
    const { Resvg } = await import('@resvg/resvg-js');
    // Labels in scripts that Inter does not have are drawn with what the machine has.
    const font = { fontFiles: fontFiles(), loadSystemFonts: true, defaultFontFamily: 'Inter' };
    return (svg, size) => Promise.resolve(new Uint8Array(new Resvg(withSize(svg, size), { font }).render().asPng()));
  } catch {
    return null;
  }
}

/** Regular, and what headings and counts use. */
const fontFiles = (): string[] => [
  require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  require.resolve('@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf'),
  require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
];

/** The drawing scaled to exactly this size, px. */
const withSize = (svg: string, { width, height }: { readonly width: number; readonly height: number }): string =>
  svg.replace(
    /(<svg[^>]*?\s)width="[\d.]+"([^>]*?\s)height="[\d.]+"/u,
    `$1width="${width}"$2height="${height}" preserveAspectRatio="none"`,
  );
