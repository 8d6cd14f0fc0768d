/** The fonts a drawing needs, put into the drawing itself: an image cannot use the fonts of the page around it. */

/** One file of a font family as the page's style sheets name it. */
export interface FontFace {
  readonly family: string;
  /** Absolute address of the file. */
  readonly url: string;
  readonly weight: string;
  /** As in CSS; empty = every character. */
  readonly range: string;
}

/** The files of a family, from the style sheets of the page. Sheets of other sites cannot be read and are passed over. */
export function pageFontFaces(family: string, sheets: Iterable<CSSStyleSheet>): readonly FontFace[] {
  const faces: FontFace[] = [];
  for (const sheet of sheets) {
    for (const rule of readableRules(sheet)) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const style = rule.style;
      const named = style.getPropertyValue('font-family').replace(/^["']|["']$/gu, '');
      const file = /url\(["']?([^"')]+)["']?\)/u.exec(style.getPropertyValue('src'))?.[1];
      if (named !== family || file === undefined) continue;
      faces.push({
        family,
        url: new URL(file, sheet.href ?? document.baseURI).href,
        weight: style.getPropertyValue('font-weight') || 'normal',
        range: style.getPropertyValue('unicode-range'),
      });
    }
  }
  return faces;
}

function readableRules(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    return []; // a sheet of another site
  }
}

/** Whether a CSS `unicode-range` holds any of the characters. An empty range holds all. */
export function rangeHolds(range: string, text: string): boolean {
  if (range.trim() === '') return text !== '';
  const spans = range.split(',').map((part) => {
    const [from = '', to] = part.trim().replace(/^U\+/iu, '').split('-');
    return [
      Number.parseInt(from.replace(/\?/gu, '0'), 16),
      Number.parseInt((to ?? from).replace(/\?/gu, 'f'), 16),
    ] as const;
  });
  return [...new Set(text)].some((character) => {
    const code = character.codePointAt(0) ?? 0;
    return spans.some(([from, to]) => code >= from && code <= to);
  });
}

/** The SVG with the font files its letters need inside; files that cannot be fetched are left out, and another font stands in. */
export async function withFonts(svg: string, faces: readonly FontFace[]): Promise<string> {
  const needed = faces.filter((face) => rangeHolds(face.range, svg));
  const rules = await Promise.all(needed.map(faceRule));
  return svg.replace(/<svg\b[^>]*>/u, (opening) => `${opening}<style>${rules.join('')}</style>`);
}

async function faceRule({ family, url, weight, range }: FontFace): Promise<string> {
  try {
    const response = await fetch(url);
    if (!response.ok) return '';
    const data = base64(new Uint8Array(await response.arrayBuffer()));
    const only = range === '' ? '' : `unicode-range:${range};`;
    return `@font-face{font-family:"${family}";font-weight:${weight};${only}src:url(data:font/woff2;base64,${data})}`;
  } catch {
    return ''; // offline and not kept by the browser
  }
}

const CHUNK = 0x8000;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
