"""The phrases sentences about rules are made of, Vietnamese and English side by side."""

from __future__ import annotations

RULE_PHRASES: dict[str, tuple[str, str]] = {
    # what is given
    "rule_full": ("điểm tối đa", "the maximum"),
    "rule_share": ("{share} điểm tối đa", "{share} of the maximum"),
    "rule_met": ("đạt", "met"),
    "rule_not_met": ("không đạt", "not met"),
    "rule_ratio": ("tỷ lệ", "ratio"),
    "rule_value": ("giá trị", "value"),
    "rule_measured": ("{label} ({letter})", "{label} ({letter})"),
    # ratio
    "rule_from": ("từ {threshold} trở lên: {reward}", "from {threshold} up: {reward}"),
    "rule_down_from": ("từ {threshold} trở xuống: {reward}", "{threshold} or less: {reward}"),
    "rule_exactly": ("{threshold}: {reward}", "{threshold}: {reward}"),
    "rule_from_day": ("từ ngày {day}: {reward}", "from {day}: {reward}"),
    "rule_by_day": ("đến hết ngày {day}: {reward}", "until the end of {day}: {reward}"),
    "rule_below": ("dưới {threshold}: {reward}", "below {threshold}: {reward}"),
    "rule_above": ("trên {threshold}: {reward}", "above {threshold}: {reward}"),
    "rule_formula": ("điểm = {formula}", "points = {formula}"),
    "rule_low_none": ("từ {one} trở lên: {reward}", "from {one} up: {reward}"),
    "rule_capped": ("không quá {most}", "at most {most}"),
    "rule_zero": ("mẫu số bằng 0: {reward}", "denominator zero: {reward}"),
    # tiers
    "rule_between_from": ("từ {low} đến dưới {high}: {reward}", "from {low} to below {high}: {reward}"),
    "rule_between_above": ("trên {low} đến {high}: {reward}", "above {low} to {high}: {reward}"),
    "rule_between_whole": ("từ {low} đến {high}: {reward}", "from {low} to {high}: {reward}"),
    "rule_between_inside": (
        "trên {low} đến dưới {high}: {reward}",
        "above {low} to below {high}: {reward}",
    ),
    "rule_named": ("{clause} ({label})", "{clause} ({label})"),
    "rule_otherwise": ("còn lại: {reward}", "otherwise: {reward}"),
    # yes/no and lists of conditions
    "rule_if_not": ("nếu không: {reward}", "otherwise: {reward}"),
    "rule_all": ("đạt tất cả ({conditions}): {reward}", "all met ({conditions}): {reward}"),
    "rule_lacking": ("thiếu bất kỳ điều kiện nào: {reward}", "any one lacking: {reward}"),
    "rule_added": ("cộng điểm của các điều kiện đạt được", "the points of all conditions met are added"),
    # count and deduct
    "rule_part_met": ("“{label}” ({condition})", "“{label}” ({condition})"),
    "rule_answer": ("“{name}” là {answer}", "“{name}” is {answer}"),
    "rule_option": ("“{name}” → {reward}", "“{name}” → {reward}"),
    "rule_each": ("mỗi {unit} ({term}): {points}", "each {unit} ({term}): {points}"),
    "rule_each_term": ("{points} × {term}", "{points} × {term}"),
    "rule_every": ("cứ đủ {every} ({term}): {points}", "each full {every} ({term}): {points}"),
    "rule_every_bare": (
        "mỗi lần {term} đủ thêm {every}: {points}",
        "each time {term} makes another {every}: {points}",
    ),
    "rule_at_most": ("{clause}, tối đa {most}", "{clause}, at most {most}"),
    "rule_together": ("tổng không quá {most}", "together at most {most}"),
    "rule_deduct": (
        "{full}, trừ: {parts}; không thấp hơn {nothing}",
        "{full}, less: {parts}; never below {nothing}",
    ),
    # made of rules
    "rule_sum": ("Tổng các phần: {parts}", "All parts together: {parts}"),
    "rule_part": ("({place}) tối đa {most}: {rule}", "({place}) at most {most}: {rule}"),
    "rule_named_part": (
        "({place}) {label}, tối đa {most}: {rule}",
        "({place}) {label}, at most {most}: {rule}",
    ),
    "rule_best_of": ("Lấy phương án có điểm cao nhất: {parts}", "The alternative that gives most: {parts}"),
    "rule_alternative": ("({place}) {rule}", "({place}) {rule}"),
    "rule_gate": (
        "Nếu {condition} thì {then}; nếu không thì {otherwise}",
        "If {condition}: {then}; if not: {otherwise}",
    ),
    # peers
    "rule_compared": (
        "So sánh giữa các đơn vị: điểm = {formula}",
        "Compared with the others: points = {formula}",
    ),
    "rule_least": ("mức thấp nhất", "least"),
    "rule_greatest": ("mức cao nhất", "greatest"),
    "rule_leader_excess": (
        "So sánh giữa các đơn vị: đạt chỉ tiêu được {half}, dưới chỉ tiêu tính theo tỷ lệ {value}; "
        "phần còn lại chia theo mức vượt so với đơn vị vượt nhiều nhất",
        "Compared with the others: {half} for the target, below it in proportion to {value}; "
        "the rest by the excess, as a share of the greatest excess",
    ),
    "rule_among_group": ("so trong cùng nhóm xếp hạng", "within the peer group"),
    "rule_all_equal": ("mọi đơn vị bằng nhau: {reward}", "all equal: {reward}"),
    "rule_all_zero": ("mức cao nhất bằng 0: {reward}", "greatest is zero: {reward}"),
    "rule_special": ("{condition}: {reward}", "{condition}: {reward}"),
    "rule_excluded": ("{clause}, không đưa vào so sánh", "{clause}, left out of the comparison"),
    # awarded by people
    "rule_manual": ("Người chấm cho từ 0 đến {most}", "Assessors award from 0 to {most}"),
    "rule_guide": ("hướng dẫn: {guide}", "guidance: {guide}"),
    "rule_step": ("theo bước {step}", "in steps of {step}"),
    "rule_assessors": ("{count} người chấm độc lập", "{count} assessors, independently"),
    "rule_mean": ("lấy trung bình", "their mean counts"),
    "rule_median": ("lấy trung vị", "their median counts"),
    "rule_consensus": ("phải thống nhất", "they must agree"),
    "rule_tolerance": (
        "chênh quá {tolerance} thì hội đồng quyết định",
        "further apart than {tolerance}, the council decides",
    ),
    # around the rule
    "rule_applies_not": ("không áp dụng khi {condition}", "not applicable when {condition}"),
    "rule_asked_apart": ("{name} (được hỏi riêng)", "“{name}” is asked: not applicable where it holds"),
    "rule_check": ("số liệu phải bảo đảm {condition}", "the figures must satisfy {condition}"),
    "rule_soft_check": ("cảnh báo khi {condition}", "a warning where {condition}"),
    "check_broken": ("{check}, nhưng {found}", "{check}, but {found}"),
    "check_never": (
        "với {known} thì {lacking} bằng bao nhiêu cũng không thoả mãn",
        "with {known} it cannot hold, whatever {lacking} is",
    ),
    "rule_letters": ("trong đó {letters}", "where {letters}"),
    "rule_letter": ("{letter}: {label}", "{letter}: {label}"),
}
