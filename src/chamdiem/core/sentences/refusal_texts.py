"""Refusals in words: what cannot be done, and what to do instead.

Code → (Vietnamese, English); ``problems`` says them.
"""

from __future__ import annotations

from collections.abc import Mapping

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

TEXTS: Mapping[str, tuple[str, str]] = {
    # what is named
    "edition.unknown": (
        "Không có bộ chỉ số “{key}”: dùng một trong {known}, hoặc đường dẫn một tệp .yaml.",
        "There is no indicator set “{key}”: use one of {known}, or the path of a .yaml file.",
    ),
    "plan.unknown": (
        "Không có kế hoạch “{key}”: dùng một trong {known}.",
        "There is no plan “{key}”: use one of {known}.",
    ),
    "file.not_found": (
        "Không có tệp “{path}”: kiểm tra tên và thư mục.",
        "There is no file “{path}”: check the name and the folder.",
    ),
    "file.unreadable": (
        "Không mở được tệp “{path}” ({why}): kiểm tra đường dẫn và quyền đọc.",
        "The file “{path}” cannot be opened ({why}): check the path and the right to read it.",
    ),
    "row.unknown": (
        "Bộ “{set}” không có dòng “{key}”{alike}: xem các dòng bằng “chamdiem show {shown}”.",
        "The set “{set}” has no row “{key}”{alike}: list the rows with “chamdiem show {shown}”.",
    ),
    "row.ambiguous": (
        "Có nhiều dòng mang tên “{key}”: dùng khoá của một dòng: {candidates}.",
        "Several rows are called “{key}”: use the key of one: {candidates}.",
    ),
    "set.no_set_file": (
        "“{name}” không phải bộ chỉ số: bộ chỉ số là khoá của một bộ có sẵn (xem “chamdiem library”) hoặc tệp .yaml, và đứng trước tệp số liệu.",
        "“{name}” is no indicator set: a set is the key of one in the library (see “chamdiem library”) or a .yaml file, and stands before the file of answers.",
    ),
    "set.is_a_plan": (
        "“{name}” là kế hoạch, không phải bộ chỉ số nên không chấm điểm được: chỉ “chamdiem lint” kiểm tra được kế hoạch.",
        "“{name}” is a plan and no indicator set, so nothing is scored by it: only “chamdiem lint” checks plans.",
    ),
    "criterion.several": (
        "Mục “{key}” gồm nhiều tiêu chí: chọn một trong {candidates}.",
        "Row “{key}” has several criteria: choose one of {candidates}.",
    ),
    "criterion.none": (
        "Dòng “{key}” không có tiêu chí chấm điểm nào: chọn một tiêu chí.",
        "Row “{key}” has no criterion: choose one.",
    ),
    # figures on the command line
    "letter.malformed": (
        "Không hiểu số liệu “{value}”: viết chữ cái, dấu bằng và giá trị, ví dụ a=950.",
        "The figure “{value}” cannot be understood: write letter, equals sign and value, for example a=950.",
    ),
    "letter.unknown": (
        "Mục {row} không hỏi số liệu “{letter}”: dùng một trong {known}.",
        "Row {row} does not ask for “{letter}”: use one of {known}.",
    ),
    "letter.twice": (
        "Số liệu “{letter}” được nhập hai lần: chỉ giữ một.",
        "The figure “{letter}” is given twice: keep one.",
    ),
    # results
    "output.unwritable": (
        "Không ghi được tệp “{path}” ({why}): chọn thư mục khác, hoặc đóng tệp nếu đang mở.",
        "The file “{path}” cannot be written ({why}): choose another folder, or close the file if it is open.",
    ),
    "output.exists": (
        "Đã có tệp “{path}”, có thể chứa số liệu đã điền nên không ghi đè: chọn tên khác, hoặc tự xoá tệp đó.",
        "There is a file “{path}” already, which may hold figures, so it is not overwritten: choose another name, or delete it.",
    ),
    "output.is_input": (
        "“{path}” chính là tệp số liệu nên không ghi kết quả đè lên: chọn tên khác cho kết quả.",
        "“{path}” is the file of answers itself and is not overwritten: choose another name for the result.",
    ),
    "output.lost": (
        "Không ghi được hết kết quả ra màn hình hoặc tệp nhận ({why}): kiểm tra nơi nhận và chỗ trống trên đĩa rồi chạy lại.",
        "The output could not be written to its end ({why}): see where it goes and whether the disk is full, and run it again.",
    ),
    "output.needs_file": (
        "Dạng {format} phải ghi ra tệp: thêm -o TÊN.{format}.",
        "The format {format} needs a file: add -o NAME.{format}.",
    ),
    "output.two_formats": (
        "Tuỳ chọn --json ghi JSON ra màn hình nên không đi cùng --format {format}: bỏ một trong hai, hoặc thêm -o TÊN.{format}.",
        "The option --json writes JSON to the screen and does not go with --format {format}: drop one, or add -o NAME.{format}.",
    ),
    "output.holds_all": (
        "Tuỳ chọn {option} chỉ thêm vào bảng trên màn hình; dạng đã chọn có sẵn mọi tiêu chí của mọi đơn vị: bỏ {option}.",
        "The option {option} only adds to the table on the screen; the format chosen holds every criterion of every organisation: drop {option}.",
    ),
    "organisation.none": (
        "Tệp số liệu không có đơn vị mã “{named}”: dùng một trong các mã {known}.",
        "The file of answers has no organisation with the code “{named}”: use one of {known}.",
    ),
    "output.unknown_format": (
        "Không rõ dạng kết quả từ tên “{path}”: các đuôi tệp dùng được: {allowed}.",
        "The name “{path}” does not tell the format: it may end in: {allowed}.",
    ),
    "output.too_large_for_excel": (
        "Kết quả của {count} đơn vị cần {lines} dòng, nhiều hơn một trang Excel chứa được: ghi ra .csv hoặc .json.",
        "The scores of {count} organisations take {lines} lines, more than a sheet of Excel holds: write .csv or .json.",
    ),
    "form.too_many_organisations": (
        "Mẫu Excel chứa nhiều nhất {most} đơn vị, đang cần {count}: chia thành nhiều mẫu.",
        "An Excel form holds at most {most} organisations, {count} are wanted: make several forms.",
    ),
}
