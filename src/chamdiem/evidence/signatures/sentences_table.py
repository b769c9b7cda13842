"""Every verdict, reason and change in Vietnamese and English, to be reviewed as one text."""

from __future__ import annotations

from chamdiem.evidence.signatures.verdict import LaterChanges, Verdict, Why

Pair = tuple[str, str]

VERDICTS: dict[Verdict, Pair] = {
    Verdict.VALID: ("Chữ ký số hợp lệ.", "The digital signature is valid."),
    Verdict.CHANGED_AFTER: (
        "Chữ ký số hợp lệ, nhưng tài liệu đã bị thay đổi sau khi ký.",
        "The digital signature is valid, but the document was changed after signing.",
    ),
    Verdict.INVALID: ("Chữ ký số không hợp lệ.", "The digital signature is invalid."),
    Verdict.CANNOT_VERIFY: (
        "Không xác minh được chữ ký số (chưa có nghĩa là không hợp lệ).",
        "The digital signature cannot be verified (which does not mean that it is invalid).",
    ),
    Verdict.NOT_SIGNED: ("Tài liệu không có chữ ký số.", "The document carries no digital signature."),
}

REVOCATION_CHECKED: Pair = (
    "Đã đối chiếu danh sách thu hồi: chứng thư không bị thu hồi.",
    "Checked against the revocation lists: the certificate was not revoked.",
)
REVOCATION_UNCHECKED: Pair = (
    "Chưa kiểm tra được chứng thư có bị thu hồi hay không.",
    "Whether the certificate was revoked could not be checked.",
)
# Why it could not be checked: whether the certificate says where its revocation is told.
REVOCATION_WHY: dict[bool | None, Pair] = {
    None: ("", ""),
    True: (
        "Chứng thư có ghi nơi công bố danh sách thu hồi, nhưng hệ thống chưa có danh sách còn hiệu lực.",
        "The certificate names its revocation list, but this system has no current one.",
    ),
    False: (
        "Chứng thư không ghi nơi công bố danh sách thu hồi, nên quy định bắt buộc kiểm tra không áp dụng.",
        "The certificate names no revocation list, so the rule that demands a check does not apply to it.",
    ),
}

CHANGES: dict[LaterChanges, Pair] = {
    LaterChanges.NONE: ("", ""),
    LaterChanges.TIMESTAMPS: (
        "Sau khi ký chỉ bổ sung dấu thời gian hoặc thông tin chứng thư.",
        "Only time stamps or certificate information were added after signing.",
    ),
    LaterChanges.FORMS: (
        "Sau khi ký chỉ điền biểu mẫu hoặc thêm chữ ký, đúng phạm vi cho phép.",
        "After signing, only forms were filled in or signatures added, as permitted.",
    ),
    LaterChanges.APPENDED: (
        "Sau phần đã ký, tệp còn có phần thêm sau chữ ký, không ai ký và trình đọc không hiển thị: "
        "hãy tải lên bản gốc do phần mềm ký tạo ra.",
        "Behind what was signed, the file holds data added later that nobody signed and no viewer shows: "
        "please upload the original as the signing program made it.",
    ),
    LaterChanges.CONTENT: (
        "Nội dung tài liệu đã thay đổi sau khi ký.",
        "The content of the document was changed after signing.",
    ),
}

