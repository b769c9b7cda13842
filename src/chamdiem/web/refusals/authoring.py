"""Refusals of ``chamdiem.authoring`` in words: code → (Vietnamese, English)."""

from chamdiem.web.refusals.sentence import Sentences

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

SENTENCES: Sentences = {
    "authoring.not_a_number": (
        "“{value}” không phải là số: viết như 10; 0,5; 1/2 hoặc 70%.",
        "“{value}” is no number: write 10, 0.5, 1/2 or 70%.",
    ),
    "authoring.copy_not_found": (
        "Không tìm thấy bản đang soạn này, hoặc bản không thuộc phạm vi của anh/chị. Hãy xem lại danh sách bản đang soạn.",
        "There is no such working copy, or it is outside your scope. Look through the list of working copies.",
    ),
    "authoring.row_not_found": (
        "Không tìm thấy dòng này trong bản đang soạn; có thể dòng vừa được gộp hoặc bỏ. Hãy mở lại danh sách dòng.",
        "There is no such row in the working copy; it may have just been joined or deleted. Open the list of rows again.",
    ),
    "authoring.repair_not_found": (
        "Dòng không có chỗ sửa chữ này. Hãy mở lại trang của dòng.",
        "The row has no such repair. Open the page of the row again.",
    ),
    "authoring.repair_gone": (
        "Không trả lại được: “{text}” không còn trong dòng vì đã được sửa tiếp. Hãy bấm “Sửa dòng” và sửa trực tiếp.",
        "It cannot be put back: “{text}” is no longer in the row, which was edited since. Use “Edit the row” instead.",
    ),
    "authoring.finding_not_found": (
        "Không còn phát hiện này ở dự thảo; có thể nó vừa được sửa hoặc ghi nhận. Hãy mở lại trang Rà soát.",
        "The draft has no such finding any more; it may have just been corrected or acknowledged. Open its lint report again.",
    ),
    "authoring.no_reason": (
        "Ghi nhận một phát hiện cần có lý do. Hãy ghi lý do rồi thực hiện lại.",
        "Acknowledging a finding needs a reason. Write it down and try again.",
    ),
    "authoring.changed_meanwhile": (
        "Người khác, hoặc anh/chị ở một cửa sổ khác, vừa sửa cùng chỗ này sau khi anh/chị mở trang. Hãy mở lại trang để xem bản mới, rồi nhập lại phần của anh/chị.",
        "Somebody else, or you in another window, changed this after you opened the page. Open it again to see the change, then enter yours once more.",
    ),
    "authoring.no_further": (
        "Dòng đã ở đầu hoặc cuối danh sách, không chuyển tiếp được. Hãy chọn chiều khác.",
        "The row stands at an end of the list and cannot go further. Choose the other way.",
    ),
    "authoring.no_such_level": (
        "Bộ chỉ số không có cấp cao hơn hoặc thấp hơn cho dòng này và các dòng bên dưới. Hãy chuyển từng dòng bên dưới trước.",
        "The set has no higher or deeper level for this row and the rows below it. Move the rows below first.",
    ),
    "authoring.no_tail": (
        "“{tail}” không phải là phần cuối của tên dòng. Hãy chép đúng phần cuối của tên, nhưng không phải cả tên.",
        "“{tail}” is not the end of the name. Copy the end of the name exactly, but not the whole of it.",
    ),
    "authoring.no_method_tail": (
        "“{tail}” không phải là phần cuối của cách tính. Hãy chép đúng phần cuối, nhưng không phải cả cách tính.",
        "“{tail}” is not the end of the calculation. Copy its end exactly, but not the whole of it.",
    ),
    "authoring.no_points_to_part": (
        "Không tách được “{points}” điểm từ điểm tối đa của dòng này. Hãy nhập số điểm nhỏ hơn điểm của dòng.",
        "“{points}” points cannot be taken from the maximum of this row. Enter fewer points than the row has.",
    ),
    "authoring.last_row": (
        "Đây là dòng cuối cùng còn lại, không bỏ được. Nếu không cần bản này, hãy bỏ cả bản đang soạn.",
        "This is the only row left and cannot be deleted. Discard the working copy if it is not needed.",
    ),
    "authoring.step_not_found": (
        "Không còn bước này để hoàn tác; có thể nó vừa được hoàn tác. Hãy mở lại danh sách các bước đã làm.",
        "There is no such step to undo; it may have just been undone. Open the list of steps again.",
    ),
    "authoring.no_zero_policy": (
        "Chưa chọn cách chấm khi mẫu số bằng 0. Hãy mở lại trang, chọn một cách rồi bấm “Áp dụng”.",
        "It is not chosen what a denominator of zero gives. Open the page again, choose one way and apply it.",
    ),
    "authoring.no_tables": (
        "Bản này không có tệp với bảng nào để chọn cột. Hãy sửa từng dòng, hoặc tải tệp phụ lục lên lại.",
        "This working copy has no file with tables to choose columns of. Correct the rows, or hand the annex in again.",
    ),
    "authoring.table_not_found": (
        "Lựa chọn cột không khớp với các bảng trong tệp. Hãy mở lại trang rồi chọn lại.",
        "The choice of columns does not fit the tables of the file. Open the page again and choose once more.",
    ),
    "authoring.no_name_column": (
        "Bảng {table} chưa có cột nào là “Tên, nội dung”. Hãy chọn cột đó, hoặc chọn “không đọc” ở mọi cột để bỏ qua bảng.",
        "Table {table} has no column of names. Choose it, or pass over every column of the table.",
    ),
    "authoring.not_read": (
        "Tệp của bản này chưa đọc xong. Hãy chờ rồi mở lại trang.",
        "The file of this working copy is not read yet. Wait, then open the page again.",
    ),
    "authoring.file_empty": (
        "Tệp “{name}” rỗng. Hãy chọn đúng tệp phụ lục rồi tải lên lại.",
        "The file “{name}” is empty. Choose the file of the annex and hand it in again.",
    ),
    "authoring.file_too_large": (
        "Tệp lớn hơn {most} MB. Hãy tách riêng phụ lục rồi tải lên lại.",
        "The file is larger than {most} MB. Save the annex by itself and hand it in again.",
    ),
    "authoring.file_other_kind": (
        "Tệp “{name}” không thuộc loại đọc được ({known}). Hãy lưu phụ lục thành một trong các loại đó rồi tải lên lại.",
        "The file “{name}” is of a kind that is not read ({known}). Save the annex as one of these and hand it in again.",
    ),
    "authoring.form_broken": (
        "Biểu mẫu quy tắc gửi lên không đầy đủ. Hãy mở lại trang rồi nhập lại.",
        "The form of the rule arrived incomplete. Open the page again and enter it once more.",
    ),
    "authoring.points_open": (
        "“{line}” chưa có điểm. Hãy ghi điểm của từng dòng, ví dụ: tối đa, 5 điểm, 50 %, hoặc 0.",
        "“{line}” has no points. Enter the points of every line, for example: full, 5 points, 50 %, or 0.",
    ),
    "authoring.cell_open": (
        "“{cell}” còn trống. Hãy điền vào biểu mẫu.",
        "“{cell}” is still empty. Fill it in.",
    ),
    "authoring.not_a_rule": (
        "Văn bản phải là một quy tắc với các khóa: {known}. Hãy xem lại các khóa ở đầu dòng.",
        "The text must be a rule with the keys: {known}. Look at the keys at the beginning of the lines.",
    ),
}
