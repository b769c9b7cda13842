"""Findings about words: printing errors, damaged text, targets, the printed method.

Code → (Vietnamese, English); ``findings`` says them.
"""

from __future__ import annotations

from collections.abc import Mapping

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

TEXTS: Mapping[str, tuple[str, str]] = {
    "text.copied": (
        "Hướng dẫn của mục {row} chép nguyên văn ở các mục {others} có tên khác: kiểm tra có phải chép nhầm không.",
        "The instructions of row {row} stand word for word in rows {others} with other names: check that they were not copied by mistake.",
    ),
    "text.correction": (
        "Lỗi in ở {field}: “{printed}” phải là “{correct}” ({reason}): đề nghị đính chính văn bản.",
        "Printing error in the {field}: “{printed}” should be “{correct}” ({reason}): have the decision corrected.",
    ),
    "text.correction_unfounded": (
        "Bản sửa lỗi ghi “{printed}” nhưng {field} không có chữ đó: sửa lại bản ghi cho khớp với văn bản.",
        "A recorded correction names “{printed}” which does not stand in the {field}: make the record fit the text.",
    ),
    "text.repaired": (
        "Chữ của mục {row} bị hỏng khi trích ra và đã được phục hồi ({fields}): đối chiếu lại với bản gốc.",
        "The text of row {row} was damaged and has been repaired ({fields}): compare it with the original.",
    ),
    "text.character": (
        "{field} có ký tự lạ “{character}” ({code}) ở “{text}”: thay bằng chữ tiếng Việt[ “{expected}”].",
        "The {field} contains the strange character “{character}” ({code}) at “{text}”: replace it[ by “{expected}”].",
    ),
    "text.encoding": (
        "{field} không phải chữ Unicode ({encoding}) nên không đọc và không tìm được: gõ lại bằng Unicode theo bản gốc[, có thể là “{text}”].",
        "The {field} is not written in Unicode ({encoding}), so that it is neither read nor found: write it anew from the original[, perhaps “{text}”].",
    ),
    "text.parted_accents": (
        "{field} viết dấu rời khỏi chữ (Unicode tổ hợp) nên không tìm và không đối chiếu được: gõ lại bằng Unicode dựng sẵn “{text}”.",
        "The {field} has its accents apart from the letters, so that its words are not found: write it with composed letters, “{text}”.",
    ),
    "text.digit": (
        "{field} in “{printed}”[, có lẽ là “{meant}”]: chữ và số bị nhận lẫn, sửa lại theo bản gốc.",
        "The {field} prints “{printed}”[, probably “{meant}”]: letters and digits were mistaken for each other, correct it.",
    ),
    "text.brackets": (
        "{field} có dấu “{mark}” không có dấu đi cặp, ở “{text}”: bổ sung hoặc bỏ dấu.",
        "The {field} has a “{mark}” without its partner, at “{text}”: add or remove one.",
    ),
    "text.stray_mark": (
        "{field} có dấu nháy thừa ở “{text}”: bỏ dấu nháy.",
        "The {field} has a stray mark at “{text}”: remove it.",
    ),
    "text.markup": (
        "{field} còn sót ký hiệu định dạng “{text}”: bỏ ký hiệu.",
        "The {field} still contains the markup “{text}”: remove it.",
    ),
    "text.spaces": (
        "{field} có dấu cách thừa ở “{text}”: bỏ bớt dấu cách, kiểm tra có mất chữ không.",
        "The {field} has spaces out of place at “{text}”: remove them and check that no letter is lost.",
    ),
    "text.confused": (
        "{field} in “{printed}”, có lẽ là “{meant}”: kiểm tra chữ, dấu thanh và sửa lại.",
        "The {field} prints “{printed}”, most likely “{meant}”: check letters and accents and correct it.",
    ),
    "text.impossible": (
        "{field} có chữ “{printed}” không phải âm tiết tiếng Việt[ (đúng có thể là “{meant}”)]: sửa lại theo bản gốc.",
        "The {field} has “{printed}”, which is no Vietnamese syllable[ (“{meant}” may be right)]: correct it from the original.",
    ),
    "text.lost_letters": (
        "{field} bị mất chữ ({fragments}): phục hồi theo bản gốc[, có thể là “{repaired}”].",
        "The {field} has lost letters ({fragments}): restore it from the original[, perhaps “{repaired}”].",
    ),
    "text.repeated": (
        "{field} lặp lại “{text}” hai lần liền nhau: bỏ bớt một lần.",
        "The {field} repeats “{text}” twice in a row: drop one.",
    ),
    "text.unfinished": (
        "{field} kết thúc dở dang (“… {text}”): bổ sung phần cuối bị mất.",
        "The {field} ends in the middle (“… {text}”): add the words that are missing.",
    ),
    "text.decimal_point": (
        "Số “{text}” dùng dấu chấm thập phân, dễ đọc nhầm thành hàng nghìn: viết {expected}.",
        "“{text}” uses a decimal point, which Vietnamese readers may take for thousands: write {expected}.",
    ),
    "text.two_spellings": (
        "Cùng một từ viết “{spelling}” {fewer} lần (mục {rows}) và “{usual}” {more} lần: thống nhất một cách viết.",
        "One word is written “{spelling}” {fewer} times (rows {rows}) and “{usual}” {more} times: use one spelling.",
    ),
    "text.parted_acronym": (
        "Chữ viết tắt “{spelling}” (mục {rows}) nơi khác viết liền “{usual}”: thống nhất một cách viết.",
        "The abbreviation “{spelling}” (rows {rows}) is written “{usual}” elsewhere: use one spelling.",
    ),
    "text.early_abbreviation": (
        "Chữ viết tắt {text} dùng ở đây nhưng đến mục {other} mới giải thích: giải thích ở chỗ dùng đầu tiên.",
        "The abbreviation {text} is used here but only explained in row {other}: explain it where it is first used.",
    ),
    "target.contradicts": (
        "Tên mục {row} nêu mức {target} nhưng quy tắc dùng mức {thresholds}: thống nhất tên với cách tính.",
        "The name of row {row} states {target} but the rule uses {thresholds}: make the two agree.",
    ),
    "target.not_in_rule": (
        "Tên mục {row} nêu mức {target} nhưng quy tắc không có ngưỡng nào: bổ sung ngưỡng hoặc bỏ mức trong tên.",
        "The name of row {row} states {target} but the rule has no threshold: add it or drop it from the name.",
    ),
    "target.shared": (
        "Các mục {rows} cùng nêu mức {target} nhưng quy tắc chung chỉ có {count} ngưỡng như vậy nên có mức không được tính: tách quy tắc hoặc bỏ mức thừa trong tên.",
        "The names of rows {rows} all state {target} but their common rule has {count} such threshold, so that one is not counted: part the rule or drop the target.",
    ),
    "target.percent_lost": (
        "Tên mục {row} bắt đầu bằng “{text}”, có lẽ mất dấu phần trăm: sửa thành {expected}.",
        "The name of row {row} begins with “{text}”, most likely without its percent sign: write {expected}.",
    ),
    "method.overlap": (
        "Giá trị {value} thuộc cả hai mức “{first}” và “{second}”: quy định rõ thuộc mức nào.",
        "The value {value} lies in both “{first}” and “{second}”: say which one counts.",
    ),
    "method.gap": (
        "Các mức điểm của mục {row} bỏ sót [giá trị {only}][các giá trị từ {first}][ đến {last}][khoảng giữa {low}][ và {high}]: bổ sung mức cho phần này.",
        "The bands of row {row} leave out [the value {only}][the values from {first}][ to {last}][what lies between {low}][ and {high}]: add a band.",
    ),
    "method.percent_lost": (
        "Ngưỡng “{text}” mất dấu phần trăm so với chỗ khác trong cùng cách tính: viết {expected}.",
        "The threshold “{text}” lacks the percent sign it has elsewhere in the same text: write {expected}.",
    ),
    "method.yes_no_with_ratio": (
        "Cách tính của mục {row} là có/không nhưng ghi chú lại định nghĩa một tỷ lệ: chọn một cách và sửa văn bản.",
        "The method of row {row} is yes or no but its note defines a ratio: choose one and correct the text.",
    ),
    "method.points_and_bands": (
        "Cách tính của mục {row} vừa ghi “{formula}” vừa chia mức điểm: bỏ một trong hai.",
        "The method of row {row} says “{formula}” and gives bands as well: drop one of the two.",
    ),
    "method.undefined": (
        "Cách tính dùng “{name}” (“{text}”) mà không định nghĩa: định nghĩa hoặc sửa lại tên.",
        "The method uses “{name}” (“{text}”) without defining it: define it or correct the name.",
    ),
    "method.same_condition": (
        "Hai dòng của cách tính nêu cùng một điều kiện với điểm khác nhau (“{line}”): sửa điều kiện của một dòng.",
        "Two lines of the method state the same condition with different points (“{line}”): correct one of them.",
    ),
    "method.formula": (
        "Văn bản in công thức “{formula}” nhưng quy tắc tính {rule}: thống nhất công thức và ghi rõ cách hiểu.",
        "The text prints “{formula}” but the rule computes {rule}: make them agree and note the reading.",
    ),
    "method.letter": (
        "Cách tính định nghĩa chữ {letter} (“{meaning}”) nhưng dòng không có số liệu này: bổ sung số liệu hoặc ghi rõ vì sao không dùng.",
        "The text explains letter {letter} (“{meaning}”) but the row has no such input: add it or note why it is not used.",
    ),
    "method.letter_not_printed": (
        "Quy tắc dùng chữ {letter} mà cách tính không định nghĩa: dùng đúng chữ in trong văn bản.",
        "The rule reads letter {letter}, which the text does not explain: use the letters of the text.",
    ),
    "method.threshold_not_printed": (
        "Quy tắc có ngưỡng {threshold} mà văn bản không nêu: sửa ngưỡng hoặc ghi rõ cách hiểu.",
        "The rule has the threshold {threshold} the text does not name: correct it or note the reading.",
    ),
    "method.threshold_not_used": (
        "Văn bản nêu mức {threshold} mà quy tắc không dùng: bổ sung vào quy tắc hoặc ghi rõ vì sao không dùng.",
        "The text names {threshold}, which the rule does not use: add it or note why it is not used.",
    ),
    "method.reward_not_printed": (
        "Quy tắc cho {points} điểm ở một mức mà văn bản không nêu: sửa mức điểm hoặc ghi rõ cách hiểu.",
        "The rule gives {points} points in a case the text does not name: correct it or note the reading.",
    ),
    "method.reward_not_used": (
        "Văn bản nêu mức {reward} (điểm hoặc phần của điểm tối đa) mà quy tắc không dùng: bổ sung vào quy tắc hoặc ghi rõ cách hiểu.",
        "The text names {reward} (points or a share of the maximum), which the rule never gives: add it or note the reading.",
    ),
    "method.scale_left_to_people": (
        "Mục {row} in đủ các mức điểm “{text}” nhưng quy tắc để người chấm cho điểm: lập quy tắc theo các mức đã in hoặc ghi rõ vì sao phải chấm.",
        "Row {row} prints the whole scale “{text}”, but people award the points: make a rule of the scale or note why it takes judgement.",
    ),
    "method.judgement_computed": (
        "Mục {row} in “{text}” mà không nêu cách tính, nhưng quy tắc tự tính điểm: đổi sang chấm thủ công hoặc ghi rõ cách hiểu.",
        "Row {row} prints “{text}” and no calculation, but the rule computes the points: let people award them or note the reading.",
    ),
    "method.other_points": (
        "Mục {row} in “{line}”, tức là [{points} điểm][{part}] khi giá trị là {value}, nhưng quy tắc cho {given} điểm: sửa quy tắc cho đúng văn bản hoặc sửa văn bản.",
        "Row {row} prints “{line}”, that is [{points} points][{part}] for a value of {value}, but the rule gives {given} points: correct the rule or the text.",
    ),
    "method.other_direction": (
        "Mục {row} in “{text}” nhưng quy tắc tính theo chiều {does}: sửa chiều của quy tắc (“better”) cho đúng văn bản.",
        "Row {row} prints “{text}” but the rule says {does}: turn the rule (“better”) as the text has it.",
    ),
    "method.formula_below": (
        "Mục {row} in “{text}” nhưng dưới ngưỡng quy tắc cho 0 điểm: đặt “below” của quy tắc theo công thức của văn bản.",
        "Row {row} prints “{text}” but below the threshold the rule gives nothing: set “below” of the rule as the formula of the text has it.",
    ),
    "method.exchanged_letters": (
        "Mục {row}: văn bản nói {letter} là “{meaning}” nhưng số liệu {letter} mang tên “{label}”, và {other} thì ngược lại: đổi chỗ tên hai số liệu, hoặc đổi chữ trong quy tắc.",
        "Row {row}: the text says {letter} is “{meaning}” but the figure {letter} is called “{label}”, and {other} the other way round: exchange the labels, or the letters of the rule.",
    ),
    "method.other_edge": (
        "Mục {row} in “{line}”, tức là không kể đúng {value}, nhưng khi giá trị đúng bằng {value} quy tắc vẫn cho {given} điểm: sửa dấu so sánh của quy tắc cho đúng văn bản (“trên” khác “từ”) hoặc sửa văn bản.",
        "Row {row} prints “{line}”, which leaves out {value} itself, but for exactly {value} the rule gives {given} points: correct the comparison of the rule (“above” is not “from”) or the text.",
    ),
    "method.other_step": (
        "Mục {row} in “{line}”, tức là {points} điểm khi có {value}, nhưng quy tắc cho {given} điểm: sửa quy tắc cho đúng văn bản hoặc sửa văn bản.",
        "Row {row} prints “{line}”, that is {points} points for {value}, but the rule gives {given} points: correct the rule or the text.",
    ),
    "method.other_percent_step": (
        "Mục {row} in “{line}”, tức là {points} điểm cho mỗi {value}, nhưng quy tắc tính {given} điểm cho mỗi {value}: sửa quy tắc cho đúng văn bản hoặc sửa văn bản.",
        "Row {row} prints “{line}”, that is {points} points for every {value}, but the rule counts {given} points for every {value}: correct the rule or the text.",
    ),
    "method.yes_no": (
        "Mục {row} in “{text}”, tức là chỉ có hoặc không, nhưng quy tắc cho cả điểm ở giữa: dùng quy tắc có/không hoặc sửa văn bản.",
        "Row {row} prints “{text}”, that is yes or no only, but the rule gives points in between: use a yes/no rule or correct the text.",
    ),
    "method.turned_condition": (
        "Mục {row} in “{line}” nhưng theo câu trả lời cho “{case}” thì quy tắc làm ngược lại: đảo điều kiện (thêm hoặc bỏ “not”) hoặc sửa văn bản.",
        "Row {row} prints “{line}” but by the answer to “{case}” it does the opposite: turn the condition round (add or drop “not”) or correct the text.",
    ),
    "method.not_applied": (
        "Mục {row} in “{text}” nhưng quy tắc không có trường hợp nào không áp dụng: thêm điều kiện không áp dụng hoặc sửa văn bản.",
        "Row {row} prints “{text}” but by the rule it always applies: say when it does not apply, or correct the text.",
    ),
    "method.other_case": (
        "Mục {row} in “{line}” nhưng quy tắc [cho {given} điểm][{does}] khi “{case}”: sửa quy tắc cho đúng văn bản hoặc sửa văn bản.",
        "Row {row} prints “{line}” but the rule [gives {given} points][{does}] for “{case}”: correct the rule or the text.",
    ),
    "method.other_part": (
        "Mục {row} in “{line}” nhưng phần “{part}” của quy tắc có tối đa {given} điểm, hai phần đổi điểm cho nhau: sửa điểm của các phần hoặc sửa văn bản.",
        "Row {row} prints “{line}” but the part “{part}” of the rule is worth {given} points, two parts having exchanged theirs: correct the points of the parts or the text.",
    ),
    "method.other_join": (
        "Mục {row} in “{line}” nhưng quy tắc {does}: sửa cách ghép trong quy tắc hoặc sửa văn bản.",
        "Row {row} prints “{line}” but the rule {does}: correct how the rule joins them, or the text.",
    ),
    "method.other_sign": (
        "Mục {row} in “{text}” nhưng quy tắc {does}: đổi loại quy tắc hoặc sửa văn bản.",
        "Row {row} prints “{text}” but the rule {does}: use the other kind of rule or correct the text.",
    ),
    "method.other_policy": (
        "Mục {row} in “{text}” nhưng theo quy tắc là [{points} điểm][{aside}]: sửa cách xử lý mẫu số bằng 0 trong quy tắc hoặc sửa văn bản.",
        "Row {row} prints “{text}” but by the rule it is [{points} points][{aside}]: correct what the rule does at a denominator of zero, or the text.",
    ),
    "method.points_above_maximum": (
        "Cách tính nêu {points} điểm, cao hơn điểm tối đa {maximum} của mục {row}: sửa một trong hai số.",
        "The method speaks of {points} points, more than the maximum {maximum} of row {row}: correct one of them.",
    ),
}
