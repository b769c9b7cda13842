"""Problems of files of answers and of Excel forms: what is wrong, and what to do.

Code → (Vietnamese, English); ``problems`` says them. The place (file, sheet,
cell) stands before the sentence and is not repeated in it.
"""

from __future__ import annotations

from collections.abc import Mapping

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

TEXTS: Mapping[str, tuple[str, str]] = {
    # the file
    "file.encrypted": (
        "Tệp được đặt mật khẩu: mở bằng Excel, bỏ mật khẩu rồi lưu lại.",
        "The file is protected by a password: open it in Excel, remove the password and save it again.",
    ),
    "file.old_excel": (
        "Tệp Excel kiểu cũ (.xls): mở bằng Excel và lưu thành .xlsx.",
        "This is an old Excel file (.xls): open it in Excel and save it as .xlsx.",
    ),
    "file.broken": (
        "Tệp Excel bị hỏng hoặc tải về chưa đủ ({why}): mở bằng Excel, lưu lại rồi thử lần nữa.",
        "The Excel file is damaged or was not downloaded completely ({why}): open it in Excel, save it and try again.",
    ),
    "file.no_workbook": (
        "Tệp nén này không phải sổ Excel .xlsx: lưu bảng thành .xlsx hoặc .csv.",
        "This archive is no Excel workbook: save the table as .xlsx or .csv.",
    ),
    "file.unpacks_too_large": (
        "Tệp giải nén ra quá lớn (hơn {most} MB), không đọc để giữ an toàn cho máy: xoá các trang và hình ảnh không cần.",
        "The file unpacks to more than {most} MB and is not read, to keep the machine safe: delete sheets and images that are not needed.",
    ),
    "file.entities": (
        "Tệp chứa khai báo XML lạ mà Excel không bao giờ ghi, nên không đọc: lưu lại bằng Excel.",
        "The file contains XML declarations that Excel never writes, and is not read: save it again in Excel.",
    ),
    "file.too_many_lines": (
        "Bảng quá lớn (chỉ đọc tối đa {most} dòng): xoá các dòng, cột thừa hoặc chia thành nhiều tệp.",
        "The table is too large (at most {most} lines are read): delete superfluous lines and columns or split the file.",
    ),
    "file.not_text": (
        "Tệp không phải Excel (.xlsx), CSV hay JSON: chọn đúng tệp, hoặc mở bằng Excel rồi lưu thành .xlsx.",
        "The file is neither Excel (.xlsx) nor CSV nor JSON: choose the right one, or open it in Excel and save it as .xlsx.",
    ),
    "file.not_excel": (
        "Tệp mang tên Excel nhưng bên trong không phải là Excel, hoặc đã hỏng khi sao chép, tải về: mở bằng Excel rồi lưu lại thành .xlsx; không mở được thì lấy lại tệp gốc.",
        "The file is named like Excel but is none inside, or was damaged on its way: open it in Excel and save it as .xlsx; if it does not open, get the original again.",
    ),
    "csv.not_utf8": (
        "Tệp CSV không theo mã UTF-8 (chữ có dấu sẽ đọc sai): trong Excel chọn Save As (Lưu thành), kiểu tệp “CSV UTF-8 (Comma delimited)” rồi dùng tệp đó.",
        "The CSV is not in UTF-8 (its accents would be misread): in Excel choose Save As, file type “CSV UTF-8 (Comma delimited)”, and use that file.",
    ),
    "csv.mixed_separators": (
        "Dòng tiêu đề ngăn cột bằng “{separator}” nhưng dòng này ngăn bằng “{other}”: dùng một dấu ngăn cột cho cả tệp.",
        "The heading separates its columns by “{separator}” but this line by “{other}”: use one separator in the whole file.",
    ),
    "csv.unreadable": (
        "Không đọc được CSV ({why}): thường do thiếu hoặc thừa dấu ngoặc kép trên dòng này.",
        "The CSV cannot be read ({why}): usually a quotation mark too many or too few on this line.",
    ),
    "json.unreadable": (
        "Không đọc được JSON ({why}): sửa dòng này.",
        "The JSON cannot be read ({why}): correct this line.",
    ),
    "json.too_deep": (
        "JSON lồng nhau quá sâu: dùng đúng mẫu trong tài liệu.",
        "The JSON is nested too deeply: use the form in the documentation.",
    ),
    "json.repeated_name": (
        "Tên “{name}”{of_organisation} đứng hai lần trong cùng một đối tượng JSON (lần đầu ở dòng {first}): chỉ để một.",
        "The name “{name}”{of_organisation} stands twice in one JSON object (first on line {first}): keep one.",
    ),
    "json.half_character": (
        "Chữ ở đây có ký tự không thể có {character} (một nửa của ký tự bị cắt rời): gõ lại chữ này.",
        "The text here holds an impossible character {character} (half of one that was cut apart): type it again.",
    ),
    "json.no_organisations": (
        'JSON không có danh sách đơn vị: cần {{"organisations": [{{"code": …, "answers": …}}]}}.',
        'The JSON has no list of organisations: {{"organisations": [{{"code": …, "answers": …}}]}} is needed.',
    ),
    "json.not_an_organisation": (
        'Chỗ này phải là một đối tượng {{"code": …, "answers": …}}.',
        'An object {{"code": …, "answers": …}} is expected here.',
    ),
    "json.no_code": (
        "Đơn vị này không có mã (“code”): ghi mã.",
        "This organisation has no “code”: give it one.",
    ),
    "json.no_answers": (
        "“answers” phải là một đối tượng {{mã số liệu: giá trị}}.",
        "“answers” must be an object {{figure: value}}.",
    ),
    "json.unknown_name": (
        "Tên “{name}” không được dùng ở đây: chỉ dùng {allowed}.",
        "The name “{name}” has no meaning here: use {allowed}.",
    ),
    "json.not_text": ("Chỗ này phải là chữ trong ngoặc kép.", "A text in quotation marks is expected here."),
    "json.not_yes_no": (
        "“ranked” phải là true hoặc false, không có ngoặc kép.",
        "“ranked” must be true or false, without quotation marks.",
    ),
    "json.not_a_value": (
        "Giá trị của “{label}” phải là số, chữ, true, false hoặc null.",
        "The value of “{label}” must be a number, a text, true, false or null.",
    ),
    "json.no_overrides": (
        "“overrides” phải là một đối tượng {{khoá tiêu chí: quyết định}}.",
        "“overrides” must be an object {{criterion: decision}}.",
    ),
    "json.unknown_criterion": (
        "Không có tiêu chí “{value}” trong bộ chỉ số: kiểm tra khoá của tiêu chí.",
        "The set has no criterion “{value}”: check its key.",
    ),
    "json.not_an_override": (
        "Quyết định phải là một đối tượng chỉ gồm {allowed}.",
        "A decision must be an object of {allowed} only.",
    ),
    "json.override_without_reason": (
        "Quyết định thay cho quy tắc phải có lý do: điền “reason”.",
        "A decision over a rule needs a reason: fill in “reason”.",
    ),
    "json.override_points": (
        "Điểm quyết định “{value}” phải là số trong ngoặc kép từ 0 đến {most}.",
        "The points decided, “{value}”, must be a number in quotation marks from 0 to {most}.",
    ),
    "json.other_set": (
        "Tệp JSON này ghi số liệu của bộ “{found}” (mục “set”), không phải của “{expected}”: chọn đúng tệp, hoặc chấm bằng bộ “{found}”.",
        "This JSON file holds figures of the set “{found}” (“set”), not of “{expected}”: choose the right file, or score by “{found}”.",
    ),
    "json.other_edition": (
        "Tệp JSON này ghi số liệu theo một bản khác của bộ “{expected}” (mục “hash”; nội dung bộ đã thay đổi): xuất lại tệp, hoặc kiểm tra số liệu theo bản này rồi bỏ mục “hash”.",
        "This JSON file holds figures by another text of “{expected}” (“hash”; the set has changed since): write the file again, or check the figures against this text and leave “hash” out.",
    ),
    # the form
    "form.other_set": (
        "Đây là mẫu nhập của bộ “{found}”, không phải của “{expected}”: dùng đúng mẫu, hoặc chấm bằng bộ “{found}”.",
        "This is a form of the set “{found}”, not of “{expected}”: use the right form, or score by “{found}”.",
    ),
    "form.other_edition": (
        "Mẫu này làm từ một bản khác của bộ “{expected}” (nội dung bộ đã thay đổi): tạo mẫu mới và chép số liệu sang.",
        "This form was made from another text of “{expected}” (the set has changed since): make a new form and copy the figures.",
    ),
    # lists of organisations and files of scores
    "scores.other_set": (
        "Đây là tệp kết quả của bộ “{found}”, không phải của “{expected}”: xếp hạng bằng bộ “{found}”, hoặc chấm lại số liệu bằng bộ “{expected}”.",
        "This is a file of scores by the set “{found}”, not by “{expected}”: rank by “{found}”, or score the figures by “{expected}”.",
    ),
    "scores.other_edition": (
        "Tệp kết quả này được chấm bằng một bản khác của bộ “{expected}” (nội dung bộ đã thay đổi): chấm lại số liệu.",
        "These scores come from another text of “{expected}” (the set has changed since): score the figures again.",
    ),
    "answers.look_alike_codes": (
        "Mã “{value}” ({value_letters}) trông giống hệt mã “{first}” ({first_letters}) nhưng là chữ khác nên được chấm là hai đơn vị: nếu là một đơn vị, gõ lại mã.",
        "The code “{value}” ({value_letters}) looks like “{first}” ({first_letters}) but is made of other letters, so they count as two organisations: where they are one, type the code again.",
    ),
    "answers.group_spellings": (
        "Nhóm “{value}” viết nhiều cách, chỉ khác chữ hoa hoặc dấu cách, được đọc là một nhóm: {spellings}. Nếu là các nhóm khác nhau thì đặt tên khác hẳn nhau.",
        "The group “{value}” is spelt in several ways that differ only in capitals or blanks, and read as one: {spellings}. Where they are different groups, give them names that differ.",
    ),
    "answers.hidden_lines": (
        "Các dòng đang bị ẩn vẫn được đọc và tính: {hidden}. Nếu không muốn tính thì xoá các dòng đó khỏi bảng.",
        "Hidden lines are read and counted all the same: {hidden}. Delete them where they are not meant to count.",
    ),
    "answers.hidden_columns": (
        "Các cột đang bị ẩn vẫn được đọc và tính: {hidden}. Nếu không muốn tính thì xoá các cột đó khỏi bảng.",
        "Hidden columns are read and counted all the same: {hidden}. Delete them where they are not meant to count.",
    ),
    "answers.hidden_sheet": (
        "Bảng số liệu được đọc nằm trên trang đang bị ẩn “{value}”: hiện trang đó để kiểm tra, hoặc chuyển số liệu sang trang nhìn thấy.",
        "The table that was read stands on a hidden sheet, “{value}”: show that sheet and check it, or move the figures to one that is seen.",
    ),
    "answers.unread_sheet": (
        "Trang “{value}” cũng có bảng số liệu nhưng không được đọc, chỉ đọc trang “{read}”: chép số liệu cần tính sang trang được đọc, hoặc xoá trang thừa.",
        "The sheet “{value}” holds a table of figures too and was not read, only “{read}” was: copy what is meant to count, or delete the sheet.",
    ),
    "organisations.none": (
        "Không thấy danh sách đơn vị: cần một cột có tiêu đề “{headings}” và ít nhất một mã bên dưới.",
        "No list of organisations found: a column headed “{headings}” with at least one code is needed.",
    ),
    "scores.not_a_number": (
        "“{name}” phải là một con số: dùng tệp do “chamdiem score --json” ghi.",
        "“{name}” must be a number: use the file that “chamdiem score --json” wrote.",
    ),
    "form.no_list": (
        "Mẫu không còn trang “{sheet}” nên không biết tên và nhóm xếp hạng: tạo mẫu mới và chép số liệu sang.",
        "The form has lost its sheet “{sheet}” with names and peer groups: make a new form and copy the figures.",
    ),
    "form.lost_lines": (
        "Mẫu đã mất dòng của {count} số liệu nên không có giá trị nào được đọc cho: {lines}. Tạo mẫu mới và chép số liệu sang.",
        "The form has lost the lines of {count} of its figures, so nothing was read for: {lines}. Make a new form and copy the figures.",
    ),
    "form.lost_key": (
        "Dòng này có {count} giá trị nhưng ô mã số liệu {cell} của mẫu đã bị xoá: ghi lại mã vào ô {cell} (mã còn thiếu: “{keys}”).",
        "This line has {count} values but the cell {cell} of the form with its key was emptied: write the key into {cell} again (missing: “{keys}”).",
    ),
    "form.moved_line": (
        "Dòng này ghi “{value}” (tiêu chí “{criterion}”) nhưng mã ẩn của dòng, ô {cell}, là “{key}” của số liệu khác, nên giá trị sẽ tính nhầm chỗ: các dòng của mẫu đã bị dời hoặc sắp xếp lại mà mã không đi theo. Tạo mẫu mới và chép số liệu sang, hoặc sửa ô {cell} thành “{keys}”.",
        "This line says “{value}” (criterion “{criterion}”) but its hidden key, cell {cell}, is “{key}”, of another figure, so the values would count for that one: lines of the form were moved or sorted without their keys. Make a new form and copy the figures, or change cell {cell} to “{keys}”.",
    ),
    "form.saved_as_csv": (
        "Tệp CSV này lưu từ trang số liệu của mẫu Excel; CSV chỉ giữ được một trang nên không có tên và nhóm xếp hạng ở "
        "trang “{sheet}”: chấm từ chính tệp .xlsx của mẫu, không lưu sang CSV.",
        "This CSV was saved from the data sheet of the Excel form; CSV keeps one sheet only, so the names and peer groups "
        "of sheet “{sheet}” are not in it: score the .xlsx file of the form itself, do not save it as CSV.",
    ),
    # the table
    "answers.no_table": (
        "Không thấy bảng số liệu: cần một ô tiêu đề “{headings}” cùng hàng (hoặc cùng cột) với các mã số liệu như {example}.",
        "No table of figures found: a heading “{headings}” is needed in one line (or column) with the keys of figures, such as {example}.",
    ),
    "answers.several_tables": (
        "Có số liệu trên nhiều trang ({sheets}): giữ một trang, hoặc đặt tên trang cần đọc là “{expected}”.",
        "Several sheets hold figures ({sheets}): keep one, or call the one to be read “{expected}”.",
    ),
    "answers.no_organisations": (
        "Bảng không có đơn vị nào: nhập mã đơn vị và số liệu.",
        "The table names no organisation: enter codes and figures.",
    ),
    "answers.unknown_figure": (
        "Bộ chỉ số không có số liệu mã “{value}”: sửa mã{alike} hoặc bỏ số liệu này.",
        "The set has no figure “{value}”: correct the key{alike} or take the figure out.",
    ),
    "answers.other_set": (
        "Tệp này có lẽ là số liệu của bộ khác: {unknown}/{count} mã số liệu ({examples}…) không có trong bộ “{expected}”. Chọn đúng bộ chỉ số, hoặc đúng tệp.",
        "This file seems to be of another set: {unknown} of its {count} figures ({examples}…) are not in “{expected}”. Choose the right set, or the right file.",
    ),
    "answers.repeated_figure": (
        "Mã số liệu “{value}” đứng hai lần (lần đầu ở {first}): chỉ giữ một.",
        "The figure “{value}” stands twice (first at {first}): keep one.",
    ),
    "answers.repeated_organisation": (
        "Mã đơn vị “{value}” đứng hai lần (lần đầu ở {first}): chỉ giữ một hoặc sửa mã.",
        "The organisation “{value}” stands twice (first at {first}): keep one or correct the code.",
    ),
    "answers.unknown_organisation": (
        "Đơn vị “{value}” không có trong trang “{sheet}”: sửa mã hoặc thêm đơn vị vào trang đó.",
        "The organisation “{value}” is not on the sheet “{sheet}”: correct the code or add it there.",
    ),
    "answers.organisation_without_figures": (
        "Đơn vị “{value}” không có cột nào ở trang “{sheet}”: thêm cột hoặc xoá đơn vị khỏi danh sách.",
        "The organisation “{value}” has no column on the sheet “{sheet}”: add one or take it off the list.",
    ),
    "answers.code_unreadable": (
        "Ô mã đơn vị không phải chữ hay số nguyên mà là lỗi, ngày, số lẻ hoặc công thức chưa tính ({value}): đổi định dạng ô thành Text rồi nhập mã.",
        "The code of the organisation is no text or whole number but an error, a date, a fraction or a formula nobody has computed ({value}): format the cell as Text and type the code.",
    ),
    "answers.no_code": (
        "Có nội dung “{value}” nhưng không có mã đơn vị: nhập mã đơn vị, hoặc xoá nội dung đó.",
        "“{value}” stands here without the code of an organisation: enter the code, or delete what stands there.",
    ),
    "answers.total_line": (
        "“{value}” là dòng tổng hợp, không phải đơn vị: xoá các số liệu của dòng này.",
        "“{value}” sums up and is no organisation: delete the figures of this line.",
    ),
    "answers.ignored_line": (
        "“{value}” đứng trên đơn vị đầu tiên và không có mã đơn vị nên được coi là tiêu đề phụ và bỏ qua.",
        "“{value}” stands above the first organisation, has no code, and was left out as a second heading.",
    ),
    "answers.cell_without_heading": (
        "Giá trị {value} không đứng dưới tiêu đề nào nên không biết là số liệu gì: ghi mã số liệu ở dòng tiêu đề hoặc xoá ô.",
        "The value {value} stands under no heading, so nobody knows which figure it is: write the key above it or delete the cell.",
    ),
    "answers.ignored_cell": (
        "“{value}” không đứng dưới tiêu đề nào nên được bỏ qua.",
        "“{value}” stands under no heading and was left out.",
    ),
    "answers.ignored_heading": (
        "Cột “{value}” không phải mã số liệu nên được bỏ qua.",
        "The column “{value}” is no figure and was left out.",
    ),
    "answers.ignored_groups": (
        "Cột “{value}” không phải mã số liệu nên được bỏ qua; nếu đó là nhóm để xếp hạng thì đặt tiêu đề là một trong {headings}.",
        "The column “{value}” is no figure and was left out; if it holds the groups to rank in, give it one of the headings {headings}.",
    ),
    "answers.blank_organisation": (
        "Đơn vị “{value}” không có tên và không có số liệu nên được bỏ qua.",
        "The organisation “{value}” has neither a name nor figures and was left out.",
    ),
    # the cell
    "answer.merged": (
        "Ô gộp phủ lên {count} ô số liệu nên không biết “{value}” là của ô nào: bỏ gộp ô và nhập từng ô.",
        "Merged cells cover {count} cells for figures, so nobody knows which one “{value}” is for: unmerge them and fill in each.",
    ),
    "answer.error_value": (
        "Công thức của “{label}” báo lỗi {value}: sửa công thức hoặc nhập số trực tiếp.",
        "The formula of “{label}” gives the error {value}: correct it or type the value.",
    ),
    "answer.uncomputed_formula": (
        "Công thức của “{label}” chưa được tính ({value}): mở tệp bằng Excel, lưu lại, hoặc nhập số trực tiếp.",
        "The formula of “{label}” has not been computed ({value}): open the file in Excel and save it, or type the value.",
    ),
    "answer.day_for_number": (
        "“{label}” cần một con số nhưng ô chứa ngày {value} (Excel có thể đã tự đổi số thành ngày): đổi định dạng ô thành Number rồi nhập lại.",
        "“{label}” needs a number but the cell holds the day {value} (Excel may have turned a number into a date): format the cell as Number and type it again.",
    ),
    "answer.not_a_number": (
        "“{value}” không phải là số: nhập “{label}” bằng chữ số, không kèm đơn vị hay ghi chú.",
        "“{value}” is not a number: enter “{label}” in digits, without unit or remarks.",
    ),
    "answer.blank_inside": (
        "“{value}” có dấu cách trong số: nhập liền “{label}” là {plain}.",
        "“{value}” has a blank inside the number: enter “{label}” as {plain}.",
    ),
    "answer.plus_sign": (
        "“{value}” có dấu cộng ở đầu: nhập “{label}” là {plain}.",
        "“{value}” begins with a plus sign: enter “{label}” as {plain}.",
    ),
    "answer.shortened": (
        "“{value}” là số viết gọn bằng lũy thừa của 10, có thể đã mất chữ số: nhập “{label}” đủ chữ số, viết {plain} nếu đúng là số đó.",
        "“{value}” is shortened by a power of ten and may have lost digits: enter “{label}” in full, {plain} if that is the number.",
    ),
    "answer.not_whole": (
        "“{label}” phải là số nguyên, không phải “{value}”: nhập số không có phần thập phân.",
        "“{label}” must be a whole number, not “{value}”: enter it without decimals.",
    ),
    "answer.ambiguous_number": (
        "“{value}” có thể hiểu là số hàng nghìn hoặc số thập phân: nhập “{label}” liền không dấu, ví dụ {plain}.",
        "“{value}” may mean thousands or decimals: enter “{label}” without separators, for example {plain}.",
    ),
    "answer.two_readings": (
        "“{value}” có thể là {plain} hoặc {decimal}: nhập “{label}” là {plain} hoặc {decimal}.",
        "“{value}” may mean {plain} or {decimal}: enter “{label}” as {plain} or {decimal}.",
    ),
    "answer.ambiguous_decimal": (
        "“{value}” có thể là {plain} (dấu chấm ngăn hàng nghìn) hoặc {decimal} (dấu chấm thập phân): nhập “{label}” là {plain} hoặc {decimal}.",
        "“{value}” may mean thousands, {plain}, or a number with decimals, with a comma {decimal}: enter “{label}” as {plain} for thousands, or as {decimal} for decimals.",
    ),
    "answer.comma_groups": (
        "“{value}” dùng dấu phẩy để ngăn hàng nghìn, trong khi dấu phẩy là dấu thập phân: nhập “{label}” là {plain}.",
        "“{value}” has commas between thousands, but the comma is the decimal sign here: enter “{label}” as {plain}.",
    ),
    "answer.padded_text": (
        "“{value}” viết trong ngoặc kép có thể là {plain} hoặc {decimal}: ghi “{label}” là {plain} hoặc {decimal}.",
        "“{value}” in quotes may mean {plain} or {decimal}: write “{label}” as {plain} or as {decimal}.",
    ),
    "answer.not_canonical": (
        "“{value}” không theo cách viết số trong tệp dữ liệu: ghi “{label}” không ngăn hàng nghìn, dấu chấm thập phân, ví dụ {plain}.",
        "“{value}” is not how data files write numbers: write “{label}” without thousands separators and with a decimal point, for example {plain}.",
    ),
    "answer.too_many_decimals": (
        "“{value}” có quá nhiều chữ số thập phân: “{label}” nhận tối đa {most} chữ số, số khác 0 nhỏ nhất là {least}. Kiểm tra lại đơn vị tính; làm tròn được thì nhập {near}.",
        "“{value}” has too many decimals: “{label}” takes at most {most}, the smallest number but 0 is {least}. Check its unit; enter {near} if it may be rounded.",
    ),
    "answer.too_many_digits": (
        "“{value}” có quá nhiều chữ số (tối đa {most}): kiểm tra lại “{label}” và đơn vị tính.",
        "“{value}” has too many digits (at most {most}): check “{label}” and its unit.",
    ),
    "answer.below_minimum": (
        "“{value}” nhỏ hơn mức thấp nhất {least} của “{label}”: kiểm tra lại số và đơn vị tính.",
        "“{value}” is below the least value {least} of “{label}”: check the figure and its unit.",
    ),
    "answer.points_outside": (
        "“{value}” nằm ngoài khung điểm của “{label}”: nhập từ {least} đến {most}.",
        "“{value}” is outside the points of “{label}”: enter {least} to {most}.",
    ),
    "answer.above_maximum": (
        "“{value}” lớn hơn mức cao nhất {most} của “{label}”: kiểm tra lại số và đơn vị tính.",
        "“{value}” is above the greatest value {most} of “{label}”: check the figure and its unit.",
    ),
    "answer.doubtful_share": (
        "“{label}” tính bằng phần trăm nên {value} được hiểu là {read}%: nếu đúng ra là {meant}%, nhập {meant}.",
        "“{label}” is in percent, so {value} means {read}%: if {meant}% is meant, enter {meant}.",
    ),
    "answer.off_step": (
        "“{value}” không theo bước {step} của “{label}”: nhập bội số của {step}.",
        "“{value}” is not in steps of {step} as “{label}” demands: enter a multiple of {step}.",
    ),
    "answer.not_yes_no": (
        "“{value}” không phải Có hoặc Không: nhập “{label}” bằng “Có” hoặc “Không”.",
        "“{value}” is neither yes nor no: enter “{label}” as “Có” (yes) or “Không” (no).",
    ),
    "answer.unknown_option": (
        "“{value}” không có trong các lựa chọn của “{label}”: chọn một trong {allowed}.",
        "“{value}” is no option of “{label}”: choose one of {allowed}.",
    ),
    "answer.not_a_date": (
        "“{value}” không phải là ngày: nhập “{label}” theo ngày/tháng/năm, ví dụ 31/12/2023.",
        "“{value}” is not a date: enter “{label}” as day/month/year, for example 31/12/2023.",
    ),
    "answer.text_earns_nothing": (
        "“{label}” là phần chữ, không tính điểm.",
        "“{label}” is a text and earns nothing.",
    ),
    # between cells
    "check.broken": (
        "Mục {row}{of_organisation}: phải bảo đảm {statement}. Sửa số liệu ở {cells}.",
        "Row {row}{of_organisation}: it must hold that {statement_en}. Correct the figures at {cells}.",
    ),
    "check.doubtful": (
        "Mục {row}{of_organisation}: nên bảo đảm {statement}. Kiểm tra lại số liệu ở {cells}.",
        "Row {row}{of_organisation}: it should hold that {statement_en}. Check the figures at {cells}.",
    ),
}
