"""What should be known beside places and grades, in words: Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    "scores.set_has_errors": (
        "Bộ chỉ số còn {count} lỗi rà soát chưa xử lý, điểm và thứ hạng có thể sai: chạy "
        "“chamdiem lint {set}” để xem từng lỗi.",
        "The set has {count} open lint errors, so points and places may be wrong: run “chamdiem lint {set}”.",
    ),
    "scores.missing": (
        "{count} ô điểm (mỗi đơn vị, mỗi tiêu chí một ô) chưa có số liệu, tính 0 điểm; bổ "
        "sung số liệu thì điểm và thứ hạng có thể đổi.",
        "Cells without figures (one for each organisation and criterion): {count}; they earn "
        "nothing, and places may move once the figures are there.",
    ),
    "scores.missing_deduction": (
        "{count} ô điểm trừ chưa có số liệu nên chưa trừ điểm nào, có lợi cho đơn vị bỏ trống: "
        "nhập số liệu, kể cả số 0, trước khi xếp hạng.",
        "Cells of deductions without figures: {count}; nothing is taken off, which favours who left "
        "them blank: enter the figures, zeros too, before ranking.",
    ),
    "scores.no_peer_group": (
        "{count} đơn vị không ghi nhóm xếp hạng trong khi các đơn vị khác có nhóm: {organisations}; các "
        "đơn vị này được xếp hạng riêng với nhau: bổ sung nhóm nếu ghi thiếu.",
        "Organisations without a peer group, where others have one ({count}): {organisations}; they are "
        "ranked among themselves: add the group where it was left out.",
    ),
    "scores.undecided": (
        "Mục {row} chưa có điểm ({status}) ở {count} đơn vị: {organisations}; tổng điểm, thứ "
        "hạng và xếp loại là tạm tính.",
        "Row {row} is not decided ({status_en}) for organisations ({count}): {organisations}; "
        "totals, places and grades are provisional.",
    ),
    "scores.alone": (
        "Mục {row} so sánh giữa các đơn vị nhưng chỉ có một đơn vị được so sánh: điểm của mục "
        "này không cho biết hơn kém.",
        "Row {row} compares organisations but only one is compared: its points do not tell "
        "better from worse.",
    ),
    "scores.alone_in_group": (
        "Mục {row} so sánh trong nhóm “{group}” nhưng nhóm chỉ có một đơn vị được so sánh: "
        "điểm của mục này không cho biết hơn kém.",
        "Row {row} compares within group “{group}” but only one organisation is compared "
        "there: its points do not tell better from worse.",
    ),
    "scores.much_not_applicable": (
        "{organisation}: {share}% tổng điểm tối đa không áp dụng; kiểm tra lại từng tiêu "
        "chí không áp dụng trước khi xếp hạng.",
        "{organisation}: {share}% of the full maximum does not apply; check each criterion before ranking.",
    ),
    "scores.statuses_unknown": (
        "Tệp điểm không ghi đủ tình trạng từng tiêu chí của {count} đơn vị ({organisations}), nên không biết "
        "có ô thiếu, đang chờ hay không áp dụng: xếp hạng từ tệp số liệu, hoặc ghi “criteria” với “status”.",
        "The file does not say how every criterion stands for organisations ({count}): {organisations}; "
        "what is missing, open or not applicable is unknown: rank the file of answers, or give “criteria” "
        "with “status”.",
    ),
}
