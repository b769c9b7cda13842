"""Refusals of ``chamdiem.plans`` in words: code → (Vietnamese, English)."""

from chamdiem.web.refusals.sentence import Sentences

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

SENTENCES: Sentences = {
    "plan.not_found": (
        "Không tìm thấy kế hoạch này, hoặc kế hoạch không thuộc phạm vi của anh/chị. Hãy xem lại danh sách kế hoạch.",
        "There is no such plan, or it is outside your scope. Look through the list of plans.",
    ),
    "plan.item_not_found": (
        "Không tìm thấy nội dung này trong kế hoạch. Có thể kế hoạch vừa được điều chỉnh; hãy mở lại trang kế hoạch.",
        "There is no such item in the plan. It may have just been revised; open the page of the plan again.",
    ),
    "plan.body_not_found": (
        "Kế hoạch không nêu cơ quan này. Hãy mở lại trang cơ quan của kế hoạch.",
        "The plan names no such body. Open the page of its bodies again.",
    ),
    "plan.measure_not_found": (
        "Kế hoạch không có mức phải đạt này. Hãy mở lại trang kế hoạch.",
        "The plan has no such measure. Open the page of the plan again.",
    ),
    "plan.file_not_found": (
        "Không tìm thấy tệp này. Hãy tải tệp lên lại.",
        "There is no such file. Hand it in again.",
    ),
    "plan.no_such_action": (
        "Không có thao tác này đối với kế hoạch. Hãy mở lại trang và chọn một nút trên trang.",
        "There is no such action. Open the page again and use one of its buttons.",
    ),
    "plan.run_not_allowed": (
        "Chỉ cơ quan thường trực của kế hoạch làm được việc này. Nếu cần, hãy liên hệ cơ quan thường trực.",
        "Only the standing body of the plan may do this. Contact it if it has to be done.",
    ),
    "plan.own_not_allowed": (
        "Chỉ người của đơn vị được giao làm được việc này. Nếu cần, hãy đề nghị quản trị viên giao vai trò.",
        "Only people of the organisation charged with it may do this. Ask an administrator for the role if you need it.",
    ),
    "plan.leader_only": (
        "Chỉ lãnh đạo đơn vị duyệt được báo cáo. Hãy báo lãnh đạo mở trang này và bấm duyệt.",
        "Only the leader of the organisation approves its report. Ask the leader to open this page and approve.",
    ),
    "plan.wrong_state": (
        "Không làm được vì kế hoạch đang ở trạng thái “{state}”. Muốn sửa kế hoạch đang thực hiện thì đưa kế hoạch vào điều chỉnh trước.",
        "This cannot be done while the plan is “{state}”. To edit a plan in force, take it into revision first.",
    ),
    "plan.reason_missing": (
        "Việc này cần có lý do. Hãy ghi lý do rồi thực hiện lại.",
        "This needs a reason. Write it down and try again.",
    ),
    "plan.changed_meanwhile": (
        "Chưa lưu: sau khi anh/chị mở trang này, đã có thay đổi khác được lưu. Hãy mở lại trang ở một thẻ khác để xem bản mới trước khi lưu lại.",
        "Not saved: since you opened this page another change was stored. Open the page in another tab to see it before you save again.",
    ),
    "plan.entry_changed": (
        "Chưa lưu: sau khi anh/chị mở trang này, người khác đã sửa chính nội dung này. Phần anh/chị nhập vẫn còn ở đây; hãy xem bản đang lưu ở một thẻ khác, rồi bấm Lưu lần nữa nếu vẫn muốn thay bản đó.",
        "Not saved: since you opened this page somebody else has changed this very entry. What you typed is still here; look at what is stored in another tab, then save once more to replace it.",
    ),
    "plan.period_leaves_out": (
        "Thời gian {period} không chứa hết nội dung của kế hoạch: {entries}. Hãy sửa năm của các nội dung đó trước, hoặc ghi thời gian dài hơn.",
        "The period {period} does not hold everything in the plan: {entries}. Change the years of these entries first, or choose a longer period.",
    ),
    "plan.links_rebound": (
        "Đổi bộ chỉ số từ {old} sang {new} thì các mã tiêu chí sau trỏ sang tiêu chí khác: {links}. Chưa lưu. Nếu đúng là muốn đổi, hãy bấm “Đã xem, vẫn đổi bộ chỉ số”, rồi sửa liên kết của các nội dung đó.",
        "From the indicator set {old} to {new} these codes come to name other criteria: {links}. Not saved. If that is meant, press “Seen, change the set all the same”, then correct the links of these entries.",
    ),
    "plan.link_rebound": (
        "Tệp đổi bộ chỉ số sang {new}: mã tiêu chí {link}. Nạp tệp là chấp nhận nghĩa mới; nếu không, hãy giữ mã bộ chỉ số cũ hoặc sửa liên kết trong tệp.",
        "The file changes the indicator set to {new}: criterion {link}. Applying it accepts the new meaning; else keep the key of the old set, or correct the links in the file.",
    ),
    "report.general_changed": (
        "Chưa lưu: người khác vừa sửa báo cáo này. Phần chung đang lưu là: khó khăn “{difficulties}”; đề xuất “{proposals}”. Phần anh/chị nhập vẫn còn ở dưới; hãy gộp hai bên rồi bấm lưu lần nữa.",
        "Not saved: somebody else has just changed this report. Stored are the difficulties “{difficulties}” and the proposals “{proposals}”. What you typed is still below; join both, then save once more.",
    ),
    "plan.heading_new": (
        "“{title}” chưa có trong các đề mục, nhóm của kế hoạch nên sẽ được thêm mới. Nếu muốn nói đề mục đã có thì ghi đúng như trong kế hoạch.",
        "“{title}” is none of the headings and groups of the plan and will be added. If one of these is meant, write it as the plan does.",
    ),
    "plan.key_taken": (
        "Cơ quan đã có kế hoạch mang mã “{key}”. Hãy mở kế hoạch đó để sửa, hoặc dùng mã khác.",
        "The organisation has a plan with the key “{key}”. Open it to change it, or use another key.",
    ),
    "plan.other_plan": (
        "Tệp này là của kế hoạch “{key}”, không phải “{own}”. Hãy chọn đúng tệp; chưa có gì thay đổi.",
        "This file belongs to the plan “{key}”, not to “{own}”. Choose the right file; nothing was changed.",
    ),
    "plan.item_in_use": (
        "Không bỏ được “{item}” vì đã có nhiệm vụ hoặc báo cáo. Hãy giữ lại và báo cáo là dừng thực hiện.",
        "“{item}” cannot be removed: it has tasks or reports. Keep it and report it as stopped.",
    ),
    "plan.measure_in_use": (
        "Không bỏ được mức “{measure}” vì đã có số liệu đo hoặc số liệu báo cáo. Hãy giữ lại mức này.",
        "The measure “{measure}” cannot be removed: it has measured or reported values. Keep it.",
    ),
    "plan.unit_in_use": (
        "Chỉ số “{measure}” đã có số liệu theo đơn vị “{unit}”. Hãy giữ nguyên đơn vị này và thêm chỉ số mới có đơn vị khác.",
        "“{measure}” already has figures in the unit “{unit}”. Keep that unit and add a new measure with the other one.",
    ),
    "plan.label_in_use": (
        "Chỉ số “{measure}” đã có số liệu. Hãy giữ nguyên tên này và thêm chỉ số mới nếu cần đo nội dung khác.",
        "“{measure}” already has figures. Keep its name and add a new measure where something else is to be measured.",
    ),
    "plan.number_too_large": (
        "Con số {value} quá lớn. Hãy xem lại đơn vị tính.",
        "The number {value} is too large. Check its unit.",
    ),
    "plan.body_not_chosen": (
        "Chưa chọn đơn vị nào cho “{body}”. Hãy chọn đơn vị, hoặc đánh dấu là không thuộc hệ thống.",
        "No organisation is chosen for “{body}”. Choose one, or mark it as outside the system.",
    ),
    "plan.body_is_one": (
        "“{body}” là một cơ quan, không phải tên chung. Hãy chọn đúng một đơn vị.",
        "“{body}” is a single body, not a collective one. Choose exactly one organisation.",
    ),
    "plan.bodies_open": (
        "Chưa phê duyệt được vì còn cơ quan chưa xác định: {bodies}. Hãy xác định ở trang Cơ quan.",
        "It cannot be approved while bodies are unknown: {bodies}. Resolve them on the page of bodies.",
    ),
    "plan.guessed_unconfirmed": (
        "Chưa phê duyệt được vì chưa ai xác nhận các tên chung do hệ thống mở ra theo tên (số đơn vị trong ngoặc): {bodies}. Hãy xác nhận đã mở ra đúng, hoặc xác định từng tên ở trang Cơ quan.",
        "It cannot be approved: nobody has confirmed the collective names unfolded by their words (organisations in brackets): {bodies}. Confirm that they are right, or resolve each on the page of bodies.",
    ),
    "plan.items_unled": (
        "Chưa phê duyệt được vì {count} nội dung chưa có đơn vị chủ trì: {items}. Hãy ghi đơn vị chủ trì của từng nội dung, hoặc nêu lý do phê duyệt khi còn thiếu.",
        "It cannot be approved: items without a lead organisation: {count} ({items}). Name one for each, or give the reason for approving without.",
    ),
    "plan.nothing_charged": (
        "Kế hoạch chưa có chỉ tiêu, văn bản hay dự án nào. Hãy thêm ít nhất một nội dung.",
        "The plan has no target, document or project yet. Add at least one.",
    ),
    "plan.decision_missing": (
        "Phê duyệt cần có số và ngày của văn bản. Hãy ghi cả hai rồi phê duyệt lại.",
        "Approval needs the number and the date of the document. Write both and approve again.",
    ),
    "plan.decision_ahead": (
        "Ngày văn bản {day} chưa đến. Hãy ghi ngày văn bản đã được ký.",
        "The date of the document, {day}, lies ahead. Write the day on which it was signed.",
    ),
    "plan.decision_too_early": (
        "Ngày văn bản {day} trước {first}, ngày thành lập nước. Hãy kiểm tra lại năm và ghi đủ bốn chữ số.",
        "The date of the document, {day}, is before {first}, when the state was founded. Check the year and write its four digits.",
    ),
    "plan.decision_before_version": (
        "Ngày văn bản {day} đứng trước ngày phê duyệt lần trước ({last}). Hãy ghi ngày văn bản của lần điều chỉnh này.",
        "The date of the document, {day}, lies before the last approval ({last}). Write the date of this adjustment.",
    ),
    "plan.decision_unlikely": (
        "Ngày văn bản {day} không hợp với kế hoạch {first}–{last}: văn bản phê duyệt được ký từ năm {early} đến năm {last}. Hãy xem lại ngày, hoặc sửa thời gian của kế hoạch.",
        "The date of the document, {day}, does not suit a plan of {first}–{last}: it is signed between {early} and {last}. Check the date, or the period of the plan.",
    ),
    "plan.changed_since_read": (
        "Chưa phê duyệt: sau khi anh/chị mở trang này, người khác đã sửa kế hoạch ở: {changed}. Hãy đọc lại kế hoạch rồi bấm phê duyệt.",
        "Not approved: since you opened this page others have changed in the plan: {changed}. Read the plan again, then approve.",
    ),
    "plan.round_still_open": (
        "Chưa kết thúc được vì kỳ báo cáo {round} còn mở. Hãy chốt kỳ báo cáo trước.",
        "It cannot end while the round {round} is open. Close the round first.",
    ),
    "plan.result_not_found": (
        "Không có kết quả công bố này theo bộ chỉ số của kế hoạch. Hãy chọn trong danh sách ở trang Điểm dự kiến.",
        "There is no such published result by the criteria of the plan. Choose from the list on the page of expected points.",
    ),
    "plan.way_not_found": (
        "Cách lấy lại điểm đã chọn ở tiêu chí {criterion} không còn. Hãy tải lại trang rồi chọn lại.",
        "The way chosen for criterion {criterion} is not there any more. Load the page again and choose.",
    ),
    "plan.reading_not_found": (
        "Kết quả này không có số liệu đã chọn. Hãy tải lại trang rồi chọn trong danh sách.",
        "This result does not hold the value chosen. Load the page again and choose from the list.",
    ),
    "plan.units_differ": (
        "“{reading}” tính bằng “{unit}” còn mức phải đạt tính bằng “{own}”. Hãy chọn số liệu cùng đơn vị tính, hoặc tự nhập con số đã quy đổi cùng nguồn của nó.",
        "“{reading}” is counted in “{unit}”, the level to reach in “{own}”. Choose a value of the same unit, or type the converted number with its source.",
    ),
    "plan.nothing_to_win": (
        "Chưa chọn tiêu chí nào. Hãy đánh dấu ít nhất một tiêu chí rồi đưa vào kế hoạch.",
        "No criterion is chosen. Tick at least one, then put it into the plan.",
    ),
    "plan.not_to_be_won": (
        "Tiêu chí {key} không còn điểm chờ đưa vào kế hoạch: có thể người khác vừa đưa vào. Hãy mở lại trang rồi chọn tiếp.",
        "Criterion {key} has no points left to plan for: somebody may just have planned for them. Open the page again, then choose.",
    ),
    "plan.group_in_use": (
        "Nhóm “{title}” còn {count} dự án, nhóm con. Hãy chuyển chúng sang nhóm khác rồi mới bỏ nhóm.",
        "The group “{title}” still holds {count} projects or groups. Move them before it is taken out.",
    ),
    "plan.value_not_found": (
        "Không tìm thấy số liệu này. Hãy mở lại trang số liệu của mục tiêu.",
        "There is no such figure. Open the page of the measure again.",
    ),
    "plan.value_withdrawn": (
        "Số liệu này đã được rút trước đó. Hãy mở lại trang để xem ai rút và vì sao.",
        "This figure was withdrawn already. Open the page again to see by whom and why.",
    ),
    "plan.source_missing": (
        "Số liệu cần có nguồn. Hãy ghi báo cáo, hệ thống hoặc văn bản cho biết con số này.",
        "A measured value needs its source. Name the report, system or document it comes from.",
    ),
    "plan.measured_ahead": (
        "Ngày số liệu {day} chưa đến. Hãy ghi ngày số liệu được đo.",
        "The day of the figure, {day}, lies ahead. Write the day on which it was measured.",
    ),
    "plan.measured_long_before": (
        "Ngày số liệu {day} đã quá xa trước kế hoạch (bắt đầu năm {first}). Hãy ghi số liệu đo trong kỳ kế hoạch; số liệu gốc thì không sớm hơn hai năm trước đó.",
        "The day of the figure, {day}, lies too long before the plan, which begins in {first}. Write a figure measured in its years; a base figure no earlier than two years before.",
    ),
    "plan.file_empty": (
        "Tệp không có nội dung. Hãy chọn tệp khác.",
        "The file is empty. Choose another one.",
    ),
    "plan.file_too_large": (
        "Tệp lớn hơn {most} MB. Tệp kế hoạch chỉ có chữ; hãy bỏ hình ảnh rồi tải lên lại.",
        "The file is larger than {most} MB. A plan is text only; remove pictures and hand it in again.",
    ),
    "plan.file_neither": (
        "Tệp không phải là Excel (.xlsx) và không đọc được như văn bản YAML (UTF-8). Hãy tải tệp mẫu Excel về điền. Tệp YAML ở bảng mã khác thì lưu lại thành UTF-8 rồi tải lên.",
        "The file is neither Excel (.xlsx) nor readable as YAML text (UTF-8). Fill in the Excel template. YAML in another encoding: save it again as UTF-8 and hand that in.",
    ),
    "plan.file_outdated": (
        "Chưa nạp tệp “{name}”: sau khi tệp được kiểm tra, người khác đã sửa kế hoạch ở: {changed}. Hãy mở lại trang của tệp và bấm “Kiểm tra lại” để so với kế hoạch hiện nay.",
        "The file “{name}” was not applied: since it was checked others have changed in the plan: {changed}. Open the page of the file and press “Check again” to compare it with the plan as it is now.",
    ),
    "plan.file_applied": (
        "Tệp “{name}” đã được nạp. Nếu có thay đổi, hãy tải tệp mới lên.",
        "The file “{name}” was applied already. Hand in a new one for further changes.",
    ),
    "task.not_found": (
        "Không tìm thấy nhiệm vụ này, hoặc nhiệm vụ không thuộc phạm vi của anh/chị.",
        "There is no such task, or it is outside your scope.",
    ),
    "task.nothing_to_take_over": (
        "Không còn nhiệm vụ nào đang mở của đơn vị tiền nhiệm để nhận. Có thể người khác vừa nhận; hãy tải lại trang.",
        "There is no open task of the organisation before yours to take over. Perhaps somebody else just did; reload.",
    ),
    "task.organisation_not_charged": (
        "Đơn vị này không được giao nội dung đang xem. Hãy chọn đơn vị chủ trì hoặc phối hợp.",
        "This organisation is not charged with the item. Choose one that leads or helps.",
    ),
    "task.person_not_found": (
        "Người được chọn không làm việc ở đơn vị này. Hãy chọn người khác trong danh sách.",
        "The person chosen does not work in this organisation. Choose another one from the list.",
    ),
    "task.name_missing": (
        "Nhiệm vụ chưa có tên. Hãy nhập tên rồi lưu lại.",
        "The task has no name. Enter one and save again.",
    ),
    "task.days_reversed": (
        "Hạn hoàn thành {to} đứng trước ngày bắt đầu {from}. Hãy đổi lại một trong hai ngày.",
        "The task is due on {to}, before it starts on {from}. Change one of the days.",
    ),
    "task.done_before_start": (
        "Nhiệm vụ bắt đầu ngày {starts}, hôm nay mới là {today} nên chưa thể hoàn thành. Nếu đã làm xong sớm, hãy sửa ngày bắt đầu của nhiệm vụ rồi báo hoàn thành.",
        "The task begins on {starts} and today is {today}, so it cannot be done yet. Where it was done early, correct the day it begins, then report it done.",
    ),
    "task.result_missing": (
        "Kết thúc nhiệm vụ thì phải ghi kết quả, hoặc lý do không thực hiện.",
        "A task that ends needs its result, or the reason why it was dropped.",
    ),
    "task.remark_empty": (
        "Chưa ghi gì để gửi. Hãy nhập nội dung trao đổi.",
        "Nothing is written yet. Enter your remark.",
    ),
    "task.wrong_state": (
        "Không làm được vì nhiệm vụ đang ở trạng thái “{state}”. Nếu cần làm tiếp, hãy mở lại nhiệm vụ.",
        "This cannot be done while the task is “{state}”. Reopen it to go on.",
    ),
    "task.planned_is_nought": (
        "Chưa bắt đầu thì tiến độ là 0%, không phải {percent}%. Hãy chọn lại trạng thái, hoặc để trống tiến độ.",
        "What is not begun is at 0%, not {percent}%. Choose another state, or leave the percentage empty.",
    ),
    "task.done_is_whole": (
        "Đã hoàn thành thì tiến độ là 100%, không phải {percent}%. Hãy để trống tiến độ hoặc chọn lại trạng thái.",
        "What is done is at 100%, not {percent}%. Leave the percentage empty, or choose another state.",
    ),
    "task.whole_is_done": (
        "Tiến độ {percent}% thì trạng thái phải là “Đã hoàn thành”. Hãy chọn lại trạng thái hoặc sửa tiến độ.",
        "At {percent}% the task is done. Change the state or the percentage.",
    ),
    "task.waits": (
        "Nhiệm vụ này làm sau “{after}”, mà việc đó chưa xong. Hãy hoàn thành việc đó trước, hoặc bỏ liên kết.",
        "This task comes after “{after}”, which is not done. Finish that first, or remove the link.",
    ),
    "task.waits_for_itself": (
        "Không chọn được “{after}” vì chính việc đó lại chờ nhiệm vụ này. Hãy chọn việc khác.",
        "“{after}” cannot be chosen: it waits for this very task. Choose another one.",
    ),
    "round.not_found": (
        "Không tìm thấy kỳ báo cáo này, hoặc kỳ không thuộc phạm vi của anh/chị.",
        "There is no such round, or it is outside your scope.",
    ),
    "round.ahead": (
        "Quý này bắt đầu từ ngày {day}. Hãy mở kỳ báo cáo từ ngày đó.",
        "This quarter begins on {day}. Open its round then.",
    ),
    "round.before_plan": (
        "Quý này kết thúc trước ngày kế hoạch có hiệu lực ({day}), nên không có gì để báo cáo. Hãy chọn quý từ ngày đó trở đi.",
        "This quarter ended before the plan was in force ({day}), so there is nothing to report. Choose a later quarter.",
    ),
    "round.before_period": (
        "Thời gian thực hiện kế hoạch bắt đầu từ năm {year}, nên quý này chưa có gì để báo cáo. Hãy chọn quý từ năm đó trở đi.",
        "The years of the plan begin with {year}, so there is nothing to report of this quarter yet. Choose a later one.",
    ),
    "round.after_plan": (
        "Kế hoạch chỉ kéo dài đến hết năm {year}. Hãy chọn quý trong thời gian thực hiện kế hoạch.",
        "The plan ends with the year {year}. Choose a quarter within its period.",
    ),
    "round.reason_missing": (
        "Hạn báo cáo của quý này đã qua từ ngày {day}. Hãy ghi lý do mở kỳ báo cáo cho quý đã qua.",
        "The reports of this quarter were due on {day}. Write down why its round is opened now.",
    ),
    "round.exists": (
        "Kỳ báo cáo quý {quarter} năm {year} đã có. Hãy mở kỳ đó trong danh sách.",
        "The round of quarter {quarter} of {year} exists already. Open it from the list.",
    ),
    "round.only_later": (
        "Hạn chỉ được lùi muộn hơn ngày {day}. Hãy chọn ngày sau ngày đó.",
        "The deadline can only become later than {day}. Choose a day after it.",
    ),
    "round.too_late": (
        "Ngày {given} quá xa kỳ báo cáo: hạn chỉ được lùi đến ngày {last}. Hãy xem lại năm đã chọn; báo cáo gửi sau hạn vẫn được nhận và được ghi là gửi muộn.",
        "The day {given} is too far from the round: its deadline can be {last} at the latest. Check the year; reports sent later are still taken and marked as late.",
    ),
    "round.early_reason": (
        "Chưa chốt được: hạn gửi là hết ngày {day} mà còn {count} đơn vị chưa gửi báo cáo. Hãy chờ đến hạn, hoặc ghi lý do chốt sớm.",
        "It cannot be closed: reports are due until the end of {day}, and {count} bodies have not sent theirs. Wait until then, or write down why it is closed early.",
    ),
    "round.reports_waiting": (
        "Chưa chốt được vì còn {count} báo cáo đã gửi mà chưa xem. Hãy chấp nhận hoặc trả lại từng báo cáo.",
        "It cannot be closed: {count} reports were sent and not yet judged. Accept or return each.",
    ),
    "round.closed": (
        "Kỳ báo cáo {round} đã chốt nên không còn sửa được. Hãy ghi nội dung bổ sung vào kỳ sau.",
        "The round {round} is closed and never changes. Put additions into the next round.",
    ),
    "report.changed_since_read": (
        "Chưa gửi: sau khi anh/chị mở trang này, báo cáo đã thay đổi ở {count} chỗ. Hãy đọc lại các chỗ đó rồi bấm duyệt.",
        "Not sent: since you opened this page the report has changed in {count} places. Read them, then approve again.",
    ),
    "report.not_found": (
        "Không tìm thấy báo cáo này, hoặc báo cáo không thuộc phạm vi của anh/chị.",
        "There is no such report, or it is outside your scope.",
    ),
    "report.wrong_state": (
        "Không làm được vì báo cáo đang ở trạng thái “{state}”. Muốn sửa báo cáo đã gửi, hãy đề nghị cơ quan thường trực trả lại.",
        "This cannot be done while the report is “{state}”. To change a report that was sent, ask the standing body to return it.",
    ),
    "report.unfilled": (
        "Chưa duyệt được: còn {count} nội dung chủ trì chưa ghi tình hình ({items}). Hãy điền đủ rồi duyệt.",
        "It cannot be approved: {count} items say nothing yet ({items}). Fill them in, then approve.",
    ),
    "report.percent_bounds": (
        "Tiến độ tính từ 0% đến 100%, không thể là {percent}%. Hãy nhập lại.",
        "A percentage lies between 0% and 100%, it cannot be {percent}%. Enter it again.",
    ),
    "report.not_started_is_nought": (
        "Chưa triển khai thì tiến độ là 0%, không phải {percent}%. Hãy chọn lại tình hình, hoặc để trống tiến độ.",
        "What is not started is at 0%, not {percent}%. Choose another state, or leave the percentage empty.",
    ),
    "report.done_is_whole": (
        "Đã hoàn thành thì tiến độ là 100%, không phải {percent}%. Hãy để trống tiến độ hoặc chọn lại tình hình.",
        "What is done is at 100%, not {percent}%. Leave the percentage empty, or choose another state.",
    ),
    "report.whole_is_done": (
        "Tiến độ 100% thì tình hình là “Đã hoàn thành”. Hãy chọn lại một trong hai.",
        "At 100% the item is done. Change the state or the percentage.",
    ),
    "report.threshold_missed": (
        "Ghi “Đã hoàn thành” nhưng “{label}” là {value} {unit}, chưa đạt mức {operator} {threshold} {unit} của kế hoạch. Hãy chọn lại tình hình, sửa số liệu, hoặc ghi rõ lý do để cơ quan thường trực xem xét.",
        "It is said to be done, but “{label}” is {value} {unit} and misses the level of the plan, {operator} {threshold} {unit}. Change the state or the figure, or write down why for the standing body.",
    ),
    "report.figure_missing": (
        "Ghi “Đã hoàn thành” nhưng chưa có số liệu “{label}”, mức phải đạt là {operator} {threshold} {unit}. Hãy nhập số liệu, chọn lại tình hình, hoặc ghi rõ lý do ở “Khó khăn, vướng mắc” để cơ quan thường trực xem xét.",
        "It is said to be done, but “{label}” has no figure; the level to reach is {operator} {threshold} {unit}. Enter the figure, change the state, or write down why under difficulties for the standing body.",
    ),
    "report.done_unmeasured": (
        "Chưa duyệt được: “{item}” ghi đã hoàn thành nhưng chưa có số liệu “{label}” (mức phải đạt {operator} {threshold} {unit}). Hãy mở nội dung này, nhập số liệu, chọn lại tình hình, hoặc ghi rõ lý do.",
        "It cannot be approved: “{item}” is said to be done, but “{label}” has no figure (level to reach: {operator} {threshold} {unit}). Open the item, enter the figure, change the state, or write down why.",
    ),
    "report.done_below": (
        "Chưa duyệt được: “{item}” ghi đã hoàn thành nhưng “{label}” là {value} {unit}, chưa đạt mức {operator} {threshold} {unit} của kỳ này. Hãy mở nội dung này, chọn lại tình hình, sửa số liệu, hoặc ghi rõ lý do.",
        "It cannot be approved: “{item}” is said to be done, but “{label}” is {value} {unit} and misses the level of this round, {operator} {threshold} {unit}. Open the item, change the state or the figure, or write down why.",
    ),
    "report.difficulty_missing": (
        "Chậm tiến độ hoặc dừng thì phải ghi khó khăn, vướng mắc. Hãy ghi rõ để cơ quan thường trực giải quyết.",
        "What is behind or stopped needs its difficulty. Write it down so that the standing body can act.",
    ),
}
