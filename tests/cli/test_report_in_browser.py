"""The page of a report in headless Chromium, driven by Selenium: what a reader sees and does.

Facts are known ones, so that what is tested is the page alone.

Without Chromium these tests are skipped; where ``BROWSER_TESTS`` is "required", as in CI, they
fail.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Run
    from selenium.webdriver.remote.webelement import WebElement

ROOT = Path(__file__).parents[2]
AXE = ROOT / ".cache" / "axe-core-4.14.1.js"
MIN_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--window-size=1280,900", "--force-device-scale-factor=1"),
)


def without(what: str) -> None:
    """Skip the test, for which ``what`` is missing; fail it where it must run."""
    reason = f"no {what}: .ci/browser brings what the tests of pages need"
    if os.environ.get("BROWSER_TESTS") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    driver = shutil.which("chromedriver")
    if not browser or not driver:
        without("Chromium with its driver")
        raise AssertionError
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    chrome = webdriver.Chrome(options=options, service=Service(driver))
    yield chrome
    chrome.quit()


@dataclass
class Page:
    """A page in the browser, and what tests do with it."""

    chrome: webdriver.Chrome
    path: Path

    @property
    def address(self) -> str:
        return self.path.as_uri()

    def open(self, anchor: str = "") -> Page:
        self.chrome.get("about:blank")  # a change of the anchor alone would not load the page
        self.chrome.get(self.address + anchor)
        return self

    def all(self, selector: str) -> list[WebElement]:
        return self.chrome.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        found = self.all(selector)
        assert len(found) == 1, (selector, len(found))
        return found[0]

    def texts(self, selector: str) -> list[str]:
        """The texts of the elements that are shown."""
        return [element.text for element in self.all(selector) if element.is_displayed()]

    def click(self, selector: str) -> None:
        element = self.one(selector)
        self.js("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def hover(self, selector: str) -> None:
        ActionChains(self.chrome).move_to_element(self.one(selector)).perform()

    def press(self, *keys: str) -> None:
        ActionChains(self.chrome).send_keys(*keys).perform()

    def js(self, code: str, *given: object) -> Any:  # noqa: ANN401
        return self.chrome.execute_script(code, *given)

    def drawn(self) -> None:
        """Wait until what the page does before it draws itself again is done."""
        frame = "requestAnimationFrame"
        self.chrome.execute_async_script(f"{frame}(() => {frame}(() => arguments[0]()))")

    def cdp(self, command: str, **given: object) -> Any:  # noqa: ANN401
        return self.chrome.execute_cdp_cmd(command, given)

    def media(self, scheme: str = "light", kind: str = "") -> None:
        """Show the page in a colour ``scheme``, as on ``kind``: "screen" or "print"."""
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.cdp("Emulation.setEmulatedMedia", media=kind, features=features)

    def resize(self, width: int, height: int) -> None:
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def requests(self) -> list[str]:
        """The addresses asked for since the last call."""
        log = [json.loads(entry["message"])["message"] for entry in self._log("performance")]
        sent = [each for each in log if each["method"] == "Network.requestWillBeSent"]
        return [each["params"]["request"]["url"] for each in sent]

    def messages(self) -> list[str]:
        """What the console has been told since the last call."""
        return [entry["message"] for entry in self._log("browser")]

    def violations(self) -> list[str]:
        """What axe finds: the rule, and the elements that break it."""
        if not AXE.exists():
            without("axe-core")
        self.js(AXE.read_text(encoding="utf-8"))
        found = self.chrome.execute_async_script(
            "const done = arguments[0];"
            "axe.run({resultTypes: ['violations']}).then((result) => done(result.violations));"
        )
        return [
            f"{rule['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
            for rule in found
            for node in rule["nodes"]
        ]

    def _log(self, kind: str) -> list[Any]:
        return self.chrome.get_log(kind)  # type: ignore[no-untyped-call, no-any-return]


@pytest.fixture
def new_page(chromium: webdriver.Chrome, run: Run, tmp_path: Path) -> Iterator[NewPage]:
    """A page of articles, opened; the browser is as new for each."""
    made = NewPage(chromium, run, tmp_path / "report.html")
    yield made
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@dataclass
class NewPage:
    """Makes the page of articles and opens it."""

    chrome: webdriver.Chrome
    run: Run
    path: Path

    def __call__(self, *argv: object, anchor: str = "") -> Page:
        result = self.run("report", *argv, "-o", self.path)
        assert (result.code, result.err) == (0, "")
        page = Page(self.chrome, self.path)
        page.media()
        page.requests()
        page.messages()
        return page.open(anchor)


# Following a source


def test_a_click_on_a_source_lights_up_what_it_says(new_page: NewPage, harbour: Path) -> None:
    page = new_page(harbour)
    assert not page.one(".stepper").is_displayed()
    page.click("button[data-source='1']")
    assert page.one("button[data-source='1']").get_attribute("aria-pressed") == "true"
    assert page.texts(".stepper b, .stepper-place") == ["Ada Brandt", "1 of 2 claims"]
    assert facts_of(page, ".claim.lit") == ["2", "4"]
    assert facts_of(page, ".source.lit") == ["2", "4"]
    assert [row.text for row in page.all(".row-number") if row.is_displayed()] == ["2", "4"]
    page.click("button[data-source='1']")
    assert page.all(".lit, .now") == []
    assert not page.one(".stepper").is_displayed()


def test_buttons_step_through_what_a_source_says(new_page: NewPage, harbour: Path) -> None:
    page = new_page(harbour)
    page.click("button[data-source='1']")
    seen = []
    for name in ("next", "next", "previous"):
        page.click(f"[data-do='{name}']")
        seen.append((facts_of(page, ".claim.now")[-1], page.one(".stepper-place").text))
    assert seen == [("4", "2 of 2 claims"), ("2", "1 of 2 claims"), ("4", "2 of 2 claims")]
    assert page.one(".stepper-what").text == "denial, confidence 81 %"
    assert page.js("return location.hash") == "#f4"
    page.click("[data-do='close']")
    assert not page.one(".stepper").is_displayed()


def test_keys_step_too_and_escape_ends_it(new_page: NewPage, harbour: Path) -> None:
    page = new_page(harbour)
    page.click("button[data-source='1']")
    page.press(Keys.ARROW_RIGHT)
    assert page.js("return document.activeElement.dataset.fact") == "4"
    page.press(Keys.ARROW_LEFT)
    assert page.js("return document.activeElement.dataset.fact") == "2"
    page.press(Keys.ESCAPE)  # first the card, then the source
    assert not page.one(".card").is_displayed()
    assert page.one(".stepper").is_displayed()
    page.press(Keys.ESCAPE)
    assert not page.one(".stepper").is_displayed()
    assert page.js("return document.activeElement.dataset.fact") == "2"


def test_a_click_in_the_text_follows_the_source_of_the_claim(
    new_page: NewPage, harbour: Path
) -> None:
    page = new_page(harbour)
    page.click("#f4")
    assert page.texts(".stepper b, .stepper-place") == ["Ada Brandt", "2 of 2 claims"]
    page.click(".source[data-facts='1']")
    assert page.texts(".stepper b, .stepper-place") == ["The mayor", "1 of 1 claim"]


def test_of_nested_claims_the_innermost_is_clicked(new_page: NewPage, talks: Path) -> None:
    page = new_page("--all", talks)
    assert page.all("#f2 #f1")
    page.click("#f1")
    assert page.one(".stepper b").text == "an aide @present at the talks"
    page.click("[data-fact='2'].number")
    assert page.one(".stepper b").text == "Ostrand Courier"


def test_all_works_from_the_keyboard(new_page: NewPage, harbour: Path) -> None:
    page = new_page(harbour)
    page.press(Keys.TAB)
    assert page.js("return document.activeElement.className") == "skip"
    reached = []
    for _ in range(60):
        page.press(Keys.TAB)
        reached.append(page.js("const a = document.activeElement; return a.id || a.outerHTML"))
        if reached[-1] == "r4":
            break
    assert [each for each in reached if each.startswith("r")] == ["r1", "r2", "r3", "r4"]
    assert sum("data-source" in each for each in reached) == len(page.all("button[data-source]"))
    assert sum("data-filter" in each or each == "confidence" for each in reached) == len(
        page.all("[data-filter]")
    )
    page.press(Keys.ENTER)
    assert page.one(".stepper b").text == "Ada Brandt"


# Filters


def test_claims_are_filtered_by_kind_and_what_is_to_be_checked(
    new_page: NewPage, harbour: Path
) -> None:
    page = new_page(harbour)
    assert page.texts(".filters label")[:3] == ["statement 2", "belief 1", "denial 1"]
    check(page, "denial")
    check(page, "belief")
    assert rows_shown(page) == ["3", "4"]
    assert facts_of(page, ".claim.off") == ["1", "2"]
    assert page.one(".chosen span").text == "2 of 4 claims"
    check(page, "no source")
    assert rows_shown(page) == ["3"]
    assert page.texts(".sources .who") == ["No source given"]
    page.click("[data-do='reset']")
    assert rows_shown(page) == ["1", "2", "3", "4"]
    assert page.one(".chosen span").text == "4 claims"
    assert not page.one("[data-do='reset']").is_displayed()


def test_claims_are_filtered_by_confidence_and_source(new_page: NewPage, harbour: Path) -> None:
    page = new_page(harbour)
    slider = page.one("input[type='range']")
    page.js("arguments[0].focus()", slider)
    page.press(*[Keys.ARROW_RIGHT] * 40)
    assert page.one("output").text == "90 % or more"
    assert rows_shown(page) == ["1", "2"]
    page.click("button[data-source='1']")
    assert rows_shown(page) == ["2"]
    assert page.one(".stepper-place").text == "1 of 1 claim"
    page.click("[data-do='reset']")
    assert page.one(".stepper-place").text == "1 of 2 claims"
    check(page, "hedged")
    assert page.one(".stepper-place").text == "no claim is shown"
    assert not page.one("[data-do='next']").is_enabled()


# What is shown, named and copied


def test_pointing_and_focus_show_kind_name_and_confidence(new_page: NewPage, harbour: Path) -> None:
    page = new_page(harbour)
    page.hover("#f4")
    assert page.one(".card").text == "Ada Brandt\ndenial, indirect\nnegated\nconfidence 81 %"
    page.hover(".masthead")
    assert not page.one(".card").is_displayed()
    page.js("document.getElementById('r3').focus()")
    assert page.one(".card").text == (
        "No source given\nbelief, indirect\nno source, hedged\nconfidence 50 %"
    )
    label = "3 no source hedged: belief, indirect; confidence 50 %"
    assert page.one("#r3").get_attribute("aria-label") == label


def test_what_needs_care_is_told_by_words_and_lines(new_page: NewPage, harbour: Path) -> None:
    page = new_page(harbour)
    assert page.texts(".number i") == ["not named", "no source", "hedged", "negated"]
    style = "return getComputedStyle(document.getElementById(arguments[0])).textDecorationStyle"
    assert [page.js(style, name) for name in ("f1", "f3", "f4")] == ["dashed", "wavy", "solid"]


def test_each_claim_has_an_address(new_page: NewPage, harbour: Path) -> None:
    page = new_page(harbour, anchor="#f4")
    assert page.one(".stepper-place").text == "2 of 2 claims"
    assert facts_of(page, ".claim.now") == ["4"]
    top, bottom = page.js(
        "const box = document.getElementById('f4').getBoundingClientRect();"
        "return [box.top, innerHeight - box.bottom]"
    )
    assert min(top, bottom) >= 0
    page.js("location.hash = '#f1'")
    assert page.one(".stepper b").text == "The mayor"
    both = new_page(harbour, harbour, anchor="#a2-f4")
    assert both.one(".stepper-place").text == "2 of 2 claims"
    assert [each.get_attribute("id") for each in both.all(".claim.now")] == ["a2-f4"]


def test_a_claim_is_copied_with_its_source(new_page: NewPage, harbour: Path) -> None:
    page = new_page(harbour)
    page.js("window.setTimeout = () => 0")  # "Copied" stays
    page.click("#n1 [data-do='copy']")
    assert page.one("#n1 [data-do='copy']").text == "Copied"
    assert clipboard(page) == (
        "the harbour would open in May\n"
        "— The mayor (indirect, not named, “said”)\n"
        f"Harbour plan splits the council · {harbour} · line 3"
    )
    page.click("#f2")
    page.click(".stepper [data-do='copy']")
    assert clipboard(page).splitlines()[1] == "— Ada Brandt"
    page.click("[data-do='next']")
    page.click("[data-do='link']")
    assert clipboard(page) == f"{page.address}#f4"
    page.drawn()
    assert page.one(".spoken").text == "Copied the link"


# The page as a whole


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("anchor", ["", "#a2-f2"], ids=["as opened", "following"])
def test_axe_finds_nothing(
    scheme: str, anchor: str, new_page: NewPage, talks: Path, samples: Path
) -> None:
    page = new_page("--all", talks, talks, samples / "brief.txt", anchor=anchor)
    page.media(scheme)
    assert page.violations() == []


def test_axe_finds_nothing_in_one_article_on_a_narrow_screen(
    new_page: NewPage, samples: Path
) -> None:
    page = new_page(samples / "politics.txt")
    page.resize(360, 800)
    page.open("#f3")
    assert page.violations() == []


# The contrast of two colours (WCAG 2.2), each as the browser paints it.
CONTRAST = """
const paint = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
const luminance = (colour) => {
  paint.fillStyle = colour;
  paint.fillRect(0, 0, 1, 1);
  const linear = [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
};
const probe = document.body.appendChild(document.createElement("p"));
const colour = (voice, name) => {
  probe.className = voice;
  probe.style.color = `var(${name})`;
  return getComputedStyle(probe).color;
};
const voices = [...Array(10).keys()].map((number) => `v${number}`);
const pairs = [["", "--soft", "", "--paper"], ["", "--soft", "", "--sheet"]];
for (const voice of voices) {
  pairs.push([voice, "--name", "", "--paper"], ["", "--paper", voice, "--name"]);
  for (const tint of ["--tint", "--lit"]) {
    pairs.push(["", "--ink", voice, tint]);
    for (const other of voices) pairs.push([other, "--name", voice, tint]);
  }
}
return pairs.map(([voice, text, other, ground]) => {
  const [one, two] = [luminance(colour(voice, text)), luminance(colour(other, ground))];
  return [(Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05), voice, text, other, ground];
});
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast_on_every_tint(scheme: str, new_page: NewPage, harbour: Path) -> None:
    page = new_page(harbour)  # axe leaves out what stands on a tint that is drawn
    page.media(scheme)
    assert [row for row in page.js(CONTRAST) if row[0] < MIN_CONTRAST] == []


def test_nothing_is_asked_for_and_the_console_is_silent(new_page: NewPage, harbour: Path) -> None:
    page = new_page(harbour, harbour)
    page.click("#a1-f4")
    page.click("[data-do='next']")
    page.click("#a2-n1 [data-do='copy']")
    check(page, "hedged")
    requests = page.requests()
    assert page.address in requests
    assert [each for each in requests if not each.startswith(("file:", "data:", "about:"))] == []
    assert page.messages() == []


HOSTILE = """<img src=x onerror=hacked()> & "quoted" 'title'

By <b onclick="hacked()">Ann Roe

The mayor said that </script><script>hacked()</script> was “<svg/onload=hacked()>” and that
{{ 7 * 7 }} {% raw %} <!-- and ]]> --> &lt;b&gt; were "there' on Monday.
"""


def test_what_an_article_holds_is_text(new_page: NewPage, tmp_path: Path) -> None:
    article = {
        "text": HOSTILE,
        "url": "javascript:hacked()",
        "outlet": '"><iframe src="https://example.org">',
        "date": "<i>today</i>",
    }
    path = tmp_path / '"><img src=x onerror=hacked()>.json'
    path.write_text(json.dumps(article), encoding="utf-8")
    page = new_page(path)
    assert page.js("return document.scripts.length") == 1
    assert page.all("img, iframe, script ~ script, svg:not(.bar), a[href^='java']") == []
    body = page.one("body").text
    for text in (*HOSTILE.splitlines()[4].split(" was ")[:1], "{{ 7 * 7 }} {% raw %}"):
        assert text in body
    assert page.messages() == []


def test_narrow_screens_need_no_scrolling_sideways(new_page: NewPage, samples: Path) -> None:
    page = new_page(samples / "politics.txt")
    for width in (320, 390, 900):
        page.resize(width, 800)
        page.open()
        assert page.js("return document.documentElement.scrollWidth") <= width
        assert not page.one(".sources").is_displayed()
    page.click(".panel > summary")
    assert page.one(".sources").is_displayed()


def test_dark_is_dark_and_print_is_paper(new_page: NewPage, harbour: Path) -> None:
    page = new_page(harbour)
    colour = "return getComputedStyle(document.body).backgroundColor"
    light = page.js(colour)
    page.media("dark")
    assert (light, page.js(colour)) == ("rgb(251, 250, 246)", "rgb(21, 23, 26)")
    page.media("dark", "print")
    assert page.js(colour) == "rgb(255, 255, 255)"
    shown = [
        name for name in ("filters", "sources", "claims", "legend", "text") if displayed(page, name)
    ]
    assert shown == ["sources", "claims", "legend", "text"]
    assert not [each for each in page.all("[data-do]") if each.is_displayed()]


def test_without_scripts_all_is_there_to_read(new_page: NewPage, harbour: Path) -> None:
    page = new_page(harbour)
    page.cdp("Emulation.setScriptExecutionDisabled", value=True)
    page.open()
    page.cdp("Emulation.setScriptExecutionDisabled", value=False)
    assert displayed(page, "sources")
    assert displayed(page, "claims")
    assert not displayed(page, "filters")


def facts_of(page: Page, selector: str) -> list[str]:
    return [str(each.get_attribute("data-facts")) for each in page.all(selector)]


def rows_shown(page: Page) -> list[str]:
    return page.texts(".row-number")


def check(page: Page, value: str) -> None:
    """Tick the box of a filter, as a click on its label does."""
    box = page.all(f"[data-filter][value='{value}']")[0]
    page.js("arguments[0].scrollIntoView({block: 'center'})", box)
    box.click()


def displayed(page: Page, name: str) -> bool:
    return page.one(f".{name}:not(.claim)").is_displayed()


def clipboard(page: Page) -> str:
    page.cdp("Browser.grantPermissions", permissions=["clipboardReadWrite"])
    read = "navigator.clipboard.readText().then(arguments[0], (error) => arguments[0](`${error}`))"
    return str(page.chrome.execute_async_script(read))
