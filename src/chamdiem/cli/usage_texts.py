"""What the command says when it is used wrongly, and the words around problems."""

from __future__ import annotations

from collections.abc import Mapping

USAGE: Mapping[str, tuple[str, str]] = {
    "no_option": ("Không có tuỳ chọn {name}.", "There is no option {name}."),
    "no_command": ("Không có lệnh “{name}”.", "There is no command “{name}”."),
    "like": ("Có phải ý là {like}?", "Did you mean {like}?"),
    "missing": ("Thiếu {name}.", "{name} is missing."),
    "no_value": ("Tuỳ chọn {name} cần một giá trị.", "The option {name} needs a value."),
    "not_a_choice": ("{name} phải là một trong: {allowed}.", "{name} must be one of: {allowed}."),
    "not_a_count": ("{name} phải là số nguyên từ 1 trở lên.", "{name} must be a whole number from 1."),
    "not_in_range": (
        "{name} phải là số nguyên từ {least} đến {most}.",
        "{name} must be a whole number from {least} to {most}.",
    ),
    "bad": ("Giá trị của {name} không dùng được: {why}", "The value of {name} cannot be used: {why}"),
    "extra": ("Thừa tham số: {extra}.", "Too many arguments: {extra}."),
    "no_given": ("Thiếu lệnh.", "A command is missing."),
    "other": ("Không hiểu dòng lệnh: {why}", "The command line cannot be understood: {why}"),
    "try": ("Xem cách dùng: {command} --help", "For help: {command} --help"),
}

COUNTED: Mapping[str, tuple[str, str]] = {
    "problems": ("{count} lỗi; chưa tính gì.", "{count:problem|problems}; nothing was computed."),
    "faults": ("{count} lỗi; sửa rồi chạy lại.", "{count:problem|problems}; mend and run again."),
    "other": ("đơn vị khác thứ {count}, {letter}", "other organisation {count}, {letter}"),
    "warnings": ("{count} lưu ý:", "{count:warning|warnings}:"),
    "line": ("dòng {count}", "line {count}"),
}
