"""Official documents made up as evidence: laid out by typst, really signed by pyHanko.

Every page says that it is an example without legal value. The layout follows Decree
30/2020/NĐ-CP: national title, body that issues, number, date, subject, text, recipients, signer.
Only the typefaces inside typst are used, so the same facts look the same on every machine.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

import typst

from chamdiem.evidence.example_authority import Holder, as_asn1
from chamdiem.evidence.example_signing import add_signature

_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
EXAMPLE_MARK = "TÀI LIỆU VÍ DỤ, KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """What an official document says."""

    superior: str
    body: str
    number: str
    place: str
    issued_on: date
    kind: str
    subject: str
    paragraphs: tuple[str, ...]
    recipients: tuple[str, ...]
    signer_title: str
    signer_name: str


# The decree sets "Nơi nhận" bold and slanted; that face draws ơ from two pieces, which copy badly.
_LETTER = """
#set document(title: f.subject, author: f.body, date: none)
#set page(paper: "a4", margin: (left: 30mm, right: 20mm, top: 20mm, bottom: 36mm), footer-descent: 26mm,
  header: align(center, text(8pt, fill: rgb("#b00020"), weight: "bold", mark)),
  footer: align(center, text(8pt, fill: rgb("#b00020"), mark)))
#set text(font: "Libertinus Serif", lang: "vi", size: 13pt, hyphenate: false)
#set par(justify: true, first-line-indent: (amount: 10mm, all: true), leading: 0.7em)
#let bare(body) = { set par(first-line-indent: 0pt, justify: false); body }
#bare(text(12pt, grid(columns: (4fr, 5fr), align: center, row-gutter: 3mm,
  [#upper(f.superior) \\ *#upper(f.body)* #line(length: 30%, stroke: 0.5pt)],
  [*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* \\ *Độc lập - Tự do - Hạnh phúc*
   #line(length: 45%, stroke: 0.5pt)],
  [Số: #f.number],
  emph[#f.place, ngày #f.day tháng #f.month năm #f.year])))
#v(4mm)
#bare(align(center)[#text(14pt, weight: "bold", upper(f.kind)) \\ *#f.subject*])
#v(2mm)
#for each in f.paragraphs { par(each) }
#v(6mm)
#block(breakable: false, bare(grid(columns: (1fr, 1fr),
  text(11pt)[_Nơi nhận:_ \\ #for each in f.recipients [\\- #each; \\ ]],
  align(center)[*#upper(f.signer_title)* #v(26mm) *#f.signer_name*])))
"""


def make_document(facts: DocumentFacts) -> bytes:
    """The document as PDF, not signed. The same facts give the same bytes."""
    plain = asdict(facts)
    plain["day"], plain["month"] = f"{facts.issued_on.day:02d}", f"{facts.issued_on.month:02d}"
    plain["year"], plain["issued_on"] = str(facts.issued_on.year), facts.issued_on.isoformat()
    return _compile(_LETTER, plain)


def make_stamp(signer: str, organisation: str, at: datetime) -> bytes:
    """The picture of a signature: one small page that says who signed and when."""
    facts = {
        "signer": signer,
        "organisation": organisation,
        "at": f"{at.astimezone(_ZONE):%d/%m/%Y %H:%M:%S}",
    }
    return _compile(_STAMP, facts)


_STAMP = """
#set page(width: 70mm, height: 20mm, margin: 2mm, fill: none)
#set text(font: "Libertinus Serif", lang: "vi", size: 7.5pt, fill: rgb("#0b3d91"))
#set par(leading: 0.45em)
Người ký (ví dụ): *#f.signer* \\ Cơ quan: #f.organisation \\ Thời gian ký: #f.at
"""


def sign(
    pdf: bytes,
    holder: Holder,
    *,
    signed_at: datetime,
    timestamper: Holder | None = None,
    is_visible: bool = True,
) -> bytes:
    """The document with one more signature of ``holder``, as an incremental update.

    Args:
        pdf: The document, signed or not.
        holder: Whose key signs.
        signed_at: The time the signer claims; also the time of the stamp, if there is one.
        timestamper: Who stamps the time; without it the time is only claimed.
        is_visible: Whether the last page shows a box with name, body and time.
    """
    subject = as_asn1(holder.certificate).subject.native
    stamp = None
    if is_visible:
        organisation = str(subject.get("organization_name", ""))
        stamp = make_stamp(str(subject["common_name"]), organisation, signed_at)
    return add_signature(pdf, holder, signed_at=signed_at, timestamper=timestamper, stamp=stamp)


def _compile(template: str, facts: Mapping[str, object]) -> bytes:
    inputs = {"facts": json.dumps(facts, ensure_ascii=False), "mark": EXAMPLE_MARK}
    head = "#let f = json(bytes(sys.inputs.facts))\n#let mark = sys.inputs.mark\n"
    pdf = _compiler().compile(input=(head + template).encode(), format="pdf", sys_inputs=inputs)
    if not isinstance(pdf, bytes):
        raise TypeError(f"typst gave {type(pdf).__name__} instead of one PDF")
    return pdf


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(ignore_system_fonts=True)
