"""Problems of sets whose parts do not fit together: rows, inputs, rules, worked cases.

Code → (Vietnamese, English); ``problems`` says them. The place (file, line,
path) stands before the sentence and is not repeated in it.
"""

from __future__ import annotations

from collections.abc import Mapping

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

TEXTS: Mapping[str, tuple[str, str]] = {
    # the set
    "set.unknown_format": (
        "Dạng tệp “{value}” không đọc được: dòng đầu phải là “format: {expected}”.",
        "Files of the format “{value}” cannot be read: the first line must be “format: {expected}”.",
    ),
    "set.repeated_key": (
        "Khoá dòng “{key}” đã có ở dòng {first} của tệp: đặt khoá khác cho dòng này (số in trên văn bản vẫn giữ ở “number”).",
        "The row key “{key}” is taken on line {first} of the file: give this row another one (the printed number stays in “number”).",
    ),
    "set.unknown_row": (
        "Không có dòng nào mang khoá “{key}”: sửa khoá hoặc thêm dòng.",
        "No row has the key “{key}”: correct the key or add the row.",
    ),
    "set.unmeasured_gate": (
        "Điều kiện của mức xếp loại nêu dòng “{key}”, nhưng dòng này không có điểm đạt được để so: chỉ nêu được dòng có chấm điểm, điểm cộng hoặc điều kiện; bỏ hoặc thay dòng khác (điểm trừ thì thêm một dòng điều kiện).",
        "A gate of a grade names row “{key}”, which earns nothing to compare: name what is scored, a bonus or a condition, or leave it out (for deductions add a row of the role condition).",
    ),
    "set.unmeasured_tie": (
        "Thứ tự phân định (tie_break) nêu dòng “{key}”, nhưng dòng này không có điểm để phân định: chỉ nêu được dòng có chấm điểm, điểm cộng hoặc điểm trừ (nhóm gồm cả cộng lẫn trừ thì nêu riêng từng phần); bỏ hoặc thay dòng khác.",
        "The tie-break names row “{key}”, which has no points to part equals by: name what is scored, bonuses or deductions (of a group of both name each part), or leave it out.",
    ),
    "set.unmeasured_term": (
        "Chỉ số dẫn xuất nêu dòng “{key}”, nhưng dòng này không có chỉ số để tính bình quân: chỉ nêu được dòng có chấm điểm; bỏ hoặc thay dòng khác.",
        "A derived index names row “{key}”, which has no index value to take the mean of: name what is scored, or leave it out.",
    ),
    "set.unknown_level": (
        "Cấp “{level}” chưa khai ở set.levels: dùng một trong {allowed} hoặc khai thêm.",
        "The level “{level}” is not declared in set.levels: use one of {allowed} or declare it.",
    ),
    "set.no_weight": (
        "Chỉ số dẫn xuất “{key}” có mọi trọng số bằng 0: đặt ít nhất một trọng số khác 0.",
        "All weights of the derived index “{key}” are 0: give at least one another weight.",
    ),
    "set.gate_of_row_or_level": (
        "Điều kiện phụ của mức xếp loại phải nêu đúng một trong row (một dòng) hoặc level (mọi dòng của một cấp): thêm hoặc bỏ bớt.",
        "A gate of a grade names either a row or a level: add the one or leave the other out.",
    ),
    "set.repeated_grade": (
        "Mức xếp loại “{value}” đứng hai lần cho cùng một nhóm đơn vị: đổi tên hoặc bỏ một mức.",
        "The grade “{value}” stands twice for the same peer group: rename it or leave one out.",
    ),
    "set.grade_out_of_order": (
        "Mức “{value}” đòi hỏi cao hơn mức “{other}” đứng trước nó: xếp các mức từ cao xuống thấp.",
        "The grade “{value}” asks for more than “{other}” before it: list the grades best first.",
    ),
    "set.equal_grades": (
        "Mức “{value}” đòi hỏi bằng mức “{other}” nên không đơn vị nào được xếp mức này: hạ at_least hoặc bỏ một mức.",
        "The grade “{value}” asks for as much as “{other}”, so that nobody ever gets it: lower at_least or leave one out.",
    ),
    "set.repeated_index": (
        "Chỉ số dẫn xuất “{value}” đứng hai lần: đặt khoá khác hoặc bỏ một.",
        "The derived index “{value}” stands twice: give one another key or leave it out.",
    ),
    "set.repeated_term": (
        "Dòng “{value}” đứng hai lần trong cùng một chỉ số dẫn xuất: gộp trọng số vào một chỗ.",
        "Row “{value}” stands twice in the same derived index: put its weights together.",
    ),
    "set.repeated_tie_break": (
        "Dòng “{value}” đứng hai lần ở tie_break: bỏ chỗ sau, vì nó không phân định thêm được gì.",
        "Row “{value}” stands twice in tie_break: leave the second out, it decides nothing more.",
    ),
    "set.repeated_acknowledgement": (
        "Phát hiện “{value}” được chấp nhận hai lần: chỉ giữ một, với lý do đúng.",
        "The finding “{value}” is acknowledged twice: keep one, with the right reason.",
    ),
    "set.office_twice": (
        "Cách viết “{value}” đã thuộc “{other}” nên không thể thuộc cả “{office}”: chỉ để ở một cơ quan.",
        "The spelling “{value}” belongs to “{other}” already and cannot belong to “{office}” too: keep it under one office.",
    ),
    "points.finer_than_rounding": (
        "{points} điểm lẻ hơn mức làm tròn {digits} chữ số của bộ: sửa điểm hoặc tăng rounding.digits.",
        "{points} points are finer than the rounding to {digits} digits: correct them or raise rounding.digits.",
    ),
    # rows
    "row.information_scored": (
        "Dòng {key} là thông tin chung nên không được có quy tắc chấm: bỏ rule hoặc đổi role.",
        "Row {key} is general information and may have no rule: leave the rule out or change the role.",
    ),
    "row.rule_without_maximum": (
        "Dòng {key} có quy tắc chấm mà không có điểm tối đa: thêm max_points.",
        "Row {key} has a rule but no maximum: add max_points.",
    ),
    "row.shares_with_nothing": (
        "Dòng {key} chung điểm với “{other}” nhưng đó không phải một tiêu chí: sửa khoá.",
        "Row {key} shares the points of “{other}”, which is no criterion: correct the key.",
    ),
    "row.shared_but_own": (
        "Dòng {key} vừa chung điểm với dòng khác vừa có điểm hoặc quy tắc riêng: chỉ giữ một.",
        "Row {key} shares the points of another and has points or a rule of its own: keep one.",
    ),
    # inputs
    "input.unknown_figure": (
        "Số liệu {letter} lấy từ “{figure}” nhưng bộ không có số liệu đó: sửa “from”.",
        "Figure {letter} is taken from “{figure}”, which the set does not have: correct “from”.",
    ),
    "input.empty_range": (
        "Số liệu {letter} có min lớn hơn max nên không giá trị nào hợp lệ: sửa một trong hai.",
        "Figure {letter} has a min above its max, so that nothing fits: correct one of them.",
    ),
    "input.own_source": (
        "Số liệu {letter} lấy từ chính nó: bỏ “from” hoặc trỏ sang số liệu khác.",
        "Figure {letter} is taken from itself: leave “from” out or name another figure.",
    ),
    "input.circle": (
        "Các số liệu lấy lẫn nhau thành vòng tròn ({figures}) nên không ai nhập được: bỏ “from” ở một trong các chỗ đó.",
        "Figures are taken from each other in a circle ({figures}), so that nobody enters them: leave “from” out at one of them.",
    ),
    "input.taken_twice": (
        "Số liệu {letter} lấy từ “{figure}”, mà số liệu này lại lấy từ “{origin}”: lấy thẳng từ “{origin}”.",
        "Figure {letter} is taken from “{figure}”, which is itself taken from “{origin}”: take it from “{origin}”.",
    ),
    "input.repeated_figure": (
        "Mã số liệu {figure} đã là của {other}: đổi khoá dòng để không trùng.",
        "The figure key {figure} belongs to {other} already: give the row another key.",
    ),
    "input.idle_key": (
        "Số liệu {letter} lấy từ “{figure}” nên “{name}” ở đây không có tác dụng: bỏ đi, hoặc khai ở chỗ hỏi số liệu đó.",
        "Figure {letter} is taken from “{figure}”, so “{name}” has no effect here: leave it out, or state it where that figure is asked.",
    ),
    "input.brought_by_rule": (
        "Chữ {letter} do quy tắc manual tự đặt cho điểm chấm: đổi tên số liệu này hoặc bỏ đi.",
        "The rule manual itself brings the letter {letter} for the mark: rename this figure or leave it out.",
    ),
    "input.date_without_since": (
        "Số liệu {letter} là ngày mà không có mốc tính: thêm since.",
        "Figure {letter} is a date without a day to count from: add since.",
    ),
    "input.unfitting": (
        "Số liệu {letter} kiểu {kind} không dùng “{name}”: bỏ “{name}” hoặc đổi type.",
        "Figure {letter} of the type {kind} has no use for “{name}”: leave it out or change the type.",
    ),
    # rules
    "rule.not_a_letter": (
        "“{value}” không phải chữ cái của một số liệu: viết một chữ như x.",
        "“{value}” is not the letter of a figure: write one, say x.",
    ),
    "rule.not_a_reward": (
        "“{value}” không phải mức điểm: viết full, none, 1/2, 70% hoặc {{points: 1.5}}.",
        "“{value}” is no reward: write full, none, 1/2, 70% or {{points: 1.5}}.",
    ),
    "rule.share_out_of_range": (
        "Phần điểm “{value}” phải từ 0 đến 1 (0% đến 100%): sửa số này.",
        "The share “{value}” must lie between 0 and 1 (0% and 100%): correct it.",
    ),
    "rule.one_side": (
        "Mỗi mức cần đúng một trong các khoá {allowed}: thêm hoặc bỏ bớt.",
        "Each band needs exactly one of the keys {allowed}: add one or leave some out.",
    ),
    "rule.unknown_letter": (
        "Quy tắc dùng chữ “{letter}” mà dòng này không hỏi (có: {known}): sửa chữ hoặc khai ở inputs.",
        "The rule reads “{letter}”, which the row does not ask for (known: {known}): correct it or declare it in inputs.",
    ),
    "rule.not_a_number": (
        "Số liệu {letter} là chữ hoặc lựa chọn nên không tính toán được: dùng số liệu khác.",
        "Figure {letter} is a text or a choice and cannot be computed with: use another one.",
    ),
    "rule.not_a_choice": (
        "Số liệu {letter} không phải kiểu lựa chọn nên quy tắc choice không đọc được: đặt type: choice cho số liệu hoặc dùng quy tắc khác.",
        "Figure {letter} is no choice, so a choice rule cannot read it: give the figure type: choice or use another rule.",
    ),
    "rule.other_options": (
        "Số liệu {letter} được hỏi ở dòng {row} với các lựa chọn {options}, khác ở đây: dùng đúng các lựa chọn đó, cùng thứ tự.",
        "Figure {letter} is asked in row {row} with the options {options}, others than here: use the same ones in the same order.",
    ),
    "rule.repeated_option": (
        "Lựa chọn {option} mang cùng nhãn “{label}” với lựa chọn {other} nên người nhập không phân biệt được: đổi nhãn.",
        "The option {option} has the same label “{label}” as {other}, so that nobody can tell them apart: change a label.",
    ),
    "rule.step_above_maximum": (
        "Bước chấm {value} lớn hơn điểm tối đa {most} nên chỉ chấm được 0: đặt bước nhỏ hơn.",
        "The step {value} is above the maximum {most}, so that only 0 can be given: make the step smaller.",
    ),
    "rule.not_yes_no": (
        "Số liệu {letter} không phải có/không nên không đứng một mình làm điều kiện được: thêm phép so sánh, ví dụ {letter} > 0.",
        "Figure {letter} is no yes or no and cannot be a condition by itself: add a comparison, say {letter} > 0.",
    ),
    "rule.yes_no_computed": (
        "Số liệu {letter} là có/không nên không tính toán hay so sánh được: dùng quy tắc yes_no, checklist hoặc gate.",
        "Figure {letter} is yes or no and cannot be computed with or compared: use yes_no, checklist or gate.",
    ),
    "rule.divides_by_zero": (
        "“{value}” chia cho 0 dù số liệu thế nào: sửa mẫu số.",
        "“{value}” divides by zero whatever the figures are: correct the denominator.",
    ),
    "rule.no_target": (
        "Quy tắc so phần vượt (leader_excess) của dòng {key} không có chỉ tiêu: thêm target.",
        "The leader_excess rule of row {key} has no target: add one.",
    ),
    "rule.several_peers": (
        "Dòng {key} so sánh giữa các đơn vị {count} lần, mỗi dòng chỉ được một lần, kể cả trong các phần cộng lại và sau "
        "điều kiện: giữ một quy tắc so sánh giữa các đơn vị (peer), tách phần còn lại thành dòng riêng.",
        "Row {key} compares organisations {count} times, and a row may do so only once, parts of a sum and branches of a "
        "gate included: keep one peer rule and make a row of its own of the other.",
    ),
    # worked cases
    "case.unknown_letter": (
        "Ví dụ tính thử dùng chữ “{letter}” mà dòng này không hỏi (có: {known}): sửa chữ.",
        "The worked case uses “{letter}”, which the row does not ask for (known: {known}): correct it.",
    ),
    "case.points_or_status": (
        "Ví dụ tính thử của dòng {key} cần đúng một kết quả: points khi được chấm, hoặc status khác khi không.",
        "A worked case of row {key} needs one result: points where it is scored, another status where it is not.",
    ),
}
