"""The database itself refuses to change or delete what was frozen or published."""

from django.db import migrations

CREATE = """
CREATE TRIGGER results_closing_never_changed BEFORE UPDATE OR DELETE ON results_closing
    FOR EACH ROW EXECUTE FUNCTION chamdiem_refuse_change();
CREATE TRIGGER results_result_never_changed BEFORE UPDATE OR DELETE ON results_result
    FOR EACH ROW EXECUTE FUNCTION chamdiem_refuse_change();
CREATE TRIGGER results_release_never_changed BEFORE UPDATE OR DELETE ON results_release
    FOR EACH ROW EXECUTE FUNCTION chamdiem_refuse_change();
"""
DROP = """
DROP TRIGGER results_closing_never_changed ON results_closing;
DROP TRIGGER results_result_never_changed ON results_result;
DROP TRIGGER results_release_never_changed ON results_release;
"""


class Migration(migrations.Migration):
    """Adds the triggers."""

    dependencies = [("results", "0001_first"), ("audit", "0002_never_changed")]
    operations = [migrations.RunSQL(CREATE, DROP)]
