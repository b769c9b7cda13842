"""Reading the directory: only the part of the tree a person has a role in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Case, Count, Q, QuerySet, When

from chamdiem.core.alphabet import alphabetical
from chamdiem.errors import NotAllowed, NotFound
from chamdiem.organisations.codes import CodeKey, code_key
from chamdiem.organisations.models import (
    ComingName,
    FormerName,
    ImportFile,
    Kind,
    Move,
    Office,
    Organisation,
    Succession,
)
from chamdiem.organisations.permissions import may_change, may_correct, reach_of
from chamdiem.organisations.steps import Step, newest_step, nothing_to_undo
from chamdiem.organisations.tree import below, ids_of
from chamdiem.web.folding import matching, search_text
from chamdiem.web.ordering import Alphabetical

# More bodies than this below one are for the list with its pages, not for the tree.
MOST_IN_A_BRANCH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationFilter:
    """What somebody looks for; empty is everything that is open."""

    text: str = ""
    kind: str = ""
    level: int | None = None
    peer_group: str = ""
    below_id: int | None = None
    shows_closed: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing in particular is looked for, so that the tree is shown."""
        return self == OrganisationFilter(shows_closed=self.shows_closed)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationPage:
    """Everything the page of one body shows, but its people, who are one floor above."""

    organisation: Organisation
    today: date
    ancestors: Sequence[Organisation]
    offices: Sequence[Office]
    children_count: int
    origins: Sequence[Succession]
    successions: Sequence[Succession]
    former_names: Sequence[FormerName]
    moves: Sequence[Move]
    coming_name: ComingName | None
    name_is_overdue: bool
    # A body with an end, past or to come, takes no new name and neither ends nor takes over again.
    has_end: bool
    is_open: bool
    may_change: bool
    may_reopen: bool
    may_undo: bool


def open_on(day: date) -> Q:
    """The condition of a body that is valid on a day, both ends included."""
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    return begun & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))


def list_organisations(*, actor: AbstractBaseUser) -> QuerySet[Organisation]:
    """Every body this person sees, closed ones too, in the order of the tree; kind comes along."""
    return Organisation.objects.filter(below("path", reach_of(actor).seen)).select_related("kind")


def list_changeable(*, actor: AbstractBaseUser) -> QuerySet[Organisation]:
    """Every body this person may change."""
    return Organisation.objects.filter(below("path", reach_of(actor).changed)).select_related("kind")


def get_organisation(*, actor: AbstractBaseUser, organisation_id: int) -> Organisation:
    """One visible body, or ``NotFound``."""
    found = list_organisations(actor=actor).select_related("kind", "parent").filter(pk=organisation_id)
    organisation = found.first()
    if organisation is None:
        raise NotFound("organisation.not_found")
    return organisation


def get_changeable(*, actor: AbstractBaseUser, organisation_id: int) -> Organisation:
    """One body the actor may change, for a form about it.

    Raises:
        NotFound: No such body, or not in the actor's part of the tree.
        NotAllowed: The actor may not change it.
    """
    organisation = get_organisation(actor=actor, organisation_id=organisation_id)
    if not may_change(actor, organisation.path):
        raise NotAllowed("organisation.change_not_allowed", name=organisation.name)
    return organisation


def find_organisations(
    *, actor: AbstractBaseUser, wanted: OrganisationFilter, today: date
) -> QuerySet[Organisation]:
    """Visible bodies that fit a filter, by name; words match without accents."""
    found = list_organisations(actor=actor).filter(matching(wanted.text))
    if not wanted.shows_closed:
        found = found.filter(open_on(today))
    if wanted.kind:
        found = found.filter(kind__code=wanted.kind)
    if wanted.level is not None:
        found = found.filter(kind__level=wanted.level)
    if wanted.peer_group:
        found = found.filter(peer_group=wanted.peer_group)
    if wanted.below_id is not None:
        found = found.filter(path__contains=f"/{wanted.below_id}/").exclude(pk=wanted.below_id)
    # Who types a name as it is finds it first, before bodies that have its words somewhere.
    as_typed = Case(When(search_text__contains=search_text(wanted.text), then=0), default=1)
    return found.select_related("kind", "parent").order_by(as_typed, "name_order", "code")


def list_roots(*, actor: AbstractBaseUser, today: date) -> list[Organisation]:
    """Where the tree of this person begins: the outermost bodies she has a role in; one query."""
    tops = [ids_of(path)[-1] for path in reach_of(actor).seen]
    return list(_branches(list_organisations(actor=actor).filter(pk__in=tops), today))


def list_top(*, actor: AbstractBaseUser, today: date) -> list[Organisation]:
    """The roots of this person's tree; a single one comes with its children, in ``branch``."""
    roots = list_roots(actor=actor, today=today)
    if len(roots) == 1:
        (root,) = roots
        open_branch(root, actor=actor, today=today)
    return roots


def open_branch(organisation: Organisation, *, actor: AbstractBaseUser, today: date) -> None:
    """Give a body its children as a tree shows them: ``branch``, and ``has_more`` where these are not all."""
    children = list_children(actor=actor, parent_id=organisation.pk, today=today, most=MOST_IN_A_BRANCH + 1)
    organisation.branch = children[:MOST_IN_A_BRANCH]  # type: ignore[attr-defined]  # for the page
    organisation.has_more = len(children) > MOST_IN_A_BRANCH  # type: ignore[attr-defined]  # as above


def list_children(
    *, actor: AbstractBaseUser, parent_id: int, today: date, most: int | None = None
) -> list[Organisation]:
    """What stands directly below a visible body, each with ``open_children``; two queries."""
    get_organisation(actor=actor, organisation_id=parent_id)
    children = list_organisations(actor=actor).filter(open_on(today), parent_id=parent_id)
    return list(_branches(children, today)[:most])


