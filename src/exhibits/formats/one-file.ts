import { sha256 } from '@noble/hashes/sha2.js';
import { PALETTES } from '../../drawing/paint/palette';
import { escaped, paintSvg } from '../../drawing/paint/svg';
import type { Hit, Scene } from '../../drawing/scene/scene';
import { base64, hex } from '../bytes';
import { type Exhibit, leftOutSays } from '../exhibit';
import { MINUTES, minutesOf, timesSay } from '../papers';
import { isDrawn, type Look, paperScene } from '../picture';
import { longDay } from '../printable';
import { STICKER_FILL } from '../stickers';
import { viewer } from './one-file-viewer';

/** px of each picture in it: wide, since it is zoomed. */
const WIDE = 1500;

/** Pictures of an exhibit, with their names: the whole, the stop, and each finding that has a place. */
export function looksOf(exhibit: Exhibit, most = 40): { name: string; look: Look }[] {
  if (!isDrawn(exhibit)) return [];
  const drawn = exhibit.findings.filter(
    (f) => exhibit.read.analysis.findings.find((x) => x.key === f.key)?.span,
  );
  return [
    { name: 'The whole', look: { show: 'whole' as const, id: '' } },
    ...(exhibit.read.analysis.stops.length > 0
      ? [{ name: 'The stop', look: { show: 'stop' as const, id: '' } }]
      : []),
    ...drawn
      .slice(0, most)
      .map((f) => ({ name: `${f.letter}. ${f.title}`, look: { show: 'finding' as const, id: f.key } })),
  ];
}

/**
 * The exhibit as one HTML file that opens from a disk in any browser, offline. It may load and send nothing, and its one
 * script is named by its hash. The same exhibit gives the same bytes, so that their hash can stand on the paper.
 */
