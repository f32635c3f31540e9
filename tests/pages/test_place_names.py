from __future__ import annotations

from tallydesk.counting.place import Place
from tallydesk.ui.place_names import PlaceNames
from tests.album import night_at


def test_of_several_boxes_of_a_kind_each_is_named_where_no_heading_does() -> None:
    names = PlaceNames(night_at("package")[0].package)
    second = Place("fruit", "line", "13", "S2")

    assert names.label(second, "en", boxed=True).endswith(": Stationary box 2")
    assert names.spoken(second, "en", boxed=True).endswith(": Stationary box 2")
    assert "box 2" not in names.label(second, "en")


def test_the_only_box_of_its_kind_needs_no_number() -> None:
    names = PlaceNames(night_at("package")[0].package)
    mobile = Place("fruit", "line", "12", "M1")

    assert names.label(mobile, "en", boxed=True) == names.label(mobile, "en")
