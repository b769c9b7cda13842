"""Problems of improvement plans whose parts do not fit together.

Code → (Vietnamese, English); ``problems`` says them.
"""

from __future__ import annotations

from collections.abc import Mapping

# One sentence, one line: so the wording can be read as one text.

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
        "Cơ quan “{body}” không có trong danh sách cơ quan của kế hoạch: sửa tên hoặc thêm vào danh sách.",
        "The body “{body}” is not in the list of bodies of the plan: correct the name or add it.",
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
        "Mức “{key}” không có đơn vị: ghi rõ là %, người, xã…",
        "The measure “{key}” has no unit: say whether %, people, communes …",
    ),
    "plan.correction_not_printed": (
        "Phần sửa “{printed}” không có trong trường {field}: chép đúng chữ như đã in.",
        "The text “{printed}” to be corrected does not stand in the field {field}: copy it as printed.",
    ),
    "plan.years_reversed": (
        "Năm kết thúc {to} đứng trước năm bắt đầu {from}: đổi lại.",
        "The last year {to} lies before the first {from}: turn them round.",
    ),
    "plan.unknown_goal": (
        "Không có mục tiêu “{goal}”: sửa mã, hoặc thêm mục tiêu đó.",
        "There is no goal “{goal}”: correct the key, or add the goal.",
    ),
    "plan.unknown_criterion": (
        "Bộ “{set}” không có tiêu chí “{criterion}”: sửa mã tiêu chí.",
        "The set “{set}” has no criterion “{criterion}”: correct the key.",
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
        "Thiếu “{column}”: điền vào ô này.",
        "“{column}” is missing: fill in this cell.",
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
        "“{value}” là công thức lỗi hoặc chưa được tính. Mở bằng Excel, lưu lại, hoặc ghi giá trị.",
        "“{value}” is a broken or uncomputed formula. Open and save it in Excel, or write the value.",
    ),
    "planbook.operator": (
        "“{value}” không phải là cách so sánh. Hãy ghi một trong: {allowed}.",
        "“{value}” is no comparison. Write one of: {allowed}.",
    ),
    "planbook.expected": (
        "“{value}” không phải là điểm dự kiến. Hãy ghi mã tiêu chí, dấu bằng, số điểm, ví dụ 5.8.1=2,5.",
        "“{value}” is no expectation. Write the criterion, an equals sign and the points, such as 5.8.1=2,5.",
    ),
}
