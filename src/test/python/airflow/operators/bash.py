from airflow import current


class BashOperator:
    def __init__(self, *, task_id, bash_command, do_xcom_push=False):
        self.task_id = task_id
        self.bash_command = bash_command
        self.before = []
        dag = current()
        if task_id in [task.task_id for task in dag.tasks]:
            raise ValueError(f"{dag.dag_id} has two tasks {task_id}")
        dag.tasks.append(self)

    def __rshift__(self, other):
        other.before.append(self.task_id)
        return other
