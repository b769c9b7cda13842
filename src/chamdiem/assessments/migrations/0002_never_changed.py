"""The database itself keeps the history of values and what was handed in."""

from django.db import migrations

CREATE = """
CREATE TRIGGER assessments_answerchange_never_changed BEFORE UPDATE OR DELETE ON assessments_answerchange
    FOR EACH ROW EXECUTE FUNCTION chamdiem_refuse_change();
CREATE TRIGGER assessments_submission_never_changed BEFORE UPDATE ON assessments_submission
    FOR EACH ROW WHEN ((OLD.content, OLD.content_hash, OLD.number, OLD.submitted_at)
        IS DISTINCT FROM (NEW.content, NEW.content_hash, NEW.number, NEW.submitted_at)) EXECUTE FUNCTION chamdiem_refuse_change();
CREATE TRIGGER assessments_submission_never_deleted BEFORE DELETE ON assessments_submission
    FOR EACH ROW EXECUTE FUNCTION chamdiem_refuse_change();
"""
DROP = """
DROP TRIGGER assessments_answerchange_never_changed ON assessments_answerchange;
DROP TRIGGER assessments_submission_never_changed ON assessments_submission;
DROP TRIGGER assessments_submission_never_deleted ON assessments_submission;
"""


class Migration(migrations.Migration):
    """Adds the triggers."""

    dependencies = [("assessments", "0001_first"), ("audit", "0002_never_changed")]
    operations = [migrations.RunSQL(CREATE, DROP)]
