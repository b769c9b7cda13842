"""What organisations declare (hồ sơ tự đánh giá): answers, notes, approval, submission."""
