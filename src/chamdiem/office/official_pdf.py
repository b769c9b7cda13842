"""An official report as PDF, laid out by typst as Decree 30/2020/NĐ-CP asks.

Only the typeface beside this module and those inside typst are used, so the same facts look the same on
every machine. The decree asks for Times New Roman; Tinos is as wide, and may be passed on.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import as_file, files

import typst

from chamdiem.office.official import COUNTRY, LOW_LINES, MOST_ROWS, MOTTO, OfficialReport, head_name

_TYPEFACE = files("chamdiem.office") / "data"
# A rule has 1/3 to 1/2 of the length of the line it stands below; the one below the motto all of it.
# A low row stays on one page, a high one goes on on the next between the lines of two bodies and leaves none
# half empty; a short table within the text stays whole; the last paragraph
# stays with recipients and signer, and what a list stands below with its first line.
_REPORT = """
#let f = json(bytes(sys.inputs.facts))
#set document(title: f.subject, author: f.body, date: none)
#let number-on-top = context {
  let page = counter(page).get().first()
  if page > 1 { align(center, text(13pt, str(page))) }
}
#set page(paper: "a4", margin: (left: 30mm, right: 15mm, top: 20mm, bottom: 20mm),
  header: number-on-top, header-ascent: 6mm)
#set text(font: ("Tinos", "Libertinus Serif"), lang: "vi", size: 14pt, hyphenate: false)
#set par(justify: true, first-line-indent: (amount: 10mm, all: true), leading: 0.65em, spacing: 0.9em)
#let bare(body) = { set par(first-line-indent: 0pt, justify: false); body }
#let lines(text) = text.split("\\n").join(linebreak())
#let ruled(body, share: 100%) = layout(room => {
  body
  v(-2mm)
  line(length: calc.min(measure(body).width, room.width) * share, stroke: 0.5pt)
})
#let drawn(t) = layout(room => {
  set text(11pt)
  set par(first-line-indent: 0pt, justify: false, leading: 0.5em)
  let shares = t.columns.map(c => c.share).sum()
  let apart(said, width) = said.split("\n").map(each => {
    let whole = measure(block(width: width, each)).height < f.low-lines * 16pt
    block(breakable: not whole, spacing: 0.5em, each)
  }).join()
  let is-low(r) = r.cells.zip(t.columns).all(((said, c)) => {
    measure(block(width: room.width * c.share / shares - 8pt, lines(said))).height < f.low-lines * 16pt
  })
  table(
    columns: t.columns.map(c => c.share * 1fr), stroke: 0.5pt, inset: 4pt,
    align: center + horizon,
    table.header(..t.columns.map(c => strong(c.heading))),
    ..t.rows.map(r => if r.is_group {
      (table.header(level: 2, repeat: false,
        table.cell(colspan: t.columns.len(), align: left + horizon, strong(r.cells.at(0)))),)
    } else {
      let low = is-low(r)
      r.cells.zip(t.columns).map(((said, c)) => table.cell(
        breakable: not low, align: if c.is_centred { center + top } else { left + top },
        if low { lines(said) } else { apart(said, room.width * c.share / shares - 8pt) }))
    }).flatten(),
  )
})
#bare(text(12pt, grid(columns: (1fr, auto), column-gutter: 4mm, align: center, row-gutter: 3mm,
  [#f.superior \\ #ruled(share: 40%, strong(f.issuer))],
  [*#f.country* \\ #ruled(text(13pt, strong(f.motto)))],
  text(13pt)[Số: #f.number],
  text(14pt, emph(f.place-and-day)))))
#v(5mm)
#bare(align(center)[*#upper(f.kind)* \\ #ruled(share: 40%, strong(f.subject))])
#v(2mm)
#let printed(texts, sticks) = {
  let all = texts.map(each => each.split("\n")).flatten()
  for (i, each) in all.enumerate() {
    let is-last = i + 1 == all.len()
    let heads = not is-last and not each.starts-with("- ") and all.at(i + 1).starts-with("- ")
    if heads or (sticks and is-last) { block(sticky: true, par(each)) } else { par(each) }
  }
}
#printed(f.opening, f.sections.len() == 0)
#for (i, section) in f.sections.enumerate() {
  block(sticky: true, par(strong(section.heading)))
  printed(section.paragraphs, i + 1 == f.sections.len())
  if section.table != none { block(breakable: section.table.rows.len() > f.most-rows, drawn(section.table)) }
}
#block(above: 6mm, breakable: false, bare(grid(columns: (1fr, 1fr),
  [#text(12pt)[*_Nơi nhận:_*] \\ #text(11pt, for (i, each) in f.recipients.enumerate() [
    \\- #each#if i + 1 == f.recipients.len() [.] else [;] \\ ])],
  align(center)[*#upper(f.signer_title)* #v(26mm)])))
#for annex in f.annexes {
  set page(flipped: true, margin: (left: 20mm, right: 20mm, top: 20mm, bottom: 20mm))
  bare(align(center)[*#annex.number* \\ *#annex.title* \\
    #emph(f.attached)])
  v(2mm)
  drawn(annex.table)
}
"""


def write_pdf(report: OfficialReport) -> bytes:
    """The report as PDF. The same facts give the same bytes."""
    facts = {
        **asdict(report),
        "superior": head_name(report.superior),
        "issuer": head_name(report.body),
        "place-and-day": report.place_and_day,
        "attached": report.attached,
        "country": COUNTRY,
        "motto": MOTTO,
        "low-lines": LOW_LINES,
        "most-rows": MOST_ROWS,
    }
    with as_file(_TYPEFACE) as folder:
        compiled = typst.compile(
            _REPORT.encode(),
            sys_inputs={"facts": json.dumps(facts, ensure_ascii=False)},
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=[folder]),
        )
    return bytes(compiled)
