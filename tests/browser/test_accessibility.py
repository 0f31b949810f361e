"""axe finds nothing on any page that readers see: on a desk and on a phone, in the light and in the dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.test_reading import ADDRESSES, chronology, resolve  # noqa: F401

axe = Axe()
EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST = {"type": "rule", "values": ["color-contrast"]}
"""All that depends on the theme; axe takes its time over the rest."""
PAGES = [*ADDRESSES, "/method/", "/?actor=nobody&from=31+Feb&kind=x", "/?q=nothing+like+it", "/nowhere/at/all/"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing(browser: Browser, browser_context_args, base_url, chronology, width, theme):  # noqa: F811
    # axe is put into the page as a script, which our own policy would refuse
    context = browser.new_context(
        **{**browser_context_args, "base_url": base_url},
        bypass_csp=True,
        color_scheme=theme,
        viewport={"width": width, "height": 900},
    )
    page = context.new_page()
    found = {}
    for address in [*PAGES, "/#filters"]:
        page.goto(resolve(address))
        page.locator("details:not([open]) > summary").evaluate_all("all => all.forEach(one => one.click())")
        results = axe.run(
            page, options={"runOnly": EVERYTHING if theme == "light" else CONTRAST, "resultTypes": ["violations"]}
        )
        if results.violations_count:
            found[address] = results.generate_report()
    context.close()
    assert found == {}
