"""What the reader noticed, in words: code → (Vietnamese, English)."""

from __future__ import annotations

from collections.abc import Mapping

from chamdiem.annex.rows import Notice

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

# A reading that was chosen and needs no look.
READ_AS = "rule.read_as"
TEXTS: Mapping[str, tuple[str, str]] = {
    "row.joined": ("Phần còn lại của dòng bị ngắt trang ({place}) đã được nối vào đây: kiểm tra chỗ nối.", "What a page break split off ({place}) was joined here: check the seam."),
    "cell.cut": ("Ô {field} “{text}” gộp nhiều dòng, bị ngắt trang và đi tiếp đến dòng này: kiểm tra lại.", "The cell of {field}, “{text}”, reaches over several rows and goes on to this one behind a page break: check it."),
    "cell.maybe_cut": ("Ô {field} trống ở đầu trang, có thể thuộc ô gộp “{text}” ở cuối trang trước: nhập vào nếu đúng.", "The cell of {field} is empty at the top of a page and may go on from “{text}” at the foot of the page before: type it if so."),
    "method.shared": ("Ô cách tính gộp với dòng phía trên: “{text}”. Nếu dòng này cũng tính như vậy, nhập cách tính ấy vào đây.", "The cell of the calculation is merged with the row above: “{text}”. Where this row is calculated like that too, type it here."),
    "row.from_caption": ("Dòng này lấy từ tên bảng “{caption}”, không in trong bảng.", "This row was made of the caption “{caption}”; it is not printed in the table."),
    "groups.scattered": ("Các nhóm ở cột bên trái in xen kẽ nhau nên không xếp thành cấp: thêm nhóm nếu cần.", "The groups in the column to the left come back after others, so they are no level: add groups if they are meant."),
    "tables.sections": ("Tệp có {count} bảng điểm ({names}): mỗi bảng thành một phần của cùng một bộ chỉ số. Nếu các bảng dùng cho những loại cơ quan khác nhau, lập từng bộ riêng: ở “Chỉ ra các cột”, chọn “không đọc” cho mọi cột của bảng không dùng.", "The file has {count} tables of points ({names}): each became a part of one set. Where they are for different kinds of organisations, make a set of each: under “Chỉ ra các cột” choose “not read” for every column of a table that is not wanted."),
    "tables.joined": ("Các bảng ở những trang tính {names} được nối thành một danh sách vì không có số thứ tự nào cho biết chúng tách nhau: nếu mỗi trang tính là một phần, thêm dòng nhóm; nếu dùng cho những loại cơ quan khác nhau, lập từng bộ riêng.", "The tables of the sheets {names} were joined to one list, for no number tells them apart: where each sheet is a part of its own, add a group; where they are for different kinds of organisations, make a set of each."),
    "row.levels": ("{count} dòng có điểm dưới dòng này được hiểu là các mức của nó, không phải dòng riêng: kiểm tra lại.", "{count} lines with points below this row were read as its levels, not as rows: check them."),
    "row.merged": ("Gộp dòng {row} vào đây: {field} giữ “{kept}”, không lấy “{dropped}” của dòng ấy. Kiểm tra lại.", "Row {row} was joined here: {field} stays “{kept}”, the “{dropped}” of that row is left out. Check it."),
    "row.merged_rule": ("Gộp dòng {row} vào đây: giữ quy tắc của dòng này, không lấy quy tắc của dòng ấy. Kiểm tra lại.", "Row {row} was joined here: the rule of this row stays, that of the other is left out. Check it."),
    "name.missing": ("Ô tên của dòng này để trống: nhập tên theo bản gốc.", "The name of this row is empty: type it from the original."),
    "name.wordless": ("Ô tên của dòng in “{printed}”, không có chữ nào: sửa tên.", "The name of the row is printed as “{printed}”, without a word: mend it."),
    "number.missing": ("Dòng không in số thứ tự: đã xếp ngang dòng phía trên.", "No number is printed: placed beside the row above."),
    "number.missing_on_top": ("Dòng không in số thứ tự: đã xếp ở cấp cao nhất, sau các phần khác. Nếu thuộc phần phía trên, chuyển dòng vào phần ấy.", "No number is printed: placed at the top, behind the other parts. Move it if it belongs to the part above."),
    "number.restarts": ("Số “{number}” bắt đầu lại: kiểm tra cấp của dòng.", "The number “{number}” starts again: check the level of the row."),
    "number.repeated": ("Số “{number}” in hai lần liền nhau.", "The number “{number}” is printed twice in a row."),
    "number.beside": ("Dòng “{number}” xếp ngang dòng “{above}” vì dòng ấy có cách tính và điểm riêng: nếu là một phần của dòng ấy, hạ cấp dòng này.", "Row “{number}” stands beside row “{above}”, which has a calculation text and points of its own: put it one level deeper if it is a part of that row."),
    "number.gap": ("Số nhảy từ “{before}” đến “{number}”: kiểm tra văn bản có sót dòng nào không.", "The numbers jump from “{before}” to “{number}”: check whether a row is lacking."),
    "total.differs": ("Dòng tổng in {printed} điểm, các dòng cấp cao nhất đọc được cộng lại {sum} điểm: kiểm tra có sót dòng nào không.", "The total says {printed} points, the rows read at the top add up to {sum}: check whether a row is lacking."),
    "total.with_bonus": ("Dòng tổng in {printed} điểm gồm cả {bonus} điểm thưởng: ghi điểm tối đa của bộ là {sum} và cho điểm thưởng vượt nhiều nhất {bonus} điểm. Kiểm tra lại.", "The total of {printed} points includes {bonus} bonus points: the maximum of the set is {sum}, and bonuses may exceed it by {bonus}. Check it."),
    "lines.left_out": ("{count} dòng có số thứ tự và điểm (từ {place}) không thuộc bảng nào đọc được: chọn cột cho bảng ấy.", "{count} lines with a number and points (from {place}) belong to no table that was read: choose the columns of that table."),
    "max.shared": ("Không in điểm tối đa: hiểu là dùng chung ô điểm với dòng {with_row}.", "No maximum is printed: read as sharing the cell of row {with_row}."),
    "max.missing": ("Chưa đọc được điểm tối đa của dòng này (in: {printed}): nhập điểm, hoặc bỏ dòng khỏi phần tính điểm.", "The maximum of this row could not be read (printed: {printed}): enter it, or take the row out of scoring."),
    "max.unreadable": ("Ô điểm tối đa in “{printed}”, không phải một số.", "The cell of the maximum says “{printed}”, which is no number."),
    "max.sum": ("Các dòng con cộng lại {sum} điểm, dòng này in {printed} điểm.", "The rows below add up to {sum} points, this row says {printed}."),
    "role.guessed": ("Vai trò “{role}” đoán theo tên dòng: xác nhận lại.", "The role “{role}” was guessed from the name: confirm it."),
    "role.guessed_from": ("Vai trò “{role}” đoán theo chỗ in “{printed}”: xác nhận lại.", "The role “{role}” was guessed from what is printed, “{printed}”: confirm it."),
    "declared.differs": ("Văn bản nêu {stated} {words}, trong bảng đếm được {found}.", "The text states {stated} {words}; {found} were counted in the tables."),
    "text.damaged": ("Còn chữ chưa khôi phục được ở phần {field}: “{fragment}”.", "A damaged piece of {field} could not be repaired: “{fragment}”."),
    "text.damaged_throughout": ("Nhiều chỗ trong tệp có chữ hỏng. Chữ mất hay sai mà vẫn thành chữ hoặc số có nghĩa thì không nhận ra được (“tên” thay cho “trên”, “3/3” thay cho “31/3”): đọc lại theo bản gốc cả những dòng không có cảnh báo.", "Many words of the file are damaged. Where what is left is still a word or a figure it cannot be seen (“tên” for “trên”, “3/3” for “31/3”): read the rows without a warning against the original too."),
    "text.doubtful": ("Dòng này có chữ bị hỏng, nên văn bản có thể còn chữ sai mà vẫn là một chữ có nghĩa (“tổn” thay cho “tổng”): đọc lại cả dòng theo bản gốc.", "Words of this row were damaged, so others may be wrong and still be words (“tổn” for “tổng”): read the whole row against the original."),
    "columns.guessed": ("Bảng không có dòng tiêu đề nhận ra được: vai trò các cột là đoán.", "No header was recognised: the roles of the columns are guessed."),
    "columns.supposed": ("Cột “{heading}” được hiểu là cột tên, vì không còn cột nào khác: kiểm tra lại.", "The column “{heading}” was read as the one of names, for no other is left: check it."),
    "columns.by_contents": ("Các cột “{headings}” được hiểu theo nội dung trong ô (ô nói về điểm là cách tính, ô chỉ có số là điểm tối đa): nếu không đúng, mở “Chỉ ra các cột” và chọn lại.", "The columns “{headings}” were read by what stands in them (cells that speak of points are a calculation, bare figures the maxima): where that is wrong, open “Chỉ ra các cột” and choose again."),
    "offices.unlabelled": ("Cột “{heading}” gộp cơ quan chủ trì và phối hợp, ô của dòng này không ghi cơ quan nào chủ trì: giữ nguyên, kiểm tra lại.", "The column “{heading}” holds lead and coordinating offices in one, and the cell of this row does not say which leads: kept as it is, check it."),
    "columns.unread": ("Không đọc các cột có nội dung sau: “{headings}”. Nếu cần nội dung của cột nào, mở “Chỉ ra các cột” và chọn cột ấy chứa gì.", "These columns hold something and are not read: “{headings}”. Where the set needs one of them, point it out under “Chỉ ra các cột”."),
    "text.outside": ("Ngoài bảng còn {count} đoạn chữ không đưa vào bộ chỉ số: {texts}. Xem có phải ghi chú hay điều kiện chung cần nhập thêm không.", "{count} texts outside the tables were not taken into the set: {texts}. See whether they are notes or conditions to be added."),
    "text.unheard": ("{count} chỗ chữ trong tệp không vào dòng, tiêu đề hay ghi chú nào: {texts}. Đối chiếu với bản gốc, nhập vào dòng nếu cần.", "{count} pieces of text of the file are in no row, heading or note: {texts}. Compare with the original and type them where they belong."),
    "rows.none": ("Không tìm thấy bảng hay dòng nào có điểm trong tệp: kiểm tra đúng phụ lục chưa.", "No table or line with points was found in the file: check that it is the right annex."),
    "reader.note": ("{text}", "{text}"),
    "rule.no_text": ("Văn bản không in cách tính điểm: để người thẩm định chấm, hoặc chọn quy tắc.", "No calculation text is printed: left to the assessor; choose a rule if there is one."),
    "rule.lost_to_rows": ("Dòng này in cách tính nhưng có dòng con nên không có quy tắc: nếu dòng con không thuộc dòng này, chuyển dòng con đi rồi chọn quy tắc.", "A calculation text is printed here, and rows stand below, so there is no rule: where those rows do not belong here, move them and choose the rule."),
    "rule.above_rows": ("Dòng này có quy tắc riêng mà nay có dòng con: bỏ quy tắc, hoặc chuyển dòng con đi.", "This row has a rule of its own, and rows stand below it now: drop the rule, or move those rows."),
    "row.noted_elsewhere": ("Ghi chú ngoài bảng nói về dòng này: “{text}”. Xem quy tắc và cách xử lý “không đánh giá” có theo ghi chú đó không.", "A note outside the table speaks of this row: “{text}”. See whether the rule and what does not apply follow it."),
    "rule.text_moved": ("Một phần cách tính của dòng này đã tách sang dòng khác mà quy tắc giữ nguyên: kiểm tra quy tắc.", "A part of the calculation text went to another row, and the rule stays as it was: check the rule."),
    "rule.not_understood": ("Chưa hiểu cách tính (“{text}”): để người thẩm định chấm, giữ nguyên văn.", "The calculation text was not understood (“{text}”): left to the assessor, text kept."),
    "rule.left_to_people": ("Để người thẩm định chấm, giữ nguyên văn: {text}.", "Left to the assessor, text kept: {text}."),
    "rule.unread": ("Phần chưa dùng đến trong cách tính: “{text}”. Kiểm tra có làm đổi quy tắc không.", "A part of the calculation text was not used: “{text}”. Check whether it changes the rule."),
    "rule.demoted": ("Quy tắc đọc được không đứng vững khi thử số liệu ({why}): để người thẩm định chấm.", "The rule read did not stand the trial with values ({why}): left to the assessor."),
    "rule.assumed": ("Cách hiểu đã chọn: {text}", "The reading chosen: {text}"),
    "rule.read_as": ("Đọc là: {text}", "Read as: {text}"),
    "rule.zero_unsaid": ("Văn bản không nói mẫu số bằng 0 thì chấm thế nào; đã chọn: {text}.", "The text does not say what a denominator of zero gives; chosen: {text}."),
    "rule.zeros_unsaid": ("{count} dòng: văn bản không nói mẫu số bằng 0 thì chấm thế nào; ghi chú của bộ nêu từng dòng và điều đã chọn.", "{count} rows: the text does not say what a denominator of zero gives; the notes of the set name the rows and what was chosen."),
    "rule.zero_chosen": ("Văn bản không nói mẫu số bằng 0 thì chấm thế nào; người soạn đã chọn cho mọi dòng như vậy: {text}.", "The text does not say what a denominator of zero gives; chosen by people for all such rows: {text}."),
    "rule.damaged_text": ("Cách tính có chữ đã khôi phục: đối chiếu với bản gốc.", "The calculation text was repaired: compare with the original."),
    "rule.repair_undone": ("Quy tắc được đọc từ chữ đã khôi phục “{repaired}”, nay chữ trả lại như in “{printed}” mà quy tắc giữ nguyên: kiểm tra quy tắc, sửa nếu không còn đúng.", "The rule was read from the repaired “{repaired}”; the text is “{printed}” again, as printed, and the rule stays: check it, and mend it if it is not right any more."),
    "rule.doubtful_text": ("Cách tính còn chữ bị hỏng, quy tắc đọc từ văn bản chưa trọn vẹn: đối chiếu với bản gốc.", "The calculation text is still damaged, the rule was read from a text that is not whole: compare with the original."),
}  # fmt: skip


