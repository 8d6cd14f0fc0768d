/**
 * The report as one HTML file: no script, nothing fetched, every text escaped; it opens from disk, follows the reader's light or dark, and
 * prints. The page forbids itself everything it does not need.
 */

import { pageTheme, renderSvg, renderTree } from '@strideboard/render';
import type { Words } from '@strideboard/words';
import type {
  Block,
  Column,
  Drawing,
  Entry,
  ReportDocument,
  Section,
  Span,
  Table,
  Text,
  TreeDrawing,
} from '../report-document.ts';
import { escapeHtml } from './escape-html.ts';
import { pageStyle } from './page-style.ts';

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/** Writes the page. Ends with a newline. */
export function writeHtml(document: ReportDocument, words: Words): string {
  const { report } = words;
  const { language, title, kind, made, details, sections } = document;
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${escapeHtml(words.common.product)}">
<title>${escapeHtml(`${title} – ${kind}`)}</title>
<style>
${pageStyle(title, report.page)}</style>
</head>
<body>
<a class="skip" href="#report">${escapeHtml(report.skip)}</a>
<div class="page">
<header>
<p class="kind">${escapeHtml(kind)}</p>
<h1 dir="auto">${escapeHtml(title)}</h1>
${made === '' ? '' : `<p class="quiet">${escapeHtml(made)}</p>\n`}${details.items.length === 0 ? '' : factsHtml(details)}
</header>
<nav aria-labelledby="contents">
<h2 id="contents">${escapeHtml(report.contents)}</h2>
<ol>
${sections.map(({ id, title: name }) => `<li><a href="#${id}">${escapeHtml(name)}</a></li>`).join('\n')}
</ol>
</nav>
<main id="report" tabindex="-1">
${sections.map(sectionHtml).join('\n')}
</main>
</div>
</body>
</html>
`;
}

function sectionHtml({ id, title, blocks }: Section): string {
  let level = 3;
  const inner = blocks.map((block) => {
    if (block.kind === 'entry') return entryHtml(block, level);
    if (block.kind === 'heading') level = 4;
    return blockHtml(block);
  });
  return `<section id="${id}" aria-labelledby="${id}..title">
<h2 id="${id}..title">${escapeHtml(title)}</h2>
${inner.join('\n')}
</section>`;
}

const entryHtml = ({ id, title, severity, blocks }: Entry, level: number): string =>
  `<section class="entry${severity === null ? '' : ` ${severity}`}" id="${id}"><h${level} dir="auto">${escapeHtml(title)}</h${level}>
${blocks.map(blockHtml).join('\n')}
</section>`;

function blockHtml(block: Exclude<Block, Entry>): string {
  switch (block.kind) {
    case 'heading':
      return `<h3 dir="auto">${escapeHtml(block.text)}</h3>`;
    case 'paragraph':
      return `<p${block.tone === 'plain' ? '' : ` class="${block.tone}"`} dir="auto">${textHtml(block.text)}</p>`;
    case 'figures':
      return `<ul class="figures" aria-label="${escapeHtml(block.label)}">${block.figures
        .map(
          ({ value, label, tone }) =>
            `<li class="${value === 0 ? 'plain' : tone}"><b>${value}</b> ${escapeHtml(label)}</li>`,
        )
        .join('')}</ul>`;
    case 'facts':
      return factsHtml(block);
    case 'list':
      return listHtml(block.items);
    case 'table':
      return tableHtml(block);
    case 'diagram':
      return drawingHtml(block);
    case 'tree':
      return treeHtml(block);
  }
}

const factsHtml = ({ items }: Extract<Block, { kind: 'facts' }>): string =>
  items.length === 0
    ? ''
    : `<dl>${items
        .map(
          ({ label, values }) =>
            `<div><dt>${escapeHtml(label)}</dt>${values.map((text) => `<dd dir="auto">${textHtml(text)}</dd>`).join('')}</div>`,
        )
        .join('\n')}</dl>`;

/** Items nest by their level; a level never jumps by more than one. */
function listHtml(items: Extract<Block, { kind: 'list' }>['items']): string {
  let html = '';
  let depth = -1;
  for (const { text, level } of items) {
    const wanted = Math.min(level, depth + 1);
    if (wanted > depth) html += '<ul>';
    else html += `</li>${'</ul></li>'.repeat(depth - wanted)}`;
    depth = wanted;
    html += `<li dir="auto">${textHtml(text)}`;
  }
  return depth < 0 ? '' : `${html}</li>${'</ul></li>'.repeat(depth)}</ul>`;
}

function tableHtml({ caption, columns, rows }: Table): string {
  const head = columns.map(({ label, kind }) => `<th scope="col"${classOf(kind)}>${escapeHtml(label)}</th>`).join('');
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0);
  const widths = `<colgroup>${columns.map(({ weight }) => `<col style="width:${Math.round((weight / whole) * 1_000) / 10}%">`).join('')}</colgroup>`;
  const body = rows.map(({ id, cells }) => {
    const written = cells.map((text, at) => {
      const kind = classOf(columns[at]?.kind ?? 'text');
      return at === 0
        ? `<th scope="row" dir="auto"${kind}>${textHtml(text)}</th>`
        : `<td dir="auto"${kind}>${textHtml(text)}</td>`;
    });
    return `<tr${id === undefined ? '' : ` id="${id}"`}>${written.join('')}</tr>`;
  });
  return `<div class="wide" role="region" tabindex="0" aria-label="${escapeHtml(caption)}"><table><caption dir="auto">${escapeHtml(caption)}</caption>${widths}
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody></table></div>`;
}

const classOf = (kind: Column['kind']): string => (kind === 'text' ? '' : ` class="${kind}"`);

function drawingHtml({ id, title, description, region, scene, badges, legend, links }: Drawing): string {
  const svg = renderSvg(scene, {
    theme: pageTheme(),
    title,
    description,
    badges,
    legend,
    embed: {
      prefix: `${id}..`,
      linkOf: (item) => {
        const found = links.get(item);
        return found === undefined ? null : { id: found.id, href: `#${found.to}`, name: found.name };
      },
    },
  });
  return `<figure id="${id}"><div class="drawing" role="region" tabindex="0" aria-label="${escapeHtml(region)}">
${svg}</div><figcaption dir="auto">${escapeHtml(description)}</figcaption></figure>`;
}

const treeHtml = ({ id, title, region, tree }: TreeDrawing): string =>
  `<figure id="${id}"><div class="drawing tree" role="region" tabindex="0" aria-label="${escapeHtml(region)}">
${renderTree(tree, { theme: pageTheme(), title, prefix: `${id}..` })}</div></figure>`;

const textHtml = (text: Text): string => text.map(spanHtml).join('');

function spanHtml(span: Span): string {
  if (typeof span === 'string') return escapeHtml(span);
  const text = escapeHtml(span.text);
  switch (span.kind) {
    case 'strong':
      return `<strong>${text}</strong>`;
    case 'quiet':
      return `<span class="quiet">${text}</span>`;
    case 'link':
      return `<a href="#${span.to}"><bdi>${text}</bdi></a>`;
    case 'severity':
      return `<span class="severity ${span.severity}">${text}</span>`;
    case 'state':
      return `<span class="state ${span.tone}">${text}</span>`;
  }
}
