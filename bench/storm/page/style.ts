/** The page's style: light, calm, readable from the second row. */
export const STYLE = `
* { box-sizing: border-box; }
body { margin: 0; padding: 40px 48px 64px; background: #fbfaf7; color: #1c1f26;
  font: 17px/1.45 "IBM Plex Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
main { max-width: 1824px; margin: 0 auto; }
h1 { margin: 0; font-size: 40px; line-height: 1.15; letter-spacing: -0.5px; }
h1 span { color: #6b7280; font-weight: 400; margin-left: 18px; }
h2 { margin: 0; font-size: 26px; }
h3 { margin: 0; font-size: 18px; }
p { margin: 6px 0 0; max-width: 112ch; }
a { color: #1d4e89; text-decoration: none; }
.lead { font-size: 20px; margin-top: 10px; max-width: 120ch; }
.note { color: #5b6270; font-size: 15px; }
section { margin-top: 34px; background: #fff; border: 1px solid #e4e1d8; border-radius: 10px; padding: 22px 26px 24px; }
header.of-section { display: flex; justify-content: space-between; align-items: baseline; gap: 24px; }
table { border-collapse: collapse; width: 100%; margin-top: 12px; font-variant-numeric: tabular-nums; }
th, td { padding: 7px 12px; text-align: right; border-bottom: 1px solid #ece9e1; }
th { font-weight: 600; color: #4a5160; font-size: 15px; vertical-align: bottom; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
tbody tr:last-child td { border-bottom: 0; }
tr.ours td { font-weight: 600; }
td.bad { color: #b00d28; }
td.good { color: #16704a; }
td.group, th.group { border-left: 1px solid #e4e1d8; }
.policies { display: grid; grid-template-columns: repeat(4, 1fr); gap: 22px; margin-top: 14px; }
.policies p { margin: 0; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg text { font-size: 12px; fill: #5b6270; }
svg .tick { text-anchor: middle; }
svg .height { text-anchor: end; }
svg .grid { stroke: #ece9e1; }
svg .axis { stroke: #9aa1ad; }
svg .moment { stroke: #1c1f26; stroke-dasharray: 3 3; }
.caption { font-size: 14px; color: #5b6270; margin: 8px 0 2px; }
.legend { display: flex; gap: 20px; flex-wrap: wrap; font-size: 15px; color: #4a5160; }
.legend i { display: inline-block; width: 13px; height: 13px; border-radius: 3px; margin-right: 7px; vertical-align: -1px; }
.six { font-size: 15px; }
.met { color: #16704a; } .missed { color: #b00d28; font-weight: 600; }
.targets { margin: 12px 0 0; font-size: 15px; }
.targets span { margin-right: 22px; white-space: nowrap; }
@media (max-width: 1200px) { .policies { grid-template-columns: repeat(2, 1fr); } body { padding: 24px; } }
@media print { body { background: #fff; } section { break-inside: avoid; } }
`;
