"""Refusals of ``chamdiem.appraisals`` in words: code → (Vietnamese, English)."""

from chamdiem.web.refusals.sentence import Sentences

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

SENTENCES: Sentences = {
    "appraisal.not_your_duty": (
        "Tiêu chí {criterion} không thuộc phần việc thẩm định được giao cho anh/chị. Hãy đề nghị cơ quan thường trực phân công lại.",
        "Criterion {criterion} is not among your duties. Ask the standing body to assign it to you.",
    ),
    "appraisal.own_body": (
        "Anh/chị làm việc cho chính đơn vị này (kê khai, duyệt hoặc được phân công) nên không thẩm định hồ sơ của đơn vị. Hãy đề nghị cơ quan thường trực giao người khác.",
        "You work for this very organisation (you fill in, approve or contribute), so you do not appraise its dossier. Ask the standing body to appoint somebody else.",
    ),
    "appraisal.not_in_round": (
        "Vòng {round} chỉ xem lại những tiêu chí đơn vị đã giải trình; tiêu chí {criterion} không thuộc vòng này.",
        "Round {round} looks again only at criteria the organisation has justified; {criterion} is not among them.",
    ),
    "appraisal.more_not_possible": (
        "Không thể yêu cầu bổ sung tiêu chí {criterion} ở vòng sau giải trình. Hãy chấp nhận, giữ nguyên hoặc chấm điểm.",
        "More cannot be asked for criterion {criterion} after the justification. Accept, uphold, or award points.",
    ),
    "appraisal.nothing_to_uphold": (
        "Tiêu chí {criterion} chưa có kết luận ở vòng trước để giữ nguyên.",
        "Criterion {criterion} has no decision of an earlier round to uphold.",
    ),
    "appraisal.nothing_claimed": (
        "Tiêu chí {criterion} chưa có số liệu hoặc điểm tự đánh giá để chấp nhận. Hãy chấm điểm kèm lý do.",
        "Nothing is claimed for criterion {criterion}. Award points with a reason.",
    ),
    "appraisal.no_verdict": (
        "Chưa chọn kết luận cho tiêu chí {criterion}. Hãy chấp nhận, sửa số liệu, chấm điểm hoặc yêu cầu bổ sung.",
        "No verdict is chosen for criterion {criterion}. Accept, correct, award points, or ask for more.",
    ),
    "appraisal.reason_missing": (
        "Kết luận khác với tự đánh giá ở tiêu chí {criterion} phải có lý do; đơn vị sẽ đọc lý do này.",
        "A decision that differs from the claim of criterion {criterion} needs a reason; the organisation reads it.",
    ),
    "appraisal.points_missing": (
        "Chưa nhập điểm cho tiêu chí {criterion}.",
        "No points are given for criterion {criterion}.",
    ),
    "appraisal.nothing_corrected": (
        "Số liệu đã nhập ở tiêu chí {criterion} giống số liệu đơn vị kê khai. Nếu số liệu đúng, hãy chấp nhận.",
        "The figures of criterion {criterion} are those declared. If they are right, accept the claim.",
    ),
    "appraisal.figure_cleared": (
        "Để trống “{label}” mà đơn vị có kê khai: ghi 0 nếu không có, hoặc chấm điểm trực tiếp.",
        "“{label}” is cleared although it was declared: enter 0 if there is none, or award points.",
    ),
    "appraisal.check_broken": (
        "Số liệu sau khi sửa trái ràng buộc của tiêu chí: {check}. Hãy sửa tiếp cho khớp (số liệu dùng chung cũng sửa ngay ở biểu mẫu này), hoặc chấm điểm kèm lý do.",
        "The corrected figures break a condition of the criterion: {check}. Correct the others too (shared figures in this form as well), or award points with a reason.",
    ),
    "appraisal.figure_corrected_elsewhere": (
        "Số liệu dùng chung “{figure}” đã được {person} sửa thành {value} ở tiêu chí {criterion}. Hãy dùng cùng số liệu hoặc trao đổi để thống nhất.",
        "The shared figure “{figure}” was corrected to {value} by {person} in criterion {criterion}. Use the same value, or agree on another.",
    ),
    "appraisal.decided_meanwhile": (
        "{person} vừa kết luận tiêu chí này lúc {at}: {theirs}. Kết luận của anh/chị ({yours}) chưa được lưu. Hãy xem lại rồi quyết định.",
        "{person} decided this criterion at {at}: {theirs}. Your decision ({yours}) was not saved. Look again and decide.",
    ),
    "appraisal.changed_meanwhile": (
        "Hồ sơ vừa thay đổi trong lúc anh/chị đang xem. Hãy tải lại trang rồi quyết định.",
        "The dossier changed while you were looking. Reload the page and decide.",
    ),
    "appraisal.form_broken": (
        "Biểu mẫu gửi lên không đúng dạng. Hãy tải lại trang rồi gửi lại.",
        "The form is not of the right shape. Reload the page and send it again.",
    ),
    "appraisal.nothing_chosen": (
        "Chưa chọn tiêu chí nào để chấp nhận.",
        "No criterion is chosen.",
    ),
    "appraisal.too_many_chosen": (
        "Mỗi lần chỉ chấp nhận được tối đa {most} tiêu chí. Hãy chọn ít hơn.",
        "At most {most} criteria can be accepted at once. Choose fewer.",
    ),
    "appraisal.undecided": (
        "Còn {count} tiêu chí chưa có kết luận: {criteria}. Hãy kết luận hết rồi kết thúc thẩm định.",
        "{count} criteria are not decided: {criteria}. Decide them all, then finish.",
    ),
    "document.judged_meanwhile": (
        "{person} vừa kết luận tài liệu “{title}”: {theirs}. Hãy xem lại rồi quyết định.",
        "{person} has just judged the document “{title}”: {theirs}. Look again and decide.",
    ),
    "document.no_such_verdict": (
        "Không có kết luận này cho tài liệu. Hãy chọn chấp nhận hoặc không chấp nhận.",
        "There is no such verdict. Accept or refuse the document.",
    ),
    "document.no_such_reason": (
        "Không có mã lý do này. Hãy chọn một lý do trong danh sách.",
        "There is no such reason code. Choose one of the list.",
    ),
    "document.reason_missing": (
        "Không chấp nhận tài liệu phải chọn lý do.",
        "Refusing a document needs a reason.",
    ),
    "document.note_missing": (
        "Lý do khác phải được ghi rõ.",
        "Say what the other reason is.",
    ),
    "explanation.over": (
        "Thời hạn giải trình đã hết ngày {day}. Để trả lời tiếp, hãy đề nghị cơ quan thường trực lùi hạn giải trình.",
        "The time of justification ended on {day}. To answer still, ask the standing body for a later day.",
    ),
    "explanation.done_already": (
        "Đơn vị đã giải trình xong; nội dung còn khác nhau do hội đồng xem xét.",
        "The organisation has sent its justification already; what is still disputed goes to the council.",
    ),
    "explanation.nothing_differs": (
        "Điểm thẩm định không khác điểm tự đánh giá, không có gì để giải trình.",
        "The appraisal does not differ from the self-assessment; there is nothing to justify.",
    ),
    "explanation.not_disputed": (
        "Tiêu chí {criterion} không có chênh lệch cần giải trình.",
        "Nothing differs in criterion {criterion}.",
    ),
    "explanation.document_sent": (
        "Tài liệu “{title}” đã gửi cùng hồ sơ hoặc giải trình trước nên không gỡ được; chỉ gỡ được tài liệu kèm "
        "giải trình đang soạn.",
        "The document “{title}” was sent with the dossier or an earlier explanation; only what goes with the "
        "explanation being written can be taken off.",
    ),
    "explanation.no_stance": (
        "Hãy chọn đồng ý hoặc giải trình cho tiêu chí {criterion}.",
        "Choose to agree or to justify criterion {criterion}.",
    ),
    "explanation.text_missing": (
        "Hãy ghi nội dung giải trình cho tiêu chí {criterion}.",
        "Write the justification of criterion {criterion}.",
    ),
    "explanation.written_meanwhile": (
        "{person} vừa lưu nội dung cho tiêu chí này lúc {at}: “{theirs}”. Nội dung của anh/chị chưa được lưu: “{yours}”.",
        "{person} saved an answer to this criterion at {at}: “{theirs}”. Yours was not saved: “{yours}”.",
    ),
    "explanation.unanswered": (
        "Còn {count} tiêu chí chưa trả lời: {criteria}. Hãy đồng ý hoặc giải trình từng tiêu chí rồi gửi.",
        "{count} criteria are not answered: {criteria}. Agree or justify each, then send.",
    ),
    "explanation.message_empty": (
        "Chưa có nội dung trao đổi.",
        "The message is empty.",
    ),
    "explanation.message_not_allowed": (
        "Anh/chị không tham gia trao đổi về hồ sơ này.",
        "You take no part in the discussion of this dossier.",
    ),
    "ruling.not_disputed": (
        "Tiêu chí {criterion} không còn ý kiến khác nhau cần hội đồng kết luận.",
        "Criterion {criterion} is not in dispute.",
    ),
    "ruling.own_body": (
        "Anh/chị làm việc cho chính đơn vị này (kê khai, duyệt hoặc được phân công) nên không kết luận về hồ sơ của đơn vị. Hãy để thành viên khác của hội đồng kết luận.",
        "You work for this very organisation (you fill in, approve or contribute), so you do not rule on its dossier. Leave it to another member of the council.",
    ),
    "ruling.reason_missing": (
        "Kết luận của hội đồng ở tiêu chí {criterion} phải có lý do.",
        "The ruling on criterion {criterion} needs a reason.",
    ),
    "ruling.figures_missing": (
        "Số liệu kết luận ở tiêu chí {criterion} chưa đủ để tính điểm: nhập đủ mọi số liệu, hoặc kết luận bằng điểm.",
        "The figures ruled in criterion {criterion} do not suffice for points: enter all of them, or rule by points.",
    ),
    "ruling.figure_ruled_elsewhere": (
        "Số liệu dùng chung “{figure}” đã được {person} kết luận là {value} ở tiêu chí {criterion}. Hãy dùng cùng số liệu, hoặc sửa kết luận kia trước.",
        "The shared figure “{figure}” was ruled to be {value} by {person} in criterion {criterion}. Use the same value, or change that ruling first.",
    ),
    "ruling.ruled_meanwhile": (
        "{person} vừa ghi kết luận tiêu chí {criterion} lúc {at}: {theirs}. Kết luận của anh/chị ({yours}) chưa được lưu. Hãy tải lại trang để xem rồi quyết định.",
        "{person} ruled on criterion {criterion} at {at}: {theirs}. Your ruling ({yours}) was not saved. Reload the page, look again and decide.",
    ),
}
