"""Rows of which only what is named may change, so that a column added later is kept without anybody's help."""

from django.db import migrations

CREATE = """
CREATE FUNCTION chamdiem_refuse_all_but() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(OLD) - TG_ARGV IS DISTINCT FROM to_jsonb(NEW) - TG_ARGV THEN
        RAISE EXCEPTION '% rows are never changed but in %', TG_TABLE_NAME, TG_ARGV
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
"""
DROP = "DROP FUNCTION chamdiem_refuse_all_but();"


class Migration(migrations.Migration):
    """Adds the function; each app says of which of its tables."""

    dependencies = [("audit", "0003_anchored")]
    operations = [migrations.RunSQL(CREATE, DROP)]
