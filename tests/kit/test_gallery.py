"""The style page renders every component, in both frames, with nothing that the content policy forbids."""

import re

import pytest
from defusedxml import ElementTree
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from goldenthread.kit import gallery


def shown(address):
    http = RequestFactory().get(address)
    http.user = AnonymousUser()
    return gallery.gallery(http)


@pytest.fixture(params=["/design/", "/design/?staff=1", "/design/?errors=1", "/design/?staff=1&errors=1"])
def html(request):
    return shown(request.param).content.decode()


def test_no_inline_style_or_script(html):
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", html)
    assert not re.search(r"<script(?![^>]*\ssrc=)", html)


def test_every_id_is_there_once(html):
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_landmarks_and_skip_link(html):
    assert html.index('href="#main"') < html.index("<header")
    assert html.count("<main") == 1
    assert html.count("<h1") == 1


def test_every_table_keeps_its_roles_and_labels(html):
    cells = re.findall(r"<td[^>]*>", html)
    assert cells
    assert all('role="cell"' in cell and ("data-label=" in cell or "colspan=" in cell) for cell in cells)


def test_a_page_with_errors_says_so_first_in_its_title():
    assert "<title>Error: " in shown("/design/?errors=1").content.decode()
    assert "<title>Error: " not in shown("/design/").content.decode()


def test_the_bar_of_a_past_day_leads_back_to_today():
    html = shown("/design/?as_at=2023-11-30&area=2").content.decode()
    assert "as it was known on" in html
    assert 'href="/design/?area=2">Back to today' in html


def test_a_drawing_is_answered_as_an_image():
    answer = shown("/design/?chart=timeline&narrow=1")
    assert answer["Content-Type"].startswith("image/svg+xml")
    ElementTree.fromstring(answer.content)
