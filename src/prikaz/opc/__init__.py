"""Packages of Office (.docx, .xlsx) on disk: read with suspicion, written whole and with the same bytes.

It knows archives, files and safe XML, but not what the parts of a package mean: templates, workbooks,
batches and data files all stand on it.
"""
