/** Constructors for citations, so that a source is named the same way wherever a rule stands. */
import type { Citation } from '../model/citation.ts';

/** A manual page as man-pages spells it: `man('capabilities(7)', 'Transformation of capabilities during execve()')`. */
export function man(page: string, at: string): Citation {
  const [, name, section] = /^(.+)\((\d)\)$/.exec(page) ?? [];
  return { work: page, at, url: `https://man7.org/linux/man-pages/man${section}/${name}.${section}.html` };
}

/** A function or table of the kernel, read at v6.18. */
export function linux(file: string, at: string): Citation {
  return { work: `Linux ${file}`, at, url: `https://elixir.bootlin.com/linux/v6.18/source/${file}` };
}

/** A file of Kubernetes, read at v1.35. */
export function kubernetes(file: string, at: string): Citation {
  return { work: `Kubernetes ${file}`, at, url: `https://github.com/kubernetes/kubernetes/blob/v1.35.0/${file}` };
}

/** A page of the Kubernetes documentation. */
export function kubernetesDocs(page: string, at: string): Citation {
  return { work: 'Kubernetes documentation', at, url: `https://kubernetes.io/docs/${page}` };
}

/** A file of containerd, read at v2.3.4. */
export function containerd(file: string, at: string): Citation {
  return { work: `containerd ${file}`, at, url: `https://github.com/containerd/containerd/blob/v2.3.4/${file}` };
}

/** A function of runc, where v1.3.0 has it: its file and name changed in later releases. */
export function runc(file: string, at: string): Citation {
  return { work: `runc ${file}`, at, url: `https://github.com/opencontainers/runc/blob/v1.3.0/${file}` };
}
