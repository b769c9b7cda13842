"""A line says whether its item was finished and accepted in an earlier round."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the mark."""

    dependencies = [("plans", "0008_never_emptied")]
    operations = [
        migrations.AddField(
            model_name="itemreport",
            name="is_settled",
            field=models.BooleanField(default=False),
        ),
    ]
