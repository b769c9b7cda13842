"""Words that problems use inside their sentences, and why machines refuse, Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "this_value": ("ô này", "this cell"),
    "of_organisation": (" của đơn vị {organisation}", " of organisation {organisation}"),
    "alike": (" (gần giống: {like})", " (alike: {like})"),
    # what a text of a set file must look like
    "key (letters, digits, dots, dashes)": (
        "mã gồm chữ không dấu, chữ số, dấu chấm, gạch nối, không có dấu cách (tối đa 40 ký tự)",
        "a key of plain letters, digits, dots and dashes (at most 40)",
    ),
    "year": ("năm gồm bốn chữ số, ví dụ 2026", "a year of four digits, such as 2026"),
    "level": (
        "tên cấp gồm chữ thường không dấu và gạch dưới",
        "a level of small plain letters and underscores",
    ),
    "letter": ("một chữ cái, có thể kèm chữ số", "a letter, with digits if need be"),
    "figure": ("mã số liệu như I.6 hoặc 3.5.a", "the key of a figure such as I.6 or 3.5.a"),
    "office": ("tên cơ quan (tối đa 200 ký tự)", "the name of an office (at most 200 characters)"),
    "name": ("tên không có dấu cách và dấu hai chấm", "a name without blanks and colons"),
    # the lists of a plan
    "bodies": ("cơ quan", "bodies"),
    "legal_basis": ("căn cứ", "documents of the legal basis"),
    "sections": ("đề mục", "sections"),
    "clauses": ("điều khoản", "clauses"),
    "goals": ("mục tiêu", "goals"),
    "annexes": ("phụ lục", "annexes"),
    "targets": ("chỉ tiêu", "targets"),
    "documents": ("văn bản", "documents"),
    "project_groups": ("nhóm dự án", "groups of projects"),
    "projects": ("dự án", "projects"),
    "reporting": ("chế độ báo cáo", "reporting duties"),
    "recipients": ("nơi nhận", "recipients"),
    # why a file cannot be opened or written
    "FileNotFoundError": ("không có thư mục hoặc tệp đó", "no such file or folder"),
    "PermissionError": ("không có quyền", "no permission"),
    "FileExistsError": ("đó là thư mục", "it is a folder"),
    "IsADirectoryError": ("đó là thư mục", "it is a folder"),
    "NotADirectoryError": ("đường dẫn đi qua một tệp", "the path leads through a file"),
    "closed": ("đầu ra đã bị đóng", "it has been closed"),
    "OSError": ("hệ điều hành từ chối", "the operating system refuses"),
    "ValueError": ("nội dung không hợp lệ", "its content is not valid"),
    # why YAML cannot be read
    "found character that cannot start any token": (
        "có ký tự không được đứng ở đây, ví dụ dấu tab, @ hoặc %",
        "a character that cannot stand here, such as a tab, @ or %",
    ),
    "found a tab character that violates indentation": (
        "thụt lề bằng dấu tab; chỉ dùng dấu cách",
        "indented by a tab; use blanks only",
    ),
    "exceeded maximum nesting depth": ("lồng nhau quá sâu", "nested too deeply"),
    "control characters are not allowed": ("có ký tự điều khiển", "a control character"),
    "could not find expected ':'": ("thiếu dấu hai chấm sau khoá", "a colon is expected after the key"),
    "did not find expected key": ("cần một khoá ở đây", "a key is expected"),
    "did not find expected ',' or '}'": ("thiếu dấu phẩy hoặc dấu }", "a comma or } is expected"),
    "did not find expected ',' or ']'": ("thiếu dấu phẩy hoặc dấu ]", "a comma or ] is expected"),
    "did not find expected '-' indicator": ("cần dấu gạch đầu dòng “- ”", "“- ” is expected"),
    "did not find expected node content": ("thiếu giá trị", "a value is expected"),
    "did not find expected <document start>": ("thừa phần sau", "there is more after the end"),
    "found unexpected end of stream": ("tệp hết giữa chừng", "the file ends in the middle"),
    "found unknown escape character": ("dấu \\ sai", "a wrong backslash"),
    "mapping values are not allowed in this context": (
        "dấu hai chấm không được đứng ở đây",
        "a colon cannot stand here",
    ),
    "block sequence entries are not allowed in this context": (
        "dấu gạch đầu dòng không được đứng ở đây",
        "a list cannot begin here",
    ),
    # why a workbook cannot be unpacked
    "BadZipFile": ("nén hỏng", "bad archive"),
    "EOFError": ("tệp bị cắt", "cut off"),
    # why the reader of annexes ended without an answer: the file may be sound
    "Killed": ("máy chủ đã ngắt, thường vì thiếu bộ nhớ", "the server ended it, mostly for lack of memory"),
    "KeyError": ("thiếu phần bên trong", "a part is missing"),
    "AttributeError": ("thiếu phần bên trong", "a part is missing"),
    "TypeError": ("phần bên trong sai", "a part is wrong"),
    "ParseError": ("XML hỏng", "bad XML"),
    "error": ("nén hỏng", "bad archive"),
    # why JSON cannot be read
    "Expecting value": ("thiếu giá trị", "a value is expected"),
    "Extra data": ("thừa phần sau", "there is more after the end"),
    "Expecting ',' delimiter": ("thiếu dấu phẩy", "a comma is expected"),
    "Expecting ':' delimiter": ("thiếu dấu hai chấm", "a colon is expected"),
    "Expecting property name enclosed in double quotes": (
        "tên phải nằm trong ngoặc kép",
        "a name in double quotes is expected",
    ),
    "Unterminated string starting at": ("thiếu ngoặc kép đóng", "a closing quotation mark is missing"),
    "Illegal trailing comma before end of object": ("thừa dấu phẩy cuối", "a comma too many at the end"),
    "Illegal trailing comma before end of array": ("thừa dấu phẩy cuối", "a comma too many at the end"),
    "Invalid control character at": ("có ký tự điều khiển", "a control character"),
    "Invalid \\uXXXX escape": ("sau \\u phải là bốn chữ số hệ 16", "four hexadecimal digits must follow \\u"),
    "Invalid \\escape": ("dấu \\ sai", "a wrong backslash"),
    # why CSV cannot be read
    "unexpected end of data": ("tệp hết giữa ngoặc kép", "it ends within quotation marks"),
}
