"""Problems of improvement plans whose parts do not fit together.

Code → (Vietnamese, English); ``problems`` says them.
"""

from __future__ import annotations

from collections.abc import Mapping

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

TEXTS: Mapping[str, tuple[str, str]] = {
    "plan.unknown_format": (
        "Dạng tệp “{value}” không đọc được: dòng đầu phải là “format: {expected}”.",
        "Files of the format “{value}” cannot be read: the first line must be “format: {expected}”.",
    ),
    "plan.unknown_set": (
        "Không có bộ chỉ số “{set}” trong thư viện: sửa mã bộ chỉ số của kế hoạch.",
        "The library has no set “{set}”: correct the key of the set of the plan.",
    ),
    "plan.criteria_without_set": (
        "Kế hoạch gắn với tiêu chí nhưng không nói của bộ nào: thêm mã bộ chỉ số của kế hoạch.",
        "The plan is linked to criteria without saying of which set: add the key of the set of the plan.",
    ),
    "plan.spelling_twice": (
        "Cách viết “{spelling}” được ghi cho cả “{first}” và “{second}”: chỉ giữ ở một cơ quan.",
        "The spelling “{spelling}” stands for both “{first}” and “{second}”: keep it for one body.",
    ),
    "plan.unknown_body": (
        "Cơ quan “{body}” không có trong danh sách cơ quan của kế hoạch{alike}: sửa tên cho giống, hoặc thêm vào danh sách. Nhiều cơ quan thì tách riêng từng tên (trong Excel: bằng dấu chấm phẩy).",
        "The body “{body}” is not in the list of bodies of the plan{alike}: correct the name or add it. Several bodies are written one by one (in Excel: with semicolons).",
    ),
    "plan.repeated_key": (
        "Mã “{key}” đã có: đặt mã khác.",
        "The key “{key}” is taken: choose another one.",
    ),
    "plan.unknown_heading": (
        "Không có đề mục “{heading}” đứng trước chỗ này: sửa mã hoặc thêm đề mục.",
        "No heading “{heading}” stands before this place: correct the key or add the heading.",
    ),
    "plan.threshold_without_unit": (
        "Ngưỡng {value} của “{label}” chưa có đơn vị tính: ghi rõ %, người, xã…",
        "The threshold {value} of “{label}” has no unit: say whether %, people, communes …",
    ),
    "plan.unit_blank": (
        "Đơn vị tính để trống: ghi rõ %, người, xã…; mức phải đạt nào cũng cần đơn vị tính.",
        "The unit is blank: say whether %, people, communes …; every measure needs one.",
    ),
    "plan.correction_not_printed": (
        "Phần sửa “{printed}” không có trong trường {field}: chép đúng chữ như đã in.",
        "The text “{printed}” to be corrected does not stand in the field {field}: copy it as printed.",
    ),
    "plan.years_reversed": (
        "Năm kết thúc {to} đứng trước năm bắt đầu {from}: sửa lại cho năm kết thúc không trước năm bắt đầu.",
        "The last year {to} lies before the first {from}: correct one of them.",
    ),
    "plan.unknown_goal": (
        "Không có mục tiêu mang mã “{goal}”{alike}: sửa mã, hoặc thêm mục tiêu đó.",
        "There is no goal with the key “{goal}”{alike}: correct the key, or add the goal.",
    ),
    "plan.unknown_criterion": (
        "Bộ chỉ số “{set}” không có tiêu chí mang mã “{criterion}”: ghi mã đúng như trong bộ chỉ số.",
        "The set “{set}” has no criterion with the key “{criterion}”: write the key as in the set.",
    ),
    "plan.unknown_clause": (
        "Không có khoản “{clause}”: sửa mã.",
        "There is no clause “{clause}”: correct the key.",
    ),
    "planbook.sheet_missing": (
        "Thiếu trang tính “{sheet}”. Hãy dùng tệp mẫu và giữ nguyên tên các trang.",
        "The sheet “{sheet}” is missing. Use the template and keep the names of its sheets.",
    ),
    "planbook.cell_missing": (
        "Thiếu “{column}”: ghi vào ô {cell}.",
        "“{column}” is missing: fill in the cell {cell}.",
    ),
    "planbook.heading_missing": (
        "Không thấy dòng tiêu đề có cột “{heading}”. Hãy dùng tệp mẫu và giữ nguyên dòng tiêu đề.",
        "No line of headings with the column “{heading}” was found. Use the template and keep its headings.",
    ),
    "planbook.column_missing": (
        "Thiếu cột “{column}”. Giữ đủ các cột của tệp mẫu, cột không dùng thì để trống.",
        "The column “{column}” is missing. Keep every column of the template, empty where it is not used.",
    ),
    "planbook.column_twice": (
        "Cột “{column}” có hai lần, không biết lấy cột nào: xóa một cột.",
        "The column “{column}” stands there twice, and which one counts is unknown: delete one.",
    ),
    "planbook.column_unknown": (
        "Cột “{column}” không có trong tệp mẫu nên không được đọc: đổi lại tên cột hoặc xóa cột.",
        "The column “{column}” is not in the template and would not be read: rename or delete it.",
    ),
    "planbook.formula": (
        "“{value}” là công thức bị lỗi hoặc chưa được tính: ghi thẳng giá trị, hoặc mở bằng Excel, sửa công thức rồi lưu lại.",
        "“{value}” is a broken or uncomputed formula: write the value, or open it in Excel, mend it and save it again.",
    ),
    "planbook.operator": (
        "“{value}” không phải là cách so sánh. Hãy ghi một trong: {allowed}.",
        "“{value}” is no comparison. Write one of: {allowed}.",
    ),
    "planbook.frequency": (
        "“{value}” không phải là kỳ báo cáo: chọn một trong {allowed}.",
        "“{value}” is no reporting period: choose one of {allowed}.",
    ),
    "planbook.day": (
        "“{value}” không phải là ngày: ghi ngày/tháng/năm, ví dụ 03/06/2020.",
        "“{value}” is no date: write day/month/year, such as 03/06/2020.",
    ),
    "planbook.number_day": (
        "“{value}” ở cột {column} là một ngày: Excel đã tự đổi số thứ tự thành ngày. "
        "Hãy định dạng ô là Văn bản (Text) rồi ghi lại số thứ tự như in, ví dụ 1.1.",
        "“{value}” in column {column} is a date: Excel turned the number into one. "
        "Format the cell as Text and write the number again as printed, such as 1.1.",
    ),
    "planbook.unit_printed": (
        "Ô hiển thị “{value}”: định dạng của ô in kèm “{beside}”, còn cột {column} tính bằng {unit}. Hãy đổi số "
        "sang {unit}, rồi bỏ chữ khỏi định dạng của ô (chọn định dạng Số).",
        "The cell shows “{value}”: its format prints “{beside}”, but column {column} counts in {unit}. Convert "
        "the number to {unit}, then take the words out of the format of the cell (choose Number).",
    ),
    "planbook.expected": (
        "“{value}” không phải là điểm dự kiến. Hãy ghi mã tiêu chí, dấu bằng, số điểm, ví dụ 5.8.1=2,5.",
        "“{value}” is no expectation. Write the criterion, an equals sign and the points, such as 5.8.1=2,5.",
    ),
    "plan.years_outside": (
        "Năm {value} nằm ngoài thời gian của kế hoạch ({period}): sửa năm, hoặc sửa thời gian của kế hoạch.",
        "{value} lies outside the period of the plan ({period}): correct the year, or the period of the plan.",
    ),
    "plan.years_unexplained": (
        "Các năm {value} bắt đầu trước hoặc kết thúc sau thời gian của kế hoạch ({period}): sửa năm, hoặc nêu lý do ở phần ghi chú của nội dung đó.",
        "{value} begins before the period of the plan ({period}) or ends after it: correct the years, or say why in the note of that entry.",
    ),
    "plan.threshold_negative": (
        "Ngưỡng {value} của “{label}” nhỏ hơn 0: ghi số từ 0 trở lên; muốn nói mức giảm thì ghi chữ “giảm” ở chỉ số đo.",
        "The threshold {value} of “{label}” is below 0: write a number from 0; what is to fall is said in the name of the figure.",
    ),
    "plan.text_too_long": (
        "Nội dung “{start}…” dài {count} ký tự, nhiều nhất là {most}. Hãy rút gọn.",
        "The text “{start}…” has {count} letters, {most} at most. Shorten it.",
    ),
    "plan.share_above_whole": (
        "“{label}” là {value}%, quá 100%: tỷ lệ trong một tổng số không quá 100%; sửa con số. Nếu là mức tăng so với trước thì ghi chữ “tăng” ở chỉ số đo.",
        "“{label}” is {value}%, more than all: correct the number. What grows compared with before says “tăng” in the name of the figure.",
    ),
    "plan.points_negative": (
        "Điểm dự kiến {value} của tiêu chí {criterion} nhỏ hơn 0: ghi số điểm từ 0 trở lên; điểm giảm chỉ ghi bên cạnh tiêu chí được thêm điểm.",
        "The {value} points expected at criterion {criterion} are below 0: write points from 0; points lost only beside a criterion that wins some.",
    ),
    "plan.points_above_maximum": (
        "Điểm dự kiến {value} của tiêu chí {criterion} lớn hơn điểm tối đa {most} của tiêu chí đó: ghi số điểm không quá {most}.",
        "The {value} points expected at criterion {criterion} are more than its maximum of {most}: write at most {most}.",
    ),
    "plan.points_twice": (
        "Tiêu chí {criterion} có hai điểm dự kiến trong cùng một nội dung: chỉ giữ một.",
        "Criterion {criterion} has expected points twice in one entry: keep one.",
    ),
    "plan.criterion_twice": (
        "Tiêu chí {key} được ghi hai lần: chỉ giữ một.",
        "Criterion {key} is named twice: keep one.",
    ),
    "plan.goal_twice": (
        "Mục tiêu {key} được ghi hai lần: chỉ giữ một.",
        "Goal {key} is named twice: keep one.",
    ),
    "plan.body_twice": (
        "Cơ quan “{body}” được ghi hai lần: chỉ giữ một.",
        "The body “{body}” is named twice: keep one.",
    ),
    "plan.body_leads_and_helps": (
        "“{body}” vừa chủ trì vừa phối hợp: bỏ ở một trong hai chỗ.",
        "“{body}” both leads and helps: leave it out in one of the two places.",
    ),
    "plan.budget_negative": (
        "Kinh phí {value} nhỏ hơn 0: ghi số triệu đồng từ 0 trở lên, hoặc để trống.",
        "The budget {value} is below 0: write millions of đồng from 0, or leave it out.",
    ),
    "plan.annex_empty": (
        "{annex} được ghi là danh mục {listed} nhưng tệp không có {listed} nào: lấy lại tệp đầy đủ, hoặc thêm danh mục còn thiếu.",
        "{annex} is said to print the {listed}, but the file has none: use the whole file, or add what is missing.",
    ),
    "plan.count_differs": (
        "Đầu tệp ghi có {said} {listed} nhưng trong tệp có {found}: tệp có thể bị cắt hoặc sửa dở. Lấy lại tệp đầy đủ; nếu cố ý thêm bớt thì ghi lại số này.",
        "The head of the file says {said} {listed}, but there are {found}: the file may be cut off. Use the whole file; where this is meant, correct the number.",
    ),
    "plan.cut_off": (
        "Tệp hết giữa dòng “{value}” nên có thể bị cắt: lấy lại tệp đầy đủ; nếu tệp đã đủ thì thêm một dòng trống ở cuối.",
        "The file ends within the line “{value}” and may be cut off: use the whole file, or end the last line where it is complete.",
    ),
    "planbook.line_missing": (
        "Thiếu dòng “{column}” ở cột A: giữ đủ các dòng của tệp mẫu, không dùng thì để trống ô bên cạnh.",
        "The line “{column}” of column A is missing: keep every line of the template, empty where it is not used.",
    ),
    "planbook.line_twice": (
        "Dòng “{column}” có hai lần, không biết lấy dòng nào: xóa một dòng.",
        "The line “{column}” stands there twice, and which one counts is unknown: delete one.",
    ),
    "planbook.sheet_twice": (
        "Có hai trang tính mang tên “{sheet}”, không biết đọc trang nào: xóa hoặc đổi tên trang “{copy}”.",
        "Two sheets are called “{sheet}”, and which one counts is unknown: delete or rename “{copy}”.",
    ),
    "planbook.key": (
        "“{value}” không dùng làm mã ở cột “{column}” được: mã chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch nối, không có dấu cách, tối đa 40 ký tự, ví dụ DA1; cột ghi được nhiều mã thì cách nhau bằng dấu chấm phẩy.",
        "“{value}” is no key for the column “{column}”: use plain letters, digits, dots and dashes, no blanks, at most 40, such as DA1; where several may stand, with semicolons between.",
    ),
    "planbook.year": (
        "“{value}” ở cột “{column}” không phải là năm: ghi bốn chữ số, ví dụ 2026.",
        "“{value}” in the column “{column}” is no year: write four digits, such as 2026.",
    ),
    "planbook.key_twice": (
        "Mã “{key}” đã dùng ở {first}: đặt mã khác, không trùng trong cả tệp.",
        "The key “{key}” is used at {first}: choose another one, unique in the file.",
    ),
    "plan.hidden_sheet": (
        "Trang đang bị ẩn vẫn được đọc và nạp: hiện trang đó để kiểm tra, hoặc xoá các dòng không muốn nạp.",
        "The sheet is hidden and read all the same: show it and check it, or delete the lines not meant.",
    ),
    "plan.read_as_decimal": (
        "“{label}” ghi “{value}”, được đọc là {read} (dấu phẩy là dấu thập phân). Nếu là {plain} thì sửa lại thành {plain}.",
        "“{label}” says “{value}”, which was read as {read} (the comma is the decimal sign). If {plain} is meant, change it to {plain}.",
    ),
    "planbook.percent": (
        "Ngưỡng “{value}” ghi theo % nhưng đơn vị tính là “{unit}”: ghi số không có dấu %, hoặc đổi đơn vị tính thành %.",
        "The threshold “{value}” is in %, but its unit is “{unit}”: write the number without %, or change the unit to %.",
    ),
    "planbook.yes_no": (
        "“{value}” ở cột “{column}” không phải là có hay không: ghi “có”, hoặc để trống.",
        "“{value}” in the column “{column}” is neither yes nor no: write “có” (yes), or leave it empty.",
    ),
    "planbook.merged": (
        "Ô “{value}” được gộp qua nhiều dòng hoặc cột nên không biết là của dòng nào: bỏ gộp ô, rồi ghi vào từng ô.",
        "The cell “{value}” is merged over several lines or columns, so whose it is is unknown: split it and fill in each cell.",
    ),
    "planbook.line_loose": (
        "Dòng này chỉ có mức phải đạt mà phía trên chưa có nội dung nào: ghi “{column}” và các cột bắt buộc.",
        "This line holds a figure to reach only, and nothing stands above it: fill in “{column}” and what else is needed.",
    ),
    "planbook.body_still_named": (
        "Cơ quan “{body}” không còn ở trang “Cơ quan” nhưng vẫn được nêu ở phần {listed} (mã “{entry}”) của kế hoạch: giữ lại dòng của cơ quan này.",
        "The body “{body}” is no longer on the sheet of bodies, but the plan still names it among its {listed} (“{entry}”): keep its line.",
    ),
    "plan.bodies_alike": (
        "“{second}” và “{first}” chỉ khác chữ hoa, dấu, gạch nối hoặc khoảng trắng: giữ một cơ quan, cách viết kia ghi vào cách viết khác.",
        "“{second}” and “{first}” differ in capitals, accents, hyphens or blanks only: keep one body and enter the other way among its spellings.",
    ),
    "planbook.heading_gap": (
        "“{value}” ở cột “{column}” thiếu tên đề mục ở một bên dấu “>”: ghi đủ hai bên, hoặc bỏ dấu “>”.",
        "“{value}” in the column “{column}” lacks a heading on one side of “>”: fill in both, or leave “>” out.",
    ),
}
