"""What is shown for a claim (tài liệu kiểm chứng): documents, files, signatures, uses and verdicts."""