WHYS: dict[Why, Pair] = {
    Why.CONTENT_CHANGED: (
        "Nội dung đã bị sửa sau khi ký: không còn khớp với chữ ký.",
        "The content was altered after signing: it no longer matches the signature.",
    ),
    Why.SIGNATURE_BROKEN: (
        "Chữ ký không khớp với chứng thư số của người ký.",
        "The signature does not match the signer's certificate.",
    ),
    Why.EXPIRED_WHEN_SIGNED: (
        "Chứng thư số đã hết hạn khi ký.",
        "The certificate had expired when the document was signed.",
    ),
    Why.NOT_YET_VALID_WHEN_SIGNED: (
        "Chứng thư số chưa có hiệu lực khi ký.",
        "The certificate was not yet valid when the document was signed.",
    ),
    Why.REVOKED_WHEN_SIGNED: (
        "Chứng thư số đã bị thu hồi trước khi ký.",
        "The certificate had been revoked before the document was signed.",
    ),
    Why.COVERS_UNCLEARLY: (
        "Chữ ký chỉ bao phủ những mảnh rời của tài liệu.",
        "The signature covers only disconnected pieces of the document.",
    ),
    Why.SELF_SIGNED: (
        "Chứng thư số do người ký tự cấp cho mình, không do cơ quan chứng thực tin cậy nào cấp.",
        "The signer issued the certificate to themselves; no trusted authority stands behind it.",
    ),
    Why.UNKNOWN_ROOT: (
        "Cơ quan chứng thực gốc “{detail}” chưa có trong danh sách tin cậy của hệ thống.",
        "The root authority “{detail}” is not on this system's list of trusted authorities.",
    ),
    Why.CHAIN_INCOMPLETE: (
        "Thiếu chứng thư của cơ quan cấp “{detail}”, nên chưa nối được tới cơ quan gốc tin cậy.",
        "The certificate of the issuer “{detail}” is missing, so the chain ends before a trusted root.",
    ),
    Why.CHAIN_BROKEN: (
        "Chuỗi chứng thư từ người ký tới cơ quan gốc không kiểm tra được.",
        "The chain of certificates from the signer to the root does not hold.",
    ),
    Why.NO_REVOCATION_INFORMATION: (
        "Chưa có danh sách thu hồi chứng thư còn hiệu lực để đối chiếu.",
        "There is no current revocation list to check the certificate against.",
    ),
    Why.ISSUER_REVOKED: (
        "Chứng thư của cơ quan cấp đã bị thu hồi.",
        "The certificate of the issuing authority has been revoked.",
    ),
    Why.SIGNING_TIME_UNPROVEN: (
        "Chứng thư số nay đã hết hạn hoặc bị thu hồi, và không có dấu thời gian tin cậy "
        "chứng minh tài liệu được ký trước đó.",
        "The certificate has since expired or been revoked, and no trusted time stamp proves "
        "that the document was signed before.",
    ),
    Why.SIGNING_TIME_AHEAD: (
        "Thời gian ký do người ký khai lại sau lúc hệ thống nhận tệp, nên không thể đúng; "
        "không có dấu thời gian tin cậy để biết tài liệu được ký lúc nào.",
        "The signing time the signer claims lies after this system received the file, so it cannot be right; "
        "no trusted time stamp tells when the document was signed.",
    ),
    Why.NOT_FOR_SIGNING: (
        "Chứng thư số không được cấp để ký tài liệu.",
        "The certificate was not issued for signing documents.",
    ),
    Why.WEAK_ALGORITHM: (
        "Chữ ký dùng thuật toán đã lạc hậu, không còn đủ an toàn.",
        "The signature uses an outdated algorithm that is no longer safe.",
    ),
    Why.UNSUPPORTED_ALGORITHM: (
        "Hệ thống chưa hỗ trợ thuật toán của chữ ký.",
        "This system does not support the algorithm of the signature.",
    ),
    Why.UNSUPPORTED_FORMAT: (
        "Hệ thống chưa hỗ trợ định dạng của chữ ký.",
        "This system does not support the format of the signature.",
    ),
    Why.UNREADABLE_SIGNATURE: (
        "Dữ liệu chữ ký bị hỏng, không đọc được.",
        "The data of the signature is damaged and cannot be read.",
    ),
    Why.UNREADABLE_FILE: (
        "Tệp bị hỏng hoặc không phải PDF.",
        "The file is damaged or is not a PDF.",
    ),
    Why.ENCRYPTED: (
        "Tệp đặt mật khẩu: hãy tải lên bản không đặt mật khẩu.",
        "The file is protected by a password: please upload one that is not.",
    ),
    Why.TOO_MANY_SIGNATURES: (
        "Tệp có quá nhiều chữ ký để kiểm tra.",
        "The file has too many signatures to check.",
    ),
    Why.TOO_MUCH_WORK: (
        "Tệp quá phức tạp, việc kiểm tra đã dừng lại.",
        "The file is too complex; checking was stopped.",
    ),
}
