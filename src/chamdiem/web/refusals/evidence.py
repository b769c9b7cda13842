"""Refusals of ``chamdiem.evidence`` in words: code → (Vietnamese, English)."""

from chamdiem.web.refusals.sentence import Sentences

SENTENCES: Sentences = {
    "evidence.distrust_reason_missing": (
        "Ngừng tin cậy chứng thư phải có lý do. Hãy ghi lý do rồi làm lại; lý do được ghi vào nhật ký.",
        "To trust a certificate no longer needs a reason. Write it and try again; it goes on record.",
    ),
    "evidence.empty": (
        "Tệp rỗng. Hãy chọn lại tệp có nội dung.",
        "The file is empty. Please choose a file with content.",
    ),
    "evidence.too_large": (
        "Tệp nặng {size} MB, vượt mức {limit} MB cho loại tệp này. Hãy nén hoặc tách nhỏ tài liệu.",
        "The file has {size} MB; files of this kind may have up to {limit} MB. Please shrink or split it.",
    ),
    "evidence.heic": (
        "Ảnh HEIC của điện thoại không xem được trên trình duyệt: hãy đổi sang JPEG rồi gửi lại. Với iPhone, "
        "chọn ảnh từ Thư viện ảnh thay vì từ ứng dụng Tệp thì máy tự đổi; để các ảnh sau luôn là JPEG, vào "
        "Cài đặt › Camera › Định dạng, chọn “Tương thích nhất”.",
        "HEIC pictures of phones cannot be shown in browsers: turn this one into JPEG and send it again. An "
        "iPhone does so when you choose from the photo library and not from Files; Settings › Camera › "
        "Formats › Most Compatible makes every later picture a JPEG.",
    ),
    "evidence.type_not_allowed": (
        "Loại tệp này ({found}) không được nhận. Hãy gửi PDF, ảnh JPEG, PNG, TIFF, tài liệu Word, Excel, "
        "PowerPoint, ODT, ODS, CSV, TXT, MP3 hoặc MP4.",
        "Files of this kind ({found}) are not accepted. Please send PDF, JPEG, PNG, TIFF, Word, Excel, "
        "PowerPoint, ODT, ODS, CSV, TXT, MP3 or MP4.",
    ),
    "evidence.extension_contradicts": (
        "Tên tệp có đuôi “{extension}” nhưng nội dung là {found}. Hãy đặt lại đúng đuôi tệp.",
        "The file name ends in “{extension}” but the content is {found}. Please correct the name.",
    ),
    "evidence.file_broken": (
        "Tệp bị hỏng, không đọc được. Hãy mở lại bằng phần mềm gốc và lưu bản mới.",
        "The file is damaged and cannot be read. Please open it where it was made and save it again.",
    ),
    "evidence.name_misleads": (
        "Tên tệp có đuôi “{extension}” nhưng nội dung không phải tệp {extension}: tệp bị hỏng, hoặc là "
        "loại khác bị đổi đuôi. Hãy mở bằng phần mềm gốc rồi lưu lại đúng loại.",
        "The file name ends in “{extension}” but the content is no {extension} file: it is damaged, or of "
        "another kind and renamed. Open it where it was made and save it again.",
    ),
    "evidence.image_cut_off": (
        "Ảnh bị cụt hoặc bị hỏng: thiếu một phần dữ liệu, thường do chép hoặc tải chưa xong. "
        "Hãy chép lại từ bản gốc, hoặc chụp, quét lại rồi gửi.",
        "The picture is cut off or damaged: a part of its data is missing, mostly because copying it was "
        "interrupted. Copy it again, or take it anew, and send that.",
    ),
    "evidence.pdf_cut_off": (
        "Tệp PDF bị cụt: thiếu phần cuối, thường do chép hoặc tải chưa xong. "
        "Hãy chép lại từ bản gốc rồi gửi lại.",
        "The PDF is cut off: its end is missing, mostly because copying it was interrupted. "
        "Copy it again and send that.",
    ),
    "evidence.pdf_broken": (
        "Tệp PDF bị hỏng, không đọc được trang nào. Hãy mở bằng phần mềm gốc và xuất lại PDF.",
        "The PDF is damaged: none of its pages can be read. Open it where it was made and export it again.",
    ),
    "evidence.pdf_without_pages": (
        "Tệp PDF không có trang nào. Hãy xuất lại PDF từ tài liệu có nội dung.",
        "The PDF has no pages. Export it again from a document with content.",
    ),
    "evidence.archive_broken": (
        "Tài liệu Office bị hỏng, không đọc được. Hãy mở lại và lưu bản mới.",
        "The Office document is damaged and cannot be read. Please open it and save it again.",
    ),
    "evidence.archive_bomb": (
        "Tài liệu bung ra lớn bất thường nên không được nhận.",
        "The document unpacks to an abnormal size and is not accepted.",
    ),
    "evidence.archive_too_many_entries": (
        "Tài liệu chứa quá {limit} thành phần nên không được nhận.",
        "The document has more than {limit} parts and is not accepted.",
    ),
    "evidence.archive_nested": (
        "Tài liệu chứa tệp nén bên trong ({name}). Hãy gửi riêng tệp đó.",
        "The document has an archive inside ({name}). Please send that file separately.",
    ),
    "evidence.archive_unsafe_names": (
        "Tài liệu chứa đường dẫn không an toàn nên không được nhận.",
        "The document contains unsafe paths and is not accepted.",
    ),
    "evidence.xml_entities": (
        "Tài liệu chứa khai báo XML không an toàn nên không được nhận.",
        "The document contains unsafe XML declarations and is not accepted.",
    ),
    "evidence.image_too_large": (
        "Ảnh vượt quá {limit} triệu điểm ảnh. Hãy giảm kích thước ảnh.",
        "The picture has more than {limit} million pixels. Please make it smaller.",
    ),
    "evidence.secret": (
        "Tài liệu mang dấu độ mật “{mark}”. Tài liệu bí mật nhà nước không được đưa lên hệ thống này; "
        "hãy giải trình ở tiêu chí rằng minh chứng được xuất trình trực tiếp, không ghi nội dung tài liệu. "
        "Nếu đây không phải dấu độ mật (chữ “{mark}” chỉ được nhắc đến), hãy viện dẫn văn bản theo số, "
        "ký hiệu thay cho gửi tệp.",
        "The document bears the mark of secrecy “{mark}”. State secrets must not be put into this system; "
        "please write in the justification of the criterion that the proof is shown in person, not what it "
        "holds. If this is no mark of secrecy (“{mark}” is only spoken of), cite the document by its number "
        "instead of sending the file.",
    ),
    "evidence.issued_in_future": (
        "Ngày ban hành {day} sau hôm nay ({today}): chỉ nhận văn bản đã ban hành. Hãy kiểm tra lại ngày, "
        "nhất là năm.",
        "The day of issue {day} is after today ({today}): only documents already issued are taken. Please "
        "check the day, the year above all.",
    ),
    "evidence.issued_too_early": (
        "Ngày ban hành {day} trước {first}, ngày thành lập nước. Hãy kiểm tra lại năm và ghi đủ bốn chữ số.",
        "The day of issue {day} is before {first}, when the state was founded. Check the year and write its "
        "four digits.",
    ),
    "evidence.storage_away": (
        "Kho lưu trữ tệp không phản hồi nên chưa nhận hoặc chưa mở được tệp. Hãy thử lại sau ít phút; "
        "nếu vẫn vậy, báo quản trị viên mã sự cố {incident}.",
        "The file store does not answer, so the file was neither taken nor opened. Try again in a few "
        "minutes; if it stays so, give the administrator the incident number {incident}.",
    ),
    "evidence.not_a_certificate": (
        "Tệp không phải chứng thư số hay danh sách thu hồi ở định dạng PEM hoặc DER, hoặc tệp bị hỏng, thiếu "
        "dữ liệu. Hãy tải lại tệp từ tổ chức chứng thực.",
        "The file is neither a certificate nor a revocation list in PEM or DER form, or it is damaged. "
        "Fetch it again from the authority.",
    ),
    "evidence.not_an_authority": (
        "“{name}” không phải chứng thư của tổ chức chứng thực (CA) mà là chứng thư của một người hoặc "
        "một dịch vụ, nên không thể tin cậy. Hãy chọn chứng thư gốc hoặc trung gian của tổ chức cấp.",
        "“{name}” is no certificate of an authority (CA) but of a person or a service, so it cannot be "
        "trusted. Choose the root or intermediate certificate of the authority that issued it.",
    ),
    "evidence.list_not_signed": (
        "Danh sách thu hồi mang tên “{name}” nhưng chữ ký trên danh sách không phải của tổ chức đó: tệp đã "
        "bị sửa hoặc hỏng nên không được nhận. Hãy tải lại danh sách từ nơi công bố của tổ chức chứng thực.",
        "The revocation list bears the name “{name}”, but its signature is not of that authority: it was "
        "changed or damaged, and was not taken. Fetch it again where the authority publishes it.",
    ),
    "evidence.private_key": (
        "Tệp có khóa bí mật nên không được nhận và không được lưu lại. Khóa bí mật phải được giữ kín, không "
        "gửi cho ai; hãy chọn tệp chỉ có chứng thư.",
        "The file holds a private key, so it was neither taken nor kept. A private key must be kept secret "
        "and sent to nobody; choose a file with the certificate only.",
    ),
    "evidence.file_missing": (
        "Không tìm thấy nội dung tệp trong kho lưu trữ. Hãy báo người quản trị.",
        "The content of the file is missing in the store. Please tell the administrator.",
    ),
    "evidence.not_found": (
        "Không có tài liệu này, hoặc anh/chị không được xem; kiểm tra lại đường dẫn.",
        "There is no such document, or none you may see; check the address.",
    ),
    "evidence.withdrawn": (
        "Tài liệu “{title}” đã được {person} rút lúc {at}: {reason}. Tài liệu không còn trong kho và không "
        "mở được nữa.",
        "The document “{title}” was withdrawn by {person} at {at}: {reason}. It is in the folder no more and "
        "cannot be opened.",
    ),
    "evidence.withdraw_not_allowed": (
        "Chỉ người đã đưa tài liệu lên, hoặc lãnh đạo đơn vị, được rút tài liệu.",
        "Only whoever handed a document in, or the leader of the organisation, withdraws it.",
    ),
    "evidence.withdraw_shown": (
        "Tài liệu nằm trong {place} nên không rút được. Chưa gửi thì gỡ tài liệu khỏi đó rồi rút lại; đã gửi "
        "thì tài liệu được giữ để đối chiếu: cần thay thì thêm tài liệu khác, lộ dữ liệu cá nhân thì báo "
        "quản trị hệ thống.",
        "The document stands in {place}, so it cannot be withdrawn. Where that was not sent, take it off "
        "there first; what was sent is kept to be compared: add another document instead, and tell the "
        "administrator where personal data is laid open.",
    ),
    "evidence.withdraw_reason_too_short": (
        "Lý do rút tài liệu cần ít nhất {least} ký tự: ghi rõ nhầm ở đâu; lý do được ghi vào nhật ký.",
        "The reason for withdrawing a document has at least {least} characters: say what went wrong; it goes "
        "on record.",
    ),
    "evidence.not_the_newest": (
        "Chỉ rút được bản mới nhất khi còn bản trước nó, mà các bản của tài liệu vừa thay đổi. Mở lại trang "
        "tài liệu để xem các bản hiện có.",
        "Only the newest version with another before it can be withdrawn, and the versions have just "
        "changed. Open the page of the document again.",
    ),
    "evidence.add_not_allowed": (
        "Chỉ người của đơn vị được thêm và sửa tài liệu của đơn vị đó.",
        "Only people of an organisation add and change its documents.",
    ),
    "evidence.change_not_allowed": (
        "Tài liệu này còn dùng ngoài các tiêu chí được phân công cho anh/chị, hoặc do người khác tải lên, "
        "nên anh/chị chỉ xem. Cần sửa thì nhờ chuyên viên cung cấp số liệu của đơn vị, hoặc tải lên "
        "tài liệu riêng.",
        "This document is shown for more than your criteria, or was brought by somebody else, so you may "
        "only read it. Ask the data officer of your organisation to change it, or bring one of your own.",
    ),
    "evidence.no_title": (
        "Tài liệu chưa có trích yếu: ghi ngắn gọn nội dung của văn bản.",
        "The document has no summary: say briefly what it is about.",
    ),
    "evidence.no_file": (
        "Chưa chọn tệp nào: chọn ít nhất một tệp.",
        "No file was chosen: choose at least one.",
    ),
    "evidence.no_address": (
        "Đường dẫn phải là địa chỉ đầy đủ, bắt đầu bằng https:// hoặc http://, không quá 1.000 ký tự.",
        "The address must be complete, begin with https:// or http:// and have at most 1,000 characters.",
    ),
    "evidence.citation_incomplete": (
        "Viện dẫn văn bản cần đủ số, ký hiệu, ngày ban hành và cơ quan ban hành.",
        "A citation needs number, day of issue and issuing body.",
    ),
    "evidence.same_version": (
        "Tệp này giống hệt bản mới nhất nên không tạo bản mới.",
        "This file equals the newest version, so no new version was made.",
    ),
    "evidence.shown_in_sent": (
        "Tài liệu đang dùng trong hồ sơ đã gửi của {organisation} ({campaign}) nên giữ nguyên. "
        "Cần thay thì thêm một tài liệu mới.",
        "A dossier of {organisation} that was sent ({campaign}) shows this document, so it stays as it is. "
        "Add a new document instead.",
    ),
    "evidence.pages_unfit": (
        "“{pages}” không phải trang của tài liệu này: tệp có {count} trang. Ghi số trang từ 1 đến {count}, "
        "ví dụ 1 hoặc 2-3, nhiều chỗ cách nhau bởi dấu phẩy.",
        "“{pages}” is no page of this document: the file has {count} pages. Give pages from 1 to {count}, "
        "such as 1 or 2-3, several parted by commas.",
    ),
    "evidence.used_already": (
        "Tài liệu này đã được dùng cho tiêu chí này; sửa số trang ở tài liệu đang có.",
        "This document is shown for this criterion already; change its pages there.",
    ),
    "evidence.infected_not_served": (
        "Tệp có mã độc nên không mở và không tải về được; hãy tải lên bản sạch.",
        "The file contains malware and is not served; upload a clean one.",
    ),
    "evidence.trust_not_allowed": (
        "Chứng thư tin cậy dùng chung cho cả hệ thống: chỉ quản trị hệ thống ở đơn vị cao nhất được quản lý. "
        "Hãy đề nghị quản trị đó.",
        "The whole installation shares its trusted certificates: only an administrator of the topmost "
        "organisation manages them. Ask one of them.",
    ),
    "evidence.root_not_found": (
        "Không có chứng thư này; tải lại trang để xem danh sách mới nhất.",
        "There is no such certificate; load the page again.",
    ),
}
