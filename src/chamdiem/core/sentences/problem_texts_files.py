"""Problems of set and plan files that cannot be read as such: file, YAML, values, expressions.

Code → (Vietnamese, English); ``problems`` says them. The place (file, line,
path) stands before the sentence and is not repeated in it.
"""

from __future__ import annotations

from collections.abc import Mapping

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

TEXTS: Mapping[str, tuple[str, str]] = {
    # the file
    "file.not_utf8": (
        "Tệp không phải chữ UTF-8 (sai từ byte {at}): lưu lại bằng mã UTF-8.",
        "The file is no UTF-8 text (wrong from byte {at}): save it as UTF-8.",
    ),
    "file.too_large": (
        "Tệp quá lớn (chỉ đọc đến {most} byte): kiểm tra đúng tệp chưa, hoặc chia nhỏ.",
        "The file is too large (at most {most} bytes are read): check that it is the right one, or split it.",
    ),
    "file.empty": ("Tệp trống: chọn tệp có nội dung.", "The file is empty: choose one with content."),
    # annexes
    "annex.no_rows": (
        "Không đọc được bộ chỉ số từ tệp: không có bảng điểm, cũng không có từ hai dòng đánh số kết thúc bằng điểm như “1. Kế hoạch (6 điểm)”. Kiểm tra đúng phụ lục chưa, hoặc gửi bản có bảng điểm.",
        "No set could be read from the file: it has no table of points, nor two numbered lines or more that end with their points like “1. Kế hoạch (6 điểm)”. Check that it is the right annex, or use a copy with the table of points.",
    ),
    "annex.only_pictures": (
        "Tệp chỉ có ảnh chụp ({count} ảnh), không có chữ đọc được: dùng bản gốc có chữ (Word, Excel, PDF có chữ), hoặc nhận dạng chữ trước.",
        "The file holds pictures only ({count}), no text that can be read: use the original with its text (Word, Excel, a PDF with text), or recognise the text first.",
    ),
    "annex.no_rows_but_pictures": (
        "Tệp có {count} ảnh và không có bảng điểm bằng chữ: nếu bảng điểm nằm trong ảnh thì không đọc được, dùng bản gốc có bảng bằng chữ, hoặc nhận dạng chữ trước.",
        "The file holds {count} pictures and no table of points in text: where the table is a picture it cannot be read; use the original with the table as text, or recognise the text first.",
    ),
    "annex.weights": (
        "Bảng in trọng số theo phần trăm (“{printed}”) thay cho điểm tối đa: ghi số điểm vào cột ấy, ví dụ {points} thay cho {printed}, rồi tải lại; cách tính ghi theo thang khác thì sửa theo số điểm đó.",
        "The table prints weights in per cent (“{printed}”) and no maxima: put points into that column, such as {points} for {printed}, and upload the file again; calculation texts on another scale have to follow.",
    ),
    "annex.other_kind": (
        "Tệp không phải Word, Excel, PDF, HTML hay chữ thường: lưu phụ lục thành một trong các dạng đó rồi thử lại.",
        "The file is no Word, Excel, PDF, HTML or plain text: save the annex as one of these and try again.",
    ),
    "annex.encrypted": (
        "Tệp được đặt mật khẩu: mở tệp, bỏ mật khẩu rồi lưu lại.",
        "The file is protected by a password: open it, remove the password and save it again.",
    ),
    "annex.broken": (
        "Tệp bị hỏng hoặc tải về chưa đủ ({why}): mở lại bằng chương trình đã tạo ra nó, lưu lại rồi thử lần nữa.",
        "The file is damaged or was not downloaded completely ({why}): open it in the program it comes from, save it and try again.",
    ),
    "annex.reader_stopped": (
        "Bộ đọc dừng giữa chừng ({why}); tệp có thể vẫn nguyên vẹn: lưu riêng phần phụ lục thành .docx hay .xlsx rồi thử lại, vẫn không được thì gửi tệp cho người quản trị.",
        "The reader stopped halfway ({why}); the file may well be sound: save the annex alone as .docx or .xlsx and try again, else send the file to the administrator.",
    ),
    "annex.not_drafted": (
        "Đã đọc được tệp nhưng chưa lập được bộ chỉ số từ các dòng của nó ({why}): chỉ ra các cột của bảng, hoặc sửa chỗ ấy trong tệp rồi thử lại.",
        "The file was read, but its rows make no set yet ({why}): choose the columns of the table, or mend the place in the file, and try again.",
    ),
    "annex.unpacks_too_large": (
        "Tệp giải nén ra quá lớn (hơn {most} MB), không đọc để giữ an toàn cho máy: bỏ hình ảnh và trang không cần.",
        "The file unpacks to more than {most} MB and is not read, to keep the machine safe: remove images and pages that are not needed.",
    ),
    "annex.entities": (
        "Tệp chứa khai báo XML lạ mà Word không bao giờ ghi, nên không đọc: lưu lại bằng Word.",
        "The file contains XML declarations that Word never writes, and is not read: save it again in Word.",
    ),
    "annex.old_office": (
        "Tệp Word hoặc Excel đời cũ (.doc, .xls) không đọc được: mở bằng Office hoặc LibreOffice, lưu thành .docx hay .xlsx rồi thử lại.",
        "Files of the old kind (.doc, .xls) are not read: open it in Office or LibreOffice, save it as .docx or .xlsx and try again.",
    ),
    "annex.scan": (
        "Tệp PDF chỉ có ảnh chụp ({pages} trang), không có chữ: dùng bản Word, bản PDF có chữ, hoặc nhận dạng chữ trước.",
        "The PDF holds pictures only ({pages} pages), no text: use the Word file, a PDF with text, or recognise the text first.",
    ),
    "annex.too_many_pages": (
        "Tệp PDF có {pages} trang, chỉ đọc đến {most}: tách riêng phần phụ lục rồi thử lại.",
        "The PDF has {pages} pages, at most {most} are read: cut out the annex and try again.",
    ),
    "annex.too_many_rows": (
        "Đọc được {count} dòng, nhiều hơn mức {most} dòng của một bộ chỉ số: tách riêng phần phụ lục rồi thử lại.",
        "{count} rows were read, more than the {most} a set may have: cut out the annex and try again.",
    ),
    "annex.interleaved": (
        "Các ô của bảng in nối tiếp nhau, mỗi ô một dòng, và điểm đọc được không cộng khớp với điểm của nhóm nên không chắc chắn: dùng bản Word, Excel hoặc PDF gốc của phụ lục.",
        "The cells of the table stand below each other, and the points read do not add up to those of the groups, so nothing is certain: use the Word, Excel or PDF file of the annex itself.",
    ),
    "annex.too_long": (
        "Tệp văn bản có {count} dòng hoặc thẻ, nhiều hơn mức {most} mà một phụ lục cần: tách riêng phần phụ lục rồi thử lại.",
        "The text has {count} lines or tags, more than the {most} an annex needs: cut out the annex and try again.",
    ),
    "annex.too_much_text": (
        "Tệp có {count} chữ cái, nhiều hơn mức {most} mà một phụ lục cần: tách riêng phần phụ lục rồi thử lại.",
        "The file has {count} letters, more than the {most} an annex needs: cut out the annex and try again.",
    ),
    "annex.takes_too_long": (
        "Đọc tệp quá {seconds} giây nên đã dừng: tách riêng phần phụ lục, hoặc lưu lại thành .docx rồi thử lại.",
        "Reading the file took more than {seconds} seconds and was stopped: cut out the annex, or save it as .docx, and try again.",
    ),
    # YAML
    "yaml.unreadable": (
        "Không đọc được YAML ({why}): sửa dòng này, thường do thụt lề sai, thiếu dấu ngoặc kép hoặc dấu cách sau dấu hai chấm.",
        "The YAML cannot be read ({why}): correct this line; usually the indentation, a quotation mark or the blank after a colon is wrong.",
    ),
    "yaml.too_deep": (
        "YAML lồng nhau quá sâu: dùng đúng mẫu trong docs/set-format.md.",
        "The YAML is nested too deeply: use the form in docs/set-format.md.",
    ),
    "yaml.anchor": (
        "Không dùng neo & và * của YAML: viết lại nội dung ngay tại chỗ này.",
        "Anchors (& and *) are not used: write the content here again.",
    ),
    "yaml.key_not_text": (
        "Khoá phải là chữ, không phải danh sách hay nhóm: sửa phần đứng trước dấu hai chấm.",
        "A key must be a text, not a list or mapping: correct what stands before the colon.",
    ),
    "yaml.repeated_key": (
        "Khoá “{key}” đứng hai lần (lần đầu ở dòng {first} của tệp): chỉ giữ một.",
        "The key “{key}” stands twice (first on line {first}): keep one.",
    ),
    "yaml.tag": (
        "Không dùng nhãn kiểu “{tag}” của YAML: bỏ nhãn, chỉ viết giá trị.",
        "Tags such as “{tag}” are not used: leave the tag out and write the value alone.",
    ),
    "yaml.several_documents": (
        "Tệp có nhiều văn bản YAML (dấu “---” giữa tệp): chỉ giữ một, bỏ dấu “---”.",
        "The file holds several YAML documents (“---” in the middle): keep one and leave “---” out.",
    ),
    # values
    "schema.not_text": (
        "Chỗ này phải là một giá trị đơn, không phải danh sách hay nhóm.",
        "A single value is expected here, not a list or mapping.",
    ),
    "schema.not_a_list": (
        "Chỗ này phải là danh sách (mỗi mục một gạch đầu dòng “- ”).",
        "A list is expected here (each entry begins with “- ”).",
    ),
    "schema.not_a_mapping": (
        "Chỗ này phải là nhóm các dòng “khoá: giá trị”.",
        "A mapping of “key: value” is expected here.",
    ),
    "schema.blank": (
        "Giá trị để trống: điền vào hoặc bỏ khoá này.",
        "The value is blank: fill it in or leave the key out.",
    ),
    "schema.control_character": (
        "Chữ ở đây có ký tự ẩn {character} không lưu được: xoá ký tự đó.",
        "The text holds the invisible character {character}, which cannot be kept: delete it.",
    ),
    "schema.too_many_digits": (
        "“{value}” có quá nhiều chữ số: viết tối đa 18 chữ số trước và 12 chữ số sau dấu chấm.",
        "“{value}” has too many digits: write at most 18 before and 12 after the point.",
    ),
    "schema.not_words": (
        "“{value}” không phải chữ cho người đọc: viết thành lời, ví dụ “Nhóm {value}”, hoặc bỏ khoá này.",
        "“{value}” is no text for people: write it in words, say “Group {value}”, or leave the key out.",
    ),
    "schema.wrong_form": (
        "“{value}” không đúng dạng: cần {expected}.",
        "“{value}” has not the right form: {expected} is needed.",
    ),
    "schema.unknown_word": (
        "“{value}” không được dùng ở đây: chọn một trong {allowed}.",
        "“{value}” has no meaning here: use one of {allowed}.",
    ),
    "schema.not_a_number": (
        "“{value}” không phải là số: viết như 10, 0.5, 1/2 hoặc 70% (dấu chấm thập phân).",
        "“{value}” is no number: write 10, 0.5, 1/2 or 70%.",
    ),
    "schema.too_small": (
        "“{value}” nhỏ hơn mức thấp nhất được phép {least}: sửa số này.",
        "“{value}” is below the least allowed value {least}: correct it.",
    ),
    "schema.too_large": (
        "“{value}” lớn hơn mức cao nhất được phép {most}: sửa số này.",
        "“{value}” is above the greatest allowed value {most}: correct it.",
    ),
    "schema.not_positive": (
        "“{value}” phải lớn hơn 0: sửa số này.",
        "“{value}” must be greater than 0: correct it.",
    ),
    "schema.not_whole": (
        "“{value}” không phải số nguyên không âm: viết bằng chữ số, không dấu.",
        "“{value}” is no whole number from 0: write it in digits.",
    ),
    "schema.not_a_date": (
        "“{value}” không phải là ngày có thật: viết năm-tháng-ngày, ví dụ 2023-10-31.",
        "“{value}” is no date that exists: write year-month-day, for example 2023-10-31.",
    ),
    "schema.empty_list": (
        "Danh sách trống: cần ít nhất một mục.",
        "The list is empty: at least one entry is needed.",
    ),
    "schema.unknown_key": (
        "Khoá “{key}” không được dùng ở đây: chỉ dùng {allowed}.",
        "The key “{key}” has no meaning here: use {allowed}.",
    ),
    "schema.misspelt_key": (
        "Không có khoá “{key}”, có phải ý là “{meant}”? Sửa lại tên khoá.",
        "There is no key “{key}”; is “{meant}” meant? Correct the name of the key.",
    ),
    "schema.lacking_key": ("Thiếu khoá “{key}”: thêm vào.", "The key “{key}” is missing: add it."),
    "schema.either_or": (
        "Chỉ được dùng một trong các khoá {keys}: bỏ những khoá kia.",
        "Only one of the keys {keys} may stand here: leave the others out.",
    ),
    # expressions
    "expression.empty": (
        "Biểu thức để trống: viết như a / b.",
        "The expression is blank: write, say, a / b.",
    ),
    "expression.too_long": (
        "Biểu thức dài quá {most} ký tự: rút gọn hoặc tách thành nhiều phần.",
        "The expression has more than {most} characters: shorten or split it.",
    ),
    "expression.too_deep": (
        "Biểu thức lồng quá {most} cấp ngoặc: rút gọn hoặc tách thành nhiều phần.",
        "The expression is nested more than {most} deep: shorten or split it.",
    ),
    "expression.not_a_number": (
        "“{text}” là điều kiện, còn ở đây cần một số: bỏ phép so sánh.",
        "“{text}” is a condition where a number is needed: leave the comparison out.",
    ),
    "expression.not_a_condition": (
        "“{text}” là một số, còn ở đây cần điều kiện: thêm phép so sánh, ví dụ a >= 1.",
        "“{text}” is a number where a condition is needed: add a comparison, say a >= 1.",
    ),
    "expression.ends_early": (
        "Biểu thức “{text}” thiếu phần cuối: viết tiếp cho đủ hoặc đóng ngoặc.",
        "The expression “{text}” ends too early: complete it or close the bracket.",
    ),
    "expression.misplaced": (
        "“{token}” đứng sai chỗ trong biểu thức “{text}”: giữa hai số hoặc chữ cái chỉ có một dấu, mỗi ngoặc mở có một ngoặc đóng.",
        "“{token}” stands in the wrong place in “{text}”: one sign between two numbers or letters, a closing bracket for each opening one.",
    ),
    "expression.unexpected": (
        "Không hiểu “{token}” trong biểu thức “{text}”: chỉ dùng chữ cái, số, + - * / ( ), so sánh, and, or, not.",
        "“{token}” has no meaning in “{text}”: use letters, numbers, + - * / ( ), comparisons, and, or, not.",
    ),
}
