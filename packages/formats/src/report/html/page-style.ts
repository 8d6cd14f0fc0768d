/** How the page looks: light and dark by the reader's choice, and on paper. Colours are those of the product, each readable on its ground. */

import { themeProperties, themes } from '@strideboard/render';
import { cssString } from './escape-html.ts';

/** The whole style sheet; `title` and `pages` stand in the margins of printed pages where the browser prints them. */
export function pageStyle(title: string, pageOf: string): string {
  const [before = '', between = '', after = ''] = pageOf.split(/\{pages?\}/u);
  return `:root{color-scheme:light;${properties('light')}--soft:#eef1f6;--accent-soft:#e8edff}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${properties('dark')}--soft:#1c2532;--accent-soft:#222e52}}
${RULES}
@page{margin:18mm 15mm 20mm;@top-left{content:${cssString(title)};font:9px ${FONT};color:#5f6c82}@bottom-right{content:${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)};font:9px ${FONT};color:#5f6c82}}
`;
}

const FONT = "'Inter Variable',Inter,system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

const properties = (theme: 'light' | 'dark'): string =>
  Object.entries(themeProperties(themes[theme]))
    .map(([name, colour]) => `${name}:${colour};`)
    .join('');

const RULES = `*{box-sizing:border-box}
html{scroll-padding-top:16px;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--drawing-ground);color:var(--drawing-ink);font:14px/1.55 ${FONT};overflow-wrap:anywhere}
a{color:var(--drawing-accent);text-underline-offset:2px;text-decoration-thickness:1px}
a:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--drawing-accent);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-9999px}.skip:focus{left:16px;top:12px;background:var(--drawing-surface);padding:8px 12px;z-index:1}
.page{max-width:1240px;margin:0 auto;padding:32px 24px 80px;display:grid;gap:0 40px;grid-template-columns:minmax(0,1fr)}
h1,h2,h3,h4{line-height:1.25;margin:0;font-weight:620;letter-spacing:-.01em}
h1{font-size:30px}h2{font-size:22px;margin-bottom:14px}h3{font-size:16px;margin:30px 0 10px}h4{font-size:14.5px;letter-spacing:0}
p{margin:0 0 10px;white-space:pre-line;max-width:76ch}
.lead{font-size:16px}.quiet{color:var(--drawing-ink3)}
.kind{color:var(--drawing-ink3);font-weight:560;margin-bottom:6px}
header{padding-bottom:24px}header dl{margin-top:18px}
nav{font-size:13px;margin-bottom:28px}nav h2{font-size:13px;margin-bottom:8px;color:var(--drawing-ink3);letter-spacing:0}
nav ol{list-style:none;margin:0;padding:0}nav a{display:block;padding:5px 10px;border-radius:6px;text-decoration:none;color:var(--drawing-ink2)}
nav a:hover{background:var(--soft);color:var(--drawing-ink)}
main>section{padding:28px 0 12px;border-top:1px solid var(--drawing-hairline)}
.figures{list-style:none;display:flex;flex-wrap:wrap;gap:10px;margin:18px 0 6px;padding:0}
.figures li{flex:1 1 104px;min-width:104px;padding:10px 14px 11px;border-radius:10px;border:1px solid var(--drawing-hairline);background:var(--drawing-surface);color:var(--drawing-ink2);font-size:12px;line-height:1.35}
.figures b{display:block;font-size:25px;line-height:1.2;font-weight:620;font-variant-numeric:tabular-nums;color:var(--drawing-ink)}
.figures .critical b{color:var(--drawing-severities-critical-ink)}.figures .high b{color:var(--drawing-severities-high-ink)}.figures .medium b{color:var(--drawing-severities-medium-ink)}.figures .low b{color:var(--drawing-severities-low-ink)}.figures .question b{color:var(--drawing-severities-question-ink)}
.wide{overflow-x:auto;margin:10px 0 18px;border:1px solid var(--drawing-hairline);border-radius:10px;background:var(--drawing-surface)}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:1.45}
caption{text-align:start;padding:9px 12px;color:var(--drawing-ink3);font-size:12px;border-bottom:1px solid var(--drawing-hairline)}
th,td{text-align:start;vertical-align:top;padding:7px 12px;border-bottom:1px solid var(--drawing-hairline);font-weight:400;min-width:104px;overflow-wrap:break-word;max-width:420px}
tbody tr:last-child>*{border-bottom:0}
thead th{font-size:12px;font-weight:560;color:var(--drawing-ink3);white-space:nowrap;background:var(--soft)}
tbody th{min-width:200px}
.number{text-align:end;font-variant-numeric:tabular-nums;min-width:64px;white-space:nowrap}.short{white-space:nowrap}.sign{text-align:center;min-width:44px}
ul,ol{margin:0 0 12px;padding-inline-start:20px}li{margin:3px 0;max-width:76ch}li>p{margin:0}
dl{margin:10px 0 0}dl>div{display:grid;grid-template-columns:132px minmax(0,1fr);gap:2px 16px;padding:3px 0}
dt{color:var(--drawing-ink3);font-size:12.5px;grid-row:1/span 2}dd{margin:0;white-space:pre-line}dd+dd{grid-column:2}
.entry{margin:12px 0;padding:14px 18px 12px;border:1px solid var(--drawing-hairline);border-inline-start:4px solid var(--drawing-outline);border-radius:10px;background:var(--drawing-surface)}
#register .entry{content-visibility:auto;contain-intrinsic-size:auto 330px}
.entry>p{margin:8px 0 0}.entry.critical{border-inline-start-color:var(--drawing-severities-critical-ink)}.entry.high{border-inline-start-color:var(--drawing-severities-high-ink)}.entry.medium{border-inline-start-color:var(--drawing-severities-medium-ink)}.entry.low{border-inline-start-color:var(--drawing-severities-low-ink)}
.severity{white-space:nowrap;font-weight:560;padding:1px 7px;border-radius:9px;font-size:12px}
.severity.critical{color:var(--drawing-severities-critical-ink);background:var(--drawing-severities-critical-soft)}.severity.high{color:var(--drawing-severities-high-ink);background:var(--drawing-severities-high-soft)}.severity.medium{color:var(--drawing-severities-medium-ink);background:var(--drawing-severities-medium-soft)}.severity.low{color:var(--drawing-severities-low-ink);background:var(--drawing-severities-low-soft)}
.state.open{font-weight:560}.state.settled{color:var(--drawing-ink3)}
figure{margin:10px 0 18px}.drawing{overflow:auto;max-height:86vh;border:1px solid var(--drawing-hairline);border-radius:10px;background:var(--drawing-ground)}
.drawing svg{display:block;max-width:none;min-width:880px;width:100%;height:auto}.tree svg{min-width:0;width:auto;zoom:.8}
.drawing a{text-decoration:none}figcaption{color:var(--drawing-ink3);font-size:12px;margin-top:6px}
:target{scroll-margin-top:16px}tr:target>*,.entry:target{background:var(--accent-soft)}svg :target{outline:3px solid var(--drawing-accent);outline-offset:3px}
@media (min-width:1080px){.page{grid-template-columns:196px minmax(0,1fr);grid-template-rows:auto 1fr}header{grid-column:2}nav{grid-column:1;grid-row:1/3;position:sticky;top:28px;align-self:start}main{grid-column:2}}
@media (max-width:560px){.page{padding:20px 16px 60px}h1{font-size:24px}dl>div{grid-template-columns:minmax(0,1fr)}dt{grid-row:auto}dd+dd{grid-column:1}.figures li{flex-basis:86px;min-width:86px}.entry{padding:12px 14px}}
@media (forced-colors:active){.entry,.wide,.figures li,.drawing{border-color:CanvasText}.drawing{forced-color-adjust:none}}
@media print{body{background:#fff;font-size:9.5pt;line-height:1.42}.page{display:block;max-width:none;padding:0}.skip{display:none}a{color:inherit;text-decoration:none}h1{font-size:22pt}h2{font-size:15pt;break-after:avoid}h3,h4{break-after:avoid}h3{font-size:11.5pt;margin:16pt 0 6pt}h4{font-size:10pt}
nav{margin-top:18pt}nav a{padding:2pt 0}main>section{break-before:page;border:0;padding:0}#standing,#trees,#questions,#vanished{break-before:auto;padding-top:18pt}
#summary{font-size:8.8pt;zoom:.8}#summary h3{margin:9pt 0 4pt}#summary .lead{font-size:10.5pt}#summary .figures{margin:8pt 0 0}#summary .figures b{font-size:15pt}#summary .figures li{padding:4pt 7pt;flex-basis:60pt;min-width:60pt;font-size:7.5pt}#summary ul{margin-bottom:4pt}#summary li{margin:1pt 0}#summary .wide{margin:4pt 0}#summary th,#summary td{padding:1.8pt 4pt}#summary table{font-size:7.6pt;line-height:1.28}
.wide{overflow:visible;border-radius:0;border-width:1px 0}table{font-size:8pt;line-height:1.35;table-layout:fixed}th,td{max-width:none}thead{display:table-header-group}tr{break-inside:avoid}th,td{padding:3pt 5pt;min-width:0}tbody th{min-width:0}caption{padding:3pt 5pt;font-size:7.5pt}.short,.number,thead th{white-space:normal}.severity{padding:0 3pt;font-size:7.5pt}
.entry{break-inside:avoid;border-radius:0;border-width:0 0 0 3px;padding:0 0 0 10pt;margin:10pt 0}dl>div{grid-template-columns:84pt minmax(0,1fr);padding:1pt 0}
#register .entry{content-visibility:visible}figure{break-inside:avoid}.drawing{overflow:visible;max-height:none;border:0;border-radius:0}.drawing svg{min-width:0;max-height:225mm}.tree svg{max-width:100%;zoom:1}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`;