def get_page(*, actor: AbstractBaseUser, organisation_id: int, today: date) -> OrganisationPage:
    """The page of one body; a fixed number of queries."""
    organisation = get_organisation(actor=actor, organisation_id=organisation_id)
    above = ids_of(organisation.path)[:-1]
    lineage = Succession.objects.select_related("predecessor", "successor")
    successions = list(lineage.filter(predecessor=organisation))
    former_names = list(organisation.former_names.all())
    coming_name = ComingName.objects.filter(organisation=organisation).first()
    changes = may_change(actor, organisation.path)
    has_step = bool(coming_name or successions or (former_names and organisation.valid_to is None))
    return OrganisationPage(
        organisation=organisation,
        today=today,
        ancestors=list(list_organisations(actor=actor).filter(pk__in=above)),
        offices=list(organisation.offices.all()),
        children_count=organisation.children.filter(open_on(today)).count(),
        origins=list(lineage.filter(successor=organisation)),
        successions=successions,
        former_names=former_names,
        moves=list(organisation.moves.select_related("before", "after", "succession__predecessor")),
        coming_name=coming_name,
        name_is_overdue=coming_name is not None and coming_name.takes_effect_on <= today,
        has_end=organisation.valid_to is not None,
        is_open=is_open(organisation, today),
        may_change=changes,
        may_reopen=changes and organisation.valid_to is not None and not successions,
        may_undo=has_step and may_correct(actor, organisation.path),
    )


def get_undoable(*, actor: AbstractBaseUser, organisation_id: int) -> tuple[Organisation, Step]:
    """A body and its newest change, for the form that takes it back.

    Raises:
        NotFound: No such body, or not in the actor's part of the tree.
        NotAllowed: The actor does not administer it.
        WrongStage: There is nothing to take back.
    """
    organisation = get_organisation(actor=actor, organisation_id=organisation_id)
    if not may_correct(actor, organisation.path):
        raise NotAllowed("organisation.undo_not_allowed", name=organisation.name)
    step = newest_step(organisation)
    if step is None:
        raise nothing_to_undo(organisation)
    return organisation, step


def is_open(organisation: Organisation, day: date) -> bool:
    """Whether a body is valid on a day, both ends included."""
    begun = organisation.valid_from is None or organisation.valid_from <= day
    return begun and (organisation.valid_to is None or organisation.valid_to >= day)


def list_kinds() -> list[Kind]:
    """Every kind of body, by level."""
    return list(Kind.objects.all())


def list_kinds_with_use() -> list[Kind]:
    """Every kind with ``used_by``, the number of bodies of it; one query."""
    return list(
        Kind.objects.annotate(used_by=Count("organisation")).order_by("level", "order", Alphabetical("name"))
    )


def list_peer_groups(*, actor: AbstractBaseUser) -> list[str]:
    """The names of peer groups in the visible part; one query."""
    groups = list_organisations(actor=actor).exclude(peer_group="").order_by()
    return sorted(groups.values_list("peer_group", flat=True).distinct(), key=alphabetical)


def get_office(*, actor: AbstractBaseUser, office_id: int) -> Office:
    """One office of a visible body, or ``NotFound``."""
    office = (
        Office.objects.select_related("organisation")
        .filter(pk=office_id, organisation__in=list_organisations(actor=actor))
        .first()
    )
    if office is None:
        raise NotFound("office.not_found")
    return office


def _branches(organisations: QuerySet[Organisation], today: date) -> QuerySet[Organisation]:
    count = Count("children", filter=_children_open_on(today))
    return organisations.annotate(open_children=count).order_by("kind__level", "kind__order", "name_order")


def _children_open_on(day: date) -> Q:
    begun = Q(children__valid_from__isnull=True) | Q(children__valid_from__lte=day)
    return begun & (Q(children__valid_to__isnull=True) | Q(children__valid_to__gte=day))


def get_import(*, actor: AbstractBaseUser, import_id: int) -> ImportFile:
    """A file this person handed in, or ``NotFound``; its job comes along."""
    file = (
        ImportFile.objects.select_related("job")
        .defer("content")
        .filter(pk=import_id, uploaded_by_id=actor.pk)
        .first()
    )
    if file is None:
        raise NotFound("import.not_found")
    return file


def list_waiting_imports(*, actor: AbstractBaseUser, kind: str) -> list[ImportFile]:
    """The files of a kind this person handed in and has not applied, newest first; one query."""
    mine = ImportFile.objects.filter(uploaded_by_id=actor.pk, kind=kind, applied_at__isnull=True)
    return list(mine.select_related("job").defer("content", "report"))


def find_by_code(*, actor: AbstractBaseUser, code: str) -> Organisation | None:
    """The visible body with this code, in letters of whatever case, or ``None``."""
    return list_organisations(actor=actor).alias(key=CodeKey("code")).filter(key=code_key(code)).first()


def suggest(*, actor: AbstractBaseUser, typed: str, today: date) -> list[Organisation]:
    """A few open bodies whose names or codes fit what was typed so far; one query."""
    wanted = OrganisationFilter(text=typed)
    return list(find_organisations(actor=actor, wanted=wanted, today=today)[:20])


def list_for_export(
    *, actor: AbstractBaseUser, wanted: OrganisationFilter, today: date
) -> QuerySet[Organisation]:
    """The bodies of a filter in the order of the tree, with their offices; two queries."""
    found = find_organisations(actor=actor, wanted=wanted, today=today)
    return found.order_by("path").prefetch_related("offices")
