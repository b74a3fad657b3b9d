"""The pages of checks and items say what the code does."""

import pytest

from goldenthread.sen2.pages import DOCS, PAGES


@pytest.mark.parametrize("name", PAGES)
def test_page_is_up_to_date(name):
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "python -m goldenthread.sen2.pages"
