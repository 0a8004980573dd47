"""Imports a file of DAGs and prints a line for each task: DAG, schedule, task, tasks before it, command."""

import importlib.util
import sys

import airflow

spec = importlib.util.spec_from_file_location("dags", sys.argv[1])
spec.loader.exec_module(importlib.util.module_from_spec(spec))
for dag in airflow.DAGS:
    for task in dag.tasks:
        print("|".join([dag.dag_id, dag.schedule, task.task_id, ",".join(task.before), task.bash_command]))
