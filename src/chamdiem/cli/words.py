"""The words on screen: headings, verdicts and remarks of every command, Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

WORDS: Mapping[str, tuple[str, str]] = {
    # library
    "set": ("Bộ", "Set"),
    "name": ("Tên", "Name"),
    "edition": ("Năm", "Edition"),
    "levels": ("Các cấp", "Levels"),
    "criteria": ("Tiêu chí", "Criteria"),
    "rows": ("Dòng", "Rows"),
    "points": ("Điểm", "Points"),
    "hash": ("Mã băm", "Hash"),
    "draft": ("bản thảo", "draft"),
    # show
    "number": ("Mục", "Row"),
    "grades": ("Xếp loại", "Grades"),
    "printed_sum": ("in {printed}, cộng {computed}", "printed {printed}, adds up to {computed}"),
    "shares": ("chung điểm với mục {row}", "shares the points of row {row}"),
    "rule": ("Cách chấm", "Rule"),
    "note": ("Cách hiểu", "Reading"),
    "bonus": ("điểm thưởng", "bonus"),
    "deduction": ("điểm trừ", "deduction"),
    "condition": ("điều kiện", "condition"),
    "information": ("không tính điểm", "earns nothing"),
    "set_line": (
        "{criteria} tiêu chí, {points} · {issuer} · năm {edition}",
        "{criteria:criterion|criteria}, {points} · {issuer} · {edition}",
    ),
    # lint
    "error": ("LỖI", "ERROR"),
    "warning": ("CẢNH BÁO", "WARNING"),
    "info": ("THÔNG TIN", "INFO"),
    "lint_count": (
        "{errors} lỗi, {warnings} cảnh báo, {infos} thông tin.",
        "{errors:error|errors}, {warnings:warning|warnings}, {infos:remark|remarks}.",
    ),
    "lint_known": (
        "{count} phát hiện đã được xác nhận (xem bằng --all).",
        "{count:finding is|findings are} acknowledged (see --all).",
    ),
    "lint_clean": ("Không có phát hiện nào.", "Nothing was found."),
    "acknowledged": ("đã xác nhận: {reason}", "acknowledged: {reason}"),
    # compare
    "verdict": ("Kết luận", "Verdict"),
    "mark": ("điểm chấm", "mark"),
    "why": ("Vì sao", "Why"),
    "same": ("giữ nguyên", "same"),
    "compatible": ("tương thích", "compatible"),
    "incompatible": ("không tương thích", "incompatible"),
    "added": ("mới thêm", "added"),
    "removed": ("đã bỏ", "removed"),
    "compare_count": (
        "{same} giữ nguyên, {compatible} tương thích, {incompatible} không tương thích, {added} mới thêm, {removed} đã bỏ.",
        "{same} same, {compatible} compatible, {incompatible} incompatible, {added} added, {removed} removed.",
    ),
    "nothing": ("không có", "none"),
    "compare_set": ("Cả bộ chỉ số", "The set as a whole"),
    # import
    "imported": (
        "{title}: {rows} dòng, {criteria} tiêu chí có điểm; {rules} quy tắc đọc được, {manual} để người chấm; {repairs} chỗ chữ đã sửa; {warned} dòng có cảnh báo.",
        "{title}: {rows:row|rows}, {criteria:criterion|criteria} with points; {rules:rule|rules} read, {manual} left to people; {repairs:repair|repairs} of text; {warned:row|rows} with warnings.",
    ),
    "import_written": (
        "Đã tạo {path}. Kiểm tra tiếp: chamdiem lint {path}",
        "Wrote {path}. Check it next: chamdiem lint {path}",
    ),
    # template
    "template_written": (
        "Đã tạo {path}: {figures} số liệu, {organisations} đơn vị. Điền xong chạy: chamdiem score {set} {path}",
        "Wrote {path}: {figures:figure|figures}, {organisations:organisation|organisations}. When filled in: chamdiem score {set} {path}",
    ),
    # score and rank
    "scored_line": (
        "{name}: {organisations} đơn vị, {criteria} tiêu chí.",
        "{name}: {organisations:organisation|organisations}, {criteria:criterion|criteria}.",
    ),
    "written": ("Đã ghi {path}.", "Wrote {path}."),
    "more": (
        "Diễn giải từng điểm: thêm -o ket-qua.xlsx (Excel), -o ket-qua.csv hoặc --json.",
        "For the reason of every point: -o scores.xlsx (Excel), -o scores.csv or --json.",
    ),
    "rest_in_file": (
        "… và {count} đơn vị nữa, trong tệp.",
        "… and {count:more organisation|more organisations}, in the file.",
    ),
    "total_line": (
        "Tổng: {points}/{maximum} điểm{made} · giá trị chỉ số {index}",
        "Total: {points}/{maximum} points{made} · index value {index}",
    ),
    "bonus_in_total": ("đã cộng điểm thưởng {points}", "bonus {points} added"),
    "deduction_in_total": ("đã trừ {points}", "{points} taken off"),
    "scoring": ("Đang chấm điểm", "Scoring"),
    "not_ranked": ("không xếp hạng", "not ranked"),
    # explain and trial
    "asked_shares": (
        "Mục {row} ({name}) dùng chung điểm tối đa với mục {other}, chấm một lần cho cả hai; dưới đây là mục {other}.",
        "Row {row} ({name}) shares the maximum of row {other}, awarded once for both; this is row {other}.",
    ),
    "of_maximum": ("{points}/{maximum} điểm", "{points}/{maximum} points"),
    "no_points": ("{status}", "{status}"),
    "figure": ("Số liệu", "Figures"),
    "others": ("Đơn vị khác", "Others"),
    "reason": ("Diễn giải", "Reason"),
    "broken": ("Sai ràng buộc", "Broken check"),
    "doubtful": ("Cần kiểm tra", "To be checked"),
    "given": ("Số liệu", "Figures"),
    "stand": ("Vị trí", "Where"),
    "stand_below": ("ngay dưới {threshold}", "just below {threshold}"),
    "stand_on": ("đúng {threshold}", "on {threshold}"),
    "stand_above": ("ngay trên {threshold}", "just above {threshold}"),
    "stand_zero": ("mẫu số bằng 0", "divides by zero"),
    "stand_case": ("trường hợp", "case"),
    "stand_refused": ("{stand}: số liệu không được nhận", "{stand}: figures are refused"),
    "plan_fine": (
        "{name} ({key}): kế hoạch đọc được, không có lỗi. {goals} mục tiêu, {targets} chỉ tiêu, {documents} văn bản, {projects} dự án.",
        "{name} ({key}): the plan is read without faults. {goals:goal|goals}, {targets:target|targets}, {documents:document|documents}, {projects:project|projects}.",
    ),
    "stand_full": ("đủ điểm tối đa", "full marks"),
    "stand_equal": ("mọi đơn vị bằng nhau", "all are equal"),
    "stand_missing": ("chưa có số liệu", "no figures"),
    # demo
    "demo_note": ("SỐ LIỆU VÍ DỤ, KHÔNG CÓ THẬT", "EXAMPLE FIGURES, NOT REAL"),
    "demo_lint": ("1. Kiểm tra bộ chỉ số {name}", "1. Check the set {name}"),
    "demo_data": (
        "2. Tạo số liệu ví dụ cho {count} đơn vị của một tỉnh không có thật",
        "2. Make example figures for {count:organisation|organisations} of a province that does not exist",
    ),
    "demo_scores": ("3. Chấm điểm và xếp hạng", "3. Score and rank"),
    "demo_losses": (
        "4. {organisation} mất nhiều điểm nhất ở đâu",
        "4. Where {organisation} loses most",
    ),
    "demo_file": ("5. Ghi kết quả", "5. Write the result"),
    "demo_data_done": (
        "Đã ghi {path}: {figures} số liệu của mỗi đơn vị. Tự chấm: chamdiem score {set} {path}",
        "Wrote {path}: {figures:figure|figures} of each organisation. To score it: chamdiem score {set} {path}",
    ),
    "lost_line": (
        "{row}  {name}: mất {lost} điểm ({points}/{maximum})",
        "{row}  {name}: loses {lost} points ({points}/{maximum})",
    ),
    "demo_done": (
        "Đã ghi {path}: bảng xếp hạng, điểm và diễn giải của mọi đơn vị. Thử tiếp: chamdiem trial {set} {criterion}",
        "Wrote {path}: ranking, points and reasons of all organisations. Try next: chamdiem trial {set} {criterion}",
    ),
}

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
