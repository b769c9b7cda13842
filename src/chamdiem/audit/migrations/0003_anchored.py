"""The end of the chain is anchored, and neither table can be emptied."""

from django.db import migrations, models

CREATE = """
INSERT INTO audit_anchor (id, number, hash)
    SELECT 1, coalesce(max(number), 0), coalesce((array_agg(hash ORDER BY number DESC))[1], '') FROM audit_event;

CREATE FUNCTION chamdiem_refuse_emptying() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is never emptied', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER audit_event_never_emptied BEFORE TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION chamdiem_refuse_emptying();
CREATE TRIGGER audit_anchor_never_emptied BEFORE TRUNCATE ON audit_anchor
    FOR EACH STATEMENT EXECUTE FUNCTION chamdiem_refuse_emptying();
CREATE TRIGGER audit_anchor_never_deleted BEFORE DELETE ON audit_anchor
    FOR EACH ROW EXECUTE FUNCTION chamdiem_refuse_change();

CREATE FUNCTION chamdiem_move_anchor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE audit_anchor SET number = NEW.number, hash = NEW.hash
        WHERE number = NEW.number - 1 AND hash = NEW.previous_hash;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'event % does not follow the last one', NEW.number USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER audit_event_moves_anchor AFTER INSERT ON audit_event
    FOR EACH ROW EXECUTE FUNCTION chamdiem_move_anchor();

CREATE FUNCTION chamdiem_guard_anchor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.id = OLD.id AND NEW.number = OLD.number + 1
        AND EXISTS (SELECT FROM audit_event WHERE number = NEW.number AND hash = NEW.hash) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the anchor only moves on to the next event' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER audit_anchor_only_moves_on BEFORE UPDATE ON audit_anchor
    FOR EACH ROW EXECUTE FUNCTION chamdiem_guard_anchor();
"""
DROP = """
DROP TRIGGER audit_event_moves_anchor ON audit_event;
DROP TRIGGER audit_event_never_emptied ON audit_event;
DROP TRIGGER audit_anchor_never_emptied ON audit_anchor;
DROP TRIGGER audit_anchor_never_deleted ON audit_anchor;
DROP TRIGGER audit_anchor_only_moves_on ON audit_anchor;
DROP FUNCTION chamdiem_move_anchor();
DROP FUNCTION chamdiem_guard_anchor();
DROP FUNCTION chamdiem_refuse_emptying();
"""


class Migration(migrations.Migration):
    """Adds the anchor and its triggers."""

    dependencies = [("audit", "0002_never_changed")]
    operations = [
        migrations.CreateModel(
            name="Anchor",
            fields=[
                ("id", models.SmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("number", models.BigIntegerField(default=0)),
                ("hash", models.CharField(blank=True, default="", max_length=64)),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="anchor_is_one")],
            },
        ),
        migrations.RunSQL(CREATE, DROP),
    ]
