"""What each recorded action is called: action → (Vietnamese, English), all in one place.

``tests/audit/test_texts.py`` looks through the source and fails on an action without a name.
"""

from __future__ import annotations

from collections.abc import Mapping

from chamdiem.web.language import page_language

ACTIONS: Mapping[str, tuple[str, str]] = {
    # organisations
    "organisation.create": ("Thêm đơn vị", "Added an organisation"),
    "organisation.change": ("Sửa thông tin đơn vị", "Changed an organisation"),
    "organisation.move": ("Chuyển đơn vị sang cơ quan cấp trên khác", "Moved an organisation"),
    "organisation.close": ("Kết thúc hoạt động của đơn vị", "Closed an organisation"),
    "organisation.reopen": ("Cho đơn vị hoạt động trở lại", "Reopened an organisation"),
    "organisation.rename": ("Đổi tên đơn vị theo quyết định", "Renamed an organisation"),
    "organisation.rename_later": (
        "Ghi nhận tên mới của đơn vị, chờ đến ngày hiệu lực",
        "Recorded a new name of an organisation for a day to come",
    ),
    "organisation.undo": (
        "Hủy bước thay đổi đã ghi của đơn vị",
        "Took back a recorded change of an organisation",
    ),
    "organisation.merge": ("Sáp nhập đơn vị", "Merged organisations"),
    "organisation.take_over": (
        "Chuyển đơn vị trực thuộc theo sáp nhập",
        "Moved the organisations below a merged one",
    ),
    "organisation.split": ("Chia tách đơn vị", "Split an organisation"),
    "organisation.group": ("Xếp đơn vị vào nhóm xếp hạng", "Put organisations into a peer group"),
    "organisation.import": ("Nhập danh sách đơn vị từ tệp", "Imported organisations from a file"),
    "organisation.load_official": ("Nạp danh mục hành chính", "Loaded the official list of units"),
    "kind.create": ("Thêm loại đơn vị", "Added a kind of organisation"),
    "office.create": ("Thêm phòng, bộ phận", "Added an office"),
    "office.change": ("Sửa phòng, bộ phận", "Changed an office"),
    "office.close": ("Ngừng dùng phòng, bộ phận", "Closed an office"),
    "office.reopen": ("Dùng lại phòng, bộ phận", "Reopened an office"),
    # people
    "person.found": ("Tạo quản trị hệ thống từ máy chủ", "Made an administrator from the server"),
    "person.invite": ("Mời người dùng", "Invited a person"),
    "person.invite_again": ("Gửi lại thư mời", "Sent the invitation again"),
    "person.change": ("Sửa thông tin người dùng", "Changed a person's details"),
    "person.deactivate": ("Khóa tài khoản", "Deactivated an account"),
    "person.reactivate": ("Mở khóa tài khoản", "Reactivated an account"),
    "person.import": ("Nhập danh sách người dùng từ tệp", "Imported people from a file"),
    "person.sign_in": ("Đăng nhập", "Signed in"),
    "person.set_password": ("Đặt mật khẩu", "Set a password"),
    "second_factor.turn_on": ("Bật xác thực hai bước", "Turned on the second step of signing in"),
    "second_factor.turn_off": ("Tắt xác thực hai bước", "Turned off the second step of signing in"),
    "second_factor.use_recovery_code": ("Dùng mã dự phòng", "Used a recovery code"),
    "second_factor.renew_recovery_codes": ("Tạo lại mã dự phòng", "Renewed the recovery codes"),
    "second_factor.remove": (
        "Gỡ xác thực hai bước của người dùng",
        "Removed a person's second step of signing in",
    ),
    "role.give": ("Giao vai trò", "Gave a role"),
    "role.offer": ("Mời nhận vai trò", "Offered a role"),
    "role.offer_accepted": ("Người được mời đã nhận vai trò", "An offered role was accepted"),
    "role.offer_declined": ("Người được mời đã từ chối vai trò", "An offered role was declined"),
    "role.offer_withdrawn": ("Thu hồi lời mời nhận vai trò", "Withdrew an offer of a role"),
    "role.end": ("Kết thúc vai trò", "Ended a role"),
    # editions
    "edition.load": ("Nạp bộ chỉ số", "Loaded an edition"),
    "edition.load_library": ("Nạp bộ chỉ số từ thư viện", "Loaded an edition of the library"),
    "edition.issue": ("Ban hành bộ chỉ số", "Issued an edition"),
    "edition.delete": ("Xóa bản nháp bộ chỉ số", "Deleted the draft of an edition"),
    # working copies of drafts
    "authoring.take_in": ("Tải phụ lục lên để soạn", "Handed in an annex"),
    "authoring.open_draft": ("Mở dự thảo bộ chỉ số để sửa", "Opened a draft edition for editing"),
    "authoring.discard": ("Bỏ bản đang soạn", "Discarded a working copy"),
    "authoring.correct": ("Sửa dòng của bản đang soạn", "Corrected a row of a working copy"),
    "authoring.accept": ("Xác nhận dòng của bản đang soạn", "Accepted a row of a working copy"),
    "authoring.reopen": ("Xem lại dòng của bản đang soạn", "Reopened a row of a working copy"),
    "authoring.undo_repair": ("Trả lại chữ in trong bản đang soạn", "Undid a repair in a working copy"),
    "authoring.choose_columns": (
        "Chỉ ra các cột của phụ lục để đọc lại",
        "Chose columns of an annex to read it again",
    ),
    "authoring.undo": ("Hoàn tác một bước ở bản đang soạn", "Undid a step in a working copy"),
    "authoring.correct_head": ("Sửa phần chung của bản đang soạn", "Corrected the head of a working copy"),
    "authoring.settle_zeros": (
        "Chọn cách chấm khi mẫu số bằng 0 ở bản đang soạn",
        "Chose what denominators of zero give in a working copy",
    ),
    "authoring.move": ("Chuyển chỗ dòng của bản đang soạn", "Moved a row of a working copy"),
    "authoring.relevel": ("Đổi cấp dòng của bản đang soạn", "Changed the level of a row of a working copy"),
    "authoring.split": ("Tách dòng của bản đang soạn", "Split a row of a working copy"),
    "authoring.merge": ("Gộp dòng của bản đang soạn", "Joined rows of a working copy"),
    "authoring.delete": ("Bỏ dòng của bản đang soạn", "Deleted a row of a working copy"),
    "authoring.restore": ("Lấy lại dòng của bản đang soạn", "Brought back a row of a working copy"),
    "authoring.acknowledge": ("Ghi nhận phát hiện của dự thảo", "Acknowledged a finding of a draft"),
    "authoring.make_draft": ("Tạo dự thảo từ bản đang soạn", "Made a draft edition of a working copy"),
    # campaigns
    "campaign.reopen": ("Dừng chốt hoặc mở lại để đính chính", "Stopped the closing, or reopened to correct"),
    "campaign.closing_failed": (
        "Chốt không xong, kỳ trở lại bước trước",
        "Closing failed, campaign went back",
    ),
    "campaign.create": ("Lập kỳ đánh giá", "Created a campaign"),
    "campaign.save_tracks": ("Chọn bộ chỉ số của kỳ đánh giá", "Chose the editions of a campaign"),
    "campaign.choose_participants": ("Chọn đơn vị tham gia", "Chose participants"),
    "campaign.save_calendar": ("Lập lịch của kỳ đánh giá", "Set the calendar"),
    "campaign.change_calendar": ("Đổi lịch của kỳ đánh giá", "Changed the calendar"),
    "campaign.save_policies": ("Đặt quy định của kỳ đánh giá", "Set the policies"),
    "campaign.start_opening": ("Bắt đầu mở kỳ đánh giá", "Began to open a campaign"),
    "campaign.back_to_draft": ("Mở không xong, trở lại chuẩn bị", "Opening failed, back to the draft"),
    "campaign.begin_appraisal": ("Chuyển sang thẩm định", "Moved on to appraisal"),
    "campaign.begin_explanation": ("Chuyển sang giải trình", "Moved on to justification"),
    "campaign.begin_ruling": ("Chuyển sang kết luận", "Moved on to rulings"),
    "campaign.back_to_entry": ("Trở lại kê khai", "Moved back to entry"),
    "campaign.back_to_appraisal": ("Trở lại thẩm định", "Moved back to appraisal"),
    "campaign.back_to_explanation": ("Trở lại giải trình", "Moved back to justification"),
    "campaign.publish": ("Chuyển sang đã công bố", "Marked the campaign as published"),
    "campaign.open": ("Mở kỳ đánh giá", "Opened a campaign"),
    "campaign.close": ("Bắt đầu chốt kỳ đánh giá", "Began to close a campaign"),
    "campaign.delete": ("Xóa kỳ đánh giá chưa mở", "Deleted a campaign not yet opened"),
    "participant.join_late": ("Thêm đơn vị tham gia muộn", "Added a late participant"),
    "participant.withdraw": ("Rút đơn vị khỏi kỳ đánh giá", "Withdrew a participant"),
    "participant.extend": ("Gia hạn cho đơn vị", "Extended a deadline"),
    "assignment.give": ("Phân công tiêu chí", "Assigned a criterion"),
    "assignment.remove": ("Thôi phân công tiêu chí", "Took an assignment back"),
    "office.match": ("Xác định phòng phụ trách", "Matched an office"),
    "office.match_everywhere": ("Xác định phòng phụ trách cho mọi đơn vị", "Matched an office everywhere"),
    "duty.give": ("Giao việc thẩm định", "Gave an appraisal duty"),
    "duty.remove": ("Thôi giao việc thẩm định", "Removed an appraisal duty"),
    "duty.split": ("Chia đều việc thẩm định", "Split the appraisal duties"),
    # dossiers
    "assessment.answer": ("Nhập số liệu", "Entered a figure"),
    "assessment.note": ("Ghi chú của tiêu chí", "Wrote the note of a criterion"),
    "assessment.no_evidence_reason": ("Giải thích thiếu tài liệu", "Explained missing evidence"),
    "assessment.not_applicable": ("Khai không áp dụng tiêu chí", "Declared a criterion not applicable"),
    "assessment.remark": ("Ghi chú, trao đổi trong hồ sơ", "Wrote a note in a dossier"),
    "assessment.carry_forward": ("Lấy số liệu của kỳ trước", "Took figures from the campaign before"),
    "assessment.show_evidence": ("Gắn tài liệu vào tiêu chí", "Attached evidence to a criterion"),
    "assessment.take_evidence_away": ("Gỡ tài liệu khỏi tiêu chí", "Took evidence from a criterion"),
    "assessment.approve": ("Duyệt hồ sơ", "Approved a dossier"),
    "assessment.submit": ("Nộp hồ sơ", "Submitted a dossier"),
    "assessment.withdraw": ("Rút hồ sơ đã nộp", "Withdrew a dossier"),
    "assessment.fill": ("Điền số liệu hàng loạt", "Filled in figures in bulk"),
    "assessment.return": ("Trả lại hồ sơ để bổ sung", "Returned a dossier for completion"),
    # evidence
    "evidence.add_file": ("Thêm tệp tài liệu", "Added a file"),
    "evidence.add_link": ("Thêm đường dẫn", "Added a link"),
    "evidence.add_citation": ("Thêm văn bản dẫn chiếu", "Added a citation"),
    "evidence.add_version": ("Thêm phiên bản tài liệu", "Added a version of a document"),
    "evidence.describe": ("Sửa mô tả tài liệu", "Described a document"),
    "evidence.use": ("Dùng tài liệu cho tiêu chí", "Used a document for a criterion"),
    "evidence.remove_use": ("Thôi dùng tài liệu cho tiêu chí", "Stopped using a document for a criterion"),
    "evidence.withdraw": ("Rút tài liệu đưa nhầm", "Withdrew a document"),
    "evidence.withdraw_version": (
        "Rút bản mới nhất của tài liệu",
        "Withdrew the newest version of a document",
    ),
    "evidence.trust": ("Thêm chứng thư gốc tin cậy", "Trusted a root certificate"),
    "evidence.distrust": ("Bỏ chứng thư gốc tin cậy", "Stopped trusting a root certificate"),
    "evidence.demand_revocation": (
        "Đổi quy định kiểm tra thu hồi chứng thư",
        "Changed whether revocation lists are demanded",
    ),
    # appraisal
    "appraisal.decide": ("Thẩm định tiêu chí", "Appraised a criterion"),
    "appraisal.accept_many": ("Chấp nhận nhiều tiêu chí", "Accepted several criteria"),
    "appraisal.finish": ("Hoàn thành thẩm định hồ sơ", "Finished the appraisal of a dossier"),
    "document.judge": ("Kết luận về tài liệu kiểm chứng", "Judged a piece of evidence"),
    "explanation.open": ("Mở giải trình", "Opened justification"),
    "explanation.justify": ("Giải trình tiêu chí", "Justified a criterion"),
    "explanation.take_off": ("Gỡ tài liệu khỏi giải trình", "Took a document off a justification"),
    "explanation.message": ("Trao đổi khi giải trình", "Wrote in a justification"),
    "explanation.send": ("Gửi giải trình", "Submitted the justification"),
    "ruling.rule": ("Hội đồng kết luận tiêu chí", "Ruled on a criterion"),
    # results
    "results.close": ("Chốt số liệu kỳ đánh giá", "Closed a campaign"),
    "results.reopen": ("Mở lại kỳ đánh giá đã chốt", "Reopened a closed campaign"),
    "results.publish": ("Công bố kết quả", "Published results"),
    # notices
    "notice.send_again": ("Cho gửi lại thư nhắc", "Had a letter sent again"),
    # plans
    "plan.create": ("Lập kế hoạch", "Created a plan"),
    "plan.take_in": ("Nạp kế hoạch từ tệp", "Loaded a plan from a file"),
    "plan.edit": ("Sửa nội dung kế hoạch", "Edited a plan"),
    "plan.delete": ("Xóa kế hoạch đang soạn", "Deleted the draft of a plan"),
    "plan.approve": ("Phê duyệt kế hoạch", "Approved a plan"),
    "plan.revise": ("Đưa kế hoạch vào điều chỉnh", "Took a plan into revision"),
    "plan.end": ("Kết thúc kế hoạch", "Ended a plan"),
    "plan.set_calendar": ("Đặt lịch báo cáo của kế hoạch", "Set the reporting calendar of a plan"),
    "plan.resolve_body": ("Xác định cơ quan nêu trong kế hoạch", "Resolved a body of a plan"),
    "plan.measure": ("Ghi số liệu đo của mục tiêu", "Entered a measured value"),
    "plan.withdraw_value": ("Rút số liệu đo của mục tiêu", "Withdrew a measured value"),
    "round.open": ("Mở kỳ báo cáo", "Opened a round of reports"),
    "round.extend": ("Gia hạn kỳ báo cáo", "Gave more time for a round"),
    "round.close": ("Chốt kỳ báo cáo", "Closed a round of reports"),
    "report.fill": ("Điền báo cáo quý", "Filled in a quarterly report"),
    "report.show": ("Gắn tài liệu vào báo cáo quý", "Attached a document to a quarterly report"),
    "report.take_away": ("Gỡ tài liệu khỏi báo cáo quý", "Took a document from a quarterly report"),
    "report.submit": ("Duyệt và gửi báo cáo quý", "Approved a quarterly report"),
    "report.return": ("Trả lại báo cáo quý", "Returned a quarterly report"),
    "report.accept": ("Chấp nhận báo cáo quý", "Accepted a quarterly report"),
    "task.create": ("Lập nhiệm vụ", "Created a task"),
    "task.plan": ("Sửa nhiệm vụ", "Changed a task"),
    "task.carry_out": ("Cập nhật tiến độ nhiệm vụ", "Reported on a task"),
    "task.reopen": ("Mở lại nhiệm vụ", "Reopened a task"),
    "task.take_over": (
        "Nhận nhiệm vụ của đơn vị đã kết thúc",
        "Took over a task of an organisation that has ended",
    ),
    "task.remark": ("Trao đổi về nhiệm vụ", "Wrote about a task"),
    "task.show": ("Gắn tài liệu vào nhiệm vụ", "Attached a document to a task"),
    "task.take_away": ("Gỡ tài liệu khỏi nhiệm vụ", "Took a document from a task"),
}


def action_names(action: str) -> tuple[str, ...]:
    """Both names of an action, for searching; its code where it has none."""
    return ACTIONS.get(action, (action,))


def action_name(action: str) -> str:
    """What an action is called in the language of the page."""
    names = action_names(action)
    return names[-1 if page_language() == "en" else 0]
