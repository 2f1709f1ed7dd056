"""A QR code that was printed before a rename: from the disk and from a server, with its anchor, to the page of today."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from .conftest import cjm

pytestmark = pytest.mark.browser
SITE = Path("site_build/out/site")


def test_the_old_address_opens_the_page_of_today(school: Path, web: Callable[[Path], str], chromium: Browser) -> None:
    assert cjm("rename", "section:first-call", "enquiry", root=school).returncode == 0
    assert cjm("rename", "journey:trial", "first-lesson", root=school).returncode == 0
    done = cjm("build", root=school)
    assert done.returncode == 0, done.stdout + done.stderr
    site = school / SITE
    for address in (web(site), site.as_uri()):
        page = chromium.new_page()
        page.goto(f"{address}/sections/first-call.html#steps")
        page.wait_for_url(f"{address}/sections/enquiry.html#steps")
        assert page.locator("h1").count() == 1
        page.goto(f"{address}/journeys/trial.html")
        page.wait_for_url(f"{address}/journeys/first-lesson.html")
        page.close()
    without = chromium.new_context(java_script_enabled=False).new_page()
    without.goto(f"{web(site)}/sections/first-call.html")
    without.wait_for_url("**/sections/enquiry.html")
    without.context.close()
