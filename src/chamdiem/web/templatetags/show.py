"""How values are shown; built with the floor ``web``."""

from django import template

register = template.Library()
