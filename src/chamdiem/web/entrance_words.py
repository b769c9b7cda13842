"""What the sign-in library refuses, in Vietnamese; it carries no Vietnamese of its own.

The adapters of ``accounts`` lay these over the words of the library::

    error_messages = {**DefaultAccountAdapter.error_messages, **ACCOUNT_WORDS}
"""

from django.utils.translation import gettext_lazy as _

ACCOUNT_WORDS = {
    "account_inactive": _("Tài khoản này không còn hiệu lực. Liên hệ quản trị viên."),
    "email_password_mismatch": _("Thư điện tử hoặc mật khẩu không đúng."),
    "username_password_mismatch": _("Tên đăng nhập hoặc mật khẩu không đúng."),
    "too_many_login_attempts": _("Đăng nhập sai quá nhiều lần. Hãy thử lại sau ít phút."),
    "enter_current_password": _("Nhập đúng mật khẩu hiện tại."),
    "incorrect_password": _("Mật khẩu không đúng."),
    "invalid_login": _("Thông tin đăng nhập không đúng."),
    "invalid_password_reset": _("Đường dẫn đặt mật khẩu không còn hiệu lực."),
    "same_as_current": _("Giá trị mới phải khác giá trị hiện tại."),
    "unknown_email": _("Địa chỉ này chưa có tài khoản."),
    "rate_limited": _("Quá nhiều lần thử. Hãy thử lại sau ít phút."),
    "incorrect_code": _("Mã không đúng."),
}
MFA_WORDS = {
    "incorrect_code": _("Mã không đúng hoặc đã hết hạn. Nhập mã đang hiện trên ứng dụng."),
    "unverified_email": _("Cần xác nhận thư điện tử trước khi bật xác thực hai bước."),
    "add_email_blocked": _("Không thêm được thư điện tử khi đang bật xác thực hai bước."),
    "cannot_delete_authenticator": _("Không tắt được phương thức này."),
    "cannot_generate_recovery_codes": _("Cần bật xác thực hai bước trước khi tạo mã dự phòng."),
}
