import type { Diagnostic } from '../../../model/diagnostic.ts';
import { nearestTo } from '../../../schema/nearest.ts';
import { isKnownName, knownNames, nameOn } from '../names.ts';
import { nameInC } from '../plan.ts';
import { finding } from './finding-messages.ts';
import type { Judged } from './judged.ts';

/** Names that libseccomp drops: each opens a call, or closes one. */
export function nameFindings({ rules, isOpen }: Judged): readonly Diagnostic[] {
  return rules.flatMap(({ rule, allows }) =>
    rule.names
      .filter((name) => name.text !== '' && !isKnownName(nameInC(name)))
      .map(({ text, span }) => {
        const facts = { name: text, nearest: meant(text), opens: isOpen && !allows };
        return finding({ code: 'seccomp-rule/unknown-call', severity: 'warning', span, facts });
      }),
  );
}

/** Other letters, blanks and numbers first: libseccomp takes none of them for the name. */
function meant(text: string): string | null {
  const plain = text.trim().toLowerCase();
  if (isKnownName(plain)) return plain;
  return /^\d+$/.test(plain) ? nameOn('x86_64', Number(plain)) : nearestTo(plain, knownNames());
}
