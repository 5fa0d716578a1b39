"""The style sheet of the page. Every colour comes with a sign or a kind of line.

On a wide page article and sources scroll side by side, each by itself; on a narrow one and on paper
they are one column. `document` puts its own rules in the place of the comments `steps` and `pairs`.
"""

from __future__ import annotations

from typing import Final

STYLE: Final = """
:root {
  --paper: #fff; --ink: #1c1e21; --faint: #5c636b; --line: #d9dce0; --pane: #f6f7f9;
  --link: #0b57a4; --target: #fff3c4; --focus: #0b57a4;
  --good: #1b6e3c; --good-paper: #e6f4ea; --doubt: #8a5a00; --doubt-paper: #fdf1d8;
  --bad: #b3261e; --bad-paper: #fce8e6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b; --ink: #e4e6e9; --faint: #a2a9b1; --line: #363b41; --pane: #1d2024;
    --link: #8ab8f0; --target: #45401f; --focus: #8ab8f0;
    --good: #7fd39b; --good-paper: #17301f; --doubt: #edbc62; --doubt-paper: #352a12;
    --bad: #ff9d94; --bad-paper: #3d1c1a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 17px/1.8 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif;
}
header, aside, sup, .mark {
  font-family: "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
}
main .mark { font-family: inherit; }
header {
  padding: .7rem 1.2rem; border-bottom: 1px solid var(--line); font-size: 14px; line-height: 1.6;
}
h1 { margin: 0; font-size: 1.25rem; }
header p, header ul { margin: .25rem 0 0; padding: 0; list-style: none; }
.summary { font-size: 15px; font-weight: bold; }
.wanting li { display: inline; margin-right: 1.2em; }
header details { margin: .2rem 0 0; }
.wanting a { padding: .1em .35em; }
.legend { color: var(--faint); font-size: 13px; }
.legend .mark { display: inline-block; margin: 0 .8em .2em 0; color: var(--ink); }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
main p { margin: 0 0 1em; max-width: 38em; }
.mark { color: inherit; text-decoration: none; border-radius: 2px; }
.mark:hover { filter: brightness(.94); }
.exact, .normalized { --colour: var(--good); --back: var(--good-paper); }
.near, .partial { --colour: var(--doubt); --back: var(--doubt-paper); }
.not_found, .disagrees { --colour: var(--bad); --back: var(--bad-paper); }
.mark { background: var(--back); border-bottom: 2px solid var(--colour); }
.mark.normalized { border-bottom-style: double; border-bottom-width: 4px; }
.mark.near, .mark.partial { border-bottom-style: dashed; }
.mark.not_found { border-bottom-style: dotted; border-bottom-width: 3px; }
.mark.disagrees { outline: 1px solid var(--bad); }
sup {
  font-size: .62em; font-weight: bold; color: var(--colour); margin-left: .15em; line-height: 0;
}
.last { white-space: nowrap; }
ol { margin: 0; padding: 0; list-style: none; }
.card {
  margin: 0 0 .8rem; padding: .55rem .8rem .7rem; border: 1px solid var(--line); border-radius: 4px;
  border-left: 5px solid var(--colour); background: var(--paper);
  font-size: 15px; line-height: 1.65;
}
.card p, .card h3, .card ul { margin: 0 0 .3rem; }
.card h3 { font-size: 15px; font-weight: normal; }
.card h3 b { color: var(--colour); }
.card small, .place { color: var(--faint); font-size: 13px; }
.number {
  display: inline-block; min-width: 1.9em; padding: 0 .4em; border-radius: 1em; text-align: center;
  background: var(--back); color: var(--colour); font-weight: bold; text-decoration: none;
}
.claim { color: var(--bad); font-weight: bold; font-size: 14px; }
.source .date, code { color: var(--faint); }
code { font: inherit; font-size: 13px; }
blockquote { margin: .3rem 0 0; }
blockquote mark { background: var(--back); color: inherit; }
.context { color: var(--faint); }
del { color: var(--bad); background: var(--bad-paper); text-decoration: line-through 2px; }
ins {
  color: var(--good); background: var(--good-paper);
  text-decoration: underline 2px; text-underline-offset: 3px;
}
details { margin-top: .4rem; font-size: 14px; }
details ul { padding-left: 1.2em; }
summary { cursor: pointer; color: var(--link); }
:target { background: var(--target); scroll-margin: 20vh 0; }
/* pairs */
.card:target { box-shadow: 0 0 0 3px var(--focus); scroll-margin: 1rem 0; }
@media screen and (min-width: 60rem) {
  html, body { height: 100%; }
  body { display: flex; flex-direction: column; }
  .panes {
    flex: 1; min-height: 0;
    display: grid; grid-template-columns: minmax(0, 11fr) minmax(0, 9fr);
  }
  header { max-height: 40vh; overflow: auto; }
  main, aside { overflow: auto; min-height: 0; padding: 1.2rem; }
  main { padding-left: max(1.2rem, calc(55vw - 44rem)); }
  aside { background: var(--pane); border-left: 1px solid var(--line); }
}
@media print, (max-width: 59.99rem) {
  .panes { display: flex; flex-direction: column; padding: 1rem; }
  main, aside { display: contents; }
  .panes ol { margin: -.3rem 0 1rem; }
  .panes ol { padding: .6rem; background: var(--pane); border-radius: 4px; }
  .card:last-child { margin-bottom: 0; }
  /* steps */
}
@media print {
  body { font-size: 11pt; background: #fff; color: #000; }
  .card { break-inside: avoid; font-size: 9.5pt; }
  a { color: inherit; }
}
"""
