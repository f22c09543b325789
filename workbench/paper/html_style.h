#pragma once

namespace paper
{

/// The style sheet of every HTML report: a quiet column on the screen, A4 with page numbers on the printer. Figures
/// stand on white everywhere, dark screens included.
inline constexpr const char* html_style = R"css(
:root { color-scheme: light; --ink: #1b1b1b; --soft: #555; --rule: #1b1b1b; --accent: #0b5394; }
* { box-sizing: border-box; }
html { background: #fff; }
body { margin: 0; color: var(--ink); font: 1.0625rem/1.6 "Noto Serif", "Liberation Serif", "Times New Roman", serif; }
main { max-width: 46rem; margin: 0 auto; padding: 3rem 1.5rem 5rem; }
header { text-align: center; margin-bottom: 3rem; }
h1 { font-size: 1.9rem; line-height: 1.25; margin: 0 0 .5rem; }
.subtitle { font-size: 1.25rem; margin: 0 0 .5rem; }
.author { color: var(--soft); margin: 0; }
h2, h3, h4, h5, h6 { line-height: 1.3; margin: 2.2em 0 .6em; break-after: avoid; }
h2 { font-size: 1.4rem; } h3 { font-size: 1.2rem; } h4 { font-size: 1.05rem; }
h5, h6 { font-size: 1rem; font-style: italic; }
.number { margin-right: .5em; }
p { margin: 0 0 1em; }
a { color: var(--accent); text-underline-offset: .15em; }
blockquote { margin: 1.2em 0 1.2em 2.5em; }
blockquote cite { font-style: normal; color: var(--soft); white-space: nowrap; }
code { font: .92em/1 "DejaVu Sans Mono", "Liberation Mono", monospace; }
sub, sup { line-height: 0; }
li { margin: .25em 0; } ol ol { list-style: lower-alpha; } ol ol ol { list-style: lower-roman; }
nav { margin: 2rem 0; } nav h2 { font-size: 1.2rem; }
nav ul { list-style: none; padding: 0; margin: 0; }
nav li { padding-left: calc(var(--level) * 1.5em); }
nav a { color: inherit; text-decoration: none; } nav a:hover { text-decoration: underline; }
figure { margin: 2em 0; break-inside: avoid; }
figure.table { break-inside: auto; }
figure img { display: block; max-width: 100%; height: auto; margin: 0 auto .6em; background: #fff; }
figcaption b { display: inline; }
figure.table figcaption { margin-bottom: .5em; break-inside: avoid; break-after: avoid; }
figure.table figcaption b, figure.table figcaption i { display: block; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; line-height: 1.4;
  border-top: 1.5px solid var(--rule); border-bottom: 1.5px solid var(--rule); font-variant-numeric: tabular-nums lining-nums; }
.small table { font-size: .85rem; } .tiny table { font-size: .75rem; } .small th, .small td, .tiny th, .tiny td { padding: .2em .35em; }
thead { border-bottom: 1px solid var(--rule); display: table-header-group; }
th { font-weight: normal; vertical-align: bottom; } td { vertical-align: top; }
th, td { padding: .3em .5em; text-align: left; } tr { break-inside: avoid; }
.centre { text-align: center; } .right { text-align: right; }
.noted { margin: 1.5em 0; }
.noted .row { display: grid; grid-template-columns: 2.5rem minmax(0, 1fr) minmax(0, 13rem); column-gap: 1rem; }
.noted .number { color: var(--soft); font-size: .78rem; text-align: right; padding-top: .25em; margin: 0; }
.noted p { margin: 0 0 .8em; text-align: left; }
.noted aside { font-size: .8rem; line-height: 1.45; padding-top: .2em; overflow-wrap: anywhere; }
.note, .source { font-size: .9rem; color: var(--soft); margin: .5em 0 0; }
.footnotes { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid #bbb; font-size: .92rem; }
.page-break { break-after: page; height: 0; margin: 0; border: 0; }
@page { size: A4; margin: 2.54cm; @bottom-right { content: counter(page); font: 10pt serif; } }
@media print {
  .noted .row { grid-template-columns: 2rem minmax(0, 1fr) 4.2cm; } .noted span { print-color-adjust: exact; }
  body { font-size: 11.5pt; line-height: 1.5; } main { max-width: none; padding: 0; }
  p, blockquote { text-align: justify; hyphens: auto; orphans: 2; widows: 2; } .note, .source { text-align: left; }
  .small table { font-size: .8rem; } .tiny table { font-size: .66rem; }
  header p { text-align: center; } thead, .scroll { break-before: avoid; } .footnotes li { break-inside: avoid; }
  a { color: inherit; text-decoration: none; } .scroll { overflow: visible; } .back { display: none; }
}
)css";

}
