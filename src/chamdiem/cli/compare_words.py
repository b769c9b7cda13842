"""What ``compare`` says of each change, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

# What differs between two editions: code of the difference → sentence.
DIFFERENCES: Mapping[str, tuple[str, str]] = {
    "key": ("khoá đổi từ {old} thành {new}", "key {old} became {new}"),
    "code": (
        "mã in đổi: {old} → {new} (không đổi điểm)",
        "printed code changed: {old} → {new} (no points move)",
    ),
    "number": ("số mục đổi từ {old} thành {new}", "number {old} became {new}"),
    "name": ("tên đổi: “{old}” → “{new}”", "name changed: “{old}” → “{new}”"),
    "name_apart": (
        "tên khác hẳn: “{old}” → “{new}”; kiểm tra còn là cùng một tiêu chí",
        "quite another name: “{old}” → “{new}”; check that it is still the same criterion",
    ),
    "role": ("vai trò đổi từ {old} thành {new}", "role {old} became {new}"),
    "evaluator": ("bên đánh giá đổi từ {old} thành {new}", "evaluator {old} became {new}"),
    "max_points": ("điểm tối đa đổi từ {old} thành {new}", "maximum {old} became {new}"),
    "kind": (
        "cách chấm đổi, cùng số liệu có thể được điểm khác. Trước: “{old}”. Nay: “{new}”",
        "another kind of rule, the same figures may earn other points. Before: “{old}”. Now: “{new}”",
    ),
    "rule": (
        "ngưỡng hoặc công thức đổi, cùng số liệu có thể được điểm khác. Trước: “{old}”. Nay: “{new}”",
        "thresholds or formula changed, the same figures may earn other points. Before: “{old}”. Now: “{new}”",
    ),
    "rule_words": (
        "công thức viết khác nhưng cho cùng điểm. Trước: “{old}”. Nay: “{new}”",
        "the formula is written in another way and gives the same points. Before: “{old}”. Now: “{new}”",
    ),
    "kind_alike": (
        "cách chấm viết theo lối khác mà đọc như nhau: “{old}”; thử lại vài số liệu",
        "another kind of rule that reads alike: “{old}”; try some figures",
    ),
    "rule_alike": (
        "quy tắc viết khác mà đọc như nhau: “{old}”; thử lại vài số liệu",
        "the rule is written in another way and reads alike: “{old}”; try some figures",
    ),
    "rule_words_alike": (
        "công thức viết khác, đọc như nhau và cho cùng điểm: “{old}”",
        "the formula is written in another way, reads alike and gives the same points: “{old}”",
    ),
    "conditions_alike": (
        "ràng buộc hoặc điều kiện áp dụng viết khác mà đọc như nhau: “{old}”",
        "checks or condition of application are written in another way and read alike: “{old}”",
    ),
    "method": (
        "lời văn của cách tính trong văn bản đổi; kiểm tra quy tắc còn đúng với lời văn mới",
        "the words of the printed method changed; check that the rule still says what they say",
    ),
    "meaning": (
        "chữ của số liệu đổi nghĩa: {old} → {new}; số liệu năm trước không dùng lại được",
        "a letter now stands for another figure: {old} → {new}; last year's figures cannot be carried over",
    ),
    "option_meaning": (
        "mã lựa chọn đổi nghĩa: {old} → {new}; câu trả lời năm trước không dùng lại được",
        "a code of a choice now stands for another level: {old} → {new}; last year's answer cannot be used again",
    ),
    "option_words": (
        "lời văn của lựa chọn đổi: {old} → {new}; kiểm tra còn là cùng một mức",
        "wording of a choice changed: {old} → {new}; check that it is still the same level",
    ),
    "letters": (
        "số liệu cần nhập đổi từ ({old}) thành ({new})",
        "figures asked for changed from ({old}) to ({new})",
    ),
    "type": ("kiểu số liệu đổi: {old} → {new}", "kind of figure changed: {old} → {new}"),
    "decimals": ("số chữ số thập phân đổi: {old} → {new}", "number of decimals changed: {old} → {new}"),
    "unit": ("đơn vị tính đổi: {old} → {new}", "unit changed: {old} → {new}"),
    "figure": ("nguồn số liệu đổi: {old} → {new}", "source of the figure changed: {old} → {new}"),
    "label": (
        "tên số liệu đổi: {old} → {new}; kiểm tra còn là cùng một số liệu",
        "label of a figure changed: {old} → {new}; check that it is still the same figure",
    ),
    "conditions": (
        "ràng buộc hoặc điều kiện áp dụng đổi: “{old}” → “{new}”",
        "checks or the condition of applying changed: “{old}” → “{new}”",
    ),
    "rounding": ("số chữ số làm tròn đổi từ {old} thành {new}", "digits of rounding {old} became {new}"),
    "parent": ("chuyển từ “{old}” sang “{new}”", "moved from “{old}” to “{new}”"),
    "shares_maximum_of": (
        "dòng dùng chung điểm tối đa đổi từ {old} thành {new}",
        "row whose maximum is shared changed from {old} to {new}",
    ),
    "minimum": (
        "giá trị nhỏ nhất được nhập đổi: {old} → {new}",
        "least value accepted changed: {old} → {new}",
    ),
    "maximum": (
        "giá trị lớn nhất được nhập đổi: {old} → {new}",
        "greatest value accepted changed: {old} → {new}",
    ),
    "since": (
        "mốc tính ngày đổi, cùng một ngày có thể được điểm khác: {old} → {new}",
        "day counted from changed, the same date may earn other points: {old} → {new}",
    ),
    "step": ("bước giá trị đổi: {old} → {new}", "step of values changed: {old} → {new}"),
    "options": (
        "có lựa chọn không còn, câu trả lời năm trước không dùng lại được: ({old}) → ({new})",
        "a choice is gone, last year's answer cannot be used again: ({old}) → ({new})",
    ),
    "lead": (
        "cơ quan chủ trì đổi: {old} → {new} (không đổi điểm)",
        "office in charge changed: {old} → {new} (no points move)",
    ),
    "coordinating": (
        "cơ quan phối hợp đổi: {old} → {new} (không đổi điểm)",
        "coordinating offices changed: {old} → {new} (no points move)",
    ),
    "instructions": (
        "hướng dẫn của văn bản đổi: {old} → {new} (không đổi điểm)",
        "instructions of the document changed: {old} → {new} (no points move)",
    ),
    "printed_note": (
        "ghi chú in trong văn bản đổi: {old} → {new} (không đổi điểm)",
        "printed note changed: {old} → {new} (no points move)",
    ),
    "evidence": (
        "loại tài liệu kiểm chứng đổi: {old} → {new} (không đổi điểm)",
        "kinds of evidence changed: {old} → {new} (no points move)",
    ),
    "evidence_printed": (
        "lời văn về tài liệu kiểm chứng đổi: {old} → {new} (không đổi điểm)",
        "words about the evidence changed: {old} → {new} (no points move)",
    ),
    "evidence_signed": (
        "yêu cầu tài liệu ký số đổi: {old} → {new} (không đổi điểm)",
        "whether documents must be signed changed: {old} → {new} (no points move)",
    ),
    "evidence_period": (
        "yêu cầu tài liệu ban hành trong kỳ đánh giá đổi: {old} → {new} (không đổi điểm)",
        "whether documents must date from the period changed: {old} → {new} (no points move)",
    ),
    "note": (
        "ghi chú về cách đọc đổi: {old} → {new} (không đổi điểm)",
        "note about the reading changed: {old} → {new} (no points move)",
    ),
    "evidence_least": (
        "số tài liệu kiểm chứng tối thiểu đổi: {old} → {new} (không đổi điểm)",
        "least number of documents changed: {old} → {new} (no points move)",
    ),
    "deadline": (
        "thời hạn đổi: {old} → {new} (không đổi điểm)",
        "deadline changed: {old} → {new} (no points move)",
    ),
    "figure_name": (
        "tên của thông tin chung đổi: {old} → {new}; kiểm tra còn là cùng một số liệu",
        "name of the shared information changed: {old} → {new}; check that it is still the same figure",
    ),
    "other": ("thay đổi khác: {old} → {new}", "another change: {old} → {new}"),
}

# What changed for the set as a whole, and what that moves.
SET_DIFFERENCES: Mapping[str, tuple[str, str]] = {
    "not_applicable": (
        "cách tính tiêu chí không áp dụng đổi: {old} → {new}; tổng điểm, chỉ số và thứ hạng có thể đổi",
        "treatment of what does not apply changed: {old} → {new}; totals, index values and places may move",
    ),
    "bonus_cap": (
        "mức được vượt thang điểm nhờ điểm thưởng đổi: {old} → {new}; tổng điểm, chỉ số và thứ hạng có thể đổi",
        "how far bonuses may lift the total above the maximum changed: {old} → {new}; totals, index values and places may move",
    ),
    "group_maximum": (
        "điểm tối đa của nhóm điểm thưởng, điểm trừ đổi: {old} → {new}; tổng điểm, chỉ số và thứ hạng có thể đổi",
        "maximum of a group of bonuses or deductions changed: {old} → {new}; totals, index values and places may move",
    ),
    "group_name": (
        "tên nhóm đổi: {old} → {new}; không đổi điểm",
        "name of a group changed: {old} → {new}; no points move",
    ),
    "group_code": (
        "mã in của nhóm đổi: {old} → {new}; không đổi điểm",
        "printed code of a group changed: {old} → {new}; no points move",
    ),
    "set_name": (
        "tên bộ đổi: “{old}” → “{new}”; không đổi điểm",
        "name of the set changed: “{old}” → “{new}”; no points move",
    ),
    "issuer": (
        "cơ quan ban hành đổi: {old} → {new}; không đổi điểm",
        "issuer changed: {old} → {new}; no points move",
    ),
    "levels": (
        "tên các cấp đổi: {old} → {new}; không đổi điểm",
        "names of the levels changed: {old} → {new}; no points move",
    ),
    "printed_total": (
        "tổng điểm in của bộ đổi: {old} → {new}; điểm của bộ vẫn là tổng các tiêu chí",
        "printed total changed: {old} → {new}; the set still earns what its criteria earn",
    ),
    "order": (
        "thứ tự các dòng đổi (gọi theo bản mới): {old} → {new}; không đổi điểm",
        "order of rows changed (named as in the new edition): {old} → {new}; no points move",
    ),
    "group_points": (
        "điểm in của nhóm đổi: {old} → {new}; điểm của nhóm vẫn là tổng các tiêu chí bên dưới",
        "printed maximum of a group changed: {old} → {new}; it still earns what the criteria below it earn",
    ),
    "tie_break": (
        "thứ tự phân định khi bằng điểm đổi: {old} → {new}; thứ hạng của đơn vị bằng điểm có thể đổi",
        "tie-break changed: {old} → {new}; places of equal organisations may move",
    ),
    "grades": (
        "mức xếp loại đổi: {old} → {new}; xếp loại có thể đổi",
        "grades changed: {old} → {new}; grades awarded may move",
    ),
    "derived": (
        "chỉ số tổng hợp riêng đổi: {old} → {new}; giá trị của chỉ số đó có thể đổi",
        "derived index changed: {old} → {new}; its values may move",
    ),
    "index_digits": (
        "số chữ số thập phân của chỉ số đổi từ {old} thành {new}; chỉ cách ghi đổi, thứ hạng không đổi",
        "digits of the index {old} became {new}; only how it is written moves, no place does",
    ),
    "reference_period": (
        "kỳ số liệu đổi: {old} → {new}; số liệu của hai kỳ không cùng thời gian",
        "reference period changed: {old} → {new}; the figures are of other times",
    ),
    "other": ("thay đổi khác của bộ chỉ số: {old} → {new}", "another change of the set: {old} → {new}"),
}

# Words of the set format, as people say them.
VALUES: Mapping[str, tuple[str, str]] = {
    "yes": ("có", "yes"),
    "no": ("không", "no"),
    "whole": ("số nguyên", "whole number"),
    "decimal": ("số thập phân", "decimal"),
    "yes_no": ("có/không", "yes/no"),
    "choice": ("lựa chọn", "choice"),
    "date": ("ngày", "date"),
    "text": ("chữ", "text"),
    "scored": ("tính điểm", "scored"),
    "bonus": ("điểm thưởng", "bonus"),
    "deduction": ("điểm trừ", "deduction"),
    "condition": ("điều kiện", "condition"),
    "information": ("thông tin chung", "general information"),
    "organisation": ("đơn vị tự đánh giá", "organisation"),
    "appraiser": ("người thẩm định", "appraiser"),
    "survey": ("khảo sát", "survey"),
    "council": ("hội đồng", "council"),
    "feed": ("hệ thống", "data feed"),
    "peers": ("so với đơn vị khác", "peers"),
    "document": ("văn bản", "document"),
    "link": ("đường dẫn", "link"),
    "image": ("hình ảnh", "image"),
    "video": ("video", "video"),
    "list": ("danh sách hoặc bảng biểu", "list"),
    "system": ("số liệu trên hệ thống", "data in a system"),
    "rescale": ("quy đổi theo điểm tối đa còn lại", "rescaled to what applies"),
    "full": ("được điểm tối đa", "full points"),
    "zero": ("0 điểm", "no points"),
}
