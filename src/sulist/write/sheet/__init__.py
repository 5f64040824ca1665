"""Workbooks in Excel's form."""
