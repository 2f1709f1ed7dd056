"""One sheet for a site: what some page can need stays, the rest of Material's goes; order and addresses hold."""

from pathlib import Path

import pytest

from cjm.publish.styles import join_styles, one_sheet

MATERIAL = "assets/stylesheets/main.min.css"


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        (".a{x:1}.b{x:2}", ".a{x:1}"),
        (".a,.b{x:1}", ".a{x:1}"),
        (".a .b,p{x:1}", "p{x:1}"),
        (".a:not(.b){x:1}", ".a:not(.b){x:1}"),
        (".a:is(.b,.c) p,.b:is(.a){x:1}", ".a:is(.b,.c) p{x:1}"),
        ("[dir=ltr] .a--of:not([hidden])~.a{x:1}", "[dir=ltr] .a--of:not([hidden])~.a{x:1}"),
        ("@media print{.b{x:1}}", ""),
        ("@media (min-width:60em){.a--of:not([hidden]){x:1}.b{x:1}}", "@media (min-width:60em){.a--of:not([hidden]){x:1}}"),
        ("@supports (x:1){@media print{.a{x:1}.b{x:1}}}", "@supports (x:1){@media print{.a{x:1}}}"),
        ("@keyframes b{0%{x:1}to{x:2}}", "@keyframes b{0%{x:1}to{x:2}}"),
        (":root{--one:1;--two:2}.a{x:var(--one)}", ":root{--one:1;}.a{x:var(--one)}"),
        (":root{--two:url('data:x;}')}.a{x:1}", ":root{}.a{x:1}"),
        (".a{x:url('data:<svg f=\"r(4)\">{')}.b{x:1}p{x:2}", ".a{x:url('data:<svg f=\"r(4)\">{')}p{x:2}"),
        ('.a:after{content:"}"}.b{x:1}', '.a:after{content:"}"}'),
        ("/* .b{ */.a{x:1}", ".a{x:1}"),
        (r".\31 a{x:1}", r".\31 a{x:1}"),
    ],
)  # fmt: skip
def test_only_classes_that_something_has(sheet: str, left: str) -> None:
    assert one_sheet({MATERIAL: sheet}, {"a", "a--of"}) == left


def test_a_sheet_that_is_not_material_s_stays_whole_and_finds_its_files() -> None:
    own = '.b{x:url("../fonts/a.woff2");y:url(data:a);z:url(https://a.example/b)}:root{--c:1}'
    assert one_sheet({"assets/css/site.css": own}, {"a"}) == own.replace("../fonts", "fonts")


def test_each_page_loads_one_sheet_from_where_it_lies(tmp_path: Path) -> None:
    files = {
        MATERIAL: ".a{x:1}.made{x:1}.b{x:1}",
        "assets/css/own.css": ".own{x:1}",
        "assets/js/page.js": 'one.className = "made";',
        "assets/js/unloaded.js": '"b"',
        "index.html": '<link rel="stylesheet" href="{}assets/stylesheets/main.min.css">\n<link rel="stylesheet" href="{}assets/css/own.css">\n'
        '<link rel="stylesheet" href="https://elsewhere.example/x.css"><p class="a"><script defer src="{}assets/js/page.js"></script>',
    }  # fmt: skip
    files["sections/one.html"] = files["index.html"].replace("{}", "../")
    files["404.html"] = files["index.html"].replace("{}", "/team/")
    files["index.html"] = files["index.html"].replace("{}", "")
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    join_styles(tmp_path)
    (sheet,) = tmp_path.glob("assets/*.css")
    assert sheet.read_text(encoding="utf-8") == ".a{x:1}.made{x:1}\n.own{x:1}"
    for page, root in (("index.html", ""), ("sections/one.html", "../"), ("404.html", "/team/")):
        text = (tmp_path / page).read_text(encoding="utf-8")
        assert f'<link rel="stylesheet" href="{root}assets/{sheet.name}">' in text
        assert "own.css" not in text and "elsewhere.example" in text
