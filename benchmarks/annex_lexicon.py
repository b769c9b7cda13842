"""Write the lexicon of the annex reader: ``python -m benchmarks.annex_lexicon``.

Words and pairs of words of four editions, of the plans and of the compounds of
lint. The edition xa-hue-2023 is left out: its document is what repair is measured on.
"""

# The lists of words stay on one line.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from chamdiem.core.lint.lexicon import compounds
from chamdiem.core.lint.syllables import is_syllable
from chamdiem.library import load_edition
from chamdiem.library.plans import list_plans, plan_text

EDITIONS = ("chuprong-2023", "huyen-2021", "so-2021", "ninhthuan-2021")
# Words of other languages that the field writes in every decision.
FOREIGN = "file điện, video clip, mạng internet, thẻ sim, usb token, trang web, website của, email của"
# What officials write of people, papers and places, whatever the decision is about.
COMMON = (
    "lấy ý kiến, có ý kiến, ý kiến góp ý, ý kiến chỉ đạo, góp ý kiến, bức xúc, gây bức xúc, khiếu nại, tố cáo, kiến nghị, phản ánh kiến nghị, "
    "đề nghị, hỏi đáp, tiếp công dân, đối thoại, hài lòng, thái độ, đính kèm, gửi kèm, kèm theo, tệp đính kèm, được đính kèm, "
    "đăng ký, có đăng ký, đăng ký tài khoản, đăng nhập, đăng tải, đăng tin, đăng bài, ký số, ký duyệt, ký ban hành, chữ ký, "
    "xác nhận, xác thực, chứng thực, sao y, lưu trữ, lưu hồ sơ, đóng dấu, bản sao, bản giấy, bản gốc, giấy mời, giấy phép, "
    "thẻ căn cước, tài khoản, mật khẩu, số điện thoại, điện thoại thông minh, sim điện thoại, qua sim, máy vi tính, máy chủ, máy in, "
    "đường truyền, băng rộng, cáp quang, vùng lõm, phủ sóng, truyền thanh, loa, màn hình, họp trực tuyến, phòng họp, "
    "trang thiết bị, kinh phí, dự toán, quyết toán, mua sắm, đấu thầu, hóa đơn, biên lai, nộp thuế, nộp phí, ví điện tử, "
    "thôn bản, tổ dân phố, khu phố, hộ nghèo, hộ gia đình, hộ kinh doanh, hợp tác xã, trạm y tế, trường học, nhà văn hóa, chợ, "
    "tập huấn, bồi dưỡng, hội nghị, hội thảo, tuyên truyền, phổ biến, cuộc thi, gương điển hình, khen thưởng, kỷ luật, nhắc nhở, bị nhắc nhở, phê bình, khiển trách, "
    "phân công, kiêm nhiệm, chuyên trách, phụ trách, ủy quyền, luân chuyển, bổ nhiệm, nghỉ hưu, đúng hạn, trước hạn, trễ hạn, quá hạn"
)
# How points are calculated, in the words of calculation texts.
CALCULATED = (
    "không đạt, chưa đạt, đạt chuẩn, đạt yêu cầu, đạt chỉ tiêu, vượt chỉ tiêu, cộng thêm, được cộng, cộng điểm, tăng thêm, cứ tăng, cứ giảm, "
    "cứ thiếu, cứ mỗi, cứ thêm, giảm trừ, trừ điểm, bị trừ, thì trừ, không quá, nhưng không quá, trở lên, trở xuống, một nửa, nửa số điểm, "
    "số điểm, được tính, tính tròn, làm tròn, không tính, không được điểm, không chấm điểm, xảy ra, để xảy ra, còn lại, trường hợp khác, "
    "so với năm trước, cùng kỳ, chậm quá, ngày chậm, chậm nhất, đúng tiến độ, nếu có, nếu không, nếu chưa, nếu đạt, thì được, thì không, "
    "nhân với, chia cho, tỷ lệ phần trăm, bằng hoặc, cao hơn, thấp hơn, lớn hơn, nhỏ hơn, thấp nhất, cao nhất, nhiều nhất, ít nhất, "
    "trên tổng số, mỗi lần, mỗi lớp, mỗi cuộc, mỗi nhiệm vụ, mỗi sản phẩm, mỗi văn bản, mỗi báo cáo, gửi báo cáo, kịp thời, đầy đủ, thời điểm"
)
TARGET = Path(__file__).parent.parent / "src" / "chamdiem" / "annex" / "data" / "phrases.txt"


def main() -> None:
    """Pairs in the order of the alphabet, each with how often it was seen."""
    pairs: Counter[tuple[str, str]] = Counter()
    for known in compounds().values():
        pairs.update(known)
    for phrase in f"{FOREIGN}, {COMMON}, {CALCULATED}".split(", "):
        pairs.update(pairwise(phrase.split()))
    for key in EDITIONS:
        for row in load_edition(key).rows:
            texts = (
                row.name,
                row.method,
                row.printed_note,
                row.instructions,
                row.note,
                row.evidence and row.evidence.printed,
            )
            for text in (each for each in (*texts, *row.lead, *row.coordinating) if each):
                pairs.update(_pairs(text))
    for key in list_plans():
        for text in _texts(yaml.load(plan_text(key), yaml.BaseLoader)):  # noqa: S506  every scalar is text
            pairs.update(_pairs(text))
    lines = sorted(f"{one} {other} {count}" for (one, other), count in pairs.items())
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"[^\w\s]|\d|_", text):
        words = (word.casefold() for word in part.split())
        yield from pairwise(word for word in words if is_syllable(word) or len(word) > 3)


def _texts(data: Any) -> Iterator[str]:
    """The Vietnamese texts of a plan; keys and codes are none."""
    if isinstance(data, str):
        yield from () if data.isascii() else (data,)
    else:
        for each in data.values() if isinstance(data, dict) else data:
            yield from _texts(each)


if __name__ == "__main__":
    main()
