"""The database itself refuses to empty what dossiers keep of their past."""

from django.db import migrations

CREATE = """
CREATE TRIGGER assessments_answerchange_never_emptied BEFORE TRUNCATE ON assessments_answerchange
    FOR EACH STATEMENT EXECUTE FUNCTION chamdiem_refuse_emptying();
CREATE TRIGGER assessments_submission_never_emptied BEFORE TRUNCATE ON assessments_submission
    FOR EACH STATEMENT EXECUTE FUNCTION chamdiem_refuse_emptying();
"""
DROP = """
DROP TRIGGER assessments_answerchange_never_emptied ON assessments_answerchange;
DROP TRIGGER assessments_submission_never_emptied ON assessments_submission;
"""


class Migration(migrations.Migration):
    """Adds the triggers."""

    dependencies = [("assessments", "0003_final"), ("audit", "0003_anchored")]
    operations = [migrations.RunSQL(CREATE, DROP)]
