"""The manners of every page: base page, components, refusals in words, formatting.

Rooms: ``refusals`` (sentences), ``refusing`` (a refusal becomes a page), ``security``
(headers), ``context`` and ``navigation`` (what every page shows), ``rendering``
(page or part), ``paging``, ``sorting``, ``exporting``, ``folding`` (search without
accents), ``health``, ``icons``, ``numbers`` (how numbers are written), ``states``
(colour, icon and word of a state), ``templatetags.show``. The look is in ``frontend``.
"""
