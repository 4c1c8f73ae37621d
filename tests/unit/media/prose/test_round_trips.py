from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from artstudio.documents.prose import CharStyle, ParagraphStyle, Prose
from artstudio.media.prose.docx_in import prose_from_docx
from artstudio.media.prose.docx_out import docx_of
from artstudio.media.prose.html_in import prose_from_html
from artstudio.media.prose.html_out import html_of
from artstudio.media.prose.markdown_in import prose_from_markdown
from artstudio.media.prose.markdown_out import markdown_of
from artstudio.media.prose.pieces import Paragraph, paragraphs_of

from . import rig
