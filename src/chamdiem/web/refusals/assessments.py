"""Refusals of ``chamdiem.assessments`` in words: code → (Vietnamese, English)."""

from chamdiem.web.refusals.sentence import Sentences

# One sentence, one line: so the wording can be read as one text.

SENTENCES: Sentences = {
    # doors
    "assessment.not_found": (
        "Không có hồ sơ này, hoặc hồ sơ không thuộc phạm vi của anh/chị.",
        "There is no such dossier, or it is not yours to see.",
    ),
    "criterion.not_found": (
        "Không có tiêu chí này trong hồ sơ, hoặc tiêu chí không được giao cho anh/chị.",
        "The dossier has no such criterion, or it was not given to you.",
    ),
    "figure.not_found": (
        "Số liệu này không thuộc phần hồ sơ được giao cho anh/chị, hoặc bộ chỉ số không hỏi: "
        "mở lại trang để lấy biểu mẫu mới nhất.",
        "This figure is no part of the dossier given to you, or the set does not ask for it: "
        "open the page again for the current form.",
    ),
    # the table of actions
    "assessment.edit_not_allowed": (
        "Anh/chị được xem hồ sơ này nhưng không nhập số liệu: việc đó là của đơn vị tự đánh giá.",
        "You may read this dossier but not write in it: that is for the organisation itself.",
    ),
    "assessment.discuss_not_allowed": (
        "Phần trao đổi là nội bộ của đơn vị tự đánh giá: dùng phần thẩm định để hỏi đơn vị.",
        "The discussion is internal to the organisation: use the appraisal to ask it.",
    ),
    "assessment.approve_not_allowed": (
        "Chỉ lãnh đạo của đơn vị được phê duyệt hồ sơ: đề nghị lãnh đạo mở trang phê duyệt.",
        "Only a leader of the organisation approves: ask a leader to open the page of approval.",
    ),
    "assessment.submit_not_allowed": (
        "Chỉ chuyên viên đầu mối hoặc lãnh đạo của đơn vị được gửi hồ sơ.",
        "Only the data officer or a leader of the organisation hands the dossier in.",
    ),
    "assessment.withdraw_not_allowed": (
        "Chỉ chuyên viên đầu mối hoặc lãnh đạo của đơn vị được rút hồ sơ.",
        "Only the data officer or a leader of the organisation withdraws the dossier.",
    ),
    "assessment.return_day_before_last": (
        "Đơn vị đang có hạn đến hết ngày {last}, muộn hơn ngày {day} đã ghi. "
        "Hãy để trống ngày hoặc ghi ngày không sớm hơn.",
        "The body has time until {last} anyway, later than {day}. "
        "Leave the day empty, or give one that is no earlier.",
    ),
    "assessment.appraisal_begun": (
        "Hồ sơ đã có người thẩm định hoặc đã từng bị trả lại nên không rút về được. "
        "Cần sửa thì đề nghị cơ quan thường trực trả lại hồ sơ.",
        "Somebody has begun to appraise the dossier, or it was returned before, so it cannot be withdrawn. "
        "To change it, ask the standing body to return it.",
    ),
    "assessment.return_not_allowed": (
        "Chỉ cơ quan thường trực hoặc người thẩm định được trả lại hồ sơ.",
        "Only the standing body or an appraiser returns a dossier.",
    ),
    "assessment.appraise_not_allowed": (
        "Chỉ người được giao thẩm định mới được thẩm định hồ sơ này.",
        "Only those appointed appraise this dossier.",
    ),
    "assessment.finish_appraisal_not_allowed": (
        "Chỉ cơ quan thường trực hoặc người thẩm định được kết thúc thẩm định.",
        "Only the standing body or an appraiser ends the appraisal.",
    ),
    "assessment.open_explanation_not_allowed": (
        "Chỉ cơ quan thường trực được mở giải trình.",
        "Only the standing body opens the justification.",
    ),
    "assessment.justify_not_allowed": (
        "Chỉ chuyên viên đầu mối hoặc lãnh đạo của đơn vị được giải trình.",
        "Only the data officer or a leader of the organisation writes the justification.",
    ),
    "assessment.send_justification_not_allowed": (
        "Chỉ chuyên viên đầu mối hoặc lãnh đạo của đơn vị được gửi giải trình.",
        "Only the data officer or a leader of the organisation sends the justification.",
    ),
    "assessment.rule_not_allowed": (
        "Chỉ thành viên hội đồng thẩm định được quyết định điểm cuối cùng.",
        "Only the council rules on final points.",
    ),
    "assessment.wrong_state": (
        "Không làm được vì hồ sơ đang ở trạng thái “{state}”. Hãy tải lại trang để thấy các việc làm được.",
        "This cannot be done while the dossier is “{state}”. Reload the page to see what can be done.",
    ),
    "assessment.criterion_over": (
        "Tiêu chí {row} đã hết hạn cuối ngày {day}: đề nghị cơ quan thường trực gia hạn nếu cần.",
        "Criterion {row} was due at the end of {day}: ask the standing body for an extension if needed.",
    ),
    "assessment.information_over": (
        "Số liệu này tính điểm cho tiêu chí đã hết hạn: {criteria}. Sửa số liệu sẽ làm đổi điểm của tiêu chí "
        "đó nên số liệu được giữ nguyên. Nếu cần sửa, đề nghị cơ quan thường trực gia hạn cho mục {row}.",
        "This figure earns points in criteria whose time has passed: {criteria}. Changing it would change "
        "those points, so it stays as it is. If it has to be changed, ask the standing body for an "
        "extension for row {row}.",
    ),
    "assessment.figure_over": (
        "Số liệu này tính điểm cho cả tiêu chí đã hết hạn: {criteria}. Sửa số liệu sẽ làm đổi điểm của tiêu "
        "chí đó nên số liệu được giữ nguyên. Nếu cần sửa, đề nghị cơ quan thường trực gia hạn cho các tiêu "
        "chí đó.",
        "This figure also earns points in criteria whose time has passed: {criteria}. Changing it would "
        "change those points, so it stays as it is. If it has to be changed, ask the standing body for an "
        "extension for those criteria.",
    ),
    "campaign.entry_not_begun": (
        "Chưa đến thời gian tự đánh giá: kỳ này nhận số liệu từ ngày {day}.",
        "Entry has not begun: figures are taken from {day} on.",
    ),
    "campaign.entry_over": (
        "Đã hết hạn tự đánh giá cuối ngày {day}: đề nghị cơ quan thường trực gia hạn nếu cần.",
        "Entry ended with {day}: ask the standing body for an extension if needed.",
    ),
    # writing
    "assessment.answer_conflict": (
        "{person} đã ghi “{shown}” vào {label} lúc {at}: chọn giữ giá trị nào.",
        "{person} wrote “{shown}” into {label} at {at}: choose which value to keep.",
    ),
    "assessment.offer_gone": (
        "Kế hoạch không còn đề nghị {value} cho “{label}”: báo cáo đã bị trả lại hoặc đã sửa sau khi trang "
        "được mở. Số liệu chưa được ghi; hãy xem lại gợi ý hiện nay, hoặc tự nhập nếu đúng.",
        "The plan offers {value} for “{label}” no more: the report was returned or corrected after the page "
        "was opened. Nothing was entered; look at what is offered now, or type the figure if it is right.",
    ),
    "answer.text_too_long": (
        "“{label}” quá dài: rút gọn còn tối đa {most} ký tự.",
        "“{label}” is too long: shorten it to {most} characters.",
    ),
    "assessment.text_too_long": (
        "Nội dung quá dài: rút gọn còn tối đa {most} ký tự.",
        "The text is too long: shorten it to {most} characters.",
    ),
    "assessment.reason_too_short": (
        "Lý do cần ít nhất {least} ký tự để người thẩm định hiểu: viết rõ hơn.",
        "The reason needs at least {least} characters, so that the appraiser understands: write more.",
    ),
    "assessment.remark_empty": (
        "Ý kiến đang để trống: nhập nội dung rồi gửi.",
        "The remark is empty: write something and send it.",
    ),
    "assessment.not_declared_here": (
        "Mục {row} không do đơn vị kê khai nên không cần đánh dấu.",
        "Row {row} is not declared by the organisation: there is nothing to mark.",
    ),
    # handing in
    "assessment.incomplete": (
        "Hồ sơ còn thiếu {count} nội dung, ở các mục: {rows}. Mở “Còn thiếu” để làm từng việc.",
        "The dossier lacks {count} things, in rows {rows}. Open “Still missing” to work through them.",
    ),
    "assessment.not_approved": (
        "Lãnh đạo chưa phê duyệt đúng nội dung hiện tại của hồ sơ: đề nghị phê duyệt rồi gửi.",
        "No leader has approved the content as it stands: have it approved, then hand it in.",
    ),
    "assessment.changed_since_read": (
        "Hồ sơ vừa thay đổi sau khi anh/chị mở trang: xem lại nội dung mới rồi phê duyệt.",
        "The dossier changed after you opened the page: read it again, then approve.",
    ),
    "assessment.return_needs_a_day": (
        "Thời gian tự đánh giá đã hết: cho đơn vị một ngày cuối để bổ sung.",
        "The time of entry is over: give the organisation a last day to complete it.",
    ),
    "assessment.return_day_outside": (
        "Ngày bổ sung phải từ {first} đến hết hạn thẩm định {last}.",
        "The day must lie between {first} and the end of appraisal on {last}.",
    ),
}
