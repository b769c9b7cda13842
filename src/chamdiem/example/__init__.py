"""The example province (tỉnh ví dụ): made up, seeded, made through the use cases, marked on every page.

``story`` tells it in order; ``directory`` makes bodies and people, ``campaigns`` opens,
``dossiers`` fills in and hands over, ``papers`` makes and signs documents, ``appraising`` decides.
"""
