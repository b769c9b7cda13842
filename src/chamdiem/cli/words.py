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
    "draft": ("bản dự thảo", "draft"),
    # show
    "number": ("Mục", "Row"),
    "grades": ("Xếp loại", "Grades"),
    "tie_break": ("Bằng chỉ số thì so lần lượt", "Equals are parted by, in order"),
    "printed_sum": ("in {printed}, cộng {computed}", "printed {printed}, adds up to {computed}"),
    "shares": ("chung điểm với mục {row}", "shares the points of row {row}"),
    "rule": ("Cách chấm", "Rule"),
    "note": ("Cách hiểu", "Reading"),
    "bonus": ("điểm thưởng", "bonus"),
    "deduction": ("điểm trừ", "deduction"),
    "condition": ("điều kiện", "condition"),
    "information": ("không tính điểm", "earns nothing"),
    "set_line": (
        "{criteria} tiêu chí, {points} · {issuer} · {edition}",
        "{criteria:criterion|criteria}, {points} · {issuer} · {edition}",
    ),
    "of_year": ("năm {edition}", "{edition}"),
    "of_version": ("phiên bản {edition}", "version {edition}"),
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
        "Điểm và diễn giải từng tiêu chí: thêm --criteria (mọi đơn vị), --organisation MÃ (một đơn vị), -o ket-qua.xlsx (Excel), -o ket-qua.csv hoặc --json.",
        "For the points and reason of every criterion: --criteria (all organisations), --organisation CODE (one), -o scores.xlsx (Excel), -o scores.csv or --json.",
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
