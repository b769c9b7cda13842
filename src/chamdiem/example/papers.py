"""Documents of the example province: made with typst, really signed by an authority made up for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from io import BytesIO

from chamdiem.evidence.checking import check_own_file
from chamdiem.evidence.example_authority import ExampleAuthority, Holder, Identity
from chamdiem.evidence.example_documents import DocumentFacts, make_document, sign
from chamdiem.evidence.example_tampering import add_content, change_signed_bytes
from chamdiem.evidence.models import Document
from chamdiem.evidence.secrecy_apart import read_own_pages
from chamdiem.evidence.services import Description, add_file, add_link
from chamdiem.evidence.trusting import add_trust_roots
from chamdiem.example.directory import Body, Province

_YEAR = timedelta(days=365)


class State(StrEnum):
    """What is the matter with the signature of a document."""

    VALID = "valid"
    UNSIGNED = "unsigned"
    TAMPERED = "tampered"
    CHANGED = "changed"
    EXPIRED = "expired"
    REVOKED = "revoked"
    UNTRUSTED = "untrusted"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a document is about."""

    kind: str
    mark: str
    title: str
    text: tuple[str, ...]


PLAN = Subject(
    "Kế hoạch",
    "KH-UBND",
    "Kế hoạch chuyển đổi số năm",
    (
        "Thực hiện chương trình chuyển đổi số của tỉnh, cơ quan ban hành kế hoạch với các mục tiêu, nhiệm vụ "
        "và giải pháp sau đây.",
        "Các phòng, ban, đơn vị căn cứ nhiệm vụ được giao tổ chức thực hiện và báo cáo kết quả hằng quý.",
    ),
)
REPORT = Subject(
    "Báo cáo",
    "BC-UBND",
    "Báo cáo kết quả chuyển đổi số năm",
    (
        "Cơ quan báo cáo kết quả thực hiện các chỉ tiêu chuyển đổi số trong kỳ đánh giá như sau.",
        "Số liệu chi tiết theo từng chỉ số được nêu trong hồ sơ tự đánh giá kèm theo báo cáo này.",
    ),
)
DECISION = Subject(
    "Quyết định",
    "QĐ-UBND",
    "Quyết định kiện toàn Ban Chỉ đạo chuyển đổi số",
    ("Điều 1. Kiện toàn Ban Chỉ đạo chuyển đổi số do người đứng đầu cơ quan làm Trưởng ban.",
     "Điều 2. Quyết định có hiệu lực kể từ ngày ký."),
)  # fmt: skip


# Kind of evidence → what the page is called that shows it.
_PAGES = {
    "link": "Chuyên mục chuyển đổi số trên trang thông tin điện tử",
    "list": "Danh sách tin, bài đã đăng",
    "image": "Hình ảnh triển khai",
    "video": "Video hướng dẫn người dân",
}


class Registry:
    """The authority with its signers, and who makes documents of whom."""

    def __init__(self, province: Province, now: datetime) -> None:
        self._founded = now - 6 * _YEAR
        self._authority = ExampleAuthority.found(name="Cơ quan chứng thực ví dụ", at=self._founded)
        self._stranger = ExampleAuthority.found(name="Cơ quan chứng thực không rõ", at=self._founded)
        identity = Identity(common_name="Dịch vụ dấu thời gian ví dụ")
        self._stamper = self._authority.issue_timestamper(
            identity, valid_from=self._founded, valid_until=now + 5 * _YEAR
        )
        self._holders: dict[tuple[int, State], Holder] = {}
        self._revoked = self._issue(Identity(common_name="Chứng thư đã thu hồi"), now + 3 * _YEAR)
        self._authority.revoke(self._revoked, at=now - _YEAR)
        data = [self._authority.root_pem(), self._authority.intermediate_pem()]
        data += self._authority.revocation_lists(at=now - timedelta(days=1))
        for each in data:
            add_trust_roots(actor=province.administrator, data=each, now=now - _YEAR)

    def file(
        self, body: Body, subject: Subject, year: int, state: State, *, at: datetime, checked: bool = True
    ) -> Document:
        """A document of a body as its officer uploads it, in this state of signature."""
        count = Document.objects.filter(organisation=body.organisation).count() + 1
        day = at.date() - timedelta(days=3)
        number = f"{count}/{subject.mark}"
        title = f"{subject.title} {year}"
        pdf = self._signed(self._draw(body, subject, title, number, day), body, state, at - timedelta(days=2))
        document = add_file(
            actor=body.officer,
            organisation=body.organisation,
            stream=BytesIO(pdf),
            file_name=f"{subject.mark.lower()}-{year}-{count}.pdf",
            described=Description(
                title=title,
                number=number,
                issued_on=day,
                issuer=body.organisation.name,
                evidence_kind="document",
            ),
            now=at,
            reader=read_own_pages,
        )
        if checked:
            version = document.versions.first()
            if version is not None:
                check_own_file(version.file_id)
        return document

    def link(self, body: Body, kind: str, *, at: datetime) -> Document:
        """A page on the network of a body that shows what no document can: a list, pictures, a column."""
        return add_link(
            actor=body.officer,
            organisation=body.organisation,
            url=f"https://vi-du.example/{body.organisation.code.lower()}/{kind}",
            described=Description(title=_PAGES[kind], evidence_kind=kind),
            now=at,
        )

    def _draw(self, body: Body, subject: Subject, title: str, number: str, day: date) -> bytes:
        return make_document(
            DocumentFacts(
                superior="Uỷ ban nhân dân tỉnh Ví Dụ",
                body=body.organisation.name,
                number=number,
                place="Ví Dụ",
                issued_on=day,
                kind=subject.kind,
                subject=title,
                paragraphs=subject.text,
                recipients=("Như trên", "Lưu: VT"),
                signer_title="Thủ trưởng cơ quan",
                signer_name=body.leader.name,
            )
        )

    def _signed(self, pdf: bytes, body: Body, state: State, at: datetime) -> bytes:
        if state is State.UNSIGNED:
            return pdf
        holder = self._holder(body, state, at)
        stamper = None if state is State.EXPIRED else self._stamper
        signed = sign(pdf, holder, signed_at=at, timestamper=stamper)
        if state is State.TAMPERED:
            return change_signed_bytes(signed)
        return add_content(signed) if state is State.CHANGED else signed

    def _holder(self, body: Body, state: State, at: datetime) -> Holder:
        if state is State.REVOKED:
            return self._revoked
        key = (body.organisation.pk, state if state in (State.EXPIRED, State.UNTRUSTED) else State.VALID)
        if key not in self._holders:
            identity = Identity(
                common_name=body.leader.name, organisation=body.organisation.name, email=body.leader.email
            )
            until = at - timedelta(days=30) if state is State.EXPIRED else at + 3 * _YEAR
            authority = self._stranger if state is State.UNTRUSTED else self._authority
            self._holders[key] = authority.issue(identity, valid_from=self._founded, valid_until=until)
        return self._holders[key]

    def _issue(self, identity: Identity, until: datetime) -> Holder:
        return self._authority.issue(identity, valid_from=self._founded, valid_until=until)
