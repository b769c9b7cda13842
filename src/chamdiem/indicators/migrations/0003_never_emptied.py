"""The database itself refuses to empty the editions."""

from django.db import migrations

CREATE = """
CREATE TRIGGER indicators_edition_never_emptied BEFORE TRUNCATE ON indicators_edition
    FOR EACH STATEMENT EXECUTE FUNCTION chamdiem_refuse_emptying();
"""
DROP = "DROP TRIGGER indicators_edition_never_emptied ON indicators_edition;"


class Migration(migrations.Migration):
    """Adds the trigger."""

    dependencies = [("indicators", "0002_never_changed"), ("audit", "0003_anchored")]
    operations = [migrations.RunSQL(CREATE, DROP)]
