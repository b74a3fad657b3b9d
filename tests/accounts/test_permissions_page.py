"""The page of permissions says what the tables say."""

from goldenthread.accounts.permissions_page import PAGE, as_markdown


def test_docs_permissions_is_what_the_tables_say():
    assert PAGE.read_text() == as_markdown(), "write it again: see goldenthread/accounts/permissions_page.py"
