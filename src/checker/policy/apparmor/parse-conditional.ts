/** `if` and `else`, of which one side counts. Source: apparmor 3.0, parser/parser_yacc.y (cond_rule, expr). */
import { deepest, giveUp, parseBlock, type Block } from './parse-rules.ts';
import { need, peek, refuseAs, take, takeIf, unexpected, type Reading } from './reading.ts';
import { nameOfVariable } from './token.ts';

/** `if $B { … } else { … }`: one side counts. Variables are those above. */
export function parseConditional(reading: Reading, block: Block): boolean {
  take(reading);
  const isTrue = parseExpression(reading);
  if (isTrue === null || need(reading, 'OPEN') === null) return false;
  const then = parseBlock(reading);
  if (need(reading, 'CLOSE') === null) return false;
  if (isTrue) addBlock(block, then);
  if (takeIf(reading, 'ELSE') === null) return true;
  const otherwise = parseElse(reading);
  if (otherwise === null) return false;
  if (!isTrue) addBlock(block, otherwise);
  return true;
}

/** Answers what stands behind `else`: a block, or one more `if`. */
function parseElse(reading: Reading): Block | null {
  const otherwise: Block = { rules: [], children: [] };
  if (peek(reading).kind === 'IF') {
    reading.depth += 1;
    if (reading.depth > deepest) giveUp(reading);
    const isRead = parseConditional(reading, otherwise);
    reading.depth -= 1;
    return isRead ? otherwise : null;
  }
  if (need(reading, 'OPEN') === null) return null;
  addBlock(otherwise, parseBlock(reading));
  return need(reading, 'CLOSE') === null ? null : otherwise;
}

function addBlock(block: Block, { rules, children }: Block): void {
  block.rules.push(...rules);
  block.children.push(...children);
}

function parseExpression(reading: Reading): boolean | null {
  let isNegated = false;
  while (takeIf(reading, 'NOT') !== null) isNegated = !isNegated;
  if (takeIf(reading, 'DEFINED') !== null) {
    const variable = need(reading, 'SET_VAR', 'BOOL_VAR');
    if (variable === null) return null;
    const known = variable.kind === 'SET_VAR' ? reading.variables : reading.booleans;
    return known.has(nameOfVariable(variable.text)) !== isNegated;
  }
  const variable = takeIf(reading, 'BOOL_VAR');
  if (variable === null) return unexpected(reading, ['BOOL_VAR', 'NOT', 'DEFINED']);
  const value = reading.booleans.get(nameOfVariable(variable.text));
  if (value === undefined)
    return refuseAs(reading, `Unset boolean variable ${variable.text} used in if-expression`, variable);
  return value !== isNegated;
}
