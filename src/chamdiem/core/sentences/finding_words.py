"""Words that findings use inside their sentences, Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "whole_set": ("Cả bộ", "The set"),
    "every_group": ("mọi nhóm", "every group"),
    # fields of a row
    "name": ("tên", "name"),
    "printed_title": ("tên văn bản", "title"),
    "document": ("tên quyết định", "name of the decision"),
    "instructions": ("hướng dẫn", "instructions"),
    "method": ("cách tính", "method"),
    "printed_note": ("ghi chú", "note"),
    "evidence": ("tài liệu kiểm chứng", "evidence"),
    "lead": ("đơn vị phụ trách", "office in charge"),
    "coordinating": ("đơn vị phối hợp", "coordinating office"),
    "deadline": ("thời hạn", "deadline"),
    "number": ("số thứ tự", "number"),
    "code": ("mã", "code"),
    "label": ("tên số liệu", "label of a figure"),
    "unit": ("đơn vị tính", "unit"),
    "option": ("tên lựa chọn", "name of a choice"),
    "level": ("tên cấp", "name of a level"),
    "grade": ("tên mức xếp loại", "name of a grade"),
    "max_points": ("điểm tối đa", "maximum"),
    # what a name promises
    "rate": ("tỷ lệ", "a rate"),
    "amount": ("số lượng", "an amount"),
    "part_of_maximum": ("một phần điểm tối đa", "a part of the maximum"),
    "adds": ("cộng điểm thay vì trừ", "adds points instead of taking them off"),
    "takes": ("trừ điểm thay vì cộng", "takes points off instead of adding them"),
    "gives_more": ("cho nhiều điểm hơn", "gives more points"),
    "gives_by_ratio": ("vẫn cho điểm theo tỷ lệ", "gives points in proportion"),
    "gives_less": ("cho ít điểm hơn", "gives fewer points"),
    "takes_more": ("trừ nhiều điểm hơn", "takes more points off"),
    "takes_less": ("trừ ít điểm hơn", "takes fewer points off"),
    "wants_all": ("chỉ cho điểm khi đủ cả", "gives points for all of it only"),
    "wants_one": ("cho điểm khi chỉ có một trong số đó", "gives points for one of it alone"),
    "adds_parts": (
        "cộng các phần, không phần nào một mình được điểm tối đa (lấy phần cao nhất: best_of)",
        "adds its parts up and none of them alone earns the maximum (best_of would take the highest)",
    ),
    "misread": ("UTF-8 bị đọc sai", "UTF-8 read wrongly"),
    # ways of numbering
    "arabic": ("số Ả Rập", "Arabic numbers"),
    "roman": ("số La Mã", "Roman numbers"),
    "letter": ("chữ cái", "letters"),
    # conditions
    "always": ("luôn đúng", "always holds"),
    "never": ("không bao giờ đúng", "never holds"),
    # branches of rules
    "otherwise": ("còn lại", "otherwise"),
    "cap": ("trần", "cap"),
    "if_all_equal": ("mọi đơn vị bằng nhau", "all equal"),
    "if_all_zero": ("mọi đơn vị bằng 0", "all zero"),
    # ways of comparing organisations
    "min_max": ("Min-Max", "min–max"),
    "share_of_max": ("so với đơn vị cao nhất", "share of the highest"),
    "share_of_min": ("so với đơn vị thấp nhất", "share of the lowest"),
    "better_high": ("càng cao càng nhiều điểm", "the more, the better"),
    "better_low": ("càng thấp càng nhiều điểm", "the less, the better"),
    "leader_excess": ("so với đơn vị dẫn đầu", "share of the leader's excess"),
    # who evaluates
    "organisation": ("đơn vị tự đánh giá", "the organisation"),
    "appraiser": ("người thẩm định", "the appraiser"),
    "survey": ("khảo sát", "a survey"),
    "council": ("hội đồng", "the council"),
    "feed": ("số liệu từ hệ thống", "figures from a system"),
    "peers": ("so sánh giữa các đơn vị", "comparison with the others"),
    # where a worked case is missing
    "on": ("đúng tại", "exactly on"),
    "below": ("ngay dưới", "just below"),
    "above": ("ngay trên", "just above"),
    "on_and_below": ("đúng tại và ngay dưới", "on and just below"),
    "on_and_above": ("đúng tại và ngay trên", "on and just above"),
    # how a case comes out
    "nothing_given": ("số liệu để trống", "no figures"),
    "status_scored": ("được chấm", "scored"),
    "status_missing": ("chưa có số liệu", "no figures"),
    "status_not_applicable": ("không áp dụng", "not applicable"),
    "status_needs_peers": ("chờ số liệu đơn vị khác", "waits for the others"),
    "status_disputed": ("chờ hội đồng", "waits for the council"),
    "status_invalid": ("số liệu không hợp lệ", "invalid figures"),
    # what a decision leaves blank
    "decision_number": ("số", "its number"),
    "decision_date": ("ngày ban hành", "its date"),
}
