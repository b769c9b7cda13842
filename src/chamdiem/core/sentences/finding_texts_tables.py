"""Findings about the table: sums, counts, structure, numbers, names, dates and offices.

Code → (Vietnamese, English); ``findings`` says them.
"""

from __future__ import annotations

from collections.abc import Mapping

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

TEXTS: Mapping[str, tuple[str, str]] = {
    "sum.set": (
        "Tổng điểm in {printed} nhưng các mục cấp trên cùng cộng lại {computed} (lệch {difference}): sửa tổng điểm hoặc điểm của các mục.",
        "The printed total is {printed} but the topmost rows add up to {computed} (off by {difference}): correct the total or the rows.",
    ),
    "sum.with_bonus": (
        "Tổng điểm in {printed} gồm cả {bonus} điểm thưởng, thang điểm không kể điểm thưởng là {computed}: ghi tổng điểm {computed} và cho tổng điểm vượt thang điểm nhiều nhất {bonus} điểm.",
        "The printed total of {printed} includes {bonus} bonus points, without them it is {computed}: enter {computed} as the total and let bonuses lift the total at most {bonus} points above it.",
    ),
    "sum.group": (
        "Mục {row} in {printed} điểm nhưng các dòng ngay bên dưới cộng lại {computed} ([{terms}; ]lệch {difference}): sửa điểm của mục hoặc của các dòng.",
        "Row {row} prints {printed} points but the rows directly below add up to {computed} ([{terms}; ]off by {difference}): correct the row or those below.",
    ),
    "sum.criteria": (
        "{row} in {printed} điểm, khớp với các dòng ngay bên dưới, nhưng các tiêu chí cộng lại được {computed} (lệch {difference}): một mục ở giữa sai điểm, sửa mục đó.",
        "{row} prints {printed} points, as do the rows directly below, but its criteria add up to {computed} (off by {difference}): a row in between is wrong, correct it.",
    ),
    "maximum.above_parent": (
        "Mục {row} có điểm tối đa {printed}, cao hơn {most} điểm của mục chứa nó ({above}): giảm điểm của mục này hoặc tăng điểm của mục {above}.",
        "Row {row} may earn {printed} points, more than the {most} of the row it stands in ({above}): lower this one or raise {above}.",
    ),
    "maximum.missing": (
        "Mục {row} không có điểm tối đa và không ghi dùng chung điểm với dòng nào: bổ sung điểm tối đa.",
        "Row {row} has no maximum and shares none: add its maximum.",
    ),
    "maximum.missing_group": (
        "Mục {row} không in điểm tối đa trong khi các mục cùng cấp có in; các dòng bên dưới cộng lại {computed}: bổ sung số điểm.",
        "Row {row} prints no maximum though others of its level do; the rows below add up to {computed}: add it.",
    ),
    "maximum.missing_set": (
        "Văn bản không in tổng điểm của cả bộ, nên không đối chiếu được; các tiêu chí cộng lại {computed} điểm: xác nhận tổng điểm với cơ quan ban hành.",
        "The document prints no grand total to compare with; the criteria add up to {computed} points: have the issuer confirm it.",
    ),
    "maximum.zero": (
        "Mục {row} có điểm tối đa bằng 0 nên không bao giờ được điểm: ghi là thông tin chung hoặc cho điểm.",
        "Row {row} has a maximum of 0 and can never earn anything: make it general information or give it points.",
    ),
    "maximum.shared": (
        "Mục {row} dùng chung {maximum} điểm với mục {other}: chấm một lần cho cả hai dòng, không cộng hai lần.",
        "Row {row} shares the {maximum} points of row {other}: award them once for both.",
    ),
    "maximum.capped": (
        "Các dòng của mục {row} cộng lại {computed} điểm[ ({terms})], nhiều hơn {printed} điểm in ở mục: khi chấm chỉ tính đến {printed} điểm; đối chiếu lại số điểm với văn bản.",
        "The rows of {row} add up to {computed} points[ ({terms})], more than the {printed} printed on the group: only {printed} count; compare the points with the document.",
    ),
    "maximum.unreached": (
        "Các dòng của mục {row} cộng lại chỉ {computed} điểm[ ({terms})], ít hơn {printed} điểm in ở mục: đối chiếu lại số điểm với văn bản, bổ sung dòng còn thiếu.",
        "The rows of {row} add up to only {computed} points[ ({terms})], less than the {printed} printed on the group: compare the points with the document, add what is missing.",
    ),
    "bonus.no_cap": (
        "Bộ có {computed} điểm thưởng (mục {rows}) nhưng không quy định tổng điểm được vượt thang điểm bao nhiêu nên điểm thưởng không đưa tổng điểm vượt thang: ghi số điểm được vượt ở thông tin chung của bộ.",
        "The set has {computed} bonus points (rows {rows}) but does not say how far the total may exceed the maximum, so they lift nobody above it: say how far in the head of the set.",
    ),
    "bonus.above_cap": (
        "Các mục điểm thưởng in {printed} điểm nhưng tổng điểm chỉ được vượt thang điểm {cap} điểm: xác nhận mức trần, sửa nếu không đúng văn bản.",
        "The bonuses print {printed} points but the total may exceed the scale by {cap} only: confirm the cap, or correct it.",
    ),
    "count.declared": (
        "Văn bản nêu {printed} dòng cấp “{level}” nhưng bảng có {computed} (lệch {difference}): sửa số lượng đã nêu hoặc bổ sung, bớt dòng.",
        "The document announces {printed} rows of level “{level}” but prints {computed} (off by {difference}): correct the count or the rows.",
    ),
    "count.declared_parts": (
        "Văn bản nêu {printed} dòng cấp “{level}” nhưng cộng số đã nêu cho từng phần được {computed} (lệch {difference}): thống nhất lại các số lượng.",
        "The document announces {printed} rows of level “{level}” but the counts it gives for the parts add up to {computed} (off by {difference}): make them agree.",
    ),
    "count.number_gap": (
        "Phần nêu cấu trúc nhảy đến số {number}, thiếu số {missing}: đánh lại số hoặc bổ sung phần còn thiếu.",
        "The announced structure jumps to number {number}, number {missing} is missing: renumber it or add what is missing.",
    ),
    "count.name_differs": (
        "Phần nêu cấu trúc gọi mục {row} là “{announced}” nhưng bảng in “{name}”: dùng một tên.",
        "The announced structure calls row {row} “{announced}” but the table prints “{name}”: use one name.",
    ),
    "group.without_rows": (
        "Mục {row} “{name}” (cấp {level}) không có dòng nào bên dưới và không có cách tính điểm: bổ sung tiêu chí hoặc bỏ mục.",
        "Row {row} “{name}” (level {level}) has no rows below and no rule: add criteria or drop it.",
    ),
    "criterion.without_rule": (
        "Tiêu chí {row} “{name}” chưa có quy tắc chấm điểm: khai quy tắc, ít nhất là do người chấm.",
        "Criterion {row} “{name}” has no rule: give it one, at least points awarded by people.",
    ),
    "criterion.with_rows": (
        "Mục {row} vừa có quy tắc riêng vừa có các tiêu chí {rows} bên dưới nên điểm bị cộng hai lần: bỏ một trong hai.",
        "Row {row} has a rule of its own and criteria {rows} below, so points count twice: drop one of the two.",
    ),
    "level.scored_directly": (
        "Mục {row} ở cấp “{level}” được chấm trực tiếp trong khi các mục cùng cấp có “{lowest}” bên dưới: xác nhận đây là chủ ý.",
        "Row {row} on level “{level}” is scored itself while others of its level have rows of level “{lowest}”: confirm that this is meant.",
    ),
    "level.skipped": (
        "Mục {row} (cấp {level}) đứng thẳng dưới mục cấp trên, bỏ qua cấp “{skipped}”: bổ sung dòng cấp “{skipped}” hoặc sửa cấp của mục.",
        "Row {row} (level {level}) skips level “{skipped}”: add that row or correct the level.",
    ),
    "level.unused": (
        "Cấp “{level}” được khai nhưng không có dòng nào: bỏ cấp này hoặc kiểm tra cấp của các dòng.",
        "Level “{level}” is declared but no row stands on it: drop it or check the levels of the rows.",
    ),
    "number.gap": (
        "Trước số {number} (“{name}”) thiếu số {missing}: đánh lại số hoặc bổ sung dòng bị mất.",
        "Number {missing} is missing before number {number} (“{name}”): renumber or add the lost row.",
    ),
    "number.repeated": (
        "Số {number} được dùng hai lần (lần trước ở “{other}”): đánh lại số cho dòng sau.",
        "Number {number} is used twice (before at “{other}”): renumber the later row.",
    ),
    "number.order": (
        "Số {number} đứng sau số {before} nên sai thứ tự: đánh lại số hoặc chuyển dòng về đúng chỗ.",
        "Number {number} stands after {before}, out of order: renumber or move the row.",
    ),
    "number.parent": (
        "Số {number} (“{name}”) nằm dưới mục {above} nhưng không nối tiếp số của mục đó: số đúng có thể là {expected}.",
        "Number {number} (“{name}”) stands under {above} but does not continue its number: {expected} may be right.",
    ),
    "number.missing": (
        "Dòng “{name}” không có số thứ tự trong khi các dòng cùng cấp có: đánh số cho dòng.",
        "Row “{name}” has no number though the rows of its level have one: number it.",
    ),
    "number.missing_information": (
        "{count} dòng thông tin dưới mục {row} không có số và mã ({rows}): đánh số nếu cần viện dẫn.",
        "{count} rows of information below {row} have neither number nor code ({rows}): number them if they are to be cited.",
    ),
    "number.mixed": (
        "Mục {row} đánh số “{number}” trong khi các mục cùng danh sách dùng {usual}: thống nhất cách đánh số.",
        "Row {row} is numbered “{number}” while its list uses {usual}: use one way of numbering.",
    ),
    "number.unreadable": (
        "Cột số thứ tự in “{number}”, không phải là số: sửa lại số.",
        "The number column prints “{number}”, which is no number: correct it.",
    ),
    "number.restarted": (
        "Số thứ tự bắt đầu lại ở mỗi phần ({count} số trùng nhau, ví dụ {number} ở các phần {sections}): khi viện dẫn phải nêu cả phần.",
        "Numbers restart in every section ({count} occur more than once, such as {number} in {sections}): cite them with their section.",
    ),
    "code.inconsistent": (
        "Mã “{code}” không khớp[ với số {number} như các mã khác trong phần][ với “{stem}…” của các mục bên cạnh][ (đúng có thể là {expected})]: sửa lại mã.",
        "Code “{code}” does not follow[ from number {number} as the other codes do][ the “{stem}…” of the rows beside it][ ({expected} may be right)]: correct it.",
    ),
    "code.missing": (
        "Mục {row} không có mã trong khi các mục cùng phần có: bổ sung mã[, có thể là {expected}].",
        "Row {row} has no code though the rows of its section have one: add it[, perhaps {expected}].",
    ),
    "code.repeated": (
        "Mã “{code}” được dùng hai lần (lần trước ở “{other}”): cấp mã khác cho dòng sau.",
        "Code “{code}” is used twice (before at “{other}”): give the later row another code.",
    ),
    "code.prefixed": (
        "Cột mã của phần {row} có thêm tiền tố “{prefix}” so với số thứ tự (ví dụ {code} và {number}): khi viện dẫn nêu rõ dùng mã hay dùng số.",
        "The codes of section {row} carry the prefix “{prefix}” the numbers lack (such as {code} and {number}): say which of the two is cited.",
    ),
    "name.repeated": (
        "Tên “{name}” trùng với mục {other}: sửa tên cho đúng nội dung của mục hoặc bỏ mục bị lặp.",
        "The name “{name}” is that of row {other} as well: give the row its own name or drop the repetition.",
    ),
    "name.similar": (
        "Tên “{name}” gần trùng với mục {other} “{other_name}”: xác nhận hai mục đo hai việc khác nhau.",
        "The name “{name}” nearly repeats row {other} “{other_name}”: confirm that they measure different things.",
    ),
    "name.kind": (
        "Tên “{name}” nói về {promise} nhưng quy tắc tính điểm theo cách khác: thống nhất tên với cách tính.",
        "The name “{name}” speaks of {promise} but the rule scores something else: make the two agree.",
    ),
    "information.unused": (
        "Thông tin chung “{name}” không dùng trong tiêu chí nào: xác nhận vẫn cần thu thập.",
        "General information “{name}” is used by no criterion: confirm that it is still needed.",
    ),
    "note.reading": (
        "Văn bản chưa rõ ở mục {row}; cách hiểu đã chọn: {note}",
        "The text of row {row} is unclear; the reading chosen (in Vietnamese): {note}",
    ),
    "note.contradicts": (
        "Ghi chú của mục {row} nêu “{text}” nhưng quy tắc không có ngưỡng {threshold}: sửa quy tắc hoặc ghi chú.",
        "The note of row {row} says “{text}” but the rule has no threshold of {threshold}: correct one of them.",
    ),
    "note.other_points": (
        "Ghi chú của mục {row} nêu “{text}” nhưng theo quy tắc là [{points} điểm][{aside}]: sửa quy tắc hoặc ghi chú.",
        "The note of row {row} says “{text}” but by the rule it is [{points} points][{aside}]: correct one of them.",
    ),
    "note.other_value": (
        "Ghi chú của mục {row} nêu “{line}”, tức là [{points} điểm][{part}] khi giá trị là {value}, nhưng quy tắc cho {given} điểm: sửa quy tắc hoặc ghi chú.",
        "The note of row {row} says “{line}”, that is [{points} points][{part}] for a value of {value}, but the rule gives {given} points: correct one of them.",
    ),
    "note.other_step": (
        "Ghi chú của mục {row} nêu “{line}”, tức là {points} điểm khi có {value}, nhưng quy tắc cho {given} điểm: sửa quy tắc hoặc ghi chú.",
        "The note of row {row} says “{line}”, that is {points} points for {value}, but the rule gives {given} points: correct one of them.",
    ),
    "note.formula": (
        "Ghi chú của mục {row} nêu công thức “{formula}” nhưng quy tắc tính {rule}: sửa quy tắc hoặc ghi chú.",
        "The note of row {row} gives the formula “{formula}” but the rule computes {rule}: correct one of them.",
    ),
    "evidence.missing": (
        "Mục {row} không yêu cầu tài liệu kiểm chứng trong khi đa số tiêu chí có: bổ sung yêu cầu.",
        "Row {row} demands no evidence though most criteria do: add the requirement.",
    ),
    "evidence.unsigned": (
        "Tài liệu kiểm chứng của mục {row} (“{evidence}”) không đòi chữ ký số trong khi các mục {others} có: thống nhất yêu cầu.",
        "The evidence of row {row} (“{evidence}”) needs no digital signature while that of {others} does: make the demands agree.",
    ),
    "decision.blank": (
        "Văn bản “{text}” để trống {blank}: điền theo bản chính thức.",
        "The document “{text}” leaves {blank} blank: fill it in from the official copy.",
    ),
    "decision.other_date": (
        "Văn bản là “{text}” nhưng ngày ban hành ghi {date}: sửa ngày cho khớp với văn bản.",
        "The document is “{text}” but its date of issue is given as {date}: make the date fit the document.",
    ),
    "period.reversed": (
        "Kỳ số liệu kết thúc {end} trước khi bắt đầu {start}: sửa lại ngày.",
        "The reference period ends on {end} before it starts on {start}: correct the dates.",
    ),
    "deadline.impossible": (
        "Thời hạn “{day}” của mục {row} không có trong lịch: sửa lại[, có thể là “{instead}”].",
        "The deadline “{day}” of row {row} is in no calendar: correct it[, perhaps “{instead}”].",
    ),
    "deadline.mismatch": (
        "Thời hạn in “{day}” nhưng được ghi là {date}: sửa ngày đã ghi.",
        "The deadline prints “{day}” but is kept as {date}: correct the date kept.",
    ),
    "deadline.other_year": (
        "Mục {row} in thời hạn “{day}” không ghi năm, đang được hiểu là {date} trong khi các mục khác thuộc năm {usual}: kiểm tra lại năm.",
        "Row {row} prints the deadline “{day}” without a year; it is kept as {date} where the others lie in {usual}: check the year.",
    ),
    "deadline.before_issue": (
        "Thời hạn {date} của mục {row} đã qua khi văn bản ban hành ngày {issued}: lùi thời hạn hoặc nêu rõ cách xử lý.",
        "The deadline {date} of row {row} had passed when the decision was issued on {issued}: move it or say what follows.",
    ),
    "deadline.outside_period": (
        "Thời hạn {date} của mục {row} nằm ngoài kỳ số liệu {start}–{end}: kiểm tra lại ngày.",
        "The deadline {date} of row {row} lies outside the reference period {start}–{end}: check the date.",
    ),
    "deadline.quarter": (
        "Mục {row} nói về {quarter} nhưng thời hạn {date} trước khi quý kết thúc ({end}): lùi thời hạn hoặc giới hạn kỳ số liệu.",
        "Row {row} is about {quarter} but due on {date}, before the quarter ends ({end}): move the deadline or limit the period.",
    ),
    "deadline.missing": (
        "Mục {row} không có thời hạn trong khi đa số tiêu chí có: bổ sung thời hạn.",
        "Row {row} has no deadline though most criteria have one: add it.",
    ),
    "date.impossible": (
        "{field} nêu “{day}”, không có trong lịch: sửa lại.",
        "The {field} names “{day}”, which is in no calendar: correct it.",
    ),
    "office.spelling": (
        "Cùng một cơ quan viết là “{spelling}” (mục {rows}) và “{usual}”: thống nhất một cách viết. Các cách viết: {spellings}.",
        "One office is spelt “{spelling}” (rows {rows}) and “{usual}”: use one spelling. All spellings: {spellings}.",
    ),
    "office.joined": (
        "“{spelling}” (mục {rows}) gộp nhiều cơ quan trong một tên: tách thành từng cơ quan trong danh sách ({parts}).",
        "“{spelling}” (rows {rows}) joins several offices in one name: list each office by itself ({parts}).",
    ),
    "office.cut": (
        'Dấu phẩy chia “{office}” ở mục {row} thành nhiều cơ quan ({parts}): đặt cả tên trong dấu nháy "…".',
        'A comma cuts “{office}” in row {row} into several offices ({parts}): put the whole name in quotes "…".',
    ),
    "office.shortened": (
        "“{spelling}” (mục {rows}) có thể là tên rút gọn của “{longer}”: viết đầy đủ nếu là một cơ quan.",
        "“{spelling}” (rows {rows}) may be short for “{longer}”: write it in full if it is one office.",
    ),
    "office.collective": (
        "“{spelling}” (mục {rows}) không chỉ rõ cơ quan nào: nêu tên từng cơ quan khi phân công.",
        "“{spelling}” (rows {rows}) names no particular office: name each one when assigning.",
    ),
    "office.unknown": (
        "“{spelling}” (mục {rows}) không có trong danh sách cơ quan của bộ chỉ số: bổ sung vào danh sách hoặc sửa tên.",
        "“{spelling}” (rows {rows}) is not in the set's list of offices: add it or correct the name.",
    ),
    "office.both": (
        "“{office}” vừa phụ trách vừa phối hợp ở mục {row}: bỏ một vai trò.",
        "“{office}” both leads and coordinates in row {row}: drop one of the two.",
    ),
    "lead.missing": (
        "Mục {row} không có đơn vị phụ trách trong khi các mục bên cạnh có: phân công đơn vị phụ trách.",
        "Row {row} has no office in charge though its neighbours have one: assign one.",
    ),
    "lead.several": (
        "Mục {row} có nhiều đơn vị phụ trách ({offices}): chọn một đơn vị chịu trách nhiệm chính.",
        "Row {row} has several offices in charge ({offices}): choose the one that answers for it.",
    ),
    "source.missing": (
        "{row}: chưa ghi vị trí trong văn bản gốc: bổ sung mục, trang hoặc dòng.",
        "{row}: its place in the document is not given: add section, page or line.",
    ),
    "acknowledged.nothing": (
        "Phát hiện “{finding}” được ghi là đã biết nhưng không còn nữa: xoá dòng đó.",
        "Finding “{finding}” is acknowledged but no longer there: remove that line.",
    ),
    "grade.order": (
        "Xếp loại của {group}: “{better}” cần {needed}, không cao hơn “{worse}” xếp sau cần {other_needed}, khi ghép loại riêng của nhóm với loại chung: sửa ngưỡng, hoặc đặt loại riêng đúng tên loại chung mà nó thay.",
        "Grades of {group}: “{better}” needs {needed}, no more than the {other_needed} of “{worse}” after it, once the grades of the group are merged with the common ones: correct a threshold, or give the own grade the name of the common one it replaces.",
    ),
    "grade.gate": (
        "Xếp loại của {group}: “{better}” không đòi {rows} đạt mức mà loại thấp hơn “{worse}” đòi, nên đơn vị chưa đủ điều kiện loại thấp vẫn được loại cao: ghi điều kiện đó cả ở “{better}”.",
        "Grades of {group}: “{better}” does not ask of {rows} what the lower “{worse}” asks, so one that fails the lower grade still gets the higher: state the condition for “{better}” too.",
    ),
    "grade.no_lowest": (
        "Xếp loại của {group}: loại thấp nhất “{grade}” cần {needed}, nên đơn vị dưới mức này không có xếp loại nào: đặt mức 0 cho loại thấp nhất hoặc xác nhận là chủ ý.",
        "Grades of {group}: the lowest, “{grade}”, needs {needed}, so that an organisation below has no grade at all: let the lowest grade need 0 or confirm that this is meant.",
    ),
}
