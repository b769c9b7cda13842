"""How the verdict on signatures is called on pages, and which files may be chosen."""

from django import template

from chamdiem.evidence.inspection import PICKED
from chamdiem.evidence.models import StoredFile
from chamdiem.evidence.pages import page_reference
from chamdiem.evidence.showing import SIGNATURE_STATES

register = template.Library()


@register.simple_tag
def accepted_files() -> str:
    """The ``accept`` of a file field: what the server takes, no more and no less."""
    return PICKED


@register.filter
def cited_pages(typed: str) -> str:
    """The pages cited, as they are typed today."""
    return page_reference(typed)


@register.filter
def signature_state(verdict: str) -> str:
    """The code of the state: ``valid`` is shown as ``signature_valid``."""
    return SIGNATURE_STATES[StoredFile.Signature(verdict)]
