"""Evidence (tài liệu kiểm chứng): documents, their files, signatures, uses and verdicts.

Without a database: ``signatures`` (who signed, when, is it whole), ``inspection`` (what a file
really is), ``secrecy`` (marks of secrecy), ``scanning`` (malware), ``storing`` (files by their
hash), ``texts`` (their refusals in words), ``example_documents`` (evidence made up for examples).
"""
