"""Nothing of an issued edition changes, not even what lists repeat of its document."""

from django.db import migrations

CREATE = """
DROP TRIGGER indicators_edition_never_changed ON indicators_edition;
CREATE TRIGGER indicators_edition_never_changed BEFORE UPDATE ON indicators_edition
    FOR EACH ROW WHEN (OLD.status = 'issued' AND OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION chamdiem_refuse_change();
"""
DROP = """
DROP TRIGGER indicators_edition_never_changed ON indicators_edition;
CREATE TRIGGER indicators_edition_never_changed BEFORE UPDATE ON indicators_edition
    FOR EACH ROW WHEN (OLD.status = 'issued' AND (OLD.document, OLD.content_hash, OLD.key, OLD.status, OLD.name, OLD.edition)
        IS DISTINCT FROM (NEW.document, NEW.content_hash, NEW.key, NEW.status, NEW.name, NEW.edition)) EXECUTE FUNCTION chamdiem_refuse_change();
"""


class Migration(migrations.Migration):
    """Puts another trigger in place of the one that named columns."""

    dependencies = [("indicators", "0004_names_in_order")]
    operations = [migrations.RunSQL(CREATE, DROP)]
