"""What ``--help`` says: every command, argument and option, Vietnamese and English.

``score.output`` is looked up before ``output``: an option means the same in
every command unless it has words of its own. A test keeps the table complete.
"""

from __future__ import annotations

from collections.abc import Mapping

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

HELP: Mapping[str, tuple[str, str]] = {
    "usage": ("Cách dùng:", "Usage:"),
    "usage_options": ("[TUỲ CHỌN]", "[OPTIONS]"),
    "usage_command": ("LỆNH", "COMMAND"),
    "usage_arguments": ("[THAM SỐ]…", "[ARGUMENTS]…"),
    "arguments": ("Tham số", "Arguments"),
    "options": ("Tuỳ chọn", "Options"),
    "commands": ("Lệnh", "Commands"),
    "examples": ("Ví dụ", "Examples"),
    # the program
    "chamdiem": (
        "Chấm điểm chuyển đổi số theo bộ chỉ số của các quyết định: điểm chính xác, kèm diễn giải từng điểm. Chạy hoàn toàn trên máy này, không cần mạng.",
        "Scores digital transformation by the indicator sets of decisions: exact points, each with its reason. Runs entirely on this machine.",
    ),
    "chamdiem.after": (
        "Mã thoát: 0 tốt; 1 có lỗi trong bộ chỉ số hoặc số liệu (với lint: cả cảnh báo chưa xác nhận); 2 dùng sai lệnh. Xem từng lệnh: chamdiem LỆNH --help.",
        "Exit codes: 0 fine; 1 something is wrong in the set or the answers (lint: warnings not acknowledged too); 2 wrong usage. For one command: chamdiem COMMAND --help.",
    ),
    # the commands
    "library": ("Liệt kê các bộ chỉ số có sẵn.", "List the indicator sets that come with the product."),
    "show": (
        "Xem một bộ chỉ số: cây tiêu chí, điểm tối đa, quy tắc chấm.",
        "Show a set: the tree of criteria, maxima, scoring rules.",
    ),
    "lint": (
        "Kiểm tra một bộ chỉ số: tổng điểm, đánh số, đơn vị, quy tắc, chính tả… và nêu cách sửa.",
        "Check a set: sums, numbering, units, rules, spelling … and say what to do.",
    ),
    "lint.after": (
        "Mã thoát 1 khi còn lỗi hoặc cảnh báo chưa được xác nhận (trong các mức đã chọn bằng --severity); 0 khi chỉ còn thông tin. Để chỉ dừng khi có lỗi: --severity error.",
        "Exit code 1 while an error or warning is not acknowledged (of the severities chosen by --severity); 0 where only remarks are left. To stop for errors alone: --severity error.",
    ),
    "compare": (
        "So sánh hai phiên bản: tiêu chí nào giữ nguyên, tương thích, không tương thích, và vì sao.",
        "Compare two editions: which criteria are the same, compatible or incompatible, and why.",
    ),
    "compare.after": (
        "Giữ nguyên: không đổi gì liên quan đến điểm (đổi cơ quan, minh chứng, ghi chú vẫn được nêu). Tương thích: số liệu năm trước dùng lại được, điểm có thể khác. Không tương thích: phải nhập số liệu khác, hoặc số liệu mang nghĩa khác.",
        "Same: nothing changed that decides points (other offices, evidence and notes are named all the same). Compatible: last year's figures can be used again, their points may differ. Incompatible: other figures are asked for, or they mean something else.",
    ),
    "import": (
        "Đọc phụ lục của một quyết định (Word, Excel, PDF, HTML, chữ) thành dự thảo bộ chỉ số: dòng, cấp, điểm tối đa, đơn vị, quy tắc; kèm mức tin cậy và cảnh báo.",
        "Read the annex of a decision (Word, Excel, PDF, HTML, text) into a draft set: rows, levels, maxima, offices, rules; with confidence and warnings.",
    ),
    "template": (
        "Tạo mẫu Excel để các đơn vị nhập số liệu.",
        "Write the Excel form in which organisations enter their figures.",
    ),
    "score": (
        "Chấm điểm các đơn vị từ tệp Excel, CSV hoặc JSON. Mọi ô sai được nêu một lần, kèm cách sửa.",
        "Score organisations from Excel, CSV or JSON. Every wrong cell is named at once, with its remedy.",
    ),
    "rank": (
        "Xếp hạng các đơn vị (đồng hạng 1-2-2-4), theo nhóm và chung.",
        "Rank organisations (1-2-2-4), in their peer groups and overall.",
    ),
    "explain": (
        "Tính thử một tiêu chí với số liệu cho trước và giải thích từng bước. Số liệu không chấp nhận được (không đọc được, ngoài khoảng, sai ràng buộc) cho mã thoát 1; với --json luôn là status “invalid”, không có điểm, lỗi nằm trong “problems”.",
        "Work out one criterion from given figures and explain every step. Figures that cannot be accepted (unreadable, out of range, against a check) give exit code 1; with --json always the status “invalid”, no points, and what is wrong under “problems”.",
    ),
    "trial": (
        "Bảng tính thử một tiêu chí quanh từng ngưỡng: ngay dưới, đúng tại, ngay trên.",
        "A table of worked values of one criterion around each threshold: just below, on, just above.",
    ),
    "demo": (
        "Chạy thử toàn bộ công việc với số liệu ví dụ của 17 đơn vị một tỉnh không có thật.",
        "Run the whole job on example figures for 17 organisations of a province that does not exist.",
    ),
    # arguments
    "set_name": (
        "khoá của bộ chỉ số có sẵn (xem “chamdiem library”) hoặc đường dẫn tệp YAML",
        "key of a set of the library (see “chamdiem library”) or path of a YAML file",
    ),
    "old": ("bộ cũ: khoá hoặc tệp YAML", "the old set: key or YAML file"),
    "new": ("bộ mới: khoá hoặc tệp YAML", "the new set: key or YAML file"),
    "key": ("chỉ xem dòng này và các dòng dưới nó", "show only this row and what stands under it"),
    "criterion": (
        "khoá, mã hoặc số của tiêu chí, ví dụ 6.6",
        "key, code or number of the criterion, such as 6.6",
    ),
    "answers": ("tệp số liệu: .xlsx, .csv hoặc .json", "file of answers: .xlsx, .csv or .json"),
    "rank.answers": (
        "tệp số liệu (.xlsx, .csv, .json), hoặc tệp điểm JSON do “score --json” ghi",
        "file of answers (.xlsx, .csv, .json), or the scores that “score --json” wrote",
    ),
    # options
    "help": ("hiện trợ giúp này", "show this help"),
    "version": ("hiện phiên bản", "show the version"),
    "lang": ("ngôn ngữ: vi (mặc định) hoặc en", "language: vi (default) or en"),
    "as_json": ("ghi kết quả dạng JSON ra màn hình", "write the result to the screen as JSON"),
    "as_tree": ("cây tiêu chí và điểm (mặc định)", "the tree of criteria and points (default)"),
    "with_rules": ("kèm quy tắc chấm của từng tiêu chí", "with the scoring rule of each criterion"),
    "show_all": ("hiện cả phát hiện đã được xác nhận", "list acknowledged findings as well"),
    "severities": (
        "chỉ hiện mức này: error, warning hoặc info (dùng được nhiều lần)",
        "only this severity: error, warning or info (may be repeated)",
    ),
    "output": ("ghi kết quả vào tệp này", "write the result to this file"),
    "file": (
        "tệp phụ lục (.docx, .xlsx, .pdf, .html, .txt, .md)",
        "file of the annex (.docx, .xlsx, .pdf, .html, .txt, .md)",
    ),
    "import.output": ("tệp YAML của dự thảo bộ chỉ số cần tạo", "the YAML file of the draft set to write"),
    "report": (
        "tệp JSON: từng dòng, chữ đã sửa, bảng, số đếm văn bản nêu",
        "JSON file: every row, repairs, tables, counts the text states",
    ),
    "page": (
        "tệp HTML để xem dự thảo bên cạnh nguyên văn",
        "HTML file that shows the draft beside the source",
    ),
    "template.output": ("tệp Excel (.xlsx) cần tạo", "the Excel file (.xlsx) to write"),
    "demo.output": (
        "tệp Excel kết quả (mặc định chamdiem-vi-du.xlsx)",
        "the Excel file with the result (default chamdiem-vi-du.xlsx)",
    ),
    "demo.set_name": (
        "bộ chỉ số dùng để chạy thử (mặc định chuprong-2023)",
        "the set to run on (default chuprong-2023)",
    ),
    "seed": (
        "số gieo: cùng số thì ra cùng số liệu (mặc định 2023)",
        "seed: the same number gives the same figures (default 2023)",
    ),
    "organisations": (
        "danh sách đơn vị: .xlsx, .csv hoặc .json có cột mã, tên, nhóm",
        "list of organisations: .xlsx, .csv or .json with code, name and peer group",
    ),
    "count": (
        "số cột để trống khi chưa có danh sách (mặc định 1)",
        "blank columns when there is no list (default 1)",
    ),
    "output_format": (
        "dạng kết quả: table, xlsx, csv hoặc json (mặc định theo đuôi tệp, không có tệp thì table)",
        "form of the result: table, xlsx, csv or json (by default that of the file, without a file table)",
    ),
    "with_criteria": (
        "dưới bảng tổng hợp, kèm điểm và diễn giải từng tiêu chí của mọi đơn vị",
        "below the totals, the points and reason of every criterion of each organisation",
    ),
    "asked": (
        "như --criteria, nhưng chỉ của đơn vị có mã này (dùng được nhiều lần)",
        "as --criteria, but only of the organisation with this code (may be repeated)",
    ),
    "given": (
        "số liệu theo chữ cái của tiêu chí, ví dụ a=950 (lặp lại cho từng chữ)",
        "a figure by its letter, such as a=950 (once for each letter)",
    ),
    "others": (
        "số liệu của một đơn vị khác, ví dụ n=60 hoặc “n=1; x=có” (lặp lại cho từng đơn vị)",
        "the figures of another organisation, such as n=60 or “n=1; x=yes” (once for each)",
    ),
}

EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "library": ("chamdiem library",),
    "show": ("chamdiem show chuprong-2023", "chamdiem show chuprong-2023 6.6 --rules"),
    "lint": ("chamdiem lint huyen-2021", "chamdiem lint chuprong-2023 --all --json"),
    "compare": ("chamdiem compare huyen-2021 chuprong-2023",),
    "import": (
        "chamdiem import phu-luc.docx -o bo-chi-so.yaml --page doi-chieu.html",
        "chamdiem import phu-luc.xlsx --json",
    ),
    "template": (
        "chamdiem template chuprong-2023 -o mau.xlsx --count 17",
        "chamdiem template chuprong-2023 -o mau.xlsx --organisations don-vi.csv",
    ),
    "score": (
        "chamdiem score chuprong-2023 so-lieu.xlsx",
        "chamdiem score chuprong-2023 so-lieu.xlsx --organisation VD01",
        "chamdiem score chuprong-2023 so-lieu.xlsx -o ket-qua.xlsx",
        "chamdiem score chuprong-2023 so-lieu.csv --json",
    ),
    "rank": ("chamdiem rank chuprong-2023 so-lieu.xlsx",),
    "explain": (
        "chamdiem explain chuprong-2023 6.6 --input a=185008 --input b=66140 --input c=46252",
        "chamdiem explain chuprong-2023 5.9 --input n=9 --other n=60 --other n=1",
    ),
    "trial": ("chamdiem trial chuprong-2023 6.6",),
    "demo": ("chamdiem demo", "chamdiem demo ninhthuan-2021 --seed 7 -o thu.xlsx"),
}


def help_text(command: str, name: str = "") -> tuple[str, str]:
    """The words for a command, or for one of its parameters; ``KeyError`` when there are none."""
    if not name:
        return HELP[command]
    return HELP.get(f"{command}.{name}") or HELP[name]
