"""The database itself refuses to change or delete an event."""

from django.db import migrations

CREATE = """
CREATE FUNCTION chamdiem_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER audit_event_never_changed BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION chamdiem_refuse_change();
"""
DROP = """
DROP TRIGGER audit_event_never_changed ON audit_event;
DROP FUNCTION chamdiem_refuse_change();
"""


class Migration(migrations.Migration):
    """Adds the trigger."""

    dependencies = [("audit", "0001_first")]
    operations = [migrations.RunSQL(CREATE, DROP)]
