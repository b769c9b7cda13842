"""Refusals of ``chamdiem.campaigns`` in words: code → (Vietnamese, English)."""

from chamdiem.web.refusals.sentence import Sentences

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

SENTENCES: Sentences = {
    "campaign.not_found": (
        "Không tìm thấy kỳ đánh giá này, hoặc kỳ không thuộc phạm vi của anh/chị. Hãy xem lại danh sách kỳ đánh giá.",
        "There is no such campaign, or it is outside your scope. Look through the list of campaigns.",
    ),
    "campaign.run_not_allowed": (
        "Chỉ cơ quan thường trực của kỳ đánh giá làm được việc này. Nếu cần, hãy liên hệ cơ quan thường trực.",
        "Only the standing body of the campaign may do this. Contact it if it has to be done.",
    ),
    "campaign.create_not_allowed": (
        "Chỉ cơ quan thường trực chuẩn bị được kỳ đánh giá, và chỉ cho cơ quan của mình. Hãy đề nghị quản trị viên giao vai trò.",
        "Only a standing body prepares campaigns, and only for its own authority. Ask an administrator for the role.",
    ),
    "campaign.wrong_stage": (
        "Không làm được vì kỳ đánh giá đang ở giai đoạn “{stage}”. Hãy tải lại trang để thấy các việc làm được.",
        "This cannot be done while the campaign is at the stage “{stage}”. Reload the page to see what can be done.",
    ),
    "campaign.name_missing": (
        "Kỳ đánh giá chưa có tên. Hãy nhập tên rồi lưu lại.",
        "The campaign has no name. Enter one and save again.",
    ),
    "campaign.name_taken": (
        "Cơ quan đã có kỳ đánh giá tên “{name}”. Hãy đặt tên khác, ví dụ thêm năm hoặc đợt.",
        "The authority already has a campaign named “{name}”. Choose another name, for instance with the year.",
    ),
    "campaign.track_missing": (
        "Chưa có khối nào có đủ tên và bộ chỉ số. Hãy thêm ít nhất một khối.",
        "There is no track with a name and an indicator set. Add at least one.",
    ),
    "campaign.track_name_taken": (
        "Hai khối cùng tên “{name}”. Hãy đặt tên khác nhau.",
        "Two tracks are named “{name}”. Give them different names.",
    ),
    "campaign.column_name_taken": (
        "Hai cột của phiếu điểm cùng tên “{name}”, người đọc không phân biệt được. Hãy đặt tên khác nhau.",
        "Two columns of the score sheet are named “{name}”; nobody could tell them apart. Give them different names.",
    ),
    "campaign.changed_meanwhile": (
        "Trong lúc trang này mở, người khác đã lưu giá trị “{stands}”; anh/chị nhập “{mine}”. Hãy để giá trị cần giữ rồi lưu lại.",
        "While this page was open somebody else saved “{stands}”; you entered “{mine}”. Leave the one to keep and save again.",
    ),
    "campaign.track_changed_meanwhile": (
        "Khối “{track}”: trong lúc trang này mở, người khác đã lưu “{stands}”; anh/chị nhập “{mine}”. Hãy để nội dung cần giữ rồi lưu lại.",
        "Track “{track}”: while this page was open somebody else saved “{stands}”; you entered “{mine}”. Leave what is to be kept and save again.",
    ),
    "campaign.track_gone_meanwhile": (
        "Khối anh/chị vừa sửa (“{mine}”) đã bị người khác bỏ trong lúc trang này mở. Vẫn cần khối này thì lưu lại lần nữa rồi chọn lại đơn vị tham gia; không cần thì chọn “Bỏ khối này”.",
        "The track you changed (“{mine}”) was taken out by somebody else while this page was open. If it is still needed, save again and choose its organisations again; else tick “Remove this track”.",
    ),
    "campaign.track_taken_out_changed": (
        "Anh/chị bỏ khối “{track}”, nhưng trong lúc trang này mở người khác đã sửa khối này: “{stands}”, {count} đơn vị tham gia. Vẫn bỏ thì lưu lại lần nữa.",
        "You take out the track “{track}”, but while this page was open somebody else changed it: “{stands}”, {count} organisations. To take it out all the same, save again.",
    ),
    "campaign.choice_changed_meanwhile": (
        "Trong lúc trang này mở, người khác đã đổi các đơn vị được chọn (nay là {count} đơn vị). Hãy tải lại trang để xem danh sách mới rồi bỏ chọn.",
        "While this page was open somebody else changed the organisations chosen ({count} now). Reload the page to see the list as it is, then take them out.",
    ),
    "campaign.days_out_of_order": (
        "“{later}” ({later_day}) đứng trước “{earlier}” ({earlier_day}). Hãy chọn ngày {earlier_day} hoặc muộn hơn, hoặc sửa “{earlier}”.",
        "“{later}” ({later_day}) comes before “{earlier}” ({earlier_day}). Choose {earlier_day} or a later day, or change “{earlier}”.",
    ),
    "campaign.not_prepared": (
        "Chưa mở được: còn {count} điều chưa chuẩn bị xong. Hãy mở bước “Xem lại” để thấy từng điều.",
        "It cannot be opened: {count} things are not prepared. The review step names each.",
    ),
    "campaign.opening_already": (
        "Kỳ đánh giá đang được mở. Hãy chờ xong; trang tiến độ cho biết đã đến đâu.",
        "The campaign is being opened. Wait for it; the progress page shows how far it is.",
    ),
    "campaign.reason_too_short": (
        "Việc này cần ghi lý do, ít nhất {least} ký tự. Hãy viết rõ lý do rồi thực hiện lại; lý do được lưu vào nhật ký.",
        "This needs a reason of at least {least} characters. Write it and try again; it is kept in the audit trail.",
    ),
    "campaign.appraisal_unfinished": (
        "Còn {count} hồ sơ đã gửi chưa thẩm định xong. Hãy hoàn thành thẩm định trước khi chuyển sang giải trình.",
        "Submitted dossiers not fully appraised: {count}. Finish them before the justification begins.",
    ),
    "campaign.no_such_action": (
        "Không có bước chuyển giai đoạn như vậy. Hãy tải lại trang kỳ đánh giá và chọn lại.",
        "There is no such change of stage. Reload the page of the campaign and choose again.",
    ),
    "campaign.calendar_unchanged": (
        "Chưa có hạn nào thay đổi. Hãy chọn ngày muộn hơn cho ít nhất một hạn.",
        "No day has changed. Choose a later day for at least one deadline.",
    ),
    "campaign.day_is_fixed": (
        "Kỳ số liệu và ngày bắt đầu không đổi được sau khi mở. Chỉ các hạn phía sau lùi được.",
        "The reference period and the first day are fixed once the campaign is open. Only later deadlines can move.",
    ),
    "campaign.day_only_later": (
        "Sau khi mở, hạn chỉ được lùi muộn hơn {day}. Hãy chọn ngày muộn hơn.",
        "Once open, this deadline only moves later than {day}. Choose a later day.",
    ),
    "campaign.match_not_allowed": (
        "Chỉ cơ quan thường trực, hoặc chuyên viên số liệu và lãnh đạo của chính đơn vị, xác định được phòng, ban. Hãy liên hệ họ.",
        "Only the standing body, or the data officer and leader of the organisation itself, say which office is meant. Contact them.",
    ),
    "track.not_found": (
        "Không tìm thấy khối này trong kỳ đánh giá. Hãy tải lại trang và chọn lại.",
        "There is no such track in the campaign. Reload the page and choose again.",
    ),
    "participant.not_found": (
        "Không tìm thấy đơn vị này trong kỳ đánh giá, hoặc đơn vị không thuộc phạm vi của anh/chị.",
        "There is no such participant in the campaign, or it is outside your scope.",
    ),
    "participant.there_already": (
        "{name} đã có trong khối này. Hãy tìm đơn vị trên bảng tiến độ.",
        "{name} already takes part in this track. Find it on the board.",
    ),
    "participant.kind_elsewhere": (
        "{name} là {kind}, mà các đơn vị loại này thuộc khối {tracks}, không thuộc khối {track}. Hãy chọn khối {tracks}.",
        "{name} is of the kind {kind}, which takes part in the track {tracks}, not in {track}. Choose {tracks}.",
    ),
    "participant.has_content": (
        "{name} đã nhập số liệu, minh chứng hoặc đã gửi hồ sơ nên không rút được: không xóa dữ liệu đã có.",
        "{name} has entered content or submitted its dossier and cannot be withdrawn: nothing entered is thrown away.",
    ),
    "extension.not_later": (
        "Đơn vị đang có hạn đến hết ngày {day}. Hãy chọn ngày muộn hơn.",
        "The participant already has until {day}. Choose a later day.",
    ),
    "extension.after_appraisal": (
        "Giai đoạn thẩm định kết thúc ngày {last}; hồ sơ gửi sau ngày đó không ai thẩm định. Hãy chọn ngày không muộn hơn, hoặc lùi lịch thẩm định trước.",
        "Appraisal ends on {last}; nobody appraises what is handed in later. Choose a day no later, or move the end of appraisal first.",
    ),
    "row.not_found": (
        "Bộ chỉ số không có mục “{key}” để chọn. Hãy kiểm tra lại số mục.",
        "The indicator set has no row “{key}” to choose. Check the number.",
    ),
    "duty.no_such_row": (
        "Bộ chỉ số của khối này không có mục “{row}”. Hãy ghi số mục như in trong bộ chỉ số.",
        "The indicator set of this track has no row “{row}”. Type the number as the set prints it.",
    ),
    "duty.several_rows": (
        "Có nhiều mục cùng mang số “{row}”: {rows}. Hãy ghi tên đầy đủ của mục cần giao.",
        "Several rows are numbered “{row}”: {rows}. Type the full name of the one that is meant.",
    ),
    "office.not_chosen": (
        "Chưa chọn phòng, ban nào. Hãy chọn phòng, ban thật, hoặc chọn “Không phải phòng, ban của đơn vị”.",
        "No office is chosen. Choose the real one, or say that it is no office of this organisation.",
    ),
    "office.not_named": (
        "Chưa nhập tên phòng, ban. Hãy nhập tên, hoặc chọn “Không phải phòng, ban của đơn vị nào”.",
        "No office is named. Enter a name, or say that it is no office of any participant.",
    ),
    "assignment.not_allowed": (
        "Chỉ chuyên viên số liệu và lãnh đạo của đơn vị phân công được tiêu chí. Hãy trao đổi với họ.",
        "Only the data officer and the leader of the organisation assign criteria. Talk to them.",
    ),
    "assignment.nothing_chosen": (
        "Chưa chọn tiêu chí nào. Hãy đánh dấu tiêu chí hoặc nhóm cần phân công.",
        "No criterion is chosen. Tick the criteria or groups to assign.",
    ),
    "assignment.person_elsewhere": (
        "{person} thuộc {theirs}, không thuộc {office}: chọn {theirs}, hoặc chọn người khác.",
        "{person} works in {theirs}, not in {office}: choose {theirs}, or somebody else.",
    ),
    "assignment.not_found": (
        "Phân công này không còn nữa. Hãy tải lại trang để xem tình trạng mới nhất.",
        "This assignment no longer exists. Reload the page to see the latest state.",
    ),
    "user.not_found": (
        "Không tìm thấy người này trong số những người được giao việc ở đây. Hãy chọn lại.",
        "This person is not among those who can be given the work here. Choose again.",
    ),
    "duty.there_already": (
        "{name} đã được giao đúng việc này. Không cần giao lại.",
        "{name} already has this very duty. There is no need to give it again.",
    ),
    "duty.own_body": (
        "{name} làm việc cho {organisation} (kê khai, duyệt hoặc được phân công) nên không thẩm định đơn vị này. Hãy giao người khác.",
        "{name} works for {organisation} (fills in, approves or contributes) and does not appraise it. Appoint somebody else.",
    ),
    "duty.nobody_chosen": (
        "Chưa chọn chuyên viên nào để chia. Hãy đánh dấu ít nhất một người.",
        "No appraiser is chosen. Tick at least one person.",
    ),
    "duty.not_found": (
        "Việc đã giao này không còn nữa. Hãy tải lại trang để xem tình trạng mới nhất.",
        "This duty no longer exists. Reload the page to see the latest state.",
    ),
}
