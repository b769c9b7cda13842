"""The database itself refuses to empty what was frozen or published; a closing keeps why it was made."""

from django.db import migrations, models

CREATE = """
CREATE TRIGGER results_release_closings_never_changed BEFORE UPDATE OR DELETE ON results_release_closings
    FOR EACH ROW EXECUTE FUNCTION chamdiem_refuse_change();
CREATE TRIGGER results_closing_never_emptied BEFORE TRUNCATE ON results_closing
    FOR EACH STATEMENT EXECUTE FUNCTION chamdiem_refuse_emptying();
CREATE TRIGGER results_result_never_emptied BEFORE TRUNCATE ON results_result
    FOR EACH STATEMENT EXECUTE FUNCTION chamdiem_refuse_emptying();
CREATE TRIGGER results_release_never_emptied BEFORE TRUNCATE ON results_release
    FOR EACH STATEMENT EXECUTE FUNCTION chamdiem_refuse_emptying();
CREATE TRIGGER results_release_closings_never_emptied BEFORE TRUNCATE ON results_release_closings
    FOR EACH STATEMENT EXECUTE FUNCTION chamdiem_refuse_emptying();
"""
DROP = """
DROP TRIGGER results_release_closings_never_changed ON results_release_closings;
DROP TRIGGER results_closing_never_emptied ON results_closing;
DROP TRIGGER results_result_never_emptied ON results_result;
DROP TRIGGER results_release_never_emptied ON results_release;
DROP TRIGGER results_release_closings_never_emptied ON results_release_closings;
"""


class Migration(migrations.Migration):
    """Adds the triggers and the columns."""

    dependencies = [("results", "0003_closing"), ("audit", "0003_anchored")]
    operations = [
        migrations.AddField("closing", "reason", models.TextField(blank=True, verbose_name="lý do")),
        migrations.AddField("closing", "never_handed_in", models.JSONField(default=list)),
        migrations.RunSQL(CREATE, DROP),
    ]
