"""Refusals of ``chamdiem.organisations`` in words: code → (Vietnamese, English)."""

from chamdiem.web.refusals.sentence import Sentences

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

SENTENCES: Sentences = {
    # the directory
    "organisation.not_found": (
        "Không tìm thấy đơn vị này, hoặc đơn vị không thuộc phạm vi của anh/chị. Hãy chọn lại hoặc tìm trong danh sách đơn vị.",
        "There is no such organisation, or it is outside your scope. Choose again, or search the list of organisations.",
    ),
    "organisation.change_not_allowed": (
        "Anh/chị được xem nhưng không được sửa {name}. Hãy đề nghị quản trị hệ thống hoặc cơ quan thường trực cập nhật.",
        "You may see {name} but not change it. Ask an administrator or the standing body.",
    ),
    "organisation.code_missing": (
        "Thiếu mã đơn vị: mỗi đơn vị có một mã riêng, ví dụ SKHCN.",
        "The code is missing: each organisation has one of its own, such as SKHCN.",
    ),
    "organisation.name_missing": (
        "Thiếu tên đơn vị: ghi tên đầy đủ theo quyết định thành lập.",
        "The name is missing: give it in full, as the founding decision does.",
    ),
    "organisation.code_taken": (
        "Mã “{value}” đã dùng cho một đơn vị khác. Hãy chọn mã khác.",
        "The code “{value}” belongs to another organisation. Choose another one.",
    ),
    "organisation.code_alike": (
        "Mã “{value}” chỉ khác mã “{other}” đã có ở chữ hoa, chữ thường nên bị coi là một mã. Nếu là chính đơn vị đó, ghi đúng “{other}”; nếu là đơn vị khác, chọn mã khác.",
        "The code “{value}” differs from “{other}”, which is there already, in capitals only, so both are one. For that very organisation write “{other}”; for another one choose another code.",
    ),
    "organisation.code_unusable": (
        "Không dùng được mã “{value}”: mã chỉ gồm chữ và số, các phần nối nhau bằng một dấu chấm, gạch nối, gạch dưới hoặc gạch chéo, không có dấu cách, ví dụ SKHCN.TTCNTT.",
        "“{value}” cannot be a code: letters and figures only, parts joined by one dot, hyphen, underscore or slash, without blanks, such as SKHCN.TTCNTT.",
    ),
    "organisation.unknown_kind": (
        "Không có loại đơn vị “{kind}”. Hãy chọn trong danh sách loại, hoặc thêm loại mới trước.",
        "There is no kind “{kind}”. Choose one of the list, or add the kind first.",
    ),
    "organisation.parent_too_low": (
        "Loại “{kind}” thuộc cấp cao hơn cơ quan cấp trên đã chọn ({parent}, loại “{parent_kind}”). Hãy chọn cấp trên cùng cấp hoặc cao hơn.",
        "The kind “{kind}” is of a higher level than the chosen parent ({parent}, “{parent_kind}”). Choose a parent of the same level or higher.",
    ),
    "organisation.parent_closed": (
        "{parent} đã kết thúc hoạt động nên không nhận đơn vị trực thuộc. Hãy chọn cơ quan cấp trên khác.",
        "{parent} is closed and takes no organisations below it. Choose another parent.",
    ),
    "organisation.cycle": (
        "Không chuyển được {name} vào {parent}, vì {parent} đang trực thuộc chính đơn vị này.",
        "{name} cannot be moved below {parent}, which itself stands below it.",
    ),
    "organisation.into_itself": (
        "{name} không thể là cơ quan cấp trên của chính mình. Hãy chọn đơn vị khác.",
        "{name} cannot stand below itself. Choose another organisation.",
    ),
    "organisation.closed_already": (
        "{name} đã kết thúc hoạt động; không còn gì để thay đổi.",
        "{name} is closed already; there is nothing left to change.",
    ),
    "organisation.ends_later": (
        "{name} sẽ kết thúc hoạt động sau ngày {day}, theo quyết định đã ghi, nên không ghi thêm thay đổi. Nếu ghi nhầm, hãy hủy bước đó trước.",
        "{name} ends after {day}, as recorded, so no further change is recorded. If that was a mistake, take it back first.",
    ),
    "organisation.open_already": ("{name} đang hoạt động.", "{name} is open."),
    "organisation.succeeded": (
        "{name} đã được sáp nhập hoặc chia tách nên không thể hoạt động trở lại. Hãy lập đơn vị mới nếu cần.",
        "{name} was merged or split and cannot be reopened. Add a new organisation if you need one.",
    ),
    "organisation.has_open_children": (
        "{name} còn đơn vị trực thuộc đang hoạt động ({children}). Hãy chuyển hoặc kết thúc các đơn vị đó trước.",
        "There are open organisations below {name} ({children}). Move or close them first.",
    ),
    "organisation.days_reversed": (
        "Ngày kết thúc {ends} đứng trước ngày bắt đầu {begins}. Hãy sửa một trong hai ngày.",
        "The last day {ends} lies before the first one {begins}. Correct one of them.",
    ),
    "organisation.reason_missing": (
        "Hãy ghi lý do, ít nhất 10 ký tự; lý do được ghi vào nhật ký.",
        "Give a reason of at least 10 characters; it goes on record.",
    ),
    "organisation.name_taken": (
        "Cùng cơ quan cấp trên đã có đơn vị tên “{name}” (mã {other}). Hãy ghi tên khác để phân biệt, hoặc sửa đơn vị kia trước.",
        "Below the same parent there is an organisation called “{name}” already (code {other}). Give another name, or change that organisation first.",
    ),
    "organisation.same_name": (
        "“{name}” là tên và mã hiện nay của đơn vị. Hãy ghi tên mới.",
        "“{name}” is what the organisation is called now. Give the new name.",
    ),
    "organisation.same_parent": (
        "{name} đang trực thuộc {parent}. Hãy chọn cơ quan cấp trên khác.",
        "{name} stands below {parent} already. Choose another parent.",
    ),
    "organisation.day_out_of_range": (
        "Ngày {day} nằm ngoài khoảng được ghi: từ {first} đến {last}. Hãy xem lại ngày ghi trong quyết định.",
        "The day {day} is outside what can be recorded: from {first} to {last}. Look again at the day the decision names.",
    ),
    "organisation.day_too_early": (
        "Ngày {day} sớm quá: với {name} chỉ ghi được từ ngày {first}, sau ngày thành lập và lần thay đổi trước. Hãy xem lại ngày ghi trong quyết định.",
        "The day {day} is too early: of {name} nothing can be recorded before {first}, after its first day and its last change. Look again at the day the decision names.",
    ),
    "organisation.end_too_early": (
        "Ngày {day} sớm quá: {name} còn hoạt động ít nhất đến hết ngày {first}, theo ngày thành lập của đơn vị và cơ quan cấp trên, các lần thay đổi và kỳ đánh giá đang mở đã ghi. Hãy xem lại ngày ghi trong quyết định.",
        "The day {day} is too early: {name} was there until {first} at least, as its first day, that of the bodies above it, its changes and the campaigns under way show. Look again at the day the decision names.",
    ),
    "organisation.name_is_coming": (
        "{name} sẽ mang tên mới từ ngày {day}, theo quyết định đã ghi. Hãy chờ đến ngày đó, hoặc nhờ quản trị hệ thống hủy việc đổi tên này trước.",
        "{name} takes a new name on {day}, as recorded. Wait for that day, or have an administrator take that record back first.",
    ),
    "organisation.code_promised": (
        "Mã “{value}” sẽ là mã mới của một đơn vị khác, theo quyết định đổi tên đã ghi. Hãy chọn mã khác.",
        "The code “{value}” will be that of another organisation, whose new name is on record. Choose another one.",
    ),
    "organisation.undo_not_allowed": (
        "Chỉ quản trị hệ thống được hủy bước thay đổi đã ghi của {name}. Hãy gửi đề nghị kèm lý do cho quản trị hệ thống.",
        "Only an administrator takes back what was recorded of {name}. Ask one, with the reason.",
    ),
    "organisation.nothing_to_undo": (
        "{name} không có bước thay đổi nào để hủy: chưa ghi đổi tên, sáp nhập hay chia tách.",
        "There is nothing to take back: no new name, merger or split of {name} is on record.",
    ),
    "organisation.undo_at_merged": (
        "Việc sáp nhập {ended} vào {name} được hủy ở trang của đơn vị đã sáp nhập: mở {ended} (mã {ended_code}), chọn “Hủy bước thay đổi mới nhất”.",
        "The merger of {ended} into {name} is taken back on the page of the merged organisation: open {ended} (code {ended_code}) and choose “Take back the newest change”.",
    ),
    "organisation.undo_at_split": (
        "Việc chia tách {ended} được hủy ở trang của đơn vị bị chia tách: mở {ended} (mã {ended_code}), chọn “Hủy bước thay đổi mới nhất”.",
        "The split of {ended} is taken back on the page of the organisation that was split: open {ended} (code {ended_code}) and choose “Take back the newest change”.",
    ),
    "organisation.step_outdated": (
        "Bước thay đổi mới nhất của {name} không còn là bước anh/chị vừa xem. Hãy mở lại trang đơn vị và xem lại.",
        "The newest change of {name} is not the one you read of any more. Open the page of the organisation again.",
    ),
    "kind.not_allowed": (
        "Loại đơn vị dùng chung cho cả hệ thống: chỉ quản trị hệ thống ở đơn vị cao nhất được thêm. "
        "Hãy đề nghị quản trị đó.",
        "The whole installation shares the kinds of organisations: only an administrator of the topmost "
        "organisation adds one. Ask one of them.",
    ),
    "kind.unnamed": ("Loại đơn vị cần có mã và tên.", "A kind needs a code and a name."),
    "kind.there_already": (
        "Đã có loại đơn vị “{name}”. Hãy dùng loại đó hoặc đặt tên khác.",
        "There is a kind “{name}” already. Use it, or choose another name.",
    ),
    # offices
    "office.not_found": (
        "Không tìm thấy phòng, bộ phận này trong phạm vi của anh/chị, hoặc phòng, bộ phận đã ngừng hoạt động. Hãy chọn lại.",
        "There is no such office within your scope, or it is no longer active. Choose again.",
    ),
    "office.name_missing": (
        "Thiếu tên phòng, bộ phận. Hãy nhập tên.",
        "The name of the office is missing. Enter one.",
    ),
    "office.there_already": (
        "{organisation} đã có “{name}”. Hãy dùng phòng đó hoặc đặt tên khác.",
        "{organisation} has “{name}” already. Use it, or choose another name.",
    ),
    "office.closed_already": ("“{name}” đã ngừng sử dụng.", "“{name}” is no longer in use."),
    "office.open_already": ("“{name}” đang được sử dụng.", "“{name}” is in use."),
    # merger and split
    "succession.decision_missing": (
        "Hãy ghi căn cứ: số, ngày và cơ quan ban hành quyết định.",
        "Name the decision: number, day and issuer.",
    ),
    "succession.nobody": (
        "Hãy chọn ít nhất một đơn vị được sáp nhập, khác với đơn vị tiếp nhận.",
        "Choose at least one organisation to merge, other than the one that takes over.",
    ),
    "succession.one_part": (
        "Chia tách cần ít nhất hai đơn vị tiếp nhận. Nếu chỉ có một, hãy dùng sáp nhập hoặc đổi tên.",
        "A split needs at least two successors. With one only, use a merger or a new name.",
    ),
    "succession.below_predecessor": (
        "{successor} đang trực thuộc {name} nên không thể tiếp nhận. Hãy chuyển {successor} ra ngoài trước.",
        "{successor} stands below {name} and cannot take over. Move {successor} out first.",
    ),
    "succession.successor_ended": (
        "Chưa hủy được thay đổi của {name}: {successor} đã tiếp nhận nhưng sau đó đã kết thúc. Hãy hủy việc kết thúc của {successor} trước.",
        "The change of {name} cannot be taken back yet: {successor}, which took over, has ended since. Take that end back first.",
    ),
    "succession.parent_ended": (
        "Chưa hủy được thay đổi của {name}: cơ quan cấp trên của đơn vị này, {parent}, đã kết thúc. Hãy hủy việc kết thúc của {parent} trước.",
        "The change of {name} cannot be taken back yet: {parent}, above it, has ended. Take that end back first.",
    ),
    # files that come in
    "import.not_found": (
        "Không tìm thấy tệp nhập này. Hãy tải tệp lên lại.",
        "There is no such file. Hand it in again.",
    ),
    "import.not_allowed": (
        "Chỉ quản trị hệ thống và cơ quan thường trực được nhập danh sách.",
        "Only administrators and standing bodies import lists.",
    ),
    "import.not_looked_through": (
        "Tệp đang được kiểm tra. Hãy chờ kiểm tra xong rồi nhập.",
        "The file is still being checked. Wait until that is done.",
    ),
    "import.applied_already": (
        "Tệp “{name}” đã được nhập. Nếu có thay đổi, hãy tải tệp mới lên.",
        "The file “{name}” was imported already. Hand in a new one for further changes.",
    ),
    "import.no_list": (
        "Không thấy dòng tiêu đề có các cột {headings}. Hãy dùng tệp mẫu và giữ nguyên dòng tiêu đề.",
        "No line of headings with the columns {headings} was found. Use the template and keep its headings.",
    ),
    "import.no_rows": (
        "Bảng chỉ có dòng tiêu đề. Hãy điền ít nhất một dòng.",
        "There is nothing below the headings. Fill in at least one line.",
    ),
    "import.code_is_number": (
        "Cột mã có {count} ô là số, không phải văn bản (ô đầu tiên: {value}): nếu mã có số 0 ở đầu, ví dụ 007, thì số 0 đã mất. Hãy định dạng cột là Văn bản rồi ghi lại mã.",
        "The column of codes has {count} cells that are numbers, not text (the first: {value}): a code with zeros in front, such as 007, has lost them. Format the column as text and write the codes again.",
    ),
    "import.ignored_column": (
        "Không đọc cột “{value}”, vì cột này không có trong tệp mẫu.",
        "The column “{value}” is not read; the template has no such column.",
    ),
    "import.unknown_attribute": (
        "Chưa đơn vị nào có thuộc tính của cột “{value}”. Các thuộc tính đang có: {names}. Hãy sửa tên cột; nếu là thuộc tính mới, hãy ghi cho một đơn vị ở trang sửa đơn vị trước, rồi nhập lại.",
        "No organisation has the attribute of the column “{value}” yet. There are: {names}. Correct the heading; write a new attribute on the page of one organisation first, then import again.",
    ),
    "import.formula": (
        "“{value}” là công thức lỗi hoặc chưa được tính: mở bằng Excel, lưu lại, hoặc ghi giá trị thay công thức.",
        "“{value}” is a broken or uncomputed formula: open and save it in Excel, or write the value.",
    ),
    "import.merged": (
        "“{value}” đứng trong vùng ô gộp trải qua {count} ô của danh sách: bỏ gộp ô (Hợp nhất & căn giữa) "
        "và ghi giá trị vào từng ô.",
        "“{value}” stands in merged cells that spread over {count} cells of the list: unmerge them and write "
        "the value into each cell.",
    ),
    "import.no_day": (
        "“{value}” không phải là ngày: ghi ngày/tháng/năm, ví dụ 01/07/2025.",
        "“{value}” is no day: write day/month/year, such as 01/07/2025.",
    ),
    "import.serial_day": (
        "“{value}” là số mà Excel giữ thay cho ngày, tức {meant}: định dạng cột là Văn bản rồi ghi ngày/tháng/năm.",
        "“{value}” is the number Excel keeps for a day, {meant}: format the column as text and write day/month/year.",
    ),
    "import.too_long": (
        "“{value}” dài hơn {most} ký tự. Hãy rút gọn.",
        "“{value}” is longer than {most} characters. Shorten it.",
    ),
    "import.repeated_code": (
        "Mã “{value}” đã có ở ô {first}: giữ một dòng, xóa dòng còn lại.",
        "The code “{value}” stands in {first} already: keep one line and delete the other.",
    ),
    "import.alike_code": (
        "Mã “{value}” chỉ khác mã “{other}” ở ô {first} ở chữ hoa, chữ thường nên bị coi là một mã: sửa một trong hai, hoặc xóa một dòng.",
        "The code “{value}” differs from “{other}” in {first} in capitals only, so both are one: change one of them, or delete a line.",
    ),
    "import.former_code": (
        "“{value}” là mã cũ của {name}, nay mang mã “{now}”. Nếu là đơn vị này, hãy ghi mã “{now}”; nếu là đơn vị khác, hãy đặt mã khác.",
        "“{value}” is the former code of {name}, whose code is “{now}” now. Write “{now}” if that body is meant; give another code if not.",
    ),
    "import.zeros_lost": (
        "Ô chứa số {value} nên mất số 0 ở đầu; có phải là “{meant}”? Định dạng cột là Văn bản rồi ghi lại mã.",
        "The cell holds the number {value} and lost its leading zeros; is “{meant}” meant? Format the column as text and write the code again.",
    ),
    "import.kind_missing": (
        "Đơn vị mới cần có loại. Các loại đang có: {kinds}.",
        "A new organisation needs a kind. There are: {kinds}.",
    ),
    "import.unknown_kind": (
        "Không có loại “{value}”. Các loại đang có: {kinds}.",
        "There is no kind “{value}”. There are: {kinds}.",
    ),
    "import.parent_missing": (
        "Đơn vị mới cần có mã cơ quan cấp trên; mã nằm trong danh sách đơn vị.",
        "A new organisation needs the code of its parent; the list of organisations has it.",
    ),
    "import.new_peer_group": (
        "Chưa có nhóm xếp hạng “{value}”, sẽ được thêm. Các nhóm đang có: {groups}. Nếu là một trong các nhóm này, hãy viết đúng như vậy.",
        "There is no peer group “{value}” yet; it will be added. There are: {groups}. If one of these is meant, write it just so.",
    ),
    "import.first_peer_group": (
        "Chưa có nhóm xếp hạng “{value}”, sẽ được thêm.",
        "There is no peer group “{value}” yet; it will be added.",
    ),
    "import.other_kind": (
        "{body} đang thuộc loại “{was}”, tệp đổi thành “{kind}”. Đúng vậy thì cứ áp dụng; nếu không, sửa ô này "
        "hoặc để trống để giữ nguyên.",
        "{body} is of the kind “{was}”; the file makes it “{kind}”. If that is meant, go on; else correct this "
        "cell, or leave it empty to keep the kind.",
    ),
    "import.one_office": (
        "“{value}” được hiểu là tên của một phòng, bộ phận. Nếu là nhiều phòng thì cách nhau bằng dấu chấm phẩy.",
        "“{value}” is taken for the name of one office. Separate several by semicolons.",
    ),
    "import.unknown_parent": (
        "Không có cơ quan cấp trên “{value}” trong tệp này, cũng không có trong phạm vi anh/chị quản lý. Hãy kiểm tra lại mã.",
        "There is no parent “{value}” in this file, nor among the organisations you keep. Check the code.",
    ),
    "import.circle": (
        "Cơ quan cấp trên tạo thành vòng khép kín: đi lên từ {body} lại gặp chính {body}. Hãy sửa một cơ quan cấp trên trên vòng này.",
        "The parents form a circle: going up from {body} leads back to {body}. Correct one parent on the way.",
    ),
}
