"""Refusals of ``chamdiem.results`` in words: code → (Vietnamese, English)."""

from chamdiem.web.refusals.sentence import Sentences

# One sentence, one line: so the wording can be read as one text.

SENTENCES: Sentences = {
    "results.none": (
        "Kỳ đánh giá này chưa có kết quả được công bố; xin quay lại sau ngày công bố.",
        "Nothing of this campaign has been published yet; come back after the day of publication.",
    ),
    "results.no_track": (
        "Kỳ đánh giá này không có khối ấy, hoặc khối ấy chưa có kết quả; chọn lại từ trang kết quả.",
        "This campaign has no such track, or no results of it; choose again on the page of results.",
    ),
    "results.no_participant": (
        "Đơn vị này không có trong kết quả; chọn lại từ bảng xếp hạng.",
        "This organisation is not among the results; choose one from the league table.",
    ),
    "results.close_not_allowed": (
        "Chỉ cơ quan thường trực của kỳ đánh giá được chốt và công bố kết quả.",
        "Only the standing body of the campaign closes and publishes results.",
    ),
    "results.no_tracks": (
        "Kỳ đánh giá không có khối nào để chốt: thêm bộ chỉ số và đơn vị tham gia trước.",
        "The campaign has no track to close: add editions and participants first.",
    ),
    "results.disputes_unruled": (
        "Hội đồng chưa kết luận {count} nội dung hai bên chưa thống nhất ({organisations}). Chờ hội đồng "
        "kết luận, hoặc chốt kèm lý do: khi đó các nội dung này giữ điểm thẩm định.",
        "The council has not ruled on {count} disputes ({organisations}). Wait for its rulings, or close "
        "with a reason: then these keep the appraised points.",
    ),
    "results.never_handed_in": (
        "{absent} đơn vị chưa gửi hồ sơ lần nào ({absent_names}). Chốt bây giờ thì số liệu đang nhập không "
        "được tính, các đơn vị này không có điểm và không xếp hạng; đơn vị còn lại một mình trong nhóm được "
        "trọn điểm ở tiêu chí so sánh. Muốn chốt, ghi lý do.",
        "Organisations that never submitted: {absent} ({absent_names}). Closed now, their draft figures do "
        "not count, they have no points and no place, and who is left alone in its group gets full points "
        "where organisations are compared. To close, give a reason.",
    ),
    "results.absent_and_unruled": (
        "{absent} đơn vị chưa gửi hồ sơ lần nào ({absent_names}): số liệu đang nhập không được tính, các "
        "đơn vị này không có điểm và không xếp hạng; đơn vị còn lại một mình trong nhóm được trọn điểm ở "
        "tiêu chí so sánh. Hội đồng cũng chưa kết luận {count} nội dung hai bên chưa thống nhất "
        "({organisations}): giữ điểm thẩm định. Muốn chốt, ghi lý do.",
        "Organisations that never submitted: {absent} ({absent_names}): their draft figures do not count, "
        "they have no points and no place, and who is left alone in its group gets full points where "
        "organisations are compared. "
        "Nor has the council ruled on {count} disputes ({organisations}): these keep the appraised points. "
        "To close, give a reason.",
    ),
    "results.closing_already": (
        "Kết quả đang được chốt. Hãy chờ xong; trang tiến độ cho biết đã đến đâu.",
        "The results are being frozen. Wait for it; the progress page shows how far it is.",
    ),
    "results.closing_stopped": (
        "Kỳ đánh giá được mở lại trong lúc chốt: lần chốt này không ghi gì. Hội đồng xong thì chốt lại.",
        "The campaign was reopened meanwhile; nothing was written. Close again when the council is done.",
    ),
    "results.review_already": (
        "Đang rà soát kỳ đánh giá này. Hãy chờ xong; trang này cho biết đã đến đâu.",
        "The campaign is being reviewed. Wait for it; this page shows how far it is.",
    ),
    "results.erratum_without_note": (
        "Lần công bố sau là bản đính chính: ghi rõ nội dung và lý do đính chính.",
        "A later release is an erratum: say what it corrects and why.",
    ),
}
