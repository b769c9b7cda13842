"""The phrases reasons are made of, Vietnamese and English side by side.

One table, so that the wording can be read and reviewed as one text.
"""

from __future__ import annotations

REASON_PHRASES: dict[str, tuple[str, str]] = {
    # points
    "points": ("{points} điểm", "{points} points"),
    "point": ("{points} điểm", "{points} point"),
    "full": ("điểm tối đa {points}", "maximum of {points}"),
    "rounded": ("(làm tròn {digits} chữ số thập phân)", "(rounded to {digits} decimals)"),
    "rounded_whole": ("(làm tròn đến số nguyên)", "(rounded to a whole number)"),
    "at_most": ("tối đa {most}", "at most {most}"),
    "at_least": ("tối thiểu {least}", "at least {least}"),
    # words inside formulas
    "ratio": ("Tỷ lệ", "Ratio"),
    "value": ("Giá trị", "Value"),
    "yes": ("Có", "Yes"),
    "no": ("Không", "No"),
    "and": (" và ", " and "),
    "or": (" hoặc ", " or "),
    "not": ("không phải ({condition})", "not ({condition})"),
    "divides_by_zero": ("{text} có mẫu số bằng 0", "{text} divides by zero"),
    "lacks": ("{text} (chưa có số liệu)", "{text} (no figure yet)"),
    "days_after": ("{date} ({days} sau {since})", "{date} ({days} after {since})"),
    "days_before": ("{date} ({days} trước {since})", "{date} ({days} before {since})"),
    "day_count": ("{days} ngày", "{days} days"),
    "day": ("ngày", "day"),
    "one_day": ("{days} ngày", "{days} day"),
    "days_of": ("số ngày sau {since} ({letter})", "days after {since} ({letter})"),
    "days_late": ("{days} chậm so với {since}", "{days} after {since}"),
    "not_late": ("không chậm so với {since}", "not after {since}"),
    "below_zero": ("{value} dưới 0", "{value} is below 0"),
    "day_late": ("ngày chậm so với {since}", "day after {since}"),
    # ratio and tiers
    "over": (" (vượt, chỉ tính đến mức tối đa)", " (exceeds, counted up to the maximum only)"),
    "over_full": (" (vượt {full})", " (exceeds {full})"),
    "lower_is_better": (" (càng thấp càng tốt)", " (the lower the better)"),
    "band": (" (mức {place})", " (band {place})"),
    "named_band": (" (mức {place}: {label})", " (band {place}: {label})"),
    "no_band": (" (ngoài các mức)", " (outside all bands)"),
    "zero_denominator": (", mẫu số bằng 0", ", the denominator is zero"),
    "no_policy": (
        "không cho điểm: quy tắc chưa nói mẫu số bằng 0 thì tính thế nào (cần ghi if_zero)",
        "no points awarded: the rule does not say what a zero denominator earns (if_zero is needed)",
    ),
    "count_no_policy": (
        "không cho điểm: quy tắc đếm không nói mẫu số bằng 0 thì tính thế nào (cần đặt trong một gate)",
        "no points awarded: a count does not say what a zero denominator earns (a gate is needed)",
    ),
    # status
    "not_applicable": ("không áp dụng", "not applicable"),
    "applies_not": ("Không áp dụng: {condition}", "Not applicable: {condition}"),
    "missing": ("Chưa có số liệu: {figures}", "No figure yet: {figures}"),
    "shared_figure": ("{figure} (lấy từ {source})", "{figure} (taken from {source})"),
    # made of parts
    "count": ("Tổng các loại", "All kinds together"),
    "every_once": (
        "{value} được 1 lần đủ {every}, {steps} × {each}",
        "{value} makes 1 full step of {every}, {steps} × {each}",
    ),
    "every": (
        "{value} được {steps} lần đủ {every}, {steps} × {each}",
        "{value} makes {steps} full steps of {every}, {steps} × {each}",
    ),
    "deduct": ("Điểm còn lại", "What remains"),
    "taken_off": ("Trừ: {line}", "Taken off: {line}"),
    "sum": ("Tổng các phần", "All parts together"),
    "part_waits": ("Chưa tính được vì một phần chưa có điểm", "Not yet, one part has no points yet"),
    "part_applies_not": ("Không áp dụng vì một phần không áp dụng", "Not applicable, one part is not"),
    "best_of": ("Phương án có điểm cao nhất", "The alternative that gives most"),
    "best_of_none": ("Không phương án nào áp dụng", "No alternative applies"),
    "chosen": ("{line} (được chọn)", "{line} (chosen)"),
    "checklist": ("Tổng điểm các điều kiện", "All conditions together"),
    "checklist_all": ("Đạt tất cả các điều kiện", "All conditions are met"),
    "checklist_lacking": ("Chưa đạt điều kiện: {condition}", "Condition not met: {condition}"),
    "fixed": ("Không phụ thuộc số liệu", "Whatever the figures"),
    # peers
    "min_max": ("So sánh giữa các đơn vị", "Compared with the others"),
    "share_of_max": ("So với đơn vị cao nhất", "Compared with the highest"),
    "share_of_min": ("So với đơn vị thấp nhất", "Compared with the lowest"),
    "excess_below": ("Đạt {reached} chỉ tiêu", "{reached} of the target reached"),
    "excess_met": ("Đạt đúng chỉ tiêu", "Target just reached"),
    "excess_above": ("Vượt chỉ tiêu, đạt {reached}", "Target exceeded, {reached} reached"),
    "all_equal": ("Mọi đơn vị cùng giá trị {figure}", "All figures are equal: {figure}"),
    "all_zero": ("Giá trị cao nhất là {figure}", "The highest figure is {figure}"),
    "alone": (" (chỉ có một đơn vị được so sánh)", " (only one organisation is compared)"),
    "peers_unknown": (
        "Giá trị = {figure}; chưa đủ số liệu của các đơn vị khác để so sánh",
        "Value = {figure}; the figures of the others are not there yet",
    ),
    # awarded by people
    "manual_agreed": ("Điểm chấm", "Points awarded"),
    "manual_settled": (
        "Điểm thống nhất {earned} (những người chấm cho: {marks})",
        "Points settled {earned} (marks given: {marks})",
    ),
    "override_points": ("Chấm {points}: {reason}", "Awarded {points}: {reason}"),
    "override_ruled": ("Hội đồng kết luận {points}: {reason}", "The council decided on {points}: {reason}"),
    # of a condition without points
    "override_points_met": ("Chấm {points}: {reason}", "Judged {points}: {reason}"),
    "override_ruled_met": (
        "Hội đồng kết luận {points}: {reason}",
        "The council decided that it is {points}: {reason}",
    ),
    "override_computed_met": ("{text}; theo quy tắc thì {computed}", "{text}; by the rule {computed}"),
    "override_computed": ("{text}; theo quy tắc được {computed}", "{text}; by the rule {computed}"),
    # where people give the points and there is no rule that computes them
    "override_given_met": ("{text}; đã kê khai {computed}", "{text}; declared as {computed}"),
    "override_given": ("{text}; đã kê khai {computed}", "{text}; declared {computed}"),
    "override_not_applicable": ("Không áp dụng: {reason}", "Not applicable: {reason}"),
    "manual_mean": ("Trung bình các điểm chấm", "Mean of the marks"),
    "manual_median": ("Trung vị các điểm chấm", "Median of the marks"),
    "manual_consensus": ("Những người chấm thống nhất", "The assessors agree"),
    "manual_disputed": (
        "Điểm chấm chênh lệch quá {tolerance}: {marks}; chờ hội đồng quyết định",
        "The marks differ by more than {tolerance}: {marks}; the council decides",
    ),
    "manual_disagree": (
        "Những người chấm chưa thống nhất: {marks}; chờ hội đồng quyết định",
        "The assessors do not agree: {marks}; the council decides",
    ),
}
