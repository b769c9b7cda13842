from django.core.management.base import CommandError
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from chamdiem.organisations.codes import CodeKey

_MOST_TOLD = 20


def _refuse_pairs(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Say which bodies have codes that differ in capitals only: nobody but people can tell which keeps it."""
    bodies = apps.get_model("organisations", "Organisation").objects.using(schema_editor.connection.alias)
    keyed = bodies.annotate(key=CodeKey("code"))
    twice = keyed.values("key").annotate(bodies=models.Count("pk")).filter(bodies__gt=1).values("key")
    pairs = list(keyed.filter(key__in=twice).order_by("key", "code").values_list("code", "name"))
    if pairs:
        named = "; ".join(f"“{code}” ({name})" for code, name in pairs[:_MOST_TOLD])
        more = " …" if len(pairs) > _MOST_TOLD else ""
        raise CommandError(
            f"Chưa cập nhật: có mã đơn vị chỉ khác nhau ở chữ hoa, chữ thường: {named}{more}. Mở lại bản đang "
            "chạy, sửa mã một trong hai đơn vị ở trang Đơn vị, rồi cập nhật lại. "
            "(Nothing was updated: these codes differ in capitals only. Start the version you had, "
            "change one code of each pair, then update again.)"
        )


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0005_moves_on_record"),
    ]
    # Where it refuses, the version before must still run: nothing that came with it has changed a table.
    run_before = [
        ("appraisals", "0003_rulings_by_figures"),
    ]

    operations = [
        migrations.RunPython(_refuse_pairs, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.UniqueConstraint(CodeKey("code"), name="organisation_code_once"),
        ),
    ]
