"""Findings about rules: units, figures, reach, rewards, cliffs, worked cases.

Code → (Vietnamese, English); ``findings`` says them.
"""

from __future__ import annotations

from collections.abc import Mapping

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

TEXTS: Mapping[str, tuple[str, str]] = {
    "ratio.reversed": (
        "Tỷ lệ {term} chia cái toàn thể (“{above}”) cho bộ phận (“{below}”): đảo lại tử số và mẫu số.",
        "The ratio {term} divides the whole (“{above}”) by the part (“{below}”): turn it round.",
    ),
    "unit.added": (
        "Công thức {term} cộng trừ hai đơn vị khác nhau ({left} và {right}): đưa về cùng đơn vị.",
        "{term} adds or subtracts two units ({left} and {right}): bring them to one.",
    ),
    "unit.compared": (
        "Điều kiện {term} so sánh hai đơn vị khác nhau ({left} và {right}): đưa về cùng đơn vị hoặc khai rõ là chủ ý.",
        "{term} compares two units ({left} and {right}): bring them to one or declare that this is meant.",
    ),
    "unit.ratio": (
        "Tỷ lệ {term} chia hai đơn vị khác nhau ({left} cho {right}): khai rõ là chủ ý hoặc sửa số liệu.",
        "{term} divides one unit by another ({left} by {right}): declare that this is meant or correct the figures.",
    ),
    "unit.threshold": (
        "Ngưỡng {threshold} đặt cho {term} là số đếm theo {unit}: dùng số nguyên hoặc chia thành tỷ lệ.",
        "The threshold {threshold} is set for {term}, a count of {unit}: use a whole number or make it a ratio.",
    ),
    "unit.percent": (
        "Mức {expected}% đặt cho {term} tính bằng {unit} được hiểu là {value} {unit}: ghi {expected} nếu muốn nói {expected} {unit}, hoặc dùng một tỷ lệ.",
        "{expected}% is set for {term}, a figure in {unit}, and means {value} {unit}: write {expected} for {expected} {unit}, or use a ratio.",
    ),
    "unit.percent_small": (
        "Mức {value} đặt cho {term} tính bằng % nghĩa là {value}%, không phải {expected}%: ghi {expected} nếu muốn nói {expected}%.",
        "{value} is set for {term}, a figure in percent, and means {value}%, not {expected}%: write {expected} if that is meant.",
    ),
    "unit.money": (
        "Số liệu {letter} của mục {row} tính bằng {unit} trong khi {figures} tính bằng {usual}: dùng một đơn vị tiền cho cả bộ.",
        "Figure {letter} of row {row} is in {unit} while {figures} use {usual}: use one unit of money throughout.",
    ),
    "unit.money_mixed": (
        "Công thức {term} dùng tiền theo các đơn vị khác nhau ({units}) mà không quy đổi: đưa về một đơn vị tiền.",
        "{term} takes money in different units ({units}) and converts none: bring them to one unit.",
    ),
    "unit.money_missing": (
        "Số tiền {letter} (“{label}”) không ghi đơn vị: ghi rõ đồng, triệu đồng hay tỷ đồng.",
        "The sum of money {letter} (“{label}”) has no unit: say whether đồng, triệu đồng or tỷ đồng.",
    ),
    "unit.against_text": (
        "Văn bản ghi {printed} nhưng số liệu {letter} nhập bằng {unit}: nhập theo đơn vị của văn bản hoặc ghi rõ cách quy đổi.",
        "The text says {printed} but figure {letter} is entered in {unit}: use the unit of the text or note the conversion.",
    ),
    "input.unused": (
        "Số liệu {letter} (“{label}”) được hỏi nhưng không quy tắc hay ràng buộc nào dùng: dùng nó hoặc không hỏi nữa.",
        "Figure {letter} (“{label}”) is asked for but nothing reads it: use it or stop asking.",
    ),
    "input.unlabelled": (
        "Số liệu {letter} của mục {row} không có tên: ghi rõ cần nhập gì.",
        "Figure {letter} of row {row} has no words: say what is to be entered.",
    ),
    "input.repeated": (
        "Số liệu {letter} (“{label}”) đã được hỏi ở {other}: dùng chung một số liệu để không khai hai số khác nhau.",
        "Figure {letter} (“{label}”) is asked for at {other} already: share it, so that it cannot differ.",
    ),
    "zero.no_policy": (
        "Mẫu số của {term} có thể bằng 0 mà quy tắc không nói tính thế nào: chọn 0 điểm, điểm tối đa hay không áp dụng.",
        "The denominator of {term} may be zero and the rule does not say what follows: choose nothing, full marks or not applicable.",
    ),
    "zero.condition": (
        "Điều kiện {condition} chia cho {term} có thể bằng 0, khi đó không kết luận được, cả điều kiện lẫn phủ định của nó đều coi như không đạt: thêm điều kiện {term} > 0.",
        "The condition {condition} divides by {term}, which may be zero; then neither the condition nor its opposite holds: add {term} > 0.",
    ),
    "points.never_full": (
        "Quy tắc của mục {row} cho nhiều nhất {most} điểm, không bao giờ đạt điểm tối đa {maximum}: sửa quy tắc hoặc điểm tối đa.",
        "The rule of row {row} gives {most} points at most and never reaches the maximum {maximum}: correct one of them.",
    ),
    "ratio.over": (
        "Tỷ lệ {term} có thể vượt 100% mà không có ràng buộc: thêm ràng buộc hoặc xác nhận phần vượt chỉ tính đến điểm tối đa.",
        "The ratio {term} may exceed 100% and no check forbids it: add a check or confirm that the excess does not count.",
    ),
    "step.past_maximum": (
        "Mục {row} chấm theo bước {step} điểm nên nhiều nhất chỉ cho được {most}, không đủ {maximum} điểm: chọn bước chia hết điểm tối đa.",
        "Row {row} is marked in steps of {step}, so that at most {most} of {maximum} points can be given: choose a step that divides the maximum.",
    ),
    "step.off_digits": (
        "Mục {row} chấm theo bước {step} điểm nhưng điểm chỉ ghi {digits} chữ số thập phân nên chỉ cho được theo bước {usable}: đổi bước hoặc thêm chữ số làm tròn.",
        "Row {row} is marked in steps of {step}, but points have {digits} decimal digits, so only steps of {usable} can be given: change the step or round to more digits.",
    ),
    "ratio.no_span": (
        "Quy tắc của mục {row} đặt mức đạt điểm tối đa trùng với mức 0 điểm nên chỉ còn được hết hoặc không được gì: sửa ngưỡng.",
        "The rule of row {row} has full marks where it has none, so it gives everything or nothing: correct the threshold.",
    ),
    "threshold.unreachable": (
        "Mức “{sign} {edge}” của {term} không giá trị nào đạt tới, hoặc bị mức đứng trước che mất: sửa ngưỡng hoặc thứ tự các mức.",
        "No value of {term} reaches the band “{sign} {edge}”, or an earlier band hides it: correct the threshold or the order.",
    ),
    "checks.contradict": (
        "Các ràng buộc {checks} mâu thuẫn nhau (hoặc với khoảng giá trị) nên không số liệu nào hợp lệ: sửa hoặc bỏ bớt.",
        "The checks {checks} contradict each other (or the ranges), so that no figures are accepted: correct or drop one.",
    ),
    "ratio.unchecked": (
        "Mục {row}: tỷ lệ {term} có thể vượt 100% mà không ràng buộc nào phát hiện vì đủ điểm từ trước 100%: thêm ràng buộc nếu tử số là một phần của mẫu số.",
        "Row {row}: the ratio {term} may exceed 100% unnoticed, since its full mark lies below 100%: add a check where the figure above is a part of the one below.",
    ),
    "checks.refuted": (
        "Mục {row}: điều kiện nhắc nhở {condition} không bao giờ đúng khi phải bảo đảm {checks}: sửa một trong hai.",
        "Row {row}: {condition}, which only warns, can never hold where {checks} must: correct one of them.",
    ),
    "checks.reversed": (
        "Mục {row}: ràng buộc {condition} ngược chiều, vì “{part}” là một phần của “{whole}”, nên hồ sơ đúng sẽ bị từ chối: sửa thành {given}.",
        "Row {row}: the check {condition} stands on its head, since “{part}” is a part of “{whole}”, so right figures are refused: make it {given}.",
    ),
    "input.same_label": (
        "Mục {row}: số liệu {letter} và {other} cùng mang nhãn “{label}” nên người khai không phân biệt được: đổi nhãn.",
        "Row {row}: the figures {letter} and {other} both read “{label}”, so nobody can tell them apart: change a label.",
    ),
    "method.other_comparison": (
        "Mục {row} in “{text}” nhưng quy tắc so sánh theo cách {method}: sửa quy tắc cho đúng văn bản hoặc sửa văn bản.",
        "Row {row} prints “{text}” but the rule compares by {method}: correct the rule or the text.",
    ),
    "derived.weightless": (
        "Chỉ số “{index}”: mục {other} có trọng số 0 nên điểm của mục không được tính vào chỉ số: ghi trọng số hoặc bỏ mục.",
        "The index “{index}”: row {other} weighs 0, so its points do not count there: give it a weight or leave it out.",
    ),
    "derived.weights": (
        "Chỉ số “{index}”: các trọng số cộng lại bằng {total}, không bằng 1 (khi tính được chia cho {total}): sửa trọng số.",
        "The index “{index}”: its weights add up to {total}, not to 1 (the mean divides by {total}): correct them.",
    ),
    "derived.row_key": (
        "Chỉ số “{index}” mang khoá {value} của một dòng nên dễ lẫn với dòng ấy: đặt khoá khác cho chỉ số.",
        "The index “{index}” has the key {value} of a row, so both are mixed up: give the index another one.",
    ),
    "key.alike": (
        "Khoá {value} chỉ khác khoá {other} ở chữ hoa, chữ thường nên dễ lẫn: đặt khoá khác cho một dòng.",
        "The key {value} differs from {other} in capitals only, so both are mixed up: give one row another key.",
    ),
    "condition.decided": (
        "Điều kiện {condition} {always} với mọi số liệu được phép nhập: sửa điều kiện hoặc bỏ đi.",
        "The condition {condition} {always} whatever may be entered: correct or drop it.",
    ),
    "reward.above_maximum": (
        "Mức “{name}” cho {points} điểm, vượt điểm tối đa {maximum}: sửa mức điểm.",
        "“{name}” gives {points} points, more than the maximum {maximum}: correct it.",
    ),
    "checklist.sum": (
        "Các điều kiện cộng lại {computed} điểm, khác điểm tối đa {maximum} (lệch {difference}): sửa phần điểm của từng điều kiện.",
        "The conditions add up to {computed} points, not to the maximum {maximum} (off by {difference}): correct their shares.",
    ),
    "parts.sum": (
        "Các phần cộng lại {computed} điểm, khác mức trần {maximum} (lệch {difference}): xác nhận mức trần là chủ ý hoặc sửa điểm từng phần.",
        "The parts add up to {computed} points, not to the cap {maximum} (off by {difference}): confirm the cap or correct the parts.",
    ),
    "parts.not_applicable": (
        "Khi {term} không áp dụng thì cả tiêu chí {row} cũng không áp dụng: xác nhận, hoặc cho phần đó 0 điểm.",
        "Where {term} does not apply the whole criterion {row} does not: confirm this, or let that part give nothing.",
    ),
    "rule.not_monotone": (
        "Số liệu tốt hơn lại được ít điểm hơn ({term}: {better} được {less}, {worse} được {more}): kiểm tra lại các mức điểm.",
        "A better figure earns less ({term}: {better} earns {less}, {worse} earns {more}): check the rewards.",
    ),
    "rule.hundredfold": (
        "Giá trị “{formula}” nhân 100 nhưng so với mức {value}, nên từ 1 % đã coi là đủ: bỏ nhân 100, hoặc ghi mức theo phần trăm (80 thay cho 80 %).",
        "The value “{formula}” is multiplied by 100 but held against {value}, so one percent is enough: leave out the 100, or write the threshold in percent (80 and not 80%).",
    ),
    "cliff.jump": (
        "Tại ngưỡng {threshold} điểm nhảy thêm {jump} (từ gần {below} lên {maximum}): cân nhắc chia cho ngưỡng để điểm tăng liên tục.",
        "At {threshold} the points jump by {jump} (from nearly {below} to {maximum}): consider dividing by the threshold.",
    ),
    "cliff.all_conditions": (
        "Mục {row} được cả {maximum} điểm hoặc không điểm nào, phải đạt đủ {count} điều kiện: báo trước cho đơn vị vì thiếu một điều kiện là mất hết.",
        "Row {row} earns all {maximum} points or none, all {count} conditions must hold: warn the organisations that one missing loses everything.",
    ),
    "cliff.all_or_nothing": (
        "Mục {row} được cả {maximum} điểm hoặc không điểm nào (ngưỡng {threshold}): báo trước cho đơn vị vì thiếu một chút là mất hết.",
        "Row {row} earns all {maximum} points or none (threshold {threshold}): warn the organisations that a little short loses everything.",
    ),
    "rule.peer": (
        "Điểm mục {row} phụ thuộc số liệu của các đơn vị khác ({method}): chỉ chốt sau khi mọi đơn vị đã được thẩm định.",
        "The points of row {row} depend on the other organisations ({method}): freeze them after everybody has been appraised.",
    ),
    "rule.manual": (
        "Mục {row} do người chấm cho điểm: ban hành hướng dẫn chấm để các đơn vị được chấm như nhau.",
        "Row {row} is awarded by people: issue guidance so that all are marked alike.",
    ),
    "rule.manual_set": (
        "{count} trên {total} tiêu chí do người chấm cho điểm vì văn bản không in cách tính: ban hành hướng dẫn chấm trước khi mở kỳ đánh giá.",
        "{count} of {total} criteria are awarded by people because no calculation is printed: issue guidance before the campaign opens.",
    ),
    "rule.rewards_unwanted": (
        "Mục {row} “{name}” {does} khi số liệu xấu tăng lên: đổi tên số liệu nếu văn bản nói về điều ngược lại, đảo chiều so sánh nếu văn bản nói đúng số liệu này, hoặc ghi rõ vì sao.",
        "Row {row} “{name}” {does} the more there is of something unwanted: rename the figure if the text means its opposite, turn the comparison round if it means this figure, or note why.",
    ),
    "rule.punishes_wanted": (
        "Mục {row} “{name}” {does} khi số liệu tốt tăng lên: đổi tên số liệu nếu văn bản nói về điều ngược lại, đảo chiều so sánh nếu văn bản nói đúng số liệu này, hoặc ghi rõ vì sao.",
        "Row {row} “{name}” {does} the more there is of something good: rename the figure if the text means its opposite, turn the comparison round if it means this figure, or note why.",
    ),
    "evaluator.mismatch": (
        "Mục {row} đang để bên đánh giá là {evaluator}, còn quy tắc hoặc minh chứng cho thấy là {expected}: sửa một trong hai.",
        "Row {row} names {evaluator} as evaluator but its rule or evidence points to {expected}: correct one of them.",
    ),
    "case.few": (
        "Mục {row} có {count} ví dụ tính thử, cần ít nhất {least}: bổ sung ví dụ ở các mép (đúng ngưỡng và ngay dưới ngưỡng; có và không).",
        "Row {row} has {count} worked cases and needs at least {least}: add some at its edges (on and just below a threshold; yes and no).",
    ),
    "case.wrong": (
        "Ví dụ với {given} ghi kết quả {expected} nhưng quy tắc cho {computed}: sửa ví dụ hoặc quy tắc.",
        "The case with {given} states {expected} but the rule gives {computed}: correct the case or the rule.",
    ),
    "case.threshold": (
        "Chưa có ví dụ tính thử {missing} ngưỡng {threshold} của {term}: bổ sung ví dụ.",
        "No worked case lies {missing} the threshold {threshold} of {term}: add one.",
    ),
    "magnitude.bound": (
        "Chấm nhiều đơn vị một lúc vẫn đúng đến từng phần trăm điểm khi mỗi số liệu không quá {most}: không cần làm gì; nếu có số liệu lớn hơn, ghi giá trị lớn nhất của số liệu đó.",
        "Scoring many organisations at once is right to the last hundredth while no figure exceeds {most}: nothing to do; state the greatest value of figures that are larger.",
    ),
}
