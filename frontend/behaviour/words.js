// The words that the page itself says, in its language.
const VIETNAMESE = {
  saving: "đang lưu…",
  saved: "đã lưu {at}",
  offline: "mất kết nối, nội dung được giữ trên máy này và sẽ tự gửi khi có mạng",
  signed_out: "chưa lưu, phiên làm việc đã hết: đăng nhập lại ở thẻ khác, nội dung được giữ trên máy này và sẽ tự gửi",
  refused: "chưa lưu: {sentence}",
  failed: "chưa lưu được, hệ thống sẽ tự thử lại",
  conflict: "Có người khác vừa sửa ô này. Anh/chị chọn giá trị nào?",
  conflict_own: "Anh/chị vừa sửa ô này ở một cửa sổ khác. Anh/chị chọn giá trị nào?",
  theirs: "{person} nhập lúc {at}",
  mine: "Anh/chị vừa nhập",
  keep_theirs: "Lấy giá trị này",
  keep_mine: "Giữ giá trị của tôi",
  empty: "(để trống)",
  uploading: "đang tải lên",
  uploaded: "đã tải lên",
  upload_lost: "mất kết nối khi tải lên, hãy chọn lại tệp",
  too_large: "tệp lớn hơn {most} MB",
  cancel: "Bỏ",
  unsent: "Có {count} thay đổi chưa gửi được",
  show_table: "Xem bảng",
  show_chart: "Xem biểu đồ",
};
const ENGLISH = {
  saving: "saving…",
  saved: "saved {at}",
  offline: "no connection: kept on this device, sent when it is back",
  signed_out: "not saved, your session has ended: sign in again in another tab, what you typed is kept on this device and sent then",
  refused: "not saved: {sentence}",
  failed: "not saved yet, trying again",
  conflict: "Somebody else has just changed this field. Which value do you choose?",
  conflict_own: "You have just changed this field in another window. Which value do you choose?",
  theirs: "{person}, {at}",
  mine: "You, just now",
  keep_theirs: "Take this value",
  keep_mine: "Keep mine",
  empty: "(empty)",
  uploading: "uploading",
  uploaded: "uploaded",
  upload_lost: "the connection was lost, choose the file again",
  too_large: "the file is larger than {most} MB",
  cancel: "Cancel",
  unsent: "{count} changes not sent yet",
  show_table: "Show the table",
  show_chart: "Show the chart",
};

export function say(key, facts = {}) {
  const words = document.documentElement.lang === "en" ? ENGLISH : VIETNAMESE;
  return words[key].replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? "");
}
