import type { WorkloadKind } from '../model/pod.ts';

interface Workload {
  readonly apiVersion: string;
  /** Where the pod stands in the document: its `metadata` and `spec` are there. */
  readonly templatePath: string;
}

/** The kinds that make pods. */
export const workloads: Readonly<Record<WorkloadKind, Workload>> = {
  Pod: { apiVersion: 'v1', templatePath: '' },
  PodTemplate: { apiVersion: 'v1', templatePath: 'template' },
  ReplicationController: { apiVersion: 'v1', templatePath: 'spec.template' },
  Deployment: { apiVersion: 'apps/v1', templatePath: 'spec.template' },
  DaemonSet: { apiVersion: 'apps/v1', templatePath: 'spec.template' },
  StatefulSet: { apiVersion: 'apps/v1', templatePath: 'spec.template' },
  ReplicaSet: { apiVersion: 'apps/v1', templatePath: 'spec.template' },
  Job: { apiVersion: 'batch/v1', templatePath: 'spec.template' },
  CronJob: { apiVersion: 'batch/v1', templatePath: 'spec.jobTemplate.spec.template' },
};

export function isWorkloadKind(kind: string): kind is WorkloadKind {
  return Object.hasOwn(workloads, kind);
}
