"""A small edition for the tests of the web product: every manner of answering, in seven criteria."""

# ruff: noqa: E501  lines of a document

EDITION = """\
format: chamdiem/set/1
set:
  key: thu-nghiem-2026
  name: Bộ chỉ số thử nghiệm
  edition: '2026'
  status: issued
  source: {document: Quyết định số 1/QĐ-UBND ngày 05/01/2026 của UBND tỉnh Ví Dụ}
  levels: {main: Chỉ số chính, criterion: Tiêu chí}
  max_points: 70
rows:
  - key: I
    level: main
    name: Thông tin chung
    role: information
  - key: I.1
    number: I.1
    level: criterion
    name: Tổng số thủ tục hành chính
    role: information
    inputs:
      v: {label: Tổng số thủ tục hành chính, unit: thủ tục, min: 1}
  - key: '1'
    number: '1'
    level: main
    name: Nhận thức số
    max_points: 30
  - key: '1.1'
    number: '1.1'
    level: criterion
    name: Người đứng đầu là Trưởng ban Chỉ đạo chuyển đổi số
    max_points: 10
    method: 'Người đứng đầu: điểm tối đa; cấp phó: 1/2 điểm tối đa; không: 0 điểm'
    evidence: {printed: Quyết định thành lập Ban Chỉ đạo (ký số), least: 1, signed: yes}
    lead: [Văn phòng]
    inputs:
      x: {type: choice, label: Trưởng Ban Chỉ đạo}
    rule: {kind: choice, of: x, options: {head: {label: Người đứng đầu, give: full}, deputy: {label: Cấp phó, give: 1/2}, none: {label: Không có, give: none}}}
    cases:
      - {given: {x: head}, points: 10}
      - {given: {x: deputy}, points: 5}
      - {given: {x: none}, points: 0}
  - key: '1.2'
    number: '1.2'
    level: criterion
    name: Có chuyên mục chuyển đổi số trên trang thông tin điện tử
    max_points: 10
    inputs:
      x: {type: yes_no, label: Đã có chuyên mục}
    rule: {kind: yes_no, when: x}
    cases:
      - {given: {x: 'yes'}, points: 10}
      - {given: {x: 'no'}, points: 0}
      - {given: {}, status: missing}
  - key: '1.3'
    number: '1.3'
    level: criterion
    name: Mức độ lan toả do hội đồng đánh giá
    max_points: 10
    rule: {kind: manual, step: 0.5}
  - key: '2'
    number: '2'
    level: main
    name: Chính quyền số
    max_points: 40
  - key: '2.1'
    number: '2.1'
    level: criterion
    name: Tỷ lệ dịch vụ công trực tuyến toàn trình
    max_points: 20
    method: 'a = số dịch vụ toàn trình; b = tổng số thủ tục. Tỷ lệ ≥ 80%: điểm tối đa; dưới 80%: tỷ lệ/80% * điểm tối đa'
    evidence: {printed: Báo cáo, least: 1}
    lead: [Phòng Công nghệ thông tin]
    coordinating: [Văn phòng]
    deadline: {printed: '31.10', date: '2026-10-31'}
    inputs:
      a: {label: Số dịch vụ công trực tuyến toàn trình, unit: thủ tục}
      b: {from: I.1}
    checks:
      - a <= b
    rule: {kind: ratio, value: a / b, full_at: 80%}
    cases:
      - {given: {a: 80, b: 100}, points: 20}
      - {given: {a: 79, b: 100}, points: 19.75}
      - {given: {a: 0, b: 100}, points: 0}
  - key: '2.2'
    number: '2.2'
    level: criterion
    name: Chi ngân sách cho chuyển đổi số so với đơn vị chi cao nhất
    max_points: 10
    inputs:
      a: {type: decimal, decimals: 3, label: Kinh phí đã chi, unit: triệu đồng}
    rule: {kind: peer, value: a, method: share_of_max, if_all_zero: none}
    cases:
      - {given: {a: 50}, others: [{a: 100}], points: 5}
      - {given: {a: 100}, others: [{a: 50}], points: 10}
      - {given: {a: 0}, others: [{a: 0}], points: 0}
  - key: '2.3'
    number: '2.3'
    level: criterion
    name: Số cuộc họp Ban Chỉ đạo
    max_points: 10
    inputs:
      n: {label: Số cuộc họp, unit: cuộc}
    rule: {kind: count, parts: [{of: n, points_each: 2.5}]}
    cases:
      - {given: {n: 3}, points: 7.5}
      - {given: {n: 4}, points: 10}
      - {given: {n: 9}, points: 10}
"""
