"""How the verdict on signatures is called on pages."""

from django import template

from chamdiem.evidence.models import StoredFile
from chamdiem.evidence.showing import SIGNATURE_STATES

register = template.Library()


@register.filter
def signature_state(verdict: str) -> str:
    """The code of the state: ``valid`` is shown as ``signature_valid``."""
    return SIGNATURE_STATES[StoredFile.Signature(verdict)]
