"""The sheet on which the booklet is read back: the paper to look at is the booklet."""

from __future__ import annotations

from tallydesk.ui.sheet_view import SheetView
from tallydesk.ui.written_row import RowState, Trouble


class BookletSheet(SheetView):
    """A sheet of figures whose difference sends people to the booklet."""

    def _trouble(self, row: RowState, trouble: Trouble) -> str:
        if trouble == "differs":
            return self.tr("does not match: look at the booklet")
        return super()._trouble(row, trouble)