# What the fields of a row are called: code → (Vietnamese, English).
_FIELDS: Mapping[str, tuple[str, str]] = {
    "name": ("tên", "the name"),
    "instructions": ("hướng dẫn", "the instructions"),
    "method": ("cách tính", "the calculation text"),
    "note": ("ghi chú", "the note"),
    "evidence": ("minh chứng", "the evidence"),
    "lead": ("đơn vị chủ trì", "the lead office"),
    "coordinating": ("đơn vị phối hợp", "the coordinating offices"),
    "verifying": ("đơn vị xác minh", "the verifying offices"),
    "data_source": ("nguồn dữ liệu", "the source of the data"),
    "max_points": ("điểm tối đa", "the maximum"),
    "deadline": ("thời hạn", "the deadline"),
}


# What roles are called: code → (Vietnamese, English).
_ROLES: Mapping[str, tuple[str, str]] = {
    "bonus": ("điểm thưởng", "bonus"),
    "deduction": ("điểm trừ", "deduction"),
    "condition": ("điều kiện", "condition"),
    "information": ("thông tin", "information"),
}


def doubts_a_rule(notice: Notice) -> bool:
    """Whether a notice says that a rule may be another one; of zeros the texts say nothing almost everywhere."""
    return notice.code.startswith("rule.") and not is_reading(notice)


def is_reading(notice: Notice) -> bool:
    """Whether a notice only says how a row was read, or is asked once for the whole set: no warning of its own."""
    return notice.code == READ_AS or notice.code.startswith("rule.zero_")


# All their facts are numbers of points.
_OF_POINTS = frozenset(("max.sum", "total.with_bonus", "total.differs"))


def sentence(notice: Notice, language: str = "vi") -> str:
    """A notice in words."""
    vietnamese, english = TEXTS[notice.code]
    facts = dict(notice.facts)
    if facts.get("field") in _FIELDS:
        facts["field"] = _FIELDS[facts["field"]][language != "vi"]
    if facts.get("role") in _ROLES:
        facts["role"] = _ROLES[facts["role"]][language != "vi"]
    if language == "vi" and notice.code in _OF_POINTS:
        facts = {name: value.replace(".", ",") for name, value in facts.items()}
    return (vietnamese if language == "vi" else english).format(**facts)
