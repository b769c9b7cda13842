"""The database itself refuses to change or delete an issued edition."""

from django.db import migrations

CREATE = """
CREATE TRIGGER indicators_edition_never_changed BEFORE UPDATE ON indicators_edition
    FOR EACH ROW WHEN (OLD.status = 'issued' AND (OLD.document, OLD.content_hash, OLD.key, OLD.status, OLD.name, OLD.edition)
        IS DISTINCT FROM (NEW.document, NEW.content_hash, NEW.key, NEW.status, NEW.name, NEW.edition)) EXECUTE FUNCTION chamdiem_refuse_change();
CREATE TRIGGER indicators_edition_never_deleted BEFORE DELETE ON indicators_edition
    FOR EACH ROW WHEN (OLD.status = 'issued') EXECUTE FUNCTION chamdiem_refuse_change();
"""
DROP = """
DROP TRIGGER indicators_edition_never_changed ON indicators_edition;
DROP TRIGGER indicators_edition_never_deleted ON indicators_edition;
"""


class Migration(migrations.Migration):
    """Adds the triggers."""

    dependencies = [("indicators", "0001_first"), ("audit", "0002_never_changed")]
    operations = [migrations.RunSQL(CREATE, DROP)]
