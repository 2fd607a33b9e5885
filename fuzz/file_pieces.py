"""What files of each kind are built of: names of elements, commands, marks and fields.

They are also entries of the dictionary of the fuzzer.
"""

HTML = (
    *("p", "div", "h1", "h2", "article", "section", "blockquote", "ul", "li", "a href='/x'", "b"),
    *("table", "tr", "td", "figure", "figcaption", "aside", "nav", "footer", "header", "main", "q"),
    *("title", "time datetime='2025-03-04'", "span class='byline'", "script", "style", "br", "pre"),
    *("meta property='og:title' content='Rain'", "meta name='author' content='By Ann Lee'"),
    *("link rel='canonical' href='https://coast.example/a'", "body", "head", "html lang='en-GB'"),
    *("script type='application/ld+json'", "svg", "iframe", "template", "noscript", "textarea"),
)
WORD = (
    *("w:p", "w:r", "w:t", "w:t", "w:t xml:space='preserve'", "w:tbl", "w:tr", "w:tc", "w:br"),
    *(
        "w:pPr",
        "w:pStyle w:val='Heading1'",
        "w:pStyle w:val='Title'",
        "w:numPr",
        "w:ilvl w:val='0'",
    ),
    *("w:ins", "w:del", "w:delText", "w:rPr", "w:vanish", "w:drawing", "w:txbxContent", "w:tab"),
    *("w:hyperlink", "w:sdt", "w:sdtContent", "w:footnoteReference", "w:softHyphen", "w:fldChar"),
)
OPEN_DOCUMENT = (
    *("t:p", "t:h t:outline-level='1'", "t:span", "t:list", "t:list-item", "t:s t:c='3'", "t:tab"),
    *("t:line-break", "t:note", "t:note-body", "t:tracked-changes", "t:deletion", "t:section"),
    *("tb:table", "tb:table-row", "tb:table-cell tb:number-columns-repeated='9'", "t:p", "t:a"),
    *("t:s t:c='-1'", "t:s t:c='x'", "t:s t:c='99999999999'", "t:h t:outline-level='one'", "t:h"),
)
FEED = (
    *("item", "entry", "title", "link", "link href='https://a.example/'", "description", "author"),
    *("content:encoded", "content type='html'", "summary", "pubDate", "updated", "dc:creator"),
    *("name", "guid", "id", "category", "media:content", "source", "language", "published"),
)
RICH_TEXT = (
    *("\\par ", "\\b ", "{", "}", "\\'e9", "\\u8220?", "\\u-10179?\\u-8704?", "\\uc0 ", "\\uc9 "),
    *(
        "\\cell ",
        "\\row ",
        "\\tab ",
        "{\\*\\x ",
        "{\\fonttbl ",
        "{\\info{\\title ",
        "\\bin5 ",
        "\\\n",
    ),
    *("{\\field{\\*\\fldinst HYPERLINK}{\\fldrslt ", "\\ansicpg1251 ", "\\f1 ", "\\u99999999? "),
)
MARKDOWN = (
    *("# ", "## ", "- ", "1. ", "> ", "```\n", "    ", "[a](b)", "![a](b)", "[a]: b\n", "**", "_"),
    *("| a | b |\n| - | - |\n", "---\n", "title: Rain\n", "date: 2025-03-04\n", "<b>", "`", "\n\n"),
    *(
        "+++\n",
        "author: [Ann, Bo]\n",
        "lang: en\n",
        "===\n",
        "~~~\n",
        "&copy;",
        "\\",
        "<!-- ",
        "[^1]",
    ),
)
SUBTITLES = (
    *("WEBVTT\n\n", "1\n", "00:00:01,000 --> 00:00:02,000\n", "00:01.000 --> 00:02.000 line:0\n"),
    *(
        "\n\n",
        "<v Ann Lee>",
        "</v>",
        "<c.red>",
        "<i>",
        "- ",
        "NOTE x\n",
        "STYLE\n",
        ">> ",
        "[Music]",
    ),
    *("{\\an8}", "ANN LEE: ", "♪ ", "99:99:99,999 --> 0:0\n", "&gt;", "\r\n", "<00:00:01.000>"),
)
FIELDS = (
    *("text", "title", "body", "content", "articleBody", "headline", "author", "date", "url", "id"),
    *("language", "source", "publisher", "articles", "items", "schema", "facts", "file", "Text "),
)
HEADERS = (
    *("From: Ann Lee <ann@coast.example>", "Subject: Quay is shut", "Subject: Re: [coast] Quay"),
    *("Date: Tue, 04 Mar 2025 09:12:44 +0000", "Message-ID: <a@b>", "To: jo@coast.example"),
    *("Subject: =?utf-8?q?Caf=C3=A9?=", "Subject: =?x?b?/w==?=", "Content-Language: en-GB", " x"),
    *("Content-Type: text/plain; charset=utf-8; format=flowed", "Content-Type: text/html"),
    *("Content-Type: text/plain; charset=utf-7", "Content-Type: multipart/mixed; boundary=x"),
    *("Content-Transfer-Encoding: quoted-printable", "Content-Transfer-Encoding: base64"),
    *("Content-Disposition: attachment", "Content-Type: message/rfc822", "Date: 0", "From: "),
    *("Content-Type: multipart/related; boundary=x; type=text/html", "MIME-Version: 1.0"),
    *("Snapshot-Content-Location: https://coast.example/a", "Content-Location: cid:x", "From: =?"),
)
DRAWING = (
    *(
        "BT\n",
        "ET\n",
        "/F1 12 Tf\n",
        "/F1 24 Tf\n",
        "/F1 0 Tf\n",
        "72 720 Td\n",
        "0 -14 Td\n",
        "T*\n",
    ),
    *("1 0 0 1 72 700 Tm\n", "0 1 -1 0 72 700 Tm\n", "1 0 0 1 320 720 Tm\n", "14 TL\n", "(-) Tj\n"),
    *(
        "1 0 0 1 72 30 Tm\n",
        "(12) Tj\n",
        "<00AD> Tj\n",
        "1e9 0 0 1e9 0 0 Tm\n",
        "100 0 Td\n",
        "q\n",
    ),
)

PIECES = (*HTML, *WORD, *OPEN_DOCUMENT, *FEED, *RICH_TEXT, *MARKDOWN, *SUBTITLES, *FIELDS, *HEADERS)
