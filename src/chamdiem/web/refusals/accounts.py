"""Refusals of ``chamdiem.accounts`` in words: code → (Vietnamese, English)."""

from chamdiem.web.refusals.sentence import Sentences

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

SENTENCES: Sentences = {
    # people
    "person.no_such_body": (
        "Không có đơn vị mang mã “{value}”: nạp danh mục đơn vị trước, hoặc kiểm tra lại mã.",
        "There is no organisation with the code “{value}”: load the organisations first, or check the code.",
    ),
    "person.not_found": (
        "Không tìm thấy người này trong phạm vi của anh/chị. Hãy kiểm tra lại đường dẫn hoặc tìm trong danh sách người dùng.",
        "There is no such person within your scope. Check the address, or search the list of people.",
    ),
    "person.not_allowed": (
        "Tài khoản của {name} có vai trò ngoài phạm vi anh/chị quản lý nên anh/chị không thay đổi được. Hãy đề nghị quản trị hệ thống cấp trên.",
        "The account of {name} has a role beyond what you keep, so you cannot change it. Ask the administrator above.",
    ),
    "person.name_missing": (
        "Thiếu họ và tên: hãy ghi đầy đủ như trong hồ sơ cán bộ.",
        "The name is missing: write it in full.",
    ),
    "person.email_wrong": (
        "“{value}” không phải là địa chỉ thư điện tử. Hãy ghi theo dạng ten@coquan.gov.vn.",
        "“{value}” is no e-mail address. Write it like name@office.gov.vn.",
    ),
    "person.email_taken": (
        "Địa chỉ “{value}” đã thuộc về một tài khoản khác. Hãy dùng địa chỉ khác.",
        "The address “{value}” belongs to another account. Use another one.",
    ),
    "person.other_name": (
        "Địa chỉ “{email}” là của {holder}, không phải {name}. Nếu giao vai trò cho {holder}, hãy ghi đúng tên đó; nếu không, hãy dùng địa chỉ khác.",
        "The address “{email}” belongs to {holder}, not {name}. To give the role to {holder}, write that name; otherwise use another address.",
    ),
    "person.locked": (
        "Tài khoản của {name} đang bị khóa. Hãy mở khóa trước.",
        "The account of {name} is locked. Unlock it first.",
    ),
    "person.not_locked": (
        "Tài khoản của {name} không bị khóa.",
        "The account of {name} is not locked.",
    ),
    "person.own_account": (
        "Anh/chị không tự khóa tài khoản của mình. Hãy đề nghị quản trị viên khác.",
        "You cannot lock your own account. Ask another administrator.",
    ),
    "person.reason_missing": (
        "Hãy ghi lý do, ít nhất 10 ký tự; lý do được ghi vào nhật ký.",
        "Give a reason of at least 10 characters; it goes on record.",
    ),
    "person.signed_in_already": (
        "{name} đã đăng nhập nên không cần thư mời. Nếu quên mật khẩu, hãy dùng “Quên mật khẩu” ở trang đăng nhập.",
        "{name} has signed in and needs no invitation. For a lost password there is “Forgot password” at sign-in.",
    ),
    "second_factor.own": (
        "Anh/chị tự tắt xác thực hai bước của mình ở trang tài khoản, bằng mật khẩu.",
        "Turn off your own second step on the page of your account, with your password.",
    ),
    "second_factor.none": (
        "Tài khoản của {name} không bật xác thực hai bước, không có gì để gỡ.",
        "The account of {name} has no second step to remove.",
    ),
    "second_factor.no_such_person": (
        "Không có tài khoản mang địa chỉ “{value}”. Hãy kiểm tra lại địa chỉ.",
        "There is no account with the address “{value}”. Check the address.",
    ),
    "person.no_language": (
        "Hệ thống chưa có ngôn ngữ này. Hãy chọn tiếng Việt hoặc tiếng Anh.",
        "There is no such language. Choose Vietnamese or English.",
    ),
    "person.mail_failed": (
        "Chưa gửi được thư cho {email} ({why}). Hãy kiểm tra cấu hình thư điện tử rồi gửi lại thư mời.",
        "The letter to {email} could not be sent ({why}). Check the mail settings, then send the invitation again.",
    ),
    # the audit trail
    "trail.not_allowed": (
        "Chỉ quản trị hệ thống và cơ quan thường trực xem được nhật ký, trong phạm vi của mình.",
        "Only administrators and standing bodies read the audit trail, each within their scope.",
    ),
    # roles
    "role.not_found": (
        "Không tìm thấy vai trò này trong phạm vi của anh/chị; có thể vai trò đã kết thúc.",
        "There is no such role within your scope; it may have ended.",
    ),
    "role.not_allowed": (
        "Anh/chị không được giao hoặc kết thúc vai trò “{role}” tại đơn vị này. Hãy đề nghị quản trị hệ thống.",
        "You may not give or end the role “{role}” here. Ask an administrator.",
    ),
    "role.none_to_give": (
        "Tài khoản của anh/chị không được mời người hay giao vai trò. Hãy đề nghị quản trị hệ thống.",
        "Your account may neither invite people nor give roles. Ask an administrator.",
    ),
    "role.office_missing": (
        "Vai trò này thuộc về một phòng, bộ phận đang hoạt động của {organisation}. Hãy chọn phòng.",
        "This role belongs to an office in use of {organisation}. Choose the office.",
    ),
    "role.held_already": (
        "{name} đã có vai trò “{role}” tại đây.",
        "{name} has the role “{role}” here already.",
    ),
    "role.given_to_oneself": (
        "Anh/chị không tự giao vai trò cho mình. Hãy đề nghị quản trị viên khác giao.",
        "You cannot give a role to yourself. Ask another administrator.",
    ),
    "role.offer_not_found": (
        "Không còn lời mời này: có thể đã được nhận, từ chối hoặc thu hồi.",
        "There is no such invitation any more: it may have been accepted, declined or withdrawn.",
    ),
    "role.offer_void": (
        "Lời mời của {organisation} không còn hiệu lực: người mời, đơn vị hoặc phòng đã thay đổi. Hãy đề nghị mời lại.",
        "The invitation of {organisation} no longer holds: who invited, the organisation or the office has changed. Ask to be invited again.",
    ),
    "role.own": (
        "Anh/chị không tự kết thúc vai trò quản lý danh bạ của mình. Hãy đề nghị quản trị viên khác.",
        "You cannot end your own role as a keeper of the directory. Ask another administrator.",
    ),
    # files of people
    "import.email_missing": (
        "Thiếu địa chỉ thư điện tử: người dùng đăng nhập và nhận thư mời bằng địa chỉ này.",
        "The e-mail address is missing: people sign in with it and are invited by it.",
    ),
    "import.role_missing": (
        "Thiếu vai trò. Các vai trò: {roles}.",
        "The role is missing. Roles are: {roles}.",
    ),
    "import.unknown_role": (
        "Không có vai trò “{value}”. Các vai trò: {roles}.",
        "There is no role “{value}”. Roles are: {roles}.",
    ),
    "import.organisation_missing": (
        "Thiếu mã đơn vị: chép mã của đơn vị nơi người này làm việc từ danh sách đơn vị.",
        "The code of the organisation is missing: copy that of the person's own from the list of organisations.",
    ),
    "import.unknown_organisation": (
        "Không có đơn vị mang mã “{value}” trong phạm vi của anh/chị. Hãy kiểm tra mã trong danh sách đơn vị.",
        "There is no organisation with the code “{value}” within your scope. Check the code in the list of organisations.",
    ),
    "import.office_missing": (
        "Vai trò này cần có phòng, bộ phận. {organisation} có: {offices}.",
        "This role needs an office. {organisation} has: {offices}.",
    ),
    "import.unknown_office": (
        "{organisation} không có phòng “{value}”. Các phòng đang có: {offices}.",
        "{organisation} has no office “{value}”. It has: {offices}.",
    ),
    "import.office_not_wanted": (
        "Vai trò “{role}” thuộc cả đơn vị: xóa tên phòng ở ô này, hoặc chọn vai trò Phòng, ban được phân công.",
        "The role “{role}” belongs to the whole organisation: clear the office, or choose the role of a contributor.",
    ),
    "import.other_name": (
        "Cùng một địa chỉ nhưng ô {first} ghi tên “{name}”, ô này ghi “{value}”. Hãy ghi một tên.",
        "The address is the same, but {first} has the name “{name}” and this cell “{value}”. Write one name.",
    ),
    "import.repeated_role": (
        "Dòng này giao lại vai trò đã có ở ô {first}. Hãy xóa một dòng.",
        "This line gives the role of {first} again. Delete one of the lines.",
    ),
}
