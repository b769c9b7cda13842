"""A row of a closed round is not moved to another one either."""

from django.db import migrations

CREATE = """
CREATE OR REPLACE FUNCTION plans_refuse_closed_round() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    lines jsonb[] := ARRAY[]::jsonb[];
    is_closed boolean;
BEGIN
    -- A row leaves a closed round as little as it comes into one.
    IF TG_OP <> 'INSERT' THEN lines := lines || to_jsonb(OLD); END IF;
    IF TG_OP <> 'DELETE' THEN lines := lines || to_jsonb(NEW); END IF;
    IF TG_TABLE_NAME = 'plans_roundreport' THEN
        is_closed := EXISTS (SELECT FROM unnest(lines) line
            JOIN plans_round r ON r.id = (line->>'round_id')::bigint WHERE r.closed_at IS NOT NULL);
    ELSIF TG_TABLE_NAME = 'plans_itemreport' THEN
        is_closed := EXISTS (SELECT FROM unnest(lines) line
            JOIN plans_roundreport p ON p.id = (line->>'report_id')::bigint
            JOIN plans_round r ON r.id = p.round_id WHERE r.closed_at IS NOT NULL);
    ELSE
        is_closed := EXISTS (SELECT FROM unnest(lines) line
            JOIN plans_itemreport i ON i.id = (line->>'itemreport_id')::bigint
            JOIN plans_roundreport p ON p.id = i.report_id
            JOIN plans_round r ON r.id = p.round_id WHERE r.closed_at IS NOT NULL);
    END IF;
    IF is_closed THEN
        RAISE EXCEPTION '% rows of a closed round are never changed or deleted', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END
$$;
"""
BEFORE = """
CREATE OR REPLACE FUNCTION plans_refuse_closed_round() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    line record;
    round_at timestamptz;
BEGIN
    IF TG_OP = 'DELETE' THEN line := OLD; ELSE line := NEW; END IF;
    IF TG_TABLE_NAME = 'plans_roundreport' THEN
        SELECT closed_at INTO round_at FROM plans_round WHERE id = line.round_id;
    ELSIF TG_TABLE_NAME = 'plans_itemreport' THEN
        SELECT r.closed_at INTO round_at FROM plans_round r
            JOIN plans_roundreport p ON p.round_id = r.id WHERE p.id = line.report_id;
    ELSE
        SELECT r.closed_at INTO round_at FROM plans_round r
            JOIN plans_roundreport p ON p.round_id = r.id
            JOIN plans_itemreport i ON i.report_id = p.id WHERE i.id = line.itemreport_id;
    END IF;
    IF round_at IS NOT NULL THEN
        RAISE EXCEPTION '% rows of a closed round are never changed or deleted', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN line;
END
$$;
"""


class Migration(migrations.Migration):
    """Looks at the round a row belongs to, and at the one it would belong to."""

    dependencies = [("plans", "0011_baselines")]
    operations = [migrations.RunSQL(CREATE, BEFORE)]
