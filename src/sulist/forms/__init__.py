"""The reporting form (反馈表): a workbook a lead unit, sent out, filled in, and read back into the journal.

``layout`` says what a form is; ``writing`` makes one; ``reading`` finds its cells again wherever
the unit has moved them; ``judging`` turns rows into reports or doubts; ``collecting`` holds those
against the journal.
"""
