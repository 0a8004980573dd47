"""Stands in for the part of Airflow that our DAGs name: keeps what they say."""

DAGS = []
_OPEN = []


class DAG:
    def __init__(self, *, dag_id, description, schedule, start_date, catchup, max_active_runs, default_args, tags):
        self.dag_id = dag_id
        self.schedule = schedule
        self.max_active_runs = max_active_runs
        self.tasks = []
        DAGS.append(self)

    def __enter__(self):
        _OPEN.append(self)
        return self

    def __exit__(self, *failure):
        _OPEN.pop()


def current():
    return _OPEN[-1]
