"""The database itself keeps versions, histories, and every round that was closed."""

from django.db import migrations

CREATE = """
CREATE TRIGGER plans_planversion_never_changed BEFORE UPDATE OR DELETE ON plans_planversion
    FOR EACH ROW EXECUTE FUNCTION chamdiem_refuse_change();
CREATE TRIGGER plans_taskchange_never_changed BEFORE UPDATE OR DELETE ON plans_taskchange
    FOR EACH ROW EXECUTE FUNCTION chamdiem_refuse_change();
CREATE TRIGGER plans_reportstep_never_changed BEFORE UPDATE OR DELETE ON plans_reportstep
    FOR EACH ROW EXECUTE FUNCTION chamdiem_refuse_change();

CREATE TRIGGER plans_round_closed_never_changed BEFORE UPDATE OR DELETE ON plans_round
    FOR EACH ROW WHEN (OLD.closed_at IS NOT NULL) EXECUTE FUNCTION chamdiem_refuse_change();

CREATE FUNCTION plans_refuse_closed_round() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER plans_roundreport_closed_never_changed BEFORE INSERT OR UPDATE OR DELETE ON plans_roundreport
    FOR EACH ROW EXECUTE FUNCTION plans_refuse_closed_round();
CREATE TRIGGER plans_itemreport_closed_never_changed BEFORE INSERT OR UPDATE OR DELETE ON plans_itemreport
    FOR EACH ROW EXECUTE FUNCTION plans_refuse_closed_round();
CREATE TRIGGER plans_itemreport_documents_closed_never_changed
    BEFORE INSERT OR UPDATE OR DELETE ON plans_itemreport_documents
    FOR EACH ROW EXECUTE FUNCTION plans_refuse_closed_round();
"""
DROP = """
DROP TRIGGER plans_itemreport_documents_closed_never_changed ON plans_itemreport_documents;
DROP TRIGGER plans_itemreport_closed_never_changed ON plans_itemreport;
DROP TRIGGER plans_roundreport_closed_never_changed ON plans_roundreport;
DROP FUNCTION plans_refuse_closed_round();
DROP TRIGGER plans_round_closed_never_changed ON plans_round;
DROP TRIGGER plans_reportstep_never_changed ON plans_reportstep;
DROP TRIGGER plans_taskchange_never_changed ON plans_taskchange;
DROP TRIGGER plans_planversion_never_changed ON plans_planversion;
"""


class Migration(migrations.Migration):
    """Adds the triggers."""

    dependencies = [("plans", "0004_constraints"), ("audit", "0002_never_changed")]
    operations = [migrations.RunSQL(CREATE, DROP)]
