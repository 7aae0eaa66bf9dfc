/** The look of the report: one column on a phone, light or dark as the reader's system is. Constant text. */
export const style = `
:root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--text:#1c2128;--soft:#57606a;--line:#d8dee4;--grid:#e9edf1;
--one:#0969da;--two:#bc4c00;--three:#1a7f37;--best:#cf222e;--ships:#8250df;--plain:#8c959f;--failed:#9a6700;--code:#eff2f5;
--good:#1a7f37;--bad:#cf222e;--unsure:#9a6700}
@media (prefers-color-scheme:dark){:root{--bg:#0d1117;--card:#161b22;--text:#e6edf3;--soft:#9198a1;--line:#30363d;--grid:#21262d;
--one:#58a6ff;--two:#f0883e;--three:#3fb950;--best:#ff7b72;--ships:#bc8cff;--plain:#6e7681;--failed:#d29922;--code:#262c36;
--good:#3fb950;--bad:#ff7b72;--unsure:#d29922}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:1100px;margin:0 auto;padding:20px 14px 60px}
h1{font-size:1.5rem;margin:0 0 12px;overflow-wrap:anywhere}
h1 small{display:block;font-size:.8rem;font-weight:600;color:var(--soft)}
h1 code{background:none;padding:0;font:inherit}
h2{font-size:1.1rem;margin:30px 0 10px}
p{margin:.5em 0;overflow-wrap:anywhere}
code,pre{font:13px/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
code{background:var(--code);border-radius:4px;padding:.1em .35em;overflow-wrap:anywhere}
pre{background:var(--code);border-radius:8px;padding:12px;margin:8px 0;overflow:auto;max-height:26rem}
.card,figure,.table{background:var(--card);border:1px solid var(--line);border-radius:10px}
.card{padding:10px 16px}
.verdict{border-left:6px solid var(--soft)}
.verdict.improved,.verdict.unchanged{border-left-color:var(--good)}
.verdict.regressed,.verdict.error{border-left-color:var(--bad)}
.verdict.inconclusive,.verdict.no-baseline{border-left-color:var(--unsure)}
.verdict p:first-child{font-size:1.05rem}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,320px),1fr));gap:14px;align-items:start}
/* Tables as wide as they need, side by side where there is room; what is written above and below does not widen them. */
.tables{display:flex;flex-wrap:wrap;gap:14px;align-items:flex-start}
.tables>div{min-width:min(100%,320px);max-width:100%}
.tables p{width:0;min-width:100%}
.charts+*,.tables+*,.card+.card,.table+.table,*+details{margin-top:12px}
figure{margin:0;padding:10px 10px 6px;min-width:0}
figcaption{font-weight:600;font-size:.9rem;padding:0 4px 6px;overflow-wrap:anywhere}
figcaption code{background:none;padding:0}
svg{display:block;width:100%;height:auto}
.tick{fill:var(--soft);font-size:11.5px}
.bar-name{fill:var(--text);font-size:12px}
.grid{stroke:var(--grid)}.axis{stroke:var(--line)}
circle{stroke:var(--card);stroke-width:1}
circle.plain{fill:var(--plain);opacity:.75}circle.faint{fill:var(--card);stroke:var(--plain)}
circle.one{fill:var(--one)}circle.best{fill:var(--best)}circle.ships{fill:var(--ships)}
path.failed{fill:none;stroke:var(--failed);stroke-width:1.5}
.line,.level{fill:none;stroke-width:2;stroke:var(--plain)}
.line{stroke-linejoin:round}
.line.one{stroke:var(--one)}.line.two{stroke:var(--two)}.line.three{stroke:var(--three)}
.line.ships,.level.ships{stroke:var(--ships);stroke-dasharray:5 4}
.level{stroke-width:1.2}
.bar{fill:var(--one)}
.keys{margin:4px;font-size:.8rem;color:var(--soft);display:flex;flex-wrap:wrap;gap:2px 14px}
.key::before{content:"";display:inline-block;width:.65em;height:.65em;border-radius:50%;margin-right:.4em;background:var(--plain)}
.key.one::before{background:var(--one)}.key.two::before{background:var(--two)}.key.three::before{background:var(--three)}
.key.best::before{background:var(--best)}.key.ships::before{background:var(--ships)}.key.failed::before{background:var(--failed)}
.key.faint::before{background:none;border:1.5px solid var(--plain)}
.note{margin:4px;font-size:.8rem;color:var(--soft)}
.table{overflow:auto;max-height:34rem;-webkit-overflow-scrolling:touch}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:.86rem;font-variant-numeric:tabular-nums}
th,td{padding:5px 10px;text-align:right;white-space:nowrap;border-bottom:1px solid var(--grid);vertical-align:top}
th{position:sticky;top:0;background:var(--card);border-bottom:1px solid var(--line);color:var(--soft);font-weight:600}
th.l,td.l{text-align:left}
td.w{white-space:normal;min-width:14rem;overflow-wrap:anywhere}
td code{background:none;padding:0;font:inherit;overflow-wrap:normal}
th button{all:unset;cursor:pointer;font:inherit;color:inherit}
th button:focus-visible{outline:2px solid var(--one)}
th code{background:none;padding:0}
th[aria-sort=ascending] button::after{content:" ↑"}th[aria-sort=descending] button::after{content:" ↓"}
tr.best td{font-weight:600}tr.best td:first-child{box-shadow:inset 4px 0 var(--best)}
tr.ships td:first-child{box-shadow:inset 4px 0 var(--ships)}
.badge{font-size:.72rem;font-weight:600;border:1px solid currentColor;border-radius:99px;padding:0 .55em;margin-left:.3em}
tr.ships .badge{color:var(--ships)}tr.best .badge{color:var(--best)}
details{margin:8px 0}summary{cursor:pointer;padding:4px 0;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:3px 18px;margin:6px 0}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
ul{padding-left:1.2em;margin:6px 0}
.blocks{list-style:none;display:flex;flex-wrap:wrap;align-items:center;gap:8px 0;margin:4px;padding:0;font-size:.86rem;color:var(--soft)}
.blocks>li{display:flex;align-items:center}
.blocks>li+li::before{content:"→";margin:0 8px;color:var(--soft)}
.blocks div{border:1px solid var(--line);border-radius:8px;padding:4px 10px;background:var(--bg);overflow-wrap:anywhere}
.blocks strong{display:block;color:var(--text)}.blocks span{display:block}
@media print{.table,pre{max-height:none;overflow:visible}body{background:none}}
`;