export function oneFileOf(exhibit: Exhibit): Uint8Array {
  const script = `(${viewer.toString()})();`;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${base64(sha256(new TextEncoder().encode(script)))}'; base-uri 'none'; form-action 'none'`;
  const rows = new Map<string, string>([
    ...exhibit.facts.map((f, i) => [f.id, `f${i + 1}`] as const),
    ...exhibit.findings.map((f) => [f.key, `n${f.letter}`] as const),
  ]);
  const looks = looksOf(exhibit);
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(exhibit.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<div>
${[exhibit.caption.court, exhibit.caption.parties, exhibit.caption.number]
  .filter(Boolean)
  .map((t) => `<p>${escaped(t)}</p>`)
  .join('\n')}
<h1>${escaped(exhibit.title)}</h1>
${exhibit.madeUp ? '<p><strong>MADE UP: no such case, no such people.</strong></p>' : ''}
${exhibit.stamp === '' ? '' : `<p><strong>${escaped(exhibit.stamp)}</strong></p>`}
</div>
${exhibit.sticker.mark === '' ? '' : `<div class="sticker" style="background:${STICKER_FILL[exhibit.sticker.colour]}"><b>${escaped(exhibit.sticker.says)}</b><b class="mark">${escaped(exhibit.sticker.mark)}</b><span>${escaped(exhibit.caption.number)}</span></div>`}
</header>
${exhibit.offered === '' ? '' : `<p>${escaped(exhibit.offered)}</p>`}
<p class="small">${escaped(timesSay(exhibit.zone))} Drag to move the picture, wheel or + and − to zoom, 0 for the whole; a click on a mark leads to its line.</p>
${looks.length > 1 ? `<nav>${looks.map((l, i) => `<button type="button" data-tab="${i}">${escaped(l.name)}</button>`).join('')}</nav>` : ''}
${looks.map((l, i) => figure(exhibit, l.name, paperScene(exhibit, l.look, WIDE), i, rows)).join('\n')}
${factTable(exhibit)}
${findings(exhibit)}
${custody(exhibit)}
${index(exhibit)}
<p class="small">Made ${escaped(longDay(exhibit.made))}.</p>
<script>${script}</script>
</body>
</html>
`;
  return new TextEncoder().encode(html);
}

/** sha-256 of the one-file exhibit, lower-case hex: what the paper exhibit bears. */
export const oneFileHash = (exhibit: Exhibit): string => hex(sha256(oneFileOf(exhibit)));

const STYLE = `:root{color-scheme:light}body{font:15px/1.45 "Public Sans","Segoe UI",system-ui,sans-serif;margin:18px auto;max-width:1500px;padding:0 18px;color:#171b24;background:#fff}h1{font-size:21px;margin:6px 0}h2{font-size:17px;margin:26px 0 6px}header{display:flex;justify-content:space-between;gap:20px}header p{margin:0}.sticker{border:2px solid #171b24;padding:8px 14px;text-align:center;min-width:150px;height:max-content}.sticker b,.sticker span{display:block;font-size:11px}.sticker .mark{font-size:22px}.small{font-size:12.5px;color:#4a5362}nav{display:flex;flex-wrap:wrap;gap:6px;margin:10px 0}button{font:inherit;font-size:13px;padding:4px 10px;border:1px solid #9aa3b2;border-radius:4px;background:#fff;cursor:pointer}button[aria-pressed=true]{background:#171b24;color:#fff}figure{margin:0;border:1px solid #c9d0da;border-radius:4px}figure svg{display:block;width:100%;height:auto;touch-action:none;cursor:grab}figure .tools{display:flex;gap:6px;padding:6px;border-bottom:1px solid #e3e7ee}[data-row]{cursor:pointer;fill:transparent}table{border-collapse:collapse;width:100%;font-size:13.5px}th,td{border:1px solid #c9d0da;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#eef1f6}td{white-space:pre-line}.day td{background:#f5f7fa;font-weight:600}.lit{outline:3px solid #b3261e;background:#fbeceb}.num{font-family:ui-monospace,Consolas,monospace}@media print{nav,.tools{display:none}figure[hidden]{display:block!important}tr{break-inside:avoid}thead{display:table-header-group}}`;

function figure(
  exhibit: Exhibit,
  name: string,
  scene: Scene,
  k: number,
  rows: ReadonlyMap<string, string>,
): string {
  const marks = scene.hits.map((h) => hit(h, rows)).join('');
  const svg = paintSvg(scene, PALETTES.light, `${name}: ${exhibit.title}`)
    // Names of fades are shared by the page: each picture gets its own.
    .replace(/id="fade-/g, `id="p${k}-fade-`)
    .replace(/url\(#fade-/g, `url(#p${k}-fade-`)
    .replace('</svg>', `${marks}</svg>`);
  return `<figure data-picture="${k}" tabindex="0"><div class="tools"><button type="button" data-zoom="0.7">+</button><button type="button" data-zoom="1.4">−</button><button type="button" data-zoom="0">whole</button><figcaption>${escaped(name)}</figcaption></div>${svg}</figure>`;
}

function hit(h: Hit, rows: ReadonlyMap<string, string>): string {
  const row = rows.get(h.id);
  if (!row) return '';
  return `<rect data-row="${row}" x="${h.x.toFixed(1)}" y="${h.y.toFixed(1)}" width="${Math.max(3, h.w).toFixed(1)}" height="${Math.max(3, h.h).toFixed(1)}"><title>${escaped(h.says)}</title></rect>`;
}

function factTable(e: Exhibit): string {
  let n = 0;
  const lines = minutesOf(e).map((row) => {
    if (typeof row === 'string')
      return `<tr class="day"><td colspan="${MINUTES.head.length}">${escaped(row)}</td></tr>`;
    n++;
    return `<tr id="f${n}">${row.map((t, i) => `<td${i < 3 ? ' class="num"' : ''}>${escaped(t)}</td>`).join('')}</tr>`;
  });
  return `<h2>Minute by minute</h2>${leftOutSays(e) === '' ? '' : `<p><b>${escaped(leftOutSays(e))}</b></p>`}${
    lines.length === 0
      ? '<p>The record as chosen holds no entries.</p>'
      : `<table><thead><tr>${MINUTES.head.map((h) => `<th>${h}</th>`).join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`
  }`;
}

function findings(e: Exhibit): string {
  if (e.findings.length === 0) return '';
  const cite = (c: string): string => (c === '' ? '' : ` <span class="small">${escaped(c)}</span>`);
  return `<h2>What the record shows</h2>${e.findings
    .map(
      (f) =>
        `<section id="n${f.letter}"><h3>${f.letter}. ${escaped(f.title)}</h3><p>${escaped(f.status)} ${f.bounds === '' ? '' : `<b>${escaped(f.bounds)}</b>`}</p><ul>${f.premises.map((p) => `<li>${escaped(p.says)}${cite(p.cite)}</li>`).join('')}</ul>${f.reconciles === '' ? '' : `<p class="small">${escaped(f.reconciles)}</p>`}${f.proofs.map((p) => `<ol>${p.lines.map((l) => `<li>${escaped(l.says)}${cite(l.cite)}</li>`).join('')}</ol><p>${escaped(p.concludes)}</p>`).join('')}${f.authorities.map((a) => `<p class="small"><i>${escaped(a.cite)}</i>: ${escaped(a.holding)} (${escaped(a.standing)})</p>`).join('')}</section>`,
    )
    .join('\n')}`;
}

function custody(e: Exhibit): string {
  if (e.custody.length === 0) return '';
  return `<h2>Custody</h2><table><thead><tr><th>Item</th><th>Released by</th><th>Received by</th><th>Seal</th><th>Quantities</th><th>Cite</th></tr></thead><tbody>${e.custody
    .map(
      (h) =>
        `<tr>${[h.item, h.released, h.received, h.seal, h.quantities, h.cite].map((t) => `<td>${escaped(t)}</td>`).join('')}</tr>`,
    )
    .join('\n')}</tbody></table>`;
}

function index(e: Exhibit): string {
  if (e.underlying.length === 0) return '';
  return `<h2>Index of underlying records</h2><table><thead><tr><th>Record</th><th>Exhibit</th><th>Bates</th><th>File</th><th>sha-256</th></tr></thead><tbody>${e.underlying
    .map(
      (u) =>
        `<tr>${[u.name, u.exhibit, u.bates, u.file, u.sha256].map((t) => `<td>${escaped(t)}</td>`).join('')}</tr>`,
    )
    .join('\n')}</tbody></table>`;
}
