/**
 * The ids of a pod with a user namespace of its own.
 * Source: Kubernetes v1.35.6, pkg/kubelet/userns/userns_manager.go and the kubelet's `userNamespaces.idsPerPod` by default.
 * Checked 2026-11-24.
 */

/** Ids 0 to one less are mapped, for users and groups alike. */
export const idsPerPod = 65536;
