"""The shape of what people hand in about plans; what it means is for the use cases."""

from chamdiem.plans.forms.content import (
    OPERATOR_WORDS,
    ApprovalForm,
    FileForm,
    GoalForm,
    ItemForm,
    MeasureForm,
)
from chamdiem.plans.forms.fields import reading_hints
from chamdiem.plans.forms.header import HeadForm, NewPlanForm
from chamdiem.plans.forms.naming import BodyForm, GroupForm
from chamdiem.plans.forms.reporting import GeneralForm, LineForm
from chamdiem.plans.forms.work import (
    AimForm,
    CalendarForm,
    LaterForm,
    ProgressForm,
    RoundForm,
    TaskFilters,
    TaskForm,
    ValueForm,
)

__all__ = [
    "OPERATOR_WORDS",
    "AimForm",
    "ApprovalForm",
    "BodyForm",
    "CalendarForm",
    "FileForm",
    "GeneralForm",
    "GoalForm",
    "GroupForm",
    "HeadForm",
    "ItemForm",
    "LaterForm",
    "LineForm",
    "MeasureForm",
    "NewPlanForm",
    "ProgressForm",
    "RoundForm",
    "TaskFilters",
    "TaskForm",
    "ValueForm",
    "reading_hints",
]
