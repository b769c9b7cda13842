"""Refusals of ``chamdiem.results`` in words: code → (Vietnamese, English)."""

from chamdiem.web.refusals.sentence import Sentences

# One sentence, one line: so the wording can be read as one text.

SENTENCES: Sentences = {
    "results.none": (
        "Kỳ đánh giá này chưa có kết quả được công bố; xin quay lại sau ngày công bố.",
        "Nothing of this campaign has been published yet; come back after the day of publication.",
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
    "results.erratum_without_note": (
        "Lần công bố sau là bản đính chính: ghi rõ nội dung và lý do đính chính.",
        "A later release is an erratum: say what it corrects and why.",
    ),
}
