"""Renders Tests/Oracle/summary.md, a summary as nn-run writes it for GitHub, to summary.html.

HTML in the text is let through, so that what was not escaped shows.
"""

from pathlib import Path

from markdown_it import MarkdownIt

folder = Path(__file__).parent
renderer = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
text = (folder / "summary.md").read_text(encoding="utf-8")
(folder / "summary.html").write_text(renderer.render(text), encoding="utf-8")
