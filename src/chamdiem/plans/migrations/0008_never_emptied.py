"""The database itself refuses to empty what plans keep of their past: versions, steps and closed rounds."""

from django.db import migrations

CREATE = """
CREATE TRIGGER plans_planversion_never_emptied BEFORE TRUNCATE ON plans_planversion
    FOR EACH STATEMENT EXECUTE FUNCTION chamdiem_refuse_emptying();
CREATE TRIGGER plans_taskchange_never_emptied BEFORE TRUNCATE ON plans_taskchange
    FOR EACH STATEMENT EXECUTE FUNCTION chamdiem_refuse_emptying();
CREATE TRIGGER plans_reportstep_never_emptied BEFORE TRUNCATE ON plans_reportstep
    FOR EACH STATEMENT EXECUTE FUNCTION chamdiem_refuse_emptying();
CREATE TRIGGER plans_round_never_emptied BEFORE TRUNCATE ON plans_round
    FOR EACH STATEMENT EXECUTE FUNCTION chamdiem_refuse_emptying();
CREATE TRIGGER plans_roundreport_never_emptied BEFORE TRUNCATE ON plans_roundreport
    FOR EACH STATEMENT EXECUTE FUNCTION chamdiem_refuse_emptying();
CREATE TRIGGER plans_itemreport_never_emptied BEFORE TRUNCATE ON plans_itemreport
    FOR EACH STATEMENT EXECUTE FUNCTION chamdiem_refuse_emptying();
CREATE TRIGGER plans_itemreport_documents_never_emptied BEFORE TRUNCATE ON plans_itemreport_documents
    FOR EACH STATEMENT EXECUTE FUNCTION chamdiem_refuse_emptying();
"""
DROP = """
DROP TRIGGER plans_planversion_never_emptied ON plans_planversion;
DROP TRIGGER plans_taskchange_never_emptied ON plans_taskchange;
DROP TRIGGER plans_reportstep_never_emptied ON plans_reportstep;
DROP TRIGGER plans_round_never_emptied ON plans_round;
DROP TRIGGER plans_roundreport_never_emptied ON plans_roundreport;
DROP TRIGGER plans_itemreport_never_emptied ON plans_itemreport;
DROP TRIGGER plans_itemreport_documents_never_emptied ON plans_itemreport_documents;
"""


class Migration(migrations.Migration):
    """Adds the triggers."""

    dependencies = [("plans", "0007_names_in_order"), ("audit", "0003_anchored")]
    operations = [migrations.RunSQL(CREATE, DROP)]
