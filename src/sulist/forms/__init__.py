"""The reporting form (反馈表): a workbook a lead unit, sent out, filled in, and read back into the journal.

``layout`` says what a form is, ``head`` what stands above its table; ``returned`` finds its cells
again wherever the unit has moved them, ``unread`` what else stands in the file; ``values`` reads
one cell, ``row_reports`` turns rows into reports or doubts; ``collecting`` holds those against the
journal.
"""
