"""The usual year of a province for Airflow 2 (2.9 and later): one DAG for each rhythm, each run followed by junheng status,
whose exit code is the run's own. Paths and the period are Airflow variables."""

from datetime import datetime, timedelta

from airflow import DAG
from airflow.operators.bash import BashOperator

HOME = "{{ var.value.get('junheng_home', '/opt/junheng') }}"
LAKE = "{{ var.value.get('junheng_lake', '/srv/junheng/lake') }}"
LANDING = "{{ var.value.get('junheng_landing', '/srv/junheng/landing') }}"
BACKUP = "{{ var.value.get('junheng_backup', '/mnt/backup/junheng') }}"
KEY_FILE = "{{ var.value.get('junheng_key_file', '/etc/junheng/pseudonym.key') }}"
SPARK = "{{ var.value.get('junheng_spark', '--properties-file /opt/junheng/conf/spark/yarn.conf') }}"
PERIOD = "{{ var.value.get('junheng_period', '202310') }}"

# An id that no other try has: a run's id is used once.
RUN_ID = "{{ task.task_id }}-{{ ts_nodash }}-{{ ti.try_number }}"

DELIVERIES = f"--landing '{LANDING}' --set 'key_file={KEY_FILE}'"
RECORDED = f"--lake '{LAKE}' --run-id '{RUN_ID}' --spark '{SPARK}'"


def dag(name, schedule, description):
    """Runs do not overlap, and nights that were missed are not made up for: one run does what all would have done."""
    return DAG(
        dag_id=name,
        description=description,
        schedule=schedule,
        start_date=datetime(2024, 9, 1),
        catchup=False,
        max_active_runs=1,
        default_args={"owner": "junheng", "retries": 0, "execution_timeout": timedelta(hours=12)},
        tags=["junheng"],
    )


def recorded(job, arguments=""):
    """A job that leaves a state. Its own exit code may get lost with a worker, so it never decides: status does."""
    run = BashOperator(
        task_id=job,
        bash_command=f"{HOME}/jobs/junheng {job} {arguments} {RECORDED} || true; echo '{RUN_ID}'",
        do_xcom_push=True,
    )
    status = BashOperator(
        task_id=f"{job}_status",
        bash_command=f"{HOME}/jobs/junheng status \"{{{{ ti.xcom_pull(task_ids='{job}') }}}}\" --wait --lake '{LAKE}'",
    )
    run >> status
    return status


def plain(job, arguments):
    """A job whose exit code is all there is."""
    return BashOperator(task_id=job, bash_command=f"{HOME}/jobs/junheng {job} {arguments} --lake '{LAKE}'")


with dag("junheng_nightly", "30 2 * * 1-6", "What was delivered comes in, what changed is worked out anew"):
    recorded("run", DELIVERIES)

with dag("junheng_season", "0 18 * 9-11 5", "Weekly intake in the reporting season"):
    recorded("ingest", DELIVERIES)

with dag("junheng_bulletin", "0 6 5 1,4,7,10 *", "Quarterly bulletin"):
    plain("publish", f"mart --period {PERIOD}")

with dag("junheng_release", "0 6 1 3 *", "Yearly release: a draft, which people take further"):
    plain("release", f"create --period {PERIOD} --who schedule --why 'yearly release'")

with dag("junheng_maintenance", "0 3 * * 0", "Upkeep, then a backup"):
    recorded("maintain", f"--set 'key_file={KEY_FILE}'") >> plain("backup", f"create --store '{BACKUP}'")
