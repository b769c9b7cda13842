"""What was handed in is withdrawn once, an approval voided once; nothing else of them ever changes."""

from django.db import migrations

CREATE = """
DROP TRIGGER assessments_submission_never_changed ON assessments_submission;
CREATE TRIGGER assessments_submission_never_changed BEFORE UPDATE ON assessments_submission
    FOR EACH ROW WHEN (OLD.withdrawn_at IS NULL)
    EXECUTE FUNCTION chamdiem_refuse_all_but('withdrawn_at', 'withdrawn_by_id');
CREATE TRIGGER assessments_submission_withdrawn_once BEFORE UPDATE ON assessments_submission
    FOR EACH ROW WHEN (OLD.withdrawn_at IS NOT NULL) EXECUTE FUNCTION chamdiem_refuse_change();

CREATE TRIGGER assessments_approval_never_changed BEFORE UPDATE ON assessments_approval
    FOR EACH ROW WHEN (OLD.voided_at IS NULL)
    EXECUTE FUNCTION chamdiem_refuse_all_but('voided_at', 'voided_by_id', 'voided_because');
CREATE TRIGGER assessments_approval_voided_once BEFORE UPDATE ON assessments_approval
    FOR EACH ROW WHEN (OLD.voided_at IS NOT NULL) EXECUTE FUNCTION chamdiem_refuse_change();
CREATE TRIGGER assessments_approval_never_deleted BEFORE DELETE ON assessments_approval
    FOR EACH ROW EXECUTE FUNCTION chamdiem_refuse_change();
CREATE TRIGGER assessments_approval_never_emptied BEFORE TRUNCATE ON assessments_approval
    FOR EACH STATEMENT EXECUTE FUNCTION chamdiem_refuse_emptying();
"""
DROP = """
DROP TRIGGER assessments_approval_never_emptied ON assessments_approval;
DROP TRIGGER assessments_approval_never_deleted ON assessments_approval;
DROP TRIGGER assessments_approval_voided_once ON assessments_approval;
DROP TRIGGER assessments_approval_never_changed ON assessments_approval;
DROP TRIGGER assessments_submission_withdrawn_once ON assessments_submission;
DROP TRIGGER assessments_submission_never_changed ON assessments_submission;
CREATE TRIGGER assessments_submission_never_changed BEFORE UPDATE ON assessments_submission
    FOR EACH ROW WHEN ((OLD.content, OLD.content_hash, OLD.number, OLD.submitted_at)
        IS DISTINCT FROM (NEW.content, NEW.content_hash, NEW.number, NEW.submitted_at)) EXECUTE FUNCTION chamdiem_refuse_change();
"""


class Migration(migrations.Migration):
    """Adds the triggers."""

    dependencies = [("assessments", "0005_answer_origin"), ("audit", "0004_all_but")]
    operations = [migrations.RunSQL(CREATE, DROP)]
